"""Letterheads: the body that speaks for itself on a page, as the first lines of its paper name it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from itertools import pairwise

from sayso.lexicon.bodies import body_nouns, names_body, reports, titled
from sayso.lexicon.notices import any_of, calls_paper, names_office
from sayso.read.lines import Line
from sayso.read.names_of_hosts import cased

HEAD, BELOW = 2, 2
"""A body's name is one of the first lines, and what it puts out is called so in one of those below it (choices)."""

_NAME = r"[A-Z][\w’'-]*(?:[ \u00a0](?:of|for|and|the|[A-Z][\w’'-]*)){1,7}"
_CAPITALS = re.compile(_NAME)
"""A name above the office that speaks for it is a body's, whatever its noun: "Joint Lake Mission", "Public Information Office"."""
_PARTS = re.compile(r"\s[-–—|·]\s")
_SUBJECT = re.compile(rf"The[ \u00a0](?P<house>{_NAME})[ \u00a0](?=[a-z])")


def house(rows: Sequence[Line]) -> tuple[str, str] | None:
    """The body and, in words, what says so: "Statement by BODY", or its name alone above "Press release" or its press office."""
    issued = next((m for row in rows[:HEAD] if (m := _issued().match(row.text)) and names_body(m["house"])), None)
    if issued:
        return cased(issued["house"].strip()), f'head of its paper "{issued.group().strip()}"'
    if beside := next((found for row in rows[:HEAD] if (found := _beside(row))), None):
        return cased(beside[0]), f'head of its paper "{beside[0]}", beside "{beside[1]}"'
    head = sorted(lines(rows))
    if not head:
        return _begun(rows)
    name = _body(rows, head[0]) or rows[head[0]].text.strip()
    return cased(name), f'head of its paper "{name}", above "{rows[head[-1]].text.strip()}"'


def _beside(row: Line) -> tuple[str, str] | None:
    """The body and what it puts out, where one line has both: "Norrin Mills Ltd - Press release"."""
    parts = _PARTS.split(row.text.strip())
    if len(parts) != 2 or row.prose or not calls_paper(parts[1]) or calls_paper(parts[0]):
        return None
    name = parts[0].strip()
    return (name, parts[1].strip()) if names_body(name) or titled(name) else None


def _body(rows: Sequence[Line], n: int) -> str | None:
    """The name of a body that a line is, or that stands in it beside the state's: "Republic of Velm - Ministry of Works".

    Without a noun of bodies it is one where the paper goes on to call it so: "Front for the Freedom of Velm", then "The Front …".
    """
    parts: list[str] = [part.strip() for part in _PARTS.split(rows[n].text.strip())]
    if found := next((part for part in reversed(parts) if names_body(part) or _led(part)), None):
        return found
    if len(parts) > 1 or not _CAPITALS.fullmatch(parts[0]):
        return None
    nouns = "|".join(w for w in re.findall(r"[^\W\d_]{4,}", parts[0]) if w[0].isupper())
    called = re.compile(rf"\b[Tt]he[ \u00a0](?:{nouns})[ \u00a0][a-z]")
    return parts[0] if nouns and any(called.search(row.text) for row in rows[n + 1 :] if row.prose) else None


def _led(name: str) -> bool:
    """Whether a name begins with its noun of bodies, whose genitive needs no little word: "Ministerul Apelor"."""
    return titled(name) and name.split()[0] in body_nouns(name)[:1]


def _begun(rows: Sequence[Line]) -> tuple[str, str] | None:
    """The body that a press release without a letterhead begins with: "MEDIA RELEASE", then "The Ministry of Works is …".

    Or the label comes first and the name stands in the line below it.
    """
    label = next((row.text.strip() for row in rows[:HEAD] if calls_paper(row.text)), None)
    under = next((below.text.strip() for row, below in pairwise(rows[: HEAD + 1]) if label and row.text.strip() == label), "")
    if label and names_body(under) and not reports(under):
        return cased(under), f'head of its paper "{under}", below "{label}"'
    first = next((row for row in rows if row.prose), None)
    begun = _SUBJECT.match(first.text) if label and first else None
    if begun is None or not names_body(begun["house"]):
        return None
    return begun["house"], f'a paper called "{label}" that begins "{begun.group().strip()}"'


def lines(rows: Sequence[Line]) -> frozenset[int]:
    """The lines of a letterhead, by number: the body's name and, below or beside it, what its paper is called."""
    for n, row in enumerate(rows[:HEAD]):
        if _beside(row):
            return frozenset({n})
        labels = [k for k in range(n + 1, min(n + 1 + BELOW, len(rows))) if calls_paper(rows[k].text)]
        office = n + 1 in labels and names_office(rows[n + 1].text) and _CAPITALS.fullmatch(row.text.strip())
        if labels and (office or _body(rows, n)) and not row.prose and not calls_paper(row.text):
            return frozenset({n, *labels})
    return frozenset()


@cache
def _issued() -> re.Pattern[str]:
    return re.compile(rf"(?i)(?:{any_of('issued')})[ \u00a0](?:the[ \u00a0])?(?P<house>[^\n]{{3,80}})$")
