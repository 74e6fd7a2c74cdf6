"""Arabic subjects: where the words of a telling open, who stands behind its verb or before it, and where a noun phrase ends."""

from __future__ import annotations

import re

from sayso.analyzers.stretches import OPENING, Part, boundary, empty, find, inherited, mark, stripped
from sayso.analyzers.view import View
from sayso.lexicon.roles import role_of
from sayso.lexicon.words import Cue, words
from sayso.model import HOUSES, Span

REACH = 30  # words from a verb of telling to its "أن": titles, names and an insertion stand between
FRONTED = 14  # words from "as for" to its verb, and of an insertion
NAME = 6  # words of a name between two commas
PREPOSITIONS = frozenset("الى على عن من ب حول بشان".split())
BROUGHT_ON = frozenset({"official", "person", "anonymous", "group"})
OF_TITLE = frozenset({"official", "person"})  # kinds of nouns after which a name of two words stands
AND = re.compile(r"^[وف](?=\w{2})")
_THAT = re.compile(r"^[وفب]?(?:ان|انه|انها|انهم|انهما|انهن|اننا|انني)$")


def cue_at(view: View, i: int) -> Cue | None:
    """The verb of telling at i; "and" and "so" are written to it."""
    low = view.low(i)
    known = view.cues.get(low) or view.cues.get(AND.sub("", low))
    return known or next((c for s in ("ه", "ها") if low.endswith(s) and (c := view.cues.get(low.removesuffix(s)))), None)


def _titled(view: View, k: int) -> bool:
    """Whether the marks at k hold the name of a house ("صحيفة «N»"), however many words it has, and no speech."""
    first = k
    while first > 0 and view.quoted[first - 1]:
        first -= 1
    return first > 0 and role_of(view.tokens[first - 1]) in HOUSES


def antecedent(view: View, i: int) -> Part | None:
    """The phrase before "الذي" at i: from its title or role on, else none."""
    first = i
    while first > 0 and i - first < FRONTED and not boundary(view, first - 1) and not view.quoted[first - 1]:
        first -= 1
    roles = [k for k in range(first, i) if role_of(view.tokens[k]) in OF_TITLE and not view.isa(k - 1, "preposition")]
    return (roles[0], i) if roles else None


def brought_on(view: View, i: int) -> Part | None:
    """Whom a sentence brings on behind a preposition before the verb at i: "نسبت P الخبر إلى S لم تسمه، قال لها إن C"."""
    near = range(i - 1, max(i - FRONTED, 0), -1)
    k = next((k for k in near if role_of(view.tokens[k]) in BROUGHT_ON and not view.low(k).startswith("ال")), None)
    if k is None or not view.isa(k - 1, "preposition"):
        return None
    ends = (m for m in range(k + 1, i) if boundary(view, m) or view.isa(m, "negation") or view.isa(m, "preposition"))
    return k, next(ends, i)


def negated(view: View, i: int) -> bool:
    """Whether a verb is denied by the word before it."""
    return view.isa(i - 1, "negation") or AND.sub("", view.low(i - 1)) in words(view.language, "negation")


def that(view: View, i: int) -> bool:
    """Whether a word opens a told clause."""
    return bool(_THAT.match(view.low(i)))


def opens(view: View, i: int) -> int | None:
    """The token that opens the told clause after the verb at i: "أن", a colon, or speech."""
    for k in range(i + 1, min(i + REACH, len(view.tokens))):
        if view.quoted[k] and _titled(view, k):
            continue
        if view.quoted[k]:
            return k
        if view.tokens[k].text == ":" or that(view, k) or (k == i + 1 and view.low(k) == "لو"):
            return k
        verb = k > i + 1 and cue_at(view, k) is not None and not view.isa(k - 1, "relative") and not negated(view, k)
        if (verb and not view.low(k).endswith(("ه", "ها"))) or view.tokens[k].text in ".؛;":  # "دراسة نشرتها S": a relative clause
            return None
    return None


def unled(view: View, span: Span) -> Span:
    """A phrase without the "to" that is written to its first word."""
    word = span.of(view.text)
    lead = re.match(r"لل(?!ا)|ل?ـ|ل", word)
    return Span(span.start + (lead.end() if lead else 0), span.end)


def who(view: View, part: Part) -> tuple[Part | None, Part | None, Part | None]:
    """The subject in a stretch behind its verb, whom it cites, and who was told."""
    first, last = part
    via = citing(view, part)
    while first < last and (view.isa(first, "object pronoun") or view.isa(first, "adverb")):
        first += 1  # "قال لها إن", "أفاد به S", "وخلصت كذلك إلى أن"
    while last > first and (not view.tokens[last - 1].word or view.low(last - 1) in PREPOSITIONS or view.isa(last - 1, "saying")):
        last -= 1
    if cite := find(view, "citing", (first, last)):
        last = cite[0]
    addressee = None
    to = next((k for k in range(first, last) if dative(view, k) and not _of_title(view, first, k, last)), None)
    if to is not None:
        stop = np_end(view, to, last) if to == first else last
        rest = any(role_of(t) for t in view.tokens[stop:last]) or view.count(stop, last) > 1
        stop = stop if rest or to != first else last
        addressee = (to, stop)
        first, last = (stop, last) if to == first else (first, to)
    venue = find(view, "venue", (first, last))
    if venue and not (venue[0] > first and role_of(view.tokens[venue[0] - 1]) == "social"):  # "منشور على منصة «N»": what it is
        end = next((k for k in range(venue[1], last) if view.tokens[k].text in "،," or view.isa(k, "time")), last)
        addressee = (venue[1], end) if addressee is None and view.low(venue[1] - 1) == "مع" else addressee
        last = venue[0]
    if (
        time := next((k for k in range(first + 1, last) if view.low(k) in ("على", "منذ", "طوال", "في") and _month(view, k)), None)
    ) is not None:
        last = time
    comma = mark(view, "،,", (first + 1, last))
    last = comma if comma is not None else last
    last = min([last, *(k for k in range(first + 1, last) if view.isa(k, "time") or view.isa(k, "relative"))])
    if first < last and (view.isa(first, "preposition") or view.low(first) in ("خلال", "منذ")):
        return None, via, addressee
    if empty(view, (first, last)) or inherited(view, (first, last)):
        return None, via, addressee
    return (first, last), via, addressee


def _of_title(view: View, first: int, k: int, last: int) -> bool:
    """Read "المدير العام لـ«N» A B": the house in marks behind a title is whose he is, where his name follows."""
    return k > first and named_behind(view, k, last) is not None and any(role_of(t) in OF_TITLE for t in view.tokens[first:k])


def named_behind(view: View, k: int, last: int) -> int | None:
    """Where a name begins behind "لـ«N»" at k; None where none does."""
    if view.low(k) != "ل" and view.tokens[k].text not in ("لـ", "ل"):
        return None
    if k + 1 >= last or view.tokens[k + 1].text not in OPENING:
        return None
    close = mark(view, '"»”', (k + 2, last))
    if close is None or close + 1 >= last or boundary(view, close + 1):
        return None
    small = any(view.isa(close + 1, kind) for kind in ("preposition", "relative", "time", "object"))
    return None if small or that(view, close + 1) else close + 1


def _month(view: View, k: int) -> bool:
    return any(view.isa(m, "span") for m in range(k + 1, min(k + 4, len(view.tokens))))


def dative(view: View, k: int) -> bool:
    """Whether "to" is written to an outlet's or a hearer's noun: "لوكالة", "للصحفيين"."""
    low = view.low(k)
    if low == "ل" and k + 1 < len(view.tokens) and view.tokens[k + 1].text in OPENING:
        return True
    return low.startswith("ل") and (view.isa(k, "to") or (len(low) > 3 and role_of(view.tokens[k]) in ("agency", "outlet")))


def ahead(view: View, i: int) -> Part | None:
    """The subject before its verb: in headlines, where "قد" stands between, before a present ("S، وهو N، يقول إن C")."""
    if not (view.title or view.low(i - 1) in ("قد", "فقد") or view.tokens[i].text.startswith(("ي", "ت"))):
        return None
    last = i - 1 if view.low(i - 1) in ("قد", "فقد") else i
    first = last
    if last < i and last > 1 and view.tokens[last - 1].text in '"»”':  # "وكانت «N» قد أعلنت": the marks hold a name
        return next(((k + 1, last - 1) for k in range(last - 2, max(last - 10, -1), -1) if view.tokens[k].text in '"«“'), None)
    if last == i and i > 2 and view.tokens[i - 1].text in "،,":
        near = range(i - 2, max(i - FRONTED, 0), -1)
        last = next((k for k in near if view.tokens[k].text in "،," and not view.quoted[k]), 0)
        first = last
    while first > 0 and not boundary(view, first - 1) and not view.quoted[first - 1] and not that(view, first - 1):
        first -= 1
    if last < i - 1 and not view.isa(first, "relative") and (first > 0 or any(cue_at(view, k) for k in range(first, last))):
        return None  # an insertion behind a subject that does not open its sentence
    if first and view.isa(first, "relative"):  # "S، التي كانت قد أعلنت O"
        return antecedent(view, first - (view.tokens[first - 1].text in "،,"))
    first, last = stripped(view, (first, last), "lead", "auxiliary")
    return (first, last) if first < last and last - first <= 8 and not view.isa(first, "preposition") else None


def acting(view: View, part: Part) -> Part | None:
    """Somebody who acts in a stretch: the first official or person that no preposition governs, with the name behind the title."""
    first, last = part
    k = next((k for k in range(first, last) if role_of(view.tokens[k]) in OF_TITLE and not view.quoted[k]), None)
    if k is None or view.isa(k - 1, "preposition") or view.low(k).startswith(("ل", "ب", "ك")) or is_object(view, k - 1):
        return None
    end = next((m for m in range(k, last) if boundary(view, m) or view.isa(m, "time") or view.isa(m, "preposition")), last)
    return k, min(end, np_end(view, k, end))


def is_object(view: View, k: int) -> bool:
    """Whether what is told begins at k: a verbal noun of news, with or without "by" written to it."""
    low = view.low(k)
    if view.isa(k + 1, "quantifier") and not role_of(view.tokens[k]):
        return True  # "نفى S سرقة أي قطعة"
    return view.isa(k, "object") or (low.startswith("ب") and low[1:] in words(view.language, "object"))


def inserted(view: View, comma: int) -> int | None:
    """Where what is told begins behind "S، وهو N،": an insertion between a subject and its object."""
    if comma + 1 >= len(view.tokens) or view.tokens[comma].text not in "،,":
        return None
    named = role_of(view.tokens[comma - 1]) in OF_TITLE  # "تمسك المتهم، N، بأقواله": a name behind its title
    if not view.isa(comma + 1, "relative") and not named:
        return None
    close = mark(view, "،,", (comma + 2, min(comma + (NAME if named else FRONTED), len(view.tokens))))
    return close + 1 if close is not None and view.count(close + 1, len(view.tokens)) > 1 else None


def np_end(view: View, first: int, last: int) -> int:
    """The end of a noun phrase: a construct of two, adjectives with the article, a title and a name of two."""
    if first >= last:
        return first
    k = first + 1
    kind = role_of(view.tokens[first])
    if first < last and view.tokens[first].text in OPENING:
        close = mark(view, '"»”', (first + 1, last))
        return close + 1 if close is not None else last
    if k < last and view.tokens[k].text in OPENING and (kind in HOUSES or not view.low(first).startswith("ال")):
        close = mark(view, '"»”', (k + 1, last))
        return close + 1 if close is not None else last
    if k < last and not view.low(first).startswith("ال") and not view.isa(k, "preposition"):
        k += 1
    bare = view.low(first).startswith("ال")
    while k < last and view.low(k).startswith("ال") and not view.isa(k, "object") and not (bare and role_of(view.tokens[k])):
        k += 1  # "اتهمت المعارضة الحكومة": two nouns, not a noun with its adjective
    if k < last and view.low(k) in ("في", "باسم", "ب") and k + 1 < last:
        k += 2
        while k < last and view.low(k).startswith("ال"):
            k += 1
    if kind in OF_TITLE and k < last and (named := named_behind(view, k, last)) is not None:
        k = named
    if kind in OF_TITLE and k < last and not view.isa(k, "preposition") and not view.isa(k, "object"):
        k = min(k + 2, last)
    return k


def right(view: View, first: int, last: int) -> int:
    """The end of a source that stands behind "بحسب": a mark, "فإن", or a verb."""
    k = first
    while k < last and not boundary(view, k) and not (view.quoted[k] and not (k > first and _titled(view, k))):
        if k > first and (
            that(view, k)
            or view.isa(k, "then")
            or view.isa(k, "relative")
            or cue_at(view, k)
            or view.phrase(k, "citing")
            or view.phrase(k, "venue")
            or view.phrase(k, "anonymous")
            or view.isa(k, "time")
        ):
            break
        k += 1
    return k


def citing(view: View, part: Part) -> Part | None:
    """Whom a stretch says its teller cites."""
    cite = find(view, "citing", part)
    if cite is None:
        return None
    end = cite[1]
    while end < part[1] and not boundary(view, end) and not that(view, end) and not view.isa(end, "saying"):
        end += 1
    return (cite[1], end) if end > cite[1] else None
