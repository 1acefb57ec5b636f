"""The matrix: parties down, agreements across, the rung that each owes in the cell."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from foedus.charts.theme import wrapped

RUNG_COLOURS = {
    "none": "@r0",
    "consult": "@r1",
    "refer_unsc": "@r2",
    "act_discretion": "@r3",
    "assist_nonmil": "@r4",
    "assist_mil": "@r5",
    "automatic": "@r6",
}
_ON_DARK = {"assist_nonmil", "assist_mil", "automatic"}
SHORT = {
    "none": "–",
    "consult": "consult",
    "refer_unsc": "go to UNSC",
    "act_discretion": "act, own choice",
    "assist_nonmil": "help",
    "assist_mil": "military help",
    "automatic": "automatic",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class MatrixRow:
    """A cell: what a group of parties owes under an agreement, and with what force.

    ``rung`` is the floor of the promise; ``legal`` says whether it is owed in law, and
    ``towards`` whether to the beneficiary rather than to others only. An empty rung means that
    the party is not a party of that agreement.
    """

    party: str
    agreement: str
    rung: str
    legal: bool
    towards: bool = True


def matrix(
    rows: Sequence[MatrixRow], *, short: Mapping[str, str] = SHORT, narrow: bool = False
) -> dict[str, Any]:
    """Return parties x agreements as a Vega-Lite specification."""
    down = tuple(dict.fromkeys(row.party for row in rows))
    across = tuple(dict.fromkeys(row.agreement for row in rows))
    tall = max((len(wrapped(name).split("|")) for name in across), default=1)
    step = {"x": 34 if narrow else 104, "y": 30}
    data = [
        {
            "party": row.party,
            "agreement": row.agreement if narrow else wrapped(row.agreement),
            "rung": row.rung or "none",
            "label": "" if not row.rung else short.get(row.rung, row.rung),
            "kind": "no party"
            if not row.rung
            else "others"
            if not row.towards
            else "law"
            if row.legal
            else "promise",
            "on": row.rung in _ON_DARK,
        }
        for row in rows
    ]
    x = {
        "field": "agreement",
        "type": "nominal",
        "sort": [name if narrow else wrapped(name) for name in across],
        "scale": {"paddingInner": 0.06},
        "axis": {
            "title": None,
            "orient": "top",
            "labelAngle": -55 if narrow else 0,
            "labelLimit": 118 if narrow else 100,
            "labelFontSize": 11,
            **(
                {}
                if narrow
                else {"labelPadding": 6 + 14 * tall, "labelBaseline": "top", "labelLineHeight": 13}
            ),
            "labelExpr": "split(datum.label, '|')" if not narrow else "datum.label",
        },
    }
    y = {
        "field": "party",
        "type": "nominal",
        "sort": list(down),
        "scale": {"paddingInner": 0.14},
        "axis": {"title": None, "labelLimit": 104 if narrow else 210},
    }
    fill = {
        "field": "rung",
        "type": "nominal",
        "legend": None,
        "scale": {"domain": list(RUNG_COLOURS), "range": list(RUNG_COLOURS.values())},
    }
    solid = {
        "transform": [{"filter": "datum.kind == 'law'"}],
        "mark": {"type": "rect"},
        "encoding": {"x": x, "y": y, "color": fill},
    }
    hollow = {
        "transform": [{"filter": "datum.kind == 'promise'"}],
        "mark": {"type": "rect", "fill": None, "strokeWidth": 1.6, "strokeDash": [4, 3]},
        "encoding": {"x": x, "y": y, "stroke": {"value": "@blue"}},
    }
    others = {
        "transform": [{"filter": "datum.kind == 'others'"}],
        "mark": {"type": "rect", "color": "@r0"},
        "encoding": {"x": x, "y": y},
    }
    layers: list[dict[str, Any]] = [others, solid, hollow]
    if not narrow:
        layers.append(
            {
                "mark": {"type": "text", "fontSize": 10.5},
                "encoding": {
                    "x": x,
                    "y": y,
                    "text": {"field": "label"},
                    "color": {
                        "condition": {"test": "datum.on && datum.kind == 'law'", "value": "@on"},
                        "value": "@ink",
                    },
                },
            }
        )
    else:
        layers.append(
            {
                "mark": {"type": "text", "fontSize": 11, "fontWeight": "bold"},
                "transform": [
                    {"calculate": f"indexof({list(RUNG_COLOURS)!r}, datum.rung)", "as": "place"},
                    {"filter": "datum.label != ''"},
                ],
                "encoding": {
                    "x": x,
                    "y": y,
                    "text": {"field": "place"},
                    "color": {
                        "condition": {"test": "datum.on && datum.kind == 'law'", "value": "@on"},
                        "value": "@ink",
                    },
                },
            }
        )
    key: dict[str, Any] = {}
    if narrow:
        used = [rung for rung in RUNG_COLOURS if any(row.rung == rung for row in rows)]
        lines = [f"{list(RUNG_COLOURS).index(rung)}  {short.get(rung, rung)}" for rung in used]
        key = {
            "title": {
                "text": lines,
                "orient": "bottom",
                "fontSize": 11,
                "fontWeight": "normal",
                "offset": 10,
                "lineHeight": 15,
            }
        }
    return {
        **key,
        "width": {"step": step["x"]},
        "height": {"step": step["y"]},
        "data": {"values": data},
        "layer": layers,
    }
