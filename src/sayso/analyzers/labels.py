"""Speakers without a verb: "ODUYA: C" and "Note from S: C" at the head of paragraphs, "“C” – Ann Roe" at their end."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from sayso.contracts import Attributed
from sayso.lexicon.posts import classes
from sayso.lexicon.roles import role_of
from sayso.lexicon.tables import rows
from sayso.model import SourceKind, Span
from sayso.text.tokens import tokens

_LABEL = re.compile(r"[*\s“\"]*((?:[A-Z][\w.’'-]*\s?){1,4})(?:\([^()\n]{1,40}\))?\s?:\s+(?=[“\"‘']?[A-Z0-9])")
_PRESENTED = re.compile(
    r"((?:[A-Z][A-Z.’'-]+\s?){2,4}),\s(?P<what>[A-Z][A-Za-z .’'-]{2,60})(?:\([^()\n]{1,20}\))?:\s+(?=[“\"‘'(]?[A-Z0-9])"
)
"""A speaker of a transcript, presented with what he is: "IDA VOLK, HOST: …"."""
_CALLED = re.compile(r"(?:(?:CO-?)?HOST|BYLINE|ANCHOR|CORRESPONDENT|REPORTER|PRESENTER|MODERATOR)\b")
_SIGNED = re.compile(r"[“”\"](?P<told>[^“”\"]+)[”\"]\s*[―—–-]+\s*(?P<name>(?:[A-Z][\w.’'-]*\s?){1,5})(?:,[^.“”\"]{1,80})?\.?")
_POSTED = re.compile(
    r"(?P<told>.*?)\s?(?:(?:https?://|pic\.twitter\.com/|t\.co/)\S+\s+)*[―—–]\s?(?P<name>[^()\n]{1,60}?)\s?(?P<cue>\(@\w{1,30}\)\s"
    r"(?:\d{1,2} )?[A-Z][a-z]{2,8}(?: \d{1,2},)? (?:19|20)\d\d)",
    re.DOTALL,
)
"""An embedded post: what it says, then who posted it, with a handle and a day."""
_NOTE = re.compile(
    r"(?:[Aa] )?(?:[Nn]ote|[Ss]tatement|[Mm]essage|[Ll]etter|[Cc]omment|[Rr]eply|[Rr]esponse|[Cc]larification) (?:from|by) "
    r"(?P<name>[^:.“”\"\n]{3,80}):\s+"
)
_NONE = frozenset(w.lower() for r in rows("headline_labels") for w in r["words"].split()) | frozenset(
    {"q", "a", "question", "answer"}
)
_SEATED = re.compile(r"(?P<name>(?:[A-Z][\w.’'-]*\s){1,4})\([^()\n]{1,40}\):\s+“(?P<told>[^“”\n]+)”")
"""One of several in a debate: "Ida Volk (Centre): “…”", once each; what stands behind the quotation is the page's."""
_MINUTED = re.compile(
    r"(?P<name>(?:(?:[A-Z][\w.’'-]*|for|of|and|the)[ \u00a0]?){1,8}?)(?P<seat>\([^()\n]{1,40}\))?\s?:\s+(?=[“\"‘'(\[]?[A-Z0-9])"
)
"""A speaker in the minutes of a house: "Ms Volk (Orvik): …", "The Minister for Works (Mr Tarn): …", "The Speaker: …"."""
SPEAKER: tuple[tuple[SourceKind, float], ...] = (
    ("person", 0.6),
    ("official", 0.3),
)  # who has a label speaks; the page says what he is
OFFICES = frozenset({"office", "chief"})
TWICE = 2  # a label that stands only once is a heading ("Background: …")


def speakers(text: str, listed: Sequence[Span]) -> list[Attributed]:
    """What is told under each label and above each signature; ``listed`` are the paragraphs in text order."""
    found = [(p, m) for p in listed if (m := _LABEL.match(text, p.start, p.end)) and not _NONE & set(m.group(1).lower().split())]
    often = Counter(m.group(1).strip() for _, m in found)
    talk = {name.split()[-1] for name, times in often.items() if times >= TWICE and name.isupper()}
    found += [
        (p, m)
        for p in listed
        if (m := _PRESENTED.match(text, p.start, p.end))
        and (talk or _CALLED.match(m["what"]))
        and not _NONE & {*m[1].lower().split()}
    ]
    out = []
    for p, m in sorted(found, key=lambda pair: pair[0]):
        name = m.group(1).strip()
        again = name.isupper() and len(name.split()) > 1 and name.split()[-1] in talk  # "IDA VOLK: …" where "VOLK: …" stands twice
        if (often[name] >= TWICE or again or "what" in m.groupdict()) and m.end() < p.end:
            out.append(Attributed((Span(m.end(), p.end),), None, Span(m.start(1), m.start(1) + len(name)), leanings=SPEAKER))
    out += _minuted(listed, text, [a.content[0] for a in out])
    for before, p in pairwise((Span(0, 0), *listed)):
        if m := _POSTED.fullmatch(text, p.start, p.end):
            told = Span(*m.span("told")) if m["told"].strip() else before
            if told.end > told.start:
                out.append(Attributed((told,), Span(*m.span("cue")), Span(*m.span("name")), leanings=SPEAKER))
        if (m := _SEATED.match(text, p.start, p.end)) and not any(a.content[0].overlaps(p) for a in out):
            name = m["name"].rstrip()
            out.append(Attributed((Span(*m.span("told")),), None, Span(p.start, p.start + len(name)), leanings=SPEAKER))
        if (m := _NOTE.match(text, p.start, p.end)) and m.end() < p.end:
            out.append(Attributed((Span(m.end(), p.end),), Span(m.start(), m.start("name") - 1), Span(*m.span("name"))))
        if m := _SIGNED.fullmatch(text, p.start, p.end):
            name = m.group("name").rstrip(" .")
            out.append(Attributed((Span(*m.span("told")),), None, Span(m.start("name"), m.start("name") + len(name))))
    return sorted(out, key=lambda a: a.content[0])


def _minuted(listed: Sequence[Span], text: str, taken: Sequence[Span]) -> list[Attributed]:
    """What is told in the minutes of a house, where two paragraphs at least begin with somebody by courtesy or by his office."""
    found = [(p, m) for p in listed if (m := _MINUTED.match(text, p.start, p.end)) and m.end() < p.end and _seated(m)]
    out = []
    for p, m in found if len(found) >= TWICE else ():
        named = bool(m["seat"]) and _courtesy(m["seat"][1:])
        source = Span(p.start, m.end("seat")) if named else Span(p.start, p.start + len(m["name"].rstrip()))
        content = Span(m.end(), p.end)
        if not any(content.overlaps(t) for t in taken):
            out.append(Attributed((content,), None, source, leanings=SPEAKER))
    return out


def _seated(m: re.Match[str]) -> bool:
    """Whether a label names somebody as minutes do: "Ms Volk", "The Speaker", "The Minister for Works"."""
    said = tokens(m["name"])
    office = said[0].low == "the" and len(said) > 1 and any(classes(t) & OFFICES or role_of(t) == "official" for t in said[1:])
    return office or _courtesy(m["name"])


def _courtesy(name: str) -> bool:
    """Whether a name begins with a courtesy ("Ms Volk")."""
    said = tokens(name)
    return len(said) > 1 and "honorific" in classes(said[0]) and said[-1].text != "."
