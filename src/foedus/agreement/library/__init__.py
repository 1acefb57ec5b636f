"""The library of instruments: one YAML file each; the file's name is the id."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from pathlib import Path

from foedus.agreement.model import Agreement
from foedus.agreement.read import read_agreement
from foedus.errors import Finding, UnknownInstrument, near_names


@cache
def names() -> tuple[str, ...]:
    """Return the ids of the library, sorted."""
    found = files(__name__).iterdir()
    return tuple(sorted(entry.name[:-5] for entry in found if entry.name.endswith(".yaml")))


@cache
def _from_library(name: str) -> Agreement:
    return read_agreement(Path(str(files(__name__) / f"{name}.yaml")))


def load(name: str | Path, *, beside: Path | None = None) -> Agreement:
    """Return an instrument of the library by its id, or read a file by its path.

    Parameters
    ----------
    name : str or Path
        A library id (``nato-1949``) or a path to a YAML file.
    beside : Path, optional
        The folder that a relative path starts from; default the current one.

    Raises
    ------
    UnknownInstrument
        There is neither; the near names are given.

    Examples
    --------
    >>> load("budapest-1994").signed
    datetime.date(1994, 12, 5)
    """
    text = str(name)
    if text in names():
        return _from_library(text)
    path = Path(text) if beside is None else beside / text
    if path.is_file():
        return read_agreement(path)
    if isinstance(name, Path) or text.endswith((".yaml", ".yml")) or "/" in text:
        finding = Finding(
            code="FD001", message=f"there is no file {text}", hint="give a path or a library id"
        )
    else:
        finding = Finding(
            code="FD110",
            message=f"no instrument is called {text!r}",
            hint=near_names(text, names()),
        )
    raise UnknownInstrument(f"{text!r} is not known", [finding])
