"""A briefing as Markdown that an editor can change: each sentence followed by its cite marks.

The format, read and written here::

    <!-- foedus: dossier ukraine, at 2026-11-21 -->
    ## What’s happened

    Ukraine signed. [@budapest-memorandum-1994:120-245#1f0e3dad]
    Nobody owes more. [@clause nato-1949 5]

A mark stands behind the sentence that it bears out, before or behind the full stop; several
marks in a row all belong to it. Headings, tables, code and comments are no sentences.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from foedus.briefing.bearing import sentences
from foedus.briefing.cite import Cited, mark, unmark
from foedus.briefing.page import Bullets, Facing, Page, Paragraph
from foedus.sources import Citation, Sentence, Span, SpanCitation

MAX_DRAFT = 2_000_000  # characters of a draft that are read
_HEAD = re.compile(r"<!-- foedus: dossier (?P<dossier>\S+), at (?P<at>\d{4}-\d{2}-\d{2}) -->")
_MARK = re.compile(r"\[@([^\[\]\n]{1,400})\]")
_RUN = re.compile(r"(?:\s*\[@[^\[\]\n]{1,400}\])+")
_LINK = re.compile(r"(?<!!)\[([^\[\]@][^\[\]]{0,300})\]\([^()\s]{0,2000}\)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Written:
    """A sentence of a draft: its line, its words, its marks, and what they were read as."""

    line: int
    text: str
    marks: tuple[str, ...]
    sentence: Sentence
    unread: tuple[str, ...] = ()


def head_of(text: str) -> tuple[str, str]:
    """Return the dossier and the day that a draft names, or two empty words."""
    found = _HEAD.search(text[:2000])
    return (found["dossier"], found["at"]) if found else ("", "")


def to_draft(page: Page, *, dossier: str, at: str, names: Mapping[str, str]) -> str:
    """Write a page as a draft; ``names`` gives the readable name of each document."""
    lines = [f"<!-- foedus: dossier {dossier}, at {at} -->", f"# {page.title}", ""]
    for section in page.sections:
        if section.id == "cite":
            continue
        body: list[str] = []
        for block in section.blocks:
            match block:
                case Paragraph():
                    body += [_written(block, names), ""]
                case Bullets():
                    body += [
                        f"- {_written(item, names)}" for item in block.items if item.sentences
                    ] + [""]
                case Facing():
                    body += [f"- {_written(column, names)}" for column in block.columns] + [""]
                case _:
                    pass
        if any(body):
            lines += [f"{'#' * section.level} {section.title}", "", *body]
    return "\n".join(lines).rstrip() + "\n"


def _written(one: Paragraph, names: Mapping[str, str]) -> str:
    head = f"**{one.label}** " if one.label else ""
    return head + " ".join(
        f"{each.text} " + " ".join(f"[@{mark(_named(c, names))}]" for c in each.citations)
        for each in one.sentences
    )


def _named(citation: Citation, names: Mapping[str, str]) -> Citation:
    """Name a document by its source, which people can read."""
    if isinstance(citation, SpanCitation) and citation.span.doc in names:
        span = citation.span
        return SpanCitation(
            span=Span(doc=names[span.doc], start=span.start, end=span.end, sha=span.sha)
        )
    return citation


def read_draft(text: str, documents: Mapping[str, Cited]) -> tuple[Written, ...]:
    """Return the sentences of a draft in order."""
    return tuple(_sentences(text[:MAX_DRAFT], documents))


def _sentences(text: str, documents: Mapping[str, Cited]) -> Iterator[Written]:
    for line, paragraph in _paragraphs(text):
        at = 0
        for run in [*_RUN.finditer(paragraph), None]:
            chunk = paragraph[at : run.start()] if run else paragraph[at:]
            marks = _marks(run[0]) if run else ()
            at = run.end() if run else len(paragraph)
            if run and paragraph[at : at + 1] in {".", "!", "?"}:
                chunk, at = chunk + paragraph[at], at + 1
            parts = [part for part in sentences(_bare(chunk)) if re.search(r"\w", part)]
            for place, part in enumerate(parts):
                own = marks if place == len(parts) - 1 else ()
                read = [(each, unmark(each, documents)) for each in own]
                citations = tuple(found for _, found in read if found is not None)
                unread = tuple(each for each, found in read if found is None)
                yield Written(
                    line=line,
                    text=part,
                    marks=own,
                    sentence=Sentence(text=part, citations=citations),
                    unread=unread,
                )


def _marks(run: str) -> tuple[str, ...]:
    return tuple(
        part.strip().removeprefix("@")
        for found in _MARK.finditer(run)
        for part in re.split(r";\s*(?=@)", found[1])
    )


def _bare(text: str) -> str:
    """Take the marks of Markdown off a text."""
    text = _LINK.sub(r"\1", text)
    text = re.sub(r"\*\*[^*]{1,120}\*\*\s*", "", text) if text.lstrip().startswith("**") else text
    return re.sub(r"[*`]|(?<!\w)_|_(?!\w)", "", text).strip()


def _paragraphs(text: str) -> Iterator[tuple[int, str]]:
    """Yield (line, words) of each paragraph and list item, comments, code and tables left out."""
    text = re.sub(r"<!--.*?-->", lambda found: "\n" * found[0].count("\n"), text, flags=re.DOTALL)
    start, words, code = 0, "", False
    lines = text.split("\n")
    if lines and lines[0].strip() == "---" and "---" in [line.strip() for line in lines[1:60]]:
        end = [line.strip() for line in lines].index("---", 1)
        lines = [""] * (end + 1) + lines[end + 1 :]
    for number, line in enumerate([*lines, ""], 1):
        bare = line.strip()
        if bare.startswith("```"):
            code = not code
            bare = ""
        item = re.match(r"(?:[-*+]|\d{1,3}[.)])\s+", bare)
        fence = code or not bare or bare.startswith(("#", "|", "---"))
        if (fence or item) and words:
            yield start, words
            words = ""
        if not fence:
            bare = bare[item.end() :] if item else bare.removeprefix("> ")
            start = start if words else number
            words = f"{words} {bare}".strip()
