"""The store of a dossier: documents, blocks, passages and statements, and the raw bytes.

SQLite with FTS5 behind a small protocol. Three promises:

- Raw bytes are kept under their hash, written and flushed before anything refers to them.
- A document is stored in one transaction: after a kill it is there whole or not at all, and
  what was reported as stored is there.
- The store can be made again from the raw bytes; its content hash is then the same, whatever
  the order and time in which documents came.

Layout: ``raw/<sha256>`` bytes, ``raw/<document id>.json`` name and origin, ``store.sqlite``.
"""

from __future__ import annotations

import hashlib
import json
import os
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any, Protocol, Self

from foedus.errors import Finding, InvalidDossier
from foedus.evidence.document import Document
from foedus.evidence.passage import Passage, passages
from foedus.evidence.record import (
    document_of,
    document_record,
    source_of,
    statement_of,
    statement_record,
)
from foedus.evidence.statement import Statement
from foedus.sources import Source

BUSY_MS = 30_000  # how long a second process waits for the first
MOST_RANKED = 1_500  # BM25 takes about 3 microseconds a passage and word
# FTS5's own stemmer and no accents: "Zelenskyy's", "élysée" and "guarantees" find each other.
TOKENIZER = "porter unicode61 remove_diacritics 2"

_TABLES = f"""
CREATE TABLE IF NOT EXISTS meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS documents (
    id TEXT PRIMARY KEY, raw_sha256 TEXT NOT NULL, origin TEXT NOT NULL,
    source_id TEXT NOT NULL, source TEXT NOT NULL, record TEXT NOT NULL, dating TEXT NOT NULL
);
CREATE TABLE IF NOT EXISTS names (name TEXT, doc TEXT, PRIMARY KEY (name, doc)) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS names_doc ON names (doc);
CREATE TABLE IF NOT EXISTS topics (topic TEXT, doc TEXT, PRIMARY KEY (topic, doc)) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS topics_doc ON topics (doc);
CREATE INDEX IF NOT EXISTS documents_source ON documents (source_id);
CREATE INDEX IF NOT EXISTS documents_raw ON documents (raw_sha256);
CREATE TABLE IF NOT EXISTS passages (
    id INTEGER PRIMARY KEY, doc TEXT NOT NULL, start INTEGER NOT NULL, "end" INTEGER NOT NULL,
    kind TEXT NOT NULL, question TEXT NOT NULL
);
CREATE INDEX IF NOT EXISTS passages_doc ON passages (doc);
CREATE INDEX IF NOT EXISTS passages_question ON passages (question) WHERE question != '';
CREATE VIRTUAL TABLE IF NOT EXISTS words USING fts5 (text, tokenize = '{TOKENIZER}');
CREATE VIRTUAL TABLE IF NOT EXISTS vocabulary USING fts5vocab ('words', 'row');
CREATE TABLE IF NOT EXISTS statements (
    id TEXT NOT NULL, doc TEXT NOT NULL, place INTEGER NOT NULL, record TEXT NOT NULL,
    PRIMARY KEY (doc, place)
) WITHOUT ROWID;
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A document on its way into the store, with all that was found in it.

    ``origin`` is what is needed to read it again: name and what ``sources.yaml`` said.
    """

    document: Document
    raw: bytes
    origin: dict[str, Any]
    statements: tuple[Statement, ...] = ()
    dating: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Match:
    """A passage that a search found, and its BM25 score: higher is better."""

    passage: Passage
    score: float


class Store(Protocol):
    """What the rest of Foedus needs of a store."""

    def add(self, entry: Entry) -> None:
        """Store a document whole, or not at all."""

    def documents(self) -> Iterator[Document]:
        """Yield the documents, by source id."""

    def document(self, doc: str) -> Document:
        """Return one document."""

    def statements(self, doc: str = "") -> Iterator[Statement]:
        """Yield the statements, of one document or of all."""

    def match(self, query: str, *, limit: int, without: Sequence[str] = ()) -> list[Match]:
        """Return the passages that fit an FTS5 query best."""

    def frequency(self, stems: Iterable[str]) -> dict[str, int]:
        """Return in how many passages each stem stands."""

    def size(self) -> dict[str, int]:
        """Return how many documents, passages and statements there are."""


def _atomic(path: Path, data: bytes, *, flush: bool) -> None:
    """Write a file so that it is there whole or not at all, and survives a crash."""
    temporary = path.with_name(f".{path.name}.{os.getpid()}")
    with temporary.open("wb") as file:
        file.write(data)
        file.flush()
        if flush:
            os.fsync(file.fileno())
    temporary.replace(path)


# Tables that hold what belongs to a document, and the column with its id.
_OF_A_DOCUMENT = (
    ("passages", "doc"), ("statements", "doc"), ("topics", "doc"), ("names", "doc"),
    ("documents", "id"),
)  # fmt: skip


class SqliteStore:
    """A store in one SQLite file beside a folder of raw bytes."""

    def __init__(self, folder: Path, *, name: str = "store.sqlite") -> None:
        self.folder = folder
        self._raw = folder / "raw"
        self._flush = True
        self._raw.mkdir(parents=True, exist_ok=True)
        try:
            self._db = sqlite3.connect(folder / name, timeout=BUSY_MS / 1000, isolation_level=None)
            self._db.execute(f"PRAGMA busy_timeout = {BUSY_MS}")
            self._db.execute("PRAGMA journal_mode = WAL")
            self._db.execute("PRAGMA synchronous = FULL")
            self._db.executescript(_TABLES)
        except sqlite3.DatabaseError as error:
            place = folder / name
            hint = "remove the file and run `foedus ingest` again; the raw bytes are kept beside it"
            found = Finding(code="FD320", message=str(error), file=str(place), hint=hint)
            raise InvalidDossier("The store cannot be opened", [found]) from error

    def close(self) -> None:
        """Close the database."""
        self._db.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    @contextmanager
    def _transaction(self) -> Iterator[sqlite3.Connection]:
        self._db.execute("BEGIN IMMEDIATE")
        try:
            yield self._db
        except BaseException:
            self._db.execute("ROLLBACK")
            raise
        self._db.execute("COMMIT")

    def checkpoint(self) -> None:
        """Write everything into the one file, so that it can be moved."""
        self._db.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        self._db.execute("PRAGMA journal_mode = DELETE")

    def hurry(self) -> None:
        """Leave out flushing: for a store that is made aside and moved into place when whole."""
        self._db.execute("PRAGMA synchronous = OFF")
        self._flush = False

    # What is remembered about the store itself.

    def remembered(self, key: str) -> str:
        """Return a remembered word, or nothing."""
        row = self._db.execute("SELECT value FROM meta WHERE key = ?", (key,)).fetchone()
        return str(row[0]) if row else ""

    def remember(self, key: str, value: str) -> None:
        """Remember a word about the store."""
        self._db.execute("INSERT OR REPLACE INTO meta VALUES (?, ?)", (key, value))

    # Writing.

    def add(self, entry: Entry) -> None:
        """Store a document whole, or not at all; one of the same id is replaced."""
        document = entry.document
        raw = self._raw / document.raw_sha256
        if not raw.exists():
            _atomic(raw, entry.raw, flush=self._flush)
        origin = json.dumps(entry.origin, sort_keys=True, ensure_ascii=False)
        _atomic(self._raw / f"{document.id}.json", origin.encode(), flush=self._flush)
        record = json.dumps(document_record(document), ensure_ascii=False, sort_keys=True)
        found = list(passages(document))
        with self._transaction() as db:
            self._forget(document.id)
            db.execute(
                "INSERT INTO documents VALUES (?, ?, ?, ?, ?, ?, ?)",
                (
                    document.id,
                    document.raw_sha256,
                    origin,
                    document.source.id,
                    json.dumps(asdict(document.source), ensure_ascii=False),
                    record,
                    entry.dating,
                ),
            )
            db.executemany(
                "INSERT OR IGNORE INTO topics VALUES (?, ?)",
                [(topic, document.id) for topic in document.source.topics],
            )
            db.executemany(
                "INSERT OR IGNORE INTO names VALUES (?, ?)",
                [(name, document.id) for name in entry.origin.get("also", ())],
            )
            self._add_passages(found)
            self._add_statements(document.id, entry.statements)

    def also_named(self, doc: str, name: str) -> None:
        """Remember another name under which the same bytes came."""
        (text,) = self._db.execute("SELECT origin FROM documents WHERE id = ?", (doc,)).fetchone()
        origin = json.loads(text)
        if name in origin["also"]:
            return
        origin["also"] = sorted({*origin["also"], name})
        text = json.dumps(origin, sort_keys=True, ensure_ascii=False)
        _atomic(self._raw / f"{doc}.json", text.encode(), flush=self._flush)
        with self._transaction() as db:
            db.execute("UPDATE documents SET origin = ? WHERE id = ?", (text, doc))
            db.execute("INSERT OR IGNORE INTO names VALUES (?, ?)", (name, doc))

    def set_statements(self, doc: str, statements: Iterable[Statement]) -> None:
        """Replace the statements of a document."""
        with self._transaction() as db:
            db.execute("DELETE FROM statements WHERE doc = ?", (doc,))
            self._add_statements(doc, statements)

    def _add_statements(self, doc: str, statements: Iterable[Statement]) -> None:
        rows = [
            (
                one.id,
                doc,
                place,
                json.dumps(statement_record(one), ensure_ascii=False, sort_keys=True),
            )
            for place, one in enumerate(statements)
        ]
        self._db.executemany("INSERT INTO statements VALUES (?, ?, ?, ?)", rows)

    def _add_passages(self, found: Sequence[Passage]) -> None:
        (first,) = self._db.execute("SELECT coalesce(max(id), 0) + 1 FROM passages").fetchone()
        self._db.executemany(
            "INSERT INTO passages VALUES (?, ?, ?, ?, ?, ?)",
            [
                (first + place, one.doc, one.start, one.end, one.kind, one.question)
                for place, one in enumerate(found)
            ],
        )
        self._db.executemany(
            "INSERT INTO words (rowid, text) VALUES (?, ?)",
            [(first + place, one.text) for place, one in enumerate(found)],
        )

    def _forget(self, doc: str) -> None:
        rows = self._db.execute("SELECT id FROM passages WHERE doc = ?", (doc,)).fetchall()
        self._db.executemany("DELETE FROM words WHERE rowid = ?", rows)
        for table, key in _OF_A_DOCUMENT:
            self._db.execute(f"DELETE FROM {table} WHERE {key} = ?", (doc,))  # noqa: S608 - names are ours

    def clear(self) -> None:
        """Forget everything but the raw bytes."""
        with self._transaction() as db:
            for table in ("words", *(name for name, _ in _OF_A_DOCUMENT)):
                db.execute(f"DELETE FROM {table}")  # noqa: S608 - names are ours

    # Reading.

    def origin_of_raw(self, sha256: str) -> tuple[str, str] | None:
        """Return (document id, origin) of a document with these bytes, or None."""
        row = self._db.execute(
            "SELECT id, origin FROM documents WHERE raw_sha256 = ? ORDER BY id", (sha256,)
        ).fetchone()
        return (str(row[0]), str(row[1])) if row else None

    def raw(self, document: Document) -> bytes:
        """Return the raw bytes of a document."""
        return (self._raw / document.raw_sha256).read_bytes()

    def kept_raw(self) -> Iterator[tuple[bytes, dict[str, Any]]]:
        """Yield (bytes, origin) of every document whose raw bytes are kept."""
        for path in sorted(self._raw.glob("*.json")):
            origin = json.loads(path.read_text(encoding="utf-8"))
            data = self._raw / str(origin["sha256"])
            if data.is_file():
                yield data.read_bytes(), origin

    def documents(self) -> Iterator[Document]:
        """Yield the documents, by source id."""
        rows = self._db.execute("SELECT record FROM documents").fetchall()
        found = [document_of(json.loads(row[0])) for row in rows]
        yield from sorted(found, key=lambda document: (document.source.id, document.id))

    def document(self, doc: str) -> Document:
        """Return one document; KeyError if it is not there."""
        row = self._db.execute("SELECT record FROM documents WHERE id = ?", (doc,)).fetchone()
        if row is None:
            raise KeyError(doc)
        return document_of(json.loads(row[0]))

    def dating(self, doc: str) -> str:
        """Return how the date of a document was found, in words."""
        row = self._db.execute("SELECT dating FROM documents WHERE id = ?", (doc,)).fetchone()
        return str(row[0]) if row else ""

    def statements(self, doc: str = "") -> Iterator[Statement]:
        """Yield the statements, of one document or of all."""
        where, values = ("WHERE doc = ?", (doc,)) if doc else ("", ())
        query = f"SELECT record FROM statements {where} ORDER BY doc, place"  # noqa: S608 - ours
        for row in self._db.execute(query, values).fetchall():
            yield statement_of(json.loads(row[0]))

    def match(self, query: str, *, limit: int, without: Sequence[str] = ()) -> list[Match]:
        """Return the passages that fit an FTS5 query best; best first."""
        marks = ",".join("?" * len(without))
        # The ranking runs inside the index; only the best are joined.
        rows = self._db.execute(
            'SELECT p.doc, p.start, p."end", w.text, p.kind, p.question, w.rank '  # noqa: S608
            "FROM (SELECT rowid, text, rank FROM words WHERE words MATCH ? AND rowid <= ? "
            "ORDER BY rank LIMIT ?) w "
            f"JOIN passages p ON p.id = w.rowid WHERE p.doc NOT IN ({marks}) "
            "ORDER BY w.rank, p.doc, p.start LIMIT ?",
            (query, self._last_ranked(query), limit * (4 if without else 1) + 8, *without, limit),
        ).fetchall()
        return [
            Match(
                passage=Passage(
                    doc=doc, start=start, end=end, text=text, kind=kind, question=asked
                ),
                score=-rank,
            )
            for doc, start, end, text, kind, asked, rank in rows
        ]

    def _last_ranked(self, query: str) -> int:
        """Return the last passage that is ranked: where very many fit, the first of them do."""
        row = self._db.execute(
            "SELECT rowid FROM words WHERE words MATCH ? LIMIT 1 OFFSET ?", (query, MOST_RANKED)
        ).fetchone()
        return int(row[0]) if row else 2**62

    def hits(self, query: str) -> int:
        """Return how many passages fit an FTS5 query; cheap, for nothing is ranked."""
        row = self._db.execute(
            "SELECT count(*) FROM words WHERE words MATCH ?", (query,)
        ).fetchone()
        return int(row[0])

    def passages_of(self, docs: Sequence[str]) -> list[Match]:
        """Return the passages of some documents, unranked."""
        marks = ",".join("?" * len(docs))
        rows = self._db.execute(
            'SELECT p.doc, p.start, p."end", w.text, p.kind, p.question FROM passages p '  # noqa: S608
            f"JOIN words w ON w.rowid = p.id WHERE p.doc IN ({marks}) ORDER BY p.doc, p.start",
            tuple(docs),
        ).fetchall()
        return [
            Match(
                passage=Passage(
                    doc=doc, start=start, end=end, text=text, kind=kind, question=asked
                ),
                score=0.0,
            )
            for doc, start, end, text, kind, asked in rows
        ]

    def all_passages(self) -> Iterator[Passage]:
        """Yield every passage, in the order of documents and text."""
        rows = self._db.execute(
            'SELECT p.doc, p.start, p."end", w.text, p.kind, p.question FROM passages p '
            "JOIN words w ON w.rowid = p.id ORDER BY p.doc, p.start"
        )
        for doc, start, end, text, kind, asked in rows:
            yield Passage(doc=doc, start=start, end=end, text=text, kind=kind, question=asked)

    def frequency(self, stems: Iterable[str]) -> dict[str, int]:
        """Return in how many passages each stem stands."""
        found = {}
        for stem in stems:
            row = self._db.execute("SELECT doc FROM vocabulary WHERE term = ?", (stem,)).fetchone()
            found[stem] = int(row[0]) if row else 0
        return found

    def source(self, doc: str) -> Source:
        """Return the source of a document; KeyError if it is not there."""
        row = self._db.execute("SELECT source FROM documents WHERE id = ?", (doc,)).fetchone()
        if row is None:
            raise KeyError(doc)
        return source_of(json.loads(row[0]))

    def named(self, names: Sequence[str]) -> list[str]:
        """Return the ids of documents, given their ids or the ids of their sources."""
        marks = ",".join("?" * len(names))
        rows = self._db.execute(
            f"SELECT id FROM documents WHERE id IN ({marks}) OR source_id IN ({marks}) "  # noqa: S608
            f"UNION SELECT doc FROM names WHERE name IN ({marks})",
            (*names, *names, *names),
        )
        return sorted(str(row[0]) for row in rows)

    def on_topics(self, topics: Sequence[str]) -> dict[str, set[str]]:
        """Return the documents whose source notes name one of these topics, and which."""
        marks = ",".join("?" * len(topics))
        found: dict[str, set[str]] = {}
        query = f"SELECT doc, topic FROM topics WHERE topic IN ({marks}) ORDER BY doc"  # noqa: S608
        for doc, topic in self._db.execute(query, tuple(topics)):
            found.setdefault(str(doc), set()).add(str(topic))
        return found

    def asking(self, question: str) -> list[str]:
        """Return the documents in which a question stands with its answer."""
        rows = self._db.execute(
            "SELECT DISTINCT doc FROM passages WHERE question = ? ORDER BY doc", (question,)
        )
        return [str(row[0]) for row in rows]

    def questions(self) -> set[str]:
        """Return the questions that sources answer themselves."""
        rows = self._db.execute("SELECT DISTINCT question FROM passages WHERE question != ''")
        return {str(row[0]) for row in rows}

    def passage_count(self) -> int:
        """Return how many passages there are."""
        return int(self._db.execute("SELECT count(*) FROM passages").fetchone()[0])

    def size(self) -> dict[str, int]:
        """Return how many documents, passages and statements there are."""
        return {
            table: int(self._db.execute(f"SELECT count(*) FROM {table}").fetchone()[0])  # noqa: S608
            for table in ("documents", "passages", "statements")
        }

    def store_hash(self) -> str:
        """Return the hash of all content; order and time of storing do not matter."""
        seal = hashlib.sha256()
        for query in (
            "SELECT id, record, dating FROM documents ORDER BY id",
            "SELECT id, doc, place, record FROM statements ORDER BY doc, place",
            'SELECT doc, start, "end", kind, question FROM passages ORDER BY doc, start',
        ):
            for row in self._db.execute(query):
                seal.update(json.dumps(row, ensure_ascii=False).encode())
        return seal.hexdigest()


def origin_record(name: str, sha256: str, meta: Any) -> dict[str, Any]:
    """Return what is needed to read a document again from its raw bytes."""
    told = asdict(meta) if meta is not None else None
    if told is not None:
        told["published"] = str(told["published"]) if told["published"] is not None else None
    return {"name": name, "sha256": sha256, "meta": told, "also": []}
