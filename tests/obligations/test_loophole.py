"""Loopholes: against the evaluator on every situation, and on random ones for the library."""

from __future__ import annotations

import dataclasses
import itertools
import random
from datetime import date

import clingo
import pytest

from foedus.agreement.library import load, names
from foedus.agreement.read import parse_agreement
from foedus.agreement.vocabulary import rank
from foedus.errors import InputError
from foedus.obligations.assignment import plain
from foedus.obligations.case import read_case, run
from foedus.obligations.dimension import Space
from foedus.obligations.encode import Encoder, atom, program
from foedus.obligations.loophole import Gaps, gaps, make_space, reaches
from foedus.obligations.loophole_case import case_of, case_text, write_cases
from foedus.obligations.loophole_words import header, say_loophole

AT = date(2026, 11, 21)


def sets_of(found: Gaps) -> set[frozenset[tuple[str, str]]]:
    """Return every set of deviations that a result stands for, merged values and variants apart."""
    known: set[frozenset[tuple[str, str]]] = set()
    for loophole in found.loopholes:
        keys = [d.dimension for d in loophole.deviations]
        firsts = {d.key: d.values for d in found.space.dimensions}
        options = [[m for m in d.members if m in firsts[d.dimension]] for d in loophole.deviations]
        known |= {
            frozenset(zip(keys, values, strict=True)) for values in itertools.product(*options)
        }
        known |= {frozenset(variant) for variant in loophole.variants}
    return known


def enumerated(
    space: Space, paradigm: dict[str, str], below: str
) -> set[frozenset[tuple[str, str]]]:
    """Return the minimal loopholes by putting every situation to the evaluator."""
    holes: list[frozenset[tuple[str, str]]] = []
    keys = [d.key for d in space.dimensions]
    for values in itertools.product(*(d.values for d in space.dimensions)):
        chosen = dict(zip(keys, values, strict=True))
        if not reaches(space, chosen, "political", below):  # type: ignore[arg-type]
            holes.append(frozenset((k, v) for k, v in chosen.items() if v != paradigm[k]))
    holes.sort(key=len)
    minimal: list[frozenset[tuple[str, str]]] = []
    for hole in holes:
        if not any(smaller <= hole for smaller in minimal):
            minimal.append(hole)
    return set(minimal)


@pytest.mark.parametrize("below", ["consult", "assist_mil"])
def test_the_list_is_the_one_that_enumeration_gives(below: str, small: str):
    agreement = parse_agreement(small)
    found = gaps(agreement, below=below, at=AT)  # type: ignore[arg-type]

    expected = enumerated(found.space, found.paradigm, below)

    assert found.complete
    # a merged row stands for the product of its values, which may hold sets that are not minimal
    # only if merging were wrong; so equality, not inclusion
    assert expected == sets_of(found)


@pytest.mark.parametrize("name", [n for n in names() if load(n).obligations])
def test_the_encoding_agrees_with_the_evaluator_on_random_situations(name: str):
    agreement = load(name)
    space = make_space(agreement, beneficiary=None, challenger=None, at=AT, taken=None)
    clauses = tuple(Encoder(space).clauses(legal=False))
    control = clingo.Control(["--models=1"])
    control.add("base", [], program(space, clauses))
    control.ground([("base", [])])
    chance = random.Random(name)
    rungs = sorted({owed.rung for owed in clauses}, key=rank)
    usual = plain(space)
    for _ in range(120):
        changed = chance.sample(
            space.dimensions, k=min(len(space.dimensions), chance.choice([0, 1, 1, 2, 3, 5]))
        )
        chosen = usual | {d.key: chance.choice(d.values) for d in changed}
        assumptions = [
            (clingo.Function("val", [clingo.String(k), clingo.String(v)]), True)
            for k, v in chosen.items()
        ]
        with control.solve(assumptions=assumptions, yield_=True) as handle:
            model = handle.model()
            assert model is not None
            owed = {s.arguments[0].number for s in model.symbols(atoms=True) if s.name == "owed"}
        for rung in rungs:
            by_solver = any(rank(r) >= rank(rung) and rank(r) in owed for r in rungs)
            assert by_solver == reaches(space, chosen, "political", rung), (rung, chosen)


@pytest.mark.parametrize(
    "name", ["nato-1949", "budapest-1994", "istanbul-2022-russian-draft", "paris-2026"]
)
def test_values_of_one_class_cannot_be_told_apart(name: str):
    agreement = load(name)
    space = make_space(agreement, beneficiary=None, challenger=None, at=AT, taken=None)
    rungs = {owed.rung for owed in Encoder(space).clauses(legal=False)}
    usual = plain(space)
    for dimension in space.dimensions:
        for members in dimension.classes:
            for rung in rungs:
                answers = {
                    reaches(space, usual | {dimension.key: m}, "political", rung)
                    for m in members[:6]
                }
                assert len(answers) == 1, (dimension.key, members, rung)


@pytest.mark.parametrize("name", [n for n in names() if load(n).obligations])
def test_every_loophole_replays_as_a_case(name: str, tmp_path, gaps_of):
    found = gaps_of(name)
    assert found.loopholes
    for path in write_cases(found, tmp_path):
        case = read_case(path)
        assert case.hypothetical
        assert all(not row.wrong for row in run(case)), path.name
        floors = {row.answer.promised for row in run(case)}
        assert all(rank(floor) < rank(found.below) for floor in floors)


def test_the_russian_variant_lets_every_guarantor_block_help_the_attacker_included(gaps_of):
    found = gaps_of("istanbul-2022-russian-draft")
    blocked = {pair for loophole in sets_of(found) for pair in loophole if len(loophole) == 1}
    for guarantor in ("GBR", "CHN", "RUS", "USA", "FRA", "TUR"):
        assert (f"vote:{guarantor}", "no") in blocked
    assert any(
        "any one of China, France, Russia" in say_loophole(found, one) for one in found.loopholes
    )


def test_budapest_lets_a_conventional_attack_pass():
    found = gaps(load("budapest-1994"), below="refer_unsc", at=AT)
    assert frozenset({("weapons", "conventional")}) in sets_of(found)


def test_the_north_atlantic_treaty_lets_an_attack_in_the_south_atlantic_pass(gaps_of):
    found = gaps_of("nato-1949")
    singles = [one.deviations[0] for one in found.loopholes if len(one.deviations) == 1]
    assert any(d.dimension == "region" and "south_atlantic" in d.members for d in singles)


def test_a_level_that_is_never_reached_is_said_and_no_list_is_given():
    found = gaps(load("paris-2026"), below="assist_nonmil", axis="legal", taken="as_is", at=AT)
    assert not found.reached
    assert found.loopholes == ()
    assert "never reached" in header(found)


def test_law_that_a_party_denies_is_not_counted_unless_its_reading_is_chosen():
    budapest = load("budapest-1994")
    found = gaps(budapest, below="refer_unsc", axis="legal", taken="as_is", at=AT)
    assert (found.reached, found.highest, found.loopholes) == (False, "none", ())
    assert [one.party for one in found.uncounted] == ["USA"]
    assert found.agreement is budapest
    chosen = gaps(budapest, below="refer_unsc", axis="legal", taken="as_is", reading="suite", at=AT)
    assert chosen.reached
    assert len(chosen.loopholes) == 9
    assert not chosen.uncounted


def test_law_that_no_party_denies_is_counted(gaps_of):
    found = gaps(load("istanbul-2022-russian-draft"), axis="legal", at=AT)
    assert found.reached
    assert not found.uncounted


def test_what_others_than_parties_say_against_the_force_changes_nothing():
    budapest = load("budapest-1994")
    heard = tuple(
        dataclasses.replace(one, kind="verbs") if one.kind == "party_statement" else one
        for one in budapest.binding_evidence
    )
    unheard = dataclasses.replace(budapest, binding_evidence=heard)
    assert gaps(unheard, below="refer_unsc", axis="legal", at=AT).reached


def test_a_reading_that_the_instrument_does_not_have_is_refused():
    with pytest.raises(InputError, match="budapest-1994 has no reading 'ours'"):
        gaps(load("budapest-1994"), reading="ours", at=AT)


def test_an_instrument_without_a_clause_of_help_never_reaches_anything():
    assert not gaps(load("un-charter"), at=AT).reached


def test_the_list_is_the_same_in_every_run(gaps_of):
    one, two = gaps_of("istanbul-2022-communique"), gaps(load("istanbul-2022-communique"), at=AT)
    assert [case_text(case_of(one, g, 1)) for g in one.loopholes] == [
        case_text(case_of(two, g, 1)) for g in two.loopholes
    ]


def test_a_state_that_no_clause_protects_is_said_to_be_unprotected():
    with pytest.raises(InputError, match="no clause of budapest-1994 protects FRA"):
        gaps(load("budapest-1994"), beneficiary="FRA", at=AT)


def test_terms_of_the_solver_are_quoted():
    assert atom('a"b') == '"a\\"b"'


BY_COUNCIL = """
determination:
  - {trigger: attack, by: organ, organ: council, rule: unanimity, voters: [party], cite: "5",
     MORE}
"""


def council(small: str, more: str) -> Gaps:
    text = small.replace("trigger: attack,\n", "trigger: attack, requires_determination: true,\n")
    return gaps(parse_agreement(text + BY_COUNCIL.replace("MORE", more)), at=AT)


def test_every_voter_can_block_the_beneficiary_included(small: str):
    found = sets_of(council(small, "decisions: [attack_established]"))
    for voter in ("AAA", "BBB", "BNF"):
        assert frozenset({(f"vote:{voter}", "no")}) in found
    assert frozenset({("vote:AAA", "none")}) in found


def test_silence_is_no_loophole_where_the_text_decides_by_default(small: str):
    found = council(small, "deadline: P3D, default_if_no_decision: established")
    assert frozenset({("vote:AAA", "no")}) in sets_of(found)
    assert not any(("vote:AAA", "none") in hole for hole in sets_of(found))
    assert (found.at - found.space.on).days > 3
