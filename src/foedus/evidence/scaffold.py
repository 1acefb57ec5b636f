"""A new dossier: a folder with a commented, valid example in each file."""

from __future__ import annotations

from importlib import resources
from pathlib import Path

from foedus.errors import Finding, InvalidDossier


def new_dossier(path: str | Path) -> tuple[Path, ...]:
    """Make a dossier's folder with a commented, valid example in each file.

    Returns the files that were made. Nothing that exists is ever overwritten.

    Raises
    ------
    InvalidDossier
        FD311 the folder exists and is not empty, or its name cannot be an id.
    """
    folder = Path(path)
    name = "-".join("".join(c if c.isalnum() else " " for c in folder.name.lower()).split())
    if not name:
        raise _not_made(folder, "gives no name", "a name such as my-dossier")
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise _not_made(folder, "exists and is not empty", "another name; nothing was changed")
    template = Path(str(resources.files("foedus") / "evidence" / "template"))
    made = []
    for example in sorted(template.rglob("*")):
        target = folder / example.relative_to(template)
        if example.is_dir():
            continue
        target.parent.mkdir(parents=True, exist_ok=True)
        text = example.read_text(encoding="utf-8").replace("my-dossier", name)
        with target.open("x", encoding="utf-8") as file:
            file.write(text)
        made.append(target)
    return tuple(made)


def _not_made(folder: Path, what: str, hint: str) -> InvalidDossier:
    found = Finding(code="FD311", message=what, hint=hint, file=str(folder))
    return InvalidDossier("No dossier was made", [found])
