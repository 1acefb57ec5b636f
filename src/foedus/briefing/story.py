"""The story page: what happened, what lies behind it, how it came about, what is guaranteed.

Each section is a function of the material; no sentence stands twice on the page, because a
section that comes later leaves out what an earlier one has said.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date

from foedus.briefing import words
from foedus.briefing.computed import SUMMARY
from foedus.briefing.edited import sentences_of_note
from foedus.briefing.extract import quoted
from foedus.briefing.glance import glance, guarantors
from foedus.briefing.material import (
    Material,
    agreement_path,
    date_of,
    desk_of,
    house,
    owed,
    source_path,
)
from foedus.briefing.page import (
    Block,
    Bullets,
    Card,
    Cards,
    Cell,
    Code,
    Figure,
    Link,
    LinkList,
    Page,
    Paragraph,
    Row,
    Section,
    Table,
)
from foedus.briefing.picked import STORY, picked, read_choices
from foedus.briefing.positions import facing, when_of
from foedus.briefing.prose import count, day
from foedus.briefing.questions import Answered
from foedus.briefing.typed import named
from foedus.charts import TimelineRow, timeline
from foedus.evidence.document import Document
from foedus.evidence.statement import Statement
from foedus.sources import EventCitation, ResultCitation, Sentence, SpanCitation

MOST_HAPPENED = 7
SHORT_WORDS = 400
MOST_TIMELINE = 34
MOST_OUTLETS = 12
MOST_DIFFERING = 2


class Said:
    """The sentences that a page has said so far: none is said twice."""

    def __init__(self) -> None:
        self._texts: set[str] = set()

    def new(self, sentences: Iterable[Sentence]) -> tuple[Sentence, ...]:
        """Return those sentences that the page has not said, and note them."""
        found = []
        for sentence in sentences:
            if sentence.text not in self._texts:
                self._texts.add(sentence.text)
                found.append(sentence)
        return tuple(found)

    def has(self, sentence: Sentence) -> bool:
        """Say whether the page has said a sentence."""
        return sentence.text in self._texts


def story(material: Material, answers: Sequence[Answered]) -> Page:
    """Return the story page."""
    said = Said()
    parts = [
        _short(material, said),
        _happened(material, said),
        _behind(material, said),
        _papers(material, said),
        _past(material, said),
        *glance(material, said.new),
        _edited(material, said),
        _questions(answers),
        _topics(material, said),
        _method(material, said),
        _cite(material),
    ]
    return Page(
        path="index.html",
        part="index.html",
        title=material.dossier.title or material.dossier.id,
        kicker=words.KICKER["story"],
        lede=_lede(material),
        sections=tuple(part for part in parts if part.blocks),
    )


def _lede(material: Material) -> tuple[Sentence, ...]:
    question = material.dossier.question.strip()
    if not question:
        return ()
    return (
        Sentence(text=question, citations=(EventCitation(file="dossier.yaml", entry="question"),)),
    )


def _section(name: str, blocks: Iterable[Block]) -> Section:
    return Section(id=name, title=words.SECTION[name], blocks=tuple(blocks))


def newest(material: Material) -> tuple[Document, ...]:
    """Return the dated documents up to the day of the page, the newest first."""
    dated = ((date_of(one), one) for one in material.documents)
    return tuple(one for day_, one in dated if day_ is not None and day_ <= material.at)


def data_through(material: Material) -> str:
    """Return the latest day of which it is sure that a document reaches it."""
    days = [one.when.start for one in newest(material) if one.when.start]
    return max(days).isoformat() if days else ""


def _short(material: Material, said: Said) -> Section:
    """Tell the story in at most four hundred words."""
    groups: list[Sequence[Sentence]] = []
    main = material.agreements[0] if material.agreements else None
    groups += _opening(material, main.id if main else "")
    if main is not None:
        groups.append(
            (
                *named(main, "force", material.names),
                *named(main, "conditions.activation", material.names),
            )
        )
    groups.append(
        tuple(
            Sentence(text=text, citations=(ResultCitation(command=SUMMARY),))
            for text in material.extra.get(SUMMARY, ())
        )
    )
    groups.append((house("no-side"),))
    blocks: list[Block] = []
    left = SHORT_WORDS
    for group in groups:
        kept = []
        for sentence in group:
            length = len(sentence.text.split())
            if length <= left and not said.has(sentence):
                kept.append(sentence)
                left -= length
        if kept:
            blocks.append(Paragraph(sentences=said.new(kept)))
    return _section("in-short", blocks)


def _opening(material: Material, instrument: str) -> list[Sequence[Sentence]]:
    """Return what the story begins with: an editor's choice, else the newest of the matter."""
    choices = read_choices(material.dossier.path).get(STORY, ())
    chosen, _ = picked(choices, material.documents)
    if chosen:
        half = (len(chosen) + 1) // 2
        return [one for one in (chosen[:half], chosen[half:]) if one]
    recent = _about(material, instrument)
    return [[quoted(document)[0] for document in recent[:2] if quoted(document)]]


def _about(material: Material, instrument: str) -> list[Document]:
    """Return the newest documents, those first that mention the main agreement's name."""
    agreement = material.agreement(instrument)
    known = agreement.names if agreement else ()

    def mentions(document: Document) -> bool:
        return any(name in document.text for name in known)

    ordered = list(newest(material))
    return sorted(
        ordered, key=lambda one: (one.translated == "suspected", bool(known) and not mentions(one))
    )


def _happened(material: Material, said: Said) -> Section:
    items = []
    undated = [one for one in material.documents if date_of(one) is None]
    for document in (*newest(material), *undated):
        told = said.new(quoted(document)[:2])
        if told:
            items.append(
                Paragraph(
                    when=when_of(document.when, material),
                    sentences=told,
                    link=Link(
                        text=document.source.outlet or document.source.title,
                        href=source_path(document),
                    ),
                )
            )
        if len(items) == MOST_HAPPENED:
            break
    return _section("happened", [Bullets(items=tuple(items), dated=True)] if items else [])


def _behind(material: Material, said: Said) -> Section:
    blocks: list[Block] = []
    names = material.names
    if not material.agreements:
        return _section("behind", [])
    main = material.agreements[0]
    duties = [
        each for duty in main.obligations for each in named(main, f"obligations.{duty.id}", names)
    ]
    blocks.append(Paragraph(label="What it obliges.", sentences=said.new(duties)))
    left_open = [
        *named(main, "conditions.binding", names),
        *(
            each
            for reading in main.readings
            for each in named(main, f"readings.{reading.id}", names)
        ),
        *(each for one in main.permissions for each in named(main, f"permissions.{one.id}", names)),
    ]
    blocks.append(Paragraph(label="What it leaves open.", sentences=said.new(left_open)))
    if material.case:
        told = [*owed(material, main, "now"), *owed(material, main, "later")]
        blocks.append(
            Paragraph(label="What would be owed.", sentences=said.new([house("attack"), *told]))
        )
    blocks.append(Paragraph(label="What the labs say.", sentences=said.new([house("labs-story")])))
    return _section(
        "behind", [block for block in blocks if not isinstance(block, Paragraph) or block.sentences]
    )


def _papers(material: Material, said: Said) -> Section:
    """Count what each outlet carried, and how much of it word for word."""
    rows: dict[str, list[Document]] = {}
    for document in material.documents:
        rows.setdefault(document.source.outlet or document.source.title, []).append(document)
    if not rows:
        return _section("papers", [])
    spoken: dict[str, list[Statement]] = {}
    for statement in material.statements:
        spoken.setdefault(statement.doc, []).append(statement)
    made = []
    for outlet, documents in sorted(rows.items(), key=lambda item: (-len(item[1]), item[0])):
        found = [one for document in documents for one in spoken.get(document.id, [])]
        direct = sum(1 for one in found if one.kind == "direct")
        share = f"{round(100 * direct / len(found))} %" if found else "–"
        dates = sorted(one.source.published for one in documents if one.source.published)
        first = documents[0].source
        made.append(
            Row(
                cells=(
                    Cell(text=outlet),
                    Cell(text=material.names.get(first.country, first.country)),
                    Cell(text=str(len(documents))),
                    Cell(text=str(len(found)) if material.statements else "–"),
                    Cell(text=share),
                    Cell(text=day(dates[-1]) if dates else ""),
                )
            )
        )
    head = ("outlet", "country", "documents", "statements", "quotes", "date")
    caption = "What the outlets of this dossier carried"
    if len(made) > MOST_OUTLETS:
        caption += f": the {MOST_OUTLETS} with the most documents, of {len(made)}"
    table = Table(
        caption=caption,
        head=tuple(words.HEAD[one] for one in head),
        rows=tuple(made[:MOST_OUTLETS]),
        file="coverage",
    )
    return _section(
        "papers",
        [
            Paragraph(sentences=(house("coverage"), house("attribution"))),
            *_differ(material, said),
            table,
        ],
    )


def _differ(material: Material, said: Said) -> list[Block]:
    """Set side by side where two sources differ on one party's position."""
    shown: list[Block] = []
    for one in facing(material):
        sentences = [each for column in one.columns for each in column.sentences]
        if len(shown) < MOST_DIFFERING and not any(said.has(each) for each in sentences):
            said.new(sentences)
            shown.append(one)
    return shown


def _past(material: Material, said: Said) -> Section:
    chosen = _milestones(material)
    rows, items = [], []
    for number, (when, lane, title, sentences, link) in enumerate(chosen, 1):
        told = said.new(sentences)
        rows.append(TimelineRow(number=number, when=when, lane=lane, text=title))
        items.append(
            Paragraph(when=day(when), sentences=told, link=link, label="" if told else title)
        )
    if len(rows) < 3:
        return _section(
            "past", [Bullets(items=tuple(items), ordered=True, dated=True)] if items else []
        )
    lanes = list(dict.fromkeys(row.lane for row in rows))
    table = Table(
        caption="The entries of the timeline",
        head=tuple(words.HEAD[one] for one in ("number", "date", "lane", "what")),
        file="timeline",
        rows=tuple(
            Row(
                cells=(
                    Cell(text=str(row.number)),
                    Cell(text=day(row.when)),
                    Cell(text=row.lane),
                    Cell(text=row.text),
                )
            )
            for row in rows
        ),
    )
    figure = Figure(
        id="timeline",
        title="Agreements, talks and threats by date",
        alt=(
            f"Timeline with {len(rows)} numbered dots in {count(len(lanes), 'lane')}: "
            f"{', '.join(lanes)}; the numbered list below holds the same entries."
        ),
        sentences=tuple(
            Sentence(text=text, citations=(ResultCitation(command=TIMELINE),))
            for text in timeline_sentences(material)
        ),
        wide=timeline(rows),
        narrow=timeline(rows, narrow=True),
        table=table,
    )
    return _section("past", [figure, Bullets(items=tuple(items), ordered=True, dated=True)])


TIMELINE = "foedus brief: timeline"


def timeline_sentences(material: Material) -> tuple[str, ...]:
    """Return the sentence under the timeline."""
    chosen = _milestones(material)
    if len(chosen) < 3:
        return ()
    many = count(len(chosen), "dated entry", "dated entries")
    span = f"from {day(chosen[0][0])} to {day(chosen[-1][0])}"
    return (f"The timeline shows {many} of the dossier, {span}.",)


Milestone = tuple[date, str, str, tuple[Sentence, ...], Link | None]
LANES = {"agreements": "Agreements", "meetings.yaml": "Talks", "events.yaml": "War and threats"}


def _milestones(material: Material) -> list[Milestone]:
    found: list[Milestone] = []
    for entry in material.entries:
        if entry.file in LANES and entry.when and entry.when <= material.at:
            link = (
                Link(text="clause by clause", href=agreement_path(entry.id))
                if entry.file == "agreements"
                else None
            )
            found.append((entry.when, LANES[entry.file], entry.title, entry.cited(), link))
    return _spread(found)


def _spread(found: list[Milestone]) -> list[Milestone]:
    """Leave out entries of crowded half-years until the timeline can be read; agreements stay."""
    for most in range(len(found), 0, -1):
        kept, taken = [], Counter[tuple[str, int, bool]]()
        for one in sorted(found, key=lambda one: (-len(one[3]), one[0])):
            half = (one[1], one[0].year, one[0].month > 6)
            taken[half] += 1
            if one[1] == LANES["agreements"] or taken[half] <= most:
                kept.append(one)
        if len(kept) <= MOST_TIMELINE or most == 1:
            return sorted(kept, key=lambda one: (one[0], one[1], one[2]))
    return found


def _edited(material: Material, said: Said) -> Section:
    """Show the editors' own paragraphs under their names."""
    blocks: list[Block] = []
    desk = desk_of(material)
    for note in material.notes:
        told = said.new(sentences_of_note(note, desk))
        if told:
            head = note.editor[:1].upper() + note.editor[1:]
            blocks.append(Paragraph(label=f"{head} writes:", sentences=told))
    return _section("edited", blocks)


def _questions(answers: Sequence[Answered]) -> Section:
    links = tuple(
        Link(
            text=one.text,
            href=one.path,
            note="" if one.answered else "not answerable from these sources",
        )
        for one in answers
    )
    return _section("questions", [LinkList(links=links)] if links else [])


def _topics(material: Material, said: Said) -> Section:
    cards = []
    mentioned = _mentions(material)
    for entry in material.entries:
        if entry.file != "actors.yaml" or not entry.sentences:
            continue
        times = mentioned.get(entry.title, 0)
        if times:
            cards.append((times, entry))
    cards.sort(key=lambda one: (-one[0], one[1].title))
    made = []
    for _, entry in cards[:12]:
        body = said.new(entry.cited()[-2:])
        person = any(one.id == entry.id for one in material.dossier.actors.people)
        kind = "person" if person else "organisation" if len(entry.id) != 3 else "state"
        href = (
            f"guarantors/{entry.id.lower()}.html"
            if {entry.id, f"org:{entry.id}"} & set(guarantors(material))
            else ""
        )
        made.append(Card(title=entry.title, kind=words.KIND_OF_ACTOR[kind], body=body, href=href))
    return _section("topics", [Cards(cards=tuple(made))] if made else [])


def _mentions(material: Material) -> dict[str, int]:
    """Count the documents that name each actor."""
    actors = material.dossier.actors
    names = {one.name: (one.name, one.name.split()[-1]) for one in actors.people} | {
        one.name: (one.name,) for one in actors.parties
    }
    return {
        name: sum(
            1 for document in material.documents if any(word in document.text for word in known)
        )
        for name, known in names.items()
    }


def _method(material: Material, said: Said) -> Section:
    notes = ["citations", "summaries", "readings", "attack", "dates", "corrections"]
    told = said.new([house(one) for one in (*notes, *(["proposed"] if material.proposed else []))])
    links = tuple(
        Link(text=words.TITLE[name], href=href)
        for name, href in (
            ("sources", "sources/index.html"),
            ("method", "method.html"),
            ("results", "results.html"),
            ("entries", "entries.html"),
        )
    )
    return _section("method", [Paragraph(sentences=told), LinkList(links=links)])


def _cite(material: Material) -> Section:
    import json

    title = material.dossier.title or material.dossier.id
    through = data_through(material)
    key = f"foedus-{material.dossier.id}-{material.at.isoformat()}"
    note = f"Foedus explainer, data through {day(through)}" if through else "Foedus explainer"
    fields = {
        "title": title,
        "howpublished": "Explainer made with Foedus",
        "date": material.at.isoformat(),
        "note": note,
    }
    body = ",\n".join(f"  {name} = {{{value}}}" for name, value in fields.items())
    bib = f"@misc{{{key},\n{body}\n}}"
    csl = {
        "id": key,
        "type": "webpage",
        "title": title,
        "genre": "Explainer",
        "note": note,
        "language": material.dossier.language,
        "issued": {"date-parts": [[material.at.year, material.at.month, material.at.day]]},
    }
    return _section(
        "cite",
        [
            Code(label="BibTeX", text=bib),
            Code(label="CSL-JSON", text=json.dumps(csl, ensure_ascii=False, indent=2)),
        ],
    )


def cited_documents(sentences: Iterable[Sentence]) -> set[str]:
    """Return the ids of the documents that sentences cite."""
    return {c.span.doc for one in sentences for c in one.citations if isinstance(c, SpanCitation)}
