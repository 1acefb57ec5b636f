"""Reporting verbs in other forms: ", adding that", "was condemned by", "went on to say"."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from foedus.evidence.animacy import SIGNS, is_text
from foedus.evidence.content import Content, after, sentence_end
from foedus.evidence.cue import DOCUMENTS
from foedus.evidence.phrase import Range, main_subject, phrase_right, subject
from foedus.evidence.report import MAX_GROUP, Report, Verb, first_phrase, owns, verb_group

if TYPE_CHECKING:
    from foedus.evidence.tokens import Tokens


_ON_TO = frozenset(
    {"on", "out", "continued", "proceeded", "hastened", "quick", "careful", "rushed", "had"}
)


_PLAIN = frozenset({"that", "quote", "colon"})
SHOWING = frozenset({"show", "find", "suggest", "indicate", "put", "project", "predict", "reveal"})


def shown(tokens: Tokens, verb: Verb) -> Content | None:
    """Return what a poll, a study or a record shows."""
    who = subject(tokens, verb.group)
    stop = sentence_end(tokens)
    if who is None or verb.stop >= stop or tokens.tags[verb.stop] in ",;:.":
        return None
    if not any(word in DOCUMENTS for word in tokens.lowers[who[0] : who[1]]):
        return None
    return Content(((verb.stop, stop),), "noun", verb.stop)


def infinitive(tokens: Tokens, verb: Verb) -> Report | None:
    """Return the attribution of "went on to say that", if the content is plainly there."""
    group = verb.group
    right = after(tokens, verb.stop, verb.cue) if verb.cue.family == "speech" else None
    if right is None or right.pattern not in _PLAIN or group < 2:
        return None
    if tokens.lowers[group - 2] not in _ON_TO:
        return None
    start = verb_group(tokens, group - 1)
    while start and tokens.tags[start - 1] in "aevbp" and group - start < MAX_GROUP:
        start -= 1
    who = subject(tokens, start) or main_subject(tokens, group)
    if who is None or owns(tokens, who):
        return None
    return replace(verb.report(who, right.ranges, right.pattern), cue=(group - 1, verb.stop))


def participle(
    tokens: Tokens, verb: Verb, right: Content | None, earlier: list[Report]
) -> Report | None:
    """Return the attribution of ", adding that ...": its source is the main clause's."""
    if right is None or not _reports(tokens, verb, right):
        return None
    who: Range | None = None
    if verb.group and earlier and earlier[-1].source is not None:
        who = earlier[-1].source
    elif verb.group:
        who = main_subject(tokens, verb.group) or first_phrase(tokens, verb.group)
    made = replace(verb.report(who, right.ranges, right.pattern), carried=who is not None)
    return replace(made, cue=(verb.group, right.cue_end)) if right.pattern == "lead" else made


def _reports(tokens: Tokens, verb: Verb, right: Content) -> bool:
    """Say whether a form in -ing reports: plainly, or behind a comma and by a word of speech."""
    cue = verb.cue
    closed = tokens.tags[verb.group - 1] in ",Q" if verb.group else True
    if cue.family == "wish" or (cue.lemma in SIGNS and closed):
        return False
    if right.pattern in _PLAIN:
        return True
    return cue.family == "speech" and closed and "m" not in cue.frame


def passive(tokens: Tokens, verb: Verb) -> Report | None:
    """Return the attribution of "was condemned by the council"."""
    by = next((at for at in range(verb.stop, verb.stop + 3) if _by(tokens, at)), 0)
    if not by or any(tag not in "bpw" for tag in tokens.tags[verb.stop : by]):
        return None
    end = phrase_right(tokens, by + 1)
    what = subject(tokens, verb.group)
    if end <= by + 1 or what is None or verb.cue.family == "thought":
        return None
    if is_text(tokens, (by + 1, end)):
        return None  # "promised by treaty"
    asked = end < len(tokens) and tokens.tags[end] in "tis" and set(verb.cue.frame) & set("oi")
    content = (end, sentence_end(tokens)) if asked else what
    made = verb.report((by + 1, end), (content,), "passive")
    return replace(made, cue=(verb.group, by + 1))


def _by(tokens: Tokens, at: int) -> bool:
    return at < len(tokens) - 1 and tokens.lowers[at] == "by"
