"""Sentences of a source as they stand, each with the span that it is."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from foedus.briefing.bearing import sentences
from foedus.evidence.document import Document
from foedus.sources import Sentence, Span, SpanCitation

READ_KINDS = frozenset({"body", "answer"})
SHORTEST, LONGEST = 25, 600  # characters of a sentence that is worth showing


def spans_of(document: Document) -> Iterator[tuple[str, Span]]:
    """Yield each sentence of a document's kept text with its span."""
    for block in document.blocks:
        if not block.kept or block.kind not in READ_KINDS:
            continue
        words, at = document.words(block), 0
        for part in _cut(words):
            start = words.index(part, at)
            at = start + len(part)
            if SHORTEST <= len(part) <= LONGEST and part[-1] in '.!”"':
                yield (
                    part,
                    Span.of(document.id, document.text, block.start + start, block.start + at),
                )


@lru_cache(maxsize=5000)
def _cut(words: str) -> tuple[str, ...]:
    # A part that was joined again ("U.S. officials") may differ in its blanks: such are left out.
    return tuple(part for part in sentences(words) if part in words)


def quoted(document: Document) -> tuple[Sentence, ...]:
    """Return the sentences of a document, each cited to itself."""
    return tuple(
        Sentence(text=" ".join(text.split()), citations=(SpanCitation(span=span),))
        for text, span in spans_of(document)
    )
