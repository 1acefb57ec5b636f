"""Positions of one party that cannot both hold.

========== ======================= ==========================================================
one        the other               why they cannot both hold
========== ======================= ==========================================================
REJECT     COMMIT                  what is refused is also promised
REJECT     OFFER                   what is refused is also offered
REJECT     DEMAND                  what is refused is also asked for
========== ======================= ==========================================================

Doubts, conditions, limits of scope and "no decision yet" contradict nothing: they can stand
beside a promise. Which of two positions came later is read from their dates: *changed* if one
lies before the other, *contradicts* if they are of the same period, *incompatible, order
unknown* if a date is missing. No wording says which of the two is right.
"""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING

from foedus.evidence.statement import Contradiction, Position, Relation, Stance

if TYPE_CHECKING:
    from collections.abc import Iterable

INCOMPATIBLE: frozenset[frozenset[Stance]] = frozenset(
    {
        frozenset({"REJECT", "COMMIT"}),
        frozenset({"REJECT", "OFFER"}),
        frozenset({"REJECT", "DEMAND"}),
    }
)
SURE = 0.5  # positions that rest on less sure statements are not set against others
MAX_POSITIONS = 120  # of one party on one commitment; the pairs grow with the square

_WORDS: dict[Stance, str] = {
    "REJECT": "refused",
    "COMMIT": "promised",
    "OFFER": "offered",
    "DEMAND": "asked for",
}


def incompatible(one: Stance, other: Stance) -> bool:
    """Say whether two stances on the same commitment cannot both hold.

    Examples
    --------
    >>> incompatible("REJECT", "COMMIT"), incompatible("DOUBT", "COMMIT")
    (True, False)
    """
    return frozenset({one, other}) in INCOMPATIBLE


def contradictions(positions: Iterable[Position]) -> tuple[Contradiction, ...]:
    """Return the pairs of positions that cannot both hold, with their relation in time.

    Of positions that follow one another only neighbours count: if a party refused in one year
    and promised in two later ones, it changed once.
    """
    grouped: dict[tuple[str, str], list[Position]] = {}
    for position in positions:
        if max((one.confidence for one in position.statements), default=1.0) < SURE:
            continue
        grouped.setdefault((position.party, position.commitment), []).append(position)
    found: list[Contradiction] = []
    for group in grouped.values():
        found.extend(_in_group(group[:MAX_POSITIONS]))
    return tuple(found)


def _in_group(group: list[Position]) -> list[Contradiction]:
    """Compare the positions of one party on one commitment."""
    pairs = (
        pair for pair in combinations(group, 2) if incompatible(pair[0].stance, pair[1].stance)
    )
    found = (_related(group, one, other) for one, other in pairs)
    return [one for one in found if one is not None]


def _related(group: list[Position], one: Position, other: Position) -> Contradiction | None:
    """Return how two incompatible positions stand in time; None if they are no neighbours."""
    match one.when.order(other.when):
        case "unknown":
            return _pair("incompatible_order_unknown", one, other)
        case "same":
            return _pair("contradicts", one, other)
        case "before":
            earlier, later = one, other
        case "after":
            earlier, later = other, one
    return None if _between(group, earlier, later) else _pair("changed", earlier, later)


def _between(group: list[Position], earlier: Position, later: Position) -> bool:
    """Say whether another position of either side lies between two in time."""
    return any(
        earlier.when.order(other.when) == "before"
        and other.when.order(later.when) == "before"
        and (incompatible(other.stance, earlier.stance) or incompatible(other.stance, later.stance))
        for other in group
    )


def _pair(relation: Relation, earlier: Position, later: Position) -> Contradiction:
    """Put the pair and its reason into words that take no side."""
    first, second = _WORDS[earlier.stance], _WORDS[later.stance]
    what = f"{earlier.party} on {earlier.commitment}: {first} in one source, {second} in another"
    match relation:
        case "changed":
            why = f"the first is dated {_dates(earlier)}, the second {_dates(later)}"
        case "contradicts":
            why = f"both are of the same period ({_dates(earlier)}; {_dates(later)})"
        case "incompatible_order_unknown":
            why = "at least one of the two is not dated, so it is not known which came first"
    return Contradiction(relation=relation, earlier=earlier, later=later, reason=f"{what}; {why}")


def _dates(position: Position) -> str:
    """Return the date of a position in words."""
    when = position.when
    if when.start is None:
        return "not at all"
    if when.end is None:
        return f"{when.start.isoformat()} or later ({when.how})"
    days = (
        when.start.isoformat()
        if when.start == when.end
        else f"{when.start.isoformat()} to {when.end.isoformat()}"
    )
    return f"{days} (inferred)" if when.how == "inferred" else days
