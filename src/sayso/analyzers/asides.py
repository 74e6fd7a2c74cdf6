"""What is told round an insertion ("C, сообщил S, C"), behind a label ("S: C"), beside speech ("«C», — V S")."""

from __future__ import annotations

import re

from sayso.analyzers import speakers
from sayso.analyzers.speakers import finite
from sayso.analyzers.stretches import CLOSING, OPENING, find, made, mark, stripped
from sayso.analyzers.view import View
from sayso.contracts import Attributed
from sayso.lexicon.roles import role_of
from sayso.text.tokens import Token

LABEL = 10  # words before the colon of "Агентство «N» со ссылкой на S: C"
FIRST = 6  # words of a clause within which its verb stands, mostly
_SHORT = ("ен", "на", "ны", "ний", "чен", "тен", "ва", "вий")
_LED = frozenset("и а но что чтобы й та але що щоб".split())  # leads on another clause, not the rest of the one broken off


def resumed(view: View, first: int, stop: int) -> int | None:
    """Where the clause goes on behind an insertion that ends at ``stop``: what stands before it has no verb, what follows has.

    Read "Цену, добавил S, снизили" and "Дамба, говорится в докладе S, цела", not "Дамба прорвана, сообщил S, глава службы".
    """
    n = len(view.tokens)
    if any(finite(view, k) for k in range(first)):
        return None
    while stop < n and view.tokens[stop].text in CLOSING:
        stop += 1
    while stop < n and view.tokens[stop].text in ",–—":
        begin = stop + 1
        comma = mark(view, ",", (begin, n))
        end = comma if comma is not None else n
        if view.isa(begin, "relative") or view.low(begin) in _LED or any(view.quoted[begin : begin + 1]):
            return None
        if any(finite(view, k) for k in range(begin, min(end, begin + FIRST))) or comma is None:
            told = any(finite(view, k) for k in range(begin, end)) or role_of(view.tokens[begin]) is None
            return begin if told and view.count(begin, n) > 0 and not view.cue(begin) else None
        stop = end
    return None


def labelled(view: View) -> Attributed | None:
    """Read "Агентство «N» со ссылкой на S: C", "По чатам гуляет пост: C", "S усмехнулся: «C»": whose words follow the colon."""
    n = len(view.tokens)
    colon = mark(view, ":", (1, min(n, LABEL * 2)))
    if colon is None or view.count(0, colon) > LABEL or view.count(colon + 1, n) < 2 or any(view.cue(k) for k in range(colon)):
        return None
    told = [(colon + 1, n)]
    cite = find(view, "citing", (0, colon))
    if cite is not None and cite[0] > 0 and cite[1] < colon:
        return made(view, told, cite, (0, cite[0]), (cite[1], colon))
    felt = any(view.isa(k, "attitude") for k in range(colon))  # "S настроен скептически: C"
    if any(view.quoted[colon + 1 : colon + 2]) or (view.title and _surname(view, colon)) or felt:
        return _beside(view, colon)
    text = next((k for k in range(max(colon - 3, 1), colon) if role_of(view.tokens[k]) in ("social", "document")), None)
    if text is None or view.title or view.count(0, colon) < 3 or any(view.isa(k, "preposition") for k in range(text, colon)):
        return None
    return made(view, told, (text, text + 1), (text, colon))


def _beside(view: View, colon: int) -> Attributed | None:
    """The speech behind a colon as that of whom the sentence begins with: "Котов: «C»", "Сам Котов усмехнулся: «C»"."""
    first = stripped(view, (0, colon), "lead", "adverb", "pronoun")[0]
    verb = next((k for k in range(first, colon) if finite(view, k)), colon)
    end = next((k for k in range(first, verb) if view.isa(k, "preposition") or not view.tokens[k].word), verb)
    office = any(role_of(t) in speakers.OFFICE for t in view.tokens[first:end])
    capitals = sum(t.capital and (k > first or first > 0 or verb == colon) for k, t in enumerate(view.tokens[first:end], first))
    if first >= end or not (office or capitals) or (verb == colon and end < colon):
        return None
    return made(view, [(colon + 1, len(view.tokens))], (min(verb, colon - 1), min(verb, colon - 1) + 1), (first, end))


def declined(view: View) -> Attributed | None:
    """Read "S в духов не верит", "Подсудимый вину не признал", "Власти отнеслись к N скептически": what S holds of it."""
    n = len(view.tokens)
    verb = next((k for k in range(1, n) if view.isa(k, "disbelief") and not view.quoted[k]), None)
    denied = verb is not None and (view.isa(verb - 1, "negation") or view.low(verb - 1) in ("себя",))
    at = verb if denied else next((k for k in range(1, n) if view.isa(k, "attitude") and not view.quoted[k]), None)
    if at is None or view.title or any(view.quoted):
        return None
    end = next(
        (
            k
            for k in range(n)
            if not view.tokens[k].word or finite(view, k) or view.isa(k, "preposition") or view.isa(k, "negation")
        ),
        n,
    )
    if denied:
        end = next((k for k in range(1, end) if not (view.tokens[k].capital or role_of(view.tokens[k]))), end)
    named = any(role_of(t) for t in view.tokens[:end]) or sum(t.capital for t in view.tokens[:end]) > 1
    stop = next((k for k in range(end, n) if view.tokens[k].text in ",:;"), n)
    if not 0 < end <= at or not named or stop < at or (not denied and view.count(end, stop) < FIRST // 2):
        return None
    return made(view, [(end, stop)], (at, at + 1), (0, end))


def _surname(view: View, colon: int) -> bool:
    """Whether a title begins with the surname of somebody whom the page calls by his full name below ("Котов: мост закроют")."""
    name = view.tokens[0].text
    return colon == 1 and view.tokens[0].capital and re.search(rf"[А-ЯІЇЄҐЁ][а-яіїєґё]+ {re.escape(name)}", view.text) is not None


def uttered(view: View) -> list[Attributed]:
    """Read "«C», — V S" with any verb ("бросил", "ухмыляется"): who stands behind speech, a dash and a verb has said it."""
    n = len(view.tokens)
    if not n or not view.quoted[0]:
        return []
    k = next((k for k in range(1, n) if not view.quoted[k]), n)
    spoken = k
    while k < n and not view.tokens[k].word and view.tokens[k].text not in OPENING:
        k += 1
    k += len(view.phrase(k, "back") or ()) if k < n else 0  # "«C» — с таким заявлением выступил S"
    if k == spoken or k >= n or not any(t.text in "–—-" for t in view.tokens[spoken:k]):
        return []
    who = speakers.subject(view, k, n)
    if not finite(view, k) and not _brief(view, k, who.source):
        return []
    if who.source is not None and not any(t.capital or role_of(t) or view.isa(m, "pronoun") for m, t in _inner(view, who.source)):
        return []
    later = next((m for m in range(k, n) if view.quoted[m]), None)
    got = made(view, [(0, spoken), *([(later, n)] if later is not None else [])], (k, k + 1), who.source, who.via, who.addressee)
    return [got] if got else []


def _brief(view: View, k: int, source: tuple[int, int] | None) -> bool:
    """Whether an adjective and somebody stand behind speech: "«C», — лаконичен мастер Ян Ким"."""
    if source is None or source[0] != k + 1 or not view.low(k).endswith(_SHORT) or role_of(view.tokens[k]) is not None:
        return False
    return any(t.capital or role_of(t) in speakers.OFFICE for t in view.tokens[slice(*source)])


def _inner(view: View, part: tuple[int, int]) -> list[tuple[int, Token]]:
    return [(m, view.tokens[m]) for m in range(*part) if view.tokens[m].word]
