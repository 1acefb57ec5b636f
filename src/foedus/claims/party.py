"""States and groups of states that a sentence names.

A state is its three-letter code, an organisation ``org:NAME``, a group ``group:NAME``. A capital
stands for its state where it acts ("Washington has signed"), not where it is a place ("in Paris").
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from foedus.claims.word import Phrases, Word
from foedus.evidence.world import STATES

if TYPE_CHECKING:
    from foedus.evidence.actors import Actors

_GROUPS = {
    "group:members": """allies, ally, allied nations, allied countries, member states, members,
        signatories, signatory, guarantors, guarantor, guarantor states, coalition,
        coalition of the willing, partners, parties, assurers, NATO states, NATO members,
        NATO allies, NATO countries, NATO member states, NATO member, NATO ally""",
    "group:europe": """Europe, Europeans, European nations, European countries, European allies,
        European states, European leaders, European partners, EU states, EU members,
        EU countries, EU member states, EU nations""",
    "group:west": """the West, Western nations, Western countries, Western allies,
        Western powers, Western states""",
    "org:NATO": "NATO, North Atlantic Alliance, the Alliance",
    "org:EU": "EU, European Union",
    "org:UN": "UN, United Nations",
}
# Words before a capital that make it a place.
_PLACING = frozenset({"in", "at", "near", "from", "to", "around", "outside", "of"})

EUROPE = frozenset(
    [
        "FRA",
        "GBR",
        "DEU",
        "POL",
        "ITA",
        "BEL",
        "BGR",
        "HRV",
        "CYP",
        "CZE",
        "DNK",
        "EST",
        "FIN",
        "GRC",
        "HUN",
        "ISL",
        "IRL",
        "LVA",
        "LTU",
        "LUX",
        "MLT",
        "NLD",
        "NOR",
        "AUT",
        "PRT",
        "ROU",
        "SVK",
        "SVN",
        "ESP",
        "SWE",
        "CHE",
        "ALB",
        "MNE",
        "MKD",
    ]
)
WEST = EUROPE | {"USA", "CAN"}


@dataclass(frozen=True, slots=True)
class Named:
    """A party that is named, and where; ``seat`` if by its capital."""

    code: str
    start: int
    end: int
    seat: bool = False


def _filled() -> Phrases[tuple[str, bool]]:
    table: Phrases[tuple[str, bool]] = Phrases()
    for line in STATES.strip().splitlines():
        code, rest = line.split(" ", 1)
        names, _, seats = rest.partition("|")
        for part, seat in ((names, False), (seats, True)):
            for name in filter(None, (one.strip() for one in part.split(","))):
                table.add(name, (code, seat))
    for code, listed in _GROUPS.items():
        for name in listed.split(","):
            table.add(name.strip(), (code, False))
    return table


@lru_cache(maxsize=1)
def _table() -> Phrases[tuple[str, bool]]:
    return _filled()


def lexicon(actors: Actors | None = None) -> Phrases[tuple[str, bool]]:
    """Return the names of states and groups; with those of a dossier added."""
    if actors is None or not actors.parties:
        return _table()
    table = _filled()
    for party in actors.parties:
        code = party.id if party.kind == "state" else f"org:{party.id}"
        if code in state_names():
            continue
        for name in (party.name, *party.aliases, *party.adjectives):
            table.add(name, (code, False))
    return table


def parties_named(
    words: list[Word], table: Phrases[tuple[str, bool]] | None = None
) -> tuple[Named, ...]:
    """Return the parties that a run of words names, in order.

    Examples
    --------
    >>> from foedus.claims.word import words_of
    >>> [one.code for one in parties_named(words_of("Britain and the US met in Paris"))]
    ['GBR', 'USA']
    """
    known = table or _table()
    found: list[Named] = []
    place = 0
    while place < len(words):
        size, values = known.at(words, place)
        if size:
            code, seat = values[0]
            before = words[place - 1].folded if place else ""
            if not (seat and before in _PLACING):
                found.append(Named(code, words[place].start, words[place + size - 1].end, seat))
        place += max(size, 1)
    return tuple(found)


def is_state(word: str) -> bool:
    """Say whether a folded word is the name of a state or its people, and not a capital."""
    size, values = _table().at([Word(word, 0, len(word))], 0)
    return bool(size) and not values[0][1] and len(values[0][0]) == 3


def members_of(code: str) -> frozenset[str] | None:
    """Return the states of a group, None where the instrument itself must say who they are."""
    return {"group:europe": EUROPE, "group:west": WEST}.get(code)


@lru_cache(maxsize=1)
def state_names() -> dict[str, str]:
    """Return the name of each state of the table, with its article."""
    names = {}
    for line in STATES.strip().splitlines():
        code, rest = line.split(" ", 1)
        names[code] = rest.split(",")[0].split("|")[0].strip()
    for code in ("USA", "GBR", "NLD", "PHL"):
        names[code] = f"the {names[code]}"
    names |= {"org:EU": "the European Union", "org:NATO": "NATO", "org:UN": "the United Nations"}
    return names


def name_of(code: str) -> str:
    """Return a party's name for a sentence."""
    return state_names().get(code, code.removeprefix("org:").removeprefix("group:"))
