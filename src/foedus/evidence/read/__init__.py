"""From the bytes of strangers to documents.

Every reader is a pure function of bytes. What cannot be read raises
:class:`~foedus.errors.UnreadableDocument` with one finding (family FD4xx); the caller skips
that document and keeps the others.
"""

from __future__ import annotations

from foedus.evidence.read.folder import Problem, read_bytes, read_file, read_paths

__all__ = ["Problem", "read_bytes", "read_file", "read_paths"]
