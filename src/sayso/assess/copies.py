"""Pages that are equal byte for byte: a few stand for all where findings are looked for. Origins are counted over all of them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from sayso.assess.pile import Pile
from sayso.model import Linking, Reading

# Copies of one page that are looked at. Findings compare a claim's tellings with each other: ten thousand equal pages would cost
# their square and show ten thousand times the same.
MOST_COPIES = 5


def looked_at(pile: Pile) -> Pile:
    """The pile with at most ``MOST_COPIES`` of each page; itself where no page has more."""
    seen: Counter[str] = Counter()
    kept: list[Reading] = []
    for reading in pile.readings:
        seen[reading.document.sha256] += 1
        if seen[reading.document.sha256] <= MOST_COPIES:
            kept.append(reading)
    return pile if len(kept) == len(pile.readings) else Pile(kept, _among(kept, pile.linking))


def _among(readings: Sequence[Reading], linking: Linking) -> Linking:
    """What was linked, as far as it is about these pages."""
    pages = {r.document.id for r in readings}
    told = {s.id for r in readings for s in r.statements}
    ends = pages | {u.id for u in linking.unseen}
    claims = (
        replace(c, statements=tuple(s for s in c.statements if s in told), documents=tuple(d for d in c.documents if d in pages))
        for c in linking.claims
    )
    return replace(
        linking,
        claims=tuple(c for c in claims if c.statements),
        derivations=tuple(d for d in linking.derivations if d.document in pages and d.from_ in ends),
        siblings=tuple(s for s in linking.siblings if pages.issuperset(s.documents)),
        ties=tuple(t for t in linking.ties if t.a in told and t.b in told),
    )
