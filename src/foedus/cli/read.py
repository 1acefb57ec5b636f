"""``foedus read``: one document as Foedus reads it, block by block."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer


def read(
    file: Annotated[Path, typer.Argument(help="A page, a text or a source note.")],
    as_json: Annotated[bool, typer.Option("--json", help="Print one JSON document.")] = False,
) -> None:
    """Show a document as it was read, block by block: what is kept, what is not, and why."""
    from foedus.cli.ingest import date_in_words
    from foedus.cli.output import emit_json, print_table, say
    from foedus.evidence.read import read_file

    document, note = read_file(file)
    blocks = [
        {"kind": block.kind, "start": block.start, "end": block.end, "kept": block.kept, "why": block.why}
        for block in document.blocks
    ]
    if as_json:
        when = document.when
        emit_json({
            "title": document.title,
            "published": when.start.isoformat() if when.start else "",
            "language": document.language,
            "translated": document.translated,
            "note": note,
            "text": document.text,
            "blocks": blocks,
        })
        return
    print_table(
        ("", "kind", "text", "why"),
        [
            ("" if block.kept else "dropped", block.kind, document.words(block), block.why)
            for block in document.blocks
        ],
        title=f"{document.title} · {date_in_words(document.when)} · {document.language or '?'}",
    )
    if note:
        say(f"{file.name}: {note}")
    if document.translated != "no":
        say(f"{file.name}: machine translation is suspected")
