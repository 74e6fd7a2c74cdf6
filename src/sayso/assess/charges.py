"""What a denial speaks of that no like words tell: by the claim it repeats, by an outlet that it names, or by who is accused.

Asked last, when nothing told on the page or elsewhere holds what is denied (``denials``, ``beyond``).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from sayso.assess.acts import DENIES, NOTHING, WRONG, act, english
from sayso.assess.bearings import VAGUE_NOUN
from sayso.assess.beyond import ROLE, RUMOUR, done_to, meanings, one_source
from sayso.assess.cuewords import found, has
from sayso.assess.pile import Pile, own_stance
from sayso.assess.wording import akin, capitals, common_names, name_words, same_name, stem, stems
from sayso.lexicon import vocabulary
from sayso.model import Statement
from sayso.text.normal import trunk, trunks

# "denied any role", "rejected the accusation that its drones …": the one who denies is the one who is accused.
CHARGED = vocabulary.pattern("tellings", "charged")
APART = vocabulary.pattern("tellings", "tied")  # two things, neither of them denied
SHARED = 2  # meanings that the one telling of a rumour has; own choice
HALF = 0.5  # the same where what is said to have been done is shared; own choice
PART = 0.6  # and its share of them; as in beyond.py


def charged(pile: Pile, s: Statement, party: frozenset[str]) -> tuple[Statement, ...]:
    """The telling that a denial speaks of, on its own page or another."""
    if APART.search(pile.text(s)):
        return ()
    out: tuple[Statement, ...] = ()
    if ROLE.search(pile.text(s)) is None:  # who denies a role in it does not deny that it was
        out = repeated(pile, s) or retold(pile, s) or of_outlet(pile, s, around(pile, s), houses_in(pile, s))
    return out or accusing(pile, s, party) or (led_with(pile, s) if VAGUE_NOUN.search(pile.told(s)) else ())


def around(pile: Pile, s: Statement) -> str:
    """What a reply says with what its page says next to it."""
    said = pile.by_document[s.document]
    at = next(n for n, x in enumerate(said) if x.id == s.id)
    return " ".join(pile.told(x) for x in said[max(0, at - SHARED) : at + SHARED + 1])


def ahead(pile: Pile, s: Statement) -> str:
    """What a reply says with what its paragraph goes on to say: how a report was put right stands behind the word that it was."""
    said, text = pile.by_document[s.document], pile.documents[s.document].text
    end = text.find("\n", s.span.end)
    row = [x for x in said if s.span.end <= x.span.start and (end < 0 or x.span.end <= end)]
    return " ".join([pile.text(s), *(pile.text(x) for x in row[:SHARED])])


def tellers(pile: Pile, s: Statement, others: Sequence[Statement]) -> tuple[Statement, ...]:
    """Those that tell what another party denies, no later than it: the first of each page, texts before headlines."""
    fits = [
        x
        for x in others
        if x.id != s.id
        and own_stance(x) in ("assert", "report", "doubt")
        and act(pile, x) is None
        and not pile.furniture_holds(x)
        and not one_source(pile, x, s)
        and not pile.later(x.document, s.document)
        and NOTHING.search(pile.told(x)) is None
        and WRONG.search(pile.text(x)) is None
    ]
    first: dict[str, Statement] = {}
    for x in sorted(fits, key=lambda x: (pile.headline(x), x.document, x.span)):
        first.setdefault(x.document, x)
    return tuple(sorted(first.values(), key=lambda x: (x.document == s.document, x.document, x.span)))


def repeated(pile: Pile, s: Statement) -> tuple[Statement, ...]:
    """What a denial repeats within itself ("rejects the account that the door was broken"), as other pages tell it in one claim."""
    inside = [x for x in pile.by_document[s.document] if x.id != s.id and s.span.holds(x.span) and x.span.start > s.span.start]
    for x in (*inside, s):
        claim = pile.claim_by_id.get(pile.claim_of.get(x.id, ""))
        others = [y for y in pile.tellings(claim) if y.document != s.document] if claim is not None else []
        here = pile.documents[s.document].language
        least = {y.id: SHARED if pile.documents[y.document].language == here else 1 for y in others}  # link has compared the rest
        alike = [y for y in others if len(shared(pile, s, pile.told(s), y)) >= least[y.id]]
        if out := tellers(pile, s, alike)[:1]:
            return out
    return ()


def shared(pile: Pile, s: Statement, told: str, x: Statement) -> frozenset[str]:
    """The meanings that two tellings have in common; across languages by sense or by their first letters."""
    here, there = pile.documents[s.document].language, pile.documents[x.document].language
    a, b = meanings(told, here), meanings(pile.told(x), there)
    if here == there:
        return a & b
    cut = [frozenset(w if w.startswith("=") else trunk(w) for w in row) for row in (a, b)]
    return cut[0] & cut[1]


VERDICT = re.compile(
    rf"\s(?:(?:is|are|was|were|as)\s)?(?:\w+ly\s)?{WRONG.pattern}", re.IGNORECASE
)  # "… had been dismissed entirely false"


def retold(pile: Pile, s: Statement) -> tuple[Statement, ...]:
    """The telling, in whatever language, that has most of what is denied: three in five of its meanings.

    Two meanings are enough of what "rumours that the mayor had been dismissed" says was told, three of what is merely denied.
    """
    hit = RUMOUR.search(pile.told(s))
    told = VERDICT.split(pile.told(s)[hit.end() :])[0] if hit else denied_words(pile.told(s))
    language = pile.documents[s.document].language
    names = capitals(told) | trunks(capitals(told))
    words = meanings(told, language)
    if len(words) < SHARED or not governed(pile, s):
        return ()
    acts = frozenset() if hit else done_to(told, language)
    least = SHARED if hit or len(words) == SHARED else SHARED + 1
    ranked = []
    for x in candidates(pile, words):
        both = shared(pile, s, told, x)
        plain = len(words - names)
        if len(both) >= least and len(both - names) >= (HALF if acts & both else PART) * plain and (not acts or acts & both):
            ranked.append((-len(both), len(pile.told(x)), x.document, x.span, x))
    best = [x for *_, x in sorted(ranked, key=lambda t: t[:-1])]
    return next((out for x in best if (out := tellers(pile, s, (x,)))), ())


def governed(pile: Pile, s: Statement) -> bool:
    """Whether what is told is what is denied: not "denied the report and vowed that it kept the rules"."""
    cue = pile.words(s.document, s.cue) if s.cue is not None else ""
    told = pile.told(s)
    return (
        not english(pile, s)
        or has("denial", cue)
        or DENIES.search(cue) is not None
        or WRONG.search(cue) is not None
        or has("denial", told)
        or WRONG.search(told) is not None
        or NOTHING.search(told) is not None
    )


def denied_words(told: str) -> str:
    """What stands behind the words of a denial: "we can rule out that the well was fouled"."""
    spots = found("denial", told)
    rest = told[spots[-1].end :] if spots else ""
    return rest if len(meanings(rest, "en")) >= SHARED else told


A_REPORT = vocabulary.pattern("tellings", "report", "story", "article", "post", "release")  # what an outlet is named for


def houses_in(pile: Pile, s: Statement, *, own: bool = False) -> list[str]:
    """The other pages of the pile, none later, whose outlet is named in a reply.

    The outlet is not the one who replies, unless it takes back its ``own`` report.
    """
    text = pile.text(s)
    capital = capitals(text)
    return [
        d
        for d in sorted(pile.documents)
        if d != s.document
        and (name := pile.documents[d].outlet)
        and (house_in(name, text, capital) or (own and any(name.startswith(f"{x} ") for x in NAMED.findall(text))))
        and (own or not any(same_name(name, k.name or "") for k in s.chain))
        and not pile.later(d, s.document)
    ]


NAMED = re.compile(r"(?!The\s)[A-Z][\w’'-]+(?:\s[A-Z][\w’'-]+)+")  # two words and more of a house with a longer name


def of_outlet(pile: Pile, s: Statement, told: str, pages: Sequence[str], *, least: int = 0) -> tuple[Statement, ...]:
    """What one of some pages tells with most of the words of a reply."""
    text = pile.text(s)
    back = least > 0  # a report that is withdrawn may have been a denial; nobody denies one
    stances = ("assert", "report", "doubt", *(("deny",) if back else ()))
    acts = (None, *(("denied",) if back else ()))
    ranked = []
    for d in pages:
        said = [x for x in pile.by_document[d] if not pile.headline(x) and own_stance(x) in stances and not pile.furniture_holds(x)]
        rows = [(-len(shared(pile, s, told, x)), n, x.document, x) for n, x in enumerate(said) if act(pile, x) in acts]
        ranked += [row for row in rows if -row[0] >= least and (row[0] < 0 or A_REPORT.search(text))]
    return tuple(x for *_, x in sorted(ranked, key=lambda t: t[:-1])[:1])


def led_with(pile: Pile, s: Statement) -> tuple[Statement, ...]:
    """What the page of an outlet whose "allegations" a denial speaks of leads with: its first telling that names the denier."""
    own = frozenset(w for k in s.chain[1:] for w in name_words(k.name or ""))
    told = (x for d in houses_in(pile, s) for x in tellers(pile, s, [y for y in pile.by_document[d] if names(pile, y, own)]))
    return tuple(told)[:1]


def names(pile: Pile, x: Statement, own: frozenset[str]) -> bool:
    """Whether a text, no headline, names a party by a word of its name that not every second one has."""
    return not pile.headline(x) and bool((own - common_names()) & capitals(pile.told(x)))


def house_in(name: str, text: str, capital: frozenset[str]) -> bool:
    """Whether an outlet is named in a passage, by its whole name without "the"."""
    words = [w for w in name.split() if w.casefold() != "the"]
    return (
        len(" ".join(words)) > SHORTEST + 1
        and frozenset(map(stem, words)) <= capital
        and " ".join(words).casefold() in text.casefold()
    )


def candidates(pile: Pile, words: frozenset[str]) -> Iterator[Statement]:
    """Tellings that have one of some meanings, in a fixed order."""
    index: dict[str, list[Statement]] = pile.memory.setdefault(("by meaning", ""), {})
    if not index:
        for x in (pile.statements[i] for i in sorted(pile.statements)):
            language = pile.documents[x.document].language
            for w in meanings(pile.told(x), language):
                index.setdefault(w if w.startswith("=") else trunk(w), []).append(x)
    seen: set[str] = set()
    for w in sorted({w if w.startswith("=") else trunk(w) for w in words}):
        row = index.get(w, [])
        for x in row if len(row) <= MANY else []:
            if x.id not in seen:
                seen.add(x.id)
                yield x


MANY = 400  # tellings with one meaning beyond which it ties nothing; as COMMON in pile.py


def accusing(pile: Pile, s: Statement, party: frozenset[str]) -> tuple[Statement, ...]:
    """The telling by another that names the one who denies and has a word of what is denied; its own page first."""
    told = pile.told(s)
    own = frozenset(w for k in s.chain[1:] for w in name_words(k.name or "")) | party
    named = frozenset(w for w in own - common_names() if len(w) > SHORTEST) or frozenset(w for w in own if len(w) > SHORTEST)
    hit = RUMOUR.search(told)
    told = told[hit.end() :] if hit else told
    words = meanings(told, pile.documents[s.document].language)
    if not named or (english(pile, s) and not CHARGED.search(pile.text(s))):
        return ()
    ranked = []
    for x in candidates(pile, words):
        if not akin(named, capitals(pile.told(x))) and not named & capitals(pile.told(x)):
            continue
        if (persons := PERSON.findall(pile.text(s))) and not any(stem(w) in stems(pile.text(x)) for w in persons):
            continue
        both = shared(pile, s, told, x) - trunks(capitals(pile.told(x))) - capitals(pile.told(x))
        if both:
            ranked.append((x.document != s.document, -len(both), pile.headline(x), x.document, x.span, x))
    best = [x for *_, x in sorted(ranked, key=lambda t: t[:-1])]
    return next((out for x in best if (out := tellers(pile, s, (x,)))), ())


PERSON = re.compile(r"\b[A-Z][\w’'-]+\s([A-Z][\w’'-]+)")  # whom the denied words name by two names
SHORTEST = 3  # letters of a name below which it is in every second word
