from __future__ import annotations

import pytest

from sayso.model import Analyzer, ChainLink, Claim, Document, Origins, Quantity, Reading, Report, Root, Run, Span, Statement
from sayso.show.apparatus import Apparatus, apparatus, figure
from sayso.show.ledger import ledger
from tests.show.fiction import report

RUN = Run("0", "0", Analyzer("rules"))


def collated(*texts: str, root: int = 0, languages: tuple[str, ...] = ()) -> Apparatus:
    """The apparatus of one claim told by one page a text."""
    readings = []
    for n, text in enumerate(texts):
        document = Document(f"d{n}", f"p{n}", None, "", text, languages[n] if languages else "en")
        span = Span(0, len(text))
        statement = Statement(f"s{n}", f"d{n}", f"s{n}", span, (span,), "own", None, (ChainLink(None, "outlet"),), "assert")
        readings.append(Reading(document, (), (statement,)))
    claim = Claim(
        "c",
        texts[0],
        tuple(f"s{n}" for n in range(len(texts))),
        tuple(f"d{n}" for n in range(len(texts))),
        Origins(1, 1, (Root(None, "unnamed", f"d{root}"),), ()),
    )
    found = apparatus(ledger(Report(RUN, tuple(readings), (claim,), (), (), (), (), (), ())).entries[0])
    assert found is not None
    return found


def line(found: Apparatus) -> list[str]:
    return [
        f"{v.lemma} {' '.join(v.base)} ] " + ", ".join(f"{form or 'om.'} {' '.join(who)}" for form, who in v.others)
        for v in found.variants
    ]


def test_variants_are_set_against_the_base() -> None:
    found = collated(
        "The ferry carried 18 sacks of grain to Quell.",
        "The ferry carried 80 sacks of grain to Quell.",
        "The ferry carried 18 sacks to Quell.",
    )
    assert line(found) == ["18 A C ] 80 B", "of grain A B ] om. C"]
    assert [p for p in found.witnesses[0].parts if p[0] != "same"] == [("left_out", "18"), ("other", "80")]
    assert "".join(text for kind, text in found.witnesses[1].parts if kind == "left_out") == "of grain"


def test_pages_with_the_same_form_stand_together() -> None:
    found = collated(
        "the wall held until dawn on Friday", "the wall held until noon on Friday", "the wall held until noon on Friday"
    )
    assert line(found) == ["dawn A ] noon B C"]


def test_an_addition_is_set_after_the_word_before_it() -> None:
    assert line(collated("the wall of the dam gave way", "the old wall of the dam suddenly gave way")) == [
        "after “the” A ] old B",
        "after “dam” A ] suddenly B",
    ]


def test_case_and_marks_make_no_variant() -> None:
    assert line(collated("The wall gave way, “at once”.", "the wall gave way at once")) == []


def test_the_page_at_the_root_is_the_base() -> None:
    found = collated("the wall gave way at noon", "the wall gave way at dawn", root=1)
    assert found.base.page.siglum == "B"
    assert line(found) == ["dawn B ] noon A"]


def test_other_words_and_other_languages_are_not_compared() -> None:
    found = collated(
        "The ferry carried 18 sacks of grain.",
        "Eighteen bags of rye crossed the lake by boat on Monday.",
        "Паром вёз 18 мешков",
        languages=("en", "en", "ru"),
    )
    assert [(w.near, w.translated) for w in found.witnesses] == [(False, False), (False, True)]
    assert line(found) == []


def test_figures_stand_side_by_side() -> None:
    entry = ledger(report()).entries[0]
    found = apparatus(entry)
    assert found is not None
    assert found.columns == ("A", "C", "D", "E")
    assert [(r.unit, r.cells, r.differ) for r in found.figures] == [
        ("person", ("", "at least 40 (killed or injured)", "40 (died)", ""), True)
    ]


def test_one_page_has_no_apparatus() -> None:
    assert apparatus(ledger(report()).entries[-1]) is None


@pytest.mark.parametrize(
    ("low", "high", "about", "said"),
    [
        (40, 40, False, "40"),
        (40, None, False, "at least 40"),
        (0, 22, False, "up to 22"),
        (10, 12, False, "10 to 12"),
        (30, 30, True, "about 30"),
        (4800, 4800, False, "4,800"),
        (22.95, 22.95, False, "22.95"),
        (2e8, None, False, "at least 200,000,000"),
    ],
)
def test_a_figure_in_words(low: float, high: float | None, about: bool, said: str) -> None:
    assert figure(Quantity(Span(0, 1), low, high, "sack", None, about)) == said
