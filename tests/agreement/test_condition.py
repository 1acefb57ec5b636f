"""The condition language."""

from __future__ import annotations

import pytest
from hypothesis import given
from pydantic_core import PydanticCustomError

from foedus.agreement import condition
from foedus.agreement.condition import (
    FIELDS,
    All,
    AnyOf,
    Is,
    Not,
    read_condition,
    write_condition,
)
from foedus.agreement.vocabulary import EventKind
from strategies import conditions


@given(conditions)
def test_writing_then_reading_gives_the_same_condition(given_condition):
    assert read_condition(write_condition(given_condition)) == given_condition


@given(conditions)
def test_a_condition_that_was_read_is_left_as_it_is(given_condition):
    assert read_condition(given_condition) is given_condition


def test_several_fields_of_a_map_must_all_hold():
    read = read_condition({"kind": ["threat"], "origin": "external"})
    assert read == All((Is("kind", ("threat",)), Is("origin", ("external",))))


def test_all_any_and_not_nest():
    read = read_condition({"any": [{"not": {"intended": False}}, {"all": [{"by": ["RUS"]}]}]})
    assert read == AnyOf((Not(Is("intended", ("false",))), All((Is("by", ("RUS",)),))))
    assert [test.field for test in condition.tests(read)] == ["intended", "by"]


def test_an_organisation_is_an_actor_of_a_condition():
    assert read_condition({"by": [{"org": "NATO"}]}) == Is("by", ("org:NATO",))


def problems(value):
    with pytest.raises(PydanticCustomError) as caught:
        read_condition(value)
    return [(path, number) for path, number, _, _ in caught.value.context["problems"]]


def test_every_unknown_word_is_reported_at_its_own_place():
    assert problems({"all": [{"kind": ["threet", "coup", "cupe"]}, {"wether": ["fine"]}]}) == [
        (("all", 0, "kind", 0), "03"),
        (("all", 0, "kind", 2), "03"),
        (("all", 1, "wether"), "02"),
    ]


@pytest.mark.parametrize(
    "value", [None, "threat", [], {}, {"all": []}, {"any": "threat"}, {"kind": []}, {"by": [None]}]
)
def test_what_is_no_condition_is_refused(value):
    assert problems(value)


def test_every_field_belongs_to_one_of_the_nine_tests():
    assert {number for _, number in FIELDS.values()} <= set(range(1, 10))
    assert FIELDS["kind"][0] == EventKind.__args__
