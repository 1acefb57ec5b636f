"""``foedus status``: what a dossier holds."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from foedus.evidence.document import Document
    from foedus.evidence.dossier import Dossier


def status(
    dossier: Annotated[
        str, typer.Argument(help="A dossier's folder, or the name of a built-in one.")
    ],
    as_json: Annotated[bool, typer.Option("--json", help="Print one JSON document.")] = False,
) -> None:
    """Show what a dossier holds: its files, and what was read into its store."""
    from foedus.cli.output import emit_json, print_table
    from foedus.evidence.dossier import open_dossier
    from foedus.evidence.ingest import open_store

    opened = open_dossier(dossier)
    with open_store(opened) as store:
        documents = list(store.documents())
        size = store.size()
        seal = store.store_hash()
        datings = {document.id: store.dating(document.id) for document in documents}
    holds = {
        "agreements": len(opened.agreements),
        "questions": len(opened.questions),
        "meetings": len(opened.meetings),
        "polls": len(opened.polls),
        "parties": len(opened.actors.parties),
        "people": len(opened.actors.people),
        **size,
    }
    dated = Counter(document.when.how for document in documents)
    proposed = proposals(opened, documents)
    dropped = sum(not block.kept for document in documents for block in document.blocks)
    if as_json:
        emit_json(
            {
                "dossier": opened.id,
                "title": opened.title,
                "path": str(opened.path),
                "built_in": opened.built_in,
                "uses": list(opened.uses),
                "store": str(opened.store_folder),
                "store_hash": seal,
                "holds": holds,
                "dropped_blocks": dropped,
                "dates": dict(dated),
                "proposed_instruments": proposed,
                "documents": [
                    {
                        "id": document.id,
                        "source": document.source.id,
                        "title": document.title,
                        "outlet": document.source.outlet,
                        "kind": document.source.kind,
                        "date_how": document.when.how,
                        "dating": datings[document.id],
                        "translated": document.translated,
                    }
                    for document in documents
                ],
            }
        )
        return
    print_table(("", "count"), list(holds.items()), title=f"{opened.title} ({opened.id})")
    told = ", ".join(f"{count} {how}" for how, count in sorted(dated.items()))
    print(f"Dates: {told or 'none'}. Blocks left out as page furniture: {dropped}.")
    for document in documents:
        if document.when.how != "given" and datings[document.id]:
            print(f"{document.source.id}: {datings[document.id]}")
    if proposed:
        told = ", ".join(f"{name} ({count} mentions)" for name, count in proposed.items())
        verb = "The dossier compares no agreement; its" if not opened.agreements else "Its"
        print(f"{verb} documents speak of: {told}.")
    print(f"Store: {opened.store_folder}")


def proposals(dossier: Dossier, documents: list[Document]) -> dict[str, int]:
    """Return the library instruments that the documents name but the dossier does not compare.

    The weightiest first, with how often each is named.
    """
    import datetime as dt

    from foedus.claims.mention import proposed_instruments
    from foedus.claims.setting import setting_of

    today = dt.date.today()  # noqa: DTZ011 - the user's own day
    found = proposed_instruments(documents, setting_of(dossier, at=today).names)
    return {
        one.instrument: len(one.mentions)
        for one in found
        if one.instrument not in dossier.agreements
    }
