"""An answer as one plain sentence.

Every sentence is put together from the values of the answer; nothing is stated that the answer
does not hold. Debtors whose answers are alike share one sentence.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from foedus.agreement.duration import in_words
from foedus.agreement.phrases import REFRAINS
from foedus.agreement.vocabulary import rank
from foedus.agreement.wording import say_list, say_reason, say_rung, the_state

if TYPE_CHECKING:
    from collections.abc import Iterable

    from foedus.agreement.model import Agreement
    from foedus.agreement.vocabulary import Reason, Rung
    from foedus.obligations.assess import Answer
    from foedus.obligations.casus import Casus

FEW = 6  # debtors that a sentence names one by one


#: An article's number: 5, 42(7), III; "1924 art. 1" is a name.
_NUMBER = re.compile(r"(?:\d(?!.*[a-z]{2})|[IVXLC]+\b)")


def say_cite(agreement: Agreement, cite: str) -> str:
    """Return a citation as it stands in a sentence.

    Examples
    --------
    >>> from foedus.agreement.library import load
    >>> say_cite(load("nato-1949"), "5, 6"), say_cite(load("budapest-1994"), "4")
    ('Articles 5 and 6', 'paragraph 4')
    >>> say_cite(load("paris-2026"), "component 4"), say_cite(load("paris-2026"), "opening")
    ('component 4', 'the opening')
    """
    parts = list(dict.fromkeys(part.strip() for part in re.split(r"[,;]", cite) if part.strip()))
    numbered = [part for part in parts if _NUMBER.match(part)]
    named = [part if re.search(r"\d", part) else f"the {part}" for part in parts if len(part) > 1]
    if len(numbered) < len(parts):
        return say_list(named) or cite
    return f"{agreement.unit}{'s' if len(parts) > 1 else ''} {say_list(parts)}" if parts else cite


def names(codes: Iterable[str]) -> str:
    """Return states as a list for a sentence, sorted by name.

    Examples
    --------
    >>> names(("USA", "GBR"))
    'the United Kingdom and the United States'
    """
    return say_list(
        sorted((the_state(code) for code in codes), key=lambda name: name.removeprefix("the "))
    )


def count_of(codes: tuple[str, ...], *, most: int = FEW, shown: int = 3) -> str:
    """Return a short list of states, or how many there are.

    Examples
    --------
    >>> count_of(("USA", "GBR")), count_of(("USA", "GBR", "DEU"), most=2, shown=1)
    ('the United Kingdom and the United States', '3 states (Germany and 2 others)')
    """
    if len(codes) <= most:
        return names(codes)
    few = sorted((the_state(code) for code in codes), key=lambda name: name.removeprefix("the "))
    others = f"{len(codes) - shown} others"
    return f"{len(codes)} states ({say_list([*few[:shown], others])})"


def capital(text: str) -> str:
    """Return a text with a capital at its beginning."""
    return text[:1].upper() + text[1:]


@dataclass(frozen=True, slots=True)
class _Debtors:
    """Who the sentence speaks of."""

    codes: tuple[str, ...]

    @property
    def words(self) -> str:
        return capital(count_of(self.codes))

    def do(self, one: str, many: str) -> str:
        """Return the form of the verb that fits."""
        return one if len(self.codes) == 1 else many

    def rung(self, rung: Rung) -> str:
        """Say a rung in the middle of a sentence, a comma after a phrase that has one."""
        said = say_rung(rung).replace("that it ", self.do("that it ", "that each "))
        return f"{said}," if "," in said else said


def sentence(answer: Answer, who: tuple[str, ...] = (), *, none_of: str = "") -> str:
    """Return an answer as one plain sentence.

    Parameters
    ----------
    answer : Answer
    who : tuple of str
        The debtors whose answers are alike; default the answer's own.
    none_of : str
        How to call the debtors where they owe nothing, and are all that were asked about:
        ``"the 14 other parties"``. They are named, or counted, if it is empty.
    """
    debtors = _Debtors(who or (answer.who,))
    if answer.status == "negative_duty_breach":
        return _breach(answer, debtors)
    if answer.decisive is None or not answer.owed or answer.status == "not_bound":
        return _nothing(answer, debtors, none_of)
    if answer.decisive.owed:
        return _owing(answer, answer.decisive, debtors)
    return _owing_less(answer, answer.decisive, debtors)


def _breach(answer: Answer, debtors: _Debtors) -> str:
    duties = say_list(REFRAINS[content] for content in answer.breached)
    verb = debtors.do("is", "are each")
    return (
        f"{debtors.words} {verb} in breach of a duty to refrain under {_under(answer)} ({duties})."
    )


def _owing(answer: Answer, decisive: Casus, debtors: _Debtors) -> str:
    political = answer.status == "political_only"
    verb = debtors.do("owes", "each owe")
    if political:
        verb = debtors.do("has politically promised", "have each politically promised")
    said = f"{debtors.words} {verb} {debtors.rung(decisive.rung)} under {_under(answer)}"
    said += " (not owed in law)" if political else ""
    said += f"{_by_when(answer, decisive)}: {_because(answer, debtors)}"
    if political and answer.floor != "none":
        said += f"; {debtors.rung(answer.floor)} is owed in law"
    return f"{said}{_failed_above(answer, decisive, debtors)}."


def _owing_less(answer: Answer, decisive: Casus, debtors: _Debtors) -> str:
    """Say what is owed where the strongest clause that is engaged is not."""
    also = max(answer.owed, key=lambda one: rank(one.rung))
    verb = debtors.do("owes", "each owe")
    if not also.binding:
        verb = debtors.do("has politically promised", "have each politically promised")
    cite = decisive.obligation.cite
    where = f" ({_cited(answer, cite)})" if cite != also.obligation.cite else ""
    said = f"{debtors.words} {verb} only {debtors.rung(also.rung)} under "
    said += f"{_under(answer, also)}: for {say_rung(decisive.rung)}{where}, "
    return f"{said}{_because(answer, debtors)}{_failed_above(answer, decisive, debtors)}."


def _nothing(answer: Answer, debtors: _Debtors, none_of: str) -> str:
    refrains = "refrain_duty_running" in answer.reasons
    thing = debtors.do("owes", "owe") + (" no help" if refrains else " nothing")
    subject = f"{debtors.words} {thing}"
    if none_of:
        subject = f"None of {none_of} owes {'help' if refrains else 'anything'}"
    said = f"{subject} under {_under(answer)}: {_because(answer, debtors)}"
    if refrains:
        duty = debtors.do("its duty to refrain is", "their duties to refrain are")
        said += f"; {duty} in force ({say_list(REFRAINS[one] for one in answer.running)})"
    return f"{said}{_failed_below(answer, debtors)}."


def _by_when(answer: Answer, decisive: Casus) -> str:
    if not answer.deadline:
        return ""
    for one in (decisive, *answer.owed):
        if one.obligation.deadline == answer.deadline:
            said = in_words(answer.deadline)
            return f", {said}" if one is decisive else f" ({say_rung(one.rung)} {said})"
    return ""


def _cited(answer: Answer, cite: str) -> str:
    return say_cite(answer.agreement, cite) if answer.agreement is not None else cite


def _under(answer: Answer, clause: Casus | None = None) -> str:
    """Name the clause and the instrument that the answer rests on."""
    if answer.agreement is None:
        return "any instrument"
    clause = clause or answer.decisive
    cite = clause.obligation.cite if clause is not None else answer.cite
    name = answer.agreement.name
    where = say_cite(answer.agreement, cite)
    if cite in {"", "-"} or name.startswith(f"{where} "):
        return name
    return f"{where} of {name}"


#: Reasons that are said in another way of several debtors.
_OF_MANY: dict[Reason, str] = {
    "own_judgement": "each chooses the means itself",
    "debtor_not_party": "they are not parties",
    "waived_by_beneficiary": "the victim released them from the duty",
}


def _say(reasons: Iterable[Reason], answer: Answer, debtors: _Debtors) -> str:
    """Say reasons as clauses, of the debtors that the sentence speaks of."""
    return say_list(dict.fromkeys(_say_one(reason, answer, debtors) for reason in reasons))


def _say_one(reason: Reason, answer: Answer, debtors: _Debtors) -> str:
    if reason == "attacker_is_party" and answer.decisive is not None:
        event, who = answer.decisive.situation.event, set(debtors.codes)
        if who <= set(event.by):
            return debtors.do("it is the attacker itself", "they are the attackers themselves")
        if who <= set(event.doers):
            return debtors.do("it has a part in the attack", "they have a part in the attack")
    if reason == "no_defence_clause":  # the instrument may still protect others
        return debtors.do(
            "no clause makes it help this victim", "no clause makes them help this victim"
        )
    many = len(debtors.codes) > 1
    return _OF_MANY[reason] if many and reason in _OF_MANY else say_reason(reason)


def _because(answer: Answer, debtors: _Debtors) -> str:
    """Say the reasons of the decisive clause; what failed above it is said apart."""
    one = answer.decisive
    unsaid: set[Reason] = {"political_commitment", "refrain_duty_running"}
    if one is not None and one.owed and one.rung == "act_discretion":
        unsaid.add("own_judgement")  # the rung says it
    own = set(one.reasons()) if one is not None else set(answer.reasons)
    told = [reason for reason in answer.reasons if reason not in unsaid]
    said = [reason for reason in told if reason in own] or told
    said.sort(key=lambda reason: reason == "attacker_is_party")
    return _say(said, answer, debtors) or "its conditions are met"


def _failed_above(answer: Answer, decisive: Casus, debtors: _Debtors) -> str:
    """Say why a stronger clause than the decisive one is not owed."""
    for one in answer.clauses:
        if rank(one.rung) > rank(decisive.rung) and not one.owed:
            why = _say(one.reasons()[:2], answer, debtors)
            cite = _cited(answer, one.obligation.cite)
            return f", while {cite} ({say_rung(one.rung)}) does not apply, since {why}"
    return ""


def _failed_below(answer: Answer, debtors: _Debtors) -> str:
    """Say why a weaker clause than the decisive one is not owed either, where it has its reason."""
    if answer.decisive is None:
        return ""
    told = set(answer.decisive.reasons())
    for one in answer.clauses:
        own = one.reasons()
        if one.owed or one is answer.decisive or one.rung == "none":
            continue
        if not told & set(own):
            cite = _cited(answer, one.obligation.cite)
            why = _say(own[:2], answer, debtors)
            return f"; {say_rung(one.rung)} ({cite}) is not owed either, since {why}"
    return ""
