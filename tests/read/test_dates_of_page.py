from __future__ import annotations

import json
from pathlib import Path
from time import process_time

import pytest
import yaml

from sayso.model import Document, When
from sayso.read.dates_of_address import from_url, year_of_url

from .pages import MORE, PROSE, documents, written


def record(tmp_path: Path, text: str, **fields: str) -> Document:
    (tmp_path / "r.jsonl").write_text(json.dumps({"text": text} | fields), encoding="utf-8")
    (page,) = documents(tmp_path / "r.jsonl")
    return page


@pytest.mark.parametrize(
    ("url", "start", "end"),
    [
        ("https://a.example/2031/05/07/pier", "2031-05-07", "2031-05-08"),
        ("https://a.example/world/2031/may/07/pier", "2031-05-07", "2031-05-08"),
        ("https://a.example/20310507/pier-110.html", "2031-05-07", "2031-05-08"),
        ("https://a.example/coast/203105071065297174-pier/", "2031-05-07", "2031-05-08"),
        ("https://a.example/na20310507223304283", "2031-05-07", "2031-05-08"),
        ("https://a.example/news/27-05-2031-pier", "2031-05-27", "2031-05-28"),
        ("https://a.example/2031/05/pier", "2031-05-01", "2031-06-01"),
        ("https://web.archive.org/web/20330101000000/http://a.example/2031/05/07/pier", "2031-05-07", "2031-05-08"),
        ("https://a.example/coast/2031/05/3BA0E9C1/", "2031-05-01", "2031-06-01"),
    ],
)
def test_date_of_an_address(url: str, start: str, end: str):
    assert from_url(url) == When(start, end)


@pytest.mark.parametrize(
    "url",
    [
        None,
        "https://a.example/",
        "https://a.example/news/07-05-2031-pier",
        "https://a.example/1563401/pier",
        "https://a.example/20319907",
        "https://a.example/2031/05/07/a/2031/05/09/b",
        "http://[bad/2031/05/07",
        "https://web.archive.org/web/20330101000000/http://a.example/pier",
    ],
)
def test_no_date_of_an_address(url: str | None):
    assert from_url(url) is None


@pytest.mark.parametrize(
    ("line", "start"),
    [
        ("17 Jun, 2031 22:39", "2031-06-17T22:39"),
        ("June 27, 2031", "2031-06-27"),
        ("Published June 17, 2031 | 01:29 PM", "2031-06-17T13:29"),
        ("Thursday June 19th 2031, By Mira Voss", "2031-06-19"),
        ("24.06.2031", "2031-06-24"),
        ("date 2031-06-17", "2031-06-17"),
        ("17 June 2031 | Pier Gazette news desk staff", "2031-06-17"),
        ("Press release | Orle, 17 June 2031, 07:30 CET", "2031-06-17T07:30"),
        ("PierCheck fact-check | 17 June 2031", "2031-06-17"),
        ("Posted by mole_hand on 17 June 2031, filed under: harbour talk", "2031-06-17"),
        ("Publié le 17 juin 2031, mis à jour à 18 h 40", "2031-06-17"),
        ("By the PierCheck team, 17 June 2031", "2031-06-17"),
        ("środa, 17 czerwca 2031", "2031-06-17"),
        ("Mercoledì 17 giugno 2031 - ore 18:40", "2031-06-17T18:40"),
    ],
)
def test_date_line_at_the_top(tmp_path: Path, line: str, start: str):
    page = written(tmp_path, f"Second pier opens in Orle\n\n{line}\n\n{PROSE}\n\n{MORE}")
    assert page.published and (page.published.start, page.published.basis) == (start, "masthead")
    assert page.published.span and page.published.span.of(page.text) in line


@pytest.mark.parametrize(
    "line",
    [
        "Three drowned in Orle, 17 June 2031",
        "On 17 June 2031, the pier fell",
        "17 June 2031: what we know of the pier",
        "17 June 2031 | how the men of the lower harbour lost all they had",
    ],
)
def test_a_headline_with_a_day_is_no_date_line(tmp_path: Path, line: str):
    assert written(tmp_path, f"Second pier opens in Orle\n\n{line}\n\n{PROSE}\n\n{MORE}").published is None


def test_a_headline_that_ends_in_a_quotation_opens_no_article(tmp_path: Path):
    page = written(
        tmp_path, f"Mayor of Orle on the second pier: “It has never been this empty before”\n\n17 June 2031\n\n{PROSE}\n\n{MORE}"
    )
    assert page.published and page.published.start == "2031-06-17"


def test_a_numeric_day_that_may_be_swapped_needs_support(tmp_path: Path):
    page = written(tmp_path, f"date 2031-11-06\n{PROSE}\n\n{MORE}")
    assert page.published is None
    assert [(d.kind, d.start) for d in page.dates] == [("swapped", "2031-06-11"), ("swapped", "2031-11-06")]
    near = written(tmp_path, f"date 2031-11-06\nThe boat sank on May 28, 2031. {PROSE}\n\n{MORE}", "near.txt")
    assert near.published and near.published.start == "2031-06-11"
    address = record(tmp_path, f"11/06/2031\n{PROSE}\n\n{MORE}", url="https://a.example/2031/11/pier")
    assert address.published and address.published.start == "2031-11-06"


def test_a_day_without_year_takes_it_from_the_address(tmp_path: Path):
    text = f"Second pier opens in Orle\n\nMira Voss | November 19, 11:23 AM\n\n{PROSE}"
    page = record(tmp_path, text, url="http://a.example/2031/11/pier")
    assert page.published and (page.published.start, page.published.basis) == ("2031-11-19T11:23", "masthead")
    assert record(tmp_path, text, url="http://a.example/pier").published is None


def test_dateline(tmp_path: Path):
    page = written(tmp_path, f"ORLE (Lantern News / Coastal - 10th April, 2031) - {PROSE}")
    assert page.published and (page.published.start, page.published.basis) == ("2031-04-10", "dateline")
    assert written(tmp_path, f"ORLE, June 9. /KAN/. {PROSE}", "b.txt").published is None
    combined = record(tmp_path, f"ORLE, June 9. /KAN/. {PROSE}", url="http://a.example/2031/06/pier")
    assert combined.published and combined.published.start == "2031-06-09"


def test_a_clock_is_no_date_of_publication(tmp_path: Path):
    text = f"08:14 GMT12 March 2033\n{PROSE}\n\n{MORE}"
    page = written(tmp_path, text)
    assert page.published is None
    assert [(d.kind, d.start) for d in page.dates] == [("page_clock", "2033-03-12")]
    dated = record(tmp_path, text, url="https://a.example/2031/05/07/pier")
    assert dated.published and (dated.published.start, dated.published.basis) == ("2031-05-07", "url")


def test_a_text_told_anew_at_its_old_address_is_as_old_as_its_dateline(tmp_path: Path):
    url = "https://a.example/news/pier-2031-05-07"
    for day, start in (("May 9", "2031-05-09"), ("May 7", "2031-05-07"), ("July 9", "2031-05-07")):
        page = record(tmp_path, f"CORRECTED: One pier stays open\n\nORLE, {day} (Norrin Press) - {PROSE}\n\n{MORE}", url=url)
        assert page.published and page.published.start == start


def test_a_date_line_later_than_the_address_is_a_clock(tmp_path: Path):
    page = record(tmp_path, f"Second pier opens in Orle\n\nMarch 12, 2033\n\n{PROSE}", url="https://a.example/2031/05/07/pier")
    assert page.published and page.published.start == "2031-05-07"
    assert "page_clock" in {d.kind for d in page.dates}


def test_reasons_that_disagree_leave_the_date_unknown(tmp_path: Path):
    page = record(tmp_path, f"Second pier opens in Orle\n\nMarch 12, 2029\n\n{PROSE}", url="https://a.example/2031/05/07/pier")
    assert page.published is None
    assert {d.start for d in page.dates} == {"2029-03-12", "2031-05-07"}
    feed = record(tmp_path, PROSE, url="https://a.example/2031/05/07/pier", date="2029-03-12")
    assert feed.published is None


def test_dates_in_the_text_are_mentions(tmp_path: Path):
    page = written(tmp_path, f"{PROSE} It began on May 1, 2030, and in April 2031 it ended.\n\nOn June 9, {MORE}")
    assert page.published is None
    assert {(d.kind, d.start) for d in page.dates} == {
        ("mentioned", "2030-05-01"),
        ("mentioned", "2031-04-01"),
        ("mentioned", None),
    }


def test_an_update_is_no_date_of_publication(tmp_path: Path):
    page = written(tmp_path, f"Second pier opens in Orle\n\nUpdated June 27, 2031\n\n{PROSE}")
    assert page.published is None and [d.kind for d in page.dates] == ["updated"]


def test_a_dateline_takes_its_year_from_the_houses_signature(tmp_path: Path):
    lead = f"ORLE, June 9. /KAN/. {PROSE}"
    assert written(tmp_path, f"{lead}\n\n{MORE}\n\nKAN, 9 June 2031. Cite the house.").published.start == "2031-06-09"  # type: ignore[union-attr]
    assert written(tmp_path, f"{lead}\n\n{MORE}\n\nKAN, 8 June 2031. Cite the house.", "b.txt").published is None
    assert written(tmp_path, f"{lead}\n\n{MORE}\n\nOn 9 June 2021 it rained in Orle too.", "c.txt").published is None


@pytest.mark.parametrize(
    ("line", "start"),
    [
        ("صدى الطاحونة – 6 أكتوبر 2031", "2031-10-06"),
        ("Le Moulin, Orle – Publié le 5 mai 2031", "2031-05-05"),
        ("Incident note 41/2031, 7 October 2031", "2031-10-07"),
        ("Broadcast 6 October 2031, 18:00 GMT", "2031-10-06T18:00Z"),
        ("Kanal Orle, evening programme, 15 September 2031", "2031-09-15"),
        ("Orle Today, 3 June 2031", "2031-06-03"),
        ('The Slow Mill (blog) – posted 3 June 2031 by "mole_hand"', "2031-06-03"),
        ("Par Ida Volk. Publié le 23/06/2031 à 11h05", "2031-06-23T11:05"),
        ("par Ida Volk, 3 juin 2031", "2031-06-03"),
        ("Von IDA VOLK am 3. Juni 2031", "2031-06-03"),
        ("mardi 3 juin 2031, par Ida Volk", "2031-06-03"),
        ("Beitrag veröffentlicht am 3 Juni 2031 13:10 GMT", "2031-06-03T13:10Z"),
        ("June 3, 2031 11:30 am (Updated 11:54 am)", "2031-06-03T11:30"),
        ("June 3 2031, 3:18 p.m.", "2031-06-03T15:18"),
    ],
)
def test_lines_that_lead_up_to_a_date(tmp_path: Path, line: str, start: str):
    published = record(tmp_path, f"The mill is open\n\n{line}\n\n{PROSE}").published
    assert published is not None and published.start == start


@pytest.mark.parametrize(
    "line",
    [
        "Orle, queue outside the mill, 14 September 2031",
        "the quiet years after 14 September 2031",
        "Queue outside the mill. Orle, 14 September 2031",
        "Von Orle am 14. September 2031 nach Tolm",
        "The plan was published 14 September 2031 and forgotten.",
    ],
)
def test_a_caption_is_no_date_line(tmp_path: Path, line: str):
    assert record(tmp_path, f"The mill is open\n\n{line}\n\n{PROSE}").published is None


def test_a_question_below_a_blogs_name_is_a_title(tmp_path: Path):
    text = f"THE SLOW MILLER\nNotes on flour\n\nIs the old mill of Orle about to close for good?\n14 September 2031\n\n{PROSE}"
    published = record(tmp_path, text).published
    assert published is not None and published.start == "2031-09-14"


MUEHLE = (
    "Der Müller von Orle sagte, dass die letzte Fähre den Hafen vor dem Sturm verlassen habe und dass niemand an Bord verletzt "
    "worden sei, als das Wasser über die Mauer stieg."
)


def test_only_english_leaves_open_which_figure_is_the_day(tmp_path: Path):
    text = "Die Mühle von Orle ist wieder offen\n\n{}\n\n" + f"{MUEHLE}\n\n{MUEHLE}"
    day = written(tmp_path, text.format("Tolmer Bote, 11/02/2031")).published
    assert day is not None and day.start == "2031-02-11"
    assert written(tmp_path, text.format("2031-02-11"), "iso.txt").published is None  # a program wrote it, in either order
    beside = written(tmp_path, text.format("17/02/2031\n\n05/02/2031"), "two.txt").published
    assert beside is not None and beside.start == "2031-02-17"  # the other may be read two ways, and be another article's
    assert written(tmp_path, f"The mill is open\n\nOrle Today, 11/02/2031\n\n{PROSE}\n\n{MORE}", "en.txt").published is None


def test_a_line_that_says_published_goes_before_a_bare_date(tmp_path: Path):
    page = written(tmp_path, f"The mill is open\n\nThursday, June 5, 2031\n\nPublished on June 1, 2031\n\n{PROSE}\n\n{MORE}")
    assert page.published is not None and page.published.start == "2031-06-01"
    page = written(tmp_path, f"The mill is open\n\nJune 5, 2031\n\nJune 1, 2031\n\n{PROSE}\n\n{MORE}", "b.txt")
    assert page.published is None


@pytest.mark.parametrize(
    ("lead", "start"),
    [
        ("ORLE, 16 maja 2031. Delegacja młynarzy wróciła z Tolmu w piątek wieczorem, a burmistrz czekał na nią.", "2031-05-16"),
        ("Orle, May 16, 2031. The millers of the town came back from Tolm late on Friday, the mayor said.", "2031-05-16"),
        ("Born in Orle, 16 May 2031. The millers of the town came back from Tolm late on Friday.", None),
        ("Orle and the mill, 16 May 2031. The millers of the town came back from Tolm late on Friday.", None),
        ("Orle, 16 May. The millers of the town came back from Tolm late on Friday, the mayor said.", None),
        (
            "Lower Orle, 16 May 2031, OPA – The millers of the town came back from Tolm late on Friday, the mayor said.",
            "2031-05-16",
        ),
        ("ОРЛЕ, 16 мая 2031 г., Орле-Информ. Мельники города вернулись из Тольма поздно вечером в пятницу.", "2031-05-16"),
        ("Orle, 16 May 2031, the millers of the town came back from Tolm – late on Friday, the mayor said.", None),
        ("In Orle, 16 May 2031, Ida Volk – she is the mayor – met the millers of the town.", None),
    ],
)
def test_a_dateline_that_ends_in_a_full_stop(tmp_path: Path, lead: str, start: str | None):
    published = written(tmp_path, f"The mill is open\n\n{lead}\n\n{PROSE}").published
    assert (published and published.start) == start


@pytest.mark.parametrize(
    ("line", "start"),
    [
        ("Press release, 16 August 2031", "2031-08-16"),
        ("Siaran pers, 16 Agustus 2031", "2031-08-16"),
        ("Issued 16 August 2031. Data as of 15 August, 18:00", "2031-08-16"),
        ("Orle Baru, Rabu 16 Agustus 2031, pukul 00.40", "2031-08-16"),
        ("الأحد ١٦ أغسطس ٢٠٣١", "2031-08-16"),
        ("Voce di Orle, mercoledì 16 agosto 2031", "2031-08-16"),
        ("Orle, queue outside the mill, 16 August 2031", None),
        ("Old mill burning, 16 August 2031", None),
        ("Press against the mill gate, 16 August 2031", None),
        ("16 August 2031, 14:10 local time", "2031-08-16"),
        ("16 août 2031, 14h10 heure locale", "2031-08-16"),
        ("Voce di Orle > Esteri > 16 agosto 2031, ore 10.05", "2031-08-16"),
        ("Press release No. 14 – 16 August 2031", "2031-08-16"),
        ("Ministry of Mills of Lower Orle – Press Office, 16 August 2031", "2031-08-16"),
        ("ORLE MONITOR weekly, 16 August 2031", "2031-08-16"),
        ("Mill of Orle weekly open, 16 August 2031", None),
        ("Orle > the mill that burned down > 16 August 2031", None),
        ("The Millers of Lower Orle Left – Their Mills Stand Empty, 16 August 2031", None),
        ("Checked on 16 August 2031 by Ida Volk", "2031-08-16"),
        ("Перевірено: 16 серпня 2031", "2031-08-16"),
        ("Checked by the miller on 16 August 2031", None),
        ("Norrin Weekly / Mill notes / Posted 16 August 2031 by I. Volk", "2031-08-16"),
        ("Veröffentlicht: 16.08.2031 Abgelegt unter: Mühlen, Wasser", "2031-08-16"),
        ("Ida Volk August 16 2031, 9:54", "2031-08-16"),
        ("Fire of Orle August 16 2031", None),
        ("For immediate release: 16 August 2031", "2031-08-16"),
        ("zaterdag 16 augustus 2031, 14:05 uur", "2031-08-16"),
        ("Orle, 16 sierpnia 2031 r.", "2031-08-16"),
        ("Субота, 16 серпня 2031 року", "2031-08-16"),
        ("Evening edition, Saturday 16 August 2031", "2031-08-16"),
        ("Rádio Orle, programa da manhã, 16 de agosto de 2031", "2031-08-16"),
        ("Sendung vom 16. August 2031", "2031-08-16"),
        ("Orle Daily, online since 16 August 2031, 14:05", "2031-08-16"),
        ("Millers since the fire of 16 August 2031", None),
        ("Entry to the mill, the morning after, 16 August 2031", None),
    ],
)
def test_lines_that_hold_little_but_a_date(tmp_path: Path, line: str, start: str | None) -> None:
    page = written(tmp_path, f"Second pier opens in Orle\n\n{line}\n\n{PROSE}\n\n{MORE}\n")
    assert (page.published.start[:10] if page.published and page.published.start else None) == start


@pytest.mark.parametrize(
    ("url", "head", "start"),
    [
        ("https://bladvanorle.example/1", "Het Blad van Orle – nieuws over water – 16 augustus 2031", "2031-08-16"),
        ("https://norrinweekly.example/1", "Norrin Weekly in English, Saturday 16 August 2031", "2031-08-16"),
        ("https://stepmelnik.example/1", "Степной мельник, Орле, 16 августа 2031, 20:48", "2031-08-16"),
        (
            "https://millersleague.example/1",
            "Millers League – who grinds what\nNews from our own scales, 16 August 2031",
            "2031-08-16",
        ),
        ("https://elsewhere.example/1", "Millers League – who grinds what\nNews from our own scales, 16 August 2031", None),
        ("https://millersleague.example/1", "Who grinds what\nNews from our own scales, 16 August 2031", None),
    ],
)
def test_labels_in_small_letters_beside_the_name_of_the_host(tmp_path: Path, url: str, head: str, start: str | None) -> None:
    title = "Six of twenty scales were wrong"
    page = record(tmp_path, f"{head}\n\n{title}\n\n{PROSE}\n\n{MORE}", url=url)
    assert (page.published.start[:10] if page.published and page.published.start else None) == start
    assert start is None or page.title == title


@pytest.mark.parametrize(
    ("lead", "start"),
    [
        ("Orle (NPA), 16 août 2031 – ", "2031-08-16"),
        ("(NPA) - ORLE, 16 AGO 2031 - ", "2031-08-16"),
        ("ORLE — 16 August 2031 — ", "2031-08-16"),
        ("ОРЛЕ, 16 августа 2031 г. (НПА) – ", "2031-08-16"),
        ("أورله، 16 أغسطس 2031 (ن ب أ) – ", "2031-08-16"),
        ("Orle, le 16 août 2031 (NPA) - ", "2031-08-16"),
        ("16 August 2031 (NPA) – ", "2031-08-16"),
        ("16 August 2031 – ", None),
        ("The old mill of Orle burned on 16 August 2031 – ", None),
        ("Orle, on 16 August 2031 – ", None),
        ("Ida Volk (43) of Orle died. 16 August 2031 – ", None),
    ],
)
def test_a_dateline_parts_town_house_and_day_as_it_likes(tmp_path: Path, lead: str, start: str | None) -> None:
    page = written(tmp_path, f"Second pier opens in Orle\n\n{lead}{PROSE}\n\n{MORE}\n")
    assert (page.published.start[:10] if page.published and page.published.start else None) == start


@pytest.mark.parametrize(
    ("line", "start"),
    [
        ("On May 17, 20313:44 pmIn Harbour, Mills by Volk", "2031-05-17"),
        ("Por Ida Volk Serra17 de mayo de 2031CompartirEnviar3 min de lectura", "2031-05-17"),
        ("Ida Volk17.05.2031Aktualisiert um 17:11 UhrMerkenDrucken4 Kommentare", "2031-05-17"),
        ("ORLE COAST NEWS Posted: May 17, 2031 5:00 AM AT Last Updated: May 19, 2031 9:48 AM AT", "2031-05-17"),
        ("Publicerad: 2031-05-17 kl. 14.22 Uppdaterad: 2031-05-19 kl. 08.05", "2031-05-17"),
        ("Dodano: 17 maja 2031, godz. 9:45 | Wyświetleń: 1 204 | Komentarze (17)", "2031-05-17"),
        ("Geplaatst door molenaar op za 17 mei 2031 om 21:14 | 12 reacties", "2031-05-17"),
        ("article:published_time 2031-05-17T09:14:00", "2031-05-17"),
        ("[17.05.2031 14:25] The mill is open", "2031-05-17"),
        ("Saturday, 17 May 2031, no. 18 (1244), price 2.80", "2031-05-17"),
        ("Mitteilung Nr. 17/2031 vom 17.05.2031", "2031-05-17"),
        ("Orle den 17 maj 2031", "2031-05-17"),
        ("doc. 0417 / 17.05.31 / free to subscribers", "2031-05-17"),
        ("Saturday 05/07/2031", "2031-07-05"),
        ("Monday 05/05/31", "2031-05-05"),
        ("05/07/2031, Saturday", "2031-07-05"),
        ("By Sam 05/07/2031", None),
        ("1.2.10 Scope", None),
        ("05.07.31 / 3:17 pm / by Ida Volk / 22 replies", None),
        ("Ida Volk [17 May 1931]", None),
        ("To be published: 17 May 2031", None),
        ("Letter dated 17 May 1931", None),
        ("Mill No. 3 opened 17 May 1931", None),
        ("Dated: 17 May 2031", "2031-05-17"),
        ("12-V-2031, Orle Gazette", "2031-05-12"),
        ("تاريخ: 17 ماي 2031", "2031-05-17"),
        ("17 May 2031 | By Ida Volk of Orle | Print | Email a colleague | Comments (3)", "2031-05-17"),
        ("First shown: 8pm 17 May 2031", "2031-05-17"),
        ("JUDGMENT of Mr. Justice Volk delivered on the 17th day of May, 2031", "2031-05-17"),
        ("05.17.31 / 3:17 pm / by Ida Volk / 22 replies", "2031-05-17"),
        ("Your local time: Sat 17 May 2031 10:14:37", None),
        ("Joined: 17 May 2031", None),
        ("Retrieved 17 May 2031", None),
        ("Report published 17 May 2031 shows the mill of Orle in danger", None),
        ("[17 May 2031 was a sad day] for Orle", None),
        ("Act no. 12 of the council. Sitting of 17 May 2031", None),
    ],
)
def test_what_a_line_calls_its_date(tmp_path: Path, line: str, start: str | None) -> None:
    page = written(tmp_path, f"Second pier opens in Orle\n\n{line}\n\n{PROSE}\n\n{MORE}\n")
    assert (page.published.start[:10] if page.published and page.published.start else None) == start


@pytest.mark.parametrize(
    ("foot", "start"),
    [
        ("Published: 17 May 2031\nLast updated: 19 May 2031", "2031-05-17"),
        ("Mona Lisa, 17 May 2031", None),
        ("Comments (1)\nPosted by mole_hand on 17 May 2031 at 10:03", None),
        ("Related\nOld mill burns\nMore of Orle\nPublished: 2 May 2029", None),
        ("Fait à Orle, le 17 mai 2031", "2031-05-17"),
        ("(end) 17.05.2031 16:42", "2031-05-17"),
        ("This entry was posted on Saturday, May 17th, 2031 at 10:03 am and is filed under Mills, Flour.", "2031-05-17"),
        ("To be published on 17 May 2031, as all papers of the council of Orle are in these years.", None),
        ("The old entry was posted on Saturday, May 17th, 2031 at 10:03 am and is filed under Mills, Flour.", None),
        ("17 May 2031", None),
        ("17.05.2031", None),
        ("Old Mill Burns Down At Last, 17 May 2031", None),
        ("Orle, 17 May 2031\nOrle, 19 May 2031", None),
    ],
)
def test_a_date_below_the_article(tmp_path: Path, foot: str, start: str | None) -> None:
    page = written(tmp_path, f"Second pier opens in Orle\n\n{PROSE}\n\n{MORE}\n\n{foot}\n")
    assert (page.published.start[:10] if page.published and page.published.start else None) == start


@pytest.mark.parametrize(
    ("lead", "start"),
    [
        ("The council of Orle agreed today, 17 May 2031, that the old mill is to be sold before the winter.", "2031-05-17"),
        ("The council of Orle agreed yesterday, 17 May 2031, that the old mill is to be sold before the winter.", "2031-05-18"),
        ("Fifty years ago today, 17 May 1981, the old mill of Orle burned down, and the town has never built another.", None),
        ("“We lost it,” he said, and today, 17 May 1981, is a day that every child in the town of Orle knows by heart.", None),
        ("The council of Orle agreed on 17 May 2031 that the old mill is to be sold before the winter.", None),
        ("17 May 2031 (NPA) — The council of Orle has agreed that the old mill is to be sold before the winter.", "2031-05-17"),
        ("ORLE (NPA) - 17.05.2031 14:05:33 TSI - The council of Orle has agreed that the old mill is to be sold.", "2031-05-17"),
        ("ORLE, N.S. — 17.5.31 — The council of Orle has agreed that the old mill is to be sold before winter.", "2031-05-17"),
    ],
)
def test_the_day_with_which_a_report_opens(tmp_path: Path, lead: str, start: str | None) -> None:
    page = written(tmp_path, f"Second pier opens in Orle\n\n{lead}\n\n{PROSE}\n\n{MORE}\n")
    assert (page.published.start[:10] if page.published and page.published.start else None) == start


def test_a_year_alone_in_the_address_is_that_of_a_dateline(tmp_path: Path):
    text = f"Second pier opens in Orle\n\nORLE, N.S. — May 17 — {PROSE}\n\n{MORE}\n"
    assert year_of_url("https://a.example/stories/2031/pier") == When("2031-01-01", "2032-01-01")
    page = record(tmp_path, text, url="https://a.example/stories/2031/pier")
    assert page.published is not None and page.published.start == "2031-05-17"
    assert record(tmp_path, text, url="https://a.example/stories/pier").published is None
    assert record(tmp_path, f"{PROSE}\n\n{MORE}\n", url="https://a.example/stories/2031/pier").published is None


def test_the_order_of_other_dates_on_the_page_decides(tmp_path: Path):
    head = "Second pier opens in Orle\n\nIssued: 05/07/2031\n{}\n\n" + f"{PROSE}\n\n{MORE}\n"
    for other, start in (("Answers by 17/08/2031", "2031-07-05"), ("Answers by 08/17/2031", "2031-05-07"), ("Answers soon", None)):
        published = written(tmp_path, head.format(other), f"{start}.txt").published
        assert (published and published.start) == start


def test_a_date_line_may_stand_below_a_standfirst(tmp_path: Path):
    standfirst = "The old mill of Orle had been closed for two years, and nobody had asked why it was so."
    text = "Second pier opens in Orle\n\n{}\n\nMay 17, 2031, 4:12 PM CDT / Updated May 20, 2031, 9:03 AM CDT\n\n{}\n\n{}\n"
    page = written(tmp_path, text.format(standfirst, PROSE, MORE))
    assert page.published is not None and page.published.start == "2031-05-17T16:12"


def test_the_number_of_a_magazine_has_its_month(tmp_path: Path):
    text = "MILL & WEIR\nThe monthly for millers\n\n{}\n\nIs your weir worth its water?\n\n{}\n\n{}\n"
    page = written(tmp_path, text.format("Issue 214 · May 2031 · 3.40", PROSE, MORE))
    assert page.published is not None and page.published.when == When("2031-05-01", "2031-06-01")
    assert written(tmp_path, text.format("Weirs of May 2031", PROSE, MORE), "b.txt").published is None


def test_today_with_its_weekday_in_another_language(tmp_path: Path):
    lead = "Orle kommunestyre vedtok i dag, lørdag 17. mai 2031, at den gamle mølla skal selges før vinteren, sa ordføreren."
    more = (
        "Det var ingen som stemte imot forslaget på møtet i rådhuset, og ordføreren sa at hun ikke trodde det skulle gå så fort. "
        "Nå er det kjøperne som må bestemme seg, og ingen av dem har gitt et svar ennå."
    )
    page = written(tmp_path, f"Mølla i Orle skal selges\n\n{lead}\n\n{more}\n")
    assert page.language == "no" and page.published is not None and page.published.start == "2031-05-17"


def test_what_stands_below_the_article_never_goes_before_what_stands_above_it(tmp_path: Path):
    text = "Second pier opens in Orle\n\n17 May 2031\n\n{}\n\n{}\n\nPosted by mole_hand on 21 May 2031 at 10:03\n"
    page = written(tmp_path, text.format(PROSE, MORE))
    assert page.published is not None and page.published.start == "2031-05-17"


def test_a_paper_is_signed_in_a_town_that_it_names(tmp_path: Path):
    text = "Second pier opens\n\n{}\n\n{} All of Orlebridge came.\n\nOrlebridge, 17 May 2031\n"
    page = written(tmp_path, text.format(PROSE, MORE))
    assert page.published is not None and page.published.start == "2031-05-17"
    assert written(tmp_path, text.format(PROSE, MORE).replace(" All of Orlebridge came.", ""), "b.txt").published is None


def test_scores_and_sizes_decide_no_order(tmp_path: Path):
    text = "Second pier opens in Orle\n\nPosted: 05/07/2031\n\n{}\n\n{} The Gulls are 24-12-10 this season.\n"
    assert written(tmp_path, text.format(PROSE, MORE)).published is None


def test_solar_days_of_addresses_are_those_of_persian_pages():
    url = "https://a.example/fa/news/1410/02/17/210934/pier"
    assert from_url(url, "fa") == When("2031-05-07", "2031-05-08")
    assert from_url(url, "en") is None and from_url("https://a.example/forum/1345/2/10/mill") is None
    assert year_of_url("https://a.example/news/1987/mill.html") is None


def test_date_lines_take_no_longer_each_where_there_are_many(tmp_path: Path):
    def seconds(times: int) -> float:
        text = f"Second pier opens in Orle\n\n{PROSE}\n\n{MORE}\n\n" + "Posted: 05/07/2031\n\n" * times
        begun = process_time()
        written(tmp_path, text, f"{times}.txt")
        return process_time() - begun

    seconds(50)
    assert seconds(1600) < 16 * max(seconds(200), 0.02)


def test_where_the_year_stands_first_two_figures_say_no_day(tmp_path: Path):
    said = "오를레 시의회는 오래된 방앗간을 겨울이 오기 전에 팔기로 했다고 시장이 말했다. 반대한 사람은 아무도 없었다."
    for line in ("24.05.17", f"오를레, 24.05.17 — {said}"):
        page = written(tmp_path, f"오를레 방앗간 매각\n\n{line}\n\n{said}\n\n{said} 마을 사람들이 모두 왔다.\n", f"{len(line)}.txt")
        assert page.language == "ko" and page.published is None


PAGES = yaml.safe_load((Path(__file__).parents[1] / "link" / "body_pages.yml").read_text(encoding="utf-8"))
LINES = yaml.safe_load((Path(__file__).parent / "date_lines.yml").read_text(encoding="utf-8"))


@pytest.mark.parametrize(
    "head", ["{title}\n\n{line}", "Tarn Post\n{line}\n\n{title}"], ids=["below the title", "below the masthead"]
)
@pytest.mark.parametrize(("language", "line"), [(row["lang"], line) for row in LINES for line in row["lines"]])
def test_how_sites_write_their_day(language: str, line: str, head: str, tmp_path: Path) -> None:
    row = next(r for r in PAGES if r["lang"] == language)
    document = written(tmp_path, "\n\n".join([head.format(title=row["title"], line=line), row["lead"], row["two"]]))
    assert document.published is not None and (document.published.when.start or "").startswith("2027-10-15")
