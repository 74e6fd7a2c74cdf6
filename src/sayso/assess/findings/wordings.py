"""Remarks on one speaker's words in marks on two pages that no step joins: the quotation itself is the tie."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import combinations

from sayso.assess.findings.inherited import joined
from sayso.assess.findings.quotations import UNCLOSED, same_words, stands_on
from sayso.assess.findings.remark import of, remark, short
from sayso.assess.pile import Pile, innermost, taken_as
from sayso.assess.steps import nearness
from sayso.assess.wording import capitals, likeness, name_words, plain, subject
from sayso.lexicon import vocabulary
from sayso.model import Finding, Statement
from sayso.text.quotations import quotations

ALIKE = 0.5  # Dice of two quoted sentences from which they are one, told otherwise; own choice
FEW = 2  # content words that both must have
MOST = 200  # quoted sentences of one speaker that are compared
STOPS = re.compile(r"(?<=[.!?…])\s+")
OPENS = "'‘\"“„«"
# What a speaker holds back with, at the head of the sentence.
RESERVE = re.compile(
    rf"^\W*(?:(?:i|we)\s(?:\w+\s)?{vocabulary.one_of('moods', 'thinks')}(?:\sthat)?|{vocabulary.one_of('moods', 'perhaps')}"
    r"|(?:i|we)(?:['’]m|['’]re|\sam|\sare)\snot\s(?:\w+\s)?sure(?:\s(?:if|whether|that))?|it\s(?:may|might|could)\sbe(?:\sthat)?"
    r"|as\sfar\sas\s(?:i|we)\sknow)\W*$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Said:
    """One quoted sentence of one telling."""

    statement: Statement
    words: str


def sentences(pile: Pile, s: Statement) -> list[Said]:
    """The sentences of a telling that stand in marks of any kind."""
    text = pile.documents[s.document].text
    if not s.content or taken_as(s) == "retract" or pile.furniture_holds(s) or pile.headline(s):
        return []
    told = s.content[0].of(text)
    at = s.content[0].start
    opened = told[:1] in OPENS or (at > 0 and text[at - 1] in OPENS)
    inner = UNCLOSED.search(told) if not opened else None
    if inner is not None:  # the marks open within what is told and close behind it
        told, opened = told[inner.end() :], True
    if s.voice == "direct" or opened:
        parts = STOPS.split(told)
    else:
        parts = [q.inner.of(text) for q in quotations(text, s.span)] if s.voice == "mixed" else []
    return [Said(s, p.strip(" ,'‘’\"“”„«»")) for p in map(within_marks, parts) if len(subject(p)) > FEW or len(p.split()) > 2 * FEW]


def within_marks(words: str) -> str:
    """Quoted words up to where their marks close, if they close within: “a mason's" wall stood, he said”."""
    at = next((m.start() for m in CLOSES.finditer(words) if m.start() and not OPENED.search(words[: m.start()])), len(words))
    return words[:at]


CLOSES = re.compile(r"(?<=[\w.,!?])[”\"»](?=\s[a-z\[(])|(?<=[.,!?])[’'](?=\s[a-z\[(])")
OPENED = re.compile(r"\s[“\"«]|\s[‘'](?=\w)")


def one_person(pile: Pile, a: Statement, b: Statement) -> bool | None:
    """Whether two quotations are one speaker's; None where one of them gives nobody by name."""
    x, y = innermost(a), innermost(b)
    if x is None or y is None or not capitals(x.name or "") or not capitals(y.name or ""):
        return None
    return pile.same_party(x, y) or len(name_words(x.name or "") & name_words(y.name or "")) >= FEW


def quotes_differ(pile: Pile, shown: frozenset[tuple[str, str]]) -> Iterator[Finding]:
    """One speaker's sentence stands in marks in two wordings, or without the reserve that it began with.

    What: two pages quote one speaker by name (or, in one claim, one of them gives nobody) with a sentence that is the same but for
    a word or two; or one page begins the very words later than the other, behind "we think"; or it ends them where the speaker
    went on with a "but", or puts a full stop where he went on in the same clause.

    Why it matters: marks promise the very words.

    Not when: one page has both wordings, one is a part of the other, they differ by type alone, or a step has shown the later
    wording, or the two the other way round (``shown``).

    Example (fiction): “We think the wall was cracked,” a mason told one page; “the wall was cracked,” he told another.
    """
    by_word: dict[str, list[Said]] = defaultdict(list)
    every = [x for d in sorted(pile.by_document) for s in pile.by_document[d] for x in sentences(pile, s)]
    for x in every:
        for w in sorted(subject(x.words)):
            by_word[w].append(x)
    pages: dict[str, set[str]] = defaultdict(set)
    for x in every:
        pages[told_as(x)].add(x.statement.document)
    done: set[frozenset[tuple[str, str]]] = set()
    odd: dict[str, list[tuple[float, str, Finding]]] = defaultdict(list)
    for w in sorted(by_word):
        for a, b in combinations(by_word[w][:MOST], 2):
            key = frozenset((s.statement.document, plain(s.words)) for s in (a, b))
            if a.statement.document == b.statement.document or key in done or plain(a.words) == plain(b.words):
                continue
            done.add(key)
            first, last = ordered(pile, a, b, pages)
            made = compared(pile, first, last, shown)
            if made is not None:
                odd[told_as(last)].append((likeness(a.words, b.words), told_as(first), made))
    for wording, row in sorted(odd.items()):  # a wording is told once, against the most alike, with all pages that have it
        row.sort(key=lambda r: (-r[0], r[1], r[2].id))
        nearest = row[0][1]
        if nearest in odd and odd[nearest][0][1] == wording and wording < nearest:
            continue
        yield joined(pile, [f for _, other, f in row if other == nearest and f.rule == row[0][2].rule])


def told_as(s: Said) -> str:
    """What two quotations that differ by type alone have in common."""
    return " ".join(sorted(content(s.words)))


def content(words: str) -> frozenset[str]:
    """The content words of a sentence, "they'd" as "they"."""
    return subject(CLITIC.sub("", words))


CLITIC = re.compile(r"['’](?:d|ll|ve|re|m|s)\b", re.IGNORECASE)


def ordered(pile: Pile, a: Said, b: Said, pages: dict[str, set[str]]) -> tuple[Said, Said]:
    """Two quotations, that of the page that follows or is surely later last; else the wording that fewer pages have."""
    x, y = a.statement.document, b.statement.document
    if ((x, y) in pile.steps) != ((y, x) in pile.steps):
        return (b, a) if (x, y) in pile.steps else (a, b)
    if pile.later(x, y) or pile.later(y, x):
        return (b, a) if pile.later(x, y) else (a, b)
    one, two = ((-len(pages[told_as(s)]), nearness(s.statement)) for s in (a, b))
    return (b, a) if two < one else (a, b)


def overlap(one: str, two: str) -> bool:
    """Whether shared words stand in another order, or the two are cuts of one: the head of one is the tail of the other."""
    x, y = (plain(CLITIC.sub("", t)).split() for t in (one, two))
    shared = [w for w in x if w in content(one) & content(two)]
    if shared != [w for w in y if w in shared]:
        return True
    run = SequenceMatcher(None, x, y, autojunk=False).find_longest_match(0, len(x), 0, len(y))
    whole = set(shared) <= set(x[run.a : run.a + run.size])
    return whole and ((run.a == 0 and run.b + run.size == len(y)) or (run.b == 0 and run.a + run.size == len(x)))


def compared(pile: Pile, a: Said, b: Said, shown: frozenset[tuple[str, str]]) -> Finding | None:
    """The remark on two quotations that are not the same words."""
    one = one_person(pile, a.statement, b.statement)
    same_claim = pile.claim_of.get(a.statement.id) == pile.claim_of.get(b.statement.id)
    if caveat := cut_short(pile, a, b) or cut_short(pile, b, a):
        return caveat
    if one is False or (one is None and not same_claim):
        return None
    if cut := unreserved(a, b) or unreserved(b, a):
        whole, part, reserve = cut
        if stands_on(pile, part.statement.document, whole.words):
            return None
        return remark(
            "hedge_lost",
            of(pile, whole.statement, part.statement),
            f"In quotation marks in {pile.page(whole.statement.document)}: “{short(whole.words)}”; in "
            f"{pile.page(part.statement.document)} the quotation begins behind “{reserve}”: “{short(part.words)}”.",
            claim=pile.claim_of.get(part.statement.id),
            change=(reserve, part.words),
            limits="Overturned if the speaker said it twice.",
        )
    x, y = content(a.words), content(b.words)
    shared = x & y
    if (
        len(shared) < FEW
        or 2 * len(shared) < ALIKE * (len(x) + len(y))
        or len(x ^ y) > len(shared) + 1
        or same_words(a.words, b.words)
    ):
        return None
    if overlap(a.words, b.words):
        return None
    if plain(a.words) == plain(b.words) or any(
        pair[1] == plain(b.words) or set(pair) == {plain(a.words), plain(b.words)} for pair in shown
    ):
        return None
    first, second = a.statement.document, b.statement.document
    if stands_on(pile, first, b.words) or stands_on(pile, second, a.words):
        return None
    who = next((k.name for s in (a, b) if (k := innermost(s.statement)) is not None and k.name), None)
    tie = f" (both quote {who})" if one and who else ""
    return remark(
        "quote_altered",
        of(pile, a.statement, b.statement),
        f"In quotation marks in {pile.page(first)}: “{short(a.words)}”; in {pile.page(second)}: “{short(b.words)}”{tie}.",
        claim=pile.claim_of.get(b.statement.id),
        change=(a.words, b.words),
        limits="Overturned if the source said both, or one is a translation.",
    )


def unreserved(a: Said, b: Said) -> tuple[Said, Said, str] | None:
    """The whole, the part and the reserve, where one quotation is the other without the reserve at its head."""
    low, part = a.words.casefold(), b.words.casefold().rstrip(".!?…, ")
    at = low.find(part)
    if at <= 0 or len(subject(b.words)) < FEW or RESERVE.match(a.words[:at]) is None:
        return None
    return a, b, a.words[:at].strip(" ,")


# What a speaker takes part of it back with, behind what was said.
CAVEAT = re.compile(
    r"^\W*(?:to\s\w+\W+)?(?P<caveat>(?:but|although|though|unless|however|provided|except|only\sif|if|as\slong\sas)\b.+)$",
    re.IGNORECASE | re.DOTALL,
)
# The same clause going on, where the other page has a full stop.
GOES_ON = re.compile(r"^\s(?P<caveat>[^\W\d_]\w*\s.*\w.*)$", re.DOTALL)
STOPPED = re.compile(r"[.!]$")
WHOLE = 4  # words of a quotation that two pages do not have by chance; own choice


def cut_short(pile: Pile, whole: Said, part: Said) -> Finding | None:
    """The remark on a quotation that ends where the speaker went on with a "but"; None where the page has the rest as well."""
    x, y = plain(whole.words), plain(part.words)
    if len(y.split()) < WHOLE or not x.startswith(f"{y} "):
        return None
    rest = whole.words[len(part.words.rstrip(" .!?…,")) :]
    hit = CAVEAT.match(rest) or (GOES_ON.match(rest) if STOPPED.search(part.words) else None)
    first, second = whole.statement.document, part.statement.document
    one_claim = pile.claim_of.get(whole.statement.id, "") == pile.claim_of.get(part.statement.id)
    tied = pile.related(first, second) or one_claim or one_person(pile, whole.statement, part.statement)
    if (
        hit is None
        or not tied
        or pile.later(first, second)
        or len(subject(hit["caveat"]) & subject(pile.documents[second].text)) > FEW
    ):
        return None
    return remark(
        "quote_altered",
        of(pile, whole.statement, part.statement),
        f"In quotation marks in {pile.page(first)}: “{short(whole.words)}”; in {pile.page(second)} the quotation ends before "
        f"“{short(hit['caveat'])}”: “{short(part.words)}”.",
        claim=pile.claim_of.get(part.statement.id),
        change=(whole.words, part.words),
        limits="Overturned if the rest stands in a part of the page that was not read.",
    )
