"""``foedus read``: one document as Foedus reads it, from a file or from a dossier's store."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from foedus.evidence.document import Document


def read(
    file: Annotated[
        Path, typer.Argument(metavar="FILE|DOSSIER", help="A page, text or note; or a dossier.")
    ],
    document: Annotated[
        str, typer.Argument(metavar="[DOCUMENT]", help="The name of a document in the dossier.")
    ] = "",
    as_json: Annotated[bool, typer.Option("--json", help="Print one JSON document.")] = False,
) -> None:
    """Show a document as it was read, block by block: what is kept, what is not, and why."""
    from foedus.cli.output import emit_json
    from foedus.evidence.read import read_file

    if document:
        found, note = _stored(str(file), document), ""
    else:
        found, note = read_file(file)
    if as_json:
        emit_json(as_document(found, note))
    else:
        _tell(found, note)


def _stored(dossier: str, name: str) -> Document:
    """Return a document of a dossier's store, by its id or the name of its source."""
    from foedus.errors import Finding, UsageError, near_names
    from foedus.evidence.ingest import open_store

    with open_store(dossier) as store:
        ids = store.named([name])
        if ids:
            return store.document(ids[0])
        names = [one.source.id for one in store.documents()]
    found = Finding(code="FD419", message=f"no document {name!r}", hint=near_names(name, names))
    raise UsageError(f"The dossier {dossier} has no such document", [found])


def as_document(document: Document, note: str = "") -> dict[str, object]:
    """Return a document as the JSON document that ``--json`` prints."""
    when = document.when
    return {
        "id": document.id,
        "source": document.source.id,
        "title": document.title,
        "published": when.start.isoformat() if when.start else "",
        "published_how": when.how,
        "language": document.language,
        "translated": document.translated,
        "note": note,
        "text": document.text,
        "blocks": [
            {"kind": one.kind, "start": one.start, "end": one.end, "kept": one.kept, "why": one.why}
            for one in document.blocks
        ],
    }


def _tell(document: Document, note: str) -> None:
    from foedus.cli.ingest import date_in_words
    from foedus.cli.output import print_table, say

    print_table(
        ("", "kind", "text", "why"),
        [
            ("" if block.kept else "dropped", block.kind, document.words(block), block.why)
            for block in document.blocks
        ],
        title=f"{document.title} · {date_in_words(document.when)} · {document.language or '?'}",
    )
    if note:
        say(f"note: {note}")
    if document.translated != "no":
        say("note: machine translation is suspected")
