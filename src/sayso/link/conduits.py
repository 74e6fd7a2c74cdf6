"""What a body says reaches most pages through a paper: a page that names the paper has the body's words from there."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence

from sayso.model import Derivation


def direct(edges: Sequence[Derivation], bodies: Collection[str], dated: Collection[tuple[str, str]]) -> list[Derivation]:
    """The declared ties without those to a body's own page that another page which is named already has for them.

    ``dated`` are pages that name the day of the paper they have something from: that is read at first hand.

    "Norrin Mills denied it, the Tolm Echo reports" names two pages of the pile and was made from one. On 36 stories none of 12 such
    ties was right, of 24 such ties to newspapers 13 (counted by a program that is not kept): who names two may have read both.
    """
    named: dict[str, set[str]] = defaultdict(set)
    for e in edges:
        if e.directed:
            named[e.document].add(e.from_)
    return [e for e in edges if e.from_ not in bodies or (e.document, e.from_) in dated or not _passed_on(e, named)]


def _passed_on(edge: Derivation, named: Mapping[str, Collection[str]]) -> bool:
    """Whether another page that the page names has the text that it names."""
    return any(edge.from_ in named.get(p, ()) for p in named[edge.document] if p != edge.from_)
