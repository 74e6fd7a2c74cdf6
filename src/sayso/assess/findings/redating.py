"""Remarks on a day that is another one on a page that is tied to the first, in whatever language either is written."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache

from sayso.assess.counterparts import TIMES, tied, worded
from sayso.assess.findings.remark import of, remark
from sayso.assess.findings.taken import slip
from sayso.assess.pile import PASSED_ON, Pile, innermost, own_stance
from sayso.model import Finding, Span, Statement
from sayso.text.dates import expressions, resolve
from sayso.text.months import WEEKDAY_OF, WEEKDAYS_BY_LANGUAGE
from sayso.text.sentences import paragraphs, sentences

COMMON, PLAIN = 3, 1  # marks that two tellings must share, and of them words that are no names; own choice
NIGHT = frozenset({"evening", "overnight"})
CAPITAL = frozenset({"de", "en", "id", "tr"})  # languages that write weekdays with a capital


@dataclass(frozen=True, slots=True)
class Dated:
    """A day that a telling gives for what it tells, or for the telling itself."""

    statement: Statement
    span: Span
    day: date | None
    weekday: int | None
    marks: frozenset[str]
    spoken: bool  # the day of the saying
    full: bool  # with the day of the month
    night: bool  # whether the sentence speaks of it
    sentence: Span

    def other(self, there: Dated) -> bool:
        """Whether two are surely different days."""
        if self.day and there.day and self.weekday != there.weekday:
            return self.day != there.day
        if self.full and there.full:
            return self.day != there.day
        return self.weekday is not None and there.weekday is not None and self.weekday != there.weekday


@cache
def weekday(language: str) -> re.Pattern[str]:
    """The names of weekdays in a language."""
    names = WEEKDAYS_BY_LANGUAGE.get(language) or {w: 0 for w in WEEKDAY_OF if w.endswith("day")}
    forms = {n.capitalize() if language in CAPITAL else n for n in names}
    return re.compile(rf"(?<![\w-])(?:{'|'.join(sorted(map(re.escape, forms), key=lambda f: (-len(f), f)))})(?![\w-])")


def named(pile: Pile, document: str) -> tuple[tuple[Span, date | None, int | None], ...]:
    """The days that a page names, each with its date where that is known and its weekday."""
    key = ("days named", document)
    if key not in pile.memory:
        page = pile.documents[document]
        language = (page.language or "en").split("-")[0]
        base = page.published.start[:10] if page.published and page.published.start else None
        line = page.published.span if page.published and page.published.span else None
        out = []
        for x in expressions(page.text, 0, min(len(page.text), LONG), language):
            when = resolve(x, page.published.when if page.published else None)
            if line is not None and line.overlaps(x.span):
                continue
            if x.form not in ("day", "weekday", "ago") or x.bound or (x.form == "ago" and x.unit != "day"):
                continue
            start = date.fromisoformat(when.start[:10]) if when.start else None
            if start is not None and start.isoformat() == base and x.form == "day":
                continue  # the dateline
            if start is not None or x.weekday is not None:
                out.append((x.span, start, x.weekday if start is None else start.weekday()))
        for m in weekday(language).finditer(page.text, 0, min(len(page.text), LONG)):
            span, n = Span(m.start(), m.end()), WEEKDAY_OF[m.group().casefold()]
            if any(span.overlaps(s) for s, _, _ in out):
                continue
            last = date.fromisoformat(base) if base else None
            out.append((span, last - timedelta(days=(last.weekday() - n) % 7) if last else None, n))
        pile.memory[key] = tuple(sorted(out))
    found: tuple[tuple[Span, date | None, int | None], ...] = pile.memory[key]
    return found


DIGIT = re.compile(r"\d")
LONG = 60_000  # code points of a page that are read for days


def days(pile: Pile, document: str) -> tuple[Dated, ...]:
    """The days in the sentences of a page's article, each with what its sentence tells; sentences with two days left out."""
    key = ("dated", document)
    if key not in pile.memory:
        page, out = pile.documents[document], []
        said = [s for s in pile.by_document[document] if own_stance(s) in PASSED_ON and not pile.furniture_holds(s)]
        there = named(pile, document)
        rows = (
            x for p in paragraphs(page.text) if any(p.holds(d[0]) for d in there) for x in sentences(page.text, p, page.language)
        )
        for sentence in rows:
            told = [s for s in said if sentence.overlaps(s.span)]
            abroad = page.language not in (None, "en")
            words = worded(sentence.of(page.text), abroad)
            inside = [(d, spoken(pile, d[0], told)) for d in there if sentence.holds(d[0])]
            for (span, day, n), by in inside if told else ():
                if sum(kind == by for _, kind in inside) > 1:
                    continue
                holds = next((s for s in told if s.span.holds(span)), told[0])
                full = DIGIT.search(span.of(page.text)) is not None
                night = any(m[1:] in NIGHT for m in words)
                out.append(Dated(holds, span, day, n, marks(sentence.of(page.text), abroad), by, full, night, sentence))
        pile.memory[key] = tuple(out)
    found: tuple[Dated, ...] = pile.memory[key]
    return found


BESIDE = 30  # code points between the word of saying and its day ("told the council on Thursday"); own choice


OWNER = re.compile(r"['’]s\b")  # "after Saturday's defeat" is the day of the defeat


def spoken(pile: Pile, span: Span, told: Sequence[Statement]) -> bool:
    """Whether a day is that of the saying: outside what is told, and right behind the word of saying."""
    held = any(c.holds(span) for s in told for c in s.content)
    owner = OWNER.match(pile.documents[told[0].document].text, span.end) is not None if told else False
    return not held and not owner and any(s.cue is not None and 0 <= span.start - s.cue.end <= BESIDE for s in told)


SCORE = re.compile(r"(?<![\d-])(\d{1,2})[-:–](\d{1,2})(?![\d-])")


def marks(text: str, abroad: bool) -> frozenset[str]:
    """The names and words of a sentence without those of time, and its scores, whichever side is told first."""
    scores = {f"#{'-'.join(sorted(m.groups()))}" for m in SCORE.finditer(text)}
    return frozenset(m for m in worded(text, abroad) if m[1:] not in TIMES) | scores


def slips(pile: Pile, made: Collection[Finding]) -> Iterator[Finding]:
    """The remarks on days, first along what follows, then against the many; each page is told of once."""
    shown = frozenset(d for f in made if f.rule == "date_changed" for d in f.documents)
    found = tuple(days_differ(pile, shown))
    yield from found
    yield from days_odd(pile, shown | {d for f in found for d in f.documents})


def days_differ(pile: Pile, shown: Collection[str] = ()) -> Iterator[Finding]:
    """What happened on one day happens on another.

    What: two pages that are tied have a telling with one day each, most alike in names and words, in any language; the days are
    others, and neither page names the other's day at all.

    Why it matters: an alibi, a deadline and an order of events hang on the day.

    Not when: the days are neighbours and the night between them is spoken of, one is the day of the saying and the other of the
    deed, or a remark on the page's dates stands already (``shown``).

    Example (fiction): "the ferry sank on Sunday" becomes "am Samstag sank die Fähre".
    """
    done: set[str] = set(shown)
    for tie in (t for t in tied(pile) if t.kind == "derived"):
        for y in days(pile, tie.later):
            there = [x for x in days(pile, tie.earlier) if x.spoken == y.spoken]
            best = max(there, key=lambda x: (shared(pile, x, y), -x.span.start), default=None)
            if (
                best is None
                or tie.later in done
                or not best.other(y)
                or near(best, y)
                or shared(pile, best, y) < least(best, y, pile)
            ):
                continue
            if far(best, y):
                continue
            if y.spoken and not one_voice(pile, best.statement, y.statement):
                continue
            if has(pile, tie.earlier, y) or has(pile, tie.later, best):
                continue
            done.add(tie.later)
            wx, wy = (pile.words(d.statement.document, d.span) for d in (best, y))
            yield remark(
                "date_changed",
                of(pile, (tie.earlier, best.sentence), (tie.later, y.sentence)),
                f"“{wx}” in {pile.page(tie.earlier)} is “{wy}” in {pile.page(tie.later)} ({tie.kind} {tie.words}).",
                claim=pile.claim_of.get(y.statement.id),
                change=(wx, wy),
                limits="Overturned if the two speak of different days.",
            )


def days_odd(pile: Pile, shown: Collection[str] = ()) -> Iterator[Finding]:
    """One page puts on another day what all others put on one.

    What: the tellings of a claim that give a day for it, not for the saying, share most of their words; two pages and more give
    one weekday, one page gives another at most two days off, and does not name the first.

    Why it matters: it does not take a page that follows another to get a day wrong, and the many may follow one.

    Not when: the night between two days is spoken of, or a remark on the page's dates stands already (``shown``).

    Example (fiction): "the ferry sank on Sunday" on three pages and "the ferry sank on Saturday" on a fourth.
    """
    for claim in pile.claims:
        said = {s.id for s in pile.tellings(claim)}
        row = [d for c in sorted(claim.documents) for d in days(pile, c) if d.statement.id in said and not d.spoken]
        on = Counter(n for n, _ in {(d.weekday, d.statement.document) for d in row})
        for y in row:
            document = y.statement.document
            if on[y.weekday] > 1 or document in shown:
                continue
            others = [x for x in row if x.other(y) and len(x.marks & y.marks) > COMMON]
            pages = {x.statement.document for x in others if not others[0].other(x)}
            if len(pages) < TWO or has(pile, document, others[0]):
                continue
            best = max(others, key=lambda x: (len(x.marks & y.marks), -x.span.start, x.statement.id))
            week = not (best.full and y.full)  # which week is the page's date, and may be unknown
            if any(d.night for d in (best, y)) or distance(best, y, week=week) > SLIP:
                continue
            wx, wy = (pile.words(d.statement.document, d.span) for d in (best, y))
            yield remark(
                "date_changed",
                of(pile, (best.statement.document, best.sentence), (document, y.sentence)),
                f"“{wx}” on {len(pages)} pages ({pile.page(best.statement.document)} and others) is “{wy}” in "
                f"{pile.page(document)}.",
                claim=claim.id,
                change=(wx, wy),
                limits="Overturned if the many follow one that was wrong, or the two speak of different days.",
            )
            break


TWO = 2


def two_deeds(pile: Pile, f: Finding) -> bool:
    """Whether a remark on two days lays the day of a saying beside that of a deed, or days too far apart for a slip."""
    if f.rule != "date_changed" or len(f.evidence) != 2 or not f.from_ or not f.to:
        return False
    found = []
    for e, words in zip(f.evidence, (f.from_, f.to), strict=True):
        there = [d for d in days(pile, e.document) if e.span.holds(d.span)]
        here = [d for d in there if (w := pile.words(e.document, d.span)) in words or words in w]
        if len(here) != 1:
            return False
        found.append(here[0])
    x, y = found
    return x.spoken != y.spoken or (far(x, y) and distance(x, y, week=not (x.full and y.full)) > SLIP)


def shared(pile: Pile, x: Dated, y: Dated) -> float:
    """What two sentences have in common: a score weighs two, a word or name one; 0 where it is names alone and link saw no more."""
    common = x.marks & y.marks
    one = pile.claim_of.get(x.statement.id, x) == pile.claim_of.get(y.statement.id, y)
    return len(common) + sum(m[0] == "#" for m in common) if one or any(m[0] != "~" for m in common) else 0


def one_voice(pile: Pile, a: Statement, b: Statement) -> bool:
    """Whether two tellings have one source with a name."""
    x, y = innermost(a), innermost(b)
    return x is not None and y is not None and bool(x.name and y.name) and pile.same_party(x, y)


def least(x: Dated, y: Dated, pile: Pile) -> int:
    """What two sentences must share: less where each has the first day of what its page tells, or one person's words."""
    if y.spoken:
        tongues = {pile.documents[d.statement.document].language for d in (x, y)}
        return PLAIN if len(tongues) > 1 else COMMON  # one office may speak on two days
    first = [next(d for d in days(pile, c.statement.document) if not d.spoken) for c in (x, y)]
    return COMMON - (first == [x, y])


def distance(x: Dated, y: Dated, *, week: bool = False) -> int:
    """How many days lie between two; of weekdays, or within one ``week``, the shorter way round."""
    if x.day and y.day and not week:
        return abs((x.day - y.day).days)
    there = ((x.weekday or 0) - (y.weekday or 0)) % 7
    return min(there, 7 - there)


def far(x: Dated, y: Dated) -> bool:
    """Whether two days lie too far apart for a slip, and are not written alike ("8 May", "18 May")."""
    alike = x.day and y.day and (x.day.day == y.day.day or (x.day.month == y.day.month and slip(x.day.day, y.day.day)))
    return distance(x, y) > SLIP and not alike


SLIP = 2  # days by which an event is misdated; own choice: further apart they are mostly two events


def near(x: Dated, y: Dated) -> bool:
    """Whether two days are neighbours and one telling speaks of the night."""
    return distance(x, y) == 1 and any(d.night for d in (x, y))


def has(pile: Pile, document: str, d: Dated) -> bool:
    """Whether a page names a day."""
    return any(
        (day is not None and day == d.day) or (n == d.weekday and not (day and d.day)) for _, day, n in named(pile, document)
    )
