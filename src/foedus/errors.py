"""The tree of errors, and the finding that every one of them carries.

A *finding* is a value: what is wrong, where, and what would be right.
An *error* is raised only at a boundary, with all its findings at once.

::

    FoedusError                     code, message, findings, exit_code
    ├── UsageError                  the call's words are off                    exit 2
    ├── InputError                  something that was read is unusable         exit 3
    │   ├── ReadError               FD0xx  not readable as YAML at all
    │   ├── InvalidAgreement        FD1xx  an agreement that breaks the language
    │   ├── InvalidCase             FD2xx  a case or an events file
    │   ├── InvalidDossier          FD3xx  a dossier's own files
    │   ├── UnreadableDocument      FD4xx  a page, PDF or text from outside
    │   ├── UnknownInstrument       FD110  names the near ones
    │   └── SpanOutOfRange          FD450  a citation that points outside its text
    ├── LimitReached                the partial result was written              exit 4
    └── RenderError                 FD5xx  a page that may not be written
        └── UncitedSentence         FD510  a sentence without a source

Exit codes are those of the command line; see the reference.
"""

from __future__ import annotations

import difflib
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Any, ClassVar, Literal

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

Severity = Literal["error", "warning", "note"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One thing that is wrong: what, where, and what would be right.

    Lines and columns count from 1; 0 means that the place is not known.
    """

    code: str
    message: str
    hint: str = ""
    file: str = ""
    line: int = 0
    column: int = 0
    path: str = ""
    severity: Severity = "error"

    def __str__(self) -> str:
        place = self.file or "<input>"
        if self.line:
            place += f":{self.line}:{self.column}"
        at = f" at {self.path}" if self.path else ""
        hint = f" ({self.hint})" if self.hint else ""
        return f"{place}: {self.code}{at}: {self.message}{hint}"

    def to_dict(self) -> dict[str, Any]:
        """Return the finding as plain values, for ``--json``."""
        return asdict(self)


class FoedusError(Exception):
    """Anything that Foedus refuses; holds every finding, never the first only."""

    exit_code: ClassVar[int] = 3

    def __init__(self, message: str, findings: Iterable[Finding] = ()) -> None:
        super().__init__(message)
        self.message = message
        self.findings = tuple(findings)

    @property
    def code(self) -> str:
        """The code of the first finding, or the empty string."""
        return self.findings[0].code if self.findings else ""

    def __str__(self) -> str:
        return "\n".join([self.message, *map(str, self.findings)])

    def to_dict(self) -> dict[str, Any]:
        """Return the error as plain values: the one JSON shape of every error."""
        return {
            "error": type(self).__name__,
            "message": self.message,
            "findings": [finding.to_dict() for finding in self.findings],
        }


class UsageError(FoedusError):
    """The words of a call are off."""

    exit_code = 2


class InputError(FoedusError):
    """Something that was read is unusable."""


class ReadError(InputError):
    """A file is not readable as the YAML that Foedus accepts."""


class InvalidAgreement(InputError):
    """An agreement breaks the agreement language."""


class InvalidCase(InputError):
    """A case or events file breaks its format."""


class InvalidDossier(InputError):
    """A dossier's own files are incomplete or wrong."""


class UnreadableDocument(InputError):
    """A page, PDF or text from outside cannot be read."""


class UnknownInstrument(InputError):
    """No instrument of that name."""


class SpanOutOfRange(InputError):
    """A citation points outside its text, or the text has changed."""


class LimitReached(FoedusError):
    """A limit was reached; what was found until then was written."""

    exit_code = 4


class RenderError(FoedusError):
    """A page may not be written."""


class UncitedSentence(RenderError):
    """A sentence has no source."""


class FoedusWarning(UserWarning):
    """The parent of every warning."""


def near_names(word: str, known: Sequence[str], *, most: int = 3) -> str:
    """Say which known names are close to a word that is not known.

    Examples
    --------
    >>> near_names("nato", ["nato-1949", "teu-42-7"])
    'did you mean nato-1949?'
    >>> near_names("xyz", ["a", "b"])
    'one of: a, b'
    """
    close = difflib.get_close_matches(word, known, n=most, cutoff=0.55)
    close += [name for name in known if word and word.lower() in name.lower() and name not in close]
    if close:
        return f"did you mean {' or '.join(close[:most])}?"
    if len(known) <= 12:  # a list that fits on a line
        return f"one of: {', '.join(known)}"
    return ""
