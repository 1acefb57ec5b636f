"""The claims of one sentence, by the words of each kind."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from foedus.claims import kind as cues
from foedus.claims.covered import Covered, objects_in
from foedus.claims.kind import ClaimType
from foedus.claims.party import Named, parties_named
from foedus.claims.polarity import Draft, base
from foedus.claims.promise import committed, helps
from foedus.claims.reading import Mention
from foedus.claims.subject import Phrase, beside, subject_of
from foedus.claims.word import words_of

if TYPE_CHECKING:
    from foedus.claims.claim import Claim
    from foedus.claims.setting import Setting


def in_sentence(raw: str, phrase: Phrase, setting: Setting) -> Iterator[Draft]:
    """Yield the claims of a sentence, if it speaks of an instrument or a guarantee at all."""
    low = phrase.low
    if not phrase.names and cues.NOUN.search(low) is None and cues.MEMBERSHIP.search(low) is None:
        back = phrase.back or setting.given
        if not (back and re.match(r"\W*(?:it|they|this|these)\b", low)):
            return
    helping = cues.ANY_HELP.search(low) is not None
    cued = cues.ANY_CUE.search(low) is not None
    if not (helping or cued or cues.COMMITTED.search(low) or cues.MEMBERSHIP.search(low)):
        return
    parties = parties_named(words_of(raw), setting.names.parties)
    if cued:
        yield from _by_cue(low, phrase, parties, setting)
    if helping:
        yield from helps(low, phrase, parties, setting)
    yield from committed(low, phrase, parties, setting)


def _by_cue(
    low: str, phrase: Phrase, parties: tuple[Named, ...], setting: Setting
) -> Iterator[Draft]:
    seen: set[tuple[str, str]] = set()
    for kind, against, pattern in cues.CUES:
        matches = pattern.finditer(low)
        drafts = (_cued(kind, m, phrase, parties, setting, against=against) for m in matches)
        for draft in (one for found in drafts if found for one in _spread(found, phrase)):
            subject, said = draft.claim.subject.instrument, draft.claim.type
            if (said, subject) in seen:
                continue
            seen |= {(one, subject) for one in (EXTENT if said in EXTENT else {said})}
            yield draft


EXTENT = frozenset({"covers", "excludes"})  # of one thing in a sentence only one can be said


def _spread(draft: Draft, phrase: Phrase) -> Iterator[Draft]:
    """Yield a claim, and the same of the instruments that stand beside its subject."""
    yield draft
    for subject in beside(phrase, draft.claim.subject, draft.start):
        yield replace(draft, claim=replace(draft.claim, subject=subject))


def _cued(
    kind: ClaimType,
    match: re.Match[str],
    phrase: Phrase,
    parties: tuple[Named, ...],
    setting: Setting,
    *,
    against: bool,
) -> Draft | None:
    start, end = match.span()
    apart: list[Mention] = []
    if kind == "like_article_5":
        standard = _standard(phrase, start, end)
        if standard is None:
            return None
        apart = [standard] if isinstance(standard, Mention) else []
    place = start
    if apart and match.group() == "unlike":  # what is unlike it stands after it
        place = min(apart[0].end - phrase.base + 2, len(phrase.low))
        subject = subject_of(phrase, place, len(phrase.low), setting, apart)
    else:
        subject = subject_of(phrase, start, end, setting, apart)
    if subject is None or (kind == "like_article_5" and subject.instrument == "nato-1949"):
        return None
    claim = base(kind, phrase, start, end, subject, against=against)
    if claim is None:
        return None
    match kind:
        case "covers" | "excludes":
            return _covering(claim, phrase, parties, start, end)
        case "when_it_starts":
            return _starting(claim, phrase, start, end)
        case _:
            return Draft(claim, start, end)


def _standard(phrase: Phrase, start: int, end: int) -> Mention | bool | None:
    """Return the mention of NATO's clause that something is compared with; True if only by word."""
    for one in phrase.names:
        if one.instrument == "nato-1949" and (
            0 <= one.start - phrase.base - end <= 70 or 0 <= start - (one.end - phrase.base) <= 2
        ):
            return one
    after = phrase.low[end : end + 70]
    by_word = re.search(
        r"\bnato(?:'s)?\b[^.;]{0,20}\b(?:collective|mutual|guarantee|membership|protection"
        r"|umbrella|allies|members?)",
        after,
    )
    return True if by_word else None


def _covering(
    claim: Claim, phrase: Phrase, parties: tuple[Named, ...], start: int, end: int
) -> Draft | None:
    begin, stop = phrase.clause(start)
    objects = tuple(
        dict.fromkeys(what for a, _, what in objects_in(phrase.low) if begin <= a < stop)
    )
    if not objects:
        objects = tuple(_states_as_objects(phrase, parties, start, end))
    if not objects:
        return None
    leaves_out = (claim.type == "excludes") == claim.affirmed
    kind: ClaimType = "excludes" if leaves_out else "covers"
    return Draft(replace(claim, type=kind, affirmed=True, objects=objects), start, end)


def _states_as_objects(
    phrase: Phrase, parties: tuple[Named, ...], start: int, end: int
) -> Iterator[Covered]:
    """Yield the states in "covers Ukraine", "an attack on Turkish territory falls under"."""
    for one in parties:
        if len(one.code) != 3:
            continue
        place = one.start
        near = (
            place >= end
            and re.match(r"\s(?:the |all of |any attack on )?\Z", phrase.low[end:place]) is not None
        )
        attacked = re.search(
            r"\battack (?:on|against) (?:the )?\Z", phrase.low[max(0, place - 24) : place]
        )
        passive = place < start and re.search(
            r"\b(?:is|are|was|were|be)\b[^.,;]{0,12}\Z", phrase.low[max(0, start - 16) : start]
        )
        if near or attacked or passive:
            yield Covered(one.code, one.code, whole=True)


def _starting(claim: Claim, phrase: Phrase, start: int, end: int) -> Draft | None:
    begin, stop = phrase.clause(start)
    clause = phrase.low[begin:stop]
    starts = tuple(name for name, pattern in cues.STARTS if pattern.search(clause))
    if len(starts) > 1:
        starts = tuple(one for one in starts if one != "now")
    year = cues.YEAR.search(clause)
    if not starts and year is None and claim.affirmed:
        return None
    waits = re.search(r"\b(?:until|unless|before)\b", clause)
    return Draft(
        replace(
            claim,
            starts=starts,
            year=int(year.group(1)) if year else None,
            affirmed=claim.affirmed or bool(waits and starts),
        ),
        start,
        end,
    )
