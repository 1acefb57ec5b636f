"""Drafting warnings: each rule bites where it should, and only there."""

from __future__ import annotations

import pytest

from foedus.agreement.check import RULES, check, check_located
from foedus.agreement.library import load, names
from foedus.errors import InvalidAgreement
from foedus.yamlfile import parse

#: Code -> (a change of the example, the path at which the rule bites, words of its message).
BITES = {
    "FD150": (
        ("determination:\n  - {trigger: renewed_attack", "determination:\n  - {trigger: threat"),
        ("requires_determination: true,\n     ", ""),
        ("attack]}, {origin", "attack]}, {by: [third_state]}, {origin"),
        ("triggers[0]", "nobody is named who decides that 'renewed_attack' has happened"),
    ),
    "FD151": (
        ("attacker_excluded: true", "attacker_excluded: false"),
        ("attack]}, {origin", "attack]}, {by: [third_state]}, {origin"),
        ("determination[0]", "a party that attacks has a vote in the decision"),
    ),
    "FD152": (
        ("content: [consult], deadline: PT24H", "content: [consult]"),
        ("obligations[1]", "'talk' sets no deadline for the consultation"),
    ),
    "FD153": (
        ("{id: BNF, test: recognised, ", "{id: BNF, "),
        ("scope.territory.include[0]", "the land of BNF is named without a test"),
    ),
    "FD154": (
        ("by: organ, organ: council, rule: two_thirds, voters: [guarantor], attacker_excluded: true", "by: each_guarantor"),
        ("triggers[0].when", "one of those who promise help may itself be the attacker"),
    ),
    "FD155": (
        ("collective_or_several: several", "collective_or_several: collective"),
        ("roles.guarantor.collective_or_several", "bound only all together"),
    ),
    "FD156": (
        ("deontic: shall, content: [arms", "deontic: intends, content: [arms"),
        ("obligations[0].deontic", "the instrument is binding, but the verb of 'help' (intends)"),
    ),
    "FD157": (
        ("earliest_withdrawal: P14Y, ", ""),
        ("term.notice", "the term is 15 years, but a party is free after a notice of 1 year"),
    ),
    "FD158": (
        ("term:", 'conditions: {activation: {when: {ceasefire: [in_force]}, cite: "8"}}\nterm:'),
        ("conditions.activation", "the promise starts with a ceasefire, which depends on the adv"),
    ),
    "FD159": (
        ("provisionally_applied, from", "signed_not_ratified, from"),
        ("parties[2].history", "on 2026-06-01, the first day, BBB has signed, not ratified"),
    ),
    "FD160": (
        ("means_status: [{means: forces, state: planned, on: 2026-03-01}]\n", ""),
        ("obligations[0].content", "'help' promises arms, intelligence and armed force of its own"),
    ),
    "FD161": (
        ("[{means: forces,", "[{means: naval, state: promised}, {means: forces,"),
        ("means_status[0].means", "'naval' are promised, but no obligation promises them"),
    ),
    "FD162": (
        ("deadline: P5D}", "deadline: P5D, override: {reading: suite, reason: a test, level: consult}}"),
        ("obligations[0].override", "sets 'help' to consultation up to military help"),
    ),
}  # fmt: skip


def test_the_example_of_the_documentation_has_no_warning(example):
    assert check(example()) == ()


def test_every_rule_is_tested_and_has_its_own_code():
    assert [rule.code for rule in RULES] == list(BITES)


@pytest.mark.parametrize("code", BITES)
def test_a_rule_bites_once_at_its_place(code, example_text):
    *changes, (path, message) = BITES[code]
    text = example_text
    for old, new in changes:
        assert old in text, old
        text = text.replace(old, new, 1)
    (found,) = check_located(parse(text))
    assert (found.code, found.path) == (code, path)
    assert message in found.message
    assert found.line > 0
    assert found.hint


def test_a_warning_names_the_article_and_a_clause_that_would_settle_it(example):
    (found,) = check(example(("content: [consult], deadline: PT24H", "content: [consult]")))
    assert (found.article, found.severity) == ("3", "warning")
    assert "twenty-four hours" in found.model_clause


def test_an_override_is_a_note_and_no_warning(example):
    *changes, _ = BITES["FD162"]
    assert [finding.severity for finding in check(example(*changes))] == ["note"]


def test_a_file_with_errors_gets_no_warning(example_text):
    with pytest.raises(InvalidAgreement):
        check_located(parse(example_text.replace("deontic: shall", "deontic: must")))


@pytest.mark.parametrize("name", names())
def test_an_instrument_of_the_library_has_no_note_without_a_reason(name):
    agreement = load(name)
    overridden = {o.id for o in agreement.obligations if o.override is not None}
    notes = [finding for finding in check(agreement) if finding.code == "FD162"]
    assert len(notes) == len(overridden)


def test_the_russian_draft_lets_an_attacker_block_the_decision():
    found = [
        finding for finding in check(load("istanbul-2022-russian-draft")) if finding.code == "FD151"
    ]
    assert [finding.message for finding in found] == [
        "Russia, even as the attacker, can block the decision on 'aggression_and_request'"
    ]


def test_a_state_that_joins_later_is_not_late(example):
    later = example(("provisionally_applied, from: 2026-06-01", "in_force, from: 2030-01-01"))
    assert check(later) == ()
