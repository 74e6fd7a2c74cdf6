"""Each kind of check can fail: it holds on records made to fit and fails on records bent in one place."""

from __future__ import annotations

import copy
from collections.abc import Callable

import pytest

from tests.golden import checks
from tests.golden.story import Record

LEAD = "Two boats may have sunk, a pilot told the Quay."
TEXT = f"Share this\n{LEAD}\nThe Quay has it from the Jetty."


def pile() -> Record:
    told = {
        "id": "s1",
        "document": "d1",
        "span": [11, 58],
        "quote": LEAD,
        "content": [[11, 34]],
        "voice": "indirect",
        "cue": [44, 48],
        "chain": [{"name": "The Quay", "kind": "outlet"}, {"name": "a pilot", "kind": "anonymous"}],
        "stance": "report",
        "claim": "c1",
        "addressee": {"name": "the Quay", "kind": "outlet"},
        "hedges": [{"word": "may", "span": [21, 24]}],
        "quantities": [{"span": [11, 14], "low": 2, "high": 2, "unit": "boat"}],
    }
    own = told | {
        "id": "s2",
        "span": [59, 90],
        "content": [[59, 90]],
        "voice": "own",
        "cue": None,
        "claim": "c2",
        "hedges": [],
        "quantities": [],
        "chain": [{"name": "The Quay", "kind": "outlet"}],
    }
    page = {
        "id": "d1",
        "page": "quay.txt",
        "place": "quay.txt",
        "text": TEXT,
        "outlet": "The Quay",
        "language": "en",
        "published": {"start": "2031-02-03", "end": "2031-02-04"},
        "furniture": [{"span": [0, 10], "kind": "share"}],
    }
    finding = {
        "rule": "hedge_lost",
        "documents": ["d1", "d2"],
        "message": "“may” is gone",
        "from": "may",
        "to": "sunk",
        "evidence": [{"document": "d1", "span": [11, 34]}],
        "responsible": "outlet",
    }
    return {
        "documents": [page, page | {"id": "d2", "page": "jetty.txt"}],
        "statements": [told, own],
        "unseen": [],
        "findings": [finding],
        "claims": [{"id": c, "gist": c, "origins": {"low": 1, "high": 2, "roots": []}} for c in ("c1", "c2")],
        "derivations": [{"document": "d1", "from": "d2", "directed": True, "kind": "citation", "declared": True}],
    }


QUOTE = {"page": "quay.txt", "quote": "Two boats may have sunk"}
STATEMENT = QUOTE | {
    "kind": "statement",
    "voice": "indirect",
    "chain": ["Quay", ["A pilot", "pilot"]],
    "innermost_kind": "anonymous",
    "stance": "report",
    "cue": "told",
    "addressee": "Quay",
    "hedges": ["may"],
    "quantities": [{"low": 2, "high": 2, "unit": "boat"}],
}
MEMBERS = [["quay.txt", "Two boats may have sunk"], ["quay.txt", "The Quay has it from the Jetty."]]
EDGE = {"child": "quay.txt", "parent": "jetty.txt"}
Bend = Callable[[Record], object]
CASES: list[tuple[Record, str, Bend]] = [
    (STATEMENT, "found", lambda r: r["statements"][0].update(span=[11, 14], content=[[11, 14]])),
    (STATEMENT, "voice", lambda r: r["statements"][0].update(voice="own")),
    (STATEMENT, "chain", lambda r: r["statements"][0]["chain"].pop()),
    (STATEMENT, "chain", lambda r: r["statements"][0]["chain"][1].update(name="the pilots")),
    (STATEMENT, "innermost_kind", lambda r: r["statements"][0]["chain"][1].update(kind="official")),
    (STATEMENT, "stance", lambda r: r["statements"][0].update(stance="deny")),
    (STATEMENT, "cue", lambda r: r["statements"][0].update(cue=None)),
    (STATEMENT, "addressee", lambda r: r["statements"][0].pop("addressee")),
    (STATEMENT, "hedges", lambda r: r["statements"][0].update(hedges=[])),
    (STATEMENT | {"hedges": []}, "hedges", lambda r: None),
    (STATEMENT, "quantities", lambda r: r["statements"][0]["quantities"][0].update(high=None)),
    (STATEMENT | {"quantities": []}, "quantities", lambda r: None),
    ({"kind": "same_claim", "members": MEMBERS}, "", lambda r: None),
    ({"kind": "not_same_claim", "members": MEMBERS}, "", lambda r: r["statements"][1].update(claim="c1")),
    ({"kind": "origins", "claim_of": MEMBERS[0], "low": 1, "high": 2}, "", lambda r: r["claims"][0]["origins"].update(high=3)),
    ({"kind": "finding", "rule": "hedge_lost", "pages": ["quay.txt"], "contains": "sunk"}, "", lambda r: r["findings"].clear()),
    (
        {"kind": "finding", "rule": "hedge_lost", "pages": ["quay.txt"], "contains": "sunk", "responsible": "outlet"},
        "",
        lambda r: r["findings"][0].update(responsible=None),
    ),
    ({"kind": "no_finding", "rule": "hedge_lost", "pages": ["quay.txt"], "contains": "may"}, "", lambda r: None),
    ({"kind": "published", "page": "quay.txt", "value": "2031-02-03"}, "", lambda r: r["documents"][0].update(published=None)),
    ({"kind": "published", "page": "quay.txt", "value": None}, "", lambda r: None),
    (
        {"kind": "published", "page": "quay.txt", "within": ["2031-02-01", "2031-03-01"], "or_null": True},
        "",
        lambda r: r["documents"][0]["published"].update(end="2031-04-01"),
    ),
    (
        {"kind": "published", "page": "quay.txt", "within": ["2031-02-01", "2031-03-01"], "or_null": False},
        "",
        lambda r: r["documents"][0].update(published=None),
    ),
    ({"kind": "outlet", "page": "quay.txt", "value": "Quay"}, "", lambda r: r["documents"][0].update(outlet=None)),
    ({"kind": "language", "page": "quay.txt", "value": "en"}, "", lambda r: r["documents"][0].update(language="pt")),
    (
        {"kind": "furniture", "page": "quay.txt", "quote": "Share this", "furniture": "share"},
        "",
        lambda r: r["documents"][0]["furniture"][0].update(kind="icons"),
    ),
    (
        {"kind": "furniture", "page": "quay.txt", "quote": "Share this", "furniture": "share"},
        "",
        lambda r: r["documents"][0]["furniture"][0].update(span=[0, 5]),
    ),
    (QUOTE | {"kind": "prose"}, "", lambda r: r["documents"][0]["furniture"][0].update(span=[0, 12])),
    (EDGE | {"kind": "edge"}, "", lambda r: r["derivations"][0].update(directed=False)),
    (EDGE | {"kind": "edge"}, "", lambda r: r["derivations"][0].update({"document": "d2", "from": "d1"})),
    (EDGE | {"kind": "no_edge"}, "", lambda r: None),
]
UNFIT = {"same_claim", "no_finding", "no_edge"}
"""Kinds that the untouched pile fails already; so do the cases that ask for nothing where there is something."""


@pytest.mark.parametrize(("check", "aspect", "bend"), CASES)
def test_fails_when_bent(check: Record, aspect: str, bend: Bend) -> None:
    bent = copy.deepcopy(pile())
    bend(bent)
    with pytest.raises(AssertionError):
        checks.hold(bent, check, aspect)


@pytest.mark.parametrize(("check", "aspect", "bend"), CASES)
def test_holds_when_right(check: Record, aspect: str, bend: Bend) -> None:
    nothing_wanted = check["kind"] == "published" and "within" not in check and check["value"] is None
    fit_already = check["kind"] not in UNFIT and not nothing_wanted and not (aspect and check.get(aspect) == [])
    checks.hold(pile() if fit_already else _fitted(), check, aspect)


def _fitted() -> Record:
    """The pile with nothing in it that a check could mind."""
    report = pile()
    report["findings"], report["derivations"] = [], []
    report["documents"][0]["published"] = None
    report["statements"][1]["claim"] = "c1"
    report["statements"][0].update(hedges=[], quantities=[])
    return report


def test_every_kind_is_tried() -> None:
    assert {check["kind"] for check, _, _ in CASES} == set(checks.KINDS)
    assert {aspect for _, aspect, _ in CASES} == {"", "found", *checks.ASPECTS}


def test_a_statement_is_one_test_for_each_aspect() -> None:
    assert [ident for ident, _, _ in checks.split({"id": "x", "kind": "statement", "voice": "own"})] == ["x.found", "x.voice"]
    assert [ident for ident, _, _ in checks.split({"id": "x", "kind": "edge"})] == ["x"]


def test_stories_that_are_joined_are_told() -> None:
    report = pile()
    report["documents"][0]["page"], report["documents"][1]["page"] = "quay/1.txt", "jetty/1.txt"
    report["statements"][1]["document"] = "d2"
    report["claims"] = [{"documents": ["d1", "d2"], "statements": ["s1", "s2"]}, {"documents": ["d1"], "statements": ["s1"]}]
    assert checks.joined(report) == [
        "jetty: “The Quay has it from the Jetty.” = quay: “Two boats may have sunk”",
        "quay/1.txt from jetty/1.txt",
    ]
    report["claims"], report["derivations"][0]["from"] = [], "an unseen text"
    assert checks.joined(report) == []
