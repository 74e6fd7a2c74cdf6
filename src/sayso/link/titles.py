"""Pages of the pile that another page names by what stands over them: a title in marks, or the paper whose heading it is."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

from sayso.lexicon.notices import CAP
from sayso.link.held import LEAST_COMMON, LEAST_COMMON_SHARE, Held
from sayso.model import Document, Reading, Span
from sayso.text.normal import fold, words

LEAST_TITLE = 4  # words of a title that nobody else writes by chance; own choice
LEAST_NAME = 2  # words with capitals that name a paper ("Harbour Register"); own choice
HEAD = 4  # lines at the top in which a paper says what it is; own choice
_MARKED = re.compile(r"[“„«\"](?P<said>[^“”„«»\"\n]{12,160})[”“»\"]")
_NAME = re.compile(rf"(?:{CAP}[\w’'-]+[ \u00a0])+{CAP}[\w’'-]+")
_PAPER = re.compile(rf"(?:[Tt]he )?(?P<name>{_NAME.pattern})(?: (?:of|for|from) .+)?")


class Titles:
    """The titles and headings of a pile."""

    def __init__(self, readings: Sequence[Reading], pile: Held) -> None:
        self._pile = pile
        self._titles: dict[tuple[str, ...], list[tuple[tuple[str, ...], str]]] = defaultdict(list)
        self._headings: dict[str, list[str]] = defaultdict(list)
        for r in sorted(readings, key=lambda r: r.document.id):
            title = _folded(r.document.title or "")
            if len(title) >= LEAST_TITLE:
                self._titles[title[:LEAST_TITLE]].append((title, r.document.id))
            for name in _headings(r.document):
                self._headings[name].append(r.document.id)

    def quoted(self, document: Document) -> Iterator[tuple[Span, str]]:
        """Where a page has another's title in marks, whole or its beginning, with that page."""
        for m in _MARKED.finditer(document.text):
            said = _folded(m["said"])
            for title, page in self._titles.get(said[:LEAST_TITLE], ()):
                if title[: len(said)] == said and page != document.id and self._pile.order.may_follow(document.id, page):
                    yield Span(*m.span("said")), page

    def headed(self, document: Document, name: str) -> str | None:
        """The one earlier page of the story over which the name of a paper stands that this page cites."""
        whole = _PAPER.fullmatch(name)
        heading = " ".join(_folded(whole["name"])) if whole else ""
        found = {
            p
            for p in self._headings.get(heading, ())
            if p != document.id and self._pile.order.before(p, document.id) and self._one_story(document.id, p)
        }
        return found.pop() if len(found) == 1 else None

    def _one_story(self, a: str, b: str) -> bool:
        return self._pile.common(a, b) >= LEAST_COMMON and self._pile.names_share(a, b) >= LEAST_COMMON_SHARE


def _folded(text: str) -> tuple[str, ...]:
    return tuple(fold(w.text) for w in words(text))


def _headings(document: Document) -> set[str]:
    """The names with capitals that open the first lines of a page, its house's own aside."""
    lines = [x.strip() for x in document.text.splitlines() if x.strip()][:HEAD]
    found = (m.group() for line in lines if line != document.title and (m := _NAME.match(line)))
    return {" ".join(_folded(n)) for n in found if len(n.split()) >= LEAST_NAME and n != document.outlet}
