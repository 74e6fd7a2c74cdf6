"""Colophons: what a page says of itself and to its reader, "(Reporting by Ida Volk)", "Follow us on …": it tells nothing else."""

from __future__ import annotations

import re
from functools import cache

from sayso.lexicon.tables import rows

LONGEST = 320
"""Code points of such a sentence; own choice: a list of helpers in four towns has 200."""
GAP = r"[^.!?\n]{1,100}?"
"""What "…" in a form may stand for."""


@cache
def _forms() -> re.Pattern[str]:
    """All forms of the table, each where it counts; no more than one gap in a form, so that the search stays linear."""
    said = {
        where: "|".join(sorted(_form(w) for r in rows("colophons") if r["where"] == where for w in r["words"])) for where in WHERE
    }
    return re.compile(rf"\A(?:[(\[]\s?(?:{said['bracket']})|[-–—*(\[]?\s?(?:{said['start']})|.*?(?:{said['any']}))", re.I | re.S)


WHERE = ("bracket", "start", "any")


def _form(words: str) -> str:
    parts = (re.escape(" ".join(p.split())).replace("'", "[’']") for p in words.split("…"))
    return r"(?<!\w)" + rf"\s{GAP}\s".join(parts) + r"(?!\w)"


def colophon(sentence: str) -> bool:
    """Whether a sentence says who worked on the page, or speaks to its reader, and tells nothing else."""
    bare = " ".join(sentence.split())
    return len(bare) <= LONGEST and _forms().match(bare) is not None
