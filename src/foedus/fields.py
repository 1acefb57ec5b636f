"""The keys of a dataclass as a file writes them, and what each holds.

Types are walked along the path of a file, so that a wrong key can be answered with the keys that
there are.
"""

from __future__ import annotations

import dataclasses
import types
import typing
from collections.abc import Iterator
from datetime import date
from functools import cache
from typing import Any


def members(kind: Any) -> Iterator[Any]:
    """Yield the members of a type: annotations dropped, unions taken apart."""
    origin = typing.get_origin(kind)
    if origin is typing.Annotated:
        yield from members(typing.get_args(kind)[0])
    elif origin in {typing.Union, types.UnionType}:
        for member in typing.get_args(kind):
            yield from members(member)
    else:
        yield kind


def _below(kind: Any, step: str | int) -> Iterator[Any]:
    """Yield the types that a value of type ``kind`` may have at one step down."""
    for option in members(kind):
        arguments = typing.get_args(option)
        if is_record(option) and step in keys(option):
            yield keys(option)[str(step)]
        elif typing.get_origin(option) in {tuple, list} and isinstance(step, int):
            yield arguments[0]
        elif typing.get_origin(option) is dict:
            yield arguments[1]


def is_record(kind: Any) -> bool:
    """Say whether a type is a dataclass."""
    return isinstance(kind, type) and dataclasses.is_dataclass(kind)


@cache
def keys(kind: Any) -> dict[str, Any]:
    """Return the keys of a dataclass as files write them, with their types."""
    hints = typing.get_type_hints(kind, include_extras=True)
    found: dict[str, Any] = {}
    for entry in dataclasses.fields(kind):
        hint = hints[entry.name]
        notes = typing.get_args(hint)[1:] if typing.get_origin(hint) is typing.Annotated else ()
        aliases = [note.alias for note in notes if getattr(note, "alias", None)]
        found[aliases[0] if aliases else entry.name] = hint
    return found


def keys_at(kind: Any, path: tuple[str | int, ...]) -> dict[str, Any]:
    """Return the keys that a map at ``path`` below a type may have, with their types."""
    found = [kind]
    for step in path:
        found = [below for one in found for below in _below(one, step)]
    options = [option for one in found for option in members(one)]
    return {k: t for o in options if is_record(o) for k, t in keys(o).items()}


def holds(kind: Any) -> str:
    """Say in a few words what a value of a type is, or nothing."""
    for option in members(kind):
        origin, arguments = typing.get_origin(option), typing.get_args(option)
        if origin is typing.Literal:
            return f"one of: {', '.join(map(str, arguments))}" if len(arguments) <= 12 else "a word"
        if origin in {tuple, list}:
            return "a list"
        if origin is dict:
            return "a map"
        if is_record(option):
            return f"a map with the keys {', '.join(keys(option))}"
        known = {date: "a day, as 2026-03-01", bool: "true or false", str: "a text"}
        if option in known:
            return known[option]
    return ""
