"""A name is found in every spelling, and what is no name stays."""

from __future__ import annotations

import time
import unicodedata

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sayso.errors import UsageError
from sayso.model import Span
from sayso.show.exports.masks import mask

NAMES = ["Runa Tholl", "Ida Vell", "Colonel Ivo Tarn", "May Low", "@field_source7", "ليلى حداد", "Ólafur Bjørnsen", "林小明"]


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("Runa Tholl said so.", "[withheld 1] said so."),
        ("RUNA THOLL", "[withheld 1]"),
        ("tholl, runa", "[withheld 1]"),
        ("Runa\nTholl", "[withheld 1]"),
        ("Ms. Tholl’s house", "Ms. [withheld 1]’s house"),
        ("the Tholls of Quell", "the [withheld 1] of Quell"),
        ("in Thollberg", "in [withheld 1]"),
        ("runa-tholl-2.html", "[withheld 1]-2.html"),
        ("Runa_Tholl", "[withheld 1]"),
        ("RunaTholl", "[withheld 1]"),
        ("Tho\u00adll and Tho\u200bll", "[withheld 1] and [withheld 1]"),
        ("Tho\x00ll", "[withheld 1]"),
        ("R\u0301u\u0308na", "[withheld 1]"),
        ("Ｒｕｎａ", "[withheld 1]"),
        ("T h o l l said", "[withheld 1] said"),
        ("T.h.o.l.l said", "[withheld 1] said"),
        ("Tho-\nll said", "[withheld 1] said"),
        ("Тhоll with two letters of another script", "[withheld 1] with two letters of another script"),
        ("Руна Толл", "[withheld 1]"),
        ("с Толлом", "с [withheld 1]"),
        ("قالت رونا ثول", "قالت [withheld 1]"),
        ("وقالت ليلى", "وقالت [withheld 6]"),
        ("Layla Haddad told", "[withheld 6] told"),
        ("Olafur Bjornsen told", "[withheld 7] told"),
        ("Ida said", "[withheld 2] said"),
        ("IDA said", "[withheld 2] said"),
        ("Ида said", "[withheld 2] said"),
        ("Colonel Tarn", "Colonel [withheld 3]"),
        ("Low said, low", "[withheld 4] said, low"),
        ("field_source7 and @FIELD_SOURCE7", "[withheld 5] and @[withheld 5]"),
        ("记者林小明说", "记者[withheld 8]说"),
        ("Runa Tholl and Ida Vell", "[withheld 1] and [withheld 2]"),
    ],
)
def test_a_name_is_withheld(text: str, left: str):
    assert mask(NAMES).clean(text) == left


@pytest.mark.parametrize(
    "text",
    [
        "validated idaho",
        "The colonel may come in low water.",
        "إيران قالت",
        "The Valley Post was told.",
        "[withheld 1] said so.",
        "",
        "40 people",
    ],
)
def test_what_is_no_name_stays(text: str):
    assert mask(NAMES).clean(text) == text


def test_forms_of_one_name_are_one_and_the_count_says_what_was_found():
    one = mask(["Runa Tholl=R. T. of Quell=nightjar"])
    assert one.clean("Nightjar, R.T. of Quell, Tholl") == "[withheld 1]"
    assert one.clean("nightjars flew") == "[withheld 1] flew"
    assert one.forms == {"Nightjar, R.T. of Quell, Tholl": 1, "nightjars": 1}


@pytest.mark.parametrize("names", [[], [""], [" ", "="], ["--"], ["'", "‮"]])
def test_no_name_is_told(names: list[str]):
    with pytest.raises(UsageError, match="--redact"):
        mask(names)


@pytest.mark.parametrize(
    ("address", "found"),
    [
        ("https://post.example/2031/runa-tholl", True),
        ("https://post.example/%D0%A2%D0%BE%D0%BB%D0%BB", True),
        ("https://post.example/?q=Runa+Tholl", True),
        ("https://post.example/%54holl", True),
        ("https://" + "толл".encode("idna").decode() + ".example/", True),
        ("https://post.example/dam", False),
    ],
)
def test_an_address_is_read_as_a_browser_does(address: str, found: bool):
    assert mask(NAMES).in_address(address) is found


def test_spans_follow_the_words():
    text = "The guard and Runa Tholl told Tholl that 12 houses fell."
    cut = mask(NAMES).cut(text)
    for words in ("The guard", "told", "that 12 houses fell.", "12", text):
        start = text.index(words)
        there = cut.moved(Span(start, start + len(words)))
        assert there.of(cut.text) == mask(NAMES).clean(words)
    inside = text.index("una Th")
    assert cut.moved(Span(inside, inside + 6)).of(cut.text) == "[withheld 1]"
    assert cut.moved(Span(0, 0)) == Span(0, 0)
    assert cut.moved(Span(len(text), len(text))) == Span(len(cut.text), len(cut.text))


@pytest.mark.parametrize(
    "text", ["a" * 50_000, "Tho-\n" * 10_000, "T " * 25_000, "Runa " * 10_000, "runa._-" * 8_000, "\u0301" * 50_000]
)
def test_a_long_text_takes_no_longer_than_it_must(text: str):
    one = mask(NAMES)
    before = time.process_time()
    one.clean(text)
    assert time.process_time() - before < 3


FILLER = st.text(alphabet="abcdeo 12.,-\n«»—éжاب😀[]", max_size=30)
SPELLED = st.sampled_from(
    [
        "Runa Tholl",
        "RUNA THOLL",
        "tholl",
        "Tholl’s",
        "Tho\u200bll",
        "Руна Толл",
        "Толлом",
        "رونا ثول",
        "R\u0301una",
        "T h o l l",
        "runa_tholl.txt",
    ]
)


@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.tuples(FILLER, SPELLED), min_size=1, max_size=6), FILLER)
def test_whatever_stands_around_it_the_name_goes_and_offsets_stay_right(parts: list[tuple[str, str]], end: str):
    text = "".join(f"{filler} {name} " for filler, name in parts) + end
    one = mask(["Runa Tholl"])
    cut = one.cut(text)
    seen = "".join(c for c in unicodedata.normalize("NFKD", cut.text).casefold() if unicodedata.category(c) not in {"Mn", "Cf"})
    assert not any(part in seen for part in ("tholl", "runa", "руна", "толл", "رونا", "ثول", "t h o l l"))
    assert one.clean(cut.text) == cut.text
    at = 0
    for hit in cut.hits:  # what stands between two names stands in the new text where its span leads
        between = Span(at, hit.start)
        if between.start < between.end:
            assert cut.moved(between).of(cut.text) == between.of(text)
        at = hit.end
    assert cut.moved(Span(0, len(text))) == Span(0, len(cut.text))
