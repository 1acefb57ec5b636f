"""A loophole as a set of deviations; how loopholes are ordered, and when two are told as one.

Loopholes are ordered by the harm of the attack that they let pass. The order is documented, not
measured: force counts most, then the weapons, the target and the place.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from foedus.agreement.vocabulary import Rung
from foedus.obligations.dimension import Space


@dataclass(frozen=True, slots=True, kw_only=True)
class Deviation:
    """One fact that differs from the paradigm; ``members`` are the values that do the same."""

    dimension: str
    value: str
    members: tuple[str, ...]
    instead_of: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Loophole:
    """A smallest set of deviations at which nobody owes the level any more.

    ``variants`` are the same set with other guarantors. ``left`` is the most that is still owed;
    ``harm`` orders loopholes by the attack that they let pass; ``through`` are the articles that
    let it pass.
    """

    deviations: tuple[Deviation, ...]
    left: Rung
    harm: int
    through: tuple[str, ...]
    variants: tuple[tuple[tuple[str, str], ...], ...] = ()


#: How much force an act is, for ordering loopholes by the harm that they let pass.
_FORCE: dict[str, int] = {
    "armed_attack": 9,
    "declaration_of_war": 8,
    "occupation": 7,
    "limited_armed_attack": 6,
    "blockade": 5,
    "nuclear_threat": 5,
    "proxy_attack": 4,
    "insurgency": 4,
    "coup": 4,
    "sabotage": 3,
    "cyber": 3,
    "ultimatum": 2,
    "threat": 2,
    "mobilisation": 2,
    "grey_zone": 2,
    "airspace_incursion": 1,
    "economic_coercion": 1,
    "treaty_breach": 1,
}
_WEAPONS = {"nuclear": 3, "chemical": 2, "biological": 2, "radiological": 2, "conventional": 1}
_TARGET = {
    "territory": 3,
    "population": 3,
    "institutions": 2,
    "infrastructure": 2,
    "forces": 1,
    "vessel": 1,
    "aircraft": 1,
}
_WHERE = {
    "home_land": 4,
    "overseas_land": 3,
    "island": 3,
    "occupied_land": 2,
    "territorial_sea": 2,
    "airspace": 2,
    "empty_feature": 1,
    "land_of_a_party": 1,
}


def harm(chosen: Mapping[str, str]) -> int:
    """Return how large the attack is that a situation lets pass.

    Examples
    --------
    >>> harm({}) > harm({"kind": "blockade", "weapons": "nuclear"})
    True
    """
    return (
        1000 * _FORCE.get(chosen.get("kind", "armed_attack"), 0)
        + 100 * _WEAPONS.get(chosen.get("weapons", "conventional"), 0)
        + 10 * _TARGET.get(chosen.get("object", "territory"), 0)
        + _WHERE.get(chosen.get("place", "home_land"), 0)
    )


#: Loopholes of the same harm and size: those that somebody can bring about by a decision first.
_FIRST = (
    "vote",
    "finding",
    "request",
    "ceasefire",
    "hostilities",
    "cross",
    "zone",
    "region",
    "place",
    "attacker",
    "attribution",
)


def order(loophole: Loophole) -> tuple[object, ...]:
    """Return the key by which loopholes are sorted: the most harmful and smallest first."""
    steps = [d.dimension.partition(":")[0] for d in loophole.deviations]
    places = [_FIRST.index(step) if step in _FIRST else len(_FIRST) for step in steps]
    return (
        -loophole.harm,
        len(steps),
        places,
        [(d.dimension, d.value) for d in loophole.deviations],
    )


def alike_values(found: Iterable[Loophole]) -> list[Loophole]:
    """Put loopholes together that differ in the value of one dimension only."""
    merged = list(found)
    changed = True
    while changed:
        changed = False
        groups: dict[tuple[int, tuple[object, ...]], list[Loophole]] = {}
        for one in merged:
            for place in range(len(one.deviations)):
                groups.setdefault((place, _but_for(one, place)), []).append(one)
        best = max(groups.items(), key=lambda item: len(item[1]), default=None)
        if best is not None and len(best[1]) > 1:
            (place, _), alike = best
            merged = [one for one in merged if one not in alike]
            merged.append(_together(alike, place))
            changed = True
    return merged


def _but_for(one: Loophole, place: int) -> tuple[object, ...]:
    """Return all that two loopholes must share to differ in the values at one place only."""
    others = tuple((d.dimension, d.members) for n, d in enumerate(one.deviations) if n != place)
    return one.deviations[place].dimension, others, one.left, one.through


def _together(alike: list[Loophole], place: int) -> Loophole:
    first = max(alike, key=lambda one: one.harm)
    members = tuple(
        dict.fromkeys(m for one in (first, *alike) for m in one.deviations[place].members)
    )
    joined = dataclasses.replace(first.deviations[place], members=members)
    deviations = (*first.deviations[:place], joined, *first.deviations[place + 1 :])
    return dataclasses.replace(first, deviations=deviations)


def alike_guarantors(space: Space, found: Iterable[Loophole]) -> list[Loophole]:
    """Put loopholes together that differ only in which guarantors are meant."""
    groups: dict[tuple[object, ...], list[Loophole]] = {}
    for one in found:
        pattern = tuple(
            sorted(
                (d.dimension.partition(":")[0], bool(_guarantor(d)), _value_pattern(space, d))
                for d in one.deviations
            )
        )
        groups.setdefault((pattern, one.left), []).append(one)
    merged = []
    for alike in groups.values():
        variants = tuple(tuple((d.dimension, d.value) for d in one.deviations) for one in alike[1:])
        merged.append(dataclasses.replace(alike[0], variants=variants))
    return merged


def _guarantor(deviation: Deviation) -> str:
    return deviation.dimension.partition(":")[2]


def _value_pattern(space: Space, deviation: Deviation) -> tuple[str, ...]:
    """Return a deviation's values, a guarantor other than the challenger written as one."""
    same = {g: "a guarantor" for g in space.guarantors if g != space.challenger}
    return tuple(same.get(member, member) for member in deviation.members)
