"""The door of the command line: finds the verb, runs it, says what went wrong.

A verb is the function of its own name in the module of its own name
(``foedus.cli.due.due``). Only the module of the verb that was asked for is
imported: the list that ``foedus --help`` prints stands here, so that help and
version load nothing.

Whatever a verb raises ends here. A `FoedusError` is printed with all its
findings and gives its exit code; a fault of Foedus itself is one line, with the
traceback only where ``FOEDUS_DEBUG`` is set.
"""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING, Any, Final

from foedus import __version__
from foedus.errors import FoedusError, UsageError, near_names

if TYPE_CHECKING:
    from collections.abc import Sequence

DONE: Final = 0
BAD_INPUT: Final = 3
FAULT: Final = 70  # EX_SOFTWARE of sysexits.h
INTERRUPTED: Final = 130  # 128 + SIGINT, as shells do
BROKEN_PIPE: Final = 141  # 128 + SIGPIPE

# In the order in which help shows them; the first block holds the verbs that matter.
VERBS: Final[dict[str, str]] = {
    "brief": "Turn a dossier into an explainer site: the main job.",
    "due": "Say who owes what to whom by when, under which article, and why.",
    "gaps": "List every smallest attack that obliges nobody.",
    "claims": "Set each statement about a guarantee beside the clause.",
    "ask": "Answer a question with citations, or say that the sources do not.",
    "show": "Print an agreement, clause by clause.",
    "library": "List the instruments that come with Foedus.",
    "check": "Check an agreement file and report every finding.",
    "cases": "Run case files against the library and report each failure.",
    "verify": "Check that every sentence of a page or draft has its source.",
    "new": "Start a dossier with an example in each file.",
    "ingest": "Read pages, texts and folders into a dossier.",
    "status": "Show what a dossier holds.",
    "read": "Show a document as it was read, block by block.",
    "attribute": "List who said what in a dossier's documents.",
}
MAIN_VERBS: Final = 5


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command line and return its exit code."""
    words = list(sys.argv[1:] if arguments is None else arguments)
    as_json = "--json" in words
    try:
        return _run(words)
    except FoedusError as error:
        _report(error, as_json=as_json)
        return error.exit_code
    except KeyboardInterrupt:
        print("interrupted", file=sys.stderr)
        return INTERRUPTED
    except BrokenPipeError:
        # The reader (head, less) has gone; without this, Python complains at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return BROKEN_PIPE
    except OSError as error:
        place = f"{error.filename}: " if error.filename else ""
        _report(FoedusError(f"{place}{error.strerror or error}"), as_json=as_json)
        return BAD_INPUT
    except Exception as error:  # noqa: BLE001 - the edge: a fault of ours ends in one line
        return _fault(error)


def _run(words: list[str]) -> int:
    """Do what the words say; raise for anything that is off."""
    match words:
        case ["--version" | "-V", *_]:
            print(f"foedus {__version__}")
            return DONE
        case ["--help" | "-h" | "help"]:
            print(_help())
            return DONE
        case ["help", verb, *_]:
            return _verb(verb, ["--help"])
        case [] | ["--json"]:
            raise UsageError(_help())
        case [verb, *rest]:
            return _verb(verb, rest)
    raise AssertionError(words)


def _verb(verb: str, rest: list[str]) -> int:
    """Import the module of a verb, let Typer read its words, run it."""
    if verb not in VERBS:
        hint = near_names(verb, list(VERBS))
        what = "option" if verb.startswith("-") else "verb"
        raise UsageError(f"no {what} {verb!r}" + (f"; {hint}" if hint else "; see foedus --help"))

    import importlib

    import typer

    function = getattr(importlib.import_module(f"foedus.cli.{verb}"), verb)
    app = typer.Typer(add_completion=False, rich_markup_mode=None, pretty_exceptions_enable=False)
    app.command(verb)(function)
    try:
        outcome: Any = app(args=rest, prog_name=f"foedus {verb}", standalone_mode=False)
    except typer.Abort:
        return INTERRUPTED
    except typer.TyperException as error:
        message = error.format_message()
        raise UsageError(f"foedus {verb}: {message}\nSee foedus {verb} --help.") from error
    return outcome if isinstance(outcome, int) else DONE


def _help() -> str:
    width = max(map(len, VERBS))
    lines = [f"  {verb:<{width}}  {line}" for verb, line in VERBS.items()]
    return "\n".join(
        [
            "Usage: foedus VERB [WORDS]",
            "",
            "Checks what is said about a security guarantee against what the guarantee says,",
            "and what it would do.",
            "",
            "The verbs that matter:",
            *lines[:MAIN_VERBS],
            "",
            "The rest:",
            *lines[MAIN_VERBS:],
            "",
            "foedus VERB --help explains one verb; every verb takes --json.",
            "foedus --version prints the version.",
        ]
    )


def _report(error: FoedusError, *, as_json: bool) -> None:
    """Print an error with all its findings: for people to stderr, as JSON to stdout."""
    from foedus.cli.output import emit_json, plain

    if as_json:
        emit_json(error.to_dict())
    else:
        print(plain(str(error)), file=sys.stderr)


def _fault(error: Exception) -> int:
    """Say in one line that Foedus itself is at fault."""
    if os.environ.get("FOEDUS_DEBUG"):
        import traceback

        traceback.print_exception(error)
    words = " ".join(str(error).split())
    print(
        f"foedus: a fault of ours, not of your input: {type(error).__name__}: {words}. "
        "Please report it with the command; FOEDUS_DEBUG=1 shows where it arose.",
        file=sys.stderr,
    )
    return FAULT
