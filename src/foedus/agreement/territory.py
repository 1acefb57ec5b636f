"""Whether a place and an object are covered by an instrument's scope.

The scope's lists are read as the text means them: a place is covered if an entry of ``include``
takes it in and none of ``exclude`` takes it out; forces, vessels and aircraft are covered where
the territory is, and where ``objects`` says so. No list at all means that the text sets no limit.
Whose land a place is depends on the entry's test; a disputed place is what its facts say.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from foedus.agreement.facts import Event, Place
from foedus.agreement.model import CoveredObject, Scope, Territory
from foedus.agreement.vocabulary import Reason

MOBILE = frozenset({"forces", "vessel", "aircraft"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Coverage:
    """Whether the scope covers an event; ``reasons`` say why, most telling first."""

    covered: bool
    reasons: tuple[Reason, ...]
    cite: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Owners:
    """Who is meant by the words of a scope: the creditor, the members, and roles by name."""

    creditor: str
    members: frozenset[str]
    by_role: dict[str, frozenset[str]]

    def of(self, word: str) -> frozenset[str] | None:
        """Return the states that a word means, or None if it names a zone."""
        if word == "creditor":
            return frozenset({self.creditor})
        if word == "party":
            return self.members
        if word in self.by_role:
            return self.by_role[word]
        return frozenset({word}) if word.isupper() else None


def takes_in(entry: Territory, place: Place, owners: Owners, at: date) -> bool:
    """Say whether one entry of a territory list takes a place in on a day."""
    if (entry.from_ and at < entry.from_) or (entry.until and at > entry.until):
        return False
    if entry.regions and place.region not in entry.regions:
        return False
    if entry.types and place.type not in entry.types:
        return False
    if entry.places and place.id not in entry.places:
        return False
    states = owners.of(entry.id)
    if states is None:
        return entry.id in place.zones
    owner = {
        "recognised": place.recognised_as,
        "sovereignty": place.sovereign,
        "administered": place.administered_by,
    }[entry.test or "recognised"]
    return owner in states


def _covers(entry: CoveredObject, event: Event, place: Place) -> bool:
    return (
        event.object in entry.kind
        and (not entry.of or place.recognised_as in entry.of)
        and (not entry.within or place.region in entry.within)
        and (not entry.types or place.type in entry.types)
        and (not entry.zones or bool(set(entry.zones) & set(place.zones)))
    )


def _left_out(entry: Territory, owners: Owners, missing: tuple[Reason, ...]) -> tuple[Reason, ...]:
    """Return why an excluded place is not covered: a named zone, or land outside the area."""
    if owners.of(entry.id) is None:
        return ("excluded_zone",)
    return (*missing, "out_of_territorial_scope")


def coverage(scope: Scope, event: Event, place: Place | None, owners: Owners, at: date) -> Coverage:
    """Say whether a scope covers an event at a place on a day."""
    lists = scope.territory
    limited = bool(lists.include or scope.objects)
    mobile = event.object in MOBILE
    missing: tuple[Reason, ...] = ("object_not_covered",) if mobile else ()
    outside = Coverage(covered=False, reasons=(*missing, "out_of_territorial_scope"))
    if place is None:
        return outside if limited else Coverage(covered=True, reasons=())
    for entry in lists.exclude:
        if takes_in(entry, place, owners, at):
            left_out = _left_out(entry, owners, missing)
            return Coverage(covered=False, reasons=left_out, cite=entry.cite)
    if not limited:
        return Coverage(covered=True, reasons=("in_scope",) if lists.exclude else ())
    return _included(scope, event, place, owners, at) or outside


def _included(
    scope: Scope, event: Event, place: Place, owners: Owners, at: date
) -> Coverage | None:
    """Return the coverage that the text names for an event, or None."""
    for entry in scope.territory.include:
        if takes_in(entry, place, owners, at):
            met: Reason = "administered_territory" if entry.test == "administered" else "in_scope"
            mobile: tuple[Reason, ...] = ("object_covered",) if event.object in MOBILE else ()
            return Coverage(covered=True, reasons=(*mobile, met), cite=entry.cite)
    for thing in scope.objects:
        if _covers(thing, event, place):
            return Coverage(covered=True, reasons=("object_covered", "in_scope"), cite=thing.cite)
    return None
