"""``foedus gaps``: every smallest attack that obliges nobody."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import Annotated

import typer


def gaps(
    instrument: Annotated[
        str, typer.Argument(metavar="X", help="A library id or the path of an agreement.")
    ],
    below: Annotated[
        str,
        typer.Option(
            metavar="LEVEL",
            help="The level that nobody must owe any more: consult, refer_unsc, act_discretion, assist_nonmil, assist_mil; default the highest that is ever owed.",
        ),
    ] = "",
    axis: Annotated[
        str,
        typer.Option(
            metavar="AXIS", help="political: count promises that are not law; legal: do not."
        ),
    ] = "political",
    assume: Annotated[
        str,
        typer.Option(
            metavar="HOW",
            help="in_force or as_is; default in_force for drafts and for instruments that wait for an event.",
        ),
    ] = "",
    beneficiary: Annotated[str, typer.Option(metavar="STATE", help="Who is attacked.")] = "",
    challenger: Annotated[str, typer.Option(metavar="STATE", help="Who attacks.")] = "",
    on: Annotated[
        datetime | None,
        typer.Option(
            formats=["%Y-%m-%d"], metavar="DATE", help="The law as of this day; default today."
        ),
    ] = None,
    out: Annotated[
        Path | None, typer.Option(metavar="FOLDER", help="Write each loophole as a case file.")
    ] = None,
    most: Annotated[int, typer.Option(metavar="N", help="Print the N worst; 0 prints all.")] = 12,
    fail_on: Annotated[
        str, typer.Option(metavar="LEVEL", help="Exit 1 if an attack obliges nobody to this level.")
    ] = "",
    as_json: Annotated[bool, typer.Option("--json", help="Print one JSON document.")] = False,
) -> int:
    """List every smallest attack that obliges nobody.

    A loophole is a smallest set of facts, away from the plainest case, at which nobody owes the
    level any more. Each was put to the evaluator again, and can be run as a case (--out).
    """
    import datetime as dt
    from typing import get_args

    from foedus.agreement.library import load
    from foedus.agreement.vocabulary import Rung
    from foedus.cli.output import console, emit_json, plain, say
    from foedus.errors import UsageError, near_names
    from foedus.obligations.loophole import gaps as find
    from foedus.obligations.loophole_case import write_cases
    from foedus.obligations.loophole_words import header, say_loophole

    for option, given, known in (
        ("--below", below, get_args(Rung)),
        ("--fail-on", fail_on, get_args(Rung)),
        ("--axis", axis, ("political", "legal")),
        ("--assume", assume, ("in_force", "as_is")),
    ):
        if given and given not in known:
            raise UsageError(f"{given!r} is not a word of {option}; {near_names(given, known)}")
    agreement = load(instrument)
    found = find(
        agreement,
        below=(below or fail_on or None),  # type: ignore[arg-type]
        axis=axis,  # type: ignore[arg-type]
        taken=assume or None,  # type: ignore[arg-type]
        beneficiary=beneficiary or None,
        challenger=challenger or None,
        at=on.date() if on else dt.date.today(),  # noqa: DTZ011 - the user's own day
    )
    if out is not None:
        name = "" if instrument == agreement.id else str(Path(instrument).resolve())
        written = list(write_cases(found, out, instrument=name))
        say(f"{len(written)} case files written to {out}")
    if as_json:
        emit_json(document(found))
    else:
        lines = console()
        lines.print(plain(header(found)), soft_wrap=not lines.is_terminal)
        shown = found.loopholes if most <= 0 else found.loopholes[:most]
        for number, loophole in enumerate(shown, 1):
            lines.print(
                plain(f"{number:3}. {say_loophole(found, loophole)}"),
                soft_wrap=not lines.is_terminal,
            )
        if len(shown) < len(found.loopholes):
            say(f"{len(found.loopholes) - len(shown)} more: --most 0 prints all")
    return 1 if fail_on and found.loopholes else 0


def document(found: object) -> dict[str, object]:
    """Return what ``--json`` prints."""
    from foedus.obligations.loophole import Gaps
    from foedus.obligations.loophole_words import header, say_loophole

    assert isinstance(found, Gaps)
    return {
        "schema": "foedus/gaps@1",
        "instrument": found.agreement.id,
        "reading": found.agreement.reading,
        "below": found.below,
        "axis": found.axis,
        "assume": found.taken,
        "beneficiary": found.beneficiary,
        "challenger": found.challenger,
        "on": found.at,
        "reached": found.reached,
        "highest": found.highest,
        "complete": found.complete,
        "situations": found.situations,
        "method": found.method,
        "sentence": header(found),
        "dimensions": {d.key: d.classes for d in found.space.dimensions},
        "paradigm": found.paradigm,
        "loopholes": [
            {
                "deviations": [
                    {
                        "dimension": d.dimension,
                        "value": d.value,
                        "members": d.members,
                        "instead_of": d.instead_of,
                    }
                    for d in loophole.deviations
                ],
                "left": loophole.left,
                "harm": loophole.harm,
                "through": loophole.through,
                "variants": loophole.variants,
                "sentence": say_loophole(found, loophole),
            }
            for loophole in found.loopholes
        ],
    }
