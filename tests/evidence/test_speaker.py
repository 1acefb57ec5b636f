"""Who speaks: names, offices, crowds, officials without a name, pronouns."""

from __future__ import annotations

from dataclasses import replace

import pytest

from evidence.pages import ACTORS, day, page
from foedus.evidence.attribute import statements
from foedus.evidence.names import index_of, match_person, parties_in, proper_names
from foedus.evidence.when import UNKNOWN


def speakers(text: str, when=UNKNOWN):
    return [one.speaker for one in statements(page(text, when=when), ACTORS)]


def test_a_person_of_the_dossier_is_matched_by_name():
    (who,) = speakers("Rudolf Rassendyll said that the fleet would sail.")

    assert (who.actor, who.confidence) == ("rudolf-rassendyll", 1.0)
    assert who.note == ""


def test_a_garbled_name_is_matched_with_less_confidence_and_never_corrected():
    (who,) = speakers(
        "Rudolph Rasendil, Ruritania’s prime minister, said that the fleet would sail."
    )

    assert who.actor == "rudolf-rassendyll"
    assert who.name == "Rudolph Rasendil, Ruritania’s prime minister"
    assert 0.5 < who.confidence < 1
    assert "Rudolph Rasendil" in who.note
    assert "Rudolf Rassendyll" in who.note


def test_another_name_with_the_same_initials_is_not_matched():
    (who,) = speakers("Robert Redfern, a plumber from Leeds, said that the pipe would burst.")

    assert who.actor == ""


@pytest.mark.parametrize(
    ("when", "party"),
    [(day(2021, 3, 1), ("RUR",)), (day(2024, 3, 1), ("LEAGUE",)), (UNKNOWN, ("RUR",))],
)
def test_for_whom_a_person_speaks_depends_on_the_date(when, party):
    (who,) = speakers("Rudolf Rassendyll said that the fleet would sail.", when)

    assert who.party == party


def test_a_state_s_own_parliament_speaks_for_the_state():
    (who,) = speakers("Ana Plekszy said that the annex was missing.", day(2021, 1, 1))

    assert (who.party, who.role) == (("BOR",), "beneficiary")


@pytest.mark.parametrize(
    ("text", "party", "role"),
    [
        ("Bordurian negotiators said the list was long.", ("BOR",), "beneficiary"),
        ("Klow said the list was long.", ("SYL",), "challenger"),
        ("Ruritania and its allies said the list was long.", ("RUR",), "guarantor"),
        (
            "Ruritanian, Western and Bordurian officials said the list was long.",
            ("RUR", "BOR"),
            "other",
        ),
        ("Borduria’s allies said the list was long.", (), "unknown"),
        ("A former Ruritanian general said the list was long.", (), "unknown"),
        ("R.R. officials said the list was long.", ("RUR",), "guarantor"),
        ("A baker said the list was long.", (), "unknown"),
    ],
)
def test_for_whom_the_nameless_speak(text, party, role):
    (who,) = speakers(text)

    assert (who.party, who.role) == (party, role)


def test_officials_without_a_name_are_anonymous_and_crowds_collective():
    one, many = speakers("A Western official said it was late. Several sources said it was early.")

    assert (one.anonymous, one.collective) == (True, False)
    assert (many.anonymous, many.collective) == (True, True)


def test_a_pronoun_is_the_last_speaker_whom_it_fits():
    text = (
        "Mira Holt, the mayor, said the hall was full. Residents said it was half empty. "
        "She said the doors had been opened at six. They said nobody came."
    )

    first, second, she, they = speakers(text)

    assert she.name == first.name
    assert they.name == second.name
    assert she.confidence < first.confidence
    assert "“She” taken as" in she.note


def test_a_pronoun_may_be_a_person_who_came_in_between():
    text = (
        "The baker said it was hot. Rudolf Rassendyll then entered the hall. He said it was cold."
    )

    assert speakers(text)[-1].actor == "rudolf-rassendyll"


def test_a_pronoun_without_anybody_is_not_resolved():
    (who,) = speakers("They said the lamp was lit.")

    assert (who.name, who.note) == ("They", "not resolved")
    assert who.confidence <= 0.2


def test_a_short_name_is_the_longer_name_before():
    _, who = speakers(
        "Ina Vold, a Bordurian MP, said it was time. Nobody moved. Vold said it was late."
    )

    assert (who.name, who.party) == ("Vold", ("BOR",))


def test_the_official_is_the_official_before():
    _, who = speakers("A Ruritanian official said it was dark. The official said that it was over.")

    assert who.party == ("RUR",)
    assert who.anonymous


def test_without_a_dossier_nobody_has_a_party():
    (one,) = statements(page("Bordurian negotiators said the list was long."))

    assert (one.speaker.party, one.speaker.role) == ((), "unknown")


def test_two_people_of_one_surname_are_told_apart_by_office_or_not_at_all():
    twin = replace(
        ACTORS.people[0], id="rosa-rassendyll", name="Rosa Rassendyll", state="SYL", offices=()
    )
    index = index_of(replace(ACTORS, people=(*ACTORS.people, twin)))

    assert match_person("Rassendyll", "Rassendyll", index, UNKNOWN) is None
    match = match_person("Rassendyll", "Syldavian minister Rassendyll", index, UNKNOWN)
    assert match is not None
    assert match.person.id == "rosa-rassendyll"


def test_parties_are_named_once_in_the_order_of_the_text():
    assert parties_in("Klow, Szohod and the Syldavians", index_of(ACTORS)) == ("SYL", "BOR")


def test_a_title_is_no_part_of_a_name():
    assert list(proper_names("Deputy Prime Minister Anna Lee")) == ["Anna Lee"]


def test_somebody_s_lawyer_is_not_that_somebody():
    (who,) = speakers("Rudolf Rassendyll’s lawyer said that the fleet would sail.")

    assert who.actor == ""


def test_who_is_the_name_right_before_it():
    (who,) = speakers("A crowd met Rudolf Rassendyll, who said that the fleet would sail.")

    assert who.actor == "rudolf-rassendyll"


def test_which_is_not_the_speaker_of_the_sentence_before():
    _, which = speakers("Ruritania said it was late. It owns a tower, which said it was noon.")

    assert which.party == ()


def test_who_stands_for_the_official_without_a_name_right_before_it():
    (who, *_) = speakers("A Szohod official, who said that the fleet would sail, left early.")

    assert who.name == "A Szohod official"
    assert "who" in who.note
