"""``foedus cases`` through the door: the count, each failure, JSON, exit codes and messages."""

from __future__ import annotations

import json

import pytest

from foedus.cli.main import main

CASE = """
schema: foedus/case@1
id: falklands
title: The Falkland Islands, 1982
instrument: nato-1949
asked_on: 1982-04-02
facts:
  events:
    - {id: e1, date: 1982-04-02, kind: armed_attack, by: [ARG], against: [GBR], place: stanley}
  places:
    - {id: stanley, sovereign: GBR, administered_by: GBR, recognised_as: GBR,
       region: south_atlantic, type: island}
expect:
  - {who: USA, floor: none, status: not_triggered, reasons: [out_of_territorial_scope], cite: "6"}
conduct: {}
"""


@pytest.fixture
def run(capsys):
    """Run one command line; its exit code, what it printed, and its messages."""

    def ask(*words: object) -> tuple[int, str, str]:
        code = main(["cases", *map(str, words)])
        said = capsys.readouterr()
        return code, said.out, said.err

    return ask


@pytest.fixture
def case(tmp_path):
    """Write a case, with some words of it replaced."""

    def write(name: str = "case.yaml", **changes: str):
        text = CASE
        for key, value in changes.items():
            old = {"floor": "floor: none", "instrument": "nato-1949", "id": "id: falklands"}[key]
            assert old in text
            text = text.replace(old, value)
        path = tmp_path / name
        path.write_text(text, encoding="utf-8")
        return path

    return write


def test_a_case_that_is_right_is_counted(run, case):
    assert run(case()) == (0, "1 passed, 0 failed\n", "")


def test_a_failure_is_shown_with_what_differs_and_its_trace(run, case):
    code, out, err = run(case(floor="floor: consult"))
    lines = out.splitlines()
    assert (code, err) == (1, "")
    assert lines[0] == "FAILED falklands: The Falkland Islands, 1982"
    assert lines[1] == "  USA: floor: none, expected consult"
    assert lines[2].startswith("    The United States owes nothing under Articles 5 and 6")
    assert any("✗ place and object" in line for line in lines)
    assert lines[-1] == "0 passed, 1 failed"


def test_a_folder_is_searched_and_every_case_in_it_run(run, case, tmp_path):
    case("one.yaml")
    (tmp_path / "below").mkdir()
    case("below/two.yaml", floor="floor: consult")
    code, out, _ = run(tmp_path)
    assert code == 1
    assert out.endswith("1 passed, 1 failed\n")


def test_a_contested_case_is_shown_and_not_counted(run, case):
    code, out, err = run(case(floor="floor: consult", id="contested: true\nid: falklands"))
    assert (code, out) == (0, "0 passed, 0 failed\n")
    assert err == "contested: falklands: the suite's reading differs from the row given\n"
    _, _, err = run(case(id="contested: true\nid: falklands"))
    assert err == "contested: falklands: the suite's reading agrees with the row given\n"


def test_a_case_of_an_instrument_that_is_not_there_is_left_out_and_counted(run, case):
    code, out, err = run(case(instrument="sealand-1975"))
    assert (code, out) == (0, "0 passed, 0 failed\n")
    assert err == "1 case left out: instruments that the library does not have\n"


def test_only_takes_the_cases_of_some_instruments(run, case):
    assert run(case(), "--only", "teu-42-7,budapest-1994")[1] == "0 passed, 0 failed\n"
    assert run(case(), "--only", "nato-1949")[1] == "1 passed, 0 failed\n"


def test_json_is_one_document(run, case, tmp_path):
    case("one.yaml")
    case("two.yaml", floor="floor: consult")
    code, out, err = run(tmp_path, "--json")
    found = json.loads(out)
    assert (code, err) == (1, "")
    assert found["schema"] == "foedus/cases@1"
    assert [found[key] for key in ("passed", "failed", "contested", "left_out")] == [1, 1, 0, 0]
    right, wrong = found["cases"]
    assert (right["ok"], wrong["ok"]) == (True, False)
    assert wrong["got"][0]["wrong"] == ["floor: none, expected consult"]
    assert wrong["expected"][0]["floor"] == "consult"


def test_a_case_that_breaks_its_format_is_a_failure_with_its_findings(run, case):
    path = case(floor="floor: much")
    code, out, _ = run(path)
    assert code == 1
    assert out.startswith(f"FAILED {path}\n")
    assert "FD203" in out
    assert out.endswith("0 passed, 1 failed\n")
    error = json.loads(run(path, "--json")[1])["cases"][0]["error"]
    assert error["findings"][0]["code"] == "FD203"


def test_paths_that_are_not_there_are_all_named(run, tmp_path):
    code, out, err = run(tmp_path / "one", tmp_path / "two")
    assert (code, out) == (3, "")
    assert err.splitlines()[0] == "no such file or folder"
    assert f"FD001: {tmp_path / 'one'} does not exist" in err
    assert f"FD001: {tmp_path / 'two'} does not exist" in err


def test_no_path_is_a_usage_error(run):
    code, out, err = run()
    assert (code, out) == (2, "")
    assert "Missing argument" in err
