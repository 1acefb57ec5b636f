"""The timeline: numbered dots in lanes; the numbers are those of the list below the picture.

Events crowd: decades of treaties, then months of talks. Where the crowded end would hide
itself, the picture has two panels with a scale each, cut where the dots share best.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

LANE_COLOURS = ("@blue", "@accent", "@green", "@gold")
DOT = 21  # diameter of a dot, pixels
ROW = 25  # height of a row of dots
WIDE, NARROW = 900, 306  # width of all panels, pixels
CUT_YEARS = 6  # a shorter time is drawn on one scale


@dataclass(frozen=True, slots=True, kw_only=True)
class TimelineRow:
    """A dated entry: its number in the list, its lane, its words."""

    number: int
    when: date
    lane: str
    text: str


def timeline(rows: Sequence[TimelineRow], *, narrow: bool = False) -> dict[str, Any]:
    """Return the timeline of dated entries as a Vega-Lite specification."""
    rows = sorted(rows, key=lambda row: (row.when, row.number))
    lanes = tuple(dict.fromkeys(row.lane for row in rows))
    parts = _parts(rows)
    width = NARROW if narrow else WIDE
    widths = [width] * len(parts) if narrow else _share(parts, width)
    placed = [
        _dodge(part, lanes, _years(part) * DOT * 1.06 / wide)
        for part, wide in zip(parts, widths, strict=True)
    ]
    # Side by side, both panels share the heights of the lanes; one below the other, each has
    # its own.
    together = [spot for places in placed for spot in places]
    panels = [
        _panel(
            part,
            places,
            _tops(lanes, places if narrow else together, narrow=narrow),
            lanes=lanes,
            width=wide,
            first=narrow or place == 0,
            narrow=narrow,
        )
        for place, (part, places, wide) in enumerate(zip(parts, placed, widths, strict=True))
    ]
    if len(panels) == 1:
        return panels[0]
    return {"vconcat" if narrow else "hconcat": panels, "spacing": 28}


def year(day: date) -> float:
    """Return a day as a year with its fraction.

    Examples
    --------
    >>> year(date(2000, 1, 1))
    2000.0
    """
    return day.year + (day.timetuple().tm_yday - 1) / 366


def _parts(rows: Sequence[TimelineRow]) -> list[list[TimelineRow]]:
    """Cut the rows in two at the New Year at which the dots need the fewest rows."""
    first, last = rows[0].when, rows[-1].when
    if last.year - first.year < CUT_YEARS:
        return [list(rows)]
    best: tuple[int, list[list[TimelineRow]]] = (_rows_needed([list(rows)]), [list(rows)])
    for cut in range(first.year + 1, last.year + 1):
        parts = [[r for r in rows if r.when.year < cut], [r for r in rows if r.when.year >= cut]]
        if all(len(part) >= 3 for part in parts):
            best = min(best, (_rows_needed(parts), parts), key=lambda one: one[0])
    return best[1]


def _rows_needed(parts: list[list[TimelineRow]]) -> int:
    lanes = tuple(dict.fromkeys(row.lane for part in parts for row in part))
    placed = [
        spot
        for part, wide in zip(parts, _share(parts, WIDE), strict=True)
        for spot in _dodge(part, lanes, _years(part) * DOT * 1.06 / wide)
    ]
    return _tops(lanes, placed, narrow=False)[""]


def _share(parts: Sequence[Sequence[TimelineRow]], width: int) -> list[int]:
    if len(parts) == 1:
        return [width - 110]
    rest = width - 110 - 28
    left = min(max(len(parts[0]) / (len(parts[0]) + len(parts[1])), 0.3), 0.55)
    return [int(rest * left), rest - int(rest * left)]


def _years(rows: Sequence[TimelineRow]) -> int:
    return int(year(rows[-1].when)) + 1 - int(year(rows[0].when))


def _tops(
    lanes: Sequence[str], places: Sequence[tuple[str, int]], *, narrow: bool
) -> dict[str, int]:
    """Return the first row of each lane, and under the empty name the number of rows."""
    tops: dict[str, int] = {}
    at = 0
    for lane in lanes:
        rows = [row for name, row in places if name == lane]
        if rows:
            tops[lane] = at
            at += 1 + max(rows) + (1 if narrow else 0)
    return {**tops, "": at}


def _panel(
    rows: Sequence[TimelineRow],
    places: Sequence[tuple[str, int]],
    tops: dict[str, int],
    *,
    lanes: Sequence[str],
    width: int,
    first: bool,
    narrow: bool,
) -> dict[str, Any]:
    start, end = int(year(rows[0].when)), int(year(rows[-1].when)) + 1
    at = tops[""]
    shown = [lane for lane in lanes if lane in tops]
    data = [
        {
            "n": str(row.number),
            "x": round(year(row.when), 4),
            "y": tops[row.lane] + spot + (1 if narrow else 0),
            "lane": row.lane,
        }
        for row, (_, spot) in zip(rows, places, strict=True)
    ]
    height = max(at, 1) * ROW
    values = list(range(start, end + 1, max(1, round((end - start) / (width / 62)))))
    x = {
        "field": "x",
        "type": "quantitative",
        "scale": {"domain": [start, end], "nice": False, "padding": DOT / 2 + 2},
        "axis": {
            "title": None,
            "values": values,
            "format": "d",
            "grid": True,
            "orient": "bottom",
            "labelFlush": False,
        },
    }
    y = {
        "field": "y",
        "type": "quantitative",
        "scale": {"domain": [-0.6, max(at, 1) - 0.4], "reverse": True, "nice": False},
        "axis": None,
    }
    colour = {
        "field": "lane",
        "type": "nominal",
        "legend": None,
        "scale": {
            "domain": list(lanes),
            "range": [LANE_COLOURS[n % len(LANE_COLOURS)] for n in range(len(lanes))],
        },
    }
    layers: list[dict[str, Any]] = [
        {
            "data": {"values": [{"y": tops[lane] - 0.5} for lane in shown]},
            "mark": {"type": "rule", "color": "@rule"},
            "encoding": {"y": y},
        },
        {
            "mark": {"type": "circle", "size": DOT * DOT * 0.785, "opacity": 1},
            "encoding": {"x": x, "y": y, "color": colour},
        },
        {
            "mark": {
                "type": "text",
                "fontSize": 11,
                "fontWeight": "bold",
                "color": "@on",
                "dy": 0.5,
            },
            "encoding": {"x": x, "y": y, "text": {"field": "n"}},
        },
    ]
    if first:
        layers.append(_lane_names(shown, tops, y, narrow=narrow))
    return {"width": width, "height": height, "data": {"values": data}, "layer": layers}


def _lane_names(
    lanes: Sequence[str], tops: dict[str, int], y: dict[str, Any], *, narrow: bool
) -> dict[str, Any]:
    return {
        "data": {"values": [{"y": tops[lane], "lane": lane} for lane in lanes]},
        "mark": {
            "type": "text",
            "align": "left" if narrow else "right",
            "x": 0 if narrow else -10,
            "fontSize": 12,
            "fontWeight": "bold",
            "color": "@ink",
        },
        "encoding": {"y": y, "text": {"field": "lane"}},
    }


def _dodge(
    rows: Sequence[TimelineRow], lanes: Sequence[str], apart: float
) -> list[tuple[str, int]]:
    """Give each dot the first row of its lane in which it touches no other."""
    ends: dict[str, list[float]] = {lane: [] for lane in lanes}
    places = []
    for row in rows:
        at = year(row.when)
        taken = ends[row.lane]
        spot = next((n for n, end in enumerate(taken) if at - end >= apart), len(taken))
        if spot == len(taken):
            taken.append(at)
        taken[spot] = at
        places.append((row.lane, spot))
    return places
