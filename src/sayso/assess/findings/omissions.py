"""Remarks on replies and voices that one page has and a page tied to it leaves out."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from sayso.assess.cuewords import has
from sayso.assess.denials import Reply, act
from sayso.assess.findings.remark import of, remark, short, who
from sayso.assess.pile import Pile, innermost
from sayso.assess.steps import Step, lead
from sayso.assess.wording import likeness, name_words, party_words, proper, stems, subject
from sayso.model import ChainLink, Finding, Statement


def denial_omitted(pile: Pile, replies: tuple[Reply, ...]) -> Iterator[Finding]:
    """A denial, a withdrawal or a "no comment" stays behind.

    What: of two pages with a common text, or one after the other, both tell the claim; one has the denial, the withdrawal or the
    silence, the other has no reply of any kind.

    Why it matters: the other side is the part that retellings leave out most.

    Not when: the page without it is the earlier one, or has any denial of its own.

    Example (fiction): one paper adds "the mill has not commented", the other stops before it.
    """
    seen: set[tuple[str, str, str]] = set()
    for reply in replies:
        if reply.act not in ANSWERS or not outspoken(pile, reply.statement):
            continue
        here = reply.statement.document
        for s in reply.about or ((reply.statement,) if reply.act == "retracted" else ()):
            claim = pile.claim_by_id.get(pile.claim_of.get(s.id, ""))
            for t in pile.tellings(claim) if claim is not None else ():
                there = t.document
                key = (reply.statement.id, there, reply.act)
                if (
                    key in seen
                    or there == here
                    or not pile.related(here, there)
                    or pile.later(here, there)
                    or t.stance not in ("assert", "report", "doubt")
                ):
                    continue
                same = likeness(pile.told(reply.statement), pile.told(t)) >= SAME
                if same or any(act(pile, x) in ANSWERS[reply.act] for x in pile.by_document[there]):
                    continue
                seen.add(key)
                yield remark(
                    "denial_omitted",
                    of(pile, reply.statement, t),
                    f"{pile.outlet(here)} adds “{short(pile.text(reply.statement))}”; "
                    f"{pile.outlet(there)} tells the claim without any reply.",
                    claim=pile.claim_of.get(t.id),
                    change=(pile.text(reply.statement), pile.text(t)),
                    limits="Overturned if the reply came after the page.",
                )


def outspoken(pile: Pile, s: Statement) -> bool:
    """Whether a reply is one by its words, not by a "no" at its head alone: "No fight" may answer nobody."""
    return s.stance in ("deny", "retract") or any(
        has(kind, pile.text(s)) for kind in ("denial", "disowning", "silence", "retraction")
    )


SAME = 0.5  # Dice from which a telling is the reply itself, told without its "not" or with another word for it; own choice


# What a page may have in the place of each kind of reply.
ANSWERS = {"denied": ("denied", "silent"), "silent": ("denied", "silent"), "retracted": ("denied", "retracted", "corrected")}


def denial_below(pile: Pile, replies: tuple[Reply, ...]) -> Iterator[Finding]:
    """The headline tells what the text lets a party deny.

    What: a page's headline tells the claim that a party denies in the text under it, and has neither the denial nor a word for it.

    Why it matters: many readers see nothing but the headline.

    Not when: the denial is a general one, the headline is a question, or it has "denies", "disputed" or the like itself.

    Example (fiction): "Mill leaked for days" above a text that ends: "The owners denied any leak."
    """
    done: set[str] = set()
    for reply in replies:
        here = reply.statement.document
        if reply.act != "denied" or reply.generic or here in done or pile.headline(reply.statement):
            continue
        claims = {pile.claim_of.get(s.id) for s in reply.about if s.document == here}
        heads = [s for s in pile.by_document[here] if pile.headline(s)]
        if any(act(pile, h) or "?" in pile.text(h) for h in heads):
            continue
        told = [s for s in pile.by_document[here] if pile.claim_of.get(s.id) in claims]
        head = next(
            (h for h in heads if pile.claim_of.get(h.id) in claims or h in reply.about or any(s in told for s in lead(pile, h))),
            None,
        )
        if head is None:
            continue
        done.add(here)
        yield remark(
            "denial_omitted",
            of(pile, reply.statement, head),
            f"The headline of {pile.outlet(here)} tells what “{short(pile.text(reply.statement))}” denies in its text.",
            claim=pile.claim_of.get(head.id),
            change=(pile.text(reply.statement), pile.text(head)),
            limits="Overturned if the denial speaks of a part only.",
        )


def counter_evidence_omitted(pile: Pile, walked: Sequence[Step]) -> Iterator[Finding]:
    """A voice of another side stays behind.

    What: two pages share claims, by a step or a common text; one of them also quotes a named person in office on the same matter,
    who is
    not the source of what they share and is not named on the other page.

    Why it matters: a story with one side left is another story.

    Not when: the person speaks of something else, is named on the other page, or that page is the one that was followed.

    Example (fiction): the first page ends with the engineer's "the wall was sound"; the second has only the neighbours.
    """
    pairs: dict[tuple[str, str], list[Step]] = defaultdict(list)
    for step in walked:
        if step.kind in ("derived", "sibling", "back"):
            pairs[step.before.document, step.after.document].append(step)
    told: set[tuple[str, frozenset[str]]] = set()
    for (fuller, other), shared in sorted(pairs.items()):
        for s in pile.by_document[fuller]:
            link = innermost(s)
            voice = other, name_words(link.name or "") if link is not None else frozenset()
            if link is None or voice in told or not left_out(pile, s, link, shared):
                continue
            told.add(voice)
            near = max(shared, key=lambda t: (likeness(pile.told(t.before), pile.told(s)), -t.after.span.start))
            yield remark(
                "counter_evidence_omitted",
                of(pile, s, near.after),
                f"{pile.outlet(fuller)} also quotes {who(s)} on the matter: “{short(pile.told(s))}”; "
                f"{pile.outlet(other)} does not ({near.tie}).",
                claim=near.claim.id,
                change=(pile.text(s), None),
                limits="Overturned if the other page followed a version without these words, or was written before them.",
            )
            break


def left_out(pile: Pile, s: Statement, link: ChainLink, shared: Sequence[Step]) -> bool:
    """Whether this voice speaks on the shared matter, is none of its sources, and is nowhere on the other page."""
    other = shared[0].after.document
    if (
        not (link.kind == "official" or (link.kind == "person" and set(stems(link.name or "")) & party_words("role")))
        or not proper(link.name or "")
        or " " not in (link.name or "")
        or s.voice not in ("direct", "mixed")
        or any(s in (t.before, t.after) for t in shared)
    ):
        return False
    sources = [k for t in shared if (k := innermost(t.before)) is not None]
    there = [k for x in pile.by_document[other] for k in x.chain[1:]]
    if any(pile.same_party(link, k) for k in (*sources, *there)):
        return False
    if (link.name or " ").split()[-1].casefold() in pile.documents[other].text.casefold():
        return False
    matter = {w for t in shared for w in subject(pile.told(t.before))}
    return len(subject(pile.told(s)) & matter) >= SAME_MATTER


# Content words that a voice must share with what two pages have in common; two of them also joined remarks on other matters
# (seeds).
SAME_MATTER = 3
