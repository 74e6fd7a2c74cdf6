"""Who says what on the invented pages of tongues/: expected sources against found ones. Run as a script it prints a table."""

from __future__ import annotations

import re
import sys
from collections import defaultdict
from dataclasses import dataclass, field
from pathlib import Path

from sayso.analyzers.rules import Rules
from sayso.extract import extract
from sayso.model import Document, Span, Statement

HERE = Path(__file__).parent / "tongues"
ARTICLES = frozenset(
    "o a os as um uma el la los las lo un una le les l une des du il i gli uno der die das den dem des ein eine einen einem "
    "einer de het een ο η το οι τα του της των τον την τους τις στο στη στην ένας μια μία ένα sang seorang sebuah para su seu "
    "sua sein seine".split()
)
FIGURES = ("expected", "source", "kind", "chain", "stance", "extra")


@dataclass(frozen=True)
class Row:
    """One expected telling; a ``?`` behind a field: readers may differ on it."""

    source: str
    cue: str
    kind: str
    chain: str
    stance: str


@dataclass(frozen=True)
class Page:
    """One invented page with what is to be read in it."""

    language: str
    desk: str
    text: str
    rows: tuple[Row, ...]


@dataclass
class Result:
    """Counts, and what was missed or found besides, in words."""

    counts: dict[str, int] = field(default_factory=lambda: defaultdict(int))
    notes: list[str] = field(default_factory=list)


def pages(name: str) -> list[Page]:
    """The pages of one file."""
    out = []
    for block in re.split(r"(?m)^@ ", (HERE / name).read_text(encoding="utf-8"))[1:]:
        head, _, rest = block.partition("\n")
        body, _, table = rest.partition("\n= ")
        rows = [Row(*(c.strip() for c in line.split("|"))) for line in table.strip().split("\n= ")]
        out.append(Page(*head.split(), body.strip() + "\n", tuple(rows)))
    return out


def told(page: Page) -> list[Statement]:
    """The page's statements that are credited to somebody, one for each attribution."""
    title = Span(0, page.text.index("\n"))
    document = Document("d", "p.txt", None, "0", page.text, page.language, title_span=title)
    seen: dict[tuple[str, Span | None], Statement] = {}
    for s in extract(document, Rules()).statements:
        if len(s.chain) > 1 and not (s.cue and s.cue.start == s.content[0].start):  # the files list no silences
            seen.setdefault((s.attribution, s.cue), s)
    return list(seen.values())


def bag(words: str) -> frozenset[str]:
    """A name's words, without articles and marks."""
    return frozenset(w for w in re.findall(r"\w+", words.lower()) if w not in ARTICLES)


def near(a: str, b: str) -> float:
    """How far two names are one: the harmonic mean of both shares of common words."""
    x, y = bag(a), bag(b)
    return 2 * len(x & y) / (len(x) + len(y)) if x and y else 0.0


def score(page: Page) -> Result:
    """Compare one page."""
    out, left = Result(), told(page)
    for row in page.rows:
        out.counts["expected"] += 1
        best = max(left, key=lambda s: _fits(page, row, s), default=None)
        if best is None or _fits(page, row, best) < 1:
            out.notes.append(f"{page.language} {page.desk}: missed {row.source} | {row.cue}")
            continue
        left.remove(best)
        out.counts["source"] += 1
        _judge(row, best, out, f"{page.language} {page.desk}")
    out.counts["extra"] += len(left)
    out.notes += [
        f"{page.language} {page.desk}: besides {s.chain[-1].name} | {_cue(page, s)} | {s.span.of(page.text)[:60]}" for s in left
    ]
    return out


def _cue(page: Page, s: Statement) -> str:
    return s.cue.of(page.text) if s.cue else ":"


def _fits(page: Page, row: Row, s: Statement) -> float:
    """At least 1 where the source is the same, by the name it has or the words that stand there, and a word of the cue."""
    link = s.chain[-1]
    same = max(near(row.source, link.name or ""), near(row.source, link.span.of(page.text) if link.span else ""))
    cue = row.cue == _cue(page, s) or bool(set(row.cue.lower().split()) & set(_cue(page, s).lower().split()))
    return cue + same - 0.6 if cue and same >= 0.6 else 0.0


def _judge(row: Row, s: Statement, out: Result, where: str) -> None:
    relays = [x.name or "" for x in s.chain[1:-1]]
    wanted = [w.strip() for w in row.chain.rstrip("?").split(",") if w.strip()]
    same = len(relays) == len(wanted) and all(near(a, b) >= 0.6 for a, b in zip(relays, wanted, strict=True))
    got = {
        "kind": row.kind.endswith("?") or s.chain[-1].kind == row.kind,
        "chain": same or (row.chain.endswith("?") and not relays),
        "stance": row.stance.endswith("?") or s.stance == row.stance,
    }
    for figure, right in got.items():
        out.counts[figure] += right
    if not all(got.values()):
        found = f"{s.chain[-1].kind}, {relays}, {s.stance}"
        out.notes.append(f"{where}: {row.source} | {row.cue}: {[f for f, r in got.items() if not r]} {found}")


def table(name: str) -> tuple[dict[str, dict[str, int]], list[str]]:
    """Counts by language, and the notes of all pages."""
    sums: dict[str, dict[str, int]] = defaultdict(lambda: defaultdict(int))
    notes: list[str] = []
    for page in pages(name):
        result = score(page)
        notes += result.notes
        for figure, n in result.counts.items():
            sums[page.language][figure] += n
    return sums, notes


if __name__ == "__main__":
    for name in sys.argv[1].split(","):
        sums, notes = table(name)
        print(f"{name:10}" + "".join(f"{f:>10}" for f in FIGURES) + "    recall precision")
        for language, c in sums.items():
            found = c["source"] + c["extra"]
            shares = f"{c['source'] / c['expected']:10.2f}{c['source'] / found if found else 0:10.2f}"
            print(f"{language:10}" + "".join(f"{c[f]:10}" for f in FIGURES) + shares)
        wanted = sys.argv[2:]
        print("\n".join(n for n in notes if any(n.startswith(w) for w in wanted)))
