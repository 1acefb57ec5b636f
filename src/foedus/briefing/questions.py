"""The questions: each answered in three sentences, then in detail, or refused with the reason."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from foedus.briefing import words
from foedus.briefing.glance import short_name
from foedus.briefing.inblock import shortened
from foedus.briefing.material import (
    NEWEST,
    Material,
    agreement_path,
    house,
    source_path,
)
from foedus.briefing.page import Block, Bullets, Link, LinkList, Page, Paragraph, Section
from foedus.briefing.prose import day, slug
from foedus.briefing.shown import clauses_of
from foedus.evidence.dossier_format import Question
from foedus.sources import ClauseCitation, ResultCitation, Sentence, SpanCitation

SHORT = 3  # sentences of the short answer
MOST_DETAIL = 14
STALE = 60  # days between the newest source and the page, after which the page says so


@dataclass(frozen=True, slots=True, kw_only=True)
class Answered:
    """A question with its answer, or the reason why there is none."""

    id: str
    text: str
    short: tuple[Sentence, ...]
    detail: tuple[Sentence, ...]
    clauses: tuple[Sentence, ...]
    reason: str = ""
    labs: tuple[str, ...] = ()

    @property
    def answered(self) -> bool:
        """Whether there is an answer."""
        return len(self.short) > 0

    @property
    def path(self) -> str:
        """The page of the question."""
        return f"questions/{slug(self.id)}.html"


def ask_command(material: Material, text: str) -> str:
    """Return the command that asks a question again."""
    return f'foedus ask {material.dossier.id} "{text}"'


def answer(
    question: Question,
    sentences: Sequence[Sentence],
    around: Sequence[Sentence],
    material: Material,
    *,
    reason: str = "",
) -> Answered:
    """Join what the sources say with what the clauses give.

    ``sentences`` are the answer, best first; ``around`` is the context in which they stand.
    """
    told = _distinct(sentences)
    clauses = clauses_of(question, material)
    short = told[:SHORT]
    if told and len(short) < SHORT:
        short = (*short, *clauses[: SHORT - len(short)])
    rest = (
        _distinct([*told[SHORT:], *(one for one in around if one not in told)])[:MOST_DETAIL]
        if told
        else ()
    )
    left = tuple(one for one in clauses if one not in short)
    return Answered(
        id=question.id,
        text=question.text,
        short=short,
        detail=rest,
        clauses=left if told else clauses,
        reason=reason if not told else "",
        labs=tuple(question.labs),
    )


def _distinct(sentences: Iterable[Sentence]) -> tuple[Sentence, ...]:
    seen: dict[str, Sentence] = {}
    for sentence in sentences:
        seen.setdefault(sentence.text, sentence)
    return tuple(seen.values())


def question_page(one: Answered, material: Material, *, number: int, total: int) -> Page:
    """Return the page of a question."""
    sections: list[Section] = []
    if one.answered:
        sections.append(
            Section(
                id="in-short", title="In three sentences", blocks=(Paragraph(sentences=one.short),)
            )
        )
    else:
        command = ask_command(material, one.text)
        refused = Sentence(
            text=material.extra[command][0], citations=(ResultCitation(command=command),)
        )
        sections.append(
            Section(
                id="in-short",
                title="Not answerable from these sources",
                blocks=(Paragraph(sentences=(refused, house("unanswered"))),),
            )
        )
    detail = _detail(one.detail, material)
    if detail:
        sections.append(
            Section(id="detail", title="In detail, source by source", blocks=tuple(detail))
        )
    if one.clauses:
        sections.append(
            Section(
                id="clauses",
                title="What the clauses give",
                blocks=tuple(_by_agreement(one.clauses, material)),
            )
        )
    note = words.LAB_NOTES.get(frozenset(one.labs))
    if note:
        missing = Paragraph(sentences=(house(note),))
        sections.append(Section(id="labs", title="What is missing", blocks=(missing,)))
    return Page(
        path=one.path,
        part="questions/index.html",
        title=one.text,
        kicker=f"{words.KICKER['questions']}: {number} of {total}",
        lede=(),
        asof=tuple(
            Sentence(text=text, citations=(ResultCitation(command=NEWEST),))
            for text in material.extra.get(NEWEST, ())
        ),
        sections=tuple(sections),
    )


def newest_sentences(through: str, at: date) -> tuple[str, ...]:
    """Return the sentence that the data are old; none if they are not.

    Examples
    --------
    >>> newest_sentences("2026-06-06", date(2026, 11, 21))
    ('The newest source is of 6 June 2026, and this page was built on 21 November 2026.',)
    >>> newest_sentences("2026-06-06", date(2026, 7, 1))
    ()
    """
    if not through or (at - date.fromisoformat(through)).days <= STALE:
        return ()
    return (f"The newest source is of {day(through)}, and this page was built on {day(at)}.",)


def refusal(reason: str) -> str:
    """Return the sentence that refuses a question."""
    because = reason.strip().rstrip(".") or "no passage of the sources speaks to it"
    return (
        f"This question is not answerable from these sources: {because[:1].lower()}{because[1:]}."
    )


def _detail(sentences: Sequence[Sentence], material: Material) -> list[Block]:
    """Group the sentences by source, the oldest source first."""
    groups: dict[str, list[Sentence]] = {}
    for sentence in sentences:
        first = next((c for c in sentence.citations if isinstance(c, SpanCitation)), None)
        groups.setdefault(first.span.doc if first else "", []).append(sentence)
    made: list[tuple[str, Block]] = []
    for doc, told in groups.items():
        document = material.document(doc)
        if document is None:
            made.append(("", Paragraph(sentences=tuple(told))))
            continue
        source = document.source
        told.sort(
            key=lambda one: min(
                (c.span.start for c in one.citations if isinstance(c, SpanCitation)), default=0
            )
        )
        link = Link(text=source.outlet or source.title, href=source_path(document))
        made.append(
            (
                source.published or "9",
                Paragraph(when=_dated(source.published), sentences=tuple(told), link=link),
            )
        )
    made.sort(key=lambda pair: pair[0])
    return [
        Bullets(items=tuple(block for _, block in made if isinstance(block, Paragraph)), dated=True)
    ]


def _dated(published: str) -> str:
    """Return the date of a source, named as the source's: it is not that of the event."""
    return f"Source of {day(published)}" if published else "Source without a date"


def _by_agreement(sentences: Sequence[Sentence], material: Material) -> list[Block]:
    groups: dict[str, list[Sentence]] = {}
    for sentence in sentences:
        citation = sentence.citations[0]
        rests = citation.rests_on if isinstance(citation, ResultCitation) else ()
        key = (
            citation.instrument
            if isinstance(citation, ClauseCitation)
            else rests[0].instrument
            if rests
            else ""
        )
        if not key and isinstance(citation, ResultCitation):
            key = next(
                (one.id for one in material.agreements if f" {one.id} " in f"{citation.command} "),
                "",
            )
        groups.setdefault(key, []).append(sentence)
    blocks: list[Block] = []
    for key, told in groups.items():
        agreement = material.agreement(key)
        label = short_name(agreement) + "." if agreement else ""
        link = Link(text="Clause by clause", href=agreement_path(key)) if agreement else None
        shown = shortened(agreement, tuple(told), article=True) if agreement else tuple(told)
        blocks.append(Paragraph(label=label, sentences=shown, link=link))
    return blocks


def index_page(answers: Sequence[Answered]) -> Page:
    """Return the page that lists the questions."""
    links = tuple(
        Link(
            text=one.text,
            href=one.path,
            note="" if one.answered else "Not answerable from these sources",
        )
        for one in answers
    )
    blocks: tuple[Block, ...] = (
        Paragraph(sentences=(house("selection"), house("unanswered"))),
        LinkList(links=links),
    )
    section = Section(id="all", title=f"{len(answers)} questions", blocks=blocks)
    return Page(
        path="questions/index.html",
        part="questions/index.html",
        title=words.TITLE["questions"],
        kicker=words.KICKER["questions"],
        lede=(),
        sections=(section,),
    )
