"""Texts that a page names outside its tellings: credit lines, datelines of other houses, posts that it shows, notes of origin.

What a page says of its own making is as sure as what it says of its sources. A credit line speaks for the whole page, a post for
the telling in which it stands.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from sayso.lexicon.outlets import known_outlet, outlet_of_host
from sayso.lexicon.tables import rows
from sayso.link.houses import Houses, Named, bare_name, host_of
from sayso.link.names import house, house_words
from sayso.model import Document, Span, UnseenKind
from sayso.text.datelines import after_dateline
from sayso.text.normal import fold

# Lines in which an article's credit stands: the first below its title, the last above its footer.
HEAD, FOOT = 5, 4
# A credit line has no more code points than this.
LONGEST = 60
# Letters before the dot of a host that stands for a name ("Norrin.kz"): fewer are an abbreviation.
LEAST_HOST = 4
_CAP = r"[A-ZÀ-ÖØ-ÞΑ-ΩА-ЯЁ]"
_NAME = rf"{_CAP}[\w&’'-]*(?:\.[\w-]+)?(?:[ \u00a0](?:of[ ]|de[ ]|al[ ])?{_CAP}[\w&’'-]*){{0,4}}"
_EMBED = re.compile(rf"[—–-][ ]?({_NAME})[ ]\(@\w{{2,20}}\)")
_OPENER = re.compile(r"([A-Z][\w.&-]*(?:[ ][A-Z][\w.&-]*){0,2})[ ]\|[ ]")
_INSIDE = re.compile(r"\(([^()\n]{2,60})\)|/([^/\n]{2,20})/")
_PARTS = re.compile(r"\s*/\s*|\s+-\s+|,")
_HOST = re.compile(r"(?:[a-z0-9-]+\.){1,3}[a-z]{2,12}\Z")
_NEXT = re.compile(rf"(?:\.com)?(?:,| and| und| et| y| e)[ ]{_CAP}")
_BESIDE = re.compile(r"\s*[|·•:,]\s*|\s[–—-]\s")
_POSSESSIVE = re.compile(r"[’']s?\Z")


class Notice(NamedTuple):
    """One text that a page names: by whom, what it is, where that stands; ``span`` None: it speaks for the whole page."""

    name: str
    kind: UnseenKind
    by: str
    span: Span | None


@cache
def _words(kind: str) -> tuple[str, ...]:
    return tuple(w.strip() for r in rows("notices") if r["kind"] == kind for w in r["words"].split(","))


@cache
def _any(kind: str) -> str:
    return "(?:" + "|".join(re.escape(w) for w in sorted(_words(kind), key=lambda w: (-len(w), w))) + ")"


@cache
def _patterns() -> tuple[tuple[str, re.Pattern[str]], ...]:
    described = "(?:[a-z-]+[ ]){0,3}"
    return (
        ("post", _EMBED),
        ("post", re.compile(rf"\b{_any('post')}[ ](?:by|from|von|par)[ ](?:the[ ])?({_NAME})")),
        ("post", re.compile(rf"({_NAME}[’'])s?[ ]{_any('post')}\b")),
        (
            "post",
            re.compile(
                rf"({_NAME})[ ](?:had[ ]|has[ ]|also[ ])?{_any('posted')}\b[^.\n]{{0,40}}?[ ](?:on|to|via)[ ]"
                rf"(?:[a-z]+[ ]){{0,3}}?{_any('platform')}\b"
            ),
        ),
        ("post", re.compile(rf"({_NAME})[ ](?:on|στο|no|en|auf|sur|в)[ ](?:Twitter|Facebook|Instagram|Telegram)\b")),
        ("channel", re.compile(rf"{_any('channel')}\w{{0,2}}[ ](?:of[ ])?[\"«“„]([^\"«»“”\n]{{2,40}})[\"»”]")),
        ("channel", re.compile(rf"{_any('channel')}\w{{0,2}}[ ](?:of[ ])?(?:the[ ])?(?:[а-яёa-z]+[ ])?({_NAME})")),
        ("article", re.compile(rf"\b{_any('origin')}[ ](?:in|on|by|at|from|em|по)[ ](?:the[ ])?{described}({_NAME})")),
        (
            "article",
            re.compile(rf"\b{_any('origin')}[ ][^.,;:\n]{{0,20}}(?:\.\d)?[^.,;:\n]{{0,40}}?\bby[ ](?:the[ ])?{described}({_NAME})"),
        ),
        ("document", re.compile(rf"\b({_any('record')}[ ]of[ ](?:[\w’'-]+[ ]){{0,4}}?{_any('occasion')})\b")),
        ("statement", re.compile(rf"[\"«“„]([^\"«»“”\n]{{2,40}})[\"»”][^.،\n]{{0,20}}?[ ]{_any('stated')}(?!\w)")),
        ("told", re.compile(rf"\b(?i:{_any('told')})[ ](?:the[ ])?({_NAME})")),
        ("passed", re.compile(rf"({_NAME})[ ]{_any('passed')}\b")),
        ("carried", re.compile(rf"({_NAME})[ ]and[ ]({_NAME})[ ]{_any('carried')}\b")),
        ("agency", re.compile(rf"(?<!\w){_any('agency')}[ ](?:[^\W\d_]+[ ]){{0,3}}[\"«“„]([^\"«»“”\n]{{2,30}})[\"»”“]")),
        ("agency", re.compile(rf"(?<!\w){_any('agency')}[ ]({_NAME})")),
        ("aired", re.compile(rf"\b{_any('aired')}[ ](?:on|by|in)[ ](?:the[ ])?((?:[a-z-]+[ ]){{1,3}})({_NAME})")),
    )


def notices(document: Document) -> list[Notice]:
    """All texts that the page names so, in order of place, those of the whole page first."""
    text = document.text
    found = [*_credits(document), *_dateline(document)]
    for kind, pattern in _patterns():
        for m in pattern.finditer(text):
            names = m.groups() if kind == "carried" else (m.group(m.lastindex or 1),)
            span = Span(*m.span())
            if any(f.span.overlaps(span) for f in document.furniture):
                continue
            if kind == "aired" and not any(fold(w) in house_words() for w in m.group(1).split()):
                continue
            for name in (_POSSESSIVE.sub("", n) for n in names):
                if kind == "article" and name in _words("platform"):
                    continue
                name = bare_name(name) if kind == "passed" else name
                if kind in ("told", "passed", "agency") and not _house(kind, name, m):
                    continue
                if kind == "statement":
                    found.append(Notice(f"{name} statement", "statement", name, span))
                elif kind == "document":
                    found.append(Notice(name, "document", name, span))
                elif kind == "post":
                    post = "tweet" if "weet" in m.group() or "@" in m.group() else "post"
                    found.append(Notice(f"{name} {post}", "post", name, span))
                else:
                    found.append(Notice(name, "post" if kind == "channel" else "article", name, span))
    return sorted(set(found), key=lambda n: (n.span or Span(-1, -1), n))


def credited(document: Document, houses: Houses) -> list[Named]:
    """The other houses of the pile that the page names, in its text or in a line that says who helped; not in its furniture."""
    text, out = document.text, []
    shortly = ((Span(*m.span(1)), m.group(1)) for m in _piece().finditer(text))
    short = [Named(span, name, pages) for span, name in shortly if (pages := houses.pages(name))]
    for named in [*houses.inside(text, document.language), *short]:
        if document.id in named.pages or _listed(text, named.span):
            continue
        if any(f.span.overlaps(named.span) for f in document.furniture):
            start = text.rfind("\n", 0, named.span.start) + 1
            if not _inputs().search(text, start, named.span.start):
                continue
        out.append(named)
    return out


def pictured(document: Document, houses: Houses) -> frozenset[str]:
    """The pages of other houses of the pile that a caption or a picture's credit names."""
    lines = [f.span.of(document.text) for f in document.furniture if f.kind in ("caption", "credit")]
    return frozenset(p for line in lines for n in houses.inside(line, document.language) for p in n.pages) - {document.id}


def earlier_report(document: Document, houses: Houses) -> list[Span]:
    """Where the page says that its own house reported before: "the Courier reported on Tuesday", "we published an article"."""
    out = [Span(*m.span()) for m in _own_report().finditer(document.text)]
    for named in houses.inside(document.text, document.language):
        m = _reported().match(document.text, named.span.end) if document.id in named.pages else None
        out += [Span(named.span.start, m.end())] if m else []
    met = ((m, m.group(1)) for m in _named_reported().finditer(document.text))
    out += [Span(*m.span()) for m, name in met if houses.own(document.id, name)]
    return sorted(s for s in {*out} if not any(f.span.overlaps(s) for f in document.furniture))


def is_release(document: Document) -> bool:
    """Whether a body speaks on this page for itself, by the page's own word or by its address: a press release, a ministry."""
    if self_named(document):
        return True
    return not frozenset(_words("newsroom")).isdisjoint(host_of(document.url).split("."))


def self_named(document: Document) -> list[str]:
    """The lines at the top or the foot by which a page says that a body speaks there: "Statement by …", "Velm press office"."""
    shown = {f.span.of(document.text).strip() for f in document.furniture if f.kind in ("caption", "credit")}
    lines = [x.strip() for x in document.text.splitlines() if x.strip()]
    out = [line for line in [*lines[:HEAD], *lines[-FOOT:]] if _release().match(line)]
    short = [line for line in lines[:HEAD] if len(line) <= LONGEST and line not in shown]
    return out + [part for line in short for part in _BESIDE.split(line) if _office().search(part)]


def firm(name: str) -> bool:
    """Whether a source without a name is a firm ("the company", "bosses")."""
    return any(fold(w) in _words("firm") for w in name.split())


def one_described(name: str) -> bool:
    """Whether an outlet without a name is one that can be found: one of the place ("local media"), or a single one ("a paper")."""
    found = [fold(w) for w in name.split()]
    return found[:1] != [] and (found[0] in _words("one") or any(w.startswith(_words("local")) for w in found))


@cache
def _release() -> re.Pattern[str]:
    return re.compile(rf"(?i){_any('release')}(?!\w)")


@cache
def _office() -> re.Pattern[str]:
    """An office of a body at the beginning or the end of the name on its own paper."""
    return re.compile(rf"(?i)^{_any('office')}(?!\w)|(?<!\w){_any('office')}$")


def is_update(document: Document) -> bool:
    """Whether the title says that it is a later form of a report ("UPDATE 2-…")."""
    return bool(document.title and _update().match(document.title))


@cache
def _partner() -> re.Pattern[str]:
    """The agency at the end of a credit line: "With inputs from Norrin Press", "Text: Tolm Diário com Agência Norrin"."""
    agency = rf"{_any('partner')}(?:[ ]{_NAME})|{_NAME}[ ]{_any('partner')}"
    return re.compile(rf"(?:(?i:{_any('inputs')})[ ](?=({_NAME}))|[:(][^:\n]*[ ]{_any('and')}[ ](?=({agency})[).]?$))")


@cache
def _own_report() -> re.Pattern[str]:
    return re.compile(rf"(?i)(?<!\w)(?:{_any('own')})(?!\w)")


@cache
def _reported() -> re.Pattern[str]:
    return re.compile(rf"[ ](?:(?:had|has|first|earlier|previously)[ ]){{0,2}}{_any('reported')}\b")


@cache
def _named_reported() -> re.Pattern[str]:
    return re.compile(rf"\b({_NAME})[ ](?:(?:had|has|first|earlier|previously)[ ]){{0,2}}{_any('reported')}\b")


@cache
def _update() -> re.Pattern[str]:
    return re.compile(rf"{_any('update')}(?:[ ]?\d)?[ ]?[-–—:]")


def _listed(text: str, span: Span) -> bool:
    """Whether a name is one of a list of names ("Velm Post, Norrin Press, Tolm Radio and others")."""
    return text[: span.start].rstrip().endswith(",") and _NEXT.match(text, span.end) is not None


@cache
def _piece() -> re.Pattern[str]:
    return re.compile(rf"\b[Tt]he[ ]({_NAME})[ ](?:{_any('piece')})\b")


@cache
def _inputs() -> re.Pattern[str]:
    return re.compile(rf"(?i)(?<!\w)(?:{_any('inputs')}|{_any('helped')})(?!\w)")


def _house(kind: str, name: str, match: re.Match[str]) -> bool:
    """Whether what stands where a house is named is one: of the table, or a host; an agency also in capitals or quotation marks."""
    if known_outlet(name):
        return True
    if kind == "agency":
        return name.isupper() or not match.group()[-1].isalnum()
    if kind in ("told", "passed") and house(name).named and any(fold(w) in _words("station") for w in name.split()):
        return True
    return kind == "told" and _HOST.match(name.lower()) is not None and name.index(".") >= LEAST_HOST


def _credits(document: Document) -> Iterator[Notice]:
    """Lines that are nothing but a credit, and a title that ends in another outlet's name or host."""
    lines = [x.strip() for x in document.text.splitlines() if x.strip()]
    for line in dict.fromkeys([*lines[:HEAD], *lines[-FOOT:]]):
        label, colon, rest = line.partition(":")
        if colon and label.strip() in _words("label") and 1 < len(rest.strip()) <= LONGEST:
            yield Notice(rest.strip(), "article", rest.strip(), None)
        elif len(line) <= LONGEST and (m := _partner().search(line)):
            name = m.group(1) or m.group(2)
            yield Notice(name, "article", name, None)
        elif line in _words("credit") or (len(line) <= LONGEST and line != document.title and known_outlet(line)):
            yield Notice(line, "article", line, None)
        elif (m := _OPENER.match(line)) and len(line) > LONGEST and (m.group(1).isupper() or known_outlet(m.group(1))):
            yield Notice(m.group(1), "article", m.group(1), None)
        else:
            yield from (Notice(w, "article", w, None) for w in _words("credit") if w.islower() and w in line)
    tail = (document.title or "").rsplit("|", 1)[-1].strip() if "|" in (document.title or "") else ""
    if tail and (_HOST.match(tail) or known_outlet(tail)):
        yield Notice(outlet_of_host(tail) or tail if _HOST.match(tail) else tail, "article", tail, None)
    if document.byline and (known_outlet(document.byline) or document.byline in _words("credit")):
        yield Notice(document.byline, "article", document.byline, None)


def _dateline(document: Document) -> Iterator[Notice]:
    """Houses of the table in the dateline of the first paragraphs ("(Velm Post / Norrin Press)")."""
    text, at = document.text, 0
    for line in text.splitlines(keepends=True)[: 2 * HEAD]:
        end = after_dateline(text, Span(at, at + len(line)))
        for m in _INSIDE.finditer(text, at, end):
            for part in _PARTS.split(m.group(1) or m.group(2)):
                if known_outlet(part.strip()):
                    yield Notice(part.strip(), "article", part.strip(), None)
        at += len(line)
