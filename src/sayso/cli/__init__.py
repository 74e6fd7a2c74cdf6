"""The typed commands. ``main`` is the door: it turns whatever happens into one line and an exit code.

0 done · 1 done, but some inputs could not be read · 2 wrong usage · 3 a file, book or guest failed · 130 interrupted.

Nothing heavy is imported here: ``sayso --help`` has to answer at once, so each command imports the casebook when it runs.
"""

from __future__ import annotations

import gc
import sys
from collections.abc import Sequence
from pathlib import Path

import click

from sayso.cli.demo import demo
from sayso.cli.doctor import doctor
from sayso.cli.export import export
from sayso.cli.find import find
from sayso.cli.judge import explain, judge
from sayso.cli.review import review
from sayso.cli.show import show
from sayso.cli.trace import trace
from sayso.cli.verify import verify
from sayso.cli.words import debug, say
from sayso.errors import SaysoError

INTERRUPTED = 130
FAILED = 3
LITTER = 100_000
"""Records made before Python looks for rings of them that nobody holds: with its own 700 that takes a fifth of linking."""


class InOrder(click.Group):
    """Lists its commands as they were added: in the order in which somebody new meets them."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The names, first the one to begin with."""
        return list(self.commands)

    def resolve_command(self, ctx: click.Context, args: list[str]) -> tuple[str | None, click.Command | None, list[str]]:
        """The command that is meant; who names pages where a command stands is told which command reads them."""
        if args[0] not in self.commands and Path(args[0]).exists():
            raise click.UsageError(f"{args[0]} is a file or folder, not a command; write: sayso trace {args[0]}", ctx)
        return super().resolve_command(ctx, args)


@click.group(cls=InOrder, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="sayso", prog_name="sayso")
@debug
def sayso() -> None:
    """On whose say-so? Trace the claims of a pile of news pages to their origins.

    For every claim: who tells it, from whom each teller has it, what changed on the way, who denies it, which sums do not add up,
    and how many independent origins are left. sayso never says what is true. It works offline: nothing is fetched, and nothing
    leaves this machine unless you name an endpoint (--analyzer llm:…).

    \b
    sayso demo                                    what it does, on invented stories
    sayso trace FOLDER --report report.html       your own pages, as one page to read
    sayso trace FOLDER --book pile.sqlite         remembered, to search and to judge
    """  # noqa: D301 - click's mark for lines that stay as they are is a backspace


for command in (demo, trace, find, review, explain, judge, show, export, verify, doctor):
    sayso.add_command(command)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; the exit code."""
    arguments = sys.argv[1:] if arguments is None else list(arguments)
    gc.set_threshold(LITTER, 20, 20)
    try:
        return int(sayso.main(list(arguments), prog_name="sayso", standalone_mode=False) or 0)
    except click.ClickException as error:
        error.show()
        return error.exit_code
    except (click.Abort, KeyboardInterrupt):
        say("interrupted; nothing is half written, the same command can be run again")
        return INTERRUPTED
    except BrokenPipeError:
        # Whoever read our output has gone (`sayso … | head`). Python would complain once more when it flushes at exit.
        sys.stdout = None
        return FAILED
    except Exception as error:
        if "--debug" in arguments:
            raise
        return _explain(error)


def _explain(error: Exception) -> int:
    """One line about what went wrong and whose turn it is; the exit code."""
    if isinstance(error, SaysoError):
        say(str(error))
        return error.exit_code
    if isinstance(error, OSError):
        say(f"{error.filename or 'input or output'}: {error.strerror or error}; check the path, the rights and the space there")
        return FAILED
    what = f"{type(error).__name__}: {error}"
    say(f"a defect of sayso, not of your pages ({what}); run it again with --debug and report what it prints")
    return FAILED
