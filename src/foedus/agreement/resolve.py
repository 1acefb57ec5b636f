"""What one part of an agreement names and another part must have.

Roles, triggers, clauses, organs, zones, parties: a name that leads nowhere is an error with its
place and the near names, never a silence.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import Any

from foedus.agreement.condition import ACTORS, FIELDS, Condition, tests
from foedus.agreement.model import Agreement, Party
from foedus.errors import Finding, near_names
from foedus.yamlfile import KeyPath, Located

_CLASSES = ("any", "state", "non_state", "party", "third_state", "creditor", "debtor")
_BLOCKS = ("parties", "triggers", "obligations", "negative_duties", "permissions")
_CONDITIONS = (
    "activation",
    "binding",
    "exemption",
    "third_party_performance",
    "cross_instrument",
)
#: Block -> the fields that name parties or roles.
_NAMING: dict[str, tuple[str, ...]] = {
    "obligations": ("debtor", "creditor"),
    "negative_duties": ("debtor", "creditor"),
    "permissions": ("holder",),
    "determination": ("voters",),
}


def unresolved(agreement: Agreement, located: Located) -> Iterator[Finding]:
    """Yield every name that leads nowhere, and every date that is out of order.

    FD110 unknown name, FD111 given twice, FD112 a role without a party, FD113 a determination
    that is needed and not described, FD114 dates out of order.
    """
    yield from _twice(agreement, located)
    yield from _roles(agreement, located)
    yield from _triggers(agreement, located)
    yield from _clauses(agreement, located)
    yield from _who(agreement, located)
    yield from _territory(agreement, located)
    yield from _actors(agreement, located)
    for place, party in enumerate(agreement.parties):
        yield from _history(party, ("parties", place, "history"), located)


def _unknown(located: Located, path: KeyPath, what: str, name: str, known: Any) -> Finding:
    return located.finding(
        "FD110",
        path,
        f"there is no {what} {name!r} in this file",
        hint=near_names(name, sorted(known)),
    )


def _twice(agreement: Agreement, located: Located) -> Iterator[Finding]:
    for block in _BLOCKS:
        seen: set[str] = set()
        for place, item in enumerate(getattr(agreement, block)):
            if item.id in seen:
                yield located.finding("FD111", (block, place, "id"), f"{item.id!r} is given twice")
            seen.add(item.id)


def _roles(agreement: Agreement, located: Located) -> Iterator[Finding]:
    for place, party in enumerate(agreement.parties):
        if party.role not in agreement.roles:
            yield _unknown(located, ("parties", place, "role"), "role", party.role, agreement.roles)
    for name in agreement.roles:
        if not any(party.role == name for party in agreement.parties):
            yield located.finding("FD112", ("roles", name), f"no party has the role {name!r}")


def _triggers(agreement: Agreement, located: Located) -> Iterator[Finding]:
    known = {trigger.id for trigger in agreement.triggers}
    for block in ("obligations", "determination", "permissions"):
        for place, item in enumerate(getattr(agreement, block)):
            if item.trigger is not None and item.trigger not in known:
                yield _unknown(located, (block, place, "trigger"), "trigger", item.trigger, known)
    for place, obligation in enumerate(agreement.obligations):
        described = agreement.determined_by(obligation.trigger) is not None
        if obligation.requires_determination and not described:
            path = ("obligations", place, "requires_determination")
            message = f"needs a determination of {obligation.trigger!r}, and none is described"
            yield located.finding("FD113", path, message)


def _clauses(agreement: Agreement, located: Located) -> Iterator[Finding]:
    """Check the clauses that other parts name: sequences, reservations, readings."""
    promised = {o.id for o in agreement.obligations}
    clauses = promised | {d.id for d in agreement.negative_duties}
    citable = clauses | {t.id for t in agreement.triggers} | {"instrument"}
    citable |= {p.id for p in agreement.permissions}
    for place, obligation in enumerate(agreement.obligations):
        earlier = obligation.sequence_after
        if earlier is not None and earlier not in promised:
            path = ("obligations", place, "sequence_after")
            yield _unknown(located, path, "obligation", earlier, promised)
    for where, reservation in _reservations(agreement):
        for name in reservation.obligations:
            if name not in clauses:
                yield _unknown(located, (*where, "obligations"), "obligation", name, clauses)
    for place, reading in enumerate(agreement.readings):
        if reading.of not in citable:
            yield _unknown(located, ("readings", place, "of"), "clause", reading.of, citable)


def _reservations(agreement: Agreement) -> Iterator[tuple[KeyPath, Any]]:
    for place, party in enumerate(agreement.parties):
        for number, reservation in enumerate(party.reservations):
            yield ("parties", place, "reservations", number), reservation


def _named(agreement: Agreement) -> set[str]:
    """Return the words that may stand for parties."""
    return {party.id for party in agreement.parties} | set(agreement.roles) | {"party"}


def _who(agreement: Agreement, located: Located) -> Iterator[Finding]:
    """Check debtors, creditors, holders and voters, where the file names them."""
    who = _named(agreement)
    for block, place, field, words in _namings(agreement):
        for word in words if field in located.value[block][place] else ():
            if word not in who:
                yield _unknown(located, (block, place, field), "party or role", word, who)


def _namings(agreement: Agreement) -> Iterator[tuple[str, int, str, tuple[str, ...]]]:
    for block, fields in _NAMING.items():
        for place, item in enumerate(getattr(agreement, block)):
            yield from ((block, place, field, getattr(item, field)) for field in fields)


def _territory(agreement: Agreement, located: Located) -> Iterator[Finding]:
    who = _named(agreement) | {"creditor"}
    for kind in ("include", "exclude"):
        for place, entry in enumerate(getattr(agreement.scope.territory, kind)):
            if not (entry.id in who or _is_state(entry.id) or _is_zone(entry.id)):
                path = ("scope", "territory", kind, place, "id")
                yield _unknown(located, path, "party, role or zone", entry.id, who)


def _is_state(word: str) -> bool:
    return len(word) == 3 and word.isalpha() and word.isupper()


def _is_zone(word: str) -> bool:
    return word[:1].isalpha() and word == word.lower()


def _actors(agreement: Agreement, located: Located) -> Iterator[Finding]:
    """Check the actors that conditions name."""
    known = _named(agreement) | set(_CLASSES)
    for path, condition in _conditions(agreement):
        asked = (test for test in tests(condition) if FIELDS[test.field][0] is ACTORS)
        for word in (word for test in asked for word in test.values):
            if not (word in known or _is_state(word) or ":" in word):
                yield _unknown(located, path, "party, role or class of actors", word, known)


#: Block -> the fields that hold conditions.
_ASKING: dict[str, tuple[str, ...]] = {
    "triggers": ("when",),
    "obligations": ("active_when", "unless"),
    "negative_duties": ("breached_when", "unless"),
}


def _conditions(agreement: Agreement) -> Iterator[tuple[KeyPath, Condition]]:
    yield from _in_blocks(agreement)
    for path, reservation in _reservations(agreement):
        yield (*path, "when"), reservation.when
    for name in _CONDITIONS:
        clause = getattr(agreement.conditions, name)
        if clause is not None:
            yield ("conditions", name, "when"), clause.when


def _in_blocks(agreement: Agreement) -> Iterator[tuple[KeyPath, Condition]]:
    given = (
        (block, place, field, getattr(item, field))
        for block, fields in _ASKING.items()
        for place, item in enumerate(getattr(agreement, block))
        for field in fields
    )
    for block, place, field, condition in given:
        if condition is not None:
            yield (block, place, field), condition


def _history(party: Party, path: KeyPath, located: Located) -> Iterator[Finding]:
    """Check that a dated history runs forward."""
    for number, (one, following) in enumerate(pairwise(party.history)):
        if following.from_ < one.from_:
            message = f"{following.from_} lies before the entry above it ({one.from_})"
            where = (*path, number + 1, "from")
            yield located.finding("FD114", where, message, hint="oldest first")
    for number, entry in enumerate(party.history):
        if entry.to is not None and entry.to < entry.from_:
            message = f"ends ({entry.to}) before it begins ({entry.from_})"
            yield located.finding("FD114", (*path, number, "to"), message)
