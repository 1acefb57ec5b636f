"""Who said what: a statement is a source, a cue and a content, each a span of one document.

Everything that was found automatically is *proposed*; a reviewer's verdict is kept beside it.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from foedus.evidence.when import UNKNOWN, When
from foedus.sources import Span

StatementKind = Literal["direct", "indirect", "mixed"]
Stance = Literal[
    "OFFER", "COMMIT", "DEMAND", "CONDITION", "SCOPE", "DOUBT", "REJECT", "NONCOMMITTAL", "REPORT"
]
Modality = Literal["asserted", "possible", "necessary", "denied", "hypothetical"]
ActorRole = Literal["guarantor", "beneficiary", "challenger", "other", "unknown"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Speaker:
    """Who speaks, as the document names them and as the dossier knows them.

    ``actor`` is an id of ``actors.yaml`` (person, state or organisation) or empty; ``party`` is
    the state or organisation that they speak for, or empty; ``confidence`` is of the match.
    """

    name: str
    actor: str = ""
    party: tuple[str, ...] = ()
    role: ActorRole = "unknown"
    anonymous: bool = False
    collective: bool = False
    confidence: float = 0.0
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """One attribution. ``reported_by`` is the chain of those who passed it on, nearest first."""

    id: str
    doc: str
    speaker: Speaker
    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    content: tuple[Span, ...]
    kind: StatementKind
    text: str
    stance: Stance = "REPORT"
    modality: Modality = "asserted"
    topics: tuple[str, ...] = ()
    instruments: tuple[str, ...] = ()
    hedges: tuple[str, ...] = ()
    reported_by: tuple[str, ...] = ()
    said: When = UNKNOWN
    confidence: float = 0.5
    extractor: str = "rules-1"


@dataclass(frozen=True, slots=True, kw_only=True)
class Position:
    """The stance of a party on a commitment, valid from a date, resting on statements."""

    party: str
    commitment: str
    stance: Stance
    when: When
    statements: tuple[Statement, ...]


Relation = Literal["changed", "contradicts", "incompatible_order_unknown"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Contradiction:
    """Two positions of one party on one commitment that cannot both hold."""

    relation: Relation
    earlier: Position
    later: Position
    reason: str
