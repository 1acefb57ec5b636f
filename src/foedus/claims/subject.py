"""Which instrument a claim is about.

A named instrument is taken where its clause has one. A guarantee without a name ("these
guarantees") is, in this order: what the user said; what a demonstrative points back to in its
paragraph; what the document itself speaks of; what the dossier compares. The reason is kept, and
the confidence falls with each step.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from foedus.claims.kind import UNNAMED

if TYPE_CHECKING:
    from collections.abc import Sequence

    from foedus.claims.mention import Mention
    from foedus.claims.setting import Setting
    from foedus.evidence.when import When

MASK = "¤"
_ATTACHED = re.compile(rf"\s+(?:of|under|in|from|at|by|given in|made in)\s+(?:the\s+)?{MASK}")
_POINTS_BACK = frozenset({"these", "those", "such", "this", "that", "its", "their"})
_DEMONSTRATIVE = frozenset({"these", "those", "such", "this"})
_PRONOUN = re.compile(r"\W*(?:it|they|this|these|that)\b")
_GIVES = re.compile(
    r"\W*(?:itself )?(?:would|will|gives?|is|was|means?|offers?|provides?|brings?|carries|comes)\b"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Subject:
    """What a claim is about. ``instrument`` is empty where no instrument could be found."""

    instrument: str
    confidence: float
    why: str
    article: str = ""
    named: bool = False


NO_SUBJECT = Subject(instrument="", confidence=0.0, why="no instrument is named")


@dataclass(frozen=True, slots=True, kw_only=True)
class Phrase:
    """A sentence with its names hidden (``¤``), and what is known around it.

    Offsets count from the sentence's start. ``back`` are the paragraph's earlier mentions.
    """

    low: str
    names: tuple[Mention, ...]
    back: tuple[Mention, ...]
    base: int
    default: Subject

    def clause(self, place: int) -> tuple[int, int]:
        """Return where the clause that a place stands in begins and ends."""
        start, end = 0, len(self.low)
        for match in BREAK.finditer(self.low):
            if match.end() <= place:
                start = match.end()
            elif match.start() >= place:
                end = match.start()
                break
        return start, end


_NO_SUBJECT_AFTER = (
    r"(?: (?:aims?|is|are|was|were|does|do|did|has|have|will|would|may|can|could|not|also|only"
    r"|merely|never)\\b)"
)
# A parenthesis such as ", while legally binding," parts nothing, nor does "but is not".
BREAK = re.compile(
    rf"[;:—]|\s[-–]\s|,? (?:but|yet)\b(?!{_NO_SUBJECT_AFTER})|,? (?:while|whereas|although"
    rf"|though)\b(?![^,;]{{0,40}},)|,? because\b"
    r"|, (?:which|who|so|and (?:it|they|the)|where)\b|, (?=(?:the|these|such|it|they|this) )"
)


def subject_of(
    phrase: Phrase, start: int, end: int, setting: Setting, apart: Sequence[Mention] = ()
) -> Subject | None:
    """Return what the words from ``start`` to ``end`` are said of; None if of no guarantee.

    ``apart`` are names that cannot be it, such as the standard of a comparison.
    """
    low, high = phrase.clause(start)
    usable = [m for m in phrase.names if m not in apart and m.how != "membership"]
    if phrase.low[max(0, low - 7) : low].strip().endswith(("which", "where")):
        low, high = phrase.clause(low - 7)[0], low - 7  # its antecedent stands before it
        start, end = min(start, high), min(end, high)
    before = [m for m in usable if low <= m.start - phrase.base < end]
    if before and before[-1].kind != "meeting":
        return _of(before[-1])
    joining = (m for m in phrase.names if m.how == "membership" and _joins(phrase, m, low, start))
    if (member := next(joining, None)) is not None:
        return _of(member)
    unnamed = list(UNNAMED.finditer(phrase.low, low, max(start, low)))
    if unnamed:
        return _by_words(phrase, unnamed[-1], setting, usable)
    earlier = [m for m in usable if m.start - phrase.base < low and m.kind != "meeting"]
    if low and earlier and _PRONOUN.match(phrase.low, low):
        return _of(earlier[-1])
    inside = [m for m in usable if low <= m.start - phrase.base < high]
    if not inside and ":" in phrase.low and not apart:
        inside = usable
    return _around(phrase, (low, start), inside, setting, usable)


def _around(
    phrase: Phrase,
    place: tuple[int, int],
    inside: Sequence[Mention],
    setting: Setting,
    usable: Sequence[Mention],
) -> Subject | None:
    """Return what stands in the clause after the words, or what a pronoun goes back to."""
    low, start = place
    papers = [m for m in inside if m.kind != "meeting"]
    if papers:
        return _of(min(papers, key=lambda m: abs(m.start - phrase.base - start)))
    later = UNNAMED.search(phrase.low, low)
    if later is not None:
        return _by_words(phrase, later, setting, usable)
    if _PRONOUN.match(phrase.low, low) and (phrase.back or setting.given):
        return _unnamed(phrase, None, setting, usable)
    linked = [m for m in inside if m.instrument]
    return _of(linked[0]) if linked else None


def _by_words(
    phrase: Phrase, words: re.Match[str], setting: Setting, usable: Sequence[Mention]
) -> Subject | None:
    """Return what words such as "these guarantees" mean, or the name that is attached to them."""
    attached = _attached(phrase, words.end(), usable)
    return _of(attached) if attached else _unnamed(phrase, words, setting, usable)


def _joins(phrase: Phrase, mention: Mention, low: int, start: int) -> bool:
    """Say whether being a member is what a clause speaks of ("EU membership would give")."""
    place = mention.start - phrase.base
    return low <= place < start and _GIVES.match(phrase.low, mention.end - phrase.base) is not None


def _of(mention: Mention) -> Subject:
    if not mention.instrument:
        return Subject(
            instrument="",
            confidence=mention.confidence,
            why=f"“{mention.text}” is in no library",
            named=True,
        )
    return Subject(
        instrument=mention.instrument,
        article=mention.article,
        confidence=mention.confidence,
        named=True,
        why=f"“{mention.text}”: {mention.why}",
    )


_JOINED = re.compile(r"[\s,]*(?:,|and|or|nor)\s(?:the\s|its\s)?\Z")


def beside(phrase: Phrase, subject: Subject, start: int) -> Iterator[Subject]:
    """Yield the other instruments of which the same is said: "neither X nor Y is binding"."""
    before = [m for m in phrase.names if m.end - phrase.base <= start and m.kind != "meeting"]
    place = next(
        (i for i, m in enumerate(before) if subject.named and m.instrument == subject.instrument), 0
    )
    for left, right in zip(before[place - 1 :: -1], before[place:0:-1], strict=False):
        between = phrase.low[left.end - phrase.base : right.start - phrase.base]
        if _JOINED.match(between) is None or not left.instrument:
            return
        yield _of(left)


def _attached(phrase: Phrase, end: int, usable: Sequence[Mention]) -> Mention | None:
    """Return the name in "guarantees of the Paris Declaration"."""
    match = _ATTACHED.match(phrase.low, end)
    if match is None:
        return None
    return next(
        (m for m in usable if m.start - phrase.base <= match.end() - 1 < m.end - phrase.base), None
    )


def _unnamed(
    phrase: Phrase, words: re.Match[str] | None, setting: Setting, usable: Sequence[Mention]
) -> Subject | None:
    """Resolve a guarantee without a name; ``words`` are those for it, None for a pronoun."""
    determiner = (words.group("det") or "") if words else "this"
    if setting.given:
        return Subject(
            instrument=setting.given,
            confidence=0.9,
            why="the instrument that was given for unnamed guarantees",
        )
    here = [m for m in usable if m.instrument and m.kind == "meeting"]
    if here:
        sure = round(0.85 * here[-1].confidence, 2)
        return Subject(
            instrument=here[-1].instrument,
            confidence=sure,
            why=f"the sentence names “{here[-1].text}”",
        )
    if determiner in _POINTS_BACK:
        back = [
            m for m in phrase.back if m.instrument and setting.agreement(m.instrument).beneficiary
        ]
        if back:
            sure = round(0.8 * back[-1].confidence, 2)
            return Subject(
                instrument=back[-1].instrument,
                confidence=sure,
                why=f"points back to “{back[-1].text}”",
            )
    if words is None or (_PAPER.search(words.group()) and determiner not in _DEMONSTRATIVE):
        return None  # "the treaty" of nobody: some other paper
    return phrase.default


_PAPER = re.compile(
    r"\b(?:pact|treaty|treaties|memorandum|declaration|compact|communiqu[eé]|accords?"
    r"|agreements?|deal|charter|clause|arrangements?)\Z"
)


def document_subject(found: Sequence[Mention], when: When, setting: Setting) -> Subject:
    """Return what guarantees without a name mean in a document.

    Of the instruments that it names and that protect a named state, the latest that was not
    made after the document; else, of those that the dossier compares, the latest before the
    document's date, or the first where it has none.
    """
    if setting.given:
        return Subject(
            instrument=setting.given,
            confidence=0.9,
            why="the instrument that was given for unnamed guarantees",
        )
    end = when.end
    spoken: dict[str, float] = {}
    for one in found:
        if one.instrument and one.confidence >= 0.5:
            agreement = setting.agreement(one.instrument)
            if agreement.beneficiary and (end is None or agreement.signed <= end):
                spoken[one.instrument] = max(spoken.get(one.instrument, 0.0), one.confidence)
    if spoken:
        latest = max(spoken, key=lambda name: setting.agreement(name).signed)
        few = (
            "the only one that the document names"
            if len(spoken) == 1
            else "the latest of those that the document names"
        )
        sure = round(spoken[latest] * (0.8 if len(spoken) == 1 else 0.7), 2)
        return Subject(instrument=latest, confidence=sure, why=f"unnamed; {few}")
    compared = [setting.agreement(name) for name in setting.main]
    compared = [a for a in compared if a.beneficiary and (end is None or a.signed <= end)]
    if not compared:
        return NO_SUBJECT
    if end is not None:
        chosen = max(compared, key=lambda a: a.signed)
        return Subject(
            instrument=chosen.id,
            confidence=0.4,
            why="unnamed; the latest that the dossier compares, before the document's date",
        )
    return Subject(
        instrument=compared[0].id,
        confidence=0.3,
        why="unnamed; the first that the dossier compares; the document has no date",
    )
