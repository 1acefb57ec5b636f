"""Reading an agreement: YAML in, a checked value out, every finding at once.

Beyond the shape of the file, the reader checks that what one part names another part has:
roles, triggers, organs, zones, parties. Those are errors, not drafting warnings (for these see
:mod:`foedus.agreement.check`).
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from foedus.agreement.condition import ACTORS, FIELDS, tests
from foedus.agreement.model import Agreement
from foedus.errors import Finding, InvalidAgreement, near_names
from foedus.yamlfile import KeyPath, Located, adapter_for, parse, read, validate

_CLASSES = ("any", "state", "non_state", "party", "third_state", "creditor", "debtor")


def read_agreement(path: Path) -> Agreement:
    """Read an agreement from a file.

    Raises
    ------
    ReadError
        FD0xx: the file is not the YAML that Foedus reads.
    InvalidAgreement
        FD1xx: everything in it that breaks the agreement language.
    """
    return from_located(read(path))


def parse_agreement(text: str, *, file: str = "<text>") -> Agreement:
    """Read an agreement from text; see :func:`read_agreement`."""
    return from_located(parse(text, file=file))


def from_located(located: Located) -> Agreement:
    """Turn located values into an agreement."""
    agreement: Agreement = validate(located, adapter_for(Agreement), code="FD1", error=InvalidAgreement)
    findings = sorted(_unresolved(agreement, located), key=lambda f: (f.line, f.column))
    if findings:
        plural = "s" if len(findings) > 1 else ""
        raise InvalidAgreement(f"{located.file} has {len(findings)} error{plural}", findings)
    return agreement


def _unresolved(agreement: Agreement, located: Located) -> Iterator[Finding]:
    yield from _twice(agreement, located)
    yield from _roles(agreement, located)
    yield from _triggers(agreement, located)
    yield from _words(agreement, located)
    yield from _histories(agreement, located)
    clauses = {o.id for o in agreement.obligations} | {d.id for d in agreement.negative_duties}
    for place, party in enumerate(agreement.parties):
        for number, reservation in enumerate(party.reservations):
            for name in reservation.obligations:
                if name not in clauses:
                    path = ("parties", place, "reservations", number, "obligations")
                    yield _unknown(located, path, "obligation", name, clauses)
    for place, reading in enumerate(agreement.readings):
        known = clauses | {t.id for t in agreement.triggers} | {p.id for p in agreement.permissions} | {"instrument"}
        if reading.of not in known:
            yield _unknown(located, ("readings", place, "of"), "clause", reading.of, known)


def _unknown(located: Located, path: KeyPath, what: str, name: str, known: Any) -> Finding:
    return located.finding("FD110", path, f"there is no {what} {name!r} in this file", hint=near_names(name, sorted(known)))


def _twice(agreement: Agreement, located: Located) -> Iterator[Finding]:
    for block in ("parties", "triggers", "obligations", "negative_duties", "permissions"):
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
    promised = {obligation.id for obligation in agreement.obligations}
    for place, obligation in enumerate(agreement.obligations):
        earlier = obligation.sequence_after
        if earlier is not None and earlier not in promised:
            path = ("obligations", place, "sequence_after")
            yield _unknown(located, path, "obligation", earlier, promised)
        if obligation.requires_determination and agreement.determined_by(obligation.trigger) is None:
            message = f"needs a determination of {obligation.trigger!r}, and none is described"
            yield located.finding("FD113", ("obligations", place, "requires_determination"), message)


def _words(agreement: Agreement, located: Located) -> Iterator[Finding]:
    """Check who is meant: debtors, creditors, holders, voters, and the actors of conditions."""
    who = {party.id for party in agreement.parties} | set(agreement.roles) | {"party"}
    for block, fields in (
        ("obligations", ("debtor", "creditor")),
        ("negative_duties", ("debtor", "creditor")),
        ("permissions", ("holder",)),
        ("determination", ("voters",)),
    ):
        for place, item in enumerate(getattr(agreement, block)):
            given = located.value[block][place]
            for field in fields:
                for word in getattr(item, field):
                    if word not in who and field in given:
                        yield _unknown(located, (block, place, field), "party or role", word, who)
    yield from _condition_words(agreement, located, who)
    places = [*(("include", i, t) for i, t in enumerate(agreement.scope.territory.include)),
              *(("exclude", i, t) for i, t in enumerate(agreement.scope.territory.exclude))]  # fmt: skip
    for kind, place, territory in places:
        word = territory.id
        if not (word in who or word == "creditor" or _is_state(word) or _is_zone(word)):
            path = ("scope", "territory", kind, place, "id")
            yield _unknown(located, path, "party, role or zone", word, who | {"creditor"})


def _is_state(word: str) -> bool:
    return len(word) == 3 and word.isalpha() and word.isupper()  # noqa: PLR2004 - ISO 3166 alpha-3


def _is_zone(word: str) -> bool:
    return word[:1].isalpha() and word == word.lower()


def _condition_words(agreement: Agreement, located: Located, who: set[str]) -> Iterator[Finding]:
    for path, condition in _conditions(agreement):
        for test in tests(condition):
            if FIELDS[test.field][0] is not ACTORS:
                continue
            for word in test.values:
                if not (word in who or word in _CLASSES or _is_state(word) or ":" in word):
                    yield _unknown(located, path, "party, role or class of actors", word, who | set(_CLASSES))


def _conditions(agreement: Agreement) -> Iterator[tuple[KeyPath, Any]]:
    for place, trigger in enumerate(agreement.triggers):
        yield ("triggers", place, "when"), trigger.when
    for place, obligation in enumerate(agreement.obligations):
        yield ("obligations", place, "active_when"), obligation.active_when
        if obligation.unless is not None:
            yield ("obligations", place, "unless"), obligation.unless
    for place, duty in enumerate(agreement.negative_duties):
        yield ("negative_duties", place, "breached_when"), duty.breached_when
        if duty.unless is not None:
            yield ("negative_duties", place, "unless"), duty.unless
    for place, party in enumerate(agreement.parties):
        for number, reservation in enumerate(party.reservations):
            yield ("parties", place, "reservations", number, "when"), reservation.when
    for name in ("activation", "binding", "exemption", "third_party_performance", "cross_instrument"):
        clause = getattr(agreement.conditions, name)
        if clause is not None:
            yield ("conditions", name, "when"), clause.when


def _histories(agreement: Agreement, located: Located) -> Iterator[Finding]:
    for place, party in enumerate(agreement.parties):
        days = [entry.from_ for entry in party.history]
        for number, (one, next_one) in enumerate(zip(days, days[1:], strict=False)):
            if next_one < one:
                path = ("parties", place, "history", number + 1, "from")
                yield located.finding("FD114", path, f"{next_one} lies before the entry above it ({one})", hint="oldest first")
        for number, entry in enumerate(party.history):
            if entry.to is not None and entry.to < entry.from_:
                path = ("parties", place, "history", number, "to")
                yield located.finding("FD114", path, f"ends ({entry.to}) before it begins ({entry.from_})")
