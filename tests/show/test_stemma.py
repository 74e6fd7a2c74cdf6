from __future__ import annotations

import dataclasses

from sayso.model import Derivation, Report
from sayso.show.ledger import ledger
from sayso.show.stemma import FOLD, Branch, Node, Stemma, branches, stemma_of, stemma_of_pile
from tests.show.fiction import report


def lines(stemma: Stemma) -> list[str]:
    def named(key: str) -> str:
        node = stemma.nodes[key]
        return node.letter or node.name

    return sorted(f"{named(e.parent)} {e.how} {named(e.child)}" for e in stemma.edges.values())


def test_a_claim_hangs_on_its_pages_and_sources() -> None:
    book = ledger(report())
    assert lines(stemma_of(book.entries[0], book)) == [
        "C names D",
        "C names E",
        "a dam worker names C",
        "a night guard at the Orm dam names α",
        "α names C",
        "источник на плотине names C",
        "مصدر في السد names A",
    ]


def test_a_page_that_speaks_for_itself_says_so() -> None:
    book = ledger(report())
    stemma = stemma_of(book.entries[1], book)
    assert {n.letter: n.note for n in stemma.nodes.values() if n.kind == "page"} == {"C": "", "D": "in its own voice"}


def test_a_lost_witness_is_marked_as_not_in_the_pile() -> None:
    book = ledger(report())
    lost = [n for n in stemma_of_pile(book).nodes.values() if n.kind == "lost"]
    assert [(n.letter, n.note) for n in lost] == [("α", "not in the pile")]
    assert lines(stemma_of_pile(book)) == ["C names D", "C names E", "α names C"]


def test_circles_are_broken_and_longer_ways_win() -> None:
    stemma = Stemma()
    for key in "abc":
        stemma.add(Node(key, "page", key.upper(), key))
    stemma.hang("b", "a", "names")
    stemma.hang("c", "b", "names")
    stemma.hang("a", "c", "names")
    assert sorted(stemma.edges) == [("a", "b"), ("b", "c")]
    assert stemma.roots() == ["a"]


def test_an_undecided_order_is_no_way() -> None:
    whole = report()
    one, two = whole.derivations[0].document, whole.derivations[1].document
    copy = Derivation(one, two, "copy", False, False, 9.0, ())
    stemma = stemma_of_pile(ledger(dataclasses.replace(whole, derivations=(copy,))))
    assert [e.how for e in stemma.edges.values()] == ["undirected"]
    assert len(stemma.roots()) == 2
    assert [(a.letter, b.letter, how) for a, b, how in stemma.beside()] == [(*pair(stemma, copy), "undirected")]


def pair(stemma: Stemma, edge: Derivation) -> tuple[str, str]:
    return stemma.nodes[edge.from_].letter, stemma.nodes[edge.document].letter


def test_siblings_are_joined_where_no_line_says_so() -> None:
    whole = report()
    alone = dataclasses.replace(whole, derivations=())
    first = ledger(alone).entries[0]
    a, b = sorted(p.document.id for p in first.pages)[:2]
    sibling = dataclasses.replace(whole.siblings[0], documents=(a, b), parent=None)
    apart = {s.id for p in first.pages if p.document.id in (a, b) for s in p.reading.statements}
    bare = tuple(
        dataclasses.replace(
            r, statements=tuple(dataclasses.replace(s, chain=s.chain[:1]) if s.id in apart else s for s in r.statements)
        )
        for r in alone.readings
    )
    book = ledger(dataclasses.replace(alone, readings=bare, siblings=(sibling,)))
    entry = book.entry_of[first.claim.statements[0]]
    assert [how for *_, how in stemma_of(entry, book).beside()] == ["sibling"]
    related = ledger(whole)
    assert related.report.siblings
    assert stemma_of(related.entries[0], related).beside() == []


def test_the_list_holds_every_node_and_repeats_none() -> None:
    book = ledger(report())
    stemma = stemma_of(book.entries[0], book)

    def walk(rows: tuple[Branch, ...]) -> list[Branch]:
        return [r for row in rows for r in (row, *walk(row.branches))]

    rows = walk(branches(stemma))
    assert {r.node.key for r in rows} == set(stemma.nodes)
    assert all(not r.branches for r in rows if r.again)


def copies(whole: Report, number: int) -> Report:
    """The pile with that many pages that all appear to follow the Lake Courier."""
    base = next(r for r in whole.readings if r.document.outlet == "Lake Courier")
    more = tuple(
        dataclasses.replace(
            base, document=dataclasses.replace(base.document, id=f"d{n}", place=f"q{n:03d}", outlet=None), statements=(), sources=()
        )
        for n in range(number)
    )
    edges = tuple(Derivation(r.document.id, base.document.id, "copy", True, False, 3.0, ()) for r in more)
    return dataclasses.replace(whole, readings=(*whole.readings, *more), derivations=edges)


def test_many_pages_alike_are_one_box() -> None:
    few = stemma_of_pile(ledger(copies(report(), FOLD - 1)))
    many = stemma_of_pile(ledger(copies(report(), 20)))
    assert len(few.nodes) == FOLD
    assert len(many.nodes) == 2
    assert any(n.name.startswith("20 pages: F G H") for n in many.nodes.values())


def test_a_crowded_pile_leaves_out_what_one_page_alone_names() -> None:
    whole = report()
    page = whole.derivations[0].document
    alone = tuple(dataclasses.replace(whole.unseen[0], id=f"{n:020x}", name=f"text {n}") for n in range(40))
    shared = dataclasses.replace(whole.unseen[0], id="f" * 20, name="shared text")
    cited = [Derivation(page, u.id, "citation", True, True, 5.0, ()) for u in (*alone, shared)]
    other = next(r.document.id for r in whole.readings if r.document.id != page)
    cited.append(Derivation(other, shared.id, "citation", True, True, 5.0, ()))
    book = ledger(dataclasses.replace(whole, unseen=(*alone, shared), derivations=tuple(cited)))
    found = stemma_of_pile(book)
    assert found.left_out == 40
    assert {n.name for n in found.nodes.values() if n.kind == "lost"} == {"shared text"}
    assert len(found.nodes) == 3
