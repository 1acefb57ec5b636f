"""What every verb prints: one JSON document, or tables and lines for people.

The result goes to stdout, messages go to stderr. Text from documents is
strangers' text: its control characters are made visible, so that a page cannot
move the cursor or hide a line of the terminal.
"""

from __future__ import annotations

import re
import sys
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from rich.console import Console

# C0 and C1 controls but newline and tab, and the marks that turn the direction of a line.
_CONTROLS: Final = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")

# rich assumes 80 columns where there is no terminal; a log may be wider.
LOG_WIDTH: Final = 120


def plain(text: str) -> str:
    r"""Return the text with its control characters made visible.

    Examples
    --------
    >>> plain("a\x1b[2Jb")
    'a\\x1b[2Jb'
    """
    return _CONTROLS.sub(lambda found: ascii(found.group())[1:-1], text)


def one_line(text: str) -> str:
    r"""Return the text on one line: for names of files, which may hold line breaks.

    Examples
    --------
    >>> one_line("a\nskipped b")
    'a\\nskipped b'
    """
    return plain(text).replace("\n", "\\n").replace("\t", "\\t")


def as_plain_value(value: Any) -> Any:
    """Return a value that JSON does not know as one that it does.

    Dataclasses become objects, sets sorted lists, enumerations their value, and
    everything else (dates, paths) its text.

    Examples
    --------
    >>> as_plain_value({"USA", "GBR"})
    ['GBR', 'USA']
    """
    import dataclasses
    import enum

    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        return {field.name: getattr(value, field.name) for field in dataclasses.fields(value)}
    if isinstance(value, enum.Enum):
        return value.value
    if isinstance(value, set | frozenset):
        return sorted(value, key=str)
    return str(value)


def emit_json(value: Any) -> None:
    """Print one JSON document on stdout."""
    import json

    print(json.dumps(value, default=as_plain_value, ensure_ascii=False, indent=2))


def say(message: str) -> None:
    """Print one message for people on stderr."""
    print(plain(message), file=sys.stderr)


def console(*, stderr: bool = False) -> Console:
    """Return a console that takes text as it is: no markup, no emoji, no guesses."""
    from rich.console import Console

    stream = sys.stderr if stderr else sys.stdout
    width = None if stream.isatty() else LOG_WIDTH
    return Console(file=stream, width=width, highlight=False, markup=False, emoji=False)


def print_table(
    columns: Sequence[str],
    rows: Iterable[Sequence[object]],
    *,
    title: str = "",
    whole: Sequence[str] = (),
) -> None:
    """Print rows under their columns on stdout; empty cells for None.

    The columns named by ``whole`` are not folded: their words are to be copied.
    """
    from rich import box
    from rich.table import Table
    from rich.text import Text

    table = Table(
        title=title or None, title_justify="left", box=box.SIMPLE_HEAD, pad_edge=False, expand=False
    )
    for column in columns:
        table.add_column(column, overflow="fold", no_wrap=column in whole)
    for row in rows:
        table.add_row(*(Text("" if cell is None else plain(str(cell))) for cell in row))
    console().print(table)
