from __future__ import annotations

import json
from datetime import date

import pytest

from foedus.charts import LadderRow, MatrixRow, TimelineRow, draw, ladder, matrix, themed, timeline
from foedus.charts.theme import PALETTE, safe, size

TIMES = [
    TimelineRow(number=n, when=date(1990 + n, 1 + n % 12, 3), lane=("A", "B")[n % 2], text=f"e{n}")
    for n in range(1, 30)
]
CROWD = [TimelineRow(number=n, when=date(2025, 12, n), lane="A", text="x") for n in range(1, 29)]
CELLS = [
    MatrixRow(party=p, agreement=a, rung=r, legal=r == "consult")
    for p, r in (("X", "consult"), ("Y", ""))
    for a in ("Pact", "Long Name of a Treaty")
]
RUNGS = [
    LadderRow(clause="Pact, Article 2", floor="consult", ceiling="assist_mil", legal=True),
    LadderRow(clause="Draft", floor="assist_nonmil", ceiling="assist_nonmil", legal=False),
]
PICTURES = [
    timeline(TIMES),
    timeline(TIMES, narrow=True),
    matrix(CELLS),
    matrix(CELLS, narrow=True),
    ladder(RUNGS),
    ladder(RUNGS, narrow=True),
]


@pytest.mark.parametrize("spec", PICTURES)
def test_a_picture_is_plain_data(spec):
    assert json.loads(json.dumps(spec)) == spec


@pytest.mark.parametrize("spec", PICTURES)
@pytest.mark.parametrize("mode", ["light", "dark"])
def test_a_picture_is_drawn_without_script_or_address(spec, mode):
    svg = draw(spec, mode)
    assert svg.startswith("<svg")
    assert safe(svg) == svg
    assert min(size(svg)) > 50
    assert PALETTE[mode]["paper"] in svg


@pytest.mark.parametrize("spec", PICTURES)
def test_every_colour_has_a_name_of_the_theme(spec):
    assert '"@' not in json.dumps(themed(spec, "light"))


def test_a_drawn_picture_is_kept(tmp_path):
    first = draw(PICTURES[0], "light", cache=tmp_path)
    assert len(list(tmp_path.glob("*.svg"))) == 1
    assert draw(PICTURES[0], "light", cache=tmp_path) == first


def dots(spec):
    panels = spec.get("hconcat") or spec.get("vconcat") or [spec]
    return [value for panel in panels for value in panel["data"]["values"]]


@pytest.mark.parametrize("rows", [TIMES, CROWD, TIMES[:1]])
def test_every_entry_has_its_dot(rows):
    assert sorted(int(dot["n"]) for dot in dots(timeline(rows))) == sorted(
        row.number for row in rows
    )


def test_dots_of_one_place_do_not_cover_each_other():
    places = [(dot["x"], dot["y"]) for dot in dots(timeline(CROWD))]
    assert len(set(places)) == len(places)


def test_a_narrow_picture_fits_a_phone():
    for spec in (
        timeline(TIMES, narrow=True),
        ladder(RUNGS, narrow=True),
        matrix(CELLS, narrow=True),
    ):
        assert size(draw(spec, "light"))[0] <= 400
