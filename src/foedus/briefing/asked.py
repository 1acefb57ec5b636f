"""The dossier's questions put to its evidence."""

from __future__ import annotations

from foedus.briefing.extract import spans_of
from foedus.briefing.material import Material
from foedus.briefing.picked import picked, read_choices
from foedus.briefing.questions import SHORT, Answered, answer, ask_command, refusal
from foedus.evidence.ask import Answer, ask
from foedus.evidence.dossier_format import Question
from foedus.evidence.store import SqliteStore
from foedus.sources import Sentence, SpanCitation


def ask_all(material: Material) -> tuple[tuple[Answered, ...], dict[str, tuple[str, ...]]]:
    """Answer every question; return the answers, and the refusals by their command."""
    from foedus.evidence.ingest import open_store

    if not material.dossier.questions:
        return (), {}
    answers: list[Answered] = []
    refusals: dict[str, tuple[str, ...]] = {}
    choices = read_choices(material.dossier.path)
    with open_store(material.dossier) as store:
        for question in material.dossier.questions:
            chosen, _ = picked(choices.get(question.id, ()), material.documents)
            if len(chosen) >= SHORT:
                answers.append(answer(question, chosen, (), material))
                continue
            reply = _ask(question, material, store)
            told = (*chosen, *(() if reply.abstained else reply.sentences))
            one = answer(question, told, around(reply, material), material, reason=reply.reason)
            if not one.answered:
                refusals[ask_command(material, question.text)] = (refusal(reply.reason),)
            answers.append(one)
    return tuple(answers), refusals


def _ask(question: Question, material: Material, store: SqliteStore) -> Answer:
    """Ask the sources of the question's topics first, and all of them if those are silent."""
    topics = set(question.topics)
    others = [
        one.id
        for one in material.documents
        if one.source.topics and not topics & set(one.source.topics)
    ]
    if topics and others:
        reply = ask(
            material.dossier,
            question.text,
            store=store,
            kind=question.kind,
            exclude_documents=others,
        )
        if len(reply.sentences) >= SHORT:
            return reply
    return ask(material.dossier, question.text, store=store, kind=question.kind)


def around(reply: Answer, material: Material) -> tuple[Sentence, ...]:
    """Return the other sentences of the paragraphs in which an answer stands."""
    said = {c.span for one in reply.sentences for c in one.citations if isinstance(c, SpanCitation)}
    found = []
    for passage in reply.passages:
        document = material.document(passage.doc)
        if document is None:
            continue
        for text, span in spans_of(document):
            if passage.start <= span.start and span.end <= passage.end and span not in said:
                found.append(
                    Sentence(text=" ".join(text.split()), citations=(SpanCitation(span=span),))
                )
    return tuple(found)
