"""What claims are judged against: the instruments, whom they protect, the dated events, the day."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from foedus.agreement.library import load
from foedus.agreement.library import names as library_ids
from foedus.claims.naming import Names, names_of

if TYPE_CHECKING:
    from datetime import date

    from foedus.agreement.facts import Event, Facts
    from foedus.agreement.model import Agreement
    from foedus.evidence.actors import Actors
    from foedus.evidence.dossier import Dossier
    from foedus.obligations.assess import Answer


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting:
    """The instruments and their names, and the day on which the law is taken.

    ``given`` is the instrument that guarantees without a name mean; ``main`` are the instruments
    that a dossier compares, in its order. ``answers`` keeps what was computed, by what it is of.
    """

    names: Names
    at: date
    given: str = ""
    main: tuple[str, ...] = ()
    beneficiary: str = ""
    challenger: str = ""
    actors: Actors | None = None
    facts: Facts | None = None
    answers: dict[tuple[str, ...], Answer] = field(default_factory=dict, compare=False, repr=False)

    def agreement(self, name: str) -> Agreement:
        """Return an instrument by its id."""
        return self.names.agreements[name]

    def events_after(self, agreement: Agreement) -> tuple[Event, ...]:
        """Return the dated acts against the beneficiary since the signature, until ``at``."""
        if self.facts is None:
            return ()
        protected = agreement.beneficiary or self.beneficiary
        return tuple(
            event
            for event in self.facts.events
            if agreement.signed <= event.date <= self.at and protected in event.against
        )


def setting_of(
    dossier: Dossier | None = None, *, at: date, given: str = "", extra: tuple[Agreement, ...] = ()
) -> Setting:
    """Make the setting of a dossier, or that of the library alone.

    Raises
    ------
    UnknownInstrument
        ``given``, or an agreement of the dossier, is neither in the library nor a file.
    InvalidCase
        The dossier's events break their format.
    """
    agreements = {name: load(name) for name in library_ids()} | {one.id: one for one in extra}
    main: list[str] = []
    for name in dossier.agreements if dossier else ():
        agreement = load(name, beside=dossier.path if dossier else None)
        agreements[agreement.id] = agreement
        main.append(agreement.id)
    if given and given not in agreements:
        named = load(given)
        agreements[named.id] = named
        given = named.id
    actors = dossier.actors if dossier else None
    return Setting(
        names=names_of(agreements.values(), dossier.meetings if dossier else (), actors),
        at=at,
        given=given,
        main=tuple(main),
        actors=actors,
        beneficiary=dossier.beneficiary if dossier else "",
        challenger=dossier.challenger if dossier else "",
        facts=_facts(dossier),
    )


def _facts(dossier: Dossier | None) -> Facts | None:
    if dossier is None or dossier.events is None:
        return None
    from foedus.agreement.facts import Facts
    from foedus.errors import InvalidCase
    from foedus.yamlfile import adapter_for, read, validate

    return validate(read(dossier.events), adapter_for(Facts), code="FD2", error=InvalidCase)  # type: ignore[no-any-return]
