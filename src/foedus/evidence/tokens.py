"""Words and sentences of a text, with places, for rules that need no parser.

A sentence is a run of tokens of one block in which each quotation is a *single* token: what
stands inside quotation marks cannot confuse the grammar around it. Each token has a coarse
tag, found from closed classes of English words and from endings, never from training data.

======  =================================================================
tag     what it covers
======  =================================================================
``d``   determiner, possessive or quantity (the, his, several)
``n``   pronoun that can be a subject (he, they, who is ``r``)
``o``   pronoun that is only an object (him, them)
``r``   who, which
``s``   word that opens a subordinate clause (because, if, whether)
``t``   that
``c``   and, or, but
``p``   preposition
``a``   auxiliary or modal
``b``   adverb
``i``   ``to``
``e``   word in -ed or another past form
``g``   word in -ing
``v``   verb in the present
``N``   capitalised word
``w``   any other word
``0``   number
``Q``   a whole quotation
======  =================================================================

Punctuation marks are their own tags (``,`` ``.`` ``;`` ``:`` ``-`` ``(`` ``)``).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from foedus.evidence.quote import Quote

# Abbreviations first, then numbers, then words with inner apostrophes and hyphens, then marks.
TOKEN = re.compile(
    r"(?:[^\W\d_]\.){2,}|(?:Mr|Mrs|Ms|Dr|Sen|Rep|Gov|Gen|Col|Lt|St|Sgt|Prof|Adm|Rev|Hon)\."
    r"|[A-Z]\.(?=\s[A-Z])|[$€£]?\d+(?:[.,:]\d+)*%?|[^\W_]+(?:[-'’&/][^\W_]+)*|--|\.\.\.|\S"
)
# Scraped text loses spaces: "the warSeveral sources". Words that begin lower-case, not iPhone.
GLUED = re.compile(r"(?<![a-z])[a-z]{3,30}(?=[A-Z][a-z]{2})")
_MAYBE_GLUED = re.compile(r"[a-z][A-Z][a-z]")

ABBREVIATIONS = frozenset(
    "mr mrs ms dr sen rep gov gen col lt sgt capt maj adm st jr sr vs prof rev hon pres dept inc"
    " corp co ltd jan feb mar apr jun jul aug sep sept oct nov dec no art para cf e.g i.e".split()
)

_CLASSES: dict[str, str] = {
    "d": "the a an this these those his her its their our my your some any no every each all both"
    " many several few most more other another such one two three four five six seven eight"
    " nine ten dozens hundreds thousands half neither either much",
    "n": "i he she it they we you nobody somebody someone everyone everybody anyone none",
    "o": "him them us me himself herself itself themselves whom",
    "r": "who which",
    "s": "because if when while although though whether since as until unless where why how what"
    " whereas lest once after before whose",
    "t": "that",
    "c": "and or but nor yet so plus",
    "p": "of in on at by for from with about against between into through during over under among"
    " amid despite without within towards toward across near along via per upon like behind beyond"
    " outside inside off up out around throughout regarding concerning including except besides"
    " versus aboard above below alongside following than",
    "a": "is are was were be been being am has have had having do does did will would can could"
    " may might must shall should isn't aren't wasn't weren't hasn't haven't hadn't don't doesn't"
    " didn't won't wouldn't can't couldn't cannot mustn't shouldn't isn’t aren’t wasn’t weren’t"
    " hasn’t haven’t hadn’t don’t doesn’t didn’t won’t wouldn’t can’t couldn’t mustn’t shouldn’t"
    " ain't ain’t",
    "b": "not also then now later earlier still even just only never ever again already however"
    " meanwhile instead too very quite rather almost nearly perhaps maybe indeed therefore thus"
    " moreover further furthermore nevertheless nonetheless there here today yesterday tomorrow"
    " soon often always sometimes first finally simply else",
    "i": "to",
    "e": "went came made took gave got saw knew kept left held brought began ran became met put set"
    " led won lost paid sent built fell rose grew drew broke chose spoke stood spent sought fought"
    " said told thought felt found read wrote heard meant done gone seen known taken given shown"
    " bought caught sold dealt drove hit hurt cut let",
    "v": "says goes comes makes takes gives gets sees knows keeps leaves holds brings begins runs"
    " becomes meets puts sets leads wins loses pays sends remains seems appears includes means"
    " depends involves requires continues allows helps plays provides reflects represents",
    ",": ",",
    ".": ". ? ! ... …",
    ";": ";",
    ":": ":",
    "-": "— – -- -",
    "(": "( [",
    ")": ") ]",
}
_TAGS = {word: tag for tag, words in _CLASSES.items() for word in words.split()}
_CONTRACTED = re.compile(r"(?:i|he|she|it|we|they|you)['’](?:s|ve|re|m|d|ll)\Z")
_NOT_PAST = frozenset("need united red indeed hundred speed seed bed feed breed creed deed".split())
_NOT_ING = frozenset(
    "king spring thing nothing something everything during morning evening".split()
)


@lru_cache(maxsize=65_536)
def tag_of(word: str) -> str:  # noqa: C901 - the cases of a grammar, in order
    """Return the coarse tag of a word.

    Examples
    --------
    >>> [tag_of(word) for word in ("The", "officials", "Kyiv", "warned", "trying", "quickly", "40")]
    ['d', 'w', 'N', 'e', 'g', 'b', '0']
    """
    lower = word.lower()
    known = _TAGS.get(lower)
    if known is None and _CONTRACTED.match(lower):
        return "n"  # he's, we've, they’re: a subject with its auxiliary
    if known is not None and (known not in "vew" or word[0].islower()):
        return "N" if word == "US" else known
    first = word[0]
    if first.isdigit() or first in "$€£":
        return "0"
    if not first.isalpha():
        return first
    if first.isupper():
        return "N"
    if lower.endswith("ed") and len(lower) > 3 and lower not in _NOT_PAST:
        return "e"
    if lower.endswith("ing") and len(lower) > 4 and lower not in _NOT_ING:
        return "g"
    if lower.endswith("ly") and len(lower) > 4 and lower not in {"family", "ally", "assembly"}:
        return "b"
    return "w"


@dataclass(frozen=True, slots=True)
class Tokens:
    """The tokens of one sentence, as parallel lists. ``quotes[i]`` is set where tag is ``Q``."""

    words: Sequence[str]
    lowers: Sequence[str]
    tags: Sequence[str]
    starts: Sequence[int]
    ends: Sequence[int]
    quotes: Sequence[Quote | None]
    glued: bool = False  # it follows the sentence before without a space

    def __len__(self) -> int:
        return len(self.words)


def _ends_sentence(word: str, before: str, after: str, *, spaced: bool) -> bool:
    """Say whether a full stop, question or exclamation mark closes a sentence."""
    if not spaced or not after:
        return False
    if after[0].islower():
        return False
    if word != ".":
        return True
    low = before.lower()
    return not (low in ABBREVIATIONS or (len(before) == 1 and before.isupper()))


def _unglued(text: str, begin: int, end: int) -> tuple[tuple[int, int], ...]:
    """Cut "warSeveral" in two."""
    glue = GLUED.match(text, begin, end) if text[begin].islower() else None
    return ((begin, end),) if glue is None else ((begin, glue.end()), (glue.end(), end))


def _lists(
    text: str, start: int, end: int, quotes: Sequence[Quote]
) -> tuple[list[str], list[int], list[int], list[Quote | None]]:
    """Cut a block into tokens, each quotation one token."""
    words: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    marks: list[Quote | None] = []
    at = start
    glued = _MAYBE_GLUED.search(text, start, end) is not None
    for quote in (*quotes, None):
        stop = end if quote is None else quote.start
        spans = [match.span() for match in TOKEN.finditer(text, at, stop)]
        if glued:
            spans = [piece for span in spans for piece in _unglued(text, *span)]
        words += [text[begin:finish] for begin, finish in spans]
        starts += [begin for begin, _ in spans]
        ends += [finish for _, finish in spans]
        marks += [None] * len(spans)
        if quote is not None:
            words.append("“”")
            starts.append(quote.start)
            ends.append(quote.end)
            marks.append(quote)
            at = quote.end
    return words, starts, ends, marks


def sentences(text: str, start: int, end: int, quotes: Sequence[Quote]) -> Iterator[Tokens]:
    """Cut a block of a text into sentences.

    Parameters
    ----------
    text
        The whole text of a document.
    start, end
        The block, as character offsets.
    quotes
        The quotations of this block, in order, without overlap.
    """
    words, starts, ends, marks = _lists(text, start, end, quotes)
    tags = [tag_of(word) for word in words]
    for index, mark in enumerate(marks):
        if mark is not None:
            tags[index] = "Q"
    lowers = [word.lower() for word in words]
    whole = Tokens(words, lowers, tags, starts, ends, marks)
    begin = 0
    for stop in (*_stops(text, whole), len(words)):
        if stop <= begin:
            continue
        part = slice(begin, stop)
        glued = begin > 0 and ends[begin - 1] == starts[begin] and tags[begin - 1] not in ".Q"
        yield Tokens(
            words[part], lowers[part], tags[part], starts[part], ends[part], marks[part], glued
        )
        begin = stop


def _stops(text: str, tokens: Tokens) -> list[int]:
    """Return behind which tokens a sentence ends, but for the last."""
    words, tags = tokens.words, tokens.tags
    last = len(words) - 1
    found = [
        index + 1
        for index, tag in enumerate(tags)
        if tag in ".QN" and index < last and _cuts(text, tokens, index, tag)
    ]
    glued = [
        index + 1
        for index in range(last)
        if tokens.ends[index] == tokens.starts[index + 1]
        and words[index].islower()
        and words[index + 1][0].isupper()
    ]
    return sorted({*found, *glued}) if glued else found


def _cuts(text: str, tokens: Tokens, index: int, tag: str) -> bool:
    """Say whether a sentence ends behind a full stop, a quotation or "U.S."."""
    word, after = tokens.words[index], tokens.words[index + 1]
    if tag == ".":
        before = tokens.words[index - 1] if index else ""
        spaced = tokens.starts[index + 1] > tokens.ends[index]
        return _ends_sentence(word, before, after, spaced=spaced)
    if tag == "N":  # "in the U.S. The deal": one stop serves both
        return word[-1] == "." and word.count(".") > 1 and after in _OPENERS
    quote = tokens.quotes[index]
    if quote is None or text[quote.inner_end - 1] not in ".?!…":
        return False
    return after[0].isupper() or tokens.quotes[index + 1] is not None


_OPENERS = frozenset(
    "The A An It He She They We But And In On At This That These Those However Meanwhile".split()
)
