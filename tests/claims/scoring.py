"""How well claims and verdicts agree with the labels."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from pathlib import Path

from foedus.claims.check import check_text

LABELS = Path(__file__).parent / "labelled.yaml"
NONE = "no claim"


@dataclass(frozen=True)
class Score:
    """Sentences wholly right; F1 of finding a claim of the right kind; macro-F1 of the verdicts.

    A claim that was missed, and one that is not there, counts as a wrong verdict.
    """

    sentences: int
    right: int
    type_f1: float
    macro_f1: float
    wrong: tuple[str, ...]


def labelled():
    from ruamel.yaml import YAML

    return YAML(typ="safe").load(LABELS.read_text(encoding="utf-8"))


def score(rows, library):
    pairs, wrong = Counter(), []
    for row in rows:
        found = check_text(row["text"], replace(library, given=row.get("given", "")))
        got = {one.claim.type: one.outcome for one in found}
        want = dict(row["claims"])
        pairs.update(
            (want.get(kind, NONE), got.get(kind, NONE)) for kind in got.keys() | want.keys()
        )
        if got != want:
            wrong.append(f"{row['text']} | wanted {want} | got {got}")
    found = sum(n for (want, got), n in pairs.items() if NONE not in {want, got})
    missed = sum(n for (want, got), n in pairs.items() if got == NONE)
    extra = sum(n for (want, got), n in pairs.items() if want == NONE)
    verdicts = sorted({want for want, _ in pairs} - {NONE})
    return Score(
        sentences=len(rows),
        right=len(rows) - len(wrong),
        type_f1=2 * found / (2 * found + missed + extra),
        macro_f1=sum(_f1(pairs, one) for one in verdicts) / len(verdicts),
        wrong=tuple(wrong),
    )


def _f1(pairs, verdict):
    right = pairs[verdict, verdict]
    wanted = sum(n for (want, _), n in pairs.items() if want == verdict)
    given = sum(n for (_, got), n in pairs.items() if got == verdict)
    return 2 * right / (wanted + given)
