"""Remarks on denials, retractions, corrections, and on figures and accounts that cannot stand together."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

from sayso.assess.acts import DENIES, firm, matter
from sayso.assess.bearings import VAGUE_NOUN
from sayso.assess.beyond import own_account, set_against
from sayso.assess.cuewords import has
from sayso.assess.denials import TELLING, Reply, act, same_source
from sayso.assess.figures import one_count
from sayso.assess.findings.accounts import accounts_conflict, answered, disputed, party
from sayso.assess.findings.contested import contested, opposed, outdone
from sayso.assess.findings.corrections import put_right
from sayso.assess.findings.echoes import Made, laid_together, of_one_party
from sayso.assess.findings.rejoinders import rejoinders
from sayso.assess.findings.remark import of, remark, short
from sayso.assess.findings.revisions import revised
from sayso.assess.findings.rivals import countered, rivals_conflict, slipped
from sayso.assess.findings.tolls import tolls_conflict
from sayso.assess.pile import Pile, innermost, own_stance, taken_as
from sayso.assess.steps import LEAST
from sayso.assess.universals import has_thing
from sayso.assess.wording import likeness, subject
from sayso.lexicon import vocabulary
from sayso.model import Finding, Span, Statement


def denied(pile: Pile, reply: Reply) -> Iterator[Finding]:
    """A party says that what is told is not so.

    What: a denial and the tellings it speaks of stand on one page; where nobody is told to have said it, and nothing else is denied
    there, a denial that says in its own words what it denies ("denies that the valve leaked") stands alone. What the one who
    denies tells of the matter right beside it is laid there too. A standing denial ("typically dismisses") is called generic; it is
    no reply to this claim.

    Why it matters: a claim that travels without its denial looks firmer than it is.

    Not when: something else is denied (entry, bail), the denier is the one who told it, or it leans on words that are nowhere
    ("denied the claims").

    Example (fiction): "The mill leaked for days, a worker said. The owners denied any leak."
    """
    told_elsewhere = (*reply.about, *wider(pile, reply))
    if reply.act == "denied" and not told_elsewhere:
        yield from told_within(pile, reply)
    if reply.act != "denied" or not told_elsewhere:
        return
    who = party(pile, reply.statement)
    first = told_elsewhere[0]
    end = reply.statement.span.start
    holds = first.document == reply.statement.document and first.span.start < end and first.span.holds(reply.statement.span)
    if holds and len(subject(pile.words(first.document, Span(first.span.start, end)))) < TELLING:
        return  # "this mill has rejected every offer": nothing is told before it
    place = (first.document, Span(first.span.start, end)) if holds else first  # one sentence tells and denies
    told = short(
        EVEN.sub("", pile.words(*place))
        if isinstance(place, tuple)
        else pile.text(first)
        if accuses(pile, first)
        else pile.quoted(first)
    )
    tellers = ", ".join(sorted({pile.page(s.document) for s in wider(pile, reply)} | {pile.page(first.document)}))
    words = pile.quoted(reply.statement)
    answer = (
        f": “{short(words)}”" if " " in words and POINTS.match(words) is None else ""
    )  # "has denied it" has no words of its own
    how = ("in general ", "; whether this telling was put to them is not said") if reply.generic else ("", "")
    text = f"Denied {how[0]}by {who}{answer}{how[1]}. Told: “{told}” ({tellers})."
    instead = set_against(pile, first) or own_account(pile, reply.statement, first)
    text += f" There in its place: “{short(pile.quoted(instead[0]))}”." if instead else ""
    yield remark(
        "denied",
        of(pile, reply.statement, *(place if s is first else s for s in reply.about), *instead, *wider(pile, reply)),
        text,
        claim=pile.claim_of.get(first.id),
        change=(told if holds else pile.quoted(first), pile.quoted(reply.statement)),
        limits="Overturned if the denial speaks of another event or of a part only.",
    )


def told_within(pile: Pile, reply: Reply) -> Iterator[Finding]:
    """A denial that names what it denies and whose word that is: "a warden's claim that it was open was dismissed as a tale"."""
    hit = OWNED.search(pile.text(reply.statement))
    if hit is not None:
        s = reply.statement
        yield from by_itself(pile, reply, pile.words(s.document, Span(s.span.start + hit.start(), s.span.end)))


def standing_alone(pile: Pile, reply: Reply) -> Iterator[Finding]:
    """A denial that says in its own words what it denies, of what nobody is told to have said: "denies that the valve leaked"."""
    if reply.act == "denied" and names_it(pile, reply.statement) and not (reply.about or OWNED.search(pile.text(reply.statement))):
        yield from by_itself(pile, reply, pile.quoted(reply.statement))


def by_itself(pile: Pile, reply: Reply, said: str) -> Iterator[Finding]:
    """The remark on a denial beside which no telling is laid."""
    s = reply.statement
    if reply.generic or not firm(pile, s) or pile.headline(s) or innermost(s) is None:
        return
    yield remark(
        "denied",
        of(pile, s),
        f"Denied by {party(pile, s)}: “{short(said)}”.",
        claim=pile.claim_of.get(s.id),
        change=(said, pile.quoted(s) if said != pile.quoted(s) else pile.text(s)),
        limits="Overturned if the denial speaks of another event or of a part only.",
    )


def names_it(pile: Pile, s: Statement) -> bool:
    """Whether what is told is what is denied, in words of its own: no "the claims", no "any wrongdoing"."""
    cue = pile.words(s.document, s.cue) if s.cue is not None else ""
    told = pile.told(s)
    denies = DENIES.search(cue) is not None or (pile.documents[s.document].language != "en" and own_stance(s) == "deny")
    return denies and VAGUE_NOUN.search(told) is None and len(matter(told)) >= TELLING


_TOLD = vocabulary.one_of("tellings", "contested", "rumour")
# "A suggestion by the warden that …", "the guild's claim", "rumours spread by anglers".
OWNED = re.compile(
    rf"\b(?:(?:an?|the|any|all|these|those)\s)?(?:[\w-]+\s){{0,2}}?"
    rf"(?:{_TOLD}\s(?:\w+\s){{0,2}}?(?:by|from)\s|[\w-]+(?:['’]s|s['’])\s(?:\w+\s)?{_TOLD}\b)",
    re.IGNORECASE,
)


def accuses(pile: Pile, s: Statement) -> bool:
    """Whether a telling is no clause by itself: of "she accused the mill of leaking" the told words are "the mill of leaking"."""
    return s.cue is not None and has("accusing", pile.words(s.document, s.cue))


def taken_back(pile: Pile, reply: Reply) -> Iterator[Finding]:
    """What was told has been withdrawn or put right.

    What: a passage says that a report, figure or post was retracted or deleted (``retracted``), called an error or amended
    (``corrected``).

    Why it matters: retellings seldom follow the withdrawal.

    Not when: the words speak of something else that is drawn back, or no telling on the page can be meant.

    Example (fiction): "The harbour office put the toll at 12. The post was later called a technical error."
    """
    told_elsewhere = (*reply.about, *wider(pile, reply))
    if reply.act not in ("retracted", "corrected") or not told_elsewhere:
        return
    first = told_elsewhere[0]
    verb = "takes back" if reply.act == "retracted" else "corrects"
    told = pile.quoted(first) if len(subject(pile.told(first))) >= TELLING else pile.text(first)
    text = f"“{short(pile.text(reply.statement))}” {verb} “{short(told)}”."
    right = instead(pile, reply)
    text += f" There in its place: “{short(pile.text(right[0]))}”." if right else ""
    yield remark(
        reply.act,
        of(pile, reply.statement, *reply.about, *right, *wider(pile, reply)),
        text,
        claim=pile.claim_of.get(first.id),
        change=(told, pile.quoted(reply.statement)),
        limits="Overturned if the withdrawal speaks of another report.",
    )


def instead(pile: Pile, reply: Reply) -> tuple[Statement, ...]:
    """What a page that repeats and withdraws something tells in its place: what somebody puts right between the two."""
    s, first = reply.statement, reply.about[0]
    if reply.act != "retracted" or first.document != s.document:
        return ()
    row = (x for x in pile.by_document[s.document] if x.stance == "correct" and innermost(x) is not None and act(pile, x) is None)
    return tuple(x for x in row if first.span.end <= x.span.start and x.span.end <= s.span.start and x not in reply.about)[:1]


def wider(pile: Pile, reply: Reply) -> tuple[Statement, ...]:
    """Up to three further tellings of the claims that are denied: the first of this page, then the first of other pages."""
    out: list[Statement] = []
    if reply.generic:
        return ()
    for s in reply.about:
        claim = next((c for c in pile.claims if c.id == pile.claim_of.get(s.id)), None)
        if claim is None:
            continue
        seen: set[str] = set()
        for t in sorted(pile.tellings(claim), key=lambda t: (t.document != s.document, t.document, t.span)):
            if (
                t.document not in seen
                and t.id not in {x.id for x in (reply.statement, *reply.about)}
                and taken_as(t) not in ("deny", "retract")
                and act(pile, t) is None
                and WHETHER.match(pile.told(t)) is None
                and (not reply.flat or has_thing(pile, reply.statement, t))
                and not (pile.headline(t) and DISOWNS.search(MARKED.sub(" ", pile.text(t))))
                and alike(pile, s, t, WORDS if t.document != s.document else LEAST)
            ):
                seen.add(t.document)
                out.append(t)
    return tuple(out[:3])


POINTS = re.compile(r"^\W*(?:this|that|it|so)\b[^.]{0,24}$", re.IGNORECASE)  # "that anywhere" says no more than "it"
EVEN = re.compile(r",?\s+(?:even though|though|although|but|while|and|which|that)\s*$", re.IGNORECASE)
# A headline that says no itself, outside the words that it quotes, is none of those that tell it.
DISOWNS = re.compile(
    r"\b(?:not|never|(?:got|get|gets)\s(?:\w+\s)?wrong|misquot\w+|misreport\w+|debunk\w+|hoax)\b|n['’]t\b", re.IGNORECASE
)
MARKED = re.compile(r"[“\"«][^”\"»]*[”\"»]")
WHETHER = re.compile(r"^\W*(?:whether|if|asked|what if)\b|[^.!]*\?\W*$", re.IGNORECASE)  # who leaves it open tells nothing


def alike(pile: Pile, a: Statement, b: Statement, least: float) -> bool:
    """Whether two tellings of a claim tell the same in the words too, so that the denial of one is that of the other."""
    if pile.documents[a.document].language != pile.documents[b.document].language:
        return one_count(a, b)
    return likeness(pile.told(a), pile.told(b)) >= least


WORDS = 0.35  # Dice of content stems; a claim also holds tellings of other sides of one matter (0.2 and less on 159 news pages)


def spoken(pile: Pile, replies: Sequence[Reply]) -> list[Reply]:
    """The replies that are remarks of their own.

    A headline, or words in the page's own voice, that only sum up a reply of the same kind to the same claim on that page are none;
    of several that nobody is named for, the first stands.
    """
    out: list[Reply] = []
    kept: set[tuple[str, str, str]] = set()
    for r in sorted(replies, key=lambda r: (pile.headline(r.statement), innermost(r.statement) is None, -length(r))):
        keys = {(r.statement.document, r.act, pile.claim_of.get(s.id, s.id)) for s in r.about}
        summing = pile.headline(r.statement) or innermost(r.statement) is None
        if (summing and keys and keys <= kept) or any(repeats(pile, r, x) for x in out):
            continue
        kept |= keys
        out.append(r)
    return sorted(out, key=lambda r: (r.statement.document, r.statement.span, r.statement.id))


def length(r: Reply) -> int:
    """How long a withdrawal or correction is: of two that are cut from one passage the longer stands."""
    return r.statement.span.end - r.statement.span.start if r.act in ("retracted", "corrected") else 0


def repeats(pile: Pile, a: Reply, b: Reply) -> bool:
    """Whether two replies are one: cut from one passage, or a headline over the reply of the same party."""
    x, y = a.statement, b.statement
    if x.document != y.document or a.act != b.act:
        return False
    one = x.attribution == y.attribution
    return (
        x.span == y.span
        or (one and a.about == b.about)
        or (y.span.holds(x.span) and bool(a.about) and {s.document for s in a.about} == {s.document for s in b.about})
        or (
            pile.headline(x) and bool(b.about) and (same_source(pile, x, y) or len(matter(pile.told(x)) & matter(pile.told(y))) > 1)
        )
    )


def own_verdict(reply: Reply) -> bool:
    """Whether a page calls untrue in its own voice what it tells itself."""
    return bool(reply.about) and reply.about[0].id == reply.statement.id and len(reply.statement.chain) == 1


def conflicts(pile: Pile, replies: tuple[Reply, ...]) -> Iterator[Finding]:
    """All remarks of this family."""
    found = list(told(pile, replies))
    found += put_right(pile, found)
    found += [f for d in sorted(pile.by_document) for f in revised(pile, d, found)]
    found += [f for d in sorted(pile.by_document) for rule in (contested, opposed, outdone) for f in rule(pile, d, found)]
    yield from found
    yield from rejoinders(pile, found)


def told(pile: Pile, replies: tuple[Reply, ...]) -> Iterator[Finding]:
    """The remarks of this family that follow from what statements say of each other."""
    of_pages: dict[str, list[Finding]] = defaultdict(list)
    of_parties: list[Made] = []
    answers = spoken(pile, replies)
    denying: set[str] = set()
    for reply in answers:
        made = list(denied(pile, reply))
        denying |= {reply.statement.document} if made else set()
        if own_verdict(reply):
            for f in made:
                of_pages[f.claim or f.id].append(f)
        else:
            of_parties += [(reply, f) for f in made]
        yield from taken_back(pile, reply)
    for reply in answers:
        if reply.statement.document not in denying:
            of_parties += [(reply, f) for f in standing_alone(pile, reply)]
    yield from of_one_party(pile, of_parties)
    for _, rows in sorted(of_pages.items()):
        yield laid_together(pile, rows, "So too by {}.")
    # A figure that its source takes back or somebody answers there; what the page itself denies its source still says.
    taken = frozenset(
        s.id
        for r in replies
        if r.act != "silent" and not r.generic and len(r.statement.chain) > 1
        for s in r.about
        if s.document == r.statement.document
    )
    tolls = list(tolls_conflict(pile, taken))
    yield from tolls
    rivals = [*tolls, *rivals_conflict(pile, tolls)]
    yield from rivals[len(tolls) :]
    for document in sorted(pile.by_document):
        yield from countered(pile, document, rivals)
    yield from slipped(pile, rivals)
    for document in sorted(pile.by_document):
        yield from accounts_conflict(pile, document)
        yield from answered(pile, document)
        yield from disputed(pile, document)
