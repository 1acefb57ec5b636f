"""The date of a document that gives none: inferred from an anchor, or unknown.

An anchor may fit several dated meetings: there were talks in Istanbul in 2022 and in 2025. Then
the rest of the text decides, and only if exactly one meeting is left:

1. *office-holders*: who is named as being in office must have been in office;
2. *dated words*: a text cannot tell of a year that had not begun;
3. *participants*: who is said to be at the table must have been there.

What was ruled out, and why, is kept with the date. Where nothing or more than one is left, the
date is unknown, and the candidates are named.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from difflib import SequenceMatcher

from foedus.evidence.actors import Actors, Office, Party, Person
from foedus.evidence.anchor import Anchor, Days, Told, anchors, told
from foedus.evidence.document import Document
from foedus.evidence.dossier_format import Meeting
from foedus.evidence.passage import EVIDENCE
from foedus.evidence.when import UNKNOWN, When

WINDOW = 70  # characters around a name in which its title stands
ALIKE = 0.65  # likeness of a garbled name to a known one, when state and title agree as well

_I = re.IGNORECASE
_FORMER = re.compile(r"\b(former|ex|late|then|previous|future|incoming|outgoing)\b[\s-]*\Z", _I)
_IDLE = frozenset("of the and for to a in on at affairs federal state national".split())
_SAME = {"secretary": "minister", "defense": "defence", "pm": "prime"}
_YEAR = re.compile(r"\b(19[4-9]\d|20[0-9]\d)\b")
_FUTURE = re.compile(
    r"\b(by|until|till|through|will|would|to|from|before|beyond|towards?|target|plan\w*)\s+(?:\w+\s+){0,3}\Z",
    _I,
)
_NAME = re.compile(r"[A-ZÀ-ÝА-ЯІЇЄ][\w’'-]+(?:\s+[A-ZÀ-ÝА-ЯІЇЄ][\w’'-]+){1,2}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Dating:
    """The date of a document, and how it was found or why not."""

    when: When = UNKNOWN
    candidates: tuple[str, ...] = ()
    reasons: tuple[str, ...] = ()

    def __str__(self) -> str:
        return "; ".join(self.reasons)


@dataclass(frozen=True, slots=True)
class Holder:
    """Somebody whom the text names as being in office, with the terms that this may mean."""

    person: Person
    offices: tuple[Office, ...]
    words: str

    def fits(self, days: Days) -> bool:
        """Say whether one of the terms touches these days."""
        when = When(start=days[0], end=days[1], how="inferred")
        return any(office.held(when) for office in self.offices)


def date_document(document: Document, meetings: tuple[Meeting, ...], actors: Actors) -> Dating:
    """Return the date that a document gives, or what can be inferred, or unknown.

    Parameters
    ----------
    document
        A document; a date that it gives is never changed.
    meetings
        The dossier's dated meetings; without them nothing is inferred.
    actors
        Who held which office when.
    """
    if document.when.how == "given" or not meetings:
        return Dating(when=document.when)
    holders = list(office_holders(document, actors))
    found = list(anchors(document, meetings))
    tried = [_settle(document, anchor, holders, actors) for anchor in found]
    settled = [one for one in tried if one.when.how == "inferred"]
    if not settled:
        if tried:
            return tried[0]
        nothing = Dating(reasons=("the page gives no date and names no dated meeting with a time",))
        return _not_before(document, meetings, holders, actors) or nothing
    first = settled[0]
    if any(first.when.order(other.when) in {"before", "after"} for other in settled[1:]):
        names = tuple(dict.fromkeys(one.when.entry for one in settled))
        return Dating(candidates=names, reasons=("anchors in the text point to different times",))
    return min(settled, key=_length)


def _not_before(
    document: Document, meetings: tuple[Meeting, ...], holders: list[Holder], actors: Actors
) -> Dating | None:
    """Return the day before which a document cannot have been written, or None.

    A text that tells of a meeting as held or under way was written when that meeting had
    begun. Only a name that fits exactly one meeting counts; of several such meetings the latest
    gives the bound.
    """
    best: Dating | None = None
    for one in told(document, meetings):
        table = _at_the_table(one.sentence, actors)
        fitting: list[tuple[date, Meeting]] = []
        reasons = []
        for meeting in one.meant:
            days = meeting.days()
            if days is None:
                continue
            against = next(_against(document, meeting, (days[0], date.max), holders, table), "")
            if against:
                reasons.append(f"not {meeting.id}: {against}")
            else:
                fitting.append((days[0], meeting))
        if len(fitting) != 1:
            continue
        first, meeting = fitting[0]
        if best is None or best.when.start is None or first > best.when.start:
            best = _from_then(document, one, first, meeting, tuple(reasons))
    return best


def _from_then(
    document: Document, one: Told, first: date, meeting: Meeting, reasons: tuple[str, ...]
) -> Dating:
    when = When(
        start=first,
        how="inferred",
        anchor=document.span(one.start, one.end),
        entry=meeting.id,
    )
    words = " ".join(document.text[one.start : one.end].split())
    why = f"“{words}” is told as held: not before {meeting.id}"
    return Dating(when=when, candidates=tuple(m.id for m in one.meant), reasons=(why, *reasons))


def _length(dating: Dating) -> int:
    start, end = dating.when.start, dating.when.end
    return (end - start).days if start and end else 10**6


def _settle(document: Document, anchor: Anchor, holders: list[Holder], actors: Actors) -> Dating:
    """Leave of an anchor's meetings those that the rest of the text allows."""
    left: list[tuple[Meeting, Days]] = []
    reasons = [f"{meeting.id} was not on that day of the week" for meeting in anchor.misfits]
    table = _at_the_table(anchor.sentence, actors)
    for meeting, days in anchor.meant:
        against = next(_against(document, meeting, days, holders, table), "")
        if against:
            reasons.append(f"not {meeting.id}: {against}")
        else:
            left.append((meeting, days))
    if len(left) != 1:
        names = tuple(meeting.id for meeting, _ in left)
        why = f"the anchor fits {' and '.join(names)}" if names else "no dated meeting fits"
        return Dating(candidates=names, reasons=(why, *reasons))
    meeting, days = left[0]
    words = " ".join(document.text[anchor.start : anchor.end].split())
    reasons += [f"{one.person.name} in office fits ({one.words})" for one in holders]
    when = When(
        start=days[0],
        end=days[1],
        how="inferred",
        anchor=document.span(anchor.start, anchor.end),
        entry=meeting.id,
    )
    return Dating(
        when=when, candidates=(meeting.id,), reasons=(f"“{words}” is {meeting.id}", *reasons)
    )


def _against(
    document: Document, meeting: Meeting, days: Days, holders: list[Holder], table: set[str]
) -> Iterator[str]:
    """Yield what speaks against a meeting."""
    for holder in holders:
        if not holder.fits(days):
            yield f"{holder.person.name} was not in office ({holder.words})"
    later = [year for year in told_years(document) if year > days[1].year]
    if later:
        yield f"the text tells of {max(later)}"
    absent = table - set(meeting.participants)
    if meeting.participants and absent:
        yield f"{', '.join(sorted(absent))} took no part"


def told_years(document: Document) -> set[int]:
    """Return the years that a text tells of as past or present."""
    years = set()
    for block in document.blocks:
        if not block.kept:
            continue
        words = document.words(block)
        for match in _YEAR.finditer(words):
            if not _FUTURE.search(words[max(0, match.start() - 30) : match.start()]):
                years.add(int(match.group()))
    return {year for year in years if year <= date.max.year}


def _at_the_table(sentence: str, actors: Actors) -> set[str]:
    """Return the states that a sentence sets at the table: talks with X, between X and Y."""
    found = set()
    for match in re.finditer(
        r"\b(?:talks|negotiations|meeting|summit)\s+(?:with|between)\s+([^,.;]{3,60})", sentence, _I
    ):
        for party in actors.parties:
            names = (party.name, *party.adjectives)
            if party.kind == "state" and any(_word(name).search(match[1]) for name in names):
                found.add(party.id)
    return found


def _word(name: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){re.escape(name)}(?!\w)")


def office_holders(document: Document, actors: Actors) -> Iterator[Holder]:
    """Yield the people whom a text names as being in office.

    A name beside the title of one of the person's offices counts, and "the X administration";
    a bare name does not, nor does a former office-holder. Where state and title agree, a garbled
    name counts as the nearest known one.
    """
    # Cards tell who was in office when somebody wrote the card: they are left out.
    told = (block for block in document.blocks if block.kept and block.kind in EVIDENCE)
    text = "\n".join(document.words(block) for block in told)
    for person in actors.people:
        if not person.offices:
            continue
        holder = _by_name(text, person)
        if holder is not None:
            yield holder
    yield from _garbled(text, actors)


def _by_name(text: str, person: Person) -> Holder | None:
    for name in sorted({person.name, *person.aliases}, key=len, reverse=True):
        for match in _word(name).finditer(text):
            if _FORMER.search(text[max(0, match.start() - 30) : match.start()]):
                continue
            after = text[match.end() : match.end() + WINDOW]
            if re.match(r"(['’]s)?\s+(administration|government|cabinet|White House)\b", after):
                words = f"“{match.group()}{after.split('.')[0][:16].rstrip()}”"
                return Holder(person, person.offices, " ".join(words.split()))
            offices = _titled(text, match.start(), match.end(), person.offices)
            if offices:
                return Holder(person, offices, f"“{match.group()}”, {offices[0].title}")
    return None


def _titled(text: str, start: int, end: int, offices: tuple[Office, ...]) -> tuple[Office, ...]:
    """Return the offices whose title stands beside a name: before it, or after a comma."""
    before = re.split(r"[.;:!?\n“”\"]", text[max(0, start - WINDOW) : start])[-1]
    after = re.split(r"[.;:!?\n“”\"]", text[end : end + WINDOW])[0]
    apposed = after if re.match(r"\s*,", after) else ""
    sides = [
        side
        for side in (_near_end(before), apposed)
        if side and not re.search(r"\b(former|ex-)\b", side, _I)
    ]
    return tuple(
        office for office in offices if any(_has_title(side, office.title) for side in sides)
    )


def _near_end(before: str) -> str:
    """Return the words just before a name, from the last comma that parts another matter."""
    return " ".join(before.rsplit(",", maxsplit=1)[-1].split()[-7:])


def _has_title(side: str, title: str) -> bool:
    """Say whether the words of a title stand in a few words, no more and no fewer rank words."""
    wanted, given = _title_words(title), _title_words(side)
    ranks = {"deputy", "vice", "prime", "foreign", "defence", "interior", "assistant"}
    return bool(wanted) and wanted <= given and not ((given - wanted) & ranks)


def _title_words(text: str) -> set[str]:
    words = re.findall(r"[^\W\d_]+", text.lower())
    return {_SAME.get(word, word) for word in words if word not in _IDLE}


def _garbled(text: str, actors: Actors) -> Iterator[Holder]:
    """Yield office-holders whose name is garbled but whose state and title are given."""
    parties = {party.id: party for party in actors.parties}
    known = {name for person in actors.people for name in (person.name, *person.aliases)}
    for match in _NAME.finditer(text):
        name = match.group()
        if any(one in name for one in known):
            continue
        after = re.split(r"[.;:!?\n“”\"]", text[match.end() : match.end() + WINDOW])[0]
        before = re.split(r"[.;:!?\n“”\"]", text[max(0, match.start() - WINDOW) : match.start()])[
            -1
        ]
        for side in (after if after.lstrip().startswith(",") else "", before):
            best = _nearest(name, side, actors, parties)
            if best is not None:
                yield Holder(best[0], best[1], f"“{name}”, {best[1][0].title}, name garbled")
                break


def _nearest(
    name: str, side: str, actors: Actors, parties: dict[str, Party]
) -> tuple[Person, tuple[Office, ...]] | None:
    best: tuple[float, Person, tuple[Office, ...]] | None = None
    if not side:
        return None
    for person in actors.people:
        offices = tuple(
            office
            for office in person.offices
            if office.of in parties
            and _names_party(side, parties[office.of])
            and _has_title(side, office.title)
        )
        if offices:
            like = SequenceMatcher(None, name.lower(), person.name.lower()).ratio()
            if like >= ALIKE and (best is None or like > best[0]):
                best = (like, person, offices)
    return (best[1], best[2]) if best else None


def _names_party(side: str, party: Party) -> bool:
    return any(_word(name).search(side) for name in (party.name, *party.aliases, *party.adjectives))
