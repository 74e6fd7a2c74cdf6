"""Why the book has a link: every feature with its value, and their sum."""

from __future__ import annotations

from sayso.errors import UsageError
from sayso.store.book import Book
from sayso.store.judgements import whole

WORDS = 100
"""Letters of a telling that is only to be known again: a line and a half."""
_RUN = "(SELECT id FROM runs ORDER BY rowid DESC LIMIT 1)"


def explain(book: Book, one: str, other: str | None) -> list[str]:
    """The lines that explain a claim, statement or document, or what ties two of them, as the last run has it."""
    a = whole(book, one, ("claims", "statements", "documents", "unseen"))
    if other is not None:
        return _between(book, a, whole(book, other, ("claims", "statements", "documents", "unseen")))
    for lines in (_claim(book, a), _statement(book, a), _document(book, a)):
        if lines:
            return lines
    raise UsageError(f"{one}: the last run into this book has nothing to explain about it")


def _between(book: Book, a: str, b: str) -> list[str]:
    """The tie of two statements, or the derivation between two texts."""
    out = _ties(book, "(a = ? AND b = ?) OR (a = ? AND b = ?)", a, b, b, a)
    steps = book.rows(
        f'SELECT document, "from", kind, directed, weight, why FROM derivations WHERE run = {_RUN} '
        'AND ((document = ? AND "from" = ?) OR (document = ? AND "from" = ?))',
        *(a, b, b, a),
    )
    for document, parent, kind, directed, weight, why in steps:
        how = "appears to follow" if directed else "is tied, in no known order, to"
        out.append(f"{_page(book, document)} {how} {_page(book, parent)} ({kind}), {weight:+.3f} bits\n{_listed(why)}")
    return out or [f"{a} and {b}: nothing was found to tie them"]


def _claim(book: Book, claim: str) -> list[str]:
    rows = book.rows(f"SELECT gist, origins_low, origins_high, why, states FROM claims WHERE run = {_RUN} AND id = ?", claim)
    if not rows:
        return []
    gist, low, high, why, states = rows[0]
    number = f"{low}" if low == high else f"{low} to {high}"
    out = [f"claim {claim}: {gist}", f"independent origins: {number}" + (f" ({states})" if states else "")]
    out += [f"  {line}" for line in why.split("\n") if line]
    inside = f"SELECT statement FROM claim_statements WHERE run = {_RUN} AND claim = ?"
    return out + _ties(book, f"a IN ({inside}) AND b IN ({inside})", claim, claim)


def _statement(book: Book, statement: str) -> list[str]:
    rows = book.rows(f"SELECT told, chain, claim, document FROM v_statements WHERE run = {_RUN} AND id = ?", statement)
    if not rows:
        return []
    told, chain, claim, document = rows[0]
    out = [f"statement {statement} of {_page(book, document)}: {told}", f"told by {chain}; claim {claim}"]
    return out + _ties(book, "? IN (a, b)", statement)


def _document(book: Book, document: str) -> list[str]:
    steps = book.rows(
        f'SELECT DISTINCT document, "from" FROM derivations WHERE run = {_RUN} AND ? IN (document, "from") ORDER BY 1, 2', document
    )
    return [line for a, b in steps for line in _between(book, a, b)]


def _ties(book: Book, where: str, *values: str) -> list[str]:
    """What ties statements, or sets them apart, the weightiest first, each with both tellings: ids alone tell a reader nothing."""
    rows = book.rows(
        f"SELECT a, b, weight, same, why FROM ties WHERE run = {_RUN} AND ({where}) ORDER BY weight DESC, a, b, same", *values
    )
    return [
        f"{'tell the same' if same else 'do not tell the same'}, {weight:+.3f} bits\n"
        f"  {_telling(book, a)}\n  {_telling(book, b)}\n{_listed(why)}"
        for a, b, weight, same, why in rows
    ]


def _telling(book: Book, statement: str) -> str:
    """A statement as people know it: its page and its first words, and the id by which it is asked for."""
    rows = book.rows(
        "SELECT coalesce(d.outlet, d.title, d.place), s.told FROM statements s JOIN documents d ON d.id = s.document "
        f"WHERE s.run = {_RUN} AND s.id = ?",
        statement,
    )
    if not rows:
        return statement
    page, told = rows[0]
    line = " ".join(str(told).split())
    return f"{page}: “{line if len(line) <= WORDS else line[:WORDS].rpartition(' ')[0] + ' …'}” [{statement}]"


def _listed(why: str) -> str:
    return "\n".join(f"    {line}" for line in why.split("\n") if line)


def _page(book: Book, text: str) -> str:
    """What people call a page or an unseen text."""
    rows = book.rows("SELECT coalesce(outlet, title, place) FROM documents WHERE id = ?", text)
    rows = rows or book.rows("SELECT name || ', not in the pile' FROM unseen WHERE id = ? LIMIT 1", text)
    return f"{rows[0][0]} [{text}]" if rows else text
