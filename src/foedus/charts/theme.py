"""The look of every picture, light and dark, and the way from a specification to an SVG.

A specification names its colours by part (``@ink``, ``@accent``); the theme fills them in. The
font is a stack of faces that share Helvetica's widths, so that a label measured here fits on a
reader's machine, whichever of them it has; no font is fetched or embedded.
"""

from __future__ import annotations

import hashlib
import json
import re
from pathlib import Path
from typing import Any, Final, Literal

Mode = Literal["light", "dark"]

FONT: Final = "Helvetica, Arial, Liberation Sans, sans-serif"
VEGA_LITE: Final = "5.20"  # the version that the specifications are written for

PALETTE: Final[dict[Mode, dict[str, str]]] = {
    "light": {
        "ink": "#1a1a18",
        "soft": "#56544c",
        "rule": "#d9d4c5",
        "paper": "#fdfcf8",
        "tint": "#f4f1e8",
        "accent": "#8a2b1f",
        "blue": "#1d4f7c",
        "green": "#1f6b43",
        "gold": "#8a5a00",
        "on": "#ffffff",
        "r0": "#efece2",
        "r1": "#dbe4ea",
        "r2": "#b9cfdd",
        "r3": "#8fb3ca",
        "r4": "#5d8fb0",
        "r5": "#2f6a93",
        "r6": "#123f61",
    },
    "dark": {
        "ink": "#ebe8df",
        "soft": "#b0ab9d",
        "rule": "#3b3932",
        "paper": "#161614",
        "tint": "#232320",
        "accent": "#e08a78",
        "blue": "#7fb2e0",
        "green": "#7cc79d",
        "gold": "#e3b45c",
        "on": "#161614",
        "r0": "#262622",
        "r1": "#26343d",
        "r2": "#2b4557",
        "r3": "#335d78",
        "r4": "#427fa3",
        "r5": "#6aa9d1",
        "r6": "#b5daf3",
    },
}


def themed(spec: dict[str, Any], mode: Mode) -> dict[str, Any]:
    """Return a specification with the colours and type of a mode.

    Examples
    --------
    >>> themed({"mark": {"type": "bar", "color": "@ink"}}, "light")["mark"]["color"]
    '#1a1a18'
    """
    colours = PALETTE[mode]

    def fill(value: Any) -> Any:
        if isinstance(value, dict):
            return {key: fill(inner) for key, inner in value.items()}
        if isinstance(value, list):
            return [fill(inner) for inner in value]
        if isinstance(value, str) and value.startswith("@"):
            return colours.get(value[1:], value)
        return value

    text = {
        "labelFont": FONT,
        "titleFont": FONT,
        "labelColor": "@ink",
        "titleColor": "@soft",
        "labelFontSize": 12,
        "titleFontSize": 12,
        "titleFontWeight": "normal",
    }
    config = {
        "background": "@paper",
        "font": FONT,
        "view": {"stroke": None},
        "axis": {
            **text,
            "domain": False,
            "ticks": False,
            "grid": False,
            "gridColor": "@rule",
            "labelPadding": 6,
        },
        "legend": {**text, "symbolStrokeWidth": 0},
        "title": {
            "font": FONT,
            "color": "@ink",
            "fontSize": 13,
            "anchor": "start",
            "fontWeight": "bold",
        },
        "text": {"font": FONT, "color": "@ink", "fontSize": 12},
    }
    whole: dict[str, Any] = fill(
        {
            "$schema": f"https://vega.github.io/schema/vega-lite/v{VEGA_LITE[0]}.json",
            **spec,
            "config": config,
        }
    )
    return whole


def draw(spec: dict[str, Any], mode: Mode, *, cache: Path | None = None) -> str:
    """Return a specification as an SVG that holds no script and no address to fetch.

    With ``cache``, a folder, a picture that was drawn before is read from there; its name is the
    hash of specification, mode and version of the drawing library.
    """
    whole = json.dumps(themed(spec, mode), sort_keys=True)
    kept = cache / f"{_key(whole)}.svg" if cache else None
    if kept is not None and kept.is_file():
        return kept.read_text("utf-8")
    import vl_convert

    svg = safe(vl_convert.vegalite_to_svg(json.loads(whole), vl_version=VEGA_LITE))
    if kept is not None:
        kept.parent.mkdir(parents=True, exist_ok=True)
        kept.write_text(svg, "utf-8")
    return svg


def _key(whole: str) -> str:
    from importlib.metadata import version

    return hashlib.sha256(f"{version('vl-convert-python')}:{whole}".encode()).hexdigest()[:32]


_ACTIVE = re.compile(
    r"<\s*(?:script|foreignObject|image|a|use|iframe|animate|set)\b", re.IGNORECASE
)


def safe(svg: str) -> str:
    """Return the SVG, or raise ValueError if it holds anything that acts or fetches.

    Examples
    --------
    >>> safe("<svg><script/></svg>")
    Traceback (most recent call last):
    ValueError: the picture holds <script
    """
    found = _ACTIVE.search(svg)
    if found:
        raise ValueError(f"the picture holds {found[0]}")
    return svg


def size(svg: str) -> tuple[int, int]:
    """Return width and height of an SVG in pixels.

    Examples
    --------
    >>> size('<svg width="343" height="147.5">')
    (343, 148)
    """
    found = re.search(r'<svg[^>]*?\bwidth="([\d.]+)"[^>]*?\bheight="([\d.]+)"', svg)
    return (round(float(found[1]) + 0.01), round(float(found[2]) + 0.01)) if found else (0, 0)


def wrapped(name: str, width: int = 15) -> str:
    """Break a name into lines, joined with bars for ``split(datum.label, '|')``.

    Examples
    --------
    >>> wrapped("North Atlantic Treaty")
    'North Atlantic|Treaty'
    """
    import textwrap

    return "|".join(textwrap.wrap(name, width, break_long_words=False)) or name
