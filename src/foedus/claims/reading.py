"""The reading of one block: its words, what was found so far, and small questions about places."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from foedus.claims.word import Word
from foedus.sources import Span

if TYPE_CHECKING:
    from foedus.claims.naming import Names
    from foedus.evidence.when import When

NEAR = 400  # characters within which another word tells whose article is meant
COLLECTIVE = re.compile(
    r"collective|mutual|attack on (?:one|an?)|guarantee|assurance|defen[cs]e|defend|memorandum"
    r"|assist"
    r"|allies|\bally\b|declaration|compact",
    re.IGNORECASE,
)
YEAR = re.compile(r"(?:1[6-9]|20)\d\d\Z")
BROKEN = re.compile(r"[.;:!?(“”\"](?!\d)\s?")
_CAPITAL = re.compile(r"[^\W\d_a-z]")

How = Literal[
    "name",
    "membership",
    "article",
    "clause",
    "place",
    "description",
    "unlinked",
    "anaphor",
    "meeting",
]


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """A name in a text, and what it is linked to.

    ``instrument`` is a library id, or empty for a paper that is in no library; a meeting carries
    the instrument that it made. ``others`` are further candidates.
    """

    kind: Literal["instrument", "article", "meeting"]
    start: int
    end: int
    text: str
    how: How
    confidence: float
    why: str
    instrument: str = ""
    article: str = ""
    meeting: str = ""
    others: tuple[str, ...] = ()
    span: Span | None = None


@dataclass(slots=True)
class Reading:
    """The state of reading one block."""

    text: str
    start: int
    end: int
    words: list[Word]
    names: Names
    found: list[Mention]
    when: When | None

    def broken(self, first: int, last: int) -> bool:
        """Say whether a mark stands between two of the words: they are of two phrases then."""
        return any(
            BROKEN.search(self.text, self.words[i].end, self.words[i + 1].start)
            for i in range(first, last)
        )

    def near(self, pattern: re.Pattern[str], start: int, end: int) -> bool:
        """Say whether a pattern occurs near a place, in the block."""
        low, high = max(self.start, start - NEAR), min(self.end, end + NEAR)
        return pattern.search(self.text, low, high) is not None

    def word(self, place: int) -> str:
        """Return the folded word at a place; the empty string outside the block."""
        return self.words[place].folded if 0 <= place < len(self.words) else ""

    def owners(self) -> frozenset[str]:
        """Return the words that make a paper somebody's own: states, bodies, places."""
        return self.names.owners

    def capital(self, place: int) -> bool:
        """Say whether the word at a place begins with a capital."""
        return _CAPITAL.match(self.text, self.words[place].start) is not None

    def make(self, first: int, last: int, **fields: object) -> Mention:
        """Return a mention of the words from ``first`` to ``last``."""
        start, end = self.words[first].start, self.words[last].end
        if self.text[end - 2 : end] in {"'s", "’s"}:
            end -= 2
        return Mention(start=start, end=end, text=self.text[start:end], **fields)  # type: ignore[arg-type]

    def year_near(self, first: int, last: int) -> int | None:
        """Return the year just before, or in the six words after (in the sentence)."""
        for place in [first - 1, *range(last + 1, last + 7)]:
            if YEAR.match(self.word(place)):
                between = self.text[
                    min(self.words[place].end, self.words[first].start) : max(
                        self.words[place].start, self.words[last].end
                    )
                ]
                if ". " not in between:
                    return int(self.word(place))
        return None


Found = tuple[Mention | None, int]
NOTHING: Found = (None, 0)
