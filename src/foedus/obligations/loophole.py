"""Loopholes: the smallest attacks that oblige nobody.

A loophole at a level is a situation in which the beneficiary is attacked and nobody owes at
least that level. The *paradigm* is the assignment of facts at which the most is owed; a loophole
is written as its set of deviations from the paradigm, minimal by inclusion. Each one that is
returned was put to the evaluator, and so was every subset (of sets above :data:`SMALL`, those
with one deviation fewer).
"""

from __future__ import annotations

import dataclasses
import itertools
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING, Literal

from foedus.agreement.binding import dissent
from foedus.agreement.condition import ALWAYS
from foedus.agreement.duration import after
from foedus.agreement.force import assume, last_day, members
from foedus.agreement.gazetteer import find_place
from foedus.agreement.level import level
from foedus.agreement.model import Agreement, BindingEvidence
from foedus.agreement.vocabulary import RUNGS, Rung, rank
from foedus.errors import Finding, InputError
from foedus.obligations.assess import assess
from foedus.obligations.assignment import facts_of, plain
from foedus.obligations.casus import Casus, binds, owed
from foedus.obligations.deviation import (
    Deviation,
    Loophole,
    alike_guarantors,
    alike_values,
    harm,
    order,
)
from foedus.obligations.dimension import (
    MOST_GUARANTORS,
    NOBODY,
    Assume,
    Space,
    dimensions,
    mentioned,
)
from foedus.obligations.encode import Encoder, Owed, atom, program
from foedus.obligations.situation import Situation

if TYPE_CHECKING:
    import clingo

Axis = Literal["legal", "political"]
SMALL = 4  # up to this size every subset is put to the evaluator again
MARGIN = timedelta(days=4)  # a month may be three days shorter; a deadline ends with its day
CAP = 4  # the largest set that is looked for above MOST_GUARANTORS guarantors


@dataclass(frozen=True, slots=True, kw_only=True)
class Gaps:
    """What was found, and under which assumptions.

    ``reached`` is False if nobody ever owes the level; then ``highest`` is the highest rung.
    ``uncounted`` holds the statements of parties for which the force of the instrument is not
    counted as law. ``situations`` is the number of situations that were looked at, classes
    counted once.
    """

    agreement: Agreement
    below: Rung
    axis: Axis
    taken: Assume
    beneficiary: str
    challenger: str
    at: date
    highest: Rung
    reached: bool
    paradigm: dict[str, str]
    loopholes: tuple[Loophole, ...]
    space: Space
    situations: int
    complete: bool
    note: str = ""
    uncounted: tuple[BindingEvidence, ...] = ()
    method: str = "clingo, domain heuristics; each set put to the evaluator again"


def gaps(
    agreement: Agreement,
    *,
    below: Rung | None = None,
    axis: Axis = "political",
    taken: Assume | None = None,
    reading: str | None = None,
    beneficiary: str | None = None,
    challenger: str | None = None,
    at: date,
) -> Gaps:
    """Return every smallest attack on the beneficiary that obliges nobody to ``below``.

    Parameters
    ----------
    agreement : Agreement
    below : Rung, optional
        The level that nobody must owe any more; default the highest that is ever owed.
    axis : {"political", "legal"}
        Whether promises count that are not law.
    taken : {"in_force", "as_is"}, optional
        Whether the instrument is taken to be in force; default so for drafts and for
        instruments that wait for an event.
    reading : str, optional
        The reading of the instrument's force that the legal axis counts. Without one, only law
        counts that no party disputes.
    beneficiary, challenger : str, optional
        Default those of the instrument; else its first party, and a state outside it.
    at : date
        The law is taken as of this day, or of the instrument's last.

    Raises
    ------
    InputError
        FD240: no clause protects the beneficiary; FD241: the instrument has no such reading.
    """
    uncounted = _uncounted(agreement, axis, reading)
    counted = dataclasses.replace(agreement, legal_force="contested") if uncounted else agreement
    space = make_space(counted, beneficiary=beneficiary, challenger=challenger, at=at, taken=taken)
    _require_protection(agreement, space.beneficiary)
    clauses = tuple(Encoder(space).clauses(legal=axis == "legal"))
    highest, paradigm = _paradigm(space, clauses)
    wanted = below or highest
    reached = highest != "none" and rank(wanted) <= rank(highest)
    found: tuple[Loophole, ...] = ()
    complete = True
    if reached:
        sets, complete = _minimal_sets(space, clauses, paradigm, wanted)
        found = _confirmed(space, paradigm, sets, wanted, axis)
    return Gaps(
        agreement=agreement,
        below=wanted,
        axis=axis,
        taken=space.assume,
        beneficiary=space.beneficiary,
        challenger=space.challenger,
        at=space.at,
        highest=highest,
        reached=reached,
        paradigm=paradigm,
        loopholes=found,
        space=space,
        situations=space.size,
        complete=complete,
        uncounted=uncounted,
    )


def _uncounted(
    agreement: Agreement, axis: Axis, reading: str | None
) -> tuple[BindingEvidence, ...]:
    """Return what parties say against the force as law, unless its reading was chosen."""
    if reading is not None and reading != agreement.reading:
        message = f"{agreement.id} has no reading {reading!r}"
        hint = f"its reading is {agreement.reading!r}"
        raise InputError(message, [Finding(code="FD241", message=message, hint=hint)])
    if axis == "political" or reading is not None or agreement.legal_force != "binding":
        return ()
    return dissent(agreement)


def make_space(
    agreement: Agreement,
    *,
    beneficiary: str | None,
    challenger: str | None,
    at: date,
    taken: Assume | None,
) -> Space:
    """Return the situations to look at: who is who, and the dimensions."""
    taken = taken or ("in_force" if _waits(agreement) else "as_is")
    last = last_day(agreement)
    day = min(at, last) if last is not None else at
    protected = beneficiary or agreement.beneficiary or _first_protected(agreement)
    adversary = challenger or agreement.challenger or NOBODY
    guarantors = _guarantors(agreement, protected)
    home = home_region(protected, day)
    said = mentioned(agreement)
    return Space(
        agreement=agreement,
        beneficiary=protected,
        challenger=adversary,
        guarantors=guarantors,
        at=day,
        on=_attacked_on(agreement, day),
        home=home,
        dimensions=dimensions(
            agreement,
            said,
            beneficiary=protected,
            challenger=adversary,
            guarantors=guarantors,
            home=home,
            as_is=taken == "as_is",
        ),
        collective=len(guarantors) > MOST_GUARANTORS,
        assume=taken,
        said=said,
    )


def _guarantors(agreement: Agreement, protected: str) -> tuple[str, ...]:
    """Return the parties that may owe the beneficiary help or consultation."""
    return tuple(
        party.id
        for party in agreement.parties
        if party.id not in {protected, "any_state"}
        and any(agreement.means(party.id, o.debtor) for o in agreement.obligations)
    )


def _attacked_on(agreement: Agreement, day: date) -> date:
    """Return the day of the attack: so early that what is decided by default has been decided."""
    waits = [
        after(day, rule.deadline) - day
        for rule in agreement.determination
        if rule.deadline is not None and rule.default_if_no_decision != "open"
    ]
    return day - max(waits) - MARGIN if waits else day


def _waits(agreement: Agreement) -> bool:
    """Say whether an instrument is a draft, or waits for an event with which it starts."""
    return (
        not agreement.concluded
        or agreement.conditions.activation is not None
        or any(obligation.active_when != ALWAYS for obligation in agreement.obligations)
    )


def _first_protected(agreement: Agreement) -> str:
    for party in agreement.parties:
        if any(agreement.means(party.id, o.creditor) for o in agreement.obligations):
            return party.id
    return agreement.parties[0].id


def home_region(state: str, on: date) -> str:
    """Return the region of a state's own land, Europe if the state is a stand-in."""
    try:
        return find_place(state, on).region
    except InputError:
        return "europe"


def _require_protection(agreement: Agreement, beneficiary: str) -> None:
    """Refuse a beneficiary that no clause protects; an instrument without clauses passes."""
    duties = agreement.obligations
    if not duties or any(agreement.means(beneficiary, duty.creditor) for duty in duties):
        return
    message = f"no clause of {agreement.id} protects {beneficiary}"
    hint = "name a party with --beneficiary"
    raise InputError(message, [Finding(code="FD240", message=message, hint=hint)])


def _solver(source: str, arguments: list[str]) -> clingo.Control:
    import clingo

    control = clingo.Control(arguments, logger=lambda *_: None)
    control.add("base", [], source)
    control.ground([("base", [])])
    return control


def _models(control: clingo.Control) -> list[dict[str, str]]:
    """Return what each model shows: pairs of a dimension and its value."""
    with control.solve(yield_=True) as handle:
        return [
            {str(s.arguments[0].string): str(s.arguments[1].string) for s in m.symbols(shown=True)}
            for m in handle
        ]


def _paradigm(space: Space, clauses: tuple[Owed, ...]) -> tuple[Rung, dict[str, str]]:
    """Return the highest rung ever owed, and the plainest situation in which it is."""
    plainest = plain(space)
    if not clauses:
        return "none", plainest
    source = program(space, clauses)
    costs = "; ".join(_costs(space))
    for rung in sorted({clause.rung for clause in clauses}, key=rank, reverse=True):
        goal = f":- not owed({rank(rung)}).\n#minimize {{ {costs} }}.\n#show val/2."
        control = _solver(f"{source}\n{goal}", ["--models=0"])
        models = _models(control)
        if models:  # each is plainer than the one before
            return rung, {d.key: models[-1][d.key] for d in space.dimensions}
    return "none", plainest


def _costs(space: Space) -> Iterator[str]:
    """Yield what it costs to leave a plain value; a tie keeps the act itself plain."""
    for place, dimension in enumerate(space.dimensions):
        weight = 1000 + len(space.dimensions) - place
        for value in dimension.values[1:]:
            chosen = f"val({atom(dimension.key)},{atom(value)})"
            yield f"{weight},{atom(dimension.key)} : {chosen}"


def _minimal_sets(
    space: Space, clauses: tuple[Owed, ...], paradigm: dict[str, str], below: Rung
) -> tuple[list[dict[str, str]], bool]:
    """Return the inclusion-minimal sets of deviations, and whether the list is complete."""
    lines = [program(space, clauses)]
    lines += [f":- owed({rank(rung)})." for rung in RUNGS if rank(rung) >= rank(below)]
    lines.append("dev(D,V) :- val(D,V), not usual(D,V).")
    lines += [f"usual({atom(key)},{atom(value)})." for key, value in sorted(paradigm.items())]
    capped = space.collective
    if capped:
        lines.append(f":- #count{{D : dev(D,_)}} > {CAP}.")
    lines.append("#show dev/2.")
    arguments = [
        "--heuristic=Domain",
        "--dom-mod=false,show",
        "--enum-mode=domRec",
        "--models=0",
        "--seed=1",
    ]
    control = _solver("\n".join(lines), arguments)
    sets = _models(control)
    place = {dimension.key: number for number, dimension in enumerate(space.dimensions)}
    sets = [dict(sorted(one.items(), key=lambda item: place[item[0]])) for one in sets]
    sets.sort(key=lambda one: (len(one), [(place[key], value) for key, value in one.items()]))
    return sets, not capped


def reaches(space: Space, chosen: dict[str, str], axis: Axis, below: Rung) -> bool:
    """Say, by the evaluator, whether anybody owes at least ``below`` in a situation."""
    facts = facts_of(space, chosen)
    agreement = assume(space.agreement, facts)
    bound = members(agreement, space.at)
    for obligation in agreement.obligations:
        if rank(level(obligation).floor) < rank(below):
            continue
        for guarantor in space.guarantors:
            if not agreement.means(guarantor, obligation.debtor):
                continue
            situation = Situation(
                agreement=agreement,
                facts=facts,
                at=space.at,
                event=facts.events[0],
                debtor=guarantor,
                creditor=space.beneficiary,
                bound=bound,
            )
            if (axis == "political" or binds(obligation, situation)) and owed(
                obligation, situation
            ):
                return True
    return False


def most_owed(
    space: Space, chosen: dict[str, str], axis: Axis, below: Rung
) -> tuple[Rung, tuple[str, ...]]:
    """Return the most that anybody owes in a situation, and the articles that the rest failed on.

    Many guarantors are told apart by nothing here, so that two of them stand for all.
    """
    facts = facts_of(space, chosen)
    best: Rung = "none"
    through: dict[str, None] = {}
    for guarantor in space.guarantors if not space.collective else space.guarantors[:2]:
        answer = assess(space.agreement, facts, guarantor, space.at)
        promised = answer.floor if axis == "legal" else answer.promised
        best = max(best, promised, key=rank)
        for clause in answer.clauses:
            if rank(clause.rung) >= rank(below):
                through.update(dict.fromkeys(_failed_on(clause)))
    return best, tuple(through)


def _failed_on(clause: Casus) -> list[str]:
    """Return the articles of the first test that a clause failed."""
    own = clause.obligation.cite
    failed = [check for check in clause.checks if check.test == clause.failed and not check.met]
    return [own if check.cite in {"", "assumed"} else check.cite for check in failed]


def _confirmed(
    space: Space, paradigm: dict[str, str], sets: list[dict[str, str]], below: Rung, axis: Axis
) -> tuple[Loophole, ...]:
    """Put every set to the evaluator: a loophole, and minimal; merge and order them."""
    found: list[Loophole] = []
    for one in sets:
        if reaches(space, paradigm | one, axis, below):
            message = f"the solver and the evaluator disagree on {one}"
            raise AssertionError(message)
        if any(not reaches(space, paradigm | smaller, axis, below) for smaller in _smaller(one)):
            continue
        left, through = most_owed(space, paradigm | one, axis, below)
        deviations = tuple(
            _deviation(space, key, value, paradigm[key]) for key, value in one.items()
        )
        found.append(
            Loophole(deviations=deviations, left=left, harm=harm(paradigm | one), through=through)
        )
    merged = alike_guarantors(space, alike_values(found))
    return tuple(sorted(merged, key=order))


def _smaller(one: dict[str, str]) -> Iterator[dict[str, str]]:
    """Yield the proper subsets; of a large set those with one deviation fewer."""
    least = 1 if len(one) <= SMALL else len(one) - 1
    for size in range(len(one) - 1, least - 1, -1):
        for keys in itertools.combinations(one, size):
            yield {key: one[key] for key in keys}


def _deviation(space: Space, key: str, value: str, usual: str) -> Deviation:
    dimension = next(d for d in space.dimensions if d.key == key)
    members = next(c for c in dimension.classes if value in c)
    return Deviation(dimension=key, value=value, members=members, instead_of=usual)
