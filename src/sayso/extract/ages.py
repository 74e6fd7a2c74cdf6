"""Whom "the 49-year-old" means, in languages that have one word for it: whoever a page gives that age."""

from __future__ import annotations

import re
from collections.abc import Sequence

from sayso.text.tokens import Token

_AGED = re.compile(r"(\d{1,3})[ -]*(?:jährige[rnms]?|jarige|enne|latek|latk[ai]|летн\w+|річн\w+)$", re.IGNORECASE)


def age(rest: Sequence[Token]) -> str:
    """The age that a phrase calls somebody by: "49-Jährige", "49enne"."""
    hit = _AGED.search(" ".join(t.text for t in rest))
    return hit[1] if hit else ""


def aged(text: str, years: str) -> str:
    """Whom a page gives this age: "Ola Rask (49)", "Ola Rask, 49"."""
    found = {m[1] for m in re.finditer(rf"((?:[^\W\d_][\w’'-]+\s){{1,3}}[^\W\d_][\w’'-]+)(?:,\s|\s\(){years}(?!\d)", text)}
    names = {" ".join(w for w in n.split() if w[0].isupper()) for n in found}
    return names.pop() if len(names) == 1 else ""
