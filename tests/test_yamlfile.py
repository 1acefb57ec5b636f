"""YAML from strangers."""

from __future__ import annotations

import contextlib
from dataclasses import dataclass
from datetime import date
from typing import Annotated, Any, ClassVar, Literal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ConfigDict, Field

from foedus.errors import InvalidDossier, ReadError
from foedus.yamlfile import adapter_for, parse, read, show_path, validate

STRICT = ConfigDict(extra="forbid")


@dataclass(frozen=True, slots=True, kw_only=True)
class Leg:
    __pydantic_config__: ClassVar[ConfigDict] = STRICT
    start: Annotated[date, Field(alias="from")]
    kind: Literal["road", "rail"] = "road"


@dataclass(frozen=True, slots=True, kw_only=True)
class Journey:
    __pydantic_config__: ClassVar[ConfigDict] = STRICT
    name: str
    legs: tuple[Leg, ...] = ()
    by_day: dict[str, Leg] = None  # type: ignore[assignment]
    other: Leg | None = None


def findings_of(text: str) -> list[tuple[int, int, str, str, str]]:
    with pytest.raises(InvalidDossier) as caught:
        validate(parse(text), adapter_for(Journey), code="FD3", error=InvalidDossier)
    return [(f.line, f.column, f.code, f.path, f.hint) for f in caught.value.findings]


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("NO", "NO"),
        ("yes", "yes"),
        ("off", "off"),
        ("true", True),
        ("True", "True"),
        ("null", None),
        ("~", None),
        ("12", 12),
        ("007", "007"),
        ("+5", "+5"),
        ("5.1", 5.1),
        ("5.10", "5.10"),
        ("1e3", "1e3"),
        ("1_000", "1_000"),
        ("0x10", "0x10"),
        ("12:30", "12:30"),
        ("2026-03-01", date(2026, 3, 1)),
        ("'2026-03-01'", "2026-03-01"),
        ("42(7)", "42(7)"),
        ("=", "="),
    ],
)
def test_a_word_means_what_it_says(written, value):
    read_value = parse(f"key: {written}").value["key"]
    assert read_value == value
    assert type(read_value) is type(value)


@given(st.decimals(allow_nan=False, allow_infinity=False, places=2, min_value=0, max_value=999))
def test_no_digit_of_a_number_of_an_article_is_lost(number):
    written = str(number)
    assert str(parse(f"cite: {written}").value["cite"]) == written


@given(st.recursive(st.text(max_size=5), lambda inner: st.lists(inner, max_size=3), max_leaves=6))
def test_every_value_has_a_place(value):
    import json

    located = parse(f"key: {json.dumps(value)}")
    assert located.value == {"key": value}

    def walk(inner: Any, path: tuple[Any, ...]) -> None:
        assert path in located.places
        for number, item in enumerate(inner if isinstance(inner, list) else ()):
            walk(item, (*path, number))

    walk(value, ("key",))


def test_half_a_character_is_refused():
    with pytest.raises(ReadError, match="FD004 at title: an escape stands for half a character"):
        parse(r'title: "\ud800"')


def test_brackets_in_a_text_are_no_nesting():
    assert parse(f"title: '{'[' * 100}'").value["title"] == "[" * 100


def test_an_unknown_key_is_placed_at_the_key_with_the_near_names():
    assert findings_of("name: x\nlegs:\n  - {from: 2026-01-01, kid: rail}\n") == [
        (3, 24, "FD302", "legs[0].kid", "did you mean kind?")
    ]


def test_a_key_that_nothing_is_near_to_gets_the_whole_list():
    ((_, _, code, path, hint),) = findings_of("name: x\nother: {from: 2026-01-01, zzz: 1}\n")
    assert (code, path, hint) == ("FD302", "other.zzz", "one of: from, kind")


def test_a_missing_key_says_what_it_holds():
    ((line, column, code, path, hint),) = findings_of("name: x\nby_day:\n  monday: {kind: rail}\n")
    assert (line, column, code) == (3, 3, "FD301")
    assert (path, hint) == ("by_day.monday.from", "it holds a day, as 2026-03-01")


def test_the_name_of_the_field_in_the_code_is_no_key():
    assert [f[2:4] for f in findings_of("name: x\nother: {start: 2026-01-01}\n")] == [
        ("FD301", "other.from"),
        ("FD302", "other.start"),
    ]


def test_everything_that_is_wrong_is_said_at_once():
    found = findings_of("nam: x\nlegs: [{from: soon, kind: sea}, walk]\n")
    assert [(line, column, code) for line, column, code, _, _ in found] == [
        (1, 1, "FD301"),
        (1, 1, "FD302"),
        (2, 15, "FD304"),
        (2, 27, "FD303"),
        (2, 33, "FD304"),
    ]


def test_a_file_may_begin_with_a_byte_order_mark(tmp_path):
    file = tmp_path / "a.yaml"
    file.write_bytes(b"\xef\xbb\xbftitle: x\n")
    assert read(file).value == {"title": "x"}


@given(st.text(max_size=200))
def test_whatever_is_given_is_read_or_refused(text):
    with contextlib.suppress(ReadError):
        parse(text)


def test_a_path_is_shown_as_people_write_it():
    assert show_path(("parties", 0, "history", 1)) == "parties[0].history[1]"
