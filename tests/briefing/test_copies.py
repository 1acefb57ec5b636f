from __future__ import annotations

import pytest

from foedus.briefing.copies import seen_at
from foedus.sources import Source

OWN, COPY = "https://www.courier.example/a", "https://mirror.example/a"


@pytest.mark.parametrize(("outlet", "address", "seen", "seen_address", "told"), [
    ("Courier", OWN, "Courier", "https://courier.example:443/b", ""),
    ("Courier", OWN, "Mirror", COPY, "seen in a copy at Mirror"),
    ("Courier", OWN, "", COPY, "seen in a copy at mirror.example"),
    ("Courier", "", "Mirror (copy)", COPY, "seen in a copy at Mirror (copy)"),
    ("Courier", "", "Courier, on Mirror", COPY, "seen in a copy at Courier, on Mirror"),
    ("Courier (citing the Times)", "", "Courier", COPY, ""),
    ("Courier", "", "Courier (citing the Times)", COPY, ""),
    ("Council", OWN, "Courier", OWN, "seen at Courier"),
    ("Courier", "", "", "", ""),
])  # fmt: skip
def test_a_reader_is_told_where_a_source_was_seen_if_not_at_its_own_outlet(
    outlet, address, seen, seen_address, told
):
    source = Source(
        id="x", title="X", outlet=outlet, address=address, seen_outlet=seen,
        seen_address=seen_address,
    )  # fmt: skip
    assert seen_at(source) == told
