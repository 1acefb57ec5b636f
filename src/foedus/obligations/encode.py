"""From an agreement to a solver: every test of every clause as a table over its dimensions.

Nothing about the meaning of a test is written twice. Each check of :mod:`casus` depends on few
dimensions (its *support*); the table of the check is made by calling the evaluator on every
combination of their classes. Votes alone are encoded by counting, since their table would be
exponential. The encoding is only ever used to *find* candidates: what is reported has been put
to the evaluator again.
"""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from foedus.agreement.condition import ALWAYS, Condition, tests
from foedus.agreement.force import assume, members
from foedus.agreement.level import level, obliges
from foedus.agreement.model import Agreement, Determination, Obligation
from foedus.agreement.vocabulary import Rung, rank
from foedus.obligations import casus as tested
from foedus.obligations.assignment import facts_of, plain
from foedus.obligations.dimension import Space
from foedus.obligations.situation import Situation, holds

#: Field of a condition -> the dimensions it depends on; ``*`` marks one of the debtor's own.
SUPPORT: dict[str, tuple[str, ...]] = {
    "kind": ("kind", "resisted", "object", "place"),
    "resisted": ("kind", "resisted"),
    "region": ("region",),
    "place_type": ("place",),
    "zone": ("zone",),
    "by": ("attacker", "joined_by"),
    "by_kind": ("attacker",),
    "joined_by": ("joined_by",),
    "attackers": ("attacker", "joined_by"),
    "provoked": ("provoked",),
    "at_war": ("at_war", "attacker"),
    "performed_by": ("performed",),
    "request": ("request",),
    "party_request": ("request",),
    "request_article": ("request", "request_article"),
    "organ": ("finding",),
    "cross_instrument": ("*cross", "attacker"),
    "exemption_invoked": ("*exemption", "attacker"),
    "agreed": ("*agreed",),
    "against": (),
    "involved": (),
}
_MEMBERS = frozenset({"party", "third_state"})


@dataclass(frozen=True, slots=True)
class Table:
    """A truth table: the keys it depends on, and the rows of values for which it is true."""

    keys: tuple[str, ...]
    true: frozenset[tuple[str, ...]]
    rows: int


@dataclass(frozen=True, slots=True)
class ByVote:
    """A determination by vote, encoded by counting."""

    rule: Determination


Test = Table | ByVote


@dataclass(frozen=True, slots=True, kw_only=True)
class Owed:
    """A clause towards the beneficiary: owed by ``debtor`` where every test is true."""

    obligation: Obligation
    debtor: str
    rung: Rung
    tests: tuple[Test, ...]


@dataclass(slots=True)
class Encoder:
    """Makes the tables of a space, each once."""

    space: Space
    made: dict[tuple[object, ...], Table] = field(default_factory=dict)
    rosters: dict[object, tuple[Agreement, tuple[str, ...]]] = field(default_factory=dict)

    def clauses(self, *, legal: bool) -> Iterator[Owed]:
        """Yield every clause that a guarantor may owe the beneficiary, with its tests."""
        agreement = assume(self.space.agreement, facts_of(self.space, plain(self.space)))
        for obligation in agreement.obligations:
            rung = level(obligation).floor
            if rung == "none" or (legal and not obliges(obligation)):
                continue
            for debtor in self.space.guarantors:
                if not agreement.means(debtor, obligation.debtor):
                    continue
                if not agreement.means(self.space.beneficiary, obligation.creditor):
                    continue
                yield Owed(
                    obligation=obligation,
                    debtor=debtor,
                    rung=rung,
                    tests=tuple(self._tests(obligation, debtor, legal=legal)),
                )

    def _tests(self, obligation: Obligation, debtor: str, *, legal: bool) -> Iterator[Test]:
        agreement = self.space.agreement
        yield self._check(("bound", debtor), ("*state",), debtor, tested.bound_check)
        conditions = agreement.conditions
        if conditions.activation:
            yield self.condition(conditions.activation.when, debtor)
        if obligation.active_when != ALWAYS:
            yield self.condition(obligation.active_when, debtor)
        if obligation.within == "scope":
            yield self._check(
                ("place", obligation.id),
                self._place_support(),
                debtor,
                lambda s: tested.place_check(obligation, s),
            )
        for part in tested.conjuncts(agreement.trigger(obligation.trigger).when):
            yield self.condition(part, debtor)
        yield self._check(("doer", debtor), ("attacker",), debtor, _no_doer)
        yield self._setting_aside(obligation, debtor)
        yield from self._determined(obligation, debtor)
        yield self._check(("waiver", debtor), ("*state",), debtor, tested.waiver_check)
        if legal and agreement.legal_force != "binding":
            binding = conditions.binding
            yield self.condition(binding.when, debtor) if binding else Table((), frozenset(), 1)

    def _determined(self, obligation: Obligation, debtor: str) -> Iterator[Test]:
        rule = self.space.agreement.determined_by(obligation.trigger)
        if not obligation.requires_determination or rule is None:
            return
        if rule.by == "organ" and rule.voters and not self.space.collective:
            yield ByVote(rule)
            return
        keys = ("*agreed", "finding", "vote", "attacker", "state")
        yield self._check(
            ("determination", obligation.id, debtor),
            keys,
            debtor,
            lambda s: tested.determination_check(obligation, s),
        )

    def _setting_aside(self, obligation: Obligation, debtor: str) -> Table:
        agreement = self.space.agreement
        party = agreement.party(debtor)
        conditions = [
            c.when
            for c in (
                agreement.conditions.exemption,
                agreement.conditions.third_party_performance,
                agreement.conditions.cross_instrument,
            )
            if c
        ]
        conditions += [obligation.unless] if obligation.unless is not None else []
        conditions += [r.when for r in (party.reservations if party else ())]
        keys = tuple(dict.fromkeys(k for c in conditions for k in self._keys(c)))
        role = agreement.roles[party.role] if party else None
        if role is not None and role.collective_or_several == "collective":
            keys = (*keys, "attacker", *(d.key for d in self.space.dimensions if d.name == "state"))

        def all_met(situation: Situation) -> tested.Check:
            return tested.Check(
                test=6, met=all(c.met for c in tested.setting_aside_checks(obligation, situation))
            )

        return self._check(("aside", obligation.id, debtor), keys, debtor, all_met)

    def _place_support(self) -> tuple[str, ...]:
        keys = ["object", "region", "zone", "place"]
        agreement = self.space.agreement
        lists = agreement.scope.territory
        entries = (*lists.include, *lists.exclude)
        if any(entry.test == "administered" for entry in entries):
            keys.append("attacker")
        if any(entry.id == "party" or entry.id in agreement.roles for entry in entries):
            keys += self._first_states()
        return tuple(keys)

    def _first_states(self) -> tuple[str, ...]:
        """Return the states of the two guarantors on whose land an attack may be looked at."""
        return tuple(d.key for d in self.space.dimensions if d.name == "state")[:2]

    def _keys(self, condition: Condition) -> Iterator[str]:
        for test in tests(condition):
            yield from SUPPORT.get(test.field, (test.field,))
            if _MEMBERS & set(test.values) or set(test.values) & set(self.space.agreement.roles):
                yield from (d.key for d in self.space.dimensions if d.name == "state")

    def condition(self, condition: Condition, debtor: str) -> Table:
        """Return the table of a condition."""
        keys = tuple(dict.fromkeys(self._keys(condition)))
        return self._check(
            (condition, debtor),
            keys,
            debtor,
            lambda s: tested.Check(test=0, met=holds(condition, s)),
        )

    def _check(
        self,
        name: tuple[object, ...],
        keys: tuple[str, ...],
        debtor: str,
        check: Callable[[Situation], tested.Check],
    ) -> Table:
        """Return the table of a check over the dimensions among ``keys`` that the space has."""
        suffix = "" if self.space.collective else f":{debtor}"
        wanted = {key.removeprefix("*") + (suffix if key.startswith("*") else "") for key in keys}
        support = [d for d in self.space.dimensions if d.key in wanted]
        own = any(d.of for d in support) or name[0] == "doer"
        cached = (*name, debtor) if own else tuple(part for part in name if part != debtor)
        if cached not in self.made:
            rows = list(itertools.product(*(d.values for d in support)))
            keys_ = tuple(d.key for d in support)
            base = plain(self.space)
            true = frozenset(
                row
                for row in rows
                if check(self._situation(base | dict(zip(keys_, row, strict=True)), debtor)).met
            )
            self.made[cached] = Table(keys_, true, len(rows))
        return self.made[cached]

    def _situation(self, chosen: dict[str, str], debtor: str) -> Situation:
        facts = facts_of(self.space, chosen)
        if facts.instrument_state not in self.rosters:
            agreement = assume(self.space.agreement, facts)
            self.rosters[facts.instrument_state] = (agreement, members(agreement, self.space.at))
        agreement, bound = self.rosters[facts.instrument_state]
        return Situation(
            agreement=agreement,
            facts=facts,
            at=self.space.at,
            event=facts.events[0],
            debtor=debtor,
            creditor=self.space.beneficiary,
            bound=bound,
        )


def _no_doer(situation: Situation) -> tested.Check:
    return tested.Check(test=5, met=situation.debtor not in situation.event.doers)


def atom(key: str) -> str:
    """Return a dimension key or value as a term of the solver: a quoted string."""
    return '"' + key.replace("\\", "\\\\").replace('"', '\\"') + '"'


def program(space: Space, clauses: tuple[Owed, ...]) -> str:
    """Return the situations and what is owed in them as a logic program.

    ``val(D, V)`` is chosen once for each dimension; ``owed(R)`` holds for the rank of every
    clause that is owed by somebody.
    """
    lines: list[str] = []
    for dimension in space.dimensions:
        options = "; ".join(
            f"val({atom(dimension.key)},{atom(value)})" for value in dimension.values
        )
        lines.append(f"1 {{ {options} }} 1.")
    named: dict[Test, str] = {}
    for owed in clauses:
        body = []
        for test in owed.tests:
            if test not in named:
                named[test] = f"t{len(named)}"
                lines += _rules(named[test], test, space)
            body.append(named[test])
        lines.append(f"owed({rank(owed.rung)}) :- {', '.join(dict.fromkeys(body))}.")
    return "\n".join(lines)


def _rules(name: str, test: Test, space: Space) -> list[str]:
    if isinstance(test, ByVote):
        return _vote_rules(name, test.rule, space)
    if len(test.true) == test.rows:
        return [f"{name}."]
    everything = set(
        itertools.product(*(d.values for k in test.keys for d in space.dimensions if d.key == k))
    )
    false = everything - test.true
    head, rows = (name, test.true) if len(test.true) <= len(false) else (f"n{name}", false)
    rules = []
    for row in sorted(rows):
        body = ", ".join(f"val({atom(k)},{atom(v)})" for k, v in zip(test.keys, row, strict=True))
        rules.append(f"{head} :- {body}.")
    if head != name:
        rules.append(f"{name} :- not {head}.")
    return rules


#: Rule -> what holds of Y yes-votes among N voters where it is carried.
_CARRIED: dict[str, str] = {
    "unanimity": "Y = N, N > 0",
    "consensus": "A = 0, Y > 0",
    "majority": "2*Y > N",
    "two_thirds": "3*Y >= 2*N, N > 0",
    "n_of_m": "Y >= {n}, N > 0",
}
#: Rule -> what holds of A votes against among N voters where it is not blocked.
_OPEN: dict[str, str] = {
    "unanimity": "A = 0",
    "consensus": "A = 0",
    "majority": "2*(N-A) > N",
    "two_thirds": "3*(N-A) >= 2*N",
    "n_of_m": "N-A >= {n}",
}


def _vote_rules(name: str, rule: Determination, space: Space) -> list[str]:
    """Count the votes: who is a voter, who said yes, what the rule needs."""
    lines = [
        line
        for voter in space.voters
        if space.agreement.means(voter, rule.voters)
        for line in (*_bound_rules(name, space, voter), *_voter_rules(name, rule, space, voter))
    ]
    counts = (
        f"Y = #count{{V : yes_{name}(V)}}, N = #count{{V : voter_{name}(V)}}, "
        f"A = #count{{V : no_{name}(V)}}"
    )
    lines.append(f"votes_{name}(Y,N,A) :- {counts}.")
    votes = f"{name} :- votes_{name}(Y,N,A)"
    allowed = 'not val("finding","rejected")'
    lines.append(f"{votes}, {_CARRIED[rule.rule].format(n=rule.n)}, {allowed}.")
    if rule.default_if_no_decision == "established" and rule.deadline is not None:
        lines.append(f"{votes}, N > 0, {_OPEN[rule.rule].format(n=rule.n)}, {allowed}.")
    return lines


def _bound_rules(name: str, space: Space, voter: str) -> Iterator[str]:
    """Yield when a voter is bound: by its state, or always if it is a party without one."""
    bound = f"bound_{name}({atom(voter)})"
    if voter in space.guarantors:
        state = atom(f"state:{voter}")
        yield from (f'{bound} :- val({state},"{word}").' for word in ("in_force", "released"))
    else:
        agreement = assume(space.agreement, facts_of(space, plain(space)))
        if voter in members(agreement, space.at):
            yield f"{bound}."


def _voter_rules(name: str, rule: Determination, space: Space, voter: str) -> Iterator[str]:
    """Yield when a bound party is a voter, and how it votes."""
    who, vote = atom(voter), atom(f"vote:{voter}")
    body = [f"bound_{name}({who})"]
    if rule.attacker_excluded:
        body.append(f'not val("attacker",{who})')
        if voter == space.challenger:
            body.append('not val("attacker","proxy")')
    yield f"voter_{name}({who}) :- {', '.join(body)}."
    for cast in ("yes", "no"):
        yield f'{cast}_{name}({who}) :- voter_{name}({who}), val({vote},"{cast}").'
