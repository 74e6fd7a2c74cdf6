"""Text and labels from the marked articles; an error names the first mark that is wrong. docs/labels.md says what the marks mean.

build.py              check every article, count attributions, nested ones, denials, kinds
build.py --records    print text and labels, one article a line
build.py --gold       print the records in PolNeAR's form, for its scorer
build.py --agreement  AR-soft between first and second labels of the articles that were labelled twice
"""

from __future__ import annotations

import hashlib
import json
import re
import sys
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent
OPEN = ("open.jsonl", "open.second.jsonl")
KINDS = set("person official organization government armed_group agency outlet ngo document social anonymous group unnamed".split())
STANCES = {"deny", "doubt", "retract", "correct", "silent"}
PARTS = {
    "s": "source",
    "c": "cue",
    "t": "content",
    "r": "relay",
    "v": "via",
    "k": "via_cue",
    "h": "hedge",
    "a": "anonymity",
    "j": "reason",
}
_MARK = re.compile(r"([sctrvkhaj])(\d*)((?: \w+)*)\|")
_BREAK = re.compile(r"[.!?]\W*\s|\n")
# Cues behind which nobody stands: "reportedly", "it emerged", "is said to", "was reported".
_NOBODY = re.compile(
    r"ly$|^(?:it|as|is|are|was|were|be|been|being|ha[sd] been|have been)\b|\b(?:understood|thought)$", re.IGNORECASE
)
_ABOUT = re.compile(r"%\s*(\w+):\s*([^%]*)")


class LabelError(Exception):
    """A mark that does not follow docs/labels.md; says where and what."""


@dataclass
class Article:
    """One article: its text, what it is about, and its marks as (part, number, words, start, end)."""

    name: str
    text: str = ""
    about: dict[str, str] = field(default_factory=dict)
    title: list[int] | None = None
    furniture: list[dict[str, Any]] = field(default_factory=list)
    marks: list[tuple[str, str, list[str], int, int]] = field(default_factory=list)

    def record(self) -> dict[str, Any]:
        """The article as one JSON record: attributions in order of their first mark, offsets in code points."""
        numbers: dict[str, dict[str, Any]] = {}
        hedges = []
        for part, number, words, start, end in sorted(self.marks, key=lambda m: (m[3], -m[4])):
            if part == "hedge":
                hedges.append([start, end])
                continue
            row = numbers.setdefault(
                number,
                {
                    "id": number,
                    "source": [],
                    "kind": None,
                    "cue": [],
                    "stance": "report",
                    "content": [],
                    "relay": [],
                    "via": [],
                    "via_cue": [],
                    "anonymity": [],
                    "reason": [],
                },
            )
            row[part].append([start, end])
            for word in words:
                row["kind" if word in KINDS and part == "source" else "stance" if word in STANCES else f"{part}_kind"] = word
        rows = sorted(numbers.values(), key=lambda r: min(s for p in PARTS.values() for s in r.get(p, []) or [[10**9]])[0])
        return {
            "name": self.name,
            "about": self.about,
            "text": self.text,
            "title": self.title,
            "furniture": self.furniture,
            "hedges": hedges,
            "attributions": rows,
        }


def parse(name: str, source: str) -> Article:
    """Read one marked article."""
    article = Article(name)
    out: list[str] = []
    for line in re.sub(r"\n[ \t]+(?=\S)", " ", source.strip()).split("\n"):
        if line.startswith("%"):
            article.about.update({k: v.strip() for k, v in _ABOUT.findall(line)})
            continue
        start = sum(map(len, out))
        if line.startswith("~"):
            kind, _, words = line[1:].partition(" ")
            plain = _plain(article, words, start, name)
            out.append(plain + "\n")
            article.furniture.append({"kind": kind, "span": [start, start + len(plain)]})
            continue
        title = line.startswith("# ")
        plain = _plain(article, line[2:] if title else line, start, name)
        if title:
            article.title = [start, start + len(plain)]
        out.append(plain + "\n")
    article.text = "".join(out).rstrip("\n") + "\n"
    _checked(article)
    return article


def _plain(article: Article, line: str, offset: int, name: str) -> str:
    """The line without its marks, which are noted with their places."""
    out: list[str] = []
    open_marks: list[tuple[str, str, list[str], int]] = []
    length = i = 0
    while i < len(line):
        c = line[i]
        if c == "\\" and i + 1 < len(line) and line[i + 1] in "{|}\\":
            c, i = line[i + 1], i + 1
        elif c == "{":
            m = _MARK.match(line, i + 1)
            if m is None:
                raise LabelError(f"{name}: no mark begins here: {line[i : i + 40]!r}")
            open_marks.append((PARTS[m.group(1)], m.group(2), m.group(3).split(), offset + length))
            i = m.end()
            continue
        elif c == "}":
            if not open_marks:
                raise LabelError(f"{name}: a closing brace too many before {line[i : i + 40]!r}")
            part, number, words, start = open_marks.pop()
            article.marks.append((part, number, words, start, offset + length))
            i += 1
            continue
        out.append(c)
        length += 1
        i += 1
    if open_marks:
        raise LabelError(f"{name}: a mark is not closed in {line[:60]!r}")
    return "".join(out)


def _checked(article: Article) -> None:
    for part, number, words, start, end in article.marks:
        where = f"{article.name}: {article.text[start:end][:40]!r}"
        if part != "hedge" and not number:
            raise LabelError(f"{where}: a {part} needs a number")
        if not article.text[start:end].strip():
            raise LabelError(f"{where}: an empty {part}")
        bad = [w for w in words if w not in KINDS | STANCES]
        if bad:
            raise LabelError(f"{where}: unknown word {bad[0]!r}")
    parts = {n: {p for p, m, *_ in article.marks if m == n} for n in {m[1] for m in article.marks if m[1]}}
    for number, have in sorted(parts.items()):
        silent = any(n == number and "silent" in w for _, n, w, *_ in article.marks)
        if "content" not in have and not silent:
            raise LabelError(f"{article.name}: attribution {number} has no content")


def articles(second: bool = False) -> list[Article]:
    """All articles, first labels or second ones."""
    paths = sorted(p for p in (HERE / "articles").glob("*.txt") if p.name.endswith(".second.txt") == second)
    return [parse(p.name.removesuffix(".txt").removesuffix(".second"), p.read_text(encoding="utf-8")) for p in paths]


def stats(records: list[dict[str, Any]]) -> str:
    """Counts in words."""
    rows = [(r, a) for r in records for a in r["attributions"]]
    nested = sum(any(a is not b and _inside(a, b) for b in r["attributions"]) for r, a in rows)
    kinds = Counter(a["kind"] or "none" for _, a in rows)
    stances = Counter(a["stance"] for _, a in rows)
    words = sum(len(r["text"].split()) for r in records)
    relayed = sum(bool(a["relay"] or a["via"]) for _, a in rows)
    return (
        f"{len(records)} articles, {words} words, {len(rows)} attributions, {nested} nested, {relayed} with a relay\n"
        f"stances {dict(stances.most_common())}\nkinds {dict(kinds.most_common())}"
    )


def _inside(a: dict[str, Any], b: dict[str, Any]) -> bool:
    return any(s <= x and y <= e for x, y in a["cue"] or a["source"] for s, e in b["content"])


def gold(record: dict[str, Any]) -> dict[str, Any]:
    """The record as PolNeAR writes its own, so that the same scorer reads both: one element of spans a part."""
    rows = [{p: [{"spans": a[p]}] if a[p] else [] for p in ("source", "cue", "content")} for a in record["attributions"]]
    return {"id": record["name"], "text": record["text"], "attributions": rows}


def resolved(record: dict[str, Any]) -> dict[str, Any]:
    """The record with elided subjects filled in: "…, adding that C" has the source of the attribution before it in its sentence."""
    out: list[dict[str, Any]] = []
    for a in record["attributions"]:
        if not a["source"] and a["cue"]:
            start, end = a["cue"][0]
            before = [b for b in out if b["source"] and b["cue"] and b["cue"][0][0] < start]
            near = [b for b in before if not _BREAK.search(record["text"], b["cue"][0][1], start)]
            if near and not _NOBODY.search(record["text"][start:end]):
                a = a | {"source": near[-1]["source"], "kind": near[-1]["kind"], "elided": True}
        out.append(a)
    return record | {"attributions": out}


def held_out(name: str) -> bool:
    """Whether an article is kept from training: every sixth, by a digest of its name, so that it stays so."""
    return int(hashlib.sha256(name.encode()).hexdigest(), 16) % 6 == 0


def agreement(first: list[dict[str, Any]], second: list[dict[str, Any]]) -> float:
    """AR-soft F1: attributions paired where content Jaccard (words) >= 0.5 and cue and source overlap or are both missing."""
    hit = total = 0
    known = {r["name"]: r for r in first}
    for other in second:
        left, right = known[other["name"]]["attributions"], other["attributions"]
        total += len(left) + len(right)
        free = list(right)
        for a in left:
            match = next((b for b in free if _soft(a, b)), None)
            if match is not None:
                free.remove(match)
                hit += 2
    return hit / total if total else 0.0


def alike(first: list[dict[str, Any]], second: list[dict[str, Any]]) -> dict[str, float]:
    """Of attributions that both labellers have: the share with one kind of source, with one stance; F1 of hedges that overlap."""
    counts: Counter[str] = Counter()
    known = {r["name"]: r for r in first}
    for other in second:
        record = known[other["name"]]
        free = list(other["attributions"])
        for a in record["attributions"]:
            match = next((b for b in free if _soft(a, b)), None)
            if match is not None:
                free.remove(match)
                counts.update(pairs=1, stance=a["stance"] == match["stance"])
                if a["kind"] and match["kind"]:
                    counts.update(kinds=1, kind=a["kind"] == match["kind"])
        mine, theirs = record["hedges"], other["hedges"]
        met = sum(any(s < f and t < e for t, f in b) for a, b in ((mine, theirs), (theirs, mine)) for s, e in a)
        counts.update(hedges=len(mine) + len(theirs), hedge=met)
    shares = (("kind", "kinds"), ("stance", "pairs"), ("hedge", "hedges"))
    return {part: counts[part] / counts[whole] if counts[whole] else 0.0 for part, whole in shares}


def _soft(a: dict[str, Any], b: dict[str, Any]) -> bool:
    x, y = ({i for s, e in r["content"] for i in range(s, e)} for r in (a, b))
    same = all(
        bool(a[p]) == bool(b[p]) and (not a[p] or any(s < f and t < e for s, e in a[p] for t, f in b[p])) for p in ("source", "cue")
    )
    return same and (len(x & y) >= 0.5 * len(x | y) if x or y else True)


def main(argv: list[str]) -> int:
    """Check, count or print."""
    records = [a.record() for a in articles()]
    if "--agreement" in argv:
        again = [a.record() for a in articles(second=True)]
        print(f"{len(again)} articles labelled twice: AR-soft {agreement(records, again):.3f}")
        print("of what both have there: " + ", ".join(f"{part} {share:.3f}" for part, share in alike(records, again).items()))
        standoff = [[json.loads(line) for line in (HERE / name).read_text(encoding="utf-8").splitlines()] for name in OPEN]
        one, two = ([r | {"name": r["key"]} for r in rows] for rows in standoff)
        print(f"{len(two)} open texts labelled twice: AR-soft {agreement(one, two):.3f}")
        print(f"together: AR-soft {agreement(records + one, again + two):.3f}")
        return 0
    if "--gold" in argv:
        for r in records:
            print(json.dumps(gold(r), ensure_ascii=False))
        return 0
    if "--records" in argv:
        for r in records:
            print(json.dumps(r, ensure_ascii=False, sort_keys=True))
        return 0
    print(stats(records))
    return 0


if __name__ == "__main__":
    try:
        sys.exit(main(sys.argv[1:]))
    except LabelError as e:
        sys.exit(str(e))
