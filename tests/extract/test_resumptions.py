"""Two officials, or one, without a name speak on under "both officials", "one of them", "the official", "the source"."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
import yaml

from sayso import casebook
from sayso.extract import resumptions
from sayso.extract.members import Member

PAGES = yaml.safe_load((Path(__file__).parent / "resumed.yml").read_text(encoding="utf-8"))
UNREAD = {("one", lang, 5) for lang in ("de", "pl", "ru", "uk", "tr", "ar")}  # "the source", who may be another
UNREAD |= {("several", "tr", 2), ("several", "tr", 1), ("several", "tr", 3), ("several", "tr", 4), ("several", "id", 2)}
"""Paragraphs by language and number that are not heard as from the same."""


@pytest.mark.parametrize("number", ["several", "one"])
@pytest.mark.parametrize("row", PAGES, ids=lambda row: row["lang"])
def test_who_goes_on(row: dict[str, list[str]], number: str, tmp_path: Path) -> None:
    pile = tmp_path / "pile.jsonl"
    url, text = "https://www.tarnpost.example/mill", "\n\n".join(["Tarn Post", *row[number]])
    pile.write_text(json.dumps({"url": url, "text": text}) + "\n", encoding="utf-8")
    (reading,) = casebook.trace([str(pile)]).readings
    starts = [reading.document.text.index(paragraph) for paragraph in row[number]]
    told = [
        {s.chain[-1].source for s in reading.statements if start <= s.span.start < start + len(paragraph) and len(s.chain) > 1}
        for start, paragraph in zip(starts, row[number], strict=True)
    ]
    assert len(told[0]) == 1
    lost = {(number, row["lang"], n) for n, sources in enumerate(told) if not sources & told[0]}
    assert lost <= UNREAD


@pytest.mark.parametrize(
    ("name", "language", "meant"),
    [
        ("both officials", "en", "two officials"),
        ("one of the residents", "en", "residents"),
        ("one of them, Ida Volk", "en", None),
        ("another official", "en", None),
        ("one of the guards", "en", None),
        ("uno de los vecinos", "es", "dos vecinos"),
        ("un vecino", "es", None),
        ("один из жителей", "ru", "двое жителей"),
    ],
)
def test_whom_a_phrase_means(name: str, language: str, meant: str | None) -> None:
    cast = [Member("Ida Volk", "person"), Member("residents", "group"), Member("two officials", "official")]
    cast += [Member("dos vecinos", "anonymous"), Member("двое жителей", "anonymous")]
    cast = [m for m in cast if (language == "en") == m.name.isascii() or language == "es"]
    found = resumptions.meant(lambda: reversed(cast), name, language)
    assert (found.name if found else None) == meant
