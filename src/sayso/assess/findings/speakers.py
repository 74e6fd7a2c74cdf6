"""Who speaks in a telling, as the page has it: whether the word for it is one of saying, and the whole name of the source."""

from __future__ import annotations

import re
from functools import cache

from sayso.assess.parties import refers
from sayso.assess.pile import END, REACH, Pile, innermost, nameless, sentence, taken_as
from sayso.assess.wording import party_words, stems, subject
from sayso.lexicon import vocabulary
from sayso.lexicon.tables import rows
from sayso.model import ChainLink, Statement
from sayso.text.months import MONTHS, WEEKDAYS

# What else gives a source its words besides the verbs of ``cues.yml``: nouns, reserve, and what a paper or picture does.
BESIDES = vocabulary.pattern("tellings", "besides")
# "An adult found guilty", "she is calling for an end": no words of theirs are given.
UNSPOKEN = re.compile(r"^(?:nothing|little|(?:not )?guilty|innocent|dead|alive|unconscious|responsible|liable)\b", re.IGNORECASE)
DEEDS = re.compile(r"(?:order|decid)")  # "the ship ordered them to stop" has no words of the ship
# What somebody does by a word that may be one of saying: "asked for asylum", "recalled its envoy", "found the miller guilty".
ACTS = re.compile(
    r"(?:ask(?:s|ed|ing)?\sfor|recall(?:s|ed|ing)?\s(?:its|his|her|their|the)|found\s(?:\w+\s){1,6}guilty)\b",
    re.IGNORECASE,
)
ROOM = 60  # code points behind a cue in which the rest of such a phrase stands; own choice
RUNG = re.compile(r"\d|(?:the )?police\b")  # "called 911"
UNSAID = re.compile(rf"\b{vocabulary.one_of('moods', 'not yet said')} to\s(?:\w+ly\s)?$")  # not yet said
# "The host talks to Ada Grell about the flood": what they talk about is nobody's words.
TALKS, ABOUT = re.compile(r"\b(?:talk|speak|spoke|chat|discuss)\w*", re.IGNORECASE), re.compile(r"\babout\s+$", re.IGNORECASE)
LAST = re.compile(r"\S+\s*$")
WORD = re.compile(r"[^\W\d_]+")


@cache
def sayings() -> frozenset[str]:
    """All forms of the English verbs of telling (``cues.yml``)."""
    words = (w for r in rows("cues") if r["lang"] == "en" for w in str(r["forms"]).casefold().split())
    return frozenset(w for w in words if not DEEDS.match(w))


def speaks(pile: Pile, s: Statement) -> bool:
    """Whether the source of a telling says it, rather than does it: "signed a decree", "have hailed the girl" tell of somebody.

    Of 1,736 sourced English tellings without quotation marks on 22 piles 323 have a cue that is in no list, most of them such.
    In other languages the lists are short: there every cue is taken for one of saying.
    """
    if s.cue is None or pile.documents[s.document].language != "en":
        return True
    text = pile.documents[s.document].text
    if UNSAID.search(LAST.sub("", text[max(s.span.start, s.cue.start - 30) : s.cue.end])):
        return False
    if s.voice in ("direct", "mixed"):
        return True
    cue = pile.words(s.document, s.cue)
    after = text[s.cue.end : s.cue.end + 20].lstrip()
    if TALKS.search(cue) and ABOUT.search(text[max(0, s.content[0].start - 12) : s.content[0].start]):
        return False
    if not (sayings() & set(WORD.findall(cue.casefold())) or BESIDES.search(cue)):
        return False
    if acted(pile, s):
        return False
    rung = cue.casefold().endswith("called") and RUNG.match(after) is not None
    return UNSPOKEN.match(after) is None and not rung


def acted(pile: Pile, s: Statement) -> bool:
    """Whether the word for "said" tells with what follows it what was done: "asked for asylum"."""
    if s.cue is None:
        return False
    cue, text = pile.words(s.document, s.cue).split()[-1:], pile.documents[s.document].text
    return bool(cue) and ACTS.match(f"{cue[0]} {text[s.cue.end : s.cue.end + ROOM].lstrip()}") is not None


# What may follow a name that the reader has cut short: "Ada" before "Grell's claim". Days and months are no names.
REST = re.compile(rf"(?:\s(?!(?:{'|'.join((*WEEKDAYS, *MONTHS))})\b)[A-Z][\w-]+)+")
LEAD = re.compile(r"^(?:citing|quoting|according to|says|said|per)\s", re.IGNORECASE)
EDGE = ' \n,;:()[]“”"„«»'


def bare(name: str) -> str:
    """A name without what was cut off with it: "citing", a lone bracket, a mark."""
    name = LEAD.sub("", name.strip(EDGE))
    return name + ")" if name.count("(") > name.count(")") else name


def whole(pile: Pile, s: Statement, link: ChainLink) -> str | None:
    """The name of a source as it stands where it is named for this telling, with what belongs to it; None where it has none."""
    if not link.name:
        return None
    name, text = bare(link.name), pile.documents[s.document].text
    if link.span is None or not name or pile.headline(s):
        return name or None
    shown = bare(link.span.of(text))
    cut = shown == name and len(name.split()) > 1 and name.split()[-1][0].isupper()
    rest = REST.match(text, link.span.end) if cut else None
    return name + (" ".join(("", *rest.group().split())) if rest is not None else "")


def shown_name(pile: Pile, s: Statement) -> str | None:
    """The innermost source by the name in the very words that give it; None where a pronoun or another sentence gives it."""
    link = innermost(s)
    if link is not None and link.span is None:
        return whole(pile, s, link)
    if link is None or link.span is None or not (s.span.start - NEAR <= link.span.start <= s.span.end + NEAR):
        return None
    text = bare(link.span.of(pile.documents[s.document].text))
    if not text or refers(text) or text.casefold() in PRONOUNS:
        return None
    return whole(pile, s, link) if text == bare(link.name or "") else AGE.sub("", text)


AGE = re.compile(r",\s\d{1,3}$")
NEAR = 120  # code points between a telling and the name of who says it; own choice
PRONOUNS = frozenset("he she it they we i you who him her them his their".split())


def wording_of(pile: Pile, s: Statement) -> str | None:
    """A source without a name in words that say what it is: the fullest that its page has, without brackets cut off."""
    link = innermost(s)
    if link is None or not link.name:
        return None
    telling = [f for f in map(bare, pile.forms(link)) if any(w[0].islower() for w in WORD.findall(f))]
    return telling[0] if telling else None


def informant(pile: Pile, s: Statement) -> bool:
    """Whether the source without a name is one who was asked ("a clerk", "local sources"), not a crowd that is written about."""
    link = innermost(s)
    if link is None or not nameless(link):
        return False
    words = frozenset(w for f in pile.forms(link) for w in (*stems(f), *f.casefold().split()))
    return link.kind != "group" or bool(words & (party_words("role") | party_words("onlooker")))


def fuller(pile: Pile, link: ChainLink, name: str) -> str:
    """The fullest name that the page has for a source and that holds the given one: "Musk" is "Ada Musk", but no "Musk and Tarn".

    Of a source without a name the fullest of all: "the source" is "a source in the guild".
    """
    own = set(stems(name))
    forms = [f.strip(EDGE) for f in pile.forms(link) if f.count("(") == f.count(")")]
    held = [
        f for f in forms if (nameless(link) or own <= set(stems(f))) and not re.search(r"\sand\s|,", f) and LEAD.match(f) is None
    ]
    return max([*held, name], key=lambda f: (len(f), f))


UNTRUE = vocabulary.pattern("tellings", "called untrue")


# "Why Tarn did not and would not say such a thing" confirms nothing.
UNTOLD = re.compile(
    r"\b(?:did|does|do|would|could|has|have)(?:n['’]t|\snot|\snever)\s(?:(?:and|or)\s\w+(?:\s\w+)?\s|\w+ly\s)?(?:say|said|claim|claimed|state|tell)"
    r"\s(?:this|that|it|so|such|any such|anything of)\b",
    re.IGNORECASE,
)


def held_false(pile: Pile, s: Statement) -> bool:
    """Whether the sentence of a telling calls it false, or one beside it: "it was falsely claimed that" confirms nothing.

    Beside it a word for a telling must stand with the word for false: "she passed on the fake quote", "the clip was doctored".
    """
    if taken_as(s) in ("deny", "retract") or any(p.search(sentence(pile, s)) for p in (UNTRUE, UNTOLD)):
        return True
    text = pile.documents[s.document].text
    around = text[max(0, s.span.start - REACH) : s.span.start], text[s.span.end : s.span.end + REACH]
    return any(UNTRUE.search(x) and TELLING.search(x) for side in around for x in END.split(side))


TELLING = vocabulary.pattern("tellings", "a telling", "words", "pictures", "news", "rumour", "report", "article", "post")


HEAD = 3  # words at the beginning of a telling in which its subject stands; own choice


def speaks_of_itself(pile: Pile, a: Statement, source: ChainLink, b: Statement) -> bool:
    """Whether a telling begins with a pronoun for its source where the other has that source by name: "they", "the rebels"."""
    first = re.match(r"\W*(?:he|she|it|they|we)\b", pile.told(a), re.IGNORECASE)
    return first is not None and bool(subject(source.name or "") & subject(" ".join(pile.told(b).split()[:HEAD])))


def general(link: ChainLink) -> bool:
    """Whether a source is named by its office alone: "police", "authorities", "officials"."""
    words = stems(link.name or "")
    return bool(words) and set(words) <= party_words("role")


FULL = re.compile(r"\b[A-Z][\w’'-]+\s[A-Z][\w’'-]+")


def described(person: ChainLink, other: ChainLink) -> bool:
    """Whether one is a person with a name and the other "the four-times champion": a page may call the person that."""
    words = (other.name or "").split()
    return (
        person.kind in ("person", "official")
        and FULL.search(person.name or "") is not None
        and other.kind == "person"
        and bool(words)
        and words[0] in ("the", "The")
        and not any(w[0].isupper() for w in words[1:])
    )
