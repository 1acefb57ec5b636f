"""Loopholes as case files that ``foedus cases`` can run again."""

from __future__ import annotations

import dataclasses
import io
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

from foedus.obligations.assess import assess
from foedus.obligations.assignment import facts_of
from foedus.obligations.case import Case
from foedus.obligations.loophole_words import say_loophole
from foedus.yamlfile import adapter_for

if TYPE_CHECKING:
    from foedus.obligations.assess import Answer
    from foedus.obligations.deviation import Loophole
    from foedus.obligations.loophole import Gaps


def case_of(gaps: Gaps, loophole: Loophole, number: int, *, instrument: str = "") -> Case:
    """Return a loophole as a case that ``foedus cases`` can run.

    Parameters
    ----------
    gaps : Gaps
    loophole : Loophole
        One of ``gaps.loopholes``.
    number : int
        Its number, for the case's id.
    instrument : str
        What the case calls the instrument; default its library id.
    """
    chosen = gaps.paradigm | {d.dimension: d.value for d in loophole.deviations}
    facts = facts_of(gaps.space, chosen)
    answers = [assess(gaps.agreement, facts, who, gaps.at) for who in gaps.space.guarantors]
    made: Case = adapter_for(Case).validate_python(
        {
            "schema": "foedus/case@1",
            "id": f"gap-{gaps.agreement.id}-{number:03d}",
            "title": say_loophole(gaps, loophole),
            "instrument": [instrument or gaps.agreement.id],
            "asked_on": gaps.at,
            "facts": facts,
            "expect": [_row(answer) for answer in answers],
            "conduct": {},
            "hypothetical": True,
        }
    )
    return made


def _row(answer: Answer) -> dict[str, Any]:
    """Return the row that expects an answer as it was given."""
    return {
        "who": plain_values(answer.who),
        "floor": answer.floor,
        "political_floor": answer.political_floor,
        "status": answer.status,
        "reasons": list(answer.reasons),
        "cite": answer.cite,
    }


def plain_values(value: Any) -> Any:
    """Return a case or facts as plain values, what is absent or takes its default left out."""
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        given = ((field, getattr(value, field.name)) for field in dataclasses.fields(value))
        return {
            field.name.rstrip("_"): plain_values(inner)
            for field, inner in given
            if inner not in (None, (), {}, field.default)
        }
    if isinstance(value, tuple | list):
        return [plain_values(item) for item in value]
    if isinstance(value, str) and value.startswith(("org:", "non_state:")):
        kind, _, name = value.partition(":")
        return {kind: name}
    return value


def case_text(case: Case) -> str:
    """Return a case as YAML that reads back."""
    from ruamel.yaml import YAML

    yaml = YAML(pure=True)
    yaml.default_flow_style = False
    yaml.width = 4096
    yaml.representer.ignore_aliases = lambda _: True  # a case file may hold no aliases
    values = plain_values(case)
    values["conduct"] = dict(case.conduct or {})
    values["contested"] = case.contested
    out = io.StringIO()
    yaml.dump(_quoted(values), out)
    return out.getvalue()


#: Words that readers of YAML 1.1 or 1.2 take for a flag or for nothing.
_NO_STRINGS = frozenset("yes no true false null on off -".split())


def _quoted(value: Any) -> Any:
    """Quote the strings that some reader of YAML would take for something else."""
    from ruamel.yaml.scalarstring import SingleQuotedScalarString

    if isinstance(value, dict):
        return {key: _quoted(inner) for key, inner in value.items()}
    if isinstance(value, list):
        return [_quoted(item) for item in value]
    if isinstance(value, str) and (value.lower() in _NO_STRINGS or value[:1].isdigit()):
        return SingleQuotedScalarString(value)
    return value


def write_cases(gaps: Gaps, folder: Path, *, instrument: str = "") -> Iterator[Path]:
    """Write every loophole as a case file, and yield the paths."""
    folder.mkdir(parents=True, exist_ok=True)
    for number, loophole in enumerate(gaps.loopholes, 1):
        case = case_of(gaps, loophole, number, instrument=instrument)
        path = folder / f"{case.id}.yaml"
        path.write_text(case_text(case), encoding="utf-8")
        yield path
