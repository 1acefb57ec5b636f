"""Dates of documents and statements: given, an interval, inferred from an anchor, or unknown.

A date that a page does not give is never guessed. It is unknown, or an interval that was
*inferred* from an anchor in the text ("the Istanbul talks this week") and a dated entry of the
dossier; then the anchor's span and the entry are kept, and every page that shows the date
says that it was inferred.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

from foedus.sources import Span

How = Literal["given", "inferred", "unknown"]
Order = Literal["before", "after", "same", "unknown"]


@dataclass(frozen=True, slots=True, kw_only=True)
class When:
    """A day or an interval of days, both ends included; both are None if unknown.

    Without an end it is open: on ``start`` or any day after it.
    """

    start: date | None = None
    end: date | None = None
    how: How = "unknown"
    anchor: Span | None = None
    entry: str = ""  # the meeting or event of the dossier that the anchor names

    def order(self, other: When) -> Order:
        """Say whether this lies before or after another; overlapping intervals are ``same``.

        Examples
        --------
        >>> day = When(start=date(2022, 3, 29), end=date(2022, 3, 29), how="given")
        >>> day.order(When())
        'unknown'
        >>> day.order(When(start=date(2026, 1, 6), end=date(2026, 1, 6), how="given"))
        'before'
        >>> day.order(When(start=date(2026, 1, 6), how="inferred"))
        'before'
        """
        if self.start is None or other.start is None:
            return "unknown"
        if self.end is not None and self.end < other.start:
            return "before"
        if other.end is not None and other.end < self.start:
            return "after"
        return "unknown" if self.end is None or other.end is None else "same"

    @property
    def open(self) -> bool:
        """Whether only the first possible day is known."""
        return self.start is not None and self.end is None


UNKNOWN = When()
