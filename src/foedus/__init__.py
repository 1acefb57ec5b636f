"""Checks what is said about a security guarantee against what the guarantee says.

The few names below are the public interface. Each is loaded when it is first
asked for, so that ``import foedus`` costs nothing.

Examples
--------
>>> import foedus
>>> foedus.__version__.count(".") >= 2
True
"""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:  # for editors and type checkers; at run time, see __getattr__
    from foedus.agreement.library import load
    from foedus.api import brief, check, check_claims, due, gaps, new, verify
    from foedus.evidence.ask import ask
    from foedus.evidence.ingest import ingest

__version__ = "0.1.0.dev0"

__all__ = [
    "__version__",
    "ask",
    "brief",
    "check",
    "check_claims",
    "due",
    "gaps",
    "ingest",
    "load",
    "new",
    "verify",
]

# name -> the module that makes it; the name is the same there.
_HOMES: Final[dict[str, str]] = {
    "ask": "foedus.evidence.ask",
    "brief": "foedus.api",
    "check": "foedus.api",
    "check_claims": "foedus.api",
    "due": "foedus.api",
    "gaps": "foedus.api",
    "ingest": "foedus.evidence.ingest",
    "load": "foedus.agreement.library",
    "new": "foedus.api",
    "verify": "foedus.api",
}


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(f"module 'foedus' has no attribute {name!r}")
    value = getattr(importlib.import_module(_HOMES[name]), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
