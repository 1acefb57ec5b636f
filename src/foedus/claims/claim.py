"""A claim: what a sentence says of a guarantee, in parts that the clauses can answer."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal

from foedus.claims.covered import Covered
from foedus.claims.kind import ClaimType, Help
from foedus.claims.subject import Subject
from foedus.evidence.when import UNKNOWN, When
from foedus.sources import Span

if TYPE_CHECKING:
    from foedus.evidence.statement import Statement

Modality = Literal["asserted", "possible", "conditional", "denied"]
THE_PAGE = "the page itself"


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """What a sentence says of a guarantee.

    ``affirmed`` is False for a claim that denies ("is not binding"); ``limit`` for one that says
    *only*. ``legal`` says that a duty in law is claimed.
    """

    id: str
    type: ClaimType
    affirmed: bool
    modality: Modality
    subject: Subject
    sentence: str
    span: Span
    cue: Span
    doc: str
    speaker: str = THE_PAGE
    said: When = UNKNOWN
    parties: tuple[str, ...] = ()
    debtors: tuple[str, ...] = ()
    helps: tuple[Help, ...] = ()
    objects: tuple[Covered, ...] = ()
    starts: tuple[str, ...] = ()
    year: int | None = None
    limit: bool = False
    legal: bool = False
    nuclear: bool = False
    attack: bool = False
    words: tuple[str, ...] = ()


def with_speakers(made: Sequence[Claim], statements: Sequence[Statement]) -> tuple[Claim, ...]:
    """Give each claim the speaker of the narrowest statement that its cue lies in."""
    if not statements or not made:
        return tuple(made)
    spans = [(span.end - span.start, span, one) for one in statements for span in one.content]
    spans.sort(key=lambda item: item[0])
    done = []
    for one in made:
        claim = one
        inside = (
            one
            for _, span, one in spans
            if span.start <= claim.cue.start and claim.cue.end <= span.end
        )
        statement = next(inside, None)
        if statement is not None:
            said = statement.said if statement.said.how != "unknown" else claim.said
            claim = replace(
                claim, speaker=statement.speaker.name or "somebody without a name", said=said
            )
        done.append(claim)
    return tuple(done)
