"""When a promise starts, and whether it must be ratified."""

from __future__ import annotations

from typing import TYPE_CHECKING

from foedus.agreement.force import standing
from foedus.claims.clause import (
    at_article,
    binding_by_ratification,
    cite,
    start_article,
    start_fields,
    waits_for,
)
from foedus.claims.finding import Finding, capital, truth

if TYPE_CHECKING:
    from foedus.agreement.model import Agreement
    from foedus.claims.claim import Claim
    from foedus.claims.setting import Setting

_NAMED = {
    "ceasefire": "a ceasefire",
    "hostilities": "the end of the war",
    "ratification": "ratification",
    "signature": "signature",
}


def starts(claim: Claim, agreement: Agreement, setting: Setting) -> Finding:
    """Judge when an instrument is said to take effect."""
    article, field = start_article(agreement)
    where = (cite(agreement, article, field=field),)
    name = capital(agreement.name)
    if not agreement.concluded:
        outcome = truth(not (claim.affirmed and claim.modality == "asserted"))
        if claim.affirmed and claim.modality != "asserted":
            outcome = "text_silent"
        return Finding(
            outcome=outcome,
            why=f"{name} was never concluded and never took effect.",
            clauses=(cite(agreement, agreement.term.cite, field="term.entry_into_force"),),
        )
    if not claim.affirmed and not claim.starts:
        return _in_force(claim, agreement, setting)
    if claim.year is not None and not set(claim.starts) & {"ceasefire", "hostilities"}:
        return _year(claim, agreement)
    known = _conditions(agreement)
    if "now" in claim.starts:
        return _now(claim, agreement, setting)
    asked = [one for one in claim.starts if one != "now"]
    right = [one for one in asked if one in known]
    if right:
        outcome = truth(claim.affirmed)
        return Finding(
            outcome=outcome,
            why=f"{name} ties it to {_NAMED[right[0]]} ({at_article(article)}).",
            clauses=where,
        )
    if not known:
        return Finding(
            outcome="text_silent",
            why=(
                f"The text of {agreement.name} says nothing of "
                f"{_NAMED[asked[0]] if asked else 'it'}."
            ),
            clauses=where,
        )
    other = " and ".join(_NAMED[one] for one in sorted(known))
    outcome = truth(not claim.affirmed)
    return Finding(
        outcome=outcome,
        why=f"{name} ties it to {other}, not to {_NAMED[asked[0]]} ({at_article(article)}).",
        clauses=where,
    )


def _conditions(agreement: Agreement) -> set[str]:
    """Return what the start depends on, in the words of claims."""
    known = set(start_fields(agreement) & {"ceasefire", "hostilities"})
    if agreement.term.entry_into_force in {"ratification", "signature"}:
        known.add(agreement.term.entry_into_force)
    if binding_by_ratification(agreement):
        known.add("ratification")
    return known


def _now(claim: Claim, agreement: Agreement, setting: Setting) -> Finding:
    article, field = start_article(agreement)
    where = (cite(agreement, article, field=field),)
    name, waits = capital(agreement.name), waits_for(agreement)
    if waits:
        outcome = truth(not claim.affirmed)
        return Finding(
            outcome=outcome,
            why=f"{name} has been made, but its promises start only once {waits}.",
            clauses=where,
        )
    return _in_force(claim, agreement, setting)


def _in_force(claim: Claim, agreement: Agreement, setting: Setting) -> Finding:
    at = max(claim.said.end or setting.at, agreement.signed)
    bound = [
        p.id
        for p in agreement.parties
        if standing(agreement, p.id, at).bound or p.id == "any_state"
    ]
    article, field = start_article(agreement)
    says = "is in force" if bound else "is not in force"
    outcome = truth(bool(bound) == claim.affirmed)
    return Finding(
        outcome=outcome,
        why=f"{capital(agreement.name)} {says} on {at.isoformat()}.",
        clauses=(cite(agreement, article, field=field),),
    )


def _year(claim: Claim, agreement: Agreement) -> Finding:
    begun = min(
        (e.from_ for p in agreement.parties for e in p.history if e.state == "in_force"),
        default=agreement.signed,
    )
    right = begun.year == claim.year
    outcome = truth(right == claim.affirmed)
    article, _ = start_article(agreement)
    return Finding(
        outcome=outcome,
        why=f"{capital(agreement.name)} took effect on {begun.isoformat()}.",
        clauses=(cite(agreement, agreement.term.cite or article, field="term.entry_into_force"),),
    )


def ratification(claim: Claim, agreement: Agreement, setting: Setting) -> Finding:  # noqa: ARG001
    """Judge whether parliaments have, or had, a say."""
    name = capital(agreement.name)
    needed, why, field = _needs_ratification(agreement)
    article = (
        agreement.conditions.binding.cite
        if field == "conditions.binding" and agreement.conditions.binding
        else agreement.term.cite
    )
    where = (cite(agreement, article, field=field),)
    if needed is None:
        return Finding(
            outcome="text_silent",
            why=f"The reading of {agreement.name} says nothing of ratification.",
            clauses=where,
        )
    outcome = truth(needed == claim.affirmed)
    return Finding(outcome=outcome, why=f"{name} {why}.", clauses=where)


def _needs_ratification(agreement: Agreement) -> tuple[bool | None, str, str]:
    if binding_by_ratification(agreement):
        return (
            True,
            (
                "becomes law for a state only once its own commitment is in force under its "
                "constitution"
            ),
            "conditions.binding",
        )
    if agreement.term.entry_into_force == "ratification":
        return (
            True,
            f"entered into force by ratification ({at_article(agreement.term.cite)})",
            "term.entry_into_force",
        )
    told = [e for e in agreement.binding_evidence if "ratif" in e.says.lower()]
    if not agreement.concluded:
        foreseen = any(e.speaks == "for" for e in told)
        return (
            (True, "foresaw a treaty to be signed and ratified; it never was", "binding_evidence")
            if foreseen
            else (None, "", "term")
        )
    if agreement.term.entry_into_force == "signature":
        return (
            False,
            f"took effect on signature, without ratification ({at_article(agreement.term.cite)})",
            "term.entry_into_force",
        )
    against = next((e for e in told if e.speaks == "against"), None)
    return (
        (False, "foresees no ratification", "binding_evidence") if against else (None, "", "term")
    )
