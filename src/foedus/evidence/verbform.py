"""Reporting verbs in other forms: ", adding that", "was condemned by", "went on to say"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from foedus.evidence.animacy import SIGNS
from foedus.evidence.content import Content, after, sentence_end
from foedus.evidence.cue import DOCUMENTS
from foedus.evidence.phrase import Range, main_subject, phrase_right, subject
from foedus.evidence.report import MAX_GROUP, Report, first_phrase, owns, verb_group

if TYPE_CHECKING:
    from foedus.evidence.cue import Cue
    from foedus.evidence.tokens import Tokens


_ON_TO = frozenset(
    {"on", "out", "continued", "proceeded", "hastened", "quick", "careful", "rushed", "had"}
)


SHOWING = frozenset({"show", "find", "suggest", "indicate", "put", "project", "predict", "reveal"})


def shown(tokens: Tokens, group: int, index: int) -> Content | None:
    """Return what a poll, a study or a record shows."""
    who = subject(tokens, group)
    stop = sentence_end(tokens)
    if who is None or index + 1 >= stop or tokens.tags[index + 1] in ",;:.":
        return None
    if not any(word in DOCUMENTS for word in tokens.lowers[who[0] : who[1]]):
        return None
    return Content(((index + 1, stop),), "noun", index + 1)


def infinitive(tokens: Tokens, group: int, index: int, cue: Cue) -> Report | None:
    """Return the attribution of "went on to say that", if the content is plainly there."""
    right = after(tokens, index + 1, cue) if cue.family == "speech" else None
    if right is None or right.pattern not in {"that", "quote", "colon"} or group < 2:
        return None
    if tokens.lowers[group - 2] not in _ON_TO:
        return None
    verb = verb_group(tokens, group - 1)
    while verb and tokens.tags[verb - 1] in "aevbp" and group - verb < MAX_GROUP:
        verb -= 1
    who = subject(tokens, verb) or main_subject(tokens, group)
    if who is None or owns(tokens, who):
        return None
    return Report(who, (group - 1, index + 1), right.ranges, right.pattern, cue.lemma, cue.family)


def participle(
    tokens: Tokens, group: int, index: int, cue: Cue, right: Content | None, earlier: list[Report]
) -> Report | None:
    """Return the attribution of ", adding that ...": its source is the main clause's."""
    if right is None or right.pattern not in {
        "that",
        "quote",
        "colon",
        "clause",
        "lead",
        "question",
        "to",
        "noun",
    }:
        return None
    weak = right.pattern in {"lead", "to", "noun", "clause", "question"}
    if weak and (
        cue.family not in {"speech"} or (tokens.tags[group - 1] if group else "") not in ",Q"
    ):
        return None
    if (
        cue.family == "wish"
        or ("m" in cue.frame and weak)
        or (cue.lemma in SIGNS and tokens.tags[group - 1] == ",")
    ):
        return None
    who: Range | None = None
    if earlier and earlier[-1].source is not None:
        who = earlier[-1].source
    elif group:
        who = main_subject(tokens, group) or first_phrase(tokens, group)
    if group == 0:
        who = None
    return Report(
        who,
        (group, right.cue_end if right.pattern == "lead" else index + 1),
        right.ranges,
        right.pattern,
        cue.lemma,
        cue.family,
        None,
        who is not None,
    )


def passive(tokens: Tokens, group: int, index: int, cue: Cue) -> Report | None:
    """Return the attribution of "was condemned by the council"."""
    for by in range(index + 1, min(index + 4, len(tokens) - 1)):
        if tokens.lowers[by] == "by":
            end = phrase_right(tokens, by + 1)
            what = subject(tokens, group)
            if end <= by + 1 or what is None or cue.family in {"thought"}:
                return None
            if end < len(tokens) and tokens.tags[end] in "tis" and set(cue.frame) & set("oi"):
                rest = (end, sentence_end(tokens))
                return Report(
                    (by + 1, end), (group, by + 1), (rest,), "passive", cue.lemma, cue.family
                )
            return Report((by + 1, end), (group, by + 1), (what,), "passive", cue.lemma, cue.family)
        if tokens.tags[by] not in "bpw":
            return None
    return None
