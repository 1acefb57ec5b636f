"""Draw a page: number its notes, fill the template, escape everything.

Notes are numbered in the order of reading; a citation that stands twice keeps its number.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from foedus.briefing import words
from foedus.briefing.cite import Desk, Resting, mark, resolve
from foedus.briefing.page import Figure, Page, Passage, Row
from foedus.briefing.prose import day
from foedus.sources import Citation, Sentence

if TYPE_CHECKING:
    from jinja2 import Environment
    from markupsafe import Markup

SEPARATOR = " | "
HOVER = 420  # characters of a passage that the card shows


@dataclass(slots=True)
class Note:
    """A numbered note: where a sentence rests, and the places that call it."""

    number: int
    title: str
    line: str
    words: str
    href: str
    outside: str
    copied: bool = False
    refs: list[str] = field(default_factory=list)
    ref: str = ""


@dataclass(frozen=True, slots=True)
class Given:
    """The notes of one sentence and the marks that a checker reads."""

    notes: tuple[Note, ...]
    marks: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Picture:
    """A drawn picture: its path in the site and its size."""

    path: str
    width: int
    height: int


@dataclass(frozen=True, slots=True, kw_only=True)
class SiteFrame:
    """What every page of a site shows."""

    title: str
    dossier: str
    version: str
    language: str
    nav: tuple[Any, ...]
    dateline: tuple[tuple[str, str], ...]
    footer: tuple[Any, ...]
    at: str


class Notes:
    """The notes of one page while it is being drawn."""

    def __init__(
        self, page: Page, desk: Desk, pictures: Mapping[str, Mapping[str, Picture]]
    ) -> None:
        self._page, self._desk, self._pictures = page, desk, pictures
        self._by_mark: dict[str, Note] = {}
        self._ids = 0

    def cite(self, sentence: Sentence) -> Given:
        """Return the notes of a sentence, numbered."""
        return self._give(sentence.citations)

    def row(self, row: Row) -> Given:
        """Return the notes of a row of a table, numbered."""
        return self._give(row.citations)

    def _give(self, citations: Sequence[Citation]) -> Given:
        notes: list[Note] = []
        for citation in citations:
            note = self._note(citation)
            ref = f"r{note.number}-{len(note.refs) + 1}"
            note.refs.append(ref)
            notes.append(
                Note(
                    note.number, note.title, note.line, note.words, note.href, note.outside, ref=ref
                )
            )
        return Given(tuple(notes), SEPARATOR.join(mark(citation) for citation in citations))

    def _note(self, citation: Citation) -> Note:
        key = mark(citation)
        if key not in self._by_mark:
            found = resolve(citation, self._desk)
            self._by_mark[key] = _note(len(self._by_mark) + 1, found, key)
        return self._by_mark[key]

    def listed(self) -> list[Note]:
        """Return the page's notes so far, in their order."""
        return list(self._by_mark.values())

    def fresh(self, letter: str) -> str:
        """Return an id that the page does not use yet."""
        self._ids += 1
        return f"{letter}-{self._ids}"

    def picture(self, figure: Figure) -> Mapping[str, Picture]:
        """Return the drawn pictures of a figure, by form and mode."""
        return self._pictures[figure.id]


def _note(number: int, found: Resting | None, key: str) -> Note:
    if found is None:
        return Note(number, key, "", "", "", "")
    kind = found.label or words.KIND_OF_CITATION[found.kind]
    line = ", ".join(part for part in (found.place, day(found.date), kind) if part)
    shown = " ".join(found.words.split())
    if len(shown) > HOVER:
        shown = shown[:HOVER].rsplit(" ", 1)[0] + " …"
    outside = safe_address(found.outside)
    return Note(number, found.title, line, shown, found.href, outside, copied=found.copied)


def safe_address(address: str) -> str:
    """Return an address if a reader may follow it: http and https only.

    Examples
    --------
    >>> safe_address("https://example.org/a"), safe_address("javascript:alert(1)")
    ('https://example.org/a', '')
    """
    return address if re.fullmatch(r"https?://[^\s<>\"'\\^`{|}\x00-\x20]{1,2000}", address) else ""


def draw(
    page: Page,
    *,
    frame: SiteFrame,
    desk: Desk,
    pictures: Mapping[str, Mapping[str, Picture]],
    cited: Mapping[str, frozenset[tuple[int, int]]],
    turn: Sequence[Any] = (),
) -> str:
    """Return a page as HTML."""
    depth = page.path.count("/")

    def href(path: str) -> str:
        if "://" in path or path.startswith("javascript:"):
            return safe_address(path)
        if path.startswith("#") or not path:
            return path
        return posixpath.join(*[".."] * depth, path) if depth else path

    notes = Notes(page, desk, pictures)
    template = _environment().get_template("page.html")
    return template.render(
        page=page,
        site=frame,
        words=words.PAGE,
        notes=notes,
        href=href,
        turn=turn,
        kind_of=lambda block: type(block).__name__,
        pieces=lambda block: pieces(block, cited.get(block.doc, frozenset())),
    )


@lru_cache(maxsize=1)
def _environment() -> Environment:
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    folder = Path(__file__).parent / "templates"
    return Environment(
        loader=FileSystemLoader(folder),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )


@dataclass(frozen=True, slots=True)
class Piece:
    """A paragraph of a source's text with the anchors of its cited runs."""

    html: Markup
    gone: bool


def pieces(passage: Passage, spans: frozenset[tuple[int, int]]) -> tuple[Piece, ...]:
    """Cut a source's text into paragraphs and wrap each cited run in its anchor."""
    merged = _merge(spans)
    found = []
    anchored: set[tuple[int, int]] = set()
    for start, end, kind in passage.paragraphs:
        inside = [run for run in merged if run[0][0] < end and run[0][1] > start]
        # A run that goes on into another paragraph has its anchor where it begins.
        here = {
            name for _, names in inside for name in names if name[0] < end and name[1] > start
        } - anchored
        anchored |= here
        found.append(Piece(_wrapped(passage.text, start, end, inside, here), kind == "gone"))
    return tuple(found)


Run = tuple[tuple[int, int], tuple[tuple[int, int], ...]]


def _merge(spans: frozenset[tuple[int, int]]) -> tuple[Run, ...]:
    """Join runs that overlap: one highlight for all of them, an anchor for each.

    HTML cannot wrap two runs that cross. The highlight of a joined run holds the words cited
    and some more; it never holds fewer.
    """
    merged: list[tuple[tuple[int, int], list[tuple[int, int]]]] = []
    for span in sorted(spans):
        if merged and span[0] < merged[-1][0][1]:
            (start, end), names = merged[-1]
            merged[-1] = ((start, max(end, span[1])), [*names, span])
        else:
            merged.append((span, [span]))
    return tuple((run, tuple(names)) for run, names in merged)


def _wrapped(
    text: str, start: int, end: int, runs: Sequence[Run], here: set[tuple[int, int]]
) -> Markup:
    from markupsafe import Markup, escape

    out, at = Markup(), start
    for (left, right), names in runs:
        first, last = max(left, start), min(right, end)
        out += escape(text[at:first])
        inner = escape(text[first:last])
        for name in reversed(names):
            ident = Markup(' id="c-{}-{}"').format(*name) if name in here else Markup("")
            inner = Markup('<span class="hit"{}>{}</span>').format(ident, inner)
        out += inner
        at = last
    return out + escape(text[at:end])
