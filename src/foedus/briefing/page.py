"""A page of the briefing, before it is drawn: frozen values made of cited sentences.

Words stand on a page in two ways only. A *sentence* (:class:`foedus.sources.Sentence`) states
something and carries its citations. A *label* (heading, column head, name, date, cell) names
something and states nothing; a row of a table carries the citations of its cells.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, replace
from typing import Any, Literal

from foedus.sources import Citation, Sentence

Tone = Literal["", "good", "warn", "bad", "quiet"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """A label that leads somewhere: ``href`` is a path of the site, or an address outside."""

    text: str
    href: str
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Paragraph:
    """Sentences in a row; ``label`` is a short bold head, ``when`` a date before it."""

    sentences: tuple[Sentence, ...]
    label: str = ""
    when: str = ""
    link: Link | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Bullets:
    """Paragraphs as a list; numbered if ``ordered`` (the numbers of a picture)."""

    items: tuple[Paragraph, ...]
    ordered: bool = False
    dated: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """A cell: a label, perhaps a link or a tone; or sentences."""

    text: str = ""
    href: str = ""
    tone: Tone = ""
    sentences: tuple[Sentence, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """Cells under the heads of a table; the first is the row's own head."""

    cells: tuple[Cell, ...]
    citations: tuple[Citation, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """Rows under heads. ``file`` names the table's .csv and .json beside the page."""

    caption: str
    head: tuple[str, ...]
    rows: tuple[Row, ...]
    file: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """A picture with its sentences, its words for those who do not see it, and its data.

    ``wide`` and ``narrow`` are Vega-Lite specifications without a theme.
    """

    id: str
    title: str
    alt: str
    sentences: tuple[Sentence, ...]
    wide: dict[str, Any] = field(hash=False)
    narrow: dict[str, Any] = field(hash=False)
    table: Table


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """A card of *More on these topics*: an entity, or a way into the site."""

    title: str
    kind: str
    body: tuple[Sentence, ...]
    when: str = ""
    href: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Cards:
    """Cards side by side."""

    cards: tuple[Card, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class LinkList:
    """Links, one a line."""

    links: tuple[Link, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Facing:
    """Two or three passages side by side, each under its own head."""

    columns: tuple[Paragraph, ...]
    id: str = ""
    verdict: str = ""
    tone: Tone = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """A source's text as it was read; ``cited`` are the runs that citations point at."""

    doc: str
    text: str
    paragraphs: tuple[tuple[int, int, str], ...]  # start, end, kind of block
    summary: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Code:
    """Words for a machine: BibTeX, CSL-JSON, a command."""

    label: str
    text: str


Block = Paragraph | Bullets | Table | Figure | Cards | LinkList | Facing | Passage | Code


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """Blocks under a heading; ``level`` 2 or 3."""

    id: str
    title: str
    blocks: tuple[Block, ...]
    level: Literal[2, 3] = 2
    wide: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """A page of the site; ``path`` is relative to its root."""

    path: str
    title: str
    kicker: str
    lede: tuple[Sentence, ...]
    sections: tuple[Section, ...]
    part: str = ""
    facts: tuple[tuple[str, str, str], ...] = ()  # label, value, address: the facts box
    asof: tuple[Sentence, ...] = ()  # how far the data reach, above everything else


def sentences_of(page: Page) -> Iterator[Sentence]:
    """Yield every sentence of a page, in the order in which it is read."""
    yield from page.asof
    yield from page.lede
    for section in page.sections:
        for block in section.blocks:
            yield from _of_block(block)


def _of_block(block: Block) -> Iterable[Sentence]:
    match block:
        case Paragraph():
            return block.sentences
        case Bullets():
            return [each for item in block.items for each in item.sentences]
        case Facing():
            return [each for column in block.columns for each in column.sentences]
        case Cards():
            return [each for card in block.cards for each in card.body]
        case Table():
            return [each for row in block.rows for cell in row.cells for each in cell.sentences]
        case Figure():
            return (*block.sentences, *_of_block(block.table))
        case _:
            return ()


def rows_of(page: Page) -> Iterator[Row]:
    """Yield every row of every table of a page."""
    for section in page.sections:
        for block in section.blocks:
            if isinstance(block, Table):
                yield from block.rows
            elif isinstance(block, Figure):
                yield from block.table.rows


New = Callable[[tuple[Sentence, ...]], tuple[Sentence, ...]]


def without_repeats(page: Page) -> Page:
    """Return the page without the sentences that it has said before, and what they leave empty."""
    said: set[str] = set()

    def new(sentences: tuple[Sentence, ...]) -> tuple[Sentence, ...]:
        kept = []
        for sentence in sentences:
            if sentence.text not in said:
                said.add(sentence.text)
                kept.append(sentence)
        return tuple(kept)

    lede = new(page.lede)
    sections = []
    for section in page.sections:
        blocks = tuple(kept for kept in (_once(one, new) for one in section.blocks) if kept)
        if blocks or not section.blocks:
            sections.append(replace(section, blocks=blocks))
    return replace(page, lede=lede, sections=tuple(sections))


def _once(block: Block, new: New) -> Block | None:
    """Return a block with its new sentences only, or None if nothing is left of it."""
    match block:
        case Paragraph():
            kept = replace(block, sentences=new(block.sentences))
            return kept if kept.sentences or (not block.sentences and _worth(block)) else None
        case Bullets():
            items = tuple(replace(one, sentences=new(one.sentences)) for one in block.items)
            # An ordered list keeps its numbers: those of a picture.
            items = items if block.ordered else tuple(one for one in items if one.sentences)
            return replace(block, items=items) if items else None
        case Facing():
            return _facing_once(block, new)
        case Cards():
            cards = tuple(replace(one, body=new(one.body)) for one in block.cards)
            return replace(block, cards=cards)
        case Table():
            return _table_once(block, new)
        case Figure():
            sentences = new(block.sentences)
            return replace(block, sentences=sentences, table=_table_once(block.table, new))
        case _:
            return block


def _worth(one: Paragraph) -> bool:
    return bool(one.label or one.link)


def _facing_once(block: Facing, new: New) -> Facing | None:
    columns = tuple(_above(replace(c, sentences=new(c.sentences)), c) for c in block.columns)
    return replace(block, columns=columns) if any(c.sentences for c in columns) else None


def _above(kept: Paragraph, whole: Paragraph) -> Paragraph:
    """Say of a column whose words stand above that they do."""
    if kept.sentences or not whole.sentences:
        return kept
    return replace(kept, label=f"{kept.label}: as quoted above", link=None)


def _table_once(table: Table, new: New) -> Table:
    rows = tuple(
        replace(
            row,
            cells=tuple(
                replace(cell, sentences=new(cell.sentences)) if cell.sentences else cell
                for cell in row.cells
            ),
        )
        for row in table.rows
    )
    return replace(table, rows=rows)
