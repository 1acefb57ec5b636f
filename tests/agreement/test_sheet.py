"""The sheet of an agreement."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings

from foedus.agreement.library import load, names
from foedus.agreement.sheet import seen, sheet
from foedus.agreement.wording import LADDER_NOTE
from strategies import agreements, days

DAY = date(2026, 7, 1)


def lines(agreement, heading, on=DAY):
    return next(s.lines for s in sheet(agreement, on) if s.heading.startswith(heading))


def test_the_parties_are_shown_as_they_stand_on_the_day(example):
    assert "  in force since 2026-06-01: AAA" in lines(example(), "Parties")
    before = lines(example(), "Parties", on=date(2026, 5, 1))
    assert "  not signed: AAA and BBB" in before


def test_a_duty_is_a_sentence_with_floor_and_ceiling(example):
    first, rungs, *_ = lines(example(), "What is owed")
    assert first == (
        "help (2(2)): Every guarantor must give BNF arms, intelligence and armed force of its own "
        "once renewed_attack is met and that has been decided, within 5 days."
    )
    assert rungs == "  Floor: military help. Ceiling: military help."


@pytest.mark.parametrize("name", names())
def test_wherever_rungs_are_shown_the_ladder_is_explained(name):
    agreement = load(name)
    if agreement.obligations:
        assert LADDER_NOTE in lines(agreement, "What is owed")


@pytest.mark.parametrize("name", names())
def test_evidence_on_both_sides_is_shown_and_readings_stand_side_by_side(name):
    agreement = load(name)
    said = "\n".join(lines(agreement, "Is it law?"))
    for entry in agreement.binding_evidence:
        assert entry.says in said
    if agreement.readings:
        readings = "\n".join(lines(agreement, "Readings"))
        assert all(reading.says in readings for reading in agreement.readings)


def test_a_political_promise_is_called_one():
    assert lines(load("paris-2026"), "What is owed")[0].endswith("A political promise.")


def test_a_draft_is_called_one():
    assert "It stayed a draft: nobody is bound by it." in lines(
        load("istanbul-2022-communique"), "Istanbul"
    )


def test_the_share_seen_is_counted_by_clause():
    found = seen(load("nato-1949"))
    assert found.clauses == 4
    assert str(found).startswith(f"{found.seen} of 4 coded clauses")


def test_an_article_is_said_as_the_caller_wishes(example):
    made = sheet(example(), DAY, lambda article: f"Article {article}")
    assert any("(Article 2(2))" in line for section in made for line in section.lines)


@settings(deadline=None, max_examples=40)
@given(agreements(), days)
def test_any_agreement_has_a_sheet(agreement, day):
    assert all(section.lines for section in sheet(agreement, day))
