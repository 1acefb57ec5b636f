"""The facts that an assignment of dimensions stands for.

The solver speaks of values of dimensions, the evaluator of facts; this is the only way from the
one to the other, and what a loophole's case file is written from.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from datetime import date, timedelta
from typing import Any

from foedus.agreement.facts import (
    AgreementOnRecord,
    AssumedState,
    Ceasefire,
    CrossInstrument,
    DecisionOnRecord,
    Event,
    Exemption,
    Facts,
    Hostilities,
    Performance,
    Place,
    Prior,
    Request,
    SecurityCouncil,
    Vote,
    Waiver,
)
from foedus.obligations.dimension import BAND, GROUPS, NOBODY, PLACES, Space

Assignment = Mapping[str, str]
JOINS = "XXA"  # a second attacker, a party to nothing; a user-assigned code of ISO 3166-1
ELSEWHERE = "XXB"  # a state on whose land an attack is looked at, a party to nothing
EARLIER = timedelta(days=30)  # what has to have begun before the attack began so long before


def facts_of(space: Space, chosen: Assignment) -> Facts:
    """Return the facts that an assignment stands for; ``chosen`` maps dimension key to value.

    A dimension that is not chosen takes its plain value.
    """
    words: Mapping[str, Any] = chosen  # each value is a word of its own vocabulary
    day, get = space.on, words.get
    attacker = _attacker_of(space, chosen)
    at_war = get("at_war") == "with_attacker"
    return Facts(
        events=(_event_of(space, words, attacker),),
        places=(_place_of(space, words, attacker),),
        prior=Prior(at_war=((space.beneficiary, attacker),) if at_war else ()),
        requests=_requests_of(space, get("request", "none"), get("request_article", "none")),
        findings=_findings_of(space, get("finding", "none")),
        unsc=SecurityCouncil(state=get("unsc", "inactive")),
        ceasefire=_ceasefire_of(get("ceasefire", "none"), day),
        hostilities=Hostilities(
            ended=get("hostilities") == "ended",
            ended_on=day - EARLIER if get("hostilities") == "ended" else None,
        ),
        performance=_performance_of(space, get("performed")),
        interest_affected=(space.beneficiary, *space.guarantors)
        if get("interest_affected") == "true"
        else (),
        **_own_facts(space, chosen),
    )


def _attacker_of(space: Space, chosen: Assignment) -> str:
    """Return who attacks: a state, or the band that a proxy or a non-state group is."""
    attacker = chosen.get("attacker", space.challenger)
    return BAND if attacker in GROUPS else attacker


def _event_of(space: Space, words: Mapping[str, Any], attacker: str) -> Event:
    get = words.get
    group = words.get("attacker")
    kind = get("kind", "armed_attack")
    return Event(
        id="e1",
        date=space.on,
        kind=kind,
        origin=get("origin", "external"),
        by=(attacker,),
        by_kind=group if group in GROUPS else "state",
        backed_by=(space.challenger,) if group == "proxy" else (),
        joined_by=(JOINS,) if get("joined_by") == "two" else (),
        against=(space.beneficiary,),
        place="there",
        object=get("object", "territory"),
        weapons=get("weapons", "conventional"),
        provoked=get("provoked", "no"),
        attribution=get("attribution", "certain"),
        intended=get("intended", "true") == "true",
        resisted=get("resisted", "true") == "true" if kind == "occupation" else None,
        victim_says=get("victim_says"),
        claimed_origin=get("claimed_origin"),
        ideology=get("ideology"),
        aim=get("aim"),
    )


def _said(space: Space, field: str) -> list[Any]:
    """Return the words that the instrument mentions for a field, sorted."""
    return sorted(space.said.get(field, ()))


def _place_of(space: Space, chosen: Mapping[str, Any], attacker: str) -> Place:
    kind, owners = PLACES[chosen.get("place", "home_land")]
    party = next((g for g in space.guarantors if g != attacker and len(g) == 3), NOBODY)
    occupier = attacker if len(attacker) == 3 else space.challenger
    who = {
        "own": space.beneficiary,
        "attacker": occupier,
        "party": party,
        "other": ELSEWHERE,
        "none": "none",
    }
    sovereign, administered, recognised = (who[owner] for owner in owners)
    zone = chosen.get("zone", "none")
    occupied = chosen.get("place") == "occupied_land"
    return Place(
        id="there",
        sovereign=sovereign,
        administered_by=administered,
        recognised_as=recognised,
        region=chosen.get("region", space.home),
        type=kind,
        disputed=occupied,
        occupied_by=occupier if occupied else None,
        zones=() if zone == "none" else (zone,),
    )


def _requests_of(space: Space, made: Any, article: str) -> tuple[Request, ...]:
    kinds = {"both": ("consultation", "assistance"), "none": ()}.get(made, (made,))
    needed = next(iter(_said(space, "request_article")), None)
    named = {"another": "another", "as_needed": needed}.get(article)
    return tuple(
        Request(date=space.on, by=space.beneficiary, to=("all",), kind=kind, article=named)
        for kind in kinds
    )


def _findings_of(space: Space, decision: Any) -> tuple[DecisionOnRecord, ...]:
    if decision == "none":
        return ()
    organ = next((d.organ for d in space.agreement.determination if d.organ), "organ")
    return (DecisionOnRecord(organ=organ, date=space.on, decision=decision),)


def _ceasefire_of(state: str, day: date) -> Ceasefire:
    if state == "none":
        return Ceasefire(in_force=False)
    return Ceasefire(in_force=state == "in_force", since=day - EARLIER)


def _performance_of(space: Space, done: str | None) -> tuple[Performance, ...]:
    return tuple(
        Performance(by=by, for_=space.beneficiary, done=done == "true")
        for by in _said(space, "performed_by")
    )


def _own_facts(space: Space, chosen: Assignment) -> dict[str, Any]:
    """Return the facts that belong to single guarantors."""

    def value(guarantor: str, name: str) -> Any:
        return chosen.get(name if space.collective else f"{name}:{guarantor}", "")

    everyone = space.guarantors
    return {
        "instrument_state": (*_in_force(space), *_states_of(space, value)),
        "waivers": tuple(
            Waiver(by=space.beneficiary, to=one, date=space.on)
            for one in everyone
            if value(one, "state") == "released"
        ),
        "votes": tuple(
            Vote(voter=one, vote=value(one, "vote"))
            for one in space.voters
            if value(one, "vote") in {"yes", "no"}
        ),
        "exemptions": tuple(
            Exemption(by=one, article="-", adversary=space.challenger, invoked=True)
            for one in everyone
            if value(one, "exemption") == "true"
        ),
        "cross_instruments": tuple(_cross_of(space, value)),
        "agreements": tuple(_agreed_of(space, value)),
    }


#: Guarantor and name of a dimension -> the value chosen for it, or the empty string.
Value = Callable[[str, str], Any]


def _in_force(space: Space) -> Iterator[AssumedState]:
    """Yield the assumption that the instrument is in force, where it is made."""
    if space.assume == "in_force":
        agreement = space.agreement
        yield AssumedState(
            instrument=agreement.id, party="all", state="in_force", from_=agreement.signed
        )


def _states_of(space: Space, value: Value) -> Iterator[AssumedState]:
    """Yield the state of each guarantor that is not bound."""
    for one in space.guarantors:
        state = value(one, "state")
        if state not in {"", "in_force", "released"}:
            yield AssumedState(
                instrument=space.agreement.id,
                party=one,
                state=state,
                from_=space.at,
            )


def _cross_of(space: Space, value: Value) -> Iterator[CrossInstrument]:
    """Yield each guarantor's other instrument with the beneficiary, in force or not."""
    for one in space.guarantors:
        for kind in _said(space, "cross_instrument"):
            if value(one, "cross"):
                yield CrossInstrument(
                    kind=kind,
                    between=(one, space.beneficiary),
                    in_force=value(one, "cross") == "true",
                )


def _agreed_of(space: Space, value: Value) -> Iterator[AgreementOnRecord]:
    """Yield what each guarantor and the beneficiary have found together."""
    joint = {d.subject for d in space.agreement.determination if d.by == "jointly"}
    for one in space.guarantors:
        for subject in sorted({*_said(space, "agreed"), *joint}):
            if value(one, "agreed") == "true":
                yield AgreementOnRecord(
                    between=(one, space.beneficiary),
                    date=space.on,
                    subject=subject,
                    made=True,
                )


def plain(space: Space) -> dict[str, str]:
    """Return the assignment of plain values."""
    return {dimension.key: dimension.values[0] for dimension in space.dimensions}
