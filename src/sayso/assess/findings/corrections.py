"""Remarks on what a house's own notice withdraws or puts right of its earlier pages."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sayso.assess.errata import Erratum, errata
from sayso.assess.findings.remark import lies_on, of, remark, short
from sayso.assess.pile import Pile
from sayso.model import Finding


def put_right(pile: Pile, told: Sequence[Finding]) -> Iterator[Finding]:
    """A house withdraws or puts right what an earlier page of its own told.

    What: a page that is a notice ("Corrections", "Retraction: …"), a line with such a label, or a paragraph in which a house
    regrets says what it told before ("we said that …", "an article on 3 May said …", "our first count of nine …"), or that it
    withdraws the article; the telling of the earlier page is laid beside it, with what the notice says instead.

    Why it matters: retellings of the earlier page seldom follow.

    Not when: the pile has no earlier page of the house, nothing on it has two words of what is put right, somebody else's words are
    repeated, or another remark lays the two side by side.

    Example (fiction): "Corrections. An article on 3 May said that nine mills had burnt. Two had."
    """
    for document in sorted(pile.by_document):
        for e in errata(pile, document):
            if not any(f.rule in ("retracted", "corrected") and covers(f, e) for f in told):
                yield one(pile, e)


def covers(f: Finding, e: Erratum) -> bool:
    """Whether a remark lies on a sentence of a notice and on a page that it means."""
    return lies_on(f, e.document, e.old) and any(x.document in f.documents for x in e.about)


def one(pile: Pile, e: Erratum) -> Finding:
    """The remark on one thing that is put right."""
    first, page = e.about[0], pile.page(e.about[0].document)
    old = short(pile.words(e.document, e.old))
    if e.whole:
        text = f"“{old}” takes back a page of {page}: “{short(pile.text(first))}”."
    else:
        instead = f" There in its place: “{short(pile.words(e.document, e.right))}”." if e.right is not None else ""
        text = f"“{old}” corrects “{short(pile.text(first))}” ({page}).{instead}"
    right = () if e.right is None else ((e.document, e.right),)
    return remark(
        "retracted" if e.whole else "corrected",
        of(pile, (e.document, e.old), *right, *e.about),
        text,
        claim=pile.claim_of.get(first.id),
        change=(pile.quoted(first), pile.words(e.document, e.right or e.old)),
        limits="Overturned if the notice speaks of another page or of another telling.",
    )
