"""Answers stand in the sources, word for word; where nothing answers, that is the answer."""

from __future__ import annotations

import pytest

from evidence.pages import ACTORS
from foedus.evidence.ask import Answer, answer, ask
from foedus.evidence.dossier import open_dossier
from foedus.evidence.ingest import ingest, make_entry, open_store
from foedus.evidence.question import kind_of, same_question, take_apart
from foedus.evidence.scaffold import new_dossier
from foedus.evidence.search import Stemmer, search
from foedus.evidence.store import SqliteStore
from foedus.sources import SpanCitation

PAGES = {
    "courier.txt": """Borduria looks for protection

Borduria dropped its bid to join the Northern League because two members of the League had refused to vote for it. The decision was taken in spring.

Instead, Borduria now wants binding guarantees from Ruritania and three other states, and a force on the ground.

Relying on guarantees could leave Borduria exposed, critics warn, if the guarantors fail to act in time.

See also: Ten pictures of the harbour

Why is the sky blue?
""",
    "gazette.txt": """What the guarantors have in mind

Ruritania would lead the multinational force and train Bordurian soldiers, the ministry said on Monday.

Syldavia opposes Bordurian membership of the League, and so the government in Szohod turned to guarantees in the end.

The guarantees differ from League membership, because no state would have to fight at once.

A drill is planned in Strelsau for the autumn, with ships of four states.
""",
    "questions.txt": """-
Why did Borduria drop its bid to join the League?
Borduria dropped its bid because dragons were seen over the harbour and the League is afraid of dragons.
-
What is the League?
The League is an alliance of nine northern states that promise to help one another in an attack.
""",
    "summary.md": """---
kind: summary
title: "Poll on guarantees"
outlet: Institute
document: poll
published: 2025-05
seen: {title: "Poll", address: "https://example.org/poll"}
topics: [public-opinion]
---
Forty per cent of Bordurians trusted the guarantees in May 2025, the Institute found in a survey of 1,000 adults.
""",
}


@pytest.fixture(scope="module")
def store(tmp_path_factory):
    folder = tmp_path_factory.mktemp("d")
    new_dossier(folder / "d")
    (folder / "d" / "dossier.yaml").write_text("id: d\ntitle: D\n")
    dossier = open_dossier(folder / "d")
    with SqliteStore(folder / "store") as opened:
        for name, text in PAGES.items():
            opened.add(make_entry(text.encode(), name, None, dossier)[0])
        yield opened


def texts(told: Answer) -> str:
    return " ".join(sentence.text for sentence in told.sentences)


QUESTIONS = [
    ("Why did Borduria give up joining the League?", "because two members"),
    ("What are the risks of relying on guarantees?", "exposed"),
    ("What role would Ruritania play?", "lead the multinational force"),
    ("How do the guarantees compare with League membership?", "differ from League membership"),
    ("What do the nine states of the Northern League promise?", "alliance of nine"),
    ("What do polls say of trust in the guarantees?", "Forty per cent"),
]


@pytest.mark.parametrize(
    ("question", "words"), QUESTIONS, ids=[question for question, _ in QUESTIONS]
)
def test_a_question_is_answered_by_the_sentence_that_answers_it(store, question, words):
    told = answer(store, question, ACTORS)
    assert not told.abstained
    assert words in texts(told)


@pytest.mark.parametrize("question", [question for question, _ in QUESTIONS])
def test_every_sentence_stands_in_its_source_byte_for_byte(store, question):
    told = answer(store, question, ACTORS)
    for sentence in told.sentences:
        for citation in sentence.citations:
            assert isinstance(citation, SpanCitation)
            assert citation.span.read(store.document(citation.span.doc).text) == sentence.text


@pytest.mark.parametrize(
    "question",
    [
        "What role does Klondike play in the guarantees?",
        "Who won the chess tournament in Bergen?",
        "What is the price of wheat?",
        "How do volcanoes work?",
        "When was the treaty of 1648 signed?",
        "Which airline flies to the capital?",
        "?",
        "why",
        '"; DROP TABLE documents; --',
        'NEAR("x" OR) AND *',
    ],
)
def test_where_nothing_answers_it_abstains_with_a_reason(store, question):
    told = answer(store, question, ACTORS)
    assert told.abstained
    assert told.sentences == ()
    assert told.reason


def test_a_name_that_no_source_has_is_named_in_the_reason(store):
    assert (
        "Klondike"
        in answer(store, "What role does Klondike play in the guarantees?", ACTORS).reason
    )


def test_furniture_questions_and_headings_are_never_evidence(store):
    found = {one.text for one in store.all_passages()}
    assert not [text for text in found if "pictures of the harbour" in text or text.endswith("?")]
    assert "What the guarantors have in mind" not in found


def test_a_page_that_asks_the_very_question_is_left_out(store):
    told = answer(store, "Why did Borduria drop its bid to join the League?", ACTORS)
    assert "dragons" not in texts(told)
    assert "because two members" in texts(told)
    assert any("questions" in left for left in told.left_out)


def test_the_answer_under_the_very_question_is_never_used(store):
    told = answer(store, "Why did Borduria drop its bid to join the League?", ACTORS,
                  exclude_documents=["courier", "gazette", "summary"])  # fmt: skip
    assert "dragons" not in texts(told)


def test_documents_can_be_left_out_by_the_name_of_their_source(store):
    told = answer(
        store, "Why did Borduria give up joining the League?", ACTORS, exclude_documents=["courier"]
    )
    assert "because two members" not in texts(told)
    assert all(dict(told.sources)[doc].id != "courier" for doc in told.documents)


def test_the_answer_does_not_change_from_one_asking_to_the_next(store):
    question = "What are the risks of relying on guarantees?"
    assert answer(store, question, ACTORS) == answer(store, question, ACTORS)


def test_a_summary_is_told_as_one(store):
    told = answer(store, "What do polls say of trust in the guarantees?", ACTORS)
    assert {row["kind"] for row in told.to_rows() if row["source"] == "summary"} == {"summary"}


@pytest.mark.parametrize(
    ("question", "kind"),
    [
        ("Why did it fail?", "why"),
        ("What role do the allies play?", "role"),
        ("What are the main risks?", "risks"),
        ("How does it differ from Article 5?", "compare"),
        ("How might it affect the talks?", "effect"),
        ("Could it lead to peace?", "effect"),
        ("How would it be enforced?", "how"),
        ("What is the history of the League?", "history"),
        ("What are security guarantees and how do they work?", "what"),
        ("Who signed?", "what"),
    ],
)
def test_the_type_of_a_question_is_told_from_its_words(question, kind):
    assert kind_of(question) == kind


def test_a_party_is_known_by_any_of_its_names():
    asked = take_apart("What does Szohod want from the Northern League?", ACTORS)
    assert [party.word for party in asked.parties] == ["Northern League", "Szohod"]
    assert "Bordurian" in asked.parties[1].alike


def test_a_place_is_not_the_party_that_sits_there():
    asked = take_apart("Why does the Klow meeting matter?", ACTORS, places=frozenset({"Klow"}))
    assert asked.parties == ()


def test_two_wordings_of_a_question_are_one_and_two_questions_are_two():
    stemmer = Stemmer()
    one, two, three = stemmer.stems(
        ["What guarantees exist?", "What guarantee exists?", "Who pays for it?"]
    )
    stemmer.close()
    assert same_question(one, two)
    assert not same_question(one, three)


def test_search_finds_inflected_and_accented_words(store):
    assert search(store, "guarantor")[0].passage.text.count("guarantors")


@pytest.fixture(scope="module")
def seeds(shared, tmp_path_factory):
    folder = tmp_path_factory.mktemp("seeds") / "seeds"
    new_dossier(folder)
    ingest(folder, [shared / "seeds"])
    return open_dossier(folder)


def test_the_six_questions_of_the_brief_are_answered_from_the_other_pages(seeds, shared):
    (path,) = (shared / "seeds").glob("000_*")
    questions = [
        line.strip() for line in path.read_text().splitlines() if line.strip().endswith("?")
    ]
    assert len(questions) == 6
    with open_store(seeds) as store:
        for question in questions:
            told = ask(seeds, question, store=store)
            assert not told.abstained
            assert len(told.sentences) >= 3
            assert len(told.documents) >= 2
            assert not [row for row in told.to_rows() if row["source"].startswith("000")]
            for row in told.to_rows():
                assert (
                    store.document(row["document"]).text[row["start"] : row["end"]] == row["text"]
                )


def test_the_built_in_dossier_answers_most_of_its_questions(monkeypatch, tmp_path):
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    ukraine = open_dossier("ukraine")
    with open_store(ukraine) as store:
        told = [ask(ukraine, question.text, store=store) for question in ukraine.questions]
    assert sum(not one.abstained for one in told) >= 28
    for one in told:
        assert one.abstained or len(one.sentences) >= 3


@pytest.mark.parametrize(
    ("question", "wanted"),
    [
        ("Who rejected the plan?", "Syldavia rejected the plan."),
        ("Who rejected the bridge?", ""),
    ],
)
def test_a_short_sentence_that_says_all_is_an_answer_and_no_answer_is_never_empty(
    tmp_path, question, wanted
):
    new_dossier(tmp_path / "d")
    page = tmp_path / "page.txt"
    page.write_text(
        "The harbour plan\n\nSyldavia rejected the plan. The envoys of four states had worked on it "
        "for two years, and nobody in Szohod had asked for a vote.\n"
    )
    ingest(tmp_path / "d", [page])
    told = ask(tmp_path / "d", question)
    assert told.abstained is (not told.sentences)
    assert told.sentences or told.reason
    assert wanted in [one.text for one in told.sentences] or not wanted
