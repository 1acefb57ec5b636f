"""One attribution in tokens of its sentence, and what every rule asks about its verb.

Where the verb group begins, what form it has, and whose subject it shares.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from foedus.evidence.phrase import BE, Range, is_time, main_subject, phrase_right

if TYPE_CHECKING:
    from foedus.evidence.cue import Cue
    from foedus.evidence.tokens import Tokens


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


Voice = Literal["finite", "passive", "participle", "infinitive", "bare"]
MAX_GROUP = 6  # tokens of a verb group: "had not yet publicly been"


@dataclass(frozen=True, slots=True)
class Verb:
    """A reporting verb in its sentence: its token, where its group begins, and its form."""

    cue: Cue
    index: int
    group: int
    voice: Voice

    @property
    def stop(self) -> int:
        """The token behind the verb."""
        return self.index + 1

    def report(self, source: Range | None, content: tuple[Range, ...], pattern: str) -> Report:
        """Return an attribution with this verb as its cue."""
        span = (self.group, self.stop)
        return Report(source, span, content, pattern, self.cue.lemma, self.cue.family)


def verb_at(tokens: Tokens, index: int, cue: Cue) -> Verb:
    """Return the verb at a token, with its group and form."""
    group = verb_group(tokens, index)
    return Verb(cue, index, group, _voice(tokens, group, index, cue))


_HELPERS = frozenset(
    "is are was were be been being am has have had having do does did will would can could may"
    " might must shall should isn't aren't wasn't weren't hasn't haven't hadn't don't doesn't"
    " didn't won't wouldn't can't couldn't cannot isn’t aren’t wasn’t weren’t hasn’t haven’t"
    " hadn’t don’t doesn’t"
    " didn’t won’t wouldn’t can’t couldn’t".split()
)


_STANDALONE = frozenset(
    "many several few some most all both each another such one two three four"
    " five six seven eight nine ten dozens hundreds thousands half neither either this"
    " these those".split()
)


def verb_group(tokens: Tokens, index: int) -> int:
    """Return where the verb group of the verb at ``index`` begins."""
    start = index
    while start and index - start < MAX_GROUP and tokens.tags[start - 1] in "ab":
        start -= 1
    while start > 1 and index - start < MAX_GROUP and _timed(tokens, start - 1):
        start -= 1  # "the minister on Monday announced"
        while (start > 1 and tokens.tags[start - 1] in "dp") or tokens.lowers[start - 1] in {
            "late",
            "early",
        }:
            start -= 1
    return start


def _timed(tokens: Tokens, at: int) -> bool:
    """Say whether a time stands here that goes with the verb, not with the noun before it."""
    if not is_time(tokens, at):
        return False
    begin = at
    while begin and (is_time(tokens, begin) or tokens.tags[begin] in "0d"):
        begin -= 1
    return tokens.lowers[begin] != "of"


def _voice(tokens: Tokens, group: int, index: int, cue: Cue) -> Voice:
    """Say what kind of verb form stands here: finite, passive, participle, infinitive, bare."""
    helpers = [word for word in tokens.lowers[group:index] if word in _HELPERS]
    if (
        group
        and tokens.tags[group - 1] == "n"
        and tokens.lowers[group - 1].endswith(("'s", "’s", "'re", "’re", "'m", "’m"))
    ):
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


def owns(tokens: Tokens, who: Range) -> bool:
    """Say whether a phrase ends in a possessive or an article, so that no verb can follow it."""
    last = tokens.lowers[who[1] - 1]
    if tokens.tags[who[1] - 1] == "d":
        return last not in _STANDALONE
    return tokens.tags[who[1] - 1] not in "nr" and last.endswith(("'s", "’s"))


def carried_subject(tokens: Tokens, group: int, earlier: list[Report]) -> Range | None:
    """Return the subject that a verb shares with the verb before it."""
    if earlier and earlier[-1].source is not None and earlier[-1].pattern != "noun":
        return earlier[-1].source
    return main_subject(tokens, group)


def first_phrase(tokens: Tokens, stop: int) -> Range | None:
    """Return the noun phrase that opens a sentence whose verb is not known."""
    if tokens.tags[0] not in "ndNw":
        return None
    end = phrase_right(tokens, 0)
    return (0, end) if 0 < end < stop else None


def quote_before(tokens: Tokens, at: int) -> bool:
    """Say whether a quotation stands right before token ``at``, but for a comma or dash."""
    while at and tokens.tags[at - 1] in ",-":
        at -= 1
    return at > 0 and tokens.tags[at - 1] == "Q"
