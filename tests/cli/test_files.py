from __future__ import annotations

import os
from pathlib import Path

import pytest

from sayso.cli import files, folders
from sayso.errors import SaysoError

REPORT = '<!doctype html><meta name="generator" content="sayso 0.1.0"><p>first'


def test_a_report_is_written_whole_and_replaces_an_older_report(tmp_path: Path):
    files.write(tmp_path / "r.html", REPORT)
    files.write(tmp_path / "r.html", REPORT + " second")
    assert (tmp_path / "r.html").read_text() == REPORT + " second"
    assert [p.name for p in tmp_path.iterdir()] == ["r.html"], "no temporary file stays"


def test_another_file_is_replaced_only_by_force(tmp_path: Path):
    other = tmp_path / "notes.html"
    other.write_text("my notes")
    with pytest.raises(SaysoError, match="exists and was not written by sayso"):
        files.write(other, REPORT)
    assert other.read_text() == "my notes"
    files.write(other, REPORT, force=True)
    assert other.read_text() == REPORT


def test_an_empty_file_is_nobodys(tmp_path: Path):
    (tmp_path / "r.html").touch()
    files.write(tmp_path / "r.html", REPORT)
    assert (tmp_path / "r.html").stat().st_size > 0


def test_folders_are_named(tmp_path: Path):
    with pytest.raises(SaysoError, match="is a folder"):
        files.check(tmp_path, force=True)
    with pytest.raises(SaysoError, match="there is no folder"):
        files.check(tmp_path / "none" / "r.html")


def test_what_fails_half_way_leaves_the_old_report(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    target = tmp_path / "r.html"
    files.write(target, REPORT)

    def full(handle: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OSError, match="No space left"):
        files.write(target, REPORT + " second")
    assert target.read_text() == REPORT
    assert [p.name for p in tmp_path.iterdir()] == ["r.html"]


def test_a_report_can_be_read_by_whom_the_mask_lets(tmp_path: Path):
    old = os.umask(0o022)
    try:
        files.write(tmp_path / "r.html", REPORT)
    finally:
        os.umask(old)
    assert (tmp_path / "r.html").stat().st_mode & 0o777 == 0o644


def test_where_nothing_can_be_written_the_place_is_named_as_typed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    def refused(*_: object, dir: Path, **__: object) -> None:
        raise PermissionError(13, "Permission denied", f"{dir}/.tmp.x1y2z3")

    for name in ("TemporaryFile", "mkstemp", "mkdtemp"):
        monkeypatch.setattr(f"tempfile.{name}", refused)
    for act in (files.check, folders.check, lambda p: files._write(p, b""), lambda p: folders._write(p, {})):
        with pytest.raises(PermissionError) as found, files.placed(tmp_path / "r.html"):
            act(tmp_path / "r.html")
        assert found.value.filename == str(tmp_path / "r.html")
