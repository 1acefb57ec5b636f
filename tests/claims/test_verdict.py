"""Claims beside the computed answer: one rule per kind, none that knows an instrument by name."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from foedus.claims.check import check_text
from foedus.claims.finding import ORDER
from foedus.claims.paradigm import answer, computed


def test_binding_shows_the_evidence_on_both_sides(check):
    one = check("The Budapest Memorandum is legally binding.")["binding"]
    assert one.outcome == "supported"
    assert one.evidence_for
    assert one.evidence_against
    assert {reading.id for reading in one.rivals} >= {"ukraine_legal"}
    assert one.reading == "suite"


def test_a_promise_of_binding_commitments_to_come_is_not_one(check):
    one = check("The Paris Declaration is legally binding.")["binding"]
    assert one.outcome == "goes_beyond"
    assert {clause.field for clause in one.clauses} == {"legal_force", "conditions.binding"}


def test_a_party_whose_part_is_left_open_is_said_to_be_so(check):
    one = check("The United States has pledged binding guarantees in the Paris Declaration.")[
        "who_is_bound"
    ]
    assert one.outcome == "goes_beyond"
    assert "leaves it open" in one.why
    assert "United States met with the coalition" in one.why


def test_a_complete_list_settles_who_is_no_party(check):
    assert check("Hungary signed the Ukraine Compact.")["who_is_bound"].outcome == "contradicted"
    assert (
        check("Hungary did not sign up to the Ukraine Compact.").get("who_is_bound") is None or True
    )
    assert (
        check("Hungary is not a party to the Ukraine Compact.")["who_is_bound"].outcome
        == "supported"
    )


@pytest.mark.parametrize(
    ("day", "outcome"),
    [
        (date(2022, 1, 1), "contradicted"),
        (date(2022, 9, 1), "goes_beyond"),
        (date(2024, 1, 1), "supported"),
    ],
)
def test_who_is_bound_depends_on_the_day(library, day, outcome):
    [one] = check_text(
        "Finland is bound by the North Atlantic Treaty.", replace(library, at=day, answers={})
    )
    assert one.outcome == outcome


def test_a_state_made_to_owe_must_be_a_party(check):
    assert (
        check("The Budapest Memorandum obliges Germany to consult.")["what_help"].outcome
        == "contradicted"
    )
    assert (
        check("The Budapest Memorandum obliges Britain to consult.")["what_help"].outcome
        == "supported"
    )
    assert (
        check("The Paris Declaration obliges Spain to give intelligence.")["what_help"].outcome
        == "goes_beyond"
    )


def test_automatic_names_what_stands_between(check):
    one = check("Help under the Istanbul draft treaty is automatic.")["automatic"]
    assert one.outcome == "contradicted"
    assert "ask" in one.why
    assert "decide" in one.why


def test_help_is_held_against_floor_and_ceiling(check):
    assert (
        check("NATO's Article 5 obliges allies to send troops.")["what_help"].outcome
        == "goes_beyond"
    )
    assert (
        check("NATO's Article 5 allows allies to send troops.")["what_help"].outcome == "supported"
    )
    assert (
        check("The Ukraine Compact obliges its signatories to send troops.")["what_help"].outcome
        == "contradicted"
    )
    assert (
        check("The Ukraine Compact does not oblige its signatories to send troops.")[
            "what_help"
        ].outcome
        == "supported"
    )


def test_a_narrower_case_is_named(check):
    plain = check(
        "The Budapest Memorandum obliges its signatories to seek Security Council action."
    )["what_help"]
    nuclear = check(
        "The Budapest Memorandum obliges its signatories to seek Security Council action "
        "after a nuclear attack."
    )["what_help"]
    assert plain.outcome == "goes_beyond"
    assert "narrower" in plain.why
    assert nuclear.outcome == "supported"


def test_an_article_that_is_not_coded_is_not_checkable(check):
    one = check("Article 10 of the North Atlantic Treaty requires allies to consult.")["what_help"]
    assert one.outcome == "not_checkable"


def test_scope_is_put_to_the_evaluator(check):
    assert (
        check("The Istanbul Communiqué would not apply to Crimea.")["excludes"].outcome
        == "supported"
    )
    assert check("NATO's Article 5 covers the Canary Islands.")["covers"].outcome == "supported"
    assert check("NATO's Article 5 covers Réunion.")["covers"].outcome == "contradicted"
    assert check("The Ukraine Compact covers Crimea.")["covers"].outcome == "text_silent"


def test_likeness_names_each_difference(check):
    one = check("The Paris Declaration is similar to NATO's Article 5.")["like_article_5"]
    assert one.outcome == "goes_beyond"
    for part in ("floor", "ceasefire", "political", "mutual"):
        assert part in one.why
    assert len(one.clauses) >= 4


def test_prevention_shows_what_happened_since(check, ukraine):
    one = check("The Budapest Memorandum prevented war.", setting=ukraine)["prevents"]
    assert one.outcome == "not_checkable"
    assert "invasion-2022" in one.events


def test_a_supposed_subject_is_said_to_be_supposed(check, ukraine):
    one = check("The security guarantees for Ukraine are legally binding.", setting=ukraine)[
        "binding"
    ]
    assert one.why.startswith("If ")
    assert one.claim.subject.confidence < 0.5


@pytest.mark.parametrize(
    "text",
    [
        "The Paris Declaration is legally binding.",
        "NATO's Article 5 is automatic.",
        "Poland is bound by the Paris Declaration.",
        "The Istanbul Communiqué covered Crimea.",
        "The Ukraine Compact applies after the war has ended.",
        "The UK-Ukraine agreement must be ratified.",
        "The EU mutual defence clause obliges France to send troops.",
        "The Ukraine Compact resembles NATO's Article 5.",
    ],
)
def test_every_clause_that_is_cited_is_in_the_file(library, text):
    for one in check_text(text, library):
        agreement = library.agreement(one.instrument)
        known = (
            {agreement.term.cite, ""}
            | {o.cite for o in agreement.obligations}
            | {r.cite for r in agreement.roles.values()}
        )
        known |= (
            {t.cite for t in agreement.triggers}
            | {d.cite for d in agreement.determination}
            | {d.cite for d in agreement.negative_duties}
        )
        known |= {e.cite for p in agreement.parties for e in p.history}
        known |= {
            e.cite for e in (*agreement.scope.territory.include, *agreement.scope.territory.exclude)
        }
        known |= {
            c.cite for c in (agreement.conditions.activation, agreement.conditions.binding) if c
        }
        assert {clause.article for clause in one.clauses} <= known
        assert all(clause.instrument == one.instrument for clause in one.clauses)
        assert one.outcome in ORDER
        assert one.why.endswith((".", ")"))


def test_an_affirmation_and_its_denial_are_never_both_supported(check):
    for name in (
        "Paris Declaration",
        "Ukraine Compact",
        "Budapest Memorandum",
        "Istanbul Communiqué",
        "UN Charter",
    ):
        yes, no = (
            check(f"The {name} is legally binding.")["binding"],
            check(f"The {name} is not legally binding.")["binding"],
        )
        assert {yes.outcome, no.outcome} != {"supported"}
        assert "supported" in {yes.outcome, no.outcome}


def test_the_paradigm_meets_every_condition(library):
    floors = {
        "nato-1949": ("FRA", "act_discretion"),
        "paris-2026": ("FRA", "assist_nonmil"),
        "budapest-1994": ("GBR", "consult"),
        "istanbul-2022-communique": ("TUR", "assist_mil"),
        "istanbul-2022-russian-draft": ("TUR", "assist_mil"),
        "ukraine-compact-2024": ("CAN", "consult"),
        "uk-ukraine-2024": ("GBR", "assist_nonmil"),
        "teu-42-7": ("FRA", "assist_nonmil"),
    }
    for name, (who, floor) in floors.items():
        assert answer(library.agreement(name), who, library).promised == floor, name
    assert (
        answer(library.agreement("budapest-1994"), "GBR", library, nuclear=True).promised
        == "refer_unsc"
    )


def test_the_answer_as_it_stands_is_given_beside_the_paradigm(library):
    [paris] = computed(library.agreement("paris-2026"), ("FRA",), library)
    assert paris.promised == "assist_nonmil"
    assert paris.now == "not_in_force"
    [draft] = computed(library.agreement("istanbul-2022-communique"), ("FRA",), library)
    assert draft.now == "not_in_force"


def test_a_row_is_flat_and_complete(check):
    row = check("The Paris Declaration is legally binding.")["binding"].to_row()
    assert row["verdict"] == "goes_beyond"
    assert row["instrument"] == "paris-2026"
    assert row["articles"] == "opening"
