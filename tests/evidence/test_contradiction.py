"""Positions that cannot both hold: changed, contradicting, or of unknown order."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evidence.pages import ACTORS, day, page
from foedus.evidence.act import acts
from foedus.evidence.attribute import statements
from foedus.evidence.contradiction import INCOMPATIBLE, contradictions, incompatible
from foedus.evidence.dossier import open_dossier
from foedus.evidence.position import positions
from foedus.evidence.read import read_file
from foedus.evidence.statement import Position
from foedus.evidence.when import UNKNOWN, When

REFUSED = "Ruritanian officials said it was not possible to give legally binding guarantees."
PROMISED = "Ruritania has joined the League in pledging legally binding guarantees."


def compared(*dated, actors=ACTORS):
    found = []
    for document, when in dated:
        page_then = replace(document, when=when)
        found += [*statements(page_then, actors), *acts(page_then, actors)]
    return contradictions(positions(found, actors))


def place(stance, when, party="RUR", commitment="binding-guarantees"):
    return Position(party=party, commitment=commitment, stance=stance, when=when, statements=())


@pytest.mark.parametrize(
    ("first", "second", "relation"),
    [
        (day(2022, 3, 30), day(2026, 1, 6), "changed"),
        (day(2022, 3, 30), day(2022, 3, 30), "contradicts"),
        (day(2022, 3, 30), UNKNOWN, "incompatible_order_unknown"),
        (UNKNOWN, UNKNOWN, "incompatible_order_unknown"),
    ],
)
def test_the_relation_follows_from_the_dates(first, second, relation):
    (found,) = compared((page(REFUSED), first), (page(PROMISED), second))

    assert found.relation == relation
    assert found.earlier.statements[0].text
    assert found.later.statements[0].text


def test_the_later_position_is_the_later_one_in_whatever_order_they_are_read():
    (found,) = compared((page(PROMISED), day(2026, 1, 6)), (page(REFUSED), day(2022, 3, 30)))

    assert (found.earlier.stance, found.later.stance) == ("REJECT", "COMMIT")


def test_other_parties_and_other_commitments_are_not_compared():
    when = day(2022, 1, 1)
    group = [place("REJECT", when), place("COMMIT", when, party="BOR"),
             place("COMMIT", when, commitment="arms-supply")]  # fmt: skip

    assert contradictions(group) == ()


def test_a_doubt_or_a_condition_contradicts_nothing():
    assert not any(
        {"DOUBT", "CONDITION", "SCOPE", "NONCOMMITTAL", "REPORT"} & pair for pair in INCOMPATIBLE
    )


def test_of_positions_in_a_row_only_neighbours_are_compared():
    row = [
        place("REJECT", day(2022, 1, 1)),
        place("COMMIT", day(2024, 1, 1)),
        place("OFFER", day(2025, 1, 1)),
    ]

    found = contradictions(row)

    assert [(one.earlier.when.start.year, one.later.when.start.year) for one in found] == [
        (2022, 2024)
    ]


def test_the_wording_takes_no_side():
    for pair in permutations(("REJECT", "COMMIT"), 2):
        (found,) = contradictions(
            [place(pair[0], day(2022, 1, 1)), place(pair[1], day(2023, 1, 1))]
        )

        assert not {"but", "only", "broke", "lied", "finally", "flip"} & set(found.reason.split())


_STANCES = st.sampled_from(["OFFER", "COMMIT", "DEMAND", "REJECT", "DOUBT", "SCOPE"])
_WHENS = st.one_of(
    st.just(UNKNOWN),
    st.dates(date(2000, 1, 1), date(2030, 1, 1)).map(
        lambda one: When(start=one, end=one, how="given")
    ),
)


@given(st.lists(st.builds(place, _STANCES, _WHENS), max_size=7))
def test_every_pair_is_incompatible_and_in_order(group):
    for found in contradictions(group):
        assert incompatible(found.earlier.stance, found.later.stance)
        order = found.earlier.when.order(found.later.when)
        assert {
            "changed": "before",
            "contradicts": "same",
            "incompatible_order_unknown": "unknown",
        }[found.relation] == order


class TestTheAmericanPositionInTheSeeds:
    """On legally binding protection: an article of 2022 and an explainer of 2026."""

    TALKS = When(
        start=date(2022, 3, 29), end=date(2022, 4, 1), how="inferred", entry="istanbul-2022"
    )
    PARIS = When(start=date(2026, 1, 6), end=date(2026, 1, 6), how="inferred", entry="paris-2026")

    @pytest.fixture
    def documents(self, shared):
        names = ("004_28006cc82ead4aec.txt", "003_706817795c40ea96.txt")
        return [read_file(shared / "seeds" / name)[0] for name in names]

    def american(self, documents, *whens):
        actors = open_dossier("ukraine").actors
        found = compared(*zip(documents, whens, strict=True), actors=actors)
        return [
            one
            for one in found
            if one.earlier.party == "USA" and one.earlier.commitment == "binding-guarantees"
        ]

    def test_it_changed_where_the_documents_are_dated(self, documents):
        (found,) = self.american(documents, self.TALKS, self.PARIS)

        assert found.relation == "changed"
        assert (found.earlier.stance, found.later.stance) == ("REJECT", "COMMIT")
        assert "inferred" in found.reason
        for position in (found.earlier, found.later):
            statement = position.statements[0]
            text = next(one.text for one in documents if one.id == statement.doc)
            assert all(span.read(text) is not None for span in statement.content)

    def test_its_order_is_unknown_where_they_are_not(self, documents):
        (found,) = self.american(documents, UNKNOWN, UNKNOWN)

        assert found.relation == "incompatible_order_unknown"
