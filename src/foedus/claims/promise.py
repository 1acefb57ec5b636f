"""Who is said to have promised, and what help: claims that rest on verbs of duty."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from foedus.claims import kind as cues
from foedus.claims.kind import Help
from foedus.claims.party import Named
from foedus.claims.polarity import Draft, base
from foedus.claims.subject import MASK, Phrase, Subject, subject_of

if TYPE_CHECKING:
    from foedus.claims.setting import Setting

_WINDOW = 60  # characters in which a duty's verb stands before the help
_PASSIVE = re.compile(
    r"[^.;]{0,30}\b(?:is|are|was|were|be|been) (?:\w+ )?(?:promised|owed|guaranteed|provided"
    r"|included|foreseen|named)"
)


_UNDER = re.compile(r"\b(?:under|in|by|through|with) (?=(?:the|these|such|this|its|any)\b)")


_LIST_GAP = re.compile(r"(?:[\s,&–-]|and\b|or\b|the\b|like\b|both\b|countries\b|such\b|as\b)*\Z")


def helps(
    low: str, phrase: Phrase, parties: tuple[Named, ...], setting: Setting
) -> Iterator[Draft]:
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
        claim = base("what_help", phrase, first.start(), first.end(), subject, against=False)
        if claim is None:
            continue
        if not subject.named and not _of_guarantee(
            low, begin, first.start(), generic=exact is owed and not any(o.content for _, o in owed)
        ):
            continue
        limit = cues.LIMIT.search(low[max(begin, first.start() - 45) : first.start()]) is not None
        named = tuple(
            dict.fromkeys(
                p.code for p in parties if begin <= p.start < stop and not _hidden(phrase, p)
            )
        )
        helps = tuple(dict.fromkeys(one for _, one in exact))
        yield Draft(
            replace(
                claim,
                debtors=_debtors(low, parties),
                helps=helps,
                limit=limit and claim.affirmed,
                parties=named,
            ),
            first.start(),
            first.end(),
        )


_OBLIGING = re.compile(r"\b(?:oblig\w+|requir\w+|commit\w*|binds?|compel\w*) (?:the )?\Z")
_OBLIGED = re.compile(
    r"\s(?:must|shall|ha(?:s|ve|d) to|(?:is|are|was|were|will be|would be) (?:oblig|bound"
    r"|requir)\w*|will|would)\b"
)


def _debtors(low: str, parties: tuple[Named, ...]) -> tuple[str, ...]:
    """Return the states that are said to owe: "obliges Germany", "Germany must"."""
    return tuple(
        p.code
        for p in parties
        if len(p.code) == 3
        and (_OBLIGING.search(low[max(0, p.start - 24) : p.start]) or _OBLIGED.match(low, p.end))
    )


def _of_guarantee(low: str, begin: int, start: int, *, generic: bool) -> bool:
    """Say whether help is said to come from a guarantee without a name.

    The guarantee must stand before the help, or after "under"; help of no kind in particular
    needs a strong verb as well, for "support" is in every sentence.
    """
    before = cues.UNNAMED.search(low, begin, start) or re.match(
        r"\W*(?:it|they|this|these)\b", low[begin:]
    )
    under = any(cues.UNNAMED.match(low, m.end()) for m in _UNDER.finditer(low, begin))
    if not (before or under):
        return False
    return not generic or cues.STRONG.search(low, max(begin, start - _WINDOW), start) is not None


def _is_promised(low: str, begin: int, match: re.Match[str]) -> bool:
    before = low[max(begin, match.start() - _WINDOW) : match.start()]
    if before.endswith(("right to ", "how to ")):
        return False
    return cues.DUTY.search(before) is not None or _PASSIVE.match(low, match.end()) is not None


def committed(
    low: str, phrase: Phrase, parties: tuple[Named, ...], setting: Setting
) -> Iterator[Draft]:
    """Yield the claims that say who is bound, has signed, has promised."""
    if not parties:
        return
    yield from _membership(low, phrase, parties)
    done: set[str] = set()
    for match in cues.COMMITTED.finditer(low):
        draft = _commitment(low, phrase, parties, match, setting)
        if draft is not None and draft.claim.subject.instrument not in done:
            done.add(draft.claim.subject.instrument)
            yield draft


def _commitment(
    low: str, phrase: Phrase, parties: tuple[Named, ...], match: re.Match[str], setting: Setting
) -> Draft | None:
    who = _who(low, phrase, parties, match)
    subject = subject_of(phrase, match.start(), match.end(), setting) if who else None
    if subject is None or not _is_of_paper(low, phrase, match):
        return None
    claim = base("who_is_bound", phrase, match.start(), match.end(), subject, against=False)
    if subject.instrument == "nato-1949":
        who = tuple(code for code in who if code != "org:NATO")
    if claim is None or not who:
        return None
    if match.group("named"):  # a draft may name guarantors
        claim = replace(claim, modality="conditional")
    return Draft(replace(claim, parties=who), match.start(), match.end())


def _is_of_paper(low: str, phrase: Phrase, match: re.Match[str]) -> bool:
    """Say whether the verb's object is a guarantee or a paper, and not a kind of help."""
    begin, stop = phrase.clause(match.start())
    after = low[match.end() : min(stop, match.end() + 90)]
    paper = cues.NOUN.search(after) or (re.search(MASK, after) if MASK in after else None)
    help_first = cues.ANY_HELP.search(after)
    if paper is None:
        return match.group("active") is None and (
            match.lastgroup in {"named", "giver", "between"} or MASK in low[begin:stop]
        )
    return match.group("active") is None or help_first is None or help_first.start() > paper.start()


def _who(
    low: str, phrase: Phrase, parties: tuple[Named, ...], match: re.Match[str]
) -> tuple[str, ...]:
    """Return the parties that a verb is said of: before it, or after "by", "from", "between"."""
    begin, stop = phrase.clause(match.start())
    inside = [p for p in parties if begin <= p.start < stop and not _hidden(phrase, p)]
    if match.group("giver") or match.group("between"):
        chosen = _listed(low, inside, match.end())
    else:
        chosen = [p for p in inside if p.end <= match.start()]
    return tuple(dict.fromkeys(p.code for p in chosen if not _possessor(low, p)))


def _listed(low: str, parties: list[Named], start: int) -> list[Named]:
    """Return the parties of a list that begins at a place."""
    chosen: list[Named] = []
    for one in parties:
        if one.start < start:
            continue
        if _LIST_GAP.match(low[start : one.start]) is None:
            break
        chosen.append(one)
        start = one.end
    return chosen


def _hidden(phrase: Phrase, one: Named) -> bool:
    return phrase.low[one.start : one.end].startswith(MASK)


def _possessor(low: str, one: Named) -> bool:
    """Say whether a state stands only as owner ("Ukraine's allies")."""
    after = low[one.end - 2 : one.end + 14]
    return (
        after.startswith("'s")
        and re.match(
            r"'s (?:allies|partners|enem|neighbo|territor|border|future|security|membership)", after
        )
        is not None
    )


def _membership(low: str, phrase: Phrase, parties: tuple[Named, ...]) -> Iterator[Draft]:
    """Yield "Ukraine is not a member of NATO"."""
    for match in cues.MEMBERSHIP.finditer(low):
        verb = re.search(
            r"\b(?:is|are|was|were|became|isn't|aren't)(?: \w+){0,3} ?\Z",
            low[max(0, match.start() - 30) : match.start()],
        )
        unless = re.search(
            r"\b(?:until|if|when|once|before|unless|would|after)\b",
            low[max(0, match.start() - 60) : match.start()],
        )
        if verb is None or unless:
            continue
        begin, _ = phrase.clause(match.start())
        who = tuple(
            p.code
            for p in parties
            if begin <= p.start and p.end <= match.start() and len(p.code) == 3
        )
        which = "nato-1949" if "nato" in {match.group("a"), match.group("b")} else "teu-42-7"
        subject = Subject(
            instrument=which, confidence=0.85, why="membership means being a party", named=True
        )
        claim = base("who_is_bound", phrase, match.start(), match.end(), subject, against=False)
        if who and claim is not None:
            yield Draft(replace(claim, parties=who), match.start(), match.end())
