"""The analyzer that settings name, opened at the door: only here does a key come out of the environment, and only for ``llm:``."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from sayso.cli.words import say
from sayso.errors import UsageError

if TYPE_CHECKING:
    from sayso.contracts import Analyzer
    from sayso.settings import Settings

KEY = "SAYSO_LLM_KEY"


def analyzer(settings: Settings, environment: Mapping[str, str], cache: Path | None = None) -> Analyzer:
    """The analyzer; nothing is sent before it is asked about a page."""
    from sayso import analyzers

    name = settings.analyzer
    if not name.startswith("llm:"):
        if cache is not None:
            raise UsageError(
                f"--llm-cache: the analyzer is {name!r}, which asks no endpoint; leave it out or use --analyzer llm:ENDPOINT"
            )
        return analyzers.by_name(name)
    from sayso.analyzers.llm import Llm
    from sayso.cli.endpoint import Endpoint, address
    from sayso.cli.replies import Replies

    options = settings.llm
    where = address(name.removeprefix("llm:"))
    if not options.model:
        raise UsageError(
            f"analyzer {name!r}: which model? Set SAYSO_LLM_MODEL, or model under [llm] in sayso.toml (docs/settings.md)"
        )
    if not 1 <= options.deadline_s <= 3600:
        raise UsageError(f"settings: [llm] deadline_s is {options.deadline_s}; give 1 to 3600 seconds")
    endpoint = Endpoint(where, options.model, environment.get(KEY, ""), options.deadline_s)
    if cache is None:
        return Llm(options.model, endpoint)
    replies = Replies(cache, options.model, endpoint)
    if replies.damaged:
        say(f"--llm-cache {cache}: {replies.damaged} line(s) that were cut off or damaged are left out")
    return Llm(options.model, replies)
