"""Sentences that say what a guarantee says or does.

A claim is found by the words of :mod:`foedus.claims.kind` in a sentence that speaks of an
instrument or of a guarantee. Questions, wishes, plans and "whether" are no claims. What is claimed
is kept in parts that the clauses can answer: parties, kinds of help, places, conditions.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal

from foedus.claims import kind as cues
from foedus.claims.covered import Covered, objects_in
from foedus.claims.kind import ClaimType, Help
from foedus.claims.mention import Mention, mentions
from foedus.claims.party import Named, parties_named
from foedus.claims.subject import MASK, Phrase, Subject, document_subject, subject_of
from foedus.claims.word import words_of
from foedus.evidence.sentences import sentence_spans
from foedus.evidence.when import UNKNOWN, When
from foedus.sources import Span

if TYPE_CHECKING:
    from foedus.claims.setting import Setting
    from foedus.evidence.document import Document
    from foedus.evidence.statement import Statement

Modality = Literal["asserted", "possible", "conditional", "denied"]
READ_KINDS = frozenset({"body", "answer"})
THE_PAGE = "the page itself"
LONGEST = 1500  # characters; a longer "sentence" is a list or a table
_DULL = frozenset(
    "the a an and or of to in on for with by from that this these those it its is are was were be been has have had as at not"
    " no would will could may their there which who if but than".split()
)
_STRAIGHT = str.maketrans("’‘\u00a0", "'' ")
_WINDOW = 60  # characters in which a duty's verb stands before the help
_PASSIVE = re.compile(r"[^.;]{0,30}\b(?:is|are|was|were|be|been) (?:\w+ )?(?:promised|owed|guaranteed|provided|included|foreseen|named)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """What a sentence says of a guarantee.

    ``affirmed`` is False for a claim that denies ("is not binding"); ``limit`` for one that says
    *only*. ``legal`` says that a duty in law is claimed.
    """

    id: str
    type: ClaimType
    affirmed: bool
    modality: Modality
    subject: Subject
    sentence: str
    span: Span
    cue: Span
    doc: str
    speaker: str = THE_PAGE
    said: When = UNKNOWN
    parties: tuple[str, ...] = ()
    helps: tuple[Help, ...] = ()
    objects: tuple[Covered, ...] = ()
    starts: tuple[str, ...] = ()
    year: int | None = None
    limit: bool = False
    legal: bool = False
    nuclear: bool = False
    words: tuple[str, ...] = ()


def claims(
    document: Document,
    setting: Setting,
    *,
    found: Sequence[Mention] | None = None,
    statements: Sequence[Statement] | None = None,
) -> tuple[Claim, ...]:
    """Return the claims of a document, in order.

    Parameters
    ----------
    document
        Only kept blocks that hold running text are read.
    setting
        Says which instruments there are, and what guarantees without a name mean.
    found
        The document's mentions, if they are known already.
    statements
        Its attributions; a claim inside one is that speaker's.
    """
    known = mentions(document, setting.names) if found is None else tuple(found)
    default = document_subject(known, document.when, setting)
    made: list[Claim] = []
    for block in document.blocks:
        if not block.kept or block.kind not in READ_KINDS:
            continue
        here = [m for m in known if block.start <= m.start < block.end]
        context = cues.SECURITY.search(_lowered(document.text[block.start : block.end])) is not None
        for start, end in sentence_spans(document.text, block.start, block.end):
            if end - start > LONGEST:
                continue
            raw = document.text[start:end]
            if is_question(raw):
                continue
            own = tuple(m for m in here if start <= m.start < end)
            if not own and not context:
                continue
            phrase = Phrase(
                low=_masked(_lowered(raw), own, start), names=own, base=start, default=default,
                back=tuple(m for m in here if m.end <= start),
            )  # fmt: skip
            made.extend(_finished(one, document, start, end) for one in _in_sentence(raw, phrase, setting))
    return _spoken(made, statements or ())


def is_question(sentence: str) -> bool:
    """Say whether a sentence asks.

    Examples
    --------
    >>> is_question("Is it binding?”"), is_question("It is.")
    (True, False)
    """
    return "?" in sentence[-3:]


def _lowered(raw: str) -> str:
    low = raw.translate(_STRAIGHT)
    lower = low.lower()
    return lower if len(lower) == len(low) else "".join(c.lower() if len(c.lower()) == 1 else c for c in low)


def _masked(low: str, names: tuple[Mention, ...], base: int) -> str:
    for one in names:
        start, end = one.start - base, one.end - base
        low = low[:start] + MASK * (min(end, len(low)) - start) + low[end:]
    return low


@dataclass(frozen=True, slots=True)
class _Draft:
    """A claim before its spans are sealed; offsets count from the sentence's start."""

    claim: Claim
    start: int
    end: int


_EMPTY = Span(doc="", start=0, end=0, sha="")


def _in_sentence(raw: str, phrase: Phrase, setting: Setting) -> Iterator[_Draft]:
    low = phrase.low
    if not phrase.names and cues.NOUN.search(low) is None:
        back = phrase.back or setting.given
        if not (back and re.match(r"\W*(?:it|they|this|these)\b", low)):
            return
    parties = parties_named(words_of(raw), setting.names.parties)
    yield from _by_cue(low, phrase, parties, setting)
    if cues.ANY_HELP.search(low):
        yield from _help(low, phrase, parties, setting)
    yield from _committed(low, phrase, parties, setting)


def _by_cue(low: str, phrase: Phrase, parties: tuple[Named, ...], setting: Setting) -> Iterator[_Draft]:
    if cues.ANY_CUE.search(low) is None:
        return
    seen: set[tuple[str, str]] = set()
    for kind, against, pattern in cues.CUES:
        for match in pattern.finditer(low):
            draft = _cued(kind, match, phrase, parties, setting, against=against)
            if draft is None or (draft.claim.type, draft.claim.subject.instrument) in seen:
                continue
            seen.add((draft.claim.type, draft.claim.subject.instrument))
            yield draft
            if kind in {"covers", "excludes"}:
                seen |= {("covers", draft.claim.subject.instrument), ("excludes", draft.claim.subject.instrument)}


def _cued(
    kind: ClaimType, match: re.Match[str], phrase: Phrase, parties: tuple[Named, ...], setting: Setting, *, against: bool
) -> _Draft | None:
    start, end = match.span()
    apart: list[Mention] = []
    if kind == "like_article_5":
        standard = _standard(phrase, start, end)
        if standard is None:
            return None
        apart = [standard] if isinstance(standard, Mention) else []
    subject = subject_of(phrase, start, end, setting, apart)
    if subject is None or (kind == "like_article_5" and subject.instrument == "nato-1949"):
        return None
    claim = _base(kind, phrase, start, end, subject, against=against)
    if claim is None:
        return None
    match kind:
        case "covers" | "excludes":
            return _covering(claim, phrase, parties, start, end)
        case "when_it_starts":
            return _starting(claim, phrase, start, end)
        case _:
            return _Draft(claim, start, end)


def _standard(phrase: Phrase, start: int, end: int) -> Mention | bool | None:
    """Return the mention of NATO's clause that something is compared with; True if only by word."""
    for one in phrase.names:
        if one.instrument == "nato-1949" and (
            0 <= one.start - phrase.base - end <= 70 or 0 <= start - (one.end - phrase.base) <= 2
        ):
            return one
    after = phrase.low[end : end + 70]
    by_word = re.search(r"\bnato(?:'s)?\b[^.;]{0,20}\b(?:collective|mutual|guarantee|membership|protection|umbrella|allies|members?)", after)
    return True if by_word else None


def _base(kind: ClaimType, phrase: Phrase, start: int, end: int, subject: Subject, *, against: bool) -> Claim | None:
    """Make a claim of a kind, with polarity and modality; None for wishes and embedded questions."""
    low = phrase.low
    begin, stop = phrase.clause(start)
    before = low[begin:start]
    if _wished(kind, before, low[begin:stop], subject):
        return None
    comma = before.rfind(",")
    near = before[comma + 1 :] if comma >= 0 and not re.search(r"\b(?:neither|nothing|nobody|none)\b", before) else before
    denials = len(cues.NEGATION.findall(cues.NO_NEGATION.sub(lambda m: " " * len(m.group()), near)))
    affirmed = (denials % 2 == 0) != against
    return Claim(
        id="", type=kind, affirmed=affirmed, modality=_modality(low[begin:stop], before), subject=subject,
        sentence="", span=_EMPTY, cue=_EMPTY, doc="",
        legal=cues.LEGALLY.search(low, begin, stop) is not None, nuclear=cues.REQUESTED.search(low) is not None,
    )  # fmt: skip


def _wished(kind: ClaimType, before: str, clause: str, subject: Subject) -> bool:
    if cues.EMBEDDED.search(before) or re.match(r"\W*if\b", clause):
        return True
    wish = cues.DEMAND.search(before)
    if wish is not None and not (subject.named and wish.group().startswith("in ")):
        return True
    if kind in {"requires_ratification", "when_it_starts"} and subject.named and "should" not in before:
        return False
    ought = cues.OUGHT.search(before)
    return ought is not None and cues.INVERTED.search(before) is None and kind not in {"what_help", "prevents"}


def _modality(clause: str, before: str) -> Modality:
    if cues.IMPOSSIBLE.search(clause):
        return "denied"
    if cues.POSSIBLE.search(before):
        return "possible"
    return "conditional" if cues.CONDITIONAL.search(clause) else "asserted"


def _covering(claim: Claim, phrase: Phrase, parties: tuple[Named, ...], start: int, end: int) -> _Draft | None:
    begin, stop = phrase.clause(start)
    objects = tuple(dict.fromkeys(what for a, _, what in objects_in(phrase.low) if begin <= a < stop))
    if not objects:
        objects = tuple(_states_as_objects(phrase, parties, start, end))
    if not objects:
        return None
    leaves_out = (claim.type == "excludes") == claim.affirmed
    kind: ClaimType = "excludes" if leaves_out else "covers"
    return _Draft(replace(claim, type=kind, affirmed=True, objects=objects), start, end)


def _states_as_objects(phrase: Phrase, parties: tuple[Named, ...], start: int, end: int) -> Iterator[Covered]:
    """Yield the states in "covers Ukraine", "an attack on Turkish territory falls under"."""
    for one in parties:
        if len(one.code) != 3:
            continue
        place = one.start
        near = 0 <= place - end <= 15
        attacked = re.search(r"\battack (?:on|against) (?:the )?\Z", phrase.low[max(0, place - 24) : place])
        passive = place < start and re.search(r"\b(?:is|are|was|were|be)\b[^.,;]{0,12}\Z", phrase.low[max(0, start - 16) : start])
        if near or attacked or passive:
            yield Covered(one.code, one.code, whole=True)


def _starting(claim: Claim, phrase: Phrase, start: int, end: int) -> _Draft | None:
    begin, stop = phrase.clause(start)
    clause = phrase.low[begin:stop]
    starts = tuple(name for name, pattern in cues.STARTS if pattern.search(clause))
    if len(starts) > 1:
        starts = tuple(one for one in starts if one != "now")
    year = cues.YEAR.search(clause)
    if not starts and year is None and claim.affirmed:
        return None
    waits = re.search(r"\b(?:until|unless|before)\b", clause)
    return _Draft(
        replace(claim, starts=starts, year=int(year.group(1)) if year else None, affirmed=claim.affirmed or bool(waits and starts)),
        start, end,
    )  # fmt: skip


def _help(low: str, phrase: Phrase, parties: tuple[Named, ...], setting: Setting) -> Iterator[_Draft]:
    """Yield one claim per clause that says what help a guarantee brings."""
    by_clause: dict[tuple[int, int], list[tuple[re.Match[str], Help]]] = {}
    for one in cues.HELPS:
        for match in one.pattern.finditer(low):
            by_clause.setdefault(phrase.clause(match.start()), []).append((match, one))
    for (begin, stop), found in sorted(by_clause.items()):
        owed = [(m, one) for m, one in found if _is_promised(low, begin, m)]
        exact = [(m, one) for m, one in owed if one.name != "help of some kind"] or owed
        if not exact:
            continue
        first = min(exact, key=lambda pair: pair[0].start())[0]
        subject = subject_of(phrase, first.start(), first.end(), setting)
        if subject is None:
            continue
        claim = _base("what_help", phrase, first.start(), first.end(), subject, against=False)
        if claim is None:
            continue
        limit = cues.LIMIT.search(low[max(begin, first.start() - 45) : first.start()]) is not None
        named = tuple(p.code for p in parties if begin <= p.start < stop)
        helps = tuple(dict.fromkeys(one for _, one in exact))
        yield _Draft(replace(claim, helps=helps, limit=limit and claim.affirmed, parties=named), first.start(), first.end())


def _is_promised(low: str, begin: int, match: re.Match[str]) -> bool:
    before = low[max(begin, match.start() - _WINDOW) : match.start()]
    return cues.DUTY.search(before) is not None or _PASSIVE.match(low, match.end()) is not None


def _committed(low: str, phrase: Phrase, parties: tuple[Named, ...], setting: Setting) -> Iterator[_Draft]:
    """Yield the claims that say who is bound, has signed, has promised."""
    if not parties:
        return
    yield from _membership(low, phrase, parties)
    done: set[str] = set()
    for match in cues.COMMITTED.finditer(low):
        who = _who(low, phrase, parties, match)
        if not who:
            continue
        subject = subject_of(phrase, match.start(), match.end(), setting)
        if subject is None or subject.instrument in done or not _is_of_paper(low, phrase, match):
            continue
        claim = _base("who_is_bound", phrase, match.start(), match.end(), subject, against=False)
        if claim is None:
            continue
        done.add(subject.instrument)
        yield _Draft(replace(claim, parties=who), match.start(), match.end())


def _is_of_paper(low: str, phrase: Phrase, match: re.Match[str]) -> bool:
    """Say whether the verb's object is a guarantee or a paper, and not a kind of help."""
    begin, stop = phrase.clause(match.start())
    after = low[match.end() : min(stop, match.end() + 90)]
    paper = cues.NOUN.search(after) or (re.search(MASK, after) if MASK in after else None)
    help_first = cues.ANY_HELP.search(after)
    if paper is None:
        return match.group("active") is None and (match.lastgroup in {"named", "giver", "between"} or MASK in low[begin:stop])
    return match.group("active") is None or help_first is None or help_first.start() > paper.start()


def _who(low: str, phrase: Phrase, parties: tuple[Named, ...], match: re.Match[str]) -> tuple[str, ...]:
    """Return the parties that a verb is said of: before it, or after "by", "from", "between"."""
    begin, stop = phrase.clause(match.start())
    inside = [p for p in parties if begin <= p.start < stop and not _hidden(phrase, p)]
    if match.group("giver") or match.group("between"):
        chosen = [p for p in inside if 0 <= p.start - match.end() <= 90]
    else:
        chosen = [p for p in inside if p.end <= match.start()]
    return tuple(dict.fromkeys(p.code for p in chosen if not _possessor(low, p)))


def _hidden(phrase: Phrase, one: Named) -> bool:
    return phrase.low[one.start : one.end].startswith(MASK)


def _possessor(low: str, one: Named) -> bool:
    """Say whether a state stands only as owner ("Ukraine's allies") or as somebody's description."""
    after = low[one.end - 2 : one.end + 14]
    return after.startswith("'s") and re.match(r"'s (?:allies|partners|enem|neighbo|territor|border|future|security|membership)", after) is not None


def _membership(low: str, phrase: Phrase, parties: tuple[Named, ...]) -> Iterator[_Draft]:
    """Yield "Ukraine is not a member of NATO"."""
    for match in cues.MEMBERSHIP.finditer(low):
        verb = re.search(r"\b(?:is|are|was|were|became|isn't|aren't)(?: \w+){0,3} ?\Z", low[max(0, match.start() - 30) : match.start()])
        if verb is None:
            continue
        begin, _ = phrase.clause(match.start())
        who = tuple(p.code for p in parties if begin <= p.start and p.end <= match.start() and len(p.code) == 3)
        which = "nato-1949" if "nato" in {match.group("a"), match.group("b")} else "teu-42-7"
        subject = Subject(instrument=which, confidence=0.85, why="membership means being a party", named=True)
        claim = _base("who_is_bound", phrase, match.start(), match.end(), subject, against=False)
        if who and claim is not None:
            yield _Draft(replace(claim, parties=who), match.start(), match.end())


def _finished(draft: _Draft, document: Document, start: int, end: int) -> Claim:
    claim = draft.claim
    sentence = document.text[start:end]
    seal = f"{document.id}:{start}:{draft.start}:{claim.type}:{claim.subject.instrument}"
    content = dict.fromkeys(word.folded for word in words_of(sentence) if word.folded not in _DULL)
    return replace(
        claim,
        id=hashlib.sha256(seal.encode()).hexdigest()[:12],
        sentence=sentence,
        span=document.span(start, end),
        cue=document.span(start + draft.start, start + draft.end),
        doc=document.id,
        said=document.when,
        words=tuple(content),
    )


def _spoken(made: list[Claim], statements: Sequence[Statement]) -> tuple[Claim, ...]:
    """Give each claim the speaker of the narrowest statement that its cue lies in."""
    if not statements or not made:
        return tuple(made)
    spans = [(span.end - span.start, span, one) for one in statements for span in one.content]
    spans.sort(key=lambda item: item[0])
    done = []
    for claim in made:
        inside = (one for _, span, one in spans if span.start <= claim.cue.start and claim.cue.end <= span.end)
        statement = next(inside, None)
        if statement is not None:
            said = statement.said if statement.said.how != "unknown" else claim.said
            claim = replace(claim, speaker=statement.speaker.name or "somebody without a name", said=said)
        done.append(claim)
    return tuple(done)
