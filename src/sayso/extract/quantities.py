"""Figures that a statement gives: number, bound, unit and category (FORMAT.md, Quantities).

Numbers come from ``text.numbers``; here it is decided which of them count something: not years and dates, times, ages set between
commas, ordinals, list numbers, names ("Article 51") or pronouns ("one of them").
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import pairwise

from sayso.extract.units import Around, Unit, around, category_before, plural, singular, toll_before, unit_after
from sayso.lexicon.words import number_words
from sayso.model import Quantity, Span
from sayso.text.fractions import CURRENCY
from sayso.text.months import MONTH_OF
from sayso.text.number_words import HYPHENS, YEARS
from sayso.text.numbers import Number, counted, read
from sayso.text.numerals import FIGURE, Token, stands, tokens

CLOCK = frozenset({"am", "pm", "a.m", "p.m", "o'clock", "o’clock", "gmt", "utc", "hrs", "est", "et", "local"})
DEFINITE = frozenset({"the", "a", "an", "its", "their", "his", "her", "our", "my", "your", "new", "this", "that", "old"})
QUOTES = frozenset("\"'“”‘’«»„([")
NO, ARTICLES = frozenset({"no"}), frozenset({"a", "an"})
OF_WHICH = frozenset(
    {
        ("of", "which"),
        ("of", "whom"),
        ("of", "them"),
        ("dos", "quais"),
        ("das", "quais"),
        ("de", "los", "cuales"),
        ("de", "las", "cuales"),
        ("из", "которых"),
        ("из", "них"),
    }
)
"""Beside a figure that counts some of those counted before it: "40 boats, two of which sank"."""
EARLIEST, LATEST = YEARS


@dataclass(frozen=True, slots=True)
class Figure:
    """A number on its way to being a quantity: its tokens ``i`` to ``j``, its bound and its unit."""

    number: Number
    i: int
    j: int
    bound: str
    unit: Unit


def quantities(text: str, spans: Sequence[Span], language: str | None = None) -> tuple[Quantity, ...]:
    """The figures within ``spans``, in text order."""
    found: list[Quantity] = []
    for span in spans:
        found += _within(text, span, language)
    return tuple(sorted(found, key=lambda q: (q.span, q.unit)))


def approximators(text: str, span: Span, language: str | None = None) -> list[Span]:
    """The words before figures that say "about"; they are hedges as well."""
    row, numbers = figures(text, span, language)
    known, found = around(language), []
    at = {t.start: n for n, t in enumerate(row)} if numbers else {}
    for number in numbers:
        i = at[number.span.start]
        size, kind = _bound(row, i, known)
        if kind == "about":
            words = [t for t in row[i - size : i] if t.word not in QUOTES and t.word not in CURRENCY]
            found.append(Span(words[0].start, words[-1].end))
    return found


@lru_cache(maxsize=8)  # quantities and hedges ask for the same span in turn
def figures(text: str, span: Span, language: str | None) -> tuple[Sequence[Token], Sequence[Number]]:
    """The tokens and numbers of ``span``; neither where no word of it can begin a number."""
    words = number_words(language)
    numbers = words.may_stand(text, span) or FIGURE.search(text, span.start, span.end)
    if not (numbers or stands(text, span, NO) or (stands(text, span, ARTICLES) and stands(text, span, around(language).limits))):
        return (), ()
    row = tokens(text, span.start, span.end)
    return row, counted(read(text, row, words)) if numbers else ()


def _within(text: str, span: Span, language: str | None) -> list[Quantity]:
    row, numbers = figures(text, span, language)
    known = around(language)
    found: list[Quantity] = []
    if not numbers:
        return _none(text, row, known) + _articles(row, known)
    at = {t.start: n for n, t in enumerate(row)}
    ends = {t.end: n + 1 for n, t in enumerate(row)}
    last = ""
    for number in numbers:
        i, j = at[number.span.start], ends[number.span.end]
        if found and found[-1].span.end >= number.span.end:
            continue  # "cento" of "12 por cento"
        if not number.worded and (_clock_or_list(text, row, i, j) or _age(row, i, j)):
            continue
        behind, past = _after(row, j, known)
        some = _of_which(row, j) or (i > 1 and (row[i - 2].word, row[i - 1].word) in OF_WHICH)
        unit = Unit("", j, noun=False) if some else unit_after(text, row, past, known, number.high != 1)
        if number.bare and _in_date(text, row, number, (i, j), unit):
            continue
        bound = _bound(row, i, known)[1] or behind or (_after(row, unit.end, known)[0] if unit.word else "")
        figure = Figure(number, i, j, bound, unit)
        if (not unit.word or known.has("others", unit.word)) and (inherited := _inherited(row, figure, last, known)):
            figure = Figure(number, i, j, figure.bound, Unit(inherited, max(j, unit.end), sure=True))
        if not _counts(text, row, figure, known):
            continue
        quantity = _quantity(text, row, figure, known)
        found.append(quantity)
        if figure.unit.noun and not known.has("period", quantity.unit) and quantity.unit not in known.maps.get("unit", {}).values():
            last = quantity.unit
    return _changes(row, found, at) + _none(text, row, known) + _articles(row, known)


def _changes(row: Sequence[Token], found: Sequence[Quantity], at: dict[int, int]) -> list[Quantity]:
    """ "from 25 to 22 crowns": the first figure counts what the second one names."""
    out = list(found)
    for n, (a, b) in enumerate(pairwise(found)):
        i, k = at.get(a.span.start), at.get(b.span.start)
        if not a.unit and b.unit and i and k == i + 2 and row[i + 1].word == "to" and row[i - 1].word == "from":
            out[n] = replace(a, unit=b.unit)
    return out


def _articles(row: Sequence[Token], known: Around) -> list[Quantity]:
    """ "about an hour": an article is the figure 1 between a bound and a period."""
    found = []
    for n, token in enumerate(row[:-1]):
        if token.word in ("a", "an") and known.has("period", row[n + 1].word):
            _, bound = _bound(row, n, known)
            if bound:
                high = None if bound == "least" else 1.0
                low = 0.0 if bound == "most" else 1.0
                found.append(Quantity(Span(token.start, token.end), low, high, row[n + 1].word, None, bound == "about"))
    return found


def _of_which(row: Sequence[Token], j: int) -> bool:
    words = tuple(t.word for t in row[j : j + 3])
    return words in OF_WHICH or words[:2] in OF_WHICH


def _inherited(row: Sequence[Token], figure: Figure, last: str, known: Around) -> str:
    """The noun of a figure that has none of its own: what is said before it, what the figure before counts, or people."""
    size, _ = _bound(row, figure.i, known)
    i = figure.i - size
    toll = toll_before(row, figure.i, known)
    if toll:
        return toll
    if figure.unit.word and i > 1 and row[i - 1].word == "of" and plural(row[i - 2].word, known):
        return singular(row[i - 2].word, known)  # "the bodies of nine others"
    if i > 1 and (row[i - 2].word, row[i - 1].word) in OF_WHICH:
        return last
    if _of_which(row, figure.j):
        return last
    more = i > 0 and known.has("others_before", row[i - 1].word) and not (figure.j < len(row) and row[figure.j].kind == "digits")
    if figure.unit.word or more:
        return last or "person"
    if i and known.get("verb", row[i - 1].word) in ("killed", "injured", "wounded") and figure.number.low >= 1:
        return "person"
    return _elliptic(row, figure, last, known)


def _bound(row: Sequence[Token], i: int, known: Around) -> tuple[int, str]:
    """How many tokens before ``i`` make a bound or approximator, and its kind."""
    k = i
    while k > 0 and (row[k - 1].word in CURRENCY or row[k - 1].word in QUOTES):
        k -= 1
    if k == 0:
        return 0, ""
    for parts, kind in known.phrases.get(row[k - 1].word, ()):
        if k >= len(parts) and all(row[k - len(parts) + n].word == part for n, part in enumerate(parts)):
            told = parts == ("about",) and k > 1 and known.has("told", row[k - 2].word)  # "a post about 164 killed"
            if (
                told
                or (parts == ("over",) and _about_it(row, k - 1, known))
                or (kind == "most" and _reached(row, k - len(parts), known))
            ):
                return 0, ""
            return i - k + len(parts), kind
    return 0, ""


def _about_it(row: Sequence[Token], k: int, known: Around) -> bool:
    """Whether the "over" at ``k`` bounds nothing: "handed over two guns", "taken to court in Hald over 60 boats"."""
    near = [t.word for t in row[max(0, k - MATTER) : k]]
    return bool(near) and (known.has("moved", near[-1]) or any(known.has("matter", w) for w in near))


def _reached(row: Sequence[Token], k: int, known: Around) -> bool:
    """Whether something comes to the figure: "subió hasta 31", "выросло до 31"."""
    return any(known.has("reaches", t.word) for t in row[max(0, k - 2) : k])


MATTER = 4  # words before "over" in which stands what it gives the matter of; own choice


def _elliptic(row: Sequence[Token], figure: Figure, last: str, known: Around) -> str:
    """ "103 people in Oru, 21 in Teme": a figure without a noun counts what the one before counts."""
    after = row[figure.j].word if figure.j < len(row) else "."
    if figure.i and row[figure.i - 1].word in "–—:" and after in ".;,":
        return last
    return last if known.has("ellipsis", after) or (figure.bound and after in (".", ",", ";")) else ""


def _in_date(text: str, row: Sequence[Token], number: Number, place: tuple[int, int], unit: Unit) -> bool:
    """Beside the name of a month; but "In May 20 people died" counts people."""
    i, j = place
    if (number.high or 0) > 31:
        return False
    if _month(text, row, j) or (j < len(row) and row[j].word in ("de", "di", "of") and _month(text, row, j + 1)):
        return True
    m = i - 2 if i and row[i - 1].word == "." else i - 1
    return _month(text, row, m) and not (unit.sure and m > 0 and row[m - 1].word in ("in", "during", "since", "last", "this", "em"))


def _month(text: str, row: Sequence[Token], n: int) -> bool:
    """A month's name; Latin ones of four letters and more, or with a capital ("out 18" is no October)."""
    if not 0 <= n < len(row) or row[n].word not in MONTH_OF:
        return False
    return text[row[n].start].isupper() or len(row[n].word) > 4 or not row[n].word.isascii()


def _age(row: Sequence[Token], i: int, j: int) -> bool:
    """ "Ada Fenn, 59, of Oru": an age between commas."""
    return i > 0 and j < len(row) and row[i - 1].word in ",(" and row[j].word in ",)" and j == i + 1 and len(row[i].word) <= 2


def _counts(text: str, row: Sequence[Token], figure: Figure, known: Around) -> bool:
    """Whether the number counts something."""
    number, unit = figure.number, figure.unit
    if number.worded:
        return _worded(text, row, figure, known)
    if _glued(row, figure.j, unit) or _against(row, figure.j, known):
        return False
    if (number.bare and _year(row, figure, known)) or _named(text, row, figure, known):
        return False
    return bool(unit.word or figure.bound or not number.bare or _plain(text, row, figure, known))


def _worded(text: str, row: Sequence[Token], figure: Figure, known: Around) -> bool:
    """A number in words: not a pronoun, not "the two", not a name such as "Round Two"."""
    number = figure.number
    if number.high == number.low == 1 and not number.share:
        return _counted_one(row, figure, known)
    if figure.unit.word or figure.bound or number.share or number.vague:
        return True
    return number.low > 12 and not (text[row[figure.i].start].isupper() and figure.i > 0)


def _named(text: str, row: Sequence[Token], figure: Figure, known: Around) -> bool:
    """Digits that are part of a name: "Article 51", "No. 7", "the Kite 40", "their 40 glider"."""
    if figure.i == 0:
        return False
    before, unit = row[figure.i - 1], figure.unit
    capital = text[before.start].isupper() and not known.has("stop", before.word)
    if known.has("label", before.word) and (capital or not unit.sure) and not figure.bound:
        return True
    if before.word == ".":
        return figure.i > 1 and row[figure.i - 2].word in ("no", "nos", "vol", "art") and before.start == row[figure.i - 2].end
    if capital and figure.number.bare and EARLIEST <= figure.number.low <= LATEST:
        return True
    if not figure.number.bare or figure.bound or unit.sure or not unit.noun:
        return False
    return capital or before.word in DEFINITE or text[row[figure.j].start].isupper()


def _plain(text: str, row: Sequence[Token], figure: Figure, known: Around) -> bool:
    """A bare figure without unit: kept from 13 on when it stands among words and not after an article or a name."""
    before = row[figure.i - 1] if figure.i else None
    if before is None or before.kind != "word" or (before.word in DEFINITE and known.language in ("en", "*")):
        return False
    return figure.number.low >= 13 and not text[before.start].isupper()


def _clock_or_list(text: str, row: Sequence[Token], i: int, j: int) -> bool:
    """A time of day, or the number of a list item at the head of a line."""
    after = row[j].word if j < len(row) else ""
    if after in CLOCK or (after in ("a", "p") and j + 2 < len(row) and row[j + 1].word == "." and row[j + 2].word == "m"):
        return True
    head = text[max(row[i].start - 1, 0) : row[i].start]
    return after in (".", ")") and (row[i].start == 0 or head == "\n") and row[j].start == row[j - 1].end and j + 1 < len(row)


def _against(row: Sequence[Token], j: int, known: Around) -> bool:
    """ "a 2-to-1 vote"."""
    if j + 1 >= len(row) or row[j].word not in HYPHENS or not row[j].start == row[j - 1].end == row[j + 1].start - 1:
        return False
    return known.has("stop", row[j + 1].word)


def _glued(row: Sequence[Token], j: int, unit: Unit) -> bool:
    """Letters set directly after the digits that are no unit: ordinals, "7am", "4x4", "1980s"."""
    return j < len(row) and row[j].start == row[j - 1].end and row[j].kind == "word" and (unit.noun or not unit.word)


def _year(row: Sequence[Token], figure: Figure, known: Around) -> bool:
    """Whether bare digits are a year rather than a count."""
    number, unit = figure.number, figure.unit
    low, high = number.low, number.high or number.low
    if not (EARLIEST <= low <= LATEST and high <= LATEST) or (unit.word and not unit.noun):
        return False
    if figure.i and row[figure.i - 1].word in CURRENCY:
        return False
    before = row[figure.i - 1].word if figure.i else ""
    if known.has("year_before", before) or not unit.sure or low != high:
        return True
    return not figure.bound and low >= 1900 and low % 50 != 0


def _counted_one(row: Sequence[Token], figure: Figure, known: Around) -> bool:
    """ "one soldier" but not "one of them", "no one", "one day"."""
    if known.language != "en":
        return False  # where the word for one is the article as well
    before = row[figure.i - 1].word if figure.i else ""
    after = row[figure.j].word if figure.j < len(row) else ""
    spaced = figure.j < len(row) and row[figure.j].kind == "word"
    return spaced and bool(figure.unit.word) and not known.has("one_before", before) and not known.has("one_after", after)


def _quantity(text: str, row: Sequence[Token], figure: Figure, known: Around) -> Quantity:
    """The finished record."""
    number, i, unit, bound = figure.number, figure.i, figure.unit, figure.bound
    start, end, word = number.span.start, number.span.end, unit.word
    if word == "percent":
        end = row[unit.end - 1].end
    if i and row[i - 1].word in CURRENCY:
        start, word = row[i - 1].start, known.get("unit", row[i - 1].word) or word
    bound = "" if bound and _period(row, figure, known) else bound
    low, high = number.low, number.high
    size, _ = _bound(row, i, known)
    if bound == "least":
        high = None
    elif bound == "most":
        low = 0.0
    of = unit.of or category_before(text, row, i - size, known)
    rounds = not bound and number_words(known.language).rounds(row[figure.j - 1].word)
    return Quantity(Span(start, end), low, high, word, of, bound == "about" or number.vague or rounds)


def _period(row: Sequence[Token], figure: Figure, known: Around) -> bool:
    """ "over three weeks" without "for" is a time and no bound."""
    size, _ = _bound(row, figure.i, known)
    if size != 1 or row[figure.i - 1].word not in ("over", "under") or not known.has("period", figure.unit.word):
        return False
    return figure.i < 2 or not known.has("lasting", row[figure.i - 2].word)


def _after(row: Sequence[Token], j: int, known: Around) -> tuple[str, int]:
    """A bound behind the figure ("40 or more", "200+", "90-plus") and the token after it."""
    if j >= len(row):
        return "", j
    adjacent = row[j].start == row[j - 1].end
    if row[j].word == "+" and adjacent:
        return "least", j + 1
    if row[j].word in HYPHENS and adjacent and j + 1 < len(row) and known.has("suffixed", row[j + 1].word):
        return known.get("suffixed", row[j + 1].word) or "", j + 2
    for phrase, kind in known.maps.get("after", {}).items():
        words = phrase.split()
        if row[j].word == words[0] and [t.word for t in row[j : j + len(words)]] == words:
            more = words == ["plus"] and j + 1 < len(row) and row[j + 1].word in DEFINITE  # "nine rifles plus a box"
            return ("", j) if more else (kind, j + len(words))
    return "", j


def _none(text: str, row: Sequence[Token], known: Around) -> list[Quantity]:
    """ "no casualties" is the figure 0."""
    found = []
    for n, token in enumerate(row[:-1]):
        if token.word == "no" and known.has("none", row[n + 1].word):
            unit = unit_after(text, row, n + 1, known, True)
            found.append(Quantity(Span(token.start, token.end), 0.0, 0.0, unit.word))
    return found
