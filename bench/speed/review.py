"""How fast the app answers on a large book: ``python bench/speed/review.py [STATEMENTS]`` prints ratios to a plain SQLite read.

The book is made up: pages of 25 statements, claims of one to eight tellings as in a pile with much retelling, a tie for each pair
of neighbours, one finding in ten claims. What is timed is a whole answer of the app without a browser: guard, book, screen and
template. The plain read beside it fetches the same claim's rows and its pages' readings with ``sqlite3`` alone. Processor time is
printed too: it tells more than the clock on a machine that others use.
"""

from __future__ import annotations

import argparse
import asyncio
import itertools
import json
import random
import sqlite3
import statistics
import tempfile
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

import msgspec

from sayso.model import (
    Analyzer,
    ChainLink,
    Claim,
    Derivation,
    Document,
    Evidence,
    Finding,
    Origins,
    Published,
    Quantity,
    Reading,
    Reason,
    Report,
    Root,
    Run,
    Source,
    Span,
    Statement,
    Tie,
    identify,
)
from sayso.review.app import Opened, opened
from sayso.review.guard import Lock
from sayso.settings import Settings
from sayso.show.ledger import ledger
from sayso.store.book import Book, Kept
from sayso.store.rows import Names

SEED = 11
PAGE = 25
PORT = 53817
NOUNS = (
    "ferry bridge mill dam convoy harbour council barge crown lamp orchard quarry station clerk guard pilot farmer tax flour hay"
).split()
VERBS = "sank burned closed opened fell left rose moved struck halted".split()


def page(number: int, chance: random.Random) -> Reading:
    """One made-up page with its statements."""
    key = identify("document", number)
    lines, statements, at = [], [], 0
    source = Source(identify("source", number), f"Office {number % 900}", "organization")
    for n in range(PAGE):
        count = chance.randint(2, 900)
        content = (
            f"{count} {chance.choice(NOUNS)}s {chance.choice(VERBS)} near {chance.choice(NOUNS).title()} {chance.randint(1, 400)}"
        )
        line = f"{content} on the {chance.choice(NOUNS)} road, the office {number % 900} said."
        span, told = Span(at, at + len(line)), Span(at, at + len(content))
        cue = Span(at + len(line) - 5, at + len(line) - 1)
        chain = (ChainLink(f"Sheet {number % 300}", "outlet"), ChainLink(source.name, "organization", source.id, None, cue))
        quantity = Quantity(Span(at, at + len(str(count))), float(count), float(count), "things")
        key_ = identify("statement", key, n)
        statements.append(
            Statement(
                key_, key, identify("attribution", key, n), span, (told,), "indirect", cue, chain, "assert", quantities=(quantity,)
            )
        )
        lines.append(line)
        at += len(line) + 1
    day = f"2041-{number // 28 % 12 + 1:02}-{number % 28 + 1:02}"
    document = Document(
        key,
        f"page{number}.txt",
        None,
        key * 3,
        "\n".join(lines),
        "en",
        f"Sheet {number % 300}",
        "meta",
        lines[0],
        published=Published(day, day, "meta"),
    )
    return Reading(document, (source,), tuple(statements))


def report(size: int) -> Report:
    """A made-up report with so many statements."""
    chance = random.Random(SEED)
    readings = tuple(page(n, chance) for n in range(max(1, size // PAGE)))
    every = [s for r in readings for s in r.statements]
    texts = {r.document.id: r.document.text for r in readings}
    chance.shuffle(every)
    claims, ties, findings, derivations = [], [], [], {}
    rest = iter(every)
    while members := list(itertools.islice(rest, chance.choice((1, 1, 1, 2, 2, 3, 5, 8)))):
        ids = sorted(s.id for s in members)
        documents = tuple(sorted({s.document for s in members}))
        gist = members[0].content[0].of(texts[members[0].document])
        origins = Origins(1, len(documents), (Root(members[0].chain[-1].name, "organization", members[0].document),), ("made up",))
        claims.append(Claim(identify("claim", ids[0]), gist, tuple(ids), documents, origins))
        ties += [Tie(a, b, 12.0, True, (Reason("words", "three words", 12.0),)) for a, b in itertools.pairwise(ids)]
        if len(documents) > 1:
            pair = documents[0], documents[1]
            derivations[pair] = Derivation(*pair, "citation", True, True, 9.0, (Reason("names", "names it", 9.0),), (ids[0],))
        if len(claims) % 10 == 0:
            finding = identify("finding", ids[0])
            shown = tuple(Evidence(s.document, s.span) for s in members[:2])
            findings.append(Finding(finding, "figure_changed", claims[-1].id, documents, "a figure changed", shown, "1", "2"))
    return Report(
        Run("0.1.0", "settings", Analyzer("rules")),
        tuple(sorted(readings, key=lambda r: r.document.id)),
        tuple(sorted(claims, key=lambda c: c.id)),
        (),
        tuple(derivations[k] for k in sorted(derivations)),
        (),
        tuple(sorted(ties, key=lambda t: (t.a, t.b))),
        tuple(sorted(findings, key=lambda f: f.id)),
        (),
    )


def made(path: Path, size: int) -> list[str]:
    """The book of it; its claims."""
    whole = report(size)
    index = ledger(whole)
    names = Names(
        {e.claim.id: e.number for e in index.entries},
        {k: p.siglum for k, p in index.pages.items()},
        {k: p.name for k, p in index.pages.items()},
    )
    options = msgspec.json.encode(Settings(), order="sorted").decode()
    with Book(path) as book:
        book.save(whole, "maker", Kept((), options, "pile", names))
    return [c.id for c in whole.claims]


def asker(path: Path) -> Callable[[str], int]:
    """Asks the app for an address, without a socket; the size of the answer."""
    app = opened(Opened(path, Lock(PORT, "secret", lambda: "token"), lambda: ""))

    def ask(address: str) -> int:
        target, _, query = address.partition("?")
        head = [(b"host", f"127.0.0.1:{PORT}".encode()), (b"cookie", f"sayso-{PORT}=secret".encode())]
        scope: dict[str, Any] = {
            "type": "http", "method": "GET", "path": target, "raw_path": target.encode(), "query_string": query.encode(),
            "headers": head, "scheme": "http", "http_version": "1.1", "server": ("127.0.0.1", PORT), "client": None,
        }  # fmt: skip
        got: list[Any] = []

        async def receive() -> dict[str, Any]:
            return {"type": "http.disconnect"}

        async def send(message: Any) -> None:
            got.append(message)

        async def answer() -> None:
            await app(scope, receive, send)

        asyncio.run(answer())
        if got[0]["status"] != 200:
            raise SystemExit(f"{address}: {got[0]['status']}")
        return sum(len(m.get("body", b"")) for m in got)

    return ask


def plain(path: Path, claim: str) -> int:
    """The same claim's rows and its pages' readings by ``sqlite3`` alone."""
    connection = sqlite3.connect(path)
    rows = connection.execute(
        "SELECT c.gist, s.quote, d.title, r.payload FROM claims c JOIN claim_statements m ON m.run = c.run AND m.claim = c.id "
        "JOIN statements s ON s.run = m.run AND s.id = m.statement JOIN documents d ON d.id = s.document "
        "JOIN readings r ON r.document = d.id WHERE c.run = (SELECT id FROM runs ORDER BY rowid DESC LIMIT 1) AND c.id = ?",
        (claim,),
    ).fetchall()
    connection.close()
    return sum(len(json.dumps(row)) for row in rows)


def main() -> None:
    """Print seconds and ratios."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("statements", type=int, nargs="?", default=100_000)
    parser.add_argument("--asked", type=int, default=60, help="claims that are asked for")
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "large.book"
        start = time.perf_counter()
        claims = made(path, arguments.statements)
        size, seconds = path.stat().st_size >> 20, time.perf_counter() - start
        print(f"{arguments.statements} statements, {len(claims)} claims: book of {size} MB, saved in {seconds:.0f} s", flush=True)
        ask, chosen = asker(path), random.Random(SEED).sample(claims, min(arguments.asked, len(claims)))
        ask(f"/claim/{chosen[0]}")  # templates are compiled once
        spent: dict[str, list[tuple[float, float]]] = {"claim": [], "plain read": [], "find": []}
        for claim in chosen:
            for name, run in (
                ("claim", partial(ask, f"/claim/{claim}")),
                ("plain read", partial(plain, path, claim)),
                ("find", partial(ask, "/find?q=250+ferries+sank+near+Quarry")),
            ):
                start, used = time.perf_counter(), time.process_time()
                run()
                spent[name].append((time.perf_counter() - start, time.process_time() - used))
        base = statistics.median(wall for wall, _ in spent["plain read"])
        for name, rows in spent.items():
            walls, used_ms = sorted(wall for wall, _ in rows), statistics.median(used for _, used in rows) * 1000
            middle, slow = statistics.median(walls), walls[int(len(walls) * 0.95)]
            told = f"{name:12} median {middle * 1000:7.1f} ms ({used_ms:6.1f} of processor)"
            print(f"{told}   95% below {slow * 1000:7.1f} ms   {middle / base:6.1f} times a plain read")


if __name__ == "__main__":
    main()
