"""Documents and actors for tests, made from plain text of our own."""

from __future__ import annotations

from datetime import date

from foedus.evidence.actors import Actors, Office, Party, Person
from foedus.evidence.document import Block, BlockKind, Document
from foedus.evidence.when import UNKNOWN, When
from foedus.sources import Source


def page(
    text: str,
    *,
    kind: BlockKind = "body",
    kept: bool = True,
    when: When = UNKNOWN,
    outlet: str = "",
) -> Document:
    """Return a document with one block for each line that is not empty."""
    blocks = []
    at = 0
    for line in text.split("\n"):
        if line.strip():
            blocks.append(Block(kind=kind, start=at, end=at + len(line), kept=kept))
        at += len(line) + 1
    return Document(
        id="page",
        source=Source(id="page", title="A page", outlet=outlet),
        text=text,
        blocks=tuple(blocks),
        raw_sha256="",
        when=when,
    )


def day(year: int, month: int, number: int) -> When:
    """Return a given day."""
    this = date(year, month, number)
    return When(start=this, end=this, how="given")


# Borduria asks for protection from Syldavia; Ruritania and the league may give it.
ACTORS = Actors(
    parties=(
        Party(id="BOR", name="Borduria", aliases=("Szohod",), adjectives=("Bordurian", "Bordurians")),
        Party(id="SYL", name="Syldavia", aliases=("Klow",), adjectives=("Syldavian", "Syldavians")),
        Party(id="RUR", name="Ruritania", aliases=("Strelsau", "R.R."), adjectives=("Ruritanian",)),
        Party(id="LEAGUE", name="Northern League", kind="organisation", aliases=("the League",)),
        Party(id="DIET", name="Diet", kind="organisation", aliases=("Bordurian parliament",)),
    ),
    people=(
        Person(
            id="rudolf-rassendyll",
            name="Rudolf Rassendyll",
            aliases=("Rassendyll",),
            state="RUR",
            offices=(
                Office(title="Prime Minister", of="RUR", start=date(2020, 1, 1), end=date(2022, 6, 30)),
                Office(title="Secretary General", of="LEAGUE", start=date(2023, 1, 1)),
            ),
        ),
        Person(id="ana-plekszy", name="Ana Plekszy", state="BOR",
               offices=(Office(title="Speaker", of="DIET", start=date(2019, 5, 1)),)),
    ),
    beneficiaries=("BOR",),
    challengers=("SYL",),
)  # fmt: skip
