"""The keys of a dataclass as a file writes them."""

from __future__ import annotations

from foedus.agreement.model import Agreement, PartyState
from foedus.fields import holds, keys, keys_at, members


def test_a_key_is_the_alias_where_there_is_one():
    assert list(keys(PartyState)) == ["state", "from", "to", "with", "cite"]


def test_the_keys_at_a_place_are_those_of_the_type_there():
    assert keys_at(Agreement, ("parties", 0, "history", 3)) == keys(PartyState)
    assert "kind" in keys_at(Agreement, ("roles", "ally"))
    assert keys_at(Agreement, ("title",)) == {}
    assert keys_at(Agreement, ("nothing", 0)) == {}


def test_a_union_is_taken_apart():
    assert set(members(int | str | None)) == {int, str, type(None)}


def test_what_a_key_holds_is_said_in_a_few_words():
    said = {key: holds(kind) for key, kind in keys(Agreement).items()}
    assert said["signed"] == "a day, as 2026-03-01"
    assert said["legal_force"] == "one of: binding, political, domestic, contested"
    assert said["parties"] == "a list"
    assert said["roles"] == "a map"
    assert said["concluded"] == "true or false"
    assert said["scope"].startswith("a map with the keys territory")
