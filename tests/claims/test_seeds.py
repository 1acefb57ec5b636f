"""The acceptance on texts that are not ours: places and labels only, never their words."""

from __future__ import annotations

from datetime import date

import pytest

from foedus.claims import claims, judge, mentions, proposed_instruments, setting_of
from foedus.evidence.dossier import open_dossier
from foedus.evidence.read import read_file

AT = date(2026, 2, 1)


@pytest.fixture(scope="module")
def documents(shared):
    return {path.name[:3]: read_file(path)[0] for path in sorted((shared / "seeds").glob("*.txt"))}


@pytest.fixture(scope="module")
def setting():
    return setting_of(open_dossier("ukraine"), at=AT)


def of_block(found, document, fragment_length):
    return [one for one in found if one.claim.span.end - one.claim.span.start == fragment_length]


def test_instruments_articles_and_meetings_are_recognised_and_linked(documents, setting):
    found = {name: mentions(document, setting.names) for name, document in documents.items()}
    named = {
        (one.instrument, one.article, one.meeting) for listed in found.values() for one in listed
    }
    assert ("budapest-1994", "", "") in named
    assert ("nato-1949", "5", "") in named
    assert {meeting for _, _, meeting in named} >= {
        "istanbul-2022-03",
        "berlin-2025-12",
        "paris-2026-01",
    }
    garbled = [one for one in found["004"] if "garbled" in one.why]
    assert [one.instrument for one in garbled] == ["nato-1949"]
    assert sum(one.instrument == "budapest-1994" for one in found["004"]) >= 5


def test_the_dossier_proposes_the_instruments(documents, setting):
    proposed = {one.instrument for one in proposed_instruments(documents.values(), setting.names)}
    assert {"budapest-1994", "nato-1949", "paris-2026", "istanbul-2022-communique"} <= proposed


def test_the_american_pledge_stands_beside_the_reading_of_paris(documents, setting):
    document = documents["003"]
    found = [judge(one, setting) for one in claims(document, setting)]
    pledged = [v for v in found if v.claim.type == "who_is_bound" and v.claim.parties == ("USA",)]
    [one] = pledged
    assert (one.instrument, one.outcome) == ("paris-2026", "goes_beyond")
    assert "leaves it open" in one.why
    assert "political" in one.why
    same = [v for v in found if v.claim.span == one.claim.span and v.claim.type == "binding"]
    [binding] = same
    assert (binding.instrument, binding.outcome) == ("paris-2026", "goes_beyond")
    assert binding.evidence_for
    assert binding.evidence_against


def test_the_exclusion_of_donbas_is_borne_out_by_the_draft_of_that_time(documents, setting):
    found = [judge(one, setting) for one in claims(documents["004"], setting)]
    [one] = [v for v in found if v.claim.type == "excludes"]
    assert (one.instrument, one.outcome) == ("istanbul-2022-communique", "supported")


def test_the_memorandum_of_the_past_is_told_from_the_guarantees_of_today(documents, setting):
    found = [judge(one, setting) for one in claims(documents["003"], setting)]
    by = {(v.claim.type, v.instrument) for v in found}
    assert ("who_is_bound", "budapest-1994") in by
    assert ("prevents", "budapest-1994") in by
    assert ("like_article_5", "paris-2026") in by
