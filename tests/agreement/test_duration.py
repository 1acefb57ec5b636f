"""Durations."""

from __future__ import annotations

import re
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from foedus.agreement.duration import PATTERN, after, checked, in_words

parts = st.integers(0, 99_999)
well_formed = st.builds(
    lambda y, m, d, h: f"P{y}Y{m}M{d}DT{h}H", parts, parts, parts, parts
) | st.sampled_from(["P3D", "PT24H", "P1Y", "P2W", "immediate"])


@given(st.dates(), well_formed)
def test_any_duration_ends_on_some_day_that_is_not_earlier(start, duration):
    assert after(start, checked(duration)) >= start


@given(st.text(alphabet="PTYMWDH0123456789", max_size=8))
def test_the_published_pattern_takes_what_the_reader_takes(text):
    try:
        taken = bool(checked(text))
    except ValueError:
        taken = False
    assert taken == bool(re.search(PATTERN, text))


@pytest.mark.parametrize(
    "text", ["", "P", "PT", "P1DT", "3 days", "P1", "P1.5D", "P999999Y", "P-1D"]
)
def test_what_is_no_duration_is_refused_with_an_example(text):
    with pytest.raises(ValueError, match="write one like P3D"):
        checked(text)


def test_months_end_where_the_month_ends():
    assert after(date(2023, 1, 31), "P1M") == date(2023, 2, 28)


def test_hours_fill_days():
    assert after(date(2026, 1, 1), "PT25H") == date(2026, 1, 3)


def test_a_duration_is_said_in_words():
    assert in_words("P1Y6M") == "within 1 year and 6 months"
