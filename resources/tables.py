"""Write src/sayso/lexicon/data/*.json from resources/*.yml; with --check, fail when a table is not what its YAML says.

Keys that only people and tests need (reason, from, yes, no, note) stay in the YAML.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

import yaml

HERE = Path(__file__).parent
TABLES = HERE.parent / "src" / "sayso" / "lexicon" / "data"
FOR_PEOPLE = {"reason", "from", "yes", "no", "note"}


class Words(yaml.SafeLoader):
    """YAML in which yes, no, on and off are words, as YAML 1.2 has it: they are keys and entries of word lists here."""


Words.yaml_implicit_resolvers = {
    k: [(tag, rx) for tag, rx in v if tag != "tag:yaml.org,2002:bool"] for k, v in yaml.SafeLoader.yaml_implicit_resolvers.items()
}


def load(path: Path) -> list[dict[str, Any]]:
    """The rows of one YAML file, with what is there for people."""
    rows: list[dict[str, Any]] = yaml.load(path.read_text(encoding="utf-8"), Loader=Words)
    return rows


def table(path: Path) -> str:
    """The JSON text of one YAML file: a list of rows, one row a line."""
    rows = [{k: v for k, v in row.items() if k not in FOR_PEOPLE} for row in load(path)]
    return "[\n" + ",\n".join(json.dumps(row, ensure_ascii=False, sort_keys=True) for row in rows) + "\n]\n"


def main() -> int:
    """Write or check every table; 1 when a check fails."""
    wanted = {TABLES / f"{p.stem}.json": table(p) for p in sorted(HERE.glob("*.yml"))}
    if "--check" in sys.argv:
        bad = [p.name for p, text in wanted.items() if not p.is_file() or p.read_text(encoding="utf-8") != text]
        bad += [p.name for p in TABLES.glob("*.json") if p not in wanted]
        print("\n".join(f"{name}: not what resources/ says; run make tables" for name in bad))
        return bool(bad)
    for p, text in wanted.items():
        p.write_text(text, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
