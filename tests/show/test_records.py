from __future__ import annotations

import dataclasses
import importlib
import json
import sys
from pathlib import Path

import msgspec
import pytest

from sayso.model import Quantity, Report
from sayso.show.records import LINES, from_records, json_lines, json_text, records
from tests.show.fiction import report


@pytest.fixture
def whole() -> Report:
    return report()


def test_every_quote_is_the_text_at_its_span(whole: Report) -> None:
    doc = records(whole)
    texts = {d["id"]: d["text"] for d in doc["documents"]}
    assert len(doc["statements"]) == 11
    for s in doc["statements"]:
        assert s["quote"] == texts[s["document"]][slice(*s["span"])]
        assert s["claim"] in {c["id"] for c in doc["claims"]}


def test_spans_are_pairs_and_from_has_its_own_name(whole: Report) -> None:
    doc = json.loads(json_text(whole))
    assert doc["documents"][2]["furniture"][0] == {"span": [0, 22], "kind": "page_clock"}
    assert all("from" in row and "from_" not in row for row in doc["findings"] + doc["derivations"])
    assert {f["rule"]: f["to"] for f in doc["findings"]}["ratio_called_increase"] == "140 percent"
    assert doc["ties"][0]["same"] is True


def test_the_way_back_gives_the_same_report(whole: Report) -> None:
    assert from_records(json.loads(json_text(whole))) == whole
    assert from_records(records(whole)) == whole


def test_counts_say_how_much_there_is(whole: Report) -> None:
    assert records(whole)["counts"] == {
        "documents": 5,
        "statements": 11,
        "claims": 5,
        "unattributed": 1,
        "findings": 5,
        "rejected": 1,
        "degraded": 1,
    }


def test_the_order_of_the_report_does_not_show(whole: Report) -> None:
    turned = dataclasses.replace(
        whole,
        readings=whole.readings[::-1],
        claims=whole.claims[::-1],
        findings=whole.findings[::-1],
        derivations=whole.derivations[::-1],
    )
    assert json_text(turned) == json_text(whole)
    assert "".join(json_lines(turned)) == "".join(json_lines(whole))


def test_json_lines_hold_the_same_records(whole: Report) -> None:
    doc, rows = records(whole), [json.loads(line) for line in json_lines(whole)]
    assert rows[0]["schema"] == "sayso/1"
    assert rows[-1] == {"record": "counts", **doc["counts"]}
    for key, name in LINES.items():
        mine = [{k: v for k, v in r.items() if k != "record"} for r in rows if r["record"] == name]
        assert mine == json.loads(json.dumps(doc[key]))


def test_half_a_surrogate_pair_comes_through_whole(whole: Report) -> None:
    first = whole.readings[0]
    document = dataclasses.replace(first.document, title="broken \ud83d title", text=first.document.text + "\udc00")
    broken = dataclasses.replace(whole, readings=(dataclasses.replace(first, document=document), *whole.readings[1:]))
    text = json_text(broken)
    assert "\\ud83d" in text
    assert from_records(json.loads(text.encode("utf-8"))) == broken
    assert "".join(json_lines(broken)).encode("utf-8")


def test_numbers_are_whole_where_they_can_be_and_never_infinite(whole: Report) -> None:
    first = next(r for r in whole.readings if r.statements[0].quantities)
    quantity = first.statements[0].quantities[0]
    odd = (quantity, Quantity(quantity.span, 0.5, float("inf"), "share"), Quantity(quantity.span, 2e8, 2e20, "ton"))
    statement = dataclasses.replace(first.statements[0], quantities=odd)
    changed = dataclasses.replace(first, statements=(statement, *first.statements[1:]))
    doc = json.loads(json_text(dataclasses.replace(whole, readings=(changed,))), parse_constant=pytest.fail)
    found = next(s for s in doc["statements"] if s["id"] == statement.id)["quantities"]
    assert [(q["low"], q["high"]) for q in found] == [(40, None), (0.5, sys.float_info.max), (200000000, 2e20)]
    assert isinstance(found[0]["low"], int)


def test_a_source_on_two_pages_stands_once_with_both(whole: Report) -> None:
    a, b = whole.readings[0], whole.readings[1]
    shared = dataclasses.replace(a.sources[0], aliases=("the keeper",))
    both = (a, dataclasses.replace(b, sources=(*b.sources, shared)), *whole.readings[2:])
    doc = records(dataclasses.replace(whole, readings=both))
    row = next(s for s in doc["sources"] if s["id"] == shared.id)
    assert row["documents"] == sorted([a.document.id, b.document.id])
    assert "the keeper" in row["aliases"]


@pytest.mark.parametrize("document", [{}, {"schema": "sayso/2"}])
def test_another_schema_is_refused(document: dict[str, object]) -> None:
    with pytest.raises(msgspec.ValidationError, match="sayso/1"):
        from_records(document)


def test_the_format_is_kept(whole: Report, shared: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.syspath_prepend(str(shared / "score"))
    assert importlib.import_module("valid").check(json.loads(json_text(whole))) == []
