"""Remarks on sources that are counted twice, fall out of the chain, or rise in rank."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sayso.assess.cuewords import found, has
from sayso.assess.findings.numbers import foreign
from sayso.assess.findings.remark import of, remark, short, who
from sayso.assess.findings.slots import known
from sayso.assess.findings.speakers import acted
from sayso.assess.findings.swaps import aliased, names
from sayso.assess.pile import Pile, innermost, nameless, taken_as
from sayso.assess.steps import Step, where
from sayso.assess.wording import capitals, likeness, name_words, plain, proper, same_name, stems, subject
from sayso.lexicon import vocabulary
from sayso.model import Finding, Statement

ALSO = re.compile(
    r"\b(?:also|meanwhile|separately|in addition|besides|independently|as well|too|juga|também|también|aussi|auch|также|тоже)\b"
    r"|أيضا|كذلك",
    re.IGNORECASE,
)


def counted_twice(pile: Pile, document: str) -> Iterator[Finding]:
    """One source becomes two.

    What: a page follows or names another whose words come from a source without a name ("locals told the Herald"); it has them
    from that page's outlet, and once more, with "also" or "meanwhile", from a source of the same name as if it stood beside the
    outlet.

    Why it matters: readers count two witnesses where there is one.

    Not when: the later telling says through whom it has the source's words, or there is no "also".

    Example (fiction): "Dock hands told the Herald …" becomes "According to the Herald … Meanwhile dock hands also reported …".
    """
    text = pile.documents[document].text
    for b in pile.by_document[document]:
        y = innermost(b)
        lead = text[
            max(text.rfind("\n", 0, b.span.start) + 1, text.rfind(". ", 0, b.span.start) + 2, b.span.start - LEAD) : b.span.end
        ]
        through_ = [k for k in b.chain[1:-1] if k.span is not None and b.span.holds(k.span)]
        if y is None or not nameless(y) or not y.name or through_ or ALSO.search(lead) is None:
            continue  # a station that the reader brought from another sentence is not in this one
        for parent in sorted(pile.by_document):
            outlet = pile.documents[parent].outlet
            tied = (document, parent) in pile.steps or pile.cites(document, parent)
            if parent == document or not outlet or not tied or outlet.casefold() in lead.casefold():
                continue
            if plain(pile.text(b)) in plain(pile.documents[parent].text):
                continue  # the "also" was taken over with the sentence
            said = [
                s
                for s in pile.by_document[parent]
                if (k := innermost(s)) is not None
                and nameless(k)
                and (stems(k.name or "") == stems(y.name) or translated(pile, s, b))
            ]
            through = [
                s for s in pile.by_document[document] if any(same_name(outlet, f) for k in s.chain[1:] for f in pile.forms(k))
            ]
            if said and through:
                a = max(said, key=lambda s: (likeness(pile.told(s), pile.told(b)), -s.span.start))
                yield remark(
                    "source_invented",
                    of(pile, a, b, next((s for s in through if not pile.headline(s)), through[0])),
                    f"In {where(pile, a)} {who(a)} speaks to {outlet}; "
                    f"in {where(pile, b)} {outlet} and {who(b)} stand side by side.",
                    claim=pile.claim_of.get(a.id),
                    change=(pile.text(a), lead.strip()),
                    limits="Overturned if the later page had a source of its own.",
                )
                return


def translated(pile: Pile, a: Statement, b: Statement) -> bool:
    """Whether two tellings of one claim are in two languages: the name of a source without a name is then translated."""
    tongues = {pile.documents[s.document].language for s in (a, b)}
    return len(tongues) == 2 and pile.claim_of.get(a.id) is not None and pile.claim_of.get(a.id) == pile.claim_of.get(b.id)


LEAD = 40  # code points before a telling in which "Meanwhile," may stand


def inner_lost(pile: Pile, step: Step) -> Iterator[Finding]:
    """The one who is quoted by the one who is quoted is gone.

    What: the earlier telling goes through a speaker to an inner source ("the guild, citing surveyors"); the later one stops at the
    speaker, and its page does not name the inner source.

    Why it matters: what somebody passed on becomes what he says himself.

    Not when: the later page names the inner source anywhere, or the two tell different things.

    Example (fiction): "the clerk said, citing two surveyors" becomes "the clerk said".
    """
    a, b = step.before, step.after
    x, y = innermost(a), innermost(b)
    if x is None or y is None or len(a.chain) < 3 or not x.name or step.kind == "headline":
        return
    if not any(pile.same_party(y, k) for k in a.chain[1:-1]) or pile.same_party(x, y) or pile.names_source(b.document, x):
        return
    if acted(pile, a) or CITES.search(pile.text(b)) or (not proper(x.name) and foreign(pile, step)):
        return  # it cites somebody, under another name; a role is another word in another language
    words = {w for w in name_words(x.name) if len(w) > 2} or set(stems(x.name))
    there = words & set(stems(pile.documents[b.document].text))
    if (
        there - capitals(x.name)
        or 2 * len(there) >= len(words)
        or (x.span is not None and x.span.start == a.span.start and " " not in x.name)
    ):
        return  # a lone word at the head of a line is a label
    yield remark(
        "attribution_lost",
        of(pile, a, b),
        f"{where(pile, a)} has it from {who(a)} through {y.name}; {where(pile, b)} stops at {y.name} ({step.tie}).",
        claim=step.claim.id,
        change=(pile.text(a), pile.text(b)),
        limits="Overturned if the speaker said it without the inner source as well.",
    )


CITES = re.compile(r"\b(?:citing|quoting)\b", re.IGNORECASE)
SHORT_FORM = re.compile(r"(?:Mr|Mrs|Ms|Miss|Sir|Dame)\b\.?\s|\w+$")  # how a page goes on naming whom it has introduced


def rank_gained(pile: Pile, step: Step) -> Iterator[Finding]:
    """A named source gets a higher title.

    What: both tellings have one named person as their innermost source, whom the earlier page gives a title that others stand above
    ("Dr", "deputy", "lecturer"); the later page gives a word of rank ("professor", "lead", "chief", "head") in the name that the
    earlier page does not have at all, or has no more than the title without its "vice" or "deputy", in any language.

    Why it matters: a title is what makes a source worth believing.

    Not when: the earlier page has the word too, has no title for the person, or the source is no person.

    Example (fiction): "Dr Ada Strum of the seed bank" becomes "professor Ada Strum, lead researcher".
    """
    a, b = step.before, step.after
    x, y = innermost(a), innermost(b)
    if x is None or y is None or step.kind == "headline" or not proper((x.name or "").split(",")[0]) or not pile.same_party(x, y):
        return
    raised = full_post(pile, a, b)
    if raised is None and pile.documents[a.document].language != pile.documents[b.document].language:
        return
    names = " ".join(pile.forms(y))
    ranks = {" ".join(r.of(names).casefold().split()) for r in found("rank", names)}
    page = pile.documents[a.document].text.casefold()
    gained = sorted(r for r in ranks if r not in page)
    if raised is None and (x.kind not in ("person", "official") or not gained or SHORT_FORM.match(x.name or "")):
        return
    if raised is None and LOWER.search(" ".join(pile.forms(x))) is None:
        return  # "the founder", "the head of the firm": two ways of saying who somebody is
    fullest = raised or next((f for f in pile.forms(y) if has("rank", f)), y.name)
    yield remark(
        "source_promoted",
        of(pile, a, b),
        f"“{short(x.name or '')}” in {where(pile, a)} is “{short(fullest or '')}” in {where(pile, b)} ({step.tie}).",
        claim=step.claim.id,
        change=(x.name, fullest),
        limits="Overturned if the person holds both titles.",
    )


def full_post(pile: Pile, a: Statement, b: Statement) -> str | None:
    """The later name of somebody in the next higher office, whom the earlier page has as its vice or deputy and the later never."""
    x, y = innermost(a), innermost(b)
    if x is None or y is None:
        return None
    posts = [m["post"].casefold() for f in pile.forms(x) for m in SECOND.finditer(f)]
    page = pile.documents[b.document]
    if not posts or STANDS_IN.search(page.text):
        return None
    if page.language != pile.documents[a.document].language:
        name = next((f for f in pile.forms(y) if y.kind == "official" and stems(f)[:-1] and f[0].islower()), None)
        return name if any(proper(f.split()[0]) for f in pile.forms(x)) else None
    return next((f for f in pile.forms(y) for p in posts if re.search(rf"(?<![\w-]){p}\b", f, re.IGNORECASE)), None)


# Who stands in for the holder of an office, in any language; and the office behind it.
STANDS_IN = vocabulary.pattern("people", "stands in")
SECOND = re.compile(
    rf"\b{vocabulary.one_of('people', 'second')}[\s-](?P<post>{vocabulary.one_of('people', 'has a second')})\b",
    re.IGNORECASE,
)
# Titles that others stand above; who has none of them gains no rank.
LOWER = vocabulary.pattern("people", "lower post")
TWO_WORDS = 3  # content words in common, two of them side by side, that make an exclusive claim the same; own choice


def echoed(pile: Pile) -> Iterator[Finding]:
    """What a named voice claims of all or only is told as fact on a page that does not name it.

    What: a page tells in its own voice that something is "only", "all", "never" or "first" so; a named source on another page says
    it with three of the same words besides names, the sweeping one and two side by side among them, and of the
    same party; the first page does not name the source.

    Why it matters: a sweeping claim becomes a fact by losing its source.

    Not when: the telling is hedged or in quotation marks, its page names the source, or the sourced page is surely later.

    Example (fiction): “only a few stubborn leaks are left, in the guild's own lock,” the mayor said; elsewhere: "the only stubborn
    leaks are found in the lock the guild keeps".
    """
    swept = [s for s in pile.statements.values() if taken_as(s) in ("assert", "report") and has("sweeping", pile.told(s))]
    swept.sort(key=lambda s: (s.document, s.span, s.id))
    voiced = [
        s
        for s in swept
        if (k := innermost(s)) is not None and k.kind in ("official", "government", "person") and proper(k.name or "")
    ]
    for s in swept:
        if len(s.chain) > 1 or s.hedges or pile.in_marks(s) or pile.headline(s) or pile.furniture_holds(s):
            continue
        for x in voiced:
            link = innermost(x)
            if x.document == s.document or link is None or pile.later(x.document, s.document) or not one_sweep(pile, x, s):
                continue
            if pile.names_source(s.document, link) or pile.claim_of.get(x.id) == pile.claim_of.get(s.id):
                continue
            yield remark(
                "attribution_lost",
                of(pile, x, s),
                f"{where(pile, s)} tells as its own, in much the same words, what {where(pile, x)} gives as the words of {who(x)}.",
                claim=pile.claim_of.get(s.id),
                change=(pile.text(x), pile.text(s)),
                limits="Overturned if the page saw it itself, or names the source in a place that was not read.",
            )
            break


def one_sweep(pile: Pile, x: Statement, s: Statement) -> bool:
    """Whether two sweeping claims share their words, two side by side in both, and a party."""
    one, two = (re.sub(r"\b[Nn]ot only\b", " ", pile.told(y)) for y in (x, s))
    names_ = {w for w in capitals(one) | capitals(two) if not has("sweeping", w)}
    shared = (subject(one) & subject(two)) - names_
    if len(shared) < TWO_WORDS or not any(has("sweeping", w) for w in shared) or not adjacent(one, shared) & adjacent(two, shared):
        return False
    return any(known(w, one) or aliased(w, one) for _, n in names(two) for w in n.split())


def adjacent(told: str, shared: frozenset[str]) -> set[frozenset[str]]:
    """Pairs of shared words, "only" and the like aside, with at most one content word between them."""
    row = [w for w in stems(told) if not has("sweeping", w)]
    return {frozenset((v, w)) for i, v in enumerate(row) for w in row[i + 1 : i + 3] if v != w and {v, w} <= shared}
