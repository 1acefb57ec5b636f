"""The editor's own paragraphs: ``notes/*.md`` of a dossier, shown under the editor's name.

A note may begin with a head between two lines of ``---``, with ``editor: Jane Roe``. A sentence
with cite marks is checked like any other; one without is the editor's own word and shown as such.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from foedus.briefing.cite import Desk
from foedus.briefing.draft import MAX_DRAFT, read_draft
from foedus.sources import EditorCitation, Sentence

NAMELESS = "the editor"


@dataclass(frozen=True, slots=True, kw_only=True)
class Note:
    """A note of an editor: its name, who wrote it, its words."""

    name: str
    editor: str
    text: str


def read_notes(paths: tuple[Path, ...]) -> tuple[Note, ...]:
    """Read the notes of a dossier; one that is not UTF-8 text is left out."""
    found = []
    for path in paths:
        try:
            text = path.read_text("utf-8")[:MAX_DRAFT]
        except (OSError, UnicodeDecodeError):
            continue
        named = re.search(r"\A---\n(?:[^\n]*\n){0,20}?editor:\s*([^\n]{1,80})\n", text)
        editor = named[1].strip().strip("\"'") if named else NAMELESS
        found.append(Note(name=path.stem, editor=editor, text=text))
    return tuple(found)


def sentences_of_note(note: Note, desk: Desk) -> tuple[Sentence, ...]:
    """Return the sentences of a note: cited as marked, or to the editor."""
    own = EditorCitation(editor=note.editor, note=note.name)
    made = []
    for one in read_draft(note.text, desk.documents):
        # A mark that cannot be read is no citation: the sentence is then refused as uncited.
        citations = one.sentence.citations if one.marks else (own,)
        made.append(Sentence(text=one.text, citations=citations if not one.unread else ()))
    return tuple(made)


def words_of(note: Note) -> str:
    """Return the editor's own sentences of a note: what a citation of the editor leads to."""
    return " ".join(one.text for one in read_draft(note.text, {}) if not one.marks)
