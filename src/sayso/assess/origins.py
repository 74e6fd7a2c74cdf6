"""How many independent origins a claim has: tellings folded by their innermost source, and the reasons in words.

Two tellings have the same origin, surely different ones, or the pages do not say. ``high`` counts what is left when all that is
the same
is folded; ``low`` is the largest number of origins no two of which could be the same. A range is honest; a number would be a guess.
"""

from __future__ import annotations

from collections.abc import Sequence

from sayso.assess.corroboration import same_matter, versions
from sayso.assess.folding import FOLDS, PASSING, Fold, Folding, Telling
from sayso.assess.parties import press
from sayso.assess.pile import Pile, innermost, own_stance
from sayso.assess.wording import same_name
from sayso.model import Claim, Origins, Root, Statement
from sayso.text.series import series

__all__ = ["RULES", "origins"]

RULES = (*FOLDS, "station", "version")
"""All rules of independence: those that fold, that an outlet is no more than its page, that other figures bear nothing out."""

# A claim with more sourced tellings than this is not counted anew without each rule: the time grows with the square.
MOST_RECOUNTED = 60


def origins(pile: Pile, claim: Claim, rules: frozenset[str]) -> Origins:
    """The range of independent origins of one claim, its roots, and why."""
    tellings = pile.tellings(claim)
    saying = [s for s in tellings if own_stance(s) != "deny" or len(s.chain) > 2] or list(tellings)
    named = [Telling(s, k) for s in saying if (k := innermost(s)) is not None]
    general = [t for t in named if press(t.link.name or "")]
    sourced = under_headlines(pile, [t for t in named if not press(t.link.name or "")])
    bare = [s for s in saying if innermost(s) is None]
    sourced, passed = from_pages(pile, sourced, bare) if "station" in rules else (sourced, [])
    if not sourced:
        return unsourced(pile, bare, general)
    folding = Folding(pile, rules)
    groups, folds = grouped(folding, sourced)
    low, high, others = counted(folding, groups)
    why = [*dict.fromkeys(f"{f.words} [{f.rule}]" for f in folds), *others]
    roots = tuple(sorted((root(pile, g) for g in groups), key=lambda r: (r.name or "", r.kind, r.document or "", r.unseen or "")))
    if low < high:
        why.append(f"whether the {high} sources named for it are independent of each other, the pages do not say")
    why += passed
    why += without(folding, sourced, (low, high), {f.rule for f in folds} | ({"version"} if others else set()))
    if general:
        why.append(f"{with_pages(pile, general)} is the press in general, which adds no origin")
    extra, more = own_voice(pile, bare, sourced)
    return Origins(low, high + extra, roots, (*why, *more))


def without(folding: Folding, sourced: Sequence[Telling], now: tuple[int, int], used: set[str]) -> list[str]:
    """What the range would be if one of the rules that folded something did not hold, where that changes it."""
    if len(sourced) > MOST_RECOUNTED:
        return []
    said = []
    for rule in (r for r in RULES if r in used):
        other = Folding(folding.pile, frozenset(folding.rules) - {rule})
        groups, _ = grouped(other, sourced)
        low, high, _ = counted(other, groups)
        if (low, high) != now:
            said.append(f"{rule} {low}" if low == high else f"{rule} {low} to {high}")
    return [f"the count without one of the rules: {', '.join(said)}"] if said else []


def with_pages(pile: Pile, tellings: Sequence[Telling]) -> str:
    """The names of these sources with the pages that have them."""
    return ", ".join(sorted({f"“{t.link.name}” ({pile.page(t.statement.document)})" for t in tellings}))


def from_pages(pile: Pile, sourced: list[Telling], bare: Sequence[Statement]) -> tuple[list[Telling], list[str]]:
    """The tellings without those had from an outlet whose own page tells it without a source, where others remain; and why."""
    own = sorted({s.document for s in bare} - {t.statement.document for t in sourced})
    at = [next((d for d in own if t.link.kind in PASSING and cites(pile, t, d)), None) for t in sourced]
    kept = [t for t, d in zip(sourced, at, strict=True) if d is None]
    if not kept or len(kept) == len(sourced):
        return sourced, []
    pairs = ((t, pile.page(d)) for t, d in zip(sourced, at, strict=True) if d is not None)
    return kept, list(
        dict.fromkeys(f"{with_pages(pile, [t])} is the page of {page}, which names no source [station]" for t, page in pairs)
    )


def under_headlines(pile: Pile, sourced: list[Telling]) -> list[Telling]:
    """The tellings without headlines whose page names a source in the text: a headline sums up what stands under it."""
    body = {t.statement.document for t in sourced if not pile.headline(t.statement)}
    return [t for t in sourced if not pile.headline(t.statement) or t.statement.document not in body]


def unsourced(pile: Pile, bare: Sequence[Statement], general: Sequence[Telling]) -> Origins:
    """Nobody is named for the claim anywhere, or the press in general alone."""
    where = sorted({pile.page(s.document) for s in [*bare, *(t.statement for t in general)]})
    pages = sorted({s.document for s in [*bare, *(t.statement for t in general)]})
    why = [f"no page names a source for it ({', '.join(where)})"]
    if general:
        why.append(f"{with_pages(pile, general)} is the press in general: who was first to say so, the pages do not tell")
    return Origins(0, 1 if pages else 0, tuple(Root(None, "unnamed", d) for d in pages[:1]), tuple(why))


def counted(folding: Folding, groups: Sequence[Sequence[Telling]]) -> tuple[int, int, list[str]]:
    """The range of origins of the version with most of them, and what sets other versions apart."""
    told, others = versions(folding, groups)
    return max(most_apart(folding, v) for v in told), len(told[0]), others


def grouped(folding: Folding, sourced: Sequence[Telling]) -> tuple[list[list[Telling]], list[Fold]]:
    """Tellings joined by the folding rules, and each join."""
    groups: list[list[Telling]] = []
    folds: list[Fold] = []
    for t in sourced:
        hits: list[tuple[int, Fold]] = []
        for n, group in enumerate(groups):
            found = next((f for other in group if (f := folding.fold(other, t)) is not None), None)
            if found is not None:
                hits.append((n, found))
        if not hits:
            groups.append([t])
            continue
        first = hits[0][0]
        groups[first].append(t)
        for n, _ in reversed(hits[1:]):
            groups[first] += groups.pop(n)
        folds += [f for _, f in hits]
    return groups, folds


def most_apart(folding: Folding, groups: Sequence[Sequence[Telling]]) -> int:
    """Size of a set of groups no two of which could be one origin; grown greedily, so a lower bound. At least 1.

    Those apart from most others come first: an outlet, which may have it from anybody, hides no two who speak for themselves.
    """
    apart = {(m, n) for m, a in enumerate(groups) for n, b in enumerate(groups) if m < n and separate(folding, a, b)}
    order = sorted(range(len(groups)), key=lambda n: (-sum(n in pair for pair in apart), n))
    chosen: list[int] = []
    for n in order:
        if all((min(m, n), max(m, n)) in apart for m in chosen):
            chosen.append(n)
    return max(1, len(chosen))


def separate(folding: Folding, a: Sequence[Telling], b: Sequence[Telling]) -> bool:
    """Whether two groups are surely two origins."""
    return all(folding.apart(x, y) for x in a for y in b)


def own_voice(pile: Pile, bare: Sequence[Statement], sourced: Sequence[Telling]) -> tuple[int, list[str]]:
    """What tellings without a source add to ``high``, and in words, who tells it so and who did before all who name a source.

    A body's own page that was first may be an origin of its own. Until 29 November 2026 any page was: of 17 such tellings in twenty
    labelled stories one had another source (a visit to the place).
    """
    if not bare:
        return 0, []
    named = sorted({t.statement.document for t in sourced})
    loose = sorted({s.document for s in bare} - set(named))
    cited = [d for d in loose if any(cites(pile, t, d) for t in sourced)]
    free = [d for d in loose if d not in cited and all(pile.later(n, d) and (n, d) not in pile.steps for n in [*named, *cited])]
    free = [d for d in free if any(same_matter(pile, s, t.statement) for s in bare if s.document == d for t in sourced)]
    free = [d for d in free if not any((d, x) in pile.steps for x in loose)]
    why = [f"told without a source by {series(sorted({pile.page(s.document) for s in bare}))}, which adds no origin"]
    if free:
        why.append(f"{series([pile.page(d) for d in free])} told it before any page that names a source")
    return int(any(map(pile.speaks, free))), why


def cites(pile: Pile, telling: Telling, document: str) -> bool:
    """Whether a telling was had from the outlet of this page."""
    outlet = pile.documents[document].outlet
    return outlet is not None and any(same_name(outlet, k.name) for k in telling.statement.chain[1:] if k.name)


def root(pile: Pile, group: Sequence[Telling]) -> Root:
    """The deepest source of a group: a nameless one behind an agency goes before the agency, a fuller name before a shorter."""
    best = min(
        group,
        key=lambda t: (
            t.link.kind in PASSING,
            -len(t.statement.chain),
            -len(t.link.name or ""),
            t.link.name or "",
            t.statement.document,
            t.statement.span,
        ),
    )
    s = best.statement
    for d in pile.parents.get(s.document, ()):
        if d.from_ in pile.unseen and s.id in d.statements:
            return Root(best.link.name, best.link.kind, None, d.from_)
    return Root(best.link.name, best.link.kind, s.document)
