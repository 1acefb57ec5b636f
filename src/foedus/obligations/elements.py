"""The elements of a condition that were met or missed, as reason codes of the case format."""

from __future__ import annotations

from collections.abc import Iterator

from foedus.agreement.condition import All, AnyOf, Condition, Is, Not, tests
from foedus.agreement.vocabulary import ATTACKS, Reason, Rung, rank
from foedus.obligations.situation import Situation, holds, means_actor, values

NUCLEAR = frozenset({"nuclear", "nuclear_threat"})


def met_elements(condition: Condition, situation: Situation, rung: Rung) -> Iterator[Reason]:
    """Yield the elements that a condition which holds was met by."""
    match condition:
        case All(parts):
            for part in parts:
                yield from met_elements(part, situation, rung)
        case AnyOf(parts):
            for part in parts:
                if holds(part, situation):
                    yield from met_elements(part, situation, rung)
        case Is(field, wanted):
            yield from _met_test(field, wanted, situation, rung)
        case Not():
            pass


def _met_test(
    field: str, wanted: tuple[str, ...], situation: Situation, rung: Rung
) -> Iterator[Reason]:
    match field:
        case "kind":
            yield from _met_act(values("kind", situation) & set(wanted), frozenset(wanted), rung)
        case "weapons" if set(wanted) <= NUCLEAR:
            yield "nuclear_condition_met"
        case "by" if any(len(word) == 3 and word.isupper() for word in wanted):
            yield "named_adversary"
        case _ if field in _MET:
            yield _MET[field]
        case _:
            pass


def _met_act(acts: frozenset[str], wanted: frozenset[str], rung: Rung) -> Iterator[Reason]:
    if wanted <= NUCLEAR:
        yield "nuclear_condition_met"
    elif rank(rung) <= rank("refer_unsc") or not acts & ATTACKS:
        yield "threat_clause"
    if acts & ATTACKS:
        yield "armed_attack"


_MET: dict[str, Reason] = {
    "interest_affected": "threat_clause",
    "request": "request_made",
    "party_request": "request_made",
    "agreed": "threat_clause",
    "finding": "organ_decision",
}

_MISSED: dict[str, Reason] = {
    "origin": "internal_conflict",
    "attribution": "attribution_uncertain",
    "intended": "attribution_uncertain",
    "against": "beneficiary_is_attacker",
    "provoked": "beneficiary_is_attacker",
    "by": "adversary_not_covered",
    "joined_by": "adversary_not_covered",
    "attackers": "adversary_not_covered",
    "region": "out_of_territorial_scope",
    "place_type": "out_of_territorial_scope",
    "zone": "out_of_territorial_scope",
    "object": "object_not_covered",
    "ideology": "party_carveout",
    "unsc": "unsc_measures",
    "cross_instrument": "exemption_clause",
    "performed_by": "third_party_condition_unmet",
    "exemption_invoked": "exemption_clause",
    "request": "no_request",
    "party_request": "no_request",
    "request_article": "no_request",
    "agreed": "determination_missing",
    "finding": "determination_missing",
    "organ": "determination_missing",
    "ceasefire": "activation_condition_unmet",
    "hostilities": "activation_condition_unmet",
}


def missed_elements(condition: Condition, situation: Situation) -> Iterator[Reason]:
    """Yield the elements that a condition which fails was missed by."""
    match condition:
        case All(parts):
            yield from _missed_parts(parts, situation)
        case AnyOf(parts):
            if _nuclear(condition):
                yield "nuclear_condition_unmet"
            yield from _missed_parts(parts, situation)
        case Is(field, wanted) if field in {"kind", "weapons"} and set(wanted) <= NUCLEAR:
            yield "nuclear_condition_unmet"
        case Is(field):
            yield _MISSED.get(field, "threshold_not_met")
        case Not(part):
            for test in tests(part):
                yield _excluded(test, situation)


def _missed_parts(parts: tuple[Condition, ...], situation: Situation) -> Iterator[Reason]:
    for part in parts:
        if not holds(part, situation):
            yield from missed_elements(part, situation)


def _excluded(test: Is, situation: Situation) -> Reason:
    """Return the element that a test stands for which must not hold, and does."""
    doer = next(iter(situation.event.by), "")
    if test.field == "by" and means_actor("party", doer, situation):
        return "attacker_is_party"
    return _MISSED.get(test.field, "threshold_not_met")


def _nuclear(condition: Condition) -> bool:
    """Say whether a condition turns on nuclear weapons."""
    return any(
        test.field in {"kind", "weapons"} and set(test.values) <= NUCLEAR
        for test in tests(condition)
    )
