"""Names in a text matched with the people and parties that a dossier knows.

A name is never corrected: the text's own words stay, and the match carries a confidence and,
where the spelling differs, a note that says so.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import lru_cache
from typing import TYPE_CHECKING

from foedus.evidence.tokens import tag_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from foedus.evidence.actors import Actors, Office, Person
    from foedus.evidence.when import When

WORD = re.compile(r"(?:[^\W\d_]\.)+|[^\W_]+(?:[-'’][^\W_]+)*")
_TAIL = re.compile(r"['’]s?$")

# Below this two spellings of a part of a name are two names. "Robb"/"Raab" is .5 by letters, so
# a part may be that far off only if the other part and the office agree.
_CLOSE_PART = 0.5
_CLOSE_NAME = 0.7

# Words before a name that are not part of it.
TITLES = frozenset(
    "mr mrs ms dr sir lord lady dame president vice prime minister foreign defence defense"
    " deputy secretary state chancellor senator sen representative rep congressman congresswoman"
    " gov governor general gen admiral colonel ambassador king queen prince princess pope"
    " chairman chairwoman chair chief former ex acting leader spokesman spokeswoman spokesperson"
    " press interior finance minister's mp mep judge justice professor prof mayor speaker"
    " commissioner director analyst adviser advisor envoy negotiator head lawmaker deputy"
    " parliamentary ukrainian"
    " russian american british french german european western the a an another".split()
)
# "Ukraine's allies" are not Ukraine.
OTHERS = frozenset(
    "allies ally partners partner enemies enemy neighbours neighbors neighbour neighbor opponents"
    " critics critic rivals rival adversaries adversary backers friends supporters"
    " guarantors".split()
)
_PLACING = frozenset({"in", "at", "near"})  # "American officials in Berlin" are not German
PAST = frozenset({"former", "ex", "one-time", "onetime", "retired", "ex-president", "late"})


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonMatch:
    """A person of the dossier who may be meant."""

    person: Person
    confidence: float
    note: str = ""


@dataclass(frozen=True, slots=True)
class Index:
    """The names of a dossier, folded; ``parties`` maps a phrase to ids."""

    parties: dict[tuple[str, ...], str]
    people: dict[tuple[str, ...], tuple[Person, ...]]
    initials: dict[tuple[str, str], tuple[tuple[tuple[str, ...], Person], ...]]
    bodies: dict[str, str]  # a state's own organ, as its parliament, to the state
    metonyms: dict[tuple[str, ...], str]
    firsts: dict[str, int]  # the first word of a party's name, to the length of its longest


# A body whose name holds one of these and the name of a state is an organ of that state.
_ORGANS = frozenset(
    "parliament government ministry army senate congress bundestag duma rada cabinet chancellery"
    " presidency forces navy assembly supreme court office".split()
)


@lru_cache(maxsize=65_536)
def fold(word: str) -> str:
    """Return a word without case, accents and a final possessive.

    Examples
    --------
    >>> fold("Erdoğan’s")
    'erdogan'
    """
    bare = _TAIL.sub("", word)
    if bare.isascii():
        return bare.lower().strip(".")
    plain = unicodedata.normalize("NFKD", bare)
    return "".join(char for char in plain if not unicodedata.combining(char)).casefold().strip(".")


@lru_cache(maxsize=8192)
def words(text: str) -> tuple[str, ...]:
    """Return the folded words of a phrase; "U.S." is one word, "u.s"."""
    return tuple([fold(word) for word in WORD.findall(text)])


@lru_cache(maxsize=16)
def index_of(actors: Actors) -> Index:
    """Prepare the names of a dossier for look-up."""
    parties: dict[tuple[str, ...], str] = {}
    bodies = _bodies(actors)
    for party in actors.parties:
        for name in (party.name, *party.aliases, *party.adjectives):
            parties.setdefault(_bare(words(name)), bodies.get(party.id, party.id))
    people: dict[tuple[str, ...], tuple[Person, ...]] = {}
    initials: dict[tuple[str, str], tuple[tuple[tuple[str, ...], Person], ...]] = {}
    for person in actors.people:
        names = dict.fromkeys(words(name) for name in (person.name, *person.aliases))
        for known in dict.fromkeys([*names, *(name[-1:] for name in names)]):
            if known and person not in people.get(known, ()):
                people[known] = (*people.get(known, ()), person)
        for known in names:
            if len(known) > 1:
                key = (known[0][:1], known[-1][:1])
                initials[key] = (*initials.get(key, ()), (known, person))
    metonyms = {_bare(words(name)): party.id for party in actors.parties for name in party.metonyms}
    return Index(parties, people, initials, bodies, metonyms, _firsts(parties))


def _firsts(parties: dict[tuple[str, ...], str]) -> dict[str, int]:
    """Return how long a name can be that begins with a word."""
    firsts: dict[str, int] = {}
    for phrase in filter(None, parties):
        firsts[phrase[0]] = max(len(phrase), firsts.get(phrase[0], 0))
    return firsts


def _bodies(actors: Actors) -> dict[str, str]:
    """Return which organisations are organs of which state."""
    states = {
        words(name): party.id
        for party in actors.parties
        if party.kind == "state"
        for name in (party.name, *party.adjectives)
    }
    found: dict[str, str] = {}
    for party in actors.parties:
        if party.kind == "state":
            continue
        for name in (party.name, *party.aliases):
            low = words(name)
            owner = next(
                (
                    states[low[i:j]]
                    for i in range(len(low))
                    for j in range(i + 1, len(low) + 1)
                    if low[i:j] in states
                ),
                "",
            )
            if owner and set(low) & _ORGANS:
                found.setdefault(party.id, owner)
    return found


def _bare(name: tuple[str, ...]) -> tuple[str, ...]:
    return name[1:] if len(name) > 1 and name[0] == "the" else name


def parties_in(phrase: str, index: Index) -> tuple[str, ...]:
    """Return the parties that a phrase names, in its order.

    "Ukraine's allies" names none, and neither does an office that is over.
    """
    if not index.parties:
        return ()
    tokens = words(phrase)
    standing = index.metonyms.get(_bare(tokens))
    if standing is not None:
        return (standing,)
    known = index.parties
    found: list[str] = []
    at = 0
    while at < len(tokens):
        longest = index.firsts.get(tokens[at], 0)
        size = next((n for n in range(longest, 0, -1) if tokens[at : at + n] in known), 0)
        if not size:
            at += 1
            continue
        party = known[tokens[at : at + size]]
        others = tokens[at + size : at + size + 1]
        place = bool(found) and at > 0 and tokens[at - 1] in _PLACING
        if not (set(others) & OTHERS) and party not in found and not place:
            found.append(party)
        at += size
    return tuple(found)


def match_person(name: str, phrase: str, index: Index, when: When) -> PersonMatch | None:
    """Return the person that a name means, with a confidence.

    Parameters
    ----------
    name
        The name as the text has it, without titles.
    phrase
        The whole phrase around it; an office or a country in it supports a match.
    """
    tokens = words(name)
    if not tokens:
        return None
    exact = index.people.get(tokens, ())
    if len(exact) == 1:
        sure = 1.0 if len(tokens) > 1 else 0.85
        if len(tokens) == 1 and _supported(exact[0], phrase, index, when):
            sure = 0.95
        return PersonMatch(person=exact[0], confidence=sure)
    if len(exact) > 1:
        fitting = [one for one in exact if _supported(one, phrase, index, when)]
        if len(fitting) == 1:
            return PersonMatch(person=fitting[0], confidence=0.8)
        return None
    return _near_person(name, tokens, phrase, index, when) if len(tokens) > 1 else None


def _near_person(
    name: str, tokens: tuple[str, ...], phrase: str, index: Index, when: When
) -> PersonMatch | None:
    """Return a person whose name is spelled nearly so."""
    best: PersonMatch | None = None
    for known, person in index.initials.get((tokens[0][:1], tokens[-1][:1]), ()):
        first = SequenceMatcher(None, tokens[0], known[0]).ratio()
        last = SequenceMatcher(None, tokens[-1], known[-1]).ratio()
        office = _supported(person, phrase, index, when)
        score = (first + last) / 2 + (0.1 if office else 0.0)
        if (
            min(first, last) < _CLOSE_PART
            or score < _CLOSE_NAME
            or (not office and last < _CLOSE_NAME)
        ):
            continue
        sure = round(min(0.9, score), 2)
        if best is None or sure > best.confidence:
            note = f"the text has “{name}”; close to {person.name}"
            best = PersonMatch(person=person, confidence=sure, note=note)
    return best


def _supported(person: Person, phrase: str, index: Index, when: When) -> bool:
    """Say whether the phrase names the person's state, or an office they held then."""
    named = parties_in(phrase, index)
    if person.state and person.state in named:
        return True
    low = set(words(phrase))
    for office in person.offices:
        if office.held(when) is False:
            continue
        title = set(words(office.title))
        if (title and title <= low) or office.of in named:
            return True
    return False


def parties_of(person: Person, when: When, index: Index) -> tuple[str, ...]:
    """Return whom a person speaks for at a date: offices then held, else their state."""

    def of_all(offices: Iterable[Office]) -> tuple[str, ...]:
        return tuple(dict.fromkeys(index.bodies.get(one.of, one.of) for one in offices if one.of))

    held = of_all(one for one in person.offices if one.held(when) is True)
    if held:
        return held
    if when.start is None and person.offices:
        of = of_all(person.offices)
        if len(of) == 1:
            return of
    return (person.state,) if person.state else ()


def proper_names(phrase: str) -> Iterator[str]:
    """Yield the runs of capitalised words of a phrase that can be a person's name.

    Examples
    --------
    >>> list(proper_names("Britain’s Deputy Prime Minister Jane Q. Roe, of Leeds"))
    ['Jane Q Roe', 'Leeds']
    """
    run: list[str] = []
    end = 0
    for match in re.finditer(r"(?:[^\W\d_]\.){2,}|[^\W_]+(?:[-'’][^\W_]+)*", phrase):
        word = match.group()
        if word.endswith("."):  # "U.S." is no part of a person's name
            word = "the"
        possessive = word.endswith(("'s", "’s"))
        title = fold(word) in TITLES or tag_of(word) != "N"  # "Several sources"
        gap = phrase[end : match.start()].strip(" .\u00a0\n")
        if run and (gap or not word[0].isupper() or title):
            yield " ".join(run)
            run = []
        if word[0].isupper() and not title:
            run.append(word[:-2] if possessive else word)
            if possessive and match.end() < len(phrase):
                run = []  # "Roe's lawyer" is not Roe
        end = match.end()
    if run:
        yield " ".join(run)
