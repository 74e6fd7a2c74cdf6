"""The way a claim took, in one sentence: how many of its pages have it from another page, from a text, from a source, from nobody.

It is read off the claim's graph, so that the sentence and the picture below it agree.
"""

from __future__ import annotations

from typing import Literal

from sayso.show import words
from sayso.show.ledger import Entry
from sayso.show.stemma import Stemma
from sayso.text.series import series

Way = Literal["page", "lost", "source", "beside", "nobody", "own"]
FROM: dict[Way, str] = {
    "page": "from another of these pages",
    "lost": "from a text or statement that is not in the pile",
    "source": "from a source of its own",
}
"""Whence a page has a claim, in the order in which it is told."""
SAID: dict[Way, tuple[str, str]] = {
    "beside": ("shares it with another (which was first is not known)", "share it with others (which was first is not known)"),
    "nobody": ("names nobody", "name nobody"),
    "own": ("tells it in its own voice", "tell it in their own voice"),
}
"""What a page does that has it from nobody in view: of one page, of several."""


def way(entry: Entry, graph: Stemma) -> str:
    """Return the sentence without its full stop; nothing of a claim that one page tells. ``graph``: with no box folded."""
    ways = [_way(page.document.id, graph) for page in entry.pages]
    if len(ways) < 2:
        return ""
    told: list[str] = []
    for kind, whence in FROM.items():
        if number := ways.count(kind):
            own = whence.replace("its own", "their own") if number > 1 else whence
            told.append(f"{number} {own}" if told else f"{number} {'has' if number == 1 else 'have'} it {own}")
    told += [f"{number} {said[number > 1]}" for kind, said in SAID.items() if (number := ways.count(kind))]
    if len(told) == 1:
        return f"{'Both' if len(ways) == 2 else f'All {len(ways)}'} {told[0].partition(' ')[2]}"
    return f"Of the {len(ways)} pages, {series(told)}"


def _way(key: str, graph: Stemma) -> Way:
    kinds = {graph.nodes[parent].kind for parent in graph.parents(key)}
    if "page" in kinds:
        return "page"
    if "lost" in kinds:
        return "lost"
    if "source" in kinds:
        return "source"
    if any(key in edge and not graph.edges[edge].directed for edge in graph.edges):
        return "beside"
    return "own" if graph.nodes[key].note == words.VOICES["own"] else "nobody"
