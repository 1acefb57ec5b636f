from __future__ import annotations

from dataclasses import replace

from foedus.briefing.cite import check
from foedus.briefing.compose import compose
from foedus.briefing.edited import Note, read_notes, sentences_of_note
from foedus.briefing.material import desk_of
from foedus.briefing.page import sentences_of

TEXT = "---\neditor: Jane Roe\n---\nI stood on the pier. Spain rejected any promise of troops in November 2024, and France asked for a written text. [@older-talks:108-213]\n"


def with_note(briefing, text=TEXT):
    return replace(briefing.material, notes=(Note(name="pier", editor="Jane Roe", text=text),))


def test_the_head_of_a_note_names_its_editor(tmp_path):
    (tmp_path / "pier.md").write_text(TEXT, "utf-8")
    [note] = read_notes((tmp_path / "pier.md",))
    assert (note.name, note.editor) == ("pier", "Jane Roe")


def test_an_editors_sentence_is_shown_on_the_story_page_and_passes(briefing):
    made = compose(with_note(briefing))
    own = [one for one in sentences_of(made.pages[0]) if one.text == "I stood on the pier."]
    assert len(own) == 1
    assert check(own[0], made.desk).ok


def test_words_that_an_editor_did_not_write_are_not_the_editors(briefing):
    material = with_note(briefing)
    desk = desk_of(material)
    first = sentences_of_note(material.notes[0], desk)[0]
    assert not check(replace(first, text="I slept on the pier all night."), desk).ok


def test_a_mark_in_a_note_that_leads_nowhere_is_refused(briefing):
    material = with_note(briefing, "It froze. [@nowhere:0-5]\n")
    [one] = sentences_of_note(material.notes[0], desk_of(material))
    assert not check(one, desk_of(material)).ok
