"""The shared stories stay above their pinned floors; needs the project's shared material."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


@pytest.mark.parametrize("corpus", ["seeds", "cases"])
def test_no_floor_is_fallen_below(corpus: str, shared: Path) -> None:
    command = [sys.executable, str(ROOT / "bench" / "quality" / "gate.py"), "--only", corpus]
    done = subprocess.run(
        command, capture_output=True, text=True, check=False, cwd=ROOT, env={**os.environ, "SAYSO_SHARED": str(shared)}
    )
    assert done.returncode == 0, done.stdout[-3000:] + done.stderr[-1000:]
