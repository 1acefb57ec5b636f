"""Strangers' files: what is hostile hurts nobody, what is good is read as it is."""

from __future__ import annotations

import time
from contextlib import suppress
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from foedus.errors import InputError, UnreadableDocument
from foedus.evidence.dossier_format import SourceMeta
from foedus.evidence.read import Problem, read_bytes, read_paths
from foedus.evidence.read.decode import decode
from foedus.evidence.read.folder import MAX_BYTES
from foedus.evidence.read.visible import Locator

SENTENCE = (
    "The ministers met in Strelsau on Monday, and they agreed that parliaments should ratify "
    "the guarantee within a year."
)
BODY = "".join(f"<p>{SENTENCE} This is paragraph {number} of the page.</p>" for number in range(6))
HEAD = (
    '<html lang="en-GB"><head><title>Talks | Courier</title><meta property="og:title" content="Talks end">'
    '<meta property="og:site_name" content="Northern Courier">'
    '<meta property="article:published_time" content="2025-03-04T10:00:00Z">'
    '<link rel="canonical" href="https://courier.example/talks"></head>'
)
NOTE = """---
kind: summary
title: "A treaty"
outlet: A ministry
document: treaty
published: 1994-12
seen: {title: "Treaty", address: "https://example.org/t"}
topics: [assurances]
---
Borduria gave up the fleet in 1994, because three states promised to respect the border.

Syldavia denied in 2014 that the promise covered an inner conflict.
"""


def read(data, name="page.html", meta=None):
    return read_bytes(data if isinstance(data, bytes) else data.encode(), name, meta)


def test_a_page_says_its_title_outlet_date_and_language():
    document, note = read(HEAD + f"<body><article><h1>Talks</h1>{BODY}</article></body></html>")
    assert (document.title, document.source.outlet) == ("Talks end", "Northern Courier")
    assert document.when.start == date(2025, 3, 4)
    assert (document.language, document.source.address) == ("en", "https://courier.example/talks")
    assert note == ""


def test_a_page_without_a_date_has_none():
    document, _ = read(f"<html><body><article>{BODY}<p>Copyright 2019</p></article></body></html>")
    assert document.when.how == "unknown"


def test_sources_yaml_wins_over_the_page():
    meta = SourceMeta(file="page.html", title="Ours", outlet="Gazette", published="2024-05")
    document, _ = read(HEAD + f"<body>{BODY}</body></html>", meta=meta)
    assert (document.title, document.source.outlet, document.source.published) == (
        "Ours",
        "Gazette",
        "2024-05",
    )
    assert (document.when.start, document.when.end) == (date(2024, 5, 1), date(2024, 5, 31))


def test_paragraphs_are_found_again_in_the_raw_page():
    raw = (
        HEAD
        + f"<body><article>{BODY.replace('guarantee', '<b>guar</b>antee &amp; pact')}</article></body></html>"
    )
    document, _ = read(raw)
    assert len(document.offsets) == 6
    for here, there in document.offsets:
        assert document.text[here : here + 12] == raw[there : there + 12]


HOSTILE = {
    "script": f"<html><body onload=alert(1)>{BODY}<script>EVIL()</script></body></html>",
    "handler": f"<html><body>{BODY}<p onclick='EVIL()'>{SENTENCE}</p></body></html>",
    "link": f"<html><body>{BODY}<p><a href='javascript:EVIL()'>{SENTENCE}</a></p></body></html>",
    "address": f'<html><head><link rel="canonical" href="javascript:EVIL()"></head><body>{BODY}</body></html>',
    "svg": f"<html><body>{BODY}<svg onload=EVIL()><text>EVIL()</text></svg></body></html>",
    "entity": f'<!DOCTYPE html [<!ENTITY x SYSTEM "file:///etc/passwd">]><html><body>{BODY}<p>&x;</p></body></html>',
    "nested": f"<html><body><script>EVIL()</script>{'<div>' * 5000}{BODY}</body></html>",
    "unclosed": f"<html><body>{BODY}<script>EVIL()",
}


@pytest.mark.parametrize("name", list(HOSTILE))
def test_nothing_that_runs_survives_into_text_or_address(name):
    document, _ = read(HOSTILE[name])
    everything = document.text + document.title + repr(document.source)
    for mark in ("EVIL", "javascript:", "onclick", "<script", "root:"):
        assert mark not in everything
    assert "Strelsau" in document.text


@pytest.mark.parametrize("tag", ["div", "b", "ul><li", "table><tr><td", "blockquote", "a"])
def test_a_hundred_thousand_nested_elements_neither_crash_nor_hang(tag):
    begun = time.process_time()
    document, note = read(f"<html><body>{f'<{tag}>' * 100_000}{BODY}</body></html>")
    assert "Strelsau" in document.text
    assert "read line by line" in note
    assert time.process_time() - begun < 10


@pytest.mark.parametrize(
    "data",
    [
        "<a " * 500_000,
        "<" * 500_000,
        "&" * 500_000,
        "<!--" * 200_000,
        "<!-- -->" * 100_000,
        "<script>" * 100_000,
        "<meta charset=" * 100_000,
        "<p>x" * 300_000,
        "<i a=1 " + "b=2 " * 100_000 + ">",
    ],
    ids=["a", "lt", "amp", "open", "comments", "scripts", "meta", "p", "attributes"],
)
def test_odd_markup_ends_soon(data):
    begun = time.process_time()
    with suppress(UnreadableDocument):
        read(f"<html><body>{BODY}{data}")
    assert time.process_time() - begun < 10


@pytest.mark.parametrize(
    ("data", "code", "words"),
    [
        (b"", "FD413", "is empty"),
        (b" \n\t ", "FD413", "is empty"),
        (b"<html></html>", "FD416", "no readable text"),
        (bytes(range(256)) * 20, "FD414", "binary"),
        (b"%PDF-1.7 x", "FD414", "PDF"),
        (b"PK\x03\x04rest", "FD414", "archive"),
        (b"x" * (MAX_BYTES + 1), "FD412", "MB"),
        (b"line\n" * 300_000, "FD412", "lines"),
    ],
    ids=["nothing", "blank", "no text", "binary", "pdf", "zip", "too large", "lines"],
)
def test_what_cannot_be_read_is_refused_in_one_line(data, code, words):
    with pytest.raises(UnreadableDocument) as caught:
        read(data, "x.txt")
    (finding,) = caught.value.findings
    assert (finding.code, words in finding.message) == (code, True)
    assert "\n" not in finding.message


def test_a_yaml_bomb_in_a_note_is_refused():
    with pytest.raises(InputError) as caught:
        read("---\na: &a [x, x]\nb: [*a, *a]\n---\nText.\n", "note.md")
    assert {one.code for one in caught.value.findings} == {"FD005"}


@pytest.mark.parametrize(
    ("raw", "text", "note"),
    [
        ("Élysée".encode(), "Élysée", ""),
        ("Élysée".encode("utf-16"), "Élysée", ""),
        (b"\xef\xbb\xbfKlow", "Klow", ""),
        ("Élysée".encode("latin-1"), "Élysée", "read as windows-1252"),
        (
            b'<meta charset="utf-7">+ADw-script+AD4- \xe9',
            '<meta charset="utf-7">+ADw-script+AD4- é',
            "windows-1252",
        ),
        (b'<meta charset="koi8-r">' + "Клов".encode("koi8-r"), '<meta charset="koi8-r">Клов', ""),
        (
            b'<meta charset="latin-1">' + "Клов".encode(),
            '<meta charset="latin-1">Клов',
            "but it is UTF-8",
        ),
        (
            "Klów ".encode() * 50 + b"\xff",
            "Klów " * 50 + "\ufffd",
            "1 characters could not be read",
        ),
    ],
    ids=["utf-8", "utf-16", "bom", "latin", "utf-7", "koi8", "wrong", "damaged"],
)
def test_the_real_encoding_is_found(raw, text, note):
    decoded = decode(raw)
    assert decoded.text == text
    assert note in decoded.note


@settings(deadline=None)  # the machine is shared
@given(
    st.text(alphabet=st.characters(exclude_categories=("Cs", "Cc")), min_size=30).filter(str.strip)
)
def test_plain_text_is_not_altered(text):
    try:
        document, _ = read(text, "a.txt")
    except UnreadableDocument:
        return  # nothing but furniture or signs
    assert document.text == text.removeprefix("\ufeff") or text.lstrip().startswith("<")


@settings(deadline=None)  # the machine is shared
@given(
    st.lists(st.sampled_from(["one", "two words", ""]), min_size=3, max_size=9),
    st.sampled_from(["\r\n", "\r"]),
)
def test_offsets_lead_back_to_the_raw_text(lines, ending):
    raw = "Talks in Strelsau ended." + ending + ending.join(lines)
    document, _ = read(raw, "a.txt")
    assert document.text == raw.replace(ending, "\n")
    for (here, there), (following, _) in zip(document.offsets, document.offsets[1:], strict=False):
        assert document.text[here : following - 1] == raw[there : there + following - 1 - here]


def test_a_note_is_a_summary_with_its_reference():
    document, _ = read(NOTE, "a-treaty-1994.md")
    assert (document.source.id, document.source.kind) == ("a-treaty-1994", "summary")
    assert document.source.topics == ("assurances",)
    assert document.when.end == date(1994, 12, 31)
    assert [block.kind for block in document.blocks] == ["body", "body"]
    assert NOTE[document.offsets[0][1] :].startswith(document.text[:40])


def test_a_note_with_a_wrong_head_names_every_place():
    bad = NOTE.replace("outlet: A ministry\n", "").replace("treaty\npub", "blog\npub")
    with pytest.raises(UnreadableDocument) as caught:
        read(bad, "n.md")
    assert [(one.code, one.line) for one in caught.value.findings] == [("FD401", 2), ("FD403", 4)]


def test_one_bad_file_is_skipped_and_the_others_are_kept(tmp_path):
    (tmp_path / "good.txt").write_text(SENTENCE)
    (tmp_path / "bad.txt").write_bytes(b"\x00\x01\x02" * 100)
    (tmp_path / "worse.html").write_bytes(b"")
    (tmp_path / ".hidden").write_text(SENTENCE)
    found = list(read_paths([tmp_path]))
    assert [type(one).__name__ for one in found] == ["Problem", "Document", "Problem"]
    assert [one.file for one in found if isinstance(one, Problem)] == ["bad.txt", "worse.html"]


def test_a_link_out_of_the_folder_is_not_followed(tmp_path):
    (tmp_path / "secret.txt").write_text(SENTENCE)
    inner = tmp_path / "in"
    inner.mkdir()
    (inner / "link.txt").symlink_to(tmp_path / "secret.txt")
    assert list(read_paths([inner])) == []


@settings(deadline=None)  # the machine is shared
@given(st.text(alphabet="ab<>/&;p \n'\"=!-", max_size=200))
def test_the_locator_never_fails(page):
    Locator(page).find("ab")


@settings(deadline=None)  # the machine is shared
@given(st.binary(max_size=300))
def test_any_bytes_are_read_or_refused(data):
    try:
        document, _ = read(data, "x.html")
    except InputError:
        return
    for block in document.blocks:
        assert 0 <= block.start < block.end <= len(document.text)


@pytest.mark.slow
def test_the_article_is_found_as_well_as_trafilatura_alone_finds_it(shared):
    """The floor: F1 over runs of four words no more than .004 below trafilatura's own."""
    import gzip
    import json
    import re
    from collections import Counter

    import trafilatura

    def grams(text: str) -> Counter[tuple[str, ...]]:
        words = re.findall(r"\w+", text)
        return Counter(tuple(words[at : at + 4]) for at in range(max(1, len(words) - 3)))

    def f1(pairs: list[tuple[str, str]]) -> float:
        precision = recall = 0.0
        for found, true in pairs:
            one, other = grams(found), grams(true)
            both = sum((one & other).values())
            precision += both / max(1, sum(one.values())) / len(pairs)
            recall += both / max(1, sum(other.values())) / len(pairs)
        return 2 * precision * recall / (precision + recall)

    folder = shared / "data" / "article-extraction"
    ours, theirs = [], []
    for name, truth in json.loads((folder / "ground-truth.json").read_text()).items():
        raw = gzip.decompress((folder / "html" / f"{name}.html.gz").read_bytes())
        document, _ = read(raw, name)
        kept = "\n".join(document.words(block) for block in document.blocks if block.kept)
        ours.append((kept, truth["articleBody"]))
        alone = trafilatura.extract(raw, fast=True, include_comments=False) or ""
        theirs.append((alone, truth["articleBody"]))
    assert f1(ours) >= f1(theirs) - 0.004
    assert f1(ours) >= 0.959
