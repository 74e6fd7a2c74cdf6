"""Remarks on what changed from one telling to the next: source, distance, figures, quotation, and denials left behind."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from sayso.assess.cuewords import has
from sayso.assess.denials import Reply
from sayso.assess.figures import Counted, comparable, counted, disjoint, written
from sayso.assess.findings.omissions import counter_evidence_omitted, denial_omitted
from sayso.assess.findings.quotations import quote_altered, quoted_link
from sayso.assess.findings.lists import list_changed, pair_changed
from sayso.assess.findings.remark import of, remark, who
from sayso.assess.findings.slots import agent_deleted, category_changed, common, date_changed, place_changed, relabelled
from sayso.assess.findings.strength import strengthened
from sayso.assess.pile import Pile, innermost, nameless
from sayso.assess.steps import Step, steps, where
from sayso.assess.wording import likeness, name_words, proper, stems, subject
from sayso.model import ChainLink, Claim, Finding, Statement

Rule = Callable[[Pile, Step], Iterator[Finding]]


def attribution_lost(pile: Pile, step: Step) -> Iterator[Finding]:
    """What somebody said is told as fact.

    What: one telling names a source, the next tells the same in its own voice, and its page names nobody for it.

    Why it matters: a claim becomes a fact by losing its source.

    Not when: the later page names the source at another place, or says "reportedly". Headlines count: many readers see nothing
    else.

    Example (fiction): "The dam will hold, the builder said" under the headline "Dam will hold".
    """
    a, b = step.before, step.after
    source = innermost(a)
    if source is None or not source.name or len(b.chain) > 1 or b.hedges:
        return
    if step.kind == "headline":
        if not alike(pile, a, b, 0.35) or credited(pile, b, a):
            return
    elif step.kind == "claim" and not alike(pile, a, b, 0.6):
        return
    elif likeness(pile.told(a), pile.told(b)) < 0.3 or common(pile, a, b) < 3 or pile.names_source(b.document, source):
        return
    if pile.in_marks(b):
        return
    where = "The headline" if step.kind == "headline" else pile.outlet(b.document)
    yield remark(
        "attribution_lost",
        of(pile, a, b),
        f"{where} tells as its own what {pile.outlet(a.document)} gives as the words of {who(a)} ({step.tie}).",
        claim=step.claim.id,
        change=(pile.text(a), pile.text(b)),
        limits="Overturned if the later page names the source in a place that was not read, or saw it itself.",
    )


CREDIT = re.compile(
    r"^[^:]{2,40}:\s|\s[–—-]\s[^–—-]{2,40}$"
    r"|\b(?:says?|said|claims?|reports?|reveals?|finds?|found|shows?|warns?|according|insists?|admits?|announces?|confirms?|tells?)\b",
    re.IGNORECASE,
)


def credited(pile: Pile, headline: Statement, body: Statement) -> bool:
    """Whether the line that the headline stands in gives a source in short: a name and a colon, a dash and a name, "X says"."""
    text = pile.documents[headline.document].text
    start = text.rfind("\n", max(0, headline.span.start - 300), headline.span.start) + 1
    end = text.find("\n", headline.span.end, headline.span.end + 300)
    line = text[start : end if end > 0 else headline.span.end]
    link = innermost(body)
    named = link is not None and bool(name_words(link.name or "") & frozenset(stems(line)))
    return named or CREDIT.search(line.strip()) is not None


def hedge_lost(pile: Pile, step: Step) -> Iterator[Finding]:
    """A word of reserve is gone.

    What: the earlier telling says "reportedly", "may", or lets its source "claim" or "accuse"; the later one has neither.

    Why it matters: reserve is the first thing that a retelling drops.

    Not when: the two tell different parts of the claim, or the later one has a reserve of its own.

    Example (fiction): "The bridge may have been unsafe" becomes "The bridge was unsafe".
    """
    a, b = step.before, step.after
    cue_a, cue_b = cue(pile, a), cue(pile, b)
    hedges = [h for h in a.hedges if h.word.casefold() not in APPROXIMATE]
    if pile.headline(a):
        return
    if hedges and not b.hedges and not has("accusing", cue_b) and alike(pile, a, b) and common(pile, a, b) >= 3:
        word = hedges[0].word
        yield remark(
            "hedge_lost",
            of(pile, a, b),
            f"“{word}” in {where(pile, a)} is gone in {where(pile, b)} ({step.tie}).",
            claim=step.claim.id,
            change=(word, pile.told(b)),
            limits="Overturned if the later page had better evidence of its own.",
        )
    elif has("accusing", cue_a) and has("telling", cue_b) and not b.hedges:
        yield remark(
            "hedge_lost",
            of(pile, a, b),
            f"“{cue_a}” becomes “{cue_b}” ({step.tie}).",
            claim=step.claim.id,
            change=(cue_a, cue_b),
            limits="Overturned if the source was asked anew.",
        )


# Words that round a figure; they are compared with the figures.
APPROXIMATE = frozenset("about around some nearly almost approximately roughly over".split())


def alike(pile: Pile, a: Statement, b: Statement, least: float = 0.5) -> bool:
    """Whether two tellings share enough words to be one sentence told twice: a share of the shorter one's subject words."""
    x, y = subject(pile.told(a)), subject(pile.told(b))
    return bool(x and y) and len(x & y) >= least * min(len(x), len(y))


def cue(pile: Pile, s: Statement) -> str:
    """The cue's words, "" where the telling has none."""
    return pile.words(s.document, s.cue) if s.cue is not None else ""


def intermediary_lost(pile: Pile, step: Step) -> Iterator[Finding]:
    """The outlet that got the words is no longer named.

    What: the earlier telling says through whom it has the words ("told the Gazette", "the agency reported, citing …");
    the later one gives the same source as if it had spoken to the later page.

    Why it matters: readers count two reporters where there was one.

    Not when: the later page names the outlet anywhere, or the source is a named person who speaks in public.

    Example (fiction): "a guard told the Gazette" becomes "a guard said".
    """
    a, b = step.before, step.after
    x, y = innermost(a), innermost(b)
    if x is None or y is None or step.kind == "headline" or not nameless(y) or len(b.chain) != 2:
        return
    station = passed(pile, a)
    if station is None or not station.name:
        return
    how = (
        "says that it was told itself"
        if a.chain[0].name and pile.same_party(station, a.chain[0])
        else f"has it through {station.name}"
    )
    text = pile.documents[b.document].text
    if station.name.casefold() in text.casefold() or any(w in text.casefold() for w in name_words(station.name) if len(w) > 3):
        return
    yield remark(
        "intermediary_lost",
        of(pile, a, b),
        f"{pile.outlet(a.document)} {how}; {pile.outlet(b.document)} gives the same source and "
        f"does not name {station.name} ({step.tie}).",
        claim=step.claim.id,
        change=(pile.text(a), None),
        limits="Overturned if the source spoke to the later page itself.",
    )


def passed(pile: Pile, s: Statement) -> ChainLink | None:
    """The outlet that was told: the addressee, a station of the chain, or the page's own outlet where the page says so."""
    if s.addressee is not None and s.addressee.name:
        return s.addressee
    if len(s.chain) > 2:
        return s.chain[-2]
    own = s.chain[0].name or pile.documents[s.document].outlet
    told = own and any(
        own.casefold() in pile.text(x).casefold()
        and x.chain[-1].source == s.chain[-1].source
        and pile.same_party(x.chain[-1], s.chain[-1])
        for x in pile.by_document[s.document]
        if len(x.chain) == 2
    )
    return s.chain[0] if told else None


def source_promoted(pile: Pile, step: Step) -> Iterator[Finding]:
    """A source gains standing on the way.

    What: a source without a name becomes an agency, a body or a state; a named person becomes the body he or she belongs to.

    Why it matters: "a field source" and "the authorities" are believed differently.

    Not when: the later telling names the first source as well.

    Example (fiction): "a dock hand said" becomes "the harbour office said".
    """
    a, b = step.before, step.after
    x, y = innermost(a), innermost(b)
    if x is None or y is None or not y.name or step.kind == "headline":
        return
    bodies = ("agency", "government", "organization", "outlet", "armed_group")
    if nameless(x) and y.kind in bodies and not speaks_for(pile, x, y):
        change = f"a source without a name ({who(a)}) becomes “{y.name}”"
    elif x.kind in ("person", "official") and y.kind in ("government", "organization") and speaks_for(pile, x, y):
        change = f"{who(a)} becomes “{y.name}”"
    else:
        return
    yield remark(
        "source_promoted",
        of(pile, a, b),
        f"From {pile.outlet(a.document)} to {pile.outlet(b.document)} {change} ({step.tie}).",
        claim=step.claim.id,
        change=(x.name, y.name),
        limits="Overturned if the body said so itself.",
    )


def speaks_for(pile: Pile, person: ChainLink, body: ChainLink) -> bool:
    """Whether the body's own words are part of the person's title."""
    words = name_words(body.name or "")
    return bool(words) and any(words & name_words(f) for f in pile.forms(person))


def number_changed(pile: Pile, step: Step) -> Iterator[Finding]:
    """A figure is another one.

    What: both tellings give one figure for the same thing, and the figures differ; a bound that comes or goes is ``bound_changed``.

    Why it matters: figures are what is quoted on.

    Not when: one telling gives several figures for it, or the later page is a later count by another source.

    Example (fiction): "up to 20 boats" becomes "20 boats", "12 boats" becomes "21 boats".
    """
    a, b = step.before, step.after
    left, right = counted(pile, a), counted(pile, b)
    for x in left:
        y = next((c for c in right if comparable(c, x)), None)
        if (
            y is None
            or alone(left, x) is False
            or alone(right, y) is False
            or same_figure(x, y)
            or any(same_figure(x, c) for c in right)
            or any(same_figure(y, c) for c in left)
            or not alike(pile, a, b, 0.4)
        ):
            continue
        wx, wy = written(pile, x), written(pile, y)
        p, q = x.quantity, y.quantity
        bound = {p.low, p.high} & {q.low, q.high} - {None, 0.0}
        if not bound and not disjoint(x, y):
            continue
        rule = "bound_changed" if bound else "number_changed"
        yield remark(
            rule,
            of(pile, a, b),
            f"“{wx}” in {where(pile, a)} is “{wy}” in {where(pile, b)} ({step.tie}).",
            claim=step.claim.id,
            change=(wx, wy),
            limits="Overturned if the two count different things or times.",
        )


def alone(row: tuple[Counted, ...], cell: Counted) -> bool:
    """Whether this is the telling's only figure for its thing."""
    return sum(c.key == cell.key for c in row) == 1


def same_figure(x: Counted, y: Counted) -> bool:
    """Whether two figures are one number with one bound."""
    return (x.quantity.low, x.quantity.high) == (y.quantity.low, y.quantity.high)


# Lengths of time and shares go with what they measure and are reworded freely.
SPANS = frozenset({"percent", "minute", "hour", "day", "week", "month", "year"})


def number_dropped(pile: Pile, step: Step) -> Iterator[Finding]:
    """One figure of several is left out.

    What: two tellings share a figure, or most of their words, and a further figure of the earlier one is on the later page nowhere.

    Why it matters: what is left out cannot be checked any more.

    Not when: the later telling is a headline, or the page gives the figure elsewhere.

    Example (fiction): "20 boats and five sheds burned" becomes "20 boats burned".
    """
    a, b = step.before, step.after
    if step.kind == "headline":
        return
    left, right = counted(pile, a), counted(pile, b)
    if not any(same_figure(x, y) for x in left for y in right):
        return
    page = [c for s in pile.by_document[b.document] for c in counted(pile, s)]
    for x in left:
        if x.quantity.unit in SPANS or shown(pile, x, b.document) or any(same_figure(x, c) or c.key == x.key for c in page):
            continue
        words = written(pile, x)
        yield remark(
            "number_dropped",
            of(pile, a, b),
            f"“{words}” ({x.quantity.unit}) in {where(pile, a)} is not on the page of {pile.outlet(b.document)} ({step.tie}).",
            claim=step.claim.id,
            change=(words, None),
            limits="Overturned if the later page did not have it before it.",
        )


def shown(pile: Pile, c: Counted, document: str) -> bool:
    """Whether the figure stands on a page in the same digits or word."""
    words = pile.words(c.statement.document, c.quantity.span)
    return re.search(rf"(?<!\w){re.escape(words)}(?!\w)", pile.documents[document].text, re.IGNORECASE) is not None


RULES: tuple[Rule, ...] = (
    attribution_lost,
    hedge_lost,
    intermediary_lost,
    source_promoted,
    number_changed,
    number_dropped,
    quote_altered,
    place_changed,
    date_changed,
    category_changed,
    relabelled,
    agent_deleted,
    list_changed,
    pair_changed,
    strengthened,
)


# What one of two siblings has and the other lacks can be told without knowing which came first.
ONE_SIDED: frozenset[Rule] = frozenset({attribution_lost, hedge_lost, source_promoted, number_dropped, relabelled, agent_deleted})


def speaker(link: ChainLink) -> bool:
    """Whether the source is a body or a person with a name."""
    return link.kind in ("official", "government", "organization", "ngo", "armed_group") or (
        link.kind == "person" and proper(link.name or "")
    )


def twin(pile: Pile, claim: Claim) -> Iterator[Step]:
    """For a page that tells a claim without a source: the most alike sourced telling elsewhere that is not surely later."""
    said = [s for s in pile.tellings(claim) if s.stance in ("assert", "report", "doubt") and not pile.furniture_holds(s)]
    sourced = [s for s in said if (k := innermost(s)) is not None and speaker(k)]
    pages = {s.document for s in said if innermost(s) is not None}
    for s in said:
        if s.document in pages or innermost(s) is not None:
            continue
        other = [x for x in sourced if not pile.later(x.document, s.document) and pile.relation(x, s) is None]
        best = max(other, key=lambda x: (likeness(pile.told(x), pile.told(s)), x.document, -x.span.start), default=None)
        if best is not None:
            yield Step(claim, best, s, "claim", "the same claim on two pages, no step between them shown")


def retellings(pile: Pile, replies: tuple[Reply, ...]) -> Iterator[Finding]:
    """All remarks of this family: for each rule, claim and later page the change against the most alike earlier telling."""
    best: dict[tuple[str, ...], tuple[tuple[float, str], Finding]] = {}
    by_claim = {c.id: tuple(steps(pile, c)) for c in pile.claims}
    for claim in pile.claims:
        for step in (*by_claim[claim.id], *twin(pile, claim)):
            value = likeness(pile.told(step.before), pile.told(step.after))
            for f in (f for rule in rules_for(step) for f in rule(pile, step)):
                key = (f.rule, step.after.document, "headline" if step.kind == "headline" else "", change_of(f, step))
                if key not in best or (value, f.id) > best[key][0]:
                    best[key] = ((value, f.id), f)
    yield from (f for _, f in best.values())
    walked = [step for row in by_claim.values() for step in row]
    yield from denial_omitted(pile, replies)
    yield from counter_evidence_omitted(pile, walked)
    for document in sorted(pile.by_document):
        yield from quoted_link(pile, document)


def rules_for(step: Step) -> tuple[Rule, ...]:
    """The rules that may be asked of a step."""
    if step.kind == "claim":
        return (attribution_lost,)
    return tuple(r for r in RULES if step.kind != "back" or r in ONE_SIDED)


def change_of(f: Finding, step: Step) -> str:
    """What makes two findings of a rule on one page one change: its claim, its words, or nothing but the page."""
    if f.rule == "intermediary_lost":
        return ""
    if f.rule == "quote_altered":
        return step.after.id
    return step.claim.id if f.rule in ("attribution_lost", "source_promoted") else f"{step.claim.id} {f.from_}"
