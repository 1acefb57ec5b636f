"""Loopholes in plain words."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from foedus.agreement.phrases import KINDS, TEMPLATES, VALUES
from foedus.agreement.wording import say_list, say_rung, say_zone, state_name, the_state
from foedus.obligations.deviation import harm
from foedus.obligations.dimension import NOBODY
from foedus.obligations.event_words import say_day, say_fact
from foedus.obligations.sentence import capital, names, say_cite

if TYPE_CHECKING:
    from foedus.agreement.vocabulary import Rung
    from foedus.obligations.deviation import Deviation, Loophole
    from foedus.obligations.loophole import Gaps

MOST_WORDS = 5  # values that are named one by one; of more, the first FIRST_WORDS are
FIRST_WORDS = 3

_VERBS: dict[Rung, str] = {
    "none": "do anything",
    "consult": "consult",
    "refer_unsc": "seek Security Council action",
    "act_discretion": "act",
    "assist_nonmil": "help",
    "assist_mil": "give military help",
    "automatic": "fight without a further decision",
}

#: Dimension -> values (sorted) -> clause. Values that are not said together are joined by *or*.
_SAID: dict[str, dict[tuple[str, ...], str]] = {
    "place": {
        ("occupied_land",): "it happens on land of the victim that the attacker holds",
        ("overseas_land",): "it happens on overseas land of the victim",
        ("island",): "it happens on an island of the victim",
        ("empty_feature",): "it happens on an uninhabited feature",
        ("territorial_sea",): "it happens in the victim's territorial sea",
        ("airspace",): "it happens in the victim's airspace",
        ("land_of_a_party",): "it happens on the land of another party",
        ("foreign_land",): "it happens on the land of a third state",
        ("high_seas",): "it happens on the high seas",
        ("home_land",): "it happens on the victim's own land",
    },
    "request": {
        ("none",): "nothing is asked for",
        ("assistance",): "only help is asked for",
        ("consultation",): "only consultation is asked for",
        ("consultation", "none"): "help is not asked for",
        ("assistance", "none"): "consultation is not asked for",
        ("assistance", "consultation"): "only one of help and consultation is asked for",
        ("assistance", "consultation", "none"): "help and consultation are not both asked for",
        ("both",): "help and consultation are asked for",
    },
    "request_article": {
        ("none",): "the request names no article",
        ("another",): "the request names another article",
        ("as_needed",): "the request names the article",
    },
    "ceasefire": {
        ("none",): "no ceasefire has begun before it",
        ("has_started",): "the ceasefire has broken down before it",
        ("has_started", "none"): "no ceasefire is in force",
        ("in_force",): "a ceasefire is in force",
    },
    "hostilities": {
        ("running",): "the present war has not ended before it",
        ("ended",): "the present war has ended before it",
    },
    "finding": {
        ("none",): "the organ takes no decision",
        ("rejected",): "the organ decides against it",
        ("none", "rejected"): "the organ does not decide for it",
    },
    "joined_by": {
        ("none",): "nobody joins the attacker",
        ("two",): "a second state joins the attacker",
    },
    "interest_affected": {
        ("false",): "no interest of a party is affected",
        ("true",): "interests of the parties are affected",
    },
    "performed": {
        ("false",): "the third state on which help depends does not act",
        ("true",): "the third state on which help depends acts",
    },
    "resisted": {("false",): "nobody resists", ("true",): "it is resisted"},
}

#: Dimension of a guarantor -> value -> what follows its name.
_OWN: dict[str, dict[str, str]] = {
    "state": {
        "released": "has been released by the victim",
        "signed_not_ratified": "has not ratified",
        "withdrawn": "has withdrawn",
        "suspended": "is suspended",
        "in_force": "is bound",
    },
    "vote": {"no": "votes against", "none": "does not vote", "yes": "votes for"},
    "cross": {
        "false": "has no national commitment in force",
        "true": "has a national commitment in force",
    },
    "exemption": {"true": "invokes its exemption", "false": "invokes no exemption"},
    "agreed": {
        "false": "does not agree to the finding that is needed",
        "true": "agrees to the finding that is needed",
    },
}


def say_deviation(gaps: Gaps, deviation: Deviation) -> str:
    """Return one deviation as a clause that can follow *if*."""
    name, _, guarantor = deviation.dimension.partition(":")
    members = deviation.members
    if name in _OWN:
        return f"{_whose(guarantor)} {say_list((_OWN[name][m] for m in members), 'or')}"
    if name == "attacker":
        return f"the attacker is {say_list((_attacker(gaps, m) for m in members), 'or')}"
    if name == "zone":
        return _joined_or([_zone(m) for m in members])
    if name in _SAID:
        return _together(name, members)
    return _by_condition(name, members)


def _whose(guarantor: str) -> str:
    return the_state(guarantor) if guarantor else "every guarantor"


def _zone(member: str) -> str:
    return (
        "it happens outside such zones" if member == "none" else f"it happens in {say_zone(member)}"
    )


def _attacker(gaps: Gaps, member: str) -> str:
    match member:
        case "proxy":
            return f"a group backed by {_challenger(gaps)}"
        case "non_state":
            return "a non-state group from abroad"
        case _ if member == NOBODY:
            return "a state outside the agreement"
        case _:
            return the_state(member)


def _challenger(gaps: Gaps) -> str:
    if gaps.challenger == NOBODY:
        return "a state outside the agreement"
    return the_state(gaps.challenger)


def _together(name: str, members: tuple[str, ...]) -> str:
    """Say values together where there is a phrase for it, else one after the other."""
    said, key = _SAID[name], tuple(sorted(members))
    if key in said:
        return said[key]
    return _joined_or([said.get((member,)) or say_fact(name, member) for member in members])


def _joined_or(clauses: list[str]) -> str:
    """Join clauses by *or*; what they all begin with is said once."""
    start = "it happens "
    if len(clauses) > 1 and all(clause.startswith(start) for clause in clauses):
        return start + say_list((clause.removeprefix(start) for clause in clauses), "or")
    return say_list(clauses, "or")


def _by_condition(name: str, members: tuple[str, ...]) -> str:
    """Say values of a field of conditions; of many, the first and how many others."""
    if name not in TEMPLATES:  # said as a whole
        return _joined_or([say_fact(name, member) for member in members])
    said = _few([VALUES[name][member] for member in members], "others")
    return TEMPLATES[name][0].format(said)


def _few(words: list[str], others: str) -> str:
    """Join words by *or*, the first few where they are many."""
    if len(words) <= MOST_WORDS:
        return say_list(words, "or")
    more = f"one of {len(words) - FIRST_WORDS} {others}"
    return say_list([*words[:FIRST_WORDS], more], "or")


def say_loophole(gaps: Gaps, loophole: Loophole) -> str:
    """Return a loophole as one readable sentence."""
    conditions, spoken_for = _conditions(gaps, loophole)
    text = f"{_act(gaps, loophole)} obliges nobody to {_VERBS[gaps.below]}"
    if conditions:
        text += f" if {_joined(conditions)}"
    if loophole.through:
        text += f" ({_through(gaps, loophole)})"
    if loophole.left != "none":
        kept = "owed" if gaps.axis == "legal" else "promised"
        text += f"; {say_rung(loophole.left)} is still {kept}"
    if loophole.variants and not spoken_for:
        count = len(loophole.variants)
        ways = f"{count} more way{'s' if count > 1 else ''}"
        text += f"; the same holds with other guarantors in {ways}"
    return capital(text) + "."


def _act(gaps: Gaps, loophole: Loophole) -> str:
    """Say what is done to the victim: the acts that deviate, or the plainest one."""
    victim = the_state(gaps.beneficiary)
    kinds = next((d.members for d in loophole.deviations if d.dimension == "kind"), ())
    if kinds:
        largest = sorted(kinds, key=lambda kind: -harm({"kind": kind}))
        return f"{_few([KINDS[kind] for kind in largest], 'other acts')} against {victim}"
    kind = gaps.paradigm.get("kind", "armed_attack")
    if kind == "armed_attack":
        return f"even an armed attack on {victim}"
    return f"{KINDS[kind]} against {victim}"


def _conditions(gaps: Gaps, loophole: Loophole) -> tuple[list[str], bool]:
    """Return the deviations as clauses, and whether they speak for every variant."""
    parts = [d for d in loophole.deviations if d.dimension != "kind"]
    states = [d for d in parts if d.dimension.startswith("state:")]
    if len(states) > 1 and len({d.members for d in states}) == 1:
        said = [say_deviation(gaps, d) for d in parts if d not in states]
        everyone = names(d.dimension.partition(":")[2] for d in states)
        state = say_list((_OWN["state"][m] for m in states[0].members), "or")
        return [*said, f"each of {everyone} {state}"], False
    parts.sort(key=lambda d: d in states)
    said = [say_deviation(gaps, d) for d in parts]
    return _any_one_of(loophole, said)


def _any_one_of(loophole: Loophole, said: list[str]) -> tuple[list[str], bool]:
    """Name the guarantors of all variants, where nothing but the one guarantor differs."""
    own = {(d.dimension, d.value) for d in loophole.deviations}
    owned = [d for d in loophole.deviations if ":" in d.dimension]
    if len(owned) != 1 or not loophole.variants:
        return said, False
    name, _, guarantor = owned[0].dimension.partition(":")
    rest = own - {(owned[0].dimension, owned[0].value)}
    others = [_only_owner(set(variant) - rest, name) for variant in loophole.variants]
    if not all(others):
        return said, False
    one, any_one = the_state(guarantor), f"any one of {names({guarantor, *others})}"
    told = [any_one + part.removeprefix(one) if part.startswith(one) else part for part in said]
    return told, True


def _only_owner(left: set[tuple[str, str]], name: str) -> str:
    """Return the guarantor of the only pair that is left, if the pair is of a dimension."""
    if len(left) != 1:
        return ""
    start, _, guarantor = next(iter(left))[0].partition(":")
    return guarantor if start == name else ""


def _joined(clauses: Iterable[str]) -> str:
    """Join clauses by *and*, so that each can be told from an *and* or *or* within it."""
    *first, last = clauses
    if not first:
        return last
    mark = ";" if any("," in clause for clause in (*first, last)) else ","
    return f"{mark} ".join(first) + f"{mark} and {last}"


def _through(gaps: Gaps, loophole: Loophole) -> str:
    """Return the articles that let it pass, in the order of their numbers."""
    parts = {part.strip() for cite in loophole.through for part in cite.split(",")}
    return say_cite(gaps.agreement, ", ".join(sorted(parts, key=_number)))


def _number(cite: str) -> tuple[int, str]:
    digits = "".join(c if c.isdigit() else " " for c in cite).split()
    return (int(digits[0][:6]) if digits and cite[:1].isdigit() else 0, cite)


def header(gaps: Gaps) -> str:
    """Say what was looked at, under which assumptions, and how much was found."""
    taken = "assumed to be in force"
    if gaps.taken == "as_is":
        taken = f"as it stands on {say_day(gaps.at)}"
    count = "promises counted whether or not they are law"
    if gaps.axis == "legal":
        count = f"legal duties only{_uncounted(gaps)}"
    first = (
        f"{capital(gaps.agreement.name)}, {taken}; victim {state_name(gaps.beneficiary)}, "
        f"attacker {_challenger(gaps)}; {count}."
    )
    return f"{first} {_found(gaps) if gaps.reached else _never(gaps)}"


def _uncounted(gaps: Gaps) -> str:
    """Say whose words keep the instrument from being counted as law."""
    if not gaps.uncounted:
        return ""
    parties = {one.party: the_state(one.party) for one in gaps.uncounted if one.party}
    deny = "denies" if len(parties) == 1 else "deny"
    return (
        f", and its own are not counted as such, since {say_list(parties.values())} {deny} that "
        f"they are law (--reading {gaps.agreement.reading} counts them)"
    )


def _never(gaps: Gaps) -> str:
    """Say that the level is never reached."""
    done = "owed" if gaps.axis == "legal" else "promised"
    most = "nothing" if gaps.highest == "none" else say_rung(gaps.highest)
    if gaps.below == "none":
        return f"No level is ever reached: {most} is ever {done}."
    level = say_rung(gaps.below)
    return f"The level '{level}' is never reached; the most that is ever {done} is {most}."


def _found(gaps: Gaps) -> str:
    """Say how many loopholes there are, and what was not looked for."""
    found = len(gaps.loopholes)
    verb = _VERBS[gaps.below]
    ways = f"{found} smallest way{'s' if found != 1 else ''}"
    order = ", the largest attack first" if found > 1 else ""
    said = (
        f"{ways} in which an attack obliges nobody to {verb}{order}, "
        f"out of {gaps.situations:,} situations."
    )
    if gaps.complete:
        return said
    return (
        f"{said} Sets of more than four deviations were not looked for, and the guarantors were "
        "looked at together, since they are many."
    )
