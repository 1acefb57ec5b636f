"""Everything that a briefing is written from, gathered once: values only.

The pages are pure functions of this material and of the day ``at``.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

from foedus.agreement.facts import Facts
from foedus.agreement.model import Agreement
from foedus.briefing.cite import Cited, Desk, Resting
from foedus.briefing.computed import Case, Supposed, due
from foedus.briefing.edited import Note, read_notes, words_of
from foedus.briefing.entries import Entry, entries
from foedus.briefing.prose import slug
from foedus.briefing.typed import clause_sentences
from foedus.briefing.words import HOUSE, KIND_OF_SOURCE
from foedus.evidence.document import Document
from foedus.evidence.dossier import Dossier
from foedus.evidence.dossier_format import Question
from foedus.evidence.statement import Contradiction, Position, Statement
from foedus.sources import (
    Citation,
    ClauseCitation,
    EditorCitation,
    EventCitation,
    ResultCitation,
    Sentence,
    SpanCitation,
)

HOUSE_EDITOR = "Foedus"
NEWEST = "foedus brief: newest source"
LEAST_WEIGHT = 0.5  # of the mentions that propose an agreement: one that is likely
MOST_PROPOSED = 12
MOST_QUESTIONS = 40
SCENARIOS: tuple[Supposed, ...] = ("now", "later")


@dataclass(frozen=True, slots=True, kw_only=True)
class Material:
    """What a briefing is written from."""

    dossier: Dossier
    at: date
    documents: tuple[Document, ...]
    agreements: tuple[Agreement, ...]
    entries: tuple[Entry, ...]
    names: dict[str, str] = field(hash=False)
    case: Case | None = None
    statements: tuple[Statement, ...] = ()
    positions: tuple[Position, ...] = ()
    contradictions: tuple[Contradiction, ...] = ()
    claims: tuple[Any, ...] = ()
    proposed: bool = False  # whether the agreements were proposed from the documents
    extra: Mapping[str, tuple[str, ...]] = field(
        default_factory=dict, hash=False
    )  # command -> sentences
    notes: tuple[Note, ...] = ()
    # Answers once computed; a new process computes them anew.
    memo: dict[tuple[str, str], Any] = field(
        default_factory=dict, hash=False, compare=False, repr=False
    )

    def agreement(self, name: str) -> Agreement | None:
        """Return the agreement of that id, or None."""
        return next((one for one in self.agreements if one.id == name), None)

    def document(self, name: str) -> Document | None:
        """Return the document of that id, or of the source of that id."""
        return next((one for one in self.documents if name in {one.id, one.source.id}), None)

    def entry(self, file: str, name: str) -> Entry | None:
        """Return a dated entry."""
        return next((one for one in self.entries if (one.file, one.id) == (file, name)), None)


def owed(material: Material, agreement: Agreement, supposed: Supposed) -> tuple[Sentence, ...]:
    """Return the sentences of a scenario under an agreement; none without a challenger."""
    key = (agreement.id, supposed)
    if key not in material.memo:
        case = material.case
        material.memo[key] = due(agreement, case, supposed, material.names) if case else ()
    found: tuple[Sentence, ...] = material.memo[key]
    return found


def source_path(document: Document) -> str:
    """Return the page of a source."""
    return f"sources/{slug(document.source.id)}.html"


def agreement_path(name: str) -> str:
    """Return the page of an agreement."""
    return f"agreements/{slug(name)}.html"


def desk_of(material: Material) -> Desk:
    """Return the checker's desk for a briefing."""
    documents: dict[str, Cited] = {}
    for document in material.documents:
        cited = Cited(
            source=document.source,
            text=document.text,
            original=KIND_OF_SOURCE[document.source.kind],
            href=source_path(document),
        )
        documents[document.id] = cited
        documents[document.source.id] = cited
    return Desk(documents=documents, recompute=lambda citation: recompute(citation, material))


def recompute(citation: Citation, material: Material) -> Resting | None:
    """Compute again what a citation of a clause, a result, an entry or an editor stands for."""
    match citation:
        case ClauseCitation():
            return _clause(citation, material)
        case ResultCitation():
            return _result(citation, material)
        case EventCitation():
            return _entry(citation, material)
        case EditorCitation():
            return _editor(citation, material)
        case SpanCitation():
            return None


def _clause(citation: ClauseCitation, material: Material) -> Resting | None:
    from foedus.briefing.typed import HEAD, article_name

    agreement = material.agreement(citation.instrument)
    told = clause_sentences(agreement, citation, material.names) if agreement else ()
    if agreement is None or not told:
        return None
    article = "" if citation.article == HEAD else article_name(agreement, citation.article)
    head = agreement.name[:1].upper() + agreement.name[1:]
    return Resting(
        kind="clause",
        words=" ".join(told),
        title=f"{head}, {article}" if article else head,
        place=f"reading “{citation.reading}”",
        date=agreement.signed.isoformat(),
        href=f"{agreement_path(agreement.id)}#{clause_place(citation)}",
        meta=(agreement.title, agreement.name),
    )


#: Kind of a clause -> the section of the agreement's page in which it stands.
_SECTIONS = {
    "summary": "main",
    "sunset": "main",
    "interplay": "main",
    "parties": "parties",
    "readings": "readings",
    "evidence": "binding",
}


def clause_place(citation: ClauseCitation) -> str:
    """Return the id of the section in which a clause stands on the page of its agreement."""
    from foedus.briefing.typed import HEAD

    if citation.article == HEAD and not citation.clause:
        return "main"
    kind = citation.clause.partition(".")[0]
    return _SECTIONS.get(kind) or clause_anchor(citation.article)


def clause_anchor(article: str) -> str:
    """Return the id of an article on the page of its agreement."""
    return f"art-{slug(article)}"


def _result(citation: ResultCitation, material: Material) -> Resting | None:
    told = result_sentences(citation.command, material)
    if not told:
        return None
    command, _, claim = citation.command.partition(CLAIM)
    href = "claims.html" if claim else f"results.html#{result_anchor(command)}"
    return Resting(kind="result", words=" ".join(told), title=command, href=href)


# A shell takes what follows for a comment, so that the command runs as it is shown.
CLAIM = " # claim "


def claim_anchor(claim: str) -> str:
    """Return the id of a claim on the page of claims."""
    return f"k-{slug(claim)}"


def result_anchor(command: str) -> str:
    """Return the id of a result on the page of results."""
    return f"r-{slug(command.removeprefix('foedus '))}"


def result_sentences(command: str, material: Material) -> tuple[str, ...]:
    """Run the command that a result cites; return its sentences, none if it is not known."""
    if command in material.extra:
        return material.extra[command]
    case = material.case
    for agreement in material.agreements if case else ():
        for supposed in SCENARIOS:
            if case and command == case.command(agreement.id, supposed):
                return tuple(one.text for one in owed(material, agreement, supposed))
    return ()


def _entry(citation: EventCitation, material: Material) -> Resting | None:
    entry = material.entry(citation.file, citation.entry)
    if entry is None:
        return None
    return Resting(
        kind="event",
        words=" ".join(entry.sentences),
        title=entry.title,
        place=entry.file,
        date=entry.shown,
        href=f"entries.html#{entry_anchor(entry)}",
        meta=(entry.shown,),
    )


def entry_anchor(entry: Entry) -> str:
    """Return the id of an entry on the page of entries."""
    return f"e-{slug(entry.file.removesuffix('.yaml'))}-{slug(entry.id)}"


def _editor(citation: EditorCitation, material: Material) -> Resting | None:
    if citation.editor == HOUSE_EDITOR:
        told = HOUSE.get(citation.note)
        if told is None:
            return None
        return Resting(
            kind="editor",
            words=told,
            title="Foedus: method",
            label="the project’s own explanation",
            href=f"method.html#m-{citation.note}",
        )
    note = next((one for one in material.notes if one.name == citation.note), None)
    if citation.note and (note is None or note.editor != citation.editor):
        return None
    words = words_of(note) if note else ""
    return Resting(kind="editor", words=words, title=citation.editor, own=True)


def house(note: str) -> Sentence:
    """Return one of the project's own sentences, cited as such."""
    return Sentence(text=HOUSE[note], citations=(EditorCitation(editor=HOUSE_EDITOR, note=note),))


def gather(dossier: Dossier, at: date) -> Material:
    """Open everything that a dossier holds, and what its documents give beyond that."""
    from foedus.agreement.library import load
    from foedus.claims.setting import setting_of
    from foedus.claims.verdict import judged
    from foedus.evidence.contradiction import contradictions
    from foedus.evidence.ingest import open_store
    from foedus.evidence.position import positions
    from foedus.evidence.review import accepted, read_reviews

    with open_store(dossier) as store:
        documents = tuple(sorted(store.documents(), key=_newest_first))
        named = {one.id: one.source.id for one in documents}
        statements = accepted(store.statements(), named, read_reviews(dossier.path))
    dossier, proposed = _completed(dossier, documents, at)
    names = {party.id: party.name for party in dossier.actors.parties}
    agreements = tuple(load(name, beside=dossier.path) for name in dossier.agreements)
    # A poll is no position of the state whose people were asked.
    polls = {one.id for one in documents if one.source.document == "poll"}
    held = positions([one for one in statements if one.doc not in polls], dossier.actors)
    case = None
    if dossier.beneficiary and dossier.challenger:
        case = Case(
            challenger=dossier.challenger,
            beneficiary=dossier.beneficiary,
            at=at,
            war=_at_war(_facts(dossier), dossier, at),
        )
    return Material(
        dossier=dossier,
        at=at,
        documents=documents,
        statements=statements,
        positions=held,
        contradictions=contradictions(held),
        claims=tuple(judged(documents, setting_of(dossier, at=at), statements)),
        agreements=agreements,
        names=names,
        case=case,
        entries=entries(dossier, agreements, _facts(dossier).events, names),
        proposed=proposed,
        notes=read_notes(dossier.notes),
    )


def _newest_first(document: Document) -> tuple[int, int, str]:
    day = date_of(document)
    return (day is None, -day.toordinal() if day else 0, document.source.id)


def date_of(document: Document) -> date | None:
    """Return the last day on which a document may have appeared, as far as it is known."""
    return document.when.end or document.when.start


def _completed(dossier: Dossier, documents: tuple[Document, ...], at: date) -> tuple[Dossier, bool]:
    """Fill in what a dossier leaves open from its documents: the agreements, and the questions.

    The second value says whether the agreements were proposed.
    """
    from foedus.claims.mention import proposed_instruments
    from foedus.claims.setting import setting_of

    if not dossier.beneficiary and dossier.actors.beneficiaries:
        dossier = replace(dossier, beneficiary=dossier.actors.beneficiaries[0])
    if not dossier.challenger and dossier.actors.challengers:
        dossier = replace(dossier, challenger=dossier.actors.challengers[0])
    proposed = not dossier.agreements
    if proposed:
        found = proposed_instruments(documents, setting_of(dossier, at=at).names)
        chosen = [one.instrument for one in found if one.weight >= LEAST_WEIGHT][:MOST_PROPOSED]
        dossier = replace(dossier, agreements=tuple(sorted(chosen, key=_main_first(dossier))))
    if not dossier.questions:
        dossier = replace(dossier, questions=_questions(documents))
    return dossier, proposed and bool(dossier.agreements)


def _main_first(dossier: Dossier) -> Callable[[str], tuple[bool, bool, int]]:
    """Return the order of proposed agreements: first the newest that protects the beneficiary."""
    from foedus.agreement.library import load

    def order(name: str) -> tuple[bool, bool, int]:
        one = load(name)
        protects = one.beneficiary == dossier.beneficiary
        return (not protects, not one.concluded, -one.signed.toordinal())

    return order


def _questions(documents: tuple[Document, ...]) -> tuple[Question, ...]:
    """Return the questions that stand in the documents as questions."""
    from foedus.evidence.question import kind_of

    found: dict[str, Question] = {}
    for document in documents:
        for block in document.blocks:
            text = " ".join(document.words(block).split())
            if block.kind == "question" and block.kept and text.endswith("?"):
                name = slug(text)[:60].strip("-")
                found.setdefault(name, Question(id=name, text=text, kind=kind_of(text)))
    return tuple(found.values())[:MOST_QUESTIONS]


def _facts(dossier: Dossier) -> Facts:
    if dossier.events is None:
        return Facts()
    from foedus.errors import InvalidDossier
    from foedus.yamlfile import adapter_for, read, validate

    facts: Facts = validate(
        read(dossier.events), adapter_for(Facts), code="FD3", error=InvalidDossier
    )
    return facts


def _at_war(facts: Facts, dossier: Dossier, at: date) -> bool:
    """Say whether the dossier's events hold an attack by the challenger that has not ended."""
    known = facts.as_of(at)
    return not known.hostilities.ended and any(
        event.kind == "armed_attack"
        and dossier.challenger in event.by
        and dossier.beneficiary in event.against
        for event in known.events
    )
