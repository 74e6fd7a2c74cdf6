"""Remarks on two sentences whose words have been laid side by side: what is left over on both and stands in one slot."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from sayso.assess.alignment import Alignment, Token, align
from sayso.assess.findings.sentences import VOICES, LEAD, FIRST, SAID
from sayso.assess.findings.swaps import aliased
from sayso.assess.frames import ANYONE, one_word, past
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
            return m["who"] or m.groupdict().get("by") or "", m["rest"]
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
    return (w.low in past() or w.low.endswith(("ed", "ing", "es"))) and not w.capital


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


def meets(r, roles):
    return any(r[0] == k and (r[1] == v or one_word(r[1], v)) for k, v in roles)


def changes(a: str, b: str) -> list[Change]:
    (who_a, rest_a), (who_b, rest_b) = parted(a.strip(" .“”\"'")), parted(b.strip(" .“”\"'"))
    al = align(rest_a, rest_b)
    count = min(sum(t.content for t in al.one), sum(t.content for t in al.two))
    if len(al.there) < 0.4 * count or not al.there:
        return []
    out = []
    out += sources(who_a, who_b, a, b)
    out += stretches(al, rest_a, rest_b)
    out += single(al, rest_a, rest_b)
    out += causes(rest_a, rest_b)
    out += members(al, rest_a, rest_b)
    out += residue(align(a, b), a, b)
    out += exchanged(align(a, b), a, b)
    out += contrasts(align(a, b), a, b)
    return out


def idle(t: Token) -> bool:
    """Whether a word may be left over in any retelling: an adverb, a word of saying or a light verb."""
    low = t.word.low
    return t.word.stem in SAYING or low in SAYING or low in LIGHT or (low.endswith("ly") and not t.kinds & {"n"}) or t.kinds == {"r"} 


LIGHT = frozenset("made make makes making took take takes taking taken gave give gives given got get gets put puts came come comes went go goes gone began started start"
   " according interview statement speaking asked brought used using happened happen occurred become became call called calling carried held hold had having left set let kept keep"
   " more less least than number time way place part people person man men woman women thing still now also just own new same other such able ago early late later earlier".split())


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
    kinds = [{k if k not in AT else "at" for k, _ in r[0]} for r in (p, q)]
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


def governed(row, n):
    """Whether an article or a preposition stands before a stretch, so that it is a thing."""
    return n == 0 or row[n - 1].word.low in (DETERMINERS | PREPOSITIONS) - {"to", "than", "as"} or len(row) > n + 1 and False


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
    # the other page may say the same about somebody elsewhere in the sentence
    if any(one_word(v.word.stem, w.word.stem) for v, t in ((x, b), (y, a)) for v in v for w in align(t, t).one):
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
            if "number" in hx.kinds | hy.kinds:
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
            elif kinds and "modifier" in slot and few:
                out.append(("modifier", shown(a, al.one, x), shown(b, al.two, y), slot))
            elif kinds & {"n", "name"} and "behind" in slot and len(X) <= 1 and len(Y) <= 1:
                out.append(("behind", shown(a, al.one, x), shown(b, al.two, y), slot))
    return out


WHY = re.compile(
    r"\b(?P<m>because(?:\sof)?|(?:due|owing|thanks)\sto|(?:caused|triggered|sparked|set\soff|brought\son|brought\sabout)\sby|blamed\son|attributed\sto|put\sdown\sto"
    r"|as\sa\sresult\sof|after|following|when|over)\s(?P<clause>[^,.;:]{4,90})",
    re.IGNORECASE,
)


def causes(a, b):
    m, n = (list(WHY.finditer(t)) for t in (a, b))
    if len(m) != 1 or len(n) != 1:
        return []
    m, n = m[0], n[0]
    al = align(m["clause"], n["clause"])
    x, y = al.left_over(), al.left_over(True)
    if al.there or not x or not y:
        return []
    rest = align(a.replace(m.group(), " "), b.replace(n.group(), " "))
    whole = align(a, n["clause"]), align(m["clause"], b)
    if whole[0].there or whole[1].there:
        return []
    if len(rest.there) < 0.6 * min(sum(t.content for t in r) for r in (rest.one, rest.two)) or len(rest.there) < 2:
        return []
    if any("number" in t.kinds for t in (*al.one, *al.two)):
        return []
    return [("cause", m.group(), n.group())]


OR = re.compile(r"\bor\s")


def members(al, a, b):
    """One of two things told as the other: "killed or injured", "killed"."""
    out = []
    for rule, row, met, other in (("or", al.one, al.there, al.two), ("or+", al.two, al.back, al.one)):
        for n in range(1, len(row) - 1):
            if row[n].word.low == "or" and row[n - 1].content and row[n + 1].content and row[n-1].kinds & row[n+1].kinds:
                if ((n - 1) in met) != ((n + 1) in met) and not any(t.word.low == "or" for t in other) and "number" not in row[n-1].kinds | row[n+1].kinds:
                    out.append((rule, row[n - 1].word.low, row[n + 1].word.low))
    return out
