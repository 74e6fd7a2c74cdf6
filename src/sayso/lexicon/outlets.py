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
    return {n.lower(): r.get("kind", "outlet") for r in table if not r.get("host_only") for n in (r["name"], *r.get("aliases", ()))}


def outlet_kind(name: str) -> SourceKind | None:
    """Whether this is an "agency" or an "outlet", where the table knows the name.

    The extract room asks this of every source phrase.
    """
    low = " ".join(name.lower().removeprefix("the ").split())
    return _kinds().get(low)


@cache
def _names() -> dict[str, str]:
    return {
        n.casefold(): r["name"]
        for r in reversed(rows("outlets"))
        if not r.get("host_only")
        for n in (r["name"], *r.get("aliases", ()))
    }


@cache
def _domains() -> dict[str, str]:
    return {d: r["name"] for r in reversed(rows("outlets")) for d in r.get("domains", ())}


def known_outlet(name: str) -> str | None:
    """The table's own form of this name, None where it does not know it."""
    return _names().get(" ".join(name.casefold().removeprefix("the ").split())) or _names().get(" ".join(name.casefold().split()))


@cache
def _wires() -> frozenset[str]:
    return frozenset(r["name"] for r in rows("outlets") if r.get("wire"))


def is_wire(name: str) -> bool:
    """Whether this is an agency whose texts others print under its dateline."""
    return known_outlet(name) in _wires()


@cache
def outlet_forms(name: str) -> tuple[str, ...]:
    """All forms of an outlet's name that the table has, the given one first."""
    own = known_outlet(name)
    found = (n for r in rows("outlets") if r["name"] == own for n in (r["name"], *r.get("aliases", ())))
    return tuple(dict.fromkeys((name, *found)))


def outlet_of_host(host: str) -> str | None:
    """The outlet that publishes on this host or on a domain above it."""
    parts = host.lower().split(".")
    return next((name for n in range(len(parts) - 1) if (name := _domains().get(".".join(parts[n:])))), None)
