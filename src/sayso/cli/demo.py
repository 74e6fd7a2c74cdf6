"""``sayso demo``: the main job on the stories that come with sayso."""

from __future__ import annotations

from contextlib import chdir
from pathlib import Path
from typing import TYPE_CHECKING

import click

from sayso.cli import files
from sayso.cli.words import debug

if TYPE_CHECKING:
    from sayso.model import Report

STORIES = Path(__file__).parent / "stories"
PAGES = {".txt", ".html", ".jsonl", ".csv"}


def pages() -> list[str]:
    """The bundled pages, from ``STORIES`` on; what else lies beside them (notes, gold) begins with an underscore or is no page."""
    found = sorted(page for page in STORIES.glob("*/*") if page.suffix in PAGES and not page.name.startswith("_"))
    return [page.relative_to(STORIES).as_posix() for page in found]


def traced(places: list[str]) -> Report:
    """The report on bundled pages, named as from the folder they lie in: it is the same on every machine, in any folder."""
    from sayso.cli.trace import run

    with chdir(STORIES):
        return run(places)


@click.command(short_help="Trace three invented stories that come with sayso.")
@click.option(
    "--out",
    type=click.Path(path_type=Path, file_okay=False),
    default=Path("out/demo"),
    metavar="FOLDER",
    show_default=True,
    help="Where to put the report.",
)
@debug
def demo(out: Path) -> int:
    """Trace three invented stories that come with sayso: print the summary and where the HTML report is. It takes some seconds."""
    from sayso.cli.trace import name_rejected, print_report, write_report

    with files.placed(out):
        out.mkdir(parents=True, exist_ok=True)
    files.check(out / "report.html")
    report = traced(pages())
    write_report(report, out / "report.html")
    print_report(report, "summary")
    click.echo(f"\nThe report: {out / 'report.html'}")
    return name_rejected(report)
