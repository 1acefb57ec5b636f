"""The ladder: for each clause the span from what must be done to what may be done.

The rungs order how little is left to the debtor's choice; they do not measure strength.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from foedus.charts.theme import wrapped

RUNGS = (
    "none",
    "consult",
    "refer_unsc",
    "act_discretion",
    "assist_nonmil",
    "assist_mil",
    "automatic",
)
SHORT = {
    "none": "nothing",
    "consult": "consult",
    "refer_unsc": "go to UNSC",
    "act_discretion": "act, own choice",
    "assist_nonmil": "help",
    "assist_mil": "military help",
    "automatic": "automatic",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class LadderRow:
    """A clause with its floor and ceiling; ``legal`` says whether it binds in law."""

    clause: str
    floor: str
    ceiling: str
    legal: bool


def ladder(
    rows: Sequence[LadderRow], *, short: Mapping[str, str] = SHORT, narrow: bool = False
) -> dict[str, Any]:
    """Return floors and ceilings of clauses as a Vega-Lite specification."""
    shown = [
        rung
        for rung in RUNGS
        if rung != "automatic" or any(rung in {r.floor, r.ceiling} for r in rows)
    ]
    data = [
        {
            "clause": wrapped(row.clause, 24) if narrow else row.clause,
            "floor": RUNGS.index(row.floor),
            "ceiling": RUNGS.index(row.ceiling),
            "force": "law" if row.legal else "promise",
        }
        for row in rows
    ]
    names = {RUNGS.index(rung): short[rung] for rung in shown}
    expression = (
        " : ".join(f"datum.value == {place} ? '{text}'" for place, text in names.items()) + " : ''"
    )
    axis = {
        "title": None,
        "values": list(names),
        "labelExpr": expression,
        "grid": True,
        "orient": "top",
        "labelFontSize": 11,
        "labelFlush": False,
        "labelAngle": -50 if narrow else 0,
        "labelAlign": "left" if narrow else "center",
        "labelOverlap": False,
    }
    scale = {"domain": [-0.35, max(names) + 0.35], "nice": False}
    y = {
        "field": "clause",
        "type": "nominal",
        "sort": [wrapped(row.clause, 24) if narrow else row.clause for row in rows],
        "axis": {
            "title": None,
            "labelExpr": "split(datum.label, '|')",
            "labelLineHeight": 12,
            "labelLimit": 158 if narrow else 330,
            "labelFontSize": 11 if narrow else 12,
        },
    }
    floor = {"field": "floor", "type": "quantitative", "scale": scale, "axis": axis}
    ceiling = {"field": "ceiling", "type": "quantitative", "scale": scale, "axis": axis}
    law, promise = "datum.force == 'law'", "datum.force == 'promise'"
    layers = [
        {
            "transform": [{"filter": law}],
            "mark": {"type": "rule", "strokeWidth": 4, "color": "@r4"},
            "encoding": {"y": y, "x": floor, "x2": {"field": "ceiling"}},
        },
        {
            "transform": [{"filter": promise}],
            "mark": {"type": "rule", "strokeWidth": 2, "strokeDash": [4, 3], "color": "@r4"},
            "encoding": {"y": y, "x": floor, "x2": {"field": "ceiling"}},
        },
        {
            "mark": {"type": "tick", "thickness": 2, "size": 14, "color": "@blue"},
            "encoding": {"y": y, "x": ceiling},
        },
        {
            "transform": [{"filter": law}],
            "mark": {"type": "circle", "size": 150, "opacity": 1, "color": "@blue"},
            "encoding": {"y": y, "x": floor},
        },
        {
            "transform": [{"filter": promise}],
            "mark": {
                "type": "point",
                "size": 130,
                "filled": True,
                "fill": "@paper",
                "stroke": "@blue",
                "strokeWidth": 2,
                "opacity": 1,
            },
            "encoding": {"y": y, "x": floor},
        },
    ]
    return {
        "width": 150 if narrow else 560,
        "height": {"step": 42 if narrow else 34},
        "data": {"values": data},
        "layer": layers,
    }
