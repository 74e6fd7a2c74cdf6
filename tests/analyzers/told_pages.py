"""Invented news pages in languages that are read by rules, and how many of their tellings are credited as a person credits them.

A file holds pages: ``# style``, the text with its title in the first line, then a line for each telling: words of what is told |
who tells it, outermost first | the innermost source's kind | stance (report where none stands). ``?`` is nobody named.
``XX.dev.txt`` was looked at while the rows were written, ``XX.aside.txt`` was written before them and looked at afterwards.
"""

from __future__ import annotations

import sys
from dataclasses import dataclass
from pathlib import Path

from sayso.analyzers.rules import Rules
from sayso.extract import extract
from sayso.model import Document, Span, Statement
from sayso.text.tokens import tokens

HERE = Path(__file__).parent / "pages"
LONGER = 7  # words that a found source may have more than the words that must stand in it
FIGURES = ("found", "source", "chain", "kind", "stance", "precision")


@dataclass(frozen=True)
class Row:
    """One telling as a person reads it."""

    words: str
    chain: tuple[str, ...]
    kind: str
    stance: str


@dataclass(frozen=True)
class Page:
    """A text and its tellings."""

    style: str
    text: str
    rows: tuple[Row, ...]


def pages(path: Path) -> list[Page]:
    """The pages of one file."""
    out = []
    for part in path.read_text(encoding="utf-8").split("# ")[1:]:
        style, *lines = part.strip().split("\n")
        rows = [[c.strip() for c in line[1:].split("|")] for line in lines if line.startswith("|")]
        text = "\n".join(line for line in lines if not line.startswith("|"))
        out.append(
            Page(
                style, text, tuple(Row(r[0], tuple(x.strip() for x in r[1].split(">")), r[2], (*r[3:], "report")[0]) for r in rows)
            )
        )
        assert all(r.words in text for r in out[-1].rows), [r.words for r in out[-1].rows if r.words not in text]
    return out


def statements(page: Page, language: str) -> list[Statement]:
    """What is read in a page and credited to somebody."""
    title = Span(0, page.text.index("\n"))
    document = Document("d", "p.txt", None, "0", page.text, language, None, title=title.of(page.text), title_span=title)
    told = [s for s in extract(document, Rules()).statements if len(s.chain) > 1]
    return [s for s in told if not (s.cue and s.cue.start == s.content[0].start)]  # the pages list no silences


def same(wanted: str, got: str | None) -> bool:
    """Whether a found name holds the words that must stand in it, endings apart."""
    if wanted == "?" or not got:
        return wanted == "?" and not got
    here = [t.low for t in tokens(got) if t.word]
    must = [t.low for t in tokens(wanted) if t.word]
    stems = [w.removeprefix("ال")[: max(4, len(w) - 3)] for w in must]
    return len(here) <= len(must) + LONGER and all(any(s in h for h in here) for s in stems)


def _equal(chain: tuple[str, ...], s: Statement) -> bool:
    """Whether a statement's chain is this one; a speaker who goes on keeps the chain by which he was brought on."""
    return len(s.chain) == len(chain) + 1 and all(same(w, link.name) for w, link in zip(chain, s.chain[1:], strict=True))


def score(page: Page, language: str, miss: list[str] | None = None) -> dict[str, tuple[int, int]]:
    """Hits and tries of each figure on one page."""
    read = statements(page, language)
    hits = dict.fromkeys(FIGURES, 0)
    right: set[str] = set()
    for row in page.rows:
        near = [s for s in read if row.words in " ".join(c.of(page.text) for c in s.content)]
        good = [s for s in near if same(row.chain[-1], s.chain[-1].name)]
        right |= {s.id for s in good}
        best = (good or near)[:1]
        full = bool(good) and any(_equal(r.chain, good[0]) for r in (row, *page.rows) if r.chain[-len(row.chain) :] == row.chain)
        hits["found"] += bool(near)
        hits["source"] += bool(good)
        hits["chain"] += full
        hits["kind"] += bool(good) and good[0].chain[-1].kind == row.kind
        hits["stance"] += bool(best) and best[0].stance == row.stance
        if miss is not None and (not full or good[0].chain[-1].kind != row.kind or good[0].stance != row.stance):
            got = [(" > ".join(str(k.name) for k in s.chain[1:]), s.chain[-1].kind, s.stance) for s in best]
            miss.append(f"  {row.words} | {' > '.join(row.chain)} | {row.kind} | {row.stance}\n      got {got}")
    hits["precision"] = sum(s.id in right for s in read)
    if miss is not None:
        miss += [f"  + {s.span.of(page.text)} | {[k.name for k in s.chain[1:]]}" for s in read if s.id not in right]
    return {f: (hits[f], len(read) if f == "precision" else len(page.rows)) for f in FIGURES}


def shares(language: str, part: str, miss: list[str] | None = None) -> dict[str, float]:
    """Each figure over the pages of one file."""
    every = [score(p, language, miss) for p in pages(HERE / f"{language}.{part}.txt")]
    return {f: sum(s[f][0] for s in every) / max(sum(s[f][1] for s in every), 1) for f in FIGURES}


def main() -> None:
    """Print the figures; with ``-v LANGUAGE``, what is missed in its dev pages."""
    languages = sys.argv[2:] or sorted({p.name[:2] for p in HERE.glob("*.dev.txt")})
    print(f"{'':10}" + "".join(f"{f:>10}" for f in FIGURES))
    for language in languages:
        for part in ("dev", "aside"):
            print(f"{language} {part:7}" + "".join(f"{x:10.2f}" for x in shares(language, part).values()))
        if "-v" in sys.argv:
            miss: list[str] = []
            shares(language, "dev", miss)
            print("\n".join(miss))


if __name__ == "__main__":
    main()
