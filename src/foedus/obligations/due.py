"""Who owes what to whom: every debtor of an instrument on given facts.

``due`` answers for all debtors at once and puts those together whose answers are alike, so that
thirty allies are one sentence.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from foedus.agreement.facts import Facts
from foedus.agreement.force import assume, entry_on, members
from foedus.agreement.model import Agreement, NegativeDuty, Obligation, Party
from foedus.agreement.vocabulary import rank
from foedus.obligations.assess import Answer, assess, beneficiaries
from foedus.obligations.event_words import say_day
from foedus.obligations.sentence import FEW, sentence


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """Debtors whose answers are alike; ``answer`` is the first one's."""

    who: tuple[str, ...]
    answer: Answer

    def sentence(self, *, none_of: str = "") -> str:
        """Return the answer of the group as one sentence.

        ``none_of`` is how to call a group that owes nothing and is everybody.
        """
        return sentence(self.answer, self.who, none_of=none_of)


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
            found.setdefault(_essence(answer), []).append(answer)
        groups = [
            Group(who=tuple(a.who for a in alike), answer=alike[0]) for alike in found.values()
        ]
        return tuple(sorted(groups, key=_place))

    def paragraph(self) -> str:
        """Return the whole answer as one readable paragraph."""
        nobody = f"Nobody owes anything under {self.agreement.name}"
        if not self.answers:
            return f"{nobody}: it has no party that could on {say_day(self.at)}."
        groups = self.groups
        if len(groups) == 1:
            many = len(groups[0].who) > FEW
            return groups[0].sentence(none_of=self._everyone() if many else "")
        sentences = [group.sentence() for group in groups]
        if not any(rank(g.answer.promised) > 0 or g.answer.breached for g in groups):
            if any("refrain_duty_running" in g.answer.reasons for g in groups):
                nobody = nobody.replace("anything", "help", 1)
            sentences.insert(0, f"{nobody}.")
        return " ".join(sentences)

    def _everyone(self) -> str:
        """Return how to call the debtors together: the other parties, if that is who they are."""
        known = self.facts.as_of(self.at)
        assumed = assume(self.agreement, known)
        victims = set(beneficiaries(known))
        parties = {party.id for party in assumed.parties if _begun(assumed, party, self.at)}
        who = {answer.who for answer in self.answers}
        if who != parties - victims:
            return f"the {len(who)} states asked about"
        bound = members(assumed, self.at) if assumed.concluded else parties
        return f"the {len(who)} {'other ' if victims & set(bound) else ''}parties"


def _essence(answer: Answer) -> tuple[object, ...]:
    """Return what two answers must share to be told as one."""
    return (
        answer.status,
        answer.floor,
        answer.political_floor,
        answer.ceiling,
        answer.reasons,
        answer.cite,
        answer.breached,
    )


def _place(group: Group) -> tuple[object, ...]:
    answer = group.answer
    return (-rank(answer.floor), -rank(answer.political_floor), answer.status, -len(group.who))


def _begun(agreement: Agreement, party: Party, at: date) -> bool:
    """Say whether a party's dated history has begun on a day; a draft's has."""
    if party.id == "any_state":
        return False
    return not agreement.concluded or entry_on(party, at) is not None


def debtors(agreement: Agreement, facts: Facts, at: date) -> tuple[str, ...]:
    """Return the parties that may owe something, those of a dated history that has begun.

    Where an instrument binds any state, those who act in the events are debtors of it.
    """
    known = facts.as_of(at)
    assumed = assume(agreement, known)
    creditors = set(beneficiaries(known))
    duties: tuple[Obligation | NegativeDuty, ...]
    duties = (*assumed.obligations, *assumed.negative_duties)
    found = [
        party.id
        for party in assumed.parties
        if party.id not in creditors
        and _begun(assumed, party, at)
        and any(assumed.means(party.id, duty.debtor) for duty in duties)
    ]
    doers = {doer for event in known.events for doer in event.doers}
    if any(party.id == "any_state" for party in assumed.parties):
        found += sorted(d for d in doers if len(d) == 3 and d not in found)
    return tuple(found)


def due(agreement: Agreement, facts: Facts, at: date, *, who: Iterable[str] = ()) -> Due:
    """Return what every debtor owes on a day, or the debtors named.

    Parameters
    ----------
    agreement : Agreement
    facts : Facts
        Facts dated after ``at`` are ignored.
    at : date
        The day asked about.
    who : iterable of str
        Codes of the debtors; default every party that may owe something.
    """
    named = tuple(who) or debtors(agreement, facts, at)
    return Due(
        agreement=agreement,
        facts=facts,
        at=at,
        answers=tuple(assess(agreement, facts, one, at) for one in named),
    )
