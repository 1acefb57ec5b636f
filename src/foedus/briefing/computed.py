"""What Foedus computes for a briefing, as sentences that can be computed again.

A *scenario* is a plain armed attack by the challenger on the beneficiary's own land, with the
facts that the pages name: as things stand, or after a ceasefire, the end of the present
hostilities and a request for help. For each agreement and scenario the answers of all
guarantors are grouped: those who owe the same stand in one sentence.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

from foedus.agreement.condition import Condition, tests
from foedus.agreement.facts import Facts
from foedus.agreement.model import Agreement
from foedus.agreement.vocabulary import rank
from foedus.briefing import words
from foedus.briefing.forced import in_text
from foedus.briefing.prose import day, listed, parties, plural, spelled, the
from foedus.briefing.typed import article_name, clause_name
from foedus.obligations.assess import Answer, assess
from foedus.obligations.scenario import attack_facts
from foedus.sources import ClauseCitation, ResultCitation, Sentence

Supposed = Literal["now", "later"]
STATED: dict[Supposed, tuple[str, ...]] = {
    "now": (),
    "later": ("ceasefire=has_started", "hostilities=ended", "request=assistance"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """Who attacks whom, and the day on which the law is read.

    ``war`` says that the challenger has attacked already and the hostilities go on: the attack
    supposed is then a new one.
    """

    challenger: str
    beneficiary: str
    at: date
    war: bool = False

    def command(self, agreement: str, supposed: Supposed) -> str:
        """Return the command that computes the answers again."""
        facts = "".join(f" --fact {fact}" for fact in STATED[supposed])
        return (
            f"foedus due {agreement} --attack {self.challenger} {self.beneficiary} "
            f"--on {self.at.isoformat()}{facts}"
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """Guarantors whose answers are the same, and one of the answers."""

    who: tuple[str, ...]
    answer: Answer


def plain_attack(agreement: Agreement, case: Case, supposed: Supposed) -> Facts:
    """Return the facts of a scenario: one armed attack, every fact at its plainest."""
    return attack_facts(
        agreement, case.challenger, case.beneficiary, place="", on=case.at, stated=STATED[supposed]
    ).facts


def debtors(agreement: Agreement, case: Case) -> tuple[str, ...]:
    """Return the parties whose answers are of interest: all but the beneficiary."""
    return tuple(
        party.id for party in agreement.parties if party.id not in {case.beneficiary, "any_state"}
    )


def groups(agreement: Agreement, case: Case, supposed: Supposed) -> tuple[Group, ...]:
    """Return the answers of all guarantors, the same ones together, the most owed first."""
    facts = plain_attack(agreement, case, supposed)
    found: dict[tuple[object, ...], list[str]] = {}
    answers: dict[tuple[object, ...], Answer] = {}
    for who in debtors(agreement, case):
        answer = assess(agreement, facts, who, case.at)
        key = (
            answer.status,
            answer.floor,
            answer.political_floor,
            answer.cite,
            answer.reasons,
            answer.breached,
        )
        found.setdefault(key, []).append(who)
        answers.setdefault(key, answer)
    made = [Group(who=tuple(who), answer=answers[key]) for key, who in found.items()]
    return tuple(
        sorted(made, key=lambda g: (-rank(g.answer.floor), -rank(g.answer.political_floor), g.who))
    )


def due_sentences(
    agreement: Agreement, case: Case, supposed: Supposed, names: dict[str, str] | None = None
) -> tuple[str, ...]:
    """Return one sentence for each group of guarantors."""
    return tuple(
        due_sentence(agreement, group, case, supposed, names)
        for group in groups(agreement, case, supposed)
    )


def due_sentence(
    agreement: Agreement,
    group: Group,
    case: Case,
    supposed: Supposed,
    names: dict[str, str] | None = None,
) -> str:
    """Say in a sentence what a group of guarantors would owe, and why not more."""
    them = the(case.beneficiary, names)
    answer, name = group.answer, in_text(agreement)
    one = len(group.who) == 1
    who = _who(agreement, group.who, case, names)
    if_ = _if(case, supposed, names)
    if answer.status == "negative_duty_breach":
        broken = listed([words.CONTENT[content] for content in answer.breached])
        return f"{if_}, {who} would break {clause_name(agreement, answer.cite)}: {broken}."
    if answer.floor != "none":
        return (
            f"{if_}, {who} would owe {words.OWES[answer.floor]} under "
            f"{clause_name(agreement, answer.cite)}{_more(agreement, answer, them)}."
        )
    if answer.political_floor != "none":
        where = clause_name(agreement, answer.cite)
        under = "it" if where == name else article_name(agreement, answer.cite)
        has = "has" if one else "have"
        return (
            f"{if_}, {who} would owe nothing in law under {name}, but {has} promised "
            f"{words.OWES[answer.political_floor]} ({under})."
        )
    they = f"{_named(agreement, group.who, case, names)} {'is' if one else 'are'}"
    return (
        f"{if_}, {who} would owe nothing under "
        f"{name}{_because(agreement, answer, them=them, they=they, who=who)}."
    )


def _if(case: Case, supposed: Supposed, names: dict[str, str] | None) -> str:
    attacker, them = the(case.challenger, names), the(case.beneficiary, names)
    if supposed == "now":
        act = "began a new attack on" if case.war else "attacked"
        return f"If {attacker} {act} {them} as things stand on {day(case.at)}"
    return (
        f"If {attacker} attacked {them} again after a ceasefire and the end of the "
        f"present hostilities, and {them} asked for help"
    )


MOST_NAMED = 6  # a longer group is named by its role, or counted


def _who(agreement: Agreement, who: Sequence[str], case: Case, names: dict[str, str] | None) -> str:
    """Name a group, and how much it is of a list of parties that is known in part only."""
    return _named(agreement, who, case, names) + _of_those_listed(agreement, who, case)


def _named(
    agreement: Agreement, who: Sequence[str], case: Case, names: dict[str, str] | None
) -> str:
    """Name a group; a long one by its role if it is the whole of it."""
    if len(who) <= MOST_NAMED:
        return parties([code.removeprefix("org:") for code in who], names)
    roles, whole = _roles(agreement, who, case)
    if len(roles) == 1 and len(whole) - len(who) <= 1:
        word = plural(roles[0].replace("_", " "))
        return f"the {len(who)} {word}" if len(whole) == len(who) else f"{len(who)} {word}"
    return parties([code.removeprefix("org:") for code in who], names, most=4)


def _roles(
    agreement: Agreement, who: Sequence[str], case: Case
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the roles of a group, and all who stand in one of them but the beneficiary."""
    roles = tuple(sorted({party.role for party in agreement.parties if party.id in who}))
    whole = tuple(
        party.id
        for party in agreement.parties
        if party.role in roles and party.id not in {case.beneficiary, "any_state"}
    )
    return roles, whole


def _of_those_listed(agreement: Agreement, who: Sequence[str], case: Case) -> str:
    """Say what share of the parties listed here a group is, where the list is not whole."""
    roles, whole = _roles(agreement, who, case)
    entry = agreement.roles.get(roles[0]) if len(roles) == 1 else None
    if entry is None or entry.complete:
        return ""
    word = roles[0].replace("_", " ")
    word = word if len(whole) == 1 else plural(word)
    if len(who) < len(whole):
        return f" ({spelled(len(who))} of the {spelled(len(whole))} {word} listed here)"
    many = "only" if len(whole) == 1 else spelled(len(whole))
    return f" (the {many} {word} listed here)"


def _because(agreement: Agreement, answer: Answer, **fill: str) -> str:
    parts = [
        _unmet(agreement, answer) if r == "activation_condition_unmet" else words.REASON[r]
        for r in answer.reasons
        if r in words.REASON
    ]
    told = [part.format(**fill) for part in parts]
    return f", because {listed(told)}" if told else ""


def _unmet(agreement: Agreement, answer: Answer) -> str:
    """Name the condition that keeps a promise from starting, where it is a plain one."""
    clause = agreement.conditions.activation
    conditions: list[Condition] = [clause.when] if clause else []
    if answer.decisive is not None:
        conditions.append(answer.decisive.obligation.active_when)
    for condition in conditions:
        for test in tests(condition):
            told = [
                words.UNMET[test.field, v] for v in test.values if (test.field, v) in words.UNMET
            ]
            if told:
                return told[0]
    return words.REASON["activation_condition_unmet"]


def _more(agreement: Agreement, answer: Answer, them: str) -> str:
    """Say which stronger clause failed, and why."""
    higher = [one for one in answer.clauses if rank(one.rung) > rank(answer.floor) and not one.owed]
    if not higher:
        return ""
    reasons = [
        words.REASON[r].format(them=them, they="the debtor is", who="the debtor")
        for r in higher[0].reasons()
        if r in words.REASON
    ]
    why = f", because {listed(reasons)}" if reasons else ""
    return f"; {clause_name(agreement, higher[0].obligation.cite)} would not apply{why}"


def due(
    agreement: Agreement, case: Case, supposed: Supposed, names: dict[str, str] | None = None
) -> tuple[Sentence, ...]:
    """Return the sentences of a scenario with their citations."""
    made = groups(agreement, case, supposed)
    return tuple(
        Sentence(
            text=due_sentence(agreement, group, case, supposed, names),
            citations=(due_citation(agreement, case, supposed, group),),
        )
        for group in made
    )


def due_citation(
    agreement: Agreement, case: Case, supposed: Supposed, group: Group | None = None
) -> ResultCitation:
    """Return the citation of a scenario's answers."""
    rests: tuple[ClauseCitation, ...] = ()
    facts: tuple[str, ...] = ()
    if group is not None:
        answer = group.answer
        rests = (
            (ClauseCitation(instrument=agreement.id, article=answer.cite, reading=answer.reading),)
            if answer.cite not in {"", "-"}
            else ()
        )
        facts = (
            f"who={','.join(group.who)}",
            f"floor={answer.floor}",
            f"political={answer.political_floor}",
            f"status={answer.status}",
        )
    return ResultCitation(command=case.command(agreement.id, supposed), facts=facts, rests_on=rests)


SUMMARY = "foedus brief: summary"


def summary_sentences(
    agreements: Sequence[Agreement], case: Case, names: dict[str, str] | None = None
) -> tuple[str, ...]:
    """Say in a few sentences what all agreements together give, in law and as promises."""
    them = the(case.beneficiary, names)
    now = [
        (agreement, group)
        for agreement in agreements
        for group in groups(agreement, case, "now")
        if case.challenger not in group.who
    ]
    later = [
        (agreement, group)
        for agreement in agreements
        for group in groups(agreement, case, "later")
        if case.challenger not in group.who
    ]
    told = [_most(now, _if(case, "now", names), agreements, case, names)]
    told += _outside(now, them, case, names)
    told += _after(now, later, case, names)
    return tuple(one for one in told if one)


Pair = tuple[Agreement, Group]


def _most(
    pairs: Sequence[Pair],
    if_: str,
    agreements: Sequence[Agreement],
    case: Case,
    names: dict[str, str] | None,
) -> str:
    top = max((rank(group.answer.floor) for _, group in pairs), default=0)
    many = (
        f"the {spelled(len(agreements))} agreements"
        if len(agreements) != 1
        else "the one agreement"
    )
    if top == 0:
        return f"{if_}, nobody would owe help or consultation in law under {many} read here."
    best = [(agreement, group) for agreement, group in pairs if rank(group.answer.floor) == top]
    floor = best[0][1].answer.floor
    who = listed(
        [
            (
                f"{_who(agreement, group.who, case, names)} under "
                f"{clause_name(agreement, group.answer.cite)}"
            )
            for agreement, group in best
        ]
    )
    return (
        f"{if_}, the most that anybody would owe in law under {many} read here is "
        f"{words.OWES[floor]}: {who}."
    )


def _outside(
    pairs: Sequence[Pair], them: str, case: Case, names: dict[str, str] | None
) -> list[str]:
    """Name the agreements of defence that do not protect the beneficiary, because it is outside."""
    out = [
        (agreement, group)
        for agreement, group in pairs
        if group.answer.reasons[:1] == ("target_not_party",) and len(group.who) > 1
    ]
    if not out:
        return []
    who = listed(
        [
            f"{_who(agreement, group.who, case, names)} of {in_text(agreement)}"
            for agreement, group in out
        ]
    )
    which = {1: "no such treaty", 2: "neither"}.get(len(out), "none of these")
    return [f"Nothing would be owed by {who}, because {them} is party to {which}."]


def _after(
    now: Sequence[Pair], later: Sequence[Pair], case: Case, names: dict[str, str] | None
) -> list[str]:
    """Name the promises that a ceasefire and the end of the hostilities would start."""
    before = {
        (agreement.id, who)
        for agreement, group in now
        if rank(group.answer.promised)
        for who in group.who
    }
    new = [
        (agreement, group)
        for agreement, group in later
        if rank(group.answer.promised)
        and not all((agreement.id, who) in before for who in group.who)
    ]
    if not new:
        return []
    law = any(rank(group.answer.floor) for _, group in new)
    parts = []
    for agreement, group in new:
        who = _who(agreement, group.who, case, names)
        verb = (
            "would owe"
            if rank(group.answer.floor)
            else "has promised"
            if len(group.who) == 1
            else "have promised"
        )
        parts.append(
            f"{who} {verb} {words.OWES[group.answer.promised]}, under {in_text(agreement)}"
        )
    kind = "more would start" if law else "promises would start, none of them law"
    return [
        f"After a ceasefire and the end of the present hostilities, {kind}: {'; '.join(parts)}."
    ]
