"""Who said what: attributions found by rules, with no parser and no dependency.

A document is read block by block. In each sentence every reporting word is tried in turn:
its subject is the *source*, what it introduces or closes is the *content*. What the page says
in its own voice is not a statement. The rules know English grammar and the words of
:mod:`foedus.evidence.cue`; nothing was learnt from a corpus.

Notes
-----
Linear in the text but for short bounded looks to the left and right of each reporting word.
"""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import TYPE_CHECKING

from foedus.evidence.actors import NOBODY, Actors
from foedus.evidence.quote import Quote, quotations
from foedus.evidence.report import Report
from foedus.evidence.reporting import reports
from foedus.evidence.speaker import Voices
from foedus.evidence.stance import hedges, modality, stance
from foedus.evidence.statement import Statement, StatementKind
from foedus.evidence.tokens import Tokens, sentences
from foedus.evidence.topic import DOMAIN, topics
from foedus.sources import Span

if TYPE_CHECKING:
    from foedus.evidence.document import Block, Document

EXTRACTOR = "rules-1"
READ_KINDS = frozenset({"body", "answer"})
MAX_SENTENCE = 400  # tokens; a longer "sentence" is a list or a table that lost its marks
_STRETCH = 400  # characters of which it is asked once whether they speak of security
_AROUND = 300  # and what is added to them on each side
MIN_QUOTE = 12  # characters inside the marks; shorter ones are single words in marks

# How sure each pattern is on development articles, in steps of .05.
_DATELINE = re.compile(
    r"\s*(?:[A-Z][\w.,'’/ -]{0,60}?\s?)?(?:\([A-Z][\w .]{1,20}\)\s?[—–-]{1,2}"
    r"|(?<=[A-Z]{3})\s?[—–]|(?<=[A-Z]{3}) --?)\s"
)
_SURE = {
    "quote": 0.95, "colon": 0.85, "that": 0.9, "trailing": 0.85, "clause": 0.8, "question": 0.75,
    "to": 0.75, "lead": 0.7, "noun": 0.6, "adjective": 0.75, "according": 0.9, "passive": 0.6,
}  # fmt: skip

Chars = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Found:
    """One attribution as character ranges, before its speaker is known."""

    source: Chars | None
    cue: Chars | None
    content: tuple[Chars, ...]
    pattern: str
    lemma: str = ""
    hearer: Chars | None = None
    quoted: tuple[Chars, ...] = ()  # the quotations among the content


def statements(document: Document, actors: Actors | None = None) -> tuple[Statement, ...]:
    """Return what the document says that others said, thought, wanted or feared.

    Parameters
    ----------
    document
        Only blocks that are kept and hold running text are read.
    actors
        Who is who, for matching names; a name is matched, never corrected.

    Returns
    -------
    tuple[Statement, ...]
        In the order of the text. A content may lie inside another one; then the outer speaker
        stands in ``reported_by``.
    """
    voices = Voices(document.text, document.when, actors or NOBODY)
    found = attributions(document)
    made: list[Statement] = []
    around: list[tuple[int, int, Statement]] = []
    for one in found:
        statement = _statement(document, one, voices)
        outer = _outer(around, one)
        if outer is not None:
            chain = (outer.speaker.name, *outer.reported_by)
            statement = replace(statement, reported_by=(*statement.reported_by, *chain))
        made.append(statement)
        around = [item for item in around if item[1] > statement.content[0].start][-8:]
        around.extend((span.start, span.end, statement) for span in statement.content)
    return tuple(made)


def attributions(document: Document) -> list[Found]:
    """Return the attributions of a document as places in its text."""
    text = document.text
    found: list[Found] = []
    going_on = False  # the last paragraph ended inside a quotation, or with a colon
    for block in document.blocks:
        if not block.kept or block.kind not in READ_KINDS:
            continue
        quotes = quotations(text, block.start, block.end)
        going_on = _read_block(text, block, quotes, found, going_on=going_on)
    return found


def _read_block(
    text: str, block: Block, quotes: tuple[Quote, ...], found: list[Found], *, going_on: bool
) -> bool:
    """Add the attributions of one block; say whether the speech goes on in the next."""
    first = True
    before_end = len(found)
    last_quote: Quote | None = None
    previous: Chars | None = None
    dateline = _DATELINE.match(text, block.start, min(block.end, block.start + 100))
    start = dateline.end() if dateline else block.start
    for tokens in sentences(text, start, block.end, tuple(q for q in quotes if q.start >= start)):
        if len(tokens) > MAX_SENTENCE:
            first = False
            continue
        only = _only_quotes(tokens)
        if only:
            same_block = len(found) > before_end and found[-1].quoted != ()
            if found and (same_block or (first and going_on)):
                found[-1] = _extended(found[-1], only)
            elif found and _long(only):
                found.append(_alone(only, found[-1].source))
            last_quote = only[-1]
            first = False
            continue
        new = reports(tokens)
        for report in new:
            spoken = (last_quote.start, last_quote.end) if last_quote else None
            made = _found(
                tokens, report, spoken or (previous if tokens.glued else None), quoted=bool(spoken)
            )
            if made is not None:
                found.append(made)
        last_quote = tokens.quotes[-1] or (tokens.quotes[-2] if len(tokens) > 1 else None)
        previous = (tokens.starts[0], tokens.ends[-1])
        first = False
    open_quote = bool(quotes) and quotes[-1].open
    colon = text[block.start : block.end].rstrip().endswith(":")
    return bool(found) and (open_quote or (colon and len(found) > before_end))


def _only_quotes(tokens: Tokens) -> list[Quote]:
    """Return the quotations of a sentence that holds nothing else; empty otherwise."""
    held = [quote for quote in tokens.quotes if quote is not None]
    if not held or any(tag not in "Q,.;:-()" for tag in tokens.tags):
        return []
    return held


def _alone(quotes: list[Quote], source: Chars | None) -> Found:
    """Return a quotation that nobody introduces: it goes on from the speaker before."""
    places = tuple((quote.start, quote.end) for quote in quotes)
    return Found(source=source, cue=None, content=places, pattern="alone", quoted=places)


def _long(quotes: list[Quote]) -> bool:
    return any(quote.inner_end - quote.inner_start >= MIN_QUOTE for quote in quotes)


def _extended(found: Found, quotes: list[Quote]) -> Found:
    more = tuple((quote.start, quote.end) for quote in quotes)
    return replace(
        found, content=(*found.content, *more), quoted=(*found.quoted, *more), pattern="quote"
    )


def _found(tokens: Tokens, report: Report, behind: Chars | None, *, quoted: bool) -> Found | None:
    """Turn tokens into characters; ``behind`` is what "..." + "officials said." may refer to."""
    content = tuple(_chars(tokens, part) for part in report.content)
    content = tuple(part for part in content if part[0] < part[1])
    marked = [
        (quote.start, quote.end)
        for start, end in report.content
        for quote in tokens.quotes[start:end]
        if quote is not None and quote.inner_end - quote.inner_start >= MIN_QUOTE
    ]
    if report.pattern == "alone":
        if behind is None or report.cue[0] > 30:
            return None
        content = (behind,)
        marked = [behind] if quoted else []
    if not content:
        return None
    return Found(
        source=_chars(tokens, report.source) if report.source else None,
        cue=_cue(tokens, report.cue),
        content=content,
        pattern="trailing" if report.pattern == "alone" else report.pattern,
        lemma=report.lemma,
        hearer=_chars(tokens, report.hearer) if report.hearer else None,
        quoted=tuple(marked),
    )


def _chars(tokens: Tokens, part: tuple[int, int]) -> Chars:
    """Return the characters of a token range, without commas and marks at its edges."""
    start, end = part
    while start < end and tokens.tags[start] in ",;:-.":
        start += 1
    while end > start and tokens.tags[end - 1] in ",;:-":
        end -= 1
    if start >= end:
        return (0, 0)
    return (tokens.starts[start], tokens.ends[end - 1])


def _cue(tokens: Tokens, part: tuple[int, int]) -> Chars | None:
    """Return the characters of the reporting words; a bare colon is one too."""
    place = _chars(tokens, part)
    if place == (0, 0) and part[0] < part[1]:
        place = (tokens.starts[part[0]], tokens.ends[part[1] - 1])
    return place if place[0] < place[1] else None


def _kind(text: str, found: Found) -> StatementKind:
    """Say whether the content is in the speaker's words."""
    if not found.quoted:
        return "indirect"
    inside = sum(end - start for start, end in found.quoted)
    words = sum(len(text[start:end].strip(" ,.;:—–-")) for start, end in found.content)
    return "direct" if inside >= words - 1 else "mixed"


def _outer(around: list[tuple[int, int, Statement]], found: Found) -> Statement | None:
    """Return the statement inside whose content this one is made."""
    place = found.cue[0] if found.cue else found.content[0][0]
    for start, end, statement in reversed(around):
        if start <= place < end and found.source and start <= found.source[0]:
            return statement
    return None


@lru_cache(maxsize=32)
def _about_security(text: str, stretch: int) -> bool:
    """Say whether a stretch of the text, or what is close to it, speaks of security at all."""
    start = stretch * _STRETCH
    return DOMAIN.search(text, max(0, start - _AROUND), start + _STRETCH + _AROUND) is not None


def _statement(document: Document, found: Found, voices: Voices) -> Statement:
    """Seal an attribution as a statement."""
    text = document.text

    def seal(part: Chars | None) -> tuple[Span, ...]:
        return () if part is None else (Span.of(document.id, text, *part),)

    place = found.cue[0] if found.cue else found.content[0][0]
    alone = found.pattern == "alone"
    speaker = voices.continued(place) if alone else voices.speaker(found.source, place)
    contents = tuple(Span.of(document.id, text, *part) for part in found.content)
    words = " ".join(text[start:end] for start, end in found.content)
    secure = _about_security(text, found.content[0][0] // _STRETCH)
    cue = text[slice(*found.cue)] if found.cue else ""
    mark = f"{document.id}:{found.source}:{found.cue}:{found.content}"
    sure = _SURE.get(found.pattern, 0.5)
    return Statement(
        id=hashlib.sha256(mark.encode()).hexdigest()[:16],
        doc=document.id,
        speaker=speaker,
        source=seal(found.source),
        cue=seal(found.cue),
        content=contents,
        kind=_kind(text, found),
        text=words,
        stance=stance(found.lemma, cue, words, speaker.role) if secure else "REPORT",
        modality=modality(words),
        topics=topics(words) if secure else (),
        hedges=hedges(words),
        reported_by=(text[slice(*found.hearer)],) if found.hearer else (),
        said=document.when,
        confidence=round(sure * (0.8 + 0.2 * (speaker.confidence if found.source else 0.5)), 2),
        extractor=EXTRACTOR,
    )
