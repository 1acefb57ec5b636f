"""The gate of the checker: nearly every mutation of a true sentence is refused.

Every sentence of the fixture dossier is mutated in six ways, with words drawn from elsewhere and
from the cited passage itself; the typed sentences of the briefing are mutated as well.
"""

from __future__ import annotations

import random
import re
from collections import Counter
from dataclasses import replace
from itertools import product

from foedus.briefing.bearing import sentences
from foedus.briefing.cite import check
from foedus.briefing.page import sentences_of
from foedus.briefing.tokens import Token, date_borne_out, tokens
from foedus.sources import Sentence, SpanCitation

FLOOR = 0.95  # share of each class of mutations that must be refused
NAMES = ("Poland", "Norway", "Turkey", "Belarus", "Lisbon", "Merz")
MODALS = ("may", "must", "should", "can")


def swap(text: str, token: Token, new: str) -> str | None:
    found = re.search(rf"(?<!\w){re.escape(token.text)}(?!\w)", text)
    return text[: found.start()] + new + text[found.end() :] if found else None


def of_kind(text: str, kind: str) -> list[Token]:
    return [token for token in tokens(text) if token.kind == kind]


def number(rng, text, passage):
    if not (own := of_kind(text, "number")):
        return None
    token = rng.choice(own)
    pool = [t.text for t in of_kind(passage, "number") if t.norm != token.norm]
    other = str(int(token.norm) + 3) if token.norm.isdigit() else "seventeen"
    return swap(text, token, rng.choice(pool) if pool and rng.random() < 0.5 else other)


def date(rng, text, passage):
    if not (own := of_kind(text, "date")):
        return None
    token = rng.choice(own)
    pool = [t.text for t in of_kind(passage, "date") if t.norm != token.norm]
    new = rng.choice(pool) if pool and rng.random() < 0.5 else f"3 May {rng.randrange(1960, 1990)}"
    # A coarser date of the same day is still true.
    return (
        None if date_borne_out(tokens(f"x {new}")[-1].norm, token.norm) else swap(text, token, new)
    )


def name(rng, text, passage):
    if not (own := of_kind(text, "name")):
        return None
    token = rng.choice(own)
    pool = [t.text for t in of_kind(passage, "name") if t.norm != token.norm]
    return swap(text, token, rng.choice(pool) if pool and rng.random() < 0.5 else rng.choice(NAMES))


def negation(rng, text, passage):
    if (own := of_kind(text, "negation")) and rng.random() < 0.6:
        found = re.search(rf"(?<!\w){re.escape(rng.choice(own).text)}\s", text)
        return text[: found.start()] + text[found.end() :] if found else None
    verbs = list(
        re.finditer(r"\b(?:is|was|are|were|has|had|would|could|may|will|must|can)\b", text)
    )
    if verbs:
        at = rng.choice(verbs).end()
        return f"{text[:at]} not{text[at:]}"
    verbs = list(re.finditer(r"\b[a-z]+ed\b", text))
    return before(rng.choice(verbs).start(), "never", text) if verbs else None


def modality(rng, text, passage):
    if own := of_kind(text, "modal"):
        token = rng.choice(own)
        return swap(text, token, rng.choice([word for word in MODALS if word != token.norm]))
    verbs = list(re.finditer(r"\b[a-z]+ed\b", text))
    return before(rng.choice(verbs).start(), "may have", text) if verbs else None


def before(at, words, text):
    return f"{text[:at]}{words} {text[at:]}"


CLASSES = {"number": number, "date": date, "name": name, "negation": negation, "modality": modality}


def cases(briefing):
    """Yield (sentence, its passage) for every sentence of the notes and every typed one."""
    for document in briefing.material.documents:
        for block in document.blocks:
            for part in sentences(document.words(block)):
                start = document.text.index(part, block.start)
                span = document.span(start, start + len(part))
                yield (
                    Sentence(text=part, citations=(SpanCitation(span=span),)),
                    document.words(block),
                )
    for page in briefing.pages:
        for one in sentences_of(page):
            if not isinstance(one.citations[0], SpanCitation):
                yield one, one.text


def test_every_unmutated_sentence_is_accepted(briefing):
    wrong = [one.text for one, _ in cases(briefing) if not check(one, briefing.desk).ok]
    assert wrong == []


def test_mutations_are_refused(briefing):
    rng = random.Random(20260301)
    made, refused = Counter(), Counter()
    missed = []
    for (sentence, passage), kind, _ in product(cases(briefing), CLASSES, range(3)):
        text = CLASSES[kind](rng, sentence.text, passage)
        if not text or text == sentence.text or text in passage:
            continue
        made[kind] += 1
        verdict = check(replace(sentence, text=text), briefing.desk)
        refused[kind] += not verdict.ok
        if verdict.ok:
            missed.append((kind, text))
    shares = {kind: refused[kind] / made[kind] for kind in made}
    assert set(made) == set(CLASSES)
    assert min(made.values()) >= 20
    assert min(shares.values()) >= FLOOR, (shares, missed[:10])


def test_a_swapped_source_is_refused(briefing):
    notes = [one for one in briefing.material.documents if one.source.kind == "summary"]
    made = refused = 0
    for document in notes:
        for other in notes:
            if other.id == document.id:
                continue
            for part in sentences(document.text):
                span = other.span(0, len(other.text))
                made += 1
                refused += not check(
                    Sentence(text=part, citations=(SpanCitation(span=span),)), briefing.desk
                ).ok
    assert refused / made >= FLOOR
