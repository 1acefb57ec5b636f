"""Reading an agreement: YAML in, a checked value out, every finding at once.

Beyond the shape of the file, the reader checks that what one part names another part has:
see :mod:`foedus.agreement.resolve`. Those are errors; drafting warnings are made by
:mod:`foedus.agreement.check`.
"""

from __future__ import annotations

from pathlib import Path

from foedus.agreement.model import Agreement
from foedus.agreement.resolve import unresolved
from foedus.errors import InvalidAgreement
from foedus.yamlfile import Located, adapter_for, parse, read, validate


def read_agreement(path: Path) -> Agreement:
    """Read an agreement from a file.

    Raises
    ------
    ReadError
        FD0xx: the file is not the YAML that Foedus reads.
    InvalidAgreement
        FD1xx: everything in it that breaks the agreement language.
    """
    return from_located(read(path))


def parse_agreement(text: str, *, file: str = "<text>") -> Agreement:
    """Read an agreement from text; see :func:`read_agreement`."""
    return from_located(parse(text, file=file))


def from_located(located: Located) -> Agreement:
    """Turn located values into an agreement."""
    agreement: Agreement = validate(
        located, adapter_for(Agreement), code="FD1", error=InvalidAgreement
    )
    findings = sorted(unresolved(agreement, located), key=lambda f: (f.line, f.column))
    if findings:
        plural = "s" if len(findings) > 1 else ""
        raise InvalidAgreement(f"{located.file} has {len(findings)} error{plural}", findings)
    return agreement
