"""The site: every page of a briefing checked, drawn and written.

A page is written only if each of its sentences is cited and borne out; otherwise nothing is
written at all. The same dossier on the same day gives the same bytes.
"""

from __future__ import annotations

import csv
import io
import json
import shutil
import tempfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import product
from pathlib import Path

from foedus.briefing import words
from foedus.briefing.cite import Checked, Desk, check
from foedus.briefing.compose import Briefing
from foedus.briefing.page import Figure, Link, Page, Table, rows_of, sentences_of
from foedus.briefing.prose import count, day
from foedus.briefing.render import Picture, SiteFrame, draw
from foedus.errors import Finding, RenderError, UncitedSentence
from foedus.sources import Citation, Span, SpanCitation

MARK = "foedus-site.json"  # says that a folder is a site of ours, and may be written over


@dataclass(frozen=True, slots=True, kw_only=True)
class Site:
    """A site that was written."""

    folder: Path
    pages: int
    sentences: int
    answered: int
    refused: int
    sources: int
    data_through: str
    at: date

    @property
    def address(self) -> str:
        """The address of the first page."""
        return (self.folder / "index.html").as_uri()


def to_site(briefing: Briefing, out: Path, *, cache: Path | None = None) -> Site:
    """Check, draw and write a briefing.

    Parameters
    ----------
    out :
        The folder of the site; it is replaced as a whole if it is a site, and refused if it
        holds anything else.
    cache :
        A folder for drawn pictures.

    Raises
    ------
    UncitedSentence
        FD510 a sentence cites nothing, FD512 its citations do not bear it out; all at once.
    RenderError
        FD513 the folder holds something that is not a site.
    """
    _may_write(out)
    checked = refuse_unborne(briefing.pages, briefing.desk)
    files = _files(briefing, cache)
    _write(files, out)
    answered = sum(1 for one in briefing.answers if one.answered)
    return Site(
        folder=out.resolve(),
        pages=len(briefing.pages),
        sentences=len(checked),
        answered=answered,
        refused=len(briefing.answers) - answered,
        sources=len(briefing.material.documents),
        data_through=briefing.data_through,
        at=briefing.material.at,
    )


def refuse_unborne(pages: Iterable[Page], desk: Desk) -> list[Checked]:
    """Check every sentence of every page; raise if one is uncited or not borne out."""
    findings: list[Finding] = []
    checked: list[Checked] = []
    known: dict[object, Checked] = {}
    for page in pages:
        for sentence in sentences_of(page):
            verdict = known.get(sentence) or check(sentence, desk)
            known[sentence] = verdict
            checked.append(verdict)
            for problem in verdict.problems:
                code = "FD510" if problem.rule == "uncited" else "FD512"
                shown = sentence.text if len(sentence.text) < 160 else sentence.text[:157] + "..."
                findings.append(
                    Finding(
                        code=code,
                        message=f"“{shown}”: {problem.message}",
                        file=page.path,
                        hint="cite a passage that says so",
                    )
                )
        for row in rows_of(page):
            findings += _rows_lost(row.citations, desk, page.path)
    if findings:
        raise UncitedSentence(f"{count(len(findings), 'sentence')} may not be written", findings)
    return checked


def _rows_lost(citations: Sequence[Citation], desk: Desk, path: str) -> list[Finding]:
    from foedus.briefing.cite import mark, resolve

    lost = [citation for citation in citations if resolve(citation, desk) is None]
    return [
        Finding(code="FD512", message=f"the citation {mark(citation)} leads nowhere", file=path)
        for citation in lost
    ]


def _may_write(out: Path) -> None:
    if out.is_file() or (out.is_dir() and any(out.iterdir()) and not (out / MARK).is_file()):
        found = Finding(
            code="FD513",
            message=f"{out} holds something that is not a site of Foedus",
            hint="name an empty or a new folder with --out",
        )
        raise RenderError("the site was not written", [found])


def _files(briefing: Briefing, cache: Path | None) -> dict[str, str]:
    """Return every file of the site by its path."""
    files: dict[str, str] = {}
    pictures = _pictures(briefing.pages, files, cache)
    cited = _cited(briefing.pages, briefing.desk)
    frame = _frame(briefing)
    for page in briefing.pages:
        files[page.path] = draw(
            page,
            frame=frame,
            desk=briefing.desk,
            pictures=pictures,
            cited=cited,
            turn=briefing.turns.get(page.path, ()),
        )
        for table in _tables(page):
            files[f"data/{table.file}.csv"], files[f"data/{table.file}.json"] = table_files(table)
    static = Path(__file__).parent / "static"
    files["static/style.css"] = (static / "style.css").read_text("utf-8")
    documents = sorted(briefing.material.documents, key=lambda one: one.source.id)
    files["cite/sources.bib"] = "\n\n".join(one.source.to_bibtex() for one in documents) + "\n"
    files["cite/sources.json"] = (
        json.dumps([one.source.to_csl() for one in documents], ensure_ascii=False, indent=1) + "\n"
    )
    files[MARK] = (
        json.dumps(
            {
                "dossier": briefing.material.dossier.id,
                "at": briefing.material.at.isoformat(),
                "data_through": briefing.data_through,
                "version": frame.version,
                "pages": sorted(page.path for page in briefing.pages),
            },
            ensure_ascii=False,
            indent=1,
        )
        + "\n"
    )
    return files


def _frame(briefing: Briefing) -> SiteFrame:
    from foedus import __version__

    material = briefing.material
    through = day(briefing.data_through) if briefing.data_through else "no date known"
    made = (
        f"{words.PAGE.made} {__version__} from the dossier “{material.dossier.id}” on "
        f"{day(material.at)}"
    )
    return SiteFrame(
        title=material.dossier.title or material.dossier.id,
        dossier=material.dossier.id,
        version=__version__,
        language=material.dossier.language or "en",
        at=material.at.isoformat(),
        nav=tuple(Link(text=text, href=href) for href, text in words.NAV.items()),
        dateline=(
            ("Data through", through),
            ("Built", day(material.at)),
            ("Sources", str(len(material.documents))),
            ("Agreements", str(len(material.agreements))),
            (
                "Questions answered",
                f"{sum(one.answered for one in briefing.answers)} of {len(briefing.answers)}",
            ),
        ),
        footer=(
            Link(text=made, href=""),
            Link(text=f"Data through {through}", href=""),
            Link(text=words.PAGE.method + ":", href="method.html", note="method"),
        ),
    )


def _cited(pages: Iterable[Page], desk: Desk) -> Mapping[str, frozenset[tuple[int, int]]]:
    """Return the runs of each document that some page cites."""
    same: dict[str, list[str]] = {}  # a document is known by its own id and by its source's
    for name, cited in desk.documents.items():
        same.setdefault(cited.href, []).append(name)
    found: dict[str, set[tuple[int, int]]] = {}
    for span in _spans(pages):
        for name in same[desk.documents[span.doc].href]:
            found.setdefault(name, set()).add((span.start, span.end))
    return {name: frozenset(spans) for name, spans in found.items()}


def _spans(pages: Iterable[Page]) -> Iterator[Span]:
    for page in pages:
        given = [c for one in sentences_of(page) for c in one.citations]
        given += [c for row in rows_of(page) for c in row.citations]
        yield from (c.span for c in given if isinstance(c, SpanCitation))


def _figures(pages: Iterable[Page]) -> Iterator[Figure]:
    for page in pages:
        blocks = [block for section in page.sections for block in section.blocks]
        yield from (block for block in blocks if isinstance(block, Figure))


def _tables(page: Page) -> Iterator[Table]:
    yield from (figure.table for figure in _figures([page]))
    blocks = [block for section in page.sections for block in section.blocks]
    yield from (block for block in blocks if isinstance(block, Table) and block.file)


def table_files(table: Table) -> tuple[str, str]:
    """Return a table as CSV and as JSON."""
    rows = [
        [" ".join([cell.text, *(one.text for one in cell.sentences)]).strip() for cell in row.cells]
        for row in table.rows
    ]
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(table.head)
    # A cell that a spreadsheet would run as a formula is kept as text.
    writer.writerows(
        [
            [
                f"'{cell}"
                if cell[:1] in "=+@\t\r" or (cell[:2].startswith("-") and len(cell) > 1)
                else cell
                for cell in row
            ]
            for row in rows
        ]
    )
    records = [dict(zip(table.head, row, strict=True)) for row in rows]
    return out.getvalue(), json.dumps(
        {"caption": table.caption, "rows": records}, ensure_ascii=False, indent=1
    ) + "\n"


def _pictures(
    pages: Iterable[Page], files: dict[str, str], cache: Path | None
) -> dict[str, dict[str, Picture]]:
    """Draw every picture in both forms and both modes."""
    from foedus.charts.theme import Mode, size
    from foedus.charts.theme import draw as draw_chart

    modes: tuple[Mode, ...] = ("light", "dark")
    found: dict[str, dict[str, Picture]] = {}
    for figure in _figures(pages):
        drawn = json.dumps(figure.wide, ensure_ascii=False, indent=1)
        files[f"charts/{figure.id}.vl.json"] = drawn + "\n"
        for (form, spec), mode in product(
            (("wide", figure.wide), ("narrow", figure.narrow)), modes
        ):
            svg = draw_chart(spec, mode, cache=cache)
            path = f"charts/{figure.id}-{form}-{mode}.svg"
            files[path] = svg
            width, height = size(svg)
            picture = Picture(path=path, width=width, height=height)
            found.setdefault(figure.id, {})[f"{form}_{mode}"] = picture
    return found


def _write(files: Mapping[str, str], out: Path) -> None:
    """Write a site beside its place, then put it there: a reader never sees half of it."""
    out.parent.mkdir(parents=True, exist_ok=True)
    made = Path(tempfile.mkdtemp(prefix=f".{out.name}-", dir=out.parent))
    try:
        for path, text in sorted(files.items()):
            target = made / path
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(text.encode())
        made.chmod(0o755)
        if out.is_dir():
            shutil.rmtree(out)
        made.rename(out)
    except BaseException:
        shutil.rmtree(made, ignore_errors=True)
        raise
