from __future__ import annotations

import json
from pathlib import Path

import pytest

from sayso.lexicon.outlets import known_outlet, outlet_kind, outlet_of_host
from sayso.model import Document
from sayso.read import ReadOptions, named, read
from sayso.read.addresses import domain, original
from sayso.read.outlet_of_page import of_url

from .pages import MORE, PROSE, documents, written


@pytest.mark.parametrize(
    ("head", "title"),
    [
        ("Second pier opens in Orle\n\n", "Second pier opens in Orle"),
        ("Who shut the pier of Orle?\n\n", "Who shut the pier of Orle?"),
        ("17 Jun, 2031 22:39\n\nSecond pier opens in Orle\n\n", "Second pier opens in Orle"),
        ("", None),
        ("A long first sentence of an article about the pier, which nobody in Orle took for a headline at all.\n\n", None),
        ("(photo caption: a pier near Orle, Thursday, Jan. 13, 2031)\n\n", None),
    ],
)
def test_title(tmp_path: Path, head: str, title: str | None):
    page = written(tmp_path, f"{head}{PROSE}\n\n{MORE}\n")
    assert page.title == title
    assert (page.title_span is None) == (title is None)
    if page.title_span:
        assert page.title_span.of(page.text) == title


def test_a_house_is_no_author(tmp_path: Path):
    lines = ["Orle Watch | Harbour | 19 May 2031", "Orle Watch Brund | 19 May 2031 | by Mira Voss", "ORLE WATCH – a river network"]
    for n, (line, author) in enumerate(zip(lines, [None, "Mira Voss", None], strict=True)):
        record = json.dumps({"url": "https://orlewatch.example/1", "text": f"Second pier opens in Orle\n\n{line}\n\n{PROSE}"})
        assert written(tmp_path, record, f"{n}.jsonl").byline == author


def test_byline(tmp_path: Path):
    assert written(tmp_path, f"Second pier opens in Orle\n\nBy Mira Voss\n\n{PROSE}").byline == "Mira Voss"
    assert written(tmp_path, f"Second pier opens in Orle\n\nMira Voss | May 19, 2031\n\n{PROSE}", "b.txt").byline == "Mira Voss"
    assert written(tmp_path, f"{PROSE}\n\n{MORE}", "c.txt").byline is None


@pytest.mark.parametrize(
    ("lead", "outlet"),
    [
        (f"ORLE (Lantern) – {PROSE}", "Lantern"),
        (f"ORLE (Lantern News / Coastal - 10th April, 2031) {PROSE}", None),
        (f"ORLE (Lantern News / Coastal - 10th April, 2031) - {PROSE}", "Lantern News"),
        (f"ORLE, June 9. /KAN/. {PROSE}", "KAN"),
        (f"Orle, KANA-{PROSE}", "KANA"),
        (f"Orle, Coast Watch – {PROSE}", "Coast Watch"),
        (f"A sailor told Reuters about it. {PROSE}", None),
        (f"ORLE – {PROSE}", None),
        (f"ORLE, West Shore — {PROSE}", None),
        (f"ORLE, NY — {PROSE}", None),
        (f"ORLE, TEXAS — {PROSE}", None),
        (f"ORLE (Reuters) - {PROSE}", None),
        (f"ORLE, June 9 (AP) - {PROSE}", None),
        (f"ORLE (Tasnim) - {PROSE}", "Tasnim"),
        (f"The thief, Aldo Renn-Marsh, ran. {PROSE}", None),
        (PROSE, None),
    ],
)
def test_outlet_from_the_dateline(tmp_path: Path, lead: str, outlet: str | None):
    page = written(tmp_path, f"Second pier opens in Orle\n\n{lead}\n\n{MORE}")
    assert page.outlet == outlet
    assert (page.outlet_basis is None) == (outlet is None)


@pytest.mark.parametrize(
    ("title", "last", "outlet"),
    [
        ("Second pier opens in Orle | The Guardian", "", "The Guardian"),
        ("Second pier opens in Orle - The Guardian", "", "The Guardian"),
        ("Second pier opens in Orle | Coast | Orle Morning Courier", "", "Orle Morning Courier"),
        ("Second pier opens in Orle – orle-courier.example", "", None),  # no domain that a registry sells
        ("Second pier opens in Orle – OrleCourier.com", "", "orlecourier.com"),
        ("Second pier opens in Orle - Lantern", "© 2031 Lantern. All rights reserved.", "Lantern"),
        ("Second pier opens in Orle", "Copyright © 2031 The Guardian", "The Guardian"),
        ("Second pier opens in Orle | Reuters", "", "Reuters"),
        ("Second pier opens in Orle - Reuters", "", None),
        ("Second pier opens in Orle - The Guardian", "The pier cost a fortune, The Guardian reported.", None),
        ("Second pier opens in Orle - harbour master", "", None),
        ("Second pier opens in Orle | Ida Volk", "", None),
        ("Second pier opens in Orle - Lantern", "© 2031 Coastal Trust", None),
        ("Second pier opens in Orle", "© 2031 Reuters", None),
        ("Second pier opens in Orle - Orle Morning Courier", "", None),
    ],
)
def test_outlet_from_the_frame(tmp_path: Path, title: str, last: str, outlet: str | None):
    page = written(tmp_path, f"{title}\n\n{PROSE}\n\n{MORE}\n\n{last}")
    assert page.outlet == outlet
    assert (page.outlet_basis is None) == (outlet is None)


def test_outlet_from_two_kinds_of_hints(tmp_path: Path):
    told = "The captain told KLM about it. The mate told KLM that he slept. A nurse told Reuters that nobody was hurt."
    asked = "KLM has reached a source on the pier."
    assert written(tmp_path, f"{asked} {PROSE}\n\n{told}", "a.txt").outlet == "KLM"
    assert written(tmp_path, f"{PROSE}\n\n{told}", "b.txt").outlet is None  # one kind of hint names a source, not the page
    rival = "Reuters has reached a diver, and the diver told Reuters that the water was clear."
    assert written(tmp_path, f"{asked} {PROSE}\n\n{told}\n\n{rival}", "c.txt").outlet is None


@pytest.mark.parametrize(
    ("url", "name"),
    [
        ("https://www.reuters.com/world/x", "Reuters"),
        ("https://m.lantern.example/a", "lantern.example"),
        ("https://news.orle-lantern.co.uk/a", "orle-lantern.co.uk"),
        ("http://mira.blogspot.com/2031/05/x.html", "mira.blogspot.com"),
        ("https://web.archive.org/web/20310507120000/http://www.orlelantern.org/x", "orlelantern.org"),
    ],
)
def test_outlet_from_the_address(url: str, name: str):
    found = of_url(url)
    assert found is not None and found[0] == name and found[1].startswith("address on ")


def test_a_host_for_a_name_is_an_address(tmp_path: Path):
    def outlet(url: str | None, named: str) -> str | None:
        record = tmp_path / "r.jsonl"
        record.write_text(json.dumps({"url": url, "outlet": named, "text": PROSE}))
        (page,) = read([str(record)], ReadOptions())
        return page.outlet if isinstance(page, Document) else None

    assert outlet("http://www.usatoday.com/x", "www.usatoday.com") == "USA Today"
    assert outlet(None, "edition.cnn.com") == "CNN"
    assert outlet(None, "www.orle-lantern.example") == "orle-lantern.example"
    assert outlet("http://www.orle.example/x", "Orle.Net") == "Orle.Net" and outlet(None, "Orle Lantern") == "Orle Lantern"
    assert outlet_kind("people") is None and outlet_of_host("people.com") == "People"  # a word of its own besides


def test_no_outlet_from_a_number_or_nothing():
    assert of_url("http://10.0.0.7/x") is None and of_url("file:///tmp/x") is None and of_url("http://[bad/") is None


def test_outlets_of_the_table():
    assert outlet_kind("the Associated Press") == "agency" and outlet_kind("Orle Lantern") is None
    assert known_outlet("afp") == "Agence France-Presse" and known_outlet("guardian") == "The Guardian"
    assert outlet_of_host("edition.cnn.com") == "CNN" and outlet_of_host("cnn.com.orle.example") is None
    assert domain("a.b.c.orle.com.br") == "orle.com.br"
    assert original("https://x-orle.cdn.ampproject.org/c/s/orle.example/a") == "https://orle.example/a"


@pytest.mark.parametrize(
    ("language", "text"),
    [
        (
            "en",
            "The harbour of the town was shut and the boats have been in the bay since the storm, "
            "which was not the first of its kind.",
        ),
        (
            "pt",
            "O porto da cidade foi fechado e os barcos não podem sair, segundo o capitão, porque o "
            "mar está muito agitado e não há luz.",
        ),
        (
            "es",
            "El puerto de la ciudad está cerrado y los barcos no pueden salir, según el capitán, "
            "porque el mar está muy agitado y no hay luz.",
        ),
        (
            "fr",
            "Le port de la ville est fermé et les bateaux ne sont pas sortis, selon le capitaine, "
            "qui est dans la tour avec des hommes.",
        ),
        (
            "it",
            "Il porto della città è chiuso e le barche non sono uscite, secondo il capitano, che ha detto anche di più nella sera.",
        ),
        (
            "de",
            "Der Hafen der Stadt ist zu und die Boote sind nicht mit dem Kapitän auf das Meer "
            "gefahren, sondern noch in den Buchten.",
        ),
        (
            "id",
            "Pelabuhan itu ditutup dan kapal yang akan pergi tidak dapat keluar dari kota karena "
            "angin, kata kapten dengan tegas pada malam ini.",
        ),
        (
            "tr",
            "Liman kapandı ve gemiler için çok zor bir gece oldu, dedi kaptan; ancak bu kadar "
            "rüzgar daha önce de olduğunu söyledi.",
        ),
        (
            "ru",
            "Порт города закрыт, и лодки не могут выйти, сообщил капитан, который был на башне, но "
            "это было не в первый раз за год.",
        ),
        (
            "uk",
            "Порт міста закрито, і човни не можуть вийти, сказав капітан, який був на вежі, але це "
            "було не вперше за рік та його людей.",
        ),
        (
            "ar",
            "قال القبطان إن الميناء مغلق وإن السفن لا يمكن أن تخرج من المدينة بعد العاصفة التي كانت "
            "في الليل، كما قال إن هذا كان من قبل.",
        ),
        (
            "fa",
            "بندر شهر بسته است و کشتی ها از این شهر بیرون نمی روند، ناخدا گفت که این را در شب دیده است و باید تا صبح برای آن ماند.",
        ),
        (
            "ur",
            "شہر کی بندرگاہ بند ہے اور جہاز باہر نہیں جا سکتے، کپتان نے بتایا کہ یہ رات کے وقت ہوا اور اس میں کوئی زخمی نہیں ہے۔",
        ),
        ("el", "Το λιμάνι της πόλης είναι κλειστό και τα πλοία δεν βγήκαν, είπε ο καπετάνιος στον πύργο με τους άντρες του."),
        (
            "zh",
            "这座城市的港口已经关闭，船只无法出海，船长在塔楼上说，这不是第一次发生这样的事情，居民们正在等待风暴过去，天亮之前没有人能够离开。",
        ),
        (  # few little words but those of Bulgarian; letters that only Russian has of the two
            "ru",
            "На пруду и в порту от рыбаков не осталось ни лодки, ни сети. За плотиной сушили невод, и рыбы до зимы не прибыло.",
        ),
        ("no", "Havnen i byen er stengt, og båtene kan ikke gå ut, sa kapteinen, som hadde vært i tårnet siden i går kveld."),
        (
            "hr",
            "Gradska luka je zatvorena i brodovi ne mogu isploviti, rekao je kapetan, koji je bio na kuli od jučer navečer. "
            "Općina je priopćila da će se promet nastaviti tijekom sljedećeg tjedna, u srpnju ili kolovozu, kad ministarstvo "
            "financija izda dopuštenje, a gospodarstvenici traže uvođenje izvanrednoga stanja i točan raspored vlakova.",
        ),
        ("ca", "El port de la ciutat és tancat i les barques no poden sortir, va dir el capità, que era a la torre des d'ahir."),
        ("hi", "शहर का बंदरगाह बंद है और नावें बाहर नहीं जा सकतीं, कप्तान ने कहा, जो कल शाम से मीनार पर थे।"),
        (None, "Orle Sele Tarn Voss Mira Kerr Lantern Pier Buoy Crane Orle Sele Tarn Voss Mira Kerr Lantern"),
        (None, "Orle."),
    ],
)
def test_language(tmp_path: Path, language: str | None, text: str):
    assert written(tmp_path, text + "\n\n" + text).language == language


def test_furniture_enters_no_statistics_of_language(tmp_path: Path):
    russian = "Заголовок открытого окна"
    page = written(tmp_path, f"Second pier opens in Orle\n\n{PROSE}\n\n{MORE}\n" + f"{russian}\n" * 12)
    assert page.language == "en"


@pytest.mark.parametrize(
    ("head", "body", "outlet"),
    [
        ("Pier shut\n\nOrle Lantern live desk\n\n", "A sailor told the Lantern that it rained.", None),
        ("Pier shut\n\nOrle Courier live desk\n\n", "A sailor told the Courier that it rained.", "Orle Courier"),
        ("Pier shut\n\nA pier. - Orle Courier, 04.05.2031\n\n", "He did not answer questions from the Courier.", "Orle Courier"),
        ("Pier shut\n\nSunday, 4 May 2031 | The Daily Buoy\n\n", "The Daily Buoy was the first paper to warn.", "The Daily Buoy"),
        ("Pier shut\n\nSunday, 4 May 2031 | Mira Voss\n\n", "Mira Voss was on the pier when it rained.", None),
        ("Pier shut\n\n", "A sailor has told Norrbeam. Norrbeam has asked the office for a comment.", "Norrbeam"),
        ("Pier shut\n\n", "A sailor has told Norrbeam that it rained.", None),
        ("Pier shut\n\n", "She told Aldo that he has asked the office for a comment.", None),
    ],
)
def test_outlet_from_its_masthead(tmp_path: Path, head: str, body: str, outlet: str | None):
    assert written(tmp_path, f"{head}{PROSE} {body}\n\n{MORE}").outlet == outlet


def test_a_host_may_leave_small_words_out(tmp_path: Path):
    rows = [
        {"url": "https://voz-tolm.example/a", "text": f"{PROSE} Ella lo contó a La Voz de la Tolm. {MORE}"},
        {"url": "https://orlecoast.example/b", "text": f"{PROSE} The Voz Grande Tolm, a boat, sank. {MORE}"},
    ]
    path = tmp_path / "r.jsonl"
    path.write_text("\n".join(json.dumps(r) for r in rows))
    assert [d.outlet for d in named(documents(path))] == ["Voz de la Tolm", "orlecoast.example"]


def test_a_host_has_the_name_that_the_pile_writes_for_it(tmp_path: Path):
    rows = [
        {"url": "https://www.harbour-ledger.example/a/1", "text": f"{PROSE} {MORE}"},
        {"url": "https://orlecoast.example/b", "text": f"{PROSE} So the Harbour Ledger’s crew said. HARBOUR LEDGER! {MORE}"},
        {"url": "https://folhadecosta.example/c", "text": f"{PROSE} Disse à Folha de Costa. {MORE}"},
    ]
    path = tmp_path / "r.jsonl"
    for order in (rows, rows[::-1]):
        path.write_text("\n".join(json.dumps(r) for r in order))
        found = named(documents(path))
        assert {d.url: d.outlet for d in found} == {
            rows[0]["url"]: "Harbour Ledger",
            rows[1]["url"]: "orlecoast.example",
            rows[2]["url"]: "Folha de Costa",
        }


@pytest.mark.parametrize(
    ("host", "head", "outlet"),
    [
        ("millandwell.example", "The mill is open\n\nMill & Well | Water | 9 March 2031", "Mill & Well"),
        ("medwell.example", "The mill is open\n\nMedial Well\nOrle, 9 March 2031", "Medial Well"),
        ("blackmillnotes.example", "The mill is open\n\nBlack Mill River Notes, 9 March 2031", "Black Mill River Notes"),
        ("norrin-info.example", "Мельница открыта\n\n«Норрин-Инфо»\n9 марта 2031", "Норрин-Инфо"),
        ("sadaalnahr.example", "الطاحونة مفتوحة\n\nصدى النهر – 9 مارس 2031", "صدى النهر"),
        ("medwell.example", "The mill is open\n\nMedial Mill\nOrle, 9 March 2031", "medwell.example"),
        ("medwell.example", "The mill is open\n\nMelting Dew\nOrle, 9 March 2031", "medwell.example"),
        ("norrin-info.example", "Мельница открыта\n\n«Ост Вик»\n9 марта 2031", "norrin-info.example"),
        ("gazetteht.example", "Le moulin rouvre\n\nLa Gazette du Haut-Tolm, 9 mars 2031", "La Gazette du Haut-Tolm"),
        ("gazetteht.example", "Le moulin rouvre\n\nLa Gazette du Tolm, 9 mars 2031", "gazetteht.example"),
        ("norrin-melnik.example", "Мельница открыта\n\nНоррин Мельник › Вода › 9 марта 2031", "Норрин Мельник"),
        ("tolmecho-norrin.example", "The mill is open\n\nTolm Echo, March 9, 2031", "Tolm Echo"),
        ("tnp-norrin.example", "The mill is open\n\nNORRIN, March 9 (TNP) - The mill is open.", "TNP"),
        ("tnp-norrin.example", "The mill is open\n\nNORRIN, March 9 (TNA) - The mill is open.", "tnp-norrin.example"),
        ("tnp1.example", "TNP-1 | English\n\nThe mill of Norrin is open", "TNP-1"),
        ("norrinmill.example", "The mill is open\n\nNorrin Mill Monitor (NMM) | 9 March 2031", "Norrin Mill Monitor"),
        ("norrin-mills.example", "The mill is open\n\nNorrin | Water | 9 March 2031", "norrin-mills.example"),
        ("tolmin-agency.example", "Толмин\n9 марта 2031\n\nМельница открыта", "Толмин"),
        ("jwb-board.example", "Joint Water Board\nStatement 4/2031\n\nThe mill is open", "Joint Water Board"),
        ("mow.velm.example", "MINISTRY OF WATER OF VELM\nFor the media\n\nThe mill is open", "Ministry of Water of Velm"),
        ("tolm-university.example", "University of Tolm\n\nThe mill is open", "University of Tolm"),
        ("tolm-university.example", "A day at the University of Tolm\n\nThe mill is open", "tolm-university.example"),
        ("norrinwater.example", "Norrin Water Monitor (NWM) | 9 March 2031\n\nThe mill is open", "Norrin Water Monitor"),
        ("ntv4.example", "NTV-4 | English\n\nThe mill is open", "NTV-4"),
    ],
)
def test_a_host_may_shorten_or_transliterate_a_name_of_the_head(tmp_path: Path, host: str, head: str, outlet: str):
    path = tmp_path / "r.jsonl"
    path.write_text(json.dumps({"url": f"https://{host}/a", "text": f"{head}\n\n{PROSE}\n\n{MORE}"}))
    assert [d.outlet for d in named(documents(path))] == [outlet]


ARTICLE = (
    "\n\nThe harbour guard of Orle closed both piers on Monday after a crane had fallen onto the fuel jetty.\n\nNobody was hurt, "
    "the harbour master said, but two boats were lost and the ferry to Brund will not sail before the jetty has been looked at.\n"
)


@pytest.mark.parametrize(
    ("head", "url", "title"),
    [
        ("THE ORLE LEDGER | Harbour", "https://orleledger.example/1", "Crane falls onto jetty, two boats lost"),
        ("Radio Orle, Brund", "https://radioorle.example/1", "Crane falls onto jetty, two boats lost"),
        ("orle nine — notes from the wrong pier", "https://orlenine.example/1", "Crane falls onto jetty, two boats lost"),
        ("SALT & CRANE\nboats, mostly, and what sinks them", "https://saltandcrane.example/1", "Who let the crane fall then?"),
        ("Orle Daily > Editor's note", "https://orledaily.example/1", "Crane falls onto jetty, two boats lost"),
        (
            "ORLEPROOF / Rated: FALSE (picture), UNPROVEN (the number of boats)",
            "https://orleproof.example/1",
            "No, not both piers fell",
        ),
    ],
)
def test_a_nameplate_is_no_title(tmp_path: Path, head: str, url: str, title: str) -> None:
    record = json.dumps({"url": url, "text": f"{head}\n\n{title}{ARTICLE}"})
    document = written(tmp_path, record, "pages.jsonl")
    assert document.title == title
    assert any(f.span.start == 0 and f.kind == "navigation" for f in document.furniture)


@pytest.mark.parametrize(
    ("title", "url"),
    [
        ("Breaking | Crane falls on Orle", "https://orleledger.example/1"),
        ("Orle Ledger wins the harbour prize", "https://orleledger.example/1"),
        ("The Last Crane Driver", "https://lantern.example/1"),
        ("Crane falls - harbour guard shuts both piers of Orle", "https://orleledger.example/1"),
    ],
)
def test_a_headline_that_is_like_a_nameplate_is_the_title(tmp_path: Path, title: str, url: str) -> None:
    document = written(tmp_path, json.dumps({"url": url, "text": title + ARTICLE}), "pages.jsonl")
    assert document.title == title and not any(f.span.start == 0 for f in document.furniture)


def test_a_short_name_in_a_dateline_names_an_address_that_is_it_with_a_word_of_mastheads(tmp_path: Path) -> None:
    for host, outlet in (("semelpress.example", "Semel"), ("semelboats.example", "semelboats.example")):
        text = f"Crane falls onto jetty\n\nO'ORLE, Norrin, March 3, 2031 (Semel) - {ARTICLE.strip()}"
        assert written(tmp_path, json.dumps({"url": f"https://{host}/1", "text": text}), "pages.jsonl").outlet == outlet


@pytest.mark.parametrize(
    ("head", "url", "outlet"),
    [
        ("SALT & CRANE", "https://saltandcrane.example/1", "Salt & Crane"),
        ("VOICE OF ORLE", "https://voiceoforle.example/1", "Voice of Orle"),
        ("ORLE BBN NEWS", "https://orlebbnnews.example/1", "Orle BBN News"),
        ("ORLENARA", "https://orlenara.example/1", "ORLENARA"),
    ],
)
def test_a_name_in_capitals_throughout(tmp_path: Path, head: str, url: str, outlet: str) -> None:
    text = f"{head}\n\nCrane falls onto jetty, two boats lost{ARTICLE}"
    (found,) = named([written(tmp_path, json.dumps({"url": url, "text": text}), "pages.jsonl")])
    assert found.outlet == outlet
