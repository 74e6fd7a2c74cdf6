"""What people judged: a log in the book that only grows, each row with the digest of the row before it.

One row is one act: claims made one, tellings taken out of a claim, who has it from whom, who is a source, who is one person, a
note, or the undoing of a row. An undone judgement stays in the log and counts no more; an undoing can itself be undone. The
machine's readings are never touched: what is shown is worked out anew from them and from the judgements that hold.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Any, NamedTuple

from sayso.contracts import Judgement
from sayso.errors import StaleError, UsageError
from sayso.lexicon.roles import kind_of
from sayso.model import ChainLink, Reading
from sayso.store.book import Book
from sayso.store.schema import BEGINNING, digest

# Letters and figures of an id from which on its beginning stands for it.
LEAST = 4
LONGEST = 4_000
"""Code points of a note or a name: a note is a remark, and a form is read whole into memory."""
LINKING = frozenset({"same", "not-same", "from", "not-from", "source", "person", "not-person"})
"""Verdicts that links depend on; a note changes nothing."""
_COLUMNS = 'number, verdict, a, b, undoes, note, "by", "at", before'


class Entry(NamedTuple):
    """A row of the log."""

    number: int
    verdict: str
    a: str
    b: str
    undoes: int | None
    note: str
    by: str
    at: str
    before: str


@dataclass(frozen=True, slots=True)
class Signature:
    """Who judges, when, with what remark, and the version of the book that he looked at; empty and None: not told."""

    by: str = ""
    at: str = ""
    note: str = ""
    seen: str | None = None


def log(book: Book) -> list[Entry]:
    """The whole log."""
    return [Entry(*row) for row in book.rows(f"SELECT {_COLUMNS} FROM judgements ORDER BY number")]


def holding(entries: Sequence[Entry]) -> list[Entry]:
    """The judgements and notes of a log that hold, in the order they were made."""
    undone: set[int] = set()
    for entry in reversed(entries):
        if entry.undoes is not None and entry.number not in undone:
            undone.add(entry.undoes)
    return [e for e in entries if e.undoes is None and e.number not in undone]


def judgements(book: Book) -> list[Judgement]:
    """The judgements on links that hold, in the order they were made."""
    return [j for _, j in numbered(book) if j.verdict in LINKING]


def numbered(book: Book) -> list[tuple[int, Judgement]]:
    """The judgements and notes that hold, each with its number in the log."""
    return [(e.number, Judgement(_verdict(e.verdict), e.a, e.b)) for e in holding(log(book))]


def judge(book: Book, judgement: Judgement, signature: Signature | None = None) -> int:
    """Write a judgement down; its number. Ids may be beginnings of ids that the book knows, several are joined by blanks.

    StaleError: the book is no longer what the signature says was looked at; nothing was written.
    """
    verdict = judgement.verdict
    first, second = _TABLES[verdict]
    a = _wholes(book, judgement.a, first)
    b = _words(judgement.b) if not second else _wholes(book, judgement.b, second)
    if not a or not b or (second and set(a.split()) & set(b.split())):
        raise UsageError("a judgement is about two different things; name both")
    return _added(book, (verdict, a, b, None), signature or Signature())


def undo(book: Book, number: int | None, signature: Signature | None = None) -> int:
    """Undo a row of the log, the last judgement that holds if no number is given; the number of the undone one."""
    entries = log(book)
    held = {e.number for e in holding(entries)}
    chosen = max(held, default=None) if number is None else number
    undone = {e.undoes for e in entries if e.undoes is not None}
    if chosen is None or not (chosen in held or any(e.number == chosen and e.undoes and chosen not in undone for e in entries)):
        which = "" if number is None else f"{number} "
        raise UsageError(f"there is no judgement {which}to undo; sayso judge list shows those that hold")
    _added(book, ("undo", "", "", chosen), signature or Signature())
    return chosen


def version(book: Book) -> str:
    """What somebody who looks at the book has seen: the last row of the log and the pile. A form carries it."""
    last = book.rows("SELECT coalesce(max(number), 0) FROM judgements")[0][0]
    pile = book.rows("SELECT coalesce(pile, id) FROM runs ORDER BY rowid DESC LIMIT 1")
    return f"{last}-{pile[0][0][:8] if pile else 'none'}"


def head(book: Book) -> str:
    """The digest of the last row: whoever has written it down can tell later whether the log was cut or changed."""
    last = book.rows(f"SELECT {_COLUMNS} FROM judgements ORDER BY number DESC LIMIT 1")
    return digest(last[0]) if last else BEGINNING


def broken(book: Book) -> list[str]:
    """What is wrong with the chain of the log, in words; nothing where it is whole."""
    said, before = [], BEGINNING
    for place, entry in enumerate(log(book), 1):
        if entry.number != place:
            said.append(f"row {place} of the log of judgements is missing (number {entry.number} stands in its place)")
            break
        if entry.before != before:
            said.append(f"row {entry.number} of the log of judgements does not follow from row {entry.number - 1}: one was changed")
            break
        before = digest(entry)
    return said


def orphans(book: Book, run: str) -> list[tuple[Entry, list[str]]]:
    """The judgements that hold and whose statements, pages or sources are not (all) in this run, with the missing ids."""
    out = []
    for entry in holding(log(book)):
        first, second = _TABLES[_verdict(entry.verdict)]
        sides = [(entry.a, first), (entry.b, second)]
        missing = [i for ids, tables in sides if tables for i in ids.split() if not _is_in(book, run, i, tables)]
        if missing:
            out.append((entry, missing))
    return out


def merged(book: Book, run: str, claims: Sequence[str]) -> Judgement:
    """The judgement that these claims are one: every telling of the first tells what every telling of the others tells."""
    told = [_tellings(book, run, claim) for claim in dict.fromkeys(claims)]
    if len(told) < 2:
        raise UsageError("claims are made one by naming two or more of them; choose another claim and send again")
    return Judgement("same", " ".join(told[0]), " ".join(s for ids in told[1:] for s in ids))


def split(book: Book, run: str, claim: str, statements: Iterable[str]) -> Judgement:
    """The judgement that these tellings of a claim tell something else than its other tellings."""
    told, chosen = _tellings(book, run, claim), sorted(set(statements))
    rest = [s for s in told if s not in chosen]
    if not set(chosen) <= set(told):
        raise UsageError("a telling that was chosen does not belong to this claim any more; load the claim again and choose anew")
    if not chosen or not rest:
        raise UsageError(f"a claim is split by choosing some of its {len(told)} tellings, not none and not all; choose again")
    return Judgement("not-same", " ".join(chosen), " ".join(rest))


def corrected(reading: Reading, judged: Sequence[Judgement]) -> Reading:
    """The reading with the innermost sources that somebody judged."""
    names = {s: j.b for j in judged if j.verdict == "source" for s in j.a.split()}
    if not names.keys() & {s.id for s in reading.statements}:
        return reading
    statements = tuple(replace(s, chain=_from(s.chain, names[s.id])) if s.id in names else s for s in reading.statements)
    return replace(reading, statements=statements)


def whole(book: Book, start: str, tables: tuple[str, ...]) -> str:
    """The one id in these tables that begins so."""
    found: set[str] = set()
    if len(start) >= LEAST and start.isalnum():
        for table in tables:
            found |= {row[0] for row in book.rows(f"SELECT DISTINCT id FROM {table} WHERE id >= ? AND id < ?", start, start + "g")}
    if len(found) != 1:
        what = "no" if not found else "more than one"
        raise UsageError(f"{start}: {what} id in {' or '.join(tables)} of this book begins so; trace its pages into the book first")
    return found.pop()


_TABLES: dict[str, tuple[tuple[str, ...], tuple[str, ...]]] = {
    "same": (("statements",), ("statements",)),
    "not-same": (("statements",), ("statements",)),
    "from": (("documents",), ("documents", "unseen")),
    "not-from": (("documents",), ("documents", "unseen")),
    "source": (("statements",), ()),
    "person": (("sources",), ("sources",)),
    "not-person": (("sources",), ("sources",)),
    "note": (("statements", "documents", "claims"), ()),
}
"""Where the two sides of a verdict are looked up; a side without tables is words."""


def _verdict(name: str) -> Any:
    return name


def _tellings(book: Book, run: str, claim: str) -> list[str]:
    found = book.rows("SELECT statement FROM claim_statements WHERE run = ? AND claim = ? ORDER BY statement", run, claim)
    if not found:
        raise UsageError(f"there is no claim {claim} any more; load the claims again and choose anew")
    return [row[0] for row in found]


def _wholes(book: Book, ids: str, tables: tuple[str, ...]) -> str:
    known = [whole(book, i, tables) for i in ids.split()]
    if tables[-1] == "claims" and len(known) == 1:  # a note outlives its claim: it is kept with the claim's first telling
        first = book.rows("SELECT min(statement) FROM claim_statements WHERE claim = ?", known[0])[0][0]
        known = [first or known[0]]
    return " ".join(dict.fromkeys(known))


def _words(text: str) -> str:
    if len(text) > LONGEST:
        raise UsageError(f"{len(text)} letters are too many, {LONGEST} are the most; shorten the text")
    return "".join(c for c in text.replace("\r\n", "\n").strip() if not "\ud800" <= c <= "\udfff" and c != "\x00")


def _is_in(book: Book, run: str, key: str, tables: Sequence[str]) -> bool:
    for table in tables:
        name, column = ("run_documents", "document") if table == "documents" else (table, "id")
        if book.rows(f"SELECT 1 FROM {name} WHERE run = ? AND {column} = ? LIMIT 1", run, key):
            return True
    return False


def _added(book: Book, act: tuple[str, str, str, int | None], signature: Signature) -> int:
    """Put a row at the end of the log, on the disk before this returns."""
    note, by = _words(signature.note), _words(signature.by)
    with book.writing() as connection:
        if signature.seen is not None and signature.seen != (now := version(book)):
            raise StaleError(f"The book has changed while you looked at it (you saw {signature.seen}, it is at {now}).", now)
        number = book.rows("SELECT coalesce(max(number), 0) + 1 FROM judgements")[0][0]
        row = (number, *act, note, by, signature.at, head(book))
        connection.execute(f"INSERT INTO judgements ({_COLUMNS}) VALUES ({', '.join('?' * len(row))})", row)
    return int(number)


def _from(chain: tuple[ChainLink, ...], name: str) -> tuple[ChainLink, ...]:
    """A chain that ends in the source of this name."""
    return (*(chain[:-1] if len(chain) > 1 else chain), ChainLink(name, kind_of(name, None)))
