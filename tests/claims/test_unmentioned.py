"""Clauses that no source speaks of."""

from __future__ import annotations

from foedus.claims import unmentioned
from foedus.claims.check import text_document


def told(text, name, library):
    return {
        one.clause.clause or one.clause.field
        for one in unmentioned([text_document(text)], library.agreement(name), library)
    }


def test_without_sources_every_clause_is_unmentioned(library):
    silent = told("It rained.", "budapest-1994", library)
    assert silent >= {
        "consult",
        "seek_council_action",
        "no_force",
        "no_coercion",
        "respect_borders",
    }


def test_a_clause_that_a_claim_names_is_mentioned(library):
    silent = told(
        "The Budapest Memorandum obliges its signatories to consult.", "budapest-1994", library
    )
    assert "consult" not in silent
    assert "seek_council_action" in silent


def test_conditions_are_mentioned_by_claims_of_their_kind(library):
    assert "conditions.activation" in told(
        "The Paris Declaration is binding.", "paris-2026", library
    )
    text = "The Paris Declaration takes effect once there is a ceasefire."
    assert "conditions.activation" not in told(text, "paris-2026", library)


def test_a_claim_about_another_instrument_mentions_nothing(library):
    text = "The UK-Ukraine agreement obliges both to consult."
    assert "consult" in told(text, "budapest-1994", library)


def test_an_article_that_is_named_is_mentioned(library):
    text = "Paragraph 6 of the Budapest Memorandum is not legally binding."
    assert "consult" not in told(text, "budapest-1994", library)
