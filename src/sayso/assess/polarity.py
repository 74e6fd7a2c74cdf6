"""Whether a telling affirms or denies: negations, verbs that turn round what follows, pairs of opposites (``opposites.yml``)."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import NamedTuple

from sayso.assess.wording import stem, stems
from sayso.lexicon import vocabulary
from sayso.lexicon.tables import rows
from sayso.lexicon.thesaurus import kinship
from sayso.lexicon.words import words
from sayso.text.normal import trunk

TOKEN = re.compile(r"n['’]t\b|[^\W\d_]+?(?=n['’]t\b)|[^\W\d_]+(?:-[^\W\d_]+)*")
# Words that hold a negation and deny nothing: bounds of figures, "not only", what is told in contrast (", not X,"; "rather than").
EMPTY = re.compile(
    r"\b(?:no|not)\s(?:more|less|fewer|later|earlier|sooner|longer|only|just|one\sbut)\b(?:\sthan)?|\bnot\s(?:to\smention|least)\b"
    r"|,\s(?:and\s)?not\s[^,.;]{1,40}(?=[,.;]|$)|\bnot\sfrom\b|\bno\s\w+er\b(?=[^.;]{1,40}\sthan\b)|\brather\sthan\s[^,.;]{1,40}|\bno\sdoubt\b|\band\snot\sby\s\w+|\band\snot\s(?:an?\s|the\s)?\w+(?:\s(?:it|them|him|her)sel(?:f|ves))?(?=\s(?:is|are|was|were|has|had|must|can|will|would|should|may|that|who)\b)"
    r"|(?:\bnot|n['’]t)\s(?:\w+\s){0,2}?(?:exceed\w*|surpass\w*|(?:more|less|fewer)\sthan)\b"
    r"|\bnot\ssince\b|\bno\s\w+\s(?:\w+\s){0,4}?(?:save|except|other\sthan)\b"
    r"|\bnot\s(?:an?\s|the\s)?\w+\s(?:\w+\s)?but\b|\b(?:almost|nearly|hardly|virtually)\s(?:no|nothing|never)\b|\bno\s(?:idea|matter|wonder)\b|\bnothing\sbut\b",
    re.IGNORECASE,
)


# One negation, not two: "neither the gate nor the wall", "no crack and never had been one".
NEITHER = re.compile(
    r"(\b(?:neither|nor|no|not|never)\b[^.;]{0,80}?)\b(?:nor|and (?:(?:there|it|they|he|she) )?(?:never|no|not))\b", re.IGNORECASE
)


# "The firm suspended its runs" and "the firm has no runs" are one, and so are "refused to say" and "would not say".
HALTED = vocabulary.pattern("moods", "halting")
DENIES = frozenset({"no", "not", "never", "cannot"})
LOST = re.compile(r"\b(?:lost|lose|loses|losing|lack\w*)\b", re.IGNORECASE)  # "left without power" and "lost power" are one


BROKEN_OFF = re.compile(
    r"\b(?:broke[n]?\s(?:down|off|up)|fell\s(?:through|apart)|collaps\w+|failures?)\b", re.IGNORECASE
)  # "failed", without "to"
CEASED = re.compile(r"\b(?<=was\s)stopped\b|(?<=were\s)stopped\b|(?<=been\s)stopped\b|\bfail(?:ed|s)(?!\sto\b)", re.IGNORECASE)


UNTIL = re.compile(
    r"(?:\bnot|\bnever|n['’]t)\b[^.;]{1,40}\s(?:until|till)\b", re.IGNORECASE
)  # "not until May" and "in May" are one
SHUN = re.compile(
    r"\b(refusal|(?:refus|declin)(?:e|es|ed|ing)|unwilling)\sto\s[a-z]", re.IGNORECASE
)  # "refused to open" and "did not open" are one


RULED_OUT = re.compile(r"\brul\w+\s(?:\w+\s)?out\b", re.IGNORECASE)
# What answers to "ruled out" and to "refused to": the same said without a negation.
EXCLUDED = re.compile(r"\b(?:exclud|dismiss|discount)\w*\b", re.IGNORECASE)
AWAY = re.compile(
    r"\b(?:turn(?:ed|s)|sent|kept)\s(?:\w+\s)?(?:away|down|out|back)\b|\b(?:barred|denied|blocked|prevented)\b", re.IGNORECASE
)


@cache
def sides() -> tuple[dict[str, str], dict[str, str]]:
    """Words that turn a telling round, and their opposites, each with the kind of its row."""
    table = [(f"{r['kind']} {n}", r) for n, r in enumerate(rows("opposites"))]
    against = {w.replace("-", " "): kind for kind, r in table for w in str(r["against"]).split()}
    plain = {w.replace("-", " "): kind for kind, r in table for w in str(r["for"]).split()}
    return against, plain


@cache
def phrases() -> tuple[tuple[str, str], ...]:
    """Those of the words that turn a telling round that are phrases, each with the kind of its row."""
    return tuple((w, kind) for w, kind in sides()[0].items() if " " in w)


class Telling(NamedTuple):
    """What is asked of one text whatever it is laid beside: its words, those of pairs of opposites, what may turn it round."""

    words: frozenset[str]  # in small letters
    opposites: frozenset[str]  # the kinds of its words whose opposites turn a telling round
    bare: str  # in small letters, phrases of bounds and contrast left out
    turning: tuple[tuple[str, str | None], ...]  # the words of ``bare`` as they stand, with the kind of their row
    shuns: str | None  # "refused", before what was not done


@lru_cache(maxsize=8192)
def telling(text: str) -> Telling:
    """A text taken apart once: it is laid beside many others."""
    bare = NEITHER.sub(
        lambda m: m.group(1) + " " * (len(m.group()) - len(m.group(1))), EMPTY.sub(lambda m: " " * len(m.group()), text)
    )
    against, plain = sides()
    words = frozenset(m.group().casefold() for m in TOKEN.finditer(text))
    shun = SHUN.search(bare)
    return Telling(
        words,
        frozenset(plain[w] for w in words if w in plain),
        bare.casefold(),
        tuple((m.group(), against.get(m.group().casefold().replace("’", "'"))) for m in TOKEN.finditer(bare)),
        shun.group(1) if shun else None,
    )


@lru_cache(maxsize=8192)
def turns(text: str, other: str) -> tuple[str, ...]:
    """The words that turn a telling round, in order; phrases of bounds and contrast left out.

    Of a pair of opposites the one ("refused") counts only where the other telling has the other ("agreed").
    """
    here, there = telling(text), telling(other)
    paired = there.opposites - here.opposites  # "rose after it had fallen"
    out = [w for w, kind in here.turning if kind is None and undone(w.casefold(), there.words)]
    out += [
        w
        for w, kind in here.turning
        if kind is not None
        and ((kind in paired and answers(w, kind, text, other)) if kind.startswith("pair") else counts(w, kind, there.words))
    ]
    out = [w for w in out if not said_by_opposite(w, text, other)]
    if LOST.search(other) or not _misses(text, there):
        out = [w for w in out if w.casefold() != "without"]
    halted = HALTED.search(other)
    if halted is not None and there.shuns is None and sides()[0].get(halted.group().casefold()) not in here.opposites:
        out = [w for w in out if w.casefold() not in DENIES and not w.casefold().endswith(("n't", "n’t"))]
    for m in CEASED.finditer(text):  # "was stopped at the gate" denies nothing, "the talks failed" is "they broke down"
        if m.group() in out and (m.group()[0] not in "fF" or BROKEN_OFF.search(other)):
            out.remove(m.group())
    out += [w for w, kind in phrases() if kind in paired and w in here.bare]
    if RULED_OUT.search(here.bare) and not EXCLUDED.search(other):
        out.append("ruled out")
    if here.shuns is not None and here.shuns not in out and not AWAY.search(other):
        out.append(here.shuns)
    return tuple(out)


def _misses(text: str, there: Telling) -> bool:
    """Whether the other telling has what is told to have been wanting, or is "un-" of it.

    "Left without a word" turns round nothing but a word; "without explanation" is "unexplained".
    """
    behind = frozenset(w for m in _WITHOUT.finditer(text) for w in stems(text[m.end() : m.end() + ROOM])[:NEXT])
    return any(stem(w) in behind or undone(w.casefold(), behind) for w in there.words)


_WITHOUT = re.compile(r"\bwithout\b", re.IGNORECASE)
EMPTY_OF = re.compile(r"\b(?:empty|emptied|vacant|bare|deserted)\b", re.IGNORECASE)


def said_by_opposite(word: str, text: str, other: str) -> bool:
    """Whether what a "not" denies is said in the other telling by the opposite: "did not pass", "failed"; "nothing in", "empty"."""
    low = word.casefold()
    if low in ("nothing", "nobody", "no") and EMPTY_OF.search(other):
        return True
    if low not in ("not", "no", "never") and not low.endswith(("n't", "n’t")):
        return False
    against, _ = sides()  # a word that turns its own telling is counted there
    said = telling(other).words - against.keys()
    for m in re.finditer(rf"{re.escape(low)}\s(?:\w+ly\s)?(?P<denied>[a-z]{{3,}})", text.casefold()):
        if any(kinship(m["denied"], w) == "opposite" for w in said):
            return True
    return False


def answers(word: str, kind: str, text: str, other: str) -> bool:
    """Whether a word stands beside one of the content words that its opposite stands beside in the other telling."""
    _, plain = sides()
    there = {w for m in TOKEN.finditer(other) if plain.get(m.group().casefold()) == kind for w in beside(other, m.start(), m.end())}
    here = {w for m in TOKEN.finditer(text) if m.group() == word for w in beside(text, m.start(), m.end())}
    return bool(here & there)


def beside(text: str, start: int, end: int) -> set[str]:
    """The first letters of the content words next to a place, ``NEXT`` on either side."""
    left, right = (
        [trunk(w) for w in stems(part) if len(w) > 2] for part in (text[max(0, start - ROOM) : start], text[end : end + ROOM])
    )
    return {*left[-NEXT:], *right[:NEXT]}


NEXT, ROOM = 3, 80  # content words on either side of an opposite, and the code points in which they are looked for; own choice


def undone(word: str, other: frozenset[str]) -> bool:
    """Whether a word is "un" before what the other telling has ("uninspected", "inspection")."""
    return len(word) > 7 and word.startswith("un") and any(w.startswith(word[2:7]) for w in other)


def counts(word: str, kind: str, other: frozenset[str]) -> bool:
    """Whether a negative adjective answers to something: the other telling has it without the prefix, or a negation."""
    if not kind.startswith("prefix"):
        return True
    low = word.casefold()
    return (
        low in other or bool({low[2:], low[2:] + "ly"} & other) or any(sides()[0].get(w, "").startswith("negation") for w in other)
    )


def reversed_(a: str, b: str) -> tuple[str, str] | None:
    """The words by which one telling affirms what the other denies; None where both do the same.

    Denials that both name are left out: "denied that it crossed" and "had not crossed, said he, denying the charge".
    """
    if UNTIL.search(a) or UNTIL.search(b):
        return None
    one, two = turns(a, b), turns(b, a)
    if any(w.casefold().startswith("den") for w in one) and any(w.casefold().startswith("den") for w in two):
        return None
    if len(one) % 2 == len(two) % 2:
        return None
    both = {w.casefold() for w in one} & {w.casefold() for w in two}  # "not insolvent", "insolvent": the "not" is what differs
    rest = [tuple(w for w in row if w.casefold() not in both) for row in (one, two)]
    if not any(rest):
        return None
    one, two = rest if any(len(r) % 2 for r in rest) else (one, two)
    more, _ = (one, two) if len(one) % 2 else (two, one)
    return (more[0], "") if more is one else ("", more[0])


def kept_elsewhere(text: str, word: str, page: str) -> bool:
    """Whether a page has a negation of a telling with the word before or behind it, wherever it stands ("left with nothing")."""
    low = re.escape(word.casefold())
    for m in re.finditer(rf"\w+\s{low}(?!\w)|(?<!\w){low}\s\w+", text.casefold()):
        beside_ = set(m.group().split()) - {word.casefold()}
        if not beside_ & words("en", "auxiliary") and re.search(rf"(?<!\w){re.escape(m.group())}(?!\w)", page.casefold()):
            return True
    return False
