"""Rewrites without a credit: wording that one other page alone can have given, where pages name the same sources.

Two pages that name one speaker share the speaker's words, so shared wording alone says little there (``siblings``). Runs of three
words, quotations aside, that of all pages which a page can have read one alone has, say more: "who told reporters on the quay".
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from sayso.lexicon.senses import function_words
from sayso.link.siblings import BITS_PER_FACT, BITS_PER_WORD, Kin
from sayso.link.wording import PageWords
from sayso.model import Derivation, Reason, Span

# Runs of three words that one earlier page alone has, how many times more than any other page has, and claims in common. On 45
# stories, ties that were there left out: 6, 1.5 and 3 add 8 ties of the gold and 6 others; 2 claims 12 and 11; on six real ones
# none (counted by a program that is not kept).
LEAST_RUNS, AHEAD, LEAST_CLAIMS = 6, 1.5, 3
RUN = 3


class _Runs:
    """The runs of three words of each page outside quotations, and where each first stands; made when they are asked for."""

    def __init__(self, pages: Mapping[str, PageWords]) -> None:
        self._pages = pages
        self._of: dict[str, dict[tuple[str, ...], Span]] = {}
        self._quoted: dict[str, frozenset[tuple[str, ...]]] = {}

    def of(self, page: str) -> dict[tuple[str, ...], Span]:
        """The runs of one page that are no quotation there."""
        if page not in self._of:
            self._make(page)
        return self._of[page]

    def quoted(self, pages: Iterable[str]) -> frozenset[tuple[str, ...]]:
        """The runs that one of these pages has within quotation marks."""
        for page in pages:
            if page not in self._quoted:
                self._make(page)
        return frozenset().union(*(self._quoted[p] for p in pages))

    def _make(self, page: str) -> None:
        found = self._pages[page]
        free: dict[tuple[str, ...], Span] = {}
        quoted = set()
        for i in range(len(found.tokens) - RUN + 1):
            run = found.tokens[i : i + RUN]
            if all(found.quoted[i : i + RUN]):
                quoted.add(run)
            elif not function_words().issuperset(run):
                free.setdefault(run, Span(found.spans[i].start, found.spans[i + RUN - 1].end))
        self._of[page], self._quoted[page] = free, frozenset(quoted)


def rewrites(kin: Kin, pages: Sequence[PageWords], edges: Sequence[Derivation]) -> list[Derivation]:
    """For each page at most one page, not tied to it in ``edges``, that alone has so much of its wording; earlier, if dated."""
    tied = {frozenset((e.document, e.from_)) for e in edges}
    near: dict[str, set[str]] = defaultdict(set)
    for a, b in kin.shared:
        near[a].add(b)
        near[b].add(a)
    runs, out = _Runs({p.document.id: p for p in pages}), []
    for page in sorted(near):
        read = sorted(p for p in near[page] if _same_language(kin, page, p) and kin.order.may_follow(page, p))
        likely = [p for p in read if _first(kin, p, page) and len(kin.claims(page, p)) >= LEAST_CLAIMS]
        if any(frozenset((page, p)) not in tied for p in likely):
            found = _rewrite(page, likely, read, kin, runs, tied)
            tied |= {frozenset((e.document, e.from_)) for e in found}
            out += found
    return out


def _rewrite(
    page: str, likely: Sequence[str], read: Sequence[str], kin: Kin, runs: _Runs, tied: set[frozenset[str]]
) -> list[Derivation]:
    """The tie of a page to the one that it follows by its wording, if there is one that is new."""
    spoken = runs.quoted([page, *read])
    own = {run: at for run, at in runs.of(page).items() if run not in spoken}
    holders = {run: [p for p in read if run in runs.of(p)] for run in own}
    alone: dict[str, list[tuple[str, ...]]] = defaultdict(list)
    for run, pages in holders.items():
        if len(pages) == 1:
            alone[pages[0]].append(run)
    ranked = sorted((-len(found), p) for p, found in alone.items())
    if not ranked or ranked[0][1] not in likely or frozenset((page, ranked[0][1])) in tied or -ranked[0][0] < LEAST_RUNS:
        return []
    if len(ranked) > 1 and -ranked[0][0] < AHEAD * -ranked[1][0]:
        return []
    parent = ranked[0][1]
    first = min(alone[parent], key=lambda run: own[run])
    facts = len(kin.claims(page, parent))
    detail = f"{len(alone[parent])} runs of {RUN} words that no other page has that it can be from; the first: {' '.join(first)}"
    decided = kin.order.before(parent, page)
    why = (
        Reason("agreement of facts", f"{facts} claims in common", round(BITS_PER_FACT * facts, 3)),
        Reason("same wording", detail, round(BITS_PER_WORD * len(alone[parent]), 3), own[first], runs.of(parent)[first]),
        *((Reason("order", "the dates decide who was first"),) if decided else ()),
    )
    return [Derivation(page, parent, "rewrite", decided, False, round(sum(r.weight for r in why), 3), why)]


def _first(kin: Kin, parent: str, page: str) -> bool:
    """Whether a page came first, or one of two has no date at all: two of one day, or without, may both be from a third.

    Of such ties where one has none 8 of 9 are right in 73 stories, of those of one day 3 of 7, of those without any none of 3.
    """
    return kin.order.before(parent, page) or (kin.order.published(parent) is None) != (kin.order.published(page) is None)


def _same_language(kin: Kin, a: str, b: str) -> bool:
    return kin.documents[a].language == kin.documents[b].language
