"""What we know of outlets: names, aliases, domains (resources/outlets.yml). Ownership is never used to weigh a claim."""

from __future__ import annotations

from functools import cache

from sayso.lexicon.tables import rows
from sayso.model import SourceKind


@cache
def _kinds() -> dict[str, SourceKind]:
    try:
        table = rows("outlets")
    except FileNotFoundError:
        return {}
    return {n.lower(): r.get("kind", "outlet") for r in table for n in (r["name"], *r.get("aliases", ()))}


def outlet_kind(name: str) -> SourceKind | None:
    """"agency" or "outlet" when the table knows this name (any spelling of case, a leading "the" dropped), else None.

    The extract room asks this of every source phrase.
    """
    low = " ".join(name.lower().removeprefix("the ").split())
    return _kinds().get(low)
