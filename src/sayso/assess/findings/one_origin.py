"""Several pages, one origin: a remark for all that the same pages share, and not one for each sentence of a common text."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from sayso.assess.cuewords import has
from sayso.assess.denials import Reply
from sayso.assess.findings.remark import of, remark
from sayso.assess.findings.speakers import fuller, shown_name
from sayso.assess.findings.tellers import WIDE, firsts, follows, several, together
from sayso.assess.folding import PASSING
from sayso.assess.parties import described, press, refers
from sayso.assess.pile import Pile, innermost, nameless
from sayso.assess.states import single
from sayso.assess.wording import one_bearer, proper
from sayso.model import Claim, Finding, Origins, Statement

MOST = 4  # passages shown for one remark; the claim lists all of them


def outlets(pile: Pile, said: Sequence[Statement]) -> str:
    """The outlets of some tellings in words."""
    return ", ".join(sorted({pile.page(s.document) for s in said}))


NAMED = 5  # origins that a message names; the passages show all of them


@dataclass(frozen=True, slots=True)
class Shared:
    """A claim that several pages tell: their tellings, the name of its one origin, and why it is one."""

    claim: str
    said: tuple[Statement, ...]
    origin: str
    why: tuple[str, ...]

    @property
    def pages(self) -> frozenset[str]:
        """The pages that tell it."""
        return frozenset(s.document for s in self.said)


WHOSE = ("Its ", "His ", "Her ", "its ", "his ", "her ")  # "its director": whose, another sentence says


def called(pile: Pile, said: Sequence[Statement], origins: Origins) -> str | None:
    """The one origin by its name on the page that follows none of the others: speakers before stations, then who has most.

    Names that stand in the very words that give a source go before those that a "she" was taken for.
    """
    said = said[:WIDE]
    heads = [s for s in said if not any(u is not s and follows(pile, s, u) for u in said)] or list(said)
    named = [(s, name) for s in heads if (name := shown_name(pile, s)) is not None and not refers(name)]
    own = [(s, k, name) for s, name in named if (k := innermost(s)) is not None and k.kind not in PASSING | {"document"}]
    if own:
        kinds = {name: (k, sum(pile.same_party(k, j) for _, j, _ in own)) for _, k, name in own}
        best_name = max(kinds, key=lambda n: (not n[:4].startswith(WHOSE), proper(n), " and " not in n, kinds[n][1], len(n), n))
        link = kinds[best_name][0]
        return None if link.kind == "person" and described(best_name) else fuller(pile, link, best_name)
    links = [k for s in heads if (k := innermost(s)) is not None and k.name and k.kind != "person"]
    best = max(links, key=lambda k: (k.kind not in PASSING, sum(pile.same_party(k, j) for j in links), k.name or ""), default=None)
    root = origins.roots[0] if origins.roots else None
    if best is not None and nameless(best):
        best = replace(best, name=pile.forms(best)[0])  # "the same source" has a fuller form on its page
    name, kind = (best.name, best.kind) if best is not None else (root.name, root.kind) if root is not None else (None, "unnamed")
    return None if refers(name or "") or kind == "person" else name or "a source without a name"


def shared(pile: Pile, claim: Claim, origins: Origins, refuted: frozenset[str] = frozenset()) -> Shared | None:
    """What several pages tell of the claim, where one origin stands behind it; None where it is not so."""
    if not single(origins):
        return None
    said = together(pile, claim, firsts(pile, claim), refuted)
    name = called(pile, said, origins)
    if not several(pile, said) or name is None or press(name):  # several media are several
        return None
    return Shared(claim.id, said, name, origins.why)


def circular(pile: Pile, found: Sequence[Shared]) -> Iterator[Finding]:
    """Several pages, one origin.

    What: two or more pages tell a claim, and folding what they say about their sources leaves one origin. Claims that the same
    pages share, or some of them, stand in one remark with all their passages.

    Why it matters: the number of pages looks like confirmation and is none.

    Not when: the pages leave open whether there are two origins, nobody is named at all (see unattributed), the tellings share too
    few words to be one telling, they have no source in common and no tie between them, the source does it and does not say it
    ("signed a decree"), or a page calls it false.

    Example (fiction): three papers tell of the same forty lost boats; all three have it from one harbour clerk.
    """
    for group in folded(found):
        rows = [s for x in group for s in x.said[:MOST]]
        told = [s for x in group for s in x.said]
        where = f"{len({s.document for s in told})} pages ({outlets(pile, told)})"
        if len(group) == 1:
            message = f"{where} tell it; all lead to one origin: {group[0].origin}."
        else:
            by = "by" if len({x.pages for x in group}) == 1 else "by several of"
            message = f"{len(group)} statements are told {by} {where}; each leads to one origin: {origins_of(group)}."
        yield remark(
            "circular",
            of(pile, *rows),
            message,
            claim=group[0].claim if len(group) == 1 else None,
            limits="Overturned by a page that has it from a second source: "
            + "; ".join(list(dict.fromkeys(w for x in group for w in x.why[:3]))[:3]),
        )


def folded(found: Sequence[Shared]) -> list[list[Shared]]:
    """Claims by the pages that tell them, those of fewer pages with those of all of them.

    One remark a claim was a third of all remarks on 159 pages of news in 34 piles, 86 of 259: copies of one agency's text share
    every sentence of it. So they are 39.
    """
    groups: list[tuple[frozenset[str], list[Shared]]] = []
    for x in sorted(found, key=lambda x: (-len(x.pages), sorted(x.pages), x.claim)):
        home = next((group for pages, group in groups if x.pages <= pages), None)
        if home is None:
            groups.append((x.pages, [x]))
        else:
            home.append(x)
    return [group for _, group in groups]


def origins_of(group: Sequence[Shared]) -> str:
    """The origins of some claims by their longest name, those of most claims first, with how many claims each has."""
    parties: list[list[str]] = []
    for name in sorted((x.origin for x in group), key=lambda name: (-len(name), name)):
        home = next((names for names in parties if one_bearer(names[0], name)), None)
        if home is None:
            parties.append([name])
        else:
            home.append(name)
    parties.sort(key=lambda names: (-len(names), names[0].casefold()))
    shown = [f"{names[0]} ({len(names)})" if len(names) > 1 else names[0] for names in parties[:NAMED]]
    return "; ".join(shown) + (f"; {len(parties) - NAMED} more" if len(parties) > NAMED else "")


def own_denial(pile: Pile, s: Statement) -> bool:
    """Whether the page denies in its own voice: "the study itself does not say this" is no word of the study's."""
    return innermost(s) is None or has("disowning", pile.text(s))


def one_origin(pile: Pile, ranges: Mapping[str, Origins], replies: Sequence[Reply]) -> tuple[Finding, ...]:
    """The remarks of this module; each speaks of every claim that its passages tell."""
    back = (r for r in replies if r.act in ("retracted", "corrected") or (r.act == "denied" and own_denial(pile, r.statement)))
    refuted = frozenset(s.id for r in back for s in r.about if r.statement.document == s.document)
    found = (shared(pile, claim, ranges[claim.id], refuted) for claim in pile.claims)
    return tuple(circular(pile, [x for x in found if x is not None]))
