"""``foedus library``: the instruments that come with Foedus."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any

import typer

if TYPE_CHECKING:
    from foedus.agreement.model import Agreement

MOST_PARTIES = 2  # more are counted


def library(
    words: Annotated[
        list[str] | None, typer.Argument(help="Only instruments that all these words occur in.")
    ] = None,
    json: Annotated[bool, typer.Option("--json", help="Print one JSON document.")] = False,
) -> None:
    """List the instruments that come with Foedus.

    Words are looked for in the id, the titles and names, the summary and the parties.
    """
    from foedus.agreement.library import load, names
    from foedus.cli.output import emit_json, print_table, say

    wanted = [word.casefold() for word in words or ()]
    found = [a for a in map(load, names()) if all(word in _searched(a) for word in wanted)]
    rows = [_row(agreement) for agreement in found]
    if json:
        emit_json(rows)
        return
    if rows:
        columns = ("id", "instrument", "signed", "force", "highest rung", "parties")
        print_table(columns, [[row[column] for column in columns] for row in rows], whole=("id",))
    else:
        say(f"no instrument has {' and '.join(map(repr, wanted))}; foedus library lists all")


def _searched(agreement: Agreement) -> str:
    from foedus.agreement.wording import state_name

    parties = (name for p in agreement.parties for name in (p.id, state_name(p.id)))
    head = (agreement.id, agreement.title, agreement.short, agreement.summary, *agreement.names)
    return " ".join((*head, *parties)).casefold()


def _row(agreement: Agreement) -> dict[str, Any]:
    from foedus.agreement.level import level
    from foedus.agreement.vocabulary import rank
    from foedus.agreement.wording import state_name

    parties = [state_name(party.id) for party in agreement.parties]
    many = len(parties) > MOST_PARTIES
    rungs = (level(obligation).floor for obligation in agreement.obligations)
    return {
        "id": agreement.id,
        "instrument": agreement.name.removeprefix("the "),
        "signed": agreement.signed,
        "force": agreement.legal_force if agreement.concluded else "draft",
        "highest rung": max(rungs, key=rank, default="none"),
        "parties": f"{len(parties)} parties" if many else ", ".join(parties),
    }
