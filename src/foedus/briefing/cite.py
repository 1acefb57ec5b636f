"""Citations: resolve each to the passage that it names, and check the sentence against it.

A *desk* is what a checker needs to have at hand: the documents, and a way to compute again
what Foedus itself stated. Whatever its kind, a citation leads to a passage of words:

========  ==============================================================================
span      the characters themselves, if their seal (hash) still holds
clause    the sentences that the reading of that clause gives
result    the sentences that the command gives when it is computed again
event     the sentences that the dossier's dated entry gives
editor    nothing: it is the editor's own word, and shown as such
========  ==============================================================================

A sentence is then borne out by its passages, or it is not (:mod:`foedus.briefing.bearing`).

In a Markdown draft a citation is a mark after the sentence::

    [@budapest-memorandum-1994:120-245#1f0e3dad]     characters 120 to 245, sealed
    [@clause nato-1949 5]                            article 5
    [@result foedus gaps paris-2026 --axis legal]    a command
    [@event meetings.yaml berlin-2025]               an entry of the dossier
    [@editor Jane Roe]                               the editor's own sentence
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Literal

from foedus.briefing.bearing import Problem, not_borne_out, plain
from foedus.briefing.copies import seen_at
from foedus.sources import (
    Citation,
    ClauseCitation,
    EditorCitation,
    EventCitation,
    ResultCitation,
    Sentence,
    Source,
    Span,
    SpanCitation,
    text_sha,
)

CitationKind = Literal["span", "clause", "result", "event", "editor"]
SEAL_DIGITS = 8  # of a mark; the citation itself keeps 16


@dataclass(frozen=True, slots=True, kw_only=True)
class Resting:
    """The words that a citation leads to, and what a reader is told about them.

    ``copied`` marks an ``outside`` address that leads to a copy, because no other is known.
    ``meta`` is what is known of the source besides its words. ``own`` marks the word of an
    editor, which rests on nothing else.
    """

    kind: CitationKind
    words: str
    title: str
    place: str = ""
    date: str = ""
    label: str = ""
    href: str = ""
    outside: str = ""
    copied: bool = False
    meta: tuple[str, ...] = ()
    own: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Cited:
    """A document as a citation sees it: its source and its immutable text."""

    source: Source
    text: str
    original: str = ""  # what the reader is told about the kind of text
    href: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Desk:
    """What a checker has at hand.

    ``documents`` maps ids, of documents and of sources alike, to texts; ``recompute`` answers a
    citation of any kind but a span, or gives None if there is no such clause, result or entry.
    """

    documents: Mapping[str, Cited]
    recompute: Callable[[Citation], Resting | None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Checked:
    """The verdict on one sentence."""

    sentence: Sentence
    problems: tuple[Problem, ...]

    @property
    def ok(self) -> bool:
        """Say whether the sentence is cited and borne out."""
        return not self.problems


def resolve(citation: Citation, desk: Desk) -> Resting | None:
    """Return the words that a citation leads to, or None if there are none."""
    if not isinstance(citation, SpanCitation):
        return desk.recompute(citation)
    cited = desk.documents.get(citation.span.doc)
    words = citation.span.read(cited.text) if cited else None
    if cited is None or not words or not words.strip():
        return None
    source = cited.source
    label = ", ".join(part for part in (cited.original, seen_at(source)) if part)
    return Resting(
        kind="span",
        words=words,
        title=source.title,
        place=source.outlet,
        date=source.published,
        label=label,
        href=f"{cited.href}#{anchor(citation.span)}" if cited.href else "",
        outside=source.address or source.seen_address,
        copied=not source.address and bool(seen_at(source)),
        meta=tuple(
            part for part in (source.outlet, source.title, source.published, source.number) if part
        ),
    )


def anchor(span: Span) -> str:
    """Return the id of a span on the page of its source."""
    return f"c-{span.start}-{span.end}"


def check(sentence: Sentence, desk: Desk) -> Checked:
    """Say whether a sentence is cited and borne out by what it cites, and if not, why."""
    if not sentence.citations:
        return Checked(
            sentence=sentence, problems=(Problem("uncited", "the sentence cites nothing"),)
        )
    resting: list[Resting] = []
    lost: list[Problem] = []
    for citation in sentence.citations:
        found = resolve(citation, desk)
        if found is None:
            lost.append(
                Problem(
                    "lost", f"the citation {mark(citation)} leads nowhere, or its text has changed"
                )
            )
        else:
            resting.append(found)
    if lost:
        return Checked(sentence=sentence, problems=tuple(lost))
    if all(found.own and not found.words for found in resting):
        return Checked(sentence=sentence, problems=())
    words = "\n".join(found.words for found in resting if found.words)
    meta = tuple(part for found in resting for part in found.meta)
    return Checked(sentence=sentence, problems=not_borne_out(sentence.text, words, meta=meta))


def mark(citation: Citation) -> str:
    """Write a citation as a mark of a draft; :func:`unmark` reads it again.

    Examples
    --------
    >>> mark(ClauseCitation(instrument="nato-1949", article="5"))
    'clause nato-1949 5'
    """
    match citation:
        case SpanCitation(span=span):
            return f"{span.doc}:{span.start}-{span.end}#{span.sha[:SEAL_DIGITS]}"
        case ClauseCitation():
            rest = f" under {citation.reading}" if citation.reading != "suite" else ""
            clause = f"#{citation.clause}" if citation.clause else ""
            return f"clause {citation.instrument} {citation.article}{clause}{rest}"
        case ResultCitation():
            return f"result {citation.command}"
        case EventCitation():
            return f"event {citation.file} {citation.entry}"
        case EditorCitation():
            return f"editor {citation.editor}" + (f" in {citation.note}" if citation.note else "")


_SPAN_MARK = re.compile(
    r"(?P<doc>[^\s:\]#]+):(?P<start>\d{1,9})-(?P<end>\d{1,9})(?:#(?P<seal>[0-9a-f]{4,16}))?"
)
_CLAUSE_MARK = re.compile(
    r"clause (?P<id>\S+) (?P<article>[^#]+?)(?:#(?P<clause>\S+))?(?: under (?P<reading>\S+))?"
)


def unmark(words: str, documents: Mapping[str, Cited]) -> Citation | None:
    """Read a mark; None if it is not one, or if its seal does not hold.

    A span without a seal is sealed as the text stands now.
    """
    words = plain(words).removeprefix("@")
    if found := _CLAUSE_MARK.fullmatch(words):
        return ClauseCitation(
            instrument=found["id"],
            article=found["article"],
            clause=found["clause"] or "",
            reading=found["reading"] or "suite",
        )
    head, _, rest = words.partition(" ")
    if head == "result" and rest:
        return ResultCitation(command=rest)
    if head == "event" and len(parts := rest.split(" ", 1)) == 2:
        return EventCitation(file=parts[0], entry=parts[1])
    if head == "editor" and rest:
        name, _, note = rest.partition(" in ")
        return EditorCitation(editor=name, note=note)
    found = _SPAN_MARK.fullmatch(words)
    cited = documents.get(found["doc"]) if found else None
    if found is None or cited is None:
        return None
    start, end = int(found["start"]), int(found["end"])
    sealed = text_sha(cited.text[start:end])
    if not (0 <= start < end <= len(cited.text) and sealed.startswith(found["seal"] or "")):
        return None
    return SpanCitation(span=Span(doc=found["doc"], start=start, end=end, sha=sealed))
