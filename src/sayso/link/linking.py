"""The whole way of this room: tellings, ties, claims, credits, dates, kin. One call, values in, values out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sayso.contracts import Judgement
from sayso.link import judged
from sayso.link.candidates import information, pairs
from sayso.link.claims import claims
from sayso.link.compare import Pile, compare, explained
from sayso.link.conduits import direct
from sayso.link.context import Context
from sayso.link.credits import declared
from sayso.link.dates import changed, datelined, inferred
from sayso.link.exclusives import exclusives
from sayso.link.identities import identities
from sayso.link.nested import unfolded
from sayso.link.order import Order
from sayso.link.rewrites import rewrites
from sayso.link.siblings import Kin, observed, siblings, twins
from sayso.link.terms import distinct, tellings
from sayso.link.wording import page_words, reuses
from sayso.model import Linking, Reading


@dataclass(frozen=True, slots=True)
class LinkOptions:
    """What the user may set. ``wording``: look for shared wording between pages. ``judgements``: the book's."""

    wording: bool = True
    judgements: tuple[Judgement, ...] = ()


def link(readings: Sequence[Reading], options: LinkOptions) -> Linking:
    """Everything that the pages have in common, whatever their order; what people judged goes before what is found."""
    readings = sorted(readings, key=lambda r: r.document.id)
    documents = {r.document.id: r.document for r in readings}
    everything = unfolded(readings, tellings(readings))
    judgements = within(options.judgements, readings)
    told, equals = distinct(everything, frozenset(i for j in judgements for i in (*j.a.split(), *j.b.split())))
    bits = information(told)
    pile = Pile(bits, told)
    first = [compare(told[i], told[j], pile) for i, j in pairs(told, bits)]
    context = Context(first, told)
    compared = judged.pairs([context.again(p) for p in first], judgements)
    found = claims(everything, compared, equals, readings)
    by_id, looks = {t.id: t for t in told}, {(p.a, p.b): p for p in first}
    lines = changed(documents, found) | datelined(list(documents.values()))
    credited = declared(readings, found, everything, bits, Order(documents, lines))
    dates = inferred(credited.unseen, documents) | lines
    order = Order(documents, dates)
    edges = [*direct(credited.derivations, credited.bodies, credited.dated), *twins(list(documents.values()))]
    edges += exclusives(readings, order, {frozenset((e.document, e.from_)) for e in edges})
    names = {d.id: d.outlet or d.title or d.place for d in documents.values()}
    parents = [(u.id, f"{u.name}, which is not in the pile", group) for u, group in credited.unseen]
    parents += [(page, names[page], group) for page, group in credited.seen]
    kin = Kin(documents, found, everything, order)
    for _, _, group in parents:
        kin.explain(group)
    for page, group in credited.seen:
        for mention in group:
            kin.follows(mention, page)
    pages = [page_words(d) for d in documents.values()] if options.wording else []
    edges += observed(kin, reuses(pages), edges)
    if uncredited := rewrites(kin, pages, edges) if options.wording else []:
        edges = direct([*edges, *uncredited], credited.bodies, credited.dated)
    known = {*documents, *(u.id for u, _ in credited.unseen)}
    return Linking(
        claims=found,
        unseen=tuple(sorted((u for u, _ in credited.unseen), key=lambda u: u.id)),
        derivations=tuple(sorted(judged.derivations(edges, judgements, known), key=lambda e: (e.document, e.from_, e.kind))),
        siblings=tuple(siblings(parents, found)),
        ties=tuple(
            judged.tie(p) if p.weight >= judged.JUDGED else explained(p, by_id, pile, context.reasons(looks[p.a, p.b]))
            for p in compared
            if p.weight > 0
        ),
        dates=dates,
        identities=identities(readings, found, judgements),
        apart=judged.apart(judgements),
    )


def within(judgements: Sequence[Judgement], readings: Sequence[Reading]) -> list[Judgement]:
    """The judgements on what is in this pile: statements, sources, and a document that has something from anywhere.

    Of statements and sources that are here no more the others remain judged.
    """
    told = {s.id for r in readings for s in r.statements}
    named = {s.id for r in readings for s in r.sources}
    pages = {r.document.id for r in readings}
    out = []
    for j in judgements:
        if j.verdict in ("from", "not-from") and j.a in pages:
            out.append(j)
        elif j.verdict in ("same", "not-same", "person", "not-person"):
            known = named if "person" in j.verdict else told
            a, b = ([i for i in side.split() if i in known] for side in (j.a, j.b))
            if (a and b) or ("not-" not in j.verdict and len(a) + len(b) > 1):
                out.append(Judgement(j.verdict, " ".join(a), " ".join(b)))
    return out
