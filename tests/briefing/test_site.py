from __future__ import annotations

import json
import re
from dataclasses import replace
from html.parser import HTMLParser
from urllib.parse import unquote, urlparse

import pytest

from foedus.briefing.page import Page, Paragraph, Section, Table, sentences_of
from foedus.briefing.site import refuse_unborne, table_files, to_site
from foedus.errors import RenderError, UncitedSentence
from foedus.sources import Sentence

VOID = {"meta", "link", "img", "br", "source", "hr"}


class Reader(HTMLParser):
    """Collects ids, links and tags; insists on elements that are closed in order."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.ids: list[str] = []
        self.links: list[str] = []
        self.fetched: list[str] = []
        self.tags: list[str] = []
        self.attributes: set[str] = set()
        self.stack: list[str] = []
        self.feed(text)
        assert self.stack == []

    def handle_starttag(self, tag, attrs):
        self.tags.append(tag)
        self.attributes.update(name for name, _ in attrs)
        self.ids += [value for name, value in attrs if name == "id"]
        self.links += [value for name, value in attrs if name in {"href", "src", "srcset"}]
        if tag in {"img", "source", "link"}:
            self.fetched += [value for name, value in attrs if name in {"href", "src", "srcset"}]
        if tag not in VOID:
            self.stack.append(tag)

    def handle_endtag(self, tag):
        assert self.stack.pop() == tag


@pytest.fixture(scope="session")
def pages(site):
    return {
        path.relative_to(site.folder).as_posix(): Reader(path.read_text("utf-8"))
        for path in site.folder.rglob("*.html")
    }


def test_every_kind_of_page_is_written(pages):
    assert {
        "index.html", "questions/index.html", "questions/what-is-the-pact.html", "agreements/harbour-pact.html", "agreements/index.html",
        "guarantors/fra.html", "claims.html", "positions.html", "sources/index.html", "sources/pact-signed.html", "method.html", "results.html", "entries.html",
    } <= set(pages)  # fmt: skip


def test_every_link_leads_somewhere_and_every_citation_to_its_passage(pages, site):
    for path, page in pages.items():
        for link in page.links:
            if link.startswith(("https://", "data:")):
                continue
            address = urlparse(link)
            target = (
                (site.folder / path).parent / unquote(address.path)
                if address.path
                else site.folder / path
            )
            assert target.is_file(), (path, link)
            if address.fragment:
                other = pages[target.resolve().relative_to(site.folder).as_posix()]
                assert address.fragment in other.ids, (path, link)


def test_ids_are_used_once(pages):
    for path, page in pages.items():
        assert len(page.ids) == len(set(page.ids)), path


def test_no_script_survives_into_the_site(pages):
    for path, page in pages.items():
        assert "script" not in page.tags, path
        assert "iframe" not in page.tags
        assert not any(name.startswith("on") or name == "style" for name in page.attributes), path
        assert not any(link.lower().startswith("javascript") for link in page.links), path


def test_every_page_has_the_strict_policy(site):
    for path in site.folder.rglob("*.html"):
        assert "default-src 'none'; style-src 'self'; img-src 'self' data:" in path.read_text(
            "utf-8"
        )


def test_nothing_is_fetched_from_elsewhere(pages, site):
    for page in pages.values():
        assert not any("//" in address for address in page.fetched)
    assert "http" not in (site.folder / "static/style.css").read_text("utf-8")
    for picture in site.folder.glob("charts/*.svg"):
        assert not re.search(r"(?:href|src)=|url\((?!#)|<script", picture.read_text("utf-8"))


def test_the_same_dossier_on_the_same_day_gives_the_same_bytes(briefing, site, tmp_path):
    again = to_site(briefing, tmp_path / "again")
    files = {
        path.relative_to(site.folder): path.read_bytes()
        for path in site.folder.rglob("*")
        if path.is_file()
    }
    other = {
        path.relative_to(again.folder): path.read_bytes()
        for path in again.folder.rglob("*")
        if path.is_file()
    }
    assert files == other


def test_no_sentence_stands_twice_on_a_page(briefing):
    for page in briefing.pages:
        texts = [one.text for one in sentences_of(page)]
        assert len(texts) == len(set(texts)), page.path


def test_the_short_story_has_at_most_four_hundred_words(briefing):
    [short] = [section for section in briefing.pages[0].sections if section.id == "in-short"]
    assert (
        20 < sum(len(one.text.split()) for block in short.blocks for one in block.sentences) <= 400
    )


def test_a_question_is_answered_in_at_most_three_sentences_or_refused_with_the_reason(briefing):
    by_id = {one.id: one for one in briefing.answers}
    assert 1 <= len(by_id["what-is-the-pact"].short) <= 3
    assert not by_id["what-about-moon"].answered
    [page] = [page for page in briefing.pages if page.path == "questions/what-about-moon.html"]
    assert any(
        one.text.startswith("This question is not answerable from these sources: ")
        for one in sentences_of(page)
    )


def test_a_question_that_needs_a_lab_says_that_there_is_none(briefing):
    [page] = [page for page in briefing.pages if page.path == "questions/would-it-deter.html"]
    assert any(
        one.text.startswith("The deterrence lab does not exist yet") for one in sentences_of(page)
    )


def test_an_uncited_sentence_stops_the_build_with_its_code(briefing, tmp_path):
    bare = Page(
        path="index.html",
        title="T",
        kicker="K",
        lede=(Sentence(text="It rains.", citations=()),),
        sections=(),
    )
    with pytest.raises(UncitedSentence) as error:
        to_site(replace(briefing, pages=(bare,)), tmp_path / "site")
    assert error.value.code == "FD510"
    assert not (tmp_path / "site").exists()


def test_all_bad_sentences_are_told_at_once(briefing):
    bad = tuple(Sentence(text=f"It rains {n}.", citations=()) for n in range(3))
    page = Page(
        path="x.html",
        title="T",
        kicker="K",
        lede=(),
        sections=(Section(id="s", title="S", blocks=(Paragraph(sentences=bad),)),),
    )
    with pytest.raises(UncitedSentence) as error:
        refuse_unborne([page], briefing.desk)
    assert len(error.value.findings) == 3


def test_a_folder_that_holds_something_else_is_not_written_over(briefing, tmp_path):
    (tmp_path / "mine.txt").write_text("mine")
    with pytest.raises(RenderError) as error:
        to_site(briefing, tmp_path)
    assert error.value.code == "FD513"
    assert (tmp_path / "mine.txt").read_text() == "mine"


def test_a_site_is_written_over(briefing, tmp_path):
    to_site(briefing, tmp_path / "s")
    (tmp_path / "s" / "stale.html").write_text("old")
    to_site(briefing, tmp_path / "s")
    assert not (tmp_path / "s" / "stale.html").exists()


def test_a_picture_comes_with_its_data_and_its_words(site):
    index = (site.folder / "index.html").read_text("utf-8")
    for figure in re.findall(r"<figure id=\"([^\"]+)\"", index):
        assert (site.folder / f"data/{figure}.csv").is_file()
        assert json.loads((site.folder / f"data/{figure}.json").read_text("utf-8"))["rows"]
        assert json.loads((site.folder / f"charts/{figure}.vl.json").read_text("utf-8"))
    assert not re.search(r"<img[^>]*alt=\"\"", index)


def test_a_cell_that_a_spreadsheet_would_run_is_kept_as_text():
    from foedus.briefing.page import Cell, Row

    made, _ = table_files(Table(caption="c", head=("a",), rows=(Row(cells=(Cell(text="=1+1"),)),)))
    assert made == "a\n'=1+1\n"


def test_a_summary_is_always_called_one(site):
    page = (site.folder / "sources/pact-signed.html").read_text("utf-8")
    assert "a summary in our own words, not the words of the original" in page
    index = (site.folder / "index.html").read_text("utf-8")
    assert "summary in our own words" in index
