"""Who owes what, in groups and in sentences."""

from __future__ import annotations

from datetime import date

import pytest

from foedus.agreement.library import load
from foedus.errors import UsageError
from foedus.obligations.due import debtors, due
from foedus.obligations.scenario import attack_facts
from foedus.obligations.sentence import sentence
from foedus.obligations.trace import tree


def asked(
    name: str,
    *,
    on: date,
    attack: tuple[str, str] = ("RUS", "UKR"),
    place: str = "",
    stated: tuple[str, ...] = (),
    in_force: bool = False,
):
    agreement = load(name)
    scenario = attack_facts(
        agreement, *attack, place=place, on=on, stated=stated, in_force=in_force
    )
    return due(agreement, scenario.facts, on)


def test_an_attack_on_the_falkland_islands_obliges_no_ally():
    found = asked("nato-1949", on=date(1982, 4, 2), attack=("ARG", "GBR"), place="falkland-islands")

    assert {answer.status for answer in found.answers} == {"not_triggered"}
    assert {answer.floor for answer in found.answers} == {"none"}
    assert "out_of_territorial_scope" in found.answers[0].reasons
    assert found.paragraph().startswith(
        "None of the 14 other parties owes anything under Articles 5 and 6"
    )
    assert "the place lies outside the covered area" in found.paragraph()
    assert "consultation (Article 4) is not owed either" in found.paragraph()


def test_spain_was_no_ally_before_30_may_1982():
    agreement = load("nato-1949")
    facts = attack_facts(agreement, "ARG", "GBR", place="", on=date(1982, 4, 2), stated=()).facts

    assert "ESP" not in debtors(agreement, facts, date(1982, 4, 2))
    assert "ESP" in debtors(agreement, facts, date(1982, 5, 30))


def test_alike_answers_are_one_group_and_the_breach_stands_apart():
    found = asked("budapest-1994", on=date(2022, 2, 24))

    by_status = {group.answer.status: group.who for group in found.groups}
    assert by_status == {"triggered": ("GBR", "USA"), "negative_duty_breach": ("RUS",)}
    assert (
        "The United Kingdom and the United States each owe consultation under paragraph 6"
        in found.paragraph()
    )
    assert "Russia is in breach of a duty to refrain" in found.paragraph()


def test_a_political_promise_is_never_called_owed():
    found = asked("paris-2026", on=date(2027, 3, 1), stated=("ceasefire=has_started",))
    assert "politically promised" in found.paragraph()
    assert "not owed in law" in found.paragraph()
    assert {answer.floor for answer in found.answers} == {"none"}


def test_a_ratified_national_commitment_makes_the_promise_law():
    found = asked(
        "paris-2026",
        on=date(2027, 3, 1),
        stated=("ceasefire=has_started", "cross_instrument=bilateral_commitment_ratified"),
    )
    assert {answer.floor for answer in found.answers} == {"assist_nonmil"}


def test_a_draft_obliges_nobody_unless_it_is_assumed_to_be_in_force():
    as_is = asked("istanbul-2022-communique", on=date(2027, 3, 1), stated=("request=assistance",))
    assumed = asked(
        "istanbul-2022-communique",
        on=date(2027, 3, 1),
        stated=("request=assistance",),
        in_force=True,
    )

    assert {answer.status for answer in as_is.answers} == {"not_in_force"}
    assert {a.floor for a in assumed.answers if a.who != "RUS"} == {"assist_mil"}


def test_the_trace_names_each_test_with_its_fact_and_article():
    found = asked("nato-1949", on=date(1982, 4, 2), attack=("ARG", "GBR"), place="falkland-islands")
    lines = tree(found.answers[0]).lines()

    assert any("✗" in line and "outside the covered area" in line for line in lines)
    assert any("✓" in line and "an armed attack" in line and "[5, 6]" in line for line in lines)


@pytest.mark.parametrize(
    "name", ["nato-1949", "budapest-1994", "teu-42-7", "uk-ukraine-2024", "ukraine-compact-2024"]
)
def test_every_answer_is_one_sentence(name: str):
    for attack in (("RUS", "UKR"), ("RUS", "POL")):
        for answer in asked(name, on=date(2027, 3, 1), attack=attack).answers:
            said = sentence(answer)
            assert said.endswith(".")
            assert said[0].isupper()
            assert "  " not in said
            assert "None" not in said


@pytest.mark.parametrize(
    ("word", "message"),
    [
        ("kind=cyberr", "did you mean cyber"),
        ("knd=cyber", "did you mean kind"),
        ("kind", "is no fact that can be stated"),
    ],
)
def test_a_wrong_fact_names_the_near_words(word: str, message: str):
    with pytest.raises(UsageError, match=message):
        attack_facts(load("nato-1949"), "RUS", "POL", place="", on=date(2027, 3, 1), stated=(word,))


def test_a_state_that_is_no_code_is_refused():
    with pytest.raises(UsageError, match="three-letter code"):
        attack_facts(load("nato-1949"), "Russia", "POL", place="", on=date(2027, 3, 1), stated=())
