from dataclasses import replace
from pathlib import Path

import pytest
import yaml

from sayso.lexicon.tables import rows
from sayso.link import LinkOptions, link
from sayso.link.houses import Houses
from sayso.link.notices import notices
from sayso.link.papers import papers
from tests.link.piles import page

ROWS = yaml.load((Path(__file__).parents[2] / "resources" / "notices.yml").read_text(encoding="utf-8"), Loader=yaml.BaseLoader)
BODY = "The well of Ostrin held 4,800 litres of vinegar, and nobody in the town knew who had filled it at night."


def names(*lines, title=None, byline=None):
    reading = page("p", "A well is full", BODY, *lines, BODY)
    reading = replace(reading, document=replace(reading.document, title=title, byline=byline))
    return [(n.name, n.kind, n.span is None) for n in [*notices(reading.document), *papers(reading, Houses([reading]))]]


@pytest.mark.parametrize("row", [r for r in ROWS if "yes" in r], ids=lambda r: r["kind"])
def test_each_row_knows_its_examples(row):
    for line in row["yes"]:
        assert names(line), line
    for line in row["no"]:
        assert not names(line), line


def test_posts():
    assert names("— Aldo Renn (@aldorenn) May 4, 2031") == [("Aldo Renn tweet", "post", False)]
    assert names("A tweet by Aldo Renn, a miller, shows it.") == [("Aldo Renn tweet", "post", False)]
    assert names("Mill owner Aldo Renn shared it on her verified account.")[0][1] == "post"
    assert names("He shared a meal with Aldo Renn.") == []
    assert names("Follow Aldo Renn on Twitter for more.") == []


def test_credits_speak_for_the_whole_page():
    agency = next(r["name"] for r in rows("outlets") if r.get("kind") == "agency")
    assert names(agency) == [(agency, "article", True)]
    assert names("المصدر: وكالات") == [("وكالات", "article", True)]
    assert (agency, "article", True) in names(f"VELM (Tolm Echo / {agency}) - {BODY}")
    assert names(byline=agency) == [(agency, "article", True)]
    assert names(f"{agency} | {BODY}") == [(agency, "article", True)]
    assert names(title="A well is full | Aldo Renn | velmcourier.example") == [("velmcourier.example", "article", True)]


def test_where_something_was_shown_needs_the_kind_of_outlet():
    assert names("The litres reported on the state news channel Norrin-24 are fewer.") == [("Norrin-24", "article", False)]
    assert names("The litres reported on Monday are fewer.") == []


def test_an_embedded_post_is_an_unseen_witness_of_the_telling_it_stands_in():
    reading = page("p", "The well is full, wrote a friend — Aldo Renn (@aldorenn) May 4, 2031", "Bread is dear.", outlet="Echo")
    found = link([reading], LinkOptions())
    assert [(u.name, u.kind) for u in found.unseen] == [("Aldo Renn tweet", "post")]
    assert [len(e.statements) for e in found.derivations] == [1]


def test_a_hostile_line_takes_linear_time():
    text = "A" + "a of " * 200_000
    assert notices(replace(page("p", BODY).document, text=text)) == []


def test_a_house_of_the_table_that_was_told_or_passed_on():
    assert names("Speaking to Reuters, Renn praised the well.") == [("Reuters", "article", False)]
    assert names("Reuters reports that the well is full.") == [("Reuters", "article", False)]
    assert not names("Speaking to Ostrin, Renn praised the well.")
