from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from foedus.briefing.tokens import date_borne_out, stem, tokens


@pytest.mark.parametrize(
    "spelling", ["5 December 1994", "December 5, 1994", "1994-12-05", "5th December 1994"]
)
def test_a_date_is_one_word_whatever_its_spelling(spelling):
    [date] = [token for token in tokens(f"The pact of {spelling} holds.") if token.kind == "date"]
    assert date.norm == "1994-12-05"


def test_may_the_verb_is_no_month():
    assert [token.kind for token in tokens("Spain may act.") if token.text == "may"] == ["modal"]


def test_may_the_month_is_a_date():
    assert any(
        token.kind == "date" and token.norm == "2025-05"
        for token in tokens("It began in May 2025.")
    )


@pytest.mark.parametrize(
    ("one", "other"),
    [("the United States", "America"), ("Britain", "the UK"), ("the EU", "the European Union")],
)
def test_usual_names_of_one_body_are_one_word(one, other):
    assert [t.norm for t in tokens(f"help from {one}")][-1] == [
        t.norm for t in tokens(f"help from {other}")
    ][-1]


def test_a_coarser_date_is_borne_out_and_a_finer_one_is_not():
    assert date_borne_out("2026", "2026-01-10")
    assert not date_borne_out("2026-01-10", "2026-01")


def test_negations_in_all_their_forms_are_one_class():
    for text in ("did not act", "didn't act", "never acts", "no act"):
        assert any(token.kind == "negation" for token in tokens(text))


@given(st.text(max_size=300))
def test_any_text_can_be_taken_apart(text):
    assert all(token.text in text for token in tokens(text))


@given(st.from_regex(r"[a-z]{1,20}", fullmatch=True))
def test_a_stem_is_never_empty(word):
    assert stem(word)
