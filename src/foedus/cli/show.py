"""``foedus show``: an agreement, clause by clause."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any

import typer

if TYPE_CHECKING:
    from datetime import date

    from foedus.agreement.model import Agreement

WIDTH = 100


def show(
    agreement: Annotated[str, typer.Argument(metavar="X", help="A library id or a path.")],
    on: Annotated[str, typer.Option(metavar="DATE", help="The day of the parties' states.")] = "",
    json: Annotated[bool, typer.Option("--json", help="Print one JSON document.")] = False,
) -> None:
    """Print an agreement, clause by clause.

    Head, parties and their state today or on DATE, scope, triggers in words, what is owed with
    its floor and ceiling, conditions, term, and the evidence for and against its being law. The
    rungs are computed from the words of the clauses, never typed by hand.
    """
    from foedus.agreement.library import load
    from foedus.cli.output import emit_json

    day = _day(on)
    loaded = load(agreement)
    if json:
        emit_json(_document(loaded, day))
    else:
        _print(loaded, day)


def _day(text: str) -> date:
    """Return the day that was asked for, or today."""
    from datetime import UTC, date, datetime

    from foedus.errors import UsageError

    if not text:
        return datetime.now(UTC).date()
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise UsageError(f"foedus show: {text!r} is not a day; write it as 2026-03-01") from error


def _print(agreement: Agreement, day: date) -> None:
    import textwrap

    from foedus.agreement.sheet import sheet
    from foedus.cli.output import plain
    from foedus.obligations.sentence import say_cite

    sections = sheet(agreement, day, lambda article: say_cite(agreement, article))
    for number, section in enumerate(sections):
        print(f"\n{plain(section.heading)}" if number else plain(section.heading))
        for line in section.lines:
            depth = 2 + len(line) - len(line.lstrip())
            words = plain(" ".join(line.split()))
            print(textwrap.fill(
                words, WIDTH, initial_indent=" " * depth, subsequent_indent=" " * (depth + 2),
                break_long_words=False, break_on_hyphens=False,
            ))  # fmt: skip


def _document(agreement: Agreement, day: date) -> dict[str, Any]:
    """Return the agreement as coded, and beside it what is computed from it."""
    from foedus.agreement.force import last_day, standing
    from foedus.agreement.level import level, obliges, table_level
    from foedus.agreement.sheet import seen
    from foedus.agreement.wording import LADDER_NOTE, say_condition, the_state
    from foedus.agreement.write import plain

    def computed(party: str) -> dict[str, Any]:
        found = standing(agreement, party, day)
        return {
            "party": party, "name": the_state(party), "bound": found.bound, "state": found.state,
            "since": found.since, "reason": found.reason, "article": found.cite,
        }  # fmt: skip

    return {
        "agreement": plain(agreement),
        "on": day,
        "last_day": last_day(agreement),
        "parties": [computed(party.id) for party in agreement.parties],
        "triggers": {t.id: say_condition(t.when) for t in agreement.triggers},
        "obligations": {
            obligation.id: {
                "floor": level(obligation).floor,
                "ceiling": level(obligation).ceiling,
                "by_table": table_level(obligation),
                "law": agreement.legal_force == "binding" and obliges(obligation),
            }
            for obligation in agreement.obligations
        },
        "ladder": LADDER_NOTE,
        "seen": seen(agreement),
    }
