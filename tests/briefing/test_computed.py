from __future__ import annotations

from datetime import date

from foedus.agreement.library import load
from foedus.briefing.computed import Case, due_sentences
from foedus.briefing.material import owed, result_sentences
from foedus.sources import ResultCitation


def texts(briefing, name, supposed):
    return [
        one.text for one in owed(briefing.material, briefing.material.agreement(name), supposed)
    ]


def test_who_owes_the_same_stands_in_one_sentence(briefing):
    told = texts(briefing, "budapest-1994", "now")
    assert any(
        "the United Kingdom and the United States would owe consultation" in text for text in told
    )


def test_a_party_that_has_not_ratified_owes_nothing_and_the_reason_is_given(briefing):
    told = texts(briefing, "harbour-pact", "now")
    assert any(
        text.startswith(
            "If Russia attacked Ukraine as things stand on 1 March 2026, France would owe help "
            "that includes military help"
        )
        for text in told
    )
    assert any(
        "Spain would owe nothing" in text and "it is not in force for Spain" in text
        for text in told
    )


def test_the_command_of_a_sentence_gives_the_sentence_again(briefing):
    material = briefing.material
    for agreement in material.agreements:
        for supposed in ("now", "later"):
            for one in owed(material, agreement, supposed):
                [citation] = one.citations
                assert isinstance(citation, ResultCitation)
                assert one.text in result_sentences(citation.command, material)


def test_a_command_that_is_not_known_gives_nothing(briefing):
    assert result_sentences("foedus due harbour-pact --attack XXX YYY", briefing.material) == ()


AT = date(2026, 3, 1)
WAR = Case(challenger="RUS", beneficiary="UKR", at=AT, war=True)


def test_while_a_war_goes_on_the_attack_supposed_is_a_new_one():
    told = due_sentences(load("budapest-1994"), WAR, "now")
    assert all(
        text.startswith("If Russia began a new attack on Ukraine as things") for text in told
    )


def test_the_condition_that_keeps_a_promise_from_starting_is_named():
    [text] = due_sentences(load("paris-2026"), WAR, "now")
    assert text.endswith("because no ceasefire has come into force.")
    assert any(
        text.endswith("because the present hostilities have not ended.")
        for text in due_sentences(load("ukraine-compact-2024"), WAR, "now")
    )


def test_a_list_of_parties_that_is_known_in_part_is_said_to_be_so():
    [text] = due_sentences(load("paris-2026"), WAR, "now")
    assert "(the three members listed here)" in text
    assert not any(
        "listed here" in text for text in due_sentences(load("budapest-1994"), WAR, "now")
    )
