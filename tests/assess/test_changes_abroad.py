"""What changes on the way is seen in each language: a number, a bound, a hedge, a source, a day. All of it is fiction."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.traced import page, traced

# A sentence, then what fills it: "at least", "may have", "have", a source, a higher one, Monday, Tuesday.
SAID = {
    "en": (
        "{least} {n} people {done} in a blast at the port of Osk on {day}, {source} told Tarn Post.",
        "At least|may have been killed|were killed|a source in the Tarn Brigade|the defence ministry|Monday|Tuesday",
    ),
    "es": (
        "{least} {n} personas {done} en una explosión en el puerto de Osk el {day}, dijo {source} a Tarn Post.",
        "Al menos|habrían muerto|murieron|una fuente de la Brigada Tarn|el Ministerio de Defensa|lunes|martes",
    ),
    "pt": (
        "{least} {n} pessoas {done} numa explosão no porto de Osk na {day}, disse {source} à Tarn Post.",
        "Pelo menos|podem ter morrido|morreram|uma fonte da Brigada Tarn|o Ministério da Defesa|segunda-feira|terça-feira",
    ),
    "fr": (
        "{least} {n} personnes {done} dans une explosion au port d'Osk {day}, a déclaré {source} à Tarn Post.",
        "Au moins|pourraient avoir été tuées|ont été tuées|une source de la Brigade Tarn|le ministère de la Défense|lundi|mardi",
    ),
    "de": (
        "{least} {n} Menschen {done} am {day} bei einer Explosion im Hafen von Osk, sagte {source} der Tarn Post.",
        "Mindestens|starben möglicherweise|starben|eine Quelle in der Tarn-Brigade|das Verteidigungsministerium|Montag|Dienstag",
    ),
    "it": (
        "{least} {n} persone {done} in un'esplosione nel porto di Osk {day}, ha detto {source} a Tarn Post.",
        "Almeno|potrebbero essere morte|sono morte|una fonte della Brigata Tarn|il ministero della Difesa|lunedì|martedì",
    ),
    "nl": (
        "{least} {n} mensen {done} {day} bij een explosie in de haven van Osk, zei {source} tegen Tarn Post.",
        "Zeker|kwamen mogelijk om|kwamen om|een bron in de Tarn-brigade|het ministerie van Defensie|maandag|dinsdag",
    ),
    "ru": (
        "{least} {n} человек {done} при взрыве в порту Оска в {day}, сообщил изданию Tarn Post {source}.",
        "Не менее|могли погибнуть|погибли|источник в бригаде «Тарн»|министр обороны|понедельник|вторник",
    ),
    "uk": (
        "{least} {n} людей {done} внаслідок вибуху в порту Оска в {day}, повідомило виданню Tarn Post {source}.",
        "Щонайменше|могли загинути|загинули|джерело в бригаді «Тарн»|міністерство оборони|понеділок|вівторок",
    ),
    "pl": (
        "{least} {n} osób {done} w {day} w wybuchu w porcie w Osku, {source} gazecie Tarn Post.",
        "Co najmniej|mogło zginąć|zginęło|powiedziało źródło w Brygadzie Tarn|podało ministerstwo obrony|poniedziałek|wtorek",
    ),
    "id": (
        "{least} {n} orang {done} dalam ledakan di pelabuhan Osk pada hari {day}, kata {source} kepada Tarn Post.",
        "Sedikitnya|mungkin tewas|tewas|seorang sumber di Brigade Tarn|Kementerian Pertahanan|Senin|Selasa",
    ),
    "ar": (
        "وقال {source} لصحيفة تارن بوست إن {least} {n} شخصا {done} في انفجار في ميناء أوسك يوم {day}.",
        "ما لا يقل عن|ربما قتلوا|قتلوا|مصدر في لواء تارن|وزارة الدفاع|الاثنين|الثلاثاء",
    ),
}
CHANGES = {
    "number_changed": "number",
    "bound_changed": "bound",
    "hedge_lost": "hedge",
    "source_promoted": "source",
    "date_changed": "day",
}
NAMED_ALONE = {"circular", "single_source", "anonymous_only", "one_origin"}


def told(language: str, change: str = "") -> str:
    """The sentence in a language, as it was told first or with one thing changed."""
    sentence, words = SAID[language]
    least, may, done, source, higher, day, next_day = words.split("|")
    text = sentence.format(
        least="" if change == "bound" else least,
        n=20 if change == "number" else 12,
        done=done if change == "hedge" else may,
        source=higher if change == "source" else source,
        day=next_day if change == "day" else day,
    )
    text = " ".join(text.split())
    return text[0].upper() + text[1:]


def rules(folder: Path, language: str, change: str) -> set[str]:
    """The remarks on a page and one that follows it."""
    pages = page("tarnpost", told(language), 6, language), page("oskbote", told(language, change), 7, language)
    return {f.rule for f in traced(folder, *pages).findings} - NAMED_ALONE


@pytest.mark.parametrize("language", sorted(SAID))
@pytest.mark.parametrize("rule", sorted(CHANGES))
def test_one_change_is_seen(tmp_path: Path, language: str, rule: str) -> None:
    assert rule in rules(tmp_path, language, CHANGES[rule])


@pytest.mark.parametrize("language", sorted(SAID))
def test_the_same_words_have_changed_nothing(tmp_path: Path, language: str) -> None:
    assert rules(tmp_path, language, "") == set()
