"""One clause against one event: the nine tests and their order."""

from __future__ import annotations

import dataclasses

import pytest
from hypothesis import given, settings

from foedus.agreement.facts import AssumedState, Request, SecurityCouncil, Vote, Waiver
from foedus.obligations.casus import casus, conjuncts, owed
from foedus.obligations.situation import Situation
from small import DAY, KHARKOVIA, attacked, example, situation
from strategies import STATES, agreements, facts

VOTES = (Vote(voter="AAA", vote="yes"), Vote(voter="BBB", vote="yes"))
DECIDED = dataclasses.replace(attacked(), votes=VOTES)


def outcome(facts=DECIDED, agreement=None, clause=0, **seen):
    made = agreement or example()
    return casus(made.obligations[clause], situation(facts, made, **seen))


def test_a_clause_that_passes_every_test_is_owed():
    one = outcome()
    assert (one.failed, one.engaged, one.owed, one.binding) == (None, True, True, True)
    assert (one.rung, one.ceiling) == ("assist_mil", "assist_mil")
    assert {"armed_attack", "in_scope", "organ_decision"} <= set(one.reasons())


ZONE = dataclasses.replace(KHARKOVIA, zones=("east_of_contact_line",))
ABROAD = dataclasses.replace(KHARKOVIA, sovereign="CCC", recognised_as="CCC", administered_by="CCC")
SIGNED = example(
    (
        "AAA, role: guarantor, history: [{state: in_force",
        "AAA, role: guarantor, history: [{state: signed_not_ratified",
    )
)
DRAFT = example(("signed:", "concluded: false\nsigned:"))


@pytest.mark.parametrize(
    ("facts", "agreement", "test", "reason"),
    [
        (DECIDED, example(("2026-03-01\nbenef", "2026-03-01\nreading: other\nbenef")), None, "armed_attack"),
        (DECIDED, SIGNED, 2, "not_yet_in_force"),
        (DECIDED, DRAFT, 2, "never_concluded"),
        (dataclasses.replace(DECIDED, places=(ZONE,)), None, 3, "excluded_zone"),
        (dataclasses.replace(DECIDED, places=(ABROAD,)), None, 3, "out_of_territorial_scope"),
        (attacked(kind="sabotage"), None, 4, "threshold_not_met"),
        (attacked(origin="internal"), None, 4, "internal_conflict"),
        (attacked(provoked="yes"), None, 5, "beneficiary_is_attacker"),
        (attacked(by=("AAA",)), None, 5, "attacker_is_party"),
        (attacked(), None, 8, "determination_missing"),
        (dataclasses.replace(attacked(), votes=(Vote(voter="AAA", vote="no"),)), None, 8, "veto"),
        (dataclasses.replace(DECIDED, waivers=(Waiver(by="BNF", to="AAA", date=DAY),)), None, 9, "waived_by_beneficiary"),
        (dataclasses.replace(DECIDED, unsc=SecurityCouncil(state="measures_taken")),
         example(("deadline: P5D}", "deadline: P5D, unless: {unsc: [measures_taken]}}")), 6, "unsc_measures"),
        (DECIDED, example(("collective_or_several: several", "collective_or_several: collective"),
                          ("provisionally_applied, from", "signed_not_ratified, from")), 6, "collective_guarantee"),
        (DECIDED, example(("means_status", "conditions: {activation: {when: {ceasefire: [in_force]}}}\nmeans_status")),
         2, "activation_condition_unmet"),
    ],
)  # fmt: skip
def test_a_clause_stops_at_the_test_that_fails(facts, agreement, test, reason):
    one = outcome(facts, agreement)
    assert one.failed == test
    assert reason in one.reasons()


def test_a_strangers_claim_fails_the_first_test():
    assert outcome(attacked(against=("ZZZ",)), creditor="ZZZ").reasons() == ("target_not_party",)


def test_a_request_that_help_waits_for_makes_it_latent_and_not_untriggered():
    asks = example(("{origin: [external]}", "{origin: [external]}, {request: [assistance]}"))
    assert outcome(agreement=asks).failed == 7
    asked = Request(date=DAY, by="BNF", kind="assistance")
    assert outcome(dataclasses.replace(DECIDED, requests=(asked,)), asks).failed is None


def test_a_request_for_consultation_is_part_of_the_act():
    asks = example(
        (
            "{any: [{kind: [threat, mobilisation, blockade]}, {request: [consultation]}]}",
            "{request: [consultation]}",
        )
    )
    assert outcome(agreement=asks, clause=1).failed == 4


def test_every_test_is_made_so_that_a_trace_can_show_them_all():
    one = outcome(attacked(kind="sabotage", origin="internal"))
    assert {check.test for check in one.checks if not check.met} == {4, 8}


def test_a_verb_of_intent_binds_nobody():
    assert not outcome(agreement=example(("deontic: shall", "deontic: intends"))).binding


def test_the_parts_that_must_all_hold_are_tested_one_by_one():
    parts = list(conjuncts(example().triggers[0].when))
    assert [part.field for part in parts] == ["kind", "origin", "against", "provoked"]


@settings(deadline=None, max_examples=40)
@given(agreements(), facts)
def test_the_short_way_and_the_long_way_agree(agreement, known):
    for obligation in agreement.obligations:
        here = Situation(
            agreement=agreement,
            facts=known,
            at=DAY,
            event=known.events[-1],
            debtor="AAA",
            creditor=STATES[1],
        )
        assert owed(obligation, here) == casus(obligation, here).owed


def test_an_assumed_state_is_a_fact_like_another():
    assumed = AssumedState(
        instrument="example-guarantee", party="AAA", state="withdrawn", from_=DAY
    )
    from foedus.agreement.force import assume

    gone = assume(example(), dataclasses.replace(DECIDED, instrument_state=(assumed,)))
    assert outcome(agreement=gone).failed == 1
