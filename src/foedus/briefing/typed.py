"""Sentences made from the fields of an agreement: what a clause citation leads to.

A citation of a clause names an instrument, an article and, in ``clause``, an item of the file
(``obligations.help``, ``evidence.2``, ``force``). :func:`clause_sentences` gives, for the same
citation, always the same sentences; the checker asks it again and compares.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from foedus.agreement.level import level
from foedus.agreement.model import Agreement, NegativeDuty, Obligation, Permission
from foedus.agreement.vocabulary import rank
from foedus.briefing import words
from foedus.briefing.forced import force_sentence, head_name, in_text
from foedus.briefing.prose import a, count, full_stop, listed, parties, plural, spelled, the
from foedus.sources import ClauseCitation, Sentence

HEAD = "instrument"  # the article of what holds of the instrument as a whole


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """A citable item of an agreement: its article, its id and its sentences."""

    article: str
    clause: str
    sentences: tuple[str, ...]


_NUMBERED = re.compile(r"\d|[IVXLC]+(?:\W|$)")


def article_name(agreement: Agreement, cite: str) -> str:
    """Return how an article is called in running text.

    Examples
    --------
    >>> from foedus.agreement.library import load
    >>> article_name(load("nato-1949"), "5"), article_name(load("budapest-1994"), "6")
    ('Article 5', 'paragraph 6')
    """
    if not _NUMBERED.match(cite):
        return cite
    numbers = [part.strip() for part in re.split(r"[,;]", cite) if part.strip()]
    return f"{agreement.unit}{'s' if len(numbers) > 1 else ''} {listed(numbers)}"


def items(agreement: Agreement, names: dict[str, str] | None = None) -> tuple[Item, ...]:
    """Return everything that can be cited of an agreement, in the order of its page."""
    return tuple(_items(agreement, names or {}))


def _items(agreement: Agreement, names: dict[str, str]) -> Iterator[Item]:
    yield Item(article=HEAD, clause="summary", sentences=_summary(agreement))
    yield Item(article=HEAD, clause="force", sentences=(force_sentence(agreement),))
    yield Item(article=HEAD, clause="parties", sentences=tuple(_parties(agreement, names)))
    yield from _joined(agreement, names)
    yield from _duties(agreement, names)
    yield from _permissions(agreement)
    for place, decision in enumerate(agreement.determination):
        yield Item(
            article=decision.cite,
            clause=f"determination.{place}",
            sentences=(_decision(agreement, place),),
        )
    yield from _conditions(agreement)
    if agreement.scope.note:
        yield Item(article=HEAD, clause="scope", sentences=_scope(agreement.scope.note))
    yield from _term(agreement)
    yield from _said_of(agreement)


def _duties(agreement: Agreement, names: dict[str, str]) -> Iterator[Item]:
    for obligation in agreement.obligations:
        yield Item(
            article=obligation.cite,
            clause=f"obligations.{obligation.id}",
            sentences=tuple(_obligation(agreement, obligation, names)),
        )
        yield Item(
            article=obligation.cite,
            clause=f"level.{obligation.id}",
            sentences=(_level(agreement, obligation),),
        )
    for duty in agreement.negative_duties:
        yield Item(
            article=duty.cite, clause=f"negative_duties.{duty.id}", sentences=_duty(agreement, duty)
        )


def _permissions(agreement: Agreement) -> Iterator[Item]:
    for permission in agreement.permissions:
        yield Item(
            article=permission.cite,
            clause=f"permissions.{permission.id}",
            sentences=(_permission(agreement, permission),),
        )


def _permission(agreement: Agreement, permission: Permission) -> str:
    """Say what a clause allows, how long or what for, and that it obliges nobody."""
    limit = permission.purpose_limit
    if limit and not re.match(r"(?:until|for|as|while|if|in|to)\b", limit):
        limit = f"for {limit}"
    act = f"{permission.act} {limit}".rstrip()
    return full_stop(f"{_under(agreement, permission.cite)} allows {act}, and obliges nobody to it")


def _said_of(agreement: Agreement) -> Iterator[Item]:
    """Yield the readings, the evidence of force and the relations to other instruments."""
    for reading in agreement.readings:
        yield Item(
            article=HEAD, clause=f"readings.{reading.id}", sentences=(full_stop(reading.says),)
        )
    for place, evidence in enumerate(agreement.binding_evidence):
        yield Item(article=HEAD, clause=f"evidence.{place}", sentences=(full_stop(evidence.says),))
    for place, other in enumerate(agreement.interplay):
        if other.says:
            yield Item(
                article=other.cite or HEAD,
                clause=f"interplay.{place}",
                sentences=(full_stop(other.says),),
            )


def _joined(agreement: Agreement, names: dict[str, str]) -> Iterator[Item]:
    """Yield who became a party after the signature, by years; nothing where nobody did."""
    later: dict[int, list[str]] = {}
    cites = set()
    for party in agreement.parties:
        start = next((one for one in party.history if one.state == "in_force"), None)
        if start is not None and party.history[0].from_ > agreement.signed:
            later.setdefault(start.from_.year, []).append(party.id.removeprefix("org:"))
            cites.add(start.cite)
    if not later:
        return
    number = sum(len(codes) for codes in later.values())
    cite = cites.pop() if len(cites) == 1 else ""
    numbered = bool(_NUMBERED.match(cite))
    head = f"Under {clause_name(agreement, cite)}, " if numbered else ""
    what = "" if numbered else f" {in_text(agreement)}"
    groups = [f"{parties(later[year], names)} in {year}" for year in sorted(later)]
    these = "this party has" if number == 1 else f"these {spelled(number)} parties have"
    yield Item(
        article=cite if numbered else HEAD,
        clause="joined",
        sentences=(
            full_stop(f"{head}{these} joined{what} since the signature: {'; '.join(groups)}"),
        ),
    )


def clause_sentences(
    agreement: Agreement, citation: ClauseCitation, names: dict[str, str] | None = None
) -> tuple[str, ...]:
    """Return the sentences that a clause citation stands for; none if there is no such clause."""
    wanted = citation.article.strip().lower()
    found: list[str] = []
    for item in items(agreement, names):
        if item.article.lower() == wanted and (
            not citation.clause or item.clause == citation.clause
        ):
            found.extend(item.sentences)
    return tuple(found)


def cited(agreement: Agreement, item: Item) -> tuple[Sentence, ...]:
    """Return an item's sentences with their citation."""
    citation = ClauseCitation(
        instrument=agreement.id, article=item.article, clause=item.clause, reading=agreement.reading
    )
    return tuple(Sentence(text=text, citations=(citation,)) for text in item.sentences)


def named(
    agreement: Agreement, clause: str, names: dict[str, str] | None = None
) -> tuple[Sentence, ...]:
    """Return the sentences of the item of that id."""
    return tuple(
        each
        for item in items(agreement, names)
        if item.clause == clause
        for each in cited(agreement, item)
    )


def _summary(agreement: Agreement) -> tuple[str, ...]:
    from foedus.briefing.bearing import sentences

    told = sentences(full_stop(agreement.summary)) if agreement.summary else ()
    # That a draft was never concluded is said once, by `force`.
    return tuple(each for each in told if each != "A draft that was never concluded.")


def _scope(note: str) -> tuple[str, ...]:
    """Return a note on the scope as sentences; a lone article before them joins the first."""
    from foedus.briefing.bearing import sentences

    found = re.match(r"((?:Article|Paragraph|Point) [\d()]+)\.\s+(.)", note)
    if found:
        note = f"Under {found[1]}, {found[2].lower()}{note[found.end() :]}"
    return sentences(full_stop(note))


def _parties(agreement: Agreement, names: dict[str, str]) -> Iterator[str]:
    by_role: dict[str, list[str]] = {}
    for party in agreement.parties:
        by_role.setdefault(party.role, []).append(party.id.removeprefix("org:"))
    for role, codes in by_role.items():
        if codes == ["any_state"]:
            continue
        entry = agreement.roles.get(role)
        many = len(codes) != 1
        word = plural(role.replace("_", " ")) if many else role.replace("_", " ")
        word = {"assured": "the assured state"}.get(word, word)
        article = "" if many or word.startswith("the ") else f"{a(word)} "
        head = parties(codes, names, head=True)
        verb = "stand" if many else "stands"
        tail = "" if entry is None or entry.complete else ", and the list is known in part only"
        yield f"{head} {verb} in {in_text(agreement)} as {article}{word}{tail}."
        if tail and entry is not None and entry.note:
            yield full_stop(entry.note)


def _under(agreement: Agreement, cite: str) -> str:
    name = clause_name(agreement, cite)
    return name[:1].upper() + name[1:]


def clause_name(agreement: Agreement, cite: str) -> str:
    """Return a clause's name with that of its agreement, once where one holds the other."""
    name = article_name(agreement, cite)
    if name in agreement.name or not re.search(r"\d|\w", cite):
        return in_text(agreement)
    article = (
        "the "
        if not re.match(r"(?:Article|paragraph|point|component)s? ", name)
        and not name.startswith("the ")
        and re.match(r"[a-z]", name)
        and " point " not in name
        else ""
    )
    return f"{article}{name} of {in_text(agreement)}"


_LOWER = re.compile(
    r"^(?:The|Each|On|Once|If|No|None|After|Before|Until|When|Where|While|Members|Any|A|An|Other|"
    r"All|Both|Every|Help|Parties)\b"
)


def _obligation(
    agreement: Agreement, obligation: Obligation, names: dict[str, str]
) -> Iterator[str]:
    yield from _told(agreement, obligation.cite, obligation.summary or _bare(obligation))
    yield from _challenger_owes(agreement, obligation, names)
    yield from _time(agreement, obligation)


def _challenger_owes(
    agreement: Agreement, obligation: Obligation, names: dict[str, str]
) -> Iterator[str]:
    """Say that the challenger is itself a debtor of a clause of help, where it is."""
    them = agreement.challenger
    party = agreement.party(them) if them else None
    if them is None or party is None or rank(level(obligation).floor) <= rank("consult"):
        return
    if agreement.means(them, obligation.debtor):
        role = plural(party.role.replace("_", " "))
        be = "is" if agreement.concluded else "would be"
        where = in_text(agreement)
        yield f"{the(them, names, head=True)} itself {be} one of the {role} under {where}."


def _time(agreement: Agreement, obligation: Obligation) -> Iterator[str]:
    where = clause_name(agreement, obligation.cite)
    if obligation.deadline == "immediate":
        yield f"What is promised under {where} is due at once."
    elif obligation.deadline:
        yield f"The time limit of {where} is {duration(obligation.deadline)}."


def _told(agreement: Agreement, cite: str, summary: str) -> Iterator[str]:
    """Yield a clause's summary as sentences that name the clause."""
    from foedus.briefing.bearing import sentences

    name = clause_name(agreement, cite)
    for part in sentences(full_stop(summary)):
        lowered = part[:1].lower() + part[1:] if _LOWER.match(part) else part
        yield f"Under {name}, {lowered}"


def _bare(obligation: Obligation) -> str:
    return (
        f"{words.DEONTIC[obligation.deontic]}: "
        f"{listed([words.CONTENT[c] for c in obligation.content])}"
    )


def _level(agreement: Agreement, obligation: Obligation) -> str:
    found = level(obligation)
    where = clause_name(agreement, obligation.cite)
    if found.floor == "none":
        return (
            f"{_under(agreement, obligation.cite)} obliges to nothing and allows at "
            f"most to {words.RUNG[found.ceiling]}."
        )
    what = obligation.id.replace("_", " ")
    if found.floor == found.ceiling:
        return f"On the ladder the clause “{what}” ({where}) stands at “{words.RUNG[found.floor]}”."
    return (
        f"On the ladder the clause “{what}” ({where}) reaches from "
        f"“{words.RUNG[found.floor]}” to “{words.RUNG[found.ceiling]}”."
    )


def duration(code: str) -> str:
    """Return an ISO 8601 duration for people.

    Examples
    --------
    >>> duration("PT24H"), duration("P3D"), duration("P1Y")
    ('24 hours', '3 days', '1 year')
    """
    units = {"Y": "year", "M": "month", "W": "week", "D": "day"}
    clock = {"H": "hour", "M": "minute"}
    date_part, _, time_part = code.removeprefix("P").partition("T")
    parts = [count(int(n), units[u]) for n, u in re.findall(r"(\d+)([YMWD])", date_part)]
    parts += [count(int(n), clock[u]) for n, u in re.findall(r"(\d+)([HM])", time_part)]
    return listed(parts) or code


def _duty(agreement: Agreement, duty: NegativeDuty) -> tuple[str, ...]:
    summary = duty.summary or f"a duty runs: {listed([words.CONTENT[c] for c in duty.content])}"
    return tuple(_told(agreement, duty.cite, summary))


def _decision(agreement: Agreement, place: int) -> str:
    decision = agreement.determination[place]
    organ = decision.organ
    who = (f"the {organ}" if organ[:1].islower() else organ) or (
        {
            "self": "the party attacked",
            "each_guarantor": "each guarantor for itself",
            "jointly": "the parties together",
            "organ": "the guarantors together",
        }[decision.by]
    )
    many = who.endswith("together") or (organ[:1].islower() and organ.endswith("s"))
    rule = f" by {decision.rule.replace('_', ' ')}" if decision.by in {"organ", "jointly"} else ""
    own = ""
    if decision.by in {"organ", "jointly"}:
        own = (
            ", without the vote of an attacker"
            if decision.attacker_excluded
            else ", and an attacker that is among the voters keeps its vote"
        )
    return (
        f"Under {clause_name(agreement, decision.cite)}, {who} "
        f"{'decide' if many else 'decides'}{rule}{own}."
    )


def _conditions(agreement: Agreement) -> Iterator[Item]:
    conditions = agreement.conditions
    for name in (
        "activation",
        "binding",
        "exemption",
        "third_party_performance",
        "cross_instrument",
    ):
        clause = getattr(conditions, name)
        if clause is not None and clause.summary:
            yield Item(
                article=clause.cite or HEAD,
                clause=f"conditions.{name}",
                sentences=(full_stop(clause.summary),),
            )


def _term(agreement: Agreement) -> Iterator[Item]:
    term = agreement.term
    start = {
        "signature": "takes effect on signature",
        "ratification": "takes effect on ratification",
        "never": "never took effect",
        "other": "takes effect on a condition of its own",
        "": "",
    }[term.entry_into_force]
    parts = [start] if start else []
    parts.append(f"runs for {duration(term.length)}" if term.length else "names no end")
    if term.notice:
        parts.append(f"can be left on notice of {duration(term.notice)}")
    text = f"{head_name(agreement)} {listed(parts)}."
    yield Item(article=HEAD, clause="term", sentences=(text,))
    if term.sunset_event:
        event = term.sunset_event.rstrip(".")
        text = (
            f"{head_name(agreement)} ends before its time if this happens: "
            f"{event[:1].lower() + event[1:] if _LOWER.match(event) else event}."
        )
        yield Item(article=term.cite or HEAD, clause="sunset", sentences=(text,))
