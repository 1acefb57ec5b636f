"""The attributions of one sentence: each reporting word with its source and its content."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from foedus.evidence.animacy import can_hold
from foedus.evidence.attitude import adjective, clear_to, noun, weak_verb
from foedus.evidence.content import sentence_end
from foedus.evidence.cue import ADJECTIVES, CLEAR_TO, DISPOSITIONS, LIGHT_VERBS, NOUNS, VERBS
from foedus.evidence.phrase import Range, main_subject, phrase_right
from foedus.evidence.report import Report, first_phrase
from foedus.evidence.saying import said

if TYPE_CHECKING:
    from foedus.evidence.tokens import Tokens


_MAX_REPORTS = 24  # of one sentence; more is a list, not prose


def reports(tokens: Tokens) -> list[Report]:
    """Return the attributions of a sentence, in the order of their cues."""
    script = _transcript(tokens)
    if script is not None:
        return [script]
    found: list[Report] = []
    hits = [index for index, word in enumerate(tokens.lowers) if word in _TRIGGERS]
    for index in hits:
        report = _tried(tokens, index, _TRIGGERS[tokens.lowers[index]], found)
        if report is not None and _voiced(tokens, report):
            found.append(report)
            if len(found) >= _MAX_REPORTS:
                break
    if "Q" in tokens.tags:
        found.extend(_unclaimed(tokens, found))
    return _untangled(tokens, found)


def _tried(tokens: Tokens, index: int, kind: str, found: list[Report]) -> Report | None:
    """Try the rule that goes with a reporting word."""
    match kind:
        case "verb":
            return _verb_or_noun(tokens, index, found)
        case "light":
            return weak_verb(tokens, index, found)
        case "noun":
            return noun(tokens, index)
        case "adjective":
            return adjective(tokens, index)
        case "clear":
            return clear_to(tokens, index)
        case _:
            return _according(tokens, index)


def _verb_or_noun(tokens: Tokens, index: int, found: list[Report]) -> Report | None:
    """Try a word as a verb, as a weak verb with a noun, and as a noun."""
    word = tokens.lowers[index]
    report = said(tokens, index, VERBS[word], found)
    weak = report is None or (report.pattern == "noun" and report.lemma not in _OWN_OBJECT)
    if weak and word in LIGHT_VERBS:
        report = weak_verb(tokens, index, found) or report
    if report is None and word in NOUNS:
        report = noun(tokens, index)
    return report


_OWN_OBJECT = frozenset({"show", "find", "put"})  # "shows support": what a poll shows
_SPECULATION = frozenset({"may", "might", "could"})
_ADVICE = frozenset({"should", "must", "ought"})


def _voiced(tokens: Tokens, report: Report) -> bool:
    """Say whether somebody holds the content, and not the page itself.

    "Russia may view it as a threat" and "if Russia sees it so" are guesses of the page; and a
    thing has no view.
    """
    if report.source is None:
        return True
    start = report.source[0]
    helpers = set(tokens.lowers[report.cue[0] : report.cue[1]])
    if helpers & _ADVICE and report.pattern != "quote":
        return tokens.tags[start] == "n"  # "the allies should admit that" is advice to them
    if report.family in {"thought", "wish", "judgement"} and not report.carried:
        if helpers & _SPECULATION:
            return tokens.tags[start] == "n"
        if start and tokens.lowers[start - 1] in {"if", "unless", "whether"}:
            return False
    if report.pattern in {"quote", "colon"}:
        return True
    return can_hold(tokens, report.source, report.lemma)


_NOT_SPEAKERS = frozenset(
    "note correction update updated related read photo source sources editor's watch more listen"
    " video image caption breaking exclusive opinion analysis warning subject date from"
    " to re".split()
)


def _transcript(tokens: Tokens) -> Report | None:
    """Return the attribution of a line such as "REPORTER: What about the treaty?"."""
    colon = 0
    while colon < min(5, len(tokens)) and tokens.tags[colon] == "N":
        colon += 1
    if not 0 < colon < len(tokens) - 1 or tokens.words[colon] != ":":
        return None
    names = tokens.words[:colon]
    if not all(name.isupper() for name in names) or tokens.lowers[0] in _NOT_SPEAKERS:
        return None
    return Report(
        (0, colon), (colon, colon + 1), ((colon + 1, len(tokens)),), "colon", ":", "speech"
    )


def _unclaimed(tokens: Tokens, found: list[Report]) -> list[Report]:
    """Attribute quotations that stand beside a verb which the lexicon does not have."""
    more: list[Report] = []
    size = len(tokens)
    for index, quote in enumerate(tokens.quotes):
        if quote is None or quote.inner_end - quote.inner_start < 12:
            continue
        if any(start <= index < end for report in (*found, *more) for start, end in report.content):
            continue
        if index and tokens.tags[index - 1] == ":":
            who = main_subject(tokens, index - 1) or first_phrase(tokens, index)
            if who is not None:
                more.append(
                    Report(
                        who,
                        (min(who[1], index - 1), index),
                        ((index, size),),
                        "colon",
                        ":",
                        "speech",
                    )
                )
        elif index == 0 and index + 2 < size:
            end = phrase_right(tokens, index + 1)
            if index + 1 < end < size and _verbal(tokens, end):
                more.append(
                    Report(
                        (index + 1, end),
                        (end, end + 1),
                        ((index, index + 1),),
                        "quote",
                        tokens.lowers[end],
                        "speech",
                    )
                )
    return more


def _verbal(tokens: Tokens, index: int) -> bool:
    """Say whether a token can be the verb of an attribution whatever it means."""
    tag = tokens.tags[index]
    return tag == "e" or (tag == "w" and tokens.lowers[index].endswith("s")) or tag == "v"


def _according(tokens: Tokens, index: int) -> Report | None:
    """Return the attribution of "according to the ministry"."""
    if index + 2 >= len(tokens) or tokens.lowers[index + 1] != "to":
        return None
    end = phrase_right(tokens, index + 2)
    if end <= index + 2:
        return None
    stop = sentence_end(tokens)
    if index < 2 and (end >= stop or tokens.tags[end] != ","):
        end = phrase_right(tokens, index + 2, apposition=False)  # the comma opens the content
    ranges: tuple[Range, ...] = ()
    start = index
    while start and tokens.tags[start - 1] in ",-b(":
        start -= 1
    if start:
        ranges = ((0, start),)
    comma = end
    if (
        comma < stop
        and tokens.tags[comma] in ",-"
        and comma + 1 < stop
        and (not ranges or tokens.tags[comma + 1] not in "grp")
    ):
        ranges += ((comma + 1, stop),)
    if not ranges:
        return None
    return Report((index + 2, end), (index, index + 2), ranges, "according", "according", "speech")


def _untangled(tokens: Tokens, found: list[Report]) -> list[Report]:
    """Cut a content where the next attribution of the sentence begins."""
    done: list[Report] = []
    for number, report in enumerate(found):
        limit = len(tokens)
        for later in found[number + 1 :]:
            cut = _cut(tokens, report, later)
            limit = min(limit, cut) if cut else limit
        ranges = tuple((start, min(end, limit)) for start, end in report.content if start < limit)
        if (ranges or report.pattern == "alone") and not _retold(tokens, report, done):
            done.append(report if ranges == report.content else replace(report, content=ranges))
    return done


_SINGULAR = frozenset({"he", "she", "it"})


def _retold(tokens: Tokens, report: Report, outer: list[Report]) -> bool:
    """Say whether an attitude inside another's content is only that one's own account.

    "The officials said they expect more" is one statement, not two; and whom the officials
    call ready to act has not said so.
    """
    if report.source is None or report.family == "speech" or report.carried:
        return False
    start = report.source[0]
    for other in outer:
        if other.source is None or not any(begin <= start < end for begin, end in other.content):
            continue
        if report.lemma in DISPOSITIONS:
            return True
        word = tokens.lowers[start]
        if tokens.tags[start] == "n" and (word not in {"we", "you", "they"}) == _singular(
            tokens, other.source
        ):
            return True
    return False


def _singular(tokens: Tokens, who: Range) -> bool:
    """Guess whether a source is one person or body."""
    if tokens.lowers[who[0]] in _SINGULAR or tokens.tags[who[0]] == "n":
        return tokens.lowers[who[0]] in _SINGULAR
    head = who[0]
    while head + 1 < who[1] and tokens.tags[head + 1] in "dNw0e":
        head += 1
    return tokens.tags[head] == "N" or not tokens.lowers[head].endswith("s")


def _cut(tokens: Tokens, report: Report, later: Report) -> int:
    """Return where ``later`` ends the content of ``report``; 0 if it lies inside it."""
    begin = (
        later.cue[0]
        if later.source is None or later.carried
        else min(later.source[0], later.cue[0])
    )
    if begin <= report.cue[1] or not report.content or later.family != "speech":
        return 0
    if all(start >= later.cue[1] for start, _ in report.content):
        return 0
    if later.content and later.content[0][0] < report.cue[0]:
        at = begin  # "..., officials said" behind it: what stands before is all theirs
        while at and tokens.tags[at - 1] in ",-":
            at -= 1
        return at
    at = begin
    while at and tokens.tags[at - 1] == "b":
        at -= 1
    if (
        at
        and tokens.tags[at - 1] in "cs"
        and at > 1
        and tokens.tags[at - 2] == ","
        and not later.carried
    ):
        return at - 2
    if at and tokens.tags[at - 1] == "c" and later.carried and later.pattern in {"that", "quote"}:
        return at - 2 if at > 1 and tokens.tags[at - 2] == "," else at - 1
    return 0


_TRIGGERS: dict[str, str] = (
    dict.fromkeys(LIGHT_VERBS, "light")
    | dict.fromkeys(CLEAR_TO, "clear")
    | dict.fromkeys(ADJECTIVES, "adjective")
    | dict.fromkeys(NOUNS, "noun")
    | dict.fromkeys(VERBS, "verb")
    | {"according": "according"}
)
