"""``foedus due``: who owes what to whom by when, under which article, and why."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from datetime import date

    from foedus.agreement.model import Agreement
    from foedus.obligations.assess import Answer
    from foedus.obligations.due import Due
    from foedus.obligations.scenario import Scenario

_FACTS = (
    "A fact other than the default: kind=cyber, object=vessel, weapons=nuclear, provoked=yes, "
    "request=assistance, ceasefire=in_force, hostilities=ended."
)

Instrument = Annotated[
    str, typer.Argument(metavar="X", help="A library id or the path of an agreement.")
]
Events = Annotated[
    Path | None, typer.Argument(help="Dated facts (events.yaml) instead of --attack.")
]
Attack = Annotated[
    tuple[str, str] | None,
    typer.Option(metavar="ATTACKER VICTIM", help="Two states, by code: RUS UKR."),
]
At = Annotated[
    str, typer.Option(metavar="PLACE", help="Where: a place of the gazetteer (kharkiv, guam).")
]
On = Annotated[
    datetime | None,
    typer.Option(
        formats=["%Y-%m-%d"],
        metavar="DATE",
        help="The day of the attack, and the day asked about.",
    ),
]
Asked = Annotated[
    datetime | None,
    typer.Option(formats=["%Y-%m-%d"], metavar="DATE", help="The day asked about, if another."),
]
Stated = Annotated[list[str] | None, typer.Option("--fact", metavar="FIELD=VALUE", help=_FACTS)]
Who = Annotated[
    list[str] | None,
    typer.Option(metavar="STATE", help="Ask about this debtor only (repeatable)."),
]
InForce = Annotated[bool, typer.Option("--in-force", help="Assume the instrument to be in force.")]
Trace = Annotated[bool, typer.Option(help="Show every test of every clause.")]
AsJson = Annotated[bool, typer.Option("--json", help="Print one JSON document.")]


def due(
    instrument: Instrument,
    events: Events = None,
    attack: Attack = None,
    at: At = "",
    on: On = None,
    asked: Asked = None,
    fact: Stated = None,
    who: Who = None,
    in_force: InForce = False,
    trace: Trace = False,
    as_json: AsJson = False,
) -> None:
    """Say who owes what to whom by when, under which article, and why or why not.

    Facts that are not stated get defaults, which are printed: an armed attack with conventional
    weapons on territory, from outside, unprovoked, its author certain, nothing requested.
    """
    from foedus.agreement.library import load
    from foedus.cli.output import emit_json, say
    from foedus.obligations.due import due as answer

    agreement = load(instrument)
    day = on.date() if on else None
    scenario = _scenario(agreement, events, attack, at, day, fact or [], in_force)
    asked_on = asked.date() if asked else day or scenario.last_day
    found = answer(agreement, scenario.facts, asked_on, who=who or ())
    if as_json:
        emit_json(document(found, scenario.defaults))
        return
    print_due(found, scenario.sentence, trace=trace)
    if scenario.defaults:
        say(f"Not stated, so taken by default: {'; '.join(scenario.defaults)}.")


def _scenario(
    agreement: Agreement,
    events: Path | None,
    attack: tuple[str, str] | None,
    place: str,
    day: date | None,
    stated: list[str],
    in_force: bool,
) -> Scenario:
    """Return the facts that are asked about: an attack, or a file of events."""
    from foedus.errors import UsageError
    from foedus.obligations.scenario import attack_facts, read_events

    if attack is not None and events is None:
        if day is None:
            raise UsageError("--attack needs --on DATE")
        return attack_facts(
            agreement, *attack, place=place, on=day, stated=stated, in_force=in_force
        )
    if events is not None and attack is None:
        return read_events(events, agreement, stated=stated, in_force=in_force)
    raise UsageError(
        "give either a file of events or --attack ATTACKER VICTIM --at PLACE --on DATE"
    )


def print_due(found: Due, opening: str, *, trace: bool) -> None:
    """Print the paragraph, and the trace of each group of debtors where asked for."""
    from foedus.cli.output import console, plain
    from foedus.obligations.trace import tree

    lines = console()
    lines.print(plain(f"{opening} {found.paragraph()}"), soft_wrap=not lines.is_terminal)
    if trace:
        for group in found.groups:
            lines.print()
            for line in tree(group.answer).lines():
                lines.print(plain(line), soft_wrap=True)


def document(found: Due, defaults: tuple[str, ...]) -> dict[str, object]:
    """Return what ``--json`` prints."""
    return {
        "schema": "foedus/due@1",
        "instrument": found.agreement.id,
        "reading": found.agreement.reading,
        "asked_on": found.at,
        "defaults": defaults,
        "paragraph": found.paragraph(),
        "answers": [answer_document(answer) for answer in found.answers],
    }


def answer_document(answer: Answer) -> dict[str, object]:
    """Return what ``--json`` prints of one debtor."""
    from foedus.obligations.sentence import sentence
    from foedus.obligations.trace import tree

    return {
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
