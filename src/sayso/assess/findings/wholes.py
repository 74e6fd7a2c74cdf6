"""Sums with a figure that stands further up on the page, or on another page of the house or of the same claim."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterator, Sequence

from sayso.assess.arithmetic import function_words
from sayso.assess.figure_rows import (
    OF,
    RATE,
    Stretch,
    Try,
    breadth,
    counts,
    fits_together,
    grain,
    in_reach,
    let,
    named,
    told_share,
)
from sayso.assess.figured import unit
from sayso.assess.findings.conclusions import equals
from sayso.assess.passages import Passage, Sum, number
from sayso.assess.pile import Pile
from sayso.assess.skeleton import Figure, Skeleton
from sayso.assess.ties import class_of, said
from sayso.assess.wording import WORD, stem
from sayso.model import Span

MOST_RATES = 6  # rates for one thing, of the whole pile
MOST_TRIED = 60  # counts of one size on other pages that are asked whether their page belongs here
Placed = tuple[str, Span, Figure]  # page, sentence, figure


class Shelf:
    """The counts of all pages, and the lists that come to their totals, for sums across sentences and pages."""

    def __init__(self, pile: Pile, pages: Sequence[tuple[str, Sequence[tuple[Passage, Skeleton]]]]) -> None:
        self.pile = pile
        self.figures: dict[str, list[Placed]] = {
            d: [(d, p.span, f) for p, k in rows for f in k.figures if f.mark == "#" and counts(p.text, p.span, f)]
            for d, rows in pages
        }
        self.lists: dict[str, list[tuple[Span, Try]]] = defaultdict(list)
        rows = [row for d in sorted(self.figures) for row in self.figures[d]]
        self.rows = sorted(rows, key=lambda row: (row[2].value, row[0], row[2].span))
        self._rates: dict[str, list[Placed]] | None = None
        self.values = [row[2].value for row in self.rows]

    def between(self, document: str, low: float, high: float) -> list[Placed]:
        """The counts within bounds, on this page first, then on those of its outlet or with a common claim; a few of them."""
        near = self.rows[bisect_left(self.values, low) : bisect_right(self.values, high)]
        own = [row for row in near if row[0] == document]
        return own + [row for row in near[:MOST_TRIED] if row[0] != document and self.tied(document, row[0])]

    def tied(self, a: str, b: str) -> bool:
        """Whether two pages are of one outlet or tell a common claim."""
        one, two = (self.pile.documents[d].outlet for d in (a, b))
        return (one is not None and one == two) or bool(self.claims(a) & self.claims(b))

    def claims(self, document: str) -> frozenset[str]:
        """The claims that a page tells."""
        return frozenset(c.id for c in self.pile.claims_on.get(document, ()))

    def rates(self) -> dict[str, list[Placed]]:
        """For each thing the figures in money that pages give for one of it, a few of them."""
        if self._rates is None:
            self._rates = {}
            for d in sorted(self.figures):
                text = self.pile.documents[d].text
                for row in self.figures[d]:
                    per = RATE.match(text, row[2].span.end) if class_of(row[2].unit) == "money" else None
                    known = self._rates.setdefault(unit(per["one"]), []) if per is not None and per["one"] else None
                    if known is not None and len(known) < MOST_RATES and row[2].value not in {r[2].value for r in known}:
                        known.append(row)
        return self._rates

    def pages(self, document: str) -> list[str]:
        """The page, then those of its outlet and those that tell one of its claims."""
        documents = self.pile.documents
        own = documents[document].outlet
        tied = {d for c in self.pile.claims_on.get(document, ()) for d in c.documents}
        tied |= {d for d in documents if own and documents[d].outlet == own}
        return [document, *sorted(tied - {document})]


def of_whole(shelf: Shelf, p: Passage, k: Skeleton, x: Stretch) -> Iterator[Sum]:
    """A share of a whole that is named, and whose figure stands elsewhere.

    What: a part and "P percent of its staff", "one in five of the sacks", "P percent of the total" with no figure for the whole:
    one figure of the page, of another page of the outlet or of one that tells the same claim counts such a whole, and the
    share comes out.

    Why it matters: the share is quoted on, and its whole stands on another page.

    Not when: none of the figures fits, or so many count such a whole that one fits by chance.

    Example (fiction): "The mill has 1,960 workers." Further down: "The 180 who go are some 9% of its staff."
    """
    for n, share in enumerate(k.figures):
        of = OF.match(p.text, share.span.end, p.span.end)
        parts = [f for f in k.figures[:n] if f.mark == "#" and counts(p.text, p.span, f)][-1:]
        if not parts and equals().search(p.text[max(p.span.start, share.span.start - 60) : share.span.start]):
            parts = [f for s, f in x.told if f.mark == "#" and s != p.span]  # "The sum … . It equals 3.4 percent of deposits"
        if (
            share.mark not in "%/"
            or of is None
            or not parts
            or (n + 1 < len(k.figures) and k.figures[n + 1].span.start < of.end() + 4)
        ):
            continue
        tries = wholes_of(shelf, p, of["whole"], parts)
        unit_ = 100.0 if share.mark == "%" else 1.0
        fitting = [t for t in tries if in_reach(unit_ * t[0].value / t[1][2].value, share)]
        if not fitting:
            continue
        part, (d, where, whole) = fitting[0]
        chance = len({(f.value, row[2].value) for f, row in tries}) * max(breadth(share), grain(part, whole) / whole.value)
        t = Try(share, (part, whole), told_share(part, whole), chance, 2)
        if let(t) <= 1:
            own = d == p.document.id
            before = tuple(s for s, f in x.told if f is part and s != p.span)
            yield Sum(
                "sum_right",
                share.amount(),
                (*before, where) if own else before,
                f"The figures agree: {t.words}.",
                None,
                () if own else ((d, where),),
            )


def wholes_of(shelf: Shelf, p: Passage, named_: str, parts: Sequence[Figure]) -> list[tuple[Figure, Placed]]:
    """Each part with the figures of the pages that count what the words name: by their unit or the words behind them."""
    words = {stem(w) for w in WORD.findall(named_)} - function_words(p.document.language)
    rows = [row for d in shelf.pages(p.document.id) for row in shelf.figures[d] if row[1] != p.span]
    out = []
    for part in parts:
        for row in rows:
            d, s, f = row
            if f.value <= part.value or not fits_together(f, part):
                continue
            behind = shelf.pile.documents[d].text[f.span.end : min(s.end, f.span.end + BEHIND)]
            if named(f, named_, part) or words & {stem(w) for w in WORD.findall(behind)}:
                out.append((part, row))
    return out


BEHIND = 30  # code points behind a figure in which words say what it is of ("3.6 billion euros in deposits")


def counted_twice(shelf: Shelf, p: Passage, x: Stretch, t: Try) -> Sum | None:
    """Parts that are added to a total which holds them already.

    What: a sum of a count and others "on top of" it comes out, but on this page or on one of the outlet or of the same claim the
    others are parts of that count: in a list that comes to it, or as "640 of them".

    Why it matters: the new total is higher than anybody said, and every figure in it stands on a good page.

    Not when: no words say that one is added to the other, or one of them is no part of the count on those pages.

    Example (fiction): "The guild will sell 2,150 barrels: 1,210 in Ostmar, 640 in Westmar and 300 in Nordmar." Another page: "It
    sells 2,150 barrels on top of 640 in Westmar and 300 in Nordmar, 3,090 in all."
    """
    most = max(t.others, key=lambda f: f.value)
    rest = sorted({f.value for f in t.others if f is not most})
    inside = [f for f in t.others if said("onto").search(x.around(f, 40, 0))]
    if len(t.others) != len(rest) + 1 or not inside or t.stated.value <= most.value:
        return None
    for d in shelf.pages(p.document.id):
        text = shelf.pile.documents[d].text
        for where, row in shelf.lists[d]:
            if row.stated.value == most.value and set(rest) <= {f.value for f in row.others}:
                return twice(p, t, most, rest, (d, where))
        for (_, where, a), (_, other, b) in zip(shelf.figures[d], shelf.figures[d][1:], strict=False):
            if where == other and a.value == most.value and [b.value] == rest and OF_IT.match(text, b.span.end):
                return twice(p, t, most, rest, (d, where))
    return None


OF_IT = re.compile(
    r"\s(?:of (?:them|whom|which|these|those)|davon|d'entre eux|di loro|de ellos|deles|z nich|из них)\b", re.IGNORECASE
)


def twice(p: Passage, t: Try, most: Figure, rest: Sequence[float], place: tuple[str, Span]) -> Sum:
    """The remark on parts counted twice."""
    parts = " and ".join(map(number, rest))
    message = (
        f"The total is given as {number(t.stated.value)}: {t.words}. But {parts} stand as parts of the {number(most.value)},"
        " so that they are counted twice."
    )
    own = place[0] == p.document.id
    also = (place[1],) if own and place[1] != p.span else ()
    return Sum("sum_wrong", t.stated.amount(), also, message, number(most.value), () if own else (place,))
