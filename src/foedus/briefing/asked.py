"""The dossier's questions put to its evidence."""

from __future__ import annotations

from dataclasses import dataclass

from foedus.briefing.material import Material
from foedus.briefing.questions import Answered, answer, ask_command, refusal
from foedus.sources import Sentence


@dataclass(frozen=True, slots=True, kw_only=True)
class Silence:
    """The reply where nothing answers."""

    sentences: tuple[Sentence, ...] = ()
    abstained: bool = True
    reason: str = ""


def ask_all(material: Material) -> tuple[tuple[Answered, ...], dict[str, tuple[str, ...]]]:
    """Answer every question; return the answers, and the refusals by their command."""
    answers, refusals = [], {}
    for question in material.dossier.questions:
        one = answer(question, Silence(), material)
        if not one.answered:
            refusals[ask_command(material, question.text)] = (refusal(one.reason),)
        answers.append(one)
    return tuple(answers), refusals
