"""``sayso doctor``: what is installed, and whether it works here."""

from __future__ import annotations

import platform
import sqlite3
from importlib import metadata

import click

from sayso.cli.words import debug

PARTS = ("sayso", "click", "jinja2", "lxml", "msgspec", "trafilatura")


@click.command(short_help="Print versions and test that sayso works here.")
@debug
def doctor() -> int:
    """Print versions and analyzers, and trace one page that comes with sayso. Put its output into a report of a defect."""
    for part in PARTS:
        click.echo(f"{part:<12} {metadata.version(part)}")
    click.echo(f"{'python':<12} {platform.python_version()} on {platform.system()}\n{'sqlite':<12} {sqlite3.sqlite_version}")
    from sayso import analyzers
    from sayso.cli.demo import pages, traced
    from sayso.show import page, records, terminal

    for name, state in analyzers.available():
        click.echo(f"{'analyzer':<12} {name}: {state}")
    report = traced(pages()[:1])
    words = sum(map(len, (page.page(report), records.json_text(report), terminal.summary(report))))
    statements = sum(len(reading.statements) for reading in report.readings)
    ok = statements > 0 and words > 0 and not report.rejected
    click.echo(f"self-test    {statements} statements on one page: {'it works' if ok else 'it FAILS; please report this'}")
    return 0 if ok else 3
