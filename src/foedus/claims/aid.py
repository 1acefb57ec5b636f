"""What help: the kinds that a claim names, beside floor and ceiling on the plainest attack."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from foedus.agreement.level import level
from foedus.agreement.vocabulary import Rung, rank
from foedus.claims.bound import complete
from foedus.claims.clause import RUNG_WORDS, at_article, cite, contents, promises, uncoded
from foedus.claims.finding import Finding, capital, listed
from foedus.claims.paradigm import answer, debtors
from foedus.claims.party import name_of

if TYPE_CHECKING:
    from foedus.agreement.model import Agreement, Obligation
    from foedus.claims.claim import Claim
    from foedus.claims.setting import Setting
    from foedus.sources import ClauseCitation


def find(claim: Claim, agreement: Agreement, setting: Setting) -> Finding:
    """Judge the help that a claim names by the rung it needs."""
    other = uncoded(agreement, claim.subject.article)
    if other is not None:
        return other
    outsider = _outsider(claim, agreement)
    if outsider is not None:
        return outsider
    clauses = promises(agreement, claim.subject.article)
    claimed: Rung = max((one.rung for one in claim.helps), key=rank)
    floor, ceiling = _range(claim, agreement, setting, clauses)
    if not clauses:
        return _no_promise(claim, agreement, claimed)
    top = clauses[0]
    where = (cite(agreement, top.cite, top.id),)
    if claim.limit:
        return _only(claim, agreement, claimed, setting, clauses)
    if not claim.affirmed:
        return _denied(claim, agreement, claimed, floor, where)
    if claim.modality == "possible":
        return _allowed(claim, agreement, claimed, ceiling, top)
    return _asserted(claim, agreement, clauses, (floor, ceiling))


def _range(
    claim: Claim, agreement: Agreement, setting: Setting, clauses: tuple[Obligation, ...]
) -> tuple[Rung, Rung]:
    """Return the floor and ceiling that the claim is held against.

    Those of the article that it names, if it names one; else the computed ones of the debtor.
    """
    own = [
        o
        for o in clauses
        if claim.subject.article and o.cite.split(",")[0].strip() == claim.subject.article
    ]
    if own:
        return level(own[0]).floor, level(own[0]).ceiling
    who = next(
        (
            code
            for code in claim.parties
            if agreement.party(code) and code in debtors(agreement, setting)
        ),
        None,
    )
    for one in (who, *debtors(agreement, setting)):
        if one is None:
            continue
        found = answer(agreement, one, setting)
        if claim.nuclear:
            nuclear = answer(agreement, one, setting, nuclear=True)
            found = max((found, nuclear), key=lambda a: rank(a.promised))
        if found.promised != "none":
            return found.promised, max(found.ceiling, found.promised, key=rank)
    permitted: Rung = max((p.ceiling for p in agreement.permissions), key=rank, default="none")
    return "none", permitted


def _no_promise(claim: Claim, agreement: Agreement, claimed: Rung) -> Finding:
    """Judge help under an instrument that promises none."""
    name = capital(agreement.name)
    permits = [p for p in agreement.permissions if rank(p.ceiling) >= rank(claimed)]
    where = tuple(cite(agreement, p.cite, p.id, "permissions") for p in permits)
    if not claim.affirmed:
        return Finding(outcome="supported", why=f"{name} obliges nobody to help.", clauses=where)
    if claim.modality == "possible" and permits:
        return Finding(
            outcome="supported",
            why=(
                f"{name} permits it ({at_article(permits[0].cite)}: {permits[0].act}); a "
                f"permission is no duty."
            ),
            clauses=where,
        )
    more = f"; it permits it ({at_article(permits[0].cite)})" if permits else ""
    return Finding(
        outcome="contradicted", why=f"{name} obliges nobody to help{more}.", clauses=where
    )


def _only(
    claim: Claim,
    agreement: Agreement,
    claimed: Rung,
    setting: Setting,
    clauses: tuple[Obligation, ...],
) -> Finding:
    """Judge "nothing more than" by whether a clause promises more."""
    own = claim.subject.article
    held = [o for o in clauses if not own or o.cite.split(",")[0].strip() == own] or list(clauses)
    plain = max((level(o).floor for o in held), key=rank)
    on_attack = (
        answer(agreement, (debtors(agreement, setting) or ("USA",))[0], setting).promised
        if not own
        else plain
    )
    where = tuple(cite(agreement, o.cite, o.id) for o in held[:2])
    name = capital(agreement.name)
    if rank(plain) <= rank(claimed):
        return Finding(
            outcome="supported",
            why=f"{name} promises no more than {RUNG_WORDS[plain]} ({at_article(held[0].cite)}).",
            clauses=where,
        )
    if rank(on_attack) <= rank(claimed):
        return Finding(
            outcome="goes_beyond",
            why=(
                f"On a plain attack that is so, but {at_article(held[0].cite)} of "
                f"{agreement.name} promises more in its own case: {held[0].summary}"
            ),
            clauses=where,
        )
    return Finding(
        outcome="contradicted",
        why=f"{name} promises more: {RUNG_WORDS[plain]} ({at_article(held[0].cite)}).",
        clauses=where,
    )


def _denied(
    claim: Claim,
    agreement: Agreement,
    claimed: Rung,
    floor: Rung,
    where: tuple[ClauseCitation, ...],
) -> Finding:
    name = capital(agreement.name)
    if rank(claimed) > rank(floor):
        return Finding(
            outcome="supported",
            why=(
                f"{name} promises {RUNG_WORDS[floor]} at least, which is less than {_helps(claim)}."
            ),
            clauses=where,
        )
    if claim.legal and agreement.legal_force != "binding":
        return Finding(
            outcome="supported",
            why=f"{name} promises it, but politically and not in law.",
            clauses=(*where, cite(agreement, "", field="legal_force")),
        )
    return Finding(
        outcome="contradicted", why=f"{name} promises {RUNG_WORDS[floor]} at least.", clauses=where
    )


def _allowed(
    claim: Claim, agreement: Agreement, claimed: Rung, ceiling: Rung, top: Obligation
) -> Finding:
    """Judge "may include" by the ceiling."""
    name = capital(agreement.name)
    where = (cite(agreement, top.cite, top.id, f"obligations.{top.id}.means"),)
    if rank(claimed) > rank(ceiling):
        return Finding(
            outcome="goes_beyond",
            why=f"The text of {agreement.name} reaches no further than {RUNG_WORDS[ceiling]}.",
            clauses=where,
        )
    unnamed = _unnamed(claim, top)
    more = f" It does not name {listed(unnamed)}; the means are left to each." if unnamed else ""
    return Finding(
        outcome="supported",
        why=f"{name} allows or invites it ({at_article(top.cite)}), without owing it.{more}",
        clauses=where,
    )


def _unnamed(claim: Claim, top: Obligation) -> list[str]:
    known = contents(top)
    return [one.name for one in claim.helps if one.content and not set(one.content) & known]


@dataclass(frozen=True, slots=True)
class _Owed:
    """The clause that a claim is held against, with its range."""

    clause: Obligation
    floor: Rung
    ceiling: Rung

    def said(self) -> str:
        return f"{at_article(self.clause.cite)}: {self.clause.summary}"


def _asserted(
    claim: Claim, agreement: Agreement, clauses: tuple[Obligation, ...], limits: tuple[Rung, Rung]
) -> Finding:
    """Judge "will", "must", "obliges" by the floor."""
    name, (floor, ceiling) = capital(agreement.name), limits
    claimed: Rung = max((one.rung for one in claim.helps), key=rank)
    top = next((o for o in clauses if level(o).floor == floor), clauses[0])
    if rank(claimed) > rank(floor):
        special = next((o for o in clauses if rank(level(o).floor) >= rank(claimed)), None)
        if special is not None and not claim.nuclear:
            article = at_article(special.cite)
            why = f"{name} promises that only in a narrower case ({article}): {special.summary}"
            where = (cite(agreement, special.cite, special.id),)
            return Finding(outcome="goes_beyond", why=why, clauses=where)
        return _beyond(claim, agreement, claimed, _Owed(top, floor, ceiling))
    naming = [o for o in clauses if any(set(one.content) & contents(o) for one in claim.helps)]
    owed = _Owed(naming[0] if naming else top, floor, ceiling)
    where = (cite(agreement, owed.clause.cite, owed.clause.id),)
    if not agreement.concluded and claim.modality == "asserted":
        why = f"The draft said so, but {agreement.name} was never concluded ({owed.said()})"
        return Finding(outcome="goes_beyond", why=why, clauses=where)
    if claim.legal and agreement.legal_force != "binding":
        why = f"{name} promises it politically, not in law ({owed.said()})"
        force = cite(agreement, "", field="legal_force")
        return Finding(outcome="goes_beyond", why=why, clauses=(*where, force))
    unnamed = _unnamed(claim, owed.clause)
    if unnamed and len(unnamed) == len([h for h in claim.helps if h.content]):
        left = owed.clause.means.discretion != "none"
        says = "leaves the means to each" if left else "names other help"
        why = f"{name} does not name {listed(unnamed)}; it {says} ({owed.said()})"
        return Finding(outcome="goes_beyond", why=why, clauses=where)
    return Finding(outcome="supported", why=f"{name} promises it ({owed.said()})", clauses=where)


def _beyond(claim: Claim, agreement: Agreement, claimed: Rung, owed: _Owed) -> Finding:
    """Judge help above the floor: allowed, said of another time than an attack, or denied."""
    name, where = capital(agreement.name), (cite(agreement, owed.clause.cite, owed.clause.id),)
    words = RUNG_WORDS[owed.floor]
    if rank(claimed) <= rank(owed.ceiling):
        why = f"{name} allows {_helps(claim)} but promises only {words} ({owed.said()})"
        return Finding(outcome="goes_beyond", why=why, clauses=where)
    if rank(claimed) < rank("assist_mil") and not claim.attack:
        why = (
            f"The coded clauses of {agreement.name} say what follows an attack, and nothing of "
            f"{_helps(claim)} at other times ({owed.said()})"
        )
        return Finding(outcome="text_silent", why=why, clauses=where)
    why = f"{name} promises no {_helps(claim)}; its highest promise is {words} ({owed.said()})"
    return Finding(outcome="contradicted", why=why, clauses=where)


def _outsider(claim: Claim, agreement: Agreement) -> Finding | None:
    """Return a finding for a claim that makes a state owe which is no party."""
    if not claim.affirmed:
        return None
    absent = [code for code in claim.debtors if agreement.party(code) is None]
    if not absent:
        return None
    role = next(iter(agreement.roles.values()))
    who, where = name_of(absent[0]), (cite(agreement, role.cite, field="parties"),)
    if complete(agreement):
        why = f"{capital(who)} is no party to {agreement.name} and owes nothing under it."
        return Finding(outcome="contradicted", why=why, clauses=where)
    why = f"{capital(who)} is not in the list of {agreement.name}; the reading leaves it open."
    return Finding(outcome="goes_beyond", why=why, clauses=where)


def _helps(claim: Claim) -> str:
    return listed([one.name for one in claim.helps])
