"""The library as a setting, and a short way to check a sentence."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from foedus.claims import setting_of
from foedus.claims.check import check_text

AT = date(2026, 2, 1)


@pytest.fixture(scope="session")
def library():
    """The library's instruments, on a fixed day, without a dossier."""
    return setting_of(at=AT)


@pytest.fixture(scope="session")
def ukraine():
    """The built-in dossier."""
    from foedus.evidence.dossier import open_dossier

    return setting_of(open_dossier("ukraine"), at=AT)


@pytest.fixture(scope="session")
def check(library):
    """Return the verdicts on a text, by kind of claim."""

    def run(text, given="", setting=None):
        used = replace(setting or library, given=given)
        return {one.claim.type: one for one in check_text(text, used)}

    return run
