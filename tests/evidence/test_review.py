"""An editor's verdicts: rejected statements stay away, whatever the rules find."""

from __future__ import annotations

from datetime import date

import pytest

from foedus.errors import InvalidDossier
from foedus.evidence.document import Document
from foedus.evidence.review import Review, accepted, read_reviews
from foedus.evidence.statement import Speaker, Statement
from foedus.sources import Source

REVIEW = Review(
    source="a-note",
    words="no such troops",
    verdict="reject",
    by="Jane Roe",
    on=date(2026, 11, 21),
    why="misread",
)


def statement(doc: str, text: str) -> Statement:
    return Statement(
        id=text, doc=doc, speaker=Speaker(name="X"), source=(), cue=(), content=(), kind="indirect",
        text=text,
    )  # fmt: skip


def test_only_the_statement_of_that_source_with_those_words_is_rejected():
    one = statement("d1", "that no such troops would go")
    other = statement("d1", "that troops would go")
    elsewhere = statement("d2", "that no such troops would go")

    left = accepted([one, other, elsewhere], {"d1": "a-note", "d2": "b-note"}, (REVIEW,))

    assert left == (other, elsewhere)


def test_a_dossier_without_the_file_has_no_reviews(tmp_path):
    assert read_reviews(tmp_path) == ()


def test_a_wrong_verdict_is_refused_with_its_place(tmp_path):
    (tmp_path / "review.yaml").write_text(
        "reviews:\n"
        "- {source: a, words: eight words, verdict: rejected, by: J, on: 2026-11-21, why: w}\n"
    )
    with pytest.raises(InvalidDossier) as raised:
        read_reviews(tmp_path)
    finding = raised.value.findings[0]
    assert (finding.code, finding.line) == ("FD303", 2)


def test_every_review_of_the_built_in_dossier_names_one_of_its_sources():
    from foedus.evidence.dossier import open_dossier
    from foedus.evidence.ingest import open_store

    dossier = open_dossier("ukraine")
    reviews = read_reviews(dossier.path)
    with open_store(dossier) as store:
        documents: list[Document] = list(store.documents())
        named = {one.id: one.source.id for one in documents}
        found = list(store.statements())
    assert isinstance(documents[0].source, Source)
    for review in reviews:
        meant = [one for one in found if not accepted([one], named, (review,))]
        assert meant, f"{review.source}: no statement holds {review.words!r} any more"
