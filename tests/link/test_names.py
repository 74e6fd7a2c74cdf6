import pytest

from sayso.link.names import house, same_house, same_person
from sayso.link.terms import terms
from sayso.model import Span


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("NPA", "the Norrin Press Agency"),
        ("Merrow's official news agency NPA", "the Norrin Press Agency"),
        ("The Arabic-language service of Merrow's Lantern news agency", "Lantern Arabic"),
        ("The Velm Courier", "Velm Courier newspaper"),
    ],
)
def test_one_outlet(a, b):
    assert same_house(a, b) and same_house(b, a)


@pytest.mark.parametrize(("a", "b"), [("Lantern", "Lantern Arabic"), ("Velm Courier", "Velm Echo"), ("NOPA", None), ("", "NOPA")])
def test_two_outlets(a, b):
    assert not same_house(a, b)


def test_mere_description_names_no_outlet():
    assert not house("local media").named and house("Velm Courier").named


def test_persons_by_surname_whatever_their_title():
    assert same_person("Defence Minister Gen. Aldo Renn", "Renn")
    assert same_person("Ivan Marvin", "Иван Марвин")
    assert not same_person("Aldo Renn", "Berta Renn")
    assert not same_person("Aldo Renn", None)


def keys(text):
    return {k for _, k in terms(text, Span(0, len(text)))}


def test_letters_that_changed_places_are_forgiven_in_known_names():
    assert "=taliban" in keys("the Tailban envoy")
    assert "=united states" in keys("a US envoy") and "=united states" not in keys("they told us so")
