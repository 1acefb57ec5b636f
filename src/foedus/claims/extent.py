"""What is covered: the place or act that a claim names, put to the evaluator."""

from __future__ import annotations

from typing import TYPE_CHECKING

from foedus.agreement.condition import tests
from foedus.agreement.vocabulary import rank
from foedus.claims.clause import at_article, cite, help_clause, promises
from foedus.claims.finding import Finding, capital, truth, worst
from foedus.claims.paradigm import answer, debtors
from foedus.claims.party import name_of

if TYPE_CHECKING:
    from foedus.agreement.model import Agreement
    from foedus.claims.claim import Claim
    from foedus.claims.covered import Covered
    from foedus.claims.setting import Setting
    from foedus.sources import ClauseCitation


def find(claim: Claim, agreement: Agreement, setting: Setting) -> Finding:
    """Judge each place and act that is said to be covered or left out; the worst part counts."""
    return worst([_one(what, claim, agreement, setting) for what in claim.objects])


def _one(what: Covered, claim: Claim, agreement: Agreement, setting: Setting) -> Finding:
    if what.kind is not None:
        return _act(what, claim, agreement, setting)
    if what.whole and what.zones == ():
        return _whole(what, claim, agreement, setting)
    return _place(what, claim, agreement, setting)


def _settle(claim: Claim, *, covered: bool, why: str, where: tuple[ClauseCitation, ...]) -> Finding:
    said = claim.type == "covers"
    return Finding(outcome=truth(said == covered), why=why, clauses=where)


def _debtor(agreement: Agreement, setting: Setting, owner: str) -> str:
    return next((one for one in debtors(agreement, setting) if one != owner), "USA")


def _place(what: Covered, claim: Claim, agreement: Agreement, setting: Setting) -> Finding:
    name, lists = capital(agreement.name), agreement.scope.territory
    if not (lists.include or lists.exclude):
        return _no_territory(what, claim, agreement)
    found = answer(agreement, _debtor(agreement, setting, what.owner), setting, where=what)
    top = help_clause(agreement) or next(iter(promises(agreement)), None)
    if top is None:
        return Finding(
            outcome="text_silent", why=f"{name} promises nothing that a place could be left out of."
        )
    clause = next((c for c in found.clauses if c.obligation.id == top.id), None)
    missed = [c for c in clause.checks if c.test == 3 and not c.met] if clause else []
    covered = clause is not None and not missed and clause.failed != 1
    article = (missed[0].cite if missed else "") or _scope_article(agreement)
    where = (cite(agreement, article, top.id, "scope"),)
    if covered:
        return _settle(
            claim,
            covered=True,
            why=f"{name} takes in {what.name} ({at_article(article)}).",
            where=where,
        )
    reason = "leaves out" if missed and "excluded_zone" in missed[0].reasons else "does not reach"
    return _settle(
        claim,
        covered=False,
        why=f"{name} {reason} {what.name} ({at_article(article)}).",
        where=where,
    )


def _scope_article(agreement: Agreement) -> str:
    lists = agreement.scope.territory
    return next((entry.cite for entry in (*lists.exclude, *lists.include) if entry.cite), "")


def _no_territory(what: Covered, claim: Claim, agreement: Agreement) -> Finding:
    """Judge a place where the text names no territory: its promise to respect borders may tell."""
    borders = next(
        (d for d in agreement.negative_duties if "respect_sovereignty" in d.content), None
    )
    if borders is not None and what.owner == agreement.beneficiary:
        owner = name_of(what.owner)
        return _settle(
            claim, covered=True, where=(cite(agreement, borders.cite, borders.id),),
            why=(
                f"{capital(at_article(borders.cite))} of {agreement.name} speaks of {owner}'s "
                f"borders, and {what.name} lies within those that are recognised."
            ),
        )  # fmt: skip
    return Finding(
        outcome="text_silent",
        why=(
            f"The text of {agreement.name} names no territory: it neither takes {what.name} in "
            f"nor leaves it out."
        ),
        clauses=(cite(agreement, "", field="scope"),),
    )


def _whole(what: Covered, claim: Claim, agreement: Agreement, setting: Setting) -> Finding:
    """Judge a state, or the whole of it."""
    owner = what.owner
    zones = [
        entry
        for entry in agreement.scope.territory.exclude
        if entry.id.islower() and not entry.places
    ]
    party = agreement.party(owner)
    if party is None or (party.id == "any_state" and not promises(agreement)):
        where = (cite(agreement, next(iter(agreement.roles.values())).cite, field="parties"),)
        return _settle(
            claim,
            covered=False,
            why=(
                f"{capital(name_of(owner))} is no party to {agreement.name}, which protects its "
                f"parties only."
            ),
            where=where,
        )
    if zones and owner == agreement.beneficiary:
        parts = tuple(
            cite(agreement, entry.cite, field="scope.territory.exclude") for entry in zones
        )
        names = ", ".join(entry.id for entry in zones)
        return _settle(
            claim,
            covered=False,
            why=f"{capital(agreement.name)} leaves parts out ({names}).",
            where=parts,
        )
    if not agreement.scope.territory.include and owner == agreement.beneficiary:
        return _no_territory(what, claim, agreement)
    found = answer(agreement, _debtor(agreement, setting, owner), setting, where=what)
    covered = found.promised != "none"
    where = (cite(agreement, _scope_article(agreement) or found.cite, field="scope"),)
    says = "is protected by" if covered else "is not protected by"
    return _settle(
        claim,
        covered=covered,
        why=f"{capital(name_of(owner))} {says} {agreement.name}.",
        where=where,
    )


def _act(what: Covered, claim: Claim, agreement: Agreement, setting: Setting) -> Finding:
    """Judge a kind of attack by what it triggers: help, only talk, or nothing."""
    name = capital(agreement.name)
    assert what.kind is not None  # noqa: S101 - asked for by the caller
    found = answer(agreement, _debtor(agreement, setting, ""), setting, kind=what.kind)
    top = help_clause(agreement) or next(iter(promises(agreement)), None)
    if top is None:
        return Finding(outcome="text_silent", why=f"{name} has no clause on it.")
    trigger = agreement.trigger(top.trigger)
    where = (cite(agreement, trigger.cite, top.id, f"triggers.{trigger.id}"),)
    kinds = [k for test in tests(trigger.when) if test.field == "kind" for k in test.values]
    if what.kind in kinds:
        return _settle(
            claim,
            covered=True,
            why=f"{name} names it among its triggers ({at_article(trigger.cite)}).",
            where=where,
        )
    if claim.type == "excludes":
        return Finding(
            outcome="supported",
            why=(
                f"The help of {agreement.name} is triggered by an armed attack; {what.name} are "
                f"not named ({at_article(trigger.cite)})."
            ),
            clauses=where,
        )
    lower = rank(found.promised) > rank("none")
    more = " They may lead to consultation." if lower else ""
    return Finding(
        outcome="goes_beyond",
        why=(
            f"{capital(at_article(trigger.cite))} of {agreement.name} speaks of an armed attack "
            f"and does not name {what.name}; whether they amount to one is left open.{more}"
        ),
        clauses=where,
    )
