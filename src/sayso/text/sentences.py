"""Paragraphs and sentences as spans. Sentence ends come from sentencex; quotation marks never hide one.

A line is a paragraph, but a line that goes on in lower case after a line without an end mark was wrapped and belongs to it.
"""

from __future__ import annotations

import re

import sentencex

from sayso.model import Span
from sayso.text.months import WEEKDAYS

_LINE = re.compile(r"[^\n\r]+")
# Quotation marks, which never end a sentence; spaces of more than one byte, at which sentencex 1.0 panics after a digit and a dot;
# half characters, which UTF-8 has not.
_SPACES = "\u0085\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u2028\u2029\u202f\u205f\u3000"
_HALVES = dict.fromkeys(map(chr, range(0xD800, 0xE000)), "\ufffd")
_MARKS = str.maketrans(dict.fromkeys('“”„«»"‹›' + _SPACES, " ") | _HALVES)
_STOP = re.compile(r"(?<!\d)[.!?][”\"»’)]?\s(?=[^a-z\d\s])|\n")
_END = re.compile(r"[.!?…؟。:;][”’\"'»)\]]*\s*$")
_OPENING = re.compile(r"(?<=\s)[“„«\"]\s*\Z")
_TITLE = re.compile(r"\b(?:Ms|Mx|Mses|Drs)\.\Z")  # titles that sentencex 1.0 takes for the end of a sentence
_RANKS = {  # titles before a name that sentencex 1.0 takes for ends, and abbreviations behind a number that it takes for none
    "pl": re.compile(
        r"(?<!\w)(?:mł|st|bryg|ks|abp|bp|o|gen|płk|ppłk|mjr|kpt|kap|por|ppor|chor|sierż|plut|ogn|kom|podkom|nadkom|insp|podinsp|nadinsp|asp"
        r"|szt|adm|hab|inż|mec|red|lek|med|mgr|im|ul|al|św|tzw|pow|woj)\.\Z",
        re.IGNORECASE,
    ),
    "de": re.compile(r"(?<!\w)(?:dr|prof|mag|dipl|ing|med|jur|phil|hr|fr|frhr|st|hl)\.\Z", re.IGNORECASE),
    "nl": re.compile(r"(?<!\w)(?:dr|prof|mr|drs|ir|ing|mw|mevr|dhr|ds|st)\.\Z", re.IGNORECASE),
    "ru": re.compile(r"(?<!\w)(?:им|ул|пр|гр|проф|акад|ген|полк|св|тов|г-н|т\. ?н|пос|дер|обл)\.\Z", re.IGNORECASE),
    "uk": re.compile(r"(?<!\w)(?:ім|вул|пр|гр|проф|акад|ген|полк|св|т\. ?зв|смт|обл|пл)\.\Z", re.IGNORECASE),
}
_SHORT = re.compile(r"(?<!\w)[^\W\d]{1,5}\.\Z")  # "40 proc. akcji": what goes on in lower case is no new sentence
_NUMBER = re.compile(r"\b(?:[Nn]|[Nn]r|[Nn]úm|[Nn]um|[Aa]rt|[Pp]ág)\.\Z")  # "bulletin n.º 3", "art. 12"
_HOUR = re.compile(r"\b[ap]\.m\.\Z", re.IGNORECASE)
# Words of Dutch that sentencex 1.0 takes for abbreviations ("De molenaar ontkent dat. Zij …"); of 900 that rows list, these three.
_MONEY = re.compile(r"(?<!\w)(?:руб|коп|грн|т\. ?[дпі])\.\s+(?=[«„\"]?[А-ЯЁІЇЄҐ])")  # "за 400 млн грн. Про це"
_WHOLE = {"ru": _MONEY, "uk": _MONEY, "nl": re.compile(r"\b(?:dat|al|pers)\.\s+(?=[\"“„‘']?[A-Z])")}
_DAY = re.compile(rf"(?:{'|'.join(WEEKDAYS)}|E[SD]?T|P[SD]?T|C[SD]?T|GMT|UTC|BST|CEST|CET)\b")
SHORT = 5  # words after "…?”" that are no sentence of their own but its cue ("Ann Roe said.")
LONG = 3_200  # a longer sentence is cut at a blank: what looks at pairs of its words must end, and nobody wrote one (see below)
LONGEST = 20_000  # code points handed to the splitter at once; no sentence of the 1,100 corpus articles read is longer than 3,100


def paragraphs(text: str) -> list[Span]:
    """Spans of the paragraphs, without the white space round them."""
    out: list[Span] = []
    for m in _LINE.finditer(text):
        line = m.group()
        span = trimmed(text, m.start(), m.end())
        if span.start == span.end:
            continue
        wrapped = (
            out
            and line.strip()[0].islower()
            and text.count("\n", out[-1].end, span.start) == 1
            and not _END.search(text, max(out[-1].start, out[-1].end - 10), out[-1].end)
            and len(out[-1].of(text)) > 40
        )
        if wrapped:
            out[-1] = Span(out[-1].start, span.end)
        else:
            out.append(span)
    return out


def sentences(text: str, paragraph: Span, language: str | None = None) -> list[Span]:
    """Spans of the sentences of one paragraph; every word of it lies in exactly one."""
    out: list[Span] = []
    for first in range(paragraph.start, paragraph.end, LONGEST):
        last = min(first + LONGEST, paragraph.end)
        piece = text[first:last].translate(_MARKS).replace("\n", " ")
        for b in sentencex.get_sentence_boundaries(language or "en", piece):
            span = trimmed(text, first + b["start_index"], first + b["end_index"])
            if span.start == span.end:
                continue
            rank = _RANKS.get(language or "en")
            titled = out and rank is not None and rank.search(text, max(out[-1].start, out[-1].end - 12), out[-1].end)
            titled = titled or (
                out and rank is not None and span.of(text)[:1].islower() and _SHORT.search(text, out[-1].start, out[-1].end)
            )
            if out and (titled or _goes_on(text, out[-1], span)):
                out[-1] = Span(out[-1].start, span.end)
            else:
                out.append(span)
    if language in _WHOLE:
        out = [piece for s in out for piece in _parted(text, s, _WHOLE[language])]
    return [piece for s in _closing_marks(text, out) for piece in _cut(text, s)]


def _parted(text: str, s: Span, whole: re.Pattern[str]) -> list[Span]:
    """A sentence, parted behind words that the splitter took for abbreviations."""
    ends = [m.end() for m in whole.finditer(text, s.start, s.end)]
    return [trimmed(text, a, b) for a, b in zip([s.start, *ends], [*ends, s.end], strict=True)]


def _cut(text: str, s: Span) -> list[Span]:
    """The sentence, or pieces of it of at most LONG code points: text without marks, a table, one word without an end."""
    out: list[Span] = []
    start = s.start
    while s.end - start > LONG:
        blank = next((n for n in range(start + LONG, start + LONG // 2, -1) if text[n - 1].isspace()), start + LONG)
        out.append(trimmed(text, start, blank))
        start = blank
    out.append(trimmed(text, start, s.end))
    return [piece for piece in out if piece.start < piece.end]


def _goes_on(text: str, before: Span, span: Span) -> bool:
    """A piece in lower case after '?' or '!' or a bare mark is no new sentence ("Why?" he asked)."""
    words = re.sub(r"^\W+", "", text[span.start : min(span.end, span.start + 80)])
    tail = text[max(before.start, before.end - 20) : before.end]
    asked = re.search(r"[?!…][”’\"'»]\s*\Z", tail[-4:])
    if _TITLE.search(text, max(before.start, before.end - 8), before.end):
        return True
    if _NUMBER.search(text, max(before.start, before.end - 8), before.end) and text[span.start] in "º°ª0123456789":
        return True
    if _HOUR.search(text, max(before.start, before.end - 8), before.end) and _DAY.match(words):
        return True
    return (
        not words
        or (words[0].islower() and tail.rstrip(" ”’\"'»")[-1:] in "?!…")
        or (asked is not None and len(words.split()) <= SHORT and words.rstrip()[-1:] in ".:")
    )


def _closing_marks(text: str, spans: list[Span]) -> list[Span]:
    """Give a closing mark that the splitter left at the head of a sentence back to the one before."""
    out: list[Span] = []
    for s in spans:
        m = re.compile(r"[”»]+\s*").match(text, s.start, s.end)
        if out and m and m.end() < s.end:
            out[-1] = Span(out[-1].start, s.start + len(m.group().rstrip()))
            s = Span(m.end(), s.end)
        if out and (lost := _OPENING.search(text, out[-1].start, out[-1].end)) and lost.start() > out[-1].start:
            out[-1], s = trimmed(text, out[-1].start, lost.start()), Span(lost.start(), s.end)
        out.append(s)
    return out


def about(text: str, place: Span, reach: int) -> Span:
    """A place with the rest of its sentence, at most ``reach`` code points on either side, without cutting the paragraph up."""
    low, high = max(0, place.start - reach), min(len(text), place.end + reach)
    start = max([low, *(m.end() for m in _STOP.finditer(text, low, place.start))])
    stop = _STOP.search(text, place.end, high)
    return Span(start, stop.start() if stop else high)


def trimmed(text: str, start: int, end: int) -> Span:
    """The span without white space at its ends."""
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return Span(start, end)
