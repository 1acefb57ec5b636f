"""Random agreements, conditions and facts: valid, small, and with every block of the language."""

from __future__ import annotations

import dataclasses
from datetime import date
from typing import Any, get_args

from hypothesis import strategies as st

from foedus.agreement import facts as f
from foedus.agreement import model as m
from foedus.agreement import vocabulary as v
from foedus.agreement.condition import ACTORS, FIELDS, NAMES, All, AnyOf, Is, Not

STATES = ("AAA", "BBB", "CCC", "DDD", "EEE")
ACTORS_OF_FACTS = (*STATES, "org:League", "non_state:Band")
ROLES = ("guarantor", "protected")
ZONES = ("east_of_line", "crimea")
CLASSES = ("any", "state", "non_state", "party", "third_state", "creditor", "debtor")
FIRST, LAST = date(2020, 1, 1), date(2028, 12, 31)

days = st.dates(FIRST, LAST)
often = st.sampled_from((True, True, True, False))
texts = st.text(max_size=20)
durations = st.sampled_from(("PT24H", "P3D", "P2W", "P1Y", "immediate"))


def word(vocabulary: Any) -> st.SearchStrategy[Any]:
    """One word of a vocabulary."""
    return st.sampled_from(get_args(vocabulary))


def some(values: Any, least: int = 0, most: int = 3) -> st.SearchStrategy[Any]:
    """A few different values, as a tuple."""
    if not isinstance(values, st.SearchStrategy):
        values = st.sampled_from(values)
    return st.lists(values, min_size=least, max_size=most, unique=True).map(tuple)


def words(vocabulary: Any, least: int = 0, most: int = 3) -> st.SearchStrategy[Any]:
    """A few different words of a vocabulary."""
    return some(word(vocabulary), least, most)


def mostly(usual: Any, other: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    """The usual value, or, one time in three, another."""
    return st.one_of(st.just(usual), st.just(usual), other)


def build(kind: type, /, **fields: Any) -> st.SearchStrategy[Any]:
    """Values of a dataclass, field by field; a plain value stands for itself."""
    drawn = {k: s if isinstance(s, st.SearchStrategy) else st.just(s) for k, s in fields.items()}
    return st.builds(kind, **drawn)


@st.composite
def is_tests(draw: Any) -> Is:
    """One test of a condition."""
    field = draw(st.sampled_from(sorted(FIELDS)))
    vocabulary, _ = FIELDS[field]
    if vocabulary is ACTORS:
        known: Any = (*ACTORS_OF_FACTS, *ROLES, *CLASSES)
    elif vocabulary is NAMES:
        known = (*ZONES, "council", "5")
    else:
        known = vocabulary
    return Is(field, draw(some(known, 1)))


conditions = st.recursive(
    is_tests(),
    lambda inner: st.one_of(
        st.lists(inner, min_size=1, max_size=3).map(lambda parts: All(tuple(parts))),
        st.lists(inner, min_size=1, max_size=3).map(lambda parts: AnyOf(tuple(parts))),
        inner.map(Not),
    ),
    max_leaves=5,
)

# A trigger that can be met: a random condition seldom is.
plain_attacks = st.just(
    All((Is("kind", ("armed_attack", "limited_armed_attack")), Is("against", ("creditor",))))
)
triggers_when = st.one_of(plain_attacks, plain_attacks, conditions)


@st.composite
def histories(draw: Any) -> tuple[m.PartyState, ...]:
    """A party's dated history, oldest first; mostly one entry, in force from the first day."""
    if draw(often):
        return (m.PartyState(state="in_force", from_=FIRST, cite="9"),)
    when = sorted(draw(st.lists(days, min_size=1, max_size=2, unique=True)))
    state = word(v.PartyStateName)
    return tuple(m.PartyState(state=draw(state), from_=day, cite="9") for day in when)


@st.composite
def parties(draw: Any) -> tuple[m.Party, ...]:
    """Parties of both roles."""
    others = draw(some(("CCC", "DDD", "EEE"), most=2))
    roles = {"AAA": "guarantor", "BBB": "protected"} | {
        o: draw(st.sampled_from(ROLES)) for o in others
    }
    return tuple(
        m.Party(id=code, role=role, history=draw(histories()), note=draw(texts))
        for code, role in roles.items()
    )


@st.composite
def with_reservations(draw: Any, party: m.Party, clauses: tuple[str, ...]) -> m.Party:
    """A party that may have limited what it promised."""
    reservation = build(
        m.Reservation,
        kind=st.sampled_from(("reservation", "understanding")),
        obligations=some(clauses, 1),
        effect=st.sampled_from(("excluded", "no_ceiling")),
        when=conditions,
        text=texts,
    )
    return dataclasses.replace(party, reservations=draw(some(reservation, most=1)))


scopes = build(
    m.Scope,
    territory=build(
        m.TerritoryLists,
        include=some(
            build(
                m.Territory,
                id=st.sampled_from((*STATES, "party", "creditor", *ROLES, *ZONES)),
                test=st.one_of(st.none(), word(v.TerritoryTest)),
                regions=words(v.Region),
                types=words(v.PlaceType),
                until=st.one_of(st.none(), days),
            ),
            most=2,
        ),
        exclude=some(build(m.Territory, id=st.sampled_from(ZONES), cite="6"), most=2),
    ),
    objects=some(build(m.CoveredObject, kind=words(v.Object, 1), within=words(v.Region)), most=1),
)


def determinations(trigger: str, who: tuple[str, ...]) -> st.SearchStrategy[m.Determination]:
    """Who decides on a trigger, and how."""
    return build(
        m.Determination,
        trigger=trigger,
        by=word(v.DecidedBy),
        organ=st.sampled_from(("", "council")),
        rule=word(v.VoteRule),
        n=st.integers(0, 3),
        voters=some(who, 1, 2),
        attacker_excluded=st.booleans(),
        deadline=st.one_of(st.none(), durations),
        default_if_no_decision=word(v.NoDecision),
    )


def obligations(
    name: str, decided: tuple[str, ...], who: tuple[str, ...]
) -> st.SearchStrategy[m.Obligation]:
    """A clause that promises something."""
    return build(
        m.Obligation,
        id=name,
        cite=st.sampled_from(("5", "2(3)", "final part")),
        debtor=mostly(("guarantor",), some(who, 1, 2)),
        creditor=mostly(("protected",), some(who, 1, 2)),
        trigger=st.sampled_from(("t0", "t1")),
        deontic=mostly("shall", word(v.Deontic)),
        content=words(v.Content, 1),
        summary=texts,
        requires_determination=False,
        within=st.sampled_from(("scope", "anywhere")),
        means=build(
            m.Means, discretion=word(v.Discretion), includes=words(v.Content),
            excludes=words(v.Content),
        ),
        deadline=st.one_of(st.none(), durations),
        unless=st.one_of(st.none(), st.none(), st.none(), conditions),
        qualifiers=words(v.Qualifier),
        override=st.one_of(
            st.none(),
            build(
                m.Override,
                reading="suite",
                reason=texts,
                level=st.one_of(st.none(), word(v.Rung)),
            ),
        ),
    ).flatmap(
        lambda one: st.booleans().map(
            lambda needed: dataclasses.replace(
                one, requires_determination=needed and one.trigger in decided
            )
        )
    )  # fmt: skip


def duties(who: tuple[str, ...]) -> st.SearchStrategy[m.NegativeDuty]:
    """A duty to refrain."""
    return build(
        m.NegativeDuty,
        id="refrain",
        cite="1",
        debtor=some(who, 1, 2),
        creditor=some(who, 1, 2),
        content=words(v.NegativeContent, 1),
        breached_when=triggers_when,
        unless=st.one_of(st.none(), conditions),
    )


def clauses() -> st.SearchStrategy[m.Clause]:
    """A condition on the whole instrument."""
    return build(m.Clause, when=conditions, cite="8", summary=texts)


maybe = st.integers(0, 9).flatmap(lambda n: clauses() if n == 9 else st.none())


@st.composite
def agreements(draw: Any) -> m.Agreement:
    """A valid agreement: what one part names, another has."""
    found = draw(parties())
    roles = {
        party.role: m.Role(
            kind=draw(word(v.RoleKind)),
            collective_or_several=draw(
                st.sampled_from(("several", "several", "several", "collective", "disputed"))
            ),
        )
        for party in found
    }
    who = (*(party.id for party in found), *roles, "party")
    decided = draw(some(("t0", "t1")))
    promised = tuple(
        draw(obligations(f"o{number}", decided, who)) for number in range(draw(st.integers(1, 3)))
    )
    if promised:
        names = tuple(one.id for one in promised)
        found = tuple(draw(with_reservations(party, names)) for party in found)
    return m.Agreement(
        schema="foedus/agreement@1",
        id="drawn",
        title=draw(texts),
        instrument_type=draw(word(v.InstrumentType)),
        legal_force=draw(mostly("binding", word(v.LegalForce))),
        signed=draw(mostly(FIRST, st.dates(FIRST, date(2021, 1, 1)))),
        parties=found,
        roles=roles,
        names=draw(some(texts)),
        concluded=draw(mostly(True, st.booleans())),
        summary=draw(texts),
        scope=draw(mostly(m.Scope(), scopes)),
        triggers=(
            m.Trigger(id="t0", cite="2", when=draw(triggers_when)),
            m.Trigger(id="t1", cite="3", when=draw(triggers_when), burden=draw(texts)),
        ),
        determination=tuple(draw(determinations(name, who)) for name in decided),
        obligations=promised,
        negative_duties=draw(mostly((), some(duties(who), most=1))),
        conditions=m.Conditions(
            activation=draw(maybe),
            binding=draw(maybe),
            exemption=draw(maybe),
            third_party_performance=draw(maybe),
            cross_instrument=draw(maybe),
        ),
        term=draw(
            build(
                m.Term,
                length=mostly(None, st.sampled_from(("P5Y", "P10Y"))),
                notice=mostly(None, durations),
                renewal=texts,
                ended=mostly(None, days),
            )
        ),
        readings=draw(
            some(build(m.Reading, id="r", of="instrument", by=texts, kind=word(v.ReadingKind),
                       says=texts, override=some(st.tuples(texts, texts))), most=1)
        ),
    )  # fmt: skip


actors = st.sampled_from(ACTORS_OF_FACTS)
places = build(
    f.Place,
    id="place",
    sovereign=st.sampled_from((*STATES, "none")),
    administered_by=st.sampled_from((*STATES, "none")),
    recognised_as=st.sampled_from((*STATES, "none")),
    region=word(v.Region),
    type=word(v.PlaceType),
    zones=some(ZONES),
)
events = build(
    f.Event,
    id="event",
    date=mostly(FIRST, days),
    kind=mostly("armed_attack", word(v.EventKind)),
    origin=mostly("external", word(v.Origin)),
    by=mostly(("EEE",), some(actors, 1, 2)),
    by_kind=word(v.ByKind),
    backed_by=some(actors, most=1),
    joined_by=some(actors, most=1),
    against=mostly(("BBB",), some(STATES, 1, 2)),
    place=st.sampled_from((None, "place", "nowhere")),
    object=word(v.Object),
    weapons=word(v.Weapons),
    provoked=word(v.Provoked),
    attribution=word(v.Attribution),
    intended=st.booleans(),
    resisted=st.one_of(st.none(), st.booleans()),
    victim_says=st.one_of(st.none(), word(v.VictimSays)),
)
pairs = st.permutations(STATES).map(lambda order: tuple(order[:2]))
requests = build(
    f.Request,
    date=days,
    by=actors,
    to=st.one_of(st.just(("all",)), some(STATES, 1)),
    kind=word(v.RequestKind),
    article=st.sampled_from((None, "5")),
)
findings = build(
    f.DecisionOnRecord,
    organ=st.sampled_from(("council", "Security Council")),
    date=days,
    decision=word(v.Decision),
    vetoed_by=some(STATES, most=1),
)
agreed = build(
    f.AgreementOnRecord, between=pairs, date=days, subject=word(v.AgreedSubject), made=st.booleans()
)
waivers = build(f.Waiver, by=actors, to=actors, date=days)
assumed = build(
    f.AssumedState,
    instrument="drawn",
    party=st.sampled_from((*STATES, "all")),
    state=word(v.PartyStateName),
    from_=days,
)

facts = build(
    f.Facts,
    events=some(events, 1),
    places=some(places, most=1),
    prior=build(f.Prior, first_use_by=mostly((), some(actors, most=1)), at_war=some(pairs, most=1)),
    requests=some(requests),
    findings=some(findings),
    unsc=build(f.SecurityCouncil, state=word(v.CouncilState)),
    ceasefire=build(f.Ceasefire, in_force=st.booleans(), since=st.one_of(st.none(), days)),
    hostilities=build(f.Hostilities, ended=st.booleans(), ended_on=st.one_of(st.none(), days)),
    performance=some(build(f.Performance, by=actors, for_=actors, done=st.booleans()), most=1),
    agreements=some(agreed, most=2),
    cross_instruments=some(
        build(f.CrossInstrument, kind=word(v.CrossKind), between=pairs, in_force=st.booleans()),
        most=1,
    ),
    exemptions=some(
        build(f.Exemption, by=actors, article="2", adversary=actors, invoked=st.booleans()), most=1
    ),
    waivers=mostly((), some(waivers, most=1)),
    votes=some(build(f.Vote, voter=st.sampled_from(STATES), vote=word(v.VoteCast))),
    beneficiary=mostly((), some(STATES, most=1)),
    interest_affected=some(STATES, most=1),
    instrument_state=mostly((), some(assumed, most=1)),
    instrument_terms=some(
        build(f.AssumedTerms, instrument="drawn", exclude_zones=some(ZONES, 1)), most=1
    ),
)


def renamed(value: Any, names: dict[str, str]) -> Any:
    """Return a value in which every word that is a key of ``names`` is replaced."""
    if isinstance(value, str):
        return names.get(value, value)
    if isinstance(value, tuple):
        return tuple(renamed(item, names) for item in value)
    if isinstance(value, dict):
        return {renamed(key, names): renamed(item, names) for key, item in value.items()}
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        fields = {x.name: renamed(getattr(value, x.name), names) for x in dataclasses.fields(value)}
        return type(value)(**fields)
    return value
