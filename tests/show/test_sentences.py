from __future__ import annotations

import dataclasses

import pytest

from sayso.model import ChainLink
from sayso.show import front, sentences
from sayso.show.ledger import Ledger, Telling, ledger
from tests.show.fiction import report


def placed(*places: str) -> Ledger:
    """The pile with its pages in these files, none with a known outlet."""
    whole = report()
    readings = [
        dataclasses.replace(r, document=dataclasses.replace(r.document, place=place, outlet=None))
        for r, place in zip(whole.readings, places, strict=False)
    ]
    return ledger(dataclasses.replace(whole, readings=tuple(readings)))


def test_a_page_goes_by_its_letter_where_a_remark_begins_with_its_file() -> None:
    book = placed("pile/www_bell_1.txt", "pile/www_bell_2.txt")
    assert sentences.message("www_bell_1.txt and www_bell_2.txt have it from a common text", book) == (
        "Page A and page B have it from a common text."
    )


def test_a_file_whose_name_ends_anothers_is_not_taken_for_it() -> None:
    book = placed("1.txt", "11.txt", "b-1.txt")
    assert sentences.message("told by 11.txt, 1.txt, b-1.txt", book) == "Told by page B, page A, page C."


def test_files_of_one_name_in_two_folders_are_not_guessed() -> None:
    assert sentences.message("told by story.txt", placed("a/story.txt", "b/story.txt")) == "Told by story.txt."


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("told (p1.txt, p2.txt, p3.txt) twice", "Told (pages A, B and C) twice."),
        ("told (p1.txt, p2.txt, the Bell) twice", "Told (pages A and B, the Bell) twice."),
        ("told by p1.txt, p2.txt and p3.txt, which adds no origin", "Told by pages A, B and C, which adds no origin."),
        ("told (p1.txt)", "Told (page A)."),
        ("told by p1.txt and p2.txt", "Told by page A and page B."),
        ("told by p2.txt, p1.txt", "Told by page B, page A."),
    ],
)
def test_pages_known_by_a_letter_are_listed_together_in_a_remark(text: str, told: str) -> None:
    assert sentences.message(text, placed("p1.txt", "p2.txt", "p3.txt")) == told


def test_a_page_that_speaks_for_itself_is_named_once() -> None:
    assert sentences.message("bell.txt (bell.txt) “276 boats”", placed("bell.txt")) == "Page A “276 boats”."


def test_pages_known_by_a_letter_are_listed_together() -> None:
    pages = list(ledger(report()).pages.values())
    assert sentences.spoken(sentences.some_pages(pages)) == "مرصد البحيرة, Lake Courier, Valley Post and pages B and E"
    assert sentences.spoken(sentences.some_pages(pages[1:2])) == "page B"
    assert sentences.spoken(sentences.some_pages(pages, 2)) == "مرصد البحيرة, page B and 3 more"
    assert sentences.spoken(sentences.some_pages([pages[1], pages[4], pages[0]], 2)) == "pages B, E and 1 more"


def test_a_long_name_of_an_outlet_is_cut_in_sentences_and_whole_on_its_page() -> None:
    whole, long = report(), "The Greater Orm and Upper Quell Valley Independent Morning Chronicle and Advertiser"
    first = whole.readings[0]
    readings = (dataclasses.replace(first, document=dataclasses.replace(first.document, outlet=long)), *whole.readings[1:])
    book = ledger(dataclasses.replace(whole, readings=readings))
    page = book.pages[first.document.id]
    assert page.name == "The Greater Orm and Upper Quell Valley …" and page.called == long
    assert sentences.message(f"told by {long} alone", book) == f"Told by {page.name} alone."


def test_a_claim_that_is_a_denial_itself_is_not_said_to_be_denied_by_its_source() -> None:
    book = ledger(report())
    entry = book.entries[1]
    assert sentences.spoken(sentences.dispute(entry, book)) == "the valley council denies it in Lake Courier"
    own = dataclasses.replace(entry, claim=dataclasses.replace(entry.claim, gist="The valley council denied any loss"))
    assert sentences.spoken(sentences.dispute(own, book)) == "denied in Lake Courier"


def test_what_does_not_fit_together_is_said_with_its_pages() -> None:
    book = ledger(report())
    entry = book.entries[1]
    odd = dataclasses.replace(entry.about(("denied",))[0], rule="accounts_conflict")
    told = tuple(dataclasses.replace(t, statement=dataclasses.replace(t.statement, stance="assert")) for t in entry.tellings)
    contested = dataclasses.replace(entry, findings=(odd,), tellings=told)
    assert sentences.spoken(sentences.dispute(contested, book)) == "accounts that do not fit together, in Lake Courier"


def test_a_denial_without_a_remark_is_said_with_its_page() -> None:
    book = ledger(report())
    entry = book.entries[1]
    telling = entry.tellings[0]
    denying = dataclasses.replace(telling, statement=dataclasses.replace(telling.statement, stance="deny"))
    who = telling.statement.chain[-1].name or telling.page.name
    alone = dataclasses.replace(entry, findings=(), tellings=(denying,), claim=dataclasses.replace(entry.claim, gist=f"{who}: no"))
    assert sentences.spoken(sentences.dispute(alone, book)) == f"denied in {telling.page.name}"


def test_whose_name_the_reader_can_read_stands_first_and_others_are_not_counted() -> None:
    book = ledger(report())
    entry = book.entries[1]
    telling = entry.tellings[0]

    def denied(name: str, language: str) -> Telling:
        link = dataclasses.replace(telling.statement.chain[-1], name=name)
        said = dataclasses.replace(telling.statement, stance="deny", chain=(*telling.statement.chain[:-1], link))
        document = dataclasses.replace(telling.page.document, language=language)
        page = dataclasses.replace(telling.page, reading=dataclasses.replace(telling.page.reading, document=document))
        return Telling(page, said)

    both = (denied("совет долины", "ru"), denied("the Ferry Board", "en"))
    two = dataclasses.replace(entry, findings=(), tellings=both)
    assert sentences.spoken(sentences.dispute(two, book)).startswith("the Ferry Board denies it")
    assert sentences.spoken(sentences.dispute(two, book)).endswith(", others too")
    assert not sentences.spoken(sentences.dispute(dataclasses.replace(two, tellings=both[1:]), book)).endswith("too")


def test_nobody_disputes_what_nobody_disputes() -> None:
    book = ledger(report())
    entry = dataclasses.replace(book.entries[0], findings=(), tellings=book.entries[0].tellings[:1])
    assert sentences.dispute(entry, book) == ()


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("“The wells are dry.”", "The wells are dry."),
        ('"The wells are dry', "The wells are dry"),
        ("The wells are dry.”", "The wells are dry."),
        ("„Die Brunnen sind leer“", "Die Brunnen sind leer"),
        ("« Les puits sont vides »", "Les puits sont vides"),
        ("“The “north wells” are dry”", "The “north wells” are dry"),
        ('"All wells" are dry', '"All wells" are dry'),
        ("The wells are “the only ones left.”", "The wells are “the only ones left.”"),
        ('"All wells" are "quite dry"', '"All wells" are "quite dry"'),
        ('All of the wells" are dry', "All of the wells are dry"),
        ('They were "dry wells all along', "They were dry wells all along"),
        ('A 24" pipe', 'A 24" pipe'),
        ("“", "“"),
    ],
)
def test_a_quotation_mark_goes_only_with_its_partner(text: str, told: str) -> None:
    assert sentences.bare(text) == told


def test_pages_that_have_it_from_the_same_are_told_together() -> None:
    book = ledger(report())
    telling = next(t for t in book.entries[0].tellings if len(t.statement.chain) > 1 and t.statement.chain[1].name)
    both = [dataclasses.replace(telling, page=p) for p in list(book.pages.values())[1:3]]
    name = sentences.words.inline(telling.statement.chain[1].name or "")
    assert sentences.spoken(sentences.chain(*both)).startswith(f"Lake Courier and page B have it from {name}")
    assert sentences.spoken(sentences.chain(both[0])).startswith(f"page B has it from {name}")


@pytest.mark.parametrize(
    ("names", "said"),
    [
        (("a guard",), "page A has it from a guard"),
        (("the Tern Agency", "a guard"), "page A has it from a guard, by way of the Tern Agency"),
        (("the Post", "the Tern Agency", "a guard"), "page A has it from a guard, by way of the Tern Agency and the Post"),
        (("the Tern Agency", None), "page A has it from the Tern Agency, which names nobody"),
        ((None,), "page A names nobody"),
        ((), "page A tells it in its own voice"),
    ],
)
def test_a_chain_is_told_from_its_innermost_source(names: tuple[str | None, ...], said: str) -> None:
    telling = ledger(report()).entries[0].tellings[0]
    chain = [ChainLink("it", "outlet"), *(ChainLink(name, "agency" if name else "unnamed") for name in names)]
    page = dataclasses.replace(telling.page, name="page A")
    one = Telling(page, dataclasses.replace(telling.statement, chain=tuple(chain)))
    assert sentences.spoken(sentences.chain(one)) == said


def test_a_pile_without_a_statement_says_so() -> None:
    whole = report()
    silent = tuple(dataclasses.replace(r, statements=()) for r in whole.readings)
    (said,) = front.told(ledger(dataclasses.replace(whole, readings=silent, claims=(), findings=())))
    assert sentences.spoken(said) == "No statement was found in them."
