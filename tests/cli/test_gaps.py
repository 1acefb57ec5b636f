"""``foedus gaps`` through the door: text, JSON, case files, exit codes and messages."""

from __future__ import annotations

import json

import pytest

from foedus.cli.main import main

ON = ("--on", "2026-11-21")


@pytest.fixture
def run(capsys):
    """Run one command line; its exit code, what it printed, and its messages."""

    def ask(*words: str) -> tuple[int, str, str]:
        code = main(["gaps", *words])
        said = capsys.readouterr()
        return code, said.out, said.err

    return ask


def test_the_worst_loopholes_are_numbered_under_their_assumptions(run):
    code, out, err = run("budapest-1994", "--most", "3", *ON)
    head, *lines = out.splitlines()
    assert code == 0
    assert head.startswith("The Budapest Memorandum, as it stands on 21 November 2026; victim")
    assert [line[:4] for line in lines] == ["  1.", "  2.", "  3."]
    assert err == "6 more: --most 0 prints all\n"


def test_all_are_printed_on_request(run):
    _, out, err = run("budapest-1994", "--most", "0", *ON)
    assert len(out.splitlines()) == 10
    assert err == ""


def test_json_is_one_document_with_every_loophole(run):
    code, out, err = run("budapest-1994", "--json", "--most", "1", *ON)
    found = json.loads(out)
    assert (code, err) == (0, "")
    assert found["schema"] == "foedus/gaps@1"
    assert len(found["loopholes"]) == 9
    assert set(found["paradigm"]) == set(found["dimensions"])
    first = found["loopholes"][0]
    assert first["sentence"].startswith("Even an armed attack on Ukraine obliges nobody to seek")
    assert set(first["deviations"][0]) == {"dimension", "value", "members", "instead_of"}


def test_case_files_are_written_and_pass_again(run, tmp_path, capsys):
    folder = tmp_path / "cases"
    code, _, err = run("uk-ukraine-2024", "--out", str(folder), *ON)
    written = len(list(folder.glob("gap-*.yaml")))
    assert code == 0
    assert err.splitlines()[0] == f"{written} case files written to {folder}"
    assert main(["cases", str(folder)]) == 0
    assert capsys.readouterr().out == f"{written} passed, 0 failed\n"


def test_case_files_of_an_agreement_of_ones_own_pass_again(run, tmp_path, root, capsys):
    library = root / "src" / "foedus" / "agreement" / "library" / "uk-ukraine-2024.yaml"
    mine = tmp_path / "mine.yaml"
    text = library.read_text(encoding="utf-8")
    mine.write_text(text.replace("id: uk-ukraine-2024", "id: mine", 1), encoding="utf-8")
    assert run(str(mine), "--out", str(tmp_path / "cases"), *ON)[0] == 0
    assert main(["cases", str(tmp_path / "cases")]) == 0
    assert ", 0 failed\n" in capsys.readouterr().out


def test_fail_on_is_exit_1_where_an_attack_obliges_nobody(run):
    assert run("budapest-1994", "--fail-on", "consult", *ON)[0] == 1


def test_a_level_that_is_never_reached_has_no_loophole_and_is_no_failure(run):
    code, out, _ = run("paris-2026", "--below", "assist_mil", *ON)
    assert code == 0
    assert "is never reached" in out
    assert len(out.splitlines()) == 1


def test_the_axis_and_what_is_assumed_are_said(run):
    _, out, _ = run("paris-2026", "--axis", "legal", "--assume", "as_is", *ON)
    assert "as it stands on 21 November 2026" in out
    assert "legal duties only" in out


def test_victim_and_attacker_can_be_named(run):
    _, out, _ = run("nato-1949", "--beneficiary", "EST", "--challenger", "RUS", "--most", "1", *ON)
    assert "victim Estonia, attacker Russia" in out


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (("--below", "consult_"), "'consult_' is not a word of --below; did you mean consult?"),
        (("--fail-on", "x"), "'x' is not a word of --fail-on; one of: none, consult, refer_unsc"),
        (("--axis", "moral"), "'moral' is not a word of --axis; one of: political, legal"),
        (("--assume", "perhaps"), "'perhaps' is not a word of --assume; one of: in_force, as_is"),
    ],
)
def test_wrong_words_are_usage_errors(words, message, run):
    code, out, err = run("budapest-1994", *words)
    assert (code, out) == (2, "")
    assert err.startswith(message)


def test_a_state_that_no_clause_protects_is_bad_input(run):
    code, out, err = run("budapest-1994", "--beneficiary", "FRA", *ON)
    assert (code, out) == (3, "")
    assert err.splitlines()[0] == "no clause of budapest-1994 protects FRA"
    assert "FD240" in err
    assert "name a party with --beneficiary" in err


def test_disputed_law_counts_where_its_reading_is_chosen(run):
    legal = ("budapest-1994", "--below", "refer_unsc", "--axis", "legal", "--json", *ON)
    default = json.loads(run(*legal)[1])
    assert (default["reached"], default["disputed_by"]) == (False, ["USA"])
    chosen = json.loads(run(*legal, "--reading", "suite")[1])
    assert (len(chosen["loopholes"]), chosen["disputed_by"]) == (9, [])


def test_a_reading_that_is_not_there_is_bad_input(run):
    code, out, err = run("budapest-1994", "--reading", "ours", *ON)
    assert (code, out) == (3, "")
    assert err.splitlines()[0] == "budapest-1994 has no reading 'ours'"
    assert "its reading is 'suite'" in err


def test_an_unknown_instrument_is_bad_input(run):
    code, _, err = run("budapst", *ON)
    assert code == 3
    assert "budapest-1994" in err
