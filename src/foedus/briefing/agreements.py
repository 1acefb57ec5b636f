"""A page for each agreement, clause by clause, and the page that lists them."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from foedus.agreement.level import level
from foedus.agreement.model import Agreement
from foedus.briefing import words
from foedus.briefing.forced import force_label
from foedus.briefing.gapped import gaps_command
from foedus.briefing.glance import bare, short_name
from foedus.briefing.material import Material, agreement_path, clause_anchor, house, owed
from foedus.briefing.page import (
    Block,
    Bullets,
    Cell,
    Facing,
    Link,
    LinkList,
    Page,
    Paragraph,
    Row,
    Section,
    Table,
)
from foedus.briefing.prose import count, day, full_stop, listed, name
from foedus.briefing.typed import HEAD, Item, article_name, cited, duration, items, named
from foedus.sources import ClauseCitation, ResultCitation, Sentence

New = Callable[[tuple[Sentence, ...]], tuple[Sentence, ...]]


def agreement_page(agreement: Agreement, material: Material) -> Page:
    """Return the page of an agreement."""
    said: set[str] = set()

    def new(sentences: tuple[Sentence, ...]) -> tuple[Sentence, ...]:
        kept = tuple(one for one in sentences if one.text not in said)
        said.update(one.text for one in kept)
        return kept

    lede = new(named(agreement, "summary", material.names))
    sections = [
        Section(
            id=clause_anchor(HEAD), title="At a glance", blocks=_head(agreement, material, new)
        ),
        Section(
            id="clauses",
            title="Clause by clause",
            blocks=(
                Paragraph(
                    sentences=new((house("readings"), house("ladder"), house("floor-ceiling")))
                ),
            ),
        ),
        *_clauses(agreement, material, new),
        Section(
            id="binding",
            title="Evidence for and against binding force",
            blocks=tuple(_evidence(agreement)),
        ),
        Section(id="readings", title="Rival readings", blocks=tuple(_readings(agreement))),
        Section(id="due", title="What would be owed", blocks=tuple(_due(agreement, material, new))),
        Section(
            id="loopholes", title="Loopholes", blocks=tuple(_loopholes(agreement, material, new))
        ),
        Section(id="parties", title="Parties", blocks=tuple(_parties(agreement, material, new))),
    ]
    facts = [
        ("Kind", words.INSTRUMENT_TYPE[agreement.instrument_type], ""),
        ("Signed" if agreement.concluded else "Dated", day(agreement.signed), ""),
        (
            "Force",
            force_label(agreement) if agreement.concluded else "none: never concluded",
            "",
        ),
        ("Reading", agreement.reading, ""),
        *(("Text", source.where, source.address) for source in agreement.sources),
    ]
    return Page(
        path=agreement_path(agreement.id),
        part="agreements/index.html",
        title=agreement.title,
        kicker=words.KICKER["agreement"],
        lede=lede,
        facts=tuple(facts),
        sections=tuple(part for part in sections if part.blocks),
    )


def _head(agreement: Agreement, material: Material, new: New) -> tuple[Block, ...]:
    told = [
        each
        for clause in ("force", "term", "scope")
        for each in named(agreement, clause, material.names)
    ]
    for item in items(agreement, material.names):
        if item.clause == "sunset":
            told += cited(agreement, item)
    return (Paragraph(sentences=new(tuple(told))),)


def _clauses(agreement: Agreement, material: Material, new: New) -> Iterator[Section]:
    """Yield one section for each article: our summary beside the coded reading."""
    by_article: dict[str, list[Item]] = {}
    names = material.names
    for item in items(agreement, names):
        if item.article != HEAD and item.sentences and item.clause != "sunset":
            by_article.setdefault(item.article, []).append(item)
    for article in sorted(by_article, key=_order):
        blocks: list[Block] = []
        for item in by_article[article]:
            kind, _, ident = item.clause.partition(".")
            told = new(cited(agreement, item))
            if kind == "level" or not told:
                continue
            coded = _coded(agreement, kind, ident)
            levels = new(named(agreement, f"level.{ident}", names)) if kind == "obligations" else ()
            left = Paragraph(label="Our summary of the clause", sentences=told)
            if coded or levels:
                blocks.append(
                    Facing(columns=(left, Paragraph(label=f"As coded: {coded}", sentences=levels)))
                )
            else:
                blocks.append(Facing(columns=(left,)))
        if blocks:
            title = article_name(agreement, article)
            yield Section(
                id=clause_anchor(article),
                title=title[:1].upper() + title[1:],
                level=3,
                blocks=tuple(blocks),
            )


def _order(article: str) -> tuple[int, str]:
    import re

    found = re.search(r"\d+", article)
    return (int(found[0]) if found else 0, article)


def _coded(agreement: Agreement, kind: str, ident: str) -> str:
    if kind == "obligations":
        one = next(each for each in agreement.obligations if each.id == ident)
        parts = [
            (
                f"{'/'.join(one.debtor)} {words.DEONTIC[one.deontic]}: "
                f"{listed([words.CONTENT[c] for c in one.content])}"
            ),
            f"discretion {words.DISCRETION[one.means.discretion]}",
        ]
        if one.means.includes:
            parts.append(f"may include {listed([words.CONTENT[c] for c in one.means.includes])}")
        if one.deadline:
            parts.append(
                f"time: {'at once' if one.deadline == 'immediate' else duration(one.deadline)}"
            )
        if one.requires_determination:
            parts.append("needs a decision")
        return "; ".join(parts)
    if kind == "negative_duties":
        duty = next(each for each in agreement.negative_duties if each.id == ident)
        return (
            f"{'/'.join(duty.debtor)} shall refrain: "
            f"{listed([words.CONTENT[c] for c in duty.content])}"
        )
    if kind == "conditions":
        return f"condition of {ident.replace('_', ' ')}"
    return ""


def _evidence(agreement: Agreement) -> Iterator[Block]:
    if not agreement.binding_evidence:
        return
    rows = []
    for place, one in enumerate(agreement.binding_evidence):
        citation = ClauseCitation(
            instrument=agreement.id,
            article=HEAD,
            clause=f"evidence.{place}",
            reading=agreement.reading,
        )
        rows.append(
            Row(
                cells=(
                    Cell(
                        text="For" if one.speaks == "for" else "Against",
                        tone="good" if one.speaks == "for" else "warn",
                    ),
                    Cell(text=words.EVIDENCE_KIND[one.kind]),
                    Cell(sentences=(Sentence(text=full_stop(one.says), citations=(citation,)),)),
                    Cell(text=one.source),
                )
            )
        )
    rows.sort(key=lambda row: row.cells[0].text, reverse=False)
    yield Table(
        caption="What speaks for and against binding force",
        head=("Speaks", "Kind", "What", "Source"),
        rows=tuple(sorted(rows, key=lambda row: row.cells[0].text != "For")),
        file=f"binding-{agreement.id}",
    )


def _readings(agreement: Agreement) -> Iterator[Block]:
    made = []
    for one in agreement.readings:
        citation = ClauseCitation(
            instrument=agreement.id,
            article=HEAD,
            clause=f"readings.{one.id}",
            reading=agreement.reading,
        )
        by = {"suite": "The suite’s reading"}.get(one.by, one.by)
        label = f"{by} ({words.READING_KIND[one.kind]}{', ' + day(one.date) if one.date else ''})."
        made.append(
            Paragraph(
                label=label, sentences=(Sentence(text=full_stop(one.says), citations=(citation,)),)
            )
        )
    if made:
        yield Bullets(items=tuple(made))


def _due(agreement: Agreement, material: Material, new: New) -> Iterator[Block]:
    if material.case is None or (not agreement.obligations and not agreement.negative_duties):
        return
    yield Paragraph(sentences=new((house("attack"),)))
    now = new(owed(material, agreement, "now"))
    later = new(owed(material, agreement, "later"))
    if now:
        yield Paragraph(label="As things stand.", sentences=now)
    if later:
        yield Paragraph(label="After a ceasefire.", sentences=later)


def _loopholes(agreement: Agreement, material: Material, new: New) -> Iterator[Block]:
    command = gaps_command(agreement, material.at)
    told = tuple(
        Sentence(text=text, citations=(ResultCitation(command=command),))
        for text in material.extra.get(command, ())
    )
    if told:
        yield Paragraph(sentences=new((house("loopholes"),)))
        yield Bullets(items=tuple(Paragraph(sentences=(one,)) for one in new(told)))


def _parties(agreement: Agreement, material: Material, new: New) -> Iterator[Block]:
    from foedus.agreement.force import standing

    told = new(tuple(named(agreement, "parties", material.names)))
    if told:
        yield Paragraph(sentences=told)
    rows = []
    for party in agreement.parties:
        if party.id == "any_state":
            continue
        found = standing(agreement, party.id, material.at)
        rows.append(
            Row(
                cells=(
                    Cell(
                        text=name(bare(party.id), material.names),
                        href=_guarantor(party.id, material),
                    ),
                    Cell(text=party.role.replace("_", " ")),
                    Cell(text=words.PARTY_STATE[found.state or "not_signed"]),
                    Cell(text=day(found.since)),
                )
            )
        )
    if rows:
        head = ("party", "role", "state", "from")
        yield Table(
            caption=f"State for each party on {day(material.at)}",
            head=tuple(words.HEAD[one] for one in head),
            rows=tuple(rows),
            file=f"parties-{agreement.id}",
        )


def _guarantor(code: str, material: Material) -> str:
    from foedus.briefing.glance import guarantors

    return f"guarantors/{bare(code).lower()}.html" if code in guarantors(material) else ""


def _note(agreement: Agreement) -> str:
    """Return the line under an agreement's name: date, force, how many clauses promise."""
    force = force_label(agreement) if agreement.concluded else "never concluded"
    promising = sum(1 for one in agreement.obligations if level(one).floor != "none")
    clauses = f"{count(promising, 'clause')} of help or consultation"
    return f"{short_name(agreement)}, {day(agreement.signed)}, {force}, {clauses}"


def index_page(material: Material) -> Page:
    """Return the page that lists the agreements."""
    links = tuple(
        Link(
            text=one.title,
            href=agreement_path(one.id),
            note=_note(one),
        )
        for one in material.agreements
    )
    section = Section(
        id="all",
        title=count(len(links), "agreement"),
        blocks=(Paragraph(sentences=(house("readings"),)), LinkList(links=links)),
    )
    return Page(
        path="agreements/index.html",
        part="agreements/index.html",
        title=words.TITLE["agreements"],
        kicker=words.KICKER["agreements"],
        lede=(),
        sections=(section,),
    )
