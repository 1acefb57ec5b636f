"""Whether a sentence affirms or denies, says or only wishes: the frame of each claim."""

from __future__ import annotations

import re
from dataclasses import dataclass

from foedus.claims import kind as cues
from foedus.claims.claim import Claim, Modality
from foedus.claims.kind import ClaimType
from foedus.claims.subject import Phrase, Subject
from foedus.sources import Span

_TURN = re.compile(
    r"\b(?:but|while|although|though|yet)\b|\band (?=(?:could|will|would|may|might|does|is|are"
    r"|has)\b)"
)
_NEITHER = re.compile(r"\bneither\b[^;]{0,80}?\bnor\b")
_TURNS = re.compile(r";|\b(?:but|while|whereas|although)\b")
EMPTY = Span(doc="", start=0, end=0, sha="")


@dataclass(frozen=True, slots=True)
class Draft:
    """A claim before its spans are sealed; offsets count from the sentence's start."""

    claim: Claim
    start: int
    end: int


def base(
    kind: ClaimType, phrase: Phrase, start: int, end: int, subject: Subject, *, against: bool
) -> Claim | None:
    """Make a claim with polarity and modality; None for wishes and embedded questions."""
    low = phrase.low
    begin, stop = phrase.clause(start)
    before = low[begin : end if kind == "who_is_bound" else start]
    if _wished(kind, before, low[:start], low[begin:stop], subject):
        return None
    near = _near(before)
    near = _NEITHER.sub("neither", cues.NO_NEGATION.sub(lambda m: " " * len(m.group()), near))
    denials = len(cues.NEGATION.findall(near))
    affirmed = (denials % 2 == 0) != against
    return Claim(
        id="",
        type=kind,
        affirmed=affirmed,
        modality=_modality(low[begin:stop], before),
        subject=subject,
        sentence="",
        span=EMPTY,
        cue=EMPTY,
        doc="",
        legal=cues.LEGALLY.search(low, begin, stop) is not None,
        nuclear=cues.REQUESTED.search(low) is not None,
        attack=cues.ATTACKED.search(low) is not None,
    )


def _near(before: str) -> str:
    """Return the part of a clause in which a negation reaches the cue."""
    turns = [m.end() for m in _TURN.finditer(before)]
    near = before[turns[-1] :] if turns else before
    comma = near.rfind(",")
    if comma < 0 or re.search(r"\b(?:neither|nothing|nobody|none)\b", near):
        return near
    return near[comma + 1 :]


def _wished(kind: ClaimType, before: str, sentence: str, clause: str, subject: Subject) -> bool:
    """Say whether the words before a cue make it a wish, a plan or an open question."""
    if cues.EMBEDDED.search(before) or re.match(r"\W*if\b", clause):
        return True
    turns = [m.end() for m in _TURNS.finditer(sentence) if m.start() > 3]
    wish = cues.DEMAND.search(before if subject.named else sentence[turns[-1] if turns else 0 :])
    if wish is not None and not (subject.named and wish.group().startswith("in ")):
        return True
    if (
        kind in {"requires_ratification", "when_it_starts"}
        and subject.named
        and "should" not in before
    ):
        return False
    ought = cues.OUGHT.search(before)
    return (
        ought is not None
        and cues.INVERTED.search(before) is None
        and kind not in {"what_help", "prevents"}
    )


def _modality(clause: str, before: str) -> Modality:
    if cues.IMPOSSIBLE.search(clause):
        return "denied"
    if cues.POSSIBLE.search(before):
        return "possible"
    return "conditional" if cues.CONDITIONAL.search(clause) else "asserted"
