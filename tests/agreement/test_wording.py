"""Agreements in plain English."""

from __future__ import annotations

import itertools
from typing import get_args

import pytest
from hypothesis import given

from foedus.agreement import model, phrases, vocabulary
from foedus.agreement.condition import ACTORS, FIELDS, NAMES, Not, read_condition
from foedus.agreement.states import NAMES as STATES
from foedus.agreement.wording import (
    say_condition,
    say_content,
    say_list,
    say_reason,
    say_rung,
    say_status,
    say_who,
    say_word,
    say_zone,
    state_name,
    the_state,
)
from foedus.fields import keys, members
from strategies import conditions


def literal(kind, field):
    return {word for option in members(keys(kind)[field]) for word in get_args(option)}


@pytest.mark.parametrize(
    ("table", "words"),
    [
        (phrases.RUNGS, vocabulary.Rung),
        (phrases.STATUSES, vocabulary.Status),
        (phrases.REASONS, vocabulary.Reason),
        (phrases.CONTENTS, vocabulary.Content),
        (phrases.REFRAINS, vocabulary.NegativeContent),
        (phrases.KINDS, vocabulary.EventKind),
        (phrases.REGIONS, vocabulary.Region),
        (phrases.PLACE_TYPES, vocabulary.PlaceType),
        (phrases.WORDS["deontic"], vocabulary.Deontic),
        (phrases.WORDS["discretion"], vocabulary.Discretion),
        (phrases.WORDS["legal_force"], vocabulary.LegalForce),
        (phrases.WORDS["instrument_type"], vocabulary.InstrumentType),
        (phrases.WORDS["party_state"], vocabulary.PartyStateName),
        (phrases.WORDS["role_kind"], vocabulary.RoleKind),
        (phrases.WORDS["qualifier"], vocabulary.Qualifier),
        (phrases.WORDS["decided_by"], vocabulary.DecidedBy),
        (phrases.WORDS["vote_rule"], vocabulary.VoteRule),
        (phrases.WORDS["no_decision"], vocabulary.NoDecision),
        (phrases.WORDS["territory_test"], vocabulary.TerritoryTest),
        (phrases.WORDS["reading_kind"], vocabulary.ReadingKind),
        (phrases.WORDS["verified"], vocabulary.Verified),
    ],
)
def test_every_word_has_its_phrase_and_no_other(table, words):
    assert set(table) == set(get_args(words))


@pytest.mark.parametrize(
    ("vocabulary_name", "kind", "field"),
    [
        ("collective_or_several", model.Role, "collective_or_several"),
        ("reservation", model.Reservation, "kind"),
        ("reservation_effect", model.Reservation, "effect"),
        ("entry_into_force", model.Term, "entry_into_force"),
        ("means_state", model.MeansStatus, "state"),
        ("evidence_kind", model.BindingEvidence, "kind"),
        ("interplay_rule", model.Interplay, "rule"),
    ],
)
def test_every_word_of_the_model_has_its_phrase(vocabulary_name, kind, field):
    assert set(phrases.WORDS[vocabulary_name]) == literal(kind, field)


def test_every_value_of_a_condition_has_its_phrase():
    for field, (words, _) in FIELDS.items():
        if words in (ACTORS, NAMES):
            assert field in phrases.TEMPLATES
        elif field in phrases.WHOLE:
            assert set(phrases.NOT_WHOLE.get(field, {})) in (set(), every_choice(words))
            assert {word for key in phrases.WHOLE[field] for word in key} == set(words)
            assert {(word,) for word in words} <= set(phrases.WHOLE[field])
        else:
            assert set(phrases.VALUES[field]) == set(words)
            assert field in phrases.TEMPLATES


def every_choice(words):
    sizes = range(1, len(words) + 1)
    return {tuple(sorted(choice)) for n in sizes for choice in itertools.combinations(words, n)}


@given(conditions)
def test_every_condition_can_be_said(condition):
    said = say_condition(condition)
    assert said
    assert "{" not in said
    assert "_" not in said


@given(conditions)
def test_a_condition_and_its_contrary_are_said_differently(condition):
    assert say_condition(condition) != say_condition(Not(condition))


@pytest.mark.parametrize(
    ("condition", "said"),
    [
        ({"provoked": ["no", "claimed"]}, "the victim did not begin it, whatever the attacker claims"),
        ({"not": {"intended": True}}, "it is not meant, as with a stray weapon"),
        ({"not": {"ceasefire": ["in_force"]}}, "no ceasefire is in force"),
        ({"ceasefire": ["none", "in_force"]}, "either no ceasefire has begun or a ceasefire is in force"),
        ({"zone": ["crimea", "northern_strip"]}, "the place lies in Crimea or the northern strip"),
        ({"against": ["ally"]}, "it is directed against an ally"),
        ({"kind": ["threat"], "by": ["RUS", "BLR"]}, "the act is a threat of force and the attacker is Russia or Belarus"),
        ({"any": [{"kind": ["coup"]}, {"kind": ["threat"], "origin": ["external"]}]},
         "either the act is a coup or (the act is a threat of force and it comes from outside)"),
        ({"not": {"all": [{"kind": ["coup"]}, {"origin": ["internal"]}]}},
         "it is not so that (the act is a coup and it comes from inside)"),
    ],
)  # fmt: skip
def test_a_condition_reads_as_people_speak(condition, said):
    assert say_condition(read_condition(condition)).replace(";", "") == said.replace(";", "")


def test_a_long_list_is_said_by_what_it_leaves_out():
    kinds = [word for word in get_args(vocabulary.EventKind) if word not in {"coup", "none"}]
    assert (
        say_condition(read_condition({"kind": kinds}))
        == "the act is anything but a coup or no act at all"
    )


@pytest.mark.parametrize(
    ("code", "name"),
    [
        ("USA", "the United States"), ("GBR", "the United Kingdom"), ("NLD", "the Netherlands"),
        ("POL", "Poland"), ("CSK", "Czechoslovakia"), ("YUG", "Yugoslavia"), ("DDR", "East Germany"),
        ("AUH", "Austria-Hungary"), ("VDR", "North Vietnam"), ("RVN", "South Vietnam"),
        ("SUN", "the Soviet Union"), ("TWN", "Taiwan"), ("org:EU", "the European Union"),
        ("org:League", "League"), ("non_state:Band", "Band"), ("AAA", "AAA"),
    ],
)  # fmt: skip
def test_a_state_has_the_article_that_english_gives_it(code, name):
    assert the_state(code) == name
    assert state_name(code) == name.removeprefix("the ")


def test_every_code_has_three_capitals_and_its_own_name():
    assert all(len(code) == 3 and code.isupper() for code in STATES)
    assert len(set(STATES.values())) == len(STATES)
    assert len(STATES) > 250


def test_small_words():
    assert say_list(["a", "b", "c"]) == "a, b and c"
    assert say_list([]) == ""
    assert say_rung("assist_mil") == "military help"
    assert say_status("waived") == "released by the beneficiary"
    assert say_reason("veto") == "a vote blocked the decision"
    assert say_content(["no_alliances", "arms"]) == "no alliances and arms"
    assert say_who("member_state") == "a member state"
    assert say_zone("crimea") == "Crimea"
    assert say_word("unknown", "some_word") == "some word"
