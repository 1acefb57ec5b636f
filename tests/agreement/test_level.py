"""The rung of a clause."""

from __future__ import annotations

import dataclasses

import pytest
from hypothesis import given

from foedus.agreement.level import level, obliges, table_level
from foedus.agreement.library import load, names
from foedus.agreement.model import Means, Obligation, Override
from foedus.agreement.vocabulary import rank
from strategies import obligations

SHALL = "shall"


def clause(deontic, content, discretion="none", includes=(), excludes=()):
    return Obligation(
        id="x", cite="1", debtor=("party",), creditor=("party",), trigger="t",
        deontic=deontic, content=content,
        means=Means(discretion=discretion, includes=includes, excludes=excludes),
    )  # fmt: skip


@pytest.mark.parametrize(
    ("words", "floor", "ceiling"),
    [
        ((SHALL, ("consult",)), "consult", "consult"),
        ((SHALL, ("seek_unsc_action",)), "refer_unsc", "refer_unsc"),
        ((SHALL, ("report_unsc", "consult")), "refer_unsc", "refer_unsc"),
        ((SHALL, ("arms", "money")), "assist_nonmil", "assist_nonmil"),
        ((SHALL, ("arms",), "none", ("forces",)), "assist_nonmil", "assist_mil"),
        ((SHALL, ("arms",), "means", ("forces",)), "assist_nonmil", "assist_mil"),
        ((SHALL, ("forces",), "means"), "assist_nonmil", "assist_mil"),
        ((SHALL, ("forces",), "action"), "act_discretion", "assist_mil"),
        ((SHALL, ("forces",)), "assist_mil", "assist_mil"),
        ((SHALL, ("air_defence",)), "assist_mil", "assist_mil"),
        ((SHALL, ("arms",), "none", ("forces",), ("forces",)), "assist_nonmil", "assist_nonmil"),
        (("may", ("forces",)), "none", "assist_mil"),
        (("should", ("consult",)), "consult", "consult"),
        (("intends", ("forces",), "action"), "act_discretion", "assist_mil"),
    ],
)
def test_the_table_gives_floor_and_ceiling(words, floor, ceiling):
    found = table_level(clause(*words))
    assert (found.floor, found.ceiling) == (floor, ceiling)


@given(obligations("x", (), ("party",)))
def test_the_ceiling_is_never_below_the_floor(obligation):
    found = table_level(obligation)
    assert rank(found.ceiling) >= rank(found.floor)


@given(obligations("x", (), ("party",)))
def test_more_discretion_never_raises_the_floor(obligation):
    floors = [
        rank(table_level(dataclasses.replace(obligation, means=Means(discretion=word))).floor)
        for word in ("action", "means", "none")
    ]
    assert floors == sorted(floors)


def test_only_shall_obliges():
    assert [obliges(clause(word, ("arms",))) for word in ("shall", "should", "may", "intends")] == [
        True, False, False, False,
    ]  # fmt: skip


def test_an_override_names_its_reading_and_its_reason():
    given_reading = Override(reading="suite", reason="the practice of both", level="consult")
    found = level(dataclasses.replace(clause("shall", ("forces",)), override=given_reading))
    assert (found.floor, found.ceiling) == ("consult", "assist_mil")


@pytest.mark.parametrize("name", names())
def test_no_instrument_of_the_library_types_its_rungs(name):
    for obligation in load(name).obligations:
        if obligation.override is None:
            assert level(obligation) == table_level(obligation)
        else:
            assert obligation.override.reason


@pytest.mark.parametrize(
    ("name", "rungs"),
    [
        ("nato-1949", {"consult": "consult", "assist": "act_discretion"}),
        ("teu-42-7", {"assist": "assist_nonmil"}),
        ("budapest-1994", {"seek_council_action": "refer_unsc", "consult": "consult"}),
        ("istanbul-2022-communique", {"consult": "consult", "help": "assist_mil"}),
    ],
)
def test_well_known_clauses_have_their_rung(name, rungs):
    assert {o.id: level(o).floor for o in load(name).obligations} == rungs
