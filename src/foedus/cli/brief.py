"""``foedus brief``: a dossier becomes an explainer site."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import Annotated

import typer


def brief(
    dossier: Annotated[
        str,
        typer.Argument(
            metavar="DOSSIER",
            help="A folder with a dossier.yaml, or the name of a built-in dossier.",
        ),
    ],
    out: Annotated[
        Path | None,
        typer.Option(
            metavar="DIR", help="Where the site goes; by default DOSSIER-site in this folder."
        ),
    ] = None,
    at: Annotated[
        datetime | None,
        typer.Option(
            formats=["%Y-%m-%d"],
            metavar="DATE",
            help="The day as of which it is written; by default today.",
        ),
    ] = None,
    open_: Annotated[
        bool | None,
        typer.Option(
            "--open/--no-open",
            help="Open the first page in the browser; by default only from a desktop terminal.",
        ),
    ] = None,
    draft: Annotated[
        Path | None,
        typer.Option(
            metavar="FILE", help="Write the story as a Markdown draft with cite marks as well."
        ),
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print one JSON document.")] = False,
) -> None:
    """Turn a dossier into an explainer site in which every sentence can be checked."""
    from datetime import date

    from foedus.briefing.compose import brief as write
    from foedus.briefing.draft import to_draft
    from foedus.briefing.site import to_site
    from foedus.cli.output import emit_json, say
    from foedus.evidence.dossier import open_dossier

    opened = open_dossier(dossier)
    day = at.date() if at else date.today()  # noqa: DTZ011 - the reader's own day
    cache = opened.store_folder / "made"
    briefing = write(opened, day, cache=cache)
    site = to_site(briefing, out or Path(f"{opened.id}-site"), cache=cache)
    if draft is not None:
        names = {one.id: one.source.id for one in briefing.material.documents}
        text = to_draft(
            briefing.pages[0],
            dossier=dossier if opened.built_in else opened.id,
            at=day.isoformat(),
            names=names,
        )
        draft.write_text(text, encoding="utf-8")
    for finding in briefing.warnings:
        say(f"Warning: {finding}")
    if as_json:
        emit_json(
            {
                "schema": "foedus/brief@1",
                "dossier": opened.id,
                "at": day.isoformat(),
                "site": str(site.folder),
                "address": site.address,
                "pages": site.pages,
                "sentences": site.sentences,
                "questions": {"answered": site.answered, "refused": site.refused},
                "sources": site.sources,
                "data_through": site.data_through,
                "draft": str(draft) if draft else "",
                "warnings": [one.to_dict() for one in briefing.warnings],
            }
        )
    else:
        say(
            f"{site.pages} pages, {site.sentences} sentences, each cited and borne "
            f"out; {site.sources} sources, data through "
            f"{site.data_through or 'no date known'}."
        )
        if briefing.answers:
            say(
                f"{site.answered} of {len(briefing.answers)} questions answered, "
                f"{site.refused} refused with the reason."
            )
        say(f"Written on {day.isoformat()} to {site.folder}")
        print(site.address)
    if open_ if open_ is not None else _desktop():
        import webbrowser

        webbrowser.open(site.address)


def _desktop() -> bool:
    """Say whether a person at a desktop is likely to look."""
    import os
    import sys

    if not sys.stdout.isatty() or os.environ.get("CI"):
        return False
    return sys.platform in {"darwin", "win32"} or bool(
        os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")
    )
