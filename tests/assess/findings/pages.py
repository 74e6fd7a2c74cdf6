"""Pages as they are typed, read by the rules and tied by hand.

Each page follows the first, and the first tellings of all pages are one claim, the second ones another, and so on; ``apart``: no
page follows another; ``single``: each telling is a claim of its own.
"""

from __future__ import annotations

import inspect
import json
import re
from collections import defaultdict
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path

from sayso import analyzers
from sayso.assess.pile import Pile
from sayso.assess.steps import Step, crossing, steps
from sayso.extract import extract
from sayso.model import Claim, Derivation, Finding, Linking, Reading, Statement
from sayso.read import read
from sayso.settings import Settings
from tests.assess.piles import answers

OUTLETS = ("Tarn Gazette", "Ostmar Courier", "Velle Herald", "Hald Mirror")
TONGUE = re.compile(r"\[(\w\w)\] ")  # before a page in another language
NEXT, TITLE = " => ", " || "  # between pages; between a page's title and its text


@cache
def analyzer():  # type: ignore[no-untyped-def]
    return analyzers.by_name("rules")


def readings(row: str, folder: Path, language: str) -> list[Reading]:
    """The pages of a row, oldest first."""
    path = folder / "pages.jsonl"
    lines = []
    for n, page in enumerate(row.split(NEXT)):
        tongue = TONGUE.match(page)
        title, _, text = page[tongue.end() if tongue else 0 :].rpartition(TITLE)
        record = {
            "url": f"https://paper{n}.example/a",
            "outlet": OUTLETS[n],
            "date": f"2031-05-0{n + 1}",
            "language": tongue[1] if tongue else language,
        }
        lines.append(json.dumps(record | {"title": title or None, "text": f"{title}\n\n{text}" if title else text}))
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    documents = sorted(read([str(path)], Settings().read), key=lambda d: d.place)
    return [extract(d, analyzer()) for d in documents]  # type: ignore[arg-type]


def pile(row: str, folder: Path, apart: bool = False, single: bool = False, language: str = "en") -> Pile:
    """The pages as a pile."""
    pages = readings(row, folder, language)
    ids = [r.document.id for r in pages]
    told: dict[str, list[Statement]] = defaultdict(list)
    for r in pages:
        under = [s for s in sorted(r.statements, key=lambda s: s.span) if s.voice != "headline"]
        for n, s in enumerate([s for s in r.statements if s.voice == "headline"] + under):
            told[f"{r.document.id} {n}" if single else str(max(0, n - len(r.statements) + len(under)))].append(s)
    claims = tuple(
        Claim(k, k, tuple(s.id for s in row_), tuple(sorted({s.document for s in row_}))) for k, row_ in sorted(told.items())
    )
    edges = () if apart else tuple(Derivation(d, ids[0], "rewrite", True, True, 5.0, ()) for d in ids[1:])
    return Pile(pages, Linking(claims, derivations=edges))


def made(rule: Callable[..., Iterator[Finding]], p: Pile) -> list[Finding]:
    """All that a rule says of a pile, whatever it is asked about."""
    walked = [s for c in p.claims for s in steps(p, c)]
    asked = set(inspect.signature(rule).parameters)
    if "step" in asked:
        every: list[Step] = [*walked, *crossing(p)]
        return [f for s in every for f in rule(p, s)]
    if "document" in asked:
        return [f for d in sorted(p.by_document) for f in rule(p, d)]
    if "replies" in asked:
        return list(rule(p, answers(p)))
    if asked >= {"claim", "walked"}:
        return [f for c in p.claims for f in rule(p, c, walked)]
    if asked >= {"claim", "told"}:
        return [f for c in p.claims for f in rule(p, c, set())]
    if "claim" in asked:
        return [f for c in p.claims for f in rule(p, c)]
    return list(rule(p, walked) if "walked" in asked else rule(p))
