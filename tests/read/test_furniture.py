from __future__ import annotations

from pathlib import Path

import pytest

from resources import tables
from sayso.read.furniture import phrase
from sayso.read.lines import lines

from .pages import MORE, PROSE, marked, written

RESOURCES = Path(__file__).parents[2] / "resources"


def test_a_page_full_of_furniture(tmp_path: Path):
    page = written(
        tmp_path,
        "08:14 GMT12 March 2031\nOn Air\n    Coast\n\n"
        f"    {PROSE} The Grey Fleet* stayed away.\n\n"
        "    READ MORE: Second Pier Reportedly Opens in Orle\n\n"
        f"    {MORE}\n\n"
        "    *Grey Fleet, also known as GF, is a company banned in Orle.\n\n"
        "    Ferry Line Extends Its Summer Timetable to Sele\n"
        "    sea in Orle, Grey Fleet (GF), Outer Pier, Orle\n"
        "    House rulesTalk",
    )
    assert marked(page) == {
        "page_clock": ["08:14 GMT12 March 2031"],
        "navigation": ["On Air", "Coast", "sea in Orle, Grey Fleet (GF), Outer Pier, Orle", "House rulesTalk"],
        "related_link": ["READ MORE: Second Pier Reportedly Opens in Orle"],
        "footnote": ["*Grey Fleet, also known as GF, is a company banned in Orle."],
        "related_title": ["Ferry Line Extends Its Summer Timetable to Sele"],
    }
    assert page.title is None and page.published is None


def test_icons_counters_twins_and_advertisements(tmp_path: Path):
    title = "Second pier opens in Orle – harbour master"
    icons = "icon " + "icon ".join(["bell", "camera", "check", "chevron down", "close", "download", "edit", "file", "mail"])
    page = written(
        tmp_path,
        f"{icons}\n{title}\n\n{title}\n\n3 12,406\n\n{PROSE}\n\n- Advertisement -\n\n{MORE}\n\nSubscribe to our letter\n"
        "Sign up here to get the latest news from the coast delivered to your inbox.\nLike this story? Share it with a neighbour!",
    )
    found = marked(page)
    assert page.title == title and page.title_span and page.title_span.of(page.text) == title
    assert found["icons"] == [icons] and found["duplicate_title"] == [title] and found["counter"] == ["3 12,406"]
    assert len(found["advertisement"]) == 3 and len(found["share"]) == 1


def test_stamps_date_the_pictures_and_a_headline_under_one_is_another_pages(tmp_path: Path):
    page = written(
        tmp_path,
        "Ferry Routes Closed With Help of Coast Guard, Source Says\n\n© Lantern / Mira VossA broken buoy. File photo.\n"
        f"A broken buoy. File photo. - Lantern Overseas, 1920, 24.05.2031\n{PROSE}\n"
        "Men look at the pier after a storm on September 8, 2027 - Lantern Overseas, 1920, 10.05.2031\n"
        f"Coast Guard Reportedly Trains Divers for Work in Deep Water\n{MORE}\n"
        "Заголовок открытого окна",
    )
    found = marked(page)
    assert len(found["caption"]) == 2 and len(found["credit"]) == 1 and found["template"] == ["Заголовок открытого окна"]
    assert found["related_link"] == ["Coast Guard Reportedly Trains Divers for Work in Deep Water"]
    assert page.published and (page.published.start, page.published.basis) == ("2031-05-24", "caption")
    assert {(d.kind, d.start) for d in page.dates} == {
        ("caption", "2031-05-24"),
        ("archive", "2027-09-08"),
        ("caption", "2031-05-10"),
    }
    assert page.outlet == "Lantern Overseas"


def test_todays_date_followers_and_a_footnote_that_hangs_on_nothing(tmp_path: Path):
    page = written(
        tmp_path,
        "Second pier opens in Orle\n\nEdição de hoje: sábado, 9 de janeiro de 2035\n\n"
        f"{PROSE}\n\n{MORE}\n\n* The Lantern is a charity.\n3,207 people are following this page\n"
        "Photo of the day: geese over Orle, 02.02.2034",
    )
    found = marked(page)
    assert found["page_clock"] == ["Edição de hoje: sábado, 9 de janeiro de 2035"] and page.published is None
    assert found["footnote"] == ["* The Lantern is a charity."]
    assert found["counter"] == ["3,207 people are following this page"]
    assert found["related_link"] == ["Photo of the day: geese over Orle, 02.02.2034"]
    listed = written(tmp_path, f"{PROSE}\n\n* Rain in Orle is old.\n* Snow in Orle is new.\n", "b.txt")
    assert "footnote" not in marked(listed)


def test_article_lines_stay_unmarked(tmp_path: Path):
    text = (
        f"Harbour of Orle to be rebuilt\n\n{PROSE}\n\nWhat the town wants\n\n{MORE}\n\n“We will not wait,” she said\n\n"
        f"* a new pier\n* a new crane\n\n{PROSE}\n\nShort end.\n\nIt rained."
    )
    assert marked(written(tmp_path, text)) == {}


def test_questions_of_an_interview_are_no_links(tmp_path: Path):
    text = f"{PROSE}\n\nVOSS: And what did the captain say to you about the crew of the second boat?\n\nTARN: {MORE}"
    assert marked(written(tmp_path, text)) == {}


def test_many_long_subheadings_are_the_pages_own(tmp_path: Path):
    parts = [
        f"Why the {n} pier of Orle matters to all the towns on the coast\n\n{PROSE}" for n in ("first", "second", "third", "last")
    ]
    assert marked(written(tmp_path, f"{MORE}\n\n" + "\n\n".join(parts))) == {}


@pytest.mark.parametrize("row", tables.load(RESOURCES / "furniture.yml"), ids=lambda r: f"{r['kind']}-{r['language']}-{r['where']}")
def test_each_row_marks_its_examples_and_spares_the_others(row: dict[str, object]):
    for text in row["yes"]:  # type: ignore[attr-defined]
        assert phrase(lines(text)[0]) == row["kind"], text
    for text in row["no"]:  # type: ignore[attr-defined]
        assert phrase(lines(text)[0]) is None, text


@pytest.mark.parametrize(
    "text", ["1" * 39 + "x", ", a" * 150 + "\n", "a, " * 39 + "b" * 60, "- " * 3_000, "icon " * 3_000, "*" * 3_000, "(" * 3_000]
)
def test_hostile_lines_take_no_time(tmp_path: Path, text: str):
    assert written(tmp_path, f"{PROSE}\n\n{text}\n\n{MORE}\n\n{text}").text.endswith(text)


def test_buttons_within_a_line_are_cut_out(tmp_path: Path):
    page = written(tmp_path, f"{PROSE} Hide Caption 3 of 12 {MORE} They hide caption and credit.\n\n{MORE}")
    assert marked(page)["navigation"] == ["Hide Caption 3 of 12"]


def test_the_form_for_a_letter_and_a_name_behind_a_caption(tmp_path: Path):
    form = (
        "Newsletter Sign Up Keep on reading Please tick the box below. That address is not valid. "
        + "Pick one of our letters. " * 9
    )
    page = written(
        tmp_path,
        f"{PROSE}\n\n{form.strip()}\n\n{MORE}\n\nBoats lie at the pier on Monday. (Ida Volk/Lantern via Norpress) (Norpress)\n\n"
        f"{PROSE}\n\nThe pier was taken by the brigade (North/South).\n\nIt was held by the front (NF/SF)\n\n{MORE}",
    )
    found = marked(page)
    assert found["navigation"] == [form.strip()]
    assert found["credit"] == ["(Ida Volk/Lantern via Norpress) (Norpress)"]


def test_galleries_and_the_names_of_photographers(tmp_path: Path):
    page = written(
        tmp_path,
        f"Second pier opens in Orle\n\n{PROSE}\n\nHide Caption 3 of 12\n\n(Ida Volk/The Lantern)\n\nPhoto 4 of 12\n\n{MORE}\n\n"
        f"(Daily Lantern 07/15/2036 page1)\n\n{PROSE} (He was paid 3/4 of it.)\n\n{MORE}",
    )
    found = marked(page)
    assert found["counter"] == ["Hide Caption 3 of 12", "Photo 4 of 12"]
    assert found["credit"] == ["(Ida Volk/The Lantern)", "(Daily Lantern 07/15/2036 page1)"]
