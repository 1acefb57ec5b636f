"""What a page says in its own voice that a party did about a commitment."""

from __future__ import annotations

import pytest

from evidence.pages import ACTORS, page
from foedus.evidence.act import EXTRACTOR, OWN_VOICE, acts
from foedus.evidence.attribute import statements


@pytest.mark.parametrize(
    ("text", "party", "stance", "topic"),
    [
        ("Ruritania has joined other states in pledging binding security guarantees.", "RUR", "COMMIT", "binding-guarantees"),
        ("Ruritania has committed to helping Borduria defend itself.", "RUR", "COMMIT", "defence-help"),
        ("In 2024 Ruritania signed a security pact with its neighbour.", "RUR", "COMMIT", "security-guarantees"),
        ("Borduria seeks legally binding guarantees from the League.", "BOR", "DEMAND", "binding-guarantees"),
        ("Borduria has agreed to seek security guarantees instead of NATO membership.", "BOR", "DEMAND", "security-guarantees"),
        ("Borduria dropped its bid to join the alliance last spring.", "BOR", "REJECT", "nato-membership"),
        ("Borduria has moved from hoping for help to requesting legally binding guarantees.", "BOR", "DEMAND", "binding-guarantees"),
    ],
    ids=lambda value: value[:40],
)  # fmt: skip
def test_an_act_of_a_party_is_found(text, party, stance, topic):
    found = acts(page(text), ACTORS)

    assert [(one.speaker.party, one.stance) for one in found] == [((party,), stance)]
    assert topic in found[0].topics
    assert found[0].extractor == EXTRACTOR
    assert found[0].reported_by == (OWN_VOICE,)


def test_the_outlet_stands_for_its_page():
    text = "Borduria seeks legally binding guarantees from the League."

    assert acts(page(text, outlet="The Szohod Sun"), ACTORS)[0].reported_by == ("The Szohod Sun",)


@pytest.mark.parametrize(
    "text",
    [
        "A baker pledged binding security guarantees.",  # nobody whom the dossier knows
        "Ruritania signed a treaty about herring.",  # no commitment of the table
        "The Ruritanian envoy said that Ruritania has pledged binding guarantees.",  # his words
        "“Ruritania has pledged binding guarantees,” the paper wrote.",
        "Ruritania’s demands for neutrality were long.",  # a noun
        "Binding security guarantees were pledged.",  # by whom?
    ],
)
def test_what_is_no_act_of_a_party(text):
    assert acts(page(text), ACTORS) == ()


def test_no_sentence_is_both_a_statement_and_an_act():
    text = "Ruritania pledged to give binding security guarantees."
    document = page(text)

    said = [one.cue[0] for one in statements(document, ACTORS)]
    done = [one.cue[0] for one in acts(document, ACTORS)]

    assert said
    assert not set(said) & set(done)
