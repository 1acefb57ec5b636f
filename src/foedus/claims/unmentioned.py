"""The other way round: clauses of an instrument that no source mentions."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from foedus.claims.clause import cite
from foedus.claims.extract import claims
from foedus.claims.kind import HELPS, ClaimType
from foedus.claims.word import folded

if TYPE_CHECKING:
    from foedus.agreement.model import Agreement
    from foedus.claims.claim import Claim
    from foedus.claims.setting import Setting
    from foedus.evidence.document import Document
    from foedus.sources import ClauseCitation


@dataclass(frozen=True, slots=True, kw_only=True)
class Unmentioned:
    """A clause that no source speaks of."""

    clause: ClauseCitation
    what: str
    summary: str


_DULL = frozenset(
    [
        "the",
        "a",
        "an",
        "and",
        "or",
        "of",
        "to",
        "in",
        "on",
        "for",
        "with",
        "by",
        "from",
        "that",
        "this",
        "each",
        "other",
        "its",
        "is",
        "are",
        "be",
        "not",
        "no",
        "any",
        "if",
        "it",
        "as",
        "at",
        "which",
        "their",
        "state",
        "states",
        "party",
        "parties",
        "ukraine",
        "russia",
        "shall",
        "will",
        "may",
    ]
)
_NEGATIVE = {
    "non_aggression": r"refrain|non-?aggression|not (?:to )?(?:use|attack)|use of force",
    "respect_sovereignty": r"respect\w*|sovereignty|borders|territorial integrity",
    "neutrality": r"neutral",
    "no_alliances": r"neutral|alliance|nato",
    "no_foreign_bases": r"bases|foreign troops|contingents",
    "no_economic_coercion": r"economic (?:coercion|pressure)",
    "no_nuclear_use": r"nuclear",
    "no_conflicting_treaty": r"conflicting|incompatible",
}


def unmentioned(
    documents: Iterable[Document],
    agreement: Agreement,
    setting: Setting,
    found: Iterable[Claim] | None = None,
) -> list[Unmentioned]:
    """Return the clauses of an agreement that no claim and no sentence about it speaks of.

    A clause is mentioned if a claim about the instrument names its kind of help, its article, or
    its subject; conditions, scope and term are mentioned by claims of their kinds. ``found`` are
    the claims of the documents, if they are known already.
    """
    known = (
        (claim for document in documents for claim in claims(document, setting))
        if found is None
        else found
    )
    about = [claim for claim in known if claim.subject.instrument == agreement.id]
    sentences = [claim.sentence.lower() for claim in about]
    told = {claim.type for claim in about}
    text = "\n".join(dict.fromkeys(sentences))
    articles = {claim.subject.article for claim in about}
    clauses = [*_obligations(agreement, about, articles), *_duties(agreement, text, articles)]
    return [*clauses, *_conditions(agreement, told), *_permissions(agreement, text)]


def _obligations(
    agreement: Agreement, about: list[Claim], articles: set[str]
) -> Iterable[Unmentioned]:
    kinds = {content for one in HELPS for content in one.content}
    for obligation in agreement.obligations:
        named = {c for claim in about for one in claim.helps for c in one.content}
        generic = any(one.name == "help of some kind" for claim in about for one in claim.helps)
        own = set(obligation.content) & kinds
        helps = own - {"consult", "seek_unsc_action"}
        if (
            own & named
            or (helps and generic)
            or obligation.cite.split(",")[0].strip() in articles - {""}
        ):
            continue
        yield Unmentioned(
            clause=cite(agreement, obligation.cite, obligation.id),
            what="obligation",
            summary=obligation.summary,
        )


def _duties(agreement: Agreement, text: str, articles: set[str]) -> Iterable[Unmentioned]:
    for duty in agreement.negative_duties:
        pattern = "|".join(_NEGATIVE.get(content, content) for content in duty.content)
        if duty.cite.split(",")[0].strip() in articles - {""} or re.search(pattern, text):
            continue
        yield Unmentioned(
            clause=cite(agreement, duty.cite, duty.id), what="duty to refrain", summary=duty.summary
        )


def _conditions(agreement: Agreement, told: set[ClaimType]) -> Iterable[Unmentioned]:
    conditions = agreement.conditions
    if conditions.activation and "when_it_starts" not in told:
        yield Unmentioned(
            clause=cite(agreement, conditions.activation.cite, field="conditions.activation"),
            what="when it starts",
            summary=conditions.activation.summary,
        )
    if conditions.binding and not told & {"requires_ratification"}:
        yield Unmentioned(
            clause=cite(agreement, conditions.binding.cite, field="conditions.binding"),
            what="when it becomes law",
            summary=conditions.binding.summary,
        )
    excluded = agreement.scope.territory.exclude
    if excluded and not told & {"covers", "excludes"}:
        yield Unmentioned(
            clause=cite(agreement, excluded[0].cite, field="scope.territory.exclude"),
            what="what is left out",
            summary=agreement.scope.note,
        )
    for rule in agreement.determination:
        if "automatic" not in told:
            summary = (
                f"{rule.rule.replace('_', ' ')} of {' and '.join(rule.voters)} on the trigger "
                f"{rule.trigger}"
            )
            yield Unmentioned(
                clause=cite(agreement, rule.cite, field="determination"),
                what="who decides",
                summary=summary,
            )


def _permissions(agreement: Agreement, text: str) -> Iterable[Unmentioned]:
    for permission in agreement.permissions:
        words = [word for word in folded(permission.act) if word not in _DULL and len(word) > 4]
        if not any(word in text for word in words):
            yield Unmentioned(
                clause=cite(agreement, permission.cite, permission.id),
                what="permission",
                summary=permission.act,
            )
