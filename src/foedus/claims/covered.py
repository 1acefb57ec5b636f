"""What a claim says is covered or left out: places, states, and kinds of attack.

Places are described as the facts of a case describe them, so that the evaluator itself can say
whether a scope covers them.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from foedus.agreement.vocabulary import EventKind, PlaceType, Region


@dataclass(frozen=True, slots=True)
class Covered:
    """A place (with the state that it is recognised as part of, or ``creditor``) or an act."""

    name: str
    owner: str = ""
    region: Region = "europe"
    type: PlaceType = "metropolitan"
    zones: tuple[str, ...] = ()
    place: str = ""
    kind: EventKind | None = None
    whole: bool = False


def _p(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern)


_OBJECTS: tuple[tuple[re.Pattern[str], Covered], ...] = (
    (_p(r"\bcrimea\b|\bsevastopol\b"), Covered("Crimea", "UKR", zones=("crimea",))),
    (
        _p(
            r"\bdonbass?\b|\bdonetsk\b|\bluhansk\b|\bseparatist(?:-held)? (?:areas?|regions?"
            r"|territor\w+)|\boccupied (?:areas?|territor\w+|regions?|parts)"
        ),
        Covered("the separatist-held parts of Donbas", "UKR", zones=("ordlo",)),
    ),
    (
        _p(
            r"\b(?:all of|the whole of|the entire|all) ukraine\b|\b(?:whole"
            r"|entire) (?:territory|country)\b"
        ),
        Covered("all of Ukraine", "UKR", whole=True),
    ),
    (
        _p(r"\bfalklands?\b"),
        Covered(
            "the Falkland Islands", "GBR", "south_atlantic", "overseas", place="falkland_islands"
        ),
    ),
    (_p(r"\bhawaii\b"), Covered("Hawaii", "USA", "pacific", "island", place="hawaii")),
    (_p(r"\bguam\b"), Covered("Guam", "USA", "pacific", "overseas", place="guam")),
    (_p(r"\balaska\b"), Covered("Alaska", "USA", "north_america", place="alaska")),
    (
        _p(r"\bgreenland\b"),
        Covered(
            "Greenland", "DNK", "north_atlantic_north_of_cancer", "overseas", place="greenland"
        ),
    ),
    (
        _p(r"\bfaroes?\b|\bfaroe islands\b"),
        Covered(
            "the Faroe Islands",
            "DNK",
            "north_atlantic_north_of_cancer",
            "overseas",
            place="faroe_islands",
        ),
    ),
    (
        _p(r"\bfrench guiana\b"),
        Covered(
            "French Guiana", "FRA", "latin_america_caribbean", "overseas", place="french_guiana"
        ),
    ),
    (
        _p(r"\bmartinique\b|\bguadeloupe\b"),
        Covered(
            "the French Antilles", "FRA", "latin_america_caribbean", "overseas", place="antilles"
        ),
    ),
    (
        _p(r"\breunion\b|\bréunion\b|\bmayotte\b"),
        Covered("Réunion and Mayotte", "FRA", "indian_ocean", "overseas", place="reunion"),
    ),
    (
        _p(r"\bnew caledonia\b|\bfrench polynesia\b"),
        Covered("New Caledonia", "FRA", "pacific", "overseas", place="new_caledonia"),
    ),
    (
        _p(r"\bcanary islands\b|\bcanaries\b"),
        Covered(
            "the Canary Islands",
            "ESP",
            "north_atlantic_north_of_cancer",
            "island",
            place="canary_islands",
        ),
    ),
    (
        _p(r"\bceuta\b|\bmelilla\b"),
        Covered("Ceuta and Melilla", "ESP", "north_africa", place="ceuta"),
    ),
    (
        _p(r"\bazores\b|\bmadeira\b"),
        Covered(
            "the Azores and Madeira",
            "PRT",
            "north_atlantic_north_of_cancer",
            "island",
            place="azores",
        ),
    ),
    (
        _p(r"\bsvalbard\b"),
        Covered("Svalbard", "NOR", "north_atlantic_north_of_cancer", "island", place="svalbard"),
    ),
    (
        _p(r"\bcyber[- ]?(?:attacks?|warfare|space|operations?)?\b"),
        Covered("cyber attacks", kind="cyber"),
    ),
    (
        _p(r"\bhybrid (?:attacks?|warfare|threats?|operations?)|\bgrey[- ]zone|\bgray[- ]zone"),
        Covered("hybrid attacks", kind="grey_zone"),
    ),
    (_p(r"\bsabotage\b"), Covered("sabotage", kind="sabotage")),
    (_p(r"\b(?:naval )?blockades?\b"), Covered("blockade", kind="blockade")),
    (
        _p(r"\bairspace (?:violations?|incursions?)|\bdrone incursions?"),
        Covered("incursions into airspace", kind="airspace_incursion"),
    ),
    (_p(r"\bcoups?\b"), Covered("a coup", kind="coup")),
    (
        _p(r"\bcivil war\b|\binsurgenc\w+|\binternal (?:conflict|unrest)"),
        Covered("internal conflict", kind="insurgency"),
    ),
    (
        _p(r"\beconomic (?:coercion|pressure|blackmail)"),
        Covered("economic coercion", kind="economic_coercion"),
    ),
    (_p(r"\bnuclear (?:threats?|blackmail)"), Covered("nuclear threats", kind="nuclear_threat")),
)
ANY_OBJECT = re.compile("|".join(f"(?:{pattern.pattern})" for pattern, _ in _OBJECTS))


def objects_in(low: str) -> tuple[tuple[int, int, Covered], ...]:
    """Return what a sentence in lower case names of places and kinds of attack.

    Examples
    --------
    >>> [one.name for _, _, one in objects_in("neither crimea nor cyberattacks are covered")]
    ['Crimea', 'cyber attacks']
    """
    if ANY_OBJECT.search(low) is None:
        return ()
    found = [
        (m.start(), m.end(), what) for pattern, what in _OBJECTS for m in pattern.finditer(low)
    ]
    return tuple(sorted(found, key=lambda one: one[0]))
