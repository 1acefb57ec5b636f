"""The attributions of one sentence: each reporting word with its source and its content."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from foedus.evidence.animacy import SIGNS, can_hold
from foedus.evidence.content import Content, after, before, sentence_end, skip_setting
from foedus.evidence.cue import (
    ADJECTIVE_LEADS,
    ADJECTIVES,
    ATTITUDE_LEADS,
    ATTITUDES,
    CLEAR_TO,
    DISPOSITIONS,
    DOCUMENTS,
    LIGHT_VERBS,
    NOUNS,
    VERBS,
    Cue,
)
from foedus.evidence.phrase import BE, Range, is_time, main_subject, phrase_right, subject

if TYPE_CHECKING:
    from foedus.evidence.tokens import Tokens

_POSSESSIVE = frozenset({"his", "her", "its", "their", "my", "our", "your"})
_LINKING = BE | frozenset("feel feels felt remain remains remained seem seems seemed become became grew appear appeared".split())
_PLAIN_CAPITALS = frozenset({"say", "tell", "warn", "add", "believe", "claim"})
_MAX_REPORTS = 24  # of one sentence; more is a list, not prose
_MAX_GROUP = 6  # tokens of a verb group: "had not yet publicly been"
_CLAUSE_STARTERS = frozenset({"as", "like"})


@dataclass(frozen=True, slots=True)
class Report:
    """One attribution in tokens of its sentence.

    ``carried`` means that the source stands before another verb of the sentence.
    """

    source: Range | None
    cue: Range
    content: tuple[Range, ...]
    pattern: str
    lemma: str
    family: str
    hearer: Range | None = None
    carried: bool = False


def reports(tokens: Tokens) -> list[Report]:
    """Return the attributions of a sentence, in the order of their cues."""
    found: list[Report] = []
    script = _transcript(tokens)
    if script is not None:
        return [script]
    for index, word in enumerate(tokens.lowers):
        kind = _TRIGGERS.get(word)
        if kind is None:
            continue
        if len(found) >= _MAX_REPORTS:
            break
        report: Report | None = None
        if kind == "verb":
            report = _verb(tokens, index, VERBS[word], found)
            plain = report is None or (report.pattern == "noun" and report.lemma not in {"show", "find", "put"})
            if word in LIGHT_VERBS and plain:
                report = _light(tokens, index, found) or report
            if report is None and word in NOUNS:
                report = _noun(tokens, index)
        elif kind == "light":
            report = _light(tokens, index, found)
        elif kind == "noun":
            report = _noun(tokens, index)
        elif kind == "adjective":
            report = _adjective(tokens, index)
        elif kind == "clear":
            report = _clear_to(tokens, index)
        elif kind == "according":
            report = _according(tokens, index)
        if report is not None and _voiced(tokens, report):
            found.append(report)
    if "Q" in tokens.tags:
        found.extend(_unclaimed(tokens, found))
    return _untangled(tokens, found)


_SPECULATION = frozenset({"may", "might", "could"})


def _voiced(tokens: Tokens, report: Report) -> bool:
    """Say whether somebody holds the content, and not the page itself.

    "Russia may view it as a threat" and "if Russia sees it so" are guesses of the page; and a
    thing has no view.
    """
    if report.source is None:
        return True
    start = report.source[0]
    if report.family in {"thought", "wish", "judgement"} and not report.carried:
        if _SPECULATION & set(tokens.lowers[report.cue[0] : report.cue[1]]):
            return tokens.tags[start] == "n"
        if start and tokens.lowers[start - 1] in {"if", "unless", "whether"}:
            return False
    if report.pattern in {"quote", "colon"}:
        return True
    return can_hold(tokens, report.source, report.lemma)


_NOT_SPEAKERS = frozenset(
    "note correction update updated related read photo source sources editor's watch more listen"
    " video image caption breaking exclusive opinion analysis warning subject date from to re".split()
)


def _transcript(tokens: Tokens) -> Report | None:
    """Return the attribution of a line such as "REPORTER: What about the treaty?"."""
    colon = 0
    while colon < min(5, len(tokens)) and tokens.tags[colon] == "N":
        colon += 1
    if not 0 < colon < len(tokens) - 1 or tokens.words[colon] != ":":
        return None
    names = tokens.words[:colon]
    if not all(name.isupper() for name in names) or tokens.lowers[0] in _NOT_SPEAKERS:
        return None
    return Report((0, colon), (colon, colon + 1), ((colon + 1, len(tokens)),), "colon", ":", "speech")


def _light(tokens: Tokens, index: int, earlier: list[Report]) -> Report | None:
    """Return the attribution of "voiced concern that", "made clear that"."""
    tags, lowers, size = tokens.tags, tokens.lowers, len(tokens)
    at = index + 1
    clear = lowers[index] in {"make", "makes", "made", "making"} and lowers[at : at + 1] + lowers[at + 1 : at + 2]
    if clear and "clear" in clear:
        at += clear.index("clear")
    else:
        while at < size and tags[at] in "dwbeNg" and at - index < 5 and lowers[at] not in ATTITUDES:
            at += 1
        if at >= size or lowers[at] not in ATTITUDES:
            return None
    lead = at + 1
    if lead + 1 >= size or lowers[lead] not in ATTITUDE_LEADS:
        return None
    group = _group(tokens, index)
    if group and tags[group - 1] == "i":
        return None
    who = subject(tokens, group)
    if who is None and group and tags[group - 1] in "c,":
        who = _carried_subject(tokens, group, earlier)
    if who is None or _owns(tokens, who):
        return None
    start = lead if tags[lead] in "tsi" else lead + 1
    family = "judgement" if lowers[index] in {"have", "has", "had"} else "speech"
    return Report(who, (group, start), ((start, sentence_end(tokens)),), "adjective", lowers[at], family)


def _unclaimed(tokens: Tokens, found: list[Report]) -> list[Report]:
    """Attribute quotations that stand beside a verb which the lexicon does not have."""
    more: list[Report] = []
    size = len(tokens)
    for index, quote in enumerate(tokens.quotes):
        if quote is None or quote.inner_end - quote.inner_start < 12:
            continue
        if any(start <= index < end for report in (*found, *more) for start, end in report.content):
            continue
        if index and tokens.tags[index - 1] == ":":
            who = main_subject(tokens, index - 1) or _first_phrase(tokens, index)
            if who is not None:
                more.append(Report(who, (min(who[1], index - 1), index), ((index, size),), "colon", ":", "speech"))
        elif index == 0 and index + 2 < size:
            end = phrase_right(tokens, index + 1)
            if index + 1 < end < size and _verbal(tokens, end):
                more.append(Report((index + 1, end), (end, end + 1), ((index, index + 1),), "quote", tokens.lowers[end], "speech"))
    return more


def _verbal(tokens: Tokens, index: int) -> bool:
    """Say whether a token can be the verb of an attribution whatever it means."""
    tag = tokens.tags[index]
    return tag == "e" or (tag == "w" and tokens.lowers[index].endswith("s")) or tag == "v"


def _group(tokens: Tokens, index: int) -> int:
    """Return where the verb group of the verb at ``index`` begins."""
    start = index
    while start and index - start < _MAX_GROUP and tokens.tags[start - 1] in "ab":
        start -= 1
    while start > 1 and index - start < _MAX_GROUP and is_time(tokens, start - 1):
        start -= 1  # "the minister on Monday announced"
        while start > 1 and tokens.tags[start - 1] in "dp" or tokens.lowers[start - 1] in {"late", "early"}:
            start -= 1
    return start


def _voice(tokens: Tokens, group: int, index: int, cue: Cue) -> str:
    """Say what kind of verb form stands here: finite, passive, participle, infinitive, bare."""
    helpers = [word for word in tokens.lowers[group:index] if word in _HELPERS]
    if group and tokens.tags[group - 1] == "n" and tokens.lowers[group - 1].endswith(("'s", "’s", "'re", "’re", "'m", "’m")):
        helpers.append("is" if cue.form == "ing" else "has")  # "he's said" is mostly a perfect
    if group and tokens.tags[group - 1] == "i":
        return "infinitive"
    last = helpers[-1] if helpers else ""
    if cue.form == "past" and last in BE:
        return "passive"
    if cue.form == "past" and not helpers and tokens.lowers[index + 1 : index + 2] == ["by"]:
        return "passive"
    if cue.form == "ing":
        return "finite" if last in BE else "participle"
    if cue.form == "base" and not helpers:
        return "bare"
    return "finite"


_HELPERS = frozenset(
    "is are was were be been being am has have had having do does did will would can could may might"
    " must shall should isn't aren't wasn't weren't hasn't haven't hadn't don't doesn't didn't won't"
    " wouldn't can't couldn't cannot isn’t aren’t wasn’t weren’t hasn’t haven’t hadn’t don’t doesn’t"
    " didn’t won’t wouldn’t can’t couldn’t".split()
)


def _verb(tokens: Tokens, index: int, cue: Cue, earlier: list[Report]) -> Report | None:
    """Return the attribution that a reporting verb makes."""
    if tokens.words[index][0].isupper() and (
        index == 0 or cue.lemma not in _PLAIN_CAPITALS or cue.form not in {"past", "s"}
    ):
        return None
    if index and tokens.tags[index - 1] == "d" and cue.form != "past" and "m" in cue.frame:
        return None  # "the claims", "a report"
    if tokens.tags[index] == "p" and tokens.tags[index - 1] not in "na":
        return None  # "places like this"
    group = _group(tokens, index)
    voice = _voice(tokens, group, index, cue)
    if voice == "infinitive":
        return _infinitive(tokens, group, index, cue)
    if voice == "passive":
        return _passive(tokens, group, index, cue)
    right = after(tokens, index + 1, cue)
    if right is None and cue.lemma in _SHOWING and voice == "finite":
        right = _shown(tokens, group, index)
    if voice == "participle":
        return _participle(tokens, group, index, cue, right, earlier)
    if "q" in cue.frame and cue.form in {"past", "s"} and group == index:
        turned = _inverted(tokens, index, cue)
        if turned is not None:
            return turned
    who = subject(tokens, group)
    carried = False
    if who is None and group and (tokens.tags[group - 1] == "c" or _list_of_verbs(tokens, group)):
        if cue.form == "past" or "m" not in cue.frame:
            who = _carried_subject(tokens, group, earlier)
            carried = who is not None
    if who is None and right is not None and group > 1 and tokens.tags[group - 1] == ",":
        who = subject(tokens, group - 1) if right.pattern in {"that", "clause"} else None
    if who is None or _owns(tokens, who):
        return None
    if not _agrees(tokens, who, index, group, cue, right):
        return None
    if tokens.lowers[who[0]] in {"that", "which"} and (
        cue.family != "speech" or right is None or right.pattern in {"noun", "lead", "to"}
    ):
        return None  # "a rule that opposes", "which it proposed"
    return _with_subject(tokens, who, group, index, cue, right, carried=carried)


_ON_TO = frozenset({"on", "out", "continued", "proceeded", "hastened", "quick", "careful", "rushed", "had"})
_SHOWING = frozenset({"show", "find", "suggest", "indicate", "put", "project", "predict", "reveal"})


def _shown(tokens: Tokens, group: int, index: int) -> Content | None:
    """Return what a poll, a study or a record shows."""
    who = subject(tokens, group)
    stop = sentence_end(tokens)
    if who is None or index + 1 >= stop or tokens.tags[index + 1] in ",;:.":
        return None
    if not any(word in DOCUMENTS for word in tokens.lowers[who[0] : who[1]]):
        return None
    return Content(((index + 1, stop),), "noun", index + 1)


def _infinitive(tokens: Tokens, group: int, index: int, cue: Cue) -> Report | None:
    """Return the attribution of "went on to say that", if the content is plainly there."""
    right = after(tokens, index + 1, cue) if cue.family == "speech" else None
    if right is None or right.pattern not in {"that", "quote", "colon"} or group < 2:
        return None
    if tokens.lowers[group - 2] not in _ON_TO:
        return None
    verb = _group(tokens, group - 1)
    while verb and tokens.tags[verb - 1] in "aevbp" and group - verb < _MAX_GROUP:
        verb -= 1
    who = subject(tokens, verb) or main_subject(tokens, group)
    if who is None or _owns(tokens, who):
        return None
    return Report(who, (group - 1, index + 1), right.ranges, right.pattern, cue.lemma, cue.family)


def _owns(tokens: Tokens, who: Range) -> bool:
    """Say whether a phrase ends in a possessive or an article, so that no verb can follow it."""
    last = tokens.lowers[who[1] - 1]
    if tokens.tags[who[1] - 1] == "d":
        return last not in _STANDALONE
    return tokens.tags[who[1] - 1] not in "nr" and last.endswith(("'s", "’s"))


_STANDALONE = frozenset("many several few some most all both each another such one two three four"
    " five six seven eight nine ten dozens hundreds thousands half neither either this these those".split())


def _list_of_verbs(tokens: Tokens, group: int) -> bool:
    return group > 1 and tokens.tags[group - 1] == "," and tokens.tags[group - 2] not in "Nn"


def _carried_subject(tokens: Tokens, group: int, earlier: list[Report]) -> Range | None:
    if earlier and earlier[-1].source is not None and earlier[-1].pattern != "noun":
        return earlier[-1].source
    return main_subject(tokens, group)


def _agrees(tokens: Tokens, who: Range, index: int, group: int, cue: Cue, right: Content | None) -> bool:
    """Say whether the word is a verb here and not a noun ("the Senate plans", "his demands")."""
    if "m" not in cue.frame or cue.form == "past":
        return True
    if group < index or tokens.tags[who[0]] in "nr":
        return True
    if who[1] - who[0] == 1 and tokens.tags[who[0]] == "w" and not tokens.lowers[who[0]].endswith("s"):
        return False  # "security guarantees that": a noun before a noun
    strong = right is not None and right.pattern in {"that", "to", "quote", "question", "clause"}
    if cue.form == "s":
        return strong or (right is not None and tokens.tags[who[1] - 1] == "N")
    last = tokens.lowers[who[1] - 1]
    return strong and last.endswith("s") and tokens.tags[who[1] - 1] in "wN"


def _with_subject(
    tokens: Tokens, who: Range, group: int, index: int, cue: Cue, right: Content | None, *, carried: bool
) -> Report | None:
    """Choose between what stands before the source and what stands behind the verb."""
    spoken = "q" in cue.frame or "z" in cue.frame
    at = who[0]
    left: Content | None = None
    opens_with_comma = at > 0 and (tokens.tags[at - 1] in ",-Q")
    if spoken and opens_with_comma and not carried:
        left = before(tokens, at)
    ranges: tuple[Range, ...]
    pattern = ""
    cue_end = index + 1
    rest = _behind_comma(tokens, index + 1, cue) if left is not None else None
    if at and tokens.lowers[at - 1] in _CLAUSE_STARTERS and spoken:
        return _as_said(tokens, who, group, index, cue)
    if left is not None and left.pattern == "quote" and _adjacent_quote(tokens, at):
        ranges, pattern = left.ranges, "quote"
        if right is not None and right.pattern in {"quote", "that"}:
            ranges += right.ranges
        elif rest is not None and rest[0] < rest[1] and tokens.tags[rest[0]] == "Q":
            ranges += (rest,)
    elif right is not None:
        ranges, pattern, cue_end = right.ranges, right.pattern, max(right.cue_end, index + 1)
        who = _with_lost_comma(tokens, who)
        if pattern != "lead":
            cue_end = index + 1
    elif left is not None and (rest is not None or _closing(tokens, index + 1, cue)):
        ranges, pattern = left.ranges, left.pattern
        if rest is not None:
            ranges += (rest,)
    elif "q" in cue.frame and cue.family == "speech" and _closing(tokens, index + 1, cue):
        ranges, pattern = (), "alone"
    else:
        return None
    hearer = _hearer_of(tokens, index, cue)
    return Report(who, (group, cue_end), ranges, pattern, cue.lemma, cue.family, hearer, carried)


def _with_lost_comma(tokens: Tokens, who: Range) -> Range:
    """Take in the name before an apposition whose second comma was lost: "Roe, chair of X said"."""
    if who[0] < 2 or tokens.tags[who[0] - 1] != "," or tokens.tags[who[0]] not in "Nw":
        return who
    start = who[0] - 1
    while start and tokens.tags[start - 1] not in ",;:-.tsQ":
        start -= 1
    named = "N" in tokens.tags[start : who[0] - 1] and tokens.tags[start] in "dNw"
    if start == 0 and named and who[0] - 1 - start > 1 and subject(tokens, who[0] - 1) == (0, who[0] - 1):
        return (0, who[1])
    return who


def _hearer_of(tokens: Tokens, index: int, cue: Cue) -> Range | None:
    """Return who was told, if a hearer is named ("told the BBC")."""
    if cue.lemma not in {"tell", "inform", "assure", "remind", "warn"} or index + 1 >= len(tokens):
        return None
    if tokens.tags[index + 1] not in "dNw":
        return None
    stop = phrase_right(tokens, index + 1, apposition=False)
    return (index + 1, stop) if stop > index + 1 else None


def _adjacent_quote(tokens: Tokens, at: int) -> bool:
    """Say whether a quotation stands right before token ``at``, but for a comma or dash."""
    while at and tokens.tags[at - 1] in ",-":
        at -= 1
    return at > 0 and tokens.tags[at - 1] == "Q"


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
    if index < stop and tokens.tags[index] in ",:" and index + 1 < stop:
        after_comma = tokens.lowers[index + 1]
        if tokens.tags[index + 1] in "gr" or after_comma in {"according", "although", "though", "while", "as"}:
            return None
        return (index + 1, stop)
    if index < stop and tokens.tags[index] == "Q":
        return (index, stop)
    return None


def _as_said(tokens: Tokens, who: Range, group: int, index: int, cue: Cue) -> Report | None:
    """Return the attribution of "As the minister said, ..." and "..., as he put it"."""
    start = who[0] - 1
    rest = _behind_comma(tokens, index + 1, cue)
    content: tuple[Range, ...] = (rest,) if rest is not None else ()
    if start:
        left = before(tokens, start)
        content = (*left.ranges, *content) if left is not None else content
    if not content:
        return None
    return Report(who, (group, index + 1), content, "trailing", cue.lemma, cue.family)


def _inverted(tokens: Tokens, index: int, cue: Cue) -> Report | None:
    """Return the attribution of "...," said the minister."""
    stop = sentence_end(tokens)
    if index == 0 or index + 1 >= stop or tokens.tags[index - 1] not in ",Q-":
        return None
    if tokens.tags[index + 1] not in "dNwn0":
        return None
    quoted = _adjacent_quote(tokens, index)
    end = phrase_right(tokens, index + 1)
    if end <= index + 1:
        return None
    tail = skip_setting(tokens, end, cue)
    if tail < stop and tokens.tags[tail] not in ",;:-.Qs(gp":
        return None
    if not quoted and (cue.lemma not in {"say", "add", "write", "warn", "note", "explain", "argue"} or tail < stop):
        return None
    if not quoted and tokens.tags[index + 1] == "n":
        return None
    left = before(tokens, index)
    if left is None:
        return None
    ranges = left.ranges
    rest = _behind_comma(tokens, end, cue)
    if rest is not None and quoted and tokens.tags[rest[0]] in "Qt":
        ranges += (rest,)
    return Report((index + 1, end), (index, index + 1), ranges, left.pattern, cue.lemma, cue.family)


def _participle(
    tokens: Tokens, group: int, index: int, cue: Cue, right: Content | None, earlier: list[Report]
) -> Report | None:
    """Return the attribution of ", adding that ...": its source is the main clause's."""
    if right is None or right.pattern not in {"that", "quote", "colon", "clause", "lead", "question", "to", "noun"}:
        return None
    weak = right.pattern in {"lead", "to", "noun", "clause", "question"}
    if weak and (cue.family not in {"speech"} or (tokens.tags[group - 1] if group else "") not in ",Q"):
        return None
    if cue.family == "wish" or ("m" in cue.frame and weak) or (cue.lemma in SIGNS and tokens.tags[group - 1] == ","):
        return None
    who: Range | None = None
    if earlier and earlier[-1].source is not None:
        who = earlier[-1].source
    elif group:
        who = main_subject(tokens, group) or _first_phrase(tokens, group)
    if group == 0:
        who = None
    return Report(who, (group, right.cue_end if right.pattern == "lead" else index + 1), right.ranges, right.pattern, cue.lemma, cue.family, None, who is not None)


def _first_phrase(tokens: Tokens, stop: int) -> Range | None:
    """Return the noun phrase that opens a sentence whose verb is not known."""
    if tokens.tags[0] not in "ndNw":
        return None
    end = phrase_right(tokens, 0)
    return (0, end) if 0 < end < stop else None


def _passive(tokens: Tokens, group: int, index: int, cue: Cue) -> Report | None:
    """Return the attribution of "was condemned by the council"."""
    for by in range(index + 1, min(index + 4, len(tokens) - 1)):
        if tokens.lowers[by] == "by":
            end = phrase_right(tokens, by + 1)
            what = subject(tokens, group)
            if end <= by + 1 or what is None or cue.family in {"thought"}:
                return None
            if end < len(tokens) and tokens.tags[end] in "tis" and set(cue.frame) & set("oi"):
                rest = (end, sentence_end(tokens))
                return Report((by + 1, end), (group, by + 1), (rest,), "passive", cue.lemma, cue.family)
            return Report((by + 1, end), (group, by + 1), (what,), "passive", cue.lemma, cue.family)
        if tokens.tags[by] not in "bpw":
            return None
    return None


def _adjective(tokens: Tokens, index: int) -> Report | None:
    """Return the attitude of "officials are sceptical of the plan"."""
    lead = index + 1
    if lead + 1 >= len(tokens) or tokens.lowers[lead] not in ADJECTIVE_LEADS:
        return None
    group = _group(tokens, index)
    if not any(word in _LINKING or word.endswith(("'s", "’s", "'re", "’re")) for word in tokens.lowers[max(0, group - 1) : index]):
        return None
    who = subject(tokens, group)
    if who is None or tokens.lowers[who[0]] in {"it", "there", "this", "that", "it's", "it’s"}:
        return None
    inside = tokens.tags[lead] in "tsi" or tokens.lowers[lead] in {"if", "whether"}
    start = lead if inside else lead + 1
    stop = sentence_end(tokens)
    for at in range(start + 1, stop):
        if tokens.tags[at] in ";" or (tokens.tags[at] == "," and at + 1 < stop and tokens.lowers[at + 1] in {"but", "and", "according"}):
            stop = at
            break
    if stop <= start:
        return None
    return Report(who, (group, start), ((start, stop),), "adjective", tokens.lowers[index], "judgement")


def _clear_to(tokens: Tokens, index: int) -> Report | None:
    """Return the judgement of "it is not clear to officials that"."""
    if index + 2 >= len(tokens) or tokens.lowers[index + 1] != "to" or tokens.tags[index + 2] not in "dNwo":
        return None
    end = index + 2
    while end < len(tokens) and tokens.tags[end] in "dNw0co,p":
        end += 1
    if end >= len(tokens) or (tokens.tags[end] not in "ts"):
        return None
    group = _group(tokens, index)
    return Report((index + 2, end), (group, index + 2), ((end, sentence_end(tokens)),), "adjective", "clear", "judgement")


def _noun(tokens: Tokens, index: int) -> Report | None:
    """Return the attribution of "the ministry's claim that ..."."""
    tags, lowers = tokens.tags, tokens.lowers
    start = index
    while start and tags[start - 1] in "w0be" and index - start < 3 and not lowers[start - 1].endswith(("'s", "’s", "s'", "s’")):
        start -= 1
    if not start:
        return None
    owner = lowers[start - 1]
    if owner in _POSSESSIVE:
        who = (start - 1, start)
    elif owner.endswith(("'s", "’s")) and tags[start - 1] in "wN":
        begin = start - 1
        while begin and tags[begin - 1] in "dNw0" and start - begin < 8:
            begin -= 1
        who = (begin, start)
    else:
        return None
    at = index + 1
    while at < len(tokens) and (tags[at] in "pdNw0" or lowers[at] in {"after", "before"}) and at - index < 9:
        at += 1
    stop = sentence_end(tokens)
    if at < stop and tags[at] == "t" and at + 1 < stop and tags[at + 1] not in "av":
        return Report(who, (start, index + 1), ((at, stop),), "noun", lowers[index], "speech")
    if index + 1 < stop and tags[index + 1] == "i":
        return Report(who, (start, index + 1), ((index + 1, stop),), "noun", lowers[index], "wish")
    return None


def _according(tokens: Tokens, index: int) -> Report | None:
    """Return the attribution of "according to the ministry"."""
    if index + 2 >= len(tokens) or tokens.lowers[index + 1] != "to":
        return None
    end = phrase_right(tokens, index + 2)
    if end <= index + 2:
        return None
    stop = sentence_end(tokens)
    if index < 2 and (end >= stop or tokens.tags[end] != ","):
        end = phrase_right(tokens, index + 2, apposition=False)  # the comma opens the content
    ranges: tuple[Range, ...] = ()
    start = index
    while start and tokens.tags[start - 1] in ",-b(":
        start -= 1
    if start:
        ranges = ((0, start),)
    comma = end
    if comma < stop and tokens.tags[comma] in ",-" and comma + 1 < stop and (not ranges or tokens.tags[comma + 1] not in "grp"):
        ranges += ((comma + 1, stop),)
    if not ranges:
        return None
    return Report((index + 2, end), (index, index + 2), ranges, "according", "according", "speech")


def _untangled(tokens: Tokens, found: list[Report]) -> list[Report]:
    """Cut a content where the next attribution of the sentence begins."""
    done: list[Report] = []
    for number, report in enumerate(found):
        limit = len(tokens)
        for later in found[number + 1 :]:
            cut = _cut(tokens, report, later)
            limit = min(limit, cut) if cut else limit
        ranges = tuple((start, min(end, limit)) for start, end in report.content if start < limit)
        if (ranges or report.pattern == "alone") and not _retold(tokens, report, done):
            done.append(replace(report, content=ranges))
    return done


_SINGULAR = frozenset({"he", "she", "it"})


def _retold(tokens: Tokens, report: Report, outer: list[Report]) -> bool:
    """Say whether an attitude inside another's content is only that one's own account.

    "The officials said they expect more" is one statement, not two; and whom the officials
    call ready to act has not said so.
    """
    if report.source is None or report.family == "speech" or report.carried:
        return False
    start = report.source[0]
    for other in outer:
        if other.source is None or not any(begin <= start < end for begin, end in other.content):
            continue
        if report.lemma in DISPOSITIONS:
            return True
        word = tokens.lowers[start]
        if tokens.tags[start] == "n" and (word not in {"we", "you", "they"}) == _singular(tokens, other.source):
            return True
    return False


def _singular(tokens: Tokens, who: Range) -> bool:
    """Guess whether a source is one person or body."""
    if tokens.lowers[who[0]] in _SINGULAR or tokens.tags[who[0]] == "n":
        return tokens.lowers[who[0]] in _SINGULAR
    head = who[0]
    while head + 1 < who[1] and tokens.tags[head + 1] in "dNw0e":
        head += 1
    return tokens.tags[head] == "N" or not tokens.lowers[head].endswith("s")


def _cut(tokens: Tokens, report: Report, later: Report) -> int:
    """Return where ``later`` ends the content of ``report``; 0 if it lies inside it."""
    begin = later.cue[0] if later.source is None or later.carried else min(later.source[0], later.cue[0])
    if begin <= report.cue[1] or not report.content or later.family != "speech":
        return 0
    if later.content and later.content[0][0] < report.cue[0]:
        at = begin  # "..., officials said" behind it: what stands before is all theirs
        while at and tokens.tags[at - 1] in ",-":
            at -= 1
        return at
    at = begin
    while at and tokens.tags[at - 1] in "b":
        at -= 1
    if at and tokens.tags[at - 1] in "cs" and at > 1 and tokens.tags[at - 2] == "," and not later.carried:
        return at - 2
    if at and tokens.tags[at - 1] == "c" and later.carried and later.pattern in {"that", "quote"}:
        return at - 2 if at > 1 and tokens.tags[at - 2] == "," else at - 1
    return 0


_TRIGGERS: dict[str, str] = (
    dict.fromkeys(LIGHT_VERBS, "light")
    | dict.fromkeys(CLEAR_TO, "clear")
    | dict.fromkeys(ADJECTIVES, "adjective")
    | dict.fromkeys(NOUNS, "noun")
    | dict.fromkeys(VERBS, "verb")
    | {"according": "according"}
)
