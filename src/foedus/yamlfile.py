"""YAML 1.2 from strangers, with the line and column of every value.

The accepted language is small on purpose: no anchors, no aliases, no tags, no merge keys,
one document, bounded size and depth. So a file cannot expand into memory, and every value has
one place. ``NO`` is Norway, ``yes`` is a word, only ``true`` and ``false`` are booleans.

A :class:`Located` pairs the plain values with the place of each, keyed by path, and
:func:`validate` turns them into frozen values, collecting every finding at once.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from foedus.errors import Finding, InputError, ReadError, near_names

if TYPE_CHECKING:
    from pydantic import TypeAdapter

T = TypeVar("T")
KeyPath = tuple[str | int, ...]

MAX_BYTES = 4_000_000  # the largest file we ship is under 100 kB
MAX_DEPTH = 40
MAX_NODES = 400_000

_DATE = re.compile(r"\d{4}-\d{2}-\d{2}\Z")
_INT = re.compile(r"[-+]?[0-9]+\Z")
_FLOAT = re.compile(r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?\Z")
_NULLS = {"", "~", "null", "Null", "NULL"}


@dataclass(frozen=True, slots=True)
class Located:
    """Plain values of a YAML file, and where each of them stands.

    ``places`` maps a key path to (line, column), both from 1; ``()`` is the file itself.
    """

    value: Any
    file: str
    places: dict[KeyPath, tuple[int, int]] = field(repr=False)

    def where(self, path: KeyPath) -> tuple[int, int]:
        """Return the place of the longest known prefix of ``path``."""
        for length in range(len(path), -1, -1):
            if path[:length] in self.places:
                return self.places[path[:length]]
        return (0, 0)

    def finding(self, code: str, path: KeyPath, message: str, **more: Any) -> Finding:
        """Make a finding at ``path``."""
        line, column = self.where(path)
        return Finding(
            code=code, message=message, file=self.file, line=line, column=column, path=show_path(path), **more
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
        or tag, FD006 nested too deeply, FD007 a key given twice, FD008 empty.
    """
    try:
        size = path.stat().st_size
        raw = path.read_bytes() if size <= MAX_BYTES else b""
    except OSError as error:
        raise _refuse("FD001", str(path), f"cannot be opened: {error.strerror or error}") from error
    if size > MAX_BYTES:
        raise _refuse("FD002", str(path), f"is {size:,} bytes long; {MAX_BYTES:,} are the most that is read")
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
        raise _refuse("FD002", file, f"is {len(text):,} characters long; {MAX_BYTES:,} are the most that is read")
    depth = _deepest_flow(text)
    if depth > MAX_DEPTH:
        raise _refuse("FD006", file, f"is nested {depth} deep; {MAX_DEPTH} is the most")
    try:
        node = YAML(pure=True).compose(text)
    except MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        at = (mark.line + 1, mark.column + 1) if mark else (0, 0)
        problem = " ".join(str(error.problem or error.context or "not YAML").split())
        raise _refuse("FD004", file, f"is not YAML: {problem}", at) from error
    except (YAMLError, RecursionError, ValueError) as error:
        raise _refuse("FD004", file, f"is not YAML: {' '.join(str(error).split())[:200]}") from error
    if node is None:
        raise _refuse("FD008", file, "is empty")
    places: dict[KeyPath, tuple[int, int]] = {}
    findings: list[Finding] = []
    value = _plain(node, (), places, findings, file)
    if findings:
        raise ReadError(f"{file} is not the YAML that Foedus reads", findings)
    return Located(value=value, file=file, places=places)


def _refuse(code: str, file: str, message: str, at: tuple[int, int] = (0, 0)) -> ReadError:
    found = Finding(code=code, message=message, file=file, line=at[0], column=at[1])
    return ReadError(f"{file} cannot be read", [found])


def _deepest_flow(text: str) -> int:
    """Return how deep ``[`` and ``{`` nest, before a recursive parser sees them."""
    deepest = depth = 0
    for mark in re.findall(r"[\[\]{}]", text):
        depth += 1 if mark in "[{" else -1
        deepest = max(deepest, depth)
    return deepest


def _plain(node: Any, path: KeyPath, places: dict[KeyPath, tuple[int, int]], findings: list[Finding], file: str) -> Any:
    """Turn a node into plain values, noting the place of each."""
    at = (node.start_mark.line + 1, node.start_mark.column + 1)

    def note(code: str, message: str) -> None:
        findings.append(Finding(code=code, message=message, file=file, line=at[0], column=at[1], path=show_path(path)))

    places[path] = at
    if len(path) > MAX_DEPTH or len(places) > MAX_NODES:
        note("FD006", f"is nested deeper than {MAX_DEPTH} or has more than {MAX_NODES:,} values")
        return None
    if getattr(node, "anchor", None):
        note("FD005", "an anchor is used; write the value out")
        return None
    kind = type(node).__name__
    if kind == "MappingNode":
        values: dict[str, Any] = {}
        for key_node, value_node in node.value:
            key = str(key_node.value)
            key_at = (key_node.start_mark.line + 1, key_node.start_mark.column + 1)
            if key in values:
                found = Finding(code="FD007", message=f"the key {key!r} is given twice", file=file, line=key_at[0], column=key_at[1], path=show_path((*path, key)))
                findings.append(found)
                continue
            values[key] = _plain(value_node, (*path, key), places, findings, file)
            places[(*path, key)] = key_at if kind_of(value_node) != "scalar" else places[(*path, key)]
        return values
    if kind == "SequenceNode":
        return [_plain(item, (*path, place), places, findings, file) for place, item in enumerate(node.value)]
    return _scalar(node, note)


def kind_of(node: Any) -> str:
    """Return ``scalar`` or ``collection``."""
    return "scalar" if type(node).__name__ == "ScalarNode" else "collection"


def _scalar(node: Any, note: Callable[[str, str], None]) -> Any:
    """Resolve a plain scalar by the YAML 1.2 core schema, and dates; a quoted one is a string."""
    text: str = node.value
    if node.style is not None:
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
    if _INT.match(text):
        return int(text) if len(text) < 19 else text
    return float(text) if _FLOAT.match(text) and not text.endswith(".") else text


def validate(
    located: Located,
    adapter: TypeAdapter[T],
    *,
    code: str,
    error: type[InputError],
    known: Callable[[KeyPath], tuple[str, ...]] | None = None,
) -> T:
    """Turn located values into frozen values, or raise ``error`` with every finding.

    ``code`` is the family (``FD1``): the last two digits say what is wrong, the same in each
    family: 01 missing key, 02 unknown key, 03 word not in the vocabulary, 04 wrong type,
    05 any other rule.
    """
    from pydantic import ValidationError

    try:
        return adapter.validate_python(located.value)
    except ValidationError as problem:
        findings = _findings(problem.errors(include_url=False), located, code)
    raise error(f"{located.file} has {len(findings)} error{'s' if len(findings) != 1 else ''}", findings)


def _findings(errors: list[Any], located: Located, code: str) -> list[Finding]:
    """Translate pydantic's errors into findings: one for each place and rule."""
    found: dict[tuple[Any, ...], Finding] = {}
    for item in errors:
        path = _real_path(item["loc"], located)
        for more, number, message, hint in _problems(item):
            whole = (*path, *more)
            finding = located.finding(f"{code}{number}", whole, message, hint=hint)
            found.setdefault((whole, number), finding)
    return sorted(found.values(), key=lambda finding: (finding.line, finding.column, finding.code))


def _problems(item: Any) -> list[tuple[KeyPath, str, str, str]]:
    """Return (path below, number, message, hint) of each problem that an error reports."""
    if item["type"] == "foedus_problems":
        return [tuple(problem) for problem in item["ctx"]["problems"]]  # type: ignore[misc]
    return [((), *_explain(item))]


def _real_path(loc: tuple[str | int, ...], located: Located) -> KeyPath:
    """Drop the names of union members that pydantic mixes into a path."""
    path: KeyPath = ()
    value = located.value
    for step in loc:
        if isinstance(value, dict) and step in value:
            value = value[step]
        elif isinstance(value, list) and isinstance(step, int) and step < len(value):
            value = value[step]
        elif step == loc[-1] and isinstance(value, dict) and isinstance(step, str):
            pass  # the key that is missing
        else:
            continue
        path = (*path, step)
    return path


def _explain(item: Any) -> tuple[str, str, str]:
    """Return (number, message, hint) of one pydantic error."""
    kind, context, given = item["type"], item.get("ctx", {}), item.get("input")
    name = str(item["loc"][-1]) if item["loc"] else ""
    if kind == "missing":
        return "01", f"the key {name!r} is missing", ""
    if kind in {"unexpected_keyword_argument", "extra_forbidden"}:
        return "02", f"unknown key {name!r}", ""
    if kind in {"literal_error", "enum"}:
        words = re.findall(r"'([^']*)'", str(context.get("expected", "")))
        return "03", f"{given!r} is not a word of this field", near_names(str(given), words) or f"one of: {', '.join(words)}"
    if kind == "value_error":
        return "05", str(context.get("error", item["msg"])), ""
    return "04", f"{_short(given)} will not do here: {item['msg'][0].lower()}{item['msg'][1:]}", ""


def _short(given: Any) -> str:
    text = repr(given)
    return text if len(text) <= 60 else text[:57] + "..."


@cache
def adapter_for(type_: Any) -> TypeAdapter[Any]:
    """Build, once a process, the validator of a type."""
    from pydantic import TypeAdapter

    return TypeAdapter(type_)
