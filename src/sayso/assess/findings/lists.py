"""Remarks on enumerations that grow, shrink or change an item on the way."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from sayso.assess.classes import groups
from sayso.assess.findings.remark import of, remark
from sayso.assess.findings.slots import KIND
from sayso.assess.findings.swaps import comparable
from sayso.assess.pile import Pile
from sayso.assess.steps import Step, where
from sayso.assess.wording import party_words, stem, stop, subject
from sayso.lexicon import vocabulary
from sayso.model import Finding, Statement
from sayso.text.normal import onset, trunk

BREAK = re.compile(r"\s*(?:,\s*(?:and|or|as well as)\s|,\s|\s(?:and|or|as well as)\s)\s*")
JOINED = re.compile(r"\s(?:and|or|as well as)\s")
# Where one list ends and another begins: marks, and words before examples ("18 people, including weavers and dyers").
APART = re.compile(r"[.;:!?]\s|[“”\"]|,?\s(?:including|among them|such as|like)\s")
PARTICIPLE = re.compile(r"[a-z]+(?:ed|ing)")  # "…, brokered by the guild": no item
VAGUE = vocabulary.words("light_words", "vague")
LIST = 3  # items of a list; the other telling may have two of them
LONGEST_ITEM = 4  # words of an item; longer pieces between commas are clauses
PAIR = re.compile(r"\b(?P<x>\w{4,}),?\s(?:and|or|,)\s?(?P<y>\w{4,})\s(?P<head>\w{4,})", re.IGNORECASE)


CUT = re.compile(
    r"\s(?:as|in|on|of|for|to|with|by|that|which|who|when|while|after|before|from|at|is|are|was|were|has|have|will)\s.*$",
    re.IGNORECASE,
)
ENDS_CLAUSE = re.compile(r"\b(?:is|are|was|were|became|become)\s(?:the\s)?\w+$", re.IGNORECASE)  # "Kelm was the goal, …"
INSIDE = re.compile(rf"^[A-Z][\w’'-]+\s(?:{KIND})$|^(?:from|in|at)\s")  # "in Kelm, Brund province, from Hald": places, no list
CLAUSE = re.compile(r"(?:to|which|who|where|but|that|as|he|she|it|they|we|said|says)\b", re.IGNORECASE)


@lru_cache(maxsize=8192)
def enumeration(text: str) -> tuple[str, ...]:
    """The longest run of short items that commas and one "and" before the last join, at least two; () where there is none."""
    best: tuple[str, ...] = ()
    for sentence in APART.split(re.sub(r"\s?\([^()]{0,40}\)", "", text)):
        pieces = BREAK.split(sentence)
        joints = [m.group() for m in BREAK.finditer(sentence)]
        run: list[str] = []
        for n, piece in enumerate(pieces):
            item = CUT.sub("", piece.strip())
            last = n > 0 and JOINED.search(f" {joints[n - 1].strip(' ,')} ") is not None
            if run and is_item(item, whole=item == piece.strip()):
                run.append(item)
                best = max(best, like(run), key=len) if last else best
                if item == piece.strip() and not last:
                    continue
            run = [first_item(piece)] if piece.split() and not ENDS_CLAUSE.search(piece) else []
    return best if len(best) >= 2 else ()


def like(run: list[str]) -> tuple[str, ...]:
    """The items of a run; its first words are none where all others are doings ("outside her home, kicking and slapping")."""
    doings = [item.split()[0].endswith("ing") for item in run]
    return tuple(run[1:] if all(doings[1:]) and not doings[0] else run)


def first_item(piece: str) -> str:
    """The last two words before the first comma, or one where the other is the verb or preposition that governs the list."""
    words = piece.split()[-2:]
    return words[-1] if GOVERNS.fullmatch(words[0].casefold()) else " ".join(words)


GOVERNS = re.compile(r"[a-z]{2,}(?:ed|ing)|against|for|of|to|with|from|by|in|on|at|took|sold|bought|like|as")
SUBJECT = re.compile(r"^(?:the|an?|his|her|its|their)\s(?:\w+\s){1,2}\w+ed$", re.IGNORECASE)  # "the mayor slipped": a clause


def is_item(item: str, whole: bool) -> bool:
    """Whether a piece between commas is short enough and no clause; one whose tail was cut is no bare participle."""
    short = 0 < len(item.split()) <= LONGEST_ITEM and CLAUSE.match(item) is None and not INSIDE.search(item)
    return short and SUBJECT.match(item) is None and (whole or PARTICIPLE.fullmatch(item) is None)


def heads(item: str) -> frozenset[str]:
    """Stems of an item's content words."""
    words = (re.sub(r"(?<=\d)s$", "", w) for w in re.findall(r"\w{3,}", item))  # "AK-47s"
    return frozenset(stem(w) for w in words if w.casefold() not in stop())


def same_item(x: str, y: str) -> bool:
    """Whether two items share a word, by its first five letters, or have words that may stand for each other."""
    return any(trunk(a) == trunk(b) for a in heads(x) for b in heads(y)) or bool(groups(x) & groups(y))


def list_changed(pile: Pile, step: Step) -> Iterator[Finding]:
    """A list has other items.

    What: both tellings give a list of three or more; at least two items are the same, and others are in one list only and nowhere
    in the other telling. What is new is ``detail_added``, what is gone ``detail_dropped``.

    Why it matters: one more illness in a list is a new claim with an old source.

    Not when: fewer than two items agree, or the missing item stands elsewhere on that page.

    Example (fiction): "oats, rye and barley" becomes "oats, rye, barley and hops".
    """
    a, b = step.before, step.after
    one, two = (enumeration(parts(pile, s)) for s in (a, b))
    if max(len(one), len(two)) < LIST or sum(any(same_item(x, y) for y in two) for x in one) < 2:
        return
    page_a, page_b = (pile.documents[s.document].text.casefold() for s in (a, b))
    added = [y for y in two if heads(y) and not any(same_item(x, y) for x in one) and not shown(y, page_a)]
    dropped = [x for x in one if heads(x) and not any(same_item(x, y) for y in two) and not shown(x, page_b)]
    change = ", ".join(one), ", ".join(two)
    if added:
        yield remark(
            "detail_added",
            of(pile, a, b),
            f"The list in {where(pile, b)} also has “{', '.join(added)}”, which {where(pile, a)} has nowhere ({step.tie}).",
            claim=step.claim.id,
            change=change,
            limits="Overturned if the later page has it from elsewhere.",
        )
    elif dropped and len(two) < len(one):  # an item for an item is an exchange
        yield remark(
            "detail_dropped",
            of(pile, a, b),
            f"“{', '.join(dropped)}” of the list in {where(pile, a)} is nowhere in {where(pile, b)} ({step.tie}).",
            claim=step.claim.id,
            change=change,
            limits="Overturned if the later page did not have it before it.",
        )


def list_replaced(pile: Pile, step: Step) -> Iterator[Finding]:
    """A list keeps one item and has others for the rest.

    What: both tellings of a claim give a list of three or more; one item is the same, and two or more of each list are nowhere in
    the other telling.

    Why it matters: what is to be hit, sold or healed is the claim; one item that stays makes the rest look as if it had.

    Not when: two items agree (then what came and went is told), or no step is shown and the words around the lists differ.

    Example (fiction): "barns, mills and granaries" becomes "barns, schools and chapels".
    """
    a, b = step.before, step.after
    one, two = (enumeration(parts(pile, s)) for s in (a, b))
    same = [x for x in one if any(same_item(x, y) for y in two)]
    if min(len(one), len(two)) < LIST or len(same) != 1 or step.kind == "headline":
        return
    if step.kind != "derived" and not comparable(pile, step):
        return
    told = [pile.told(s).casefold() for s in (a, b)]
    new = [y for y in two if heads(y) and not any(same_item(x, y) for x in one) and not shown(y, told[0])]
    gone = [x for x in one if heads(x) and not any(same_item(x, y) for y in two) and not shown(x, told[1])]
    if min(len(new), len(gone)) >= LIST - 1:
        yield remark(
            "category_changed",
            of(pile, a, b),
            f"“{', '.join(gone)}” of the list in {where(pile, a)} are “{', '.join(new)}” in {where(pile, b)} ({step.tie}).",
            claim=step.claim.id,
            change=(", ".join(one), ", ".join(two)),
            limits="Overturned if the two lists are of different things, or name the same things in other words.",
        )


def parts(pile: Pile, s: Statement) -> str:
    """The told words, with a stop between pieces that stand apart on the page."""
    text = pile.documents[s.document].text
    return "; ".join(span.of(text) for span in s.content) or pile.told(s)


def shown(item: str, page: str) -> bool:
    """Whether the words of an item stand on a page."""
    return all(trunk(h) in page for h in heads(item))


def pair_changed(pile: Pile, step: Step) -> Iterator[Finding]:
    """One half of a pair is another word.

    What: "X and Y aid" becomes "X and Z support": the first halves begin alike, the second ones are other words, and neither
    telling has the other's.

    Why it matters: "logistics and food" and "logistics and arms" are different help.

    Not when: the two tellings share fewer than three words.

    Example (fiction): "nets and ropes aid" becomes "nets and rifles support".
    """
    a, b = step.before, step.after
    told_a, told_b = pile.told(a), pile.told(b)
    words_a, words_b = subject(pile.text(a)), subject(pile.text(b))
    if len(words_a & words_b) < 3:
        return
    for m in PAIR.finditer(told_a):
        for n in PAIR.finditer(told_b):
            x, y = stem(m["y"]), stem(n["y"])
            alike = m["x"][:6].casefold() == n["x"][:6].casefold() and len(m["x"]) > 5
            if {m["y"].casefold(), n["y"].casefold(), m["head"].casefold(), n["head"].casefold()} & (stop() | VAGUE):
                continue
            if (
                alike
                and not {stem(m["x"]), x, y} & party_words("people")
                and onset(x) != onset(y)
                and x not in words_b
                and y not in words_a
            ):
                yield remark(
                    "category_changed",
                    of(pile, a, b),
                    f"“{m.group()}” in {where(pile, a)} is “{n.group()}” in {where(pile, b)} ({step.tie}).",
                    claim=step.claim.id,
                    change=(m.group(), n.group()),
                    limits="Overturned if both words stand for the same things.",
                )
                return
