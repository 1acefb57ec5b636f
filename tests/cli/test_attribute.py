"""``foedus attribute``: the verb, its JSON and its places."""

from __future__ import annotations

import json

import pytest

from foedus.cli.main import main

TEXT = "The mayor said that the hall was full.\r\n\r\n“Nobody came,” said a baker.\r\n"


@pytest.fixture
def file(tmp_path):
    path = tmp_path / "page.txt"
    path.write_bytes(TEXT.encode())
    return path


def test_json_gives_places_in_the_file_s_own_text(file, capsys):
    assert main(["attribute", str(file), "--json"]) == 0

    found = json.loads(capsys.readouterr().out)["statements"]
    words = [
        ["".join(TEXT[a:b] for a, b in one[key]) for key in ("source", "cue", "content")]
        for one in found
    ]

    assert words == [
        ["The mayor", "said", "that the hall was full"],
        ["a baker", "said", "“Nobody came,”"],
    ]
    assert [one["kind"] for one in found] == ["indirect", "direct"]
    assert all(0 < one["confidence"] <= 1 for one in found)
    assert [one["speaker"] for one in found] == ["The mayor", "a baker"]


def test_a_table_for_people_names_who_and_what(file, capsys):
    assert main(["attribute", str(file)]) == 0

    shown = capsys.readouterr().out
    assert "2 statements" in shown
    assert "a baker" in shown


def test_acts_are_listed_apart(file, capsys):
    file.write_text(
        "The United States has joined others in pledging binding security guarantees.\n" * 2
    )

    assert main(["attribute", str(file), "--json", "--acts", "--dossier", "ukraine"]) == 0

    found = json.loads(capsys.readouterr().out)
    assert found["acts"][0]["party"] == ["USA"]


def test_a_file_that_is_not_there_is_named(tmp_path, capsys):
    assert main(["attribute", str(tmp_path / "none.txt")]) == 3

    assert "none.txt" in capsys.readouterr().err
