"""Answers to a question from the sources, sentence by sentence with their places, or none.

An answer is made of sentences that stand in the sources, nothing else. They are chosen by how
much of the question the sentence and its paragraph cover, by the cues of the question's type,
and against repetition (maximal marginal relevance). Where no paragraph covers enough of the
question, there is no answer, and the reason says what the sources do not speak of.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Sequence
from contextlib import closing, nullcontext
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from foedus.evidence.actors import Actors
from foedus.evidence.dossier import Dossier, open_dossier
from foedus.evidence.dossier_format import Question, QuestionKind
from foedus.evidence.passage import Passage
from foedus.evidence.question import CUES, STRONG, Asked, same_question, take_apart
from foedus.evidence.search import Found, Stemmer, Stems, Weighed, coverage, find, weigh
from foedus.evidence.sentences import sentence_spans
from foedus.evidence.store import SqliteStore
from foedus.sources import Sentence, Source, Span, SpanCitation, text_sha

# Below this share of the question, no paragraph answers it. Set between the questions of the
# built-in dossier and questions about other matters; see tests/evidence/test_ask.py.
ENOUGH = 0.5
ON_TOPIC = 0.5  # how much less is enough in a source note on the question's very topics
LOST = (
    0.4  # share of the question that stands nowhere in the sources, from which it is another matter
)
LEAST, MOST = 3, 6  # sentences of an answer
NEAR_BEST = 0.55  # passages and sentences below this share of the best are left alone
REPETITION = 0.55  # how much likeness to what was said already costs
GOES_ON = 1.35  # beyond the least, a sentence must be so much better than the floor
SAME = 0.7  # sentences of which so many words are alike say the same
NEW_DOCUMENT = 0.08  # what a sentence from another document is worth
CUE, STRONG_CUE = 0.06, 0.12  # what a cue of the question's type is worth, and a plain one more
TOPIC = 0.3  # what it is worth that a source note was written on the question's topics
MISSING = 0.2  # what a sentence costs that names none of the names asked about
TOPICAL = 0.2  # share of the topics from which a note is looked at, whatever its words
SUBJECT = 0.15  # what it is worth to begin with the thing asked about
OPENING, SUBJECT_COVERED = 7, 0.6  # words in which a subject stands
DANGLING = 0.12  # what a sentence costs that begins by pointing back
SHORT, LONG = 7, 60  # words of a sentence that says something and can be read
WHOLE = 0.8  # coverage of the question from which a shorter sentence is an answer too
_POINTS_BACK = (
    "this ", "these ", "that ", "those ", "it ", "they ", "he ", "she ", "such ", "but ", "and ",
    "however", "additionally", "instead", "meanwhile",
    "also ", "even ", "still ", "then ", "so ", "his ", "her ",
    "their ",
)  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """The answer to a question, or the reason why there is none.

    ``sentences`` are the sources' own, each cited to its span, best first; ``passages`` are the
    paragraphs they stand in; ``left_out`` says what was not used and why; ``sources`` pairs each
    document id with its source. ``confidence`` is the share of the question that the best
    paragraph covers, less where only one document speaks.
    """

    question: str
    kind: QuestionKind
    sentences: tuple[Sentence, ...] = ()
    passages: tuple[Passage, ...] = ()
    abstained: bool = False
    reason: str = ""
    confidence: float = 0.0
    left_out: tuple[str, ...] = ()
    sources: tuple[tuple[str, Source], ...] = ()
    method: str = "bm25, coverage, cues, mmr; rules-1"
    parameters: dict[str, Any] = field(default_factory=lambda: {"enough": ENOUGH})

    @property
    def documents(self) -> tuple[str, ...]:
        """The ids of the documents that are cited, each once."""
        cited = (one for sentence in self.sentences for one in sentence.citations)
        return tuple(dict.fromkeys(one.span.doc for one in cited if isinstance(one, SpanCitation)))

    def to_rows(self) -> list[dict[str, Any]]:
        """Return one row for each sentence, with its place and source."""
        known = dict(self.sources)
        rows = []
        for sentence in self.sentences:
            for one in sentence.citations:
                if isinstance(one, SpanCitation):
                    span, source = one.span, known[one.span.doc]
                    rows.append({
                        "text": sentence.text, "source": source.id, "title": source.title,
                        "outlet": source.outlet, "published": source.published, "kind": source.kind,
                        "address": source.address or source.seen_address, "document": span.doc,
                        "start": span.start, "end": span.end, "sha": span.sha,
                    })  # fmt: skip
        return rows


@dataclass(frozen=True, slots=True, kw_only=True)
class _Candidate:
    """A sentence that may be said."""

    passage: Passage
    start: int
    end: int
    text: str
    stems: Stems
    score: float


def ask(
    dossier: Dossier | str | Path,
    question: str,
    *,
    store: SqliteStore | None = None,
    exclude_documents: Sequence[str] = (),
    kind: QuestionKind | None = None,
) -> Answer:
    """Answer a question from the sources of a dossier, or say why not.

    Parameters
    ----------
    dossier
        A dossier, its folder, or the name of a built-in one.
    question
        The question, in plain words.
    store
        The dossier's open store, if there is one.
    exclude_documents
        Ids of documents, or of sources, that may not be used.
    kind
        The type of the question, if it is known; else it is told from its words.

    Notes
    -----
    A page that asks this very question is not used while another source answers it: it would be
    the question's own answer, cited as evidence for itself.
    """
    from foedus.evidence.ingest import open_store

    opened = dossier if isinstance(dossier, Dossier) else open_dossier(dossier)
    known = _known(opened, question)
    with open_store(opened) if store is None else nullcontext(store) as used:
        return answer(
            used,
            question,
            opened.actors,
            opened.metonyms,
            exclude_documents=exclude_documents,
            kind=kind or (known.kind if known else None),
            topics=known.topics if known else (),
        )


def _known(dossier: Dossier, question: str) -> Question | None:
    """Return the dossier's own question of these words: its type and topics are given."""
    if not dossier.questions:
        return None
    with closing(Stemmer()) as stemmer:
        stems = stemmer.stems([question, *(one.text for one in dossier.questions)])
    pairs = zip(dossier.questions, stems[1:], strict=True)
    return next((one for one, found in pairs if same_question(stems[0], found)), None)


def answer(
    store: SqliteStore,
    question: str,
    actors: Actors,
    places: frozenset[str] = frozenset(),
    *,
    exclude_documents: Sequence[str] = (),
    kind: QuestionKind | None = None,
    topics: Sequence[str] = (),
) -> Answer:
    """Answer a question from a store; see :func:`ask`."""
    asked = take_apart(question, actors, kind, places=places)
    with closing(Stemmer()) as stemmer:
        excluded = _documents(store, exclude_documents)
        twins = _twins(store, question, stemmer)
        pages = {doc: title for doc, title in _asking(store, twins).items() if doc not in excluded}
        told = _answer(
            store, asked, stemmer, without=(*excluded, *pages), unasked=twins, topics=topics
        )
        if pages and told.abstained:
            # Only the page that asks has anything: use the rest of it, never its own answer.
            told = _answer(
                store, asked, stemmer, without=tuple(excluded), unasked=twins, topics=topics
            )
            how = "the answer under this very question was left out: {}"
        else:
            how = "a page that asks this very question was left out: {}"
    return replace(told, left_out=tuple(how.format(title) for title in pages.values()))


def _documents(store: SqliteStore, names: Sequence[str]) -> list[str]:
    """Return the ids of documents, given their ids or the ids of their sources."""
    return store.named(names) if names else []


def _twins(store: SqliteStore, question: str, stemmer: Stemmer) -> frozenset[str]:
    """Return the questions in the sources that are this very question."""
    others = sorted(store.questions())
    if not others:
        return frozenset()
    stems = stemmer.stems([question, *others])
    return frozenset(
        other
        for other, found in zip(others, stems[1:], strict=True)
        if same_question(stems[0], found)
    )


def _asking(store: SqliteStore, twins: frozenset[str]) -> dict[str, str]:
    """Return the documents in which these questions stand, with their titles."""
    docs = sorted({doc for twin in twins for doc in store.asking(twin)})
    return {doc: store.source(doc).title for doc in docs}


def _answer(
    store: SqliteStore,
    asked: Asked,
    stemmer: Stemmer,
    *,
    without: Sequence[str],
    unasked: frozenset[str],
    topics: Sequence[str] = (),
) -> Answer:
    weighed = weigh(asked, store, stemmer)
    if not weighed:
        return _none(asked, "the question has no word to look for")
    topical = _topical(store, topics, without)
    also = [doc for doc, share in topical.items() if share >= TOPICAL]
    found = find(weighed, store, stemmer, without=without, also=also)
    found = [one for one in found if one.passage.question not in unasked]
    found.sort(key=lambda one: -one.coverage * (1 + topical.get(one.passage.doc, 0.0)))
    reason = _refusal(weighed, found, topical)
    if reason:
        return _none(asked, reason, best=found[0].coverage if found else 0.0)
    best = max(one.coverage for one in found)
    near = [
        one for one in found
        if one.coverage >= NEAR_BEST * best * (1 - 0.5 * topical.get(one.passage.doc, 0.0))
    ]  # fmt: skip
    chosen = _choose(asked, weighed, _candidates(asked, weighed, near, stemmer, topical))
    if not chosen:
        return _none(asked, "no sentence of the nearest paragraphs says it", best=best)
    docs = list(dict.fromkeys(one.passage.doc for one in chosen))
    passages = tuple(dict.fromkeys(one.passage for one in chosen))
    alone = 0.8 if len(docs) == 1 else 1.0
    return Answer(
        question=asked.text,
        kind=asked.kind,
        sentences=tuple(_sentence(one) for one in chosen),
        passages=passages,
        confidence=round(best * alone, 2),
        sources=tuple((doc, store.source(doc)) for doc in docs),
    )


def _none(asked: Asked, reason: str, best: float = 0.0) -> Answer:
    return Answer(
        question=asked.text,
        kind=asked.kind,
        abstained=True,
        reason=reason,
        confidence=round(1 - best, 2),
    )


def _refusal(weighed: Sequence[Weighed], found: Sequence[Found], topical: dict[str, float]) -> str:
    """Say why these passages do not answer, or nothing."""
    absent = [one.term.word for one in weighed if not one.seen]
    names = [one.term.word for one in weighed if not one.seen and one.term.proper]
    if names:
        return f"the sources say nothing about {_listed(names)}"
    if not found:
        return (
            f"the sources say nothing about {_listed(absent or [one.term.word for one in weighed])}"
        )
    whole = sum(one.weight for one in weighed)
    lost = sum(one.weight for one in weighed if not one.seen)
    best = found[0]
    met = [one for one in weighed if one.in_text(best.stems)]
    enough = ENOUGH * (1 - ON_TOPIC * topical.get(best.passage.doc, 0.0))
    if best.coverage >= enough and lost < LOST * whole and len(met) >= min(2, len(weighed)):
        return ""
    missed = [one.term.word for one in weighed if not one.in_text(best.stems)]
    share = f"the nearest paragraph bears on {best.coverage:.0%} of the question"
    return f"{share}; it says nothing about {_listed(absent or missed)}"


def _listed(words: Sequence[str]) -> str:
    return ", ".join(words[:4]) + (" and more" if len(words) > 4 else "")


def _candidates(
    asked: Asked,
    weighed: Sequence[Weighed],
    found: Sequence[Found],
    stemmer: Stemmer,
    topical: dict[str, float],
) -> list[_Candidate]:
    """Return the sentences of the passages, scored."""
    places = [
        (one, start, end)
        for one in found
        for start, end in sentence_spans(one.passage.text)
        if len(one.passage.text[start:end].split()) <= LONG
    ]
    stemmed = stemmer.stems([one.passage.text[start:end] for one, start, end in places])
    cue, strong = CUES[asked.kind], STRONG.get(asked.kind)
    made = []
    for (one, start, end), stems in zip(places, stemmed, strict=True):
        text = one.passage.text[start:end]
        own = coverage(weighed, stems)
        if len(text.split()) < SHORT and own < WHOLE:
            continue  # a scrap, unless it says all that was asked for
        score = 0.45 * one.coverage + 0.55 * own + TOPIC * topical.get(one.passage.doc, 0.0)
        score += CUE if cue.search(text) else 0.0
        score += STRONG_CUE if strong is not None and strong.search(text) else 0.0
        score -= MISSING * _missing(weighed, stems)
        score -= DANGLING if text.lower().startswith(_POINTS_BACK) else 0.0
        score += SUBJECT if _subject(asked, weighed, stems) else 0.0
        if own and not text.endswith("?"):
            made.append(
                _Candidate(
                    passage=one.passage, start=start, end=end, text=text, stems=stems, score=score
                )
            )
    return sorted(
        made, key=lambda one: (-round(one.score, 6), one.passage.doc, one.passage.start + one.start)
    )


def _missing(weighed: Sequence[Weighed], stems: Stems) -> float:
    """Return the share of the names asked about that a sentence does not name."""
    names = [one for one in weighed if one.term.proper]
    return sum(not one.in_text(stems) for one in names) / len(names) if names else 0.0


def _topical(store: SqliteStore, topics: Sequence[str], without: Sequence[str]) -> dict[str, float]:
    """Return, for each document, how far it was written on these topics; rare ones weigh more."""
    if not topics:
        return {}
    written = store.on_topics(topics)
    seen = Counter(topic for found in written.values() for topic in found)
    weights = {one: 1 / math.sqrt(seen[one]) for one in topics if seen[one]}
    most = sum(sorted(weights.values())[-2:])  # a note is on one or two matters
    found = {
        doc: sum(weights[topic] for topic in about) / most
        for doc, about in written.items()
        if doc not in without
    }
    return {doc: min(1.0, share) for doc, share in found.items() if share > 0}


def _subject(asked: Asked, weighed: Sequence[Weighed], stems: Stems) -> bool:
    """Say whether a sentence begins with what the question asks about.

    For a role that is a party; for a definition, the rarest thing named.
    """
    opening = stems[:OPENING]
    if asked.kind == "role":
        return any(one.in_text(opening) for one in weighed if one.term in asked.parties[:2])
    if asked.kind == "what":
        things = [one for one in weighed if one.term not in asked.parties]
        return bool(things) and coverage(things, opening) > SUBJECT_COVERED
    return False


def _one_each(
    asked: Asked, weighed: Sequence[Weighed], candidates: Sequence[_Candidate]
) -> list[_Candidate]:
    """Choose, for each party that a question about roles names, the sentence that says most."""
    chosen: list[_Candidate] = []
    for slot in (one for one in weighed if one.term in asked.parties):
        speaking = [one for one in candidates if slot.in_text(one.stems) and one not in chosen]
        nearest = _next(speaking, chosen)
        if nearest is not None and len(chosen) < MOST:
            chosen.append(nearest)
    return chosen


def _choose(
    asked: Asked, weighed: Sequence[Weighed], candidates: Sequence[_Candidate]
) -> list[_Candidate]:
    """Choose sentences that say most and repeat least; for a role, one for each party first."""
    chosen = _one_each(asked, weighed, candidates) if asked.kind == "role" else []
    floor = NEAR_BEST * candidates[0].score if candidates else 0.0
    while len(chosen) < MOST:
        left = [one for one in candidates if one not in chosen]
        if len(chosen) == LEAST - 1 and len({one.passage.doc for one in chosen}) == 1:
            # A second voice, if any speaks to the matter at all.
            others = [one for one in left if one.passage.doc != chosen[0].passage.doc]
            left = [one for one in others if one.score >= floor] or left
        following = _next(left, chosen)
        least = (GOES_ON if len(chosen) >= LEAST else 0.6) * floor
        if following is None or following.score < least:
            break
        chosen.append(following)
    return chosen


def _next(candidates: Sequence[_Candidate], chosen: Sequence[_Candidate]) -> _Candidate | None:
    """Return the candidate that adds most to what is chosen."""
    best: tuple[float, _Candidate] | None = None
    docs = {one.passage.doc for one in chosen}
    for one in candidates:
        likeness = max((_alike(one.stems, other.stems) for other in chosen), default=0.0)
        if likeness >= SAME:
            continue
        value = (
            one.score
            - REPETITION * likeness
            + (NEW_DOCUMENT if one.passage.doc not in docs else 0.0)
        )
        if best is None or value > best[0] + 1e-9:
            best = (value, one)
    return best[1] if best else None


def _alike(one: Stems, other: Stems) -> float:
    first, second = set(one), set(other)
    return len(first & second) / max(1, min(len(first), len(second)))


def _sentence(one: _Candidate) -> Sentence:
    start = one.passage.start + one.start
    span = Span(doc=one.passage.doc, start=start, end=start + len(one.text), sha=text_sha(one.text))
    return Sentence(text=one.text, citations=(SpanCitation(span=span),))
