"""Words and sentences with their places."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from foedus.evidence.quote import quotations
from foedus.evidence.tokens import sentences


def cut(text: str) -> list[str]:
    found = sentences(text, 0, len(text), quotations(text, 0, len(text)))
    return [text[one.starts[0] : one.ends[-1]] for one in found]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("One came. Two went.", ["One came.", "Two went."]),
        (
            "Sen. Jane Roe met Mr. J. R. Doe in St. Ives.",
            ["Sen. Jane Roe met Mr. J. R. Doe in St. Ives."],
        ),
        ("He went to the U.S. The rest stayed.", ["He went to the U.S.", "The rest stayed."]),
        ("A U.S. official called.", ["A U.S. official called."]),
        ("“No. Never.” The end.", ["“No. Never.”", "The end."]),
        ("“No,” he said. “Never.”", ["“No,” he said.", "“Never.”"]),
        ("It cost 3.5 million. Why?", ["It cost 3.5 million.", "Why?"]),
        ("The road is shutSeveral people came.", ["The road is shut", "Several people came."]),
        ("My iPhone and a McDonald sign.", ["My iPhone and a McDonald sign."]),
    ],
)
def test_where_sentences_end(text, expected):
    assert cut(text) == expected


@given(st.text(alphabet="ab AB.!?“”\"'’(),;:-—1 \n", max_size=80))
def test_no_character_but_space_is_lost_and_none_is_read_twice(text):
    quotes = quotations(text, 0, len(text))
    places = [
        (start, end)
        for one in sentences(text, 0, len(text), quotes)
        for start, end in zip(one.starts, one.ends, strict=True)
    ]

    assert places == sorted(places)
    assert all(a[1] <= b[0] for a, b in itertools.pairwise(places))
    covered = {index for start, end in places for index in range(start, end)}
    assert all(text[index].isspace() for index in range(len(text)) if index not in covered)
