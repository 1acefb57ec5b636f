from __future__ import annotations

from foedus.briefing.page import Bullets, Page, Paragraph, Section, sentences_of, without_repeats
from foedus.sources import EditorCitation, Sentence

CITED = (EditorCitation(editor="Jane Roe", note=""),)


def said(text: str) -> Sentence:
    return Sentence(text=text, citations=CITED)


def page(*blocks) -> Page:
    return Page(
        path="a.html",
        title="A",
        kicker="K",
        lede=(said("First."),),
        sections=(Section(id="s", title="S", blocks=blocks),),
    )


def test_no_sentence_repeats_another_on_a_page():
    made = without_repeats(
        page(
            Paragraph(sentences=(said("First."), said("Second."))),
            Bullets(
                items=(
                    Paragraph(sentences=(said("Second."),)),
                    Paragraph(sentences=(said("Third."),)),
                )
            ),
        )
    )
    texts = [one.text for one in sentences_of(made)]
    assert texts == ["First.", "Second.", "Third."]


def test_a_paragraph_that_is_left_empty_goes():
    made = without_repeats(page(Paragraph(sentences=(said("First."),), label="Again.")))
    assert made.sections == ()


def test_the_numbers_of_an_ordered_list_stay():
    items = (
        Paragraph(sentences=(said("First."),), label="Entry"),
        Paragraph(sentences=(said("Second."),)),
    )
    made = without_repeats(page(Bullets(items=items, ordered=True)))
    assert len(made.sections[0].blocks[0].items) == 2
