"""What a rule finds of a claim: the outcome, why, and the clauses that it rests on."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from foedus.sources import ClauseCitation

Outcome = Literal["supported", "goes_beyond", "contradicted", "text_silent", "not_checkable"]
#: From the best to the worst: of several parts of a claim the worst one counts.
ORDER: tuple[Outcome, ...] = (
    "supported",
    "text_silent",
    "goes_beyond",
    "contradicted",
    "not_checkable",
)
WORDS: dict[Outcome, str] = {
    "supported": "supported",
    "goes_beyond": "goes beyond the text",
    "contradicted": "contradicted",
    "text_silent": "the text is silent",
    "not_checkable": "not checkable",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """The outcome of one rule, with one plain sentence that says why."""

    outcome: Outcome
    why: str
    clauses: tuple[ClauseCitation, ...] = ()


def truth(of: bool) -> Outcome:  # noqa: FBT001 - the question is asked in the call
    """Return *supported* for what is so, *contradicted* for what is not."""
    return "supported" if of else "contradicted"


def worst(findings: Sequence[Finding]) -> Finding:
    """Return the finding that counts where a claim has several parts."""
    return max(findings, key=lambda one: ORDER.index(one.outcome))


def capital(text: str) -> str:
    """Return a text that begins with a capital letter.

    Examples
    --------
    >>> capital("the Paris Declaration")
    'The Paris Declaration'
    """
    return text[:1].upper() + text[1:]


def listed(names: Sequence[str]) -> str:
    """Return names as a list in a sentence.

    Examples
    --------
    >>> listed(["France", "Poland", "the United States"])
    'France, Poland and the United States'
    """
    return " and ".join(filter(None, [", ".join(names[:-1]), *names[-1:]]))
