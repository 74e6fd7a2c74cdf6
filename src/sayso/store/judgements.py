"""What people judged about links: a log in the book that only grows. An undone judgement stays in it and counts no more."""

from __future__ import annotations

from sayso.contracts import Judgement
from sayso.errors import UsageError
from sayso.store.book import Book

# Letters and figures of an id from which on its beginning stands for it.
LEAST = 4


def judgements(book: Book) -> list[Judgement]:
    """The judgements that hold, in the order they were made."""
    return [j for _, j in numbered(book)]


def numbered(book: Book) -> list[tuple[int, Judgement]]:
    """The judgements that hold, each with its number in the log."""
    rows = book.rows("SELECT number, verdict, a, b, undoes FROM judgements ORDER BY number")
    undone = {row[4] for row in rows}
    return [(number, Judgement(verdict, a, b)) for number, verdict, a, b, undoes in rows if undoes is None and number not in undone]


def judge(book: Book, judgement: Judgement) -> int:
    """Write a judgement down; its number. The ids may be beginnings of ids that the book knows."""
    told = judgement.verdict in ("same", "not-same")
    a = whole(book, judgement.a, ("documents",) if judgement.verdict in ("from", "not-from") else ("statements",))
    if judgement.verdict == "source":
        b = judgement.b.strip()
    else:
        b = whole(book, judgement.b, ("statements",) if told else ("documents", "unseen"))
    if a == b or not b:
        raise UsageError("a judgement is about two different things; name both")
    return book.added("INSERT INTO judgements (verdict, a, b) VALUES (?, ?, ?)", judgement.verdict, a, b)


def undo(book: Book, number: int | None) -> int:
    """Undo a judgement, the last one that holds if no number is given; the number of the undone one."""
    holding = dict(numbered(book))
    chosen = max(holding, default=None) if number is None else number
    if chosen is None or chosen not in holding:
        raise UsageError(
            f"there is no judgement {'' if number is None else number} to undo; sayso judge list shows those that hold"
        )
    book.added("INSERT INTO judgements (verdict, a, b, undoes) VALUES ('undo', '', '', ?)", chosen)
    return chosen


def whole(book: Book, start: str, tables: tuple[str, ...]) -> str:
    """The one id in these tables that begins so."""
    found: set[str] = set()
    if len(start) >= LEAST and start.isalnum():
        for table in tables:
            found |= {row[0] for row in book.rows(f"SELECT DISTINCT id FROM {table} WHERE substr(id, 1, ?) = ?", len(start), start)}
    if len(found) != 1:
        what = "no" if not found else "more than one"
        raise UsageError(f"{start}: {what} id in {' or '.join(tables)} of this book begins so; trace its pages into the book first")
    return found.pop()
