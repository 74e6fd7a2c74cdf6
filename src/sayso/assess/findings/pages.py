"""Remarks on two pages taken whole: figures, withdrawn figures, lists and spoken words that are told in more than one way."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

from sayso.assess.denials import Reply, act
from sayso.assess.figured import NEARLY
from sayso.assess.figures import Counted, counted, written
from sayso.assess.findings.lists import enumeration, parts, same_item, shown
from sayso.assess.findings.quotations import marks, same_words
from sayso.assess.findings.remark import of, remark, short
from sayso.assess.findings.swaps import matched
from sayso.assess.pile import PASSED_ON, Pile, innermost, own_stance, taken_as
from sayso.assess.steps import Step, page_nearness, where
from sayso.assess.wording import likeness, subject
from sayso.model import Claim, Finding, Statement

NEAR_ENOUGH = 1.25  # a figure and its rounding ("a dozen" for ten, "some 50" for 44); own choice


def rounded(pile: Pile, walked: Sequence[Step]) -> Iterator[Finding]:
    """The one figure that two pages give for people is rounded, or gains a bound.

    What: a page follows another; figures that both have are set aside, and in the claims they share each has one figure for people
    left, with the same outcome: the same number with "at least" or "up to", or a number next to it.

    Why it matters: "ten", "a dozen" and "at least ten" are three figures with one source.

    Not when: a page has more figures for people in what they share, or the two tellings have no word in common.

    Example (fiction): "ten rowers were trained" becomes "a dozen rowers were among the trainees".
    """
    pairs: dict[tuple[str, str], list[Step]] = defaultdict(list)
    for step in walked:
        if step.kind == "derived":
            pairs[step.before.document, step.after.document].append(step)
    for (first, later), shared in sorted(pairs.items()):
        here = {s.claim.id for s in shared}
        one, two = (people(pile, d, here) for d in (first, later))
        x, y = only(pile, one, later), only(pile, two, first)
        if x is None or y is None:
            continue
        if parted := x.key == "people killed or injured" and y.key in ("people killed", "people injured") and top(x) == top(y):
            pass
        elif x.key != y.key or not close(x, y) or summed(pile, x, y) or summed(pile, y, x) or nearly(pile, x, y):
            continue
        if not matched(subject(pile.told(x.statement)), subject(pile.told(y.statement))):
            continue
        bound = x.quantity.low == y.quantity.low and x.quantity.low > 0
        wx, wy = written(pile, x), written(pile, y)
        if parted:
            wx, wy = f"{wx} {x.key.removeprefix('people ')}", f"{wy} {y.key.removeprefix('people ')}"
        yield remark(
            "category_changed" if parted else "bound_changed" if bound else "number_changed",
            of(pile, x.statement, y.statement),
            f"“{wx}” in {where(pile, x.statement)} is “{wy}” in {where(pile, y.statement)} ({shared[0].tie}).",
            claim=pile.claim_of.get(y.statement.id),
            change=(wx, wy),
            limits="Overturned if the two count different things or times.",
        )


def people(pile: Pile, document: str, claims: set[str]) -> list[Counted]:
    """The figures for people in the tellings of these claims on a page."""
    said = [s for s in pile.by_document[document] if pile.claim_of.get(s.id) in claims and taken_as(s) in PASSED_ON]
    return [c for s in said for c in counted(pile, s) if c.key.startswith("people")]


def only(pile: Pile, row: list[Counted], other: str) -> Counted | None:
    """The one figure of a page that the other page has not; None where there are more."""
    there = {(c.quantity.low, c.quantity.high) for s in pile.by_document[other] for c in counted(pile, s)}
    left = [c for c in row if (c.quantity.low, c.quantity.high) not in there]
    return left[0] if left and len({(c.quantity.low, c.quantity.high) for c in left}) == 1 else None


def top(c: Counted) -> float:
    """The most that a figure allows; the least where it has no end."""
    return c.quantity.low if c.quantity.high is None else c.quantity.high


def close(x: Counted, y: Counted) -> bool:
    """Whether one figure may be the other, rounded or with a bound."""
    a, b = x.quantity, y.quantity
    if a.low == b.low or (a.high == b.high and a.high is not None):
        return True
    return min(a.low, b.low) > 0 and max(a.low, b.low) <= NEAR_ENOUGH * min(a.low, b.low) and a.high == a.low and b.high == b.low


def nearly(pile: Pile, x: Counted, y: Counted) -> bool:
    """Whether one figure is "just under" what the other is "fewer than"."""
    return any(NEARLY.match(written(pile, p)) and q.quantity.low == 0 for p, q in ((x, y), (y, x)))


def summed(pile: Pile, one: Counted, whole: Counted) -> bool:
    """Whether a figure is the sum of all figures of the other telling: "300 passengers and 40 crew", "340 people"."""
    parts = counted(pile, one.statement)
    return len(parts) > 1 and sum(c.quantity.low for c in parts) == whole.quantity.low


LOOKS_BACK = re.compile(
    r"\b(?:previous(?:ly)?|earlier|initial(?:ly)?|former(?:ly)?|had (?:been )?(?:put|given|set))\b", re.IGNORECASE
)


def withdrawal_forgotten(pile: Pile, replies: tuple[Reply, ...]) -> Iterator[Finding]:
    """A figure that was taken back is told again.

    What: a page says that a figure was withdrawn or disowned; another tells the same claim with that figure, looks back on it
    ("the previous toll") or is surely later, and has no word of the withdrawal.

    Why it matters: a withdrawn figure lives on in the sentence that compares it with the next one.

    Not when: the page has any denial or withdrawal, or nothing shows that it was written afterwards.

    Example (fiction): "the guild withdrew its toll of 31"; a week later: "the previous toll was 31".
    """
    done: set[str] = set()
    for reply in replies:
        if reply.act != "retracted":
            continue
        taken = {(c.quantity.low, c.quantity.high) for s in (reply.statement, *reply.about) for c in counted(pile, s)}
        claims = {pile.claim_of.get(s.id) for s in (reply.statement, *reply.about)}
        told = [s for c in sorted(c for c in claims if c) for s in pile.tellings(pile.claim_by_id[c])]
        for s in told:
            if s.document in done or s.document == reply.statement.document or taken_as(s) not in ("assert", "report"):
                continue
            same = any((c.quantity.low, c.quantity.high) in taken for c in counted(pile, s))
            after = LOOKS_BACK.search(pile.text(s)) or pile.later(s.document, reply.statement.document)
            if not same or not after or any(act(pile, x) for x in pile.by_document[s.document]):
                continue
            done.add(s.document)
            yield remark(
                "denial_omitted",
                of(pile, reply.statement, s),
                f"{pile.page(reply.statement.document)} tells that the figure was taken back: "
                f"“{short(pile.text(reply.statement))}”; {pile.page(s.document)} tells it without a word of that.",
                claim=pile.claim_of.get(s.id),
                change=(pile.text(reply.statement), pile.text(s)),
                limits="Overturned if the page was written before the withdrawal.",
            )


SHARED = 3  # items that two lists on pages without a step between them must have in common; own choice


def lists_differ(pile: Pile, claim: Claim, walked: Sequence[Step]) -> Iterator[Finding]:
    """One list is told in two ways.

    What: tellings of one claim on several pages, no step between them shown, give a list of three or more; three items at least
    are the same, and one list has an item that no page with the other list has. Each list is laid beside the most alike one that
    stands nearer to the source, once, with all pages.

    Why it matters: what a list gained on the way is a new claim with the old source.

    Not when: the pages follow one another (then it is told there), or the item stands elsewhere on the page.

    Example (fiction): "oats, rye, barley and peas" on one page, "hops, oats, rye and barley" on three.
    """
    tied = {frozenset((s.before.document, s.after.document)) for s in walked if s.kind in ("derived", "sibling", "back")}
    rows: list[tuple[tuple[str, ...], list[Statement]]] = []
    for s in pile.tellings(claim):
        found = enumeration(parts(pile, s))
        if len(found) < SHARED or pile.headline(s) or taken_as(s) not in PASSED_ON:
            continue
        row = next((r for r in rows if alike(r[0], found)), None)
        if row is None:
            rows.append((found, [s]))
        elif all(x.document != s.document for x in row[1]):
            row[1].append(s)
    rows.sort(key=lambda r: (page_nearness(pile, claim, r[1][0].document), r[1][0].document))
    for n, (second, others) in enumerate(rows[1:], 1):
        near = [r for r in rows[:n] if sum(any(same_item(x, y) for y in second) for x in r[0]) >= SHARED]
        for first, tellers in sorted(near, key=lambda r: -sum(any(same_item(x, y) for y in second) for x in r[0]))[:1]:
            if any(frozenset((a.document, b.document)) in tied for a in tellers for b in others):
                continue
            pair = ((first, tellers), (second, others))
            short_, long_ = pair if beyond(pile, *pair) else pair[::-1]
            new = beyond(pile, short_, long_)
            if not new:
                continue
            yield remark(
                "detail_added",
                of(pile, short_[1][0], *long_[1]),
                f"The list in {where(pile, long_[1][0])}{and_others(long_[1])} also has “{', '.join(new)}”, which "
                f"{where(pile, short_[1][0])}{and_others(short_[1])} has nowhere.",
                claim=claim.id,
                change=(", ".join(short_[0]), ", ".join(long_[0])),
                limits="Overturned if the two have the list from two sources.",
            )


Told = tuple[tuple[str, ...], list[Statement]]  # a list and who tells it


def beyond(pile: Pile, one: Told, two: Told) -> list[str]:
    """The items of the second list that neither the first nor any page with it has."""
    pages = [pile.documents[s.document].text.casefold() for s in one[1]]
    return [y for y in two[0] if not any(same_item(x, y) for x in one[0]) and not any(shown(y, p) for p in pages)]


def alike(one: tuple[str, ...], two: tuple[str, ...]) -> bool:
    """Whether two lists have the same items."""
    return all(any(same_item(x, y) for y in two) for x in one) and all(any(same_item(x, y) for x in one) for y in two)


def and_others(said: Sequence[Statement]) -> str:
    """How many other pages tell it so, in words."""
    return f" and {len(said) - 1} more" if len(said) > 1 else ""


SAME_WORDS = 0.55  # Dice of two quotations above which one speaker has said one of them; own choice


def words_differ(pile: Pile, claim: Claim, told: set[str]) -> Iterator[Finding]:
    """One speaker's words stand in quotation marks in two ways.

    What: pages between which no step is shown give one speaker's words in marks; most words are common, some are not. The wording
    on the most pages is laid beside each other one, once.

    Why it matters: marks promise the very words, and a speaker has one wording.

    Not when: one quotation is a part of the other, or type and brackets alone differ; ``told`` holds what steps have shown.

    Example (fiction): “mending the wall is my job” on four pages, “the wall is mine to mend” on one.
    """
    rows: dict[str, list[tuple[str, Statement]]] = defaultdict(list)
    for s in pile.tellings(claim):
        link = innermost(s)
        if link is None or own_stance(s) == "deny" or pile.furniture_holds(s):
            continue
        words = spoken(pile, s)
        if len(subject(words)) >= FEW:
            rows[" ".join(sorted(subject(words)))].append((words, s))
    ranked = sorted(rows.values(), key=lambda r: (-len({s.document for _, s in r}), min(s.document for _, s in r)))
    if not ranked or len({s.document for _, s in ranked[0]}) < 2:
        return
    base, first = ranked[0][0]
    for row in ranked[1:]:
        words, other = row[0]
        x, y = innermost(first), innermost(other)
        if x is None or y is None or not pile.same_party(x, y) or any(w in told for w, _ in row):
            continue
        if any(same_words(w, base) for w, _ in row) or likeness(base, words) < SAME_WORDS:
            continue
        if {s.document for _, s in row} & {s.document for _, s in ranked[0]}:
            continue
        yield remark(
            "quote_altered",
            of(pile, first, other),
            f"In quotation marks on {len({s.document for _, s in ranked[0]})} pages: “{short(base)}”; "
            f"in {pile.page(other.document)}: “{short(words)}”.",
            claim=claim.id,
            change=(base, words),
            limits="Overturned if the source said both, or one is a translation.",
        )


FEW = 3  # content words below which a quotation is a phrase; own choice


def spoken(pile: Pile, s: Statement) -> str:
    """The words in marks of a telling, headlines with their own marks too; "" where there are none."""
    if s.voice == "headline" and pile.in_marks(s):
        return pile.told(s).strip("“”\"«»„‟‘’' ,")
    return marks(pile, s) if s.voice in ("direct", "mixed") else ""
