from __future__ import annotations

import pytest

from foedus.agreement.library import load, names
from foedus.briefing.bearing import not_borne_out
from foedus.briefing.inblock import shortened, without_time
from foedus.briefing.typed import cited, clause_name, clause_sentences, items, named


@pytest.mark.parametrize("name", names())
@pytest.mark.parametrize("article", [True, False])
def test_a_shortened_sentence_is_still_borne_out_by_its_clause(name, article):
    agreement = load(name)
    for item in items(agreement):
        for one in shortened(agreement, cited(agreement, item), article=article):
            passage = " ".join(clause_sentences(agreement, one.citations[0]))
            assert not_borne_out(one.text, passage, meta=(agreement.title,)) == (), one.text
            assert not one.text[0].islower(), one.text
            assert f"Under {clause_name(agreement, item.article)}, " not in one.text or (
                article and " of " not in clause_name(agreement, item.article)
            )


def test_the_article_is_named_once_and_the_agreement_not_at_all():
    agreement = load("istanbul-2022-communique")
    told = shortened(agreement, named(agreement, "obligations.help"), article=True)
    assert told[0].text.startswith("Under point 5, on Ukraine's official request")
    assert told[1].text == "No vote is needed."


def test_the_time_limit_can_be_left_out():
    agreement = load("nato-1949")
    whole = named(agreement, "obligations.assist")
    assert without_time(whole) == whole[:-1]
