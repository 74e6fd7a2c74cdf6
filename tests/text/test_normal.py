import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.text.normal import begin_alike, fold, jumbled, name_key, number, onset, skeleton, stem, trunk, trunks, words


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("4,800", "4800"),
        ("4.800", "4800"),
        ("٤٨٠٠", "4800"),
        ("४८००", "4800"),
        ("4\u00a0800", "4800"),
        ("3.5", "3.5"),
        ("3,5", "3.5"),
        ("007", "7"),
    ],
)
def test_numbers_of_any_script(written, value):
    (found,) = words(written)
    assert found.numeric and number(found.text) == value


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Dayr", "Deir"),
        ("Zahr", "Zawhr"),
        ("Marvand", "Марванд"),
        ("Marvand", "مرفند"),
        ("Qamishla", "Kamishlah"),
        ("Tanf", "Tanaf"),
    ],
)
def test_transliterations_share_a_skeleton(a, b):
    assert skeleton(a) == skeleton(b)


def test_short_names_keep_their_beginning():
    assert name_key("Raqva") != name_key("Riqo")
    assert name_key("Hama") == name_key("Hamah")
    assert name_key("Ab") is None


@pytest.mark.parametrize(
    ("a", "b"), [("terrorists", "terroristas"), ("training", "trained"), ("defence", "defense"), ("armies", "army")]
)
def test_stems(a, b):
    assert stem(a) == stem(b)
    assert stem("military") != stem("militant")


def test_folding():
    assert fold("U.S.") == "us" and fold("Émile’s") == "emile" and fold("O’Brien") == "obrien"
    assert jumbled("Nimrud") == jumbled("Nirmud") != jumbled("Mirnud")


@given(st.text())
def test_words_lie_in_the_text(text):
    for word in words(text):
        assert word.span.of(text) == word.text
        if word.numeric:
            number(word.text)
        else:
            skeleton(word.text)
            name_key(word.text)
            stem(word.text)


@pytest.mark.parametrize(
    ("a", "b", "same"),
    [
        ("inspect", "inspection", True),
        ("kenya", "kenyan", True),
        ("harbour", "harbourmaster", True),
        ("deny", "denial", False),
        ("norway", "norwegian", False),
        ("inspect", "insist", False),
    ],
)
def test_words_of_one_trunk(a: str, b: str, same: bool) -> None:
    assert (trunk(a) == trunk(b)) is same
    assert len(trunks((a, b))) == 2 - same


@pytest.mark.parametrize(("a", "b", "alike"), [("declare", "declined", True), ("ores", "oreshed", True), ("ore", "ores", False)])
def test_words_that_begin_alike_have_four_letters_to_share(a: str, b: str, alike: bool) -> None:
    assert begin_alike(a, b) is alike


def test_an_onset_is_four_letters_or_the_whole_of_a_shorter_word() -> None:
    assert (onset("sluice"), onset("dam"), onset("")) == ("slui", "dam", "")
