"""Who has it from whom, as a graph: pages, witnesses that are not in the pile, and sources, from the sources down to the pages.

One graph for each claim, and one for the whole pile. It holds what the report says and infers nothing: a page's chain, and the
derivations that concern the claim. ``drawing`` sets it as a picture, ``branches`` as a nested list with the same content.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Literal

from sayso.model import ChainLink, Derivation, Unseen
from sayso.show import words
from sayso.show.ledger import Entry, Ledger, Page, Telling

NodeKind = Literal["page", "lost", "source"]
How = Literal["names", "follows", "undirected", "sibling"]

HELD = frozenset({"outlet", "agency", "document"})
"""Kinds of stations that are texts or publish them, and so could lie in the pile."""
ARTICLE = re.compile(r"^(?:the|an?) ")
PUNCTUATION = re.compile(r"[\W_]+")
FOLD = 6
"""From this number on, pages with the same parents and nothing below them are one box: a row of more is wider than paper."""
APART = 3
"""From this number on, pages that hang on nothing and do alike (tell it in their own voice) are one box: no line leads to them."""
MOST = 1000
"""Derivations that the graph of a whole pile takes up: ten times what fits a picture; each new one is checked for circles."""
CROWDED = 16
"""Nodes of a pile's graph from which on a text that one page alone names is left out: it joins no two pages. On the
stories of ``sayso demo`` (22 pages) 84 nodes become 20, which fit a picture."""
UNKNOWN = 16
"""Letters of the name of a file that stands for an outlet: it has no blanks, and a box is as wide as 18."""
DEEPEST = 30
"""Levels of the nested list; a longer chain of retellings is cut there and says so."""


@dataclass(frozen=True, slots=True)
class Node:
    """A station. ``letter`` is a page's siglum or a lost witness's Greek letter; ``page`` the document to jump to.

    ``pages``: the documents of a box that stands for several, in the order of their letters.
    """

    key: str
    kind: NodeKind
    letter: str
    name: str
    page: str | None = None
    note: str = ""
    pages: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, order=True)
class Edge:
    """``child`` names ``parent`` or appears to follow it; or the two belong together, in an order not known or as siblings."""

    parent: str
    child: str
    how: How

    @property
    def directed(self) -> bool:
        """Whether it is known which of the two was first."""
        return self.how in ("names", "follows")


@dataclass(frozen=True, slots=True)
class Branch:
    """A node with what hangs on it, as one item of a nested list. ``again``: it stands with its branches further up."""

    node: Node
    how: How | None
    again: bool
    branches: tuple[Branch, ...]


@dataclass(slots=True)
class Stemma:
    """Nodes in order of their first mention and edges without a circle. ``left_out``: texts not taken up, to keep it clear."""

    nodes: dict[str, Node] = field(default_factory=dict)
    edges: dict[tuple[str, str], Edge] = field(default_factory=dict)
    left_out: int = 0

    def add(self, node: Node) -> str:
        """Take up a node unless it is there; return its key."""
        self.nodes.setdefault(node.key, node)
        return node.key

    def hang(self, child: str, parent: str, how: How) -> None:
        """Hang one node on another; an edge that would close a circle is left out, a stronger word for the same edge stays."""
        if child == parent or ((parent, child) in self.edges and how != "names"):
            return
        edge = Edge(parent, child, how)
        if not (edge.directed and child in self.above(parent)):
            self.edges[parent, child] = edge

    def parents(self, key: str) -> list[str]:
        """Return what a node hangs on."""
        return sorted(p for (p, c), edge in self.edges.items() if c == key and edge.directed)

    def children(self, key: str) -> list[str]:
        """Return what hangs on a node, in the order of the nodes."""
        below = {c for (p, c), edge in self.edges.items() if p == key and edge.directed}
        return [k for k in self.nodes if k in below]

    def above(self, key: str, without: tuple[str, str] | None = None) -> set[str]:
        """Return all that a node hangs on, directly or not, itself included."""
        up: dict[str, list[str]] = {}
        for (parent, child), edge in self.edges.items():
            if edge.directed and (parent, child) != without:
                up.setdefault(child, []).append(parent)
        seen, todo = {key}, [key]
        while todo:
            for parent in up.get(todo.pop(), ()):
                if parent not in seen:
                    seen.add(parent)
                    todo.append(parent)
        return seen

    def around(self, key: str) -> set[str]:
        """Return all that hangs together with a node, in whatever way, itself included."""
        seen, todo = {key}, [key]
        while todo:
            now = todo.pop()
            for edge in self.edges.values():
                other = edge.child if edge.parent == now else edge.parent if edge.child == now else now
                if other not in seen:
                    seen.add(other)
                    todo.append(other)
        return seen

    def beside(self) -> list[tuple[Node, Node, How]]:
        """Return the nodes that belong together without an order, in pairs."""
        return [(self.nodes[e.parent], self.nodes[e.child], e.how) for e in sorted(self.edges.values()) if not e.directed]

    def roots(self) -> list[str]:
        """Return the nodes that hang on nothing, in order."""
        hanging = {c for (_, c), edge in self.edges.items() if edge.directed}
        return [k for k in self.nodes if k not in hanging]


def stemma_of(entry: Entry, book: Ledger) -> Stemma:
    """Return the graph of one claim, pages that stand alike in one box."""
    return folded(whole(entry, book))


def whole(entry: Entry, book: Ledger) -> Stemma:
    """Return the graph of one claim, each page a box of its own."""
    stemma, claim = Stemma(), entry.claim
    for page in entry.pages:
        stemma.add(_page_node(page, _note(entry, page)))
    told = set(claim.statements)
    documents = {p.document.id for p in entry.pages}
    for derivation in [d for p in entry.pages for d in book.behind.get(p.document.id, ())]:
        concerns = told & set(derivation.statements) if derivation.statements else derivation.from_ in documents
        if concerns:
            _hang_derivation(stemma, derivation, book)
    for telling in entry.tellings:
        _hang_chain(stemma, telling, book)
    _join(stemma, book)
    _reduce(stemma)
    return stemma


def stemma_of_pile(book: Ledger) -> Stemma:
    """Return the graph of all pages and lost witnesses, whatever they tell; a page that hangs together with none is left out."""
    stemma = Stemma()
    for derivation in [d for page in book.pages for d in book.behind.get(page, ())][:MOST]:
        stemma.add(_page_node(book.pages[derivation.document]))
        _hang_derivation(stemma, derivation, book)
    if len(stemma.nodes) > CROWDED:
        _thin(stemma)
    return folded(stemma)


def branches(stemma: Stemma) -> tuple[Branch, ...]:
    """Return the graph as nested items; a node with several parents stands with its branches under the first."""
    seen: set[str] = set()

    def branch(key: str, how: How | None, depth: int) -> Branch:
        again = key in seen
        seen.add(key)
        below = [] if again or depth >= DEEPEST else stemma.children(key)
        return Branch(stemma.nodes[key], how, again, tuple(branch(c, stemma.edges[key, c].how, depth + 1) for c in below))

    return tuple(branch(root, None, 0) for root in stemma.roots())


def _page_node(page: Page, note: str = "") -> Node:
    name = page.document.outlet or words.shortened(page.brief, UNKNOWN)
    return Node(page.document.id, "page", page.siglum, name, page.document.id, note)


def _note(entry: Entry, page: Page) -> str:
    """What a page does that the lines do not show: it gives nobody, speaks for itself, or tells in order to deny."""
    mine = [t for t in entry.tellings if t.page is page]
    if all(t.statement.stance in words.STANCES for t in mine):
        return words.STANCES[mine[0].statement.stance]
    if all(len(t.statement.chain) == 1 for t in mine):
        return words.VOICES["own"]
    return "names nobody" if all(t.names_nobody or len(t.statement.chain) == 1 for t in mine) else ""


def _hang_derivation(stemma: Stemma, derivation: Derivation, book: Ledger) -> None:
    if derivation.from_ in book.pages:
        parent = stemma.add(_page_node(book.pages[derivation.from_]))
    elif derivation.from_ in book.lost:
        letter, unseen = book.lost[derivation.from_]
        parent = stemma.add(_lost_node(letter, unseen))
    else:
        return
    how: How = "undirected" if not derivation.directed else "names" if derivation.declared else "follows"
    stemma.hang(derivation.document, parent, how)


def _lost_node(letter: str, unseen: Unseen) -> Node:
    """A text that is not in the pile: "the mayor", with "statement, not in the pile" below, for "the mayor statement"."""
    name = unseen.name.removesuffix(f" {unseen.kind}")
    kind = f"{unseen.kind}, " if name != unseen.name else ""
    return Node(unseen.id, "lost", letter, name, None, f"{kind}not in the pile")


def _hang_chain(stemma: Stemma, telling: Telling, book: Ledger) -> None:
    """Hang a page on the stations its text names; a station that is a known witness of this page is that witness."""
    page, below = telling.page, telling.page.document.id
    said_in = _said_in(telling, book)
    above = stemma.above(below)
    known = [n for k, n in stemma.nodes.items() if k in above and n.kind != "source"]
    identities = {s.id: s.identity for s in page.reading.sources if s.identity}
    for link in words.inner(telling.statement.chain):
        if link.kind == "unnamed" or not link.name or _folded_name(link.name) == _folded_name(page.document.outlet or ""):
            continue
        names = (link.name, *book.names.get(link.source or "", ()))
        witness = next((n for n in known if n.key != page.document.id and any(_fits(name, n.name) for name in names)), None)
        if witness is None and below == page.document.id and said_in in stemma.nodes:
            if link.kind in HELD:
                witness = stemma.nodes[said_in]
            elif said_in in book.lost:
                below = said_in
        node = witness or _source_node(link, identities.get(link.source or ""), below)
        key = stemma.add(node)
        stemma.hang(below, key, "names")
        below = key


def _said_in(telling: Telling, book: Ledger) -> str:
    """What a telling is declared to come from, where that is one thing: a lost interview that its source spoke in, or a text."""
    behind = book.behind.get(telling.statement.document, ())
    found = [d.from_ for d in behind if d.declared and telling.statement.id in d.statements]
    return found[0] if len(found) == 1 else ""


def _source_node(link: ChainLink, identity: str | None, below: str) -> Node:
    """A source; one without a name is the same only by identity, or behind the same station with the same words."""
    name = link.name or ""
    anonymous = link.kind in ("anonymous", "group")
    key = identity or "\x1f".join(["source", _folded_name(name), *([below] if anonymous else [])])
    held = link.kind in HELD
    return Node(key, "lost" if held else "source", "", name, None, "not in the pile" if held else "unnamed" if anonymous else "")


def _folded_name(name: str) -> str:
    return PUNCTUATION.sub(" ", ARTICLE.sub("", name.casefold())).strip()


def _fits(name: str, witness: str) -> bool:
    """Whether one name holds the other as whole words."""
    short, long = sorted((f" {_folded_name(name)} ", f" {_folded_name(witness)} "), key=len)
    return bool(short.strip()) and short in long


def _join(stemma: Stemma, book: Ledger) -> None:
    """Join pages that have it from a common text by what they tell, one line for parts of the graph that nothing joins yet."""
    for sibling in book.report.siblings:
        a, b = min(sibling.documents), max(sibling.documents)
        if {a, b} <= stemma.nodes.keys() and b not in stemma.around(a):
            stemma.hang(b, a, "sibling")


def _reduce(stemma: Stemma) -> None:
    """Leave out an edge that a longer way says as well."""
    for key in sorted(stemma.edges):
        if stemma.edges[key].directed and key[0] in stemma.above(key[1], without=key):
            del stemma.edges[key]


def folded(stemma: Stemma) -> Stemma:
    """Return the graph, changed: many pages that hang on the same, or on nothing, as one box with all their letters."""
    groups: dict[tuple[object, ...], list[str]] = {}
    for key, node in stemma.nodes.items():
        mine = [e for e in stemma.edges.values() if key in (e.parent, e.child)]
        if node.kind == "page" and all(e.child == key and e.directed for e in mine):
            groups.setdefault((tuple(sorted((e.parent, e.how) for e in mine)), node.note), []).append(key)
    for (behind, _), keys in groups.items():
        if len(keys) >= (FOLD if behind else APART) and len(keys) < len(stemma.nodes):
            _fold(stemma, keys)
    return stemma


def _thin(stemma: Stemma) -> None:
    """Leave out texts that are not in the pile and that one page alone names, and pages that then hang together with none."""
    for key in [k for k, node in stemma.nodes.items() if node.kind == "lost" and len(stemma.children(k)) == 1]:
        for edge in [e for e in stemma.edges if key in e]:
            del stemma.edges[edge]
        del stemma.nodes[key]
        stemma.left_out += 1
    held = {key for edge in stemma.edges for key in edge}
    for key in [k for k in stemma.nodes if k not in held]:
        del stemma.nodes[key]


def _fold(stemma: Stemma, keys: Sequence[str]) -> None:
    nodes = sorted((stemma.nodes[k] for k in keys), key=lambda n: (len(n.letter), n.letter))
    letters = " ".join(n.letter for n in nodes)
    one = Node(keys[0], "page", "", f"{len(nodes)} pages: {letters}", None, nodes[0].note, tuple(n.key for n in nodes))
    for key in keys[1:]:
        del stemma.nodes[key]
        for edge in [e for e in stemma.edges if key in e]:
            del stemma.edges[edge]
    stemma.nodes[keys[0]] = one
