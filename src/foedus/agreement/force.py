"""The state of the treaty for a party on a day: signature, ratification, entry into force, end.

A party's dated history is read as of the end of the day. ``in_force``, provisional application
and a notice that is still running all bind; after the notice has run, or after the instrument's
last day, the duties have ended (Vienna Convention on the Law of Treaties, 11-25, 54-60).
"""

from __future__ import annotations

import dataclasses
from dataclasses import dataclass
from datetime import date, timedelta

from foedus.agreement.duration import after
from foedus.agreement.facts import Facts
from foedus.agreement.model import (
    Agreement,
    Party,
    PartyState,
    Role,
    Scope,
    Term,
    Territory,
    TerritoryLists,
)
from foedus.agreement.vocabulary import PartyStateName, Reason


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """Whether a party is bound on a day; if not, the test that fails (1 or 2) and why."""

    bound: bool
    state: PartyStateName | None
    test: int = 0
    reason: Reason | None = None
    since: date | None = None
    cite: str = ""


def entry_on(party: Party, at: date) -> PartyState | None:
    """Return the entry of a party's history that holds on a day, or None before the first."""
    holding = [entry for entry in party.history if entry.from_ <= at]
    # of two entries of one day the later in the file holds
    return max(reversed(holding), key=lambda entry: entry.from_) if holding else None


def standing(agreement: Agreement, who: str, at: date) -> Standing:
    """Return where one party stands on a day, suspensions between pairs left aside."""
    party = agreement.party(who)
    if party is None:
        return Standing(bound=False, state=None, test=1, reason="debtor_not_party")
    if not agreement.concluded:
        return Standing(bound=False, state="not_signed", test=2, reason="never_concluded")
    if at < agreement.signed and not any(entry.from_ <= at for entry in party.history):
        return Standing(bound=False, state="not_signed", test=2, reason="not_yet_in_force")
    entry = entry_on(party, at)
    if entry is None or entry.state == "not_signed":
        return Standing(bound=False, state="not_signed", test=1, reason="debtor_not_party")
    found = _by_entry(agreement, entry, at)
    last = last_day(agreement)
    if found.bound and last is not None and at > last:
        return dataclasses.replace(
            found, bound=False, test=2, reason="terminated", cite=agreement.term.cite
        )
    return found


def _by_entry(agreement: Agreement, entry: PartyState, at: date) -> Standing:
    made = {"state": entry.state, "since": entry.from_, "cite": entry.cite}
    ended = entry.to is not None and at > entry.to
    match entry.state:
        case "signed_not_ratified" | "ratified":
            return Standing(bound=False, test=2, reason="not_yet_in_force", **made)  # type: ignore[arg-type]
        case "notice_given":
            notice = agreement.term.notice
            ended = ended or notice is None or at > after(entry.from_, notice)
        case "withdrawn":
            ended = True
        case "suspended":
            if not entry.with_ and not ended:
                return Standing(bound=False, test=2, reason="suspended_inter_partes", **made)  # type: ignore[arg-type]
            ended = False
        case _:
            pass
    if not ended:
        return Standing(bound=True, **made)  # type: ignore[arg-type]
    if _goes_on_without_a_member(agreement):
        return Standing(bound=False, test=1, reason="debtor_not_party", **made)  # type: ignore[arg-type]
    return Standing(bound=False, test=2, reason="terminated", **made)  # type: ignore[arg-type]


def _goes_on_without_a_member(agreement: Agreement) -> bool:
    """Say whether the instrument outlives one party's leaving: it has more than two."""
    return len(agreement.parties) > 2


def last_day(agreement: Agreement) -> date | None:
    """Return the last day of the instrument: as recorded, or by its length without renewal."""
    term = agreement.term
    if term.ended is not None:
        return term.ended
    if term.length is None or term.renewal:
        return None
    starts = [
        entry.from_
        for party in agreement.parties
        for entry in party.history
        if entry.state == "in_force"
    ]
    return after(min(starts), term.length) if starts else None


def between(agreement: Agreement, debtor: str, creditor: str, at: date) -> Standing:
    """Return whether the instrument binds a debtor towards a creditor on a day."""
    of_debtor, of_creditor = standing(agreement, debtor, at), standing(agreement, creditor, at)
    if of_debtor.test == 1:
        return of_debtor
    if of_creditor.test == 1:
        return dataclasses.replace(of_creditor, reason="target_not_party")
    for found in (of_debtor, of_creditor):
        if not found.bound:
            return found
    for one, other in ((debtor, creditor), (creditor, debtor)):
        party = agreement.party(one)
        entry = entry_on(party, at) if party else None
        if (
            entry
            and entry.state == "suspended"
            and other in entry.with_
            and (entry.to is None or at <= entry.to)
        ):
            return Standing(
                bound=False,
                state="suspended",
                test=2,
                reason="suspended_inter_partes",
                since=entry.from_,
                cite=entry.cite,
            )
    return of_debtor


def members(agreement: Agreement, at: date, words: tuple[str, ...] = ("party",)) -> tuple[str, ...]:
    """Return the parties meant by ``words`` that are bound on a day, in the file's order."""
    return tuple(
        party.id
        for party in agreement.parties
        if agreement.means(party.id, words) and standing(agreement, party.id, at).bound
    )


def assume(agreement: Agreement, facts: Facts) -> Agreement:
    """Return the agreement with what the facts assume of it: states of parties, exclusions."""
    states = [s for s in facts.instrument_state if s.instrument == agreement.id]
    zones = [
        z for t in facts.instrument_terms if t.instrument == agreement.id for z in t.exclude_zones
    ]
    parties = list(agreement.parties)
    concluded, roles = agreement.concluded, agreement.roles
    for assumed in sorted(states, key=lambda s: s.from_):
        new = PartyState(state=assumed.state, from_=assumed.from_, cite="assumed")
        named = {party.id for party in parties}
        if assumed.party != "all" and assumed.party not in named:
            parties.append(Party(id=assumed.party, role=_joining_role(roles), history=(new,)))
            continue
        parties = [
            dataclasses.replace(p, history=(*(e for e in p.history if e.from_ < new.from_), new))
            if assumed.party in {"all", p.id}
            else p
            for p in parties
        ]
        concluded = concluded or assumed.state != "not_signed"
    scope = agreement.scope
    if zones:
        lists = scope.territory
        extra = tuple(Territory(id=zone, cite="assumed") for zone in zones)
        scope = Scope(
            territory=TerritoryLists(include=lists.include, exclude=(*lists.exclude, *extra)),
            objects=scope.objects,
            note=scope.note,
        )
    return dataclasses.replace(
        agreement,
        parties=tuple(parties),
        concluded=concluded,
        scope=scope,
        term=_sunset(agreement.term, facts),
    )


def _sunset(term: Term, facts: Facts) -> Term:
    """Return the term, ended if the facts say that its sunset event has happened."""
    for state in facts.instrument_state:
        sunset = term.sunset
        joined = sunset is not None and state.instrument == sunset.joins
        if sunset and joined and state.state == "in_force" and state.party in {"all", sunset.party}:
            return dataclasses.replace(term, ended=state.from_ - timedelta(days=1))
    return term


def _joining_role(roles: dict[str, Role]) -> str:
    """Return the role of a state that is assumed to join: the reciprocal one, or the first."""
    return next((name for name, role in roles.items() if role.reciprocal), next(iter(roles)))
