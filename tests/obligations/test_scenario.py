"""From a few words, or a file of events, to facts."""

from __future__ import annotations

from datetime import date

import pytest

from foedus.agreement.library import load
from foedus.errors import InputError, InvalidCase, UsageError
from foedus.obligations.scenario import DEFAULTS, attack_facts, read_events

DAY = date(2027, 3, 1)


def scenario(*stated: str, place="", name="nato-1949", attack=("RUS", "POL"), **more):
    return attack_facts(load(name), *attack, place=place, on=DAY, stated=stated, **more)


def test_every_default_is_said_until_it_is_stated():
    assert len(scenario().defaults) == len(DEFAULTS) + 2
    assert "the act is an armed attack" in scenario().defaults
    said = scenario("kind=cyber", "provoked=yes", "request=assistance", place="suwalki").defaults
    assert len(said) == len(DEFAULTS) - 2
    assert not any("the act is" in clause or "the place" in clause for clause in said)


def test_what_is_stated_is_a_fact_and_is_said():
    made = scenario("weapons=nuclear", "intended=false", "request=assistance")
    (event,), (request,) = made.facts.events, made.facts.requests
    assert (event.weapons, event.intended) == ("nuclear", False)
    assert (request.by, request.kind, request.to) == ("POL", "assistance", ("all",))
    assert made.sentence == (
        "An armed attack by Russia against Poland on 1 March 2027. Stated: it is done with "
        "nuclear weapons; it is not meant, as with a stray weapon; "
        "the beneficiary has asked for help."
    )


def test_the_victims_own_land_is_the_place_where_none_is_named():
    made = scenario()
    assert made.facts.places[0].id == "poland"
    assert "the place is Poland" in made.defaults
    assert "Poland in Poland" not in made.sentence


@pytest.mark.parametrize(
    ("attack", "place", "said"),
    [
        (("ARG", "GBR"), "falkland-islands", "against the United Kingdom on the Falkland Islands"),
        (("RUS", "UKR"), "kharkiv", "against Ukraine in Kharkiv on"),
        (("RUS", "GBR"), "black-sea", "against the United Kingdom in the Black Sea on"),
        (("RUS", "NLD"), "", "against the Netherlands on 1 March 2027"),
        (("CHN", "USA"), "guam", "against the United States in Guam on"),
    ],
)
def test_a_place_is_said_as_people_do(attack, place, said):
    assert said in scenario(place=place, attack=attack).sentence


def test_an_attack_by_a_group_is_no_states():
    event = scenario(attack=("non_state:a band", "POL")).facts.events[0]
    assert event.by_kind == "non_state"


def test_a_draft_can_be_assumed_to_be_in_force_and_this_is_said():
    made = scenario(name="istanbul-2022-communique", in_force=True)
    assert "the Istanbul Communiqué assumed to be in force" in made.sentence
    assert [state.party for state in made.facts.instrument_state] == ["all"]


@pytest.mark.parametrize(
    ("stated", "begun", "in_force"),
    [("ceasefire=in_force", False, True), ("ceasefire=has_started", True, False)],
)
def test_a_ceasefire_is_in_force_or_has_only_begun(stated, begun, in_force):
    ceasefire = scenario(stated).facts.ceasefire
    assert ceasefire.in_force == in_force
    assert (ceasefire.since is not None) == begun


def test_every_wrong_word_is_named_at_once():
    with pytest.raises(UsageError) as caught:
        scenario("kind=cyberr", "knd=cyber", "unsc", "request=help")
    message = caught.value.message
    assert message.count(";") >= 3
    for word in ("'cyberr'", "'knd=cyber'", "'unsc'", "'help'"):
        assert word in message


def test_a_place_that_nobody_knows_is_refused():
    with pytest.raises(InputError, match="no place is called 'atlantis'"):
        scenario(place="atlantis")


EVENTS = """
events:
  - {id: e1, date: 2027-03-01, kind: armed_attack, by: [RUS], against: [UKR], place: there}
places:
  - {id: there, sovereign: UKR, administered_by: UKR, recognised_as: UKR, region: europe,
     type: metropolitan}
requests: [{date: 2027-03-04, by: UKR, to: [all], kind: assistance}]
"""


def test_a_file_of_events_is_read_alone_or_within_a_case(tmp_path):
    alone, case = tmp_path / "events.yaml", tmp_path / "case.yaml"
    alone.write_text(EVENTS, encoding="utf-8")
    case.write_text("facts:" + EVENTS.replace("\n", "\n  "), encoding="utf-8")
    agreement = load("nato-1949")
    assert read_events(alone, agreement).facts == read_events(case, agreement).facts
    assert read_events(alone, agreement).last_day == date(2027, 3, 4)
    assert read_events(alone, agreement).defaults == ()


def test_a_finding_in_a_file_of_events_names_file_line_and_hint(tmp_path):
    path = tmp_path / "events.yaml"
    path.write_text(EVENTS.replace("kind: armed_attack", "kind: armed_atack"), encoding="utf-8")
    with pytest.raises(InvalidCase) as caught:
        read_events(path, load("nato-1949"))
    (finding,) = caught.value.findings
    assert finding.file.endswith("events.yaml")
    assert finding.line == 3
    assert finding.code.startswith("FD2")
    assert "armed_attack" in finding.hint + finding.message


def test_facts_without_a_day_have_no_last_day(tmp_path):
    path = tmp_path / "events.yaml"
    path.write_text("events: []\n", encoding="utf-8")
    with pytest.raises(InvalidCase, match="the facts hold no dated event") as caught:
        _ = read_events(path, load("nato-1949")).last_day
    assert caught.value.code == "FD206"


def test_a_fact_beside_a_file_of_events_is_a_usage_error(tmp_path):
    path = tmp_path / "events.yaml"
    path.write_text(EVENTS, encoding="utf-8")
    with pytest.raises(UsageError, match="--fact goes with --attack"):
        read_events(path, load("nato-1949"), stated=("kind=cyber",))
