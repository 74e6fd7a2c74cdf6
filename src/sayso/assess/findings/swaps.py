"""Remarks on one thing told in another's place: who, what, where, when, and who did it to whom."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from itertools import permutations

from sayso.assess.classes import named, one_deal, swapped
from sayso.assess.findings.numbers import one_matter
from sayso.assess.findings.remark import of, remark, reworded
from sayso.assess.findings.slots import KIND, PLACE, TIME, known
from sayso.assess.moments import DAYS, moved
from sayso.assess.pile import Pile
from sayso.assess.steps import Step, where
from sayso.assess.wording import name_words, party_words, short_name, stem, stop, subject
from sayso.lexicon import vocabulary
from sayso.lexicon.tables import rows
from sayso.model import Finding, Statement
from sayso.text import normal
from sayso.text.months import ENGLISH_MONTHS, MONTHS
from sayso.text.normal import trunk, trunks

RULE = {"who": "actor_changed", "where": "place_changed", "what": "category_changed", "why": "actor_changed"}


def thing_changed(pile: Pile, step: Step) -> Iterator[Finding]:
    """Another kind of person, place or thing.

    What: each telling has a word of one class (trades, arms, buildings, vehicles, beasts, illnesses, causes …) that the other page
    has nowhere, neither the word nor one that may stand for it.

    Why it matters: who did it, what was hit and what brought it about are the claim.

    Not when: the two words may stand for each other, a telling has a word for the whole class, or few words are common.

    Example (fiction): "weavers broke the gate" becomes "guards broke the gate".
    """
    a, b = step.before, step.after
    if step.kind == "headline" or not comparable(pile, step):
        return
    pages = [pile.documents[s.document].text for s in (a, b)]
    for swap in swapped(pile.told(a), pile.told(b), *pages):
        if one_deal(swap, pile.told(a), pile.told(b)):
            continue
        yield from said(pile, step, RULE[swap.kind], (swap.before, swap.after))
        return


def comparable(pile: Pile, step: Step) -> bool:
    """Whether the two tellings are in one language and share half of the shorter one's words, two at least."""
    a, b = step.before, step.after
    if pile.documents[a.document].language != pile.documents[b.document].language:
        return False
    x, y = subject(pile.told(a)), subject(pile.told(b))
    same = matched(x, y)
    return same >= LEAST and (same >= 0.5 * min(len(x), len(y)) or same >= MANY)


@lru_cache(maxsize=4096)
def matched(x: frozenset[str], y: frozenset[str]) -> int:
    """How many words of the shorter telling the longer one has, up to their endings ("Hasaka", "Hasakah")."""
    few, many = sorted((x, y), key=lambda w: (len(w), sorted(w)))
    heads = trunks(many)
    return sum(trunk(w) in heads for w in few)


MANY = 6  # words in common that make two long tellings one, whatever else they hold; own choice
LEAST = 2  # subject words in common; own choice: "the crew left Hald" and "the crew left Ambrey" share no more


def said(pile: Pile, step: Step, rule: str, change: tuple[str, str], *, framed: bool = False) -> Iterator[Finding]:
    """The remark on one thing in another's place; none where the rest is reworded, too, unless both are known to be ``framed``."""
    if not framed and reworded(rule, *change, (pile.text(step.before), pile.text(step.after))):
        return
    if rule != "date_changed" and not any(DAYS.isdisjoint(words.casefold().split()) for words in change):
        return  # "am Montag" and "am Dienstag": what the rules on dates speak of
    yield remark(
        rule,
        of(pile, step.before, step.after),
        f"“{change[0]}” in {where(pile, step.before)} is “{change[1]}” in {where(pile, step.after)} ({step.tie}).",
        claim=step.claim.id,
        change=change,
        limits="Overturned if both words stand for the same, or for two parts of what happened.",
    )


CAUSE = re.compile(rf"\b{vocabulary.one_of('causes', 'cause or occasion')}\s(?P<slot>[^,.;:]{{3,80}})", re.IGNORECASE)


def cause_changed(pile: Pile, step: Step) -> Iterator[Finding]:
    """Something else is given as the cause.

    What: both tellings have a phrase of cause or occasion ("because of", "due to", "after", "over", "caused by") behind much the
    same words, and no word of the one phrase is anywhere on the other page.

    Why it matters: who is to blame hangs on it.

    Not when: one word of the phrase stands on the other page, or what comes before the phrases differs.

    Example (fiction): "the lock gave way because of the frost" becomes "the lock gave way because of a barge".
    """
    a, b = step.before, step.after
    if step.kind == "headline" or not comparable(pile, step):
        return
    told, pages = [pile.told(s) for s in (a, b)], [pile.documents[s.document].text for s in (a, b)]
    for m in CAUSE.finditer(told[0]):
        for n in CAUSE.finditer(told[1]):
            effect = subject(told[0][: m.start()]), subject(told[1][: n.start()])
            if not effect[0] or matched(*effect) < 0.6 * min(map(len, effect)) or m.group().split()[0] != n.group().split()[0]:
                continue
            x, y = (trunks(subject(g["slot"])) for g in (m, n))
            if all(PRONOUN.match(g["slot"]) for g in (m, n)) and max(len(x), len(y)) == 1:
                continue  # "when it overturned", "when it tipped over": two verbs may be one
            if (x | y) & LENGTHS or any(COUNTED.match(g["slot"]) for g in (m, n)):
                continue  # "for two weeks", "for 14 days", "for 3 crowns": how long and how much, not why
            there = [trunks(subject(text)) for text in (pages[1], pages[0])]
            if x and y and not x & there[0] and not y & there[1]:
                yield from said(pile, step, "actor_changed", (m.group(), n.group()), framed=True)
                return


PRONOUN = re.compile(r"(?:he|she|it|they|we|this|that)\s", re.IGNORECASE)
COUNTED = re.compile(rf"(?:(?:{vocabulary.bounding()}|only|just)\s)?(?:[€$£]\s?)?\d", re.IGNORECASE)
LENGTHS = trunks(vocabulary.words("dimensions", "time", "night", "fortnight"))
RUN = re.compile(r"(?:(?<=\s)|(?<=^)|(?<=[“\"(‘—–-]))[A-Z][\w’'-]*(?:\s(?:&\s)?(?:(?:al|el|ez|az|ad|as|ash)-)?[A-Z][\w’'-]*){0,4}")


SHORT_MONTH = re.compile("|".join(sorted(ENGLISH_MONTHS - set(MONTHS))))


def names(told: str) -> list[tuple[int, str]]:
    """The proper names of a telling; its first word only where another capital follows or it stands in mid-sentence too."""
    out = []
    for m in RUN.finditer(told):
        words = m.group().split()
        first = not told[: m.start()].strip(" “\"‘'")
        if first and (len(words) == 1 and not re.search(rf"[a-z,]\s{re.escape(words[0])}\b", told)):
            words = [] if words[0].casefold() in stop() or common_word(words[0]) else words
        if words and words[0].casefold() in stop():
            words = words[1:]
        if words and not TIME.match(words[0]) and not SHORT_MONTH.fullmatch(words[0]) and name_words(" ".join(words)):
            out.append((m.start(), " ".join(words)))
    return out


@cache
def ordinary() -> frozenset[str]:
    """Stems of the commonest English words."""
    return frozenset(w for row in rows("common_words") if row["language"] == "en" for w in str(row["stems"]).split())


def common_word(word: str) -> bool:
    """Whether a capital at the start of a sentence says nothing: a word in the plural, a participle, a word of some class."""
    low = word.casefold()
    if normal.stem(word) in ordinary():
        return True
    return low.endswith(("ing", "ed", "ly", "s")) or stem(low) in party_words("people") | party_words("role")


def name_changed(pile: Pile, step: Step) -> Iterator[Finding]:
    """Another name.

    What: each telling has a proper name that the other page does not have in any spelling. After a word of place it is
    ``place_changed``, else ``actor_changed``.

    Why it matters: a name is what is looked up, accused and remembered.

    Not when: one page has both, the name is one of the telling's sources, or few words are common.

    Example (fiction): "the mill of Brund" becomes "the mill of Kelm".
    """
    a, b = step.before, step.after
    if step.kind == "headline" or not comparable(pile, step):
        return
    pages = [pile.documents[s.document] for s in (a, b)]
    gone = fresh(pile, a, pages[1].text)
    new = fresh(pile, b, pages[0].text)
    told = pile.told(a), pile.told(b)
    for x in gone:
        y = next((y for y in new if next_to(told[0], x) & next_to(told[1], y) and beside(told[0], x) & beside(told[1], y)), None)
        if y is not None and (short_name(x) == short_name(y)):
            place = placed(told[0], x) and placed(told[1], y)
            yield from said(pile, step, "place_changed" if place else "actor_changed", (x, y))
            return


def next_to(told: str, name: str) -> frozenset[tuple[str, str]]:
    """The words right before and right behind a name, articles passed over: the slot it stands in."""
    at = told.find(name)
    before = re.search(r"(\w+)\W{1,2}(?:(?:the|an?)\s)?$", told[:at], re.IGNORECASE)
    after = re.match(r"(?:['’]s)?\W{1,2}(\w+)", told[at + len(name) :])
    slots = {("before", trunk(before.group(1).casefold()))} if before else set()
    return frozenset(slots | ({("after", stem(after.group(1)))} if after else set()))


def beside(told: str, name: str) -> frozenset[str]:
    """The first letters of the words that stand near a name: what ties it to the telling."""
    at = told.find(name)
    before, after = re.findall(r"\w{3,}", told[:at])[-NEAR:], re.findall(r"\w{3,}", told[at + len(name) :])[:NEAR]
    return trunks(w.casefold() for w in (*before, *after) if w.casefold() not in LITTLE)


NEAR = 4  # words on either side of a name; own choice: verb and noun of a short clause
LITTLE = vocabulary.words("light_words", "little")


def fresh(pile: Pile, s: Statement, other: str) -> list[str]:
    """The names of a telling that the other page does not know; titles and the telling's own sources left out."""
    sources = {w for k in s.chain for form in pile.forms(k) for w in name_words(form)}
    return [
        n
        for _, n in names(pile.told(s))
        if not name_words(n) <= sources and not any(known(w, other) or w in other or aliased(w, other) for w in bare(n))
    ]


@cache
def aliases() -> dict[str, tuple[str, ...]]:
    """For each form of a body known by several names all its forms (``aliases.yml``), and for a capital its country's."""
    return {form: tuple(row["forms"]) for row in rows("aliases") for form in row["forms"]}


def aliased(word: str, other: str) -> bool:
    """Whether a page has another form of the name ("US-controlled", "Washington")."""
    first = word.split("-")[0]
    forms = aliases().get(word, ()) or aliases().get(first, ())
    return any(re.search(rf"(?<!\w){re.escape(f)}(?!\w)", other) for f in forms)


def bare(name: str) -> list[str]:
    """The words of a name without office and title."""
    return [w for w in re.findall(r"[^\W\d_][\w’-]*", re.sub(r"['’]s\b", "", name)) if stem(w) not in party_words("role")] or [name]


def placed(told: str, name: str) -> bool:
    """Whether a name stands after a word of place."""
    word = name.split()[0]
    return (
        any(m["name"].startswith(word) for m in PLACE.finditer(told))
        or re.search(
            rf"\b(?:in|at|near|outside|off|into|around|over|across|village of|town of|valley of|province of|coast of"
            rf"|north of|south of|east of"
            rf"|west of|left)\s(?:the\s)?(?:\w+\s)?{re.escape(word)}",
            told,
        )
        is not None
    )


def moment_changed(pile: Pile, step: Step) -> Iterator[Finding]:
    """Another day, month, year or hour.

    What: both tellings say when in the same way (a weekday, a month, a year, a part of the day), and neither page has the other's.

    Why it matters: a date decides what came first, and who can have known.

    Not when: one page has both, the ways of saying it differ ("on Monday", "yesterday"), or few words are common.

    Example (fiction): "the lock was opened on 14 May" becomes "the lock was opened on 24 May".
    """
    a, b = step.before, step.after
    if step.kind == "headline" or not one_matter(pile, step) or not comparable(pile, step):
        return
    told = [pile.told(s) for s in (a, b)]
    change = moved(*told, *(pile.documents[s.document].text for s in (a, b)))
    if change is not None:
        yield from said(pile, step, "date_changed", change)


INSIDE = re.compile(
    rf"(?P<x>[A-Z][\w’'-]+(?:\s[A-Z][\w’'-]+)?),?\s(?:a \w+ )?in\s(?:the\s)?(?:neighbou?ring\s|nearby\s|adjacent\s)?"
    rf"(?P<y>(?:[A-Z][\w’'-]+\s?(?:(?:ez|al|el|az)-)?){{1,3}}?)\s(?:{KIND})\b"
)


def nested(pile: Pile, step: Step) -> Iterator[Finding]:
    """Two places side by side become one inside the other.

    What: the earlier telling joins two places by "and" or a comma; the later one puts one of them into the province or region of
    the other.

    Why it matters: a place that is put into the wrong district is looked for there.

    Not when: the earlier page has one inside the other as well, or lacks one of the names.

    Example (fiction): "to the fells of Kelm and of Brund" becomes "to Brund in neighbouring Kelm province".
    """
    a, b = step.before, step.after
    if step.kind == "headline" or pile.documents[a.document].language != pile.documents[b.document].language:
        return
    told, page = pile.told(a), pile.documents[a.document].text
    for m in INSIDE.finditer(pile.told(b)):
        x, y = m["x"].split()[-1], m["y"].split()[0]
        spots = [told.find(trunk(x)), told.find(trunk(y))]
        between = told[min(spots) : max(spots)]
        joined = re.search(r"\sand\s|,\s", between) and not re.search(r"\sin\s", between)
        inside = re.search(rf"{re.escape(x)}[^.;\n]{{0,40}}\sin\s[^.;\n]{{0,20}}{re.escape(y)}", page)
        end = max(spots) + len(y)
        if min(spots) >= 0 and joined and inside is None:
            yield from said(
                pile,
                step,
                "place_changed",
                (told[min(spots) : end] + re.split(r"\W", told[end:])[0], m.group()),
            )
            return


def roles_swapped(pile: Pile, step: Step) -> Iterator[Finding]:
    """Who did it to whom is the other way round.

    What: both tellings have the same two names and one verb; what stands before and behind the verb has changed places, and neither
    has become passive; or "from X to Y" has become "from Y to X".

    Why it matters: the one who did it becomes the one it was done to.

    Not when: the later telling is the passive of the earlier one, or more than one verb stands between.

    Example (fiction): "the guild sued the mill" becomes "the mill sued the guild".
    """
    a, b = step.before, step.after
    if step.kind == "headline" or not comparable(pile, step):
        return
    told_a, told_b = pile.told(a), pile.told(b)
    change = turned(told_a, told_b) or ends_swapped(told_a, told_b)
    if change is not None:
        yield from said(pile, step, "actor_changed", change)


def heads(told: str) -> list[tuple[int, int, str]]:
    """Names and words for those who act: where each begins and ends, and its stem."""
    found = [(at, at + len(n), stem(bare(n)[-1])) for at, n in names(told)]
    taken = [(at, end) for at, end, _ in found]
    found += [
        (n.at, n.at + len(n.word), stem(n.word))
        for n in named(told)
        if any(p.kind == "who" for p in n.places) and not any(at <= n.at < end for at, end in taken)
    ]
    return sorted(set(found))


def turned(a: str, b: str) -> tuple[str, str] | None:
    """A verb whose two sides have changed places: what stands right before it stands behind it, and the other way round."""
    one, two = ({w: (at, end) for at, end, w in reversed(heads(t))} for t in (a, b))
    for x, y in permutations(sorted(set(one) & set(two)), 2):
        if one[x][1] >= one[y][0] or two[y][1] >= two[x][0]:
            continue
        between_a, between_b = a[one[x][1] : one[y][0]], b[two[y][1] : two[x][0]]
        if max(len(between_a.split()), len(between_b.split())) > BETWEEN:
            continue
        verb = re.match(VERB, between_a), re.match(VERB, between_b)
        if all(verb) and len({verb_root(m["verb"]) for m in verb if m}) == 1 and passive(between_a) == passive(between_b):
            return (a[one[x][0] : one[y][1]], b[two[y][0] : two[x][1]])
    return None


VERB = r"\s(?:(?:has|have|had|was|were|is|are|been|will|would|also|first|\w+ly)\s){0,3}(?P<verb>[a-z]{4,})\b"
BETWEEN = 7  # words from one name to the other; own choice: further apart they belong to different verbs


def verb_root(word: str) -> str:
    """The first letters of a word without its ending."""
    return re.sub(r"(?:ing|ed|es|s|e)$", "", word)[:6]


def passive(text: str) -> bool:
    """Whether a stretch between two names is passive."""
    be = re.search(r"\b(?:is|are|was|were|been|being|be)\s(?:\w+ly\s)?(?P<verb>\w+)", text)
    return be is not None and (re.search(r"\bby\b", text) is not None or be["verb"].endswith(("ed", "en", "ght", "wn")))


FROM_TO = re.compile(r"\b(?P<p>from|between|in|by|to)\s(?:the\s)?(?P<name>[A-Z][\w’'-]*)")


def ends_swapped(a: str, b: str) -> tuple[str, str] | None:
    """Two names whose prepositions, or the verbs before them, have changed places."""
    one, two = tied(a), tied(b)
    for x, y in permutations(sorted(set(one) & set(two)), 2):
        if one[x] != one[y] and one[x] == two[y] and one[y] == two[x]:
            return f"{one[x]} {x}, {one[y]} {y}", f"{two[x]} {x}, {two[y]} {y}"
    return None


def tied(told: str) -> dict[str, str]:
    """Names after a preposition with it, or with the verb before it where one stands there."""
    out: dict[str, str] = {}
    for m in FROM_TO.finditer(told):
        before = re.search(r"([a-z]{4,})\s(?:\w{1,3}\s)?$", told[: m.start()])
        verb = verb_root(before.group(1)) if before and m["p"] in ("in", "by") else ""
        out.setdefault(re.sub(r"['’]s$", "", m["name"]), f"{verb} {m['p']}".strip())
    return out
