"""What happened, in words: an event as the opening of an answer, and single facts."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from foedus.agreement.condition import Is
from foedus.agreement.phrases import KINDS
from foedus.agreement.states import NAMES
from foedus.agreement.wording import say_condition, say_list, state_name, the_state

if TYPE_CHECKING:
    from datetime import date

    from foedus.agreement.facts import Event, Facts, Place

# Names of places that English gives an article.
_WITH_THE = re.compile(
    r"\b(islands|sea|strait|ocean|channel|gulf|atlantic|pacific|mediterranean|territories)$"
    r"|^(sea|gulf|strait|bay|isle) of ",
    flags=re.IGNORECASE,
)
_STATES = {name.removeprefix("the "): name for name in NAMES.values()}
_LOWER = frozenset({"and", "of", "the", "da", "de"})
_ON = frozenset({"island", "uninhabited_feature", "high_seas"})
_WATERS = re.compile(r"\b(sea|ocean|gulf|strait|channel|bay)\b", flags=re.IGNORECASE)


def say_day(day: date) -> str:
    """Return a day as it stands in a sentence.

    Examples
    --------
    >>> import datetime
    >>> say_day(datetime.date(1982, 4, 2))
    '2 April 1982'
    """
    return f"{day.day} {day:%B %Y}"


def say_fact(field: str, value: str) -> str:
    """Return a fact as a clause: what it means that a field has a value.

    Examples
    --------
    >>> say_fact("kind", "cyber"), say_fact("provoked", "yes")
    ('the act is a cyber attack', 'the victim began it')
    """
    return say_condition(Is(field, (value,)))


def place_name(place: str) -> str:
    """Return the name of a place from its id, with the article that it takes in a sentence.

    Examples
    --------
    >>> place_name("kharkiv"), place_name("falkland-islands"), place_name("gulf-of-aden")
    ('Kharkiv', 'the Falkland Islands', 'the Gulf of Aden')
    """
    words = place.replace("_", " ").replace("-", " ").split()
    name = " ".join(word if word in _LOWER else word[:1].upper() + word[1:] for word in words)
    return _STATES.get(name) or (f"the {name}" if _WITH_THE.search(name) else name)


def say_events(facts: Facts) -> str:
    """Return what the facts report as a clause, one event after the other."""
    return say_list(_say_event(event, facts) for event in facts.events)


def _say_event(event: Event, facts: Facts) -> str:
    doers = say_list(the_state(doer) for doer in event.by) or "somebody"
    victims = say_list(the_state(victim) for victim in event.against)
    towards = f" against {victims}" if victims else ""
    where = _say_where(event, facts.place(event.place))
    return f"{KINDS[event.kind]} by {doers}{towards}{where} on {say_day(event.date)}"


def _say_where(event: Event, place: Place | None) -> str:
    """Say where it happened, unless on the victim's own land as such."""
    if event.place is None:
        return ""
    name = place_name(event.place)
    if name.removeprefix("the ") in {state_name(victim) for victim in event.against}:
        return ""
    on_it = name.endswith(("Islands", "Island")) or (place is not None and place.type in _ON)
    return f" {'on' if on_it and not _WATERS.search(name) else 'in'} {name}"
