"""Documents and statements as plain values, for the store: there and back again."""

from __future__ import annotations

from dataclasses import asdict, fields
from datetime import date
from typing import Any

from foedus.evidence.document import Block, Document
from foedus.evidence.statement import Speaker, Statement
from foedus.evidence.when import When
from foedus.sources import Source, Span

Record = dict[str, Any]


def when_record(when: When) -> Record:
    """Return a date as plain values."""
    record = asdict(when)
    record["start"] = when.start.isoformat() if when.start else None
    record["end"] = when.end.isoformat() if when.end else None
    return record


def when_of(record: Record) -> When:
    """Return the date of plain values.

    Examples
    --------
    >>> when_of(when_record(When())) == When()
    True
    """
    anchor = record["anchor"]
    return When(
        start=date.fromisoformat(record["start"]) if record["start"] else None,
        end=date.fromisoformat(record["end"]) if record["end"] else None,
        how=record["how"],
        anchor=Span(**anchor) if anchor else None,
        entry=record["entry"],
    )


def document_record(document: Document) -> Record:
    """Return a document as plain values."""
    return {
        "id": document.id,
        "source": asdict(document.source),
        "text": document.text,
        "blocks": [
            [block.kind, block.start, block.end, block.kept, block.why] for block in document.blocks
        ],
        "raw_sha256": document.raw_sha256,
        "offsets": [list(pair) for pair in document.offsets],
        "title": document.title,
        "language": document.language,
        "translated": document.translated,
        "when": when_record(document.when),
    }


def source_of(record: Record) -> Source:
    """Return the source of plain values."""
    values: dict[str, Any] = {k: tuple(v) if isinstance(v, list) else v for k, v in record.items()}
    return Source(**values)


def document_of(record: Record) -> Document:
    """Return the document of plain values."""
    return Document(
        id=record["id"],
        source=source_of(record["source"]),
        text=record["text"],
        blocks=tuple(
            Block(kind=kind, start=start, end=end, kept=kept, why=why)
            for kind, start, end, kept, why in record["blocks"]
        ),
        raw_sha256=record["raw_sha256"],
        offsets=tuple((here, there) for here, there in record["offsets"]),
        title=record["title"],
        language=record["language"],
        translated=record["translated"],
        when=when_of(record["when"]),
    )


_SPANS = ("source", "cue", "content")


def statement_record(statement: Statement) -> Record:
    """Return a statement as plain values."""
    record = {field.name: getattr(statement, field.name) for field in fields(statement)}
    record["speaker"] = asdict(statement.speaker)
    for name in _SPANS:
        record[name] = [asdict(span) for span in record[name]]
    record["said"] = when_record(statement.said)
    return record


def statement_of(record: Record) -> Statement:
    """Return the statement of plain values."""
    values: dict[str, Any] = {
        name: tuple(value) if isinstance(value, list) else value for name, value in record.items()
    }
    speaker: dict[str, Any] = {
        k: tuple(v) if isinstance(v, list) else v for k, v in record["speaker"].items()
    }
    values["speaker"] = Speaker(**speaker)
    for name in _SPANS:
        values[name] = tuple(Span(**span) for span in record[name])
    values["said"] = when_of(record["said"])
    return Statement(**values)
