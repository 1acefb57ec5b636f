"""Cases: facts, and what each debtor should owe on them; the runner of ``foedus cases``.

A case file has the format ``foedus/case@1``. A row passes when debtor, floor, status and one
reason are right, and the ceiling and the political floor where the row gives them. What a state
did (``conduct``) is history and is never scored.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Any, ClassVar, Literal, get_args

from pydantic import BeforeValidator, ConfigDict, WithJsonSchema

from foedus.agreement.facts import AS_ACTOR, STRICT, Facts, Flag, Word
from foedus.agreement.force import assume, members
from foedus.agreement.library import load
from foedus.agreement.model import Agreement
from foedus.agreement.vocabulary import NegativeContent, Reason, Rung, Status
from foedus.errors import FoedusError, InvalidCase
from foedus.obligations.assess import Answer, assess, assess_together, beneficiaries
from foedus.yamlfile import adapter_for, read, validate

#: Statuses of an answer that pass for one in a case.
_SAME: dict[str, frozenset[str]] = {"triggered": frozenset({"triggered", "activated"})}


def _who(value: Any) -> Any:
    if isinstance(value, dict) and set(value) == {"org"}:
        return f"org:{value['org']}"
    return value


def _listed(value: Any) -> Any:
    return [value] if isinstance(value, str) else value


_AS_WHO = {"anyOf": [*AS_ACTOR["anyOf"], {"type": "string", "pattern": "^(others|role:.+)$"}]}


def _one_or_list(item: dict[str, Any]) -> WithJsonSchema:
    return WithJsonSchema({"anyOf": [item, {"type": "array", "items": item}]})


@dataclass(frozen=True, slots=True, kw_only=True)
class Refrain:
    """The duties to refrain that run, and those that are broken."""

    __pydantic_config__: ClassVar[ConfigDict] = STRICT
    owed: tuple[NegativeContent, ...] = ()
    breached: tuple[NegativeContent, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Expected:
    """One row: what a debtor, or each debtor that a selector means, should owe."""

    __pydantic_config__: ClassVar[ConfigDict] = STRICT
    who: Annotated[str, BeforeValidator(_who), WithJsonSchema(_AS_WHO)]
    floor: Rung
    status: Annotated[
        tuple[Status, ...], BeforeValidator(_listed), _one_or_list({"enum": [*get_args(Status)]})
    ]
    reasons: tuple[Reason, ...]
    cite: Word
    under: str | None = None
    ceiling: Rung | None = None
    refrain: Refrain = Refrain()
    political_floor: Rung | None = None
    deadline: str = ""
    permits: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseSource:
    """Where a case's text or event can be read."""

    __pydantic_config__: ClassVar[ConfigDict] = STRICT
    title: str
    article: Word = ""
    locator: Word = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Basis:
    """Whether the text and the event were seen."""

    __pydantic_config__: ClassVar[ConfigDict] = STRICT
    text: Literal["seen", "partly_seen", "memory"]
    event: Literal["seen", "memory", "hypothetical"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """Facts, a day, instruments, and the answers that are expected."""

    __pydantic_config__: ClassVar[ConfigDict] = STRICT
    schema: Literal["foedus/case@1"]
    id: str
    title: str
    instrument: Annotated[
        tuple[str, ...], BeforeValidator(_listed), _one_or_list({"type": "string"})
    ]
    asked_on: dt.date
    facts: Facts
    expect: tuple[Expected, ...]
    conduct: dict[str, str] = None  # type: ignore[assignment]
    contested: Flag = False
    hypothetical: Flag = False
    basis: Basis | None = None
    sources: tuple[CaseSource, ...] = ()
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class RowResult:
    """One debtor's answer beside the row that asked for it; ``wrong`` names what differs."""

    who: str
    row: Expected
    answer: Answer
    wrong: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseResult:
    """A case that was run. ``error`` is set where it could not be."""

    case: Case | None
    file: str
    rows: tuple[RowResult, ...] = ()
    error: FoedusError | None = None

    @property
    def ok(self) -> bool:
        """Whether every row is right."""
        return self.error is None and all(not row.wrong for row in self.rows)


def read_case(path: Path) -> Case:
    """Read a case file; every finding at once (FD2xx)."""
    return validate(read(path), adapter_for(Case), code="FD2", error=InvalidCase)  # type: ignore[no-any-return]


def case_files(paths: list[Path]) -> Iterator[Path]:
    """Yield the case files of files and folders, sorted; a folder's hidden files are left out."""
    for path in paths:
        if path.is_dir():
            yield from sorted(p for p in path.rglob("*.yaml") if not p.name.startswith("."))
        else:
            yield path


def run(case: Case, *, beside: Path | None = None) -> tuple[RowResult, ...]:
    """Answer every row of a case."""
    agreements = {name: load(name, beside=beside) for name in case.instrument}
    by_id = {agreement.id: agreement for agreement in agreements.values()} | agreements
    rows: list[RowResult] = []
    for row in case.expect:
        under = [by_id[row.under]] if row.under else list(agreements.values())
        for who in _meant(row, case, under):
            answer = _answer(under, case, who)
            rows.append(
                RowResult(who=who, row=row, answer=answer, wrong=tuple(_wrong(row, answer)))
            )
    return tuple(rows)


def _answer(under: list[Agreement], case: Case, who: str) -> Answer:
    if len(under) == 1:
        return assess(under[0], case.facts, who, case.asked_on)
    return assess_together(under, case.facts, who, case.asked_on)


def _meant(row: Expected, case: Case, under: list[Agreement]) -> tuple[str, ...]:
    """Return the debtors that a row means."""
    if row.who != "others" and not row.who.startswith("role:"):
        return (row.who,)
    words = ("party",) if row.who == "others" else (row.who.removeprefix("role:"),)
    facts = case.facts.as_of(case.asked_on)
    left_out = set(beneficiaries(facts)) | {v for e in facts.events for v in e.against}
    left_out |= {doer for event in facts.events for doer in event.doers}
    left_out |= {
        other.who for other in case.expect if other is not row and other.under == row.under
    }
    found: dict[str, None] = {}
    for agreement in under:
        for member in members(assume(agreement, facts), case.asked_on, words):
            if member not in left_out and member != "any_state":
                found.setdefault(member)
    return tuple(found)


def _wrong(row: Expected, answer: Answer) -> Iterator[str]:
    if answer.floor != row.floor:
        yield f"floor: {answer.floor}, expected {row.floor}"
    accepted = {same for status in row.status for same in _SAME.get(status, frozenset({status}))}
    if answer.status not in accepted:
        yield f"status: {answer.status}, expected {' or '.join(row.status)}"
    if not set(answer.reasons) & set(row.reasons):
        yield f"reasons: {', '.join(answer.reasons)}, expected one of {', '.join(row.reasons)}"
    if row.ceiling is not None and answer.ceiling != row.ceiling:
        yield f"ceiling: {answer.ceiling}, expected {row.ceiling}"
    if row.political_floor is not None and answer.political_floor != row.political_floor:
        yield f"political floor: {answer.political_floor}, expected {row.political_floor}"


def run_file(path: Path) -> CaseResult:
    """Read and run one case file; an error is part of the result."""
    case: Case | None = None
    try:
        case = read_case(path)
        return CaseResult(case=case, file=str(path), rows=run(case, beside=path.parent))
    except FoedusError as error:
        return CaseResult(case=case, file=str(path), error=error)
