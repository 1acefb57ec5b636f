"""Who is bound: the parties that a claim names, beside the list of parties and their history."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from foedus.agreement.force import standing
from foedus.claims.clause import cite
from foedus.claims.finding import Finding, Outcome, capital, truth, worst
from foedus.claims.party import members_of, name_of

if TYPE_CHECKING:
    from datetime import date

    from foedus.agreement.model import Agreement, Party, Reading
    from foedus.claims.claim import Claim
    from foedus.claims.setting import Setting


MOST = 4  # parties whose reasons are given in one sentence


def find(claim: Claim, agreement: Agreement, setting: Setting) -> Finding:
    """Judge who is said to be bound, party by party; the worst part counts."""
    at = claim.said.end or setting.at
    at = max(at, agreement.signed)
    codes = tuple(code for code in claim.parties)
    only_beneficiary = set(codes) <= {agreement.beneficiary}
    meant = [code for code in codes if only_beneficiary or code != agreement.beneficiary]
    found = [_one(code, claim, agreement, at) for code in meant or codes]
    least = worst(found)
    whys = dict.fromkeys(one.why for one in found if one.outcome == least.outcome)
    return replace(least, why=" ".join(list(whys)[:MOST]))


def complete(agreement: Agreement) -> bool:
    """Say whether the list of those who promise is known in full."""
    return all(role.complete for role in agreement.roles.values())


def left_open(agreement: Agreement, code: str) -> Reading | None:
    """Return a reading of the instrument that leaves a party's part open, or None.

    It is one that names the party and overrides nothing.
    """
    name = name_of(code).removeprefix("the ")
    return next(
        (
            r
            for r in agreement.readings
            if r.of == "instrument" and name in r.says and "open" in r.says
        ),
        None,
    )


def _one(code: str, claim: Claim, agreement: Agreement, at: date) -> Finding:
    if code == "group:members":
        return _everybody(claim, agreement)
    group = members_of(code)
    if group is not None:
        some = [p for p in agreement.parties if p.id in group]
        return _everybody(claim, agreement) if some else _absent(code, claim, agreement)
    party = agreement.party(code)
    if party is None:
        return _absent(code, claim, agreement)
    return _present(code, party, claim, agreement, at)


def _everybody(claim: Claim, agreement: Agreement) -> Finding:
    name = capital(agreement.name)
    if not agreement.concluded and claim.modality == "asserted" and claim.affirmed:
        return Finding(
            outcome="contradicted",
            why=f"{name} was never concluded; nobody is bound.",
            clauses=(cite(agreement, agreement.term.cite, field="term"),),
        )
    role = next(iter(agreement.roles.values()))
    outcome = truth(claim.affirmed)
    return Finding(
        outcome=outcome,
        why=f"{name} is a promise of such states.",
        clauses=(cite(agreement, role.cite, field="parties"),),
    )


def _absent(code: str, claim: Claim, agreement: Agreement) -> Finding:
    """Judge a party that is not in the list."""
    who, name = capital(name_of(code)), agreement.name
    where = (cite(agreement, next(iter(agreement.roles.values())).cite, field="parties"),)
    if not complete(agreement):
        reading = left_open(agreement, code)
        says = f" {reading.says}" if reading else " The list is known in part only."
        force = (
            " What the text promises is political." if agreement.legal_force == "political" else ""
        )
        return Finding(
            outcome="goes_beyond",
            why=f"{who} is not in the list of {name}; the reading leaves it open.{says}{force}",
            clauses=where,
        )
    if claim.affirmed:
        return Finding(
            outcome="contradicted",
            why=f"{who} is no party to {name}, and the list is complete.",
            clauses=where,
        )
    return Finding(outcome="supported", why=f"{who} is no party to {name}.", clauses=where)


def _present(code: str, party: Party, claim: Claim, agreement: Agreement, at: date) -> Finding:
    who, name = capital(name_of(code)), agreement.name
    found = standing(agreement, code, at)
    where = (cite(agreement, found.cite or party.history[-1].cite, field="parties"),)
    if not agreement.concluded:
        return _in_draft(who, claim, agreement)
    if found.bound:
        how = "promises politically" if agreement.legal_force == "political" else "is bound"
        since = f" since {found.since.isoformat()}" if found.since else ""
        outcome = truth(claim.affirmed)
        return Finding(outcome=outcome, why=f"{who} {how} under {name}{since}.", clauses=where)
    if found.state in {"signed_not_ratified", "ratified"}:
        why = f"{who} has signed {name} but is not bound yet."
        early: Outcome = "goes_beyond" if claim.affirmed else "supported"
        return Finding(outcome=early, why=why, clauses=where)
    outcome = truth(not claim.affirmed)
    state = "has left" if found.state == "withdrawn" else "is not bound by"
    return Finding(outcome=outcome, why=f"{who} {state} {name} ({at.isoformat()}).", clauses=where)


def _in_draft(who: str, claim: Claim, agreement: Agreement) -> Finding:
    where = (cite(agreement, agreement.term.cite, field="parties"),)
    if claim.modality != "asserted":
        outcome = truth(claim.affirmed)
        return Finding(
            outcome=outcome, why=f"The draft names {who}; it was never concluded.", clauses=where
        )
    outcome = truth(not claim.affirmed)
    return Finding(
        outcome=outcome,
        why=f"{capital(agreement.name)} was never signed; {who} is bound by nothing in it.",
        clauses=where,
    )
