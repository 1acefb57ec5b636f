"""What was said: the stretch that a reporting verb introduces or closes.

Each function looks at one side of the verb and returns token ranges of the sentence.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from foedus.evidence.cue import SETTINGS, VERBS
from foedus.evidence.phrase import Range, is_time, phrase_right

if TYPE_CHECKING:
    from foedus.evidence.cue import Cue
    from foedus.evidence.tokens import Tokens

Pattern = Literal["quote", "that", "clause", "to", "noun", "question", "lead", "trailing", "colon"]

_STRONG_STOP = frozenset({"although", "though", "while", "whereas", "because", "since"})
_QUESTION = frozenset("whether if how why what where when who which".split())
_CLAUSE_OPENERS = frozenset("dnNw0gto")


@dataclass(frozen=True, slots=True)
class Content:
    """Where the content stands and how it was introduced; ``cue_end`` takes in "for", "of"."""

    ranges: tuple[Range, ...]
    pattern: Pattern
    cue_end: int


def sentence_end(tokens: Tokens) -> int:
    """Return the end of the sentence's words, without its closing mark."""
    end = len(tokens)
    while end and tokens.tags[end - 1] in ".":
        end -= 1
    return end


def skip_setting(tokens: Tokens, at: int, cue: Cue) -> int:
    """Pass over when, where and to whom something was said ("on Monday in a statement")."""
    tags, lowers, size = tokens.tags, tokens.lowers, len(tokens)
    index = at
    while index < size:
        if lowers[index] in {"after", "before"} and index + 1 < size and tags[index + 1] in "dNw0":
            stop = phrase_right(tokens, index + 1, apposition=False)
            if stop >= size or tags[stop] not in "tQ:":
                break
            index = stop
        elif tags[index] == "b" or is_time(tokens, index):
            index += 1
        elif tags[index] == "d" and index + 1 < size and is_time(tokens, index + 1):
            index += 2
        elif tags[index] in "pi" and lowers[index] not in cue.leads:
            stop = _setting_phrase(tokens, index)
            if stop == index:
                break
            index = stop
        else:
            break
    return index


def _setting_phrase(tokens: Tokens, index: int) -> int:
    """Return the end of a phrase like "in an interview with a newspaper", or ``index``."""
    tags, lowers, size = tokens.tags, tokens.lowers, len(tokens)
    if tags[index] == "i" and (index + 1 >= size or tags[index + 1] not in "dNwo"):
        return index
    if tags[index] == "i" and tags[index + 1] == "w" and not _hearers(lowers[index + 1]):
        return index  # an infinitive
    stop = index + 1
    while stop < size and tags[stop] in "dNw0peo" and stop - index < 14:
        if tags[stop] == "e" and tags[stop - 1] not in "dw":
            break
        stop += 1
    if (
        stop >= size
        or tags[stop] in "tQ:."
        or (tags[stop] == "," and stop + 1 < size and tags[stop + 1] in "Qg")
    ):
        return stop
    for at in range(index + 1, min(stop + 1, size)):
        if lowers[at] in SETTINGS or is_time(tokens, at):
            end = at + 1
            while end < stop and (lowers[end] in SETTINGS or is_time(tokens, end)):
                end += 1
            if end < stop and lowers[end] in {
                "with",
                "to",
                "in",
                "on",
                "at",
                "from",
                "of",
                "after",
            }:
                after = phrase_right(tokens, end + 1, apposition=False)
                if after < size and tags[after] in "tQ:,.n":
                    return after
            return end
    return index


def _hearers(word: str) -> bool:
    """Say whether a word can be those who were told ("to reporters")."""
    return word in SETTINGS or (
        word.endswith("s") and word not in VERBS and not word.endswith("ss")
    )


def _hearer(tokens: Tokens, at: int) -> int:
    """Return the end of the one who was told."""
    tags = tokens.tags
    if at < len(tokens) and tags[at] in "on":
        return at + 1
    if at < len(tokens) and tags[at] in "dNw0":
        return phrase_right(tokens, at, apposition=False)
    return at


def _clause_end(tokens: Tokens, start: int) -> int:
    """Return where an indirect content that begins at ``start`` ends."""
    tags, lowers = tokens.tags, tokens.lowers
    end = sentence_end(tokens)
    for index in range(start + 2, end):
        if tags[index] == ";":
            return index
        if tags[index] == "," and index + 1 < end:
            after = lowers[index + 1]
            if after in {"according", "though", "although"}:
                return index
            cue = VERBS.get(after)
            if (
                cue is not None
                and cue.form == "ing"
                and cue.family == "speech"
                and "m" not in cue.frame
            ):
                return index
    return end


def _has_verb(tokens: Tokens, start: int, end: int) -> bool:
    """Say whether a stretch holds a finite verb behind its first token."""
    for index in range(start + 1, end):
        if tokens.tags[index] in "aev":
            return True
        quote = tokens.quotes[index]
        if quote is not None and quote.inner_end - quote.inner_start > 20:
            return True  # the verb stands inside the marks
        cue = VERBS.get(tokens.lowers[index])
        if cue is not None and tokens.tags[index] == "w":
            return True
        if (
            tokens.tags[index] == "w"
            and tokens.words[index].endswith("s")
            and tokens.tags[index - 1] in "nNw"
        ):
            return True
    return bool(tokens.tags[start] == "n")


def after(tokens: Tokens, at: int, cue: Cue, *, passive: bool = False) -> Content | None:
    """Return the content to the right of a verb that ends before ``at``."""
    size = sentence_end(tokens)
    if at >= size:
        return None
    tags, lowers = tokens.tags, tokens.lowers
    frame = cue.frame
    index = at
    if "o" in frame and not passive and tags[at] in "dNwon" and lowers[at] not in _QUESTION:
        hearer = _hearer(tokens, at)
        if hearer > at and hearer < size:
            skipped = skip_setting(tokens, hearer, cue)
            found = _told(tokens, at, hearer, skipped, cue)
            if found is not None:
                return found
    if "q" in frame or "t" in frame:
        index = skip_setting(tokens, at, cue)
    again = index != at and (tags[at] not in "pb" or lowers[at] in cue.leads)
    for place in (index, at) if again else (index,):
        if place < size:
            found = _direct_object(tokens, place, at, cue, size)
            if found is not None:
                return found
    return None


def _told(tokens: Tokens, at: int, hearer: int, index: int, cue: Cue) -> Content | None:
    """Return the content behind a hearer: "told reporters that", "urged Kyiv to"."""
    tags, lowers = tokens.tags, tokens.lowers
    size = sentence_end(tokens)
    if index >= size:
        return None
    end = _clause_end(tokens, index)
    if tags[index] == "t":
        return Content(((index, end),), "that", index)
    if tags[index] == "i" and hearer == index:
        start = at if cue.lemma != "tell" else index
        return Content(((start, end),), "to", start)
    if tags[index] == "Q" or (tags[index] in ",:" and index + 1 < size and tags[index + 1] == "Q"):
        start = index if tags[index] == "Q" else index + 1
        return Content(((start, _quote_end(tokens, start)),), "quote", start)
    if tags[index] == ":":
        return Content(((index + 1, size),), "colon", index + 1)
    if lowers[index] in _QUESTION:
        return Content(((index, end),), "question", index)
    if lowers[index] in cue.leads or (
        lowers[index] in {"of", "about"}
        and cue.lemma in {"tell", "warn", "accuse", "inform", "remind", "assure"}
    ):
        start = index if cue.lemma != "accuse" else at
        return Content(((start, end),), "lead", start)
    if "z" in cue.frame and cue.lemma in {"tell", "warn", "remind", "assure"}:
        if tags[index] in "dnNw0" and _has_verb(tokens, index, end) and hearer <= index:
            return Content(((index, end),), "clause", index)
    return None


def _quote_end(tokens: Tokens, start: int) -> int:
    """Return the end of a content that begins with a quotation and may run on."""
    return sentence_end(tokens) if start + 1 < len(tokens) else start + 1


def _direct_object(tokens: Tokens, index: int, at: int, cue: Cue, size: int) -> Content | None:
    """Return the content that begins at ``index``, if the verb's frame allows it."""
    tags, lowers, frame = tokens.tags, tokens.lowers, cue.frame
    tag = tags[index]
    end = _clause_end(tokens, index)
    spoken = "q" in frame or "t" in frame
    if tag == "t" and "t" in frame:
        return Content(((index, end),), "that", index)
    if tag == "," and index == at and cue.form != "ing" and "q" in frame and index + 2 < size:
        clause = tags[index + 1] in "ndN" and _has_verb(tokens, index + 1, end)
        if (
            clause
            and cue.family == "speech"
            and ",q" not in frame
            and tags[index - 2 : index - 1] != [","]
        ):
            return Content(((index + 1, end),), "clause", index + 1)
    if tag == "," and spoken and index + 2 < size and tags[index + 1] != "Q":
        close = next((k for k in range(index + 1, size) if tags[k] == ","), 0)
        if close and close + 1 < size and tags[close + 1] in "tQ" and close - index < 20:
            start = close + 1
            return Content(
                ((start, _clause_end(tokens, start)),),
                "that" if tags[start] == "t" else "quote",
                start,
            )
        return None
    if tag in ",:" and index + 1 < size and tags[index + 1] == "Q" and spoken:
        return Content(((index + 1, _quote_end(tokens, index + 1)),), "quote", index + 1)
    if tag == ":" and spoken:
        return Content(((index + 1, size),), "colon", index + 1)
    if tag == "Q" and index == at and ("q" in frame or "n" in frame or "t" in frame):
        return Content(((index, end),), "quote", index)
    if tag == "Q" and spoken:
        return Content(((index, end),), "quote", index)
    if tag == "i" and "i" in frame and index + 1 < size:
        return Content(((index, end),), "to", index)
    if lowers[index] in cue.leads and index + 1 < size and tags[index + 1] not in ",.":
        return Content(((index + 1, end),), "lead", index + 1)
    if lowers[index] in _QUESTION and (
        "w" in frame or ("z" in frame and lowers[index] in {"what", "how"})
    ):
        return Content(((index, end),), "question", index)
    if tag == "g" and "g" in frame:
        return Content(((index, end),), "noun", index)
    return _bare(tokens, index, at, cue, end)


def _bare(tokens: Tokens, index: int, at: int, cue: Cue, end: int) -> Content | None:
    """Return a clause without *that*, or a noun phrase, as content."""
    tag, frame = tokens.tags[index], cue.frame
    if "z" in frame and tag in _CLAUSE_OPENERS and tag != "o" and _has_verb(tokens, index, end):
        return Content(((index, end),), "clause", index)
    if "z" in frame and cue.lemma == "say" and tag in "spb":
        return Content(((index, end),), "clause", index)
    if "n" in frame and index == at and tag in "dNw0onQeg":
        return Content(((index, end),), "noun", index)
    return None


def before(tokens: Tokens, stop: int) -> Content | None:
    """Return the content that stands before "..., officials said".

    ``stop`` is the token where source and verb begin.
    """
    end = stop
    while end and tokens.tags[end - 1] in ",-":
        end -= 1
    start = 0
    while start < end and tokens.tags[start] in ",-.;":
        start += 1
    if end - start < 1:
        return None
    if end == stop and tokens.tags[end - 1] != "Q":
        return None
    pattern: Pattern = "quote" if tokens.tags[end - 1] == "Q" else "trailing"
    for index in range(end - 1, start, -1):
        if tokens.tags[index] == ";":
            start = index + 1
            break
    return Content(((start, end),), pattern, stop)
