"""Remarks on a telling that is given as the words of somebody of quite another standing: the police, the relatives, the owner."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache

from sayso.assess.alignment import Alignment, align
from sayso.assess.denials import act
from sayso.assess.findings.remark import of, remark
from sayso.assess.findings.reversals import PRONOUNS
from sayso.assess.findings.sentences import Sentence, side_by_side
from sayso.assess.findings.slots import known
from sayso.assess.findings.speakers import FULL, speaks
from sayso.assess.frames import one_word
from sayso.assess.pile import Pile, innermost
from sayso.assess.wording import WORD, capitals, name_words, stem, stems
from sayso.lexicon import vocabulary
from sayso.model import PERSONS, ChainLink, Evidence, Finding, Statement

SOURCING = frozenset(
    {"source_promoted", "source_invented", "attribution_lost", "intermediary_lost", "actor_changed", "category_changed"}
)
HIGHER = frozenset({"state", "house", "learned"})
LOWER = frozenset({"kin", "bystander", "quiet"})
# Share of the shorter telling's words of content that must stand for one of the other's, of the longer one's, and how many words:
# of two words more of the longer one. Own choice.
LEAST, PART, FEWEST = 0.5, 0.4, 3
SHORT, MANY = 0.65, 6
TAIL = re.compile(r",.*$|\s(?:of|for|in|at|from|near|to|on|outside|inside|who|whose|that|which|with|by|and)\s.*$")


@cache
def standings() -> dict[str, frozenset[str]]:
    """Every word of standing by stem and as it is, with the standings that it may say."""
    out: dict[str, set[str]] = {}
    for kind in vocabulary.kinds("people", "voice:"):
        for w in vocabulary.listed("people", kind):
            for form in (w, stem(w)):
                out.setdefault(form, set()).add(kind.removeprefix("voice: "))
    return {w: frozenset(k) for w, k in out.items()}


OWNER = re.compile(r"\b(?:[\w-]+\s(?=[A-Z]))*[\w-]+(?:['’]s|(?<=s)['’])\s|\b(?:[Hh]is|[Hh]er|[Ii]ts|[Tt]heir)\s")


HOUSE = re.compile(r"(?P<owner>[A-Z][\w-]{3,})(?:['’]s|(?<=s)['’])\s")


def own(name: str) -> str:
    """A source's name without whose it is: "the baker's wife" is a wife."""
    return OWNER.sub("", JOINED.sub("coastguard", name))


JOINED = re.compile(r"\bcoast\sguard\b", re.IGNORECASE)


@lru_cache(maxsize=4096)
def standing(name: str, kind: str = "") -> tuple[str, frozenset[str]]:
    """The word in a source's name that says what it is, with the standings that it may have; nothing where none says so."""
    for part in (TAIL.sub("", own(name)), own(name)):
        for w in reversed(WORD.findall(part)):
            found = standings().get(w.casefold()) or standings().get(stem(w))
            if found:
                return w.casefold(), found
    return "", frozenset({"state"}) if kind in ("official", "government") else frozenset()


def voices_differ(pile: Pile, made: Sequence[Finding] = ()) -> Iterator[Finding]:
    """Somebody of another standing says it.

    What: a page follows another; a sentence of it tells what one there tells, word for word or in other words, and the sources of
    the two are of standings that no one person or body has together (``people.yml``): the state, a house, kin, bystanders and
    staff, counsel, a cause, the learned. Neither page has the other's word for its source. From kin, bystanders and insiders to
    those who are believed more it is ``source_promoted``, else ``source_invented``.

    Why it matters: what relatives say and what the police say is believed differently.

    Not when: the two sources have a word in common, one of them denies it, or another remark says who is the source.

    Example (fiction): "the lock had been left open, the harbour police said" becomes "the lock had been left open, relatives said".
    """
    told = [f for f in made if f.rule in SOURCING]
    for pages, a, b in side_by_side(pile, told):
        before, after = sourced(pile, a), sourced(pile, b)
        if before is None or after is None or (change := other_voice(pile, before, after)) is None:
            continue
        rule, x, y = change
        yield remark(
            rule,
            of(pile, before, after),
            f"{pile.page(pages.parent)} has it from “{x}”, {pile.page(pages.child)} from “{y}” ({pages.tie}).",
            claim=pile.claim_of.get(after.id),
            change=(x, y),
            limits="Overturned if the later page asked anew, or both names stand for one.",
        )


def as_sources(pile: Pile, f: Finding) -> Finding:
    """A remark that says of two things what holds of two sources: the ambassador who says it is no part of what is said."""
    if f.rule != "category_changed" or not f.from_ or not f.to or len(f.evidence) != 2:
        return f
    links = [speaker(pile, e, w) for e, w in zip(f.evidence, (f.from_, f.to), strict=True)]
    if links[0] is None or links[1] is None or set(FULL.findall(links[0].name or "")) & set(FULL.findall(links[1].name or "")):
        return f
    one, two = (standing(k.name or "", k.kind)[1] for k in links if k is not None)
    rule = "source_promoted" if two & HIGHER and one & LOWER else "source_invented"
    return remark(rule, f.evidence, f.message, claim=f.claim, change=(f.from_, f.to), limits=f.limits)


def speaker(pile: Pile, where: Evidence, words: str) -> ChainLink | None:
    """The source of a telling at a place, where its name has all of some words and it tells of none of them."""
    for s in pile.by_document[where.document]:
        link = innermost(s)
        if link is None or not link.name or not s.span.overlaps(where.span) or not speaks(pile, s):
            continue
        if stems(words) and set(stems(words)) <= set(stems(link.name)) and not set(stems(words)) & set(stems(pile.told(s))):
            return link
    return None


def sourced(pile: Pile, s: Sentence) -> Statement | None:
    """The telling with a source in a sentence; None where there are two sources."""
    said = [x for x in pile.by_document[s.document] if x.span.overlaps(s.span) and not pile.headline(x)]
    named = {k.name for x in said if (k := innermost(x)) is not None and k.name}
    return next((x for x in said if innermost(x) is not None), None) if len(named) == 1 else None


def other_voice(pile: Pile, a: Statement, b: Statement) -> tuple[str, str, str] | None:
    """The rule, and the two sources as they are named; None where they may be one."""
    x, y = innermost(a), innermost(b)
    if (
        x is None
        or y is None
        or not x.name
        or not y.name
        or not (speaks(pile, a) and speaks(pile, b))
        or act(pile, a)
        or act(pile, b)
    ):
        return None
    if {x.name.casefold(), y.name.casefold()} & PRONOUNS:
        return None
    al = align(pile.told(a), pile.told(b))
    if one_matter(al) and apart(pile, (a, x), (b, y)):
        one, two = (standing(k.name or "", k.kind)[1] for k in (x, y))
        return "source_promoted" if two & HIGHER and one & LOWER else "source_invented", x.name, y.name
    if one_telling(al) and (two_people(pile, (a, x), (b, y)) or two_houses(x.name, y.name)):
        return "source_invented", x.name, y.name
    return None


Told = tuple[Statement, ChainLink]


def apart(pile: Pile, before: Told, after: Told) -> bool:
    """Whether two sources have standings that nobody has together, and neither page has the other's word for its source."""
    (a, x), (b, y) = before, after
    (word_x, one), (word_y, two) = standing(x.name or "", x.kind), standing(y.name or "", y.kind)
    if not one or not two or one & two or any(one_word(v, w) for v in stems(own(x.name or "")) for w in stems(own(y.name or ""))):
        return False
    return not (elsewhere(pile, word_x, b, y, x) or elsewhere(pile, word_y, a, x, y))


def two_people(pile: Pile, before: Told, after: Told) -> bool:
    """Whether both are people with a full name who share no word of it, and neither page has the other's last name."""
    (a, x), (b, y) = before, after
    one, two = FULL.findall(x.name or ""), FULL.findall(y.name or "")
    if not one or not two or {x.kind, y.kind} - PERSONS or pile.same_party(x, y):
        return False
    if any(known(w, z) for w in (x.name or "").split() for z in [y.name or ""] if w[0].isupper()):
        return False
    return not (
        known(one[-1].split()[-1], pile.documents[b.document].text) or known(two[-1].split()[-1], pile.documents[a.document].text)
    )


def two_houses(x: str, y: str) -> bool:
    """Whether two bodies of one kind belong to two owners: "Tarn's harbour office", "Ostmar's harbour office"."""
    owners = [m["owner"] for m in map(HOUSE.match, (x, y)) if m]
    return len(owners) == 2 and own(x) == own(y) and not known(owners[0], owners[1])


def elsewhere(pile: Pile, word: str, there: Statement, link: ChainLink, other: ChainLink) -> bool:
    """Whether a page has a word besides in its own source's name; without one, whether it has the other's name."""
    kinds = standing(other.name or "", other.kind)[1]
    heard = (t for t in pile.by_document[there.document] if act(pile, t) != "silent")  # who declined to comment has told nothing
    if any(standing(k.name or "", k.kind)[1] & kinds for t in heard for k in t.chain[1:]):
        return True
    text = pile.documents[there.document].text.replace(link.name or "", " ")
    if word:
        return kinds != {"house"} and stem(word) in stems(text)
    return bool(capitals(other.name or "") & name_words(other.name or "") & capitals(text))


def one_matter(al: Alignment) -> bool:
    """Whether two tellings tell the same, in whatever words; a short one may be told within a long one."""
    if len(al.there) >= MANY and al.share >= SHORT:
        return True
    return al.share >= LEAST and al.whole >= (PART if len(al.there) >= FEWEST else SHORT) and len(al.there) > 1


def one_telling(al: Alignment) -> bool:
    """Whether two tellings tell the same in nearly all their words."""
    return al.share >= NEARLY and al.whole >= SHORT and len(al.there) >= FEWEST


NEARLY = 0.75
