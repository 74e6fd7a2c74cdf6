"""Every row of the room's word tables holds in its own examples, and every rule has its page."""

from __future__ import annotations

import inspect
import re
from pathlib import Path

import pytest
import yaml

from sayso.assess.cuewords import has
from sayso.assess.findings import (
    accounts,
    balances,
    conclusions,
    conflict,
    counts,
    dates,
    days,
    dropped_figures,
    lists,
    numbers,
    omissions,
    one_origin,
    pages,
    promotions,
    quotations,
    reckoned,
    retelling,
    reversals,
    rivals,
    slots,
    sources,
    sourcing,
    strength,
    sums,
    swaps,
    tolls,
    totals,
    wholes,
)  # fmt: skip
from sayso.assess.wording import party_words, stems

RESOURCES = Path(__file__).parents[2] / "resources"
REMARKS = yaml.safe_load((RESOURCES / "remarks.yml").read_text(encoding="utf-8"))
PARTIES = yaml.safe_load((RESOURCES / "parties.yml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("row", REMARKS, ids=lambda r: f"{r['kind']} {r['word']}")
def test_remarks(row: dict) -> None:
    assert all(has(row["kind"], text) for text in row["yes"])
    assert not any(has(row["kind"], text) for text in row["no"])


@pytest.mark.parametrize("row", PARTIES, ids=lambda r: r["kind"])
def test_parties(row: dict) -> None:
    words = party_words(row["kind"])
    assert all({*stems(name), *re.findall(r"[\w-]+", name.casefold()), name} & words for name in row["yes"])
    assert not any({*stems(name), *re.findall(r"[\w-]+", name.casefold()), name} & words for name in row["no"])


RULES = [
    conflict.denied, conflict.taken_back, accounts.accounts_conflict,
    accounts.answered, accounts.disputed, omissions.denial_below, numbers.rate_changed,
    dropped_figures.blurred_on_page, swaps.nested, sources.counted_twice, sources.inner_lost, sources.rank_gained,
    swaps.thing_changed, swaps.name_changed, swaps.moment_changed, swaps.roles_swapped, swaps.cause_changed,
    reversals.reversed_sense, reversals.reserve_lost, reversals.source_changed,
    *reckoned.RULES,
    dates.page_clock, dates.swapped, dates.date_conflict,
    omissions.denial_omitted, omissions.counter_evidence_omitted,
    quotations.quote_altered, quotations.quoted_link,
    retelling.attribution_lost, retelling.hedge_lost, promotions.intermediary_lost, promotions.source_promoted,
    promotions.promoted_on_page, numbers.number_changed, dropped_figures.number_dropped,
    slots.place_changed, slots.redated, slots.category_changed, slots.relabelled, slots.agent_deleted,
    lists.list_changed, lists.pair_changed, strength.strengthened, tolls.tolls_conflict, rivals.rivals_conflict,
    one_origin.circular, sourcing.anonymous_only, sourcing.nameless_page, sourcing.unattributed, sourcing.bare_total,
    sourcing.silent_party, sources.echoed,
    pages.rounded, pages.withdrawal_forgotten, pages.lists_differ, pages.words_differ,
    sums.percentage_of_change, sums.share, sums.multiple, totals.parts,
    counts.listing, counts.previous, *balances.RULES, *conclusions.RULES, wholes.of_whole, wholes.counted_twice, days.days_between,
]  # fmt: skip


@pytest.mark.parametrize("rule", RULES, ids=lambda r: r.__name__)
def test_a_rule_has_its_page(rule: object) -> None:
    page = inspect.getdoc(rule) or ""
    heads = [p.split(":")[0] for p in page.split("\n\n")[1:]]
    assert heads == ["What", "Why it matters", "Not when", "Example (fiction)"], page
