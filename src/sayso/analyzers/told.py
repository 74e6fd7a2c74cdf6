"""Which words of a sentence are told: after the cue, before the subject, past the adjuncts between; and who was told."""

from __future__ import annotations

from sayso.analyzers import phrases
from sayso.analyzers.view import View
from sayso.lexicon.roles import role_of
from sayso.lexicon.words import Cue
from sayso.model import Span

ADJUNCTS = frozenset("on by from for with after before during via through".split())  # what follows a cue and is not told
EXPECTING = frozenset("expect predict believe estimate".split())  # "insiders expect prices to rise"
FEWEST = 2  # words of a told clause without "that" or quotation marks; a single word after a cue is its object ("said Monday")


def addressee(view: View, i: int, cue: Cue) -> tuple[Span | None, int]:
    """Who was told after the verb at i, and the token after it."""
    j = i + 1
    if view.low(j) == "to" and j + 1 < len(view.tokens) and (view.tokens[j + 1].capital or view.isa(j + 1, "determiner")):
        j += 1
    elif cue.frame != "tell":
        return None, j
    first = j
    while j < len(view.tokens) and not view.mark(j) and not view.quoted[j] and j - first < 9:
        named = j > first and view.tokens[j - 1].capital
        if (
            view.isa(j, "that")
            or view.isa(j, "time")
            or (view.low(j) in phrases.NEAR and view.isa(j + 1, "time"))
            or (j > first and ((view.isa(j, "preposition") and view.low(j) != "of") or view.isa(j, "pronoun")))
        ):
            break
        if (j > first and view.isa(j, "determiner")) or (
            named
            and not view.tokens[j].capital
            and view.low(j) not in ("of", "and", "for")
            and role_of(view.tokens[j]) not in ("outlet", "agency", "social")
        ):
            break
        if view.isa(j, "auxiliary") or view.isa(j, "adverb"):
            break
        j += 1
    return (view.part(first, j), j) if j > first else (None, i + 1)


def begins(view: View, j: int) -> tuple[int, bool]:
    """Where the told words begin after token j, and whether "that" or a quotation mark says so."""
    limit = min(j + 16, len(view.tokens))
    for k in range(j, limit):
        relative = view.language == "en" and k > j and view.isa(k + 1, "auxiliary")  # "in a report that has gone unnoticed"
        if view.isa(k, "that") and not relative and (k == j or not phrases.verbs(view, j, k)):
            return k + 1, True
        if view.quoted[k]:
            return (k, True) if not phrases.verbs(view, j, k) and view.count(j, k) <= 12 and _bare(view, j, k) else (j, False)
        if view.tokens[k].text in ",;." and not (
            k + 1 < len(view.tokens) and (view.quoted[k + 1] or view.isa(k + 1, "that") or view.low(k - 1) == "saying")
        ):
            break
    return _past_adjunct(view, j), False


def _bare(view: View, first: int, last: int) -> bool:
    """Only adjuncts and marks stand between the cue and the quotation; other words belong to the told clause."""
    return (
        view.count(first, last) == 0
        or view.isa(first, "preposition")
        or view.isa(first, "time")
        or view.isa(first, "adverb")
        or view.tokens[last - 1].text in ":,"
    )


def _past_adjunct(view: View, j: int) -> int:
    """Step over "on Monday", "in a statement", "late Tuesday" after the cue."""
    n = len(view.tokens)
    while j < n:
        if view.low(j) in phrases.NEAR and view.isa(j + 1, "time"):
            j += 2
        elif view.isa(j, "time") or (view.isa(j, "adverb") and view.low(j) not in ("not", "never", "now", "only")):
            j += 1
        elif view.isa(j, "preposition") and (stop := _adjunct(view, j)):
            j = stop
        else:
            break
    return j


def _adjunct(view: View, j: int) -> int | None:
    for k in range(j + 1, min(j + 7, len(view.tokens))):
        if view.mark(k):
            return None
        if view.isa(k, "time") or view.isa(k, "venue"):
            end = k + 1
            while end < len(view.tokens) and (view.isa(end, "time") or view.tokens[end].text.isdigit()):
                end += 1
            return end
    return None


def before(view: View, first: int) -> Span | None:
    """The told words before the subject at ``first``: a clause that ends in a comma or quotation mark."""
    if first <= 0:
        return None
    if view.low(first - 1) in ("as", "so") and first > 1:
        first -= 1
    quoted = view.quoted[first - 1]
    if not quoted and view.tokens[first - 1].text not in ",”\"»’'?!":
        return None
    if not quoted and not phrases.verbs(view, 0, first - 1) and not any(view.quoted[:first]):
        return None
    if (
        not quoted
        and (
            (view.isa(0, "preposition") and view.low(1) not in ("least", "most"))
            or (view.isa(0, "clause") and view.low(0) not in ("that",))
        )
        and not any(view.quoted[:first])
        and view.count(0, first) < 9
    ):
        return None
    return view.part(0, first)


def around(view: View, first: int, begin: int) -> tuple[Span, ...] | None:
    """Read "C, S said, C": an insertion, the told clause on both sides of it."""
    n = len(view.tokens)
    if begin >= n or view.tokens[begin].text != "," or first < 2 or view.tokens[first - 1].text not in (",", "”", '"'):
        return None
    rest = begin + 1
    if any(view.quoted[:first]) or not phrases.verbs(view, rest, n):
        return None
    if (
        view.count(rest, n) < 3
        or view.low(rest).endswith("ing")
        or view.isa(rest, "relative")
        or any(view.quoted[rest : rest + 2])
        or view.isa(rest, "clause")
        or view.low(rest) in ("but", "according", "citing", "as")
    ):
        return None
    parts = view.part(0, first), view.part(rest, n)
    return tuple(p for p in parts if p)


def goes_on(view: View, first: int, begin: int) -> bool:
    """Whether a clause of its own follows the cue, so that what stands before the subject is only its setting."""
    n = len(view.tokens)
    if begin + 2 >= n or any(view.quoted[:first]) or view.mark(begin) or view.isa(begin, "time") or view.isa(begin, "that"):
        return False
    opens = view.isa(begin, "determiner") or view.isa(begin, "pronoun") or view.tokens[begin].capital
    return opens and phrases.verbs(view, begin + 1, n)


def after(view: View, begin: int, strong: bool, before: bool, cue: Cue) -> Span | None:
    """The told words after the cue."""
    n = len(view.tokens)
    if begin >= n:
        return None
    rest = view.part(begin, n)
    if strong:
        return rest
    to = next((k for k in range(begin + 1, min(begin + 9, n)) if view.low(k) == "to"), None)
    if cue.lemma in EXPECTING and to and not view.mark(begin) and not phrases.verbs(view, begin, to):
        return rest
    if view.mark(begin) or (cue.frame in ("that", "quote", "weak") and not view.quoted[begin]):
        return None
    if (
        before
        or view.count(begin, n) < FEWEST
        or view.low(begin) in ADJUNCTS
        or (cue.frame == "tell" and view.isa(begin, "preposition"))
    ):
        return None
    return rest
