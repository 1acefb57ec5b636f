"""Meetings that a text names without a date: which one is meant."""

from __future__ import annotations

from typing import TYPE_CHECKING

from foedus.claims.naming import GATHERINGS
from foedus.claims.reading import NOTHING, Found, Mention, Reading

if TYPE_CHECKING:
    from foedus.evidence.dossier_format import Meeting


def meeting(
    reading: Reading, first: int, last: int, listed: tuple[str, ...], *, exact: bool
) -> Mention:
    """Link a meeting: by year, by the document's date, by what it made, else the latest."""
    meetings = [m for m in reading.names.meetings if m.id in listed]
    year = reading.year_near(first, last)
    chosen, sure, why = _choose(meetings, year, reading)
    sure = sure if exact else min(sure, 0.75)
    return reading.make(
        first,
        last,
        kind="meeting",
        how="meeting",
        confidence=sure,
        why=why,
        meeting=chosen.id,
        instrument=reading.names.made.get(chosen.id, ""),
        others=tuple(m.id for m in meetings if m is not chosen),
    )


def _choose(
    meetings: list[Meeting], year: int | None, reading: Reading
) -> tuple[Meeting, float, str]:
    if len(meetings) == 1:
        return meetings[0], 0.9, "the only meeting of that name"
    if year is not None:
        of_year = [
            m for m in meetings if (days := m.days()) and days[0].year <= year <= days[1].year
        ]
        if of_year:
            return of_year[0], 0.9 if len(of_year) == 1 else 0.6, f"the meeting of {year}"
    when = reading.when
    if when is not None and when.start and when.end:
        start, end = when.start, when.end
        before = [m for m in meetings if (days := m.days()) and days[0] <= end]
        if before:
            last = max(before, key=lambda m: m.days() or (start, start))
            return last, 0.75, "the last meeting of that name before the document's date"
    made = [m for m in meetings if m.id in reading.names.made]
    if made:
        return (
            made[-1],
            0.55,
            (
                "of several meetings of that name the one that made an instrument; the text "
                "gives no date"
            ),
        )
    return meetings[-1], 0.4, "the latest of several meetings of that name; the text gives no date"


def gathering(reading: Reading, place: int) -> Found:
    """Find "talks with Russia in Istanbul"."""
    if reading.word(place) not in GATHERINGS:
        return NOTHING
    for step in range(1, 6):
        here = place + step
        if here >= len(reading.words):
            break
        if reading.word(here - 1) in {"in", "at"} and (
            seats := reading.names.seats.get(reading.word(here), ())
        ):
            return meeting(reading, place, here, seats, exact=False), step + 1
    return NOTHING
