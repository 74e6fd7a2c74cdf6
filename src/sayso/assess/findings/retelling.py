"""Remarks on what changed from one telling to the next: source, distance, figures, quotation, and denials left behind."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence

from sayso.assess.alignment import align, same_slot
from sayso.assess.cuewords import has
from sayso.assess.denials import Reply, act
from sayso.assess.findings.added import added_up
from sayso.assess.findings.agents import contrast_turned, doer_changed
from sayso.assess.findings.aims import aims_told_as_done, aside_added
from sayso.assess.findings.aligned import aligned_differ
from sayso.assess.findings.answers import answers_differ
from sayso.assess.findings.credit import attribution_lost, credited, cue, lead_of
from sayso.assess.findings.degrees import (
    amount_changed,
    condition_lost,
    figures_exchanged,
    order_turned,
    question_settled,
    undone_told_as_done,
    weighed_told_as_decided,
)
from sayso.assess.findings.dropped_figures import blurred_on_page, figure_given, number_dropped
from sayso.assess.findings.informants import formula, hearer_changed, insider_taken_for_all, name_left_out
from sayso.assess.findings.inherited import merged
from sayso.assess.findings.limits import limits_differ
from sayso.assess.findings.lists import list_changed, list_replaced, pair_changed
from sayso.assess.findings.numbers import foreign, number_changed, rate_changed
from sayso.assess.findings.omissions import counter_evidence_omitted, denial_below, denial_omitted
from sayso.assess.findings.one_page import date_slipped, paraphrase_beside_quotation, proof_over_doubt
from sayso.assess.findings.pages import lists_differ, rounded, withdrawal_forgotten, words_differ
from sayso.assess.findings.phrases import phrases_differ
from sayso.assess.findings.promotions import intermediary_lost, promoted_on_page, source_promoted
from sayso.assess.findings.quotations import quote_altered, quote_cut, quoted_link
from sayso.assess.findings.redating import slips, two_deeds
from sayso.assess.findings.remains import remains_differ
from sayso.assess.findings.remark import cut_across, of, remark
from sayso.assess.findings.reversals import (
    ONE_MATTER,
    about_it,
    distance_changed,
    headed,
    reserve_lost,
    reversed_sense,
    source_changed,
)
from sayso.assess.findings.sayings import remark_told_as_study, speakers_differ, year_lost
from sayso.assess.findings.scopes import figure_of_another_day, scope_changed, unproved_told_as_excluded
from sayso.assess.findings.sentences import sentences_differ
from sayso.assess.findings.slots import agent_deleted, alike, category_changed, common, place_changed, redated, relabelled
from sayso.assess.findings.sources import counted_twice, echoed, inner_lost, rank_gained
from sayso.assess.findings.strength import strengthened
from sayso.assess.findings.substitutes import sides_exchanged, thing_replaced
from sayso.assess.findings.swaps import cause_changed, moment_changed, name_changed, nested, roles_swapped, thing_changed
from sayso.assess.findings.taken import figures_taken
from sayso.assess.findings.tongues import reserve_untranslated, source_raised
from sayso.assess.findings.unfollowed import unfollowed
from sayso.assess.findings.voiced import figures_voiced
from sayso.assess.findings.voices import as_sources, voices_differ
from sayso.assess.findings.wordings import quotes_differ
from sayso.assess.folding import PASSING
from sayso.assess.pile import Pile, innermost, neighbourhood, own_stance
from sayso.assess.reserves import reserve, rounding_words
from sayso.assess.steps import LEAST, Step, crossing, steps, where
from sayso.assess.wording import likeness, plain, proper, subject
from sayso.lexicon.thesaurus import kinship
from sayso.model import Finding, Statement

Rule = Callable[[Pile, Step], Iterator[Finding]]


def hedge_lost(pile: Pile, step: Step) -> Iterator[Finding]:
    """A word of reserve is gone.

    What: the earlier telling says "reportedly", "may", or lets its source "claim" or "accuse"; the later one has neither.

    Why it matters: reserve is the first thing that a retelling drops.

    Not when: the two tell different parts of the claim, or the later one has a reserve of its own.

    Example (fiction): "The bridge may have been unsafe" becomes "The bridge was unsafe".
    """
    a, b = step.before, step.after
    cue_a, cue_b = cue(pile, a), cue(pile, b)
    text = pile.documents[a.document].text
    hedges = [h for h in a.hedges if h.word.casefold() not in rounding_words() and not NOUN.match(text, h.span.end)]
    if pile.headline(a) or act(pile, a) or act(pile, b):
        return
    if step.kind == "headline" and credited(pile, b, a):
        return  # a headline that names its source keeps its distance in its own way
    same = step.kind == "headline" or likeness(pile.told(a), pile.told(b)) >= ONE_MATTER
    same = same and bool(hedges) and about_it(pile, a, hedges[0].word, b)
    if hedges and same and not reserve(pile, b) and not has("accusing", cue_b) and alike(pile, a, b) and common(pile, a, b) >= 3:
        word = hedges[0].word
        yield remark(
            "hedge_lost",
            of(pile, a, b),
            f"“{word}” in {where(pile, a)} is gone in {where(pile, b)}{headed(pile, b)} ({step.tie}).",
            claim=step.claim.id,
            change=(word, pile.text(b)),
            limits="Overturned if the later page had better evidence of its own.",
        )
    elif step.kind != "headline" and has("accusing", cue_a) and has("telling", cue_b) and not reserve(pile, b):
        if likeness(pile.told(a), pile.told(b)) < (ONE_MATTER if two_parties(pile, a, b) else LEAST) and not foreign(pile, step):
            return
        yield remark(
            "hedge_lost",
            of(pile, a, b),
            f"“{cue_a}” becomes “{cue_b}” ({step.tie}).",
            claim=step.claim.id,
            change=(cue_a, cue_b),
            limits="Overturned if the source was asked anew.",
        )


def two_parties(pile: Pile, a: Statement, b: Statement) -> bool:
    """Whether two tellings are the words of two parties with names: what one suspects is not what the other says."""
    x, y = innermost(a), innermost(b)
    named = [k for k in (x, y) if k is not None and k.kind not in PASSING and proper(k.name or "")]
    return x is not None and y is not None and len(named) > 1 and not pile.same_party(x, y)


NOUN = re.compile(r"\sof\b")  # "the might of the fleet"


RULES: tuple[Rule, ...] = (
    attribution_lost,
    hedge_lost,
    intermediary_lost,
    source_promoted,
    insider_taken_for_all,
    name_left_out,
    hearer_changed,
    number_changed,
    number_dropped,
    blurred_on_page,
    quote_altered,
    quote_cut,
    place_changed,
    category_changed,
    relabelled,
    agent_deleted,
    list_changed,
    list_replaced,
    pair_changed,
    strengthened,
    rate_changed,
    thing_changed,
    thing_replaced,
    sides_exchanged,
    amount_changed,
    figures_exchanged,
    question_settled,
    condition_lost,
    weighed_told_as_decided,
    order_turned,
    undone_told_as_done,
    name_changed,
    moment_changed,
    roles_swapped,
    cause_changed,
    nested,
    inner_lost,
    rank_gained,
    reversed_sense,
    reserve_lost,
    distance_changed,
    source_changed,
    aside_added,
    doer_changed,
    contrast_turned,
    figure_given,
    reserve_untranslated,
    source_raised,
    scope_changed,
    unproved_told_as_excluded,
    figure_of_another_day,
)


# What may be told otherwise of one denial: who denies, and what.
DENIED: tuple[Rule, ...] = (
    reversed_sense,
    source_changed,
    number_changed,
    thing_changed,
    name_changed,
    moment_changed,
    unproved_told_as_excluded,
)
# What two pages can tell otherwise that have nothing in common but a figure: how they give it.
ONE_FIGURE: tuple[Rule, ...] = (number_changed, moment_changed)
ON_PAGE = (proof_over_doubt, paraphrase_beside_quotation, date_slipped)
# What one of two siblings has and the other lacks can be told without knowing which came first.
ONE_SIDED: frozenset[Rule] = frozenset(
    {hedge_lost, inner_lost, source_promoted, number_dropped, relabelled, agent_deleted, aside_added, figure_given}
)


def retellings(pile: Pile, replies: tuple[Reply, ...]) -> Iterator[Finding]:
    """All remarks of this family; whole sentences are laid side by side last, where no telling of theirs has shown a change."""
    made = [f for f in by_telling(pile, replies) if not one_meaning(pile, f)]
    made += [f for f in sentences_differ(pile, tuple(made)) if not one_meaning(pile, f)]
    made += [f for f in phrases_differ(pile, made) if not one_meaning(pile, f)]
    made += aligned_differ(pile, made)
    made += limits_differ(pile, made)
    made = [as_sources(pile, f) for f in made if not two_deeds(pile, f)]
    made += voices_differ(pile, made)
    made += unfollowed(pile, made)
    made += remains_differ(pile, made)
    yield from (f for f in made if (f.rule not in THINGS or not cut_across(f)) and not formula(pile, f))


THINGS = frozenset({"actor_changed", "place_changed", "category_changed"})


def one_meaning(pile: Pile, f: Finding) -> bool:
    """Whether what is said to be two things may be one.

    The thesaurus says so ("hermit", "recluse"), or the two stand nowhere alike in sentences told in other words.
    """
    if f.rule not in THINGS or not f.from_ or not f.to or re.search(r"\d", f.from_):
        return False
    x, y = (plain(w).split() for w in (f.from_, f.to))
    if [len(x), len(y)] != [1, 1] or x == y or (f.from_ + f.to).lower() != f.from_ + f.to:
        return False  # a name is a kind of nothing; of two phrases other words may differ
    if kinship(x[0], y[0]) in ("same", "near", "wider"):
        return True
    texts = [e.span.of(pile.documents[e.document].text) for e in f.evidence]
    return len(texts) == 2 and unplaced((texts[0], x[0]), (texts[1], y[0]))


def unplaced(before: tuple[str, str], after: tuple[str, str]) -> bool:
    """Whether two words stand in no common place of two sentences that are told in other words."""
    al = align(before[0], after[0])
    one, two = ([n for n, t in enumerate(row) if t.low == w] for row, w in ((al.one, before[1]), (al.two, after[1])))
    if al.whole >= HALF or not one or not two:
        return False
    return not same_slot(al, (one[0],), (two[0],))


HALF = 0.5  # share of the longer sentence from which a word in another place is taken for a change all the same; own choice


def by_telling(pile: Pile, replies: tuple[Reply, ...]) -> Iterator[Finding]:
    """The remarks on tellings: for each rule, claim and later page the change against the most alike earlier telling."""
    best: dict[tuple[str, ...], tuple[tuple[float, str], Finding]] = {}
    ordered: dict[str, bool] = {}
    by_claim = {c.id: tuple(steps(pile, c)) for c in pile.claims}
    across: dict[str, list[Step]] = defaultdict(list)
    for step in crossing(pile):
        across[step.claim.id].append(step)
    for claim in pile.claims:
        for step in (*by_claim[claim.id], *across[claim.id]):
            lead = step.kind == "headline" and step.before.id == lead_of(pile, step.before.document)
            value = likeness(pile.told(step.before), pile.told(step.after)) + lead
            made = made_of(pile, step)
            actors = [f for f in made if f.rule == "actor_changed"]
            made = [f for f in made if f not in actors[1:]]  # a name, its class and its place in the sentence are one change
            for f in made:
                apart = f.rule == "hedge_lost" and step.kind in ("sibling", "back")
                kind = step.kind if step.kind in ("headline", "figure") else ""
                apart = apart or f.rule == "quote_altered"
                key = (f.rule, "" if apart else step.after.document, kind, change_of(f, step))
                ordered[f.id] = ordered.get(f.id, False) or step.kind in ("derived", "headline")
                worth = value + (f.rule in NAMED and named_here(pile, step))
                if key not in best or (worth, f.id) > best[key][0]:
                    best[key] = ((worth, f.id), f)
    one = merged(pile, ((v, ordered[f.id], f) for (v, _), f in plainest(once(best.values()))))
    dated = [f for claim in pile.claims for f in redated(pile, claim)]
    yield from dated
    yield from (f for f in one if not any(same_days(f, d) for d in dated))
    walked = [step for row in by_claim.values() for step in row]
    yield from echoed(pile)
    counted_ = {(f.rule, f.documents) for f in one}
    yield from (f for f in rounded(pile, walked) if (f.rule, f.documents) not in counted_)
    yield from figures_taken(pile, one)
    yield from figures_voiced(pile, one)
    yield from answers_differ(pile)
    yield from added_up(pile)
    yield from slips(pile, (*dated, *one))
    yield from withdrawal_forgotten(pile, replies)
    quotes = {w for f in one if f.rule == "quote_altered" for w in (f.from_, f.to) if w}
    for claim in pile.claims:
        yield from aims_told_as_done(pile, claim)
        yield from speakers_differ(pile, claim)
        yield from year_lost(pile, claim)
        yield from lists_differ(pile, claim, by_claim[claim.id])
        yield from words_differ(pile, claim, quotes)
        yield from remark_told_as_study(pile, claim)
    yield from quotes_differ(
        pile, frozenset((plain(f.from_ or ""), plain(f.to)) for f in one if f.rule == "quote_altered" and f.to)
    )
    yield from denial_omitted(pile, replies)
    yield from denial_below(pile, replies)
    yield from counter_evidence_omitted(pile, walked)
    for document in sorted(pile.by_document):
        yield from quoted_link(pile, document)
        yield from promoted_on_page(pile, document)
        yield from counted_twice(pile, document)
        for on_page in ON_PAGE:
            yield from on_page(pile, document)


NAMED = frozenset({"source_promoted", "source_invented"})


def named_here(pile: Pile, step: Step) -> bool:
    """Whether both tellings name their sources in full, by no pronoun: there a reader sees at once who became whom."""
    links = ((s, innermost(s)) for s in (step.before, step.after))
    return all(
        k is not None and k.span is not None and s.span.overlaps(k.span) and pile.words(s.document, k.span) == k.name
        for s, k in links
    )


Valued = tuple[tuple[float, str], Finding]


def once(made: Iterable[Valued]) -> list[Valued]:
    """The findings, of lost reserves on one later passage the one against the most alike telling alone."""
    best: dict[object, Valued] = {}
    for value, f in made:
        key = ("hedge_lost", f.evidence[-1]) if f.rule == "hedge_lost" else f.id
        if key not in best or value > best[key][0]:
            best[key] = value, f
    return list(best.values())


def plainest(made: Sequence[Valued]) -> list[Valued]:
    """The findings without those on strength where the same two passages show a reserve that is lost: one change, told once."""
    lost = {frozenset(f.evidence) for _, f in made if f.rule == "hedge_lost"}
    return [(v, f) for v, f in made if f.rule not in ("strengthened", "weakened") or frozenset(f.evidence) not in lost]


def same_days(f: Finding, dated: Finding) -> bool:
    """Whether two remarks on one page are on the same two days, whichever was taken for the first."""
    pair = frozenset((f.from_ or "").split()) ^ frozenset((f.to or "").split())
    other = frozenset((dated.from_ or "").split()) ^ frozenset((dated.to or "").split())
    return f.rule == dated.rule and bool(set(f.documents) & set(dated.documents)) and pair == other


def made_of(pile: Pile, step: Step) -> list[Finding]:
    """The remarks on one step; a thing that is counted and has become another is told with its figure alone."""
    around = surroundings(pile, step.before)
    if around == surroundings(pile, step.after) and len(around.split()) > len(plain(pile.told(step.before)).split()) + 1:
        return []  # a sentence that was taken over as it stands changes nothing, whatever the reader made of it
    made = {rule: list(rule(pile, step)) for rule in rules_for(step)}
    if any(
        f.rule in ("unit_changed", "category_changed") for f in (*made.get(number_changed, ()), *made.get(category_changed, ()))
    ):
        made[thing_changed] = []
    if made.get(roles_swapped):
        made[sides_exchanged] = []
    if any(row for rule, row in made.items() if rule is not thing_replaced):
        made[thing_replaced] = []  # it knows only that something is another thing; another rule has said which
    return [f for row in made.values() for f in row]


def surroundings(pile: Pile, s: Statement) -> str:
    """The words of a telling with those beside it in its paragraph, which say whose it is."""
    text = pile.documents[s.document].text
    room = neighbourhood(text, s.span)
    return plain(text[max(room.start, s.span.start - NEAR) : min(room.end, s.span.end + NEAR)])


NEAR = 80  # code points on either side of a telling in which its source stands; own choice


def rules_for(step: Step) -> tuple[Rule, ...]:
    """The rules that may be asked of a step."""
    if step.kind == "figure":
        return ONE_FIGURE
    denials = (own_stance(step.before), own_stance(step.after)).count("deny")
    if denials:
        return DENIED if denials == 2 and step.kind == "derived" else (reversed_sense,)
    return tuple(r for r in RULES if step.kind != "back" or r in ONE_SIDED)


def change_of(f: Finding, step: Step) -> str:
    """What makes two findings of a rule on one page one change: its claim, its words, or nothing but the page."""
    if f.rule == "intermediary_lost":
        return ""
    if step.kind == "figure":
        return f"{step.claim.id} {f.to}"  # beside "about 40", "some 40" and "rund 40" one page's bare 40 is one change
    if f.rule == "quote_altered":
        return " / ".join(sorted(" ".join(sorted(subject(w or ""))) for w in (f.from_, f.to)))  # two wordings are one change
    if f.rule in ("strengthened", "weakened"):
        return step.after.id
    if f.rule in ("source_promoted", "source_invented"):
        return f"{f.from_} {f.to}"
    if f.rule in ("hedge_lost", "hedge_added"):
        if step.kind in ("sibling", "back"):
            return f"{step.before.id} {f.from_}"  # one page's reserve that several siblings lack is one difference
        return "" if step.kind == "headline" else step.claim.id
    return step.claim.id if f.rule == "attribution_lost" else f"{step.claim.id} {f.from_}"
