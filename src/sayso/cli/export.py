"""``sayso export``: a book or pages in the forms of other programs, with names withheld where that is asked."""

from __future__ import annotations

import hashlib
import json
import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from sayso.cli import files, folders
from sayso.cli.words import debug, printable, say
from sayso.errors import UsageError

if TYPE_CHECKING:
    from sayso.model import Report
    from sayso.show.exports.masks import Mask

FOLDERS = ("sqlite", "csv", "markdown")
STREAMS = ("html", "jsonl", "wadm", "ftm", "gexf", "prov")
BUNDLE = "case.zip"
FORMS = ("html", "sqlite", "csv", "jsonl", "wadm", "ftm", "gexf", "prov", "markdown", BUNDLE)
BOOKS = frozenset({".sqlite", ".sqlite3", ".db", ".book"})
"""Endings of files that are meant as books even where they are none, so that the mistake is told and not traced as a page."""
PAGE = 64_000_000
"""Bytes of the largest page that is put into a bundle as it was given."""


@dataclass(frozen=True, slots=True)
class _Case:
    """What is exported: the report, the log of judgements, the settings as JSON, and the book that holds them, where one does."""

    report: Report
    log: tuple[dict[str, Any], ...] = ()
    options: str = "{}"
    book: Path | None = None
    redacted: bool = False


@click.command(short_help="Write a book or pages in the form of another program.")
@click.argument("inputs", nargs=-1, required=True, metavar="BOOK | PATHS…")
@click.option("--to", "form", type=click.Choice(FORMS), required=True, help="The form; docs/exports.md says what each keeps.")
@click.option(
    "--out",
    type=click.Path(path_type=Path),
    metavar="PATH",
    help="The file, or for sqlite, csv and markdown the folder, to write. Without it, one-file forms go to standard output.",
)
@click.option(
    "--redact",
    metavar="NAMES",
    help="Withhold these names everywhere: joined by commas, or a file with one name a line; forms of one name joined by =.",
)
@click.option("--force", is_flag=True, help="Let --out replace a file that sayso did not write.")
@debug
def export(inputs: tuple[str, ...], form: str, out: Path | None, redact: str | None, force: bool) -> int:
    """Write the last run of a BOOK, or what is traced in PATHS, in the form of another program.

    html (the report, for any browser), sqlite (Datasette), csv (spreadsheets, Frictionless), jsonl (sayso/1), wadm (Web
    Annotation), ftm (FollowTheMoney), gexf (Gephi), prov (W3C PROV), markdown (Obsidian); case.zip is the whole case in one
    file, which sayso verify checks. The same input gives the same bytes. --redact replaces a name, its parts, other cases and
    other spellings in texts, passages, ids and file names.
    """
    mask = _mask(redact)
    target = _target(form, out, force, mask)
    with tempfile.TemporaryDirectory(prefix="sayso-") as folder:
        case = as_typed(inputs, Path(folder) / "traced.sqlite" if form == "sqlite" else None)
        if mask is not None:
            case = _withheld(case, mask)
        if form in FOLDERS:
            made = _sqlite(case, Path(folder)) if form == "sqlite" else _made(case, form)
            folders.write(target or Path(form), made)
        else:
            data = _bundle(case) if form == BUNDLE else next(iter(_made(case, form).values()))
            if target is None:
                click.echo(data, nl=False)
            else:
                files.write(target, data, force)
    if target is not None:
        say(f"{form} is written to {target}")
    from sayso.cli.trace import name_rejected

    return name_rejected(case.report)


def _target(form: str, out: Path | None, force: bool, mask: Mask | None) -> Path | None:
    """Where to write, seen to before any work is done; None for standard output."""
    if out is None and form in FOLDERS:
        raise UsageError(f"--to {form} is a folder of files; say where to put it with --out FOLDER")
    if out is None and form in STREAMS:
        return None
    out = out or Path(BUNDLE)
    if mask is not None and mask.in_address(out.name):
        raise UsageError("--out has one of the names in it that --redact withholds; choose another name for the file")
    if form in FOLDERS:
        folders.check(out)
    else:
        files.check(out, force)
    return out


def _mask(redact: str | None) -> Mask | None:
    """The names to withhold, from a file or as typed."""
    if redact is None:
        return None
    from sayso.show.exports.masks import mask

    file = Path(redact)
    try:
        is_file = file.is_file()
        names = file.read_text(encoding="utf-8-sig").splitlines() if is_file else redact.split(",")
    except (OSError, ValueError) as error:
        raise UsageError(
            f"--redact {redact}: cannot be read as UTF-8 text ({error}); give names, or a text file of names"
        ) from None
    if not is_file and ("/" in redact or redact.endswith(".txt")):
        raise UsageError(f"--redact {redact}: there is no such file; give names joined by commas, or a file with one name a line")
    return mask(names)


def as_typed(inputs: Sequence[str], traced: Path | None) -> _Case:
    """The case as typed: one book, or pages; ``traced`` is where these are to be kept as a book."""
    from sayso.store.book import MAGIC

    paths = [Path(i) for i in inputs]
    books = [p for p in paths if p.suffix.lower() in BOOKS or _begins(p, MAGIC)]
    if not books:
        from sayso.cli.trace import run

        report = run(inputs, book=traced)
        return _opened(traced) if traced else _Case(report)
    if len(inputs) > 1:
        raise UsageError(
            f"{books[0]} is a book; export one book, or pages, not both. To add pages: sayso trace PATHS --book {books[0]}"
        )
    book = books[0]
    if not book.exists():
        raise UsageError(f"{book}: there is no such book; make one with sayso trace PATHS --book {book}")
    return _opened(book)


def _opened(book: Path) -> _Case:
    """The last run of a book, under the judgements that hold now."""
    from sayso.recount import recount
    from sayso.store import judgements, reports
    from sayso.store.book import Book

    with Book(book) as memory:
        report = recount(memory) or reports.last(memory)
        log = tuple(entry._asdict() for entry in judgements.log(memory))
        return _Case(report, log, reports.made(memory).options, book)


def _begins(path: Path, magic: bytes) -> bool:
    try:
        with path.open("rb") as file:
            return file.read(len(magic)) == magic
    except (OSError, ValueError):
        return False


def _withheld(case: _Case, mask: Mask) -> _Case:
    """The case without the names, and one line on standard error about what was found of them."""
    from sayso.show.exports.redaction import redacted

    made = redacted(case.report, mask)
    log = _judged(case.log, made.ids, mask)
    options = json.loads(case.options)
    if held := options.get("link", {}).get("judgements"):
        options["link"]["judgements"] = [[j[0], *(_plain(side, made.ids, mask) for side in j[1:])] for j in held]
    for typed in ("analyzer", "llm", "read"):  # what a user typed there may be a path with a name in it
        options[typed] = _typed(options.get(typed), mask)
    found = ", ".join(f"“{printable(form)}” {n}×" for form, n in sorted(mask.forms.items()))
    say(f"withheld: {found or 'nothing; none of the names is in this case'}")
    return _Case(made.report, log, json.dumps(options, sort_keys=True), None, True)


def _typed(value: Any, mask: Mask) -> Any:
    """A value of the settings without names."""
    if isinstance(value, dict):
        return {mask.clean(k): _typed(v, mask) for k, v in value.items()}
    if isinstance(value, list):
        return [_typed(v, mask) for v in value]
    return mask.clean(value, anywhere=True) if isinstance(value, str) else value


def _judged(log: Sequence[Mapping[str, Any]], ids: Mapping[str, str], mask: Mask) -> tuple[dict[str, Any], ...]:
    """The log without the names, chained anew: digests of rows with a name in them would tell it to whoever guesses it."""
    from sayso.store.schema import BEGINNING, digest

    rows, before = [], BEGINNING
    for entry in log:
        row = {
            k: _plain(v, ids, mask) if isinstance(v, str) and k not in ("verdict", "at", "before") else v for k, v in entry.items()
        }
        row["before"] = before
        rows.append(row)
        before = digest(list(row.values()))
    return tuple(rows)


def _plain(text: str, ids: Mapping[str, str], mask: Mask) -> str:
    """Words or ids of a judgement, without names."""
    return " ".join(ids.get(word, word) for word in mask.clean(text).split(" "))


def _made(case: _Case, form: str) -> dict[str, bytes]:
    from sayso.show.exports import MAKERS

    return MAKERS[form](case.report)


def _bundle(case: _Case) -> bytes:
    from sayso.show.exports import bundle

    return bundle.zipped(bundle.files(case.report, {} if case.redacted else _raw(case.report), case.log))


def _raw(report: Report) -> dict[str, bytes]:
    """The bytes of pages, by digest, where they are at hand: a plain text is its own page, others may still lie where they did."""
    out: dict[str, bytes] = {}
    for d in (r.document for r in report.readings):
        text = d.text.encode("utf-8", "surrogatepass")
        data = text if hashlib.sha256(text).hexdigest() == d.sha256 else _page(Path(d.place))
        if data is not None and hashlib.sha256(data).hexdigest() == d.sha256:
            out[d.sha256] = data
    return out


def _page(path: Path) -> bytes | None:
    try:
        return path.read_bytes() if path.is_file() and path.stat().st_size <= PAGE else None
    except (OSError, ValueError):
        return None


def _sqlite(case: _Case, folder: Path) -> dict[str, bytes]:
    """The book with views and metadata for Datasette: a copy of the one there is, or one made of a case with names withheld."""
    from sayso.show.exports import datasette
    from sayso.store.book import Book

    name = f"{datasette.NAME}.sqlite"
    file = folder / name
    if case.book is not None:
        with Book(case.book) as memory:
            memory.rows("VACUUM INTO ?", str(file))
    else:
        _fill(file, case)
    with Book(file) as copy, copy.writing() as connection:
        for view, query in datasette.VIEWS.items():
            connection.execute(f"DROP VIEW IF EXISTS {view}")
            connection.execute(f"CREATE VIEW {view} AS {query}")
    return {name: file.read_bytes(), "metadata.json": datasette.metadata(case.report)}


def _fill(file: Path, case: _Case) -> None:
    """A new book with one report and its log. Its maker is nobody, so that no later run takes readings from it."""
    from sayso.store.book import Book, Kept

    with Book(file) as book:
        book.save(case.report, "export", Kept(options=case.options))
        with book.writing() as connection:
            for row in case.log:
                names = ", ".join(f'"{name}"' for name in row)
                connection.execute(f"INSERT INTO judgements ({names}) VALUES ({', '.join('?' * len(row))})", list(row.values()))
