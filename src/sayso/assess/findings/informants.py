"""Remarks on who told it, and to whom: one of a body for the body, one for several, no name for a name, another house."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sayso.assess.cuewords import has
from sayso.assess.denials import act
from sayso.assess.findings.promotions import BODIES, SAME_WORDS, SPOKEN, retold
from sayso.assess.findings.remark import of, remark
from sayso.assess.findings.speakers import FULL, speaks
from sayso.assess.pile import Pile, innermost, nameless
from sayso.assess.steps import Step
from sayso.assess.wording import likeness, name_words, stems
from sayso.lexicon import vocabulary
from sayso.lexicon.words import words
from sayso.model import HOUSES, PERSONS, ChainLink, Finding, Statement
from sayso.text.normal import trunk, trunks

ONE = re.compile(r"(?:an?|one)\s", re.IGNORECASE)
ONE_ABROAD = re.compile(r"(?:un[oae]?|uma?|eine?[rn]?|een)\s", re.IGNORECASE)  # "a" is "the" in Portuguese
TAIL = re.compile(
    r",.*$|\s(?:of|for|in|inside|within|at|from|near|to|on|with|by|close|familiar|de|des|du|da|do|della|von|van)\s.*$"
)


def insider_taken_for_all(pile: Pile, step: Step) -> Iterator[Finding]:
    """One inside a body becomes the body, or one becomes several.

    What: the earlier telling is that of somebody without a name ("a source in the brigade", "a port official"); the later one, in
    the same language, is that of the body that his description names ("the brigade"), of who leads that ("the brigade's chief"),
    or of several with his noun ("port officials").

    Why it matters: one man who does not give his name is believed less than a brigade, and less than all its officers.

    Not when: he speaks for the body or leads it, the earlier page has the body or the several as a source of its own, or the later
    page has one of them too.

    Example (fiction): "a guard at the weir said" becomes "the weir said"; "a guard" becomes "guards at the weir".
    """
    a, b = step.before, step.after
    if (both := named(pile, step)) is None:
        return
    x, y = both
    known = not (alone(pile, a, x) or nameless(x) or stood_in(x, y))
    if known or one(pile, b).match(y.name or "") or not speaks(pile, b) or not one_telling(pile, a, b):
        return
    raised = stood_in(x, y) or is_body(pile, a, x, y) or leads(pile, x, y)
    kind = "several" if alone(pile, a, x) and several(x, y) else "body" if raised else None
    if kind is None or beside(pile, a, y) or still_one(pile, x, b):
        return
    yield remark(
        "source_promoted" if kind == "body" else "source_invented",
        of(pile, a, b),
        f"{pile.page(a.document)} has it from “{x.name}”, {pile.page(b.document)} from “{y.name}” ({step.tie}).",
        claim=step.claim.id,
        change=(x.name, y.name),
        limits="Overturned if the later page asked others, or the body said so itself.",
    )


def named(pile: Pile, step: Step) -> tuple[ChainLink, ChainLink] | None:
    """The two sources of a step from the page that is nearer to them, where both have words for themselves and neither denies."""
    x, y = innermost(step.before), innermost(step.after)
    if x is None or y is None or not x.name or not y.name or step.kind in ("headline", "back"):
        return None
    return None if act(pile, step.before) or act(pile, step.after) else (x, y)


def name_left_out(pile: Pile, step: Step) -> Iterator[Finding]:
    """Somebody with a name is one, or several, of his kind.

    What: the earlier telling is that of a person or body with a name and a noun for what he is ("survivor Ada Volk", "Ido Marl, an
    analyst"); the later one, of the same, is that of "one survivor" (``detail_dropped``) or of "analysts" (``source_invented``),
    on a page that does not name him.

    Why it matters: who has no name cannot be asked, and one who is several counts for more than he is.

    Not when: the earlier page has others of his kind, or the later page has his name.

    Example (fiction): "Ido Marl, an analyst at the bank, said" becomes "analysts said".
    """
    a, b = step.before, step.after
    if (both := named(pile, step)) is None:
        return
    x, y = both
    name = next((m.group() for f in pile.forms(x) if (m := FULL.search(f))), None)
    if name is None or not nameless_kind(y) or not one_telling(pile, a, b) or SPOKEN.search(x.name or ""):
        return
    noun = head(y).split()[-1:]
    described = re.sub(r"[^\w\s’'-]", " ", " ".join(pile.forms(x)).replace(name, " "))
    if not noun or stems(noun[0]) == () or stems(noun[0])[0] not in stems(described) or beside(pile, a, y):
        return
    if name.split()[-1].casefold() in pile.documents[b.document].text.casefold():
        return
    many = not one(pile, b).match(y.name or "") and y.kind in MANY and noun[0].casefold() not in described.casefold().split()
    if not many and not (one(pile, b).match(y.name or "") and x.kind in PERSONS):
        return
    yield remark(
        "source_invented" if many else "detail_dropped",
        of(pile, a, b),
        f"“{x.name}” in {pile.page(a.document)} is “{y.name}” in {pile.page(b.document)} ({step.tie}).",
        claim=step.claim.id,
        change=(x.name, y.name),
        limits="Overturned if the later page asked others.",
    )


MANY = frozenset({"anonymous", "group", "official", "person", "ngo"})  # what a reader may take "analysts" and "rights groups" for


def nameless_kind(y: ChainLink) -> bool:
    """Whether a source is "one survivor", "analysts", "a local official": a noun and no name."""
    return not any(w[0].isupper() for w in (y.name or "").split()[1:])


def hearer_changed(pile: Pile, step: Step) -> Iterator[Finding]:
    """What was told to one house was told to another, or to nobody in particular.

    What: a page follows another and has the words that somebody spoke to a house ("told Radio Tarn"), literally, from the same
    speaker. To another house, or to one where it was none, they are ``source_invented``, to none ``intermediary_lost``.

    Why it matters: who was there when it was said is who can vouch for it.

    Not when: the later page names the house anywhere, or the words are not the same.

    Example (fiction): "the miller told Radio Tarn" becomes "the miller told the Gazette".
    """
    a, b = step.before, step.after
    x, y = innermost(a), innermost(b)
    if x is None or y is None or step.kind != "derived" or not pile.same_party(x, y) or nameless(x):
        return
    if not {a.voice, b.voice} <= QUOTED or likeness(pile.told(a), pile.told(b)) < LITERAL:
        return
    heard, now = hearer(pile, a), hearer(pile, b)
    if heard is None and (now is None or len(pile.told(a).split()) < WORDS):
        return
    if heard is not None and now is not None and pile.same_party(heard, now):
        return
    if (heard is not None and named_there(pile, heard, b)) or (now is not None and named_there(pile, now, a)):
        return
    yield remark(
        "intermediary_lost" if now is None else "source_invented",
        of(pile, a, b),
        f"In {pile.page(a.document)} it was said {to(heard)}, in {pile.page(b.document)} {to(now)} ({step.tie}).",
        claim=step.claim.id,
        change=(pile.text(a), pile.text(b)),
        limits="Overturned if the speaker said it twice.",
    )


def to(house: ChainLink | None) -> str:
    """To whom it was said, in words."""
    return "to nobody who is named" if house is None else f"to {house.name}"


WORDS = 6  # of a quotation, from which another house cannot have heard the same by chance; own choice
QUOTED = frozenset({"direct", "mixed"})
LITERAL = 0.8  # Dice of two quotations from which they are one; own choice


def hearer(pile: Pile, s: Statement) -> ChainLink | None:
    """The house that was told: the addressee, or the station before the speaker."""
    links = [k for k in (s.addressee, *s.chain[1:-1]) if k is not None and k.kind in HOUSES and k.name]
    return links[0] if links else None


def named_there(pile: Pile, house: ChainLink, s: Statement) -> bool:
    """Whether a telling's page has the house anywhere, or is the house's own."""
    page = pile.documents[s.document]
    own = name_words(house.name or "")
    return bool(own) and own <= set(stems(f"{page.outlet or ''} {page.text}"))


def one(pile: Pile, s: Statement) -> re.Pattern[str]:
    """How a telling's language says "one of many"."""
    return ONE if pile.documents[s.document].language in ("en", None) else ONE_ABROAD


def alone(pile: Pile, s: Statement, x: ChainLink) -> bool:
    """Whether a telling's source is one of many, without a name, who neither leads a body nor speaks for it."""
    forms = " ".join(pile.forms(x))
    named = re.search(r",\s(?:\w+\s)?[A-Z]", x.name or "")
    somebody = x.kind in PERSONS or nameless(x)  # "a police estimate" is a paper
    of_many = any(one(pile, s).match(f) for f in pile.forms(x))
    return somebody and of_many and not (named or SPOKEN.search(forms) or has("rank", forms))


def one_telling(pile: Pile, a: Statement, b: Statement) -> bool:
    """Whether two tellings tell the same."""
    return likeness(pile.told(a), pile.told(b)) >= SAME_WORDS or retold(pile, a, b)


def is_body(pile: Pile, s: Statement, x: ChainLink, y: ChainLink) -> bool:
    """Whether the later source is the body that the first one's description names."""
    if y.kind not in BODIES or y.kind in HOUSES or nameless(y):
        return False
    little = words(pile.documents[s.document].language or "en", "determiner")
    own, inside = {trunk(w) for w in stems(y.name or "") if w not in little}, {w for f in pile.forms(x) for w in trunks(stems(f))}
    inside |= set(trunks(stems(sits(pile, s, x))))
    noun = [trunk(w) for w in stems(head(x))]
    return bool(own and noun) and own < inside and not own >= {noun[0], noun[-1]}


def sits(pile: Pile, s: Statement, x: ChainLink) -> str:
    """Where a source sits, as the words behind its name say that a reader left out: "a source" before "in the brigade"."""
    page = pile.documents[s.document]
    behind = LINE.split(page.text[x.span.end : x.span.end + NEAR])[0] if x.span is not None else ""
    first = behind.split()[:1]
    return behind if first and first[0].casefold() in words(page.language or "en", "preposition") else ""


NEAR, LINE = 40, re.compile(r"[,.;:!?“”\"\n]")  # code points behind a name; own choice


def leads(pile: Pile, x: ChainLink, y: ChainLink) -> bool:
    """Whether the later source holds office at the body in the first one's description: the minister, of a ministry's clerk."""
    if y.kind != "official" or not nameless(x) or nameless(y):
        return False
    inside = {w for f in pile.forms(x) for w in trunks(stems(TAILED.sub("", f)))}
    return len({trunk(w) for w in stems(y.name or "")} & inside) >= SHARED


def stood_in(x: ChainLink, y: ChainLink) -> bool:
    """Whether the first source is the later one's deputy, both by their titles alone."""
    title = SECOND.sub("", (x.name or "").casefold())
    return title != (x.name or "").casefold() and ARTICLE.sub("", title) == ARTICLE.sub("", (y.name or "").casefold())


SECOND, ARTICLE = re.compile(rf"\b{vocabulary.one_of('people', 'second')}[\s-]"), re.compile(r"^(?:the|an?)\s")
SHARED = 2  # words of a body's name in a title by which its holder leads it ("food ministry", "food minister")
TAILED = re.compile(r"^.*?\s(?:in|inside|within|at|of|from)\s")


def several(x: ChainLink, y: ChainLink) -> bool:
    """Whether the later source is more than one with the first one's noun."""
    his, theirs = (head(k).split()[-1:] for k in (x, y))
    return bool(his and theirs) and his != theirs and stems(his[0]) == stems(theirs[0]) != () and theirs[0].islower()


def head(link: ChainLink) -> str:
    """A description up to its noun: "a source" of "a source in the brigade"."""
    return TAIL.sub("", link.name or "")


def beside(pile: Pile, a: Statement, y: ChainLink) -> bool:
    """Whether the earlier page has the later source as one of its own; a headline's "port official" is one man's."""
    own, noun = stems(y.name or ""), head(y).split()[-1:]
    there = (k for k in links(pile, a) if not one(pile, a).match(k.name or ""))
    return any(stems(k.name or "") == own and head(k).split()[-1:] == noun for k in there)


def still_one(pile: Pile, x: ChainLink, b: Statement) -> bool:
    """Whether the later page has one of that description too."""
    return any(one(pile, b).match(k.name or "") and stems(head(k))[-1:] == stems(head(x))[-1:] for k in links(pile, b))


def links(pile: Pile, s: Statement) -> list[ChainLink]:
    """Everybody of whose words a telling's page has something."""
    return [k for t in pile.by_document[s.document] for k in t.chain[1:] if k.name]


def formula(pile: Pile, f: Finding) -> bool:
    """Whether only the formula by which a page names nobody is another: "familiar with", "with knowledge of"."""
    if not f.from_ or not f.to or len(f.evidence) != PAIR:
        return False
    texts = (e.span.of(pile.documents[e.document].text) for e in f.evidence)
    return all(WITHHELD.search(t) and w not in WITHHELD.sub(" ", t) for t, w in zip(texts, (f.from_, f.to), strict=True))


PAIR = 2
WITHHELD = re.compile(
    rf"\b(?:on\s(?:the\s)?condition\sof\s)?{vocabulary.one_of('tellings', 'near the matter', 'name withheld')}(?:\w*)",
    re.IGNORECASE,
)
