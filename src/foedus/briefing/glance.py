"""The guarantee at a glance: who promises what, since when, where, and how far up the ladder."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from foedus.agreement.force import standing
from foedus.agreement.level import level, obliges
from foedus.agreement.model import Agreement
from foedus.agreement.vocabulary import RUNGS, Rung, rank
from foedus.briefing import words
from foedus.briefing.forced import force_label, in_text
from foedus.briefing.gapped import gaps_command
from foedus.briefing.material import Material, agreement_path, house
from foedus.briefing.page import Block, Bullets, Cell, Figure, Link, Paragraph, Row, Section, Table
from foedus.briefing.prose import count, day, listed, name, parties, spelled, the
from foedus.briefing.typed import HEAD, article_name, named
from foedus.charts import LadderRow, MatrixRow, ladder, matrix
from foedus.sources import ClauseCitation, ResultCitation, Sentence

New = Callable[[Iterable[Sentence]], tuple[Sentence, ...]]
MATRIX, LADDER = "foedus brief: matrix", "foedus brief: ladder"
MOST_ROWS = 14
MOST_LOOPHOLES = 3


def short_name(agreement: Agreement) -> str:
    """Return the agreement's name for a table or a picture."""
    return agreement.name.removeprefix("the ").removeprefix("The ")


def bare(code: str) -> str:
    """Return the code of a party without its kind."""
    return code.removeprefix("org:")


@dataclass(frozen=True, slots=True, kw_only=True)
class Promise:
    """The highest clause under which a party is debtor on a day."""

    rung: Rung
    ceiling: Rung
    article: str
    legal: bool


def promise(agreement: Agreement, who: str, material: Material) -> Promise | None:
    """Return what a party promises under an agreement in force for it, or None."""
    if agreement.concluded and not standing(agreement, who, material.at).bound:
        return None
    found = [
        one
        for one in agreement.obligations
        if agreement.means(who, one.debtor) and level(one).floor != "none"
    ]
    if not found:
        return None
    best = max(found, key=lambda one: (rank(level(one).floor), rank(level(one).ceiling)))
    legal = agreement.concluded and agreement.legal_force == "binding" and obliges(best)
    return Promise(
        rung=level(best).floor, ceiling=level(best).ceiling, article=best.cite, legal=legal
    )


def guarantors(material: Material) -> tuple[str, ...]:
    """Return every party that promises something, in the order of the agreements."""
    kept = material.memo.get(("guarantors", ""))
    if kept is not None:
        return tuple(kept)
    found: dict[str, None] = {}
    for agreement in material.agreements:
        for party in agreement.parties:
            if party.id not in {
                "any_state",
                material.dossier.beneficiary,
                material.dossier.challenger,
            } and promise(agreement, party.id, material):
                found.setdefault(party.id)
    material.memo["guarantors", ""] = tuple(found)
    return tuple(found)


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A row of the matrix: parties with the same promises."""

    who: tuple[str, ...]
    cells: tuple[Promise | None, ...]


def lines(material: Material) -> tuple[tuple[Agreement, ...], tuple[Line, ...]]:
    """Return the agreements of the matrix, and the parties grouped by what they promise."""
    across = tuple(
        one
        for one in material.agreements
        if one.concluded and any(promise(one, p.id, material) for p in one.parties)
    )
    grouped: dict[tuple[tuple[str, str, bool] | None, ...], list[str]] = {}
    kept: dict[tuple[tuple[str, str, bool] | None, ...], tuple[Promise | None, ...]] = {}
    for who in guarantors(material):
        cells = tuple(promise(one, who, material) for one in across)
        if not any(cells):
            continue
        key = tuple((cell.rung, cell.article, cell.legal) if cell else None for cell in cells)
        grouped.setdefault(key, []).append(who)
        kept.setdefault(key, cells)
    made = [Line(who=tuple(who), cells=kept[key]) for key, who in grouped.items()]
    made.sort(
        key=lambda one: (-sum(cell is not None for cell in one.cells), -len(one.who), one.who)
    )
    return across, tuple(made)


def matrix_sentences(material: Material) -> tuple[str, ...]:
    """Return the sentence under the matrix."""
    across, made = lines(material)
    if not made:
        return ()
    them = (
        the(material.dossier.beneficiary, material.names)
        if material.dossier.beneficiary
        else "the beneficiary"
    )
    number = sum(len(line.who) for line in made)
    law = [
        who
        for line in made
        for who in line.who
        if any(
            cell and cell.legal and protects(agreement, material)
            for agreement, cell in zip(across, line.cells, strict=True)
        )
    ]
    owing = (
        f"{spelled(len(law)).capitalize()} of the {number} guarantors in the matrix "
        f"{'is' if len(law) == 1 else 'are'} bound in law to help or consult {them}"
    )
    told = [
        f"{owing} by some clause ({parties([bare(code) for code in law], material.names)})."
        if 0 < len(law) <= 6
        else f"{owing} by some clause."
    ]
    outside = [in_text(one) for one in across if not protects(one, material)]
    if outside:
        told.append(
            f"Grey cells are owed to others: {listed(outside)} "
            f"{'protects its' if len(outside) == 1 else 'protect their'} own "
            f"parties, and {them} is not among them."
        )
    return tuple(told)


def protects(agreement: Agreement, material: Material) -> bool:
    """Say whether the beneficiary is a party that is owed something."""
    them = material.dossier.beneficiary
    return not them or (
        agreement.party(them) is not None and standing(agreement, them, material.at).test != 1
    )


def ladder_sentences(material: Material) -> tuple[str, ...]:
    """Return the sentence under the ladder."""
    found = ladder_rows(material)
    if not found:
        return ()
    law = sum(1 for row, _ in found if row.legal)
    binding = (
        "none of them binds"
        if not law
        else "all of them bind"
        if law == len(found)
        else f"{spelled(law)} of them {'binds' if law == 1 else 'bind'}"
    )
    return (
        (
            f"The ladder shows the highest clause of {spelled(len(found))} "
            f"{'agreements' if len(found) != 1 else 'agreement'}; {binding} in law."
        ),
    )


def ladder_rows(material: Material) -> list[tuple[LadderRow, Agreement]]:
    """Return the highest clause of each agreement, the least choice first."""
    found = []
    for agreement in material.agreements:
        owed = [one for one in agreement.obligations if level(one).floor != "none"]
        if not owed:
            continue
        best = max(owed, key=lambda one: (rank(level(one).floor), rank(level(one).ceiling)))
        legal = agreement.concluded and agreement.legal_force == "binding" and obliges(best)
        label = short_name(agreement)
        article = article_name(agreement, best.cite)
        if article not in label:
            label = f"{label}, {article}"
        found.append(
            (
                LadderRow(
                    clause=label, floor=level(best).floor, ceiling=level(best).ceiling, legal=legal
                ),
                agreement,
            )
        )
    return sorted(
        found,
        key=lambda one: (
            -RUNGS.index(one[0].floor),
            -RUNGS.index(one[0].ceiling),
            not one[0].legal,
            one[0].clause,
        ),
    )


def glance(material: Material, new: New) -> list[Section]:
    """Return the section and its parts."""
    if not material.agreements:
        return []
    intro = Paragraph(sentences=new([house("floor-ceiling")]))
    parts = [
        Section(
            id="glance", title=words.SECTION["glance"], blocks=(intro, *_matrix(material, new))
        ),
        Section(
            id="ladder-part",
            title="How little is left to choice",
            level=3,
            blocks=tuple(_ladder(material, new)),
        ),
        Section(
            id="term",
            title="Signature, ratification and term",
            level=3,
            blocks=tuple(_term(material, new)),
        ),
        Section(id="scope", title="Where it applies", level=3, blocks=tuple(_scope(material, new))),
        Section(
            id="loopholes",
            title="The largest loopholes",
            level=3,
            blocks=tuple(_loopholes(material, new)),
        ),
    ]
    return [part for part in parts if part.blocks]


def group_label(codes: tuple[str, ...], material: Material) -> str:
    """Return the label of a row of parties."""
    names = [name(bare(code), material.names) for code in codes]
    return (
        listed(names) if len(names) <= 3 else f"{names[0]}, {names[1]} and {len(names) - 2} others"
    )


def short_label(codes: tuple[str, ...], material: Material) -> str:
    """Return the label of a row of parties for a narrow picture."""
    first = name(bare(codes[0]), material.names)
    return first if len(codes) == 1 else f"{first} +{len(codes) - 1}"


def _matrix(material: Material, new: New) -> list[Block]:
    across, made = lines(material)
    if not made or not across:
        return []
    shown = made[:MOST_ROWS]
    labels = _unlike([group_label(line.who, material) for line in shown])
    shorter = _unlike([short_label(line.who, material) for line in shown])

    def cells(labels: list[str]) -> list[MatrixRow]:
        return [
            MatrixRow(
                party=label,
                agreement=short_name(agreement),
                rung=cell.rung if cell else "",
                legal=bool(cell and cell.legal),
                towards=protects(agreement, material),
            )
            for label, line in zip(labels, shown, strict=True)
            for agreement, cell in zip(across, line.cells, strict=True)
        ]

    rows = tuple(
        Row(
            cells=(
                Cell(text=", ".join(name(bare(code), material.names) for code in line.who)),
                *(
                    _cell(agreement, cell, towards=protects(agreement, material))
                    for agreement, cell in zip(across, line.cells, strict=True)
                ),
            ),
            citations=tuple(
                ClauseCitation(
                    instrument=agreement.id, article=cell.article, reading=agreement.reading
                )
                for agreement, cell in zip(across, line.cells, strict=True)
                if cell
            ),
        )
        for line in made
    )
    table = Table(
        caption="What each guarantor promises, by agreement",
        head=("Party", *(short_name(one) for one in across)),
        rows=rows,
        file="guarantee-matrix",
    )
    told = [
        Sentence(text=text, citations=(ResultCitation(command=MATRIX),))
        for text in matrix_sentences(material)
    ]
    return [
        Figure(
            id="guarantee-matrix",
            title="Who promises what",
            alt=(
                f"Matrix of {count(len(shown), 'row')} of parties and "
                f"{count(len(across), 'agreement')}; each cell names the highest rung promised. "
                "The table below holds the same cells."
            ),
            sentences=new([*told, house("matrix")]),
            wide=matrix(cells(labels)),
            narrow=matrix(cells(shorter), narrow=True),
            table=table,
        )
    ]


def _unlike(labels: list[str]) -> list[str]:
    """Make equal labels differ."""
    seen: dict[str, int] = {}
    made = []
    for label in labels:
        seen[label] = seen.get(label, 0) + 1
        made.append(label if seen[label] == 1 else f"{label} ({seen[label]})")
    return made


def _cell(agreement: Agreement, cell: Promise | None, *, towards: bool) -> Cell:
    if cell is None:
        return Cell(text="–")
    force = " (to its own parties)" if not towards else "" if cell.legal else " (promise)"
    return Cell(
        text=words.RUNG[cell.rung] + force,
        href=f"{agreement_path(agreement.id)}#{_anchor(cell.article)}",
        tone="good" if cell.legal and towards else "quiet",
    )


def _anchor(article: str) -> str:
    from foedus.briefing.material import clause_anchor

    return clause_anchor(article)


def _ladder(material: Material, new: New) -> list[Block]:
    found = ladder_rows(material)
    if not found:
        return []
    rows = [row for row, _ in found]
    table = Table(
        caption="Floor and ceiling of the highest clause of each agreement",
        file="ladder",
        head=tuple(words.HEAD[one] for one in ("clause_name", "floor", "ceiling", "force")),
        rows=tuple(
            Row(
                cells=(
                    Cell(text=row.clause, href=agreement_path(agreement.id)),
                    Cell(text=words.RUNG[row.floor]),
                    Cell(text=words.RUNG[row.ceiling]),
                    Cell(
                        text=force_label(agreement)
                        if agreement.concluded
                        else "draft, never concluded",
                        tone="good" if row.legal else "quiet",
                    ),
                )
            )
            for row, agreement in found
        ),
    )
    figure = Figure(
        id="ladder",
        title="From floor to ceiling",
        alt=(
            f"Ladder of {count(len(rows), 'clause')}: for each the floor, which must be done, and "
            "the ceiling, which is allowed. The table below holds the same rows."
        ),
        sentences=new(
            [
                *(
                    Sentence(text=text, citations=(ResultCitation(command=LADDER),))
                    for text in ladder_sentences(material)
                ),
                house("ladder-marks"),
            ]
        ),
        wide=ladder(rows),
        narrow=ladder(rows, narrow=True),
        table=table,
    )
    return [Paragraph(sentences=new([house("ladder")])), figure]


def _term(material: Material, new: New) -> list[Block]:
    rows = []
    for agreement in material.agreements:
        states: dict[str, int] = {}
        for party in agreement.parties:
            found = standing(agreement, party.id, material.at)
            state = words.PARTY_STATE[found.state or "not_signed"]
            states[state] = states.get(state, 0) + 1
        shown = (
            "never concluded"
            if not agreement.concluded
            else ", ".join(f"{number} {state}" for state, number in states.items())
        )
        rows.append(
            Row(
                cells=(
                    Cell(text=short_name(agreement), href=agreement_path(agreement.id)),
                    Cell(text=day(agreement.signed)),
                    Cell(text=shown),
                    Cell(
                        text=force_label(agreement) if agreement.concluded else "draft",
                        tone="good"
                        if agreement.concluded and agreement.legal_force == "binding"
                        else "quiet",
                    ),
                    Cell(sentences=new(named(agreement, "term", material.names))),
                ),
                citations=(
                    ClauseCitation(
                        instrument=agreement.id,
                        article=HEAD,
                        clause="force",
                        reading=agreement.reading,
                    ),
                ),
            )
        )
    head = ("instrument", "signed", "state", "force", "term")
    return [
        Table(
            caption=f"Signature, state on {day(material.at)}, force and term",
            head=tuple(words.HEAD[one] for one in head),
            rows=tuple(rows),
            file="term",
        )
    ]


def _scope(material: Material, new: New) -> list[Block]:
    found = []
    for agreement in material.agreements:
        told = new(named(agreement, "scope", material.names))
        if told:
            found.append(Paragraph(label=short_name(agreement) + ".", sentences=told))
    return [Bullets(items=tuple(found))] if found else []


def _loopholes(material: Material, new: New) -> list[Block]:
    """Show the three worst loopholes of the agreements that protect the beneficiary."""
    found = []
    for agreement in material.agreements:
        command = gaps_command(agreement, material.at)
        told = (
            material.extra.get(command, ())[:MOST_LOOPHOLES]
            if agreement.beneficiary == material.dossier.beneficiary
            else ()
        )
        sentences = new(
            [Sentence(text=text, citations=(ResultCitation(command=command),)) for text in told]
        )
        if sentences:
            link = Link(text="all of them", href=agreement_path(agreement.id) + "#loopholes")
            found.append(
                Paragraph(label=short_name(agreement) + ".", sentences=sentences, link=link)
            )
    if not found:
        return []
    return [Paragraph(sentences=new([house("loopholes")])), Bullets(items=tuple(found[:6]))]
