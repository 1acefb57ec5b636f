"""A date that a page does not give is inferred from an anchor, or unknown; never guessed."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from foedus.evidence.actors import Actors, Office, Party, Person
from foedus.evidence.calendar import given
from foedus.evidence.dating import date_document, told_years
from foedus.evidence.document import Document
from foedus.evidence.dossier_format import Meeting
from foedus.evidence.read import read_bytes

EARLY = Meeting(
    id="klow-2012", name="Klow talks of 2012", place="Klow", from_="2012-03-27", to="2012-03-28",
    aliases=("Klow talks",), participants=("BOR", "SYL"),
)  # fmt: skip
LATE = Meeting(
    id="klow-2015", name="Klow talks of 2015", place="Klow", from_="2015-06-04",
    aliases=("Klow talks",), participants=("BOR", "SYL", "RUR"),
)  # fmt: skip
ELSEWHERE = Meeting(
    id="strelsau-2013", name="Strelsau summit", place="Strelsau", from_="2013-10-07"
)
BOTH = (EARLY, LATE, ELSEWHERE)
WHO = Actors(
    parties=(
        Party(id="BOR", name="Borduria", adjectives=("Bordurian",)),
        Party(id="SYL", name="Syldavia", adjectives=("Syldavian",)),
        Party(id="RUR", name="Ruritania", adjectives=("Ruritanian",)),
    ),
    people=(
        Person(id="rassendyll", name="Rudolf Rassendyll", aliases=("Rassendyll",), state="RUR",
               offices=(Office(title="Prime Minister", of="RUR", start=date(2010, 1, 1), end=date(2013, 5, 1)),)),
        Person(id="sapt", name="Eva Sapt", aliases=("Sapt",), state="RUR",
               offices=(Office(title="Prime Minister", of="RUR", start=date(2013, 5, 2), end=date(2018, 1, 1)),)),
        Person(id="plekszy", name="Ana Plekszy", state="BOR",
               offices=(Office(title="Deputy Minister of Foreign Affairs", of="BOR", start=date(2014, 1, 1)),)),
    ),
)  # fmt: skip


def document(text: str) -> Document:
    return read_bytes(text.encode(), "page.txt")[0]


def dated(text, meetings=BOTH, actors=WHO):
    return date_document(document(text), meetings, actors)


ANCHOR = "During talks with Syldavia in Klow this week, the envoys spoke of neutrality. "


def test_without_an_anchor_the_date_is_unknown():
    assert dated("The envoys spoke of neutrality in Klow. It was cold.").when.how == "unknown"


def test_without_meetings_nothing_is_inferred():
    assert dated(ANCHOR, meetings=()).when.how == "unknown"


def test_an_anchor_that_fits_one_meeting_gives_the_days_of_writing():
    found = dated(ANCHOR, meetings=(EARLY,))
    assert (found.when.start, found.when.end) == (date(2012, 3, 27), date(2012, 4, 1))
    assert (found.when.how, found.when.entry) == ("inferred", "klow-2012")


def test_the_anchors_span_is_kept():
    page = document(ANCHOR)
    span = date_document(page, (EARLY,), WHO).when.anchor
    assert span is not None
    assert span.read(page.text) == "talks with Syldavia in Klow this week"


def test_an_anchor_that_fits_two_meetings_is_not_enough():
    found = dated(ANCHOR)
    assert found.when.how == "unknown"
    assert set(found.candidates) == {"klow-2012", "klow-2015"}


@pytest.mark.parametrize(
    ("more", "entry"),
    [
        ("Some in the Rassendyll government doubt it.", "klow-2012"),
        ("Prime Minister Eva Sapt welcomed the talks.", "klow-2015"),
        ("Eva Sapt, the Ruritanian prime minister, welcomed the talks.", "klow-2015"),
        ("Ruritania’s prime minister Rudolph Rasendil welcomed the talks.", "klow-2012"),
        ("Ana Plekszy, the Bordurian deputy foreign minister, welcomed the talks.", "klow-2015"),
        ("The border was drawn in 2014.", "klow-2015"),
    ],
)
def test_the_rest_of_the_text_decides_between_two(more, entry):
    found = dated(ANCHOR + more)
    assert (found.when.how, found.when.entry) == ("inferred", entry)
    assert any(reason.startswith("not ") for reason in found.reasons)


@pytest.mark.parametrize(
    "more",
    [
        "Eva Sapt welcomed the talks.",
        "The former prime minister Eva Sapt welcomed the talks.",
        "Deputy Prime Minister Eva Sapt welcomed the talks.",
        "The border was drawn in 1994.",
        "The force is to be ready by 2014.",
        "Rudolf Rassendyll wrote a book about it.",
    ],
)
def test_what_proves_nothing_decides_nothing(more):
    assert dated(ANCHOR + more).when.how == "unknown"


def test_the_table_decides():
    text = "Negotiations with Ruritania in Klow this week went on until midnight."
    assert dated(text).when.entry == "klow-2015"


def test_where_nothing_is_left_the_date_is_unknown():
    found = dated(ANCHOR + "Prime Minister Eva Sapt was there.", meetings=(EARLY,))
    assert found.when.how == "unknown"
    assert "no dated meeting fits" in str(found)


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        (
            "Delegations met for the Klow talks today and agreed on little.",
            (2012, 3, 27),
            (2012, 3, 28),
        ),
        ("The Klow talks yesterday ended without a text.", (2012, 3, 28), (2012, 3, 29)),
        ("Last week’s Klow talks ended without a text.", (2012, 4, 2), (2012, 4, 8)),
        ("The Klow talks this month ended without a text.", (2012, 3, 27), (2012, 3, 31)),
        ("The Klow talks on Tuesday ended without a text.", (2012, 3, 27), (2012, 4, 2)),
        ("The talks in Klow this week will be held in two rounds.", (2012, 3, 26), (2012, 3, 28)),
        (
            "Les pourparlers de Klow cette semaine ont échoué, dit le ministre.",
            (2012, 3, 27),
            (2012, 4, 1),
        ),
    ],
)
def test_each_word_of_time_counts_from_the_day_of_writing(text, start, end):
    found = dated(text, meetings=(EARLY,)).when
    assert (found.start, found.end) == (date(*start), date(*end))


def test_a_day_of_the_week_rules_out_a_meeting_on_another():
    assert (
        dated("The Klow talks on Thursday ended late, and no text was agreed.").when.entry
        == "klow-2015"
    )
    assert (
        dated("The Klow talks on Friday ended late, and no text was agreed.").when.how == "unknown"
    )


@pytest.mark.parametrize(
    "text",
    [
        "This week, a year after the Klow talks, the envoys met again.",
        "Years after the Klow talks this week brought news.",
        "The envoys recalled the Klow talks; this week they rested.",
        "On Wednesday the minister said that the Klow talks had failed long ago.",
        "The Klow talks failed, and the fleet left port this week.",
    ],
)
def test_a_meeting_and_a_time_that_do_not_belong_together_are_no_anchor(text):
    assert dated(text, meetings=(EARLY,)).when.end is None


def test_a_text_that_tells_of_a_meeting_as_held_is_not_older_than_it():
    found = dated("The Strelsau summit brought the ministers together for a day.")
    assert (found.when.start, found.when.end) == (date(2013, 10, 7), None)
    assert (found.when.how, found.when.entry) == ("inferred", "strelsau-2013")
    assert found.when.anchor is not None


@pytest.mark.parametrize(
    "text",
    [
        "The Strelsau summit will bring the ministers together.",
        "The Klow talks ended without a text.",  # two meetings bear the name
        "Borduria and Syldavia met for a day.",
    ],
)
def test_a_meeting_to_come_or_one_of_several_gives_no_bound(text):
    assert dated(text).when.how == "unknown"


def test_a_bound_lies_after_what_is_older():
    later = dated("The Strelsau summit was short.").when
    assert dated(ANCHOR, meetings=(EARLY,)).when.order(later) == "before"
    assert later.order(given("2020-01-01")) == "unknown"


def test_anchors_that_point_to_different_times_leave_it_unknown():
    text = "The Klow talks this week failed. The Strelsau summit this week went well."
    found = dated(text, meetings=(EARLY, ELSEWHERE))
    assert found.when.how == "unknown"
    assert set(found.candidates) == {"klow-2012", "strelsau-2013"}


def test_a_given_date_is_never_changed():
    page = replace(document(ANCHOR), when=given("2020-01-01"))
    assert date_document(page, BOTH, WHO).when == given("2020-01-01")


def test_years_to_come_are_not_told_years():
    assert told_years(
        document("It was signed in 1994 and will run until 2040. By 2035 it is to grow.")
    ) == {1994}


def test_the_article_of_the_brief_is_dated_by_its_anchor(shared):
    from foedus.evidence.dossier import open_dossier

    (path,) = (shared / "seeds").glob("004_*")
    page, _ = read_bytes(path.read_bytes(), path.name)
    ukraine = open_dossier("ukraine")
    found = date_document(page, ukraine.meetings, ukraine.actors)
    assert (found.when.start, found.when.end) == (date(2022, 3, 29), date(2022, 4, 3))
    assert date_document(page, ukraine.meetings, Actors()).when.how == "unknown"
    assert date_document(page, (), ukraine.actors).when.how == "unknown"
