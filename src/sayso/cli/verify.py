"""``sayso verify``: whether a case bundle is what it was when it was made."""

from __future__ import annotations

from importlib import metadata
from pathlib import Path

import click

from sayso.cli.words import debug, printable
from sayso.errors import SaysoError

FAULTY = 3
SHOWN = 50
"""Faults that are printed; what is damaged all over is not told better by more."""


@click.command(short_help="Check a case bundle: sums, passages, judgements.")
@click.argument("bundle", type=click.Path(path_type=Path))
@debug
def verify(bundle: Path) -> int:
    """Check a BUNDLE that sayso export --to case.zip wrote, and say what is wrong in it, where, and why.

    Sums of all members; that every quotation is what stands at its place in the stored text; the chain of judgements; that the
    report and all tables follow from the records; that no byte of the file differs. Exit code 3: something is wrong. The digest
    printed at the end stands for all of it: compare it with the one that was written down when the bundle was made.
    """
    from sayso.show.exports.checking import check
    from sayso.store.schema import digest

    try:
        data = bundle.read_bytes()
    except (OSError, ValueError) as error:
        why = getattr(error, "strerror", None) or error
        raise SaysoError(f"{bundle}: cannot be read ({why}); give the file that sayso export --to case.zip wrote") from None
    found = check(data, metadata.version("sayso"), digest)
    for where, why in found.faults[:SHOWN]:
        click.echo(f"WRONG  {printable(where)}: {printable(why)}")
    if len(found.faults) > SHOWN:
        click.echo(f"WRONG  and {len(found.faults) - SHOWN} more of the kind")
    for note in found.notes:
        click.echo(f"note   {printable(note)}")
    looked = " · ".join(f"{number:,} {what}" for what, number in found.counted.items())
    if found.faults:
        click.echo(f"{bundle}: not as it was made. Looked at: {looked or 'nothing but the file itself'}. Ask for the bundle again.")
        return FAULTY
    click.echo(f"ok     {looked}")
    click.echo(f"digest {found.digest} (of SHA256SUMS; it stands for every member)")
    return 0
