"""Days, months and years as intervals of days, both ends included.

A source may be dated by a year or a month only. Then it lies in an interval, and nothing
narrower is ever made of it.
"""

from __future__ import annotations

import calendar
import re
from datetime import date, timedelta

from foedus.evidence.when import UNKNOWN, When

_PARTIAL = re.compile(r"(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?\Z")


def interval(day: date | str | int | None) -> tuple[date, date] | None:
    """Return the first and last day that a date, a month or a year can mean.

    Examples
    --------
    >>> interval("2022-02")
    (datetime.date(2022, 2, 1), datetime.date(2022, 2, 28))
    >>> interval("soon") is None
    True
    """
    if day is None:
        return None
    match = _PARTIAL.match(day.isoformat()[:10] if isinstance(day, date) else str(day).strip())
    if match is None:
        return None
    year, month, number = (int(part) if part else None for part in match.groups())
    try:
        first = date(year or 0, month or 1, number or 1)
    except ValueError:
        return None
    if number:
        return (first, first)
    if month:
        return (first, first.replace(day=calendar.monthrange(first.year, month)[1]))
    return (first, first.replace(month=12, day=31))


def given(day: date | str | int | None) -> When:
    """Return the date that a source gives of itself, or unknown."""
    days = interval(day)
    return When(start=days[0], end=days[1], how="given") if days else UNKNOWN


def monday(day: date) -> date:
    """Return the first day of the week (ISO 8601) of a day."""
    return day - timedelta(days=day.weekday())
