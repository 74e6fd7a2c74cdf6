"""What a denial or a withdrawal speaks of where no telling before it on its own page does: by meaning, name and figure."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import replace
from functools import cache, lru_cache
from itertools import islice

from sayso.assess.acts import FORMAL, NOTHING, act, asserted
from sayso.assess.pile import PASSED_ON, Pile, innermost, own_stance, taken_as
from sayso.assess.polarity import reversed_
from sayso.assess.wording import WORD, akin, capitals, likeness, particular, stem, stop, subject
from sayso.lexicon import vocabulary
from sayso.lexicon.senses import senses as by_stem
from sayso.lexicon.tables import rows
from sayso.model import Span, Statement
from sayso.text.normal import fold, trunk, unelided
from sayso.text.normal import stem as first_letters
from sayso.text.sentences import paragraphs, sentences

# "the rumours on social networks that the harbour master had been dismissed": what is denied stands behind "that".
RUMOUR = re.compile(
    rf"\b{vocabulary.one_of('tellings', 'rumour', 'allegation', 'suggestion', 'story', 'idea')}\b[^.;]{{0,40}}?\b(?:that|of)\s",
    re.IGNORECASE,
)
# "Press reports that the line will move are incorrect": what is reported is denied by the one who speaks here.
INCORRECT = re.compile(
    rf"\W{{0,3}}(?:are|is|was|were)\s(?:\w+\s){{0,2}}?(?:"
    rf"{vocabulary.one_of('tellings', 'incorrect')}|(?:an? )?(?:\w+ )?{vocabulary.one_of('tellings', 'a lie')})\b"
)
ROLE = vocabulary.pattern("tellings", "role")
# What is said to have been done: "that vaccination had been suspended".
DONE = re.compile(
    r"\b(?:had|has|have|was|were|is|are|been|being|would|could|did|will)\s(?:\w+ly\s|been\s|be\s|not\s)*(\w+)", re.IGNORECASE
)
ENOUGH, PAIR, LONE = 0.6, 2, 3  # shares and counts of the denied meanings that a telling must have; own choices
NEGATION = vocabulary.words("light_words", "denied")


@cache
def senses() -> dict[str, str]:
    """Words of all languages and the first sense they have."""
    out: dict[str, str] = {}
    for row in rows("senses"):
        for w in str(row["words"]).split():
            out.setdefault(w.casefold(), f"={row['sense']}")
    return out


@cache
def little() -> frozenset[str]:
    """Function words and auxiliaries of all languages."""
    found = [row["words"] for row in rows("function_words")]
    found += [row["words"] for row in rows("grammar") if row["class"] == "auxiliary" and row["lang"] != "en"]
    return frozenset(w for words in found for w in str(words).split())


def sense_of(word: str, language: str | None) -> str | None:
    """The sense of a word: by its form, by that without a plural's ending, and in other languages by its first letters."""
    found = senses().get(word) or senses().get(stem(word))
    rest = word
    while found is None and len(rest) > 3 and "\u0600" <= word[0] <= "\u06ff" and _LED.match(rest):
        rest = rest[1:]
        found = senses().get(rest)
    if found is None and language != "en" and (known := by_stem(abroad=True).get(first_letters(word))) is not None:
        return f"={known}"
    return found


_ENDING = re.compile(r"(?<=...)[aeiouyąęóаеиоуыэюяєіїαεηιουως]+\Z")
_LED = re.compile(r"[وفبلكسيتنأا]")  # what may stand before an Arabic noun or verb: "and", "by", "he", "they"


def root(word: str) -> str:
    """The first letters of a word without accents and the vowels it ends on: "młyn" and "młyna" are one."""
    plain = fold(word)
    return trunk(_ENDING.sub("", plain) if len(plain) <= ENDED else plain)


ENDED = 12  # letters up to which an ending may reach into the first letters; a hostile word is as long as it likes


ONE = {"=prison": "=arrest"}  # "detained" and "arrested"


@lru_cache(maxsize=16384)
def meanings(text: str, language: str | None) -> frozenset[str]:
    """Senses of the content words, and the stems or first letters of those without one."""
    skip = stop() if language == "en" else little()
    words = [unelided(w.casefold()) for w in WORD.findall(text)]
    words = [w for w in words if w not in skip and w not in NEGATION and len(w) > 2 and stem(w) not in FORMAL]
    return frozenset(
        ONE.get(found, found) if (found := sense_of(w, language)) else stem(w) if language == "en" else root(w) for w in words
    )


def done_to(told: str, language: str | None) -> frozenset[str]:
    """The meanings of what is said to have been done, where an auxiliary shows it."""
    return frozenset().union(*(meanings(m.group(1), language) for m in DONE.finditer(told))) if language == "en" else frozenset()


def beyond(pile: Pile, s: Statement, party: frozenset[str], *, firm: bool) -> tuple[Statement, ...]:
    """The telling that a denial speaks of, on its own page or another: the one with most of what is denied, and a name of it."""
    told = asserted(pile, s)
    hit = RUMOUR.search(told)
    told = told[hit.end() :] if hit else told
    words = meanings(told, pile.documents[s.document].language)
    if not words or (firm and ROLE.search(told)):
        return ()  # who denies a role in it does not deny that it was
    if len(words) <= PAIR and not firm and (one := lone(pile, s, told, words)):
        return one
    ranked = sorted(
        scored(pile, s, told, words, party, firm), key=lambda t: (-t[0], t[1].document != s.document, t[1].span, t[1].id)
    )
    return (ranked[0][1],) if ranked else ()


# "There is no evidence", "no comment", "no sign": what is not there is nothing that anybody told.
ABSTRACT = vocabulary.words("light_words", "abstract")


VERB = re.compile(r"\b(?:is|are|was|were|been|had|has|have)\b", re.IGNORECASE)


NO_THING = re.compile(r"\b(?:no|never an?|not an?|without an?)\s(?:\w+\s){0,2}?\w+", re.IGNORECASE)


def lone(pile: Pile, s: Statement, told: str, words: frozenset[str]) -> tuple[Statement, ...]:
    """What "There is no fine" turns round: the one claim on other pages that has this thing and affirms it."""
    if VERB.search(told) is None:
        return ()  # "No fight": an answer to a question that is not on the page
    none = {stem(w) for m in NO_THING.finditer(told) for w in WORD.findall(m.group())}
    things = frozenset(w for w in words & none if len(w) > PAIR + 1 and w not in ABSTRACT and not w.startswith("="))
    if not things:
        return ()
    a_thing = re.compile(
        rf"\b(?:an?|the|his|her|their|its|this|that|with|of)\s(?:\w+\s)?(?:{'|'.join(map(re.escape, sorted(things)))})", re.I
    )
    found = [
        x
        for x in pile.statements.values()
        if x.document != s.document
        and own_stance(x) in ("assert", "report")
        and not pile.headline(x)
        and things & meanings(pile.told(x), pile.documents[x.document].language)
        and act(pile, x) is None
        and not pile.later(x.document, s.document)
        and NOTHING.search(pile.told(x)) is None
        and a_thing.search(pile.told(x)) is not None
        and reversed_(told, pile.told(x)) is not None
    ]
    claims = {pile.claim_of.get(x.id) for x in found}
    return tuple(sorted(found, key=lambda x: (x.document, x.span))[:1]) if len(claims) == 1 and None not in claims else ()


def scored(
    pile: Pile, s: Statement, told: str, words: frozenset[str], party: frozenset[str], firm: bool
) -> Iterator[tuple[float, Statement]]:
    """Tellings that a denial may speak of, with how much of it they hold."""
    names = capitals(told) | particular(party)
    done = done_to(told, pile.documents[s.document].language)
    for x in pile.statements.values():
        here = x.document == s.document
        if own_stance(x) not in PASSED_ON or (here and x.span.end > s.span.start) or x.id == s.id:
            continue
        text = pile.text(x)
        shared = words & meanings(text, pile.documents[x.document].language)
        if not shared or 2 * len(shared) < len(words) or pile.furniture_holds(x) or pile.headline(x):
            continue
        named = akin(names, capitals(text))
        acts = words - names  # "a deal with the Harbour Guild" is not denied of all that the guild did
        if firm and not here and done and not done & shared:
            continue
        either = " nor " in told and not firm  # of what was neither done nor the other, one may have been told
        if acts and len(acts & shared) < (0.5 if either or (named and not firm) else ENOUGH) * len(acts):
            continue
        fits = len(shared) >= max(LONE, ENOUGH * len(words)) or (
            named and len(shared) >= (1 if here and len(words) <= PAIR else PAIR)
        )
        if not fits or act(pile, x) is not None or one_source(pile, x, s):
            continue
        turned = reversed_(told, pile.told(x)) is not None
        denied_twice = NOTHING.search(pile.told(x)) is not None  # who denies a deal denies nobody who tells of none
        if (not firm and not turned) or denied_twice or pile.later(x.document, s.document):
            continue
        yield len(shared) + 0.5 * named, x


def one_source(pile: Pile, a: Statement, b: Statement) -> bool:
    """Whether two statements come from one party, the page itself included."""
    x, y = innermost(a), innermost(b)
    if x is None or y is None:
        return a.document == b.document and x is y
    return pile.same_party(x, y)


def called_wrong(pile: Pile, document: str) -> Iterator[tuple[Statement, tuple[Statement, ...]]]:
    """Reports that a page calls incorrect in the words directly behind them, as its own denial, with the tellings denied."""
    text = pile.documents[document].text
    for s in pile.by_document[document]:
        hit = INCORRECT.match(text, s.span.end, s.span.end + 60) if own_stance(s) in ("report", "assert", "doubt", "deny") else None
        if hit is None or len(s.chain) < 2:
            continue
        claim = pile.claim_by_id.get(pile.claim_of.get(s.id, ""))
        others = (
            [x for x in pile.tellings(claim) if x.document != document and own_stance(x) in ("report", "assert")] if claim else []
        )
        first: dict[str, Statement] = {}
        for x in sorted(others, key=lambda x: (pile.headline(x), x.document, x.span)):
            first.setdefault(x.document, x)
        said = replace(s, chain=s.chain[:1], stance="deny", span=Span(s.span.start, hit.end()))
        yield said, (s, *sorted(first.values(), key=lambda x: (x.document, x.span))[:2])


STOP = re.compile(r"[.!?؟\n]")


def by_verdict(pile: Pile, document: str, answered: Collection[str]) -> Iterator[tuple[Statement, tuple[Statement, ...]]]:
    """What a page tells and calls untrue at another place, as its own denial: once a page.

    Of several tellings the one that most other pages have; one that no other page has counts where it is somebody's ("a woman says
    in a recording that …. It is false.") and nothing else is denied there. ``answered`` are tellings that a reply of the page
    already speaks of: their claims are denied there as it is.
    """
    page = pile.documents[document]
    done = {pile.claim_of.get(x) for x in answered}
    best: tuple[int, Statement, Span] | None = None
    for s in pile.by_document[document]:
        claim = pile.claim_by_id.get(pile.claim_of.get(s.id, ""))
        if s.verdict is None or s.stance != "deny" or claim is None or claim.id in done or pile.headline(s):
            continue
        others = len({x.document for x in pile.tellings(claim) if x.document != document and taken_as(x) in PASSED_ON})
        apart = page.text[
            min(s.span.end, s.verdict.end) : max(s.span.start, s.verdict.start)
        ]  # "papers falsely said" judges nothing
        lone = not answered and innermost(s) is not None and STOP.search(apart) is not None
        if (others or lone) and (best is None or others > best[0]):
            best = (others, s, s.verdict)
    if best is None:
        return
    _, s, where = best
    told = (x for p in paragraphs(page.text) if p.overlaps(where) for x in sentences(page.text, p, page.language))
    row = next((x for x in told if x.overlaps(where)), where)
    yield replace(s, chain=s.chain[:1], cue=None, span=row, content=(row,), verdict=None, said=None), (s,)


def set_against(pile: Pile, s: Statement) -> tuple[Statement, ...]:
    """What the page that calls a telling untrue has in its place ("the recording shows that …"), the first such telling."""
    if s.verdict is None or s.stance != "deny":
        return ()
    right = (x for x in pile.by_document[s.document] if x.stance == "correct" and x.verdict == s.verdict)
    return tuple(islice(right, 1))


def own_account(pile: Pile, s: Statement, told: Statement) -> tuple[Statement, ...]:
    """What the one who denies tells of the matter beside the denial ("No drone struck it. A spark set it on fire").

    Within two tellings of it, by the same party, with a word of what is denied, or within four with a figure of the same things.
    Another's telling beside a denial is mostly no account of the denier's, however many words the two share.
    """
    row = [x for x in pile.by_document[s.document] if not pile.furniture_holds(x) and not pile.headline(x)]
    at = next((n for n, x in enumerate(row) if x.id == s.id), len(row))
    denied = subject(pile.told(told)) - FORMAL
    ranked = [
        (-len(denied & subject(pile.told(x))), abs(n - at), n, x)
        for n, x in enumerate(row)
        if 0 < abs(n - at) <= (2 * BESIDE if counts_alike(told, x) else BESIDE)
        and x.id != told.id
        and not x.span.overlaps(s.span)
        and own_stance(x) in (*PASSED_ON, "correct")
        and (one_source(pile, x, s) or on_own_paper(pile, x, s))
        and (denied & subject(pile.told(x)) or counts_alike(told, x))
    ]
    return tuple(x for *_, x in sorted(ranked, key=lambda t: t[:3])[:1])


def counts_alike(a: Statement, b: Statement) -> bool:
    """Whether two tellings have figures of one unit."""
    return bool({q.unit for q in a.quantities if q.unit} & {q.unit for q in b.quantities})


def on_own_paper(pile: Pile, x: Statement, s: Statement) -> bool:
    """Whether a page is the paper of the one who speaks, and lets somebody of its own speak, or nobody.

    Where the page itself denies, its own account is what it tells by itself or by a paper that it cites.
    """
    link, party = innermost(x), innermost(s)
    if party is None and s.stance == "deny":
        return link is None or link.kind == "document"
    if party is None or party.name is None or not (link is None or link.kind in ("person", "official")):
        return False
    return akin(capitals(party.name), capitals(pile.outlet(s.document)))


BESIDE = 2  # tellings on either side of a denial in which its party's own account may stand; own choice
OLD = re.compile(
    r"\b(?:instead of|not|rather than|from|wrongly|given as|figure of)\s(?:(?:the|its|their|an?|earlier|about|around)\s){0,2}$",
    re.IGNORECASE,
)


def figure_elsewhere(pile: Pile, s: Statement) -> tuple[Statement, ...]:
    """The earliest telling on another page with a figure that is taken back, of the same thing by name or claim."""
    text = pile.documents[s.document].text
    figures = {
        (q.low, q.high) for q in s.quantities if OLD.search(text[max(s.span.start, q.span.start - 30) : q.span.start])
    }  # what a figure was corrected to is what nobody else had
    names = particular(capitals(pile.text(s)))
    found = [
        x
        for x in pile.statements.values()
        if x.document != s.document
        and figures & {(q.low, q.high) for q in x.quantities}
        and own_stance(x) in ("assert", "report")
        and not pile.headline(x)
        and not pile.furniture_holds(x)
        and not pile.later(x.document, s.document)
        and act(pile, x) is None
        and likeness(pile.text(x), pile.text(s)) < ENOUGH
        and (names & particular(capitals(pile.text(x))) or pile.claim_of.get(x.id) == pile.claim_of.get(s.id))
    ]
    key = {
        x.id: (str(p.start) if (p := pile.documents[x.document].published) and p.start else "9", x.document, x.span) for x in found
    }
    return tuple(sorted(found, key=lambda x: key[x.id])[:1])


def teller(pile: Pile, s: Statement) -> str:
    """Who gives a telling, or the outlet."""
    link = innermost(s)
    return (link.name if link is not None else None) or pile.outlet(s.document)
