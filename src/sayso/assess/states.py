"""The states of a claim, from its origins and the findings on it. A state is a label, the finding behind it has the passages."""

from __future__ import annotations

from collections.abc import Sequence

from sayso.assess.pile import Pile
from sayso.model import NAMELESS, Claim, Finding, Origins, State

ORDER: tuple[State, ...] = (
    "circular",
    "single_source",
    "anonymous_only",
    "unattributed",
    "denied",
    "contested",
    "retracted",
    "corroborated",
)


def single(origins: Origins) -> bool:
    """Whether one origin is named and no other may stand behind it; sources of figures that do not go together are several."""
    return origins.low == origins.high == 1 and len(origins.roots) < 2


def states(pile: Pile, claim: Claim, origins: Origins, findings: Sequence[Finding]) -> tuple[State, ...]:
    """All states that hold, in a fixed order. ``findings`` are those on this claim."""
    rules = {f.rule for f in findings}
    stances = {s.stance for s in pile.tellings(claim)}
    specific = any(f.rule == "denied" and "in general" not in f.message for f in findings)
    disputed = specific or ("deny" in stances and stances - {"deny", "retract", "correct"})
    holds: dict[State, bool] = {
        # Its passages may tell another claim as well: of one page, or with other sources.
        "circular": single(origins) and len(claim.documents) > 1 and "circular" in rules,
        "single_source": single(origins),
        "anonymous_only": origins.low > 0 and all(r.kind in NAMELESS for r in origins.roots),
        "unattributed": origins.low == 0,
        "denied": bool(disputed),
        "contested": bool(disputed) or bool(rules & {"figures_conflict", "accounts_conflict", "places_conflict", "dates_conflict"}),
        "retracted": "retracted" in rules or "retract" in stances,
        "corroborated": origins.low >= 2,
    }
    return tuple(s for s in ORDER if holds[s])
