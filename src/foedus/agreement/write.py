"""Writing an agreement: the YAML that the reader reads back to the same value.

Keys stand in the order of the language; what equals its default is left out. A map that fits on
a line is written in flow style, as people do by hand; anything longer is one key a line.
"""

from __future__ import annotations

import dataclasses
import re
from datetime import date
from functools import cache
from typing import Any

from foedus.agreement.condition import All, AnyOf, Is, Not, write_condition
from foedus.agreement.model import Agreement, Who
from foedus.fields import keys

WIDTH = 150  # the longest line in flow style; a party with two dated entries fits
MOST_MAPS = 2  # a list of more maps than that has one a line
_INDENT = "  "

# What a plain scalar must look like: no YAML reader of any version takes it for something else.
# Inside [..] and {..} a comma would end it.
_PLAIN = re.compile(r"[^\W\d_][\w /().;'’“”–—@-]*\Z")
_PLAIN_LINE = re.compile(r"[^\W\d_][\w /().;'’“”–—@,-]*\Z")
_NOT_PLAIN = re.compile(r" \Z|\A(?:y|n|yes|no|on|off|true|false|null)\Z", re.IGNORECASE)
_ESCAPED = {'"': '\\"', "\\": "\\\\", "\n": "\\n", "\t": "\\t"}


def write_agreement(agreement: Agreement) -> str:
    """Return an agreement as YAML; reading it gives the same agreement.

    Examples
    --------
    >>> from foedus.agreement.library import load
    >>> from foedus.agreement.read import parse_agreement
    >>> nato = load("nato-1949")
    >>> parse_agreement(write_agreement(nato)) == nato
    True
    """
    return "".join(f"{line}\n" for line in _block(plain(agreement), ""))


def plain(value: Any) -> Any:
    """Return a value of an agreement as plain maps, lists and words, defaults left out.

    Examples
    --------
    >>> from foedus.agreement.library import load
    >>> plain(load("budapest-1994").roles["assured"])
    {'kind': 'beneficiary', 'cite': '1'}
    """
    if isinstance(value, Is | All | AnyOf | Not):
        return write_condition(value)
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        return {
            key: _lone(plain(getattr(value, name))) if hint == Who else plain(getattr(value, name))
            for key, name, hint, default in _fields(type(value))
            if getattr(value, name) != default
        }
    if isinstance(value, tuple):
        return [plain(item) for item in value]
    if isinstance(value, dict):
        return {key: plain(item) for key, item in value.items()}
    return value


def _lone(words: list[str]) -> str | list[str]:
    return words[0] if len(words) == 1 else words


@cache
def _fields(kind: type) -> tuple[tuple[str, str, Any, Any], ...]:
    """Return (key, field, type, default) of a dataclass, in order."""
    found = zip(keys(kind).items(), dataclasses.fields(kind), strict=True)
    return tuple((key, field.name, hint, field.default) for (key, hint), field in found)


def _block(value: dict[str, Any], indent: str) -> list[str]:
    """Return the lines of a map, a key a line."""
    lines: list[str] = []
    for key, item in value.items():
        begin = f"{indent}{_scalar(key, _PLAIN)}:"
        if _fits(item, begin):
            lines.append(f"{begin} {_line(item)}")
        elif isinstance(item, list):
            lines += [begin, *_items(item, indent + _INDENT)]
        else:
            lines += [begin, *_block(item, indent + _INDENT)]
    return lines


def _items(values: list[Any], indent: str) -> list[str]:
    """Return the lines of a list, an entry a dash."""
    lines: list[str] = []
    for item in values:
        begin = f"{indent}-"
        if _fits(item, begin):
            lines.append(f"{begin} {_line(item)}")
        elif isinstance(item, dict):
            first, *rest = _block(item, indent + _INDENT)
            lines += [f"{begin} {first.lstrip()}", *rest]
        else:
            lines += [begin, *_items(item, indent + _INDENT)]
    return lines


def _fits(item: Any, begin: str) -> bool:
    """Say whether a value stands on one line: words do, and what is short and plain."""
    if not item or not isinstance(item, dict | list):
        return True
    return not _many_maps(item) and len(begin) + 1 + len(_flow(item)) <= WIDTH


def _many_maps(item: Any) -> bool:
    """Say whether a value has a list of several maps in it, which is hard to read on one line."""
    if isinstance(item, dict):
        return any(map(_many_maps, item.values()))
    if not isinstance(item, list):
        return False
    maps = [inner for inner in item if isinstance(inner, dict)]
    return len(maps) > MOST_MAPS or any(map(_many_maps, item))


def _line(item: Any) -> str:
    return _flow(item) if isinstance(item, dict | list) else _scalar(item, _PLAIN_LINE)


def _flow(value: Any) -> str:
    """Return a value in flow style."""
    if isinstance(value, dict):
        return "{" + ", ".join(f"{_flow(k)}: {_flow(v)}" for k, v in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(map(_flow, value)) + "]"
    return _scalar(value, _PLAIN)


def _scalar(value: Any, form: re.Pattern[str]) -> str:
    """Return a word; text is quoted wherever it could be taken for something else."""
    match value:
        case bool():
            return "true" if value else "false"
        case date():
            return value.isoformat()
        case int() | float():
            return str(value)
        case _:
            text = str(value)
    if form.match(text) and not _NOT_PLAIN.search(text):
        return text
    return '"' + "".join(_ESCAPED.get(mark) or _escape(mark) for mark in text) + '"'


def _escape(mark: str) -> str:
    """Return a character as it may stand between double quotes."""
    code = ord(mark)
    if mark.isprintable() or mark == "\u00a0":
        return mark
    return (
        f"\\x{code:02x}" if code < 256 else f"\\u{code:04x}" if code < 65536 else f"\\U{code:08x}"
    )
