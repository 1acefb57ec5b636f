"""Names in a text and what they are linked to."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from foedus.agreement.library import load, names
from foedus.claims import mentions, names_of, proposed_instruments
from foedus.claims.check import text_document
from foedus.claims.mention import found_in

LIBRARY = names_of([load(name) for name in names()])


def linked(text, known=LIBRARY):
    return [(one.instrument, one.article, one.meeting) for one in found_in(text, known)]


@pytest.mark.parametrize(
    ("text", "instrument", "article"),
    [
        ("He read the Budapest Memorandum.", "budapest-1994", ""),
        ("Nobody wants another Budapest memorandum-type deal.", "budapest-1994", ""),
        ("The Budapest Memorandom was no help.", "budapest-1994", ""),
        ("The 1994 memorandum gave no troops.", "budapest-1994", ""),
        ("The memorandum was signed in 1994 between three powers.", "budapest-1994", ""),
        ("Assurances given at Budapest in 1994 were broken.", "budapest-1994", ""),
        ("Paragraph 4 of the Budapest Memorandum speaks of the Council.", "budapest-1994", "4"),
        ("NATO's Article 5 is a promise.", "nato-1949", "5"),
        ("NATO invoked Article V once.", "nato-1949", "5"),
        ("An attack on one is an attack on all, Article 5 says.", "nato-1949", "5"),
        ("Article 4 of the North Atlantic Treaty was used.", "nato-1949", "4"),
        ("NATO's collective defense principle holds.", "nato-1949", "5"),
        ("An article V-type promise of defence is out of reach.", "nato-1949", "5"),
        ("Article 42(7) binds members.", "teu-42-7", "42(7)"),
        ("Under Article 42.7 members must help.", "teu-42-7", "42(7)"),
        ("The EU's mutual defence clause was used in 2015.", "teu-42-7", ""),
        ("The EU clause on mutual assistance was used.", "teu-42-7", "42(7)"),
        ("The UN Charter forbids it.", "un-charter", ""),
        ("Self-defence under Article 51 is lawful.", "un-charter", "51"),
        ("The Paris Declaration came first.", "paris-2026", ""),
        ("The Paris pledges are political.", "paris-2026", ""),
        ("The declaration signed in Paris is short.", "paris-2026", ""),
        ("The Ukraine Compact was signed in Washington.", "ukraine-compact-2024", ""),
        ("The UK-Ukraine pact runs for ten years.", "uk-ukraine-2024", ""),
        ("The Istanbul guarantees would have bound Britain.", "istanbul-2022-communique", ""),
        (
            "The Russian version of the Istanbul draft had a veto.",
            "istanbul-2022-russian-draft",
            "",
        ),
    ],
)
def test_a_name_is_linked_to_the_instrument_that_it_means(text, instrument, article):
    found = [one for one in found_in(text, LIBRARY) if one.instrument]
    assert (found[0].instrument, found[0].article) == (instrument, article)


@pytest.mark.parametrize(
    "text",
    [
        "Article 5 of the constitution forbids it.",
        "The Budapest festival opened on Monday.",
        "Paris is lovely in spring.",
        "The North Atlantic Treaty Organization has 32 members.",
        "Washington's promises to its farmers were kept.",
        "The party made a declaration of income.",
    ],
)
def test_what_only_looks_like_a_name_is_not_linked(text):
    assert [one for one in found_in(text, LIBRARY) if one.instrument] == []


@pytest.mark.parametrize(
    "text",
    [
        "The Minsk agreements failed.",
        "The G7 declaration of July 2023 came first.",
        "The American guarantees are unknown.",
    ],
)
def test_a_paper_of_no_library_is_named_without_a_link(text):
    [one] = found_in(text, LIBRARY)
    assert one.instrument == ""
    assert one.how == "unlinked"


def test_a_garbled_number_is_linked_with_less_confidence():
    [plain] = found_in("It would reflect NATO Article V on attacks.", LIBRARY)
    [garbled] = found_in("It would reflect NATO Article Vs on attacks.", LIBRARY)
    assert plain.instrument == garbled.instrument == "nato-1949"
    assert garbled.confidence < plain.confidence
    assert "garbled" in garbled.why


def test_a_year_that_differs_is_doubted_and_said():
    [one] = found_in("The Paris Declaration of 2025 was about trade.", LIBRARY)
    assert one.confidence <= 0.5
    assert "2025" in one.why


def test_the_memorandum_comes_back_to_the_last_one():
    found = found_in("The Budapest Memorandum is short. The memorandum names no troops.", LIBRARY)
    assert [one.how for one in found] == ["name", "anaphor"]
    assert found[1].instrument == "budapest-1994"


def test_a_noun_of_another_kind_does_not_come_back():
    found = found_in("The Budapest Memorandum is short. The charter names no troops.", LIBRARY)
    assert len(found) == 1


def test_a_meeting_is_linked_with_the_instrument_that_it_made(ukraine):
    [one] = found_in("The Paris meeting was long.", ukraine.names)
    assert (one.kind, one.meeting, one.instrument) == ("meeting", "paris-2026-01", "paris-2026")


def test_a_meeting_without_a_date_keeps_its_rivals(ukraine):
    [one] = found_in("They came back from the Istanbul talks.", ukraine.names)
    assert one.meeting == "istanbul-2022-03"
    assert set(one.others) == {"istanbul-2025-05", "istanbul-2025-06", "istanbul-2025-07"}
    assert one.confidence < 0.6


def test_a_year_chooses_among_meetings_of_one_name(ukraine):
    [one] = found_in("The Istanbul talks of 2025 brought an exchange of prisoners.", ukraine.names)
    assert one.meeting.startswith("istanbul-2025")


def test_the_dossier_proposes_what_its_documents_speak_of():
    documents = [
        text_document("The Budapest Memorandum failed. NATO's Article 5 holds.", "a"),
        text_document("The Budapest Memorandum is a warning.", "b"),
        text_document("A match was played in Paris.", "c"),
    ]
    proposed = proposed_instruments(documents, LIBRARY)
    assert [one.instrument for one in proposed] == ["budapest-1994", "nato-1949"]
    assert len(proposed[0].mentions) == 2


def test_a_mention_is_sealed_into_its_document():
    document = text_document("He said that the Budapest Memorandum failed.")
    [one] = mentions(document, LIBRARY)
    assert one.span is not None
    assert one.span.read(document.text) == one.text == "Budapest Memorandum"


WORDS = st.sampled_from(
    "the Article 5 V Vs of NATO's EU Budapest Memorandum Paris talks in Istanbul 1994 "
    "declaration treaty 42(7) . , “ ” guarantee and UK-Ukraine İstanbul".split()
)


@given(st.lists(WORDS, max_size=40))
@settings(max_examples=200, deadline=None)
def test_any_text_is_read_and_mentions_do_not_overlap(parts):
    text = " ".join(parts)
    found = found_in(text, LIBRARY)
    assert found == found_in(text, LIBRARY)
    last = 0
    for one in found:
        assert last <= one.start < one.end <= len(text)
        assert text[one.start : one.end] == one.text
        assert 0 < one.confidence <= 1
        last = one.end
