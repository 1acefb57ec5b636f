"""Quotations in many kinds of marks."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from foedus.evidence.quote import quotations


def inner(text: str) -> list[str]:
    return [text[one.inner_start : one.inner_end] for one in quotations(text, 0, len(text))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“One,” she said. “Two.”", ["One,", "Two."]),
        ('"One," she said. "Two."', ["One,", "Two."]),
        ("«Un», dit-elle.", ["Un"]),
        ("„Eins“, sagte sie.", ["Eins"]),
        ("»Eins«, sagte sie.", ["Eins"]),
        ("‘One,’ she said.", ["One,"]),
        ("'One,' she said.", ["One,"]),
        ("``One,'' she said.", ["One,"]),
        ("''One,'' she said.", ["One,"]),
        ("“He called it ‘a farce’ twice.”", ["He called it ‘a farce’ twice."]),
        ("“He called it “a farce” twice.”", ["He called it “a farce” twice."]),
        ("”One,” she said.", ["One,"]),
        ("“One,“ she said.", ["One,"]),
        ("The officials' plan and the players' wish.", []),
        ("The '90s were the clubs' best years.", []),
        ("It's the captain’s call, isn't it?", []),
        ('A 6" pipe.', []),
    ],
)
def test_the_words_between_marks_are_found(text, expected):
    assert inner(text) == expected


def test_a_mark_that_is_never_closed_runs_to_the_end_of_the_paragraph():
    (one,) = quotations("“We go on.", 0, 10)

    assert one.open
    assert (one.start, one.end) == (0, 10)


def test_a_mark_in_the_middle_that_is_never_closed_holds_nothing():
    text = "The so-called “agreement was signed."

    assert quotations(text, 0, len(text)) == ()


@given(st.text(alphabet="ab .,“”\"'‘’«»„", max_size=60))
def test_quotations_are_in_order_and_never_overlap(text):
    found = quotations(text, 0, len(text))

    assert all(
        0 <= one.start < one.inner_start <= one.inner_end <= one.end <= len(text) for one in found
    )
    assert all(one.end <= other.start for one, other in itertools.pairwise(found))
