"""Reading an agreement; what is said of wrong files stands in tests/bad."""

from __future__ import annotations

import time
from importlib.resources import files
from pathlib import Path

import pytest

from foedus.agreement.library import load, names
from foedus.agreement.read import read_agreement
from foedus.errors import InvalidAgreement, UnknownInstrument


def test_the_example_of_the_documentation_is_read(example):
    agreement = example()
    assert agreement.name == "Example guarantee for Beneficia"
    assert [party.id for party in agreement.parties] == ["BNF", "AAA", "BBB"]


def test_norway_is_no_flag(example):
    agreement = example(
        ("id: AAA,", "id: NOR,"), ("title: Example guarantee for Beneficia", "title: NO")
    )
    assert agreement.title == "NO"
    assert agreement.party("NOR") is not None


def test_an_organisation_may_owe(example):
    agreement = example(
        ("id: AAA,", "id: {org: League},"),
        (
            'id: help, cite: "2(2)", debtor: guarantor',
            'id: help, cite: "2(2)", debtor: [{org: League}]',
        ),
    )
    assert agreement.obligations[0].debtor == ("org:League",)
    assert agreement.means("org:League", ("guarantor",))


def test_a_number_of_an_article_keeps_its_digits(example):
    assert example(('cite: "2(1)"', "cite: 2.10")).triggers[0].cite == "2.10"


def test_a_role_named_in_a_condition_must_be_there(example):
    with pytest.raises(InvalidAgreement, match="no party, role or class of actors 'protcted'"):
        example(("{against: [BNF]}", "{against: [protcted]}"))


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("deadline: P5D}", "deadline: P5D, sequence_after: tlak}"),
        ("deadline: P5D}", "deadline: P5D, unless: {by: [protcted]}}"),
        ("[hosts_foreign_forces]}", "[hosts_foreign_forces]}, unless: {by: [protcted]}"),
        (
            'provisionally_applied, from: 2026-06-01, cite: "9(2)"}]',
            "in_force, from: 2026-06-01}], reservations: [{kind: declaration, obligations: [help], "
            "effect: excluded, when: {by: [protcted]}}]",
        ),
        (
            'provisionally_applied, from: 2026-06-01, cite: "9(2)"}]',
            "in_force, from: 2026-06-01}], reservations: [{kind: declaration, obligations: [hlep], "
            "effect: excluded}]",
        ),
    ],
)
def test_whatever_is_named_must_be_there(example, old, new):
    with pytest.raises(InvalidAgreement, match=r"FD110.*did you mean (talk|help|protected)\?"):
        example((old, new))


@pytest.mark.parametrize("name", names())
def test_an_instrument_of_the_library_is_called_by_its_file(name):
    assert load(name).id == name


@pytest.mark.parametrize("name", names())
def test_no_field_says_seen_without_an_address(name):
    agreement = load(name)
    seen = [c for c in (*agreement.obligations, *agreement.negative_duties) if c.verified == "seen"]
    assert not seen or any(source.status == "seen" for source in agreement.sources)
    assert all(source.address for source in agreement.sources if source.status == "seen")


def test_an_unknown_instrument_names_the_near_ones():
    with pytest.raises(UnknownInstrument, match="did you mean nato-1949"):
        load("nato-1948")


def test_a_path_that_is_not_there_is_said():
    with pytest.raises(UnknownInstrument, match=r"there is no file gone\.yaml"):
        load("gone.yaml")


@pytest.mark.bench
def test_reading_an_instrument_takes_no_time_that_a_user_feels(capsys):
    path = Path(str(files("foedus.agreement.library") / "nato-1949.yaml"))
    read_agreement(path)
    times = []
    for _ in range(5):
        start = time.perf_counter()
        read_agreement(path)
        times.append(time.perf_counter() - start)
    assert min(times) < 0.06
    with capsys.disabled():
        print(f"\nnato-1949 read in {min(times) * 1000:.0f} ms, best of {len(times)}")
