"""An editor's verdicts on what was found automatically: ``review.yaml`` of a dossier.

Everything automatic is proposed. An entry names a source and words of a statement's content,
and rejects that statement, with who, when and why; it stays rejected when the store is made
again, whatever the rules have become.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, ClassVar, Literal

from pydantic import ConfigDict, Field

from foedus.errors import InvalidDossier
from foedus.evidence.statement import Statement
from foedus.yamlfile import adapter_for, read, validate

FILE = "review.yaml"


@dataclass(frozen=True, slots=True, kw_only=True)
class Review:
    """One verdict: the statement of ``source`` whose content holds ``words``."""

    __pydantic_config__: ClassVar[ConfigDict] = ConfigDict(extra="forbid")
    source: str
    words: Annotated[str, Field(min_length=8)]
    verdict: Literal["reject"]
    by: str
    on: dt.date
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewFile:
    """The file as it is written."""

    __pydantic_config__: ClassVar[ConfigDict] = ConfigDict(extra="forbid")
    reviews: tuple[Review, ...]


def read_reviews(folder: Path) -> tuple[Review, ...]:
    """Return the verdicts of a dossier's folder; none if it has no such file.

    Raises
    ------
    InvalidDossier
        FD3xx, with every place.
    """
    path = folder / FILE
    if not path.is_file():
        return ()
    found: ReviewFile = validate(
        read(path), adapter_for(ReviewFile), code="FD3", error=InvalidDossier
    )
    return found.reviews


def accepted(
    statements: Iterable[Statement], sources: dict[str, str], reviews: tuple[Review, ...]
) -> tuple[Statement, ...]:
    """Return the statements that no editor has rejected.

    Parameters
    ----------
    statements
    sources
        Document id -> source id.
    reviews
    """
    return tuple(
        statement
        for statement in statements
        if not any(
            review.source == sources.get(statement.doc) and review.words in statement.text
            for review in reviews
        )
    )
