"""The line of a page that holds its date and little else: names, labels and words that introduce a date beside it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cache
from typing import Literal, NamedTuple

from sayso.lexicon import vocabulary
from sayso.lexicon.bodies import SMALL
from sayso.lexicon.notices import words_of
from sayso.model import Span
from sayso.read.headline import BY_ABROAD
from sayso.read.lines import LONG, Line
from sayso.read.mastheads import house_words
from sayso.read.names_of_hosts import leads
from sayso.text import dates
from sayso.text.date_forms import short_years
from sayso.text.months import WEEKDAY_IN_LINE, WEEKDAY_OF

_CLOCK = re.compile(r"\d{1,2}(?:\s?[:.h]\s?|\sh\s)\d\d(?::\d\d)?")
HOURS = re.compile(r"(?<!\d)[0-2]?\d(?::|h|\sh\s)[0-5]\d(?!\d)")
"""A clock that is no part of a date: "17.05" may be one."""
_BAR = re.compile(r"\s*[|·•]\s*")
_STROKE = re.compile(r"\s?[›»>]\s|\s//?\s")
"""What parts a house and its sections, where no sentence stands between ("Norrin Weekly / Mill notes / Posted 5 May")."""
_AFTER_PARTS = re.compile(rf"{_BAR.pattern}|{_STROKE.pattern}")
_STOP = re.compile(r"\.\s(?=[^\W\d_a-z])")
_BESIDE = re.compile(r"\s?\([^\W\d_]+(?:\s[^\W\d_]+)?\)")
"""What kind of page it is, behind its name: "Norrin Watch (blog) – posted …"."""
_BY = re.compile(rf"(?:{vocabulary.one_of('stamps', 'published', 'done')}\s)?by\s", re.I)
_BY_ABROAD = re.compile(rf"(?i:{BY_ABROAD})[ \u00a0](?=[^\W\d_a-z])")
"""Who wrote, in other languages: "par Ida Volk, 5 mai 2031", "Von IDA VOLK am 5. Mai 2031"."""
HOUSE = re.compile(r"\([^()\n\d]{2,40}\)")
_CHECKED = re.compile(
    rf"^(?:fact[ -])?{vocabulary.one_of('stamps', 'checked')}(?:\s?:)?\s(?:\w{{2,3}}\s)?$",
    re.I,
)
_WRITER = re.compile(rf"(?<!\w)(?:by|da|{BY_ABROAD})\s\S{{1,40}}", re.I)
"""Who wrote, whatever he calls himself: "Posted by mole_hand on"."""
_OF_ITSELF = re.compile(rf"{vocabulary.one_of('stamps', 'this page')}\s", re.I)
_AFTER_LABEL = re.compile(r"^[\s|·•,–—/-]+")
_PARTS_LINES = frozenset(".,|·•:–—/>›»-")
_NUMBERS = re.compile(r"\d{3}")  # between a label and its date stands a clock at most
_SIGNED = re.compile(r"\sby\s\S{1,40}$")
_INTRODUCES = re.compile(r"(?:[,:：،–—>›»-]\s{0,3}(?:[^\W\d_]+\s)?|\bby\s[^\n]*)$", re.I)
_LAST_WORD = re.compile(r"[^\W\d_]+\s*$")
_SERIAL = re.compile(r"\d\s?/\s?(?:\d\d)?\d\d\b|(?:\bn[or]?|[nN]?\.?[º°№#])\.?\s?\d", re.I)
"""The running number of a notice ("Incident note 41/2031", "Mitteilung Nr. 7"): what bears one bears its own date."""
ARTICLES = frozenset("le den em am el il в في".split())
_IN_TOWN = re.compile(rf"(?:[^\W\d_a-z][\w’'-]*\s){{1,3}}(?:{'|'.join(sorted(ARTICLES))})\s")
"""A town and the article of a day: "Orle den 5 maj 2031"."""
_NUMBER = re.compile(r"[\s.:№]{0,3}(?:[^\W\d_]{2,3}\s)?\d")
_NUMBERED = re.compile(r"\d\W{0,4}$")
LETTERS = re.compile(r"[^\W\d_](?:[^\W\d_]|[\u0900-\u0dff])*")  # vowel signs of India are no letters to Python
_PIECES = re.compile(r",\s|\s[–—-]\s")
MOST_BESIDE, MOST_LABELLED = 16, 60
"""Words of a line that holds a date and little else, and of one that calls its date something (choices)."""
WHOLE = 8
"""Code points of a day that is written with two figures each: "01.02.10"."""
MOST_ZONE = 4
LITTLE = 4
"""Letters of a time zone, and of a word that may stand between a label and its date, whatever it is: "Publié dans" (choices)."""
MOST_LABEL = 6
"""Words of a label behind a bar ("Press release | Eindhoven, 11 March"): a longer one is a sentence of its own (a choice)."""
MOST_LEAD, MOST_NAMES, MOST_LEFT = 9, 6, 4
"""Words before the date, those that are no little ones ("Ministry of Mills of Orle – Press Office, 7 May 2031"), and words behind
it (choices)."""
PLATES, MOST_LETTERS = 2, 120
"""The house's name is looked for in so many lines at the top, and letters of each (choices, as for its nameplate)."""
MOST_BETWEEN = 2
"""Words of a label between a name and the date (a choice)."""
_RUNNING = frozenset("the a of in on at after before near outside with from for and de la le el du der die das im il al".split())
"""Words of running text: a caption ("Orle, queue outside the mill, 14 September") is no line with the name of a programme."""


class House:
    """The house of a page as its host has it, and the first of its lines that begins with the house's name."""

    def __init__(self, host: str, rows: Sequence[Line]) -> None:
        self._host = host
        self._line = next((n for n, row in enumerate(rows[:PLATES]) if self.leads(row.text[:MOST_LETTERS])), None)
        self._below = {row.span for row in rows[self._line + 1 :][:1] if not row.paragraph} if self._line is not None else set()

    def leads(self, line: str) -> bool:
        """Whether a line, or its beginning, begins with the house's name."""
        return bool(self._host) and leads(_STROKE.split(_BAR.split(_PIECES.split(line)[0])[0])[0], self._host)

    def above(self, row: Line) -> bool:
        """Whether a line stands close below the one that begins with the house's name."""
        return row.span in self._below


NOBODY = House("", ())


@cache
def _releases() -> frozenset[str]:
    """How a body heads what it says for itself ("press release"), which may stand before a date without a name."""
    return frozenset(map(str.casefold, words_of("release")))


Kind = Literal["published", "updated", "of another day", "plain"]


class Stamp(NamedTuple):
    """The date of a line that holds little else, what the line calls it, and whether no other word stands in the line's part."""

    date: dates.DateExpression
    kind: Kind
    bare: bool = False


def date_line(row: Line, found: Sequence[dates.DateExpression], house: House = NOBODY, *, short: bool = False) -> Stamp | None:
    """The date of a line that holds little else: a day, words that introduce dates, names and labels beside it behind bars.

    What a word beside a date calls it goes before the rest of its line ("Posted: 5 May | Updated: 6 May"). "By NAME, DATE" says
    itself what it is, whatever stands round the date, and so does a day that an extractor glued to the words beside it. A line that
    begins with the name of the page's ``house``, or stands close below it, may have labels in small letters before the date.
    ``short``: years may have two figures.
    """
    if row.words > MOST_LABELLED or len(row.text) > LONG:
        return None
    days = [x for x in found if x.form == "day"] or (_shortened(row) if short else [])
    if not days:
        return None
    called = [(x, _called(row, x)) for x in days]
    said = next((x for x, kind in called if kind == "published"), None)
    if said is not None and _free(row, said):
        return Stamp(said, "published")
    plain = [x for x, kind in called if kind in ("plain", "published")]
    if not plain:
        return Stamp(*called[0]) if not _prose(row) else None
    glued = next((x for x in plain if _glued(row, x)), None)
    if glued and not _prose(row):
        return Stamp(glued, "plain", bare=True)
    if row.words > MOST_BESIDE or len(plain) > 2 or not _alone(row, days, plain[0], house):
        return None
    return Stamp(plain[0], "plain", bare=not _others(row, days))


def _others(row: Line, days: Sequence[dates.DateExpression]) -> list[str]:
    """The words of a line that belong neither to its dates nor to what leads up to them; short ones in capitals are time zones."""
    text = row.text
    for x in sorted(days, key=lambda x: -x.span.start):
        text = f"{text[: x.span.start - row.span.start]} {text[x.span.end - row.span.start :]}"
    return [w for w in _names(_labels()[0].sub(" ", HOUSE.sub(" ", text))) if not (w.isupper() and len(w) <= MOST_ZONE)]


def _shortened(row: Line) -> list[dates.DateExpression]:
    """Days with two figures of their year: alone "1.2.10" is the number of a section."""
    if _prose(row) or row.words > MOST_BESIDE:
        return []
    stamped = HOURS.search(row.text) or _labels()[0].search(row.text) or _around_days(row.text)
    return [x for x in short_years(row.text, row.span.start) if stamped or x.span.end - x.span.start >= WHOLE]


def _around_days(text: str) -> bool:
    return any(w.casefold() in WEEKDAY_OF or w.casefold() in WEEKDAY_IN_LINE for w in LETTERS.findall(text))


@cache
def _labels() -> tuple[re.Pattern[str], dict[str, Kind]]:
    """A pattern of what dates are called, the longest first, and the kind of each."""
    kinds: tuple[Kind, ...] = ("published", "updated", "of another day")
    of = {w.casefold(): kind for kind in kinds for w in vocabulary.listed("stamps", kind)}
    return vocabulary.pattern("stamps", "published", "updated", "of another day"), of


def _prose(row: Line) -> bool:
    """Whether a line reads as a sentence: parts behind bars whose last ends in a bracket do not ("5 May 2031 | Comments (3)")."""
    return row.prose and not (row.text.endswith((")", "]")) and _BAR.search(row.text) is not None)


def _called(row: Line, x: dates.DateExpression) -> Kind:
    """What the nearest label before a date calls it, where nothing but names and little words stand between."""
    before = row.text[: x.span.start - row.span.start].replace("_", " ")
    pattern, of = _labels()
    labels = list(pattern.finditer(before))
    if not labels:
        return "plain"
    last = labels[-1]
    between = before[last.end() :]
    running = [w for w in _names(_WRITER.sub(" ", between)) if len(w) > LITTLE and w[0].islower()]
    near = len(LETTERS.findall(between)) <= MOST_LEAD and len(running) <= 1 and not _NUMBERS.search(between)
    return of[" ".join(last.group().casefold().split())] if near else "plain"


def names_writer(row: Line) -> bool:
    """Whether a line names who wrote: "Posted by mole_hand on 5 May"."""
    return _WRITER.search(row.text) is not None


def _free(row: Line, x: dates.DateExpression) -> bool:
    """Whether a label stands in no sentence: "Report published 5 May shows the mill open" is one."""
    at, to = x.span.start - row.span.start, x.span.end - row.span.start
    label = list(_labels()[0].finditer(row.text[:at].replace("_", " ")))[-1]
    before, after = row.text[: label.start()].rstrip(), _AFTER_LABEL.sub("", _SIGNED.sub("", row.text[to:]))
    lead = _names(before)
    capital = len(lead) <= MOST_NAMES and not any(w[0].islower() and w not in SMALL for w in lead)
    parted = not before or before[-1] in _PARTS_LINES or capital
    running = [w for w in _names(_BAR.split(_CLOCK.sub(" ", after))[0]) if w[0].islower()]
    if _prose(row) and _OF_ITSELF.match(before):
        return len(lead) <= MOST_NAMES
    if _prose(row):
        return not running and (not lead or (bool(before) and before[-1] in _PARTS_LINES - {"."}))
    return parted and len(running) <= MOST_BETWEEN


def _glued(row: Line, x: dates.DateExpression) -> bool:
    """Whether letters stand without a space before or behind a day with its year, or brackets."""
    at, to = x.span.start - row.span.start, x.span.end - row.span.start
    beside = row.text[at - 1 : at] + row.text[to : to + 1]
    return x.year is not None and (any(c.islower() or c.isupper() for c in beside) or _framed(row, x))


def _framed(row: Line, x: dates.DateExpression) -> bool:
    """Whether a day stands alone in square brackets, first in its line or with its clock: "[02.10.2031 14:25] Mill reopens"."""
    at = row.text.rfind("[", 0, x.span.start - row.span.start)
    to = row.text.find("]", x.span.end - row.span.start)
    if at < 0 or to < 0 or (at and not x.time and not _around_days(row.text[at:to])):
        return False
    return not _others(replace(row, span=Span(row.span.start + at, row.span.start + to), text=row.text[at:to]), [x])


class _Sides(NamedTuple):
    """What stands before and behind a date in its line, the parts behind bars and strokes apart (``labels``, ``more``)."""

    before: str
    after: str
    labels: list[str]
    more: list[str]
    checked: bool
    wrote: bool

    @property
    def lead(self) -> list[str]:
        """The words before the date that do not lead up to it."""
        return _names(self.before)

    @property
    def left(self) -> list[str]:
        """The words behind the date."""
        return _names(self.after)


def _sides(row: Line, days: Sequence[dates.DateExpression], x: dates.DateExpression) -> _Sides:
    """A line round one of its dates, without clocks, the other dates behind it, labels and who wrote."""
    before, after = row.text[: x.span.start - row.span.start], row.text[x.span.end - row.span.start :]
    checked, wrote = _CHECKED.search(before) is not None, _BY_ABROAD.match(before)
    for other in days:
        if other.span.start > x.span.start:
            after = after.replace(row.text[other.span.start - row.span.start : other.span.end - row.span.start], " ")
    after = _BY_ABROAD.sub("", " " + _labels()[0].sub(" ", _CLOCK.sub(" ", after)).lstrip(" ,"))
    after = _STOP.split(_SIGNED.sub("", after))[0] if checked else after
    *labels, before = _parted(_BESIDE.sub("", before[wrote.end() :] if wrote else before))
    *named, last = _STOP.split(before)
    after, *more = _AFTER_PARTS.split(after)
    return _Sides(last if named and all(map(_a_name, named)) else before, after, labels, more, checked, wrote is not None)


def _alone(row: Line, days: Sequence[dates.DateExpression], x: dates.DateExpression, house: House) -> bool:
    """Whether a line holds little besides its date."""
    before = row.text[: x.span.start - row.span.start]
    if _BY.match(before) and not _prose(row):
        return True
    sides = _sides(row, days, x)
    if _in_issue_line(sides):
        return True
    if _prose(row):
        if not sides.checked:
            return not (sides.lead or sides.left or sides.labels or sides.more)
    elif (sides.checked and not sides.lead) or _in_town(sides):
        return True
    housed = not _prose(row) and (house.above(row) or house.leads(before))
    return _introduced(sides, x) and _little(sides, housed)


def _in_issue_line(sides: _Sides) -> bool:
    """Whether names and the number of a paper stand round a date, and no running text."""
    named = not any(w[0].islower() for w in sides.lead if w.casefold() not in _numbers_of_papers())
    return named and len(sides.left) <= MOST_NAMES and _numbered(sides.before, sides.after, sides.more)


def _in_town(sides: _Sides) -> bool:
    """Whether a town and the article of the day are all that stands beside a date."""
    return _IN_TOWN.fullmatch(sides.before) is not None and not sides.after.strip(" .") and not sides.more


def _introduced(sides: _Sides, x: dates.DateExpression) -> bool:
    """Whether the words before a date lead up to it: a comma, a label, a notice's number, a name before a day with its clock."""
    lead = sides.lead
    # "Ida Volk February 28 2031, 9:54 a.m."
    signed = x.time is not None and 1 < len(lead) <= MOST_NAMES and all(not w[0].islower() for w in lead)
    beside = not lead or sides.checked or sides.wrote or signed
    return beside or _serial(sides.before) or _INTRODUCES.search(_unled(sides.before)) is not None


def _little(sides: _Sides, housed: bool) -> bool:
    """Whether few words stand round a date, and those names: in the line of the page's house (``housed``) not those before it."""
    lead, left = sides.lead, sides.left
    own = [] if housed or _serial(sides.before) else _own_words(sides.before)
    capital = all(not w[0].islower() or w in SMALL or w in house_words() for w in (*own, *left))
    beside = all(len(_names(part)) <= MOST_LABEL for part in (*sides.labels, *sides.more))
    short = len([w for w in lead if w not in SMALL]) <= MOST_NAMES and len(lead) <= MOST_LEAD
    return capital and beside and short and len(left) <= MOST_LEFT


def _serial(before: str) -> bool:
    """Whether the running number of a notice stands before a date."""
    return _SERIAL.search(before) is not None and _NUMBERED.search(_unled(before)) is not None


def issue_of(row: Line, text: str, language: str | None) -> dates.DateExpression | None:
    """The month of a magazine's number that a line names: "Issue 214 · May 2031"."""
    found = dates.expressions(text, row.span.start, row.span.end, language)
    months = [x for x in found if x.form == "month" and x.kind == "absolute"]
    numbered = vocabulary.pattern("stamps", "came out").search(row.text)
    return months[0] if len(months) == 1 == len(found) and numbered and not _prose(row) and row.words <= MOST_BESIDE else None


@cache
def _numbers_of_papers() -> frozenset[str]:
    return frozenset(map(str.casefold, vocabulary.words("stamps", "came out")))


def _numbered(before: str, after: str, more: Sequence[str]) -> bool:
    """Whether a line gives the number of a paper beside its date: "Wednesday, 4 May 2031, no. 18 (1244)"."""
    words = vocabulary.pattern("stamps", "came out")
    behind = any(_NUMBER.match(part, m.end()) for part in (after, *more) if (m := words.search(part)))
    ahead = any(_NUMBER.match(before, m.end()) for m in words.finditer(before)) and _NUMBERED.search(_unled(before)) is not None
    return behind or ahead


def _parted(before: str) -> list[str]:
    """The labels before a date that stand behind bars, or behind strokes where they are short ones, and what follows them."""
    return [part for piece in _BAR.split(before) for part in _sections(piece)]


def _sections(piece: str) -> list[str]:
    first, *rest = _STROKE.split(piece)
    return [first, *rest] if all(map(_label, rest)) else [piece]


def _label(part: str) -> bool:
    """Whether a part is a short label and no running text."""
    few = len([w for w in _names(part) if w not in SMALL]) <= MOST_BETWEEN
    return few and not {w.casefold() for w in LETTERS.findall(part)} & _RUNNING


def _a_name(part: str) -> bool:
    """Whether a part before a full stop is a name, or who wrote: "Diário do Tolm. Orle, 11/02/2031", "Par Ida Volk. Publié le"."""
    said = LETTERS.findall(part)
    return 0 < len(said) <= MOST_LABEL and said[0][0].isupper() and all(w[0].isupper() or w in SMALL for w in said)


def _own_words(before: str) -> list[str]:
    """The words that must be names before a date: a short label between a name and the date need not ("Velm 7, evening news,")."""
    parts = _PIECES.split(before.rstrip(" ,:–—-"))
    if parts[0].casefold() in _releases():
        return _names(parts[1]) if len(parts) > 1 else []
    return [w for n, p in enumerate(parts) if n == 0 or not _label(p) for w in _names(p)]


def _unled(before: str) -> str:
    """What stands before a date without the words that lead up to it: "The Post, Velm – Published on" ends in its dash."""
    while (m := _LAST_WORD.search(before)) and m.group().strip().casefold() in _leading():
        before = before[: m.start()]
    return before


@cache
def _leading() -> frozenset[str]:
    """Words that lead up to a date: labels, little words, days of the week."""
    said = vocabulary.listed("stamps", "published", "updated", "around a date")
    return frozenset(part.casefold() for w in said for part in LETTERS.findall(w)) | WEEKDAY_OF.keys() | WEEKDAY_IN_LINE.keys()


@cache
def _around() -> frozenset[str]:
    """Those, words of what was done on it, and how a desk signs: they say nothing of a line but that a date stands in it."""
    return _leading() | vocabulary.words("stamps", "done") | vocabulary.words("stamps", "desk")


def _names(part: str) -> list[str]:
    """The words of a part of a date line that neither introduce a date nor name a day of the week."""
    return [w for w in LETTERS.findall(part) if w.casefold() not in _around()]
