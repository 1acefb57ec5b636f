"""The words of a sentence, each with the part it plays when a citation is checked.

Kinds:

- ``number``, ``date``, ``name``: what a sentence states hard; must stand in the passage;
- ``negation``, ``modal``, ``condition``, ``quantity``: what turns a statement round or weakens
  it; must stand in the passage in the same place, and may not be left out;
- ``report``: a verb of saying; a statement may not shed it;
- ``content``: any other word that carries meaning; ``function``: the rest.

A date is one token whatever its spelling ("5 December 1994", "1994-12-05"); a state or
organisation with several usual names is one token too ("the United States", "American").
"""

# ruff: noqa: E501 - lists of words read best as long lines

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

Kind = Literal[
    "number",
    "date",
    "name",
    "negation",
    "modal",
    "condition",
    "quantity",
    "report",
    "content",
    "function",
]

HARD: frozenset[Kind] = frozenset({"number", "date", "name"})
TURNING: frozenset[Kind] = frozenset({"negation", "modal", "condition", "quantity"})

_MONTHS = (
    "january february march april may june july august september october november december".split()
)
_MONTH = "|".join(
    [*_MONTHS, "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sept", "sep", "oct", "nov", "dec"]
)
_DATE = re.compile(
    rf"\b(?:(?P<iso>\d{{4}}-\d{{2}}(?:-\d{{2}})?)"
    rf"|(?P<d1>\d{{1,2}})(?:st|nd|rd|th)?\s+(?P<m1>{_MONTH})\b\.?(?:,?\s+(?P<y1>\d{{4}}))?"
    rf"|(?P<m2>{_MONTH})\b\.?\s+(?P<d2>\d{{1,2}})(?:st|nd|rd|th)?\b(?!\d)(?:,?\s+(?P<y2>\d{{4}}))?"
    rf"|(?P<m3>{_MONTH})\b\.?,?\s+(?P<y3>\d{{4}})"
    rf"|(?P<y4>(?:1[5-9]|20)\d{{2}}))\b",
    re.IGNORECASE,
)
_BARE_MONTHS = frozenset(_MONTHS) - {"may", "march"}  # both are words of their own

# Usual names of one body, and the adjective of each; a writer may put one for another.
_ALIASES = {
    "usa": (
        "United States of America",
        "United States",
        "U.S.",
        "US",
        "USA",
        "America",
        "Americans",
        "American",
    ),
    "gbr": ("United Kingdom", "Great Britain", "U.K.", "UK", "Britain", "British"),
    "eu": ("European Union", "EU"),
    "un": ("United Nations", "UN"),
    "nato": ("North Atlantic Treaty Organization", "North Atlantic Treaty Organisation", "NATO"),
    "ukraine": ("Ukrainians", "Ukrainian", "Ukraine"),
    "russia": ("Russian Federation", "Russians", "Russian", "Russia"),
    "germany": ("Germans", "German", "Germany"),
    "france": ("French", "France"),
    "poland": ("Poles", "Polish", "Poland"),
    "europe": ("Europeans", "European", "Europe"),
    "turkey": ("Türkiye", "Turkish", "Turkey"),
    "china": ("Chinese", "China"),
    "zelenskyy": ("Zelenskyy", "Zelensky", "Zelenskiy"),
}
_ALIAS = re.compile(
    r"(?<!\w)(?:"
    + "|".join(
        re.escape(name)
        for name in sorted((n for names in _ALIASES.values() for n in names), key=len, reverse=True)
    )
    + r")(?!\w)"
)
_ALIAS_OF = {name: key for key, names in _ALIASES.items() for name in names}

_WORD = re.compile(r"\d+(?:[.,]\d+)*|[^\W\d_]+(?:['’](?!s\b)[^\W\d_]+)*|['’]s\b|[%$€£]")
_BREAK = re.compile(r"[,;:–—()]|\s-\s|\b(?:but|while|whereas|although|though|which)\b")

_NUMBERS = (
    {
        word: str(value)
        for value, word in enumerate(
            "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen "
            "sixteen seventeen eighteen nineteen twenty".split()
        )
    }
    | {
        word: str((place + 3) * 10)
        for place, word in enumerate("thirty forty fifty sixty seventy eighty ninety".split())
    }
    | {
        word: word
        for word in "hundred thousand million billion trillion dozen half twice third quarter first second fourth fifth sixth double".split()
    }
)
_NUMBERS |= {"bn": "billion", "mn": "million", "per": "per", "percent": "%"}
del _NUMBERS["per"]

_NEGATIONS = dict.fromkeys(
    "not no none never neither nor nobody nothing nowhere cannot without".split(), "neg"
) | {
    word: word
    for word in "unlikely impossible unable unwilling refuse refused refuses deny denied denies fail failed fails lack lacks lacked".split()
}
_MODALS = {
    "may": "may",
    "might": "may",
    "can": "can",
    "could": "can",
    "will": "will",
    "would": "will",
    "shall": "shall",
    "should": "should",
    "must": "must",
    "ought": "should",
}
_MODALS |= {
    word: word
    for word in "possibly perhaps probably likely reportedly allegedly apparently maybe possible probable".split()
}
_CONDITIONS = {word: word for word in "if unless until except only provided otherwise".split()}
_QUANTITIES = {
    word: word
    for word in (
        "all every each some any most many few several both more less fewer least nearly almost about "
        "over under above below before after since mainly partly fully"
    ).split()
}
_REPORTS = frozenset(
    "say says said saying tell tells told report reports reported according claim claims claimed argue argues "
    "argued warn warns warned call calls called describe describes described suggest suggests suggested announce "
    "announces announced state states stated declare declares declared insist insists insisted accuse accused "
    "accuses promise promises promised believe believes believed consider considers considered regard regards regarded "
    "treat treats treated judge judged judges note noted notes find finds found".split()
)
_FUNCTION = frozenset(
    "a an the and or but as at by for from in into of off on onto out to up upon with within during between among "
    "against through is are was were be been being am do does did done has have had having it its they them their he "
    "him his she her we our us you your i my me this that these those there here which who whom whose what when where "
    "while how why than then so such also both too very just own same other another s because".split()
)
# Pairs that a swap would turn round; each is looked for both ways.
OPPOSITES = frozenset(
    frozenset(pair.split("/"))
    for pair in (
        "support/oppose accept/reject raise/lower rise/fall increase/decrease more/less include/exclude start/end "
        "begin/end win/lose agree/refuse allow/forbid permit/forbid before/after above/below over/under first/last "
        "legal/political bind/political strong/weak strengthen/weaken open/close join/leave enter/leave "
        "attack/defend offer/demand early/late high/low easy/hard possible/impossible likely/unlikely public/secret "
        "north/south east/west import/export buy/sell ally/enemy peace/war internal/external direct/indirect"
    ).split()
)


@dataclass(frozen=True, slots=True)
class Token:
    """A word: its spelling, comparable form and part; its clause and sentence of the text.

    ``first`` marks the head of a sentence, whose capital letter says nothing.
    """

    text: str
    norm: str
    kind: Kind
    clause: int
    sentence: int
    first: bool = False


@lru_cache(maxsize=20_000)
def stem(word: str) -> str:
    """Cut the usual endings off a lower-case English word.

    Examples
    --------
    >>> stem("ratified") == stem("ratification") == stem("ratify")
    True
    >>> stem("guarantee") == stem("guarantor")
    False
    """
    for ending, put in (
        ("ifications", "ify"),
        ("ification", "ify"),
        ("ations", "ate"),
        ("ation", "ate"),
        ("ies", "y"),
        ("ied", "y"),
        ("ings", ""),
        ("ing", ""),
        ("edly", ""),
        ("ed", ""),
        ("sses", "ss"),
        ("es", ""),
        ("ly", ""),
        ("s", ""),
    ):
        if (
            word.endswith(ending)
            and len(word) - len(ending) >= 3
            and not (ending == "s" and word.endswith("ss"))
        ):
            word = word[: -len(ending)] + put
            break
    if len(word) > 4 and word[-1] == word[-2] and word[-1] not in "lsz":
        word = word[:-1]
    return word[:-1] if len(word) > 4 and word.endswith("e") else word


def _iso(match: re.Match[str]) -> str:
    if match["iso"]:
        return match["iso"]
    if match["y4"]:
        return match["y4"]
    name = (match["m1"] or match["m2"] or match["m3"]).lower()
    month = next(place for place, full in enumerate(_MONTHS, 1) if full.startswith(name[:3]))
    year = match["y1"] or match["y2"] or match["y3"] or "----"
    day = match["d1"] or match["d2"]
    return f"{year}-{month:02}" + (f"-{int(day):02}" if day else "")


def _kind(text: str, *, first: bool) -> tuple[str, Kind]:
    if text[0].isdigit():
        return text.replace(",", "").rstrip("."), "number"
    low = text.lower().replace("’", "'")
    return _turning(text, low, first=first) or _plain_kind(text, low, first=first)


def _turning(text: str, low: str, *, first: bool) -> tuple[str, Kind] | None:
    """Return a word that turns a statement, counts or limits it, or None if it is no such word."""
    for table, kind in (
        (_NUMBERS, "number"),
        (_NEGATIONS, "negation"),
        (_MODALS, "modal"),
        (_CONDITIONS, "condition"),
        (_QUANTITIES, "quantity"),
    ):
        if low in table and (first or not text[0].isupper() or low == text.lower()):
            return table[low], kind  # type: ignore[return-value]
    return ("neg", "negation") if low.endswith("n't") else None


def _plain_kind(text: str, low: str, *, first: bool) -> tuple[str, Kind]:
    if low in _FUNCTION or low == "'s":
        return low, "function"
    if low in _REPORTS:
        return stem(low), "report"
    if low in _BARE_MONTHS and text[0].isupper():
        return f"-----{_MONTHS.index(low) + 1:02}", "date"
    if text[0].isupper() and not first:
        return low, "name"
    return stem(low), "content"


def tokens(text: str) -> tuple[Token, ...]:
    """Return the words of a text in order.

    Examples
    --------
    >>> [(t.norm, t.kind) for t in tokens("The US may not act on 5 December 1994.")][1:]
    [('usa', 'name'), ('may', 'modal'), ('neg', 'negation'), ('act', 'content'),
    ('on', 'function'), ('1994-12-05', 'date')]
    """
    marks: list[tuple[int, int, str, Kind]] = []
    taken: list[tuple[int, int]] = []
    for match in _DATE.finditer(text):
        if match["m2"] and match["m2"].lower() in {"may", "march"} and not match["m2"][0].isupper():
            continue
        marks.append((match.start(), match.end(), _iso(match), "date"))
        taken.append(match.span())
    for match in _ALIAS.finditer(text):
        if not any(start <= match.start() < end for start, end in taken):
            marks.append((match.start(), match.end(), _ALIAS_OF[match[0]], "name"))
            taken.append(match.span())
    starts = {match.end() for match in re.finditer(r"(?:^|[.!?]\s+|[.!?][\"”’)]\s*)[\"“‘(]*", text)}
    taken.sort()
    for match in _WORD.finditer(text):
        if any(start <= match.start() < end for start, end in taken):
            continue
        norm, kind = _kind(match[0], first=match.start() in starts)
        marks.append((match.start(), match.end(), norm, kind))
    heads = sorted(starts)
    breaks = sorted(heads + [match.start() for match in _BREAK.finditer(text)])
    return tuple(
        Token(
            text[start:end],
            norm,
            kind,
            clause=bisect_right(breaks, start),
            sentence=bisect_right(heads, start),
            first=start in starts,
        )
        for start, end, norm, kind in sorted(marks)
    )


def date_borne_out(stated: str, given: str) -> bool:
    """Say whether each part of a stated date is that of a given one.

    Examples
    --------
    >>> date_borne_out("1994-12", "1994-12-05"), date_borne_out("1994-12-05", "1994-12")
    (True, False)
    """
    if stated.startswith("----"):
        return given[4:].startswith(stated[4:])
    return given.startswith(stated)
