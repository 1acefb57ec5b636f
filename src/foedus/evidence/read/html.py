"""Web pages: trafilatura (fast mode) finds the article, we keep where it stood.

The text of the document is the article's paragraphs, joined by newlines. No markup, address,
handler or script is taken over: only characters a reader sees. A page that is nested too
deeply for a parser is read line by line instead, and the document says so.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from foedus.evidence.read.decode import Decoded, unreadable
from foedus.evidence.read.visible import Locator, visible_lines

if TYPE_CHECKING:
    from collections.abc import Iterator

MAX_DEPTH = 200  # libxml2 refuses 256; trafilatura recurses, and no article is nested so deeply
MAX_PARAGRAPHS = 20_000  # a book has fewer
MAX_JSON, MAX_JSON_OBJECTS = 200_000, 2_000  # linked data of an article has a few kB
MAX_TAGS = 50_000  # the longest page of the extraction benchmark has 11,000
MAX_ATTRIBUTES = 5_000  # parsers are quadratic in them
_LOOKS_LIKE = re.compile(r"<(!doctype\s+html|html|head|body)\b", re.IGNORECASE)
_SOME_TAGS = re.compile(r"<(p|div|article|h1|span|meta|script)\b[^>]{0,500}>", re.IGNORECASE)
_TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9]*)")
_VOID = frozenset(
    "area base br col embed hr img input link meta param source track wbr p li td th tr "
    "option dt dd".split()  # the latter close themselves
)
_CONTROLS = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ufffe\uffff]")
_DAY = re.compile(r"(\d{4})-(\d{2})-(\d{2})")


@dataclass(frozen=True, slots=True, kw_only=True)
class Paragraph:
    """A paragraph of a page; ``kind`` is what the markup says: heading, item or body."""

    text: str
    kind: str = "body"


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """What a page says, and what it says of itself."""

    paragraphs: tuple[Paragraph, ...]
    raw_places: tuple[int | None, ...] = ()
    title: str = ""
    outlet: str = ""
    published: str = ""
    language: str = ""
    address: str = ""
    note: str = ""


def looks_like_html(text: str) -> bool:
    """Say whether a text is a web page."""
    head = text[:4000].lstrip("\ufeff \t\r\n")
    return head.startswith("<") and (
        head.startswith("<!--")
        or _LOOKS_LIKE.search(head) is not None
        or len(_SOME_TAGS.findall(head)) > 1
    )


def read_page(decoded: Decoded, file: str = "<page>") -> Page:
    """Read a page.

    Raises
    ------
    UnreadableDocument
        FD416 no readable text.
    """
    text = decoded.text
    odd = oddity(text)
    if odd:
        lines = tuple(Paragraph(text=_clean(line)) for line in visible_lines(text))
        note = f"is {odd}; read line by line"
        return _located(Page(paragraphs=_told(lines), note=note), text, file)
    tree = _tree(text)
    if tree is None:
        raise unreadable("FD416", file, "has no readable text")
    about = _about(tree)
    return _located(Page(paragraphs=_told(tuple(_article(tree))), **about), text, file)


def oddity(page: str) -> str:
    """Say what about a page's markup is beyond any article, or nothing; one pass, no tree.

    Examples
    --------
    >>> oddity("<p>one<p>two"), oddity("<div>" * 300)
    ('', 'nested more than 200 deep')
    """
    depth = tags = cursor = 0
    while (match := _TAG.search(page, cursor)) is not None:
        cursor = page.find(">", match.end())
        if cursor < 0:
            break
        tags += 1
        if tags > MAX_TAGS:
            return f"with more than {MAX_TAGS:,} tags"
        if (
            page.count("=", match.end(), cursor) > MAX_ATTRIBUTES
            and "data:" not in page[match.end() : cursor]
        ):
            return f"with a tag of more than {MAX_ATTRIBUTES:,} attributes"
        if match[2].lower() in _VOID or page[cursor - 1] == "/":
            continue
        depth = max(0, depth - 1) if match[1] else depth + 1
        if depth > MAX_DEPTH:
            return f"nested more than {MAX_DEPTH} deep"
    return ""


def _told(paragraphs: tuple[Paragraph, ...]) -> tuple[Paragraph, ...]:
    return tuple(one for one in paragraphs if any(char.isalnum() for char in one.text))


def _located(page: Page, text: str, file: str) -> Page:
    from dataclasses import replace

    if not page.paragraphs:
        raise unreadable("FD416", file, "has no readable text")
    if len(page.paragraphs) > MAX_PARAGRAPHS:
        raise unreadable("FD412", file, f"has more than {MAX_PARAGRAPHS:,} paragraphs")
    locator = Locator(text)
    found = (locator.find(paragraph.text) for paragraph in page.paragraphs)
    return replace(page, raw_places=tuple(place[0] if place else None for place in found))


def _tree(text: str) -> Any:
    from lxml import etree, html

    parser = html.HTMLParser(
        encoding="utf-8", remove_comments=True, remove_pis=True, no_network=True, huge_tree=False
    )
    try:
        return html.document_fromstring(
            _CONTROLS.sub("", text).encode(errors="replace"), parser=parser
        )
    except (etree.ParserError, etree.XMLSyntaxError, ValueError):
        return None


def _article(tree: Any) -> Iterator[Paragraph]:
    """Yield the paragraphs that trafilatura takes for the article."""
    import trafilatura

    found = trafilatura.bare_extraction(
        tree, fast=True, include_comments=False, include_tables=True, with_metadata=False
    )
    body = getattr(found, "body", None)
    if body is None:
        return
    yield from _walk(body)


def _walk(element: Any) -> Iterator[Paragraph]:
    for child in element:
        tag = child.tag
        if tag == "head":
            yield from _lines(child, "heading")
        elif tag == "p":
            yield from _lines(child, "body")
        elif tag == "row":
            cells = (_clean(" ".join(cell.itertext())) for cell in child)
            yield Paragraph(text=" | ".join(cell for cell in cells if cell), kind="item")
        elif len(child) and tag in {"list", "quote", "table", "item", "cell", "div"}:
            if child.text and child.text.strip():
                yield Paragraph(text=_clean(child.text), kind="item")
            yield from _walk(child)
        else:
            yield from _lines(child, "item" if tag == "item" else "body")
        if child.tail and child.tail.strip():
            yield Paragraph(text=_clean(child.tail))


def _lines(element: Any, kind: str) -> Iterator[Paragraph]:
    """Yield the lines of an element; ``lb`` breaks a line."""
    parts: list[str] = []
    for piece in element.iter():
        if piece.tag == "lb":
            parts.append("\n")
        elif piece.text:
            parts.append(piece.text)
        if piece.tail and piece is not element:
            parts.append(piece.tail)
    for line in "".join(parts).split("\n"):
        if line.strip():
            yield Paragraph(text=_clean(line), kind=kind)


def _clean(text: str) -> str:
    """Collapse white space and drop control characters."""
    return " ".join(_CONTROLS.sub(" ", text).split())


def _about(tree: Any) -> dict[str, Any]:
    """Return what a page says of itself: title, outlet, date, language, address."""
    metas: dict[str, str] = {}
    for meta in tree.iterfind(".//meta"):
        name = meta.get("property") or meta.get("name") or meta.get("itemprop") or ""
        if name and meta.get("content"):
            metas.setdefault(name.lower(), _clean(meta.get("content"))[:500])
    linked = dict(_json_ld(tree))
    first = next((_clean(" ".join(h1.itertext())) for h1 in tree.iterfind(".//h1")), "")
    head = next((_clean(title.text or "") for title in tree.iterfind(".//title")), "")
    return {
        "title": (metas.get("og:title") or linked.get("headline") or first or head)[:300],
        "outlet": metas.get("og:site_name") or linked.get("publisher", ""),
        "published": _published(tree, metas, linked),
        "language": _language(tree.get("lang") or metas.get("og:locale") or ""),
        "address": _address(tree, metas),
    }


def _published(tree: Any, metas: dict[str, str], linked: dict[str, str]) -> str:
    """Return the day of publication that the page gives, or nothing."""
    names = ("article:published_time", "datepublished", "date", "dc.date", "dc.date.issued",
             "publishdate", "pubdate", "parsely-pub-date", "sailthru.date",
             "dcterms.created")  # fmt: skip
    given = [metas.get(name, "") for name in names] + [linked.get("datePublished", "")]
    times = [time for time in tree.iterfind(".//time") if time.get("pubdate") is not None
             or time.get("itemprop") == "datePublished"]  # fmt: skip
    given += [time.get("datetime") or "" for time in times]
    for text in given:
        match = _DAY.match(text.strip())
        if match:
            try:
                return date(*(int(part) for part in match.groups())).isoformat()
            except ValueError:
                continue
    return ""


def _json_ld(tree: Any) -> Iterator[tuple[str, str]]:
    """Yield headline, datePublished and publisher of the page's linked data."""
    for script in tree.iterfind(".//script[@type='application/ld+json']"):
        for item in _items(script.text or ""):
            publisher = item.get("publisher")
            name = publisher.get("name") if isinstance(publisher, dict) else None
            told = (
                ("headline", item.get("headline")),
                ("datePublished", item.get("datePublished")),
                ("publisher", name),
            )
            yield from ((key, _clean(value)[:500]) for key, value in told if isinstance(value, str))


def _items(text: str) -> list[dict[str, Any]]:
    """Return the objects of a piece of linked data; none where it is too large or broken."""
    if len(text) > MAX_JSON or text.count("[") + text.count("{") > MAX_JSON_OBJECTS:
        return []
    try:
        data = json.loads(text)
    except (ValueError, RecursionError):
        return []
    items = list(data) if isinstance(data, list) else [data]
    items += [
        one for each in items if isinstance(each, dict) for one in _listed(each.get("@graph"))
    ]
    return [item for item in items if isinstance(item, dict)]


def _listed(value: Any) -> list[Any]:
    return value if isinstance(value, list) else []


def _language(text: str) -> str:
    match = re.match(r"\s*([A-Za-z]{2,3})(?:[-_]|\s*$)", text)
    return match.group(1).lower() if match else ""


def _address(tree: Any, metas: dict[str, str]) -> str:
    """Return the page's own address, if it is one of the web."""
    linked = [link.get("href") or "" for link in tree.iterfind(".//link[@rel='canonical']")]
    for address in [*linked, metas.get("og:url", "")]:
        if re.match(r"https?://[^\s\"'<>\\]{3,500}\Z", address):
            return str(address)
    return ""
