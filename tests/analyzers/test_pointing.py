"""Sentences and tags that say who told what stands before them; all of it is invented."""

import pytest

from sayso.analyzers import by_name
from sayso.analyzers.pointing import back
from sayso.analyzers.view import View
from sayso.extract import extract
from sayso.model import Document, Span

FIRST = "The weir leaked in May, the guild said."


@pytest.mark.parametrize(
    ("then", "source", "addressee"),
    [
        ("That is according to Radio Tarn.", "Radio Tarn", None),
        ("This was first reported by Radio Tarn.", "Radio Tarn", None),
        ("The news was reported by Radio Tarn on Monday.", "Radio Tarn", None),
        ("Radio Tarn first reported this on Monday.", "Radio Tarn", None),
        ("The mayor confirmed this.", "The mayor", None),
        ("This was stated by the Orle League, as Radio Tarn reported.", "the Orle League", "Radio Tarn"),
        ("The mayor denied this.", None, None),
        ("Radio Tarn reported this wall to be new.", None, None),
        ("This wall was built by Radio Tarn.", None, None),
        ("This was built by Radio Tarn.", None, None),
    ],
)
def test_who_told_the_sentence_before(then: str, source: str | None, addressee: str | None) -> None:
    text = f"{FIRST} {then}"
    view = View(text, Span(len(FIRST) + 1, len(text)), "en", (), False)
    made = back(view, Span(0, len(FIRST)))
    assert (made.source.of(text) if made and made.source else None) == source
    assert (made.addressee.of(text) if made and made.addressee else None) == addressee


@pytest.mark.parametrize(
    ("language", "text", "chain"),
    [
        ("de", "Die Zunft sagte, das Wehr sei undicht. Das meldete der Sender Radio Tarn.", ["der Sender Radio Tarn", "Die Zunft"]),
        ("de", "Das Wehr ist undicht, sagte die Zunft. Das wurde vom Sender Tarn gemeldet.", ["Sender Tarn", "die Zunft"]),
        ("de", "Das Wehr ist undicht, sagte die Zunft. Darüber berichtete der Sender Tarn.", ["der Sender Tarn", "die Zunft"]),
        ("fr", "Le barrage fuit, a dit le syndicat. Cela a été rapporté par Radio Tarn.", ["Radio Tarn", "le syndicat"]),
        ("fr", "Le barrage fuit, selon le syndicat, a rapporté la radio Tarn FM.", ["la radio Tarn FM", "le syndicat"]),
        ("pt", "A represa vaza, disse o sindicato. Isso foi relatado pela Rádio Tarn.", ["Rádio Tarn", "o sindicato"]),
        ("nl", "De dam lekt, zei de bond. Het nieuws werd gemeld door omroep Tarn.", ["omroep Tarn", "de bond"]),
        ("pl", "Tama pękła w maju, powiedział związek zawodowy. Informację podało Radio Tarn.", ["Radio Tarn", "związek zawodowy"]),
        ("tr", "Sendika barajın sızdığını açıkladı. Bunu Tarn Ajansı bildirdi.", ["Tarn Ajansı", "Sendika"]),
        ("ru", "Профсоюз заявил, что плотина течёт, пишет газета «Тарн».", ["газета «Тарн»", "Профсоюз"]),
        ("ar", "قالت النقابة إن السد يتسرب، بحسب ما ذكرت وكالة تارن.", ["وكالة تارن", "النقابة"]),
        ("ru", "Профсоюз заявил, что плотина течёт, а газета молчит.", ["Профсоюз"]),
        ("fr", "Le syndicat a dit que le barrage fuit, selon lui.", ["Le syndicat"]),
    ],
)
def test_an_outlet_stands_before_the_teller(language: str, text: str, chain: list[str]) -> None:
    analyzer = by_name("model")
    found = extract(Document("d", "p.txt", None, "0", text, language, "Ness Post"), analyzer).statements
    assert [k.name for k in found[0].chain[1:]] == chain
