"""Every screen from the invented pile: what it says, where its links lead, and that nothing can be decided where nothing may be."""

from __future__ import annotations

import dataclasses
import itertools
import re
from collections.abc import Callable
from html import unescape
from typing import Any

import pytest

from sayso.model import Place, Report, Span, Tie
from sayso.show import outline, positions, press
from sayso.show.ledger import Entry, Ledger, ledger
from sayso.show.screens import article, atlas, claim, claims, compare, method, pile, queue, timeline
from sayso.show.screens.frame import Frame
from tests.show.fiction import report
from tests.show.test_page import shape

READ = Frame(app=True, here="/here", book="dam.sayso")
WRITE = dataclasses.replace(READ, writable=True, version="7", token="t0ken")
ROUTES = re.compile(
    r"/(?:|claim/[0-9a-f]{20}|timeline/[0-9a-f]{20}|article/[0-9a-f]{20}(?:#s-[0-9a-f]{20})?|compare\?[\w=&]+|queue(?:\?[\w=&-]+)?"
    r"|map(?:\?claim=[0-9a-f]{20})?|pages(?:#voices|#changes)?|method|\?mark=(?:sum|chain|against))"
)


def located(whole: Report) -> Report:
    """The pile with a place that is known in its first statement, one that is a country, and one that is left open."""
    first = whole.readings[0]
    s = first.statements[0]
    places = (
        Place("Orm", Span(*s.span), "geonames:7", 35.25, 39.5, "city"),
        Place("Lendland", Span(*s.span), "geonames:8", 60.0, 100.0, "country"),
        Place("Quell", Span(*s.span)),
    )
    statements = (dataclasses.replace(s, places=places), *first.statements[1:])
    return dataclasses.replace(whole, readings=(dataclasses.replace(first, statements=statements), *whole.readings[1:]))


@pytest.fixture(scope="module")
def book() -> Ledger:
    return ledger(located(report()))


LOG = (
    method.Entered(1, "same", "two tellings", by="AB", at="2040-03-05", note="one wall"),
    method.Entered(2, "from", "a page", holds=False),
    method.Entered(3, "source", "a guard", orphan=True, digest="ab" * 32),
)
Screen = Callable[[Ledger], Any]
SCREENS: dict[str, tuple[Screen, Callable[[Any, Frame], str]]] = {
    "claims": (claims.claims, claims.render),
    "claim": (lambda b: claim.claim(b, b.entries[0]), claim.render),
    "article": (lambda b: article.article(b, next(iter(b.pages.values()))), article.render),
    "compare": (lambda b: compare.compare(b, list(b.pages.values())[:4]), compare.render),
    "queue": (queue.queue, queue.render),
    "timeline": (lambda b: timeline.timeline(b, b.entries[0]), timeline.render),
    "map": (atlas.atlas, atlas.render),
    "pile": (pile.pile, pile.render),
    "method": (lambda b: method.method(b, LOG), method.render),
}


def said(html: str) -> str:
    return " ".join("".join(shape(html).words).split())


@pytest.mark.parametrize("name", SCREENS)
@pytest.mark.parametrize("frame", [READ, WRITE], ids=["read", "write"])
def test_a_screen_is_whole_and_its_links_are_routes(book: Ledger, name: str, frame: Frame) -> None:
    make, render = SCREENS[name]
    html = press.sheet(name, render(make(book), frame), book, frame)
    found = shape(html)
    assert found.wrong == [] and found.open == []
    ids = [a["id"] for _, a in found.tags if "id" in a]
    assert len(ids) == len(set(ids))
    for tag, a in found.tags:
        if tag == "a" and not (a["href"] or "").startswith("#"):
            assert ROUTES.fullmatch(unescape(a["href"] or "")), a
        if tag in ("label",):
            assert a["for"] in ids
        for reference in ("aria-labelledby", "aria-describedby", "form"):
            assert a.get(reference) is None or a[reference] in ids
    assert [tag for tag, _ in found.tags].count("h1") == 1
    ranks = [int(tag[1]) for tag, _ in found.tags if re.fullmatch("h[1-6]", tag)]
    assert all(after <= before + 1 for before, after in zip([0, *ranks], ranks, strict=False))


@pytest.mark.parametrize("name", SCREENS)
def test_forms_that_write_stand_only_where_one_may(book: Ledger, name: str) -> None:
    make, render = SCREENS[name]
    context = make(book)
    for frame in (READ, Frame(app=False, writable=True, level=2)):
        assert 'method="post"' not in render(context, frame)
        assert "t0ken" not in render(context, frame)
    html = press.sheet(name, render(context, WRITE), book, WRITE)
    posts = re.findall(r'<form[^>]*method="post"[^>]*>(.*?)</form>', html, re.S)
    assert posts
    for form in posts:
        for field in ('name="token" value="t0ken"', 'name="version" value="7"', 'name="next" value="/here"'):
            assert field in form


def test_the_first_claims_are_those_of_many_pages_and_few_origins(book: Ledger) -> None:
    rows = claims.claims(book).rows
    beyond = [row.tellers - max(row.entry.claim.origins.high, 1) for row in rows]
    assert beyond == sorted(beyond, reverse=True)
    assert [row.marks for row in rows[:2]] == [("changed",), ("against", "chain", "changed")]
    html = claims.render(claims.claims(book), READ)
    assert "↺" in html and "many pages, one origin" in html


@pytest.mark.parametrize(
    ("filters", "gists"),
    [
        ({"mark": "sum"}, ["repairs rose"]),
        ({"told": "one"}, ["probably last inspected", "repairs rose"]),
        ({"page": "D", "told": "one"}, ["repairs rose"]),
        ({"state": "denied"}, ["The water took"]),
        ({"q": "WALL nine"}, ["probably last inspected"]),
        ({"q": "nothing of the kind"}, []),
        ({"source": "the valley council", "mark": "sum"}, ["repairs rose"]),
    ],
)
def test_filters_leave_what_is_asked_for(book: Ledger, filters: dict[str, str], gists: list[str]) -> None:
    context = claims.claims(book, claims.Filters(**filters))
    found = [row.entry.claim.gist for row in context.rows]
    assert len(found) == len(gists)
    assert all(any(gist in text for text in found) for gist in gists)
    html = claims.render(context, READ)
    assert f"<b>{len(gists)}</b> of 5 claims" in html


def test_every_choice_of_a_filter_says_how_many_it_leaves(book: Ledger) -> None:
    for field, choices in claims.claims(book).choices.items():
        for choice in choices:
            assert len(claims.claims(book, claims.Filters(**{field: choice.value})).rows) == choice.number
        assert choices


def test_a_claim_goes_from_the_count_to_the_reasons_to_the_words(book: Ledger) -> None:
    words = said(claim.render(claim.claim(book, book.entries[0]), READ))
    order = [
        "4 pages",
        "1–2 origins",
        "Why 1 or 2 origins",
        "The way it took",
        "Who tells it, and from whom",
        "The wordings side by side",
    ]
    places = [words.index(part) for part in order]
    assert places == sorted(places)
    assert "Claim " + book.entries[0].claim.id[:6] in words


def test_who_denies_stands_with_the_words(book: Ledger) -> None:
    context = claim.claim(book, book.entries[1])
    assert [(p.said, p.against) for p in context.positions if p.against] == [("denies it", True)]
    html = claim.render(context, READ)
    assert "What those named say themselves" in html


def named(gist: str, source: str | None) -> tuple[Entry, Ledger]:
    """The pile with its first page made to speak of Norwegian boats, heard from this source somewhere else or not."""
    whole = report()
    first = whole.readings[0]
    text = first.document.text + "\n" + gist + "\n"
    start = len(first.document.text) + 1
    s = first.statements[0]
    own = dataclasses.replace(s, span=Span(start, start + len(gist)), content=(Span(start, start + len(gist)),), cue=None)
    other = whole.readings[1]
    t = other.statements[0]
    link = dataclasses.replace(t.chain[-1], name=source, source=None)
    heard = dataclasses.replace(t, chain=(*t.chain[:-1], link)) if source else t
    whole = dataclasses.replace(
        whole,
        readings=(
            dataclasses.replace(
                first, document=dataclasses.replace(first.document, text=text), statements=(own, *first.statements[1:])
            ),
            dataclasses.replace(other, statements=(heard, *other.statements[1:])),
            *whole.readings[2:],
        ),
    )
    book = ledger(whole)
    return book.entry_of[own.id], book


def test_a_state_that_is_named_and_not_heard_is_said_to_be_so() -> None:
    entry, book = named("Norwegian boats struck the wall", None)
    found = positions.positions(entry, book, positions.heard(book))
    assert [(p.party, p.said) for p in found if not p.against] == [("Norway", "no statement in the pile")]
    assert "5 pages" in found[-1].note
    entry, book = named("Norwegian boats struck the wall", "the Norwegian harbour ministry")
    found = positions.positions(entry, book, positions.heard(book))
    assert "no statement in the pile" not in [p.said for p in found]


def test_lower_case_words_name_no_state() -> None:
    assert positions.states("they told us that turkey and china were served") == []
    assert positions.states("US jets, Turkish guns") == ["US", "TR"]


def test_shares_of_an_article_come_to_a_hundred(book: Ledger) -> None:
    for page in book.pages.values():
        found = article.shares(page)
        assert sum(s.percent for s in found) == 100
        assert [s.name for s in found] == ["sourced", "own", "nobody", "rest"]
    courier = next(p for p in book.pages.values() if p.document.outlet == "Lake Courier")
    assert article.shares(courier)[0].percent > 50


def test_side_by_side_says_what_differs(book: Ledger) -> None:
    entry = book.entries[0]
    rows = compare.compare(book, entry.pages, entry).groups[0].rows
    figures = next(r for r in rows if r.label == "person")
    assert figures.differ
    assert rows[-1].slot == "words"
    assert [c.note for c in rows[-1].cells].count("base") == 1
    assert len(compare.compare(book, list(book.pages.values()) * 3).pages) == compare.MOST


def test_a_wording_far_from_the_base_shows_what_it_shares(book: Ledger) -> None:
    entry = book.entries[0]
    cells = compare.compare(book, entry.pages, entry).groups[0].rows[-1].cells
    for cell in cells:
        assert all(kind != "left_out" for kind, _ in cell.parts) or not cell.note
        if cell.telling and not any(kind == "left_out" for kind, _ in cell.parts):
            assert " ".join(text for _, text in cell.parts) == " ".join(cell.telling.words.split())


def tied(whole: Report, weights: dict[int, float]) -> Ledger:
    """The pile with a row of ties through its first claim, each holding what stands beyond it."""
    entry = ledger(whole).entries[0]
    ids = [t.statement.id for t in entry.tellings]
    ties = [Tie(*sorted((a, b)), weights.get(n, 6.0), True, ()) for n, (a, b) in enumerate(itertools.pairwise(ids))]
    return ledger(dataclasses.replace(whole, ties=tuple(sorted(ties, key=lambda t: (t.a, t.b)))))


def test_the_queue_asks_first_what_is_expected_to_change_most() -> None:
    book = tied(report(), {0: 0.5, 1: 3.0})
    asked = [d for d in queue.queue(book).decisions if d.ask == "same"]
    assert asked[0].weight == 0.5
    assert [d.expected for d in asked] == sorted((d.expected for d in asked), reverse=True)
    first = asked[0]
    assert first.yes.before == first.yes.after
    assert len(first.no.after) == 2
    assert sum(s.pages for s in first.no.after) >= first.no.before[0].pages
    assert queue.queue(book, skip=[asked[0].key]).current != asked[0]
    assert not [d for d in queue.queue(book, judged=[(first.b, first.a)]).decisions if d.key == first.key]


def test_a_tie_that_others_stand_in_for_is_not_asked_about() -> None:
    whole = report()
    entry = ledger(whole).entries[0]
    a, b, c = [t.statement.id for t in entry.tellings][:3]
    ties = tuple(sorted((Tie(*sorted(pair), 0.5, True, ()) for pair in ((a, b), (b, c), (a, c))), key=lambda t: (t.a, t.b)))
    assert not [d for d in queue.decisions(ledger(dataclasses.replace(whole, ties=ties))) if d.ask == "same"]


def test_the_effect_stands_before_the_buttons(book: Ledger) -> None:
    html = queue.render(queue.queue(tied(report(), {0: 0.5})), WRITE)
    assert html.index("If yes") < html.index('name="act" value="same"')
    assert "nothing changes: 4 pages, 1 or 2 origins" in said(html)


def test_an_exact_effect_is_shown_as_it_is() -> None:
    book = tied(report(), {0: 0.5})
    decision = queue.queue(book).decisions[0]
    exact = queue.exactly(decision, yes=book, no=book)
    assert exact.no.exact and exact.no.after == exact.no.before
    assert queue.exactly(decision) == decision


def test_a_timeline_is_in_order_and_says_what_is_not_dated(book: Ledger) -> None:
    for entry in book.entries:
        found = timeline.timeline(book, entry)
        starts = [e.published.start or "" for e in found.events]
        assert starts == sorted(starts)
        assert len([e for e in found.events if e.page]) + len(found.undated) == len(entry.pages)
        assert all(0 <= e.left <= 1000 and e.left + e.width <= 1000 for e in found.events)


def test_places_stand_on_the_map_as_precisely_as_they_are_known(book: Ledger) -> None:
    found = atlas.atlas(book)
    assert [(s.names, s.precision, s.shown) for s in found.spots] == [
        (("Orm",), "city", True),
        (("Lendland",), "country", False),
    ]
    assert found.open == ("Quell",)
    html = atlas.render(found, READ)
    assert "35.25° N 39.50° E" in html and "60° N 100° E" in html
    assert "outside the picture" in html and "middle of a town" in html


@pytest.mark.parametrize(
    "places", [[(35.0, 39.0)], [(0.0, 179.5), (1.0, -179.5)], [(78.0, 15.0)], [(-54.0, -70.0), (70.0, 25.0)], []]
)
def test_a_view_holds_its_places(places: list[tuple[float, float]]) -> None:
    view = outline.view(places)
    assert 0 < view.width <= outline.WIDE and 0 < view.height <= outline.HIGH
    for lat, lon in places:
        x, y = outline.at(view, lat, lon)
        assert 0 <= x <= view.width and 0 <= y <= view.height
    assert len(outline.picture(view).path) < 60_000


def test_no_outline_runs_right_across_the_world() -> None:
    for ring, _ in outline._rings():
        assert all(abs(a[0] - b[0]) < 180 for a, b in itertools.pairwise(ring))


def test_the_log_says_what_is_undone_and_what_is_orphaned(book: Ledger) -> None:
    words = said(method.render(method.method(book, LOG), WRITE))
    assert "2 judgements hold, 1 of them speak of what is no longer in the pile" in words
    assert "undone" in words and "speaks of what is no longer in the pile" in words
    assert words.count("Undo") == 2
    assert "This is a picture (JPEG)" in words


def test_screens_are_the_same_whatever_the_order_of_the_report() -> None:
    whole = located(report())
    turned = dataclasses.replace(whole, readings=whole.readings[::-1], claims=whole.claims[::-1], ties=whole.ties[::-1])
    one, two = ledger(whole), ledger(turned)
    for make, render in SCREENS.values():
        assert render(make(one), WRITE) == render(make(two), WRITE)


def test_two_pages_say_whether_their_order_is_the_same(book: Ledger) -> None:
    by_letter = {p.siglum: p for p in book.pages.values()}
    context = compare.compare(book, [by_letter["C"], by_letter["D"]])
    assert context.turned == (0, 1)
    assert "They tell 2 claims both, all in the same order." in said(compare.render(context, READ))
    assert compare.compare(book, list(by_letter.values())).turned is None


def test_characters_that_hide_are_counted() -> None:
    whole = report()
    first = whole.readings[0]
    document = dataclasses.replace(first.document, text=first.document.text + "\nLеndland \u202ewall\u200b\n")
    book = ledger(dataclasses.replace(whole, readings=(dataclasses.replace(first, document=document), *whole.readings[1:])))
    words = said(article.render(article.article(book, next(iter(book.pages.values()))), READ))
    assert "2 hidden characters, 1 letter that looks like another; each is shown in its place" in words


@pytest.mark.parametrize(
    ("slot", "one", "two", "differ"),
    [
        ("figure", [(40.0, 40.0, None)], [(40.0, 40.0, None)], False),
        ("figure", [(40.0, 40.0, None), (12.0, 12.0, None)], [(40.0, 40.0, None)], True),
        ("place", ["Orm", "Quell"], ["Orm"], False),
        ("place", ["Orm"], ["Quell"], True),
        ("time", [None], ["2040-03-03"], False),
        ("from", ["guard"], ["council"], True),
        ("from", ["guard"], [], False),
    ],
)
def test_what_is_said_to_differ(slot: str, one: list[Any], two: list[Any], differ: bool) -> None:
    columns = [[compare.Filling(str(means), means) for means in column] for column in (one, two)]
    row = compare._row(slot, slot, columns)
    assert row.differ is differ
    assert row.some is not (bool(one) and bool(two))
