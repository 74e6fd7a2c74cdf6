"""Texts that a page names outside its tellings: credit lines, datelines of other houses, posts that it shows, notes of origin.

What a page says of its own making is as sure as what it says of its sources. A credit line speaks for the whole page, a post for
the telling in which it stands.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from sayso.lexicon.bodies import names_body
from sayso.lexicon.notices import CAP, NAME, any_of, calls_paper, heads_paper, words_of
from sayso.lexicon.outlets import known_outlet, outlet_of_host
from sayso.lexicon.senses import function_words
from sayso.lexicon.tables import rows
from sayso.link.houses import Houses, Named, bare_name, host_of
from sayso.link.meanings import meaning
from sayso.link.names import house, house_words
from sayso.model import Document, Span, UnseenKind
from sayso.text.datelines import after_dateline
from sayso.text.normal import fold, latin, words

# Lines in which an article's credit stands: the first below its title, the last above its footer.
HEAD, FOOT = 5, 4
# A credit line has no more code points than this.
LONGEST = 60
# Letters before the dot of a host that stands for a name ("Norrin.kz"): fewer are an abbreviation.
LEAST_HOST = 4
_EMBED = re.compile(rf"[—–-][ ]?({NAME})[ ]\(@\w{{2,20}}\)")
_OPENER = re.compile(r"([A-Z][\w.&-]*(?:[ ][A-Z][\w.&-]*){0,2})[ ]\|[ ]")
_INSIDE = re.compile(r"\(([^()\n]{2,60})\)|/([^/\n]{2,20})/")
_PARTS = re.compile(r"\s*/\s*|\s+-\s+|,")
_HOST = re.compile(r"(?:[a-z0-9-]+\.){1,3}[a-z]{2,12}\Z")
_NEXT = re.compile(rf"(?:\.com)?(?:,| and| und| et| y| e)[ ]{CAP}")
_BESIDE = re.compile(r"\s*[|·•:,]\s*|\s[–—-]\s")
_SIGNED = re.compile(rf"(?P<name>{CAP}[^\W\d_]*[.]?(?:[ ]{CAP}[\w’'-]*[.]?){{1,4}})(?:,[ ][^.!?:\n]+)?")
_POSSESSIVE = re.compile(r"[’']s?\Z")


class Notice(NamedTuple):
    """One text that a page names: by whom, what it is, where that stands; ``span`` None: it speaks for the whole page."""

    name: str
    kind: UnseenKind
    by: str
    span: Span | None


@cache
def _calls() -> frozenset[str]:
    """The words with which a page calls on its reader to do something with a name ("follow … on twitter")."""
    forms = (w.split() for r in rows("colophons") if r["where"] == "start" for w in r["words"])
    return frozenset(form[0] for form in forms if "…" in form[1:2])


@cache
def _patterns() -> tuple[tuple[str, re.Pattern[str]], ...]:
    described = "(?:[a-z-]+[ ]){0,3}"
    return (
        ("post", _EMBED),
        ("post", re.compile(rf"\b{any_of('post')}[ ](?:by|from|von|par)[ ](?:the[ ])?({NAME})")),
        ("post", re.compile(rf"({NAME}[’'])s?[ ]{any_of('post')}\b")),
        (
            "post",
            re.compile(
                rf"({NAME})[ ](?:had[ ]|has[ ]|also[ ])?{any_of('posted')}\b[^.\n]{{0,40}}?[ ](?:on|to|via)[ ]"
                rf"(?:[a-z]+[ ]){{0,3}}?{any_of('platform')}\b"
            ),
        ),
        ("post", re.compile(rf"({NAME})[ ](?:on|στο|no|en|auf|sur|в)[ ](?:Twitter|Facebook|Instagram|Telegram)\b")),
        ("channel", re.compile(rf"(?i:{any_of('channel')})\w{{0,2}}[ ](?:of[ ])?[\"«“„]([^\"«»“”\n]{{2,40}})[\"»”]")),
        ("channel", re.compile(rf"(?i:{any_of('channel')})\w{{0,2}}[ ](?:of[ ])?(?:the[ ])?(?:[а-яёa-z]+[ ])?({NAME})")),
        ("article", re.compile(rf"\b{any_of('origin')}[ ](?:in|on|by|at|from|em|по)[ ](?:the[ ])?{described}({NAME})")),
        (
            "article",
            re.compile(
                rf"\b{any_of('origin')}[ ][^.,;:\n]{{0,20}}(?:\.\d)?[^.,;:\n]{{0,40}}?\bby[ ](?:the[ ])?{described}({NAME})"
            ),
        ),
        ("document", re.compile(rf"\b({any_of('record')}[ ]of[ ](?:[\w’'-]+[ ]){{0,4}}?{any_of('occasion')})\b")),
        ("statement", re.compile(rf"[\"«“„]([^\"«»“”\n]{{2,40}})[\"»”][^.،\n]{{0,20}}?[ ]{any_of('stated')}(?!\w)")),
        ("told", re.compile(rf"\b(?i:{any_of('told')})[ ](?:the[ ])?({NAME})")),
        ("passed", re.compile(rf"({NAME})[ ]{any_of('passed')}\b")),
        ("carried", re.compile(rf"({NAME})[ ]and[ ]({NAME})[ ]{any_of('carried')}\b")),
        ("agency", re.compile(rf"(?<!\w){any_of('agency')}[ ](?:[^\W\d_]+[ ]){{0,3}}[\"«“„]([^\"«»“”\n]{{2,30}})[\"»”“]")),
        ("agency", re.compile(rf"(?<!\w){any_of('agency')}[ ]({NAME})")),
        ("aired", re.compile(rf"\b{any_of('aired')}[ ](?:on|by|in)[ ](?:the[ ])?((?:[a-z-]+[ ]){{1,3}})({NAME})")),
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
                if name.split()[0].casefold() in _calls():
                    continue  # "Follow Ida Volk on Twitter"
                if kind == "article" and name in words_of("platform"):
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
            if not (_inputs().search(text, start, named.span.start) or _beside(text, start, named.span)):
                continue
        out.append(named)
    return out


def pictured(document: Document, houses: Houses) -> frozenset[str]:
    """The pages of other houses of the pile that a caption or a picture's credit names."""
    lines = [f.span.of(document.text) for f in document.furniture if f.kind in ("caption", "credit")]
    return frozenset(p for line in lines for n in houses.inside(line, document.language) for p in n.pages) - {document.id}


def is_release(document: Document) -> bool:
    """Whether a body speaks on this page for itself, by the page's own word or by its address: a press release, a ministry."""
    if self_named(document) or _issued_here(document) or _body(document.outlet or ""):
        return True
    return not frozenset(words_of("newsroom")).isdisjoint(host_of(document.url).split("."))


@cache
def _body(outlet: str) -> bool:
    """Whether an outlet is a body by its name ("Ministry of Works of Velm"), no agency or paper; in a parliament others speak."""
    return names_body(outlet) and "+parliament" not in meaning(outlet) and not any(fold(w) in house_words() for w in outlet.split())


def _issued_here(document: Document) -> bool:
    """Whether the first lines say that the page's own house put this out: "Statement issued by Norrin Mills"."""
    head = [x.strip() for x in document.text.splitlines() if x.strip()][:HEAD]
    return any(document.outlet and _issued().match(line) and document.outlet in line for line in head)


@cache
def _issued() -> re.Pattern[str]:
    return re.compile(rf"(?i){any_of('issued')}(?!\w)")


def self_named(document: Document) -> list[str]:
    """The lines at the top or the foot by which a page says that a body speaks there: "Statement by …", "Velm press office"."""
    shown = {f.span.of(document.text).strip() for f in document.furniture if f.kind in ("caption", "credit")}
    lines = [x.strip() for x in document.text.splitlines() if x.strip()]
    out = [line for line in [*lines[:HEAD], *lines[-FOOT:]] if heads_paper(line) or calls_paper(line)]
    short = [line for line in lines[:HEAD] if len(line) <= LONGEST and line not in shown]
    by = document.byline or ""  # "By Norrin Press Service" is an agency, not the press service of Norrin
    parts = [part for line in short for part in _BESIDE.split(line) if not (by and by in part)]
    return list(dict.fromkeys([*out, *(part for part in parts if _office().search(part) or heads_paper(part))]))


def signers(document: Document) -> frozenset[str]:
    """Who signs a body's paper at its foot: "Captain Ida Volk, Duty Officer"."""
    lines = [x.strip() for x in document.text.splitlines() if x.strip()][-FOOT:]
    signed = (_SIGNED.fullmatch(line) for line in lines if len(line) <= LONGEST)
    return frozenset(m["name"] for m in signed if m)


def begins_with(document: Document, name: str) -> bool:
    """Whether the first sentence of a body's paper begins with a name of two words or more, an article or a verb before it."""
    wanted = [fold(w.text) for w in words(name) if fold(w.text) not in function_words()]
    first = next((line for line in document.text.splitlines() if len(line) > LONGEST), "")[: 2 * LONGEST]
    found = [fold(w.text) for w in words(first) if fold(w.text) not in function_words()][: len(wanted) + 1]
    return len(wanted) > 1 and wanted in (found[:-1], found[1:])


def firm(name: str) -> bool:
    """Whether a source without a name is a firm ("the company", "bosses")."""
    return any(fold(w) in words_of("firm") for w in name.split())


def one_described(name: str) -> bool:
    """Whether an outlet without a name is one that can be found: one of the place ("local media"), or a single one ("a paper")."""
    found = [fold(w) for w in name.split()]
    return found[:1] != [] and (found[0] in words_of("one") or any(w.startswith(words_of("local")) for w in found))


def stations_of(name: str) -> frozenset[str]:
    """The words of a name that make it a station's, as Latin letters have them: "Rádio Tolm" and "радио" are both a radio."""
    return frozenset(latin(w) for w in name.split()) & frozenset(words_of("broadcaster"))


@cache
def _office() -> re.Pattern[str]:
    """An office of a body at the beginning or the end of the name on its own paper."""
    return re.compile(rf"(?i)^{any_of('office')}(?!\w)|(?<!\w){any_of('office')}$")


def is_update(document: Document) -> bool:
    """Whether the title says that it is a later form of a report ("UPDATE 2-…")."""
    return bool(document.title and _update().match(document.title))


@cache
def _partner() -> re.Pattern[str]:
    """The agency at the end of a credit line: "With inputs from Norrin Press", "Text: Tolm Diário com Agência Norrin"."""
    agency = rf"{any_of('partner')}(?:[ ]{NAME})|{NAME}[ ]{any_of('partner')}"
    return re.compile(rf"(?:(?i:{any_of('inputs')})[ ](?=({NAME}))|[:(][^:\n]*[ ]{any_of('and')}[ ](?=({agency})[).]?$))")


@cache
def _wire() -> re.Pattern[str]:
    """A word that makes a name an agency's."""
    return re.compile(rf"\b(?:{any_of('partner')}|{any_of('wire')})\b")


@cache
def _update() -> re.Pattern[str]:
    return re.compile(rf"{any_of('update')}(?:[ ]?\d)?[ ]?[-–—:]")


def _listed(text: str, span: Span) -> bool:
    """Whether a name is one of a list of names ("Velm Post, Norrin Press, Tolm Radio and others")."""
    return text[: span.start].rstrip().endswith(",") and _NEXT.match(text, span.end) is not None


def _beside(text: str, start: int, name: Span) -> bool:
    """Whether a line says no more than with whom it was made: "With Norrin Press", "(mit Norrin Press)"."""
    lead, after = text[start : name.start], text[name.end :].split("\n", 1)[0]
    before = fold(lead.strip(" \u00a0(–—-:/"))
    set_apart = before == "" and lead.strip()[:1] in _APART
    said = {fold(w) for kind in ("and", "by", "helped") for w in words_of(kind)}
    return (set_apart or before in said) and not after.strip(" \u00a0)./")


_APART = frozenset("(–—-/")  # before the house that a text is from, where its line says no more: "(Velm Post)"


def of_the_page(document: Document, name: Span) -> bool:
    """Whether a house stands where a page says whose text it is as a whole: in its dateline, or in a line of its own."""
    text = document.text
    start = text.rfind("\n", 0, name.start) + 1
    stop = text.find("\n", name.end)
    line = Span(start, stop if stop >= 0 else len(text))
    head = text[:start].count("\n") < 2 * HEAD and name.end <= after_dateline(text, line)
    return head or _beside(text, start, name) or _inputs().search(text, start, name.start) is not None


@cache
def _piece() -> re.Pattern[str]:
    return re.compile(rf"\b[Tt]he[ ]({NAME})[ ](?:{any_of('piece')})\b")


@cache
def _inputs() -> re.Pattern[str]:
    return re.compile(rf"(?i)(?<!\w)(?:{any_of('inputs')}|{any_of('helped')})(?!\w)")


def _house(kind: str, name: str, match: re.Match[str]) -> bool:
    """Whether what stands where a house is named is one: of the table, or a host; an agency also in capitals or quotation marks."""
    if known_outlet(name):
        return True
    if kind == "agency":
        return name.isupper() or not match.group()[-1].isalnum()
    if kind in ("told", "passed") and house(name).named and any(fold(w) in words_of("station") for w in name.split()):
        return True
    return kind == "told" and _HOST.match(name.lower()) is not None and name.index(".") >= LEAST_HOST


def _credits(document: Document) -> Iterator[Notice]:
    """Lines that are nothing but a credit, and a title that ends in another outlet's name or host."""
    lines = [x.strip() for x in document.text.splitlines() if x.strip()]
    for line in dict.fromkeys([*lines[:HEAD], *lines[-FOOT:]]):
        label, colon, rest = line.partition(":")
        if colon and label.strip() in words_of("label") and 1 < len(rest.strip()) <= LONGEST:
            yield Notice(rest.strip(), "article", rest.strip(), None)
        elif len(line) <= LONGEST and (m := _partner().search(line)):
            name = m.group(1) or m.group(2)
            yield Notice(name, "article", name, None)
        elif line in words_of("credit") or (len(line) <= LONGEST and line != document.title and known_outlet(line)):
            yield Notice(line, "article", line, None)
        elif (m := _OPENER.match(line)) and len(line) > LONGEST and (m.group(1).isupper() or known_outlet(m.group(1))):
            yield Notice(m.group(1), "article", m.group(1), None)
        else:
            yield from (Notice(w, "article", w, None) for w in words_of("credit") if w.islower() and w in line)
    tail = (document.title or "").rsplit("|", 1)[-1].strip() if "|" in (document.title or "") else ""
    if tail and (_HOST.match(tail) or known_outlet(tail)):
        yield Notice(outlet_of_host(tail) or tail if _HOST.match(tail) else tail, "article", tail, None)
    if document.byline and (known_outlet(document.byline) or document.byline in words_of("credit")):
        yield Notice(document.byline, "article", document.byline, None)


def _dateline(document: Document) -> Iterator[Notice]:
    """Houses in the dateline of the first paragraphs ("(Velm Post / Norrin Press)"): of the table, or agencies by their name."""
    text, at = document.text, 0
    for line in text.splitlines(keepends=True)[: 2 * HEAD]:
        end = after_dateline(text, Span(at, at + len(line)))
        for m in _INSIDE.finditer(text, at, end):
            for part in _PARTS.split(m.group(1) or m.group(2)):
                name = part.strip()
                agency = document.outlet and end > at and re.fullmatch(NAME, name) and _wire().search(name)
                if known_outlet(name) or agency:
                    yield Notice(name, "article", name, None)
        at += len(line)
