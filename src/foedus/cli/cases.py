"""``foedus cases``: run case files against the library and report each failure."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from foedus.obligations.case import CaseResult

_ONLY = (
    "Run the cases that use only these instruments (comma-separated); "
    "default all that the library has."
)

Paths = Annotated[list[Path], typer.Argument(help="Case files, or folders of them.")]
Only = Annotated[str, typer.Option(metavar="IDS", help=_ONLY)]
AsJson = Annotated[bool, typer.Option("--json", help="Print one JSON document.")]


def cases(paths: Paths, only: Only = "", as_json: AsJson = False) -> int:
    """Run case files against the library: each failure with its trace, then the count.

    A case whose instruments are not in the library is left out and counted. Contested cases are
    answered and shown, and not counted. Exit code 1 if a strict case fails.
    """
    from foedus.agreement.library import names
    from foedus.cli.output import emit_json

    _require(paths)
    wanted = set(filter(None, only.split(","))) or set(names())
    every = list(_run(paths))
    results = [result for result in every if _uses_only(result, wanted)]
    strict = [r for r in results if not (r.case and r.case.contested)]
    failed = [r for r in strict if not r.ok]
    passed, left_out = len(strict) - len(failed), len(every) - len(results)
    if as_json:
        emit_json(
            {
                "schema": "foedus/cases@1",
                "passed": passed,
                "failed": len(failed),
                "contested": len(results) - len(strict),
                "left_out": left_out,
                "cases": [document(result) for result in results],
            }
        )
    else:
        for result in failed:
            print_failure(result)
        _say_uncounted(results, left_out)
        print(f"{passed} passed, {len(failed)} failed")
    return 1 if failed else 0


def _require(paths: Iterable[Path]) -> None:
    """Refuse paths that do not exist, all at once."""
    from foedus.errors import Finding, InputError

    missing = [path for path in paths if not path.exists()]
    if missing:
        raise InputError(
            "no such file or folder",
            [Finding(code="FD001", message=f"{path} does not exist") for path in missing],
        )


def _run(paths: list[Path]) -> Iterator[CaseResult]:
    from foedus.obligations.case import case_files, run_file

    return map(run_file, case_files(paths))


def _uses_only(result: CaseResult, wanted: set[str]) -> bool:
    """Say whether a case's instruments are among those wanted, or files of its own."""
    given = result.case.instrument if result.case else ()
    return all(name.endswith(".yaml") or name in wanted for name in given)


def _say_uncounted(results: Iterable[CaseResult], left_out: int) -> None:
    """Say how contested cases were read, and how many cases were left out."""
    from foedus.cli.output import say

    for result in results:
        if result.case and result.case.contested:
            mark = "agrees with" if result.ok else "differs from"
            say(f"contested: {result.case.id}: the suite's reading {mark} the row given")
    if left_out:
        plural = "s" if left_out != 1 else ""
        say(f"{left_out} case{plural} left out: instruments that the library does not have")


def print_failure(result: CaseResult) -> None:
    """Print a failed case: the rows that are wrong, each with its trace."""
    from foedus.cli.output import plain
    from foedus.obligations.trace import tree

    name = result.case.id if result.case else result.file
    print(f"FAILED {plain(name)}" + (f": {plain(result.case.title)}" if result.case else ""))
    if result.error is not None:
        print(plain(str(result.error)))
    for row in result.rows:
        if row.wrong:
            print(plain(f"  {row.who}: {'; '.join(row.wrong)}"))
            for line in tree(row.answer).lines(2):
                print(plain(line))


def document(result: CaseResult) -> dict[str, object]:
    """Return one case as ``--json`` prints it."""
    from foedus.obligations.trace import tree

    return {
        "id": result.case.id if result.case else result.file,
        "ok": result.ok,
        "contested": bool(result.case and result.case.contested),
        "error": result.error.to_dict() if result.error else None,
        "got": [
            {
                "who": row.who,
                "floor": row.answer.floor,
                "ceiling": row.answer.ceiling,
                "status": row.answer.status,
                "reasons": row.answer.reasons,
                "political_floor": row.answer.political_floor,
                "wrong": row.wrong,
            }
            for row in result.rows
        ],
        "expected": [
            {
                "who": row.row.who,
                "floor": row.row.floor,
                "status": row.row.status,
                "reasons": row.row.reasons,
            }
            for row in result.rows
        ],
        "trace": [line for row in result.rows for line in tree(row.answer).lines()],
    }
