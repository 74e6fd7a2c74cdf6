"""Whom "he", "she" and "the lender" may mean: persons and bodies named in the words before, sources or not.

A pronoun in the cast means whoever spoke last; but "Ida Volk left the hall. She said C" brings on somebody who has not spoken yet,
and so does "Queues stood before Tarn Savings. The lender said C".
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from functools import cache

from sayso.extract.persons import FIRST, POSTS, first_name
from sayso.extract.posts import BODIES
from sayso.lexicon.gazetteer import named
from sayso.lexicon.posts import classes, plural
from sayso.lexicon.roles import role_of
from sayso.lexicon.words import words
from sayso.model import PERSONS, Span
from sayso.text.months import ENGLISH_MONTHS, WEEKDAY_OF
from sayso.text.tokens import Token, tokens

REACH = 400  # code points before a pronoun that are looked at
ABBREVIATION = 5  # letters: "Gov." and "Sgt." are shorter
SENTENCES = 2  # its own and the one before
LONGEST, APPOSITION = 4, 7  # words of a name that opens a sentence; tokens after it in which stands what he is
LEADING = 6  # words in which a told clause says whom it is about
NUMBERS = frozenset("one two three four five six seven eight nine ten several many some".split())
_THEIRS = frozenset("his her their".split())
_TRADE = re.compile(r"..(?:man|woman|ist|[^aeiou]er|[dlt]or)$")  # "fish seller Ada Grell": what somebody does, by its ending
_ARTICLES = frozenset("the a an another".split())
_WHERE = frozenset("in near towards outside off".split())
_BODIES = frozenset({"organization", "government", "ngo", "agency", "armed_group"})
_ANY_FIRM = frozenset("company firm group".split())
FAMILY = 5  # letters that "airline" and "airliner" share
TWICE = 2  # times that a page names a body before it calls it "the firm" alone: what is named once may be anybody's


@cache
def _no_subject() -> frozenset[str]:
    return words("en", "preposition") | words("en", "relative") | words("en", "auxiliary") | words("en", "clause")


def person_before(text: str, at: int, wanted: str, known: Mapping[str, str | None]) -> list[Token]:
    """The name that a pronoun at ``at`` may well mean: the first of its sentence, else the first of the one before.

    ``known`` are surnames of persons in the cast with their gender; others need a first name that tells it. Empty: nobody fits.
    """
    listed = tokens(text, max(0, at - REACH), at)
    for sentence in _sentences(listed)[:SENTENCES]:
        if any(t.text == wanted.capitalize() for t in sentence):
            return []  # "He blames Tarn Watch. Nobody asked, he said": the same one goes on
        if (one := _in_apposition(sentence)) and first_name(one[0].low) in (wanted, None):
            return one
        if one := _named_in_full(text, sentence, wanted, known):
            return one
        for run in _names(sentence):
            if _gender(run, known) in (wanted, "any"):
                return [t for t in run if "honorific" not in classes(t)]
    return []


def _named_in_full(text: str, sentence: Sequence[Token], wanted: str, known: Mapping[str, str | None]) -> list[Token]:
    """The full name of whom a sentence's first word calls by the surname alone, though he has told nothing yet on the page."""
    first = sentence[0] if sentence else None
    if first is None or not first.capital or first.low in known or first.low in _no_subject() | FIRST or _noun(first):
        return []
    if len(sentence) < 2 or sentence[1].capital or not sentence[1].word or named(first.text) or first_name(first.low):
        return []
    full = re.search(rf"(?<![\w’'-])[A-Z][\w’'-]+\s{re.escape(first.text)}(?![\w’'-])", text[: first.start])
    name = tokens(text, *full.span()) if full else []
    usable = len(name) == 2 and not (_noun(name[0]) or name[0].low in _no_subject() | FIRST or named(full.group() if full else ""))
    return name if usable and first_name(name[0].low) in (wanted, None) else []


def in_full(text: str, at: int, phrase: Sequence[Token]) -> str:
    """The one full name that the words before ``at`` give to whom a phrase names by the surname ("Mr Rask"); empty: not one."""
    said = [t for t in phrase if t.word and t.text != "."]
    titled = len(said) == 2 and "honorific" in classes(said[0])
    if not said or len(said) > 2 or (len(said) == 2 and not titled) or not said[-1].capital or said[-1].text.isupper():
        return ""
    last = said[-1]
    if named(last.text) or (not titled and (first_name(last.low) or _noun(last) or last.low in _no_subject() | FIRST)):
        return ""
    names = {m.group(1) for m in re.finditer(rf"(?<![\w’'-])([A-Z][\w’'-]+\s{re.escape(last.text)})(?![\w’'-])", text[:at])}
    names = {name for name in names if "honorific" not in classes(tokens(name)[0])}
    firsts = [t for name in names for t in tokens(name)[:1]]
    known = _no_subject() | FIRST | words("en", "time") | words("en", "adverb") | words("en", "pronoun")
    other = any(_noun(t) or t.low in known or named(t.text) or re.search(rf"(?<!\w){t.low}(?!\w)", text) for t in firsts)
    return names.pop() if len(names) == 1 and not other else ""  # "At last Rask", "Storm Rask" where a storm is spoken of


def _noun(t: Token) -> bool:
    return bool(classes(t) or role_of(t)) or t.text in ENGLISH_MONTHS or t.low in WEEKDAY_OF


def told_by(text: str, told: Span, wanted: str) -> str:
    """The subject of a told clause, where it is somebody with a post and may be the pronoun that tells it; empty: nobody."""
    return _subject(text, tokens(text, told.start, told.end)[:LEADING], wanted)


def brought_on(text: str, at: int, wanted: str) -> str:
    """The subject of a sentence shortly before, where it is somebody with a post; empty: nobody is."""
    for sentence in _sentences(tokens(text, max(0, at - REACH), at))[1 : 2 + SENTENCES]:
        opens = next((n for n, t in enumerate(sentence) if t.word), 0)  # behind the mark that closes what was said before
        if found := _subject(text, sentence[opens : opens + LEADING], wanted):
            return found
    return ""


def called(text: str, at: int, phrase: Sequence[Token]) -> str:
    """The name that the words before ``at`` give to "the singer" ("singer Ida Volk", "Ida Volk, a singer"); empty: none, or two."""
    said = [t for t in phrase if t.word]
    if len(said) != 2 or said[0].low != "the" or not (said[1].text.islower() or role_of(said[1]) in PERSONS):
        return ""
    names = beside(text[:at], said[1].low)
    fullest = max(names, key=lambda n: (len(n.split()), n), default="")
    return fullest if all(set(n.split()) <= set(fullest.split()) for n in names) else ""


def beside(text: str, noun: str) -> set[str]:
    """The names beside which a text has a noun: "singer Ida Volk", "Ida Volk, a singer"."""
    noun = re.escape(noun)
    before = rf"(?<![\w’'-])(?:{noun}|{noun.capitalize()})\s((?:(?:(?:de|da|di|van|von|al|bin|la|el)\s)?[A-Z][\w’'-]+\s?){{1,3}})"
    behind = rf"((?:[A-Z][\w’'-]+\s){{0,2}}[A-Z][\w’'-]+),\s(?:an?|the)\s(?:[\w-]+\s){{0,4}}?{noun}(?![\w’'-])"
    return {m[1].strip().removesuffix("'s").removesuffix("’s") for form in (before, behind) for m in re.finditer(form, text)}


def posted(text: str, at: int, wanted: str, first: int = 0) -> str:
    """The one full name behind a post in the sentences before a pronoun, where nobody is known to be meant; empty: not one.

    "Mayor Sefu Kalo tried to calm them. He said": no list of first names has all of them. Words from ``first`` on are looked at.
    """
    for sentence in _sentences(tokens(text, max(first, at - REACH), at))[: 1 + SENTENCES]:
        runs = [r for r in _names(sentence) if len(r) > 1 and first_name(r[0].low) in (wanted, None) and _behind_post(sentence, r)]
        if runs:
            return text[runs[0][0].start : runs[0][-1].end] if len(runs) == 1 else ""
    return ""


def alone(text: str, at: int, wanted: str) -> str:
    """The one full name in the sentences before a pronoun, of whom the page elsewhere calls by half of it; empty: none, or two.

    "Tanno Volk has sold the herd. … Tanno has his doubts": no list has that first name, but no firm and no place is called by
    half its name. A name behind a courtesy ("Dr Kobi Volk") needs no more.
    """
    found: dict[str, str] = {}
    for sentence in _sentences(tokens(text, max(0, at - REACH), at))[: 1 + SENTENCES]:
        for run in _names(sentence):
            name = [t for t in run if "honorific" not in classes(t)]
            whole = text[name[0].start : name[-1].end] if len(name) == 2 else ""
            if not whole or named(whole) or named(name[1].text) or first_name(name[0].low) not in (wanted, None):
                continue
            half = rf"(?<![\w’'-]\s)(?<![\w’'-])(?:{re.escape(name[0].text)}|{re.escape(name[1].text)})(?:['’]s)?\s(?=[a-z])"
            if len(name) < len(run) or re.search(half, text):
                found[name[1].low] = whole
        if found:
            break
    return next(iter(found.values())) if len(found) == 1 else ""


def _behind_post(sentence: Sequence[Token], run: Sequence[Token]) -> bool:
    """Whether a name stands behind what somebody is: "Headmaster Sefu Kalo", "the bank's chair, Ida Volk"."""
    n = next(i for i, t in enumerate(sentence) if t.start == run[0].start)
    n -= n > 0 and sentence[n - 1].text == ","
    if n == 0 or run[-1].text.endswith(("'s", "’s")):
        return False
    before = sentence[n - 1]
    led = n > 1 and sentence[n - 2].low in words("en", "preposition")  # "after dinner"
    trade = before.word and before.text.islower() and before.low not in words("en", "preposition") and not led
    return bool(classes(before) & POSTS) or (trade and _TRADE.search(before.low) is not None)


def _body(text: str, listed: Sequence[Token]) -> str:
    """The name of a body that opens a clause: "The Orvik Bank", "Lake Police"."""
    size = next((n for n, t in enumerate(listed) if not (t.word and t.capital)), len(listed))
    return text[listed[0].start : listed[size - 1].end] if size > 1 and classes(listed[size - 1]) & BODIES else ""


def _subject(text: str, listed: Sequence[Token], wanted: str) -> str:
    """The noun phrase that opens a clause, up to the noun that says what somebody is, with his name behind it."""
    if wanted == "it":
        return _body(text, listed)
    noun = next((n for n, t in enumerate(listed) if classes(t) & POSTS or (wanted == "they" and _several(t))), -1)
    if noun < 0 or any(not t.word or t.capital or t.low in _no_subject() | FIRST for t in listed[1 : noun + 1]):
        return ""
    several, counted = plural(listed[noun]) or _several(listed[noun]), listed[0].low in NUMBERS or listed[0].text.isdigit()
    end = next((n for n in range(noun + 1, len(listed)) if not listed[n].capital), len(listed))
    known = listed[0].low in _ARTICLES or counted or (noun == 0 and (several or end > 1))
    known = known or (listed[0].low in _THEIRS and first_name(listed[noun].low) == wanted)  # "His daughter Ida is less sure. She"
    if not known or several != (wanted == "they") or first_name(listed[noun].low) not in (wanted, None):
        return ""
    return text[listed[0].start : listed[end - 1].end]


def opened(text: str, at: int) -> tuple[int, str]:
    """Where a sentence begins, and the body that it is about: the pronoun's own, else the one before; empty: none.

    "The mill blames the rain which, it said, C", "After a day the regulator has given in. It says C".
    """
    begin = text.rfind("\n", 0, at) + 1
    listed = _sentences(tokens(text, begin, at))
    before = listed[0] or (listed[1] if len(listed) > 1 else [])
    for n in [0, *(k + 1 for k, t in enumerate(before) if t.text == ",")]:
        if name := _about(text, before[n:]):
            return before[0].start, name
    return begin, ""


def _about(text: str, clause: Sequence[Token]) -> str:
    """The body that a clause has for its subject, by its noun: "the regulator" before "disagrees"."""
    said = [t.low for t in clause[1:2]]
    bodies = (n for n, t in enumerate(clause[:LONGEST]) if n and (role_of(t) in _BODIES or classes(t) & BODIES))
    end = next(bodies, 1 if said and firm(clause[:2]) else 0)
    if not end or clause[0].low != "the" or any(t.capital or not t.word for t in clause[1 : end + 1]):
        return ""
    after = clause[end + 1] if end + 1 < len(clause) else None
    verb = after is not None and after.text.islower() and not role_of(after) and after.low not in words("en", "preposition")
    return text[clause[0].start : clause[end].end] if verb else ""


def _several(t: Token) -> bool:
    """Whether a plural says who several people are, though it is no post ("insiders")."""
    return role_of(t) in PERSONS | {"anonymous", "group"} and t.low.endswith("s")


def _in_apposition(sentence: list[Token]) -> list[Token]:
    """The name that opens a sentence and is said to be somebody's: "Oke Ruun, a spokesman for the mill, was …"."""
    size = next((n for n, t in enumerate(sentence) if not (t.word and t.capital and t.low not in FIRST)), len(sentence))
    rest = sentence[size : size + APPOSITION]
    if not 2 <= size <= LONGEST or len(rest) < 3 or rest[0].text != ",":
        return []
    end = next((n for n, t in enumerate(rest) if n and not t.word), len(rest))
    bare = rest[1].text.islower() and any(
        classes(t) & POSTS for t in rest[1:end]
    )  # "Oke Ruun, technical director of the mill, has …"
    said = (
        any(t.low == "who" for t in rest[1:end])
        or bare
        or (rest[1].low in ("a", "an", "the") and any(classes(t) & POSTS for t in rest[2:]))
    )
    name = sentence[:size]
    return name if said and not any(classes(t) or role_of(t) or t.low in _no_subject() for t in name) else []


def firm(phrase: Sequence[Token]) -> str:
    """The noun of "the lender", "the club"; empty where a phrase is more, or no firm."""
    said = [t.low for t in phrase if t.word]
    return said[1] if len(said) == 2 and said[0] == "the" and said[1] in words("en", "firm") else ""


def body_before(text: str, at: int, noun: str, others: frozenset[str]) -> str:
    """The name of the body that "the lender" (``noun``) may well mean: what the page has named most before; empty: nobody fits.

    Places, persons and ``others`` (words of the page's own house and of those who speak on it) are none.
    """
    if noun not in _ANY_FIRM and (one := _of_its_sort(text[:at], noun, others)):
        return one
    if noun in words("en", "members"):
        return ""  # what the page has most is seldom a union or a club
    forms: dict[str, Counter[str]] = {}
    there: Counter[str] = Counter()  # how often a name says where: a place that no gazetteer has
    opening: Counter[str] = Counter()  # the first words of sentences: a name only where it is one elsewhere
    for sentence in _sentences(tokens(text, 0, at)):
        opening.update(t.text for t in sentence[:1] if not (len(sentence) > 1 and sentence[1].capital))
        for run in _runs(sentence):
            spelt = " ".join(t.text.removesuffix("'s").removesuffix("’s") for t in run)
            first = spelt.split()[0]
            n = sentence.index(run[0])
            there[first] += n > 0 and sentence[n - 1].low in _WHERE
            there[first] += n > 0 and len(run) > 1 and sentence[n - 1].low == "the" and _ends_there(sentence, n + len(run))
            if first.lower() not in others and not _person_or_place(run, spelt):
                forms.setdefault(first, Counter())[spelt] += 1
    placed = {first for first, c in forms.items() if 2 * there[first] >= sum(c.values()) + opening[first]}
    counted = sorted(((sum(c.values()) + opening[first], first) for first, c in forms.items() if first not in placed), reverse=True)
    if not counted or counted[0][0] < TWICE or (len(counted) > 1 and counted[1][0] == counted[0][0]):
        return ""
    return max(forms[counted[0][1]], key=lambda spelt: (len(spelt.split()), spelt))


def _ends_there(sentence: Sequence[Token], n: int) -> bool:
    """Whether a name behind "the" is all of its phrase: "the Ida Maria," is a ship, "the Varn Salt works" are a firm's."""
    after = sentence[n] if n < len(sentence) else None
    return after is None or not after.word or any(after.low in words("en", kind) for kind in ("preposition", "auxiliary", "clause"))


def _of_its_sort(text: str, noun: str, others: frozenset[str]) -> str:
    """The one name beside which a page has the noun or its family: "a Tarn Air airliner", "Orvik Union", "the lender Varn"."""
    family = noun[:FAMILY] if len(noun) > FAMILY else noun
    name = r"(?P<{}>[A-Z][\w’'&-]+(?:\s[A-Z][\w’'&-]+){{0,3}})"
    near = re.finditer(rf"(?<![\w’'-])(?:{name.format('a')}\s(?:{family})\w*|(?i:{noun})\s{name.format('b')})(?![\w’'-])", text)
    found = {n for m in near if (n := m["a"] or m["b"]).lower().split()[0] not in others | FIRST}
    fullest = max(found, key=lambda n: (len(n.split()), n), default="")
    if not fullest or not all(set(n.split()) <= set(fullest.split()) for n in found):
        return ""
    first = tokens(fullest)[0]
    return "" if named(fullest) or first_name(first.low) or _noun(first) else fullest


def _runs(sentence: list[Token]) -> list[list[Token]]:
    """Capitalised words side by side, without articles, days, months and the first word of a sentence that stands alone."""
    runs: list[list[Token]] = [[]]
    for n, t in enumerate(sentence):
        plain = t.low in FIRST or t.text in ENGLISH_MONTHS or t.low in WEEKDAY_OF
        alone = n == 0 and not (len(sentence) > 1 and sentence[1].capital)
        if t.word and t.capital and not t.text.isupper() and not plain and not alone:
            runs[-1].append(t)
        elif runs[-1]:
            runs.append([])
    return [r for r in runs if r]


def _person_or_place(run: list[Token], spelt: str) -> bool:
    return (
        bool(named(spelt))
        or bool(len(run) > 1 and first_name(run[0].low))
        or any("honorific" in classes(t) for t in run)
        or all(classes(t) or role_of(t) for t in run)
    )


def _gender(run: list[Token], known: Mapping[str, str | None]) -> str | None:
    """What a run of capitalised words says: he, she, "any" for somebody known without a gender, None for no person we can tell."""
    name = [t for t in run if "honorific" not in classes(t)]
    if not name:
        return None
    own = first_name(run[0].low) if len(run) > 1 else None
    if len(name) == 1 and len(run) == 2:
        return own  # "Mr Volk"
    if name[-1].low in known:
        return own or known[name[-1].low] or "any"
    return own if len(name) > 1 else None


def _sentences(listed: list[Token]) -> list[list[Token]]:
    """Sentences, last one first: it is empty where the pronoun begins one; a stop after a title or a letter ends none."""
    out: list[list[Token]] = [[]]
    for before, t in zip([None, *listed], listed, strict=False):
        if t.text not in ".!?":
            out[-1].append(t)
        elif before is not None and len(before.text) > 1 and not _abbreviated(before):
            out.append([])
    return out[::-1]


def _abbreviated(t: Token) -> bool:
    return "honorific" in classes(t) or ("office" in classes(t) and len(t.text) < ABBREVIATION)


def _names(sentence: list[Token]) -> list[list[Token]]:
    """Runs of capitalised words that may be persons; what owns something ("Rask's plan") comes after what does not."""
    runs: list[list[Token]] = [[]]
    for t in sentence:
        honorific = "honorific" in classes(t)
        if t.word and t.capital and t.low not in FIRST and (honorific or not (classes(t) or role_of(t))):
            runs[-1].append(t)
        elif t.text == "." and runs[-1]:
            continue
        elif runs[-1]:
            runs.append([])
    listed = [r for r in runs if r]
    return [r for r in listed if not r[-1].text.endswith(("'s", "’s"))] + [r for r in listed if r[-1].text.endswith(("'s", "’s"))]
