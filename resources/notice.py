"""Refresh the digests in NOTICE.md and see that every file that is not our program text has a row there; --check only tells.

A row names a file, or a folder with a slash at its end; a folder's digest is taken over the paths and bytes of all its files.
Origin and licence are written by people: a new file gets a row with a question mark, which the check does not accept.
"""

from __future__ import annotations

import hashlib
import re
import sys
from pathlib import Path

ROOT = Path(__file__).parents[1]
# Where data lives: words, generated tables, stories, what the report is made of, pictures.
WATCHED = (
    "resources/*.yml",
    "resources/labels/**/*",
    "src/sayso/**/*",
    "tests/golden/**/*",
    "docs/pictures/*",
    "bench/**/*.jsonl",
    "bench/quality/stories/**/*",
    "bench/quality/desks/**/*",
    "bench/quality/tellings/*",
    "bench/quality/disputes/*",
    "bench/quality/dates/*",
    "bench/quality/items/*",
)
PROGRAM = {".py", ".pyi", ".typed", ".pyc"}
ROW = re.compile(r"^\| `([^`]+)` \| (.+?) \| (.+?) \| `([0-9a-f]*)` \|$")
UNKNOWN = "?"


def watched(root: Path) -> list[str]:
    """Every file that needs a row, as paths from ``root``, sorted."""
    found = {path for pattern in WATCHED for path in root.glob(pattern) if path.is_file() and "__pycache__" not in path.parts}
    return sorted(path.relative_to(root).as_posix() for path in found if path.suffix not in PROGRAM)


def digest(root: Path, name: str) -> str:
    """SHA-256 of a file, or of all files of a folder with their paths; empty where there is none."""
    path = root / name
    if not name.endswith("/"):
        return hashlib.sha256(path.read_bytes()).hexdigest() if path.is_file() else ""
    inside = [f"{digest(root, file)}  {file}\n" for file in watched(root) if file.startswith(name)]
    return hashlib.sha256("".join(inside).encode()).hexdigest() if inside else ""


def refreshed(root: Path, text: str) -> tuple[str, list[str]]:
    """The text of NOTICE.md with digests as they are and a row for each new file; and in words, what was or is not right."""
    wrong: list[str] = []
    names: list[str] = []
    lines: list[str] = []
    end = 0
    for line in text.splitlines():
        if row := ROW.match(line):
            name, origin, licence, old = row.groups()
            now = digest(root, name)
            names.append(name)
            if not now:
                wrong.append(f"{name}: has a row and does not exist")
                continue
            if now != old:
                wrong.append(f"{name}: its digest is another one")
            if UNKNOWN in (origin, licence):
                wrong.append(f"{name}: nobody has written down its origin and licence")
            line = f"| `{name}` | {origin} | {licence} | `{now}` |"
            end = len(lines) + 1
        lines.append(line)
    folders = tuple(name for name in names if name.endswith("/"))
    new = [name for name in watched(root) if name not in names and not (folders and name.startswith(folders))]
    wrong += [f"{name}: has no row" for name in new]
    lines[end:end] = [f"| `{name}` | {UNKNOWN} | {UNKNOWN} | `{digest(root, name)}` |" for name in new]
    return "\n".join(lines) + "\n", wrong


def main() -> int:
    """Refresh or check NOTICE.md; 1 when something is left that only a person can mend."""
    notice = ROOT / "NOTICE.md"
    text, wrong = refreshed(ROOT, notice.read_text(encoding="utf-8"))
    if "--check" not in sys.argv:
        notice.write_text(text, encoding="utf-8")
        _, wrong = refreshed(ROOT, text)
    print("\n".join(f"NOTICE.md: {line}" for line in wrong))
    return bool(wrong)


if __name__ == "__main__":
    sys.exit(main())
