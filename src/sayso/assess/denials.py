"""Which tellings a denial, a silence, a withdrawal or a correction speaks of. What a statement does, ``acts`` decides."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import takewhile

from sayso.assess.acts import FORMAL, NOT_FIRST, UNCONFIRMED, Act, act, asserted, english, firm, matter, pointed
from sayso.assess.bearings import (
    ANAPHOR,
    BRIEF,
    COUNT,
    PUBLISHED,
    SHARE,
    TELLING,
    VAGUE,
    VAGUE_NOUN,
    elsewhere,
    heading,
    kin,
    meets,
    one_house,
    reply_party,
    right_before,
    same_source,
    says,
    twin,
)
from sayso.assess.beyond import beyond, by_verdict, called_wrong
from sayso.assess.charges import charged, led_with
from sayso.assess.cuewords import has
from sayso.assess.nothings import thing_denied
from sayso.assess.pile import Pile, innermost, own_stance
from sayso.assess.polarity import reversed_
from sayso.assess.universals import flatly
from sayso.assess.withdrawals import APOLOGY, Around, withdrawn
from sayso.assess.wording import KEPT, akin, capitals, name_words, particular, stem, stems
from sayso.lexicon import vocabulary
from sayso.model import Statement

__all__ = ["ANAPHOR", "COUNT", "FORMAL", "TELLING", "Reply", "act", "replies", "same_source"]

PRESS = re.compile(r"\b(?:media|press|news|newspapers?)\b", re.IGNORECASE)
REPORTS = vocabulary.pattern("tellings", "press", "report", "story", "article")
LONG = 8  # letters of a word that is seldom there by chance
CHARGE = re.compile(r"\b(?:accusations?|allegations?|charges?)\b", re.IGNORECASE)
FEW = 2  # words besides "it" or "the claims" with which a denial still leans on them; own choice
THAT = re.compile(r"^(?:that|it|this)\s", re.IGNORECASE)
VERDICT = vocabulary.pattern("tellings", "wrong", "held true")
# "Calls it a forgery", "dismissed that as false": what "it" is called, not what is denied of it.
CALLED = re.compile(
    rf"\W*(?:it|this|that|them|these|those)\s(?:as\s)?(?:an?\s)?(?:\w+ly\s)?{vocabulary.one_of('tellings', 'wrong')}", re.I
)
CLOSE = 4  # tellings before a reply in which "the claim" or "any involvement" may have been told; own choice


@dataclass(frozen=True, slots=True)
class Reply:
    """A statement that denies, is silent, retracts or corrects, with the tellings of its own page it speaks of."""

    statement: Statement
    act: Act
    generic: bool
    about: tuple[Statement, ...]
    flat: bool = False  # it says that there was none of a kind, and answers nobody by name


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
            earlier = [x for x in said[:n] if x.attribution != s.attribution and free(s, x, acts)]
            later = [x for x in said[n + 1 :] if acts[x.id] is None and x.attribution != s.attribution]
            out.append(Reply(s, kind, has("generic", pile.text(s)), spoken_of(pile, s, kind, (earlier, later))))
    out = [repeats_itself(pile, r, out[:n]) for n, r in enumerate(out)]
    out += [Reply(s, "denied", False, about) for s, about in called_wrong(pile, document)]
    answered = frozenset(x.id for r in out if r.act in ("denied", "retracted", "corrected") for x in r.about)
    out += [Reply(s, "denied", False, about) for s, about in by_verdict(pile, document, answered)]
    return with_flat(pile, document, out)


def with_flat(pile: Pile, document: str, out: Sequence[Reply]) -> tuple[Reply, ...]:
    """The replies with those that say of all of a kind that it is not so, beside which no word of the page has laid a telling."""
    about = dict(flatly(pile, document, {r.statement.id for r in out if r.about or r.act != "denied"}))
    found = {s.id: told for s, told in about.items()}
    mine = [replace(r, about=found.pop(r.statement.id), flat=True) if r.statement.id in found else r for r in out]
    return (*mine, *(Reply(s, "denied", False, told, flat=True) for s, told in about.items() if s.id in found))


def repeats_itself(pile: Pile, reply: Reply, before: Sequence[Reply]) -> Reply:
    """A "no evidence of it" that a party says again speaks of what it spoke of the first time."""
    if reply.about or (reply.act != "denied" and APOLOGY.search(pile.text(reply.statement)) is None):
        return reply
    if reply.act != "denied":  # "the error was ours": what was taken back on the page before that
        last = next((r for r in reversed(before) if r.about and r.act in ("retracted", "corrected")), None)
        return reply if last is None else replace(reply, about=last.about)
    if not has("no_sign", pile.text(reply.statement)):
        return reply
    first = (r for r in before if r.about and r.act == "denied" and has("no_sign", pile.text(r.statement)))
    same = next((r for r in first if kin(r.statement, reply.statement)), None)
    return reply if same is None else replace(reply, about=same.about)


THEIR_WORDS = re.compile(rf"\s{vocabulary.one_of('tellings', 'their words', 'report', 'story')}\b", re.IGNORECASE)


def whose_words(pile: Pile, s: Statement) -> bool:
    """Whether the source is but the owner of the words that are denied: "media accounts did not accord with the facts"."""
    link = innermost(s)
    if link is None or link.span is None or not s.span.holds(link.span):
        return False
    return THEIR_WORDS.match(pile.documents[s.document].text, link.span.end) is not None


def free(s: Statement, x: Statement, acts: Mapping[str, Act | None]) -> bool:
    """Whether a telling is none that replies itself; a party may take back its own denial."""
    return acts[x.id] is None or (acts[s.id] == "retracted" and acts[x.id] == "denied" and kin(s, x))


CREDIT = re.compile(r"^\([^()]*/[^()]*\)?$")  # "(Ada Strum/Tarn Press)" under a photograph


def spoken_of(pile: Pile, s: Statement, kind: Act, around: Around) -> tuple[Statement, ...]:
    """The tellings a reply speaks of; none where nothing before it can be meant."""
    if kind == "silent":
        return told_of(pile, s, around[0])
    if kind == "denied":
        called = NOT_A.search(pile.told(s))  # what it was not, it is called by whom this answers
        return tuple(x for x in denied_by(pile, s, around) if called is None or stem(called["what"]) in matter(pile.text(x)))
    return withdrawn(pile, s, around)


STATE = frozenset(stems(" ".join(vocabulary.listed("people", "of state"))))


def told_of(pile: Pile, s: Statement, earlier: list[Statement]) -> tuple[Statement, ...]:
    """What is told of a party that says nothing: the last two sourced tellings that name it, else the page's first two."""
    party = reply_party(pile, s)
    party = person_before(pile, s) or party
    if particular(party) and not STATE & set(stems(pile.text(s))):
        party = particular(party)  # what is told of a country is told of its ministry, but not of any house there
    naming = [x for x in reversed(earlier) if says(pile, x) and not same_source(pile, x, s) and akin(party, capitals(pile.text(x)))]
    sourced = [x for x in naming if innermost(x) is not None and not pile.headline(x)]
    last = (sourced or naming[::-1])[:2]
    return tuple(last if len(last) < 2 or same_source(pile, *last) else last[:1])  # one who tells; another may speak of another


PERSON = re.compile(
    r"(?<=[a-z]\s)(?:[A-Z][\w.’'-]*\s){1,3}[A-Z][\w’'-]+(?=\s(?:did|has|had|have|could|would|declined|refused|was)\b)"
)


def person_before(pile: Pile, s: Statement) -> frozenset[str]:
    """The name of a person who is silent, without the house in the title: "Tarn Rovers manager Ada Grell did not return a call"."""
    text = pile.text(s)
    hit = PERSON.search(text)
    return frozenset() if hit is None or "spokes" in text.casefold() or STATE & set(stems(hit.group())) else capitals(hit.group())


def denied_by(pile: Pile, s: Statement, around: Around) -> tuple[Statement, ...]:
    """What a denial denies: by its figure, by its words, by "it" and "the claim"; of a negation alone what it turns round."""
    earlier, later = around
    opening = pile.headline(s) or all(pile.headline(x) for x in earlier)
    rows = [x for x in (*earlier, *(later if opening else ())) if not same_source(pile, x, s) and says(pile, x)]
    told, party = asserted(pile, s), reply_party(pile, s)
    words = matter(told) - party - KEPT - name_words(pile.documents[s.document].outlet or "")
    if s.voice == "direct" and (hit := pointed(told)) is not None and not firm(pile, s):
        return of_this(pile, s, hit["what"], party, rows)
    if not firm(pile, s):
        generic = has("generic", pile.text(s))
        return () if generic else turned_round(pile, s, words, rows) or thing_denied(pile, s, rows)
    rows = [x for x in rows if meets(pile, s, x) and not UNCONFIRMED.search(pile.text(x))]
    rows = [x for x in rows if not PUBLISHED.search(pile.text(x))] or rows
    if has("disowning", pile.text(s)) and (own := disowned(pile, s, earlier)) is not None:
        return (own,)
    figures = {(q.low, q.high) for q in s.quantities if q.span.of(pile.documents[s.document].text) in told}
    counted = [x for x in rows if figures & {(q.low, q.high) for q in x.quantities}]
    same = [x for x in counted if not english(pile, s) or predicate(told, words, pile.text(x))]
    if same:
        return (min(same, key=lambda x: (-len(words & matter(pile.text(x))), x.span)),)
    if COUNT.search(told) and not figures and (lead := next((x for x in earlier if x.quantities), None)) is not None:
        return (lead,)
    if CALLED.match(told):
        return right_before(pile, s, rows)
    if (hit := ANAPHOR.match(told)) and VERDICT.search(told[hit.end() - 1 : hit.end() + BRIEF]):
        return whole_account(pile, told, right_before(pile, s, rows), rows)
    if named := spoken_before(pile, s) - party:
        rows = [x for x in rows if named & matter(pile.text(x))]
    best = sorted(rows, key=lambda x: (pile.headline(x), -len(words & matter(pile.text(x))), -x.span.start))
    picked = [x for x in best if answers(told, words, pile.text(x), head=pile.headline(x))][:1]
    twins = [x for x in best if twin(pile, s, x) and words & matter(pile.text(x))]
    picked = picked or [x for x in twins if predicate(told, words, pile.text(x), head=pile.headline(x))]
    reach = next_to(pile, s, rows)[: CLOSE if len(words) > FEW else None]
    near = [x for x in reach if not english(pile, s) or predicate(told, words, pile.text(x))]
    picked = picked or [x for x in near if any(len(w) >= LONG for w in words & matter(pile.text(x)))][:1]
    if not picked and (not words or (len(words) <= FEW and len(told) <= BRIEF and VAGUE.search(THAT.sub("", told)))):
        return pointed_at(pile, s, party, rows) or led_with(pile, s)
    if named:
        return tuple(picked[:1])
    found_ = tuple(picked[:1]) or elsewhere(pile, s, words) or beyond(pile, s, party, firm=True)
    return found_ or charged(pile, s, party) or thing_denied(pile, s, rows)


ACCOUNT = vocabulary.pattern("tellings", "contested")


def whole_account(pile: Pile, told: str, last: tuple[Statement, ...], rows: Sequence[Statement]) -> tuple[Statement, ...]:
    """What "the account" is: all that one party tells in a row, by its last telling and its first."""
    if not last or ACCOUNT.search(told[:BRIEF]) is None:
        return last
    run = takewhile(lambda x: same_source(pile, x, last[0]), reversed(rows[: rows.index(last[0]) + 1]))
    first = [x for x in run if x.document == last[0].document and says(pile, x) and not heading(pile, x)][-1:]
    return (*last, *(x for x in first if x.id != last[0].id))


def of_this(pile: Pile, s: Statement, what: str, party: frozenset[str], rows: Sequence[Statement]) -> tuple[Statement, ...]:
    """What "That is not me" and "This was no drill" speak of: a telling close before that names the speaker, or has the word."""
    near = [x for x in next_to(pile, s, rows)[:CLOSE] if innermost(x) is not None and s.span.start - x.span.end <= AWAY]
    if what.casefold() in ("me", "us", "mine", "ours"):
        return tuple(x for x in near if akin(party, capitals(pile.text(x))))[:1]
    return tuple(x for x in near if stem(what) in matter(pile.text(x)))[:1]


AWAY = 600  # code points between "that" and what it is; own choice


def spoken_before(pile: Pile, s: Statement) -> frozenset[str]:
    """What "it" is where its own sentence names it: "called the date of the notice a chance and denied it was an answer"."""
    text, link = pile.documents[s.document].text, innermost(s)
    if not s.content or link is None or link.span is None or PRONOUN.match(pile.told(s)) is None:
        return frozenset()
    between = matter(text[link.span.end : s.content[0].start])
    return between if len(between) > FEW else frozenset()


PRONOUN = re.compile(r"\W*(?:it|this|that|they)\b", re.IGNORECASE)
NOT_A = re.compile(r"(?:\bnot|n['’]t)\s[“\"‘]?an?\s(?P<what>[a-z][\w-]+)(?=\W*$)", re.IGNORECASE)


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
    far = CHARGE.search(told) or REPORTS.search(told)
    reach = before if far else before[-CLOSE:]  # an accusation or a report may stand further up than "it"
    of_them = [x for x in reach if akin(own, capitals(pile.text(x))) or own & matter(pile.text(x))]
    # Of several press reports that of the party that denies.
    both = [x for x in by_press if akin(own, capitals(pile.text(x))) or own & matter(pile.text(x))]
    likely = (by_them or ((both or by_press) if PRESS.search(told) else []) or of_them or by_press)[-1:]
    last = right_before(pile, s, rows)
    if not likely and CHARGE.search(told):
        last = tuple(x for x in last if has("accusing", pile.text(x)))
    meant = tuple(likely) or last
    if meant and not akin(own, capitals(pile.text(meant[0]))) and answered_before(pile, s, meant[0]):
        return ()
    return meant


def answered_before(pile: Pile, s: Statement, x: Statement) -> bool:
    """Whether another party denies a telling between it and a denial: the second may be of another report."""
    row = (y for y in pile.by_document[s.document] if x.span.end <= y.span.start and y.span.end <= s.span.start)
    return any(own_stance(y) == "deny" and not same_source(pile, y, s) for y in row)
