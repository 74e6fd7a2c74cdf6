"""The telephone game: how much of a known descent sayso recovers, and how long that takes (``python bench/telephone/game.py``).

A story enters with a speaker whom one outlet has interviewed. Every later page has it from an earlier one, or from an outlet that
is not in the pile: it keeps most facts in their order, changes words and figures, adds a fact of its own, names where it has them
from or does not, and carries its outlet's stock phrases. The words are made of syllables; nothing is from a page anybody wrote.
Linking and assessing alone are measured: the pages are made as the reader would hand them on.
"""

from __future__ import annotations

import argparse
import hashlib
import random
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta

from sayso.assess import Assessment, AssessOptions, assess
from sayso.link import LinkOptions, link
from sayso.model import ChainLink, Document, Linking, Published, Quantity, Reading, Source, Span, Statement, identify

SEED = 20
WORDS, NAMES, OUTLETS = 6000, 4000, 400
FACTS, PAGES = 6, 12
START = date(2031, 1, 1)
# Shares of pages that name where they have it from, that carry no date, that have it from an outlet not in the pile.
NAMING, UNDATED, ABSENT = 0.5, 0.2, 0.15
# Shares of facts that are kept, told with a word changed, told with another figure.
KEPT, CHANGED, OTHER_FIGURE = 0.85, 0.4, 0.05
# Share of the words that a spun copy replaces.
SPUN = 0.4
_ONSETS, _VOWELS, _CODAS = "b br d dr f g gr k kl l m n p pl r s st t tr v z".split(), "a e i o u".split(), ["", "n", "r", "l", "s"]

Edge = tuple[str, str]


@dataclass(frozen=True)
class Fact:
    """One thing told: words, of which one may be a figure."""

    words: tuple[str, ...]
    figure: int | None


@dataclass
class Telephone:
    """A pile with what is known of it: who has it from whom, and which pages share a parent that is not in it."""

    readings: list[Reading] = field(default_factory=list)
    descent: set[Edge] = field(default_factory=set)
    siblings: set[frozenset[str]] = field(default_factory=set)

    @property
    def tellings(self) -> int:
        """How many statements the pile holds."""
        return sum(len(r.statements) for r in self.readings)


class Game:
    """All dice of one seed."""

    def __init__(self, seed: int) -> None:
        self.dice = random.Random(seed)
        made = dict.fromkeys(self._word() for _ in range(3 * (WORDS + NAMES)))
        supply = list(made)
        self.words, self.names = supply[:WORDS], [w.capitalize() for w in supply[WORDS : WORDS + NAMES]]
        # Word n is as common as 1 / (n + 40): the head is not as steep as Zipf's, since function words are left out.
        self.weights = [1 / (n + 40) for n in range(WORDS)]
        self.outlets = [f"{self.dice.choice(self.names)} {kind}" for kind in ("Courier", "Herald") for _ in range(OUTLETS // 2)]
        self.outlets = list(dict.fromkeys(self.outlets))

    def _word(self) -> str:
        parts = [
            self.dice.choice(_ONSETS) + self.dice.choice(_VOWELS) + self.dice.choice(_CODAS)
            for _ in range(self.dice.choice((2, 2, 3)))
        ]
        return "".join(parts)

    def some(self, number: int) -> list[str]:
        """Words drawn by their commonness."""
        return self.dice.choices(self.words, self.weights, k=number)

    def fact(self, place: str) -> Fact:
        """A fact of 11 to 15 words that names the place; every second one holds a figure."""
        figure = self.dice.randint(40, 9999) if self.dice.random() < 0.5 else None
        words = [*self.some(self.dice.randint(10, 14)), place]
        self.dice.shuffle(words)
        return Fact((*words, str(figure), self.some(1)[0]) if figure else tuple(words), figure)

    def retold(self, fact: Fact, share: float = 0.0) -> Fact:
        """The fact as a reteller gives it; ``share`` of its words replaced, or one word now and then."""
        words, figure = list(fact.words), fact.figure
        for n, word in enumerate(words):
            if word.islower() and self.dice.random() < share:
                words[n] = self.some(1)[0]
        if not share and self.dice.random() < CHANGED:
            words[self.dice.choice([n for n, w in enumerate(words) if w.islower()])] = self.some(1)[0]
        if figure is not None and self.dice.random() < OTHER_FIGURE:
            figure = self.dice.randint(40, 9999)
            words[-2] = str(figure)
        return Fact(tuple(words), figure)


@dataclass(frozen=True)
class Page:
    """A page before it is written: its outlet, day, facts, and the names it gives as sources."""

    name: str
    outlet: str
    day: date | None
    facts: tuple[Fact, ...]
    cited: str | None
    speaker: str
    stock: str


def written(page: Page) -> Reading:
    """The page as the reader would hand it on."""
    chain = [(page.outlet, "outlet"), *([(page.cited, "outlet")] if page.cited else []), (page.speaker, "person")]
    lines = [f"{' '.join(f.words).capitalize()}." for f in page.facts]
    text = "\n".join([*lines, page.stock])
    digest = hashlib.sha256(text.encode()).hexdigest()
    published = Published(str(page.day), str(page.day + timedelta(days=1)), "meta") if page.day else None
    document = Document(identify("document", page.name), page.name, None, digest, text, "en", page.outlet, published=published)
    sources = {n: Source(identify("source", page.name, n), n, k) for n, k in chain}  # type: ignore[arg-type]
    links = tuple(ChainLink(n, sources[n].kind, sources[n].id) for n, _ in chain)
    statements, at = [], 0
    for n, (line, fact) in enumerate(zip(lines, page.facts, strict=True)):
        span = Span(at, at + len(line))
        start = at + line.rfind(str(fact.figure)) if fact.figure else at
        quantity = (
            (Quantity(Span(start, start + len(str(fact.figure))), fact.figure, fact.figure, fact.words[-1]),) if fact.figure else ()
        )
        ids = identify("statement", page.name, n), document.id, identify("attribution", page.name, n)
        statements.append(Statement(*ids, span, (span,), "indirect", None, links, "report", quantities=quantity))
        at += len(line) + 1
    return Reading(document, tuple(sorted(sources.values(), key=lambda s: s.id)), tuple(statements))


def story(game: Game, number: int, pages: int = PAGES) -> Iterator[tuple[Page, str | None, bool]]:
    """The pages of one story with the parent of each (a page, an outlet not in the pile), and whether a page can show it."""
    dice = game.dice
    place, speaker = dice.choice(game.names), f"{dice.choice(game.names)} {dice.choice(game.names)}"
    houses = dice.sample(game.outlets, min(len(game.outlets), pages + 2))
    absent = houses.pop()
    stock = {h: " ".join(game.some(12)).capitalize() + "." for h in houses}
    facts = tuple(game.fact(place) for _ in range(FACTS))
    first = Page(f"{number:05}-00", houses[0], START + timedelta(days=dice.randint(0, 300)), facts, None, speaker, stock[houses[0]])
    lost = replace(first, facts=tuple(game.retold(f, SPUN) for f in facts), outlet=absent)
    told = [first]
    yield first, None, True
    for n in range(1, pages):
        gone = dice.random() < ABSENT
        parent = lost if gone else dice.choice(told)
        kept = [game.retold(f) for f in parent.facts if dice.random() < KEPT] or [game.retold(parent.facts[0])]
        own = [game.fact(place)] if dice.random() < 0.3 else []
        names = dice.random() < NAMING
        since = max(p.day for p in told if p.day) + timedelta(days=1)
        page = Page(
            f"{number:05}-{n:02}",
            houses[n % len(houses)],
            None if dice.random() < UNDATED else since,
            (*kept, *own),
            parent.outlet if names else None,
            speaker,
            stock[houses[n % len(houses)]],
        )
        told.append(page)
        yield page, parent.outlet if gone else parent.name, names or not gone


def play(seed: int, tellings: int) -> Telephone:
    """A pile of at least so many tellings."""
    game, out = Game(seed), Telephone()
    number = count = 0
    while count < tellings:
        lost: list[str] = []
        for page, parent, shown in story(game, number):
            reading = written(page)
            out.readings.append(reading)
            count += len(reading.statements)
            if parent is not None and shown:
                out.descent.add((reading.document.id, identify("document", parent) if "-" in parent else parent))
            if parent is not None and "-" not in parent:
                lost.append(reading.document.id)
        out.siblings |= {frozenset((a, b)) for n, a in enumerate(lost) for b in lost[:n]}
        number += 1
    return out


def spun(seed: int, copies: int) -> Telephone:
    """One true report and so many spun copies of it, each with ``SPUN`` of its words replaced, all naming its speaker."""
    game = Game(seed)
    (first, _, _), *_ = story(game, 0, 1)
    out = Telephone([written(first)])
    for n in range(copies):
        facts = tuple(game.retold(f, SPUN) for f in first.facts)
        house = game.outlets[n % len(game.outlets)]
        page = replace(first, name=f"spun-{n:05}", outlet=house, facts=facts, day=None, stock=" ".join(game.some(12)))
        out.readings.append(written(page))
    return out


def flood(seed: int, copies: int) -> Telephone:
    """One page at so many places, byte for byte."""
    game = Game(seed)
    (first, _, _), *_ = story(game, 0, 1)
    return Telephone([written(replace(first, name=f"flood-{n:05}")) for n in range(copies)])


def shuffled(pile: Telephone, seed: int) -> list[Reading]:
    """The pile's pages in another order."""
    readings = list(pile.readings)
    random.Random(seed).shuffle(readings)
    return readings


def concluded(readings: Sequence[Reading]) -> tuple[Linking, Assessment, float, float]:
    """What sayso makes of these pages, and the seconds of linking and of assessing."""
    begun = time.perf_counter()
    linking = link(readings, LinkOptions())
    linked = time.perf_counter()
    found = assess(readings, linking, AssessOptions())
    return linking, found, linked - begun, time.perf_counter() - linked


def recovered(pile: Telephone, linking: Linking) -> tuple[float, float, float]:
    """Precision, recall and F1 of who has it from whom; pages that share a parent nobody names count neither way."""
    names = {u.id: u.name for u in linking.unseen}
    pages = {r.document.id for r in pile.readings}
    wanted = {frozenset(e) for e in pile.descent}
    given = {frozenset((d.document, names.get(d.from_, d.from_))) for d in linking.derivations}
    outlets = {n for e in pile.descent for n in e if n not in pages}
    judged = {e for e in given if e not in pile.siblings and all(n in pages or n in outlets for n in e)}
    hits = len(wanted & judged)
    precision, recall = hits / max(1, len(judged)), hits / max(1, len(wanted))
    return precision, recall, 2 * precision * recall / max(1e-9, precision + recall)


def main() -> None:
    """Print one line for each pile."""
    p = argparse.ArgumentParser(description=__doc__)
    p.add_argument("--tellings", type=int, action="append")
    p.add_argument("--copies", type=int, default=1000, help="spun copies of one report")
    p.add_argument("--flood", type=int, default=10_000, help="pages that are equal byte for byte")
    p.add_argument("--seed", type=int, default=SEED)
    a = p.parse_args()
    for size in a.tellings or (100, 1000, 10_000):
        pile = play(a.seed, size)
        linking, _, linked, assessed = concluded(pile.readings)
        precision, recall, f1 = recovered(pile, linking)
        print(
            f"{pile.tellings:>8} tellings {len(pile.readings):>6} pages: link {linked:.1f} s, assess {assessed:.1f} s; "
            f"descent P {precision:.3f} R {recall:.3f} F1 {f1:.3f}",
            flush=True,
        )
    for name, pile in (("spun", spun(a.seed, a.copies)), ("flood", flood(a.seed, a.flood))):
        _, found, linked, assessed = concluded(pile.readings)
        most = max((c.origins.high for c in found.claims), default=0)
        print(
            f"{name:>8} {len(pile.readings):>6} pages, {len(found.claims)} claims: link {linked:.1f} s, assess {assessed:.1f} s; "
            f"origins at most {most}",
            flush=True,
        )


if __name__ == "__main__":
    main()
