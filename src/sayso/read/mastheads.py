"""Houses that a page names as its own: in its head, in its picture credits, and where it says that the house was told or asked.

A name in the head alone is nobody's word: sections, authors and agencies stand there too. It is the page's house when the text
leans on it ("told the Courier", "questions from the Courier"), or when it is built like a masthead and the text names it again.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from functools import cache

from sayso.lexicon.bodies import SMALL
from sayso.lexicon.outlets import known_outlet, outlet_kind
from sayso.lexicon.roles import role_words
from sayso.lexicon.tables import rows as table
from sayso.lexicon.vocabulary import one_of
from sayso.model import Span
from sayso.read.addresses import domain_of
from sayso.read.lines import FAR, Line
from sayso.read.names_of_hosts import spells
from sayso.text.months import MONTH_OF, WEEKDAY_OF

HEAD = 10
"""Lines at the top in which a masthead is looked for (a choice; date lines are looked for in 14)."""
PLATES, BELOW = 2, 4
"""A nameplate is one of the first lines, and the title one of those below it (choices)."""
LABEL, TITLE = 4, 4
"""Words of a label beside a name at most, and of a title at least (choices; ``headline`` asks for as many)."""
_PARTS = re.compile(r"\s{1,3}[|·•–—>/-]\s{1,3}|,\s")
_BAR = re.compile(r"\s{1,3}[|·•–—-]\s{1,3}")
_LABELLED = re.compile(
    r"(?P<house>[A-Z][\w’'.&]*(?:[ \u00a0](?:of|the|da|do|de|[A-Z][\w’'.&]*)){1,4})[ \u00a0]"
    rf"{one_of('tellings', 'desk')}$"
)
_STAMP = re.compile(r"\s[-–—]\s(?P<house>[^\n,–—]{2,40}),\s?(?:\d{3,4},\s?)?\d{1,2}\.\d{1,2}\.\d{4}$")
_OWN = re.compile(r"(?:©|\(c\))\s?(?P<house>[A-Z][^\n,/|©]{1,40}?)\s?/")
_TOLD = rf"\b{one_of('tellings', 'to a house')}[ \u00a0](?:the[ \u00a0])?"
_FOR_A_REPLY = rf"\b[^.\n]{{0,80}}?\b{one_of('tellings', 'a reply')}"
_ASKED = (
    rf"(?:[’']s)?[ \u00a0](?:has[ \u00a0])?{one_of('tellings', 'asks', 'reaches out')}{_FOR_A_REPLY}",
    rf"(?:[’']s)?[ \u00a0]{one_of('tellings', 'staff of a house')}\b",
)
_CITED = (
    rf"(?i:{one_of('tellings', 'cites a house')})[ \u00a0](?i:the[ \u00a0])?HOUSE\b"
    rf"|\bHOUSE[ \u00a0](?:has[ \u00a0]|had[ \u00a0])?{one_of('tellings', 'house tells')}\b"
)
"""Words by which a page names a house as the source of what its title says; own choice."""
_DATED = re.compile(r"\b(?:19|20)\d\d\b|\b\d{1,2}[:.]\d\d\b")
BESIDE_DATE = "the head of the page, beside its date"
_QUESTIONED = rf"\b{one_of('tellings', 'questions')}[ \u00a0]{one_of('tellings', 'from a house')}[ \u00a0](?:the[ \u00a0])?"
_ASKING = re.compile(
    r"(?<![\w.’'-])(?P<house>[A-Z][\w&]{1,20}(?:[ \u00a0][A-Z][\w&]{1,20}){0,2})[ \u00a0]has"
    rf"[ \u00a0]{one_of('tellings', 'asks')}{_FOR_A_REPLY}"
)
_NOBODY = frozenset("he she it they we who the a this that".split())


@cache
def house_words() -> frozenset[str]:
    """The words that end or make the names of newspapers and channels."""
    return frozenset(w for row in table("mastheads") for w in row["words"].split())


def plates(rows: Sequence[Line], url: str | None, taken: Collection[int]) -> frozenset[int]:
    """The lines over the title that hold the name of the page's house, its section and its motto, by number.

    A line is one where its first part spells the host, or is like a name and has nothing but short labels beside it; and where a
    line that can be the title stands below it. ``taken`` are lines known to be something else (a date line).
    """
    host = domain_of(url)
    for n, row in enumerate(rows[:PLATES]):
        first, *labels = _PARTS.split(row.text[:120])
        named = bool(host) and spells(first, host)
        alike = _like_a_name(first) and all(len(p.split()) <= LABEL for p in (first, *labels))
        if not (named or (alike and (labels or (built(first) and not host)))) or _sentence(row) or not _titled(rows, n, taken):
            continue
        motto = n + 1
        while motto < len(rows) and not rows[motto].paragraph and rows[motto].text[0].islower():
            motto += 1
        return frozenset(range(n, motto))
    return frozenset()


def _sentence(row: Line) -> bool:
    """Whether a line reads as a sentence: what ends in a bracket is none ("THE LANTERN / Verdict: FALSE (photo), TRUE (date)")."""
    return row.prose and not row.text.endswith((")", "]"))


def _titled(rows: Sequence[Line], n: int, taken: Collection[int]) -> bool:
    """Whether a line that can be a title stands alone below a line, with prose under it."""
    for m in range(n + 1, min(n + 1 + BELOW, len(rows))):
        row = rows[m]
        if m not in taken and row.paragraph and row.words >= TITLE and not (row.prose and row.text.endswith(".")):
            return any(r.prose and r.words >= 2 * TITLE for r in rows[m + 1 : m + 1 + BELOW])
    return False


def house(text: str, rows: Sequence[Line], kinds: Mapping[Span, str]) -> tuple[str, str] | None:
    """The page's house and, in words, what says so."""
    near = text[:FAR]
    for name, where in _named(rows):
        proof = _proof(near, name, where)
        if proof:
            return name, f'"{name}" in {where}, and "{proof}" in the text'
    return _asking(near, rows, kinds)


def _named(rows: Sequence[Line]) -> Iterator[tuple[str, str]]:
    """Names that the page's frame gives, those of the head first."""
    for row in rows[:HEAD]:
        if row.prose and row.words > 16:
            break
        parts = [p.strip() for p in _BAR.split(row.text[:200])]
        ends = [parts[-1], parts[0]] if len(parts) > 1 else []
        m = _LABELLED.match(row.text[:80])
        for name in ([m["house"]] if m else []) + ends:
            if _like_a_name(name):
                yield name, BESIDE_DATE if _DATED.search(row.text[:200]) else "the head of the page"
    for row in rows:
        m = _STAMP.search(row.text[-110:]) or _OWN.match(row.text[:110])
        if m and _like_a_name(m["house"].strip()):
            yield m["house"].strip(), "the credit of a picture"


def called(house: str, host: str) -> bool:
    """Whether a house's short name and a word of mastheads or agencies spell a host: "(Semel)" and semelpress.example."""
    agencies = {word for word, kind in role_words().items() if kind == "agency"}
    return any(spells(f"{house} {word}", host) for word in sorted(house_words() | agencies))


def built(name: str) -> bool:
    """Whether a name is built like a masthead: with capitals, and an article before it or a word of newspapers at its end."""
    words = name.split()
    return len(words) > 1 and _like_a_name(name) and (name.startswith("The ") or words[-1].lower() in house_words())


def _like_a_name(name: str) -> bool:
    words = re.findall(r"[^\W\d_][\w’'.&-]*", name)
    if not 1 <= len(words) <= 5 or len(name) > 40 or re.search(r"[:?!,;@/]|\d{3}", name):
        return False
    if any(w.casefold() in MONTH_OF or w.casefold() in WEEKDAY_OF for w in words):
        return False
    return words[0][0].isupper() and all(w[0].isupper() or w in SMALL for w in words)


def _proof(text: str, name: str, where: str) -> str | None:
    """Words of the text that lean on the house: under its name, without its article, or by the last word of its masthead."""
    short = name.removeprefix("The ")
    last = short.split()[-1]
    forms = [short] + ([last] if len(short.split()) > 1 and last.lower() in house_words() else [])
    for form in forms:
        known = re.escape(form)
        for pattern in (_TOLD + known + r"\b", _QUESTIONED + known + r"\b", *(r"\b" + known + asked for asked in _ASKED)):
            m = re.search(pattern, text)
            if m:
                return " ".join(m.group().split())
    formed = name.startswith("The ") or last.lower() in house_words() or (known_outlet(name) and outlet_kind(name) != "agency")
    again = len(re.findall(r"(?<!\w)" + re.escape(name) + r"(?!\w)", text)) > 1
    # "Two boats lost - Lantern", and "the Lantern reported": a source. Beside the page's date the house stands that prints it.
    sourced = where != BESIDE_DATE and re.search(_CITED.replace("HOUSE", re.escape(short)), text)
    return name if formed and again and not sourced and where.startswith("the head") else None


def _asking(text: str, rows: Sequence[Line], kinds: Mapping[Span, str]) -> tuple[str, str] | None:
    """A house that has asked for a comment and that somebody "told", whatever it is called."""
    for m in _ASKING.finditer(text):
        name = m["house"]
        if name.casefold() in _NOBODY or any(row.span.start <= m.start() < row.span.end and row.span in kinds for row in rows):
            continue
        told = re.search(_TOLD + re.escape(name) + r"\b(?![ \u00a0][a-z]{1,4}\b)", text)
        if told:
            return name, f'"{" ".join(told.group().split())}" and "{name} has asked" for a comment'
    return None
