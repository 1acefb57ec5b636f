"""Names of instruments, articles and meetings in a text, linked to the library.

Tried at each word, the first that fits wins: a name that the instrument itself brings; an article
with its treaty ("Article 5" is NATO's only where something near says so); an organisation's
mutual defence clause; place and noun ("the Istanbul guarantees"); a definite description ("the
1994 memorandum"); a paper that is in no library; last, a noun that comes back to an earlier
mention ("the memorandum"). A name is never corrected: each link has a confidence and a reason.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from foedus.claims.article import ROMAN, SPELT, article, clause_of, membership
from foedus.claims.meeting import meeting
from foedus.claims.naming import GATHERINGS, Names, article_in, names_of
from foedus.claims.paper import anaphor, described, foreign, paired, placed, unlinked
from foedus.claims.party import is_state
from foedus.claims.reading import NOTHING, YEAR, Found, Mention, Reading
from foedus.claims.word import folded, words_of
from foedus.evidence.document import Document

if TYPE_CHECKING:
    from collections.abc import Iterable

    from foedus.evidence.when import When

__all__ = [
    "Mention",
    "Names",
    "Proposal",
    "found_in",
    "mentions",
    "names_of",
    "proposed_instruments",
]

READ_KINDS = frozenset({"title", "heading", "body", "question", "answer"})


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
            _read(document.text, block.start, block.end, names, found, when=document.when)
    return tuple(replace(one, span=document.span(one.start, one.end)) for one in found)


def found_in(text: str, names: Names) -> tuple[Mention, ...]:
    """Return the mentions in a bare text.

    Examples
    --------
    >>> from foedus.agreement.library import load
    >>> names = names_of([load("budapest-1994"), load("nato-1949")])
    >>> text = "Unlike NATO's Article V, the Budapest accord names no troops."
    >>> [(one.text, one.instrument, one.article) for one in found_in(text, names)]
    [('Article V', 'nato-1949', '5'), ('Budapest accord', 'budapest-1994', '')]
    """
    found: list[Mention] = []
    _read(text, 0, len(text), names, found, when=None)
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
            if one.instrument and one.how != "membership":
                by.setdefault(one.instrument, []).append((document.id, one))
                here.setdefault(one.instrument, []).append(one.confidence)
        for name, sure in here.items():
            weight[name] = weight.get(name, 0.0) + sum(sorted(sure, reverse=True)[:3])
    made = [
        Proposal(instrument=n, mentions=tuple(found), weight=round(weight[n], 3))
        for n, found in by.items()
    ]
    return sorted(made, key=lambda one: (-one.weight, one.instrument))


def _read(
    text: str, start: int, end: int, names: Names, found: list[Mention], *, when: When | None
) -> None:
    reading = Reading(text, start, end, words_of(text, start, end), names, found, when)
    place = 0
    triggers = names.triggers
    while place < len(reading.words):
        taken = 0
        if reading.words[place].folded not in triggers:
            place += 1
            continue
        for rule in (
            named,
            article,
            clause_of,
            membership,
            paired,
            placed,
            described,
            foreign,
            unlinked,
            anaphor,
        ):
            one, taken = rule(reading, place)
            if one is not None:
                found.append(one)
                break
            if taken:
                break
        place += max(taken, 1)


def named(reading: Reading, place: int) -> Found:
    """Find a name that an instrument or a meeting brings itself."""
    size, values = reading.names.table.at(reading.words, place)
    if not size:
        return NOTHING
    last = place + size - 1
    if reading.broken(place, last):
        return NOTHING  # words of two phrases
    if reading.word(last + 1) in {"organization", "organisation"}:
        return None, size + 1  # the alliance, and not its treaty
    instruments = list(dict.fromkeys(name for kind, name in values if kind == "instrument"))
    met = tuple(dict.fromkeys(name for kind, name in values if kind == "meeting"))
    gathered = GATHERINGS & {reading.word(i) for i in range(place, last + 1)}
    if instruments and not (met and gathered):
        number = _before_of(reading, place) or article_in(
            tuple(w.folded for w in reading.words[place : last + 1])
        )
        made = reading.make(
            place,
            last,
            kind="article" if number else "instrument",
            how="name",
            confidence=0.95,
            why="a name of the instrument",
            instrument=instruments[0],
            article=number,
            others=tuple(instruments[1:]),
        )
        return _varied(reading, place, last, made), size
    return meeting(reading, place, last, met, exact=True), size


def _varied(reading: Reading, first: int, last: int, made: Mention) -> Mention:
    """Go over to a variant ("the Russian version of the draft"); doubt a year that differs."""
    agreements = reading.names.agreements
    before = {reading.word(place) for place in range(first - 6, first)}
    if before & {"variant", "version", "draft", "text", "counterproposal"} and "of" in before:
        for other in agreements.values():
            own = {word for name in other.names for word in folded(name)}
            if other.amends == made.instrument and any(
                is_state(word) and word in own for word in before
            ):
                return replace(
                    made,
                    instrument=other.id,
                    confidence=0.85,
                    others=(made.instrument,),
                    why="the variant that is named before it",
                )
    after = reading.word(last + 2) if reading.word(last + 1) == "of" else ""
    year = next((w for w in (reading.word(first - 1), after) if YEAR.match(w)), "")
    if year:
        signed = agreements[made.instrument].signed.year
        if int(year) != signed:
            return replace(
                made,
                confidence=0.5,
                why=f"a name of the instrument, but of {year} and not {signed}",
            )
    return made


def _before_of(reading: Reading, place: int) -> str:
    """Return N of "paragraph N of the" before a name."""
    back = place - 1 - (reading.word(place - 1) == "the")
    if reading.word(back) != "of":
        return ""
    number = reading.word(back - 1)
    back -= 1
    if reading.word(back - 1) in {
        "paragraph",
        "para",
        "clause",
        "point",
        "section",
        "articles",
        "article",
    }:
        return (
            ROMAN.get(number, SPELT.get(number, number))
            if number[:1].isdigit() or number in ROMAN or number in SPELT
            else ""
        )
    return ""
