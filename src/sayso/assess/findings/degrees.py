"""Remarks on what is told as settled, as more or as earlier than it was: open questions, conditions, loose amounts, order."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sayso.assess.amounts import stepped
from sayso.assess.denials import act
from sayso.assess.figured import figured
from sayso.assess.findings.numbers import SENTENCE, foreign
from sayso.assess.findings.strength import root, strength
from sayso.assess.findings.swaps import comparable, matched, said
from sayso.assess.pile import Pile
from sayso.assess.polarity import turns
from sayso.assess.reserves import reserve
from sayso.assess.steps import Step
from sayso.assess.wording import likeness, stem, stop, subject
from sayso.lexicon import vocabulary
from sayso.model import Finding


def amount_changed(pile: Pile, step: Step) -> Iterator[Finding]:
    """A loose amount is another one.

    What: both tellings have one word of amount of one kind (a share, a loose count, a multiple, how often) before the same things,
    and the two are different steps ("half of", "all"; "dozens", "hundreds"; "doubled", "tripled").

    Why it matters: amounts without digits are changed as easily as digits, and nobody adds them up.

    Not when: the two words may stand for each other, a telling has two such words, or what they are an amount of differs.

    Example (fiction): "dozens of rowers fell ill" becomes "hundreds of rowers fell ill".
    """
    if step.kind == "headline" or not comparable(pile, step):
        return
    change = stepped(pile.told(step.before), pile.told(step.after))
    if change is not None:
        framed = len(change[0].of) > 1 and change[0].of == change[1].of
        yield from said(pile, step, "number_changed", (change[0].words, change[1].words), framed=framed)


TIED = re.compile(rf"\b(?P<tie>from|to|of|in|by|for|at|with|against|than)\s(?:(?:{vocabulary.bounding()}|the)\s)?$", re.IGNORECASE)
TAIL = 25  # code points before and behind a figure that tie it to what it is a figure of; own choice


def figures_exchanged(pile: Pile, step: Step) -> Iterator[Finding]:
    """Two figures have changed places.

    What: both tellings have the same two figures; what stands right before or behind each of them ("from", "to", a noun) is in the
    other telling beside the other figure.

    Why it matters: a rise becomes a fall, the killed become the injured, and every digit is still right.

    Not when: the figures are equal, or what ties them is not the same pair of words.

    Example (fiction): "the toll rose to 9 crowns from 6" becomes "the toll rose to 6 crowns from 9".
    """
    a, b = step.before, step.after
    if step.kind == "headline" or not comparable(pile, step):
        return
    one, two = (
        {f.low: tie for f in figured(pile, s) if (tie := tied(pile.documents[s.document].text, f.span.start, f.span.end))}
        for s in (a, b)
    )
    both = sorted(set(one) & set(two))
    for n, x in enumerate(both):
        for y in both[n + 1 :]:
            crossed = (one[x] & two[y]) - (one[y] | two[x]), (one[y] & two[x]) - (one[x] | two[y])
            if all(crossed):
                yield from said(
                    pile,
                    step,
                    "number_changed",
                    (
                        f"{shown(crossed[0])} {x:g}, {shown(crossed[1])} {y:g}",
                        f"{shown(crossed[0])} {y:g}, {shown(crossed[1])} {x:g}",
                    ),
                )
                return


def shown(ties: set[tuple[str, str]] | frozenset[tuple[str, str]]) -> str:
    """One of the words that tie a figure."""
    return min(ties)[1]


def tied(text: str, start: int, end: int) -> frozenset[tuple[str, str]]:
    """The preposition before a figure and the noun behind it."""
    before = TIED.search(text[max(0, start - TAIL) : start])
    behind = [
        stem(w)
        for w in re.findall(r"[^\W\d_]{3,}", re.split(r"[,;.]|\band\b", text[end : end + TAIL])[0])
        if w.casefold() not in stop()
    ]
    ties = {("before", before["tie"].casefold())} if before else set()
    return frozenset(ties | {("behind", w) for w in behind[:1]})


OPEN = re.compile(
    r"\b(?:whether|(?:not|un)\s?(?:clear|known|certain|decided|sure)\sif|question of"
    r"|looking into(?: the)? possibilit\w+ (?:of|that))\s(?P<matter>[^.;:]{5,120})",
    re.IGNORECASE,
)
WHOLE = 0.6  # share of the words of an open question or condition that the other telling must have as settled; own choice


def question_settled(pile: Pile, step: Step) -> Iterator[Finding]:
    """An open question is told as answered.

    What: the earlier telling asks whether something is so ("are looking into whether", "it is unclear whether"); the later
    one tells the same as so, without any word of reserve.

    Why it matters: to look into something is not to have found it.

    Not when: the later telling has a "whether", "may" or other reserve, or a "not".

    Example (fiction): "the guild is looking into whether the lock was forced" becomes "the guild found that the lock was forced".
    """
    a, b = step.before, step.after
    if step.kind == "headline" or foreign(pile, step) or act(pile, a) or act(pile, b):
        return
    text = pile.text(b)
    for m in OPEN.finditer(pile.text(a)):
        matter = subject(re.split(r",\s", m["matter"])[0])
        if (
            len(matter) >= LEAST
            and matched(matter, subject(text)) >= WHOLE * len(matter)
            and not OPEN.search(text)
            and not soft(pile, step)
        ):
            yield from said(pile, step, "hedge_lost", (m.group(), text))
            return


LEAST = 2  # content words of a question or condition


def soft(pile: Pile, step: Step) -> bool:
    """Whether the later telling has a reserve, an "if" or a "not"."""
    text = pile.text(step.after)
    return bool(reserve(pile, step.after) or IF.search(text) or NEGATED.search(text))


NEGATED = re.compile(r"\b(?:not|no|never|none|nobody|nothing|neither|without)\b|n['’]t\b", re.IGNORECASE)
IF = re.compile(
    r"(?<!as )(?<!even )(?<!what )\b(?:if|unless|provided that|as long as|on condition that|in case)\s(?P<clause>[^.;:,]{5,80})",
    re.IGNORECASE,
)


def condition_lost(pile: Pile, step: Step) -> Iterator[Finding]:
    """An "if" is gone.

    What: the earlier telling says that something will be so on a condition ("if nothing is done", "unless the guild pays");
    the later one has the rest and nothing of the condition, on its whole page.

    Why it matters: what holds on a condition is foretold as certain.

    Not when: the later telling has "would", "could" or another reserve, the condition stands elsewhere on the page, or the "if" is
    that of a question.

    Example (fiction): "the quay will sink if the piles are not renewed" becomes "the quay will sink".
    """
    a, b = step.before, step.after
    if step.kind == "headline" or not comparable(pile, step) or act(pile, a) or act(pile, b):
        return
    if likeness(pile.told(a), pile.told(b)) < SENTENCE:
        return
    told, text, page = pile.told(a), pile.told(b), subject(pile.documents[b.document].text)
    m = IF.search(told)
    if m is None or ASKS.search(told[: m.start()]) or soft(pile, step) or re.search(r"\b(?:would|could|might|may)\b", text):
        return
    rest = subject(told[: m.start()] + " " + told[m.end() :])
    clause = subject(m["clause"])
    if clause and len(rest) >= LEAST and matched(rest, subject(text)) >= WHOLE * len(rest) and not matched(clause, page):
        yield from said(pile, step, "hedge_lost", (m.group(), text))


ASKS = re.compile(r"\b(?:ask|wonder|see|know|clear|sure|certain|decide)\w*\s$", re.IGNORECASE)
WEIGHED = re.compile(rf"\b{vocabulary.one_of('moods', 'weighs')}\s(?P<matter>(?:an?|the|new)\s[^.;:,]{{5,80}})", re.IGNORECASE)
DECIDED = vocabulary.pattern("moods", "decides")
HINTS = vocabulary.pattern("moods", "hints")
PROVES = vocabulary.pattern("moods", "proves")


def weighed_told_as_decided(pile: Pile, step: Step) -> Iterator[Finding]:
    """What is weighed is told as decided, what is hinted at as proved.

    What: the earlier telling has a thing under "considers", "calls for", "threatens", the later one under "decided on",
    "imposed"; or "suggests" and "points to" become "proves" and "confirmed".

    Why it matters: a plan or a hint is not yet a fact.

    Not when: the later telling has any word of weighing or reserve itself, the earlier one has a decision too, or little of
    the thing weighed is told.

    Example (fiction): "the guild is considering a toll on barges" becomes "the guild has decided on a toll on barges".
    """
    a, b = step.before, step.after
    if step.kind == "headline" or foreign(pile, step) or act(pile, a) or act(pile, b):
        return
    one, two = pile.text(a), pile.text(b)
    for soft_, hard in ((WEIGHED, DECIDED), (HINTS, PROVES)):
        m, n = soft_.search(one), hard.search(two)
        if m is None or n is None or soft_.search(two) or hard.search(one) or NEGATED.search(two):
            continue
        matter = subject(m["matter"] if soft_ is WEIGHED else re.split(r"[,.;:]", one[m.end() : m.end() + TWICE])[0])
        if matter and matched(matter, subject(two)) >= WHOLE * len(matter) and not (soft_ is WEIGHED and reserve(pile, b)):
            yield from said(pile, step, "strengthened", (m.group(), n.group()))
            return


TWICE = 60  # code points behind "points to" in which stands to what; own choice
ORDER = re.compile(r"\b(?P<word>before|after)\s(?P<clause>[^.;:,]{4,60})", re.IGNORECASE)


def order_turned(pile: Pile, step: Step) -> Iterator[Finding]:
    """ "Before" becomes "after".

    What: both tellings have "before" or "after" with the same two words behind it, the one this, the other that.

    Why it matters: what came first may be the cause, what came later is none.

    Not when: either telling has both words, or what stands behind them differs.

    Example (fiction): "the horn was blown before the lock burst" becomes "the horn was blown after the lock burst".
    """
    if step.kind == "headline" or not comparable(pile, step):
        return
    one, two = (list(ORDER.finditer(pile.told(s))) for s in (step.before, step.after))
    if len(one) != 1 or len(two) != 1 or one[0]["word"].casefold() == two[0]["word"].casefold():
        return
    x, y = (subject(m["clause"]) for m in (one[0], two[0]))
    rest = [subject(pile.told(s)[: m.start()]) for s, m in ((step.before, one[0]), (step.after, two[0]))]
    if x and matched(x, y) == min(len(x), len(y)) and (matched(*rest) or not any(rest)):
        yield from said(pile, step, "date_changed", (one[0].group(), two[0].group()))


SHUNS = re.compile(rf"\b{vocabulary.one_of('moods', 'refused to')}\sto\s(?P<verb>[a-z]{{3,}})", re.IGNORECASE)


def undone_told_as_done(pile: Pile, step: Step) -> Iterator[Finding]:
    """What was refused or failed is told as done.

    What: one telling has a verb under "refused to", "failed to" or the like, the other has the verb plainly. Gone it is
    ``detail_dropped``, new ``detail_added``.

    Why it matters: the one is the opposite of the other.

    Not when: the plain one has any negation, or the two share fewer than half of their words.

    Example (fiction): "the mayor refused to sign the lease" becomes "the mayor signed the lease".
    """
    a, b = step.before, step.after
    words = subject(pile.text(a)), subject(pile.text(b))
    if step.kind == "headline" or foreign(pile, step) or matched(*words) < 0.5 * min(len(w) for w in words):
        return
    for x, y, rule in ((a, b, "detail_dropped"), (b, a, "detail_added")):
        m = SHUNS.search(pile.text(x))
        text = pile.text(y)
        if m is None or SHUNS.search(text) or turns(text, pile.text(x)):
            continue
        done = strength(text, root(m["verb"]))
        if (
            done is not None
            and done[0] >= SURE
            and not done[1].endswith("ing")
            and not re.search(r"\bto\s+$", text[: max(0, text.find(done[1]))])
        ):
            yield from said(pile, step, rule, (pile.told(a), pile.told(b)))
            return


SURE = 3  # strength of a plain verb (strength.py)
