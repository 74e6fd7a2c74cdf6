"""The line of a page that holds its date and little else: names, labels and words that introduce a date beside it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from sayso.read.lines import Line
from sayso.read.mastheads import SMALL
from sayso.text import dates
from sayso.text.months import WEEKDAY_OF

_LEAD_WORDS = frozenset(
    (
        "date published posted updated last modified first created time on at the by of publicado publié veröffentlicht pubblicato "
        "à às stand опубликовано дата года г نشر تاريخ el em le am il de uhr st nd rd th a p m am pm hours hrs est edt et pst pdt "
        "ist msk gmt utc cet cest bst wib wita ore ora alle godz kl "
        "broadcast aired released issued diffusé emitido transmitido gesendet vom du del data tarih ngày pada"
    ).split()
)
UPDATED = re.compile(
    r"(?:last\s)?(?:updated|modified|edited|actuali[sz]ado|atualizado|mis à jour|aktualisiert|обновлено|дополнено)", re.I
)
_CLOCK = re.compile(r"\d{1,2}\s?[:.h]\s?\d\d(?::\d\d)?")
_BAR = re.compile(r"\s*[|·•]\s*")
_BY = re.compile(
    r"(?:(?:first\s)?(?:posted|published|written|filed)\s)?by\s|(?:von|par|por|di|oleh|от|penulis:)\s(?=[A-ZÀ-ÞА-Я])", re.I
)
_ASIDE = re.compile(r"\([^()\n]{1,30}\)")
_INTRODUCES = re.compile(r"(?:[,:–—-]\s{0,3}(?:[^\W\d_]+\s)?|\bby\s[^\n]*)$", re.I)
_LAST_WORD = re.compile(r"[^\W\d_]+\s*$")
_SERIAL = re.compile(r"\d\s?/\s?(?:\d\d)?\d\d\b|(?:\bn[or]|[nN]?[º°№#])\.?\s?\d", re.I)
"""The running number of a notice ("Incident note 41/2031", "Mitteilung Nr. 7"): what bears one bears its own date."""
_LETTERS = re.compile(r"[^\W\d_]+")
MOST_LABEL = 6
"""Words of a label behind a bar ("Press release | Eindhoven, 11 March"): a longer one is a sentence of its own (a choice)."""
MOST_BETWEEN = 2
"""Words of a label between a name and the date (a choice)."""
_RUNNING = frozenset("the a of in on at after before near outside with from for and de la le el du der die das im il al".split())
"""Words of running text: a caption ("Orle, queue outside the mill, 14 September") is no line with the name of a programme."""


def date_line(row: Line, found: Sequence[dates.DateExpression]) -> dates.DateExpression | None:
    """The date of a line that holds little else: a day, words that introduce dates, names and labels beside it behind bars.

    "Posted by NAME on DATE, …" and "By NAME, DATE" say themselves what they are, whatever stands round the date.
    """
    days = [x for x in found if x.form == "day"]
    if not days or row.words > 16 or len(days) > 2 or row.prose:
        return None
    x = days[0]
    at = x.span.start - row.span.start
    before, after = row.text[:at], row.text[x.span.end - row.span.start :]
    after = UPDATED.sub(" ", _CLOCK.sub(" ", after))
    if len(days) == 2:
        after = after.replace(row.text[days[1].span.start - row.span.start : days[1].span.end - row.span.start], " ")
    if _BY.match(before):
        return x
    *labels, before = _BAR.split(_ASIDE.sub(" ", before))
    after, *more = _BAR.split(_ASIDE.sub(" ", after))
    lead, left = _names(before), _names(after)
    if lead and not _INTRODUCES.search(_unled(before)):
        return None
    capital = all(not w[0].islower() or w in SMALL for w in (*(() if _SERIAL.search(before) else _own_words(before, lead)), *left))
    beside = all(len(_names(part)) <= MOST_LABEL for part in (*labels, *more))
    return x if capital and beside and len(lead) <= 5 and len(left) <= 4 else None


def _own_words(before: str, lead: list[str]) -> list[str]:
    """The words that must be names before a date: a short label between a name and the date need not ("Velm 7, evening news,")."""
    parts = before.rstrip(" ,").split(", ")
    if (
        len(parts) == 2
        and len(_names(parts[1])) <= MOST_BETWEEN
        and not {w.casefold() for w in _LETTERS.findall(parts[1])} & _RUNNING
    ):
        return _names(parts[0])
    return lead


def _unled(before: str) -> str:
    """What stands before a date without the words that lead up to it: "The Post, Velm – Published on" ends in its dash."""
    while (m := _LAST_WORD.search(before)) and m.group().strip().casefold() in _LEAD_WORDS:
        before = before[: m.start()]
    return before


def _names(part: str) -> list[str]:
    """The words of a part of a date line that neither introduce a date nor name a day of the week."""
    return [w for w in _LETTERS.findall(part) if w.casefold() not in _LEAD_WORDS and w.casefold() not in WEEKDAY_OF]
