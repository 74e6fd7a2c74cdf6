"""Remarks on two sentences whose words have been laid side by side: what is left over on both and stands in one slot."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from functools import lru_cache
from sayso.assess.alignment import Alignment, Token, align, parts
from sayso.assess.amounts import stepped
from sayso.assess.findings.sentences import VOICES, LEAD, FIRST, SAID
from sayso.assess.findings.swaps import aliased
from sayso.assess.arithmetic import number_words
from sayso.assess.findings.reversals import UNSURE
from sayso.assess.findings.stretches import TIMES
from sayso.assess.wording import stem
from sayso.lexicon.thesaurus import entries
from sayso.text import numbers
from sayso.assess.frames import AUXILIARY, ANYONE, BOTH_WAYS, one_word, past
from sayso.assess.nouns import BOUNDARY, DETERMINERS, PREPOSITIONS, SAYING, phrases
from sayso.assess.polarity import reversed_
from sayso.lexicon.thesaurus import kinship

Change = tuple[str, str, str]
NOT = frozenset("not never no none nobody nothing neither nor without n't hardly".split())


@dataclass(frozen=True, slots=True)
class Side:
    """What stands on one side of a word: the preposition between, and the word of content, by its number; -1 is the end."""

    little: tuple[str, ...]
    at: int
    next: bool


def side(row: Sequence[Token], n: int, step: int) -> Side:
    little: list[str] = []
    k, gap = n + step, False
    while 0 <= k < len(row):
        t = row[k]
        gap = gap or row[k if step > 0 else k + 1].word.apart
        if t.content:
            return Side(tuple(little), k, not gap and abs(n - k) == 1)
        if t.word.low in PREPOSITIONS or t.word.low in ("and", "or"):
            little.append(t.word.low)
        k += step
    return Side(tuple(little), -1, False)


def chunks(row: Sequence[Token], left: Sequence[int], wide: bool = False) -> list[tuple[int, ...]]:
    """Left-over words side by side; ``wide`` where only little words stand between them."""
    out: list[list[int]] = []
    for n in left:
        if out and ((out[-1][-1] == n - 1 and not row[n].word.apart) or (wide and not any(t.content for t in row[out[-1][-1] + 1 : n]))):
            out[-1].append(n)
        else:
            out.append([n])
    return [tuple(c) for c in out]


def same_slot(al: Alignment, x: tuple[int, ...], y: tuple[int, ...]) -> set[str]:
    """In what ways two stretches stand in one place."""
    out = set()
    lx, ly = side(al.one, x[0], -1), side(al.two, y[0], -1)
    rx, ry = side(al.one, x[-1], 1), side(al.two, y[-1], 1)
    left = (lx.at == ly.at == -1) or (lx.at >= 0 and al.there.get(lx.at) == ly.at)
    right = (rx.at == ry.at == -1) or (rx.at >= 0 and al.there.get(rx.at) == ry.at)
    if left:
        out.add("left" if lx.at >= 0 else "head")
        if lx.little and lx.little == ly.little:
            out.add("behind")
    if right and rx.little == ry.little:
        out.add("right" if rx.at >= 0 else "end")
        if rx.next and ry.next:
            out.add("modifier")
    return out


def shown(text, row, c):
    return text[row[c[0]].word.at : row[c[-1]].word.end]


def denied(row, n):
    return any(t.word.low in NOT or t.word.low.endswith("n't") for t in row[max(0, n - 4) : n])


def particle(row, n):
    return n + 1 < len(row) and row[n + 1].word.low in PARTICLES and not row[n + 1].word.apart

PARTICLES = frozenset("up down out off away back over in on through apart into for with from to of part place".split())

WHO = r"(?P<who>[^,.;:“”\"]{3,60}(?:,\s[^,.;:“”\"]{3,40})?)"
TOLD = re.compile(rf"^(?P<rest>.+),[”\"]?\s(?:(?:according\sto|said)\s{WHO}|(?P<by>[^,.;:“”\"]{{3,60}}(?:,\s[^,.;:“”\"]{{3,40}},)?)\s{SAID}(?:\s[^,.;]{{3,40}})?)$")


def parted(text):
    """The source at the head or the end of a sentence, and what is told."""
    for pattern in (LEAD, FIRST, TOLD):
        m = pattern.match(text)
        if m:
            who = m["who"] or m.groupdict().get("by") or ""
            if who and who.split()[-1].lower() not in AUXILIARY:
                return who, m["rest"]
    return "", text


def roles_of(text, row):
    """For each word that heads a phrase what it is to which verb."""
    words = [t.word for t in row]
    at = {w.at: n for n, w in enumerate(words)}
    out = {}
    for p in phrases(text, words):
        n = at[p.head.at]
        first = at[p.row[0].at]
        found = set(p.roles)
        if p.governor and p.governor not in ("of",):
            verb = next((w.stem for w in reversed(words[:first]) if verbish(w)), "")
            found = {r for r in found if r[0] != "behind"} | ({(p.governor, verb)} if p.governor != "because" else set())
        if first and p.governor in ("from", "to"):
            found.add((p.governor, ""))
        out[n] = (found, first, p)
    return out


def verbish(w):
    if w.capital:
        return False
    return w.low in past() or w.low.endswith(("ed", "ing", "es")) or irregular(w.low)


@lru_cache(maxsize=1 << 14)
def irregular(low):
    """Whether a word is a form of a verb and no word by itself: "rung"."""
    found = entries(low)
    return bool(found) and "v" in parts(low) and all(e.form != low for e in found)


def exchanged(al, a, b):
    """Two things that both sentences have, each in the other's role."""
    one, two = roles_of(a, al.one), roles_of(b, al.two)
    both = [(n, al.there[n]) for n in sorted(one) if n in al.there and al.there[n] in two]
    for i, (n, m) in enumerate(both):
        for k, l in both[i + 1 :]:
            mine, other = one[n][0], one[k][0]
            back, under = two[m][0], two[l][0]
            turned = [r for r in mine if meets(r, under) and not meets(r, back) and not meets(r, other)]
            undone = [r for r in other if meets(r, back) and not meets(r, under) and not meets(r, mine)]
            if turned and undone:
                return [("exchanged", one[n][2].shown, one[k][2].shown, turned, undone)]
    return []


CLAUSES = re.compile(r"[,;:—–]\s|\b(?:and|but|while|whereas|or)\b")


def bags(text, row):
    """For each word the number of its clause, and for each clause its words."""
    cuts = [m.start() for m in CLAUSES.finditer(text)]
    where = [sum(c <= t.word.at for c in cuts) for t in row]
    return where


OPPOSED = ("opposite", "kin")


def moved_clauses(al, a, b):
    """Two things of one kind that each sentence has beside what the other has beside the other."""
    w1, w2 = bags(a, al.one), bags(b, al.two)
    out = []
    both = [n for n in sorted(al.there) if al.one[n].kinds & {"name", "number"} or kin_there(al, n)]
    for i, n in enumerate(both):
        for k in both[i + 1 :]:
            x, y = al.one[n], al.one[k]
            m, l = al.there[n], al.there[k]
            if w1[n] == w1[k] or w2[m] == w2[l] or abs(k - n) == 1:
                continue
            if not ((x.kinds & y.kinds & {"name", "number"}) or kinship(x.word.low, y.word.low) in OPPOSED):
                continue
            bag = lambda row, w, c, skip: {t.word.stem for j, t in enumerate(row) if w[j] == c and (t.content or t.word.low in QUANT) and j not in skip}
            ax, ay = (bag(al.one, w1, w1[j], (n, k)) for j in (n, k))
            bx, by = (bag(al.two, w2, w2[j], (m, l)) for j in (m, l))
            hit = lambda p, q: sum(any(one_word(v, w) for w in q) for v in p)
            if hit(ax, by) > hit(ax, bx) and hit(ay, bx) > hit(ay, by):
                out.append(("crossed", x.word.low, y.word.low))
    return out[:1]


QUANT = frozenset("all every none no not each most".split())


def kin_there(al, n):
    return any(kinship(al.one[n].word.low, t.word.low) in OPPOSED for j, t in enumerate(al.one) if j != n and t.content and j in al.there)


STRICT = frozenset("not no never none nobody nothing neither without cannot".split())
NEGATIVE = re.compile(
    r"\b(?:not|no|never|none|nobody|nothing|neither|nor|without|cannot|refus\w+|declin\w+|fail\w*|den(?:y|ied|ies|ying|ial)|lack\w*|un\w{4,}|in\w{3,}able|non\w+|miss\w+|stop\w*|prevent\w*"
    r"|rul\w+ out|exclud\w+|empty|absen\w+|free|except|few|little|lost|lose\w*|avoid\w*|hardly|barely|scarcely|rather|instead|only|until|less|fewer|short|far|too|against|unless|zero|neglect\w*|forg[eo]t\w*|reject\w*|ignor\w*|away|off|out|keep|kept|stay\w*|ban\w*|bar\w*|end\w*|quit|dropp\w*|ceas\w*|impossible|unable|incapable|minus|below|opt\w*)\b|n['’]t\b",
    re.IGNORECASE,
)
MERE = re.compile(r"\b(?:not|no)\s(?:only|just|longer|more|less|fewer|later|earlier|least|sooner|doubt|one)\b|\bnot\s(?:yet\s)?(?:until|to be named|give\s|want)|\bno\.", re.IGNORECASE)


def polarity(al, a, b):
    """What one sentence denies the other affirms: a "not" before a word that both have, and nothing negative in the other."""
    for one, two, met, text, other, first in ((al.one, al.two, al.there, a, b, True), (al.two, al.one, al.back, b, a, False)):
        negs = [n for n, t in enumerate(one) if t.word.low in STRICT or t.word.low.endswith(("n't", "n’t"))]
        if len(negs) != 1 or MERE.search(text) or NEGATIVE.search(other):
            continue
        n = negs[0]
        nxt = [k for k in range(n + 1, min(len(one), n + 6)) if one[k].content and not one[k].word.apart][:2]
        if ruled(one, nxt[0]) if nxt else False:
            continue
        hit = nxt[0] if nxt else None
        if hit is None or hit not in met:
            continue
        left = [k for k, t in enumerate(two) if t.content and k not in (al.back if first else al.there)]
        if any(kinship(two[k].word.low, one[hit].word.low) == "opposite" for k in left):
            continue
        return [("denied", one[n].word.low + " " + one[hit].word.low, two[met[hit]].word.low)]
    return []


def flipped(al, a, b):
    """One who did it is the one to whom it was done: "the mayor rang me", "he rang the mayor"."""
    for one, two, met in ((al.one, al.two, al.there), (al.two, al.one, al.back)):
        for n, t in enumerate(one[:-2]):
            m = met.get(n)
            v = one[n + 1].word
            if m is None or not m or not verbish(v) or v.apart or t.kinds & {"number"} or v.stem in SAYING:
                continue
            after = one[n + 2]
            if after.word.apart or not (after.content or after.word.low in DETERMINERS | OBJECTS) or verbish(after.word):
                continue
            k = m - 1
            while k > 0 and two[k].word.low in DETERMINERS:
                k -= 1
            w = two[k].word
            if k and verbish(w) and (w.stem == v.stem or verb_forms(v.low) & verb_forms(w.low)) and two[k - 1].word.low not in BE and not two[m].word.apart:
                return [("flipped", f"{t.word.low} {v.low} {after.word.low}", f"{w.low} {two[m].word.low}")]
    return []


OBJECTS = frozenset("me him her them us it".split())
BE = frozenset("is are was were be been being".split())


def verb_forms(low):
    return {e.form for e in entries(low)}


def owners(al, a, b):
    """Two names that belong each to what the other belonged to: "the navy of X boarded a trawler of Y"."""
    names = [n for n in sorted(al.there) if belongs(al.one, n) is not None and belongs(al.two, al.there[n]) is not None and (al.one[n].kinds | al.two[al.there[n]].kinds) & {"name"}]
    for i, n in enumerate(names):
        for k in names[i + 1 :]:
            x, y = belongs(al.one, n), belongs(al.one, k)
            u, v = belongs(al.two, al.there[n]), belongs(al.two, al.there[k])
            if al.there.get(x) == v and al.there.get(y) == u and u != v and x not in (n, k) and y not in (n, k):
                return [("owners", al.one[n].word.low, al.one[k].word.low)]
    return []


def belongs(row, n):
    """The noun that a word describes, behind it or before "of" or "from"."""
    if n + 1 < len(row) and row[n + 1].content and not row[n + 1].word.apart and not verbish(row[n + 1].word) and "name" not in row[n + 1].kinds:
        return n + 1
    if n > 1 and row[n - 1].word.low in ("of", "from") and row[n - 2].content and not row[n].word.apart:
        return n - 2
    return None


FACING = {frozenset(p.split()) for p in ("for against", "with without", "before after", "inside outside", "above below", "over under", "despite because")}


def facing(al, a, b):
    """Between two words that both sentences have in one order a little word is its opposite."""
    out = []
    one, two = favour(al.one), favour(al.two)
    for n in sorted(al.there):
        s1 = side(al.one, n, 1)
        s2 = side(al.two, al.there[n], 1)
        if s1.at < 0 or al.there.get(s1.at) != s2.at:
            continue
        x = {w.word.low for w in al.one[n + 1 : s1.at]} | ({"for"} if one and {w.word.low for w in al.one[n + 1 : s1.at]} & {"in"} else set())
        y = {w.word.low for w in al.two[al.there[n] + 1 : s2.at]}
        for v in x - y:
            for w in y - x:
                if frozenset((v, w)) in FACING:
                    out.append(("facing", f"{al.one[n].word.low} {v}", f"{w}"))
    return out[:1]


def favour(row):
    return False


SPELT = {w: str(n) for n, w in enumerate("zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty".split())}
SPELT |= {w: str(10 * n) for n, w in enumerate("thirty forty fifty sixty seventy eighty ninety".split(), 3)}


def value(low):
    low = re.sub(r"(?<=\d)(?:st|nd|rd|th|s)$", "", low)
    return SPELT.get(low, low)


SCALE = re.compile(r"\b(?:dozen|score|half|quarter|hundred|thousand|million|billion|third|fortnight|decade|century|couple|pair|year|month|week|day|hour|minute|km|kilomet|mile|tonne|ton|kilo|gram|percent|per\scent|%)", re.IGNORECASE)


PLAIN = (
    (re.compile(r"\b(?:half\sa|a\shalf)\syear\b|\bsix\smonths\b", re.I), "6 months"),
    (re.compile(r"\bhalf\san\shour\b", re.I), "30 minutes"),
    (re.compile(r"\ba\sfortnight\b", re.I), "2 weeks"),
    (re.compile(r"\b(?:a|one|the last|the past)\sdecade\b", re.I), "10 years"),
    (re.compile(r"\ban\shour\sand\sa\shalf\b", re.I), "90 minutes"),
)


def amounts_in(text):
    for pattern, plain in PLAIN:
        text = pattern.sub(plain, text)
    return [n for n in numbers.find(text, 0, len(text), number_words("en")) if n.told is None], text


CLOCKED = re.compile(r"\b\d{1,2}[:.]\d\d\b|\b[ap]\.?m\b|\bnoon\b|\bmidnight\b|o['’]clock|\b(?:hours?|minutes?)\s(?:and|to|past)\b", re.I)


def figures(al, a, b):
    """One figure is gone and another is new, and all else is told alike."""
    (one, ta), (two, tb) = amounts_in(a), amounts_in(b)
    if CLOCKED.search(a) or CLOCKED.search(b) or any(n.vague or n.share for n in (*one, *two)):
        return []
    mine, theirs = Counter((n.low, n.high) for n in one), Counter((n.low, n.high) for n in two)
    gone, new = mine - theirs, theirs - mine
    if sum(gone.values()) != 1 or sum(new.values()) != 1:
        return []
    x, y = (next(n for n in row if (n.low, n.high) in left) for row, left in ((one, gone), (two, new)))
    if len(al.left_over()) + len(al.left_over(True)) > len(al.there):
        return []
    units = [tail(t, n.span.end) for t, n in ((ta, x), (tb, y))]
    if units[0] and units[1] and not units[0] & units[1] and not any(one_word(v, w) for v in units[0] for w in units[1]):
        return []
    return [("figure", ta[x.span.start : x.span.end], tb[y.span.start : y.span.end])]


def tail(text, at):
    return {stem(w) for w in re.findall(r"[^\W\d_]{3,}", re.split(r"[,;.]", text[at : at + 30])[0])[:2]}


def units(al, a, b):
    """The same figure, in another unit."""
    out = []
    for n, t in enumerate(al.one[:-1]):
        m = al.there.get(n)
        if m is None or "number" not in t.kinds or m + 1 >= len(al.two):
            continue
        x, y = al.one[n + 1], al.two[m + 1]
        if n + 2 in al.there and al.there[n + 2] == m + 2 and n + 1 not in al.there and m + 1 not in al.back and {"n"} <= x.kinds and y.kinds & {"n", "a"} and "n" in al.one[n + 2].kinds:
            out.append(("unit", x.word.low, y.word.low))
            continue
        if al.there.get(n + 1) == m + 1 and x.word.stem == y.word.stem or x.word.apart or y.word.apart or not x.content or not y.content:
            continue
        if (kinship(x.word.low, y.word.low) in OPPOSED and x.kinds & y.kinds & {"n"}) or ({x.word.stem, y.word.stem} <= TIMES | {"second"} and x.word.stem != y.word.stem):
            out.append(("unit", x.word.low, y.word.low))
    return out


def verbs(al, a, b):
    """All is told alike, but one deed is gone and one is new."""
    rows = [[n for n in left if not idle(row[n])] for row, left in ((al.one, al.left_over()), (al.two, al.left_over(True)))]
    if len(rows[0]) != 1 or len(rows[1]) != 1 or len(al.there) < 5:
        return []
    n, m = rows[0][0], rows[1][0]
    x, y = al.one[n], al.two[m]
    if not (deed(x) and deed(y)) or particle(al.one, n) or particle(al.two, m) or kinship(x.word.low, y.word.low) in ("same", "near", "wider"):
        return []
    return [("verb", x.word.low, y.word.low)]


def deed(t):
    return "v" in t.kinds and (t.word.low in past() or t.word.low.endswith("ed"))


def meets(r, roles):
    return any(r[0] == k and (r[1] == v or one_word(r[1], v)) for k, v in roles)


def changes(a: str, b: str) -> list[Change]:
    return [c for c in found(a, b) if c[0] not in ("stretch", "residue", "both", "behind", "kin", "verb", "opposite", "modifier") or not (elsewhere(c[1], b) or elsewhere(c[2], a))]


FAVOUR = re.compile(r"\bin\s(?:favou?r|support)\sof\b")


def elsewhere(shown, text):
    """Whether a sentence has a word of what it is said to lack."""
    there = [t for t in align(text, text).one if t.content]
    said = [t for t in align(shown, shown).one if t.content]
    return any(t.word.stem == u.word.stem for t in said[-1:] for u in there) or (len(said) > 2 and any(t.word.stem == u.word.stem for t in said for u in there))


def found(a, b):
    a, b = (FAVOUR.sub("for", t) for t in (a, b))
    (who_a, rest_a), (who_b, rest_b) = parted(a.strip(" .“”\"'")), parted(b.strip(" .“”\"'"))
    al = align(rest_a, rest_b)
    count = min(sum(t.content for t in al.one), sum(t.content for t in al.two))
    if len(al.there) < 0.4 * count or not al.there:
        return []
    out = []
    out += sources(who_a, who_b, a, b)
    out += stretches(al, rest_a, rest_b)
    out += single(al, rest_a, rest_b)
    if len(al.there) >= 0.6 * count and (step := stepped(rest_a, rest_b)):
        out.append(("amount", step[0].words, step[1].words))
    out += causes(rest_a, rest_b)
    out += members(al, rest_a, rest_b)
    out += residue(align(a, b), a, b)
    out += exchanged(align(a, b), a, b)
    out += moved_clauses(align(a, b), a, b)
    out += owners(align(a, b), a, b)
    out += facing(align(a, b), a, b)
    out += hedged(align(a, b), a, b)
    out += polarity(align(a, b), a, b)
    out += flipped(align(a, b), a, b)
    out += figures(align(a, b), a, b)
    out += units(align(a, b), a, b)
    out += verbs(align(a, b), a, b)
    out += contrasts(align(a, b), a, b)
    return out


def idle(t: Token) -> bool:
    """Whether a word may be left over in any retelling: an adverb, a word of saying or a light verb."""
    low = t.word.low
    return t.word.stem in SAYING or low in SAYING or low in LIGHT or (low.endswith("ly") and not t.kinds & {"n"}) or t.kinds == {"r"} 


LIGHT = frozenset("made make makes making took take takes taking taken gave give gives given got get gets put puts came come comes went go goes gone began started start"
   " according interview statement speaking asked brought used using happened happen occurred become became call called calling carried held hold had having left set let kept keep"
   " live lives lived living lie lies lay stand stands stood more less least than number time way place part people person man men woman women thing still now also just own new same other such able ago early late later earlier".split())


def residue(al, a, b):
    """All is told alike, but one thing is gone and one is new."""
    rows = []
    for row, left, text, other in ((al.one, al.left_over(), a, b), (al.two, al.left_over(True), b, a)):
        rows.append([n for n in left if not idle(row[n])])
    X, Y = chunks(al.one, rows[0]), chunks(al.two, rows[1])
    X2, Y2 = chunks(al.one, rows[0], True), chunks(al.two, rows[1], True)
    if len(X2) != 1 or len(Y2) != 1 or len(X2[0]) > 4 or len(Y2[0]) > 4:
        return []
    x, y = X2[0], Y2[0]
    if len(al.there) < 4 or len(al.there) < 2 * max(len(x), len(y)):
        return []
    hx, hy = al.one[X[0][-1]], al.two[Y[0][-1]]
    if not thing(al.one, X[0]) or not thing(al.two, Y[0]):
        return []
    if "number" in hx.kinds | hy.kinds or measured(al.one, X[0]) or measured(al.two, Y[0]):
        return []
    if not one_role(al, X[0], Y[0], a, b):
        return []
    return [("residue", shown(a, al.one, x), shown(b, al.two, y))]


def measured(row, c):
    """Whether a figure stands before a word: it is a unit or what is counted."""
    return c[0] > 0 and "number" in row[c[0] - 1].kinds


def one_role(al, x, y, a, b):
    """Whether two things are the same to a verb, stand behind one preposition, or are names."""
    one, two = roles_of(a, al.one), roles_of(b, al.two)
    if all("name" in r[c[-1]].kinds for r, c in ((al.one, x), (al.two, y))):
        return True
    p, q = one.get(x[-1]), two.get(y[-1])
    if p is None or q is None:
        return bool(same_slot(al, x, y) & {"modifier"})
    kinds = [{k for k, _ in r[0]} for r in (p, q)]
    return bool(kinds[0] & kinds[1]) or (not kinds[0] or not kinds[1])


AT = frozenset("in at near on outside inside off behind under".split())


def thing(row, c):
    """Whether a stretch is a thing: a name, or a word that may be a noun and no verb by its form, behind an article, a preposition or an adjective."""
    t = row[c[-1]]
    if "name" in t.kinds:
        return True
    if t.kinds & {"a", "s", "v"} and not governed(row, c[0]):
        return False
    if "n" not in t.kinds or t.word.low in past() or (t.word.low.endswith(("ed", "ing")) and len(t.word.low) > 4):
        return False
    return True


def describes(row, c):
    """Whether a stretch describes the noun behind it."""
    t, after = row[c[-1]], row[c[-1] + 1]
    verb = t.kinds == {"v"} or (c[0] and row[c[0] - 1].word.low in AUXILIARY | {"to"})
    return not verb and len(t.word.low) > 3 and t.kinds & {"a", "s", "n"} and after.kinds & {"n"} and "number" not in after.kinds and "number" not in t.kinds


def governed(row, n):
    """Whether an article or a preposition stands before a stretch, so that it is a thing."""
    return n == 0 or row[n - 1].word.low in (DETERMINERS | PREPOSITIONS) - {"to", "than", "as"} or (row[n - 1].word.low in BE and row[n].word.low.endswith("s"))


def hedged(al, a, b):
    """A word of reserve on one side alone, and all else is told alike."""
    few = min(sum(t.content for t in r) for r in (al.one, al.two))
    m, n = RESERVE.search(a), RESERVE.search(b)
    if bool(m) == bool(n) or len(al.there) < 0.75 * few or len(al.there) < 3 or SOFTER.search(b if m else a) or UNSURE.search(b if m else a):
        return []
    return [("hedge_lost" if m else "hedge_added", (m or n).group(), "")]


RESERVE = re.compile(r"\b(?:may(?=\s[a-z])|might(?!\sof)|possibl[ey]|perhaps|probabl[ey]|likely|apparently|allegedly|alleged(?=\sto\b)|reportedly|unconfirmed|seem(?:s|ed)?|appear(?:s|ed)?\sto|suspected|doubtful|in\sdoubt|presumably|unverified|not\s(?:yet\s)?(?:known|clear|sure|certain|confirmed))\b")
SOFTER = re.compile(r"\b(?:can|could|should|would|due|set|doubt\w*|uncertain\w*|speculat\w*|theor\w+|in\sline|roughly|approximately|look(?:s|ed)?|view|opinion|guess\w*|question\w*|whether|alleg\w*|accus\w*|suspic\w*|suspect\w*|rumou?r\w*|danger\w*|threat\w*|risk\w*|odds|chance\w*|forecast\w*|predict\w*|hop\w+|sounds?|unclear|unknown|open)\b", re.I)


def contrasts(al, a, b):
    """What was ruled out is told as so: "floods, not arson" - "arson"."""
    out = []
    for one, two, met in ((al.one, al.two, al.there), (al.two, al.one, al.back)):
        for n, t in enumerate(one):
            if not t.content or n not in met or not ruled(one, n) or ruled(two, met[n]) or any(x.word.low in NOT for x in two):
                continue
            out.append(("contrast", t.word.low, two[met[n]].word.low))
    return out[:1]


def ruled(row, n):
    k = n - 1
    while k >= 0 and n - k <= 5 and not row[k].content:
        if row[k].word.low in ("not", "than", "instead") and (row[k].word.low != "than" or row[k - 1].word.low == "rather"):
            return row[k].word.low != "not" or row[k].word.apart or (k and row[k - 1].word.low == "and")
        k -= 1
    return False


def said_by(who):
    return [t for t in align(who, who).one if t.content]


GENERIC = VOICES | ANYONE | frozenset("study report paper group company agency body".split())

def sources(who_a, who_b, a, b):
    if not who_a or not who_b:
        return []
    x, y = said_by(who_a), said_by(who_b)
    if not x or not y:
        return []
    al = align(who_a, who_b)
    if al.there:
        return []
    if any(one_word(v.word.stem, w.word.stem) for v in x for w in align(b, b).one):
        return []
    if {x[-1].word.stem, y[-1].word.stem} & GENERIC:
        return []
    named = [all("name" in t.kinds for t in r) for r in (x, y)]
    return [("source", who_a, who_b)]


def stretches(al, a, b):
    X, Y = chunks(al.one, al.left_over(), True), chunks(al.two, al.left_over(True), True)
    out = []
    for x in X:
        for y in Y:
            slot = same_slot(al, x, y)
            if not (slot & {"left", "head"} and slot & {"right", "end"}):
                continue
            if min(len(x), len(y)) < 2 and not (len(x) + len(y) > 2 and "behind" in slot) and not (len(x)+len(y)>2 and "head" in slot):
                continue
            if any("number" in r[n].kinds for r, c in ((al.one, x), (al.two, y)) for n in c):
                continue
            if any(t.word.low in NOT for r, c in ((al.one, x), (al.two, y)) for t in r[c[0] : c[-1] + 1]):
                continue
            out.append(("stretch", shown(a, al.one, x), shown(b, al.two, y), sorted(slot)))
    return out


def single(al, a, b):
    X, Y = chunks(al.one, al.left_over()), chunks(al.two, al.left_over(True))
    out = []
    for x in X:
        for y in Y:
            hx, hy = al.one[x[-1]], al.two[y[-1]]
            how = kinship(hx.word.low, hy.word.low)
            slot = same_slot(al, x, y)
            kinds = hx.kinds & hy.kinds
            if denied(al.one, x[0]) != denied(al.two, y[0]):
                continue
            if "number" in hx.kinds | hy.kinds or measured(al.one, x) or measured(al.two, y) or {hx.word.stem, hy.word.stem} & (ANYONE | {"human"}):
                continue
            both = slot & {"left", "head"} and slot & {"right", "end"}
            moved = particle(al.one, x[-1]) != particle(al.two, y[-1])
            few = len(X) <= 2 and len(Y) <= 2
            if how == "opposite" and slot:
                out.append(("opposite", shown(a, al.one, x), shown(b, al.two, y), slot))
            elif how == "kin" and slot & {"left", "right", "modifier", "behind"} and not moved and ("modifier" in slot or thing(al.one, x) and thing(al.two, y)):
                out.append(("kin", shown(a, al.one, x), shown(b, al.two, y), slot))
            elif thing(al.one, x) and thing(al.two, y) and both and few and not moved:
                out.append(("both", shown(a, al.one, x), shown(b, al.two, y), slot))
            elif "modifier" in slot and few and describes(al.one, x) and describes(al.two, y):
                out.append(("modifier", shown(a, al.one, x), shown(b, al.two, y), slot))
            elif kinds & {"n", "name"} and "behind" in slot and thing(al.one, x) and thing(al.two, y) and len(X) <= 1 and len(Y) <= 1:
                out.append(("behind", shown(a, al.one, x), shown(b, al.two, y), slot))
    return out


WHY = re.compile(
    r"\b(?P<m>because(?:\sof)?|(?:due|owing|thanks)\sto|(?:caused|triggered|sparked|set\soff|brought\son|brought\sabout)\sby|blamed\son|attributed\sto|put\sdown\sto"
    r"|as\sa\sresult\sof|after|following|when|over)\s(?P<clause>[^,.;:]{4,90})",
    re.IGNORECASE,
)
LEADS = re.compile(r"(?P<clause>[^,.;:]{4,90}?)\s(?:had\s|has\s|have\s)?(?P<m>set\soff|caused|triggered|sparked|brought\son|brought\sabout|led\sto|provoked)\s(?!by\b)", re.IGNORECASE)


def causes(a, b):
    """What is told as why, or as when, is another thing on each side, from its first word on."""
    rows = [[*WHY.finditer(t), *LEADS.finditer(t)] for t in (a, b)]
    out = []
    for m in rows[0]:
        for n in rows[1]:
            kind = [k["m"].lower().split()[0] for k in (m, n)]
            if kind[0] != kind[1] and len({k in LATER for k in kind}) > 1:
                continue
            one, two = align(m["clause"], b), align(a, n["clause"])
            mine, theirs = [t for t in one.one if t.content], [t for t in two.two if t.content]
            if not mine or not theirs or any("number" in t.kinds for t in (*mine, *theirs)):
                continue
            x, y = one.left_over(), two.left_over(True)
            first = one.one.index(mine[0]) in x and two.two.index(theirs[0]) in y
            if not first or not all(one.one.index(t) in x for t in mine[:2]) or not all(two.two.index(t) in y for t in theirs[:2]):
                continue
            if kinship(mine[0].word.low, theirs[0].word.low) in ("same", "near", "wider"):
                continue
            rest = align(a.replace(m.group(), " "), b.replace(n.group(), " "))
            if len(rest.there) < 0.6 * min(sum(t.content for t in r) for r in (rest.one, rest.two)) or len(rest.there) < 2:
                continue
            out.append(("cause", m.group(), n.group()))
    return out[:1]


LATER = frozenset("after following when over".split())


OR = re.compile(r"\bor\s")


def members(al, a, b):
    """One of two things told as the other: "killed or injured", "killed"."""
    out = []
    for rule, row, met, other in (("or", al.one, al.there, al.two), ("or+", al.two, al.back, al.one)):
        for n in range(1, len(row) - 1):
            if row[n].word.low == "or" and row[n - 1].content and row[n + 1].content and row[n-1].kinds & row[n+1].kinds:
                if ((n - 1) in met) != ((n + 1) in met) and not any(t.word.low == "or" for t in other) and "number" not in row[n-1].kinds | row[n+1].kinds and row[n + 1].word.low not in ("more", "less", "fewer"):
                    out.append((rule, row[n - 1].word.low, row[n + 1].word.low))
    return out
