"""The claims of a document.

A claim is found by the words of :mod:`foedus.claims.kind` in a sentence that speaks of an
instrument or of a guarantee. Questions, wishes, plans and "whether" are no claims. What is claimed
is kept in parts that the clauses can answer: parties, kinds of help, places, conditions.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from foedus.claims import kind as cues
from foedus.claims.claim import Claim, with_speakers
from foedus.claims.mention import mentions
from foedus.claims.polarity import Draft
from foedus.claims.reading import Mention
from foedus.claims.sentence import in_sentence
from foedus.claims.subject import MASK, Phrase, document_subject
from foedus.claims.word import words_of
from foedus.evidence.sentences import sentence_spans

if TYPE_CHECKING:
    from foedus.claims.setting import Setting
    from foedus.evidence.document import Document
    from foedus.evidence.statement import Statement

READ_KINDS = frozenset({"body", "answer"})
LONGEST = 1500  # characters; a longer "sentence" is a list or a table
_DULL = frozenset(
    [
        "the",
        "a",
        "an",
        "and",
        "or",
        "of",
        "to",
        "in",
        "on",
        "for",
        "with",
        "by",
        "from",
        "that",
        "this",
        "these",
        "those",
        "it",
        "its",
        "is",
        "are",
        "was",
        "were",
        "be",
        "been",
        "has",
        "have",
        "had",
        "as",
        "at",
        "not",
        "no",
        "would",
        "will",
        "could",
        "may",
        "their",
        "there",
        "which",
        "who",
        "if",
        "but",
        "than",
    ]
)
_STRAIGHT = str.maketrans("’‘\u00a0", "'' ")


def claims(
    document: Document,
    setting: Setting,
    *,
    found: Sequence[Mention] | None = None,
    statements: Sequence[Statement] | None = None,
) -> tuple[Claim, ...]:
    """Return the claims of a document, in order.

    Parameters
    ----------
    document
        Only kept blocks that hold running text are read.
    setting
        Says which instruments there are, and what guarantees without a name mean.
    found
        The document's mentions, if they are known already.
    statements
        Its attributions; a claim inside one is that speaker's.
    """
    known = mentions(document, setting.names) if found is None else tuple(found)
    default = document_subject(known, document.when, setting)
    made: list[Claim] = []
    named = any(one.instrument for one in known)
    for block in document.blocks:
        if not block.kept or block.kind not in READ_KINDS:
            continue
        here = [m for m in known if block.start <= m.start < block.end]
        context = (
            bool(setting.given)
            or named
            or cues.SECURITY.search(_lowered(document.text[block.start : block.end])) is not None
        )
        for start, end in sentence_spans(document.text, block.start, block.end):
            if end - start > LONGEST:
                continue
            raw = document.text[start:end]
            if is_question(raw):
                continue
            own = tuple(m for m in here if start <= m.start < end)
            if not own and not context:
                continue
            phrase = Phrase(
                low=_masked(_lowered(raw), own, start), names=own, base=start, default=default,
                back=tuple(m for m in here if m.end <= start),
            )  # fmt: skip
            made.extend(
                _finished(one, document, start, end) for one in in_sentence(raw, phrase, setting)
            )
    return with_speakers(made, statements or ())


def is_question(sentence: str) -> bool:
    """Say whether a sentence asks.

    Examples
    --------
    >>> is_question("Is it binding?”"), is_question("It is.")
    (True, False)
    """
    return "?" in sentence[-3:]


def _lowered(raw: str) -> str:
    low = raw.translate(_STRAIGHT)
    lower = low.lower()
    return (
        lower
        if len(lower) == len(low)
        else "".join(c.lower() if len(c.lower()) == 1 else c for c in low)
    )


def _masked(low: str, names: tuple[Mention, ...], base: int) -> str:
    for one in names:
        if one.how == "membership":
            continue
        start, end = one.start - base, one.end - base
        low = low[:start] + MASK * (min(end, len(low)) - start) + low[end:]
    return low


def _finished(draft: Draft, document: Document, start: int, end: int) -> Claim:
    claim = draft.claim
    sentence = document.text[start:end]
    seal = f"{document.id}:{start}:{draft.start}:{claim.type}:{claim.subject.instrument}"
    content = dict.fromkeys(word.folded for word in words_of(sentence) if word.folded not in _DULL)
    return replace(
        claim,
        id=hashlib.sha256(seal.encode()).hexdigest()[:12],
        sentence=sentence,
        span=document.span(start, end),
        cue=document.span(start + draft.start, start + draft.end),
        doc=document.id,
        said=document.when,
        words=tuple(content),
    )
