"""Sources, spans and citations: what a sentence may rest on.

A *source* is a document that somebody else can open.
A *span* is a run of characters of an immutable text, sealed with a hash.
A *citation* is one of five kinds, and a reader is always told which:

- ``SpanCitation``: characters of a source's text;
- ``ClauseCitation``: a clause of an instrument, under a named reading;
- ``ResultCitation``: something that Foedus computed, with the call that computes it again;
- ``EventCitation``: a dated entry of the dossier's own files (events, meetings, polls, actors);
- ``EditorCitation``: a sentence that a named editor wrote.
"""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass
from typing import Any, Literal

SourceKind = Literal["original", "summary"]


def text_sha(text: str) -> str:
    """Return the seal of a text: the first 16 hex digits of its SHA-256.

    Examples
    --------
    >>> text_sha("peace")
    'c2e10c20bf46daf0'
    """
    return hashlib.sha256(text.encode()).hexdigest()[:16]


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """A document, described well enough for a reader to find it.

    ``kind`` is ``summary`` where the text at hand is our own short summary and not the
    document's words; such a source is never quoted as the original.
    ``published`` is an ISO date, possibly only a year or a month, or empty if unknown.
    The ``seen`` fields are the page in which a summary's facts were seen; it may be a copy.
    ``topics``, ``instruments`` and ``actors`` are what the head of a source note names.
    """

    id: str
    title: str
    outlet: str = ""
    country: str = ""
    document: str = ""
    kind: SourceKind = "original"
    published: str = ""
    number: str = ""
    address: str = ""
    seen_address: str = ""
    seen_title: str = ""
    seen_outlet: str = ""
    language: str = "en"
    topics: tuple[str, ...] = ()
    instruments: tuple[str, ...] = ()
    actors: tuple[str, ...] = ()

    def to_csl(self) -> dict[str, Any]:
        """Return the source as a CSL-JSON item."""
        kinds = {
            "press_report": "article-newspaper",
            "treaty": "treaty",
            "law": "legislation",
            "study": "article-journal",
            "dataset": "dataset",
        }
        item: dict[str, Any] = {
            "id": self.id,
            "type": kinds.get(self.document, "document"),
            "title": self.title,
        }
        if self.outlet:
            item[
                "container-title" if self.document in {"press_report", "study"} else "publisher"
            ] = self.outlet
        if self.published:
            item["issued"] = {"date-parts": [[int(part) for part in self.published.split("-")]]}
        if self.number:
            item["number"] = self.number
        if self.address or self.seen_address:
            item["URL"] = self.address or self.seen_address
        item["language"] = self.language
        return item

    def to_bibtex(self) -> str:
        """Return the source as a BibTeX entry."""
        fields = {
            "title": f"{{{self.title}}}",
            "organization": self.outlet,
            "date": self.published,
            "number": self.number,
            "url": self.address or self.seen_address,
        }
        body = ",\n".join(f"  {key} = {{{value}}}" for key, value in fields.items() if value)
        return f"@misc{{{re.sub(r'[^A-Za-z0-9:_-]', '-', self.id)},\n{body}\n}}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Span:
    """Characters ``start`` to ``end`` of the text of document ``doc``, sealed with ``sha``."""

    doc: str
    start: int
    end: int
    sha: str

    @classmethod
    def of(cls, doc: str, text: str, start: int, end: int) -> Span:
        """Seal characters ``start`` to ``end`` of ``text``."""
        return cls(doc=doc, start=start, end=end, sha=text_sha(text[start:end]))

    def read(self, text: str) -> str | None:
        """Return the words of the span, or None if the text is not the one that was sealed."""
        words = text[self.start : self.end]
        return words if self.end <= len(text) and text_sha(words) == self.sha else None


@dataclass(frozen=True, slots=True, kw_only=True)
class SpanCitation:
    """Rests on the words of a source."""

    span: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class ClauseCitation:
    """Rests on a clause of an instrument, under a named reading.

    ``field`` names the part of the file that is meant (``obligations.help.deadline``).
    """

    instrument: str
    article: str
    clause: str = ""
    reading: str = "suite"
    field: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ResultCitation:
    """Rests on something that Foedus computed.

    ``command`` computes it again; ``facts`` are the values a sentence may state.
    """

    command: str
    facts: tuple[str, ...] = ()
    rests_on: tuple[ClauseCitation, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class EventCitation:
    """Rests on an entry of the dossier's own dated files."""

    file: str
    entry: str
    facts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class EditorCitation:
    """Was written by a named editor, in a note of the dossier."""

    editor: str
    note: str


Citation = SpanCitation | ClauseCitation | ResultCitation | EventCitation | EditorCitation


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """A sentence with what it rests on. A briefing is made of nothing else."""

    text: str
    citations: tuple[Citation, ...]
