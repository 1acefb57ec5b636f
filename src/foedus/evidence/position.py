"""Positions: the stance of a party on a commitment, from the date of the statement on.

Whose position a statement shows is not always who speaks. "The officials stressed that it was
not possible for Ruritania to ..." is a position of Ruritania if the officials speak for it, or
if it is not known for whom they speak; if they speak for somebody else it is that one's account
and no position of Ruritania.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from foedus.evidence.names import index_of, parties_in
from foedus.evidence.statement import Position, Stance, Statement

if TYPE_CHECKING:
    from collections.abc import Iterable

    from foedus.evidence.actors import Actors
    from foedus.evidence.when import When

# A report of facts takes no position.
TAKES_POSITION: frozenset[Stance] = frozenset(
    {"OFFER", "COMMIT", "DEMAND", "CONDITION", "SCOPE", "DOUBT", "REJECT", "NONCOMMITTAL"}
)
# Stances about what one's own side does: the content may name another agent than the speaker.
_OWN_SIDE: frozenset[Stance] = frozenset({"OFFER", "COMMIT", "REJECT", "NONCOMMITTAL"})

_FOR = re.compile(
    r"(?:possible|up to|necessary|out of the question|time) for ([^,.;:“”]{2,90}?) to\b"
)
_SUBJECT = re.compile(
    r"^\W*(?:that )?([^.;:“”]{2,120}?) (?:is|are|was|were|will|would|has|have|had|can|cannot"
    r"|could|may|might|must|should|do|does|did|[a-z]+ed)\b"
)

_MANY_STATES = re.compile(
    r"\b(?:countries|states|nations|allies|members|governments|leaders|others)\b"
)


def positions(statements: Iterable[Statement], actors: Actors) -> tuple[Position, ...]:
    """Return the positions that statements show.

    Parameters
    ----------
    statements
        Of any number of documents.
    actors
        Who is who; a speaker whom the dossier cannot place holds no position.

    Returns
    -------
    tuple[Position, ...]
        One for each party, commitment, stance and date, in the order of the first statement.
    """
    grouped: dict[tuple[str, str, Stance, When], list[Statement]] = {}
    for statement in statements:
        for party, topic in _held(statement, actors):
            key = (party, topic, statement.stance, statement.said)
            grouped.setdefault(key, []).append(statement)
    return tuple(
        Position(party=party, commitment=topic, stance=stance, when=when, statements=tuple(group))
        for (party, topic, stance, when), group in grouped.items()
    )


def _held(statement: Statement, actors: Actors) -> list[tuple[str, str]]:
    """Return who takes a position on what in a statement."""
    if statement.stance not in TAKES_POSITION:
        return []
    return [
        (party, topic)
        for party in holders(statement, actors)
        for topic in _commitments(statement)
        if not _to_itself(party, topic, statement.stance, actors)
    ]


# What others give to the one who is to be protected.
_GIVEN = frozenset(
    {"binding-guarantees", "security-guarantees", "collective-defence", "defence-help",
     "arms-supply", "foreign-troops"}
)  # fmt: skip


def _to_itself(party: str, topic: str, stance: Stance, actors: Actors) -> bool:
    """Say whether a beneficiary would promise to itself: it signed what others promised."""
    given = topic in _GIVEN and stance in {"COMMIT", "OFFER"}
    return given and actors.role(party) == "beneficiary"


def _commitments(statement: Statement) -> tuple[str, ...]:
    """Return the commitments that a stance is about.

    Whoever gives or asks for a binding guarantee gives or asks for a guarantee; but to refuse a
    binding one, or to doubt it, leaves the others open.
    """
    if "binding-guarantees" in statement.topics and statement.stance not in _CARRIED_UP:
        return tuple(topic for topic in statement.topics if topic != "security-guarantees")
    return statement.topics


_CARRIED_UP: frozenset[Stance] = frozenset({"OFFER", "COMMIT", "DEMAND"})


def holders(statement: Statement, actors: Actors) -> tuple[str, ...]:
    """Return the parties whose position a statement shows.

    "The United States and its allies" is a position of the United States; allies who are not
    named hold none.
    """
    speaking = statement.speaker.party
    if statement.stance not in _OWN_SIDE:
        return speaking
    match = _FOR.search(statement.text) or _SUBJECT.search(statement.text)
    if match is None:
        return speaking
    named = parties_in(match[1], index_of(actors))
    if not named and _MANY_STATES.search(match[1]):
        return ()  # "26 countries had pledged": which, is not said
    if not named:
        return speaking
    if speaking:
        return tuple(party for party in named if party in speaking)
    # Of those whom the dossier cannot place, unnamed officials may speak for whom they mean;
    # a paper, a pollster or a report speaks for nobody.
    unnamed = statement.speaker.anonymous or statement.speaker.collective
    return named if unnamed else ()
