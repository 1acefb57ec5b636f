"""Who owes what to whom: every debtor of an instrument on given facts.

``due`` answers for all debtors at once and puts those together whose answers are alike, so that
thirty allies are one sentence.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from foedus.agreement.facts import Facts
from foedus.agreement.force import assume, entry_on
from foedus.agreement.model import Agreement
from foedus.agreement.vocabulary import rank
from foedus.agreement.wording import say_list
from foedus.obligations.assess import Answer, assess, beneficiaries
from foedus.obligations.trace import count_of, sentence

FEW = 6  # debtors that a sentence names one by one


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """Debtors whose answers are alike; ``answer`` is the first one's."""

    who: tuple[str, ...]
    answer: Answer

    def sentence(self) -> str:
        """Return the answer of the group as one sentence."""
        said = sentence(self.answer)
        if len(self.who) == 1:
            return said
        one = sentence_subject(self.answer)
        many = count_of(self.who)
        many = many[:1].upper() + many[1:]
        if said.startswith(f"{one} owes nothing under ") and len(self.who) > FEW:
            said = said.replace(
                f"{one} owes nothing", f"None of the {len(self.who)} other parties owes anything", 1
            )
        said = said.replace(one, many, 1)
        for single, plural in (
            (" owes ", " each owe "),
            (" has politically ", " have each politically "),
            (" is in breach ", " are each in breach "),
        ):
            said = said.replace(many + single, many + plural, 1)
        return said.replace("it chooses", "each chooses").replace(
            "it is not a party", "they are no parties"
        )


def sentence_subject(answer: Answer) -> str:
    """Return the words with which the sentence of an answer begins."""
    from foedus.agreement.wording import the_state

    name = the_state(answer.who)
    return name[:1].upper() + name[1:]


@dataclass(frozen=True, slots=True, kw_only=True)
class Due:
    """What everybody owes under one instrument on given facts."""

    agreement: Agreement
    facts: Facts
    at: date
    answers: tuple[Answer, ...]

    @property
    def groups(self) -> tuple[Group, ...]:
        """The answers, alike ones together, the most owed first."""
        found: dict[tuple[object, ...], list[Answer]] = {}
        for answer in self.answers:
            alike = (
                answer.status,
                answer.floor,
                answer.political_floor,
                answer.ceiling,
                answer.reasons,
                answer.cite,
                answer.breached,
            )
            found.setdefault(alike, []).append(answer)
        groups = [
            Group(who=tuple(a.who for a in alike), answer=alike[0]) for alike in found.values()
        ]
        return tuple(
            sorted(
                groups,
                key=lambda g: (
                    -rank(g.answer.floor),
                    -rank(g.answer.political_floor),
                    g.answer.status,
                    -len(g.who),
                ),
            )
        )

    def paragraph(self) -> str:
        """Return the whole answer as one readable paragraph."""
        owing = [g for g in self.groups if rank(g.answer.promised) > 0 or g.answer.breached]
        if owing or not self.answers:
            return " ".join(group.sentence() for group in self.groups)
        sentences = [group.sentence() for group in self.groups]
        if len(self.groups) > 1 or len(self.groups[0].who) <= FEW:
            sentences = [f"Nobody owes anything under {self.agreement.name}.", *sentences]
        return " ".join(sentences)


def debtors(agreement: Agreement, facts: Facts, at: date) -> tuple[str, ...]:
    """Return the parties that may owe something, those of a dated history that has begun."""
    known = facts.as_of(at)
    assumed = assume(agreement, known)
    creditors = set(beneficiaries(known))
    found = []
    for party in assumed.parties:
        if party.id == "any_state" or party.id in creditors:
            continue
        duty = any(
            assumed.means(party.id, o.debtor)
            for o in (*assumed.obligations, *assumed.negative_duties)
        )
        begun = not assumed.concluded or entry_on(party, at) is not None
        if duty and begun:
            found.append(party.id)
    doers = {doer for event in known.events for doer in event.doers}
    if any(party.id == "any_state" for party in assumed.parties):
        found += sorted(d for d in doers if len(d) == 3 and d not in found)
    return tuple(found)


def due(agreement: Agreement, facts: Facts, at: date, *, who: Iterable[str] = ()) -> Due:
    """Return what every debtor owes on a day, or the debtors named."""
    named = tuple(who) or debtors(agreement, facts, at)
    return Due(
        agreement=agreement,
        facts=facts,
        at=at,
        answers=tuple(assess(agreement, facts, one, at) for one in named),
    )


def say_events(facts: Facts) -> str:
    """Say in one sentence what the facts report."""
    from foedus.agreement.phrases import KINDS
    from foedus.agreement.wording import the_state

    said = []
    for event in facts.events:
        doers = say_list([the_state(doer) for doer in event.by]) or "somebody"
        victims = say_list([the_state(victim) for victim in event.against])
        place = (
            f" at {event.place.replace('_', ' ').replace('-', ' ').title()}" if event.place else ""
        )
        day = f"{event.date.day} {event.date:%B %Y}"
        towards = f" against {victims}" if victims else ""
        said.append(f"{KINDS[event.kind]} by {doers}{towards}{place} on {day}")
    return say_list(said)
