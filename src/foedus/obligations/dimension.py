"""Dimensions of an attack: everything on which a duty of an instrument may depend.

The dimensions are the vocabularies of the case format, the zones and bodies that the instrument
itself names, and for each guarantor its own state, vote, release and national commitment. Each
has a *plain* value. Values that no clause of the instrument mentions are alike and stand
together in one class; a class is named after its first member.

Above :data:`MOST_GUARANTORS` guarantors the dimensions that belong to single guarantors are
replaced by collective ones ("no guarantor is bound"), which is said in the result.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Literal, get_args

from foedus.agreement.condition import Condition, tests
from foedus.agreement.model import Agreement
from foedus.agreement.vocabulary import (
    Aim,
    Attribution,
    EventKind,
    Ideology,
    Object,
    Origin,
    PlaceType,
    Provoked,
    Region,
    VictimSays,
    Weapons,
)

Assume = Literal["in_force", "as_is"]
MOST_GUARANTORS = 8  # complete up to here; see agreement-obligations in the documentation
NOBODY = "XXX"  # a state that is no party to anything; a reserved code of ISO 3166-1
BAND = "non_state:armed group"
GROUPS = frozenset({"proxy", "non_state"})  # attackers that are no state
VOTES = (("yes",), ("no",), ("none",))
#: Kinds that are no act against the beneficiary.
NO_ACT = frozenset({"none", "joins_alliance", "hosts_foreign_forces"})

#: place -> (type, who owns it: sovereign, administered by, recognised as)
PLACES: dict[str, tuple[PlaceType, tuple[str, str, str]]] = {
    "home_land": ("metropolitan", ("own", "own", "own")),
    "occupied_land": ("metropolitan", ("own", "attacker", "own")),
    "overseas_land": ("overseas", ("own", "own", "own")),
    "island": ("island", ("own", "own", "own")),
    "empty_feature": ("uninhabited_feature", ("own", "own", "own")),
    "territorial_sea": ("territorial_sea", ("own", "own", "own")),
    "airspace": ("airspace", ("own", "own", "own")),
    "land_of_a_party": ("foreign_land", ("party", "party", "party")),
    "foreign_land": ("foreign_land", ("other", "other", "other")),
    "high_seas": ("high_seas", ("none", "none", "none")),
}


@dataclass(frozen=True, slots=True)
class Dimension:
    """One dimension: classes of values; the first class is the plain one.

    ``of`` is the guarantor that it belongs to, or empty.
    """

    name: str
    classes: tuple[tuple[str, ...], ...]
    of: str = ""

    @property
    def key(self) -> str:
        """The name, with the guarantor it belongs to."""
        return f"{self.name}:{self.of}" if self.of else self.name

    @property
    def values(self) -> tuple[str, ...]:
        """The first member of each class."""
        return tuple(members[0] for members in self.classes)


@dataclass(frozen=True, slots=True, kw_only=True)
class Space:
    """All situations that are looked at: an agreement, who is who, and the dimensions.

    ``at`` is the day asked about, ``on`` the day of the attack. ``said`` are the words that the
    instrument mentions, by field.
    """

    agreement: Agreement
    beneficiary: str
    challenger: str
    guarantors: tuple[str, ...]
    at: date
    on: date
    home: str
    dimensions: tuple[Dimension, ...]
    collective: bool
    assume: Assume
    said: Mapping[str, frozenset[str]]

    @property
    def voters(self) -> tuple[str, ...]:
        """The parties whose votes are on record: the guarantors, and other voters of an organ."""
        return (*self.guarantors, *other_voters(self.agreement, self.guarantors))

    @property
    def size(self) -> int:
        """How many situations there are, classes counted once."""
        product = 1
        for dimension in self.dimensions:
            product *= len(dimension.classes)
        return product


def other_voters(agreement: Agreement, guarantors: tuple[str, ...]) -> tuple[str, ...]:
    """Return the parties that vote in an organ of the instrument and are no guarantors."""
    organs = [d for d in agreement.determination if d.by == "organ"]
    return tuple(
        party.id
        for party in agreement.parties
        if party.id not in {*guarantors, "any_state"}
        and any(agreement.means(party.id, organ.voters) for organ in organs)
    )


def conditions_of(agreement: Agreement) -> Iterable[Condition]:
    """Yield every condition that a duty of help or consultation depends on."""
    yield from (trigger.when for trigger in agreement.triggers)
    for obligation in agreement.obligations:
        yield obligation.active_when
        if obligation.unless is not None:
            yield obligation.unless
    for party in agreement.parties:
        yield from (reservation.when for reservation in party.reservations)
    for name in (
        "activation",
        "binding",
        "exemption",
        "third_party_performance",
        "cross_instrument",
    ):
        clause = getattr(agreement.conditions, name)
        if clause is not None:
            yield clause.when


def mentioned(agreement: Agreement) -> dict[str, frozenset[str]]:
    """Return, for each field, the words that the instrument's conditions mention."""
    found: dict[str, set[str]] = {}
    for condition in conditions_of(agreement):
        for test in tests(condition):
            found.setdefault(test.field, set()).update(test.values)
    return {name: frozenset(words) for name, words in found.items()}


def _classes(
    plain: str, vocabulary: Iterable[str], told_apart: Iterable[str]
) -> tuple[tuple[str, ...], ...]:
    """Return the classes of a vocabulary: each word told apart alone, the others together."""
    apart = set(told_apart)
    words = list(vocabulary)
    rest = tuple(word for word in words if word not in apart)
    single = [(word,) for word in words if word in apart]
    classes = [*single, *([rest] if rest else [])]
    classes = [(plain, *(w for w in c if w != plain)) if plain in c else c for c in classes]
    return tuple(sorted(classes, key=lambda c: plain not in c))


def dimensions(
    agreement: Agreement,
    said: Mapping[str, frozenset[str]],
    *,
    beneficiary: str,
    challenger: str,
    guarantors: tuple[str, ...],
    home: str,
    as_is: bool,
) -> tuple[Dimension, ...]:
    """Return the dimensions on which the duties of an agreement may depend."""
    made = [
        *_act(said),
        *_place(agreement, said, home),
        *_attackers(said, challenger, beneficiary, guarantors),
    ]
    made += _record(agreement, said)
    if not as_is:
        made += _start(said)
    for guarantor in guarantors if len(guarantors) <= MOST_GUARANTORS else ("",):
        made += _own(agreement, said, guarantor, as_is=as_is)
    if len(guarantors) <= MOST_GUARANTORS:
        made += [Dimension("vote", VOTES, who) for who in other_voters(agreement, guarantors)]
    return tuple(made)


def _act(said: Mapping[str, frozenset[str]]) -> list[Dimension]:
    kinds = tuple(kind for kind in get_args(EventKind) if kind not in NO_ACT)
    apart = said.get("kind", frozenset()) | {"occupation", "declaration_of_war"}
    made = [Dimension("kind", _classes("armed_attack", kinds, apart))]
    for field, vocabulary, plain in (
        ("origin", get_args(Origin), "external"),
        ("weapons", get_args(Weapons), "conventional"),
        ("attribution", get_args(Attribution), "certain"),
        ("intended", ("true", "false"), "true"),
        ("victim_says", get_args(VictimSays), "armed_attack"),
        ("claimed_origin", ("external", "internal"), "external"),
        ("ideology", get_args(Ideology), "communist"),
        ("aim", get_args(Aim), "other"),
        ("provoked", get_args(Provoked), "no"),
        ("at_war", ("with_attacker", "no"), "with_attacker"),
    ):
        if field in said:
            made.append(Dimension(field, _classes(plain, vocabulary, said[field])))
    if "kind" in said:
        made.append(Dimension("resisted", (("true",), ("false",))))
    return made


def _place(agreement: Agreement, said: Mapping[str, frozenset[str]], home: str) -> list[Dimension]:
    told = _scope_words(agreement)
    nothing: frozenset[str] = frozenset()
    regions = told["region"] | said.get("region", nothing)
    zones = told["zone"] | said.get("zone", nothing)
    objects = {"territory"}
    if told["limited"] or "object" in said:
        objects |= told["object"] | said.get("object", nothing)
    made = [Dimension("object", _classes("territory", get_args(Object), objects))]
    if regions:
        made.append(Dimension("region", _classes(home, get_args(Region), {*regions, home})))
    if zones:
        made.append(Dimension("zone", (("none",), *((zone,) for zone in sorted(zones)))))
    made.append(Dimension("place", tuple((place,) for place in PLACES)))
    return made


def _scope_words(agreement: Agreement) -> dict[str, frozenset[str]]:
    """Return the words of a scope by dimension; ``limited`` is empty if it sets no limit."""
    scope = agreement.scope
    lists = (*scope.territory.include, *scope.territory.exclude)
    states = {*agreement.roles, "party", "creditor"}
    named = {entry.id for entry in lists if entry.id.islower() and entry.id not in states}
    return {
        "region": frozenset(r for one in lists for r in one.regions)
        | frozenset(r for one in scope.objects for r in one.within),
        "zone": frozenset(named) | frozenset(z for one in scope.objects for z in one.zones),
        "object": frozenset(kind for one in scope.objects for kind in one.kind),
        "limited": frozenset(entry.id for entry in lists)
        | frozenset(kind for one in scope.objects for kind in one.kind),
    }


def _attackers(
    said: Mapping[str, frozenset[str]],
    challenger: str,
    beneficiary: str,
    guarantors: tuple[str, ...],
) -> list[Dimension]:
    named = {w for f in ("by", "joined_by") for w in said.get(f, ()) if len(w) == 3 and w.isupper()}
    parties = [
        g
        for g in guarantors
        if len(guarantors) <= MOST_GUARANTORS and g != challenger and len(g) == 3
    ]
    if len(guarantors) > MOST_GUARANTORS:
        parties = [next(g for g in guarantors if g != challenger)]
    states = [challenger, *sorted(named - {challenger, beneficiary}), *parties, NOBODY]
    values = [*dict.fromkeys(states), "proxy", "non_state"]
    made = [Dimension("attacker", tuple((value,) for value in values))]
    if "joined_by" in said or "attackers" in said:
        made.append(Dimension("joined_by", tuple((v,) for v in ("two", "none"))))
    return made


def _record(agreement: Agreement, said: Mapping[str, frozenset[str]]) -> list[Dimension]:
    made: list[Dimension] = []
    if "request" in said or "party_request" in said:
        made.append(
            Dimension("request", (("both",), ("assistance",), ("consultation",), ("none",)))
        )
    if "request_article" in said:
        made.append(Dimension("request_article", (("as_needed",), ("none",), ("another",))))
    if "unsc" in said:
        made.append(
            Dimension(
                "unsc",
                _classes(
                    "inactive", ("inactive", "seized", "measures_taken", "vetoed"), said["unsc"]
                ),
            )
        )
    if "interest_affected" in said:
        made.append(Dimension("interest_affected", (("true",), ("false",))))
    if "performed_by" in said:
        made.append(Dimension("performed", (("true",), ("false",))))
    organs = [d for d in agreement.determination if d.by == "organ"]
    decided = {w for d in organs for w in d.decisions if not d.voters} | said.get(
        "finding", frozenset()
    )
    if decided:
        made.append(Dimension("finding", ((min(decided),), ("none",), ("rejected",))))
    elif organs:
        made.append(Dimension("finding", (("none",), ("rejected",))))
    return made


def _start(said: Mapping[str, frozenset[str]]) -> list[Dimension]:
    made: list[Dimension] = []
    if "ceasefire" in said:
        made.append(Dimension("ceasefire", (("in_force",), ("has_started",), ("none",))))
    if "hostilities" in said:
        made.append(Dimension("hostilities", (("ended",), ("running",))))
    return made


def _own(
    agreement: Agreement, said: Mapping[str, frozenset[str]], guarantor: str, *, as_is: bool
) -> list[Dimension]:
    """Return the dimensions of one guarantor, or with no name those of all together."""
    made: list[Dimension] = []
    out = () if as_is else (("signed_not_ratified", "withdrawn", "suspended"),)
    made.append(Dimension("state", (("in_force",), *out, ("released",)), guarantor))
    for field, name in (
        ("cross_instrument", "cross"),
        ("exemption_invoked", "exemption"),
        ("agreed", "agreed"),
    ):
        joint = field == "agreed" and any(d.by == "jointly" for d in agreement.determination)
        if (field in said or joint) and not (as_is and field == "cross_instrument"):
            plain, other = ("false", "true") if field == "exemption_invoked" else ("true", "false")
            made.append(Dimension(name, ((plain,), (other,)), guarantor))
    votes = [
        d
        for d in agreement.determination
        if d.by == "organ" and agreement.means(guarantor, d.voters)
    ]
    if votes or (not guarantor and any(d.voters for d in agreement.determination)):
        made.append(Dimension("vote", VOTES, guarantor))
    return made
