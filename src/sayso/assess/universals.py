"""What "none of its barges sailed" denies: what others tell of such a thing of that party, in whatever verb, on any page.

Who says that there was none of a kind, where others tell of one, denies what they tell, though no word of his calls it untrue and
he may name nobody whom he answers. So does who says that it was nobody, or, in a language whose plain "not" is no stance, that it
is not so: "the army said it had not fired".
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from functools import cache, lru_cache
from itertools import takewhile
from typing import NamedTuple

from sayso.assess.acts import NOTHING, act, asserted
from sayso.assess.bearings import twin
from sayso.assess.beyond import little, meanings, one_source, root
from sayso.assess.casualties import proper_names
from sayso.assess.pile import PASSED_ON, Pile, innermost, own_stance
from sayso.assess.wording import WORD, capitals, stop
from sayso.lexicon import vocabulary
from sayso.lexicon.words import number_words, words
from sayso.model import Statement
from sayso.text.normal import trunk

_ABSTRACT = vocabulary.words("light_words", "abstract")
_ONCE = vocabulary.words("light_words", "once")
_COLOURLESS = vocabulary.words("light_words", "colourless")
_TELLING = _ABSTRACT | {f"={w}" for w in vocabulary.words("light_words", "of tellings")}
_NUMBERED = re.compile(r"\b(?:no|nos)\.?\s?\d", re.IGNORECASE)  # "store No. 3"
# "Не менее 12", "nicht nur": words with a negation that denies nothing.
_EMPTY = re.compile(
    rf"(?<!\w)(?:{vocabulary.bounding(language=None)}|{vocabulary.one_of('light_words', 'denies nothing')})(?!\w)", re.IGNORECASE
)
NOUGHT = ("nought", "none of", "none alone", "without")
_APOSTROPHE = re.compile("['’]")  # "n’a" has its negation before it
LONGEST = 40  # letters of a word; a hostile one has more
UNDER = 6  # words behind a negation in which "any" is under it; own choice
_ENDS = re.compile(r"[,;:.!?]")
_OF_MIND = vocabulary.words("light_words", "of the mind")  # "I couldn't see anything" denies nothing that others saw
REACH = 3  # words of content behind "none" that may be its noun: "no live Tarn barge"; own choice


class _No(NamedTuple):
    """What a telling says there was none of."""

    things: frozenset[str]  # meanings of the noun
    party: frozenset[str]  # of the name of the one who speaks
    told: frozenset[str]  # of all that is told
    names: frozenset[str]  # those of them that are names
    whole: bool = False  # not of one kind of thing, but of all that is told: "it took nobody"
    plain: bool = False  # a denial with no such word

    def abroad(self) -> _No:
        """As it is laid beside a telling in another language: by the words whose sense is known."""
        return self._replace(things=frozenset(w for w in self.things if w.startswith("=")))


def flatly(pile: Pile, document: str, answered: Collection[str]) -> Iterator[tuple[Statement, tuple[Statement, ...]]]:
    """The tellings of a page that say of all of a kind that it is not so, each with what others tell of one."""
    for s in pile.by_document[document]:
        if s.id in answered or innermost(s) is None or pile.headline(s) or pile.furniture_holds(s):
            continue
        if act(pile, s) in (None, "denied") and (no := _none(pile, s)) is not None and (about := _told_of(pile, s, no)):
            yield s, about


def _none(pile: Pile, s: Statement) -> _No | None:
    """What a telling says there was none of, worked out once."""
    if ("none", s.id) not in pile.memory:
        pile.memory["none", s.id] = _read(pile, s)
    found: _No | None = pile.memory["none", s.id]
    return found


def _read(pile: Pile, s: Statement) -> _No | None:
    """What a telling says there was none of; no thing where that is no thing, and no condition ("if no barge comes").

    "It took nobody to the mill" says it of all that is told, and so does a plain denial that names no kind.
    """
    language, told = pile.documents[s.document].language or "en", _NUMBERED.sub(" ", _bare(asserted(pile, s)))
    found = WORD.findall(told)
    small = [w.casefold() for w in found]
    if not words(language, "if").isdisjoint(small) or "?" in told:
        return None
    ends = frozenset(n for n, m in enumerate(WORD.finditer(told)) if _ENDS.match(told, m.end()))
    things = frozenset(_named(found, small, language, ends, denied=own_stance(s) == "deny"))
    alone = not things and _alone(small, language, denied=own_stance(s) == "deny")
    # An English telling with a negation is a denial by its stance.
    plain = act(pile, s) == "denied" or (language != "en" and _negation(small, language))
    whole = alone or (not things and plain)
    link = innermost(s)
    name = (link.name if link is not None else None) or ""
    named = capitals(f"{told[:1].lower()}{told[1:]} {name}") | (capitals(" ".join(found[:1])) & proper_names(pile))
    names = named | _cut(named) | frozenset(map(root, named))
    if whole:
        things = meanings(told, language) - names
    things = frozenset(w for w in things if w not in (_TELLING if whole else _ABSTRACT) and not w.isdigit())
    return _No(things, _matter(name, language), _matter(told, language), names, whole, whole and not alone) if things else None


def _named(found: Sequence[str], small: Sequence[str], language: str, ends: Collection[int], *, denied: bool) -> Iterator[str]:
    """The meanings of the nouns that "none" stands before, "any" behind a negation, or that have it behind them.

    ``ends``: the words behind which a mark stands ("there is no point, obviously"). "No more curse" was one once.
    """
    for n, w in enumerate(small):
        under = denied or _negation(small[max(0, n - UNDER) : n], language)
        if w in words(language, "none of") or (under and w in words(language, "any of")):
            stop_at = next((k for k in range(n + 1, len(found)) if k in ends), len(found)) + 1
            if _ONCE.isdisjoint(small[n + 1 : n + 2]):
                yield from meanings(" ".join(_noun(found[n + 1 : stop_at], language)), language)
        if n and under and w in words(language, "none behind"):
            yield from meanings(found[n - 1], language)


def _alone(small: Sequence[str], language: str, *, denied: bool) -> bool:
    """Whether "nobody" or "nothing" stands in a telling, or "anybody" behind a negation or right before one ("personne ne")."""
    anybody = [n for n in _places(small, words(language, "anybody")) if _OF_MIND.isdisjoint(small[max(0, n - 2) : n])]
    before = (small[max(0, n - UNDER) : n] for n in anybody)
    under = (
        denied or _negation(b, language) or _negation(small[n + 1 : n + 2], language) for n, b in zip(anybody, before, strict=True)
    )
    return bool(_places(small, words(language, "none alone"))) or any(under)


def _places(small: Sequence[str], of: Collection[str]) -> list[int]:
    """Where words of a class stand."""
    return [n for n, w in enumerate(small) if w in of]


def _bare(text: str) -> str:
    """A text without the words by which nothing is denied."""
    return _EMPTY.sub(" ", text)


@cache
def _affixed(language: str) -> re.Pattern[str] | None:
    """Words that are negated in themselves: Turkish "gelmedi", which has it inside, and Persian "نکرد", which begins so."""
    inside, begin = (sorted(words(language, kind)) for kind in ("negated inside", "negated"))
    forms = [rf"\w\w\w*?(?:{'|'.join(inside)})"] * bool(inside) + [rf"(?:{'|'.join(begin)})"] * bool(begin)
    return re.compile("|".join(forms)) if forms else None


def _negation(small: Sequence[str], language: str) -> bool:
    """Whether a negation is among some words, as "n’a" has one."""
    negations, affixed = words(language, "negation"), _affixed(language)
    if affixed is not None and any(len(w) <= LONGEST and affixed.match(w) for w in small):
        return True
    return any(w.endswith(("n't", "n’t")) or w in negations or _APOSTROPHE.split(w)[0] in negations for w in small)


def _noun(behind: Sequence[str], language: str) -> list[str]:
    """The words of content that stand next behind "none", or "none of its"."""
    skip = stop() if language == "en" else little()
    behind = [w for w in behind if w.casefold() not in _COLOURLESS]
    first = next((n for n, w in enumerate(behind) if w.casefold() not in skip), len(behind))
    return list(takewhile(lambda w: w.casefold() not in skip, behind[first : first + REACH])) if first < REACH else []


@lru_cache(maxsize=16384)
def _matter(text: str, language: str | None) -> frozenset[str]:
    """The meanings of a text without numbers, as they compare across languages."""
    kinds = number_words(language).kinds.values()
    count = _cut([w for kind in kinds for w in kind])
    return frozenset(w for w in _cut(meanings(text, language)) - count if not w.isdigit())


def _cut(found: Collection[str]) -> frozenset[str]:
    """Meanings with a sense, and the first letters of the others."""
    return frozenset(w if w.startswith("=") else trunk(w) for w in found)


def _told_of(pile: Pile, s: Statement, no: _No) -> tuple[Statement, ...]:
    """The telling that has the thing and most besides; of equals that of the claim that most pages have."""
    ranked, caseless = [], all(not w[0].isupper() and not w[0].islower() for w in WORD.findall(pile.told(s)))
    for x, other, done in _near(_affirmed(pile), no.things - no.names):
        if one_source(pile, x, s) or x.id == s.id or (x.document == s.document and x.span.overlaps(s.span)):
            continue
        both = (no.told | no.party) & other
        told = no if pile.documents[x.document].language == pile.documents[s.document].language else no.abroad()
        if not _meets(told, done, both, caseless=caseless) or (twin(pile, s, x) and not (no.plain and own_stance(s) != "deny")):
            continue
        claim = pile.claim_by_id.get(pile.claim_of.get(x.id, ""))
        pages = len({y.document for y in pile.tellings(claim)}) if claim is not None else 1
        here = x.document == s.document
        ranked.append((-len(both) - here, -pages, not here, x.document, x.span, x))
    return tuple(r[-1] for r in sorted(ranked, key=lambda r: r[:-1])[:1])


MOST = 2000  # tellings that one denial is laid beside, so that a large pile costs no more for each; own choice


def _near(all_of: Mapping[str, Sequence[_Row]], things: Collection[str]) -> Iterator[_Row]:
    """The tellings that have one of some meanings, from the rarest meaning on, as long as they are not too many."""
    seen: set[str] = set()
    for rows in sorted((all_of.get(w, ()) for w in sorted(things)), key=len):
        if len(seen) + len(rows) > MOST:
            return
        yield from (row for row in rows if row[0].id not in seen)
        seen.update(row[0].id for row in rows)


_Row = tuple[Statement, frozenset[str], frozenset[str]]
"""A telling, the meanings of what it tells, cut to compare, and the whole ones with its verb of telling ("ordered it to")."""


def _affirmed(pile: Pile) -> Mapping[str, Sequence[_Row]]:
    """The tellings of the pile that say that something is so, by each meaning that they have."""
    if ("affirmed", "") not in pile.memory:
        out: dict[str, list[_Row]] = defaultdict(list)
        for x in pile.statements.values():
            if own_stance(x) not in PASSED_ON or pile.headline(x) or pile.furniture_holds(x) or act(pile, x) or _negated(pile, x):
                continue
            language = pile.documents[x.document].language
            other = _matter(pile.told(x), language)
            done = _whole(pile, x)
            for w in done:
                out[w].append((x, other, done))
        pile.memory["affirmed", ""] = out
    found: Mapping[str, Sequence[_Row]] = pile.memory["affirmed", ""]
    return found


def has_thing(pile: Pile, s: Statement, x: Statement) -> bool:
    """Whether a telling has the thing that a flat denial says there was none of."""
    no = _none(pile, s)
    return no is not None and bool(no.things & _whole(pile, x) - no.names)


def _whole(pile: Pile, x: Statement) -> frozenset[str]:
    """The meanings of a telling with its verb, not cut: "personnel" is no "person"."""
    verb = pile.words(x.document, x.cue) if x.cue is not None else ""
    return meanings(f"{pile.told(x)} {verb}", pile.documents[x.document].language)


def _meets(no: _No, done: frozenset[str], both: frozenset[str], *, caseless: bool) -> bool:
    """Whether a telling has the thing, by a word that is no name, and something besides.

    Of all that is told a name must be among what both have, and three in all; of a plain denial more than half of what was done.
    Where no letter is a capital, nobody knows what is a name.
    """
    deed = no.things & done - no.names
    if not no.whole:
        return bool(deed) and bool(both - _cut(no.things))
    most = not no.plain or 2 * len(deed) > len(no.things)
    return bool(deed) and most and (caseless or bool(both & no.names)) and len(both) >= ENOUGH


ENOUGH = 3  # meanings that a telling and a denial of all that is told have in common; own choice


def _negated(pile: Pile, x: Statement) -> bool:
    """Whether a telling says itself that something is not so, or stands in a language whose negations are not known."""
    language, told = pile.documents[x.document].language or "en", pile.told(x)
    found = [w.casefold() for w in WORD.findall(_bare(pile.text(x)))]
    nought = frozenset().union(*(words(language, kind) for kind in NOUGHT))
    return (
        not (words(language, "negation") or _affixed(language))
        or _negation(found, language)
        or not nought.isdisjoint(found)
        or bool(NOTHING.search(told))
    )
