"""Where a noun phrase that can be a source begins and ends. No parser: closed word classes, marks and capitals decide."""

from __future__ import annotations

from sayso.analyzers.view import View

STOPS = frozenset(",;:!?–—-…\n")  # no full stop: inside a sentence it ends an abbreviation
NEAR = frozenset("this last next every earlier later late early the".split())
DASHES = frozenset("–—-")
LONGEST = 28  # words; the longest source phrase in the 840 corpus articles read for measuring has 41, 99 % have at most 24


def left(view: View, cue: int) -> tuple[int, int] | None:
    """The subject before the cue at token ``cue``, as [first, last); None where nothing stands there (elided subject)."""
    last = _skip_left(view, cue)
    if last <= 0 or (view.mark(last - 1) and view.tokens[last - 1].text not in ",)]’–—-"):
        return None
    if view.tokens[last - 1].text in DASHES:
        dash = next((i for i in range(last - 3, -1, -1) if view.tokens[i].text in DASHES and not _hyphen(view, i)), None)
        while dash and view.tokens[dash - 1].text in DASHES:
            dash -= 1
        return (_back(view, dash), dash) if dash else None
    if view.isa(last - 1, "relative"):
        return antecedent(view, last - 1)
    if view.tokens[last - 1].text == ",":
        inserted = _inserted(view, last - 1)
        if inserted is None:
            return None
        first_comma, keep = inserted
        head = _after_time(view, _apposed(view, _back(view, first_comma)), first_comma)
        return (head, last - 1 if keep else first_comma) if head < first_comma else None
    first = _nearest(view, _back(view, last), last)
    return (first, last) if first < last and not view.isa(last - 1, "clause") else None


def _nearest(view: View, first: int, last: int) -> int:
    """Leave out what stands before the subject in its clause: "In the debate he", "On Sunday the channel"."""
    if view.isa(last - 1, "pronoun"):
        return last - 1
    if view.isa(first, "preposition") and first + 1 < last:
        if view.isa(first + 1, "time"):
            return _after_time(view, first + 1, last)
        late = [k for k in range(first + 2, last) if view.isa(k, "determiner") and not view.isa(k - 1, "preposition")]
        return late[-1] if late else first + 1
    return _after_time(view, first, last)


def _after_time(view: View, first: int, last: int) -> int:
    """Step over a time that no comma closes: "this month", "Saturday", "June 9"."""
    i = first
    while i < last - 1 and (
        view.isa(i, "time") or view.tokens[i].text.isdigit() or (view.low(i) in NEAR and view.isa(i + 1, "time"))
    ):
        i += 1
    return i


def _apposed(view: View, head: int) -> int:
    """Step back from an apposition to the name before it: "Ann Roe, president of the guild, which …, said"."""
    if head > 1 and view.tokens[head - 1].text == "," and not view.tokens[head].capital and not view.isa(head, "pronoun"):
        name = _back(view, head - 1)
        if name < head - 1 and view.tokens[head - 2].capital and not verbs(view, name, head):
            return name
    return head


def _skip_left(view: View, i: int) -> int:
    """Step left over auxiliaries and adverbs before a verb."""
    while (
        i > 0
        and (view.isa(i - 1, "auxiliary") or view.isa(i - 1, "adverb"))
        and not view.quoted[i - 1]
        and (i == 1 or not view.tokens[i - 1].capital)
    ):
        i -= 1
    return i


def _inserted(view: View, comma: int) -> tuple[int, bool] | None:
    """An insertion that ends at ``comma``: where it begins, and whether it belongs to the name (an apposition)."""
    for i in range(comma - 1, max(comma - 40, -1), -1):
        if view.quoted[i]:
            return None
        if view.tokens[i].text == ",":
            word = view.low(i + 1)
            if any(view.cue(k) for k in range(i + 1, comma)):
                return i, False
            led = any(view.isa(k, "relative") and view.isa(k - 1, "preposition") for k in range(i + 2, min(i + 5, comma)))
            if verbs(view, i + 1, comma) and not (led or view.isa(i + 1, "relative")):
                return None
            drop = (
                view.isa(i + 1, "relative")
                or led  # "papers, a copy of which the Courier has seen"
                or view.isa(i + 1, "adverb")
                or word.endswith("ing")
                or view.isa(i + 1, "preposition")
                or view.isa(i + 1, "time")
                or view.isa(i + 1, "clause")
            )
            return i, not drop
    return None


def _back(view: View, last: int) -> int:
    """First token of the phrase that ends before ``last``: back to a mark, a clause word or speech."""
    i = last
    while i > 0:
        token = view.tokens[i - 1]
        if view.quoted[i - 1] or (token.text in STOPS and not _hyphen(view, i - 1)) or token.text in '“”"«»':
            break
        if view.isa(i - 1, "clause") and not _joins(view, i - 1, last):
            break
        i -= 1
    return _after_adverbial(view, i, last)


def _hyphen(view: View, i: int) -> bool:
    t = view.tokens
    return t[i].text == "-" and 0 < i < len(t) - 1 and t[i - 1].end == t[i].start


def _joins(view: View, i: int, last: int) -> bool:
    """Whether "and" stays inside a phrase ("A and B said"); between clauses it ends it."""
    return (
        view.low(i) == "and"
        and i > 0
        and not view.mark(i - 1)
        and i + 1 < last
        and (
            (view.tokens[i + 1].capital and view.tokens[i - 1].capital)
            or (not any(view.cue(k) for k in range(i)) and not verbs(view, 0, i))
        )
    )


def _after_adverbial(view: View, first: int, last: int) -> int:
    """Step over a leading adverb or time that no comma closes ("Meanwhile officials", "Later he")."""
    while first < last - 1 and (view.isa(first, "adverb") or view.low(first) in ("and", "but", "while", "as", "when")):
        first += 1
    return first


def antecedent(view: View, relative: int) -> tuple[int, int] | None:
    """The phrase that a relative pronoun at token ``relative`` goes back to."""
    last = relative - 1 if relative and view.tokens[relative - 1].text == "," else relative
    first = _back(view, last)
    verb = max((i for i in range(first, last) if verbs(view, i, i + 1)), default=first - 1)
    first = max(first, verb + 1)
    while first < last and (view.isa(first, "preposition") or view.isa(first, "adverb")):
        first += 1
    return (first, last) if first < last else None


def verbs(view: View, first: int, last: int) -> bool:
    """Whether a finite verb stands in [first, last), as far as closed classes and -ed endings tell."""
    for i in range(first, min(last, len(view.tokens))):
        low = view.low(i)
        past = (
            low.endswith("ed")
            and not low.endswith("eed")
            and len(low) > 3
            and (view.title or not view.tokens[i].capital)
            and not view.isa(i - 1, "determiner")
        )
        if not view.quoted[i] and (
            view.isa(i, "auxiliary") or past or view.isa(i, "past") or (view.cue(i) and not view.isa(i - 1, "determiner"))
        ):
            return True
    return False


def right(view: View, first: int, last: int) -> int:
    """End of the source phrase that begins at token ``first``: a mark, a clause or relative word, a time or venue."""
    i, used = first, 0
    while i < last and used < LONGEST:
        token = view.tokens[i]
        if token.text == "." and i == len(view.tokens) - 1:
            break
        if view.quoted[i] or (token.text in STOPS and not _hyphen(view, i)) or token.text in '“”"«»':
            break
        if i > first and (_ends(view, i) or view.phrase(i, "citing")):
            break
        used += token.word
        i += 1
    return i


def apposed(view: View, end: int) -> int:
    """Take a name after a comma ("said its buyer, Ann Roe") into the phrase that ends there."""
    last = end + 1
    while last < len(view.tokens) and view.tokens[last].capital and not view.quoted[last] and last - end <= 4:
        last += 1
    named = end < len(view.tokens) and view.tokens[end].text == "," and last - end >= 3
    return last if named and (last >= len(view.tokens) or view.mark(last)) else end


def _ends(view: View, i: int) -> bool:
    low = view.low(i)
    if view.isa(i, "relative") or view.isa(i, "that") or view.isa(i, "to"):
        return True
    if low == "and":
        return not (view.tokens[i - 1].capital and i + 1 < len(view.tokens) and view.tokens[i + 1].capital)
    if (view.isa(i, "clause") and low not in ("since", "than", "until")) or low in (
        "during",
        "before",
        "after",
        "following",
        "via",
    ):
        return True
    if view.isa(i, "time") and low not in ("may", "this", "last", "late", "early"):
        return True
    if low in ("in", "on", "at", "to", "via", "through"):
        return (
            view.isa(i + 1, "time")
            or any(view.isa(k, "venue") for k in range(i + 1, min(i + 5, len(view.tokens))) if not view.mark(k))
            or low in ("to", "via")
        )
    verb = low.endswith("ing") and i > first_word(view, i) and view.tokens[i - 1].text == ","
    return verb or (view.isa(i, "auxiliary") and not view.tokens[i].capital)


def first_word(view: View, i: int) -> int:
    """Index of the first word of the sentence at or before i."""
    return next((k for k in range(i + 1) if view.tokens[k].word), 0)


def subject(view: View) -> tuple[int, int] | None:
    """The sentence's first noun phrase: what stands before its first verb, after leading adverbials."""
    first = 0
    while first < len(view.tokens) and (view.isa(first, "adverb") or view.isa(first, "preposition") or view.mark(first)):
        comma = next((k for k in range(first, len(view.tokens)) if view.tokens[k].text == ","), None)
        if comma is None or (view.isa(first, "adverb") and not view.isa(first, "preposition")):
            first += 1
            continue
        first = comma + 1
    last = first
    while last < len(view.tokens) and not view.mark(last) and not verbs(view, last, last + 1) and not view.isa(last, "adverb"):
        last += 1
    return (first, last) if first < last else None
