from __future__ import annotations

import pytest

from foedus.agreement.library import load, names
from foedus.briefing.typed import article_name, clause_sentences, items, named
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
    promise = "each guarantor gives arms and sends forces to the state that is attacked."
    assert f"Under Article 2 of the Harbour Pact, {promise}" in told
    assert "The time limit of Article 3 of the Harbour Pact is 24 hours." in told


def texts(name, clause):
    return [one.text for one in named(load(name), clause)]


def test_a_permission_says_what_it_allows_how_long_and_that_nobody_is_obliged():
    assert texts("un-charter", "permissions.self_defence") == [
        "Article 51 of the United Nations Charter allows individual or collective self-defence "
        "until the Security Council has taken the measures necessary, and obliges nobody to it."
    ]


def test_a_clause_of_help_says_that_the_challenger_is_itself_a_debtor():
    own = "Russia itself would be one of the guarantors under the Istanbul Communiqué."
    assert own in texts("istanbul-2022-communique", "obligations.help")
    assert own not in texts("istanbul-2022-communique", "obligations.consult")
    assert not any("Russia itself" in text for text in texts("paris-2026", "obligations.support"))


def test_what_is_due_at_once_is_said_in_the_right_number():
    told = texts("nato-1949", "obligations.assist")
    assert told[-1] == (
        "What is promised under Articles 5 and 6 of the North Atlantic Treaty is due at once."
    )


def test_who_joined_after_the_signature_is_told_by_years():
    [told] = texts("nato-1949", "joined")
    assert told.startswith("Under Article 10 of the North Atlantic Treaty, these 20 parties ")
    assert "Greece and Turkey in 1952" in told
    assert texts("budapest-1994", "joined") == []


def test_an_organ_that_is_several_decides_in_the_plural():
    [told] = texts("istanbul-2022-russian-draft", "determination.0")
    assert ", the guarantors decide by unanimity" in told
