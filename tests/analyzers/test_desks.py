"""Own pages as desks of other countries write them: who tells each row, and what stays the page's own voice."""

import re
from pathlib import Path

import pytest

from sayso.analyzers.rules import Rules
from sayso.extract import extract
from sayso.model import Document, Span, Statement

PAGES = re.split(r"(?m)^# ", Path(__file__).with_name("desks.txt").read_text(encoding="utf-8"))[1:]
SHORT = 6  # words that a found source may have more than those that must stand in it


def words(name: str | None) -> set[str]:
    return set(re.findall(r"\w+", (name or "").lower()))


def told_by(s: Statement, wanted: str) -> bool:
    last = s.chain[-1]
    if wanted == "?":
        return len(s.chain) > 1 and last.kind in ("unnamed", "anonymous")
    return len(s.chain) > 1 and words(wanted) <= words(last.name) and len(words(last.name)) < len(words(wanted)) + SHORT


@pytest.mark.parametrize("page", PAGES, ids=[p.split("\n")[1][:30] for p in PAGES])
def test_page(page: str) -> None:
    """Rows: words of what is told | who tells it, innermost last ("-" the page itself, "?" nobody named) | kind | stance."""
    language, *lines = page.strip().split("\n")
    text = "\n".join(line for line in lines if not line.startswith("|"))
    title = Span(0, text.index("\n"))
    read = extract(Document("d", "p.txt", None, "0", text, language, title_span=title), Rules()).statements
    wrong = []
    for content, chain, _, *rest in ([c.strip() for c in line[1:].split("|")] for line in lines if line.startswith("|")):
        at = text.index(content, title.end)
        here = [s for s in read if s.span.overlaps(Span(at, at + len(content)))]
        wanted, stance = chain.split(">")[-1].strip(), (rest or ["report"])[0]
        own = wanted == "-" and all(len(s.chain) == 1 for s in here)
        if not own and not any(told_by(s, wanted) and s.stance == stance for s in here):
            wrong.append((content, [([k.name for k in s.chain], s.stance) for s in here]))
    assert not wrong


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("de", "Der Wirt sagte: «Alles ist gut, wirklich alles.» Gäbe es mehr Geld, wäre das Dach dicht."),
        ("de", "Der Wirt sagte, das Dach sei dicht. Das Rathaus stammt aus dem Jahr 1920."),
        ("fr", "Selon le maire, le pont serait fermé. Si le pont fermait, ce serait un grand malheur."),
        ("fr", "Selon le maire, le pont serait fermé. Il serait bien de le réparer avant mai."),
        ("fr", "Selon le maire, le pont est fermé. La halle serait une gare sans son toit."),
        ("nl", "De hal zou in mei opengaan, zegt Piet Vos. De hal staat al jaren leeg."),
        ("es", "El Faro publicó que la casa tendría deudas. La casa tiene dos pisos."),
    ],
)
def test_the_mood_alone_does_not_go_on(language: str, text: str) -> None:
    """A condition, a wish or an indicative after somebody's words is the page's own."""
    read = extract(Document("d", "p.txt", None, "0", text, language), Rules()).statements
    last = [s for s in read if s.span.end >= len(text) - 2]
    assert last and all(len(s.chain) == 1 for s in last), [(s.span.of(text), len(s.chain)) for s in read]
