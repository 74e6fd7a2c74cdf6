"""What a page says beside a telling of whether it is so; all pages are invented."""

import pytest

from sayso.analyzers import by_name
from sayso.extract import extract
from sayso.extract.disavowals import own_text
from sayso.model import Document, Span, Statement


def stances(text: str, title: str | None = None) -> dict[str, str]:
    span = Span(text.index(title), text.index(title) + len(title)) if title else None
    page = Document("d", "p.txt", None, "0", text, "en", "Ness Post", title=title, title_span=span)
    return {s.span.of(text): s.stance for s in extract(page, by_name("rules")).statements}


@pytest.mark.parametrize(
    ("text", "title", "words", "want"),
    [
        ("The miller sold the weir to a bank. There was no such sale.", None, "The miller sold", "deny"),
        ("The miller sold the weir to a bank. There was no second bid.", None, "The miller sold", "assert"),
        ("Claim: the weir was sold.\nVerdict: False", None, "the weir was sold", "deny"),
        ("Claim: the weir was sold.\nVerdict: Unproven", None, "the weir was sold", "doubt"),
        ("Claim: the weir was sold.\nVerdict: True", None, "the weir was sold", "assert"),
        ("Correction: the weir has four gates.", None, "the weir has four", "correct"),
        ("Reports that the weir was sold are incorrect.", None, "the weir was sold", "deny"),
        ("Miller did not sell weir\n\nNobody saw a contract at the mill.", "Miller did not sell weir", "Nobody saw", "deny"),
        ("What the miller did not sell\n\nNobody saw a contract.", "What the miller did not sell", "Nobody saw", "assert"),
        (
            "What the press got wrong: miller sold weir\n\nNobody saw it.",
            "What the press got wrong: miller sold weir",
            "got wrong",
            "deny",
        ),
        ("Miller did not sell weir\n\nHe did not reply to a letter.", "Miller did not sell weir", "He did not reply", "assert"),
        ("Miller sells weir\n\nNobody saw a contract at the mill.", "Miller sells weir", "Nobody saw", "assert"),
        (
            "The miller: an apology\n\nWe reported that the miller sold the weir. The weir was let for a year.",
            "The miller: an apology",
            "The weir was let",
            "correct",
        ),
        (
            "The miller: an apology\n\nWe reported that the miller sold the weir. The weir was let for a year.",
            "The miller: an apology",
            "the miller sold",
            "retract",
        ),
    ],
)
def test_surroundings(text: str, title: str | None, words: str, want: str) -> None:
    found = stances(text, title)
    assert next(stance for quote, stance in found.items() if words in quote) == want, found


NOTICE = "Ness Post | Corrections and clarifications\n\nWeir for sale\n\n{} said that the weir was sold. It was let.\n"


def test_a_label_over_a_page_makes_it_a_notice() -> None:
    page = "Correction: weir at Orvik\n\nAn article published on 15 March said that the weir was sold. This was wrong.\n"
    found = stances(page, "Correction: weir at Orvik")
    assert next(stance for quote, stance in found.items() if "weir was sold" in quote) == "correct"


def told_on(page: str) -> Statement:
    document = Document("d", "p.txt", None, "0", page, "en", "Ness Post")
    return next(s for s in extract(document, by_name("rules")).statements if "weir was sold" in s.span.of(page))


@pytest.mark.parametrize(
    ("source", "own"),
    [
        ("The article", True),
        ("Our report", True),
        ("The same story", True),
        ("The Tarn report", False),
        ("The miller", False),
        ("The guild", False),
    ],
)
def test_on_a_page_that_puts_right_what_it_told_the_article_is_its_own(source: str, own: bool) -> None:
    told = told_on(NOTICE.format(source))
    assert (len(told.chain) == 1 and told.voice == "own" and told.stance == "correct") is own, told


def test_elsewhere_an_article_is_a_source() -> None:
    page = NOTICE.format("The article").replace("Corrections and clarifications", "Tides and weather")
    assert len(told_on(page).chain) == 2


@pytest.mark.parametrize(
    ("name", "own"),
    [
        ("An article on 25 May", True),
        ("Our story of last Tuesday", True),
        ("A report (“The Weir Is Gone”) published on 3 May", True),
        ("An article in the Tarn Courier", False),
        ("A report by Ida Volk", False),
        ("A letter from the guild", False),
    ],
)
def test_what_a_page_calls_its_own_text(name: str, own: bool) -> None:
    assert own_text(name) is own
