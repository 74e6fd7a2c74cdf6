from dataclasses import replace

import pytest

from sayso.link import LinkOptions, link
from sayso.link.houses import Houses
from sayso.link.own_reports import dated_report
from sayso.link.papers import papers, said_in
from sayso.model import Span
from tests.link.piles import page

BODY = "The well of Ostrin held 4,800 litres of vinegar, and nobody in the town knew who had filled it at night."


def found(line, *told):
    reading = page("p", BODY, line, *told, outlet="Velm Courier", url="https://velmcourier.example/1")
    return [(n.name, n.kind) for n in papers(reading, Houses([reading]))]


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("The Velm Courier has seen the Renn report on the well.", "Renn report"),
        ("We have obtained a copy of the minutes of the mill's board.", "minutes"),
        ("Twelve wells are to close, says a leaked draft report seen by this newspaper.", "leaked draft report"),
        ("Twelve wells are to close under order No. 9, a copy of which the Velm Courier has obtained.", None),
        ("It stands in circular No. 9, of which this paper received a copy.", "circular No. 9"),
        ("Así consta en el informe de Aldo Renn al que ha tenido acceso este diario.", "informe de Aldo Renn"),
        ("The millers have seen the Renn report.", None),
        ("The Tolm Echo has seen the Renn report.", None),
        ("A letter seen by the mayor says so.", None),
        ("We have seen the sea, and a report of rain.", None),
    ],
)
def test_papers_that_the_page_has_before_it(line, name):
    assert found(line) == ([(name, "document")] if name else [])


def test_what_somebody_else_has_seen_is_not_the_pages_own():
    quoted = {
        "text": "We have seen the Renn report, said the mayor.",
        "told": "We have seen the Renn report",
        "chain": (("mayor", "official"),),
    }
    assert found("Bread is dear.", quoted) == []
    assert found("Bread is dear.", "We have seen the Renn report.") == [("Renn report", "document")]


@pytest.mark.parametrize(
    ("line", "wanted"),
    [
        ("The study was posted on the preprint server OstrinArchive.", ("OstrinArchive", "article")),
        ("It appeared last week in the medical journal Norrin Medicine.", ("Norrin Medicine", "article")),
        ("The clip, viewed two million times on TikTok, shows the well.", ("clip on TikTok", "post")),
        ("A longer version was uploaded to YouTube in May.", ("version on YouTube", "post")),
        ("The study was posted on the door of the mill.", None),
        ("It appeared last week in Norrin.", None),
        ("The clip shows the well. TikTok is full of it.", None),
        ("Circula por WhatsApp un audio donde una molinera habla del pozo.", ("audio on WhatsApp", "post")),
        ("Según mensajes que circulan en redes sociales, el pozo arde.", ("messages on social media", "post")),
        ("Ein Video kursiert auf Telegram.", ("video on Telegram", "post")),
        ("Circula por Orle un audio.", None),
        ("The WhatsApp message of a cousin has it.", ("WhatsApp message", "post")),
        ("The well is full, the mayor wrote in a Twitter post.", None),
        ("A photo by the account @dustylens shows it.", ("@dustylens post", "post")),
        ("Follow the miller, @dustylens, for more.", None),
        ("La molinera circula por Orle. Telegram tiene un audio.", None),
        ("These are the pictures of the well, shared half a million times.", ("pictures shared online", "post")),
        ("These are the pictures of the well, shared with the mayor.", None),
        ("A version for children was printed in May.", None),
    ],
)
def test_studies_and_pictures(line, wanted):
    assert found(line) == ([wanted] if wanted else [])


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("A miller from Tolm has shown us an e-mail that he sent in May.", "e-mail of miller from Tolm"),
        ("The miller sent this newspaper two invoices.", "invoices of miller"),
        ("A miller has shown us the well.", None),
        ("A miller has shown the mayor an e-mail.", None),
        ("A radar image taken at dawn and examined by our graphics desk shows the well.", "radar image"),
        ("A radar image taken at dawn and analysed by the army shows the well.", None),
        ("We bought three images from the satellite company Orbiskop.", "Orbiskop"),
        ("The Norrin Union's second report has 58 wells.", "The Norrin Union's second report"),
        ("The Velm Courier's report has 58 wells.", None),
        ("(This version corrects the depth of the well in an earlier report.)", "earlier Velm Courier report"),
        ("In einer früheren Fassung dieses Artikels war der Brunnen tiefer.", "earlier Velm Courier report"),
        ("An earlier version of the pump leaked.", None),
    ],
)
def test_papers_that_somebody_let_the_page_have_and_what_it_was_itself(line, name):
    assert found(line) == ([(name, "document")] if name else [])


@pytest.mark.parametrize(
    ("line", "told", "noun"),
    [
        ("The well is full, the mill said in its communiqué No. 9.", "The well is full", "communiqué No. 9"),
        ("In a notice to millers the mill said that the well is full.", "that the well is full", "notice"),
        ("Em nota, a moleira diz que o poço está cheio.", "que o poço está cheio", "note"),
        ("The mill said in a written statement that the well is full.", "that the well is full", "statement"),
        ("The mill said that there is nothing on wells in its letter.", "that there is nothing on wells in its letter", None),
        ("The mill said that the well is full.", "that the well is full", None),
    ],
)
def test_the_text_in_which_somebody_speaks(line, told, noun):
    reading = page("p", BODY, {"text": line, "told": told, "chain": (("the mill", "organization"),)})
    assert said_in(reading.statements[-1], reading.document) == noun


def test_a_group_has_put_out_a_text_only_where_the_page_names_it():
    def unseen(line):
        told = {"text": line, "told": "the well is full", "chain": (("Norrin millers", "group"),)}
        return [u.name for u in link([page("p", BODY, told, outlet="Velm Courier")], LinkOptions()).unseen]

    assert unseen("Norrin millers said in a statement that the well is full.") == ["Norrin millers statement"]
    assert unseen("Norrin millers said on Monday that the well is full.") == []


@pytest.mark.parametrize(
    ("line", "days"),
    [
        ("(Corrects Courier report of May 1: the well held less)", ["2031-05-01"]),
        ("(Corrects the figure given in May 1 report)", ["2031-05-01"]),
        ("Please disregard the story of 1 May headlined 'A full well'.", ["2031-05-01"]),
        ("In our 1 May article we gave another figure.", ["2031-05-01"]),
        ("Corrige la información del 1 de mayo sobre el pozo.", ["2031-05-01"]),
        ("In unserem Bericht vom 30. April stand eine andere Zahl.", ["2031-04-30"]),
        ("The mayor quoted the police report of 1 May.", []),
        ("The Tolm Echo withdrew nothing. Its story of 1 May stands.", []),
        ("Our well was full on 1 May, says the report.", []),
    ],
)
def test_an_earlier_report_of_a_day(line, days):
    reading = page("p", BODY, line, outlet="Velm Courier", url="https://velmcourier.example/2", day="2031-05-04")
    assert [when.start for _, when in dated_report(reading.document, Houses([reading]))] == days


def test_a_page_that_corrects_a_report_of_a_day_has_it_from_the_houses_page_of_that_day():
    courier = {"outlet": "Velm Courier", "url": "https://velmcourier.example/1"}
    first = page("first", "The well of Ostrin held vinegar, says Aldo Renn.", day="2031-05-01", **courier)
    other = page("other", "Aldo Renn of Ostrin bakes bread.", day="2031-05-02", **courier)
    later = page(
        "later", "Ostrin is dry (corrects report of May 1)", day="2031-05-04", **courier | {"url": "https://velmcourier.example/2"}
    )
    assert [
        (e.from_, e.kind) for e in link([first, other, later], LinkOptions()).derivations if e.document == later.document.id
    ] == [(first.document.id, "update")]
    undated = replace(first, document=replace(first.document, published=None))
    assert not [e for e in link([undated, other, later], LinkOptions()).derivations if e.document == later.document.id]


@pytest.mark.parametrize(
    ("line", "noun"),
    [
        ("The well is full, wrote the mill on social media.", "post"),
        ("The well is full, wrote the mill on its Facebook page.", "post"),
        ("The well is full, wrote the mill en redes sociales.", "post"),
        ("The well is full, wrote the mill on a wall.", None),
        ("The well is full, wrote the mill, and on Facebook people laughed.", None),
    ],
)
def test_whoever_writes_on_a_platform_posts(line, noun):
    reading = page("p", BODY, {"text": line, "told": "The well is full", "chain": (("the mill", "organization"),)})
    at = reading.document.text.index("wrote the mill")
    statement = replace(reading.statements[-1], cue=Span(at, at + len("wrote the mill")))
    assert said_in(statement, reading.document) == noun


def test_a_text_keeps_the_noun_that_one_telling_gives_it():
    one = {
        "text": "The Norrin Mills board said in a notice to millers that the well is full.",
        "told": "that the well is full",
        "chain": (("The Norrin Mills board", "organization"),),
    }
    other = {"text": "The Norrin Mills board said it.", "told": "it", "chain": (("The Norrin Mills board", "organization"),)}
    assert [u.name for u in link([page("p", one, other)], LinkOptions()).unseen] == ["The Norrin Mills board notice"]


def test_a_court_gives_a_judgment_and_a_post_is_one():
    court = page("p", ("The well is full.", ("The Norrin court", "government")), ("Bread is dear.", ("Judge Renn", "person")))
    assert {u.name for u in link([court], LinkOptions()).unseen} == {"The Norrin court judgment", "Judge Renn statement"}
