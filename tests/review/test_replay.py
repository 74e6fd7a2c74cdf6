"""Any sequence of judgements, undone one by one, leads back to where it began; and its order is all that counts."""

from __future__ import annotations

import random
import shutil
from pathlib import Path

import pytest

from sayso import recount
from sayso.contracts import Judgement, Verdict
from sayso.link.judged import verdicts
from sayso.model import Report
from sayso.store import judgements, reports
from sayso.store.book import Book
from tests.review.desk import made

ACTS = 25


@pytest.fixture(scope="module")
def start(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return made(tmp_path_factory.mktemp("replay"))


def drawn(book: Book, report: Report, chance: random.Random) -> Judgement:
    """A judgement on anything that is there."""
    run = reports.made(book).id
    statements = [s.id for r in report.readings for s in r.statements]
    documents = [r.document.id for r in report.readings]
    sources = [s.id for r in report.readings for s in r.sources]
    kind = chance.choice(["merge", "split", "same", "not-same", "from", "not-from", "source", "person", "not-person", "note"])
    if kind == "merge" and len(report.claims) > 1:
        return judgements.merged(book, run, [c.id for c in chance.sample(report.claims, 2)])
    large = [c for c in report.claims if len(c.statements) > 1]
    if kind == "split" and large:
        claim = chance.choice(large)
        return judgements.split(book, run, claim.id, chance.sample(claim.statements, chance.randint(1, len(claim.statements) - 1)))
    if kind in ("source", "note"):
        verdict: Verdict = "source" if kind == "source" else "note"
        return Judgement(verdict, chance.choice(statements), f"name {chance.randint(1, 9)}")
    pool = sources if "person" in kind else documents if "from" in kind else statements
    two: dict[str, Verdict] = {"not-same": "not-same", "from": "from", "not-from": "not-from", "person": "person"}
    return Judgement("not-person" if kind == "not-person" else two.get(kind, "same"), *chance.sample(pool, 2))


def now(book: Book) -> Report:
    recount.recount(book)
    return reports.last(book)


@pytest.mark.parametrize("seed", range(6))
def test_undoing_all_leads_back(start: Path, tmp_path: Path, seed: int) -> None:
    path, chance = tmp_path / "a.book", random.Random(seed)
    shutil.copy(start, path)
    with Book(path) as book:
        first = now(book)
        shown = [first]
        for _ in range(ACTS):
            judgements.judge(book, drawn(book, shown[-1], chance))
            shown.append(now(book))
        for expected in reversed(shown[:-1]):
            judgements.undo(book, None)
            assert now(book) == expected
        with pytest.raises(Exception, match="no judgement to undo"):
            judgements.undo(book, None)
        assert judgements.broken(book) == []


@pytest.mark.parametrize("seed", range(6))
def test_the_same_judgements_give_the_same_report(start: Path, tmp_path: Path, seed: int) -> None:
    one, other, chance = tmp_path / "one.book", tmp_path / "other.book", random.Random(seed)
    shutil.copy(start, one)
    shutil.copy(start, other)
    with Book(one) as book, Book(other) as again:
        for _ in range(8):
            judgement = drawn(book, now(book), chance)
            judgements.judge(book, judgement)
            judgements.judge(again, judgement)
        assert now(book) == now(again), "counted once at the end, or after each"


@pytest.mark.parametrize(
    ("said", "groups", "barred"),
    [
        ([("same", "a", "b"), ("same", "b", "c")], [{"a", "b", "c"}], []),
        ([("same", "a b", "c d")], [{"a", "b", "c", "d"}], []),
        ([("same", "a b", "c d"), ("not-same", "a", "b c d")], [{"b", "c", "d"}], [("a", "b"), ("a", "c"), ("a", "d")]),
        ([("not-same", "a", "b"), ("same", "a", "b")], [{"a", "b"}], []),
        ([("same", "a", "b"), ("not-same", "b", "a")], [], [("a", "b")]),
        ([("not-same", "a", "c"), ("same", "a", "b"), ("same", "b", "c")], [{"a", "b", "c"}], []),
        ([("same", "a", "b"), ("not-same", "a", "c")], [{"a", "b"}], [("a", "c")]),
    ],
)
def test_the_last_word_wins(said: list[tuple[Verdict, str, str]], groups: list[set[str]], barred: list[tuple[str, str]]) -> None:
    assert verdicts([Judgement(*row) for row in said]) == (groups, barred)
