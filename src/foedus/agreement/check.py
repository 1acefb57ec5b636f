"""Drafting warnings: what a careful reader would ask the drafters of an agreement.

A file with warnings is valid, and a real treaty has many: each names a point that the text
leaves open and that states have quarrelled about, with a clause, in our own words, that would
settle it. Errors are found on reading, see :mod:`foedus.agreement.read`.

:data:`RULES` is the whole list; each rule is one function.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from foedus.agreement.condition import Condition, tests
from foedus.agreement.duration import after, in_words
from foedus.agreement.force import entry_on
from foedus.agreement.level import Level, level, table_level
from foedus.agreement.model import Agreement, Determination, Obligation, Territory, Trigger
from foedus.agreement.read import from_located
from foedus.agreement.vocabulary import rank
from foedus.agreement.wording import say_content, say_rung, say_who, say_word, the_state
from foedus.errors import Finding, Severity
from foedus.yamlfile import KeyPath, Located, show_path


@dataclass(frozen=True, slots=True, kw_only=True)
class DraftingFinding(Finding):
    """A drafting warning: the article that it is about, and a clause that would settle it."""

    article: str = ""
    model_clause: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Point:
    """Where a rule bites: the place in the file, the article, and what is open there."""

    path: KeyPath
    article: str
    message: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """A rule: its code, what it looks for, what would help, and a clause in our own words."""

    code: str
    find: Callable[[Agreement], Iterator[Point]]
    hint: str
    model_clause: str = ""
    severity: Severity = "warning"


def check(agreement: Agreement) -> tuple[DraftingFinding, ...]:
    """Return every drafting warning of an agreement, in the order of the rules.

    Examples
    --------
    >>> from foedus.agreement.library import load
    >>> [finding.code for finding in check(load("budapest-1994"))]
    ['FD152']
    """
    return tuple(_findings(agreement, None))


def check_located(located: Located) -> tuple[DraftingFinding, ...]:
    """Return every drafting warning of a file that was read, in the order of its lines.

    Raises
    ------
    InvalidAgreement
        The file has errors; no warning is given then.
    """
    found = _findings(from_located(located), located)
    return tuple(sorted(found, key=lambda finding: (finding.line, finding.column, finding.code)))


def _findings(agreement: Agreement, located: Located | None) -> Iterator[DraftingFinding]:
    for rule in RULES:
        for point in rule.find(agreement):
            line, column = located.where(point.path) if located else (0, 0)
            yield DraftingFinding(
                code=rule.code,
                message=point.message,
                hint=rule.hint,
                file=located.file if located else "",
                line=line,
                column=column,
                path=show_path(point.path),
                severity=rule.severity,
                article=point.article,
                model_clause=rule.model_clause,
            )


def _helping(agreement: Agreement) -> Iterator[tuple[int, Obligation]]:
    """Yield the obligations that promise more than talk and a word to the Security Council."""
    for place, obligation in enumerate(agreement.obligations):
        if rank(level(obligation).ceiling) > rank("refer_unsc") and obligation.deontic != "may":
            yield place, obligation


def _triggers_of_help(agreement: Agreement) -> Iterator[tuple[int, Trigger]]:
    used = {obligation.trigger for _, obligation in _helping(agreement)}
    for place, trigger in enumerate(agreement.triggers):
        if trigger.id in used:
            yield place, trigger


def no_determination(agreement: Agreement) -> Iterator[Point]:
    """Find events of which nobody is named who decides that they have happened."""
    for place, trigger in _triggers_of_help(agreement):
        if agreement.determined_by(trigger.id) is None:
            message = f"nobody is named who decides that {trigger.id!r} has happened"
            yield Point(path=("triggers", place), article=trigger.cite, message=message)


def attacker_votes(agreement: Agreement) -> Iterator[Point]:
    """Find votes that an attacker can cast on its own attack."""
    for place, rule in enumerate(agreement.determination):
        if rule.by != "organ" or rule.attacker_excluded or not _electorate(agreement, rule):
            continue
        who = "a party that attacks"
        if agreement.challenger in _electorate(agreement, rule):
            who = f"{the_state(agreement.challenger or '')}, even as the attacker,"
        effect = "can block the decision" if _one_blocks(rule) else "has a vote in the decision"
        message = f"{who} {effect} on {rule.trigger!r}"
        yield Point(path=("determination", place), article=rule.cite, message=message)


def _electorate(agreement: Agreement, rule: Determination) -> tuple[str, ...]:
    return tuple(p.id for p in agreement.parties if agreement.means(p.id, rule.voters))


def _one_blocks(rule: Determination) -> bool:
    return rule.rule in {"unanimity", "consensus"}


def no_deadline(agreement: Agreement) -> Iterator[Point]:
    """Find duties to consult that may be met at any time."""
    for place, obligation in enumerate(agreement.obligations):
        if level(obligation).floor == "consult" and obligation.deadline is None:
            message = f"{obligation.id!r} sets no deadline for the consultation"
            yield Point(path=("obligations", place), article=obligation.cite, message=message)


def place_without_test(agreement: Agreement) -> Iterator[Point]:
    """Find land that can be argued about: no test of whose it is, no date of its line."""
    lists = agreement.scope.territory
    for kind, entries in (("include", lists.include), ("exclude", lists.exclude)):
        for place, entry in enumerate(entries):
            message = _open_place(agreement, entry, excluded=kind == "exclude")
            if message:
                where: KeyPath = ("scope", "territory", kind, place)
                yield Point(path=where, article=entry.cite, message=message)


def _open_place(agreement: Agreement, entry: Territory, *, excluded: bool) -> str:
    named = entry.id in {"party", "creditor", *agreement.roles} or entry.id.isupper()
    if named and entry.test is None:
        whose = say_who(entry.id)
        return f"the land of {whose} is named without a test: recognised, owned or administered?"
    if excluded and not named and entry.from_ is None and entry.until is None:
        return f"the zone {entry.id!r} is left out without a date on which its line is drawn"
    return ""


def attacker_without_rule(agreement: Agreement) -> Iterator[Point]:
    """Find promises of somebody who may be the attacker, with no rule for that."""
    for place, trigger in _triggers_of_help(agreement):
        asked = {test.field for test in tests(trigger.when)}
        rule = agreement.determined_by(trigger.id)
        if asked & {"by", "involved"} or (rule is not None and rule.attacker_excluded):
            continue
        debtors = {
            party.id
            for _, obligation in _helping(agreement)
            if obligation.trigger == trigger.id
            for party in agreement.parties
            if agreement.means(party.id, obligation.debtor)
        }
        if not debtors:
            continue
        who = "one of those who promise help"
        if agreement.challenger in debtors:
            who = f"{the_state(agreement.challenger or '')}, which promises help,"
        message = f"{who} may itself be the attacker, and no rule says what follows"
        yield Point(path=("triggers", place, "when"), article=trigger.cite, message=message)


def collective_only(agreement: Agreement) -> Iterator[Point]:
    """Find guarantees that bind only all together, or may be read so."""
    for name, role in agreement.roles.items():
        if role.collective_or_several != "several":
            how = say_word("collective_or_several", role.collective_or_several)
            message = f"those with the role {name!r} are bound {how}; one who stays away frees all"
            path = ("roles", name, "collective_or_several")
            yield Point(path=path, article=role.cite, message=message)


def binding_but_intends(agreement: Agreement) -> Iterator[Point]:
    """Find verbs of a binding instrument that state an aim."""
    for place, obligation in enumerate(agreement.obligations):
        if agreement.legal_force == "binding" and obligation.deontic in {"intends", "should"}:
            message = (
                f"the instrument is binding, but the verb of {obligation.id!r} "
                f"({obligation.deontic}) obliges nobody"
            )
            path = ("obligations", place, "deontic")
            yield Point(path=path, article=obligation.cite, message=message)


def notice_before_term(agreement: Agreement) -> Iterator[Point]:
    """Find a notice that frees a party long before the term is over."""
    term = agreement.term
    if term.length is None or term.notice is None:
        return
    start = agreement.signed
    first = after(after(start, term.earliest_withdrawal or "immediate"), term.notice)
    if first < after(start, term.length):
        length = in_words(term.length).removeprefix("within ")
        notice = in_words(term.notice).removeprefix("within ")
        message = f"the term is {length}, but a party is free after a notice of {notice}"
        yield Point(path=("term", "notice"), article=term.cite, message=message)


def adversary_starts(agreement: Agreement) -> Iterator[Point]:
    """Find promises that start only once the adversary has done something."""
    found: list[tuple[KeyPath, str, Condition]] = []
    clause = agreement.conditions.activation
    if clause is not None:
        found.append((("conditions", "activation"), clause.cite, clause.when))
    for place, obligation in enumerate(agreement.obligations):
        here: KeyPath = ("obligations", place, "active_when")
        found.append((here, obligation.cite, obligation.active_when))
    for path, cite, condition in found:
        asked = {test.field for test in tests(condition)}
        for field, event in (("ceasefire", "a ceasefire"), ("hostilities", "the end of the war")):
            if field in asked:
                message = f"the promise starts with {event}, which depends on the adversary"
                yield Point(path=path, article=cite, message=message)


def late_ratification(agreement: Agreement) -> Iterator[Point]:
    """Find signatories that are not bound on the day on which the instrument starts."""
    if not agreement.concluded:
        return
    entries = [(party, entry) for party in agreement.parties for entry in party.history]
    binding = [e.from_ for _, e in entries if e.state in {"in_force", "provisionally_applied"}]
    start = min(binding, default=agreement.signed)
    for place, party in enumerate(agreement.parties):
        entry = entry_on(party, start)
        if entry is not None and entry.state in {"signed_not_ratified", "ratified"}:
            begun = "nobody is bound yet, and" if not binding else f"on {start}, the first day,"
            message = f"{begun} {the_state(party.id)} has {say_word('party_state', entry.state)}"
            yield Point(path=("parties", place, "history"), article=entry.cite, message=message)


def _named_means(agreement: Agreement) -> set[str]:
    return {status.means for status in agreement.means_status}


def duty_without_means(agreement: Agreement) -> Iterator[Point]:
    """Find duties of help for which the file names no means."""
    known = _named_means(agreement)
    for place, obligation in _helping(agreement):
        if not known & {*obligation.content, *obligation.means.includes}:
            promised = say_content(obligation.content)
            message = f"{obligation.id!r} promises {promised}; no means are named for it"
            path = ("obligations", place, "content")
            yield Point(path=path, article=obligation.cite, message=message)


def means_without_duty(agreement: Agreement) -> Iterator[Point]:
    """Find means that no clause obliges anybody to use."""
    promised = {w for o in agreement.obligations for w in (*o.content, *o.means.includes)}
    for place, status in enumerate(agreement.means_status):
        if status.means not in promised:
            state = say_word("means_state", status.state)
            message = f"{status.means!r} are {state}, but no obligation promises them"
            yield Point(path=("means_status", place, "means"), article="", message=message)


def overrides(agreement: Agreement) -> Iterator[Point]:
    """Find every rung that a named reading sets instead of the table."""
    for place, obligation in enumerate(agreement.obligations):
        given = obligation.override
        if given is None:
            continue
        table, used = _span(table_level(obligation)), _span(level(obligation))
        message = (
            f"the reading {given.reading!r} sets {obligation.id!r} to {used} "
            f"where the table has {table}: {given.reason}"
        )
        path = ("obligations", place, "override")
        yield Point(path=path, article=obligation.cite, message=message)


def _span(found: Level) -> str:
    return f"{say_rung(found.floor)} up to {say_rung(found.ceiling)}"


RULES: tuple[Rule, ...] = (
    Rule(
        code="FD150",
        find=no_determination,
        hint="add an entry to determination: by each_guarantor, jointly or an organ",
        model_clause=(
            "Whether there has been an armed attack is decided by the council within three "
            "days of a request, by two thirds of its members."
        ),
    ),
    Rule(
        code="FD151",
        find=attacker_votes,
        hint="set attacker_excluded: true",
        model_clause=(
            "A party that takes part in the attack has no vote, and its absence does not "
            "prevent a decision."
        ),
    ),
    Rule(
        code="FD152",
        find=no_deadline,
        hint="set deadline, for example PT24H",
        model_clause="The parties meet within twenty-four hours of the request of any of them.",
    ),
    Rule(
        code="FD153",
        find=place_without_test,
        hint=(
            "set test: recognised, sovereignty or administered; for a zone that is left "
            "out, set from"
        ),
        model_clause=(
            "The territory is what is generally recognised as such; the line is the one "
            "drawn on the annexed map on the day of signature."
        ),
    ),
    Rule(
        code="FD154",
        find=attacker_without_rule,
        hint="say in the trigger who the attacker may be (by), or shut it out of the determination",
        model_clause=(
            "If a party itself takes part in the attack, the duties of all others stand, "
            "and it has no claim under this treaty."
        ),
    ),
    Rule(
        code="FD155",
        find=collective_only,
        hint="set collective_or_several: several",
        model_clause="Each guarantor is bound for itself, whatever the others do.",
    ),
    Rule(
        code="FD156",
        find=binding_but_intends,
        hint="write shall, or say that the clause is political",
        model_clause="Each guarantor shall give the help named in this article.",
    ),
    Rule(
        code="FD157",
        find=notice_before_term,
        hint="set earliest_withdrawal so that it and the notice fill the term",
        model_clause="No notice may be given that would take effect before the end of the term.",
    ),
    Rule(
        code="FD158",
        find=adversary_starts,
        hint="let the promise start on a day, or on an act of the parties themselves",
        model_clause=(
            "The duties begin on the day of signature; that the other side refuses or "
            "breaks a ceasefire does not suspend them."
        ),
    ),
    Rule(
        code="FD159",
        find=late_ratification,
        hint=(
            "add provisional application from signature, or let the duties start with the "
            "last ratification"
        ),
        model_clause=(
            "Until it has ratified, each signatory applies this treaty provisionally from "
            "signature."
        ),
    ),
    Rule(
        code="FD160",
        find=duty_without_means,
        hint="say in means_status what is promised, planned, in place or tested",
        model_clause=(
            "Within ninety days the guarantors lay down which forces and stocks are held "
            "ready for this duty."
        ),
    ),
    Rule(
        code="FD161",
        find=means_without_duty,
        hint="name the means in the content of an obligation, or in what its means include",
        model_clause="The means named in the annex are used when the duty of help falls due.",
    ),
    Rule(
        code="FD162",
        find=overrides,
        hint="the reason is given by the reading, not by the words of the clause",
        severity="note",
    ),
)
