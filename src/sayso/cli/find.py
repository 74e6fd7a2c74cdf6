"""``sayso find``: from a sentence to the claims that tell it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from sayso.cli.files import BookFile
from sayso.cli.words import debug, printable, say
from sayso.errors import UsageError

if TYPE_CHECKING:
    from sayso.store.answers import Answer, Answers


@click.command(short_help="Find the claims in a book that tell a sentence.")
@click.argument("sentence")
@click.argument("book", type=BookFile())
@click.option("--json", "as_json", is_flag=True, help="Print one JSON document (docs/commands.md).")
@debug
def find(sentence: str, book: Path, as_json: bool) -> int:
    """Find what in BOOK tells SENTENCE: claims with their tellers, origins and passages, the nearest first.

    All words are optional; rare words weigh more than common ones, figures most, however they are written ("250", "two hundred and
    fifty"). Lines of pages that no claim covers come last. SENTENCE may be a few words or a whole paragraph.
    """
    from sayso.store import reports
    from sayso.store.answers import answers
    from sayso.store.book import Book

    if not any(c.isalnum() for c in sentence):
        raise UsageError("there is no word or figure in the sentence; type what is to be found, then the book")
    with Book(book) as memory:
        found = answers(memory, reports.made(memory), sentence)
    if as_json:
        click.echo(json.dumps(_record(sentence, found), ensure_ascii=False, indent=1).encode("utf-8", "replace"))
        return 0
    if not found.claims and not found.lines:
        say("no page of this book has words of it; other words, a name or a figure may find it")
    for answer in found.claims:
        click.echo("\n".join(printable(line) for line in _claim(answer)) + "\n")
    for line in found.lines:
        click.echo(printable(f"no claim, {line.page} {line.outlet or 'outlet not known'}: {' '.join(line.text.split())}"))
    if found.more:
        say(f"{found.more} more claims share fewer words with it")
    return 0


def _claim(answer: Answer) -> list[str]:
    """A claim as lines: its gist, counts, origins and who tells it."""
    from sayso.show import echoes, grounds, words

    pages = len({t.document for t in answer.told})
    number = (
        f"{answer.origins_low}" if answer.origins_low == answer.origins_high else f"{answer.origins_low} to {answer.origins_high}"
    )
    out = [f"claim {answer.claim}  “{' '.join(answer.gist.split())}”"]
    out.append(f"  told by {pages} {'page' if pages == 1 else 'pages'} · independent origins: {number}")
    if answer.origins:
        out.append(f"  origins: {answer.origins}")
    out += [f"  {line}" for line in grounds.folded(answer.why, rules=False)]
    if answer.states:
        states = [s for s in words.STATES if s in answer.states.split(", ")]
        out.append(f"  noted: {', '.join(words.STATES[s][0] for s in words.shown_states(states))}")
    for row in echoes.folded(answer.told):
        told = row.telling
        out.append(f"  {told.page or '-'}  {echoes.way(told)}" + (f" ({told.published})" if told.published else ""))
        if echoes.letters(told.quote) != echoes.letters(answer.gist):
            out.append(f"     “{' '.join(told.quote.split())}”")
        out.append(f"     {told.url or told.place}, characters {told.span.start}–{told.span.end}")
        if row.again:
            others = "; ".join(f"{other.page or '-'} {echoes.way(other)}" for other in row.again)
            out.append(f"     in the same words {words.count(len(row.again), 'time')} more: {others}")
    return out


def _record(sentence: str, found: Answers) -> dict[str, Any]:
    """The same as JSON."""
    claims = [
        {
            "claim": a.claim,
            "number": a.number,
            "gist": a.gist,
            "score": a.score,
            "origins": {"low": a.origins_low, "high": a.origins_high, "names": a.origins, "why": list(a.why)},
            "states": a.states.split(", ") if a.states else [],
            "tellings": [
                {
                    "statement": t.statement,
                    "document": t.document,
                    "page": t.page,
                    "outlet": t.outlet,
                    "url": t.url,
                    "place": t.place,
                    "sha256": t.sha256,
                    "published": t.published,
                    "span": list(t.span),
                    "quote": t.quote,
                    "chain": t.chain,
                    "matches": t.matches,
                }
                for t in a.told
            ],
        }
        for a in found.claims
    ]
    lines = [
        {"document": x.document, "page": x.page, "outlet": x.outlet, "span": list(x.span), "text": x.text, "score": x.score}
        for x in found.lines
    ]
    return {"schema": "sayso/1", "sentence": sentence, "claims": claims, "lines": lines, "more": found.more}
