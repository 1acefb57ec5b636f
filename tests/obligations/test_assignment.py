"""From dimensions to facts."""

from __future__ import annotations

from datetime import date

import pytest

from foedus.agreement.facts import Facts
from foedus.agreement.library import load, names
from foedus.obligations.assignment import facts_of, plain
from foedus.obligations.dimension import BAND
from foedus.obligations.loophole_case import plain_values
from foedus.yamlfile import adapter_for

PROMISING = [name for name in names() if load(name).obligations]


def read_back(facts: Facts) -> Facts:
    """Return facts after a check of every word, as a file's are checked."""
    return adapter_for(Facts).validate_python(plain_values(facts))


@pytest.mark.parametrize("name", PROMISING)
def test_the_plain_situation_of_every_instrument_is_valid_facts(name, space_of):
    facts = facts_of(space_of(name), plain(space_of(name)))
    assert read_back(facts) == facts


@pytest.mark.parametrize("name", PROMISING)
def test_every_value_of_every_dimension_is_valid_facts(name, space_of):
    space = space_of(name)
    usual = plain(space)
    for dimension in space.dimensions:
        for value in (value for members in dimension.classes for value in members):
            facts = facts_of(space, usual | {dimension.key: value})
            assert read_back(facts) == facts, (dimension.key, value)


@pytest.mark.parametrize("name", PROMISING)
def test_every_class_but_the_plain_one_changes_the_facts(name, space_of):
    """A dimension that changes nothing would be a loophole's empty word."""
    space = space_of(name)
    usual = plain(space) | {"kind": "occupation"}  # so that resistance is a fact at all
    before = facts_of(space, usual)
    for dimension in space.dimensions:
        for value in dimension.values:
            changed = facts_of(space, usual | {dimension.key: value})
            assert (changed == before) == (value == usual[dimension.key]), (dimension.key, value)


def event(space, **chosen):
    return facts_of(space, plain(space) | chosen).events[0]


def test_a_proxy_acts_and_the_challenger_stands_behind_it(space_of):
    done = event(space_of("istanbul-2022-communique"), attacker="proxy")
    assert (done.by, done.by_kind, done.backed_by) == ((BAND,), "proxy", ("RUS",))


def test_a_group_that_is_no_state_has_nobody_behind_it(space_of):
    done = event(space_of("istanbul-2022-communique"), attacker="non_state")
    assert (done.by, done.by_kind, done.backed_by) == ((BAND,), "non_state", ())


def test_resistance_is_a_fact_of_occupations_only(space_of):
    space = space_of("budapest-1994")
    assert event(space, resisted="false").resisted is None
    assert event(space, kind="occupation", resisted="false").resisted is False
    assert event(space, kind="occupation").resisted is True


@pytest.mark.parametrize(
    ("made", "kinds"),
    [
        ("both", ["consultation", "assistance"]),
        ("assistance", ["assistance"]),
        ("none", []),
    ],
)
def test_requests_are_on_record_as_chosen(made, kinds, space_of):
    space = space_of("istanbul-2022-communique")
    facts = facts_of(space, plain(space) | {"request": made})
    assert [request.kind for request in facts.requests] == kinds
    assert {request.by for request in facts.requests} <= {"UKR"}


def test_a_released_guarantor_is_bound_and_released(space_of):
    space = space_of("istanbul-2022-russian-draft")
    facts = facts_of(space, plain(space) | {"state:FRA": "released", "state:GBR": "withdrawn"})
    assert [(w.by, w.to) for w in facts.waivers] == [("UKR", "FRA")]
    assert {s.party: s.state for s in facts.instrument_state} == {
        "all": "in_force",
        "GBR": "withdrawn",
    }


def test_who_does_not_vote_has_no_vote_on_record(space_of):
    space = space_of("istanbul-2022-russian-draft")
    facts = facts_of(space, plain(space) | {"vote:FRA": "none", "vote:CHN": "no"})
    votes = {vote.voter: vote.vote for vote in facts.votes}
    assert "FRA" not in votes
    assert votes["CHN"] == "no"
    assert votes["TUR"] == "yes"


def test_a_ceasefire_that_broke_down_began_before_the_attack(space_of):
    space = space_of("paris-2026")
    broken = facts_of(space, plain(space) | {"ceasefire": "has_started"}).ceasefire
    assert not broken.in_force
    assert broken.since is not None
    assert broken.since < space.at
    assert facts_of(space, plain(space) | {"ceasefire": "none"}).ceasefire.since is None


def test_only_a_draft_or_a_waiting_instrument_is_assumed_to_be_in_force(space_of):
    def assumed(name: str) -> tuple[object, ...]:
        return facts_of(space_of(name), plain(space_of(name))).instrument_state

    assert assumed("nato-1949") == ()
    (one,) = assumed("istanbul-2022-communique")
    assert (one.party, one.state) == ("all", "in_force")


def test_an_attack_on_land_that_the_attacker_holds_names_it_as_occupier(space_of):
    space = space_of("nato-1949")
    place = facts_of(space, plain(space) | {"place": "occupied_land"}).places[0]
    assert place.occupied_by == place.administered_by == space.challenger
    assert place.recognised_as == space.beneficiary
    assert place.disputed


def test_what_is_not_chosen_is_plain(space_of):
    space = space_of("nato-1949")
    assert facts_of(space, {}).events[0].kind == "armed_attack"
    assert facts_of(space, {}).events[0].date == space.at >= date(2026, 11, 21)
