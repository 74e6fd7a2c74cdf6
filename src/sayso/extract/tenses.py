"""The tense of English words: what somebody said is told in the tense of his words, a page's own account in its own."""

from __future__ import annotations

from collections.abc import Sequence

from sayso.lexicon.words import words

PAST = frozenset("was were had did would could might".split())
PRESENT = frozenset("is are has have will can may must do does remains remain seems seem appears appear".split())


def tenses(said: Sequence[str]) -> set[str]:
    """The tenses of the auxiliaries of English words; where they have none, the past of their verbs."""
    aux = {"past" for w in said if w in PAST} | {"present" for w in said if w in PRESENT}
    verbs = {"past" for w in said if w in words("en", "past") or (w.endswith("ed") and len(w) > len("need"))}
    return aux or verbs or {"present"}
