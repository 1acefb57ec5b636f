"""The briefing as a whole: the material, and the pages written from it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from foedus.briefing import agreements, back, claimed, guarantors, questions
from foedus.briefing.cite import Desk
from foedus.briefing.computed import SUMMARY, summary_sentences
from foedus.briefing.gapped import all_gaps
from foedus.briefing.glance import LADDER, MATRIX, ladder_sentences, matrix_sentences
from foedus.briefing.glance import guarantors as all_guarantors
from foedus.briefing.material import NEWEST, Material, desk_of, gather
from foedus.briefing.page import Link, Page, rows_of, sentences_of, without_repeats
from foedus.briefing.picked import lost_choices
from foedus.briefing.positions import POSITIONS, positions_page, positions_sentences
from foedus.briefing.prose import count, day
from foedus.briefing.questions import Answered
from foedus.briefing.shown import lost_clauses
from foedus.briefing.story import TIMELINE, data_through, story, timeline_sentences
from foedus.errors import Finding
from foedus.evidence.dossier import Dossier

if TYPE_CHECKING:
    from foedus.briefing.site import Site


@dataclass(frozen=True, slots=True, kw_only=True)
class Briefing:
    """Every page of an explainer, not yet drawn."""

    material: Material
    pages: tuple[Page, ...]
    answers: tuple[Answered, ...]
    desk: Desk
    turns: Mapping[str, tuple[Link, ...]]
    data_through: str
    warnings: tuple[Finding, ...] = ()

    def to_site(self, out: str | Path, *, cache: Path | None = None) -> Site:
        """Check, draw and write the site into a folder; see :func:`foedus.briefing.to_site`."""
        from foedus.briefing.site import to_site

        return to_site(self, Path(out), cache=cache)


def brief(dossier: Dossier, at: date, *, cache: Path | None = None) -> Briefing:
    """Write the briefing of a dossier as of a day.

    ``cache`` is a folder for results that take long; without it everything is computed anew.
    """
    material = gather(dossier, at)
    found = all_gaps(material.agreements, at, cache=cache)
    return compose(replace(material, extra={**material.extra, **found}))


def prepare(material: Material) -> tuple[Material, tuple[Answered, ...]]:
    """Compute what the pages cite as results, and answer the questions."""
    from foedus.briefing.asked import ask_all

    extra = dict(material.extra)
    made = {
        MATRIX: matrix_sentences(material),
        LADDER: ladder_sentences(material),
        TIMELINE: timeline_sentences(material),
        POSITIONS: positions_sentences(material),
        NEWEST: questions.newest_sentences(data_through(material), material.at),
    }
    extra.update({command: told for command, told in made.items() if told})
    if material.case and material.agreements:
        extra[SUMMARY] = summary_sentences(material.agreements, material.case, material.names)
    extra.update(claimed.claim_sentences(material))
    answers, refusals = ask_all(material)
    extra.update(refusals)
    return replace(material, extra=extra), answers


def compose(material: Material) -> Briefing:
    """Write every page from the material."""
    material, answers = prepare(material)
    pages = [without_repeats(page) for page in _pages(material, answers)]
    citations = [c for page in pages for one in sentences_of(page) for c in one.citations]
    citations += [c for page in pages for row in rows_of(page) for c in row.citations]
    results = back.results_page(material, citations)
    if results is not None:
        pages.append(results)
    through = data_through(material)
    return Briefing(
        material=material,
        pages=tuple(pages),
        answers=answers,
        desk=desk_of(material),
        turns=_turns(answers),
        data_through=through,
        warnings=warnings_of(material),
    )


def warnings_of(material: Material) -> tuple[Finding, ...]:
    """Return what the editor asked for and the dossier does not give: lost choices and clauses."""
    return (
        *lost_choices(material.dossier.path, material.documents, material.dossier.questions),
        *lost_clauses(material),
    )


def _pages(material: Material, answers: tuple[Answered, ...]) -> Iterator[Page]:
    yield story(material, answers)
    yield questions.index_page(answers)
    for number, one in enumerate(answers, 1):
        yield questions.question_page(one, material, number=number, total=len(answers))
    yield agreements.index_page(material)
    for agreement in material.agreements:
        yield agreements.agreement_page(agreement, material)
    yield guarantors.index_page(material)
    for code in all_guarantors(material):
        yield guarantors.guarantor_page(code, material)
    yield claimed.claims_page(material)
    yield positions_page(material)
    yield back.sources_page(material)
    for document in material.documents:
        yield back.source_page(document, material)
    entries = back.entries_page(material)
    if entries is not None:
        yield entries
    through = data_through(material)
    facts = (
        ("Dossier", material.dossier.id, ""),
        ("Built on", day(material.at), ""),
        ("Data through", day(through) if through else "no date known", ""),
        ("Sources", count(len(material.documents), "source"), "sources/index.html"),
        ("Agreements", count(len(material.agreements), "agreement"), "agreements/index.html"),
        ("Statements", f"{count(len(material.statements), 'statement')}, found by rules", ""),
    )
    yield back.method_page(material, facts)


def _turns(answers: tuple[Answered, ...]) -> dict[str, tuple[Link, ...]]:
    """Return the links from each question to the one before and the one after."""
    found = {}
    for place, one in enumerate(answers):
        links = []
        if place:
            links.append(Link(text=f"← {answers[place - 1].text}", href=answers[place - 1].path))
        if place + 1 < len(answers):
            links.append(Link(text=f"{answers[place + 1].text} →", href=answers[place + 1].path))
        found[one.path] = tuple(links)
    return found
