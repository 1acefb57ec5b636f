"""Articles with their treaty, clauses of mutual defence, and membership.

"Article 5" is the North Atlantic Treaty's only where the treaty or the alliance stands beside or
near it, or where words of collective defence do; "Article 5 of the constitution" is nobody's.
"""

from __future__ import annotations

import re

from foedus.claims.naming import PAPERS, TREATY_OF
from foedus.claims.paper import last_of
from foedus.claims.reading import COLLECTIVE, NOTHING, Found, Mention, Reading

ATLANTIC_ARTICLES = frozenset({"1", "3", "4", "5", "6"})  # those that texts speak of
ROMAN = {
    "i": "1",
    "ii": "2",
    "iii": "3",
    "iv": "4",
    "v": "5",
    "vi": "6",
    "vii": "7",
    "viii": "8",
    "ix": "9",
    "x": "10",
}
SPELT = {"one": "1", "two": "2", "three": "3", "four": "4", "five": "5", "six": "6"}
_ATLANTIC = re.compile(
    r"\b(?:NATO|Nato|North Atlantic|Washington Treaty|[Aa]tlantic alliance|the Alliance)\b"
)
_CHARTER = re.compile(r"\b(?:UN|U\.N\.|United Nations|[Cc]harter|self-defen[cs]e)\b")
_UNION = re.compile(r"\b(?:EU|E\.U\.|European Union|Lisbon|TEU)\b")
_POINT = re.compile(r"(\d+)\.(\d+)\Z")


def number_of(raw: str) -> tuple[str, bool]:
    """Return an article's number, and whether it is garbled ("Vs")."""
    if raw[:1].isdigit():
        return _POINT.sub(r"\1(\2)", raw), False
    if raw in ROMAN or raw in SPELT:
        return ROMAN.get(raw) or SPELT[raw], False
    if raw.endswith("s") and raw[:-1] in ROMAN:
        return ROMAN[raw[:-1]], True
    return "", False


def article(reading: Reading, place: int) -> Found:
    """Find an article with the treaty that it belongs to."""
    word = reading.word(place)
    if word in reading.names.articles and not word.isdigit():  # 42(7) without "Article"
        return _linked(reading, place, place, number_of(word)[0], garbled=False), 1
    if word not in {"article", "articles", "art"}:
        return NOTHING
    number, garbled = number_of(reading.word(place + 1))
    if not number:
        return NOTHING
    return _linked(reading, place, place + 1, number, garbled=garbled), 2


def _linked(
    reading: Reading, first: int, last: int, number: str, *, garbled: bool
) -> Mention | None:
    """Link an article to the treaty named beside it, else near it; else to none."""
    instrument, sure, why = _treaty(reading, first, last, number)
    if not instrument:
        return None
    if garbled:
        sure, why = min(sure, 0.6), f"{why}; the number is garbled"
    return reading.make(
        first,
        last,
        kind="article",
        how="article",
        confidence=sure,
        why=why,
        instrument=instrument,
        article=number,
    )


def _treaty(reading: Reading, first: int, last: int, number: str) -> tuple[str, float, str]:
    """Return the treaty of an article, how sure that is, and why; an empty id for none."""
    beside = _beside(reading, first, last)
    return _near(reading, first, last, number) if beside is None else beside


NOBODY: tuple[str, float, str] = ("", 0.0, "")


def _beside(reading: Reading, first: int, last: int) -> tuple[str, float, str] | None:
    """Return what stands right before or after an article: its treaty, or a law of others."""
    names, place = reading.names, last + 1
    owner = TREATY_OF.get(reading.word(first - 1), "")
    if owner in names.agreements:
        return owner, 0.95, "the organisation stands beside the article"
    if reading.word(place) != "of":
        return None
    place += 2 if reading.word(place + 1) == "the" else 1
    if place >= len(reading.words):
        return None
    size, values = names.table.at(reading.words, place)
    instruments = [name for kind, name in values if kind == "instrument"]
    if size and instruments:
        return instruments[0], 0.95, "the treaty stands beside the article"
    word = reading.word(place)
    owner = TREATY_OF.get(word, "")
    if owner in names.agreements:
        return owner, 0.9, "the organisation stands beside the article"
    if word in {"treaty", "charter", "alliance", "collective"}:
        return None
    back = last_of(reading, word, None) if word in PAPERS else None
    if back is not None:
        return back.instrument, 0.7, "an article of the paper named before"
    return NOBODY  # of the constitution, of the law


def _near(reading: Reading, first: int, last: int, number: str) -> tuple[str, float, str]:
    """Return the treaty that the number and the words around it speak for."""
    names, start, end = reading.names, reading.words[first].start, reading.words[last].end
    candidates = names.articles.get(number, ())
    for pattern, name in ((_UNION, "teu-42-7"), (_CHARTER, "un-charter")):
        if name in candidates:
            sure = 0.95 if "(" in number or reading.near(pattern, start, end) else 0.6
            return name, sure, "the number of that clause"
    if "nato-1949" in names.agreements and (number in candidates or number in ATLANTIC_ARTICLES):
        if reading.near(_ATLANTIC, start, end):
            return "nato-1949", 0.9, "the alliance is named near"
        styled = reading.word(last + 1) in {"type", "style", "like"}
        if number == "5" and (styled or reading.near(COLLECTIVE, start, end)):
            why = "the best known article of that number; words of collective defence are near"
            return "nato-1949", 0.75, why
    if candidates and number != "5":
        return candidates[0], 0.6, "the number of that clause"
    return NOBODY


def clause_of(reading: Reading, place: int) -> Found:
    """Find "NATO's collective defence principle", "the EU clause on mutual defence"."""
    owner = TREATY_OF.get(reading.word(place), "")
    if owner not in reading.names.agreements or owner == "un-charter":
        return NOTHING
    for step in range(1, 5):
        here = place + step
        if reading.word(here) in {"collective", "mutual", "common"} and reading.word(here + 1) in {
            "defence",
            "assistance",
            "security",
            "self",
        }:
            last = here + 1
            after = (
                "clause",
                "principle",
                "pledge",
                "guarantee",
                "provision",
                "commitment",
                "promise",
                "article",
                "obligation",
            )
            last += reading.word(last + 1) in after
            between = {reading.word(place + i) for i in range(1, step)}
            if step == 1 or between & {"clause", "on", "pledge", "treaty", "article"}:
                article = "5" if owner == "nato-1949" else "42(7)"
                why = "the organisation's clause of mutual defence"
                return reading.make(
                    place,
                    last,
                    kind="article",
                    how="clause",
                    confidence=0.85,
                    why=why,
                    instrument=owner,
                    article=article,
                ), last - place + 1
    return NOTHING


def membership(reading: Reading, place: int) -> Found:
    """Find "EU membership", "membership of NATO": what binds the members is meant at best."""
    owner, last = TREATY_OF.get(reading.word(place), ""), place + 1
    if reading.word(place) == "membership" and reading.word(place + 1) in {"of", "in"}:
        last = place + 2 + (reading.word(place + 2) == "the")
        owner = TREATY_OF.get(reading.word(last), "")
    elif reading.word(last) != "membership":
        return NOTHING
    if owner not in reading.names.agreements:
        return NOTHING
    why = "membership brings the duties of its treaty"
    made = reading.make(
        place, last, kind="instrument", how="membership", confidence=0.5, why=why, instrument=owner
    )
    return made, last - place + 1
