"""A dossier is read at one boundary; every error is found at once, with its place."""

from __future__ import annotations

import re
from datetime import date

import pytest

from foedus.errors import InvalidDossier
from foedus.evidence.dossier import built_in_dossiers, open_dossier
from foedus.evidence.scaffold import new_dossier


@pytest.fixture
def folder(tmp_path):
    new_dossier(tmp_path / "my-own")
    return tmp_path / "my-own"


def test_a_new_dossier_can_be_opened_at_once(folder):
    dossier = open_dossier(folder)
    assert (dossier.id, dossier.built_in, dossier.questions) == ("my-own", False, ())
    assert dossier.store_folder == folder.resolve() / ".foedus"


def test_a_new_dossier_has_a_file_for_everything(folder):
    made = {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}
    assert made >= {
        "dossier.yaml", "sources.yaml", "actors.yaml", "meetings.yaml", "polls.yaml",
        "parameters.yaml", "issues.yaml", "events.yaml", "questions.yaml",
        "agreements/README.md", "sources/README.md", "texts/README.md", "notes/README.md",
    }  # fmt: skip


def test_the_examples_in_the_files_are_valid(folder):
    for path in folder.glob("*.yaml"):
        text = path.read_text()
        example = "\n".join(
            line[2:].removeprefix(" ") for line in text.split("\n") if line.startswith("#:")
        )
        if example:
            path.write_text(re.sub(r"(?m)^\w+: \[\]$", "", text) + "\n" + example + "\n")
    dossier = open_dossier(folder)
    assert [meeting.id for meeting in dossier.meetings if meeting.id == "budapest-csce-1994"]
    assert any(person.id == "mark-rutte" for person in dossier.actors.people)
    assert (len(dossier.questions), len(dossier.sources)) == (1, 1)
    assert dossier.polls[0].results[1].percent == 45.5


def test_nothing_is_overwritten(folder):
    (folder / "dossier.yaml").write_text("id: mine\ntitle: Mine\n")
    with pytest.raises(InvalidDossier) as caught:
        new_dossier(folder)
    assert caught.value.code == "FD311"
    assert open_dossier(folder).title == "Mine"


def test_every_error_of_every_file_is_found_at_once(folder):
    (folder / "meetings.yaml").write_text(
        "meetings:\n- {id: a, name: A, from: 2022-03-29, plce: Klow}\n- {id: b, name: B, from: soon}\n- {id: a, name: C}\n"
    )
    (folder / "questions.yaml").write_text("questions:\n- {id: q, text: Why?, kind: wy}\n")
    (folder / "actors.yaml").write_text("states:\n- {name: Borduria}\n")
    with pytest.raises(InvalidDossier) as caught:
        open_dossier(folder)
    found = {(one.code, one.file.rsplit("/", 1)[-1], one.line) for one in caught.value.findings}
    assert found == {
        ("FD302", "meetings.yaml", 2),
        ("FD305", "meetings.yaml", 3),
        ("FD303", "questions.yaml", 2),
        ("FD301", "actors.yaml", 2),
    }


def test_an_id_given_twice_is_an_error(folder):
    (folder / "meetings.yaml").write_text("meetings:\n- {id: a, name: A}\n- {id: a, name: B}\n")
    with pytest.raises(InvalidDossier) as caught:
        open_dossier(folder)
    assert [(one.code, one.line) for one in caught.value.findings] == [("FD305", 3)]


def test_an_unknown_name_gets_the_near_one():
    with pytest.raises(InvalidDossier, match="did you mean ukraine"):
        open_dossier("ukrain")


def test_a_folder_without_dossier_yaml_is_no_dossier(tmp_path):
    with pytest.raises(InvalidDossier, match=re.escape("without a dossier.yaml")):
        open_dossier(tmp_path)


def test_what_a_dossier_uses_is_known_in_it_and_its_own_entries_win(folder):
    (folder / "meetings.yaml").write_text(
        "meetings:\n- {id: istanbul-2022-03, name: Ours, from: 2022-03-28, to: 2022-03-30}\n"
    )
    dossier = open_dossier(folder)
    ours = [meeting for meeting in dossier.meetings if meeting.id == "istanbul-2022-03"]
    assert [meeting.name for meeting in ours] == ["Ours"]
    assert len(dossier.meetings) > 10
    assert (dossier.beneficiary, dossier.actors.beneficiaries) == ("UKR", ("UKR",))


def test_a_dossier_that_uses_nothing_knows_the_states_and_nobody_in_office(folder):
    (folder / "dossier.yaml").write_text("id: x\ntitle: X\n")
    dossier = open_dossier(folder)
    assert (dossier.meetings, dossier.actors.people) == ((), ())
    assert {"USA", "UKR", "RUS"} <= {party.id for party in dossier.actors.parties}


def test_a_term_known_to_the_month_is_an_interval(folder):
    (folder / "actors.yaml").write_text(
        "people:\n- id: p\n  name: P\n  offices:\n"
        "  - {title: Minister, of: BOR, from: 2020-05-10, from_precision: month, to: 2021}\n"
    )
    person = next(one for one in open_dossier(folder).actors.people if one.id == "p")
    assert (person.offices[0].start, person.offices[0].end) == (
        date(2020, 5, 1),
        date(2021, 12, 31),
    )


def test_the_store_of_a_built_in_dossier_lies_in_the_cache(monkeypatch, tmp_path):
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    assert open_dossier("ukraine").store_folder == tmp_path / "foedus" / "ukraine"


def test_the_built_in_dossier_has_its_thirty_two_questions():
    assert "ukraine" in built_in_dossiers()
    dossier = open_dossier("ukraine")
    assert len(dossier.questions) == 32
    assert len({question.text for question in dossier.questions}) == 32
