"""The ground under the rules: words, figures, denials by their words, states, the door itself."""

from __future__ import annotations

import itertools
import json
from dataclasses import asdict

import pytest

from sayso.assess import AssessOptions, assess
from sayso.assess.arithmetic import amounts, change, ratio, rounding
from sayso.assess.denials import act
from sayso.assess.figures import counted, figures
from sayso.assess.wording import akin, likeness, plain, proper, quoted, same_name, stem, subject
from sayso.model import Span
from tests.assess.piles import Page, linking, pile


@pytest.mark.parametrize(
    ("a", "b", "same"),
    [
        ("harbour master Ivo Tarn", "Tarn", True),
        ("the Lendish Harbour Ministry", "Lendish Harbour Minister", True),
        ("Ostmar Fishing Guild", "OFG", True),
        ("Ivo Tarn", "Ada Grell", False),
        ("the ministry", "the spokesman", False),
        ("a military source", "a police source", False),
    ],
)
def test_same_name(a: str, b: str, same: bool) -> None:
    assert same_name(a, b) is same_name(b, a) is same


def test_words() -> None:
    assert [stem(w) for w in ("Boats", "ferries", "glass", "mill’s")] == ["boat", "ferry", "glass", "mill"]
    assert subject("The mill and all of its 40 boats") == {"mill", "all", "boat"}
    assert likeness("nineteen boats left", "nineteen boats left") == 1 and likeness("", "boats") == 0
    assert akin(frozenset({"lendish"}), frozenset({"lendia"})) and not akin(frozenset({"ostmar"}), frozenset({"westmar"}))
    assert quoted("He said “we go” and ‘not now’.") == ("we go", "not now")
    assert plain("“We’ll  go!”") == "we'll go"
    assert [proper(n) for n in ("Ivo Tarn", "a Lendish campaigner", "the guild", "the Ostmar Guild")] == [True, False, False, True]


def read(text: str) -> list[tuple[float, tuple[str, ...], bool]]:
    return [(a.value, a.units, a.percent) for a in amounts(text, Span(0, len(text)), "en")]


def test_amounts() -> None:
    assert read("the 74 trips made in March") == [(74, ("trip",), False)]
    assert read("a 304 percent rise over 1,200 boats") == [(304, ("percent", "rise"), True), (1200, ("boat",), False)]
    assert read("dozens of boats, 10 to 20 carts") == []


@pytest.mark.parametrize(("new", "old"), list(itertools.product(range(1, 40, 7), repeat=2)))
def test_change_is_ratio_less_hundred(new: int, old: int) -> None:
    text = f"{new} boats and {old} boats"
    a, b = amounts(text, Span(0, len(text)), "en")
    assert change(a, b).mid == pytest.approx(abs(ratio(a, b).mid - 100))
    assert change(a, b).low <= change(a, b).mid <= change(a, b).high


def test_rounded_figures_widen_the_result() -> None:
    text = "3 million boats and 4 million boats"
    a, b = amounts(text, Span(0, len(text)), "en")
    assert ratio(b, a).low < 133.3 < ratio(b, a).high and ratio(b, a).high - ratio(b, a).low > 10


def test_figures_are_kept_apart_by_what_became_of_the_counted() -> None:
    page = Page("p", "12 people were killed and 30 people were injured when 5 boats sank.", "Herald")
    page.tell(page.text[:-1], claim="c", figures=[("12", 12, 12, "person"), ("30", 30, 30, "person"), ("5", 5, 5, "boat")])
    p = pile(page)
    assert [c.key for c in counted(p, p.by_document["doc-p"][0])] == ["people killed", "people injured", "boat"]
    assert [(f.unit, f.low, f.high) for f in figures(p, p.claims[0])] == [
        ("boat", 5, 5),
        ("people injured", 30, 30),
        ("people killed", 12, 12),
    ]


def test_the_range_of_figures_over_pages() -> None:
    pages = []
    for n, (low, high) in enumerate(((12, 12), (10, None), (0, 22))):
        page = Page(f"p{n}", "They say 12 boats sank", "Herald")
        page.tell("They say 12 boats sank", claim="c", figures=[("12", low, high, "boat")])
        pages.append(page)
    (f,) = figures(pile(*pages), pile(*pages).claims[0])
    assert (f.unit, f.low, f.high, len(f.documents)) == ("boat", 0, None, 3)


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("The mill denied the report", "denied"),
        ("The mill denied reporters entry", None),
        ("The mill declined to comment", "silent"),
        ("The toll was retracted", "retracted"),
        ("The mill withdrew its report", "retracted"),
        ("The mill did not withdraw its report", None),
        ("Its report was never retracted", None),
        ("The Herald issued a correction", "corrected"),
        ("The boats left at dawn", None),
    ],
)
def test_what_a_statement_does(text: str, what: str | None) -> None:
    page = Page("p", text, "Herald")
    s = page.tell(text, ("the mill", "organization"), claim="c")
    assert act(pile(page), s) == what


def story() -> list[Page]:
    told = "Nineteen boats of the Ostmar mill left at dawn"
    a = Page(
        "a",
        f"{told}, a dock hand told the Herald. The Ostmar mill denied the report. "
        "Trips rose 300 percent from 20 trips to 60 trips.",
        "Herald",
    )
    a.tell(told, ("a dock hand", "anonymous"), claim="boats", figures=[("Nineteen", 19, 19, "boat")])
    a.tell("The Ostmar mill denied the report", ("the Ostmar mill", "organization"), claim="reply", stance="deny")
    b = Page("b", f"{told}.", "Post")
    b.tell(told, claim="boats", figures=[("Nineteen", 19, 19, "boat")])
    return [a, b]


def test_the_door_is_deterministic_in_any_order_and_keeps_the_claims() -> None:
    pages = story()
    links = linking(pages, steps=[(pages[1], pages[0])])
    out = [assess([p.reading() for p in order], links, AssessOptions()) for order in (pages, pages[::-1])]
    assert out[0] == out[1]
    assert [c.id for c in out[0].claims] == ["boats", "reply"]
    assert json.dumps(asdict(out[0])) == json.dumps(asdict(out[1]))
    assert list(out[0].findings) == sorted(out[0].findings, key=lambda f: f.id)


def test_the_door_fills_origins_figures_and_states() -> None:
    pages = story()
    done = assess([p.reading() for p in pages], linking(pages, steps=[(pages[1], pages[0])]), AssessOptions())
    boats = done.claims[0]
    assert (boats.origins.low, boats.origins.high) == (1, 1)
    assert boats.states == ("circular", "single_source", "anonymous_only", "denied", "contested")
    assert [f.unit for f in boats.figures] == ["boat"]
    assert {"denied", "circular", "attribution_lost", "ratio_called_increase"} <= {f.rule for f in done.findings}


def test_every_passage_is_short_whole_and_on_its_page() -> None:
    pages = story()
    texts = {p.id: p.text for p in pages}
    done = assess([p.reading() for p in pages], linking(pages, steps=[(pages[1], pages[0])]), AssessOptions())
    assert done.findings
    for f in done.findings:
        assert f.evidence and f.message and set(f.documents) == {e.document for e in f.evidence}
        for e in f.evidence:
            assert 0 < e.span.end - e.span.start <= 400 and e.span.of(texts[e.document]).strip()
        assert all(w is None or 0 < len(w) <= 400 for w in (f.from_, f.to))


def test_nothing_in_nothing_out() -> None:
    done = assess([], linking([]), AssessOptions())
    assert (done.claims, done.findings) == ((), ())


def test_messages_never_judge() -> None:
    pages = story()
    done = assess([p.reading() for p in pages], linking(pages, steps=[(pages[1], pages[0])]), AssessOptions())
    words = " ".join(f"{f.message} {f.limits}" for f in done.findings).casefold()
    assert not any(w in words.split() for w in ("copied", "fake", "true", "propaganda", "lie", "lies"))


@pytest.mark.parametrize(
    ("written", "value", "summed", "apart"),
    [
        ("96,000", 96000, 500, 500),
        ("30,000", 30000, 500, 5000),
        ("5.4", 5.4, 0.05, 0.05),
        ("900", 900, 0, 50),
        ("17", 17, 0, 0.5),
        ("1.5 million", 1.5e6, 50_000, 50_000),
        ("1,5 Millionen", 1.5e6, 50_000, 50_000),
        ("20 million", 2e7, 5e5, 5e6),
        ("two and a half", 2.5, 0, 0.5),
    ],
)
def test_rounding(written: str, value: float, summed: float, apart: float) -> None:
    """In a sum a plain count is exact; two who count one thing apart may each have rounded it."""
    assert rounding(written, value) == pytest.approx(summed)
    assert rounding(written, value, freely=True) == pytest.approx(apart)
