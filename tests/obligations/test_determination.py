"""Whether a determination has been made."""

from __future__ import annotations

import dataclasses
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from foedus.agreement.facts import AgreementOnRecord, DecisionOnRecord, Vote
from foedus.agreement.model import Determination
from foedus.agreement.vocabulary import VoteRule
from foedus.obligations.determination import determined, votes_needed
from small import DAY, attacked, example, situation

COUNCIL = Determination(
    trigger="renewed_attack", by="organ", organ="council", voters=("guarantor",)
)


def state(rule=COUNCIL, agreement=None, at=DAY, event=None, **blocks):
    facts = dataclasses.replace(attacked(**(event or {})), **blocks)
    here = dataclasses.replace(situation(facts, agreement), at=at)
    return determined(
        dataclasses.replace(COUNCIL, **rule) if isinstance(rule, dict) else rule, here
    )


def votes(**cast):
    return tuple(Vote(voter=voter, vote=vote) for voter, vote in cast.items())


def found(decision, organ="The Council", **more):
    return (DecisionOnRecord(organ=organ, date=DAY, decision=decision, **more),)


def test_where_each_judges_nothing_is_missing():
    assert state({"by": "each_guarantor"}) == ("established", "own_judgement")


def test_a_finding_of_the_organ_establishes_the_attack():
    assert state(findings=found("attack_established")) == ("established", "organ_decision")


def test_a_finding_of_another_organ_does_not():
    assert state(findings=found("attack_established", organ="Assembly")) == (
        "pending", "determination_missing",
    )  # fmt: skip


@pytest.mark.parametrize(
    "finding", [found("rejected"), found("attack_established", vetoed_by=("BBB",))]
)
def test_a_veto_or_a_rejection_blocks(finding):
    assert state(findings=finding) == ("blocked", "veto")


@pytest.mark.parametrize(
    ("rule", "cast", "result"),
    [
        ("unanimity", {}, "pending"),
        ("unanimity", {"AAA": "yes"}, "pending"),
        ("unanimity", {"AAA": "yes", "BBB": "yes"}, "established"),
        ("unanimity", {"AAA": "yes", "BBB": "no"}, "blocked"),
        ("consensus", {"AAA": "yes"}, "established"),
        ("consensus", {"AAA": "yes", "BBB": "no"}, "blocked"),
        ("majority", {"AAA": "yes"}, "pending"),
        ("majority", {"AAA": "yes", "BBB": "yes"}, "established"),
        ("majority", {"AAA": "no"}, "blocked"),
        ("unanimity", {"AAA": "yes", "BNF": "yes"}, "pending"),
    ],
)
def test_votes_follow_the_rule_and_only_voters_count(rule, cast, result):
    assert state({"rule": rule}, votes=votes(**cast))[0] == result


def test_an_attacker_votes_unless_the_text_shuts_it_out():
    cast = votes(AAA="yes", BBB="no")
    by_b = {"by": ("BBB",)}
    assert state({"attacker_excluded": False}, event=by_b, votes=cast)[0] == "blocked"
    assert state({"attacker_excluded": True}, event=by_b, votes=cast)[0] == "established"


def test_a_party_that_is_not_bound_has_no_vote():
    signed = example(("provisionally_applied, from", "signed_not_ratified, from"))
    assert state(agreement=signed, votes=votes(AAA="yes"))[0] == "established"


@pytest.mark.parametrize(
    ("default", "day", "result"),
    [
        ("established", date(2026, 7, 4), "pending"),
        ("established", date(2026, 7, 5), "established"),
        ("not_established", date(2026, 7, 5), "blocked"),
        ("open", date(2026, 12, 31), "pending"),
    ],
)
def test_after_the_deadline_the_texts_own_default_applies(default, day, result):
    rule = {"deadline": "P3D", "default_if_no_decision": default}
    assert state(rule, at=day)[0] == result


def test_the_two_agree_or_do_not():
    made = AgreementOnRecord(between=("AAA", "BNF"), date=DAY, subject="attack_exists", made=True)
    jointly = {"by": "jointly"}
    assert state(jointly, agreements=(made,))[0] == "established"
    assert state(jointly, agreements=(dataclasses.replace(made, made=False),))[0] == "pending"
    assert (
        state(jointly, agreements=(dataclasses.replace(made, between=("AAA", "BBB")),))[0]
        == "pending"
    )


@given(st.sampled_from(VoteRule.__args__), st.integers(1, 40))
def test_no_rule_needs_more_votes_than_there_are(rule, electorate):
    made = Determination(trigger="t", by="organ", rule=rule, n=1)
    assert 1 <= votes_needed(made, electorate) <= electorate
    assert votes_needed(made, electorate) > electorate / 2 or rule == "n_of_m"
