"""A folder is written whole or not at all, and never over what somebody put into it."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from sayso.cli import folders
from sayso.errors import SaysoError

FILES = {"a.txt": b"one", "b/c.txt": b"two"}


def names(folder: Path) -> list[str]:
    return sorted(p.relative_to(folder).as_posix() for p in folder.rglob("*") if p.is_file())


def test_a_folder_is_written_with_its_sums_and_written_anew(tmp_path: Path):
    folder = tmp_path / "out"
    folders.write(folder, FILES)
    assert names(folder) == ["SHA256SUMS", "a.txt", "b/c.txt"]
    folders.write(folder, {"a.txt": b"three"})
    assert names(folder) == ["SHA256SUMS", "a.txt"], "nothing of the older export stays"
    assert [p.name for p in tmp_path.iterdir()] == ["out"]


def test_an_empty_folder_may_be_there(tmp_path: Path):
    folders.write(tmp_path / "out", FILES)
    (tmp_path / "two").mkdir()
    folders.write(tmp_path / "two", FILES)
    assert names(tmp_path / "two") == names(tmp_path / "out")


@pytest.mark.parametrize("name", ["mine.txt", "b/mine.txt", "a.txt", "SHA256SUMS"])
def test_what_somebody_put_or_changed_in_it_is_kept(tmp_path: Path, name: str):
    folder = tmp_path / "out"
    folders.write(folder, FILES)
    (folder / name).write_bytes(b"\xff mine")
    with pytest.raises(SaysoError, match="was not written by sayso, or was changed since"):
        folders.write(folder, {"a.txt": b"three"})
    assert (folder / name).read_bytes() == b"\xff mine"


def test_links_are_not_followed(tmp_path: Path):
    (tmp_path / "real").mkdir()
    (tmp_path / "link").symlink_to(tmp_path / "real")
    with pytest.raises(SaysoError, match="is no folder"):
        folders.write(tmp_path / "link", FILES)
    folders.write(tmp_path / "out", FILES)
    (tmp_path / "out" / "x").symlink_to(tmp_path / "real")
    with pytest.raises(SaysoError, match="x in it"):
        folders.write(tmp_path / "out", FILES)


def test_what_fails_half_way_leaves_the_old_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    folders.write(tmp_path / "out", FILES)

    def full(handle: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OSError, match="No space left"):
        folders.write(tmp_path / "out", {"a.txt": b"three"})
    assert (tmp_path / "out" / "a.txt").read_bytes() == b"one"
    assert [p.name for p in tmp_path.iterdir()] == ["out"]
