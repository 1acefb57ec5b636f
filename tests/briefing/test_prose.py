from __future__ import annotations

from datetime import date

import pytest

from foedus.briefing.prose import between, count, day, full_stop, listed, parties, slug


@pytest.mark.parametrize(
    ("parts", "text"),
    [([], ""), (["a"], "a"), (["a", "b"], "a and b"), (["a", "b", "c"], "a, b and c")],
)
def test_lists_read_as_prose(parts, text):
    assert listed(parts) == text


def test_names_take_their_article_and_a_capital_at_the_head():
    assert parties(["NLD", "USA"], head=True) == "The Netherlands and the United States"


def test_plurals_agree():
    assert [count(n, "party", "parties") for n in (0, 1, 2)] == [
        "0 parties",
        "1 party",
        "2 parties",
    ]


def test_an_interval_within_a_month_names_it_once():
    assert between(date(2024, 11, 5), date(2024, 11, 6)) == "5–6 November 2024"


@pytest.mark.parametrize("given", ["", None, "soon", "2024-13", "2024"])
def test_a_date_that_is_none_is_left_as_it_is(given):
    assert day(given) in {"", "soon", "2024"}


def test_slugs_and_stops():
    assert slug("Ça va? 5(2)") == "a-va-5-2"
    assert full_stop("it ends") == "It ends."
