"""What the clauses of an instrument say, asked in the terms of claims."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from foedus.agreement.condition import tests
from foedus.agreement.level import level
from foedus.agreement.vocabulary import Rung, rank
from foedus.claims.finding import Finding, capital
from foedus.sources import ClauseCitation

if TYPE_CHECKING:
    from foedus.agreement.model import Agreement, Obligation

RUNG_WORDS: dict[Rung, str] = {
    "none": "nothing",
    "consult": "consultation",
    "refer_unsc": "action in the Security Council",
    "act_discretion": "action that each debtor chooses",
    "assist_nonmil": "help short of own armed force",
    "assist_mil": "help with armed force",
    "automatic": "war at once",
}
HELP: Rung = "act_discretion"  # the lowest rung that is help


@dataclass(frozen=True, slots=True, kw_only=True)
class Obstacle:
    """Something that stands between the attack and help, with its article."""

    says: str
    article: str
    field: str
    clause: str = ""


def cite(agreement: Agreement, article: str, clause: str = "", field: str = "") -> ClauseCitation:
    """Return the citation of a clause under the agreement's reading."""
    return ClauseCitation(
        instrument=agreement.id,
        article=article,
        clause=clause,
        reading=agreement.reading,
        field=field,
    )


def at_article(text: str) -> str:
    """Return how an article is spoken of.

    Examples
    --------
    >>> at_article("5, 6"), at_article("component 4")
    ('article 5, 6', 'component 4')
    """
    return f"article {text}" if text[:1].isdigit() else text


def promises(agreement: Agreement, article: str = "") -> tuple[Obligation, ...]:
    """Return the clauses that promise something, the highest first; of one article, if named."""
    own = [o for o in agreement.obligations if not article or _is_of(o.cite, article)]
    listed = own or list(agreement.obligations)
    beneficial = [o for o in listed if level(o).floor != "none"]
    return tuple(sorted(beneficial, key=lambda o: -rank(level(o).floor)))


def _is_of(cited: str, article: str) -> bool:
    """Say whether a citation such as ``5, 6`` names an article."""
    parts = [part.strip() for part in cited.replace(";", ",").split(",")]
    return any(part == article or part.startswith(f"{article}(") for part in parts)


def uncoded(agreement: Agreement, article: str) -> Finding | None:
    """Return *not checkable* for an article that the reading has no promise or permission for."""
    cites = [o.cite for o in agreement.obligations] + [p.cite for p in agreement.permissions]
    if not article or any(_is_of(cited, article) for cited in cites):
        return None
    why = (
        f"{capital(at_article(article))} of {agreement.name} is not among the promises that are "
        f"coded."
    )
    return Finding(outcome="not_checkable", why=why)


def help_clause(agreement: Agreement, article: str = "") -> Obligation | None:
    """Return the clause that promises the most help, or None where none does."""
    found = promises(agreement, article)
    return found[0] if found and rank(level(found[0]).floor) >= rank(HELP) else None


def obstacles(agreement: Agreement, clause: Obligation) -> Iterator[Obstacle]:
    """Yield what keeps a clause from working of itself."""
    path = f"obligations.{clause.id}"
    match clause.means.discretion:
        case "action":
            yield Obstacle(
                says="each debtor takes such action as it deems necessary",
                article=clause.cite,
                field=f"{path}.means",
                clause=clause.id,
            )
        case "means":
            yield Obstacle(
                says="the kind of help is left to each debtor",
                article=clause.cite,
                field=f"{path}.means",
                clause=clause.id,
            )
        case "none":
            pass
    trigger = agreement.trigger(clause.trigger)
    if any(test.field in {"request", "party_request"} for test in tests(trigger.when)):
        yield Obstacle(
            says="the victim must ask for it",
            article=trigger.cite,
            field=f"triggers.{trigger.id}",
            clause=clause.id,
        )
    rule = agreement.determined_by(clause.trigger)
    if clause.requires_determination and rule is not None:
        who = rule.organ or {
            "organ": "all " + " and ".join(rule.voters) + "s",
            "jointly": "the parties together",
        }.get(rule.by, "each debtor")
        yield Obstacle(
            says=f"{who} must decide first ({rule.rule})",
            article=rule.cite,
            field="determination",
            clause=clause.id,
        )
    if agreement.conditions.activation:
        activation = agreement.conditions.activation
        says = (
            activation.summary[:1].lower() + activation.summary[1:].rstrip(".")
            if activation.summary
            else "the instrument waits for an event"
        )
        yield Obstacle(
            says=says, article=activation.cite, field="conditions.activation", clause=clause.id
        )
    if any(True for _ in tests(clause.active_when)):
        yield Obstacle(
            says=f"it waits until {waits_for(agreement, clause)}",
            article=clause.cite,
            field=f"{path}.active_when",
            clause=clause.id,
        )


_EVENT = {"ceasefire": "a ceasefire has begun", "hostilities": "the present war has ended"}


def waits_for(agreement: Agreement, clause: Obligation | None = None) -> str:
    """Return what an instrument or clause waits for, in words."""
    return " and ".join(
        _EVENT[field] for field in sorted(start_fields(agreement, clause) & _EVENT.keys())
    )


def start_fields(agreement: Agreement, clause: Obligation | None = None) -> frozenset[str]:
    """Return the fields that the start of an instrument's promises depends on."""
    conditions = [agreement.conditions.activation.when] if agreement.conditions.activation else []
    conditions += [clause.active_when] if clause else [o.active_when for o in agreement.obligations]
    return frozenset(test.field for condition in conditions for test in tests(condition))


def start_article(agreement: Agreement) -> tuple[str, str]:
    """Return the article and field that say when the promises start."""
    if agreement.conditions.activation:
        return agreement.conditions.activation.cite, "conditions.activation"
    for clause in agreement.obligations:
        if any(True for _ in tests(clause.active_when)):
            return clause.cite, f"obligations.{clause.id}.active_when"
    return agreement.term.cite or agreement.parties[0].history[0].cite, "term.entry_into_force"


def binding_by_ratification(agreement: Agreement) -> bool:
    """Say whether the text makes a state's promise law only once that state has ratified it."""
    clause = agreement.conditions.binding
    return clause is not None and any(
        test.field == "cross_instrument" for test in tests(clause.when)
    )


def contents(clause: Obligation) -> frozenset[str]:
    """Return every kind of help that a clause names."""
    return (frozenset(clause.content) | frozenset(clause.means.includes)) - frozenset(
        clause.means.excludes
    )
