"""A change as two passages side by side, before and after, cut at the words that differ.

Marked are the words of the two forms that a finding gives (``from_``, ``to``), as they stand in its first two passages. Where a
form is the whole passage, or stands in none, the passages are compared, but only if they are near enough to be one sentence.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from sayso.model import Document, Evidence, Finding
from sayso.show import words
from sayso.show.apparatus import LONGEST, NEAR, matcher

OMITTED = frozenset({"denial_omitted", "counter_evidence_omitted"})
Parts = tuple[tuple[bool, str], ...]
"""Words in their order: whether they differ from the other side's, and the words."""


@dataclass(frozen=True, slots=True)
class Pair:
    """The passage before and the one after, with their parts; ``rest`` are further passages that show the change.

    ``labels`` name the two sides: what is left out is on one of them, and two places of one page have no order.
    """

    before: Evidence
    after: Evidence
    parts: tuple[Parts, Parts]
    labels: tuple[str, str]
    rest: tuple[Evidence, ...]


def pair(finding: Finding, documents: Mapping[str, Document]) -> Pair | None:
    """Return the change as a pair; None for a finding that is no change, or that one passage shows."""
    if finding.rule not in words.CHANGES or len(finding.evidence) < 2:
        return None
    before, second, *_ = finding.evidence
    after = next((e for e in finding.evidence[1:] if e.document != before.document), second)
    rest = [e for e in finding.evidence[1:] if e is not after]
    a, b = (e.span.of(documents[e.document].text) for e in (before, after))
    foreign = _foreign(documents[before.document], documents[after.document])
    labels = ("from", "to") if before.document != after.document else ("in one place", "in another")
    if finding.rule in OMITTED:
        labels = ("with it", "without it")
    return Pair(before, after, _cut(a, b, finding.from_, finding.to, foreign), labels, tuple(rest))


def forms(before: str, after: str) -> tuple[Parts, Parts]:
    """Return two forms, each cut where its words differ from the other's; whole where they have too few words in common."""
    a, b = before.split()[:LONGEST], after.split()[:LONGEST]
    found = matcher(a, b)
    if found.ratio() < NEAR:
        return ((True, before),), ((True, after),)
    steps = found.get_opcodes()
    return (
        _joined([(tag != "equal", a[i:j]) for tag, i, j, _, _ in steps]),
        _joined([(tag != "equal", b[k:end]) for tag, _, _, k, end in steps]),
    )


def _cut(a: str, b: str, said: str | None, now: str | None, foreign: bool) -> tuple[Parts, Parts]:
    """The two passages cut: at the two forms where both are less than their passages, else where the passages differ.

    Passages that are far from each other are marked at the form that one of them holds, or not at all: all of it differs.
    """
    inner = [form is not None and form in text and len(form) < len(text.strip()) for form, text in ((said, a), (now, b))]
    one, other = said if inner[0] and said else a, now if inner[1] and now else b
    if not all(inner):
        whole = forms(a, b)
        if whole[0] != ((True, a),) and not foreign:
            return whole
        return _around(a, one, ((inner[0], one),)), _around(b, other, ((inner[1], other),))
    sides = forms(one, other)
    return _around(a, one, sides[0]), _around(b, other, sides[1])


def _around(text: str, form: str, parts: Parts) -> Parts:
    before, _, after = text.partition(form)
    return tuple(part for part in ((False, before), *parts, (False, after)) if part[1])


def _joined(rows: list[tuple[bool, list[str]]]) -> Parts:
    """Runs of words as text, a blank between them that belongs to neither."""
    kept = [(differs, " ".join(part)) for differs, part in rows if part]
    return tuple(part for n, row in enumerate(kept) for part in ([(False, " ")] if n else []) + [row])


def _foreign(a: Document, b: Document) -> bool:
    return bool(a.language and b.language and a.language != b.language)
