"""Like Article 5: each field of the help clause beside that of the North Atlantic Treaty.

The two are compared on floor, ceiling, discretion, legal force, what must come before the help,
and scope. A likeness in one of them is not a likeness in all; what differs is named.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from foedus.agreement.level import level
from foedus.agreement.vocabulary import rank
from foedus.claims.clause import RUNG_WORDS, cite, help_clause, obstacles, promises, waits_for
from foedus.claims.finding import Finding, capital, truth

if TYPE_CHECKING:
    from foedus.agreement.model import Agreement, Obligation
    from foedus.claims.claim import Claim
    from foedus.claims.setting import Setting
    from foedus.sources import ClauseCitation

STANDARD = "nato-1949"
Difference = tuple[str, "ClauseCitation"]


def find(claim: Claim, agreement: Agreement, setting: Setting) -> Finding:
    """Judge a likeness to the standard by what differs."""
    standard = setting.agreement(STANDARD)
    found = list(differences(agreement, standard))
    own = help_clause(agreement)
    where = tuple(citation for _, citation in found) or (
        (cite(agreement, own.cite, own.id),) if own else ()
    )
    name = capital(agreement.name)
    if not found:
        outcome = truth(claim.affirmed)
        return Finding(
            outcome=outcome,
            why=f"{name} promises what Article 5 does, field by field.",
            clauses=where,
        )
    says = "; ".join(text for text, _ in found)
    outcome = "goes_beyond" if claim.affirmed else "supported"
    return Finding(outcome=outcome, why=f"{name} differs from Article 5: {says}.", clauses=where)


def differences(agreement: Agreement, standard: Agreement) -> Iterator[Difference]:
    """Yield what differs from the standard's help clause, and the clause that makes it differ."""
    theirs = help_clause(standard)
    own = help_clause(agreement)
    if theirs is None:
        return
    if own is None:
        top = next(iter(promises(agreement)), None)
        says = (
            f"it promises no help, only {RUNG_WORDS[level(top).floor]}"
            if top
            else "it promises no help at all"
        )
        yield says, cite(agreement, top.cite if top else "", top.id if top else "")
    else:
        yield from _of_clause(agreement, own, standard, theirs)
    if not agreement.concluded:
        yield "it was never concluded", cite(agreement, agreement.term.cite, field="term")
    elif agreement.legal_force != standard.legal_force:
        yield "it is political, not binding in law", cite(agreement, "", field="legal_force")
    yield from _of_scope(agreement, standard)


def _of_clause(
    agreement: Agreement, own: Obligation, standard: Agreement, theirs: Obligation
) -> Iterator[Difference]:
    here, there = level(own), level(theirs)
    where = cite(agreement, own.cite, own.id)
    if here.floor != there.floor:
        rung = "higher" if rank(here.floor) > rank(there.floor) else "lower"
        yield (
            (
                f"its floor is {RUNG_WORDS[here.floor]}, not {RUNG_WORDS[there.floor]} ({rung} on "
                f"the ladder, which orders what is left to choice and not strength)"
            ),
            where,
        )
    if here.ceiling != there.ceiling:
        yield (
            (
                f"its text reaches to {RUNG_WORDS[here.ceiling]} instead of "
                f"{RUNG_WORDS[there.ceiling]}"
            ),
            where,
        )
    known = {one.field.split(".")[0] for one in obstacles(standard, theirs)}
    for one in obstacles(agreement, own):
        if one.field.endswith(".means") and own.means.discretion == theirs.means.discretion:
            continue
        if one.field.split(".")[0] not in known or one.field.endswith(
            (".means", "activation", "active_when")
        ):
            says = (
                f"it waits until {waits_for(agreement, own)}"
                if one.field.endswith(("activation", "active_when"))
                else one.says
            )
            yield says, cite(agreement, one.article, one.clause, one.field)


def _of_scope(agreement: Agreement, standard: Agreement) -> Iterator[Difference]:
    if agreement.beneficiary and any(role.reciprocal for role in standard.roles.values()):
        role = agreement.roles[
            next(p.role for p in agreement.parties if p.id == agreement.beneficiary)
        ]
        yield "it protects one state and is not mutual", cite(agreement, role.cite, field="roles")
    if agreement.scope.territory.exclude and any(
        e.id.islower() and not e.places for e in agreement.scope.territory.exclude
    ):
        zones = " and ".join(e.id for e in agreement.scope.territory.exclude)
        yield (
            f"it leaves out {zones}",
            cite(
                agreement,
                agreement.scope.territory.exclude[0].cite,
                field="scope.territory.exclude",
            ),
        )
    elif (
        agreement.scope.territory != standard.scope.territory and agreement.scope.territory.include
    ):
        entry = agreement.scope.territory.include[0]
        yield (
            "its area is another one",
            cite(agreement, entry.cite, field="scope.territory.include"),
        )
