"""What a statement does to another telling: it denies, is silent, takes back or puts right. By its words, else by its stance.

A stance alone is believed only where the words bear it out: of 33 denials on 159 news pages 9 had it from a sentence that holds no
negation at all ("has also banned", "red-flagged"), and none of those was a denial.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Literal

from sayso.assess.cuewords import has
from sayso.assess.pile import Pile, innermost, own_stance
from sayso.assess.wording import stem, subject
from sayso.lexicon import vocabulary
from sayso.lexicon.silences import silent
from sayso.model import Span, Statement

Act = Literal["denied", "retracted", "corrected", "silent"]
# "Not a drill," / "No, it was not us": a quotation that begins with the negation is a denial by its form.
NOT_FIRST = re.compile(
    r"^[“„«\"‘'\s]*(?:not|no|never)\b(?!\s+(?:only|just|long|far|since|sooner|less|more|one|every|all|many|surprising|matter|one|way|doubt|idea|problem|longer|that|going|sure|saying))",
    re.IGNORECASE,
)
NO_SUCH = re.compile(r"^[“„«\"‘'\s]*there (?:is|was|were|are|has been|have been) no\b", re.IGNORECASE)
# "That is not me", "This was no drill": said of what another has told, it denies by its form.
POINTED = re.compile(
    r"^[“„«\"‘'\s]*(?:that|this|it)(?:\s(?:is|was|were)|['’]s)?(?:\snot|n['’]t|\sno|\snever)\s(?:an?\s|the\s)?(?P<what>[\w’'-]+)"
    r"(?=[.,!;]|\W*$)",
    re.IGNORECASE,
)
NEITHER_NOR = re.compile(r"\b(?:was|were|been|had|has|have|did)\sneither\s[^.;]{2,60}\bnor\b", re.IGNORECASE)
# A denial by form alone is short: "Not a drill"; longer ones with "no" in front go on to something else (60 news pages read).
SHORT = 60
WISH = re.compile(
    r"^[“„«\"‘'\s]*(?:(?:an?|the|any|all|his|her|its|their|this|that|such|further|another) )?(?:[\w’'-]+ ){0,2}?"
    rf"{vocabulary.one_of('tellings', 'asked for')}\b",
    re.IGNORECASE,
)
OPEN = re.compile(
    rf"\b(?:did not|didn['’]t|has not|had not|would not|declined to|refused to) {vocabulary.one_of('tellings', 'left open')}"
    r"(?: \w+)? (?:how|when|where|whether|who|whom|why|if|which|what|more|further|any|the|an?)\b",
    re.IGNORECASE,
)
# "How long it takes, the guild did not say": what is left open stands before it.
OPEN_BEFORE = re.compile(
    r"^\W*(?:how|when|where|whether|who|whom|why|which|what)\s[^.?!]*,\s[^.,?!]*\b(?:did not|didn['’]t|has not|had not|would not)\s"
    rf"{vocabulary.one_of('tellings', 'left open')}\W*$",
    re.IGNORECASE,
)
# Neither yes nor no: "refused to confirm the report", "could neither confirm nor deny".
UNCONFIRMED = re.compile(
    r"\b(?:refus\w+|declin\w+|unable|would not|could not|cannot|did not|neither|not) (?:to )?(?:immediately |independently )?"
    r"(?:confirm|verify|be confirmed|be verified)\b|\b(?:confirm|confirmed|confirming) (?:nor|or) den\w+",
    re.IGNORECASE,
)
ASKED = re.compile(r"\bbrush(?:ed|es|ing)? off (?:\w+ )?questions?\b", re.IGNORECASE)  # who brushes off a question denies nothing
# "The fire had no effect on trains" tells of another thing than the fire, and denies nobody's word.
HARMLESS = re.compile(rf"\bno (?:\w+ )?{vocabulary.one_of('tellings', 'effect')}\b", re.IGNORECASE)
# "The cuts have nothing to do with the war" tells of two things, and denies of neither that it is so.
UNRELATED = re.compile(r"\bnothing to do with\b", re.IGNORECASE)
NOTHING = vocabulary.pattern("tellings", "nothing")
WRONG = vocabulary.pattern("tellings", "wrong")
# Verbs that deny by themselves; "dismissed" and "rejected" do so only with a telling for their object (rows of remarks.yml).
DENIES = vocabulary.pattern("tellings", "denies")
WAVED_AWAY = vocabulary.pattern("tellings", "waves away")
A_TELLING = re.compile(rf"^\W*(?:that|this|it|these|those)\b|\b{vocabulary.one_of('tellings', 'a telling')}\b", re.IGNORECASE)
# What a telling takes back or puts right with; a stance without one of these words is not believed.
BACK = re.compile(
    rf"\b{vocabulary.one_of('tellings', 'took back')}\b|\b(?:tak\w+|took) (?:\w+ ){{0,2}}?(?:back|down)\b"
    rf"|\b(?:remov\w+|pull(?:s|ed|ing)?) (?:\w+ ){{0,3}}?{vocabulary.one_of('tellings', 'posted')}\b",
    re.IGNORECASE,
)
RIGHT = vocabulary.pattern("tellings", "put right")
# "(The guild said) it was withdrawing its report", "(she said) she had been mistaken": who tells gives up what it told.
SELF = re.compile(
    r"\W*(?:it|he|she|they|we|I)\s"
    r"(?:(?:(?:is|are|am|was|were|has|have|had|been|now|would|will|be)\s){0,3}"
    rf"{vocabulary.one_of('tellings', 'took back')}\s(?:[\w’'-]+\s){{0,3}}?{vocabulary.one_of('tellings', 'a telling')}\b"
    r"|(?:is|are|am|was|were|(?:has|have|had)\sbeen)\s(?P<wrong>(?:mistaken|wrong|in\serror)\b(?!\s(?:that|if|when|to))))",
    re.IGNORECASE,
)
# "1,790 jobs, and not the 2,150 it had given": a figure takes the place of one that the same party gave.
NOT_GIVEN = re.compile(
    r"\b(?:not|instead of|rather than) (?:the )?[\d,.]+ (?:\w+ ){0,2}?(?:it|he|she|they|we) (?:had |has |have )?(?:\w+ )?"
    rf"{vocabulary.one_of('tellings', 'gave')}\b",
    re.IGNORECASE,
)
PUTS = 2  # content words that a correction puts in the place of others: "No fight," she clarified, puts none; own choice
# Words that say nothing about what is denied.
FORMAL = frozenset(stem(w) for w in vocabulary.words("tellings", "formal"))


# "While not denying the story", "would neither confirm nor deny": nothing is denied. "He did not withdraw the figure": it stands.
UNDENIED = re.compile(
    r"\b(?:not|cannot|n['’]t|without|never|neither (?:\w+ ){1,3}nor|nor)\s(?:\w+\s)?"
    r"(?:den(?:y|ies|ied|ying)|rul(?:e|es|ed|ing)\sout|withdr[ae]w\w*|retract\w*|recant\w*|disavow\w*)\b",
    re.IGNORECASE,
)


# "Human rights are denied by fanatics": nothing is said not to be so.
WITHHELD = re.compile(
    rf"\b{vocabulary.one_of('tellings', 'granted')}\s"
    r"(?:(?:is|are|was|were|been|being|be|had|has|have)\s){1,3}(?:\w+ly\s)?denied\b",
    re.IGNORECASE,
)


def act(pile: Pile, s: Statement) -> Act | None:
    """What the statement does, by its stance or its words."""
    if ("act", s.id) not in pile.memory:
        pile.memory["act", s.id] = done(pile, s)
    kind: Act | None = pile.memory["act", s.id]
    return kind


def done(pile: Pile, s: Statement) -> Act | None:
    """What the statement does."""
    text = WITHHELD.sub(" ", UNDENIED.sub(" ", own_words(pile, s)))
    if labelled(pile, s):
        return "corrected"
    plain = not english(pile, s)  # words of other languages are rows; their stances are those rows
    if has("silence", text) or silent(text, Span(0, len(text))):
        return "silent"
    if has("retraction", text) or (own_stance(s) == "retract" and (plain or BACK.search(text))):
        return "retracted"
    if innermost(s) is not None and not plain and (hit := SELF.match(pile.told(s))) is not None:
        return "corrected" if hit["wrong"] else "retracted"
    if UNCONFIRMED.search(text) or ASKED.search(text) or OPEN_BEFORE.search(text):
        return None
    if has("denial", text) or has("disowning", text):
        return "denied"
    if HARMLESS.search(text) or UNRELATED.search(text):
        return None
    if own_stance(s) == "deny" and innermost(s) is not None and not turned_down(pile, s) and not unsaid(text) and negative(pile, s):
        return "denied"
    if has("correction", text) or NOT_GIVEN.search(text) or (own_stance(s) == "correct" and (plain or RIGHT.search(text))):
        return "corrected" if not plainly(text) or s.quantities or len(subject(pile.told(s))) >= PUTS else None
    quoted = s.voice == "direct" and innermost(s) is not None and len(pile.told(s)) <= SHORT
    if quoted and (NOT_FIRST.match(pile.told(s)) or NO_SUCH.match(pile.told(s)) or pointed(pile.told(s))):
        return "denied"
    link = innermost(s)
    return "denied" if link is not None and link.name and own_stance(s) == "report" and NEITHER_NOR.search(pile.told(s)) else None


def own_words(pile: Pile, s: Statement) -> str:
    """The words of a telling without another one's cue of denial: "denied that it leaked, saying that a tank had burst"."""
    text, cue = pile.text(s), s.cue
    if cue is None or own_stance(s) not in ("report", "correct") or DENIES.search(pile.words(s.document, cue)):
        return text
    for x in pile.by_document[s.document]:
        other = x.cue
        if other is None or not s.span.holds(other) or other.overlaps(cue) or own_stance(x) != "deny":
            continue
        if not any(c.holds(other) for c in s.content):
            text = text[: other.start - s.span.start] + " " * (other.end - other.start) + text[other.end - s.span.start :]
    return text


def pointed(told: str) -> re.Match[str] | None:
    """Where a quotation says of what another has told that it is not so: "That is not me", no "That is not easy"."""
    hit = POINTED.match(told)
    return hit if hit is not None and hit["what"].casefold() not in IDLE else None


IDLE = vocabulary.words("light_words", "said of anything")


def labelled(pile: Pile, s: Statement) -> bool:
    """Whether a telling is the first behind "Correction:" or the like at the head of its line."""
    text = pile.documents[s.document].text
    head = text[max(text.rfind("\n", 0, s.span.start) + 1, s.span.start - LABEL) : s.span.start]
    return len(head) < LABEL and head.rstrip().endswith(":") and has("correction_label", head)


LABEL = 60  # code points of a line before its first telling that may be a label; own choice


def plainly(text: str) -> bool:
    """Whether nothing but "clarified" calls it a correction: who makes clear may only go on."""
    hit = RIGHT.search(text)
    return not has("correction", text) and hit is not None and hit.group().casefold().startswith("clarif")


def english(pile: Pile, s: Statement) -> bool:
    """Whether the telling stands on a page in English, whose words the patterns of this module know."""
    return pile.documents[s.document].language == "en"


def negative(pile: Pile, s: Statement) -> bool:
    """Whether the words bear out a stance of denial: a negation or a verb of denial; waving away needs a telling for its object."""
    if not english(pile, s):
        return True
    cue = pile.words(s.document, s.cue) if s.cue is not None else ""
    if WAVED_AWAY.search(cue):
        return A_TELLING.search(pile.told(s)) is not None  # not "dismissed Mr Grell", "disputed the seat"
    return NOTHING.search(pile.text(s)) is not None or WRONG.search(pile.text(s)) is not None


def firm(pile: Pile, s: Statement) -> bool:
    """Whether a denial is one by its words, not only by a negation in what is told ("the gate was not open, he said")."""
    text = pile.text(s)
    cue = pile.words(s.document, s.cue) if s.cue is not None else ""
    return (
        has("denial", text)
        or has("disowning", text)
        or DENIES.search(cue) is not None
        or (own_stance(s) == "deny" and (not english(pile, s) or WRONG.search(text) is not None))
    )


def turned_down(pile: Pile, s: Statement) -> bool:
    """Whether what is "rejected" or "denied" is a wish, not a telling: a request, a plan, entry, bail."""
    return WISH.match(pile.told(s)) is not None


def unsaid(text: str) -> bool:
    """Whether the words only say that something was left open ("did not say how long")."""
    return OPEN.search(text) is not None


@lru_cache(maxsize=16384)
def matter(text: str) -> frozenset[str]:
    """Subject words without those that belong to denying and reporting."""
    return subject(text) - FORMAL


# "No order to shut the tank that burst on Monday, killing nine": that it burst is taken as known, and not what is denied.
BACKGROUND = re.compile(
    r"\b(?:the|its|their|his|her|this|these|those)\s"
    rf"(?!(?:[\w-]+\s){{0,2}}?{vocabulary.one_of('tellings', 'a telling', 'contested')}\s)"
    r"(?:[\w’'-]+\s){0,2}?[\w’'-]+(?P<clause>,?\s(?:that|which|who|whose|where)\s[^.;]+)$",
    re.IGNORECASE,
)


def asserted(pile: Pile, s: Statement) -> str:
    """What a denial says of what it is about, without the clause that only says which thing is meant; English alone."""
    told = pile.told(s)
    if pile.documents[s.document].language != "en":
        return told
    hit = BACKGROUND.search(told)
    return told if hit is None or len(matter(told[: hit.start("clause")])) < LEAST else told[: hit.start("clause")]


LEAST = 2  # words of content that a denial has without such a clause; own choice
