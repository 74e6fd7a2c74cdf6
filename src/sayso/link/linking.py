"""The whole way of this room: tellings, ties, claims, credits, dates, kin. One call, values in, values out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sayso.link.candidates import information, pairs
from sayso.link.claims import claims
from sayso.link.compare import Pile, compare, explained
from sayso.link.context import Context
from sayso.link.credits import declared
from sayso.link.dates import inferred
from sayso.link.identities import identities
from sayso.link.order import Order
from sayso.link.siblings import Kin, observed, siblings, twins
from sayso.link.terms import distinct, tellings
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
    everything = tellings(readings)
    told, equals = distinct(everything)
    bits = information(told)
    pile = Pile(bits, told)
    first = [compare(told[i], told[j], pile) for i, j in pairs(told, bits)]
    context = Context(first, told)
    compared = [context.again(p) for p in first]
    found = claims(everything, compared, equals, readings)
    by_id = {t.id: t for t in told}
    credited = declared(readings, found, everything, bits, Order(documents, {}))
    dates = inferred(credited.unseen, documents)
    order = Order(documents, dates)
    edges = [*credited.derivations, *twins(list(documents.values()))]
    names = {d.id: d.outlet or d.title or d.place for d in documents.values()}
    parents = [(u.id, f"{u.name}, which is not in the pile", group) for u, group in credited.unseen]
    parents += [(page, names[page], group) for page, group in credited.seen]
    kin = Kin(documents, found, everything, order)
    for _, _, group in parents:
        kin.explain(group)
    for page, group in credited.seen:
        for mention in group:
            kin.follows(mention, page)
    edges += observed(kin, reuses(list(documents.values())) if options.wording else [], edges)
    return Linking(
        claims=found,
        unseen=tuple(sorted((u for u, _ in credited.unseen), key=lambda u: u.id)),
        derivations=tuple(sorted(edges, key=lambda e: (e.document, e.from_, e.kind))),
        siblings=tuple(siblings(parents, found)),
        ties=tuple(
            explained(second, by_id, pile, context.reasons(one))
            for one, second in zip(first, compared, strict=True)
            if second.weight > 0
        ),
        dates=dates,
        identities=identities(readings, found),
    )
