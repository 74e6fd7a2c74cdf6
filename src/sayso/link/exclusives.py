"""Words that somebody said to one house: another page with the very same words, which was told nothing itself, has them from it."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence

from sayso.link.meanings import proper_keys
from sayso.link.names import same_house, same_person
from sayso.link.order import Order
from sayso.model import PERSONS, ChainLink, Derivation, Document, Reading, Reason, Statement

# Words, and letters in all, from which on two persons asked on one day do not say the same by chance; own choice: shorter ones
# ("No comment", "We are shocked") are said to everybody.
LEAST_WORDS, LEAST_LETTERS = 3, 14
WEIGHT = 6.0
_MARKED = re.compile(r"[\"“„«‘']([^\"“”„«»]{8,600}?)[,.!?…]?[\"”»’'](?!\w)")
_LETTERS = re.compile(r"[^\W\d_]+")


def exclusives(readings: Sequence[Reading], order: Order, known: Collection[frozenset[str]]) -> list[Derivation]:
    """Each page with the page whose house heard the words that it quotes; pairs in ``known`` are tied already."""
    documents = {r.document.id: r.document for r in readings}
    told: dict[str, list[Statement]] = defaultdict(list)
    for reading in sorted(readings, key=lambda r: r.document.id):
        for s in reading.statements:
            for words in _spoken(s, reading.document):
                told[words].append(s)
    alone = {_told(s) for r in readings for s in r.statements if _exclusive(s, documents)}
    out: dict[tuple[str, str], Derivation] = {}
    for words, tellings in sorted(told.items()):
        heard = [s for s in tellings if _exclusive(s, documents) or (_nameless(s) and _told(s) in alone)]
        if len({s.document for s in heard}) != 1:
            continue  # said to nobody alone
        first = heard[0]
        for s in tellings:
            way = s.document, first.document
            fresh = s.document != first.document and frozenset(way) not in known
            if fresh and order.may_follow(*way) and _one_speaker(s.chain[-1], first.chain[-1]):
                out.setdefault(way, _edge(s, first, words, documents))
    return list(out.values())


def _spoken(s: Statement, document: Document) -> Iterator[str]:
    """The words in quotation marks of a telling, in small letters without marks."""
    if s.voice not in ("direct", "mixed") or len(s.chain) < 2:
        return
    for m in _MARKED.finditer(document.text, s.span.start, s.span.end):
        words = [w.casefold() for w in _LETTERS.findall(m[1])]
        if len(words) >= LEAST_WORDS and sum(map(len, words)) >= LEAST_LETTERS:
            yield " ".join(words)


def _exclusive(s: Statement, documents: Mapping[str, Document]) -> bool:
    """Whether the page says that this was said to its own house."""
    return s.addressee is not None and same_house(s.addressee.name, documents[s.document].outlet)


def _told(s: Statement) -> tuple[str, str | None]:
    """The page and who tells something there."""
    return s.document, s.chain[-1].source


def _nameless(s: Statement) -> bool:
    """Whether a source that no page names speaks, and to nobody in particular: it spoke where it spoke before.

    "Two officials told the Courier C. … “D”, one of them said": who has a name speaks in public, too.
    """
    last = s.chain[-1]
    return s.addressee is None and len(s.chain) == 2 and bool(last.name) and not proper_keys(last.name or "")


def _one_speaker(a: ChainLink, b: ChainLink) -> bool:
    """Whether nothing in two names speaks against one speaker: one of them may be described only."""
    return a.kind not in PERSONS or b.kind not in PERSONS or same_person(a.name, b.name)


def _edge(s: Statement, first: Statement, words: str, documents: Mapping[str, Document]) -> Derivation:
    house = documents[first.document].outlet
    why = Reason("words said to one house", f"“{words[:80]}” was said to {house}, as its page says", WEIGHT)
    return Derivation(s.document, first.document, "rewrite", True, False, WEIGHT, (why,), tuple(sorted((s.id, first.id))))
