"""Remarks on claims that grow stronger or weaker: "may prevent" and "prevents", "said" and "confirmed", "pockets" and "all"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache

from sayso.assess.cuewords import has
from sayso.assess.denials import act
from sayso.assess.findings.remark import of, remark
from sayso.assess.findings.slots import alike, common
from sayso.assess.pile import Pile, innermost, nameless
from sayso.assess.reserves import reserve
from sayso.assess.steps import Step, where
from sayso.assess.wording import likeness, stem, stop
from sayso.lexicon import vocabulary
from sayso.lexicon.tables import rows
from sayso.model import Finding, Statement

MODAL = re.compile(
    r"\b(?P<modal>may|might|could|can|would|will|must|should)(?P<not>\snot|n['’]t)?\s(?:(?:\w+ly|also|now|soon|well|have|be|been)\s){0,2}"
    r"(?P<help>help(?:s|ed)?\s(?:to\s)?)?(?P<verb>[a-z]{4,})",
    re.IGNORECASE,
)
HELP = re.compile(r"\bhelp(?:s|ed|ing)?\s(?:to\s)?(?P<verb>[a-z]{4,})", re.IGNORECASE)
STRENGTH = {"may": 1, "might": 1, "could": 1, "can": 2, "would": 3, "should": 2, "will": 3, "must": 3}
PLAIN = 3
ONE_MATTER = 0.3  # Dice of two tellings below which a verb may be told of two things; own choice, as in reversals.py
CAN = 2  # what can be done is told as what is done, and back, without meaning less
ALL = vocabulary.pattern("moods", "wholly")

ONLY = vocabulary.pattern("moods", "alone")  # "only at the lock": all of them
ALMOST = re.compile(
    rf"\b{vocabulary.one_of('moods', 'nearly')}\s(?P<whole>{vocabulary.one_of('moods', 'all or none')})\b", re.IGNORECASE
)


def root(verb: str) -> str:
    """A verb without its endings, for verbs of four letters and more."""
    low = verb.casefold()
    for end in ("ied", "ies"):
        if low.endswith(end):
            return low[:-3] + "y"
    for end in ("ing", "ed", "es", "s"):
        if low.endswith(end) and len(low) - len(end) >= 4:
            return low[: -len(end)].rstrip("e")
    return low.rstrip("e")


@cache
def irregular() -> dict[str, tuple[str, ...]]:
    """For the root of each irregular verb its other forms (``irregular.yml``)."""
    verbs = (v.split() for row in rows("irregular") for v in str(row["forms"]).split(","))
    return {root(v[0]): tuple(v[1:]) for v in verbs}


@lru_cache(maxsize=8192)
def modals(told: str) -> dict[str, tuple[float, str]]:
    """Each verb under a modal or "help": its strength and the words."""
    out: dict[str, tuple[float, str]] = {}
    for m in MODAL.finditer(told):
        if m["modal"] == "May" and told[: m.start()].strip(" “\"‘'"):
            continue  # a month or a name
        if not m["not"] and m["verb"].casefold() not in stop():
            out[root(m["verb"])] = STRENGTH[m["modal"].casefold()] - (0.5 if m["help"] else 0), m.group()
    for m in HELP.finditer(told):
        if re.search(r"[^s]s$", m["verb"]) or m["verb"].casefold() in stop():
            continue  # "help with", "helps patients sleep": no verb stands right behind it
        out.setdefault(root(m["verb"]), (PLAIN - 0.5, m.group()))
    return out


def strength(told: str, verb: str) -> tuple[float, str] | None:
    """How firmly a telling has a verb, and the words; None where it has not."""
    if verb in modals(told):
        return modals(told)[verb]
    other = "".join(f"|{form}" for form in irregular().get(verb, ()))
    plain = re.search(rf"\b(?:{re.escape(verb)}(?:e|es|s|ed|d|ing)?{other})\b", told, re.IGNORECASE)
    before = told[max(0, plain.start() - 12) : plain.start()] if plain else ""
    if re.search(r"\bMay\s$", before):
        return float(STRENGTH["may"]), f"May {plain.group() if plain else verb}"  # "Ostmar May Ban Nets": no month before a verb
    return (float(PLAIN), plain.group()) if plain and not re.search(r"\b(?:to|not|n['’]t)\s$", before) else None


def strengthened(pile: Pile, step: Step) -> Iterator[Finding]:
    """The same is told more firmly, or less.

    What: both tellings have one verb, under "may", "could", "can", "help" in one and more (or less) firmly in the other; or one
    source "says" it in one telling and "confirms", "admits" or "reveals" it in the other; or "all", "every", "proof" are new.
    Firmer is ``strengthened``, softer ``weakened``.

    Why it matters: between "may help" and "prevents" lies the whole evidence.

    Not when: the two share fewer than two words, the verb is negated, or the later telling has "may" and the like elsewhere.

    Example (fiction): "moss tea may help prevent colds" becomes "moss tea prevents colds".
    """
    a, b = step.before, step.after
    if (
        common(pile, a, b) < 2
        or pile.headline(a)
        or not alike(pile, a, b, 0.5)
        or likeness(pile.told(a), pile.told(b)) < ONE_MATTER
        or act(pile, a)
        or act(pile, b)
    ):
        return
    verbs = by_cue(pile, a, b)
    change = by_verb(pile, a, b) or verbs or by_all(pile, step)
    if change is None:
        return
    rule, before, after = change
    if (rule == "weakened" and step.kind == "headline") or (rule == "strengthened" and firm_before(pile, a, b, after)):
        return
    yield remark(
        rule,
        of(pile, a, b),
        f"“{before}” in {where(pile, a)} is “{after}” in {where(pile, b)} ({step.tie}).",
        claim=step.claim.id,
        change=(before, after) if change == verbs else (pile.told(a), pile.told(b)),
        limits="Overturned if the later page had better evidence of its own.",
    )


def firm_before(pile: Pile, a: Statement, b: Statement, words: str) -> bool:
    """Whether the earlier page has the firmer words in another telling of the same: then it did not grow firmer on the way."""
    return any(
        s.id != a.id
        and s.span != b.span
        and not s.span.overlaps(a.span)
        and words.casefold() in pile.told(s).casefold()
        and likeness(pile.told(s), pile.told(b)) >= ONE_MATTER
        for s in pile.by_document[a.document]
    )


def by_verb(pile: Pile, a: Statement, b: Statement) -> tuple[str, str, str] | None:
    """A verb that both have, more or less firmly."""
    told_a, told_b = pile.told(a), pile.told(b)
    for verb in sorted({*modals(told_a), *modals(told_b)}):
        x, y = strength(told_a, verb), strength(told_b, verb)
        if x is not None and y is not None and x[0] != y[0]:
            if (
                (y[0] > x[0] and y[0] == PLAIN and reserve(pile, b))
                or (y[0] < x[0] == PLAIN and reserve(pile, a))
                or {x[0], y[0]} == {CAN, PLAIN}
                or (max(x[0], y[0]) < CAN and abs(x[0] - y[0]) < 1)  # "might help to lower", "might be lowered"
            ):
                continue
            return ("strengthened" if y[0] > x[0] else "weakened"), x[1], y[1]
    return None


def by_cue(pile: Pile, a: Statement, b: Statement) -> tuple[str, str, str] | None:
    """A telling verb that vouches where the other did not, for one source."""
    x, y = innermost(a), innermost(b)
    if a.cue is None or b.cue is None or x is None or y is None:
        return None
    if not (pile.same_party(x, y) or (nameless(x) and nameless(y))):
        return None
    one, two = pile.words(a.document, a.cue), pile.words(b.document, b.cue)
    if has("vouching", two) and not has("vouching", one) and (has("telling", one) or has("accusing", one)):
        return "strengthened", one, two
    if has("vouching", one) and has("accusing", two):
        return "weakened", one, two
    return None


def by_all(pile: Pile, step: Step) -> tuple[str, str, str] | None:
    """A word of completeness that only the later telling has, when most words are common."""
    a, b = pile.told(step.before), pile.told(step.after)
    almost = ALMOST.search(a)
    if almost is not None and ALMOST.search(b) is None and (whole := re.search(rf"\b{almost['whole']}\b", b, re.IGNORECASE)):
        return "strengthened", almost.group(), whole.group()
    new = ALL.search(b)
    if (
        new is None
        or re.search(r"[-–]\s?$", b[: new.start()])
        or re.match(
            r"\s(?:minute|hour|night|day|week|month|year|morning|afternoon|evening|summer|winter|along|\w+th)\b", b[new.end() :]
        )
        or ALL.search(a)
        or ONLY.search(a)
        or common(pile, step.before, step.after) < 4
    ):
        return None
    follows = re.match(r"\s(?:of\s)?(?:the\s|remaining\s|these\s)*(\w+)", b[new.end() :])
    if (
        follows is None
        or follows.group(1).casefold() in stop()
        or stem(follows.group(1)) not in {stem(w) for w in re.findall(r"\w+", a)}
    ):
        return None
    return "strengthened", follows.group(1), new.group() + follows.group()
