"""The page of claims: what is said about a guarantee beside the answer that its clauses give."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from foedus.briefing import words
from foedus.briefing.glance import short_name
from foedus.briefing.guarantors import sentence_at
from foedus.briefing.material import (
    CLAIM,
    Material,
    agreement_path,
    claim_anchor,
    house,
    source_path,
)
from foedus.briefing.page import Block, Cell, Facing, Link, Page, Paragraph, Row, Section, Table
from foedus.briefing.positions import when_of
from foedus.briefing.prose import full_stop, listed, slug
from foedus.sources import ResultCitation, Sentence

MOST_SHOWN = 8  # claims beside one answer; the table of the page counts all
ORDER = ("contradicted", "goes_beyond", "supported", "text_silent", "not_checkable")


def claim_command(material: Material, verdict: Any) -> str:
    """Return the command that judges a claim again."""
    return f"foedus claims {material.dossier.id}{CLAIM}{verdict.claim.id}"


def claim_sentences(material: Material) -> dict[str, tuple[str, ...]]:
    """Return what each verdict says, by its command."""
    return {claim_command(material, one): (full_stop(one.why),) for one in material.claims}


def claims_page(material: Material) -> Page:
    """Return the page of claims."""
    by_agreement: dict[str, list[Any]] = {}
    for one in material.claims:
        by_agreement.setdefault(one.instrument, []).append(one)
    said = _said(material)
    sections = [Section(id="how", title="How to read this page", blocks=_head(material))]
    for agreement in material.agreements:
        found = by_agreement.get(agreement.id, [])
        groups = _groups(found, {name: one.text for name, one in said.items()})
        blocks = [
            one for one in (_facing(group, said, material) for group in groups) if one is not None
        ]
        if blocks:
            link = Paragraph(
                sentences=(),
                label="",
                link=Link(text="The clauses", href=agreement_path(agreement.id)),
            )
            sections.append(
                Section(
                    id=f"a-{slug(agreement.id)}",
                    title=short_name(agreement),
                    blocks=(*blocks, link),
                )
            )
    return Page(
        path="claims.html",
        part="claims.html",
        title=words.TITLE["claims"],
        kicker=words.KICKER["claims"],
        lede=(),
        sections=tuple(sections),
    )


def _said(material: Material) -> dict[str, Sentence]:
    """Return the sentence of each claim, by the claim's id."""
    found = {}
    for one in material.claims:
        document = material.document(one.claim.doc)
        sentence = (
            sentence_at(document, one.claim.span.start, one.claim.span.end) if document else None
        )
        if sentence is not None:
            found[one.claim.id] = sentence
    return found


def _head(material: Material) -> tuple[Block, ...]:
    told = Paragraph(sentences=(house("claims"), house("attribution")))
    if not material.claims:
        return (told,)
    rows = []
    for agreement in material.agreements:
        counts = [
            sum(
                1
                for one in material.claims
                if one.instrument == agreement.id and one.outcome == outcome
            )
            for outcome in ORDER
        ]
        if any(counts):
            rows.append(
                Row(
                    cells=(
                        Cell(text=short_name(agreement), href=f"#a-{slug(agreement.id)}"),
                        *(Cell(text=str(n)) for n in counts),
                    )
                )
            )
    counts = [
        sum(1 for one in material.claims if not one.instrument and one.outcome == outcome)
        for outcome in ORDER
    ]
    if any(counts):
        rows.append(
            Row(cells=(Cell(text="No agreement named"), *(Cell(text=str(n)) for n in counts)))
        )
    head = (words.HEAD["instrument"], *(words.VERDICT[outcome][0] for outcome in ORDER))
    return (
        told,
        Table(
            caption="Claims by agreement and verdict", head=head, rows=tuple(rows), file="claims"
        ),
    )


def _groups(found: list[Any], sentences: Mapping[str, str]) -> list[list[Any]]:
    """Put the claims of one sentence together, and sentences that get the same answers."""
    by_sentence: dict[str, list[Any]] = {}
    for one in sorted(
        found, key=lambda one: (ORDER.index(one.outcome), one.claim.doc, one.claim.span.start)
    ):
        by_sentence.setdefault(sentences.get(one.claim.id, ""), []).append(one)
    groups: dict[frozenset[tuple[str, str]], list[Any]] = {}
    for claims in by_sentence.values():
        answers = frozenset((one.outcome, one.why) for one in claims)
        groups.setdefault(answers, []).extend(claims)
    return sorted(groups.values(), key=lambda group: min(ORDER.index(one.outcome) for one in group))


def _facing(group: list[Any], said: Mapping[str, Sentence], material: Material) -> Facing | None:
    texts: dict[str, Sentence] = {}
    dates: dict[str, None] = {}
    links: dict[str, Link] = {}
    for one in group[:MOST_SHOWN]:
        sentence, document = said.get(one.claim.id), material.document(one.claim.doc)
        if sentence is None or document is None:
            continue
        texts.setdefault(sentence.text, sentence)
        dates.setdefault(when_of(one.claim.said, material))
        links.setdefault(
            document.id,
            Link(text=document.source.outlet or document.source.title, href=source_path(document)),
        )
    if not texts:
        return None
    link = next(iter(links.values())) if len(links) == 1 else None
    left = Paragraph(
        label=f"Said, {listed(list(dates), most=3)}", sentences=tuple(texts.values()), link=link
    )
    answers: dict[str, Paragraph] = {}
    for one in group[:MOST_SHOWN]:
        cited = (
            ResultCitation(
                command=claim_command(material, one),
                facts=(one.outcome,),
                rests_on=tuple(one.clauses),
            ),
        )
        label = f"{words.VERDICT[one.outcome][0]}: what the clauses give"
        answers.setdefault(
            one.why,
            Paragraph(label=label, sentences=(Sentence(text=full_stop(one.why), citations=cited),)),
        )
    verdicts = list(dict.fromkeys(words.VERDICT[one.outcome][0] for one in group))
    tone = words.VERDICT[group[0].outcome][1]
    return Facing(
        id=claim_anchor(group[0].claim.id),
        verdict="; ".join(verdicts),
        tone=tone,
        columns=(left, *answers.values()),
    )
