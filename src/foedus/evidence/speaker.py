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
    "official officials source sources diplomat diplomats aide aides adviser advisers advisor advisors"
    " negotiator negotiators lawmaker lawmakers minister ministers person people envoy envoys"
    " spokesman spokeswoman spokesperson spokesmen analyst analysts expert experts officer officers"
    " insider insiders leader leaders ambassador ambassadors senator senators adviser".split()
)
_PLURAL_BODIES = frozenset(
    "people police allies states countries nations members troops others".split()
)
_NEAR = 400  # characters within which a pronoun's speaker is near
_FAR = 2500
_REMEMBERED = 24
_LISTED = re.compile(r"[^,]{1,40},\s(?!(?:the|a|an|who|which|another|one)\b)[^,]{1,60}\sand\s")
_MANY_AT_START = re.compile(
    r"(?:^|[.!?,]['\"”’]?\s+)((?:[A-Z]\w*\s+)?(?:[a-z]+\s+){0,3}[a-z]{3,}s)\s+(?=have|are|were|do|had|will)"
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
        made = self._named(phrase, low)
        person = made.actor != "" and any(one.id == made.actor for one in self.actors.people)
        person = person or (not made.collective and not made.anonymous)
        said = _Said(made, source[1], made.collective, person or not made.collective, _head(low))
        self._past = [*self._past[-_REMEMBERED:], said]
        return made

    def _names(self) -> Index:
        if self._index is None:
            self._index = index_of(self.actors)
        return self._index

    def _named(self, phrase: str, low: tuple[str, ...]) -> Speaker:
        """Return a speaker who is named or described."""
        core = phrase if _LISTED.match(phrase) else re.split(r"[,(—–]", phrase, maxsplit=1)[0]
        short = words(core)
        index = self._names()
        match, name = self._person(core, phrase, index)
        if match is not None:
            return self._known(phrase, match)
        nameless = any(word in _NAMELESS for word in short) and not name
        collective = _plural(short) and not name
        party = () if set(short) & PAST else parties_in(core, index) or parties_in(phrase, index)
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
            parts = name.split()
            if (
                not kept
                and not parties_in(name, index)
                and (len(parts) > 1 or len(core.split()) <= 2)
            ):
                kept = name
        return None, kept

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
        last = fold(name.split()[-1])
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
        for said in reversed(self._past):
            if head in _HE and (said.plural or not said.person):
                continue
            if head in _THEY and not said.plural:
                continue
            if head in _IT and said.person:
                continue
            if head in _US | _OTHERS:
                break
            far = place - said.place
            if far > _FAR:
                break
            between = self._newcomer(said.place, place) if head in _HE else None
            if head in _THEY and place - said.place > 10:
                between = self._crowd(max(said.place, place - _NEAR), place)
            if between is not None:
                return between
            sure = said.speaker.confidence * (0.85 if far <= _NEAR else 0.65)
            note = f"“{phrase}” taken as {said.speaker.name}"
            return replace(said.speaker, confidence=round(sure, 2), note=note)
        if head in _HE:
            between = self._newcomer(max(0, place - _NEAR), place)
            if between is not None:
                return between
        return Speaker(
            name=phrase, collective=head in _THEY | _OTHERS, confidence=0.2, note="not resolved"
        )

    def _newcomer(self, start: int, stop: int) -> Speaker | None:
        """Return somebody who is the subject of a sentence between two places."""
        last = None
        for last in _NAME_AT_START.finditer(self.text, start, stop):
            pass
        if last is None:
            return None
        name = last.group(1).strip()
        low = words(name)
        index = self._names()
        match, found = self._person(name, name, index)
        if match is None and (len(low) < 2 or not found or found != name):
            return None
        if match is not None:
            made = self._known(name, match)
        else:
            made = Speaker(name=name, confidence=0.8)
        return replace(
            made, confidence=round(made.confidence * 0.75, 2), note=f"pronoun taken as {name}"
        )

    def _crowd(self, start: int, stop: int) -> Speaker | None:
        """Return a plural subject of a clause between two places, for "they"."""
        last = None
        for last in _MANY_AT_START.finditer(self.text, start, stop):
            pass
        if last is None:
            return None
        name = last.group(1).strip()
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


def _head(low: tuple[str, ...]) -> str:
    """Return the head noun of a description, roughly."""
    for word in low:
        if word in _NAMELESS:
            return word
    return low[-1]


def _plural(low: tuple[str, ...]) -> bool:
    """Guess whether a description is of many."""
    head = low[-1]
    for at, word in enumerate(low):
        if (
            word
            in {
                "of",
                "in",
                "from",
                "at",
                "who",
                "with",
                "familiar",
                "briefed",
                "close",
                "for",
                "on",
            }
            and at
        ):
            head = low[at - 1]
            break
    if "and" in low or low[0] in {
        "many",
        "several",
        "some",
        "most",
        "few",
        "both",
        "two",
        "three",
        "four",
        "five",
    }:
        return True
    return head in _PLURAL_BODIES or (
        head.endswith("s") and not head.endswith(("ss", "us", "is")) and head in _NAMELESS
    )
