"""That nothing can be skipped unseen, where nothing may be."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

SKIPS = """
import pytest

def test_part():
    pytest.skip("needs Chromium")

@pytest.mark.guest
def test_guest():
    pytest.skip("needs a model")

def test_shared(shared):
    raise AssertionError("there is none")

@pytest.mark.xfail(strict=True)
def test_known():
    raise AssertionError
"""
MODULE = "import pytest\npytest.importorskip('nobody_has_this')\ndef test_it(): pass\n"


@pytest.mark.parametrize(
    ("options", "ends"),
    [([], "4 skipped, 1 xfailed"), (["--require-all"], "1 failed, 2 skipped, 1 xfailed, 1 error")],
)
def test_a_missing_part_is_a_failure_where_all_is_required(tmp_path: Path, options: list[str], ends: str):
    (tmp_path / "conftest.py").write_text((Path(__file__).with_name("conftest.py")).read_text(encoding="utf-8"), encoding="utf-8")
    (tmp_path / "pytest.ini").write_text("[pytest]\nmarkers = guest: x\n")
    (tmp_path / "test_skips.py").write_text(SKIPS)
    (tmp_path / "test_module.py").write_text(MODULE)
    environment = {k: v for k, v in os.environ.items() if not k.startswith(("SAYSO_", "PYTEST_"))}
    command = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", "--continue-on-collection-errors", *options]
    done = subprocess.run(
        command,
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
        env={**environment, "SAYSO_SHARED": str(tmp_path / "none")},
    )
    assert ends in done.stdout.splitlines()[-1], done.stdout
    if options:
        assert "a part is missing: Skipped: needs Chromium" in done.stdout
        assert "nobody_has_this" in done.stdout
