"""Papers that are not called by a name of their own: by place, parties, year, or pointing back."""

from __future__ import annotations

from foedus.claims.meeting import gathering, meeting
from foedus.claims.naming import GATHERINGS, PAPERS, PROMISES, TREATY_OF
from foedus.claims.reading import BROKEN, COLLECTIVE, NOTHING, YEAR, Found, Mention, Reading

_OTHER_PAPERS = PROMISES | frozenset(
    [
        "declaration",
        "statement",
        "agreement",
        "agreements",
        "memorandum",
        "treaty",
        "pact",
        "accord",
        "accords",
        "protocol",
        "plan",
        "offer",
        "communique",
        "document",
    ]
)
_MONTHS = frozenset(
    [
        "january",
        "february",
        "march",
        "april",
        "may",
        "june",
        "july",
        "august",
        "september",
        "october",
        "november",
        "december",
    ]
)
_PROPER_PAPERS = frozenset(
    [
        "memorandum",
        "treaty",
        "declaration",
        "pact",
        "accord",
        "accords",
        "protocol",
        "compact",
        "charter",
        "communique",
        "agreement",
        "agreements",
    ]
)


def paired(reading: Reading, place: int) -> Found:
    """Find "the UK-Ukraine pact": two parties of a bilateral instrument, and a noun for it."""
    parties = reading.names.parties
    one, first = parties.at(reading.words, place)
    if not one or place + one >= len(reading.words):
        return NOTHING
    middle = place + one + (reading.word(place + one) == "and")
    two, second = parties.at(reading.words, middle) if middle < len(reading.words) else (0, [])
    if not two:
        return NOTHING
    last = middle + two
    while reading.word(last) in {
        "security",
        "bilateral",
        "defence",
        "cooperation",
        "co",
        "operation",
    }:
        last += 1
    pair = {first[0][0], second[0][0]}
    noun = reading.word(last)
    if noun not in PAPERS or reading.broken(place, last):
        return NOTHING
    fitting = [a for a in reading.names.agreements.values() if {p.id for p in a.parties} == pair]
    if not fitting:
        return NOTHING
    why = "the agreement between the two"
    made = reading.make(
        place,
        last,
        kind="instrument",
        how="place",
        confidence=0.8,
        why=why,
        instrument=fitting[0].id,
    )
    return made, last - place + 1


def placed(reading: Reading, place: int) -> Found:
    """Find place and noun ("the Paris pledges"), or a meeting by its place."""
    word = reading.word(place)
    known = reading.names.places.get(word, ())
    seats = reading.names.seats.get(word, ())
    if not (known or seats) or not reading.capital(place):
        return gathering(reading, place)
    last = place + 1
    if YEAR.match(reading.word(last)) or reading.word(last) in {"draft", "security", "peace"}:
        last += 1
    noun = reading.word(last)
    if seats and noun in GATHERINGS:
        return meeting(reading, place, last, seats, exact=False), last - place + 1
    noun = noun if noun in PAPERS or noun in PROMISES else _close(noun)
    if not known or not (noun or reading.word(last - 1) == "draft"):
        return NOTHING
    return _by_place(reading, place, last if noun else last - 1, known, noun)


def _close(word: str) -> str:
    """Return the noun for a paper that a misspelt word is meant for, or the empty string."""
    if len(word) < 7:
        return ""
    import difflib

    near = difflib.get_close_matches(
        word, [noun for noun in PAPERS if len(noun) > 6], n=1, cutoff=0.82
    )
    return near[0] if near else ""


def _by_place(reading: Reading, first: int, last: int, known: tuple[str, ...], noun: str) -> Found:
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
    if sure < 0.6 and not reading.near(
        COLLECTIVE, reading.words[first].start, reading.words[last].end
    ):
        return NOTHING  # the Paris agreement may be one on climate
    why = f"its place{' and year' if year else ''}, and a word for such a paper"
    others = tuple(a.id for a in fitting if a is not chosen)
    made = reading.make(
        first,
        last,
        kind="instrument",
        how="place",
        confidence=sure,
        why=why,
        instrument=chosen.id,
        others=others,
    )
    return made, last - first + 1


def _description(reading: Reading, place: int) -> tuple[int | None, str, int]:
    """Return the year and the place that stand around a noun, and the last word of them."""
    year: int | None = None
    seat, last = "", place
    if YEAR.match(reading.word(place - 1)):
        year = int(reading.word(place - 1))
    for step in range(1, 5):
        word, before = reading.word(place + step), reading.word(place + step - 1)
        if before in {"in", "at", "of"} and YEAR.match(word):
            year, last = int(word), place + step
        elif (
            before in {"in", "at", "of"}
            and word in reading.names.places
            and reading.capital(place + step)
        ):
            seat, last = word, place + step
    return year, seat, last


def described(reading: Reading, place: int) -> Found:
    """Find "the 1994 memorandum", "assurances given at Budapest"."""
    noun = reading.word(place)
    if noun not in PAPERS and noun not in PROMISES:
        return NOTHING
    year, seat, last = _description(reading, place)
    if year is None and not seat:
        return NOTHING
    fitting = [
        a
        for a in reading.names.agreements.values()
        if (noun in PROMISES or noun in reading.names.nouns[a.id] or not PAPERS[noun])
        and (year is None or a.signed.year == year)
        and (not seat or a.id in reading.names.places[seat])
    ]
    if not fitting or (not seat and noun in PROMISES):
        return NOTHING
    if not reading.near(COLLECTIVE, reading.words[place].start, reading.words[last].end):
        return NOTHING  # an agreement made in Paris may be one on climate
    exact = [a for a in fitting if noun in reading.names.nouns[a.id]] or fitting
    sure = 0.85 if len(exact) == 1 else 0.5
    why = (
        "the only such paper of that year or place"
        if len(exact) == 1
        else "one of several such papers of that year or place"
    )
    others = tuple(a.id for a in exact[1:])
    end = last if last == place + 2 and reading.word(place + 1) == "of" else place
    made = reading.make(
        place,
        end,
        kind="instrument",
        how="description",
        confidence=sure,
        why=why,
        instrument=exact[0].id,
        others=others,
    )
    return made, end - place + 1


def foreign(reading: Reading, place: int) -> Found:
    """Find a paper of somebody else ("the G7 declaration", "American guarantees").

    It is told by the state, organisation or place before it, or by a date after it; the
    instruments of the library were tried before.
    """
    noun = reading.word(place)
    if noun not in _OTHER_PAPERS or not place:
        return NOTHING
    if noun == "treaty" and TREATY_OF.get(reading.word(place - 1), "") in reading.names.agreements:
        return NOTHING
    if (
        noun in {"promise", "pledge", "offer", "plan"}
        and reading.text[reading.words[place - 1].end - 1] != "s"
    ):
        return NOTHING  # rather a verb
    first = place - 1
    while (
        reading.word(first) in {"security", "defence", "bilateral", "joint", "peace", "national"}
        and first > 0
    ):
        first -= 1
    owner = reading.words[first]
    gap = reading.text[owner.end : reading.words[place].start]
    by_owner = (
        reading.capital(first)
        and owner.folded in reading.owners()
        and not BROKEN.search(gap)
        and "," not in gap
    )
    step = 2 if reading.word(place + 1) == "of" else 0
    step += bool(
        step and reading.word(place + step).isdigit() and len(reading.word(place + step)) < 3
    )
    dated = step and (
        reading.word(place + step) in _MONTHS or YEAR.match(reading.word(place + step))
    )
    if not (by_owner or dated) or (reading.found and reading.found[-1].end > owner.start):
        return NOTHING
    start = first if by_owner else place
    why = "a paper or promise of its own that is in no library"
    return reading.make(start, place, kind="instrument", how="unlinked", confidence=0.6, why=why), 1


def unlinked(reading: Reading, place: int) -> Found:
    """Find a paper with a proper name that is in no library ("the Minsk agreements")."""
    if reading.word(place) not in _PROPER_PAPERS or place == 0:
        return NOTHING
    before = reading.words[place - 1]
    owner = TREATY_OF.get(before.folded, "")
    if reading.word(place) == "treaty" and owner in reading.names.agreements:
        why = "the organisation's treaty"
        return reading.make(
            place - 1,
            place,
            kind="instrument",
            how="name",
            confidence=0.85,
            why=why,
            instrument=owner,
        ), 1
    if not reading.capital(place - 1) or before.folded in {"the", "this", "that", "a", "an", "its"}:
        return NOTHING
    if reading.text[before.end : reading.words[place].start].strip(" -–"):
        return NOTHING
    lead = reading.text[max(reading.start, before.start - 3) : before.start].strip()
    if not lead or lead[-1] in '.!?“"':
        return NOTHING  # any word is capital there
    if reading.found and reading.found[-1].end >= before.start:
        return NOTHING
    why = "a paper with a name of its own that is in no library"
    return reading.make(
        place - 1, place, kind="instrument", how="unlinked", confidence=0.6, why=why
    ), 1


def anaphor(reading: Reading, place: int) -> Found:
    """Find "the memorandum": the last mention that the noun fits."""
    noun = reading.word(place)
    if noun not in PAPERS or reading.word(place - 1) not in {"the", "this", "that"}:
        return NOTHING
    back = last_of(reading, noun, reading.year_near(place, place))
    if back is None:
        return NOTHING
    made = reading.make(
        place,
        place,
        kind="instrument",
        how="anaphor",
        confidence=min(0.75, back.confidence),
        why=f"comes back to “{back.text}”",
        instrument=back.instrument,
    )
    return made, 1


def last_of(reading: Reading, noun: str, year: int | None) -> Mention | None:
    """Return the last mention that a noun for a paper fits, and a year, if one is given."""
    for one in reversed(reading.found[-12:]):
        if not one.instrument or (
            one.kind == "meeting"
            and noun not in {"draft", "declaration", "memorandum", "communique"}
        ):
            continue
        agreement = reading.names.agreements[one.instrument]
        if year is not None and agreement.signed.year != year:
            continue
        if noun in reading.names.nouns[one.instrument] or not PAPERS[noun]:
            return one
    return None
