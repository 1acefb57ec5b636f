from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from foedus.briefing.page import Passage
from foedus.briefing.render import pieces, safe_address


@pytest.mark.parametrize(
    "address",
    [
        "javascript:alert(1)",
        "data:text/html,x",
        "//example.org",
        "https://a b",
        'https://a"b',
        "file:///etc/passwd",
        "",
    ],
)
def test_an_address_that_is_not_of_the_web_is_not_followed(address):
    assert safe_address(address) == ""


def test_text_that_looks_like_markup_stays_text():
    passage = Passage(
        doc="d",
        text="<script>alert(1)</script> & more",
        paragraphs=((0, 32, "kept"),),
        summary=False,
    )
    [piece] = pieces(passage, frozenset({(0, 8)}))
    assert "<script>" not in piece.html
    assert 'id="c-0-8"' in piece.html


@given(
    st.sets(
        st.tuples(st.integers(0, 30), st.integers(0, 30)).filter(lambda s: s[0] < s[1]), max_size=8
    )
)
def test_every_cited_run_has_its_anchor_and_no_word_is_lost(spans):
    text = "The harbour froze <once> & thawed."[:31]
    passage = Passage(
        doc="d", text=text, paragraphs=((0, 12, "kept"), (12, len(text), "kept")), summary=False
    )
    html = "".join(str(piece.html) for piece in pieces(passage, frozenset(spans)))
    from markupsafe import Markup

    assert Markup(html).striptags() == " ".join(text.split()) or "".join(
        Markup(html).striptags().split()
    ) == "".join(text.split())
    for start, end in spans:
        assert html.count(f'id="c-{start}-{end}"') == 1
