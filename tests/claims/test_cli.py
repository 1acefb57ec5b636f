"""``foedus claims`` as a user calls it."""

from __future__ import annotations

import json

TEXT = (
    "The Paris Declaration is legally binding.\n\nThe guarantees are automatic.\n\nFrance signed "
    "the Ukraine Compact in 2024.\n"
)


def test_a_plain_file_needs_no_dossier(foedus_command, tmp_path):
    (tmp_path / "page.txt").write_text(TEXT, encoding="utf-8")
    done = foedus_command("claims", "page.txt", "--at", "2026-02-01", "--json", cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    found = {one["type"]: one for one in json.loads(done.stdout)["claims"]}
    assert found["binding"]["verdict"] == "goes_beyond"
    assert found["binding"]["clauses"][1]["field"] == "conditions.binding"
    assert found["binding"]["evidence"]["against"]
    assert found["who_is_bound"]["verdict"] == "supported"


def test_unnamed_guarantees_are_checked_once_an_instrument_is_given(foedus_command, tmp_path):
    (tmp_path / "page.txt").write_text(
        "The security guarantees are automatic.\n\nIt rained.", encoding="utf-8"
    )
    without = foedus_command("claims", "page.txt", "--json", cwd=tmp_path)
    assert json.loads(without.stdout)["claims"][0]["verdict"] == "not_checkable"
    given = foedus_command(
        "claims", "page.txt", "--json", "--instrument", "uk-ukraine-2024", cwd=tmp_path
    )
    assert json.loads(given.stdout)["claims"][0]["verdict"] == "contradicted"


def test_the_table_shows_sentence_verdict_and_why(foedus_command, tmp_path):
    (tmp_path / "page.txt").write_text(TEXT, encoding="utf-8")
    done = foedus_command("claims", "page.txt", cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    assert "GOES BEYOND THE TEXT" in done.stdout
    assert "evidence against" in done.stdout
    assert "Instruments that the documents speak of" in done.stdout


def test_what_is_wrong_with_the_call_is_said_in_a_line(foedus_command, tmp_path):
    (tmp_path / "page.txt").write_text(TEXT, encoding="utf-8")
    for words in (
        ("nowhere.txt",),
        ("page.txt", "--at", "soon"),
        ("page.txt", "--instrument", "nato-1950"),
    ):
        done = foedus_command("claims", *words, cwd=tmp_path)
        assert done.returncode in {2, 3}
        assert "Traceback" not in done.stderr
        assert done.stderr.strip()
