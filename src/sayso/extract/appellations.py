"""Whom "der Coach", "la empresa", "компания" means outside English: somebody named elsewhere on the page by what he is.

"Trainer Ola Rask" is "der Coach" two sentences later and "der 49-Jährige" in the next; "la empresa" is the firm just named. Words
of one row of resources/people.yml take each other up. Where two could be meant, nobody is.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from typing import Protocol, TypeVar

from sayso.extract import ages
from sayso.extract.persons import first_name, gender
from sayso.lexicon.callings import OFFICES, called
from sayso.lexicon.gazetteer import named
from sayso.lexicon.roles import role_of
from sayso.lexicon.words import words
from sayso.model import PERSONS, SourceKind
from sayso.text.tokens import Token, tokens

LONGEST = 3  # words of such a phrase without its article
NAME = 4  # words of a name behind what somebody is
_HOUSES = frozenset({"called: firm", "called: club"})
_ANYBODY = frozenset({"called: anybody", "called: accused"})
_STOPS = frozenset('.!?:;«»„“”"()')
REACH = 7  # tokens behind what somebody is in which his name stands
_LAST = frozenset("ru uk pl tr de nl".split())  # languages in which an adjective stands before its noun
_ENDINGS = frozenset("de ru uk pl tr ar id".split())  # languages in which capitals or forms do not tell one name from another word
_ELIDED = re.compile(r"[^\W\d_]{1,2}['’]")  # "C'est", twice at the head of a sentence, is no name
LED = 6  # code points before a noun in which stands a preposition with its article
_CONTRACTED = re.compile(r"(?<!\w)(?:del|al|do|da|ao|à|du|au|dal|dalla|della|alla)\s\Z", re.IGNORECASE)
TOWN = 4  # letters of the shortest word for somebody by where he is from ("Fries" is one too, "Jan" none)
_OF_TOWN = ("aar", "aan", "er", "ees", "se", "ling", "iër", "in", "oot", "oos")
TWICE = 2  # times that a page names a body before it calls it "the firm" alone
_SMALL = ("determiner", "definite", "preposition", "clause", "pronoun", "join", "auxiliary", "negation", "time", "adverb", "that")
_BODIES = frozenset({"organization", "ngo", "group"})
_OF_STATE = _BODIES | {"government", "armed_group"}
_ROMANCE = frozenset("es pt fr it".split())
BROUGHT_ON = 6  # words of a phrase that brings somebody on without a name ("una auditoría interna del gremio")
_BARE = frozenset("ru uk pl tr id ar".split())  # languages in which no article tells that somebody known is meant


class Named(Protocol):
    """As much of a member of the cast as is asked here."""

    name: str
    kind: SourceKind

    def all_words(self) -> set[str]:
        """Every word of every name, lower case."""


M = TypeVar("M", bound=Named)


def bare(phrase: Sequence[Token], language: str) -> list[Token]:
    """The words of a phrase that takes somebody up, without its article; empty where it brings somebody on or names him."""
    mine = [t for t in phrase if t.word]
    shown = words(language, "definite")
    rest = [t for t in mine if t.low not in shown]
    elided = re.match(r"l['’]", mine[0].low) if mine else None
    if not rest or len(rest) > LONGEST or any(t.low in words(language, "one of several") for t in mine):
        return []
    if language == "ar":
        return rest if all(t.low.startswith("ال") or t.low == "معاليه" for t in rest) else []
    if language not in _BARE and len(rest) == len(mine) and not elided:
        return []
    if language == "tr" and len(rest) < 2 and len(rest) == len(mine) and not _sorts(rest):
        return []
    if language in _LAST and len(rest) > 1 and not called(rest[-1].low) and not ages.age(rest):
        return []  # "wykonawca poprzedniego remontu" is one of many
    inner = rest[1:] if len(rest) == len(mine) or mine[0] in rest else rest
    return [] if any(t.capital and language != "de" for t in inner) else rest


def _sorts(rest: Sequence[Token]) -> frozenset[str]:
    return frozenset().union(*(called(_plain(t.low)) for t in rest))


def _headed(rest: list[Token], language: str) -> list[Token]:
    """The word of a phrase that says what it is, and its neighbour: of "fuentes de la compañía" no firm."""
    if any(t.low in words(language, "preposition") or t.low in words(language, "genitive") for t in rest):
        return rest[-1:] if language == "tr" else rest[:1]
    return rest


def _plain(low: str) -> str:
    """A word without an elided article."""
    return re.sub(r"^l['’]", "", low)


def _at(listed: Sequence[Token], n: int) -> frozenset[str]:
    """The rows of a noun that stands here, of one word or of two ("teknik direktör")."""
    low = _plain(listed[n].low)
    pair = f"{low} {listed[n + 1].low}" if n + 1 < len(listed) else low
    return called(low) | called(pair) if listed[n].word else frozenset()


def meant(members: Sequence[M], text: str, at: int, phrase: Sequence[Token], language: str) -> M | str | None:
    """The member that a phrase takes up, or the name of somebody who has told nothing yet; None: nobody, or more than one."""
    if one := _apposed(text, at, phrase, language):
        return one
    mine = [t for t in phrase if t.word]
    if len(mine) == 1 and (sex := _sex(mine[0].low, language)):
        return _pronoun(members, text, at, sex, language)
    if language == "nl" and _of_town(mine):
        return _last(members) or titled(text, 0, at, language) or None
    rest = bare(phrase, language) or (_led(text, at, mine) if language in _ROMANCE else [])
    if not rest:
        return None
    if years := ages.age(rest):
        return ages.aged(text, years) or _last(members) or titled(text, 0, at, language) or None
    sorts = _sorts(_headed(rest, language))
    if sorts & OFFICES and len(rest) > 1:
        sorts -= _HOUSES  # "el grupo rebelde"
    if "called: paper" in sorts or (sorts & (_HOUSES | OFFICES) and not _personal(sorts, members)):
        return _thing(members, text, at, sorts, language)
    if not sorts and not _agent(rest[0].low, language):
        return None
    return _person(members, text, at, sorts or frozenset({"called: anybody"}), language)


def _thing(members: Sequence[M], text: str, at: int, sorts: frozenset[str], language: str) -> M | str | None:
    """The body or the text that a phrase of these rows takes up."""
    if sorts & (_HOUSES | OFFICES):
        return _body(members, text, at, sorts, language)
    paper = next((m for m in reversed(members) if m.kind == "document"), None)
    return paper or _unnamed(text, at, sorts, language) or None


def _person(members: Sequence[M], text: str, at: int, sorts: frozenset[str], language: str) -> M | str | None:
    """The person whom a phrase of these rows takes up."""
    people = [m for m in reversed(members) if m.kind in PERSONS]
    if (fits := next((m for m in people if sorts & _sorts_of(m.name)), None)) is not None:
        return fits
    if name := _introduced(text, at, sorts - {"called: anybody"}, language):
        return name
    if one := _unnamed(text, at, sorts - {"called: anybody"}, language):
        return one
    if _free(members, sorts):
        return _last(members)
    return (titled(text, 0, at, language) or None) if sorts <= _ANYBODY and not people else None


def _led(text: str, at: int, mine: Sequence[Token]) -> list[Token]:
    """A bare noun whose article stands in the preposition before it ("en palabras del ejecutivo", "segundo o diretor")."""
    bare_noun = len(mine) == 1 and mine[0].text.islower()
    return list(mine) if bare_noun and _CONTRACTED.search(text, max(0, at - LED), at) else []


def _agent(low: str, language: str) -> bool:
    """Whether a noun says by its ending that it is a person ("la medallista", "il geologo"), though no row has it."""
    endings = tuple(words(language, "agent ending"))
    return (
        bool(endings)
        and low.endswith(endings)
        and low not in words(language, "no agent")
        and role_of(tokens(low)[0], language) is None
    )


def _personal(sorts: frozenset[str], members: Sequence[M]) -> bool:
    """Whether a noun that may be a body's or a person's ("la policía", "los militares") takes up a person who spoke."""
    people = sorts - _HOUSES - OFFICES
    return bool(people) and any(m.kind in PERSONS and people & _sorts_of(m.name) for m in members)


def _unnamed(text: str, at: int, sorts: frozenset[str], language: str) -> str:
    """The one phrase that brings on somebody of these rows without a name ("un notario acusado de fraude"); empty: none, or two."""
    if language not in _ROMANCE or not sorts:
        return ""
    listed = tokens(text, 0, at)
    stops = ("that", "relative", "auxiliary", "negation", "clause", "time", "pronoun", "join")
    found: list[str] = []
    for n, t in enumerate(listed[:-1]):
        fuller = t.low in words(language, "definite") and n + 2 < len(listed) and listed[n + 2].low in words(language, "genitive")
        if fuller and sorts & _at(listed, n + 1):
            return ""  # "il ministro delle Finanze": another form of him
        placed = "called: paper" in sorts and n and listed[n - 1].low in words(language, "preposition")  # "said in a note": his
        if t.low not in words(language, "one of several") or placed:
            continue
        noun = next((k for k in (n + 1, n + 2) if k < len(listed) and sorts & _at(listed, k)), None)
        if noun is None:
            continue
        end = noun + 1
        while (
            end < min(n + BROUGHT_ON, len(listed))
            and listed[end].word
            and not any(listed[end].low in words(language, s) for s in stops)
        ):
            end += 1
        while end > noun + 1 and (
            listed[end - 1].low in words(language, "preposition") or listed[end - 1].low in words(language, "determiner")
        ):
            end -= 1
        found.append(" ".join(text[t.start : listed[end - 1].end].split()))
    return found[0] if len(found) == 1 else ""


def named_kind(phrase: Sequence[Token], language: str) -> SourceKind | None:
    """The kind of what a phrase takes up, where it is a body."""
    return "organization" if _sorts(_headed(bare(phrase, language), language)) & _HOUSES else None


def _of_town(mine: Sequence[Token]) -> bool:
    """Whether a Dutch phrase calls somebody by where he is from: "de Hagenaar", "de Braziliaan", "de Friezin"."""
    if len(mine) != 2 or mine[0].low not in ("de", "deze"):
        return False
    last = mine[1]
    return last.capital and not last.text.isupper() and len(last.text) > TOWN and last.low.endswith(_OF_TOWN)


def _sex(low: str, language: str) -> str:
    return next((sex for sex in ("he", "she") if low in words(language, sex)), "")


def _pronoun(members: Sequence[M], text: str, at: int, sex: str, language: str) -> M | str | None:
    """Whom "zij" or "она" means as the teller: the one whom the paragraph brings on before, else whoever spoke last."""
    if one := titled(text, text.rfind("\n", 0, at) + 1, at, language, sex):
        return one
    return next((m for m in reversed(members) if m.kind in PERSONS and gender([tokens(m.name)]) in (None, sex)), None)


def _apposed(text: str, at: int, phrase: Sequence[Token], language: str) -> str:
    """The name behind a comma that a phrase without one leads to: "Підрядник же, підприємець Іван Коваль, заперечує"."""
    mine = [t for t in phrase if t.word]
    last = mine[-1] if mine else None
    known = last is not None and (role_of(mine[0], language) in PERSONS or bool(called(mine[0].low)))
    if last is None or not known or any(t.capital for t in mine[1:]) or language in ("de", "ar"):
        return ""
    behind = text[at + len(" ".join(t.text for t in mine)) :]
    hit = re.match(r"(?:\s\w{1,3})?,\s((?:[^\W\d_]+\s){0,4}?[^\W\d_]+\s[^\W\d_]+),", behind[:90])
    if hit is None:
        return ""
    name = hit[1].split()
    return hit[1] if all(w[0].isupper() for w in name[-2:]) and all(w[0].islower() for w in name[:-2]) else ""


def _sorts_of(name: str) -> frozenset[str]:
    """The rows of the nouns of a name; a capital one at its end is a surname ("Ida Coronel")."""
    listed = [t for t in tokens(name) if t.word]
    last = len(listed) - 1
    nouns = [t for n, t in enumerate(listed) if not t.capital or n < last or last == 0]
    return frozenset[str]().union(*(called(t.low) for t in nouns))


def _free(members: Sequence[M], sorts: frozenset[str]) -> bool:
    """Whether whoever spoke last may be of these rows: nothing says that he is something else, and nobody else has spoken."""
    people = [m for m in members if m.kind in (*PERSONS, "anonymous")]
    one = people[-1] if people else None
    if one is None or one is not members[-1] or _sorts_of(one.name):
        return False
    full = sum(t.capital for t in tokens(one.name)) > 1
    return "called: anybody" in sorts or (len(people) == 1 and one.kind == "person" and full)


def _last(members: Sequence[M]) -> M | None:
    return next((m for m in reversed(members) if m.kind in (*PERSONS, "anonymous")), None)


def _introduced(text: str, at: int, sorts: frozenset[str], language: str) -> str:
    """The one name that stands behind a noun of these rows before ``at``: "Trainer Ola Rask", "la ministra de Salud, Ida Volk"."""
    listed = tokens(text, 0, at)
    found: dict[str, str] = {}
    for n in range(len(listed)):
        if not sorts & _at(listed, n):
            continue
        run = _next_name(text, listed, (n, n + 1), language) if language != "ar" else _arabic(listed, n)
        if run:
            found.setdefault(run[-1].low, text[listed[n].start : run[-1].end])
    return " ".join(next(iter(found.values())).split()) if len(found) == 1 else ""


def _arabic(listed: Sequence[Token], n: int) -> list[Token]:
    """The words behind a noun up to the next mark, where it is no bare one: "وزير المياه عادل الشربيني،"."""
    end = next((k for k in range(n + 1, min(n + REACH, len(listed))) if not listed[k].word), n)
    return list(listed[n + 1 : end]) if end > n + 2 and not listed[n].low.startswith("ال") else []


def _construct(listed: Sequence[Token], n: int) -> list[Token]:
    """The words of a body behind its noun, as far as their articles go: "وزارة الأشغال العامة", "شركة النهر للاتصالات"."""
    if listed[n].low.startswith("ال"):
        return []
    end = n + 1
    while end < min(n + 1 + NAME, len(listed)) and listed[end].low.startswith(("ال", "لل")):
        end += 1
    return list(listed[n + 1 : end]) if end > n + 1 else _arabic(listed, n)[:NAME]


def titled(text: str, start: int, end: int, language: str, sex: str | None = None) -> str:
    """The one person whom a stretch of text names in full behind what he is ("la sindaca, Ida Volk"); empty: none, or two.

    Of two a man is not meant by "zij", nor a woman by "hij": ``sex`` is what a pronoun says.
    """
    listed = tokens(text, start, end)
    found: dict[str, str] = {}
    for n, t in enumerate(listed):
        sorts = called(_plain(t.low)) - OFFICES
        title = t.word and (role_of(t, language) in PERSONS or (bool(sorts) and not sorts & _HOUSES) or _agent(t.low, language))
        if not title and not (t.capital and first_name(t.low)):
            continue
        run = _next_name(text, listed, (n, n + 1 if title else n), language)
        if run and (sex is None or gender([run]) in (None, sex)):
            found.setdefault(run[-1].low, text[t.start : run[-1].end])
    return " ".join(next(iter(found.values())).split()) if len(found) == 1 else ""


def _next_name(text: str, listed: Sequence[Token], at: tuple[int, int], language: str) -> list[Token]:
    """The first two capitals side by side within reach, in the same sentence and line and outside quotation marks.

    ``at``: the token that brings the name on, and the first that may be of it.
    """
    run: list[Token] = []
    first, n = at
    for k, t in enumerate(listed[n : n + REACH], start=n):
        if t.text in _STOPS or (k > first and "\n" in text[listed[k - 1].end : t.start]):
            break
        joined = not run or t.start - run[-1].end == 1
        if t.word and t.capital and joined and role_of(t, language) is None:
            run.append(t)
        elif len(run) > 1:
            break
        else:
            run = [t] if t.word and t.capital and role_of(t, language) is None else []
    return run if len(run) > 1 else []


def _body(members: Sequence[M], text: str, at: int, sorts: frozenset[str], language: str) -> M | str | None:
    """The firm or club that was named last: one that has spoken, or one named behind its noun, or the name that stands most."""
    kinds = _OF_STATE if sorts & OFFICES else _BODIES
    there = [m for m in reversed(members) if m.kind in kinds and _may_be(m.name, sorts, language)]
    if there:
        return there[0]
    listed = tokens(text, 0, at)
    found: dict[str, str] = {}
    for n, t in enumerate(listed):
        first = n + (not (sorts & OFFICES and t.capital and "\n" not in text[t.start : t.end + 1]))  # "Frente 8 de Mayo"
        while sorts & OFFICES and first < len(listed) and first - n < NAME and _tied(listed[first], language):
            first += 1  # "el Ministerio de la Vivienda"
        run = (
            (_run(listed, first, bool(sorts & OFFICES)) if language != "ar" else _construct(listed, n))
            if sorts & _at(listed, n)
            else []
        )
        if run and "\n" not in text[t.start : run[-1].end]:
            found[run[0].low] = text[t.start : run[-1].end]
    if found:
        return " ".join(next(iter(found.values())).split()) if len(found) == 1 else None
    return _most_named(listed, language) if language not in _ENDINGS and sorts & _HOUSES else None


def _tied(t: Token, language: str) -> bool:
    return t.word and not t.capital and (t.low in words(language, "genitive") or t.low in words(language, "definite"))


def _may_be(name: str, sorts: frozenset[str], language: str) -> bool:
    """Whether a body may be a firm, or a club: its name says so, or bears no noun at all that says what it is."""
    listed = [t for t in tokens(name) if t.word]
    if not any(t.capital for t in listed[1:] or listed):
        return False
    return bool(sorts & _sorts_of(name)) or (bool(sorts & _HOUSES) and not any(role_of(t, language) for t in listed))


def _run(listed: Sequence[Token], n: int, joined: bool = False) -> list[Token]:
    """The capitalised words side by side that begin at a token; ``joined``: with small words and figures between."""
    run: list[Token] = []
    for t in listed[n : n + NAME]:
        inner = joined and bool(run) and (t.text.isdigit() or t.low in ("de", "do", "da", "du", "di", "del"))  # "Frente 8 de Mayo"
        if not (t.word and (t.capital or inner)) or (run and t.start - run[-1].end != 1):
            break
        run.append(t)
    while run and not run[-1].capital and not run[-1].text.isdigit():
        run.pop()
    return run


def _most_named(listed: Sequence[Token], language: str) -> str | None:
    """The name that a page has most before: twice at least, and more than any other; no person's, no place's, no common noun."""
    counts, there = Counter[str](), Counter[str]()  # ``there``: behind a preposition with no article, a place that no gazetteer has
    forms: dict[str, str] = {}
    n = 0
    while n < len(listed):
        run = _run(listed, n)
        at, n = n - 1, n + max(1, len(run))
        led = len(run) > 1 and run[0].low in words(language, "definite")
        run = run[led:]  # "La Tarn" begins a sentence
        low = run[0].low if run else ""
        if not run or (len(run) == 1 and role_of(run[0], language)) or _ELIDED.match(low) or first_name(low):
            continue
        if named(run[0].text) or any(low in words(language, k) for k in _SMALL):
            continue
        counts[low] += 1
        there[low] += not led and at >= 0 and listed[at].low in words(language, "preposition") - words(language, "genitive")
        forms[low] = max(forms.get(low, ""), " ".join(t.text for t in run), key=len)
    best = Counter({low: c for low, c in counts.items() if 2 * there[low] < c}).most_common(2)
    if not best or best[0][1] < TWICE or (len(best) > 1 and best[1][1] == best[0][1]):
        return None
    return forms[best[0][0]]
