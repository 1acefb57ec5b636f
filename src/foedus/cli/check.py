"""``foedus check``: every error of an agreement file, and every drafting warning."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from foedus.errors import Finding

FAILED = 1


def check(
    agreements: Annotated[list[str], typer.Argument(metavar="X...", help="Library ids or paths.")],
    strict: Annotated[bool, typer.Option("--strict", help="Warnings fail the check, too.")] = False,
    json: Annotated[bool, typer.Option("--json", help="Print one JSON document.")] = False,
) -> int:
    """Check agreement files and report every finding.

    Errors break the agreement language: the file cannot be used. Warnings name what the text
    leaves open, with a clause, in our own words, that would settle it. Exit code 1 if there is an
    error, or with --strict a warning.
    """
    from foedus.cli.output import emit_json

    found = {name: _findings(name) for name in dict.fromkeys(agreements)}
    every = [finding for findings in found.values() for finding in findings]
    count = {kind: sum(f.severity == kind for f in every) for kind in ("error", "warning", "note")}
    if json:
        files = [{"file": name, "findings": findings} for name, findings in found.items()]
        emit_json({"files": files, **{f"{kind}s": number for kind, number in count.items()}})
    else:
        for findings in found.values():
            _print(findings)
        print(_summary(len(found), count))
    return FAILED if count["error"] or (strict and count["warning"]) else 0


def _path(name: str) -> Path:
    """Return the file of a library id, or the path that was given."""
    from importlib.resources import files
    from pathlib import Path

    from foedus.agreement.library import load, names

    if name in names():
        return Path(str(files("foedus.agreement.library") / f"{name}.yaml"))
    path = Path(name)
    if not path.is_file():
        load(name)  # raises, and names what is near
    return path


def _findings(name: str) -> tuple[Finding, ...]:
    """Return what is to be said of a file; its findings name it as the user did."""
    import dataclasses

    from foedus.agreement.check import check_located
    from foedus.errors import InputError
    from foedus.yamlfile import read

    path = _path(name)
    try:
        return check_located(dataclasses.replace(read(path), file=name))
    except InputError as error:
        if error.code == "FD001":  # not a fault of the file's content
            raise
        return error.findings


def _print(findings: Sequence[Finding]) -> None:
    """Print what was found, the warnings of one kind together with what would settle them."""
    from foedus.cli.output import plain

    for finding in findings:
        if finding.severity == "error":
            print(plain(str(finding)))
    for code in dict.fromkeys(f.code for f in findings if f.severity != "error"):
        alike = [finding for finding in findings if finding.code == code]
        for finding in alike:
            article = f" [{found}]" if (found := getattr(finding, "article", "")) else ""
            place = f"{finding.file}:{finding.line}:{finding.column}"
            text = f"{place}: {code} {finding.severity} at {finding.path}{article}"
            print(plain(f"{text}: {finding.message}"))
        print(f"    hint: {alike[0].hint}")
        if clause := getattr(alike[0], "model_clause", ""):
            print(f"    a clause that would settle it: “{clause}”")


def _summary(files: int, count: dict[str, int]) -> str:
    def several(number: int, what: str) -> str:
        return f"{number or 'no'} {what}{'' if number == 1 else 's'}"

    said = ", ".join(several(number, kind) for kind, number in count.items())
    return f"{several(files, 'file')}: {said}"
