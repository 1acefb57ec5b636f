"""The small agreement of the documentation, which tests change where they need to."""

from __future__ import annotations

import dataclasses
from datetime import date
from pathlib import Path

from foedus.agreement.facts import Event, Facts, Place
from foedus.agreement.model import Agreement
from foedus.agreement.read import parse_agreement
from foedus.obligations.situation import Situation

FILE = Path(__file__).parent.parent / "docs" / "examples" / "example-guarantee.yaml"
TEXT = FILE.read_text(encoding="utf-8")
DAY = date(2026, 7, 1)

KHARKOVIA = Place(
    id="kharkovia", sovereign="BNF", administered_by="BNF", recognised_as="BNF", region="europe",
    type="metropolitan",
)  # fmt: skip
ATTACK = Event(
    id="attack", date=DAY, kind="armed_attack", by=("XXX",), against=("BNF",), place="kharkovia"
)


def example(*changes: tuple[str, str]) -> Agreement:
    """Return the example with some of its text replaced; every replacement must bite."""
    text = TEXT
    for old, new in changes:
        assert old in text, old
        text = text.replace(old, new, 1)
    return parse_agreement(text)


def attacked(**changes: object) -> Facts:
    """Return the facts of an attack on Beneficia, its event changed."""
    return Facts(events=(dataclasses.replace(ATTACK, **changes),), places=(KHARKOVIA,))  # type: ignore[arg-type]


def situation(
    facts: Facts | None = None, agreement: Agreement | None = None, **changes: str
) -> Situation:
    """Return the latest event of some facts, seen from AAA and Beneficia."""
    known = facts or attacked()
    seen = {"debtor": "AAA", "creditor": "BNF"} | changes
    return Situation(
        agreement=agreement or example(), facts=known, at=DAY, event=known.events[-1], **seen
    )
