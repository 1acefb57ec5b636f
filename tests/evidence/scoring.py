"""Scores of attributions against annotated ones: the measure that the project keeps.

Word tokens are runs of ``\\w+``. For each label (source, cue, content) the tokens covered by all
spans of a document are joined, and precision and recall are taken over all documents at once.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from foedus.evidence.statement import Statement

Chars = tuple[int, int]
WORD = re.compile(r"\w+")
QUOTED = re.compile('“[^“”\n]*”|"[^"\n]*"')
SHORT = 12  # characters; shorter quotations are words in marks


@dataclass(frozen=True, slots=True)
class Attribution:
    """An attribution as places in a text."""

    source: tuple[Chars, ...]
    cue: tuple[Chars, ...]
    content: tuple[Chars, ...]


@dataclass(slots=True)
class Tally:
    """Counts of tokens; F1 from them."""

    right: int = 0
    found: int = 0
    wanted: int = 0

    def add(self, found: set[object], wanted: set[object]) -> None:
        """Count one document."""
        self.right += len(found & wanted)
        self.found += len(found)
        self.wanted += len(wanted)

    @property
    def precision(self) -> float:
        """Right of found."""
        return self.right / self.found if self.found else 0.0

    @property
    def recall(self) -> float:
        """Right of wanted."""
        return self.right / self.wanted if self.wanted else 0.0

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0


@dataclass(slots=True)
class Scores:
    """Scores over many documents.

    ``content_source`` counts pairs: a content token with the source tokens it belongs to is
    right if the two sources share a token. ``direct`` is recall over the content tokens that
    stand inside double quotation marks.
    """

    content: Tally = field(default_factory=Tally)
    source: Tally = field(default_factory=Tally)
    cue: Tally = field(default_factory=Tally)
    content_source: Tally = field(default_factory=Tally)
    direct: Tally = field(default_factory=Tally)

    def report(self) -> str:
        """Return the figures on a line."""
        parts = [
            f"{name} {tally.f1:.3f} (p {tally.precision:.3f} r {tally.recall:.3f})"
            for name, tally in (
                ("content", self.content),
                ("source", self.source),
                ("cue", self.cue),
                ("content+source", self.content_source),
            )
        ]
        return "; ".join([*parts, f"direct-quote recall {self.direct.recall:.3f}"])


def word_starts(text: str) -> list[int]:
    """Return where the words of a text begin."""
    return [match.start() for match in WORD.finditer(text)]


def covered(starts: Sequence[int], spans: Iterable[Chars]) -> set[int]:
    """Return the numbers of the words that begin inside the spans."""
    words: set[int] = set()
    for start, end in spans:
        words.update(range(bisect_left(starts, start), bisect_left(starts, end)))
    return words


def plain(statements: Iterable[Statement]) -> list[Attribution]:
    """Return statements as places only."""
    return [
        Attribution(
            tuple((span.start, span.end) for span in one.source),
            tuple((span.start, span.end) for span in one.cue),
            tuple((span.start, span.end) for span in one.content),
        )
        for one in statements
    ]


def _pairs(starts: Sequence[int], items: Iterable[Attribution]) -> dict[int, set[int]]:
    pairs: dict[int, set[int]] = {}
    for item in items:
        who = covered(starts, item.source)
        for word in covered(starts, item.content):
            pairs.setdefault(word, set()).update(who)
    return pairs


def score(scores: Scores, text: str, found: list[Attribution], wanted: list[Attribution]) -> None:
    """Add one document to the scores."""
    starts = word_starts(text)
    for name in ("content", "source", "cue"):
        tally: Tally = getattr(scores, name)
        got = covered(starts, (span for item in found for span in getattr(item, name)))
        gold = covered(starts, (span for item in wanted for span in getattr(item, name)))
        tally.add(set(got), set(gold))
        if name == "content":
            quoted = covered(
                starts,
                (match.span() for match in QUOTED.finditer(text) if len(match.group()) > SHORT),
            )
            scores.direct.add(set(got & quoted), set(gold & quoted))
    mine, theirs = _pairs(starts, found), _pairs(starts, wanted)
    both = scores.content_source
    both.found += len(mine)
    both.wanted += len(theirs)
    both.right += sum(1 for word, who in mine.items() if word in theirs and (who & theirs[word]))


def read_standoff(path: Path) -> list[Attribution]:
    """Read a brat stand-off file with relations called Attribution."""
    marks: dict[str, tuple[Chars, ...]] = {}
    found: list[Attribution] = []
    for line in path.read_text(encoding="utf-8").splitlines():
        cells = line.split("\t")
        if line.startswith("T") and len(cells) > 1:
            _, _, places = cells[1].partition(" ")
            marks[cells[0]] = tuple(
                (int(start), int(end))
                for start, end in (part.split() for part in places.split(";"))
            )
        elif line.startswith("E") and len(cells) > 1:
            roles = Counter[str]()
            parts: dict[str, tuple[Chars, ...]] = {}
            for piece in cells[1].split()[1:]:
                role, _, mark = piece.partition(":")
                roles[role] += 1
                parts[role.rstrip("0123456789")] = parts.get(
                    role.rstrip("0123456789"), ()
                ) + marks.get(mark, ())
            found.append(
                Attribution(parts.get("Source", ()), parts.get("Cue", ()), parts.get("Content", ()))
            )
    return found


def polnear(folder: Path) -> Iterator[tuple[str, str, list[Attribution]]]:
    """Yield name, text and annotations of each article of one half of PolNeAR."""
    texts = {path.name: path for path in (folder / "text").iterdir()}
    for path in sorted((folder / "attributions").iterdir()):
        stem = path.name.removesuffix(".ann")
        source = texts.get(stem) or texts.get(stem + ".txt") or _close(texts, stem)
        if source is not None:
            with source.open(encoding="utf-8", newline="") as handle:
                yield stem, handle.read(), read_standoff(path)


def _close(texts: dict[str, Path], stem: str) -> Path | None:
    """Return the text whose name the annotation's name begins with, or the other way."""
    for name, path in texts.items():
        bare = name.removesuffix(".txt")
        if stem.startswith(bare) or bare.startswith(stem):
            return path
    return None
