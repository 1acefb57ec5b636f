"""Loopholes as sentences: readable, unique, true to their values."""

from __future__ import annotations

import re
from types import SimpleNamespace

import pytest

from foedus.agreement.library import load, names
from foedus.obligations.deviation import Deviation, Loophole
from foedus.obligations.dimension import MOST_GUARANTORS
from foedus.obligations.loophole import gaps
from foedus.obligations.loophole_words import (
    FIRST_WORDS,
    MOST_WORDS,
    header,
    say_deviation,
    say_loophole,
)

PROMISING = [name for name in names() if load(name).obligations]


def sentences(found) -> list[str]:
    return [say_loophole(found, one) for one in found.loopholes]


def deviation(dimension: str, *members: str) -> Deviation:
    return Deviation(dimension=dimension, value=members[0], members=members, instead_of="")


@pytest.mark.parametrize("name", PROMISING)
def test_every_loophole_has_a_sentence_of_its_own(name, gaps_of):
    said = sentences(gaps_of(name))
    assert said
    assert len(said) == len(set(said))


@pytest.mark.parametrize("name", PROMISING)
def test_every_sentence_is_for_people(name, gaps_of):
    for said in [*sentences(gaps_of(name)), header(gaps_of(name))]:
        assert said[0].isupper()
        assert said.endswith(".")
        assert not re.search(r"\w_\w|  |\bNone\b|\s[,.;]|\(\)", said), said
        assert said.count("(") == said.count(")"), said


@pytest.mark.parametrize("name", PROMISING)
def test_every_value_of_every_dimension_can_be_said(name, gaps_of):
    found = gaps_of(name)
    for dimension in found.space.dimensions:
        for members in dimension.classes:
            said = say_deviation(found, deviation(dimension.key, *members))
            assert not re.search(r"\w_\w|  |\bNone\b|\btrue\b|\bfalse\b", said), said
            assert said[0].islower() or said.split()[0].istitle(), said


@pytest.mark.parametrize("name", PROMISING)
def test_two_values_of_a_dimension_are_never_said_alike(name, gaps_of):
    found = gaps_of(name)
    for dimension in found.space.dimensions:
        told = [say_deviation(found, deviation(dimension.key, v)) for v in dimension.values]
        assert len(told) == len(set(told)), dimension.key


def test_the_acts_that_pass_are_the_subject_the_most_forceful_first(gaps_of):
    said = sentences(gaps_of("istanbul-2022-communique"))
    assert any(
        one.startswith("A blockade, a threat with nuclear weapons, an attack by proxies or one of ")
        for one in said
    )
    assert any(one.startswith("An occupation against Ukraine obliges nobody") for one in said)


def test_an_armed_attack_that_passes_is_called_one(gaps_of):
    found = gaps_of("nato-1949")
    for one, said in zip(found.loopholes, sentences(found), strict=True):
        plain = not any(d.dimension == "kind" for d in one.deviations)
        assert said.startswith("Even an armed attack on Belgium") == plain


def test_of_many_values_the_first_are_named_and_the_others_counted(gaps_of):
    found = gaps_of("nato-1949")
    regions = next(d for d in found.space.dimensions if d.key == "region")
    many = next(members for members in regions.classes if len(members) > MOST_WORDS)
    said = say_deviation(found, deviation("region", *many))
    assert said.endswith(f"or one of {len(many) - FIRST_WORDS} others")


def test_any_one_of_is_said_only_of_what_is_alike_but_for_the_guarantor(gaps_of):
    found = gaps_of("istanbul-2022-russian-draft")
    assert sentences(found)[0].startswith(
        "Even an armed attack on Ukraine obliges nobody to give military help if any one of "
        "China, France, Russia, Turkey, the United Kingdom and the United States votes against"
    )
    several = Loophole(
        deviations=(deviation("attacker", "CHN"), deviation("vote:FRA", "no")),
        left="none",
        harm=9000,
        through=("5",),
        variants=((("attacker", "FRA"), ("vote:CHN", "no")),),
    )
    said = say_loophole(found, several)
    assert "any one of" not in said
    assert said.endswith("the same holds with other guarantors in 1 more way.")


@pytest.mark.parametrize(
    ("members", "said"),
    [
        (("none", "consultation"), "help is not asked for"),
        (("none", "assistance"), "consultation is not asked for"),
        (("none",), "nothing is asked for"),
        (("consultation",), "only consultation is asked for"),
    ],
)
def test_a_missing_request_is_the_one_that_is_missing(members, said, gaps_of):
    found = gaps_of("istanbul-2022-communique")
    assert say_deviation(found, deviation("request", *members)) == said


def test_conditions_with_words_of_their_own_are_told_apart(gaps_of):
    one = Loophole(
        deviations=(deviation("resisted", "false"), deviation("place", "island", "high_seas")),
        left="none",
        harm=1,
        through=(),
    )
    said = say_loophole(gaps_of("budapest-1994"), one)
    assert (
        "if nobody resists, and it happens on an island of the victim or on the high seas" in said
    )


def test_articles_stand_in_the_order_of_their_numbers(gaps_of):
    one = Loophole(
        deviations=(deviation("provoked", "yes"),), left="none", harm=1, through=("5, 6", "4")
    )
    assert "(Articles 4, 5 and 6)" in say_loophole(gaps_of("nato-1949"), one)


def test_what_is_left_is_owed_where_legal_duties_are_counted(at):
    legal = gaps(load("budapest-1994"), axis="legal", reading="suite", at=at)
    assert any(said.endswith("consultation is still owed.") for said in sentences(legal))
    assert not any("promised" in said for said in sentences(legal))
    assert "legal duties only. 9 smallest ways" in header(legal)


def test_who_denies_that_a_duty_is_law_is_named_where_it_is_not_counted(at):
    said = header(gaps(load("budapest-1994"), axis="legal", at=at))
    assert (
        "legal duties only, and its own are not counted as such, since the United States denies "
        "that they are law (--reading suite counts them)." in said
    )
    assert said.endswith("nothing is ever owed.")
    assert "denies" not in header(gaps(load("budapest-1994"), at=at))


def test_the_header_says_what_was_assumed_and_counted(gaps_of):
    assert "assumed to be in force; victim Ukraine, attacker Russia" in header(
        gaps_of("paris-2026")
    )
    found = gaps_of("nato-1949")
    assert "as it stands on 21 November 2026" in header(found)
    assert f"{len(found.loopholes)} smallest ways" in header(found)
    assert f"{found.situations:,} situations" in header(found)
    assert len(found.space.guarantors) > MOST_GUARANTORS
    assert "Sets of more than four deviations were not looked for" in header(found)


def test_a_level_that_is_never_reached_is_said_with_the_most_that_is(at):
    found = gaps(load("paris-2026"), below="assist_mil", at=at)
    assert header(found).endswith(
        "The level 'military help' is never reached; the most that is ever promised is help, "
        "with no armed force of its own owed."
    )
    nothing = header(gaps(load("un-charter"), at=at))
    assert nothing.endswith("No level is ever reached: nothing is ever promised.")


def test_the_stand_in_for_a_stranger_is_never_named():
    stand_in = SimpleNamespace(challenger="XXX")
    for attacker in ("XXX", "proxy", "non_state"):
        assert "XXX" not in say_deviation(stand_in, deviation("attacker", attacker))
