"""Which tellings a denial, a silence, a withdrawal or a correction speaks of. What a statement does, ``acts`` decides."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from sayso.assess.acts import BACK, DENIES, FORMAL, NOT_FIRST, NOTHING, RIGHT, UNCONFIRMED, WRONG, Act, act, english, firm, matter
from sayso.assess.beyond import beyond, called_wrong, figure_elsewhere
from sayso.assess.charges import NEGATIVE, charged, own_negation, wrong_figure
from sayso.assess.cuewords import found, has
from sayso.assess.pile import Pile, innermost
from sayso.assess.polarity import reversed_
from sayso.assess.wording import KEPT, akin, capitals, likeness, name_words, particular, stems, subject
from sayso.model import ChainLink, Statement

__all__ = ["ANAPHOR", "COUNT", "FORMAL", "Reply", "act", "replies", "same_source"]

VAGUE_NOUN = re.compile(
    r"\b(?:any|all|the|these|those|such) (?:[\w’'-]+ ){0,2}?(?:involvement|allegations?|accusations?|claims?|reports?|charges?"
    r"|responsibility|role|part|wrongdoing|suggestions?|rumou?rs?|story|stories)\b",
    re.IGNORECASE,
)
VAGUE = re.compile(rf"{VAGUE_NOUN.pattern}|\bit\b|\bthis\b|\bthat\b", re.IGNORECASE)
# A reply that speaks of "the figure" without giving it speaks of the one the page leads with.
COUNT = re.compile(
    r"\b(?:the|this|that|these|those|such|its|their|any)\s(?:\w+\s){0,2}?(?:figures?|numbers?|data|tolls?|counts?|publication|post|message)\b"
    r"|числе|данные|цифр|публикация|сообщение",
    re.IGNORECASE,
)
# "The information has turned out to be false" speaks of what stands right before it.
ANAPHOR = re.compile(
    r"^[“„«\"‘'\s]*(?:(?:in fact|indeed|however|but|actually|later|well|and|so),?\s)?"
    r"(?:(?:it|this|that|these|those)(?:['’]s|\s(?:is|was|were|has|had|turned|isn['’]t|wasn['’]t))\b"
    r"|(?:the|this|that|these|those|all of these) (?:information|claims?|reports?|story|stories|news|allegations?|accusations?"
    r"|charges?|quotes?|quotation|statements?|figures?|numbers?|data|rumou?rs?|articles?|posts?|account|message|comments|remarks|words)"
    r"\b(?! that\b| of\b))",
    re.IGNORECASE,
)
# "The report had said that …" after a withdrawal repeats what is withdrawn.
REPEATED = re.compile(
    r"^[“„«\"‘'\s]*(?:the|its|their|that) (?:[\w’'-]+ ){0,2}?(?:report|article|post|statement|message|tweet|story|page|item) "
    r"(?:had )?(?:said|claimed|stated|told|reported|given)\b",
    re.IGNORECASE,
)
PRESS = re.compile(r"\b(?:media|press|news|newspapers?)\b", re.IGNORECASE)
REPORTS = re.compile(r"\b(?:media|press|reports?|story|stories|articles?)\b", re.IGNORECASE)
LONG = 8  # letters of a word that is seldom there by chance
CHARGE = re.compile(r"\b(?:accusations?|allegations?|charges?)\b", re.IGNORECASE)
# Own choices: on the invented stories and the labelled ones every denial set beside a telling of another page shares as much.
LEAST_WORDS = 4
SHARE = 0.6
NEXT_TO = 300  # code points between a reply without words of its own and what it speaks of; own choice
PARTY = 80  # code points at the head of a reply without a source in which its party is named; own choice
FEW = 2  # words besides "it" or "the claims" with which a denial still leans on them; own choice
PRONOUN = re.compile(r"^\W*(?:it|this|that|them)\b", re.IGNORECASE)
THAT = re.compile(r"^(?:that|it|this)\s", re.IGNORECASE)
VERDICT = re.compile(rf"{WRONG.pattern}|\b(?:true|truth|so|correct|accurate|correspond\w*|exist\w*)\b", re.IGNORECASE)
CLOSE = 4  # tellings before a reply in which "the claim" or "any involvement" may have been told; own choice
BRIEF = 70  # code points of a denial that leans on "it" or "this" alone; own choice
PUBLISHED = re.compile(
    r"\b(?:posted|published|ran|carried|printed)\b(?:\s[\w’'-]+){0,4}?\s(?:articles?|stor(?:y|ies)|posts?|reports?)\b",
    re.IGNORECASE,
)
TELLING = 3  # a telling with fewer subject words ("it to 900 people") says nothing that could be denied by itself
TWIN = 0.8  # Dice from which a telling that stands on the same side is the denial itself, told elsewhere; own choice


@dataclass(frozen=True, slots=True)
class Reply:
    """A statement that denies, is silent, retracts or corrects, with the tellings of its own page it speaks of."""

    statement: Statement
    act: Act
    generic: bool
    about: tuple[Statement, ...]


def replies(pile: Pile, document: str) -> tuple[Reply, ...]:
    """All replies of one page in text order."""
    said = [s for s in pile.by_document[document] if not pile.furniture_holds(s) and not CREDIT.match(pile.text(s).strip())]
    acts = {s.id: act(pile, s) for s in said}
    out = []
    for n, s in enumerate(said):
        kind = acts[s.id]
        if kind == "denied" and whose_words(pile, s):
            continue
        if kind is not None:
            earlier = [x for x in said[:n] if x.attribution != s.attribution and free(pile, s, x, acts)]
            later = [x for x in said[n + 1 :] if acts[x.id] is None and x.attribution != s.attribution]
            out.append(Reply(s, kind, has("generic", pile.text(s)), spoken_of(pile, s, kind, (earlier, later))))
    out = [repeats_itself(pile, r, out[:n]) for n, r in enumerate(out)]
    out += [Reply(s, "denied", False, about) for s, about in called_wrong(pile, document)]
    return tuple(out)


def repeats_itself(pile: Pile, reply: Reply, before: Sequence[Reply]) -> Reply:
    """A "no evidence of it" that a party says again speaks of what it spoke of the first time."""
    if reply.about or reply.act != "denied" or NEGATIVE.search(pile.text(reply.statement)) is None:
        return reply
    first = (r for r in before if r.about and r.act == "denied" and NEGATIVE.search(pile.text(r.statement)) is not None)
    same = next((r for r in first if kin(r.statement, reply.statement)), None)
    return reply if same is None else replace(reply, about=same.about)


THEIR_WORDS = re.compile(
    r"\s(?:accounts?|reports?|reporting|claims?|allegations?|stor(?:y|ies)|coverage|versions?)\b", re.IGNORECASE
)


def whose_words(pile: Pile, s: Statement) -> bool:
    """Whether the source is but the owner of the words that are denied: "media accounts did not accord with the facts"."""
    link = innermost(s)
    if link is None or link.span is None or not s.span.holds(link.span):
        return False
    return THEIR_WORDS.match(pile.documents[s.document].text, link.span.end) is not None


def free(pile: Pile, s: Statement, x: Statement, acts: Mapping[str, Act | None]) -> bool:
    """Whether a telling is none that replies itself; a party may take back its own denial."""
    return acts[x.id] is None or (acts[s.id] == "retracted" and acts[x.id] == "denied" and kin(s, x))


CREDIT = re.compile(r"^\([^()]*/[^()]*\)?$")  # "(Ada Strum/Tarn Press)" under a photograph

Around = tuple[list[Statement], list[Statement]]


def spoken_of(pile: Pile, s: Statement, kind: Act, around: Around) -> tuple[Statement, ...]:
    """The tellings a reply speaks of; none where nothing before it can be meant."""
    if kind == "silent":
        return told_of(pile, s, around[0])
    if kind == "denied":
        return denied_by(pile, s, around)
    return withdrawn(pile, s, kind, around)


STATE = frozenset(
    stems("ministry ministries government army military forces authorities officials embassy department presidency navy")
)


def told_of(pile: Pile, s: Statement, earlier: list[Statement]) -> tuple[Statement, ...]:
    """What is told of a party that says nothing: the last two sourced tellings that name it, else the page's first two."""
    party = reply_party(pile, s)
    party = person_before(pile, s) or party
    if particular(party) and not STATE & set(stems(pile.text(s))):
        party = particular(party)  # what is told of a country is told of its ministry, but not of any house there
    naming = [x for x in reversed(earlier) if says(pile, x) and not same_source(pile, x, s) and akin(party, capitals(pile.text(x)))]
    sourced = [x for x in naming if innermost(x) is not None and not pile.headline(x)]
    return tuple((sourced or naming[::-1])[:2])


PERSON = re.compile(
    r"(?<=[a-z]\s)(?:[A-Z][\w.’'-]*\s){1,3}[A-Z][\w’'-]+(?=\s(?:did|has|had|have|could|would|declined|refused|was)\b)"
)


def person_before(pile: Pile, s: Statement) -> frozenset[str]:
    """The name of a person who is silent, without the house in the title: "Tarn Rovers manager Ada Grell did not return a call"."""
    text = pile.text(s)
    hit = PERSON.search(text)
    return frozenset() if hit is None or "spokes" in text.casefold() or STATE & set(stems(hit.group())) else capitals(hit.group())


def says(pile: Pile, x: Statement) -> bool:
    """Whether a telling tells enough to be denied or taken back by itself."""
    return len(subject(pile.told(x))) >= TELLING


def denied_by(pile: Pile, s: Statement, around: Around) -> tuple[Statement, ...]:
    """What a denial denies: by its figure, by its words, by "it" and "the claim"; of a negation alone what it turns round."""
    earlier, later = around
    opening = pile.headline(s) or all(pile.headline(x) for x in earlier)
    rows = [x for x in (*earlier, *(later if opening else ())) if not same_source(pile, x, s) and says(pile, x)]
    told, party = pile.told(s), reply_party(pile, s)
    words = matter(told) - party - KEPT
    if instead := wrong_figure(pile, s):
        return instead
    if not firm(pile, s):
        return (
            (turned_round(pile, s, words, rows) or charged(pile, s, party, rows, firm=False))
            if not has("generic", pile.text(s))
            else ()
        )
    rows = [x for x in rows if meets(pile, s, x) and not UNCONFIRMED.search(pile.text(x))]
    rows = [x for x in rows if not PUBLISHED.search(pile.text(x))] or rows
    if has("disowning", pile.text(s)) and (own := disowned(pile, s, earlier)) is not None:
        return (own,)
    figures = {(q.low, q.high) for q in s.quantities}
    same = [x for x in rows if figures & {(q.low, q.high) for q in x.quantities} and predicate(told, words, pile.text(x))]
    if same:
        return (min(same, key=lambda x: (-len(words & matter(pile.text(x))), x.span)),)
    if COUNT.search(told) and not figures and (lead := next((x for x in earlier if x.quantities), None)) is not None:
        return (lead,)
    if (hit := ANAPHOR.match(told)) and VERDICT.search(told[hit.end() - 1 : hit.end() + BRIEF]):
        return right_before(pile, s, rows) or own_negation(pile, s)
    best = sorted(rows, key=lambda x: (pile.headline(x), -len(words & matter(pile.text(x))), -x.span.start))
    picked = [x for x in best if answers(told, words, pile.text(x), head=pile.headline(x))][:1]
    twins = [x for x in best if twin(pile, s, x) and words & matter(pile.text(x))]
    picked = picked or [x for x in twins if predicate(told, words, pile.text(x), head=pile.headline(x))]
    reach = next_to(pile, s, rows)[: CLOSE if len(words) > FEW else None]
    near = [x for x in reach if not english(pile, s) or predicate(told, words, pile.text(x))]
    picked = picked or [x for x in near if any(len(w) >= LONG for w in words & matter(pile.text(x)))][:1]
    if not picked and (not words or (len(words) <= FEW and len(told) <= BRIEF and VAGUE.search(THAT.sub("", told)))):
        return pointed_at(pile, s, party, rows)
    found_ = tuple(picked[:1]) or elsewhere(pile, s, words) or beyond(pile, s, party, firm=True)
    return found_ or charged(pile, s, party, rows, firm=True)


def twin(pile: Pile, a: Statement, b: Statement) -> bool:
    """Whether link has put two tellings into one claim."""
    return pile.claim_of.get(a.id) is not None and pile.claim_of.get(a.id) == pile.claim_of.get(b.id)


def meets(pile: Pile, reply: Statement, x: Statement) -> bool:
    """Whether a denial can be of this telling: a denied "nobody" is of a nothing, and no page denies what it tells elsewhere."""
    cue = pile.words(reply.document, reply.cue) if reply.cue is not None else ""
    told = pile.told(reply)
    if cue and not has("telling", cue) and NOTHING.search(told) and not VAGUE.search(told):
        return NOTHING.search(pile.text(x)) is not None or any(q.low == q.high == 0 for q in x.quantities)
    if not (told[:1] and (matter(told) & matter(pile.text(x)))):
        return True
    turned = reversed_(told, pile.told(x)) is not None
    if DENIES.search(cue) or has("denial", cue):
        return not turned  # who denies that gates were opened denies nobody who says that none was
    return turned if NOTHING.search(told) else likeness(told, pile.told(x)) < TWIN


def answers(told: str, words: frozenset[str], other: str, *, head: bool) -> bool:
    """Whether a telling holds what is denied: half of the words, two where there are two; headlines more."""
    shared = words & matter(other)
    return bool(shared) and len(shared) >= max(min(2, len(words)), len(words) / 2) and predicate(told, words, other, head=head)


def next_to(pile: Pile, s: Statement, rows: Sequence[Statement]) -> list[Statement]:
    """The tellings before a denial, nearest first, headings left out; one long word in common may tie the two."""
    return [x for x in reversed(rows) if x.span < s.span and not heading(pile, x)]


def predicate(told: str, words: frozenset[str], other: str, *, head: bool = False) -> bool:
    """Whether a telling has half of the denied words that are no names (more than half for a headline)."""
    common = words - capitals(told[:1].lower() + told[1:])
    shared = common & matter(other)
    return 2 * len(shared) > len(common) if head and common else 2 * len(shared) >= len(common)


def turned_round(pile: Pile, s: Statement, words: frozenset[str], rows: Sequence[Statement]) -> tuple[Statement, ...]:
    """What a negation turns round: the telling with three in five of its words that affirms them, or a word of "Not a drill"."""
    told = pile.told(s)
    brief = s.voice == "direct" and NOT_FIRST.match(told) is not None
    close = rows[-CLOSE:]
    ranked = sorted(rows, key=lambda x: (-len(words & matter(pile.text(x))), -x.span.start))
    for x in ranked:
        shared = words & matter(pile.told(x))
        all_of_few = len(words) <= FEW and (shared == words or brief) and bool(shared) and x in close
        enough = len(shared) >= max(2, SHARE * len(words)) or all_of_few
        if enough and reversed_(told, pile.told(x)) is not None:
            return (x,)
    there = tuple(x for x in elsewhere(pile, s, words) if reversed_(told, pile.told(x)) is not None)
    return there or beyond(pile, s, reply_party(pile, s), firm=False)


def disowned(pile: Pile, s: Statement, earlier: list[Statement]) -> Statement | None:
    """The telling that a party disowns: its own with the page's first figure, else that figure's, else its last own one."""
    own = [x for x in earlier if any(pile.same_party(k, j) or one_house(k, j) for k in x.chain[1:] for j in s.chain[1:])]
    lead = next((x for x in earlier if x.quantities), None)
    if COUNT.search(pile.told(s)) and lead is not None and not s.quantities:
        first = {(q.low, q.high) for q in lead.quantities}
        return next((x for x in own if first & {(q.low, q.high) for q in x.quantities}), lead)
    return max(own, key=lambda x: (len(x.quantities) > 0, x.span), default=None)


def kin(a: Statement, b: Statement) -> bool:
    """Whether the names of two sources have a word in common: a board and "the board's director"."""
    return any(frozenset(stems(k.name or "")) & frozenset(stems(j.name or "")) for k in a.chain[1:] for j in b.chain[1:])


def one_house(a: ChainLink, b: ChainLink) -> bool:
    """Whether two sources have a word of at least six letters in common that is no office: chiefs and a captain of one brigade."""
    return any(len(w) > 5 for w in name_words(a.name or "") & name_words(b.name or ""))


def right_before(pile: Pile, s: Statement, rows: Sequence[Statement]) -> tuple[Statement, ...]:
    """What "it" or "the information" speaks of: the last telling that stands next to the reply, headings last."""
    before = [x for x in rows if x.span < s.span and s.span.start - x.span.end <= NEXT_TO]
    if len(before) > 1 and PUBLISHED.search(pile.text(before[-1])):
        before.pop()  # "two weeklies posted like articles on it": what they posted stands before that
    return tuple(([x for x in before if not heading(pile, x)] or before)[-1:])


def pointed_at(pile: Pile, s: Statement, party: frozenset[str], rows: Sequence[Statement]) -> tuple[Statement, ...]:
    """What "the guild's claims", "press reports" or "any involvement" is.

    Told by the one who is named, by an outlet where reports are denied, or of the party that denies; else what stands next to it.
    """
    told = pile.told(s)
    before = [x for x in rows if x.span < s.span and not heading(pile, x)]
    if not VAGUE_NOUN.search(told) and (last := right_before(pile, s, rows)):
        return last
    named = capitals(told) - party
    by_them = [x for x in before if any(akin(named, capitals(k.name or "")) for k in x.chain[1:])] if named else []
    by_press = [x for x in before if any(k.kind in ("agency", "outlet") for k in x.chain[1:])] if REPORTS.search(told) else []
    own = party | frozenset(w for k in s.chain[1:] for w in name_words(k.name or ""))
    reach = before if CHARGE.search(told) else before[-CLOSE:]  # an accusation may stand further up than "it"
    of_them = [x for x in reach if akin(own, capitals(pile.text(x))) or own & matter(pile.text(x))]
    # Of several press reports that of the party that denies.
    both = [x for x in by_press if akin(own, capitals(pile.text(x))) or own & matter(pile.text(x))]
    likely = (by_them or ((both or by_press) if PRESS.search(told) else []) or of_them or by_press)[-1:]
    last = right_before(pile, s, rows)
    if not likely and CHARGE.search(told):
        last = tuple(x for x in last if has("accusing", pile.text(x)))
    return tuple(likely) or last


def withdrawn(pile: Pile, s: Statement, kind: Act, around: Around) -> tuple[Statement, ...]:
    """What is taken back or put right: what the page then repeats, the figure, the words, else what its author told."""
    earlier, later = around
    repeated = [x for x in later[:2] if REPEATED.match(pile.text(x))]
    if repeated:
        return tuple(repeated[:1])
    told, party = pile.told(s), reply_party(pile, s)
    figures = {(q.low, q.high) for q in s.quantities}
    same = [x for x in (*earlier, *later) if figures & {(q.low, q.high) for q in x.quantities}]
    if figures:
        here = sorted(same, key=lambda x: (-len(matter(told) & matter(pile.text(x))), x.span))[:1]
        return tuple(here) or figure_elsewhere(pile, s)
    rows = [x for x in earlier if says(pile, x)]
    if ANAPHOR.match(told) and not COUNT.search(told):
        return right_before(pile, s, rows)
    if COUNT.search(told) and any(x.quantities for x in earlier):
        return (next(x for x in earlier if x.quantities),)
    words = matter(told) - party - KEPT
    twins = [x for x in (*rows, *later) if pile.claim_of.get(x.id) == pile.claim_of.get(s.id) and words & matter(pile.text(x))]
    ranked = sorted(rows, key=lambda x: (-len(words & matter(pile.text(x))), -x.span.start))
    picked = twins[:1] or [x for x in ranked if len(words & matter(pile.text(x))) >= (2 if len(words) > 2 else 1)][:1]
    if not picked and COUNT.search(told) and any(x.quantities for x in pile.by_document[s.document] if x.span < s.span):
        return ()  # "the post was an error", where the page has the figure in a denial alone, speaks of nothing else on it
    return (
        tuple(picked)
        or elsewhere(pile, s, words)
        or taken_from(pile, s, [x for x in earlier if len(subject(pile.text(x))) >= TELLING])
    )


def taken_from(pile: Pile, s: Statement, rows: Sequence[Statement]) -> tuple[Statement, ...]:
    """What a withdrawal without words speaks of: the last telling by or of the one who withdraws, else the one next to it."""
    text = pile.text(s)
    verb = BACK.search(text) or RIGHT.search(text)
    head = text[: verb.start()] if verb is not None else text
    author = reply_party(pile, s) | (matter(head) if len(head) <= BRIEF else frozenset())
    own = [
        x
        for x in rows
        if kin(s, x)
        or any(akin(author, capitals(k.name or "")) for k in x.chain[1:])
        or (author and 2 * len(author & matter(pile.text(x))) >= len(author))
    ]
    near = right_before(pile, s, rows)
    picked = own[-1:] or list(near if innermost(s) is None or near[:1] == tuple(rows[-1:]) else ())
    if picked and PRONOUN.match(
        pile.told(picked[0])
    ):  # "the anchor had found it and passed it on": what "it" is stands before that
        picked = [x for x in rows if x.span < picked[0].span and says(pile, x)][-1:]
    return tuple(x for y in picked for x in rows if x.attribution == y.attribution)[:1]


def heading(pile: Pile, s: Statement) -> bool:
    """Whether a telling is a title or a line of its own without a full stop: the head of a section."""
    text = pile.documents[s.document].text
    line = text[s.span.start : s.span.end + 1]
    return pile.headline(s) or (
        line[-1:] in "\r\n" and line.rstrip()[-1:] not in '.!?”"»’' and text[: s.span.start].rstrip(" ")[-1:] in "\n"
    )


def elsewhere(pile: Pile, s: Statement, words: frozenset[str]) -> tuple[Statement, ...]:
    """On other pages, the telling that holds at least four and three in five of the words that are denied."""
    if len(words) < LEAST_WORDS:
        return ()
    counts: Counter[str] = Counter()
    for w in sorted(words):
        counts.update(x for x in pile.by_word.get(w, ()))
    likely = [
        (n, x)
        for i, n in counts.items()
        if n >= max(LEAST_WORDS, SHARE * len(words))
        and (x := pile.statements[i]).document != s.document
        and x.stance in ("assert", "report", "doubt")
        and not same_source(pile, x, s)
        and act(pile, x) is None
        and meets(pile, s, x)
    ]
    return tuple(x for _, x in sorted(likely, key=lambda t: (-t[0], len(pile.told(t[1])), t[1].id))[:1])


def same_source(pile: Pile, a: Statement, b: Statement) -> bool:
    """Whether both statements come from one party."""
    x, y = innermost(a), innermost(b)
    return x is not None and y is not None and pile.same_party(x, y)


def reply_party(pile: Pile, s: Statement) -> frozenset[str]:
    """Stems of the name of the one who replies: the source, or the capitalised words before a silence."""
    link = innermost(s)
    if link is not None and link.name:
        return capitals(link.name)
    text = pile.text(s)
    silent = found("silence", text)
    return capitals(text[: silent[0].start if silent else PARTY])
