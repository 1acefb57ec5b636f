"""Stance towards a commitment: by cue, role, modality and condition."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evidence.pages import ACTORS, page
from foedus.evidence.attribute import statements
from foedus.evidence.stance import hedges, modality, stance

CASES = [
    # sentence, stance
    ("Ruritania pledged to defend Borduria’s ports.", "COMMIT"),
    (
        "Ruritanian officials said the kingdom will send troops if Borduria is attacked again.",
        "CONDITION",
    ),
    (
        "The Ruritanian envoy said his government is ready to guarantee Borduria’s independence.",
        "OFFER",
    ),
    ("Ruritania’s premier said her country stands ready to train Bordurian troops.", "OFFER"),
    (
        "Ruritanian officials said it was not possible to give Borduria a binding guarantee.",
        "REJECT",
    ),
    ("Ruritania ruled out sending troops to the border.", "REJECT"),
    ("Ruritania refused to sign the security pact.", "REJECT"),
    ("“We will not fight for a river,” said the Ruritanian minister of defence.", "REJECT"),
    (
        "Ruritania is not yet ready to put its forces in the line of fire, Ruritanian officials said.",
        "REJECT",
    ),
    ("Ruritania’s foreign minister did not rule out sending troops.", "NONCOMMITTAL"),
    ("Ruritanian officials said it was too early to talk of guarantees.", "NONCOMMITTAL"),
    ("“All options are on the table,” the Ruritanian minister of defence said.", "NONCOMMITTAL"),
    ("Borduria wants the League to guarantee its security.", "DEMAND"),
    ("“We need guarantees that are ratified,” the Bordurian negotiator said.", "DEMAND"),
    ("Bordurian officials said the guarantees must be ratified by every parliament.", "DEMAND"),
    ("Syldavia demanded that no foreign troops be stationed there.", "DEMAND"),
    ("Bordurian negotiators said the guarantees would not apply to the Zyle valley.", "SCOPE"),
    ("Ruritania said the treaty covers only the mainland.", "SCOPE"),
    ("The League said the pact depends on the consent of all members.", "CONDITION"),
    ("The Ruritanian premier said Syldavia must first withdraw its troops.", "CONDITION"),
    ("Many Ruritanian officials are sceptical of security guarantees.", "DOUBT"),
    ("Bordurian lawmakers said the memorandum was worthless.", "DOUBT"),
    ("The League does not believe that Syldavia negotiates a peace in good faith.", "DOUBT"),
    ("Ruritania has been urging Borduria to join the League, an alliance of nine.", "OFFER"),
    ("Ruritanian officials said the treaty was signed in 1994.", "REPORT"),
    ("The keeper said he will defend his title in the cup.", "REPORT"),
]


@pytest.mark.parametrize(("text", "expected"), CASES, ids=lambda value: value[:50])
def test_the_stance_of_a_statement(text, expected):
    found = statements(page(text), ACTORS)

    assert expected in {one.stance for one in found}


@pytest.mark.parametrize("lemma", ["say", "want", "urge", "insist", "demand", "ask"])
@pytest.mark.parametrize(
    "content",
    ["the allies must guarantee our security", "the allies will defend us", "they provide troops"],
)
def test_a_beneficiary_s_wish_is_never_a_commitment(lemma, content):
    assert stance(lemma, lemma, content, "beneficiary") not in {"COMMIT", "OFFER"}


def test_a_limit_of_scope_is_not_a_commitment():
    assert (
        stance(
            "pledge", "pledged", "to help, but the pledge does not cover the islands", "guarantor"
        )
        == "SCOPE"
    )


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        ("the fleet will sail", "asserted"),
        ("the fleet might sail", "possible"),
        ("the fleet must sail", "necessary"),
        ("the fleet will not sail", "denied"),
        ("the fleet sails if it can", "hypothetical"),
    ],
)
def test_modality(content, expected):
    assert modality(content) == expected


def test_hedges_are_named():
    assert hedges("At this point it could, perhaps, be possible") == (
        "at this point",
        "could",
        "perhaps",
        "possible",
    )


@given(
    st.text(max_size=200), st.sampled_from(["guarantor", "beneficiary", "challenger", "unknown"])
)
def test_every_text_has_a_stance(text, role):
    assert stance("say", "said", text, role) in {
        "OFFER", "COMMIT", "DEMAND", "CONDITION", "SCOPE", "DOUBT", "REJECT", "NONCOMMITTAL", "REPORT",
    }  # fmt: skip
