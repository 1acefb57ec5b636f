"""Whether a passage bears a sentence out.

The sentence is laid beside the passage, word by word (a global alignment of both). Words of the
same part that differ are drawn opposite each other, so that a changed number, date or name shows
as "7 where the passage has 5" even if 7 stands elsewhere in the passage. A sentence is borne out if

1. it is a sentence of the passage, to the letter; or else
2. every number, date and name stands in the passage (or is the source's own outlet, title or
   date) and none stands opposite another one;
3. every negation, modal word, condition and quantity stands in the same place of the passage,
   and none of the passage's is left out of a clause that is used;
4. a report ("X said") stays a report;
5. words in quotation marks are the passage's, letter for letter;
6. no word stands opposite its contrary;
7. at least ``COVERAGE`` of its words of content are the passage's.

The rule is strict on purpose: a true paraphrase that changes the order of the names is refused
with a reason, and the writer quotes more closely. Nothing false passes for being well written.

Notes
-----
The alignment takes time and memory in proportion to the product of both lengths; a passage is
cut to its ``MAX_TOKENS`` first words.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import pairwise

from foedus.briefing.tokens import HARD, OPPOSITES, TURNING, Token, date_borne_out, tokens

COVERAGE = 0.75
"""Share of a sentence's words of content that must be the passage's.

Of 4,421 pairs of a sentence and a passage of another source in the built-in dossier, half share
.08 or less, 99 of 100 .42 or less, and none more than .74."""

MAX_TOKENS = 1500
MIN_SHARED = 3  # words in common that make a passage's sentence part of the comparison
# Quantities that may be left out with the words they go with ("under number 52241").
_MAY_GO = frozenset(
    "over under above below before after since both any all every each more less least".split()
)
MIN_USED = 2  # content words that make a passage's sentence count as used

_QUOTED = re.compile(r"[\"“«]([^\"“”«»]{2,400})[\"”»]")
_SENTENCE_END = re.compile(r"(?<=[.!?])[\"”’)]*\s+(?=[\"“‘(]?[^\W_])")


@dataclass(frozen=True, slots=True)
class Problem:
    """One way in which a sentence goes beyond its passage."""

    rule: str
    message: str


def plain(text: str) -> str:
    """Return a text with one kind of blank, quotation mark and dash.

    Examples
    --------
    >>> plain("“a  b”")
    '"a b"'
    """
    text = text.translate(
        {0x201C: '"', 0x201D: '"', 0x2018: "'", 0x2019: "'", 0x2013: "-", 0x2014: "-", 0xA0: " "}
    )
    return " ".join(text.split())


def sentences(text: str) -> tuple[str, ...]:
    """Cut a text into sentences, simply: an end mark, a blank, a new word."""
    parts: list[str] = []
    for part in _SENTENCE_END.split(text):
        # "U.S. officials", "Gen. Brown", "No. 5": the mark does not end a sentence.
        if parts and re.search(
            r"(?:\b[A-Z]|\b(?:Mr|Mrs|Dr|Gen|Col|Lt|St|No|Art|par|e\.g|i\.e))\.$", parts[-1]
        ):
            parts[-1] += " " + part
        else:
            parts.append(part)
    return tuple(part.strip() for part in parts if part.strip())


def not_borne_out(text: str, passage: str, *, meta: Sequence[str] = ()) -> tuple[Problem, ...]:
    """Return why a passage does not bear a sentence out; nothing if it does.

    Parameters
    ----------
    meta :
        What is known of the source besides its text: outlet, title, date, number.

    Examples
    --------
    >>> span = "Russia and Ukraine signed on 5 December 1994, but did not ratify."
    >>> not_borne_out("Russia and Ukraine signed in December 1994.", span)
    ()
    >>> [p.rule for p in not_borne_out("Russia and Ukraine signed on 7 December 1994.", span)]
    ['date']
    """
    if _verbatim(plain(text), plain(passage)):
        return ()
    said, given = tokens(text), tokens(passage)[:MAX_TOKENS]
    if not said:
        return (Problem("empty", "the sentence has no words"),)
    known = tokens(" . ".join(meta))
    names = {token.text.lower() for token in (*said, *given, *known) if token.kind == "name"}
    said, given = _name_heads(said, names), _name_heads(given, names)
    partner = _together(said, given, align(said, given))
    found = [
        *_hard_words(said, given, partner, known),
        *_turning_words(said, given, partner),
        *_shed(said, given, partner),
        *_quotes(text, passage),
        *_contraries(said, given, partner),
        *_coverage(said, given, meta),
    ]
    return tuple(dict.fromkeys(found))


def _verbatim(text: str, passage: str) -> bool:
    if text not in passage:
        return False
    whole = sentences(passage)
    own = sentences(text)
    return any(whole[at : at + len(own)] == own for at in range(len(whole) - len(own) + 1))


def _score(said: Token, given: Token) -> float:
    """Return how well two words stand opposite each other."""
    if said.kind == given.kind or {said.kind, given.kind} <= {"content", "name", "report"}:
        if said.norm == given.norm:
            return 1.0 if said.kind == "function" else 4.0 if said.kind in HARD else 3.0
        if said.kind == given.kind:
            if said.kind == "date" and date_borne_out(said.norm, given.norm):
                return 3.5
            return 0.8 if said.kind in HARD or said.kind in TURNING else -0.3
    return -3.0


def align(said: Sequence[Token], given: Sequence[Token]) -> tuple[tuple[int, int], ...]:
    """Lay two runs of words side by side; return the pairs that stand opposite each other."""
    skip_said, skip_given = -0.5, -0.12
    width = len(given) + 1
    best = [[0.0] * width]
    step: list[bytearray] = [bytearray(width)]
    for left in said:
        above = best[-1]
        row = [above[0] + skip_said]
        moves = bytearray(width)
        moves[0] = 1
        for place in range(1, width):
            pair = above[place - 1] + _score(left, given[place - 1])
            drop = above[place] + skip_said
            pass_by = row[place - 1] + skip_given
            top = max(pair, drop, pass_by)
            row.append(top)
            moves[place] = 0 if top == pair else 1 if top == drop else 2
        best.append(row)
        step.append(moves)
    at = max(range(width), key=lambda place: best[-1][place])
    pairs: list[tuple[int, int]] = []
    down = len(said)
    while down > 0 and at > 0:
        move = step[down][at]
        if move == 0:
            pairs.append((down - 1, at - 1))
        down, at = (down - 1 if move != 2 else down), (at - 1 if move != 1 else at)
    return tuple(reversed(pairs))


def _name_heads(words: Sequence[Token], names: set[str]) -> tuple[Token, ...]:
    """Make a name of each capital at the head of a sentence that is a name elsewhere."""
    return tuple(
        replace(word, kind="name", norm=word.text.lower())
        if word.first and word.kind == "content" and word.text.lower() in names
        else word
        for word in words
    )


def _together(
    said: Sequence[Token], given: Sequence[Token], pairs: Sequence[tuple[int, int]]
) -> dict[int, int]:
    """Keep the pairs of those sentences of the passage that share more than a stray word.

    A cheap gap would let a changed name sit on the same name of a sentence that is about
    something else; such a pair says nothing.
    """
    shared = Counter(
        given[at].sentence
        for place, at in pairs
        if given[at].kind != "function" and _same(said[place], given[at])
    )
    most = max(shared.values(), default=0)
    floor = min(MIN_SHARED, most)
    return {place: at for place, at in pairs if shared[given[at].sentence] >= floor}


def _same(said: Token, given: Token) -> bool:
    if said.kind == "date" and given.kind == "date":
        return date_borne_out(said.norm, given.norm)
    return said.norm == given.norm


def _hard_words(
    said: Sequence[Token], given: Sequence[Token], partner: dict[int, int], meta: Sequence[Token]
) -> Iterable[Problem]:
    known = {token.norm for token in given} | {token.norm for token in meta}
    for place, token in enumerate(said):
        # A capital at the head of a sentence may be a name: it is one if the passage lacks it.
        head = token.first and token.kind == "content" and token.text[0].isupper()
        if token.kind not in HARD and not head:
            continue
        opposite = given[partner[place]] if place in partner else None
        if opposite is not None and _same(token, opposite):
            continue
        if opposite is not None and opposite.kind == token.kind and token.kind in HARD:
            yield Problem(token.kind, f"“{token.text}” where the passage has “{opposite.text}”")
        elif head:
            if token.norm not in known and token.text.lower() not in known:
                yield Problem("name", f"“{token.text}” is not in the passage")
        elif not _stands_elsewhere(place, said, given, partner, meta):
            yield Problem(token.kind, f"“{token.text}” is not in this place of the passage")


def _stands_elsewhere(
    place: int,
    said: Sequence[Token],
    given: Sequence[Token],
    partner: dict[int, int],
    meta: Sequence[Token],
) -> bool:
    """Say whether a number, date or name that was moved is the passage's or the source's own."""
    token = said[place]
    if _named_by_source(place, said, meta):
        return True
    taken = set(partner.values())
    used = {given[at].clause for at in taken}
    free = [at for at, other in enumerate(given) if at not in taken and other.kind == token.kind]
    if token.kind == "date":
        near = [at for at in free if given[at].clause in used or len(free) == 1]
        if any(_same(token, given[at]) for at in near):
            # Two free dates could be exchanged; one alone can only be the one that was moved.
            return len({given[at].norm for at in near}) == 1
    elif any(
        _same(token, given[at]) and _neighbours(said, place) & _neighbours(given, at) for at in free
    ):
        return True
    return not any(_same(token, given[at]) for at in range(len(given))) and any(
        other.kind == token.kind and _same(token, other) for other in meta
    )


def _named_by_source(place: int, said: Sequence[Token], meta: Sequence[Token]) -> bool:
    """Say whether a word stands in a run of two words or more of the source's description."""
    pairs = {(one.norm, other.norm) for one, other in pairwise(meta)}
    return any(
        (said[at].norm, said[at + 1].norm) in pairs
        for at in (place - 1, place)
        if 0 <= at < len(said) - 1 and said[at].kind == said[at + 1].kind == "name"
    )


def _neighbours(words: Sequence[Token], place: int, reach: int = 3) -> set[str]:
    """Return the nearest words of content on both sides."""
    found: set[str] = set()
    for way in (range(place - 1, -1, -1), range(place + 1, len(words))):
        side = [words[at].norm for at in way if words[at].kind != "function"]
        found.update(side[:reach])
    return found


def _turning_words(
    said: Sequence[Token], given: Sequence[Token], partner: dict[int, int]
) -> Iterable[Problem]:
    for place, token in enumerate(said):
        if token.kind not in TURNING:
            continue
        opposite = given[partner[place]] if place in partner else None
        if opposite is None:
            yield Problem(token.kind, f"“{token.text}” is not in this place of the passage")
        elif opposite.norm != token.norm:
            yield Problem(token.kind, f"“{token.text}” where the passage has “{opposite.text}”")


def _shed(
    said: Sequence[Token], given: Sequence[Token], partner: dict[int, int]
) -> Iterable[Problem]:
    """Find what the passage says in the clauses that are used and the sentence leaves out."""
    taken = {at for place, at in partner.items() if _same(said[place], given[at])}
    words = [(at, token) for at, token in enumerate(given) if token.kind != "function"]
    size = Counter(token.clause for _, token in words)
    used = Counter(token.clause for at, token in words if at in taken)
    opposite = set(partner.values())
    reports = any(token.kind == "report" for token in said)
    for at, token in words:
        if at in opposite or token.text.lower() in _MAY_GO:
            continue
        clause = token.clause
        in_use = used[clause] >= min(MIN_USED, size[clause])
        if token.kind == "condition":
            # A clause that only states a condition of a used one may not be dropped either.
            if in_use or used[clause - 1] >= MIN_USED:
                yield Problem("condition", f"the passage's “{token.text}” is left out")
        elif in_use and token.kind in TURNING:
            if 2 * used[clause] >= min(size[clause], 6) and _governs(given, at, taken):
                yield Problem(token.kind, f"the passage's “{token.text}” is left out")
        elif in_use and token.kind == "report" and not reports:
            yield Problem("report", f"the passage gives this as somebody's words (“{token.text}”)")


def _governs(given: Sequence[Token], at: int, taken: set[int]) -> bool:
    """Say whether the word that a turning word bears on is one that the sentence uses."""
    following = [
        place for place in range(at + 1, min(at + 6, len(given))) if given[place].kind != "function"
    ]
    return not following or any(place in taken for place in following[:2])


def _quotes(text: str, passage: str) -> Iterable[Problem]:
    whole = plain(passage)
    for match in _QUOTED.finditer(text):
        if plain(match[1]).rstrip(".,;") not in whole:
            yield Problem("quotation", f"“{match[1]}” is not quoted from the passage")


def _contraries(
    said: Sequence[Token], given: Sequence[Token], partner: dict[int, int]
) -> Iterable[Problem]:
    own = {token.norm for token in given}
    lows = {frozenset((left, right)) for left, right in _stemmed_opposites()}
    for place, token in enumerate(said):
        if place in partner and token.norm not in own:
            other = given[partner[place]]
            if frozenset((token.norm, other.norm)) in lows:
                yield Problem("contrary", f"“{token.text}” where the passage has “{other.text}”")


@lru_cache(maxsize=1)
def _stemmed_opposites() -> tuple[tuple[str, str], ...]:
    found: list[tuple[str, str]] = []
    for pair in OPPOSITES:
        left, right = sorted(pair)
        found.append((tokens("x " + left)[-1].norm, tokens("x " + right)[-1].norm))
    return tuple(found)


def _coverage(
    said: Sequence[Token], given: Sequence[Token], meta: Sequence[str]
) -> Iterable[Problem]:
    known = {token.norm for token in given} | {token.norm for token in tokens(" . ".join(meta))}
    known |= {token.text.lower() for token in given}
    content = [token for token in said if token.kind in {"content", "name", "report"}]
    missing = [
        token.text
        for token in content
        if token.norm not in known and token.text.lower() not in known
    ]
    if content and 1 - len(missing) / len(content) < COVERAGE:
        words = ", ".join(f"“{word}”" for word in missing[:6])
        yield Problem(
            "coverage", f"{len(missing)} of {len(content)} words are not the passage's: {words}"
        )
