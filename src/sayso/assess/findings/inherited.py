"""A change is told once, at the step where it enters, with all pages that have it too."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from sayso.assess.figured import figured
from sayso.assess.findings.remark import remark
from sayso.assess.pile import Pile
from sayso.assess.wording import likeness, plain
from sayso.model import Finding, Statement

Made = tuple[float, bool, Finding]  # how alike the two tellings are, whether the order of their pages is known, and the remark
ONE_TELLING = 0.5  # Dice from which two later tellings are one with regard to a change; own choice
# Rules whose ``from`` and ``to`` are the two things themselves; the others hold whole tellings.
SHORT = frozenset(
    "number_changed number_dropped unit_changed bound_changed category_changed actor_changed place_changed date_changed"
    " relabelled agent_deleted".split()
)
SOURCES = frozenset({"source_promoted", "source_invented"})  # one person is named in many ways before he or she becomes the body


def merged(pile: Pile, made: Iterable[Made]) -> list[Finding]:
    """The remarks, those on one change joined: same rule and claim, the same thing before and the same behind."""
    groups: dict[tuple[str, str], list[list[Made]]] = defaultdict(list)
    for one in sorted(made, key=lambda m: (not m[1], -m[0], m[2].id)):
        rows = groups[one[2].rule, one[2].claim or ""]
        row = next((r for r in rows if one_change(pile, r[0][2], one[2], turned=not one[1])), None)
        if row is None:
            rows.append([one])
        else:
            row.append(one)
    return [joined(pile, [f for _, _, f in row]) for rows in groups.values() for row in rows]


def one_change(pile: Pile, f: Finding, g: Finding, turned: bool) -> bool:
    """Whether two remarks are on one change; ``turned``: between pages of unknown order it may be told the other way round."""
    a, b = ((plain(x.from_ or ""), plain(x.to or "")) for x in (f, g))
    if f.rule in SOURCES or f.rule == "quote_altered":
        return a[1] == b[1] and (f.rule == "quote_altered" or likeness(f.from_ or "", g.from_ or "") >= ONE_TELLING)
    if f.rule in SHORT:
        one, two = ends(pile, f), ends(pile, g)
        return one == two or (turned and one == two[::-1])
    same_start = f.evidence[0] == g.evidence[0]
    return same_start and (a == b or likeness(f.to or "", g.to or "") >= ONE_TELLING)


def ends(pile: Pile, f: Finding) -> tuple[object, object]:
    """The two things of a remark; figures by what they leave open: "some 180" and "about 180" are one."""
    words = f.from_ or "", f.to or ""
    if f.rule != "bound_changed":
        return plain(words[0]), plain(words[1])
    shown = [x for d in f.documents for s in pile.by_document[d] if lies_in(s, f) for x in figured(pile, s)]
    known = {x.words: (x.low, x.high, x.approximate) for x in shown}
    return known.get(words[0], plain(words[0])), known.get(words[1], plain(words[1]))


def lies_in(s: Statement, f: Finding) -> bool:
    """Whether a remark shows a telling."""
    return any(e.document == s.document and e.span.overlaps(s.span) for e in f.evidence)


def joined(pile: Pile, row: Sequence[Finding]) -> Finding:
    """The first remark with the passages of the others; they are named as having it too."""
    first = row[0]
    evidence = list(first.evidence)
    for f in row[1:]:
        evidence += [e for e in f.evidence if e not in evidence]
    # A change met the other way round stands at the other end of its remark.
    same = {f.id: f.rule not in SHORT or ends(pile, f)[1] == ends(pile, first)[1] for f in row}
    others = sorted({f.evidence[-1 if same[f.id] else 0].document for f in row[1:]} - set(first.documents))
    if len(evidence) == len(first.evidence):
        return first
    more = f" So too in {', '.join(sorted({pile.page(d) for d in others}))}." if others else ""
    return remark(
        first.rule,
        evidence,
        f"{first.message}{more}",
        claim=first.claim,
        change=(first.from_, first.to),
        limits=first.limits,
    )
