"""How well an analyzer and the typed rules after it read articles with our own labels (docs/labels.md).

    labels.py [--analyzer NAME] [--corpora FOLDER] [--everything] [--misses]

Only articles that are held out from training count, unless --everything is given. --corpora names a folder with the open texts of
`resources/labels/open.py`; without it only our own articles are read. Prints one JSON object. What each figure means:

ar_soft            content Jaccard (words) >= 0.5, cue overlaps, the source overlaps some link (or both have none)
chain_nested       of the nested attributions that were found: every link right and in order, retellers first
source_kind        of the attributions found with their source: the kind of the link that stands for it
stance             of the attributions found: report, deny, doubt, retract, correct, as their own words have it
hedges             F1 over the words marked as hedges within statements
"""

from __future__ import annotations

import argparse
import json
import sys
from collections import Counter, defaultdict
from collections.abc import Sequence
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "resources" / "labels"))
import build
import open as open_texts

from sayso import analyzers, model
from sayso.contracts import Analyzer
from sayso.extract import extract
from sayso.model import Document, Furniture, Reading, Span, Statement
from sayso.settings import Settings
from sayso.text.tokens import tokens

Row = dict[str, Any]


def document(record: Row) -> Document:
    """The record's text as a document, title and furniture as they are marked."""
    title = Span(*record["title"]) if record["title"] else None
    furniture = tuple(Furniture(Span(*f["span"]), f["kind"]) for f in record["furniture"])
    text = record["text"]
    ident = model.identify("document", record["name"])
    return Document(
        id=ident, place=record["name"], url=None, sha256="", text=text, language="en", title_span=title, furniture=furniture
    )


def words(text: str, spans: list[Any]) -> frozenset[int]:
    """Where the words within ``spans`` begin."""
    return frozenset(t.start for s, e in spans for t in tokens(text, s, e) if t.word)


def chain(a: Row, rows: list[Row], text: str) -> list[list[Span]]:
    """The gold chain of an attribution, retellers first: those that hold it, relay, source, sources it cites.

    "I" and "we" in somebody's words are that somebody, "us" is the page's own outlet; neither is a link of its own.
    """
    outer = sorted((b for b in rows if b is not a and build._inside(a, b)), key=lambda b: -sum(e - s for s, e in b["content"]))
    links: list[list[Span]] = []
    for b in [*outer, a]:
        links += (
            [[Span(*s)] for s in b["relay"]]
            + ([[Span(*s) for s in b["source"]]] if b["source"] else [])
            + [[Span(*s)] for s in b["via"]]
        )
    links = [k for n, k in enumerate(links) if k not in links[:n]]
    return [k for k in links if k[0].of(text).lower() not in ("i", "we", "us", "this paper", "this newspaper")]


def stands_for(text: str, link: model.ChainLink, want: list[Span]) -> bool:
    """Whether a link is the source at these spans: it stands there, or its name shares the last word of theirs.

    Whom a pronoun means is not labelled: any named link passes for it.
    """
    if link.name and want[0].of(text).lower() in ("he", "she", "it", "they"):
        return True
    if link.span is not None and any(link.span.overlaps(w) for w in want):
        return True
    mine = {t.low for t in tokens(link.name or "") if t.word}
    return any((last := [t.low for t in tokens(text, *w) if t.word][-1:]) and last[0] in mine for w in want)


def fits(text: str, links: Sequence[model.ChainLink], wanted: list[list[Span]]) -> bool:
    """Whether every link is right and in order.

    An outlet to whom the speaker talked a sentence ago and that goes on as his relay is not labelled again: it may be there or not.
    """
    while len(links) > len(wanted) and links[0].span is None and links[0].kind in ("agency", "outlet"):
        links = links[1:]
    return len(wanted) == len(links) and all(stands_for(text, k, w) for k, w in zip(links, wanted, strict=True))


def units(reading: Reading) -> list[list[Statement]]:
    """Statements that credit somebody, those of one attribution together."""
    out: dict[str, list[Statement]] = defaultdict(list)
    for s in reading.statements:
        if s.voice in ("direct", "indirect", "mixed") or len(s.chain) > 1 or (s.voice == "own" and s.cue is not None):
            out[s.attribution].append(s)
    return list(out.values())


def pairs(text: str, rows: list[Row], found: list[list[Statement]]) -> list[tuple[Row, list[Statement]]]:
    """Gold and found attributions one to one, best agreement of told words first; cues must overlap or both be missing."""
    inner = {id(a): words(text, [s for b in rows if b is not a and build._inside(b, a) for s in _extent(b)]) for a in rows}
    scored = []
    for i, a in enumerate(rows):
        want = words(text, a["content"])
        for j, unit in enumerate(found):
            have = words(text, [c for s in unit for c in s.content])
            cue = unit[0].cue
            cued = (cue is None and not a["cue"]) or (cue is not None and any(cue.overlaps(Span(*c)) for c in a["cue"]))
            jaccard = max((len(have & w) / len(have | w) if have | w else 0.0) for w in (want, want - inner[id(a)]))
            if cued and jaccard >= 0.5:
                scored.append((-jaccard, i, j))
    used_gold: set[int] = set()
    used: set[int] = set()
    out = []
    for _, i, j in sorted(scored):
        if i not in used_gold and j not in used:
            used_gold.add(i)
            used.add(j)
            out.append((rows[i], found[j]))
    return out


def _extent(b: Row) -> list[list[int]]:
    every = [s for part in ("source", "cue", "content") for s in b[part]]
    return [[min(s for s, _ in every), max(e for _, e in every)]]


def measure(record: Row, analyzer: Analyzer, counts: Counter[str], misses: list[str]) -> None:
    """Add one article to ``counts``."""
    text, rows = record["text"], [a for a in record["attributions"] if a["content"]]
    reading = extract(document(record), analyzer)
    # Labels give a silence its cue and its party and no content (docs/labels.md, 8): one that is found counts neither way.
    mute = [Span(*c) for a in record["attributions"] if not a["content"] and a["stance"] == "silent" for c in a["cue"]]
    found = [u for u in units(reading) if not any(u[0].cue and u[0].cue.overlaps(c) for c in mute)]
    counts["gold"] += len(rows)
    counts["found"] += len(found)
    for a, unit in pairs(text, rows, found):
        statement = unit[0]
        links = [k for k in statement.chain[1:] if k.kind != "unnamed" or k.name]
        source = [Span(*s) for s in a["source"]]
        mine = next((k for k in reversed(links) if source and stands_for(text, k, source)), None)
        right = mine is not None if source else not links
        counts["paired"] += 1
        counts["soft"] += right
        wanted = chain(a, rows, text)
        nested = any(b is not a and build._inside(a, b) for b in rows)
        exact = fits(text, links, wanted)
        counts["nested"] += nested
        counts["nested_right"] += nested and exact
        counts["chains"] += 1
        counts["chains_right"] += exact
        if mine is not None and a["kind"]:
            counts["kinds"] += 1
            counts["kinds_right"] += mine.kind == a["kind"]
            if mine.kind != a["kind"]:
                misses.append(f"kind {a['kind']} not {mine.kind}: {mine.name}")
        if a["stance"] != "silent":
            counts["stances"] += 1
            stance = statement.said or statement.stance  # a label says what a cue does, not what its page makes of it elsewhere
            counts["stances_right"] += stance == a["stance"] or (stance == "assert" and a["stance"] == "report")
            if stance != a["stance"]:
                misses.append(f"stance {a['stance']} not {stance}: {statement.span.of(text)[:150]!r}")
        if nested and not exact:
            misses.append(
                f"chain {[[s.of(text) for s in w] for w in wanted]} not {[k.name for k in links]}: {statement.span.of(text)!r}"
            )
        if not right:
            misses.append(f"source {[s.of(text) for s in source]} not {[k.name for k in links]}: {statement.span.of(text)[:160]!r}")
    counts["nested_gold"] += sum(any(b is not a and build._inside(a, b) for b in rows) for a in rows)
    covered = [s.span for s in reading.statements]
    gold = {Span(*h) for h in record["hedges"] if any(c.overlaps(Span(*h)) for c in covered)}
    # Verbs of accusing are hedges in FORMAT.md and cues in the labels: as cues they count neither way.
    cues = [Span(*c) for a in rows for c in a["cue"]]
    have = {
        h.span
        for s in reading.statements
        for h in s.hedges
        if not any(c.overlaps(h.span) for c in cues) or any(h.span.overlaps(g) for g in gold)
    }
    hit = sum(any(h.overlaps(g) for h in have) for g in gold)
    good = sum(any(h.overlaps(g) for g in gold) for h in have)
    counts.update(hedges_gold=len(gold), hedges_found=len(have), hedges_hit=hit, hedges_good=good)
    misses += [
        f"hedge missed {g.of(text)!r} in {text[max(g.start - 40, 0) : g.end + 40]!r}"
        for g in gold
        if not any(h.overlaps(g) for h in have)
    ]
    misses += [
        f"hedge extra {h.of(text)!r} in {text[max(h.start - 40, 0) : h.end + 40]!r}"
        for h in have
        if not any(h.overlaps(g) for g in gold)
    ]


def figures(c: Counter[str]) -> dict[str, float]:
    """The counts as figures."""

    def ratio(a: float, b: float) -> float:
        return round(a / b, 3) if b else 0.0

    p, r = ratio(c["soft"], c["found"]), ratio(c["soft"], c["gold"])
    hp, hr = ratio(c["hedges_good"], c["hedges_found"]), ratio(c["hedges_hit"], c["hedges_gold"])
    return {
        "attributions": c["gold"],
        "ar_soft": ratio(2 * c["soft"], c["found"] + c["gold"]),
        "precision": p,
        "recall": r,
        "nested": c["nested_gold"],
        "nested_found": ratio(c["nested"], c["nested_gold"]),
        "chain_nested": ratio(c["nested_right"], c["nested"]),
        "chain_all": ratio(c["chains_right"], c["chains"]),
        "source_kind": ratio(c["kinds_right"], c["kinds"]),
        "stance": ratio(c["stances_right"], c["stances"]),
        "hedges": ratio(2 * hp * hr, hp + hr),
    }


def main() -> int:
    """Measure and print."""
    p = argparse.ArgumentParser()
    p.add_argument("--analyzer", default=Settings().analyzer)
    p.add_argument("--corpora", type=Path)
    p.add_argument("--everything", action="store_true")
    p.add_argument("--misses", action="store_true")
    args = p.parse_args()
    records = [a.record() for a in build.articles()] + (open_texts.records(args.corpora) if args.corpora else [])
    counts: Counter[str] = Counter()
    misses: list[str] = []
    analyzer = analyzers.by_name(args.analyzer)
    for record in records:
        if args.everything or build.held_out(record["name"]):
            measure(build.resolved(record), analyzer, counts, misses)
    if args.misses:
        print("\n".join(sorted(misses)))
    print(json.dumps(figures(counts), indent=1))
    return 0


if __name__ == "__main__":
    sys.exit(main())
