"""A page's own verdict on what it tells; all pages are invented."""

import pytest

from sayso.analyzers import by_name
from sayso.extract import extract
from sayso.link import LinkOptions, link
from sayso.model import Document, Span, Statement


def told(text: str, title: str | None = None) -> list[tuple[str, Statement]]:
    span = Span(text.index(title), text.index(title) + len(title)) if title else None
    page = Document("d", "p.txt", None, "0", text, "en", "Ness Post", title=title, title_span=span)
    return [(s.span.of(text), s) for s in extract(page, by_name("rules")).statements]


FALSE = "The Weir Herald reported that the miller had sold the weir to a bank."


@pytest.mark.parametrize(
    ("text", "title", "words", "want"),
    [
        (f"{FALSE} The report is false.", None, "had sold", "deny"),
        (f"{FALSE} But that is far from true.", None, "had sold", "deny"),
        (f"{FALSE} The report is long.", None, "had sold", "report"),
        (f"{FALSE} “The report is false,” said the miller.", None, "had sold", "report"),
        (f"{FALSE} The clerk said the report is false.", None, "had sold", "report"),
        (f"{FALSE} Neither claim holds.", None, "had sold", "deny"),
        (f"{FALSE} Neither bank replied.", None, "had sold", "report"),
        (f"{FALSE} Not true.", None, "had sold", "deny"),
        (f"{FALSE} The clerk said that the rye is cut. This is false.", None, "had sold", "report"),
        ("Did the miller sell the weir? No\n\n" + FALSE, "Did the miller sell the weir? No", "Did the miller", "deny"),
        ("Did the miller sell the weir?\n\n" + FALSE, "Did the miller sell the weir?", "Did the miller", "assert"),
        (f"{FALSE} Nothing is known of the price. The claim turned out to be untrue.", None, "had sold", "deny"),
        (f"{FALSE} The mill is old. Nothing is known of the price. The story is false.", None, "had sold", "report"),
        ("The Weir Herald falsely reported that the clerk said the miller had sold the weir.", None, "had sold", "deny"),
        (
            "Did the miller sell the weir to a bank? No\n\n" + FALSE,
            "Did the miller sell the weir to a bank? No",
            "had sold",
            "deny",
        ),
        ("Did the miller sell the weir to a bank?\n\n" + FALSE, "Did the miller sell the weir to a bank?", "had sold", "report"),
        (
            "Did the miller sell the weir to a bank?\n\nFalse. " + FALSE,
            "Did the miller sell the weir to a bank?",
            "had sold",
            "deny",
        ),
        (
            "Miller did not sell weir to bank\n\n" + FALSE + " The guild said that the harvest was good.",
            "Miller did not sell weir to bank",
            "the harvest",
            "report",
        ),
        ("Miller did not sell weir to bank\n\n" + FALSE, "Miller did not sell weir to bank", "had sold", "deny"),
        (
            f"{FALSE} The report is false.\n\nOn the recording the clerk said that the weir was let.",
            None,
            "was let",
            "correct",
        ),
        ("On the recording the clerk said that the weir was let.", None, "was let", "report"),
        (
            "The tale of a bank is a hoax. On the recording the clerk said that the weir was let.",
            None,
            "was let",
            "correct",
        ),
        ("Correction: the weir has four gates. The clerk said that the fifth gate is at the mill.", None, "fifth gate", "correct"),
        ("Correction: the weir has four gates.\n\nThe clerk said that the rye is cut.", None, "the rye", "report"),
    ],
)
def test_verdict(text: str, title: str | None, words: str, want: str) -> None:
    found = [(quote, s.stance) for quote, s in told(text, title)]
    assert next(stance for quote, stance in found if words in quote) == want, found


def test_the_passage_and_the_words_own_stance_go_with_it() -> None:
    text = f"{FALSE} The report is false."
    s = next(s for quote, s in told(text) if "had sold" in quote)
    assert s.verdict is not None
    assert s.verdict.of(text) == "The report is false"
    assert (s.stance, s.said) == ("deny", "report")


def test_a_page_that_denies_a_claim_tells_it() -> None:
    """A verdict of the page changes nothing of what is linked."""
    text = "The Weir Herald reported on Monday that the miller had sold the weir to a bank in Ostrow for 40,000 crowns."
    pages = [
        Document(f"d{n}", f"{n}.txt", None, str(n), words, "en", house)
        for n, (house, words) in enumerate([("Ness Post", text + " The report is false."), ("Ostrow Echo", text)])
    ]
    readings = [extract(page, by_name("rules")) for page in pages]
    claims = [c.statements for c in link(readings, LinkOptions()).claims]
    ids = [next(s.id for s in r.statements if "had sold" in s.span.of(r.document.text)) for r in readings]
    assert any(set(ids) <= set(c) for c in claims)


@pytest.mark.parametrize(
    ("language", "text", "words"),
    [
        ("es", "El molinero vendió la presa a un banco, según El Eco de Ness. La noticia es falsa.", "vendió"),
        ("pt", "O moleiro vendeu a barragem a um banco, segundo o Eco de Ness. Mas a notícia é falsa.", "vendeu"),
        ("fr", "Le meunier a vendu la digue à une banque, selon l'Écho de Ness. La rumeur est fausse.", "vendu"),
        ("de", "Der Müller hat das Wehr an eine Bank verkauft, sagte der Wirt. Die Meldung ist falsch.", "verkauft"),
        ("it", "Il mugnaio ha venduto la diga a una banca, secondo l'Eco di Ness. La notizia è falsa.", "venduto"),
        ("es", "El molinero vendió la presa a un banco, según El Eco de Ness. Es falso.", "vendió"),
        ("nl", "De molenaar heeft de stuw aan een bank verkocht, zei de waard. Dat bericht is onwaar.", "verkocht"),
        ("pl", "Młynarz sprzedał tamę bankowi, powiedział karczmarz. To nieprawda.", "sprzedał"),
        ("ru", "Мельник продал плотину банку, сообщил трактирщик. Это неправда.", "продал"),
        ("uk", "Мірошник продав греблю банку, повідомив шинкар. Допис бачили сотні людей. Це неправда.", "продав"),
        ("tr", "Hancıya göre değirmenci barajı bir bankaya sattı. Bu iddia asılsız.", "sattı"),
        ("id", "Tukang giling menjual bendungan kepada bank, kata pemilik kedai. Kabar itu tidak benar.", "menjual"),
    ],
)
def test_other_languages(language: str, text: str, words: str) -> None:
    for n, want in ((0, "deny"), (1, "report")):
        page = Document("d", "p.txt", None, "0", text if n == 0 else text.rpartition(". ")[0] + ".", language, "Ness Post")
        found = [(s.span.of(page.text), s.stance) for s in extract(page, by_name("rules")).statements]
        assert next(stance for quote, stance in found if words in quote) == want, found
