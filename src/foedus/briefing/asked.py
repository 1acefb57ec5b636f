"""The dossier's questions put to its evidence."""

from __future__ import annotations

from foedus.briefing.extract import spans_of
from foedus.briefing.material import Material
from foedus.briefing.questions import Answered, answer, ask_command, refusal
from foedus.evidence.ask import Answer, ask
from foedus.sources import Sentence, SpanCitation


def ask_all(material: Material) -> tuple[tuple[Answered, ...], dict[str, tuple[str, ...]]]:
    """Answer every question; return the answers, and the refusals by their command."""
    from foedus.evidence.ingest import open_store

    if not material.dossier.questions:
        return (), {}
    answers, refusals = [], {}
    with open_store(material.dossier) as store:
        for question in material.dossier.questions:
            reply = ask(material.dossier, question.text, store=store, kind=question.kind)
            one = answer(question, reply, around(reply, material), material)
            if not one.answered:
                refusals[ask_command(material, question.text)] = (refusal(reply.reason),)
            answers.append(one)
    return tuple(answers), refusals


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
                found.append(Sentence(text=" ".join(text.split()), citations=(SpanCitation(span=span),)))
    return tuple(found)
