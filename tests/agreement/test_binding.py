"""Who speaks against the force that an agreement is read to have."""

from __future__ import annotations

import dataclasses

import pytest

from foedus.agreement.binding import dissent
from foedus.agreement.library import load
from foedus.agreement.model import BindingEvidence

SAYS = {"for": "We hold it to be law.", "against": "We hold it to be a promise."}


def heard(force: str, speaks: str, **more: object):
    one = {"kind": "party_statement", "party": "FRA"} | more
    evidence = BindingEvidence(speaks=speaks, says=SAYS[speaks], **one)  # type: ignore[arg-type]
    return dataclasses.replace(load("paris-2026"), legal_force=force, binding_evidence=(evidence,))


@pytest.mark.parametrize(
    ("force", "speaks", "dissents"),
    [
        ("binding", "against", True),
        ("binding", "for", False),
        ("political", "for", True),
        ("political", "against", False),
        ("contested", "for", True),
        ("domestic", "for", False),
    ],
)
def test_a_party_dissents_that_speaks_against_the_reading(force, speaks, dissents):
    assert bool(dissent(heard(force, speaks))) is dissents


@pytest.mark.parametrize("more", [{"kind": "verbs"}, {"party": None}])
def test_only_what_a_party_itself_says_is_dissent(more):
    assert dissent(heard("binding", "against", **more)) == ()
