"""Invented piles of pages that dispute something: which denials, figures and sums are told, and which are none.

    disputes.py [--files STEMS|kept|seen] [--misses KIND] [--json]

``disputes/*.txt`` were written for sayso by people who did not see the program; fiction, in the public domain (CC0). A pile is
``@ title``, then its pages (``> id | outlet | date | headline`` and text, in which ``<a|…>`` marks passage a), then what a careful
reader says of it:

    denies a c            passage a denies what c tells
    figures a c           they count the same and differ
    apart a c later       they look like a conflict and are none, and why (``piles.WHY``)
    right f 14 - 9 = 5    what passage f states can be worked out, and is right
    wrong f 9 - 4 = 5 not 6    … and is wrong
    none g                numbers of which nothing can be worked out
    from a: the harbour master    the innermost source of passage a; ``-`` where none is given

A remark counts where its evidence lies on both passages. What a reader says of a pile is not all that could be said, so no share
of remarks that hold is printed but among these lines. Files named in ``KEPT`` nobody has looked at to mend a rule: of these
nothing but figures is printed.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
import tempfile
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from piles import DISPUTES, KEPT, KINDS, Told, files, lying, piles, report, rows

from sayso.model import Finding, Statement
from sayso.show.words import AGAINST, SUMS_WRONG

DENIALS = frozenset({"denied", "retracted", "corrected", "accounts_conflict"})
CONFLICTS, ALARMS = frozenset(AGAINST), frozenset(SUMS_WRONG)
PRONOUNS = frozenset("he she they it who".split())


class Read:
    """A pile as sayso reports it, asked by the names of its passages."""

    def __init__(self, pile: Told, folder: Path) -> None:
        self.report = report(rows(pile), folder)
        self.at = lying(pile, (r.document for r in self.report.readings))
        self.statements: dict[str, Statement] = {s.id: s for r in self.report.readings for s in r.statements}

    def touches(self, finding: Finding, name: str) -> bool:
        """Whether evidence of a finding lies on a passage."""
        document, span = self.at[name]
        return any(e.document == document and e.span.overlaps(span) for e in finding.evidence)

    def found(self, rules: frozenset[str], *names: str) -> list[Finding]:
        """Findings by one of these rules that touch every one of these passages."""
        return [f for f in self.report.findings if f.rule in rules and all(self.touches(f, n) for n in names)]

    def told(self, name: str) -> list[Statement]:
        """The statements that lie on a passage, the largest share of it first."""
        document, span = self.at[name]
        mine = [s for s in self.statements.values() if s.document == document and s.span.overlaps(span)]
        return sorted(mine, key=lambda s: (max(s.span.start, span.start) - min(s.span.end, span.end), s.span))

    def united(self, a: str, b: str) -> bool:
        """Whether one claim holds tellings on both passages."""
        ids = [{s.id for s in self.told(n)} for n in (a, b)]
        return any(all(set(c.statements) & i for i in ids) for c in self.report.claims)


def words(name: str | None) -> frozenset[str]:
    """What a name is compared by."""
    return frozenset(re.findall(r"[^\W_]+", (name or "").casefold())) - {"the", "a", "an", "of", "s"}


def holds(read: Read, kind: str, names: tuple[str, ...], rest: str) -> bool:
    """Whether the report says what a line says; for ``apart`` and ``none``, whether it is silent."""
    if kind in ("denies", "figures"):
        return bool(read.found(DENIALS if kind == "denies" else frozenset({"figures_conflict"}), *names))
    if kind == "apart":
        return not read.found(CONFLICTS, *names)
    if kind == "right":
        return bool(read.found(frozenset({"sum_right"}), *names)) and not read.found(ALARMS, *names)
    if kind == "wrong":
        return bool(read.found(ALARMS, *names))
    if kind == "none":
        return not read.found(ALARMS | {"sum_right"}, *names)
    told = read.told(names[0])
    got = words(told[0].chain[-1].name) if told and len(told[0].chain) > 1 else frozenset()
    want = words(rest) - PRONOUNS  # whom a pronoun means the line does not say
    return not got if rest == "-" else bool(got) and (got <= want or want <= got)


def show(read: Read, pile: Told, kind: str, names: tuple[str, ...], rest: str) -> None:
    """A line that does not hold, with its passages and what was said of them."""
    print(f"{kind} {' '.join(names)} {rest}   [{pile.title}]")
    for n in names:
        told = read.told(n)
        text = next(p.passages[n].of(p.text) for p in pile.pages if n in p.passages)
        print(f"    {text}\n        {[[k.name for k in s.chain[1:]] for s in told]}")
    for f in read.report.findings:
        if f.rule in CONFLICTS | ALARMS | {"sum_right"} and any(read.touches(f, n) for n in names):
            print(f"      * {f.rule}: {f.message}")


class Tally(NamedTuple):
    """How many lines of each kind there are, how many hold, and what else was counted."""

    of: Counter[str]
    hit: Counter[str]
    more: Counter[str]


def measured(paths: Sequence[Path], shown: str | None = None) -> Tally:
    """The tally over these files; lines of the kind ``shown`` that do not hold are printed."""
    tally = Tally(Counter(), Counter(), Counter())
    with tempfile.TemporaryDirectory() as folder:
        for pile in (p for path in paths for p in piles(path.read_text(encoding="utf-8"))):
            read = Read(pile, Path(folder))
            for kind, names, rest in pile.says:
                good = holds(read, kind, names, rest)
                tally.of[kind], tally.hit[kind] = tally.of[kind] + 1, tally.hit[kind] + good
                if kind in ("denies", "figures"):
                    tally.more[f"{kind}: one claim unites them"] += read.united(*names)
                    tally.more[f"{kind}: any conflict told"] += bool(read.found(CONFLICTS, *names))
                if not good and kind == shown:
                    show(read, pile, kind, names, rest)
            wrong = [n for kind, n, _ in pile.says if kind == "wrong"]
            tally.more["alarms where no sum is wrong"] += sum(
                f.rule in ALARMS and not any(read.touches(f, n[0]) for n in wrong) for f in read.report.findings
            )
            tally.more["conflicts told in all"] += sum(f.rule in CONFLICTS for f in read.report.findings)
            tally.of["piles"] += 1
    return tally


def main() -> int:
    """Measure and print; 0 always, this is an instrument and no gate."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--files", default="seen", help="stems of files, joined by commas, or seen, or kept")
    parser.add_argument("--misses", choices=KINDS, help="print the lines of this kind that do not hold, but of no kept file")
    parser.add_argument("--json", action="store_true", help="print files and shares for a machine")
    options = parser.parse_args()
    paths, seen = files(DISPUTES, KEPT, options.files)
    of, hit, more = measured(paths, options.misses if seen and not options.json else None)
    if options.json:
        shares = {f"{kind}: as the line says": hit[kind] / of[kind] for kind in KINDS if of[kind]}
        alarms = more["alarms where no sum is wrong"] / max(1, of["piles"])
        figures = shares | {"alarms a pile where no sum is wrong (0 is right)": alarms}
        print(json.dumps({"files": [p.name for p in paths], "figures": figures}))
        return 0
    print(f"{of['piles']} piles")
    for kind in KINDS:
        print(f"  {kind:<8} {hit[kind]:>4} of {of[kind]:>4}  {hit[kind] / max(1, of[kind]):.3f}")
    for name, count in more.items():
        print(f"  {name:<34} {count:>4}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
