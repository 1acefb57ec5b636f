"""What several tests of obligations look at: loopholes, computed once, and a small agreement."""

from __future__ import annotations

from datetime import date
from functools import cache

import pytest

from foedus.agreement.library import load
from foedus.obligations.loophole import gaps, make_space

SMALL = """
schema: foedus/agreement@1
id: small
title: A small guarantee
short: the small guarantee
instrument_type: treaty
legal_force: binding
signed: 2026-01-01
beneficiary: BNF
challenger: CHA
roles: {guarantor: {kind: guarantor}, protected: {kind: beneficiary}}
parties:
  - {id: BNF, role: protected, history: [{state: in_force, from: 2026-01-01}]}
  - {id: AAA, role: guarantor, history: [{state: in_force, from: 2026-01-01}]}
  - {id: BBB, role: guarantor, history: [{state: in_force, from: 2026-01-01}]}
triggers:
  - id: attack
    cite: "1"
    when: {all: [{kind: [armed_attack]}, {against: [creditor]}, {by: [CHA, BBB]}]}
  - {id: threat, cite: "2", when: {any: [{kind: [threat]}, {request: [consultation]}]}}
obligations:
  - {id: help, cite: "1", debtor: guarantor, creditor: protected, trigger: attack,
     deontic: shall, content: [forces]}
  - {id: talk, cite: "2", debtor: guarantor, creditor: protected, trigger: threat,
     deontic: shall, content: [consult]}
"""


@pytest.fixture(scope="session")
def at() -> date:
    return date(2026, 11, 21)


@pytest.fixture(scope="session")
def small() -> str:
    """A guarantee of two for one, as a file's text; tests add blocks to it."""
    return SMALL


@pytest.fixture(scope="session")
def space_of(at):
    """Return the space of an instrument of the library, made once."""

    @cache
    def make(name: str):
        return make_space(load(name), beneficiary=None, challenger=None, at=at, taken=None)

    return make


@pytest.fixture(scope="session")
def gaps_of(at):
    """Return the loopholes of an instrument of the library, looked for once."""

    @cache
    def find(name: str):
        return gaps(load(name), at=at)

    return find
