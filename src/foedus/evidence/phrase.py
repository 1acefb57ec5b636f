"""Noun phrases beside a verb: who says it, without a parser.

The subject is looked for to the left of a verb inside its own clause; where the order is
turned ("said the minister") the phrase to the right is taken, with its apposition.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from foedus.evidence.cue import SETTINGS, TIMES, VERBS

if TYPE_CHECKING:
    from foedus.evidence.tokens import Tokens

Range = tuple[int, int]

BE = frozenset(
    "is are was were be been being am isn't aren't wasn't weren't isn’t aren’t wasn’t"
    " weren’t".split()
)
_MAX_TRIED = 6  # verbs whose subject is looked for, so that long sentences stay cheap
MAX_SUBJECT = 45  # tokens; a longer run before a verb is a clause that was not understood

_NOMINAL = frozenset("dNw0egQ")
_HARD = frozenset(",;:-.st")
_INNER_PREPOSITIONS = frozenset(
    "of per for from with at in on by under behind inside within near".split()
)
_APPOSITION_START = frozenset("dNw0re")
_NOT_APPOSITION = frozenset(
    "speaking adding referring including according saying citing noting calling".split()
)


_ACTIVE_BEFORE_TO = frozenset(
    "used tried failed managed wanted decided refused agreed hoped vowed pledged promised"
    " sought declined struggled continued started attempted seemed appeared needed planned chose"
    " moved went"
    " came threatened offered promised proceeded".split()
)


def is_time(tokens: Tokens, index: int) -> bool:
    """Say whether a token names a time."""
    return tokens.lowers[index] in TIMES or (
        tokens.tags[index] == "0"
        and len(tokens.words[index]) == 4
        and tokens.words[index].isdigit()
    )


def _is_verb(tokens: Tokens, index: int, stop: int) -> bool:  # noqa: C901 - the cases of a grammar, in order
    """Say whether a token is a finite verb of a clause, not part of a noun phrase."""
    tag = tokens.tags[index]
    if tag in "av":
        return True
    if tag == "w":
        cue = VERBS.get(tokens.lowers[index])
        if cue is not None and cue.form != "base" and "m" not in cue.frame:
            return True
        return _looks_third_person(tokens, index, stop)
    if tag != "e":
        return False
    before = tokens.tags[index - 1] if index else "d"
    if index + 1 >= stop and before in "wN":
        return False  # "a poll released" + "this week found"
    after = tokens.tags[index + 1] if index + 1 < stop else "w"
    if before in "dpb0" and after in "wNeg":
        return False  # "the proposed deal", "newly elected members"
    if before in "wN" and after in "wN" and tokens.words[index].islower():
        return before == "N" or index + 2 < stop
    if after == "i" and tokens.lowers[index] in _ACTIVE_BEFORE_TO:
        return True
    return not (before in "wN" and after in "pi")  # "officials briefed on the talks"


_ARTICLES = frozenset("the a an its their his her no".split())


def _looks_third_person(tokens: Tokens, index: int, stop: int) -> bool:
    """Say whether an unknown word in -s is a verb: "a deal needs the consent of both"."""
    word = tokens.lowers[index]
    if index + 1 >= stop or not word.endswith("s") or word.endswith(("ss", "us", "is")):
        return False
    return tokens.lowers[index + 1] in _ARTICLES and index > 0 and tokens.tags[index - 1] in "wN0"


def _trim(tokens: Tokens, start: int, stop: int) -> int:
    """Move the start of a subject over words that lead into its clause."""
    tags = tokens.tags
    while start < stop:
        tag = tags[start]
        if (
            tag in "cbstio"
            or (tag == "Q" and start + 1 < stop)
            or (
                is_time(tokens, start)
                and start + 1 < stop
                and tokens.lowers[start] not in {"may", "march"}
            )
        ):
            start += 1
        elif tag == "d" and start + 2 < stop and is_time(tokens, start + 1):
            start += 2
        elif tag == "p" and tokens.lowers[start] != "of":
            after = _after_preposition(tokens, start, stop)
            if after <= start or after >= stop:
                return stop if tag == "p" and stop - start < 3 else start + 1
            start = after
        else:
            break
    return start


def _after_preposition(tokens: Tokens, start: int, stop: int) -> int:
    """Return where the subject begins behind "On Monday", "In the capital"; 0 if unclear."""
    for index in range(start + 1, min(stop, start + 5)):
        if is_time(tokens, index) and (index + 1 == stop or not is_time(tokens, index + 1)):
            return index + 1
    for index in range(stop - 1, start + 1, -1):
        if tokens.tags[index] == "d" and tokens.tags[index - 1] not in "pdc":
            return index
    return 0


def _segments(tokens: Tokens, start: int, stop: int) -> list[Range]:
    """Cut a stretch at its commas."""
    found: list[Range] = []
    begin = start
    for index in range(start, stop):
        if tokens.tags[index] == ",":
            found.append((begin, index))
            begin = index + 1
    found.append((begin, stop))
    return [piece for piece in found if piece[0] < piece[1]]


def _has_verb(tokens: Tokens, start: int, stop: int) -> bool:
    return any(_is_verb(tokens, index, stop) for index in range(start, stop))


def _nominal(tokens: Tokens, start: int, stop: int) -> bool:
    """Say whether a segment can be a noun phrase that opens a clause."""
    if tokens.tags[start] in "psbgcti" or tokens.lowers[start] in TIMES:
        return False
    return not _has_verb(tokens, start, stop)


def _enclosed(tokens: Tokens, comma: int) -> Range | None:
    """Find the subject that a parenthesis in commas follows: "Smith, the mayor, said".

    A subordinate clause inside the parenthesis may hide its start, so the stretch is widened
    boundary by boundary.
    """
    start = comma
    while start and comma - start < MAX_SUBJECT:
        while start and tokens.tags[start - 1] not in ";:-Qst" and comma - start < MAX_SUBJECT:
            start -= 1
        found = _enclosed_from(tokens, start, comma)
        if found is not None or not start or tokens.tags[start - 1] in ";:-Q":
            return found
        start -= 1
    return None


def _enclosed_from(tokens: Tokens, start: int, comma: int) -> Range | None:
    """Find the subject of a parenthesis in the stretch that begins at ``start``."""
    pieces = _segments(tokens, start, comma)
    while pieces and not _nominal(tokens, *_trimmed(tokens, pieces[0])):
        pieces.pop(0)
    if not pieces:
        return None
    if len(pieces) == 1:
        return None if pieces[0][0] == start else _trimmed(tokens, pieces[0])
    last = pieces[-1]
    relative = any(tokens.tags[piece[0]] == "r" for piece in pieces[1:])
    adverbial = not relative and all(tokens.tags[index] == "b" for index in range(*last))
    adverbial = adverbial or (not relative and tokens.tags[last[0]] in "pst")
    first = _trimmed(tokens, pieces[0])
    if adverbial and tokens.lowers[last[0]] not in {
        "including",
        "like",
        "of",
        "with",
        "from",
        "at",
        "for",
    }:
        return (first[0], pieces[-2][1]) if len(pieces) <= 3 else first
    return (first[0], comma)


def _dashed(tokens: Tokens, dash: int) -> Range | None:
    """Find the subject that a parenthesis in dashes follows."""
    for opening in range(dash - 1, max(0, dash - MAX_SUBJECT), -1):
        if tokens.tags[opening] == "-":
            found = subject(tokens, opening)
            return (found[0], dash) if found is not None else None
    return None


def _trimmed(tokens: Tokens, piece: Range) -> Range:
    start = _trim(tokens, *piece)
    return (start, piece[1]) if start < piece[1] else piece


def _coordinated(tokens: Tokens, start: int, stop: int) -> int:
    """Take in the earlier members of a list: "Poland, Latvia and Bulgaria"."""
    if "c" not in tokens.tags[start:stop]:
        return start
    at = start
    while at >= 2 and tokens.tags[at - 1] == ",":
        begin = at - 1
        while begin and tokens.tags[begin - 1] not in ",;:-.tsQ":
            begin -= 1
        if at - 1 - begin > 5 or begin >= at - 1 or not _nominal(tokens, begin, at - 1):
            break
        at = begin
    if at and tokens.tags[at - 1] == ",":
        return start
    return at


def subject(tokens: Tokens, group: int) -> Range | None:  # noqa: C901 - the cases of a grammar, in order
    """Return the subject of the verb group that begins at token ``group``.

    Returns
    -------
    Range | None
        Tokens of the noun phrase with what belongs to it, or None where there is none.
    """
    tags = tokens.tags
    at = group - 1
    if at < 0:
        return None
    if tags[at] in "nr":
        return (at, group)
    if tags[at] == "t":
        return (at, group) if at and tags[at - 1] in "wN" else None
    if tags[at] == ",":
        return _enclosed(tokens, at)
    if tags[at] == "-":
        return _dashed(tokens, at)
    if tags[at] not in "dNw0egQ)o":
        return None
    start = _region(tokens, at)
    verbs = [index for index in range(start, group) if _is_verb(tokens, index, group)]
    if verbs:
        begin = _past_verbs(tokens, start, verbs, group)
        if begin is None:
            return None
        start = begin
    joined = _joined_by_and(tokens, start)
    if joined is not None:
        return (joined, group)
    start = _trim(tokens, start, group)
    if start >= group or group - start > MAX_SUBJECT or tags[start] in "p)":
        return None
    if all(tags[index] in "bgQ" for index in range(start, group)):
        return None
    return (_coordinated(tokens, start, group), group)


def _joined_by_and(tokens: Tokens, start: int) -> int | None:
    """Return where "Roe, the head of research, and two colleagues" begins."""
    tags = tokens.tags
    if (
        start < 2
        or tags[start - 1] != ","
        or tags[start : start + 1] != ["c"]
        or tokens.lowers[start] != "and"
    ):
        return None
    begin = start - 1
    while begin and tags[begin - 1] not in ";:-.Qst" and start - begin < MAX_SUBJECT:
        begin -= 1
    pieces = _segments(tokens, begin, start - 1)
    if start - begin >= MAX_SUBJECT or len(pieces) < 2 or "e" in tags[begin:start]:
        return None
    if _has_verb(tokens, begin, start - 1) or tags[begin] not in "dNw":
        return None
    return begin if all(_nominal(tokens, *piece) for piece in pieces) else None


def _region(tokens: Tokens, at: int) -> int:  # noqa: C901 - the cases of a grammar, in order
    """Walk left from ``at`` to the start of the stretch that can hold the subject."""
    tags = tokens.tags
    start = at + 1
    while start:
        tag = tags[start - 1]
        if tag == ")":
            begin = start - 1
            while begin and tags[begin] != "(" and start - begin < 12:
                begin -= 1
            if tags[begin] != "(":
                break
            start = begin
            continue
        if tag in _HARD or tag == "(":
            break
        if tag == "n" and start <= at:
            break
        if tag == "Q":
            quote = tokens.quotes[start - 1]
            if quote is None or quote.inner_end - quote.inner_start > 40 or tags[start] in "dN":
                break
        start -= 1
    return start


def _past_verbs(tokens: Tokens, start: int, verbs: list[int], group: int) -> int | None:
    """Return where the subject begins if a finite verb stands before it in its stretch."""
    tags = tokens.tags
    last = verbs[-1]
    for index in range(group - 1, last, -1):
        if tags[index] == "c":
            return index + 1
    for index in range(verbs[0] - 1, start, -1):
        if tags[index] == "r":
            return start
    return last + 1 if last + 1 < group and tags[last + 1] in "dNw0" and tags[last] != "a" else None


def main_subject(tokens: Tokens, before: int) -> Range | None:
    """Return the subject of the sentence's first clause, for a verb further right."""
    tried = 0
    for index in range(1, before):
        if _is_verb(tokens, index, before):
            tried += 1
            if tried > _MAX_TRIED:
                return None
            group = index
            while group > 1 and tokens.tags[group - 1] in "ab":
                group -= 1
            found = subject(tokens, group)
            if found is not None:
                return found
    return None


def phrase_right(  # noqa: C901, PLR0912 - the cases of a grammar, in order
    tokens: Tokens, at: int, *, apposition: bool = True
) -> int:
    """Return the end of the noun phrase that begins at ``at`` (``at`` itself if none does)."""
    tags, lowers = tokens.tags, tokens.lowers
    size = len(tokens)
    if at >= size:
        return at
    if tags[at] in "no":
        return at + 1
    index = at
    while index < size:
        tag = tags[index]
        if tag in "dNw0":
            dated = index > at and (
                lowers[index - 1] == "of" or is_time(tokens, index - 1) or tags[index - 1] == "0"
            )
            if dated and (tags[index] == "0" or is_time(tokens, index)):
                index += 1  # "the report of 7 May"
                continue
            timed = is_time(tokens, index) and lowers[index] != "may" and tags[index - 1] != "d"
            if index > at and (timed or _opens_time(tokens, index)):
                break
            index += 1
        elif (
            tag in "eg"
            and index + 1 < size
            and (tags[index + 1] in "wN" or lowers[index + 1] in {"by", "on", "in", "with"})
        ):
            if tag == "g" and index > at and lowers[index] in VERBS:
                break
            index += 1
        elif (tag == "p" and index > at and _joins(tokens, at, index)) or (
            tag == "c" and index > at and _adds(tokens, index)
        ):
            index += 1
        elif tag == "(" and index > at:
            close = next((k for k in range(index, min(size, index + 10)) if tags[k] == ")"), None)
            if close is None:
                break
            index = close + 1
        elif tag == "r" and lowers[index] == "who" and index > at:
            return _clause_stop(tokens, index)
        else:
            break
    while index > at + 1 and tags[index - 1] in "pc":
        index -= 1
    return _apposed(tokens, index) if apposition and index > at else index


def _opens_time(tokens: Tokens, index: int) -> bool:
    return tokens.tags[index] == "d" and index + 1 < len(tokens) and is_time(tokens, index + 1)


def _joins(tokens: Tokens, at: int, index: int) -> bool:
    """Say whether a preposition belongs to the phrase: "a spokesman for the ministry"."""
    word = tokens.lowers[index]
    if word not in _INNER_PREPOSITIONS or index + 1 >= len(tokens):
        return False
    if tokens.tags[index + 1] not in "dNw0":
        return False
    if word in {"of", "for", "from"}:
        return True
    named = tokens.tags[at] == "N" and tokens.tags[index - 1] == "N"
    ahead = tokens.lowers[index + 1 : index + 5]
    return not named and not any(word in TIMES or word in SETTINGS for word in ahead)


def _adds(tokens: Tokens, index: int) -> bool:
    """Say whether "and" joins a second noun phrase that is not a new clause."""
    if tokens.lowers[index] not in {"and", "or"} or index + 1 >= len(tokens):
        return False
    if tokens.tags[index + 1] not in "Nwd":
        return False
    end = index + 1
    while end < len(tokens) and tokens.tags[end] in "Nw0d":
        end += 1
    return end == len(tokens) or not _is_verb(tokens, end, len(tokens))


def _clause_stop(tokens: Tokens, index: int) -> int:
    while index < len(tokens) and tokens.tags[index] not in ",;:-.Q":
        index += 1
    return index


def _apposed(tokens: Tokens, index: int) -> int:
    """Extend a phrase by its apposition: ", the country's chief negotiator,"."""
    tags, lowers, size = tokens.tags, tokens.lowers, len(tokens)
    if index + 1 >= size or tags[index] != "," or tags[index + 1] not in _APPOSITION_START:
        return index
    start = index + 1
    if lowers[start] in _NOT_APPOSITION or is_time(tokens, start) or _opens_time(tokens, start):
        return index
    stop = _clause_stop(tokens, start)
    relative = tags[start] == "r"
    closed = stop >= size or tags[stop] in ",.;-"
    if not closed or stop - start > 25 or (not relative and _has_verb(tokens, start, stop)):
        return index
    if tags[start] == "e" and (start + 1 >= size or tags[start + 1] not in "wNp"):
        return index
    return stop
