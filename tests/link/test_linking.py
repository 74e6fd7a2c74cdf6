from dataclasses import replace
from itertools import permutations

import pytest

from sayso.link import LinkOptions, link
from sayso.model import When
from tests.link.piles import page, together

SOURCE = ("an officer of the harbour guard", "anonymous")
FERRY = page(
    "ferry",
    ("The ferry Ostara sank off Velm with 214 passengers aboard.", ("Norrin Press", "agency"), SOURCE),
    ("Divers recovered 31 life jackets near the Kessel lighthouse.", ("Norrin Press", "agency"), SOURCE),
    "The shipyard of Port Anselm celebrates its centenary.",
    outlet="Velm Courier",
    day="2031-05-04",
)
BOAT = page(
    "boat",
    ("With 220 passengers on board the ferry Ostara has sunk near Velm.", ("Norrin Press", "agency"), SOURCE),
    ("Near the lighthouse of Kessel 31 life jackets were recovered by divers.", ("Norrin Press", "agency"), SOURCE),
    "Bakers in Tolm protest against the flour tax.",
    outlet="Daily Tolm",
    day="2031-05-05",
)
DENIAL = page(
    "denial",
    {
        "text": "The ferry Ostara did not sink off Velm, the owners insisted.",
        "stance": "deny",
        "chain": (("Ostara Lines", "organization"),),
    },
    outlet="Anselm Echo",
)
PILE = (FERRY, BOAT, DENIAL)


def linked(*readings):
    return link(readings, LinkOptions())


def test_a_different_figure_is_a_variant_of_the_same_claim():
    found = linked(*PILE)
    assert together(found, PILE, "214 passengers", "220 passengers")
    assert together(found, PILE, "Divers recovered 31", "31 life jackets were")
    assert not together(found, PILE, "214 passengers", "Divers recovered 31")
    assert not together(found, PILE, "centenary", "flour tax")


def test_an_equal_figure_alone_is_no_match():
    readings = page("a", "The choir of Velm has 214 singers."), page("b", "In Tolm 214 lamps were stolen.")
    assert not together(linked(*readings), readings, "singers", "lamps")


def test_a_source_s_denial_is_a_claim_of_its_own():
    assert not together(linked(*PILE), PILE, "214 passengers", "did not sink")


def test_a_page_that_denies_in_its_own_voice_tells_the_same_claim():
    own = page("own", {"text": "False: the ferry Ostara sank off Velm with 214 passengers aboard.", "stance": "deny"})
    assert together(linked(FERRY, own), (FERRY, own), "Ostara sank off Velm with", "False:")


def test_every_statement_is_in_exactly_one_claim():
    found = linked(*PILE)
    ids = [s for c in found.claims for s in c.statements]
    assert sorted(ids) == sorted(s.id for r in PILE for s in r.statements)
    assert all(c.gist and len(c.gist) <= 200 for c in found.claims)


def test_the_order_of_pages_changes_nothing():
    assert len({repr(linked(*order)) for order in permutations(PILE)}) == 1


def test_names_fold_across_spellings_and_scripts():
    readings = (
        page("a", "Rebels shelled the Marvand bridge at Dayr al-Zahr with 48 rockets."),
        page("b", "بالصواريخ قصف ٤٨ جسر مرفند في دير الزهر", language="ar"),
        page("c", "The bridge of Marvand near Deir ez-Zahr was shelled by rebels with 48 rockets."),
    )
    found = linked(*readings)
    assert together(found, readings, "Dayr al-Zahr", "Deir ez-Zahr")
    assert together(found, readings, "Deir ez-Zahr", "مرفند")


def test_one_unseen_text_has_two_children_which_are_siblings():
    found = linked(*PILE)
    press = [u for u in found.unseen if u.name == "Norrin Press"]
    assert len(press) == 1 and press[0].kind == "article"
    children = {e.document for e in found.derivations if e.from_ == press[0].id}
    assert children == {FERRY.document.id, BOAT.document.id}
    assert all(e.directed and e.declared for e in found.derivations if e.from_ == press[0].id)
    assert [(set(s.documents), s.parent) for s in found.siblings] == [(children, press[0].id)]
    assert not [e for e in found.derivations if e.from_ in children]  # the common parent explains what they share


def test_one_outlet_cited_for_unrelated_things_is_two_texts():
    one = page("one", ("The ferry Ostara sank off Velm.", ("Norrin Press", "agency")), outlet="Daily Tolm")
    two = page("two", ("Flour tax rises to 12 crowns in Anselm.", ("Norrin Press", "agency")), outlet="Velm Courier")
    assert len([u for u in linked(one, two).unseen if u.name == "Norrin Press"]) == 2


def test_a_cited_outlet_that_is_in_the_pile_is_the_parent():
    origin = page("origin", "The ferry Ostara sank off Velm with 214 passengers aboard.", outlet="Norrin Press", day="2031-05-03")
    found = linked(origin, FERRY)
    assert [(e.document, e.from_, e.directed) for e in found.derivations if e.declared] == [
        (FERRY.document.id, origin.document.id, True)
    ]
    assert not found.unseen


def test_an_outlet_cannot_have_it_from_a_later_page():
    origin = page("origin", "The ferry Ostara sank off Velm with 214 passengers aboard.", outlet="Norrin Press", day="2032-01-01")
    assert [u.name for u in linked(origin, FERRY).unseen] == ["Norrin Press"]


def test_statements_and_interviews_are_unseen_witnesses():
    reading = page(
        "talk",
        ("The dam holds.", ("Minister Aldo Renn", "official")),
        {
            "text": "A clerk told us the gate is rusty.",
            "chain": (("a clerk of the dam", "anonymous"),),
            "addressee": "Velm Courier",
        },
        outlet="Velm Courier",
    )
    assert sorted((u.name, u.kind) for u in linked(reading).unseen) == [
        ("Minister Aldo Renn statement", "statement"),
        ("Velm Courier interview with a clerk of the dam", "interview"),
    ]


def test_a_date_follows_from_a_sibling():
    dated = page(
        "dated",
        {
            "text": "On 10 April, Norrin Press said the ferry Ostara sank off Velm with 214 passengers.",
            "told": "the ferry Ostara sank off Velm with 214 passengers",
            "chain": (("Norrin Press", "agency"),),
        },
        outlet="Daily Tolm",
        day="2031-04-24",
    )
    vague = page(
        "vague",
        {
            "text": "Earlier this month, Norrin Press said that off Velm the ferry Ostara sank with 214 passengers.",
            "told": "off Velm the ferry Ostara sank with 214 passengers",
            "chain": (("Norrin Press", "agency"),),
        },
        outlet="Velm Courier",
    )
    found = linked(dated, vague)
    assert list(found.dates) == [vague.document.id]
    date = found.dates[vague.document.id]
    assert (date.when, date.basis, date.from_document) == (When("2031-04-11", "2031-05-01"), "sibling", dated.document.id)
    assert not linked(vague).dates


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("VELM, Jan 13 (NPA) - The ferry Ostara sank on Monday, the harbour board said.", "2031-01-13"),
        ("VELM, Jan 13 (NPA) - The ferry Ostara sank on Sunday, the harbour board said.", "2031-01-13"),
        ("VELM, Jan 13 (NPA) - The ferry Ostara sank on Thursday, the harbour board said.", None),
        ("VELM, Jan 13 (NPA) - The ferry Ostara sank, the harbour board said.", None),
        ("VELM, July 14 (NPA) - The ferry Ostara sank on Monday, the harbour board said.", None),
        ("The ferry Ostara sank on Monday, Jan 13, the harbour board said.", None),
    ],
)
def test_a_dateline_takes_its_year_from_the_pile(line: str, day: str | None):
    wire = page("wire", line)
    found = linked(wire, page("dated", "A ferry sank off Velm.", day="2031-01-15")).dates.get(wire.document.id)
    assert (found.start if found else None) == day
    assert not linked(wire).dates


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("Tolm Echo | Jan 13 | World", "2031-01-13"),
        ("Tolm Echo | Jan 13, 10:40 | World", "2031-01-13"),
        ("Desk and agencies, Velm, January 13", "2031-01-13"),
        ("VELM, Jan 13 (NPA) - The ferry Ostara sank, the harbour board said.", "2031-01-13"),
        ("The ferry Ostara sank off Velm on January 13", None),
        ("A diary of the ferry | Jan 13 | Jan 14", None),
        ("Tolm Echo | Jan 13, 2030 | World", None),
        ("The last voyage of July 13", None),
    ],
)
def test_a_date_line_takes_its_year_from_a_pile_of_that_time(line: str, day: str | None):
    echo = page("echo", line, "The ferry Ostara sank, the harbour board said.")
    near = [page(f"p{n}", "A ferry sank off Velm.", day=f"2031-01-{15 + n}") for n in range(3)]
    found = linked(echo, *near).dates.get(echo.document.id)
    assert (found.start if found else None) == day
    far = page("far", "A ferry sank off Velm.", day="2030-05-01")
    assert echo.document.id not in linked(echo, *near, far).dates
    assert echo.document.id not in linked(echo, *near[:2]).dates


def test_equal_bytes_are_an_undirected_copy_and_two_crawls_one_page():
    twin = replace(
        FERRY,
        document=replace(FERRY.document, id="twin", place="twin"),
        statements=tuple(replace(s, id="t" + s.id, document="twin") for s in FERRY.statements),
    )
    assert [(e.kind, e.directed) for e in linked(FERRY, twin).derivations if not e.declared] == [("copy", False)]
    crawls = [page(n, f"The ferry Ostara sank {n}.", url="https://tolm.example/ferry") for n in ("today", "yesterday")]
    assert [(e.kind, e.directed) for e in linked(*crawls).derivations] == [("same_page", False)]


def test_many_identical_pages_are_compared_once():
    pages = [page(f"copy {n}", "The ferry Ostara sank off Velm with 214 passengers aboard.") for n in range(300)]
    found = linked(*pages)
    assert [len(c.statements) for c in found.claims] == [300]
    assert len(found.derivations) == 299


def test_an_empty_pile_and_an_empty_page():
    assert linked().claims == ()
    assert linked(page("nothing", outlet="Daily Tolm")).derivations == ()


def test_ties_add_up_and_name_their_values():
    ties = linked(*PILE).ties
    assert ties
    for tie in ties:
        assert abs(sum(r.weight for r in tie.why) - tie.weight) < 0.01
        assert tie.same and tie.a < tie.b and all(r.detail for r in tie.why)


def test_a_source_has_one_identity_in_two_languages():
    names = (
        ("en", "Ostrin Basin Irrigation Authority", "organization"),
        ("pt", "a Autoridade de Irrigação da Bacia do Ostrin", "person"),
    )
    names += (
        ("fr", "le docteur Amina Ghelani", "person"),
        ("ar", "الدكتورة أمينة الغلاني", "person"),
        ("en", "Omar Gelvin", "person"),
    )
    told = [page(f"p{n}", ("Rain fell on Velm.", (who, kind)), language=lang) for n, (lang, who, kind) in enumerate(names)]
    found = linked(*told)
    ids = [found.identities[r.statements[0].chain[-1].source] for r in told]
    assert ids[0] == ids[1] != ids[2] == ids[3] != ids[4]


def test_the_same_source_has_one_identity():
    found = linked(*PILE)
    press = {s.id for r in PILE for s in r.sources if s.name == "Norrin Press"}
    assert len(press) == 2 and len({found.identities[s] for s in press}) == 1
    nameless = {s.id for r in PILE for s in r.sources if s.kind == "anonymous"}
    assert len({found.identities[s] for s in nameless}) == 1  # by way of one agency, in one claim
    alone = linked(page("a", ("Rain fell on Velm.", SOURCE)), page("b", ("Tolm bakers strike.", SOURCE)))
    assert len(set(alone.identities.values())) == 2


def test_what_a_page_has_from_the_one_it_names_it_has_from_no_third_page():
    facts = [
        "The ferry Ostara sank off Velm with 214 passengers aboard.",
        "Divers recovered 31 life jackets near the Kessel lighthouse.",
        "The captain Oke Brand had been warned of fog at 17 stations.",
        "Ostara Lines had bought the ferry from Tolm for 88 crowns.",
    ]
    origin, third = page("origin", *facts, outlet="Velm Courier"), page("third", *facts[::-1], outlet="Anselm Echo")
    naming = page("naming", *((f, ("Velm Courier", "outlet")) for f in facts), outlet="Daily Tolm")
    silent = page("silent", *facts, outlet="Daily Tolm")

    def tied(page):
        ids = {page.document.id, third.document.id}
        return any({e.document, e.from_} == ids for e in link((origin, third, page), LinkOptions(wording=False)).derivations)

    assert tied(silent)
    assert not tied(naming)


def test_facts_told_with_other_figures_are_no_facts_that_two_pages_agree_on():
    facts = [
        "The ferry Ostara sank off Velm with {} passengers aboard.",
        "Divers recovered {} life jackets near the Kessel lighthouse.",
        "The captain Oke Brand had been warned of fog at {} stations.",
        "Ostara Lines had bought the ferry from Tolm for {} crowns.",
    ]

    def tied(*figures):
        one = page("one", *(f.format(n) for f, n in zip(facts, (214, 31, 17, 88), strict=True)), outlet="Velm Courier")
        other = page("other", *(f.format(n) for f, n in zip(facts[::-1], figures, strict=True)), outlet="Anselm Echo")
        return bool(link((one, other), LinkOptions(wording=False)).derivations)

    assert tied(88, 17, 31, 214)
    assert not tied(99, 18, 32, 214)


def test_tellings_without_a_word_that_says_anything_are_no_claim_together():
    readings = page("a", "They would be."), page("b", "It was that.")
    assert all(len(c.statements) == 1 for c in linked(*readings).claims)
