"""``sayso trace``: the main job, from places to a summary, sayso/1 records and a report."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from sayso.cli import files
from sayso.cli.words import Progress, debug, say
from sayso.errors import UsageError

if TYPE_CHECKING:
    from sayso.model import Report

DONE, SOME_REJECTED = 0, 1
MOST = 4
"""Processes that are started unless more are asked for: each holds 0.2 GB."""
FIELDS = ("url", "title", "date", "text", "outlet", "language", "byline")


@click.command(short_help="Trace the claims in files, folders or a stream.")
@click.argument("paths", nargs=-1, required=True)
@click.option("--json", "as_json", is_flag=True, help="Print everything as one sayso/1 JSON document (docs/formats.md).")
@click.option("--jsonl", "as_lines", is_flag=True, help="Print the same records as JSON Lines, one a line.")
@click.option(
    "--report", type=click.Path(path_type=Path), metavar="FILE", help="Also write one HTML file with all of it, to read and print."
)
@click.option(
    "--book",
    type=click.Path(path_type=Path, dir_okay=False),
    metavar="FILE",
    help="Keep pages and judgements in this SQLite file; running again reads only what is new. It is made if it is not there.",
)
@click.option(
    "--map",
    "columns",
    multiple=True,
    metavar="FIELD=COLUMN",
    help="For JSON Lines and CSV: which column holds url, title, date, text, outlet, language or byline (text=body). Repeatable.",
)
@click.option(
    "--settings",
    "settings_file",
    type=click.Path(path_type=Path, dir_okay=False),
    metavar="FILE",
    help="Settings in TOML (otherwise ./sayso.toml, where there is one; docs/settings.md).",
)
@click.option(
    "--independence",
    metavar="RULES",
    help="Which rules make two tellings one origin: names joined by commas, or all but those after a minus "
    "(--independence=-relay,-body; docs/settings.md).",
)
@click.option(
    "--analyzer", metavar="NAME", help="Who finds the attributions: rules, model, model:PATH or llm:ENDPOINT (docs/analyzers.md)."
)
@click.option(
    "--llm-cache",
    type=click.Path(path_type=Path, dir_okay=False),
    metavar="FILE",
    help="Keep the answers of llm:ENDPOINT here; what was answered once is not asked again.",
)
@click.option(
    "--jobs",
    type=click.IntRange(1, 256),
    metavar="N",
    help=f"How many processes may search a large pile; one a core, {MOST} at most, if nothing is said. The result is the same.",
)
@click.option("--force", is_flag=True, help="Let --report replace a file that sayso did not write.")
@debug
def trace(paths: tuple[str, ...], columns: tuple[str, ...], **options: Any) -> int:
    """Trace the claims in PATHS: who says what, from whom, and what became of it.

    PATHS are text, HTML, JSON Lines or CSV files, folders, quoted globs, or - for JSON Lines on standard input. A summary of what
    was found (or with --json, --jsonl the records) goes to standard output, everything else to standard error. Exit code 1: some
    inputs could not be read; they are named, the rest is done.
    """
    if options["as_json"] and options["as_lines"]:
        raise UsageError("--json and --jsonl ask for two forms on one output; choose one")
    if options["report"]:
        files.check(options["report"], options["force"])
    flags = _flags(columns, options["analyzer"], options["independence"])
    report = run(paths, flags, options["settings_file"], options["book"], options["llm_cache"], options["jobs"])
    if options["report"]:
        write_report(report, options["report"], options["force"])
    print_report(report, "json" if options["as_json"] else "jsonl" if options["as_lines"] else "summary")
    if options["report"]:
        say(f"the report is {options['report']}")
    shown = sys.stdout.isatty() and sys.stderr.isatty() and not (options["as_json"] or options["as_lines"])
    return name_rejected(report, shown)


def run(
    places: Sequence[str],
    flags: dict[str, Any] | None = None,
    settings_file: Path | None = None,
    book: Path | None = None,
    llm_cache: Path | None = None,
    jobs: int | None = None,
) -> Report:
    """The report on ``places``, under the settings that apply here; progress is shown when it takes its time."""
    from sayso import casebook, hands, settings
    from sayso.cli import guests

    if settings_file is None and Path(settings.FILE).is_file():
        settings_file = Path(settings.FILE)
    chosen = settings.gather(settings_file, os.environ, flags)
    guest = guests.analyzer(chosen, os.environ, llm_cache)
    with Progress() as progress:
        return casebook.trace(places, chosen, book, progress, hands.Crew(guest, chosen.analyzer, jobs or cores()))


def cores() -> int:
    """How many cores this process may use, as far as that is worth it."""
    granted = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    return min(granted, MOST)


def _flags(columns: Sequence[str], analyzer: str | None, independence: str | None) -> dict[str, Any]:
    """What was typed, as settings."""
    flags: dict[str, Any] = {"read": {"mapping": dict(_column(pair) for pair in columns)}} if columns else {}
    if analyzer is not None:
        flags["analyzer"] = analyzer
    if independence is not None:
        flags["assess"] = {"independence": _rules(independence)}
    return flags


def _rules(given: str) -> list[str]:
    """The names of the rules meant; UsageError for one that nobody knows."""
    from sayso.assess.origins import RULES

    names = [n.strip() for n in given.split(",") if n.strip()]
    if unknown := [n for n in names if n.removeprefix("-") not in RULES]:
        raise UsageError(f"--independence {given}: there is no rule “{unknown[0]}”; known are {', '.join(RULES)}")
    left_out = {n[1:] for n in names if n.startswith("-")}
    return [n for n in (set(RULES) if left_out else names) if n not in left_out]


def _column(pair: str) -> tuple[str, str]:
    field, _, column = pair.partition("=")
    if field not in FIELDS or not column:
        raise UsageError(f"--map {pair}: write it as field=column, for example --map text=body; fields are {', '.join(FIELDS)}")
    return field, column


def write_report(report: Report, file: Path, force: bool = False) -> None:
    """The HTML report, into ``file``."""
    from sayso.show.page import page

    files.write(file, page(report), force)


def print_report(report: Report, form: str) -> None:
    """The report on standard output, as UTF-8 whatever the terminal thinks it speaks."""
    if form == "summary":
        from sayso.show.terminal import summary

        click.echo(_bytes(summary(report).rstrip("\n") + "\n"), nl=False)
        return
    from sayso.show import records

    for text in [records.json_text(report)] if form == "json" else records.json_lines(report):
        click.echo(_bytes(text), nl=False)


def _bytes(text: str) -> bytes:
    return text.encode("utf-8", "replace")


def name_rejected(report: Report, shown: bool = False) -> int:
    """One line for each input that could not be read; the exit code that says whether there was one.

    ``shown``: the summary has just named the first of them on the same screen, so that only a long list is given once more, whole.
    """
    from sayso.show.terminal import OTHERS

    for rejected in report.rejected if not shown or len(report.rejected) > OTHERS else ():
        say(f"{rejected.place}: {rejected.reason}")
    return SOME_REJECTED if report.rejected else DONE
