"""Courtesies: "Thank you, Ida" tells nothing that anybody could tell again."""

from __future__ import annotations

import re
from functools import cache

from sayso.lexicon.tables import rows

LONGEST = 80
"""Code points of a courtesy; own choice."""


@cache
def _forms() -> re.Pattern[str]:
    """A courtesy, and after a comma or a small word who is greeted."""
    forms = sorted({w for r in rows("courtesies") for w in r["words"]}, key=lambda w: (-len(w), w))
    said = "|".join(re.escape(f).replace("'", "[’']") for f in forms)
    name = r"[A-Z][\w.’'-]*"
    return re.compile(
        rf"(?:[A-Z][\w.’'-]*,\s)?(?i:(?:and |well,? |so,? |okay,? )?(?:{said}))"
        rf"(?:,?\s(?i:to|both|all|everyone|everybody|sir|madam|ma[’']am|indeed|again|here|there|now|then))?"
        rf"(?:,\s(?:Mr\.?\s|Mrs\.?\s|Ms\.?\s|Dr\.?\s)?{name}(?:\s{name}){{0,2}})?[.!?…]*"
    )


def courtesy(words: str) -> bool:
    """Whether the words are a courtesy and nothing else."""
    bare = " ".join(words.split()).strip("“”\"‘’'«» ")
    return len(bare) <= LONGEST and _forms().fullmatch(bare) is not None
