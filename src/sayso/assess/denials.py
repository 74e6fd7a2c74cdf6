"""Which statements deny, are silent, take back or put right, and which tellings they speak of."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from sayso.assess.cuewords import has
from sayso.assess.pile import Pile, innermost
from sayso.assess.wording import akin, capitals, name_words, stem, subject
from sayso.model import ChainLink, Statement

Act = Literal["denied", "retracted", "corrected", "silent"]
# "Not a drill," / "No, it was not us": a quotation that begins with the negation is a denial by its form.
NOT_FIRST = re.compile(
    r"^[“„«\"‘'\s]*(?:not|no|never)\b(?!\s+(?:only|just|long|far|since|sooner|less|more|one|every|all|many|surprising|matter|one|way|doubt|idea|problem|longer|that|going|sure|saying))",
    re.IGNORECASE,
)
# A denial by form alone is short: "Not a drill"; longer ones with "no" in front go on to something else (60 news pages read).
SHORT = 60
VAGUE = re.compile(
    r"\b(?:any|all|the|these|those|such) (?:\w+ )?(?:involvement|allegations?|accusations?|claims?|reports?|charges?"
    r"|responsibility|role|wrongdoing|suggestions?|rumou?rs?|story|stories)\b|\bit\b|\bthis\b|\bthat\b",
    re.IGNORECASE,
)
# A reply that speaks of "the figure" without giving it speaks of the one the page leads with.
COUNT = re.compile(
    r"\b(?:the|this|that|these|those|such|its|their|any)\s(?:\w+\s){0,2}?(?:figures?|numbers?|data|tolls?|counts?|publication|post|message)\b"
    r"|числе|данные|цифр|публикация|сообщение",
    re.IGNORECASE,
)
WISH = re.compile(
    r"^[“„«\"‘'\s]*(?:(?:an?|the|any|all|his|her|its|their|this|that|such|further|another) )?(?:[\w-]+ ){0,2}?"
    r"(?:requests?|appeals?|proposals?|plans?|bids?|calls?|offers?|deals?|motions?|applications?|petitions?|lawsuits?|demands?"
    r"|invitations?|permission|permits?|access|entry|bail|visas?|amendments?|ceasefire|truce|compromise|talks|asylum)\b",
    re.IGNORECASE,
)
OPEN = re.compile(
    r"\b(?:did not|didn['’]t|has not|had not|would not|declined to|refused to) "
    r"(?:say|specify|give|name|identify|elaborate|disclose|reveal|provide)"
    r"(?: \w+)? (?:how|when|where|whether|who|whom|why|if|which|what|more|further|any|the|an?)\b",
    re.IGNORECASE,
)
# "The information has turned out to be false" speaks of what stands right before it.
ANAPHOR = re.compile(
    r"^[“„«\"‘'\s]*(?:(?:it|this|that|these|those)(?:['’]s|\s(?:is|was|were|has|had|turned|isn['’]t|wasn['’]t))\b"
    r"|(?:the|this|that|these|those|all of these) (?:information|claims?|reports?|story|stories|news|allegations?|accusations?"
    r"|charges?|quotes?|quotation|statements?|figures?|numbers?|data|rumou?rs?|articles?|posts?|account|message|comments|remarks|words)"
    r"\b(?! that\b| of\b))",
    re.IGNORECASE,
)
CHARGE = re.compile(r"^[“„«\"‘'\s]*(?:\w+ ){1,3}(?:accusations?|allegations?|charges?)\b", re.IGNORECASE)
# "The report had said that …" after a withdrawal repeats what is withdrawn.
REPEATED = re.compile(
    r"^[“„«\"‘'\s]*(?:the|its|their|that) (?:[\w’'-]+ ){0,2}?(?:report|article|post|statement|message|tweet|story|page|item) "
    r"(?:also )?(?:had )?(?:said|claimed|stated|told|reported|given)\b",
    re.IGNORECASE,
)
# Words that say nothing about what is denied.
FORMAL = frozenset(
    stem(w)
    for w in [
        "denied",
        "denies",
        "deny",
        "denial",
        "involvement",
        "allegation",
        "allegations",
        "accusation",
        "accusations",
        "claim",
        "claims",
        "report",
        "reports",
        "reported",
        "said",
        "says",
        "told",
        "added",
        "however",
        "comment",
        "commentary",
        "official",
        "statement",
        "matter",
        "never",
        "data",
        "such",
        "figure",
        "number",
        "information",
        "news",
        "media",
        "true",
        "false",
        "spokesman",
        "spokeswoman",
        "typically",
        "repeatedly",
        "refuses",
    ]
)


@dataclass(frozen=True, slots=True)
class Reply:
    """A statement that denies, is silent, retracts or corrects, with the tellings of its own page it speaks of."""

    statement: Statement
    act: Act
    generic: bool
    about: tuple[Statement, ...]


def act(pile: Pile, s: Statement) -> Act | None:
    """What the statement does, by its stance or its words."""
    if ("act", s.id) not in pile.memory:
        pile.memory["act", s.id] = done(pile, s)
    kind: Act | None = pile.memory["act", s.id]
    return kind


def done(pile: Pile, s: Statement) -> Act | None:
    """What the statement does."""
    text = pile.text(s)
    if has("silence", text):
        return "silent"
    if s.stance == "retract" or has("retraction", text):
        return "retracted"
    if has("denial", text) or has("disowning", text):
        return None if ASKED.search(text) else "denied"
    if HARMLESS.search(text):
        return None
    if s.stance == "deny" and innermost(s) is not None and not turned_down(pile, s) and not unsaid(text):
        return "denied"
    if s.stance == "correct" or has("correction", text):
        return "corrected"
    quoted = s.voice == "direct" and innermost(s) is not None and len(pile.told(s)) <= SHORT
    return "denied" if quoted and NOT_FIRST.match(pile.told(s)) else None


ASKED = re.compile(r"\bbrush(?:ed|es|ing)? off (?:\w+ )?questions?\b", re.IGNORECASE)  # who brushes off a question denies nothing
# "The fire had no effect on trains" tells of another thing than the fire, and denies nobody's word.
HARMLESS = re.compile(r"\bno (?:\w+ )?(?:impact|effect|disruptions?|delays?|changes?|bearing)\b", re.IGNORECASE)
NOTHING = re.compile(r"\b(?:no|not|never|nobody|none|nothing|zero|without|only)\b|n['’]t\b", re.IGNORECASE)
SAID_TWICE = 2  # words that a denial by its sense alone must share with what it denies; own choice
WRONG = re.compile(
    r"\b(?:false\w*|untrue|wrong\w*|incorrect\w*|mis\w+|fake\w*|fabricat\w*|invent\w*|baseless|unfounded|groundless|hoax|lies?|lied|myth"
    r"|debunk\w*|refut\w*|den(?:y|ies|ied|ying)|disput\w*|contradict\w*|reject\w*|dismiss\w*"
    r"|challeng\w*|called out|distort\w*|impossible)\b",
    re.IGNORECASE,
)
CREDIT = re.compile(r"^\([^()]*/[^()]*\)?$")  # "(Ada Strum/Tarn Press)" under a photograph


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


def replies(pile: Pile, document: str) -> tuple[Reply, ...]:
    """All replies of one page in text order."""
    said = [s for s in pile.by_document[document] if not pile.furniture_holds(s) and not CREDIT.match(pile.text(s).strip())]
    acts = {s.id: act(pile, s) for s in said}
    out = []
    for n, s in enumerate(said):
        kind = acts[s.id]
        if kind is not None:
            earlier = [x for x in said[:n] if acts[x.id] is None and x.attribution != s.attribution]
            about = spoken_of(pile, s, kind, earlier, [x for x in said[n + 1 :] if acts[x.id] is None])
            out.append(
                Reply(s, kind, has("generic", pile.text(s)), tuple(x for x in about if kind != "denied" or meets(pile, s, x)))
            )
    return tuple(out)


def meets(pile: Pile, reply: Statement, x: Statement) -> bool:
    """Whether a denial can be of this telling: a denied "nobody" is of a nothing; a "no" repeats a word of it."""
    cue = pile.words(reply.document, reply.cue) if reply.cue is not None else ""
    told = pile.told(reply)
    if cue and not has("telling", cue) and NOTHING.search(told) and not VAGUE.search(told):
        return NOTHING.search(pile.text(x)) is not None or any(q.low == q.high == 0 for q in x.quantities)
    text = pile.text(reply)
    if pile.documents[reply.document].language == "en" and not (NOTHING.search(text) or WRONG.search(text)):
        shared = len(matter(told) & matter(pile.text(x)))
        return shared >= max(SAID_TWICE, len(matter(told)) / 4)  # a hard name for a thing denies nobody's telling
    if reply.stance != "deny" and not has("denial", text) and NOT_FIRST.match(told):
        return bool(matter(told) & matter(pile.text(x)))
    return True


def spoken_of(pile: Pile, s: Statement, kind: Act, earlier: list[Statement], later: list[Statement]) -> tuple[Statement, ...]:
    """The tellings a reply speaks of: of its own claim, of its own party, of its subject words, else the one before it."""
    if kind == "silent":
        party = reply_party(pile, s)
        return tuple([x for x in reversed(earlier) if not same_source(pile, x, s) and akin(party, capitals(pile.text(x)))][:2])
    told = pile.told(s)
    if kind in ("retracted", "corrected"):
        repeated = [x for x in later[:2] if REPEATED.match(pile.text(x))]
        if repeated:
            return tuple(repeated[:1])
    figures = {(q.low, q.high) for q in s.quantities}
    if has("disowning", pile.text(s)) and (own := disowned(pile, s, earlier)) is not None:
        return (own,)
    if figures:
        same = [x for x in (*earlier, *later) if figures & {(q.low, q.high) for q in x.quantities}]
        if not same and kind != "denied":
            return ()
        if same:
            return (min(same, key=lambda x: (-len(matter(told) & matter(pile.text(x))), x.span)),)
    if ANAPHOR.match(told) and not COUNT.search(told):
        return right_before(pile, s, kind, earlier)
    if COUNT.search(told) and not figures and any(x.quantities for x in earlier):
        return (next(x for x in earlier if x.quantities),)
    return by_words(pile, s, kind, earlier, later)


def disowned(pile: Pile, s: Statement, earlier: list[Statement]) -> Statement | None:
    """The telling that a party disowns: its own with the page's first figure, else that figure's, else its last own one."""
    own = [x for x in earlier if any(pile.same_party(k, j) or one_house(k, j) for k in x.chain[1:] for j in s.chain[1:])]
    lead = next((x for x in earlier if x.quantities), None)
    if COUNT.search(pile.told(s)) and lead is not None and not s.quantities:
        first = {(q.low, q.high) for q in lead.quantities}
        return next((x for x in own if first & {(q.low, q.high) for q in x.quantities}), lead)
    return max(own, key=lambda x: (len(x.quantities) > 0, x.span), default=None)


def one_house(a: ChainLink, b: ChainLink) -> bool:
    """Whether two sources have a word of at least six letters in common that is no office: chiefs and a captain of one brigade."""
    return any(len(w) > 5 for w in name_words(a.name or "") & name_words(b.name or ""))


def right_before(pile: Pile, s: Statement, kind: Act, earlier: list[Statement]) -> tuple[Statement, ...]:
    """What "the information" or "the accusation" speaks of: the last telling, of the accused first where there is one."""
    before = [x for x in earlier if kind != "denied" or not same_source(pile, x, s)]
    if CHARGE.match(pile.told(s)):
        party = reply_party(pile, s)
        before = [x for x in before if akin(party, capitals(pile.text(x)))] or before
    before = [x for x in before if len(subject(pile.text(x))) >= TELLING]
    return tuple(([x for x in before if not heading(pile, x)] or [x for x in before if pile.headline(x)])[-1:])


def by_words(pile: Pile, s: Statement, kind: Act, earlier: list[Statement], later: list[Statement]) -> tuple[Statement, ...]:
    """The telling of the same claim, the one with most of the reply's words, a like one on another page, or the one before."""
    told = pile.told(s)
    twins = [x for x in (*earlier, *later) if pile.claim_of.get(x.id) == pile.claim_of.get(s.id)]
    others = [x for x in earlier if not same_source(pile, x, s)]
    party = reply_party(pile, s)
    words = matter(told) - party
    ranked = sorted(
        (x for x in others if len(subject(pile.told(x))) >= TELLING),
        key=lambda x: (-len(words & matter(pile.text(x))), -x.span.start),
    )
    close = frozenset(x.id for x in others[-CLOSE:])
    picked = twins[:1] + [x for x in ranked[:1] if enough(words, words & matter(pile.text(x)), near=x.id in close)]
    if not picked:
        picked = list(elsewhere(pile, s, words, kind))
    if kind != "denied":
        return tuple(dict.fromkeys(picked or taken_from(pile, s, earlier, party)))
    if (
        not picked
        and others
        and (
            len(words) <= 1
            or (
                VAGUE.search(re.sub(r"^(?:that|it|this)\s", "", told, flags=re.IGNORECASE))
                and (len(words) <= 3 or len(told) <= BRIEF)
            )
        )
    ):
        others = [x for x in others if len(subject(pile.told(x))) >= TELLING]
        body = [x for x in others if not heading(pile, x)] or others
        picked = [x for x in reversed(body) if akin(party, capitals(pile.text(x)))][:1] or body[-1:]
    return tuple(dict.fromkeys(picked))


def enough(words: frozenset[str], shared: frozenset[str], *, near: bool) -> bool:
    """Whether a telling shares enough words with a denial: two of more than two, or one long one close before it."""
    return len(shared) >= (2 if len(words) > 2 else 1) or (near and any(len(w) >= LONG for w in shared))


def taken_from(pile: Pile, s: Statement, earlier: list[Statement], party: frozenset[str]) -> list[Statement]:
    """What a withdrawal without words of its own speaks of: the last telling by the party that withdraws, else the one before."""
    own = [x for x in earlier if any(akin(party, capitals(k.name or "")) for k in x.chain[1:])]
    near = [x for x in earlier[-1:] if 0 <= s.span.start - x.span.end <= NEXT_TO]
    return own[-1:] if re.search(r"\b(?:its|their|his|her) (?:\w+ )?statement\b", pile.text(s)) else near


def heading(pile: Pile, s: Statement) -> bool:
    """Whether a telling is a title or a line of its own without a full stop: the head of a section."""
    text = pile.documents[s.document].text
    line = text[s.span.start : s.span.end + 1]
    return pile.headline(s) or (
        line[-1:] in "\r\n" and line.rstrip()[-1:] not in '.!?”"»’' and text[: s.span.start].rstrip(" ")[-1:] in "\n"
    )


def elsewhere(pile: Pile, s: Statement, words: frozenset[str], kind: Act) -> tuple[Statement, ...]:
    """On other pages, the telling that holds at least four and three in five of the words that are denied."""
    if len(words) < LEAST_WORDS:
        return ()
    counts: Counter[str] = Counter()
    for w in sorted(words):
        counts.update(x for x in pile.by_word.get(w, ()))
    likely = [
        (n, x)
        for i, n in counts.items()
        if n >= max(LEAST_WORDS, SHARE * len(words))
        and (x := pile.statements[i]).document != s.document
        and x.stance in ("assert", "report", "doubt")
        and (kind != "denied" or not same_source(pile, x, s))
        and act(pile, x) is None
    ]
    return tuple(x for _, x in sorted(likely, key=lambda t: (-t[0], len(pile.told(t[1])), t[1].id))[:1])


# Own choice: on the invented stories and the labelled ones every denial set beside a telling of another page shares as much.
LEAST_WORDS = 4
NEXT_TO = 200  # code points between a withdrawal without words of its own and what it withdraws; own choice
CLOSE = 3  # tellings before a denial that one long common word ties to it; own choice
LONG = 8  # letters of a word that is seldom there by chance
BRIEF = 70  # code points of a denial that leans on "it" or "this" alone; own choice
TELLING = 3  # a telling with fewer subject words ("it to 900 people") says nothing that could be denied by itself
SHARE = 0.6


def same_source(pile: Pile, a: Statement, b: Statement) -> bool:
    """Whether both statements come from one party."""
    x, y = innermost(a), innermost(b)
    return x is not None and y is not None and pile.same_party(x, y)


def reply_party(pile: Pile, s: Statement) -> frozenset[str]:
    """Stems of the name of the one who replies: the source, or the capitalised words before a silence."""
    link = innermost(s)
    if link is not None and link.name:
        return capitals(link.name)
    return capitals(pile.text(s)[:80])
