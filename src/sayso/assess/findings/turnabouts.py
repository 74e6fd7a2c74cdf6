"""What two aligned sentences have turned round: who did it to whom, what belongs to what, what is denied, and why it was."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from itertools import combinations

from sayso.assess.alignment import FARTHEST, OPPOSED, Alignment, Token, align, likeness, side, verbish
from sayso.assess.findings.remark import Change
from sayso.assess.findings.replacements import LENGTHS, LITERAL
from sayso.assess.frames import BOTH_WAYS, one_word
from sayso.assess.moods import NOT
from sayso.assess.nouns import BE, DETERMINERS, SAYING, Phrase, phrases
from sayso.lexicon import vocabulary
from sayso.lexicon.thesaurus import entries, kinship

Roles = frozenset[tuple[str, str]]


def turnabout(al: Alignment, a: str, b: str) -> Change | None:
    """The rule with the words before and after; None where nothing has been turned round."""
    return denial(al, a, b) or contrast(al) or exchanged(al, a, b) or crossed(al, a, b) or flipped(al) or owners(al) or facing(al)


def roles_of(text: str, row: Sequence[Token]) -> dict[int, tuple[Roles, Phrase]]:
    """For each word that heads a phrase what it is to which verb: it does, suffers, or stands behind a preposition after it."""
    words = [t.word for t in row]
    at = {w.at: n for n, w in enumerate(words)}
    out = {}
    for p in phrases(text, words):
        if text[p.head.end : p.head.end + 1] == "-":
            continue  # "anti-trafficking": a part of a word
        first, found = at[p.row[0].at], set(p.roles)
        if p.governor and p.governor != "of":
            found = {r for r in found if r[0] != "behind"}
            verb = next((w.stem for w in reversed(words[:first]) if verbish(w)), "")
            found |= {(p.governor, verb)} if p.governor != "because" else set()
            found |= {(p.governor, "")} if p.governor in ("from", "to") else set()
        out[at[p.head.at]] = frozenset(found), p
    return out


def meets(role: tuple[str, str], roles: Roles) -> bool:
    """Whether a role is among some."""
    return any(role[0] == k and one_word(role[1], v) for k, v in roles)


def exchanged(al: Alignment, a: str, b: str) -> Change | None:
    """Two things that both sentences have, each in the role of the other; whoever has the first one's role stands first in both."""
    one, two = roles_of(a, al.one), roles_of(b, al.two)
    both = [(n, al.there[n]) for n in sorted(one) if al.there.get(n) in two]
    for (n, m), (k, i) in combinations(both, 2):
        (x, p), (y, q) = one[n], one[k]
        if k - n == 1 or likeness(al.one[n], al.one[k]) < FARTHEST:
            continue
        back, under = two[m][0], two[i][0]
        turned = [r for r in sorted(x) if meets(r, under) and not meets(r, back) and not meets(r, y)]
        undone = [r for r in sorted(y) if meets(r, back) and not meets(r, under) and not meets(r, x)]
        if turned and undone and turned[0][1] not in BOTH_WAYS:
            spot = not {turned[0][0], undone[0][0]} & {"does", "suffers", "by"}
            return "place_changed" if spot else "actor_changed", f"{p.shown} … {q.shown}", f"{two[i][1].shown} … {two[m][1].shown}"
    return None


CLAUSES = re.compile(r"[,;:—–]\s|\b(?:and|but|while|whereas|or)\b")
EACH = frozenset("all every none no not each most".split())


def clauses(text: str, row: Sequence[Token]) -> list[int]:
    """For each word the number of its clause."""
    cuts = [m.start() for m in CLAUSES.finditer(text)]
    return [sum(c <= t.word.at for c in cuts) for t in row]


def bag(row: Sequence[Token], clause: Sequence[int], n: int, pair: tuple[int, int]) -> set[str]:
    """What stands in the clause of a word, the two that are compared left out."""
    return {t.word.stem for j, t in enumerate(row) if clause[j] == clause[n] and j not in pair and (t.content or t.low in EACH)}


def hits(x: set[str], y: set[str]) -> int:
    """How many words of one set are in the other, in some form."""
    return sum(any(one_word(v, w) for w in y) for v in x)


def crossed(al: Alignment, a: str, b: str) -> Change | None:
    """Two names, figures or opposites in two clauses, each told of what the other was told of: "shut in the east"."""
    where, there = clauses(a, al.one), clauses(b, al.two)
    for n, k in combinations(sorted(al.there), 2):
        x, y, m, i = al.one[n], al.one[k], al.there[n], al.there[k]
        if where[n] == where[k] or there[m] == there[i]:
            continue
        if not x.kinds & y.kinds & {"name", "number"} and kinship(x.low, y.low) not in OPPOSED:
            continue
        ax, ay = (bag(al.one, where, j, (n, k)) for j in (n, k))
        bx, by = (bag(al.two, there, j, (m, i)) for j in (m, i))
        if hits(ax, by) > hits(ax, bx) and hits(ay, bx) > hits(ay, by):
            kind = "number_changed" if "number" in x.kinds else "actor_changed" if "name" in x.kinds else "place_changed"
            return kind, f"{x.low} … {y.low}", f"{al.two[i].low} … {al.two[m].low}"
    return None


OBJECTS = frozenset("me him her them us it".split())


def flipped(al: Alignment) -> Change | None:
    """One who did it is the one to whom it was done: "the mayor rang me", "he had rung the mayor"."""
    for one, two, met in al.directions:
        for n, m in sorted(met.items()):
            if n + 2 >= len(one) or not m or not acts(one, n):
                continue
            k = m - 1
            while k > 0 and two[k].low in DETERMINERS:
                k -= 1
            v, w = one[n + 1].word, two[k].word
            same = v.stem == w.stem or bool({e.form for e in entries(v.low)} & {e.form for e in entries(w.low)})
            if k and same and verbish(w) and two[k - 1].low not in BE and not two[m].word.apart:
                rows = (f"{one[n].low} {v.low}", f"{w.low} {two[m].low}")
                return "actor_changed", *(rows if one is al.one else rows[::-1])
    return None


def acts(row: Sequence[Token], n: int) -> bool:
    """Whether a verb stands right behind a word, and right behind the verb somebody to whom it is done."""
    v, after = row[n + 1].word, row[n + 2]
    if not verbish(v) or v.apart or v.stem in SAYING or v.stem in BOTH_WAYS or "number" in row[n].kinds:
        return False
    return not after.word.apart and (after.content or after.low in DETERMINERS | OBJECTS) and not verbish(after.word)


def owners(al: Alignment) -> Change | None:
    """Two names, each beside what the other was beside: "the navy of Ost boarded a trawler from Tarn"."""
    named = [n for n, m in sorted(al.there.items()) if "name" in al.one[n].kinds | al.two[m].kinds]
    for n, k in combinations(named, 2):
        x, y = described(al.one, n), described(al.one, k)
        u, v = described(al.two, al.there[n]), described(al.two, al.there[k])
        if x is None or y is None or u == v or {x, y} & {n, k} or likeness(al.one[x], al.one[y]) < FARTHEST:
            continue
        if x in al.there and y in al.there and al.there[x] == v and al.there[y] == u:
            return "actor_changed", f"{al.one[n].low} … {al.one[k].low}", f"{al.two[al.there[k]].low} … {al.two[al.there[n]].low}"
    return None


def described(row: Sequence[Token], n: int) -> int | None:
    """The noun that a word describes: behind it, or before "of" or "from"."""
    after = row[n + 1] if n + 1 < len(row) else None
    if after is not None and after.content and not after.word.apart and not verbish(after.word) and "name" not in after.kinds:
        return n + 1
    return n - 2 if n > 1 and row[n - 1].low in ("of", "from") and row[n - 2].content and not row[n].word.apart else None


# Little words that face each other, with the rule for one in the other's place.
FACING = vocabulary.facing("sides", "facing", "facing between words")


def facing(al: Alignment) -> Change | None:
    """Between two words that both sentences have in one order a little word is the one that faces it."""
    for n, m in sorted(al.there.items()):
        x, y = side(al.one, n, 1), side(al.two, m, 1)
        if x.at < 0 or al.there.get(x.at) != y.at:
            continue
        for v in sorted(set(x.little) - set(y.little)):
            for w in sorted(set(y.little) - set(x.little)):
                if kind := FACING.get(frozenset((v, w))):
                    return kind, f"{al.one[n].low} {v} {al.one[x.at].low}", f"{al.two[m].low} {w} {al.two[y.at].low}"
    return None


# Whatever may carry a negation in other words; where the other sentence has any of it, nothing is said.
NEGATIVE = vocabulary.pattern("moods", "negative")
# A negation that bounds or joins and denies nothing.
MERE = re.compile(
    r"\b(?:not|no)\s(?:only|just|longer|more|less|fewer|later|earlier|least|sooner|doubt|one)\b"
    r"|\bnot\s(?:yet\s)?(?:until|to\sbe\snamed|give\s|want|since)|\bno\.|\bnothing\sbut\b",
    re.IGNORECASE,
)


def denial(al: Alignment, a: str, b: str) -> Change | None:
    """A word that both have is denied in one sentence, and nothing negative is in the other."""
    for (one, two, met), text, other in zip(al.directions, (a, b), (b, a), strict=True):
        denials = [n for n, t in enumerate(one) if negates(t)]
        kept = [n for n in denials if shared(one, two, met, n)]
        if len(denials) - len(kept) != 1 or MERE.search(text) or len(NEGATIVE.findall(other)) > len(kept):
            continue
        n = next(n for n in denials if n not in kept)
        at = governed(one, n)
        if at not in met or ruled_out(one, at) or al.literal < LITERAL or sized(one[at]):
            continue
        if any(t.content and kinship(t.low, one[at].low) == "opposite" for t in two):
            continue
        said, plain = f"{one[n].low} {one[at].low}", two[met[at]].low
        return ("detail_dropped", said, plain) if one is al.one else ("detail_added", plain, said)
    return None


def sized(t: Token) -> bool:
    """Whether a word is a figure or a length of time: "cannot be done for six months" is "six months must pass first"."""
    return "number" in t.kinds or t.word.stem in LENGTHS


def negates(t: Token) -> bool:
    """Whether a word denies what follows it."""
    return t.low in NOT or t.low.endswith(("n't", "n’t"))


def shared(one: Sequence[Token], two: Sequence[Token], met: dict[int, int], n: int) -> bool:
    """Whether what a negation denies is denied in the other sentence, too, right before what stands for it there."""
    at = governed(one, n)
    return at in met and any(negates(t) for t in two[max(0, met[at] - (at - n)) : met[at]])


def governed(row: Sequence[Token], n: int) -> int:
    """Where the word of content stands that a negation denies; -1 where none is near."""
    for k in range(n + 1, min(len(row), n + REACH)):
        if row[k].word.apart:
            return -1  # "a bullet not meant for her; her condition": the clause ends before it
        if row[k].content:
            return k
    return -1


REACH = 6  # words behind a negation in which stands what it denies


def contrast(al: Alignment) -> Change | None:
    """What was ruled out is told as so: "floods, not fire" and "fire"."""
    for one, two, met in al.directions:
        if any(t.low in NOT for t in two):
            continue
        for n, m in sorted(met.items()):
            if ruled_out(one, n) and not ruled_out(two, m):
                said = f"not {one[n].low}", two[m].low
                return "actor_changed", *(said if one is al.one else said[::-1])
    return None


def ruled_out(row: Sequence[Token], n: int) -> bool:
    """Whether a word stands behind ", not", "and not", "rather than" or "instead of"."""
    k = n - 1
    while k > 0 and n - k < REACH and not row[k].content:
        if row[k].low == "not":
            return row[k].word.apart or row[k - 1].low == "and"
        if (row[k - 1].low, row[k].low) in (("rather", "than"), ("instead", "of")):
            return True
        k -= 1
    return False


WHY = re.compile(rf"\b(?P<m>{vocabulary.one_of('causes', 'before a cause')})\s(?P<clause>[^,.;:]{{4,90}})", re.IGNORECASE)
LEADS = re.compile(
    rf"(?P<clause>[^,.;:]{{4,90}}?)\s(?:had\s|has\s|have\s)?(?P<m>{vocabulary.one_of('causes', 'behind a cause')})\s(?!by\b)",
    re.IGNORECASE,
)
LEADING = re.compile(rf"\s{vocabulary.one_of('causes', 'behind a cause')}\s", re.IGNORECASE)
LATER = vocabulary.words("causes", "only when")
APART = 0.6  # share of the words outside the two clauses that must be told alike; own choice


@lru_cache(maxsize=2048)
def reasons(text: str) -> tuple[re.Match[str], ...]:
    """Where a sentence says why, or when; what leads to something is looked for only where a word for that stands."""
    return (*WHY.finditer(text), *(LEADS.finditer(text) if LEADING.search(text) else ()))


def cause(a: str, b: str) -> Change | None:
    """What is told as why, or as when, is another thing on each side, from its first words on."""
    for m in reasons(a):
        for n in reasons(b):
            words = [k["m"].casefold().split()[0] for k in (m, n)]
            if words[0] != words[1] and len({w in LATER for w in words}) > 1:
                continue
            rest = align(a.replace(m.group(), " "), b.replace(n.group(), " "))
            if another(m["clause"], b) and another(n["clause"], a) and rest.share >= APART and len(rest.there) > 1:
                one, two = (next(t for t in align(k["clause"], "").one if t.content) for k in (m, n))
                if kinship(one.low, two.low) in (None, *OPPOSED):
                    return "actor_changed", m.group().strip(), n.group().strip()
    return None


def another(clause: str, other: str) -> bool:
    """Whether the first two words of content of a clause stand for nothing in the other sentence, and no figure is in it."""
    al = align(clause, other)
    mine = [n for n, t in enumerate(al.one) if t.content]
    sized = any("number" in al.one[n].kinds or al.one[n].word.stem in LENGTHS for n in mine)
    return bool(mine) and not sized and not any(n in al.there for n in mine[:2])
