"""Each rule on retellings speaks on its ``yes`` rows, is silent on its ``no`` rows, and has its page. All rows are fiction."""

from __future__ import annotations

import inspect
from pathlib import Path

import pytest
import yaml

from sayso.assess.findings import (
    added,
    agents,
    aims,
    answers,
    credit,
    degrees,
    dropped_figures,
    informants,
    lists,
    numbers,
    omissions,
    one_page,
    pages,
    promotions,
    quotations,
    redating,
    retelling,
    reversals,
    sayings,
    scopes,
    slots,
    sources,
    strength,
    substitutes,
    swaps,
    taken,
    voiced,
    voices,
)  # fmt: skip
from tests.assess.findings.pages import made, pile

MODULES = (
    added, agents, aims, answers, credit, degrees, dropped_figures, informants, lists, numbers, omissions, one_page, pages,
    promotions, quotations, redating, retelling, reversals, sayings, scopes, slots, sources, strength, substitutes, swaps, taken,
    voiced, voices,
)  # fmt: skip
ROWS = yaml.safe_load(Path(__file__).with_name("retellings.yml").read_text(encoding="utf-8"))
# They hand on what rules say: the whole family, one remark's wording, one rule for all pairs of a claim.
NO_RULES = {"retellings", "by_telling", "said", "held", "aims_told_as_done", "slips"}
RULES = {
    name: f
    for module in MODULES
    for name, f in inspect.getmembers(module, inspect.isfunction)
    if f.__module__ == module.__name__ and f.__annotations__.get("return") == "Iterator[Finding]" and name not in NO_RULES
}
CASES = [(name, kind, row) for name, rows in ROWS.items() for kind in ("yes", "no") for row in rows[kind]]


@pytest.mark.parametrize(("name", "kind", "row"), CASES, ids=[f"{n}-{k}-{r[:40]}" for n, k, r in CASES])
def test_a_row(name: str, kind: str, row: str, tmp_path: Path) -> None:
    options = {k: v for k, v in ROWS[name].items() if k not in ("yes", "no")}
    found = made(RULES[name], pile(row, tmp_path, **options))
    assert bool(found) is (kind == "yes"), [(f.rule, f.from_, f.to) for f in found]


def test_every_rule_has_its_rows() -> None:
    assert set(RULES) == set(ROWS)
    assert {n for n, rows in ROWS.items() if min(len(rows["yes"]), len(rows["no"])) < 3} == set()


@pytest.mark.parametrize("name", sorted(RULES))
def test_every_rule_has_its_page(name: str) -> None:
    page = inspect.getdoc(RULES[name]) or ""
    heads = [part.split(":")[0] for part in page.split("\n\n")[1:]]
    assert heads == ["What", "Why it matters", "Not when", "Example (fiction)"], page


@pytest.mark.parametrize(
    ("told", "reserve"),
    [
        ("It left Hald unsure whom to believe", []),
        ("They learned what to expect", []),
        ("He is believed to have sunk", ["believed"]),
        ("They saw what may have sunk", ["may"]),
    ],
)
def test_whom_to_believe_is_no_reserve(told: str, reserve: list[str]) -> None:
    assert reversals.UNSURE.findall(told) == reserve
