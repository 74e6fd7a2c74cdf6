"""Who tells the same: the pages that have one telling in like words and from one source."""

from __future__ import annotations

import re

from sayso.assess.figures import one_count
from sayso.assess.findings.speakers import held_false, speaks
from sayso.assess.folding import PASSING
from sayso.assess.pile import Pile, innermost, nameless
from sayso.assess.wording import likeness, name_words, particular, same_name, stems, subject
from sayso.model import PERSONS, ChainLink, Claim, Statement
from sayso.text.normal import onset


def firsts(pile: Pile, claim: Claim) -> tuple[Statement, ...]:
    """The first telling of each page that has the claim, sourced ones before bare ones."""
    out: dict[str, Statement] = {}
    for s in sorted(pile.tellings(claim), key=lambda s: (s.document, innermost(s) is None, s.span, s.id)):
        out.setdefault(s.document, s)
    return tuple(out.values())


def alike(pile: Pile, a: Statement, b: Statement) -> bool:
    """Whether two tellings of a claim are the same in the words too; what is told in two languages, link has found to be one."""
    if pile.documents[a.document].language != pile.documents[b.document].language:
        return one_count(a, b) and meet(pile.told(a), pile.told(b))
    if {q.unit for q in a.quantities} & {q.unit for q in b.quantities} - {None} and not one_count(a, b):
        return False  # "a profit of 512 crowns in spring", "a profit of 640 crowns"
    x, y = subject(pile.told(a)), subject(pile.told(b))
    if len(x & y) < min(SEVERAL - 1, len(x) * TWO_THIRDS, len(y) * TWO_THIRDS):
        return False  # "I think second was definitely possible" and "I think we can definitely race"
    return likeness(pile.told(a), pile.told(b)) >= WORDS or (len(x & y) >= SEVERAL and len(x & y) >= min(len(x), len(y)) * HELD)


# A claim may hold tellings of one matter that say different things; those are no two tellings of one thing. Of 22 `circular`
# drawn on 159 news pages 7 did not hold with tellings that share a fifth of their words; all 7 share less than these.
WORDS = 0.4  # Dice of content stems
SEVERAL, HELD = 4, 0.6  # or so many words, and that share of the shorter one: a short telling within a long one


TWO_THIRDS = 2 / 3  # the share of a telling of a few words that must be told elsewhere too; own choice


WIDE = 40  # pages of a claim beyond which nobody asks each pair; own choice


def together(pile: Pile, claim: Claim, said: tuple[Statement, ...], refuted: frozenset[str] = frozenset()) -> tuple[Statement, ...]:
    """The telling that most pages have in like words and from one source, with the likest telling of each of them.

    All are held against one: a chain of likenesses leads from one statement to another one of the same claim. Tellings that the
    page in its own voice denies, or that are taken back on it (``refuted``) confirm nothing, and are left out.
    """
    if len(said) > WIDE:
        return said
    pages = sorted({s.document for s in said})
    tellings = [
        s
        for s in pile.tellings(claim)
        if s.document in pages and not pile.furniture_holds(s) and speaks(pile, s) and not (s.id in refuted or held_false(pile, s))
    ]
    body = {s.document for s in tellings if not pile.headline(s)}
    rows = [s for s in tellings if not pile.headline(s) or s.document not in body]
    best: dict[str, Statement] = {}
    most = (0, 0.0)
    for a in rows:
        near: Near = {a.document: ((0.0, 0.0), a)}
        for b in rows:
            if b.document != a.document and alike(pile, a, b) and one_source(pile, a, b):
                value = (nearness(pile, a, b), -b.span.start)
                if b.document not in near or value > near[b.document][0]:
                    near[b.document] = (value, b)
        near = one_thing(pile, a, near)
        worth = (len(near), sum(value for (value, _), _ in near.values()))
        if len(near) > 1 and worth > most:
            best, most = {d: s for d, (_, s) in near.items()}, worth
    return tuple(best[d] for d in sorted(best))


Near = dict[str, tuple[tuple[float, float], Statement]]  # by page: how near its telling stands to the one held against, and that


def one_thing(pile: Pile, a: Statement, near: Near) -> Near:
    """Those of some tellings that say one thing: of those in another language than ``a`` the likest, and those like it in words."""
    tongue = {d: pile.documents[d].language for d in near}
    ranked = sorted(near, key=lambda d: (-near[d][0][0], -near[d][0][1], d))
    best = {t: near[next(d for d in ranked if tongue[d] == t)][1] for t in tongue.values()} | {tongue[a.document]: a}

    who = next((k for d in [a.document, *ranked] if (k := innermost(near[d][1])) is not None and k.kind in PERSONS), None)

    def like(d: str) -> bool:
        first, s = best[tongue[d]], near[d][1]
        k = innermost(s)
        if (
            who is not None
            and k is not None
            and k.kind in PERSONS
            and tongue[d] == tongue[a.document]
            and not pile.same_party(k, who)
        ):
            return False  # the navy's chief and its spokesman
        return first is s or first is a or alike(pile, first, s)

    return {d: n for d, n in near.items() if like(d)}


NAME = re.compile(r"(?<=[\w,;:)’'] )[A-ZÀ-Þ][a-zà-ÿ’'-]{2,}|\b\d{2,}\b")


def named_in(told: str) -> frozenset[str]:
    """The names and figures in told words, names by their head: what two languages of one script may share."""
    return frozenset(onset(w) for w in NAME.findall(told))


def meet(one: str, two: str) -> bool:
    """Whether told words of two languages can be one statement: where both name several things, they share half of the fewer."""
    x, y = named_in(one), named_in(two)
    return min(len(x), len(y)) < TWO_NAMES or 2 * len(x & y) >= min(len(x), len(y))


TWO_NAMES = 2  # names or figures from which two tellings are compared by them; own choice


def nearness(pile: Pile, a: Statement, b: Statement) -> float:
    """How alike two tellings are in their words; in two languages, how many names and figures they have in common."""
    x, y = pile.told(a), pile.told(b)
    if pile.documents[a.document].language == pile.documents[b.document].language:
        return likeness(x, y)
    one, two = named_in(x), named_in(y)
    links = [innermost(s) for s in (a, b)]
    kinds = {None if k is None else nameless(k) for k in links}
    return len(one & two) + (SAME_KIND if len(kinds) == 1 else 0.0)


SAME_KIND = 0.5  # decides between tellings that share as many names: both from somebody without one, or neither; own choice


OTHER = frozenset({"another", "other", "second", "third"})


def several(pile: Pile, said: tuple[Statement, ...]) -> bool:
    """Whether two houses tell it; two pages of one house confirm nothing to anybody."""
    return len({pile.outlet(s.document) for s in said}) > 1


def one_source(pile: Pile, a: Statement, b: Statement) -> bool:
    """Whether two tellings have a source in common: one party by name, or nobody named and a tie between the two.

    A telling without any source has that of the page it follows. Names in two languages are not compared here: what they fold to,
    the origins say.
    """
    x, y = innermost(a), innermost(b)
    if x is None and y is None:
        return False
    if x is None or y is None:
        bare, told, link = (a, b, y) if x is None else (b, a, x)
        house = pile.documents[bare.document].outlet
        own = link is not None and link.kind in PASSING and house is not None and any(same_name(house, f) for f in pile.forms(link))
        return own or follows(pile, bare, told)  # a page that is named is the source
    if pile.documents[a.document].language != pile.documents[b.document].language:
        return nameless(x) == nameless(y) or bool({x.kind, y.kind} & PASSING)
    if any(OTHER & set((k.name or "").casefold().split()) for k in (x, y)):
        return False  # "another witness" is not the one of the other page
    links = ((k, j) for k in a.chain[1:] for j in b.chain[1:] if k.name and j.name)
    if any(pile.same_party(k, j) and not of_country(k, j) for k, j in links):
        return True
    if nameless(x) and nameless(y) and pile.relation(a, b) is not None:
        return True
    if all(k.kind not in PASSING and not nameless(k) for k in (x, y)):
        return False  # a page that follows another may have the president where that has the government
    return follows(pile, a, b) or follows(pile, b, a)


def of_country(x: ChainLink, y: ChainLink) -> bool:
    """Whether one is a person and the other a body that has his country in its name and no more: "the Lendish government"."""
    if (x.kind in PERSONS) == (y.kind in PERSONS) or any(k.kind not in PERSONS | BODIES for k in (x, y)):
        return False
    body = y if x.kind in PERSONS else x
    bare = body.kind == "government" and not particular(name_words(body.name or ""))
    return bare or bool(GOVERNS & set(stems(body.name or "")))


GOVERNS = frozenset(stems("government authorities administration presidency"))
BODIES = frozenset({"government", "organization", "armed_group", "ngo"})


def follows(pile: Pile, child: Statement, parent: Statement) -> bool:
    """Whether the page of the one telling has this matter from the page of the other."""
    step = pile.steps.get((child.document, parent.document))
    return step is not None and step.directed and (not step.statements or bool({child.id, parent.id} & set(step.statements)))
