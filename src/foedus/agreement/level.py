"""The rung of a clause, computed from its words; one table, never typed by hand.

====================  ==========  ================================  ==============  ===========
deontic force         discretion  content                           floor           ceiling
====================  ==========  ================================  ==============  ===========
may                   any         any                               none            of content
shall/should/intends  any         consult only                      consult         of includes
shall/should/intends  any         Council action, report            refer_unsc      of includes
shall/should/intends  action      help                              act_discretion  of content
shall/should/intends  means       help                              assist_nonmil   of content
shall/should/intends  none        help, own armed force not named   assist_nonmil   of includes
shall/should/intends  none        help, own armed force named       assist_mil      assist_mil
====================  ==========  ================================  ==============  ===========

``should`` and ``intends`` promise as much as ``shall`` but do not oblige: such a clause is
political whatever the instrument is (see :func:`obliges`). The rungs order *how little is left
to the debtor's choice*, not strength: Article 42(7) of the Treaty on European Union stands above
Article 5 of the North Atlantic Treaty only in that sense.
"""

from __future__ import annotations

from dataclasses import dataclass

from foedus.agreement.model import Obligation
from foedus.agreement.vocabulary import Rung, rank

TALK = frozenset({"consult"})
REFER = frozenset({"report_unsc", "seek_unsc_action"})
MILITARY = frozenset({"forces", "air_defence", "naval"})  # the debtor's own armed force


@dataclass(frozen=True, slots=True)
class Level:
    """What must be done (floor) and what the text allows or invites (ceiling)."""

    floor: Rung
    ceiling: Rung


def _reach(content: frozenset[str]) -> Rung:
    """Return the highest rung that some of the content reaches."""
    if content & MILITARY:
        return "assist_mil"
    if content - TALK - REFER:
        return "assist_nonmil"
    if content & REFER:
        return "refer_unsc"
    return "consult" if content else "none"


def table_level(obligation: Obligation) -> Level:
    """Return floor and ceiling by the table."""
    content = frozenset(obligation.content)
    invited = (content | frozenset(obligation.means.includes)) - frozenset(
        obligation.means.excludes
    )
    ceiling = _reach(invited)
    if obligation.deontic == "may":
        return Level("none", ceiling)
    floor = _reach(content)
    if floor in {"assist_nonmil", "assist_mil"}:
        match obligation.means.discretion:
            case "action":
                floor = "act_discretion"
            case "means":
                floor = "assist_nonmil"
            case "none":
                pass
    return Level(floor, max(floor, ceiling, key=rank))


def level(obligation: Obligation) -> Level:
    """Return floor and ceiling of a clause, a named reading's override included."""
    computed = table_level(obligation)
    override = obligation.override
    if override is None:
        return computed
    floor = computed.floor if override.level is None else override.level
    ceiling: Rung = max(floor, computed.ceiling, key=rank)
    return Level(floor, override.ceiling or ceiling)


def obliges(obligation: Obligation) -> bool:
    """Say whether the verb obliges (``shall``), rather than states an aim."""
    return obligation.deontic == "shall"
