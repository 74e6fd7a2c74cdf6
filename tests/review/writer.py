"""Kills processes that write judgements: ``python -m tests.review.writer BOOK ROUNDS SEED`` prints what was acknowledged.

Each round forks a child that writes notes into the book and says the number of each as soon as the book has taken it; the child is
killed at a moment drawn at random. Forking spares the 400 starts of Python.
"""

from __future__ import annotations

import os
import random
import signal
import sys
import time
from pathlib import Path

from sayso.contracts import Judgement
from sayso.store import judgements
from sayso.store.book import Book

LONGEST_S = 0.09
"""On a slow disk one judgement takes 20 ms to be safe; most kills are to come while one is being written."""


def write(path: Path, target: str, round_: int, out: int) -> None:
    """Write notes until killed."""
    with Book(path) as book:
        for n in range(10_000):
            number = judgements.judge(book, Judgement("note", target, f"{round_}.{n}"))
            os.write(out, f"{number} {round_}.{n}\n".encode())


def main() -> None:
    path, rounds, chance = Path(sys.argv[1]), int(sys.argv[2]), random.Random(int(sys.argv[3]))
    with Book(path) as book:
        target = book.rows("SELECT id FROM statements ORDER BY id")[0][0]
    for round_ in range(rounds):
        reading, writing = os.pipe()
        child = os.fork()
        if child == 0:
            os.close(reading)
            write(path, target, round_, writing)
            os._exit(0)
        os.close(writing)
        time.sleep(chance.random() * LONGEST_S)
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
        with os.fdopen(reading, encoding="ascii") as said:
            sys.stdout.write("".join(line for line in said if line.endswith("\n")))
    sys.stdout.flush()


if __name__ == "__main__":
    main()
