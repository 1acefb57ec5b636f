"""``foedus verify``: whether each sentence of a page or draft is cited and borne out."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated

import typer


def verify(
    what: Annotated[
        str,
        typer.Argument(
            metavar="FILE|SITE|DOSSIER", help="A page (.html), a draft (.md), a site, or a dossier."
        ),
    ],
    dossier: Annotated[
        str,
        typer.Option(metavar="DOSSIER", help="What it rests on, where it does not say so itself."),
    ] = "",
    at: Annotated[
        datetime | None,
        typer.Option(
            formats=["%Y-%m-%d"],
            metavar="DATE",
            help="The day to use where it names none; by default today.",
        ),
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print one JSON document.")] = False,
) -> int:
    """Check that every sentence of a page or draft has its source; exit 1 if one has not."""
    from datetime import date

    from foedus.briefing.verify import to_dict
    from foedus.briefing.verify import verify as check
    from foedus.cli.output import emit_json, plain, say

    report = check(what, dossier=dossier, at=at.date() if at else date.today())  # noqa: DTZ011 - the reader's own day
    if as_json:
        emit_json(to_dict(report))
        return 1 if report.bad else 0
    for one in report.bad:
        place = f"{one.file}:{one.line}" if one.line else one.file
        print(plain(f"{place}: {one.text}"))
        for problem in one.problems:
            print(plain(f"    {problem.rule}: {problem.message}"))
    editors = sum(
        1
        for one in report.verdicts
        if one.editor and one.editor != "Foedus" and not one.editor.startswith("Foedus in ")
    )
    said = (
        f"{len(report.verdicts)} sentences checked against the dossier "
        f"“{report.dossier}”: {len(report.verdicts) - len(report.bad)} borne out, "
        f"{len(report.bad)} not"
    )
    say(said + (f"; {editors} are an editor’s own." if editors else "."))
    return 1 if report.bad else 0
