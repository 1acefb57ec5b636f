"""Who speaks: names, bodies, crowds, officials without a name, and pronouns.

A pronoun is given to the last speaker whom it fits, with less confidence the farther away that
one is. "The official" is the last official without a name. A short name is the last longer
name that ends in it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from foedus.evidence.names import (
    PAST,
    TITLES,
    Index,
    PersonMatch,
    fold,
    index_of,
    match_person,
    parties_in,
    parties_of,
    proper_names,
    words,
)
from foedus.evidence.statement import Speaker
from foedus.evidence.tokens import tag_of

if TYPE_CHECKING:
    from foedus.evidence.actors import Actors
    from foedus.evidence.statement import ActorRole
    from foedus.evidence.when import When

_HE = frozenset({"he", "she", "him", "her", "his", "who"})
_THEY = frozenset({"they", "them", "their", "many", "some", "several"})
_OTHERS = frozenset({"others", "both", "most", "few", "neither", "none"})
_IT = frozenset({"it", "its", "which", "that"})
_US = frozenset({"we", "our", "us", "i", "my", "you", "your"})
_PRONOUNS = _HE | _THEY | _IT | _US | _OTHERS

# Heads of those who speak without a name.
_NAMELESS = frozenset(
    "official officials source sources diplomat diplomats aide aides adviser advisers advisor"
    " advisors negotiator negotiators lawmaker lawmakers minister ministers person people envoy"
    " envoys spokesman spokeswoman spokesperson spokesmen analyst analysts expert experts"
    " officer officers"
    " insider insiders leader leaders ambassador ambassadors senator senators adviser".split()
)
_CROWDS = _NAMELESS | frozenset(
    "critics residents supporters opponents police voters protesters activists researchers"
    " scientists economists farmers workers doctors teachers parents students fishermen"
    " investors readers traders neighbours neighbors witnesses survivors campaigners observers"
    " lawyers historians rebels troops"
    " soldiers engineers growers unions employers ministers allies parliament police"
    " congress".split()
)
# The public of a state, asked in a poll, is not the state.
_PUBLIC = frozenset(
    "percent cent voters respondents citizens public majority half residents people"
    " population".split()
)
_PAPERS = frozenset(
    "statement draft plan report study document letter memo communique declaration survey poll"
    " compact protocol framework memorandum treaty agreement pact accord charter point clause"
    " convention notes podcast"
    " proposal text article commentary copy newspaper paper institute university".split()
)
_PLURAL_BODIES = frozenset(
    "people police allies states countries nations members troops others".split()
)
_RELATIVE = frozenset({"who", "which", "that"})
_NAME_ROOM = 80  # characters before "who" in which its name may stand
_NAME_AT_END = re.compile(r"[A-Z][\w'’.-]*(?: (?:of |the )?[A-Z][\w'’.-]*){0,5}\Z")
_NOUN_AT_END = re.compile(
    r"\b(?:an?|the|one|some|several|many|two|three)\s+(?:[\w'’.-]+\s+){0,5}[\w'’-]+\Z",
    re.IGNORECASE,
)
_NEAR = 400  # characters within which a pronoun's speaker is near
_FAR = 2500
_REMEMBERED = 24
_LISTED = re.compile(r"[^,]{1,30},\s(?=[A-Z])[^,]{1,60}\sand\s")
_CORE_END = re.compile(r"[,(—–]| including | such as | like | among them")
_MANY_AT_START = re.compile(
    r"(?:^|[.!?,]['\"”’]?\s+)((?:[A-Z]\w*\s+)?(?:[a-z]+\s+){0,3}[a-z]{3,}s)\s+(?=have|are"
    r"|were|do|had|will)"
)
_NAME_AT_START = re.compile(
    r"(?:^|[.!?]['\"”’]?\s+)((?:[A-Z][\w'’.-]+\s+){1,4})(?=(?:\w+ly\s)?[a-z]+)"
)


@dataclass(frozen=True, slots=True)
class _Said:
    """A speaker at a place of the text."""

    speaker: Speaker
    place: int
    plural: bool
    person: bool
    head: str


@dataclass(slots=True)
class Voices:
    """The speakers of one document as it is read; remembers those who spoke."""

    text: str
    when: When
    actors: Actors
    _past: list[_Said] = field(default_factory=list)
    _index: Index | None = None

    def speaker(self, source: tuple[int, int] | None, place: int) -> Speaker:
        """Return who speaks at ``place``, given the characters that name them."""
        if source is None:
            return self.continued(place)
        phrase = self.text[source[0] : source[1]].strip(" ,;")
        low = words(phrase)
        if not low:
            return self.continued(place)
        head = low[0].split("'")[0].split("’")[0]
        if len(low) == 1 and head in _PRONOUNS:
            return self._resolved(phrase, head, source[0])
        made = self._named(phrase)
        person = made.actor != "" and any(one.id == made.actor for one in self.actors.people)
        person = person or (not made.collective and not made.anonymous)
        said = _Said(made, source[1], made.collective, person or not made.collective, _head(low))
        self._past = [*self._past[-_REMEMBERED:], said]
        return made

    def _names(self) -> Index:
        if self._index is None:
            self._index = index_of(self.actors)
        return self._index

    def _named(self, phrase: str) -> Speaker:
        """Return a speaker who is named or described."""
        core = _core(phrase)
        short = words(core)
        index = self._names()
        match, name = self._person(core, phrase, index)
        if match is not None:
            return self._known(phrase, match)
        nameless = any(word in _NAMELESS for word in short) and not name
        collective = _plural(short) and not name
        party = parties_in(core, index) or parties_in(phrase, index)
        if set(short) & (PAST | _PUBLIC) or _written(short):
            party = ()  # not the state: one who left it, its people, a paper about it
        longer = self._longer(name) if name and not party else None
        if longer is not None:
            return replace(longer, name=phrase, confidence=round(longer.confidence * 0.95, 2))
        if nameless and short[:1] == ("the",) and not party:
            known = self._same_official(short)
            if known is not None:
                return replace(known, name=phrase, confidence=round(known.confidence * 0.9, 2))
        actor = party[0] if len(party) == 1 and not nameless and not name else ""
        sure = 0.9 if name or actor else (0.8 if party else 0.6)
        return Speaker(
            name=phrase,
            actor=actor,
            party=party,
            role=self._role(party),
            anonymous=nameless,
            collective=collective or (bool(party) and not name and not nameless),
            confidence=sure,
        )

    def _person(self, core: str, phrase: str, index: Index) -> tuple[PersonMatch | None, str]:
        """Return the person of the dossier that a phrase names, and the name found in it."""
        kept = ""
        for name in proper_names(core):
            low = words(name)
            if index.parties.get(low) or any(fold(part) in TITLES for part in name.split()):
                continue
            match = match_person(name, phrase, index, self.when) if index.people else None
            if match is not None:
                return match, name
            if kept or parties_in(name, index) or self._common(name):
                continue
            if len(name.split()) > 1 or len(core.split()) <= 2:
                kept = name
        return None, kept

    def _common(self, name: str) -> bool:
        """Say whether a single capitalised word is a common noun that opens a sentence."""
        low = name.lower()
        return " " not in name and (low in _CROWDS or f" {low}" in self.text)

    def _known(self, phrase: str, match: PersonMatch) -> Speaker:
        party = parties_of(match.person, self.when, self._names())
        return Speaker(
            name=phrase,
            actor=match.person.id,
            party=party,
            role=self._role(party),
            confidence=match.confidence,
            note=match.note,
        )

    def _role(self, party: tuple[str, ...]) -> ActorRole:
        """Return the role of those who are spoken for; "other" if they differ."""
        roles = {self.actors.role(one) for one in party} - {"unknown"}
        if len(roles) == 1:
            return roles.pop()
        return "other" if roles else "unknown"

    def _longer(self, name: str) -> Speaker | None:
        """Return the last speaker whose name ends in a short one ("Radina")."""
        last = fold(name.rsplit(maxsplit=1)[-1])
        for said in reversed(self._past):
            if said.person and last in {fold(part) for part in words(said.speaker.name)}:
                return said.speaker
        return None

    def _same_official(self, low: tuple[str, ...]) -> Speaker | None:
        """Return the official without a name whom "the official" takes up."""
        head = _head(low)
        for said in reversed(self._past):
            if said.speaker.anonymous and said.head == head:
                return said.speaker
        return None

    def _resolved(self, phrase: str, head: str, place: int) -> Speaker:
        """Return the last speaker whom a pronoun fits."""
        if head in _RELATIVE:
            return self._antecedent(phrase, place)
        past = [] if head in _US | _OTHERS else self._past
        fitting = (said for said in reversed(past) if _fits(said, head))
        said = next(fitting, None)
        near = said is not None and place - said.place <= _FAR
        start = said.place if said is not None and near else max(0, place - _NEAR)
        between = self._between(head, start, place, near=near)
        if between is not None:
            return between
        if said is None or not near:
            many = head in _THEY | _OTHERS
            return Speaker(name=phrase, collective=many, confidence=0.2, note="not resolved")
        sure = said.speaker.confidence * (0.85 if place - said.place <= _NEAR else 0.65)
        note = f"“{phrase}” taken as {said.speaker.name}"
        return replace(said.speaker, confidence=round(sure, 2), note=note)

    def _antecedent(self, phrase: str, place: int) -> Speaker:
        """Return the name, or the unnamed official, right before "who" or "which"."""
        before = self.text[max(0, place - _NAME_ROOM) : place].rstrip(" ,")
        found = _NAME_AT_END.search(before) or _NOUN_AT_END.search(before)
        if found is None:
            return Speaker(name=phrase, confidence=0.2, note="not resolved")
        made = self._named(found.group())
        sure = round(made.confidence * 0.8, 2)
        return replace(made, confidence=sure, note=f"“{phrase}” taken as {found.group()}")

    def _between(self, head: str, start: int, place: int, *, near: bool) -> Speaker | None:
        """Return somebody who came in after the last speaker whom a pronoun fits."""
        if head in _HE:
            return self._newcomer(start, place)
        if head in _THEY and near and place - start > 10:
            return self._crowd(max(start, place - _NEAR), place)
        return None

    def _newcomer(self, start: int, stop: int) -> Speaker | None:
        """Return somebody who is the subject of a sentence between two places."""
        runs = [found.group(1).strip() for found in _NAME_AT_START.finditer(self.text, start, stop)]
        if not runs:
            return None
        name = runs[-1]
        match, found = self._person(name, name, self._names())
        if match is None and (" " not in name or found != name):
            return None
        made = self._known(name, match) if match is not None else Speaker(name=name, confidence=0.8)
        return replace(
            made, confidence=round(made.confidence * 0.75, 2), note=f"pronoun taken as {name}"
        )

    def _crowd(self, start: int, stop: int) -> Speaker | None:
        """Return a plural subject of a clause between two places, for "they"."""
        named = (
            found.group(1).strip() for found in _MANY_AT_START.finditer(self.text, start, stop)
        )
        fitting = [name for name in named if all(tag_of(word) in "dNw" for word in name.split())]
        if not fitting:
            return None
        name = fitting[-1]
        party = parties_in(name, self._names())
        note = f"pronoun taken as {name}"
        return Speaker(
            name=name,
            party=party,
            role=self._role(party),
            collective=True,
            confidence=0.5,
            note=note,
        )

    def continued(self, place: int) -> Speaker:
        """Return the speaker of a quotation that nobody introduces."""
        if self._past and place - self._past[-1].place < _FAR:
            before = self._past[-1].speaker
            return replace(
                before,
                confidence=round(before.confidence * 0.8, 2),
                note="the speaker before goes on",
            )
        return Speaker(name="", note="nobody is named")


def _written(low: tuple[str, ...]) -> bool:
    """Say whether a description is of a paper or of those who write papers."""
    return any(word in _PAPERS for word in low)


def _core(phrase: str) -> str:
    """Return what names the speaker, without what is added to it."""
    if _LISTED.match(phrase):
        return phrase
    core = _CORE_END.split(phrase, maxsplit=1)[0]
    return core if words(core) else phrase


def _fits(said: _Said, head: str) -> bool:
    """Say whether a pronoun can stand for a speaker."""
    if head in _HE:
        return said.person and not said.plural
    if head in _THEY:
        return said.plural
    return not said.person


def _head(low: tuple[str, ...]) -> str:
    """Return the head noun of a description, roughly."""
    for word in low:
        if word in _NAMELESS:
            return word
    return low[-1]


# Words after which a description is no longer about its head: "officials" + "in the capital".
_ADDED = frozenset("of in from at who with familiar briefed close for on".split())
_COUNTS = frozenset("many several some most few both two three four five".split())


def _plural(low: tuple[str, ...]) -> bool:
    """Guess whether a description is of many."""
    added = (at for at, word in enumerate(low) if at and word in _ADDED)
    head = low[next(added, len(low)) - 1]
    if "and" in low or low[0] in _COUNTS or head in _PLURAL_BODIES:
        return True
    return head in _CROWDS and head.endswith("s")
