"""Who owes what: one answer per debtor, from every clause of the instruments that apply.

The answer is formed as section 4 of the case format says. Text and conduct are kept apart: an
answer says what was owed, never what was done. The rung of a binding clause is the *floor*; the
rung of a promise that is not law is the *political floor*.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from foedus.agreement.facts import Event, Facts
from foedus.agreement.force import assume, members, standing
from foedus.agreement.model import Agreement, NegativeDuty
from foedus.agreement.vocabulary import NegativeContent, Reason, Rung, Status, rank
from foedus.obligations.casus import Casus, casus
from foedus.obligations.refrain import Refraining, refraining
from foedus.obligations.situation import Situation

MOST_REASONS = 3  # section 4 of the case format


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What one debtor owes under one instrument, or under several read together.

    ``decisive`` is the clause that the status rests on; ``clauses`` are all that were tested,
    the highest first. ``agreement`` is the instrument of the decisive clause, with what the facts
    assume of it; None where no instrument was asked about.
    """

    who: str
    instruments: tuple[str, ...]
    at: date
    floor: Rung
    status: Status
    reasons: tuple[Reason, ...]
    ceiling: Rung = "none"
    political_floor: Rung = "none"
    owed: tuple[Casus, ...] = ()
    decisive: Casus | None = None
    clauses: tuple[Casus, ...] = ()
    running: tuple[NegativeContent, ...] = ()
    breached: tuple[NegativeContent, ...] = ()
    broken_duties: tuple[NegativeDuty, ...] = ()
    deadline: str = ""
    permits: tuple[str, ...] = ()
    cite: str = ""
    reading: str = "suite"
    agreement: Agreement | None = None

    @property
    def promised(self) -> Rung:
        """The highest rung that is promised, by law or politically."""
        return max(self.floor, self.political_floor, key=rank)


def beneficiaries(facts: Facts) -> tuple[str, ...]:
    """Return whose claim is asked about: those named, else the victims of the latest event."""
    if facts.beneficiary:
        return facts.beneficiary
    return facts.events[-1].against if facts.events else ()


def assess(agreement: Agreement, facts: Facts, who: str, at: date) -> Answer:
    """Return what ``who`` owes under one agreement on a day, with every clause tested.

    Parameters
    ----------
    agreement : Agreement
    facts : Facts
        Facts dated after ``at`` are ignored.
    who : str
        The debtor: a state's code or ``org:NAME``.
    at : date
        The law and the facts are taken as of the end of this day.
    """
    known = facts.as_of(at)
    assumed = assume(agreement, known)
    clauses = _tested(assumed, known, who, at)
    refrain = refraining(assumed, known, who, at, beneficiaries(known))
    if refrain.broken:
        return _breach(assumed, who, at, refrain, clauses=clauses, facts=known)
    answer = _positive(assumed, known, who, at, clauses)
    extra: tuple[Reason, ...] = ("refrain_duty_running",) if refrain.running and not clauses else ()
    reasons = tuple(dict.fromkeys((*answer.reasons, *extra)))[:MOST_REASONS]
    return _with(
        answer,
        running=_contents(refrain.running),
        reasons=reasons,
        permits=_permits(assumed, known, who, at),
    )


def assess_together(agreements: Iterable[Agreement], facts: Facts, who: str, at: date) -> Answer:
    """Return what ``who`` owes under several instruments read together: the highest floor."""
    answers = [assess(agreement, facts, who, at) for agreement in agreements]
    if not answers:
        return Answer(
            who=who,
            instruments=(),
            at=at,
            floor="none",
            status="not_bound",
            reasons=("no_instrument",),
            cite="-",
        )
    best = max(answers, key=_weight)
    return _with(best, instruments=tuple(name for answer in answers for name in answer.instruments))


_WEIGHT: dict[Status, int] = {
    "negative_duty_breach": 9, "triggered": 8, "activated": 8, "political_only": 7,
    "determination_vetoed": 6, "determination_pending": 6, "latent": 5, "waived": 4,
    "not_triggered": 3, "suspended": 2, "not_in_force": 1, "not_bound": 0, "contested": 0,
}  # fmt: skip


def _weight(answer: Answer) -> tuple[int, int, int]:
    return (answer.status == "negative_duty_breach", rank(answer.floor), _WEIGHT[answer.status])


def _with(answer: Answer, **changes: object) -> Answer:
    return dataclasses.replace(answer, **changes)  # type: ignore[arg-type]


def _tested(agreement: Agreement, facts: Facts, who: str, at: date) -> tuple[Casus, ...]:
    """Test every clause against every event and beneficiary; keep the furthest of each clause."""
    found: list[Casus] = []
    creditors = beneficiaries(facts)
    bound = members(agreement, at)
    for obligation in agreement.obligations:
        if not agreement.means(who, obligation.debtor):
            continue
        tried = [
            casus(
                obligation,
                Situation(
                    agreement=agreement,
                    facts=facts,
                    at=at,
                    event=event,
                    debtor=who,
                    creditor=creditor,
                    bound=bound,
                ),
            )
            for creditor in creditors
            if creditor != who
            for event in _events_of(facts, creditor)
        ]
        entitled = [one for one in tried if _entitled(one)]
        if entitled:
            found.append(max(entitled, key=lambda one: one.failed or 10))
    return tuple(sorted(found, key=lambda one: (-rank(one.rung), -(one.failed or 10))))


def _events_of(facts: Facts, creditor: str) -> tuple[Event, ...]:
    """Return the events that a creditor's claim may rest on, the latest last."""
    touching = tuple(e for e in facts.events if creditor in e.against or creditor in e.by)
    return touching or facts.events[-1:]


def _entitled(one: Casus) -> bool:
    """Say whether the creditor is one that the clause protects, or no party at all.

    A creditor that is no party fails test 1; a party of another role is not owed this clause.
    """
    agreement, creditor = one.situation.agreement, one.situation.creditor
    party = agreement.party(creditor)
    return party is None or agreement.means(creditor, one.obligation.creditor)


def _positive(
    agreement: Agreement, facts: Facts, who: str, at: date, clauses: tuple[Casus, ...]
) -> Answer:
    promising = tuple(c for c in clauses if c.rung != "none")
    engaged = [c for c in promising if c.engaged]
    if not promising:
        return _nothing(agreement, facts, who, at, clauses)
    owed = tuple(c for c in engaged if c.owed)
    floor: Rung = max((c.rung for c in owed if c.binding), key=rank, default="none")
    political: Rung = max((c.rung for c in owed), key=rank, default="none")
    decisive = max(engaged, key=lambda c: (rank(c.rung), c.owed)) if engaged else promising[0]
    status = _status(agreement, decisive)
    if agreement.legal_force == "domestic":
        floor = "none"
    return Answer(
        who=who,
        instruments=(agreement.id,),
        agreement=agreement,
        at=at,
        floor=floor,
        status=status,
        reasons=_reasons(agreement, promising, decisive, status),
        ceiling=_ceiling(decisive) if decisive.engaged else "none",
        political_floor="none"
        if floor == political and agreement.legal_force == "binding"
        else political,
        owed=owed,
        decisive=decisive,
        clauses=clauses,
        deadline=_deadline(owed, decisive),
        cite=decisive.obligation.cite,
        reading=agreement.reading,
    )


def _deadline(owed: tuple[Casus, ...], decisive: Casus) -> str:
    for one in (decisive, *owed):
        if one.obligation.deadline:
            return one.obligation.deadline
    return ""


def _ceiling(one: Casus) -> Rung:
    """Return the ceiling of a clause; a party's declaration may leave it at the floor."""
    lowered = any(c.reasons == ("party_carveout",) and c.met for c in one.checks)
    return one.rung if lowered else one.ceiling


def _status(agreement: Agreement, one: Casus) -> Status:
    if agreement.legal_force == "domestic":
        return "not_bound" if one.failed != 2 else "not_in_force"
    if one.failed is None:
        return "triggered" if one.binding else "political_only"
    reasons = one.reasons()
    match one.failed:
        case 1:
            return "not_bound"
        case 2:
            return "suspended" if "suspended_inter_partes" in reasons else "not_in_force"
        case 7:
            return "latent"
        case 8:
            return "determination_vetoed" if "veto" in reasons else "determination_pending"
        case 9:
            return "waived"
        case _:
            return "not_triggered"


_TELLING: tuple[Reason, ...] = (
    "attacker_is_party", "future_attack_clause", "nuclear_condition_met", "organ_decision",
    "request_made", "administered_territory", "object_covered", "party_carveout", "threat_clause",
    "armed_attack", "named_adversary", "own_judgement", "in_scope", "no_provocation_condition",
)  # fmt: skip


def _reasons(
    agreement: Agreement, clauses: tuple[Casus, ...], decisive: Casus, status: Status
) -> tuple[Reason, ...]:
    """Return at most three reasons, beginning with the highest clause."""
    found: list[Reason] = []
    if agreement.legal_force == "domestic":
        found.append("domestic_law_only")
    if status == "political_only":
        found.append("political_commitment")
    higher = [one for one in clauses if rank(one.rung) > rank(decisive.rung)]
    found += [reason for one in higher for reason in one.reasons()[:1]]
    own = decisive.reasons()
    found += [r for r in _TELLING if r in own] if decisive.owed else own
    if status == "latent" and not decisive.binding:
        found.append("political_commitment")
    if not decisive.engaged:
        found += [reason for lower in clauses for reason in lower.reasons()[:1]]
    return tuple(dict.fromkeys(found))[:MOST_REASONS]


def _nothing(
    agreement: Agreement, facts: Facts, who: str, at: date, clauses: tuple[Casus, ...]
) -> Answer:
    """Answer where no clause of the instrument promises this creditor anything from ``who``."""
    own = standing(agreement, who, at)
    reasons: tuple[Reason, ...]
    status: Status = "not_bound"
    refrains = any(agreement.means(who, duty.debtor) for duty in agreement.negative_duties)
    if own.test == 1:
        reasons = ("debtor_not_party",)
    elif not own.bound and (refrains or not agreement.obligations):
        status, reasons = "not_in_force", (own.reason or "not_yet_in_force",)
    else:
        outsiders = [c for c in beneficiaries(facts) if agreement.party(c) is None]
        reasons = (
            ("target_not_party",) if outsiders and agreement.obligations else ("no_defence_clause",)
        )
    if agreement.legal_force == "political":
        reasons = (*reasons, "political_commitment")
    if agreement.legal_force == "domestic":
        reasons = ("domestic_law_only", *reasons)
    return Answer(
        who=who,
        instruments=(agreement.id,),
        agreement=agreement,
        at=at,
        floor="none",
        status=status,
        reasons=reasons[:MOST_REASONS],
        clauses=clauses,
        cite="-",
        reading=agreement.reading,
    )


def _contents(duties: tuple[NegativeDuty, ...]) -> tuple[NegativeContent, ...]:
    return tuple(dict.fromkeys(content for duty in duties for content in duty.content))


def _breach(
    agreement: Agreement,
    who: str,
    at: date,
    found: Refraining,
    *,
    clauses: tuple[Casus, ...],
    facts: Facts,
) -> Answer:
    reasons: list[Reason] = ["purpose_limit_exceeded"] if found.exceeded else []
    reasons.append("refrain_duty_running")
    if any(agreement.party(victim) for event in facts.events for victim in event.against):
        reasons.append("attacker_is_party")
    return Answer(
        who=who,
        instruments=(agreement.id,),
        agreement=agreement,
        at=at,
        floor="none",
        status="negative_duty_breach",
        reasons=tuple(reasons)[:MOST_REASONS],
        clauses=clauses,
        running=_contents(found.running),
        breached=_contents(found.broken),
        broken_duties=found.broken,
        cite="; ".join(dict.fromkeys(duty.cite for duty in found.broken)),
        reading=agreement.reading,
    )


def _permits(agreement: Agreement, facts: Facts, who: str, at: date) -> tuple[str, ...]:
    if not facts.events or not standing(agreement, who, at).bound:
        return ()
    return tuple(
        permission.act
        for permission in agreement.permissions
        if agreement.means(who, permission.holder) and who not in facts.events[-1].doers
    )
