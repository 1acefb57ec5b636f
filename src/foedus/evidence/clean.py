"""Blocks of a text that was scraped already: what each line is, and whether it is kept.

No library does this: they all want the page's markup. Here only the text is left. Lines are
told apart by :mod:`foedus.evidence.furniture` (captions, pointers, comment forms, bylines), and
then by what stands around them: headings, questions with their answers, topic cards.

Only furniture is dropped. A heading, question or card that was told wrongly is still kept; the
kind only says how it may be used (a question is no evidence, a card is no news).
"""

# ruff: noqa: E501 - lists of words and patterns, one line each, are easier to compare

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from statistics import mean, pstdev
from typing import Literal

from foedus.evidence.document import Block, BlockKind
from foedus.evidence.furniture import furniture

Hint = Literal["", "heading", "item", "body"]

HEADING_WORDS = 16  # sub-headings of news pages have at most about a dozen words
QUESTION_WORDS = 32
ANSWER_WORDS = 12  # an answer has at least a sentence
CARD_WORDS = 90  # cards are the opening sentences of an encyclopaedia's article
# A page of answers whose questions were lost: paragraphs of one size, each of several sentences.
LOST_QUESTIONS_LEAST = 5
LOST_QUESTIONS_SPREAD = (
    0.30  # standard deviation of lengths over their mean; articles have .5 and more
)

# Names of sections that every story page has: never a title, never a question.
_SECTION = re.compile(
    r"(what['’]s (happened|behind the headlines?|new|next)|what (happened|the papers say|we know)|how we got here"
    r"|go deeper|(common|frequently asked) questions?|faqs?|more on these topics|(related )?topics|key (points|takeaways|people|players)"
    r"|who['’]s who|summary|background|introduction|overview|conclusions?|analysis|timeline|sources|in brief|at a glance"
    r"|in this story|people in this story|why it matters)\W*\Z",
    re.IGNORECASE,
)
_CARDS_HEADING = re.compile(
    r"(more on these topics|(related )?topics|key (people|players)|who['’]s who|(people|places|names)( and \w+)? in (this|the) (story|news)"
    r"|people, places\b.*|glossary|in this story|about the (people|places)\b.*|mehr zu diesen themen|wer ist wer|sur ces sujets)\W*\Z",
    re.IGNORECASE,
)
_BULLET = re.compile(
    r"[-–—•*·▪◦‣●○■□►▶>]\s+|(?:Q|A|Question|Answer)\s?\d{0,2}[:.)]\s+|\(?\d{1,2}[.)]\s+"
)
_Q_MARK = re.compile(
    r"(?:Q|Question|F|Frage|P|Pregunta|В|Вопрос|Питання)\s?\d{0,2}[:.)]\s+", re.IGNORECASE
)
_ENDS = re.compile(r"[.!?…:;,][\"'”’»)\]]*\Z")
_SENTENCE = re.compile(r"[.!?…][\"'”’»)\]]*(?:\s+|\Z)")
_SAID = re.compile(r"\b(said|says|told|added|according to)\b|[“”\"]")
_CLASS = (
    r"country|state|republic|kingdom|nation|city|town|village|capital|region|province|river|sea|island|mountain|peninsula|"
    r"alliance|organi[sz]ation|union|agency|institution|institute|bank|company|corporation|newspaper|magazine|broadcaster|network|"
    r"politician|statesman|stateswoman|diplomat|lawyer|economist|businessman|businesswoman|investor|actor|comedian|officer|general|"
    r"journalist|author|historian|president|minister|chancellor|member|leader|army|force|treaty|agreement|party|parliament|court|"
    r"university|language|people|group|movement|war|conflict|weapon|missile|aircraft|system|religion|currency|continent|"
    r"Politiker|Politikerin|Staat|Stadt|Land|Organisation|pays|ville|homme politique|femme politique|país|ciudad|político|política|"
    r"politico|paese|città|polityk|państwo|miasto|країна|держава|місто|політик|страна|государство|город|политик"
)
# An entity, perhaps with other names between commas, "is a ...": the form of a dictionary.
_DEFINITION = re.compile(
    r"(?:The\s+)?(?P<name>[^\W\d_a-zà-ÿа-я][^.!?;:]{0,160}?)\s+(?:is|was|are|were|ist|war|est|es|era|è|jest|to|—|–|є)\s+"
    r"(?:an?|the|one of|ein(?:e[rs]?)?|der|die|das|une?|le|la|una?|uno|il|це|это)?\s*(?P<what>[^.!?]{0,200})",
)
_CLASS_WORD = re.compile(rf"\b(?:{_CLASS})s?\b")


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A line or paragraph of a text; ``hint`` is what its markup says of it.

    ``bullet`` is True where a list sign stands on it or alone on the line before.
    """

    start: int
    end: int
    text: str
    hint: Hint = ""
    bullet: bool = False


def blocks(text: str, hints: Sequence[tuple[int, int, Hint]] | None = None) -> tuple[Block, ...]:
    r"""Cut a text into blocks and say what each is.

    Parameters
    ----------
    text
        The text of a document; it is not changed.
    hints
        (start, end, hint) of each paragraph, where the markup told them; else lines are used.

    Examples
    --------
    >>> text = "Talks go on\n\nMinisters met on Monday and spoke of the guarantees.\n\nLeave a Reply"
    >>> [(block.kind, block.kept) for block in blocks(text)]
    [('title', True), ('body', True), ('comment', False)]
    """
    lines = tuple(_marked(text, hints)) if hints is not None else tuple(_lines(text))
    told = [_furniture(line) for line in lines]
    kept = [place for place, block in enumerate(told) if block is None]
    for place, block in zip(kept, _content([lines[place] for place in kept]), strict=True):
        told[place] = block
    return tuple(block for block in told if block is not None)


def _marked(text: str, hints: Iterable[tuple[int, int, Hint]]) -> Iterator[Line]:
    for start, end, hint in hints:
        yield Line(start=start, end=end, text=text[start:end], hint=hint, bullet=hint == "item")


def _lines(text: str) -> Iterator[Line]:
    """Yield the paragraphs of plain text: its lines, or, if it is hard-wrapped, its gaps."""
    wrapped = _hard_wrapped(text)
    pattern = r"[^\n]*\S[^\n]*(?:\n[^\n]*\S[^\n]*)*" if wrapped else r"[^\n]*\S[^\n]*"
    bullet = False
    for match in re.finditer(pattern, text):
        start, end = match.span()
        words = match.group()
        lead = len(words) - len(words.lstrip())
        start, words = start + lead, words.strip()
        end = start + len(words)
        if not any(char.isalnum() for char in words):
            bullet = bool(re.fullmatch(r"[-–—•*·▪◦‣●○■□►▶>]+", words))
            continue
        sign = _BULLET.match(words)
        if sign is not None:
            start, words = start + sign.end(), words[sign.end() :]
        asked = sign is not None and bool(_Q_MARK.match(sign.group()))
        if words.strip():
            yield Line(start=start, end=end, text=words, bullet=bullet or sign is not None or asked)
        bullet = False


def _hard_wrapped(text: str) -> bool:
    """Say whether the lines of a text are pieces of paragraphs.

    They are if blank lines part it, most lines are followed by another, and those that are
    followed have nearly one length, of at most 100 characters.
    """
    groups = [group.split("\n") for group in re.split(r"\n\s*\n", text.strip())]
    inner = [len(line) for group in groups for line in group[:-1]]
    if len(groups) < 2 or len(inner) < 4 or len(inner) < len(groups):
        return False
    return max(inner) <= 100 and mean(inner) > 40 and pstdev(inner) < 0.25 * mean(inner)


def _block(line: Line, kind: BlockKind, why: str, *, kept: bool = True) -> Block:
    return Block(kind=kind, start=line.start, end=line.end, kept=kept, why=why)


def _furniture(line: Line) -> Block | None:
    found = furniture(line.text)
    return _block(line, found.kind, found.why, kept=False) if found else None


def _content(lines: list[Line]) -> list[Block]:
    """Say what each line of content is, from its form and its neighbours."""
    told: list[Block | None] = [None] * len(lines)
    _mark_cards(lines, told)
    _mark_headings(lines, told)
    _mark_questions(lines, told)
    _mark_lost_questions(lines, told)
    _mark_title(lines, told)
    return [block or _block(line, "body", "") for line, block in zip(lines, told, strict=True)]


def _word_count(line: Line) -> int:
    return len(line.text.split())


def _is_question(line: Line) -> bool:
    text = line.text.rstrip("\"'”’» ")
    if not text.endswith("?") or _word_count(line) > QUESTION_WORDS or _word_count(line) < 3:
        return False
    return len(_SENTENCE.findall(text)) == 1 and not line.text.startswith(("“", '"', "«", "„"))


def _looks_like_heading(line: Line, following: Line | None) -> bool:
    text = line.text
    if _SECTION.match(text):
        return True
    if line.bullet or _word_count(line) > HEADING_WORDS or _ENDS.search(text.rstrip("?")):
        return False
    if text[0].islower() or text[0] in '“"«„(' or following is None:
        return False
    return _word_count(following) > _word_count(line) and _word_count(following) > 8


def _mark_headings(lines: list[Line], told: list[Block | None]) -> None:
    # Where questions are listed with signs, a question without one is a heading.
    signs = any(line.bullet and _is_question(line) for line in lines)
    for place, line in enumerate(lines):
        following = lines[place + 1] if place + 1 < len(lines) else None
        if told[place] is not None:
            continue
        if line.hint == "heading" and not _is_question(line):
            told[place] = _block(line, "heading", "marked so in the page")
        elif line.hint in {"body", "item"} and not _SECTION.match(line.text):
            continue  # the page marked its paragraphs: believe it
        elif _looks_like_heading(line, following) and (signs or not _is_question(line)):
            told[place] = _block(line, "heading", "short line without an end, before a paragraph")


def _mark_questions(lines: list[Line], told: list[Block | None]) -> None:
    asked = [p for p, line in enumerate(lines) if told[p] is None and _asks(lines, told, p)]
    listed = [p for p in asked if lines[p].bullet or lines[p].hint == "heading"]
    # A rhetorical question between paragraphs is the author's own; where at least a sixth of the
    # lines are questions, each followed by a paragraph, it is a page of questions.
    a_page = len(asked) > 1 and len(asked) * 6 >= len(lines)
    questions = listed or (asked if a_page else [])
    for place in questions:
        told[place] = _block(lines[place], "question", "a question with its answer below it")
        _mark_answer(lines, told, place)


def _asks(lines: list[Line], told: list[Block | None], place: int) -> bool:
    if not _is_question(lines[place]) or place + 1 >= len(lines) or told[place + 1] is not None:
        return False
    answer = lines[place + 1]
    return not _is_question(answer) and _word_count(answer) >= ANSWER_WORDS


def _mark_answer(lines: list[Line], told: list[Block | None], question: int) -> None:
    """Mark what stands under a question, up to the next sign, heading or question."""
    for place in range(question + 1, len(lines)):
        line = lines[place]
        if told[place] is not None or _is_question(line) or (line.bullet and place > question + 1):
            return
        told[place] = _block(line, "answer", "stands under a question")


def _mark_lost_questions(lines: list[Line], told: list[Block | None]) -> None:
    """Recognise a page of answers whose questions were lost.

    Nothing but paragraphs, at least five, of nearly one length, each of several sentences, none
    with anybody's words: an article is never so even.
    """
    if any(block is not None for block in told) or len(lines) < LOST_QUESTIONS_LEAST:
        return
    lengths = [_word_count(line) for line in lines]
    even = pstdev(lengths) < LOST_QUESTIONS_SPREAD * mean(lengths) and min(lengths) >= 25
    several = all(len(_SENTENCE.findall(line.text)) >= 2 for line in lines)
    quoted = sum(1 for line in lines if _SAID.search(line.text))
    if even and several and quoted <= len(lines) / 10 and not any(line.hint for line in lines):
        for place, line in enumerate(lines):
            told[place] = _block(
                line, "answer", "one of a page of even answers; the question was lost"
            )


def _mark_cards(lines: list[Line], told: list[Block | None]) -> None:
    """Mark listed descriptions of entities: under a heading for them, or two and more in a row."""
    for first, last in _runs(lines):
        run = lines[first:last]
        headed = first > 0 and bool(_CARDS_HEADING.match(lines[first - 1].text))
        strict = [_is_definition(line, strict=True) for line in run]
        loose = [_is_definition(line, strict=False) for line in run]
        marks = loose if headed else strict
        if not headed and (len(run) < 2 or sum(strict) < 0.6 * len(run)):
            continue
        for place, (line, is_card) in enumerate(zip(run, marks, strict=True), start=first):
            if is_card or (headed and not _is_question(line) and _word_count(line) <= CARD_WORDS):
                told[place] = _block(line, "card", "a listed description of an entity")


def _runs(lines: list[Line]) -> Iterator[tuple[int, int]]:
    """Yield (first, last) of each run of neighbouring lines with a list sign."""
    edges = [0]
    edges += [p + 1 for p, (one, two) in enumerate(pairwise(lines)) if one.bullet != two.bullet]
    edges.append(len(lines))
    for first, last in pairwise(edges):
        if first < last and lines[first].bullet:
            yield first, last


def _is_definition(line: Line, *, strict: bool) -> bool:
    if _word_count(line) > CARD_WORDS or _SAID.search(line.text):
        return False
    match = _DEFINITION.match(line.text)
    if match is None or len(match["name"].split()) > 20:
        return False
    return not strict or _CLASS_WORD.search(match["what"]) is not None


def _mark_title(lines: list[Line], told: list[Block | None]) -> None:
    """Mark the first line as the title, if it has the form of a headline."""
    if not lines:
        return
    first = lines[0]
    block = told[0]
    if block is not None and block.kind == "heading" and not _SECTION.match(first.text):
        told[0] = replace(block, kind="title", why="first line, in the form of a headline")
