"""Named places: whose they are on a day, where they lie and of what kind they are.

The places stand in ``places.yaml`` beside this module, one entry a line. A disputed territory is
an explicit choice in that file, never an accident of a map; :func:`note` gives the choice in
words, with both claims. Finding a place reads the one line that names it.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib.resources import files
from typing import Any

from foedus.agreement.facts import Place, as_actor
from foedus.errors import Finding, InputError, near_names
from foedus.yamlfile import parse

FILE = "places.yaml"
MOST_SHOWN = 80  # characters of an unknown name that a message repeats

_ENTRY = re.compile(
    r'^- \{id: (?P<id>[a-z0-9-]+), name: (?P<name>"[^"\n]*"|[^,"\n]*)'
    r"(?:, aliases: \[(?P<aliases>[^\]\n]*)\])?",
    flags=re.MULTILINE,
)
_WORD = re.compile(r"[^\W_]+")
# Letters that a decomposition leaves whole, with their usual spelling.
_SPELLED = str.maketrans({"æ": "ae", "ø": "o", "œ": "oe", "ß": "ss", "ł": "l", "đ": "d", "ı": "i"})
_OWNED = ("sovereign", "administered_by", "recognised_as")
_HINT = "any other place can be described under places in an events file"


@dataclass(frozen=True, slots=True)
class _Index:
    """Where each name of the file leads: a plain name to the id, an id to its line."""

    ids: dict[str, str]
    lines: dict[str, tuple[int, str]]
    spellings: tuple[str, ...]


@cache
def _index() -> _Index:
    """Find the names of every entry, without reading the entries."""
    text = files("foedus.agreement").joinpath(FILE).read_text(encoding="utf-8")
    ids: dict[str, str] = {}
    lines: dict[str, tuple[int, str]] = {}
    spellings: list[str] = []
    number, seen = 1, 0
    for entry in _ENTRY.finditer(text):
        number, seen = number + text.count("\n", seen, entry.start()), entry.start()
        end = text.find("\n", seen)
        lines[entry["id"]] = (number, text[seen + 2 : end if end >= 0 else None])
        for spelling in (entry["id"], entry["name"], *(entry["aliases"] or "").split(", ")):
            if spelling:
                ids.setdefault(_plain(spelling), entry["id"])
                spellings.append(spelling.strip('"').lower().replace("-", " "))
    readable = (spelling for spelling in spellings if len(spelling) > len("GBR"))
    return _Index(ids, lines, tuple(dict.fromkeys(readable)))


def _plain(name: str) -> str:
    """Return a name without case, accents, spaces, marks and a leading article.

    Examples
    --------
    >>> _plain("The Falkland Islands") == _plain("falkland-islands")
    True
    >>> _plain("RÉUNION"), _plain("Suwałki")
    ('reunion', 'suwalki')
    """
    folded = name.casefold()
    if not folded.isascii():
        parts = unicodedata.normalize("NFKD", folded).translate(_SPELLED)
        folded = "".join(part for part in parts if not unicodedata.combining(part))
    words = _WORD.findall(folded)
    return "".join(words[1:] if len(words) > 1 and words[0] == "the" else words)


def names() -> tuple[str, ...]:
    """Return the ids of every place, in the file's order.

    Examples
    --------
    >>> "falkland-islands" in names()
    True
    """
    return tuple(_index().lines)


def find_place(name: str, on: date) -> Place:
    """Return a place by its id, name or alias, as it is at the end of a day.

    Case, spaces, hyphens, accents and a leading article do not count.

    Raises
    ------
    InputError
        FD230: no such place, or the file does not describe it on that day.

    Examples
    --------
    >>> find_place("Port Stanley", date(1982, 4, 2)).administered_by
    'GBR'
    >>> find_place("crimea", date(2014, 2, 27)).administered_by
    'RUS'
    """
    entry = _entry(name)
    versions = [version for version in entry.get("versions", ()) if version["from"] <= on]
    if "until" in entry and on > entry["until"]:
        raise _refuse(
            f"{entry['name']} ended on {entry['until']}", f"ask for its successor; {_HINT}"
        )
    if "versions" in entry and not versions:
        first = entry["versions"][0]["from"]
        raise _refuse(f"{entry['name']} is described only from {first} on", _HINT)
    latest: dict[str, Any] = max(versions, key=lambda version: version["from"], default={})
    return _place(entry | latest)


def note(name: str) -> str:
    """Return what the file says about a place in words; empty if there is nothing to say.

    Raises
    ------
    InputError
        FD230: no such place.

    Examples
    --------
    >>> "Argentina claims them" in note("falklands")
    True
    """
    return str(_entry(name).get("note", ""))


def _entry(name: str) -> dict[str, Any]:
    index = _index()
    found = index.ids.get(_plain(name))
    if found is None:
        given = name[:MOST_SHOWN]
        near = near_names(given.lower().replace("-", " "), index.spellings)
        raise _refuse(f"no place is called {given!r}", f"{near} {_HINT}".strip())
    return _read(found)


@cache
def _read(name: str) -> dict[str, Any]:
    """Read the one line that describes a place."""
    number, line = _index().lines[name]
    value = parse(line, file=f"{FILE}:{number}").value
    if not isinstance(value, dict):
        raise _refuse(f"line {number} of {FILE} is not an entry", "")
    return value


def _place(known: dict[str, Any]) -> Place:
    """Build a place from the values that hold; ``owner`` fills what is not given."""
    owner = {key: _owner(known.get(key, known["owner"])) for key in _OWNED}
    occupied_by = known.get("occupied_by")
    return Place(
        id=known["id"],
        region=known["region"],
        type=known["type"],
        disputed=known.get("disputed", False),
        claimed_by=tuple(as_actor(one) for one in known.get("claimed_by", ())),
        occupied_by=None if occupied_by is None else as_actor(occupied_by),
        zones=tuple(known.get("zones", ())),
        **owner,
    )


def _owner(value: Any) -> str:
    return "none" if value == "none" else str(as_actor(value))


def _refuse(message: str, hint: str) -> InputError:
    return InputError(message, [Finding(code="FD230", message=message, hint=hint)])
