"""What happened, in words."""

from __future__ import annotations

from datetime import date

import pytest

from foedus.agreement.condition import ACTORS, FIELDS, NAMES
from foedus.agreement.facts import Event, Facts
from foedus.agreement.gazetteer import names
from foedus.obligations.event_words import place_name, say_day, say_events, say_fact


def happened(**fields) -> str:
    given = {"id": "e1", "date": date(2027, 3, 1), "kind": "armed_attack", "by": ("RUS",)}
    return say_events(Facts(events=(Event(**(given | fields)),)))


def test_an_event_names_doer_victim_place_and_day():
    assert happened(against=("UKR", "POL"), place="lviv") == (
        "an armed attack by Russia against Ukraine and Poland in Lviv on 1 March 2027"
    )


def test_what_is_not_known_is_not_said():
    assert happened(by=()) == "an armed attack by somebody on 1 March 2027"


def test_the_victims_own_land_is_not_said_twice():
    assert " in " not in happened(against=("GBR",), place="united-kingdom")
    assert " in " not in happened(against=("NLD",), place="netherlands")
    assert " in the Netherlands" in happened(against=("DEU",), place="netherlands")


def test_several_events_are_one_clause():
    events = [
        Event(id=str(day), date=date(2027, 3, day), kind="cyber", by=("RUS",)) for day in (1, 2)
    ]
    assert say_events(Facts(events=tuple(events))) == (
        "a cyber attack by Russia on 1 March 2027 and a cyber attack by Russia on 2 March 2027"
    )
    assert say_events(Facts()) == ""


@pytest.mark.parametrize("field", [f for f, (w, _) in FIELDS.items() if w not in (ACTORS, NAMES)])
def test_every_word_of_every_field_is_a_clause(field):
    for word in FIELDS[field][0]:
        said = say_fact(field, word)
        assert "_" not in said
        assert said.strip()


def test_every_place_of_the_gazetteer_has_a_name():
    for place in names():
        name = place_name(place)
        assert "-" not in name
        assert name.removeprefix("the ")[:1].isupper(), place


def test_a_day_is_written_out():
    assert say_day(date(2026, 1, 6)) == "6 January 2026"
