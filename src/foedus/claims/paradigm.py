"""What an instrument owes on the plainest attack, every condition met; and as it stands.

The paradigm is the plainest armed attack by the challenger on the beneficiary, at home, with a
ceasefire begun, the war over, help asked for, and every finding made. For an instrument whose
parties protect each other two of them stand in as debtor and victim.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from foedus.agreement.facts import (
    AgreementOnRecord,
    AssumedState,
    Ceasefire,
    CrossInstrument,
    DecisionOnRecord,
    Event,
    Facts,
    Hostilities,
    Place,
    Request,
    Vote,
)
from foedus.agreement.force import members, standing
from foedus.agreement.vocabulary import AgreedSubject, EventKind, Region, Rung, Status, rank
from foedus.obligations.assess import assess

if TYPE_CHECKING:
    from datetime import date

    from foedus.agreement.model import Agreement
    from foedus.claims.covered import Covered
    from foedus.claims.setting import Setting
    from foedus.obligations.assess import Answer

STAND_IN = "ZZZ"  # of the codes that ISO 3166 leaves to users: a state that is no party
ATTACK = "attack"


@dataclass(frozen=True, slots=True, kw_only=True)
class Computed:
    """One debtor's answer: what is promised and owed on the paradigm; the status as it stands."""

    who: str
    promised: Rung
    legal: Rung
    ceiling: Rung
    status: Status
    now: Status
    cite: str


def victim_of(agreement: Agreement, debtor: str, setting: Setting, at: date) -> str:
    """Return whose security the debtor promises: the beneficiary, or another party."""
    protected = agreement.beneficiary or setting.beneficiary
    if (
        protected
        and protected != debtor
        and agreement.party(protected)
        and standing(agreement, protected, at).bound
    ):
        return protected
    if agreement.beneficiary:
        return agreement.beneficiary
    bound = [one for one in members(agreement, at) if one != debtor and len(one) == 3]
    return (bound or [protected or STAND_IN])[0]


def attacker_of(agreement: Agreement, setting: Setting) -> str:
    """Return the challenger; a state that is no party stands in where none is named."""
    return agreement.challenger or setting.challenger or STAND_IN


def home_region(agreement: Agreement) -> Region:
    """Return the region of the attack: the first that the scope names, else Europe."""
    regions = [r for entry in agreement.scope.territory.include for r in entry.regions]
    return regions[0] if regions else "europe"


def paradigm(
    agreement: Agreement,
    debtor: str,
    setting: Setting,
    at: date,
    *,
    nuclear: bool = False,
    met: bool = True,
    where: Covered | None = None,
    kind: EventKind = "armed_attack",
) -> Facts:
    """Return the facts of the plainest attack.

    Parameters
    ----------
    met
        Whether every condition is met; if not, the facts hold the attack alone.
    where
        Another place than home.
    kind
        Another act than an armed attack.
    """
    victim = victim_of(agreement, debtor, setting, at)
    owner = victim
    place = Place(
        id="home",
        sovereign=owner,
        administered_by=owner,
        recognised_as=owner,
        region=home_region(agreement),
        type="metropolitan",
    )
    if where is not None and where.kind is None:
        owner = where.owner if len(where.owner) == 3 else victim
        victim = owner if agreement.party(owner) and owner != debtor else victim
        region = home_region(agreement) if where.whole else where.region
        place = Place(
            id=where.place or "there",
            sovereign=owner,
            administered_by=owner,
            recognised_as=owner,
            region=region,
            type=where.type,
            zones=where.zones,
        )
    event = Event(
        id="attack",
        date=at,
        kind=kind,
        by=(attacker_of(agreement, setting),),
        against=(victim,),
        place=place.id,
        weapons="nuclear" if nuclear else "conventional",
    )
    facts = Facts(events=(event,), places=(place,), beneficiary=(victim,))
    if not agreement.concluded:
        whole = AssumedState(
            instrument=agreement.id, party="all", state="in_force", from_=agreement.signed
        )
        facts = replace(facts, instrument_state=(whole,))
    return _with_conditions(facts, agreement, debtor, victim, at) if met else facts


def _with_conditions(
    facts: Facts, agreement: Agreement, debtor: str, victim: str, at: date
) -> Facts:
    """Add everything that some clause may wait for."""
    kinds = ("consultation", "assistance", "consent_to_enter")
    organs = [d for d in agreement.determination if d.by == "organ"]
    subjects: set[AgreedSubject] = {"measures", "attack_exists"}
    subjects |= {d.subject for d in agreement.determination}
    pair = (debtor, victim)
    return replace(
        facts,
        requests=tuple(Request(date=at, by=victim, kind=kind) for kind in kinds),  # type: ignore[arg-type]
        findings=tuple(
            DecisionOnRecord(organ=d.organ or "organ", date=at, decision=d.decisions[0])
            for d in organs
        ),
        votes=tuple(
            Vote(voter=party.id, vote="yes")
            for party in agreement.parties
            if organs and party.id != "any_state"
        ),
        ceasefire=Ceasefire(in_force=True),
        hostilities=Hostilities(ended=True),
        agreements=tuple(
            AgreementOnRecord(between=pair, date=at, subject=s, made=True) for s in sorted(subjects)
        ),
        cross_instruments=(
            CrossInstrument(kind="bilateral_commitment_ratified", between=pair, in_force=True),
        ),
    )


def answer(
    agreement: Agreement,
    debtor: str,
    setting: Setting,
    *,
    nuclear: bool = False,
    met: bool = True,
    where: Covered | None = None,
    kind: EventKind = "armed_attack",
) -> Answer:
    """Return what a debtor owes on the paradigm; each answer is computed once."""
    at = max(setting.at, agreement.signed)
    key = (agreement.id, debtor, str(at), str(nuclear), str(met), where.name if where else "", kind)
    if key not in setting.answers:
        facts = paradigm(
            agreement, debtor, setting, at, nuclear=nuclear, met=met, where=where, kind=kind
        )
        setting.answers[key] = assess(agreement, facts, debtor, at)
    return setting.answers[key]


def debtors(agreement: Agreement, setting: Setting) -> tuple[str, ...]:
    """Return who could owe help: parties of a role that promises, the beneficiary left out."""
    promising = {
        name for name, role in agreement.roles.items() if role.kind in {"guarantor", "assurer"}
    }
    listed = tuple(p.id for p in agreement.parties if p.role in promising)
    if listed == ("any_state",):
        return tuple(one for one in ("USA", "GBR", "FRA") if one != setting.beneficiary)
    return tuple(one for one in listed if one != agreement.beneficiary)


def computed(agreement: Agreement, who: tuple[str, ...], setting: Setting) -> tuple[Computed, ...]:
    """Return the answers of some debtors, on the paradigm and as it stands."""
    found = []
    for one in who:
        best, now = answer(agreement, one, setting), answer(agreement, one, setting, met=False)
        if not agreement.concluded:
            now = replace(now, status="not_in_force")
        found.append(
            Computed(
                who=one,
                promised=best.promised,
                legal=best.floor,
                ceiling=max(best.ceiling, best.promised, key=rank),
                status=best.status,
                now=now.status,
                cite=best.cite,
            )
        )
    return tuple(found)
