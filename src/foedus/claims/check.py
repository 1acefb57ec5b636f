"""Claims in a bare text: for one sentence, a draft, or a test."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

from foedus.claims.extract import claims
from foedus.claims.verdict import Verdict, judge
from foedus.evidence.document import Block, Document
from foedus.sources import Source

if TYPE_CHECKING:
    from foedus.claims.setting import Setting


def text_document(text: str, name: str = "text") -> Document:
    """Return a text as a document of paragraphs, one per line."""
    blocks, start = [], 0
    for line in text.split("\n"):
        if line.strip():
            blocks.append(Block(kind="body", start=start, end=start + len(line)))
        start += len(line) + 1
    sha = hashlib.sha256(text.encode()).hexdigest()
    return Document(
        id=sha[:16],
        source=Source(id=name, title=name),
        text=text,
        blocks=tuple(blocks),
        raw_sha256=sha,
    )


def check_text(text: str, setting: Setting) -> tuple[Verdict, ...]:
    """Return a verdict for each claim that a text makes."""
    return tuple(judge(claim, setting) for claim in claims(text_document(text), setting))
