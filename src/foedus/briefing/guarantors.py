"""A page for each guarantor: what it owes, what it has said, what it has ratified."""

from __future__ import annotations

from collections.abc import Iterator

from foedus.agreement.force import standing
from foedus.briefing import words
from foedus.briefing.computed import Supposed
from foedus.briefing.glance import bare, guarantors, promise, short_name
from foedus.briefing.material import (
    Material,
    agreement_path,
    clause_anchor,
    house,
    owed,
    source_path,
)
from foedus.briefing.page import (
    Block,
    Bullets,
    Cell,
    Link,
    LinkList,
    Page,
    Paragraph,
    Row,
    Section,
    Table,
)
from foedus.briefing.positions import facing, when_of, whole_sentences
from foedus.briefing.prose import count, day, name
from foedus.evidence.document import Document
from foedus.evidence.statement import Statement
from foedus.sources import ClauseCitation, ResultCitation, Sentence, SpanCitation

MOST_SAID = 12


def path_of(code: str) -> str:
    """Return the page of a guarantor."""
    return f"guarantors/{bare(code).lower()}.html"


def guarantor_page(code: str, material: Material) -> Page:
    """Return the page of a guarantor."""
    title = name(bare(code), material.names)
    sections = [
        Section(id="owes", title="What it owes", blocks=tuple(_owes(code, material))),
        Section(
            id="promises",
            title="What it has promised, and ratified",
            blocks=tuple(_promises(code, material)),
        ),
        Section(id="said", title="What it has said", blocks=tuple(_said(code, material))),
        Section(
            id="changed", title="Where its positions differ", blocks=tuple(_changed(code, material))
        ),
    ]
    return Page(
        path=path_of(code),
        part="guarantors/index.html",
        title=title,
        kicker=words.KICKER["guarantor"],
        lede=(),
        sections=tuple(part for part in sections if part.blocks),
    )


def _owes(code: str, material: Material) -> Iterator[Block]:
    if material.case is None:
        return
    yield Paragraph(sentences=(house("attack"),))
    said: set[str] = set()
    plans: tuple[tuple[Supposed, str], ...] = (
        ("now", "As things stand."),
        ("later", "After a ceasefire."),
    )
    for supposed, label in plans:
        concerned = [
            sentence
            for agreement in material.agreements
            for sentence in owed(material, agreement, supposed)
            if _concerns(sentence, code)
        ]
        new = {one.text: one for one in concerned if one.text not in said}
        said |= set(new)
        told = [Paragraph(sentences=(one,)) for one in new.values()]
        if told:
            yield Paragraph(label=label, sentences=told[0].sentences)
            if told[1:]:
                yield Bullets(items=tuple(told[1:]))


def _concerns(sentence: Sentence, code: str) -> bool:
    return any(
        code in fact.removeprefix("who=").split(",")
        for citation in sentence.citations
        if isinstance(citation, ResultCitation)
        for fact in citation.facts
        if fact.startswith("who=")
    )


def _promises(code: str, material: Material) -> Iterator[Block]:
    rows = []
    for agreement in material.agreements:
        party = agreement.party(code)
        if party is None or party.id == "any_state":
            continue
        found = standing(agreement, code, material.at)
        given = promise(agreement, code, material)
        citation = ClauseCitation(
            instrument=agreement.id,
            article=given.article if given else "instrument",
            reading=agreement.reading,
        )
        rows.append(
            Row(
                cells=(
                    Cell(text=short_name(agreement), href=agreement_path(agreement.id)),
                    Cell(
                        text=words.RUNG[given.rung] if given else "–",
                        href=f"{agreement_path(agreement.id)}#{clause_anchor(given.article)}"
                        if given
                        else "",
                    ),
                    Cell(text=words.RUNG[given.ceiling] if given else "–"),
                    Cell(
                        text="law"
                        if given and given.legal
                        else "promise"
                        if given and agreement.concluded
                        else "draft"
                        if not agreement.concluded
                        else "–",
                        tone="good" if given and given.legal else "quiet",
                    ),
                    Cell(
                        text=words.PARTY_STATE[found.state or "not_signed"]
                        if agreement.concluded
                        else "never concluded"
                    ),
                    Cell(text=day(found.since)),
                ),
                citations=(citation,),
            )
        )
    if rows:
        head = ("instrument", "owes", "at_most", "force", "state", "from")
        yield Table(
            caption="The highest clause under each agreement",
            head=tuple(words.HEAD[one] for one in head),
            rows=tuple(rows),
            file=f"guarantor-{bare(code).lower()}",
        )
        yield Paragraph(sentences=(house("ladder"),))


def _said(code: str, material: Material) -> Iterator[Block]:
    """Show the statements of those who speak for the guarantor, the newest first."""
    found = [
        one
        for one in material.statements
        if bare(code) in one.speaker.party and one.stance != "REPORT"
    ]
    found = found or [one for one in material.statements if bare(code) in one.speaker.party]
    found.sort(
        key=lambda one: (one.said.start.isoformat() if one.said.start else "", one.id), reverse=True
    )
    seen: set[str] = set()
    made = []
    for statement in found:
        sentence = statement_sentence(statement, material)
        document = material.document(statement.doc)
        if sentence is None or document is None or sentence.text in seen:
            continue
        seen.add(sentence.text)
        made.append(
            Paragraph(
                when=when_of(statement.said, material),
                label=f"{statement.speaker.name} {words.STANCE.get(statement.stance, '')}.",
                sentences=(sentence,),
                link=Link(
                    text=document.source.outlet or document.source.title, href=source_path(document)
                ),
            )
        )
        if len(made) == MOST_SAID:
            break
    if made:
        yield Paragraph(sentences=(house("attribution"),))
        yield Bullets(items=tuple(made), dated=True)


def statement_sentence(statement: Statement, material: Material) -> Sentence | None:
    """Return the whole sentence of a source in which a statement stands."""
    document = material.document(statement.doc)
    if document is None or not statement.content:
        return None
    return sentence_at(document, statement.content[0].start, statement.content[-1].end)


def sentence_at(document: Document, start: int, end: int) -> Sentence | None:
    """Return the whole sentences of a document that hold a run of it, cited to themselves."""
    run = whole_sentences(document.text, start, end)
    if run is None:
        return None
    text = " ".join(document.text[run[0] : run[1]].split())
    return Sentence(text=text, citations=(SpanCitation(span=document.span(*run)),))


def _changed(code: str, material: Material) -> list[Block]:
    from dataclasses import replace

    own = tuple(one for one in material.contradictions if one.earlier.party == bare(code))
    found: list[Block] = list(facing(replace(material, contradictions=own)))
    return found[:4]


def index_page(material: Material) -> Page:
    """Return the page that lists the guarantors."""
    links = []
    for code in guarantors(material):
        given = [
            (one, promise(one, code, material)) for one in material.agreements if one.concluded
        ]
        held = [(one, found) for one, found in given if found]
        law = sum(1 for _, found in held if found.legal)
        note = (
            f"Promises under {count(len(held), 'agreement')}, {law} in law"
            if held
            else "Named in drafts only"
        )
        links.append(Link(text=name(bare(code), material.names), href=path_of(code), note=note))
    links.sort(key=lambda one: one.text)
    blocks: tuple[Block, ...] = (LinkList(links=tuple(links)),)
    section = Section(id="all", title=count(len(links), "guarantor"), blocks=blocks)
    return Page(
        path="guarantors/index.html",
        part="guarantors/index.html",
        title=words.TITLE["guarantors"],
        kicker=words.KICKER["guarantors"],
        lede=(),
        sections=(section,),
    )
