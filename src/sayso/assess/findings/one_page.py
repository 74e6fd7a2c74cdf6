"""Remarks on one page that tells a thing in two ways: headline and doubt, quotation and paraphrase, two dates of one event."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sayso.assess.findings.agents import doer_changed
from sayso.assess.findings.quotations import marked
from sayso.assess.findings.remark import of, remark, short
from sayso.assess.findings.reversals import reserve_lost
from sayso.assess.findings.swaps import matched
from sayso.assess.pile import Day, Pile, innermost, neighbourhood
from sayso.assess.steps import Step, tells
from sayso.assess.wording import capitals, stems, subject
from sayso.lexicon import vocabulary
from sayso.model import Finding, Span, Statement

PROOF = vocabulary.pattern("tellings", "proof")
DOUBT = re.compile(
    r"\b(?:not|n['’]t|never|un)[\s-]?(?:\w+\s){0,2}?"
    rf"{vocabulary.one_of('moods', 'not sure')}\b"
    r"|\bcould not (?:be )?(?:independently )?(?:verif\w+|confirm\w*)|\bunverified\b|\bunconfirmed\b",
    re.IGNORECASE,
)
THIS = re.compile(r"\b(?:this|that|the|these|those|its)\s(?P<noun>[a-z]{4,})", re.IGNORECASE)


def proof_over_doubt(pile: Pile, document: str) -> Iterator[Finding]:
    """The headline speaks of proof, the text of doubt.

    What: a headline has a word of proof ("proof of", "confirmed", "revealed"); in the text under it somebody says of the
    thing that would prove it (a video, a document) that it is not sure, verified or authentic.

    Why it matters: many readers see nothing but the headline.

    Not when: the headline has a word of doubt itself, or what is doubted stands nowhere else on the page.

    Example (fiction): "Proof of the leak?" above "I am not sure how authentic this film is, the diver said".
    """
    said = pile.by_document[document]
    heads = [s for s in said if pile.headline(s) and (m := PROOF.search(pile.text(s))) and not DOUBT.search(pile.text(s))]
    for head in heads[:1]:
        for doubt in (s for s in said if tells(pile, s) and DOUBT.search(pile.text(s))):
            m = DOUBT.search(pile.text(doubt))
            nouns = {stem for t in THIS.finditer(pile.text(doubt)) for stem in stems(t["noun"])}
            shown = [s for s in said if tells(pile, s) and s.span < doubt.span and (sentence_words(pile, s) & nouns)]
            if m is None or not shown:
                continue
            yield remark(
                "strengthened",
                of(pile, doubt, shown[-1], head),
                f"The headline of {pile.page(document)} speaks of “{short(pile.text(head))}”; in its text stands "
                f"“{short(pile.text(doubt))}”.",
                claim=pile.claim_of.get(shown[-1].id),
                change=(pile.text(doubt), pile.text(head)),
                limits="Overturned if the headline speaks of another proof.",
            )
            return


def sentence_words(pile: Pile, s: Statement) -> frozenset[str]:
    """The content words of the paragraph's sentence in which a telling stands."""
    text = pile.documents[s.document].text
    room = neighbourhood(text, s.span)
    start = max(text.rfind(". ", room.start, s.span.start), room.start)
    return subject(text[start : s.span.end])


SHARED = 3  # content words that a quotation and a paraphrase must share; own choice, as in steps.LEAD


def paraphrase_beside_quotation(pile: Pile, document: str) -> Iterator[Finding]:
    """A speaker's words in marks and the page's own words for them differ.

    What: one page gives words of one speaker in quotation marks and tells the same in its own words, with three words in common.
    Where somebody else stands behind "by" it is ``actor_changed``, where the reserve of the quotation is gone ``hedge_lost``.

    Why it matters: the quotation is what was said; headline and lead are taken from the paraphrase.

    Not when: the two may be two sayings: fewer words are common, or another speaker is given.

    Example (fiction): “the lock is run by the guild”, and above it: the clerk said the lock was run by the guild's bank.
    """
    said = [s for s in pile.by_document[document] if tells(pile, s) and innermost(s) is not None]
    for quote in (s for s in said if s.voice in ("direct", "mixed")):
        for other in (s for s in said if s.voice == "indirect"):
            x, y = innermost(quote), innermost(other)
            claim = pile.claim_by_id.get(pile.claim_of.get(other.id, ""))
            if x is None or y is None or claim is None or quote.span.overlaps(other.span) or not pile.same_party(x, y):
                continue
            if matched(subject(pile.told(quote)), subject(pile.told(other))) < SHARED:
                continue
            step = Step(claim, quote, other, "sibling", f"both are given as the words of {x.name or 'one source'} there")
            inside = " ".join(marked(pile, quote))
            for rule in (doer_changed, reserve_lost):
                yield from (f for f in rule(pile, step) if f.rule != "hedge_lost" or (f.from_ or "") in inside)


HAPPENED = vocabulary.pattern("happenings", "event")
CLOSE = 60  # code points between the word for what happened and its date; own choice, as in days.py


def date_slipped(pile: Pile, document: str) -> Iterator[Finding]:
    """One event has two dates on one page.

    What: a page has the same day of two months; right beside both stands one name, or names of the headline, and beside one
    of them a word for what happened.

    Why it matters: one of the two is a slip, and it is copied as easily as the right one.

    Not when: the page speaks of an anniversary or of more than one such event ("the first", "another", "again", "a year later").

    Example (fiction): "the raid of 26 May" at the top and "hours after the raid on 26 June" at the end.
    """
    text = pile.documents[document].text
    rows = [(span, day, *beside(text, span)) for span, day in pile.days(document)]
    title = capitals(" ".join(line(text, s.span) for s in pile.by_document[document] if pile.headline(s)))
    rows = [r for r in rows if r[2]]
    for n, (span, day, words, event) in enumerate(rows):
        for other, date, named, happened in rows[n + 1 :]:
            one = words & named or (words & title and named & title)
            if not slip(day, date) or not one or not (event or happened) or AGAIN.search(text):
                continue
            yield remark(
                "date_changed",
                of(pile, *(told_at(pile, document, s) for s in (span, other))),
                f"{pile.page(document)} puts one event on “{span.of(text)}” and on “{other.of(text)}”.",
                claim=next((pile.claim_of.get(s.id) for s in pile.by_document[document] if s.span.holds(span)), None),
                change=(span.of(text), other.of(text)),
                limits="Overturned if there were two events.",
            )
            return


def line(text: str, span: Span) -> str:
    """The line in which a headline stands."""
    end = text.find("\n", span.end)
    return text[text.rfind("\n", 0, span.start) + 1 : end if end > 0 else len(text)]


AGAIN = re.compile(
    rf"\b(?:{vocabulary.one_of('times', 'again')}|earlier {vocabulary.one_of('happenings', 'happened before')}"
    rf"|(?:years?|months?) {vocabulary.one_of('times', 'apart in time')})\b",
    re.IGNORECASE,
)


def beside(text: str, date: Span) -> tuple[frozenset[str], bool]:
    """Names right beside a date, and whether a word for what happened stands there."""
    around = text[max(0, date.start - CLOSE) : date.end]
    clause = re.split(r"[.;!?\n]\s", around)[-1]
    return capitals(clause.replace(date.of(text), " ")), HAPPENED.search(clause) is not None


def slip(x: Day, y: Day) -> bool:
    """Whether two days are the same day of two months that are not both given with different years."""
    return x[2] == y[2] and x[1] != y[1] and (not x[0] or not y[0] or x[0] == y[0])


def told_at(pile: Pile, document: str, span: Span) -> Statement | tuple[str, Span]:
    """The telling in which a date stands, else the date."""
    return next((s for s in pile.by_document[document] if s.span.holds(span)), (document, span))
