"""Tellers at the end of a sentence, between commas, before a colon; all of it is invented."""

import pytest

from sayso.analyzers.closings import closing, inserted, label, recovered, subjected
from sayso.analyzers.view import View
from sayso.contracts import Attributed
from sayso.model import Span


def view(text: str) -> View:
    return View(text, Span(0, len(text)), "en", (), False)


def shown(text: str, made: Attributed | None) -> tuple[str | None, str | None]:
    return (made.source.of(text) if made and made.source else None, made.content[0].of(text) if made else None)


@pytest.mark.parametrize(
    ("text", "source", "told"),
    [
        ("The sacks carried no stamp, the notary certified.", "the notary", "The sacks carried no stamp"),
        (
            "The patient has a cold, as the doctor on call let us know.",
            "the doctor on call",
            "The patient has a cold",
        ),
        (
            "The mill gave no money for the trial, managing director Ola Renn has told Mill Weekly.",
            "managing director Ola Renn",
            "The mill gave no money for the trial",
        ),
        ("The quay was closed for repairs, considers the Harbour Board.", "the Harbour Board", "The quay was closed for repairs"),
        ("The gate was open at noon, the warden attested on Friday.", "the warden", "The gate was open at noon"),
        ("The bus drove on a mine, the Post has learned from residents.", "residents", "The bus drove on a mine"),
        (
            "The mast is new and near Mount Orv, our engineer, who saw it, attested.",
            "our engineer",
            "The mast is new and near Mount Orv",
        ),
        ("Ola Rask was seen in the hall, told the Post.", None, None),
        ("The choir has a new song, which it learned from sailors.", None, None),
        ("When the bell was heard, the children answered.", None, None),
        ("The ballots were opened in the hall, not far from the pier, and registered.", None, None),
        ("The lake has been named after Lund, the boat was registered.", None, None),
        ("What was left of it was covered and, as often happens, called a ruin.", None, None),
        ("It did well in polls of papers such as Tide, Ebb and Lake Report.", None, None),
        ("After the rule of his uncle was ended, Ola Rask knew the rules.", None, None),
    ],
)
def test_who_closes_a_sentence_tells_it(text: str, source: str | None, told: str | None) -> None:
    assert shown(text, closing(view(text))) == (source, told)


@pytest.mark.parametrize(
    ("text", "source", "told"),
    [
        ("The track, it points out, is barely four miles long.", "it", "The track"),
        ("The silo, they state, has never been full.", "they", "The silo"),
        ("A part of the cargo, he calculates, was lost at sea.", "he", "A part of the cargo"),
        ("The track, it seems, is barely four miles long.", None, None),
        ("The dog, it barked, was barely four years old.", None, None),
        ("The mayor, she of the red hat, is barely forty years old.", None, None),
    ],
)
def test_a_pronoun_between_commas_tells_both_sides(text: str, source: str | None, told: str | None) -> None:
    assert shown(text, inserted(view(text))) == (source, told)


@pytest.mark.parametrize(
    ("text", "source", "told"),
    [
        ("14:05 Fire brigade: roof is down, nobody inside.", "Fire brigade", "roof is down, nobody inside"),
        ("Police spokeswoman: two men were held at the harbour.", "Police spokeswoman", "two men were held at the harbour"),
        ("A spokesman for the mill: no flour was lost.", "A spokesman for the mill", "no flour was lost"),
        ("Mill fire: two men were held at the harbour.", None, None),
        ("Mill directors: who knew what?", None, None),
        ("Director: Jan Roe, Ida Volk, Ola Rask", None, None),
        ("Little hope for councils: the money is gone.", None, None),
        ("Police report: two men were held at the harbour.", None, None),
        ("The council was clear: no money is left.", None, None),
    ],
)
def test_who_stands_before_a_colon_speaks(text: str, source: str | None, told: str | None) -> None:
    assert shown(text, label(view(text))) == (source, told)


@pytest.mark.parametrize(
    ("text", "cue", "source", "told"),
    [
        ("Rask was seen in the hall, his wife, with tears, told the Post.", "told", "his wife", "Rask was seen in the hall"),
        ("The gate had been locked at noon, the warden said.", "said", "the warden", "The gate had been locked at noon"),
        ("Half of the flour was wet, Ola Rask, the miller, has said.", "said", "Ola Rask, the miller", "Half of the flour was wet"),
        ("The gate had been locked at noon, and said so.", "said", None, "The gate had been locked at noon, and"),
        ("When the gate was locked, the warden said so.", "said", None, "When the gate was locked, the warden"),
        ("Rask laughed, with tears, and told the Post.", "told", None, "Rask laughed, with tears, and"),
    ],
)
def test_a_teller_that_was_taken_for_told_words(text: str, cue: str, source: str | None, told: str) -> None:
    at = text.index(f" {cue}")
    made = recovered(view(text), Attributed((Span(0, at),), Span(at + 1, at + 1 + len(cue)), inherits=True))
    assert shown(text, made) == (source, told)


@pytest.mark.parametrize(
    ("text", "cue", "told", "want"),
    [
        ("Several guards have admitted to sleeping on duty.", "have admitted", "sleeping on duty", "Several guards"),
        ("The pier pleased analysts, who described it as sound.", "described", "it as sound", "analysts"),
        ("It was dry, and after she tweeted that the dam was full it rained.", "tweeted", "the dam was full", "she"),
        ("The pier was shut, adding that the dam was full.", "adding", "the dam was full", None),
        ("There have been reports of a full dam.", "have been reports", "a full dam", None),
        ("The need for boats implies that the dam is full.", "implies", "the dam is full", None),
    ],
)
def test_a_verb_that_has_its_subject_has_not_elided_it(text: str, cue: str, told: str, want: str | None) -> None:
    a = Attributed((spot(text, told),), spot(text, cue), inherits=True)
    made = subjected(view(text), a)
    assert (made.source and made.source.of(text)) == want
    assert made.inherits is (want is None)


def spot(text: str, words: str) -> Span:
    return Span(text.index(words), text.index(words) + len(words))


def test_whom_the_last_words_name_was_told():
    made = closing(view(text := "The mill gave no money for the trial, owner Ola Renn has told Mill Weekly."))
    assert made and made.cue and made.addressee and (made.cue.of(text), made.addressee.of(text)) == ("told", "Mill Weekly")
