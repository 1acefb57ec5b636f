"""Loopholes as values: their order, and which are told as one."""

from __future__ import annotations

import pytest

from foedus.obligations.deviation import (
    Deviation,
    Loophole,
    alike_guarantors,
    alike_values,
    harm,
    order,
)


def hole(*pairs: tuple[str, str], harm: int = 9000, left="none", through=("5",)) -> Loophole:
    deviations = tuple(
        Deviation(dimension=key, value=value, members=(value,), instead_of="")
        for key, value in pairs
    )
    return Loophole(deviations=deviations, left=left, harm=harm, through=through)


@pytest.mark.parametrize(
    ("larger", "smaller"),
    [
        ({"kind": "armed_attack"}, {"kind": "blockade", "weapons": "nuclear"}),
        ({"kind": "cyber", "weapons": "nuclear"}, {"kind": "cyber"}),
        ({"object": "territory"}, {"object": "vessel"}),
        ({"place": "home_land"}, {"place": "high_seas"}),
    ],
)
def test_force_counts_before_weapons_target_and_place(larger, smaller):
    assert harm(larger) > harm(smaller)


def test_the_most_harmful_then_the_smallest_then_decisions_come_first():
    told = [
        hole(("kind", "coup"), harm=4000),
        hole(("origin", "internal"), ("provoked", "yes")),
        hole(("origin", "internal")),
        hole(("vote:AAA", "no")),
    ]
    assert [one.deviations[0].dimension for one in sorted(told, key=order)] == [
        "vote:AAA",
        "origin",
        "origin",
        "kind",
    ]


def test_values_of_one_dimension_are_told_together():
    (one,) = alike_values([hole(("attribution", "contested")), hole(("attribution", "none"))])
    assert one.deviations[0].members == ("contested", "none")


def test_loopholes_that_leave_different_duties_are_told_apart():
    told = [hole(("attribution", "contested")), hole(("attribution", "none"), left="consult")]
    assert len(alike_values(told)) == 2


def test_sets_that_differ_in_two_places_are_told_apart():
    told = [
        hole(("kind", "coup"), ("origin", "internal")),
        hole(("kind", "cyber"), ("origin", "mixed")),
    ]
    assert len(alike_values(told)) == 2


def test_sets_that_differ_in_the_guarantor_only_are_variants_of_one(space_of):
    space = space_of("istanbul-2022-russian-draft")
    told = [hole(("vote:GBR", "no")), hole(("vote:FRA", "no")), hole(("state:FRA", "released"))]
    first, other = alike_guarantors(space, told)
    assert first.variants == ((("vote:FRA", "no"),),)
    assert other.variants == ()


def test_the_challenger_is_no_variant_of_another_attacker(space_of):
    space = space_of("istanbul-2022-russian-draft")
    told = [hole(("attacker", "RUS")), hole(("attacker", "FRA")), hole(("attacker", "GBR"))]
    assert [len(one.variants) for one in alike_guarantors(space, told)] == [0, 1]
