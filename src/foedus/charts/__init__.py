"""Pictures: one function per picture, from typed rows to a Vega-Lite specification."""

from foedus.charts.ladder import LadderRow, ladder
from foedus.charts.matrix import MatrixRow, matrix
from foedus.charts.theme import Mode, draw, themed
from foedus.charts.timeline import TimelineRow, timeline

__all__ = [
    "LadderRow",
    "MatrixRow",
    "Mode",
    "TimelineRow",
    "draw",
    "ladder",
    "matrix",
    "themed",
    "timeline",
]
