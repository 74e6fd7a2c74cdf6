"""Under which name and as what a newcomer stands on a page that is not in English; all names are invented."""

import pytest

from sayso.extract.appellations import titled
from sayso.extract.cast import Cast
from sayso.extract.fullnames import apposed, fullest, house
from sayso.lexicon.callings import public, standing
from sayso.model import SourceKind
from sayso.text.tokens import tokens


@pytest.mark.parametrize(
    ("name", "kind", "language", "before", "want"),
    [
        ("la directora del club Tarn, Ida Volk", "official", "es", "", "person"),
        ("la directora de la policía, Ida Volk", "official", "es", "", "official"),
        ("die Vereinsvorsitzende Ida Volk", "official", "de", "", "person"),
        ("голова спілки Ида Волк", "official", "uk", "", "person"),
        ("начальник городского управления Олег Волк", "official", "ru", "", "official"),
        ("il direttore Ugo Volk", "official", "it", "La società Tarn chiude.", "person"),
        ("il direttore Ugo Volk", "official", "it", "Il ministero di Orle chiude.", "official"),
        ("el presidente Ugo Volk", "official", "es", "Nada se sabe.", "official"),
        ("l'ancien ministre Ugo Volk", "official", "fr", "", "person"),
        ("eine Konzernsprecherin", "official", "de", "", "organization"),
        ("el alcalde Ugo Volk", "official", "es", "El club Tarn perdió.", "official"),
        ("un habitant", "group", "fr", "", "anonymous"),
        ("einen hohen Beamten", "official", "de", "", "anonymous"),
        ("belediyeden bir yetkili", "official", "tr", "", "anonymous"),
        ("les habitants", "group", "fr", "", "group"),
        ("un ministère", "government", "fr", "", "government"),
        ("мешканець Іван Волк", "group", "uk", "", "person"),
        ("o zagueiro Jair", "organization", "pt", "", "person"),
        ("співвласниця компанії Іда Волк", "organization", "uk", "", "person"),
        ("a operadora Tarn", "organization", "pt", "", "organization"),
        ("бывшую лаборантку", "group", "ru", "", "anonymous"),
        ("مسؤول محلي", "official", "ar", "", "anonymous"),
        ("وزير المياه", "official", "ar", "", "official"),
    ],
)
def test_standing(name: str, kind: SourceKind, language: str, before: str, want: str) -> None:
    """A post is official by its house; one of several without a name is anonymous."""
    assert standing(name, kind, language, before) == want


@pytest.mark.parametrize(
    ("said", "language", "want"),
    [
        ("ministra de Aguas", "es", True),
        ("alcalde de Orle", "es", True),
        ("directeur de la police", "fr", True),
        ("directeur du club", "fr", False),
        ("ancien maire", "fr", False),
        ("responsable del servicio", "es", False),
    ],
)
def test_public(said: str, language: str, want: bool) -> None:
    """Words beside a name that make him an official, and such as do not."""
    assert public(said, language) is want


@pytest.mark.parametrize(
    ("text", "name", "language", "want"),
    [
        ("Die Forscherin Ida Volk zählt Otter. Es sind mehr, sagte Volk.", "Volk", "de", "Forscherin Ida Volk"),
        ("Es sind mehr, sagte Volk. Ida Volk zählt Otter.", "Volk", "de", "Ida Volk"),
        ("Самую старую нашла Ида Волк. Волку не верят.", "Волку", "ru", "Ида Волк"),
        ("Ida Volk et Ugo Volk ont signé, selon Volk.", "Volk", "fr", ""),
        ("Selon Volk, rien ne presse.", "Volk", "fr", "Volk"),
        ("Volkmar Tarn blieb. Das sagte Volk.", "Volk", "de", "Volk"),
        ("Nach Angaben von Volken liegt das Wehr offen.", "Volken", "de", "Volken"),
        ("Die Zeitung von Ida Volk druckt es.", "Volk", "de", "Ida Volk"),
        ("Das Haus von Volk brannte.", "Volk", "de", "Volk"),
        ("Otto von Tarn kam.", "Tarn", "de", "Otto von Tarn"),
        ("Es kam Ursa von der Tarn.", "Tarn", "de", "Ursa von der Tarn"),
    ],
)
def test_fullest(text: str, name: str, language: str, want: str) -> None:
    """The page's fullest form of a name; of two persons of one name nobody."""
    assert fullest(text, tokens(name), language)[0] == want


@pytest.mark.parametrize(
    ("text", "name", "language", "want"),
    [
        ("Tarn Nord, maker van pompen, sluit.", "Tarn Nord", "nl", "maker van pompen"),
        ("O Grupo Tarn, dono da marca Orle, fechou.", "Grupo Tarn", "pt", "dono da marca Orle"),
        ("Ida Volk, presidenta de la junta, habló.", "Ida Volk", "es", "presidenta de la junta"),
        ("Ida Volk, dijo el juez, huyó.", "Ida Volk", "es", ""),
        ("Tarn Nord, in mei nog groot, sluit.", "Tarn Nord", "nl", ""),
        ("Tarn Nord sluit.", "Tarn Nord", "nl", ""),
    ],
)
def test_apposed(text: str, name: str, language: str, want: str) -> None:
    """What stands behind a name and says what it is; no clause of telling, nothing that is no noun of ours."""
    assert apposed(text, name, language) == want


@pytest.mark.parametrize(
    ("text", "name", "language", "want"),
    [
        ("La società Tarn chiude. Tarn smentisce.", "Tarn", "it", "organization"),
        ("Об этом пишет газета «Тарн».", "Тарн", "ru", "outlet"),
        ("نقلت صحيفة «المرفأ» الخبر", "المرفأ", "ar", "outlet"),
        ("Le maire Tarn a parlé.", "Tarn", "fr", None),
        ("Tarn a parlé.", "Tarn", "fr", None),
        ("Il voit la société puis Tarn.", "Tarn", "fr", None),
    ],
)
def test_house(text: str, name: str, language: str, want: str | None) -> None:
    """What the page calls a name elsewhere, where that is a house."""
    assert house(text, name, language)[1] == want


@pytest.mark.parametrize(
    ("text", "phrase", "language", "want"),
    [
        ("Trainer Ola Rask ist wütend. Das sagte ", "der Coach", "de", "Trainer Ola Rask"),
        ("Trainer Ola Rask ist wütend. Das sagte ", "der 49-Jährige", "de", "Trainer Ola Rask"),
        ("Ola Rask (49) geht, Ugo Tarn, 51, bleibt. Das sagte ", "der 51-Jährige", "de", "Ugo Tarn"),
        ("La empresa Tarn Nord cierra. Eso dice ", "la compañía", "es", "empresa Tarn Nord"),
        ("Le groupe Tarn Nord ferme. Selon ", "la société", "fr", "groupe Tarn Nord"),
        ("A ministra das Águas, Ida Volk, foi a Orle. Isto disse ", "a ministra", "pt", "ministra das Águas, Ida Volk"),
        ("Teknik direktör Ola Rask gitti. Bunu ", "deneyimli çalıştırıcı", "tr", "Teknik direktör Ola Rask"),
        ("Topvrouw Ida Volk zweeg. Dat zei ", "zij", "nl", "Topvrouw Ida Volk"),
        ("Сказал ", "Подрядчик", "ru", "Подрядчик"),
        ("Trainer Ola Rask und Trainer Ugo Tarn sind wütend. Das sagte ", "der Coach", "de", "der Coach"),
        ("Trainer Ola Rask ist wütend. Das sagte ", "ein Coach", "de", "ein Coach"),
        ("Trainer Ola Rask ist wütend. Das sagte ", "der Richter", "de", "der Richter"),
        ("El sindicato Unión Orle cierra. Eso dice ", "la compañía", "es", "la compañía"),
        ("Wykonawca Ola Rask. Mówi ", "wykonawca poprzedniego remontu", "pl", "wykonawca poprzedniego remontu"),
    ],
)
def test_meant(text: str, phrase: str, language: str, want: str) -> None:
    """Whom a phrase takes up that has told nothing yet; where two may be meant, or it brings somebody on, nobody."""
    cast = Cast("d", None, text + phrase, language=language)
    assert cast.find(phrase, at=len(text)).name == want


@pytest.mark.parametrize(
    ("text", "language", "want"),
    [
        ("Furiosa la sindaca di Orle, Ida Volk. I soldi c'erano.", "it", "sindaca di Orle, Ida Volk"),
        ("Dyrektor Ola Rask studzi emocje.", "pl", "Dyrektor Ola Rask"),
        ("Лідерка збірної Іда Волк знялася.", "uk", ""),
        ("Dyrektor Ola Rask i prezes Ugo Tarn milczą.", "pl", ""),
        ("Il comune chiude.", "it", ""),
        ("Tarn zählt Spieler an\n\nTrainer Ola Rask schweigt.", "de", "Trainer Ola Rask"),
        ("Die Mühle und ihr Spieler\nOla Rask schweigt.", "de", ""),
    ],
)
def test_titled(text: str, language: str, want: str) -> None:
    """The one person whom a stretch names in full behind what he is."""
    assert titled(text, 0, len(text), language) == want


@pytest.mark.parametrize(
    ("sex", "want"),
    [("she", "presentatrice Anna Volk"), ("he", "Zanger Peter Tarn"), (None, "")],
)
def test_titled_by_sex(sex: str | None, want: str) -> None:
    """Of a man and a woman a pronoun means one."""
    text = "Zanger Peter Tarn zag presentatrice Anna Volk."
    assert titled(text, 0, len(text), "nl", sex) == want


@pytest.mark.parametrize(
    ("text", "want"),
    [
        ("Der Müller und sein Trainer\nOla Rask schweigt. Rask ist krank.", "Ola Rask"),
        ("Der Müller schweigt.\nTrainer Ola Rask auch. Rask ist krank.", "Trainer Ola Rask"),
    ],
)
def test_a_name_does_not_begin_in_the_line_before(text: str, want: str) -> None:
    """What ends a headline is no title of whom the next line begins with."""
    assert fullest(text, tokens("Rask"), "de")[0] == want
