"""The trace of an answer: a tree of tests, and one plain sentence.

Every sentence is put together from the values of the answer; nothing is stated that the answer
does not hold.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from foedus.agreement.condition import Condition, tests
from foedus.agreement.duration import in_words
from foedus.agreement.model import Agreement
from foedus.agreement.phrases import KINDS, REFRAINS
from foedus.agreement.vocabulary import Reason, rank
from foedus.agreement.wording import (
    say_condition,
    say_list,
    say_reason,
    say_rung,
    say_word,
    state_name,
    the_state,
)
from foedus.obligations.assess import Answer
from foedus.obligations.casus import Casus, Check
from foedus.obligations.situation import Situation, values

TESTS: dict[int, str] = {
    1: "party",
    2: "in force",
    3: "place and object",
    4: "act",
    5: "actor and provocation",
    6: "conditions and exemptions",
    7: "request or consent",
    8: "determination",
    9: "release",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Node:
    """One line of a trace and those below it. ``met`` is None for a heading."""

    text: str
    met: bool | None = None
    cite: str = ""
    below: tuple[Node, ...] = ()

    def lines(self, depth: int = 0) -> list[str]:
        """Return the tree as indented lines."""
        mark = {None: "", True: "✓ ", False: "✗ "}[self.met]
        cite = f"  [{self.cite}]" if self.cite else ""
        return [
            f"{'  ' * depth}{mark}{self.text}{cite}",
            *(line for node in self.below for line in node.lines(depth + 1)),
        ]


def say_cite(agreement: Agreement, cite: str) -> str:
    """Return a citation as it stands in a sentence.

    Examples
    --------
    >>> from foedus.agreement.library import load
    >>> say_cite(load("nato-1949"), "5, 6"), say_cite(load("budapest-1994"), "4")
    ('Articles 5 and 6', 'paragraph 4')
    >>> say_cite(load("paris-2026"), "component 4")
    'component 4'
    """
    parts = [part.strip() for part in re.split(r"[,;]", cite) if part.strip()]
    if not parts or not parts[0][0].isdigit() or len(re.findall(r"[a-z]{2,}", cite)) > 0:
        return cite
    unit = agreement.unit + ("s" if len(parts) > 1 else "")
    return f"{unit} {say_list(parts)}"


def tree(answer: Answer) -> Node:
    """Return the trace of an answer: per clause each test, with the fact that it met or missed."""
    return Node(text=sentence(answer), below=tuple(_clause(one) for one in answer.clauses))


def _clause(one: Casus) -> Node:
    obligation = one.obligation
    state = "owed" if one.owed else f"stopped at test {one.failed} ({TESTS[one.failed or 1]})"
    heading = f"{say_cite(one.situation.agreement, obligation.cite)}: {say_rung(one.rung)} towards {the_state(one.situation.creditor)}: {state}"
    checks = sorted((c for c in one.checks if _tells(c)), key=lambda c: c.test)
    return Node(text=heading, below=tuple(_check(c, one.situation) for c in checks))


def _tells(check: Check) -> bool:
    return not check.met or bool(check.reasons) or check.condition is not None


def _check(check: Check, situation: Situation) -> Node:
    said = f"{TESTS.get(check.test, 'rung')}: "
    if check.condition is not None:
        said += f"{say_condition(check.condition)}: {_facts(check.condition, situation)}"
    else:
        said += say_list([say_reason(reason) for reason in check.reasons]) or (
            "met" if check.met else "not met"
        )
    if check.note:
        said += f" ({check.note})"
    return Node(text=said, met=check.met, cite=check.cite)


def _facts(condition: Condition, situation: Situation) -> str:
    """Say what the facts give to the fields that a condition asks for."""
    found: dict[str, str] = {}
    for test in tests(condition):
        given = sorted(values(test.field, situation))
        found.setdefault(
            test.field,
            " and ".join(_say_value(test.field, value) for value in given) or "nothing on record",
        )
    return "; ".join(f"{field.replace('_', ' ')} is {said}" for field, said in found.items())


def _say_value(field: str, value: str) -> str:
    if re.fullmatch(r"[A-Z]{3}|(org|non_state):.*", value):
        return the_state(value)
    return say_fact(field, value)


def say_fact(field: str, value: str) -> str:
    """Return a value of a field as it stands in a sentence.

    Examples
    --------
    >>> say_fact("kind", "cyber"), say_fact("request", "assistance")
    ('a cyber attack', 'assistance')
    """
    if field == "kind":
        return KINDS.get(value, value)
    return say_word(field, value).replace("_", " ")


def _first(text: str) -> str:
    return text[:1].upper() + text[1:]


def sentence(answer: Answer) -> str:
    """Return an answer as one plain sentence."""
    who = _first(the_state(answer.who))
    if answer.status == "negative_duty_breach":
        duties = say_list([REFRAINS[content] for content in answer.breached])
        return f"{who} is in breach of a duty to refrain under {_under(answer)}: it owes {duties}."
    higher = _failed_above(answer)
    tail = f", while {higher}" if higher else ""
    if answer.decisive is not None and answer.status in {
        "triggered",
        "activated",
        "political_only",
    }:
        return f"{who} {_owes(answer)} under {_under(answer)}{_by_when(answer)}: {_because(answer)}{tail}."
    if answer.decisive is not None and answer.owed:
        also = max(answer.owed, key=lambda c: rank(c.rung))
        verb = "owes" if also.binding else "has politically promised"
        cite = say_cite(also.situation.agreement, also.obligation.cite)
        return f"{who} {verb} {say_rung(also.rung)} only ({cite}); for {say_rung(answer.decisive.rung)} {_because(answer)}{tail}."
    return f"{who} owes nothing under {_under(answer)}: {_because(answer)}{_failed_below(answer)}."


def _owes(answer: Answer) -> str:
    assert answer.decisive is not None
    if answer.status == "political_only":
        return (
            f"has politically promised {say_rung(answer.decisive.rung)}, which is not owed in law,"
        )
    return f"owes {say_rung(answer.floor)}"


def _by_when(answer: Answer) -> str:
    if not answer.deadline or answer.decisive is None:
        return ""
    timed = next(
        (c for c in (answer.decisive, *answer.owed) if c.obligation.deadline == answer.deadline),
        answer.decisive,
    )
    if timed is answer.decisive:
        return f", {in_words(answer.deadline)}"
    return f" ({say_rung(timed.rung)} {in_words(answer.deadline)})"


def _under(answer: Answer) -> str:
    if answer.decisive is not None:
        agreement = answer.decisive.situation.agreement
        return f"{say_cite(agreement, answer.decisive.obligation.cite)} of {agreement.name}"
    if answer.broken_duties and answer.clauses:
        agreement = answer.clauses[0].situation.agreement
        return f"{say_cite(agreement, answer.cite)} of {agreement.name}"
    cite = f", {answer.cite}" if answer.cite not in {"", "-"} else ""
    return say_list(answer.instruments) + cite if answer.instruments else "any instrument"


def _because(answer: Answer) -> str:
    """Say the reasons of the decisive clause; what failed above it is said apart."""
    one = answer.decisive
    own = set(one.reasons()) if one is not None else set(answer.reasons)
    said: list[Reason] = [reason for reason in answer.reasons if reason in own] or list(
        answer.reasons
    )
    said.sort(key=lambda reason: reason == "attacker_is_party")
    return (
        say_list(
            dict.fromkeys(say_reason(reason) for reason in said if reason != "political_commitment")
        )
        or "the promise is met"
    )


def _failed_above(answer: Answer) -> str:
    """Say why a stronger clause than the decisive one is not owed."""
    if answer.decisive is None or not answer.decisive.engaged:
        return ""
    for one in answer.clauses:
        if rank(one.rung) > rank(answer.decisive.rung) and not one.owed:
            why = say_list([say_reason(reason) for reason in one.reasons()[:2]])
            cite = say_cite(one.situation.agreement, one.obligation.cite)
            return f"{cite} ({say_rung(one.rung)}) does not apply, since {why}"
    return ""


def _failed_below(answer: Answer) -> str:
    """Say why a weaker clause than the decisive one is not owed either, where it has its own reason."""
    if answer.decisive is None:
        return ""
    for one in answer.clauses:
        told = one.reasons()
        if (
            one is not answer.decisive
            and one.rung != "none"
            and not set(told) & set(answer.decisive.reasons())
        ):
            cite = say_cite(one.situation.agreement, one.obligation.cite)
            return f"; {say_rung(one.rung)} ({cite}) is not owed either, since {say_list([say_reason(r) for r in told[:2]])}"
    return ""


def names(codes: tuple[str, ...]) -> str:
    """Return states as a list for a sentence, sorted by name."""
    return say_list(
        sorted((the_state(code) for code in codes), key=lambda name: name.removeprefix("the "))
    )


def count_of(codes: tuple[str, ...], most: int = 6) -> str:
    """Return a short list of states, or how many there are.

    Examples
    --------
    >>> count_of(("USA", "GBR"))
    'the United Kingdom and the United States'
    """
    if len(codes) <= most:
        return names(codes)
    few = sorted(state_name(code) for code in codes)[:3]
    return f"{len(codes)} states ({', '.join(few)} ...)"
