"""What kind of source somebody is, from all that a page says of him: a kind is the person's, not the phrase's.

"Ida Volk, the harbour master" makes "Volk" an official everywhere on the page. Mentions of one party (one surname, one role noun)
are gathered; what titles, appositions and predicates of the whole page say of it, own voice included, is weighed together with the
analyzer's opinion of each mention (resources/kind_weights.yml), and all mentions get the kind that comes out.
"""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from functools import cache
from typing import get_args

from sayso.contracts import Attributed
from sayso.extract.antecedents import person_before
from sayso.extract.names import cleaned, spelled
from sayso.extract.persons import FIRST, POSTS, apart, gender, personal, proper
from sayso.extract.posts import BODIES, Page, all_classes
from sayso.lexicon import vocabulary
from sayso.lexicon.outlets import outlet_kind
from sayso.lexicon.posts import classes, plural
from sayso.lexicon.roles import head
from sayso.lexicon.tables import rows
from sayso.lexicon.words import words
from sayso.model import SourceKind, Span
from sayso.text.tokens import Token, tokens

KINDS: tuple[SourceKind, ...] = get_args(SourceKind)
FLOOR = 0.005  # what an analyzer's silence about a kind stands for; 0.02 to 0.08 made no difference
_WITHHELD = vocabulary.pattern("tellings", "name withheld")
_SUBJECT = {"his": "he", "him": "he", "her": "she"}
_PRONOUNS = frozenset("i you he she it we they me him her us them my your his its our their who".split())
_CALLED = ("cause", "faith", "feed", "world")  # read from a body's whole phrase: "the Rivers Union, a pressure group"
_PRESS = re.compile(r"\b(?:report|publish|wrote|writes|quot|broadcast|carri|cit|air|print)\w*\b", re.IGNORECASE)
_SHOWS = re.compile(r"\b(?:show|read|reveal|state|conclud|found|record|list|suggest|indicat)\w*\b", re.IGNORECASE)


@dataclass
class Party:
    """Mentions that mean one party, and the evidence for its kind."""

    mentions: list[int] = field(default_factory=list)
    weights: dict[str, float] = field(default_factory=dict)
    total: float = 0.0
    evidence: set[str] = field(default_factory=set)


def settled(text: str, found: Sequence[Attributed]) -> list[Attributed]:
    """The attributions with one kind for all mentions of a party; an analyzer's without leanings are left as they are."""
    kinds: dict[int, SourceKind] = {}
    for party in parties(text, found):
        kind = decided(party)
        kinds.update((n, kind) for n in party.mentions)
    return [replace(a, kind=kinds[n]) if n in kinds else a for n, a in enumerate(found)]


def parties(text: str, found: Sequence[Attributed]) -> list[Party]:
    """Everybody to whom the analyzer credits words, in the order of their first mention."""
    phrases = {n: p for n, a in enumerate(found) if a.source and a.leanings and (p := _phrase(text, a.source))}
    phrases |= _meant(text, found, phrases)
    several = _namesakes(list(phrases.values()))
    page = Page(text)
    out: dict[tuple[str, ...], Party] = {}
    keys = {n: _key(p, several) for n, p in phrases.items()}
    listed = list(phrases.values())
    longer = _called(listed) | _longer(list(keys.values()), listed) | _taken_up(list(keys.values()), listed)
    for n, phrase in phrases.items():
        party = out.setdefault(longer.get(keys[n], keys[n]), Party())
        party.mentions.append(n)
        weight = 2.0 if len(phrase) > 1 else 1.0
        given = dict(found[n].leanings)
        for kind in KINDS:
            party.weights[kind] = party.weights.get(kind, 0.0) + weight * math.log(max(given.get(kind, 0.0), FLOOR))
        party.total += weight
        party.evidence |= _said(page, found[n], phrase)
    for key, party in out.items():
        if key[0] == "name":
            party.evidence |= page.of_name(key[1:])
    return list(out.values())


def decided(party: Party) -> SourceKind:
    """The kind for which most speaks."""
    return max(KINDS, key=lambda k: (score(party, k), -KINDS.index(k)))


def score(party: Party, kind: SourceKind) -> float:
    """The analyzer's mean log probability of a kind and the weights of what the page says."""
    table = weights()
    own = party.weights.get(kind, 0.0) / party.total if party.total else 0.0
    return table["analyzer"].get("all", 1.0) * own + sum(table[e].get(kind, 0.0) for e in sorted(party.evidence) if e in table)


@cache
def weights() -> dict[str, dict[str, float]]:
    """Evidence to kind to weight, in natural log odds."""
    return {r["evidence"]: r["weights"] for r in rows("kind_weights")}


def _phrase(text: str, span: Span) -> list[Token]:
    """The words of a mention; none for a pronoun, which the cast resolves."""
    inner = cleaned(text, span)
    listed = [t for t in tokens(text, inner.start, inner.end) if t.word or t.text in ",(–—"]
    return [] if len(listed) == 1 and listed[0].low in words("en", "pronoun") | _PRONOUNS else listed


def _meant(text: str, found: Sequence[Attributed], phrases: dict[int, list[Token]]) -> dict[int, list[Token]]:
    """Whom "he" and "she" mean, where the words before name somebody: what the page says of him counts."""
    known = {name[-1].low: gender([p]) for p in phrases.values() if (name := personal(p))}
    out = {}
    for n, a in enumerate(found):
        low = _SUBJECT.get(low := a.source.of(text).lower(), low) if a.source and a.leanings else ""
        if n not in phrases and low in ("he", "she") and a.source:
            out[n] = person_before(text, a.source.start, low, known)
    return {n: name for n, name in out.items() if name}


def _namesakes(phrases: Sequence[list[Token]]) -> frozenset[str]:
    """Surnames that two parties of the page share."""
    firsts: dict[str, set[str]] = {}
    for p in phrases:
        name = personal(p)
        if len(name) > 1:
            firsts.setdefault(name[-1].low, set()).add(name[0].low)
    return frozenset(s for s, names in firsts.items() if len(names) > 1)


def _key(phrase: Sequence[Token], several: frozenset[str]) -> tuple[str, ...]:
    name = personal(phrase)
    if name:
        return ("name", name[-1].low, name[0].low) if name[-1].low in several and len(name) > 1 else ("name", name[-1].low)
    first = [t for t in head(list(phrase)) if t.word]
    posts = [t for t in first if classes(t) & POSTS]
    content = tuple(t.low for t in first if t.low not in FIRST)
    if posts and posts[-1] is first[-1]:
        return ("role", first[-1].low, *content[:-1], *(t.low for t in phrase[len(first) :] if t.word))
    return ("body", *(t.low for t in phrase if t.word and t.low not in FIRST))


def _called(phrases: Sequence[Sequence[Token]]) -> dict[tuple[str, ...], tuple[str, ...]]:
    """Persons called by a first name alone to the one person of the page whose first name it is and nobody's surname."""
    full = {(name[0].low, name[-1].low) for p in phrases if len(name := personal(p)) > 1}
    firsts, lasts = [f for f, _ in full], {s for _, s in full}
    return {("name", f): ("name", s) for f, s in sorted(full) if firsts.count(f) == 1 and f not in lasts}


def _longer(keys: Sequence[tuple[str, ...]], phrases: Sequence[Sequence[Token]]) -> dict[tuple[str, ...], tuple[str, ...]]:
    """Bodies named short ("the institute", "the OSO") to the one body of the page whose fuller name that is."""
    bodies = sorted({k for k in keys if k[0] == "body" and len(k) > 2})
    letters = {k: "".join(t.low[0] for t in p if t.capital and t.low not in FIRST) for k, p in zip(keys, phrases, strict=True)}
    out: dict[tuple[str, ...], tuple[str, ...]] = {}
    for key, phrase in sorted(zip(keys, phrases, strict=True), key=lambda x: x[0]):
        if len(key) != 2:
            continue
        short = phrase[-1].text.isupper() and len(phrase[-1].text) > 2
        fits = [
            b for b in bodies if (letters.get(b) == key[1] or key[1] in b[1:] if short else key[0] == "body" and key[1] in b[1:])
        ]
        if len(fits) == 1 and (short or phrase[0].low in FIRST):
            out[key] = fits[0]
    return out


def _taken_up(keys: Sequence[tuple[str, ...]], phrases: Sequence[Sequence[Token]]) -> dict[tuple[str, ...], tuple[str, ...]]:
    """Roles taken up short ("the engineer") to the one party of the page brought on with that noun ("an engineer at the dam")."""
    fuller = {k for k in keys if k[0] == "role" and len(k) > 2}
    short = {
        k for k, p in zip(keys, phrases, strict=True) if k[0] == "role" and len(k) == 2 and p[0].low in ("the", "this", "that")
    }
    fits = {k: sorted(f for f in fuller if f[1] == k[1]) for k in sorted(short)}
    return {k: f[0] for k, f in fits.items() if len(f) == 1}


def _said(page: Page, a: Attributed, phrase: Sequence[Token]) -> set[str]:
    """What one mention says by itself."""
    assert a.source is not None
    text = page.text
    name = spelled(text, cleaned(text, a.source))
    person = personal(phrase)
    posts = set().union(*(page.post(part) for part in apart(phrase, person)))
    out = _shape(phrase, person)
    if person:
        out |= posts
    else:
        out |= {f"{s}_{e}" for e in posts for s in ("plural", "one") if s in out} or {f"own_{e}" for e in posts}
        out |= {"own_arms"} if "arms" in posts else set()
    out |= _called_by(phrase, bool(posts)) if not person else set()
    if _WITHHELD.search(text, max(0, a.source.start - 200), min(len(text), a.source.end + 200)) and not person:
        out.add("formula")
    cue = a.cue.of(text) if a.cue else ""
    out |= {"cites"} if a.via else set()
    out |= {"press"} if _PRESS.search(cue) else set()
    out |= {"shows"} if _SHOWS.search(cue) else set()
    return out | ({"masthead"} if outlet_kind(name) else set())


def _called_by(phrase: Sequence[Token], post: bool) -> set[str]:
    """What the noun of a body and the words before it say."""
    first = [t for t in head(list(phrase)) if t.word]
    if not first:
        return set()
    noun = next((n for n in range(len(first) - 1, -1, -1) if classes(first[n]) or not first[n].capital), len(first) - 1)
    last, early = classes(first[noun]), all_classes(first[:noun])
    news = "wire" in last and "news" in early
    own = first[max((i + 1 for i, t in enumerate(first) if t.text.endswith(("'s", "’s"))), default=0) :]
    said = [t for t in phrase if (t in own or t not in first) and not (t.capital and "sheet" in classes(t))]  # "the Orv Post"
    called = {c for c in _CALLED if not post and c in all_classes(said)}
    if called & {"faith", "world"} or any(t.low.rstrip("'s’") == "un" for t in first):
        return called | {"world"} - ({"world"} if "faith" in called else set())  # its council or office is no state's
    out = called | ({"news_agency"} if news else {f"last_{c}" for c in sorted(BODIES) if c in last})
    out |= {"state_body"} if "body" in last and early & {"state", "public"} and not news else set()
    return out | ({"service_body"} if "body" in last and "service" in all_classes(phrase) and not news else set())


def _shape(phrase: Sequence[Token], person: Sequence[Token]) -> set[str]:
    if person:
        return (
            {"named_full" if len(person) > 1 else "named_short"}
            | ({"capitals"} if all(t.text.isupper() and len(t.text) > 3 for t in person) else set())
            | ({"honorific"} if any("honorific" in classes(t) for t in phrase[:3]) else set())
        )
    first = head(list(phrase))
    if any(plural(t) for t in first[-1:]) or phrase[0].low in ("two", "three", "several", "many", "some", "other"):
        return {"plural"}
    if phrase[0].low in ("a", "an", "one", "another"):
        return {"one"}
    return {"definite" if phrase[0].low in FIRST else "bare", *(("proper",) if proper(phrase) else ())}
