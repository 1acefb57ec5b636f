"""Attitudes without a verb of saying: "are sceptical of", "voiced concern", "its claim that"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from foedus.evidence.content import sentence_end
from foedus.evidence.cue import ADJECTIVE_LEADS, ATTITUDE_LEADS, ATTITUDES
from foedus.evidence.phrase import BE, is_time, subject
from foedus.evidence.report import Report, carried_subject, owns, verb_group

if TYPE_CHECKING:
    from foedus.evidence.tokens import Tokens


_POSSESSIVE = frozenset({"his", "her", "its", "their", "my", "our", "your"})


_LINKING = BE | frozenset(
    "feel feels felt remain remains remained seem seems seemed become became grew appear"
    " appeared".split()
)


_MAKE = frozenset({"make", "makes", "made", "making"})


def weak_verb(tokens: Tokens, index: int, earlier: list[Report]) -> Report | None:
    """Return the attribution of "voiced concern that", "made clear that"."""
    tags, lowers, size = tokens.tags, tokens.lowers, len(tokens)
    at = index + 1
    ahead = list(lowers[at : at + 2]) if lowers[index] in _MAKE else []
    if "clear" in ahead:
        at += ahead.index("clear")
    else:
        while at < size and tags[at] in "dwbeNg" and at - index < 5 and lowers[at] not in ATTITUDES:
            at += 1
        if at >= size or lowers[at] not in ATTITUDES:
            return None
    lead = at + 1
    nouns = ATTITUDE_LEADS.get(lowers[lead]) if lead + 1 < size else None
    if nouns is None or (nouns and lowers[at] not in nouns.split()):
        return None
    group = verb_group(tokens, index)
    if group and tags[group - 1] == "i":
        return None
    who = subject(tokens, group)
    if who is None and group and tags[group - 1] in "c,":
        who = carried_subject(tokens, group, earlier)
    if who is None or owns(tokens, who):
        return None
    start = lead if tags[lead] in "tsi" else lead + 1
    family = "judgement" if lowers[index] in {"have", "has", "had"} else "speech"
    return Report(
        who, (group, start), ((start, sentence_end(tokens)),), "adjective", lowers[at], family
    )


def adjective(tokens: Tokens, index: int) -> Report | None:
    """Return the attitude of "officials are sceptical of the plan"."""
    lead = _past_time(tokens, index + 1)
    if lead + 1 >= len(tokens) or tokens.lowers[lead] not in ADJECTIVE_LEADS:
        return None
    group = verb_group(tokens, index)
    if group and tokens.lowers[group - 1] in _LINKING - BE:
        group = verb_group(tokens, group - 1)  # "remained", "felt"
    helpers = tokens.lowers[max(0, group - 1) : index]
    if not any(word in _LINKING or word.endswith(_SHORT_BE) for word in helpers):
        return None
    who = subject(tokens, group)
    if who is None or tokens.lowers[who[0]] in _NOBODY:
        return None
    inside = tokens.tags[lead] in "tsi" or tokens.lowers[lead] in {"if", "whether"}
    start = lead if inside else lead + 1
    stop = _attitude_end(tokens, start)
    if stop <= start:
        return None
    span = (group, start if lead == index + 1 else index + 1)
    word = tokens.lowers[index]
    return Report(who, span, ((start, stop),), "adjective", word, "judgement")


_SHORT_BE = ("'s", "’s", "'re", "’re")
_NOBODY = frozenset({"it", "there", "this", "that", "it's", "it’s"})
_TURNS = frozenset({"but", "and", "according"})


def _past_time(tokens: Tokens, at: int) -> int:
    """Pass over "in spring 2022" between an adjective and what leads to its content."""
    if at + 1 < len(tokens) and tokens.tags[at] == "p" and is_time(tokens, at + 1):
        at += 1
        while at < len(tokens) and is_time(tokens, at):
            at += 1
    return at


def _attitude_end(tokens: Tokens, start: int) -> int:
    """Return the end of an attitude's content: the clause's."""
    stop = sentence_end(tokens)
    for at in range(start + 1, stop):
        turn = tokens.tags[at] == "," and at + 1 < stop and tokens.lowers[at + 1] in _TURNS
        if turn or tokens.tags[at] == ";":
            return at
    return stop


def clear_to(tokens: Tokens, index: int) -> Report | None:
    """Return the judgement of "it is not clear to officials that"."""
    if (
        index + 2 >= len(tokens)
        or tokens.lowers[index + 1] != "to"
        or tokens.tags[index + 2] not in "dNwo"
    ):
        return None
    end = index + 2
    while end < len(tokens) and tokens.tags[end] in "dNw0co,p":
        end += 1
    if end >= len(tokens) or (tokens.tags[end] not in "ts"):
        return None
    group = verb_group(tokens, index)
    return Report(
        (index + 2, end),
        (group, index + 2),
        ((end, sentence_end(tokens)),),
        "adjective",
        "clear",
        "judgement",
    )


def noun(tokens: Tokens, index: int) -> Report | None:  # noqa: C901 - the cases of a grammar, in order
    """Return the attribution of "the ministry's claim that ..."."""
    tags, lowers = tokens.tags, tokens.lowers
    start = index
    while (
        start
        and tags[start - 1] in "w0be"
        and index - start < 3
        and not lowers[start - 1].endswith(("'s", "’s", "s'", "s’"))
    ):
        start -= 1
    if not start:
        return None
    owner = lowers[start - 1]
    if owner in _POSSESSIVE:
        who = (start - 1, start)
    elif owner.endswith(("'s", "’s")) and tags[start - 1] in "wN":
        begin = start - 1
        while begin and tags[begin - 1] in "dNw0" and start - begin < 8:
            begin -= 1
        who = (begin, start)
    else:
        return None
    at = index + 1
    while (
        at < len(tokens)
        and (tags[at] in "pdNw0" or lowers[at] in {"after", "before"})
        and at - index < 9
    ):
        at += 1
    stop = sentence_end(tokens)
    if at < stop and tags[at] == "t" and at + 1 < stop and tags[at + 1] not in "av":
        return Report(who, (start, index + 1), ((at, stop),), "noun", lowers[index], "speech")
    if index + 1 < stop and tags[index + 1] == "i":
        return Report(who, (start, index + 1), ((index + 1, stop),), "noun", lowers[index], "wish")
    return None
