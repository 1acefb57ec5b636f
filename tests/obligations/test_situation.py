"""What a field of a condition means in a situation."""

from __future__ import annotations

import dataclasses
from datetime import date

import pytest
from hypothesis import given, settings

from foedus.agreement.condition import ALWAYS, All, AnyOf, Not, read_condition
from foedus.agreement.facts import (
    AgreementOnRecord,
    Ceasefire,
    CrossInstrument,
    Event,
    Exemption,
    Facts,
    Hostilities,
    Performance,
    Prior,
    Request,
    SecurityCouncil,
)
from foedus.obligations.situation import act_kinds, attackers, holds, means_actor, values
from small import ATTACK, DAY, KHARKOVIA, attacked, situation
from strategies import conditions


def with_facts(**blocks):
    return situation(dataclasses.replace(attacked(), **blocks))


def test_the_empty_condition_always_holds():
    assert holds(ALWAYS, situation())


@settings(deadline=None)
@given(conditions)
def test_a_condition_holds_or_its_contrary_does(condition):
    here = situation()
    assert holds(condition, here) != holds(Not(condition), here)
    assert holds(Not(Not(condition)), here) == holds(condition, here)
    assert holds(All((condition, Not(condition))), here) is False
    assert holds(AnyOf((condition, Not(condition))), here) is True


@pytest.mark.parametrize(
    ("event", "kinds"),
    [
        ({"kind": "declaration_of_war"}, {"declaration_of_war", "armed_attack"}),
        ({"kind": "occupation"}, {"occupation", "armed_attack"}),
        ({"kind": "occupation", "object": "infrastructure"}, {"occupation"}),
        ({"kind": "occupation", "object": "infrastructure", "resisted": True}, {"occupation", "armed_attack"}),
        ({"kind": "blockade"}, {"blockade"}),
        ({"kind": "limited_armed_attack"}, {"limited_armed_attack"}),
    ],
)  # fmt: skip
def test_an_act_counts_as_an_attack_where_the_format_says_so(event, kinds):
    assert act_kinds(dataclasses.replace(ATTACK, **event), KHARKOVIA) == kinds


def test_the_seizure_of_a_reef_is_no_attack():
    reef = dataclasses.replace(KHARKOVIA, type="uninhabited_feature")
    assert act_kinds(dataclasses.replace(ATTACK, kind="occupation"), reef) == {"occupation"}


def test_a_state_behind_a_proxy_attacks_and_one_behind_a_coup_does_not():
    proxy = dataclasses.replace(ATTACK, by=("non_state:Band",), by_kind="proxy", backed_by=("XXX",))
    assert attackers(proxy) == ("non_state:Band", "XXX")
    backed = dataclasses.replace(ATTACK, backed_by=("YYY",))
    assert attackers(backed) == ("XXX",)
    assert backed.doers == ("XXX", "YYY")


@pytest.mark.parametrize(
    ("word", "actor", "meant"),
    [
        ("any", "non_state:Band", True),
        ("creditor", "BNF", True),
        ("debtor", "BNF", False),
        ("party", "AAA", True),
        ("party", "XXX", False),
        ("third_state", "XXX", True),
        ("third_state", "AAA", False),
        ("third_state", "non_state:Band", False),
        ("state", "XXX", True),
        ("non_state", "non_state:Band", True),
        ("guarantor", "AAA", True),
        ("guarantor", "BNF", False),
        ("XXX", "XXX", True),
    ],
)
def test_a_word_means_an_actor(word, actor, meant):
    assert means_actor(word, actor, situation()) is meant


WAR = {"prior": Prior(at_war=(("BNF", "XXX"),))}
ASKED = Request(date=DAY, by="BNF", kind="assistance", article="2")
BETWEEN = {"between": ("AAA", "BNF")}


@pytest.mark.parametrize(
    ("condition", "blocks", "met"),
    [
        ({"at_war": "with_attacker"}, WAR, True),
        ({"at_war": "with_attacker"}, {}, False),
        ({"at_war": "with_attacker"}, {"prior": Prior(at_war=(("BNF", "YYY"),))}, False),
        ({"provoked": "yes"}, {"prior": Prior(first_use_by=("BNF",))}, True),
        ({"provoked": "yes"}, {"prior": Prior(first_use_by=("XXX",))}, False),
        ({"unsc": "vetoed"}, {"unsc": SecurityCouncil(state="vetoed")}, True),
        ({"ceasefire": "none"}, {}, True),
        ({"ceasefire": "in_force"}, {"ceasefire": Ceasefire(in_force=True, since=DAY)}, True),
        ({"ceasefire": "in_force"}, {"ceasefire": Ceasefire(in_force=False, since=DAY)}, False),
        ({"ceasefire": "has_started"}, {"ceasefire": Ceasefire(in_force=False, since=DAY)}, True),
        ({"hostilities": "ended"}, {"hostilities": Hostilities(ended=True)}, True),
        ({"hostilities": "ended"}, {"hostilities": Hostilities(ended=True, ended_on=date(2026, 7, 2))}, False),
        ({"request": "assistance"}, {"requests": (ASKED,)}, True),
        ({"request": "consultation"}, {"requests": (ASKED,)}, False),
        ({"request": "assistance"}, {"requests": (dataclasses.replace(ASKED, to=("BBB",)),)}, False),
        ({"request": "assistance"}, {"requests": (dataclasses.replace(ASKED, by="BBB"),)}, False),
        ({"party_request": "assistance"}, {"requests": (dataclasses.replace(ASKED, by="BBB"),)}, True),
        ({"request_article": "2"}, {"requests": (ASKED,)}, True),
        ({"request_article": "4"}, {"requests": (ASKED,)}, False),
        ({"agreed": "measures"}, {"agreements": (AgreementOnRecord(**BETWEEN, date=DAY, subject="measures", made=True),)}, True),
        ({"agreed": "measures"}, {"agreements": (AgreementOnRecord(**BETWEEN, date=DAY, subject="measures", made=False),)}, False),
        ({"cross_instrument": "bilateral_commitment_ratified"}, {"cross_instruments": (CrossInstrument(**BETWEEN, kind="bilateral_commitment_ratified", in_force=True),)}, True),
        ({"cross_instrument": "general_arbitration_treaty"}, {"cross_instruments": (CrossInstrument(between=("AAA", "XXX"), kind="general_arbitration_treaty", in_force=True),)}, True),
        ({"cross_instrument": "general_arbitration_treaty"}, {"cross_instruments": (CrossInstrument(**BETWEEN, kind="general_arbitration_treaty", in_force=True),)}, False),
        ({"performed_by": "CCC"}, {"performance": (Performance(by="CCC", for_="BNF", done=True),)}, True),
        ({"performed_by": "CCC"}, {"performance": (Performance(by="CCC", for_="BNF", done=False),)}, False),
        ({"exemption_invoked": True}, {"exemptions": (Exemption(by="AAA", article="2", adversary="XXX", invoked=True),)}, True),
        ({"exemption_invoked": True}, {"exemptions": (Exemption(by="AAA", article="2", adversary="YYY", invoked=True),)}, False),
        ({"interest_affected": "party"}, {"interest_affected": ("AAA",)}, True),
    ],
)  # fmt: skip
def test_a_field_asks_the_facts(condition, blocks, met):
    assert holds(read_condition(condition), with_facts(**blocks)) is met


def test_a_fact_that_is_not_given_is_neither_true_nor_false():
    here = situation()
    assert not holds(read_condition({"resisted": True}), here)
    assert not holds(read_condition({"resisted": False}), here)
    assert values("resisted", here) == frozenset()


def test_where_no_place_is_named_no_region_holds():
    nowhere = situation(Facts(events=(Event(id="e", date=DAY, kind="threat"),)))
    assert values("region", nowhere) == values("zone", nowhere) == frozenset()
