from __future__ import annotations

import shutil
from datetime import date

import pytest

from foedus.briefing.draft import to_draft
from foedus.briefing.verify import verify
from foedus.errors import InputError

AT = date(2026, 3, 1)


@pytest.fixture
def copy(site, tmp_path):
    shutil.copytree(site.folder, tmp_path / "site")
    return tmp_path / "site"


def change(copy, page, old, new):
    text = (copy / page).read_text("utf-8")
    assert old in text
    (copy / page).write_text(text.replace(old, new, 1), "utf-8")


def test_an_untouched_site_passes(copy, dossier_folder):
    report = verify(str(copy), dossier=str(dossier_folder), at=AT)
    assert report.bad == ()
    assert len(report.verdicts) > 100


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("14 months", "15 months"),
        ("10 January 2026", "12 January 2026"),
        ("may send 300", "must send 300"),
        ("will not send", "will send"),
    ],
)
def test_a_changed_word_in_a_page_is_found(copy, dossier_folder, old, new):
    found = [
        path
        for path in sorted(copy.rglob("*.html"))
        if 'class="s"' in path.read_text("utf-8")
        and old in path.read_text("utf-8").split('<span class="card">')[0]
        and "sources/" not in path.as_posix()
    ]
    page = (
        found[0]
        if found
        else next(
            path
            for path in sorted(copy.rglob("*.html"))
            if old in path.read_text("utf-8") and "/sources/" not in path.as_posix()
        )
    )
    text = page.read_text("utf-8")
    import re

    swapped = re.sub(
        rf'(<span class="s"[^>]*>[^<]*){re.escape(old)}', lambda m: m[1] + new, text, count=1
    )
    assert swapped != text
    page.write_text(swapped, "utf-8")
    report = verify(str(copy), dossier=str(dossier_folder), at=AT)
    assert report.bad


def test_a_sentence_put_in_by_hand_is_found(copy, dossier_folder):
    change(copy, "index.html", "</main>", "<p>The moon is made of cheese.</p></main>")
    [bad] = verify(str(copy), dossier=str(dossier_folder), at=AT).bad
    assert bad.text == "The moon is made of cheese."
    assert bad.problems[0].rule == "uncited"


def test_a_changed_source_text_is_found(copy, dossier_folder):
    change(copy, "sources/older-talks.html", "rejected any promise", "gave a promise")
    report = verify(str(copy / "sources/older-talks.html"), dossier=str(dossier_folder), at=AT)
    assert {problem.rule for one in report.bad for problem in one.problems} == {"source"}


def test_a_draft_passes_until_it_is_changed(briefing, dossier_folder, tmp_path):
    names = {one.id: one.source.id for one in briefing.material.documents}
    text = to_draft(briefing.pages[0], dossier="harbour", at=AT.isoformat(), names=names)
    place = tmp_path / "draft.md"
    place.write_text(text, "utf-8")
    assert verify(str(place), dossier=str(dossier_folder), at=AT).bad == ()
    place.write_text(text + "\nAna Ruiz resigned. \n", "utf-8")
    [bad] = verify(str(place), dossier=str(dossier_folder), at=AT).bad
    assert (bad.text, bad.problems[0].rule) == ("Ana Ruiz resigned.", "uncited")


def test_a_sentence_of_a_named_editor_is_shown_as_such(dossier_folder, tmp_path):
    place = tmp_path / "draft.md"
    place.write_text("I stood on the pier. [@editor Jane Roe]\n", "utf-8")
    [one] = verify(str(place), dossier=str(dossier_folder), at=AT).verdicts
    assert (one.ok, one.editor) == (True, "Jane Roe")


def test_a_dossier_can_be_verified(dossier_folder):
    assert verify(str(dossier_folder), at=AT).bad == ()


def test_what_is_nothing_is_told(tmp_path):
    with pytest.raises(InputError) as error:
        verify(str(tmp_path / "nowhere"), at=AT)
    assert error.value.code == "FD520"


def test_a_draft_that_names_no_dossier_is_told(tmp_path):
    (tmp_path / "a.md").write_text("Words.", "utf-8")
    with pytest.raises(InputError) as error:
        verify(str(tmp_path / "a.md"), at=AT)
    assert error.value.code == "FD521"
