"""The sheet of an agreement: what ``foedus show`` prints, as plain sections of lines.

Everything on it is computed from the file: the rungs by the table, the states of the parties for
a day, the conditions put into words.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date

from foedus.agreement.condition import ALWAYS
from foedus.agreement.duration import in_words
from foedus.agreement.force import Standing, last_day, standing
from foedus.agreement.level import REFER, TALK, level, obliges
from foedus.agreement.model import Agreement, CoveredObject, Determination, Obligation, Territory
from foedus.agreement.wording import (
    LADDER_NOTE,
    say_condition,
    say_content,
    say_list,
    say_reason,
    say_rung,
    say_who,
    say_word,
    say_zone,
    the_state,
)

#: Turns an article of the file into words.
Cite = Callable[[str], str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """A heading and the lines below it."""

    heading: str
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Seen:
    """How many coded clauses rest on wording that somebody else can open."""

    seen: int
    clauses: int

    def __str__(self) -> str:
        return f"{self.seen} of {self.clauses} coded clauses rest on wording that was seen"


def sheet(agreement: Agreement, on: date, cite: Cite = str) -> tuple[Section, ...]:
    """Return the sections of an agreement's sheet; empty ones are left out.

    Parameters
    ----------
    agreement : Agreement
    on : date
        The day for which the states of the parties are given.
    cite : callable
        Turns an article of the file into words, as it stands in a sentence.
    """
    made = (
        (agreement.title, _head(agreement)),
        (f"Parties on {on}", _parties(agreement, on, cite)),
        ("Where it applies", _scope(agreement, cite)),
        ("What sets it off", _triggers(agreement, cite)),
        ("Who decides", _determinations(agreement, cite)),
        ("What is owed", _obligations(agreement, cite)),
        ("What they must not do", _negative(agreement, cite)),
        ("What they may do", _permissions(agreement, cite)),
        ("Conditions", _conditions(agreement, cite)),
        ("Beginning and end", _term(agreement, cite)),
        ("Means", _means(agreement)),
        ("Is it law?", _evidence(agreement)),
        ("Readings", _readings(agreement)),
        ("Beside other instruments", _interplay(agreement, cite)),
        ("What this sheet rests on", _rests_on(agreement)),
    )
    sections = ((heading, tuple(lines)) for heading, lines in made)
    return tuple(Section(heading=h, lines=lines) for h, lines in sections if lines)


def seen(agreement: Agreement) -> Seen:
    """Return how many obligations and duties to refrain were checked against the wording."""
    verified = [obligation.verified for obligation in agreement.obligations]
    verified += [duty.verified for duty in agreement.negative_duties]
    return Seen(seen=verified.count("seen"), clauses=len(verified))


def _first(text: str) -> str:
    return text[:1].upper() + text[1:]


def _at(article: str, cite: Cite) -> str:
    return f" ({cite(article)})" if article and article != "-" else ""


def _whom(agreement: Agreement, words: tuple[str, ...]) -> str:
    """Say who is meant; the only party of a role by its name."""
    said = []
    for word in words:
        of_role = [party.id for party in agreement.parties if party.role == word]
        said.append(the_state(of_role[0]) if len(of_role) == 1 else say_who(word, "every"))
    return say_list(said)


def _head(agreement: Agreement) -> Iterator[str]:
    kind = _first(say_word("instrument_type", agreement.instrument_type))
    force = say_word("legal_force", agreement.legal_force)
    yield f"{kind} of {agreement.signed}, {force} (reading: {agreement.reading})"
    if not agreement.concluded:
        yield "It stayed a draft: nobody is bound by it."
    if agreement.summary:
        yield agreement.summary
    for what, other in (
        ("Annex of", agreement.annex_of),
        ("Amends", agreement.amends),
        ("Supersedes", agreement.supersedes),
    ):
        if other:
            yield f"{what} {other}"


def _parties(agreement: Agreement, on: date, cite: Cite) -> Iterator[str]:
    for name, role in agreement.roles.items():
        kind = say_word("role_kind", role.kind)
        bound = say_word("collective_or_several", role.collective_or_several)
        more = "" if role.complete else "; the list is known in part"
        also = f", {kind}" if kind != name else ""
        yield f"{_first(name.replace('_', ' '))}{also}: {bound}{more}{_at(role.cite, cite)}"
        groups: dict[str, list[str]] = {}
        for party in agreement.parties:
            if party.role == name:
                said = _standing(standing(agreement, party.id, on))
                groups.setdefault(said, []).append(the_state(party.id))
        for said, states in groups.items():
            yield f"  {said}: {say_list(states)}"
        for party in agreement.parties:
            for reservation in party.reservations if party.role == name else ():
                effect = say_word("reservation_effect", reservation.effect)
                until = f", until {reservation.until}" if reservation.until else ""
                kind = say_word("reservation", reservation.kind)
                yield (
                    f"  {_first(kind)} of {the_state(party.id)} on "
                    f"{say_list(reservation.obligations)}: {effect}{until}"
                    f"{_at(reservation.cite, cite)}"
                )


def _standing(found: Standing) -> str:
    state = say_word("party_state", found.state or "not_signed")
    since = f" since {found.since}" if found.since else ""
    if found.bound or found.reason in {"not_yet_in_force", "debtor_not_party", None}:
        return f"{state}{since}"
    return f"not bound, since {say_reason(found.reason)}"


def _scope(agreement: Agreement, cite: Cite) -> Iterator[str]:
    scope = agreement.scope
    for entry in scope.territory.include:
        yield f"Covers {_land(entry)}{_at(entry.cite, cite)}"
    for thing in scope.objects:
        yield f"Covers {_thing(thing)}{_at(thing.cite, cite)}"
    for entry in scope.territory.exclude:
        yield f"Leaves out {_land(entry)}{_at(entry.cite, cite)}"
    if not (scope.territory.include or scope.territory.exclude or scope.objects):
        yield "The text sets no limit of place."
    if scope.note:
        yield scope.note


def _thing(thing: CoveredObject) -> str:
    said = say_list(say_word("object", kind) for kind in thing.kind)
    for begin, words in (
        ("in", [say_word("region", region) for region in thing.within]),
        ("on", [say_word("place_type", kind) for kind in thing.types]),
        ("in", [say_zone(zone) for zone in thing.zones]),
        ("on land of", [the_state(state) for state in thing.of]),
    ):
        if words:
            said += f" {begin} {say_list(words, 'or')}"
    return said


def _land(entry: Territory) -> str:
    if entry.id.isupper() or entry.id in {"party", "creditor"} or entry.test:
        test = say_word("territory_test", entry.test or "recognised")
        said = f"land of {say_who(entry.id)} ({test})"
    else:
        said = say_zone(entry.id)
    narrowed = [say_word("region", r) for r in entry.regions]
    narrowed += [say_word("place_type", t) for t in entry.types] + list(entry.places)
    if narrowed:
        said += f" in {say_list(narrowed, 'or')}"
    said += f" from {entry.from_}" if entry.from_ else ""
    return said + (f" until {entry.until}" if entry.until else "")


def _triggers(agreement: Agreement, cite: Cite) -> Iterator[str]:
    for trigger in agreement.triggers:
        yield f"{trigger.id}{_at(trigger.cite, cite)}: if {say_condition(trigger.when)}"
        if trigger.burden:
            yield f"  Who judges: {trigger.burden}"


def _determinations(agreement: Agreement, cite: Cite) -> Iterator[str]:
    for rule in agreement.determination:
        yield f"On {rule.trigger}{_at(rule.cite, cite)}: {_decided(agreement, rule)}"


def _decided(agreement: Agreement, rule: Determination) -> str:
    who = (
        f"the {rule.organ}"
        if rule.organ.islower()
        else rule.organ or say_word("decided_by", rule.by)
    )
    if rule.by != "organ":
        return who
    votes = f"{rule.n} votes" if rule.rule == "n_of_m" else say_word("vote_rule", rule.rule)
    said = f"{who}, by {votes} of {_whom(agreement, rule.voters)}"
    said += ", an attacker shut out" if rule.attacker_excluded else ", an attacker included"
    if rule.deadline:
        said += f", {in_words(rule.deadline)}"
    return f"{said}; without a decision {say_word('no_decision', rule.default_if_no_decision)}"


def _obligations(agreement: Agreement, cite: Cite) -> Iterator[str]:
    for obligation in agreement.obligations:
        yield f"{obligation.id}{_at(obligation.cite, cite)}: {_duty(agreement, obligation)}"
        found = level(obligation)
        rungs = f"  Floor: {say_rung(found.floor)}. Ceiling: {say_rung(found.ceiling)}."
        if obligation.override is not None:
            rungs += (
                f" Set by the reading {obligation.override.reading}: {obligation.override.reason}"
            )
        yield rungs
        if obligation.summary:
            yield f"  {obligation.summary}"
    if agreement.obligations:
        yield LADDER_NOTE


def _duty(agreement: Agreement, obligation: Obligation) -> str:
    verb = say_word("deontic", obligation.deontic)
    if len(obligation.debtor) > 1:
        verb = verb.replace("intends", "intend")
    said = f"{_whom(agreement, obligation.debtor)} {verb} {_does(agreement, obligation)}"
    said += f" once {obligation.trigger} is met"
    if obligation.requires_determination:
        said += " and that has been decided"
    if obligation.deadline:
        said += f", {in_words(obligation.deadline)}"
    if obligation.active_when != ALWAYS:
        said += f"; only if {say_condition(obligation.active_when)}"
    if obligation.unless is not None:
        said += f"; not if {say_condition(obligation.unless)}"
    if obligation.qualifiers:
        said += f"; {say_list(say_word('qualifier', q) for q in obligation.qualifiers)}"
    law = agreement.legal_force == "binding" and obliges(obligation)
    return _first(said) + ("." if law else ". A political promise.")


def _does(agreement: Agreement, obligation: Obligation) -> str:
    """Say what is to be done for whom, and what is left to the debtor."""
    whom = _whom(agreement, obligation.creditor)
    content, means = obligation.content, obligation.means
    named = tuple(dict.fromkeys((*content, *means.includes)))
    if set(content) <= TALK:
        return f"consult with {whom}"
    if set(content) <= TALK | REFER:
        return f"see to {say_content(content)} for {whom}"
    match means.discretion:
        case "action":
            return f"act for {whom} as it judges right, which may include {say_content(named)},"
        case "means":
            return f"help {whom} by means of its choice, which may include {say_content(named)},"
        case "none":
            extra = [word for word in means.includes if word not in content]
            more = f", {say_content(extra)} invited," if extra else ""
            return f"give {whom} {say_content(content)}{more}"


def _negative(agreement: Agreement, cite: Cite) -> Iterator[str]:
    for duty in agreement.negative_duties:
        who = f"{_whom(agreement, duty.debtor)} towards {_whom(agreement, duty.creditor)}"
        yield f"{duty.id}{_at(duty.cite, cite)}: {who}: {say_content(duty.content)}"
        yield f"  Broken if {say_condition(duty.breached_when)}"
        if duty.unless is not None:
            yield f"  Not if {say_condition(duty.unless)}"


def _permissions(agreement: Agreement, cite: Cite) -> Iterator[str]:
    for permission in agreement.permissions:
        who = _whom(agreement, permission.holder)
        said = f"{permission.id}{_at(permission.cite, cite)}: {who}: {permission.act}"
        said += f", once {permission.after}" if permission.after else ""
        said += f"; limit: {permission.purpose_limit}" if permission.purpose_limit else ""
        yield said
    if agreement.permissions:
        yield "A permission is never a duty."


def _conditions(agreement: Agreement, cite: Cite) -> Iterator[str]:
    conditions = agreement.conditions
    for begin, clause in (
        ("Starts only if", conditions.activation),
        ("Is law for a party only if", conditions.binding),
        ("Set aside if", conditions.exemption),
        ("Depends on a third party: only if", conditions.third_party_performance),
        ("Depends on another instrument: only if", conditions.cross_instrument),
    ):
        if clause is not None:
            yield f"{begin} {say_condition(clause.when)}{_at(clause.cite, cite)}"
            if clause.summary:
                yield f"  {clause.summary}"
    for duty in conditions.duties_of_beneficiary:
        yield f"The beneficiary owes: {duty}"


def _term(agreement: Agreement, cite: Cite) -> Iterator[str]:
    term = agreement.term
    parts = []
    if term.entry_into_force:
        parts.append(f"enters into force {say_word('entry_into_force', term.entry_into_force)}")
    for begin, duration in (
        ("runs for", term.length),
        ("notice can be given first after", term.earliest_withdrawal),
        ("ends after a notice of", term.notice),
    ):
        if duration:
            parts.append(f"{begin} {in_words(duration).removeprefix('within ')}")
    for begin, text in (
        ("renewal:", term.renewal),
        ("review:", term.review),
        ("ends when", term.sunset_event),
    ):
        if text:
            parts.append(f"{begin} {text}")
    last = last_day(agreement)
    if last is not None:
        parts.append(f"last day: {last}")
    if parts:
        yield _first("; ".join(parts)) + _at(term.cite, cite)


def _means(agreement: Agreement) -> Iterator[str]:
    for status in agreement.means_status:
        on = f" on {status.on}" if status.on else ""
        yield f"{_first(say_content(status.means))}: {say_word('means_state', status.state)}{on}"


def _evidence(agreement: Agreement) -> Iterator[str]:
    named = {e.party for e in agreement.binding_evidence}
    for party in sorted(named, key=lambda code: code or ""):
        yield f"For {the_state(party)} in particular" if party else "For every party"
        of_party = [e for e in agreement.binding_evidence if e.party == party]
        for entry in sorted(of_party, key=lambda e: e.speaks, reverse=True):  # for, against
            kind = say_word("evidence_kind", entry.kind)
            source = f" [{entry.source}]" if entry.source else ""
            yield f"  {entry.speaks} ({kind}): {entry.says}{source}"


def _readings(agreement: Agreement) -> Iterator[str]:
    for of in dict.fromkeys(reading.of for reading in agreement.readings):
        yield "On the whole instrument" if of == "instrument" else f"On {of}"
        for reading in agreement.readings:
            if reading.of == of:
                when = f", {reading.date}" if reading.date else ""
                kind = say_word("reading_kind", reading.kind)
                yield f"  {reading.by} ({kind}{when}): {reading.says}"


def _interplay(agreement: Agreement, cite: Cite) -> Iterator[str]:
    for other in agreement.interplay:
        rule = say_word("interplay_rule", other.rule)
        says = f": {other.says}" if other.says else ""
        yield f"{_first(rule)} {other.with_}{_at(other.cite, cite)}{says}"


def _rests_on(agreement: Agreement) -> Iterator[str]:
    yield f"{seen(agreement)}; the others on the reading {agreement.reading} or on memory."
    for source in agreement.sources:
        address = f", {source.address}" if source.address else ""
        yield f"{source.id}: {source.where}{address} ({say_word('verified', source.status)})"
