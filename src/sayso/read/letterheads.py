"""Letterheads: the body that speaks for itself on a page, as the first lines of its paper name it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from itertools import pairwise

from sayso.lexicon.bodies import MOST, body_nouns, names_body, reports, titled
from sayso.lexicon.notices import any_of, calls_paper, heads_paper, names_office, offices_body
from sayso.read.lines import Line
from sayso.read.names_of_hosts import cased
from sayso.text.tokens import tokens

HEAD, BELOW = 2, 2
"""A body's name is one of the first lines, and what it puts out is called so in one of those below it (choices)."""

_NAME = r"[A-Z][\w’'-]*(?:[ \u00a0](?:of|for|and|the|[A-Z][\w’'-]*)){1,7}"
_CAPITALS = re.compile(_NAME)
"""A name above the office that speaks for it is a body's, whatever its noun: "Joint Lake Mission", "Public Information Office"."""
_PARTS = re.compile(r"\s[-–—|·]\s")
_ARTICLE = re.compile(r"(?:(?:The|La|El|Le|Les|Los|Las|Il|Lo|Gli|I|O|A|Os|As|Der|Die|Das|De|Het)[ \u00a0]|L[’'])(?=[^\W\d_a-z])")
_ON = (
    r"(?:[ \u00a0](?:on|regarding|concerning|about|after|following|sobre|sur|über|zu|zum|zur|su|sul|sulla|over|о|об|про|w sprawie|"
    r"hakkında|tentang)[ \u00a0][^\n]*)"
)
"""What a statement is about, behind whose it is."""
_DATE = re.compile(r"[^\n]{0,20}\d{4}(?:[ \u00a0][^\W\d_]{1,5})?\.?")
FOOT = 3
"""An office that speaks for the body is named in one of the last lines, if not in the first (a choice)."""
REACH = 120
"""Letters of the first sentence in which the body is looked for (a choice)."""


def house(rows: Sequence[Line]) -> tuple[str, str] | None:
    """The body and, in words, what says so: "Statement by BODY", or its name alone above "Press release" or its press office."""
    issued = next((m for row in rows[:HEAD] if (m := _issued().match(row.text)) and names_body(m["house"])), None)
    if issued:
        return cased(issued["house"].strip()), f'head of its paper "{issued.group().strip()}"'
    if beside := next((found for row in rows[:HEAD] if (found := _beside(row))), None):
        return cased(beside[0]), f'head of its paper "{beside[0]}", beside "{beside[1]}"'
    head = sorted(lines(rows))
    if not head:
        return _begun(rows) or _signed(rows)
    name = _body(rows, head[0]) or rows[head[0]].text.strip()
    return cased(name), f'head of its paper "{name}", above "{rows[head[-1]].text.strip()}"'


def _beside(row: Line) -> tuple[str, str] | None:
    """The body and what it puts out, where one line has both: "Norrin Mills Ltd - Press release", its day behind it or not."""
    parts = _PARTS.split(row.text.strip())
    dated = len(parts) == 3 and _DATE.fullmatch(parts[2]) is not None
    if not (len(parts) == 2 or dated) or row.prose or not calls_paper(parts[1]) or calls_paper(parts[0]):
        return None
    name = parts[0].strip()
    return (name, parts[1].strip()) if names_body(name) or titled(name) else None


def _body(rows: Sequence[Line], n: int) -> str | None:
    """The name of a body that a line is, or that stands in it beside the state's: "Republic of Velm - Ministry of Works".

    Without a noun of bodies it is one where the paper goes on to call it so: "Front for the Freedom of Velm", then "The Front …".
    """
    parts: list[str] = [part.strip() for part in _PARTS.split(rows[n].text.strip())]
    if found := next((part for part in reversed(parts) if names_body(part) or _led(part)), None):
        return found
    if len(parts) > 1 or not _CAPITALS.fullmatch(parts[0]):
        return None
    nouns = "|".join(w for w in re.findall(r"[^\W\d_]{4,}", parts[0]) if w[0].isupper())
    called = re.compile(rf"\b[Tt]he[ \u00a0](?:{nouns})[ \u00a0][a-z]")
    return parts[0] if nouns and any(called.search(row.text) for row in rows[n + 1 :] if row.prose) else None


def _led(name: str) -> bool:
    """Whether a name begins with its noun of bodies, whose genitive needs no little word: "Ministerul Apelor"."""
    return titled(name) and name.split()[0] in body_nouns(name)[:1]


def _begun(rows: Sequence[Line]) -> tuple[str, str] | None:
    """The body that a press release without a letterhead begins with: "MEDIA RELEASE", then "The Ministry of Works is …".

    Or the label comes first, with the title behind it or not, and the name stands in the line below it.
    """
    label = next((row.text.strip() for row in rows[:HEAD] if calls_paper(row.text)), None)
    under = next((below.text.strip() for row, below in pairwise(rows[: HEAD + 1]) if label and row.text.strip() == label), "")
    if label and names_body(under) and not reports(under):
        return cased(under), f'head of its paper "{under}", below "{label}"'
    label = label or next((row.text.strip() for row in rows[:HEAD] if _LABEL.match(row.text) and heads_paper(row.text)), None)
    first = next((row for row in rows if row.prose), None)
    begun = _subject(first.text) if label and first else None
    return (begun, f'a paper called "{label}" that begins "{begun}"') if begun else None


_LABEL = re.compile(r"[^\n:]{3,40}:[ \u00a0]")


def _subject(text: str) -> str | None:
    """The body with whose name a sentence begins, what it does behind it: "Die Hafenbehörde Norrin teilt mit, dass"."""
    m = _ARTICLE.match(text)
    start = m.end() if m else 0
    found = tokens(text, start, start + REACH)
    for n in range(min(len(found) - 1, MOST), 1, -1):
        name, after = text[start : found[n - 1].end], found[n]
        begun = found[n - 1].capital and all(t.word for t in found[:n])
        if begun and (after.text == "," or after.text.islower()) and names_body(name) and not reports(name):
            return name
    return None


def _signed(rows: Sequence[Line]) -> tuple[str, str] | None:
    """The body whose press office stands at the foot, where the text speaks of it: "Norrin Harbour Board, Press Office"."""
    text = "\n".join(row.text for row in rows[:-1])
    for row in reversed(rows[-FOOT:]):
        line = row.text.strip()
        name = offices_body(line) if not row.prose and ":" not in line else None
        if name and names_body(name) and not reports(name) and name.casefold() in text.replace(line, "").casefold():
            return name, f'foot of its paper "{line}"'
    return None


def lines(rows: Sequence[Line]) -> frozenset[int]:
    """The lines of a letterhead, by number: the body's name and, below or beside it, what its paper is called."""
    for n, row in enumerate(rows[:HEAD]):
        if _beside(row):
            return frozenset({n})
        labels = [k for k in range(n + 1, min(n + 1 + BELOW, len(rows))) if calls_paper(rows[k].text)]
        office = n + 1 in labels and names_office(rows[n + 1].text) and _CAPITALS.fullmatch(row.text.strip())
        if labels and (office or _body(rows, n)) and not row.prose and not calls_paper(row.text):
            return frozenset({n, *labels})
    return frozenset()


@cache
def _issued() -> re.Pattern[str]:
    return re.compile(rf"(?i)(?:{any_of('issued')})[ \u00a0](?:the[ \u00a0])?(?P<house>[^\n]{{3,80}}?){_ON}?$")
