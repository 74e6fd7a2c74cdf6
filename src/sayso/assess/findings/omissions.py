"""Remarks on replies and voices that one page has and a page tied to it leaves out."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

from sayso.assess.cuewords import has
from sayso.assess.denials import ANAPHOR, COUNT, FORMAL, Reply, act
from sayso.assess.findings.inherited import joined
from sayso.assess.findings.remark import of, remark, short, who
from sayso.assess.frames import one_word
from sayso.assess.pile import PASSED_ON, Pile, innermost, taken_as
from sayso.assess.steps import Step, lead
from sayso.assess.wording import akin, capitals, likeness, name_words, party_words, proper, stems, subject
from sayso.lexicon import vocabulary
from sayso.model import ChainLink, Finding, Statement
from sayso.text.normal import trunk, trunks
from sayso.text.series import series


def denial_omitted(pile: Pile, replies: tuple[Reply, ...]) -> Iterator[Finding]:
    """A denial, a withdrawal or a "no comment" stays behind.

    What: of two pages with a common text, or one after the other, both tell the claim; one has the denial, the withdrawal or the
    silence, the other has no reply of any kind.

    Why it matters: the other side is the part that retellings leave out most.

    Not when: the page without it is the earlier one, or has any denial of its own.

    Example (fiction): one paper adds "the mill has not commented", the other stops before it.
    """
    for reply in replies:
        if reply.act not in ANSWERS or not outspoken(pile, reply.statement):
            continue
        without: dict[str, Statement] = {}
        silent = reply.act == "silent"
        about = [s for s in reply.about if not silent or reply.statement.span.start - s.span.end <= NEAR]
        for s in about or ((reply.statement,) if reply.act == "retracted" else ()):
            for there, t in nearest(pile, s):
                if there not in without and leaves_out(pile, reply, t):
                    without[there] = t
        if without:
            first = without[min(without)]
            pages = sorted({pile.page(d) for d in without})
            names = f"{series(pages)} {'tell' if len(pages) > 1 else 'tells'} the claim"
            adds, lacks = ("says that a party does not answer:", "without saying so") if silent else ("adds", "without it")
            yield remark(
                "denial_omitted",
                of(pile, reply.statement, *(without[d] for d in sorted(without))),
                f"{pile.page(reply.statement.document)} {adds} “{short(pile.text(reply.statement))}”; {names} {lacks}.",
                claim=pile.claim_of.get(first.id),
                change=(pile.text(reply.statement), pile.text(first)),
                limits="Overturned if the reply came after the page.",
            )


def leaves_out(pile: Pile, reply: Reply, t: Statement) -> bool:
    """Whether a telling on a page tied to the reply's, and not surely earlier, is told without an answer."""
    here, there = reply.statement.document, t.document
    if there == here or not pile.related(here, there) or pile.later(here, there) or taken_as(t) not in PASSED_ON:
        return False
    if reply.act in ("retracted", "corrected") and all(x.document != here for x in reply.about) and not pile.later(there, here):
        return False  # who told on what another page told, before that was withdrawn
    if ASKS.match(pile.documents[there].text, max(t.span.start, t.span.end - 1)):
        return False  # who asks tells nothing
    own = retold(pile, reply.statement, t)
    return not own and not answered(pile, there, reply.act)


def retold(pile: Pile, s: Statement, t: Statement) -> bool:
    """Whether a telling is the reply itself: in much the same words or with all of them; a denial with a "not"."""
    alike = likeness(pile.told(s), pile.told(t)) >= SAME
    if taken_as(s) == "deny":
        return alike and NEGATED.search(pile.told(t)) is not None
    mine, theirs = subject(pile.text(s)), subject(pile.text(t))
    return alike or (len(mine) >= WHOLE and all(any(one_word(v, w) for w in theirs) for v in mine))


NEGATED = re.compile(r"\b(?:not|no|never|none|nor)\b|n['’]t\b", re.IGNORECASE)
WHOLE = 3  # content words of a reply that must all be in a telling


def nearest(pile: Pile, s: Statement) -> list[tuple[str, Statement]]:
    """For each page that tells a telling's claim the telling most like it."""
    claim = pile.claim_by_id.get(pile.claim_of.get(s.id, ""))
    best: dict[str, Statement] = {}
    for t in pile.tellings(claim) if claim is not None else ():
        known = best.get(t.document)
        if known is None or likeness(pile.told(t), pile.told(s)) > likeness(pile.told(known), pile.told(s)):
            best[t.document] = t
    return sorted(best.items())


def answered(pile: Pile, document: str, kind: str) -> bool:
    """Whether a page has an answer of its own, in a statement or in passing ("falsely claimed")."""
    key = ("answered", f"{document} {kind}")
    if key not in pile.memory:
        page = pile.documents[document].text
        pile.memory[key] = has("denial", page) or any(act(pile, x) in ANSWERS[kind] for x in pile.by_document[document])
    return bool(pile.memory[key])


def outspoken(pile: Pile, s: Statement) -> bool:
    """Whether a reply is one by its words, not by a "no" at its head alone: "No fight" may answer nobody."""
    return taken_as(s) in ("deny", "retract") or any(
        has(kind, pile.text(s)) for kind in ("denial", "disowning", "silence", "retraction")
    )


NEAR = 600  # code points between a telling and a "no comment" on it; further off it may be on another thing; own choice
ASKS = re.compile(r".?[”\"’']?\s?\?", re.DOTALL)
SAME = 0.5  # Dice from which a telling is the reply itself, told without its "not" or with another word for it; own choice


# What a page may have in the place of each kind of reply.
ANSWERS = {"denied": ("denied", "silent"), "silent": ("denied", "silent"), "retracted": ("denied", "retracted", "corrected")}


def denial_below(pile: Pile, replies: tuple[Reply, ...]) -> Iterator[Finding]:
    """The headline tells what the text lets a party deny.

    What: a page's headline tells the claim that a party denies in the text under it, and has neither the denial nor a word for it.

    Why it matters: many readers see nothing but the headline.

    Not when: the denial is a general one, the headline is a question, has "denies", "disputed" or the like itself, or has no word
    of what is denied.

    Example (fiction): "Mill leaked for days" above a text that ends: "The owners denied any leak."
    """
    done: set[str] = set()
    for reply in replies:
        here = reply.statement.document
        if reply.act != "denied" or reply.generic or here in done or pile.headline(reply.statement):
            continue
        claims = {pile.claim_of.get(s.id) for s in reply.about if s.document == here}
        heads = [s for s in pile.by_document[here] if pile.headline(s)]
        if any(act(pile, h) or "?" in pile.text(h) or has("no_sign", pile.text(h)) for h in heads):
            continue
        told = [s for s in pile.by_document[here] if pile.claim_of.get(s.id) in claims]
        head = next(
            (h for h in heads if pile.claim_of.get(h.id) in claims or h in reply.about or any(s in told for s in lead(pile, h))),
            None,
        )
        if head is None or has("denial", pile.text(head)) or not told_in(pile, head, reply):
            continue
        if len(reply.statement.chain) < 2 and NEGATED.search(pile.text(head)):  # a page that denies says so in its headline
            continue
        done.add(here)
        yield remark(
            "denial_omitted",
            of(pile, reply.statement, head),
            f"The headline of {pile.page(here)} tells what “{short(pile.text(reply.statement))}” denies in its text.",
            claim=pile.claim_of.get(head.id),
            change=(pile.text(reply.statement), pile.text(head)),
            limits="Overturned if the denial speaks of a part only.",
        )


DENIES = vocabulary.pattern("tellings", "denies or not")
# "denied any involvement", "does not say this": what is denied stands elsewhere.
GENERAL = re.compile(
    rf"\s(?:\w+\s){{0,2}}(?:(?:any|all|the|these|those|such)\s(?:\w+\s)?"
    rf"{vocabulary.one_of('tellings', 'allegation', 'charge', 'part in it')}\b(?!\sthat\b)"
    r"|(?:it|this|so)\b|that(?=\W*$))",
    re.IGNORECASE,
)
SCOPE = 3  # content words behind a denial that may say what is denied; own choice


def told_in(pile: Pile, head: Statement, reply: Reply) -> bool:
    """Whether a headline has one of the words right behind a denial; of one of "this" or "the data", what it speaks of decides."""
    text = pile.text(reply.statement)
    hit = DENIES.search(text)
    if hit is not None and GENERAL.match(text, hit.end()):
        return True
    if hit is None or COUNT.search(text) or ANAPHOR.search(text):
        return head in reply.about or any(likeness(pile.text(head), pile.text(s)) >= NAMED for s in reply.about)
    behind = text[hit.end() :]
    scope = [trunk(w) for w in stems(behind) if w not in FORMAL][:SCOPE]
    scope = [w for w in scope if w not in trunks(capitals(behind))] or scope
    return not scope or bool(set(scope) & trunks(stems(pile.text(head))))


NAMED = 0.35  # Dice of a headline and what a denial speaks of, below which the headline may tell of another thing; own choice


def counter_evidence_omitted(pile: Pile, walked: Sequence[Step]) -> Iterator[Finding]:
    """A voice of another side stays behind.

    What: two pages share claims, by a step or a common text; one of them also quotes a named person in office on the same matter,
    of a party that the shared claims speak of and do not come from, who is not named on the other page.

    Why it matters: a story with one side left is another story.

    Not when: the person speaks of something else, is named on the other page, or that page is the one that was followed.

    Example (fiction): the first page ends with the engineer's "the wall was sound"; the second has only the neighbours.
    """
    pairs: dict[tuple[str, str], list[Step]] = defaultdict(list)
    for step in walked:
        if step.kind in ("derived", "sibling", "back"):
            pairs[step.before.document, step.after.document].append(step)
    told: dict[frozenset[str], dict[str, Finding]] = defaultdict(dict)
    for (fuller, other), shared in sorted(pairs.items()):
        for s in pile.by_document[fuller]:
            link = innermost(s)
            voice = name_words(link.name or "") if link is not None else frozenset()
            if link is None or other in told[voice] or not left_out(pile, s, link, shared):
                continue
            near = max(shared, key=lambda t: (likeness(pile.told(t.before), pile.told(s)), -t.after.span.start))
            told[voice][other] = remark(
                "counter_evidence_omitted",
                of(pile, s, near.after),
                f"{pile.page(fuller)} also quotes {who(s)} on the matter: “{short(pile.told(s))}”; "
                f"{pile.page(other)} does not ({near.tie}).",
                claim=near.claim.id,
                change=(pile.text(s), None),
                limits="Overturned if the other page followed a version without these words, or was written before them.",
            )
            break
    yield from (joined(pile, [row[d] for d in sorted(row)]) for row in told.values() if row)


def left_out(pile: Pile, s: Statement, link: ChainLink, shared: Sequence[Step]) -> bool:
    """Whether this voice speaks on the shared matter, is none of its sources, and is nowhere on the other page."""
    other = shared[0].after.document
    if (
        not (link.kind == "official" or (link.kind == "person" and set(stems(link.name or "")) & party_words("role")))
        or not proper(link.name or "")
        or " " not in (link.name or "")
        or s.voice not in ("direct", "mixed")
        or any(s in (t.before, t.after) and likeness(pile.told(t.before), pile.told(t.after)) >= SAME for t in shared)
    ):
        return False
    sources = [k for t in shared if (k := innermost(t.before)) is not None]
    there = [k for x in pile.by_document[other] for k in x.chain[1:]]
    if any(pile.same_party(link, k) for k in (*sources, *there)):
        return False
    if (link.name or " ").split()[-1].casefold() in pile.documents[other].text.casefold():
        return False
    if not spoken_of(pile, link, shared):
        return False
    matter = {w for t in shared for w in subject(pile.told(t.before))}
    return len(subject(pile.told(s)) & matter) >= SAME_MATTER


def proper_words(text: str) -> frozenset[str]:
    """Stems of the capitalised words of a passage; "US" is one, "us" is not."""
    return capitals(text) | {w.casefold() for w in re.findall(r"\b[A-Z]{2,5}\b", text.replace(".", ""))}


def spoken_of(pile: Pile, link: ChainLink, shared: Sequence[Step]) -> bool:
    """Whether a shared telling speaks of the voice's party and does not come from it."""
    own = frozenset(w for form in pile.forms(link) for w in proper_words(form)) - party_words("role")

    def of_party(words: frozenset[str]) -> bool:
        return any(w in words or akin(frozenset({w}), words) for w in own)

    return any(
        of_party(proper_words(pile.told(s)))
        and not ((k := innermost(s)) is not None and of_party(frozenset(w for f in pile.forms(k) for w in proper_words(f))))
        for t in shared
        for s in (t.before, t.after)
    )


# Content words that a voice must share with what two pages have in common; two of them also joined remarks on other matters
# (seeds).
SAME_MATTER = 3
