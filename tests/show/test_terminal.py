from __future__ import annotations

import dataclasses

import pytest

from sayso.model import Derivation, Rejected, Report
from sayso.show.terminal import CLAIMS, summary
from tests.show.fiction import report


@pytest.fixture
def text() -> str:
    return " ".join(summary(report()).split())


def test_it_says_what_was_read_and_what_was_not(text: str) -> None:
    assert text.startswith(
        "sayso read 5 pages, 3 of them from 3 known outlets; 2 of them published on 4 March 2040, the rest undated."
    )
    assert "Not read: pile/photo.jpg: This is a picture (JPEG), not a page; give the page that shows it." in text
    assert "Read in part: pile/ar.txt: the page was cut at 1 MB" in text


def test_the_first_claim_is_told_with_its_chains_and_origins(text: str) -> None:
    assert "1. “at least 40 people were killed or injured when the wall gave way” 4 pages, 1 or 2 origins: a night guard" in text
    assert "at the Orm dam (not named). Why 1 or 2 origins: " in text
    assert "Valley Post has it from a dam worker, by way of the Lake Courier." in text
    assert "Why 1 or 2 origins: Valley Post and the page in Russian name the Lake Courier." in text


def test_a_denial_stands_with_its_claim_and_a_sum_with_its_correction(text: str) -> None:
    claim = text.index("2. “The water took 12 houses")
    assert claim < text.index("Denied: The valley council denies that any house was lost.") < text.index("3. “no house")
    assert "Valley Post: From 50 to 120 is an increase of 140 percent; 120 is 240 percent of 50." in text
    assert "“240 percent increase” does not come out; worked out again it is 140 percent" in text


def test_dates_and_what_names_nobody(text: str) -> None:
    assert "The dates of مرصد البحيرة, Lake Courier and page B are not known, so what came first stays partly open." in text
    assert "Page E was published between 4 and 31 March 2040, as worked out from another page." in text
    assert "NOBODY NAMED Lake Courier: “The wall was probably last inspected nine years ago.”" in text


def test_a_text_that_two_pages_name_is_told_once(text: str) -> None:
    whole = report()
    courier = next(r.document for r in whole.readings if r.document.outlet == "Lake Courier")
    others = [r.document.id for r in whole.readings if r.document.id != courier.id][:2]
    steps = tuple(Derivation(d, courier.id, "citation", True, True, 5.0, ()) for d in others)
    told = " ".join(summary(dataclasses.replace(whole, derivations=steps)).split())
    assert "WHICH TEXT THEY HAVE IT FROM Lake Courier: " in told and " name it." in told
    assert "WHICH TEXT" not in summary(dataclasses.replace(whole, derivations=steps[:1]))


def test_pages_with_a_letter_are_told_apart_and_changes_say_of_which_claim(text: str) -> None:
    assert "WHICH PAGE IS WHICH" in text and "Page B: council.txt, “Council report on the Orm dam”" in text
    assert "“The wall was probably last inspected nine years ago.” (claim " in text


def test_no_id_and_no_judging_word(text: str) -> None:
    whole = report()
    assert not any(c.id in text for c in whole.claims)
    assert not any(word in text.casefold() for word in ("copied", "fake", "propaganda"))


@pytest.mark.parametrize("width", [40, 80, 100])
def test_lines_keep_to_the_width(width: int) -> None:
    assert max(len(line) for line in summary(report(), width).splitlines()) <= width


def test_long_lists_are_cut_and_counted() -> None:
    whole = report()
    toll = next(c for c in whole.claims if c.gist.startswith("at least 40"))
    many = tuple(dataclasses.replace(toll, id=f"claim{n:02d}") for n in range(CLAIMS + 5))
    rejected = tuple(Rejected(f"p{n}", "empty file") for n in range(9))
    text = summary(dataclasses.replace(whole, claims=many, rejected=rejected))
    assert "5 more claims are told by several pages or disputed." in text
    assert "3 more inputs could not be read." in text


def test_a_hostile_title_cannot_steer_the_terminal() -> None:
    whole = report()
    first = whole.readings[2]
    document = dataclasses.replace(first.document, outlet="Lake\x1b[2J\u202eCourier\x9b1m")
    text = summary(
        dataclasses.replace(
            whole, readings=(*whole.readings[:2], dataclasses.replace(first, document=document), *whole.readings[3:])
        )
    )
    assert "\x1b" not in text
    assert "\u202e" not in text
    assert "Lake[ESC][2J[RLO]Courier" in " ".join(text.split())


def test_an_empty_pile() -> None:
    whole = report()
    nothing = Report(whole.run, (), (), (), (), (), (), (), whole.rejected)
    assert summary(nothing).startswith("No page could be read.\n  Not read: pile/photo.jpg")


def test_what_is_worth_knowing_comes_first_and_who_denies_is_named(text: str) -> None:
    first = text[text.index("WORTH KNOWING FIRST") : text.index("WHICH PAGE IS WHICH")]
    assert "“The water took 12 houses in the first hour” – the valley council denies it in Lake Courier." in first
    assert (
        "Sums: Valley Post: “240" in first
        and "Changed on the way: who or what is counted: “at least 40 people were killed or injured” in " in first
    )
    assert text.index("WORTH KNOWING FIRST") < text.index("ON WHOSE WORD") < text.index("WHO TELLS WHAT")


def test_it_says_on_whose_word_the_pile_stands(text: str) -> None:
    assert "The valley council: 2 statements, told by Lake Courier and Valley Post." in text
    assert "A night guard at the Orm dam (not named): 2 statements, told by Lake Courier." in text
    assert "2 statements stand in the pages’ own voice. 1 statement says that somebody said it, but not who." in text


def test_a_page_alone_tells_from_whom_it_has_what_it_tells() -> None:
    whole = report()
    page = next(r for r in whole.readings if r.document.outlet is None and r.document.language == "en")
    own = {s.id for s in page.statements}
    claims = tuple(dataclasses.replace(c, states=()) for c in whole.claims if own & set(c.statements))
    alone = dataclasses.replace(whole, readings=(page,), claims=claims, derivations=(), siblings=(), findings=())
    told = " ".join(summary(alone).split())
    assert (
        "WHO TELLS WHAT, AND FROM WHOM Page A has it from Runa Tholl, the valley council’s spokeswoman: “no house was lost”" in told
    )
    assert "1 statement." in told and "told by" not in told
