"""Loopholes as sentences, kept between builds under a hash of all that they are computed from."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable
from datetime import date
from functools import lru_cache
from pathlib import Path

from foedus.agreement.model import Agreement
from foedus.briefing.forced import in_text
from foedus.errors import FoedusError

MOST = 8  # loopholes of one agreement that are shown


def gaps_command(agreement: Agreement, at: date) -> str:
    """Return the command that lists an agreement's loopholes again."""
    return f"foedus gaps {agreement.id} --on {at.isoformat()} --most {MOST}"


def all_gaps(
    agreements: Iterable[Agreement], at: date, *, cache: Path | None
) -> dict[str, tuple[str, ...]]:
    """Return the loopholes of every agreement that promises something, by their command.

    ``cache`` is a folder; a result is kept there under the hash of the agreement, of the day
    and of the code that computed it.
    """
    found = {}
    for agreement in agreements:
        if not agreement.obligations:
            continue
        kept = cache / f"gaps-{_key(agreement, at)}.json" if cache else None
        if kept is not None and kept.is_file():
            told = tuple(json.loads(kept.read_text("utf-8")))
        else:
            told = gap_sentences(agreement, at)
            if kept is not None:
                kept.parent.mkdir(parents=True, exist_ok=True)
                kept.write_text(json.dumps(told, ensure_ascii=False), "utf-8")
        if told:
            found[gaps_command(agreement, at)] = told
    return found


def gap_sentences(agreement: Agreement, at: date) -> tuple[str, ...]:
    """Return an agreement's worst loopholes, one sentence each."""
    from foedus.obligations.loophole import gaps
    from foedus.obligations.loophole_words import say_loophole

    try:
        found = gaps(agreement, at=at)
    except FoedusError:
        return ()  # no clause protects anybody
    return tuple(_named(agreement, say_loophole(found, one)) for one in found.loopholes[:MOST])


def _named(agreement: Agreement, text: str) -> str:
    return f"Under {in_text(agreement)}, {text[:1].lower()}{text[1:]}"


def _key(agreement: Agreement, at: date) -> str:
    return hashlib.sha256(f"{agreement!r}{at}{_code()}{MOST}".encode()).hexdigest()[:24]


@lru_cache(maxsize=1)
def _code() -> str:
    """Return the hash of the code that loopholes are computed with."""
    root = Path(__file__).parent.parent
    seal = hashlib.sha256()
    for part in ("agreement", "obligations", "briefing/gapped.py"):
        place = root / part
        for path in [place] if place.is_file() else sorted(place.glob("*.py")):
            seal.update(path.read_bytes())
    return seal.hexdigest()
