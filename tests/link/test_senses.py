from pathlib import Path

import pytest
import yaml

from sayso.lexicon.silences import silent
from sayso.link import LinkOptions, link
from sayso.link.terms import senses, terms
from sayso.model import Span
from tests.link.piles import page, together

FOLDER = Path(__file__).parents[2] / "resources"
SENSES = yaml.load((FOLDER / "senses.yml").read_text(encoding="utf-8"), Loader=yaml.BaseLoader)
SILENCES = yaml.load((FOLDER / "silences.yml").read_text(encoding="utf-8"), Loader=yaml.BaseLoader)


@pytest.mark.parametrize("row", SENSES, ids=lambda r: r["sense"])
def test_each_sense_knows_its_examples(row):
    for sentence in row["yes"]:
        assert "+" + row["sense"] in {k for _, k in terms(sentence, Span(0, len(sentence)), headlines=False)}, sentence
    for sentence in row["no"]:
        assert "+" + row["sense"] not in {k for _, k in terms(sentence, Span(0, len(sentence)), headlines=False)}, sentence


@pytest.mark.parametrize("row", SILENCES, ids=lambda r: r["lang"])
def test_each_silence_knows_its_examples(row):
    assert all(silent(s, Span(0, len(s))) for s in row["yes"])
    assert not any(silent(s, Span(0, len(s))) for s in row["no"])


def test_one_word_has_one_sense():
    assert len(set(senses().values())) == len(SENSES)


def test_senses_join_two_languages_but_not_two_events():
    people = {"quantities": ((14, 14, "person"),)}
    readings = (
        page("a", {"text": "An explosion at the Tolmar mill killed 14 people and injured 31.", **people}, "Bread is dear."),
        page("b", {"text": "Explosão no moinho de Tolmar faz 14 mortos e 31 feridos.", **people}, language="pt"),
        page("c", "Um incêndio em Ostrin fez soar os sinos.", "A ponte de Velm reabriu.", language="pt"),
    )
    found = link(readings, LinkOptions())
    assert together(found, readings, "An explosion", "Explosão")
    assert not together(found, readings, "An explosion", "incêndio")


def test_one_word_of_one_sense_makes_no_claim_of_two_languages():
    readings = (
        page("a", "The inhabitants of Velm mend the road.", "Rye is dear in Merrow."),
        page("b", "A estrada de Ostrin foi pintada.", "O pão de Kessel acabou.", language="pt"),
    )
    assert not together(link(readings, LinkOptions()), readings, "The inhabitants", "A estrada")


def test_a_silence_is_neither_what_was_said_nor_another_s_silence():
    readings = (
        page("a", "The Tolmar mill did not answer questions about the last inspection of its boiler."),
        page("b", "The last inspection of the boiler of the Tolmar mill was in autumn."),
        page("c", "The harbour of Velm did not answer questions about the inspection."),
    )
    found = link(readings, LinkOptions())
    assert not together(found, readings, "did not answer questions about the last", "was in autumn")
    assert not together(found, readings, "The Tolmar mill did", "The harbour")


def test_one_word_in_common_makes_no_claim_of_two_short_tellings():
    readings = page("a", "The board withdrew that statement."), page("b", "The website has withdrawn its report.")
    assert not together(link(readings, LinkOptions()), readings, "The board", "The website")


def test_a_word_that_is_english_elsewhere_counts_abroad_alone():
    found = {abroad: {k for _, k in terms("Een arts in Velm", Span(0, 16), abroad=abroad)} for abroad in (True, False)}
    assert "+doctor" in found[True] - found[False]


def test_an_elided_article_is_no_part_of_a_word():
    assert "+factory" in {k for _, k in terms("devant l\u2019usine", Span(0, 16))}
