"""Sentences without a cue between those of a speaker: his, or the page's own; all of it is invented."""

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))
from test_extract import read

from sayso.casebook import attributions

AFTER = "\n\nThe weir was built of oak."


def last(text: str, language: str = "en", outlet: str | None = "Harbour Post") -> str | None:
    """Who tells the sentence before the page's last one."""
    found = read(text, outlet=outlet, language=language)
    told = [s for s in found.statements if s.span.start < text.rindex("\n\n")][-1]
    return told.chain[-1].name if len(told.chain) > 1 else None


@pytest.mark.parametrize(
    ("sentence", "his"),
    [
        ("No sluice had been opened.", True),
        ("Two of the gates were missing their chains.", True),
        ("And nobody would drown.", True),
        ("No sluice has been opened.", False),  # the tense of the page
        ("She had left before noon.", False),  # what the speaker did
        ("The guild had not answered letters.", False),  # somebody's silence
        ("Ola Brask had mended the gates.", False),  # somebody new
        ("The weir had burned in 1962 as well.", False),  # what a page knows by itself
        ("Was the sluice opened?", False),
        ("No footage of the gates was found.", False),  # how far the page could check
        ("Porters described the sluice as broken.", False),  # others tell that
        ("We had seen two of the gates.", False),
        ("The Harbour Post had asked for the chains.", False),
        (
            "The gates, the chains, the old sluice and the two sheds behind the weir had all been painted green in the spring.",
            False,
        ),  # long
    ],
)
def test_a_short_sentence_ends_the_turn_of_whoever_tells_the_one_before(sentence: str, his: bool) -> None:
    text = f"Keeper Ida Volk said the gates had been shut all night. {sentence}{AFTER}"
    assert (last(text) == "Keeper Ida Volk") is his


@pytest.mark.parametrize(
    ("language", "text", "who"),
    [
        ("es", "La molinera Ida Volk afirma que el dique aguanta. Nadie corre peligro.", "La molinera Ida Volk"),
        ("ru", "Мэр Ян Раск заявил, что дамба цела. Вода уходит.", "Мэр Ян Раск"),
        ("pt", "A moleira Ida Volk disse que o dique aguenta. Ninguém corre perigo.", "A moleira Ida Volk"),
        ("es", "La molinera Ida Volk afirma que el dique aguanta. Pero nadie lo cree.", None),
        ("ru", "Мэр Ян Раск заявил, что дамба цела. Подтверждений этому нет.", None),
        ("pt", "A moleira Ida Volk disse que o dique aguenta. Ela saiu cedo.", None),
        ("de", "Müllerin Ida Volk sagte, der Deich halte. Niemand ist in Gefahr.", None),  # German would say "sei"
        ("de", "Müllerin Ida Volk sagte, der Deich halte. Niemand sei in Gefahr.", "Müllerin Ida Volk"),
    ],
)
def test_a_turn_in_other_languages(language: str, text: str, who: str | None) -> None:
    assert last(text + "\n\nX Y Z.", language) == who


@pytest.mark.parametrize(
    ("language", "before", "sentence", "goes"),
    [
        ("fr", "Selon la guilde, le moulin ferme", "Trois meules seraient fendues.", True),
        ("fr", "Selon la guilde, le moulin ferme", "La vanne tomberait au printemps.", True),
        ("it", "Secondo la gilda, il mulino chiude", "La chiusa cederebbe in primavera.", True),
        ("es", "Según el gremio, el molino cierra", "Las obras costarían mucho.", True),
        ("nl", "Volgens het gilde sluit de molen", "De sluis zou in mei breken.", True),
        ("de", "Laut der Zunft schließt die Mühle", "Sie mache im Mai wieder auf.", True),
        ("de", "Laut der Zunft schließt die Mühle", "Die Mühle zahle keine Pacht.", True),
        ("de", "Laut der Zunft schließt die Mühle", "Das Wehr hätte den Fluss gestaut.", True),
        (
            "fr",
            "Selon la guilde, le moulin ferme",
            "Le portrait du meunier reste dans la salle où tous les gens du pays se sont toujours vus.",
            False,
        ),
        ("fr", "Selon la guilde, le moulin ferme", "Si la vanne cède, le pré serait noyé.", False),
        ("it", "Secondo la gilda, il mulino chiude", "Ma la chiusa potrebbe cedere.", False),  # a guess of the page's
        ("es", "Según el gremio, el molino cierra", "Pero la panadería abre a las seis.", False),
        ("de", "Laut der Zunft schließt die Mühle", "Sie heute zu sehen, lohnt sich.", False),
        ("de", "Laut der Zunft schließt die Mühle", "Die Mühle machte im Mai auf.", False),
        ("de", "Laut der Zunft schließt die Mühle", "Sie könnte im Mai aufmachen.", False),
    ],
)
def test_a_mood_goes_on(language: str, before: str, sentence: str, goes: bool) -> None:
    text = f"{before}. {sentence} X Y Z.{AFTER}"
    told = next(s for s in read(text, language=language).statements if sentence[:12] in s.span.of(text))
    assert (len(told.chain) > 1) is goes


def test_the_pages_last_sentence_is_its_own() -> None:
    text = "Keeper Ida Volk said the gates had been shut all night. No sluice had been opened."
    assert [len(s.chain) > 1 for s in read(text).statements] == [True, False]


@pytest.mark.parametrize(
    ("between", "his"),
    [
        ("No sluice had been opened.", True),
        ("The chains were new.", True),
        ("Nobody would drown.", True),
        ("Then it rained.", False),
        ("Ola Brask had mended the gates.", False),
        ("But the chains were new.", False),
    ],
)
def test_what_stands_between_two_tellings_of_one_is_his(between: str, his: bool) -> None:
    text = f"Keeper Ida Volk said the gates had been shut. {between} Volk said the water had been low.{AFTER}"
    found = {s.span.of(text): s for s in read(text, outlet="Harbour Post").statements}
    assert (len(found[between.rstrip(".")].chain) > 1) is his


@pytest.mark.parametrize(
    ("sentence", "his"),
    [
        ("The new chain is “a bad joke at best”.", True),
        ("What is left of the gates “will not hold” until spring.", True),
        ("Next to them stands “the last good wall”.", True),
        ("Her song was called “The Last Good Wall”.", False),  # a title
        ("Ola Brask calls the chain “a bad joke at best”.", False),  # somebody new
        ("But the chain is “a bad joke at best”.", False),
        ("The secretary wanted a chain “before the morning”.", False),  # others
    ],
)
def test_words_in_marks_are_the_speakers(sentence: str, his: bool) -> None:
    text = f"Keeper Ida Volk said the gates were rotten. {sentence} It rained all night.{AFTER}"
    told = next(s for s in read(text, outlet="Harbour Post").statements if sentence[:14] in s.span.of(text))
    assert (told.chain[-1].name == "Keeper Ida Volk") is his


@pytest.mark.parametrize(
    ("language", "text", "his"),
    [
        ("uk", "Мірошниця Іда Волк пояснила, що гребля ціла. Воду, мовляв, спустили вчасно. Дощ ішов.", True),
        ("ru", "Мэр Ян Раск заявил, что дамба цела. Воду, мол, спустили вовремя. Шел дождь.", True),
        ("tr", "Değirmenci Ida Volk setin sağlam olduğunu söyledi. Suyu gece boşaltmışlar. Yağmur yağdı.", True),
        ("uk", "Мірошниця Іда Волк пояснила, що гребля ціла. Потім воду з неї спустили всю. Дощ ішов.", False),
        ("tr", "Değirmenci Ida Volk setin sağlam olduğunu söyledi. Sonra suyu gece boşalttılar. Yağmur yağdı.", False),
        ("tr", "Değirmenci Ida Volk setin sağlam olduğunu söyledi. Masada iki kilo yemiş. Yağmur yağdı.", False),
    ],
)
def test_little_words_and_endings_say_that_somebody_else_tells_it(language: str, text: str, his: bool) -> None:
    told = read(text + "\n\nX Y Z.", language=language).statements[1]
    assert (len(told.chain) > 1) is his


def test_whoever_is_silent_does_not_go_on() -> None:
    text = f"The guild declined to comment. Two of the gates were missing.{AFTER}"
    assert last(text) is None


@pytest.mark.parametrize(
    ("text", "whose"),
    [
        # English: two plain sentences side by side, somebody's family, another account, "would" as in what was said
        ("“The knee is worn,” said the doctor Ida Volk. Rest is what helps. Ice is of no use.", ["Ida Volk", "Ida Volk"]),
        ("“The knee is worn,” said the doctor Ida Volk. Rest was what helped. Ice was of no use.", [None, None]),
        ("“The mill was ours,” said the baker Ida Volk. Her late husband had built it.", ["Ida Volk"]),
        ("“The mill was ours,” said the baker Ida Volk. Her spokesman had built it.", [None]),
        ("The weir holds, with some papers suggesting that it leaks. The gate holds.", [None]),
    ],
)
def test_english_turns(text: str, whose: list[str | None]) -> None:
    made = list(read(text + "\n\nThe harvest fair was held on the green of the town.").statements)
    said = made[-1 - len(whose) : -1]
    assert [next((n for n in ("Ida Volk", "Ola Rask") if n in (s.chain[-1].name or "")), None) for s in said] == whose


@pytest.mark.parametrize(
    ("verb", "his"), [("gave a different account", True), ("sees it differently", True), ("opened an account", False)]
)
def test_who_has_another_account_tells_it_next(verb: str, his: bool) -> None:
    text = f"The miller Ola Rask {verb}. The gate was never opened on that Sunday, nor on the one before.{AFTER}"
    told = [s for s in attributions(text).statements if s.span.start < text.rindex("\n\n")][-1]
    assert (len(told.chain) > 1) is his
