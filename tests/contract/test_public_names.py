"""The public surface: a name added or lost here is a decision, never an accident."""

from __future__ import annotations

import foedus

PUBLIC = [
    "__version__",
    "ask",
    "brief",
    "check",
    "check_claims",
    "due",
    "gaps",
    "ingest",
    "load",
    "new",
    "verify",
]


def test_the_public_names_are_exactly_these():
    assert sorted(PUBLIC) == sorted(foedus.__all__)


def test_every_public_name_is_there_and_documented_where_it_is_made():
    for name in foedus.__all__:
        value = getattr(foedus, name)
        assert name == "__version__" or value.__doc__, name


def test_every_public_name_has_a_home_and_nothing_else_has():
    assert set(foedus._HOMES) == set(foedus.__all__) - {"__version__"}


def test_an_unknown_name_is_an_attribute_error():
    assert not hasattr(foedus, "no_such_name")


def test_dir_shows_the_public_names_before_they_are_loaded():
    assert set(PUBLIC) <= set(dir(foedus))
