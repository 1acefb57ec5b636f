"""``foedus due`` through the door: text, JSON, exit codes and messages."""

from __future__ import annotations

import json

import pytest

from foedus.cli.main import main

FALKLANDS = "--attack ARG GBR --at falkland-islands --on 1982-04-02".split()
EVENTS = """
events:
  - {id: e1, date: 2027-03-01, kind: armed_attack, by: [RUS], against: [UKR]}
requests: [{date: 2027-03-02, by: UKR, kind: assistance}]
"""


@pytest.fixture
def run(capsys):
    """Run one command line; its exit code, what it printed, and its messages."""

    def ask(*words: str) -> tuple[int, str, str]:
        code = main(["due", *words])
        said = capsys.readouterr()
        return code, said.out, said.err

    return ask


@pytest.fixture
def events(tmp_path):
    path = tmp_path / "events.yaml"
    path.write_text(EVENTS, encoding="utf-8")
    return str(path)


def test_the_answer_is_one_line_and_the_defaults_are_a_message(run):
    code, out, err = run("nato-1949", *FALKLANDS)
    assert code == 0
    assert out == (
        "An armed attack by Argentina against the United Kingdom on the Falkland Islands on "
        "2 April 1982. None of the 14 other parties owes anything under Articles 5 and 6 of the "
        "North Atlantic Treaty: the place lies outside the covered area; consultation (Article 4) "
        "is not owed either, since the request that is needed was not made.\n"
    )
    assert err.startswith("Not stated, so taken by default: the act is an armed attack; ")
    assert err.count("\n") == 1


def test_a_stated_fact_is_said_and_is_no_default(run):
    _, out, err = run("nato-1949", *FALKLANDS, "--fact", "kind=cyber", "--fact", "object=vessel")
    assert out.startswith("A cyber attack by Argentina")
    assert "Stated: it is aimed at a vessel." in out
    assert "the act is" not in err


def test_json_is_one_document_and_nothing_else(run):
    code, out, err = run("nato-1949", *FALKLANDS, "--json")
    found = json.loads(out)
    assert (code, err) == (0, "")
    assert found["schema"] == "foedus/due@1"
    assert found["asked_on"] == "1982-04-02"
    assert len(found["answers"]) == 14
    assert {answer["status"] for answer in found["answers"]} == {"not_triggered"}
    assert all(answer["trace"][0] == answer["sentence"] for answer in found["answers"])
    assert "nothing was requested" in found["defaults"]


def test_the_trace_follows_the_answer(run):
    _, out, _ = run("nato-1949", *FALKLANDS, "--trace")
    answer, empty, *trace = out.splitlines()
    assert answer.startswith("An armed attack")
    assert empty == ""
    assert "    ✗ place and object: the place lies outside the covered area" in trace


def test_debtors_can_be_named(run):
    _, out, _ = run("nato-1949", *FALKLANDS, "--who", "USA", "--who", "CAN", "--json")
    assert [answer["who"] for answer in json.loads(out)["answers"]] == ["USA", "CAN"]


def test_a_file_of_events_is_asked_about_on_its_last_day(run, events):
    code, out, err = run("istanbul-2022-communique", events, "--in-force", "--json")
    assert (code, err) == (0, "")
    found = json.loads(out)
    assert found["asked_on"] == "2027-03-02"
    assert {a["floor"] for a in found["answers"] if a["who"] != "RUS"} == {"assist_mil"}


def test_the_day_asked_about_can_be_another(run, events):
    _, out, _ = run(
        "istanbul-2022-communique", events, "--in-force", "--asked", "2027-03-01", "--json"
    )
    floors = {a["floor"] for a in json.loads(out)["answers"] if a["who"] != "RUS"}
    assert floors == {"consult"}


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (
            (),
            "give either a file of events or --attack ATTACKER VICTIM --at PLACE --on DATE",
        ),
        (("--attack", "RUS", "POL"), "--attack needs --on DATE"),
        (
            ("--attack", "Russia", "POL", "--on", "2027-03-01"),
            "'Russia' is not a state's three-letter code (write RUS, UKR, USA ...)",
        ),
        (
            ("--attack", "RUS", "POL", "--on", "2027-03-01", "--fact", "kind=cyberr"),
            "'cyberr' is not a word of kind; did you mean cyber?",
        ),
        (
            ("--attack", "RUS", "POL", "--on", "2027-03-01", "--fact", "knd=cyber"),
            "'knd=cyber' is no fact that can be stated; did you mean kind or by_kind?",
        ),
    ],
)
def test_wrong_words_are_usage_errors(words, message, run):
    code, out, err = run("nato-1949", *words)
    assert (code, out) == (2, "")
    assert err.splitlines()[0].startswith(message)


def test_events_and_an_attack_together_are_a_usage_error(run, events):
    code, _, err = run("nato-1949", events, *FALKLANDS)
    assert code == 2
    assert err.startswith("give either a file of events or --attack")


def test_an_unknown_instrument_names_the_near_ones(run):
    code, out, err = run("nato", *FALKLANDS)
    assert (code, out) == (3, "")
    assert "nato-1949" in err


def test_a_place_that_nobody_knows_is_bad_input(run):
    words = ["nato-1949", "--attack", "ARG", "GBR", "--at", "falklandia", "--on", "1982-04-02"]
    code, _, err = run(*words)
    assert code == 3
    assert err.startswith("no place is called 'falklandia'")
    code, out, err = run(*words, "--json")
    assert (code, err) == (3, "")
    assert json.loads(out)["findings"][0]["code"] == "FD230"


def test_a_file_of_events_that_breaks_its_format_is_bad_input(run, tmp_path):
    path = tmp_path / "events.yaml"
    path.write_text(EVENTS.replace("armed_attack", "armed"), encoding="utf-8")
    code, _, err = run("nato-1949", str(path))
    assert code == 3
    assert f"{path}:3:" in err
    assert "FD203" in err


def test_a_file_that_is_not_there_is_bad_input(run, tmp_path):
    code, _, err = run("nato-1949", str(tmp_path / "none.yaml"))
    assert code == 3
    assert "none.yaml" in err
