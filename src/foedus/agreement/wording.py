"""Agreements in plain English: states, conditions, rungs, statuses, reasons, contents.

Every sentence that Foedus prints about an agreement is put together from here, so that the same
word of a file is always said in the same way. The phrases are data, in
:mod:`foedus.agreement.phrases` and :mod:`foedus.agreement.states`.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from foedus.agreement import phrases
from foedus.agreement.condition import FIELDS, All, AnyOf, Condition, Is, Not
from foedus.agreement.states import NAMES, ORGANISATIONS

#: Every page that shows the ladder says so.
LADDER_NOTE = (
    "The rungs order how little is left to the debtor's choice; they do not measure strength."
)

# From this many values on, a test is said by what it leaves out, if that is shorter.
_LONG = 8


def state_name(code: str) -> str:
    """Return the English name of an actor, without the article.

    Examples
    --------
    >>> state_name("USA"), state_name("SUN"), state_name("org:EU")
    ('United States', 'Soviet Union', 'European Union')
    """
    return the_state(code).removeprefix("the ")


def the_state(code: str) -> str:
    """Return the English name of an actor as it stands in a sentence.

    An unknown code is returned as it is, an unknown organisation by the name that the file
    gives it.

    Examples
    --------
    >>> the_state("USA"), the_state("POL"), the_state("org:EU"), the_state("any_state")
    ('the United States', 'Poland', 'the European Union', 'any state')
    """
    if code == "any_state":
        return "any state"
    kind, _, name = code.partition(":")
    if kind == "org" and name:
        return ORGANISATIONS.get(name, name)
    if kind == "non_state" and name:
        return name
    return NAMES.get(code, code)


def say_list(items: Iterable[str], last: str = "and") -> str:
    """Join words as people do: ``a, b and c``; with semicolons where a word has a comma.

    Examples
    --------
    >>> say_list(["a"]), say_list(["a", "b"]), say_list(["a", "b", "c"], "or")
    ('a', 'a and b', 'a, b or c')
    >>> say_list(["x, even y", "z"])
    'x, even y; and z'
    """
    words = list(items)
    if len(words) < 2:
        return "".join(words)
    if any("," in word or ";" in word for word in words):
        return "; ".join(words[:-1]) + f"; {last} {words[-1]}"
    return ", ".join(words[:-1]) + f" {last} {words[-1]}"


def say_rung(rung: str) -> str:
    """Return what a debtor owes at a rung.

    Examples
    --------
    >>> say_rung("consult"), say_rung("assist_mil")
    ('consultation', 'military help')
    """
    return phrases.RUNGS.get(rung, rung)


def say_reason(reason: str) -> str:
    """Return a reason code as a clause.

    Examples
    --------
    >>> say_reason("no_request")
    'the request that is needed was not made'
    """
    return phrases.REASONS.get(reason, reason)


def say_status(status: str) -> str:
    """Return the status of an answer.

    Examples
    --------
    >>> say_status("latent")
    'waiting for a request'
    """
    return phrases.STATUSES.get(status, status)


def say_content(content: str | Iterable[str]) -> str:
    """Return what is to be done, or what to refrain from; several contents as a list.

    Examples
    --------
    >>> say_content("arms"), say_content(["arms", "forces"])
    ('arms', 'arms and armed force of its own')
    """
    known = phrases.CONTENTS | phrases.REFRAINS
    if isinstance(content, str):
        return known.get(content, content)
    return say_list(known.get(word, word) for word in content)


def say_word(vocabulary: str, word: str) -> str:
    """Return a word of another vocabulary: ``deontic``, ``legal_force``, ``party_state`` ...

    A word that has no phrase is returned with blanks.

    Examples
    --------
    >>> say_word("deontic", "shall"), say_word("party_state", "signed_not_ratified")
    ('must', 'signed, not ratified')
    >>> say_word("kind", "threat"), say_word("unsc", "measures_taken")
    ('a threat of force', 'measures taken')
    """
    return (phrases.WORDS | _NOUNS).get(vocabulary, {}).get(word) or word.replace("_", " ")


_NOUNS = {
    "kind": phrases.KINDS,
    "region": phrases.REGIONS,
    "place_type": phrases.PLACE_TYPES,
    "zone": phrases.ZONES,
    "content": phrases.CONTENTS | phrases.REFRAINS,
}


def say_zone(zone: str) -> str:
    """Return the name of a zone.

    Examples
    --------
    >>> say_zone("crimea"), say_zone("northern_strip")
    ('Crimea', 'the northern strip')
    """
    return phrases.ZONES.get(zone) or "the " + zone.replace("_", " ")


def say_who(word: str, article: str = "a") -> str:
    """Return who is meant by a word of a file: a state, a class of actors, or a role.

    ``article`` is ``a`` or ``every``: what to say before the name of a role.

    Examples
    --------
    >>> say_who("FRA"), say_who("creditor"), say_who("ally"), say_who("ally", "every")
    ('France', 'the state that is owed the duty', 'an ally', 'every ally')
    """
    if word == "party" and article != "a":
        return f"{article} party"
    if word in phrases.CLASSES:
        return phrases.CLASSES[word]
    if word.isupper() or ":" in word:
        return the_state(word)
    role = word.replace("_", " ")
    if article == "a" and role[:1] in "aeiou":
        article = "an"
    return f"{article} {role}"


def say_condition(condition: Condition) -> str:
    """Return a condition as a clause that can follow *if*.

    Examples
    --------
    >>> from foedus.agreement.condition import read_condition
    >>> say_condition(read_condition({"kind": ["armed_attack", "limited_armed_attack"]}))
    'the act is an armed attack, even a limited one'
    >>> say_condition(read_condition({"not": {"by": ["party"]}}))
    'the attacker is not a party'
    """
    match condition:
        case Is():
            return _say_test(condition, negated=False)
        case All(parts):
            return say_list(_say_part(part) for part in parts) or "always"
        case AnyOf(parts):
            return "either " + say_list((_say_part(part) for part in parts), "or")
        case Not(Is() as test):
            return _say_test(test, negated=True)
        case Not(part):
            return f"it is not so that {_say_part(part)}"


def _say_part(condition: Condition) -> str:
    """Say a part of a longer condition, in brackets where its own *and* or *or* would blur."""
    said = say_condition(condition)
    compound = isinstance(condition, All | AnyOf) and len(condition.parts) > 1
    return f"({said})" if compound else said


def _say_test(test: Is, *, negated: bool) -> str:
    whole = phrases.WHOLE.get(test.field)
    if whole is not None:
        return _say_whole(test, whole, negated=negated)
    said = _say_values(test)
    return phrases.TEMPLATES[test.field][negated].format(said)


def _say_whole(test: Is, whole: dict[tuple[str, ...], str], *, negated: bool) -> str:
    vocabulary, _ = FIELDS[test.field]
    if negated and test.field in phrases.NOT_WHOLE:
        return phrases.NOT_WHOLE[test.field][tuple(sorted(set(test.values)))]
    wanted = [word for word in vocabulary if (word in test.values) != negated]
    key = tuple(sorted(wanted))
    if key in whole:
        return whole[key]
    if not wanted:
        return "never"
    if len(wanted) == len(vocabulary):
        return f"whatever holds for {test.field.replace('_', ' ')}"
    return "either " + say_list((whole[word,] for word in wanted), "or")


def _say_values(test: Is) -> str:
    """Return the values of a test, joined by *or*."""
    words = list(dict.fromkeys(test.values))
    known = phrases.VALUES.get(test.field)
    if known is None:
        return say_list((_say_name(test.field, word) for word in words), "or")
    vocabulary, _ = FIELDS[test.field]
    left_out = [word for word in vocabulary if word not in words]
    if len(words) >= _LONG and 0 < len(left_out) < len(words):
        return "anything but " + say_list((known[word] for word in left_out), "or")
    if test.field == "kind" and {"armed_attack", "limited_armed_attack"} <= set(words):
        return _say_attacks(words)
    return say_list((known[word] for word in words), "or")


def _say_attacks(words: Sequence[str]) -> str:
    others = [w for w in words if w not in {"armed_attack", "limited_armed_attack"}]
    if not others:
        return "an armed attack, even a limited one"
    said = ["an armed attack (even a limited one)", *(phrases.KINDS[word] for word in others)]
    return say_list(said, "or")


def _say_name(field: str, word: str) -> str:
    if field == "zone":
        return say_zone(word)
    if field in {"organ", "request_article"}:
        return word.replace("_", " ")
    return say_who(word)
