"""From the tagger's numbers to spans: where cues stand, and who says what to one of them."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import numpy

from sayso.analyzers.tagging import KINDS, ROLES, SLICES, STANCES
from sayso.analyzers.windows import Window
from sayso.contracts import Attributed
from sayso.model import SourceKind, Span, Stance
from sayso.text.tokens import tokens

Numbers = Any
# Swept on 65 held-out articles of ours, AR-soft: CUE 0.2 0.761, 0.35 0.770, 0.5 0.772 (recall falls);
# ACCEPTED 0.3 to 0.7: 0.770 to 0.771.
CUE = 0.35  # least probability of a word to be a candidate: the second pass looks at it again
ACCEPTED = 0.5  # least probability, second pass, that the marked words are a cue
THINKABLE = 0.01  # least probability of a kind to be passed on
NOBODY = re.compile(r"ly$|^(?:it|as|is|are|was|were|be|been|being)\b|\b(?:understood|thought|believed)$", re.IGNORECASE)
S, T, R, V, K, C = (ROLES.index(letter) for letter in "STRVKC")


def words(text: str, window: Window) -> list[tuple[list[int], Span]]:
    """The words of a window: which pieces each is made of, and where it stands. A hyphenated word and an acronym are one."""
    placed = [(i, s) for i, s in enumerate(window.spans) if s is not None]
    if not placed:
        return []
    out: list[tuple[list[int], Span]] = []
    listed = tokens(text, placed[0][1].start, placed[-1][1].end)
    n = 0
    for i, s in placed:
        while n < len(listed) and listed[n].end <= s.start:
            n += 1
        word = listed[n].span if n < len(listed) and listed[n].start <= s.start else s
        if out and out[-1][1] == word:
            out[-1][0].append(i)
        else:
            out.append(([i], word))
    return out


def softmax(logits: Numbers) -> Numbers:
    """Probabilities over the last axis."""
    e = numpy.exp(logits - logits.max(-1, keepdims=True))
    return e / e.sum(-1, keepdims=True)


def averaged(rows: Numbers, listed: Sequence[tuple[list[int], Span]]) -> Numbers:
    """One row a word: the mean over its pieces."""
    order = [i for found, _ in listed for i in found]
    sizes = numpy.array([len(found) for found, _ in listed])
    return numpy.add.reduceat(rows[order], numpy.cumsum(sizes) - sizes, axis=0) / sizes[:, None]


def cues(text: str, window: Window, logits: Numbers) -> list[Span]:
    """Candidate cues of the first pass: runs of words that are likely enough, a new one where one begins."""
    listed = words(text, window)
    if not listed:
        return []
    out: list[Span] = []
    open_ = False
    for row, (_, span) in zip(averaged(softmax(logits[:, SLICES["cue"]]), listed).tolist(), listed, strict=True):
        likely = 1 - row[0] > CUE
        if likely and open_ and row[2] >= row[1]:
            out[-1] = Span(out[-1].start, span.end)
        elif likely:
            out.append(span)
        open_ = likely
    return out


def frame(text: str, window: Window, logits: Numbers, cue: Span) -> Attributed | None:
    """What the second pass makes of one marked cue; None where it is no cue after all, or nothing is told."""
    marked = [i for i, k in enumerate(window.kinds) if k]
    p = softmax(logits[:, SLICES["role"]])
    if not marked or p[marked, C].mean() < ACCEPTED:
        return None
    listed = words(text, window)
    rows = averaged(p, listed)
    roles = _smoothed(text, [s for _, s in listed], rows.argmax(1))
    runs = _runs(text, [s for _, s in listed], roles)
    content = tuple(s for s, _ in runs.get(T, []) if re.search(r"\w", s.of(text)))
    if not content:
        return None
    source = _best(runs.get(S, []), rows[:, S], cue)
    relay = _best(runs.get(R, []), rows[:, R])
    via = tuple(s for s, _ in runs.get(V, []))
    via_cue = _best(runs.get(K, []), rows[:, K])
    stance = STANCES[int(logits[marked, SLICES["stance"]].mean(0).argmax())]
    opinion: Stance | None = None if stance == "silent" else stance
    leanings = _leanings(window, logits, source) if source is not None else ()
    kind = max(leanings, key=lambda k: k[1])[0] if leanings else None
    inherits = source is None and not NOBODY.search(cue.of(text))
    return Attributed(content, cue, source, via, via_cue if via else None, relay, inherits, kind, opinion, leanings)


def _leanings(window: Window, logits: Numbers, source: Span) -> tuple[tuple[SourceKind, float], ...]:
    """The kinds that are thinkable for a source, with their probabilities in hundredths."""
    mine = [i for i, s in enumerate(window.spans) if s is not None and source.overlaps(s)]
    p = softmax(logits[mine, SLICES["kind"]].mean(0))
    return tuple((k, round(float(x), 2)) for k, x in zip(KINDS, p, strict=True) if x >= THINKABLE)


def _smoothed(text: str, spans: Sequence[Span], roles: Numbers) -> list[int]:
    """Fill single words that a run of told words leaves out, and single marks in any run."""
    out = [int(r) for r in roles]
    for i in range(1, len(out) - 1):
        mark = not re.search(r"\w", spans[i].of(text))
        if out[i] == 0 and out[i - 1] == out[i + 1] != 0 and (mark or out[i - 1] == T):
            out[i] = out[i - 1]
    return out


def _runs(text: str, spans: Sequence[Span], roles: Sequence[int]) -> dict[int, list[tuple[Span, list[int]]]]:
    """Neighbouring words of one role as spans, with the numbers of their words; marks at the ends are left out."""
    out: dict[int, list[tuple[Span, list[int]]]] = {}
    start = 0
    for i in range(1, len(roles) + 1):
        if i == len(roles) or roles[i] != roles[start]:
            run = list(range(start, i))
            while run and spans[run[0]].of(text) in "“”\"',.;:–—-«»„)‘’":
                run = run[1:]
            while run and spans[run[-1]].of(text) in "“”\"',.;:–—-«»„(‘’":
                run = run[:-1]
            if roles[start] and run:
                out.setdefault(roles[start], []).append((Span(spans[run[0]].start, spans[run[-1]].end), run))
            start = i
    return out


def _best(runs: Sequence[tuple[Span, list[int]]], p: Numbers, cue: Span | None = None) -> Span | None:
    """The likeliest run, by the sum over its words; one that stands directly beside the cue before one further off."""

    def key(run: tuple[Span, list[int]]) -> tuple[bool, float, int]:
        beside = cue is not None and (0 <= cue.start - run[0].end <= 1 or 0 <= run[0].start - cue.end <= 1)
        return beside, float(p[run[1]].sum()), -run[0].start

    return max(runs, key=key)[0] if runs else None


def _may_be_told(text: str, sentences: Sequence[Span], c: Span) -> bool:
    """Whether a piece of another sentence is in marks, or nearly all of it."""
    whole = sentences[max(0, bisect_right(sentences, (c.start, 1 << 62)) - 1)]
    return (c.end - c.start) * 10 >= 9 * (whole.end - whole.start) or _MARK.search(
        text[max(c.start - 2, 0) : c.end + 2]
    ) is not None


def _taken(c: Span, told: Sequence[Span]) -> bool:
    return any(c.overlaps(o) for o in told)


_MARK = re.compile("[\"“”«»‘’']")


def own(text: str, found: Sequence[Attributed], sentences: Sequence[Span]) -> list[Attributed]:
    """Attributions without pieces of another sentence: of one told by somebody of its own, or less than all of one in no marks.

    The second pass reads a cue among its neighbours, and in a row of short tellings marks words of the one before, too.
    """

    def at(span: Span) -> int:
        return bisect_right(sentences, (span.start, 1 << 62)) - 1

    told: dict[int, list[Span]] = {}
    for a in found:
        if a.cue is not None:
            told.setdefault(at(a.cue), []).extend(c for c in a.content if at(c) == at(a.cue))
    out: list[Attributed] = []
    for a in found:
        here = at(a.cue) if a.cue else -1
        near = tuple(
            c for c in a.content if at(c) == here or (_may_be_told(text, sentences, c) and not _taken(c, told.get(at(c), ())))
        )
        out.append(replace(a, content=near) if any(at(c) == here for c in near) else a)
    return out


def united(found: Sequence[Attributed]) -> list[Attributed]:
    """Attributions without repetition: two parts of one cue ("was quoted … as saying") are one."""
    out: list[Attributed] = []
    for a in sorted(found, key=lambda a: (a.cue or a.content[0], a.content)):
        same = next((b for b in out if b.source == a.source and b.content == a.content), None)
        if same is None:
            out.append(a)
    return out
