"""How a reply stands to a telling: whose it is, what it leans on, where else the same is told."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from sayso.assess.acts import DENIES, NOTHING, act, matter
from sayso.assess.cuewords import found, has
from sayso.assess.pile import Pile, innermost, own_stance
from sayso.assess.polarity import reversed_
from sayso.assess.wording import capitals, likeness, name_words, stems, subject
from sayso.lexicon import vocabulary
from sayso.model import ChainLink, Statement

VAGUE_NOUN = re.compile(
    r"\b(?:any|all|the|these|those|such) (?:[\w’'-]+ ){0,2}?"
    rf"{vocabulary.one_of('tellings', 'allegation', 'charge', 'part in it', 'suggestion', 'rumour', 'story')}\b",
    re.IGNORECASE,
)
VAGUE = re.compile(rf"{VAGUE_NOUN.pattern}|\bit\b|\bthis\b|\bthat\b", re.IGNORECASE)
# A reply that speaks of "the figure" without giving it speaks of the one the page leads with.
COUNT = re.compile(
    rf"\b(?:the|this|that|these|those|such|its|their|any)\s(?:\w+\s){{0,2}}?"
    rf"{vocabulary.one_of('tellings', 'counts')}\b|{vocabulary.one_of('tellings', 'counts abroad')}",
    re.IGNORECASE,
)
# "The information has turned out to be false" speaks of what stands right before it.
ANAPHOR = re.compile(
    r"^[“„«\"‘'\s]*(?:(?:in fact|indeed|however|but|actually|later|well|and|so),?\s)?"
    r"(?:(?:it|this|that|these|those)(?:['’]s|\s(?:is|was|were|has|had|turned|isn['’]t|wasn['’]t))\b"
    r"|(?:the|this|that|these|those|all of these) "
    rf"{vocabulary.one_of('tellings', 'news', 'allegation', 'story', 'charge', 'words', 'figures', 'rumour', 'article', 'post')}"
    r"\b(?! that\b| of\b))",
    re.IGNORECASE,
)
# Own choices: on the invented stories and the labelled ones every denial set beside a telling of another page shares as much.
LEAST_WORDS = 4
SHARE = 0.6
NEXT_TO = 300  # code points between a reply without words of its own and what it speaks of; own choice
PARTY = 80  # code points at the head of a reply without a source in which its party is named; own choice
BRIEF = 70  # code points of a denial that leans on "it" or "this" alone; own choice
PUBLISHED = re.compile(
    rf"\b{vocabulary.one_of('tellings', 'ran')}\b(?:\s[\w’'-]+){{0,4}}?\s"
    rf"{vocabulary.one_of('tellings', 'article', 'story', 'post', 'report')}\b",
    re.IGNORECASE,
)
TELLING = 3  # a telling with fewer subject words ("it to 900 people") says nothing that could be denied by itself
TWIN = 0.8  # Dice from which a telling that stands on the same side is the denial itself, told elsewhere; own choice


def says(pile: Pile, x: Statement) -> bool:
    """Whether a telling tells enough to be denied or taken back by itself."""
    return len(subject(pile.told(x))) >= TELLING


def twin(pile: Pile, a: Statement, b: Statement) -> bool:
    """Whether link has put two tellings into one claim."""
    return pile.claim_of.get(a.id) is not None and pile.claim_of.get(a.id) == pile.claim_of.get(b.id)


def meets(pile: Pile, reply: Statement, x: Statement) -> bool:
    """Whether a denial can be of this telling: a denied "nobody" is of a nothing, and no page denies what it tells elsewhere."""
    cue = pile.words(reply.document, reply.cue) if reply.cue is not None else ""
    told = pile.told(reply)
    if cue and not has("telling", cue) and NOTHING.search(told) and not VAGUE.search(told):
        return NOTHING.search(pile.text(x)) is not None or any(q.low == q.high == 0 for q in x.quantities)
    if not (told[:1] and (matter(told) & matter(pile.text(x)))):
        return True
    turned = reversed_(told, pile.told(x)) is not None
    if DENIES.search(cue) or has("denial", cue):
        return not turned  # who denies that gates were opened denies nobody who says that none was
    return turned if NOTHING.search(told) else likeness(told, pile.told(x)) < TWIN


def kin(a: Statement, b: Statement) -> bool:
    """Whether the names of two sources have a word in common: a board and "the board's director"."""
    return any(frozenset(stems(k.name or "")) & frozenset(stems(j.name or "")) for k in a.chain[1:] for j in b.chain[1:])


def one_house(a: ChainLink, b: ChainLink) -> bool:
    """Whether two sources have a word of at least six letters in common that is no office: chiefs and a captain of one brigade."""
    return any(len(w) > 5 for w in name_words(a.name or "") & name_words(b.name or ""))


def right_before(pile: Pile, s: Statement, rows: Sequence[Statement]) -> tuple[Statement, ...]:
    """What "it" or "the information" speaks of: the last telling that stands next to the reply, headings last."""
    if (last := next((x for x in reversed(pile.by_document[s.document]) if x.span < s.span), None)) and denied_once(pile, last, s):
        return ()
    before = [x for x in rows if x.span < s.span and s.span.start - x.span.end <= NEXT_TO]
    if len(before) > 1 and PUBLISHED.search(pile.text(before[-1])):
        before.pop()  # "two weeklies posted like articles on it": what they posted stands before that
    return tuple(([x for x in before if not heading(pile, x)] or before)[-1:])


def denied_once(pile: Pile, last: Statement, s: Statement) -> bool:
    """Whether the same party has just said no: "Nothing stopped, said Rask. «That is invented.»" speaks of what she answered."""
    between = pile.documents[s.document].text[last.span.end : s.span.start]
    return "\n" not in between and same_source(pile, last, s) and NOTHING.search(pile.told(last)) is not None


def heading(pile: Pile, s: Statement) -> bool:
    """Whether a telling is a title or a line of its own without a full stop: the head of a section."""
    text = pile.documents[s.document].text
    line = text[s.span.start : s.span.end + 1]
    return pile.headline(s) or (
        line[-1:] in "\r\n" and line.rstrip()[-1:] not in '.!?”"»’' and text[: s.span.start].rstrip(" ")[-1:] in "\n"
    )


def elsewhere(pile: Pile, s: Statement, words: frozenset[str]) -> tuple[Statement, ...]:
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
        and own_stance(x) in ("assert", "report", "doubt")
        and not same_source(pile, x, s)
        and act(pile, x) is None
        and meets(pile, s, x)
    ]
    return tuple(x for _, x in sorted(likely, key=lambda t: (-t[0], len(pile.told(t[1])), t[1].id))[:1])


def same_source(pile: Pile, a: Statement, b: Statement) -> bool:
    """Whether both statements come from one party."""
    x, y = innermost(a), innermost(b)
    return x is not None and y is not None and pile.same_party(x, y)


def reply_party(pile: Pile, s: Statement) -> frozenset[str]:
    """Stems of the name of the one who replies: the source, or the capitalised words before a silence."""
    link = innermost(s)
    if link is not None and link.name:
        return capitals(link.name)
    text = pile.text(s)
    silent = found("silence", text)
    return capitals(text[: silent[0].start if silent else PARTY])
