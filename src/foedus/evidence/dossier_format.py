"""The format of a dossier's own files: what stands in each, and what may stand there.

The boundary between YAML and values. ``from`` is written without underscore in the files; no
unknown key is let through; a date is a day, a month or a year.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any, ClassVar, Literal

from foedus.evidence.actors import Actors, Office, Party, Person
from foedus.evidence.calendar import interval

Day = date | str | int | None  # 2022-03-29, "2022-03", 2022, or not known
QuestionKind = Literal["why", "what", "how", "role", "risks", "effect", "compare", "history"]
Precision = Literal["day", "month", "year", "first-seen"]
Lab = Literal["deterrence", "bargaining"]

# Boundary rules for pydantic: no key is guessed, and ``from`` is written without underscore.
_STRICT: dict[str, Any] = {
    "extra": "forbid",
    "alias_generator": lambda name: name.rstrip("_"),
    "populate_by_name": False,
}


def _check_days(**days: Day) -> None:
    """Refuse a day that is not of the calendar."""
    for name, day in days.items():
        if day is not None and interval(day) is None:
            raise ValueError(
                f"{name.rstrip('_')}: {day!r} is not a date; write 2022-03-29, 2022-03 or 2022"
            )


@dataclass(frozen=True, slots=True, kw_only=True)
class StateEntry:
    """A state; ``id`` is its ISO 3166-1 alpha-3 code."""

    __pydantic_config__: ClassVar[dict[str, Any]] = _STRICT
    id: str
    name: str
    aliases: tuple[str, ...] = ()
    adjectives: tuple[str, ...] = ()
    metonyms: tuple[str, ...] = ()
    cow: int | None = None
    gw: int | None = None
    member_of: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class OrganisationEntry:
    """An international organisation, an institution or a group."""

    __pydantic_config__: ClassVar[dict[str, Any]] = _STRICT
    id: str
    name: str
    aliases: tuple[str, ...] = ()
    metonyms: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class OfficeEntry:
    """A post that a person held. An absent ``to`` means: as far as ``seen_until`` shows.

    A precision says that the day given is only one of its month or year, or (``first-seen``)
    that the post may have begun earlier.
    """

    __pydantic_config__: ClassVar[dict[str, Any]] = _STRICT
    title: str
    of: str = ""
    from_: Day = None
    to: Day = None
    source: str = ""
    seen_until: Day = None
    from_precision: Precision = "day"
    to_precision: Precision = "day"
    note: str = ""

    def __post_init__(self) -> None:
        """Refuse what is not a date."""
        _check_days(from_=self.from_, to=self.to, seen_until=self.seen_until)


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonEntry:
    """A person, with the names a text may use and the posts held."""

    __pydantic_config__: ClassVar[dict[str, Any]] = _STRICT
    id: str
    name: str
    aliases: tuple[str, ...] = ()
    state: str = ""
    note: str = ""
    source: str = ""
    offices: tuple[OfficeEntry, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ActorsFile:
    """Everybody whom a dossier knows by name."""

    __pydantic_config__: ClassVar[dict[str, Any]] = _STRICT
    states: tuple[StateEntry, ...] = ()
    organisations: tuple[OrganisationEntry, ...] = ()
    people: tuple[PersonEntry, ...] = ()

    def actors(self, beneficiaries: tuple[str, ...], challengers: tuple[str, ...]) -> Actors:
        """Return the values that the rest of the evidence part works with."""
        parties = [
            Party(
                id=one.id,
                name=one.name,
                aliases=one.aliases,
                metonyms=one.metonyms,
                adjectives=one.adjectives,
            )
            for one in self.states
        ]
        parties += [
            Party(
                id=one.id,
                name=one.name,
                kind="organisation",
                aliases=one.aliases,
                metonyms=one.metonyms,
            )
            for one in self.organisations
        ]
        return Actors(
            parties=tuple(parties),
            people=tuple(_person(one) for one in self.people),
            beneficiaries=beneficiaries,
            challengers=challengers,
        )


def _coarse(day: Day, precision: Precision) -> Day:
    """Return a day as the month or year that is all it stands for."""
    length = {"day": 10, "month": 7, "year": 4, "first-seen": 0}[precision]
    return str(day)[:length] or None if day is not None else None


def _person(entry: PersonEntry) -> Person:
    offices = []
    for post in entry.offices:
        begun = interval(_coarse(post.from_, post.from_precision))
        ended = interval(_coarse(post.to, post.to_precision))
        start, end = (begun[0] if begun else None), (ended[1] if ended else None)
        offices.append(Office(title=post.title, of=post.of, start=start, end=end))
    return Person(
        id=entry.id,
        name=entry.name,
        aliases=entry.aliases,
        state=entry.state,
        offices=tuple(offices),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Meeting:
    """A dated meeting: what "the Istanbul talks this week" may mean."""

    __pydantic_config__: ClassVar[dict[str, Any]] = _STRICT
    id: str
    name: str
    place: str = ""
    from_: Day = None
    to: Day = None
    aliases: tuple[str, ...] = ()
    participants: tuple[str, ...] = ()
    output: str = ""
    source: str = ""

    def __post_init__(self) -> None:
        """Refuse what is not a date."""
        _check_days(from_=self.from_, to=self.to)

    def days(self) -> tuple[date, date] | None:
        """Return the first and last day, or None if it is not dated."""
        first, last = interval(self.from_), interval(self.to)
        if first is None:
            return last
        return (first[0], max(first[1], last[1]) if last else first[1])


@dataclass(frozen=True, slots=True, kw_only=True)
class PollResult:
    """One answer of a poll, in percent of those asked."""

    __pydantic_config__: ClassVar[dict[str, Any]] = _STRICT
    answer: str
    percent: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Poll:
    """A poll: who asked whom what, when, and what came out."""

    __pydantic_config__: ClassVar[dict[str, Any]] = _STRICT
    id: str
    pollster: str
    question: str
    results: tuple[PollResult, ...]
    population: str = ""
    sample: int | None = None
    from_: Day = None
    to: Day = None
    source: str = ""

    def __post_init__(self) -> None:
        """Refuse what is not a date."""
        _check_days(from_=self.from_, to=self.to)


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """A question that the explainer answers.

    ``labs`` names the labs without which the answer is not whole. ``clauses`` are the clauses to
    show first, each as ``instrument/clause`` (``un-charter/permissions.self_defence``).
    """

    __pydantic_config__: ClassVar[dict[str, Any]] = _STRICT
    id: str
    text: str
    kind: QuestionKind = "what"
    topics: tuple[str, ...] = ()
    parties: tuple[str, ...] = ()
    instruments: tuple[str, ...] = ()
    labs: tuple[Lab, ...] = ()
    clauses: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceMeta:
    """What ``sources.yaml`` says of one file; ``file`` is a name or a pattern such as ``*.txt``."""

    __pydantic_config__: ClassVar[dict[str, Any]] = _STRICT
    file: str
    title: str = ""
    outlet: str = ""
    country: str = ""
    document: str = ""
    published: Day = None
    address: str = ""
    number: str = ""
    language: str = ""
    kind: Literal["original", "summary"] = "original"

    def __post_init__(self) -> None:
        """Refuse what is not a date, and an address that is not of the web."""
        _check_days(published=self.published)
        if self.address and not self.address.startswith(("https://", "http://")):
            raise ValueError(f"address: {self.address!r} does not begin with https:// or http://")


@dataclass(frozen=True, slots=True, kw_only=True)
class Head:
    """The keys of ``dossier.yaml``."""

    __pydantic_config__: ClassVar[dict[str, Any]] = _STRICT
    id: str
    title: str
    question: str = ""
    beneficiary: str = ""
    challenger: str = ""
    agreements: tuple[str, ...] = ()
    horizon: Day = None
    language: str = "en"
    uses: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        """Refuse what is not a date."""
        _check_days(horizon=self.horizon)
