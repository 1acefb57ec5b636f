"""Positions that changed or contradict one another, both spans side by side."""

from __future__ import annotations

from collections.abc import Iterator

from foedus.briefing import words
from foedus.briefing.material import Material, house
from foedus.briefing.page import Block, Facing, Page, Paragraph, Section
from foedus.briefing.prose import between, count, name, slug
from foedus.evidence.statement import Contradiction, Position
from foedus.evidence.when import When
from foedus.sources import ResultCitation, Sentence, SpanCitation

POSITIONS = "foedus brief: positions"


def when_of(when: When, material: Material | None = None) -> str:
    """Return a date for people, and how it is known."""
    match when.how:
        case "given":
            return between(when.start, when.end)
        case "inferred":
            entry = material.entry("meetings.yaml", when.entry) if material else None
            source = f" from the {entry.title}" if entry else ""
            days = between(when.start, when.end) + (" or later" if when.open else "")
            return f"{days}, inferred{source}"
        case "unknown":
            return "date unknown"


def facing(material: Material) -> Iterator[Facing]:
    """Yield each contradiction of the material as two columns."""
    for one in material.contradictions:
        columns = [
            column
            for column in (_column(one.earlier, material), _column(one.later, material))
            if column
        ]
        if len(columns) == 2:
            label, tone = words.RELATION[one.relation]
            yield Facing(
                columns=tuple(columns),
                verdict=f"{label}, on {one.earlier.commitment.replace('-', ' ')}",
                tone=tone,
            )


def _column(position: Position, material: Material) -> Paragraph | None:
    for statement in position.statements:
        document = material.document(statement.doc)
        if document is None or not statement.content:
            continue
        told = whole_sentences(document.text, statement.content[0].start, statement.content[-1].end)
        if told is None:
            continue
        start, end = told
        sentence = Sentence(
            text=" ".join(document.text[start:end].split()),
            citations=(SpanCitation(span=document.span(start, end)),),
        )
        stance = words.STANCE.get(position.stance, position.stance.lower())
        label = (
            f"{name(position.party, material.names)} {stance}, {when_of(position.when, material)}"
        )
        return Paragraph(label=label, sentences=(sentence,))
    return None


def whole_sentences(text: str, start: int, end: int) -> tuple[int, int] | None:
    """Return the run of whole sentences that holds a span, within its paragraph."""
    left = text.rfind("\n", 0, start) + 1
    right = text.find("\n", end)
    right = len(text) if right < 0 else right
    at, first, last = left, None, None
    from foedus.briefing.bearing import sentences

    for part in sentences(text[left:right]):
        begin = text.find(part, at, right)
        if begin < 0:
            return left, right
        at = begin + len(part)
        if at > start and first is None:
            first = begin
        if first is not None:
            last = at
            if at >= end:
                break
    return (first, last) if first is not None and last is not None else None


def positions_sentences(material: Material) -> tuple[str, ...]:
    """Say that nothing was found where nothing was."""
    if any(facing(material)):
        return ()
    many = count(len(material.statements), "statement")
    return (f"No two positions of one party that cannot both hold were found in {many}.",)


def positions_page(material: Material) -> Page:
    """Return the page of positions."""
    by_party: dict[str, list[Contradiction]] = {}
    for one in material.contradictions:
        by_party.setdefault(one.earlier.party, []).append(one)
    sections = []
    for party, found in by_party.items():
        from dataclasses import replace

        blocks: list[Block] = list(facing(replace(material, contradictions=tuple(found))))
        if blocks:
            sections.append(
                Section(
                    id=f"p-{slug(party)}", title=name(party, material.names), blocks=tuple(blocks)
                )
            )
    intro = Section(
        id="how",
        title="How to read this page",
        blocks=(
            Paragraph(sentences=(house("positions"), house("dates"), house("attribution"))),
            *(
                Paragraph(
                    sentences=(Sentence(text=text, citations=(ResultCitation(command=POSITIONS),)),)
                )
                for text in positions_sentences(material)
            ),
        ),
    )
    return Page(
        path="positions.html",
        part="positions.html",
        title=words.TITLE["positions"],
        kicker=words.KICKER["positions"],
        lede=(),
        sections=(intro, *sections),
    )
