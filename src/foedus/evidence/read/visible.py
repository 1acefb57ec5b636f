"""What a reader sees of a page's markup, with the place of every character.

One pass, linear in the page, no tree: so nesting cannot hurt it. It serves twice. It finds
where in the raw page a paragraph stands that the extractor returned, and it reads pages
that are nested so deeply that no parser takes them.
"""

from __future__ import annotations

import re
from array import array
from dataclasses import dataclass
from html import unescape

# Elements whose content no reader sees.
_UNSEEN = frozenset(
    {"script", "style", "noscript", "template", "svg", "iframe", "textarea", "head"}
)
_BREAKING = frozenset(
    "address article aside blockquote body br dd div dl dt fieldset figcaption figure footer form "
    "h1 h2 h3 h4 h5 h6 header hr li main nav ol p pre section table td th tr ul".split()
)
_TOKEN = re.compile(
    r"<!--|<(/?)([A-Za-z][A-Za-z0-9:-]*)|<[!?/]|&(?:#[0-9]{1,7}|#[xX][0-9A-Fa-f]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});?"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Visible:
    """Visible characters and, for each, its place in the raw page."""

    text: str
    places: array[int]


def visible(page: str) -> Visible:
    r"""Return the visible text of a page; a block element breaks the line.

    Examples
    --------
    >>> visible("<p>Peace &amp; war<script>alert(1)</script></p><p onclick=x>Now").text
    '\nPeace & war\n\nNow'
    """
    parts: list[str] = []
    places = array("l")
    cursor = 0

    while (match := _TOKEN.search(page, cursor)) is not None:
        if match.start() > cursor:
            parts.append(page[cursor : match.start()])
            places.extend(range(cursor, match.start()))
        mark = match.group()
        if mark[0] == "&":
            char = unescape(mark)
            parts.append(char)
            places.extend([match.start()] * len(char))
            cursor = match.end()
            continue
        if mark == "<!--":
            cursor = _after(page, "-->", match.end())
            continue
        name = (match.group(2) or "").lower()
        cursor = _after(page, ">", match.end())
        if name in _BREAKING:
            parts.append("\n")
            places.append(match.start())
        if name in _UNSEEN and not match.group(1):
            cursor = _after_element(page, name, cursor)
    parts.append(page[cursor:])
    places.extend(range(cursor, len(page)))
    return Visible(text="".join(parts), places=places)


def _after(page: str, mark: str, start: int) -> int:
    found = page.find(mark, start)
    return len(page) if found < 0 else found + len(mark)


def _after_element(page: str, name: str, start: int) -> int:
    """Return the place after the closing tag of an element that is not seen."""
    closing = re.compile(f"</{re.escape(name)}[^>]*>", re.IGNORECASE).search(page, start)
    if closing is not None:
        return closing.end()
    return start if name == "head" else len(page)


def visible_lines(page: str) -> list[str]:
    """Return the visible lines of a page, white space collapsed."""
    lines = (" ".join(line.split()) for line in visible(page).text.split("\n"))
    return [line for line in lines if line]


class Locator:
    """Finds paragraphs of an extracted text in the raw page, in order."""

    def __init__(self, page: str) -> None:
        seen = visible(page)
        self._packed = ""
        self._places = array("l")
        words = []
        for word in re.finditer(r"\S+", seen.text):
            words.append(word.group())
            self._places.extend(seen.places[word.start() : word.end()])
        self._packed = "".join(words)
        self._cursor = 0

    def find(self, paragraph: str) -> tuple[int, int] | None:
        """Return the raw (start, end) of a paragraph, or None if it is not found as it is."""
        packed = "".join(paragraph.split())
        if not packed:
            return None
        start = self._packed.find(packed, self._cursor)
        if start < 0:
            start = self._packed.find(packed)
        if start < 0:
            return None
        self._cursor = start + len(packed)
        return self._places[start], self._places[self._cursor - 1] + 1
