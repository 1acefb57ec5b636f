"""Sentences made from the dossier's own dated entries: what an event citation leads to."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from foedus.agreement.facts import Event
from foedus.agreement.model import Agreement
from foedus.briefing.prose import between, day, full_stop, listed, parties, the
from foedus.evidence.actors import Actors, Person
from foedus.evidence.dossier import Dossier
from foedus.evidence.dossier_format import Meeting, Poll
from foedus.sources import EventCitation, Sentence

ACT = {
    "armed_attack": "began an armed attack on",
    "limited_armed_attack": "used limited armed force against",
    "blockade": "blockaded",
    "occupation": "occupied land of",
    "mobilisation": "massed forces against",
    "threat": "threatened",
    "ultimatum": "gave an ultimatum to",
    "grey_zone": "acted below the threshold of force against",
    "cyber": "attacked by cyber means",
    "sabotage": "committed sabotage against",
    "proxy_attack": "attacked",
    "airspace_incursion": "entered the airspace of",
    "insurgency": "rose against",
    "coup": "overthrew the order of",
    "treaty_breach": "broke a treaty with",
    "economic_coercion": "put economic pressure on",
    "nuclear_threat": "threatened with nuclear weapons",
    "declaration_of_war": "declared war on",
    "joins_alliance": "joined an alliance against",
    "hosts_foreign_forces": "took in foreign forces against",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A dated entry: where it stands, when it was, its sentences, where it comes from."""

    file: str
    id: str
    when: date | None
    title: str
    shown: str
    sentences: tuple[str, ...]
    source: str = ""

    def cited(self) -> tuple[Sentence, ...]:
        """Return the entry's sentences with their citation."""
        citation = EventCitation(file=self.file, entry=self.id)
        return tuple(Sentence(text=text, citations=(citation,)) for text in self.sentences)


def entries(
    dossier: Dossier,
    agreements: Sequence[Agreement],
    events: Sequence[Event],
    names: dict[str, str],
) -> tuple[Entry, ...]:
    """Return every dated entry of a dossier, oldest first, undated ones last."""
    made = [
        *(_meeting(one, names) for one in dossier.meetings),
        *(_event(one, names) for one in events if one.kind in ACT),
        *(_poll(one) for one in dossier.polls),
        *_actors(dossier.actors, agreements, names),
        *(_signed(one) for one in agreements),
    ]
    if dossier.question.strip():
        made.append(
            Entry(
                file="dossier.yaml",
                id="question",
                when=None,
                title="The dossier’s question",
                shown="",
                sentences=(dossier.question.strip(),),
            )
        )
    return tuple(sorted(made, key=lambda one: (one.when or date.max, one.file, one.id)))


#: First words of a meeting's name that are no names themselves.
_COMMON = frozenset(
    {"consultation", "signing", "summit", "trilateral", "video", "meeting", "visit"}
)


def meeting_head(name: str) -> str:
    """Return a meeting's name as it begins a sentence.

    Examples
    --------
    >>> meeting_head("Signing of the pact"), meeting_head("Berlin talks")
    ('The signing of the pact', 'The Berlin talks')
    """
    first, _, rest = name.partition(" ")
    if first.lower() == "the" or first.endswith(("'s", "’s")):
        return name[:1].upper() + name[1:]
    if first.lower() in _COMMON:
        name = f"{first.lower()} {rest}".strip()
    return f"The {name}"


def _meeting(one: Meeting, names: dict[str, str]) -> Entry:
    days = one.days()
    when = between(*days) if days else "on a date that is not known"
    head = meeting_head(one.name)
    place = f" in {one.place}" if one.place and one.place not in one.name else ""
    on = "" if not days else " on" if days[0] == days[1] else " over"
    many = (
        one.name.split(" ")[0].endswith("talks")
        or " talks" in f" {one.name}"
        or (one.name.endswith("s") and "talks" in one.name)
    )
    with_ = list(one.participants)
    told = [
        f"{head} {'were' if many else 'was'} held{place}{on} {when}"
        + (f" with {parties(with_, names)}" if 1 < len(with_) <= 8 else "")
        + "."
    ]
    if one.output:
        told.append(full_stop(f"{head} ended with this result: {one.output}"))
    return Entry(
        file="meetings.yaml",
        id=one.id,
        when=days[0] if days else None,
        title=one.name,
        shown=when,
        sentences=tuple(told),
        source=one.source,
    )


def _event(one: Event, names: dict[str, str]) -> Entry:
    by = [code.partition(":")[2] or code for code in (*one.by, *one.joined_by)]
    against = [code.partition(":")[2] or code for code in one.against]
    doubt = "" if one.attribution == "certain" else " (who acted is contested)"
    text = (
        f"On {day(one.date)} {parties(by, names)} {ACT[one.kind]} {parties(against, names)}{doubt}."
    )
    return Entry(
        file="events.yaml",
        id=one.id,
        when=one.date,
        title=one.kind.replace("_", " ").capitalize(),
        shown=day(one.date),
        sentences=(text,),
    )


def _poll(one: Poll) -> Entry:
    from foedus.evidence.calendar import interval

    days = interval(one.to) or interval(one.from_)
    when = day(str(one.to or one.from_ or ""))
    shares = [f"{result.percent:g} per cent “{result.answer}”" for result in one.results]
    sample = f", {one.sample:,} asked" if one.sample else ""
    text = (
        f"{one.pollster} found in {when} "
        f"({one.population or 'population not given'}{sample}): {listed(shares)}, "
        f"asked in other words: {one.question}"
    )
    return Entry(
        file="polls.yaml",
        id=one.id,
        when=days[0] if days else None,
        title=f"Poll by {one.pollster}",
        shown=when,
        sentences=(full_stop(text.rstrip("?")),),
        source=one.source,
    )


def _actors(
    actors: Actors, agreements: Sequence[Agreement], names: dict[str, str]
) -> Iterator[Entry]:
    for party in actors.parties:
        told = []
        part = {
            "beneficiary": "the state to be protected",
            "challenger": "the state to be deterred",
        }.get(actors.role(party.id), "")
        head = the(party.id, names, head=True)
        if part:
            told.append(f"{head} is {part} in this dossier.")
        of = [
            one.name
            for one in agreements
            if one.party(party.id)
            and any(p.id.removeprefix("org:") == party.id for p in one.parties)
        ]
        of += [
            one.name for one in agreements if any(p.id == f"org:{party.id}" for p in one.parties)
        ]
        if of:
            told.append(f"{head} is named as a party in {listed(of)}.")
        if told:
            yield Entry(
                file="actors.yaml",
                id=party.id,
                when=None,
                title=party.name,
                shown="",
                sentences=tuple(told),
            )
    for person in actors.people:
        yield _person(person, names)


def _person(person: Person, names: dict[str, str]) -> Entry:
    told = []
    for post in person.offices:
        of = (
            f" of {the(post.of, names)}"
            if post.of and post.of not in post.title and (names.get(post.of, "") not in post.title)
            else ""
        )
        span = f" from {day(post.start)}" if post.start else ""
        span += f" to {day(post.end)}" if post.end else ""
        told.append(f"{person.name} was listed as {post.title}{of}{span}.")
    begun = max((post.start for post in person.offices if post.start), default=None)
    del begun
    return Entry(
        file="actors.yaml",
        id=person.id,
        when=None,
        title=person.name,
        shown="",
        sentences=tuple(told),
    )


def _signed(one: Agreement) -> Entry:
    name = one.name[:1].upper() + one.name[1:]
    verb = "was signed" if one.concluded else "was drafted and never concluded"
    text = (
        f"{name} {verb}, dated {day(one.signed)}."
        if not one.concluded
        else f"{name} was signed on {day(one.signed)}."
    )
    return Entry(
        file="agreements",
        id=one.id,
        when=one.signed,
        title=one.title,
        shown=day(one.signed),
        sentences=(text,),
    )
