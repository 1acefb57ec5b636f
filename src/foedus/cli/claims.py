"""``foedus claims``: each statement about a guarantee beside the clause."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

if TYPE_CHECKING:
    from datetime import date

    from foedus.claims import Setting, Verdict
    from foedus.evidence.document import Document
    from foedus.evidence.dossier import Dossier
    from foedus.evidence.statement import Statement


def claims(
    what: Annotated[
        str,
        typer.Argument(
            metavar="FILE|DOSSIER", help="A page, a text, a folder of them, or a dossier."
        ),
    ],
    instrument: Annotated[
        str, typer.Option(help="What guarantees without a name mean: a library id or a file.")
    ] = "",
    at: Annotated[
        str, typer.Option(help="The day on which the law is taken, e.g. 2026-02-01; default today.")
    ] = "",
    verdict: Annotated[
        str, typer.Option(help="Only claims of this verdict, e.g. goes_beyond.")
    ] = "",
    json: Annotated[bool, typer.Option("--json", help="Print one JSON document.")] = False,
) -> int:
    """Set each statement about a guarantee beside the clause.

    For each sentence that says what a guarantee says or does: the instrument that it is about,
    the verdict (supported, goes beyond, contradicted, the text is silent, not checkable), the
    clause with its reading, and one sentence that says why. Without a dossier only instruments
    that are named can be checked, unless --instrument says what unnamed guarantees mean.
    """
    from foedus.claims import setting_of
    from foedus.cli.output import emit_json

    dossier, documents, said = _read(what)
    setting = setting_of(dossier, at=_day(at), given=instrument)
    proposed = _proposed(documents, setting)
    if dossier and not setting.main:  # compare what the documents speak of, the latest first
        setting = _comparing([one["instrument"] for one in proposed], setting)
    found = _judged(documents, said, setting, stored=dossier is not None)
    shown = [one for one in found if not verdict or one.outcome == verdict]
    silent = _unmentioned(found, setting) if dossier or instrument else []
    if json:
        emit_json(
            {
                "at": setting.at,
                "claims": [_plain(one, setting) for one in shown],
                "instruments": proposed,
                "unmentioned": silent,
            }
        )
    else:
        _show(shown, proposed, silent, {document.id: document.source.id for document in documents})
    return 0


def _day(text: str) -> date:
    from datetime import UTC, date, datetime

    from foedus.errors import UsageError

    if not text:
        return datetime.now(tz=UTC).date()
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise UsageError(f"--at: {text!r} is not a day; write 2026-02-01") from error


def _read(what: str) -> tuple[Dossier | None, list[Document], list[Statement]]:
    """Open a dossier with what was read into it, or read files; say what could not be read."""
    from foedus.errors import InputError
    from foedus.evidence.dossier import built_in_dossiers, open_dossier
    from foedus.evidence.ingest import open_store
    from foedus.evidence.read import read_file

    path = Path(what)
    if path.is_file():
        return None, [read_file(path)[0]], []
    if (path / "dossier.yaml").is_file() or what in built_in_dossiers() or not path.exists():
        dossier = open_dossier(what)
        with open_store(dossier) as store:
            documents, said = list(store.documents()), list(store.statements())
        if not documents:
            raise InputError(
                f"{what} holds no document yet; read some with: foedus ingest {what} PAGES..."
            )
        return dossier, documents, said
    return None, _folder(path), []


def _folder(path: Path) -> list[Document]:
    from foedus.cli.output import say
    from foedus.errors import InputError
    from foedus.evidence.document import Document
    from foedus.evidence.read import read_paths

    documents: list[Document] = []
    for one in read_paths([path]):
        if isinstance(one, Document):
            documents.append(one)
        else:
            say(str(one))
    if not documents:
        raise InputError(f"{path} holds no document that could be read")
    return documents


def _judged(
    documents: list[Document], said: list[Statement], setting: Setting, *, stored: bool
) -> list[Verdict]:
    from foedus.claims import claims as claims_of
    from foedus.claims import judge
    from foedus.claims.claim import with_speakers
    from foedus.evidence.attribute import statements

    found: list[Verdict] = []
    for document in documents:
        made = claims_of(document, setting)
        if not made:
            continue  # attribution is the slow part: only where there is something to attribute
        own = [one for one in said if one.doc == document.id] if stored else statements(document)
        found += [judge(one, setting) for one in with_speakers(made, own)]
    return found


def _proposed(documents: list[Document], setting: Setting) -> list[dict[str, Any]]:
    from foedus.claims import proposed_instruments

    return [
        {
            "instrument": one.instrument,
            "weight": one.weight,
            "mentions": [
                {
                    "document": doc,
                    "text": m.text,
                    "start": m.start,
                    "end": m.end,
                    "article": m.article,
                    "meeting": m.meeting,
                    "confidence": m.confidence,
                    "why": m.why,
                }
                for doc, m in one.mentions
            ],
        }
        for one in proposed_instruments(documents, setting.names)
    ]


def _comparing(names: list[str], setting: Setting) -> Setting:
    from dataclasses import replace

    latest = sorted(names, key=lambda name: setting.agreement(name).signed, reverse=True)
    return replace(setting, main=tuple(latest))


def _unmentioned(found: list[Verdict], setting: Setting) -> list[dict[str, Any]]:
    from foedus.claims import unmentioned

    named = [setting.given] if setting.given else list(setting.main)
    claims = [one.claim for one in found]
    return [
        {
            "instrument": name,
            "article": one.clause.article,
            "what": one.what,
            "summary": one.summary,
        }
        for name in named
        for one in unmentioned((), setting.agreement(name), setting, claims)
    ]


def _plain(one: Verdict, setting: Setting) -> dict[str, Any]:
    """Return a verdict with everything that it rests on, as plain values."""
    from dataclasses import asdict

    return one.to_row() | {
        "id": one.claim.id,
        "sha": one.claim.span.sha,
        "cue": [one.claim.cue.start, one.claim.cue.end],
        "said": one.claim.said,
        "parties": list(one.claim.parties),
        "clauses": [asdict(clause) for clause in one.clauses],
        "computed": [asdict(answer) for answer in one.computed],
        "rival_readings": [{"id": r.id, "by": r.by, "says": r.says} for r in one.rivals],
        "evidence": {
            speaks: [
                {"kind": e.kind, "says": e.says, "party": e.party or "", "source": e.source}
                for e in listed
            ]
            for speaks, listed in (("for", one.evidence_for), ("against", one.evidence_against))
        },
        "events": list(one.events),
        "title": setting.agreement(one.instrument).title if one.instrument else "",
    }


def _show(
    found: list[Verdict],
    proposed: list[dict[str, Any]],
    silent: list[dict[str, Any]],
    names: dict[str, str],
) -> None:
    from foedus.cli.output import print_table, say

    rows = []
    last = ""
    for one in found:
        claim = one.claim
        where = f"{names.get(claim.doc, claim.doc)}, {claim.span.start}-{claim.span.end}"
        sentence = (
            ""
            if claim.span.sha + where == last
            else f"{claim.sentence}\n({claim.speaker}; {where})"
        )
        last = claim.span.sha + where
        rows.append((sentence, _heading(one), f"{one.why}{_basis(one)}"))
    if rows:
        print_table(("sentence", "claim", "beside the clause"), rows, title=f"{len(rows)} claims")
    else:
        say("no sentence says what a guarantee says or does")
    if proposed:
        print_table(
            ("instrument", "named", "as"),
            [
                (
                    p["instrument"],
                    len(p["mentions"]),
                    ", ".join(dict.fromkeys(m["text"] for m in p["mentions"][:8])),
                )
                for p in proposed
            ],
            title="Instruments that the documents speak of",
        )
    if silent:
        print_table(
            ("instrument", "article", "what", "clause"),
            [(s["instrument"], s["article"], s["what"], s["summary"]) for s in silent],
            title="Clauses that no document mentions",
        )


def _heading(one: Verdict) -> str:
    """Return the claim's kind, what it is about, and the verdict."""
    from foedus.claims.finding import WORDS

    kind = one.claim.type.replace("_", " ") + ("" if one.claim.affirmed else ", denied")
    supposed = (
        ""
        if one.claim.subject.named or not one.instrument
        else f"\n(supposed, {one.claim.subject.confidence:.0%}: {one.claim.subject.why})"
    )
    return f"{WORDS[one.outcome].upper()}\n{kind}\n{one.instrument}{supposed}"


def _basis(one: Verdict) -> str:
    """Return the articles, the reading and the evidence that a verdict rests on."""
    articles = one.to_row()["articles"]
    parts = [f"clause: {articles}"] if articles else []
    parts += [f"reading: {one.reading}"] if one.reading else []
    parts += [f"evidence for: {e.says}" for e in one.evidence_for] + [
        f"evidence against: {e.says}" for e in one.evidence_against
    ]
    parts += [f"events since: {', '.join(one.events)}"] if one.events else []
    return "\n" + "\n".join(parts) if parts else ""
