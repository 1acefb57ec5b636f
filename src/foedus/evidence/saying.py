"""Reporting verbs in a finite form: "the minister said that", "...," said the minister."""

from __future__ import annotations

from typing import TYPE_CHECKING

from foedus.evidence.content import Content, after, before, sentence_end, skip_setting
from foedus.evidence.phrase import Range, phrase_right, subject
from foedus.evidence.report import Report, carried_subject, owns, quote_before, verb_group, voice_of
from foedus.evidence.verbform import SHOWING, infinitive, participle, passive, shown

if TYPE_CHECKING:
    from foedus.evidence.cue import Cue
    from foedus.evidence.tokens import Tokens


_PLAIN_CAPITALS = frozenset({"say", "tell", "warn", "add", "believe", "claim"})


_CLAUSE_STARTERS = frozenset({"as", "like"})


def said(tokens: Tokens, index: int, cue: Cue, earlier: list[Report]) -> Report | None:
    """Return the attribution that a reporting verb makes."""
    if tokens.words[index][0].isupper() and (
        index == 0 or cue.lemma not in _PLAIN_CAPITALS or cue.form not in {"past", "s"}
    ):
        return None
    if index and tokens.tags[index - 1] == "d" and cue.form != "past" and "m" in cue.frame:
        return None  # "the claims", "a report"
    if tokens.tags[index] == "p" and tokens.tags[index - 1] not in "na":
        return None  # "places like this"
    group = verb_group(tokens, index)
    voice = voice_of(tokens, group, index, cue)
    if voice == "infinitive":
        return infinitive(tokens, group, index, cue)
    if voice == "passive":
        return passive(tokens, group, index, cue)
    right = after(tokens, index + 1, cue)
    if right is None and cue.lemma in SHOWING and voice == "finite":
        right = shown(tokens, group, index)
    if voice == "participle":
        return participle(tokens, group, index, cue, right, earlier)
    if "q" in cue.frame and cue.form in {"past", "s"} and group == index:
        turned = _inverted(tokens, index, cue)
        if turned is not None:
            return turned
    who = subject(tokens, group)
    carried = False
    if who is None and group and (tokens.tags[group - 1] == "c" or _list_of_verbs(tokens, group)):
        if cue.form == "past" or "m" not in cue.frame:
            who = carried_subject(tokens, group, earlier)
            carried = who is not None
    if who is None and right is not None and group > 1 and tokens.tags[group - 1] == ",":
        who = subject(tokens, group - 1) if right.pattern in {"that", "clause"} else None
    if who is None or owns(tokens, who):
        return None
    if not _agrees(tokens, who, index, group, cue, right):
        return None
    if tokens.lowers[who[0]] in {"that", "which"} and (
        cue.family != "speech" or right is None or right.pattern in {"noun", "lead", "to"}
    ):
        return None  # "a rule that opposes", "which it proposed"
    return _with_subject(tokens, who, group, index, cue, right, carried=carried)


def _list_of_verbs(tokens: Tokens, group: int) -> bool:
    return group > 1 and tokens.tags[group - 1] == "," and tokens.tags[group - 2] not in "Nn"


def _agrees(
    tokens: Tokens, who: Range, index: int, group: int, cue: Cue, right: Content | None
) -> bool:
    """Say whether the word is a verb here and not a noun ("the Senate plans", "his demands")."""
    if "m" not in cue.frame or cue.form == "past":
        return True
    if group < index or tokens.tags[who[0]] in "nr":
        return True
    if (
        who[1] - who[0] == 1
        and tokens.tags[who[0]] == "w"
        and not tokens.lowers[who[0]].endswith("s")
    ):
        return False  # "security guarantees that": a noun before a noun
    strong = right is not None and right.pattern in {"that", "to", "quote", "question", "clause"}
    if cue.form == "s":
        return strong or (right is not None and tokens.tags[who[1] - 1] == "N")
    last = tokens.lowers[who[1] - 1]
    return strong and last.endswith("s") and tokens.tags[who[1] - 1] in "wN"


def _with_subject(
    tokens: Tokens,
    who: Range,
    group: int,
    index: int,
    cue: Cue,
    right: Content | None,
    *,
    carried: bool,
) -> Report | None:
    """Choose between what stands before the source and what stands behind the verb."""
    spoken = "q" in cue.frame or "z" in cue.frame
    at = who[0]
    left: Content | None = None
    opens_with_comma = at > 0 and (tokens.tags[at - 1] in ",-Q")
    if spoken and opens_with_comma and not carried:
        left = before(tokens, at)
    ranges: tuple[Range, ...]
    pattern = ""
    cue_end = index + 1
    rest = _behind_comma(tokens, index + 1, cue) if left is not None else None
    if at and tokens.lowers[at - 1] in _CLAUSE_STARTERS and spoken:
        return _as_said(tokens, who, group, index, cue)
    if left is not None and left.pattern == "quote" and quote_before(tokens, at):
        ranges, pattern = left.ranges, "quote"
        if right is not None and right.pattern in {"quote", "that"}:
            ranges += right.ranges
        elif rest is not None and rest[0] < rest[1] and tokens.tags[rest[0]] == "Q":
            ranges += (rest,)
    elif right is not None:
        ranges, pattern, cue_end = right.ranges, right.pattern, max(right.cue_end, index + 1)
        who = _with_lost_comma(tokens, who)
        if pattern != "lead":
            cue_end = index + 1
    elif left is not None and (rest is not None or _closing(tokens, index + 1, cue)):
        ranges, pattern = left.ranges, left.pattern
        if rest is not None:
            ranges += (rest,)
    elif "q" in cue.frame and cue.family == "speech" and _closing(tokens, index + 1, cue):
        ranges, pattern = (), "alone"
    else:
        return None
    hearer = _hearer(tokens, index, cue)
    return Report(who, (group, cue_end), ranges, pattern, cue.lemma, cue.family, hearer, carried)


def _with_lost_comma(tokens: Tokens, who: Range) -> Range:
    """Take in the name before an apposition whose second comma was lost: "Roe, chair of X said"."""
    if who[0] < 2 or tokens.tags[who[0] - 1] != "," or tokens.tags[who[0]] not in "Nw":
        return who
    start = who[0] - 1
    while start and tokens.tags[start - 1] not in ",;:-.tsQ":
        start -= 1
    named = "N" in tokens.tags[start : who[0] - 1] and tokens.tags[start] in "dNw"
    if (
        start == 0
        and named
        and who[0] - 1 - start > 1
        and subject(tokens, who[0] - 1) == (0, who[0] - 1)
    ):
        return (0, who[1])
    return who


def _hearer(tokens: Tokens, index: int, cue: Cue) -> Range | None:
    """Return who was told, if a hearer is named ("told the BBC")."""
    if cue.lemma not in {"tell", "inform", "assure", "remind", "warn"} or index + 1 >= len(tokens):
        return None
    if tokens.tags[index + 1] not in "dNw":
        return None
    stop = phrase_right(tokens, index + 1, apposition=False)
    return (index + 1, stop) if stop > index + 1 else None


def _closing(tokens: Tokens, at: int, cue: Cue) -> bool:
    """Say whether nothing but a setting and marks follow the verb."""
    stop = sentence_end(tokens)
    index = at
    if "o" in cue.frame and index < stop and tokens.tags[index] in "dNwon":
        index = phrase_right(tokens, index, apposition=False)
    index = skip_setting(tokens, index, cue)
    return index >= stop or tokens.tags[index] in ",:;-.Qsgp"


def _behind_comma(tokens: Tokens, at: int, cue: Cue) -> Range | None:
    """Return the second half of "Prices, he said on Monday, will rise"."""
    stop = sentence_end(tokens)
    index = at
    if "o" in cue.frame and index < stop and tokens.tags[index] in "dNwo":
        index = phrase_right(tokens, index, apposition=False)
    index = skip_setting(tokens, index, cue)
    if index < stop and tokens.tags[index] in ",:" and index + 1 < stop:
        after_comma = tokens.lowers[index + 1]
        if tokens.tags[index + 1] in "gr" or after_comma in {
            "according",
            "although",
            "though",
            "while",
            "as",
        }:
            return None
        return (index + 1, stop)
    if index < stop and tokens.tags[index] == "Q":
        return (index, stop)
    return None


def _as_said(tokens: Tokens, who: Range, group: int, index: int, cue: Cue) -> Report | None:
    """Return the attribution of "As the minister said, ..." and "..., as he put it"."""
    start = who[0] - 1
    rest = _behind_comma(tokens, index + 1, cue)
    content: tuple[Range, ...] = (rest,) if rest is not None else ()
    if start:
        left = before(tokens, start)
        content = (*left.ranges, *content) if left is not None else content
    if not content:
        return None
    return Report(who, (group, index + 1), content, "trailing", cue.lemma, cue.family)


def _inverted(tokens: Tokens, index: int, cue: Cue) -> Report | None:
    """Return the attribution of "...," said the minister."""
    stop = sentence_end(tokens)
    if index == 0 or index + 1 >= stop or tokens.tags[index - 1] not in ",Q-":
        return None
    if tokens.tags[index + 1] not in "dNwn0":
        return None
    quoted = quote_before(tokens, index)
    end = phrase_right(tokens, index + 1)
    if end <= index + 1:
        return None
    tail = skip_setting(tokens, end, cue)
    if tail < stop and tokens.tags[tail] not in ",;:-.Qs(gp":
        return None
    if not quoted and (
        cue.lemma not in {"say", "add", "write", "warn", "note", "explain", "argue"} or tail < stop
    ):
        return None
    if not quoted and tokens.tags[index + 1] == "n":
        return None
    left = before(tokens, index)
    if left is None:
        return None
    ranges = left.ranges
    rest = _behind_comma(tokens, end, cue)
    if rest is not None and quoted and tokens.tags[rest[0]] in "Qt":
        ranges += (rest,)
    return Report((index + 1, end), (index, index + 1), ranges, left.pattern, cue.lemma, cue.family)
