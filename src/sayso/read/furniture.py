"""Furniture: what stands on a page and is not its article, told by form.

A page's article runs from its first to its last line of prose; before and after it, a line that ends like no sentence is part of
the frame. Between paragraphs only strong signs count (a stamp, a label, a headline under a picture), because a wrong mark there
would take words out of the article, and that is the worse mistake.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from sayso.lexicon.tables import rows as table
from sayso.model import Furniture, FurnitureKind, Span
from sayso.read.captions import captions
from sayso.read.lines import Line, words
from sayso.read.scripts import script

_CLOCK = re.compile(r"\d{1,2}:\d\d(?::\d\d)?\s?(?:GMT|UTC|[A-Z]{3,4})\s{0,3}[,|]?\s{0,3}\d{1,2}[\s./-]")
_COUNTER = re.compile(
    r"\d[\d.,]{0,11}[KkMm]?\+?(?:\s{1,3}\d[\d.,]{0,11}[KkMm]?\+?){0,5}\s{0,3}(?:shares?|views?|comments?|likes?|reads?|просмотр\w{0,3}|visitas)?",
    re.I,
)
_FOLLOWED = re.compile(
    r"(?:[^\n:]{2,40}:\s)?\d[\d.,]{0,11}\s?[KkMm]?\s(?:[^\W\d_]{2,12}\s){0,2}?"
    r"(?:followers|subscribers|seguidores|abonnés|подписчик\w{0,3}|"
    r"(?:people|users|readers)\s(?:are\s)?(?:following|reading|watching|viewing)|visualizações|visualizaciones|leituras|vues)\b",
    re.I,
)
_TODAY = re.compile(
    r"(?<!\w)(?:now|today|heute|jetzt|aujourd['’]hui|hoje|agora|hoy|ahora|oggi|adesso|сегодня|сейчас|اليوم|"
    r"bugün|hari ini)(?!\w)",
    re.I,
)
_DAY_OR_YEAR = re.compile(r"(?:19|20)\d\d|\d{1,4}[./]\d{1,2}[./]\d{1,4}")
_STAMP = re.compile(r"\s[-–—]\s[^\n]{2,60},\s?(?:\d{3,4},\s?)?\d{1,2}\.\d{1,2}\.\d{4}$")
_CREDIT = re.compile(r"(?:©|\(c\)\s|&copy;|Copyright\s)", re.I)
_CREDIT_END = re.compile(
    r"(?:\((?:photo|image|foto|credit|ap photo|file)[^()\n]{0,120}\)|\[(?:photo|image|foto|file)[^\]\n]{0,120}\]|"
    r"(?:file photo|archive photo|file image)\.?)$",
    re.I,
)
_CREDITED = re.compile(
    r"\([^()\n]{0,60}?[A-Z][^()\n/]{1,40}(?:/\s?[A-Z]|\svia\s[A-Z])[^()\n]{1,40}\)\s?(?:\([A-Z][\w ]{1,40}\))?|"
    r"\([^()\n]{2,60}\bpage ?[A-Z]?\d{1,3}\)"
)
"""A line that is nothing but who took a picture, "(Ida Volk/Lantern)", or the printed page, "(Daily Lantern 07/15/2036 page1)"."""
_TAKEN = re.compile(
    r"(?<=[.!?”\"’)]\s)\((?:[A-Z][^()\n/]{1,60}/\s?[A-Z][^()\n]{1,60}|[A-Z][^()\n/]{1,60}\svia\s[A-Z][^()\n]{1,40})\)"
    r"(?:\s\([A-Z][\w :]{1,40}\))?$"
)
"""Who took a picture, in brackets after its caption: "… on Monday. (Ida Volk/Lantern via Norpress) (Norpress)"."""
_PLACE = re.compile(r"(?:[^\W\d_]+\s){0,2}\d{1,3}\s?(?:of|/)\s?\d{1,3}")
"""Where one is in a gallery: "Photo 3 of 12"."""
_SLOT = re.compile(r"[-–—*=\[(\s]{1,6}[^\W\d_][\w\s]{2,40}?[-–—*=\])\s]{1,6}")
_STAGE = re.compile(
    r"[(\[][A-Z][A-Z ,.’'\"&-]{3,80}[)\]]|(?:[A-Z][A-Z.’'-]+\s){1,3}[A-Z][A-Z.’'-]+,\s(?:CO-?)?(?:HOST|ANCHOR|PRESENTER):"
)
"""What a transcript says of the broadcast, "(SOUNDBITE OF MUSIC)", "[END VIDEO CLIP]", or who opens it, alone on a line."""
_FOOTNOTE = re.compile(r"[*†‡]{1,3}\s?[^\W_]")
_LABEL = re.compile(r"(?P<label>[^\W\d_][^:\n]{1,28}?)\s?[:：]\s?(?P<rest>\S)")
_SHOUTED = re.compile(r"[A-Z]{2,12}(?:\s[A-Z]{2,12}){1,2}")
_TAGS = re.compile(r"[^,;|•·\n]{2,50}(?:[,;|•·][^,;|•·\n]{2,50}){2,40}")

FRAMED = 240
"""Code points at the head or the end of a line in which the words of its frame are looked for; own choice."""
ASIDE = 60
"""Words of a caption that says in passing that somebody is on the picture; own choice."""
LEAST_ICONS = 5
"""The word "icon" or another single word this often, and at every third word, on one line without an end: a dump of names of
symbols. Of the 6,077 lines of 284 texts read this holds for the one dump there is, which has the word 52 times."""
HEADLINE = range(5, 31)
"""Words of a headline that may stand between paragraphs. Shorter ones are subheadings of the article."""
ISOLATED = 9
"""From so many words on, an unclosed line between two paragraphs is another page's headline and no subheading."""
SUBHEADINGS = 3
"""So many such lines on one page are its own long subheadings after all (guides, lists): with this and the markup's headings 0.4 %
of gold body text on 120 HTML pages is marked, without 0.7 %."""


@cache
def _phrases() -> tuple[tuple[FurnitureKind, str, tuple[str, ...]], ...]:
    return tuple((r["kind"], r["where"], tuple(" ".join(words(w)) for w in r["words"])) for r in table("furniture"))


@cache
def aside(form: str) -> re.Pattern[str]:
    """The form in brackets or between commas, with what stands beside it there: "(left, pictured in Orle)"."""
    said = re.escape(form)
    return re.compile(rf"[(\[](?:[^()\[\]\n]{{1,30}}?\W)?{said}(?:\s[^()\[\]\n]{{1,60}})?[)\]]|,\s{said}(?:,|$)", re.I)


@cache
def _buttons() -> re.Pattern[str]:
    """Buttons that stand within a line where a page's galleries were run together, with the number of the picture."""
    forms = sorted((w for r in table("furniture") if r["where"] == "within" for w in r["words"]), key=lambda w: (-len(w), w))
    said = "|".join(f"{re.escape(w[0].upper())}(?i:{re.escape(w[1:])})" for w in forms)
    return re.compile(rf"\b(?:{said})\b(?: \d{{1,3}} of \d{{1,3}})?")


def clock(row: Line) -> bool:
    """Whether the line is a running page clock: the time with its zone comes first, and the date is glued to it."""
    return row.words <= 8 and bool(_CLOCK.match(row.text))


def today(row: Line) -> bool:
    """Whether a line with a date says that the date is today's ("Today's edition: Monday, 3 June 2036"): a clock as well."""
    m = _TODAY.search(row.text[:80]) if row.words <= 12 else None
    named = m and m.group()[0].isupper() and (before := row.text[: m.start()].split()[-1:]) and before[0][0].isupper()
    return bool(m and not named)  # "Velm Today, 3 June 2036" is an outlet's name


def dump(row: Line) -> bool:
    """Whether the line is a dump of names of symbols: one word again and again, and no sentence's end."""
    if row.closed or len(row.text) < 60:
        return False
    text = row.text[:4000].casefold()
    found = words(text)
    icons = text.count("icon")
    most = max((found.count(w) for w in set(found)), default=0) if len(found) < 800 else 0
    return (icons >= LEAST_ICONS and icons * 4 >= len(found)) or (len(found) >= 20 and most * 3 >= len(found))


def counter(row: Line) -> bool:
    """Whether the line is nothing but counts (shares, views), or tells how many follow the page."""
    if len(row.text) <= 80 and row.words <= 12 and not row.closed and _FOLLOWED.match(row.text):
        return True
    if len(row.text) <= 40 and _PLACE.fullmatch(row.text):
        return True
    return len(row.text) <= 40 and bool(_COUNTER.fullmatch(row.text)) and not _DAY_OR_YEAR.fullmatch(row.text)


def stamp(row: Line) -> bool:
    """Whether the line ends in a picture's stamp: " - HOUSE, 1920, 24.04.2022"."""
    return bool(_STAMP.search(row.text[-90:]))


def credit(row: Line) -> bool:
    """Whether the line credits a picture."""
    if _CREDIT.match(row.text):
        return row.words <= 40
    if len(row.text) < 160 and _CREDITED.fullmatch(row.text):
        return True
    return row.words <= 60 and bool(_CREDIT_END.search(row.text[-140:])) and len(row.text) < 500


def phrase(row: Line) -> FurnitureKind | None:
    """The kind that a row of the word table gives this line."""
    long = row.words > 24 or len(row.text) > FRAMED
    said = " ".join(words(row.text[:FRAMED] if long else row.text))
    label = _LABEL.match(row.text)
    before = " ".join(words(label["label"])) if label else None
    for kind, where, forms in _phrases():
        for form in forms if where in ("opening", "aside") or not long else ():
            if (
                (where == "aside" and not row.closed and row.words <= ASIDE and aside(form).search(row.text))
                or (where == "whole" and said == form)
                or (where in ("start", "within", "opening") and (said == form or said.startswith(form + " ")))
                or (where == "label" and before == form)
                or (where == "end" and not row.closed and said.endswith(" " + form))
            ):
                return kind
    return None


def shouted(row: Line) -> bool:
    """Whether the line is a headline behind a label of two or three words in capitals; one word is a speaker of an interview."""
    m = _LABEL.match(row.text)
    return (
        bool(m and _SHOUTED.fullmatch(m["label"].strip())) and not row.text.endswith((".", "?", "。", "؟")) and 2 < row.words <= 32
    )


def mark(
    text: str, rows: Sequence[Line], title: Span | None, frame: dict[int, FurnitureKind], headings: frozenset[str] = frozenset()
) -> tuple[Furniture, ...]:
    """All furniture of a page.

    ``frame`` gives rows already known to be something else (date line, byline), ``headings`` the article's own headings where its
    markup names them.
    """
    kinds: dict[int, FurnitureKind] = dict(frame)
    kinds.update((n, "caption") for n in captions(rows) if n not in kinds and rows[n].span != title and not credit(rows[n]))
    first, last = _article(rows, title, kinds)
    for n, row in enumerate(rows):
        if n in kinds or row.span == title:
            continue
        found = _alone(row, n, first, last, title.of(text) if title else None) or _footnote(rows, n, text, last)
        if found:
            kinds[n] = found
    _between(rows, kinds, title, (first, last), headings)
    _outside(rows, kinds, title, first, last)
    _foreign(rows, kinds, title)
    within = [f for n, row in enumerate(rows) if n not in kinds and row.span != title for f in _within(row)]
    return tuple(sorted([*(Furniture(rows[n].span, kind) for n, kind in kinds.items()), *within]))


def _within(row: Line) -> list[Furniture]:
    """Buttons that a line has swallowed, and who took the picture of which it is the caption."""
    found: list[tuple[re.Match[str], FurnitureKind]] = [(m, "navigation") for m in _buttons().finditer(row.text)]
    end = max(0, len(row.text) - FRAMED)
    found += [(m, "credit") for m in _TAKEN.finditer(row.text, end)]
    return [Furniture(Span(row.span.start + m.start(), row.span.start + m.end()), kind) for m, kind in found]


def _article(rows: Sequence[Line], title: Span | None, kinds: dict[int, FurnitureKind]) -> tuple[int, int]:
    """Numbers of the first and the last line of the article; the whole page where it has no prose."""
    prose = [
        n
        for n, row in enumerate(rows)
        if row.prose
        and n not in kinds
        and row.span != title
        and not stamp(row)
        and not credit(row)
        and phrase(row) not in ("share", "advertisement")
        and not _FOOTNOTE.match(row.text)
    ]
    if not prose:
        return 0, len(rows) - 1
    return prose[0], prose[-1]


def _alone(row: Line, n: int, first: int, last: int, title: str | None) -> FurnitureKind | None:
    """What a line is by itself, wherever it stands."""
    if dump(row):
        return "icons"
    if counter(row):
        return "counter"
    if len(row.text) <= 100 and _STAGE.fullmatch(row.text):
        return "template"
    if title and words(row.text[:600]) == words(title):
        return "duplicate_title"
    if stamp(row):
        return "caption"
    if credit(row):
        return "credit"
    found = phrase(row)
    inside = first <= n <= last
    if found in ("share", "advertisement") and inside and row.words > 6:
        return None
    if found == "credit" and inside and row.prose:
        return None
    if found:
        return found
    if _SLOT.fullmatch(row.text) and row.words <= 3 and not row.text[0].isalnum():
        return "advertisement"
    return "related_link" if shouted(row) and n > first else None


def _footnote(rows: Sequence[Line], n: int, text: str, last: int) -> FurnitureKind | None:
    """A starred line whose star hangs on a word of the text, or that alone is starred and stands after the article.

    In a list of starred lines none is a footnote.
    """
    row = rows[n]
    if not _FOOTNOTE.match(row.text) or row.words < 3 or len(row.text) > 400 or n < 2:
        return None
    if any(0 <= m < len(rows) and _FOOTNOTE.match(rows[m].text) for m in (n - 1, n + 1)):
        return None
    if n > last and sum(bool(_FOOTNOTE.match(r.text)) for r in rows) == 1:
        return "footnote"
    mark = re.match(r"[*†‡]{1,3}", row.text)
    hung = re.compile(r"\w" + re.escape(mark.group() if mark else "*"))
    return "footnote" if hung.search(text, 0, row.span.start) else None


def _starts(text: str) -> bool:
    """Whether a headline can start so: with a capital, a figure that is no list's number, or a quotation mark."""
    return (text[0].isupper() or not text[0].isalpha()) and not re.match(r"\d{1,2}[.)]\s|[-–—•·#@]", text)


def _between(
    rows: Sequence[Line], kinds: dict[int, FurnitureKind], title: Span | None, article: tuple[int, int], headings: frozenset[str]
) -> None:
    """Headlines of other pages between paragraphs: under a picture's stamp, or long, unclosed and alone."""
    first, last = article
    alone: list[int] = []
    for n in range(first + 1, last):
        row = rows[n]
        if (
            n in kinds
            or row.closed
            or row.words not in HEADLINE
            or row.span == title
            or row.text in headings
            or not _starts(row.text)
        ):
            continue
        if kinds.get(n - 1) in ("caption", "credit"):
            kinds[n] = "related_link"
        elif row.words >= ISOLATED and rows[n - 1].prose and rows[n + 1].prose and rows[n + 1].paragraph and row.paragraph:
            alone.append(n)
    if len(alone) < SUBHEADINGS:
        kinds.update(dict.fromkeys(alone, "related_link"))


def _outside(rows: Sequence[Line], kinds: dict[int, FurnitureKind], title: Span | None, first: int, last: int) -> None:
    """Unclosed lines before the article (but the title) and after it."""
    for n, row in enumerate(rows):
        if n in kinds or row.span == title or first <= n <= last or row.prose:
            continue
        if n < first:
            if row.words <= 5 and not row.closed:
                kinds[n] = "navigation"
        elif _TAGS.fullmatch(row.text[:600]) and not row.closed:
            kinds[n] = "navigation"
        elif not row.closed:
            kinds[n] = "related_title" if row.words in HEADLINE and row.words >= 6 else "navigation"


def _foreign(rows: Sequence[Line], kinds: dict[int, FurnitureKind], title: Span | None) -> None:
    """Short unclosed lines in another script than the article's: strings of the page's template."""
    article = script("".join(row.text[:2000] for n, row in enumerate(rows) if n not in kinds)[:20_000])
    for n, row in enumerate(rows):
        if row.closed or row.words > 8 or row.span == title or kinds.get(n, "navigation") != "navigation":
            continue
        own = script(row.text)
        if article and own and own != article:
            kinds[n] = "template"
