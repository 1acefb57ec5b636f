"""The door: which verb runs, what is said when something is off, and the exit code."""

from __future__ import annotations

import json
import pkgutil
import sys
from types import ModuleType
from typing import Annotated

import pytest
import typer

import foedus.cli
from foedus import __version__
from foedus.cli import main as door
from foedus.errors import Finding, InvalidAgreement, LimitReached


@pytest.fixture
def verb(monkeypatch):
    """Put a verb of the test's own behind the door."""

    def install(function, name="probe"):
        module = ModuleType(f"foedus.cli.{name}")
        setattr(module, name, function)
        monkeypatch.setitem(sys.modules, module.__name__, module)
        monkeypatch.setitem(door.VERBS, name, "A probe.")

    return install


def raising(error):
    def probe(json: Annotated[bool, typer.Option("--json")] = False) -> None:
        raise error

    return probe


def test_version_is_one_line(capsys):
    assert door.main(["--version"]) == 0
    assert capsys.readouterr().out == f"foedus {__version__}\n"


def test_help_lists_every_verb_in_order(capsys):
    assert door.main(["--help"]) == 0
    listed = [line.split()[0] for line in capsys.readouterr().out.splitlines() if line[:2] == "  "]
    assert list(door.VERBS) == listed


def test_the_verbs_that_matter_come_first():
    first = ["brief", "due", "gaps", "diff", "claims", "ask"]
    matter = list(door.VERBS)[: door.MAIN_VERBS]
    assert [verb for verb in first if verb in door.VERBS] == matter


def test_every_module_of_the_command_line_is_a_verb_of_the_list():
    modules = {module.name for module in pkgutil.iter_modules(foedus.cli.__path__)}
    assert modules - {"main", "output"} - set(door.VERBS) == set()


@pytest.mark.parametrize("verb_name", list(door.VERBS))
def test_every_verb_explains_itself(verb_name, capsys):
    assert door.main([verb_name, "--help"]) == 0
    out = capsys.readouterr().out
    assert f"foedus {verb_name}" in out
    assert "--json" in out


def test_help_lines_fit_a_terminal(capsys):
    door.main(["--help"])
    assert max(map(len, capsys.readouterr().out.splitlines())) <= 88


def test_no_words_show_the_help_and_are_a_usage_error(capsys):
    assert door.main([]) == 2
    assert "Usage: foedus VERB" in capsys.readouterr().err


def test_an_unknown_verb_names_the_near_one(capsys):
    assert door.main(["gap"]) == 2
    assert "did you mean gaps?" in capsys.readouterr().err


def test_an_unknown_option_of_a_verb_is_a_usage_error_without_traceback(verb, capsys):
    verb(raising(AssertionError))
    assert door.main(["probe", "--attak"]) == 2
    err = capsys.readouterr().err
    assert "--attak" in err
    assert "foedus probe --help" in err
    assert "Traceback" not in err


def test_every_finding_of_an_error_is_printed(verb, capsys):
    findings = [
        Finding(
            code="FD101", message="no such key", file="a.yaml", line=3, column=1, hint="a hint"
        ),
        Finding(code="FD102", message="no such state", file="a.yaml", line=9, column=4),
    ]
    verb(raising(InvalidAgreement("a.yaml has two faults", findings)))
    assert door.main(["probe"]) == 3
    out, err = capsys.readouterr()
    assert out == ""
    assert err.splitlines() == [
        "a.yaml has two faults",
        "a.yaml:3:1: FD101: no such key (a hint)",
        "a.yaml:9:4: FD102: no such state",
    ]


def test_with_json_an_error_is_one_document_on_stdout(verb, capsys):
    verb(raising(LimitReached("the time was up")))
    assert door.main(["probe", "--json"]) == 4
    out, err = capsys.readouterr()
    assert json.loads(out) == {
        "error": "LimitReached",
        "message": "the time was up",
        "findings": [],
    }
    assert err == ""


def test_a_usage_error_has_the_same_json_shape(capsys):
    assert door.main(["gap", "--json"]) == 2
    assert set(json.loads(capsys.readouterr().out)) == {"error", "message", "findings"}


def test_the_exit_code_of_a_verb_is_handed_on(verb):
    def probe() -> None:
        raise typer.Exit(1)

    verb(probe)
    assert door.main(["probe"]) == 1


def test_an_interruption_ends_with_130(verb, capsys):
    verb(raising(KeyboardInterrupt))
    assert door.main(["probe"]) == 130
    assert "Traceback" not in capsys.readouterr().err


def test_a_missing_file_is_the_callers_and_named(verb, capsys):
    verb(raising(FileNotFoundError(2, "No such file or directory", "agreement.yaml")))
    assert door.main(["probe"]) == 3
    assert capsys.readouterr().err == "agreement.yaml: No such file or directory\n"


def test_a_fault_of_ours_is_one_line_and_asks_for_a_report(verb, capsys, monkeypatch):
    monkeypatch.delenv("FOEDUS_DEBUG", raising=False)
    verb(raising(RuntimeError("the sum\nis off")))
    assert door.main(["probe"]) == 70
    err = capsys.readouterr().err
    assert len(err.splitlines()) == 1
    assert "the sum is off" in err
    assert "report" in err


def test_a_fault_shows_its_traceback_on_request(verb, capsys, monkeypatch):
    monkeypatch.setenv("FOEDUS_DEBUG", "1")
    verb(raising(RuntimeError("off")))
    assert door.main(["probe"]) == 70
    assert "Traceback" in capsys.readouterr().err


def test_an_error_that_quotes_a_document_cannot_move_the_cursor(verb, capsys):
    verb(raising(InvalidAgreement("title \x1b[2J\r is off")))
    door.main(["probe"])
    assert "\x1b" not in capsys.readouterr().err
