"""Passages: the paragraphs that a search may find.

A passage is a kept block of running text (body or answer), or, where that is very long, a run
of its sentences. Questions, cards, headings and page furniture are no passages: a question is
no evidence, and a card says what somebody once was.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from foedus.evidence.document import Block, BlockKind, Document
from foedus.evidence.sentences import sentence_spans

EVIDENCE: frozenset[BlockKind] = frozenset({"body", "answer"})
LONGEST = 1600  # characters; the longest paragraph of the benchmark pages has about as many


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """Characters of a document that can be found; ``question`` is the one it answers, if any."""

    doc: str
    start: int
    end: int
    text: str
    kind: BlockKind = "body"
    question: str = ""


def passages(document: Document) -> Iterator[Passage]:
    """Yield the passages of a document, in order."""
    question = ""
    for block in document.blocks:
        if block.kind == "question":
            question = document.words(block)
        elif block.kind != "answer" and block.kept:
            question = ""
        if not block.kept or block.kind not in EVIDENCE or _only_asks(document.words(block)):
            continue
        for start, end in _pieces(document, block):
            yield Passage(
                doc=document.id,
                start=start,
                end=end,
                text=document.text[start:end],
                kind=block.kind,
                question=question if block.kind == "answer" else "",
            )


def _only_asks(text: str) -> bool:
    """Say whether a block is one question and nothing else."""
    return text.rstrip("\"'”’» ").endswith("?") and sum(1 for _ in sentence_spans(text)) == 1


def _pieces(document: Document, block: Block) -> Iterator[tuple[int, int]]:
    """Yield the block, or runs of its sentences if it is very long."""
    if block.end - block.start <= LONGEST:
        yield block.start, block.end
        return
    begin = stop = block.start
    for start, end in sentence_spans(document.text, block.start, block.end):
        if end - begin > LONGEST and stop > begin:
            yield begin, stop
            begin = start
        stop = end
    while stop - begin > 4 * LONGEST:  # no sentences to cut at: a list that lost its marks
        cut = document.text.rfind(" ", begin, begin + LONGEST)
        cut = cut if cut > begin else begin + LONGEST
        yield begin, cut
        begin = cut
    if stop > begin:
        yield begin, stop
