"""The editor's choice of sentences for the questions: ``answers.yaml`` of a dossier.

::

    answers:
    - question: why-not-membership
      sentences:
      - {source: courier-2026-01-11, begins: "The minister explained the change"}

A choice names a source and the words with which one of its sentences begins; the sentence
itself is taken from the source as it stands. The first three are the short answer. A choice
that is not found, or not found once, is left out and told. What is chosen for ``story`` begins
the short version of the story.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, ClassVar

from foedus.briefing.bearing import plain
from foedus.briefing.extract import spans_of
from foedus.errors import Finding, InvalidDossier, near_names
from foedus.evidence.document import Document
from foedus.evidence.dossier_format import Question
from foedus.sources import Sentence, SpanCitation

FILE = "answers.yaml"
STORY = "story"  # the choices with which the short version of the story begins
_STRICT: dict[str, Any] = {"extra": "forbid"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """A sentence of a source, named by the words it begins with."""

    __pydantic_config__: ClassVar[dict[str, Any]] = _STRICT
    source: str
    begins: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Chosen:
    """The sentences chosen for a question."""

    __pydantic_config__: ClassVar[dict[str, Any]] = _STRICT
    question: str
    sentences: tuple[Choice, ...]


def read_choices(folder: Path) -> dict[str, tuple[Choice, ...]]:
    """Read the choices of a dossier; none if there is no such file.

    Raises
    ------
    InvalidDossier
        FD301-FD305, with every place.
    """
    from foedus.yamlfile import adapter_for, read, validate

    place = folder / FILE
    if not place.is_file():
        return {}
    adapter = adapter_for(dict[str, tuple[Chosen, ...]])
    found: dict[str, tuple[Chosen, ...]] = validate(
        read(place), adapter, code="FD3", error=InvalidDossier
    )
    return {one.question: one.sentences for one in found.get("answers", ())}


def picked(
    choices: Sequence[Choice], documents: Sequence[Document]
) -> tuple[tuple[Sentence, ...], tuple[Finding, ...]]:
    """Return the sentences that the choices mean, and what is wrong with the others."""
    by_source = {one.source.id: one for one in documents}
    told: list[Sentence] = []
    findings: list[Finding] = []
    for choice in choices:
        document = by_source.get(choice.source)
        begins = plain(choice.begins)
        fits = [
            Sentence(text=" ".join(text.split()), citations=(SpanCitation(span=span),))
            for text, span in (spans_of(document) if document else ())
            if plain(text).startswith(begins)
        ]
        if len(fits) == 1:
            told += fits
        else:
            what = "no sentence" if not fits else f"{len(fits)} sentences"
            message = f"{what} of {choice.source} begins with “{choice.begins}”"
            hint = "name the source and the first words of one of its sentences"
            findings.append(
                Finding(code="FD330", message=message, file=FILE, hint=hint, severity="warning")
            )
    return tuple(told), tuple(findings)


def lost_choices(
    folder: Path, documents: Sequence[Document], questions: Sequence[Question]
) -> tuple[Finding, ...]:
    """Return every choice that no longer fits, and every one for a question that is not asked."""
    asked = [*(one.id for one in questions), STORY]
    found: list[Finding] = []
    for question, choices in read_choices(folder).items():
        if question not in asked:
            message = f"sentences are chosen for {question!r}, which is no question of the dossier"
            hint = near_names(question, asked)
            found.append(
                Finding(code="FD330", message=message, file=FILE, hint=hint, severity="warning")
            )
        found += [
            replace(one, message=f"question {question}: {one.message}")
            for one in picked(choices, documents)[1]
        ]
    return tuple(found)
