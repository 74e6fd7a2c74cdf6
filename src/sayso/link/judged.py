"""What people have judged goes before what was found: ties and derivations changed by judgements."""

from __future__ import annotations

from collections.abc import Container, Sequence

from sayso.contracts import Judgement
from sayso.link.compare import NEVER, Pair
from sayso.model import Derivation, Reason, Tie

# Far above every sum of features: what somebody judged to be the same is joined first.
JUDGED = 1000.0


def pairs(compared: Sequence[Pair], judgements: Sequence[Judgement]) -> list[Pair]:
    """The pairs, those judged with their verdict; of two verdicts on one pair the later one holds."""
    verdicts = {(min(j.a, j.b), max(j.a, j.b)): j.verdict for j in judgements if j.verdict in ("same", "not-same") and j.a != j.b}
    out = {(p.a, p.b): p for p in compared}
    for (a, b), verdict in verdicts.items():
        out[a, b] = Pair(a, b, JUDGED if verdict == "same" else NEVER, 1.0)
    return [out[k] for k in sorted(out)]


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
