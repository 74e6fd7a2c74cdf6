"""The readings and the links, indexed as the rules ask for them. Holds values only and decides nothing."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from functools import cached_property
from itertools import combinations, pairwise
from typing import Any

from sayso.assess.stations import between, by_way
from sayso.assess.wording import capitals, likeness, name_words, particular, party_words, same_name, stems, subject
from sayso.model import (
    NAMELESS,
    ChainLink,
    Claim,
    Derivation,
    Document,
    Furniture,
    Linking,
    Reading,
    Source,
    Span,
    Stance,
    Statement,
    Unseen,
)
from sayso.text.dates import expressions
from sayso.text.quotations import quotations

Day = tuple[int | None, int, int]  # year, month, day
DATED = 200_000  # code points of a page that are searched for dates
ANY_DIGIT = re.compile(r"\d")
PASSED_ON = ("assert", "report", "doubt")  # stances of those who pass a thing on, whatever they think of it
COMMON = 400  # statements with one word: beyond that the word is the story's own, and the table would grow with its square
LIKE, EQUAL = 0.4, 0.7  # Dice from which two tellings are alike, as in sourcing.py, and from which they are one sentence: own
LONG = 6  # choices. Content words besides names from which a like sentence is no chance ("broke up after four years")
TELLERS = 12
GAP = 30  # code points between two parts of what is told that are shown with them: "have [allegedly] moved"; own choice
LONGEST = 400  # code points of an evidence passage: FORMAT.md
END = re.compile(r"[.!?][”\"’')\]]*\s|\n")
REACH = 300  # code points either way in which the sentence of a telling begins and ends; own choice


def innermost(statement: Statement) -> ChainLink | None:
    """The link the words come from; None where the outlet speaks for itself or the text gives nobody."""
    last = statement.chain[-1] if len(statement.chain) > 1 else None
    return None if last is None or (last.kind == "unnamed" and last.name is None) else last


def neighbourhood(text: str, span: Span) -> Span:
    """The paragraph round a place, at most 2,000 code points either way: pages without line ends must not cost their square."""
    start = text.rfind("\n", max(0, span.start - 2000), span.start) + 1 or max(0, span.start - 2000)
    end = text.find("\n", span.end, span.end + 2000)
    return Span(start, min(len(text), span.end + 2000) if end < 0 else end)


def nameless(link: ChainLink) -> bool:
    """Whether the text leaves this source without a name."""
    return link.kind in NAMELESS


class Pile:
    """All documents, statements and links of one run, by id and in a fixed order."""

    def __init__(self, readings: Sequence[Reading], linking: Linking) -> None:
        self.readings = tuple(sorted(readings, key=lambda r: (r.document.id, r.document.place)))
        self.linking = linking
        self.documents: dict[str, Document] = {r.document.id: r.document for r in self.readings}
        self.sources: dict[str, Source] = {s.id: s for r in self.readings for s in r.sources}
        self.statements: dict[str, Statement] = {s.id: s for r in self.readings for s in r.statements}
        self.claims: tuple[Claim, ...] = tuple(sorted(linking.claims, key=lambda c: c.id))
        self._same: dict[tuple[tuple[str, ...], tuple[str, ...]], bool] = {}
        self._forms: dict[tuple[str | None, str | None], tuple[str, ...]] = {}
        self.dated: dict[str, dict[str, list[tuple[str, Span, Day]]]] = {}  # see findings.days
        self.memory: dict[tuple[str, str], Any] = {}  # what a rule found out about a statement: (rule, statement id)
        self._tellings: dict[str, tuple[Statement, ...]] = {}
        self._told: dict[str, str] = {}
        self._days: dict[str, tuple[tuple[Span, Day], ...]] = {}
        self.unseen: dict[str, Unseen] = {u.id: u for u in linking.unseen}
        self.apart = frozenset(linking.apart)

    @cached_property
    def by_document(self) -> dict[str, tuple[Statement, ...]]:
        """Statements of each document in text order."""
        return {r.document.id: tuple(sorted(r.statements, key=lambda s: (s.span, s.id))) for r in self.readings}

    @cached_property
    def claim_of(self) -> dict[str, str]:
        """The claim of each statement, by statement id."""
        return {s: c.id for c in self.claims for s in c.statements}

    @cached_property
    def claim_by_id(self) -> dict[str, Claim]:
        """Claims by id."""
        return {c.id: c for c in self.claims}

    @cached_property
    def by_word(self) -> dict[str, tuple[str, ...]]:
        """The statements that tell with a word stem; words of more than ``COMMON`` statements tell nothing apart: left out."""
        out: dict[str, list[str]] = defaultdict(list)
        for s in sorted(self.statements):
            for word in sorted(subject(self.told(self.statements[s]))):
                out[word].append(s)
        return {w: tuple(row) for w, row in out.items() if len(row) <= COMMON}

    @cached_property
    def claims_on(self) -> dict[str, tuple[Claim, ...]]:
        """The claims of each document."""
        out: dict[str, list[Claim]] = defaultdict(list)
        for c in self.claims:
            for d in c.documents:
                out[d].append(c)
        return {d: tuple(row) for d, row in out.items()}

    @cached_property
    def claimed(self) -> Counter[tuple[str, str]]:
        """How many claims two documents share, smaller id first; claims on more than ``TELLERS`` pages are the pile's subject."""
        rows = (sorted(c.documents) for c in self.claims if len(c.documents) <= TELLERS)
        return Counter(pair for row in rows for pair in combinations(row, 2))

    @cached_property
    def steps(self) -> dict[tuple[str, str], Derivation]:
        """Derivations between two documents of the pile, by (document, from); also by way of a third that the first names."""
        return by_way({(d.document, d.from_): d for d in self.linking.derivations if d.from_ in self.documents})

    @cached_property
    def tied(self) -> dict[tuple[str, str], float]:
        """The weights of the ties between tellings, smaller id first."""
        return {(min(t.a, t.b), max(t.a, t.b)): t.weight for t in self.linking.ties}

    @cached_property
    def parents(self) -> dict[str, tuple[Derivation, ...]]:
        """Derivations of each document, from documents and unseen texts."""
        out: dict[str, list[Derivation]] = defaultdict(list)
        for d in sorted(self.linking.derivations, key=lambda d: (d.document, d.from_, d.kind)):
            out[d.document].append(d)
        return {k: tuple(v) for k, v in out.items()}

    @cached_property
    def sibling_pairs(self) -> frozenset[tuple[str, str]]:
        """Pairs of documents with a common parent, smaller id first."""
        return frozenset((a, b) for s in self.linking.siblings for a in s.documents for b in s.documents if a < b)

    def tellings(self, claim: Claim) -> tuple[Statement, ...]:
        """The claim's statements by document and place in the text."""
        if claim.id not in self._tellings:
            found = (self.statements[s] for s in claim.statements if s in self.statements)
            self._tellings[claim.id] = tuple(sorted(found, key=lambda s: (s.document, s.span, s.id)))
        return self._tellings[claim.id]

    def text(self, statement: Statement) -> str:
        """The whole telling as it stands on the page."""
        return statement.span.of(self.documents[statement.document].text)

    @cached_property
    def spoken_for(self) -> frozenset[tuple[str, str]]:
        """The bodies that the pages name as speakers, each with the page that does."""
        links = ((s.document, k) for s in self.statements.values() for k in s.chain[1:])
        return frozenset((d, k.name) for d, k in links if k.name and k.kind in ("organization", "government", "ngo", "armed_group"))

    def speaks(self, document: str) -> bool:
        """Whether a page is a body's own: other pages name its house as one that speaks, not as one that reports."""
        outlet = self.documents[document].outlet
        return outlet is not None and any(d != document and same_name(outlet, name) for d, name in self.spoken_for)

    def told(self, statement: Statement) -> str:
        """The told words alone."""
        if statement.id not in self._told:
            text = self.documents[statement.document].text
            told = " ".join(s.of(text) for s in statement.content) if statement.content else statement.span.of(text)
            self._told[statement.id] = told
        return self._told[statement.id]

    def words(self, document: str, span: Span) -> str:
        """The words at a span of a document."""
        return span.of(self.documents[document].text)

    def quoted(self, statement: Statement) -> str:
        """The told words for people: as they stand, reserve and all, where told() leaves a word out; longer gaps are marked."""
        text, parts = self.documents[statement.document].text, list(statement.content)
        if not parts:
            return statement.span.of(text)
        out = parts[0].of(text)
        for before, part in pairwise(parts):
            gap = text[before.end : part.start]
            out += (gap if 0 <= len(gap) <= GAP else " … ") + part.of(text)
        return out

    def days(self, document: str) -> tuple[tuple[Span, Day], ...]:
        """The days of the calendar that stand on a page, with their places."""
        if document not in self._days:
            text = self.documents[document].text
            found = expressions(text, 0, min(len(text), DATED)) if ANY_DIGIT.search(text) else []
            self._days[document] = tuple(
                (x.span, (x.year, x.month, x.day)) for x in found if x.form == "day" and x.month and x.day and not x.ambiguous
            )
        return self._days[document]

    def forms(self, link: ChainLink) -> tuple[str, ...]:
        """All names that the page has for this link's source, the fullest first."""
        key = (link.name, link.source)
        if key not in self._forms:
            self._forms[key] = self._named(link)
        return self._forms[key]

    def _named(self, link: ChainLink) -> tuple[str, ...]:
        names = [link.name] if link.name else []
        record = self.sources.get(link.source or "")
        if record is not None:
            names += [n for n in (record.name, *record.aliases) if n]
        return tuple(sorted(dict.fromkeys(names), key=lambda n: (-len(n), n)))

    def identity(self, link: ChainLink) -> str | None:
        """The cross-document identity of the link's source, where link found one."""
        record = self.sources.get(link.source or "")
        return self.linking.identities.get(link.source or "") or (record.identity if record else None)

    def everywhere(self, link: ChainLink) -> tuple[str, ...]:
        """All names that any page has for this link's source, the fullest first: one tells whose director, another who."""
        names = {*self.forms(link), *self._names_of.get(self.identity(link) or "", ())}
        return tuple(sorted(names, key=lambda n: (-len(n), n)))

    @cached_property
    def _names_of(self) -> dict[str, tuple[str, ...]]:
        """The names of each identity on all pages."""
        out: dict[str, set[str]] = defaultdict(set)
        for s in self.sources.values():
            if (one := self.linking.identities.get(s.id) or s.identity) is not None:
                out[one] |= {n for n in (s.name, *s.aliases) if n}
        return {k: tuple(sorted(v)) for k, v in out.items()}

    def outlet(self, document: str) -> str:
        """The outlet's name, or the place of the page where the outlet is not known."""
        d = self.documents[document]
        return d.outlet or d.place.rsplit("/", 1)[-1]

    def page(self, document: str) -> str:
        """The page by its outlet, and by its file too where the pile has several pages of the outlet."""
        d = self.documents[document]
        name, file = self.outlet(document), d.place.rsplit("/", 1)[-1]
        return f"{name} ({file})" if d.outlet and self._pages_of[d.outlet] > 1 else name

    @cached_property
    def _pages_of(self) -> Counter[str | None]:
        return Counter(d.outlet for d in self.documents.values())

    def headline(self, statement: Statement) -> bool:
        """Whether the telling stands in the title."""
        d = self.documents[statement.document]
        return statement.voice == "headline" or (d.title_span is not None and d.title_span.overlaps(statement.span))

    def opens(self, statement: Statement) -> bool:
        """Whether nobody is given as a source on the page before this telling, headlines aside."""
        said = self.by_document[statement.document]
        return not any(len(s.chain) > 1 and s.span < statement.span and not self.headline(s) for s in said)

    def furniture(self, document: str, *kinds: str) -> tuple[Furniture, ...]:
        """The document's furniture of these kinds."""
        return tuple(f for f in self.documents[document].furniture if f.kind in kinds)

    def furniture_holds(self, statement: Statement) -> bool:
        """Whether the telling stands in furniture."""
        return any(f.span.overlaps(statement.span) for f in self.documents[statement.document].furniture)

    def in_marks(self, statement: Statement) -> bool:
        """Whether the told words stand in quotation marks, whoever is given as their speaker."""
        text = self.documents[statement.document].text
        span = statement.content[0] if statement.content else statement.span
        return any(q.span.holds(span) for q in quotations(text, neighbourhood(text, span)))

    def names_source(self, document: str, link: ChainLink) -> bool:
        """Whether the page gives this source for anything."""
        return any(self.same_party(link, k) for s in self.by_document[document] for k in s.chain[1:])

    def related(self, a: str, b: str) -> bool:
        """Whether one document has something from the other, or both from a common parent."""
        return (a, b) in self.steps or (b, a) in self.steps or (min(a, b), max(a, b)) in self.sibling_pairs

    def relation(self, a: Statement, b: Statement) -> str | None:
        """In words, what ties the documents of two tellings on this matter; None where nothing does."""
        for child, parent in ((a, b), (b, a)):
            step = self.steps.get((child.document, parent.document))
            if step is not None and (not step.statements or {a.id, b.id} & set(step.statements)):
                if not step.directed:
                    one, two = self.page(child.document), self.page(parent.document)
                    return f"{one} and {two} appear to follow one another or a common text"
                verb = "follows" if step.declared else "appears to follow"
                way = between(step)
                by = f" by way of {self.page(way)}" if way else ""
                return f"{self.page(child.document)} {verb} {self.page(parent.document)}{by}"
        if (min(a.document, b.document), max(a.document, b.document)) in self.sibling_pairs:
            return f"{self.page(a.document)} and {self.page(b.document)} have it from a common text"
        return None

    def common_text(self, a: Statement, b: Statement) -> bool:
        """Whether two tellings of siblings, not just their pages, bear out a common text.

        Both are had from it; or one is and the other, in like words, gives nobody; or both give one party, or nobody by name, in
        like words; or they are one sentence. That two pages quote one man somewhere does not tie what they tell of the price: of 29
        remarks on siblings among 159 news pages 9 were on two reports with nothing in common but the event.
        """
        x, y, value = self._given(a), self._given(b), self._likeness(a, b)
        long = x is not None or y is not None or min(len(subject(t) - capitals(t)) for t in map(self.told, (a, b))) >= LONG
        one = x is not None and y is not None and self._one_party(x, y)
        if (value >= EQUAL and long) or (value >= LIKE and one):
            return True
        for node in self._nodes.get((min(a.document, b.document), max(a.document, b.document)), ()):
            had = [self._had_from(s, node) for s in (a, b)]
            if node is None or all(had) or (any(had) and value >= LIKE and (y if had[0] else x) is None):
                return True
        return False

    def _given(self, s: Statement) -> ChainLink | None:
        """Who is given for a telling: its innermost source, or that of a telling on the page that holds it whole."""
        if (link := innermost(s)) is not None or len(s.chain) < 2:
            return link
        return next((k for x in self.by_document[s.document] if x.span.holds(s.span) and (k := innermost(x)) is not None), None)

    def _one_party(self, x: ChainLink, y: ChainLink) -> bool:
        if any(set(stems(k.name or "")) & party_words("onlooker") for k in (x, y)):
            return False  # of witnesses there are many
        return (nameless(x) and nameless(y)) or self.same_party(x, y)

    def _likeness(self, a: Statement, b: Statement) -> float:
        """How alike the words are; what is told in two languages, link has found to be one."""
        same = self.documents[a.document].language == self.documents[b.document].language
        return likeness(self.told(a), self.told(b)) if same else LIKE

    def _had_from(self, s: Statement, node: str | None) -> bool:
        """Whether a page has this telling from a text outside the pile: it says so of the telling, or of the whole page."""
        return any(d.from_ == node and (not d.statements or s.id in d.statements) for d in self.parents.get(s.document, ()))

    @cached_property
    def _nodes(self) -> dict[tuple[str, str], tuple[str | None, ...]]:
        """The common parents of each pair of siblings, smaller id of the pair first."""
        out: dict[tuple[str, str], list[str | None]] = defaultdict(list)
        for s in self.linking.siblings:
            for a, b in ((a, b) for a in s.documents for b in s.documents if a < b):
                out[a, b].append(s.parent)
        return {pair: tuple(nodes) for pair, nodes in out.items()}

    def cites(self, a: str, b: str) -> bool:
        """Whether page ``a`` names the outlet of page ``b`` as one it has words from."""
        key = ("cites", f"{a} {b}")
        if key not in self.memory:
            name, own = self.documents[b].outlet, self.documents[a].outlet
            links = (k for s in self.by_document[a] for k in s.chain[1:])
            houses = [k for k in links if k.kind in ("agency", "outlet")]
            forms = {f for k in houses for f in (*self.forms(k), *([self.words(a, k.span)] if k.span is not None else []))}
            self.memory[key] = bool(name and not (own and same_name(own, name))) and any(
                same_name(form, name or "") and particular(name_words(form)) for form in forms
            )  # "Lendish state media" has nothing but its country in common with the Lendish Observer
        return bool(self.memory[key])

    def parents_of(self, s: Statement) -> frozenset[str]:
        """The texts outside the pile that a telling is said to come from."""
        return frozenset(
            d.from_ for d in self.parents.get(s.document, ()) if d.from_ in self.unseen and d.declared and s.id in d.statements
        )

    def later(self, a: str, b: str) -> bool:
        """Whether document ``a`` was surely published after ``b``."""
        x, y = self.documents[a].published, self.documents[b].published
        return x is not None and y is not None and x.start is not None and y.end is not None and x.start >= y.end

    def same_party(self, a: ChainLink, b: ChainLink) -> bool:
        """Whether two links name one party, by identity or by name."""
        if (min(a.source or "", b.source or ""), max(a.source or "", b.source or "")) in self.apart:
            return False
        ia, ib = self.identity(a), self.identity(b)
        if ia is not None and ia == ib:
            return True
        one, two = self.forms(a), self.forms(b)
        key = (one, two)
        if key not in self._same:
            self._same[key] = any(same_name(x, y) for x in one for y in two)
        return self._same[key]


def own_stance(s: Statement) -> Stance:
    """What a telling's own words do, whatever the page says of it at another place."""
    return s.said or s.stance


def taken_as(s: Statement) -> Stance:
    """What a telling does for who tells on: what the page denies is denied, what puts something right is told as it stands."""
    return "deny" if s.stance == "deny" else own_stance(s)


def sentence(pile: Pile, s: Statement) -> str:
    """The telling with the rest of the sentences it stands in: "the agency quoted him as saying" may stand outside its span."""
    text = pile.documents[s.document].text
    ends = [m.end() for m in END.finditer(text, max(0, s.span.start - REACH), s.span.start)]
    stop = END.search(text, max(s.span.start, s.span.end - 2), s.span.end + REACH)
    return text[ends[-1] if ends else max(0, s.span.start - REACH) : stop.start() if stop else s.span.end]
