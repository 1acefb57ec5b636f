from __future__ import annotations

from foedus.briefing.picked import STORY, Choice, picked, read_choices


def test_a_choice_is_the_sentence_of_the_source_that_begins_so(briefing):
    [told], findings = picked(
        [Choice(source="older-talks", begins="Spain rejected any")], briefing.material.documents
    )
    assert told.text.startswith("Spain rejected any promise of troops in November 2024")
    assert findings == ()


def test_a_choice_that_is_not_found_is_told(briefing):
    told, [finding] = picked(
        [Choice(source="older-talks", begins="Nobody")], briefing.material.documents
    )
    assert told == ()
    assert finding.code == "FD330"


def test_a_dossier_without_choices_has_none(tmp_path):
    assert read_choices(tmp_path) == {}


def test_every_choice_of_the_built_in_dossier_is_found_and_every_question_has_three():
    from foedus.evidence.document import Document
    from foedus.evidence.dossier import open_dossier
    from foedus.evidence.read import read_paths

    dossier = open_dossier("ukraine")
    documents = [one for one in read_paths([dossier.source_folder]) if isinstance(one, Document)]
    choices = read_choices(dossier.path)
    assert set(choices) == {STORY, *(question.id for question in dossier.questions)}
    for question, chosen in choices.items():
        told, findings = picked(chosen, documents)
        assert findings == (), question
        assert len(told) >= 3, question
