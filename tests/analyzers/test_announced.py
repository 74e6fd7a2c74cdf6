"""Speech behind a colon, and behind a sentence about somebody; all of it is invented."""

import pytest

from sayso.analyzers.announced import announced, doers
from sayso.analyzers.speech import speech
from sayso.analyzers.view import View
from sayso.contracts import Attributed
from sayso.model import Span
from sayso.text.quotations import quotations
from sayso.text.sentences import sentences


@pytest.mark.parametrize(
    ("language", "text", "who"),
    [
        ("en", "Ola Brask shook her head: “Nobody asked me at all.”", "Ola Brask"),
        ("de", "Müllerin Ola Brask haderte mit dem Wehr: „Es war immer zu hoch.“", "Müllerin Ola Brask"),
        ("fr", "La meunière Ola Brask s'emporte : « Personne ne m'a rien demandé. »", "La meunière Ola Brask"),
        ("it", "La mugnaia Ola Brask allarga le braccia: «Nessuno mi ha chiesto niente».", "La mugnaia Ola Brask"),
        ("ru", "Мельник Ян Раск махнул рукой: «Меня никто не спрашивал».", "Мельник Ян Раск"),
        ("tr", 'Köy muhtarı Ola Brask, elini salladı: "Bana kimse sormadı ki."', "Köy muhtarı Ola Brask"),
        ("de", "Diesen Streit kennt jeder im Dorf: „Es war immer zu hoch.“", None),
        ("de", "Das ärgerte den ganzen Rat sehr: „Es war immer zu hoch.“", None),
        ("en", "On the wall stood three words: “Nobody asked me.”", None),
        ("fr", "Sur le mur on lit encore : « Personne ne passe ici. »", None),
        ("en", "Ola Brask shook her head: “Nobody asked me”, the smith said.", None),  # the smith's
        ("en", "Ola Brask wrote a song: “Mill Race”.", None),  # a title
    ],
)
def test_who_begins_the_sentence_speaks(language: str, text: str, who: str | None) -> None:
    found = announced(View(text, Span(0, len(text)), language, tuple(quotations(text, Span(0, len(text))))), True)
    assert (found.source.of(text) if found and found.source else None) == who


@pytest.mark.parametrize(
    ("title", "body", "who"),
    [
        ("Brask: “Nobody asked me”", "The miller Ola Brask is angry.", "Brask"),
        ("Brask, angry: “Nobody asked me”", "The miller Ola Brask is angry.", "Brask"),
        ("Ola Brask: “Nobody asked me”", "The miller Ola Brask is angry.", "Ola Brask"),
        ("Flood: “Nobody asked me”", "The miller Ola Brask is angry at the flood.", None),
        ("Flood in the mill: “Nobody asked me”", "The Flood came. Ola Brask is angry.", None),
        ("Weir: “Nobody asked me”", "Ola Brask owns the weir.", None),
    ],
)
def test_a_name_before_the_colon_of_a_headline(title: str, body: str, who: str | None) -> None:
    text = f"{title}\n\n{body}"
    line = Span(0, len(title))
    found = announced(View(text, line, "en", tuple(quotations(text, line)), True), True)
    assert (found.source.of(text) if found and found.source else None) == who


@pytest.mark.parametrize(
    ("language", "before", "who"),
    [
        ("en", "Ola Brask was furious.", "Ola Brask"),
        ("fr", "La meunière Ola Brask était furieuse.", "La meunière Ola Brask"),
        ("pl", "Młynarka Ola Brask była wściekła.", "Młynarka Ola Brask"),
        ("en", "The weir was closed at noon.", None),
        ("de", "Den Schaden hatte niemand bemerkt.", None),
        ("en", "In May Ola Brask was furious.", None),
    ],
)
def test_whom_the_sentence_before_is_about_speaks(language: str, before: str, who: str | None) -> None:
    text = f"{before} “Nobody asked me about the weir.”"
    everything = Span(0, len(text))
    listed, quotes = sentences(text, everything, language), tuple(quotations(text, everything))
    found = speech(text, listed, quotes, [])
    doers(text, listed, quotes, found, language)
    assert [a.source.of(text) if a.source else None for a in found] == [who]


def test_whoever_tells_the_sentence_before_goes_on() -> None:
    text = "Ola Brask said so. “Nobody asked me about the weir.”"
    everything = Span(0, len(text))
    listed, quotes = sentences(text, everything), tuple(quotations(text, everything))
    told = Attributed((Span(15, 17),), Span(10, 14), Span(0, 9))
    found = speech(text, listed, quotes, [told])
    doers(text, listed, quotes, found, "en")
    assert found[1].source is None and found[1].inherits
