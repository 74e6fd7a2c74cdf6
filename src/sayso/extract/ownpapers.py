"""A body's own paper: on a press release the ministry speaks, and what the page tells in its own voice the ministry tells.

A news page is the reteller of what it tells. A body's page is the body's word: it is the innermost source there, whether a
sentence says so ("The Authority regrets …") or not ("Four were hurt."). Findings that nobody is named for are its own, too.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cache
from itertools import takewhile

from sayso.extract.cast import Cast
from sayso.extract.members import Member
from sayso.lexicon import vocabulary
from sayso.lexicon.bodies import body_nouns, names_body, reports
from sayso.lexicon.notices import any_of, calls_paper, heads_paper, words_of
from sayso.lexicon.outlets import outlet_kind
from sayso.lexicon.roles import kind_of, role_of
from sayso.model import HOUSES, ChainLink, Document, SourceKind, Statement
from sayso.text.tokens import Token, tokens

HEAD = 4
"""Lines at the top among which stands what a body's paper is called (a choice; a letterhead is looked for in as many)."""
BEFORE = 40
"""Code points before a cue in which stand the findings that have no other teller."""
_OF = frozenset("of the de del della di do da des der du la le el von".split())
_LETTERS = re.compile(r"[^\W\d_]+")
_PARTS = re.compile(r"\s[-–—|·]\s")
_EITHER = vocabulary.pattern("tellings", "house or body")
_BODIES = frozenset({"government", "ngo", "armed_group", "organization"})
_FINDINGS = vocabulary.pattern("tellings", "own findings")


def issuer(document: Document) -> SourceKind | None:
    """The kind of the body whose own paper a page is; None where the page is a house's that reports.

    Its name says that it is a body's ("Orle Safety Office") and the text speaks of it, or the page is called a paper of its house
    and speaks of it by name: "Courts Today" and "Tribunales al Día" are papers.
    """
    name = document.outlet
    if not name or outlet_kind(name) in HOUSES or reports(name) or ("." in name and " " not in name):
        return None
    if (not names_body(name) or _EITHER.search(name) or not _speaks_of(document, name)) and not _called(document, name):
        return None
    language = (document.language or "en").split("-")[0]
    kind = kind_of(name, None, None, language)
    return kind if kind in ("government", "ngo", "armed_group") else "organization"


def _speaks_of(document: Document, name: str) -> bool:
    """Whether a text has the name of its house, if only above it, or "the ministry" where that is what it is."""
    nouns = "|".join(re.escape(w) for w in body_nouns(name))
    itself = bool(nouns) and re.search(rf"\bthe (?:{nouns})\b", document.text, re.IGNORECASE) is not None
    return itself or name.casefold() in document.text.casefold()


def _called(document: Document, name: str) -> bool:
    """Whether a line of a page's head calls it a press release or the like, and the text names its house, told nothing there."""
    lines = [x.strip() for x in document.text.splitlines() if x.strip()]
    paper = any(calls_paper(part) or heads_paper(part) for x in lines[:HEAD] for part in _PARTS.split(x))
    said = re.search(rf"(?<![\w@])(?<!told )(?<!to ){re.escape(name)}(?!\w)", document.text)
    return paper and said is not None


def speaker(document: Document) -> str | None:
    """Who speaks, where a page is headed as somebody's speech and says "I": "Remarks by Minister Ida Volk on the weir"."""
    text, language = document.text, (document.language or "en").split("-")[0]
    for line in [x.strip() for x in text.splitlines() if x.strip()][:HEAD]:
        line_end = text.index(line) + len(line)
        if m := _speech().match(line):
            found = tokens(line, m.end())
            stop = next((n for n, t in enumerate(found) if not _of_a_name(t, language)), len(found))
            name = list(takewhile(lambda t: t.capital and not role_of(t, language), reversed(found[:stop])))
            own = frozenset(words_of("speaks of himself"))
            if len(name) > 1 and any(w in own for t in tokens(text, line_end) for w in _LETTERS.findall(t.low)):
                return line[found[0].start : found[stop - 1].end]
    return None


def _of_a_name(token: Token, language: str) -> bool:
    """Whether a word may stand in a name with a post: "the Mayor of Orle, Ida Volk"."""
    return token.capital or token.text == "," or token.low in _OF or role_of(token, language) is not None


@cache
def _speech() -> re.Pattern[str]:
    return re.compile(rf"(?i){any_of('speech')}(?!\w)[ \u00a0]?")


def issued(document: Document, cast: Cast, statements: Sequence[Statement]) -> list[Statement]:
    """The statements with the body as their source where nobody else is, on its own paper."""
    if name := speaker(document):
        one = cast.find(name, opinion="official")
        return [_credited(document, cast, one, s) for s in statements]
    kind = issuer(document)
    if kind is None or document.outlet is None:
        return list(statements)
    own = [m for m in cast.members if m.kind in _BODIES and cast.own(m.name)]
    body = next((m for m in own if m.kind == kind), next(iter(own), None))
    if body is None:
        body = Member(document.outlet, kind, first=f"{len(cast.members)} {document.outlet}")
        cast.members.append(body)
    body.aliases |= {body.name, document.outlet}
    body.name = document.outlet  # "The ministry" is the one of the letterhead
    return [_credited(document, cast, body, s) for s in statements]


def _credited(document: Document, cast: Cast, body: Member, s: Statement) -> Statement:
    """The statement as the body's, unless somebody else is named for it."""
    last = s.chain[-1]
    own = last.source == cast.id_of(body) or _findings(document.text, s)
    if len(s.chain) > 2 or (len(s.chain) == 2 and not own):
        return s
    link = ChainLink(body.name, body.kind, cast.id_of(body), last.span)
    stance = "assert" if s.stance == "report" else s.stance
    return replace(s, chain=(s.chain[0], link), stance=stance)


def _findings(text: str, s: Statement) -> bool:
    """Whether nobody else is named for what findings say: "First findings indicate C", "Our count shows C".

    A hedge within what is told ("by armed men, allegedly smugglers") is the body's, too.
    """
    last = s.chain[-1]
    if last.kind == "document" and (last.name or "").lower().startswith("our "):
        return True
    if last.name is not None or s.cue is None:
        return False
    if len(s.content) > 1 and s.content[0].end <= s.cue.start and s.cue.end <= s.content[-1].start:
        return True
    begin = max(text.rfind("\n", 0, s.cue.start) + 1, s.cue.start - BEFORE)
    told = s.content[0].start
    return _FINDINGS.search(text, begin, told if s.cue.end <= told <= s.cue.end + BEFORE else s.cue.end) is not None
