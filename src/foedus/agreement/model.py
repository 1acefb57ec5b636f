"""An agreement as values: parties, scope, triggers, obligations, duties to refrain, term.

One :class:`Agreement` is one instrument, whatever its legal force. Nothing here decides
anything: :mod:`foedus.agreement.level` computes rungs, :mod:`foedus.agreement.force` the state
of the treaty for a party on a day, :mod:`foedus.obligations` who owes what.

The terms are those of ATOP's codebook (Leeds et al. 2002) and of the Vienna Convention on the
Law of Treaties; the reference documentation has the table.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Annotated, Any, ClassVar, Literal

from pydantic import AfterValidator, BeforeValidator, ConfigDict, Field, WithJsonSchema

from foedus.agreement.condition import ALWAYS, Condition, read_condition
from foedus.agreement.duration import PATTERN, checked
from foedus.agreement.facts import STRICT, Actor, Flag, Word, ZoneId, as_actor, as_word
from foedus.agreement.vocabulary import (
    AgreedSubject,
    Content,
    DecidedBy,
    Decision,
    Deontic,
    Discretion,
    InstrumentType,
    LegalForce,
    NegativeContent,
    NoDecision,
    Object,
    PartyStateName,
    PlaceType,
    Qualifier,
    ReadingKind,
    Region,
    RoleKind,
    Rung,
    TerritoryTest,
    Verified,
    VoteRule,
)

SCHEMA = "foedus/agreement@1"


def _listed(value: Any) -> Any:
    """Take a lone word, or ``{org: NAME}``, for a list of one."""
    return [value] if isinstance(value, str | dict) else value


def _meant(value: Any) -> Any:
    """Read a word for somebody; ``{org: NAME}`` is one, as in ``parties``."""
    return as_actor(value) if isinstance(value, dict) else as_word(value)


When = Annotated[
    Condition, BeforeValidator(read_condition), WithJsonSchema({"x-foedus": "condition"})
]
Id = Annotated[str, Field(pattern=r"^[a-z0-9][a-z0-9_.-]*$")]
#: Who: a state's code, an organisation, a role of the file, or ``party`` (any party).
Who = Annotated[
    tuple[Annotated[str, BeforeValidator(_meant)], ...],
    BeforeValidator(_listed),
    Field(min_length=1),
    WithJsonSchema({"x-foedus": "who"}),
]
Duration = Annotated[
    str, AfterValidator(checked), WithJsonSchema({"type": "string", "pattern": PATTERN})
]


@dataclass(frozen=True, slots=True, kw_only=True)
class PartyState:
    """The state of the treaty for one party, from a day on (to ``to``, the last day, if given).

    ``with_`` limits a suspension to the pairs with the parties named.
    """

    __pydantic_config__: ClassVar[ConfigDict] = STRICT
    state: PartyStateName
    from_: Annotated[dt.date, Field(alias="from")]
    to: dt.date | None = None
    with_: Annotated[tuple[Actor, ...], Field(alias="with")] = ()
    cite: Word = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reservation:
    """A party's unilateral limit: a reservation, an understanding, a declaration.

    Where ``when`` holds, the obligations named are ``excluded`` for this party, or keep their
    floor with ``no_ceiling``; ``until`` is the last day of the declaration.
    """

    __pydantic_config__: ClassVar[ConfigDict] = STRICT
    kind: Literal["reservation", "understanding", "declaration", "specific_character"]
    obligations: tuple[Id, ...]
    effect: Literal["excluded", "no_ceiling"]
    when: When = ALWAYS
    until: dt.date | None = None
    text: str = ""
    cite: Word = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Party:
    """A party and its dated history with the instrument. ``any_state`` stands for every state."""

    __pydantic_config__: ClassVar[ConfigDict] = STRICT
    id: Actor | Literal["any_state"]
    role: Id
    history: Annotated[tuple[PartyState, ...], Field(min_length=1)]
    reservations: tuple[Reservation, ...] = ()
    successor_of: Actor | None = None
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Role:
    """What the parties of a role are to the instrument."""

    __pydantic_config__: ClassVar[ConfigDict] = STRICT
    kind: RoleKind
    reciprocal: Flag = False
    collective_or_several: Literal["several", "collective", "disputed"] = "several"
    complete: Flag = True  # False: the list of parties is known in part only
    note: str = ""
    cite: Word = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Territory:
    """A piece of covered or excluded territory.

    ``id`` is a state's code, a role, ``party`` (any party), ``creditor`` (the state that is
    owed the duty) or a zone. ``test`` says what makes land that state's: general recognition
    (where the file does not say), sovereignty, or administration. The other fields narrow it.
    """

    __pydantic_config__: ClassVar[ConfigDict] = STRICT
    id: Word
    test: TerritoryTest | None = None
    regions: tuple[Region, ...] = ()
    types: tuple[PlaceType, ...] = ()
    places: tuple[str, ...] = ()
    from_: Annotated[dt.date | None, Field(alias="from")] = None
    until: dt.date | None = None
    cite: Word = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class CoveredObject:
    """Objects that are covered beyond the territory: forces, vessels, aircraft, and where.

    ``of`` limits it to land recognised as that of the states named.
    """

    __pydantic_config__: ClassVar[ConfigDict] = STRICT
    kind: tuple[Object, ...]
    of: tuple[Actor, ...] = ()
    within: tuple[Region, ...] = ()
    types: tuple[PlaceType, ...] = ()
    zones: tuple[ZoneId, ...] = ()
    cite: Word = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class TerritoryLists:
    """What is covered, less what is left out."""

    __pydantic_config__: ClassVar[ConfigDict] = STRICT
    include: tuple[Territory, ...] = ()
    exclude: tuple[Territory, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Scope:
    """Where and to what the clauses apply; no list means that the text sets no limit."""

    __pydantic_config__: ClassVar[ConfigDict] = STRICT
    territory: TerritoryLists = TerritoryLists()
    objects: tuple[CoveredObject, ...] = ()
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Trigger:
    """The clause's description of the event that makes a promise fall due."""

    __pydantic_config__: ClassVar[ConfigDict] = STRICT
    id: Id
    cite: Word
    when: When
    burden: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Determination:
    """Who decides that a trigger is met, and how.

    ``voters`` are the parties or roles that vote; with none, the organ decides by itself and
    only its findings count.
    """

    __pydantic_config__: ClassVar[ConfigDict] = STRICT
    trigger: Id
    by: DecidedBy
    organ: str = ""
    decisions: tuple[Decision, ...] = ("attack_established", "breach_established")
    subject: AgreedSubject = "attack_exists"
    rule: VoteRule = "unanimity"
    n: int = 0
    voters: Annotated[tuple[Word, ...], BeforeValidator(_listed)] = ()
    attacker_excluded: Flag = False
    deadline: Duration | None = None
    default_if_no_decision: NoDecision = "open"
    cite: Word = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Means:
    """What help may or must consist of.

    ``discretion``: ``none`` (the content is owed as named), ``means`` (help is owed, its kind is
    the debtor's choice), ``action`` (the debtor alone decides what to do).
    """

    __pydantic_config__: ClassVar[ConfigDict] = STRICT
    discretion: Discretion = "none"
    includes: tuple[Content, ...] = ()
    excludes: tuple[Content, ...] = ()
    consent_needed: Flag = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Override:
    """A rung fixed by a named reading instead of the table, with its reason."""

    __pydantic_config__: ClassVar[ConfigDict] = STRICT
    reading: str
    reason: str
    level: Rung | None = None
    ceiling: Rung | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Obligation:
    """What a debtor owes a creditor when a trigger is met."""

    __pydantic_config__: ClassVar[ConfigDict] = STRICT
    id: Id
    cite: Word
    debtor: Who
    creditor: Who
    trigger: Id
    deontic: Deontic
    content: Annotated[tuple[Content, ...], Field(min_length=1)]
    summary: str = ""
    requires_determination: Flag = False
    within: Literal["scope", "anywhere"] = "scope"
    means: Means = Means()
    deadline: Duration | None = None
    active_when: When = ALWAYS
    unless: When | None = None
    sequence_after: Id | None = None
    until: str = ""
    qualifiers: tuple[Qualifier, ...] = ()
    override: Override | None = None
    verified: Verified = "suite"


@dataclass(frozen=True, slots=True, kw_only=True)
class NegativeDuty:
    """A duty to refrain, with the acts that break it."""

    __pydantic_config__: ClassVar[ConfigDict] = STRICT
    id: Id
    cite: Word
    debtor: Who
    creditor: Who = ("party",)
    content: Annotated[tuple[NegativeContent, ...], Field(min_length=1)]
    breached_when: When
    unless: When | None = None
    summary: str = ""
    verified: Verified = "suite"


@dataclass(frozen=True, slots=True, kw_only=True)
class Permission:
    """What a party may do; a permission is never a duty."""

    __pydantic_config__: ClassVar[ConfigDict] = STRICT
    id: Id
    cite: Word
    holder: Who
    act: str
    ceiling: Rung = "none"
    trigger: Id | None = None
    purpose_limit: str = ""
    after: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Clause:
    """A condition with the article that sets it."""

    __pydantic_config__: ClassVar[ConfigDict] = STRICT
    when: When
    cite: Word = ""
    summary: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Conditions:
    """Conditions on the whole instrument.

    ``activation`` is tested with being in force; ``binding`` says when a political promise is
    law for a party; ``exemption`` sets the duties aside where it holds.
    """

    __pydantic_config__: ClassVar[ConfigDict] = STRICT
    activation: Clause | None = None
    binding: Clause | None = None
    exemption: Clause | None = None
    third_party_performance: Clause | None = None
    cross_instrument: Clause | None = None
    duties_of_beneficiary: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Sunset:
    """An event that ends the instrument early: a party joins another instrument."""

    __pydantic_config__: ClassVar[ConfigDict] = STRICT
    party: Actor
    joins: Id


@dataclass(frozen=True, slots=True, kw_only=True)
class Term:
    """How the instrument begins and ends. ``ended`` is its last day in force."""

    __pydantic_config__: ClassVar[ConfigDict] = STRICT
    entry_into_force: Literal["signature", "ratification", "never", "other", ""] = ""
    length: Duration | None = None
    renewal: str = ""
    earliest_withdrawal: Duration | None = None
    notice: Duration | None = None
    review: str = ""
    sunset_event: str = ""
    sunset: Sunset | None = None
    ended: dt.date | None = None
    cite: Word = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Organ:
    """A body that the instrument names, and what it may do."""

    __pydantic_config__: ClassVar[ConfigDict] = STRICT
    id: str
    powers: str = ""
    cite: Word = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class MeansStatus:
    """How far the means of an obligation are: promised, planned, in place, tested."""

    __pydantic_config__: ClassVar[ConfigDict] = STRICT
    means: str
    state: Literal["promised", "planned", "in_place", "tested"]
    on: dt.date | None = None
    source: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """A reading of a clause by somebody; practice never overwrites text."""

    __pydantic_config__: ClassVar[ConfigDict] = STRICT
    id: Id
    of: str
    by: str
    kind: ReadingKind
    says: str
    date: dt.date | None = None
    override: tuple[tuple[str, str], ...] = ()
    source: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class BindingEvidence:
    """One piece of evidence for or against the instrument being legally binding."""

    __pydantic_config__: ClassVar[ConfigDict] = STRICT
    kind: Literal[
        "verbs", "final_clauses", "registration", "ratification", "dispute_settlement",
        "termination_clause", "party_statement", "domestic_status", "title",
    ]  # fmt: skip
    speaks: Literal["for", "against"]
    says: str
    party: Actor | None = None
    source: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Interplay:
    """How the instrument stands to another."""

    __pydantic_config__: ClassVar[ConfigDict] = STRICT
    with_: Annotated[str, Field(alias="with")]
    rule: Literal["prevails", "without_prejudice", "requires", "complements", "yields"]
    cite: Word = ""
    says: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceNote:
    """What a file rests on, and whether that can be opened by others."""

    __pydantic_config__: ClassVar[ConfigDict] = STRICT
    id: Id
    where: str
    status: Verified
    span: str = ""
    address: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Agreement:
    """One instrument, written down once."""

    __pydantic_config__: ClassVar[ConfigDict] = STRICT
    schema: Literal["foedus/agreement@1"]
    id: Id
    title: str
    instrument_type: InstrumentType
    legal_force: LegalForce
    signed: dt.date
    parties: Annotated[tuple[Party, ...], Field(min_length=1)]
    roles: dict[Id, Role]
    short: str = ""
    names: tuple[str, ...] = ()
    unit: Literal["Article", "paragraph", "point", "section", "part"] = "Article"
    reading: str = "suite"
    concluded: Flag = True
    beneficiary: Actor | None = None
    challenger: Actor | None = None
    depositary: str = ""
    languages: tuple[str, ...] = ()
    secret: Flag = False
    annex_of: str = ""
    amends: str = ""
    supersedes: str = ""
    summary: str = ""
    scope: Scope = Scope()
    triggers: tuple[Trigger, ...] = ()
    determination: tuple[Determination, ...] = ()
    obligations: tuple[Obligation, ...] = ()
    negative_duties: tuple[NegativeDuty, ...] = ()
    permissions: tuple[Permission, ...] = ()
    conditions: Conditions = Conditions()
    term: Term = Term()
    organs: tuple[Organ, ...] = ()
    means_status: tuple[MeansStatus, ...] = ()
    readings: tuple[Reading, ...] = ()
    binding_evidence: tuple[BindingEvidence, ...] = ()
    interplay: tuple[Interplay, ...] = ()
    sources: tuple[SourceNote, ...] = ()

    def party(self, who: str) -> Party | None:
        """Return the entry of a party, or of ``any_state`` for a state, or None."""
        for party in self.parties:
            if party.id == who:
                return party
        if len(who) == 3:
            return next((party for party in self.parties if party.id == "any_state"), None)
        return None

    def trigger(self, name: str) -> Trigger:
        """Return the trigger of that id."""
        return next(trigger for trigger in self.triggers if trigger.id == name)

    def determined_by(self, trigger: str) -> Determination | None:
        """Return who decides on a trigger, or None where the text names nobody."""
        return next((d for d in self.determination if d.trigger == trigger), None)

    def means(self, who: str, words: tuple[str, ...]) -> bool:
        """Say whether a state is meant by words such as ``ally``, ``party``, ``FRA``."""
        if who in words:
            return True
        party = self.party(who)
        return party is not None and ("party" in words or party.role in words)

    @property
    def name(self) -> str:
        """The short name, for sentences."""
        return self.short or self.title
