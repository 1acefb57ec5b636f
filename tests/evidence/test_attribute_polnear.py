"""Attributions in political news that others annotated (PolNeAR, its development half).

The rules were looked at on the training half only. No text and nothing learnt from it is here:
only floors, and the digest of what was measured. An article that two people annotated counts
once for each.
"""

from __future__ import annotations

import hashlib

import pytest

from evidence.pages import page
from evidence.scoring import Scores, plain, polnear, score
from foedus.evidence.attribute import statements

DIGEST = "28bc6408ea9bcf1f"
FLOORS = {"content": 0.81, "source": 0.68, "cue": 0.54, "content_source": 0.72}
DIRECT_FLOOR = 0.90


@pytest.fixture(scope="module")
def scores(shared) -> Scores:
    folder = shared / "data" / "polnear" / "dev"
    if not folder.is_dir():
        pytest.skip("the annotated news articles are not among the shared texts")
    digest = hashlib.sha256()
    total = Scores()
    for name, text, wanted in polnear(folder):
        digest.update(f"{name}\n{text}\n{wanted}\n".encode())
        score(total, text, plain(statements(page(text))), wanted)
    assert digest.hexdigest()[:16] == DIGEST, (
        f"other texts than were measured: {digest.hexdigest()[:16]}"
    )
    print(total.report())
    return total


@pytest.mark.parametrize("label", FLOORS)
def test_the_score_of_a_label_does_not_fall(scores, label):
    assert getattr(scores, label).f1 >= FLOORS[label]


def test_what_stands_in_quotation_marks_is_found(scores):
    assert scores.direct.recall >= DIRECT_FLOOR
