"""Remarks on figures that count one thing and cannot both hold, whatever they count: of two pages, or side by side on one."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from itertools import combinations, islice

from sayso.assess.counted_things import CountedThing
from sayso.assess.counterparts import common_marks, tied
from sayso.assess.countings import RATE, only_given, unit_of
from sayso.assess.denials import same_source
from sayso.assess.figured import VAGUE
from sayso.assess.figures import bounded
from sayso.assess.findings.bystanders import retellers
from sayso.assess.findings.portions import of_whole, tried
from sayso.assess.findings.remark import lies_on, of, remark, short
from sayso.assess.findings.tolls import teller
from sayso.assess.pile import PASSED_ON, Pile, innermost, own_stance
from sayso.assess.rivalry import FAR, ROUND, Rivalry, day, rivalries
from sayso.assess.tolls import PART
from sayso.assess.wording import WORD, capitals, stem, stems
from sayso.lexicon.senses import function_words
from sayso.lexicon.tables import rows
from sayso.lexicon.vocabulary import one_of
from sayso.model import Finding, Quantity, Span, Statement
from sayso.text.normal import fold
from sayso.text.sentences import paragraphs, sentences


def rivals_conflict(pile: Pile, told: Sequence[Finding] = ()) -> Iterator[Finding]:
    """Sources on two pages give figures for one thing that cannot both hold.

    What: tellings of two pages near in time and matter, by different sources, give figures of one kind (people, money, a measure, a
    share, things of one name) between which no rounding and no bound mediates, and the words about them speak for one thing at one
    moment: the same noun, the same fate, the same day, a count, a register or a measure on one side, "only" or "not more" on the
    other. What each sign weighs was fitted (``resources/rival_weights.yml``). Told once for all figures that hang together.

    Why it matters: such figures stand in different claims, and each page alone looks settled.

    Not when: one figure is a part (by its words, or because its page adds it up with others), a rate, a change or what was before;
    the later page tells of what goes on (a toll that grew, missing that were found); both are had from one party or one text; the
    tellings name two days, months or years, or two places; one is more than twelve times the other; or the conflict is told already
    (``told``).

    Example (fiction): the mill put the grain that burnt at 60,000 tonnes, the dockers weighed 19,000.
    """
    beside = [f for f in told if f.rule == "figures_conflict"]
    pairs = [r for r in rivalries(pile) if not of_whole(pile, r.a, r.b)]
    new = [r for r in pairs if not any(lies(pile, r.a, f) and lies(pile, r.b, f) for f in beside)]
    for group in groups(new):
        things = sorted({(t.size, t.statement.id, t.span): t for r in group for t in (r.a, r.b)}.items())
        row = [t for _, t in things][:MOST]
        yield finding(pile, row)


def lies(pile: Pile, t: CountedThing, f: Finding) -> bool:
    """Whether a remark shows a figure: by this telling, or by another one of its claim that gives the same."""
    claim = pile.claim_by_id.get(pile.claim_of.get(t.statement.id, ""))
    again = [s for s in pile.tellings(claim) if any(q.low == t.low for q in s.quantities)] if claim is not None else []
    return any(lies_on(f, s.document, s.span) for s in (t.statement, *again))


MOST = 12  # figures that one remark shows; own choice


def groups(pairs: Sequence[Rivalry]) -> Iterator[list[Rivalry]]:
    """Pairs that have a figure in common, directly or by another pair, and count one sort of thing; the likeliest first."""
    left = sorted(pairs, key=lambda r: (-r.odds, r.a.statement.id, r.a.span, r.b.statement.id, r.b.span))
    while left:
        out = [left.pop(0)]
        while joined := [r for r in left if any(hang_together(r, x) for x in out)]:
            out += joined
            left = [r for r in left if r not in joined]
        yield out


def hang_together(r: Rivalry, x: Rivalry) -> bool:
    """Whether two pairs have a figure in common and count one sort of thing."""
    one, two = ({t.head if t.kind == "thing" else t.kind for t in (p.a, p.b)} - {""} for p in (r, x))
    return bool({key(r.a), key(r.b)} & {key(x.a), key(x.b)}) and (not one or not two or bool(one & two))


def key(t: CountedThing) -> tuple[str, int]:
    """Which figure this is."""
    return t.statement.document, t.span.start


def finding(pile: Pile, row: Sequence[CountedThing]) -> Finding:
    """The remark on some figures, the smallest first."""
    said = "; ".join(
        f"{teller(pile, t.statement, t.written)} ({pile.page(t.statement.document)}) “{t.written}{noun(pile, t)}”" for t in row
    )
    first, last = row[0], row[-1]
    return remark(
        "figures_conflict",
        of(pile, *(t.statement for t in row), *retellers(pile, row)),
        f"Of what seems to be one thing: {said}.",
        claim=pile.claim_of.get(first.statement.id),
        change=(pile.told(first.statement), pile.told(last.statement)),
        limits="Overturned if one figure is a later count, a part of another, or of another thing or event.",
    )


def noun(pile: Pile, t: CountedThing) -> str:
    """The words behind a figure up to the noun that it counts, as the page has them; nothing where it names none."""
    text = pile.documents[t.statement.document].text
    row = WORD.finditer(text, t.span.end, t.span.end + BEHIND)
    end = next((m.end() for m in row if t.head and stem(m.group()) in (t.head, t.head + "e")), t.span.end)
    return text[t.span.end : end]


BEHIND = 40  # code points behind a figure in which its noun stands


Given = tuple[Statement, Quantity]


def countered(pile: Pile, document: str, told: Sequence[Finding]) -> Iterator[Finding]:
    """Two parties give two figures side by side.

    What: on one page a party gives a figure and not what it counts ("the owner puts the number at 640"), right behind another
    party's telling that has a figure of that unit; or one sentence has two figures, each with whom it is from ("3,000 according to
    the guild, 800 according to the guard"; "the board speaks of 200 casks, the guild of 40"). No number fits both.

    Why it matters: each side's count is quoted alone later on.

    Not when: one figure is the other rounded, is more than twelve times the other, both are from one party, or another remark
    lays the two side by side.

    Example (fiction): "The guild says 3,200 of the 4,100 millers stayed at home; the owner puts the number at 640."
    """
    done: set[tuple[int, int]] = set()
    for (s, a), (t, b) in (*side_by_side(pile, document), *in_one_sentence(pile, document)):
        key = (a.span.start, b.span.start)
        if key in done or not apart(a, b):
            continue
        done.add(key)
        text = pile.documents[document].text
        whose = handed(pile, s, b) if s.id == t.id else ()
        words = [bounded(text, q.span) for q in (a, b)]
        if any(f.rule == "figures_conflict" and shows(f, (s, t, *whose), words) for f in told):
            continue
        said = "; ".join(f"{teller(pile, x, bounded(text, q.span))} “{bounded(text, q.span)}”" for x, q in ((s, a), (t, b)))
        said = said if s.id != t.id else f"“{short(pile.text(s))}”"
        yield remark(
            "figures_conflict",
            of(pile, s, *(whose if s.id == t.id else (t,))),
            f"Of what seems to be one thing, side by side on {pile.page(document)}: {said}.",
            claim=pile.claim_of.get(s.id),
            change=(bounded(text, a.span), bounded(text, b.span)),
            limits="Overturned if one figure is a part of another, or of another thing.",
        )


def shows(f: Finding, told: Sequence[Statement], words: Sequence[str]) -> bool:
    """Whether a remark lays two figures side by side already: it lies on all tellings, and of a single one has both in words."""
    return all(lies_on(f, x.document, x.span) for x in told) and (
        told[0].id != told[1].id or all(f"“{w}" in f.message for w in words)
    )


def handed(pile: Pile, s: Statement, q: Quantity) -> tuple[Statement, ...]:
    """The telling of a page in which a figure that another one there is set against is told of itself."""
    row = (x for x in pile.by_document[s.document] if not pile.headline(x) and not pile.furniture_holds(x))
    same = (x for x in row if x.id != s.id and any(y.low == q.low for y in stated(pile, x)) and not x.span.overlaps(s.span))
    return tuple(islice(same, 1))


def apart(a: Quantity, b: Quantity) -> bool:
    """Whether no number fits both figures, though they may count one thing."""
    (low, high), (x, y) = (
        (q.low * (0.9 if q.approximate else 1), (float("inf") if q.high is None else q.high) * (1.1 if q.approximate else 1))
        for q in (a, b)
    )
    sizes = sorted(q.low or q.high or 0.0 for q in (a, b))
    gap = max(low - y, x - high)
    return sizes[0] > 0 and sizes[1] <= FAR * sizes[0] and gap > ROUND * sizes[0]


def stated(pile: Pile, s: Statement) -> list[Quantity]:
    """The figures of a telling that count something."""
    text = pile.documents[s.document].text
    given = (q for q in s.quantities if s.span.holds(q.span) and not VAGUE.match(q.span.of(text)) and not (q.low == q.high == 0))
    return [q for q in given if PART.search(text[max(s.span.start, q.span.start - FROM) : q.span.start]) is None]


CLOSE = 250  # code points between two figures that stand side by side; own choice


def side_by_side(pile: Pile, document: str) -> Iterator[tuple[Given, Given]]:
    """A figure without what it counts, and the figure of another party that stands right before it."""
    said = [s for s in pile.by_document[document] if not pile.furniture_holds(s) and not pile.headline(s)]
    for n, t in enumerate(said):
        if innermost(t) is None or own_stance(t) not in PASSED_ON or not t.quantities:
            continue
        bare = [q for q in stated(pile, t) if only_given(pile, t, q)]
        last = next((s for s in reversed(said[:n]) if s.span.end <= t.span.start and s.quantities), None)
        if not bare or last is None or t.span.start - last.span.end > CLOSE or innermost(last) is None:
            continue
        if same_source(pile, last, t) or own_stance(last) not in PASSED_ON:
            continue
        for q in bare[:1]:
            if (first := next((x for x in stated(pile, last) if one_unit(x, q)), None)) is not None:
                yield (last, first), (t, q)


def one_unit(a: Quantity, b: Quantity) -> bool:
    """Whether two figures may count one thing: one that names nothing counts what the other does."""
    return any(not q.unit or fold(q.unit) in function_words() for q in (a, b)) or unit_of(a) == unit_of(b)


FROM = 40  # code points between a figure and whom it is from; own choice
LOOSE_CUES = frozenset("para per pour bagi за για คือ كما مثلما".split())  # may mean "for" as well


@cache
def sourced(language: str) -> re.Pattern[str]:
    """ "According to" in a language, as it stands behind a figure; the group ``sure`` where it means nothing else."""
    told = [str(r["phrase"]) for r in rows("phrases") if r["kind"] == "according" and r["lang"] == language]
    sure, loose = ([p for p in told if (p in LOOSE_CUES) == x] for x in (False, True))
    parts = [
        "|".join(r"\s".join(f"(?:{'|'.join(map(re.escape, w.split('|')))})" for w in p.split()) for p in group) or "(?!)"
        for group in (sure, loose)
    ]
    party = r"[^\d,;.:()]{3,80}(?:$|[,;.:)]|\s[^\W\d]{1,5}\s)"
    return re.compile(rf"[^,;.:()]{{0,{FROM}}}?[\s,(](?:(?P<sure>{parts[0]})|{parts[1]})\s{party}", re.IGNORECASE)


# "The 12 given by the board", "the 12 dead that the board had announced".
HANDED_OUT = re.compile(
    rf"\s(?:[\w-]+\s){{0,2}}?(?:{one_of('tellings', 'gave')}\sby\s(?P<by>[^,;.:()]{{3,60}})"
    rf"|(?:that\s|which\s)?(?P<who>(?:[\w’'-]+\s){{1,4}}?)(?:had\s|has\s|have\s)(?:\w+\s)?{one_of('tellings', 'gave')}\b)",
    re.IGNORECASE,
)
SET_AGAINST = re.compile(r"\b(?:than|from|against|to|not|with|of)\s(?:the|an?)\s(?:\w+\s)?$", re.IGNORECASE)


def handed_out(pile: Pile, document: str, found: Mapping[Span, Given]) -> Iterator[tuple[Given, Given]]:
    """A figure and one that another party has given, against which its sentence sets it: "more than the 12 given by the board"."""
    text = pile.documents[document].text
    for p, k, *_ in tried(pile, document):
        for f in (f for f in k.figures if f.mark == "#"):
            hit = HANDED_OUT.match(text, f.span.end, p.span.end)
            if hit is None or SET_AGAINST.search(text[max(p.span.start, f.span.start - FROM) : f.span.start]) is None:
                continue
            before = [found[x] for x in sorted(found) if p.span.start <= x.start and x.end <= f.span.start]
            for s, a in before[:1]:
                link = innermost(s)
                who = link.name or "" if link is not None else ""
                one, two = capitals(who) or stems(who), stems(hit["by"] or hit["who"])
                if not set(one) & set(two):
                    yield (s, a), (s, Quantity(f.span, f.value, f.value, ""))


GAPPED = re.compile(r"[^\d,;.:()]{0,40}[,;]\s(?:[^\W\d_]{1,5}\s)?(?P<who>(?:[\w’'-]+\s){1,6}?)(?P<lead>[^\W\d_]{1,4})\s$")


def in_one_sentence(pile: Pile, document: str) -> Iterator[tuple[Given, Given]]:
    """Two figures of a sentence, each of which is given with whom it is from."""
    page = pile.documents[document]
    found: dict[Span, Given] = {}
    for s in pile.by_document[document]:
        if not pile.furniture_holds(s) and not pile.headline(s):
            for q in stated(pile, s):
                found.setdefault(q.span, (s, q))
    places = sorted(found)
    for p in paragraphs(page.text):
        if not any(p.holds(x) for x in places):
            continue
        for sentence in sentences(page.text, p, page.language):
            row = [found[x] for x in places if sentence.holds(x)]
            for (s, a), (t, b) in combinations(row, 2) if 1 < len(row) < LIST else ():
                both = from_two(page.text, page.language or "en", sentence, (a, b))
                if one_unit(a, b) and (both or gapped(page.text, s, (a, b))):
                    yield (s, a), (t, b)
    yield from handed_out(pile, document, found)


LIST = 6  # figures of a sentence from which on it is a list; own choice


def from_two(text: str, language: str, sentence: Span, pair: tuple[Quantity, Quantity]) -> bool:
    """Whether "according to" with a name stands behind each of two figures, before the next one."""
    a, b = pair
    hits = [sourced(language).match(text, a.span.end, b.span.start), sourced(language).match(text, b.span.end, sentence.end)]
    return all(hits) and any(h is not None and h["sure"] for h in hits)


def gapped(text: str, s: Statement, pair: tuple[Quantity, Quantity]) -> bool:
    """Whether a second party's figure leans on the verb of the first: "the board speaks of 200 casks, the guild itself of 40"."""
    a, b = pair
    if innermost(s) is None or s.cue is None or not s.cue.end <= a.span.start <= s.cue.end + FROM or b.unit:
        return False
    hit = GAPPED.fullmatch(text, a.span.end, b.span.start)
    before = [w.casefold() for w in WORD.findall(text[s.cue.end : a.span.start])]
    return hit is not None and hit["lead"].casefold() in before and hit["who"].split()[0].casefold() not in prepositions()


@cache
def prepositions() -> frozenset[str]:
    """Prepositions of all languages: "against the least of 1.3" names nobody."""
    return frozenset(w for r in rows("grammar") if r["class"] == "preposition" for w in str(r["words"]).split())


def slipped(pile: Pile, told: Sequence[Finding]) -> Iterator[Finding]:
    """A figure has slipped by a nought or more between two pages.

    What: two pages that are tied, or tell one claim, give figures of one unit with the same digits, two at least, of which one is
    ten, a hundred or a thousand times the other; the tellings have a word in common, and neither page has a figure of
    the other's size.

    Why it matters: a nought too many is the commonest slip, and both figures look plain.

    Not when: the digits are those of a single one ("20" and "200" may well be two counts), one figure is a rate, or a page has
    one of either size.

    Example (fiction): "The mill calls back 48,000 lamps." Another page: "480,000 lamps are called back."
    """
    found: dict[tuple[float, float], tuple[set[str], set[str]]] = {}
    for x, y in sorted({tuple(sorted(t[:2])) for t in tied(pile)}):
        one, two = (plain_figures(pile, d) for d in (x, y))
        there = defaultdict(list)
        for t, b in two:
            there[digits(b.low)].append((t, b))
        for (s, a), (t, b) in ((g, h) for g in one for h in there.get(digits(g[1].low), ())):
            low, high = sorted((a.low, b.low))
            if not slip(low, high) or not one_unit(a, b) or answered_for(a, two) or answered_for(b, one):
                continue
            if pile.claim_of.get(s.id, s) == pile.claim_of.get(t.id, t) or common_marks(pile, s, t):
                sides = found.setdefault((low, high), (set(), set()))
                sides[a.low == high].add(pile.claim_of.get(s.id, s.id))
                sides[b.low == high].add(pile.claim_of.get(t.id, t.id))
    for pair, sides in sorted(found.items()):
        row = [shown(pile, value, claims) for value, claims in zip(pair, sides, strict=True)]
        told_in = {s.document for s, _ in row}
        if any(f.rule == "figures_conflict" and told_in <= set(f.documents) for f in told):
            continue
        words = [q.span.of(pile.documents[s.document].text) for s, q in row]
        said = "; ".join(f"{teller(pile, s, w)} ({pile.page(s.document)}) “{w}”" for (s, _), w in zip(row, words, strict=True))
        yield remark(
            "figures_conflict",
            of(pile, *(s for s, _ in row)),
            f"The same digits with more noughts: {said}.",
            claim=pile.claim_of.get(row[0][0].id),
            change=(words[0], words[1]),
            limits="Overturned if the two count different things.",
        )


def shown(pile: Pile, value: float, claims: set[str]) -> Given:
    """The first telling of some claims that has a figure; of one day that with fewest other figures."""
    every = (g for d in sorted(pile.by_document) for g in plain_figures(pile, d) if g[1].low == value)
    return min(
        (g for g in every if pile.claim_of.get(g[0].id, g[0].id) in claims),
        key=lambda g: (day(pile, g[0].document) or "9", len(g[0].quantities), g[0].document, g[0].span),
    )


def plain_figures(pile: Pile, document: str) -> list[Given]:
    """The exact figures of a page's tellings, headlines left out."""
    key = ("plain figures", document)
    if key not in pile.memory:
        text = pile.documents[document].text
        said = (s for s in pile.by_document[document] if not pile.furniture_holds(s) and not pile.headline(s))
        exact = ((s, q) for s in said if own_stance(s) in PASSED_ON for q in stated(pile, s) if q.low == q.high and q.low >= LEAST)
        pile.memory[key] = [(s, q) for s, q in exact if not RATE.match(text[q.span.end : q.span.end + FROM])]
    found: list[Given] = pile.memory[key]
    return found


def answered_for(q: Quantity, row: Sequence[Given]) -> bool:
    """Whether a page has a figure of the unit and of that size, so that another one has not become it."""
    return any(one_unit(q, x) and x.low <= q.low * NEAR and q.low <= x.low * NEAR for _, x in row)


NEAR = 3.0  # times one figure in which the other is of its size; own choice
LEAST = 10  # smaller figures have one digit


def digits(figure: float) -> str:
    """The digits of a figure without noughts before and behind."""
    return f"{figure:.6f}".replace(".", "").strip("0")


def slip(low: float, high: float) -> bool:
    """Whether one figure is the other with noughts behind it, and both have two digits at least."""
    return len(digits(low)) > 1 and any(abs(high - low * n) < 1e-6 * high for n in (10, 100, 1000))
