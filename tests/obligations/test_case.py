"""Cases and their runner."""

from __future__ import annotations

import dataclasses
from pathlib import Path

import pytest

from foedus.agreement.library import names
from foedus.errors import InvalidCase
from foedus.obligations.case import case_files, read_case, run_file

FOLDER = Path(__file__).parent.parent / "cases"
FILES = sorted(FOLDER.rglob("*.yaml"))
KNOWN = frozenset(names())

CASE = """schema: foedus/case@1
id: example
title: Example
instrument: nato-1949
asked_on: 2026-03-01
facts:
  events: [{id: e1, date: 2026-02-01, kind: armed_attack, by: [RUS], against: [NOR], place: oslo}]
  places: [{id: oslo, sovereign: NOR, administered_by: NOR, recognised_as: NOR, region: europe, type: metropolitan}]
expect:
  - {who: others, floor: act_discretion, status: triggered, reasons: [armed_attack], cite: "5"}
"""


def can_run(file):
    return set(read_case(file).instrument) <= KNOWN


@pytest.mark.parametrize("file", FILES, ids=lambda file: f"{file.parent.name}/{file.stem}")
def test_every_case_is_read_and_called_by_its_file(file):
    assert read_case(file).id == file.stem


@pytest.mark.parametrize(
    "file", [f for f in FILES if f.parent.name != "contested" and can_run(f)], ids=lambda f: f.stem
)
def test_a_case_of_the_instruments_that_are_there_passes(file):
    result = run_file(file)
    assert result.error is None
    assert {row.who: row.wrong for row in result.rows if row.wrong} == {}
    assert result.rows or not result.case.expect


@pytest.mark.parametrize(
    "file", [f for f in FILES if f.parent.name == "contested" and can_run(f)], ids=lambda f: f.stem
)
def test_a_contested_case_is_marked_and_is_answered(file):
    result = run_file(file)
    assert result.case.contested
    assert result.error is None


def written(tmp_path, *changes):
    text = CASE
    for old, new in changes:
        assert old in text, old
        text = text.replace(old, new, 1)
    file = tmp_path / "example.yaml"
    file.write_text(text, encoding="utf-8")
    return file


def test_others_are_all_parties_but_victims_and_those_named(tmp_path):
    row = (
        '  - {who: USA, floor: act_discretion, status: triggered, reasons: [in_scope], cite: "5"}\n'
    )
    result = run_file(written(tmp_path, ("expect:\n", f"expect:\n{row}")))
    assert result.ok
    who = [row.who for row in result.rows]
    assert who[0] == "USA"
    assert len(who) == 31
    assert len(set(who)) == 31
    assert "NOR" not in who


def test_a_wrong_row_says_what_was_found_and_what_was_expected(tmp_path):
    result = run_file(
        written(
            tmp_path, ("floor: act_discretion", "floor: assist_mil"), ("who: others", "who: USA")
        )
    )
    assert not result.ok
    assert result.rows[0].wrong == ("floor: act_discretion, expected assist_mil",)


def test_one_good_reason_is_enough(tmp_path):
    assert run_file(written(tmp_path, ("[armed_attack]", "[veto, own_judgement]"))).ok
    assert not run_file(written(tmp_path, ("[armed_attack]", "[veto]"))).ok


def test_several_statuses_may_be_accepted(tmp_path):
    assert run_file(written(tmp_path, ("status: triggered", "status: [latent, triggered]"))).ok


def test_conduct_is_never_scored(tmp_path):
    file = written(tmp_path, ("expect:", "conduct: {USA: no}\nexpect:"))
    assert run_file(file).ok


def test_an_unknown_instrument_is_the_result_and_no_crash(tmp_path):
    result = run_file(written(tmp_path, ("nato-1949", "nato-1948")))
    assert not result.ok
    assert "did you mean nato-1949?" in str(result.error)


def test_an_instrument_may_be_a_file_beside_the_case(tmp_path, root):
    text = (root / "docs" / "examples" / "example-guarantee.yaml").read_text(encoding="utf-8")
    (tmp_path / "own.yaml").write_text(text, encoding="utf-8")
    file = written(
        tmp_path,
        ("nato-1949", "own.yaml"),
        ("floor: act_discretion, status: triggered", "floor: none, status: not_bound"),
        ("[armed_attack]", "[debtor_not_party]"),
        ("who: others", "who: AAA"),
    )
    assert run_file(file).ok


def test_an_unknown_key_is_refused(tmp_path):
    with pytest.raises(InvalidCase, match=r"FD202.*unknown key 'asked_un'"):
        read_case(written(tmp_path, ("asked_on", "asked_un")))


def test_a_folder_gives_its_cases_sorted(tmp_path):
    for name in ("b.yaml", "a.yaml", ".hidden.yaml", "c.txt"):
        (tmp_path / name).touch()
    assert [file.name for file in case_files([tmp_path])] == ["a.yaml", "b.yaml"]


def test_an_activated_duty_counts_as_triggered(tmp_path):
    result = run_file(written(tmp_path))
    activated = dataclasses.replace(result.rows[0].answer, status="activated")
    from foedus.obligations.case import _wrong

    assert list(_wrong(result.rows[0].row, activated)) == []
