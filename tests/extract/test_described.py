"""Whom an English phrase means that names nobody, and in which words a page brings somebody on; all of it is invented."""

import pytest

from sayso.casebook import attributions
from sayso.extract.cast import Cast
from sayso.extract.fullnames import presented
from sayso.extract.papers import owned, put_out, shown
from sayso.text.tokens import tokens


@pytest.mark.parametrize(
    ("page", "phrase", "want"),
    [
        ("Ola Rask lost the vote.", "the Orvik senator", "Ola Rask"),
        ("Ola Rask lost the vote.", "the under-fire mill boss", "Ola Rask"),
        ("Ola Rask lost the vote.", "the senators", "the senators"),
        ("Ola Rask lost the vote.", "the mill's owner", "the mill's owner"),
        ("Ola Rask lost the vote.", "the spokesman", "the spokesman"),
        ("Ola Rask lost the vote.", "the committee chairman", "the committee chairman"),
        ("Ola Rask lost the vote.", "the deputy senator", "the deputy senator"),
        ("Ola Rask lost the vote.", "the new senator", "the new senator"),
        ("Ola Rask lost the vote.\n\nA.\n\nB.\n\nC.\n\nD.", "the Orvik senator", "the Orvik senator"),  # long ago
        ("Ola Rask lost. Senator Ida Volk won.", "the senator", "Ida Volk"),
        ("Ola Rask lost. Minister Ida Volk won.", "The Minister", "Ida Volk"),
        ("Ola Rask lost. Minister Ida Volk won.", "The Tarn", "The Tarn"),
    ],
)
def test_described(page: str, phrase: str, want: str) -> None:
    text = f"{page} Then, said {phrase}"
    cast = Cast("d", None, text)
    cast.find("Ola Rask", opinion="person", at=0)
    assert cast.find(phrase, opinion="person", at=text.rindex(phrase)).name == want


def test_within_what_somebody_tells_he_is_another() -> None:
    text = "Ola Rask said the doctor had told him to rest."
    cast = Cast("d", None, text)
    one = cast.find("Ola Rask", opinion="person", at=0)
    assert cast.find("the doctor", (one,), "person", at=text.index("the doctor")).name == "the doctor"


@pytest.mark.parametrize(
    ("text", "want"),
    [
        ("They asked Prof. Ida Volk of the Orvik School of Mines.", "Prof. Ida Volk of the Orvik School of Mines"),
        ("On Friday Mayor Ida Volk, a baker by trade, left.", "Mayor Ida Volk, a baker by trade"),
        ("Ida Volk, who was not there, left.", "Ida Volk, who was not there"),
        ("Ida Volk, said the baker, left.", ""),
        ("Then Ida Volk, adding salt, left.", ""),
    ],
)
def test_presented(text: str, want: str) -> None:
    assert presented(text, "Ida Volk") == want


@pytest.mark.parametrize(
    ("name", "want"), [("Its bulletin", "it"), ("her open letter", "she"), ("Its mayor", ""), ("The bulletin", "")]
)
def test_a_paper_is_whose_it_is(name: str, want: str) -> None:
    assert owned(name) == want


@pytest.mark.parametrize(
    ("before", "phrase", "told"),
    [
        ("The guild said in a sharp note that it leaked. ", "the document", True),
        ("The guild said in a sharp note that it leaked. ", "the note", True),
        ("The guild said in a sharp note that it leaked. ", "the letter", False),
        ("The guild sat by a hole in a note. ", "the document", False),
        ("The guild said in a sharp note that it leaked. ", "a document", False),
    ],
)
def test_who_put_out_a_paper(before: str, phrase: str, told: bool) -> None:
    text = before + phrase
    assert (put_out(text, len(before), tokens(phrase)) is not None) is told


@pytest.mark.parametrize(
    ("before", "want"),
    [
        ("A baker gave us a short letter to the port. ", "a short letter"),
        ("A baker gave us a letter and a note. ", ""),
        ("A baker gave us bread. ", ""),
        ("A baker gave us a letter.\n\n", ""),
    ],
)
def test_a_paper_that_is_shown(before: str, want: str) -> None:
    assert shown(before + "It says: no.", len(before)) == want


@pytest.mark.parametrize(
    ("text", "want"),
    [
        (
            "The weir had been open all night, an inquest has heard.\n\nOpening the case, lawyer Ida Volk said it leaked.",
            "Ida Volk",
        ),
        ("The weir had been open all night, an inquest has heard.\n\nThe baker Ida Volk said it leaked.", None),
        ("The weir had been open all night, residents were told.\n\nOpening the case, lawyer Ida Volk said it leaked.", None),
    ],
)
def test_who_told_a_body_what_it_heard(text: str, want: str | None) -> None:
    first = attributions(text).statements[0]
    name = first.chain[-1].name if len(first.chain) > 1 else None
    assert (name or "").endswith(want) if want else not (name or "").endswith("Volk")


@pytest.mark.parametrize(
    ("text", "want"),
    [
        ("Union leaders have accused the mill of bullying. It denies the claim.", "the mill"),
        ("Union leaders have accused the mill of bullying. It regrets the claim.", None),
    ],
)
def test_who_is_charged_denies(text: str, want: str | None) -> None:
    assert attributions(text).statements[-1].chain[-1].name == want or want is None


@pytest.mark.parametrize(
    ("text", "want"),
    [
        ("The mill's lawyers say it was legal. The regulator disagrees. It says it was never asked.", "The regulator"),
        ("A week after the flood, the coastguard has gone home. It said on Monday that the weir held.", "The coastguard"),
        ("The guild spoke. The company had blamed a lamp which, it said, fell over.", "The company"),
        ("The guild says it was legal. The weather was bad. It says that it was asked.", "The guild"),
    ],
)
def test_the_body_that_the_sentence_before_is_about(text: str, want: str) -> None:
    assert (attributions(text).statements[-1].chain[-1].name or "").casefold() == want.casefold()
