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
from foedus.obligations.dimension import BAND, NOBODY, PLACES, Space

Assignment = Mapping[str, str]


def facts_of(space: Space, chosen: Assignment) -> Facts:
    """Return the facts that an assignment stands for; ``chosen`` maps dimension key to value."""
    get = chosen.get
    day = space.at
    attacker = {"proxy": BAND, "non_state": BAND}.get(
        get("attacker", space.challenger), get("attacker", space.challenger)
    )
    joined = ("XXA",) if get("joined_by") == "two" else ()
    event = Event(
        id="e1",
        date=day,
        kind=get("kind", "armed_attack"),  # type: ignore[arg-type]
        origin=get("origin", "external"),  # type: ignore[arg-type]
        by=(attacker,),
        by_kind="proxy"
        if get("attacker") == "proxy"
        else "non_state"
        if get("attacker") == "non_state"
        else "state",
        backed_by=(space.challenger,) if get("attacker") == "proxy" else (),
        joined_by=joined,
        against=(space.beneficiary,),
        place="there",
        object=get("object", "territory"),  # type: ignore[arg-type]
        weapons=get("weapons", "conventional"),  # type: ignore[arg-type]
        provoked=get("provoked", "no"),  # type: ignore[arg-type]
        attribution=get("attribution", "certain"),  # type: ignore[arg-type]
        intended=get("intended", "true") == "true",
        resisted=get("resisted", "true") == "true" if get("kind") == "occupation" else None,
        victim_says=get("victim_says"),  # type: ignore[arg-type]
        claimed_origin=get("claimed_origin"),  # type: ignore[arg-type]
        ideology=get("ideology"),  # type: ignore[arg-type]
        aim=get("aim"),  # type: ignore[arg-type]
    )
    return Facts(
        events=(event,),
        places=(_place_of(space, chosen, attacker),),
        prior=Prior(
            at_war=((space.beneficiary, attacker),) if get("at_war") == "with_attacker" else ()
        ),
        requests=_requests_of(space, get("request", "none"), get("request_article", "none")),
        findings=_findings_of(space, get("finding", "none")),
        unsc=SecurityCouncil(state=get("unsc", "inactive")),  # type: ignore[arg-type]
        ceasefire=_ceasefire_of(get("ceasefire", "none"), day),
        hostilities=Hostilities(
            ended=get("hostilities") == "ended",
            ended_on=day - timedelta(days=30) if get("hostilities") == "ended" else None,
        ),
        performance=_performance_of(space, get("performed")),
        interest_affected=(space.beneficiary, *space.guarantors)
        if get("interest_affected") == "true"
        else (),
        **_own_facts(space, chosen),
    )


def _place_of(space: Space, chosen: Assignment, attacker: str) -> Place:
    kind, owners = PLACES[chosen.get("place", "home_land")]
    party = next((g for g in space.guarantors if g != attacker and len(g) == 3), NOBODY)
    occupier = attacker if len(attacker) == 3 else space.challenger
    who = {
        "own": space.beneficiary,
        "attacker": occupier,
        "party": party,
        "other": "XXB",
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
        region=chosen.get("region", space.home),  # type: ignore[arg-type]
        type=kind,  # type: ignore[arg-type]
        disputed=occupied,
        occupied_by=occupier if occupied else None,
        zones=() if zone == "none" else (zone,),
    )


def _requests_of(space: Space, made: str, article: str) -> tuple[Request, ...]:
    kinds = {"both": ("consultation", "assistance"), "none": ()}.get(made, (made,))
    named = {
        "none": None,
        "another": "another",
        "as_needed": next(iter(sorted(space.said.get("request_article", ()))), None),
    }
    return tuple(
        Request(
            date=space.at, by=space.beneficiary, to=("all",), kind=kind, article=named.get(article)
        )  # type: ignore[arg-type]
        for kind in kinds
    )


def _findings_of(space: Space, decision: str) -> tuple[DecisionOnRecord, ...]:
    if decision == "none":
        return ()
    organ = next((d.organ for d in space.agreement.determination if d.organ), "organ")
    return (DecisionOnRecord(organ=organ, date=space.at, decision=decision),)  # type: ignore[arg-type]


def _ceasefire_of(state: str, day: date) -> Ceasefire:
    if state == "none":
        return Ceasefire(in_force=False)
    return Ceasefire(in_force=state == "in_force", since=day - timedelta(days=30))


def _performance_of(space: Space, done: str | None) -> tuple[Performance, ...]:
    third = sorted(space.said.get("performed_by", ()))
    return tuple(Performance(by=by, for_=space.beneficiary, done=done == "true") for by in third)


def _own_facts(space: Space, chosen: Assignment) -> dict[str, Any]:
    """Return the facts that belong to single guarantors."""

    def value(guarantor: str, name: str) -> str:
        return chosen.get(name if space.collective else f"{name}:{guarantor}", "")

    everyone = space.guarantors
    return {
        "instrument_state": (*_in_force(space), *_states_of(space, value)),
        "waivers": tuple(
            Waiver(by=space.beneficiary, to=one, date=space.at)
            for one in everyone
            if value(one, "state") == "released"
        ),
        "votes": tuple(
            Vote(voter=one, vote=value(one, "vote"))  # type: ignore[arg-type]
            for one in everyone
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


Value = Callable[[str, str], str]


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
                state=state,  # type: ignore[arg-type]
                from_=space.at,
            )


def _cross_of(space: Space, value: Value) -> Iterator[CrossInstrument]:
    """Yield each guarantor's other instrument with the beneficiary, in force or not."""
    for one in space.guarantors:
        for kind in sorted(space.said.get("cross_instrument", ())):
            if value(one, "cross"):
                yield CrossInstrument(
                    kind=kind,  # type: ignore[arg-type]
                    between=(one, space.beneficiary),
                    in_force=value(one, "cross") == "true",
                )


def _agreed_of(space: Space, value: Value) -> Iterator[AgreementOnRecord]:
    """Yield what each guarantor and the beneficiary have found together."""
    joint = {d.subject for d in space.agreement.determination if d.by == "jointly"}
    for one in space.guarantors:
        for subject in sorted(space.said.get("agreed", frozenset()) | joint):
            if value(one, "agreed") == "true":
                yield AgreementOnRecord(
                    between=(one, space.beneficiary),
                    date=space.at,
                    subject=subject,  # type: ignore[arg-type]
                    made=True,
                )


def plain(space: Space) -> dict[str, str]:
    """Return the assignment of plain values."""
    return {dimension.key: dimension.values[0] for dimension in space.dimensions}
