"""``foedus check``, ``foedus show`` and ``foedus library``."""

from __future__ import annotations

import json

import pytest

from foedus.agreement.library import names
from foedus.agreement.read import parse_agreement
from foedus.cli.main import main


@pytest.fixture
def example(root, tmp_path, monkeypatch):
    text = (root / "docs" / "examples" / "example-guarantee.yaml").read_text(encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    (tmp_path / "good.yaml").write_text(text, encoding="utf-8")
    (tmp_path / "open.yaml").write_text(text.replace(", deadline: PT24H", ""), encoding="utf-8")
    (tmp_path / "bad.yaml").write_text(
        text.replace("deontic: shall", "deontic: must"), encoding="utf-8"
    )
    return tmp_path


def run(capsys, *words):
    code = main(words)
    return code, capsys.readouterr().out


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (["good.yaml"], 0),
        (["good.yaml", "--strict"], 0),
        (["open.yaml"], 0),
        (["open.yaml", "--strict"], 1),
        (["bad.yaml"], 1),
        (["good.yaml", "bad.yaml"], 1),
        (["gone.yaml"], 3),
        (["nato-1949"], 0),
    ],
)
def test_a_check_fails_on_an_error_and_if_strict_on_a_warning(example, capsys, words, code):
    assert run(capsys, "check", *words)[0] == code


def test_an_error_is_shown_with_its_place_and_what_would_be_right(example, capsys):
    _, said = run(capsys, "check", "bad.yaml")
    assert "bad.yaml:31:15: FD103 at obligations[0].deontic: 'must' is not a word" in said
    assert said.endswith("1 file: 2 errors, no warnings, no notes\n")


def test_a_warning_is_shown_with_a_clause_that_would_settle_it(example, capsys):
    _, said = run(capsys, "check", "open.yaml")
    assert "open.yaml:32:5: FD152 warning at obligations[1] [3]: 'talk' sets no deadline" in said
    assert "a clause that would settle it: “The parties meet" in said


def test_check_gives_one_json_document(example, capsys):
    code, said = run(capsys, "check", "open.yaml", "bad.yaml", "--json")
    document = json.loads(said)
    assert code == 1
    assert (document["errors"], document["warnings"], document["notes"]) == (2, 1, 0)
    assert document["files"][0]["findings"][0]["article"] == "3"


@pytest.mark.parametrize("name", names())
def test_every_instrument_can_be_shown(name, capsys):
    code, said = run(capsys, "show", name, "--on", "2026-06-01")
    assert code == 0
    assert "Parties on 2026-06-01" in said
    assert max(map(len, said.splitlines())) <= 150  # an address is not broken


@pytest.mark.parametrize("name", names())
def test_what_show_prints_as_json_is_the_agreement(name, capsys):
    _, said = run(capsys, "show", name, "--json")
    document = json.loads(said)
    written = json.dumps(document["agreement"], ensure_ascii=False)
    assert parse_agreement(written).id == name
    assert document["ladder"].startswith("The rungs order how little")


def test_show_says_an_article_as_the_instrument_does(capsys):
    assert "assist (Articles 5 and 6): Every ally must act" in run(capsys, "show", "nato-1949")[1]
    assert "consult (paragraph 6)" in run(capsys, "show", "budapest-1994")[1]


def test_a_day_that_is_none_is_a_fault_of_the_call(capsys):
    assert run(capsys, "show", "nato-1949", "--on", "soon")[0] == 2


def test_an_unknown_instrument_is_named_with_the_near_ones(capsys):
    assert main(["show", "nato"]) == 3
    assert "did you mean nato-1949?" in capsys.readouterr().err


def test_the_library_lists_every_instrument_on_a_line_of_its_own(capsys):
    _, said = run(capsys, "library")
    for name in names():
        assert any(line.split()[:1] == [name] for line in said.splitlines()), name


def test_words_narrow_the_list(capsys):
    _, said = run(capsys, "library", "turkey", "--json")
    assert {row["id"] for row in json.loads(said)} == {
        "nato-1949", "istanbul-2022-communique", "istanbul-2022-russian-draft",
    }  # fmt: skip


def test_no_instrument_is_no_error(capsys):
    assert main(["library", "atlantis"]) == 0
    assert "no instrument has 'atlantis'" in capsys.readouterr().err
