"""Which outlet a page is from, never guessed: what names it, in the order of trust.

The record or feed says so (a host that stands there is read as an address); the markup; the host of the address, or where no
table knows it the head of a body's own paper (``letterheads``); the end of the title or the line on the rights (``imprints``);
the dateline's house, unless it is an agency whose texts others print; the stamps of its own pictures; or the page itself, where
it says in two different ways that the house was told or asked ("told HOUSE" and "HOUSE's interview with"), and says so of no
other house nearly as often; or a masthead that the text leans on (``mastheads``). One "told HOUSE" alone names a source, not
the page.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence

from sayso.lexicon.gazetteer import named
from sayso.lexicon.outlets import is_wire, known_outlet, outlet_of_host
from sayso.model import Furniture, Span
from sayso.read import imprints, letterheads, mastheads
from sayso.read.addresses import domain, host_of
from sayso.read.lines import FAR, Line
from sayso.read.names_of_hosts import UNNAMED
from sayso.read.page import Page

_HOUSE = r"(?P<house>[A-Z][\w&.]{0,20}(?:[ \u00a0-][A-Z][\w&.]{1,20}){0,3})"
_TOWN = r"[^\W\d_a-z][^\W\d_]{1,24}(?:[ \u00a0/-][^\W\d_][^\W\d_]{0,24}){0,4}"
_DAY = r"(?:\d{1,2}\.?[ \u00a0][^\W\d_]{3,12}[ \u00a0]\d{4}(?:[ \u00a0]?г\.)?,?[ \u00a0])?"
_DATELINE = (
    re.compile(rf"{_TOWN}(?:,[^(\n]{{0,40}})?[ \u00a0]?\((?P<house>[^()\n]{{2,60}})\)[ \u00a0]{{0,2}}[-–—:]"),
    re.compile(rf"{_TOWN},[^/\n]{{0,30}}?/(?P<house>[^\W\d_][\w .&-]{{1,30}})/[.,]?[ \u00a0]{{0,2}}[-–—.]?"),
    re.compile(
        rf"{_TOWN},[ \u00a0]{_DAY}(?P<house>[A-ZÀ-ÞА-Я]{{2,9}}|[A-Z][\w]{{1,20}}(?:[ \u00a0][A-Z]\w{{1,20}}){{1,2}})"
        r"[ \u00a0]{0,2}[-–—][ \u00a0]{0,2}(?=[^\W\d_])"
    ),
)
_STAMP = re.compile(r"\s[-–—]\s(?P<house>[^\n,–—]{2,40}),\s?(?P<width>\d{3,4},\s?)?\d{1,2}\.\d{1,2}\.\d{4}$")
_OWN_CREDIT = re.compile(r"©\s?(?P<house>[^\n,/|©]{2,40}),\s?\d{1,2}\.\d{1,2}\.\d{4}$")
_HINTS = (
    ("told", re.compile(rf"\b(?:told|informed|speaking to|spoke to|in an interview with|in an interview to)[ \u00a0]{_HOUSE}")),
    (
        "asks",
        re.compile(
            rf"\b{_HOUSE}[’'`]s?[ \u00a0](?:interview|exclusive interview|correspondent|reporter|crew|source|journalist)s?\b"
        ),
    ),
    (
        "asks",
        re.compile(
            rf"\b{_HOUSE}[ \u00a0](?:(?:has\s)?(?:reached|contacted)|has\s(?:learned|spoken|obtained)|sat down|visited the)\b"
        ),
    ),
)
_NO_HOUSE = {"reporters", "media", "journalists", "parliament", "congress", "the"}
_HOST = re.compile(r"(?:[a-z0-9-]{1,63}\.){1,5}[a-z]{2,24}")
"""A host where a record should name the outlet ("www.orle.example"); a name with a dot has its capitals ("Orle.Net")."""
LEAD = 8
"""A dateline is looked for in the first 8 lines that are no furniture."""


def of_page(
    page: Page, rows: Sequence[Line], furniture: Sequence[Furniture], title: str | None = None
) -> tuple[str | None, str | None]:
    """The outlet's name and, in words, what says so; (None, None) where nothing does."""
    if page.outlet and not _HOST.fullmatch(page.outlet):
        return page.outlet, page.outlet_basis
    kinds = {f.span: f.kind for f in furniture}
    for address in (f"//{page.outlet}" if page.outlet else None, page.url):
        if address and (named := of_url(address)):
            unnamed = named[1].endswith(UNNAMED)
            return (_short(rows, kinds, named[0]) or letterheads.house(rows) or named) if unnamed else named
    return (
        imprints.house(title, page.text, rows)
        or letterheads.house(rows)
        or _dateline(rows, kinds)
        or _stamps(rows)
        or _hints(page.text, rows, kinds)
        or mastheads.house(page.text, rows, kinds)
        or (None, None)
    )


def _short(rows: Sequence[Line], kinds: Mapping[Span, str], host: str) -> tuple[str, str] | None:
    """The house of the dateline, where an address that no table knows is its name with a word of mastheads."""
    house = _dateline(rows, kinds)
    return (house[0], f"{house[1]} on {host}") if house and mastheads.called(house[0], host) else None


def of_url(url: str) -> tuple[str, str] | None:
    """The outlet of an address: its name where the table has the host, else the domain itself."""
    host = host_of(url)
    if "." not in host or re.fullmatch(r"[\d.:]+", host):
        return None
    known = outlet_of_host(host)
    if known:
        return known, f"address on {domain(host)}"
    return domain(host), f"address on {domain(host)}; {UNNAMED}"


def _dateline(rows: Sequence[Line], kinds: Mapping[Span, str]) -> tuple[str, str] | None:
    for row in [r for r in rows if r.span not in kinds][:LEAD]:
        for pattern in _DATELINE:
            m = pattern.match(row.text[:200])
            house = _house(m["house"]) if m else None
            if m and house and not is_wire(house) and not _region(m.group(), house):
                return house, f'dateline "{m.group().strip()}"'
    return None


def _region(dateline: str, house: str) -> bool:
    """Whether the name after the comma is a region ("ORLE, West Shore —") or a person: beside a town in capitals so is a house."""
    if "(" in dateline or "/" in dateline or known_outlet(house):
        return False
    if house.isupper():  # "ORLE, NY —": two letters that no house has, or a state or country by its own name
        return len(house) == 2 or any(e.proper and e.kind in ("country", "province") for e in named(house))
    town = dateline.split(",", 1)[0]
    return town.isupper() or town.startswith(("The ", "A ")) or not re.search(r"\s[-–—]\s*$", dateline)


def _house(named: str) -> str | None:
    """The house in a dateline's bracket, without date and partner ("House News / Agency - 10th April, 2022")."""
    first = re.split(r"\s[-–—]\s|/|,|\|", named)[0].strip()
    if re.search(r"\d", first) or not 2 <= len(first) <= 40 or not first[0].isupper():
        return None
    return first


def _stamps(rows: Sequence[Line]) -> tuple[str, str] | None:
    found: Counter[str] = Counter()
    for row in rows:
        m = _STAMP.search(row.text[-110:])
        if m:
            found[m["house"].strip()] += 2 if m["width"] else 1
        elif (own := _OWN_CREDIT.match(row.text[:110])) and known_outlet(own["house"].strip()):
            found[own["house"].strip()] += 2
    ranked = sorted(found.items(), key=lambda item: (-item[1], item[0]))
    if not ranked or ranked[0][1] < 2 or (len(ranked) > 1 and ranked[1][1] * 2 > ranked[0][1]):
        return None
    return ranked[0][0], f'stamps of its pictures "- {ranked[0][0]}, …"'


def _hints(text: str, rows: Sequence[Line], kinds: Mapping[Span, str]) -> tuple[str, str] | None:
    """The house that two different forms of words agree on, ahead of every other by at least two mentions."""
    found: dict[str, Counter[str]] = {}
    words: dict[str, str] = {}
    for row in rows:
        if kinds.get(row.span) in ("icons", "duplicate_title", "template") or row.span.start > FAR:
            continue
        for kind, pattern in _HINTS:
            for m in pattern.finditer(text, row.span.start, min(row.span.end, FAR)):
                house = re.sub(r"[’']s$", "", m["house"].replace("\u00a0", " ")).rstrip(".")
                if house.casefold() in _NO_HOUSE or not (known_outlet(house) or house.isupper()):
                    continue
                found.setdefault(house, Counter())[kind] += 1
                words.setdefault(house, m.group().replace("\u00a0", " "))
    ranked = sorted(found.items(), key=lambda item: (-sum(item[1].values()), item[0]))
    if not ranked or len(ranked[0][1]) < 2:
        return None
    house, counts = ranked[0]
    if len(ranked) > 1 and sum(counts.values()) - sum(ranked[1][1].values()) < 2:
        return None
    return house, f'"{words[house]}", and in {sum(counts.values()) - 1} more places of the page'
