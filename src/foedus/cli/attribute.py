"""``foedus attribute``: who said what in one file, with the place of every part."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

if TYPE_CHECKING:
    from foedus.evidence.document import Document
    from foedus.evidence.statement import Statement
    from foedus.sources import Span


def attribute(
    file: Annotated[
        Path, typer.Argument(help="A page, a text or a source note.", show_default=False)
    ],
    dossier: Annotated[
        str,
        typer.Option(help="Match names with the actors of this dossier (ukraine, or a folder)."),
    ] = "",
    acts: Annotated[
        bool, typer.Option("--acts", help="Also list what the page itself says that parties did.")
    ] = False,
    json: Annotated[bool, typer.Option("--json", help="Print one JSON document.")] = False,
) -> None:
    """List who said what in a file: source, reporting words and content.

    Found by rules, and proposed only: read what matters yourself. Places are characters of the
    file's text, counted from 0; a plain text file is taken as it stands, of a page its readable
    text.
    """
    from foedus.cli.output import emit_json, print_table
    from foedus.evidence.act import acts as acts_of
    from foedus.evidence.attribute import statements
    from foedus.evidence.dossier import open_dossier
    from foedus.evidence.read import read_file

    actors = open_dossier(dossier).actors if dossier else None
    document, _ = read_file(file)
    found = statements(document, actors)
    own = acts_of(document, actors) if acts else ()
    if json:
        offsets = _offsets(document, file)
        result: dict[str, Any] = {"statements": [_plain(offsets, one) for one in found]}
        if acts:
            result["acts"] = [_plain(offsets, one) for one in own]
        emit_json(result)
        return
    rows = [
        (one.speaker.name, _words(document, one.cue), one.kind, one.stance, one.text)
        for one in (*found, *own)
    ]
    title = f"{len(found)} statements" + (f", {len(own)} acts" if acts else "")
    print_table(("who", "says", "kind", "stance", "what"), rows, title=title)


def _words(document: Document, spans: tuple[Span, ...]) -> str:
    return " … ".join(document.text[span.start : span.end] for span in spans)


def _plain(offsets: tuple[tuple[int, int], ...], statement: Statement) -> dict[str, Any]:
    """Return a statement with its places in the file's own text."""

    def places(spans: tuple[Span, ...]) -> list[list[int]]:
        return [[_raw(offsets, span.start), _raw(offsets, span.end)] for span in spans]

    speaker = statement.speaker
    return {
        "source": places(statement.source),
        "cue": places(statement.cue),
        "content": places(statement.content),
        "kind": statement.kind,
        "speaker": speaker.name,
        "confidence": statement.confidence,
        "actor": speaker.actor,
        "party": list(speaker.party),
        "note": speaker.note,
        "reported_by": list(statement.reported_by),
        "stance": statement.stance,
        "topics": list(statement.topics),
    }


def _raw(offsets: tuple[tuple[int, int], ...], at: int) -> int:
    """Return the place in the file of a place in the text that was read from it."""
    from bisect import bisect_right

    here, there = offsets[max(0, bisect_right(offsets, (at, float("inf"))) - 1)]
    return there + at - here


def _offsets(document: Document, file: Path) -> tuple[tuple[int, int], ...]:
    """Return how places in the text become places in the file: of a page, not at all."""
    from foedus.evidence.read.decode import decode
    from foedus.evidence.read.html import looks_like_html

    text = decode(file.read_bytes(), file.name).text
    return ((0, 0),) if looks_like_html(text) else document.offsets
