"""Positions: whose, on what, since when."""

from __future__ import annotations

import pytest

from evidence.pages import ACTORS, day, page
from foedus.evidence.act import acts
from foedus.evidence.attribute import statements
from foedus.evidence.position import holders, positions
from foedus.evidence.when import UNKNOWN


def held(text: str, when=UNKNOWN):
    document = page(text, when=when)
    found = (*statements(document, ACTORS), *acts(document, ACTORS))
    return {(one.party, one.commitment, one.stance) for one in positions(found, ACTORS)}


def test_a_position_is_valid_from_the_date_of_its_statement():
    document = page("Ruritania ruled out a security guarantee.", when=day(2022, 3, 30))

    (one,) = positions(statements(document, ACTORS), ACTORS)

    assert (one.party, one.commitment, one.stance, one.when) == (
        "RUR", "security-guarantees", "REJECT", day(2022, 3, 30),
    )  # fmt: skip


def test_officials_of_several_states_speak_for_the_one_that_they_name():
    text = (
        "Ruritanian and Bordurian officials stressed that it was not possible for Ruritania and its"
        " allies to give legally binding guarantees."
    )

    assert held(text) == {("RUR", "binding-guarantees", "REJECT")}


def test_what_one_state_says_of_another_is_no_position_of_the_other():
    text = "Syldavian officials said that Ruritania will send troops to fight on its side."

    assert not any(party == "RUR" for party, _, _ in held(text))


def test_to_refuse_a_binding_guarantee_leaves_others_open():
    text = "Ruritania rejected legally binding security guarantees."

    assert held(text) == {("RUR", "binding-guarantees", "REJECT")}


def test_to_promise_a_binding_guarantee_is_to_promise_a_guarantee():
    text = "Ruritania promised legally binding security guarantees."

    assert held(text) == {
        ("RUR", "binding-guarantees", "COMMIT"),
        ("RUR", "security-guarantees", "COMMIT"),
    }


@pytest.mark.parametrize(
    "text",
    [
        "Ruritanian officials said the security pact was signed in a tent.",  # a report of facts
        "A Western official said it was not possible to give a security guarantee.",  # whose?
    ],
)
def test_what_shows_no_position(text):
    assert held(text) == set()


def test_statements_that_agree_make_one_position():
    text = "Ruritania ruled out a security guarantee. Ruritania refused a security guarantee again."
    document = page(text)

    found = positions((*statements(document, ACTORS), *acts(document, ACTORS)), ACTORS)

    assert [len(one.statements) for one in found] == [2]


def test_a_demand_is_held_by_whoever_makes_it():
    (one,) = statements(page("Borduria wants Ruritania to give a security guarantee."), ACTORS)

    assert holders(one, ACTORS) == ("BOR",)
