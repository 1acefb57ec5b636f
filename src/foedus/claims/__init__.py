"""Claims: what a text says about a guarantee, set beside what the guarantee says.

:mod:`~foedus.claims.mention` finds the instruments, articles and meetings that a text names,
:mod:`~foedus.claims.claim` the sentences that say what a guarantee says or does, and
:mod:`~foedus.claims.verdict` sets each beside the clause and the computed answer.
"""

from __future__ import annotations

from foedus.claims.claim import Claim
from foedus.claims.extract import claims
from foedus.claims.mention import Mention, mentions, names_of, proposed_instruments
from foedus.claims.setting import Setting, setting_of
from foedus.claims.unmentioned import unmentioned
from foedus.claims.verdict import Verdict, judge, judged

__all__ = [
    "Claim",
    "Mention",
    "Setting",
    "Verdict",
    "claims",
    "judge",
    "judged",
    "mentions",
    "names_of",
    "proposed_instruments",
    "setting_of",
    "unmentioned",
]
