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
        (
            "nl",
            "Volgens molenaar Ida Volk houdt de dijk. Zonder zand dreigt morgen een breuk.",
            "molenaar Ida Volk",
        ),  # no threat told
        ("nl", "Raadslid Ida Volk wil een dijk. Het water stijgt.", None),  # the page goes on behind a wish
        ("nl", "Het gilde meldt dat de dijk breekt. De molenaar zou gevlucht zijn.", "Het gilde"),
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
    text = f"{before}. {sentence} Xyz. Vwz.{AFTER}"
    told = next(s for s in read(text, language=language).statements if sentence[:12] in s.span.of(text))
    assert (len(told.chain) > 1) is goes


@pytest.mark.parametrize(
    ("language", "text", "who"),
    [
        # another tells the next one
        (
            "es",
            "La molinera Ida Volk afirma que el dique aguanta. Las barcas saldrán. Sin embargo, el gremio avisa de que falta agua.",
            "Volk",
        ),
        (
            "es",
            "La molinera Ida Volk afirma que el dique aguanta. El agua baja. Nadie les avisó.",
            "Volk",
        ),  # the next one ends her turn
        ("es", "La molinera Ida Volk afirma que el dique aguanta. El mensaje es falso. El gremio avisa de que falta agua.", None),
        ("es", "La molinera Ida Volk afirma que el dique aguanta. Pero falta agua. El gremio avisa de que falta trigo.", None),
        ("pt", "A moleira Ida Volk disse que o dique aguenta. Os barcos saem. Já a guilda avisa que falta água.", "Volk"),
    ],
)
def test_what_stands_before_the_end_of_a_turn_is_of_that_turn(language: str, text: str, who: str | None) -> None:
    told = read(text + AFTER, language=language).statements[1]
    assert (len(told.chain) > 1 and str(who) in str(told.chain[-1].name)) is (who is not None)


@pytest.mark.parametrize(
    ("text", "words", "who"),
    [
        (
            "Contactamos a los dueños del molino, pero hasta el cierre de la página no contestaron.",
            "no contestaron",
            "los dueños del molino",
        ),
        ("Hasta el cierre de esta edición la empresa Tarn no contestó.", "no contestó", "la empresa Tarn"),
        ("Se ignora si el gremio de la villa, que ha declinado valorar el asunto, pagará.", "declinado", "el gremio de la villa"),
        ("«No hay grietas», dijo Ida Volk. Luego se negó a contestar preguntas.", "se negó", "Ida Volk"),
    ],
)
def test_who_is_silent_where_no_party_stands_before_the_words(text: str, words: str, who: str) -> None:
    told = next(s for s in read(text + AFTER, language="es").statements if words in s.span.of(text))
    assert told.chain[-1].name == who


@pytest.mark.parametrize(
    ("language", "text", "who"),
    [
        ("es", "Según El Faro, el motivo fue una auditoría interna. El informe señala que faltan sacos.", "una auditoría interna"),
        ("es", "Ida Volk dice que le duele el hombro. «Seguiré remando hasta mayo», suelta la medallista.", "Ida Volk"),
        (
            "es",
            "Murieron dos mulas, informó el ejército de Orl. El mando militar culpó del ataque a los vecinos.",
            "el ejército de Orl",
        ),
        ("es", "La presa pertenece al Ministerio de Aguas. La cartera sostiene que está sana.", "Ministerio de Aguas"),
        ("ar", "زار الوزير مقر شركة النهر للاتصالات. وقالت الشركة إن السوق ضعيفة.", "شركة النهر للاتصالات"),
    ],
)
def test_whom_a_noun_takes_up(language: str, text: str, who: str) -> None:
    told = read(text + AFTER, language=language).statements[-2]
    assert told.chain[-1].name is not None and set(who.split()) - {"La", "el"} <= set(told.chain[-1].name.split())


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
    made = read(text + "\n\nThe harvest fair was held on the green of the town.").statements
    said = made[-1 - len(whose) : -1]
    assert [next((n for n in ("Ida Volk", "Ola Rask") if n in (s.chain[-1].name or "")), None) for s in said] == whose


@pytest.mark.parametrize(
    ("verb", "his"), [("gave a different account", True), ("sees it differently", True), ("opened an account", False)]
)
def test_who_has_another_account_tells_it_next(verb: str, his: bool) -> None:
    text = f"The miller Ola Rask {verb}. The gate was never opened on that Sunday, nor on the one before.{AFTER}"
    told = [s for s in attributions(text).statements if s.span.start < text.rindex("\n\n")][-1]
    assert (len(told.chain) > 1) is his


@pytest.mark.parametrize(
    ("language", "text", "who"),
    [
        ("pl", "Młynarka Ewa Kos twierdzi, że śluza trzyma. Woda już opada. Rybak Jan Lis uważa, że pęknie.", "Młynarka Ewa Kos"),
        ("pl", "Młynarka Ewa Kos twierdzi, że śluza trzyma. Woda już opada. Rynek stoi. Most stoi. Rybacy wrócili.", None),
        ("pl", "Młynarka Ewa Kos twierdzi, że śluza trzyma. W 2019 r. pękła. Rybak Jan Lis uważa, że pęknie.", None),
        ("ru", "Мельник Ян Раск заявил, что шлюз цел. Вода уже уходит. Рыбак Олег Кос считает, что он треснет.", "Мельник Ян Раск"),
    ],
)
def test_a_short_sentence_between_two_tellings_is_the_first_teller_s(language: str, text: str, who: str | None) -> None:
    found = read(text + "\n\nX Y Z.", outlet="Harbour Post", language=language)
    second = text.index(". ") + 2
    told = next(s for s in found.statements if s.span.start >= second)
    assert (told.chain[-1].name if len(told.chain) > 1 else None) == who


@pytest.mark.parametrize(
    ("language", "text", "who"),
    [
        ("pl", "Rybacy są oburzeni. Twierdzą, że śluza pęknie.", "Rybacy"),
        ("pl", "Śluza pęknie w maju. Potwierdził to rybak Jan Kos.", "rybak Jan Kos"),
        ("pl", "Śluza pęknie w maju. Zapewniła o tym w piątek burmistrz Ewa Kos.", "burmistrz Ewa Kos"),
        ("ru", "Жители возмущены. Утверждают, что шлюз треснет.", "Жители"),
        ("ru", "Шлюз треснет в мае. Подтвердил это рыбак Ян Раск.", "рыбак Ян Раск"),
        ("uk", "Шлюз трісне в травні. Повідомила про це у п'ятницю мерка Іда Волк.", "мерка Іда Волк"),
    ],
)
def test_who_is_left_out_or_stands_behind_its_verb(language: str, text: str, who: str) -> None:
    found = read(text, outlet="Harbour Post", language=language)
    assert any(s.chain[-1].name == who for s in found.statements)


@pytest.mark.parametrize(
    ("told", "house"),
    [
        ("the paper", "The daily Tarn Post"),
        ("the newspaper", "The daily Tarn Post"),
        ("the court", None),
        ("a local paper", "a local paper"),
        ("reporters", None),
    ],
)
def test_the_paper_is_the_house_that_was_named_last(told: str, house: str | None) -> None:
    text = (
        f"The daily Tarn Post reported on Monday that two lamps fell. Fisher Ida Volk told {told} that she had seen two lamps fall."
    )
    chain = attributions(text).statements[-1].chain
    assert chain[-1].name == "Fisher Ida Volk"
    assert (chain[-2].name if len(chain) > 2 else None) == house
