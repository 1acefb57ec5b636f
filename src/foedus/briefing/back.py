"""The pages behind the story: sources, computed results, dated entries, method, claims."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from foedus.briefing import words
from foedus.briefing.copies import seen_at
from foedus.briefing.material import (
    CLAIM,
    HOUSE_EDITOR,
    Material,
    agreement_path,
    entry_anchor,
    house,
    result_anchor,
    result_sentences,
    source_path,
)
from foedus.briefing.page import (
    Block,
    Bullets,
    Cell,
    Code,
    Link,
    LinkList,
    Page,
    Paragraph,
    Passage,
    Row,
    Section,
    Table,
)
from foedus.briefing.prose import count, day, name
from foedus.evidence.document import Document
from foedus.sources import Citation, EditorCitation, ResultCitation, Sentence, Source


def source_page(document: Document, material: Material) -> Page:
    """Return the page of a source: what it is, and the text that citations lead to."""
    source = document.source
    summary = source.kind == "summary"
    paragraphs = _paragraphs(document)
    facts = [
        (
            "This text is",
            "a summary in our own words, not the words of the original"
            if summary
            else "the document as it was read",
            "",
        ),
        ("Outlet", source.outlet, ""),
        ("Country", name(source.country, material.names), ""),
        ("Kind", words.KIND_OF_DOCUMENT.get(source.document, source.document), ""),
        ("Date", day(source.published) if source.published else "not known", ""),
        ("Number", source.number, ""),
        ("Original", source.title if source.address else "", source.address),
        ("Facts seen in", _seen(source), source.seen_address),
    ]
    if document.translated == "suspected":
        facts.append(("Translation", "the text looks machine-translated", ""))
    body = Passage(doc=document.id, text=document.text, paragraphs=paragraphs, summary=summary)
    sections = (
        Section(
            id="text",
            title="Summary in our own words" if summary else "The text as read",
            blocks=(body,),
        ),
        Section(
            id="cite",
            title="Cite the original" if summary else "Cite this source",
            blocks=(Code(label="BibTeX", text=source.to_bibtex()),),
        ),
    )
    return Page(
        path=source_path(document),
        part="sources/index.html",
        title=source.title or source.id,
        kicker=words.KICKER["source"],
        lede=(),
        facts=tuple(fact for fact in facts if fact[1]),
        sections=sections,
    )


def _seen(source: Source) -> str:
    """Return the page in which the facts were seen, and whether that was a copy."""
    where = seen_at(source)
    title = source.seen_title or source.seen_address
    return f"{title} ({where})" if title and where else title


def _paragraphs(document: Document) -> tuple[tuple[int, int, str], ...]:
    """Cut the whole text into paragraphs; what no block holds is shown as left out."""
    found: list[tuple[int, int, str]] = []
    at = 0
    for block in sorted(document.blocks, key=lambda one: one.start):
        found += [
            (at, block.start, "gone"),
            (max(at, block.start), block.end, "kept" if block.kept else "gone"),
        ]
        at = max(at, block.end)
    found.append((at, len(document.text), "gone" if document.blocks else "kept"))
    return tuple(one for one in found if document.text[one[0] : one[1]].strip())


def sources_page(material: Material) -> Page:
    """Return the page that lists the sources."""
    rows = tuple(
        Row(
            cells=(
                Cell(text=one.source.title or one.source.id, href=source_path(one)),
                Cell(text=one.source.outlet),
                Cell(text=day(one.source.published) or "not known"),
                Cell(text=words.KIND_OF_DOCUMENT.get(one.source.document, one.source.document)),
                Cell(
                    text="summary" if one.source.kind == "summary" else "as read",
                    tone="quiet" if one.source.kind == "summary" else "",
                ),
            )
        )
        for one in material.documents
    )
    table = Table(
        caption=f"{count(len(rows), 'source')}, the newest first",
        head=("Title", "Outlet", "Date", "Kind", "Text here"),
        rows=rows,
        file="sources",
    )
    links = LinkList(
        links=(
            Link(text="All sources as BibTeX", href="cite/sources.bib"),
            Link(text="All sources as CSL-JSON", href="cite/sources.json"),
        )
    )
    section = Section(
        id="all",
        title="All sources",
        blocks=(Paragraph(sentences=(house("summaries"), house("dates"))), table, links),
    )
    return Page(
        path="sources/index.html",
        part="sources/index.html",
        title=words.TITLE["sources"],
        kicker=words.KICKER["sources"],
        lede=(),
        sections=(section,),
    )


def results_page(material: Material, citations: Iterable[Citation]) -> Page | None:
    """Return the page of the results that the site cites, each with its command."""
    commands = sorted(
        {
            one.command
            for one in citations
            if isinstance(one, ResultCitation) and CLAIM not in one.command
        }
    )
    sections = []
    for command in commands:
        told = tuple(
            Sentence(text=text, citations=(ResultCitation(command=command),))
            for text in result_sentences(command, material)
        )
        if told:
            blocks: tuple[Block, ...] = (
                Bullets(items=tuple(Paragraph(sentences=(one,)) for one in told)),
            )
            sections.append(
                Section(id=result_anchor(command), title=command, level=3, blocks=blocks)
            )
    if not sections:
        return None
    intro = Section(
        id="how",
        title="How these results were made",
        blocks=(Paragraph(sentences=(house("attack"), house("verify"))),),
    )
    return Page(
        path="results.html",
        part="method.html",
        title=words.TITLE["results"],
        kicker=words.KICKER["results"],
        lede=(),
        sections=(intro, *sections),
    )


def _from(file: str) -> str:
    """Say where the entries of a part of the page were taken from."""
    if file == "agreements":
        return "From the library and the dossier’s own agreements"
    return f"From {file} of the dossier"


def entries_page(material: Material) -> Page | None:
    """Return the page of the dossier's dated entries."""
    by_file: dict[str, list[Section]] = {}
    for one in material.entries:
        if not one.sentences:
            continue
        link = None
        if one.file == "agreements":
            link = Link(text="clause by clause", href=agreement_path(one.id))
        if one.source:
            document = material.document(one.source)
            link = (
                Link(text="source", href=source_path(document))
                if document
                else Link(text="source", href=one.source)
                if "://" in one.source
                else None
            )
        blocks: tuple[Block, ...] = (Paragraph(when=one.shown, sentences=one.cited(), link=link),)
        by_file.setdefault(one.file, []).append(
            Section(id=entry_anchor(one), title=one.title, level=3, blocks=blocks)
        )
    sections: list[Section] = []
    heads = {
        "agreements": "Agreements",
        "meetings.yaml": "Meetings",
        "events.yaml": "Events",
        "polls.yaml": "Polls",
        "actors.yaml": "States, organisations and people",
    }
    for file, found in sorted(
        by_file.items(), key=lambda item: list(heads).index(item[0]) if item[0] in heads else 9
    ):
        sections += [
            Section(
                id=f"file-{file.split('.')[0]}",
                title=heads.get(file, file),
                blocks=(Paragraph(sentences=(), label=_from(file)),),
            ),
            *found,
        ]
    if not sections:
        return None
    return Page(
        path="entries.html",
        part="method.html",
        title=words.TITLE["entries"],
        kicker=words.KICKER["entries"],
        lede=(),
        sections=tuple(sections),
    )


def method_page(material: Material, facts: Sequence[tuple[str, str, str]]) -> Page:
    """Return the page that says how the site was made; each of its sentences has its anchor."""
    order = (
        (
            "How it is written",
            (
                "citations",
                "uncited",
                "verify",
                "selection",
                "proposed",
                "unanswered",
                "summaries",
                "dates",
                "attribution",
                "coverage",
                "positions",
                "topics",
                "quotes",
            ),
        ),
        (
            "How the clauses are read",
            (
                "readings",
                "floor-ceiling",
                "ladder",
                "ladder-marks",
                "matrix",
                "attack",
                "loopholes",
                "claims",
            ),
        ),
        ("What it does not do", ("no-side", "labs-story", *words.LAB_NOTES.values())),
        ("Corrections", ("corrections", "machine")),
    )
    sections: list[Section] = []
    for title, notes in order:
        items: list[Section] = []
        for note in notes:
            sentence = Sentence(
                text=words.HOUSE[note], citations=(EditorCitation(editor=HOUSE_EDITOR, note=note),)
            )
            items.append(
                Section(
                    id=f"m-{note}",
                    title=note.replace("-", " ").capitalize(),
                    level=3,
                    blocks=(Paragraph(sentences=(sentence,)),),
                )
            )
        sections.append(Section(id=title.lower().replace(" ", "-"), title=title, blocks=()))
        sections += items
    links = LinkList(
        links=tuple(
            Link(text=words.TITLE[key], href=href)
            for key, href in (
                ("sources", "sources/index.html"),
                ("results", "results.html"),
                ("entries", "entries.html"),
            )
        )
    )
    sections.append(
        Section(
            id="more",
            title="Behind the pages",
            blocks=(links, Code(label="Check this site", text="foedus verify SITE")),
        )
    )
    del material
    return Page(
        path="method.html",
        part="method.html",
        title=words.TITLE["method"],
        kicker=words.KICKER["method"],
        lede=(),
        facts=tuple(facts),
        sections=tuple(sections),
    )
