"""Invented news items in a dozen languages: whose words each sentence is, as a careful reader says, and as sayso says.

    items.py [--files STEMS|kept|seen] [--misses source|stance|kind|chain] [--json]

``items/LL_K.txt`` were written for sayso by people who did not see the program; fiction, in the public domain (CC0). An item begins
with ``== language | outlet | date | desk``, then its text, then ``--`` and one row for each thing told: words of it | the innermost
source in its fullest words on the page (``-`` the page itself, ``?`` nobody that it names) | who passes it on, outermost first |
stance (``silent``: does not answer) | kind of the source.

Each item is read as a page of its own. A row is held against the telling that covers its words and little else. Printed are, by
language, the shares of rows whose source, stance, kind and whole chain are right. Files named in ``KEPT`` nobody has looked at to
mend a rule: of these nothing but figures is printed.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from piles import chosen, place

from sayso import casebook
from sayso.lexicon.silences import silent
from sayso.model import ChainLink, Reading, Statement
from sayso.text.normal import fold

FOLDER = Path(__file__).with_name("items")
KEPT = (
    "ar_4",
    "en_4",
    "en_5",
    "en_6",
    "en_7",
    "es_4",
    "nl_4",
    "pl_4",
    *(f"{language}_3" for language in "de fr id it pt ru tr uk".split()),
)
MEASURES = ("source", "stance", "kind", "chain")
STANCES = frozenset("report deny doubt retract correct silent".split())
COVER = 3
"""A telling that holds three times the words of another is the worse account of a row (a choice)."""
_WORD = re.compile(r"[^\W_]+")


class Row(NamedTuple):
    """One thing told: its words, its source (None: the page itself, "": nobody named), who passes it on, stance and kind."""

    words: str
    source: str | None
    relays: tuple[str, ...]
    stance: str
    kind: str


class Item(NamedTuple):
    """One page with its rows."""

    name: str
    language: str
    outlet: str
    date: str
    text: str
    rows: tuple[Row, ...]


def items(path: Path) -> list[Item]:
    """The items of a file; ValueError names the line that says nothing."""
    out = []
    for n, part in enumerate(re.split(r"(?m)^== ", path.read_text(encoding="utf-8"))[1:]):
        head, _, rest = part.partition("\n")
        language, outlet, date, _ = (p.strip() for p in head.split("|"))
        body, _, tail = re.sub(r"(?m)^--\s*$", "\0", rest, count=1).partition("\0")
        rows = tuple(_row(line, body) for line in tail.splitlines() if line.strip())
        out.append(Item(f"{path.stem}/{n + 1}", language, outlet, date, body.strip() + "\n", rows))
    return out


def _row(line: str, body: str) -> Row:
    words, source, relays, stance, kind = (p.strip() for p in line.split("|"))
    if words not in " ".join(body.split()) or stance not in STANCES:
        raise ValueError(f"no row: {line}")
    passed = () if relays == "-" else tuple(relays.split(" > "))
    return Row(words, None if source == "-" else source.strip("?"), passed, stance, kind)


def readings(told: Sequence[Item], folder: Path) -> Iterator[tuple[Item, Reading]]:
    """Each item with what sayso reads on it."""
    pages = [{"url": f"https://item{n}.example/", "outlet": i.outlet, "date": i.date, "text": i.text} for n, i in enumerate(told)]
    by_url = {r.document.url: r for r in casebook.searched([place(pages, folder)]).readings}
    for item, page in zip(told, pages, strict=True):
        yield item, by_url[page["url"]]


def telling(reading: Reading, row: Row) -> Statement | None:
    """The statement that covers most of a row's words and least besides."""
    text = reading.document.text
    m = re.search(r"\s+".join(map(re.escape, row.words.split())), text)
    if m is None:
        return None
    best: tuple[float, int, str] | None = None
    found: Statement | None = None
    for s in reading.statements:
        spans = s.content or (s.span,)
        if row.stance == "silent":
            spans = (*spans, s.span)
        shared = sum(max(0, min(x.end, m.end()) - max(x.start, m.start())) for x in spans)
        size = sum(x.end - x.start for x in spans)
        rank = (shared / (m.end() - m.start()) - size / (COVER * len(text)), len(s.chain), s.id)
        if shared and (best is None or rank > best):
            best, found = rank, s
    return found


def _words(name: str) -> list[str]:
    return [w for w in _WORD.findall(fold(re.sub(r"['’]\w{1,5}\b", "", name))) if len(w) > 2 or w.isdigit()]


def alike(a: str, b: str) -> bool:
    """Whether two words are one but for an ending."""
    n = min(len(a), len(b))
    return a == b or (n > 3 and a[: max(4, n - 2)] == b[: max(4, n - 2)])


def names(reading: Reading, link: ChainLink) -> list[str]:
    """Every name that the page has for whom a link names."""
    source = next((s for s in reading.sources if s.id == link.source), None)
    return [n for n in (link.name, *((source.name, *source.aliases) if source else ())) if n]


def same(given: Sequence[str], gold: str) -> bool:
    """Whether one of the names given is the gold's: a third of its words at least, or its last, a surname mostly."""
    wanted = _words(gold)
    for name in given:
        shared = [w for w in wanted if any(alike(w, v) for v in _words(name))]
        if shared and (len(shared) * 3 >= len(wanted) or wanted[-1] in shared):
            return True
    return fold(gold) in {fold(n) for n in given}


def judge(reading: Reading, row: Row, s: Statement) -> dict[str, bool]:
    """What is right of a statement, measure by measure."""
    last = s.chain[-1]
    chain = s.chain[1:]
    if row.source is None:
        source = len(s.chain) == 1
    elif row.source:
        source = bool(chain) and same(names(reading, last), row.source)
    else:
        source = bool(chain) and last.kind in ("unnamed", "anonymous", "group")
    stance = {"assert": "report"}.get(s.stance, s.stance)
    quiet = silent(reading.document.text, s.span)
    passed = [names(reading, link) for link in chain[:-1] if link.name]
    whole = len(passed) == len(row.relays) and all(same(p, g) for p, g in zip(passed, row.relays, strict=True))
    return {
        "source": source,
        "stance": quiet if row.stance == "silent" else stance == row.stance,
        "kind": source and (row.source is None or last.kind == row.kind),
        "chain": source and whole,
    }


def main() -> int:
    """Measure and print; 0 always, this is an instrument and no gate."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--files", default="seen", help="stems of files, joined by commas, or seen, or kept")
    parser.add_argument("--misses", choices=MEASURES, help="print the rows of this measure that do not hold, but of no kept file")
    parser.add_argument("--json", action="store_true")
    options = parser.parse_args()
    paths, seen = chosen(FOLDER, KEPT, options.files)
    told = [i for p in paths for i in items(p)]
    hit: dict[str, Counter[str]] = {}
    with tempfile.TemporaryDirectory() as folder:
        for item, reading in readings(told, Path(folder)):
            for row in item.rows:
                s = telling(reading, row)
                right = judge(reading, row, s) if s else dict.fromkeys(MEASURES, False)
                for language in (item.language, "all"):
                    hit.setdefault(language, Counter()).update({"rows": 1, **{m: int(r) for m, r in right.items()}})
                if options.misses and not right[options.misses] and seen:
                    given = " < ".join(k.name or k.kind for k in reversed(s.chain)) if s else "no telling"
                    print(f"{item.name} {row.words} | {row.source} {row.relays or ''} {row.stance} | {given} {s and s.stance}")
    if options.json:
        figures = {f"{m}, {x}": c[m] / c["rows"] for x, c in sorted(hit.items()) for m in MEASURES}
        print(json.dumps({"figures": figures, "files": [p.name for p in paths]}))
        return 0
    for x, c in sorted(hit.items()):
        print(f"{x:<4} {c['rows']:>4} rows  " + "  ".join(f"{m} {c[m] / c['rows']:.3f}" for m in MEASURES))
    return 0


if __name__ == "__main__":
    sys.exit(main())
