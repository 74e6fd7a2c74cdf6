"""What a page's frame calls its house: the end of the title and the line on its rights.

A browser keeps a page's title with its house behind a bar or a dash: "Storm breaks the mole | Harbour Ledger". A dash stands before
a source, too ("Two boats lost - Harbour Ledger"): there the article goes on to say who the source is, and a house that its page
names again is not taken. An agency's name stands in both on the pages of all who print it, and says nothing of the house, but for
a bar.

Read without their addresses, 293 real pages (each as its title and body, 291 as all that they show) and 159 news pages get an
outlet by these two 96 times. A reader finds each right; by its letters the name agrees with the address 88 times ("MZ.de" was on
another host then).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from sayso.lexicon.outlets import is_wire, known_outlet, outlet_forms, outlet_kind, outlet_of_host
from sayso.read.addresses import domain
from sayso.read.lines import FAR, Line
from sayso.read.mastheads import built
from sayso.read.names_of_hosts import UNNAMED

_MARKS = ("|", "｜", " - ", " – ", " — ", " · ", " * ")
_TAIL = re.compile(r"[ \u00a0]{0,3}(?:(?P<bar>[|｜])|(?<=[ \u00a0])[-–—·*](?=[ \u00a0]))[ \u00a0]{0,3}(?P<house>[^|｜]{2,40})$")
_PART = re.compile(r"[ \u00a0](?:News|Online|Digital)$")
"""What a house puts behind its name for its pages on the web."""
_HOST = re.compile(r"(?:www\.)?(?P<host>(?:[\w-]{2,40}\.){1,2}[a-z]{2,4})", re.I)
_YEARS = r"(?:19|20)\d\d(?:[ \u00a0]?[-–—][ \u00a0]?(?:19|20)\d\d)?"
_RIGHTS = re.compile(
    rf"(?:©|\(c\)|&copy;|copyright)[ \u00a0]?(?:©|\(c\))?[ \u00a0]?(?:by[ \u00a0])?(?:{_YEARS},?[ \u00a0](?:by[ \u00a0])?"
    rf"(?P<house>[^\n|©.,;/(]{{2,40}})|(?P<first>[^\n|©.,;/(\d]{{2,40}}?),?[ \u00a0]{_YEARS})",
    re.I,
)
RIGHTS = 200
"""Characters of a line at whose head the line on the rights is looked for; own choice."""


def house(title: str | None, text: str, rows: Sequence[Line]) -> tuple[str, str] | None:
    """The house that the frame names and, in words, what says so; None where it names none, or may name a source."""
    holders = dict(_rights(rows))
    head = next((row.text for row in rows if row.words >= 4), "")  # the title with its house is longer than the one in the record
    for line in (title or "", head):
        found = _of_title(line.strip(), text, holders)
        if found and (line != head or line == title or not is_wire(found[0])):  # "Smoke over Orle | Agency" may be a caption
            return found
    own = {known: said for name, said in holders.items() if (known := known_outlet(name)) and outlet_kind(known) != "agency"}
    return next(iter(own.items())) if len(own) == 1 else None


def _of_title(title: str, text: str, holders: dict[str, str]) -> tuple[str, str] | None:
    at = max(title.rfind(mark) for mark in _MARKS)
    m = _TAIL.match(title, at) if at > 0 else None
    if m is None:
        return None
    tail, bar = m["house"].strip(), bool(m["bar"])
    said = f'title "… {m.group().strip()}"'
    if right := next((line for name, line in holders.items() if _one(name, tail)), None):
        return known_outlet(tail) or tail, f"{said} and {right}"
    found = _named(tail, bar)
    if found is None or (not bar and _again(text[:FAR], title, tail)):
        return None
    return found[0], said + found[1]


def _rights(rows: Sequence[Line]) -> Iterator[tuple[str, str]]:
    """Who the page says has its rights, with those words."""
    for row in rows:
        if m := _RIGHTS.match(row.text[:RIGHTS]):
            yield (m["house"] or m["first"]).strip(), f'"{m.group().strip()}"'


def _one(holder: str, tail: str) -> bool:
    """Whether the holder of the rights is who the title ends with, and no agency."""
    return holder.casefold() == tail.casefold() and outlet_kind(tail) != "agency"


def _named(tail: str, bar: bool) -> tuple[str, str] | None:
    """The house that a tail names, and what is to be said of it: one of the table, a host, or behind a bar a masthead."""
    known = known_outlet(tail) or known_outlet(_PART.sub("", tail))
    if known:
        return (known, "") if bar or outlet_kind(known) != "agency" else None
    if found := _HOST.fullmatch(tail):
        host = found["host"].lower()
        known = outlet_of_host(host)
        return (known, "") if known else (domain(host), f"; {UNNAMED}")
    return (tail, "") if bar and built(tail) else None


def _again(text: str, title: str, tail: str) -> bool:
    """Whether the article names the house again: then it may be the source of what the title says."""
    forms = "|".join(re.escape(form.removeprefix("The ")) for form in outlet_forms(tail))
    name = re.compile(rf"(?<![\w.])(?:{forms})(?!\w)", re.I)
    return len(name.findall(text)) > len(name.findall(title))
