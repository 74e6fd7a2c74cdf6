"""The options of all rooms as one frozen value, gathered once: defaults < file < environment < flags.

A file is TOML with a table for each room (``[read]``, ``[link]``, ``[assess]``) and one for a guest (``[llm]``); an environment
variable is the table and the key, ``SAYSO_READ_LIMIT=1000``. Only this module and ``cli`` look at the environment; rooms are handed
their options.
"""

from __future__ import annotations

import hashlib
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from pathlib import Path
from typing import Any

import msgspec

from sayso.analyzers.llm import LlmOptions
from sayso.assess import AssessOptions
from sayso.errors import UsageError
from sayso.link import LinkOptions
from sayso.read import ReadOptions

FILE = "sayso.toml"
PREFIX = "SAYSO_"
# Variables that begin like settings and are none: where tests find shared material, what they must not skip; and a secret, which
# belongs in no file and no digest.
NOT_SETTINGS = frozenset({"SAYSO_SHARED", "SAYSO_REQUIRE", "SAYSO_LLM_KEY"})


@dataclass(frozen=True, slots=True)
class Settings:
    """What steers a run. ``analyzer`` names who finds the attributions."""

    read: ReadOptions = field(default_factory=ReadOptions)
    link: LinkOptions = field(default_factory=LinkOptions)
    assess: AssessOptions = field(default_factory=AssessOptions)
    llm: LlmOptions = field(default_factory=LlmOptions)
    analyzer: str = "rules"

    @property
    def digest(self) -> str:
        """Of every value, 20 hex digits: equal settings, equal digest, wherever they were set."""
        return hashlib.sha256(msgspec.json.encode(self, order="sorted")).hexdigest()[:20]


Tables = dict[str, Any]
ROOMS = ("read", "link", "assess", "llm")
KINDS = (ReadOptions, LinkOptions, AssessOptions, LlmOptions)
KNOWN = {name: {f.name for f in fields(kind)} for name, kind in zip(ROOMS, KINDS, strict=True)}


def gather(
    file: Path | None = None, environment: Mapping[str, str] | None = None, flags: Mapping[str, Any] | None = None
) -> Settings:
    """Settings from ``file``, then ``environment``, then ``flags``; later ones win, key by key. UsageError: a key nobody knows."""
    merged: Tables = {}
    for origin, tables in (
        (str(file), _from_file(file) if file else {}),
        ("the environment", _from_environment(environment or {})),
        ("the command line", dict(flags or {})),
    ):
        _check(origin, tables)
        for name, value in tables.items():
            merged[name] = {**merged.get(name, {}), **value} if name in ROOMS else value
    try:
        return msgspec.convert(merged, Settings, strict=False)
    except msgspec.ValidationError as error:
        raise UsageError(f"settings: {error}; see docs/settings.md for the keys and their kinds") from None


def _check(origin: str, tables: Tables) -> None:
    for name, value in tables.items():
        if name not in (*ROOMS, "analyzer"):
            raise UsageError(f"{origin}: there is no setting “{name}”; known are analyzer and the tables {', '.join(ROOMS)}")
        if name in ROOMS and (unknown := sorted(set(value) - KNOWN[name])):
            raise UsageError(f"{origin}: [{name}] has no “{unknown[0]}”; known are {', '.join(sorted(KNOWN[name]))}")


def _from_file(file: Path) -> Tables:
    try:
        return tomllib.loads(file.read_text(encoding="utf-8"))
    except OSError as error:
        raise UsageError(f"{file}: cannot read the settings ({error.strerror}); name a file that exists") from None
    except ValueError as error:
        raise UsageError(f"{file}: not valid TOML ({error}); correct that line") from None


def _from_environment(environment: Mapping[str, str]) -> Tables:
    tables: Tables = {}
    for variable in sorted(environment):
        if not variable.startswith(PREFIX) or variable in NOT_SETTINGS:
            continue
        room, _, key = variable.removeprefix(PREFIX).lower().partition("_")
        if key:
            tables.setdefault(room, {})[key] = _value(environment[variable])
        else:
            tables[room] = environment[variable]
    return tables


def _value(text: str) -> Any:
    """Lists and tables stand in the environment as JSON; all else is a word, which ``gather`` makes a number where one belongs."""
    if text[:1] in "[{":
        try:
            return msgspec.json.decode(text)
        except msgspec.DecodeError:
            return text
    return text
