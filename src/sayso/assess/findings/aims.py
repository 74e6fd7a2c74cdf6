"""Remarks on what was meant and is told as done, and on words put into a sentence that is otherwise the same."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator

from sayso.assess.classes import FATE, named
from sayso.assess.figured import figured
from sayso.assess.findings.inherited import joined
from sayso.assess.findings.remark import of, remark
from sayso.assess.findings.strength import root, strength
from sayso.assess.findings.swaps import comparable, matched
from sayso.assess.pile import Pile, taken_as
from sayso.assess.steps import TOLD, Step, between, where
from sayso.assess.wording import stems, stop, subject
from sayso.lexicon import vocabulary
from sayso.model import Claim, Finding
from sayso.text.normal import trunk, trunks

AIM = re.compile(
    rf"\b{vocabulary.one_of('moods', 'aims to')}\s(?:had\sbeen\s)?to\s(?P<verb>[a-z]{{3,}})(?P<tail>[^.;:!?]{{0,60}})",
    re.IGNORECASE,
)


def aim_told_as_done(pile: Pile, step: Step) -> Iterator[Finding]:
    """What was meant to be done is told as done, or as what had to be done.

    What: one telling has a verb under a word of aim ("intended to", "plans to", "tried to", "threat to"), the other has the verb,
    or another word for the same fate, without any word of aim. The deed for the aim is ``strengthened``, the aim for the deed
    ``weakened``.

    Why it matters: between wanting and doing lies the event itself.

    Not when: both have a word of aim, the verb is told under "may", "would" or "not" (then the reserve is told), or what the aim is
    about is not in the other telling.

    Example (fiction): "the guild planned to close the lock" becomes "the guild closed the lock".
    """
    a, b = step.before, step.after
    if step.kind == "headline" or not (comparable(pile, step) or one_figure(pile, step)):
        return
    told = tuple(pile.told(s) if AIM.search(pile.told(s)) or not AIM.search(pile.text(s)) else pile.text(s) for s in (a, b))
    for here, there, rule in ((0, 1, "strengthened"), (1, 0, "weakened")):
        if rule == "weakened" and step.kind != "derived":
            continue  # between siblings the aim is the likelier one to have been first
        done = deed(told[here], told[there])
        if done is None or AIMED.search(pile.text((a, b)[there])):
            continue
        aim, act = done
        yield remark(
            rule,
            of(pile, a, b),
            f"“{aim if here == 0 else act}” in {where(pile, a)} is “{act if here == 0 else aim}” in {where(pile, b)} ({step.tie}).",
            claim=step.claim.id,
            change=(told[0], told[1]),
            limits="Overturned if it was done in the meantime, or one telling speaks of another matter.",
        )
        return


def aims_told_as_done(pile: Pile, claim: Claim) -> Iterator[Finding]:
    """The rule above for all pairs of tellings of a claim on two tied pages, once for each way in which the deed is told."""
    said = [s for s in pile.tellings(claim) if taken_as(s) in TOLD and not pile.headline(s) and not pile.furniture_holds(s)]
    rows: dict[str, list[Finding]] = defaultdict(list)
    for a in (s for s in said if AIM.search(pile.text(s))):
        for b in said:
            step = between(pile, claim, a, b) or between(pile, claim, b, a)
            for f in aim_told_as_done(pile, step) if step is not None else ():
                words = re.findall("“([^”]*)”", f.message)
                rows[f"{f.rule} {words[1 if f.rule == 'strengthened' else 0]}"].append(f)
    for _, row in sorted(rows.items()):
        yield joined(pile, sorted(row, key=lambda f: f.id))


def one_figure(pile: Pile, step: Step) -> bool:
    """Whether both tellings have one figure that counts people or things, in one language."""
    if pile.documents[step.before.document].language != pile.documents[step.after.document].language:
        return False
    one, two = ({(f.low, f.high) for f in figured(pile, s) if f.low > 2} for s in (step.before, step.after))
    return bool(one & two)


def deed(aimed: str, told: str) -> tuple[str, str] | None:
    """The words of aim in one telling and of the deed in the other; None where the other has none, or has an aim or reserve too."""
    if AIM.search(told):
        return None
    for m in AIM.finditer(aimed):
        tail = trunks(subject(m["tail"]))
        if tail and not tail & trunks(subject(told)):
            continue
        act = strength(told, root(m["verb"]))
        words = act[1] if act is not None and act[0] >= SURE else same_fate(m["verb"], told)
        if words is not None:
            return f"{m.group()[: m.end('verb') - m.start()]}", words
    return None


AIMED = vocabulary.pattern("moods", "aims at")
SURE = 3  # strength of a plain verb, of "will" and "must" (strength.py); less than that is told as reserve


def same_fate(verb: str, told: str) -> str | None:
    """A word of the other telling for the same fate ("kill", "dead")."""
    fate = {p for n in named(verb) for p in n.places if p.of == FATE}
    for n in named(told):
        before = re.search(r"\b(?:(?P<must>(?:had|have|has)\sto)|to|not|n['’]t)\s$", told[: n.at])
        if fate & set(n.places) and (before is None or before["must"]):
            return f"{before.group() if before else ''}{n.word}"
    return None


ASIDE = re.compile(r"(?:\s[–—-]\s|\s?—|,\s|\s\()(?P<aside>[^–—(),.;:]{8,60}?)(?:\s[–—-](?=\s)|—|,(?=\s)|\))")
WHOLE = 0.5  # share of either telling's words that the other must have, the aside left out; own choice
BOTH = 4  # words that both must share


def aside_added(pile: Pile, step: Step) -> Iterator[Finding]:
    """Something is put into the sentence.

    What: the later telling has three words or more between two dashes, commas or in brackets, whose content words are nowhere on
    the earlier page; the rest of it is nearly the earlier telling.

    Why it matters: what is put into somebody's sentence looks as if it had been said by the same source.

    Not when: it only says who somebody is or when it was ("the mayor", "on Monday"), or the tellings differ in other things
    as well.

    Example (fiction): "drinking moss tea prevents colds" becomes "drinking moss tea – hot or cold, at any age – prevents colds".
    """
    a, b = step.before, step.after
    if step.kind == "headline" or pile.documents[a.document].language != pile.documents[b.document].language:
        return
    told, page = pile.told(b), trunks(stems(pile.documents[a.document].text))
    for m in ASIDE.finditer(told):
        words = [w for w in re.findall(r"[^\W\d_]{3,}", m["aside"]) if w.casefold() not in stop()]
        if (
            not words
            or len(m["aside"].split()) < (GLOSS if ")" in m.group() else 3)
            or any(w[0].isupper() for w in words)
            or any(trunk(w.casefold()) in page for w in words)
            or NAMES.search(m["aside"])
        ):
            continue
        rest = subject(told[: m.start()] + " " + told[m.end() :])
        both = matched(rest, subject(pile.told(a)))
        if both < BOTH or both < WHOLE * max(len(rest), len(subject(pile.told(a)))):
            continue
        yield remark(
            "detail_added",
            of(pile, a, b),
            f"“{m['aside'].strip()}” in {where(pile, b)} is nowhere in {where(pile, a)} ({step.tie}).",
            claim=step.claim.id,
            change=(pile.told(a), m["aside"].strip()),
            limits="Overturned if the later page has it from elsewhere.",
        )
        return


GLOSS = 5  # words in brackets; fewer are the name or the abbreviation of what stands before
NAMES = re.compile(
    r"^(?:who|which|whose|where|when|as|an?|the|aged|file|pictured|left|right|above)\b|\d|photo", re.IGNORECASE
)  # who somebody is, when it was
