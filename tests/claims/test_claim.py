"""What counts as a claim, about what, and in which voice."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from foedus.claims import claims
from foedus.claims.check import check_text, text_document
from foedus.claims.claim import THE_PAGE
from foedus.evidence.attribute import statements


@pytest.mark.parametrize(
    "text",
    [
        "Is the Paris Declaration binding?",
        "“Will the Ukraine Compact oblige Britain to fight?”",
        "Kyiv seeks a legally binding treaty.",
        "Officials discussed whether the Paris Declaration is binding.",
        "The guarantees should be legally binding.",
        "Lawmakers urged London to make the UK-Ukraine agreement binding.",
        "The court made a binding ruling on fishing rights.",
    ],
)
def test_questions_wishes_and_other_matters_are_no_claims(check, text):
    assert check(text) == {}


@pytest.mark.parametrize(
    ("text", "affirmed"),
    [
        ("The Paris Declaration is binding.", True),
        ("The Paris Declaration is not binding.", False),
        ("The Paris Declaration isn't legally binding.", False),
        ("The Paris Declaration is non-binding.", False),
        ("Nothing in the Paris Declaration is binding.", False),
        ("Neither the Ukraine Compact nor the Paris Declaration is binding.", False),
        ("The Paris Declaration is not only binding but public.", True),
        ("It is wrong that the Paris Declaration is binding.", False),
    ],
)
def test_a_denial_is_told_from_an_assertion(check, text, affirmed):
    assert check(text)["binding"].claim.affirmed is affirmed


@pytest.mark.parametrize(
    ("text", "modality"),
    [
        ("The Paris Declaration is binding.", "asserted"),
        ("The Paris Declaration may be binding.", "possible"),
        ("The Paris Declaration would be binding.", "conditional"),
        ("A binding Paris Declaration was not possible.", "denied"),
    ],
)
def test_the_modality_is_kept(check, text, modality):
    assert check(text)["binding"].claim.modality == modality


def test_a_claim_is_about_the_instrument_that_its_clause_names(check):
    text = "The Ukraine Compact is long, but the Paris Declaration is binding."
    assert check(text)["binding"].instrument == "paris-2026"


def test_it_goes_back_to_the_instrument_named_before(check):
    text = "The Budapest Memorandum names no soldiers, but it is legally binding."
    assert check(text)["binding"].instrument == "budapest-1994"


def test_what_is_said_of_two_instruments_is_two_claims(library):
    text = "Neither the Ukraine Compact nor the Paris Declaration is legally binding."
    found = {one.instrument: one for one in check_text(text, library)}
    assert set(found) == {"ukraine-compact-2024", "paris-2026"}
    assert {one.outcome for one in found.values()} == {"supported"}


def test_these_guarantees_point_back_in_their_paragraph(check):
    text = "The Budapest Memorandum dates from 1994. These guarantees were never binding on Russia."
    found = check(text)["binding"]
    assert found.instrument == "budapest-1994"
    assert "points back" in found.claim.subject.why


def test_unnamed_guarantees_mean_what_was_given(check):
    text = "The security guarantees are legally binding."
    assert check(text)["binding"].outcome == "not_checkable"
    assert check(text, given="paris-2026")["binding"].instrument == "paris-2026"


def test_unnamed_guarantees_mean_the_latest_instrument_of_the_document(library):
    text = (
        "The Budapest Memorandum is old.\nThe Paris Declaration is new.\nThe guarantees are "
        "binding."
    )
    [one] = [v for v in check_text(text, library) if v.claim.type == "binding"]
    assert one.instrument == "paris-2026"
    assert not one.claim.subject.named
    assert "latest" in one.claim.subject.why


def test_an_instrument_later_than_the_document_is_not_meant(ukraine):
    from datetime import date

    from foedus.evidence.when import When

    document = text_document("The security guarantees for Ukraine are legally binding.")
    day = When(start=date(2023, 1, 1), end=date(2023, 1, 1), how="given")
    [one] = claims(replace(document, when=day), ukraine)
    assert one.subject.instrument
    assert ukraine.agreement(one.subject.instrument).signed <= date(2023, 1, 1)


def test_a_paper_of_somebody_else_is_not_taken_for_the_dossiers_own(ukraine, check):
    found = check(
        "The Berlin statement is a legally binding commitment to help Ukraine.", setting=ukraine
    )
    assert found["binding"].outcome == "not_checkable"


def test_a_claim_inside_a_statement_is_its_speakers(library):
    document = text_document(
        "“The Paris Declaration is legally binding,” said Anna Meyer, a diplomat.\nThe "
        "Ukraine Compact is not binding."
    )
    said, own = claims(document, library, statements=statements(document))
    assert "Anna Meyer" in said.speaker
    assert own.speaker == THE_PAGE


def test_sentence_and_cue_are_sealed(library):
    document = text_document("It rained. The Paris Declaration is legally binding. It rained.")
    [one] = claims(document, library)
    assert one.span.read(document.text) == "The Paris Declaration is legally binding."
    assert one.cue.read(document.text) == "binding"


def test_the_same_text_gives_the_same_claims(library):
    document = text_document(
        "The Paris Declaration is binding. Poland signed it. Article 5 of the NATO treaty is "
        "automatic."
    )
    assert claims(document, library) == claims(document, library)


def test_page_furniture_makes_no_claims(library):
    document = text_document("The Paris Declaration is legally binding.")
    [block] = document.blocks
    assert claims(replace(document, blocks=(replace(block, kept=False),)), library) == ()
    assert claims(replace(document, blocks=(replace(block, kind="question"),)), library) == ()


PIECES = st.sampled_from(
    "the Paris Declaration guarantees not binding , but will send troops if Ukraine is a "
    "party to ratified Article 5 NATO similar to may İ “ ” ? . : ; covers Crimea neither nor "
    "automatic which".split()
)


@given(st.lists(PIECES, max_size=60), st.booleans())
@settings(max_examples=150, deadline=None)
def test_no_text_breaks_the_reading(library, parts, given_one):
    setting = replace(library, given="paris-2026" if given_one else "")
    for verdict in check_text(" ".join(parts), setting):
        assert verdict.why
        assert verdict.claim.span.read(" ".join(parts)) == verdict.claim.sentence


def test_a_hostile_line_does_not_take_long(library):
    import time

    text = "the guarantees " * 3000 + "not " * 2000 + "binding " * 2000
    begun = time.process_time()
    check_text(text, library)
    check_text("The Paris Declaration " + "neither nor, " * 90 + "binding.", library)
    check_text(("word " * 250 + ". ") * 20, library)
    assert time.process_time() - begun < 5
