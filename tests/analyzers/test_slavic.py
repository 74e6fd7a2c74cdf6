"""Russian, Ukrainian and Polish: insertions, labels, speech behind dashes, cases, each beside its near miss."""

import pytest

from sayso.analyzers.rules import Rules
from sayso.model import Document, Span
from sayso.text.sentences import paragraphs, sentences

Told = tuple[str | None, str]


def told(text: str, language: str) -> list[Told]:
    """Source and told words of each telling of a page."""
    page = Document("d", "p.txt", None, "0", text, language)
    found: list[Span] = [s for p in paragraphs(text) for s in sentences(text, p, language)]
    return [
        (a.source.of(text) if a.source else None, " … ".join(c.of(text) for c in a.content))
        for a in Rules().attributions(page, found)
    ]


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        # a clause broken off by its teller
        ("ru", "Старый каток, добавил сторож Кац, снесут весной.", [("сторож Кац", "Старый каток … снесут весной")]),
        ("ru", "Цены на лёд, следует из отчёта фирмы, упали вдвое.", [("отчёта фирмы", "Цены на лёд … упали вдвое")]),
        ("uk", "Старий каток, розповів сторож Кац, знесуть навесні.", [("сторож Кац", "Старий каток … знесуть навесні")]),
        ("pl", "Lodowisko, wyznaje stróż Kac, zostało sprzedane.", [("stróż Kac", "Lodowisko … zostało sprzedane")]),
        # not broken off: what follows the teller is more about him
        ("ru", "Каток снесли, сообщил сторож Кац, глава артели.", [("сторож Кац", "Каток снесли")]),
        ("uk", "Каток знесли, розповів сторож Кац, який там жив.", [("сторож Кац", "Каток знесли")]),
        ("pl", "Lodowisko zostało sprzedane, wyznaje stróż Kac.", [("stróż Kac", "Lodowisko zostało sprzedane")]),
        # people say so, not whoever spoke before
        ("ru", "Каток цел, сказал сторож Кац. Говорят, лёд треснул.", [("сторож Кац", "Каток цел"), (None, "лёд треснул")]),
        ("uk", "Каток цілий, сказав сторож Кац. Кажуть, лід тріснув.", [("сторож Кац", "Каток цілий"), (None, "лід тріснув")]),
        ("ru", "Говорят дети у катка громко.", []),
        ("ru", "Дети говорят громко, а сторож спит.", []),
        ("pl", "Można usłyszeć, że lód pękł wczoraj.", [(None, "że lód pękł wczoraj")]),
        # any verb behind speech
        ("ru", "«Лёд растаял», — вздохнула на крыльце сторожиха Анна Кац.", [("сторожиха Анна Кац", "Лёд растаял")]),
        ("uk", "«Лід розтанув», — зітхнув Кац і пішов.", [("Кац", "Лід розтанув")]),
        ("ru", "«Лёд растаял, — вздохнул Кац. — Каток закрыт».", [("Кац", "Лёд растаял"), (None, "Каток закрыт")]),
        ("ru", "Фильм «Лёд растаял» вышел вчера.", []),
        ("ru", "«Лёд и камень» — новая книга сторожа.", []),
        ("uk", "Фільм «Лід розтанув» вийшов учора.", []),
        # what is denied or confirmed stands before its verb
        ("ru", "В артели «Лёд» это опровергли: каток цел.", [("артели «Лёд»", "каток цел")]),
        # whose words follow a colon
        ("ru", "Газета «Лёд» со ссылкой на сторожа: каток снесут.", [("Газета «Лёд»", "каток снесут")]),
        ("ru", "По дворам гуляет скан письма: каток снесут весной.", [("скан письма", "каток снесут весной")]),
        ("ru", "Сторож Кац отмахнулся: «Каток давно снесли».", [("Сторож Кац", "Каток давно снесли")]),
        ("uk", "Сторож Кац відмахнувся: «Каток давно знесли».", [("Сторож Кац", "Каток давно знесли")]),
        ("ru", "На стене висит плакат: «Береги лёд зимой».", []),
        ("ru", "Правило простое: каток закрыт весной.", []),
        ("uk", "У залі було видно напис: «Бережи лід узимку».", []),
        # an object before its verb
        ("ru", "В «Катке» сведения о продаже отрицают.", [("Катке", "сведения о продаже")]),
        ("ru", "Слухи о продаже катка она отвергает.", [(None, "Слухи о продаже катка")]),
        ("uk", "Чутки про продаж катка вона відкидає.", [(None, "Чутки про продаж катка")]),
        # who does not rule out, and who is not sure, tell; who did not say does not
        ("ru", "Сторож не исключил, что каток снесут.", [("Сторож", "каток снесут")]),
        ("uk", "Сторож не певен, чи каток знесуть.", [("Сторож", "чи каток знесуть")]),
        ("pl", "Stróż nie wykluczył, że lodowisko zniknie.", [("Stróż", "lodowisko zniknie")]),
        ("ru", "Сторож не сообщил, что каток снесут.", []),
        ("uk", "Сторож не повідомив, що каток знесуть.", []),
        ("pl", "Stróż nie powiedział, że lodowisko zniknie.", []),
        # what somebody tells how or why
        ("ru", "Сторож рассказал, как растаял лёд.", [("Сторож", "как растаял лёд")]),
        ("uk", "Сторож пояснив, чому розтанув лід.", [("Сторож", "чому розтанув лід")]),
        ("pl", "Stróż opisuje, jak stopniał lód.", [("Stróż", "jak stopniał lód")]),
        ("ru", "Сторож пришёл, как обещал.", []),
        # a subject without where it was and what else it did; an object before its verb
        ("ru", "Глава артели Пётр Лис на встрече пообещал, что каток откроют.", [("Глава артели Пётр Лис", "каток откроют")]),
        ("ru", "Газета извинилась и удалила заметку о катке.", [("Газета", "заметку о катке")]),
        ("uk", "Повідомлення про продаж катка Лис назвав брехнею.", [("Лис", "Повідомлення про продаж катка")]),
        ("ru", "Источник РБК в полиции сообщил, что каток закрыт.", [("Источник РБК в полиции", "каток закрыт")]),
        # what became known is nobody's; what a study shows is its own, what a match shows is told by nobody
        ("ru", "Как стало известно «Вестнику», каток закроют в мае.", [(None, "каток закроют в мае")]),
        ("ru", "Каток нужен большинству, показал опрос центра.", [("опрос центра", "Каток нужен большинству")]),
        ("ru", "Матч показал характер команды.", []),
        ("ru", "Рабочие показали каток.", []),
        # whoever spoke before, by a word
        ("ru", "Он, мол, не виноват в пожаре.", [(None, "не виноват в пожаре")]),
        ("pl", "W jej ocenie lód stopniał.", [(None, "lód stopniał")]),
        ("uk", "За його ж словами, лід розтанув.", [(None, "лід розтанув")]),
    ],
)
def test_constructions(language: str, text: str, expected: list[Told]) -> None:
    assert told(text, language) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "– Lód stopniał – żali się stróż Jan Kac. – Nikt nie przyszedł.",
            [("stróż Jan Kac", "Lód stopniał"), (None, "Nikt nie przyszedł.")],
        ),
        ("„Lód stopniał – mówi Jan Kac. – Nikt nie przyszedł”.", [("Jan Kac", "Lód stopniał"), (None, "Nikt nie przyszedł")]),
        ("Według stróża lodowiska przyczyną była odwilż.", [("stróża lodowiska", "przyczyną była odwilż")]),
        ("Zdaniem badaczy z instytutu lód był cienki.", [("badaczy z instytutu", "lód był cienki")]),
        ("Mówi się, że lód stopniał.", [(None, "lód stopniał")]),
        ("Poinformowano, że lód stopniał.", [(None, "lód stopniał")]),
        ("W raporcie mowa o kradzieży lodu.", [("raporcie", "o kradzieży lodu")]),
        ("Stróż prostuje: lód nie stopniał.", [("Stróż", "lód nie stopniał")]),
        ("Dziennik „Lód” podaje, że tafla pękła.", [("Dziennik „Lód”", "tafla pękła")]),
        # near misses
        ("Lodowisko – stary plac – stoi puste.", []),
        ("Wątpliwości tłumaczy się na korzyść stróża.", []),
        ("Stróż prostuje plecy.", []),
        ("Mowa jest srebrem.", []),
    ],
)
def test_polish(text: str, expected: list[Told]) -> None:
    assert told(text, "pl") == expected
