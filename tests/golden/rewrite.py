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


def failing(name: str) -> tuple[dict[str, str], int]:
    """The checks that do not hold, with what they say, and how many there are in all."""
    report, missed, total = stories.traced(name), {}, 0
    for check in stories.expected(name):
        for ident, line, aspect in checks.split(check):
            total += 1
            try:
                checks.hold(report, line, aspect)
            except AssertionError as error:
                missed[f"{name}/{ident}"] = str(error)
    return missed, total


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
    kept = {ident: reason for ident, reason in known.items() if ident.partition("/")[0] in broken}
    if "--misses" in arguments:
        head = [line for line in stories.MISSES.read_text(encoding="utf-8").splitlines() if line.startswith("#")]
        rows = kept | {ident: known.get(ident) or " ".join(reason.split()) for ident, reason in missed.items()}
        lines = [*head, *(f"{ident}  {rows[ident]}" for ident in sorted(rows))]
        stories.MISSES.write_text("\n".join(lines) + "\n", encoding="utf-8")
    else:
        for ident in sorted(set(missed) - set(known)):
            print(f"\nnew miss {ident}\n{missed[ident]}")
        for ident in sorted(set(known) - set(missed) - set(kept)):
            print(f"holds now, take its line out of known_misses.txt: {ident}")
    return 1 if broken else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
