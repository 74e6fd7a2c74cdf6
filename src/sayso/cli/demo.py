"""``sayso demo``: the main job on the stories that come with sayso."""

from __future__ import annotations

from pathlib import Path

import click

from sayso.cli.words import debug

STORIES = Path(__file__).parent / "stories"
PAGES = {".txt", ".html", ".jsonl", ".csv"}


def pages() -> list[str]:
    """The bundled pages; what else lies beside them (notes, gold) begins with an underscore or is no page."""
    return [str(p) for p in sorted(STORIES.glob("*/*")) if p.suffix in PAGES and not p.name.startswith("_")]


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
    """Trace three invented stories that come with sayso, and print where the report is."""
    from sayso.cli.trace import name_rejected, print_report, run, write_report

    report = run(pages())
    out.mkdir(parents=True, exist_ok=True)
    write_report(report, out / "report.html")
    print_report(report, "summary")
    click.echo(f"\nThe report: {out / 'report.html'}")
    return name_rejected(report)
