"""Whether a source was seen on its own page or in a copy, and how a reader is told."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

from foedus.sources import Source

_COPIED = re.compile(r"\b(?:on|via|copy|copied|carried|carrying|reposted)\b", re.IGNORECASE)


def seen_at(source: Source) -> str:
    """Say where a source's facts were seen, if not on a page of its own outlet.

    Examples
    --------
    >>> seen_at(Source(id="x", title="X", outlet="Politico", seen_outlet="The Mirror",
    ...                seen_address="https://mirror.example/x"))
    'seen in a copy at The Mirror'
    >>> seen_at(Source(id="x", title="X", outlet="Politico", seen_outlet="Politico"))
    ''
    """
    host, seen = _host(source.address), _host(source.seen_address)
    moved = bool(host and seen and host != seen)
    other = _differs(source.outlet, source.seen_outlet)
    if not moved and not other:
        return ""
    # The page that the reference names is no copy of itself, whoever runs it.
    same_page = bool(source.address) and source.address == source.seen_address
    return f"seen {'' if same_page else 'in a copy '}at {source.seen_outlet or seen}"


def _host(address: str) -> str:
    try:
        return (urlsplit(address).hostname or "").removeprefix("www.")
    except ValueError:
        return ""


def _differs(outlet: str, seen: str) -> bool:
    """Say whether a page was seen with another outlet; "Babel" is "Babel (citing the FT)"."""
    whole, own = _plain(outlet), _plain(re.sub(r"\([^()]*\)", " ", seen))
    if not whole or not own or own in whole:
        return False
    inside = _plain(re.sub(r"\([^()]*\)", " ", outlet)) in own
    return not inside or bool(_COPIED.search(seen))


def _plain(text: str) -> str:
    return " ".join(re.findall(r"\w+", text.casefold()))
