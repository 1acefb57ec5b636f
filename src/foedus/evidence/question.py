"""What a question asks: its type, the words that an answer must bear on, the parties it names.

The type decides which cues in a sentence count (because, could, unlike). The words that only
frame the question (what role, how might, impact) are cues too and not content.
"""

# ruff: noqa: E501 - lists of words and patterns, one line each, are easier to compare

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from foedus.evidence.actors import NOBODY, Actors
from foedus.evidence.dossier_format import QuestionKind

_I = re.IGNORECASE

# The first pattern that fits is the type; a type without a pattern of its own is "what".
_KINDS: tuple[tuple[QuestionKind, re.Pattern[str]], ...] = (
    ("what", re.compile(r"\s*what (is|are|was|were) (?!(the |its? )?(\w+ )?(roles?|part|risks?|dangers?|challenges?|effects?|impacts?|implications?|consequences?|histor\w*|lessons?|differences?|reasons?|past|earlier)\b)(?!.*\b(compar|differ|similar))", _I)),
    ("why", re.compile(r"\s*(why|for what reason|what (is|are|were) the reasons?|what makes)\b", _I)),
    ("role", re.compile(r"\b(roles?|part (do|does|did|is|are)|involved|involvement)\b", _I)),
    ("risks", re.compile(r"\b(risks?|risky|dangers?|threats? of|downsides?|drawbacks?|challenges?|weakness(es)?|problems?|obstacles?)\b", _I)),
    ("compare", re.compile(r"\b(compar\w+|differ\w*|similar\w*|versus|vs|stronger than|weaker than|better than)\b", _I)),
    ("history", re.compile(r"\b(history|histor\w+|evolv\w+|evolution|developed over|past|earlier|previous|became of|led (up )?to|origins?|since when|lessons?)\b", _I)),
    ("effect", re.compile(r"\b(impacts?|affect\w*|effects?|influenc\w*|consequen\w+|implications?|imply|mean for|would .{0,40} mean|lead to|change|contribute|resolve)\b", _I)),
    ("how", re.compile(r"\s*how\b", _I)),
)  # fmt: skip

# What a sentence says that answers a question of the type.
CUES: dict[QuestionKind, re.Pattern[str]] = {
    "why": re.compile(r"\b(because|since|due to|given|owing to|in return for|in exchange for|so that|in order to|as a result|reasons?|driven by|prompt\w*|led to|recogni[sz]\w+|reflects?|aims? to|significan\w+|critical|desire|despite|unlikely|oppos\w+)\b", _I),
    "what": re.compile(r"\b(is|are|means?|refers? to|consists?|includ\w+|commitments?|defined?|involves?|formal|primarily|designed)\b", _I),
    "how": re.compile(r"\b(by \w+ing|through|would|will|under|via|mechanism|means of|in the event|requires?|must|within)\b", _I),
    "role": re.compile(r"\b(provid\w+|support\w*|lead\w*|role|part|pledg\w+|commit\w*|supply\w*|suppli\w+|train\w*|mediat\w+|negotiat\w+|fund\w*|offer\w*|promis\w+|join\w*|guarant\w+)\b", _I),
    "risks": re.compile(r"\b(risks?|could|may|might|dangers?|danger|however|unless|fail\w*|weaken\w*|embolden\w*|escalat\w+|vulnerab\w+|entangl\w+|lack\w*|provok\w+|uncertain\w*|doubt\w*|depend\w*|challenges?|complicat\w+|not yet|refus\w+)\b", _I),
    "effect": re.compile(r"\b(could|may|might|would|lead\w*|result\w*|influenc\w+|affect\w*|strengthen\w*|weaken\w*|complicat\w+|enhanc\w+|leverage|encourag\w+|facilitat\w+|prolong\w*|so that|as a result)\b", _I),
    "compare": re.compile(r"\b(unlike|like|similar\w*|akin|compar\w+|differ\w*|whereas|while|instead|rather than|than|but|however|lacks?|without|outside|comparable|modelled)\b", _I),
    "history": re.compile(r"\b(19\d\d|20\d\d|since|after|before|began|initially|first|then|later|earlier|previous\w*|past|history|followed|following|dat\w+ back|evolved|signed|agreed|had|was|were)\b", _I),
}  # fmt: skip

# What says so most plainly.
STRONG: dict[QuestionKind, re.Pattern[str]] = {
    "why": re.compile(r"\b(because|since(?! \d)|due to|given (that|the)|in return for|in exchange for|so that|reasons?|matters?|significan\w+|as a (way|result))\b", _I),
    "how": re.compile(r"\b(by \w+ing|through|in the event|mechanism|within \w+ (hours|days))\b", _I),
    "risks": re.compile(r"\b(risk\w*|dangers?|embolden\w*|escalat\w+|vulnerab\w+|entangl\w+|weaken\w*|fail\w*|lacks?|not upheld|provok\w+|challenges?|unless)\b", _I),
    "effect": re.compile(r"\b(could|might|would|leverage|strengthen\w*|weaken\w*|complicat\w+|encourag\w+|prolong\w*|so that|therefore)\b", _I),
    "compare": re.compile(r"\b(unlike|similar|akin|compar\w+|differ\w*|whereas|stronger than|weaker than|firmer|than)\b", _I),
    "history": re.compile(r"\b(in|since|on|of|from|until) (\w+ ){0,2}(19|20)\d\d\b", _I),
    "role": re.compile(r"\b(roles?|provid\w+|lead\w*|led|pledg\w+|commit\w+|supply\w*|suppli\w+|fund\w*|finance\w*|mediat\w+|backstop|monitor\w*)\b", _I),
}  # fmt: skip

# Words that frame a question, whatever it is about.
_FRAME = frozenset(
    """a an the of to in on for with and or by from at as is are was were be been being it its this that these those there
    do does did has have had can could may might will would shall should must not no any anymore more than into about over between
    what which who whom whose why how when where whether if so such also we you they he she i our their his her them
    role roles part challenge challenges problem problems obstacle obstacles put putting give gives gave up out many much few want wants say play plays playing played risk risks danger dangers impact impacts affect affects effect effects influence
    mean means meaning imply implies implication implications consequence consequences lead leads led reason reasons compare
    compared comparison differ difference differences similar history evolve evolved happen happens happened going
    become became now still ever yet new current currently recent recently exactly actually main key major important
    work works matter matters say says said tell tells teach explain describe make makes made given get take put use used
    included include includes involve involved possible potential potentially likely instead rather versus vs s t""".split()
)

# Words that sources use for one another. Small and general: a text's own words count more.
_ALIKE: tuple[tuple[str, ...], ...] = (
    ("deal", "agreement", "pact", "accord", "arrangement"),
    ("talks", "negotiations", "negotiation", "diplomacy", "diplomatic"),
    ("guarantee", "guarantees", "assurance", "assurances"),
    ("membership", "member", "join", "joining", "accession", "bid"),
    ("pursue", "pursuing", "seek", "seeking", "sought", "aspirations", "aims"),
    ("drop", "dropped", "abandon", "abandoned", "renounce", "withdraw", "give up", "gave up"),
    ("conflict", "war", "hostilities", "invasion"),
    ("resolution", "resolve", "settlement", "solution", "end", "ceasefire", "peaceful"),
    ("shift", "change", "move", "pivot", "departs", "approach", "shifting", "shifted"),
    ("rely", "relying", "reliance", "depend", "depends"),
    ("europe", "european", "europeans", "eu"),
    ("troops", "forces", "soldiers", "force"),
    ("cede", "ceding", "concession", "concessions", "territorial", "territory", "land"),
    ("enforce", "enforced", "enforcement", "uphold", "upheld", "monitoring", "monitor"),
    ("opinion", "poll", "polls", "survey", "citizens"),
    ("entanglement", "entangle", "entrapment", "drawn", "confrontation", "targets"),
    ("escalation", "escalate", "escalating", "retaliation"),
    ("expansion", "enlargement", "expand"),
    ("relations", "relationship", "ties"),
    ("implementation", "implement", "implementing", "practice"),
    ("binding", "ratified", "ratify", "enforceable"),
    ("allies", "ally", "partners", "guarantor", "guarantors"),
    ("guarantor", "guarantors", "ally", "allies"),
    ("bid", "application", "aspirations", "membership"),
    ("seek", "seeks", "demand", "demands", "want", "wants", "request", "requests", "asks"),
    ("raise", "enhance", "enhances", "strengthen", "strengthens", "increase"),
    ("support", "aid", "assistance"),
)

_TOKEN = re.compile(r"(?:[A-Z]\.){2,}|[^\W_]+(?:['’][^\W_]+)?")


@dataclass(frozen=True, slots=True, kw_only=True)
class Term:
    """A thing that the question speaks of: the word, and other words for it.

    ``proper`` is True for a name or a number: an answer must speak of that, not of another.
    ``framing`` is True for a word that only says what type of answer is asked for: it helps where
    sources use it, and nothing is missing where they do not.
    """

    word: str
    alike: tuple[str, ...] = ()
    proper: bool = False
    framing: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """A question, taken apart."""

    text: str
    kind: QuestionKind
    terms: tuple[Term, ...]
    parties: tuple[Term, ...] = ()


# What a question about risks asks for by name; of the other types, only the cues speak.
_RISK = Term(
    word="risk",
    alike=("danger", "vulnerable", "challenge", "obstacle", "escalation", "embolden", "provoke"),
    framing=True,
)


def kind_of(question: str) -> QuestionKind:
    """Return the type of a question.

    Examples
    --------
    >>> kind_of("What role do the allies play?"), kind_of("Who signed?")
    ('role', 'what')
    """
    return next((kind for kind, pattern in _KINDS if pattern.search(question)), "what")


def take_apart(
    question: str,
    actors: Actors = NOBODY,
    kind: QuestionKind | None = None,
    *,
    places: frozenset[str] = frozenset(),
) -> Asked:
    """Take a question apart; the names in ``places`` are places, not the party that sits there.

    Examples
    --------
    >>> [term.word for term in take_apart("Why did Ruritania leave the pact of 1994?").terms]
    ['Ruritania', 'leave', 'pact', '1994']
    """
    names = _names(actors, places)
    terms: dict[str, Term] = {}
    parties: dict[str, Term] = {}
    rest = question
    # The longest names first, so that "United States" is one thing.
    for name in sorted(names, key=len, reverse=True):
        pattern = re.compile(rf"(?<!\w){re.escape(name)}(?:['’]s?)?(?!\w)")
        if pattern.search(rest):
            party, others = names[name]
            term = Term(word=name, alike=tuple(one for one in others if one != name), proper=True)
            terms.setdefault(party, term)
            parties.setdefault(party, term)
            rest = pattern.sub(" ", rest)
    for place, word in enumerate(_words(rest)):
        key = word.lower()
        if key in _FRAME or len(key) < 2:
            continue
        proper = (word[0].isupper() and place > 0) or word.isdigit()
        alike = tuple(
            dict.fromkeys(one for group in _ALIKE if key in group for one in group if one != key)
        )
        term = Term(word=word, alike=alike, proper=proper and not alike)
        terms.setdefault(key, term)
        if key in {"europe", "european", "eu"}:
            parties.setdefault(key, term)
    told = kind or kind_of(question)
    if told == "risks" and terms:
        terms.setdefault("risk", _RISK)
    return Asked(
        text=question,
        kind=told,
        terms=tuple(terms.values()),
        parties=tuple(parties.values()),
    )


def _words(text: str) -> list[str]:
    words = []
    for match in _TOKEN.finditer(text):
        word = re.sub(r"['’]s?\Z", "", match.group())
        words.append(word.replace(".", "") if "." in word else word)
    return words


def _names(actors: Actors, places: frozenset[str]) -> dict[str, tuple[str, tuple[str, ...]]]:
    """Return every name of a party: which party, and its other names."""
    found: dict[str, tuple[str, tuple[str, ...]]] = {}
    for party in actors.parties:
        every = (party.name, *party.aliases, *party.adjectives)
        names = tuple(name for name in dict.fromkeys(every) if name not in places)
        for name in names:
            if len(name) > 1 and name not in places:
                found.setdefault(name, (party.id, names))
    return found


def same_question(one: Iterable[str], other: Iterable[str]) -> bool:
    """Say whether the stems of two questions are those of one question."""
    first, second = set(one), set(other)
    if not first or not second:
        return False
    return len(first & second) >= 0.75 * len(first | second)
