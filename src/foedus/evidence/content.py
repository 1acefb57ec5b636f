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

# "warned them of", "accused it of": only these take a hearer before the preposition.
_LEADS_BEHIND_HEARER = frozenset(
    "tell warn accuse inform remind assure thank press push lobby advise caution ask blame".split()
)
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
    while end and tokens.tags[end - 1] == ".":
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
        elif tags[index] in "pi" and (lowers[index] not in cue.leads or dated(tokens, index)):
            stop = _setting_phrase(tokens, index)
            if stop == index:
                break
            index = stop
        else:
            break
    return index


def dated(tokens: Tokens, index: int) -> bool:
    """Say whether a preposition leads to a date ("on 23 June") or to nothing."""
    after_it = tokens.tags[index + 1 : index + 3]
    if not after_it or after_it[0] in ",.":
        return True
    return is_time(tokens, index + 1) or (
        after_it[0] == "0" and index + 2 < len(tokens) and is_time(tokens, index + 2)
    )


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
    places = (at for at in range(index + 1, min(stop + 1, size)) if _sets(tokens, at))
    first = next(places, 0)
    return _setting_end(tokens, first, stop) if first else index


def _sets(tokens: Tokens, at: int) -> bool:
    return tokens.lowers[at] in SETTINGS or is_time(tokens, at)


_SETTING_GOES_ON = frozenset("with to in on at from of after".split())


def _setting_end(tokens: Tokens, at: int, stop: int) -> int:
    """Return the end of "interview" + "with a newspaper on Monday"."""
    end = at + 1
    while end < stop and _sets(tokens, end):
        end += 1
    if end < stop and tokens.lowers[end] in _SETTING_GOES_ON:
        after_it = phrase_right(tokens, end + 1, apposition=False)
        if after_it < len(tokens) and tokens.tags[after_it] in "tQ:,.n":
            return after_it
    return end


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


def after(tokens: Tokens, at: int, cue: Cue) -> Content | None:
    """Return the content to the right of a verb that ends before ``at``."""
    size = sentence_end(tokens)
    if at >= size:
        return None
    tags, frame = tokens.tags, cue.frame
    if "o" in frame:
        found = _behind_hearer(tokens, at, cue)
        if found is not None:
            return found
    index = at
    if "q" in frame or "t" in frame:
        index = _that_ahead(tokens, at) or skip_setting(tokens, at, cue)
    found = _introduced(tokens, index, at, cue) if index < size else None
    if found is None and index != at and (tags[at] not in "pb" or tokens.lowers[at] in cue.leads):
        found = _introduced(tokens, at, at, cue)
    return found


def _behind_hearer(tokens: Tokens, at: int, cue: Cue) -> Content | None:
    """Return the content behind those who were told."""
    if tokens.tags[at] not in "dNwon" or tokens.lowers[at] in _QUESTION:
        return None
    hearer = _hearer(tokens, at)
    if not at < hearer < sentence_end(tokens):
        return None
    return _told(tokens, at, hearer, cue)


def _that_ahead(tokens: Tokens, at: int) -> int:
    """Return the place of *that* behind a long setting; 0 if there is none.

    "The minister said after the meeting of the group on Monday that".
    """
    if tokens.tags[at] not in "p0b" and tokens.lowers[at] not in {"after", "before"}:
        return 0
    for index in range(at, min(at + 24, len(tokens) - 1)):
        if tokens.tags[index] == "t":
            return index if tokens.tags[index + 1] in "ndNw0" else 0
        if tokens.tags[index] not in "dNw0pbog" and tokens.lowers[index] not in {
            "after",
            "before",
            "may",
            "and",
        }:
            return 0
    return 0


def _told(tokens: Tokens, at: int, hearer: int, cue: Cue) -> Content | None:
    """Return the content behind a hearer: "told reporters that", "urged Kyiv to"."""
    size = sentence_end(tokens)
    index = skip_setting(tokens, hearer, cue)
    if index >= size:
        return None
    tag, word = tokens.tags[index], tokens.lowers[index]
    end = _clause_end(tokens, index)
    if tag == "t":
        return Content(((index, end),), "that", index)
    if tag == "i" and hearer == index:
        start = at if cue.lemma != "tell" else index
        return Content(((start, end),), "to", start)
    quoted = _quoted(tokens, index)
    if quoted is not None:
        return quoted
    if word in _QUESTION:
        return Content(((index, end),), "question", index)
    if cue.lemma in _LEADS_BEHIND_HEARER and (word in cue.leads or word in {"of", "about"}):
        start = index if cue.lemma != "accuse" else at
        return Content(((start, end),), "lead", start)
    plain = "z" in cue.frame and tag in "dnNw0" and hearer <= index
    if plain and _has_verb(tokens, index, end):
        return Content(((index, end),), "clause", index)
    return None


def _quoted(tokens: Tokens, index: int) -> Content | None:
    """Return a quotation that begins here, perhaps behind a comma or colon."""
    tags, size = tokens.tags, sentence_end(tokens)
    if tags[index] in ",:" and index + 1 < size and tags[index + 1] == "Q":
        index += 1
    if tags[index] == "Q":
        return Content(((index, _quote_end(tokens, index)),), "quote", index)
    if tags[index] == ":" and index + 1 < size:
        return Content(((index + 1, size),), "colon", index + 1)
    return None


def _quote_end(tokens: Tokens, start: int) -> int:
    """Return the end of a content that begins with a quotation and may run on."""
    return sentence_end(tokens) if start + 1 < len(tokens) else start + 1


def _introduced(tokens: Tokens, index: int, at: int, cue: Cue) -> Content | None:
    """Return the content that begins at ``index``, if the verb's frame allows it."""
    tag, frame = tokens.tags[index], cue.frame
    if "q" in frame or "t" in frame:
        if tag == "," and tokens.tags[index + 1 : index + 2] != ["Q"]:
            return _behind_aside(tokens, index, at, cue)
        quoted = _quoted(tokens, index)
        if quoted is not None:
            return quoted
    elif tag == "Q" and index == at and "n" in frame:
        return Content(((index, _clause_end(tokens, index)),), "quote", index)
    return _framed(tokens, index, cue) or _bare(tokens, index, at, cue)


def _framed(tokens: Tokens, index: int, cue: Cue) -> Content | None:
    """Return a content that a small word opens: *that*, *to*, *whether*, "of"."""
    tag, word, frame = tokens.tags[index], tokens.lowers[index], cue.frame
    more = index + 1 < sentence_end(tokens)
    pattern: Pattern | None = None
    start = index
    if tag == "t" and "t" in frame:
        pattern = "that"
    elif tag == "i" and "i" in frame and more:
        pattern = "to"
    elif word in cue.leads and more and not dated(tokens, index):
        pattern, start = "lead", index + 1
    elif word in _QUESTION and ("w" in frame or ("z" in frame and word in {"what", "how"})):
        pattern = "question"
    elif tag == "g" and "g" in frame:
        pattern = "noun"
    if pattern is None:
        return None
    return Content(((start, _clause_end(tokens, index)),), pattern, start)


def _behind_aside(tokens: Tokens, comma: int, at: int, cue: Cue) -> Content | None:
    """Return the content behind a comma: "She said, laughing, that", "He said, it is over"."""
    tags, size = tokens.tags, sentence_end(tokens)
    if comma + 2 >= size:
        return None
    if comma == at and cue.form != "ing" and cue.family == "speech" and "q" in cue.frame:
        end = _clause_end(tokens, comma)
        alone = list(tags[comma - 2 : comma - 1]) != [","]  # not "Prices, he said, rose"
        if alone and tags[comma + 1] in "ndN" and _has_verb(tokens, comma + 1, end):
            return Content(((comma + 1, end),), "clause", comma + 1)
    close = next((k for k in range(comma + 1, min(size, comma + 20)) if tags[k] == ","), 0)
    start = close + 1
    if not close or start >= size or tags[start] not in "tQ":
        return None
    pattern: Pattern = "that" if tags[start] == "t" else "quote"
    return Content(((start, _clause_end(tokens, start)),), pattern, start)


def _bare(tokens: Tokens, index: int, at: int, cue: Cue) -> Content | None:
    """Return a clause without *that*, or a noun phrase, as content."""
    tag, frame = tokens.tags[index], cue.frame
    clause = "z" in frame and tag in _CLAUSE_OPENERS and tag != "o"
    aside = "z" in frame and cue.lemma == "say" and tag in "spb"
    thing = "n" in frame and tag in "dNw0onQeg" and (index == at or is_time(tokens, index - 1))
    if not (clause or aside or thing):
        return None
    end = _clause_end(tokens, index)
    if aside or (clause and _has_verb(tokens, index, end)):
        return Content(((index, end),), "clause", index)
    return Content(((index, end),), "noun", index) if thing else None


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
