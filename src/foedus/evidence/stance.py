"""The stance of a statement towards a security commitment.

The label follows from the reporting verb, the speaker's role, the modality and a condition:

=============  ==========================================================================
label          rule
=============  ==========================================================================
SCOPE          it limits where, when or to whom a commitment applies
DEMAND         somebody else is asked to commit; or it is said what is needed
CONDITION      it is said what must come first
NONCOMMITTAL   no position is taken yet
DOUBT          the worth, the likelihood or the good faith of a commitment is questioned
REJECT         the speaker's side cannot or will not do it
COMMIT         the speaker's side has bound itself or says that it will
OFFER          the speaker's side is ready to, or proposes to
REPORT         anything else
=============  ==========================================================================

A demand of the one who is to be protected is never a commitment, and neither is a limit of
scope. Paragraphs that do not speak of security between states are only reported.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from foedus.evidence.statement import ActorRole, Modality, Stance

_NOT = r"(?:not|n['’]t|never|no longer)"
_DUTY = (
    r"(?:provid|defend|support|guarantee|protect|send|deploy|assist|help|join|sign|deliver"
    r"|suppl|train|fight"
    r"|intervene|come to|stand (?:by|with)|honou?r|give|offer|contribut|back|continue|accept"
    r"|recogni[sz]|agree"
    r"|cede|surrender|abandon|engage|enter|allow|let|bring|put|take part|participate|commit"
    r"|act|respond|ensure|negotiate)"
)

_SCOPE = re.compile(
    rf"\b(?:do|does|did|would|will|shall|should|could)(?: {_NOT}|n['’]t|not) (?:apply|extend"
    rf"|cover|include|concern)\b"
    r"|\b(?:apply|applies|extend|extends|cover|covers) only\b|\bonly (?:apply|cover|extend)"
    r"|\bexclud(?:e|es|ed|ing)\b"
    r"|\blimited to\b|\bwith the exception of\b|\bexempt\w*\b|\bconfined to\b|\bno further than\b"
)
_CONDITION = re.compile(
    r"\b(?:unless|until|provided that|on (?:the )?condition|conditional|as long as|so long as"
    r"|only (?:after|if|when|once)"
    r"|must first|first (?:must|has|have|needs?)|depends? on|depending on|hinges? on"
    r"|contingent on|in (?:exchange|return) for"
    r"|subject to|prerequisite|precondition)\b|\bbefore\b[^.]{0,60}\b(?:can|could|may|will"
    r"|act|acts|begin|take place|sign)\b"
    r"|\b(?:will|would|can|could|ready|prepared|willing)\b[^.]{0,60}\bif\b|^that if\b|^if\b"
)
_NONCOMMITTAL = re.compile(
    r"\btoo (?:early|soon)\b|\bpremature\b|\bnothing (?:specific|concrete|to announce)\b"
    r"|\bno (?:final )?decisions?\b"
    r"|\bnot (?:yet )?(?:been )?(?:decided|made (?:a|any) decision|determined)\b"
    r"|\bremains? to be seen\b|\bno comment\b"
    r"|\bnot (?:going to )?(?:speculate|comment|prejudge|get ahead)\b|\b(?:can(?:not|['’]t"
    r"| not)|won['’]t|will not|would not) (?:say|comment|talk about|discuss)\b"
    r"|\ball options\b|\b(?:is|are|were|was|been|being) (?:considering|weighing|evaluating"
    r"|studying|exploring|reviewing|under (?:discussion|consideration|review))\b"
    r"|\bi can talk about\b|\bnot (?:rule|ruling|ruled) (?:it |that "
    r"|anything )?(?:in or )?out\b|\bstill (?:considering|weighing|discussing)\b"
    r"|\bundecided\b"
)
_DOUBT_CUES = frozenset(
    "skeptical sceptical surprised doubtful unsure uncertain wary cautious suspicious"
    " unconvinced doubt doubts worry fear worried concerned afraid question skepticism"
    " scepticism dismissive alarmed"
    " pessimistic puzzled unclear warn".split()
)
_DOUBT = re.compile(
    r"\b(?:do|does|did)(?: not|n['’]t)(?: really)? (?:think|believe|trust|expect|see how|work)\b"
    r"|\b(?:not|n['’]t|never)(?: be| been| very| particularly| really)* (?:helpful|enough"
    r"|sufficient|credible|serious|clear|useful|realistic|acceptable|worth|work|convinc\w+)\b"
    r"|\b(?:meaningless|worthless|useless|harmful|unrealistic|toothless|empty|hollow|unlikely"
    r"|unclear|pointless|naive|illusion|smoke ?screen)\b"
    r"|\bno (?:faith|trust|confidence|illusions|guarantee that|better than)\b"
    r"|\bcan do nothing\b|\b(?:scepti|skepti)c\w*|\bdoubt\w*|\b(?:failed|failure) (?:to|of)\b"
    r"|\bbad faith\b"
)
_REJECT = re.compile(
    rf"\b(?:cannot|can['’]t|can not|could not|couldn['’]t|won['’]t|will not|will never"
    rf"|shall not|(?:am|is|are|was|were|['’]re|['’]m|['’]s) not going to|would never"
    rf"|not intend to|never)\b(?: \w+){{0,2}}? {_DUTY}"
    rf"|\b(?:would not|wouldn['’]t)(?: \w+)? {_DUTY}|\bnot possible\b|\bimpossible\b"
    rf"|\bout of the question\b|\boff the table\b|\bnon-?starter\b"
    r"|\brul(?:e|es|ed|ing) out\b|\b(?:not|n['’]t|never|not yet"
    r"|not currently) (?:yet )?(?:ready|willing|prepared|inclined|open|going) to\b"
    r"|\bunwilling\b|\bunacceptable\b"
    r"|\bno (?:plans?|intention|question|troops|boots)\b|\brefus(?:e|es|ed|al|ing)\b"
    r"|\breject(?:s|ed|ion|ing)?\b|\bdeclin(?:e|ed|es) to (?!say|comment)"
)
_REJECT_CUES = frozenset(
    "reject refuse dismiss rule oppose rebuff deny decline refusal denounce opposed"
    " unwilling reluctant opposition".split()
)
_DEMAND_CUES = frozenset(
    "want demand urge ask request call insist seek need press push lobby appeal plead beg"
    " desire crave"
    " demands calls requests yearn long require".split()
)
_DEMAND = re.compile(
    r"\b(?:we|i) (?:urge|ask|demand|want|need|call (?:for|on)|insist|expect|request|appeal)\b"
    r"|\bnothing less than\b|\blooking for\b|\bseek(?:s|ing)?\b"
    r"|\b(?:must|should|ought to|have to|has to|needs? to)\b|\bit is (?:essential|vital"
    r"|necessary|important)\b|\bdemand(?:s|ed|ing)?\b"
)
_MUST = re.compile(r"\b(?:must|should|needs? to)\b(?! not\b)|\bnothing less than\b")
_ASKS = re.compile(
    r"\b(?:we|i) (?:urge|ask|demand|call (?:for|on)|insist|request|appeal)\b|^to (?:seek|ask"
    r"|demand|request)\b"
)
_OFFER = re.compile(
    r"\b(?:ready|willing|prepared|open|happy|keen) to\b|\bstands? ready\b|\bwillingness\b"
    r"|\breadiness\b|\b(?:offers|offered|offering|to offer)\b|\bpropos(?:e|es|ed|ing)\b"
)
_COULD = re.compile(rf"\b(?:could|may|might|would)\b(?: \w+)? {_DUTY}|\bin favou?r of\b")
_OFFER_CUES = frozenset(
    "offer propose ready willing prepared open willingness readiness openness eager keen".split()
)
_WELCOME = re.compile(r"\b(?:to join|membership|accession|candidate)\b")
_COMMIT = re.compile(
    rf"\b(?:will|shall|['’]ll)\b(?: (?:always|continue to|also|fully))? {_DUTY}|\bpledg(?:e"
    rf"|es|ed|ing)\b|\bcommit(?:s|ted|ting)? (?:itself |themselves |ourselves )?to\b"
    r"|\bpromis(?:e|es|ed|ing) to\b|\bguarante(?:es|ed|eing)\b|\bvow(?:s|ed)?\b"
    r"|\bhas signed\b|\bhave signed\b|\bagreed to\b|\bwill be (?:there|binding)\b"
    r"|\bfor as long as it takes\b"
)
_BECOMES = re.compile(r"\bwill become (?:a )?members?\b|\bdoor (?:is|remains) open\b")
_COMMIT_CUES = frozenset(
    "pledge promise vow commit guarantee swear agree pledges promises committed"
    " determined commitment sign join".split()
)
_NEGATED_OFFER = re.compile(rf"\b{_NOT}(?: yet)? (?:be )?(?:ready|willing|prepared|open)\b")

_MODALS: tuple[tuple[Modality, re.Pattern[str]], ...] = (
    ("hypothetical", re.compile(r"\b(?:if|unless|were to|in the event)\b")),
    ("denied", re.compile(r"\b(?:not|never|cannot|nothing|no)\b|n['’]t\b")),
    ("necessary", re.compile(r"\b(?:must|should|need to|needs to|has to|have to|ought)\b")),
    ("possible", re.compile(r"\b(?:may|might|could|can|possibl[ey]|perhaps|potential\w*)\b")),
)
_HEDGE = re.compile(
    r"\b(?:may|might|could|possibl[ey]|perhaps|potential|potentially|reportedly|apparently"
    r"|allegedly|likely"
    r"|unlikely|probably|appears?|seems?|some|somewhat|at this point|for now|in principle)\b"
)


def modality(content: str) -> Modality:
    """Return the modality of a content.

    Examples
    --------
    >>> modality("the allies might send troops")
    'possible'
    """
    low = content.lower()
    for name, pattern in _MODALS:
        if pattern.search(low):
            return name
    return "asserted"


def hedges(content: str) -> tuple[str, ...]:
    """Return the words that weaken a content, each once.

    Examples
    --------
    >>> hedges("It could perhaps work, and could fail.")
    ('could', 'perhaps')
    """
    return tuple(dict.fromkeys(_HEDGE.findall(content.lower())))


def stance(lemma: str, cue: str, content: str, role: ActorRole) -> Stance:  # noqa: C901 - the cases of a grammar, in order
    """Return the stance of a statement towards a commitment.

    Parameters
    ----------
    lemma
        The reporting word in its base form ("want").
    cue
        The reporting words as the text has them ("did not rule out").
    content
        What was said.
    role
        What the speaker's side is to the commitment.

    Examples
    --------
    >>> stance("say", "said", "we are ready to guarantee its independence", "guarantor")
    'OFFER'
    >>> stance("say", "said", "the guarantees must be ratified", "beneficiary")
    'DEMAND'
    """
    low, cued = content.lower(), cue.lower()
    negated = _NEGATION.search(cued) is not None
    if lemma == "call" and not _CALLED_FOR.search(cued):
        lemma = "describe"
    if _SCOPE.search(low):
        return "SCOPE"
    by_cue = _by_cue(lemma, cued, low, role, negated=negated)
    if by_cue is not None:
        return by_cue
    if _NONCOMMITTAL.search(low) or _NONCOMMITTAL.search(cued):
        return "NONCOMMITTAL"
    if _CONDITION.search(low):
        return "CONDITION"
    if role in {"beneficiary", "challenger"} and _MUST.search(low):
        return "DEMAND"
    if _doubted(lemma, low, negated=negated):
        return "DOUBT"
    declined = negated and lemma in _DISPOSED | _OFFER_CUES | _COMMIT_CUES
    if declined or _REJECT.search(low):
        return "REJECT"
    return _promised(lemma, low, role)


_NEGATION = re.compile(rf"\b{_NOT}\b|n['’]t\b")


def _by_cue(lemma: str, cued: str, low: str, role: ActorRole, *, negated: bool) -> Stance | None:
    """Return the stance that the reporting word alone decides."""
    if lemma == "rule" and "out" in cued:
        return "NONCOMMITTAL" if negated else "REJECT"
    if lemma in {"dismiss", "denounce"}:
        return "DOUBT"
    if lemma in _REJECT_CUES and not negated:
        return "REJECT"
    if lemma in _DEMAND_CUES or (role == "beneficiary" and _ASKS.search(low)):
        return _asked(low, role, negated=negated)
    return None


_CALLED_FOR = re.compile(r"\bcall\w* (?:for|on|upon)\b")
_DISPOSED = frozenset(
    {"ready", "willing", "prepared", "open", "inclined", "want", "intend", "plan"}
)


def _asked(low: str, role: ActorRole, *, negated: bool) -> Stance:
    """Return the stance of one who wants something."""
    if negated:
        return "REJECT"
    if role not in {"beneficiary", "challenger"} and _WELCOME.search(low):
        return "OFFER"  # to press for membership is to hold the door open
    return "DEMAND"


def _doubted(lemma: str, low: str, *, negated: bool) -> bool:
    if lemma in {"think", "believe", "expect", "trust", "see"} and negated:
        return True
    if lemma in _DOUBT_CUES and lemma != "warn":
        return not negated or lemma in {"doubt", "question"}
    return _DOUBT.search(low) is not None or (lemma == "clear" and negated) or lemma == "unclear"


def _promised(lemma: str, low: str, role: ActorRole) -> Stance:
    """Tell commitment, offer and demand apart by who speaks."""
    asks = role in {"beneficiary", "challenger"}
    if lemma in _BACKING and _WELCOME.search(low):
        return "DEMAND" if asks else "OFFER"
    if lemma in _COMMIT_CUES and (lemma != "agree" or low.startswith("to ")):
        return "COMMIT"
    if lemma in _OFFER_CUES:
        return "OFFER"
    if asks:
        return "DEMAND" if _DEMAND.search(low) else "REPORT"
    return _given(low, known=role != "unknown")


_BACKING = frozenset({"hope", "support", "favour", "favor", "welcome"})


def _given(low: str, *, known: bool) -> Stance:
    """Return what one who can give says about giving.

    Where it is not known for whom somebody speaks, "will" and "could" may be about others.
    """
    if known and _COMMIT.search(low):
        return "COMMIT"
    if _OFFER.search(low) or (known and (_COULD.search(low) or _BECOMES.search(low))):
        return "OFFER"
    return "REPORT"
