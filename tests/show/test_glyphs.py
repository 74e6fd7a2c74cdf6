from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.show.glyphs import pieces, plain


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("quiet lake", "quiet lake"),
        ("4\u200b0", "4[ZWSP]0"),
        ("\u202edaed 04", "[RLO]daed 04"),
        ("bell\x07 and \x1b[31mred", "bell[BEL] and [ESC][31mred"),
        ("half \ud83d pair", "half [U+D83D] pair"),
        ("two\nlines\r\nand\ttab", "two lines and tab"),
        ("tag\U000e0041", "tag[U+E0041]"),
    ],
)
def test_hidden_characters_are_named(text: str, shown: str) -> None:
    assert plain(text) == shown


def test_a_joiner_that_works_is_left_alone_and_one_that_hides_is_not() -> None:
    assert pieces("می\u200cخواهم") == [("می\u200cخواهم", "")]
    assert [p for p, what in pieces("pass\u200cword") if what] == ["ZWNJ"]


def test_what_it_is_called_stands_beside_the_mark() -> None:
    assert pieces("a\u202eb")[1] == ("RLO", "hidden character U+202E right-to-left override")


@given(st.text(st.characters(exclude_categories=())))
def test_no_control_and_no_direction_mark_comes_through(text: str) -> None:
    shown = plain(text)
    assert not any(
        ord(c) < 32 or 0x7F <= ord(c) < 0xA0 or 0xD800 <= ord(c) < 0xE000 or c in "\u202a\u202b\u202d\u202e\u2066" for c in shown
    )
    assert "\n" not in shown


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Lеndland", "Lе[U+0435]ndland"),
        ("плотинa", "плотинa[U+0061]"),
        ("Οrm dam", "Ο[U+039F]rm dam"),
        ("СССР and Orm", "СССР and Orm"),
        ("10 μm, α-ray, Orm–Орм", "10 μm, α-ray, Orm–Орм"),
    ],
)
def test_letters_that_look_like_others_are_shown(text: str, shown: str) -> None:
    assert plain(text) == shown


def test_a_look_alike_says_what_it_is() -> None:
    assert pieces("Lеn")[1] == ("е", "look-alike letter U+0435 cyrillic small letter ie")
