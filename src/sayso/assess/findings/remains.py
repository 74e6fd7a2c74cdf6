"""Remarks on what two sentences that tell one thing leave over, where a fitted model says that it tells something else."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sayso.assess.alignment import Alignment, align
from sayso.assess.findings.remark import Change, one_spelling
from sayso.assess.findings.replacements import elsewhere
from sayso.assess.findings.replacements import rule as thing_rule
from sayso.assess.findings.sentences import side_by_side, told
from sayso.assess.leftovers import Leftover, chance, leftovers, speech, words_of
from sayso.assess.moods import DENYING
from sayso.assess.pile import Pile
from sayso.lexicon.thesaurus import kinship
from sayso.lexicon.words import number_words
from sayso.model import Finding
from sayso.text import numbers

# Chance from which a leftover is remarked on. On invented retellings that the fit had not seen (bench/quality/tellings.py, b and d)
# 0.88, 0.92, 0.94 notice .646, .584, .572 of what changed and accuse .145, .136, .134 of the faithful; without any, .538 and .134.
# On those that nobody has looked at 0.94 notices .568 (.519) and accuses .120 (.122).
SURE = 0.94
PART, FEWEST = 0.5, 3  # share of the longer sentence's words, and words, that must stand for one another; own choice


def remains_differ(pile: Pile, made: Sequence[Finding]) -> Iterator[Finding]:
    """What is left over when two sentences are laid side by side says something else.

    What: a page follows another; of the words that stand for nothing in the other sentence, of verbs told in another mood, and of
    words of amount and reserve on one side alone, the one that most likely is a change is named.

    Why it matters: a retelling that keeps the rest of a sentence and replaces a word says another thing.

    Not when: another remark is on the two sentences, or a page has elsewhere what its sentence lacks.

    Example (fiction): "the warden freed three owls" becomes "three owls were buried by the warden".
    """
    for pages, a, b in side_by_side(pile, made):
        texts = pile.documents[pages.parent].text, pile.documents[pages.child].text
        change = likeliest(a.text, b.text, texts)
        if change is not None:
            yield told(pile, pages, (a, b), change, "that tell the same else")


def likeliest(a: str, b: str, pages: tuple[str, str]) -> Change | None:
    """The likeliest change between two sentences, as a rule with the words before and after."""
    a, b = (t.strip(" .“”\"'") for t in (a, b))
    al = align(a, b)
    if al.whole < PART or len(al.there) < FEWEST:
        return None
    ranked = sorted(((chance(x), x) for x in leftovers(al)), key=lambda r: (-r[0], r[1]))
    for value, x in ranked:
        if value < SURE:
            return None
        before, after = words_of(a, al.one, x.before), words_of(b, al.two, x.after)
        if x.kind in ("gone", "new"):
            continue  # on real pages what one sentence alone has was mostly told of another thing
        if x.kind == "mood" and "denied" in x.traits[-1] and all(any(t.low in DENYING for t in row) for row in (al.one, al.two)):
            continue  # "failed the test" and "did not pass the test"
        if x.kind == "instead" and "slot none" in x.traits:
            continue  # nothing beside the two words is the same
        if x.kind == "instead" and (
            figures(before) & figures(after) or spelt(before, after) or elsewhere(before, pages[1]) or elsewhere(after, pages[0])
        ):
            continue
        return named(al, x), before or a, after or b
    return None


def figures(words: str) -> frozenset[float]:
    """The numbers among some words, in figures or not."""
    return frozenset(n.low for n in numbers.find(words.lower(), 0, len(words), number_words("en")))


def spelt(x: str, y: str) -> bool:
    """Whether two words may be names of one thing, whose spelling nobody knows, or one of them is a letter or two."""
    return min(len(x), len(y)) < FEWEST or (x[:1].isupper() and y[:1].isupper()) or one_spelling(x, y)


OPENED = frozenset({"may", "said", "if"})
MORE, LESS = frozenset({"all", "sure"}), frozenset({"some", "near", "only"})


def named(al: Alignment, x: Leftover) -> str:
    """The rule that names a leftover."""
    if x.kind == "instead":
        return replaced(al, x)
    if x.kind == "mood":
        return MOODS[next(t for t in x.traits if t.startswith("mood ") and ">" in t).removeprefix("mood ")]
    _, side, kind = next(t for t in x.traits if t.startswith(("level lost", "level got"))).split()
    got = side == "got"
    if kind in OPENED:
        return "hedge_added" if got else "hedge_lost"
    if kind in ("most", "least"):
        return "bound_changed"
    if kind in MORE | LESS:
        return "strengthened" if got == (kind in MORE) else "weakened"
    return "detail_added" if got else "detail_dropped"


FIRM = ("", "done")
MOODS = {
    **{f"{x}>{y}": "weakened" for x in FIRM for y in ("meant",)},
    **{f"{x}>{y}": "strengthened" for x in ("meant",) for y in FIRM},
    **{f"{x}>open": "hedge_added" for x in (*FIRM, "meant")},
    **{f"open>{x}": "hedge_lost" for x in (*FIRM, "meant")},
    **{f"{x}>denied": "detail_added" for x in (*FIRM, "meant", "open")},
    **{f"denied>{x}": "detail_dropped" for x in (*FIRM, "meant", "open")},
    ">done": "strengthened",
    "done>": "weakened",
}


def replaced(al: Alignment, x: Leftover) -> str:
    """The rule for words in the place of others."""
    p, q = al.one[x.before[-1]], al.two[x.after[-1]]
    kinds = {speech(al.one, x.before), speech(al.two, x.after)}
    if "source" in x.traits:
        return "source_invented"
    if kinds == {"number"}:
        return "number_changed"
    if kinds == {"time"}:
        return "date_changed"
    turned = kinship(p.low, q.low) == "opposite"
    if kinds <= {"verb", "describes", "idle"}:
        return "relabelled" if turned else "category_changed"
    return thing_rule(al, x.before, x.after)
