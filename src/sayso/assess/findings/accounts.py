"""Remarks on two sources who tell one act differently, answer each other, or dispute what the other holds."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sayso.assess.cuewords import has, means
from sayso.assess.denials import act, same_source
from sayso.assess.findings.remark import of, remark, short
from sayso.assess.findings.slots import known, places
from sayso.assess.findings.speakers import UNTOLD, fuller, whole
from sayso.assess.pile import PASSED_ON, Pile, innermost, taken_as
from sayso.assess.wording import akin, capitals, plain, subject
from sayso.lexicon import vocabulary
from sayso.model import Finding, Span, Statement


def party(pile: Pile, s: Statement) -> str:
    """The one who speaks, or the outlet."""
    link = None if MISUSED.search(pile.text(s)) else innermost(s)
    if link is not None and link.span is not None and SELF.match(pile.documents[s.document].text, link.span.end):
        link = None  # "the almanac itself does not say so" are the page's words, not the almanac's
    name = whole(pile, s, link) if link is not None else None
    return (fuller(pile, link, name) if link is not None and name else None) or pile.outlet(s.document)


MISUSED = re.compile(r"\b(?:misquot|misattribut)\w*", re.IGNORECASE)  # who is misquoted has not said so himself


SELF = re.compile(rf"(?:\s(?:itself|himself|herself|themselves))?\s{UNTOLD.pattern}", re.IGNORECASE)


def accounts_conflict(pile: Pile, document: str) -> Iterator[Finding]:
    """Two sources tell one act differently.

    What: on one page two sources speak of one strike, attack, blast or fire ("the strike …"), and name means that share nothing
    (aircraft and drones), different things that were hit or different doers ("carried out by", "blamed … for"); a place of each
    that the other does not name is ``places_conflict``.

    Why it matters: witnesses who differ on what happened may speak of two events, or one of them did not see it.

    Not when: one of them names both, both come from one source, or the later one does not refer back with "the".

    Example (fiction): a farmer says aircraft hit the barn; the strike was carried out by a drone, a warden says.
    """
    said = [s for s in pile.by_document[document] if innermost(s) is not None and taken_as(s) in PASSED_ON]
    done: set[str] = set()
    for n, b in enumerate(said):
        if not BACK_TO.search(pile.text(b)) or act(pile, b):
            continue
        for a in reversed(said[max(0, n - NEARBY) : n]):
            if same_source(pile, a, b) or not ACT.search(pile.text(a)) or act(pile, a):
                continue
            for kind, x, y in differences(pile, a, b):
                if kind not in done:
                    done.add(kind)
                    yield remark(
                        "places_conflict" if kind == "the place" else "accounts_conflict",
                        of(pile, a, b),
                        f"The two differ in {kind} that they name: {party(pile, a)} {x}, {party(pile, b)} {y}{unsure(b)}.",
                        claim=pile.claim_of.get(b.id),
                        change=(pile.told(a), pile.told(b)),
                        limits="Overturned if the two speak of different events, or one account includes the other"
                        + (" (a drone is an aircraft too)." if kind == "the means" else "."),
                    )


def unsure(s: Statement) -> str:
    """The reserve of a telling, in brackets."""
    return f" (“{s.hedges[0].word}”)" if s.hedges else ""


ACT = vocabulary.pattern("happenings", "attack")
BACK_TO = re.compile(rf"\b(?:the|this|that) (?:\w+ )?{vocabulary.one_of('happenings', 'that attack')}\b", re.IGNORECASE)
HIT = re.compile(rf"\b{vocabulary.one_of('happenings', 'hits')} (?:an? |the |some )?([^,.;:()]{{3,80}})", re.IGNORECASE)
NAME = r"(?:the |an? )?(?:[\w’'-]+ ){0,3}?[A-Z][\w’'-]+(?: [A-Z][\w’'-]+)*"
DOER = re.compile(rf"\b{vocabulary.one_of('causes', 'done by')} by (?P<by>{NAME})" rf"|\bblam(?:ed|es|ing) (?P<blamed>{NAME})")
PREPOSITION = re.compile(r"\s(?:in|at|near|on|between|of|outside|inside|by|with|during|and|as)\s")
NEARBY = 4  # statements back in which one act is still spoken of; own choice, as in replies set beside charges


def differences(pile: Pile, a: Statement, b: Statement) -> Iterator[tuple[str, str, str]]:
    """What the two name differently: the means, the thing that was hit."""
    x, y = means(pile.text(a)), means(pile.text(b))
    if x and y and not x & y:
        yield "the means", ", ".join(sorted(x)), ", ".join(sorted(y))
    one, two = HIT.search(pile.text(a)), HIT.search(pile.text(b))
    if one is not None and two is not None and not pile.headline(a):
        told = [pile.text(s)[m.start() :] for s, m in ((a, one), (b, two))]
        only_here = [n for n in places(told[0]) if not known(n, told[1])]
        only_there = [n for n in places(told[1]) if not known(n, told[0])]
        if only_here and only_there:
            yield "the place", f"“{spot(told[0], only_here[0])}”", f"“{spot(told[1], only_there[0])}”"
    doers = [{m["by"] or m["blamed"] for m in DOER.finditer(pile.text(s))} for s in (a, b)]
    names = [capitals(" ".join(sorted(d))) for d in doers]
    if all(names) and not akin(*names) and not names[0] & names[1]:
        yield "the doer", f"“{min(doers[0])}”", f"“{min(doers[1])}”"
    if one is not None and two is not None:
        first, second = (PREPOSITION.split(m.group(1))[0].strip() for m in (one, two))
        named = subject(pile.text(a)), subject(pile.text(b))  # who names both tells more, and nothing else
        if subject(first) - named[1] and subject(second) - named[0]:
            yield "what was hit", f"“{plain(first)}”", f"“{plain(second)}”"


def spot(text: str, name: str) -> str:
    """A place with the words that say how something lies to it: "between Tarn and the lock"."""
    words = r"(?:in|at|near|between|outside|inside|around|north|south|east|west|\w+(?:east|west)|of|off|from|to|and|the)"
    place = rf"(?:[\w-]+ )?{re.escape(name)}(?:,? {words}\b)*(?: [A-Z][\w-]+)*"
    hit = re.search(rf"(?:\b{words} )*{place}", text)
    return plain_spaces(hit.group()) if hit is not None else name


def plain_spaces(text: str) -> str:
    """On one line, without a comma or a small word at its end."""
    return re.sub(r"(?:,|\s(?:and|of|the|in|to|from))+$", "", " ".join(text.split()))


ANSWER = re.compile(
    rf"\b(?:in {vocabulary.one_of('tellings', 'answer')} to|{vocabulary.one_of('tellings', 'answers to')} to|hit back at"
    rf"|{vocabulary.one_of('tellings', 'answers')}|{vocabulary.one_of('tellings', 'comments')} on)"
    r"\s(?:an?\s|the\s|to\s)?(?:[\w’'-]+\s){0,6}$",
    re.IGNORECASE,
)


def answered(pile: Pile, document: str) -> Iterator[Finding]:
    """One party's words are given as the answer to another's.

    What: a telling is led in by "in response to", "commenting on the statement by" and the like, and the telling before it comes
    from another party: the two stand against each other on the page.

    Why it matters: who tells only one half tells an answer without its question, or a charge without its answer.

    Not when: both come from one party, what is answered is a question or a request, or either is a denial (that is ``denied``).

    Example (fiction): "The dam was sound, the guild said, in response to the mill's claims that it had leaked for years."
    """
    said = [s for s in pile.by_document[document] if not pile.furniture_holds(s)]
    text = pile.documents[document].text
    done: set[tuple[str, Span]] = set()
    for n, b in enumerate(said):
        lead = text[max(text.rfind("\n", 0, b.span.start) + 1, b.span.start - LEAD) : b.span.start]
        cue = pile.words(document, b.cue) if b.cue is not None else ""
        if not has("words_of", cue) or not ANSWER.search(lead) or innermost(b) is None or act(pile, b):
            continue
        for a in reversed(said[max(0, n - 2) : n]):
            if innermost(a) is not None and not same_source(pile, a, b) and not act(pile, a) and pile.told(b) not in pile.told(a):
                if (a.attribution, b.span) in done or any(x.overlaps(b.span) for _, x in done):
                    break
                done.add((a.attribution, b.span))
                head = Span(a.span.start, b.span.start) if a.span.holds(b.span) else a.span  # one sentence holds both
                yield remark(
                    "accounts_conflict",
                    of(pile, (a.document, head), b),
                    f"{party(pile, a)} is given as answering {party(pile, b)}.",
                    claim=pile.claim_of.get(b.id),
                    change=(pile.told(b), pile.told(a)),
                    limits="Overturned if the two speak of different matters.",
                )
                break


LEAD = 80  # code points before a telling in which it may be led in as what is answered; own choice


def disputed(pile: Pile, document: str) -> Iterator[Finding]:
    """A party does not accept what another builds on.

    What: a telling says that a party "does not recognise", "disagrees with", "objects to" or "contests" something; a telling
    shortly before it, by another source, has the same long word, or stands right before "that view".

    Why it matters: what one side takes as given is the point at issue for the other.

    Not when: no word of six letters and more is common besides names of the parties, both come from one party, or what was told is
    denied outright (that is ``denied``).

    Example (fiction): "The guild will keep its moorings." "The council, however, does not recognise any moorings beyond the lock."
    """
    said = [s for s in pile.by_document[document] if not pile.furniture_holds(s)]
    for n, b in enumerate(said):
        if not has("dispute", pile.text(b)) or act(pile, b):
            continue
        for back, a in enumerate(reversed(said[max(0, n - NEARBY) : n])):
            named = capitals(pile.text(b))
            shared = {w for w in subject(pile.told(a)) & subject(pile.text(b)) if len(w) >= LONG} - named
            view = not back and VIEW.search(pile.text(b)) is not None
            if (shared or view) and not same_source(pile, a, b) and innermost(a) is not None and not pile.headline(a):
                what = (
                    f"“{max(sorted(shared), key=len)}”, of which {party(pile, a)} speaks,"
                    if shared
                    else f"What {party(pile, a)} says"
                )
                yield remark(
                    "accounts_conflict",
                    of(pile, a, b),
                    f"{what} is disputed: “{short(pile.text(b))}”.",
                    claim=pile.claim_of.get(b.id),
                    change=(pile.told(a), pile.told(b)),
                    limits="Overturned if the two speak of different matters.",
                )
                break


LONG = 6  # letters of a word that ties a dispute to what is disputed
VIEW = re.compile(rf"\b(?:that|this|his|her|their|its) {vocabulary.one_of('tellings', 'view')}\b", re.I)
