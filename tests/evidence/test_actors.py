"""Actors: roles, and offices that are dated."""

from __future__ import annotations

from datetime import date

import pytest

from evidence.pages import ACTORS, day
from foedus.evidence.actors import Office
from foedus.evidence.when import UNKNOWN, When

TERM = Office(title="Premier", of="RUR", start=date(2020, 1, 1), end=date(2022, 6, 30))


@pytest.mark.parametrize(
    ("when", "held"),
    [
        (day(2019, 12, 31), False),
        (day(2020, 1, 1), True),
        (day(2022, 6, 30), True),
        (day(2022, 7, 1), False),
        (When(start=date(2022, 6, 1), end=date(2022, 12, 1), how="inferred"), True),
        (UNKNOWN, None),
    ],
)
def test_an_office_is_held_on_the_days_of_its_term(when, held):
    assert TERM.held(when) is held


def test_an_office_without_an_end_is_held_until_further_notice():
    assert Office(title="Premier", of="RUR", start=date(2020, 1, 1)).held(day(2030, 1, 1)) is True


@pytest.mark.parametrize(
    ("party", "role"),
    [
        ("BOR", "beneficiary"),
        ("SYL", "challenger"),
        ("RUR", "guarantor"),
        ("LEAGUE", "guarantor"),
        ("X", "unknown"),
    ],
)
def test_every_other_known_party_is_a_possible_guarantor(party, role):
    assert ACTORS.role(party) == role
