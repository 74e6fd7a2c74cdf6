"""What a verb of telling governs in its sentence: who tells, to whom, and which words are told.

The configurations are those of news English (Pareti 2015, PARC 3.0, ch. 3): S said (that) C · C, S said · C, said S ·
S told A that C · S denied N · S accused O of N · C, adding that C; and verb-first languages: said S that C.
"""

from __future__ import annotations

from sayso.analyzers import phrases, told
from sayso.analyzers.frames import citing
from sayso.analyzers.view import View
from sayso.contracts import Attributed
from sayso.lexicon.roles import role_of
from sayso.lexicon.words import Cue
from sayso.model import Span

LONG = 6  # words before ", said Ann Roe" that make it a clause though no verb of it is known
PARTICLES = frozenset("do da de dos das del della di du des la le el".split())
MODALS = frozenset("to would could should might may must can cannot".split())
PASSIVE = frozenset("is are was were be been being".split())
NOUNS_AFTER = frozenset("of for with at from on about in under over after despite".split())  # after these "reports" is a noun
TITLE_BASES = frozenset("claim warn deny admit insist accuse blame confirm".split())  # "Rebels claim fort": no noun in a headline
BEFORE_VERB = frozenset({"قد"})  # a particle between subject and verb: the subject came first after all
VERB_FIRST = frozenset({"ar"})  # languages whose news prose puts the verb of telling before its subject


def verb(view: View, i: int, cue: Cue) -> Attributed | None:
    """The attribution made by the verb at token i, or None where it tells nothing."""
    if cue.frame == "via":
        return _quoted_as(view, i)
    if not _finite(view, i, cue):
        return None
    if (
        view.low(i + 1) == "by"
        and cue.frame in ("clause", "object")
        and (view.low(i - 1) in PASSIVE or view.tokens[i - 1].text == ",")
    ):
        return _passive(view, i)
    if cue.lemma == "call" and not any(q.span.start > view.tokens[i].end for q in view.quotes):
        return None  # without a quotation "called" names a thing
    if cue.lemma != "tell" and (inverted := _inverted(view, i)) is not None:
        return inverted
    if view.language != "en" and i and view.tokens[i - 1].text == "," and view.mark(i + 1) and (words := view.part(0, i)):
        return Attributed((words,), view.tokens[i].span, inherits=True)  # "C, acrescentou.": the subject is the one before
    return _straight(view, i, cue)


def _straight(view: View, i: int, cue: Cue) -> Attributed | None:
    """S said C, and C, S said: the subject stands before the verb, or is left out."""
    addressee, after = told.addressee(view, i, cue)
    begin, strong = told.begins(view, after)
    elided = view.low(i).endswith("ing") and view.low(i - 1) not in PASSIVE
    source = None if elided or i == 0 else phrases.left(view, i)
    if view.language in VERB_FIRST or (source is None and not elided and view.low(i - 1) not in ("and", "but", ",")):
        return _verb_first(view, i)
    if source is not None and source[0] and view.low(source[0] - 1) in ("if", "whether", "why", "unless"):
        return None  # a question or a condition tells nothing
    if source is not None and not _somebody(view, source) and not (source[0] and view.quoted[source[0] - 1]):
        return None
    cue_span, n = view.tokens[i].span, len(view.tokens)
    if cue.frame in ("object", "accuse") and not strong:
        words = view.part(i + 1, n)
        return _made(
            view, cue_span, source, (words,) if words and (view.count(i + 1, n) > 1 or cue.tone == "deny") else (), addressee
        )
    if source and (around := told.around(view, source[0], begin)) is not None:
        return _made(view, cue_span, source, around, addressee)
    content = _content(view, cue, source, begin, strong)
    return _made(view, cue_span, source, content, addressee)


def _content(view: View, cue: Cue, source: tuple[int, int] | None, begin: int, strong: bool) -> tuple[Span, ...]:
    """The told words before the subject and after the cue; ``strong``: "that" or a quotation mark opens those after it."""
    before = told.before(view, source[0]) if source else None
    if before is not None and strong and view.isa(begin - 1, "that") and not any(view.quoted[: source[0] if source else 0]):
        before = None
    if before is not None and not strong and told.goes_on(view, source[0] if source else 0, begin):
        before = None
    here = told.after(view, begin, strong, before is not None, cue)
    return tuple(s for s in (before, here) if s)


def _made(
    view: View, cue: Span, source: tuple[int, int] | None, content: tuple[Span, ...], addressee: Span | None
) -> Attributed | None:
    if not content:
        return None
    span = view.part(*source) if source else None
    via, via_cue = citing(view, view.span)
    inside = tuple(v for v in via if not any(c.holds(v) for c in content))
    if span and any(span.holds(v) for v in via):
        cut = via_cue.start if via_cue else span.end
        span = _shortened(view, span, cut)
    return Attributed(content, cue, span, inside, via_cue if inside else None, addressee, inherits=source is None)


def _somebody(view: View, source: tuple[int, int]) -> bool:
    """Whether a subject can be a teller: a name, a pronoun or a role stands in it, and no verb of its own."""
    first, last = source
    if view.isa(first, "auxiliary"):
        return False
    named = view.isa(first, "determiner") or any(
        t.capital or role_of(t) or view.isa(first + n, "pronoun") for n, t in enumerate(view.tokens[first:last])
    )
    return named and not any(view.quoted[first:last])


def _shortened(view: View, span: Span, end: int) -> Span | None:
    text = span.of(view.text)[: max(end - span.start, 0)].rstrip(" ,\u00a0–—-")
    return Span(span.start, span.start + len(text)) if text else None


def _finite(view: View, i: int, cue: Cue) -> bool:
    """Whether the form at i is a verb that tells here, not a noun, participle, infinitive or denied act."""
    low, before = view.tokens[i].text.lower(), view.low(i - 1)
    if i and (view.isa(i - 1, "determiner") or view.tokens[i - 1].text.endswith(("'s", "’s")) or before in NOUNS_AFTER):
        return False
    token = view.tokens[i]
    if token.capital and i and (cue.lemma == "state" or not (low.endswith("s") and view.tokens[i - 1].capital)):
        return False
    if before in MODALS or view.isa(i - 1, "negation") or (view.isa(i - 2, "negation") and view.isa(i - 1, "adverb")):
        return False
    if before in PASSIVE and view.low(i + 1) != "by" and not low.endswith("ing"):
        return False
    if (
        view.low(i + 1) == "to"
        and cue.frame == "clause"
        and not (i + 2 < len(view.tokens) and (view.tokens[i + 2].capital or view.isa(i + 2, "determiner")))
        and cue.lemma in ("say", "report", "claim", "allege")
    ):
        return cue.lemma == "claim"
    if low.endswith("ing"):
        return (
            i == 0
            or view.mark(i - 1)
            or before in ("and", "by", "is", "are", "was", "were", "also", "while")
            or view.isa(i - 1, "adverb")
        )
    if view.language == "en" and low.endswith("s") and cue.lemma not in ("say", "tell", "add", "deny"):
        # "reports", "claims", "notes": a verb only with a told clause or at the end of its sentence after a name
        nxt = view.low(i + 1)
        return (
            view.isa(i + 1, "that")
            or view.mark(i + 1)
            or nxt in ("to", "on", "in")
            or (bool(nxt) and (view.isa(i + 1, "determiner") or view.isa(i + 1, "pronoun")))
        )
    base = view.language == "en" and low == cue.lemma and low not in ("say", "read", "deny")
    return not base or (view.title and cue.lemma in TITLE_BASES) or view.isa(i + 1, "that") or view.isa(i - 1, "pronoun")


def _quoted_as(view: View, i: int) -> Attributed | None:
    """Read "X was quoted (by Y) as saying C", "Y quoted X as saying C"."""
    for k in range(i + 1, min(i + 14, len(view.tokens) - 1)):
        if view.low(k) == "as" and view.low(k + 1) in ("saying", "telling"):
            source = phrases.left(view, i)
            that = next((m for m in range(k + 2, min(k + 12, len(view.tokens))) if view.isa(m, "that")), k + 1)
            words = view.part(that + 1, len(view.tokens))
            if source and words and view.low(i - 1) not in PASSIVE:
                quoted = view.part(i + 1, k)
                cue = Span(view.tokens[k].start, view.tokens[k + 1].end)
                return Attributed((words,), view.tokens[i].span, view.part(*source), (quoted,) if quoted else (), cue)
            by = view.part(i + 2, k) if view.low(i + 1) == "by" else None
            if source and words:
                return Attributed((words,), Span(view.tokens[i].start, view.tokens[k + 1].end), view.part(*source), addressee=by)
    return None


def _passive(view: View, i: int) -> Attributed | None:
    end = phrases.right(view, i + 2, len(view.tokens))
    source, words = view.part(i + 2, end), view.part(0, i)
    return Attributed((words,), view.tokens[i].span, source) if source and words else None


def _inverted(view: View, i: int) -> Attributed | None:
    """Read "C, said S": the subject stands after the verb."""
    n = len(view.tokens)
    if i == 0 and n > 3 and view.tokens[0].low in ("said", "says", "wrote", "added"):
        return _heading(view)
    if i == 0 or i + 1 >= n or not (view.tokens[i - 1].text in ",”\"»’'—–" or view.quoted[i - 1]) or view.low(i + 1) == "to":
        return None
    if (
        view.mark(i + 1)
        or view.isa(i + 1, "that")
        or view.quoted[i + 1]
        or view.isa(i + 1, "preposition")
        or view.isa(i + 1, "adverb")
    ):
        return None
    if view.tokens[i].low.endswith("ing") or (view.isa(i + 1, "time") and view.language == "en"):
        return None
    named = view.tokens[i + 1].capital and view.count(0, i) >= LONG
    if view.language == "en" and not view.quoted[i - 1] and not named and not phrases.verbs(view, 0, i - 1):
        return None
    addressee, first = _told_whom(view, i + 1)
    while view.isa(first, "time"):
        first += 1
    end = phrases.right(view, first, n)
    if first >= end or (
        view.language != "en"
        and not view.title
        and not (view.tokens[first].capital or view.isa(first, "determiner") or role_of(view.tokens[first]))
    ):
        return None
    end = phrases.apposed(view, end)
    if addressee is None and view.isa(end, "to"):
        addressee, _ = _told_whom(view, end)
    source, before = view.part(first, end), view.part(0, i - 1 if view.tokens[i - 1].text == "," else i)
    if (
        source is None
        or before is None
        or (view.language == "en" and phrases.verbs(view, i + 1, end + 1) and not view.quoted[i - 1])
    ):
        return None
    after = tuple(q.inner for q in view.speech if q.span.start >= view.tokens[end - 1].end and view.span.holds(q.span))
    via, via_cue = citing(view, view.span)
    return Attributed((before, *after[:1]), view.tokens[i].span, source, via, via_cue, addressee)


def _heading(view: View) -> Attributed | None:
    """Read "Said Ann Roe: “C”": the verb opens the sentence."""
    end = phrases.right(view, 1, len(view.tokens))
    source, words = view.part(1, end), tuple(q.inner for q in view.speech if q.span.start >= view.tokens[end - 1].end)
    return Attributed(words, view.tokens[0].span, source) if source and words else None


def _told_whom(view: View, i: int) -> tuple[Span | None, int]:
    """Read "contou à Agência uma fonte": the addressee between the verb and its subject, in languages that put it there."""
    if view.language == "en" or not view.isa(i, "to"):
        return None, i
    end = i + 1
    while end < len(view.tokens) and (
        view.tokens[end].capital or (view.low(end) in PARTICLES and end + 1 < len(view.tokens) and view.tokens[end + 1].capital)
    ):
        end += 1
    return (view.part(i + 1, end), end) if end > i + 1 else (None, i)


def _verb_first(view: View, i: int) -> Attributed | None:
    """Read "وقالت S إن C": the subject between the verb and "that", as Arabic has it; without "that" the clause before is told."""
    n = len(view.tokens)
    that = next((k for k in range(i + 2, min(i + 16, n)) if view.isa(k, "that")), None)
    if view.language == "en":
        return None
    end = min(that, phrases.right(view, i + 1, that)) if that is not None else phrases.right(view, i + 1, n)
    if view.low(i - 1) in BEFORE_VERB and (before := phrases.left(view, i - 1)) and (rest := view.part(i + 1, n)):
        return Attributed((rest,), view.tokens[i].span, view.part(*before))
    to = next((k for k in range(i + 2, end) if view.isa(k, "to")), None)
    source, addressee = view.part(i + 1, to or end), view.part(to + 1, end) if to else None
    words = view.part(that + 1, n) if that is not None else view.part(0, i) if view.count(0, i) > 2 else view.part(end, n)
    return Attributed((words,), view.tokens[i].span, source, addressee=addressee) if source and words else None
