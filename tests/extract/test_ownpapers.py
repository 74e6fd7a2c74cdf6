"""A body speaks on its own paper: all pages are invented."""

import pytest

from sayso.analyzers import by_name
from sayso.extract import extract
from sayso.extract.ownpapers import issuer
from sayso.model import Document

RELEASE = "ORVIK SAFETY OFFICE\nPress release No. 4\n\nFire at the mill\n\n"


def page(outlet: str | None, text: str) -> Document:
    return Document("d", "p.txt", None, "0", text, "en", outlet)


@pytest.mark.parametrize(
    ("outlet", "head", "kind"),
    [
        ("Orvik Safety Office", "ORVIK SAFETY OFFICE\nPress release No. 4", "organization"),
        ("Ministry of Fisheries", "The Ministry has all nets counted.", "government"),
        ("Tribunales al Día", "El tribunal oyó a dos testigos.", None),
        ("Tarn", "Press statement\nTarn sells no mill", "organization"),
        ("Orvik Post", "ORVIK POST\nThe mill burns", None),
        ("Orvik Council News", "The mill burns", None),
        ("Orvik Service", "The mill burns", None),
        ("Tarn & Weir", "The mill burns", None),
        ("tarn.example", "Press statement", None),
        (None, "Press statement", None),
    ],
)
def test_whose_paper(outlet: str | None, head: str, kind: str | None) -> None:
    assert issuer(page(outlet, f"{head}\n\nThe mill of Orvik burned down.")) == kind


@pytest.mark.parametrize(
    ("sentence", "source", "stance"),
    [
        ("Nine barrels of oil burned on the quay.", "Orvik Safety Office", "assert"),
        ("First findings indicate that a lamp fell over.", "Orvik Safety Office", "assert"),
        ("According to first findings, a lamp fell over.", "Orvik Safety Office", "assert"),
        ("Our first findings indicate that a lamp fell over.", "Orvik Safety Office", "assert"),
        ("The loss so far is as follows: nine barrels of oil.", "Orvik Safety Office", "assert"),
        ("The Safety Office informs the public that a lamp fell over.", "Orvik Safety Office", "assert"),
        ("The office says that a lamp fell over.", "Orvik Safety Office", "assert"),
        ("Mayor Ida Volk said that a lamp fell over.", "Mayor Ida Volk", "report"),
    ],
)
def test_who_tells_it(sentence: str, source: str, stance: str) -> None:
    text = f"{RELEASE}{sentence}\n"
    found = extract(page("Orvik Safety Office", text), by_name("model")).statements
    told = [s for s in found if s.span.start >= len(RELEASE)]
    assert [(s.chain[-1].name, s.stance) for s in told] == [(source, stance)]


def test_one_member_for_the_body() -> None:
    text = f"{RELEASE}The Orvik Safety Office denies that a lamp fell over. Nine barrels of oil burned on the quay.\n"
    reading = extract(page("Orvik Safety Office", text), by_name("model"))
    assert len({s.chain[-1].source for s in reading.statements}) == 1 == len(reading.sources)


def test_a_news_page_tells_in_its_own_voice() -> None:
    found = extract(page("Orvik Post", "Orvik Post\n\nNine barrels of oil burned on the quay."), by_name("rules")).statements
    assert all(len(s.chain) == 1 for s in found)


@pytest.mark.parametrize(
    ("outlet", "head", "kind"),
    [
        ("Weir Tarn S.A.", "Weir Tarn S.A. - Nota à imprensa", "organization"),
        ("weir.example", "weir.example - Nota à imprensa", None),
    ],
)
def test_a_firm_with_its_form_beside_its_label(outlet: str, head: str, kind: str | None) -> None:
    assert issuer(page(outlet, f"{head}\n\nO moinho parou.")) == kind
