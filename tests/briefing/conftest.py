"""A small dossier of our own: three summaries, one page, two agreements, four questions."""

from __future__ import annotations

import os
from datetime import date
from pathlib import Path

import pytest

AT = date(2026, 3, 1)

DOSSIER = """\
id: harbour
title: "A guarantee for the harbour"
question: "What does the guarantee oblige?"
beneficiary: UKR
challenger: RUS
agreements: [agreements/harbour-pact.yaml, budapest-1994]
language: en
"""

PACT = """\
schema: foedus/agreement@1
id: harbour-pact
title: Pact on the safety of the harbour
short: the Harbour Pact
names: [Harbour Pact]
instrument_type: treaty
legal_force: binding
signed: 2026-01-10
beneficiary: UKR
challenger: RUS
summary: France and Spain help if the harbour is attacked, and consult when a threat is felt.
parties:
  - {id: UKR, role: protected, history: [{state: in_force, from: 2026-02-01, cite: "9"}]}
  - {id: FRA, role: guarantor, history: [{state: in_force, from: 2026-02-01, cite: "9"}]}
  - {id: ESP, role: guarantor, history: [{state: signed_not_ratified, from: 2026-01-10, cite: "9"}]}
roles:
  guarantor: {kind: guarantor, collective_or_several: several, cite: "2"}
  protected: {kind: beneficiary}
scope: {note: The harbour and the land around it are covered.}
triggers:
  - {id: attack, cite: "2", when: {all: [{kind: [armed_attack, limited_armed_attack]}, {against: [creditor]}]}}
  - {id: threat, cite: "3", when: {all: [{kind: [threat, mobilisation]}, {against: [creditor]}]}}
obligations:
  - {id: help, cite: "2", debtor: guarantor, creditor: protected, trigger: attack, deontic: shall, content: [arms, forces],
     deadline: P5D, summary: Each guarantor gives arms and sends forces to the state that is attacked.}
  - {id: talk, cite: "3", debtor: guarantor, creditor: protected, trigger: threat, deontic: shall, content: [consult],
     deadline: PT24H, summary: The guarantors consult when a threat is felt.}
readings:
  - {id: wide, of: help, by: Spain, kind: party_statement, says: Spain reads the help as its own choice., source: invented}
binding_evidence:
  - {kind: verbs, speaks: for, says: The verbs oblige., source: invented}
  - {kind: ratification, speaks: against, says: Spain has not ratified the pact., party: ESP, source: invented}
term: {entry_into_force: ratification, length: P15Y, notice: P1Y, cite: "9"}
sources: [{id: text, where: invented, status: suite}]
"""

NOTES = {
    "pact-signed": (
        "press_report", "Harbour Courier", "ESP", "2026-01-11", "Pact signed at the harbour",
        "Spain and France signed the Harbour Pact on 10 January 2026 in Cadiz, after talks of 14 months. "
        "The Spanish minister Ana Ruiz said that Spain may send 300 engineers but will not send warships.\n\n"
        "France ratified the Harbour Pact on 1 February 2026, while the Spanish parliament has not voted on it. "
        "A poll of 1,200 Spaniards in December 2025 found that 54 per cent supported the pact.",
    ),
    "pact-doubts": (
        "study", "Institute for Quiet Seas", "FRA", "2026-02-14", "Doubts about the harbour",
        "The Institute for Quiet Seas doubted in February 2026 that the Harbour Pact would deter an attack, because no fleet is named. "
        "French officials told the institute that help could arrive within five days only if the port of Cadiz stays open.",
    ),
    "older-talks": (
        "statement", "Harbour Courier", "ESP", "2024-11-05", "Talks begin",
        "Talks on a guarantee for the harbour began on 5 November 2024 in Cadiz between Spain, France and Ukraine. "
        "Spain rejected any promise of troops in November 2024, and France asked for a written text.",
    ),
}  # fmt: skip

QUESTIONS = """\
questions:
- {id: what-is-the-pact, text: What is the Harbour Pact?, kind: what, instruments: [harbour-pact], parties: [FRA]}
- {id: would-it-deter, text: Would the Harbour Pact deter an attack?, kind: effect, instruments: [harbour-pact], labs: [deterrence]}
- {id: what-about-moon, text: How many moons does Jupiter have?, kind: what}
"""

MEETINGS = """\
meetings:
- {id: cadiz-2024, name: Talks in Cadiz, place: Cadiz, from: 2024-11-05, to: 2024-11-06, participants: [ESP, FRA, UKR], output: a list of points, source: older-talks}
- {id: cadiz-2026, name: Signing in Cadiz, place: Cadiz, from: 2026-01-10, to: 2026-01-10, participants: [ESP, FRA], output: the Harbour Pact, source: pact-signed}
"""

ACTORS = """\
states:
- {id: UKR, name: Ukraine, adjectives: [Ukrainian]}
- {id: RUS, name: Russia, adjectives: [Russian]}
- {id: ESP, name: Spain, adjectives: [Spanish, Spaniards]}
- {id: FRA, name: France, adjectives: [French]}
people:
- {id: ana-ruiz, name: Ana Ruiz, state: ESP, offices: [{title: minister, of: ESP, from: 2025-05-01}]}
"""

HOSTILE = """\
<html lang="en"><head><title>Harbour &lt;b&gt;news</title><script>alert(1)</script></head>
<body><h1 onclick="alert(2)">Harbour &lt;script&gt;alert(3)&lt;/script&gt; news</h1>
<p>The Harbour Pact is loud &lt;img src=x onerror=alert(4)&gt; said a man in Cadiz on 3 February 2026, and nobody answered him there.</p>
<p>The <a href="javascript:alert(5)">old pier</a> of the harbour was painted by forty workers in the spring of that year.</p>
</body></html>
"""


def note(document: str, outlet: str, country: str, published: str, title: str, body: str) -> str:
    """Return a source note."""
    return (
        f'---\nkind: summary\ntitle: "{title}"\noutlet: {outlet}\ncountry: {country}\ndocument: {document}\n'
        f'published: {published}\nseen: {{title: "{title}", outlet: {outlet}, address: "https://example.org/{published}"}}\n'
        f"language: en\n---\n{body}\n"
    )


@pytest.fixture(scope="session")
def dossier_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the dossier, its sources ingested."""
    os.environ["XDG_CACHE_HOME"] = str(tmp_path_factory.mktemp("cache"))
    folder = tmp_path_factory.mktemp("dossiers") / "harbour"
    for name, text in {
        "dossier.yaml": DOSSIER, "agreements/harbour-pact.yaml": PACT, "questions.yaml": QUESTIONS,
        "meetings.yaml": MEETINGS, "actors.yaml": ACTORS, "sources/strange.html": HOSTILE,
        **{f"sources/{key}.md": note(*value) for key, value in NOTES.items()},
    }.items():  # fmt: skip
        place = folder / name
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_text(text, "utf-8")
    from foedus.evidence.dossier import open_dossier
    from foedus.evidence.ingest import ingest

    ingest(open_dossier(folder), [folder / "sources"])
    return folder


@pytest.fixture(scope="session")
def briefing(dossier_folder: Path):
    """The briefing of the dossier."""
    from foedus.briefing.compose import brief
    from foedus.evidence.dossier import open_dossier

    return brief(open_dossier(dossier_folder), AT)


@pytest.fixture(scope="session")
def site(briefing, tmp_path_factory: pytest.TempPathFactory):
    """The site of the dossier."""
    from foedus.briefing.site import to_site

    return to_site(
        briefing, tmp_path_factory.mktemp("out") / "site", cache=tmp_path_factory.mktemp("pictures")
    )
