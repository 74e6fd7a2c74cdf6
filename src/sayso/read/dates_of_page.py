"""Every date on a page with the part it plays, and the date of publication where the page gives it: right, or None.

A wrong date turns every arrow of derivation round, so a date counts only with a reason: markup, the address, a date line alone at
the top, a dateline with its year, the stamp of the lead picture; where these say nothing a label or a signature below the article.
A clock is none, and neither is a date in running text. Beside "Published" a bare date line says nothing; where two reasons disagree
by more than a day none counts, and both stay listed.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import timedelta

from sayso.model import DateSeen, Furniture, FurnitureKind, Published, Span, When
from sayso.read.addresses import archived, domain_of
from sayso.read.date_readings import WITHIN, Found, Ground, agree, decided, in_year_of, ordered, readings_of, two_figured
from sayso.read.dates_of_address import from_url, year_of_url
from sayso.read.dates_of_line import HOURS, House, Stamp, date_line, issue_of, names_writer
from sayso.read.dates_of_opening import BESIDE, FOOT, NAME, dateline, today
from sayso.read.lines import FAR, Line
from sayso.read.page import Page
from sayso.text import dates, instants

MOST_DATE_WORDS = 12
"""Words of a line that is read as a date although it is closed like a sentence (a choice)."""
MASTHEAD = 14
"""A date line is looked for among the first 14 lines."""
TITLES = 4
"""A question that stands alone among so many first lines is a title, below a blog's name and its motto maybe."""
_SIGNED = re.compile(
    rf"(?P<done>[^\W\d_]{{2,8}}\s\S{{1,2}}\s)?(?P<town>{NAME}(?:[ \u00a0]{NAME}){{0,2}}),\s{{1,2}}(?:\w{{1,3}}\s){{0,2}}"
)
"""Where a paper was signed, before the day: "Orle, ", "Fait à Orle, le "."""
CLOSE = 3
"""Lines below the article in which one may say when it came out (a choice)."""
STANDFIRST = 3
"""A date line is looked for in so many lines from the first prose on: a standfirst, a caption may stand over it (a choice)."""
PLATES = 4
"""Lines at the top in which the number of a magazine stands (a choice)."""
_STAMP_DATE = re.compile(r"(?<!\d)(\d{1,2})\.(\d{1,2})\.(\d{4})$")


def of_page(
    page: Page, rows: Sequence[Line], furniture: Sequence[Furniture], language: str | None = None
) -> tuple[Published | None, tuple[DateSeen, ...]]:
    """The publication date, or None; and every date seen, in the order of the text, markup first."""
    seen: list[DateSeen] = [DateSeen("published", d.when.start, d.when.end, None) for d in page.declared]
    seen += [DateSeen("updated", d.when.start, d.when.end, None) for d in page.updated]
    reasons = [Found(d.basis, d.when, None) for d in page.declared]  # type: ignore[arg-type]
    address = from_url(page.url, language)
    if address:
        seen.append(DateSeen("published", address.start, address.end, None))
        reasons.append(Found("url", address, None))
    stamp = archived(page.url or "")
    if stamp and len(stamp) >= 8 and (taken := instants.day(int(stamp[:4]), int(stamp[4:6]), int(stamp[6:8]))):
        seen.append(DateSeen("archive", taken.start, taken.end, None))
    ground = Ground(page.text, rows, address, language, House(domain_of(page.url), rows), address or year_of_url(page.url))
    text_reasons = _in_text(ground, furniture, seen)
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
    later date line, which is then a clock, but for the dateline of the text itself; a caption counts only alone.
    """
    declared = [r for r in reasons if r.basis in ("feed", "json-ld", "meta", "time-element")]
    address = [r for r in reasons if r.basis == "url"]
    if declared:
        return declared + address
    lines = [r for r in reasons if r.basis in ("masthead", "dateline")]
    if address and _width(address[0].when) <= timedelta(days=1):
        anew = [r for r in lines if r.basis == "dateline" and _later(r.when, address[0].when)]
        if anew and all(agree(anew[0].when, r.when) for r in anew):
            return anew  # no page is older than its dateline: a correction stands at the address of what it corrects
        lines = [r for r in lines if not _later(r.when, address[0].when)]
    return address + lines or [r for r in reasons if r.basis == "caption"][:1]


def _later(a: When, b: When) -> bool:
    """Whether ``a`` lies more than a day after ``b``."""
    first, last = instants.first_day(a), instants.last_day(b)
    return bool(first and last and first > last + WITHIN)


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


def _in_text(ground: Ground, furniture: Sequence[Furniture], seen: list[DateSeen]) -> list[Found]:
    """Reasons that stand in the text, those that say most alone; every date met is noted in ``seen``."""
    rows = ground.rows
    kinds = {f.span: f.kind for f in furniture}
    body, last = _article(ground, kinds)
    heaps: dict[str, list[Found]] = {name: [] for name in ("said", "bare", "guessed", "below")}
    captions: list[Found] = []
    for n, row in enumerate(rows):
        kind = kinds.get(row.span)
        if kind in ("icons", "counter"):
            continue
        found = _expressions(row, ground)
        if kind == "page_clock":
            seen += [DateSeen("page_clock", w.start, w.end, row.span) for x in found if (w := dates.resolve(x, None)).start]
        elif kind in ("caption", "credit"):
            captions += _captions(row, found, seen, n, body)
        elif (
            row.span.start < FAR
            and (n < min(body + STANDFIRST, MASTHEAD) or n > last)
            and (stamp := _stamp(n, found, ground, body, last))
        ):
            heaps[_heap(stamp, ground, below=n > last, beneath=n > body)] += _masthead(ground, stamp, seen)
        else:
            used = dateline(n, found, ground, stopped=n <= body) if n <= body + 1 else None
            used = used or (today(row, found, ground.language) if n <= body + 1 else None)
            if used:
                heaps["bare"].append(used)
                seen.append(DateSeen("published", used.when.start, used.when.end, used.span))
            seen += [_mentioned(x) for x in found if x.kind != "relative" and (used is None or x.span != used.span)]
    if heaps["said"]:  # beside "Published on 5 May" a bare date is the paper's, or another article's
        return heaps["said"] + [r for r in heaps["bare"] if r.basis == "dateline"] + captions
    return (heaps["bare"] or heaps["guessed"] or _same(heaps["below"]) or _issues(ground)) + captions


def _heap(stamp: Stamp, ground: Ground, *, below: bool, beneath: bool) -> str:
    """The heap of reasons that a date line's goes to: below the article, called published, its order guessed, any other."""
    if below or (beneath and stamp.kind == "plain"):
        return "below"
    if stamp.kind == "published":
        return "said"
    return "guessed" if stamp.date.ambiguous and len(decided(stamp.date, ground)) != 1 else "bare"


def _article(ground: Ground, kinds: Mapping[Span, FurnitureKind]) -> tuple[int, int]:
    """The numbers of the lines with which the article begins and ends.

    A headline that ends in a quotation looks like a sentence: the first line that is no furniture never begins the article.
    """
    rows = ground.rows
    asked = {
        n for n, row in enumerate(rows[:TITLES]) if row.text.endswith("?") and row.text.count("?") == 1 and "." not in row.text
    }
    first = next((n for n, row in enumerate(rows) if row.span not in kinds), 0)
    prose = [
        n
        for n, row in enumerate(rows)
        if n > first and row.prose and row.span not in kinds and n not in asked and not _is_date(row, ground)
    ]
    return (prose[0], prose[-1]) if prose else (len(rows), len(rows))


def _stamp(n: int, found: Sequence[dates.DateExpression], ground: Ground, body: int, last: int) -> Stamp | None:
    """The date line that a line is. Above the article any; below its first lines one that says so or holds nothing else.

    Below the article one that says so, close to it and, where it names who wrote, next to it (comments have dates); or what it was
    signed with: a clock, or the town that the article names, "Fait à Orle, le 17 mai".
    """
    row = ground.rows[n]
    stamp = date_line(row, found, ground.house, short=two_figured(ground.language))
    if stamp is None or n < body:
        return stamp
    if n <= last:
        return stamp if stamp.kind in ("published", "updated") or stamp.bare else None
    if stamp.kind != "plain":
        return stamp if n - last <= (1 if names_writer(row) else CLOSE) else None
    if len(ground.rows) - n > FOOT:
        return None
    clock = stamp.date.time is not None or HOURS.search(row.text) is not None
    m = _SIGNED.fullmatch(row.text[: stamp.date.span.start - row.span.start])
    signed = m and (m["done"] or ground.text.count(m["town"]) > 1) and row.span.end - stamp.date.span.end < BESIDE
    return stamp if signed or (stamp.bare and clock) else None


def _same(found: Sequence[Found]) -> list[Found]:
    """Dates at the foot of a page, where all are one: several are those of other articles."""
    return list(found) if len({f.when.start[:10] for f in found if f.when.start}) == 1 else []


def _issues(ground: Ground) -> list[Found]:
    """The month of the number of a magazine that the head of a page names: "Issue 214 · May 2031"."""
    found = (issue_of(row, ground.text, ground.language) for row in ground.rows[:PLATES])
    return [Found("masthead", dates.resolve(x, None), x.span) for x in found if x]


def _is_date(row: Line, ground: Ground) -> bool:
    """Whether a line that is closed like a sentence holds a date and nothing else: "November 8, 2031, 3:18 p.m."."""
    return row.words <= MOST_DATE_WORDS and date_line(row, _expressions(row, ground)) is not None


def _expressions(row: Line, ground: Ground) -> list[dates.DateExpression]:
    """The dates of a line, near enough to the head of the page, in the page's language."""
    if row.span.start >= FAR:
        return []
    return dates.expressions(ground.text, row.span.start, min(row.span.end, FAR), ground.language or dates.ANY)


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


def _masthead(ground: Ground, stamp: Stamp, seen: list[DateSeen]) -> list[Found]:
    """A date line. One that could be read two ways needs something on the page that decides."""
    x, address = stamp.date, ground.year
    if x.kind == "partial":
        when = dates.resolve(x, address) if address else dates.UNKNOWN
        if address and not when.start:
            when = in_year_of(x, address)
        clock = re.search(r"(?<!\d)(\d{1,2}):(\d\d)\s?([AaPp])?\.?[Mm]?", ground.text[x.span.end : x.span.end + 14])
        if when.start and clock and (day := instants.first_day(when)):
            hour = int(clock[1]) % 12 + (12 if clock[3] in ("P", "p") else 0) if clock[3] else int(clock[1])
            when = instants.minute(day, hour, int(clock[2])) or when
        dated = bool(when.start and address and agree(when, address)) and stamp.kind in ("published", "plain")
        seen.append(DateSeen("published" if dated else "mentioned", when.start, when.end, x.span))
        return [Found("masthead", when, x.span)] if dated else []
    readings = readings_of(x)
    if len(readings) == 2:
        one = decided(x, ground)
        one = one if len(one) == 1 else ordered(x, ground)
        if len(one) != 1:
            seen += [DateSeen("swapped", r.start, r.end, x.span) for r in readings]
            return []
        readings = one
    when = readings[0] if readings else dates.UNKNOWN
    if not when.start:
        return []
    counts = stamp.kind in ("published", "plain")
    seen.append(
        DateSeen("published" if counts else "updated" if stamp.kind == "updated" else "mentioned", when.start, when.end, x.span)
    )
    return [Found("masthead", when, x.span)] if counts else []
