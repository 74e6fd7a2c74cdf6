"""Where a page speaks of an earlier report of its own house: that it reported, what it corrects or withdraws, of which day."""

from __future__ import annotations

import re
from functools import cache

from sayso.lexicon.notices import NAME, any_of
from sayso.link.houses import Houses
from sayso.model import Document, Span, When
from sayso.text.dates import expressions, resolve
from sayso.text.sentences import about

# Code points before a report's day in which "corrects", "our" or the house's name stands; a notice says it in one sentence.
REACH = 160


def earlier_report(document: Document, houses: Houses) -> list[Span]:
    """Where the page says that its own house reported before: "the Courier reported on Tuesday", "we published an article"."""
    out = [Span(*m.span()) for m in _own_report().finditer(document.text)]
    for named in houses.inside(document.text, document.language):
        m = _reported().match(document.text, named.span.end) if document.id in named.pages else None
        out += [Span(named.span.start, m.end())] if m else []
    met = ((m, m.group(1)) for m in _named_reported().finditer(document.text))
    out += [Span(*m.span()) for m, name in met if houses.own(document.id, name)]
    return sorted(s for s in {*out} if not any(f.span.overlaps(s) for f in document.furniture))


def dated_report(document: Document, houses: Houses) -> list[tuple[Span, When]]:
    """The reports of a day that the page calls its own, corrects or withdraws: "our 9 September report", "the story of 17 May".

    Each with its day. A report of the day must be one of the house: who calls this sees to that.
    """
    text, out = document.text, []
    base = document.published.when if document.published else None
    for m in _report().finditer(text):
        start, end = about(text, Span(*m.span()), REACH)
        for x in expressions(text, start, end):
            beside = (
                _TO_DAY.fullmatch(text, m.end(), x.span.start) if x.span.start >= m.end() else _gap(text, x.span.end, m.start())
            )
            if x.form != "day" or not beside:
                continue
            first = min(x.span.start, m.start())
            own = _amends().search(text, start, first) or any(document.id in n.pages for n in houses.inside(text[start:first]))
            when = resolve(x, base)
            if own and when.start:
                out.append((Span(first, max(x.span.end, m.end())), when))
    return out


_TO_DAY = re.compile(r"[ ](?:of|from|on|dated|published[ ]on|del|de|du|vom|dal|z|od|от|за)[ ](?:el[ ]|le[ ])?|[ ]")


def _gap(text: str, end: int, start: int) -> bool:
    """Whether a day stands directly before the report ("our 9 September report")."""
    return end <= start and text[end:start] in (" ", "\u00a0")


@cache
def _report() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?i:{any_of('piece')}|{any_of('own piece')})(?!\w)")


@cache
def _amends() -> re.Pattern[str]:
    return re.compile(rf"(?i)(?<!\w)(?:{any_of('amends')})(?!\w)")


@cache
def _own_report() -> re.Pattern[str]:
    return re.compile(rf"(?i)(?<!\w)(?:{any_of('own')})(?!\w)")


@cache
def _reported() -> re.Pattern[str]:
    return re.compile(rf"(?:,[^.,;\n]{{2,40}},)?[ ](?:(?:had|has|first|earlier|previously)[ ]){{0,2}}{any_of('reported')}\b")


@cache
def _named_reported() -> re.Pattern[str]:
    return re.compile(rf"\b({NAME})[ ](?:(?:had|has|first|earlier|previously)[ ]){{0,2}}{any_of('reported')}\b")
