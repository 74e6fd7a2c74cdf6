"""Speech that no verb of telling governs: announced by a colon ("The mayor laughed: “C”"), or behind a sentence about somebody.

What announces it may be any verb, so the place decides: who begins the sentence speaks. Where nobody does, whoever spoke goes on.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from sayso.analyzers import tongues
from sayso.analyzers.clauses import agent
from sayso.analyzers.line import Line
from sayso.analyzers.view import View
from sayso.contracts import Attributed
from sayso.lexicon.roles import role_of
from sayso.model import PERSONS, Span
from sayso.text.quotations import Quotation

FEWEST = 3  # words of speech behind a colon; shorter ones are titles and labels
LONGEST, BEFORE = 9, 3  # words in which somebody's name is found; small words before it ("the under-fire")
_END = re.compile(r"[.!?…\s]*\Z")


def announced(view: View, first: bool) -> Attributed | None:
    """Read "S laughed: “C”" with any verb; ``first``: the sentence opens its paragraph, so that nobody can go on."""
    for q in view.speech:
        before = view.text[view.span.start : q.span.start].rstrip()
        behind = view.text[q.span.end : view.span.end] if q.span.end < view.span.end else ""
        if q.span.start <= view.span.start or not before.endswith(":") or not _END.match(behind):
            continue
        if len(q.inner.of(view.text).split()) < FEWEST:
            continue
        opening = View(view.text, Span(view.span.start, view.span.start + len(before) - 1), view.language, view.quotes, view.title)
        source = named(opening) if view.title else subject(opening)
        if source is not None or not (first or view.title):
            return Attributed((q.inner,), None, source, inherits=source is None)
    return None


def doers(text: str, sentences: Sequence[Span], quotes: tuple[Quotation, ...], found: list[Attributed], language: str) -> None:
    """Give speech without a cue whoever the sentence before it is about, where nobody tells that one ("Volk was angry. “C”")."""
    for before, s in pairwise(sentences):
        for n, a in enumerate(found):
            if not a.inherits or a.source is not None or a.cue is not None or not s.start <= a.content[0].start < s.end:
                continue
            if any(c.overlaps(before) for b in found for c in (*b.content, b.cue) if c and b is not a):
                continue
            if (source := subject(View(text, before, language, quotes))) is not None:
                found[n] = Attributed(a.content, None, source)


def subject(view: View) -> Span | None:
    """Whoever a sentence begins with, if it is a person: a name, with or without what he is."""
    if view.language in tongues.READ:
        line = Line(view)
        if (part := agent(line)) and _someone(line, *part):
            return line.part(*part)
    i = 0
    while view.isa(i, "lead") or view.isa(i, "adverb"):
        i += 1
    if any(view.isa(i, kind) for kind in ("preposition", "time", "pronoun", "clause", "relative", "own turn")):
        return None
    end = names = 0
    person = False
    for k in range(i, min(i + LONGEST, len(view.tokens))):
        role = role_of(view.tokens[k], view.language)
        capital = view.tokens[k].capital and not (k == i and view.isa(k, "determiner"))
        last = end and not (capital or role) and not (view.language == "tr" and k == i + 1)  # "Mahalle muhtarı Satı Gökçeli"
        if last or view.mark(k) or view.quoted[k] or view.cue(k) or view.isa(k, "auxiliary"):
            break
        if capital or role:
            end, names, person = k + 1, names + capital, person or role in PERSONS
        elif k - i >= BEFORE:
            break
    known = names > 1 or (person and names) or (end == i + 1 and names and _surname(view, i))
    return view.part(i, end) if known else None


def _someone(line: Line, first: int, last: int) -> bool:
    """Whether a phrase has a role or a full name in it: German nouns have capitals, too ("Diesen Preis sieht …")."""
    if line.isa(first, "own turn") or line.relative(first):
        return False
    full = any(line.capital(k) and line.capital(k + 1) for k in range(first, last - 1))
    return full or any(line.role(k) for k in range(first, last))


def named(view: View) -> Span | None:
    """The name that opens a headline before a colon ("Volk: “C”", "Volk, angry: “C”"): the page has it in full below."""
    end = next((k for k in range(len(view.tokens)) if not view.tokens[k].capital), len(view.tokens))
    if not 0 < end <= BEFORE or (end < len(view.tokens) and view.tokens[end].text != ","):
        return None
    return view.part(0, end) if _surname(view, end - 1) else None


_CAPITAL = r"[A-ZÀ-ÞА-ЯЁЄІЇҐŁŚŻŹĆŃİŞÇĞÖÜ]"
_ARTICLE = r"(?!(?:Der|Die|Das|Den|Dem|Des|Im|Am|Zum)\b)"


def _surname(view: View, k: int) -> bool:
    """Whether the page elsewhere has this word as part of a full name: beside another capital one, and not only at the head."""
    word = re.escape(view.tokens[k].text)
    within = r"(?<=[\w,] )" if view.language == "de" else ""  # "Großer Ärger" at the head is no name
    full = rf"{within}\b{_ARTICLE}{_CAPITAL}[\w’'-]+ (?i:{word})\b|\b{word} {_CAPITAL}[\w’'-]+"
    return re.search(full, view.text) is not None
