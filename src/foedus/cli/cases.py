"""``foedus cases``: run case files against the library and report each failure."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer


def cases(
    paths: Annotated[list[Path], typer.Argument(help="Case files, or folders of them.")],
    only: Annotated[
        str,
        typer.Option(
            metavar="IDS",
            help="Run the cases that use only these instruments (comma-separated); default all that the library has.",
        ),
    ] = "",
    as_json: Annotated[bool, typer.Option("--json", help="Print one JSON document.")] = False,
) -> int:
    """Run case files against the library: each failure with its trace, then the count.

    A case whose instruments are not in the library is left out and counted. Contested cases are
    answered and shown, and not counted. Exit code 1 if a strict case fails.
    """
    from foedus.agreement.library import names
    from foedus.cli.output import emit_json, say
    from foedus.errors import Finding, InputError
    from foedus.obligations.case import CaseResult, case_files, run_file

    missing = [path for path in paths if not path.exists()]
    if missing:
        raise InputError(
            "no such file or folder",
            [Finding(code="FD001", message=f"{path} does not exist") for path in missing],
        )
    wanted = set(filter(None, only.split(","))) or set(names())
    results: list[CaseResult] = []
    left_out = 0
    for path in case_files(paths):
        result = run_file(path)
        given = set(result.case.instrument) if result.case else set()
        if result.case is not None and any(
            not name.endswith(".yaml") and name not in wanted for name in given
        ):
            left_out += 1
            continue
        results.append(result)
    strict = [r for r in results if not (r.case and r.case.contested)]
    contested = [r for r in results if r.case and r.case.contested]
    failed = [r for r in strict if not r.ok]
    if as_json:
        emit_json(
            {
                "schema": "foedus/cases@1",
                "passed": len(strict) - len(failed),
                "failed": len(failed),
                "contested": len(contested),
                "left_out": left_out,
                "cases": [document(r) for r in results],
            }
        )
    else:
        for result in failed:
            print_failure(result)
        for result in contested:
            mark = "agrees with" if result.ok else "differs from"
            say(
                f"contested: {result.case.id if result.case else result.file}: the suite's reading {mark} the row given"
            )
        if left_out:
            say(
                f"{left_out} case{'s' if left_out != 1 else ''} left out: instruments that the library does not have"
            )
        print(f"{len(strict) - len(failed)} passed, {len(failed)} failed")
    return 1 if failed else 0


def print_failure(result: object) -> None:
    """Print a failed case: the rows that are wrong, each with its trace."""
    from foedus.cli.output import plain
    from foedus.obligations.case import CaseResult
    from foedus.obligations.trace import tree

    assert isinstance(result, CaseResult)
    name = result.case.id if result.case else result.file
    print(f"FAILED {plain(name)}" + (f": {plain(result.case.title)}" if result.case else ""))
    if result.error is not None:
        print(plain(str(result.error)))
    for row in result.rows:
        if row.wrong:
            print(plain(f"  {row.who}: {'; '.join(row.wrong)}"))
            for line in tree(row.answer).lines(2):
                print(plain(line))


def document(result: object) -> dict[str, object]:
    """Return one case as ``--json`` prints it."""
    from foedus.obligations.case import CaseResult
    from foedus.obligations.trace import tree

    assert isinstance(result, CaseResult)
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
