"""How a page goes on with whom it does not name: "both officials", "the two", "one of them" are the two officials who spoke before.

Whoever of two unnamed officials says it, it is from the two of them: no third source has been heard. So is what "the official, who
asked not to be named" goes on to say.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from functools import cache
from typing import NamedTuple

from sayso.extract.epithets import several
from sayso.extract.members import Member
from sayso.lexicon.roles import head, role_of
from sayso.lexicon.tables import rows
from sayso.lexicon.words import words
from sayso.model import HOUSES, SourceKind
from sayso.text.tokens import Token, tokens

LEAST, ENDING = 4, 3
"""Letters of a noun that its forms have in common at least, and of their endings at most: "урядовці", "урядовців" (choices)."""
MOST = 4
"""Words of such a phrase before a relative clause (a choice)."""
_SPEAKERS = frozenset({"official", "anonymous", "person", "group"})
_PERSONS = frozenset({"official", "anonymous", "person"})
_NO_ARTICLE = frozenset({"pl", "ru", "uk", "tr", "ar"})
_PARTICIPLE = re.compile(r"^[^\W\d_A-ZÇĞİÖŞÜ]{2,}[ae]n\Z")
_PLURAL = re.compile(r"(?:ler|lar)(?:i|ı|in|ın|den|dan|e|a)?\Z")
_ELIDED = re.compile(r"^[lL]['’]")
_MARKS = str.maketrans({"’": "'", "‑": "-"})
_APPOSED = re.compile(r"[,(–—]\s?(\w)\w")
_ARTICLE = re.compile(r"^[وف]?ال(?=\w{3})")


_Cast = Callable[[], Iterable[Member]]
"""Who may be meant, whoever was named last first: asked for only where the phrase is such a one."""


class _Forms(NamedTuple):
    """The forms of one language: what opens or ends the phrase, what is the whole of it, words for the noun, and numbers."""

    opening: tuple[str, ...]
    ending: tuple[str, ...]
    alone: frozenset[str]
    them: frozenset[str]
    numbers: tuple[frozenset[str], ...]
    dual: tuple[str, ...]
    same: frozenset[str]
    official: frozenset[str]


@cache
def _forms(language: str) -> _Forms | None:
    row = next((r for r in rows("resumptions") if r["lang"] == language), None)
    if row is None:
        return None

    def listed(key: str) -> tuple[str, ...]:
        return tuple(sorted((w.strip() for w in row.get(key, "").split(",") if w.strip()), key=lambda w: -len(w)))

    numbers = tuple(frozenset(group.split()) for group in row["numbers"].split(",") if group.strip())
    them = frozenset(row["them"].split())
    dual = tuple(row.get("dual", "").split())
    nouns = [frozenset(row.get(k, "").split()) for k in ("same", "official")]
    return _Forms((*listed("all"), *listed("one")), listed("last"), frozenset(listed("alone")), them, numbers, dual, *nouns)


def meant(cast: _Cast, name: str, language: str, opinion: SourceKind | None = None) -> Member | None:
    """Whom of the cast such a phrase means: those of several who were named last, by their noun if it is given, or the one.

    An official becomes anonymous by what the page says of him here ("who asked not to be named"), the analyzer's ``opinion``.
    """
    found = _of_several(cast, name, language) or (_one(cast, name, language) if language != "en" else None)
    if found is not None and opinion == "anonymous" and found.kind == "official":
        found.kind = "anonymous"
    return found


def _one(cast: _Cast, name: str, language: str) -> Member | None:
    """The one without a name whose noun stands alone in a phrase ("Le responsable, qui …"): the last of whom it is told."""
    forms = _forms(language)
    if forms is None or _named(name):
        return None
    small = words(language, "definite") | words(language, "same") | forms.same
    phrase = _phrase(_ELIDED.sub("", name), language)
    said = [t for t in phrase if t.low not in small]
    if len(said) != 1 or (len(phrase) == 1 and language not in _NO_ARTICLE):
        return None
    noun = said[0].low
    last = next((m for m in cast() if m.kind in _PERSONS), None) if noun in forms.official else None
    # Who has a name and spoke since may be meant.
    return last if last is not None and _nameless(last, language) and _has(last, noun) else None


def _nameless(member: Member, language: str) -> bool:
    """Whether somebody is called by a role alone; in German every noun has a capital."""
    found = [t for t in tokens(member.name) if t.word]
    return any(role_of(t, language) for t in found) and (language == "de" or not any(t.capital for t in found[1:]))


def _named(phrase: str) -> bool:
    """Whether a name stands beside: "one of them, Ida Volk"."""
    return any(m[1].isupper() for m in _APPOSED.finditer(phrase))


def _of_several(cast: _Cast, name: str, language: str) -> Member | None:
    """Those of several who were named last, by their noun if it is given."""
    forms = _forms(language)
    low = " ".join(name.lower().translate(_MARKS).split())
    if forms is None:
        return None
    if low in forms.alone:
        return next((m for m in cast() if _several(m, forms)), None)
    rest = _rest(low, forms)
    if rest is None:
        return _again(cast, tokens(low), language, forms)
    phrase = _phrase(rest, language)
    if len(phrase) > MOST or _named(name):
        return None
    said = [t.low for t in phrase if t.low not in forms.them]
    noun = (said[-1] if language == "en" else said[0]) if said else ""
    return next((m for m in cast() if _several(m, forms) and (not noun or _has(m, noun))), None)


def _rest(low: str, forms: _Forms) -> str | None:
    """What stands beside the words that take several up again; None where there are none.

    Where such words may end a phrase, in Turkish, a clause may stand before those that open it ("… istemeyen her iki yetkili").
    """
    low = next((low[low.index(f" {w} ") + 1 :] for w in forms.opening if forms.ending and f" {w} " in low), low)
    for begun in sorted(forms.opening, key=lambda w: -len(w)):
        if low.startswith(begun) and (begun.endswith("'") or low[len(begun) :][:1] in ("", " ")):
            return low[len(begun) :].strip()
    return next((low[: -len(end)].strip() for end in forms.ending if low.endswith(" " + end)), None)


def _again(cast: _Cast, phrase: Sequence[Token], language: str, forms: _Forms) -> Member | None:
    """Several by their number and noun ("два чиновника" after "двое чиновников"), or by an Arabic dual with its article."""
    found = [t.low for t in phrase if t.word]
    if forms.dual and found and _ARTICLE.match(found[0]) and found[0].endswith(forms.dual):
        return next((m for m in cast() if _has(m, found[0]) and _dual(m, forms)), None)
    number = next((g for g in forms.numbers if found and found[0] in g), None) if language in _NO_ARTICLE else None
    if number is None or len(found) != 2:
        return None
    return next((m for m in cast() if number & m.all_words() and _has(m, found[1])), None)


def _phrase(text: str, language: str) -> list[Token]:
    """The words of a phrase up to a preposition, a comma or a relative clause, which in Turkish stands before the noun."""
    found = tokens(text)
    if language == "tr":
        found = found[1 + max((n for n, t in enumerate(found) if n and _PARTICIPLE.search(t.text)), default=-1) :]
    stop = next((n for n, t in enumerate(found) if n and t.low in words(language, "relative")), len(found))
    return [t for t in head(found[:stop]) if t.word]


def _several(member: Member, forms: _Forms) -> bool:
    """Whether somebody is more than one: by number, by the English plural, or as a group."""
    first = next((t.low for t in tokens(member.name) if t.word), "")
    if any(first in g for g in forms.numbers):
        return member.kind not in HOUSES  # "dwaj urzędnicy ministerstwa" are no ministry
    counted = any(not g.isdisjoint(member.all_words()) for g in forms.numbers)
    plural = several(member) and forms.numbers[:1] == _ENGLISH
    return member.kind in _SPEAKERS and (counted or plural or member.kind == "group" or _dual(member, forms))


_ENGLISH = (frozenset({"two"}),)


def _dual(member: Member, forms: _Forms) -> bool:
    first = next((t.low for t in tokens(member.name) if t.word), "")
    return member.kind in _SPEAKERS and bool(forms.dual) and first.endswith(forms.dual)


def _has(member: Member, noun: str) -> bool:
    """Whether a noun, endings and an Arabic article aside, is one of a member's names."""
    return any(_alike(_bare(noun), _bare(w)) for w in member.all_words())


def _bare(noun: str) -> str:
    return _PLURAL.sub("", _ARTICLE.sub("", noun))  # "yetkililerden": no other language has nouns that end so


def _alike(a: str, b: str) -> bool:
    same = next((n for n, (x, y) in enumerate(zip(a, b, strict=False)) if x != y), min(len(a), len(b)))
    return same >= LEAST and max(len(a), len(b)) - same <= ENDING + (same > 2 * LEAST)
