"""What a page says of a name: the post that somebody holds, the body it is held in, what a body is called.

Titles, appositions, relative clauses and predicates round every mention of a name are read, words in resources/posts.yml;
extract/kinds.py weighs what comes out.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence

from sayso.extract.persons import FIRST, POSTS
from sayso.lexicon.posts import classes
from sayso.lexicon.roles import head
from sayso.lexicon.words import words
from sayso.text.tokens import Token, tokens

TITLE, APPOSITION, PREDICATE = 5, 12, 8  # words read before a name, after its comma, after "X is"
OWNER, SENTENCES = 90, 3  # words and sentences before "its" that are looked through for the body
_THEIRS = frozenset("its his her their our my your".split())
_IS = frozenset("is was are were became remains".split())
_STOPS = frozenset(',;:.()–—!?"“”')
_THINGS = frozenset("public private body arms wire sheet faith cause feed".split())
BODIES = frozenset({"body", "wire", "sheet", "private", "public"})  # classes of nouns that say what a body is
_SITS = re.compile(
    r", ?who (?:has |had )?(?:sat for|sits for|represent(?:s|ed)|(?:holds?|held|won) the seat)\b"
)  # ", who has sat for Upper Varn"
_SEAT = re.compile(
    r"[A-Z][\w.’'-]*(?:[ -](?:[A-Z][\w.’'-]*|and|of|the))*[,;–-] ?[A-Z]"
)  # "(Progressive, Glen and Isles)", "(R-Utah)"


def all_classes(listed: Sequence[Token]) -> frozenset[str]:
    """The classes of all of these words."""
    return frozenset().union(*(classes(t) for t in listed)) if listed else frozenset()


def _post(listed: Sequence[Token]) -> set[str]:
    """What a title, an apposition or a predicate says: the post by its head noun, the body by the rest."""
    small = words("en", "preposition")
    cut = next((i for i, t in enumerate(listed) if i and t.low in small), len(listed))
    front = listed[:cut]
    held = [t for t in front if classes(t) & POSTS and "honorific" not in classes(t)]
    out = {"arms"} if "arms" in all_classes(listed) else set()
    if not held or (classes(front[-1]) & BODIES and not classes(front[-1]) & POSTS):
        return out  # "the official news agency" holds no office
    noun = held[-1]
    if any("ended" in classes(t) for t in front):
        return out | {"ended"}
    post = next(p for p in ("office", "chief", "mouth", "expert", "trade") if p in classes(noun))
    if post == "office":
        return out | {"office"}
    return out | {f"{post}{b}" for b in _body([t for t in listed if t is not noun], noun)}


def _body(others: Sequence[Token], noun: Token) -> list[str]:
    """Where a post is held: in a state's body, in a private one, in one known by name alone, or the page does not say."""
    every = all_classes(others)
    if {"state", "body"} <= every:
        every = (every | {"public"}) - {"private"}  # "the National Forecast Service", "the State Institute of Statistics"
    every = every | {"public"} if "service" in every and not every & {"private", "public"} else every
    out = [f"_{b}" for b in ("public", "private", "portfolio") if b in every]
    if "office" in every or ("state" in every and "public" not in every and "private" not in every):
        out.append("_office")
    if out:
        return out
    if "body" in every:
        return ["_body"]
    if any(t.capital and t.low not in FIRST and not classes(t) and t.start < noun.start for t in others):
        return ["_of_name"]
    return ["_theirs"] if any(t.low in _THEIRS for t in others) else [""]


def _run(page: Sequence[Token], i: int, step: int, limit: int) -> list[Token]:
    """Words from ``i`` on in one direction, up to a mark."""
    out: list[Token] = []
    while 0 <= i < len(page) and len(out) < limit and page[i].text not in _STOPS:
        out.append(page[i])
        i += step
    return out if step > 0 else out[::-1]


def _title(page: Sequence[Token], i: int, limit: int) -> list[Token]:
    """The words of a title that ends at ``i``: back to a mark or to a word that belongs to no noun phrase."""
    run = _run(page, i, -1, limit)
    small = words("en", "preposition") | words("en", "clause") | words("en", "auxiliary")
    verbs = [n for n, t in enumerate(run) if t.low in small or (not t.capital and t.low.endswith("ed") and not classes(t))]
    return run[verbs[-1] + 1 :] if verbs else run


class Page:
    """The words of a page and where each stands, to ask what the page says of a name or of a role noun."""

    def __init__(self, text: str) -> None:
        """Read the whole page once."""
        self.text, self.words = text, tokens(text)
        self.places: dict[str, list[int]] = {}
        for i, t in enumerate(self.words):
            self.places.setdefault(t.low, []).append(i)

    def of_name(self, name: Sequence[str]) -> set[str]:
        """What stands round the mentions of a name: surname, and the first name where two on the page share it."""
        out: set[str] = set()
        full = False
        for i in self.places.get(name[0], ()):
            if not self.words[i].capital:
                continue
            first = self._first(i)
            run = self.words[first:i]
            if len(name) > 1 and not any(t.low == name[1] for t in run):
                continue
            full = full or any(len(t.text) > 1 for t in run)
            out |= self._before(first) | self._after(i)
        return out if full else out | {"never_full"}

    def post(self, listed: Sequence[Token]) -> set[str]:
        """What words of a title, an apposition or a predicate say of a post; "its" is the body that it stands for."""
        return _post([w for t in listed for w in (self._owner(t) if t.low in ("its", "their") else [t])])

    def _owner(self, its: Token) -> list[Token]:
        """The body with which the sentence before "its" begins, else its own or one before; itself where there is none."""
        end = bisect_left(self.words, its.start, key=lambda t: t.start)
        quoted, sentences = False, [[]]  # type: tuple[bool, list[list[int]]]
        for i in range(end - 1, max(-1, end - OWNER), -1):
            text = self.words[i].text
            if text in "“”":
                quoted = text == "”"
            elif not quoted and text in ".!?":
                sentences += [[]] if sentences[-1] else []
            elif not quoted:
                sentences[-1].append(i)
        return next((b for s in sentences[:SENTENCES] if (b := self._first_body(s[::-1]))), [its])

    def _first_body(self, sentence: Sequence[int]) -> list[Token]:
        """The first body of a sentence, with the words before its noun."""
        for i in sentence:
            if _thing(self.words[i]) - {"called_feed"}:
                more = [t for t in self.words[i + 1 : i + 3] if _thing(t)]
                return [t for t in [*_title(self.words, i, TITLE), *more] if t.low not in FIRST]
        return []

    def _first(self, i: int) -> int:
        while i and self._joins(i):
            i -= 1
        return i

    def _joins(self, i: int) -> bool:
        """Whether the word before belongs to the same name."""
        t, now = self.words[i - 1], self.words[i]
        dot = t.text == "." and i > 1 and len(self.words[i - 2].text) == 1
        named = t.word and t.capital and not classes(t) and t.low not in FIRST and not t.text.endswith(("'s", "’s"))
        opens = t.low in words("en", "preposition") | words("en", "clause") | words("en", "pronoun")
        return dot or (named and not opens and now.start - t.end <= 2)

    def _before(self, first: int) -> set[str]:
        """A title or an apposition before a name, honorifics between them."""
        i = first - 1
        while i >= 0 and (
            "honorific" in classes(self.words[i]) or (self.words[i].text == "." and "honorific" in classes(self.words[i - 1]))
        ):
            i -= 1
        if i < 0:
            return set()
        if self.words[i].word:
            held = classes(self.words[i]) & POSTS
            if not held and self.words[i + 1].start - self.words[i].end <= 1:
                return self._office_of(i) or _thing(self.words[i])
            return self.post(_title(self.words, i, TITLE)) if held and self.words[i + 1].start - self.words[i].end <= 1 else set()
        if self.words[i].text == "." and classes(self.words[i - 1]) & POSTS and len(self.words[i - 1].text) < 6:
            return self.post(_title(self.words, i - 1, TITLE))  # "Gov. Rask"
        if self.words[i].text in ",(":
            ahead = _run(self.words, i - 1, -1, APPOSITION)
            at = i - 1 - len(ahead)
            another = at > 0 and self.words[at].text == "," and self.words[at - 1].capital  # "Ola Rask, the mayor, and Ida Volk"
            return self.post(ahead) if ahead and not another and (ahead[0].low in FIRST or ahead[0].capital) else set()
        return set()

    def _office_of(self, i: int) -> set[str]:
        """ "Secretary of State Ola Rask", "Director of Supervision, Ola Rask": a title that ends in what the post is over."""
        j = i
        while j > 0 and (self.words[j].capital or self.words[j].low in ("of", "the", "and", "for")):
            if self.words[j].low == "of" and classes(self.words[j - 1]) & POSTS:
                return _post([*_title(self.words, j - 1, TITLE), *self.words[j : i + 1]])
            j -= 1
        return set()

    def _after(self, i: int) -> set[str]:
        """An apposition, a relative clause, a seat in brackets, "of X" or a predicate after a name."""
        after = self.words[i + 1] if i + 1 < len(self.words) else None
        if after is None:
            return set()
        if (after.text == "(" and _SEAT.match(self.text, after.end)) or _SITS.match(self.text, after.start):
            return {"seat"}
        if after.text in ",(–—":
            behind = _run(self.words, i + 2, 1, APPOSITION)
            if len(behind) == 1 and behind[0].text.isdigit():
                behind = _run(self.words, i + 4, 1, APPOSITION)
            opens = behind and (behind[0].low in FIRST | {"who"} or classes(behind[0]) or behind[0].capital)
            out = self.post(behind) | _headed(behind) if opens else set()
            if behind and behind[0].low in ("who", "which", "whose"):
                out.add(behind[0].low)
            if behind and behind[0].low in FIRST and not out:
                out |= _thing(head(behind)[-1])
            return out
        behind = _run(self.words, i + 2, 1, PREDICATE) if after.low in _IS else []
        return self.post(behind) if behind and behind[0].low in FIRST else set()


def _thing(noun: Token) -> set[str]:
    """What a noun that is no post calls a body: "the newspaper Orv Today", "Orv Lines, a firm"."""
    known = classes(noun)
    return set() if known & POSTS else {f"called_{c}" for c in known & _THINGS}


def _headed(behind: Sequence[Token]) -> set[str]:
    """ "Ola Rask, who heads the port authority": the clause has a body and no noun for the post."""
    heads = {"heads", "leads", "runs", "chairs", "directs", "headed", "led", "oversees", "represents", "commands"}
    if len(behind) < 2 or behind[0].low != "who" or behind[1].low not in heads:
        return set()
    every = all_classes(behind)
    return {f"chief_{b}" for b in ("public", "private") if b in every} or {"chief"}
