import pytest

from sayso.link.meanings import body_key, person_keys
from sayso.link.names import abbreviates, house, same_house, same_person
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
    assert same_person("Mara Hjelm from Ost Vik", "the 58-year-old Hjelm")
    assert not same_person("Mara Hjelm from Ost Vik", "a woman of Ost Vik")
    assert not same_person("Aldo Renn", None)


def keys(text):
    return {k for _, k in terms(text, Span(0, len(text)))}


def test_letters_that_changed_places_are_forgiven_in_known_names():
    assert "=taliban" in keys("the Tailban envoy")
    assert "=united states" in keys("a US envoy") and "=united states" not in keys("they told us so")


def told(text):
    return {k for _, k in terms(text, Span(0, len(text)))}


def test_a_number_that_hangs_on_capitals_is_a_name_and_no_count():
    assert "~f16" in told("An F-16 flew over Velm.") and "#16" not in told("An F-16 flew over Velm.")
    assert "~qx41" in told("Millers mix QX41 with bread.")
    assert "#16" in told("In Velm 16 bells rang, from Tolm-born Aldo 16 more.")


def test_words_shouted_in_capitals_are_words():
    shouted = "BAKING THE BREAD IS UP TO MILLERS, writes the Velm Courier of Monday, and nobody in Tolm knows why."
    assert {"bread", "miller"} <= told(shouted)
    assert "=islamic state" not in told(shouted)
    assert "=islamic state" in told("The IS cell was small, writes the Velm Courier.")


@pytest.mark.parametrize(
    ("code", "name", "wanted"),
    [
        ("TWP", "Tollwater Press", True),
        ("NPA", "Norrin Press Agency", True),
        ("NPA", "Norrin Agency", False),
        ("NPX", "Norrin Press", False),
        ("PN", "Norrin Press", False),
        ("Np", "Norrin Press", False),
    ],
)
def test_a_code_abbreviates_a_name(code, name, wanted):
    assert abbreviates(code, name) is wanted


@pytest.mark.parametrize(
    ("a", "b", "one"),
    [
        ("The Ostrin Basin Irrigation Authority (OBIA)", "a Autoridade de Irrigação da Bacia do Ostrin", True),
        ("Northern Waters Observatory", "O Observatório das Águas do Norte", True),
        ("the Southern Command", "القيادة الجنوبية", True),
        ("the Southern Command", "القيادة الشمالية", False),
        ("Ostrin Rights Observatory", "Tolmin Rights Observatory", False),
    ],
)
def test_a_body_under_its_translated_name(a, b, one):
    assert (body_key(a) == body_key(b) is not None) is one


def test_a_name_that_says_little_is_no_body_s_key():
    assert body_key("the police") is None and body_key("Olga Grell") is None


@pytest.mark.parametrize(
    ("a", "b", "one"),
    [
        ("sa directrice, le Dr Amina Ghelani", "مديرته الدكتورة أمينة الغلاني", True),
        ("Idris Halvar, the spokesman", "المتحدث إدريس هالفار", True),
        ("Idris Halvar", "سمير هالفار", False),
        ("Ada Grell", "the mill", False),
    ],
)
def test_a_person_in_two_scripts(a, b, one):
    assert bool(person_keys(a) & person_keys(b)) is one
