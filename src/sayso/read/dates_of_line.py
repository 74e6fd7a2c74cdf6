"""The line of a page that holds its date and little else: names, labels and words that introduce a date beside it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from sayso.lexicon.notices import words_of
from sayso.read.headline import BY_ABROAD
from sayso.read.lines import Line
from sayso.read.mastheads import house_words
from sayso.read.names_of_hosts import SMALL, leads
from sayso.text import dates
from sayso.text.months import WEEKDAY_OF

_LEAD_WORDS = frozenset(
    (
        "date published posted updated last modified first created time on at the by of publicado publié veröffentlicht pubblicato "
        "à às stand опубликовано дата года г نشر تاريخ el em le am il de uhr st nd rd th a p m am pm hours hrs est edt et pst pdt "
        "ist msk gmt utc cet cest bst wib wita ore ora alle godz kl klo "
        "broadcast aired released issued diffusé emitido transmitido gesendet vom du del data tarih ngày pada pukul jam "
        "datum erstellt fecha tanggal mise en ligne local hora heure locale ortszeit yerel saat saati "
        "dated filed uploaded added issue edition entry bulletin online since air h uur r року рік "
        "lördag söndag måndag tisdag onsdag torsdag fredag gepubliceerd verschenen op om erschienen mis emissão emisión sendung "
        "émission trasmesso эфир эфира tayangan "
    ).split()
)
UPDATED = re.compile(
    r"(?:last\s)?(?:updated|modified|edited|actuali[sz]ado|atualizado|mis à jour|aktualisiert|обновлено|дополнено)", re.I
)
_CLOCK = re.compile(r"\d{1,2}\s?[:.h]\s?\d\d(?::\d\d)?")
_BAR = re.compile(r"\s*[|·•]\s*")
_STROKE = re.compile(r"\s?[›»>]\s|\s/\s")
"""What parts a house and its sections, where no sentence stands between ("Norrin Weekly / Mill notes / Posted 5 May")."""
_STOP = re.compile(r"\.\s(?=[^\W\d_a-z])")
_BESIDE = re.compile(r"\s?\([^\W\d_]+(?:\s[^\W\d_]+)?\)")
"""What kind of page it is, behind its name: "Norrin Watch (blog) – posted …"."""
_BY = re.compile(r"(?:(?:first\s)?(?:posted|published|written|filed)\s)?by\s", re.I)
_BY_ABROAD = re.compile(rf"(?i:{BY_ABROAD})[ \u00a0](?=[^\W\d_a-z])")
"""Who wrote, in other languages: "par Ida Volk, 5 mai 2031", "Von IDA VOLK am 5. Mai 2031"."""
_PUBLISHED = re.compile(
    r"\b(?:posted|published|issued|publié|publicado|publicada|veröffentlicht|pubblicato|опубликовано|نشر)(?:\s?:)?\s(?:\w{2,3}\s)?$",
    re.I,
)
"""A line that says itself that it holds the date may end in a quotation mark or a stop (by "mole_hand")."""
_CHECKED = re.compile(
    r"^(?:fact[ -])?(?:checked|verified|reviewed|geprüft|überprüft|verificado|verificada|comprobado|vérifié|verificato|sprawdzono|"
    r"проверено|перевірено)(?:\s?:)?\s(?:\w{2,3}\s)?$",
    re.I,
)
"""A fact-check's own word for the day on which it came out: "Checked on 5 May 2031 by Ida Volk"."""
_SIGNED = re.compile(r"\bby\s\S{1,40}$")
_INTRODUCES = re.compile(r"(?:[,:–—>›»-]\s{0,3}(?:[^\W\d_]+\s)?|\bby\s[^\n]*)$", re.I)
_LAST_WORD = re.compile(r"[^\W\d_]+\s*$")
_SERIAL = re.compile(r"\d\s?/\s?(?:\d\d)?\d\d\b|(?:\bn[or]|[nN]?[º°№#])\.?\s?\d", re.I)
"""The running number of a notice ("Incident note 41/2031", "Mitteilung Nr. 7"): what bears one bears its own date."""
_LETTERS = re.compile(r"[^\W\d_]+")
_LABELS = re.compile(r",\s|\s[–—-]\s")
MOST_LABEL = 6
"""Words of a label behind a bar ("Press release | Eindhoven, 11 March"): a longer one is a sentence of its own (a choice)."""
MOST_LEAD, MOST_NAMES = 9, 6
"""Words before the date, and those that are no little ones ("Ministry of Mills of Orle – Press Office, 7 May 2031"; choices)."""
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
        return bool(self._host) and leads(_STROKE.split(_BAR.split(_LABELS.split(line)[0])[0])[0], self._host)

    def above(self, row: Line) -> bool:
        """Whether a line stands close below the one that begins with the house's name."""
        return row.span in self._below


NOBODY = House("", ())


@cache
def _releases() -> frozenset[str]:
    """How a body heads what it says for itself ("press release"), which may stand before a date without a name."""
    return frozenset(map(str.casefold, words_of("release")))


def date_line(row: Line, found: Sequence[dates.DateExpression], house: House = NOBODY) -> dates.DateExpression | None:
    """The date of a line that holds little else: a day, words that introduce dates, names and labels beside it behind bars.

    "Posted by NAME on DATE, …" and "By NAME, DATE" say themselves what they are, whatever stands round the date. A line that
    begins with the name of the page's ``house``, or stands close below it, may have labels in small letters before the date.
    """
    days = [x for x in found if x.form == "day"]
    if not days or row.words > 16 or len(days) > 2:
        return None
    x = days[0]
    at = x.span.start - row.span.start
    before, after = row.text[:at], row.text[x.span.end - row.span.start :]
    if _BY.match(before) and not row.prose:
        return x
    says = says_published(row, x) or _CHECKED.search(before) is not None
    wrote = _BY_ABROAD.match(before)
    housed = not row.prose and (house.above(row) or house.leads(before))
    after = _BY_ABROAD.sub("", UPDATED.sub(" ", _CLOCK.sub(" ", after)).lstrip(" ,"))
    after = _STOP.split(_SIGNED.sub("", after))[0] if says else after
    if len(days) == 2:
        after = after.replace(row.text[days[1].span.start - row.span.start : days[1].span.end - row.span.start], " ")
    *labels, before = _parted(_BESIDE.sub("", before[wrote.end() :] if wrote else before))
    *named, last = _STOP.split(before)
    before = last if named and all(map(_a_name, named)) else before
    after, *more = _BAR.split(after)
    lead, left = _names(before), _names(after)
    if row.prose and not says and (lead or left or labels or more):
        return None
    if says and not lead and not row.prose:
        return x
    signed = x.time and 1 < len(lead) <= MOST_NAMES and all(w[0].isupper() for w in lead)  # "Ida Volk February 28 2031, 9:54 a.m."
    if lead and not says and not wrote and not signed and not _INTRODUCES.search(_unled(before)):
        return None
    own = () if _SERIAL.search(before) else _own_words(before, lead)
    capital = all(not w[0].islower() or w in SMALL or w in house_words() for w in (*(() if housed else own), *left))
    beside = all(len(_names(part)) <= MOST_LABEL for part in (*labels, *more))
    short = len([w for w in lead if w not in SMALL]) <= MOST_NAMES and len(lead) <= MOST_LEAD
    return x if capital and beside and short and len(left) <= 4 else None


def _parted(before: str) -> list[str]:
    """The labels before a date that stand behind bars, or behind strokes where they are short ones, and what follows them."""
    return [part for piece in _BAR.split(before) for part in _sections(piece)]


def _sections(piece: str) -> list[str]:
    first, *rest = _STROKE.split(piece)
    return [first, *rest] if all(map(_label, rest)) else [piece]


def _label(part: str) -> bool:
    """Whether a part is a short label and no running text."""
    few = len([w for w in _names(part) if w not in SMALL]) <= MOST_BETWEEN
    return few and not {w.casefold() for w in _LETTERS.findall(part)} & _RUNNING


def says_published(row: Line, x: dates.DateExpression) -> bool:
    """Whether a line says in so many words that it holds the day of publication: "Published on 5 May 2031"."""
    return _PUBLISHED.search(row.text[: x.span.start - row.span.start]) is not None


def _a_name(part: str) -> bool:
    """Whether a part before a full stop is a name, or who wrote: "Diário do Tolm. Orle, 11/02/2031", "Par Ida Volk. Publié le"."""
    said = _LETTERS.findall(part)
    return 0 < len(said) <= MOST_LABEL and said[0][0].isupper() and all(w[0].isupper() or w in SMALL for w in said)


def _own_words(before: str, lead: list[str]) -> list[str]:
    """The words that must be names before a date: a short label between a name and the date need not ("Velm 7, evening news,")."""
    parts = _LABELS.split(before.rstrip(" ,:–—-"))
    if parts[0].casefold() in _releases():
        return _names(parts[1]) if len(parts) > 1 else []
    return [w for n, p in enumerate(parts) if n == 0 or not _label(p) for w in _names(p)]


def _unled(before: str) -> str:
    """What stands before a date without the words that lead up to it: "The Post, Velm – Published on" ends in its dash."""
    while (m := _LAST_WORD.search(before)) and m.group().strip().casefold() in _LEAD_WORDS:
        before = before[: m.start()]
    return before


def _names(part: str) -> list[str]:
    """The words of a part of a date line that neither introduce a date nor name a day of the week."""
    return [w for w in _LETTERS.findall(part) if w.casefold() not in _LEAD_WORDS and w.casefold() not in WEEKDAY_OF]


_HOUSE = re.compile(r"\([^()\n\d]{2,40}\)")
_CLOSES = re.compile(r"(?:[ \u00a0]?г\.)?\)?,?\s{0,2}(?P<house>\([^()\n\d]{2,40}\)|/[^/\n\d]{2,20}/)?\.?\s{0,2}[–—:-]")
_ARTICLES = frozenset("le den em am il el в في".split())


def opens_dated(before: str, after: str) -> bool:
    """Whether a day stands in a dateline that parts town, house and day as it likes, and ends in a dash or a colon.

    "Orle (NPA), 16 août 2031 –", "(NPA) - ORLE, 16 AGO 2031 -", "ORLE — 16 August 2031 —"; a day alone needs its house.
    """
    closes = _CLOSES.match(after)
    names = _LETTERS.findall(_HOUSE.sub(" ", before))
    if not closes or len(names) > MOST_LABEL or re.search(r"[.;:?!\d]", before):
        return False
    return bool(names or closes["house"]) and all(not w[0].islower() or w in _ARTICLES for w in names)
