"""Elements of conditions, as reason codes."""

from __future__ import annotations

from datetime import date

import pytest

from foedus.agreement.condition import FIELDS, Is, Not, read_condition
from foedus.agreement.facts import Event, Facts, Place, Request
from foedus.agreement.library import load
from foedus.agreement.vocabulary import Reason
from foedus.obligations.elements import met_elements, missed_elements
from foedus.obligations.situation import Situation, holds

DAY = date(2027, 3, 1)
LAND = Place(
    id="land",
    sovereign="POL",
    administered_by="POL",
    recognised_as="POL",
    region="europe",
    type="metropolitan",
)


def seen(*, requests=(), **fields) -> Situation:
    given = {
        "id": "e1", "date": DAY, "kind": "armed_attack", "by": ("RUS",), "against": ("POL",),
        "place": "land",
    }  # fmt: skip
    event = Event(**(given | fields))
    facts = Facts(events=(event,), places=(LAND,), requests=requests)
    return Situation(
        agreement=load("nato-1949"), facts=facts, at=DAY, event=event, debtor="USA", creditor="POL"
    )


def met(condition, situation, rung="assist_mil") -> list[str]:
    condition = read_condition(condition)
    assert holds(condition, situation)
    return list(met_elements(condition, situation, rung))


def missed(condition, situation) -> list[str]:
    condition = read_condition(condition)
    assert not holds(condition, situation)
    return list(missed_elements(condition, situation))


ATTACK = {"kind": ["armed_attack", "limited_armed_attack"]}


def test_an_armed_attack_is_named_for_help_and_as_a_threat_too_for_talk():
    assert met(ATTACK, seen()) == ["armed_attack"]
    assert met(ATTACK, seen(), "consult") == ["threat_clause", "armed_attack"]


def test_only_the_branch_that_holds_is_named():
    either = {"any": [{"kind": ["threat"]}, {"request": ["assistance"]}]}
    asked = Request(date=DAY, by="POL", kind="assistance")
    assert met(either, seen(requests=(asked,))) == ["request_made"]
    assert met(either, seen(kind="threat"), "consult") == ["threat_clause"]


def test_a_named_adversary_is_one_named_by_code():
    assert met({"by": ["RUS"]}, seen()) == ["named_adversary"]
    assert met({"by": ["third_state"]}, seen()) == []


def test_nuclear_conditions_have_reasons_of_their_own():
    assert met({"weapons": ["nuclear"]}, seen(weapons="nuclear")) == ["nuclear_condition_met"]
    assert missed({"weapons": ["nuclear"]}, seen()) == ["nuclear_condition_unmet"]
    assert met({"kind": ["nuclear_threat"]}, seen(kind="nuclear_threat")) == [
        "nuclear_condition_met"
    ]


def test_every_part_that_fails_is_named():
    both = {"all": [{"origin": ["external"]}, {"provoked": ["no"]}]}
    assert missed(both, seen(origin="internal", provoked="yes")) == [
        "internal_conflict",
        "beneficiary_is_attacker",
    ]
    assert missed(both, seen(origin="internal")) == ["internal_conflict"]


def test_an_attacker_that_must_be_no_party_is_a_party():
    assert missed({"not": {"by": ["party"]}}, seen(by=("FRA",))) == ["attacker_is_party"]
    assert missed({"not": {"by": ["state"]}}, seen(by=("RUS",))) == ["adversary_not_covered"]


@pytest.mark.parametrize("field", sorted(FIELDS))
def test_every_field_that_is_missed_has_a_reason_of_the_case_format(field):
    from typing import get_args

    (reason,) = missed_elements(Is(field, ("no such value",)), seen())
    assert reason in get_args(Reason)
    (reason,) = missed_elements(Not(Is(field, ("no such value",))), seen())
    assert reason in get_args(Reason)
