"""Which words stand for different things: the classes of ``resources/classes.yml`` laid over two tellings."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache

from sayso.assess.wording import WORD, party_words, stem, stems, stop
from sayso.lexicon.tables import rows
from sayso.lexicon.thesaurus import kind_of, kinship
from sayso.text.normal import trunk


@dataclass(frozen=True, slots=True)
class Place:
    """Where a word stands in the classes: the class, its kind (who, where, what, why) and the group of words like it."""

    of: str
    kind: str
    group: int


@dataclass(frozen=True, slots=True)
class Named:
    """A word of a telling that stands in a class: as written, with its places."""

    word: str
    at: int
    places: tuple[Place, ...]


@cache
def table() -> dict[str, tuple[Place, ...]]:
    """Every word's places, by stem and by the word itself."""
    out: dict[str, list[Place]] = {}
    for row in rows("classes"):
        for n, group in enumerate(str(row["groups"]).split(",")):
            for word in group.split():
                for form in sorted({word, stem(word)}):
                    out.setdefault(form, []).append(Place(row["class"], row["kind"], n))
    return {w: tuple(dict.fromkeys(p)) for w, p in out.items()}


@cache
def wide() -> dict[str, frozenset[str]]:
    """For each class the stems of words that may stand for any of it."""
    return {r["class"]: frozenset(stem(w) for w in str(r["wide"]).split()) for r in rows("classes")}


@cache
def idioms() -> re.Pattern[str]:
    """Phrases in which a word of the classes is none of them ("everyone on board")."""
    phrases = (p.strip() for row in rows("classes") for p in str(row.get("idioms", "")).split(",") if p.strip())
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, phrases))})\b", re.IGNORECASE)


@lru_cache(maxsize=4096)
def named(text: str) -> tuple[Named, ...]:
    """The words of a text that stand in some class, in order."""
    out, idle = [], [m.span() for m in idioms().finditer(text)]
    for m in WORD.finditer(text):
        low = m.group().casefold()
        places = table().get(low) or table().get(stem(low)) or (table().get(low[:-2]) if low.endswith("es") else None)
        if places and not any(start <= m.start() < end for start, end in idle):
            out.append(Named(m.group(), m.start(), places))
    return tuple(out)


@lru_cache(maxsize=512)
def groups(text: str) -> frozenset[Place]:
    """All groups that some word of a text stands in."""
    return frozenset(p for n in named(text) for p in n.places)


@dataclass(frozen=True, slots=True)
class Swap:
    """One thing in the place of another: the words and the kind of the class."""

    before: str
    after: str
    of: str
    kind: str


def swapped(a: str, b: str, page_a: str, page_b: str) -> list[Swap]:
    """Things of one class that each telling has instead of the other's; neither page has the other's thing at all."""
    gone = [n for n in named(a) if not set(n.places) & groups(page_b) and not wider(n, a, b)]
    new = [n for n in named(b) if not set(n.places) & groups(page_a) and not wider(n, b, a)]
    gone, new = ([n for n in row if TITLE.match(text, n.at) is None] for row, text in ((gone, a), (new, b)))
    if {p for n in named(a) for p in n.places if p.of == FATE} & groups(b):
        gone = [n for n in gone if FATE not in classes_of(n)]  # "killed and injured", "killed and destroyed": another part is told
    out: list[Swap] = []
    for x in gone:
        for y in new:
            shared = classes_of(x) & classes_of(y) or (WHO & classes_of(x) and WHO & classes_of(y) and WHO)
            if shared == {FATE} and not clause(a, x.at) & clause(b, y.at):
                continue  # people injured and lorries destroyed: two parts of what happened
            if shared and not same_stem(x.word, y.word) and not described(x.word, y.word, a, b):
                of = min(shared)
                kind = next(p.kind for p in x.places if p.of in shared)
                out.append(Swap(x.word, y.word, of, kind))
                break
    return out


# Two words for one deal, told from its two sides: "she sold it to him", "he bought it from her".
CONVERSE = frozenset(
    frozenset(pair.split()) for pair in ("sold bought", "sells buys", "lent borrowed", "gave received", "gave got", "won lost")
)


def one_deal(swap: Swap, a: str, b: str) -> bool:
    """Whether two tellings tell one deal from its two sides: such a pair of words, and another one at the head of each."""
    return frozenset((swap.before.casefold(), swap.after.casefold())) in CONVERSE and stems(a)[:1] != stems(b)[:1]


def described(x: str, y: str, a: str, b: str) -> bool:
    """Whether the word before one thing has the other's beginning: "rescue crews" and "rescuers"."""
    for word, text, other in ((x, a, y), (y, b, x)):
        before = re.search(rf"(\w{{5,}})\s{re.escape(word)}\b", text)
        if before is not None and trunk(before.group(1).casefold()) == trunk(other.casefold()):
            return True
    return False


def clause(text: str, at: int) -> frozenset[str]:
    """Stems and figures of the clause round a place: what befell somebody there befell one of them."""
    start = max((m.end() for m in BREAK.finditer(text, 0, at)), default=0)
    end = BREAK.search(text, at)
    return frozenset(
        stem(w) for w in re.findall(r"\w{2,}", text[start : end.start() if end else len(text)]) if w.casefold() not in stop()
    )


BREAK = re.compile(r"[,;:.!?–—]\s")
TITLE = re.compile(r"[A-Z]\w+\s[A-Z]\w+")  # "Bishop Anselm": the word belongs to a name
FATE = "fate"
WHO = frozenset(r for r in ("trade", "force", "kin"))


def classes_of(n: Named) -> frozenset[str]:
    """The classes a word stands in."""
    return frozenset(p.of for p in n.places)


def wider(n: Named, own: str, other: str) -> bool:
    """Whether the other telling has a word that may stand for this one's whole class, and the own one has not."""
    mine, theirs = ({stem(w) for w in re.findall(r"\w+", text)} for text in (own, other))
    return all(wide()[of] & (theirs - mine) for of in classes_of(n))


def same_stem(x: str, y: str) -> bool:
    """Whether two words begin alike ("terror", "terrorist")."""
    return trunk(stem(x)) == trunk(stem(y))


def nearly_one(x: str, y: str) -> bool:
    """Whether two nouns are one thing by the thesaurus, or one is a kind of the other ("tugs", "tugboats"; "boats", "vessels").

    That all who are counted are people makes nobody another's kind.
    """
    found = kinship(x, y)
    if {x, y} & party_words("people"):
        return found in ("same", "near")
    return found in ("same", "near", "wider") or kind_of(x, y) or kind_of(y, x)
