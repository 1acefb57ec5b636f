"""A document as it was read: immutable text, blocks by kind, and where it came from.

``text`` is the normalised text of the document; spans point into it and nothing ever changes
it. Blocks cut it into paragraphs, each of one kind; a block that is page furniture stays in
the text but is not *kept*, so nothing is lost and nothing is used by mistake.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from foedus.evidence.when import UNKNOWN, When
from foedus.sources import Source, Span

BlockKind = Literal[
    "title",
    "body",
    "heading",
    "caption",
    "promo",
    "byline",
    "comment",
    "question",
    "answer",
    "card",
]
Translated = Literal["no", "yes", "suspected"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """Characters ``start`` to ``end`` of a document's text, of one kind.

    ``kept`` is False for page furniture (captions, promotion, comment forms, bylines).
    ``why`` names the rule that decided, in a few plain words.
    """

    kind: BlockKind
    start: int
    end: int
    kept: bool = True
    why: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """A document that was read.

    ``id`` is the first 16 hex digits of the SHA-256 of (source id, raw bytes).
    ``offsets`` maps text to raw characters: pairs (text offset, raw offset), ascending; between
    two pairs both run in step.
    """

    id: str
    source: Source
    text: str
    blocks: tuple[Block, ...]
    raw_sha256: str
    offsets: tuple[tuple[int, int], ...] = ((0, 0),)
    title: str = ""
    language: str = ""
    translated: Translated = "no"
    when: When = UNKNOWN

    def span(self, start: int, end: int) -> Span:
        """Seal a run of this document's text."""
        return Span.of(self.id, self.text, start, end)

    def words(self, block: Block) -> str:
        """Return the text of a block."""
        return self.text[block.start : block.end]
