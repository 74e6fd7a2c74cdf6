"""Write the snapshots (``STORY/reading.txt``) anew, and say how the checks stand. ``--misses`` also rewrites ``known_misses.txt``.

``make golden``. A story that cannot be traced keeps its snapshot; the exit code is 1 then. Known reasons are kept; a new miss gets
the first line of what the check says, to be put into better words by hand.
"""

from __future__ import annotations

import sys
import traceback
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))

from tests.golden import checks, listing
from tests.golden import story as stories

ROOM = (
    dict.fromkeys(("published", "outlet", "language", "furniture", "prose"), "read")
    | {"statement": "extract"}
    | dict.fromkeys(("same_claim", "not_same_claim", "edge", "no_edge"), "link")
    | dict.fromkeys(("origins", "finding", "no_finding"), "assess")
)
"""The room to look into first; the reason may lie in one before it."""


def failing(name: str) -> tuple[dict[str, tuple[str, str]], int]:
    """The checks that do not hold, with the room and what they say, and how many there are in all."""
    report, missed, total = stories.traced(name), {}, 0
    for check in stories.expected(name):
        for ident, line, aspect in checks.split(check):
            total += 1
            try:
                checks.hold(report, line, aspect)
            except AssertionError as error:
                missed[f"{name}/{ident}"] = (ROOM[check["kind"]], str(error))
    return missed, total


def _reason(room: str, said: str, limit: int = 160) -> str:
    """One line: the page and the quote of a statement stand in its check, only what was expected and got is kept."""
    line = " ".join(said[max(0, said.find("\nexpected")) :].split())
    return f"{room}: {line if len(line) <= limit else line[: limit - 1] + '…'}"


def main(arguments: list[str]) -> int:
    known, missed, broken = stories.known_misses(), {}, []
    for name in stories.names():
        try:
            text = listing.listing(name)
            failures, total = failing(name)
        except Exception:
            traceback.print_exc()
            broken.append(name)
            continue
        file = stories.GOLDEN / name / "reading.txt"
        changed = not file.is_file() or file.read_text(encoding="utf-8") != text
        file.write_text(text, encoding="utf-8")
        print(f"{name}: {total - len(failures)} of {total} checks hold; snapshot {'written' if changed else 'unchanged'}")
        missed |= failures
    try:
        if strangers := checks.joined(stories.traced("")):
            missed[checks.APART] = ("link", "\n".join(strangers))
    except Exception:
        traceback.print_exc()
        broken.append("all")
    kept = {ident: reason for ident, reason in known.items() if ident.partition("/")[0] in broken}
    if "--misses" in arguments:
        head = [line for line in stories.MISSES.read_text(encoding="utf-8").splitlines() if line.startswith("#")]
        rows = kept | {ident: known.get(ident) or _reason(*found) for ident, found in missed.items()}
        lines = [*head, *(f"{ident}  {rows[ident]}" for ident in sorted(rows))]
        stories.MISSES.write_text("\n".join(lines) + "\n", encoding="utf-8")
    else:
        for ident in sorted(set(missed) - set(known)):
            print(f"\nnew miss {ident} ({missed[ident][0]})\n{missed[ident][1]}")
        for ident in sorted(set(known) - set(missed) - set(kept)):
            print(f"holds now, take its line out of known_misses.txt: {ident}")
    return 1 if broken else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
