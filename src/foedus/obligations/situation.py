"""A situation: one event seen from one debtor and one creditor, and whether a test holds in it.

This is the only place that knows what a field of a condition means. The evaluator, the trace
and the search for loopholes all ask here, so they cannot disagree.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from foedus.agreement.condition import All, AnyOf, Condition, Is, Not
from foedus.agreement.facts import Event, Facts, Place
from foedus.agreement.force import members
from foedus.agreement.model import Agreement
from foedus.agreement.vocabulary import ATTACKS


@dataclass(frozen=True, slots=True, kw_only=True)
class Situation:
    """Facts as of a day, one event among them, and the pair whose duty is asked about.

    ``agreement`` already carries what the facts assume of it. ``bound`` may carry the parties
    bound on the day, where many situations share them.
    """

    agreement: Agreement
    facts: Facts
    at: date
    event: Event
    debtor: str
    creditor: str
    bound: tuple[str, ...] | None = None

    @property
    def members(self) -> tuple[str, ...]:
        """The parties that are bound on the day."""
        return members(self.agreement, self.at) if self.bound is None else self.bound

    @property
    def place(self) -> Place | None:
        """The place of the event."""
        return self.facts.place(self.event.place)


def act_kinds(event: Event, place: Place | None) -> frozenset[str]:
    """Return what an act counts as: its kind, and ``armed_attack`` where the format says so.

    A declaration of war counts as an armed attack. An occupation does when it is resisted, or
    when it takes inhabited territory; else it is the seizure of a feature.
    """
    kinds = {event.kind}
    if event.kind == "declaration_of_war":
        kinds.add("armed_attack")
    if event.kind == "occupation":
        empty = place is not None and place.type in {"uninhabited_feature", "high_seas"}
        if event.resisted or (event.object == "territory" and not empty):
            kinds.add("armed_attack")
    return frozenset(kinds)


def is_attack(situation: Situation) -> bool:
    """Say whether the event is an armed attack of whatever scale."""
    return bool(act_kinds(situation.event, situation.place) & ATTACKS)


def victim_began(situation: Situation) -> str:
    """Return how far the creditor began it: ``no``, ``claimed`` or ``yes``."""
    event, creditor = situation.event, situation.creditor
    if creditor in event.by or creditor in situation.facts.prior.first_use_by:
        return "yes"
    return event.provoked


def means_actor(word: str, actor: str, situation: Situation) -> bool:
    """Say whether a word (code, role, class of actors) means an actor."""
    state = len(actor) == 3
    match word:
        case "any":
            return True
        case "creditor" | "debtor":
            return actor == (situation.creditor if word == "creditor" else situation.debtor)
        case "state":
            return state
        case "non_state":
            return actor.startswith("non_state:")
        case "party":
            return actor in situation.members
        case "third_state":
            return state and actor not in situation.members
        case _:
            party = situation.agreement.party(actor)
            return word == actor or (party is not None and party.role == word)


def _any_actor(values: tuple[str, ...], actors: tuple[str, ...], situation: Situation) -> bool:
    return any(means_actor(word, actor, situation) for word in values for actor in actors)


def attackers(event: Event) -> tuple[str, ...]:
    """Return those who attack; for a proxy, the states behind it as well."""
    behind = event.backed_by if event.by_kind in {"proxy", "mixed", "non_state"} else ()
    return tuple(dict.fromkeys((*event.by, *event.joined_by, *behind)))


def _at_war(situation: Situation) -> str:
    doers = set(attackers(situation.event))
    for pair in situation.facts.prior.at_war:
        if situation.creditor in pair and doers & set(pair) - {situation.creditor}:
            return "with_attacker"
    return "no"


def _ceasefire(situation: Situation) -> set[str]:
    ceasefire, on = situation.facts.ceasefire, situation.event.date
    begun = ceasefire.since is None or ceasefire.since <= on
    if ceasefire.in_force and begun:
        return {"in_force", "has_started"}
    if ceasefire.since is not None and begun:
        return {"has_started"}  # it began, and has broken down since
    return {"none"}


def _hostilities(situation: Situation) -> str:
    war = situation.facts.hostilities
    over = war.ended and (war.ended_on is None or war.ended_on <= situation.event.date)
    return "ended" if over else "running"


def _requests(situation: Situation, *, by_any_party: bool) -> set[str]:
    """Return the kinds of request on record that call on the debtor.

    A request of the creditor must be addressed to the debtor or to all; where any party may
    ask, the debtor's own request counts too.
    """
    found: set[str] = set()
    for request in situation.facts.requests:
        called = "all" in request.to or situation.debtor in request.to
        own = by_any_party and request.by == situation.debtor
        entitled = request.by == situation.creditor or (
            by_any_party and request.by in situation.members
        )
        if entitled and (called or own):
            found.add(request.kind)
    return found


def _articles(situation: Situation) -> set[str | None]:
    """Return the articles that requests to the debtor name; None for one that names none."""
    return {
        request.article
        for request in situation.facts.requests
        if "all" in request.to or situation.debtor in request.to
    }


def _agreed(situation: Situation) -> set[str]:
    pair = {situation.debtor, situation.creditor}
    return {a.subject for a in situation.facts.agreements if a.made and pair <= set(a.between)}


def _cross(situation: Situation) -> set[str]:
    """Return the other instruments in force: with the creditor, or (arbitration) the attacker."""
    kinds: set[str] = set()
    for cross in situation.facts.cross_instruments:
        others = set(cross.between) - {situation.debtor}
        if situation.debtor not in cross.between or not cross.in_force:
            continue
        partners = {situation.creditor}
        if cross.kind == "general_arbitration_treaty":
            partners = set(attackers(situation.event))
        if others & partners:
            kinds.add(cross.kind)
    return kinds


def _performed(situation: Situation) -> set[str]:
    """Return who has done its part for the creditor."""
    return {p.by for p in situation.facts.performance if p.done and p.for_ == situation.creditor}


def _exempt(situation: Situation) -> bool:
    doers = attackers(situation.event)
    return any(
        e.invoked and e.by == situation.debtor and (e.adversary in doers or e.adversary == "any")
        for e in situation.facts.exemptions
    )


def _flag(value: bool | None) -> set[str]:  # noqa: FBT001 - a fact is true, false or not given
    return set() if value is None else {"true" if value else "false"}


#: Field -> the values that a situation gives it.
_VALUES: dict[str, Callable[[Situation], set[str] | frozenset[str]]] = {
    "kind": lambda s: act_kinds(s.event, s.place),
    "origin": lambda s: {s.event.origin},
    "by_kind": lambda s: {s.event.by_kind},
    "object": lambda s: {s.event.object},
    "weapons": lambda s: {s.event.weapons},
    "attribution": lambda s: {s.event.attribution},
    "intended": lambda s: _flag(s.event.intended),
    "resisted": lambda s: _flag(s.event.resisted),
    "victim_says": lambda s: {s.event.victim_says or "silent"},
    "claimed_origin": lambda s: {s.event.claimed_origin or ""},
    "aim": lambda s: {s.event.aim or "unknown"},
    "ideology": lambda s: {s.event.ideology or ""},
    "provoked": lambda s: {victim_began(s)},
    "at_war": lambda s: {_at_war(s)},
    "attackers": lambda s: {"two_or_more" if len(attackers(s.event)) > 1 else "one"},
    "region": lambda s: {s.place.region} if s.place else set(),
    "place_type": lambda s: {s.place.type} if s.place else set(),
    "zone": lambda s: set(s.place.zones) if s.place else set(),
    "ceasefire": _ceasefire,
    "hostilities": lambda s: {_hostilities(s)},
    "unsc": lambda s: {s.facts.unsc.state},
    "cross_instrument": _cross,
    "performed_by": _performed,
    "exemption_invoked": lambda s: _flag(_exempt(s)),
    "request": lambda s: _requests(s, by_any_party=False),
    "party_request": lambda s: _requests(s, by_any_party=True),
    "request_article": lambda s: {article for article in _articles(s) if article is not None},
    "agreed": _agreed,
    "finding": lambda s: {f.decision for f in s.facts.findings},
    "organ": lambda s: {f.organ for f in s.facts.findings},
}

#: Fields whose values are actors -> the actors that a situation gives.
_ACTORS: dict[str, Callable[[Situation], tuple[str, ...]]] = {
    "by": lambda s: attackers(s.event),
    "joined_by": lambda s: s.event.joined_by,
    "against": lambda s: s.event.against,
    "involved": lambda s: (*s.event.by, *s.event.against),
    "interest_affected": lambda s: s.facts.interest_affected,
}


def values(field: str, situation: Situation) -> frozenset[str]:
    """Return the values that a situation gives a field; for actors, their names."""
    if field in _ACTORS:
        return frozenset(_ACTORS[field](situation))
    return frozenset(_VALUES[field](situation)) if field in _VALUES else frozenset()


def holds_test(test: Is, situation: Situation) -> bool:
    """Say whether one test holds."""
    if test.field in _ACTORS:
        return _any_actor(test.values, _ACTORS[test.field](situation), situation)
    if test.field == "request_article" and None in _articles(situation):
        return True  # a request that names no article may rest on any
    return bool(values(test.field, situation) & set(test.values))


def holds(condition: Condition, situation: Situation) -> bool:
    """Say whether a condition holds."""
    match condition:
        case Is():
            return holds_test(condition, situation)
        case All(parts):
            return all(holds(part, situation) for part in parts)
        case AnyOf(parts):
            return any(holds(part, situation) for part in parts)
        case Not(part):
            return not holds(part, situation)
