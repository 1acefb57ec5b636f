from __future__ import annotations

import json
import shutil
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from foedus.briefing.compose import brief, warnings_of
from foedus.briefing.questions import newest_sentences, question_page
from foedus.briefing.shown import candidates, clauses_of
from foedus.briefing.words import HOUSE, LAB_NOTES
from foedus.evidence.dossier import open_dossier
from foedus.evidence.dossier_format import Question

AT = date(2026, 3, 1)


def shown(briefing, **given):
    question = Question(id="q", text="What is it?", **given)
    return [one.text for one in clauses_of(question, briefing.material)]


def test_named_clauses_come_first_and_bring_their_instrument(briefing):
    told = shown(
        briefing,
        instruments=("harbour-pact",),
        clauses=("budapest-1994/negative_duties.no_force", "harbour-pact/obligations.talk"),
    )
    assert [text.split(",")[0] for text in told] == [
        "The Budapest Memorandum",
        "Under paragraph 2 of the Budapest Memorandum",
        "The Harbour Pact",
        "Under Article 3 of the Harbour Pact",
    ]


@pytest.mark.parametrize("kind", ["what", "history", "compare"])
def test_the_force_of_every_instrument_is_told_whatever_is_cut(briefing, kind):
    told = shown(briefing, kind=kind, instruments=("harbour-pact", "budapest-1994"))
    assert sum(" is read here as " in text for text in told) == 2


def test_what_would_be_owed_is_told_only_where_the_kind_asks_for_it(briefing):
    owed = [
        any(text.startswith("If ") for text in shown(briefing, kind=kind, instruments=(name,)))
        for kind in ("how", "history")
        for name in ("harbour-pact",)
    ]
    assert owed == [True, False]


def test_duties_to_refrain_and_permissions_are_candidates_too(briefing):
    found = candidates(briefing.material.agreement("budapest-1994"))
    assert found[0] == "obligations.seek_council_action"
    assert "negative_duties.no_force" in found


@pytest.fixture
def edited(dossier_folder: Path, tmp_path: Path) -> Path:
    """A copy of the dossier in which an editor's choices fit no longer."""
    folder = tmp_path / "harbour"
    shutil.copytree(dossier_folder, folder)
    (folder / "answers.yaml").write_text(
        "answers:\n- question: what-is-the-pact\n  sentences:\n"
        "  - {source: pact-signed, begins: No such words}\n"
        "- question: what-is-the-pakt\n  sentences: []\n",
        "utf-8",
    )
    questions = folder / "questions.yaml"
    asked = questions.read_text("utf-8").replace(
        "labs: [deterrence]", "labs: [deterrence], clauses: [harbour-pact/obligations.tolk, x/y]"
    )
    questions.write_text(asked, "utf-8")
    return folder


def test_every_choice_that_fits_no_longer_is_told_with_its_question(edited):
    found = warnings_of(brief(open_dossier(edited), AT).material)
    told = " ".join(str(one) for one in found)
    assert len(found) == 4
    assert "question what-is-the-pact: no sentence of pact-signed begins with “No such" in told
    assert "'what-is-the-pakt', which is no question" in told
    assert "harbour-pact has no clause 'obligations.tolk'" in told
    assert "obligations.talk" in told
    assert "'x' is no agreement of the dossier" in told


def test_the_command_warns_and_its_document_holds_the_warnings(edited, tmp_path, capsys):
    from foedus.cli.main import main

    out = str(tmp_path / "out")
    assert main(["brief", str(edited), "--out", out, "--json", "--no-open"]) == 0
    told = capsys.readouterr()
    assert "Warning: answers.yaml: FD330: question what-is-the-pact" in told.err
    assert len(json.loads(told.out)["warnings"]) == 4


def test_old_data_are_told_above_the_answer_and_fresh_ones_are_not(briefing, dossier_folder):
    old = brief(open_dossier(dossier_folder), date(2026, 6, 1))
    for made, told in ((briefing, 0), (old, 1)):
        [page] = [one for one in made.pages if one.path == "questions/would-it-deter.html"]
        assert len(page.asof) == told
    assert newest_sentences("", AT) == ()
    assert newest_sentences("2026-01-01", AT) == ()


def test_a_lab_note_names_the_labs_that_are_asked_for(briefing):
    for labs, note in LAB_NOTES.items():
        for lab in ("deterrence", "bargaining"):
            assert (lab in HOUSE[note]) == (lab in labs)


def test_a_source_is_dated_as_a_source(briefing):
    one = next(one for one in briefing.answers if one.short)
    told = replace(one, detail=(*one.short, *one.detail), clauses=())
    page = question_page(told, briefing.material, number=1, total=1)
    [section] = [section for section in page.sections if section.id == "detail"]
    dates = [item.when for block in section.blocks for item in block.items if item.when]
    assert "Source of 14 February 2026" in dates
    assert all(when.startswith("Source ") for when in dates)
