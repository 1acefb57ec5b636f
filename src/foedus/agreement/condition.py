r"""Conditions: a small closed form over finite vocabularies.

A condition is ``all`` / ``any`` / ``not`` of conditions, or tests ``{field: [values]}``; several
fields in one map must all hold. There is no free text and no arithmetic: that is what makes a
list of loopholes complete. :data:`FIELDS` is the whole language.

Formally, with :math:`F` the set of fields, :math:`V_f` the finite vocabulary of field
:math:`f` and :math:`x_f \subseteq V_f` the values that a situation gives it::

    c ::= true | f in W  (W a subset of V_f; holds iff x_f meets W) | c and c | c or c | not c
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, get_args

from pydantic_core import PydanticCustomError

from foedus.agreement import vocabulary as words
from foedus.errors import near_names

ACTORS: tuple[str, ...] = ()  # a field whose values are actors, roles or classes of actors
NAMES: tuple[str, ...] = ("",)  # a field whose values are names of the file itself

#: Field -> (vocabulary, number of the test it belongs to in section 4 of the case format).
FIELDS: dict[str, tuple[tuple[str, ...], int]] = {
    "ceasefire": (("none", "in_force", "has_started"), 2),
    "hostilities": (("running", "ended"), 2),
    "region": (get_args(words.Region), 3),
    "place_type": (get_args(words.PlaceType), 3),
    "zone": (NAMES, 3),
    "object": (get_args(words.Object), 3),
    "kind": (get_args(words.EventKind), 4),
    "origin": (get_args(words.Origin), 4),
    "by_kind": (get_args(words.ByKind), 4),
    "weapons": (get_args(words.Weapons), 4),
    "attribution": (get_args(words.Attribution), 4),
    "intended": (("true", "false"), 4),
    "resisted": (("true", "false"), 4),
    "victim_says": (get_args(words.VictimSays), 4),
    "claimed_origin": (get_args(words.ClaimedOrigin), 4),
    "aim": (get_args(words.Aim), 4),
    "at_war": (("with_attacker", "no"), 4),
    "interest_affected": (ACTORS, 4),
    "against": (ACTORS, 5),
    "involved": (ACTORS, 5),
    "by": (ACTORS, 5),
    "joined_by": (ACTORS, 5),
    "attackers": (("one", "two_or_more"), 5),
    "provoked": (get_args(words.Provoked), 5),
    "ideology": (get_args(words.Ideology), 6),
    "unsc": (get_args(words.CouncilState), 6),
    "cross_instrument": (get_args(words.CrossKind), 6),
    "performed_by": (ACTORS, 6),
    "exemption_invoked": (("true", "false"), 6),
    "request": (get_args(words.RequestKind), 7),
    "party_request": (get_args(words.RequestKind), 7),
    "request_article": (NAMES, 7),
    "agreed": (get_args(words.AgreedSubject), 8),
    "finding": (get_args(words.Decision), 8),
    "organ": (NAMES, 8),
}


@dataclass(frozen=True, slots=True)
class Is:
    """The field has one of the values."""

    field: str
    values: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class All:
    """Every part holds; with no part, always."""

    parts: tuple[Condition, ...] = ()


@dataclass(frozen=True, slots=True)
class AnyOf:
    """At least one part holds."""

    parts: tuple[Condition, ...]


@dataclass(frozen=True, slots=True)
class Not:
    """The part does not hold."""

    part: Condition


Condition = Is | All | AnyOf | Not
ALWAYS = All()


def tests(condition: Condition) -> Iterator[Is]:
    """Yield every test of a condition, in reading order."""
    match condition:
        case Is():
            yield condition
        case All(parts) | AnyOf(parts):
            for part in parts:
                yield from tests(part)
        case Not(part):
            yield from tests(part)


def read_condition(value: Any) -> Condition:
    """Read a condition from plain values.

    Raises
    ------
    PydanticCustomError
        With every problem at once: unknown field, unknown word, wrong shape.
    """
    problems: list[tuple[tuple[str | int, ...], str, str, str]] = []
    condition = value if isinstance(value, Is | All | AnyOf | Not) else _read(value, (), problems)
    if problems:
        raise PydanticCustomError(
            "foedus_problems", "the condition is wrong", {"problems": problems}
        )
    return condition


def _read(value: Any, path: tuple[str | int, ...], problems: list[Any]) -> Condition:
    if not isinstance(value, dict) or not value:
        hint = "write {field: [values]}, {all: [...]}, {any: [...]} or {not: ...}"
        problems.append((path, "04", f"{value!r} is not a condition", hint))
        return ALWAYS
    parts: list[Condition] = []
    for key, inner in value.items():
        here = (*path, key)
        if key in {"all", "any"}:
            if not isinstance(inner, list) or not inner:
                problems.append((here, "04", f"{key!r} needs a list of conditions", ""))
                continue
            members = tuple(
                _read(item, (*here, place), problems) for place, item in enumerate(inner)
            )
            parts.append(All(members) if key == "all" else AnyOf(members))
        elif key == "not":
            parts.append(Not(_read(inner, here, problems)))
        else:
            parts.append(_read_test(key, inner, here, problems))
    return parts[0] if len(parts) == 1 else All(tuple(parts))


def _read_test(key: str, inner: Any, path: tuple[str | int, ...], problems: list[Any]) -> Condition:
    if key not in FIELDS:
        problems.append((path, "02", f"unknown field {key!r}", near_names(key, sorted(FIELDS))))
        return ALWAYS
    listed = inner if isinstance(inner, list) else [inner]
    if not listed:
        problems.append((path, "04", f"{key!r} needs at least one value", ""))
    vocabulary, _ = FIELDS[key]
    values: list[str] = []
    for place, given in enumerate(listed):
        here = (*path, place) if isinstance(inner, list) else path
        word = _word(given)
        if word is None:
            problems.append((here, "04", f"{given!r} is not a word", ""))
            continue
        values.append(word)
        if vocabulary not in (ACTORS, NAMES) and word not in vocabulary:
            hint = near_names(word, vocabulary) or f"one of: {', '.join(vocabulary)}"
            problems.append((here, "03", f"{word!r} is not a word of {key!r}", hint))
    return Is(key, tuple(values))


def _word(given: Any) -> str | None:
    """Return a value of a test as a word, or None if it is none; ``{org: NAME}`` is one."""
    match given:
        case bool():
            return "true" if given else "false"
        case str() | int():
            return str(given)
        case {"org": str(name), **rest} if not rest:
            return f"org:{name}"
        case {"non_state": str(name), **rest} if not rest:
            return f"non_state:{name}"
        case _:
            return None


def write_condition(condition: Condition) -> Any:
    """Return a condition as plain values; :func:`read_condition` reads them back."""
    match condition:
        case Is(field, values):
            return {field: [{"true": True, "false": False}.get(value, value) for value in values]}
        case All(parts):
            return {"all": [write_condition(part) for part in parts]}
        case AnyOf(parts):
            return {"any": [write_condition(part) for part in parts]}
        case Not(part):
            return {"not": write_condition(part)}
