"""Own sentences in fifteen languages: who tells, whom a teller cites, and the stance of the telling."""

import re
from pathlib import Path

import pytest

from sayso.analyzers.rules import Rules
from sayso.extract import extract
from sayso.model import Document

ROWS = [
    [cell.strip() for cell in line.split(" | ")]
    for line in Path(__file__).with_name("tellings.txt").read_text(encoding="utf-8").splitlines()
    if line and not line.startswith("#")
]


def words(name: str) -> set[str]:
    return set(re.findall(r"\w+", name.lower()))


@pytest.mark.parametrize("row", ROWS, ids=[f"{n}-{row[0]}" for n, row in enumerate(ROWS)])
def test_telling(row: list[str]) -> None:
    language, text, source, stance, via = (*row, "", "")[:5]
    reading = extract(Document("d", "p.txt", None, "0", text, language), Rules())
    told = [([k.span.of(text) for k in s.chain if k.span], s.stance) for s in reading.statements]
    if source == "-":
        assert not any(names for names, _ in told), told
        return
    fits = [(names, kind) for names, kind in told if names and 2 * len(words(names[-1]) & words(source)) >= len(words(source))]
    assert stance == "report" or any(kind == stance for _, kind in fits), told
    assert fits and (not via or any(words(via) & words(n) for names, _ in fits for n in names[:-1])), told
