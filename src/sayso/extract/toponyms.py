"""Which names of a text are places' at all: what stands round a name says it, the gazetteer only that there is such a place.

No place is chosen here: ``places`` does. Persons, bodies, outlets and governments that speak go out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import groupby

from sayso.lexicon.gazetteer import Entry, Precision, key, named, peoples, sounding
from sayso.lexicon.place_words import nobody, place_words, types
from sayso.lexicon.roles import bodies, role_words
from sayso.lexicon.words import cues
from sayso.model import Span

_CAPITAL = "A-ZÀ-ÖØ-ÞĀ-ſƏḀ-ỿΆ-ΫЀ-ЯҐ"
_WORD = re.compile(rf"(?<![\w.])(?:(?:[A-Z]\.){{2,4}}(?!\w)|(?:[a-z]{{2,3}}[-‑])?[{_CAPITAL}][\w]*(?:[-‑’'ʼ`][\w]+)*)")
_POSSESSIVE = re.compile(r"['’]s?\Z")
_TAIL = re.compile(r"[-‑](?P<tail>based|held|controlled|born|area|bound|led|backed|occupied|run)\Z")
_SOFT = re.compile(
    r"\s(?:of(?: the)?|d[eio]|del|de l[ao]s?|da|dos?|du|l[ae]s?|los|el|al|ul|ash?|e[sz]|az|upon|on|sur|am|im|and|y|e)\s\Z"
)
_DOTTED = frozenset({"St", "Ste", "Mt", "Ft", "Pt"})
_AFTER = re.compile(r"(?:['’]s?)?\s+(?P<word>[a-z]+)\b")
_SPEAKS = re.compile(r"(?:,? (?:has|have|had|also|would|will|later|again|on \w+day))* (?P<verb>[a-z]+)\b")
_USED = re.compile(r"[ -](?P<word>[a-z]{3,})")
_LISTED = re.compile(r"(?:,\s*(?:and\s+)?|\s+(?:and|or|to)\s+|,?\s+as well as\s+)(?:the\s+)?(?:in\s+)?\Z")
_OPENING = re.compile(r"(?:\A|[\n.!?:;•|–—-]\s*|[“”\"‘(\[]\s*)\Z")
_CASELESS = frozenset({"ar", "fa", "ur"})
_ARABIC = re.compile(r"[\u0620-\u06ff]+")
_LINE = re.compile(r"[^\n]+")
_LEADS = re.compile(r"\s?(?:,|\(|[-–—/])")
LOOK = 48  # code points before a name that are looked at: "the southern outskirts of the besieged city of"
RUN = 12  # words; a longer row of capitals is a line in capitals
ACRONYM = 4  # letters; so short a name in capitals is a body's ("BET"), whatever town is called so
LONGEST = 5  # words of a place's name: "Saint Vincent and the Grenadines"
TITLED = 0.8  # from this share of capitals on a line is in headline case: neighbours with capitals say nothing
SAID, IN, OF, BARE = 3, 2, 1, 0  # evidence: said to be a place, after a word of place, after a loose word, none


@dataclass(frozen=True, slots=True)
class Toponym:
    """A name that may be a place's. ``kind`` is what a word of type says of it; ``found`` the places of that name."""

    span: Span
    name: str
    evidence: int
    found: tuple[Entry, ...] = ()
    kind: Precision | None = None
    opens: bool = False
    spoken: bool = False  # found by its sound only


@dataclass(slots=True)
class Capital:
    """A word with a capital, without its possessive."""

    start: int
    end: int
    low: str
    text: str
    tight: bool = False  # goes on in the next word, after a blank
    soft: bool = False  # goes on after "of", "de", …
    based: bool = False

    @property
    def kind(self) -> str:
        """What a neighbour of this word has to know of it."""
        if self.low in place_words("body") or self.low in bodies():
            return "body"
        if self.low in place_words("title") or self.low in role_words():
            return "title"
        return (
            "side"
            if self.low in place_words("side")
            else "type"
            if self.low in types()
            else "people"
            if self.low in peoples()
            else ""
        )


@dataclass
class Toponyms:
    """The names of one text that may be places'. ``persons`` are words of names that are somebody's."""

    text: str
    language: str = "en"
    persons: set[str] = field(default_factory=set)
    words: list[Capital] = field(default_factory=list)

    def found(self) -> list[Toponym]:
        """All of them in text order."""
        words = self.words = self._words()
        self._untie(words)
        out: list[Toponym] = []
        start = 0
        while start < len(words):
            end = start
            while words[end].tight and end + 1 < len(words):
                end += 1
            out += self._run(words, start, end)
            start = end + 1
        if self.language in _CASELESS:
            out = sorted([*out, *self._caseless()], key=lambda t: t.span)
        return [t for t in self._listed(out) if not self._somebody(t)]

    def _caseless(self) -> Iterator[Toponym]:
        """Names in Arabic letters, which have no capitals: the longest known one behind a word of place."""
        found = list(_ARABIC.finditer(self.text))
        for n, m in enumerate(found):
            if m.group() not in place_words("locative", self.language):
                continue
            for last in range(min(n + 3, len(found) - 1), n, -1):
                start, end = found[n + 1].start(), found[last].end()
                if end - start < 40 and (entries := named(self.text[start:end])):
                    yield Toponym(Span(start, end), self.text[start:end], IN, entries)
                    break

    def _words(self) -> list[Capital]:
        out: list[Capital] = []
        for m in _WORD.finditer(self.text):
            word, start = m.group(), m.start()
            if word[0].islower() and word[0].isascii() and "-" not in word and "‑" not in word:
                continue
            based = _TAIL.search(word)
            word = word[: based.start()] if based else _POSSESSIVE.sub("", word)
            low = word.lower()
            if not word or (low in nobody() and not (word.isupper() and 1 < len(word) <= 3)):
                continue
            here = Capital(start, start + len(word), low, word, based=based is not None)
            if out:
                self._joined(out[-1], here)
            out.append(here)
        return out

    def _joined(self, before: Capital, here: Capital) -> None:
        gap = self.text[before.end : here.start]
        before.tight = gap in (" ", "\u00a0") or (gap == ". " and (before.text in _DOTTED or len(before.text) == 1))
        before.soft = len(gap) <= 8 and _SOFT.match(gap) is not None

    def _untie(self, words: Sequence[Capital]) -> None:
        """In lines in headline case, and in rows of capitals too long for a name, each word stands alone."""
        n = 0
        for line in _LINE.finditer(self.text):
            first = n
            while n < len(words) and words[n].start < line.end():
                n += 1
            if n - first >= 4 and line.end() - line.start() < 200 and not line.group().rstrip().endswith("."):
                long = [w for w in line.group().split() if len(w) > 3]
                if sum(w[:1].isupper() for w in long) > TITLED * len(long):
                    for w in words[first:n]:
                        w.tight = False
        for tight, run in groupby(words, key=lambda w: w.tight):
            if tight and len(row := list(run)) >= RUN:
                for w in row:
                    w.tight = False

    def _run(self, words: Sequence[Capital], first: int, last: int) -> Iterator[Toponym]:
        """The places of one run of words with capitals that only blanks part."""
        held: list[tuple[int, int, tuple[Entry, ...]]] = []
        n = first
        while n <= last:
            end, entries = self._longest(words, n)
            if entries:
                held.append((n, end, entries))
            n = end + 1
        last = max(last, held[-1][1]) if held else last
        kinds = [words[n].kind for n in range(first, last + 1)]
        whole = bool(held) and held[0][:2] == (first, last)
        self._remember(words, first, last, kinds, whole)
        if "body" in kinds and not whole:
            return
        for n, (a, b, entries) in enumerate(held):
            before = kinds[a - first - 1] if a > first else "."
            after = kinds[b - first + 1] if b < last else "."
            beside = (n and held[n - 1][1] == a - 1) or (n + 1 < len(held) and held[n + 1][0] == b + 1)
            if after == "type":
                typed, beyond = True, kinds[b - first + 2] if b + 1 < last else "."
                if beyond in ("", "body"):
                    continue
            else:
                typed = before == "type" and a == first + 1
            if before in ("", "title") or after == "" or (beside and before in ("", ".") and after in ("", ".")):
                continue
            if before == "type" and not typed:
                continue
            yield from self._judged(words, a, b, entries, typed)
        if not held and "body" not in kinds and last - first < 3:
            yield from self._unknown(words, first, last, kinds)

    def _longest(self, words: Sequence[Capital], n: int) -> tuple[int, tuple[Entry, ...]]:
        """The last word of the longest name of a place that begins at word ``n``, with the places; or the word itself and none."""
        ends = [n]
        while len(ends) < LONGEST and ends[-1] + 1 < len(words) and (words[ends[-1]].tight or words[ends[-1]].soft):
            ends.append(ends[-1] + 1)
        for end in reversed(ends):
            name = self.text[words[n].start : words[end].end]
            entries = named(name)
            if not entries and self.text[max(0, words[n].start - 4) : words[n].start].lower() == "the ":
                entries = named("the " + name)
            if entries and not (end == n and words[n].kind in ("type", "side", "body", "title")):
                return end, entries
        return n, ()

    def _remember(self, words: Sequence[Capital], first: int, last: int, kinds: Sequence[str], whole: bool) -> None:
        """Words of persons' names: two or three capitals that are no place's name, or what follows a title."""
        word, of = self._before(words[first].start)
        titled = word in place_words("title") and not of
        names = [w for w, k in zip(words[first : last + 1], kinds, strict=True) if k in ("", "people")]
        if whole and not titled:
            return
        if titled or (2 <= len(names) <= 4 and not {"body", "type", "side"} & set(kinds)) or ("title" in kinds[:-1] and names):
            self.persons.update(key(w.text) for w in names[-3:] if not (kinds[0] == "" and "title" in kinds[1:] and w is names[0]))

    def _judged(self, words: Sequence[Capital], a: int, b: int, entries: tuple[Entry, ...], typed: bool) -> Iterator[Toponym]:
        """A name of the gazetteer with what stands round it."""
        start, end = words[a].start, words[b].end
        evidence, kind = self._evidence(start, end)
        if words[b].based:
            evidence = max(evidence, IN)
        if typed:
            grown = self._with_type(words, a, b)
            start, end, kind = grown[0], grown[1], grown[2] or kind
            whole = named(self.text[start:end])
            if whole or kind in ("point", "region"):
                entries = whole
            evidence = SAID
        if self._body_before(words, a) or self._speaks(end, evidence) or self._thing(start, end, evidence):
            return
        name = self.text[start:end]
        if name.lower() in bodies() or (
            name.isupper() and len(name) <= ACRONYM and evidence < SAID and entries[:1] and entries[0].kind == "city"
        ):
            return
        opens = evidence == BARE and self._opens(start)
        yield Toponym(Span(start, end), self.text[start:end], evidence, entries, kind, opens)

    def _unknown(self, words: Sequence[Capital], first: int, last: int, kinds: Sequence[str]) -> Iterator[Toponym]:
        """A name that no place bears in this spelling: found by its sound after a word of place, or said to be one."""
        side = first + 1 if kinds[0] == "side" and last > first else first
        typed = last > side and kinds[-1] == "type"
        start, end = words[side].start, words[last].end
        evidence, kind = self._evidence(start, end)
        if typed:
            evidence, kind = SAID, types()[words[last].low]
        if evidence < IN or self._body_before(words, first) or {"title", "people"} & set(kinds) or self._opens(start):
            return
        if typed and kind in ("city", "point") and self._evidence(start, end)[0] < IN:
            return
        bare_end = words[last - 1].end if typed and kind in ("province", "city") else end
        entries = sounding(self.text[start:bare_end])
        if entries or evidence == SAID:
            yield Toponym(Span(start, end), self.text[start:end], evidence, entries, kind, False, True)

    def _with_type(self, words: Sequence[Capital], a: int, b: int) -> tuple[int, int, Precision | None]:
        """A name with the word of type that is written with it: "Henry County", "Lake Victoria"."""
        if b + 1 < len(words) and words[b].tight and words[b + 1].low in types():
            return words[a].start, words[b + 1].end, types()[words[b + 1].low]
        return words[a - 1].start, words[b].end, types().get(words[a - 1].low)

    def _before(self, start: int) -> tuple[str, bool]:
        """The word before a name, without "the", in lower case; and whether "of" stands between."""
        piece = self.text[max(0, start - LOOK) : start].rpartition("\n")[2]
        before = piece.lower().split() if piece[-1:].isspace() else []
        if before and before[-1] == "the":
            before.pop()
        of = len(before) > 1 and before[-1] == "of"
        return (before[-2] if of else before[-1]).lstrip("“\"‘'([") if before else "", of

    def _evidence(self, start: int, end: int) -> tuple[int, Precision | None]:
        """What the words before and behind a name say of it."""
        after = _AFTER.match(self.text, end, end + LOOK)
        if after and (kind := types().get(after["word"])):
            return SAID, kind
        if (after and after["word"] in place_words("local")) or self._dateline(start, end):
            return IN, None
        word, of = self._before(start)
        if of:
            kind = types().get(word) or types().get(word.removesuffix("s"))
            near = word in place_words("side") or word in ("outskirts", "countryside", "rest", "part", "parts")
            return (SAID, kind) if kind else (IN if near else OF, None)
        if word in place_words("locative", self.language) or word in place_words("side"):
            return IN, None
        return (OF if word in place_words("loose") else BARE), None

    def _opens(self, start: int) -> bool:
        """Whether a name opens a sentence, so that its capital says nothing."""
        return _OPENING.search(self.text, max(0, start - 4), start) is not None

    def _dateline(self, start: int, end: int) -> bool:
        """Whether the name opens a line in capitals: "OTTAWA –", "BEIRUT (Agency)"."""
        return (
            self.text[start:end].isupper()
            and end - start > 3
            and (start == 0 or self.text[start - 1] == "\n")
            and _LEADS.match(self.text, end) is not None
        )

    def _body_before(self, words: Sequence[Capital], a: int) -> bool:
        """Whether the name belongs to a larger one: "University of Toledo", "Voice of America"; "Mayor of Boston" is no name."""
        before = words[a - 1] if a else None
        if before is None or not before.soft or before.kind in ("title", "people", "side"):
            return False
        return re.match(r"\s(?:of|de|du|del)\s", self.text[before.end : words[a].start]) is not None and before.tight is False

    def _speaks(self, end: int, evidence: int) -> bool:
        """Whether the name stands for a government: "Washington said", "Ankara has denied"."""
        if evidence >= IN:
            return False
        m = _SPEAKS.match(self.text, end, end + LOOK)
        return m is not None and m["verb"] in cues("en")

    def _thing(self, start: int, end: int, evidence: int) -> bool:
        """Whether the name is part of a thing's: "West Nile virus", "US forces", "US$100", "St. Mary's"."""
        after = _AFTER.match(self.text, end, end + LOOK)
        if (
            evidence < IN
            and self.text[start:end].replace(".", "").isupper()
            and end - start <= 4
            and (m := _USED.match(self.text, end))
        ):
            return m["word"] not in nobody()
        saint = self.text.startswith(("St. ", "St "), start) and self.text[end : end + 1] in ("'", "’")
        return saint or self.text[end : end + 1] == "$" or (after is not None and after["word"] in place_words("thing"))

    def _listed(self, found: Sequence[Toponym]) -> Iterator[Toponym]:
        """What stands in a row with a place is one: "in Hama, Homs and Idlib"."""
        before: Toponym | None = None
        for t in found:
            near = before is not None and t.evidence < IN <= before.evidence and t.span.start - before.span.end < 24
            if near and before and _LISTED.fullmatch(self.text, before.span.end, t.span.start):
                t = replace(t, evidence=IN)
            before = t
            yield t

    def _somebody(self, t: Toponym) -> bool:
        """Whether the name is a person's on this page; only a word of place right before it says otherwise."""
        last = key(t.name)
        if last not in self.persons:
            return False
        whose = self.text[t.span.end : t.span.end + 2] in ("'s", "’s")
        return t.evidence < IN or whose or (t.evidence == SAID and t.kind in ("point", "region"))  # "the Harcourt camp"
