"""Pages side by side: children of one unseen text, and pages that agree in their facts without naming each other.

A child shows what it took; two children of one parent each have something that the other lacks. Where neither dates nor credits
decide, the tie has no direction.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from itertools import combinations

from sayso.link.credits import Mention
from sayso.link.order import Order
from sayso.link.terms import Telling, weak_figure
from sayso.link.wording import WHOLE_PAGE, Reuse
from sayso.model import Claim, Derivation, Document, EdgeKind, Reason, Sibling

# Claims in common, not had from a parent that both name, from which on two pages are taken to hang together without a shared word:
# any two reports of one event share a few. In six open cases 3 claims and 0.4 of the page found 2 true ties and 9 others, 4 and 0.6
# the same 2 and 1 other.
LEAST_FACTS = 4
# And they must be this much of what the shorter page tells.
LEAST_SHARE = 0.6
# Pages that name one speaker share the speaker's words; a tie of their own they have from this share of the shorter page on. Where
# they name one text, only nearly equal pages are tied: the text explains the rest. Until 28 November 2026 pages whose common claims
# are all the speaker's needed WHOLE_PAGE: on the telephone game (2,000 tellings) descent recovered F1 0.85, now 0.91; cases and
# seeds alike.
SPOKEN_SHARE = 0.5
TEXT_SHARE = 0.75
# Children of one unseen text are compared pair by pair up to here; beyond it with the first of them only.
MOST_PAIRED = 40
# A page that names where it has it from is tied to another only for so many times the words it shares with the one that it names.
FARTHER = 1.5
# log2 odds per equal word outside quotations and per fact in common: choices, to be fitted on piles of known descent.
BITS_PER_WORD = 0.25
BITS_PER_FACT = 1.5


def siblings(nodes: Sequence[tuple[str, str, Sequence[Mention]]], claims: Sequence[Claim]) -> list[Sibling]:
    """Pairs of pages that name the same text (its id, its name, who names it), where each tells what the other does not."""
    told: dict[str, set[str]] = defaultdict(set)
    for claim in claims:
        for d in claim.documents:
            told[d].add(claim.id)
    out = []
    for node, name, group in nodes:
        pages = sorted({m.document for m in group})
        pairs = combinations(pages, 2) if len(pages) <= MOST_PAIRED else [(pages[0], p) for p in pages[1:]]
        for a, b in pairs:
            if told[a] - told[b] and told[b] - told[a]:
                both, one, other = len(told[a] & told[b]), len(told[a] - told[b]), len(told[b] - told[a])
                out.append(
                    Sibling(
                        (a, b),
                        node,
                        (
                            Reason("common parent", f"both name {name}"),
                            Reason("own details", f"{both} claims in common, {one} and {other} of their own"),
                        ),
                    )
                )
    return sorted(out, key=lambda s: (s.documents, s.parent or ""))


class Kin:
    """What is known about two pages when a tie between them is judged."""

    def __init__(
        self, documents: Mapping[str, Document], claims: Sequence[Claim], tellings: Sequence[Telling], order: Order
    ) -> None:
        self.documents, self.order = documents, order
        self.explained: dict[tuple[str, str], set[str]] = defaultdict(set)
        self.excused: dict[tuple[str, str], float] = defaultdict(float)
        self.told: dict[str, set[str]] = defaultdict(set)
        self.shared: dict[tuple[str, str], list[Claim]] = defaultdict(list)
        self.holders: dict[str, tuple[str, ...]] = {}
        self.figures: dict[str, set[str]] = defaultdict(set)
        self.counts: dict[tuple[str, str], set[str]] = defaultdict(set)
        claim_of = {s: c.id for c in claims for s in c.statements}
        for t in tellings:
            self.figures[t.document] |= {f for f in t.figures if not weak_figure(f)}
            self.counts[claim_of[t.id], t.document] |= t.figures
        for claim in claims:
            for d in claim.documents:
                self.told[d].add(claim.id)
            if 1 < len(claim.documents) <= MOST_PAIRED:
                self.holders[claim.id] = claim.documents
                for a, b in combinations(claim.documents, 2):
                    self.shared[a, b].append(claim)

    def explain(self, group: Sequence[Mention]) -> None:
        """Take note of a parent that several pages name: what two of them have from there, neither needs to have from the other."""
        share = SPOKEN_SHARE if group[0].kind == "statement" else TEXT_SHARE
        if len(group) <= MOST_PAIRED:
            for one, other in combinations(sorted(group, key=lambda m: m.document), 2):
                pair = one.document, other.document
                self.explained[pair] |= one.claims & other.claims
                self.excused[pair] = max(self.excused[pair], share)

    def follows(self, mention: Mention, parent: str) -> None:
        """Take note of a page that another one names: what all three tell, the child needs to have from no third page."""
        for claim in mention.claims & self.told[parent]:
            for other in self.holders.get(claim, ()):
                if other not in (mention.document, parent):
                    self.explained[min(mention.document, other), max(mention.document, other)].add(claim)

    def claims(self, a: str, b: str) -> Sequence[Claim]:
        """The claims that two pages have in common."""
        return self.shared.get((min(a, b), max(a, b)), ())

    def derivation(self, a: str, b: str, reuse: Reuse | None) -> Derivation | None:
        """The observed tie between two pages, None where common parents explain what they share, or it is too little."""
        pair = min(a, b), max(a, b)
        facts = [c for c in self.claims(a, b) if c.id not in self.explained.get(pair, ())]
        least = max(1, min(len(self.told[a]), len(self.told[b])))
        share, alike = len(facts) / least, sum(self._counts_alike(c.id, a, b) for c in facts)
        agree = alike >= LEAST_FACTS and alike >= LEAST_SHARE * least and bool(self.figures[a] & self.figures[b])
        needed = max(self.excused.get(pair, 0.0), 0.0 if self.shared.get(pair) else WHOLE_PAGE)
        if needed and (reuse is None or reuse.share < needed):
            agree, reuse = agree and not self.excused.get(pair), None
        if reuse is None and not agree:
            return None
        child, parent, directed = self._direction(a, b)
        why = (
            [
                Reason(
                    "agreement of facts",
                    f"{len(facts)} claims in common, {share:.0%} of the shorter page's",
                    round(BITS_PER_FACT * len(facts), 3),
                )
            ]
            if facts
            else []
        )
        if reuse is not None:
            here, there = (reuse.a_span, reuse.b_span) if child == reuse.a else (reuse.b_span, reuse.a_span)
            why.append(Reason("same wording", reuse.detail, round(BITS_PER_WORD * reuse.words, 3), here, there))
        if directed:
            why.append(Reason("order", "the dates decide who was first"))
        return Derivation(
            document=child,
            from_=parent,
            kind=self._kind(a, b, reuse),
            directed=directed,
            declared=False,
            weight=round(sum(r.weight for r in why), 3),
            why=tuple(why),
        )

    def _counts_alike(self, claim: str, a: str, b: str) -> bool:
        """Whether two pages do not tell one claim with figures of which none is equal: such a claim is no fact they agree on."""
        one, other = self.counts[claim, a], self.counts[claim, b]
        return not (one and other) or not one.isdisjoint(other)

    def nearness(self, edge: Derivation, reuse: Reuse | None) -> float:
        """How much two pages have in common, whatever explains it: of several relatives the one with the most is the nearest."""
        facts = len(self.claims(edge.document, edge.from_))
        return round(BITS_PER_FACT * facts + BITS_PER_WORD * (reuse.words if reuse else 0), 3)

    def _direction(self, a: str, b: str) -> tuple[str, str, bool]:
        """(child, parent, whether that is decided)."""
        if self.order.before(a, b):
            return b, a, True
        if self.order.before(b, a):
            return a, b, True
        return max(a, b), min(a, b), False

    def _kind(self, a: str, b: str, reuse: Reuse | None) -> EdgeKind:
        one, two = self.documents[a], self.documents[b]
        if one.url and one.url == two.url:
            return "same_page"
        if one.sha256 == two.sha256 or (reuse is not None and reuse.share >= WHOLE_PAGE):
            return "copy"
        if one.language and two.language and one.language != two.language:
            return "translation"
        return "rewrite"


def twins(documents: Sequence[Document]) -> list[Derivation]:
    """Equal bytes at two places, and two crawls of one address: ties without direction."""
    out = []
    for feature, kind, key in (("same address", "same_page", "url"), ("equal bytes", "copy", "sha256")):
        kin: dict[str, list[Document]] = defaultdict(list)
        for d in sorted(documents, key=lambda d: d.id):
            if getattr(d, key):
                kin[getattr(d, key)].append(d)
        for _, group in sorted(kin.items()):
            for other in group[1:]:
                first = group[0]
                if key == "sha256" and first.url and first.url == other.url:
                    continue
                out.append(
                    Derivation(
                        other.id,
                        first.id,
                        "same_page" if kind == "same_page" else "copy",
                        False,
                        False,
                        20.0,
                        (Reason(feature, first.url or first.sha256 if key == "url" else first.sha256, 20.0),),
                    )
                )
    return out


def observed(kin: Kin, reuses: Sequence[Reuse], edges: Sequence[Derivation]) -> list[Derivation]:
    """Ties from wording and from agreement of facts, between pages that no declared tie or twin in ``edges`` joins already.

    Of a family of pages that all agree, each page keeps its nearest relative only: of those before it where dates say so, and none
    that is farther than a page that it names.
    """
    crawls = _crawls(edges)
    known = {_pages(e.document, e.from_, crawls) for e in edges}
    wording = {frozenset((r.a, r.b)): r for r in reuses}
    wanted = set(wording) | {frozenset(p) for p, c in kin.shared.items() if len(c) >= LEAST_FACTS}
    best: dict[frozenset[str], Derivation] = {}
    for pair in sorted(wanted, key=sorted):
        a, b = sorted(pair)
        page = _pages(a, b, crawls)
        edge = kin.derivation(a, b, wording.get(pair)) if page not in known and len(page) > 1 else None
        if edge and (page not in best or edge.weight > best[page].weight):
            best[page] = edge
    named = _named_words(edges, wording)
    nearest: dict[str, tuple[float, str]] = {}
    for edge in best.values():
        reuse = wording.get(frozenset((edge.document, edge.from_)))
        words, near = reuse.words if reuse else 0, kin.nearness(edge, reuse)
        for one, other in _ways(edge):
            if one not in named or words > FARTHER * named[one]:
                nearest[one] = min(nearest.get(one, (0.0, "")), (-near, other))
    return [e for e in best.values() if any(nearest.get(one, (0.0, ""))[1] == other for one, other in _ways(e))]


def _ways(edge: Derivation) -> list[tuple[str, str]]:
    """Who may have it from whom: both ways where nothing decides."""
    way = edge.document, edge.from_
    return [way] if edge.directed else [way, way[::-1]]


def _named_words(edges: Sequence[Derivation], wording: Mapping[frozenset[str], Reuse]) -> dict[str, int]:
    """For each page that names another of the pile with which it shares wording, or goes on from one: how many words, at most."""
    out: dict[str, int] = {}
    for e in edges:
        reuse = wording.get(frozenset((e.document, e.from_)))
        if e.kind == "update" or (e.declared and reuse is not None):
            out[e.document] = max(out.get(e.document, 0), reuse.words if reuse else 0)
    return out


def _crawls(edges: Sequence[Derivation]) -> dict[str, str]:
    """Each later crawl of a page with the first one: a page tied to one crawl needs no tie to the next."""
    return {e.document: e.from_ for e in edges if e.kind == "same_page" and not e.declared}


def _pages(a: str, b: str, crawls: Mapping[str, str]) -> frozenset[str]:
    return frozenset((crawls.get(a, a), crawls.get(b, b)))
