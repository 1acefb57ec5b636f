"""The Python interface: one function for each verb, with the same defaults as the command line.

The parts below are pure and take the day as a parameter; here, and only here, it defaults to
today.

Examples
--------
>>> import foedus
>>> found = foedus.gaps("istanbul-2022-russian-draft", on="2026-11-21")
>>> found.reached, found.highest
(True, 'assist_mil')
"""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import TYPE_CHECKING

from foedus.agreement.library import load
from foedus.agreement.model import Agreement

if TYPE_CHECKING:
    from collections.abc import Iterable

    from foedus.agreement.facts import Facts
    from foedus.agreement.vocabulary import Rung
    from foedus.briefing.compose import Briefing
    from foedus.briefing.verify import Report
    from foedus.claims.verdict import Verdict
    from foedus.errors import Finding
    from foedus.obligations.dimension import Assume
    from foedus.obligations.due import Due
    from foedus.obligations.loophole import Axis, Gaps

Day = dt.date | str | None
Which = Agreement | str | Path


def _day(on: Day) -> dt.date:
    if on is None:
        return dt.date.today()  # noqa: DTZ011 - the user's own day
    return on if isinstance(on, dt.date) else dt.date.fromisoformat(on)


def _agreement(which: Which) -> Agreement:
    return which if isinstance(which, Agreement) else load(which)


def check(which: Which) -> tuple[Finding, ...]:
    """Return the drafting warnings on an agreement.

    Parameters
    ----------
    which : Agreement, str or Path
        An agreement, a library id, or the path of a file.
    """
    from foedus.agreement.check import check as find

    return tuple(find(_agreement(which)))


def due(
    which: Which,
    facts: Facts | str | Path | None = None,
    *,
    attack: tuple[str, str] | None = None,
    place: str = "",
    on: Day = None,
    who: Iterable[str] = (),
    stated: Iterable[str] = (),
    in_force: bool = False,
) -> Due:
    """Return who owes what on given facts, or on an attack in a few words.

    Parameters
    ----------
    which : Agreement, str or Path
    facts : Facts, str or Path, optional
        Facts, or a file of dated events; else ``attack``.
    attack : (str, str), optional
        Attacker and victim, by code.
    place : str
        A place of the gazetteer; default the victim's own land.
    on : date or str, optional
        The day asked about (and of the attack); default the last day of the facts, or today.
    who : iterable of str
        These debtors only.
    stated : iterable of str
        ``field=value`` words that differ from the defaults.
    in_force : bool
        Whether the instrument is assumed to be in force.
    """
    from foedus.agreement.facts import Facts as FactsType
    from foedus.errors import UsageError
    from foedus.obligations.due import due as answer
    from foedus.obligations.scenario import attack_facts, read_events

    agreement = _agreement(which)
    if (facts is None) == (attack is None):
        raise UsageError("give either facts or attack=(attacker, victim)")
    if attack is not None:
        scenario = attack_facts(
            agreement, *attack, place=place, on=_day(on), stated=stated, in_force=in_force
        )
        return answer(agreement, scenario.facts, _day(on), who=who)
    if isinstance(facts, FactsType):
        return answer(agreement, facts, _day(on), who=who)
    scenario = read_events(Path(str(facts)), agreement, stated=stated, in_force=in_force)
    return answer(agreement, scenario.facts, _day(on) if on else scenario.last_day, who=who)


def gaps(
    which: Which,
    *,
    below: Rung | None = None,
    axis: Axis = "political",
    assume: Assume | None = None,
    reading: str | None = None,
    beneficiary: str | None = None,
    challenger: str | None = None,
    on: Day = None,
) -> Gaps:
    """Return every smallest attack that obliges nobody; see :mod:`foedus.obligations.loophole`."""
    from foedus.obligations.loophole import gaps as find

    return find(
        _agreement(which),
        below=below,
        axis=axis,
        taken=assume,
        reading=reading,
        beneficiary=beneficiary,
        challenger=challenger,
        at=_day(on),
    )


def check_claims(
    text: str, *, instrument: str | None = None, on: Day = None
) -> tuple[Verdict, ...]:
    """Return what a text says of guarantees, each claim beside the clause.

    Parameters
    ----------
    text : str
        A sentence or a draft.
    instrument : str, optional
        The library id that unnamed guarantees mean.
    on : date or str, optional
        The law is taken as of this day; default today.
    """
    from foedus.claims.check import check_text
    from foedus.claims.setting import setting_of

    return tuple(check_text(text, setting_of(at=_day(on), given=instrument or "")))


def new(path: str | Path) -> tuple[Path, ...]:
    """Make a dossier's folder with an example in each file; return the files made."""
    from foedus.evidence.scaffold import new_dossier

    return new_dossier(path)


def brief(dossier: str | Path, *, on: Day = None) -> Briefing:
    """Write the briefing of a dossier; ``.to_site(folder)`` makes the site of it.

    Parameters
    ----------
    dossier : str or Path
        A folder, or the name of a built-in dossier.
    on : date or str, optional
        The day as of which it is written; default today.
    """
    from foedus.briefing.compose import brief as write
    from foedus.evidence.dossier import open_dossier

    opened = open_dossier(dossier)
    return write(opened, _day(on), cache=opened.store_folder / "made")


def verify(path: str | Path, *, dossier: str = "", on: Day = None) -> Report:
    """Check every sentence of a page, a draft, a site or a dossier against its citations."""
    from foedus.briefing.verify import verify as examine

    return examine(str(path), dossier=dossier, at=_day(on))
