"""The trace of an answer: a tree of clauses and tests, each test with the fact that decided it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from foedus.agreement.condition import Condition, tests
from foedus.agreement.phrases import TEMPLATES, VALUES
from foedus.agreement.wording import (
    say_condition,
    say_list,
    say_reason,
    say_rung,
    say_zone,
    the_state,
)
from foedus.obligations.event_words import say_fact
from foedus.obligations.sentence import capital, say_cite, sentence
from foedus.obligations.situation import values

if TYPE_CHECKING:
    from foedus.obligations.assess import Answer
    from foedus.obligations.casus import Casus, Check
    from foedus.obligations.situation import Situation

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


def tree(answer: Answer) -> Node:
    """Return the trace of an answer: per clause each test, with the fact that it met or missed."""
    return Node(text=sentence(answer), below=tuple(_clause(one) for one in answer.clauses))


def _clause(one: Casus) -> Node:
    situation = one.situation
    state = "owed" if one.owed else f"stopped at test {one.failed} ({TESTS[one.failed or 1]})"
    cite = capital(say_cite(situation.agreement, one.obligation.cite))
    heading = f"{cite} towards {the_state(situation.creditor)} ({say_rung(one.rung)}): {state}"
    checks = sorted((c for c in one.checks if _tells(c)), key=lambda c: c.test)
    return Node(text=heading, below=tuple(_check(c, situation) for c in checks))


def _tells(check: Check) -> bool:
    return not check.met or bool(check.reasons) or check.condition is not None


def _check(check: Check, situation: Situation) -> Node:
    condition = check.condition
    if condition is not None and any(tests(condition)):
        said, given = say_condition(condition), _facts(condition, situation)
        said = said if said == given else f"{said}; on record: {given}"
    else:
        said = say_list(say_reason(reason) for reason in check.reasons)
        said = said or ("met" if check.met else "not met")
    note = f" ({check.note})" if check.note else ""
    # a clause that leaves the means to the debtor says so last, which is no test of its own
    name = "means" if check.reasons == ("own_judgement",) else TESTS[check.test]
    return Node(text=f"{name}: {said}{note}", met=check.met, cite=check.cite)


def _facts(condition: Condition, situation: Situation) -> str:
    """Say what the facts give to the fields that a condition asks for."""
    fields = dict.fromkeys(test.field for test in tests(condition))
    return "; ".join(_say_field(field, situation) for field in fields)


#: Field -> what is said where the facts give it no value.
_ABSENT: dict[str, str] = {
    "request": "no request",
    "party_request": "no request",
    "request_article": "no article named in a request",
    "performed_by": "nobody has done its part",
    "agreed": "nothing agreed",
    "finding": "no decision of an organ",
    "organ": "no decision of an organ",
    "cross_instrument": "no other instrument in force",
    "joined_by": "nobody joins the attacker",
    "interest_affected": "no interest affected",
    "zone": "no zone of the instrument",
    "region": "no place",
    "place_type": "no place",
    "claimed_origin": "the victim's government says nothing of its origin",
    "ideology": "no ideology",
    "resisted": "nothing said of resistance",
}


def _say_field(field: str, situation: Situation) -> str:
    given = sorted(value for value in values(field, situation) if value)
    if not given:
        return _ABSENT.get(field, "nothing")
    if field == "ceasefire" and "in_force" in given:
        given = ["in_force"]  # one that is in force has begun
    if field not in TEMPLATES:  # said as a whole
        return say_list(say_fact(field, value) for value in given)
    return TEMPLATES[field][0].format(say_list(_say_value(field, value) for value in given))


def _say_value(field: str, value: str) -> str:
    if field == "zone":
        return say_zone(value)
    if re.fullmatch(r"[A-Z]{3}|(org|non_state):.*", value, flags=re.DOTALL):
        return the_state(value)
    return VALUES.get(field, {}).get(value, value)
