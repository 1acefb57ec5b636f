"""Whether a determination has been made: by an organ, by votes, by agreement of the two.

Votes follow the rule of the clause. Unanimity wants every vote; consensus only wants nobody
against. An attacker votes like any other unless the text shuts it out. Where nothing is decided
by the deadline, the clause's own default applies.
"""

from __future__ import annotations

from typing import Literal

from foedus.agreement.duration import after
from foedus.agreement.model import Determination
from foedus.agreement.vocabulary import Reason
from foedus.obligations.situation import Situation

State = Literal["established", "pending", "blocked"]


def determined(rule: Determination, situation: Situation) -> tuple[State, Reason]:
    """Return the state of the determination, and the reason code for it."""
    match rule.by:
        case "self" | "each_guarantor":
            return "established", "own_judgement"
        case "jointly":
            state = _jointly(rule, situation)
        case "organ":
            state = _by_organ(rule, situation)
    if state == "pending":
        state = _by_default(rule, situation)
    reasons: dict[State, Reason] = {
        "established": "organ_decision",
        "pending": "determination_missing",
        "blocked": "veto",
    }
    return state, reasons[state]


def _jointly(rule: Determination, situation: Situation) -> State:
    pair = {situation.debtor, situation.creditor}
    made = any(
        a.made and a.subject == rule.subject and pair <= set(a.between)
        for a in situation.facts.agreements
    )
    return "established" if made else "pending"


def _by_organ(rule: Determination, situation: Situation) -> State:
    named = rule.organ.lower()
    findings = [f for f in situation.facts.findings if not named or named in f.organ.lower()]
    if any(f.decision in rule.decisions and not f.vetoed_by for f in findings):
        return "established"
    if any(f.decision == "rejected" or f.vetoed_by for f in findings):
        return "blocked"
    return _by_vote(rule, situation)


def voters(rule: Determination, situation: Situation) -> tuple[str, ...]:
    """Return who may vote: the parties meant, without an attacker where the text shuts it out."""
    meant = tuple(m for m in situation.members if situation.agreement.means(m, rule.voters))
    if rule.attacker_excluded:
        return tuple(voter for voter in meant if voter not in situation.event.doers)
    return meant


def _by_vote(rule: Determination, situation: Situation) -> State:
    electorate = voters(rule, situation)
    if not electorate:
        return "pending"
    cast = {vote.voter: vote.vote for vote in situation.facts.votes if vote.voter in electorate}
    yes = sum(vote == "yes" for vote in cast.values())
    no = sum(vote == "no" for vote in cast.values())
    needed = votes_needed(rule, len(electorate))
    if rule.rule == "consensus":
        return "blocked" if no else "established" if yes else "pending"
    if yes >= needed:
        return "established"
    return "blocked" if len(electorate) - no < needed else "pending"


def votes_needed(rule: Determination, electorate: int) -> int:
    """Return how many votes in favour a rule needs.

    Examples
    --------
    >>> votes_needed(Determination(trigger="t", by="organ", rule="two_thirds"), 6)
    4
    """
    match rule.rule:
        case "majority":
            return electorate // 2 + 1
        case "two_thirds":
            return -(-2 * electorate // 3)
        case "n_of_m":
            return rule.n
        case "unanimity" | "consensus":
            return electorate


def _by_default(rule: Determination, situation: Situation) -> State:
    """Apply the clause's default once its deadline has passed."""
    if rule.deadline is None or rule.default_if_no_decision == "open":
        return "pending"
    if situation.at <= after(situation.event.date, rule.deadline):
        return "pending"
    return "established" if rule.default_if_no_decision == "established" else "blocked"
