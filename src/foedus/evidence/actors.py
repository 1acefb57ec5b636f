"""Who is who in a dossier: states, organisations, and people with dated offices.

The values that ``actors.yaml`` is read into. Office-holding is dated, because a title without
a date is not a person: "the prime minister" of 2022 is not the one of 2026.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from datetime import date

    from foedus.evidence.statement import ActorRole
    from foedus.evidence.when import When

PartyKind = Literal["state", "organisation"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Office:
    """An office with its term; ``of`` is the id of a state or organisation.

    ``start`` and ``end`` are inclusive; None means that the term has no known limit there.
    """

    title: str
    of: str
    start: date | None = None
    end: date | None = None

    def held(self, when: When) -> bool | None:
        """Say whether the office was held then: None if the date is unknown.

        An interval that only overlaps the term counts as held.
        """
        if when.start is None or when.end is None:
            return None
        begun = self.start is None or self.start <= when.end
        return begun and (self.end is None or when.start <= self.end)


@dataclass(frozen=True, slots=True, kw_only=True)
class Party:
    """A state or an organisation, with the other names that texts use for it.

    ``aliases`` may hold capitals and seats of government ("Kyiv", "the Kremlin");
    ``adjectives`` are the words for its people and its officials ("Ukrainian"). ``metonyms``
    are names of places that stand for it only where they are all that is said ("Berlin said"),
    not in "the Berlin statement".
    """

    id: str
    name: str
    kind: PartyKind = "state"
    aliases: tuple[str, ...] = ()
    adjectives: tuple[str, ...] = ()
    metonyms: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """A person, the party that they belong to, and their offices."""

    id: str
    name: str
    aliases: tuple[str, ...] = ()
    state: str = ""
    offices: tuple[Office, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Actors:
    """Everybody that a dossier knows, and whose security is at issue.

    ``beneficiaries`` and ``challengers`` are ids of parties; every other state is a possible
    guarantor, and so is an organisation.
    """

    parties: tuple[Party, ...] = ()
    people: tuple[Person, ...] = ()
    beneficiaries: tuple[str, ...] = ()
    challengers: tuple[str, ...] = ()

    def role(self, party: str) -> ActorRole:
        """Return the part that a party plays towards the commitment.

        Examples
        --------
        >>> who = Actors(
        ...     parties=(Party(id="UKR", name="Ukraine"), Party(id="USA", name="United States")),
        ...     beneficiaries=("UKR",),
        ... )
        >>> who.role("UKR"), who.role("USA"), who.role("XXX")
        ('beneficiary', 'guarantor', 'unknown')
        """
        if party in self.beneficiaries:
            return "beneficiary"
        if party in self.challengers:
            return "challenger"
        return "guarantor" if any(known.id == party for known in self.parties) else "unknown"


NOBODY = Actors()
