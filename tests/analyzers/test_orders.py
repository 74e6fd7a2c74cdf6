"""Sentences of six languages in their own order of words: source | cue | what is told | whom it cites | who was told."""

import pytest

from sayso.analyzers.rules import Rules
from sayso.model import Document, Span

Read = tuple[str | None, str | None, str, str | None, str | None]


def read(text: str, language: str) -> list[Read]:
    document = Document("d", "p.txt", None, "0", text, language)
    return [
        (
            a.source.of(text) if a.source else None,
            a.cue.of(text) if a.cue else None,
            " … ".join(c.of(text) for c in a.content),
            a.via[0].of(text) if a.via else None,
            a.addressee.of(text) if a.addressee else None,
        )
        for a in Rules().attributions(document, [Span(0, len(text))])
    ]


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("ru", "Дамба цела, сообщила газета «Ост» со ссылкой на мэрию.", ("газета «Ост»", "сообщила", "Дамба цела", "мэрию", None)),
        ("ru", "Как сообщили в мэрии, дамба цела.", ("мэрии", "сообщили", "дамба цела", None, None)),
        ("ru", "Журналистам он заявил, что дамба цела.", (None, "заявил", "дамба цела", None, "Журналистам")),
        ("ru", "О прорыве дамбы пишет «Ост».", ("Ост", "пишет", "О прорыве дамбы", None, None)),
        ("ru", "По словам смотрителя, дамба цела.", ("смотрителя", "По словам", "дамба цела", None, None)),
        ("ru", "По слухам, дамба прорвана.", (None, "По слухам", "дамба прорвана", None, None)),
        ("uk", "За словами доглядача, дамба ціла.", ("доглядача", "За словами", "дамба ціла", None, None)),
        ("uk", "Дамба ціла, йдеться у звіті ради.", ("звіті ради", "йдеться", "Дамба ціла", None, None)),
        ("ar", "نقلت صحيفة الضفة عن مصدر أمني قوله إن السد سليم.", ("صحيفة الضفة", "نقلت", "السد سليم", "مصدر أمني", None)),
        ("ar", "وقال لوكالة نورا حارس السد إن السد سليم.", ("حارس السد", "وقال", "السد سليم", None, "وكالة نورا")),
        ("ar", "وفقا للتقرير، السد قديم جدا.", ("تقرير", "وفقا", "السد قديم جدا", None, None)),
        ("ar", "السد سليم، حسبما ذكر شهود عيان.", ("شهود عيان", "ذكر", "السد سليم", None, None)),
        ("fa", "شبکه ساحل به نقل از نگهبان گزارش داد سد سالم است.", ("شبکه ساحل", "گزارش داد", "سد سالم است", "نگهبان", None)),
        ("fa", "نگهبان به روزنامه نوران گفت که سد سالم است.", ("نگهبان", "گفت", "سد سالم است", None, "روزنامه نوران")),
        ("fa", "به گفته نگهبان، سد سالم است.", ("نگهبان", "به گفته", "سد سالم است", None, None)),
        ("ur", "چینل ساحل نے نگران کے حوالے سے بتایا کہ بند محفوظ ہے۔", ("چینل ساحل", "بتایا", "بند محفوظ ہے", "نگران", None)),
        ("ur", "پولیس کے مطابق بند محفوظ ہے۔", ("پولیس", "کے مطابق", "بند محفوظ ہے", None, None)),
        ("ur", "نگران کا کہنا ہے کہ بند محفوظ ہے۔", ("نگران", "کا کہنا ہے", "بند محفوظ ہے", None, None)),
        ("tr", "Bakan Ladin, barajın sağlam olduğunu söyledi.", ("Bakan Ladin", "söyledi", "barajın sağlam olduğunu", None, None)),
        ("tr", "Kıyı TV'nin haberine göre baraj sağlam.", ("Kıyı TV", "haberine göre", "baraj sağlam", None, None)),
        ("tr", "Raporda barajın eski olduğu belirtildi.", ("Raporda", "belirtildi", "barajın eski olduğu", None, None)),
    ],
)
def test_configurations(language: str, text: str, expected: Read) -> None:
    assert read(text, language) == [expected]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("ru", "Власти не комментируют сообщения о взрыве."),
        ("ru", "Штаб не подтвердил потерю дамбы."),
        ("uk", "Влада не коментує повідомлення про вибух."),
        ("ar", "رفض المتحدث باسم الوزارة التعليق على التقرير."),
        ("ar", "نقلت الشاحنة الرمل إلى السد."),
        ("fa", "سخنگوی دولت از پاسخ دادن خودداری کرد."),
        ("ur", "ابھی تک کسی گروپ نے ذمہ داری قبول نہیں کی۔"),
        ("tr", "Yetkililer saldırıyla ilgili açıklama yapmadı."),
    ],
)
def test_what_tells_nothing(language: str, text: str) -> None:
    assert read(text, language) == []


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("Zu Berichten über einen Brand oder eine Flut in Orle stellt die Tarn AG fest: Der Damm hält.", "die Tarn AG"),
        ("In Orle ist der Damm gebrochen und die Feuerwehr meldet der Stadt, dass der Fluss steigt.", "die Feuerwehr"),
    ],
)
def test_one_phrase_stands_before_a_german_verb(text: str, source: str) -> None:
    assert [found[0] for found in read(text, "de")] == [source]
