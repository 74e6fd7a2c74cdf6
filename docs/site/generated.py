"""Pages made from the code: the nouns, the Python door, and what each command says of itself."""

from __future__ import annotations

import dataclasses
import inspect
import re
from collections.abc import Callable, Iterator
from typing import Any, get_args

import click

import sayso
from sayso import cli, model

PUBLIC = ("trace", "open", "attributions", "Pile", "Claims", "TracedClaim", "Explanation", "Attributions", "Settings")
"""What the page on Python describes, in reading order; the other public names are nouns."""


def nouns() -> str:
    """The nouns of sayso, from ``sayso.model``."""
    out = [
        "# Nouns",
        _prose(inspect.getdoc(model) or "").replace("Read this file first.", "").replace("The nouns of this house.", "").strip(),
    ]
    for name, kind in vars(model).items():
        if inspect.isclass(kind) and kind.__module__ == model.__name__:
            out += [f"## {name}", _prose(inspect.getdoc(kind) or ""), *_fields(kind)]
    values = [(name, get_args(value)) for name, value in vars(model).items() if name[0].isupper() and get_args(value)]
    rows = [f"| `{name}` | {' '.join(f'`{v}`' for v in found)} |" for name, found in values]
    out += ["## Values", "\n".join(["| name | values |", "|---|---|", *rows])]
    return "\n\n".join(part for part in out if part) + "\n"


def _fields(kind: type) -> Iterator[str]:
    if dataclasses.is_dataclass(kind):
        named = [(f.name, str(f.type)) for f in dataclasses.fields(kind)]
    else:
        named = [(name, _written(kind.__annotations__[name])) for name in getattr(kind, "_fields", ())]
    if named:
        rows = [f"| `{name}` | `{_cell(text)}` |" for name, text in named]
        yield "\n".join(["| field | is |", "|---|---|", *rows])


def python() -> str:
    """What the public names of ``sayso`` are and do."""
    out = ["## Reference"]
    for name in PUBLIC:
        thing = getattr(sayso, name)
        said = _prose(inspect.getdoc(thing) or "")
        if inspect.isclass(thing):
            out += [f"### {name}", said, *_members(thing)]
        else:
            out += [f"### {name}", f"`{name}{_signature(thing)}`", said]
    others = [name for name in sayso.__all__ if name not in (*PUBLIC, "__version__")]
    out.append(f"Also in `sayso`: {', '.join(f'`{n}`' for n in others)} ([nouns](nouns.md)) and `__version__`.")
    return "\n\n".join(out) + "\n"


def _members(kind: type) -> Iterator[str]:
    rows = []
    for name, member in vars(kind).items():
        if name.startswith("_") or not (inspect.isfunction(member) or isinstance(member, property)):
            continue
        form = f"{name}{_signature(member)}" if inspect.isfunction(member) else name
        rows.append(f"- `{form}`: {_line(inspect.getdoc(member) or '')}")
    if rows:
        yield "\n".join(rows)


def _signature(function: Callable[..., Any]) -> str:
    text = str(inspect.signature(function)).replace("self, ", "").replace("(self)", "()")
    return re.sub(r"(: |-> )'([^']*)'", r"\1\2", text).replace("os.PathLike[str]", "PathLike")


def _written(annotation: object) -> str:
    """A type as it is written in the code."""
    return str(getattr(annotation, "__forward_arg__", annotation))


def commands() -> dict[str, str]:
    """What ``--help`` prints, for sayso and each of its commands."""
    found: dict[str, click.Command] = {"sayso": cli.sayso} | {
        f"sayso {name}": command for name, command in cli.sayso.commands.items()
    }
    return {name: _help(name, command) for name, command in found.items()}


def _help(name: str, command: click.Command) -> str:
    parent, _, last = name.rpartition(" ")
    width = {"max_content_width": 88, "terminal_width": 88, **cli.sayso.context_settings}
    above = click.Context(cli.sayso, info_name=parent, **width) if parent else None
    return click.Context(command, info_name=last, parent=above, **width).get_help()


def with_help(text: str) -> str:
    """docs/commands.md with the help of each command at the end of its section."""
    parts = re.split(r"(?m)^(?=## )", text)
    helps = commands()
    for number, part in enumerate(parts):
        name = re.match(r"## `([^`]+)`", part)
        if name and name[1] in helps:
            parts[number] = f"{part.rstrip()}\n\nIts own words (`{name[1]} --help`):\n\n```text\n{helps[name[1]].rstrip()}\n```\n\n"
    return "".join(parts)


def _prose(text: str) -> str:
    return re.sub(r"``([^`]+)``", r"`\1`", text)


def _line(text: str) -> str:
    return " ".join(_prose(text).split())


def _cell(text: str) -> str:
    return text.replace("|", "\\|")
