"""Laws that hold for any agreement and any facts."""

from __future__ import annotations

import dataclasses
import os

from hypothesis import given, settings
from hypothesis import strategies as st

from foedus.agreement.level import level, table_level
from foedus.agreement.model import Scope, Territory, TerritoryLists
from foedus.agreement.vocabulary import rank
from foedus.obligations.assess import assess, assess_together
from strategies import (
    LAST,
    STATES,
    ZONES,
    agreed,
    agreements,
    assumed,
    days,
    events,
    facts,
    findings,
    mostly,
    renamed,
    requests,
    waivers,
)

# More are tried by hand: FOEDUS_EXAMPLES=400 takes minutes.
LAW = settings(deadline=None, max_examples=int(os.environ.get("FOEDUS_EXAMPLES", "40")))
asked = mostly(LAST, days)
STEPS = [("may", "intends"), ("may", "shall"), ("intends", "shall"), ("should", "shall")]
debtors = mostly("AAA", st.sampled_from((*STATES, "org:League")))


def essence(answer):
    return (
        answer.floor,
        answer.ceiling,
        answer.political_floor,
        answer.status,
        answer.reasons,
        answer.running,
        answer.breached,
        answer.deadline,
    )


@LAW
@given(agreements(), facts, debtors, asked)
def test_any_valid_agreement_and_facts_have_an_answer(agreement, known, who, at):
    answer = assess(agreement, known, who, at)
    assert 1 <= len(answer.reasons) <= 3
    assert answer.who == who


@LAW
@given(agreements(), facts, debtors, asked)
def test_the_floor_never_exceeds_the_level_of_some_clause(agreement, known, who, at):
    answer = assess(agreement, known, who, at)
    own = [level(o) for o in agreement.obligations if agreement.means(who, o.debtor)]
    if assumed_to_join(agreement, known, who):
        own = [level(o) for o in agreement.obligations]
    assert rank(answer.promised) <= max((rank(one.floor) for one in own), default=0)
    assert rank(answer.ceiling) <= max(
        (max(rank(x.floor), rank(x.ceiling)) for x in own), default=0
    )


def assumed_to_join(agreement, known, who):
    return agreement.party(who) is None and any(s.party == who for s in known.instrument_state)


@LAW
@given(agreements(), facts, debtors, asked, st.data())
def test_a_stronger_deontic_force_never_removes_a_duty(agreement, known, who, at, data):
    place = data.draw(st.integers(0, len(agreement.obligations) - 1))
    weaker, stronger = data.draw(st.sampled_from(STEPS))
    clause = dataclasses.replace(agreement.obligations[place], override=None)
    weak = dataclasses.replace(clause, deontic=weaker)
    strong = dataclasses.replace(clause, deontic=stronger)
    before = assess(with_clause(agreement, place, weak), known, who, at)
    after = assess(with_clause(agreement, place, strong), known, who, at)
    assert rank(after.floor) >= rank(before.floor)
    assert rank(after.promised) >= rank(before.promised)
    assert {one.obligation.id for one in before.owed} <= {one.obligation.id for one in after.owed}


def with_clause(agreement, place, clause):
    changed = list(agreement.obligations)
    changed[place] = clause
    return dataclasses.replace(agreement, obligations=tuple(changed))


@LAW
@given(agreements(), facts, debtors, asked, st.sampled_from(ZONES))
def test_an_added_exclusion_never_adds_a_duty(agreement, known, who, at, zone):
    lists = agreement.scope.territory
    fewer = TerritoryLists(include=lists.include, exclude=(*lists.exclude, Territory(id=zone)))
    narrowed = dataclasses.replace(
        agreement, scope=Scope(territory=fewer, objects=agreement.scope.objects)
    )
    before, after = assess(agreement, known, who, at), assess(narrowed, known, who, at)
    assert rank(after.floor) <= rank(before.floor)
    assert rank(after.promised) <= rank(before.promised)


@LAW
@given(agreements(), facts, debtors, asked, st.randoms(use_true_random=False))
def test_the_order_of_parties_changes_nothing(agreement, known, who, at, random):
    shuffled = list(agreement.parties)
    random.shuffle(shuffled)
    other = dataclasses.replace(agreement, parties=tuple(shuffled))
    assert essence(assess(agreement, known, who, at)) == essence(assess(other, known, who, at))


@LAW
@given(agreements(), facts, debtors, asked, st.permutations(("VVV", "WWW", "XXX", "YYY", "ZZZ")))
def test_the_names_of_states_change_nothing(agreement, known, who, at, new):
    names = dict(zip(STATES, new, strict=True))
    answer = assess(agreement, known, who, at)
    other = assess(renamed(agreement, names), renamed(known, names), renamed(who, names), at)
    assert essence(answer) == essence(other)


@LAW
@given(agreements(), facts, debtors, asked, st.data())
def test_what_happens_later_changes_nothing(agreement, known, who, at, data):
    later = {}
    for block, one, day in (
        ("events", events, "date"),
        ("requests", requests, "date"),
        ("findings", findings, "date"),
        ("agreements", agreed, "date"),
        ("waivers", waivers, "date"),
        ("instrument_state", assumed, "from_"),
    ):
        more = [x for x in data.draw(st.lists(one, max_size=2)) if getattr(x, day) > at]
        later[block] = (*getattr(known, block), *more)
    extended = dataclasses.replace(known, **later)
    assert essence(assess(agreement, known, who, at)) == essence(
        assess(agreement, extended, who, at)
    )


@LAW
@given(agreements())
def test_the_level_is_the_tables_or_a_named_override(agreement):
    for obligation in agreement.obligations:
        given_level, override = level(obligation), obligation.override
        if override is None:
            assert given_level == table_level(obligation)
        else:
            assert override.reading
            assert given_level.floor == (override.level or table_level(obligation).floor)


@LAW
@given(agreements(), agreements(), facts, debtors, asked)
def test_read_together_instruments_owe_as_much_as_the_one_that_owes_most(one, two, known, who, at):
    apart = [assess(agreement, known, who, at) for agreement in (one, two)]
    together = assess_together([one, two], known, who, at)
    if "negative_duty_breach" not in {answer.status for answer in apart}:
        assert rank(together.floor) == max(rank(answer.floor) for answer in apart)
