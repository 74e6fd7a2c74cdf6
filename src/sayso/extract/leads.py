"""Who the lead means by "a health official", the headline by "Governor": whoever the next paragraphs name as such.

News says first what somebody is and names him a paragraph later. The two are one where the page withholds no name, the lead's
somebody tells nothing further on, and one alone of those who are named then can be meant. English only.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from sayso.extract.cast import Cast
from sayso.extract.fullnames import presented
from sayso.extract.members import Member
from sayso.extract.mentions import names_in
from sayso.extract.persons import POSTS, personal
from sayso.extract.turns import Sentence
from sayso.lexicon import vocabulary
from sayso.lexicon.posts import classes, plural
from sayso.lexicon.roles import head, role_of
from sayso.model import PERSONS, Document, Statement
from sayso.text.tokens import Token, tokens

REACH = 2
"""Paragraphs behind the lead in which the name stands (own choice)."""
_WITHHELD = vocabulary.pattern("tellings", "name withheld")
_ANY_BODY = vocabulary.words("tellings", "any body")
_BODIES = frozenset({"organization", "ngo", "armed_group"})


def named(document: Document, sentences: Sequence[Sentence], cast: Cast, statements: Sequence[Statement]) -> list[Statement]:
    """The statements, those of the title and the lead with the name of whom they bring on without one."""
    body = [s.paragraph for s in sentences if not s.title]
    if not body or cast.language != "en":
        return list(statements)
    lead = body[0]
    place = {s.id: _paragraph(sentences, s) for s in statements}
    near = [s.span.end for s in sentences if s.paragraph <= lead + REACH]
    if _WITHHELD.search(document.text, 0, max(near)):
        return list(statements)
    members = {cast.id_of(m): m for m in cast.members}
    there = [s for s in statements if lead <= place[s.id] <= lead + REACH and len(s.chain) > 1]
    later = {s.chain[-1].source for s in statements if place[s.id] > lead}
    told = [m for m in (members.get(s.chain[-1].source or "") for s in there) if m is not None]
    out = []
    for s in statements:
        m = members.get(s.chain[-1].source or "") if len(s.chain) > 1 and place[s.id] <= lead else None
        noun = _brought_on(m, place[s.id] < lead) if m is not None and s.chain[-1].source not in later else None
        fits = {id(o): o for o in told if noun and o is not m and _fits(document.text, noun, o)}
        if m is None or len(fits) != 1:
            out.append(s)
            continue
        one = next(iter(fits.values()))
        one.aliases.add(m.name)
        out.append(replace(s, chain=(*s.chain[:-1], replace(s.chain[-1], name=one.name, kind=one.kind, source=cast.id_of(one)))))
    return out


def _paragraph(sentences: Sequence[Sentence], s: Statement) -> int:
    """The paragraph in which a statement stands; -1 for the title."""
    home = next((x for x in sentences if x.span.start <= s.content[0].start < x.span.end), None)
    return -1 if home is None or home.title else home.paragraph


def _brought_on(m: Member, title: bool) -> Token | None:
    """The noun of somebody brought on without a name, one alone: "a health official"; in a title without an article."""
    said = head([t for t in tokens(m.name) if t.word])
    if not said or any(t.capital and role_of(t) is None and not classes(t) for t in said[1:]):
        return None
    noun = said[-1]
    one = said[0].low in ("a", "an") if not title else not plural(noun) and not personal(said)
    known = role_of(noun) is not None or classes(noun)
    return noun if one and known and (role_of(noun) != "anonymous" or noun.low == "official") else None


def _fits(text: str, noun: Token, m: Member) -> bool:
    """Whether somebody with a name may be whom the lead means by a noun."""
    own = [*(t for p in m.phrases() for t in p), *tokens(presented(text, _name(m)))]
    if noun.low in _ANY_BODY and m.kind in _BODIES:
        return len(names_in(m.name)) > 1 and not any("public" in classes(t) for t in own)
    if m.kind not in PERSONS or not any(len(personal(p)) > 1 for p in m.phrases()):
        return False
    if noun.low == "official":
        return any(classes(t) & POSTS and "honorific" not in classes(t) for t in own)
    return noun.low in {t.low for t in own}  # "a nurse with the charity Orle Aid" speaks for "a charity"


def _name(m: Member) -> str:
    """The longest personal name of a member; for a body its own."""
    if m.kind not in PERSONS:
        return m.name
    return " ".join(t.text for t in max((personal(p) for p in m.phrases()), key=len))
