"""On whose word a pile stands: each source with how much is told from it, and on which pages.

Counted is the innermost station of each telling, which is as far back as the page goes. A source goes by one identity where the
linking found one; unnamed sources of two pages stay two, since nothing says that "an official" is the same official.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sayso.show.ledger import Entry, Ledger, Page, Telling

NAME = 70
"""Letters up to which a longer name is the better one: "President Ida Vell" says more than "Vell", a whole clause says less."""
NAMED = frozenset({"person", "organization", "government", "armed_group", "agency", "outlet", "ngo"})
"""Kinds whose equal names on two pages are one source even where the linking joined none; two "spokesmen" may be two people."""
UNNAMED = frozenset({"anonymous", "unnamed"})


@dataclass(frozen=True, slots=True)
class Voice:
    """A source with its tellings. ``anonymous``: the pages do not name it."""

    name: str
    language: str | None
    anonymous: bool
    tellings: tuple[Telling, ...]
    claims: tuple[Entry, ...]

    @property
    def statements(self) -> int:
        """How many statements are told from it."""
        return len(self.tellings)

    @property
    def pages(self) -> list[Page]:
        """The pages that tell something from it, each once."""
        return list({t.page.siglum: t.page for t in self.tellings}.values())


def voices(book: Ledger) -> list[Voice]:
    """Return the sources of a pile, those first that most pages and then most statements have."""
    who = {s.id: s.identity for r in book.report.readings for s in r.sources if s.identity}
    found: dict[str, list[Telling]] = {}
    for telling in _tellings(book):
        link = telling.statement.chain[-1]
        if len(telling.statement.chain) > 1 and link.name:
            one = link.name.casefold() if link.kind in NAMED or not link.source else link.source
            found.setdefault(who.get(link.source or "", one), []).append(telling)
    rows = [_voice(tellings, book) for tellings in found.values()]
    return sorted(rows, key=lambda v: (-len(v.pages), -v.statements, v.anonymous, v.name))


def own_voice(book: Ledger) -> int:
    """Return how many statements the pages tell in their own voice."""
    return sum(1 for t in _tellings(book) if len(t.statement.chain) == 1)


def nobody(book: Ledger) -> int:
    """Return of how many statements the text says that somebody said it, but not who."""
    return sum(1 for t in _tellings(book) if len(t.statement.chain) > 1 and not t.statement.chain[-1].name)


def _tellings(book: Ledger) -> list[Telling]:
    return [Telling(page, statement) for page in book.pages.values() for statement in page.reading.statements]


def _foreign(telling: Telling) -> bool:
    """Whether a name is in another language than ours: of two forms the reader of an English report knows the English one."""
    return telling.page.document.language not in (None, "en")


def _aged(name: str) -> bool:
    """Whether an age stands for the first name: "the 58-year-old Hjelm"."""
    return any(c.isdigit() for c in name)


def _vouched(names: Sequence[tuple[str, str]]) -> dict[str, tuple[int, int]]:
    """How much each name says: its words that another page has too, or that are written large within it; and the former alone.

    Of "furious harbour boss Ada Fonn" and "harbour master Ada Fonn" the rank that two pages give counts, an adjective of one page's
    does not, nor the large letter at its head. Names of one page alone are told apart by their length. Of those that say as much
    the shorter one of a person is taken, and the longer one of a description: "the owner" says less than "the tanker's owner".
    """
    pages: dict[str, set[str]] = {}
    for name, page in names:
        for word in _words(name.casefold()):
            pages.setdefault(word, set()).add(page)
    if len({page for _, page in names}) == 1:
        return {name: (len(name), 0) for name, _ in names}
    said = {}
    for name, _ in names:
        shared = [len(pages[word.casefold()]) > 1 for word in _words(name)]
        large = [n > 0 and word[0].isupper() for n, word in enumerate(_words(name))]
        said[name] = (sum(a or b for a, b in zip(shared, large, strict=True)), sum(shared))
    return said


def best(names: Sequence[tuple[str, str]]) -> str:
    """Return the name by which a source goes, of those that pages give it, each with its page's letter."""
    says = _vouched(names)

    def rank(name: str) -> tuple[object, ...]:
        said, shared = says[name]
        proper = _proper(name)
        return len(name) > NAME, _aged(name), -said, -shared, not proper, len(name) if proper else -len(name), name

    return min(says, key=rank)


def _words(name: str) -> list[str]:
    return [word for part in name.split() if (word := part.strip(".,;:()").removesuffix("’s").removesuffix("'s"))]


def _proper(name: str) -> bool:
    """Whether there is a name in it: a large letter within it."""
    return any(word[0].isupper() for word in _words(name)[1:])


def _voice(tellings: list[Telling], book: Ledger) -> Voice:
    names = {t.statement.chain[-1].name or "": t for t in reversed(tellings)}
    readable = {n for n, t in names.items() if not _foreign(t)} or set(names)
    name = best([(n, t.page.siglum) for t in tellings if (n := t.statement.chain[-1].name or "") in readable])
    claims = {e.number: e for t in tellings if (e := book.entry_of.get(t.statement.id))}
    return Voice(
        name,
        names[name].page.document.language,
        all(t.statement.chain[-1].kind in UNNAMED for t in tellings),
        tuple(tellings),
        tuple(claims[n] for n in sorted(claims)),
    )
