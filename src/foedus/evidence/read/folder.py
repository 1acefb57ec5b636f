"""Files and folders to documents: each on its own, and a bad one hurts no other."""

from __future__ import annotations

import fnmatch
import hashlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from foedus.errors import Finding, InputError
from foedus.evidence.calendar import given
from foedus.evidence.clean import Hint, blocks
from foedus.evidence.document import Block, Document
from foedus.evidence.dossier_format import SourceMeta
from foedus.evidence.language import language_of
from foedus.evidence.read.decode import MAX_BYTES, Decoded, decode, unreadable
from foedus.evidence.read.html import MAX_PARAGRAPHS
from foedus.evidence.read.note import looks_like_note, read_head, split_note
from foedus.evidence.read.text import Offsets, normalise
from foedus.evidence.translation import translated
from foedus.sources import Source

MAX_FILES = 100_000
_LEFT_OUT = {"readme.md", "sources.yaml", ".ds_store", "thumbs.db"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """A document that was skipped, or something to know of one that was read."""

    file: str
    finding: Finding

    def __str__(self) -> str:
        return f"{one_line(self.file)}: {self.finding.message}"


def one_line(name: str) -> str:
    r"""Return a name as one line: a stranger's file name may hold a line break.

    Examples
    --------
    >>> one_line("a\nb")
    'a\\nb'
    """
    return "".join(char if char.isprintable() else ascii(char)[1:-1] for char in name)


@dataclass(frozen=True, slots=True, kw_only=True)
class Raw:
    """The bytes of a document, under its name."""

    name: str
    data: bytes

    @property
    def sha256(self) -> str:
        """The SHA-256 of the bytes."""
        return hashlib.sha256(self.data).hexdigest()


def files_of(paths: Iterable[Path]) -> Iterator[tuple[str, Path]]:
    """Yield (name, path) of every file, in order; folders are walked, hidden files left out.

    The name of a file in a folder is its path within the folder. Links that lead out of
    the folder are not followed.
    """
    for path in paths:
        if not path.is_dir():
            yield path.name, path
            continue
        root = path.resolve()
        found = sorted(item for item in path.rglob("*") if item.is_file())
        for item in found[:MAX_FILES]:
            inner = item.relative_to(path)
            hidden = any(part.startswith(".") for part in inner.parts)
            if hidden or item.name.lower() in _LEFT_OUT or not item.resolve().is_relative_to(root):
                continue
            yield inner.as_posix(), item


def load(name: str, path: Path) -> Raw:
    """Read the bytes of a file; one that is too large is not read into memory.

    Raises
    ------
    UnreadableDocument
        FD411 cannot be opened, FD412 too large.
    """
    try:
        size = path.stat().st_size
        if size > MAX_BYTES:
            told = f"is {size / 1e6:.0f} MB long; {MAX_BYTES / 1e6:.0f} MB is the most that is read"
            raise unreadable("FD412", name, told)
        return Raw(name=name, data=path.read_bytes())
    except OSError as error:
        raise unreadable("FD411", name, f"cannot be opened: {error.strerror or error}") from error


PAGES = (".html", ".htm", ".xhtml")  # a file so called is read as a page if it has any tag


def meta_for(name: str, metas: Sequence[SourceMeta]) -> SourceMeta | None:
    """Return what ``sources.yaml`` says of a file: its own entry, else the first pattern."""
    base = name.rsplit("/", 1)[-1]
    exact = [meta for meta in metas if meta.file in {name, base, f"sources/{name}"}]
    fits = [
        meta
        for meta in metas
        if fnmatch.fnmatch(base, meta.file) or fnmatch.fnmatch(name, meta.file)
    ]
    return next(iter(exact + fits), None)


def read_bytes(data: bytes, name: str, meta: SourceMeta | None = None) -> tuple[Document, str]:
    """Read one document from its bytes; return it with a note on how it was read, or "".

    Raises
    ------
    UnreadableDocument
        FD4xx; the finding says why in one line.
    """
    from foedus.evidence.read.html import looks_like_html

    if name.lower().endswith((".yaml", ".yml")):
        raise unreadable("FD418", name, "is a YAML file; pages, plain text and notes are read")
    decoded = decode(data, name)
    sha = hashlib.sha256(data).hexdigest()
    try:
        if looks_like_note(decoded.text.removeprefix("\ufeff").replace("\r\n", "\n")):
            return _note(decoded, name, sha), decoded.note
        called = name.lower().endswith(PAGES) and "<" in decoded.text[:4000]
        if called or looks_like_html(decoded.text):
            return _page(decoded, name, sha, meta)
    except InputError as error:
        if error.findings and error.findings[0].file == name:
            raise
        raise unreadable("FD417", name, error.message) from error
    except (RecursionError, MemoryError) as error:
        raise unreadable("FD417", name, "is built in a way that cannot be read") from error
    return _text(decoded, name, sha, meta), decoded.note


def document_id(source: str, sha: str) -> str:
    """Return the id of a document: of its source's name and its bytes."""
    return hashlib.sha256(f"{source}\n{sha}".encode()).hexdigest()[:16]


def source_name(name: str) -> str:
    """Return the id of a source: the file's name without its ending."""
    stem, dot, ending = name.rpartition(".")
    return stem if dot and stem and 1 <= len(ending) <= 5 else name


def _note(decoded: Decoded, name: str, sha: str) -> Document:
    whole, _ = normalise(decoded.text)
    head_text, begin = split_note(whole)
    head = read_head(head_text, name)
    text = whole[begin:].strip("\n")
    begin += len(whole[begin:]) - len(whole[begin:].lstrip("\n"))
    source = head.source(source_name(name.rsplit("/", 1)[-1]))
    body = tuple(
        Block(
            kind=block.kind if block.kind == "heading" else "body", start=block.start, end=block.end
        )
        for block in blocks(text)
    )
    return Document(
        id=document_id(source.id, sha),
        source=source,
        text=text,
        blocks=body,
        raw_sha256=sha,
        offsets=((0, begin),),
        title=head.title,
        language="en",  # the summary's own; the source keeps the original's
        when=given(head.published),
    )


def _text(decoded: Decoded, name: str, sha: str, meta: SourceMeta | None) -> Document:
    text, offsets = normalise(decoded.text)
    if text.count("\n") > 10 * MAX_PARAGRAPHS:
        raise unreadable("FD412", name, f"has more than {10 * MAX_PARAGRAPHS:,} lines")
    return _document(text, blocks(text), name, sha, meta, offsets=offsets)


def _page(decoded: Decoded, name: str, sha: str, meta: SourceMeta | None) -> tuple[Document, str]:
    from foedus.evidence.read.html import read_page

    page = read_page(decoded, name)
    hints: list[tuple[int, int, Hint]] = []
    offsets: list[tuple[int, int]] = []
    start = 0
    plain = page.note != ""  # no markup was understood: lines are all there is
    for paragraph, place in zip(page.paragraphs, page.raw_places, strict=True):
        end = start + len(paragraph.text)
        hints.append((start, end, "" if plain else paragraph.kind))  # type: ignore[arg-type]
        if place is not None:
            offsets.append((start, place))
        start = end + 1
    text = "\n".join(paragraph.text for paragraph in page.paragraphs)
    document = _document(
        text, blocks(text, hints), name, sha, meta,
        offsets=tuple(offsets) or ((0, 0),), title=page.title, outlet=page.outlet,
        published=page.published, language=page.language, address=page.address,
    )  # fmt: skip
    return document, "; ".join(note for note in (decoded.note, page.note) if note)


def _document(  # noqa: PLR0913 - what a page says of itself, by name
    text: str,
    cut: tuple[Block, ...],
    name: str,
    sha: str,
    meta: SourceMeta | None,
    *,
    offsets: Offsets,
    title: str = "",
    outlet: str = "",
    published: str = "",
    language: str = "",
    address: str = "",
) -> Document:
    """Make the document; what ``sources.yaml`` says wins over what the page says."""
    if len(cut) > MAX_PARAGRAPHS:
        raise unreadable("FD412", name, f"has more than {MAX_PARAGRAPHS:,} paragraphs")
    if not any(block.kept for block in cut):
        raise unreadable("FD416", name, "has no readable text")
    told = meta or SourceMeta(file=name)
    day = str(told.published or published or "")
    first = next((text[block.start : block.end] for block in cut if block.kind == "title"), "")
    body = [
        text[block.start : block.end]
        for block in cut
        if block.kept and block.kind in {"body", "answer"}
    ]
    tongue = told.language or language or language_of("\n".join(body))
    title = told.title or title or first or source_name(name)
    source = Source(
        id=source_name(name),
        title=title,
        outlet=told.outlet or outlet,
        country=told.country,
        document=told.document,
        kind=told.kind,
        published=day,
        number=told.number,
        address=told.address or address,
        language=tongue,
    )
    return Document(
        id=document_id(source.id, sha),
        source=source,
        text=text,
        blocks=cut,
        raw_sha256=sha,
        offsets=offsets,
        title=title,
        language=tongue,
        translated=translated(body) if tongue in {"", "en"} else "no",
        when=given(day or None),
    )


def read_file(path: Path, metas: Sequence[SourceMeta] = ()) -> tuple[Document, str]:
    """Read one file; see :func:`read_bytes`."""
    raw = load(path.name, path)
    return read_bytes(raw.data, raw.name, meta_for(raw.name, metas))


def read_paths(
    paths: Iterable[Path], metas: Sequence[SourceMeta] = ()
) -> Iterator[Document | Problem]:
    """Read files and folders; what cannot be read comes as a problem, and reading goes on."""
    for name, path in files_of(paths):
        try:
            raw = load(name, path)
            yield read_bytes(raw.data, name, meta_for(name, metas))[0]
        except InputError as error:
            yield problem_of(name, error)


def problem_of(name: str, error: InputError) -> Problem:
    """Return the first finding of an error as a problem, and how many more there are."""
    found = error.findings[0] if error.findings else Finding(code="FD417", message=error.message)
    more = len(error.findings) - 1
    if more > 0:
        from dataclasses import replace

        found = replace(found, message=f"{found.message} (and {more} more)")
    return Problem(file=name, finding=found)
