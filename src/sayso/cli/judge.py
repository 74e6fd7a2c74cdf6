"""``sayso judge`` and ``sayso explain``: a person's word on a link, and the program's reasons for one."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from sayso.cli import clock
from sayso.cli.files import BookFile
from sayso.cli.words import Progress, debug, printable, say
from sayso.errors import UsageError

if TYPE_CHECKING:
    from sayso.store.book import Book

FAILED = 3

VERDICTS = ("same", "not-same", "from", "not-from", "source", "person", "not-person", "note")
_BOOK = click.option(
    "--book",
    type=BookFile(),
    required=True,
    metavar="FILE",
    help="The book, as sayso trace --book wrote it.",
)


@click.command(short_help="Say what is the same, who has it from whom, who is a source; undo.")
@click.argument("verdict", type=click.Choice([*VERDICTS, "undo", "list", "check"]), metavar="VERDICT")
@click.argument("ids", nargs=-1, metavar="[IDS]...")
@_BOOK
@click.option("--by", default="", metavar="NAME", help="Whose judgement it is; it stands in the log.")
@click.option("--note", default="", metavar="TEXT", help="Why; it stands in the log.")
@debug
def judge(verdict: str, ids: tuple[str, ...], book: Path, by: str, note: str) -> int:
    """Write a judgement into the book and count anew; it holds in every later run into that book, until it is undone.

    \b
    same A B, not-same A B        statements A and B tell the same, or not
    from A B, not-from A B        document A has it from document or unseen text B, or not
    source A NAME                 the innermost source of statement A
    person A B, not-person A B    sources A and B are one person, or not
    note A TEXT                   a remark on statement, document or claim A
    undo [NUMBER]                 the last judgement is undone, or the one of that number
    list                          those that hold, with their numbers
    check                         whether the log of judgements is whole

    Ids are those of --json, of sayso find --json and of the book; their first letters will do. sayso review does the same by hand.
    """  # noqa: D301 - click's mark for lines that stay as they are is a backspace
    from sayso.contracts import Judgement
    from sayso.recount import recount
    from sayso.store import judgements
    from sayso.store.book import Book
    from sayso.store.judgements import Signature

    signature = Signature(by, clock.now(), note)
    with Book(book) as memory:
        if verdict == "list":
            numbered = judgements.numbered(memory)
            if not numbered:
                say("no judgement holds in this book; sayso judge --help says how one is made")
            for number, held in numbered:
                click.echo(f"{number}  {held.verdict} {held.a} {printable(held.b)}")
            return 0
        if verdict == "check":
            return _checked(memory)
        if verdict == "undo":
            click.echo(f"judgement {judgements.undo(memory, _number(ids), signature)} is undone")
        else:
            if len(ids) != 2:
                raise UsageError(f"sayso judge {verdict} needs two things; sayso judge --help says which")
            made: Any = verdict
            click.echo(f"judgement {judgements.judge(memory, Judgement(made, *ids), signature)} is written down")
        with Progress() as progress:
            recount(memory, progress)
    return 0


def _checked(memory: Book) -> int:
    """Whether the log of judgements is whole, with its head: who has written that down can tell a log that was cut off."""
    from sayso.store import judgements

    wrong = judgements.broken(memory)
    for line in wrong:
        say(line + "; somebody has changed the file by other means")
    if not wrong:
        click.echo(f"{len(judgements.log(memory))} rows, each follows from the one before; head {judgements.head(memory)}")
    return FAILED if wrong else 0


def _number(ids: tuple[str, ...]) -> int | None:
    if len(ids) > 1 or (ids and not ids[0].isdecimal()):
        raise UsageError("sayso judge undo takes one number, or none for the last judgement; sayso judge list shows the numbers")
    return int(ids[0]) if ids else None


@click.command(short_help="Show why: every reason for a claim, a tie or a derivation.")
@click.argument("one", metavar="ID")
@click.argument("other", metavar="[ID]", required=False)
@_BOOK
@debug
def explain(one: str, other: str | None, book: Path) -> int:
    """Show why the last run into the book has a claim (its origins and the ties in it), a statement's ties or a page's derivations.

    With two ids: what ties these two. Every feature stands with its value and its weight in log2 odds (+1 doubles the odds); the
    weights add up. sayso find prints the ids of claims, --json all ids; their first letters will do.
    """
    from sayso.store.book import Book
    from sayso.store.explanations import explain as explained

    with Book(book) as memory:
        for line in explained(memory, one, other):
            click.echo("\n".join(printable(part) for part in line.split("\n")))
    return 0
