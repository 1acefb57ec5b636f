"""A claim beside the computed answer: supported, goes beyond, contradicted, silent, not checkable.

Each kind of claim has one rule (:mod:`foedus.claims.rule` and its neighbours); none knows an
instrument by name but the standard of *like Article 5*. A verdict holds under the agreement's
reading; rival readings and the evidence for and against binding force stand beside it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from foedus.claims.claim import Claim
from foedus.claims.extract import claims
from foedus.claims.finding import Finding, Outcome
from foedus.claims.mention import mentions
from foedus.claims.paradigm import Computed, computed, debtors
from foedus.claims.party import members_of
from foedus.claims.rule import find

if TYPE_CHECKING:
    from foedus.agreement.model import Agreement, BindingEvidence, Reading
    from foedus.claims.setting import Setting
    from foedus.evidence.document import Document
    from foedus.evidence.statement import Statement
    from foedus.sources import ClauseCitation

DOUBTFUL = 0.5  # below this a sentence says that the instrument is only supposed


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """A claim beside the answer.

    ``rivals`` are the other readings of the clause; ``computed`` the answers of the parties that
    the claim names, or of all; ``events`` the ids of dated events that bear on it.
    """

    claim: Claim
    instrument: str
    outcome: Outcome
    why: str
    clauses: tuple[ClauseCitation, ...] = ()
    reading: str = ""
    rivals: tuple[Reading, ...] = ()
    computed: tuple[Computed, ...] = ()
    evidence_for: tuple[BindingEvidence, ...] = ()
    evidence_against: tuple[BindingEvidence, ...] = ()
    events: tuple[str, ...] = ()

    def to_row(self) -> dict[str, Any]:
        """Return the verdict as one flat row."""
        claim = self.claim
        return {
            "sentence": claim.sentence,
            "document": claim.doc,
            "start": claim.span.start,
            "end": claim.span.end,
            "speaker": claim.speaker,
            "type": claim.type,
            "affirmed": claim.affirmed,
            "modality": claim.modality,
            "instrument": self.instrument,
            "confidence": claim.subject.confidence,
            "subject": claim.subject.why,
            "verdict": self.outcome,
            "why": self.why,
            "articles": "; ".join(dict.fromkeys(c.article for c in self.clauses if c.article)),
            "reading": self.reading,
        }


def judge(claim: Claim, setting: Setting) -> Verdict:
    """Set one claim beside the computed answer.

    Examples
    --------
    >>> from datetime import date
    >>> from foedus.claims.check import check_text
    >>> from foedus.claims.setting import setting_of
    >>> setting = setting_of(at=date(2026, 2, 1))
    >>> [one] = check_text("The Ukraine Compact is legally binding.", setting)
    >>> one.outcome, one.clauses[0].field
    ('contradicted', 'legal_force')
    """
    name = claim.subject.instrument
    if not name:
        what = (
            claim.subject.why
            if claim.subject.named
            else "no instrument is named, and none was given for guarantees without a name"
        )
        return Verdict(claim=claim, instrument="", outcome="not_checkable", why=_sentence(what))
    agreement = setting.agreement(name)
    who = named_parties(claim, agreement, setting)
    found = find(claim, agreement, setting)
    evidence = (
        agreement.binding_evidence
        if claim.type in {"binding", "who_is_bound", "requires_ratification"} or claim.legal
        else ()
    )
    return Verdict(
        claim=claim,
        instrument=name,
        outcome=found.outcome,
        why=found.why
        if claim.subject.named or claim.subject.confidence >= DOUBTFUL
        else f"If {agreement.name} is meant: {found.why}",
        clauses=found.clauses,
        reading=agreement.reading,
        rivals=_rivals(agreement, found),
        computed=computed(agreement, who, setting),
        evidence_for=tuple(e for e in evidence if e.speaks == "for"),
        evidence_against=tuple(e for e in evidence if e.speaks == "against"),
        events=tuple(e.id for e in setting.events_after(agreement))
        if claim.type == "prevents"
        else (),
    )


def judged(
    documents: Iterable[Document], setting: Setting, statements: Iterable[Statement] = ()
) -> Iterator[Verdict]:
    """Yield a verdict for each claim of each document, in order."""
    by_doc: dict[str, list[Statement]] = {}
    for one in statements:
        by_doc.setdefault(one.doc, []).append(one)
    for document in documents:
        known = mentions(document, setting.names)
        for claim in claims(document, setting, found=known, statements=by_doc.get(document.id, ())):
            yield judge(claim, setting)


def named_parties(claim: Claim, agreement: Agreement, setting: Setting) -> tuple[str, ...]:
    """Return the debtors that a claim names; all, where it names none or only a group."""
    everyone = debtors(agreement, setting)
    others = {agreement.beneficiary, agreement.challenger, setting.challenger}
    meant: list[str] = []
    for code in claim.debtors or claim.parties:
        group = members_of(code)
        if group is not None:
            meant += [one for one in everyone if one in group]
        elif code in everyone or (len(code) == 3 and code not in others):
            meant.append(code)
    return tuple(dict.fromkeys(meant)) or everyone


def _rivals(agreement: Agreement, found: Finding) -> tuple[Reading, ...]:
    of = {"instrument"} | {c.clause for c in found.clauses if c.clause}
    return tuple(r for r in agreement.readings if r.of in of)


def _sentence(text: str) -> str:
    text = text.strip()
    return text[:1].upper() + text[1:] + ("" if text.endswith(".") else ".")
