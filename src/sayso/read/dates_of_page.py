"""Every date on a page with the part it plays, and the date of publication where the page gives it: right, or None.

A wrong date turns every arrow of derivation round, so a date counts only with a reason: markup, the address, a date line alone at
the top, a dateline with its year, the stamp of the lead picture. A clock is none, and neither is a date in running text. Where two
reasons disagree by more than a day none counts; both stay listed.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import timedelta
from urllib.parse import unquote, urlsplit

from sayso.model import Basis, DateSeen, Furniture, Published, Span, When
from sayso.read.addresses import archived, domain_of, original
from sayso.read.dates_of_line import NOBODY, UPDATED, House, date_line, opens_dated, says_published
from sayso.read.lines import FAR, Line
from sayso.read.page import Page
from sayso.text import dates, instants
from sayso.text.months import MONTH_OF

_URL_DAY = re.compile(
    r"(?<!\d)(?P<y>(?:19|20)\d\d)(?P<s>[/_-])(?P<m>0?[1-9]|1[0-2]|[a-z]{3,9})(?P=s)(?P<d>0?[1-9]|[12]\d|3[01])(?!\d)", re.I
)
_URL_DAY_FIRST = re.compile(
    r"(?<!\d)(?P<d>0?[1-9]|[12]\d|3[01])(?P<s>[/_-])(?P<m>0?[1-9]|1[0-2]|[a-z]{3,9})(?P=s)(?P<y>(?:19|20)\d\d)(?!\d)", re.I
)
_URL_DIGITS = re.compile(r"(?<!\d)(?P<y>(?:19|20)\d\d)(?P<m>0[1-9]|1[0-2])(?P<d>0[1-9]|[12]\d|3[01])(?P<rest>\d{0,12})(?!\d)")
_URL_MONTH = re.compile(r"/(?P<y>(?:19|20)\d\d)/(?P<m>0[1-9]|1[0-2])(?=/|$)")
_WITHIN = timedelta(days=1)
"""Two reasons may differ by a day: an address carries the editor's day, a date line the reader's (time zones)."""
SUPPORT = 31
"""A date in the text supports a reading of "11/06/2018" or "2018-11-06" when it lies at most so many days before it and the other
reading has none so near: news speaks of its own month (a choice; of the 175 dated pages none is decided wrongly by it)."""
MOST_DATE_WORDS = 12
"""Words of a line that is read as a date although it is closed like a sentence (a choice)."""
MASTHEAD = 14
"""A date line is looked for among the first 14 lines."""
TITLES = 4
"""A question that stands alone among so many first lines is a title, below a blog's name and its motto maybe."""
_BRACKET = re.compile(r"[^\W\d_][^.(\n]{1,60}?\([^()\n]{2,90}\)")
_TOWN = re.compile(r"[^\W\d_][^.(\n\d]{1,60}?,\s{1,2}$")
_AFTER_DAY = re.compile(r"\.?\s{0,2}[–—:/(-]")
AFTER = 90  # characters behind the day in which a dateline ends
_NAME = r"[^\W\d_a-zа-я][\w’'&-]{1,24}"
_ENDED = re.compile(
    r"(?:[ \u00a0]?г)?\.\s{1,2}[^\W\d_]"
    rf"|(?:[ \u00a0]?г\.)?,?[ \u00a0](?P<house>{_NAME}(?:[ \u00a0]{_NAME}){{0,2}})(?:\s{{0,2}}[–—:]|\.)\s"
)
"""A full stop, or the house that has it: "ORLE, 5 May 2031, OPA – ", "ОРЛЕ, 5 мая 2031 г., Орле-Информ. "."""
_PLACE = re.compile(r"[^\W\d_a-z][\w’'-]{1,24}(?:[ \u00a0/][^\W\d_a-z][\w’'-]{1,24}){0,2},\s{1,2}$")
"""A town alone, before a day with its year and a full stop: "ORLE, 16 maja 2031. Delegacja …"."""
_SLASHED = re.compile(r"[/(](?P<house>[^\W\d_][^/()\n]{1,30})[/)]")
DAY_FIRST = frozenset(
    "ar az be bg bs ca cs da de el es et fa fi fr gl he hr hy id it ka mk nl no nb pl pt ro ru sk sl sq sr sv tr uk vi".split()
)
"""Languages that write the day first in "11/06/2018" (CLDR's short dates); English has both orders: there the page must decide.
Spanish has both, too, but seldom (Panama, Puerto Rico): an order by language counts only where no other date line stands."""
FOOT = 6
"""A house signs among the last six lines that are not blank (a choice)."""
_STAMP_DATE = re.compile(r"(?<!\d)(\d{1,2})\.(\d{1,2})\.(\d{4})$")


@dataclass(frozen=True, slots=True)
class Found:
    """A reason for a date of publication."""

    basis: Basis
    when: When
    span: Span | None


@dataclass(frozen=True, slots=True)
class Ground:
    """What a date in the text is weighed against: the whole text, the address's date, the article's language, the page's house."""

    text: str
    rows: Sequence[Line]
    address: When | None
    language: str | None
    house: House = NOBODY


def of_page(
    page: Page, rows: Sequence[Line], furniture: Sequence[Furniture], language: str | None = None
) -> tuple[Published | None, tuple[DateSeen, ...]]:
    """The publication date, or None; and every date seen, in the order of the text, markup first."""
    seen: list[DateSeen] = [DateSeen("published", d.when.start, d.when.end, None) for d in page.declared]
    seen += [DateSeen("updated", d.when.start, d.when.end, None) for d in page.updated]
    reasons = [Found(d.basis, d.when, None) for d in page.declared]  # type: ignore[arg-type]
    address = from_url(page.url)
    if address:
        seen.append(DateSeen("published", address.start, address.end, None))
        reasons.append(Found("url", address, None))
    stamp = archived(page.url or "")
    if stamp and len(stamp) >= 8 and (taken := instants.day(int(stamp[:4]), int(stamp[4:6]), int(stamp[6:8]))):
        seen.append(DateSeen("archive", taken.start, taken.end, None))
    text_reasons = _in_text(Ground(page.text, rows, address, language, House(domain_of(page.url), rows)), furniture, seen)
    published = choose(reasons + text_reasons)
    if published:
        seen = [_relabelled(d, published) for d in seen]
    return published, tuple(
        sorted(set(seen), key=lambda d: (d.span is not None, d.span or Span(0, 0), d.kind, d.start or "", d.end or ""))
    )


def _relabelled(seen: DateSeen, published: Published) -> DateSeen:
    """A date line that disagrees with the date of publication: a clock where it is later, a mere mention where it is earlier."""
    when = When(seen.start, seen.end)
    if seen.kind != "published" or seen.span is None or agree(when, published.when):
        return seen
    return replace(seen, kind="page_clock" if _later(when, published.when) else "mentioned")


def choose(reasons: Sequence[Found]) -> Published | None:
    """The narrowest date that all strong reasons agree on; None where two disagree by more than a day."""
    strong = _strong(reasons)
    if not strong:
        return None
    best = min(strong, key=lambda r: (_width(r.when), _ORDER[r.basis]))
    if any(not agree(best.when, other.when) for other in strong):
        return None
    first = next((r for r in strong if _width(r.when) <= timedelta(days=1) or r is best), best)
    if _ORDER[first.basis] < _ORDER[best.basis] and _width(first.when) <= timedelta(days=1) and not _inside(best.when, first.when):
        best = first
    return Published(best.when.start, best.when.end, best.basis, best.span)


def _strong(reasons: Sequence[Found]) -> list[Found]:
    """The reasons that count.

    Markup and feed silence the text, where "updated" lines and today's date stand beside them; an address with its day silences a
    later date line, which is then a clock; a caption counts only alone.
    """
    declared = [r for r in reasons if r.basis in ("feed", "json-ld", "meta", "time-element")]
    address = [r for r in reasons if r.basis == "url"]
    if declared:
        return declared + address
    lines = [r for r in reasons if r.basis in ("masthead", "dateline")]
    if address and _width(address[0].when) <= timedelta(days=1):
        lines = [r for r in lines if not _later(r.when, address[0].when)]
    return address + lines or [r for r in reasons if r.basis == "caption"][:1]


def _later(a: When, b: When) -> bool:
    """Whether ``a`` lies more than a day after ``b``."""
    first, last = instants.first_day(a), instants.last_day(b)
    return bool(first and last and first > last + _WITHIN)


_ORDER: dict[str, int] = {
    "feed": 0,
    "json-ld": 1,
    "meta": 2,
    "time-element": 3,
    "url": 4,
    "masthead": 5,
    "dateline": 6,
    "caption": 7,
    "archive": 8,
    "sibling": 9,
}


def _width(when: When) -> timedelta:
    if when.start is None or when.end is None:
        return timedelta.max
    return instants.parse(when.end).replace(tzinfo=None) - instants.parse(when.start).replace(tzinfo=None)


def _inside(a: When, b: When) -> bool:
    fa, la, fb, lb = instants.first_day(a), instants.last_day(a), instants.first_day(b), instants.last_day(b)
    return bool(fa and la and fb and lb and fb <= fa and la <= lb)


def agree(a: When, b: When) -> bool:
    """Whether two dates can be one: their days touch or lie next to each other."""
    fa, la, fb, lb = instants.first_day(a), instants.last_day(a), instants.first_day(b), instants.last_day(b)
    if not (fa and la and fb and lb):
        return True
    return fa - _WITHIN <= lb and fb - _WITHIN <= la


def from_url(url: str | None) -> When | None:
    """The date an address carries: a day, or the month alone; None where it could be read two ways."""
    if not url:
        return None
    try:
        parts = urlsplit(original(url))
    except ValueError:
        return None
    path = unquote(parts.path) + ("/?" + unquote(parts.query) if parts.query else "")
    found = {w for m in _URL_DAY.finditer(path) if (w := _url_day(m))}
    found |= {w for m in _URL_DIGITS.finditer(path) if _stamped(m["rest"]) and (w := _url_day(m))}
    if not found:
        found = {w for m in _URL_DAY_FIRST.finditer(path) if not _either(m) and (w := _url_day(m))}
    if len(found) > 1:
        return None
    if found:
        return found.pop()
    months = {w for m in _URL_MONTH.finditer(path) if (w := instants.month(int(m["y"]), int(m["m"])))}
    return months.pop() if len(months) == 1 else None


def _stamped(rest: str) -> bool:
    """Whether the figures after YYYYMMDD are nothing, a clock time (with thousandths), or a ten-figure article number."""
    if len(rest) in (4, 6, 9):
        return int(rest[:2]) < 24 and int(rest[2:4]) < 60 and int(rest[4:6] or 0) < 60
    return len(rest) in (0, 10)


def _either(m: re.Match[str]) -> bool:
    return m["m"].isdecimal() and int(m["d"]) <= 12 and int(m["m"]) != int(m["d"])


def _url_day(m: re.Match[str]) -> When | None:
    month = int(m["m"]) if m["m"].isdecimal() else MONTH_OF.get(m["m"].casefold())
    return instants.day(int(m["y"]), month, int(m["d"])) if month else None


def _in_text(ground: Ground, furniture: Sequence[Furniture], seen: list[DateSeen]) -> list[Found]:
    """Reasons that stand in the text; every date met is noted in ``seen``."""
    text, rows = ground.text, ground.rows
    kinds = {f.span: f.kind for f in furniture}
    reasons: list[Found] = []
    captions, ordered, said = list[Found](), list[Found](), list[Found]()
    # a headline that ends in a quotation looks like a sentence: the first line that is no furniture never begins the article
    asked = {
        n for n, row in enumerate(rows[:TITLES]) if row.text.endswith("?") and row.text.count("?") == 1 and "." not in row.text
    }
    first = next((n for n, row in enumerate(rows) if row.span not in kinds), 0)
    body = next(
        (
            n
            for n, row in enumerate(rows)
            if n > first and row.prose and row.span not in kinds and n not in asked and not _is_date(text, row)
        ),
        len(rows),
    )
    for n, row in enumerate(rows):
        kind = kinds.get(row.span)
        if kind in ("icons", "counter"):
            continue
        found = dates.expressions(text, row.span.start, min(row.span.end, FAR)) if row.span.start < FAR else []
        if kind == "page_clock":
            seen += [DateSeen("page_clock", w.start, w.end, row.span) for x in found if (w := dates.resolve(x, None)).start]
        elif kind in ("caption", "credit"):
            captions += _captions(row, found, seen, n, body)
        elif n < min(body, MASTHEAD) and (line := date_line(row, found, ground.house)):
            made = _masthead(ground, line, seen, updated=bool(UPDATED.match(row.text)))
            said += made if says_published(row, line) else []
            (ordered if line.ambiguous and not _decided(line, ground) else reasons).extend(made)
        else:
            used = _dateline(row, found, ground, stopped=n <= body) if n <= body + 1 else None
            if used:
                reasons.append(used)
                seen.append(DateSeen("published", used.when.start, used.when.end, used.span))
            seen += [_mentioned(x) for x in found if x.kind != "relative" and (used is None or x.span != used.span)]
    if said:  # beside "Published on 5 May" a bare date is the paper's, or another article's
        reasons = [r for r in reasons if r in said or r.basis != "masthead"]
    return (reasons or ordered) + captions


def _is_date(text: str, row: Line) -> bool:
    """Whether a line that is closed like a sentence holds a date and nothing else: "November 8, 2031, 3:18 p.m."."""
    return row.words <= MOST_DATE_WORDS and date_line(row, dates.expressions(text, row.span.start, row.span.end)) is not None


def _mentioned(x: dates.DateExpression) -> DateSeen:
    when = dates.resolve(replace(x, bound=None), None)
    return DateSeen("mentioned", when.start, when.end, x.span)


def _captions(row: Line, found: Sequence[dates.DateExpression], seen: list[DateSeen], n: int, body: int) -> list[Found]:
    """The stamp of a picture at the top counts as a weak reason; other captions' dates are only noted."""
    out: list[Found] = []
    for x in found:
        when = dates.resolve(x, None)
        if x.kind == "relative" or not when.start:
            continue
        at_end = _STAMP_DATE.search(row.text) is not None and x.span.end == row.span.end
        seen.append(DateSeen("caption" if at_end else "archive", when.start, when.end, x.span))
        if at_end and n < body:
            out.append(Found("caption", when, x.span))
    return out[-1:]


def _masthead(ground: Ground, x: dates.DateExpression, seen: list[DateSeen], *, updated: bool) -> list[Found]:
    """A date line at the top. A line that could be read two ways needs something on the page that decides."""
    address = ground.address
    if x.kind == "partial":
        when = dates.resolve(x, address) if address else dates.UNKNOWN
        if address and not when.start:
            when = _in_year_of(x, address)
        clock = re.search(r"(?<!\d)(\d{1,2}):(\d\d)\s?([AaPp])?\.?[Mm]?", ground.text[x.span.end : x.span.end + 14])
        if when.start and clock and (day := instants.first_day(when)):
            hour = int(clock[1]) % 12 + (12 if clock[3] in ("P", "p") else 0) if clock[3] else int(clock[1])
            when = instants.minute(day, hour, int(clock[2])) or when
        seen.append(DateSeen("published" if when.start else "mentioned", when.start, when.end, x.span))
        return [Found("masthead", when, x.span)] if when.start and address and agree(when, address) else []
    readings = _readings(x)
    if len(readings) == 2:
        decided = _decided(x, ground) or (readings[:1] if x.ambiguous and ground.language in DAY_FIRST else [])
        if len(decided) != 1:
            seen += [DateSeen("swapped", r.start, r.end, x.span) for r in readings]
            return []
        readings = decided
    when = readings[0] if readings else dates.UNKNOWN
    if not when.start:
        return []
    seen.append(DateSeen("updated" if updated else "published", when.start, when.end, x.span))
    return [] if updated else [Found("masthead", when, x.span)]


def _in_year_of(x: dates.DateExpression, address: When) -> When:
    """A day without a year, in the year the address gives."""
    start = instants.first_day(address)
    when = instants.day(start.year, x.month or 0, x.day or 0) if start else None
    return when if when and agree(when, address) else dates.UNKNOWN


def _readings(x: dates.DateExpression) -> list[When]:
    """The days a numeric date can mean.

    An ISO day without a clock time is written by programs that may have read a day-first date month-first (one page of the 65 in
    the cases), so it too counts as readable two ways.
    """
    plain = x.year is not None and x.month is not None and x.day is not None
    if not plain or x.form != "day":
        return []
    one = instants.day(x.year or 0, x.month or 0, x.day or 0)
    if one and x.time:
        one = instants.from_iso(f"{one.start}T{x.time}") or one
    numeric = x.ambiguous or (x.time is None and x.numeric and x.day != x.month and (x.day or 0) <= 12)
    other = instants.day(x.year or 0, x.day or 0, x.month or 0) if numeric else None
    return [w for w in (one, other) if w]


def _decided(x: dates.DateExpression, ground: Ground) -> list[When]:
    """The readings of a numeric date that something else on the page speaks for."""
    return [r for r in _readings(x) if _supported(r, x, ground)]


def _supported(reading: When, x: dates.DateExpression, ground: Ground) -> bool:
    """Whether something else on the page speaks for this reading: the address, or a day named in the text not long before it."""
    day = instants.first_day(reading)
    if day is None:
        return False
    if ground.address and ground.address.start:
        return agree(reading, ground.address)
    for row in ground.rows[:200]:
        for other in dates.expressions(ground.text, row.span.start, min(row.span.end, row.span.start + 4000)):
            if other.form != "day" or other.span == x.span or other.ambiguous:
                continue
            when = dates.resolve(other, reading)
            near = instants.first_day(when) if when.start else None
            if near and timedelta(0) <= day - near <= timedelta(days=SUPPORT) and other.year is not None:
                return True
    return False


def _dateline(row: Line, found: Sequence[dates.DateExpression], ground: Ground, *, stopped: bool) -> Found | None:
    """The day in the bracket or after the town that opens a report: "TOWN (House - 10th April, 2022)", "TOWN, June 9. /HOUSE/.".

    ``stopped``: a full stop may end it.
    """
    bracket = _BRACKET.match(row.text[:160])
    for x in found:
        at, to = x.span.start - row.span.start, x.span.end - row.span.start
        bracketed = bracket is not None and row.text.find("(") < at and to < bracket.end()
        before, after = row.text[:at], row.text[to : to + AFTER]
        end = _ENDED.match(after) if stopped and x.year is not None and _PLACE.fullmatch(before) else None
        ended = end and (not end["house"] or before.isupper() or end["house"].isupper())
        opens = opens_dated(before, after)
        after_town = at < 70 and ((_TOWN.match(before) and _AFTER_DAY.match(after)) or ended or (x.year is not None and opens))
        upper = row.text[0].isupper() or opens
        if x.form != "day" or not (upper and (bracketed or after_town)):
            continue
        when = dates.resolve(x, None)
        if not when.start and x.kind == "partial":
            when = _in_year_of(x, ground.address) if ground.address else _signed(x, row, ground.rows)
        if when.start and not x.ambiguous:
            return Found("dateline", when, x.span)
    return None


def _signed(x: dates.DateExpression, row: Line, rows: Sequence[Line]) -> When:
    """A dateline's day without a year, in the year that the house signs with at the foot ("June 9 /KAN/", "KAN, 9 June 2031")."""
    m = _SLASHED.search(row.text[:120])
    house = m["house"].strip() if m else ""
    for foot in rows[-FOOT:]:
        if not house or not foot.text.startswith(house) or foot.span == row.span:
            continue
        for other in dates.expressions(foot.text, 0, len(foot.text[:120])):
            if other.kind == "absolute" and other.form == "day" and (other.month, other.day) == (x.month, x.day):
                return dates.resolve(other, None)
    return dates.UNKNOWN
