"""The state of the treaty for a party on a day."""

from __future__ import annotations

from datetime import date

import pytest

from foedus.agreement.facts import AssumedState, AssumedTerms, Facts
from foedus.agreement.force import assume, between, entry_on, last_day, members, standing
from foedus.agreement.library import load

JULY = date(2026, 7, 1)
IN_FORCE = "{id: AAA, role: guarantor, history: [{state: in_force, from: 2026-06-01"


def standing_of(agreement, at=JULY, who="AAA"):
    found = standing(agreement, who, at)
    return found.bound, found.test, found.reason


def test_a_party_in_force_is_bound(example):
    assert standing_of(example()) == (True, 0, None)


def test_a_party_that_has_not_ratified_owes_nothing(example):
    signed = example((IN_FORCE, IN_FORCE.replace("in_force", "signed_not_ratified")))
    assert standing_of(signed) == (False, 2, "not_yet_in_force")


def test_provisional_application_binds(example):
    assert standing_of(example(), who="BBB") == (True, 0, None)


def test_nobody_is_bound_before_the_first_day(example):
    assert standing_of(example(), at=date(2026, 5, 31)) == (False, 1, "debtor_not_party")


def test_a_draft_binds_nobody(example):
    assert standing_of(example(("signed:", "concluded: false\nsigned:"))) == (
        False, 2, "never_concluded",
    )  # fmt: skip


def test_a_stranger_is_no_party(example):
    assert standing_of(example(), who="ZZZ") == (False, 1, "debtor_not_party")


@pytest.mark.parametrize(("day", "bound"), [(date(2027, 6, 15), True), (date(2027, 6, 16), False)])
def test_a_party_is_bound_until_its_notice_has_run(example, day, bound):
    gone = example(
        (f"{IN_FORCE}, ", f'{IN_FORCE}, cite: "9"}}, {{state: notice_given, from: 2026-06-15, ')
    )
    assert standing(gone, "AAA", day).bound is bound


def test_one_that_leaves_a_treaty_of_many_is_no_party_any_more(example):
    gone = example(
        (f"{IN_FORCE}, ", f'{IN_FORCE}, cite: "9"}}, {{state: withdrawn, from: 2026-06-15, ')
    )
    assert standing_of(gone) == (False, 1, "debtor_not_party")


def test_the_term_ends_the_instrument(example):
    agreement = example()
    assert last_day(agreement) == date(2041, 6, 1)
    assert standing_of(agreement, at=date(2041, 6, 2)) == (False, 2, "terminated")


def test_a_treaty_that_renews_itself_has_no_last_day(example):
    assert last_day(example(("term: {", "term: {renewal: every five years, "))) is None


def test_of_two_entries_of_one_day_the_later_in_the_file_holds(example):
    both = example(
        (
            IN_FORCE,
            IN_FORCE.replace("in_force", "signed_not_ratified")
            + "}, {state: in_force, from: 2026-06-01",
        )
    )
    entry = entry_on(both.parties[1], JULY)
    assert entry is not None
    assert entry.state == "in_force"


def test_a_suspension_between_two_leaves_the_others_bound(example):
    agreement = example(
        (IN_FORCE, IN_FORCE + "}, {state: suspended, from: 2026-06-15, with: [BNF]")
    )
    assert between(agreement, "AAA", "BNF", JULY).reason == "suspended_inter_partes"
    assert between(agreement, "BNF", "AAA", JULY).reason == "suspended_inter_partes"
    assert between(agreement, "BBB", "BNF", JULY).bound


def test_a_creditor_that_is_no_party_is_named_as_the_target(example):
    assert between(example(), "AAA", "ZZZ", JULY).reason == "target_not_party"


def test_members_are_those_bound_on_the_day(example):
    assert members(example(), JULY) == ("BNF", "AAA", "BBB")
    assert members(example(), JULY, ("guarantor",)) == ("AAA", "BBB")
    assert members(example(), date(2026, 5, 1)) == ()


def test_finland_joined_the_alliance_in_2023():
    nato = load("nato-1949")
    assert not standing(nato, "FIN", date(2023, 4, 3)).bound
    assert standing(nato, "FIN", date(2023, 4, 4)).bound
    assert len(members(nato, date(2024, 3, 7))) == 32


def test_an_assumed_state_overrides_the_dated_history(example):
    facts = Facts(
        instrument_state=(
            AssumedState(
                instrument="example-guarantee", party="AAA", state="withdrawn", from_=JULY
            ),
        )
    )
    assert not standing(assume(example(), facts), "AAA", JULY).bound
    assert standing(assume(example(), facts), "BBB", JULY).bound


def test_what_is_assumed_of_another_instrument_changes_nothing(example):
    facts = Facts(
        instrument_state=(
            AssumedState(instrument="nato-1949", party="all", state="withdrawn", from_=JULY),
        ),
        instrument_terms=(AssumedTerms(instrument="nato-1949", exclude_zones=("crimea",)),),
    )
    assert assume(example(), facts) == example()
