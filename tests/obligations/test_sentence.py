"""Answers as sentences: for every instrument, several attacks, alone and in groups."""

from __future__ import annotations

import re
from datetime import date
from typing import get_args

import pytest

from foedus.agreement import vocabulary
from foedus.agreement.condition import FIELDS
from foedus.agreement.library import load, names
from foedus.obligations.assess import assess_together
from foedus.obligations.due import due
from foedus.obligations.scenario import attack_facts
from foedus.obligations.sentence import capital, count_of, say_cite, sentence
from foedus.obligations.sentence import names as say_names

DAY = date(2027, 3, 1)
CODED = {
    word
    for found in (
        get_args(vocabulary.Reason), get_args(vocabulary.Status), get_args(vocabulary.Rung),
        get_args(vocabulary.NegativeContent), *(vocabulary_ for vocabulary_, _ in FIELDS.values()),
    )
    for word in found
    if "_" in word
}  # fmt: skip
ATTACKS = [
    (("RUS", "UKR"), "", ()),
    (("RUS", "UKR"), "crimea", ("request=assistance",)),
    (("GBR", "UKR"), "", ("weapons=nuclear",)),
    (("RUS", "POL"), "", ("kind=cyber",)),
    (("ARG", "GBR"), "falkland-islands", ()),
    (("RUS", "UKR"), "", ("ceasefire=has_started",)),
    (("RUS", "UKR"), "", ("hostilities=ended", "request=consultation")),
    (("FRA", "DEU"), "", ("object=vessel",)),
    (("UKR", "RUS"), "", ("kind=occupation", "resisted=false")),
    (("non_state:a band", "FRA"), "", ("attribution=contested", "provoked=claimed")),
]


def readable(text: str) -> None:
    """Fail for what a sentence for people never holds."""
    assert text.endswith(".")
    assert text[0].isupper() or text[0].isdigit(), text
    assert not CODED & set(re.findall(r"\w+", text)), text
    assert not re.search(r"\w_\w", text), text
    assert "None " not in text.replace("None of the", ""), text
    assert "  " not in text
    assert not re.search(r"\s[,.;:]|,,|\(\)|;;|:\.", text), text
    assert text.count("(") == text.count(")"), text
    assert not re.search(r"\b(\w+) of \1\b", text), text


def asked(name: str, attack, place: str = "", stated=(), *, in_force: bool = False, on=DAY):
    agreement = load(name)
    scenario = attack_facts(
        agreement, *attack, place=place, on=on, stated=stated, in_force=in_force
    )
    return due(agreement, scenario.facts, on), scenario


@pytest.mark.parametrize("name", names())
@pytest.mark.parametrize("in_force", [False, True])
def test_every_sentence_is_for_people(name, in_force):
    for attack, place, stated in ATTACKS:
        found, scenario = asked(name, attack, place, stated, in_force=in_force)
        for answer in found.answers[:6]:
            readable(sentence(answer))
        for group in found.groups:
            readable(group.sentence())
        readable(found.paragraph())
        readable(scenario.sentence)
        for clause in scenario.defaults:
            readable(f"{capital(clause)}.")


def test_a_binding_duty_is_owed_under_its_article_and_by_its_deadline():
    found, _ = asked("nato-1949", ("RUS", "POL"))
    (group,) = found.groups
    assert group.sentence().startswith(
        "31 states (Albania, Belgium, Bulgaria and 28 others) each owe action, of a kind that "
        "each chooses itself, under Articles 5 and 6 of the North Atlantic Treaty, at once: "
    )
    assert sentence(found.answers[0]).startswith(
        "Belgium owes action, of a kind that it chooses itself, under Articles 5 and 6"
    )


def test_what_the_rung_says_is_not_said_again_as_a_reason():
    found, _ = asked("nato-1949", ("RUS", "POL"))
    assert "chooses the means" not in found.paragraph()


def test_a_political_promise_is_never_said_to_be_owed():
    found, _ = asked("paris-2026", ("RUS", "UKR"), stated=("ceasefire=has_started",))
    said = sentence(found.answers[0])
    assert "has politically promised help" in said
    assert "(not owed in law)" in said
    assert " owes " not in said


def test_less_is_owed_where_the_request_for_more_is_missing():
    found, _ = asked("istanbul-2022-communique", ("BLR", "UKR"), in_force=True)
    assert (
        "each owe only consultation under point 5 of the Istanbul Communiqué: for military help, "
        "the request that is needed was not made." in found.paragraph()
    )


def test_a_breach_names_the_duties_in_brackets():
    found, _ = asked("un-charter", ("RUS", "UKR"))
    assert found.paragraph() == (
        "Russia is in breach of a duty to refrain under Article 2(4) of the United Nations "
        "Charter (no threat or use of force)."
    )


def test_an_instrument_is_named_by_its_name_and_never_by_its_id():
    for name in names():
        for attack, place, stated in ATTACKS[:5]:
            found, _ = asked(name, attack, place, stated, in_force=True)
            assert name not in found.paragraph()


def test_an_article_that_the_name_holds_is_said_once():
    found, _ = asked("teu-42-7", ("RUS", "POL"))
    assert "under Article 42(7) of the Treaty on European Union" in found.paragraph()


def test_a_debtor_that_attacks_is_said_to_be_the_attacker():
    found, _ = asked("istanbul-2022-communique", ("GBR", "UKR"), in_force=True)
    (own,) = [answer for answer in found.answers if answer.who == "GBR"]
    assert sentence(own).endswith("it is the attacker itself.")


def test_a_victim_that_no_clause_helps_is_not_called_unprotected():
    found, _ = asked("budapest-1994", ("ARG", "GBR"))
    assert found.paragraph().startswith(
        "Russia and the United States owe no help under the Budapest Memorandum: no clause makes "
        "them help this victim; their duties to refrain are in force (respect for"
    )


def test_who_owes_nothing_is_called_the_other_parties_only_where_that_is_true():
    allies, _ = asked("nato-1949", ("ARG", "GBR"), "falkland-islands")
    strangers, _ = asked("nato-1949", ("PRK", "KOR"))
    assert allies.paragraph().startswith("None of the 31 other parties owes anything")
    assert strangers.paragraph().startswith("None of the 32 parties owes anything")
    some = due(load("nato-1949"), strangers.facts, DAY, who=[a.who for a in strangers.answers[:7]])
    assert some.paragraph().startswith("None of the 7 states asked about owes anything")


def test_nobody_that_could_owe_is_said_so():
    found, _ = asked("budapest-1994", ("RUS", "UKR"), on=date(1992, 4, 2))
    assert found.paragraph() == (
        "Nobody owes anything under the Budapest Memorandum: "
        "it has no party that could on 2 April 1992."
    )


def test_no_instrument_at_all_is_a_sentence_too():
    _, scenario = asked("nato-1949", ("RUS", "UKR"))
    said = sentence(assess_together([], scenario.facts, "DEU", DAY))
    assert said == "Germany owes nothing under any instrument: no instrument links the two states."


@pytest.mark.parametrize(
    ("cite", "said"),
    [
        ("5", "Article 5"),
        ("5, 6", "Articles 5 and 6"),
        ("5, 6, 5", "Articles 5 and 6"),
        ("1; 2(4)", "Articles 1 and 2(4)"),
        ("final part", "the final part"),
        ("opening, component 4", "the opening and component 4"),
        ("-", "-"),
        ("", ""),
    ],
)
def test_citations_stand_in_a_sentence(cite, said):
    assert say_cite(load("nato-1949"), cite) == said


def test_states_are_sorted_by_name_without_the_article():
    assert say_names(("USA", "UKR", "GBR")) == "Ukraine, the United Kingdom and the United States"
    assert count_of(("USA", "UKR", "GBR"), most=3) == say_names(("USA", "UKR", "GBR"))
    assert count_of(tuple("ABCDEFG")) == "7 states (A, B, C and 4 others)"
