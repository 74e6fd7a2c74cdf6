from hypothesis import given
from hypothesis import strategies as st

from sayso.text.tokens import tokens


def test_numbers_hyphens_and_acronyms_stay_whole() -> None:
    assert [t.text for t in tokens("The U.S. sent 4,800 well-armed men, 3.5 km.")] == [
        "The",
        "U.S.",
        "sent",
        "4,800",
        "well-armed",
        "men",
        ",",
        "3.5",
        "km",
        ".",
    ]


def test_a_possessive_is_dropped_in_lower_case_only() -> None:
    (token,) = tokens("Orr’s")
    assert (token.text, token.low) == ("Orr’s", "orr")


@given(st.text(max_size=200))
def test_tokens_are_the_text_at_their_offsets(text: str) -> None:
    assert all(text[t.start : t.end] == t.text for t in tokens(text))
