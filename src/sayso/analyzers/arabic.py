"""Arabic sentences: قال S إن C · أفادت S بأن C · نقلت P عن S أن C · بحسب S C · حسبما ذكرت S · نفى S O.

The verb comes before its subject; what opens the told clause ("أن", a colon, a quotation mark) ends the subject. Where nothing
does, the shape of the noun phrase decides: a construct of two nouns, adjectives with the article, a title with a name.
"""

from __future__ import annotations

from dataclasses import replace

from sayso.analyzers.arabic_beside import TELLERS, beside, fronted
from sayso.analyzers.arabic_subjects import (
    AND,
    FRONTED,
    PREPOSITIONS,
    acting,
    ahead,
    antecedent,
    brought_on,
    citing,
    cue_at,
    dative,
    inserted,
    is_object,
    negated,
    np_end,
    opens,
    right,
    that,
    unled,
    who,
)
from sayso.analyzers.arabic_texts import contained
from sayso.analyzers.stretches import OPENING, boundary, empty, isa, made, mark, nobody, taken_over
from sayso.analyzers.view import View
from sayso.contracts import Attributed
from sayso.lexicon.roles import role_of
from sayso.lexicon.words import Cue, phrases, words
from sayso.model import Span
from sayso.text.tokens import Token

CHARGE = 9  # words from a verb that loads somebody with something to the blame
SHORTEST = 5  # letters of a participle in the accusative ("قائلا"); "دعا" and "شكا" are finite
RUMOUR = 7  # words from "it goes round" to its "that": a place stands between
_RULES = frozenset({"وفق", "وفقا", "طبقا", "تبعا", "بموجب"})  # "according", and "in keeping with" too
_FINITE = frozenset({"وا", "نا", "تا"})  # endings of verbs that end like a participle in the accusative
_NOT_BEFORE_VERB = frozenset("عن من في الى على حول بشان لدى نحو عبر ضمن".split())  # prepositions: a noun follows ("عن نشر الخبر")
TAGS = frozenset({"clause", "about"})  # frames of verbs that stand behind speech
_WITH_TO = frozenset({"وفقا", "طبقا", "استنادا", "تبعا"})  # "according", with its "to" written to the next word


def sentence(view: View, before: Span | None) -> list[Attributed]:
    """The attributions of one sentence; who acts in the one ``before`` it, in which nobody tells anything, is "he" in this."""
    found: list[Attributed] = []
    i = 0
    while i < len(view.tokens):
        got, cue = None, None
        if not view.quoted[i] and not any(a.source and a.source.holds(view.tokens[i].span) for a in found):
            got = _fixed(view, i)
            got = got or contained(view, i)
            cue = cue_at(view, i) if got is None else None
            if cue and view.isa(i, "emerges") and not _of_speaker(view, i):
                cue = None  # "تبيّن أن C": nobody tells it
            if cue and (not negated(view, i) or (cue.tone == "think" and opens(view, i) is not None)):
                got = _verb(view, i, cue)
                if got and got.cue and negated(view, i):
                    got = replace(got, cue=Span(view.tokens[i - 1].start, got.cue.end))  # "لا تقتنع S بأن C": a doubt
        if got is not None:
            participle = got.inherits and i and view.tokens[i - 1].text in "،," and view.low(i).endswith(("ا", "ة"))
            doer = acting(view, (0, i)) if participle and not any(a.source for a in found) else None
            if doer is not None:
                got = replace(got, source=view.part(*doer), inherits=False)  # "غادر S القاعة، معتبرا أن C"
            found.append(taken_over(view, i, got, found) if participle and doer is None else got)
            if cue and cue.frame == "piece":
                break  # "سحبت P تقريرا ذكرت فيه أن C": what it told there it takes back
        i += 1
    if not found and (said := beside(view)):
        found = [said]
    found = [_unjoined(view, a) for a in found]
    if before is not None and found and found[0].inherits and found[0].source is None:
        earlier = View(view.text, before, view.language, view.quotes)
        doer = acting(earlier, (0, len(earlier.tokens)))
        if doer is not None and not sentence(earlier, None) and (source := earlier.part(*doer)):
            found[0] = replace(found[0], source=source, inherits=False)
    return found


def _unjoined(view: View, a: Attributed) -> Attributed:
    """A source without the "and" that is written to its first noun ("وأطباء")."""
    first = next((t for t in view.tokens if a.source and t.start == a.source.start), None)
    if a.source is None or first is None or not first.text.startswith("و"):
        return a
    rest = Token(first.text[1:], first.start + 1, first.end)
    return replace(a, source=Span(a.source.start + 1, a.source.end)) if role_of(rest) else a


def _fixed(view: View, i: int) -> Attributed | None:
    """Read "بحسب S C", "وفقا لS C", "يقال إن C" at token i; "and" may be written to the first word."""
    n = len(view.tokens)
    if (view.isa(i, "rumour") or AND.sub("", view.low(i)) in words(view.language, "rumour")) and not negated(view, i):
        said = next((k for k in range(i + 1, min(i + RUMOUR, n)) if that(view, k) or boundary(view, k)), None)
        if said is not None and that(view, said):
            return nobody(view, [(said + 1, n)], (i, i + 1))  # "تردد في المقاهي أن C"
    for kind in ("hearsay", "again", "according"):
        phrase = _phrase(view, i, kind)
        cited = view.phrase(i, "citing") and any(cue_at(view, k) for k in range(i))  # "أفادت P نقلا عن S": not of the page's own
        spoken = phrase == 1 and kind == "hearsay" and cue_at(view, i) and not that(view, i + 1)  # "ويزعم S أن C"
        if not phrase or cited or spoken:
            continue
        end = i + phrase
        if kind == "according" and _led(view, end):
            return _clause_led(view, i, end)
        stop = right(view, end, n) if kind == "according" else end
        if view.isa(stop - 1, "piece") and stop < n and cue_at(view, stop):  # "تقرير نشرته S": whose text it is
            stop = next((k for k in range(stop + 1, min(stop + 9, n)) if view.tokens[k].text in "،,"), stop)
        rest = stop
        while rest < n and (not view.tokens[rest].word or that(view, rest) or view.low(rest) == "عن"):
            if view.tokens[rest].text in OPENING:
                break
            rest += 1
        content = [(0, i), (rest, n)] if view.count(0, i) > 2 else [(rest, n)]
        if kind == "again" and (doer := acting(view, (0, i))):
            return made(view, content, (i, end), doer)  # "S متحفظ، فالعينة، في رأيه، صغيرة"
        if kind != "according":
            return nobody(view, content, (i, end)) if kind == "hearsay" else made(view, content, (i, end), None)
        if empty(view, (end, stop)) or (view.low(i) in _RULES and not _tells(view, i, (end, stop))):
            return None
        return _unproclitic(view, made(view, content, (i, end), (end, stop)), end)
    return None


def _led(view: View, end: int) -> bool:
    """Whether a clause stands behind "as": "كما ورد فيه أن C", "كما يشاع", "حسبما ذكر S"."""
    return contained(view, end) is not None or _rumoured(view, end) or cue_at(view, end) is not None


def _rumoured(view: View, end: int) -> bool:
    return view.isa(end, "rumour") or view.phrase(end, "hearsay") is not None


def _clause_led(view: View, i: int, end: int) -> Attributed | None:
    """What such a clause makes: a text's telling, nothing ("لا ينفع كما يشاع": an aside), or somebody's."""
    cue = cue_at(view, end)
    return contained(view, end) or (_as(view, i, end, cue) if cue and not _rumoured(view, end) else None)


def _tells(view: View, i: int, part: tuple[int, int]) -> bool:
    """Whether "وفق S" names a teller: "تسير الأعمال وفق الجدول" keeps to a plan."""
    return i == 0 or boundary(view, i - 1) or view.quoted[i - 1] or any(role_of(t) in TELLERS for t in view.tokens[slice(*part)])


def _phrase(view: View, i: int, kind: str) -> int:
    """The length of a fixed expression at i, its "and" and the "to" written to the word behind it apart."""
    phrase = view.phrase(i, kind)
    if phrase is None and AND.match(view.low(i)):
        low = AND.sub("", view.low(i))
        known = phrases(view.language, kind).get(low, ())
        phrase = next((p for p in known if (low, *view.lows[i + 1 : i + len(p)]) == p), None)
    return len(phrase) if phrase else 0


def _unproclitic(view: View, a: Attributed | None, first: int) -> Attributed | None:
    """Read "لتقرير" behind "وفقا" as "تقرير": the preposition is written to the word."""
    if a is None or a.source is None or {view.low(first - 1), AND.sub("", view.low(first - 1))}.isdisjoint(_WITH_TO):
        return a
    return replace(a, source=unled(view, a.source))


def _as(view: View, i: int, verb: int, cue: Cue) -> Attributed | None:
    """Read "C، حسبما ذكر S": the clause beside is told."""
    n = len(view.tokens)
    stop = right(view, verb + 1, n)
    of = next((k for k in range(verb + 2, stop) if view.low(k) == "عن"), None) if cue.frame == "via" else None
    if of is not None:  # "بحسب ما نقلته P عن S"
        return made(view, [(0, i), (stop, n)] if i > 1 else [(stop, n)], (verb, verb + 1), (verb + 1, of), (of + 1, stop))
    content = [(0, i), (stop, n)] if view.count(0, i) > 1 else [(stop, n)]
    return made(view, content, (verb, verb + 1), (verb + 1, stop), citing(view, (stop, n)))


def _of_speaker(view: View, i: int) -> bool:
    """Whether a verb of coming out has a subject that tells ("تبين الدراسة أن C"), and no "that" right behind it."""
    return i + 1 < len(view.tokens) and role_of(view.tokens[i + 1]) in TELLERS


def _participle(view: View, i: int, cue: Cue) -> Attributed | None:
    """Read "S قال C، واصفا N بأنه D", "…، محملا N المسؤولية": whoever acts before it tells; what follows is no subject."""
    n = len(view.tokens)
    opened = opens(view, i) if cue.frame not in ("object", "accuse") else None
    if opened is not None:
        first = opened + (0 if view.tokens[opened].text in OPENING else 1)
        _, via, addressee = who(view, (i + 1, opened))
        return _told(view, made(view, [(first, n)], (i, i + 1), None, via, addressee))
    first = i + 1 + (view.low(i + 1) in PREPOSITIONS)
    stop = min([n, *(k for k in range(first, n) if boundary(view, k))])
    return made(view, [(first, stop)], (i, i + 1), None)


def _is_participle(view: View, i: int) -> bool:
    """Whether a word behind a comma is a participle of telling in the accusative ("مضيفا", "مؤكدة", "مشيرين")."""
    low = view.low(i)
    plural = low.startswith("م") and low.endswith("ين")
    if len(AND.sub("", low)) < SHORTEST and not AND.sub("", low).startswith("ا"):
        return False  # "ودعا"
    return (
        i > 0 and view.tokens[i - 1].text in "،," and (low.endswith("ة") or plural or (low[-1:] == "ا" and low[-2:] not in _FINITE))
    )


def _verb(view: View, i: int, cue: Cue) -> Attributed | None:
    n = len(view.tokens)
    if _is_participle(view, i):
        return _participle(view, i, cue)
    if view.low(i).startswith("ف") and view.low(i) not in view.cues and (got := _as_for(view, i)):
        return got
    if cue.frame == "piece":
        piece = next((k for k in range(i + 2, min(i + 9, n)) if view.isa(k, "piece")), None)
        return made(view, [(piece, n)], (i, i + 1), (i + 1, piece)) if piece is not None else None
    opened = opens(view, i)
    spoken = i > 1 and (view.quoted[i - 1] or view.quoted[i - 2])
    if _idle(view, i, cue, opened, spoken):
        return None
    if cue.frame == "about":
        got = _of(view, i)
        if got or _loose(view, i):
            return got
    if cue.frame == "via":
        return _passed_on(view, i, opened, "من" if _loose(view, i) else "عن")
    return _clause(view, i, cue, opened, spoken)


def _clause(view: View, i: int, cue: Cue, opened: int | None, spoken: bool) -> Attributed | None:
    """Read the subject and what is told: behind "أن", a colon or a mark of speech, before the verb, or with nothing to open it."""
    n = len(view.tokens)
    if cue.frame in ("object", "accuse") and any(is_object(view, k) for k in range(i + 2, opened or i)):
        opened = None
    tag = _tag(view, i, cue, spoken)
    if tag is not None and spoken and opened is not None and view.quoted[opened]:
        return replace(tag, content=(*tag.content, view.part(opened, n) or tag.content[0]))  # "«C»، قال S، «D»"
    if opened is not None and not (cue.frame in ("object", "accuse") and opened - i > 8):
        source, via, addressee = who(view, (i + 1, opened))
        if opener := fronted(view, i):
            source = opener
        elif (source is None or view.low(i - 1) == "قد") and i and (left := ahead(view, i)):
            source = left
        if source is None and view.isa(i + 1, "object pronoun") and (named := brought_on(view, i)):
            source = named  # "إلى S، قال لها إن C"
        if source is None and view.isa(i - 1, "relative") and (named := antecedent(view, i - 1)):
            source = named  # "S الذي قال إن C"
        first = opened + (0 if view.tokens[opened].text in OPENING else 1)
        return _told(view, made(view, [(first, n)], (i, i + 1), source, via, addressee))
    return tag or _bare(view, i, cue)


def _loose(view: View, i: int) -> bool:
    """Whether a verb means something else as well ("يبلغ": tells, amounts to)."""
    if any(view.isa(k, "charge") for k in range(i + 1, min(i + CHARGE, len(view.tokens)))):
        return False  # "حمل S المجلس المسؤولية"
    return view.isa(i, "loose") or AND.sub("", view.low(i)) in words(view.language, "loose")


def _idle(view: View, i: int, cue: Cue, opened: int | None, spoken: bool) -> bool:
    """Whether what looks like a verb of telling tells nothing here: a noun, another meaning, a silence, an act beside speech."""
    if (
        view.isa(i - 1, "quantifier")
        or view.low(i - 1) in _NOT_BEFORE_VERB
        or (_loose(view, i) and cue.frame != "about" and opened is None and not spoken)
    ):
        return True  # "أي رد": a noun
    if cue.frame == "object" and any(view.isa(k, "silence") for k in range(i + 1, min(i + 9, len(view.tokens)))):
        return True  # "رفض S التعليق"
    beside = view.isa(i - 1, "relative") and view.low(i - 1).startswith("و")
    return beside and opened is not None and mark(view, "،,", (i, opened)) is not None  # "وهو يشير إلى N، «C»"


def _tag(view: View, i: int, cue: Cue, spoken: bool) -> Attributed | None:
    """Read "«C»، قال S", "C، يقول S": the verb with its subject closes what is told."""
    n = len(view.tokens)
    closed = i > 1 and (view.tokens[i - 1].text in "،," or view.quoted[i - 1])
    lead = view.phrase(0, "lead")
    if lead and len(lead) >= i - 1:
        return None  # "في المقابل، شكك S في C"
    if not closed or cue.frame not in TAGS or view.count(0, i) < 1:
        return None
    stop = right(view, i + 1, n)
    someone = role_of(view.tokens[i + 1]) in TELLERS if i + 1 < n else False
    own = view.low(i) in view.cues and not any(cue_at(view, k) and not view.quoted[k] for k in range(i))  # no "وقال …، ودعا N"
    closing = someone and own and (stop >= n - 1 or view.tokens[stop].text in "،,")
    if not (spoken and view.count(i + 1, n) > 0) and view.low(i)[0] not in "يت" and not closing:
        return None
    source, via, addressee = who(view, (i + 1, stop))
    rest = [(stop + 1, n)] if closing and not spoken and stop < n - 1 and view.count(stop + 1, n) > 1 else []
    return _told(view, made(view, [(0, i - 1), *rest], (i, i + 1), source, via or citing(view, (stop, n)), addressee))


def _as_for(view: View, i: int) -> Attributed | None:
    """Read "أما S فقال إن C": the subject stands between "as for" and the verb."""
    at = next((k for k in range(i - 2, -1, -1) if view.isa(k, "topic")), None)
    if at is None or i - at > FRONTED or isa(view, "that", (at, i)) is not None:
        return None
    opened = opens(view, i)
    first = i + 1 if opened is None else opened + (0 if view.tokens[opened].text in OPENING else 1)
    return made(view, [(first, len(view.tokens))], (i, i + 1), (at + 1, i))


def _of(view: View, i: int) -> Attributed | None:
    """Read "تحدث S عن O": what is told is a phrase, however long the subject."""
    n = len(view.tokens)
    at = next((k for k in range(i + 1, n) if view.low(k) == "عن"), None)
    if at is None or ((that := opens(view, i)) is not None and that < at):
        return None
    source, via, addressee = who(view, (i + 1, at))
    source = (ahead(view, i) if view.low(i - 1) == "قد" else None) or source
    stop = next((k for k in range(at + 1, n) if view.tokens[k].text in "،," and cue_at(view, k + 1)), n)
    return _told(view, made(view, [(at + 1, stop)], (i, i + 1), source, via, addressee))


def _told(view: View, a: Attributed | None) -> Attributed | None:
    return replace(a, addressee=unled(view, a.addressee)) if a is not None and a.addressee is not None else a


def _passed_on(view: View, i: int, opened: int | None, of: str) -> Attributed | None:
    """Read "نقلت P عن S أن C", "علمت P من S أن C": P has it from S."""
    n = len(view.tokens)
    stop = opened if opened is not None else n
    at = next((k for k in range(i + 1, stop) if view.low(k) in (of, "الى")), None)
    if at is None:
        return None
    end = stop
    while end > at and (view.isa(end - 1, "saying") or not view.tokens[end - 1].word):
        end -= 1
    end = min(
        [
            end,
            *(
                k
                for k in range(at + 1, end)
                if view.tokens[k].text in "،," or view.phrase(k, "venue") or view.phrase(k, "anonymous")
            ),
        ]
    )
    if opened is None:
        return None
    first = opened + (0 if view.tokens[opened].text in OPENING else 1)
    outer, cited = (i + 1, at), (at + 1, end)
    if empty(view, outer):
        return made(view, [(first, n)], (i, i + 1), cited)
    return made(view, [(first, n)], (i, i + 1), outer, cited)


def _bare(view: View, i: int, cue: Cue) -> Attributed | None:
    """Read "نفى S O" and "أعلن S O": no word opens what is told."""
    n = len(view.tokens)
    opener = fronted(view, i)
    left = opener or (ahead(view, i) if view.title or view.low(i - 1) == "قد" else None)
    if left and view.count(i + 1, n) > 1:
        led = i + 1 + (view.low(i + 1) in PREPOSITIONS and cue.tone != "think")
        end = min([n, *(k for k in range(i + 1, n) if boundary(view, k))]) if opener else n
        return made(view, [(led, end)], (i, i + 1), left)
    first, addressee = i + 1, None
    if first < n and dative(view, first):
        end = np_end(view, first, n) if view.low(first) != "ل" else np_end(view, first + 1, n)
        addressee, first = (first, end), end
    stop = min([n, *(k for k in range(first, n) if boundary(view, k))])
    if (late := inserted(view, stop)) is not None:
        rest = min([n, *(k for k in range(late, n) if boundary(view, k))])
        return made(view, [(late, rest)], (i, i + 1), (first, stop))
    prep = isa(view, "preposition", (first, min(first + 2, stop))) if cue.frame == "clause" else None
    at = next((k for k in range(first, stop) if is_object(view, k)), None) if cue.frame != "accuse" else None
    if prep == first:
        return made(view, [(first + 1, stop)], (i, i + 1), None)
    if cue.tone == "doubt" and (about := isa(view, "seat", (first + 1, stop))) is not None:
        return made(view, [(about + 1, stop)], (i, i + 1), who(view, (first, about))[0])  # "شكك S في C"
    end = at if at is not None else np_end(view, first, stop)
    after = end + 1 if view.low(end) in PREPOSITIONS else end
    if empty(view, (first, end)):
        return made(view, [(after, stop)], (i, i + 1), None)
    source, via, told = who(view, (first, end))
    addressee = addressee or told
    a = made(view, [(after, stop)], (i, i + 1), source, via, addressee)
    if a is None and cue.frame != "clause" and view.count(after, stop) == 1 and (span := view.part(after, stop)):
        b = made(view, [(i, stop)], (i, i + 1), source, via, addressee)
        return Attributed((span,), b.cue, b.source, inherits=b.inherits) if b else None
    return _told(view, a)
