"""What every verb prints."""

from __future__ import annotations

import enum
import json
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from foedus.cli.output import console, emit_json, plain, print_table, say


@dataclass(frozen=True, slots=True, kw_only=True)
class Duty:
    debtor: str
    by: date


class Colour(enum.Enum):
    RED = "red"


@given(st.text())
def test_plain_text_has_no_control_character_left(text):
    assert not any((ord(c) < 32 and c not in "\n\t") or 127 <= ord(c) < 160 for c in plain(text))


@given(st.text(st.characters(categories=["L", "N", "P", "S", "Zs"])))
def test_plain_text_keeps_what_people_write(text):
    assert plain(text) == text


def test_json_is_one_document_with_values_made_plain(capsys):
    emit_json(
        {"duty": Duty(debtor="USA", by=date(2027, 3, 1)), "set": {"b", "a"}, "path": Path("x")}
    )
    assert json.loads(capsys.readouterr().out) == {
        "duty": {"debtor": "USA", "by": "2027-03-01"},
        "set": ["a", "b"],
        "path": "x",
    }


def test_json_keeps_letters_of_every_script_and_enumerations_as_values(capsys):
    emit_json(["Київ", Colour.RED])
    assert "Київ" in (out := capsys.readouterr().out)
    assert json.loads(out) == ["Київ", "red"]


def test_messages_go_to_stderr(capsys):
    say("reading")
    assert capsys.readouterr() == ("", "reading\n")


def test_a_table_shows_every_cell_and_no_markup(capsys):
    print_table(["who", "what"], [["USA", "[bold]consult[/bold]"], ["GBR", None]], title="Duties")
    out = capsys.readouterr().out
    assert "Duties" in out
    assert "[bold]consult[/bold]" in out
    assert "None" not in out


def test_a_log_gets_no_colours(capsys):
    console().print("plain")
    assert capsys.readouterr().out == "plain\n"
