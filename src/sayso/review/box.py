"""A claim's box: what one takes along into an article or a message, with the evidence it rests on; as text and as HTML."""

from __future__ import annotations

from dataclasses import dataclass

from sayso.show import glyphs, words
from sayso.show.ledger import Entry, Ledger, Telling

LONGEST = 600
"""Code points of a quotation in the box; what is longer is cut, its place is given whole."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """One telling: who, its words, and where they stand."""

    letter: str
    who: str
    quote: str
    url: str | None
    place: str
    start: int
    end: int
    sha256: str


@dataclass(frozen=True, slots=True)
class Box:
    """A claim in short."""

    gist: str
    told: str
    origins: str
    why: tuple[str, ...]
    evidence: tuple[Evidence, ...]
    remarks: tuple[str, ...]
    made: str


def box(book: Ledger, entry: Entry, judged: int) -> Box:
    """The box of a claim. ``judged``: how many judgements hold in the book that it comes from."""
    claim, version = entry.claim, book.report.run.version
    word = f" and {words.count(judged, 'judgement')} of people" if judged else ""
    return Box(
        " ".join(claim.gist.split()),
        f"Told by {words.count(len(entry.pages), 'page')} of the pile.",
        f"Behind it: {words.origins(claim.origins)}.",
        tuple(dict.fromkeys(claim.origins.why)),
        tuple(_evidence(t) for t in entry.tellings),
        tuple(f.message + (f" ({f.limits})" if f.limits else "") for f in entry.findings),
        f"Claim {claim.id}, traced by sayso {version}{word}: who names whom in these pages, not what is true.",
    )


def text(made: Box) -> str:
    """The box as plain text; characters that do not show are written out."""
    lines = [f"“{made.gist}”", f"{made.told} {made.origins}", *(f"- {line}" for line in made.why), ""]
    for e in made.evidence:
        lines += [f"{e.letter}  {e.who}: “{e.quote}”", f"   {e.url or e.place}, characters {e.start}–{e.end}, SHA-256 {e.sha256}"]
    lines += ["", *(f"* {line}" for line in made.remarks), made.made]
    return "\n".join(glyphs.plain(line) for line in lines) + "\n"


def _evidence(telling: Telling) -> Evidence:
    document, statement = telling.page.document, telling.statement
    quote = " ".join(statement.span.of(document.text).split())
    chain = [telling.page.name, *(link.name or words.name(link) for link in words.inner(statement.chain))]
    date = words.date(document.published)
    return Evidence(
        telling.page.siglum,
        " ← ".join(chain) + (f", {date}" if document.published else ""),
        quote if len(quote) <= LONGEST else quote[: LONGEST - 1] + "…",
        document.url,
        words.file(document.place),
        *statement.span,
        document.sha256,
    )
