"""``sayso judge`` and ``sayso explain``: a person's word on a link, and the program's reasons for one."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from sayso.cli.words import debug, printable
from sayso.errors import UsageError

VERDICTS = ("same", "not-same", "from", "not-from", "source")
_BOOK = click.option(
    "--book", type=click.Path(path_type=Path, dir_okay=False, exists=True), required=True, metavar="FILE", help="The book."
)


@click.command(short_help="Say that two tellings are the same, or who has it from whom.")
@click.argument("verdict", type=click.Choice([*VERDICTS, "undo", "list"]))
@click.argument("ids", nargs=-1)
@_BOOK
@debug
def judge(verdict: str, ids: tuple[str, ...], book: Path) -> int:
    """Write a judgement into the book; it holds in every later run into that book, until it is undone.

    same A B, not-same A B: statements A and B tell the same, or not. from A B, not-from A B: document A has it from document or
    unseen text B, or not. source A NAME: the innermost source of statement A. undo [NUMBER]: the last judgement, or that one. list:
    those that hold. Ids are those of --json and of the book; their first letters will do.
    """
    from sayso.contracts import Judgement
    from sayso.store import judgements
    from sayso.store.book import Book

    with Book(book) as memory:
        if verdict == "list":
            for number, held in judgements.numbered(memory):
                click.echo(f"{number}  {held.verdict} {held.a} {printable(held.b)}")
        elif verdict == "undo":
            click.echo(f"judgement {judgements.undo(memory, _number(ids))} is undone")
        else:
            if len(ids) != 2:
                raise UsageError(f"sayso judge {verdict} needs two ids; sayso judge --help says which")
            made: Any = verdict
            number = judgements.judge(memory, Judgement(made, *ids))
            click.echo(f"judgement {number} is written down; it shows the next time the pages are traced into this book")
    return 0


def _number(ids: tuple[str, ...]) -> int | None:
    if len(ids) > 1 or (ids and not ids[0].isdecimal()):
        raise UsageError("sayso judge undo takes one number, or none for the last judgement; sayso judge list shows the numbers")
    return int(ids[0]) if ids else None


@click.command(short_help="Show every reason for a claim, a tie or a derivation.")
@click.argument("one", metavar="ID")
@click.argument("other", metavar="[ID]", required=False)
@_BOOK
@debug
def explain(one: str, other: str | None, book: Path) -> int:
    """Show why the last run into the book has a claim (its origins and the ties in it), a statement's ties or a page's derivations.

    With two ids: what ties these two. Every feature stands with its value and its weight in log2 odds; the weights add up.
    """
    from sayso.store.book import Book
    from sayso.store.explanations import explain as explained

    with Book(book) as memory:
        for line in explained(memory, one, other):
            click.echo("\n".join(printable(part) for part in line.split("\n")))
    return 0
