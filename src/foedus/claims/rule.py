"""The rule of each kind of claim; here those of binding force, of automatic help, of prevention.

=====================  ======================================================================
kind                   asked of the agreement
=====================  ======================================================================
binding                its legal force, and the condition on which a promise becomes law
automatic              discretion, request, determination and activation of the help clause
covers, excludes       the evaluator, on an attack at that place or of that kind
who_is_bound           the parties and their dated history; whether the list is complete
what_help              floor and ceiling on the plainest attack
when_it_starts         activation, the clauses' own conditions, entry into force
requires_ratification  entry into force; the condition on which a promise becomes law
like_article_5         each field of the help clause beside that of the North Atlantic Treaty
prevents               nothing: no text can say it; the dated events are shown
=====================  ======================================================================
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from foedus.claims import aid, bound, extent, likeness, start
from foedus.claims.clause import at_article, cite, help_clause, obstacles, promises, uncoded
from foedus.claims.finding import Finding, capital, truth
from foedus.claims.kind import ClaimType

if TYPE_CHECKING:
    from foedus.agreement.model import Agreement
    from foedus.claims.claim import Claim
    from foedus.claims.setting import Setting


def find(claim: Claim, agreement: Agreement, setting: Setting) -> Finding:
    """Apply the rule of a claim's kind."""
    if claim.modality == "denied":
        why = "The sentence says what is not possible, not what the text says."
        return Finding(outcome="not_checkable", why=why)
    return RULES[claim.type](claim, agreement, setting)


def binding(claim: Claim, agreement: Agreement, setting: Setting) -> Finding:  # noqa: ARG001
    """Judge "legally binding", or its denial, by the legal force under the reading."""
    if not agreement.concluded:
        return _never_concluded(claim, agreement)
    force = (cite(agreement, "", field="legal_force"),)
    match agreement.legal_force:
        case "binding":
            doubts = any(e.speaks == "against" for e in agreement.binding_evidence)
            against = " There is evidence against it as well." if doubts else ""
            why = (
                f"Under the reading “{agreement.reading}” {agreement.name} is binding in "
                f"law.{against}"
            )
            return Finding(outcome=truth(claim.affirmed), why=why, clauses=force)
        case "contested":
            why = f"Whether {agreement.name} binds in law is contested; the readings differ."
            return Finding(outcome="goes_beyond", why=why, clauses=force)
        case "political":
            return _political(claim, agreement, "a political commitment")
        case "domestic":
            return _political(claim, agreement, "a law of one state, not a duty between states")


def _never_concluded(claim: Claim, agreement: Agreement) -> Finding:
    name = capital(agreement.name)
    clauses = (
        cite(agreement, "", field="legal_force"),
        cite(agreement, agreement.term.cite, field="term.entry_into_force"),
    )
    if claim.modality != "asserted" and claim.affirmed:
        why = (
            f"{name} was a draft of a treaty that would have bound; it was never concluded and "
            f"binds nobody."
        )
        return Finding(outcome="supported", why=why, clauses=clauses)
    why = f"{name} was never concluded, so it binds nobody."
    return Finding(outcome=truth(not claim.affirmed), why=why, clauses=clauses)


def _political(claim: Claim, agreement: Agreement, kind: str) -> Finding:
    """Judge a promise that is not law, but may say how it becomes law."""
    name, condition = capital(agreement.name), agreement.conditions.binding
    force = (cite(agreement, "", field="legal_force"),)
    later = claim.modality in {"possible", "conditional"}
    if not claim.affirmed:
        until = " until each state's own commitment is in force" if condition else ""
        return Finding(outcome="supported", why=f"{name} is {kind}{until}.", clauses=force)
    if condition is None and later:
        why = f"{name} is {kind}, and its text says nothing of becoming law."
        return Finding(outcome="text_silent", why=why, clauses=force)
    if condition is None:
        why = f"{name} is {kind}, and nothing in it makes it law."
        return Finding(outcome="contradicted", why=why, clauses=force)
    clauses = (*force, cite(agreement, condition.cite, field="conditions.binding"))
    if later:
        why = f"{name} foresees binding commitments to come: {condition.summary}"
        return Finding(outcome="supported", why=why, clauses=clauses)
    why = f"{name} is {kind} and only foresees binding ones to come: {condition.summary}"
    return Finding(outcome="goes_beyond", why=why, clauses=clauses)


def automatic(claim: Claim, agreement: Agreement, setting: Setting) -> Finding:  # noqa: ARG001
    """Judge "automatic" by what stands between the attack and the help."""
    name = capital(agreement.name)
    other = uncoded(agreement, claim.subject.article)
    if other is not None:
        return other
    clause = help_clause(agreement)
    if clause is None:
        found = promises(agreement)
        says = f"{name} owes no help at all" + (
            f", only what {at_article(found[0].cite)} says: {found[0].summary}" if found else "."
        )
        clauses = tuple(cite(agreement, o.cite, o.id) for o in found[:1])
        return Finding(outcome=truth(not claim.affirmed), why=says, clauses=clauses)
    between = list(obstacles(agreement, clause))
    if not between:
        outcome = truth(claim.affirmed)
        return Finding(
            outcome=outcome,
            why=(
                f"Nothing in {agreement.name} stands between the attack and the help of "
                f"{at_article(clause.cite)}."
            ),
            clauses=(cite(agreement, clause.cite, clause.id),),
        )
    says = "; ".join(one.says for one in between)
    clauses = tuple(cite(agreement, one.article, one.clause, one.field) for one in between)
    return Finding(
        outcome=truth(not claim.affirmed),
        why=f"Help under {at_article(clause.cite)} of {agreement.name} is not automatic: {says}.",
        clauses=clauses,
    )


def prevention(claim: Claim, agreement: Agreement, setting: Setting) -> Finding:  # noqa: ARG001
    """Say that no text can tell whether it prevents; count the dated events."""
    events = setting.events_after(agreement)
    seen = ""
    if events:
        few = "one act" if len(events) == 1 else f"{len(events)} acts"
        seen = (
            f" The dossier has {few} against the beneficiary since it was signed, the last on "
            f"{events[-1].date.isoformat()}."
        )
    return Finding(
        outcome="not_checkable",
        why=f"Whether {agreement.name} prevents an attack is not a matter of its text.{seen}",
    )


#: Kind of claim -> its rule.
RULES: dict[ClaimType, Callable[[Claim, Agreement, Setting], Finding]] = {
    "binding": binding,
    "automatic": automatic,
    "covers": extent.find,
    "excludes": extent.find,
    "who_is_bound": bound.find,
    "what_help": aid.find,
    "when_it_starts": start.starts,
    "requires_ratification": start.ratification,
    "like_article_5": likeness.find,
    "prevents": prevention,
}
