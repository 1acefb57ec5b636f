"""Where the sentences of a text begin and end.

A sentence ends at ``.``, ``!``, ``?`` or ``…``, with its closing quotes and brackets, before
white space and something that can begin a sentence. Abbreviations, initials and numbered
articles do not end one. The rule is linear in the text and keeps every character's place.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

# Words after which a full stop does not end a sentence, in the languages of the sources.
_ABBREVIATIONS = frozenset(
    "mr mrs ms dr prof gen col lt sgt capt adm maj gov sen rep hon rev st sr jr no nos art arts "
    "para paras sec ch vol pp p fig ed eds cf vs v etc e.g i.e u.s u.k u.n e.u jan feb mar apr "
    "jun jul aug sep sept oct nov dec mon tue wed thu fri approx ca inc ltd co corp dept est "
    "bzw z.b d.h u.a nr abs str usw m mme mlle n° sig sra г ст п т.е им т.д т.п см др ул".split()
)
_END = re.compile(r"[.!?…]+[\"'”’»)\]]*(?=\s|$)")
_STARTER = re.compile(r"\s*[\"'“‘«„(\[–—-]*\s*[^\W_]", re.UNICODE)
_LAST_WORD = re.compile(r"([^\s(\[\"“«]+)$")


def sentence_spans(text: str, start: int = 0, end: int | None = None) -> Iterator[tuple[int, int]]:
    """Yield (start, end) of each sentence of ``text[start:end]``.

    Examples
    --------
    >>> text = "The U.S. signed in 1994. “It failed.” Who pays?"
    >>> [text[a:b] for a, b in sentence_spans(text)]
    ['The U.S. signed in 1994.', '“It failed.”', 'Who pays?']
    """
    stop = len(text) if end is None else end
    begin = start
    for match in _END.finditer(text, start, stop):
        if match.start() < begin or not _ends(text, begin, match, stop):
            continue
        yield from _trimmed(text, begin, match.end())
        begin = match.end()
    yield from _trimmed(text, begin, stop)


def _ends(text: str, begin: int, match: re.Match[str], stop: int) -> bool:
    """Say whether a mark of punctuation ends a sentence."""
    following = _STARTER.match(text, match.end(), min(stop, match.end() + 12))
    if following is None:
        return True
    first = text[following.end() - 1]
    if first.islower():
        return False
    if match.group()[0] != "." or match.group().startswith(".."):
        return True
    word = _LAST_WORD.search(text, max(begin, match.start() - 40), match.start())
    last = word.group(1) if word else ""
    if last.lower() in {"u.s", "u.k", "u.n", "e.u"}:  # may end one: only before a new subject
        opener = re.match(
            r"\s*(The|It|He|She|They|But|And|In|We|This|That)\b",
            text[match.end() : match.end() + 8],
        )
        return opener is not None
    if len(last) == 1 and last.isalpha() and last.isupper():  # an initial: J. Smith
        return False
    return last.lower() not in _ABBREVIATIONS


def _trimmed(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    if end > start:
        yield (start, end)
