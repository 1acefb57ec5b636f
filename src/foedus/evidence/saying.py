"""Reporting verbs in a finite form: "the minister said that", "...," said the minister."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from foedus.evidence.content import Content, after, before, sentence_end, skip_setting
from foedus.evidence.phrase import Range, phrase_right, subject
from foedus.evidence.report import Report, Verb, carried_subject, owns, quote_before, verb_at
from foedus.evidence.verbform import SHOWING, infinitive, participle, passive, shown

if TYPE_CHECKING:
    from foedus.evidence.cue import Cue
    from foedus.evidence.tokens import Tokens


_PLAIN_CAPITALS = frozenset({"say", "tell", "warn", "add", "believe", "claim"})


_CLAUSE_STARTERS = frozenset({"as", "like"})
_ASIDES = frozenset({"according", "although", "though", "while", "as"})
_TOLD = frozenset({"tell", "inform", "assure", "remind", "warn"})
# Verbs that may stand before their subject without a quotation: "..., officials said".
_TURNING = frozenset({"say", "add", "write", "warn", "note", "explain", "argue"})
_STRONG = frozenset({"that", "to", "quote", "question", "clause"})


def said(tokens: Tokens, index: int, cue: Cue, earlier: list[Report]) -> Report | None:
    """Return the attribution that a reporting verb makes."""
    if not _may_be_verb(tokens, index, cue):
        return None
    verb = verb_at(tokens, index, cue)
    match verb.voice:
        case "infinitive":
            return infinitive(tokens, verb)
        case "passive":
            return passive(tokens, verb)
        case "participle":
            return participle(tokens, verb, after(tokens, verb.stop, cue), earlier)
        case "finite" | "bare":
            return _inverted(tokens, verb) or _finite(tokens, verb, earlier)


def _may_be_verb(tokens: Tokens, index: int, cue: Cue) -> bool:
    """Refuse names, nouns behind an article, and "like" as a preposition."""
    if tokens.words[index][0].isupper():
        lost = index > 0 and cue.lemma in _PLAIN_CAPITALS and cue.form in {"past", "s"}
        if not lost:
            return False
    if tokens.lowers[index : index + 2] == ["think", "tank"]:
        return False
    before_it = tokens.tags[index - 1] if index else "."
    if before_it == "d" and cue.form != "past" and "m" in cue.frame:
        return False
    return tokens.tags[index] != "p" or before_it in "na"


def _finite(tokens: Tokens, verb: Verb, earlier: list[Report]) -> Report | None:
    """Return the attribution of a verb whose subject stands before it."""
    cue = verb.cue
    right = after(tokens, verb.stop, cue)
    if right is None and cue.lemma in SHOWING:
        right = shown(tokens, verb)
    who = subject(tokens, verb.group)
    carried = who is None and _shares_subject(tokens, verb)
    if carried:
        who = carried_subject(tokens, verb.group, earlier)
    if who is None:
        who = _behind_stray_comma(tokens, verb, right)
    if who is None or owns(tokens, who) or not _agrees(tokens, who, verb, right):
        return None
    if tokens.lowers[who[0]] in {"that", "which"} and not _spoken(cue, right):
        return None  # "a rule that opposes", "which it proposed"
    made = _with_subject(tokens, who, verb, right, carried=carried)
    hearer = _hearer(tokens, verb) if made is not None else None
    if made is None or not (hearer or carried):
        return made
    return replace(made, hearer=hearer, carried=carried)


def _spoken(cue: Cue, right: Content | None) -> bool:
    """Say whether a clause or a quotation follows a verb of saying."""
    if cue.family != "speech" or right is None:
        return False
    return right.pattern not in {"noun", "lead", "to"}


def _shares_subject(tokens: Tokens, verb: Verb) -> bool:
    """Say whether the verb shares its subject with the verb before: "toured it and said"."""
    group = verb.group
    if not group or verb.cue.form == "base" or (verb.cue.form == "s" and "m" in verb.cue.frame):
        return False
    listed = group > 1 and tokens.tags[group - 1] == "," and tokens.tags[group - 2] not in "Nn"
    return tokens.tags[group - 1] == "c" or listed


def _behind_stray_comma(tokens: Tokens, verb: Verb, right: Content | None) -> Range | None:
    """Return the subject before a comma that should not be there ("Article 5, says an attack")."""
    if right is None or right.pattern not in {"that", "clause"}:
        return None
    if verb.group < 2 or tokens.tags[verb.group - 1] != ",":
        return None
    return subject(tokens, verb.group - 1)


def _agrees(tokens: Tokens, who: Range, verb: Verb, right: Content | None) -> bool:
    """Say whether the word is a verb here and not a noun ("the Senate plans", "his demands")."""
    cue = verb.cue
    if "m" not in cue.frame or cue.form == "past":
        return True
    if verb.group < verb.index or tokens.tags[who[0]] in "nr":
        return True
    last = tokens.lowers[who[1] - 1]
    if who[1] - who[0] == 1 and tokens.tags[who[0]] == "w" and not last.endswith("s"):
        return False  # "security guarantees that": a noun before a noun
    strong = right is not None and right.pattern in _STRONG
    if cue.form == "s":
        return strong or _transitive(tokens, who, verb.index, right)
    return strong and last.endswith("s") and tokens.tags[who[1] - 1] in "wN"


def _transitive(tokens: Tokens, who: Range, index: int, right: Content | None) -> bool:
    """Tell "Moscow demands neutrality" from "the Berlin talks of Monday"."""
    if right is None or right.pattern != "noun" or tokens.tags[index + 1] not in "dNw0":
        return False
    return all(tag == "N" for tag in tokens.tags[who[0] : who[1]])


def _with_subject(
    tokens: Tokens, who: Range, verb: Verb, right: Content | None, *, carried: bool
) -> Report | None:
    """Choose between what stands before the source and what stands behind the verb."""
    cue, at = verb.cue, who[0]
    spoken = "q" in cue.frame or "z" in cue.frame
    left: Content | None = None
    if spoken and not carried and at and tokens.tags[at - 1] in ",-Q":
        left = before(tokens, at)
    rest = _behind_comma(tokens, verb.stop, cue) if left is not None else None
    if at and tokens.lowers[at - 1] in _CLAUSE_STARTERS and spoken:
        return _as_said(tokens, who, verb)
    if left is not None and left.pattern == "quote" and quote_before(tokens, at):
        return verb.report(who, left.ranges + _second_half(tokens, right, rest), "quote")
    if right is not None:
        made = verb.report(_with_lost_comma(tokens, who), right.ranges, right.pattern)
        short = right.pattern == "lead" and right.cue_end <= verb.stop + 1
        return replace(made, cue=(verb.group, max(verb.stop, right.cue_end))) if short else made
    closing = _closing(tokens, verb.stop, cue)
    if left is not None and (rest is not None or closing):
        return verb.report(who, left.ranges + ((rest,) if rest is not None else ()), left.pattern)
    if "q" in cue.frame and cue.family == "speech" and closing:
        return verb.report(who, (), "alone")
    return None


def _second_half(tokens: Tokens, right: Content | None, rest: Range | None) -> tuple[Range, ...]:
    """Return what goes on behind the verb of a quotation that was cut in two."""
    if right is not None and right.pattern in {"quote", "that"}:
        return right.ranges
    if rest is not None and rest[0] < rest[1] and tokens.tags[rest[0]] == "Q":
        return (rest,)
    return ()


def _with_lost_comma(tokens: Tokens, who: Range) -> Range:
    """Take in the name before an apposition whose second comma was lost: "Roe, chair of X said"."""
    if who[0] < 2 or tokens.tags[who[0] - 1] != "," or tokens.tags[who[0]] not in "Nw":
        return who
    start = who[0] - 1
    while start and tokens.tags[start - 1] not in ",;:-.tsQ":
        start -= 1
    named = list(tokens.tags[who[0] - 3 : who[0] - 1]) == ["N", "N"] and tokens.tags[start] in "dNw"
    if start == 0 and named and subject(tokens, who[0] - 1) == (0, who[0] - 1):
        return (0, who[1])
    return who


def _hearer(tokens: Tokens, verb: Verb) -> Range | None:
    """Return who was told, if a hearer is named ("told the BBC")."""
    at = verb.stop
    if verb.cue.lemma not in _TOLD or at >= len(tokens) or tokens.tags[at] not in "dNw":
        return None
    stop = phrase_right(tokens, at, apposition=False)
    return (at, stop) if stop > at else None


def _closing(tokens: Tokens, at: int, cue: Cue) -> bool:
    """Say whether nothing but a setting and marks follow the verb."""
    stop = sentence_end(tokens)
    index = at
    if "o" in cue.frame and index < stop and tokens.tags[index] in "dNwon":
        index = phrase_right(tokens, index, apposition=False)
    index = skip_setting(tokens, index, cue)
    return index >= stop or tokens.tags[index] in ",:;-.Qsgp"


def _behind_comma(tokens: Tokens, at: int, cue: Cue) -> Range | None:
    """Return the second half of "Prices, he said on Monday, will rise"."""
    stop = sentence_end(tokens)
    index = at
    if "o" in cue.frame and index < stop and tokens.tags[index] in "dNwo":
        index = phrase_right(tokens, index, apposition=False)
    index = skip_setting(tokens, index, cue)
    if index + 1 < stop and tokens.tags[index] in ",:":
        aside = tokens.tags[index + 1] in "gr" or tokens.lowers[index + 1] in _ASIDES
        return None if aside else (index + 1, stop)
    return (index, stop) if index < stop and tokens.tags[index] == "Q" else None


def _as_said(tokens: Tokens, who: Range, verb: Verb) -> Report | None:
    """Return the attribution of "As the minister said, ..." and "..., as he put it"."""
    start = who[0] - 1
    rest = _behind_comma(tokens, verb.stop, verb.cue)
    left = before(tokens, start) if start else None
    content = (left.ranges if left is not None else ()) + ((rest,) if rest is not None else ())
    return verb.report(who, content, "trailing") if content else None


def _inverted(tokens: Tokens, verb: Verb) -> Report | None:
    """Return the attribution of "...," said the minister."""
    index, cue = verb.index, verb.cue
    if "q" not in cue.frame or cue.form not in {"past", "s"} or verb.group != index:
        return None
    if not index or index + 1 >= sentence_end(tokens) or tokens.tags[index - 1] not in ",Q-":
        return None
    end = phrase_right(tokens, index + 1) if tokens.tags[index + 1] in "dNwn0" else 0
    left = before(tokens, index)
    if end <= index + 1 or left is None:
        return None
    if not _ends_turned(tokens, verb, end):
        return None
    ranges = left.ranges
    rest = _behind_comma(tokens, end, cue)
    if rest is not None and quote_before(tokens, index) and tokens.tags[rest[0]] in "Qt":
        ranges += (rest,)
    return replace(verb.report((index + 1, end), ranges, left.pattern), cue=(index, index + 1))


def _ends_turned(tokens: Tokens, verb: Verb, end: int) -> bool:
    """Say whether the phrase behind the verb is its subject and not its content."""
    stop = sentence_end(tokens)
    tail = skip_setting(tokens, end, verb.cue)
    if quote_before(tokens, verb.index):
        return tail >= stop or tokens.tags[tail] in ",;:-.Qs(gp"
    return tail >= stop and verb.cue.lemma in _TURNING and tokens.tags[verb.stop] != "n"
