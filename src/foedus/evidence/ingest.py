"""Files into the store of a dossier: read, clean, date, attribute, keep.

One document at a time, each in its own transaction; so a run that is killed is taken up again
by running it again: what is stored already is known by its bytes and skipped.
"""

from __future__ import annotations

import hashlib
import os
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import Any, Literal

from foedus.errors import Finding, InputError
from foedus.evidence.document import Document
from foedus.evidence.dossier import Dossier, open_dossier
from foedus.evidence.dossier_format import SourceMeta
from foedus.evidence.read.folder import (
    Problem,
    files_of,
    load,
    meta_for,
    problem_of,
    read_bytes,
    source_name,
)
from foedus.evidence.statement import Statement
from foedus.evidence.store import Entry, SqliteStore, origin_record

# Files that only ask a store, and never decide what stands in it.
_NOT_RULES = frozenset({"ask.py", "search.py", "question.py", "scaffold.py"})
Outcome = Literal["stored", "replaced", "known", "same bytes", "skipped"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Read:
    """What became of one file."""

    file: str
    outcome: Outcome
    document: Document | None = None
    statements: int = 0
    note: str = ""
    problem: Problem | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class IngestReport:
    """What became of all files of a run."""

    dossier: str
    store: Path
    files: tuple[Read, ...]
    elapsed_s: float

    @property
    def problems(self) -> tuple[Problem, ...]:
        """The documents that were skipped, and why."""
        return tuple(one.problem for one in self.files if one.problem is not None)

    def to_rows(self) -> list[dict[str, Any]]:
        """Return one row for each file."""
        return [_row(one) for one in self.files]


def _row(read: Read) -> dict[str, Any]:
    row: dict[str, Any] = {"file": read.file, "outcome": read.outcome, "note": read.note}
    if read.problem is not None:
        row["problem"] = read.problem.finding.to_dict()
    if read.document is not None:
        document = read.document
        when = document.when
        row |= {
            "document": document.id,
            "title": document.title,
            "outlet": document.source.outlet,
            "language": document.language,
            "translated": document.translated,
            "date": when.start.isoformat() if when.start else "",
            "date_end": when.end.isoformat() if when.end else "",
            "date_how": when.how,
            "kept": sum(block.kept for block in document.blocks),
            "dropped": sum(not block.kept for block in document.blocks),
            "statements": read.statements,
        }
    return row


def ingest(
    dossier: Dossier | str | Path,
    paths: Iterable[str | Path] = (),
    *,
    progress: Callable[[int, int], None] | None = None,
) -> IngestReport:
    """Read files and folders into a dossier's store; without paths, its ``sources`` folder.

    A document that cannot be read is skipped with one line; the others are kept.

    Parameters
    ----------
    dossier
        A dossier, its folder, or the name of a built-in one.
    paths
        Files and folders.
    progress
        Called with (files done, files in all).
    """
    opened = dossier if isinstance(dossier, Dossier) else open_dossier(dossier)
    begun = time.perf_counter()
    places = [Path(path) for path in paths] or [opened.source_folder]
    files = list(files_of(places))
    with open_store(opened) as store:
        done = []
        for number, (name, path) in enumerate(files, start=1):
            done.append(_ingest_one(store, opened, name, path))
            if progress is not None:
                progress(number, len(files))
        place = store.folder
    elapsed = time.perf_counter() - begun
    return IngestReport(dossier=opened.id, store=place, files=tuple(done), elapsed_s=elapsed)


def _ingest_one(store: SqliteStore, dossier: Dossier, name: str, path: Path) -> Read:
    try:
        raw = load(name, path)
        meta = meta_for(name, dossier.sources)
        known = store.origin_of_raw(raw.sha256)
        if known is not None:
            read = _known(store, known, name, raw.sha256, meta)
            if read is not None:
                return read
        entry, note = make_entry(raw.data, name, meta, dossier)
        store.add(entry)
    except InputError as error:
        return Read(file=name, outcome="skipped", problem=problem_of(name, error))
    outcome: Outcome = "replaced" if known is not None else "stored"
    return Read(
        file=name,
        outcome=outcome,
        document=entry.document,
        statements=len(entry.statements),
        note=note,
    )


def _known(
    store: SqliteStore, known: tuple[str, str], name: str, sha: str, meta: SourceMeta | None
) -> Read | None:
    """Return what is to be said of bytes that are stored; None if they must be read again."""
    import json

    doc, origin = known
    before = json.loads(origin)
    also = before["also"]
    if before["name"] != name:
        store.also_named(doc, source_name(name))
        return Read(file=name, outcome="same bytes", note=f"the same bytes as {before['name']}")
    if before != json.loads(json.dumps(origin_record(name, sha, meta))) | {"also": also}:
        return None  # sources.yaml says something else now
    document = store.document(doc)
    return Read(
        file=name,
        outcome="known",
        document=document,
        statements=sum(1 for _ in store.statements(doc)),
    )


def make_entry(
    data: bytes, name: str, meta: SourceMeta | None, dossier: Dossier
) -> tuple[Entry, str]:
    """Read, clean, date and attribute one document."""
    from foedus.evidence.dating import date_document

    document, note = read_bytes(data, name, meta)
    dating = date_document(document, dossier.meetings, dossier.actors)
    document = replace(document, when=dating.when)
    entry = Entry(
        document=document,
        raw=data,
        origin=origin_record(name, document.raw_sha256, meta),
        statements=_attributed(document, dossier),
        dating=str(dating),
    )
    return entry, note


def _attributed(document: Document, dossier: Dossier) -> tuple[Statement, ...]:
    """Return what a document reports that others said, and what it says itself of their acts.

    A source note is our own summary: its own voice is ours, and no witness to anybody's act.
    """
    from foedus.evidence.act import acts
    from foedus.evidence.attribute import statements

    reported = statements(document, dossier.actors)
    if document.source.kind == "summary":
        return reported
    return (*reported, *acts(document, dossier.actors))


# What a store rests on besides the documents: if it changes, the store is made again.


def basis(dossier: Dossier) -> str:
    """Return the hash of all that decides what a store holds, but the documents."""
    seal = hashlib.sha256(_rules().encode())
    seal.update(repr((dossier.actors, dossier.meetings)).encode())
    return seal.hexdigest()[:16]


@cache
def _rules() -> str:
    """Return the hash of the rules themselves: of the code that reads, cleans and attributes.

    So no store outlives the rules that made it, and nobody has to remember a number.
    """
    seal = hashlib.sha256()
    for path in sorted(Path(__file__).parent.rglob("*.py")):
        if path.name not in _NOT_RULES:
            seal.update(path.read_bytes())
    return seal.hexdigest()


def sources_digest(folder: Path) -> str:
    """Return the hash of the names and bytes of a folder's files."""
    seal = hashlib.sha256()
    for name, path in files_of([folder]):
        seal.update(f"{name}\n".encode())
        seal.update(hashlib.sha256(path.read_bytes()).digest())
    return seal.hexdigest()[:16]


def open_store(dossier: Dossier | str | Path) -> SqliteStore:
    """Open the store of a dossier; make it again where it is out of date.

    The notes of a built-in dossier are read into the user's cache folder when they are not
    there, or have changed. The store of a folder is made again from its raw bytes when the
    dossier's actors or meetings, or the rules of reading, have changed.
    """
    opened = dossier if isinstance(dossier, Dossier) else open_dossier(dossier)
    if opened.built_in:
        return _open_built_in(opened)
    store = SqliteStore(opened.store_folder)
    if store.remembered("basis") != basis(opened):
        rebuild(store, opened)
    return store


def rebuild(store: SqliteStore, dossier: Dossier) -> tuple[Problem, ...]:
    """Make a store again from its raw bytes; return what could no longer be read."""
    problems = []
    store.remember("basis", "")
    for data, origin in store.kept_raw():
        told = origin["meta"]
        meta = SourceMeta(**told) if told else None
        try:
            entry = make_entry(data, origin["name"], meta, dossier)[0]
            store.add(replace(entry, origin=origin))
        except InputError as error:
            problems.append(problem_of(origin["name"], error))
    store.remember("basis", basis(dossier))
    return tuple(problems)


def _open_built_in(dossier: Dossier) -> SqliteStore:
    """Open the store of a built-in dossier, made under a name that tells what it holds."""
    folder = dossier.store_folder
    key = f"{sources_digest(dossier.source_folder)}-{basis(dossier)}"
    name = f"store-{hashlib.sha256(key.encode()).hexdigest()[:16]}.sqlite"
    if not (folder / name).is_file():
        _make_built_in(dossier, folder, name)
    return SqliteStore(folder, name=name)


def _make_built_in(dossier: Dossier, folder: Path, name: str) -> None:
    """Make the store aside and move it into place whole; another process may do the same."""
    making = folder / f".making-{os.getpid()}"
    with SqliteStore(making) as store:
        bad = [problem for problem in _fill(store, dossier) if problem is not None]
        store.checkpoint()
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "raw").mkdir(exist_ok=True)
    for path in sorted((making / "raw").iterdir()):
        path.replace(folder / "raw" / path.name)
    for old in folder.glob("store-*.sqlite*"):
        if not old.name.startswith(name):
            old.unlink(missing_ok=True)
    (making / "store.sqlite").replace(folder / name)
    for path in sorted(making.rglob("*"), reverse=True):
        path.rmdir() if path.is_dir() else path.unlink()
    making.rmdir()
    if bad:
        import warnings

        from foedus.errors import FoedusWarning

        warnings.warn("; ".join(str(problem) for problem in bad), FoedusWarning, stacklevel=2)


def _fill(store: SqliteStore, dossier: Dossier) -> Iterator[Problem | None]:
    store.hurry()
    for name, path in files_of([dossier.source_folder]):
        yield _ingest_one(store, dossier, name, path).problem


def all_findings(report: IngestReport) -> Sequence[Finding]:
    """Return the findings of a run, for the one JSON shape of errors."""
    return [problem.finding for problem in report.problems]
