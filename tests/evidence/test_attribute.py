"""Who said what: sentences of our own, and laws that hold for any text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evidence.attribution_sentences import NOTHING, SENTENCES
from evidence.pages import page
from foedus.evidence.attribute import statements
from foedus.evidence.statement import Statement


def parts(text: str, statement: Statement) -> tuple[str, str, str]:
    """Return the words of source, cue and content."""

    def joined(spans):
        return " … ".join(text[span.start : span.end] for span in spans)

    return joined(statement.source), joined(statement.cue), joined(statement.content)


@pytest.mark.parametrize(
    ("text", "source", "cue", "content"), SENTENCES, ids=lambda value: value[:40]
)
def test_a_statement_is_found_with_its_source_its_cue_and_its_content(text, source, cue, content):
    found = [parts(text, statement) for statement in statements(page(text))]

    assert (source, cue, content) in found


@pytest.mark.parametrize("text", NOTHING, ids=lambda value: value[:40])
def test_the_page_s_own_voice_is_no_statement(text):
    assert statements(page(text)) == ()


def test_a_speech_over_several_paragraphs_is_one_statement():
    text = (
        "“We have waited for nine years,” said the mayor of Vell.\n"
        "“The dike was promised in the spring, and it was promised again in the autumn. "
        "“Nobody came.\n"
        "“Now the water is here.”"
    )

    found = statements(page(text))

    assert {one.speaker.name for one in found} == {"the mayor of Vell"}
    assert "Now the water is here" in found[-1].text


def test_a_quotation_that_nobody_introduces_goes_on_from_the_speaker_before():
    text = "The pilot said the strip was too short.\n“Ask anybody who has landed there at night.”"

    last = statements(page(text))[-1]

    assert last.speaker.name == "The pilot"
    assert "goes on" in last.speaker.note
    assert last.cue == ()


def test_a_quotation_before_its_colon_belongs_to_the_next_paragraph_s_quotation():
    text = "The goalkeeper summed up the season:\n“We forgot how to lose.”"

    assert any("forgot how to lose" in one.text for one in statements(page(text)))


def test_words_in_marks_make_a_statement_direct_or_mixed():
    direct = statements(page("“The road stays shut,” said the warden."))[0]
    mixed = statements(page("The warden said the road was “shut for good this time” by the snow."))[
        0
    ]
    indirect = statements(page("The warden said the road was shut."))[0]

    assert (direct.kind, mixed.kind, indirect.kind) == ("direct", "mixed", "indirect")


def test_who_was_told_stands_in_the_chain_of_report():
    told = statements(page("Two brokers told the Evening Gazette that the bank was for sale."))[0]

    assert told.reported_by == ("the Evening Gazette",)


def test_a_statement_inside_another_one_names_the_outer_speaker():
    text = (
        "The Ruritanian envoy said that Bordurian officials had warned that the bridge was mined."
    )

    outer, inner = statements(page(text))

    assert outer.reported_by == ()
    assert inner.speaker.name == "Bordurian officials"
    assert inner.reported_by == ("The Ruritanian envoy",)


def test_an_attitude_of_the_same_speaker_is_not_counted_twice():
    found = statements(page("The growers said they hope the dam will be built."))

    assert len(found) == 1


@pytest.mark.parametrize(
    "kind", ["heading", "caption", "promo", "byline", "comment", "question", "card"]
)
def test_only_running_text_is_read(kind):
    assert statements(page("The minister said that the fund was empty.", kind=kind)) == ()


def test_a_block_that_was_dropped_is_not_read():
    assert statements(page("The minister said that the fund was empty.", kept=False)) == ()


def test_the_same_page_gives_the_same_statements_with_the_same_ids():
    text = "The minister said that the fund was empty. Critics fear it was robbed."

    assert statements(page(text)) == statements(page(text))
    assert len({one.id for one in statements(page(text))}) == 2


@pytest.mark.parametrize(
    "text",
    [
        "he said that " * 20_000,
        '"' * 60_000,
        "“" * 60_000,
        "Smith, " * 30_000 + "said that it is so.",
        "a" * 200_000,
        "abcDef" * 30_000,
        "said " * 40_000,
        "'a " * 50_000,
        "The deal, which he said he hopes, and they want to say, " * 2_000,
        "( " * 60_000 + "said",
    ],
    ids=lambda value: value[:12],
)
def test_hostile_text_takes_no_time(text):
    """Each of these is read in well under a second; a quadratic rule would need minutes."""
    statements(page(text))


_WORDS = st.sampled_from(
    "said says told that the minister officials “ ” \" ' , . : — and who according to"
    " Kyiv “we will”"
    " not want of fear he they it would be sceptical claim Trump’s (a) 1994 ... ‘ ’ « »"
    " because".split()
)


@given(st.lists(_WORDS, max_size=40).map(" ".join))
def test_every_span_lies_in_the_text_and_reads_its_own_words(text):
    document = page(text)
    for statement in statements(document):
        assert statement.content
        for span in (*statement.source, *statement.cue, *statement.content):
            assert 0 <= span.start < span.end <= len(text)
            assert span.read(text) is not None
        assert 0 <= statement.confidence <= 1


@given(st.text(max_size=300))
def test_any_text_can_be_read(text):
    statements(page(text))
