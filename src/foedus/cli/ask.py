"""``foedus ask``: an answer with citations, or the reason why there is none."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from foedus.evidence.ask import Answer


def ask(
    dossier: Annotated[
        str, typer.Argument(help="A dossier's folder, or the name of a built-in one.")
    ],
    question: Annotated[str, typer.Argument(help="The question, in quotation marks.")],
    without: Annotated[
        list[str] | None,
        typer.Option(
            "--without", help="A source that may not be used; may be given several times."
        ),
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print one JSON document.")] = False,
) -> None:
    """Answer a question from the sources, each sentence cited, or say that they do not answer."""
    from foedus.cli.output import emit_json
    from foedus.errors import UsageError
    from foedus.evidence.ask import ask as find_answer

    if not question.strip():
        raise UsageError("the question is empty; write it in quotation marks")
    answer = find_answer(dossier, question, exclude_documents=without or [])
    if as_json:
        emit_json(as_document(answer))
    else:
        _tell(answer)


def as_document(answer: Answer) -> dict[str, object]:
    """Return an answer as the JSON document that ``--json`` prints."""
    return {
        "question": answer.question,
        "kind": answer.kind,
        "abstained": answer.abstained,
        "reason": answer.reason,
        "confidence": answer.confidence,
        "sentences": answer.to_rows(),
        "left_out": list(answer.left_out),
        "method": answer.method,
        "parameters": answer.parameters,
    }


def _tell(answer: Answer) -> None:
    from foedus.cli.output import console, plain, say

    out = console()
    if answer.abstained:
        out.print(f"Not answerable from these sources: {plain(answer.reason)}.")
    numbers: dict[str, int] = {}
    rows = answer.to_rows()
    for row in rows:
        number = numbers.setdefault(row["document"], len(numbers) + 1)
        out.print(f"{plain(row['text'])} [{number}]", soft_wrap=False)
    if rows:
        out.print()
    for document, number in numbers.items():
        row = next(row for row in rows if row["document"] == document)
        where = ", ".join(
            part for part in (row["outlet"], row["published"], row["address"]) if part
        )
        note = " (our summary, not the original's words)" if row["kind"] == "summary" else ""
        out.print(plain(f"[{number}] {row['title']}{', ' + where if where else ''}{note}"))
    for left in answer.left_out:
        say(f"note: {left}")
