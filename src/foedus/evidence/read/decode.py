"""Bytes to characters: which encoding a document is really in.

The order is: byte-order mark, then UTF-8 if the bytes are valid UTF-8 (bytes of another
encoding practically never are), then what the page declares, then Windows-1252, which can read
anything. Where that differs from what was declared, or where characters were lost, the
result says so.
"""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass

from foedus.errors import Finding, UnreadableDocument

MAX_BYTES = 20_000_000  # a page of 20 MB is not an article
_SNIFFED = 4096  # an encoding must be declared in the first 1024 bytes (HTML standard); be generous
_DECLARED = re.compile(
    rb"""(?:<meta[^>]{0,300}?charset\s*=\s*["']?\s*|<\?xml[^>]{0,100}?encoding\s*=\s*["'])"""
    rb"""([A-Za-z0-9_.:-]{2,40})""",
    re.IGNORECASE,
)
_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
# Encodings that pages are really in. Others are not tried: some of Python's are not encodings
# of text at all, and UTF-7 is a known way to smuggle markup.
_KNOWN = re.compile(
    r"(utf[-_]?8|us-ascii|ascii|latin-?[1-9]|iso[-_]?8859[-_]\d{1,2}|(windows|cp)[-_]?\d{3,4}"
    r"|koi8[-_][ru]|mac[-_]?(roman|cyrillic)|gb(2312|k|18030)|big5|shift[-_]jis|euc[-_](jp|kr)"
    r"|utf[-_]?16(le|be)?)\Z",
    re.IGNORECASE,
)
_CONTROLS = bytes(code for code in range(32) if code not in (9, 10, 12, 13, 27))
# Signatures of files that are not text: what to call them.
_SIGNATURES = (
    (b"%PDF-", "a PDF file"),
    (b"PK\x03\x04", "a ZIP archive or an office file"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"\x89PNG", "a PNG picture"),
    (b"\xff\xd8\xff", "a JPEG picture"),
    (b"GIF8", "a GIF picture"),
    (b"RIFF", "a sound or picture file"),
    (b"\x7fELF", "a program"),
    (b"MZ", "a program"),
    (b"\xd0\xcf\x11\xe0", "an old office file"),
    (b"SQLite format 3", "a database"),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Decoded:
    """Characters, the encoding they were in, and what is to be said about it."""

    text: str
    encoding: str
    note: str = ""


def unreadable(code: str, file: str, message: str, hint: str = "") -> UnreadableDocument:
    """Make the error of a document that cannot be read: one finding, one line."""
    found = Finding(code=code, message=message, file=file, hint=hint)
    return UnreadableDocument(f"{file} was not read", [found])


def decode(raw: bytes, file: str = "<bytes>") -> Decoded:
    """Decode the bytes of a document.

    Raises
    ------
    UnreadableDocument
        FD412 too large, FD413 empty, FD414 not text.

    Examples
    --------
    >>> decode("Élysée".encode("latin-1")).note
    'read as windows-1252, for it is not valid UTF-8'
    >>> decode(b'<meta charset="latin-1">' + "Élysée".encode()).note
    'declared as latin-1, but it is UTF-8'
    """
    if len(raw) > MAX_BYTES:
        size = f"is {len(raw) / 1e6:.0f} MB long"
        raise unreadable(
            "FD412", file, f"{size}; {MAX_BYTES / 1e6:.0f} MB is the most that is read"
        )
    if not raw.strip(b" \t\r\n\x0b\x0c\xef\xbb\xbf"):
        raise unreadable("FD413", file, "is empty")
    for bom, encoding in _BOMS:
        if raw.startswith(bom):
            return _strict_or_replaced(raw[len(bom) :], encoding)
    _refuse_binary(raw, file)
    match = _DECLARED.search(raw[:_SNIFFED])
    declared = match.group(1).decode("ascii").lower() if match else ""
    try:
        text = raw.decode("utf-8")
    except UnicodeDecodeError:
        return _not_utf8(raw, declared)
    if declared and not re.match(r"utf-?8|us-ascii|ascii", declared) and not raw.isascii():
        return Decoded(text=text, encoding="utf-8", note=f"declared as {declared}, but it is UTF-8")
    return Decoded(text=text, encoding="utf-8")


def _refuse_binary(raw: bytes, file: str) -> None:
    for signature, name in _SIGNATURES:
        if raw.startswith(signature):
            raise unreadable("FD414", file, f"is {name}; pages, plain text and notes are read")
    controls = len(raw) - len(raw.translate(None, _CONTROLS))
    if b"\x00" in raw or controls > len(raw) / 100:
        raise unreadable("FD414", file, "is a binary file; pages, plain text and notes are read")


def _strict_or_replaced(raw: bytes, encoding: str, note: str = "") -> Decoded:
    try:
        return Decoded(text=raw.decode(encoding), encoding=encoding, note=note)
    except UnicodeDecodeError:
        text = raw.decode(encoding, errors="replace")
        lost = text.count("\ufffd")
        return Decoded(
            text=text, encoding=encoding, note=f"{lost} characters could not be read as {encoding}"
        )


def _not_utf8(raw: bytes, declared: str) -> Decoded:
    if declared and _KNOWN.match(declared) and not declared.startswith("utf"):
        try:
            return Decoded(text=raw.decode(declared), encoding=declared)
        except (UnicodeDecodeError, LookupError):
            pass
    replaced = raw.decode("utf-8", errors="replace")
    lost = replaced.count("\ufffd")
    good = sum(1 for char in replaced if char > "\x7f") - lost
    if good > 10 * lost:  # a few damaged places in a text that is UTF-8
        return Decoded(
            text=replaced, encoding="utf-8", note=f"{lost} characters could not be read as utf-8"
        )
    told = f"declared as {declared}, but " if declared else ""
    note = f"{told}read as windows-1252, for it is not valid UTF-8"
    return Decoded(text=raw.decode("cp1252", errors="replace"), encoding="windows-1252", note=note)
