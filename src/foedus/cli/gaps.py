"""``foedus gaps``: every smallest attack that obliges nobody."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

if TYPE_CHECKING:
    from foedus.obligations.deviation import Loophole
    from foedus.obligations.loophole import Gaps

_BELOW = (
    "The level that nobody must owe any more: consult, refer_unsc, act_discretion, "
    "assist_nonmil, assist_mil; default the highest that is ever owed."
)
_AXIS = "political: count promises that are not law; legal: do not."
_ASSUME = (
    "in_force or as_is; default in_force for drafts and for instruments that wait for an event."
)

Instrument = Annotated[
    str, typer.Argument(metavar="X", help="A library id or the path of an agreement.")
]
Below = Annotated[str, typer.Option(metavar="LEVEL", help=_BELOW)]
Axis = Annotated[str, typer.Option(metavar="AXIS", help=_AXIS)]
Assume = Annotated[str, typer.Option(metavar="HOW", help=_ASSUME)]
_READING = "Count this reading of a force that a party disputes; by default that is no law."
Reading = Annotated[str, typer.Option(metavar="NAME", help=_READING)]
Beneficiary = Annotated[str, typer.Option(metavar="STATE", help="Who is attacked.")]
Challenger = Annotated[str, typer.Option(metavar="STATE", help="Who attacks.")]
On = Annotated[
    datetime | None,
    typer.Option(
        formats=["%Y-%m-%d"], metavar="DATE", help="The law as of this day; default today."
    ),
]
Out = Annotated[
    Path | None, typer.Option(metavar="FOLDER", help="Write each loophole as a case file.")
]
Most = Annotated[int, typer.Option(metavar="N", help="Print the N worst; 0 prints all.")]
FailOn = Annotated[
    str, typer.Option(metavar="LEVEL", help="Exit 1 if an attack obliges nobody to this level.")
]
AsJson = Annotated[bool, typer.Option("--json", help="Print one JSON document.")]


def gaps(
    instrument: Instrument,
    below: Below = "",
    axis: Axis = "political",
    assume: Assume = "",
    reading: Reading = "",
    beneficiary: Beneficiary = "",
    challenger: Challenger = "",
    on: On = None,
    out: Out = None,
    most: Most = 12,
    fail_on: FailOn = "",
    as_json: AsJson = False,
) -> int:
    """List every smallest attack that obliges nobody.

    A loophole is a smallest set of facts, away from the plainest case, at which nobody owes the
    level any more. Each was put to the evaluator again, and can be run as a case (--out).
    """
    import datetime as dt

    from foedus.agreement.library import load
    from foedus.cli.output import emit_json, say
    from foedus.obligations.loophole import gaps as find
    from foedus.obligations.loophole_case import write_cases

    level, counted, taken = _words(below, fail_on, axis, assume)
    agreement = load(instrument)
    found = find(
        agreement,
        below=level,
        axis=counted,
        taken=taken,
        reading=reading or None,
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
        print_gaps(found, most)
    return 1 if fail_on and found.loopholes else 0


def _words(below: str, fail_on: str, axis: str, assume: str) -> tuple[Any, Any, Any]:
    """Check the words of the options, and return the level, the axis and what is assumed."""
    from typing import get_args

    from foedus.agreement.vocabulary import Rung
    from foedus.errors import UsageError, near_names

    for option, given, known in (
        ("--below", below, get_args(Rung)),
        ("--fail-on", fail_on, get_args(Rung)),
        ("--axis", axis, ("political", "legal")),
        ("--assume", assume, ("in_force", "as_is")),
    ):
        if given and given not in known:
            raise UsageError(f"{given!r} is not a word of {option}; {near_names(given, known)}")
    return below or fail_on or None, axis, assume or None


def print_gaps(found: Gaps, most: int) -> None:
    """Print what was looked at, and the worst loopholes."""
    from foedus.cli.output import console, plain, say
    from foedus.obligations.loophole_words import header, say_loophole

    lines = console()
    wrap = lines.is_terminal
    lines.print(plain(header(found)), soft_wrap=not wrap)
    shown = found.loopholes if most <= 0 else found.loopholes[:most]
    for number, loophole in enumerate(shown, 1):
        lines.print(plain(f"{number:3}. {say_loophole(found, loophole)}"), soft_wrap=not wrap)
    if len(shown) < len(found.loopholes):
        say(f"{len(found.loopholes) - len(shown)} more: --most 0 prints all")


def document(found: Gaps) -> dict[str, object]:
    """Return what ``--json`` prints."""
    from foedus.obligations.loophole_words import header

    return {
        "schema": "foedus/gaps@1",
        "instrument": found.agreement.id,
        "reading": found.agreement.reading,
        "disputed_by": [one.party for one in found.uncounted],
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
        "loopholes": [loophole_document(found, loophole) for loophole in found.loopholes],
    }


def loophole_document(found: Gaps, loophole: Loophole) -> dict[str, object]:
    """Return what ``--json`` prints of one loophole."""
    from foedus.obligations.loophole_words import say_loophole

    return {
        "deviations": [
            {
                "dimension": deviation.dimension,
                "value": deviation.value,
                "members": deviation.members,
                "instead_of": deviation.instead_of,
            }
            for deviation in loophole.deviations
        ],
        "left": loophole.left,
        "harm": loophole.harm,
        "through": loophole.through,
        "variants": loophole.variants,
        "sentence": say_loophole(found, loophole),
    }
