"""The trace: every clause, every test, the fact that decided it."""

from __future__ import annotations

import re
from datetime import date

import pytest

from foedus.agreement.facts import Event, Facts, Performance, Request
from foedus.agreement.library import load, names
from foedus.agreement.read import parse_agreement
from foedus.obligations.assess import assess
from foedus.obligations.due import due
from foedus.obligations.scenario import attack_facts
from foedus.obligations.trace import TESTS, Node, tree

DAY = date(2027, 3, 1)


def answers(name: str, attack=("RUS", "UKR"), place="", stated=(), *, in_force=True):
    agreement = load(name)
    facts = attack_facts(
        agreement, *attack, place=place, on=DAY, stated=stated, in_force=in_force
    ).facts
    return due(agreement, facts, DAY).answers


def test_lines_are_indented_marked_and_cited():
    root = Node(text="a", below=(Node(text="b", met=True, cite="5"), Node(text="c", met=False)))
    assert root.lines() == ["a", "  ✓ b  [5]", "  ✗ c"]
    assert root.lines(1)[0] == "  a"


@pytest.mark.parametrize("name", names())
@pytest.mark.parametrize(
    ("attack", "stated"),
    [
        (("RUS", "UKR"), ("request=assistance", "ceasefire=in_force")),
        (("RUS", "POL"), ("object=vessel",)),
        (("GBR", "FRA"), ("kind=cyber",)),
    ],
)
def test_every_line_is_in_plain_words(name, attack, stated):
    for answer in answers(name, attack, stated=stated)[:5]:
        for line in tree(answer).lines():
            said = re.sub(r"  \[[^\]]*\]$", "", line).strip()
            assert "  " not in said, line
            assert not re.search(r"\w_\w|\bNone\b(?! of)|: *$|: ;|\(\)| is is ", said), line
            assert said.count("(") == said.count(")"), line


@pytest.mark.parametrize("name", [n for n in names() if load(n).obligations])
def test_a_clause_stops_at_its_first_failed_test_and_shows_it(name):
    for answer in answers(name)[:4]:
        for one, node in zip(answer.clauses, tree(answer).below, strict=True):
            if one.failed is None:
                assert node.text.endswith(": owed")
                assert not any(below.met is False for below in node.below)
            else:
                assert node.text.endswith(f"stopped at test {one.failed} ({TESTS[one.failed]})")
                assert any(below.met is False for below in node.below)


def test_a_failed_test_says_what_was_wanted_and_what_is_on_record():
    lines = tree(answers("nato-1949", ("RUS", "POL"), stated=("kind=cyber",))[0]).lines()
    assert (
        "    ✗ act: the act is an armed attack, even a limited one; "
        "on record: the act is a cyber attack  [5, 6]" in lines
    )


def test_what_is_wanted_and_on_record_alike_is_said_once():
    lines = tree(answers("paris-2026", stated=("ceasefire=in_force",))[0]).lines()
    assert "    ✓ actor and provocation: the attacker is Russia  [component 4]" in lines
    assert any(line.endswith("on record: a ceasefire is in force  [opening]") for line in lines)


def test_a_request_that_was_not_made_is_said_to_be_missing():
    lines = tree(answers("istanbul-2022-communique")[0]).lines()
    assert any(
        line.strip().startswith("✗ request or consent:") and "on record: no request" in line
        for line in lines
    )


def test_what_a_third_state_did_is_on_record(small):
    text = small.replace("obligations:", "conditions: {third_party_performance: {cite: '7', "
                         "when: {performed_by: [THI]}}}\nobligations:")  # fmt: skip
    agreement = parse_agreement(text)
    event = Event(id="e", date=DAY, kind="armed_attack", by=("CHA",), against=("BNF",))
    done = Performance(by="THI", for_="BNF", done=True)
    asked = Request(date=DAY, by="BNF", kind="consultation")
    for performance, mark, told in ((), "✗", "nobody has done its part"), ((done,), "✓", None):
        facts = Facts(events=(event,), requests=(asked,), performance=performance)
        lines = tree(assess(agreement, facts, "AAA", DAY)).lines()
        (line, *_) = [line for line in lines if "THI has done its part" in line]
        assert line.strip().startswith(f"{mark} conditions and exemptions")
        assert told is None or told in line


def test_the_first_line_is_the_sentence_of_the_answer():
    from foedus.obligations.sentence import sentence

    for answer in answers("budapest-1994"):
        assert tree(answer).text == sentence(answer)
