"""The log of judgements in words, for the screens and for the page that says what changed meanwhile."""

from __future__ import annotations

from sayso.show.screens import method
from sayso.show.screens.frame import SHORT
from sayso.store import judgements, reports
from sayso.store.book import Book
from sayso.store.schema import digest


def entered(book: Book, entry: judgements.Entry, holds: bool, orphan: bool) -> method.Entered:
    """A row of the log in words."""
    ids = (*entry.a.split(), *(entry.b.split() if entry.verdict not in ("source", "note") else ()))
    side = [told(book, i) for i in entry.a.split()[:1]]
    other = entry.b if entry.verdict in ("source", "note") else next((told(book, i) for i in entry.b.split()[:1]), "")
    count = len(entry.a.split()), len(entry.b.split())
    words = {
        "same": f"“{''.join(side)}” tells the same as “{other}”",
        "not-same": f"“{''.join(side)}” does not tell the same as “{other}”",
        "from": f"{''.join(side)} has it from {other}",
        "not-from": f"{''.join(side)} does not have it from {other}",
        "source": f"the source of “{''.join(side)}” is {other}",
        "person": f"{''.join(side)} and {other} are one",
        "not-person": f"{''.join(side)} and {other} are two",
        "note": f"on {''.join(side)}: {other}",
        "undo": f"judgement {entry.undoes} is undone",
    }[entry.verdict]
    if entry.verdict in ("same", "not-same") and sum(count) > 2:
        words += f" ({count[0]} and {count[1]} tellings)"
    return method.Entered(
        entry.number, _ACTS[entry.verdict], words, ids, entry.by, entry.at, entry.note, holds, orphan, digest(entry)
    )


def pending(book: Book) -> str:
    """Which judgements are written down and not in the counts yet, or were undone and still are in them."""
    held = judgements.numbered(book)
    counted = reports.made(book).judgements
    new = [str(number) for number, j in held if j.verdict in judgements.LINKING and j not in counted]
    what = f"{', '.join(new)} {'is' if len(new) == 1 else 'are'} written down and" if new else "What was undone is written down and"
    return f"{what} not counted yet: links and origins are being worked out anew."


_ACTS = {
    "same": "made one",
    "not-same": "split",
    "from": "from",
    "not-from": "not from",
    "source": "source fixed",
    "person": "same person",
    "not-person": "two persons",
    "note": "note",
    "undo": "undone",
}


def told(book: Book, key: str) -> str:
    """What an id stands for, in a few words; what is gone keeps its id."""
    queries = (
        "SELECT told FROM statements WHERE id = ? LIMIT 1",
        "SELECT coalesce(outlet, title, place) FROM documents WHERE id = ?",
        "SELECT gist FROM claims WHERE id = ? LIMIT 1",
        "SELECT name FROM unseen WHERE id = ? LIMIT 1",
        "SELECT coalesce(name, 'an unnamed source') FROM sources WHERE id = ? LIMIT 1",
    )
    for query in queries:
        for (words,) in book.rows(query, key):
            line = " ".join(str(words).split())
            return line if len(line) <= 100 else line[:99] + "…"
    return key[:SHORT]
