"""From labels to what the network is shown: windows of word pieces with a label for each piece.

Two kinds of example, one network. First pass: a sentence alone; each piece is told whether it begins or continues a cue,
is a hedge, lies in a source, lies in told words. Second pass: a sentence with one cue marked; each piece is told what it
is to that cue, the cue's pieces which stance it takes, the pieces of a teller of which kind he is.
"""

from __future__ import annotations

import random
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from tokenizers import Tokenizer

from sayso.analyzers.tagging import KINDS, ROLES, STANCES
from sayso.analyzers.windows import Pieces, Window, alone, around, pieces
from sayso.model import Span
from sayso.text.sentences import paragraphs, sentences

Record = dict[str, Any]
PARTS = {"source": "S", "content": "T", "relay": "R", "via": "V", "via_cue": "K", "cue": "C", "anonymity": "A", "reason": "A"}
IGNORE = -100


@dataclass
class Example:
    """A window and its labels by head, one number a piece; ``IGNORE`` where a head has nothing to learn."""

    window: Window
    labels: dict[str, list[int]] = field(default_factory=dict)


def spans(rows: Iterable[Sequence[int]]) -> list[Span]:
    """Pairs as spans."""
    return [Span(a, b) for a, b in rows]


def from_polnear(row: Record) -> Record:
    """A row in PolNeAR's form (each part a list of elements with spans) as one of our records; a record of ours stays as it is."""
    if not any(part and isinstance(part[0], dict) for a in row["attributions"] for part in (a["source"], a["cue"], a["content"])):
        return row
    empty = {"relay": [], "via": [], "via_cue": [], "anonymity": [], "reason": [], "kind": None, "stance": "report"}
    parts = ("source", "cue", "content")
    rows = [empty | {p: [s for element in a[p] for s in element["spans"]] for p in parts} for a in row["attributions"]]
    return {"name": row["id"], "text": row["text"], "hedges": [], "attributions": rows}


class Maker:
    """Makes the examples of one record after another."""

    def __init__(self, tokenizer: Tokenizer, seed: int) -> None:
        """Remember the tokenizer; ``seed`` decides which wrong cues are shown."""
        self.tokenizer = tokenizer
        self.random = random.Random(seed)
        self.cue_words: set[str] = set()

    def learn_words(self, records: Iterable[Record]) -> None:
        """Collect the words that are cues somewhere, so that their other uses can be shown as such."""
        for r in records:
            for a in r["attributions"]:
                for s in spans(a["cue"]):
                    self.cue_words.update(w for w in re.findall(r"[a-z]+", s.of(r["text"]).lower()) if len(w) > 3)

    def examples(self, record: Record) -> Iterator[Example]:
        """All examples of one article."""
        text, furniture = record["text"], [Span(*f["span"]) for f in record.get("furniture", [])]
        listed = [s for p in paragraphs(text) for s in sentences(text, p, "en") if not any(f.overlaps(s) for f in furniture)]
        rows = pieces(self.tokenizer, text, listed)
        cues = [(s, a) for a in record["attributions"] for s in spans(a["cue"])]
        for n, row in enumerate(rows):
            if row.ids:
                yield self._first(record, alone(rows, n), cues)
        for n, row in enumerate(rows):
            if not row.ids:
                continue
            for s, a in cues:
                if row.extent.start <= s.start < row.extent.end:
                    yield self._second(around(text, rows, n, s), a)
            for s in self._wrong(text, row, [c for c, _ in cues]):
                yield self._second(around(text, rows, n, s), None)

    def _wrong(self, text: str, row: Pieces, cues: Sequence[Span]) -> list[Span]:
        """Words that are cues elsewhere and none here, one in eight."""
        found = [s for s in row.spans if s.of(text).lower() in self.cue_words and not any(c.overlaps(s) for c in cues)]
        return [s for s in found if self.random.random() < 0.12]

    def _first(self, record: Record, window: Window, cues: Sequence[tuple[Span, Record]]) -> Example:
        marks = {
            "cue": [s for s, _ in cues],
            "hedge": spans(record["hedges"]),
            "source": [s for a in record["attributions"] for s in spans(a["source"]) if not a.get("elided")],
            "content": [s for a in record["attributions"] for s in spans(a["content"])],
        }
        labels: dict[str, list[int]] = {}
        for head, found in marks.items():
            row = []
            for s in window.spans:
                mine = next((m for m in found if s is not None and m.overlaps(s)), None)
                begins = mine is not None and s is not None and (mine.start >= s.start)
                row.append(IGNORE if s is None else 0 if mine is None else 1 if begins or head != "cue" else 2)
            labels[head] = row
        return Example(window, labels)

    def _second(self, window: Window, a: Record | None) -> Example:
        role = [IGNORE if s is None else 0 for s in window.spans]
        stance, kind = [IGNORE] * len(role), [IGNORE] * len(role)
        for part, letter in PARTS.items() if a else ():
            for m in spans((a or {}).get(part, [])):
                for i, s in enumerate(window.spans):
                    if s is not None and m.overlaps(s) and (role[i] == 0 or letter in "CSRVK"):
                        role[i] = ROLES.index(letter)
        if a is not None:
            for i in range(len(window.spans)):
                letter = ROLES[role[i]] if role[i] >= 0 else "O"
                if window.kinds[i]:
                    stance[i] = STANCES.index(a["stance"])
                name = {"S": a["kind"], "R": a.get("relay_kind"), "V": a.get("via_kind")}.get(letter)
                if name in KINDS:
                    kind[i] = KINDS.index(name)
        return Example(window, {"role": role, "stance": stance, "kind": kind})
