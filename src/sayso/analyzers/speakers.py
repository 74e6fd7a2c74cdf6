"""Who tells in a Russian or Ukrainian sentence: the subject on either side of its verb, whom it cites, whom it told."""

from __future__ import annotations

import re
from dataclasses import dataclass

from sayso.analyzers.stretches import CLOSING, OPENING, Part, boundary, empty, find, mark, stripped
from sayso.analyzers.view import View
from sayso.lexicon.roles import role_of

IN = frozenset("в во у на".split())
PLURAL = (*"ли ют ят ут ат ють ять уть ать ось лись ются ятся утся атся ються яться уться аться".split(),)
JOINING = frozenset("и й та і".split())
APPOSED = 6  # words of an insertion that names the subject once more
WHERE = frozenset({"где", "де"})
OFFICE = frozenset({"official", "person", "group", "anonymous"})

_FINITE = {
    "ru": re.compile(
        r"\w+(?:[аеёиоуыэюя]л[аои]?|[сзгкбр]л[аои]|[аеиоуясзгкбр]л(?:ся|ась|ось|ись)|(?:н[её]с|в[её]з|мог)(?:ся)?|[аеёиоуыэюя]ет|[джчнш]ет|ит|[ую]т|[жчшщ]ат|ят|[еёиуюая]тся|[аяе]н[аоы])$"
    ),
    "uk": re.compile(
        r"\w+(?:[аиіуюяо]в|(?:ніс|віз|міг)(?:ся)?|л[аои]|[аиіуюяо]вся|л[аои]с[яь]|[аеуюяі]є|[иуюая]ть|[иуюая]ться|[ає]но|[иі]то|еться|ється)$"
    ),
}
_BE = frozenset("есть нет был была было были будет будут є немає був була було були буде будуть".split())


@dataclass(frozen=True)
class Who:
    """Who tells, whom the teller cites, who was told."""

    source: Part | None
    via: Part | None = None
    addressee: Part | None = None


def finite(view: View, i: int) -> bool:
    """Whether a word looks like a finite verb, as far as its ending tells."""
    if view.mark(i) or view.tokens[i].capital or view.isa(i, "time") or view.isa(i, "adverb"):
        return False
    low = view.low(i)
    return low in _BE or (len(low) > 3 and _FINITE[view.language].match(low) is not None and role_of(view.tokens[i]) is None)


def left(view: View, part: Part, verb: int) -> Who:
    """The subject before its verb, without what leads up to it and what is inserted."""
    first, last = part
    last = _uninserted(view, first, last)
    comma = mark(view, ",", (first, last))
    if comma is not None and view.low(comma + 1) in WHERE:  # "За пост, где она назвала дом халупой, …": she does
        first, comma = comma + 2, None
    if comma is not None and view.isa(comma - 1, "adverb"):  # "Подрядчик же, инженер Ян Ким, заявил"
        first = comma + 1
    last = next((k for k in range(first + 1, last) if _time_phrase(view, k, last)), last)
    while last > first and (size := _trailing(view, first, last)):
        last -= size
    last = _ended(view, first, last)
    first, last = stripped(view, (first, last), "lead", "adverb")
    first += first < last and view.isa(first, "that")
    via = citing(view, (first, last)) or (citing(view, (last, part[1])) if last > first else None)  # "S, ссылаясь на T, пишет"
    if cite := find(view, "citing", (first, last)):
        head = last_run(view, cite[1], last)
        if cite[0] == first and head > cite[1]:
            return Who((head, last), (cite[1], head))
        last = cite[0]
    addressee = None
    if (venue := find(view, "venue", (first, last))) and venue[0] > first:
        addressee = (venue[1], last) if venue[1] < last else None
        last = venue[0]
    elif venue and view.tokens[venue[1]].text in OPENING and view.tokens[last - 1].text in CLOSING:
        return Who((venue[1], last), via)  # "В телеграм-канале «N» заявили": nobody else is there to speak
    elif venue:
        head = last_run(view, venue[1], last)
        addressee, first = (venue[1], head) if head > venue[1] else None, head
    if first < last and view.isa(first, "to"):
        end = _hearer(view, first, last)
        addressee, first = (first, end), end
    if first < last and view.low(first) in IN and not view.isa(first + 1, "pronoun"):
        plural = view.low(verb).endswith(PLURAL)
        titled = next((k for k in range(first + 2, last) if role_of(view.tokens[k])), None)  # "В Зимове губернатор Ренн заявил"
        first = first + 1 if plural else titled or last_run(view, first + 1, last)
        while plural and first < last - 1 and view.isa(first, "adverb"):  # "в самой мэрии"
            first += 1
    return Who((first, last) if not empty(view, (first, last)) else None, via, addressee)


def _ended(view: View, first: int, last: int) -> int:
    """The end of a subject before another verb of it ("S извинился и удалил N") and before a place ("Пётр Лис на встрече")."""
    if last - first > 2 and view.low(last - 1) in JOINING:
        last = next((k for k in range(first + 1, last) if finite(view, k)), last)
    if first >= last or role_of(view.tokens[first]) == "anonymous":  # "источник РБК в полиции"
        return last
    places = (k for k in range(first + 2, last) if view.low(k) in IN and view.tokens[k - 1].capital and not view.phrase(k, "venue"))
    return next(places, last)


def _trailing(view: View, first: int, last: int) -> int:
    """How many words that are none of a subject's end a stretch: an adverb, a time, "между тем"."""
    if any(view.isa(last - 1, kind) for kind in ("adverb", "time", "negation")):
        return 1
    return next((n for n in (2, 3) if last - n > first and len(view.phrase(last - n, "lead") or ()) == n), 0)


def _time_phrase(view: View, k: int, last: int) -> bool:
    return view.isa(k, "preposition") and any(view.isa(m, "time") for m in range(k + 1, min(k + 4, last)))


def _uninserted(view: View, first: int, last: int) -> int:
    """The end of a subject whose insertion ("…, который …,") a comma closes before the verb; its phrase after a last comma else."""
    if last > first and view.tokens[last - 1].text == ",":
        before = next((k for k in range(last - 2, first, -1) if view.tokens[k].text == ","), None)
        if before is not None and _apposed(view, before + 1, last - 1):
            return last - 1
        return before if before is not None else last - 1
    return last


def _apposed(view: View, first: int, last: int) -> bool:
    """Whether an insertion says who the subject is: a role and a name and little else ("Подрядчик, инженер Ян Ким, заявил")."""
    inner = [t for t in view.tokens[first:last] if t.word]
    tied = any(view.isa(k, "relative") or view.isa(k, "preposition") for k in range(first, last))
    capitals = sum(t.capital for t in inner[1:])
    named = capitals > 0 and (capitals > 1 or inner[0].capital or any(map(role_of, inner)))
    return named and not tied and len(inner) <= APPOSED and not any(view.cue(k) for k in range(first, last))


def last_run(view: View, first: int, last: int) -> int:
    """Where the last name or role of a stretch begins."""
    k = last - 1
    while k > first and (view.tokens[k - 1].capital or not view.tokens[k - 1].word or role_of(view.tokens[k - 1])):
        if view.tokens[k - 1].text in CLOSING and not view.tokens[k].capital:
            break
        k -= 1
    return k


def subject(view: View, i: int, limit: int) -> Who:
    """The subject after the verb at i, with whom it told before."""
    first, addressee = i + 1 + (view.low(i + 1) in JOINING), None  # "Это подтвердил и S"
    while first < limit and (
        any(view.isa(first, kind) for kind in ("adverb", "time", "ours")) or _time_phrase(view, first, min(first + 2, limit))
    ):
        first += 2 if view.isa(first, "preposition") else 1
    first = min(_manner(view, first), limit)
    if first < limit and (venue := view.phrase(first, "venue")):
        end = _hearer(view, first + len(venue) - 1, limit)
        end = _holder(view, end, limit) if end < limit and not boundary(view, end) else end
        addressee, first = (first + len(venue), end), end
    first, addressee = _told(view, first, addressee)
    if first < limit and view.isa(first, "to"):
        end = _hearer(view, first, limit)
        addressee, first = (first, end), end
    elif first < limit and view.tokens[first].text in '«"' and (close := _named_hearer(view, first, limit)):
        addressee, first = (first + 1, close), close + 1
    if first < limit and view.low(first) in IN and not view.isa(first + 1, "time") and not view.phrase(first, "venue"):
        first = first + 1 if view.low(i).endswith(PLURAL) else _behind(view, first, limit)
    end = right(view, first, limit)
    if first < limit and view.isa(first, "pronoun"):
        end = first + 1
        _, addressee = _told(view, end, addressee)
    via = citing(view, (end, limit))
    return Who((first, end) if not empty(view, (first, end)) else None, via, addressee)


def _manner(view: View, first: int) -> int:
    """Past "дрожащим голосом", "со слезами на глазах": how somebody speaks, in the instrumental; ``first`` where none stands."""
    how = (
        view.low(first).endswith(("им", "ым", "ими", "ыми")) and not view.tokens[first].capital
        if first < len(view.tokens)
        else False
    )
    noun = view.low(first + 1)
    return first + 2 if how and noun.endswith(("ом", "ем", "ами")) and role_of(view.tokens[first + 1]) is None else first


def _told(view: View, first: int, addressee: Part | None) -> tuple[int, Part | None]:
    """Past "местной газете": whom somebody told, with a word of its case before the house."""
    if (
        view.isa(first + 1, "to")
        and view.low(first).endswith(("ой", "ей", "ому", "ему", "ій", "им", "ым"))
        and not view.isa(first, "to")
    ):
        end = _hearer(view, first + 1, len(view.tokens))
        return end, (first, end)
    return first, addressee


def _holder(view: View, first: int, limit: int) -> int:
    """The next word from ``first`` on that names an office, in its clause; ``first`` where none does or a name stands there."""
    if view.tokens[first].capital or role_of(view.tokens[first]) in OFFICE:
        return first
    end = next((k for k in range(first, limit) if boundary(view, k) or view.quoted[k]), limit)
    return next((k for k in range(first + 1, end) if role_of(view.tokens[k]) in OFFICE), first)


def _behind(view: View, first: int, limit: int) -> int:
    """Where the subject begins behind a place, its verb being singular: "бросил на выходе из зала адвокат Ким"."""
    end = next((k for k in range(first, limit) if boundary(view, k) or view.quoted[k]), limit)
    holders = (k for k in range(first + 2, end) if role_of(view.tokens[k]) in OFFICE and not view.isa(k - 1, "preposition"))
    run = last_run(view, first + 1, end)
    return next(holders, run if view.tokens[run].capital and not view.isa(run - 1, "preposition") else first + 1)


def _named_hearer(view: View, first: int, limit: int) -> int | None:
    """Read "рассказали «N» три источника": the mark that closes the name of whom they told, where a subject follows."""
    close = mark(view, '»"', (first + 1, limit))
    if close is None or close + 1 >= limit or boundary(view, close + 1) or view.phrase(close + 1, "citing"):
        return None
    return close


def _hearer(view: View, first: int, limit: int) -> int:
    """The end of "агентству «N»" from its first word on."""
    k = first + 1
    if k < limit and view.tokens[k].text in '«"':
        close = mark(view, '»"', (k + 1, limit))
        return close + 1 if close is not None else k
    while k < limit and view.tokens[k].capital:
        k += 1
    return k


def right(view: View, first: int, limit: int) -> int:
    """The end of a source phrase that begins at ``first``."""
    k = first
    while k < limit and not boundary(view, k) and not view.quoted[k] and view.tokens[k].text != "(":
        stops = (
            view.isa(k, "stop")
            or (k > first and view.isa(k, "to") and view.tokens[k - 1].text not in OPENING)  # not in «Радио Ост», a name
            or view.isa(k, "that")
            or view.phrase(k, "citing")
            or view.phrase(k, "venue")
        )
        timed = view.isa(k, "time") or (
            view.isa(k, "preposition") and (view.isa(k + 1, "time") or (k + 1 < limit and view.tokens[k + 1].text.isdigit()))
        )
        if stops or view.phrase(k, "anonymous") or (k > first and timed):
            break
        k += 1
    return k


def citing(view: View, part: Part) -> Part | None:
    """Whom a teller cites: "со ссылкой на S"."""
    cite = find(view, "citing", part)
    if cite is None:
        return None
    end = right(view, cite[1], part[1])
    return (cite[1], end) if end > cite[1] else None
