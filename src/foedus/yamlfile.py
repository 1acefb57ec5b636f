"""YAML 1.2 from strangers, with the line and column of every value.

The accepted language is small on purpose: no anchors, no aliases, no tags, no merge keys,
one document, bounded size and depth. So a file cannot expand into memory, and every value has
one place. ``NO`` is Norway, ``yes`` is a word, only ``true`` and ``false`` are booleans.

A :class:`Located` pairs the plain values with the place of each, keyed by path, and
:func:`validate` turns them into frozen values, collecting every finding at once.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from foedus.errors import Finding, InputError, ReadError, near_names
from foedus.fields import holds, keys_at

if TYPE_CHECKING:
    from pydantic import TypeAdapter

T = TypeVar("T")
KeyPath = tuple[str | int, ...]

MAX_BYTES = 4_000_000  # the largest file we ship is under 100 kB
MAX_DEPTH = 40
MAX_NODES = 100_000  # about four seconds of reading
MAX_FINDINGS = 100

_DATE = re.compile(r"\d{4}-\d{2}-\d{2}\Z")
_INT = re.compile(r"[-+]?[0-9]+\Z")
_FLOAT = re.compile(r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?\Z")
_HALF = re.compile("[\ud800-\udfff]")
_NULLS = {"", "~", "null", "Null", "NULL"}
_MOST_DIGITS = 19  # longer ones are no numbers but names


@dataclass(frozen=True, slots=True)
class Located:
    """Plain values of a YAML file, and where each of them stands.

    ``places`` maps a key path to (line, column), both from 1; ``()`` is the file itself.
    ``keys`` does the same for the key of each value of a map.
    """

    value: Any
    file: str
    places: dict[KeyPath, tuple[int, int]] = field(repr=False)
    keys: dict[KeyPath, tuple[int, int]] = field(default_factory=dict, repr=False)

    def where(self, path: KeyPath) -> tuple[int, int]:
        """Return the place of the longest known prefix of ``path``."""
        for length in range(len(path), -1, -1):
            if path[:length] in self.places:
                return self.places[path[:length]]
        return (0, 0)

    def finding(self, code: str, path: KeyPath, message: str, **more: Any) -> Finding:
        """Make a finding at ``path``."""
        return self._made(code, path, message, self.where(path), **more)

    def finding_at_key(self, code: str, path: KeyPath, message: str, **more: Any) -> Finding:
        """Make a finding at the key of the value at ``path``."""
        return self._made(code, path, message, self.keys.get(path) or self.where(path), **more)

    def _made(
        self, code: str, path: KeyPath, message: str, at: tuple[int, int], **more: Any
    ) -> Finding:
        line, column = at
        return Finding(
            code=code,
            message=message,
            file=self.file,
            line=line,
            column=column,
            path=show_path(path),
            **more,
        )


def show_path(path: KeyPath) -> str:
    """Write a key path as people read it.

    Examples
    --------
    >>> show_path(("obligations", 0, "level"))
    'obligations[0].level'
    """
    shown = ""
    for step in path:
        shown += f"[{step}]" if isinstance(step, int) else f".{step}" if shown else step
    return shown


def read(path: Path) -> Located:
    """Read a YAML file.

    Raises
    ------
    ReadError
        FD001 not found, FD002 too large, FD003 not UTF-8, FD004 not YAML, FD005 an anchor, alias
        or tag, FD006 nested too deeply or too many values, FD007 a key given twice, FD008 empty.
    """
    try:
        size = path.stat().st_size
        raw = path.read_bytes() if size <= MAX_BYTES else b""
    except OSError as error:
        raise _refuse("FD001", str(path), f"cannot be opened: {error.strerror or error}") from error
    if size > MAX_BYTES:
        raise _refuse("FD002", str(path), _too_long(f"{size:,} bytes"))
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise _refuse("FD003", str(path), f"is not UTF-8 (byte {error.start})") from error
    return parse(text, file=str(path))


def parse(text: str, *, file: str = "<text>") -> Located:
    """Read YAML from text; see :func:`read`."""
    from ruamel.yaml import YAML
    from ruamel.yaml.error import MarkedYAMLError, YAMLError

    if len(text) > MAX_BYTES:
        raise _refuse("FD002", file, _too_long(f"{len(text):,} characters"))
    reading = _Reading(file=file, events=iter(YAML(typ="safe", pure=True).parse(text)))
    try:
        value = _document(reading)
    except MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        at = (mark.line + 1, mark.column + 1) if mark else (0, 0)
        problem = " ".join(str(error.problem or error.context or "not YAML").split())
        raise _refuse("FD004", file, f"is not YAML: {problem}", at) from error
    except (YAMLError, ValueError) as error:
        problem = " ".join(str(error).split())[:200]
        raise _refuse("FD004", file, f"is not YAML: {problem}") from error
    if reading.findings:
        raise ReadError(f"{file} is not the YAML that Foedus reads", reading.findings)
    return Located(value=value, file=file, places=reading.places, keys=reading.keys)


def _too_long(length: str) -> str:
    return f"is {length} long; {MAX_BYTES:,} are the most that is read"


def _refuse(code: str, file: str, message: str, at: tuple[int, int] = (0, 0)) -> ReadError:
    found = Finding(code=code, message=message, file=file, line=at[0], column=at[1])
    return ReadError(f"{file} cannot be read", [found])


@dataclass(slots=True)
class _Reading:
    """What has been read of a file so far, and the parser's events that are still to come.

    Values are built from events, one at a time, so that no depth and no length of a stranger's
    file is met before it has been counted.
    """

    file: str
    events: Iterator[Any]
    places: dict[KeyPath, tuple[int, int]] = field(default_factory=dict)
    keys: dict[KeyPath, tuple[int, int]] = field(default_factory=dict)
    findings: list[Finding] = field(default_factory=list)
    values: int = 0

    def note(self, code: str, at: tuple[int, int], path: KeyPath, message: str) -> None:
        """Note what is wrong; give up where there is too much of it."""
        found = Finding(
            code=code, message=message, file=self.file, line=at[0], column=at[1],
            path=show_path(path),
        )  # fmt: skip
        self.findings.append(found)
        if len(self.findings) >= MAX_FINDINGS:
            raise ReadError(f"{self.file} is not the YAML that Foedus reads", self.findings)


def _document(reading: _Reading) -> Any:
    """Build the value of the only document of a file."""
    value, documents = None, 0
    for event in reading.events:
        match type(event).__name__:
            case "StreamStartEvent" | "StreamEndEvent" | "DocumentEndEvent":
                pass
            case "DocumentStartEvent":
                documents += 1
                if documents > 1:
                    problem = "is not YAML: a second document begins"
                    raise _refuse("FD004", reading.file, problem, _start(event))
            case _:
                value = _value(reading, event, ())
    if documents == 0 or (value is None and not reading.findings):
        raise _refuse("FD008", reading.file, "is empty")
    return value


def _start(event: Any) -> tuple[int, int]:
    return event.start_mark.line + 1, event.start_mark.column + 1


def _value(reading: _Reading, event: Any, path: KeyPath) -> Any:
    """Turn an event, and those that belong to it, into a plain value."""
    at = _start(event)
    reading.places[path] = at
    reading.values += 1
    if len(path) > MAX_DEPTH:
        raise _refuse("FD006", reading.file, f"is nested deeper than {MAX_DEPTH}", at)
    if reading.values > MAX_NODES:
        raise _refuse("FD006", reading.file, f"has more than {MAX_NODES:,} values", at)
    kind = type(event).__name__
    if kind == "AliasEvent":
        reading.note("FD005", at, path, "an alias is used; write the value out")
        return None
    if event.anchor is not None:
        reading.note("FD005", at, path, "an anchor is used; write the value out where it belongs")
    if event.ctag is not None:
        reading.note("FD005", at, path, "a tag is used; leave it out")
    if kind == "SequenceStartEvent":
        return _sequence(reading, path)
    if kind == "MappingStartEvent":
        return _mapping(reading, path)
    return _scalar(event, lambda code, message: reading.note(code, at, path, message))


def _sequence(reading: _Reading, path: KeyPath) -> list[Any]:
    items: list[Any] = []
    for event in reading.events:
        if type(event).__name__ == "SequenceEndEvent":
            break
        items.append(_value(reading, event, (*path, len(items))))
    return items


def _mapping(reading: _Reading, path: KeyPath) -> dict[str, Any]:
    values: dict[str, Any] = {}
    for event in reading.events:
        if type(event).__name__ == "MappingEndEvent":
            break
        at = _start(event)
        if type(event).__name__ != "ScalarEvent" or event.anchor or event.ctag:
            reading.note("FD004", at, path, "a key must be a plain word")
            _value(reading, event, (*path, "?"))
            _value(reading, next(reading.events), (*path, "?"))
            continue
        key = _joined(event.value) or ""
        here = (*path, key)
        if key in values:
            reading.note("FD007", at, here, f"the key {key!r} is given twice")
            _value(reading, next(reading.events), (*path, f"{key} (again)"))
            continue
        inner = next(reading.events)
        values[key] = _value(reading, inner, here)
        reading.keys[here] = at
        if type(inner).__name__ != "ScalarEvent":
            reading.places[here] = at
    return values


def _joined(text: str) -> str | None:
    """Join the halves of characters that a JSON writer escapes in two; None for a lone half."""
    if not _HALF.search(text):
        return text
    try:
        return text.encode("utf-16", "surrogatepass").decode("utf-16")
    except UnicodeDecodeError:
        return None


def _scalar(event: Any, note: Callable[[str, str], None]) -> Any:
    """Resolve a plain scalar by the YAML 1.2 core schema, and dates; a quoted one is a string.

    A number whose digits would not come back as they were written (``5.10``, ``007``) stays
    text: it may be the number of an article.
    """
    text = _joined(event.value)
    if text is None:
        note("FD004", "an escape stands for half a character")
        return None
    if event.style:
        return text
    if text in _NULLS:
        return None
    if text in {"true", "false"}:
        return text == "true"
    if _DATE.match(text):
        try:
            return date.fromisoformat(text)
        except ValueError:
            note("FD004", f"{text!r} is not a day of the calendar")
            return None
    return _number(text)


def _number(text: str) -> int | float | str:
    """Return the number that a text is the usual form of, else the text."""
    if len(text) >= _MOST_DIGITS or not _FLOAT.match(text):
        return text
    number = int(text) if _INT.match(text) else float(text)
    return number if str(number) == text else text


def validate(located: Located, adapter: TypeAdapter[T], *, code: str, error: type[InputError]) -> T:
    """Turn located values into frozen values, or raise ``error`` with every finding.

    ``code`` is the family (``FD1``): the last two digits say what is wrong, the same in each
    family: 01 missing key, 02 unknown key, 03 word not in the vocabulary, 04 wrong type,
    05 any other rule.
    """
    from pydantic import ValidationError

    try:
        return adapter.validate_python(located.value)
    except ValidationError as problem:
        findings = _findings(problem.errors(include_url=False), located, code, _type_of(adapter))
    plural = "s" if len(findings) != 1 else ""
    raise error(f"{located.file} has {len(findings)} error{plural}", findings)


def _findings(errors: list[Any], located: Located, code: str, kind: Any) -> list[Finding]:
    """Translate pydantic's errors into findings: one for each place and rule."""
    found: dict[KeyPath, tuple[int, Finding]] = {}
    for item in errors:
        if item["type"] == "too_short" and len(item["input"]) >= item["ctx"]["min_length"]:
            continue  # entries were given, and each that is wrong has its own finding
        path, of_key = _real_path(item["loc"], located)
        for more, number, message, hint in _problems(item, kind, path):
            whole = (*path, *more)
            make = located.finding_at_key if of_key or number == "02" else located.finding
            weight = _WEIGHT[number]
            if whole not in found or weight > found[whole][0]:
                found[whole] = (weight, make(f"{code}{number}", whole, message, hint=hint))
    made = [finding for _, finding in found.values()]
    return sorted(made, key=lambda finding: (finding.line, finding.column, finding.code))


#: A value that no member of a union takes has one error for each; the plainest is kept.
_WEIGHT = {"05": 3, "03": 2, "04": 1, "02": 0, "01": 0}


def _problems(item: Any, kind: Any, path: KeyPath) -> list[tuple[KeyPath, str, str, str]]:
    """Return (path below, number, message, hint) of each problem that an error reports."""
    name = str(path[-1]) if path else ""
    match item["type"]:
        case "foedus_problems":
            return [tuple(problem) for problem in item["ctx"]["problems"]]
        case "missing":
            wanted = holds(keys_at(kind, path[:-1]).get(name))
            return [((), "01", f"the key {name!r} is missing", wanted and f"it holds {wanted}")]
        case "unexpected_keyword_argument" | "extra_forbidden":
            known = sorted(keys_at(kind, path[:-1]))
            hint = near_names(name, known) or f"the keys here are {', '.join(known)}"
            return [((), "02", f"unknown key {name!r}", hint)]
        case _:
            return [((), *_explain(item))]


def _real_path(loc: tuple[str | int, ...], located: Located) -> tuple[KeyPath, bool]:
    """Drop the names of union members that pydantic mixes into a path.

    The second value says that the error is one of the key and not of its value.
    """
    path: KeyPath = ()
    value = located.value
    for place, step in enumerate(loc):
        last = place == len(loc) - 1
        if _has(value, step):
            value = value[step]
        elif last and step == "[key]":
            return path, True
        elif last and isinstance(value, dict) and isinstance(step, str):
            pass  # the key that is missing
        else:
            continue
        path = (*path, step)
    return path, False


def _has(value: Any, step: str | int) -> bool:
    """Say whether a map has a key, or a list an entry."""
    if isinstance(value, list):
        return isinstance(step, int) and step < len(value)
    return isinstance(value, dict) and step in value


def _explain(item: Any) -> tuple[str, str, str]:
    """Return (number, message, hint) of one pydantic error about a value."""
    kind, context, given = item["type"], item.get("ctx", {}), item.get("input")
    shown = _short(given)
    if kind in {"literal_error", "enum"}:
        words = re.findall(r"'([^']*)'", str(context.get("expected", "")))
        hint = near_names(str(given), words) or f"one of: {', '.join(words)}"
        return "03", f"{shown} is not a word of this field", hint
    if kind == "value_error":
        return "05", str(context.get("error", item["msg"])), ""
    if kind == "string_pattern_mismatch":
        return "05", f"{shown} does not have the right form", f"it must match {context['pattern']}"
    if kind == "too_short":
        return "05", "too few entries", f"at least {context['min_length']} must be given"
    for beginning, what, hint in _TYPES_IN_WORDS:
        if kind.startswith(beginning):
            return "04", f"{shown} is not {what}", hint
    return "04", f"{shown} will not do here: {item['msg'][0].lower()}{item['msg'][1:]}", ""


#: Beginning of a pydantic error type -> (what is wanted, how to write it).
_TYPES_IN_WORDS = (
    ("date", "a day", "write it as 2026-03-01"),
    ("bool", "true or false", "write true or false"),
    ("int", "a whole number", ""),
    ("float", "a number", ""),
    ("string", "a text", "put it in quotes"),
    ("tuple", "a list", "write [..] or one entry a line, each after a dash"),
    ("list", "a list", "write [..] or one entry a line, each after a dash"),
    ("dict", "a map of keys", "write {key: value}"),
    ("dataclass", "a map of keys", "write {key: value}"),
)


def _short(given: Any) -> str:
    text = given.isoformat() if isinstance(given, date) else repr(given)
    return text if len(text) <= 60 else text[:57] + "..."


@cache
def adapter_for(type_: Any) -> TypeAdapter[Any]:
    """Build, once a process, the validator of a type."""
    from pydantic import TypeAdapter

    adapter = TypeAdapter(type_)
    _TYPES[id(adapter)] = type_
    return adapter


#: Which type an adapter of :func:`adapter_for` was built for; those live as long as the process.
_TYPES: dict[int, Any] = {}


def _type_of(adapter: TypeAdapter[Any]) -> Any:
    return _TYPES.get(id(adapter))
