"""Durations of ISO 8601, and the day on which one that starts today ends.

A duration of days or longer ends at the end of its last day; hours count as the days they fill.
"""

from __future__ import annotations

import calendar
import math
import re
from datetime import MAXYEAR, date

_FORM = re.compile(
    r"P(?:(?P<y>[0-9]{1,5})Y)?(?:(?P<m>[0-9]{1,5})M)?(?:(?P<w>[0-9]{1,5})W)?(?:(?P<d>[0-9]{1,5})D)?"
    r"(?:T(?:(?P<h>[0-9]{1,5})H)?(?:(?P<min>[0-9]{1,5})M)?)?\Z"
)
_DAY_HOURS = 24
#: The same for the JSON Schema, whose dialect has no named groups.
PATTERN = (
    r"^(immediate|P(?=[0-9T])([0-9]{1,5}Y)?([0-9]{1,5}M)?([0-9]{1,5}W)?([0-9]{1,5}D)?"
    r"(T(?=[0-9])([0-9]{1,5}H)?([0-9]{1,5}M)?)?)$"
)


def checked(duration: str) -> str:
    """Return a duration that is well formed.

    Raises
    ------
    ValueError
        It is not; the message says what would be right.
    """
    if duration == "immediate" or (_FORM.match(duration) and duration[-1] not in "PT"):
        return duration
    message = f"{duration!r} is not a duration: write one like P3D, PT24H, P10Y, or immediate"
    raise ValueError(message)


def after(start: date, duration: str) -> date:
    """Return the last day of a duration that starts on ``start``, or the last day there is.

    Parameters
    ----------
    start : date
    duration : str
        ISO 8601 (``P3D``, ``PT24H``, ``P10Y``) or ``immediate``.

    Examples
    --------
    >>> after(date(2024, 1, 31), "P1M")
    datetime.date(2024, 2, 29)
    >>> after(date(2024, 1, 31), "PT24H")
    datetime.date(2024, 2, 1)
    >>> after(date(2024, 1, 31), "immediate")
    datetime.date(2024, 1, 31)
    """
    if duration == "immediate":
        return start
    form = _FORM.match(duration)
    if form is None:
        message = f"{duration!r} is not an ISO 8601 duration"
        raise ValueError(message)
    part = {name: int(value or 0) for name, value in form.groupdict().items()}
    month = start.month - 1 + part["m"] + 12 * part["y"]
    year, month = start.year + month // 12, month % 12 + 1
    if year > MAXYEAR:
        return date.max
    day = min(start.day, calendar.monthrange(year, month)[1])
    hours = math.ceil((part["h"] + part["min"] / 60) / _DAY_HOURS)
    days = 7 * part["w"] + part["d"] + hours
    return date.fromordinal(min(date(year, month, day).toordinal() + days, date.max.toordinal()))


def in_words(duration: str) -> str:
    """Return a duration as people say it.

    Examples
    --------
    >>> in_words("PT24H"), in_words("P3D"), in_words("immediate")
    ('within 24 hours', 'within 3 days', 'at once')
    """
    if duration == "immediate":
        return "at once"
    form = _FORM.match(duration)
    if form is None:
        return duration
    units = {"y": "year", "m": "month", "w": "week", "d": "day", "h": "hour", "min": "minute"}
    said = [f"{n} {units[k]}{'' if n == '1' else 's'}" for k, n in form.groupdict().items() if n]
    return "within " + " and ".join(said)
