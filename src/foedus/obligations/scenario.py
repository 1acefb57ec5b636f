"""From a few words to facts: an attack in one line, or a file of dated events.

Everything that a clause may ask and that is not stated gets a default, and every default is
said. A place is looked up in the gazetteer, as of the day.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from foedus.agreement.condition import FIELDS
from foedus.agreement.facts import (
    AssumedState,
    Ceasefire,
    CrossInstrument,
    Event,
    Facts,
    Hostilities,
    Place,
    Request,
)
from foedus.agreement.gazetteer import find_place
from foedus.agreement.model import Agreement
from foedus.errors import Finding, InvalidCase, UsageError, near_names
from foedus.obligations.event_words import place_name, say_events, say_fact
from foedus.obligations.sentence import capital
from foedus.yamlfile import adapter_for, read, validate

#: What an attack is taken to be, where nothing else is said.
DEFAULTS: dict[str, str] = {
    "kind": "armed_attack",
    "origin": "external",
    "object": "territory",
    "weapons": "conventional",
    "provoked": "no",
    "attribution": "certain",
}
_EVENT_FIELDS = (
    *DEFAULTS,
    "intended",
    "resisted",
    "victim_says",
    "claimed_origin",
    "ideology",
    "aim",
    "by_kind",
)
_OTHER = ("request", "ceasefire", "hostilities", "cross_instrument")


@dataclass(frozen=True, slots=True, kw_only=True)
class Scenario:
    """Facts, the sentence that says them, and the defaults that were taken."""

    facts: Facts
    sentence: str
    defaults: tuple[str, ...]

    @property
    def last_day(self) -> date:
        """The day of the last thing that happened."""
        days = (
            [e.date for e in self.facts.events]
            + [r.date for r in self.facts.requests]
            + [f.date for f in self.facts.findings]
        )
        if not days:
            raise InvalidCase(
                "the facts hold no dated event",
                [Finding(code="FD206", message="no event is dated")],
            )
        return max(days)


def _stated(words: Iterable[str]) -> dict[str, str]:
    """Read ``field=value`` words; every problem at once."""
    found: dict[str, str] = {}
    problems = []
    for word in words:
        name, _, value = word.partition("=")
        problem = _problem(word, name, value)
        if problem:
            problems.append(problem)
        found[name] = value
    if problems:
        raise UsageError("; ".join(problems))
    return found


def _problem(word: str, name: str, value: str) -> str:
    """Say what is wrong with a ``field=value`` word; nothing if it is right."""
    known = (*_EVENT_FIELDS, *_OTHER)
    if name not in known or not value:
        hint = near_names(name, known) or "write FIELD=VALUE"
        return f"{word!r} is no fact that can be stated; {hint}"
    vocabulary = FIELDS[name][0]
    if value not in vocabulary:
        hint = near_names(value, vocabulary) or f"one of: {', '.join(vocabulary)}"
        return f"{value!r} is not a word of {name}; {hint}"
    return ""


def _code(word: str) -> str:
    if len(word) == 3 and word.isalpha() and word.isupper():
        return word
    if word.startswith(("org:", "non_state:")):
        return word
    raise UsageError(f"{word!r} is not a state's three-letter code (write RUS, UKR, USA ...)")


def attack_facts(
    agreement: Agreement,
    attacker: str,
    victim: str,
    *,
    place: str,
    on: date,
    stated: Iterable[str],
    in_force: bool = False,
) -> Scenario:
    """Return the facts of one attack.

    Parameters
    ----------
    agreement : Agreement
        For the sentence's sake, and for what is assumed of it.
    attacker, victim : str
        Codes of states, or ``org:NAME`` / ``non_state:NAME``.
    place : str
        A place of the gazetteer; empty for the victim's own land.
    on : date
    stated : iterable of str
        ``field=value`` words that differ from the defaults.
    in_force : bool
        Whether the instrument is assumed to be in force.
    """
    facts = _stated(stated)
    by, against = _code(attacker), _code(victim)
    where = find_place(place or victim, on)
    values: dict[str, Any] = DEFAULTS | {k: v for k, v in facts.items() if k in _EVENT_FIELDS}
    for flag in ("intended", "resisted"):
        if flag in values:
            values[flag] = values[flag] == "true"
    values.setdefault("by_kind", "non_state" if by.startswith("non_state:") else "state")
    event = Event(id="e1", date=on, by=(by,), against=(against,), place=where.id, **values)
    made = _with_record(agreement, event, where, facts, in_force=in_force)
    told = [say_fact(name, value) for name, value in facts.items() if name != "kind"]
    return Scenario(
        facts=made,
        sentence=_opening(made, agreement, told, in_force=in_force),
        defaults=tuple(_defaults(facts, "" if place else where.id)),
    )


def _defaults(facts: dict[str, str], place: str) -> Iterator[str]:
    """Yield what was taken without being stated; ``place`` is empty if it was stated."""
    yield from (say_fact(name, value) for name, value in DEFAULTS.items() if name not in facts)
    if place:
        yield f"the place is {place_name(place)}"
    if "request" not in facts:
        yield "nothing was requested"


def _with_record(
    agreement: Agreement,
    event: Event,
    where: Place,
    facts: Mapping[str, Any],
    *,
    in_force: bool,
) -> Facts:
    victim, on, get = event.against[0], event.date, facts.get
    ceasefire = get("ceasefire", "none")
    return Facts(
        events=(event,),
        places=(where,),
        requests=(Request(date=on, by=victim, kind=facts["request"]),)
        if "request" in facts
        else (),
        ceasefire=Ceasefire(
            in_force=ceasefire == "in_force", since=on if ceasefire == "has_started" else None
        ),
        hostilities=Hostilities(ended=get("hostilities") == "ended"),
        cross_instruments=tuple(
            CrossInstrument(
                kind=facts["cross_instrument"], between=(party.id, victim), in_force=True
            )
            for party in agreement.parties
            if "cross_instrument" in facts and party.id not in {victim, "any_state"}
        ),
        instrument_state=_assumed(agreement, in_force=in_force),
    )


def _assumed(agreement: Agreement, *, in_force: bool) -> tuple[AssumedState, ...]:
    if not in_force:
        return ()
    return (
        AssumedState(
            instrument=agreement.id, party="all", state="in_force", from_=agreement.signed
        ),
    )


def _opening(facts: Facts, agreement: Agreement, told: list[str], *, in_force: bool) -> str:
    """Say what happened, and which further facts were stated."""
    happened = capital(say_events(facts) or "nothing is reported")
    assumed = f", {agreement.name} assumed to be in force" if in_force else ""
    stated = f" Stated: {'; '.join(told)}." if told else ""
    return f"{happened}{assumed}.{stated}"


def read_events(
    path: Path, agreement: Agreement, *, stated: Iterable[str] = (), in_force: bool = False
) -> Scenario:
    """Read a file of dated facts: the ``facts`` block of a case, alone or in a case file.

    Raises
    ------
    InvalidCase
        FD2xx, every finding at once.
    """
    located = read(path)
    if isinstance(located.value, dict) and "facts" in located.value:
        places = {k[1:]: v for k, v in located.places.items() if k[:1] == ("facts",)}
        located = dataclasses.replace(located, value=located.value["facts"], places=places)
    facts: Facts = validate(located, adapter_for(Facts), code="FD2", error=InvalidCase)
    if list(stated):
        raise UsageError("--fact goes with --attack; write the fact into the file of events")
    facts = dataclasses.replace(
        facts, instrument_state=(*facts.instrument_state, *_assumed(agreement, in_force=in_force))
    )
    opening = _opening(facts, agreement, [], in_force=in_force)
    return Scenario(facts=facts, sentence=opening, defaults=())
