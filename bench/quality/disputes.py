"""Invented piles of pages that dispute something: which denials, figures and sums are told, and which are none.

    disputes.py [--files STEMS|kept|seen] [--misses KIND] [--json]

``disputes/*.txt`` were written for sayso by people who did not see the program; fiction, in the public domain (CC0). A pile is
``@ title``, then its pages (``> id | outlet | date | headline`` and text, in which ``<a|…>`` marks passage a), then what a careful
reader says of it:

    denies a c            passage a denies what c tells
    figures a c           they count the same and differ
    apart a c later       they look like a conflict and are none, and why (``WHY``)
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
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

from sayso.casebook import trace
from sayso.model import Finding, Report, Span, Statement
from sayso.show.words import AGAINST, SUMS_WRONG

FOLDER = Path(__file__).with_name("disputes")
KEPT = ("dE", "dF")
WHY = frozenset("later part other unit rounded bound agree aside".split())
DENIALS = frozenset({"denied", "retracted", "corrected", "accounts_conflict"})
CONFLICTS, ALARMS = frozenset(AGAINST), frozenset(SUMS_WRONG)
PRONOUNS = frozenset("he she they it who".split())
KINDS = ("denies", "figures", "apart", "right", "wrong", "none", "from")
_PASSAGE = re.compile(r"<(?P<name>[a-z]{1,2})\|(?P<told>[^<>]*)>")
_SAYS = re.compile(rf"(?P<kind>{'|'.join(KINDS)}) (?P<a>[a-z]{{1,2}})(?: (?P<b>[a-z]{{1,2}})\b)?:? *(?P<rest>.*)")


@dataclass
class Page:
    """One page: its head, its text without marks, and where each passage lies in that text."""

    outlet: str
    date: str
    text: str = ""
    passages: dict[str, Span] = field(default_factory=dict)


@dataclass
class Pile:
    """Pages and what is said of them: kind, passages, the rest of the line."""

    title: str
    pages: list[Page] = field(default_factory=list)
    says: list[tuple[str, tuple[str, ...], str]] = field(default_factory=list)


def bare(pile: Pile, marked: str) -> None:
    """Append a line to the text of the pile's last page, its marks taken out."""
    page, at = pile.pages[-1], 0
    for m in _PASSAGE.finditer(marked):
        if any(m["name"] in p.passages for p in pile.pages):
            raise ValueError("a passage that is there twice")
        page.text += marked[at : m.start()]
        page.passages[m["name"]] = Span(len(page.text), len(page.text) + len(m["told"]))
        page.text, at = page.text + m["told"], m.end()
    if set("<>|") & set(marked[at:]):
        raise ValueError("a mark is open")
    page.text += marked[at:] + "\n"


def piles(text: str) -> list[Pile]:
    """The piles of a file; ValueError names the line that says nothing, or of no passage."""
    out: list[Pile] = []
    for number, line in enumerate(text.splitlines(), start=1):
        try:
            _line(out, line)
        except (ValueError, IndexError) as error:
            raise ValueError(f"line {number}: {error or line}") from None
    return out


def _line(out: list[Pile], line: str) -> None:
    """Add one line of a file to its piles."""
    says = _SAYS.fullmatch(line.strip())
    if line.startswith("@ "):
        out.append(Pile(line[2:].strip()))
    elif line.startswith("> "):
        head = [p.strip() for p in line[2:].split("|", 3)]
        if len(head) < 4 or out[-1].says:
            raise ValueError("a page has an id, an outlet, a date and a headline, and stands before what is said of the pile")
        out[-1].pages.append(Page(head[1], head[2], f"{head[3]}\n\n"))
    elif says:
        names = tuple(n for n in (says["a"], says["b"]) if n)
        if not {n for p in out[-1].pages for n in p.passages} >= set(names):
            raise ValueError("a passage that is not there")
        if says["kind"] == "apart" and says["rest"] not in WHY:
            raise ValueError("why are they apart?")
        out[-1].says.append((says["kind"], names, says["rest"]))
    elif line.strip() and (not out or not out[-1].pages or out[-1].says):
        raise ValueError("no line of a pile")
    elif out and out[-1].pages and not out[-1].says:
        bare(out[-1], line)


class Read:
    """A pile as sayso reports it, asked by the names of its passages."""

    def __init__(self, pile: Pile, folder: Path) -> None:
        path = folder / "pile.jsonl"
        rows = [
            {"url": f"https://page{n}.example/", "outlet": p.outlet, "date": p.date, "language": "en", "text": p.text}
            for n, p in enumerate(pile.pages)
        ]
        path.write_text("".join(json.dumps(r, ensure_ascii=False) + "\n" for r in rows), encoding="utf-8")
        self.report: Report = trace([str(path)])
        self.at: dict[str, tuple[str, Span]] = {}
        for page, row in zip(pile.pages, rows, strict=True):
            document = next(r.document for r in self.report.readings if r.document.url == row["url"])
            if document.text != page.text:
                raise ValueError(f"{pile.title}: another text than the page's")
            self.at |= {name: (document.id, span) for name, span in page.passages.items()}
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


def show(read: Read, pile: Pile, kind: str, names: tuple[str, ...], rest: str) -> None:
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
    parser.add_argument("--json", action="store_true", help="print the shares for a machine")
    options = parser.parse_args()
    stems = {p: p.name.partition("_")[0] for p in sorted(FOLDER.glob("*.txt"))}
    groups = {"kept": {*KEPT}, "seen": {*stems.values()} - {*KEPT}}
    wanted = groups.get(options.files, {*options.files.split(",")})
    shown = None if wanted & groups["kept"] or options.json else options.misses
    of, hit, more = measured([path for path, stem in stems.items() if stem in wanted], shown)
    if options.json:
        shares = {f"{kind}: as the line says": hit[kind] / of[kind] for kind in KINDS if of[kind]}
        alarms = more["alarms where no sum is wrong"] / max(1, of["piles"])
        print(json.dumps(shares | {"alarms a pile where no sum is wrong (0 is right)": alarms}))
        return 0
    print(f"{of['piles']} piles")
    for kind in KINDS:
        print(f"  {kind:<8} {hit[kind]:>4} of {of[kind]:>4}  {hit[kind] / max(1, of[kind]):.3f}")
    for name, count in more.items():
        print(f"  {name:<34} {count:>4}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
