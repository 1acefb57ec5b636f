"""What is page furniture goes; what might be the article's own stays."""

from __future__ import annotations

from collections import Counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from foedus.evidence.clean import blocks
from foedus.evidence.furniture import furniture

FURNITURE = [
    ("caption", "Envoys leave the hall in Strelsau after midnight 2:17"),
    ("caption", "Watch: how the ceasefire line moved 1:03:20"),
    ("caption", "Photo: Ana Plekszy / Northern Agency"),
    ("caption", "The delegation on the steps of the palace (AP Photo/Jan Novak)"),
    ("promo", "See also: Bordurian parliament votes on the treaty"),
    ("promo", "See also\u00a0 What the guarantors promised | World | Politics"),
    ("promo", "READ MORE: Why the talks in Klow failed"),
    ("promo", "Read also"),
    ("promo", "Related: Five things to know about the pact"),
    ("promo", "Lire aussi : Les garanties de sécurité en cinq questions"),
    ("promo", "À lire aussi"),
    ("promo", "Lesen Sie auch: Was die Verbündeten versprochen haben"),
    ("promo", "Mehr zum Thema"),
    ("promo", "Lea también: El tratado, artículo por artículo"),
    ("promo", "Leggi anche: Vertice a Strelsau, le reazioni"),
    ("promo", "Czytaj też: Co obiecali sojusznicy"),
    ("promo", "Читайте также: Что известно о переговорах"),
    ("promo", "Читайте також: Що відомо про переговори"),
    ("promo", "Sign up for our weekly newsletter and never miss a story"),
    ("promo", "Follow Rudolf Rassendyll on Twitter @rassendyll"),
    ("promo", "Подписывайтесь на наш канал в Telegram"),
    ("promo", "Advertisement"),
    ("promo", "Werbung"),
    ("comment", "Leave a Reply"),
    ("comment", "Leave a comment"),
    ("comment", "Your email address will not be published."),
    ("comment", "Your email address will not be published. Required fields are marked *"),
    ("comment", "Schreibe einen Kommentar"),
    ("comment", "Votre adresse e-mail ne sera pas publiée."),
    ("comment", "Deja una respuesta"),
    ("comment", "Залишити відповідь"),
    ("comment", "214 comments"),
    ("byline", "– The Northern Courier’s Ana Plekszy contributed to this report."),
    ("byline", "Associated Press writers Jan Novak in Klow and Eva Lind in Strelsau contributed to this report."),
    ("byline", "(Reporting by Jan Novak; Editing by Eva Lind)"),
    ("byline", "Additional reporting by Eva Lind and Jan Novak"),
    ("byline", "By Jan Novak and Eva Lind, Northern Agency"),
    ("byline", "Contact Jan Novak at jan.novak@courier.example"),
    ("byline", "© 2025 Northern Courier. All rights reserved"),
]  # fmt: skip

ARTICLE = [
    "See also the memorandum of 1994, which three states signed.",
    "See also, in this respect, what the minister told parliament. He said it twice.",
    "Related talks in Strelsau broke down on Friday without a date for another round.",
    "Related: the court found that no duty existed. It then closed the case.",
    "Read more than the first article and the promise looks weaker, the professor said.",
    "Most read the clause as a promise to talk; few read it as a promise to fight.",
    "Share prices fell by three per cent after the guarantee was announced.",
    "Share of those who trust the guarantee: 45 per cent in March, 38 in May.",
    "Subscribe to that view and every treaty is worthless, the envoy answered.",
    "The attack began at 5:04",
    "The vote ended 12 to 3, and the session closed at 11:45",
    "Bordurian forces crossed the river shortly before 4:30",
    "Syldavia won the final by 3:02",
    "The convoy left Klow around 6:15 and was shelled on the way.",
    "Several factors contributed to this report being late.",
    "Experts from twelve countries contributed to this report.",
    "By Monday evening",
    "By the time the ministers met, the guarantee had been watered down",
    "By 2030 the force is to have ten thousand soldiers",
    "Contact between the two capitals was never broken off.",
    "Photographs of the bridge show that it was hit from the west.",
    "Comments by the minister were taken as a refusal.",
    "Comments are closed to questions of blame, the mediator said; he wants a plan.",
    "Leave a reply unanswered for a week, the diplomat said, and it becomes an answer.",
    "Your email address will not be published in the court’s ruling, the clerk told the applicant, who had asked for it twice.",
    "Follow the money and you find the guarantors, one official joked.",
    "Sign up volunteers first, then buy rifles, the general said.",
    "Copyright law played no part in the talks.",
    "Advertisement of the tender began in March.",
    "Siehe auch Artikel 5 des Vertrags, den beide Seiten anders lesen.",
    "Voir aussi la déclaration de mars, que la Syldavie n’a pas signée.",
    "Lea también el artículo tercero, que nadie citó en el debate.",
    "По теме гарантий стороны не договорились.",
    "За темою гарантій сторони не домовилися.",
    "Print runs of the treaty sold out within a day",
    "Facebook and Twitter blocked the accounts of the ministry.",
    "The minister wrote to envoy@borduria.example to protest, and had an answer within the hour from the ministry.",
    "Up next was the delegate of Ruritania, who spoke for an hour.",
    "Support our troops, the posters said.",
    "Email was the only way to reach the besieged mayor",
    "Image was everything to the old regime",
    "No comments were made after the meeting of the guarantors ended",
]  # fmt: skip


@pytest.mark.parametrize(("kind", "line"), FURNITURE, ids=[line for _, line in FURNITURE])
def test_furniture_is_told_by_its_kind(kind, line):
    found = furniture(line)
    assert found is not None
    assert found.kind == kind


@pytest.mark.parametrize("line", ARTICLE, ids=ARTICLE)
def test_a_line_that_may_be_the_articles_own_is_kept(line):
    assert furniture(line) is None


@pytest.mark.parametrize("line", ARTICLE, ids=ARTICLE)
def test_no_article_line_is_dropped_between_paragraphs(line):
    before = "Ministers of the guarantor states met in Strelsau on Monday to settle the text."
    after = "The parliament of Borduria will vote on the treaty before the end of the year."
    text = f"{before}\n\n{line}\n\n{after}"
    assert all(block.kept for block in blocks(text))


def test_a_pointer_inside_a_paragraph_stays():
    text = "The duty is to consult. See also Article 4: it names the places. Both were cited in the debate."
    assert [block.kept for block in blocks(text)] == [True]


QUESTIONS = """-
Why did Borduria give up the bid?
Borduria gave up the bid because the League was not ready to admit the state in the near future.
-
What would the guarantors owe?
The guarantors would have to consult at once, and each would choose the means of its help.
"""
CARDS = """Talks in Strelsau

Ministers met in Strelsau on Monday, and they spoke of the guarantee for three hours.

More on these topics
-
Borduria is a country in the Balkans.
-
Ana Plekszy is a Bordurian politician who has served as Speaker of the Diet since 2019.
-
The Northern League, also called the League, is an alliance of nine states.
"""
STORY = """What's happened
The guarantors agreed on a text in Strelsau, but they left the means of help to each state.
What's behind the headline?
The text leaves the means of help to each guarantor, so that nobody knows what would follow.
Common questions
-
Who would have to help Borduria?
Each of the four guarantors would have to help, by the means that it thinks fit at the time.
"""


def kinds(text):
    return Counter(block.kind for block in blocks(text))


def test_questions_with_a_list_sign_have_answers():
    assert kinds(QUESTIONS) == {"question": 2, "answer": 2}


def test_listed_descriptions_are_cards():
    assert kinds(CARDS) == {"title": 1, "body": 1, "heading": 1, "card": 3}


def test_section_names_are_headings_even_with_a_question_mark():
    found = blocks(STORY)
    assert [block.kind for block in found] == [
        "heading", "body", "heading", "body", "heading", "question", "answer",
    ]  # fmt: skip


def test_a_listed_fact_in_an_article_is_no_card():
    text = (
        "Who is in the force\n\nThe force has three parts, and each has a lead state.\n\n"
        "- Ruritania is a member of the force and sends two ships.\n- Syldavia is out."
    )
    assert "card" not in kinds(text)


def test_a_rhetorical_question_leaves_the_article_an_article():
    body = "The ministers met again on Tuesday and went through the text line by line.\n\n"
    text = body * 6 + "Who will pay for the force in the end?\n\n" + body * 6
    assert set(kinds(text)) <= {"body", "heading"}


def test_even_paragraphs_without_questions_are_answers():
    sentence = "The guarantee obliges each state to consult the others about the means of help. "
    text = "\n".join(
        f"Part {number} of the matter is simple. " + sentence * 3 for number in range(6)
    )
    assert kinds(text) == {"answer": 6}


def test_an_article_is_no_page_of_answers():
    lines = [
        f"“We will help,” minister {number} said. " + "It was late. " * number
        for number in range(3, 12)
    ]
    assert "answer" not in kinds("\n\n".join(lines))


def test_hard_wrapped_paragraphs_are_one_block_each():
    paragraph = (
        "Ministers of the four guarantor states met in Strelsau on Monday and\n"
        "went through the draft of the treaty, which leaves the means of help\n"
        "to each state, and they promised to meet again before the end of the\n"
        "year in the same place."
    )
    assert len(blocks(f"{paragraph}\n\n{paragraph}\n\n{paragraph}")) == 3


words = st.text(
    alphabet=st.characters(categories=("Ll", "Lu", "Nd", "Po", "Zs", "Pd")), max_size=60
)


@settings(deadline=None)  # the machine is shared
@given(st.lists(words, max_size=12).map("\n".join))
def test_blocks_are_in_order_apart_and_within_the_text(text):
    end = 0
    for block in blocks(text):
        assert end <= block.start < block.end <= len(text)
        end = block.end


@settings(deadline=None)  # the machine is shared
@given(st.lists(words, max_size=12).map("\n".join))
def test_every_word_lies_in_a_block_unless_it_is_a_list_sign(text):
    covered = set()
    for block in blocks(text):
        covered.update(range(block.start, block.end))
    loose = [char for place, char in enumerate(text) if place not in covered and char.isalpha()]
    assert len(loose) <= 10 * (text.count("\n") + 1)  # "Question 1:" before a line is a sign


nouns = st.sampled_from(
    ["treaty", "guarantee", "minister", "parliament", "envoy", "ceasefire", "alliance"]
)
verbs = st.sampled_from(
    ["signed", "rejected", "read", "shared", "printed", "followed", "left", "saw"]
)
subjects = st.sampled_from(
    ["See", "Read", "Related", "Share", "Follow", "The", "By", "Photo", "Most", "Comments"]
)
sentences = st.builds(
    lambda subject, noun, verb, other: f"{subject} {noun} of the League {verb} the {other} in the end.",
    subjects, nouns, verbs, nouns,
)  # fmt: skip


@settings(deadline=None)  # the machine is shared
@given(st.lists(sentences, min_size=2, max_size=5).map(" ".join))
def test_a_paragraph_of_sentences_is_never_furniture(paragraph):
    assert furniture(paragraph) is None


@pytest.mark.parametrize("name", ["000", "001", "002", "003"])
def test_pages_of_the_brief_lose_nothing(shared, name):
    (path,) = (shared / "seeds").glob(f"{name}_*")
    assert all(block.kept for block in blocks(path.read_text(encoding="utf-8")))


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("000", {"question": 6, "answer": 6}),
        ("001", {"heading": 7, "body": 4, "question": 2, "answer": 2, "card": 10}),
        ("002", {"answer": 10}),
        ("003", {"answer": 16}),
    ],
)
def test_questions_answers_and_cards_of_the_brief_are_recognised(shared, name, expected):
    (path,) = (shared / "seeds").glob(f"{name}_*")
    assert kinds(path.read_text(encoding="utf-8")) == expected


def test_the_eight_junk_lines_of_the_scraped_article_go_and_no_other(shared):
    (path,) = (shared / "seeds").glob("004_*")
    text = path.read_text(encoding="utf-8")
    dropped = [block for block in blocks(text) if not block.kept]
    assert Counter(block.kind for block in dropped) == {
        "promo": 3,
        "caption": 2,
        "comment": 2,
        "byline": 1,
    }
    lines = [text.count("\n", 0, block.start) + 1 for block in dropped]
    assert lines == [13, 17, 35, 41, 57, 67, 69, 71]
    assert sum(block.kind == "body" for block in blocks(text)) == 25
