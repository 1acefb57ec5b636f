"""Loopholes as case files."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings

import strategies
from foedus.agreement.facts import Facts
from foedus.agreement.library import load, names
from foedus.obligations.case import read_case, run_file
from foedus.obligations.loophole_case import case_of, case_text, plain_values, write_cases
from foedus.yamlfile import adapter_for

PROMISING = [name for name in names() if load(name).obligations]


@pytest.mark.parametrize("name", PROMISING)
def test_a_case_reads_back_equal(name, gaps_of, tmp_path):
    found = gaps_of(name)
    for number, loophole in enumerate(found.loopholes, 1):
        case = case_of(found, loophole, number)
        path = tmp_path / "case.yaml"
        path.write_text(case_text(case), encoding="utf-8")
        assert read_case(path) == case


def test_the_id_of_a_case_is_its_number_and_its_file_has_the_same_name(gaps_of, tmp_path):
    found = gaps_of("budapest-1994")
    paths = list(write_cases(found, tmp_path / "new" / "folder"))
    assert [path.name for path in paths] == [
        f"gap-budapest-1994-{number:03d}.yaml" for number in range(1, len(found.loopholes) + 1)
    ]
    assert [read_case(path).id for path in paths] == [path.stem for path in paths]


def test_a_case_expects_an_answer_of_every_guarantor(gaps_of):
    found = gaps_of("teu-42-7")
    case = case_of(found, found.loopholes[0], 1)
    assert tuple(row.who for row in case.expect) == found.space.guarantors
    assert case.hypothetical
    assert not case.contested


def test_a_case_can_name_the_file_of_an_agreement(gaps_of, small, tmp_path):
    from foedus.obligations.loophole import gaps

    (tmp_path / "small.yaml").write_text(small, encoding="utf-8")
    found = gaps(load(tmp_path / "small.yaml"), at=date(2026, 11, 21))
    paths = list(write_cases(found, tmp_path, instrument=str(tmp_path / "small.yaml")))
    assert paths
    assert all(run_file(path).ok for path in paths)


def test_words_that_other_readers_take_for_flags_are_quoted(gaps_of):
    found = gaps_of("istanbul-2022-russian-draft")
    voted = next(one for one in found.loopholes if one.deviations[0].dimension.startswith("vote:"))
    text = case_text(case_of(found, voted, 1))
    assert "vote: 'no'" in text
    assert "cite: '5'" in text


def test_organisations_and_groups_are_written_as_maps():
    assert plain_values("org:EU") == {"org": "EU"}
    assert plain_values(("FRA", "non_state:a band")) == ["FRA", {"non_state": "a band"}]


def test_what_is_absent_or_usual_is_left_out():
    assert plain_values(Facts()) == {}


@settings(deadline=None, max_examples=60)
@given(strategies.facts)
def test_any_facts_read_back_equal(facts):
    assert adapter_for(Facts).validate_python(plain_values(facts)) == facts


def test_the_text_of_a_case_has_no_aliases_and_begins_with_its_format(gaps_of):
    found = gaps_of("nato-1949")
    text = case_text(case_of(found, found.loopholes[0], 1))
    assert text.startswith("schema: foedus/case@1\n")
    assert "&id" not in text
    assert "conduct: {}" in text
