"""Source notes: our own short summaries of real documents, each with its reference.

A note is Markdown with a head between two lines of ``---``. The head says what was
summarised; the paragraphs below it are the summary, in our words and never the original's.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, ClassVar, Literal

from foedus.evidence.calendar import interval
from foedus.evidence.dossier_format import Day
from foedus.sources import Source

MARK = "---\n"
DocumentKind = Literal[
    "treaty", "memorandum", "declaration", "law", "resolution", "statement", "communique",
    "press_report", "poll", "study", "dataset", "report",
]  # fmt: skip
_STRICT: dict[str, Any] = {"extra": "forbid"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Seen:
    """The public page in which the facts of a note were seen."""

    __pydantic_config__: ClassVar[dict[str, Any]] = _STRICT
    title: str = ""
    outlet: str = ""
    address: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class NoteHead:
    """The head of a source note."""

    __pydantic_config__: ClassVar[dict[str, Any]] = _STRICT
    title: str
    outlet: str
    document: DocumentKind
    published: Day
    seen: Seen
    kind: Literal["summary"] = "summary"
    country: str = ""
    number: str = ""
    address: str = ""
    language: str = "en"
    summarised_on: Day = None
    topics: tuple[str, ...] = ()
    instruments: tuple[str, ...] = ()
    actors: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        """Refuse what is not a date, and an address that is not of the web."""
        for name in ("published", "summarised_on"):
            day = getattr(self, name)
            if day is not None and interval(day) is None:
                raise ValueError(f"{name}: {day!r} is not a date")
        for address in (self.address, self.seen.address):
            if address and not address.startswith(("https://", "http://")):
                raise ValueError(f"{address!r} does not begin with https:// or http://")

    def source(self, name: str) -> Source:
        """Return the reference, under the name of the note."""
        return Source(
            id=name,
            title=self.title,
            outlet=self.outlet,
            country=self.country,
            document=self.document,
            kind="summary",
            published=str(self.published or ""),
            number=self.number,
            address=self.address,
            seen_address=self.seen.address,
            seen_title=self.seen.title,
            seen_outlet=self.seen.outlet,
            language=self.language,
            topics=self.topics,
            instruments=self.instruments,
            actors=self.actors,
        )


def looks_like_note(text: str) -> bool:
    """Say whether a text begins with a head."""
    return text.startswith(MARK) and "\n" + MARK in text[len(MARK) - 1 : 20_000]


def split_note(text: str) -> tuple[str, int]:
    """Return the head of a note and where its body begins."""
    end = text.index("\n" + MARK, len(MARK) - 1)
    return text[len(MARK) : end + 1], end + 1 + len(MARK)


def read_head(head: str, file: str) -> NoteHead:
    """Read the head of a note.

    Raises
    ------
    ReadError
        FD0xx not readable as YAML.
    UnreadableDocument
        FD401-FD405 a key is missing, unknown or wrong; places count from the head's first line.
    """
    from foedus.errors import UnreadableDocument
    from foedus.yamlfile import adapter_for, parse, validate

    # One line is put before, so that lines count as they do in the file.
    located = parse("\n" + head, file=file)
    adapter = adapter_for(NoteHead)
    return validate(located, adapter, code="FD4", error=UnreadableDocument)  # type: ignore[no-any-return]
