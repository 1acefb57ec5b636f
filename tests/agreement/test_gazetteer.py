"""Named places: what the file says of each, and how it is found."""

from __future__ import annotations

import re
import subprocess
import sys
import time
from datetime import date
from importlib.resources import files

import pytest
from hypothesis import given
from hypothesis import strategies as st

from foedus.agreement import gazetteer
from foedus.agreement.facts import Place
from foedus.agreement.gazetteer import find_place, names, note
from foedus.agreement.library import load
from foedus.agreement.library import names as instruments
from foedus.errors import InputError
from foedus.yamlfile import adapter_for, parse

TODAY = date(2026, 6, 1)
KEYS = {
    "id", "name", "aliases", "region", "type", "until", "owner", "sovereign", "administered_by",
    "recognised_as", "occupied_by", "claimed_by", "disputed", "zones", "note", "versions",
}  # fmt: skip
FORMER = {"austria-hungary", "czechoslovakia", "east-germany", "yugoslavia", "soviet-union"}
FORMER |= {"serbia-and-montenegro", "north-vietnam", "south-vietnam", "south-yemen"}


@pytest.fixture(scope="module")
def entries():
    text = files("foedus.agreement").joinpath(gazetteer.FILE).read_text(encoding="utf-8")
    return parse(text, file=gazetteer.FILE).value["places"]


def days_of(entry):
    """Every day on which an entry changes, and one long after; for a former state its last day."""
    last = entry.get("until", TODAY)
    return [*(version["from"] for version in entry.get("versions", ())), last]


def as_values(place):
    return {name: getattr(place, name) for name in Place.__slots__}


def test_the_index_finds_every_entry_and_nothing_else(entries):
    assert list(names()) == [entry["id"] for entry in entries]
    assert len(names()) == len(set(names()))


def test_every_entry_has_only_known_keys_and_one_line(entries):
    for entry in entries:
        assert set(entry) <= KEYS, entry["id"]
        for version in entry.get("versions", ()):
            assert set(version) <= KEYS - {"id", "name", "aliases", "note", "versions"} | {"from"}
        assert parse(gazetteer._index().lines[entry["id"]][1]).value == entry


def test_every_entry_is_a_place_of_the_case_format_on_each_of_its_days(entries):
    for entry in entries:
        for day in days_of(entry):
            place = find_place(entry["id"], day)
            assert adapter_for(Place).validate_python(as_values(place)) == place


def test_versions_stand_oldest_first(entries):
    for entry in entries:
        days = [version["from"] for version in entry.get("versions", ())]
        assert days == sorted(set(days)), entry["id"]


def test_every_name_leads_to_one_place(entries):
    led = {}
    for entry in entries:
        for name in (entry["id"], entry["name"], *entry.get("aliases", ())):
            assert led.setdefault(gazetteer._plain(name), entry["id"]) == entry["id"], name
            assert find_place(name, days_of(entry)[-1]).id == entry["id"]


def test_a_disputed_place_has_a_claim_and_a_note(entries):
    for entry in entries:
        versions = [entry, *entry.get("versions", ())]
        if any(version.get("disputed") for version in versions):
            assert any(version.get("claimed_by") for version in versions), entry["id"]
            assert note(entry["id"]), entry["id"]


def test_a_place_that_is_disputed_on_a_day_names_a_claim_on_that_day(entries):
    for entry in entries:
        for day in days_of(entry):
            place = find_place(entry["id"], day)
            assert bool(place.claimed_by) == place.disputed, (entry["id"], day)


def test_every_state_of_the_library_has_its_land():
    states = {
        party.id for name in instruments() for party in load(name).parties if len(party.id) == 3
    }
    for state in sorted(states):
        assert find_place(state, TODAY).type == "metropolitan"


def test_the_file_is_large_enough_to_be_useful():
    states = [name for name in names() if is_home(name)]
    assert len(states) >= 110
    assert len(names()) - len(states) >= 110


def is_home(name):
    line = gazetteer._index().lines[name][1]
    return re.search(r"aliases: \[[A-Z]{3}[,\]]", line) is not None and "metropolitan" in line


@pytest.mark.parametrize(
    ("name", "day", "expected"),
    [
        (
            "falkland-islands",
            date(1982, 4, 2),
            {
                "administered_by": "GBR",
                "claimed_by": ("ARG",),
                "region": "south_atlantic",
                "type": "overseas",
            },
        ),
        ("falkland-islands", date(1982, 5, 1), {"administered_by": "ARG", "recognised_as": "GBR"}),
        ("falkland-islands", date(1982, 6, 20), {"administered_by": "GBR", "occupied_by": None}),
        (
            "crimea",
            date(2014, 2, 26),
            {"administered_by": "UKR", "disputed": False, "zones": ("crimea",)},
        ),
        (
            "crimea",
            date(2014, 2, 27),
            {"administered_by": "RUS", "recognised_as": "UKR", "zones": ("crimea",)},
        ),
        ("donetsk", date(2015, 2, 1), {"zones": ("ordlo",)}),
        ("donetsk", TODAY, {"zones": ("ordlo", "east_of_contact_line"), "recognised_as": "UKR"}),
        ("kherson", date(2022, 6, 1), {"administered_by": "RUS"}),
        ("kherson", date(2022, 11, 11), {"administered_by": "UKR", "claimed_by": ("RUS",)}),
        ("algeria", date(1962, 7, 3), {"recognised_as": "FRA", "zones": ("algerian_departments",)}),
        ("algeria", date(1962, 7, 4), {"recognised_as": "DZA", "zones": ()}),
        (
            "rhineland",
            date(1936, 3, 7),
            {"recognised_as": "DEU", "zones": ("rhineland_demilitarised",)},
        ),
        ("rhineland", date(1939, 9, 1), {"zones": ()}),
        ("sudetenland", date(1938, 9, 15), {"recognised_as": "CSK"}),
        ("sudetenland", date(1938, 10, 10), {"recognised_as": "DEU"}),
        ("goa", date(1961, 12, 18), {"recognised_as": "PRT", "claimed_by": ("IND",)}),
        (
            "goa",
            date(1961, 12, 20),
            {"recognised_as": "IND", "claimed_by": ("PRT",), "type": "metropolitan"},
        ),
        ("senkaku", date(1971, 1, 1), {"administered_by": "USA", "zones": ()}),
        ("senkaku", TODAY, {"administered_by": "JPN", "zones": ("japanese_administered",)}),
        ("northern-cyprus", TODAY, {"administered_by": "TUR", "recognised_as": "CYP"}),
        ("nagorno-karabakh", date(2020, 10, 1), {"administered_by": "ARM", "recognised_as": "AZE"}),
        ("kuwait", date(1990, 8, 2), {"administered_by": "KWT"}),
        (
            "sinai",
            date(1973, 10, 6),
            {"administered_by": "ISR", "recognised_as": "EGY", "disputed": False},
        ),
        ("ceuta", TODAY, {"recognised_as": "ESP", "region": "north_africa"}),
        ("canary islands", TODAY, {"region": "north_atlantic_north_of_cancer"}),
        ("turkey", TODAY, {"region": "anatolia"}),
        ("cabo verde", TODAY, {"region": "south_atlantic"}),
        (
            "guantanamo",
            TODAY,
            {"recognised_as": "CUB", "administered_by": "USA", "type": "foreign_land"},
        ),
        ("black sea", TODAY, {"recognised_as": "none", "region": "black_sea", "type": "high_seas"}),
        ("laos", date(1961, 1, 1), {"zones": ("protocol_state",)}),
        ("GBR", TODAY, {"id": "united-kingdom", "recognised_as": "GBR"}),
    ],
)
def test_a_place_is_what_it_was_on_that_day(name, day, expected):
    place = find_place(name, day)
    assert {key: getattr(place, key) for key in expected} == expected


@pytest.mark.parametrize(
    "spelling",
    ["Réunion", "reunion", "LA RÉUNION", "la-reunion", "Reunion ", "rEU"],
)
def test_case_spaces_hyphens_and_accents_do_not_count(spelling):
    assert find_place(spelling, TODAY).id == "reunion"


@given(st.sampled_from(gazetteer.names()), st.sampled_from([" ", "-", "_", "  "]), st.booleans())
def test_any_id_is_found_however_it_is_joined(name, joint, upper):
    spelled = name.replace("-", joint)
    found = gazetteer._entry(spelled.upper() if upper else spelled)
    assert found["id"] == name


@given(st.text(max_size=200))
def test_any_text_is_a_place_or_a_plain_refusal(text):
    try:
        found = find_place(text, TODAY)
    except InputError as error:
        refused = error.code
    else:
        refused = "" if found.id in names() else "found nothing"
    assert refused in {"", "FD230"}


def test_an_unknown_place_names_near_ones_and_the_way_out():
    with pytest.raises(InputError) as refused:
        find_place("Falkand Islnds", TODAY)
    (finding,) = refused.value.findings
    assert finding.code == "FD230"
    assert "Falkand Islnds" in finding.message
    assert "falkland islands" in finding.hint
    assert "events file" in finding.hint


@pytest.mark.parametrize(
    ("name", "day", "says"),
    [("qatar", date(1900, 1, 1), "from 1916-11-03 on"), ("USSR", TODAY, "ended on 1991-12-25")],
)
def test_a_place_outside_its_years_is_refused_with_the_day(name, day, says):
    with pytest.raises(InputError, match=says) as refused:
        find_place(name, day)
    assert refused.value.code == "FD230"


def test_a_former_state_is_found_on_its_last_day():
    assert find_place("soviet-union", date(1991, 12, 25)).recognised_as == "SUN"
    assert set(names()) >= FORMER


def test_a_first_look_reads_one_line_only():
    probe = (
        "from datetime import date; from foedus import yamlfile;"
        "from foedus.agreement import gazetteer;"
        "real, sizes = yamlfile.parse, [];"
        "gazetteer.parse = lambda text, **more: sizes.append(len(text)) or real(text, **more);"
        "gazetteer.find_place('falkland-islands', date(1982, 4, 2)); print(sizes)"
    )
    done = subprocess.run([sys.executable, "-c", probe], capture_output=True, text=True, check=True)
    (size,) = eval(done.stdout)
    assert size < 2000


def test_the_time_of_a_first_look_is_printed(capsys):
    for cached in (gazetteer._index, gazetteer._read):
        cached.cache_clear()
    start = time.perf_counter()
    find_place("falkland-islands", date(1982, 4, 2))
    with capsys.disabled():
        print(f"\nfirst look at a place: {1000 * (time.perf_counter() - start):.1f} ms")
