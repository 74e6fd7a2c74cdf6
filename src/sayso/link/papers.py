"""Texts without an outlet that a page names: papers it has seen, studies and where they are published, pictures on a platform.

And the text in which a speaker said something: "in its communiqué No. 9", "in a notice to millers".
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from sayso.lexicon.notices import NAME, any_of, words_of
from sayso.lexicon.senses import function_words
from sayso.link.houses import Houses
from sayso.link.notices import Notice
from sayso.model import Document, Reading, Span, Statement
from sayso.text.normal import fold, words
from sayso.text.sentences import about

# Words before a paper's noun that name it ("a leaked draft report"), and code points between the paper and who has seen it.
MOST_NAMING, NEAR = 4, 80
# Code points around a telling in which "in a letter to …" may stand.
AROUND = 80
_IN_WHICH = re.compile(r"(?<!\w)(?i:in|via|through|by)[ ](?:[a-z]+[ ]){1,3}\Z")
_NUMBER = r"(?:[ ](?:No\.|no\.|Nr\.|nº|№|#)[ ]?\d{1,6})?"


@cache
def _paper() -> re.Pattern[str]:
    """The noun of a paper, with what numbers it or says whose it is."""
    return re.compile(rf"(?<!\w)(?i:{any_of('paper')})(?!\w){_NUMBER}(?:[ ](?:of|by|from|de|du|del|di|von)[ ](?:the[ ])?{NAME})?")


@cache
def _has_seen() -> re.Pattern[str]:
    """Who has seen something, before it: "the Courier has seen the report", "we have obtained a copy of the letter"."""
    return re.compile(
        rf"(?<!\w)(?:(?i:{any_of('us')})|({NAME}))[ ](?:has[ ]|have[ ]|had[ ])?{any_of('saw')}[ ](?:a[ ]copy[ ]of[ ])?"
    )


@cache
def _seen_by() -> re.Pattern[str]:
    """Who has seen something, behind it: "a letter seen by the Courier", "el informe al que ha tenido acceso El Correo"."""
    who = rf"(?:the[ ]|The[ ])?(?:(?i:{any_of('us')})(?!\w)|({NAME}))"
    has = rf"(?:has[ ]|have[ ]|had[ ])?{any_of('holds')}"
    return re.compile(rf"(?:{any_of('seen by')}[ ]{who}|(?:a[ ]copy[ ])?of[ ]which[ ]{who}[ ]{has}(?!\w))")


@cache
def _journal() -> re.Pattern[str]:
    told = (
        rf"{any_of('printed')}[ ](?:[\w-]+[ ]){{0,3}}?(?:in|on)[ ](?:the[ ])?(?:[a-z-]+[ ]){{0,2}}?{any_of('journal')}[ ]({NAME})"
    )
    return re.compile(rf"\b{told}")


@cache
def _shown() -> re.Pattern[str]:
    """A picture or a post, and the platform on which it was put or spread: "a clip viewed two million times on TikTok"."""
    return re.compile(
        rf"\b({any_of('picture')})(?:,|[ ])[^.;:\n]{{0,30}}?\b{any_of('spread')}\b[^.;:\n]{{0,40}}?[ ](?:on|to|via|in)[ ]"
        rf"(?:the[ ]|a[ ])?({any_of('site')})\b"
    )


@cache
def _handed_over() -> re.Pattern[str]:
    """Who let the newsroom have a paper: "A miller has shown us an e-mail"."""
    return re.compile(
        rf"(?P<who>(?:[\w’'-]+[ ]){{1,5}}?)(?:has[ ]|have[ ]|had[ ])?{any_of('shows')}[ ](?:us|(?i:{any_of('us')}))[ ]"
        rf"(?:(?:a|an|the|his|her|their|two|three)[ ])?(?:[a-z-]+[ ]){{0,2}}?(?=(?i:{any_of('paper')})(?!\w))"
    )


@cache
def _worked_on() -> re.Pattern[str]:
    """A picture that the newsroom has worked on itself: "a radar image … examined by our graphics desk"."""
    own = rf"(?:(?i:{any_of('us')})(?!\w)|our(?:[ ][a-z]+){{1,3}})"
    return re.compile(rf"\b((?:[a-z]+[ ])?{any_of('picture')})\b[^.;:\n]{{0,60}}?[ ]{any_of('taken up')}[ ]{own}")


@cache
def _recordings() -> dict[str, str]:
    return dict(w.split(":") for w in words_of("recording"))


@cache
def _going_round() -> re.Pattern[str]:
    """A recording on a platform, in other languages, in either order: "Circula por WhatsApp un audio"."""
    what = r"(?<!\w)(?:" + "|".join(map(re.escape, sorted(_recordings(), key=len, reverse=True))) + r")(?!\w)"
    here, gap = rf"(?:{any_of('site')}|{any_of('social')})(?!\w)", r"[^.;:\n]{0,30}?(?<!\w)"
    one, other = rf"(?P<site>{here}){gap}(?P<what>{what})", rf"(?P<first>{what}){gap}(?P<then>{here})"
    goes = rf"(?<!\w)(?i:{any_of('goes round')})(?!\w)"
    return re.compile(rf"{goes}{gap}(?:{one}|{other})|(?P<known>{what}){gap}{goes}{gap}(?P<there>{here})")


@cache
def _shared() -> re.Pattern[str]:
    """Pictures that went about, where no platform is named: "the pictures, shared half a million times"."""
    return re.compile(
        rf"\b({any_of('picture')})(?:[ ](?:of|from|showing)[ ][^.,;:\n]{{2,40}}?)?,?[ ](?:(?:that|which)[ ](?:was|were)[ ])?"
        rf"{any_of('spread')}\b[^.,;:\n]{{0,40}}?[ ]{any_of('crowd')}\b"
    )


@cache
def _handle() -> re.Pattern[str]:
    """Who posts under a handle: "the account @dustylens", "Image: X/@dustylens"."""
    account, site = rf"(?<!\w)(?i:{any_of('account')})[ ](?:[\w-]+[ ]){{0,2}}", rf"(?<!\w){any_of('site')}[ ]?/[ ]?"
    return re.compile(rf"(?:{account}|{site})(@\w{{3,30}}(?:\.\w{{1,30}})*)")


@cache
def _issued() -> re.Pattern[str]:
    """A paper and whose it is, where it is the paper that tells: "the Norrin Union's second report has 58"."""
    paper = rf"{any_of('paper')}{_NUMBER}"
    return re.compile(rf"({NAME}[’']s?[ ](?:[a-z-]+[ ]){{0,2}}{paper})[ ](?:also[ ]|had[ ]|has[ ])?{any_of('puts')}(?!\w)")


@cache
def _got() -> re.Pattern[str]:
    """Whose pictures or data a newsroom has: "We bought three images from the satellite company Orbiskop"."""
    return re.compile(
        rf"(?<!\w)(?i:{any_of('us')})[ ](?:has[ ]|have[ ]|had[ ])?{any_of('got')}[ ][^.,;:\n]{{2,40}}?[ ]from[ ](?:the[ ]|a[ ])?"
        rf"(?:[a-z-]+[ ]){{0,3}}({NAME})"
    )


@cache
def _on_site() -> re.Pattern[str]:
    """A post that is called by its platform: "the WhatsApp message from a man", "a TikTok clip"."""
    return re.compile(rf"(?<!\w)({any_of('site')}[ -](?:{any_of('picture')}|{any_of('post')}|upload|story))(?!\w)")


def papers(reading: Reading, houses: Houses) -> list[Notice]:
    """All such texts that the page names, in the order of their places."""
    document = reading.document
    found = [*_seen(reading, houses), *_elsewhere(document)]
    found = [n for n in found if n.span and not any(f.span.overlaps(n.span) for f in document.furniture)]
    return sorted([*found, *_itself(document), *_handles(document)])


def _seen(reading: Reading, houses: Houses) -> Iterator[Notice]:
    text = reading.document.text
    for m in _has_seen().finditer(text):
        end = about(text, Span(*m.span()), NEAR).end
        if not _ours(reading, houses, m) or not (paper := _paper().search(text, m.end(), end)):
            continue
        lead = [w.text for w in words(text, m.end(), paper.start())]
        if len(lead) <= MOST_NAMING + 1 and not re.search(r"[,;:]", text[m.end() : paper.start()]):
            yield _notice(Span(m.start(), paper.end()), _named(text, m.end(), paper))
    for m in _handed_over().finditer(text):
        paper = _paper().search(text, m.end())
        if paper and not _passed_on(reading, m.start()):
            yield _notice(Span(m.start(), paper.end()), f"{paper.group()} of {_without_article(m['who'])}")
    for m in (m for form in (_worked_on(), _got(), _issued()) for m in form.finditer(text)):
        if not _passed_on(reading, m.start()) and not houses.own(reading.document.id, m.group(1)):
            yield _notice(Span(*m.span()), m.group(1))
    for m in _seen_by().finditer(text):
        if not _ours(reading, houses, m):
            continue
        start = about(text, Span(*m.span()), NEAR).start
        met = list(_paper().finditer(text, start, m.start()))
        if met:
            yield _notice(Span(met[-1].start(), m.end()), _named(text, start, met[-1]))


@cache
def _version() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?i:{any_of('version')})(?!\w)")


def of_itself(name: str) -> bool:
    """Whether what is named is this page in another form ("the first version of this article", "this version")."""
    return _version().search(name) is not None or fold(name) in words_of("this form")


def _itself(document: Document) -> Iterator[Notice]:
    """What the page was before it was corrected, wherever its note stands."""
    if m := _version().search(document.text):
        name = f"earlier {document.outlet.removeprefix('The ')} report" if document.outlet else "earlier version of the page"
        yield Notice(name, "document", name, Span(*m.span()))


def _handles(document: Document) -> Iterator[Notice]:
    """The handles under which somebody posted what the page shows, the credits of its pictures among them."""
    for m in _handle().finditer(document.text):
        shown = [f.kind for f in document.furniture if f.span.overlaps(Span(*m.span()))]
        if all(kind in ("caption", "credit") for kind in shown):
            yield Notice(f"{m.group(1)} post", "post", m.group(1), Span(*m.span()))


def _elsewhere(document: Document) -> Iterator[Notice]:
    for m in _going_round().finditer(document.text):
        place = m["site"] or m["then"] or m["there"]
        where = f"on {place if place in words_of('site') else 'social media'}"
        name = f"{_recordings()[m['what'] or m['first'] or m['known']]} {where}"
        yield Notice(name, "post", name, Span(*m.span()))
    shown = {Span(*m.span()): f"{m.group(1)} on {m.group(2)}" for m in _shown().finditer(document.text)}
    for m in (m for m in _shared().finditer(document.text) if not any(s.overlaps(Span(*m.span())) for s in shown)):
        name = f"{m.group(1)} shared online"
        yield Notice(name, "post", name, Span(*m.span()))
    for m in _on_site().finditer(document.text):
        if _IN_WHICH.search(document.text, max(0, m.start() - AROUND), m.start()):
            continue  # the text of whoever speaks there
        yield Notice(m.group(1), "post", m.group(1), Span(*m.span()))
    for m in _journal().finditer(document.text):
        yield Notice(m.group(1), "article", m.group(1), Span(*m.span()))
    for span, name in shown.items():
        yield Notice(name, "post", name, span)


def _without_article(who: str) -> str:
    return re.sub(r"^(?:(?i:a|an|the|one)[ ])", "", who.strip())


def _notice(span: Span, name: str) -> Notice:
    return Notice(name, "document", name, span)


def _ours(reading: Reading, houses: Houses, m: re.Match[str]) -> bool:
    """Whether it is this page that has seen something: under its house's name, or as "we", if nobody else says so."""
    if name := next((g for g in m.groups() if g), None):
        return houses.own(reading.document.id, name)
    return not _passed_on(reading, m.start())


def _passed_on(reading: Reading, at: int) -> bool:
    """Whether a place lies in what the page has from somebody."""
    return any(c.start <= at < c.end for s in reading.statements if len(s.chain) > 1 for c in s.content)


def _named(text: str, start: int, paper: re.Match[str]) -> str:
    """The paper's noun with the words before it that name it, up to an article, a preposition or a comma."""
    lead = list(words(text, start, paper.start()))[-MOST_NAMING:]
    at = paper.start()
    for word in reversed(lead):
        between = text[word.span.end : at]
        if between.strip() or fold(word.text) in function_words() or word.numeric:
            break
        at = word.span.start
    return " ".join(text[at : paper.end()].split())


@cache
def _said_in() -> re.Pattern[str]:
    """A text in which somebody speaks: "in its communiqué No. 9", "dans un communiqué", "em nota"."""
    of = rf"(?<!\w)(?i:{any_of('in a')})[ ](?:[^\W\d_A-Z]{{2,12}}[ ]){{0,2}}?"
    return re.compile(rf"{of}((?i:{any_of('notice')})(?!\w){_NUMBER}|(?i:{any_of('plain')})(?!\w))")


def said_in(statement: Statement, document: Document) -> str | None:
    """The noun of the text in which the speaker of a telling says it, as the words around what is told give it."""
    text = document.text
    for m in _said_in().finditer(text, *about(text, statement.span, AROUND)):
        if not any(c.overlaps(Span(*m.span(1))) for c in statement.content):
            noun = " ".join(m.group(1).split())
            english = dict(w.split(":") for w in words_of("in english")).get(noun, noun)
            return "statement" if fold(noun) in map(fold, words_of("plain")) else english
    said = [at.end for at in (statement.chain[-1].span, statement.cue) if at]
    posted = _posted().match(text, max(said)) if said else None
    return "post" if posted and not any(c.overlaps(Span(*posted.span(1))) for c in statement.content) else None


@cache
def _posted() -> re.Pattern[str]:
    """Where somebody wrote, directly behind who wrote: "wrote Ida Volk on social media", "Ida Volk schrieb auf Facebook"."""
    own = r"(?:(?:his|her|their|its|the|o|a|las|as|les|den|i|seinem|ihrem|su|sus|seu|son|sa)[ ])?"
    return re.compile(rf",?[ ](?:on|en|em|no|nas|auf|in|sur|su|w|na|в|у|op|di)[ ]{own}(?:[a-z]+[ ])?({any_of('social')})(?!\w)")
