"""``foedus new``: start a dossier."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer


def new(
    name: Annotated[
        Path, typer.Argument(help="The folder to make; its name becomes the dossier's id.")
    ],
    as_json: Annotated[bool, typer.Option("--json", help="Print one JSON document.")] = False,
) -> None:
    """Start a dossier with a commented example in each file. Nothing is overwritten."""
    from foedus.cli.output import emit_json, say
    from foedus.evidence.scaffold import new_dossier

    made = new_dossier(name)
    if as_json:
        emit_json(
            {"dossier": str(name), "files": [path.relative_to(name).as_posix() for path in made]}
        )
        return
    print(f"Made {name} with {len(made)} files; begin with {name / 'dossier.yaml'}.")
    say(f'Then: foedus ingest {name} PAGES..., foedus ask {name} "...", foedus brief {name}')
