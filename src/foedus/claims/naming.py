"""How instruments and meetings are named: the index that the texts are searched with.

Each instrument brings its own names. The rest is derived: its place ("Budapest" of *Budapest
Memorandum*), its year, what kind of paper it is, its parties, and the meeting that made it.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import timedelta
from typing import TYPE_CHECKING

from foedus.claims.party import is_state, lexicon
from foedus.claims.word import Phrases, folded

if TYPE_CHECKING:
    from collections.abc import Iterable

    from foedus.agreement.model import Agreement
    from foedus.evidence.actors import Actors
    from foedus.evidence.dossier_format import Meeting

#: Nouns for a paper -> the kinds of instrument that they may mean; empty: any.
PAPERS: dict[str, frozenset[str]] = {
    "memorandum": frozenset({"memorandum"}),
    "declaration": frozenset({"declaration"}),
    "treaty": frozenset({"treaty", "convention", "draft"}),
    "convention": frozenset({"convention", "treaty"}),
    "protocol": frozenset({"protocol"}),
    "charter": frozenset({"treaty"}),
    "compact": frozenset({"declaration"}),
    "communique": frozenset({"draft", "declaration"}),
    "draft": frozenset({"draft"}),
    "pact": frozenset(),
    "agreement": frozenset(),
    "agreements": frozenset(),
    "accord": frozenset(),
    "accords": frozenset(),
    "deal": frozenset(),
    "document": frozenset(),
    "text": frozenset(),
}
#: Nouns for what a paper holds.
PROMISES = frozenset(
    [
        "guarantee",
        "guarantees",
        "assurance",
        "assurances",
        "commitment",
        "commitments",
        "pledge",
        "pledges",
        "promise",
        "promises",
        "proposal",
        "proposals",
        "undertaking",
        "undertakings",
    ]
)
GATHERINGS = frozenset(
    ["talks", "meeting", "summit", "negotiations", "conference", "round", "session", "gathering"]
)
#: Organisation -> the instrument that its members are bound by.
TREATY_OF = {"nato": "nato-1949", "otan": "nato-1949", "eu": "teu-42-7", "un": "un-charter"}
_DAY = timedelta(days=1)


#: Further words at which a name can begin or a paper of others be named.
LEADING = frozenset({"article", "articles", "art", "membership", "statement", "plan", "offer"})


def anything(value: object) -> bool:  # noqa: ARG001 - a filter that lets everything through
    """Choose every phrase."""
    return True


@dataclass(frozen=True, slots=True, kw_only=True)
class Names:
    """What a text is searched for: instruments, meetings, and the words that lead to them."""

    agreements: dict[str, Agreement]
    meetings: tuple[Meeting, ...] = ()
    table: Phrases[tuple[str, str]] = field(
        default_factory=Phrases
    )  # ("instrument" | "meeting", id)
    places: dict[str, tuple[str, ...]] = field(default_factory=dict)  # place word -> instruments
    seats: dict[str, tuple[str, ...]] = field(default_factory=dict)  # place word -> meetings
    articles: dict[str, tuple[str, ...]] = field(default_factory=dict)  # "42(7)" -> instruments
    made: dict[str, str] = field(default_factory=dict)  # meeting -> the instrument it made
    nouns: dict[str, frozenset[str]] = field(default_factory=dict)  # instrument -> nouns for it
    parties: Phrases[tuple[str, bool]] = field(default_factory=lexicon)
    owners: frozenset[str] = frozenset()  # words that make a paper somebody's own
    triggers: frozenset[str] = frozenset()  # words at which a name can begin


def names_of(
    agreements: Iterable[Agreement], meetings: Iterable[Meeting] = (), actors: Actors | None = None
) -> Names:
    """Prepare the names of instruments and of a dossier's meetings for the search.

    Parameters
    ----------
    agreements
        Those of the library, and a dossier's own.
    meetings
        A dossier's dated meetings.
    actors
        A dossier's states and organisations, known beside the common ones.
    """
    listed = {agreement.id: agreement for agreement in agreements}
    met = tuple(meetings)
    table: Phrases[tuple[str, str]] = Phrases()
    places: dict[str, tuple[str, ...]] = {}
    articles: dict[str, tuple[str, ...]] = {}
    nouns: dict[str, frozenset[str]] = {}
    for agreement in listed.values():
        nouns[agreement.id] = _nouns(agreement)
        for name in _names(agreement):
            key = folded(name)
            number = _article(key)
            if number:
                articles[number] = (*articles.get(number, ()), agreement.id)
            else:
                table.add(name, ("instrument", agreement.id))
            place = _place(key)
            if place and agreement.id not in places.get(place, ()):
                places[place] = (*places.get(place, ()), agreement.id)
    seats: dict[str, tuple[str, ...]] = {}
    for meeting in met:
        for name in (meeting.name, *meeting.aliases):
            table.add(name, ("meeting", meeting.id))
        place = "-".join(folded(meeting.place))
        if place:
            seats[place] = (*seats.get(place, ()), meeting.id)
    protected = {a.beneficiary for a in listed.values() if a.beneficiary}
    known = lexicon(actors)
    owners = known.first_words(
        lambda value: value[0] not in protected and not value[0].startswith("group:"), alone=True
    )
    triggers = known.first_words(anything) | table.first_words(anything) | PAPERS.keys()
    triggers |= PROMISES | GATHERINGS | places.keys() | seats.keys() | articles.keys()
    triggers |= TREATY_OF.keys() | LEADING | {n.replace("(", ".").rstrip(")") for n in articles}
    made = {m.id: a for m in met if (a := _made_at(m, listed.values()))}
    return Names(
        agreements=listed,
        meetings=met,
        table=table,
        places=places,
        seats=seats,
        articles=articles,
        made=made,
        nouns=nouns,
        parties=known,
        owners=owners | frozenset({"g7", "coalition"}),
        triggers=frozenset(triggers),
    )


def _names(agreement: Agreement) -> tuple[str, ...]:
    return tuple(
        name for name in dict.fromkeys((*agreement.names, agreement.title, agreement.short)) if name
    )


def _article(key: tuple[str, ...]) -> str:
    """Return the article's number, if a name is only that."""
    if len(key) == 2 and key[0] == "article":
        return {"v": "5"}.get(key[1], key[1])
    return key[0] if len(key) == 1 and key[0][:1].isdigit() else ""


def _place(key: tuple[str, ...]) -> str:
    """Return the place in a name of the form PLACE NOUN ("Paris declaration")."""
    nouns = PAPERS.keys() | PROMISES | GATHERINGS
    if len(key) < 2 or key[1] not in nouns or key[0] in nouns or is_state(key[0]):
        return ""
    return "" if key[0] in TREATY_OF or key[0] in {"security", "mutual"} else key[0]


def article_in(key: tuple[str, ...]) -> str:
    """Return the number of the article that a name ends in or names, or the empty string."""
    if "article" not in key[:-1]:
        return ""
    number = key[key.index("article") + 1]
    return (
        {"v": "5", "five": "5"}.get(number, number)
        if number[:1].isdigit() or number in {"v", "five"}
        else ""
    )


def _nouns(agreement: Agreement) -> frozenset[str]:
    """Return the nouns by which a text may come back to an instrument."""
    own = {word for name in _names(agreement) for word in folded(name) if word in PAPERS}
    kind = {noun for noun, kinds in PAPERS.items() if agreement.instrument_type in kinds}
    if "charter" in kind and "charter" not in own:
        kind.discard("charter")
    if "compact" in kind and "compact" not in own:
        kind.discard("compact")
    return frozenset(own | kind)


def _made_at(meeting: Meeting, agreements: Iterable[Agreement]) -> str:
    """Return the instrument that a meeting made: same days, and a name or place in common."""
    days = meeting.days()
    if days is None:
        return ""
    told = " ".join(
        " ".join(folded(part)) for part in (meeting.name, meeting.output, *meeting.aliases)
    )
    for agreement in agreements:
        if not days[0] - _DAY <= agreement.signed <= days[1] + _DAY:
            continue
        names = [" ".join(folded(name)) for name in _names(agreement)]
        place = " ".join(folded(meeting.place))
        if any(name in told for name in names) or any(
            place and place in name.split() for name in names
        ):
            return agreement.id
    return ""
