"""The encoding: tables and counted votes, against the evaluator."""

from __future__ import annotations

import itertools
import random
from typing import get_args

import clingo
import pytest

from foedus.agreement.force import assume, members
from foedus.agreement.library import load, names
from foedus.agreement.read import parse_agreement
from foedus.agreement.vocabulary import VoteRule, rank
from foedus.obligations.assignment import facts_of, plain
from foedus.obligations.casus import owed
from foedus.obligations.encode import ByVote, Encoder, Table, atom, program
from foedus.obligations.loophole import make_space, reaches
from foedus.obligations.situation import Situation

PROMISING = [name for name in names() if load(name).obligations]


def by_tables(clause, chosen: dict[str, str]) -> bool:
    tables = [test for test in clause.tests if isinstance(test, Table)]
    return all(tuple(chosen[key] for key in table.keys) in table.true for table in tables)


def by_evaluator(space, clause, chosen: dict[str, str]) -> bool:
    facts = facts_of(space, chosen)
    agreement = assume(space.agreement, facts)
    situation = Situation(
        agreement=agreement, facts=facts, at=space.at, event=facts.events[0],
        debtor=clause.debtor, creditor=space.beneficiary, bound=members(agreement, space.at),
    )  # fmt: skip
    return owed(clause.obligation, situation)


@pytest.mark.parametrize("name", PROMISING)
def test_the_tables_of_a_clause_are_the_evaluator(name, space_of):
    space = space_of(name)
    chance = random.Random(name)
    usual = plain(space)
    clauses = [
        clause
        for clause in Encoder(space).clauses(legal=False)
        if not any(isinstance(test, ByVote) for test in clause.tests)
    ]
    for clause in chance.sample(clauses, k=min(6, len(clauses))):
        assert by_tables(clause, usual) == by_evaluator(space, clause, usual)
        for _ in range(25):
            some = chance.sample(space.dimensions, k=chance.choice([1, 1, 2, 4]))
            chosen = usual | {d.key: chance.choice(d.values) for d in some}
            assert by_tables(clause, chosen) == by_evaluator(space, clause, chosen), chosen


def test_a_table_depends_on_few_dimensions(space_of):
    for name in PROMISING:
        for clause in Encoder(space_of(name)).clauses(legal=False):
            for table in clause.tests:
                assert isinstance(table, ByVote) or table.rows <= 20_000, (name, table.keys)


def test_a_table_is_made_once():
    from datetime import date

    space = make_space(
        load("uk-ukraine-2024"),
        beneficiary=None, challenger=None, at=date(2026, 11, 21), taken=None,
    )  # fmt: skip
    encoder = Encoder(space)
    first, second = (tuple(encoder.clauses(legal=False)) for _ in range(2))
    assert first == second
    assert len(encoder.made) == len({id(table) for table in encoder.made.values()})


VOTE = """
determination:
  - {trigger: attack, by: organ, organ: council, rule: RULE, n: 1, voters: [VOTERS],
     attacker_excluded: true, MORE cite: "5"}
"""


def owed_by_solver(control: clingo.Control, chosen: dict[str, str]) -> bool:
    assumptions = [
        (clingo.Function("val", [clingo.String(key), clingo.String(value)]), True)
        for key, value in chosen.items()
    ]
    with control.solve(assumptions=assumptions, yield_=True) as handle:
        model = handle.model()
        assert model is not None
        owed = [s.arguments[0].number for s in model.symbols(atoms=True) if s.name == "owed"]
    return any(number >= rank("assist_mil") for number in owed)


@pytest.mark.parametrize("rule", get_args(VoteRule))
@pytest.mark.parametrize("voters", ["guarantor", "party"])
@pytest.mark.parametrize("more", ["", "deadline: P1M, default_if_no_decision: established,"])
def test_counted_votes_are_the_evaluators(rule, voters, more, small, at):
    text = small.replace("trigger: attack,\n", "trigger: attack, requires_determination: true,\n")
    rules = VOTE.replace("RULE", rule).replace("VOTERS", voters).replace("MORE", more)
    space = make_space(
        parse_agreement(text + rules), beneficiary=None, challenger=None, at=at, taken="in_force"
    )
    clauses = tuple(Encoder(space).clauses(legal=False))
    assert any(isinstance(test, ByVote) for clause in clauses for test in clause.tests)
    control = clingo.Control(["--models=1"])
    control.add("base", [], program(space, clauses))
    control.ground([("base", [])])
    usual = plain(space) | {"request": "none"}
    keys = [d.key for d in space.dimensions if d.name == "vote"]
    assert ("vote:BNF" in keys) == (voters == "party")
    for votes in itertools.product(("yes", "no", "none"), repeat=len(keys)):
        for state, attacker in (
            ("in_force", "CHA"), ("in_force", "BBB"), ("signed_not_ratified", "proxy"),
        ):  # fmt: skip
            chosen = usual | dict(zip(keys, votes, strict=True))
            chosen |= {"state:BBB": state, "attacker": attacker}
            expected = reaches(space, chosen, "political", "assist_mil")
            assert owed_by_solver(control, chosen) == expected, chosen


@pytest.mark.parametrize("key", ['a"b', "a\\b", "vote:org:a b", "x\\"])
def test_every_key_is_one_string_of_the_solver(key):
    assert clingo.parse_term(atom(key)).string == key
