"""Whether a scope covers a place and an object."""

from __future__ import annotations

import dataclasses
from datetime import date

import pytest

from foedus.agreement.facts import Event, Place
from foedus.agreement.model import CoveredObject, Scope, Territory, TerritoryLists
from foedus.agreement.territory import Owners, coverage, takes_in

DAY = date(2026, 7, 1)
OWNERS = Owners(
    creditor="AAA", members=frozenset({"AAA", "BBB"}), by_role={"ally": frozenset({"BBB"})}
)
HERE = Place(
    id="here", sovereign="CCC", administered_by="BBB", recognised_as="AAA", region="europe",
    type="metropolitan", zones=("strip",),
)  # fmt: skip
ATTACK = Event(id="e", date=DAY, kind="armed_attack")


@pytest.mark.parametrize(
    ("entry", "taken"),
    [
        ({"id": "AAA"}, True),
        ({"id": "AAA", "test": "recognised"}, True),
        ({"id": "AAA", "test": "sovereignty"}, False),
        ({"id": "CCC", "test": "sovereignty"}, True),
        ({"id": "BBB", "test": "administered"}, True),
        ({"id": "creditor"}, True),
        ({"id": "party", "test": "administered"}, True),
        ({"id": "ally"}, False),
        ({"id": "ally", "test": "administered"}, True),
        ({"id": "strip"}, True),
        ({"id": "other_strip"}, False),
        ({"id": "AAA", "regions": ("pacific",)}, False),
        ({"id": "AAA", "types": ("island",)}, False),
        ({"id": "AAA", "places": ("there",)}, False),
        ({"id": "AAA", "until": date(2026, 6, 30)}, False),
        ({"id": "AAA", "from_": date(2026, 7, 2)}, False),
        ({"id": "AAA", "from_": DAY, "until": DAY}, True),
    ],
)
def test_an_entry_takes_a_place_in_by_its_test(entry, taken):
    assert takes_in(Territory(**entry), HERE, OWNERS, DAY) is taken


def found(*, include=(), exclude=(), objects=(), event=ATTACK, place=HERE):
    scope = Scope(
        territory=TerritoryLists(include=include, exclude=exclude), objects=tuple(objects)
    )
    result = coverage(scope, event, place, OWNERS, DAY)
    return result.covered, result.reasons


def test_no_list_means_that_the_text_sets_no_limit():
    assert found() == (True, ())
    assert found(place=None) == (True, ())


def test_a_zone_that_is_left_out_wins_over_a_land_that_is_covered():
    lists = {"include": (Territory(id="AAA"),), "exclude": (Territory(id="strip"),)}
    assert found(**lists) == (False, ("excluded_zone",))


def test_administered_land_is_covered_whatever_the_dispute():
    entry = Territory(id="BBB", test="administered")
    assert found(include=(entry,)) == (True, ("administered_territory",))


def test_land_elsewhere_is_not_covered():
    assert found(include=(Territory(id="CCC"),)) == (False, ("out_of_territorial_scope",))


def test_a_place_that_is_not_named_is_not_covered_where_there_is_a_limit():
    assert found(include=(Territory(id="AAA"),), place=None)[0] is False


def test_a_ship_is_covered_where_the_objects_say_so():
    at_sea = dataclasses.replace(
        HERE, recognised_as="none", type="high_seas", region="mediterranean"
    )
    ship = dataclasses.replace(ATTACK, object="vessel")
    thing = CoveredObject(kind=("vessel",), within=("mediterranean",))
    assert found(objects=[thing], event=ship, place=at_sea) == (
        True,
        ("object_covered", "in_scope"),
    )
    elsewhere = CoveredObject(kind=("vessel",), within=("pacific",))
    assert found(objects=[elsewhere], event=ship, place=at_sea) == (
        False, ("object_not_covered", "out_of_territorial_scope"),
    )  # fmt: skip
