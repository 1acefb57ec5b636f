"""Clause sentences for a place that names the agreement already: shorter, and no less true."""

from __future__ import annotations

import re
from dataclasses import replace

from foedus.agreement.model import Agreement
from foedus.briefing.forced import in_text
from foedus.briefing.typed import HEAD, article_name, clause_name
from foedus.sources import ClauseCitation, Sentence

_TIME = re.compile(r"What is promised under .{1,200} is due at once\.|The time limit of ")


def without_time(sentences: tuple[Sentence, ...]) -> tuple[Sentence, ...]:
    """Return a clause's sentences without the one on its time limit."""
    return tuple(one for one in sentences if not _TIME.match(one.text))


def shortened(
    agreement: Agreement, sentences: tuple[Sentence, ...], *, article: bool
) -> tuple[Sentence, ...]:
    """Return clause sentences for a place that names the agreement already.

    ``Under Article 5 of the Treaty, each ally ...`` becomes ``Under Article 5, each ally ...``
    where ``article`` is true (once for each article), or else ``Each ally ...``.
    """
    made = []
    before = ""
    for sentence in sentences:
        citation = sentence.citations[0] if sentence.citations else None
        cite = citation.article if isinstance(citation, ClauseCitation) else HEAD
        text = sentence.text
        if isinstance(citation, ClauseCitation) and cite != HEAD:
            text = _without_name(agreement, cite, text, article=article and cite != before)
            before = cite if sentence.text.startswith("Under ") else before
        made.append(replace(sentence, text=text))
    return tuple(made)


def _without_name(agreement: Agreement, cite: str, text: str, *, article: bool) -> str:
    whole, own = clause_name(agreement, cite), article_name(agreement, cite)
    same = whole == in_text(agreement)
    if text.startswith(f"Under {whole}, "):
        rest = text.removeprefix(f"Under {whole}, ")
        if article and not same:
            the_own = whole.removesuffix(f" of {in_text(agreement)}")
            return f"Under {the_own}, {rest}"
        return rest[:1].upper() + rest[1:]
    if same or own == whole:
        return text
    head = whole[:1].upper() + whole[1:]
    for name in (head, whole):
        text = text.replace(name, name.removesuffix(f" of {in_text(agreement)}"))
    return text
