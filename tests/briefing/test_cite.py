from __future__ import annotations

import pytest

from foedus.briefing.cite import Cited, Desk, Resting, check, mark, resolve, unmark
from foedus.sources import (
    ClauseCitation,
    EditorCitation,
    EventCitation,
    ResultCitation,
    Sentence,
    Source,
    Span,
    SpanCitation,
)

TEXT = "The harbour froze in 1947. Nobody came."
DOCUMENTS = {
    "frost": Cited(
        source=Source(id="frost", title="Frost", outlet="Courier", published="1947-02-01"),
        text=TEXT,
        href="sources/frost.html",
    )
}
DESK = Desk(documents=DOCUMENTS, recompute=lambda citation: None)
SPAN = Span.of("frost", TEXT, 0, 26)


def test_a_sentence_without_a_citation_is_uncited():
    [problem] = check(Sentence(text="The harbour froze.", citations=()), DESK).problems
    assert problem.rule == "uncited"


def test_a_sentence_that_its_span_bears_out_is_accepted():
    assert check(
        Sentence(text="The harbour froze in 1947.", citations=(SpanCitation(span=SPAN),)), DESK
    ).ok


def test_a_broken_seal_is_a_lost_citation():
    broken = Span(doc="frost", start=0, end=25, sha=SPAN.sha)
    [problem] = check(
        Sentence(text="The harbour froze in 1947.", citations=(SpanCitation(span=broken),)), DESK
    ).problems
    assert problem.rule == "lost"


def test_one_lost_citation_among_good_ones_refuses_the_sentence():
    both = (SpanCitation(span=SPAN), ClauseCitation(instrument="none", article="1"))
    assert not check(Sentence(text="The harbour froze in 1947.", citations=both), DESK).ok


def test_an_editors_own_word_rests_on_nothing_else():
    desk = Desk(
        documents={},
        recompute=lambda citation: Resting(kind="editor", words="", title="Jane Roe", own=True),
    )
    assert check(
        Sentence(text="I was there.", citations=(EditorCitation(editor="Jane Roe", note=""),)), desk
    ).ok


def test_a_computed_sentence_must_be_the_one_that_is_computed_again():
    desk = Desk(
        documents={},
        recompute=lambda citation: Resting(
            kind="result", words="France would owe consultation.", title="due"
        ),
    )
    cited = (ResultCitation(command="foedus due x"),)
    assert check(Sentence(text="France would owe consultation.", citations=cited), desk).ok
    assert not check(Sentence(text="France would owe help.", citations=cited), desk).ok
    assert not check(Sentence(text="Spain would owe consultation.", citations=cited), desk).ok


def test_a_span_leads_to_its_anchor_on_the_page_of_its_source():
    assert resolve(SpanCitation(span=SPAN), DESK).href == "sources/frost.html#c-0-26"


@pytest.mark.parametrize("citation", [
    SpanCitation(span=SPAN),
    ClauseCitation(instrument="nato-1949", article="5, 6"),
    ClauseCitation(instrument="paris-2026", article="component 4", clause="obligations.support", reading="strict"),
    ResultCitation(command="foedus gaps paris-2026 --axis legal"),
    EventCitation(file="meetings.yaml", entry="berlin-2025"),
    EditorCitation(editor="Jane Roe", note=""),
    EditorCitation(editor="Jane Roe", note="my-note"),
])  # fmt: skip
def test_a_mark_is_read_as_it_was_written(citation):
    assert unmark(mark(citation), DOCUMENTS) == citation


@pytest.mark.parametrize(
    "words",
    [
        "",
        "frost",
        "frost:9-4",
        "frost:0-999",
        "frost:0-26#00000000",
        "snow:0-26",
        "clause",
        "event x",
    ],
)
def test_what_is_no_mark_is_not_read_as_one(words):
    assert unmark(words, DOCUMENTS) is None
