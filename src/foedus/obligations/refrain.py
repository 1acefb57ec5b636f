"""Duties to refrain: which of them run for a debtor, and which acts break them.

A duty to refrain runs while the instrument binds its debtor towards some creditor. It is broken
by an act of the debtor (done, joined or backed) that the clause describes, unless the clause
excuses it; an excuse that is tied to a purpose does not reach beyond that purpose.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from foedus.agreement.facts import Event, Facts
from foedus.agreement.force import between
from foedus.agreement.model import Agreement, NegativeDuty
from foedus.obligations.situation import Situation, holds


@dataclass(frozen=True, slots=True, kw_only=True)
class Refraining:
    """The duties to refrain that run for a debtor, those that it broke, and how.

    ``exceeded`` says that a permitted act went beyond its purpose.
    """

    running: tuple[NegativeDuty, ...]
    broken: tuple[NegativeDuty, ...]
    exceeded: bool


def refraining(
    agreement: Agreement, facts: Facts, who: str, at: date, claimants: tuple[str, ...]
) -> Refraining:
    """Return the duties to refrain of ``who`` on a day.

    Parameters
    ----------
    agreement : Agreement
        With what the facts assume of it.
    facts : Facts
        As of the day.
    who : str
    at : date
    claimants : tuple of str
        Whose claim is asked about; they stand in for the creditors of an instrument that is
        open to every state.
    """
    running: list[NegativeDuty] = []
    broken: list[NegativeDuty] = []
    exceeded = False
    for duty in agreement.negative_duties:
        towards = tuple(_creditors(agreement, duty, who, at, claimants))
        if not agreement.means(who, duty.debtor) or not towards:
            continue
        running.append(duty)
        breaches = tuple(_breaches(agreement, facts, duty, who=who, at=at, towards=towards))
        if breaches:
            broken.append(duty)
            exceeded = exceeded or (
                duty.unless is not None and any(event.aim == "other" for event in breaches)
            )
    return Refraining(running=tuple(running), broken=tuple(broken), exceeded=exceeded)


def _creditors(
    agreement: Agreement, duty: NegativeDuty, who: str, at: date, claimants: tuple[str, ...]
) -> Iterator[str]:
    """Yield the states towards which the duty runs."""
    named = [party.id for party in agreement.parties if agreement.means(party.id, duty.creditor)]
    for creditor in claimants if "any_state" in named else named:
        if creditor != who and between(agreement, who, creditor, at).bound:
            yield creditor


def _breaches(
    agreement: Agreement,
    facts: Facts,
    duty: NegativeDuty,
    *,
    who: str,
    at: date,
    towards: tuple[str, ...],
) -> Iterator[Event]:
    """Yield the events in which the duty was broken towards some creditor."""
    for event in facts.events:
        if who not in event.doers:
            continue
        for creditor in towards:
            seen = Situation(
                agreement=agreement,
                facts=facts,
                at=at,
                event=event,
                debtor=who,
                creditor=creditor,
            )
            excused = duty.unless is not None and holds(duty.unless, seen)
            if holds(duty.breached_when, seen) and not excused:
                yield event
                break
