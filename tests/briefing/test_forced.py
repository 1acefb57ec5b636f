from __future__ import annotations

from dataclasses import replace

import pytest

from foedus.agreement.library import load
from foedus.agreement.model import BindingEvidence, Reading
from foedus.briefing.forced import force_label, force_sentence


def test_a_party_that_contradicts_the_reading_stands_in_the_same_sentence():
    told = force_sentence(load("budapest-1994"))
    assert "is read here as legally binding (the suite’s reading), which is disputed: " in told
    assert "the United States calls it a political commitment" in told
    assert "while Ukraine registered it" in told
    assert force_label(load("budapest-1994")) == "legally binding (disputed)"


def test_a_rule_and_not_an_instrument_makes_the_dispute():
    says = "The British government calls it law."
    evidence = BindingEvidence(kind="party_statement", speaks="for", says=says, party="GBR")
    disputed = replace(load("uk-ukraine-2024"), binding_evidence=(evidence,))
    assert force_sentence(disputed).endswith(
        "is read here as politically binding only (the suite’s reading), which is disputed: the "
        "British government calls it law."
    )


def test_parties_that_only_speak_of_it_are_heard_where_the_evidence_names_nobody():
    said = tuple(
        Reading(id=f"r{n}", of="instrument", by=by, kind="party_statement", says=f"{by} says so.")
        for n, by in enumerate(("France", "Spain"))
    )
    told = force_sentence(replace(load("nato-1949"), readings=said))
    assert told.endswith("; its parties say of it: France says so and Spain says so.")


def test_evidence_on_both_sides_is_counted():
    assert force_sentence(load("paris-2026")).endswith(
        "politically binding only, with three points of evidence for that reading and one against."
    )


@pytest.mark.parametrize("name", ["nato-1949", "un-charter"])
def test_where_nothing_speaks_against_no_dispute_is_made(name):
    assert force_sentence(load(name)).endswith("is read here as legally binding.")
