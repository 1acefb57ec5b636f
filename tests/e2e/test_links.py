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
        if holder is element:
            return flat(element.text_content())
        parts, begun = [], False
        for text, node in _walk(holder):
            begun = begun or node is element
            if begun:
                parts.append(text)
        return flat("".join(parts)) or flat(holder.text_content())


INLINE = {"a", "b", "em", "i", "mark", "q", "small", "span", "strong"}


def _walk(node):
    """Yield the texts below a node in order, with a space where a block ends."""
    yield node.text or "", node
    for child in node:
        yield from _walk(child)
        yield ("" if child.tag in INLINE else " ") + (child.tail or ""), node


@pytest.fixture(scope="module")
def read(site):
    html = pytest.importorskip("lxml.html")
    return {
        page: Read(html.document_fromstring((site.folder / page).read_bytes()))
        for page in site.pages
    }


def links(read):
    """(page, element, target file, fragment) of every link within the site."""
    for page, parsed in read.items():
        for element in parsed.tree.iter("a", "link", "img", "source"):
            value = element.get("href") or element.get("src") or element.get("srcset") or ""
            parts = urlsplit(value)
            if not value or parts.scheme in {"http", "https", "data", "mailto"}:
                continue
            path = unquote(parts.path)
            target = (
                posixpath.normpath(posixpath.join(posixpath.dirname(page), path)) if path else page
            )
            yield page, element, target, unquote(parts.fragment)


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
    assert broken[:MOST] == []


def test_no_id_stands_twice_on_a_page(read):
    for page, parsed in read.items():
        ids = [each.get("id") for each in parsed.tree.iter() if each.get("id")]
        twice = (
            sorted({ident for ident in ids if ids.count(ident) > 1})
            if len(ids) > len(set(ids))
            else []
        )
        assert twice == [], page


def test_every_citation_leads_to_its_note_and_the_note_to_the_cited_words(read):
    wrong, seen = [], 0
    for page, parsed in read.items():
        for ref in parsed.tree.xpath('//a[@role="doc-noteref"]'):
            seen += 1
            note = parsed.ids.get(ref.get("href", "").removeprefix("#"))
            words = "".join(ref.getparent().xpath("./*[@class='card']//q//text()"))
            if note is None:
                wrong.append(f"{page}: {ref.get('href')} is not there")
                continue
            inside = [a for a in note.xpath("./a[@href]") if not urlsplit(a.get("href")).scheme]
            if not inside or not words:
                continue
            path, _, fragment = inside[0].get("href").partition("#")
            target = (
                posixpath.normpath(posixpath.join(posixpath.dirname(page), path)) if path else page
            )
            if fragment and flat(words).removesuffix(" …") not in read[target].text_from(fragment):
                wrong.append(f"{page}: {target}#{fragment} does not say {words[:80]!r}")
    assert seen > 300
    assert wrong[:MOST] == [], f"{len(wrong)} of {seen}"


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
    for page, parsed in read.items():
        for link in parsed.tree.xpath("//a[@href]"):
            scheme = urlsplit(link.get("href")).scheme
            assert scheme in {"", "http", "https"}, f"{page}: {link.get('href')}"
            if scheme:
                assert "noopener" in (link.get("rel") or ""), f"{page}: {link.get('href')}"


def test_no_file_of_the_site_names_a_path_of_this_machine(site):
    places = {str(site.folder), site.folder.as_uri()}
    for file in site.folder.rglob("*"):
        if file.is_file():
            data = file.read_bytes()
            assert not [place for place in places if place.encode() in data], file.name
