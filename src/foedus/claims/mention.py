"""Names of instruments, articles and meetings in a text, linked to the library.

Tried at each word, the first that fits wins: a name that the instrument itself brings; an article
with its treaty ("Article 5" is NATO's only where something near says so); an organisation's
mutual defence clause; place and noun ("the Istanbul guarantees"); a definite description ("the
1994 memorandum"); a paper that is in no library; last, a noun that comes back to an earlier
mention ("the memorandum"). A name is never corrected: each link has a confidence and a reason.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal

from foedus.claims.naming import GATHERINGS, PAPERS, PROMISES, TREATY_OF, Names, article_in, names_of
from foedus.claims.party import is_state
from foedus.claims.word import Word, folded, words_of
from foedus.evidence.document import Document
from foedus.sources import Span

if TYPE_CHECKING:
    from collections.abc import Iterable

    from foedus.evidence.dossier_format import Meeting
    from foedus.evidence.when import When

__all__ = ["Mention", "Names", "Proposal", "found_in", "mentions", "names_of", "proposed_instruments"]

READ_KINDS = frozenset({"title", "heading", "body", "question", "answer"})
NEAR = 400  # characters within which another word tells whose article is meant
_ROMAN = {"i": "1", "ii": "2", "iii": "3", "iv": "4", "v": "5", "vi": "6", "vii": "7", "viii": "8", "ix": "9", "x": "10"}
_SPELT = {"one": "1", "two": "2", "three": "3", "four": "4", "five": "5", "six": "6"}
_ATLANTIC = re.compile(r"\b(?:NATO|Nato|North Atlantic|Washington Treaty|[Aa]tlantic alliance|the Alliance)\b")
_CHARTER = re.compile(r"\b(?:UN|U\.N\.|United Nations|[Cc]harter|self-defen[cs]e)\b")
_UNION = re.compile(r"\b(?:EU|E\.U\.|European Union|Lisbon|TEU)\b")
_COLLECTIVE = re.compile(
    r"collective|mutual|attack on (?:one|an?)|guarantee|defen[cs]e|defend|memorandum|assist|allies|\bally\b|declaration|compact",
    re.IGNORECASE,
)
_YEAR = re.compile(r"(?:1[6-9]|20)\d\d\Z")
_BROKEN = re.compile(r"[.;:!?(“”\"](?!\d)\s?")
_POINT = re.compile(r"(\d+)\.(\d+)\Z")
_CAPITAL = re.compile(r"[^\W\d_a-z]")
How = Literal["name", "article", "clause", "place", "description", "unlinked", "anaphor", "meeting"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """A name in a text, and what it is linked to.

    ``instrument`` is a library id, or empty for a paper that is in no library; a meeting carries
    the instrument that it made. ``others`` are further candidates.
    """

    kind: Literal["instrument", "article", "meeting"]
    start: int
    end: int
    text: str
    how: How
    confidence: float
    why: str
    instrument: str = ""
    article: str = ""
    meeting: str = ""
    others: tuple[str, ...] = ()
    span: Span | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposal:
    """An instrument that documents speak of, with the mentions that speak for it."""

    instrument: str
    mentions: tuple[tuple[str, Mention], ...]  # (document id, mention)
    weight: float


def mentions(document: Document, names: Names) -> tuple[Mention, ...]:
    """Return the names of instruments, articles and meetings in a document, in order."""
    found: list[Mention] = []
    for block in document.blocks:
        if block.kept and block.kind in READ_KINDS:
            _read(document.text, block.start, block.end, names, found, document.when)
    return tuple(replace(one, span=document.span(one.start, one.end)) for one in found)


def found_in(text: str, names: Names) -> tuple[Mention, ...]:
    """Return the mentions in a bare text.

    Examples
    --------
    >>> from foedus.agreement.library import load
    >>> names = names_of([load("budapest-1994"), load("nato-1949")])
    >>> text = "Unlike NATO's Article V, the Budapest accord names no troops. The memorandum is short."
    >>> [(one.text, one.instrument, one.article) for one in found_in(text, names)]
    [("Article V", 'nato-1949', '5'), ('Budapest accord', 'budapest-1994', ''), ('memorandum', 'budapest-1994', '')]
    """
    found: list[Mention] = []
    _read(text, 0, len(text), names, found, None)
    return tuple(found)


def proposed_instruments(documents: Iterable[Document], names: Names) -> list[Proposal]:
    """Return the library instruments that a dossier on these documents should compare.

    The weightiest first: the sum of the mentions' confidence, each document counted at most thrice.
    """
    by: dict[str, list[tuple[str, Mention]]] = {}
    weight: dict[str, float] = {}
    for document in documents:
        here: dict[str, list[float]] = {}
        for one in mentions(document, names):
            if one.instrument:
                by.setdefault(one.instrument, []).append((document.id, one))
                here.setdefault(one.instrument, []).append(one.confidence)
        for name, sure in here.items():
            weight[name] = weight.get(name, 0.0) + sum(sorted(sure, reverse=True)[:3])
    made = [Proposal(instrument=n, mentions=tuple(found), weight=round(weight[n], 3)) for n, found in by.items()]
    return sorted(made, key=lambda one: (-one.weight, one.instrument))


@dataclass(slots=True)
class _Reading:
    """The state of reading one block."""

    text: str
    start: int
    end: int
    words: list[Word]
    names: Names
    found: list[Mention]
    when: When | None

    def near(self, pattern: re.Pattern[str], start: int, end: int) -> bool:
        low, high = max(self.start, start - NEAR), min(self.end, end + NEAR)
        return pattern.search(self.text, low, high) is not None

    def word(self, place: int) -> str:
        return self.words[place].folded if 0 <= place < len(self.words) else ""

    def capital(self, place: int) -> bool:
        return _CAPITAL.match(self.text, self.words[place].start) is not None

    def make(self, first: int, last: int, **fields: object) -> Mention:
        start, end = self.words[first].start, self.words[last].end
        if self.text[end - 2 : end] in {"'s", "’s"}:
            end -= 2
        return Mention(start=start, end=end, text=self.text[start:end], **fields)  # type: ignore[arg-type]

    def year_near(self, first: int, last: int) -> int | None:
        """Return the year in the three words before, or in the six after (in the sentence)."""
        for place in [*range(first - 1, first - 4, -1), *range(last + 1, last + 7)]:
            if _YEAR.match(self.word(place)):
                between = self.text[min(self.words[place].end, self.words[first].start) : max(self.words[place].start, self.words[last].end)]
                if ". " not in between:
                    return int(self.word(place))
        return None


def _read(text: str, start: int, end: int, names: Names, found: list[Mention], when: When | None) -> None:
    reading = _Reading(text, start, end, words_of(text, start, end), names, found, when)
    place = 0
    while place < len(reading.words):
        taken = 0
        for rule in (_named, _article, _clause_of, _paired, _placed, _described, _unlinked, _anaphor):
            one, taken = rule(reading, place)
            if one is not None:
                found.append(one)
                break
            if taken:
                break
        place += max(taken, 1)


_Found = tuple[Mention | None, int]
NOTHING: _Found = (None, 0)


def _named(reading: _Reading, place: int) -> _Found:
    """Find a name that an instrument or a meeting brings itself."""
    size, values = reading.names.table.at(reading.words, place)
    if not size:
        return NOTHING
    last = place + size - 1
    whole = reading.text[reading.words[place].start : reading.words[last].end]
    if _BROKEN.search(whole):
        return NOTHING  # words of two phrases
    if reading.word(last + 1) in {"organization", "organisation"}:
        return None, size + 1  # the alliance, and not its treaty
    instruments = list(dict.fromkeys(name for kind, name in values if kind == "instrument"))
    met = tuple(dict.fromkeys(name for kind, name in values if kind == "meeting"))
    gathered = GATHERINGS & {reading.word(i) for i in range(place, last + 1)}
    if instruments and not (met and gathered):
        number = _before_of(reading, place) or article_in(tuple(w.folded for w in reading.words[place : last + 1]))
        made = reading.make(
            place, last, kind="article" if number else "instrument", how="name", confidence=0.95,
            why="a name of the instrument", instrument=instruments[0], article=number, others=tuple(instruments[1:]),
        )  # fmt: skip
        return _varied(reading, place, last, made), size
    return _meeting(reading, place, last, met, exact=True), size


def _varied(reading: _Reading, first: int, last: int, made: Mention) -> Mention:
    """Go over to a variant ("the Russian version of the Istanbul draft"); doubt a year that differs."""
    agreements = reading.names.agreements
    before = {reading.word(place) for place in range(first - 6, first)}
    if before & {"variant", "version", "draft", "text", "counterproposal"} and "of" in before:
        for other in agreements.values():
            own = {word for name in other.names for word in folded(name)}
            if other.amends == made.instrument and any(is_state(word) and word in own for word in before):
                return replace(made, instrument=other.id, confidence=0.85, others=(made.instrument,), why="the variant that is named before it")
    year = next((w for w in (reading.word(first - 1), reading.word(last + 2)) if _YEAR.match(w)), "")
    if year and (reading.word(last + 1) in {"of", "in"} or year == reading.word(first - 1)):
        signed = agreements[made.instrument].signed.year
        if int(year) != signed:
            return replace(made, confidence=0.5, why=f"a name of the instrument, but of {year} and not {signed}")
    return made


def _paired(reading: _Reading, place: int) -> _Found:
    """Find "the UK-Ukraine pact": the two parties of a bilateral instrument, and a noun for a paper."""
    parties = reading.names.parties
    one, first = parties.at(reading.words, place)
    if not one or place + one >= len(reading.words):
        return NOTHING
    middle = place + one + (reading.word(place + one) == "and")
    two, second = parties.at(reading.words, middle) if middle < len(reading.words) else (0, [])
    if not two:
        return NOTHING
    last = middle + two
    while reading.word(last) in {"security", "bilateral", "defence", "cooperation", "co", "operation"}:
        last += 1
    pair = {first[0][0], second[0][0]}
    noun = reading.word(last)
    if noun not in PAPERS or _BROKEN.search(reading.text[reading.words[place].start : reading.words[last].end]):
        return NOTHING
    fitting = [a for a in reading.names.agreements.values() if {p.id for p in a.parties} == pair]
    if not fitting:
        return NOTHING
    why = "the agreement between the two"
    made = reading.make(place, last, kind="instrument", how="place", confidence=0.8, why=why, instrument=fitting[0].id)
    return made, last - place + 1


def _before_of(reading: _Reading, place: int) -> str:
    """Return N of "paragraph N of the" before a name."""
    back = place - 1
    while reading.word(back) in {"the", "of", "s"} and place - back < 4:
        back -= 1
    number = reading.word(back)
    if back != place - 1 and reading.word(back - 1) in {"paragraph", "para", "clause", "point", "section", "articles", "article"}:
        return _ROMAN.get(number, _SPELT.get(number, number)) if number[:1].isdigit() or number in _ROMAN or number in _SPELT else ""
    return ""


def _meeting(reading: _Reading, first: int, last: int, listed: tuple[str, ...], *, exact: bool) -> Mention:
    """Link a meeting: by year, by the document's date, by what it made, else the latest."""
    meetings = [m for m in reading.names.meetings if m.id in listed]
    year = reading.year_near(first, last)
    chosen, sure, why = _choose(meetings, year, reading)
    sure = sure if exact else min(sure, 0.75)
    return reading.make(
        first, last, kind="meeting", how="meeting", confidence=sure, why=why, meeting=chosen.id,
        instrument=reading.names.made.get(chosen.id, ""), others=tuple(m.id for m in meetings if m is not chosen),
    )  # fmt: skip


def _choose(meetings: list[Meeting], year: int | None, reading: _Reading) -> tuple[Meeting, float, str]:
    if len(meetings) == 1:
        return meetings[0], 0.9, "the only meeting of that name"
    if year is not None:
        of_year = [m for m in meetings if (days := m.days()) and days[0].year <= year <= days[1].year]
        if of_year:
            return of_year[0], 0.9 if len(of_year) == 1 else 0.6, f"the meeting of {year}"
    when = reading.when
    if when is not None and when.start and when.end:
        start, end = when.start, when.end
        before = [m for m in meetings if (days := m.days()) and days[0] <= end]
        if before:
            last = max(before, key=lambda m: m.days() or (start, start))
            return last, 0.75, "the last meeting of that name before the document's date"
    made = [m for m in meetings if m.id in reading.names.made]
    if made:
        return made[-1], 0.55, "of several meetings of that name the one that made an instrument; the text gives no date"
    return meetings[-1], 0.4, "the latest of several meetings of that name; the text gives no date"


def _number(raw: str) -> tuple[str, bool]:
    """Return an article's number, and whether it is garbled ("Vs")."""
    if raw[:1].isdigit():
        return _POINT.sub(r"\1(\2)", raw), False
    if raw in _ROMAN or raw in _SPELT:
        return _ROMAN.get(raw) or _SPELT[raw], False
    if raw.endswith("s") and raw[:-1] in _ROMAN:
        return _ROMAN[raw[:-1]], True
    return "", False


def _article(reading: _Reading, place: int) -> _Found:
    """Find an article with the treaty that it belongs to."""
    word = reading.word(place)
    if word in reading.names.articles and not word.isdigit():  # 42(7) without "Article"
        return _linked(reading, place, place, _number(word)[0], garbled=False), 1
    if word not in {"article", "articles", "art"}:
        return NOTHING
    number, garbled = _number(reading.word(place + 1))
    if not number:
        return NOTHING
    return _linked(reading, place, place + 1, number, garbled=garbled), 2


def _linked(reading: _Reading, first: int, last: int, number: str, *, garbled: bool) -> Mention | None:
    """Link an article to the treaty named beside it, else near it; else to none."""
    instrument, sure, why = _treaty(reading, first, last, number)
    if not instrument:
        return None
    if garbled:
        sure, why = min(sure, 0.6), f"{why}; the number is garbled"
    return reading.make(
        first, last, kind="article", how="article", confidence=sure, why=why, instrument=instrument, article=number
    )


def _treaty(reading: _Reading, first: int, last: int, number: str) -> tuple[str, float, str]:
    names, start, end = reading.names, reading.words[first].start, reading.words[last].end
    place = last + 1
    if reading.word(place) == "of":
        place += 2 if reading.word(place + 1) == "the" else 1
        size, values = names.table.at(reading.words, place) if place < len(reading.words) else (0, [])
        instruments = [name for kind, name in values if kind == "instrument"]
        owner = TREATY_OF.get(reading.word(place), "")
        if size and instruments:
            return instruments[0], 0.95, "the treaty stands beside the article"
        if owner in names.agreements:
            return owner, 0.9, "the organisation stands beside the article"
        if reading.word(place) in PAPERS and reading.word(place) not in {"treaty", "charter"}:
            back = _last_of(reading, reading.word(place), None)
            return (back.instrument, 0.7, "an article of the paper named before") if back else ("", 0.0, "")
        if reading.word(place) not in {"treaty", "charter", "alliance", "collective"}:
            return "", 0.0, ""  # of the constitution, of the law
    owner = TREATY_OF.get(reading.word(first - 1), "")
    if owner in names.agreements:
        return owner, 0.95, "the organisation stands beside the article"
    candidates = names.articles.get(number, ())
    for pattern, name in ((_UNION, "teu-42-7"), (_CHARTER, "un-charter")):
        if name in candidates:
            near = reading.near(pattern, start, end)
            return name, 0.95 if near or "(" in number else 0.6, "the number of that clause"
    if "nato-1949" in names.agreements and (number in candidates or number in {"1", "3", "4", "5", "6"}):
        if reading.near(_ATLANTIC, start, end):
            return "nato-1949", 0.9, "the alliance is named near"
        if number == "5" and (reading.near(_COLLECTIVE, start, end) or reading.word(last + 1) in {"type", "style", "like"}):
            return "nato-1949", 0.75, "the best known article of that number, and words of collective defence are near"
    return (candidates[0], 0.6, "the number of that clause") if candidates and number != "5" else ("", 0.0, "")


def _clause_of(reading: _Reading, place: int) -> _Found:
    """Find "NATO's collective defence principle", "the EU clause on mutual defence"."""
    owner = TREATY_OF.get(reading.word(place), "")
    if owner not in reading.names.agreements or owner == "un-charter":
        return NOTHING
    for step in range(1, 5):
        here = place + step
        if reading.word(here) in {"collective", "mutual", "common"} and reading.word(here + 1) in {"defence", "assistance", "security", "self"}:
            last = here + 1
            after = ("clause", "principle", "pledge", "guarantee", "provision", "commitment", "promise", "article", "obligation")
            last += reading.word(last + 1) in after
            between = {reading.word(place + i) for i in range(1, step)}
            if step == 1 or between & {"clause", "on", "pledge", "treaty", "article"}:
                article = "5" if owner == "nato-1949" else "42(7)"
                why = "the organisation's clause of mutual defence"
                return reading.make(
                    place, last, kind="article", how="clause", confidence=0.85, why=why, instrument=owner, article=article
                ), last - place + 1
    return NOTHING


def _placed(reading: _Reading, place: int) -> _Found:
    """Find place and noun ("the Paris pledges", "Istanbul's draft guarantee"), or a meeting's place."""
    word = reading.word(place)
    known = reading.names.places.get(word, ())
    seats = reading.names.seats.get(word, ())
    if not (known or seats) or not reading.capital(place):
        return _gathering(reading, place)
    last = place + 1
    if _YEAR.match(reading.word(last)) or reading.word(last) in {"draft", "security", "peace"}:
        last += 1
    noun = reading.word(last)
    if seats and noun in GATHERINGS:
        return _meeting(reading, place, last, seats, exact=False), last - place + 1
    noun = noun if noun in PAPERS or noun in PROMISES else _close(noun)
    if not known or not (noun or reading.word(last - 1) == "draft"):
        return NOTHING
    return _by_place(reading, place, last if noun else last - 1, known, noun)


def _close(word: str) -> str:
    """Return the noun for a paper that a misspelt word is meant for, or the empty string."""
    if len(word) < 7:
        return ""
    import difflib

    near = difflib.get_close_matches(word, [noun for noun in PAPERS if len(noun) > 6], n=1, cutoff=0.82)
    return near[0] if near else ""


def _by_place(reading: _Reading, first: int, last: int, known: tuple[str, ...], noun: str) -> _Found:
    year = reading.year_near(first, last)
    agreements = [reading.names.agreements[name] for name in known]
    fitting = [a for a in agreements if year is None or a.signed.year == year] or []
    if not fitting:
        return NOTHING
    kinds = [a for a in fitting if noun in reading.names.nouns[a.id]]
    chosen = (kinds or fitting)[0]
    if noun in PROMISES and chosen.beneficiary is None:
        return NOTHING  # "Washington's promises" are not the treaty signed there
    sure = 0.8 if kinds or noun in PROMISES else 0.55
    if noun and reading.word(last) != noun:
        sure = min(sure, 0.6)
    if sure < 0.6 and not reading.near(_COLLECTIVE, reading.words[first].start, reading.words[last].end):
        return NOTHING  # the Paris agreement may be one on climate
    why = f"its place{' and year' if year else ''}, and a word for such a paper"
    others = tuple(a.id for a in fitting if a is not chosen)
    made = reading.make(
        first, last, kind="instrument", how="place", confidence=sure, why=why, instrument=chosen.id, others=others
    )
    return made, last - first + 1


def _gathering(reading: _Reading, place: int) -> _Found:
    """Find "talks with Russia in Istanbul"."""
    if reading.word(place) not in GATHERINGS:
        return NOTHING
    for step in range(1, 6):
        here = place + step
        if here >= len(reading.words):
            break
        if reading.word(here - 1) in {"in", "at"} and (seats := reading.names.seats.get(reading.word(here), ())):
            return _meeting(reading, place, here, seats, exact=False), step + 1
    return NOTHING


def _described(reading: _Reading, place: int) -> _Found:
    """Find "the 1994 memorandum", "the declaration signed in Paris", "assurances given at Budapest"."""
    noun = reading.word(place)
    if noun not in PAPERS and noun not in PROMISES:
        return NOTHING
    year, seat, last = None, "", place
    if _YEAR.match(reading.word(place - 1)):
        year = int(reading.word(place - 1))
    for step in range(1, 5):
        word, before = reading.word(place + step), reading.word(place + step - 1)
        if before in {"in", "at", "of"} and _YEAR.match(word):
            year, last = int(word), place + step
        elif before in {"in", "at", "of"} and word in reading.names.places and reading.capital(place + step):
            seat, last = word, place + step
    if year is None and not seat:
        return NOTHING
    fitting = [
        a for a in reading.names.agreements.values()
        if (noun in PROMISES or noun in reading.names.nouns[a.id] or not PAPERS[noun])
        and (year is None or a.signed.year == year)
        and (not seat or a.id in reading.names.places[seat])
    ]  # fmt: skip
    if not fitting or (not seat and noun in PROMISES):
        return NOTHING
    exact = [a for a in fitting if noun in reading.names.nouns[a.id]] or fitting
    sure = 0.85 if len(exact) == 1 else 0.5
    why = "the only such paper of that year or place" if len(exact) == 1 else "one of several such papers of that year or place"
    others = tuple(a.id for a in exact[1:])
    made = reading.make(
        place, last, kind="instrument", how="description", confidence=sure, why=why, instrument=exact[0].id, others=others
    )
    return made, last - place + 1


_PROPER_PAPERS = frozenset("memorandum treaty declaration pact accord accords convention protocol compact charter communique agreement agreements".split())


def _unlinked(reading: _Reading, place: int) -> _Found:
    """Find a paper with a proper name that is in no library ("the Minsk agreements")."""
    if reading.word(place) not in _PROPER_PAPERS or place == 0:
        return NOTHING
    before = reading.words[place - 1]
    if not reading.capital(place - 1) or before.folded in {"the", "this", "that", "a", "an", "its"}:
        return NOTHING
    if reading.text[before.end : reading.words[place].start].strip(" -–"):
        return NOTHING
    lead = reading.text[max(reading.start, before.start - 3) : before.start].strip()
    if not lead or lead[-1] in ".!?“\"":
        return NOTHING  # any word is capital there
    if reading.found and reading.found[-1].end >= before.start:
        return NOTHING
    why = "a paper with a name of its own that is in no library"
    return reading.make(place - 1, place, kind="instrument", how="unlinked", confidence=0.6, why=why), 1


def _anaphor(reading: _Reading, place: int) -> _Found:
    """Find "the memorandum": the last mention that the noun fits."""
    noun = reading.word(place)
    if noun not in PAPERS or reading.word(place - 1) not in {"the", "this", "that"}:
        return NOTHING
    back = _last_of(reading, noun, reading.year_near(place, place))
    if back is None:
        return NOTHING
    made = reading.make(
        place, place, kind="instrument", how="anaphor", confidence=min(0.75, back.confidence),
        why=f"comes back to “{back.text}”", instrument=back.instrument,
    )  # fmt: skip
    return made, 1


def _last_of(reading: _Reading, noun: str, year: int | None) -> Mention | None:
    for one in reversed(reading.found[-12:]):
        if not one.instrument or (one.kind == "meeting" and noun not in {"draft", "declaration", "memorandum", "communique"}):
            continue
        agreement = reading.names.agreements[one.instrument]
        if year is not None and agreement.signed.year != year:
            continue
        if noun in reading.names.nouns[one.instrument] or not PAPERS[noun]:
            return one
    return None
