"""Which clauses a question's page shows: those that the dossier names, else those that bear on it.

A clause is named as ``instrument/clause``: the id of an item of :mod:`foedus.briefing.typed`
(``nato-1949/obligations.assist``, ``un-charter/permissions.self_defence``), or ``due.now`` and
``due.later`` for what would be owed. What legal force an instrument has is always told first,
and no cap cuts it.
"""

from __future__ import annotations

from collections.abc import Iterator

from foedus.agreement.level import level
from foedus.agreement.model import Agreement
from foedus.agreement.vocabulary import rank
from foedus.briefing.computed import Supposed
from foedus.briefing.inblock import without_time
from foedus.briefing.material import Material, owed
from foedus.briefing.typed import named
from foedus.errors import Finding, near_names
from foedus.evidence.dossier_format import Question, QuestionKind
from foedus.sources import ResultCitation, Sentence

FILE = "questions.yaml"
MOST_CLAUSES = 6  # of all instruments together, their force not counted
# How many clauses of an instrument bear on a kind of question, and whether what would be owed does.
BEARING: dict[QuestionKind, tuple[int, bool]] = {
    "what": (2, False),
    "how": (2, True),
    "compare": (2, True),
    "risks": (1, True),
    "role": (1, True),
    "effect": (1, False),
    "why": (1, False),
    "history": (1, False),
}
_DUE: dict[str, Supposed] = {"due.now": "now", "due.later": "later"}


def clauses_of(question: Question, material: Material) -> tuple[Sentence, ...]:
    """Return the clause sentences of a question, instrument by instrument, the force first."""
    wanted = _wanted(question)
    order = list(dict.fromkeys([*wanted, *question.instruments]))
    agreements = [one for one in (material.agreement(name) for name in order) if one]
    per = max(1, MOST_CLAUSES // max(1, len(agreements)))
    found: list[Sentence] = []
    for agreement in agreements:
        found += named(agreement, "force", material.names)
        if agreement.id in wanted:
            for clause in wanted[agreement.id]:
                found += _told(agreement, clause, question, material)
        else:
            found += _by_kind(agreement, question, material, per)
    return tuple(dict.fromkeys(found))


def _wanted(question: Question) -> dict[str, list[str]]:
    """Return the clauses that the dossier names, by instrument."""
    found: dict[str, list[str]] = {}
    for name in question.clauses:
        instrument, _, clause = name.partition("/")
        found.setdefault(instrument, []).append(clause)
    return found


def _told(
    agreement: Agreement, clause: str, question: Question, material: Material
) -> tuple[Sentence, ...]:
    if clause in _DUE:
        return _owed(agreement, question, material, _DUE[clause])
    return without_time(named(agreement, clause, material.names))


def _by_kind(
    agreement: Agreement, question: Question, material: Material, most: int
) -> Iterator[Sentence]:
    """Yield the clauses that bear on a kind of question, in the order of the file."""
    clauses, owing = BEARING[question.kind]
    kept = candidates(agreement)[: min(clauses, most)]
    for clause in sorted(kept, key=_order(agreement).index):
        yield from without_time(named(agreement, clause, material.names))
    if owing and agreement.concluded:
        yield from _owed(agreement, question, material, "now")[:1]


def _order(agreement: Agreement) -> list[str]:
    return [
        *(f"obligations.{one.id}" for one in agreement.obligations),
        *(f"negative_duties.{one.id}" for one in agreement.negative_duties),
        *(f"permissions.{one.id}" for one in agreement.permissions),
    ]


def candidates(agreement: Agreement) -> list[str]:
    """Return the clauses of an agreement, those that promise most before those that forbid."""
    rungs = {f"obligations.{one.id}": rank(level(one).floor) for one in agreement.obligations}
    return sorted(_order(agreement), key=lambda clause: -rungs.get(clause, -1))


def _owed(
    agreement: Agreement, question: Question, material: Material, supposed: Supposed
) -> tuple[Sentence, ...]:
    """Return what would be owed, by the question's parties if it names some of them."""
    told = owed(material, agreement, supposed)
    concerned = tuple(one for one in told if _parties(one) & set(question.parties))
    return concerned or told


def _parties(sentence: Sentence) -> set[str]:
    return {
        code.removeprefix("org:")
        for citation in sentence.citations
        if isinstance(citation, ResultCitation)
        for fact in citation.facts
        if fact.startswith("who=")
        for code in fact.removeprefix("who=").split(",")
    }


def lost_clauses(material: Material) -> Iterator[Finding]:
    """Yield a finding for each clause of ``questions.yaml`` that no agreement has."""
    for question in material.dossier.questions:
        for name in question.clauses:
            instrument, _, clause = name.partition("/")
            agreement = material.agreement(instrument)
            if agreement is None:
                known: list[str] = [one.id for one in material.agreements]
                what = f"{instrument!r} is no agreement of the dossier"
                yield _finding(question, name, what, near_names(instrument, known))
            elif clause not in _DUE and not named(agreement, clause, material.names):
                known = [*_order(agreement), *_DUE]
                what = f"{instrument} has no clause {clause!r}"
                yield _finding(question, name, what, near_names(clause, known))


def _finding(question: Question, name: str, what: str, hint: str) -> Finding:
    message = f"question {question.id}: the clause {name!r} is not found: {what}"
    return Finding(code="FD331", message=message, file=FILE, hint=hint, severity="warning")
