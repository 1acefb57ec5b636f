"""Writing an agreement."""

from __future__ import annotations

import pytest
from hypothesis import given, settings

from foedus.agreement.library import load, names
from foedus.agreement.read import parse_agreement
from foedus.agreement.write import WIDTH, write_agreement
from strategies import agreements


@settings(deadline=None, max_examples=60)
@given(agreements())
def test_writing_then_reading_gives_the_same_agreement(agreement):
    assert parse_agreement(write_agreement(agreement)) == agreement


@pytest.mark.parametrize("name", names())
def test_an_instrument_of_the_library_survives_being_written(name):
    assert parse_agreement(write_agreement(load(name))) == load(name)


@pytest.mark.parametrize("name", names())
def test_only_a_single_text_makes_a_line_long(name):
    for line in write_agreement(load(name)).splitlines():
        assert len(line) <= WIDTH or not line.rstrip().endswith(("}", "]")), line


def test_what_a_reader_of_old_yaml_would_take_for_a_flag_is_quoted():
    written = write_agreement(load("nato-1949"))
    assert '"no"' in written
    assert "secret" not in written  # a default is left out


def test_a_party_stands_on_one_line():
    assert (
        '  - {id: GRC, role: ally, history: [{state: in_force, from: 1952-02-18, cite: "10"}]}'
        in (write_agreement(load("nato-1949")).splitlines())
    )
