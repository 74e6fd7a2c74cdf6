"""``sayso show`` as a person types it, on pages written for these tests."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest

from sayso.cli import main
from sayso.sheet import NAMES, Cell, Incident
from sayso.show.incidents import table
from tests.assess.test_incidents import HARVIK, MARKET


@pytest.fixture(autouse=True)
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "market.txt").write_text(MARKET, encoding="utf-8")
    (tmp_path / "harvik.txt").write_text(HARVIK, encoding="utf-8")
    (tmp_path / "calm.txt").write_text("The council met in Velmark on Monday, clerk Ivo Tarn said.\n", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("SAYSO_ANALYZER", "rules")
    return tmp_path


def test_text_table_and_json_say_the_same(capsys: pytest.CaptureFixture[str]) -> None:
    pages = ["show", "incidents", "market.txt", "harvik.txt"]
    assert main(pages) == 0
    shown = capsys.readouterr().out
    assert "2031-03-03 · Velmark" in shown and "injured: best 30, low 30, high 30" in shown
    assert main([*pages, "--csv"]) == 0
    rows = list(csv.DictReader(io.StringIO(capsys.readouterr().out)))
    assert list(rows[0]) == [*NAMES, "evidence"] and len(rows) == 2 and "“Twelve”" in rows[0]["evidence"]
    assert main([*pages, "--json"]) == 0
    made = json.loads(capsys.readouterr().out)["incidents"]
    assert [r["id"]["value"] for r in made] == [r["id"] for r in rows]
    seen = next(r for r in made if r["location"]["value"] == "Velmark")["injured_best"]["evidence"][0]
    assert MARKET[slice(*seen["span"])] == seen["words"] == "30" and seen["statement"] and seen["document"]


def test_a_book_and_a_file(desk: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["trace", "market.txt", "--book", "pile.sqlite"]) == 0
    capsys.readouterr()
    assert main(["show", "incidents", "pile.sqlite", "--csv", "--out", "sheet.csv"]) == 0
    assert capsys.readouterr().out == ""
    assert main(["show", "incidents", "market.txt", "--csv"]) == 0
    assert (desk / "sheet.csv").read_text(encoding="utf-8") == capsys.readouterr().out
    assert main(["show", "incidents", "market.txt", "--out", "calm.txt"]) == 3


def test_the_summary_and_the_report_of_a_book_are_those_of_its_trace(desk: Path, capsys: pytest.CaptureFixture[str]) -> None:
    traced = ["trace", "market.txt", "harvik.txt", "--book", "pile.sqlite", "--report", "traced.html"]
    assert main(traced) == 0
    printed = capsys.readouterr().out
    assert main(["show", "summary", "pile.sqlite"]) == 0
    assert capsys.readouterr().out == printed and "Velmark" in printed
    assert main(["export", "pile.sqlite", "--to", "html", "--out", "again.html"]) == 0
    assert (desk / "again.html").read_bytes() == (desk / "traced.html").read_bytes()
    assert main(["export", "pile.sqlite", "--to", "jsonl"]) == 0
    rows = map(json.loads, capsys.readouterr().out.splitlines())
    telling = next(r["id"] for r in rows if r.get("record") == "statement" and len(r["chain"]) > 1)
    assert main(["judge", "source", telling, "Quartermaster Odd Brannt", "--book", "pile.sqlite"]) == 0
    assert main(["export", "pile.sqlite", "--to", "html", "--out", "judged.html"]) == 0
    assert "Odd Brannt" in (desk / "judged.html").read_text(encoding="utf-8")
    assert "Odd Brannt" not in (desk / "traced.html").read_text(encoding="utf-8")
    assert main(["show", "summary", "nowhere.sqlite"]) == 2


def test_no_incident_is_said(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["show", "incidents", "calm.txt"]) == 0
    assert capsys.readouterr().out.startswith("No incident")


def test_a_formula_stays_text_and_a_longitude_a_number() -> None:
    cells = dict.fromkeys(NAMES, Cell(None)) | {"notes": Cell("=1+1"), "longitude": Cell(-3.5)}
    (row,) = csv.DictReader(io.StringIO(table([Incident("x", cells)])))
    assert row["notes"] == "'=1+1" and row["longitude"] == "-3.5"
