"""Duties to refrain: which run, and which acts break them."""

from __future__ import annotations

from datetime import date

import pytest

from foedus.agreement.facts import Event, Facts, Place
from foedus.agreement.library import load
from foedus.agreement.read import parse_agreement
from foedus.obligations.assess import assess
from foedus.obligations.refrain import refraining

DAY = date(2027, 3, 1)
HOME = Place(
    id="home",
    sovereign="BNF",
    administered_by="BNF",
    recognised_as="BNF",
    region="europe",
    type="metropolitan",
)
DUTIES = """
negative_duties:
  - {id: no_force, cite: "3", debtor: guarantor, creditor: protected, content: [non_aggression],
     breached_when: {all: [{kind: [armed_attack, proxy_attack]}, {against: [creditor]}]},
     unless: {aim: [restore_guaranteed_order]}}
  - {id: no_pressure, cite: "4", debtor: guarantor, creditor: protected,
     content: [no_economic_coercion], breached_when: {kind: [economic_coercion]}}
"""


@pytest.fixture
def pact(small):
    return parse_agreement(small + DUTIES)


def acted(**fields) -> Facts:
    given = {"id": "e1", "date": DAY, "kind": "armed_attack", "against": ("BNF",), "place": "home"}
    return Facts(events=(Event(**(given | fields)),), places=(HOME,))


def found(agreement, facts: Facts, who: str = "AAA", at: date = DAY):
    return refraining(agreement, facts, who, at, ("BNF",))


def contents(duties) -> list[str]:
    return [content for duty in duties for content in duty.content]


def test_duties_to_refrain_run_while_the_instrument_binds(pact):
    running = found(pact, acted(by=("CHA",))).running
    assert contents(running) == ["non_aggression", "no_economic_coercion"]
    assert found(pact, acted(by=("CHA",)), at=date(2025, 12, 31)).running == ()


def test_an_act_of_somebody_else_breaks_no_duty(pact):
    assert found(pact, acted(by=("CHA",))).broken == ()


def test_an_attack_of_the_debtor_breaks_its_duty_and_no_other(pact):
    assert contents(found(pact, acted(by=("AAA",))).broken) == ["non_aggression"]
    assert found(pact, acted(by=("AAA",)), who="BBB").broken == ()


@pytest.mark.parametrize("field", ["joined_by", "backed_by"])
def test_who_joins_or_stands_behind_an_attack_breaks_its_duty(pact, field):
    facts = acted(kind="proxy_attack", by=("non_state:band",), by_kind="proxy", **{field: ("AAA",)})
    assert contents(found(pact, facts).broken) == ["non_aggression"]


def test_an_act_within_the_permitted_purpose_breaks_nothing(pact):
    outcome = found(pact, acted(by=("AAA",), aim="restore_guaranteed_order"))
    assert outcome.broken == ()
    assert not outcome.exceeded


def test_an_act_beyond_the_permitted_purpose_is_said_to_exceed_it(pact):
    outcome = found(pact, acted(by=("AAA",), aim="other"))
    assert contents(outcome.broken) == ["non_aggression"]
    assert outcome.exceeded
    answer = assess(pact, acted(by=("AAA",), aim="other"), "AAA", DAY)
    assert answer.status == "negative_duty_breach"
    assert answer.reasons[0] == "purpose_limit_exceeded"


def test_a_purpose_that_is_not_known_excuses_nothing_and_exceeds_nothing(pact):
    outcome = found(pact, acted(by=("AAA",)))
    assert contents(outcome.broken) == ["non_aggression"]
    assert not outcome.exceeded


def test_an_attack_on_a_stranger_breaks_no_duty_towards_the_beneficiary(pact):
    assert found(pact, acted(by=("AAA",), against=("XXB",))).broken == ()


def test_an_instrument_that_binds_any_state_binds_those_who_act():
    facts = acted(by=("CHA",))
    outcome = refraining(load("un-charter"), facts, "CHA", DAY, ("BNF",))
    assert "non_aggression" in contents(outcome.broken)
