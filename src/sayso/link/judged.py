"""What people have judged goes before what was found: ties and derivations changed by judgements."""

from __future__ import annotations

from collections.abc import Container, Sequence

from sayso.contracts import Judgement
from sayso.link.compare import NEVER, Pair
from sayso.model import Derivation, Reason, Tie

# Far above every sum of features: what somebody judged to be the same is joined first.
JUDGED = 1000.0


def pairs(compared: Sequence[Pair], judgements: Sequence[Judgement]) -> list[Pair]:
    """The pairs, those judged with their verdict; of two verdicts on one pair the later one holds.

    Statements judged the same stand in one group with all that were judged the same as they: no look of ours parts them.
    """
    groups, barred = verdicts(judgements)
    out = {(p.a, p.b): p for p in compared}
    of = {s: group for group in groups for s in group}
    for (a, b), pair in list(out.items()):
        if a in of and of[a] is of.get(b):
            out[a, b] = Pair(a, b, max(JUDGED, pair.weight), 1.0)
    for group in groups:
        first = min(group)
        for other in sorted(group - {first}):  # one look at each is enough: the sum outweighs all looks that were not taken
            out[first, other] = Pair(first, other, JUDGED * (len(group) - 1), 1.0)
    for a, b in barred:
        out[a, b] = Pair(a, b, NEVER, 1.0)
    return [out[k] for k in sorted(out)]


def verdicts(judgements: Sequence[Judgement]) -> tuple[list[set[str]], list[tuple[str, str]]]:
    """The groups of statements that somebody holds to tell the same, and the pairs held not to.

    The log is followed in its order and the last word wins: whoever makes two groups one takes back that their members differ.
    """
    of: dict[str, set[str]] = {}
    barred: set[tuple[str, str]] = set()
    for j in judgements:
        a, b = set(j.a.split()), set(j.b.split())
        if j.verdict == "same" and len(a | b) > 1:
            group = set().union(*(of.get(s, {s}) for s in a | b))
            of.update(dict.fromkeys(group, group))
            barred -= {(x, y) for x, y in barred if x in group and y in group}
        elif j.verdict == "not-same":
            barred |= {(min(x, y), max(x, y)) for x in a for y in b if x != y}
            for group in {id(g): g for s in a if (g := of.get(s)) and g & b}.values():
                for part in (group & a, group - a):
                    of.update(dict.fromkeys(part, part))
    groups = {min(g): g for g in of.values() if len(g) > 1}
    return [groups[first] for first in sorted(groups)], sorted(barred)


def apart(judgements: Sequence[Judgement]) -> tuple[tuple[str, str], ...]:
    """The pairs of sources that somebody held to be two, smaller id first; of two verdicts the later one holds."""
    held: dict[tuple[str, str], str] = {}
    for j in judgements:
        if j.verdict in ("person", "not-person"):
            held.update({(min(x, y), max(x, y)): j.verdict for x in j.a.split() for y in j.b.split() if x != y})
    return tuple(sorted(pair for pair, verdict in held.items() if verdict == "not-person"))


def tie(pair: Pair) -> Tie:
    """A judged pair as a tie."""
    return Tie(pair.a, pair.b, pair.weight, True, (Reason("judged", "somebody judged the two to tell the same", pair.weight),))


def derivations(found: Sequence[Derivation], judgements: Sequence[Judgement], known: Container[str]) -> list[Derivation]:
    """The derivations, with those that somebody judged, from texts that are ``known``, and without those judged away."""
    verdicts = {frozenset((j.a, j.b)): j for j in judgements if j.verdict in ("from", "not-from") and j.a != j.b}
    out = [d for d in found if frozenset((d.document, d.from_)) not in verdicts]
    for _, j in sorted(verdicts.items(), key=lambda v: sorted(v[0])):
        if j.verdict == "from" and j.b in known:
            why = (Reason("judged", "somebody judged that it has it from there", JUDGED),)
            out.append(Derivation(j.a, j.b, "citation", True, False, JUDGED, why))
    return out
