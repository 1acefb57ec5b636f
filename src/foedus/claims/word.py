"""Words of a text, folded for look-up, with their places.

A name in a text is compared word by word: without case, accents, possessive ending, hyphens,
and with one spelling for *defense* and *defence*. "US" in capitals is a state, "us" is not.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from typing import Generic, TypeVar

T = TypeVar("T")

# Abbreviations with stops; numbers with their sub-paragraph (42(7), 42.7); words.
_WORD = re.compile(r"(?:[^\W\d_]\.){2,}|\d+(?:\.\d+)*(?:\(\d+\))?|[^\W\d_]+(?:['’]s\b)?")
_SAME = {
    "defense": "defence",
    "defenses": "defences",
    "u.s": "usa",
    "us.": "usa",
    "u.k": "uk",
    "u.n": "un",
    "e.u": "eu",
}


@dataclass(frozen=True, slots=True)
class Word:
    """One word: folded, and where it stands."""

    folded: str
    start: int
    end: int


@lru_cache(maxsize=65_536)
def fold(word: str) -> str:
    """Return a word as it is looked up.

    Examples
    --------
    >>> fold("Türkiye's"), fold("U.S."), fold("US"), fold("us")
    ('turkiye', 'usa', 'usa', 'us')
    """
    if word in {"US", "USA"}:
        return "usa"
    bare = word[:-2] if word[-2:] in {"'s", "’s"} else word
    if not bare.isascii():
        plain = unicodedata.normalize("NFKD", bare)
        bare = "".join(char for char in plain if not unicodedata.combining(char))
    bare = bare.lower().rstrip(".")
    return _SAME.get(bare, bare)


def words_of(text: str, start: int = 0, end: int | None = None) -> list[Word]:
    """Return the words of a run of text, in order."""
    stop = len(text) if end is None else end
    return [Word(fold(m.group()), m.start(), m.end()) for m in _WORD.finditer(text, start, stop)]


def folded(phrase: str) -> tuple[str, ...]:
    """Return the folded words of a phrase.

    Examples
    --------
    >>> folded("the Budapest memorandum-type deal")
    ('the', 'budapest', 'memorandum', 'type', 'deal')
    """
    return tuple(word.folded for word in words_of(phrase))


class Phrases(Generic[T]):
    """Phrases by their first word; the longest that stands at a place wins."""

    __slots__ = ("_by_first",)

    def __init__(self) -> None:
        self._by_first: dict[str, list[tuple[tuple[str, ...], T]]] = {}

    def add(self, phrase: str, value: T) -> None:
        """Add a phrase; a leading article is left out."""
        key = folded(phrase)
        if len(key) > 1 and key[0] == "the":
            key = key[1:]
        if not key:
            return
        known = self._by_first.setdefault(key[0], [])
        known.append((key, value))
        known.sort(key=lambda entry: -len(entry[0]))

    def first_words(self, chosen: Callable[[T], bool], *, alone: bool = False) -> frozenset[str]:
        """Return the first words of the phrases whose value is chosen; ``alone``: of one word."""
        return frozenset(
            first
            for first, known in self._by_first.items()
            if any(chosen(value) and not (alone and len(key) > 1) for key, value in known)
        )

    def at(self, words: list[Word], place: int) -> tuple[int, list[T]]:
        """Return how many words the longest phrase at a place has, and its values."""
        size, found = 0, []
        for key, value in self._by_first.get(words[place].folded, ()):
            if len(key) < size:
                break
            if all(
                place + i < len(words) and words[place + i].folded == part
                for i, part in enumerate(key)
            ):
                size = len(key)
                found.append(value)
        return size, found
