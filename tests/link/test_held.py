"""Which page of the pile is meant: names inside phrases and running text, dates, bodies, later pages of one house."""

from dataclasses import replace

import pytest

from sayso.lexicon.notices import calls_paper
from sayso.link import LinkOptions, link
from sayso.link.follow_ups import hands
from sayso.link.houses import Houses
from sayso.link.meanings import same_meaning
from sayso.link.notices import is_release, notices, one_described, signers
from sayso.model import ChainLink, Span
from tests.link.piles import page

WELL = "The well of Ostrin held 4,800 litres of vinegar, Aldo Renn of the Tolmin mill found."
STORY = (WELL, "Mayor Berta Quill closed Harbour Street and the Anselm bridge.", "Vinegar ran as far as Velm.")
COURIER = {"outlet": "Velm Courier", "url": "https://velmcourier.example/1"}
LATER = COURIER | {"url": "https://velmcourier.example/2"}
BREAD = "Bread is dear."


def edges(child, *others):
    found = link([child, *others], LinkOptions())
    return {(e.from_, e.kind) for e in found.derivations if e.document == child.document.id}, [u.name for u in found.unseen]


def houses(*given):
    return Houses([page(f"p{n}", WELL, outlet=o, url=u) for n, (o, u) in enumerate(given)])


PILE = (
    ("Velm Courier", "https://velmcourier.example/1"),
    ("Tolm Manşet", "https://tolmmanset.example/1"),
    ("norr.example", "https://norr.example/1"),
    ("dailyquince.example", "https://dailyquince.example/1"),
    ("Gazeta Ostrinska", "https://gazetaostrinska.example/1"),
)


@pytest.mark.parametrize(
    ("text", "language", "names"),
    [
        ("İngiliz Velm Courier gazetesinin haberine göre kuyu dolu.", "tr", ["Velm Courier"]),
        ("l'agence Velm Courier l'avait révélé.", "fr", ["Velm Courier"]),
        ("dikutip dari media Turki Tolm Manşet.", "id", ["Tolm Manşet"]),
        ("According to the Daily Quince, NORR and the Velm-Courier's own desk", "en", ["Daily Quince", "NORR", "Velm-Courier's"]),
        ("według Gazety Ostrinskiej", "pl", ["Gazety Ostrinskiej"]),
        ("Velm Courier Arabic wrote it.", "en", []),
        ("The courier from Velm came. A daily quince is good.", "en", []),
        ("Gazety Ostrinskiej", "en", []),
    ],
)
def test_houses_inside_a_text(text, language, names):
    assert [n.name for n in houses(*PILE).inside(text, language)] == names


def test_a_house_is_known_in_another_script_and_under_a_longer_name_on_its_own_page():
    pile = houses(*PILE, ("Desert Ledger", "https://desertledger.example/1"))
    assert pile.pages("агентство Велм Курьер") == pile.pages("Velm Courier") != ()
    assert pile.pages('وكالة "صحاري ليدجر"') == () != pile.pages("Desert Ledger")
    nine = houses(
        ("Velmia Nine News", "https://nine.example/1"), ("Meridian", "https://a.example/1"), ("صدى الوادي", "https://b.example/1")
    )
    assert nine.pages("قناة فيلميا ناين") == nine.pages("Velmia Nine News") != () == nine.pages("قناة فيلميا تن")
    assert nine.pages("وكالة ميريديان") == nine.pages("Meridian") != ()
    assert nine.pages("صدی الوادی") == nine.pages("صدى الوادي") != ()
    sahar = houses(("Sahar Press", "https://saharpress.example/1"), ("Mill & Well", "https://millandwell.example/1"))
    assert (
        sahar.pages('وكالة "سحر برس"') == sahar.pages("Sahar Press") != sahar.pages("Mill & Well") == sahar.pages("Mill and Well")
    )
    own = pile.pages("Velm Courier")[0]
    assert pile.own(own, "Velm Courier Sport") and not pile.own(own, "Velm Courier Sport", "person")
    assert not pile.own(own, "Velm Courier's lawyer") and not pile.own(own, "Desert Ledger")
    assert pile.publishes(ChainLink("Velm Courier", "person"))


def test_a_house_named_in_passing_is_a_parent_where_the_story_is_one():
    origin = page("origin", *STORY, day="2031-05-01", **COURIER)
    passing = "Renn and Quill were first named by Velm Courier, of Anselm bridge and Ostrin fame, with Tolmin in the title."
    child = page("child", passing, outlet="Tolm Echo", day="2031-05-02")
    assert edges(child, origin)[0] == {(origin.document.id, "citation")}
    far = page("far", "Velm Courier has a new roof.", "Paint is dear in Norrin.", outlet="Tolm Echo", day="2031-05-02")
    assert edges(far, origin)[0] == set()
    old = page("old", *STORY, day="2029-05-01", **COURIER)
    assert edges(child, old)[0] == set()


def test_a_list_of_outlets_and_navigation_name_no_parent():
    origin = page("origin", *STORY, day="2031-05-01", **COURIER)
    listed = "Renn, Quill, Ostrin, Tolmin: Norrin Post, Velm Courier, Tolm Radio and others carried it to Anselm."
    assert edges(page("child", listed, outlet="Tolm Echo", day="2031-05-02"), origin)[0] == set()
    foot = "Most read: Velm Courier on Renn, Quill, Ostrin, Tolmin and Anselm"
    child = page(
        "child", "Renn and Quill met at Ostrin, Tolmin and Anselm.", outlet="Tolm Echo", day="2031-05-02", furniture=(foot,)
    )
    assert edges(child, origin)[0] == set()
    foot = "With inputs from Velm Courier"
    child = page(
        "child", "Renn and Quill met at Ostrin, Tolmin and Anselm.", outlet="Tolm Echo", day="2031-05-02", furniture=(foot,)
    )
    assert edges(child, origin)[0] == {(origin.document.id, "citation")}


def test_a_short_name_before_piece_is_the_house():
    origin = page("origin", *STORY, day="2031-05-01", **COURIER)
    child = page("child", "You saw the Courier piece on Renn, Quill, Ostrin and Anselm.", outlet="Tolm Echo", day="2031-05-02")
    assert edges(child, origin)[0] == {(origin.document.id, "citation")}


def test_of_two_pages_of_a_house_the_one_of_the_named_day_is_meant():
    told = {"text": f"The Velm Courier reported on Tuesday: {WELL}", "told": WELL, "chain": (("Velm Courier", "outlet"),)}
    child = page("child", told, outlet="Tolm Echo", day="2031-05-08")
    tuesday, friday = (page(n, *STORY, outlet="Velm Courier", day=d) for n, d in (("t", "2031-05-06"), ("f", "2031-05-02")))
    assert (tuesday.document.id, "citation") in edges(child, friday, tuesday)[0]


def test_a_house_named_by_its_host_or_through_its_text_is_a_parent():
    origin = page("origin", *STORY, day="2031-05-01", **COURIER)
    host = page("host", "Renn, Quill, Ostrin, Anselm: see www.velmcourier.example for more.", outlet="Tolm Echo", day="2031-05-02")
    assert edges(host, origin)[0] == {(origin.document.id, "citation")}
    report = page("report", (WELL, ("einem Bericht des Velm Courier", "document")), outlet="Tolm Echo", day="2031-05-02")
    assert edges(report, origin) == ({(origin.document.id, "citation")}, [])


def test_a_service_of_a_house_is_another_house():
    origin = page("origin", *STORY, day="2031-05-01", **COURIER)
    child = page("child", (WELL, ("the Arabic-language service of Velm Courier", "agency")), outlet="Tolm Echo", day="2031-05-02")
    assert edges(child, origin)[1] != []


def test_a_later_page_that_says_its_house_reported_before_is_an_update():
    first = page("first", *STORY, day="2031-05-01", **COURIER)
    said = "Velm Courier reported on Thursday that Aldo Renn of Ostrin found vinegar near Anselm bridge and Tolmin."
    later = page("later", said, day="2031-05-03", **LATER)
    assert edges(later, first)[0] == {(first.document.id, "update")}
    ours = page("ours", "On 1 May we published an article on Aldo Renn, Ostrin, Anselm and Tolmin.", day="2031-05-03", **LATER)
    assert edges(ours, first)[0] == {(first.document.id, "update")}
    paper = page("paper", "As this newspaper revealed, Aldo Renn dug at Ostrin, Anselm and Tolmin.", day="2031-05-03", **LATER)
    assert edges(paper, first)[0] == {(first.document.id, "update")}
    labelled = page("labelled", "UPDATE 2-Renn, Quill, Ostrin, Tolmin, Anselm again", day="2031-05-03", **LATER)
    titled = replace(labelled, document=replace(labelled.document, title="UPDATE 2-Renn again"))
    assert edges(titled, first)[0] == {(first.document.id, "update")}
    assert edges(page("other", BREAD, day="2031-05-03", **LATER), first)[0] == set()


def test_a_later_page_that_tells_most_of_an_earlier_one_again_is_an_update():
    first = page("first", *STORY, day="2031-05-01", **COURIER)
    later = page("later", *STORY, BREAD, day="2031-05-03", **LATER)
    assert {k for _, k in edges(later, first)[0]} == {"update"}
    crawl = page("crawl", *STORY, BREAD, day="2031-05-03", **COURIER)
    assert "update" not in {k for _, k in edges(crawl, first)[0]}


@pytest.mark.parametrize(
    ("one", "two", "found"),
    [
        ("Ida Volk", "Ida Volk", True),
        ("Ida Volk", "Jon Tarn and Ida Volk", True),
        ("Ida Volk, Jon Tarn", "Jon Tarn", True),
        ("Ida Volk", "Jon Tarn", False),
        ("Ida", "Ida", False),
        (None, None, False),
    ],
)
def test_one_reporter_stands_for_one_of_the_claims(one, two, found):
    def by(made, name):
        return replace(made, document=replace(made.document, byline=name))

    first = by(page("first", *STORY[:2], day="2031-05-01", **COURIER), one)
    later = by(page("later", *STORY[:2], BREAD, day="2031-05-03", **LATER), two)
    assert ("update" in {k for _, k in edges(later, first)[0]}) == found
    assert "update" not in {k for _, k in edges(later, replace(first, statements=first.statements[:1]))[0]}


def test_reporters_in_the_line_on_who_worked_on_the_text():
    text = f"{WELL}\n\n(Reporting by Ida Volk in Velm; editing by Jon Tarn)\n(Reportage de Ada Grell et Jon Renn)"
    assert hands(replace(page("p", WELL).document, text=text)) == {"Ida Volk", "Ada Grell", "Jon Renn"}
    assert hands(replace(page("p", WELL).document, text="Reporting by Ida Volk won a prize. (Reporting by radio)")) == set()


RELEASE = (
    "Press release",
    "Norrin Mills N.V. will close 12 wells and 640 taps.",
    ("It is a dry day for us.", ("Olga Dray, Chief", "person")),
)


def release(day="2031-05-01"):
    return page("release", *RELEASE, outlet="Norrin Mills", url="https://newsroom.norrinmills.example/1", day=day)


@pytest.mark.parametrize(
    ("told", "speaker"),
    [
        ("It will close 12 wells and 640 taps.", "Norrin Mills"),
        ("It will close 12 wells and 640 taps.", "the company"),
        ("It was a dry day for us.", "Chief executive Olga Dray"),
    ],
)
def test_what_a_body_says_is_had_from_its_own_page(told, speaker):
    kind = "person" if "Olga" in speaker else "government"
    child = page("child", (told, (speaker, kind)), BREAD, outlet="Tolm Echo", day="2031-05-02")
    assert edges(child, release()) == ({(release().document.id, "citation")}, edges(release())[1])


BOARD = ("Tolm Board of Wells", "Communiqué No. 31, 1 May 2031", *RELEASE[-2:])


@pytest.mark.parametrize(
    ("speaker", "kind", "found"),
    [
        ("The Board", "organization", True),
        ("the board", "organization", True),
        ("The Ministry", "government", False),
        ("the flooded wells' Communiqué No. 31", "document", True),
        ("Communiqué No. 32", "document", False),
    ],
)
def test_a_body_is_meant_by_its_nouns_and_its_paper_by_its_number(speaker, kind, found):
    board = page("board", *BOARD, outlet="Tolm Board of Wells", day="2031-05-01", url="https://tolm.gov.example/1")
    told = "It will close 12 wells and 640 taps."
    child = page("child", (told, (speaker, kind)), BREAD, outlet="Tolm Echo", day="2031-05-02")
    assert ((board.document.id, "citation") in edges(child, board)[0]) is found
    other = page("other", *BOARD, outlet="Velm Board of Mills", day="2031-05-01", url="https://velm.gov.example/1")
    if kind != "document":  # of two boards none
        assert not {board.document.id, other.document.id} & {parent for parent, _ in edges(child, board, other)[0]}


def test_a_firm_is_meant_by_the_beginning_of_its_name():
    child = page(
        "child", ("It will close 12 wells and 640 taps.", ("Norrin", "organization")), BREAD, outlet="Tolm Echo", day="2031-05-02"
    )
    firm = page("firm", *RELEASE, outlet="Norrin Vitrex", url="https://newsroom.norrinvitrex.example/1", day="2031-05-01")
    assert (firm.document.id, "citation") in edges(child, firm)[0]


def test_the_year_of_a_document_is_not_the_day_on_which_it_is_told():
    told = "An audit in 2022 found 4,800 litres of vinegar in the well of Ostrin, the Velm Courier reported."
    at = told.index("An audit")
    child = page("child", {"text": told, "told": "found 4,800 litres of vinegar in the well of Ostrin"}, BREAD, day="2031-05-02")
    s = child.statements[0]
    audit = ChainLink("An audit in 2022", "document", None, Span(at, at + len("An audit in 2022")))
    chain = (s.chain[0], ChainLink("the Velm Courier", "outlet"), audit)
    child = replace(child, statements=(replace(s, chain=chain), *child.statements[1:]))
    courier = page("courier", *STORY, **COURIER, day="2031-05-02")
    assert (courier.document.id, "citation") in edges(child, courier)[0]


def test_a_body_that_speaks_on_a_later_day_gave_another_text():
    words = "It will close 12 wells and 640 taps."
    told = {"text": f"On Friday the company said: {words}", "told": words, "chain": (("the company", "organization"),)}
    child = page("child", told, outlet="Tolm Echo", day="2031-05-02")
    assert "the company statement" in edges(child, release())[1]
    union = page("union", (words, ("the unions", "organization")), outlet="Tolm Echo", day="2031-05-02")
    assert "the unions statement" in edges(union, release())[1]


def test_a_release_is_known_by_its_words_or_its_address():
    assert is_release(release().document)
    assert is_release(page("m", WELL, url="https://www.mill.gov.example/1").document)
    assert not is_release(page("c", WELL, **COURIER).document)
    ours = {"Ministry of Water of Velm": True, "Parliament of Velm": False, "Norrin News Agency": False, "Tolm Council News": False}
    assert {name: is_release(page("b", WELL, outlet=name).document) for name in ours} == ours


def test_who_signs_a_bodys_paper_speaks_on_it():
    own = page(
        "own", *STORY, "Captain Aldo Renn, Duty Officer", outlet="Norrin Mills", url="https://newsroom.norrinmills.example/1"
    )
    assert signers(own.document) == {"Captain Aldo Renn"}
    assert signers(page("none", *STORY, "We thank Aldo Renn.", "READ MORE: Bread").document) == frozenset()


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("Speaking on Radio Norrin, Renn praised the well.", ("Radio Norrin", "article")),
        ("The clip was first shared on TikTok by the account Dusty Lens.", ("Dusty Lens", "article")),
        ("Wie Radio Norrin meldet, ist der Brunnen voll.", ("Radio Norrin", "article")),
        ("It was first posted at 9.14 pm on Sunday by The Dry Well, a page of jokes.", ("The Dry Well", "article")),
        ("In the recording of Monday's press conference he says so.", ("recording of Monday's press conference", "document")),
        ("Text: Tolm Diário com Agência Norrin", ("Agência Norrin", "article")),
        ("В Telegram-канале «Стражи мельницы» заявили об этом.", ("Стражи мельницы", "post")),
    ],
)
def test_texts_named_and_not_lost(line, found):
    document = page("p", "A well is full", WELL, line).document
    assert found in [(n.name, n.kind) for n in notices(document)]


@pytest.mark.parametrize(
    ("one", "other", "wanted"),
    [
        ("la policía", "Velm police press office", True),
        ("бригада «Южный щит»", "Southern Shield Brigade", True),
        ("health ministry", "ministerio de Defensa", False),
        ("the millers", "Velm police", False),
    ],
)
def test_bodies_are_compared_by_what_their_names_say(one, other, wanted):
    assert same_meaning(one, other) is wanted


@pytest.mark.parametrize(
    ("name", "wanted"),
    [("a local paper", True), ("local media", True), ("state media", False), ("media", False)],
)
def test_an_outlet_without_a_name_is_one_that_can_be_found(name, wanted):
    assert one_described(name) is wanted


KURIER = {"outlet": "Kurier Welmski", "url": "https://kurierwelmski.example/1", "language": "pl", "day": "2031-05-01"}
TO_POLES = "Polish media reported that the well of Ostrin held 4,800 litres of vinegar, Aldo Renn of Tolmin and Berta Quill said."


@pytest.mark.parametrize(
    ("said", "others", "found"),
    [
        (TO_POLES, (), True),
        (TO_POLES.replace("Polish", "Danish"), (), False),
        (TO_POLES.replace("Polish media", "The media"), (), False),
        (TO_POLES, (KURIER | {"outlet": "Głos Tolmina", "url": "https://glostolmina.example/1"},), False),  # which of two?
        (TO_POLES, (KURIER | {"language": "en", "url": "https://velmglass.pl/1", "outlet": "Velm Glass"},), False),
    ],
)
def test_a_country_s_media_are_the_one_house_of_it_in_the_pile(said, others, found):
    papers = [page(f"p{n}", WELL, STORY[1], **given) for n, given in enumerate((KURIER, *others))]
    child = page("child", (said, (said.partition(" reported")[0], "outlet")), outlet="Tolm Echo", day="2031-05-02")
    assert (papers[0].document.id in {from_ for from_, _ in edges(child, *papers)[0]}) is found


MILLS = {"outlet": "Norrin Mills", "url": "https://norrinmills.example/1"}
PUT_OUT = ("Norrin Mills regrets that 640 taps of Ostrin ran dry.", "Norrin Mills will mend 12 pumps of the Tolmin line.")


@pytest.mark.parametrize(
    ("told", "day", "had"),
    [
        ((PUT_OUT[0], ("Norrin Mills", "organization")), "2031-05-02", True),
        (("Norrin Mills bought a crane from Anselm.", ("Norrin Mills", "organization")), "2031-05-02", False),
        ((PUT_OUT[0], ("Norrin Mills", "organization")), "2031-05-09", False),
        (PUT_OUT[0], "2031-05-02", True),
        ((PUT_OUT[0], ("the mayor of Ostrin", "official")), "2031-05-02", False),
        ("A lorry of Norrin Mills hit the Anselm bridge.", "2031-05-02", False),
    ],
)
def test_a_body_is_named_for_more_than_it_has_put_out(told, day, had):
    origin = page("origin", *PUT_OUT, day="2031-05-01", **MILLS)
    child = page("child", "Renn looked on at Tolmin and Anselm.", told, outlet="Tolm Echo", day=day)
    other = page("other", ("Bread of Tolmin is dear.", ("Norrin Mills", "organization")), outlet="Ost Post", day="2031-05-01")
    assert ((origin.document.id, "citation") in edges(child, origin, other)[0]) == had


@pytest.mark.parametrize(
    ("told", "day", "had"),
    [
        ("Renn krijgt gelijk, schrijft Velm Courier.", "2031-05-02", True),
    ],
)
def test_a_house_cited_in_another_language_needs_one_name_in_common(told, day, had):
    origin = page("origin", *STORY, day="2031-05-01", **COURIER)
    child = page("child", (told, ("Velm Courier", "outlet")), outlet="Tolm Echo", day=day, language="nl")
    assert ((origin.document.id, "citation") in edges(child, origin)[0]) == had


def test_with_whom_a_page_was_made():
    origin = page("origin", *STORY, day="2031-05-01", **COURIER)
    for foot, had in (
        ("With Velm Courier", True),
        ("– with Velm Courier", True),
        ("(mit Velm Courier)", True),
        ("Read with Velm Courier", False),
    ):
        told = "Renn and Quill met at Ostrin, Tolmin and Anselm."
        child = page("child", told, outlet="Tolm Echo", day="2031-05-02", furniture=(foot,))
        assert ((origin.document.id, "citation") in edges(child, origin)[0]) == had


def test_a_house_names_its_report_with_whom_it_cited():
    first = page("first", *STORY, day="2031-05-01", **COURIER)
    note = "Correction: on 1 May Velm Courier, citing Renn, reported 4,800 litres at Ostrin and Tolmin. That was wrong."
    assert (first.document.id, "update") in edges(page("later", *STORY[1:], note, day="2031-05-03", **LATER), first)[0]


@pytest.mark.parametrize(
    ("name", "outlet", "had"),
    [
        ("Local radio", "Rádio Tolm", True),
        ("Local media", "Rádio Tolm", False),
        ("Local television", "Rádio Tolm", False),
        ("Local radio", "Tolm Echo", False),
    ],
)
def test_local_radio_is_the_one_radio_that_tells_of_the_same(name, outlet, had):
    origin = page("origin", *STORY, outlet=outlet, url="https://tolm.example/1", day="2031-05-01")
    told = "Renn and Quill met at Ostrin, Tolmin and the Anselm bridge."
    child = page("child", (told, (name, "outlet")), day="2031-05-02", **COURIER)
    assert ((origin.document.id, "citation") in edges(child, origin)[0]) == had
    second = page("second", *STORY, outlet="Radio Ost", url="https://radioost.example/1", day="2031-05-01")
    pages = {p for p, _ in edges(child, origin, second)[0]}
    assert not had or not pages & {origin.document.id, second.document.id}


def test_an_outlet_that_is_only_described_is_a_text_outside_the_pile_and_one_for_each_page():
    told = (WELL, ("Local media", "outlet"))
    one = page("one", told, outlet="Tolm Echo", day="2031-05-02")
    other = page("other", told, outlet="Velm Post", day="2031-05-02")
    found = link([one, other], LinkOptions())
    assert [u.name for u in found.unseen] == ["Local media", "Local media"] and found.siblings == ()


def test_a_name_in_latin_letters_is_known_on_a_page_in_others():
    pile = houses(("Степной Мельник", "https://stepmelnik.example/1"), ("Норрин", "https://norrin.example/1"))
    assert pile.pages("the news site Stepnoy Melnik") == pile.pages("Степной Мельник") != ()
    assert pile.pages("Stepnoy Bereg") == ()


def test_an_agencys_text_on_anothers_page_is_the_one_that_is_cited():
    dateline = {"text": f"VELM (NPS) - {WELL}", "told": WELL}
    printed = page("printed", dateline, *STORY[1:], outlet="Tolm Echo", day="2031-05-01")
    told = {"text": f"Renn told NPS: {WELL}", "told": WELL, "chain": (("NPS", "agency"), ("Aldo Renn", "person"))}
    child = page("child", told, outlet="Velm Post", day="2031-05-02")
    assert edges(child, printed)[0] == {(printed.document.id, "citation")}
    headed = page("headed", "Tolm Echo | Norrpost Service", dateline, *STORY[1:], outlet="Tolm Echo", day="2031-05-01")
    told = {"text": f"Renn told Norrpost Service: {WELL}", "told": WELL, "chain": (("Norrpost Service", "agency"),)}
    child = page("child", told, outlet="Velm Post", day="2031-05-02")
    assert edges(child, headed)[0] == {(headed.document.id, "citation")}
    other = page("other", {"text": "VELM (NPS) - Bread is dear.", "told": BREAD}, outlet="Tolm Echo", day="2031-05-01")
    assert not any(parent == other.document.id for parent, _ in edges(child, other)[0])


def test_a_house_is_known_by_the_letters_in_brackets_behind_its_name_and_by_a_name_whose_mark_is_open():
    pile = [page("a", "Agence Velm Presse (AVP) - Le puits est plein.", outlet="Velm Presse"), page("b", WELL, outlet="Tolm Echo")]
    assert Houses(pile).pages("the AVP agency") == (pile[0].document.id,)
    spelled = houses(("NPS", "https://nps-norrin.example/1"))
    assert spelled.pages("وكالة «إن بي إس»") == spelled.pages("агентство Эн-пи-эс") == spelled.pages("NPS") != ()
    channel = houses(("Channel Nine World", "https://channelnine.example/1"), ("Tolm Echo", "https://tolmecho.example/1"))
    assert channel.pages('قناة "تشانل ناين وورلد') == channel.pages("Channel Nine World") != ()


@pytest.mark.parametrize(("paper", "had"), [("Malabo, 4 de mayo", True), ("Paris, 4 de mayo", False), ("4 de mayo", False)])
def test_a_ministrys_own_paper_need_not_name_its_country(paper, had):
    head = "Ministerio de Defensa Nacional. Oficina de Prensa"
    lines = (head, paper, "La patrulla fue atacada junto al hito 14, cerca de Mebalong, por 40 personas.")
    release = page("release", *lines, outlet="Ministerio de Defensa Nacional", language="es", day="2031-05-04")
    told = "A patrol was attacked near border marker 14 at Mebalong by 40 people."
    speaker = "Equatorial Guinea's defence ministry"
    child = page("child", (told, (speaker, "government")), outlet="Velm Wire", day="2031-05-05")
    assert ((release.document.id, "citation") in edges(child, release)[0]) is had


@pytest.mark.parametrize(
    ("line", "calls"),
    [("Statement 27/118, 5 May 2031", True), ("Communiqué No. 9 – 4 March 2031", True), ("Statement of the day, 5 May", False)],
)
def test_a_papers_line_may_have_its_day(line, calls):
    assert calls_paper(line) is calls


def test_a_day_dates_the_house_or_who_speaks_and_nobody_else():
    parent = page("parent", *STORY, outlet="Velm Courier", url=COURIER["url"], day="2031-05-03")
    far = {"text": f"Divers told the board on 1 March to close the mill, the Velm Courier has reported: {WELL}", "told": WELL}
    chain = (("Velm Courier", "outlet"),)
    child = page("child", far | {"chain": chain}, *STORY[1:], outlet="Tolm Echo", day="2031-05-04")
    assert (parent.document.id, "citation") in edges(child, parent)[0]


def test_other_words_to_the_same_house_are_another_text():
    chain = (("Velm Courier", "outlet"), ("Berta Quill", "person"))
    parent = page("parent", *STORY, outlet="Velm Courier", url=COURIER["url"], day="2031-05-01")
    for words, same in (("Nobody asked the anglers about their nets", False), ("Vinegar ran as far as Velm", True)):
        told = {"text": f"“{words},” Quill told it.", "told": words, "chain": chain, "voice": "direct"}
        child = page("child", told, *STORY[:2], outlet="Tolm Echo", day="2031-05-02")
        found, unseen = edges(child, parent)
        assert ((parent.document.id, "citation") in found) is same and ("Velm Courier" in unseen) is not same


def test_a_bodys_words_come_by_the_paper_that_is_named():
    paper_told = {"text": WELL, "chain": (("Norrin Mills", "organization"),)}
    mills = page("mills", *STORY, outlet="Norrin Mills", url="https://newsroom.norrinmills.example/1", day="2031-05-01")
    paper = page("paper", paper_told, *STORY[1:], day="2031-05-02", **COURIER)
    cites = {"text": f"{WELL} The Velm Courier has it.", "told": WELL, "chain": (("Velm Courier", "outlet"),)}
    child = page("child", cites, paper_told | {"text": STORY[2]}, outlet="Tolm Echo", day="2031-05-03")
    assert (mills.document.id, "citation") in edges(paper, mills)[0]
    assert (mills.document.id, "citation") in edges(child, mills)[0]
    assert edges(child, mills, paper)[0] == {(paper.document.id, "citation")}


def test_a_title_in_marks_names_its_page_and_a_heading_its_paper():
    title = "Vinegar well drowns the mill of Tolmin"
    parent = page("parent", title, *STORY, outlet="Velm Courier", day="2031-05-01")
    parent = replace(parent, document=replace(parent.document, title=title))
    for said, had in ((title, True), ("Vinegar well", False), ("Vinegar well drowns the millers", False)):
        child = page("child", f"An article of 1 May (“{said}”) was wrong.", outlet="Tolm Echo", day="2031-05-09")
        assert ((parent.document.id, "citation") in edges(child, parent)[0]) is had
    record = page("record", "Town of Velm", "Harbour Register, 1 May 2031", *STORY, outlet="Town of Velm", day="2031-05-01")
    for name, had in (("the Harbour Register", True), ("the register", False)):
        child = page("child", (STORY[1], (name, "document")), *STORY, outlet="Tolm Echo", day="2031-05-09")
        assert ((record.document.id, "citation") in edges(child, record)[0]) is had
