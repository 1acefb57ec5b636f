"""Topics: what a statement is about."""

from __future__ import annotations

import pytest

from foedus.evidence.topic import TOPICS, topics


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "They asked for guarantees that are legally binding.",
            ("binding-guarantees", "security-guarantees"),
        ),
        ("a promise that binds nobody in law, yet a security guarantee", ("security-guarantees",)),
        ("Membership of NATO is off the table.", ("nato-membership",)),
        ("It dropped its bid to enter the alliance.", ("nato-membership",)),
        ("guarantees instead of NATO membership", ()),
        ("An attack on one is an attack on all.", ("collective-defence",)),
        ("The country became a candidate for accession to the European Union.", ("eu-membership",)),
        ("It would stay neutral for good.", ("neutrality",)),
        ("It offered permanent neutrality.", ("neutrality",)),
        ("They will not cede an inch of territory.", ("territorial-concessions",)),
        ("European troops would be stationed in the west.", ("foreign-troops",)),
        ("Two missiles and a tank were delivered.", ("arms-supply",)),
        ("Both sides agreed on a cease-fire.", ("ceasefire",)),
        ("The army would be limited to 600,000 soldiers.", ("force-limits",)),
        ("It gave up its nuclear arsenal.", ("nuclear-weapons",)),
        ("Sanctions would snap back.", ("sanctions",)),
        ("The striker scored twice.", ()),
    ],
)
def test_topics_of_a_text(text, expected):
    got = topics(text)

    assert set(expected) <= set(got)
    assert expected or not got


def test_the_table_in_the_docstring_is_the_table():
    import foedus.evidence.topic as module

    assert all(name in (module.__doc__ or "") for name in TOPICS)
