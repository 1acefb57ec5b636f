"""``foedus due``: who owes what to whom by when, under which article, and why."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import Annotated

import typer


def due(
    instrument: Annotated[
        str, typer.Argument(metavar="X", help="A library id or the path of an agreement.")
    ],
    events: Annotated[
        Path | None, typer.Argument(help="Dated facts (events.yaml) instead of --attack.")
    ] = None,
    attack: Annotated[
        tuple[str, str] | None,
        typer.Option(metavar="ATTACKER VICTIM", help="Two states, by code: RUS UKR."),
    ] = None,
    at: Annotated[
        str, typer.Option(metavar="PLACE", help="Where: a place of the gazetteer (kharkiv, guam).")
    ] = "",
    on: Annotated[
        datetime | None,
        typer.Option(
            formats=["%Y-%m-%d"],
            metavar="DATE",
            help="The day of the attack, and the day asked about.",
        ),
    ] = None,
    asked: Annotated[
        datetime | None,
        typer.Option(formats=["%Y-%m-%d"], metavar="DATE", help="The day asked about, if another."),
    ] = None,
    fact: Annotated[
        list[str] | None,
        typer.Option(
            "--fact",
            metavar="FIELD=VALUE",
            help="A fact other than the default: kind=cyber, object=vessel, weapons=nuclear, provoked=yes, request=assistance, ceasefire=in_force, hostilities=ended.",
        ),
    ] = None,
    who: Annotated[
        list[str] | None,
        typer.Option(metavar="STATE", help="Ask about this debtor only (repeatable)."),
    ] = None,
    in_force: Annotated[
        bool, typer.Option("--in-force", help="Assume the instrument to be in force.")
    ] = False,
    trace: Annotated[bool, typer.Option(help="Show every test of every clause.")] = False,
    as_json: Annotated[bool, typer.Option("--json", help="Print one JSON document.")] = False,
) -> None:
    """Say who owes what to whom by when, under which article, and why or why not.

    Facts that are not stated get defaults, which are printed: an armed attack with conventional
    weapons on territory, from outside, unprovoked, its author certain, nothing requested.
    """
    from foedus.agreement.library import load
    from foedus.cli.output import emit_json, say
    from foedus.errors import UsageError
    from foedus.obligations.due import due as answer
    from foedus.obligations.scenario import attack_facts, read_events

    agreement = load(instrument)
    if (events is None) == (attack is None):
        raise UsageError(
            "give either a file of events or --attack ATTACKER VICTIM --at PLACE --on DATE"
        )
    day = on.date() if on else None
    if attack is not None:
        if day is None:
            raise UsageError("--attack needs --on DATE")
        scenario = attack_facts(
            agreement, *attack, place=at, on=day, stated=fact or [], in_force=in_force
        )
    else:
        assert events is not None
        scenario = read_events(events, agreement, stated=fact or [], in_force=in_force)
    asked_on = asked.date() if asked else day or scenario.last_day
    found = answer(agreement, scenario.facts, asked_on, who=who or ())
    if as_json:
        emit_json(document(found, scenario.defaults))
        return
    print_due(found, scenario.sentence, trace=trace)
    if scenario.defaults:
        say("Not stated, so taken by default: " + "; ".join(scenario.defaults) + ".")


def print_due(found: object, opening: str, *, trace: bool) -> None:
    """Print the paragraph, and the trace of each group of debtors where asked for."""
    from foedus.cli.output import console, plain
    from foedus.obligations.due import Due
    from foedus.obligations.trace import tree

    assert isinstance(found, Due)
    lines = console()
    lines.print(plain(f"{opening} {found.paragraph()}"), soft_wrap=not lines.is_terminal)
    if trace:
        for group in found.groups:
            lines.print()
            for line in tree(group.answer).lines():
                lines.print(plain(line), soft_wrap=True)


def document(found: object, defaults: tuple[str, ...]) -> dict[str, object]:
    """Return what ``--json`` prints."""
    from foedus.obligations.due import Due
    from foedus.obligations.sentence import sentence
    from foedus.obligations.trace import tree

    assert isinstance(found, Due)
    return {
        "schema": "foedus/due@1",
        "instrument": found.agreement.id,
        "reading": found.agreement.reading,
        "asked_on": found.at,
        "defaults": defaults,
        "paragraph": found.paragraph(),
        "answers": [
            {
                "who": answer.who,
                "floor": answer.floor,
                "ceiling": answer.ceiling,
                "status": answer.status,
                "reasons": answer.reasons,
                "political_floor": answer.political_floor,
                "deadline": answer.deadline,
                "refrain": {"owed": answer.running, "breached": answer.breached},
                "permits": answer.permits,
                "cite": answer.cite,
                "sentence": sentence(answer),
                "trace": tree(answer).lines(),
            }
            for answer in found.answers
        ],
    }
