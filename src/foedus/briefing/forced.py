"""What legal force an agreement is read to have, and who says otherwise, in one sentence.

The dispute stands in the same sentence as the reading, so that no page can show one without
the other.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from foedus.agreement.binding import dissent, spoken_for
from foedus.agreement.model import Agreement, BindingEvidence
from foedus.briefing import words
from foedus.briefing.prose import a, day, listed, spelled


def head_name(agreement: Agreement) -> str:
    """Return the agreement's name at the head of a sentence."""
    name = agreement.name
    return name[:1].upper() + name[1:]


def in_text(agreement: Agreement) -> str:
    """Return the agreement's name in running text."""
    name = agreement.name
    return name[:1].lower() + name[1:] if name.startswith("The ") else name


def force_sentence(agreement: Agreement) -> str:
    """Say in one sentence what force is read here, and what is said against that reading."""
    kind = words.INSTRUMENT_TYPE[agreement.instrument_type]
    if not agreement.concluded:
        return (
            f"{head_name(agreement)}, dated {day(agreement.signed)}, was never "
            "concluded, so nobody owes anything under it."
        )
    return (
        f"{head_name(agreement)}, signed on {day(agreement.signed)} as {a(kind)} {kind}, "
        f"is read here as {words.FORCE[agreement.legal_force]}{_dispute(agreement)}."
    )


def force_label(agreement: Agreement) -> str:
    """Return the force as a label, and whether a party disputes the reading."""
    return words.FORCE[agreement.legal_force] + (" (disputed)" if dissent(agreement) else "")


def _dispute(agreement: Agreement) -> str:
    """Return what follows the reading: who contradicts it, or how the evidence is divided."""
    if agreement.legal_force == "domestic":
        return ""
    reading = spoken_for(agreement)
    evidence = agreement.binding_evidence
    against = [one for one in evidence if one.speaks != reading]
    disputed_by = dissent(agreement)
    if disputed_by:
        backing = [one for one in evidence if one.speaks == reading and one.party]
        other = f", while {_clauses(backing)}" if backing else ""
        by = (
            "the suite’s reading"
            if agreement.reading == "suite"
            else f"reading “{agreement.reading}”"
        )
        disputed = "" if agreement.legal_force == "contested" else ", which is disputed"
        return f" ({by}){disputed}: {_clauses(disputed_by)}{other}"
    said = {
        one.by: one.says
        for one in agreement.readings
        if one.of == "instrument" and one.kind == "party_statement"
    }
    if len(said) > 1:
        return f"; its parties say of it: {listed([_inside(says) for says in said.values()])}"
    if against and len(against) < len(evidence):
        return (
            f", with {_points(len(evidence) - len(against))} of evidence for that reading and "
            f"{spelled(len(against))} against"
        )
    return ""


def _points(number: int) -> str:
    return f"{spelled(number)} point{'' if number == 1 else 's'}"


def _clauses(evidence: Iterable[BindingEvidence]) -> str:
    return listed([_inside(one.says) for one in evidence])


def _inside(says: str) -> str:
    """Return a sentence as a part of another one."""
    text = says.strip().rstrip(".")
    return text[:1].lower() + text[1:] if re.match(r"(?:The|It|Its|A|An|No)\b", text) else text
