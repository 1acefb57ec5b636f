"""Quotations: where somebody's own words begin and end.

Curly, straight, single, German and French quotation marks; a speech that runs over several
paragraphs, each of which opens with a mark and only the last of which closes; marks that are
never closed. One pass over the marks of a block, so the work grows with its length only.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

_MARK = re.compile("``|''|[“”„«»‹›\"‘’']")
_PAIRS = {
    "“": "”",
    "”": "”",
    "''": "''",
    "„": "“”",
    "«": "»",
    "»": "«",
    "‹": "›",
    "``": "''",
    "‘": "’",
    '"': '"',
    "'": "'",
}
MAX_QUOTE = 20_000  # characters; a mark that is never closed must not swallow a book
_SINGLE = frozenset({"‘", "'"})


@dataclass(frozen=True, slots=True)
class Quote:
    """A quotation: ``start`` and ``end`` take in the marks, the inner places leave them out.

    ``open`` means that the paragraph ended first: the speech goes on in the next.
    """

    start: int
    end: int
    inner_start: int
    inner_end: int
    open: bool = False


def _opens(text: str, mark: str, at: int, start: int) -> bool:
    """Say whether a mark can open a quotation here."""
    before = text[at - 1] if at > start else " "
    after = text[at + len(mark) : at + len(mark) + 1]
    if mark in {"“", "„", "«", "‹", "``"}:
        return True
    if mark == "”" and (before.isspace() or not before.isprintable()):
        return after.isalnum()  # typed the wrong way round
    if mark in {"'", "‘"} and after.isdigit():
        return False  # the '90s
    if mark == "»":  # German books turn the French marks round: »so«
        return (before.isspace() or before in "([—–") and not after.isspace()
    return bool(after) and not after.isspace() and (before.isspace() or before in '([—–-/“"…')


def _closes(text: str, opener: str, mark: str, at: int, stop: int) -> bool:
    """Say whether a mark closes the quotation that ``opener`` began."""
    if (
        mark not in _PAIRS[opener]
        and not mark == opener == "“"
        and not (opener == "“" and mark == '"')
    ):
        return False
    after = text[at + len(mark) : at + len(mark) + 1] if at + len(mark) < stop else " "
    if mark == opener == "“":
        return not text[at - 1].isspace() and not after.isalnum()  # the wrong mark typed
    if opener in {"‘", "'"}:
        return not after.isalnum()  # an apostrophe inside a word closes nothing
    if opener == '"':
        return not text[at - 1].isspace() or not after.isalnum()
    return True


def _real(text: str, quote: Quote) -> bool:
    """Say whether marks hold a quotation: not nothing, and not what stands between apostrophes.

    Examples
    --------
    >>> _real("'It is over,' he said", Quote(0, 13, 1, 12))
    True
    >>> _real("the officials' plan and the states' view", Quote(13, 35, 14, 34))
    False
    """
    inner = text[quote.inner_start : quote.inner_end]
    if not inner or text[quote.start] not in _SINGLE:
        return bool(inner)
    return inner[0].isalnum() and not inner[-1].isspace()


def _was_elision(opener: str, mark: str) -> bool:
    """Say whether a single mark was an elision ('tis): a double mark begins the real quotation."""
    return opener in _SINGLE and mark in {"“", '"', "„", "«"}


def quotations(  # noqa: C901 - the states of a scanner
    text: str, start: int, end: int, *, nested: bool = True
) -> tuple[Quote, ...]:
    """Return the quotations of a block, in order.

    With ``nested`` a curly pair inside a curly pair belongs to the outer one; if the marks then
    do not come out even they are read one after the other.

    Examples
    --------
    >>> [(q.start, q.end) for q in quotations("He said: “No.” Then «oui».", 0, 26)]
    [(9, 14), (20, 25)]
    """
    found: list[Quote] = []
    opener = ""
    began = depth = 0
    for match in _MARK.finditer(text, start, end):
        mark, at = match.group(), match.start()
        if opener:
            if nested and mark == opener == "“" and not _closes(text, opener, mark, at, end):
                depth += 1
            elif depth and mark == "”":
                depth -= 1
            elif _closes(text, opener, mark, at, end):
                stop = match.end()
                found.append(Quote(began, stop, began + len(opener), at))
                opener = ""
            elif _was_elision(opener, mark) and _opens(text, mark, at, start):
                opener, began = mark, at
            continue
        if mark in _PAIRS and _opens(text, mark, at, start):
            opener, began = mark, at
    if opener == "“" and depth:
        return quotations(text, start, end, nested=False)
    if opener and opener not in {"‘", "'"}:
        found.extend(_unclosed(text, opener, began, start, end))
    return tuple(quote for quote in found if _real(text, quote))


def _unclosed(text: str, opener: str, began: int, start: int, end: int) -> Sequence[Quote]:
    """Return what a mark without a partner holds, if it can be a speech that goes on."""
    stop = end
    while stop > began and text[stop - 1].isspace():
        stop -= 1
    lead = text[max(start, began - 2) : began].strip()
    if stop - began > MAX_QUOTE or (began > start and lead[-1:] not in {":", ",", "", "."}):
        return ()
    return (Quote(began, stop, began + len(opener), stop, open=True),)
