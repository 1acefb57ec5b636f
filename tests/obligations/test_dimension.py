"""Dimensions: classes of words that an instrument cannot tell apart."""

from __future__ import annotations

from typing import get_args

import pytest

from foedus.agreement.library import load, names
from foedus.agreement.vocabulary import EventKind
from foedus.obligations.dimension import MOST_GUARANTORS, NO_ACT, Dimension, mentioned

PROMISING = [name for name in names() if load(name).obligations]


def of(space, key: str) -> Dimension:
    return next(d for d in space.dimensions if d.key == key)


@pytest.mark.parametrize("name", PROMISING)
def test_no_value_stands_in_two_classes(name, space_of):
    for dimension in space_of(name).dimensions:
        values = [value for members in dimension.classes for value in members]
        assert len(values) == len(set(values)), dimension.key


@pytest.mark.parametrize("name", PROMISING)
def test_every_act_against_a_state_is_some_value_of_the_act(name, space_of):
    kinds = {kind for members in of(space_of(name), "kind").classes for kind in members}
    assert kinds == set(get_args(EventKind)) - NO_ACT


def test_the_plain_value_comes_first(space_of):
    space = space_of("nato-1949")
    plain = {d.key: d.values[0] for d in space.dimensions}
    assert plain["kind"] == "armed_attack"
    assert plain["region"] == space.home
    assert plain["state"] == "in_force"


def test_words_that_no_clause_mentions_stand_together(space_of):
    classes = of(space_of("istanbul-2022-communique"), "kind").classes
    assert any({"cyber", "sabotage", "coup"} <= set(members) for members in classes)
    assert ("armed_attack", "limited_armed_attack") not in classes


def test_the_size_is_the_product_of_the_classes(space_of):
    space = space_of("uk-ukraine-2024")
    size = 1
    for dimension in space.dimensions:
        size *= len(dimension.values)
    assert size == space.size


def test_few_guarantors_have_dimensions_of_their_own_and_many_share_them(space_of):
    few, many = space_of("istanbul-2022-russian-draft"), space_of("nato-1949")
    assert len(few.guarantors) <= MOST_GUARANTORS < len(many.guarantors)
    assert {d.of for d in few.dimensions if d.name == "vote"} == set(few.guarantors)
    assert not any(d.of for d in many.dimensions)
    assert (few.collective, many.collective) == (False, True)


def test_zones_and_regions_are_those_that_the_instrument_names(space_of):
    zones = of(space_of("istanbul-2022-communique"), "zone").values
    assert set(zones) == {"none", "crimea", "ordlo"}
    assert not any(d.key == "region" for d in space_of("istanbul-2022-communique").dimensions)


def test_an_instrument_read_as_it_stands_has_no_states_to_assume(at):
    from foedus.obligations.loophole import make_space

    space = make_space(load("paris-2026"), beneficiary=None, challenger=None, at=at, taken="as_is")
    keys = {d.name for d in space.dimensions}
    assert not keys & {"ceasefire", "hostilities", "cross"}
    assert {members for d in space.dimensions if d.name == "state" for members in d.classes} == {
        ("in_force",),
        ("released",),
    }


def test_the_words_of_every_kind_of_condition_are_found():
    said = mentioned(load("paris-2026"))
    assert said["by"] == {"RUS"}
    assert said["ceasefire"] == {"has_started"}
