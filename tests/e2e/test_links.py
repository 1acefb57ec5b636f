"""Every link of the site leads somewhere, and every citation to the words that it cites.

Read from the files: what stands there is what a reader without script gets.
"""

from __future__ import annotations

import posixpath
import re
from urllib.parse import unquote, urlsplit

import pytest

pytestmark = pytest.mark.e2e

MOST = 5  # failures of one kind that are printed


def flat(text):
    return " ".join(text.split())


class Read:
    """A page that was parsed: its tree, its ids, and the text from an element onwards."""

    def __init__(self, tree):
        self.tree = tree
        self.ids = {each.get("id"): each for each in tree.iter() if each.get("id")}

    def text_from(self, ident):
        """The words from the element to the end of the section or passage that holds it."""
        element = self.ids[ident]
        holder = element
        while holder.getparent() is not None and not (
            holder.tag in {"section", "main"} or "passage" in (holder.get("class") or "").split()
        ):
            holder = holder.getparent()
        parts, begun = [], False
        for text, node in _walk(holder):
            begun = begun or node is element
            if begun:
                parts.append(text)
        return flat("".join(parts))


def _is_note(node):
    """Say whether a node is the mark and card of a note, which stand between a page's words."""
    return "fn" in (node.get("class") or "").split()


INLINE = {"a", "b", "em", "i", "mark", "q", "small", "span", "strong"}


def _walk(node):
    """Yield the texts below a node in order, with a space where a block ends."""
    yield node.text or "", node
    for child in node:
        if not _is_note(child):
            yield from _walk(child)
        yield ("" if child.tag in INLINE else " ") + (child.tail or ""), node


@pytest.fixture(scope="module")
def read(site):
    html = pytest.importorskip("lxml.html")
    return {
        page: Read(html.document_fromstring((site.folder / page).read_bytes()))
        for page in site.pages
    }


def led_to(page, href):
    """The file within the site and the fragment that a link of a page leads to."""
    parts = urlsplit(href)
    path = posixpath.join(posixpath.dirname(page), unquote(parts.path))
    return (posixpath.normpath(path) if parts.path else page), unquote(parts.fragment)


def links(read):
    """(page, element, target file, fragment) of every link within the site."""
    for page, parsed in read.items():
        for element in parsed.tree.iter("a", "link", "img", "source"):
            value = element.get("href") or element.get("src") or element.get("srcset") or ""
            parts = urlsplit(value)
            if not value or parts.scheme in {"http", "https", "data", "mailto"}:
                continue
            yield page, element, *led_to(page, value)


def test_the_site_has_its_kinds_of_pages(site):
    assert len(site.pages) > 40
    assert len(site.kinds()) >= 5


def test_every_link_leads_to_a_file_and_an_element_that_exist(site, read):
    broken = [
        f"{page}: {target}#{fragment}"
        for page, _, target, fragment in links(read)
        if target.startswith("..")
        or not (site.folder / target).is_file()
        or (fragment and target in read and fragment not in read[target].ids)
    ]
    assert not broken, "\n".join(broken)


def test_no_id_stands_twice_on_a_page(read):
    for page, parsed in read.items():
        ids = [each.get("id") for each in parsed.tree.iter() if each.get("id")]
        twice = (
            sorted({ident for ident in ids if ids.count(ident) > 1})
            if len(ids) > len(set(ids))
            else []
        )
        assert twice == [], page


def parts_of(words, fragment):
    """What must stand at the target: the passage as one, or each sentence of a clause or result.

    The page of an agreement sets the coded reading between the sentences of a clause.
    """
    shown = flat(words)
    if shown.endswith(" …"):  # the card shows the beginning
        shown = shown.removesuffix(" …")
    if fragment.startswith("c-"):
        return [shown]
    sentences = re.split(r"(?<=[.!?]) (?=[A-Z“])", shown)
    return sentences[:-1] if len(sentences) > 1 and shown != flat(words) else sentences


def lost(read, page, ref):
    """What a citation promises and its target does not hold, as sentences."""
    note = read[page].ids.get(ref.get("href", "").removeprefix("#"))
    if note is None:
        return [f"{page}: {ref.get('href')} is not there"]
    inside = [a for a in note.xpath("./a[@href]") if not urlsplit(a.get("href")).scheme]
    words = "".join(ref.getparent().xpath("./*[@class='card']//q//text()"))
    if not inside or not words:
        return []
    target, fragment = led_to(page, inside[0].get("href"))
    if target not in read or (fragment and fragment not in read[target].ids):
        return [f"{target}#{fragment} is not there"]
    text = read[target].text_from(fragment or "main")
    gone = [part for part in parts_of(words, fragment) if part not in text]
    return [f"{target}#{fragment} does not say {part[:90]!r}" for part in gone]


def test_every_citation_leads_to_its_note_and_the_note_to_the_cited_words(read):
    refs = [
        (page, ref)
        for page, each in read.items()
        for ref in each.tree.xpath('//a[@role="doc-noteref"]')
    ]
    wrong = {line for page, ref in refs for line in lost(read, page, ref)}
    assert len(refs) > 300
    assert not wrong, f"of {len(refs)} citations:\n" + "\n".join(sorted(wrong))


def test_every_sentence_has_a_citation(read):
    bare = [
        f"{page}: {flat(each.text_content())[:80]}"
        for page, parsed in read.items()
        for each in parsed.tree.xpath('//*[@class="s"]')
        if not each.get("data-cite")
    ]
    assert bare[:MOST] == []


def test_nothing_runs_and_nothing_is_fetched(site):
    forbidden = re.compile(
        r"<script|<iframe|<object|<embed|<form|\son\w+\s*=|javascript:"
        r"|<(?:img|source|link|video|audio)[^>]+(?:src|srcset|href)=[\"']?(?:https?:)?//"
        r"|@import|url\((?!['\"]?data:)",
        flags=re.IGNORECASE,
    )
    found = {}
    for file in site.folder.rglob("*"):
        if file.suffix in {".html", ".css", ".svg"}:
            hit = forbidden.search(file.read_text(encoding="utf-8"))
            if hit:
                found[file.name] = hit.group()
    assert found == {}


def test_every_link_that_leaves_is_plain_http_and_says_so(read):
    wrong = [
        f"{page}: {link.get('href')}"
        for page, parsed in read.items()
        for link in parsed.tree.xpath("//a[@href]")
        if (scheme := urlsplit(link.get("href")).scheme)
        and (scheme not in {"http", "https"} or "noopener" not in (link.get("rel") or ""))
    ]
    assert not wrong, "\n".join(wrong)


def test_no_file_of_the_site_names_a_path_of_this_machine(site):
    places = {str(site.folder), site.folder.as_uri()}
    for file in site.folder.rglob("*"):
        if file.is_file():
            data = file.read_bytes()
            assert not [place for place in places if place.encode() in data], file.name
