"""Which house publishes each page of the pile, under what names, so that a page that is cited is found among the others.

A page's house is its outlet, known by the table's name, by its host ("velmcourier.example" is the Velm Courier) or by a short form
("the Courier").
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple
from urllib.parse import urlsplit

from sayso.lexicon.outlets import known_outlet, outlet_of_host
from sayso.lexicon.senses import function_words
from sayso.lexicon.spellings import roman, sounds
from sayso.link.candidates import commonness
from sayso.link.names import abbreviates, house, house_words, initials, same_house
from sayso.model import HOUSES, ChainLink, Document, Reading, Span
from sayso.text.datelines import after_dateline
from sayso.text.letter_names import spelled_out
from sayso.text.normal import Word, fold, latin, stem, words

# Letters of a short form ("Courier") that the end of a host must have: shorter ones end many hosts.
LEAST_SHORT = 4
# Letters that a name must have to be found inside a longer phrase or in running text, or to stand before more words; in capitals
# throughout ("RTA") fewer will do.
LEAST_INSIDE, LEAST_CAPITALS = 6, 3
# A dateline stands in the first lines (a choice).
DATELINES = 8
# Such a name has no more words; a case ending changes or adds no more letters, and leaves so many as they are.
MOST_WORDS, MOST_ENDING, LEAST_STEM = 6, 3, 4
_GAP = re.compile(r"[ \u00a0'’&.-]{1,3}")
# Kinds under which the reader may have taken an outlet for a speaker.
_TEXTS = frozenset({"document", "social"})
_MISTAKEN = frozenset({"person", "organization", "ngo"})
_INSIDE = re.compile(r"[(\"“«]([^()\"“”«»\n]{2,40})(?:[)\"”»]|\Z)")
_ELIDED = re.compile(r"[^\W\d_]{1,5}['’](?=[A-ZÀ-ÖØ-Þ][^\W\d_])")
_ADDRESS = re.compile(r"(?<![\w@.-])(?:[a-z0-9-]{2,40}\.){1,3}[a-z]{2,18}(?![\w-])")
_BESIDE = re.compile(r"\s*[|·•]\s*|\s[–—]\s")
_HOST = re.compile(r"(?:[a-z0-9-]{1,63}\.){1,5}[a-z]{2,18}\Z")
# A service of a house is another house than it ("the Arabic-language service of Velm Radio").
_EDITION = re.compile(
    r"(?i)\b(?:service|edition|language|servicio|edición|edição|serviço|edizione|ausgabe|служба|служб[ыеу]|версия)\b"
)
_SECOND_LEVEL = frozenset("co com org net gov ac edu or www".split())


@lru_cache(maxsize=1 << 14)
def _undescribed(name: str) -> str:
    """A name without the description before it: "the news agency The Mill" is "The Mill"."""
    found = list(words(name))
    ends = [i for i, w in enumerate(found[:-1]) if w.text.islower() and fold(w.text) in house_words() and found[i + 1].capital]
    start = ends[-1] + 1 if ends else 0
    capital = next((i for i, w in enumerate(found) if w.capital), 0)
    rest = name[found[max(start, capital)].span.start :] if found else name
    rest = rest.split(" and ")[0].split(",")[0].strip()
    return rest.rstrip("»”") if not re.search('[«“„"]', rest) else rest


@lru_cache(maxsize=1 << 14)
def bare_name(name: str) -> str:
    """A name without description and article before it: "the news agency Norrin Press" is "Norrin Press"."""
    rest = _undescribed(name)
    found = list(words(rest))
    article = len(found) > 1 and fold(found[0].text) in function_words() and not found[0].text.isupper()
    return rest[found[1].span.start :] if article else rest


@lru_cache(maxsize=1 << 14)
def forms(name: str) -> tuple[str, ...]:
    """The names that one name gives: without description, without article, and what stands in quotation marks or parentheses."""
    inside = [m.group(1).strip() for m in _INSIDE.finditer(name)]
    return tuple(dict.fromkeys(f for f in (bare_name(name), _undescribed(name), *inside) if f))


def host_of(url: str | None) -> str:
    """The host of an address, empty where there is none or the address is broken."""
    try:
        return (urlsplit(url).hostname if url and "//" in url else None) or ""
    except ValueError:
        return ""


def host_labels(document: Document) -> frozenset[str]:
    """The letters of the names in a page's host: "news.velm-courier.example" gives "velmcourier" and "news"."""
    host = host_of(document.url) or (document.outlet if document.outlet and _HOST.match(document.outlet) else "")
    parts = [p.replace("-", "") for p in host.lower().split(".")[:-1]]
    return frozenset(p for p in parts if len(p) > 2 and p not in _SECOND_LEVEL and p not in house_words())


@lru_cache(maxsize=1 << 14)
def _written(name: str) -> frozenset[str]:
    """The letters of a name as a host may have them: with or without article and trailing description, or its acronym."""
    found = [w.text for w in words(name)]
    out = {initials(name)} - {""}
    out |= _written(name.replace("&", " and ")) if "&" in name else frozenset()
    for start in {0, int(bool(found) and fold(found[0]) in function_words())}:
        for end in range(len(found), start, -1):
            out.add("".join(latin(w) for w in found[start:end]))
            if fold(found[end - 1]) not in house_words():
                break
    return frozenset(out)


class _House(NamedTuple):
    """A house as its pages give it: names, the letters of its hosts, and those of its domain alone."""

    names: tuple[str, ...]
    labels: frozenset[str]
    domain: str = ""

    def spellings(self) -> Iterator[tuple[str, ...]]:
        """The words of its names and its domain, where they are distinctive enough to be found in running text."""
        for name in self.names:
            found = [w.text for w in words(name)]
            found = found[1:] if len(found) > 1 and fold(found[0]) in function_words() else found
            if found and _distinctive(found):
                yield tuple(map(latin, found))
        if _distinctive([self.domain]):
            yield (self.domain,)

    def extended(self, name: str) -> bool:
        """Whether a name is the house's own and more ("Velm Courier Sport")."""
        found = list(words(bare_name(name)))
        if any(w.text.endswith(("'s", "’s")) or fold(w.text) in function_words() for w in found):
            return False
        own = {"".join(k) for k in self.spellings()}
        return any("".join(latin(w.text) for w in found[:n]) in own for n in range(1, len(found)))

    def called(self, name: str) -> bool:
        """Whether this name is a full name of the house."""
        given = forms(name)
        canonical = {k for f in (name, *given) if (k := known_outlet(f))}
        for own in self.names:
            if (known_outlet(own) or own) in canonical or any(same_house(own, f) for f in (name, *given)):
                return True
        if any(not self.labels.isdisjoint(_written(f)) for f in given):
            return True
        codes = self.labels | {own.lower() for own in self.names if own.isupper()}
        if any(not codes.isdisjoint(spelled_out(f)) for f in given):
            return True
        return any(roman(own) != roman(f) and not sounds(own).isdisjoint(sounds(f)) for own in self.names for f in given)

    def shortly(self, name: str, alone: bool = False) -> bool:
        """Whether the name is the last word of the house's own ("the Courier"); ``alone``: or the first of its host."""
        mine = house(bare_name(name)).words
        found = list(words(bare_name(name)))
        if len(found) != 1 or len(mine) != 1 or not found[0].capital:
            return False
        word = next(iter(mine))
        last = [latin(w.text) for own in self.names for w in list(words(own))[-1:]]
        hosts = [x for x in self.labels if len(word) >= LEAST_SHORT and x != word]
        return word in last or any(x.endswith(word) or (alone and x.startswith(word)) for x in hosts)

    def begins(self, name: str) -> bool:
        """Whether the house's own name begins with this one, of two words at least: "Radio Tolm" of "Radio Tolm da Serra"."""
        given = [latin(w.text) for w in words(bare_name(name))]
        return len(given) > 1 and any(len(own) > len(given) and list(own[: len(given)]) == given for own in self.spellings())


def _distinctive(name: Sequence[str]) -> bool:
    """Whether a name, word by word, is hardly met as anything else: two words and more, or one long or capital one that is rare."""
    own = [w for w in name if fold(w) not in house_words()]
    letters = "".join(map(latin, name))
    if not own or len(letters) < (LEAST_CAPITALS if "".join(name).isupper() else LEAST_INSIDE):
        return False
    return len(name) > 1 or not commonness().get(stem(name[0]))


class Named(NamedTuple):
    """A house of the pile that a text names: where, its name there, and its pages."""

    span: Span
    name: str
    pages: tuple[str, ...]


class Houses:
    """The houses of all pages of a pile; a name is compared with each house once, however many pages it has."""

    def __init__(self, readings: Sequence[Reading]) -> None:
        self._of = {r.document.id: _House(_given(r.document), host_labels(r.document), _domain(r.document)) for r in readings}
        self._pages: dict[_House, list[str]] = {}
        for page in sorted(self._of):
            self._pages.setdefault(self._of[page], []).append(page)
        self._printed: dict[str, list[str]] = {}
        for page, name in sorted((r.document.id, name) for r in readings for name in _printed(r.document)):
            self._printed.setdefault(name, []).append(page)
        self._printing: dict[str, tuple[str, ...]] = {}
        self._found: dict[str, tuple[str, ...]] = {}
        self._inside: dict[tuple[str, str | None], list[Named]] = {}
        self._spelled: dict[str, list[tuple[tuple[str, ...], _House]]] = {}
        self._domains: dict[str, list[_House]] = {}
        for h in self._pages:
            if h.domain:
                self._domains.setdefault(h.domain, []).append(h)
            for key in sorted(set(h.spellings())):
                self._spelled.setdefault("".join(key)[:2], []).append((key, h))

    def own(self, page: str, name: str | None, kind: str = "outlet") -> bool:
        """Whether this is the page's own house, by whatever form of its name."""
        if not name:
            return False
        own = self._of[page]
        return own.called(name) or own.shortly(name, alone=True) or (kind in HOUSES and own.extended(name))

    def of(self, page: str) -> tuple[str, ...]:
        """All pages of the house that published this page."""
        return tuple(self._pages[self._of[page]])

    def pages(self, name: str) -> tuple[str, ...]:
        """The pages of the pile that this house published; by a short form or beginning where that fits one house alone."""
        if name not in self._found:
            exact = [h for h in self._pages if h.called(name)]
            short = [h for h in self._pages if h.shortly(name)] if not exact else []
            short = short or ([h for h in self._pages if h.begins(name)] if not exact else [])
            fitting = exact or (short if len(short) == 1 else [])
            self._found[name] = tuple(sorted(p for h in fitting for p in self._pages[h]))
        return self._found[name]

    def cited(self, name: str, language: str | None) -> tuple[str, ...]:
        """The pages of the house that a source's name is, or holds: "the daily Velm Courier's report"."""
        if exact := self.pages(name):
            return exact
        found = self.inside(name, language)
        return found[0].pages if found and not _EDITION.search(name) else ()

    def printing(self, name: str) -> tuple[str, ...]:
        """The pages that print an agency's text under its dateline, where the agency has none of its own in the pile."""
        if name not in self._printing:
            own = not name or self.pages(name)
            found = {p for n, pages in self._printed.items() if not own and same_house(name, n) for p in pages}
            self._printing[name] = tuple(sorted(found))
        return self._printing[name]

    def inside(self, text: str, language: str | None = "en") -> list[Named]:
        """The houses of the pile that stand in a phrase or a running text under a distinctive name, case endings aside."""
        if (text, language) not in self._inside:
            self._inside[text, language] = self._named(text, language)
        return self._inside[text, language]

    def _named(self, text: str, language: str | None) -> list[Named]:
        found, out, end, endings = [_bare(w) for w in words(text)], [], 0, language not in ("en", None)
        for n, first in enumerate(found):
            if first.span.start < end or not (first.capital or first.caseless):
                continue
            letters = latin(first.text)
            near = self._spelled.get(letters[:2], ())
            run = _run(text, found, n) if near else [first]
            spelt = [(k, h) for key, h in near if (k := _spells(run, key, endings))]
            if not spelt and first.text.isupper() and LEAST_CAPITALS <= len(letters) < LEAST_INSIDE:
                spelt = [(1, h) for h in self._domains.get(letters, ())]
            longest = max((k for k, _ in spelt), default=0)
            if longest and not _goes_on(text, found, n + longest):
                end = run[longest - 1].span.end
                span = Span(first.span.start, end)
                out.append(Named(span, span.of(text), self._published(h for k, h in spelt if k == longest)))
        hosts = ((m, self._domains.get(_label(m.group()))) for m in _ADDRESS.finditer(text))
        out += [Named(Span(*m.span()), m.group(), self._published(h)) for m, h in hosts if h]
        return sorted(out)

    def _published(self, houses: Iterable[_House]) -> tuple[str, ...]:
        return tuple(sorted({p for h in houses for p in self._pages[h]}))

    def publishes(self, link: ChainLink, page: str = "", language: str | None = "en") -> bool:
        """Whether a link of a page's chain is an outlet, or another's text: by its kind, or because the pile has pages of it."""
        if not link.name:
            return False
        if link.kind in _TEXTS:
            return any(page not in n.pages for n in self.inside(link.name, language))
        return link.kind in HOUSES or (link.kind in _MISTAKEN and bool(self.pages(link.name)))


def _bare(word: Word) -> Word:
    """A word without an elided article before its capital: "l'Agence"."""
    m = _ELIDED.match(word.text) if "'" in word.text or "’" in word.text else None
    return Word(word.text[m.end() :], Span(word.span.start + m.end(), word.span.end)) if m else word


def _run(text: str, found: Sequence[Word], n: int) -> list[Word]:
    """The words from the n-th on that hang together, as many as a name may have."""
    out = [found[n]]
    for a, b in pairwise(found[n : n + MOST_WORDS]):
        if not _GAP.fullmatch(text, a.span.end, b.span.start):
            break
        out.append(b)
    return out


def _spells(run: Sequence[Word], key: Sequence[str], endings: bool) -> int:
    """How many words of the run spell a name, 0 where they do not: letter by letter, or word by word with other ``endings``."""
    wanted, letters = "".join(key), ""
    for n, word in enumerate(run, 1):
        letters += latin(word.text)
        if letters == wanted and word.capital | word.caseless:
            return n
        if len(letters) >= len(wanted):
            break
    if endings and len(run) >= len(key) and all(map(_inflected, (latin(w.text) for w in run), key)):
        return len(key)
    return 0


def _inflected(word: str, base: str) -> bool:
    """Whether two words differ by an ending at most."""
    common = next((n for n, (a, b) in enumerate(zip(word, base, strict=False)) if a != b), min(len(word), len(base)))
    least = min(max(LEAST_STEM, len(base) - 2), len(base))
    return common >= least and len(word) - common <= MOST_ENDING


def _goes_on(text: str, found: Sequence[Word], n: int) -> bool:
    """Whether another capital follows at once: "Velm Courier Arabic" is not the Velm Courier."""
    if n >= len(found) or text[found[n - 1].span.end : found[n].span.start] not in (" ", "\u00a0", "-"):
        return False
    return found[n].capital and fold(found[n].text) not in house_words()


def _domain(document: Document) -> str:
    """The letters of the label that an owner chose for a page's address."""
    return _label(host_of(document.url))


def _label(host: str) -> str:
    parts = [p for p in host.lower().split(".")[:-1] if p not in _SECOND_LEVEL]
    return parts[-1].replace("-", "") if parts else ""


def _given(document: Document) -> tuple[str, ...]:
    """The names that the reader found: the outlet's, its short form in brackets behind it, the table's for its host."""
    host = host_of(document.url)
    named = document.outlet if document.outlet and not _HOST.match(document.outlet) else None
    codes = re.findall(rf"(?<!\w){re.escape(named)}[ \u00a0]\(([^\W\d_a-z]{{2,9}})\)", document.text) if named else []
    return tuple(dict.fromkeys(n for n in (named, *codes, outlet_of_host(host) if host else None) if n))


def _printed(document: Document) -> frozenset[str]:
    """The agency whose text a page prints, as its dateline and its byline have it: "By Norrin Press Service", "ORLE (NPS) –"."""
    text, at, out = document.text, 0, set()
    for line in text.splitlines(keepends=True)[:DATELINES]:
        end = after_dateline(text, Span(at, at + len(line)))
        out |= {m.group(1) for m in _INSIDE.finditer(text, at, end) if end > at}
        at += len(line)
    heads = [document.byline or "", *(p for line in text.splitlines()[:DATELINES] for p in _BESIDE.split(line))]
    return frozenset(out | {p.strip() for p in heads if any(abbreviates(code, p.strip()) for code in out)})
