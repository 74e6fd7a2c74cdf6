"""Invented pages of thirty languages: the day on which each came out, as a careful reader says, and as sayso says.

    dates.py [--files STEMS|kept|seen] [--misses] [--json]

``dates/NAME_K.txt`` were written for sayso by people who did not see the program; fiction, in the public domain (CC0). A page
begins with ``== language | address or - | gold``, then its text. Gold is the day of first publication, the month where no more can
be known, or ``-`` where text and address do not say; many of these hold other dates.

Each page is read by itself. Printed are, by language, the shares of dated pages whose date is right (a day for a day), unknown (or
wider than gold) and wrong, of undated ones left undated, and how many pages' language is told. Files named in ``KEPT`` nobody has
looked at to mend a rule: of these nothing but figures is printed.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from piles import chosen, place

from sayso.model import Document, Published
from sayso.read import ReadOptions, read
from sayso.text import instants

FOLDER = Path(__file__).with_name("dates")
KEPT = ("asi_3", "en_3", "eur_3", "rom_3")
_GOLD = re.compile(r"-|\d{4}-\d\d(?:-\d\d)?")


class Dated(NamedTuple):
    """One page and its gold."""

    name: str
    language: str
    address: str
    gold: str
    text: str


def dated(path: Path) -> list[Dated]:
    """The pages of a file; ValueError names a head that is none."""
    out = []
    for n, part in enumerate(re.split(r"(?m)^== ", path.read_text(encoding="utf-8"))[1:]):
        head, _, text = part.partition("\n")
        language, address, gold = (p.strip() for p in head.split("|"))
        if not _GOLD.fullmatch(gold):
            raise ValueError(f"{path.name}: no date and no hyphen: {head}")
        out.append(Dated(f"{path.stem}/{n + 1}", language, address.strip("-"), gold, text.strip() + "\n"))
    return out


def judge(published: Published | None, gold: str) -> str:
    """right, unknown or wrong."""
    first, last = (instants.first_day(published.when), instants.last_day(published.when)) if published else (None, None)
    if first is None or last is None:
        return "right" if gold == "-" else "unknown"
    days = {first.isoformat(), last.isoformat()}
    if gold == "-" or not any(day.startswith(gold) for day in days):
        known = f"{first:%Y-%m}" if published and (last - first).days > 1 else None
        return "unknown" if known and gold.startswith(known) else "wrong"
    return "right" if len(gold) < len("2000-01-01") or (last - first).days < 2 else "unknown"


def read_pages(told: Sequence[Dated], folder: Path) -> Iterator[tuple[Dated, Document]]:
    """Each page with the document that sayso makes of it."""
    for n, page in enumerate(told):
        row = {"text": page.text} | ({"url": page.address} if page.address else {})
        (document,) = (d for d in read([place([row], folder, f"page{n}")], ReadOptions()) if isinstance(d, Document))
        yield page, document


def main() -> int:
    """Measure and print; 0 always, this is an instrument and no gate."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--files", default="seen", help="stems of files, joined by commas, or seen, or kept")
    parser.add_argument("--misses", action="store_true", help="print what is not right, but of no kept file")
    parser.add_argument("--json", action="store_true")
    options = parser.parse_args()
    paths, seen = chosen(FOLDER, KEPT, options.files)
    told = [i for p in paths for i in dated(p)]
    hit: dict[str, Counter[str]] = {}
    with tempfile.TemporaryDirectory() as folder:
        for page, document in read_pages(told, Path(folder)):
            said = judge(document.published, page.gold)
            kind = "undated" if page.gold == "-" else "dated"
            tongue = "told" if document.language == page.language else "open" if document.language is None else "mistaken"
            for language in (page.language, "all"):
                hit.setdefault(language, Counter()).update({kind: 1, f"{kind} {said}": 1, tongue: 1})
            if options.misses and said != "right" and seen:
                p = document.published
                print(f"{page.name} {page.language} gold {page.gold}: {said}, {p and (p.basis, p.when.start, p.when.end)}")
    every_one = hit["all"]
    figures = {f"dates {said}": every_one[f"dated {said}"] / every_one["dated"] for said in ("right", "unknown", "wrong")}
    figures["undated left undated"] = every_one["undated right"] / every_one["undated"]
    figures["language told"] = every_one["told"] / len(told)
    if options.json:
        print(json.dumps({"figures": figures, "files": [p.name for p in paths]}))
        return 0
    for language, c in sorted(hit.items()):
        shares = "  ".join(f"{s} {c[f'dated {s}'] / max(1, c['dated']):.3f}" for s in ("right", "unknown", "wrong"))
        undated = f"{c['undated right']} of {c['undated']} undated left so"
        print(f"{language:<4} {c['dated']:>4} dated  {shares}  {undated}  language {c['told']}, wrong {c['mistaken']}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
