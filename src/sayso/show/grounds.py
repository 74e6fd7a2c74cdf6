"""Why a claim has so many origins, in as few lines as say it: what names have in common stands in one line, rules last."""

from __future__ import annotations

from collections.abc import Sequence

from sayso.show import words
from sayso.text.series import series

ONE, ALONE, AGAIN = " are one source", " is one source", " is one source, named more than once"
BETWEEN = ") and “"
"""What joins two names, each with its page behind it."""
PAGE = "” ("
"""What stands between a name and its page."""
BOTH = " both "
COMMON = (") are ", ") both ", ") speak ")
"""How a reason goes on after two names, each with its page: "both spoke to the Bell", "are told in two languages"."""
UNFOLDED = "the count without one of the rules"
"""How a reason begins that names rules, for those who set them."""
NAMES = 8
"""Names that are listed of one source; a wire story told by 11 pages had 14."""


def folded(why: Sequence[str], rules: bool = True) -> list[str]:
    """Return the reasons, each once: "A and B are one source" and "B and C are one source" as one line.

    ``rules``: also what the count would be without one of the rules, which only those who set them understand.
    """
    rows: list[str | list[str] | tuple[str, str]] = []
    stars: dict[tuple[str, str], list[str]] = {}
    again: list[str] = []
    last: list[str] = []
    for reason in map(words.reason, why):
        pair = _pair(reason)
        if pair:
            groups = [row for row in rows if isinstance(row, list) and any(name in row for name in pair)]
            if not groups:
                rows.append(list(pair))
                continue
            groups[0] += [name for name in pair if name not in groups[0]]
            for other in groups[1:]:
                groups[0] += [name for name in other if name not in groups[0]]
                rows.remove(other)
        elif reason.endswith(AGAIN):
            again.append(reason)
        elif common := _common(reason):
            one, another, tail = common
            if (one, tail) not in stars:
                rows.append((one, tail))
            stars.setdefault((one, tail), []).append(another)
        elif reason.startswith(UNFOLDED):
            last.append(reason)
        else:
            rows.append(reason)
    known = {name for row in rows if isinstance(row, list) for name in row}
    told = [row if isinstance(row, str) else _listed(row) if isinstance(row, list) else _star(row, stars[row]) for row in rows]
    return [*told, *(reason for reason in again if reason.removesuffix(AGAIN) not in known), *(last if rules else [])]


def _pair(reason: str) -> list[str]:
    """The two names that a reason makes one source, with their pages; none where it says something else."""
    parts = reason.removesuffix(ONE).split(BETWEEN) if reason.endswith(ONE) else []
    return [parts[0] + ")", "“" + parts[1]] if len(parts) == 2 else []


def _common(reason: str) -> tuple[str, str, str] | None:
    """The two names of a reason with their pages, and what they have in common; nothing where it is told otherwise."""
    first, between, rest = reason.partition(BETWEEN)
    ends = [at for verb in COMMON if (at := rest.find(verb)) >= 0]
    if not between or not ends or not first.startswith("“"):
        return None
    return f"{first})", f"“{rest[: min(ends)]})", rest[min(ends) + 1 :]


def _star(row: tuple[str, str], others: Sequence[str]) -> str:
    """What one name has in common with each of several: of the others nothing is said among themselves."""
    names = _merged(others)
    if row[1].startswith(BOTH) and len(names) > 1:  # what two speak through, all speak through
        return f"{series([row[0], *names])} all {row[1].removeprefix(BOTH)}"
    return f"{row[0]} and {'each of ' if len(names) > 1 else ''}{series(names)}{row[1]}"


def _listed(names: Sequence[str]) -> str:
    """That names are one source, each name once with all pages that have it: a wire story gives one name on every page."""
    told = _merged(names)
    if len(told) == 1:
        return told[0] + ALONE
    rest = len(told) - NAMES
    return ONE.join((series([*told[:NAMES], words.count(rest, "further name")] if rest > 0 else told), ""))


def _merged(names: Sequence[str]) -> list[str]:
    """The names in order, those that are written alike once with all their pages."""
    pages: dict[str, list[str]] = {}
    first: dict[str, str] = {}
    for full in names:
        name, mark, page = full.partition(PAGE)
        first.setdefault(name.casefold(), name)
        pages.setdefault(name.casefold(), []).extend([page.removesuffix(")")] if mark else [])
    return [f"{first[key]}{PAGE}{series(where)})" if where else first[key] for key, where in pages.items()]
