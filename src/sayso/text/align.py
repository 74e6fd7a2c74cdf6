"""Shared runs of two word sequences, grown from common seeds, small differences bridged."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from typing import NamedTuple

# A replaced, dropped or inserted stretch of up to this many words does not end a shared passage.
BRIDGE = 3
# A seed that starts at more places than this in one text is a refrain and would make the work quadratic.
MOST_PLACES = 8


class Run(NamedTuple):
    """Words ``a[a_start:a_end]`` tell the same as ``b[b_start:b_end]``; ``equal`` of them are identical and in order."""

    a_start: int
    a_end: int
    b_start: int
    b_end: int
    equal: int


def exact_runs(a: Sequence[str], b: Sequence[str], least: int) -> list[Run]:
    """Maximal identical runs of at least ``least`` words, in order of the first text; linear but for refrains."""
    places: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for j in range(len(b) - least + 1):
        places[tuple(b[j : j + least])].append(j)
    out: list[Run] = []
    reached: dict[int, int] = {}  # diagonal -> end of the last run on it, so that each run is found once
    for i in range(len(a) - least + 1):
        for j in places.get(tuple(a[i : i + least]), ())[:MOST_PLACES]:
            if reached.get(j - i, -1) > i:
                continue
            n = least
            while i + n < len(a) and j + n < len(b) and a[i + n] == b[j + n]:
                n += 1
            reached[j - i] = i + n
            out.append(Run(i, i + n, j, j + n, n))
    return out


def shared_runs(a: Sequence[str], b: Sequence[str], least: int = 5) -> list[Run]:
    """Shared passages: exact runs of ``least`` words or more, joined where both texts go on within ``BRIDGE`` words.

    Passages do not overlap in either text; the longest are kept first.
    """
    joined: list[Run] = []
    for run in sorted(exact_runs(a, b, least), key=lambda r: (r.a_start, r.b_start)):
        for k in range(len(joined) - 1, max(-1, len(joined) - 1 - MOST_PLACES), -1):
            last = joined[k]
            if 0 <= run.a_start - last.a_end <= BRIDGE and 0 <= run.b_start - last.b_end <= BRIDGE:
                joined[k] = Run(last.a_start, run.a_end, last.b_start, run.b_end, last.equal + run.equal)
                break
        else:
            joined.append(run)
    kept: list[Run] = []
    taken_a, taken_b = bytearray(len(a)), bytearray(len(b))
    for run in sorted(joined, key=lambda r: (-r.equal, r.a_start, r.b_start)):
        if not (any(taken_a[run.a_start : run.a_end]) or any(taken_b[run.b_start : run.b_end])):
            taken_a[run.a_start : run.a_end] = b"\1" * (run.a_end - run.a_start)
            taken_b[run.b_start : run.b_end] = b"\1" * (run.b_end - run.b_start)
            kept.append(run)
    return sorted(kept)
