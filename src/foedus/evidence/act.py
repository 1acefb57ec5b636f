"""What a page says, in its own voice, that a party has done about a commitment.

"The ministry said that ..." is a statement of the ministry. "The country has joined in pledging
guarantees" is the page's own sentence about the country's act. It is kept as a statement too,
but marked: ``reported_by`` names the page's outlet, and ``extractor`` is ``acts-1``.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import TYPE_CHECKING

from foedus.evidence.actors import NOBODY, Actors
from foedus.evidence.attribute import READ_KINDS, Found, attributions
from foedus.evidence.content import sentence_end
from foedus.evidence.phrase import Range, main_subject, subject
from foedus.evidence.quote import quotations
from foedus.evidence.speaker import Voices
from foedus.evidence.stance import hedges, modality, stance
from foedus.evidence.statement import Speaker, Statement
from foedus.evidence.tokens import Tokens, sentences
from foedus.evidence.topic import topics
from foedus.sources import Span

if TYPE_CHECKING:
    from foedus.evidence.document import Document

EXTRACTOR = "acts-1"
OWN_VOICE = "the page itself"

# The acts that take or give up a position, by their forms. General English, not counted.
_FORMS: dict[str, str] = {
    "pledge": "pledge pledges pledged pledging",
    "commit": "commit commits committed committing",
    "promise": "promises promised promising",
    "guarantee": "guarantees guaranteed guaranteeing",
    "vow": "vows vowed vowing",
    "refuse": "refuse refuses refused refusing",
    "reject": "reject rejects rejected rejecting",
    "rule": "rules ruled ruling",
    "agree": "agree agrees agreed agreeing",
    "offer": "offers offered offering",
    "propose": "proposes proposed proposing",
    "sign": "sign signs signed signing",
    "ratify": "ratify ratifies ratified ratifying",
    "demand": "demands demanded demanding",
    "seek": "seek seeks sought seeking",
    "request": "requests requested requesting",
    "oppose": "oppose opposes opposed opposing",
    "drop": "drop drops dropped dropping",
    "abandon": "abandon abandons abandoned abandoning",
    "withdraw": "withdraws withdrew withdrawing",
    "join": "join joins joined joining",
    "want": "want wants wanted",
    "accept": "accept accepts accepted accepting",
    "renounce": "renounce renounces renounced renouncing",
}
_ACTS = {form: lemma for lemma, forms in _FORMS.items() for form in forms.split()}
# How an act counts where its own word does not say so.
_AS = {"sign": "commit", "ratify": "commit", "accept": "commit",
       "drop": "refuse", "abandon": "refuse",
       "withdraw": "refuse", "renounce": "refuse"}  # fmt: skip
_BEFORE_PARTICIPLE = frozenset({"in", "by", "to", "and", "of", "towards", "toward"})
_MAX_GROUP = 5
_SURE = 0.6  # the page's word for it, no speaker named


@dataclass(frozen=True, slots=True)
class _Act:
    lemma: str
    source: Range
    cue: Range
    content: Range


def acts(document: Document, actors: Actors | None = None) -> tuple[Statement, ...]:
    """Return the acts of parties towards commitments that the page itself asserts.

    Only sentences whose subject is a party, a leader or an institution that the dossier knows,
    and whose content is one of the topics, count. What somebody else said is left out; see
    :func:`foedus.evidence.attribute.statements`.
    """
    known = actors or NOBODY
    voices = Voices(document.text, document.when, known)
    taken = attributions(document)
    text = document.text
    blocks = [block for block in document.blocks if block.kept and block.kind in READ_KINDS]
    made = (
        _statement(document, tokens, act, voices)
        for block in blocks
        for tokens in sentences(
            text, block.start, block.end, quotations(text, block.start, block.end)
        )
        for act in _in_sentence(tokens)
    )
    return tuple(one for one in made if one is not None and not _taken(taken, one))


def _in_sentence(tokens: Tokens) -> list[_Act]:
    """Return the acts of a sentence whose subject stands in it."""
    found: list[_Act] = []
    for index, word in enumerate(tokens.lowers):
        lemma = _ACTS.get(word)
        act = _act_at(tokens, index, lemma) if lemma is not None else None
        if act is None or _owns(tokens, act.source):
            continue
        last = found[-1] if found else None
        if last is None or not any(other.content[0] <= act.cue[0] for other in found):
            found.append(act)
        elif act.source == last.source:
            if last.lemma == "join" or not _own_topic(tokens, last, act):
                cue = (last.cue[0], act.cue[1])  # "has joined others in pledging" is one act
                found[-1] = _Act(act.lemma, act.source, cue, act.content)
            else:
                found.append(act)
    return found


def _act_at(tokens: Tokens, index: int, lemma: str) -> _Act | None:
    """Return the act whose verb stands at a token, with its subject."""
    stop = sentence_end(tokens)
    if index + 1 >= stop or tokens.words[index][0].isupper():
        return None
    start = index
    while start and tokens.tags[start - 1] in "ab" and index - start < _MAX_GROUP:
        start -= 1
    if _IMAGINED & set(tokens.lowers[start:index]):
        return None  # "could join": not done
    word = tokens.lowers[index]
    if word.endswith("ing"):
        return _joined(tokens, start, index, lemma, stop)
    if word in _NOUNS_TOO and start == index and tokens.tags[index + 1] not in "dNwi":
        return None  # "guarantees in several layers"
    if not start or tokens.tags[start - 1] == "i":
        return None
    who = subject(tokens, start)
    return _Act(lemma, who, (start, index + 1), (index + 1, stop)) if who is not None else None


_IMAGINED = frozenset({"can", "could", "may", "might", "should", "would", "must"})
_NOUNS_TOO = frozenset("guarantees offers demands promises requests pledges vows".split())


def _owns(tokens: Tokens, who: Range) -> bool:
    """Say whether the "subject" is a possessor ("its demands")."""
    return tokens.lowers[who[1] - 1].endswith(("'s", "’s")) or tokens.tags[who[1] - 1] == "d"


def _own_topic(tokens: Tokens, first: _Act, second: _Act) -> bool:
    """Say whether the first act has a content of its own before the second."""
    return (
        second.cue[0] - first.content[0] > 2
        and "c" in tokens.tags[first.content[0] : second.cue[0]]
    )


def _joined(tokens: Tokens, start: int, index: int, lemma: str, stop: int) -> _Act | None:
    """Return the act of "has joined others in pledging ...", "is seeking ..."."""
    if any(tag == "a" for tag in tokens.tags[start:index]):
        who = subject(tokens, start)
        return _Act(lemma, who, (start, index + 1), (index + 1, stop)) if who else None
    if not start or tokens.lowers[start - 1] not in _BEFORE_PARTICIPLE:
        return None
    who = main_subject(tokens, start)
    if who is None or who[1] > start:
        return None
    return _Act(lemma, who, (start, index + 1), (index + 1, stop))


def _statement(document: Document, tokens: Tokens, act: _Act, voices: Voices) -> Statement | None:
    """Seal an act as a statement, if its subject is a party and its content a commitment."""
    text = document.text
    places = [(tokens.starts[a], tokens.ends[b - 1]) for a, b in (act.source, act.cue, act.content)]
    source, cue, content = places
    words = text[slice(*content)]
    about = topics(words) or topics(text[cue[0] : content[1]])
    if not about:
        return None
    speaker = _subject_of(voices, source)
    if speaker is None:
        return None
    lemma = _AS.get(act.lemma, act.lemma)
    mark = f"{document.id}:{EXTRACTOR}:{source}:{cue}:{content}"
    return Statement(
        id=hashlib.sha256(mark.encode()).hexdigest()[:16],
        doc=document.id,
        speaker=speaker,
        source=(Span.of(document.id, text, *source),),
        cue=(Span.of(document.id, text, *cue),),
        content=(Span.of(document.id, text, *content),),
        kind="indirect",
        text=words,
        stance=stance(lemma, text[slice(*cue)], words, speaker.role),
        modality=modality(text[slice(*cue)]),
        topics=about,
        hedges=hedges(words),
        reported_by=(document.source.outlet or OWN_VOICE,),
        said=document.when,
        confidence=round(_SURE * speaker.confidence, 2),
        extractor=EXTRACTOR,
    )


def _subject_of(voices: Voices, source: tuple[int, int]) -> Speaker | None:
    """Return the party that a subject names; None if the dossier knows none of it."""
    speaker = voices.speaker(source, source[0])
    return speaker if speaker.party or speaker.actor else None


def _taken(attributed: list[Found], statement: Statement) -> bool:
    """Say whether somebody is quoted for it: then it is not the page's own voice."""
    cue = statement.cue[0]
    for found in attributed:
        if found.cue is not None and found.cue[0] < cue.end and cue.start < found.cue[1]:
            return True
        if any(start <= cue.start and cue.end <= end for start, end in found.content):
            return True
    return False
