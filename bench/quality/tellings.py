"""Invented events told several times: which remarks are made on retellings that change something, and on those that do not.

    tellings.py [--files STEMS|kept|seen] [--missed RULE]

``tellings/*.txt`` were written for sayso by people who did not see the program; fiction, in the public domain (CC0). Their lines
are ``@ event``, ``# claim`` (``# d denies a``), ``= the first report``, ``- a retelling``. In a retelling ``{41<number:14}`` stands
where its words change what the first report says ("14"), by one of ``KINDS``; what is left out is ``{<hedge:reportedly}``, what is
added ``{not <negation:}``. ``((…))`` holds the part of a sentence that tells this claim; such retellings are not measured here.

Each retelling becomes a page that follows the first report's, as in ``distortions.py``. Printed are the shares noticed, named and
accused, and by rule how often it was made where it fits a change, on another change, and on a faithful retelling. Files named in
``KEPT`` nobody has looked at to mend a rule: of these nothing but figures is printed.
"""

from __future__ import annotations

import argparse
import re
import sys
import tempfile
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from distortions import FITTING, remarks
from piles import files

FOLDER = Path(__file__).with_name("tellings")
KEPT = ("d2", "f", "h", "i")
KINDS = FITTING | {
    "strength": {"strengthened", "weakened", "relabelled", "category_changed"},
    "detail": {"detail_added", "detail_dropped", "counter_evidence_omitted", "denial_omitted", "hedge_lost", "hedge_added"},
}
_MARK = re.compile(r"\{(?P<new>[^{}<]*)<(?P<kind>\w+):(?P<old>[^{}]*)\}")


class Told(NamedTuple):
    """One telling without its marks: its text, whether all of it tells the claim, the kinds of what it changes."""

    text: str
    whole: bool
    changes: tuple[str, ...] = ()


class Claim(NamedTuple):
    """The tellings of one claim, the first report first, and the claim that it denies, if so."""

    name: str
    denies: str | None
    told: list[Told]


def telling(line: str, first: str | None = None) -> Told:
    """A line without its marks; ValueError where a mark is odd, or says that words changed which the first report has not."""
    kinds = []
    for m in _MARK.finditer(line):
        if m["kind"] not in KINDS or not (m["new"] or m["old"]):
            raise ValueError(f"no mark: {m.group()}")
        if first is not None and m["old"] not in first:
            raise ValueError(f"not in the first report: {m['old']!r}")
        kinds.append(m["kind"])
    text = _MARK.sub(lambda m: m["new"], line)
    if text.count("((") != text.count("))") or set("{}") & set(text):
        raise ValueError(f"a mark is open: {line[:60]}")
    return Told(" ".join(text.replace("((", "").replace("))", "").split()), "((" not in text, tuple(kinds))


def claims(text: str) -> list[list[Claim]]:
    """The claims of each event of a file; ValueError names the line that says nothing."""
    out: list[list[Claim]] = []
    for number, line in enumerate(text.splitlines(), start=1):
        tag, rest = line[:1], line[1:].strip()
        try:
            if tag == "@":
                out.append([])
            elif tag == "#":
                name, *more = rest.split()
                out[-1].append(Claim(name, more[1] if more[:1] == ["denies"] else None, []))
            elif tag in ("=", "-"):
                told = out[-1][-1].told
                if (tag == "=") != (not told):
                    raise ValueError("a claim begins with one first report")
                told.append(telling(rest, told[0].text if told else None))
                if tag == "=" and told[0].changes:
                    raise ValueError("a first report changes nothing")
            elif line.strip():
                raise ValueError("no line of tellings")
        except (ValueError, IndexError) as error:
            raise ValueError(f"line {number}: {error}") from None
    return out


def pairs(paths: Sequence[Path]) -> list[tuple[str, Told]]:
    """Every retelling with the first report of its claim."""
    events = [e for p in paths for e in claims(p.read_text(encoding="utf-8"))]
    return [(c.told[0].text, t) for e in events for c in e if c.told[0].whole for t in c.told[1:] if t.whole]


def main() -> int:
    """Measure and print; 0 always, this is an instrument and no gate."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--files", default="seen", help="stems of files, joined by commas, or seen, or kept")
    parser.add_argument("--missed", metavar="RULE", help="print where this rule accuses a faithful retelling, but of no kept file")
    options = parser.parse_args()
    paths, seen = files(FOLDER, KEPT, options.files)
    shown = options.missed if seen else None
    fit, other, false, total = Counter[str](), Counter[str](), Counter[str](), Counter[str]()
    with tempfile.TemporaryDirectory() as folder:
        for first, told in pairs(paths):
            found, _, _ = remarks(first, told.text, Path(folder))
            rules, fitting = {f.rule for f in found}, set[str]().union(*(KINDS[k] for k in told.changes))
            (fit if told.changes else false).update(rules & fitting if told.changes else rules)
            other.update(rules - fitting if told.changes else ())
            kind = "changed" if told.changes else "faithful"
            total.update({kind: 1, f"{kind} remarked": bool(rules), "named": bool(rules & fitting)})
            for f in found:
                if f.rule == shown and not told.changes:
                    print(f"{f.from_} -> {f.to}\n    {first}\n    {told.text}")
    changed, faithful = max(1, total["changed"]), max(1, total["faithful"])
    print(f"{changed} changed: noticed {total['changed remarked'] / changed:.3f}, named {total['named'] / changed:.3f}")
    print(f"{faithful} faithful: accused {total['faithful remarked'] / faithful:.3f}")
    for rule in sorted(fit | other | false, key=lambda r: (-false[r], -fit[r], r)):
        print(f"  {rule:<26} fits {fit[rule]:>4}  another change {other[rule]:>4}  faithful {false[rule]:>4}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
