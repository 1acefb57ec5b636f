"""A dossier: one question about a guarantee, with everything that bears on it.

A dossier is a folder. ``dossier.yaml`` says what it is about; the other files are optional, and
each is read at this boundary, with every error found at once (family FD3xx):

==================  ==========================================================================
``actors.yaml``     states, organisations, people with dated offices
``meetings.yaml``   dated meetings: what a text may name without giving a date
``polls.yaml``      polls, with sample and dates
``questions.yaml``  the questions that the explainer answers
``sources.yaml``    outlet, date and address of the files in ``sources/``
``events.yaml``     dated events in the format of the cases (read by the agreement part)
==================  ==========================================================================

A dossier may *use* another one: then it knows that one's actors, meetings and polls as well,
and its own entries win over entries of the same id.
"""

from __future__ import annotations

import os
from dataclasses import dataclass, fields, replace
from importlib import resources
from pathlib import Path
from typing import Any, TypeVar

from foedus.errors import Finding, InputError, InvalidDossier, near_names
from foedus.evidence.actors import NOBODY, Actors
from foedus.evidence.dossier_format import (
    ActorsFile,
    Day,
    Head,
    Meeting,
    Poll,
    Question,
    SourceMeta,
    StateEntry,
)
from foedus.evidence.world import parties
from foedus.yamlfile import Located, adapter_for, read, validate

T = TypeVar("T")


@dataclass(frozen=True, slots=True, kw_only=True)
class Dossier:
    """A dossier that was opened: values only, nothing is read later.

    ``path`` is its folder; ``agreements`` are library ids or paths of files of the dossier;
    ``notes`` are the paths of the editor's notes. ``events`` is the path of ``events.yaml``,
    or None. ``metonyms`` are the names of parties that are first of all names of places
    ("Paris"): in a question they are the place.
    """

    path: Path
    id: str
    title: str
    question: str = ""
    beneficiary: str = ""
    challenger: str = ""
    agreements: tuple[str, ...] = ()
    horizon: Day = None
    language: str = "en"
    built_in: bool = False
    uses: tuple[str, ...] = ()
    actors: Actors = NOBODY
    states: tuple[StateEntry, ...] = ()
    metonyms: frozenset[str] = frozenset()
    meetings: tuple[Meeting, ...] = ()
    polls: tuple[Poll, ...] = ()
    questions: tuple[Question, ...] = ()
    sources: tuple[SourceMeta, ...] = ()
    events: Path | None = None
    notes: tuple[Path, ...] = ()

    @property
    def store_folder(self) -> Path:
        """The folder of the dossier's store: its own, or the user's cache if it is built in."""
        if not self.built_in:
            return self.path / ".foedus"
        cache = os.environ.get("XDG_CACHE_HOME", "")
        root = Path(cache) if cache.startswith("/") else Path.home() / ".cache"
        return root / "foedus" / self.id

    @property
    def source_folder(self) -> Path:
        """The folder of pages, texts and source notes."""
        return self.path / "sources"


def built_in_dossiers() -> tuple[str, ...]:
    """Return the names of the dossiers that come with Foedus."""
    folder = _built_in_root()
    return tuple(sorted(path.parent.name for path in folder.glob("*/dossier.yaml")))


def _built_in_root() -> Path:
    return Path(str(resources.files("foedus") / "dossiers"))


def open_dossier(name: str | Path) -> Dossier:
    """Open a dossier: a folder, or the name of a built-in one.

    Raises
    ------
    InvalidDossier
        FD310 no such dossier; FD301-FD305 a file of it breaks its format, with every place.
    """
    folder = Path(name)
    if (folder / "dossier.yaml").is_file():
        return _open(folder.resolve(), built_in=False)
    if str(name) in built_in_dossiers():
        return _open(_built_in_root() / str(name), built_in=True)
    hint = near_names(str(name), built_in_dossiers())
    what = "is a folder without a dossier.yaml" if folder.is_dir() else "is no folder and no name"
    found = Finding(code="FD310", message=f"{str(name)!r} {what}", hint=hint)
    raise InvalidDossier("There is no such dossier; `foedus new NAME` makes one", [found])


def _open(folder: Path, *, built_in: bool) -> Dossier:
    findings: list[Finding] = []
    head = _read(folder / "dossier.yaml", Head, findings)
    people = _read(folder / "actors.yaml", ActorsFile, findings) or ActorsFile()
    meetings = _read_list(folder / "meetings.yaml", "meetings", Meeting, findings)
    polls = _read_list(folder / "polls.yaml", "polls", Poll, findings)
    questions = _read_list(folder / "questions.yaml", "questions", Question, findings)
    sources = _read_list(folder / "sources.yaml", "sources", SourceMeta, findings)
    if head is not None:
        findings += _unknown_uses(head.uses, folder)
    if findings or head is None:
        raise InvalidDossier(f"The dossier {folder.name} has {_count(findings)}", findings)
    events = folder / "events.yaml"
    dossier = Dossier(
        path=folder,
        built_in=built_in,
        **{field.name: getattr(head, field.name) for field in fields(head)},
        actors=people.actors(_one(head.beneficiary), _one(head.challenger)),
        states=people.states,
        metonyms=frozenset(
            word
            for words in (
                *(one.metonyms for one in people.states),
                *(one.metonyms for one in people.organisations),
            )
            for word in words
        ),
        meetings=meetings,
        polls=polls,
        questions=questions,
        sources=sources,
        events=events if events.is_file() else None,
        notes=tuple(
            note for note in sorted((folder / "notes").glob("*.md")) if note.stem != "README"
        ),
    )
    return _knowing_states(_with_used(dossier))


def _knowing_states(dossier: Dossier) -> Dossier:
    """Return a dossier that lists no states with those of the world."""
    if dossier.actors.parties:
        return dossier
    return replace(dossier, actors=replace(dossier.actors, parties=parties()))


def _one(name: str) -> tuple[str, ...]:
    return (name,) if name else ()


def _count(findings: list[Finding]) -> str:
    return "1 error" if len(findings) == 1 else f"{len(findings)} errors"


def _read(path: Path, kind: type[T], findings: list[Finding]) -> T | None:
    """Read one file into values; collect what is wrong. An absent file is no error."""
    if not path.is_file() and path.name != "dossier.yaml":
        return None
    found: T | None = _checked(path, lambda located: located, kind, findings)
    return found


def _checked(path: Path, pick: Any, kind: Any, findings: list[Finding]) -> Any:
    try:
        return validate(pick(read(path)), adapter_for(kind), code="FD3", error=InvalidDossier)
    except InputError as error:
        empty = [finding for finding in error.findings if finding.code == "FD008"]
        findings += [finding for finding in error.findings if finding not in empty]
        return None


def _read_list(path: Path, key: str, kind: type[T], findings: list[Finding]) -> tuple[T, ...]:
    """Read ``{key: [..]}``; ids must differ."""
    if not path.is_file():
        return ()
    seen: list[Located] = []

    def pick(located: Located) -> Located:
        seen.append(located)
        return located

    value = _checked(path, pick, dict[str, tuple[kind, ...] | None], findings)  # type: ignore[valid-type]
    if value is None or not seen:
        return ()
    for name in value:
        if name != key:
            message = f"unknown key {name!r}"
            findings.append(seen[0].finding("FD302", (name,), message, hint=f"the key is {key!r}"))
    entries: tuple[T, ...] = value.get(key) or ()
    findings += _doubles(entries, key, seen[0])
    return entries


def _doubles(entries: tuple[Any, ...], key: str, located: Located) -> list[Finding]:
    first: dict[str, int] = {}
    found = []
    for place, entry in enumerate(entries):
        name = str(getattr(entry, "id", "") or getattr(entry, "file", ""))
        if name in first:
            message = f"the id {name!r} is given twice"
            found.append(located.finding("FD305", (key, place), message, hint="ids must differ"))
        first.setdefault(name, place)
    return found


def _unknown_uses(uses: tuple[str, ...], folder: Path) -> list[Finding]:
    known = built_in_dossiers()
    return [
        Finding(
            code="FD310",
            message=f"uses {name!r}, which is no built-in dossier",
            hint=near_names(name, known),
            file=str(folder / "dossier.yaml"),
        )
        for name in uses
        if name not in known
    ]


def _with_used(dossier: Dossier) -> Dossier:
    """Add the actors, meetings and polls of the dossiers that this one uses.

    Who is protected and against whom is taken over as well, where the dossier does not say.
    """
    for name in dossier.uses:
        other = _open(_built_in_root() / name, built_in=True)
        actors = replace(
            dossier.actors,
            beneficiaries=dossier.actors.beneficiaries or other.actors.beneficiaries,
            challengers=dossier.actors.challengers or other.actors.challengers,
            parties=_joined(dossier.actors.parties, other.actors.parties),
            people=_joined(dossier.actors.people, other.actors.people),
        )
        dossier = replace(
            dossier,
            beneficiary=dossier.beneficiary or other.beneficiary,
            challenger=dossier.challenger or other.challenger,
            actors=actors,
            states=_joined(dossier.states, other.states),
            metonyms=dossier.metonyms | other.metonyms,
            meetings=_joined(dossier.meetings, other.meetings),
            polls=_joined(dossier.polls, other.polls),
        )
    return dossier


def _joined(own: tuple[T, ...], used: tuple[T, ...]) -> tuple[T, ...]:
    mine = {getattr(entry, "id", "") for entry in own}
    return own + tuple(entry for entry in used if getattr(entry, "id", "") not in mine)
