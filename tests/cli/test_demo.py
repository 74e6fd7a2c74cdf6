from __future__ import annotations

from pathlib import Path

from sayso.cli import main
from sayso.cli.demo import STORIES, pages


def test_there_are_three_stories_and_notes_are_no_pages():
    folders = {Path(page).parent.name for page in pages()}
    assert len(folders) == 3
    assert folders == {p.name for p in STORIES.iterdir() if p.is_dir() and not p.name.startswith("_")}
    assert len(pages()) == len(set(pages()))
    assert all((STORIES / page).is_file() for page in pages())


def test_demo_ends_with_the_path_of_its_report(tmp_path: Path, monkeypatch, capfd):
    monkeypatch.chdir(tmp_path)
    assert main(["demo"]) == 0
    out, err = capfd.readouterr()
    assert err == "" or err.endswith("…\n"), "nothing but progress"
    last = out.splitlines()[-1]
    assert last == "The report: out/demo/report.html"
    assert (tmp_path / "out/demo/report.html").read_bytes().lstrip().lower().startswith(b"<!doctype html")
    assert main(["demo", "--out", "elsewhere"]) == 0
    assert (tmp_path / "elsewhere/report.html").read_bytes() == (tmp_path / "out/demo/report.html").read_bytes()


def test_doctor_runs_the_whole_way(capfd):
    assert main(["doctor"]) == 0
    out, _ = capfd.readouterr()
    assert out.startswith("sayso ") and "trafilatura" in out and "it works" in out


def test_version(capfd):
    assert main(["--version"]) == 0
    assert capfd.readouterr().out.startswith("sayso, version ")
