"""``sayso show``: what can be made of a book or of pages for a person to go on with; ``incidents`` is the coder's sheet."""

from __future__ import annotations

from pathlib import Path

import click

from sayso.cli import files
from sayso.cli.export import as_typed
from sayso.cli.words import debug, printable, say


@click.group(short_help="Show a sheet made of a book or of pages.")
@debug
def show() -> None:
    """Show a sheet made of a book or of pages."""


@show.command(short_help="What was found, as sayso trace prints it.")
@click.argument("inputs", nargs=-1, required=True, metavar="BOOK | PATHS…")
@debug
def summary(inputs: tuple[str, ...]) -> int:
    """Print the summary of the last run of a BOOK, under the judgements that hold now, or of the pages in PATHS.

    Nothing is read again: a book remembers its last run. For the report: sayso export BOOK --to html --out report.html.
    """
    from sayso.cli.trace import name_rejected, print_report

    report = as_typed(inputs, None).report
    print_report(report, "summary")
    return name_rejected(report)


@show.command(short_help="Events with killed or injured, for coders of incidents.")
@click.argument("inputs", nargs=-1, required=True, metavar="BOOK | PATHS…")
@click.option("--csv", "form", flag_value="csv", help="As a table with a column of evidence, for spreadsheets.")
@click.option("--json", "form", flag_value="json", help="As JSON, each cell with the passages it was taken from.")
@click.option("--out", type=click.Path(path_type=Path), metavar="FILE", help="Write to this file, not to standard output.")
@click.option("--force", is_flag=True, help="Let --out replace a file that sayso did not write.")
@debug
def incidents(inputs: tuple[str, ...], form: str | None, out: Path | None, force: bool) -> int:
    """List the events with killed or injured that a BOOK or the pages in PATHS tell of.

    Column names are those of UCDP GED and ACLED where the meaning is theirs. All cells are proposals to a person, never codes;
    what is doubtful is left empty.
    """
    from sayso.assess.coding import incidents as sheet
    from sayso.cli.trace import name_rejected
    from sayso.show.incidents import MAKERS

    if out is not None:
        files.check(out, force)
    report = as_typed(inputs, None).report
    made = MAKERS[form or "text"](sheet(report))
    if out is not None:
        files.write(out, made, force)
        say(f"incidents are written to {out}")
    elif form:
        click.echo(made, nl=False)
    else:
        click.echo("\n".join(map(printable, made.split("\n"))), nl=False)
    return name_rejected(report)
