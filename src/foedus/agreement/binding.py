"""Who among the parties speaks against the force that an agreement is read to have."""

from __future__ import annotations

from foedus.agreement.model import Agreement, BindingEvidence


def dissent(agreement: Agreement) -> tuple[BindingEvidence, ...]:
    """Return the statements of parties that contradict the reading of the agreement's force.

    Parameters
    ----------
    agreement : Agreement

    Returns
    -------
    tuple of BindingEvidence
        None for domestic law, whose force no other party can dispute.

    Examples
    --------
    >>> from foedus.agreement.library import load
    >>> [one.party for one in dissent(load("budapest-1994"))], dissent(load("nato-1949"))
    (['USA'], ())
    """
    if agreement.legal_force == "domestic":
        return ()
    return tuple(
        one
        for one in agreement.binding_evidence
        if one.speaks != spoken_for(agreement) and one.party and one.kind == "party_statement"
    )


def spoken_for(agreement: Agreement) -> str:
    """Return what the evidence speaks that agrees with the reading: "for" or "against" law."""
    return "for" if agreement.legal_force == "binding" else "against"
