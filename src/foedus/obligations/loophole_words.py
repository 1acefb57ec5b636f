"""Loopholes in plain words, and as case files that can be run again."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from foedus.agreement.condition import FIELDS, Is
from foedus.agreement.vocabulary import Rung
from foedus.agreement.wording import (
    say_condition,
    say_list,
    say_rung,
    say_zone,
    state_name,
    the_state,
)
from foedus.obligations.assess import assess
from foedus.obligations.assignment import facts_of
from foedus.obligations.case import Case
from foedus.obligations.dimension import NOBODY
from foedus.obligations.loophole import Deviation, Gaps, Loophole
from foedus.obligations.trace import names, say_cite

_PLACES = {
    "occupied_land": "on land of the victim that the attacker holds",
    "overseas_land": "on overseas land of the victim",
    "island": "on an island of the victim",
    "empty_feature": "on an uninhabited feature",
    "territorial_sea": "in the victim's territorial sea",
    "airspace": "in the victim's airspace",
    "land_of_a_party": "on the land of another party",
    "foreign_land": "on the land of a third state",
    "high_seas": "on the high seas",
    "home_land": "on the victim's own land",
}
_STATES = {
    "released": "released by the victim",
    "signed_not_ratified": "not yet bound because it has not ratified",
    "withdrawn": "no longer bound because it has withdrawn",
    "suspended": "suspended",
    "in_force": "bound",
}
_VOTES = {"no": "votes against", "none": "does not vote", "yes": "votes for"}
MOST_WORDS = 5  # values that are named one by one


def say_deviation(gaps: Gaps, deviation: Deviation) -> str:
    """Say one deviation as a clause of a sentence that begins with *if*."""
    name, _, guarantor = deviation.dimension.partition(":")
    who = the_state(guarantor) if guarantor else "every guarantor"
    members = deviation.members
    if name == "attacker":
        return f"the attacker is {say_list([_attacker(gaps, m) for m in members], 'or')}"
    if name in _NAMED:
        start, say = _NAMED[name]
        return start.format(who=who) + say_list([say(m) for m in members], "or")
    if name in _FIXED:
        worst, said, otherwise = _FIXED[name]
        return (said if worst in members else otherwise).format(who=who)
    return _by_condition(name, members)


#: Dimension -> how the sentence begins, and how a value is named.
_NAMED: dict[str, tuple[str, Callable[[str], str]]] = {
    "place": ("it happens ", _PLACES.__getitem__),
    "zone": ("it happens in ", say_zone),
    "state": ("{who} is ", _STATES.__getitem__),
    "vote": ("{who} ", _VOTES.__getitem__),
}
#: Dimension -> the value that says most, how it is said, and how it is said without it.
_FIXED: dict[str, tuple[str, str, str]] = {
    "request": ("none", "help is not asked for", "only something else is asked for"),
    "ceasefire": (
        "none",
        "no ceasefire has come into force before it",
        "the ceasefire has broken down before it",
    ),
    "hostilities": ("running", "the present war has not ended before it", ""),
    "resisted": ("false", "nobody resists", "it is resisted"),
    "cross": ("false", "the national commitment of {who} is not in force", ""),
    "exemption": ("true", "{who} invokes its exemption", ""),
    "agreed": ("false", "{who} does not agree to the finding that is needed", ""),
    "performed": ("false", "the third state on which help depends does not act", ""),
    "finding": ("none", "the organ takes no decision", "the organ decides against"),
}


def _attacker(gaps: Gaps, member: str) -> str:
    match member:
        case "proxy":
            return f"a group backed by {the_state(gaps.challenger)}"
        case "non_state":
            return "a non-state group from abroad"
        case _ if member == NOBODY:
            return "a state outside the agreement"
        case _:
            return the_state(member)


def _by_condition(name: str, members: tuple[str, ...]) -> str:
    if name not in FIELDS:
        return (
            f"{name.replace('_', ' ')} is {say_list([m.replace('_', ' ') for m in members], 'or')}"
        )
    if len(members) > MOST_WORDS:
        few = say_condition(Is(name, members[:3]))
        return f"{few} (or the like: {len(members) - 3} more)"
    return say_condition(Is(name, members))


def say_loophole(gaps: Gaps, loophole: Loophole) -> str:
    """Return a loophole as one readable sentence."""
    parts = list(loophole.deviations)
    kinds = [d for d in parts if d.dimension == "kind"]
    act = "an attack"
    if not kinds:
        act = "even an armed attack" if loophole.harm >= 9000 else "an attack"
    states = [d for d in parts if d.dimension.startswith("state:")]
    rest = [d for d in parts if d not in states]
    said = [say_deviation(gaps, d) for d in rest]
    if len(states) > 1 and len({d.members for d in states}) == 1:
        everyone = names(tuple(d.dimension.partition(":")[2] for d in states))
        said.append(
            f"{everyone} are each {say_list([_STATES[m] for m in states[0].members], 'or')}"
        )
    else:
        said += [say_deviation(gaps, d) for d in states]
    said, spoken_for = _any_one_of(loophole, said)
    text = f"{act} on {_victim(gaps)} obliges nobody to {_verb(gaps.below)} if {say_list(said)}"
    text += (
        f" ({say_cite(gaps.agreement, ', '.join(loophole.through))})" if loophole.through else ""
    )
    if loophole.left != "none":
        text += (
            f"; {say_rung(loophole.left)} is still {'owed' if gaps.axis == 'legal' else 'promised'}"
        )
    if loophole.variants and not spoken_for:
        text += f"; the same holds with other guarantors in {len(loophole.variants)} more way{'s' if len(loophole.variants) > 1 else ''}"
    return text[:1].upper() + text[1:] + "."


def _any_one_of(loophole: Loophole, said: list[str]) -> tuple[list[str], bool]:
    """Name the guarantors of all variants, where each variant has only one."""
    owned = [d for d in loophole.deviations if ":" in d.dimension]
    if len(owned) != 1 or not loophole.variants:
        return said, False
    name, _, guarantor = owned[0].dimension.partition(":")
    others = [
        key.partition(":")[2]
        for one in loophole.variants
        for key, _ in one
        if key.startswith(f"{name}:")
    ]
    if len(others) != len(loophole.variants):
        return said, False
    everyone = tuple(dict.fromkeys((guarantor, *others)))
    any_one = f"any one of {names(everyone)}"
    return [
        part.replace(the_state(guarantor), any_one, 1)
        if part.startswith(the_state(guarantor))
        else part
        for part in said
    ], True


_VERBS: dict[Rung, str] = {
    "none": "do anything",
    "consult": "consult",
    "refer_unsc": "seek Security Council action",
    "act_discretion": "act",
    "assist_nonmil": "help",
    "assist_mil": "give military help",
    "automatic": "fight without a further decision",
}


def _verb(rung: Rung) -> str:
    return _VERBS[rung]


def _victim(gaps: Gaps) -> str:
    return the_state(gaps.beneficiary)


def header(gaps: Gaps) -> str:
    """Say what was looked at, and under which assumptions."""
    challenger = (
        "a state outside the agreement" if gaps.challenger == NOBODY else the_state(gaps.challenger)
    )
    taken = (
        "assumed to be in force"
        if gaps.taken == "in_force"
        else f"as it stands on {gaps.at.day} {gaps.at:%B %Y}"
    )
    count = (
        "legal duties only"
        if gaps.axis == "legal"
        else "promises counted whether or not they are law"
    )
    first = f"{gaps.agreement.name[:1].upper()}{gaps.agreement.name[1:]}, {taken}; victim {state_name(gaps.beneficiary)}, attacker {challenger}; {count}."
    if not gaps.reached:
        most = say_rung(gaps.highest) if gaps.highest != "none" else "nothing"
        return f"{first} The level '{say_rung(gaps.below)}' is never reached; the highest that is ever owed is {most}."
    found = len(gaps.loopholes)
    more = (
        ""
        if gaps.complete
        else " Sets of more than four deviations were not looked for, and the guarantors were looked at together, since they are many."
    )
    return (
        f"{first} {found} smallest way{'s' if found != 1 else ''} in which an attack obliges nobody to {_verb(gaps.below)}, "
        f"the largest attack first, out of {gaps.situations:,} situations.{more}"
    )


def case_of(gaps: Gaps, loophole: Loophole, number: int, *, instrument: str = "") -> Case:
    """Return a loophole as a case that ``foedus cases`` can run."""
    chosen = gaps.paradigm | {d.dimension: d.value for d in loophole.deviations}
    facts = facts_of(gaps.space, chosen)
    name = f"gap-{gaps.agreement.id}-{number:03d}"
    answers = [(who, assess(gaps.agreement, facts, who, gaps.at)) for who in gaps.space.guarantors]
    rows: list[dict[str, Any]] = [
        {
            "who": {"org": who.removeprefix("org:")} if who.startswith("org:") else who,
            "floor": answer.floor,
            "political_floor": answer.political_floor,
            "status": answer.status,
            "reasons": list(answer.reasons),
            "cite": answer.cite,
        }
        for who, answer in answers
    ]
    from foedus.yamlfile import adapter_for

    made: Case = adapter_for(Case).validate_python(
        {
            "schema": "foedus/case@1",
            "id": name,
            "title": say_loophole(gaps, loophole),
            "instrument": [instrument or gaps.agreement.id],
            "asked_on": gaps.at,
            "facts": facts,
            "expect": rows,
            "conduct": {},
            "hypothetical": True,
        }
    )
    return made


def plain_values(value: Any) -> Any:
    """Return a case or facts as plain values, what is absent left out."""
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        found = {}
        for field in dataclasses.fields(value):
            inner = getattr(value, field.name)
            default = field.default
            if (
                inner is None
                or inner == ()
                or inner == {}
                or (inner == default and field.name not in {"floor"})
            ):
                continue
            found[field.name.rstrip("_")] = plain_values(inner)
        return found
    if isinstance(value, tuple | list):
        return [plain_values(item) for item in value]
    if isinstance(value, str) and value.startswith(("org:", "non_state:")):
        kind, _, name = value.partition(":")
        return {kind: name}
    return value


def case_text(case: Case) -> str:
    """Return a case as YAML that reads back."""
    import io

    from ruamel.yaml import YAML

    yaml = YAML(pure=True)
    yaml.default_flow_style = False
    yaml.width = 4096
    yaml.representer.ignore_aliases = lambda _: True  # a case file may hold no aliases
    values = plain_values(case)
    values["conduct"] = dict(case.conduct or {})
    values["contested"] = case.contested
    out = io.StringIO()
    yaml.dump(_quoted(values), out)
    return out.getvalue()


def _quoted(value: Any) -> Any:
    """Quote the strings that YAML 1.2 would take for something else, or that other readers would."""
    from ruamel.yaml.scalarstring import SingleQuotedScalarString

    if isinstance(value, dict):
        return {key: _quoted(inner) for key, inner in value.items()}
    if isinstance(value, list):
        return [_quoted(item) for item in value]
    if isinstance(value, str) and (
        value.lower() in {"yes", "no", "true", "false", "null", "on", "off", "-"}
        or value[:1].isdigit()
    ):
        return SingleQuotedScalarString(value)
    return value


def write_cases(gaps: Gaps, folder: Path, *, instrument: str = "") -> Iterator[Path]:
    """Write every loophole as a case file, and yield the paths."""
    folder.mkdir(parents=True, exist_ok=True)
    for number, loophole in enumerate(gaps.loopholes, 1):
        case = case_of(gaps, loophole, number, instrument=instrument)
        path = folder / f"{case.id}.yaml"
        path.write_text(case_text(case), encoding="utf-8")
        yield path
