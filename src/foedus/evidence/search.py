"""Search in the passages of a store: BM25, and how much of a question a passage bears on.

BM25 ranks; *coverage* decides whether there is an answer at all. It is the share of the
question's words that stand in one passage, each weighed by how rare it is in the store
(inverse document frequency), other words for the same thing counting for less.
"""

from __future__ import annotations

import math
import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass

from foedus.evidence.passage import Passage
from foedus.evidence.question import Asked, Term
from foedus.evidence.store import TOKENIZER, Match, SqliteStore

ALIKE_COUNTS = 0.7  # another word for a thing counts for less than the word of the question
FEW_ENOUGH = 1_000  # passages that are ranked without anybody noticing the time
MOST_TERMS = 8  # the rarest words of a question find its passages; more only cost time
DEPTH = 50  # passages looked at closely

Stems = tuple[str, ...]


class Stemmer:
    """Cuts texts into stems, by the very tokenizer that made the index."""

    def __init__(self) -> None:
        self._db = sqlite3.connect(":memory:", isolation_level=None)
        self._db.execute(f"CREATE VIRTUAL TABLE texts USING fts5 (text, tokenize = '{TOKENIZER}')")
        self._db.execute("CREATE VIRTUAL TABLE stems USING fts5vocab ('texts', 'instance')")

    def stems(self, texts: Sequence[str]) -> list[Stems]:
        """Return the stems of each text, in order."""
        self._db.execute("BEGIN")
        self._db.execute("DELETE FROM texts")
        rows = list(enumerate(texts, start=1))
        self._db.executemany("INSERT INTO texts (rowid, text) VALUES (?, ?)", rows)
        found: list[list[tuple[int, str]]] = [[] for _ in texts]
        for stem, row, place in self._db.execute('SELECT term, doc, "offset" FROM stems'):
            found[row - 1].append((place, stem))
        self._db.execute("COMMIT")
        return [tuple(stem for _, stem in sorted(one)) for one in found]

    def close(self) -> None:
        """Close the database in memory."""
        self._db.close()


@dataclass(frozen=True, slots=True, kw_only=True)
class Weighed:
    """A term of a question with its stems and its weight."""

    term: Term
    own: Stems
    alike: tuple[Stems, ...]
    weight: float
    seen: int = 1

    def in_text(self, stems: Stems) -> float:
        """Return how far a text speaks of it: 1 by its word, less by another, else 0."""
        known = frozenset(stems)
        if _stands(self.own, stems, known):
            return 1.0
        if any(_stands(one, stems, known) for one in self.alike):
            return 1.0 if self.term.proper else ALIKE_COUNTS
        return 0.0


def _stands(phrase: Stems, stems: Stems, known: frozenset[str]) -> bool:
    if not phrase or not known.issuperset(phrase):
        return False
    size = len(phrase)
    return size == 1 or any(stems[at : at + size] == phrase for at in range(len(stems) - size + 1))


def weigh(asked: Asked, store: SqliteStore, stemmer: Stemmer) -> tuple[Weighed, ...]:
    """Weigh the terms of a question by how rare they are in the store."""
    texts = [text for term in asked.terms for text in (term.word, *term.alike)]
    stemmed = dict(zip(texts, stemmer.stems(texts), strict=True)) if texts else {}
    every = {stem for stems in stemmed.values() for stem in stems}
    frequency = store.frequency(sorted(every))
    total = max(1, store.passage_count())
    found: dict[Stems, Weighed] = {}
    for term in asked.terms:
        own = stemmed[term.word]
        alike = tuple(stemmed[one] for one in term.alike if stemmed[one] and stemmed[one] != own)
        phrases = [own, *alike] if own else list(alike)
        seen = max((min(frequency[stem] for stem in phrase) for phrase in phrases), default=0)
        if term.framing and not seen:
            continue
        # A word that is nowhere weighs as one that is rare: else one odd verb outweighs all.
        capped = max(seen, 0 if term.proper else math.ceil(0.02 * total))
        weight = math.log(1 + (total - capped + 0.5) / (capped + 0.5))
        if term.framing:
            weight /= 2
        if own and own not in found:
            found[own] = Weighed(
                term=term, own=own, alike=alike, weight=max(weight, 0.1), seen=seen
            )
    return tuple(found.values())


def queries(weighed: Sequence[Weighed], store: SqliteStore) -> list[str]:
    """Return the FTS5 queries that find passages on the terms, without ranking too many.

    In a small store that is one query: any of the terms. In a large one, where this would rank
    tens of thousands of passages, it is the passages on the rarest terms together, one more term
    at a time until few enough are left, and then those that lack one of these.
    """
    useful = sorted((one for one in weighed if one.seen), key=lambda one: -one.weight)[:MOST_TERMS]
    clauses = [_clause(one) for one in useful]
    if not clauses:
        return []
    every = " OR ".join(clauses)
    # One word alone may tell that there are too many, and telling is cheaper than counting.
    many = max(one.seen for one in useful) > FEW_ENOUGH
    if len(clauses) == 1 or (not many and store.hits(every) <= FEW_ENOUGH):
        return [every]
    taken = clauses[:1]
    for one, clause in zip(useful, clauses[1:], strict=False):
        if (
            not (len(taken) == 1 and one.seen > FEW_ENOUGH)
            and store.hits(_together(taken)) <= FEW_ENOUGH
        ):
            break
        taken.append(clause)
    others = (
        [_together(taken[:at] + taken[at + 1 :]) for at in range(len(taken))]
        if len(taken) > 2
        else []
    )
    return [_together(taken), *(one for one in others if store.hits(one) <= FEW_ENOUGH)]


def _clause(one: Weighed) -> str:
    phrases = dict.fromkeys(phrase for phrase in (one.own, *one.alike) if phrase)
    return "(" + " OR ".join('"' + " ".join(phrase) + '"' for phrase in phrases) + ")"


def _together(clauses: Sequence[str]) -> str:
    return " AND ".join(clauses)


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """A passage with its stems, its BM25 score and how much of the question it covers."""

    passage: Passage
    stems: Stems
    score: float
    coverage: float


def coverage(weighed: Sequence[Weighed], stems: Stems) -> float:
    """Return the weighed share of the terms that a text speaks of."""
    whole = sum(one.weight for one in weighed)
    return sum(one.weight * one.in_text(stems) for one in weighed) / whole if whole else 0.0


def find(
    weighed: Sequence[Weighed],
    store: SqliteStore,
    stemmer: Stemmer,
    *,
    without: Sequence[str] = (),
    limit: int = DEPTH,
    also: Sequence[str] = (),
) -> list[Found]:
    """Return the passages that bear most on the terms, best coverage first.

    Those of the documents in ``also`` are looked at whether the words find them or not.
    """
    matches: list[Match] = []
    for query in queries(weighed, store):
        matches += store.match(query, limit=limit, without=without)
    if also and matches:
        matches += store.passages_of(also)
    first = {match.passage: match for match in reversed(matches)}
    matches = list(first.values())
    stemmed = stemmer.stems([match.passage.text for match in matches])
    found = [
        Found(
            passage=match.passage,
            stems=stems,
            score=match.score,
            coverage=coverage(weighed, stems),
        )
        for match, stems in zip(matches, stemmed, strict=True)
    ]
    return sorted(
        found,
        key=lambda one: (-round(one.coverage, 6), -one.score, one.passage.doc, one.passage.start),
    )


def search(
    store: SqliteStore, words: str, *, limit: int = 20, without: Sequence[str] = ()
) -> list[Match]:
    """Return the passages that fit a few words best, by BM25 alone."""
    from foedus.evidence.question import take_apart

    stemmer = Stemmer()
    try:
        weighed = weigh(take_apart(words), store, stemmer)
    finally:
        stemmer.close()
    found = [
        one
        for query in queries(weighed, store)
        for one in store.match(query, limit=limit, without=without)
    ]
    best = {match.passage: match for match in sorted(found, key=lambda one: one.score)}
    return sorted(best.values(), key=lambda one: -one.score)[:limit]
