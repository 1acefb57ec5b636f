"""``foedus ingest``: read pages, texts and folders into a dossier."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from foedus.evidence.ingest import IngestReport, Read
    from foedus.evidence.when import When

SHOWN_AFTER_S = 2.0  # a shorter run needs no progress bar


def ingest(
    dossier: Annotated[
        str, typer.Argument(help="A dossier's folder, or the name of a built-in one.")
    ],
    paths: Annotated[
        list[Path] | None,
        typer.Argument(help="Files and folders; without any, the dossier's sources folder."),
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print one JSON document.")] = False,
) -> None:
    """Read pages, texts and folders into a dossier; what cannot be read is skipped in one line."""
    from foedus.cli.output import emit_json
    from foedus.evidence.ingest import ingest as read_in

    _check(paths or [])
    with _progress(quiet=as_json) as progress:
        report = read_in(dossier, paths or [], progress=progress)
    if as_json:
        emit_json(
            {
                "dossier": report.dossier,
                "store": str(report.store),
                "elapsed_s": round(report.elapsed_s, 3),
                "files": report.to_rows(),
            }
        )
        return
    _tell(report)


def _check(paths: list[Path]) -> None:
    from foedus.errors import Finding, UnreadableDocument

    findings = [
        Finding(code="FD411", message="there is no such file or folder", file=str(path))
        for path in paths
        if not path.exists()
    ]
    if findings:
        raise UnreadableDocument("Nothing was read", findings)


@contextmanager
def _progress(*, quiet: bool) -> Iterator[Callable[[int, int], None] | None]:
    """Show a bar on a terminal, once a run has taken two seconds."""
    if quiet or not sys.stderr.isatty():
        yield None
        return
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

    from foedus.cli.output import console

    begun = time.monotonic()
    columns = (TextColumn("reading"), BarColumn(), MofNCompleteColumn())
    bar = Progress(*columns, console=console(stderr=True), transient=True)
    task = bar.add_task("reading", total=None)

    def advance(done: int, total: int) -> None:
        bar.update(task, completed=done, total=total)
        if not bar.live.is_started and time.monotonic() - begun > SHOWN_AFTER_S:
            bar.start()

    try:
        yield advance
    finally:
        bar.stop()


def _tell(report: IngestReport) -> None:
    from foedus.cli.output import print_table, say
    from foedus.evidence.read.folder import one_line

    read = [one for one in report.files if one.document is not None]
    if read:
        columns = ("file", "", "title", "date", "language", "kept", "dropped", "statements", "note")
        print_table(columns, [_cells(one) for one in read])
    for one in report.files:
        if one.problem is not None:
            say(f"skipped {one.problem}")
        elif one.document is None:
            say(f"{one_line(one.file)}: {one.note}")
    skipped = len(report.problems)
    print(
        f"{len(read)} read, {skipped} skipped, in {report.elapsed_s:.1f} s; store: {report.store}"
    )


def _cells(one: Read) -> tuple[object, ...]:
    from foedus.evidence.read.folder import one_line

    document = one.document
    if document is None:
        return (one_line(one.file), one.outcome)
    kept = sum(block.kept for block in document.blocks)
    language = document.language or "?"
    if document.translated != "no":
        language += f" (translated: {document.translated})"
    title = document.title if len(document.title) <= 60 else document.title[:57] + "..."
    return (
        one_line(one.file),
        one.outcome,
        title,
        date_in_words(document.when),
        language,
        kept,
        len(document.blocks) - kept,
        one.statements,
        one.note,
    )


def date_in_words(when: When) -> str:
    """Return a date, an interval with how it was found, or "unknown"."""
    if when.start is None:
        return "unknown"
    if when.end is None:
        return f"{when.start} or later ({when.how})"
    days = when.start.isoformat() if when.start == when.end else f"{when.start} to {when.end}"
    return f"{days} (inferred)" if when.how == "inferred" else days
