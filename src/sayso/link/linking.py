"""The whole way of this room: tellings, ties, claims, credits, dates, kin. One call, values in, values out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from sayso.link.candidates import information, pairs
from sayso.link.claims import claims
from sayso.link.compare import Pile, compare
from sayso.link.context import in_context
from sayso.link.credits import declared
from sayso.link.dates import inferred
from sayso.link.identities import identities
from sayso.link.order import Order
from sayso.link.siblings import Kin, observed, siblings, twins
from sayso.link.terms import tellings
from sayso.link.wording import reuses
from sayso.model import Linking, Reading


@dataclass(frozen=True, slots=True)
class LinkOptions:
    """What the user may set. ``wording``: look for shared wording between pages."""

    wording: bool = True


def link(readings: Sequence[Reading], options: LinkOptions) -> Linking:
    """Everything that the pages have in common, whatever their order."""
    readings = sorted(readings, key=lambda r: r.document.id)
    documents = {r.document.id: r.document for r in readings}
    told = tellings(readings)
    bits = information(told)
    pile = Pile(bits, Counter(t.document for t in told))
    ties = in_context([compare(told[i], told[j], pile) for i, j in pairs(told, bits)], told)
    found = claims(told, ties, readings)
    unseen, edges, nodes = declared(readings, found, Order(documents, {}))
    dates = inferred(nodes, documents)
    order = Order(documents, dates)
    edges += twins(list(documents.values()))
    pairs_of_pages = siblings(nodes, found)
    known = {frozenset((e.document, e.from_)) for e in edges}
    reused = reuses(list(documents.values())) if options.wording else []
    edges += observed(Kin(documents, found, told, order), reused, pairs_of_pages, known)
    return Linking(
        claims=found, unseen=tuple(sorted(unseen, key=lambda u: u.id)),
        derivations=tuple(sorted(edges, key=lambda e: (e.document, e.from_, e.kind))),
        siblings=tuple(pairs_of_pages), ties=tuple(sorted((t for t in ties if t.same), key=lambda t: (t.a, t.b))),
        dates=dates, identities=identities(readings, found))
