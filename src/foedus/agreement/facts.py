"""The facts of a case: what happened, where, who asked, who decided.

The blocks and words are those of section 2 of the case format ``foedus/case@1``. Every block is
optional; an absent one is empty, none or false. An *actor* is a state's code (``RUS``), or
``org:NAME`` or ``non_state:NAME``; files write the last two as ``{org: NAME}``.
"""

from __future__ import annotations

import dataclasses
import datetime as dt
import re
from dataclasses import dataclass
from typing import Annotated, Any, ClassVar

from pydantic import BeforeValidator, ConfigDict, Field, Strict, WithJsonSchema

from foedus.agreement.states import NAMES
from foedus.agreement.vocabulary import (
    AgreedSubject,
    Aim,
    Attribution,
    ByKind,
    ClaimedOrigin,
    CouncilState,
    CrossKind,
    Decision,
    EventKind,
    Ideology,
    Object,
    Origin,
    PartyStateName,
    PlaceType,
    Provoked,
    Region,
    RequestKind,
    VictimSays,
    VoteCast,
    Weapons,
)

_CODES = {name.casefold().removeprefix("the "): code for code, name in NAMES.items()}
_STATE = re.compile(r"[A-Z]{3}\Z")
STRICT = ConfigDict(extra="forbid")


def as_actor(value: Any) -> Any:
    """Read an actor: a state's code, ``{org: NAME}`` or ``{non_state: NAME}``."""
    if isinstance(value, dict) and len(value) == 1:
        ((kind, name),) = value.items()
        if kind in {"org", "non_state"} and isinstance(name, str):
            return f"{kind}:{name}"
    if isinstance(value, str) and (_STATE.match(value) or value.startswith(("org:", "non_state:"))):
        return value
    code = _CODES.get(str(value).casefold().removeprefix("the "))
    right = (
        f"write {code}"
        if code
        else "write a state's three-letter code, {org: NAME} or {non_state: NAME}"
    )
    message = f"{value!r} is not an actor: {right}"
    raise ValueError(message)


def _owner(value: Any) -> Any:
    """Read the owner of a place: a state's code, or ``none`` on the high seas."""
    return value if value == "none" else as_actor(value)


def as_word(value: Any) -> Any:
    """Read a word that YAML may have taken for a number."""
    return str(value) if isinstance(value, int | float) and not isinstance(value, bool) else value


def _everyone(value: Any) -> Any:
    return ["all"] if value == "all" else value


def _addressee(value: Any) -> Any:
    return value if value == "all" else as_actor(value)


_AS_STATE = {"type": "string", "pattern": "^[A-Z]{3}$"}
_AS_MAP = {
    "type": "object", "minProperties": 1, "maxProperties": 1, "additionalProperties": False,
    "properties": {"org": {"type": "string"}, "non_state": {"type": "string"}},
}  # fmt: skip
_AS_NAME = {"type": "string", "pattern": "^(org|non_state):"}
AS_ACTOR: dict[str, Any] = {"anyOf": [_AS_STATE, _AS_NAME, _AS_MAP]}
_AS_ALL = {"const": "all"}
_AS_ADDRESSEE = {"anyOf": [_AS_ALL, *AS_ACTOR["anyOf"]]}
_AS_OWNER = {"anyOf": [{"const": "none"}, *AS_ACTOR["anyOf"]]}

Flag = Annotated[bool, Strict()]  # ``yes`` is a word, only ``true`` and ``false`` are flags
Actor = Annotated[str, BeforeValidator(as_actor), WithJsonSchema(AS_ACTOR)]
Owner = Annotated[str, BeforeValidator(_owner), WithJsonSchema(_AS_OWNER)]
Word = Annotated[str, BeforeValidator(as_word), WithJsonSchema({"type": ["string", "number"]})]
Actors = tuple[Actor, ...]
Addressee = Annotated[str, BeforeValidator(_addressee), WithJsonSchema(_AS_ADDRESSEE)]
Addressees = Annotated[
    tuple[Addressee, ...],
    BeforeValidator(_everyone),
    WithJsonSchema({"anyOf": [_AS_ALL, {"type": "array", "items": _AS_ADDRESSEE}]}),
]
Pair = Annotated[tuple[Actor, ...], Field(min_length=2)]
ZoneId = Annotated[str, Field(pattern=r"^[a-z][a-z0-9_]*$")]


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """What was done, by whom, against whom, where."""

    __pydantic_config__: ClassVar[ConfigDict] = STRICT
    id: str
    date: dt.date
    kind: EventKind
    origin: Origin = "external"
    by: Actors = ()
    by_kind: ByKind = "state"
    backed_by: Actors = ()
    joined_by: Actors = ()
    against: Actors = ()
    place: str | None = None
    object: Object = "territory"
    weapons: Weapons = "conventional"
    provoked: Provoked = "no"
    attribution: Attribution = "certain"
    intended: Flag = True
    resisted: Flag | None = None
    victim_says: VictimSays | None = None
    claimed_origin: ClaimedOrigin | None = None
    ideology: Ideology | None = None
    aim: Aim | None = None

    @property
    def doers(self) -> tuple[str, ...]:
        """Those who act, those who join them, and the states behind them."""
        return tuple(dict.fromkeys((*self.by, *self.joined_by, *self.backed_by)))


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A place with the attributes that scope clauses ask for."""

    __pydantic_config__: ClassVar[ConfigDict] = STRICT
    id: str
    sovereign: Owner
    administered_by: Owner
    recognised_as: Owner
    region: Region
    type: PlaceType
    disputed: Flag = False
    claimed_by: Actors = ()
    occupied_by: Actor | None = None
    zones: tuple[ZoneId, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Request:
    """A request on record."""

    __pydantic_config__: ClassVar[ConfigDict] = STRICT
    date: dt.date
    by: Actor
    to: Addressees = ("all",)
    kind: RequestKind
    article: Word | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class DecisionOnRecord:
    """What an organ found or decided."""

    __pydantic_config__: ClassVar[ConfigDict] = STRICT
    organ: str
    date: dt.date
    decision: Decision
    votes_for: int | None = None
    votes_against: int | None = None
    vetoed_by: Actors = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Prior:
    """Who used force first in this conflict, and who is at war with whom."""

    __pydantic_config__: ClassVar[ConfigDict] = STRICT
    first_use_by: Actors = ()
    at_war: tuple[Pair, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class SecurityCouncil:
    """Where the matter stands in the Security Council."""

    __pydantic_config__: ClassVar[ConfigDict] = STRICT
    state: CouncilState = "inactive"
    resolution: Word | None = None
    recommends_assistance: Flag | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Ceasefire:
    """Whether a ceasefire is in force, since when, and who broke it."""

    __pydantic_config__: ClassVar[ConfigDict] = STRICT
    in_force: Flag
    since: dt.date | None = None
    breached_by: Actors = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Hostilities:
    """Whether the war that was running when the instrument was made has ended."""

    __pydantic_config__: ClassVar[ConfigDict] = STRICT
    ended: Flag
    ended_on: dt.date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Performance:
    """Whether a third party has done what the instrument makes a condition."""

    __pydantic_config__: ClassVar[ConfigDict] = STRICT
    by: Actor
    for_: Annotated[Actor, Field(alias="for")]
    done: Flag = False


@dataclass(frozen=True, slots=True, kw_only=True)
class AgreementOnRecord:
    """Something that parties agreed, or failed to agree, in the course of the case."""

    __pydantic_config__: ClassVar[ConfigDict] = STRICT
    between: Pair
    date: dt.date
    subject: AgreedSubject
    made: Flag


@dataclass(frozen=True, slots=True, kw_only=True)
class CrossInstrument:
    """Another instrument on which the duty depends."""

    __pydantic_config__: ClassVar[ConfigDict] = STRICT
    kind: CrossKind
    between: Pair
    in_force: Flag


@dataclass(frozen=True, slots=True, kw_only=True)
class Exemption:
    """An exemption that a party may invoke against an adversary."""

    __pydantic_config__: ClassVar[ConfigDict] = STRICT
    by: Actor
    article: Word
    adversary: Actor
    invoked: Flag


@dataclass(frozen=True, slots=True, kw_only=True)
class Waiver:
    """A release of a debtor by the beneficiary."""

    __pydantic_config__: ClassVar[ConfigDict] = STRICT
    by: Actor
    to: Actor
    date: dt.date


@dataclass(frozen=True, slots=True, kw_only=True)
class Vote:
    """A vote on the determination that a clause asks for."""

    __pydantic_config__: ClassVar[ConfigDict] = STRICT
    voter: Actor
    vote: VoteCast


@dataclass(frozen=True, slots=True, kw_only=True)
class AssumedState:
    """An assumed state of an instrument for a party, or for ``all``."""

    __pydantic_config__: ClassVar[ConfigDict] = STRICT
    instrument: str
    party: Addressee
    state: PartyStateName
    from_: Annotated[dt.date, Field(alias="from")]


@dataclass(frozen=True, slots=True, kw_only=True)
class AssumedTerms:
    """An assumed extra exclusion of zones."""

    __pydantic_config__: ClassVar[ConfigDict] = STRICT
    instrument: str
    exclude_zones: tuple[ZoneId, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """Everything that is known of a case, besides the instruments themselves."""

    __pydantic_config__: ClassVar[ConfigDict] = STRICT
    events: tuple[Event, ...] = ()
    places: tuple[Place, ...] = ()
    prior: Prior = Prior()
    requests: tuple[Request, ...] = ()
    findings: tuple[DecisionOnRecord, ...] = ()
    unsc: SecurityCouncil = SecurityCouncil()
    ceasefire: Ceasefire = Ceasefire(in_force=False)
    hostilities: Hostilities = Hostilities(ended=False)
    performance: tuple[Performance, ...] = ()
    agreements: tuple[AgreementOnRecord, ...] = ()
    cross_instruments: tuple[CrossInstrument, ...] = ()
    exemptions: tuple[Exemption, ...] = ()
    waivers: tuple[Waiver, ...] = ()
    votes: tuple[Vote, ...] = ()
    beneficiary: Actors = ()
    interest_affected: Actors = ()
    instrument_state: tuple[AssumedState, ...] = ()
    instrument_terms: tuple[AssumedTerms, ...] = ()

    def place(self, name: str | None) -> Place | None:
        """Return the place of that name, or None."""
        return next((place for place in self.places if place.id == name), None)

    def as_of(self, at: dt.date) -> Facts:
        """Return the facts without those dated after ``at``."""
        hostilities = self.hostilities
        if hostilities.ended_on is not None and hostilities.ended_on > at:
            hostilities = Hostilities(ended=False)
        ceasefire = self.ceasefire
        if ceasefire.since is not None and ceasefire.since > at:
            ceasefire = Ceasefire(in_force=False)
        return dataclasses.replace(
            self,
            events=tuple(sorted((e for e in self.events if e.date <= at), key=lambda e: e.date)),
            requests=tuple(r for r in self.requests if r.date <= at),
            findings=tuple(f for f in self.findings if f.date <= at),
            agreements=tuple(a for a in self.agreements if a.date <= at),
            waivers=tuple(w for w in self.waivers if w.date <= at),
            hostilities=hostilities,
            ceasefire=ceasefire,
            instrument_state=tuple(s for s in self.instrument_state if s.from_ <= at),
        )
