from __future__ import annotations

import time

import pytest

from foedus.briefing.bearing import not_borne_out, sentences

PASSAGE = (
    "Spain and France signed the Harbour Pact on 10 January 2026 in Cadiz, after talks of 14 months. "
    "The Spanish minister Ana Ruiz said that Spain may send 300 engineers but will not send warships. "
    "Talks had begun on 5 November 2024, if the minister's diary is right."
)


@pytest.mark.parametrize("sentence", [
    "Spain and France signed the Harbour Pact on 10 January 2026 in Cadiz, after talks of 14 months.",
    "On 10 January 2026 Spain and France signed the Harbour Pact in Cadiz.",
    "Spain and France signed the Harbour Pact in January 2026.",
    "Minister Ana Ruiz said that Spain may send 300 engineers.",
    "According to the Spanish minister, Spain will not send warships.",
])  # fmt: skip
def test_a_true_sentence_is_borne_out(sentence):
    assert not_borne_out(sentence, PASSAGE) == ()


@pytest.mark.parametrize(("sentence", "rule"), [
    ("Spain and France signed the Harbour Pact on 11 January 2026 in Cadiz.", "date"),
    ("Spain and France signed the Harbour Pact on 5 November 2024 in Cadiz.", "date"),
    ("Spain and France signed the Harbour Pact in Cadiz, after talks of 300 months.", "number"),
    ("Spain and Portugal signed the Harbour Pact on 10 January 2026 in Cadiz.", "name"),
    ("Spain and France never signed the Harbour Pact on 10 January 2026 in Cadiz.", "negation"),
    ("The Spanish minister Ana Ruiz said that Spain must send 300 engineers.", "modal"),
    ("The Spanish minister Ana Ruiz said that Spain will send 300 engineers.", "modal"),
    ("The Spanish minister Ana Ruiz said that Spain will send warships.", "negation"),
    ("Spain may send 300 engineers.", "report"),
    ("Talks had begun on 5 November 2024.", "condition"),
    ("The minister called the pact “a wall of iron”.", "quotation"),
    ("Harvests in the south were poor and the price of olives rose again.", "coverage"),
])  # fmt: skip
def test_a_sentence_that_goes_beyond_its_passage_is_refused_with_the_rule(sentence, rule):
    assert rule in {problem.rule for problem in not_borne_out(sentence, PASSAGE)}


def test_the_source_itself_may_be_named_from_its_description():
    sentence = "The Harbour Courier reported that the Spanish minister Ana Ruiz said that Spain may send 300 engineers."
    assert not_borne_out(sentence, PASSAGE)
    assert not_borne_out(sentence, PASSAGE, meta=("Harbour Courier",)) == ()


def test_who_does_what_to_whom_may_not_be_turned_round():
    assert not_borne_out("Ukraine attacked Russia.", "Russia attacked Ukraine.")


def test_an_empty_sentence_is_refused():
    assert not_borne_out("...", PASSAGE)


def test_a_long_passage_takes_no_long_time():
    long = " ".join(f"Word{n} was said to follow word{n + 1} on day {n}." for n in range(2000))
    begun = time.process_time()
    not_borne_out(
        "A quite different sentence of some length that stands nowhere in there at all " * 4, long
    )
    assert time.process_time() - begun < 5


def test_abbreviations_do_not_end_a_sentence():
    assert len(sentences("The U.S. Army came. Gen. Brown spoke.")) == 2
