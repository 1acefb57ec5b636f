"""*Casus foederis*: one clause, tested against one event for one debtor and one creditor.

The nine tests run in the order of section 4 of the case format: (1) party, (2) in force between
the two, (3) place and object, (4) act, (5) actor and provocation, (6) conditions, exemptions,
carve-outs, (7) request or consent, (8) determination, (9) waiver. A clause that passes 1 to 6 is
*engaged*; one that passes all nine is *owed*.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from foedus.agreement.condition import ALWAYS, FIELDS, All, Condition, Not, tests
from foedus.agreement.force import between
from foedus.agreement.level import level, obliges
from foedus.agreement.model import Agreement, Clause, Obligation
from foedus.agreement.territory import Owners, coverage
from foedus.agreement.vocabulary import Reason, Rung
from foedus.obligations.determination import determined
from foedus.obligations.elements import met_elements, missed_elements
from foedus.obligations.situation import Situation, holds, means_actor, values

ENGAGED = 6  # the last test that a clause must pass to be engaged
LAST = 9
TALK: frozenset[Rung] = frozenset({"none", "consult"})
#: Decisions of an organ that tell for the duty even where the clause does not need one.
DECIDED = frozenset(
    {
        "attack_established",
        "breach_established",
        "assistance_recommended",
        "force_authorised",
    }
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Check:
    """One test of a clause: met or not, by which fact, under which article.

    ``reasons`` are the elements that were met, or those that were missed.
    """

    test: int
    met: bool
    reasons: tuple[Reason, ...] = ()
    condition: Condition | None = None
    cite: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Casus:
    """What became of one clause: its checks, and the first test that it failed, or None."""

    obligation: Obligation
    situation: Situation
    checks: tuple[Check, ...]
    binding: bool

    @property
    def failed(self) -> int | None:
        """The number of the first test that failed, or None."""
        return min((check.test for check in self.checks if not check.met), default=None)

    @property
    def engaged(self) -> bool:
        """Whether the clause passed tests 1 to 6."""
        return self.failed is None or self.failed > ENGAGED

    @property
    def owed(self) -> bool:
        """Whether the clause passed every test."""
        return self.failed is None

    @property
    def rung(self) -> Rung:
        """The rung of the clause."""
        return level(self.obligation).floor

    @property
    def ceiling(self) -> Rung:
        """The highest rung that the clause allows or invites, after this party's declarations."""
        return level(self.obligation).ceiling

    def reasons(self) -> tuple[Reason, ...]:
        """Return why: for a failed clause the first failed test's codes, else what was met."""
        if self.failed is not None:
            missed = [
                r for c in self.checks if c.test == self.failed and not c.met for r in c.reasons
            ]
            return tuple(
                dict.fromkeys(sorted(missed, key=lambda r: r != "nuclear_condition_unmet"))
            )
        return tuple(dict.fromkeys(r for check in self.checks for r in check.reasons))


def casus(obligation: Obligation, situation: Situation) -> Casus:
    """Test one clause; every test is made, so that a trace can show them all."""
    return Casus(
        obligation=obligation,
        situation=situation,
        checks=tuple(_checks(obligation, situation)),
        binding=binds(obligation, situation),
    )


def owed(obligation: Obligation, situation: Situation) -> bool:
    """Say whether a clause passes every test; stops at the first that it fails."""
    return all(check.met for check in _checks(obligation, situation))


def binds(obligation: Obligation, situation: Situation) -> bool:
    """Say whether the clause is law for this debtor, rather than a political promise."""
    agreement = situation.agreement
    if not obliges(obligation):
        return False
    if agreement.legal_force == "binding":
        return True
    clause = agreement.conditions.binding
    return clause is not None and holds(clause.when, situation)


def conjuncts(condition: Condition) -> Iterator[Condition]:
    """Yield the parts that must all hold."""
    if isinstance(condition, All):
        for part in condition.parts:
            yield from conjuncts(part)
    else:
        yield condition


def test_number(condition: Condition, rung: Rung) -> int:
    """Return the test that a condition belongs to: the last that one of its fields belongs to.

    A request that a clause of consultation needs is part of the act (test 4).
    """
    numbers = [FIELDS[test.field][1] for test in tests(condition)]
    number = max(numbers, default=4)
    return 4 if number == 7 and rung in TALK else number


def _checks(obligation: Obligation, situation: Situation) -> Iterator[Check]:
    agreement = situation.agreement
    rung = level(obligation).floor
    yield bound_check(situation)
    if agreement.conditions.activation:
        clause = agreement.conditions.activation
        yield _activation(clause.when, situation, clause.cite)
    if obligation.active_when != ALWAYS:
        yield _activation(obligation.active_when, situation, obligation.cite)
    yield place_check(obligation, situation)
    trigger = agreement.trigger(obligation.trigger)
    for part in conjuncts(trigger.when):
        yield _condition(part, situation, rung, trigger.cite)
    yield from _actor(obligation, situation, trigger.when)
    yield from setting_aside_checks(obligation, situation)
    yield determination_check(obligation, situation)
    yield waiver_check(situation)
    if rung == "act_discretion":
        yield Check(test=LAST, met=True, reasons=("own_judgement",), cite=obligation.cite)


def bound_check(situation: Situation) -> Check:
    """Test 1 and 2: whether both are parties and the instrument is in force between them."""
    found = between(situation.agreement, situation.debtor, situation.creditor, situation.at)
    reasons = () if found.reason is None else (found.reason,)
    return Check(test=found.test or 2, met=found.bound, reasons=reasons, cite=found.cite)


def _activation(when: Condition, situation: Situation, cite: str) -> Check:
    met = holds(when, situation)
    reason: Reason = "future_attack_clause" if met else "activation_condition_unmet"
    return Check(test=2, met=met, reasons=(reason,), condition=when, cite=cite)


def place_check(obligation: Obligation, situation: Situation) -> Check:
    """Test 3: whether the scope covers the place and the object."""
    agreement = situation.agreement
    if obligation.within == "anywhere":
        return Check(test=3, met=True)
    lists = agreement.scope.territory
    words = {entry.id for entry in (*lists.include, *lists.exclude)}
    bound = situation.members if words & {"party", *agreement.roles} else ()
    owners = Owners(
        creditor=situation.creditor,
        members=frozenset(bound),
        by_role={
            role: _of_role(agreement, bound, role) for role in agreement.roles if role in words
        },
    )
    found = coverage(agreement.scope, situation.event, situation.place, owners, situation.at)
    return Check(test=3, met=found.covered, reasons=found.reasons, cite=found.cite)


def _of_role(agreement: Agreement, bound: tuple[str, ...], role: str) -> frozenset[str]:
    return frozenset(who for who in bound if agreement.means(who, (role,)))


def _condition(condition: Condition, situation: Situation, rung: Rung, cite: str) -> Check:
    met = holds(condition, situation)
    found = (
        met_elements(condition, situation, rung) if met else missed_elements(condition, situation)
    )
    number = test_number(condition, rung)
    return Check(
        test=number, met=met, reasons=tuple(dict.fromkeys(found)), condition=condition, cite=cite
    )


def _actor(obligation: Obligation, situation: Situation, when: Condition) -> Iterator[Check]:
    """Say that a debtor owes no help against itself, and whether the text asks who began."""
    if situation.debtor in situation.event.doers:
        yield Check(test=5, met=False, reasons=("attacker_is_party",), cite=obligation.cite)
    elif any(means_actor("party", doer, situation) for doer in situation.event.doers):
        # whether an attack by a fellow party counts is left open by most texts; it is said
        yield Check(test=5, met=True, reasons=("attacker_is_party",))
    asked = {test.field for test in tests(when)}
    if "provoked" not in asked and level(obligation).floor not in TALK:
        yield Check(test=5, met=True, reasons=("no_provocation_condition",))


def setting_aside_checks(obligation: Obligation, situation: Situation) -> Iterator[Check]:
    """Test 6: conditions, exemptions, carve-outs, and guarantees that bind only together."""
    conditions = situation.agreement.conditions
    if conditions.exemption:
        clause = conditions.exemption
        yield _set_aside(clause.when, situation, "exemption_clause", clause.cite)
    if obligation.unless is not None:
        reason = _excuse(obligation.unless)
        yield _set_aside(obligation.unless, situation, reason, obligation.cite)
    if conditions.third_party_performance:
        clause = conditions.third_party_performance
        yield _required(clause, situation, "third_party_condition_unmet")
    if conditions.cross_instrument:
        yield _required(conditions.cross_instrument, situation, "exemption_clause")
    yield from _carve_outs(obligation, situation)
    yield from _together(situation)


def _set_aside(when: Condition, situation: Situation, reason: Reason, cite: str) -> Check:
    """Say that a condition which sets the duty aside does not hold."""
    applies = holds(when, situation)
    reasons = (reason,) if applies else ()
    return Check(test=6, met=not applies, reasons=reasons, condition=Not(when), cite=cite)


def _required(clause: Clause, situation: Situation, reason: Reason) -> Check:
    """Say that a condition which the whole instrument makes holds."""
    met = holds(clause.when, situation)
    reasons = () if met else (reason,)
    return Check(test=6, met=met, reasons=reasons, condition=clause.when, cite=clause.cite)


def _carve_outs(obligation: Obligation, situation: Situation) -> Iterator[Check]:
    party = situation.agreement.party(situation.debtor)
    for reservation in party.reservations if party else ():
        if obligation.id not in reservation.obligations or not holds(reservation.when, situation):
            continue
        if reservation.until is not None and situation.at > reservation.until:
            continue
        kept = reservation.effect == "no_ceiling"
        yield Check(
            test=6,
            met=kept,
            reasons=("party_carveout",),
            condition=reservation.when,
            cite=reservation.cite,
            note=reservation.text,
        )


def _excuse(condition: Condition) -> Reason:
    fields = {test.field for test in tests(condition)}
    return "unsc_measures" if "unsc" in fields else "exemption_clause"


def _together(situation: Situation) -> Iterator[Check]:
    """Say that guarantors who are bound only all together all are, and none is the attacker."""
    agreement = situation.agreement
    party = agreement.party(situation.debtor)
    if party is None or agreement.roles[party.role].collective_or_several != "collective":
        return
    everyone = {other.id for other in agreement.parties if other.role == party.role}
    met = everyone <= set(situation.members) and not everyone & set(situation.event.doers)
    reasons: tuple[Reason, ...] = () if met else ("collective_guarantee",)
    yield Check(test=6, met=met, reasons=reasons, cite=agreement.roles[party.role].cite)


def determination_check(obligation: Obligation, situation: Situation) -> Check:
    """Test 8: whether the determination has been made that the clause needs."""
    rule = situation.agreement.determined_by(obligation.trigger)
    if not obligation.requires_determination or rule is None:
        found = values("finding", situation) & DECIDED
        return Check(test=8, met=True, reasons=("organ_decision",) if found else ())
    state, reason = determined(rule, situation)
    return Check(test=8, met=state == "established", reasons=(reason,), cite=rule.cite, note=state)


def waiver_check(situation: Situation) -> Check:
    """Test 9: whether the beneficiary has not released the debtor."""
    waived = any(
        w.by == situation.creditor and w.to == situation.debtor for w in situation.facts.waivers
    )
    return Check(test=LAST, met=not waived, reasons=("waived_by_beneficiary",) if waived else ())
