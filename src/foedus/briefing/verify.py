"""Check again what a page, a site, a draft or a dossier states, sentence by sentence.

Nothing is taken from the page but its words and its marks: passages are read from the dossier's
own texts, clauses and results are computed anew.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from html.parser import HTMLParser
from pathlib import Path

from foedus.briefing.bearing import Problem, plain
from foedus.briefing.cite import Checked, Desk, check, mark, unmark
from foedus.briefing.compose import Briefing, brief
from foedus.briefing.draft import head_of, read_draft
from foedus.briefing.page import sentences_of
from foedus.briefing.render import SEPARATOR
from foedus.briefing.site import MARK
from foedus.errors import Finding, InputError
from foedus.evidence.dossier import Dossier, built_in_dossiers, open_dossier
from foedus.sources import Sentence

MAX_PAGE = 20_000_000  # bytes of a page that are read


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """A sentence, where it stands, and what is wrong with it."""

    file: str
    line: int
    text: str
    marks: tuple[str, ...]
    problems: tuple[Problem, ...]
    editor: str = ""

    @property
    def ok(self) -> bool:
        """Say whether the sentence is cited and borne out."""
        return not self.problems


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """The verdicts on everything that was checked."""

    verdicts: tuple[Verdict, ...]
    dossier: str
    at: date

    @property
    def bad(self) -> tuple[Verdict, ...]:
        """The sentences that are not cited or not borne out."""
        return tuple(one for one in self.verdicts if not one.ok)


def verify(path: str, *, dossier: str = "", at: date) -> Report:
    """Check a file, a site or a dossier.

    Parameters
    ----------
    path :
        A page (.html), a draft (.md), the folder of a site, or a dossier.
    dossier :
        The dossier that the page rests on; by default the one that the page names.
    at :
        The day to use where the page names none.

    Raises
    ------
    InputError
        FD520 neither a page, a draft, a site nor a dossier; FD521 the page names no dossier.
    """
    place = Path(path)
    if (place / MARK).is_file():
        return _site(place, dossier, at)
    if place.is_file() and place.suffix.lower() in {".html", ".htm"}:
        return _pages([place], place.parent, dossier, at)
    if place.is_file():
        return _draft(place, dossier, at)
    if (place / "dossier.yaml").is_file() or path in built_in_dossiers():
        return _dossier(open_dossier(path), at)
    found = Finding(
        code="FD520",
        message=f"{path!r} is no page, no draft, no site and no dossier",
        hint="give a .html or .md file, a folder that foedus brief wrote, or a dossier",
    )
    raise InputError("there is nothing to verify", [found])


def _dossier(dossier: Dossier, at: date) -> Report:
    briefing = brief(dossier, at)
    verdicts = [
        _verdict(page.path, 0, check(sentence, briefing.desk))
        for page in briefing.pages
        for sentence in sentences_of(page)
    ]
    for finding in briefing.warnings:
        problem = Problem("lost", finding.message)
        verdicts.append(
            Verdict(file=finding.file, line=0, text=finding.message, marks=(), problems=(problem,))
        )
    for note in dossier.notes:
        verdicts += _draft_verdicts(note, note.name, briefing.desk, editors=True)
    return Report(verdicts=tuple(verdicts), dossier=dossier.id, at=at)


def _verdict(file: str, line: int, checked: Checked) -> Verdict:
    from foedus.sources import EditorCitation

    sentence = checked.sentence
    editor = next((c.editor for c in sentence.citations if isinstance(c, EditorCitation)), "")
    return Verdict(
        file=file,
        line=line,
        text=sentence.text,
        marks=tuple(mark(c) for c in sentence.citations),
        problems=checked.problems,
        editor=editor,
    )


def _draft(place: Path, dossier: str, at: date) -> Report:
    text = _read(place)
    named, day = head_of(text)
    opened = _open(dossier or named, place.parent)
    when = date.fromisoformat(day) if day else at
    briefing = brief(opened, when)
    return Report(
        verdicts=tuple(_draft_verdicts(place, place.name, briefing.desk)),
        dossier=opened.id,
        at=when,
    )


def _draft_verdicts(
    place: Path, name: str, desk: Desk, *, editors: bool = False
) -> Iterator[Verdict]:
    for one in read_draft(_read(place), desk.documents):
        if editors and not one.marks:
            continue  # an editor's own sentence in the editor's own note
        problems = tuple(
            Problem("lost", f"the mark [@{each}] leads nowhere, or its text has changed")
            for each in one.unread
        )
        if not problems:
            problems = check(one.sentence, desk).problems
        editor = next(
            (each.removeprefix("editor ") for each in one.marks if each.startswith("editor ")), ""
        )
        yield Verdict(
            file=name,
            line=one.line,
            text=one.text,
            marks=one.marks,
            problems=problems,
            editor=editor,
        )


def _site(folder: Path, dossier: str, at: date) -> Report:
    return _pages(sorted(folder.rglob("*.html")), folder, dossier, at)


def _pages(pages: Iterable[Path], folder: Path, dossier: str, at: date) -> Report:
    named, day = "", ""
    briefing: Briefing | None = None
    verdicts: list[Verdict] = []
    for place in pages:
        read = _PageReader()
        read.feed(_read(place))
        read.close()
        if briefing is None:
            named, day = read.meta.get("foedus-dossier", ""), read.meta.get("foedus-at", "")
            at = date.fromisoformat(day) if re.fullmatch(r"\d{4}-\d{2}-\d{2}", day) else at
            opened = _open(dossier or named, folder)
            briefing = brief(opened, at)
            named = opened.id
        name = place.relative_to(folder).as_posix()
        verdicts += _page_verdicts(read, name, briefing.desk)
    return Report(verdicts=tuple(verdicts), dossier=named, at=at)


def _page_verdicts(read: _PageReader, name: str, desk: Desk) -> Iterator[Verdict]:
    for line, text, marks in read.sentences:
        found = [(each, unmark(each, desk.documents)) for each in marks]
        lost = tuple(
            Problem("lost", f"the mark [@{each}] leads nowhere, or its text has changed")
            for each, citation in found
            if citation is None
        )
        sentence = Sentence(
            text=text, citations=tuple(citation for _, citation in found if citation is not None)
        )
        problems = lost or check(sentence, desk).problems
        editor = next(
            (each.removeprefix("editor ") for each in marks if each.startswith("editor ")), ""
        )
        yield Verdict(
            file=name, line=line, text=text, marks=tuple(marks), problems=problems, editor=editor
        )
    for line, text in read.bare:
        yield Verdict(
            file=name,
            line=line,
            text=text,
            marks=(),
            problems=(Problem("uncited", "the sentence cites nothing"),),
        )
    for line, doc, text in read.passages:
        cited = desk.documents.get(doc)
        if cited is None or "".join(cited.text.split()) != "".join(text.split()):
            yield Verdict(
                file=name,
                line=line,
                text=plain(text)[:120],
                marks=(),
                problems=(
                    Problem("source", "the text of the source is not the one that was read"),
                ),
            )


def _read(place: Path) -> str:
    try:
        if place.stat().st_size > MAX_PAGE:
            raise InputError(
                "the file is too large",
                [
                    Finding(
                        code="FD522",
                        message=f"{MAX_PAGE:,} bytes are the most that is read",
                        file=place.name,
                    )
                ],
            )
        return place.read_text("utf-8")
    except UnicodeDecodeError as error:
        raise InputError(
            "the file cannot be read",
            [Finding(code="FD522", message=f"is not UTF-8 (byte {error.start})", file=place.name)],
        ) from error


def _open(name: str, near: Path) -> Dossier:
    """Open the dossier that a page names: built in, or a folder near the page."""
    if not name:
        found = Finding(
            code="FD521",
            message="the page does not say which dossier it rests on",
            hint="name it with --dossier",
        )
        raise InputError("there is nothing to check against", [found])
    for place in (Path(name), near, near.parent, near / name, near.parent / name):
        if _names(place, name):
            return open_dossier(place)
    return open_dossier(name)


def _names(place: Path, name: str) -> bool:
    """Say whether a folder is the dossier of that name."""
    if not (place / "dossier.yaml").is_file():
        return False
    return place == Path(name) or open_dossier(place).id == name


_SILENT = {
    "script",
    "style",
    "head",
    "nav",
    "pre",
    "h1",
    "h2",
    "h3",
    "h4",
    "summary",
    "a",
    "thead",
    "caption",
    "dl",
    "header",
    "footer",
}
_SILENT_CLASSES = {
    "fn",
    "end",
    "data",
    "kicker",
    "turn",
    "links",
    "dateline",
    "toc",
    "tone",
    "label",
    "when",
}
_VOID = {
    "meta",
    "link",
    "img",
    "br",
    "source",
    "hr",
    "input",
    "wbr",
    "area",
    "base",
    "col",
    "embed",
    "track",
}
_PARTS = {"p", "li", "td", "th", "dd", "figcaption", "blockquote", "div", "section", "main"}
WORDS_OF_A_SENTENCE = 4


class _PageReader(HTMLParser):
    """Reads the sentences, their marks, and whatever else looks like a sentence."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.meta: dict[str, str] = {}
        self.sentences: list[tuple[int, str, list[str]]] = []
        self.bare: list[tuple[int, str]] = []
        self.passages: list[tuple[int, str, str]] = []
        self._stack: list[tuple[str, str]] = []  # tag, role
        self._text: list[str] = []
        self._cite: tuple[int, list[str]] | None = None
        self._loose: list[str] = []
        self._passage: tuple[int, str] | None = None

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note the part that an element plays."""
        given = {name: value or "" for name, value in attrs}
        classes = set(given.get("class", "").split())
        if tag == "meta" and given.get("name", "").startswith("foedus-"):
            self.meta[given["name"]] = given.get("content", "")
        if tag in _VOID:
            return
        role = ""
        if "s" in classes and tag == "span":
            role = "s"
            marks = [one for one in given.get("data-cite", "").split(SEPARATOR) if one]
            self._cite, self._text = (self.getpos()[0], marks), []
        elif "passage" in classes:
            role = "passage"
            self._passage, self._text = (self.getpos()[0], given.get("data-doc", "")), []
        elif tag in _SILENT or classes & _SILENT_CLASSES:
            role = "silent"
        elif tag in _PARTS:
            self._flush()
        self._stack.append((tag, role))

    def handle_endtag(self, tag: str) -> None:
        """Close an element, and those left open within it."""
        if tag not in [name for name, _ in self._stack]:
            return
        while self._stack:
            name, role = self._stack.pop()
            if role == "s" and self._cite:
                self.sentences.append(
                    (self._cite[0], " ".join("".join(self._text).split()), self._cite[1])
                )
                self._cite = None
            elif role == "passage" and self._passage:
                self.passages.append((*self._passage, "".join(self._text)))
                self._passage = None
            elif name in _PARTS:
                self._flush()
            if name == tag:
                return

    def handle_data(self, data: str) -> None:
        """Take words in, for the sentence or as loose ones."""
        roles = [role for _, role in self._stack]
        inside = [name for name, _ in self._stack]
        if "silent" in roles[(roles.index("s") + 1 if "s" in roles else 0) :]:
            return
        if self._cite is not None or self._passage is not None:
            self._text.append(data)
        elif "main" in inside:
            self._loose.append(data)

    def close(self) -> None:
        """Take what is left."""
        super().close()
        self._flush()

    def _flush(self) -> None:
        text = " ".join("".join(self._loose).split())
        self._loose = []
        if len(text.split()) >= WORDS_OF_A_SENTENCE and re.search(r"[.!?][\"”’)]*$", text):
            self.bare.append((self.getpos()[0], text))


def as_json(report: Report) -> str:
    """Return a report as one JSON document."""
    return json.dumps(to_dict(report), ensure_ascii=False, indent=2)


def to_dict(report: Report) -> dict[str, object]:
    """Return a report as plain values."""
    return {
        "schema": "foedus/verify@1",
        "dossier": report.dossier,
        "at": report.at.isoformat(),
        "checked": len(report.verdicts),
        "refused": len(report.bad),
        "sentences": [
            {
                "file": one.file,
                "line": one.line,
                "text": one.text,
                "ok": one.ok,
                "marks": list(one.marks),
                "editor": one.editor,
                "problems": [
                    {"rule": problem.rule, "message": problem.message} for problem in one.problems
                ],
            }
            for one in report.verdicts
        ],
    }
