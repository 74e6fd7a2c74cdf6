from __future__ import annotations

import dataclasses

from sayso.model import Origins
from sayso.show.ledger import Ledger, ledger
from tests.show.fiction import report


def test_pages_have_letters_in_the_order_of_their_places() -> None:
    book = ledger(report())
    assert [(p.siglum, p.name) for p in book.pages.values()] == [
        ("A", "مرصد البحيرة"),
        ("B", "page B"),
        ("C", "Lake Courier"),
        ("D", "Valley Post"),
        ("E", "page E"),
    ]


def test_two_pages_of_an_outlet_are_told_apart() -> None:
    whole = report()
    twin = dataclasses.replace(whole.readings[0].document, id="twin", place="pile/z.txt", outlet="Valley Post")
    book = ledger(dataclasses.replace(whole, readings=(*whole.readings, dataclasses.replace(whole.readings[0], document=twin))))
    assert [p.name for p in book.pages.values()][3:] == ["Valley Post (D)", "page E", "Valley Post (F)"]


def test_letters_go_on_after_z() -> None:
    whole = report()
    more = tuple(
        dataclasses.replace(
            whole.readings[0], document=dataclasses.replace(whole.readings[0].document, id=f"d{n}", place=f"p{n:02d}")
        )
        for n in range(28)
    )
    letters = [p.siglum for p in ledger(dataclasses.replace(whole, readings=more)).pages.values()]
    assert letters[24:] == ["Y", "Z", "AA", "AB"]


def test_told_by_many_and_known_by_few_comes_first() -> None:
    book = ledger(report())
    gists = [e.claim.gist[:20] for e in book.entries]
    assert gists == [
        "at least 40 people w",
        "The water took 12 ho",
        "no house was lost",
        "repairs rose from 50",
        "The wall was probabl",
    ]
    assert [e.large for e in book.entries] == [True, True, True, True, False]
    assert [len(e.pages) for e in book.entries] == [4, 2, 2, 1, 1]


def test_a_claim_with_as_many_origins_as_pages_comes_later() -> None:
    whole = report()
    claims = tuple(
        dataclasses.replace(c, origins=Origins(4, 4, (), ())) if c.gist.startswith("at least 40") else c for c in whole.claims
    )
    assert ledger(dataclasses.replace(whole, claims=claims)).entries[0].claim.gist == "The water took 12 houses in the first hour"


def test_a_dispute_comes_before_what_as_many_pages_tell_undisputed() -> None:
    whole = report()
    told = tuple(dataclasses.replace(c, states=("denied",) if c.gist.startswith("The water") else ()) for c in whole.claims)
    gists = [e.claim.gist[:8] for e in ledger(dataclasses.replace(whole, claims=told, findings=())).entries]
    assert gists.index("The wate") < gists.index("no house")
    plain = tuple(dataclasses.replace(c, states=()) for c in whole.claims)
    gists = [e.claim.gist[:8] for e in ledger(dataclasses.replace(whole, claims=plain, findings=())).entries]
    assert gists.index("The wate") > gists.index("no house")


def test_a_passage_finds_its_telling() -> None:
    book: Ledger = ledger(report())
    finding = next(f for f in book.report.findings if f.rule == "denied")
    told = [book.telling(e.document, e.span) for e in finding.evidence]
    assert [t.statement.stance for t in told if t] == ["report", "deny"]


def test_the_order_of_a_report_makes_no_difference() -> None:
    whole = report()
    turned = dataclasses.replace(whole, readings=whole.readings[::-1], claims=whole.claims[::-1], findings=whole.findings[::-1])
    assert [e.claim.id for e in ledger(turned).entries] == [e.claim.id for e in ledger(whole).entries]
    assert list(ledger(turned).pages) == list(ledger(whole).pages)
