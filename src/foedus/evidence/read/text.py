"""Plain text: nothing is changed but line endings.

The text of the document is the text of the file, with a byte-order mark left out and line
endings written as one newline; where that moves characters, the offsets say so.
"""

from __future__ import annotations

import re

Offsets = tuple[tuple[int, int], ...]


def normalise(text: str) -> tuple[str, Offsets]:
    r"""Return the text with plain newlines, and where each run of it stood before.

    Examples
    --------
    >>> normalise("one\r\ntwo")
    ('one\ntwo', ((0, 0), (4, 5)))
    """
    start = 1 if text.startswith("\ufeff") else 0
    if "\r" not in text:
        return text[start:], ((0, start),)
    parts: list[str] = []
    offsets = [(0, start)]
    length = 0
    cursor = start
    for match in re.finditer(r"\r\n?", text):
        parts.append(text[cursor : match.start()] + "\n")
        length += match.start() - cursor + 1
        cursor = match.end()
        if match.end() - match.start() > 1:
            offsets.append((length, cursor))
    parts.append(text[cursor:])
    return "".join(parts), tuple(offsets)
