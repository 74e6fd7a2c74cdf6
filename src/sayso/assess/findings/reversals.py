"""Remarks on tellings that say the opposite of what they follow, and on reserve and sources that change."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from sayso.assess.classes import groups
from sayso.assess.cuewords import has
from sayso.assess.denials import act
from sayso.assess.findings.numbers import foreign
from sayso.assess.findings.remark import of, remark
from sayso.assess.findings.speakers import described, general, shown_name, speaks, speaks_of_itself
from sayso.assess.findings.swaps import comparable, said
from sayso.assess.parties import press
from sayso.assess.pile import Pile, innermost, nameless, sentence, taken_as
from sayso.assess.polarity import kept_elsewhere, reversed_
from sayso.assess.reserves import HEARSAY, UNSURE, answered, reserve
from sayso.assess.steps import Step, where
from sayso.assess.wording import KEPT, capitals, likeness, name_words, party_words, proper, stems, subject
from sayso.lexicon import vocabulary
from sayso.lexicon.tables import rows
from sayso.model import ChainLink, Finding, Statement
from sayso.text.normal import begin_alike, onset, trunk, trunks


def reversed_sense(pile: Pile, step: Step) -> Iterator[Finding]:
    """A "not" is gone, or new.

    What: two tellings that share half their words differ by one negation, by a verb that works as one ("failed to", "refused"),
    or by a word and its opposite. Where the negation is gone it is ``detail_dropped``, where it is new ``detail_added``.

    Why it matters: no shorter change turns a claim round.

    Not when: the negation belongs to a bound ("not more than"), stands in contrast ("not arson"), or both tellings have one.

    Example (fiction): "the lock did not hold" becomes "the lock held".
    """
    a, b = step.before, step.after
    if step.kind == "headline" or not comparable(pile, step) or likeness(pile.text(a), pile.text(b)) < ONE_SENTENCE:
        return
    one, two = sense(pile, a), sense(pile, b)
    change = reversed_(one, two)
    if change is None or (step.kind != "derived" and likeness(pile.told(a), pile.told(b)) < SAME_WORDS):
        return  # between siblings a "not" seldom is of the same part
    gone, new = change
    if (new and taken_as(a) == "deny" and taken_as(b) != "deny") or (gone and taken_as(b) == "deny" and taken_as(a) != "deny"):
        return  # "denied that it leaked" and "it did not leak" are one
    word = gone or new
    if denied_by_cue(pile, a) != denied_by_cue(pile, b) and word.casefold() in pile.told(a if gone else b).casefold():
        return  # "denied that it had leaked", "said it had not leaked"
    if not scope_told(pile, *((a, b) if gone else (b, a)), word):
        return
    if re.search(r"\bwould(?:\snot|n['’]t)\shave\b", one + two, re.IGNORECASE):
        return  # "would not have left if": what did not happen
    if all(
        re.search(rf"(?:(?<!\w)|(?=n['’]t)){re.escape(word)}(?!\w)", x, re.IGNORECASE)
        for x in (sentence(pile, a), sentence(pile, b))
    ):
        return  # the very word stands in both
    s, other = (a, b) if gone else (b, a)
    if kept_elsewhere(pile.text(s), word, pile.documents[other.document].text):
        return
    yield remark(
        "detail_dropped" if gone else "detail_added",
        of(pile, a, b),
        f"“{word}” in {where(pile, a if gone else b)} has nothing that answers to it in {where(pile, b if gone else a)}: "
        f"one says the opposite of the other ({step.tie}).",
        claim=step.claim.id,
        change=(pile.told(a), pile.told(b)),
        limits="Overturned if one telling says the same with a word of its own.",
    )


def denied_by_cue(pile: Pile, s: Statement) -> bool:
    """Whether the word for "said" denies."""
    return s.cue is not None and has("denial", pile.words(s.document, s.cue))


def scope_told(pile: Pile, s: Statement, other: Statement, word: str) -> bool:
    """Whether one of the two content words behind a negation is told in the other telling; irregular verbs alone prove nothing."""
    text = pile.text(s)
    hit = re.search(rf"(?:(?<!\w)|(?=n['’]t)){re.escape(word)}(?!\w)", text, re.IGNORECASE)
    if hit is None:
        return True
    governed = content(re.split(CLAUSE, text[hit.end() :])[0])[:TWO]
    there = {onset(w) for w in subject(pile.text(other))}
    if len(governed) < TWO and not any(onset(w) in there for w in governed):
        here = {onset(w) for w in subject(text)}
        return bool(there - here)  # "did not hold" and "held"; where nothing is new the clause was left out
    return any(onset(w) in there for w in governed)


# Dice of two sentences below which a "not" more may belong to what only one tells, or answer to a word. On 1,529 retellings of
# invented tellings (bench/quality/tellings) remarks below it were right 8 times and made on 10 faithful ones, above 51 and 5.
ONE_SENTENCE = 0.65


def sense(pile: Pile, s: Statement) -> str:
    """The telling with its cue, which may deny, without the names of its sources."""
    text = re.sub(r"n(['’])\st\b", r"n\1t", pile.text(s))
    for k in s.chain[1:]:
        for form in pile.forms(k):
            text = text.replace(form, " ")
    return text


def headed(pile: Pile, s: Statement) -> str:
    """In words, that the headline of the page tells the same with a reserve: "Fumes May Help" above "fumes help"."""
    title = pile.documents[s.document].title or ""
    doubt = UNSURE.search(title) is not None or MAY.search(title) is not None
    kept = doubt and not pile.headline(s) and likeness(title, pile.told(s)) >= ONE_MATTER
    return f", but not in its headline, “{title}”" if kept else ""


MAY = re.compile(r"\sMay(?=\s[A-Z])")  # no month: in the capitals of a headline a verb follows


ONE_MATTER = 0.3  # Dice of two tellings below which the reserve may belong to what only one of them tells; own choice
MODALS = frozenset({"may", "might", "could", "if"})


PERMITS = vocabulary.pattern("moods", "permits")


def about_it(pile: Pile, s: Statement, word: str, other: Statement) -> bool:
    """Whether what a word of reserve is about is told in the other telling too: else it is another part's reserve.

    Two content words beside it must be there, and one of the two that it governs: those behind it in its clause, else those
    before. "Reportedly" and its like may govern any of their clause; half of it must be there.
    """
    if word.casefold() in MODALS and PERMITS.search(pile.text(other)):
        return False  # "may enter" and "is allowed to enter"
    if reversed_(pile.text(s), pile.text(other)) is not None:
        return False  # "might have been freed" and "nobody was freed": the one denies the other
    text = pile.text(s)
    hit = re.search(rf"(?<!\w){re.escape(word)}(?!\w)" if word[0] not in "nN" else rf"{re.escape(word)}(?!\w)", text, re.IGNORECASE)
    at = hit.start() if hit else 0
    left, right = text[max(0, at - AROUND) : at], text[at + len(word) : at + len(word) + AROUND]
    clause = re.split(PART, left)[-1], re.split(PART, THAT.sub(" ", right))[0]
    if word.casefold() in MODALS:
        left, right = clause  # what may be stands in the clause of the "may"
    near = subject(f"{left} {word} {right}")
    there = trunks(subject(pile.text(other)))
    governed = content(clause[1])[:TWO] or content(clause[0])[-TWO:]
    governed = [w for w in governed if w not in capitals(text)] or governed  # the verb, not whose it is
    if word.endswith("ly") and not word.endswith("likely"):  # an adverb speaks of its whole clause
        whole = content(clause[0]) + content(clause[1])
        governed = whole if 2 * sum(trunk(w) in there for w in whole) >= len(whole) else [word]
    return sum(trunk(w) in there for w in near) >= min(TWO, len(near)) and any(trunk(w) in there for w in governed or near)


def content(text: str) -> list[str]:
    """The content stems of a passage in order, without "only" and "all", names last: what may be stands in verb and noun."""
    row = [w for w in stems(text) if w in subject(text) and w not in KEPT]
    names = capitals(text)
    return [w for w in row if w not in names] + [w for w in row if w in names]


CLAUSE = re.compile(r"[,;:–—]\s")
# What is "apparently" so in "taken off for content that apparently broke the rules" is the breach, not the taking off.
PART = re.compile(rf"{CLAUSE.pattern}|\s(?:that|which|who|because|and|but|after|before|while|when|if|whether)\s", re.IGNORECASE)
THAT = re.compile(r"^\s(?:\w+\s)?that\s", re.IGNORECASE)
AROUND, TWO = 70, 2  # code points on either side of a word of reserve, and words there that must be common; own choice


def reserve_lost(pile: Pile, step: Step) -> Iterator[Finding]:
    """All reserve is gone, or reserve is new.

    What: one of two tellings that share half their words has words of reserve ("may", "is believed to", "suspects", "claims"), the
    other none at all.

    Why it matters: reserve is the first thing that a retelling drops.

    Not when: the other telling has any reserve of its own, or tells another part.

    Example (fiction): "the wreck is believed to be the Halla" becomes "the wreck is the Halla".
    """
    a, b = step.before, step.after
    if step.kind == "headline" or not comparable(pile, step) or act(pile, a) or act(pile, b):
        return
    if likeness(pile.told(a), pile.told(b)) < ONE_MATTER or a.voice == b.voice == "direct":
        return  # of two quotations the words are compared (``quote_altered``)
    one, two = reserve(pile, a, own=True), reserve(pile, b, own=True)
    if (one and reserve(pile, b)) or (two and reserve(pile, a)) or strangers(pile, a, b):
        return
    if any(w and HEARSAY.search(w[0]) and passed_on(pile, s, o) for w, s, o in ((one, a, b), (two, b, a))):
        return
    two = [w for w in two if w.casefold() not in MODALS]  # "may enter", "can move" allow and enable as well
    if not one and not two:
        return
    one, two = (sorted(row, key=lambda w: HEARSAY.search(w) is not None) for row in (one, two))  # doubt before hearsay
    rule, word = ("hedge_lost", one[0]) if one else ("hedge_added", two[0])
    if not about_it(pile, a if one else b, word, b if one else a):
        return
    if answered(word, *(sentence(pile, s) for s in ((a, b) if one else (b, a)))):
        return
    if stems(word) and set(stems(word)[:1]) & set(stems(pile.text(b if one else a))):
        return  # "reportedly" and "were reported dead"
    if rule == "hedge_added" and (step.kind != "derived" or other_source(pile, a, b)):
        return
    yield remark(
        rule,
        of(pile, a, b),
        f"“{word}” in {where(pile, a if one else b)} has nothing that answers to it in {where(pile, b if one else a)}"
        f" ({step.tie}).",
        claim=step.claim.id,
        change=(word, pile.text(b)) if one else (pile.told(a), word),
        limits="Overturned if the later page had evidence of its own.",
    )


def passed_on(pile: Pile, a: Statement, b: Statement) -> bool:
    """Whether the other telling says by more sources than this one whose word it is, and does not vouch for it.

    That answers to "reportedly".
    """
    told = len(b.chain) > len(a.chain) or (innermost(a) is None or shown_name(pile, a) is None)
    return told and innermost(b) is not None and not has("vouching", pile.text(b))


def strangers(pile: Pile, a: Statement, b: Statement) -> bool:
    """Whether two tellings have named sources that are two parties: each speaks with its own reserve."""
    x, y = innermost(a), innermost(b)
    if x is None or y is None or not (proper(x.name or "") and proper(y.name or "")):
        return False
    return not any(pile.same_party(k, j) for k in a.chain[1:] for j in b.chain[1:])


def other_source(pile: Pile, a: Statement, b: Statement) -> bool:
    """Whether both tellings have a source that is no press in general, and not the same: the reserve is the other's."""
    x, y = innermost(a), innermost(b)
    if any(k is None or not k.name or nameless(k) or press(k.name) for k in (x, y)):
        return False
    return not any(pile.same_party(k, j) for k in a.chain[1:] for j in b.chain[1:])


def distance_changed(pile: Pile, step: Step) -> Iterator[Finding]:
    """The word for "said" takes distance, or no longer does.

    What: two tellings in one language share their words, and the one is told with a cue of doubt ("purports", and its like in other
    languages), the other with a plain one. Where doubt is new it is ``hedge_added``, where it is gone ``hedge_lost``.

    Why it matters: "claims" and "reports" say whether the teller vouches for the source.

    Not when: one of the two is denied, has other words of reserve, or comes from another source.

    Example (fiction): "the guild reported a leak" becomes "the guild purports that there is a leak".
    """
    a, b = step.before, step.after
    if step.kind == "headline" or a.cue is None or b.cue is None or distant(pile, a) == distant(pile, b):
        return
    if (
        {taken_as(a), taken_as(b)} - {"report", "assert", "doubt"}
        or pile.documents[a.document].language == "en"
        or foreign(pile, step)
    ):
        return  # in English the words are compared by the two rules above
    if likeness(pile.told(a), pile.told(b)) < ONE_MATTER:
        return
    if step.kind != "derived" and distant(pile, a):
        a, b = b, a  # distance is put between a source and its words by who retells them
    one, two = (pile.words(s.document, s.cue) for s in (a, b) if s.cue is not None)
    yield remark(
        "hedge_added" if distant(pile, b) else "hedge_lost",
        of(pile, a, b),
        f"“{one}” in {where(pile, a)} is “{two}” in {where(pile, b)} ({step.tie}).",
        claim=step.claim.id,
        change=(one, two),
        limits="Overturned if the cue takes no distance in its place.",
    )


@cache
def distancing() -> frozenset[tuple[str, str]]:
    """Language and form of each cue that takes distance (``cues.yml``)."""
    return frozenset(
        (r["lang"], w) for r in rows("cues") if r.get("tone") == "distance" for w in str(r["forms"]).casefold().split()
    )


def distant(pile: Pile, s: Statement) -> bool:
    """Whether a telling stands under a cue that takes distance, or is told with doubt."""
    tongue = pile.documents[s.document].language or ""
    words = pile.words(s.document, s.cue).casefold().split() if s.cue is not None else []
    return taken_as(s) == "doubt" or any((tongue, w) in distancing() for w in words)


PRONOUNS = frozenset({"he", "she", "it", "they", "we", "i", "you", "who"})
BODIES = frozenset({"agency", "government", "organization", "outlet", "armed_group", "ngo", "official"})


def source_changed(pile: Pile, step: Step) -> Iterator[Finding]:
    """Somebody else is given as the source.

    What: both tellings of the same words name an innermost source, and neither page names the other's. Where a person or a source
    without a name becomes a body or somebody in office it is ``source_promoted``, else ``source_invented``.

    Why it matters: a claim is believed for the sake of whoever is said to have made it.

    Not when: the two names may be one party, one is the outlet of the other page, or the words differ.

    Example (fiction): "a lodger said the roof leaked" becomes "the housing office said the roof leaked".
    """
    a, b = step.before, step.after
    x, y = innermost(a), innermost(b)
    if x is not None and y is not None and pile.same_party(x, y) and min(len(a.chain), len(b.chain)) > 2:
        x, y = a.chain[-2], b.chain[-2]
    if x is None or y is None or not x.name or not y.name or step.kind == "headline" or not comparable(pile, step):
        return
    if any(general(k) and j.kind in ("official", "government") for k, j in ((x, y), (y, x))):
        return  # "police said" and "the sheriff said" may be one
    refused = [act(pile, s) is not None or has("denial", sentence(pile, s)) for s in (a, b)]
    if refused[0] != refused[1] or (any(refused) and step.kind != "derived") or not (speaks(pile, a) and speaks(pile, b)):
        return  # who denies it is no source of it; where a page follows the other both may be sources of what is not so
    if stems(x.name)[-1:] == stems(y.name)[-1:] and not (proper(x.name) or proper(y.name)):
        return  # "three singers", "a trio of singers"
    forms = [set(k.name.casefold().split()) for k in (x, y) if k.name]
    if forms[0] <= forms[1] or forms[1] <= forms[0]:
        return  # "both sides", "both"
    if {x.name.casefold(), y.name.casefold()} & PRONOUNS or min(len(pile.told(s).split()) for s in (a, b)) < FEW:
        return
    if described(x, y) or described(y, x) or (x.kind != y.kind and "document" in (x.kind, y.kind)):
        return
    if likeness(pile.told(a), pile.told(b)) < SAME_WORDS or pile.same_party(x, y) or kin(pile, x, y) or kin(pile, y, x):
        return
    if any(pile.same_party(y, k) for k in a.chain[1:]) or any(pile.same_party(x, k) for k in b.chain[1:]):
        return  # a station that is passed over is no other source
    if (known_party(pile, x, b) and not speaks_of_itself(pile, a, x, b)) or known_party(pile, y, a):
        return
    higher = y.kind in BODIES and x.kind not in BODIES
    yield from said(pile, step, "source_promoted" if higher else "source_invented", (x.name, y.name))


FEW = 3  # words below which two speakers may well say the same ("You're welcome"); own choice


SAME_WORDS = 0.65  # Dice of two tellings below which another source may have said another thing; own choice


TAIL = re.compile(r"\s(?:in|at|from|near|of)\s.*$")  # where somebody is from makes nobody one with others from there
TITLES, SERVICES = vocabulary.words("people", "rank"), vocabulary.words("people", "service")


def kin(pile: Pile, x: ChainLink, y: ChainLink) -> bool:
    """Whether two names share a word of four letters, or one is a word of the other's class ("police", "an officer")."""
    one = {w for form in pile.forms(x) for w in stems(TAIL.sub("", form))}
    two = {w for form in pile.forms(y) for w in stems(TAIL.sub("", form))}
    if any(begin_alike(v, w) for v in one - TITLES for w in two - TITLES):
        return True
    if groups(" ".join(sorted(one))) & groups(" ".join(sorted(two))):
        return True
    role = party_words("role") | party_words("onlooker")
    if bool(one & party_words("onlooker")) != bool(two & party_words("onlooker")):
        return False  # a resident and the mayor
    return one <= role and two <= role and not (one | two) & SERVICES


def known_party(pile: Pile, link: ChainLink, there: Statement) -> bool:
    """Whether the other page has the source's name or is that source."""
    page = pile.documents[there.document]
    name = TAIL.sub("", link.name or "") if link.kind in ("person", "official") else link.name or ""  # not "of Hald"
    big = capitals(name)  # "Lis" is a name, "dam" is in every page on a dam
    words = [w for w in name_words(name) if len(w) > 3 or (len(w) == 3 and w in big)]
    if page.outlet and any(w in page.outlet.casefold() for w in words):
        return True
    return bool(words) and set(words) <= set(stems(page.text))
