"""What two sentences told in another order have exchanged: who says it, who somebody is, who did it to whom, what was ruled out."""

from __future__ import annotations

import re
from collections.abc import Sequence

from sayso.assess.frames import ANYONE, BOTH_WAYS, one_word
from sayso.assess.nouns import Phrase, Word, content, has, phrases, row_of, stems_of, verbal

Change = tuple[str, str, str]


def exchange(a: str, b: str, page_a: str, page_b: str) -> Change | None:
    """What has been exchanged between two sentences, as a rule with the words before and after."""
    one, two = row_of(a), row_of(b)
    told = phrases(a, one), phrases(b, two)
    return (
        another_role(a, b, page_a, page_b)
        or contrast(a, b)
        or bound_exchanged(one, two)
        or sides(*told)
        or owners(*told)
        or bound_to(a, b, *told)
        or teller(a, b, page_b, told)
        or seen_or_heard(a, b)
        or sure(a, b)
        or members(told[0], told[1], one, two)
    )


def sides(one: Sequence[Phrase], two: Sequence[Phrase]) -> Change | None:
    """Who does it and who suffers it have changed places: one verb, the same two, each in the other's role."""
    acts, suffers = ([(p, v) for p in one for k, v in sorted(p.roles) if k == kind] for kind in ("does", "suffers"))
    back, under = ([(p, v) for p in two for k, v in sorted(p.roles) if k == kind] for kind in ("does", "suffers"))
    for x, v in acts:
        for y, w in suffers:
            if v != w or v in BOTH_WAYS or x.head.stem == y.head.stem or not one_sided(x, y, one, v):
                continue
            turned = [q for q, u in back if one_word(u, v) and q.head.stem == y.head.stem and one_sided(q, q, two, u)]
            undone = [q for q, u in under if one_word(u, v) and q.head.stem == x.head.stem and one_sided(q, q, two, u)]
            if turned and undone:
                return "actor_changed", f"{x.shown} … {y.shown}", f"{turned[0].shown} … {undone[0].shown}"
    return None


def owners(one: Sequence[Phrase], two: Sequence[Phrase]) -> Change | None:
    """Who does it and whose it is have changed places: "the guild took the mill's offer", reversed."""
    for x in one:
        for y in two:
            for v in sorted(w for k, w in x.roles if k == "does"):
                if ("does", v) not in y.roles or x.head.stem == y.head.stem:
                    continue
                whose = [{w.stem for p in row if ("suffers", v) in p.roles for w in p.row[:-1]} for row in (one, two)]
                if y.head.stem in whose[0] and x.head.stem in whose[1]:
                    return "actor_changed", x.shown, y.shown
    return None


def one_sided(x: Phrase, y: Phrase, row: Sequence[Phrase], verb: str) -> bool:
    """Whether no phrase is both what does and what suffers one verb in a sentence."""
    return not any({("does", verb), ("suffers", verb)} <= p.roles for p in (x, y, *row))


FROM = r"(?:of|from)\s(?:the\s)?"


def bound_to(a: str, b: str, one: Sequence[Phrase], two: Sequence[Phrase]) -> Change | None:
    """Two names that describe two things have changed places: "the navy of Arv, a Leth boat", "the Leth navy, a boat from Arv"."""
    first, second = described(a, one), described(b, two)
    for h, m in first:
        for k, n in first:
            if h == k or m[:4] == n[:4]:
                continue
            crossed = [(x, y) for x, y in second if (x == h and y[:4] == n[:4]) or (x == k and y[:4] == m[:4])]
            kept = [(x, y) for x, y in second if (x == h and y[:4] == m[:4]) or (x == k and y[:4] == n[:4])]
            if len({x for x, _ in crossed}) > 1 and not kept:
                return "actor_changed", f"{m} {h}, {n} {k}", f"{n} {h}, {m} {k}"
    return None


def described(text: str, row: Sequence[Phrase]) -> list[tuple[str, str]]:
    """Things with the name that describes each: before it, or behind "of" and "from"."""
    out = [(p.head.stem, p.row[0].stem) for p in row if len(p.row) > 1 and p.row[0].capital and not p.head.capital]
    for p in row:
        m = re.match(rf"\s{FROM}(?P<name>[A-Z][\w’'-]+)", text[p.head.end :])
        if m is not None and not p.head.capital:
            out.append((p.head.stem, m["name"].casefold()))
    return out


def tellers(text: str, row: Sequence[Phrase]) -> list[Phrase]:
    """The phrases right before or behind a word of saying."""
    out = []
    for p in row:
        before = re.search(r"(\w+),?\s(?:the\s|an?\s)?$", text[: p.row[0].at])
        behind = re.match(r"(?:,[^,.;]{3,50},)?\s(?:had\s|has\s)?(\w+)", text[p.head.end :])
        word = before.group(1).casefold() if before else ""
        if word == "said" or (word != "by" and behind and behind.group(1).casefold() in TELLS):
            out.append(p)
    return out


TELLS = frozenset("said says told tells added wrote announced reported explained claimed insisted".split())


def teller(a: str, b: str, page_b: str, told: tuple[Sequence[Phrase], Sequence[Phrase]]) -> Change | None:
    """A named speaker is gone, and the one of whom was told is the speaker."""
    first, second = tellers(a, told[0]), tellers(b, told[1])
    there = stems_of(page_b)
    if len(first) != 1 or len(second) != 1 or not first[0].head.capital:
        return None
    x, y = first[0], second[0]
    if any(has(w.stem, there) for w in x.row if w.capital) or y.head.stem in ANYONE:
        return None
    of_whom = any(p.head.stem == y.head.stem and p is not x and "does" in {k for k, _ in p.roles} for p in told[0])
    return ("source_invented", x.shown, y.shown) if of_whom else None


HEARD = re.compile(r"\b(?:told by|heard (?:from|that)|learn(?:ed|t) from|informed by|according to)\s[^,.;]{2,40}", re.IGNORECASE)
SEEN = re.compile(
    r"\b(?:(?:saw|seen|watched|heard)\s(?:\w+\s){0,3}?(?:for|with)\s(?:him|her|them|my|his|their|our)(?:sel(?:f|ves)|\s(?:own\s)?eyes)"
    r"|witnessed\b)",
    re.IGNORECASE,
)


def seen_or_heard(a: str, b: str) -> Change | None:
    """What was heard from somebody is told as seen."""
    heard, seen = HEARD.search(a), SEEN.search(b)
    if heard is None or seen is None or SEEN.search(a) or HEARD.search(b):
        return None
    return "source_promoted", heard.group(), seen.group()


CERTAIN = re.compile(
    r"\b(?:certain|sure|guaranteed|bound)\s(?:to|that)\b|\b(?:definitely|certainly|without (?:a )?doubt)\b", re.IGNORECASE
)
OPEN = re.compile(r"\b(?:should|may|might|could|can|likely|probabl[ey]|expect\w*|hop(?:e|es|ed|ing)|perhaps)\b", re.IGNORECASE)


def sure(a: str, b: str) -> Change | None:
    """What was left open is told as certain."""
    left, certain = OPEN.search(a), CERTAIN.search(b)
    if left is None or certain is None or CERTAIN.search(a):
        return None
    before = b[max(0, certain.start() - 12) : certain.start()]
    if re.search(r"\b(?:not|almost|nearly|never|hardly)\s$|n['’]t\s$", before):
        return None
    return "strengthened", left.group(), certain.group()


GROUPED = frozenset("family household couple company firm business village vessel ship boat school team crew club".split())


def members(one: Sequence[Phrase], two: Sequence[Phrase], row_a: Sequence[Word], row_b: Sequence[Word]) -> Change | None:
    """The same number counts groups on one side and people on the other, or things and the people who work with them."""
    first, second = counted(one, row_a), counted(two, row_b)
    for figure in sorted(set(first) & set(second)):
        x, y = first[figure], second[figure]
        for p, q in ((x, y), (y, x)):
            if p.head.stem in GROUPED and q.head.stem in ANYONE and len(p.row) == len(q.row) == 1:
                return "category_changed", f"{figure} {x.shown}", f"{figure} {y.shown}"
            if p.head.stem in {w.stem for w in q.row[:-1]} and q.head.low.endswith(("ers", "ors", "ists", "men", "crews")):
                return "category_changed", f"{figure} {x.shown}", f"{figure} {y.shown}"
    return None


def counted(told: Sequence[Phrase], row: Sequence[Word]) -> dict[str, Phrase]:
    """The phrases that a number, "each" or "every" stands right before, by it; what is counted twice left out."""
    out: dict[str, Phrase] = {}
    for p in told:
        first = p.row[0]
        if first.low[0].isdigit() and len(p.row) > 1:
            out[first.low] = Phrase(p.row[1:], p.shown, p.governor, p.roles, p.tail, p.beside, nominal=True)
            continue
        n = row.index(first)
        if n and not first.apart:
            out["each" if row[n - 1].low in ("each", "every") else row[n - 1].low] = p
    return {k: p for k, p in out.items() if k == "each" or k[0].isdigit() or k in NUMBERS}


NUMBERS = frozenset(
    "two three four five six seven eight nine ten eleven twelve thirteen fifteen twenty thirty forty fifty hundred".split()
)


NAME = r"[A-Z][\w’'-]+(?:\s[A-Z][\w’'-]+)+"
ROLE = r"(?:[a-z][\w’'-]*\s){0,3}[a-z][\w’'-]*"
BEFORE = re.compile(
    rf"(?:(?<=\b[Tt]he\s)|(?<=\b[Aa]\s)|(?<=\b[Aa]n\s)|(?<=,\s)|(?<=\bsaid\s)|(?<=\bby\s)|(?<=\bto\s))(?P<role>{ROLE}),?\s(?P<name>{NAME})"
)
START = re.compile(rf"^[“\"]?(?P<role>[A-Z][a-z]+(?:-[a-z]+)?(?:\s[a-z][\w-]+){{0,3}})\s(?P<name>{NAME})")
BEHIND = re.compile(rf"(?P<name>{NAME}),\s(?:an?\s|the\s)(?P<role>{ROLE})(?=[,.]|\s(?:of|at|in|for|who|from)\b)")


def held(text: str) -> dict[str, frozenset[str]]:
    """For each name of two words and more the words that say who it is."""
    out: dict[str, frozenset[str]] = {}
    for pattern in (START, BEFORE, BEHIND):
        for m in pattern.finditer(text):
            role = frozenset(w.stem for w in row_of(m["role"]) if content(w) and not verbal(w))
            if role:
                out[m["name"]] = out.get(m["name"], frozenset()) | role
    return out


def another_role(a: str, b: str, page_a: str, page_b: str) -> tuple[str, str, str] | None:
    """A name that is somebody else on each page: what it is called on the one is in no form on the other."""
    one, two = held(a), held(b)
    for name in sorted(set(one) & set(two)):
        there = stems_of(page_a), stems_of(page_b)
        if not any(has(w, there[1]) for w in one[name]) and not any(has(w, there[0]) for w in two[name]):
            return "source_promoted", f"{' '.join(sorted(one[name]))} {name}", f"{' '.join(sorted(two[name]))} {name}"
    return None


AGAINST = re.compile(
    r"(?P<front>[^,.;“”\"]{3,80}?),?\s(?:and\s)?(?:not|rather\sthan|instead\sof)\s(?:because\sof\s|by\s|to\s|from\s)?"
    r"(?P<other>[^,.;“”\"]{3,60})"
)


def contrast(a: str, b: str) -> tuple[str, str, str] | None:
    """What was ruled out and what was not have changed places: "frost, not a barge", "a barge and not frost"."""
    for m in AGAINST.finditer(a):
        for n in AGAINST.finditer(b):
            so, ruled_out = ({w.stem for w in row_of(g) if content(w) and not verbal(w)} for g in (m["front"], n["front"]))
            x, y = (next((w.stem for w in row_of(g["other"]) if content(w) and not verbal(w)), "") for g in (m, n))
            if not x or not y or one_word(x, y) or not has(x, frozenset(ruled_out)) or not has(y, frozenset(so)):
                continue
            if not has(x, frozenset(so)) and not has(y, frozenset(ruled_out)):
                return "actor_changed", m.group(), n.group()
    return None


TURNS = {"under": "over", "below": "above", "fewer": "more", "less": "more", "most": "least"}


def bound_exchanged(one: Sequence[Word], two: Sequence[Word]) -> tuple[str, str, str] | None:
    """A bound right before one figure that points the other way: "just under 90", "just over 90"."""
    sides = [
        {row[n + 1].low: w.low for n, w in enumerate(row[:-1]) if row[n + 1].low[0].isdigit() and w.low in BOUNDS}
        for row in (one, two)
    ]
    for figure in sorted(set(sides[0]) & set(sides[1])):
        x, y = sides[0][figure], sides[1][figure]
        if TURNS.get(x) == y or TURNS.get(y) == x:
            return "bound_changed", f"{x} {figure}", f"{y} {figure}"
    return None


BOUNDS = frozenset("under over below above most least".split())
