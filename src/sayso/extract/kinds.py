"""What kind of source somebody is, from all that a page says of him: a kind is the person's, not the phrase's.

"Ida Volk, the harbour master" makes "Volk" an official everywhere on the page. Mentions of one party (one surname, one role noun)
are gathered; what titles, appositions and predicates of the whole page say of it, own voice included, is weighed together with the
analyzer's opinion of each mention (resources/kind_weights.yml), and all mentions get the kind that comes out.
"""

from __future__ import annotations

import math
import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from functools import cache

from sayso.contracts import Attributed
from sayso.extract.antecedents import person_before
from sayso.extract.names import cleaned, spelled
from sayso.extract.persons import FIRST, POSTS, apart, gender, personal, proper
from sayso.lexicon.outlets import outlet_kind
from sayso.lexicon.posts import classes, plural
from sayso.lexicon.roles import head
from sayso.lexicon.tables import rows
from sayso.lexicon.words import words
from sayso.model import SourceKind, Span
from sayso.text.tokens import Token, tokens

KINDS: tuple[SourceKind, ...] = (
    "person", "official", "organization", "government", "armed_group", "agency", "outlet", "ngo", "document", "social", "anonymous",
    "group", "unnamed",
)  # fmt: skip
FLOOR = 0.005  # what an analyzer's silence about a kind stands for; 0.02 to 0.08 made no difference
TITLE, APPOSITION, PREDICATE = 5, 12, 8  # words read before a name, after its comma, after "X is"
_FORMULA = re.compile(
    r"\b(?:anonym\w+|not (?:to )?be (?:named|identified|quoted by name)|(?:name|identity) (?:was |be |is )?(?:withheld|changed)"
    r"|without being named|not (?:want|wish) (?:to be named|\w+ names?)|not authori[sz]ed to|on background|kept? \w+ names?"
    r"|(?:declined|refused|unwilling) to (?:be named|give \w+ names?)|gave (?:no|only (?:his|her|their|a) (?:first )?) ?name)\b",
    re.IGNORECASE,
)
_SUBJECT = {"his": "he", "him": "he", "her": "she"}
_THEIRS = frozenset("its his her their our my your".split())
_PRONOUNS = frozenset("i you he she it we they me him her us them my your his its our their who".split())
_IS = frozenset("is was are were became remains".split())
THINGS = frozenset("public private body arms wire sheet faith cause feed".split())
OWNER = 90
OWNERS = frozenset("public private body arms wire sheet faith cause".split())
_STOPS = frozenset(',;:.()–—!?"“”')
_BODIES = frozenset({"body", "wire", "sheet", "private", "public"})
_CALLED = ("cause", "faith", "feed", "world")  # read from a body's whole phrase: "the Rivers Union, a pressure group"
_PRESS = re.compile(r"\b(?:report|publish|wrote|writes|quot|broadcast|carri|cit|air|print)\w*\b", re.IGNORECASE)
_SHOWS = re.compile(r"\b(?:show|read|reveal|state|conclud|found|record|list|suggest|indicat)\w*\b", re.IGNORECASE)
_SEAT = re.compile(
    r"[A-Z][\w.’'-]*(?:[ -](?:[A-Z][\w.’'-]*|and|of|the))*[,;–-] ?[A-Z]"
)  # "(Progressive, Glen and Isles)", "(R-Utah)"


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
    longer = _called(list(phrases.values())) | _longer(list(keys.values()), list(phrases.values()))
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


def _all(listed: Sequence[Token]) -> frozenset[str]:
    return frozenset().union(*(classes(t) for t in listed)) if listed else frozenset()


def _post(listed: Sequence[Token]) -> set[str]:
    """What a title, an apposition or a predicate says: the post by its head noun, the body by the rest."""
    small = words("en", "preposition")
    cut = next((i for i, t in enumerate(listed) if i and t.low in small), len(listed))
    front = listed[:cut]
    held = [t for t in front if classes(t) & POSTS and "honorific" not in classes(t)]
    out = {"arms"} if "arms" in _all(listed) else set()
    if not held or (classes(front[-1]) & _BODIES and not classes(front[-1]) & POSTS):
        return out  # "the official news agency" holds no office
    noun = held[-1]
    if any("ended" in classes(t) for t in front):
        return out | {"ended"}
    post = next(p for p in ("office", "chief", "mouth", "expert", "trade") if p in classes(noun))
    if post == "office":
        return out | {"office"}
    return out | {f"{post}{b}" for b in _body([t for t in listed if t is not noun], noun)}


def _body(others: Sequence[Token], noun: Token) -> list[str]:
    """Where a post is held: in a state's body, in a private one, in one known by name alone, or the page does not say."""
    every = _all(others)
    if {"state", "body"} <= every:
        every = (every | {"public"}) - {"private"}  # "the National Forecast Service", "the State Institute of Statistics"
    every = every | {"public"} if "service" in every and not every & {"private", "public"} else every
    out = [f"_{b}" for b in ("public", "private", "portfolio") if b in every]
    if "office" in every or ("state" in every and "public" not in every and "private" not in every):
        out.append("_office")
    if out:
        return out
    if "body" in every:
        return ["_body"]
    if any(t.capital and t.low not in FIRST and not classes(t) and t.start < noun.start for t in others):
        return ["_of_name"]
    return ["_theirs"] if any(t.low in _THEIRS for t in others) else [""]


def _run(page: Sequence[Token], i: int, step: int, limit: int) -> list[Token]:
    """Words from ``i`` on in one direction, up to a mark."""
    out: list[Token] = []
    while 0 <= i < len(page) and len(out) < limit and page[i].text not in _STOPS:
        out.append(page[i])
        i += step
    return out if step > 0 else out[::-1]


def _title(page: Sequence[Token], i: int, limit: int) -> list[Token]:
    """The words of a title that ends at ``i``: back to a mark or to a word that belongs to no noun phrase."""
    run = _run(page, i, -1, limit)
    small = words("en", "preposition") | words("en", "clause") | words("en", "auxiliary")
    verbs = [n for n, t in enumerate(run) if t.low in small or (not t.capital and t.low.endswith("ed") and not classes(t))]
    return run[verbs[-1] + 1 :] if verbs else run


class Page:
    """The words of a page and where each stands, to ask what the page says of a name or of a role noun."""

    def __init__(self, text: str) -> None:
        """Read the whole page once."""
        self.text, self.words = text, tokens(text)
        self.places: dict[str, list[int]] = {}
        for i, t in enumerate(self.words):
            self.places.setdefault(t.low, []).append(i)

    def of_name(self, name: Sequence[str]) -> set[str]:
        """What stands round the mentions of a name: surname, and the first name where two on the page share it."""
        out: set[str] = set()
        full = False
        for i in self.places.get(name[0], ()):
            if not self.words[i].capital:
                continue
            first = self._first(i)
            run = self.words[first:i]
            if len(name) > 1 and not any(t.low == name[1] for t in run):
                continue
            full = full or any(len(t.text) > 1 for t in run)
            out |= self._before(first) | self._after(i)
        return out if full else out | {"never_full"}

    def owned(self, listed: Sequence[Token]) -> list[Token]:
        """The words with the body for "its" and "their"."""
        return [w for t in listed for w in ((self._owner(t) or [t]) if t.low in ("its", "their") else [t])]

    def _owner(self, its: Token) -> list[Token]:
        """The body that the sentence before "its" begins with, or the one before that."""
        end = bisect_left([t.start for t in self.words], its.start)
        quoted = False
        sentence: list[int] = []
        sentences = 0
        for i in range(end - 1, max(-1, end - OWNER), -1):
            t = self.words[i]
            if t.text in "“”":
                quoted = t.text == "”"
            elif (not quoted and t.text in ".!?" and sentence) or i == 0:
                got = self._first_body(sentence[::-1])
                sentences += 1
                if got or sentences == 3:
                    return got
                sentence = []
            elif not quoted:
                sentence.append(i)
        return self._first_body(sentence[::-1])

    def _first_body(self, sentence: Sequence[int]) -> list[Token]:
        for i in sentence:
            c = classes(self.words[i])
            if c & OWNERS and not c & POSTS:
                j = i
                while j + 1 < len(self.words) and classes(self.words[j + 1]) & OWNERS and self.words[j + 1].word:
                    j += 1
                return [t for t in [*_title(self.words, i, TITLE), *self.words[i + 1 : j + 1]] if t.low not in FIRST]
        return []

    def _first(self, i: int) -> int:
        while i and self._joins(i):
            i -= 1
        return i

    def _joins(self, i: int) -> bool:
        """Whether the word before belongs to the same name."""
        t, now = self.words[i - 1], self.words[i]
        dot = t.text == "." and i > 1 and len(self.words[i - 2].text) == 1
        named = t.word and t.capital and not classes(t) and t.low not in FIRST and not t.text.endswith(("'s", "’s"))
        opens = t.low in words("en", "preposition") | words("en", "clause") | words("en", "pronoun")
        return dot or (named and not opens and now.start - t.end <= 2)

    def _before(self, first: int) -> set[str]:
        """A title or an apposition before a name, honorifics between them."""
        i = first - 1
        while i >= 0 and (
            "honorific" in classes(self.words[i]) or (self.words[i].text == "." and "honorific" in classes(self.words[i - 1]))
        ):
            i -= 1
        if i < 0:
            return set()
        if self.words[i].word:
            held = classes(self.words[i]) & POSTS
            if not held and self.words[i + 1].start - self.words[i].end <= 1:
                return self._office_of(i) or _thing(self.words[i])
            return (
                _post(self.owned(_title(self.words, i, TITLE)))
                if held and self.words[i + 1].start - self.words[i].end <= 1
                else set()
            )
        if self.words[i].text == "." and classes(self.words[i - 1]) & POSTS and len(self.words[i - 1].text) < 6:
            return _post(self.owned(_title(self.words, i - 1, TITLE)))  # "Gov. Rask"
        if self.words[i].text in ",(":
            ahead = _run(self.words, i - 1, -1, APPOSITION)
            at = i - 1 - len(ahead)
            another = at > 0 and self.words[at].text == "," and self.words[at - 1].capital  # "Ola Rask, the mayor, and Ida Volk"
            return _post(self.owned(ahead)) if ahead and not another and (ahead[0].low in FIRST or ahead[0].capital) else set()
        return set()

    def _office_of(self, i: int) -> set[str]:
        """ "Secretary of State Ola Rask", "Director of Supervision, Ola Rask": a title in capitals that ends in what the post is over."""
        j = i
        while j > 1 and (self.words[j].capital or self.words[j].low in ("of", "the", "and", "for")):
            if self.words[j].low == "of" and classes(self.words[j - 1]) & POSTS:
                return _post([*_title(self.words, j - 1, TITLE), *self.words[j : i + 1]])
            j -= 1
        return set()

    def _after(self, i: int) -> set[str]:
        """An apposition, a relative clause, a seat in brackets, "of X" or a predicate after a name."""
        after = self.words[i + 1] if i + 1 < len(self.words) else None
        if after is None:
            return set()
        if after.text == "(" and _SEAT.match(self.text, after.end):
            return {"seat"}
        if after.text in ",(–—":
            behind = _run(self.words, i + 2, 1, APPOSITION)
            if len(behind) == 1 and behind[0].text.isdigit():
                behind = _run(self.words, i + 4, 1, APPOSITION)
            opens = behind and (behind[0].low in FIRST | {"who"} or classes(behind[0]) or behind[0].capital)
            out = _post(self.owned(behind)) | _headed(behind) if opens else set()
            if behind and behind[0].low in ("who", "which", "whose"):
                out.add(behind[0].low)
            if behind and behind[0].low in FIRST and not out:
                out |= _thing(head(behind)[-1])
            return out
        behind = _run(self.words, i + 2, 1, PREDICATE) if after.low in _IS else []
        return _post(self.owned(behind)) if behind and behind[0].low in FIRST else set()


def _thing(noun: Token) -> set[str]:
    c = classes(noun)
    return set() if c & POSTS else {f"called_{x}" for x in c & THINGS}


def _headed(behind: Sequence[Token]) -> set[str]:
    """ "Ola Rask, who heads the port authority": the clause has a body and no noun for the post."""
    heads = {"heads", "leads", "runs", "chairs", "directs", "headed", "led", "oversees", "represents", "commands"}
    if len(behind) < 2 or behind[0].low != "who" or behind[1].low not in heads:
        return set()
    every = _all(behind)
    return {f"chief_{b}" for b in ("public", "private") if b in every} or {"chief"}


def _said(page: Page, a: Attributed, phrase: Sequence[Token]) -> set[str]:
    """What one mention says by itself."""
    assert a.source is not None
    text = page.text
    name = spelled(text, cleaned(text, a.source))
    person = personal(phrase)
    posts = set().union(*(_post(page.owned(part)) for part in apart(phrase, person)))
    out = _shape(phrase, person)
    if person:
        out |= posts
    else:
        out |= {f"{s}_{e}" for e in posts for s in ("plural", "one") if s in out} or {f"own_{e}" for e in posts}
        out |= {"own_arms"} if "arms" in posts else set()
    out |= _called_by(phrase, bool(posts)) if not person else set()
    if _FORMULA.search(text, max(0, a.source.start - 200), min(len(text), a.source.end + 200)) and not person:
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
    last, early = classes(first[noun]), _all(first[:noun])
    news = "wire" in last and "news" in early
    own = first[max((i + 1 for i, t in enumerate(first) if t.text.endswith(("'s", "’s"))), default=0) :]
    said = [t for t in phrase if (t in own or t not in first) and not (t.capital and "sheet" in classes(t))]  # "the Orv Post"
    called = {c for c in _CALLED if not post and c in _all(said)}
    if called & {"faith", "world"} or any(t.low.rstrip("'s’") == "un" for t in first):
        return called | {"world"} - ({"world"} if "faith" in called else set())  # its council or office is no state's
    out = called | ({"news_agency"} if news else {f"last_{c}" for c in sorted(_BODIES) if c in last})
    out |= {"state_body"} if "body" in last and early & {"state", "public"} and not news else set()
    return out | ({"service_body"} if "body" in last and "service" in _all(phrase) and not news else set())


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
