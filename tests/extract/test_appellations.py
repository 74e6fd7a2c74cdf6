"""Whom "il gruppo" means outside English; all pages are invented."""

from sayso.extract.appellations import meant
from sayso.text.tokens import tokens

PAGE = "La Tarn ferma le pompe a Orle. I posti a Orle sono nove. Con la Tarn tratta la Voss. Per ora il gruppo tace."


def test_a_firm_and_no_place_behind_a_preposition():
    at = PAGE.index("il gruppo")
    assert meant([], PAGE, at, tokens("il gruppo"), "it") == "Tarn"


def test_named_once_may_be_anybodys():
    page = PAGE.replace("Con la Tarn", "Con lei")
    assert meant([], page, page.index("il gruppo"), tokens("il gruppo"), "it") is None
