"""Small grammar: lists, plurals, dates and the names of states in running text."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, timedelta

MONTHS = (
    "January February March April May June July August September October November December".split()
)
_NAMES = {
    "AUT": "Austria",
    "BEL": "Belgium",
    "BGR": "Bulgaria",
    "CYP": "Cyprus",
    "CZE": "Czechia",
    "DNK": "Denmark",
    "EST": "Estonia",
    "FIN": "Finland",
    "FRA": "France",
    "DEU": "Germany",
    "GRC": "Greece",
    "HUN": "Hungary",
    "IRL": "Ireland",
    "ITA": "Italy",
    "LVA": "Latvia",
    "LTU": "Lithuania",
    "LUX": "Luxembourg",
    "MLT": "Malta",
    "NLD": "Netherlands",
    "POL": "Poland",
    "PRT": "Portugal",
    "ROU": "Romania",
    "SVK": "Slovakia",
    "SVN": "Slovenia",
    "ESP": "Spain",
    "SWE": "Sweden",
    "HRV": "Croatia",
    "GBR": "United Kingdom",
    "USA": "United States",
    "CAN": "Canada",
    "ISL": "Iceland",
    "NOR": "Norway",
    "TUR": "Turkey",
    "ALB": "Albania",
    "MNE": "Montenegro",
    "MKD": "North Macedonia",
    "UKR": "Ukraine",
    "RUS": "Russia",
    "CHN": "China",
    "ISR": "Israel",
    "JPN": "Japan",
    "AUS": "Australia",
    "NZL": "New Zealand",
    "BLR": "Belarus",
    "KAZ": "Kazakhstan",
    "EU": "European Union",
    "NATO": "NATO",
    "UN": "United Nations",
    "OSCE": "OSCE",
    "KOR": "South Korea",
    "IND": "India",
    "ARG": "Argentina",
    "INT": "international",
    "UNO": "international",
    "GEO": "Georgia",
    "MDA": "Moldova",
}
_WITH_ARTICLE = re.compile(
    r"^(?:United|European|Netherlands|OSCE|Czech Rep|Coalition|Republic|Organi[sz]ation|"
    r"UN\b|EU\b|G7\b)"
)


def name(code: str, names: dict[str, str] | None = None) -> str:
    """Return the plain name of a state or organisation.

    Examples
    --------
    >>> name("USA"), name("XKX")
    ('United States', 'XKX')
    """
    return (names or {}).get(code) or _NAMES.get(code, code)


def the(code: str, names: dict[str, str] | None = None, *, head: bool = False) -> str:
    """Return the name for running text, with its article; ``head`` begins a sentence.

    Examples
    --------
    >>> the("USA"), the("USA", head=True), the("FRA")
    ('the United States', 'The United States', 'France')
    """
    plain = name(code, names)
    if not _WITH_ARTICLE.match(plain):
        return plain
    return f"{'The' if head else 'the'} {plain}"


def listed(parts: Sequence[str], *, last: str = "and", most: int = 0) -> str:
    """Join parts as prose; with ``most``, the rest is counted.

    Examples
    --------
    >>> listed(["a"]), listed(["a", "b"]), listed(["a", "b", "c"])
    ('a', 'a and b', 'a, b and c')
    >>> listed(["a", "b", "c", "d"], most=2)
    'a, b and 2 others'
    """
    if most and len(parts) > most + 1:
        rest = len(parts) - most
        parts = [*parts[:most], f"{rest} others"]
    if len(parts) <= 1:
        return "".join(parts)
    return f"{', '.join(parts[:-1])} {last} {parts[-1]}"


def parties(
    codes: Sequence[str], names: dict[str, str] | None = None, *, head: bool = False, most: int = 0
) -> str:
    """Join the names of parties for running text.

    Examples
    --------
    >>> parties(["USA", "GBR", "FRA"], head=True)
    'The United States, the United Kingdom and France'
    """
    return listed(
        [the(code, names, head=head and not place) for place, code in enumerate(codes)], most=most
    )


def count(number: int, one: str, many: str = "") -> str:
    """Say how many there are.

    Examples
    --------
    >>> count(1, "source"), count(3, "source"), count(2, "party", "parties")
    ('1 source', '3 sources', '2 parties')
    """
    return f"{number} {one if number == 1 else many or one + 's'}"


def plural(word: str) -> str:
    """Return the plural of a role's name."""
    return word[:-1] + "ies" if word.endswith("y") else word + "s"


def a(word: str) -> str:
    """Return the indefinite article of a word."""
    return "an" if word[:1] in "aeiou" else "a"


_SMALL = "none one two three four five six seven eight nine ten eleven twelve".split()


def spelled(number: int) -> str:
    """Return a number as a word up to twelve, as digits above.

    Examples
    --------
    >>> spelled(9), spelled(32)
    ('nine', '32')
    """
    return _SMALL[number] if 0 <= number < len(_SMALL) else str(number)


def verb(codes: Sequence[str], one: str, many: str) -> str:
    """Agree a verb with its parties."""
    return one if len(codes) == 1 else many


def day(value: date | str | None, *, short: bool = False) -> str:
    """Return a date for people; a year or a month stays one.

    Examples
    --------
    >>> day("1994-12-05"), day("1994-12"), day("1994"), day(None)
    ('5 December 1994', 'December 1994', '1994', '')
    """
    text = value.isoformat() if isinstance(value, date) else str(value or "")
    match = re.fullmatch(r"(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?", text)
    if not match:
        return text
    year, month, number = match.groups()
    if not month or not 1 <= int(month) <= 12:
        return year
    word = MONTHS[int(month) - 1]
    word = word[:3] if short and len(word) > 4 else word
    return f"{int(number)} {word} {year}" if number else f"{word} {year}"


def between(start: date | None, end: date | None) -> str:
    """Return an interval of days for people.

    Examples
    --------
    >>> between(date(2022, 3, 29), date(2022, 3, 30)), between(date(2022, 2, 28), date(2022, 3, 1))
    ('29–30 March 2022', '28 February – 1 March 2022')
    """
    if start is None or end is None or start == end:
        return day(start or end)
    if start.day == 1 and (end + timedelta(days=1)).day == 1:  # whole months
        if (start.year, start.month) == (end.year, end.month):
            return f"{MONTHS[start.month - 1]} {start.year}"
        if start.year == end.year and end.month - start.month == 11:
            return str(start.year)
    if (start.year, start.month) == (end.year, end.month):
        return f"{start.day}–{day(end)}"
    head = f"{start.day} {MONTHS[start.month - 1]}" + (
        "" if start.year == end.year else f" {start.year}"
    )
    return f"{head} – {day(end)}"


def slug(text: str) -> str:
    """Return a text as an id for addresses.

    Examples
    --------
    >>> slug("Article 5(2): help")
    'article-5-2-help'
    """
    return re.sub(r"[^a-z0-9]+", "-", text.lower()).strip("-") or "x"


def full_stop(text: str) -> str:
    """End a text as a sentence, with a capital at its head."""
    text = text.strip()
    text = text[:1].upper() + text[1:]
    return text if text.endswith((".", "!", "?", "”")) else text + "."
