"""Remarks on what somebody said and a page tells as its own."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sayso.assess.cuewords import has
from sayso.assess.denials import act
from sayso.assess.findings.numbers import foreign
from sayso.assess.findings.remark import of, remark, who
from sayso.assess.findings.slots import alike, common
from sayso.assess.findings.speakers import speaks
from sayso.assess.findings.swaps import matched
from sayso.assess.pile import Pile, innermost, neighbourhood, sentence, taken_as
from sayso.assess.reserves import HEARSAY
from sayso.assess.steps import LEAD, Step
from sayso.assess.wording import capitals, likeness, name_words, proper, same_name, stems, subject
from sayso.lexicon import vocabulary
from sayso.model import ChainLink, Finding, Statement
from sayso.text.normal import trunk, trunks

CUT_OFF = re.compile(r"\s?(?:\.{3}|…)")  # a headline that a feed has cut may have lost its source there


def attribution_lost(pile: Pile, step: Step) -> Iterator[Finding]:
    """What somebody said is told as fact.

    What: one telling names a source, the next tells the same in its own voice, and its page names nobody for it.

    Why it matters: a claim becomes a fact by losing its source.

    Not when: the later page names the source at another place, or says "reportedly". Headlines count, for many readers see nothing
    else; but not where the text under one has what happened from a news house or a document.

    Example (fiction): "The dam will hold, the builder said" under the headline "Dam will hold".
    """
    a, b = step.before, step.after
    source = innermost(a)
    if source is None or not source.name or len(b.chain) > 1 or b.hedges:
        return
    if not speaks(pile, a) or SEEN.search(source.name) or CUT_OFF.match(pile.documents[b.document].text, b.span.end):
        return
    if done_by(pile, a, b) or not given_here(a) or acting(source, pile.told(b)):
        return
    if step.kind == "headline":
        if not alike(pile, a, b, HEADLINE) or credited(pile, b, a) or own_lead(pile, a, b) or in_order(pile, a, b):
            return
    elif foreign(pile, step):
        if step.kind != "derived" or taken_as(b) != "assert" or sourced(pile, step):
            return
    elif (
        (step.kind != "derived" and (not alike(pile, a, b, HEADLINE) or common(pile, a, b) < 4))
        or likeness(pile.told(a), pile.told(b)) < 0.3
        or common(pile, a, b) < 3
        or pile.names_source(b.document, source)
        or named_on(pile, source, b.document)
    ):
        return
    if step.kind != "headline" and (carried(pile, source, b) or named_beside(pile, source, b) or headed_by(pile, b)):
        return
    if PAPERS.search(pile.text(b)):
        return
    if pile.in_marks(b) or (step.kind != "headline" and SPEAKS.search(pile.told(b))):
        return
    where = "The headline" if step.kind == "headline" else pile.page(b.document)
    yield remark(
        "attribution_lost",
        of(pile, a, b),
        f"{where} tells as its own what {pile.page(a.document)} gives as the words of {who(a)} ({step.tie}).",
        claim=step.claim.id,
        change=(pile.text(a), pile.text(b)),
        limits="Overturned if the later page names the source in a place that was not read, or saw it itself.",
    )


def in_order(pile: Pile, a: Statement, b: Statement) -> bool:
    """Whether a headline without its source misleads nobody: plain news, the paper's own counsel, or told as hearsay."""
    return plain_news(pile, a, b) or counsel(pile, a, b) or HEARSAY.search(pile.told(b)) is not None


def plain_news(pile: Pile, a: Statement, b: Statement) -> bool:
    """Whether a headline sums up what the text under it has from a house or a document: how news is told.

    What will be, what is so of all or only, and what somebody denies is no event that they record.
    """
    link = innermost(a)
    claim = pile.claim_by_id.get(pile.claim_of.get(a.id, ""))
    disputed = claim is not None and any(act(pile, s) == "denied" for s in pile.tellings(claim))
    recorded = link is not None and link.kind in RECORDERS
    return recorded and not disputed and not has("sweeping", pile.told(b)) and WILL.search(pile.told(a)) is None


RECORDERS = frozenset({"agency", "outlet", "document"})
WILL = re.compile(r"\b(?:will|would|going to|shall)\b|['’]ll\b", re.IGNORECASE)


def counsel(pile: Pile, a: Statement, b: Statement) -> bool:
    """Whether a headline says what should be, and the telling does not: the paper's own counsel, above a piece of opinion."""
    return COUNSEL.search(pile.told(b)) is not None and COUNSEL.search(pile.told(a)) is None


COUNSEL = re.compile(r"\b(?:should|must|ought|needs? to|let['’]s)\b", re.IGNORECASE)
HEADLINE = (
    0.6  # share of a headline's words that a telling must have to be what it sums up; own choice: at half, "steps to guard women"
)
# was laid beside what somebody says against them


def done_by(pile: Pile, a: Statement, b: Statement) -> bool:
    """Whether the later telling still tells the act by which the earlier one's source spoke: "the court indicted", "indicts"."""
    root = cue(pile, a).split()[-1:]
    return bool(root) and not has("telling", root[0]) and trunk(root[0].casefold()) in trunks(stems(pile.text(b)))


def acting(source: ChainLink, told: str) -> bool:
    """Whether the later telling begins with the source, or has it behind "by": "the court raised the fine" tells who did it."""
    words = set(stems(source.name or ""))
    most = len((source.name or "").split()) + 1
    starts = [told, *(told[m.end() :] for m in BY.finditer(told))]
    return bool(words) and any(words <= set(stems(" ".join(t.split()[:most]))) for t in starts)


BY = re.compile(r"\bby\s")


def named_on(pile: Pile, source: ChainLink, document: str) -> bool:
    """Whether the last word of a person's name stands on a page: it names the source somewhere."""
    name = (source.name or "").split(",")[0]
    return source.kind in ("person", "official") and proper(name) and name.split()[-1] in pile.documents[document].text


def sourced(pile: Pile, step: Step) -> bool:
    """Whether the later page gives anybody for the claim: across languages no words show which telling a source belongs to."""
    return any(s.document == step.after.document and len(s.chain) > 1 for s in pile.tellings(step.claim))


def given_here(s: Statement) -> bool:
    """Whether the telling's own sentence says whose words it gives; a quotation may be begun by another sentence."""
    spans = [span for span in (s.cue, s.chain[-1].span, s.chain[-1].cue) if span is not None]
    return s.voice in ("direct", "mixed") or not spans or any(s.span.overlaps(span) for span in spans)


def own_lead(pile: Pile, body: Statement, head: Statement) -> bool:
    """Whether a telling without a source under the headline is as near to it as the sourced one: the page tells it itself."""
    first = lead_of(pile, head.document)
    if (
        first is not None
        and len(pile.statements[first].chain) == 1
        and matched(*(subject(pile.told(s)) for s in (pile.statements[first], head))) >= LEAD
    ):
        return True
    near = likeness(pile.told(body), pile.told(head))
    return any(
        len(s.chain) == 1
        and not pile.headline(s)
        and not pile.furniture_holds(s)
        and likeness(pile.told(s), pile.told(head)) >= near
        for s in pile.by_document[head.document]
    )


# A page does not say "I": first persons without marks are a message shown as it was posted.
SPEAKS = re.compile(r"\b(?:I|I['’]m|I['’]ve|[Mm]y|me|[Ww]e|[Oo]ur|us|[Yy]['’]all)\b")


# What a picture shows is seen, and said by nobody.
SEEN = vocabulary.pattern("tellings", "pictures")
PAPERS = re.compile(rf"\b{vocabulary.one_of('tellings', 'papers')}\s{vocabulary.one_of('tellings', 'papers show')}", re.IGNORECASE)
VAGUE = frozenset({"source", "local", "official", "report"})


def carried(pile: Pile, source: ChainLink, later: Statement) -> bool:
    """Whether the later telling still has a proper word of the source's name, or its page is the source itself."""
    own = pile.documents[later.document].outlet
    if own and same_name(own, source.name or ""):
        return True
    plain_name = {w for w in stems(source.name or "") if w not in VAGUE}
    if len(plain_name) > 1 and plain_name <= frozenset(stems(pile.text(later))):
        return True
    proper_words = {w for w in name_words(source.name or "") if len(w) > 3} & capitals(source.name or "")
    return bool(proper_words & capitals(pile.text(later)))


def named_beside(pile: Pile, source: ChainLink, later: Statement) -> bool:
    """Whether the paragraph of the later telling names the source: "The alert holds. So says the bureau's bulletin"."""
    text = pile.documents[later.document].text
    room = neighbourhood(text, later.span)
    words = trunks(w for w in stems(source.name or "") if w not in VAGUE)  # "the prosecutors", "the prosecution"
    return bool(words) and len(words & trunks(stems(room.of(text)))) * 3 >= len(words) * 2


IN_SHORT = r"^[^:]{2,40}:\s|\s[–—-]\s[^–—-]{2,40}$"  # "Register: mill sold", "Mill sold – clerk"


def headed_by(pile: Pile, s: Statement) -> bool:
    """Whether the sentence of a telling gives its source in short."""
    return re.search(IN_SHORT, sentence(pile, s).strip()) is not None


CREDIT = re.compile(rf"{IN_SHORT}|\b{vocabulary.one_of('tellings', 'credits')}\b", re.IGNORECASE)


def credited(pile: Pile, headline: Statement, body: Statement) -> bool:
    """Whether the line that the headline stands in gives a source in short: a name and a colon, a dash and a name, "X says"."""
    text = pile.documents[headline.document].text
    start = text.rfind("\n", max(0, headline.span.start - 300), headline.span.start) + 1
    end = text.find("\n", headline.span.end, headline.span.end + 300)
    line = text[start : end if end > 0 else headline.span.end]
    link = innermost(body)
    named = link is not None and bool((name_words(link.name or "") - subject(pile.told(body))) & frozenset(stems(line)))
    return named or CREDIT.search(line.strip()) is not None


def lead_of(pile: Pile, document: str) -> str | None:
    """The first telling under the headline."""
    return next((s.id for s in pile.by_document[document] if not pile.headline(s) and not pile.furniture_holds(s)), None)


def cue(pile: Pile, s: Statement) -> str:
    """The cue's words, "" where the telling has none."""
    return pile.words(s.document, s.cue) if s.cue is not None else ""
