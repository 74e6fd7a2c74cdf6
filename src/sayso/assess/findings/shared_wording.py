"""Remarks on pages that stand in the same wording where no credit says why."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from urllib.parse import urlsplit

from sayso.assess.findings.remark import of, remark
from sayso.assess.pile import Pile
from sayso.assess.wording import likeness, same_name
from sayso.model import Derivation, Document, Finding, Span, Statement
from sayso.text.series import series

WORDING = ("same wording", "equal bytes")  # the reasons that link gives a tie for passages outside quotation marks
LIKE = 0.8  # Dice from which two tellings in a shared passage are shown as its wording: own choice
SHORTEST = 3  # code points of the shortest name or address that is looked for


def lost_credit(pile: Pile) -> Iterator[Finding]:
    """Pages with the same wording, of which none says where it is from.

    What: pages of different outlets have passages in the same wording outside quotation marks, none of them names another, and they
    name no text that all could have it from. Pages that hang together so are told once.

    Why it matters: ten outlets with one text are one voice, and without a credit nobody sees whose.

    Not when: one page names or links to another, both name one agency or one text outside the pile, the outlets are one or not
    known, or what they share are quotations or stock phrases.

    Example (fiction): the Harbour Post and the Lake Courier print the same nine sentences about the ferry; neither names the other.
    """
    ties = {frozenset(pair): d for pair, d in pile.steps.items() if not d.declared and _uncredited(pile, d)}
    for group in _groups(ties):
        shown = _passages(pile, group)
        names = series([pile.page(d) for d in sorted(shown, key=lambda d: (pile.page(d), d))])
        if len(shown) > 1:
            none = "neither names the other" if len(shown) == 2 else "none of them names another"
            yield remark(
                "lost_credit",
                of(pile, *(place for _, place in sorted(shown.items()))),
                f"{names} have passages in the same wording, outside quotation marks; {none}, nor a text they could have it from.",
                limits="Overturned by a credit in a part of a page that was not read; agencies are often named in a byline alone.",
            )


def _uncredited(pile: Pile, d: Derivation) -> bool:
    """Whether two pages of two known houses share wording, and no credit explains it."""
    a, b = pile.documents[d.document], pile.documents[d.from_]
    if not any(w.feature in WORDING for w in d.why):
        return False
    if not a.outlet or not b.outlet or same_name(a.outlet, b.outlet):
        return False
    above = [{p.from_ for p in pile.parents.get(x.id, ())} for x in (a, b)]
    return not (above[0] & above[1] or _names(a, b) or _names(b, a))


def _names(page: Document, other: Document) -> bool:
    """Whether a page has the name of the other's outlet anywhere, or leads to its address."""
    host = (urlsplit(other.url or "").hostname or "").removeprefix("www.")
    there = (page.text, page.byline or "", *(h.url for h in page.hyperlinks))
    wanted = [w.casefold() for w in ((other.outlet or "").removeprefix("The "), host) if len(w) >= SHORTEST]
    return any(w in text.casefold() for text in there for w in wanted)


def _groups(ties: Mapping[frozenset[str], Derivation]) -> list[list[Derivation]]:
    """The ties that hang together, page by page."""
    home: dict[str, set[str]] = {}
    for pair in ties:
        joined = set(pair).union(*(home.get(d, {d}) for d in pair))
        home.update(dict.fromkeys(joined, joined))
    out: dict[tuple[str, ...], list[Derivation]] = defaultdict(list)
    for _, tie in sorted(ties.items(), key=lambda row: sorted(row[0])):
        out[tuple(sorted(home[tie.document]))].append(tie)
    return [out[key] for key in sorted(out)]


def _passages(pile: Pile, group: list[Derivation]) -> dict[str, Statement]:
    """For each page that has one, a telling in a shared passage; pages without one are not shown, nor spoken of."""
    out: dict[str, Statement] = {}
    for tie in group:
        reason = next(w for w in tie.why if w.feature in WORDING)
        here, there = _tellings(pile, tie.document, reason.span), _tellings(pile, tie.from_, reason.from_span)
        pairs = [(likeness(pile.told(a), pile.told(b)), a, b) for a in here for b in there]
        if pairs:
            like, a, b = max(pairs, key=lambda row: (row[0], len(pile.told(row[1])), row[1].id))
            if like >= LIKE:
                out.setdefault(tie.document, a)
                out.setdefault(tie.from_, b)
    return out


def _tellings(pile: Pile, document: str, span: Span | None) -> list[Statement]:
    """The tellings in a passage (None: the whole page), the headline aside: a page may have that from elsewhere."""
    return [s for s in pile.by_document[document] if (span is None or s.span.overlaps(span)) and not pile.headline(s)]
