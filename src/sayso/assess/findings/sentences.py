"""Remarks on two sentences that agree word for word but for one stretch, however the reader has parted them into tellings."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import lru_cache
from typing import NamedTuple

from sayso.assess.classes import groups
from sayso.assess.findings.remark import Change, lies_on, of, remark
from sayso.assess.findings.reversals import TAIL
from sayso.assess.findings.stretches import Stretch, content, judged, known_word, told_on
from sayso.assess.frames import BOTH_WAYS, one_word, past
from sayso.assess.pile import Pile, innermost
from sayso.assess.wording import WORD, same_name, stop, subject
from sayso.lexicon import vocabulary
from sayso.lexicon.words import words
from sayso.model import Finding, Span
from sayso.text.sentences import paragraphs, sentences

SAID = r"(?:said|says|wrote|writes|announced|reported|reports|testified|told\s(?:the\s|a\s)?\w+(?:\s[A-Z]\w+)?)"
FIRST = re.compile(rf"^(?P<who>[^,.;:“”\"]{{3,90}}?(?:,\s[^,.;:]{{3,40}},)?)\s{SAID}\s(?:that\s)?(?P<rest>[^“”\"]+)$")
LAST = re.compile(rf"^(?P<rest>.+?),\s(?:according\sto\s(?P<by>[^.;:]{{3,90}})|(?P<who>[^.;:“”\"]{{3,90}}?)\s{SAID})\.?$")
LEAD = re.compile(r"^(?:According\sto|In\sthe\swords\sof)\s(?P<who>[^,.;:]{3,90}),\s(?P<rest>.+)$")
DROPPED = frozenset("a an the that had has have".split())  # articles, "that", and what sets a tense back
FOLDED = {"would": "will", "'s": "is", "n't": "not", "cannot": "not", "can't": "not", "won't": "not"}
HOUR = re.compile(r"\b([ap])\.\s?m\b\.?", re.IGNORECASE)
LONG = 60  # words of a sentence that is compared; own choice: longer ones are lists and tables
FRAME, WORDS = 2, 4  # content words that both must share, or one among so many words in all; own choice
PART = 0.5  # share of the shorter one's content words that both must have; own choice
LEAST = 0.34  # share of the shorter sentence's words that two must have in common to be laid side by side; own choice
STRETCH = 7  # words of the stretch that differs; longer ones are clauses of their own


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of a page: its place, its words in order without articles, and the name it gives as its source."""

    document: str
    span: Span
    text: str
    who: str
    words: tuple[str, ...]
    shown: tuple[str, ...]
    kind: str = ""  # of the source, as the page's reader has it


@lru_cache(maxsize=8192)
def parted(text: str) -> tuple[str, str]:
    """The source at the head or the end of a sentence, and what is told."""
    for pattern in (LEAD, LAST, FIRST):
        m = pattern.match(text)
        if m is not None:
            return (m["who"] or m.groupdict().get("by") or ""), m["rest"]
    return "", text


@lru_cache(maxsize=8192)
def in_order(text: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The words of a passage in one form, and as they are written; articles and auxiliaries of tense are left out."""
    low, shown = [], []
    for m in WORD.finditer(HOUR.sub(r"\1m", re.sub(r"n['’]t\b", " not", text))):
        w = m.group().casefold().replace("’", "'")
        if w not in DROPPED:
            low.append(FOLDED.get(w, w))
            shown.append(m.group())
    return tuple(low), tuple(shown)


LABELLED = re.compile(r"\(|[A-Z][\w .’'-]{1,40}:\s")  # credits of pictures, and who speaks in a transcript


def of_page(pile: Pile, document: str) -> tuple[Sentence, ...]:
    """The sentences of a page's article that hold a telling; headlines and furniture left out."""
    key = ("sentences", document)
    if key not in pile.memory:
        page, out = pile.documents[document], []
        told = [s.span for s in pile.by_document[document] if not pile.headline(s) and not pile.furniture_holds(s)]
        for paragraph in paragraphs(page.text):
            if not any(t.overlaps(paragraph) for t in told):
                continue
            for span in sentences(page.text, paragraph, page.language):
                if any(t.overlaps(span) for t in told) and not LABELLED.match(span.of(page.text)):
                    who, rest = parted(span.of(page.text).strip(" .“”\"'"))
                    low, shown = in_order(rest)
                    links = (innermost(s) for s in pile.by_document[document] if s.span.overlaps(span))
                    kind = next((k.kind for k in links if k is not None), "")
                    if 0 < len(low) <= LONG:
                        out.append(Sentence(document, span, span.of(page.text), who, low, shown, kind))
        pile.memory[key] = tuple(out)
    found: tuple[Sentence, ...] = pile.memory[key]
    return found


def followed(pile: Pile) -> Iterator[tuple[str, str, str]]:
    """Earlier page, later page and, in words, what ties them: a declared step, or a credit that names the earlier page's house."""
    for (child, parent), step in sorted(pile.steps.items()):
        if step.directed and step.declared:
            yield parent, child, f"{pile.page(child)} follows {pile.page(parent)}"
    for child in sorted(pile.by_document):
        named = [pile.unseen[d.from_].name for d in pile.parents.get(child, ()) if d.declared and d.from_ in pile.unseen]
        for parent in sorted(pile.by_document) if named else ():
            house = pile.documents[parent].outlet
            if parent == child or not house or (child, parent) in pile.steps or pile.later(parent, child):
                continue
            if house != pile.documents[child].outlet and any(same_name(house, n) for n in named):
                yield parent, child, f"{pile.page(child)} names {pile.page(parent)}"


def sentences_differ(pile: Pile, made: Sequence[Finding]) -> Iterator[Finding]:
    """One stretch of a sentence is another, and all else agrees word for word.

    What: a page follows another; a sentence of it has the words of one there, in their order, but for one stretch, or but for two
    that have changed places. A negation or an opposite in it is ``detail_added`` or ``detail_dropped``, reserve ``hedge_lost`` or
    ``hedge_added``, a time ``date_changed``, digits ``number_changed``, a name, a cause or the one who acts ``actor_changed``, a
    place ``place_changed``, another thing ``category_changed``.

    Why it matters: what was changed in a sentence that was otherwise kept was changed by hand.

    Not when: another remark is on the two sentences, the two stretches may stand for one thing, or either page has the other's
    words for it anywhere else.

    Example (fiction): "the bull belonging to Nils won" becomes "the bull belonging to Erik won".
    """
    for pages, a, b in side_by_side(pile, made):
        rest = (pile.documents[s.document].text.replace(s.text, " ", 1) for s in (a, b))
        change = changed(a, b, *rest)
        if change is not None:
            yield told(pile, pages, (a, b), change, "that are otherwise the same")


class Pages(NamedTuple):
    """A page, one that follows it, and in words why."""

    parent: str
    child: str
    tie: str


def side_by_side(pile: Pile, made: Sequence[Finding]) -> Iterator[tuple[Pages, Sentence, Sentence]]:
    """The English sentences of pages that follow another with the one each is nearest to, where no remark is on both yet."""
    on: dict[str, list[Finding]] = {}
    for f in made:
        for d in f.documents:
            on.setdefault(d, []).append(f)
    for parent, child, tie in followed(pile):
        if pile.documents[parent].language != "en" or pile.documents[child].language != "en":
            continue
        there = of_page(pile, parent)
        kept = {s.words: s for s in there}
        for b in of_page(pile, child):
            a = kept.get(b.words) or nearest(b, there)
            if (
                a is not None
                and a.text != b.text
                and not any(all(lies_on(f, s.document, s.span) for s in (a, b)) for f in on.get(child, ()))
            ):
                yield Pages(parent, child, tie), a, b


def told(pile: Pile, pages: Pages, pair: tuple[Sentence, Sentence], change: tuple[str, str, str], how: str) -> Finding:
    """The remark on two sentences of which one has "y" where the other has "x"; ``how`` says what they have in common."""
    (a, b), (rule, x, y) = pair, change
    claim = next((c for s in pile.by_document[pages.child] if s.span.overlaps(b.span) and (c := pile.claim_of.get(s.id))), None)
    return remark(
        rule,
        of(pile, (pages.parent, a.span), (pages.child, b.span)),
        f"“{x}” in {pile.page(pages.parent)} is “{y}” in {pile.page(pages.child)}, in sentences {how} ({pages.tie}).",
        claim=claim,
        change=(x, y),
        limits="Overturned if both words stand for the same, or the later page had it from elsewhere.",
    )


def nearest(b: Sentence, there: Sequence[Sentence]) -> Sentence | None:
    """The sentence of the earlier page with the most words in common; None where a third of the words are in none."""
    mine = Counter(b.words)
    ranked = [(sum((mine & Counter(a.words)).values()), -a.span.start, a) for a in there]
    best = max(ranked, key=lambda r: r[:2], default=None)
    return best[2] if best is not None and best[0] >= LEAST * min(len(b.words), len(best[2].words)) else None


def changed(a: Sentence, b: Sentence, page_a: str, page_b: str) -> Change | None:
    """What differs, as a rule with the words before and after."""
    if a.who and b.who and not matched(*(subject(TAIL.sub("", s.who)) for s in (a, b))):
        return another_source(a, b, page_a, page_b) if a.words == b.words else None
    if sorted(a.words) == sorted(b.words):
        return exchanged(a, b)
    found = stretch(a, b)
    if found is None:
        return None
    s, moved = found
    rule = judged(s, page_a, page_b, moved=moved)
    return None if rule is None else (rule, s.one, s.two)


def stretch(a: Sentence, b: Sentence) -> tuple[Stretch, bool] | None:
    """The one stretch in which two sentences differ, and whether other words have moved; None where they differ in more."""
    blocks = [o for o in SequenceMatcher(None, a.words, b.words, autojunk=False).get_opcodes() if o[0] != "equal"]
    moved = len(blocks) != 1
    if moved:
        ends = [edge(x.words, y.words) for x, y in ((a, b), (b, a))]
        if ends[0] is None or ends[1] is None:
            return None
        (i, j), (k, m) = ends[0], ends[1]
    else:
        _, i, j, k, m = blocks[0]
    frame = content(a.words[:i] + a.words[j:])
    shared = len(a.words) - (j - i)
    if not frame or (len(frame) < FRAME and shared < WORDS) or max(j - i, m - k) > STRETCH:
        return None
    if len(frame) < PART * (min(len(content(a.words)), len(content(b.words))) - 1):
        return None
    one, two = " ".join(a.shown[i:j]), " ".join(b.shown[k:m])
    if not one or not two:  # a word that is gone or new is shown with its neighbours
        one, two = (" ".join(s.shown[max(0, p - 1) : q + 1]) for s, p, q in ((a, i, j), (b, k, m)))
    return Stretch(a.words[i:j], b.words[k:m], one, two, a.words[:i], a.words[j:], opens=i == 0 and k == 0), moved


def edge(x: Sequence[str], y: Sequence[str]) -> tuple[int, int] | None:
    """Where the words that the other sentence lacks begin and end; None where others of weight stand between."""
    left = Counter(x) - Counter(y)
    at = [n for n, w in enumerate(x) if left[w]]
    if not at:
        return None
    inside = x[at[0] : at[-1] + 1]
    return (at[0], at[-1] + 1) if all(left[w] or w in stop() for w in inside) else None


def another_source(a: Sentence, b: Sentence, page_a: str, page_b: str) -> Change | None:
    """Two sources of the same words, neither of them named on the other page, and neither a voice of somebody else."""
    x, y = (in_order(TAIL.sub("", s.who))[0] for s in (a, b))
    if not content(x) or not content(y) or {content(x)[-1], content(y)[-1]} & VOICES or groups(a.who) & groups(b.who):
        return None
    if told_on(x, page_b) or told_on(y, page_a) or not content(a.words) or len(a.words) < LEAST_TOLD:
        return None
    named = [any(w[0].isupper() for w in s.who.split()[1:]) for s in (a, b)]
    sure = (
        named[0] == named[1] or all(known_word(content(r)[-1]) for r in (x, y)) or (a.kind != b.kind and {a.kind, b.kind} & HOUSES)
    )
    return ("source_invented", a.who, b.who) if sure else None


LEAST_TOLD = 3  # words below which two may well say the same ("You're welcome")
HOUSES = frozenset({"outlet", "agency", "document"})


VOICES = vocabulary.words("people", "voice")


def matched(x: frozenset[str], y: frozenset[str]) -> bool:
    """Whether two names have a word in common."""
    return any(one_word(v, w) for v in x for w in y)


def exchanged(a: Sentence, b: Sentence) -> Change | None:
    """Two stretches that have changed places round a verb; None where one sentence only begins with another part."""
    x, y = a.words, b.words
    if x == y or set(x) & {"by", "and", "or"}:
        return None
    first = next(n for n in range(len(x)) if x[n] != y[n])
    last = next(n for n in range(1, len(x) + 1) if x[-n] != y[-n]) - 1
    p, q = x[first : len(x) - last], y[first : len(y) - last]
    for n in range(1, min(SIDE, len(p) - 2) + 1):
        for m in range(1, min(SIDE, len(p) - n - 1) + 1):
            left, middle, right = p[:n], p[n : len(p) - m], p[len(p) - m :]
            if q != right + middle + left or not content(left) or not content(right):
                continue
            if middle == ("to",) and x[:first][-1:] == ("from",):
                return "place_changed", " ".join(a.shown), " ".join(b.shown)
            if not content(middle):
                continue
            verb = {w for w in middle if w not in stop()}
            if verb & (BOTH_WAYS | words("en", "time")) or re.search(SAID, " ".join(middle)) or len(middle) > SIDE:
                return None
            if not any(w.endswith(("ed", "s", "e")) or w in past() | {"will", "is", "are"} for w in middle):
                return None
            return "actor_changed", " ".join(a.shown), " ".join(b.shown)
    return None


SIDE = 5  # words on either side of a verb, and between; own choice
