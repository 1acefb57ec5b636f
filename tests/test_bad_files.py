"""Files that are wrong, one for each kind of error: what is said of them, word for word.

Beside each file of ``bad/`` stands what is said: line, column, code, path, message, hint.
"""

from __future__ import annotations

import re
import time
from pathlib import Path

import pytest

from foedus.agreement.read import read_agreement
from foedus.errors import InputError, ReadError
from foedus.obligations.case import read_case
from foedus.yamlfile import MAX_BYTES, MAX_FINDINGS, parse, read

FOLDER = Path(__file__).with_name("bad")
FILES = sorted(FOLDER.glob("*.yaml"))


def said_of(file):
    reader = read_case if file.name.startswith("FD2") else read_agreement
    with pytest.raises(InputError) as caught:
        reader(file)
    return "".join(str(f).replace(str(file), file.name) + "\n" for f in caught.value.findings)


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_what_is_said_is_what_stands_beside_the_file(file):
    assert said_of(file) == file.with_suffix(".txt").read_text(encoding="utf-8")


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_each_file_shows_the_code_of_its_name_with_a_place(file):
    code = file.name[:5]
    said = file.with_suffix(".txt").read_text(encoding="utf-8")
    placeless = {"FD003", "FD008"}  # of the file as a whole
    assert re.search(rf":\d+:\d+: {code}", said) or code in placeless


def test_every_code_of_reading_has_its_file():
    there = {file.name[:5] for file in FILES} | {"FD001", "FD002"}  # made below
    wanted = {f"FD00{n}" for n in range(1, 9)} | {f"FD10{n}" for n in range(1, 6)}
    wanted |= {f"FD11{n}" for n in range(5)} | {f"FD20{n}" for n in range(1, 6)}
    assert wanted == there


def codes(text):
    with pytest.raises(ReadError) as caught:
        parse(text)
    return {finding.code for finding in caught.value.findings}


def test_a_file_that_is_not_there_is_named(tmp_path):
    with pytest.raises(ReadError) as caught:
        read(tmp_path / "gone.yaml")
    assert str(caught.value.findings[0]) == (
        f"{tmp_path / 'gone.yaml'}: FD001: cannot be opened: No such file or directory"
    )


def test_a_folder_is_no_file(tmp_path):
    with pytest.raises(ReadError, match="FD001"):
        read(tmp_path)


def test_a_file_that_is_too_large_is_not_read(tmp_path):
    file = tmp_path / "large.yaml"
    file.write_text("a: " + "x" * MAX_BYTES)
    with pytest.raises(ReadError, match=r"FD002.*4,000,000 are the most"):
        read(file)


def test_a_bomb_is_refused_before_it_expands():
    rows = ["a0: &a0 [x, x, x, x, x, x, x, x, x]"]
    rows += [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]" for n in range(1, 30)]
    start = time.process_time()
    assert codes("\n".join(rows)) == {"FD005"}
    assert time.process_time() - start < 2


def test_a_file_with_more_faults_than_anybody_reads_is_given_up():
    with pytest.raises(ReadError) as caught:
        parse("\n".join(f"a{n}: *b" for n in range(1000)))
    assert len(caught.value.findings) == MAX_FINDINGS


@pytest.mark.parametrize(
    "text",
    ["[" * 100_000, "{a: " * 50_000, "- " * 100_000 + "x", "? " * 20_000],
    ids=["lists", "maps", "dashes", "question marks"],
)
def test_deep_nesting_is_refused_at_once(text):
    start = time.process_time()
    assert codes(text) == {"FD006"}
    assert time.process_time() - start < 5


def test_a_line_of_three_million_characters_is_read():
    assert len(parse(f"title: {'x' * 3_000_000}").value["title"]) == 3_000_000


def test_too_many_values_are_refused():
    assert codes(f"a: [{'1, ' * 110_000}1]") == {"FD006"}
