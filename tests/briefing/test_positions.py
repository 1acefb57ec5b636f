"""The page of positions: what stands side by side, and that nothing was found where nothing was."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from types import SimpleNamespace

from foedus.briefing import positions
from foedus.briefing.compose import prepare
from foedus.briefing.material import gather
from foedus.evidence.dossier import open_dossier


def page_text(material) -> str:
    page = positions.positions_page(material)
    return " ".join(
        one.text
        for section in page.sections
        for block in section.blocks
        for one in getattr(block, "sentences", ())
    )


def test_a_page_without_a_pair_says_so_and_cites_the_result(dossier_folder):
    material, _ = prepare(gather(open_dossier(dossier_folder), date(2026, 3, 1)))
    bare = replace(material, contradictions=())
    (said,) = positions.positions_sentences(bare)
    assert said == (
        "No two positions of one party that cannot both hold were found in "
        f"{len(material.statements)} statements."
    )
    assert said in page_text(bare)


def test_a_page_with_a_pair_does_not_say_that_there_is_none(dossier_folder, monkeypatch):
    material = gather(open_dossier(dossier_folder), date(2026, 3, 1))
    monkeypatch.setattr(positions, "facing", lambda _: iter([SimpleNamespace()]))
    assert positions.positions_sentences(material) == ()
