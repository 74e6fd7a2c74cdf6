"""What a telling does with what it tells; all sentences are invented."""

from __future__ import annotations

import pytest

from sayso.extract.stance import Telling, judge, opined, stance
from sayso.model import Span


def at(text: str, part: str) -> Span:
    begin = text.index(part)
    return Span(begin, begin + len(part))


@pytest.mark.parametrize(
    "text,cue,content,want",
    [
        ("The mill burned, the guild said", "said", "The mill burned", "report"),
        ("The guild denied that the mill burned", "denied", "the mill burned", "deny"),
        ("The guild dismissed the report", "dismissed", "the report", "deny"),
        ("“The report is untrue,” the guild said", "said", "The report is untrue", "deny"),
        ("The guild said it had never said so", "said", "it had never said so", "deny"),
        ("Several papers falsely claimed that the mill burned", "claimed", "the mill burned", "deny"),
        ("The guild claims the mill burned, but that is far from true", "claims", "the mill burned", "deny"),
        ("The board said it had never provided such figures", "said", "it had never provided such figures", "deny"),
        ("The words were made in error, the board said", "said", "The words were made in error", "retract"),
        (
            "The clerk shared a letter that, he wrote, praises rain; nobody knows how authentic it is",
            "wrote",
            "praises rain",
            "doubt",
        ),
        ("The speech allegedly made by the miller praises rain", "made", "praises rain", "doubt"),
        ("The post was a technical error, the guild said", "said", "The post was a technical error", "retract"),
        ("The guild issued a correction, saying four mills burned", "saying", "four mills burned", "correct"),
        ("The court dismissed the clerk, the guild said", "said", "The court dismissed the clerk", "report"),
        ("The guild said the miller denied the theft", "said", "the miller denied the theft", "report"),
    ],
)
def test_with_a_source(text: str, cue: str, content: str, want: str) -> None:
    assert stance(text, Span(0, len(text)), at(text, cue), [at(text, content)], "indirect", True) == want


@pytest.mark.parametrize(
    "text,want",
    [
        ("The mill burned in Oru", "assert"),
        ("The miller did not say anything about rain", "deny"),
        ("The guild has deleted a message about the mill", "retract"),
        ("The court rejected the appeal", "assert"),
        ("The guard denied him entry", "assert"),
        ("The guilds settled their dispute over the mill", "assert"),
        ("The clerk was wrongly jailed", "assert"),
        ("The post about the mill was deleted", "retract"),
        ("The wall was removed", "assert"),
        ("We withdraw that statement", "retract"),
        ("The anchor apologised for her post", "correct"),
        ("The mayor apologised to his wife", "assert"),
        ("They greeted nobody, but did not report anything odd", "assert"),
        ("We cannot say whether the mill burned", "doubt"),
        ("The Lamp has not been able to establish whose mill it is", "doubt"),
        ("The deaths upstream are still under verification", "doubt"),
        ("We cannot say enough of the mill", "assert"),
        ("The miller has not been able to sleep", "assert"),
        ("The deaths upstream are still under the old law", "assert"),
    ],
)
def test_in_own_voice(text: str, want: str) -> None:
    assert stance(text, Span(0, len(text)), None, [Span(0, len(text))], "own", False) == want


def test_a_headline_with_a_source_reports() -> None:
    text = "Mill burned in Oru – guild"
    assert stance(text, Span(0, len(text)), None, [at(text, "Mill burned in Oru")], "headline", True) == "report"


@pytest.mark.parametrize(
    "language,text,want",
    [
        ("ru", "Совет опроверг слухи", "deny"),
        ("ru", "Там сказали, что таких цифр не давали", "deny"),
        ("ru", "Совет назвал это технической ошибкой", "retract"),
        ("pt", "O moleiro rejeita as acusações", "deny"),
        ("pt", "O moleiro nunca disse isso", "deny"),
        ("es", "El molinero nunca dijo eso", "deny"),
        ("es", "El molinero lo contó todo", "assert"),
    ],
)
def test_other_languages(language: str, text: str, want: str) -> None:
    assert judge(text, Telling(Span(0, len(text)), None, (), "own", False), language) == want


@pytest.mark.parametrize(
    ("text", "cue", "content", "want"),
    [
        ("The bank insists it is sound", "insists", "it is sound", "report"),
        ("She came in too fast, raged the warden", "raged", "She came in too fast", "report"),
        ("The guild has not revised its count of eight", "has not revised", "its count of eight", "report"),
        ("The guild said no shot was fired", "said", "no shot was fired", "deny"),
        ("The guild said it hasn't sold the mill", "said", "it hasn't sold the mill", "deny"),
        ("The guild dismissed the tale as hot air", "dismissed", "the tale as hot air", "deny"),
        ("The guild called the account hot air", "called", "the account hot air", "deny"),
        ("The guild called it hot air", "called", "hot air", "deny"),
        ("The guild described the reports as old", "described", "the reports as old", "deny"),
        ("The guild called her death a loss", "called", "her death a loss", "report"),
        ("The guild described the harvest as thin", "described", "the harvest as thin", "report"),
        ("The guild called the fair the best in years", "called", "the fair the best in years", "report"),
    ],
)
def test_a_denial_by_opinion_needs_a_word_that_says_no(text: str, cue: str, content: str, want: str) -> None:
    telling = Telling(Span(0, len(text)), at(text, cue), [at(text, content)], "indirect", True)
    assert opined(text, telling, "deny", "en") == want
    assert opined(text, telling, "doubt", "en") == "doubt"
