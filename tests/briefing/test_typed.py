from __future__ import annotations

import pytest

from foedus.agreement.library import load, names
from foedus.briefing.typed import article_name, clause_sentences, items
from foedus.sources import ClauseCitation


@pytest.mark.parametrize("name", names())
def test_every_item_of_every_instrument_can_be_found_again_by_its_citation(name):
    agreement = load(name)
    for item in items(agreement):
        citation = ClauseCitation(instrument=name, article=item.article, clause=item.clause)
        assert set(item.sentences) <= set(clause_sentences(agreement, citation))


@pytest.mark.parametrize("name", names())
def test_a_typed_sentence_begins_with_a_capital_and_ends_with_a_stop(name):
    for item in items(load(name)):
        for text in item.sentences:
            assert text[0].isupper() or not text[0].isalpha(), text
            assert text[-1] in ".!?”", text
            assert "  " not in text
            assert ".." not in text


def test_an_article_that_does_not_exist_gives_nothing():
    assert (
        clause_sentences(load("nato-1949"), ClauseCitation(instrument="nato-1949", article="99"))
        == ()
    )


def test_several_articles_are_named_as_several():
    assert article_name(load("nato-1949"), "5, 6") == "Articles 5 and 6"


def test_the_clauses_of_a_dossiers_own_agreement_are_told(briefing):
    told = [
        one.text
        for page in briefing.pages
        if page.path == "agreements/harbour-pact.html"
        for s in page.sections
        for b in s.blocks
        for c in getattr(b, "columns", ())
        for one in c.sentences
    ]
    assert (
        "Under Article 2 of the Harbour Pact, each guarantor gives arms and sends forces to the state that is attacked."
        in told
    )
    assert "The time limit of Article 3 of the Harbour Pact is 24 hours." in told
