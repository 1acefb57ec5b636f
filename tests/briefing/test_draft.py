from __future__ import annotations

from foedus.briefing.cite import Cited
from foedus.briefing.draft import head_of, read_draft, to_draft
from foedus.sources import Source

TEXT = "The harbour froze in 1947. Nobody came."
DOCUMENTS = {"frost": Cited(source=Source(id="frost", title="Frost"), text=TEXT)}


def read(text):
    return [(one.line, one.text, one.marks) for one in read_draft(text, DOCUMENTS)]


def test_a_mark_belongs_to_the_sentence_before_it():
    assert read("One came. The harbour froze. [@frost:0-26] Two went.") == [
        (1, "One came.", ()), (1, "The harbour froze.", ("frost:0-26",)), (1, "Two went.", ()),
    ]  # fmt: skip


def test_a_mark_may_stand_before_the_stop_and_several_in_a_row():
    assert read("The harbour froze [@frost:0-26][@clause nato-1949 5].") == [
        (1, "The harbour froze.", ("frost:0-26", "clause nato-1949 5"))
    ]


def test_headings_tables_code_and_comments_are_no_sentences():
    assert read(
        "# A heading.\n\n| a. | b. |\n\n```\ncode.\n```\n<!-- a comment. -->\n\nWords. [@editor Jane Roe]"
    ) == [(10, "Words.", ("editor Jane Roe",))]


def test_emphasis_and_links_are_read_as_their_words():
    [(_, text, _)] = read("The *harbour* [froze](https://example.org) hard. [@frost:0-26]")
    assert text == "The harbour froze hard."


def test_a_mark_that_cannot_be_read_is_told():
    [one] = read_draft("It froze. [@snow:0-3]", DOCUMENTS)
    assert one.unread == ("snow:0-3",)


def test_a_page_comes_back_from_its_draft_sentence_by_sentence(briefing):
    page = briefing.pages[0]
    names = {one.id: one.source.id for one in briefing.material.documents}
    text = to_draft(page, dossier="harbour", at="2026-03-01", names=names)
    assert head_of(text) == ("harbour", "2026-03-01")
    written = read_draft(text, briefing.desk.documents)
    assert len(written) > 15
    assert all(one.sentence.citations and not one.unread for one in written)
