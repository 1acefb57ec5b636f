"""A folder from a stranger: one clear line for each bad file, and the good ones are kept."""

from __future__ import annotations

import json
import re

import pytest

from hostile.corpus import GOOD_FILES, HOSTILE_FILES, MARKS, YAML_BOMB

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def ingested(hostile_folder, tmp_path_factory, foedus_command):
    folder = tmp_path_factory.mktemp("work")
    made = foedus_command("new", "d", cwd=folder)
    assert made.returncode == 0, made.stderr
    done = foedus_command("ingest", "d", str(hostile_folder), cwd=folder, timeout=300)
    return folder, done


@pytest.fixture(scope="module")
def said(ingested):
    _, done = ingested
    return (done.stdout + done.stderr).splitlines()


def test_ingest_ends_well_and_without_a_traceback(ingested):
    _, done = ingested
    assert done.returncode == 0, done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize("name", [each.name for each in HOSTILE_FILES if not each.may_be_kept])
def test_a_file_that_cannot_be_used_gets_exactly_one_line(name, said):
    lines = [line for line in said if re.search(rf"(^|[\s/]){re.escape(name)}\b", line)]
    assert len(lines) == 1, lines
    assert len(lines[0]) < 300


@pytest.mark.parametrize("name", [each.name for each in HOSTILE_FILES if each.may_be_kept])
def test_a_file_that_can_be_cleaned_gets_one_line_at_most(name, said):
    lines = [line for line in said if re.search(rf"(^|[\s/]){re.escape(name)}\b", line)]
    assert len(lines) <= 1, lines


def test_no_line_carries_a_control_character_of_a_file(said):
    assert not [line for line in said if re.search(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]", line)]


def test_a_name_with_a_line_break_cannot_write_a_line_of_its_own(said):
    assert not [line for line in said if line.lstrip().startswith("with lines.txt")]


def test_the_good_files_are_kept(ingested, foedus_command):
    folder, _ = ingested
    for name in GOOD_FILES:
        stem = name.rpartition(".")[0]
        done = foedus_command("read", "d", stem, cwd=folder)
        assert done.returncode == 0, done.stderr
        assert "Ruritania said on Tuesday" in done.stdout


def test_a_link_out_of_the_folder_is_not_followed(ingested):
    folder, _ = ingested
    for file in folder.rglob("*"):
        if file.is_file():
            assert b"A SECRET OF THE MACHINE" not in file.read_bytes(), file


def test_nothing_is_written_outside_the_dossier(ingested, hostile_folder):
    folder, _ = ingested
    assert {entry.name for entry in folder.iterdir()} == {"d"}
    assert {entry.name for entry in hostile_folder.parent.iterdir()} == {"folder", "secret.txt"}


def test_no_script_survives_into_what_was_read(ingested, foedus_command):
    folder, _ = ingested
    done = foedus_command("read", "d", "scripted", cwd=folder)
    assert done.returncode == 0, done.stderr
    assert "Ruritania said on Tuesday" in done.stdout
    assert not [mark for mark in MARKS if mark in done.stdout.lower()]


def test_a_second_run_finds_nothing_new(ingested, hostile_folder, foedus_command):
    folder, _ = ingested
    before = json.loads(foedus_command("status", "d", "--json", cwd=folder).stdout)
    again = foedus_command("ingest", "d", str(hostile_folder), cwd=folder, timeout=300)
    assert again.returncode == 0, again.stderr
    assert before == json.loads(foedus_command("status", "d", "--json", cwd=folder).stdout)


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("bomb.yaml", YAML_BOMB),
        ("deep.yaml", "[" * 100_000),
        ("deep-block.yaml", "".join(" " * n + "a:\n" for n in range(2_000))),
        ("binary.yaml", "\x00\x01\x02"),
        ("empty.yaml", ""),
        ("tag.yaml", "!!python/object/apply:os.system ['touch owned']"),
        ("huge.yaml", "a: " + "b" * 52_000_000),
    ],
    ids=lambda value: value if len(value) < 20 and value.endswith(".yaml") else "",
)
def test_a_hostile_agreement_is_refused_with_a_place_and_in_few_words(
    name, data, tmp_path, foedus_command
):
    (tmp_path / name).write_text(data)
    done = foedus_command("check", name, cwd=tmp_path, timeout=60)
    assert done.returncode in {1, 3}, done.stderr
    said = (done.stdout + done.stderr).strip()
    assert name in said
    assert "Traceback" not in said
    assert len(said) < 10_000
    assert not (tmp_path / "owned").exists()
