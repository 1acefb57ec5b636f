"""Who owes what: the answer, formed as the case format says."""

from __future__ import annotations

import dataclasses
from datetime import date

import pytest

from foedus.agreement.facts import Facts, Request, Vote, Waiver
from foedus.agreement.library import load
from foedus.obligations.assess import assess, assess_together, beneficiaries
from small import DAY, KHARKOVIA, attacked, example

VOTES = (Vote(voter="AAA", vote="yes"), Vote(voter="BBB", vote="yes"))
DECIDED = dataclasses.replace(attacked(), votes=VOTES)


def answer(facts=DECIDED, agreement=None, who="AAA", at=DAY):
    return assess(agreement or example(), facts, who, at)


def test_help_that_has_been_decided_is_owed():
    found = answer()
    assert (found.floor, found.status, found.deadline) == ("assist_mil", "triggered", "P5D")
    assert found.political_floor == "none"
    assert found.cite == "2(2)"


@pytest.mark.parametrize(
    ("facts", "status", "floor", "reason"),
    [
        (attacked(), "determination_pending", "none", "determination_missing"),
        (dataclasses.replace(attacked(), votes=(Vote(voter="AAA", vote="no"),)), "determination_vetoed", "none", "veto"),
        (dataclasses.replace(DECIDED, waivers=(Waiver(by="BNF", to="AAA", date=DAY),)), "waived", "none", "waived_by_beneficiary"),
        (attacked(kind="mobilisation"), "triggered", "consult", "threat_clause"),
        (attacked(kind="cyber"), "not_triggered", "none", "threshold_not_met"),
        (attacked(against=("ZZZ",)), "not_bound", "none", "target_not_party"),
    ],
)  # fmt: skip
def test_the_status_is_that_of_the_highest_clause_that_is_engaged(facts, status, floor, reason):
    found = answer(facts)
    assert (found.status, found.floor) == (status, floor)
    assert reason in found.reasons


def test_what_is_owed_below_a_clause_that_waits_is_the_floor():
    asked = Request(date=DAY, by="BNF", kind="consultation")
    found = answer(dataclasses.replace(attacked(), requests=(asked,)))
    assert (found.status, found.floor) == ("determination_pending", "consult")


def test_why_the_stronger_clause_failed_is_said_with_the_weaker_that_is_owed():
    found = answer(attacked(kind="mobilisation"))
    assert "threshold_not_met" in found.reasons


def test_a_stranger_owes_nothing():
    assert answer(who="ZZZ").status == "not_bound"


def test_the_protected_state_owes_no_help_but_must_refrain():
    found = answer(who="BNF")
    assert (found.floor, found.status) == ("none", "not_bound")
    assert found.running == ("no_foreign_bases",)
    assert "refrain_duty_running" in found.reasons


def test_a_broken_duty_to_refrain_wins_over_everything():
    found = answer(attacked(kind="hosts_foreign_forces", by=("BNF",), against=()), who="BNF")
    assert (found.status, found.floor) == ("negative_duty_breach", "none")
    assert found.breached == ("no_foreign_bases",)


def test_a_political_promise_has_a_political_floor_only():
    found = answer(agreement=example(("legal_force: binding", "legal_force: political")))
    assert (found.floor, found.political_floor, found.status) == (
        "none",
        "assist_mil",
        "political_only",
    )
    assert "political_commitment" in found.reasons


def test_domestic_law_binds_nobody_else():
    found = answer(agreement=example(("legal_force: binding", "legal_force: domestic")))
    assert (found.floor, found.status) == ("none", "not_bound")
    assert found.reasons[0] == "domestic_law_only"


def test_facts_of_tomorrow_are_not_known_today():
    assert answer(at=date(2026, 6, 30)).floor == "none"


def test_the_beneficiary_may_be_another_than_the_victim():
    named = dataclasses.replace(DECIDED, beneficiary=("CCC",))
    assert beneficiaries(named) == ("CCC",)
    assert answer(named).reasons[0] == "target_not_party"


def test_nobody_owes_itself():
    assert answer(dataclasses.replace(DECIDED, beneficiary=("AAA",))).status == "not_bound"


def test_without_an_event_nothing_is_owed():
    found = answer(Facts())
    assert (found.floor, found.status) == ("none", "not_bound")


def test_instruments_read_together_owe_the_highest_floor():
    weak = dataclasses.replace(
        example(("content: [arms, intelligence, forces]", "content: [consult]")), id="weak"
    )
    found = assess_together([weak, example()], DECIDED, "AAA", DAY)
    assert found.floor == "assist_mil"
    assert found.instruments == ("weak", "example-guarantee")


def test_without_an_instrument_the_answer_says_so():
    found = assess_together([], DECIDED, "AAA", DAY)
    assert (found.status, found.reasons) == ("not_bound", ("no_instrument",))


def test_an_exclusion_leaves_a_zone_without_help():
    zone = dataclasses.replace(KHARKOVIA, zones=("east_of_contact_line",))
    found = answer(dataclasses.replace(DECIDED, places=(zone,)))
    assert (found.status, found.reasons[0]) == ("not_triggered", "excluded_zone")


def test_the_north_atlantic_treaty_leaves_the_means_to_each_ally():
    facts = attacked(by=("RUS",), against=("POL",), place="rzeszow")
    facts = dataclasses.replace(
        facts,
        places=(
            dataclasses.replace(
                KHARKOVIA, id="rzeszow", recognised_as="POL", sovereign="POL", administered_by="POL"
            ),
        ),
    )
    found = assess(load("nato-1949"), facts, "USA", DAY)
    assert (found.floor, found.ceiling) == ("act_discretion", "assist_mil")
    assert "own_judgement" in found.reasons
