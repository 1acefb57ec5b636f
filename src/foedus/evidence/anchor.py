"""Anchors in time: where a text ties itself to a meeting without giving a date.

"The Istanbul talks this week" is an anchor: the name of a meeting, and beside it a word that
counts from the day of writing. Each such word turns the days of a meeting into the days on
which the text can have been written.
"""

# ruff: noqa: E501 - lists of words and patterns, one line each, are easier to compare

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from foedus.evidence.calendar import interval, monday
from foedus.evidence.document import Document
from foedus.evidence.dossier_format import Meeting
from foedus.evidence.passage import EVIDENCE
from foedus.evidence.sentences import sentence_spans

Days = tuple[date, date]

NEAR = 28  # characters between the meeting and the word of time: a few words, no clause
NEAR_BEFORE = 12  # where the time comes first: "this week's peace talks"
TOGETHER = 80  # characters from the place to the word for a meeting

_I = re.IGNORECASE
_MEETING_WORD = (
    r"talks?|negotiations?|summits?|meetings?|conferences?|consultations?|sessions?|rounds? of talks|signing|ceremony|"
    r"gespräche[n]?|verhandlungen|gipfel\w*|treffen|konferenz|pourparlers|négociations|sommet|réunion|conférence|"
    r"conversaciones|negociaciones|cumbre|reunión|colloqui|negoziati|vertice|rozm\w+|negocjacj\w+|szczyt\w*|"
    r"переговор\w*|саміт\w*|саммит\w*|зустріч\w*|встреч\w*|конференц\w*"
)
_WORD = re.compile(rf"\b(?:{_MEETING_WORD})\b", _I)
_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_TIME = re.compile(
    r"\b(?P<this_week>(?:earlier |later )?this week|diese woche|in dieser woche|cette semaine|esta semana|questa settimana|"
    r"w tym tygodniu|цього тижня|на этой неделе)\b|\b(?P<last_week>last week|letzte woche|la semaine dernière|la semana pasada|"
    r"la settimana scorsa|минулого тижня|на прошлой неделе)\b|\b(?P<next_week>next week|nächste woche|la semaine prochaine)\b|"
    r"\b(?P<this_month>(?:earlier )?this month|diesen monat|ce mois-ci|цього місяця|в этом месяце)\b|"
    r"\b(?P<last_month>last month|letzten monat|le mois dernier|минулого місяця|в прошлом месяце)\b|"
    r"\b(?P<today>today|tonight|heute|aujourd['’]hui|hoy|oggi|dzisiaj|сьогодні|сегодня)\b|"
    r"\b(?P<yesterday>yesterday|gestern|hier soir|ayer|ieri|wczoraj|вчора|вчера)\b|"
    r"\b(?P<tomorrow>tomorrow|morgen früh)\b|"
    r"\bon (?P<weekday>(?:mon|tues|wednes|thurs|fri|satur|sun)day)\b",
    _I,
)
_AHEAD = re.compile(
    r"\b(will|to be held|planned|expected|upcoming|scheduled|due to|ahead of|are to|is to)\b", _I
)
_PARTS = re.compile(r"[,;:()–—]|\b(after|since|before|ago|year|years|months|weeks|days)\b", _I)
_LATER = re.compile(
    r"\b(years?|months?|weeks?|days?|long|shortly|soon|even|just|ever)\s+(after|since|before|following)\s+(the\s+)?\Z|"
    r"\b(anniversary of|compared (to|with)|unlike|since)\s+(the\s+)?\Z",
    _I,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Anchor:
    """Characters of a document that name a meeting and a time, and what they can mean.

    ``meant`` holds each dated meeting that fits the name, with the days of writing.
    """

    start: int
    end: int
    sentence: str
    meant: tuple[tuple[Meeting, Days], ...]
    misfits: tuple[Meeting, ...] = ()  # the name fits, the day of the week does not


def anchors(document: Document, meetings: tuple[Meeting, ...]) -> Iterator[Anchor]:
    """Yield the anchors of a document, in order."""
    dated = [meeting for meeting in meetings if meeting.days() is not None]
    patterns = [(meeting, *_names(meeting)) for meeting in dated]
    for block in document.blocks:
        if not block.kept or block.kind not in EVIDENCE:
            continue
        for start, end in sentence_spans(document.text, block.start, block.end):
            sentence = document.text[start:end]
            if _TIME.search(sentence):
                yield from _in_sentence(sentence, start, patterns)


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """Characters of a document that tell of a meeting as held or under way.

    Such a text was not written before the meeting began. ``meant`` are the meetings that the
    name fits: those that bear it if any does, else those held at the place.
    """

    start: int
    end: int
    sentence: str
    meant: tuple[Meeting, ...]


_HELD = re.compile(
    r"\b(was|were|had|has|have|brought|met|gathered|marked|took|agreed|signed|ended|concluded|"
    r"discussed|showed|produced|led|saw|ongoing|recent|latest|during|fand|fanden|hat|haben|war|"
    r"waren|s['’]est|ont|a été|tuvo|ha|hanno)\b",
    _I,
)


def told(document: Document, meetings: tuple[Meeting, ...]) -> Iterator[Told]:
    """Yield where a document tells of a meeting as held or under way, in order."""
    patterns = [(m, *_names(m)) for m in meetings if m.days() is not None]
    for block in document.blocks:
        if not block.kept or block.kind not in EVIDENCE:
            continue
        for start, end in sentence_spans(document.text, block.start, block.end):
            sentence = document.text[start:end]
            if _HELD.search(sentence) and not _AHEAD.search(sentence):
                yield from _told_in(sentence, start, patterns)


def _told_in(sentence: str, offset: int, patterns: list[Pattern]) -> Iterator[Told]:
    by_name: dict[tuple[int, int], list[Meeting]] = {}
    by_place: dict[tuple[int, int], list[Meeting]] = {}
    for meeting, named, place in patterns:
        for match in named.finditer(sentence) if named else ():
            by_name.setdefault(match.span(), []).append(meeting)
        for span in _mentions(sentence, None, place):
            by_place.setdefault(span, []).append(meeting)
    for span, meant in (by_name or by_place).items():
        if not _LATER.search(sentence[max(0, span[0] - 40) : span[0]]):
            yield Told(
                start=offset + span[0], end=offset + span[1], sentence=sentence, meant=tuple(meant)
            )


Pattern = tuple[Meeting, "re.Pattern[str] | None", "re.Pattern[str] | None"]


def _names(meeting: Meeting) -> tuple[re.Pattern[str] | None, re.Pattern[str] | None]:
    """Return the patterns of a meeting's names and of its place."""
    names = sorted({meeting.name, *meeting.aliases}, key=len, reverse=True)
    words = "|".join(re.escape(name).replace(r"\ ", r"\s+") for name in names if len(name) > 3)
    named = re.compile(rf"(?<!\w)(?:{words})(?!\w)", _I) if words else None
    # A place is written with a capital; its endings differ from language to language.
    place = re.compile(rf"(?<!\w){re.escape(meeting.place)}(?!\w)") if meeting.place else None
    return named, place


def _in_sentence(sentence: str, offset: int, patterns: list[Pattern]) -> Iterator[Anchor]:
    found: dict[tuple[int, int], list[tuple[Meeting, Days | None]]] = {}
    for meeting, named, place in patterns:
        for first, last in _mentions(sentence, named, place):
            tie = _tied(sentence, first, last)
            if tie is not None:
                span = (min(first, tie.start()), max(last, tie.end()))
                days = _days_of_writing(tie, meeting, ahead=_AHEAD.search(sentence) is not None)
                found.setdefault(span, []).append((meeting, days))
                break
    if not found:
        return
    # Names of one meeting may differ in length: the longest stretch stands for all of them.
    start, end = min(span[0] for span in found), max(span[1] for span in found)
    meant = {m.id: (m, days) for pairs in found.values() for m, days in pairs}
    yield Anchor(
        start=offset + start,
        end=offset + end,
        sentence=sentence,
        meant=tuple((m, days) for m, days in meant.values() if days is not None),
        misfits=tuple(m for m, days in meant.values() if days is None),
    )


def _mentions(
    sentence: str, named: re.Pattern[str] | None, place: re.Pattern[str] | None
) -> Iterator[tuple[int, int]]:
    """Yield where a sentence names a meeting: by a name, or by its place and a word for it."""
    if named is not None:
        for match in named.finditer(sentence):
            yield match.span()
    if place is None:
        return
    for match in place.finditer(sentence):
        low = max(0, match.start() - TOGETHER)
        for word in _WORD.finditer(sentence, low, match.end() + TOGETHER):
            first, last = min(word.start(), match.start()), max(word.end(), match.end())
            if not re.search(r"[;:]|, (?:and|but|while)\b", sentence[first:last]):
                yield first, last


def _tied(sentence: str, first: int, last: int) -> re.Match[str] | None:
    """Return the word of time beside a mention, if nothing parts them."""
    if _LATER.search(sentence[max(0, first - 40) : first]):
        return None
    for tie in _TIME.finditer(sentence):
        if first <= tie.start() and tie.end() <= last:
            return tie
        follows = tie.start() >= last
        between = sentence[last : tie.start()] if follows else sentence[tie.end() : first]
        near = NEAR if follows else NEAR_BEFORE
        if len(between) <= near and not _PARTS.search(between):
            return tie
    return None


def _days_of_writing(tie: re.Match[str], meeting: Meeting, *, ahead: bool) -> Days | None:
    """Return the days on which a text can have been written that says so of a meeting."""
    days = meeting.days()
    if days is None or (days[1] - days[0]).days > 31:
        return None
    first, last = days
    week, day = timedelta(days=7), timedelta(days=1)
    if tie.lastgroup != "weekday":
        this_week = (monday(first), last) if ahead else (first, monday(last) + 6 * day)
        written: dict[str | None, Days] = {
            "this_week": this_week,
            "last_week": (monday(first) + week, monday(last) + week + 6 * day),
            "next_week": (monday(first) - week, monday(last) - day),
            "this_month": (first, _month(last)[1]),
            "last_month": _month(_month(last)[1] + day),
            "today": (first, last),
            "yesterday": (first + day, last + day),
            "tomorrow": (first - day, last - day),
        }
        return written[tie.lastgroup]
    number = _WEEKDAYS.index(tie["weekday"].lower())
    held = [one for one in _each(first, last) if one.weekday() == number]
    if not held:
        return None
    return (held[0] - 6 * day, held[-1]) if ahead else (held[0], held[-1] + 6 * day)


def _month(day: date) -> Days:
    return interval(day.isoformat()[:7]) or (day, day)


def _each(first: date, last: date) -> Iterator[date]:
    while first <= last:
        yield first
        first += timedelta(days=1)
