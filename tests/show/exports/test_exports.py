"""What holds for every form: the same bytes, nothing that a reader chokes on, documented. Real readers: tests/readers."""

from __future__ import annotations

import csv
import io
import json
import re
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest

from sayso.model import Report
from sayso.show.exports import MAKERS, bundle, characters, datasette
from sayso.show.exports.tables import TABLES
from tests.show.exports import piles
from tests.show.fiction import report

ROOT = Path(__file__).parents[3]
PILES = {
    "fiction": report,
    "hostile": piles.hostile,
    "empty": piles.empty,
    "nothing": piles.nothing,
    "rootless": piles.rootless,
}


@pytest.fixture(params=PILES)
def pile(request: pytest.FixtureRequest) -> Report:
    return PILES[request.param]()


@pytest.mark.parametrize("form", MAKERS)
def test_the_same_report_in_any_order_gives_the_same_bytes(form: str, pile: Report):
    made = MAKERS[form](pile)
    assert made == MAKERS[form](pile) == MAKERS[form](piles.turned(pile))
    assert list(made) == sorted(made)
    assert all(isinstance(data, bytes) for data in made.values())


@pytest.mark.parametrize("form", MAKERS)
def test_every_file_is_utf_8_without_what_no_reader_takes(form: str, pile: Report):
    for name, data in MAKERS[form](pile).items():
        text = data.decode("utf-8")
        if not name.startswith("texts/") and form != "jsonl":
            assert not re.search("[\x00-\x08\x0b\x0c\x0e-\x1f]", text), name
        assert ".." not in Path(name).parts and not name.startswith("/")


def test_every_form_has_its_section_in_the_document():
    text = (ROOT / "docs" / "exports.md").read_text(encoding="utf-8")
    for form in (*MAKERS, "sqlite", "case.zip"):
        assert f"\n## `{form}`" in text, form
        section = text.partition(f"\n## `{form}`")[2].partition("\n## ")[0]
        assert "Lost" in section or "lost" in section, f"{form}: what is lost is not said"


def test_every_table_and_view_is_documented():
    text = (ROOT / "docs" / "exports.md").read_text(encoding="utf-8")
    for name in [*(t.name for t in TABLES), *datasette.VIEWS]:
        assert f"`{name}`" in text, name


# --- csv


def cells(data: bytes) -> list[list[str]]:
    return list(csv.reader(io.StringIO(data.decode(), newline="")))


def test_no_cell_can_be_taken_for_a_formula():
    made = MAKERS["csv"](piles.hostile())
    seen = 0
    for table in TABLES:
        types = [kind for _, kind in table.fields]
        for row in cells(made[f"{table.name}.csv"])[1:]:
            for kind, value in zip(types, row, strict=True):
                if kind == "string" and value:
                    assert value[0] not in "=+-@\t\r\n\x00＝＋－＠", (table.name, value)
                    seen += value.startswith("'")
    assert seen > 50


def test_a_negative_number_stays_a_number():
    assert "-1.5" not in {characters.cell("-1.5")}
    whole = report()
    weights = [row[5] for row in cells(MAKERS["csv"](whole)["derivations.csv"])[1:]]
    assert sorted(weights) == ["5", "5.5", "6"]


def test_tables_hold_what_the_report_holds():
    whole = report()
    made = MAKERS["csv"](whole)
    statements = cells(made["statements.csv"])
    head = statements[0]
    texts = {r.document.id: made[f"texts/{r.document.id}.txt"].decode() for r in whole.readings}
    assert len(statements) - 1 == sum(len(r.statements) for r in whole.readings)
    for row in statements[1:]:
        one = dict(zip(head, row, strict=True))
        assert texts[one["document"]][int(one["start"]) : int(one["end"])] == one["quote"]
    package = json.loads(made["datapackage.json"])
    assert [r["path"] for r in package["resources"]] == [f"{t.name}.csv" for t in TABLES]
    assert all(r["bytes"] == len(made[r["path"]]) for r in package["resources"])


# --- wadm


def annotations(pile: Report) -> list[dict]:
    return json.loads(MAKERS["wadm"](pile)["annotations.jsonld"])["first"]["items"]


def test_annotations_pin_code_points_of_the_stored_text(pile: Report):
    texts = {f"urn:sayso:text:{r.document.id}": characters.whole(r.document.text) for r in pile.readings}
    items = annotations(pile)
    assert len(items) == sum(len(r.statements) for r in pile.readings) + len(pile.findings)
    for item in items:
        targets = item["target"] if isinstance(item["target"], list) else [item["target"]]
        assert targets and item["body"] and item["motivation"]
        for target in targets:
            text = texts[target["source"]["id"]]
            place, quote = target["selector"]
            assert (place["type"], quote["type"]) == ("TextPositionSelector", "TextQuoteSelector")
            assert text[place["start"] : place["end"]] == quote["exact"]
            assert text[: place["start"]].endswith(quote["prefix"])
            assert text[place["end"] :].startswith(quote["suffix"])


def test_offsets_beyond_the_basic_plane_are_not_utf_16_units():
    whole = piles.hostile()
    found = [a for a in annotations(whole) if "😀" in json.dumps(a, ensure_ascii=False) and "statement" in a["id"]]
    place, quote = found[0]["target"]["selector"]
    assert place["end"] - place["start"] == len(quote["exact"]) < len(quote["exact"].encode("utf-16-le")) // 2


# --- gexf, prov, ftm


def test_the_graph_is_xml_whose_edges_have_both_ends(pile: Report):
    tree = ET.fromstring(MAKERS["gexf"](pile)["graph.gexf"])
    space = {"g": "http://www.gexf.net/1.2draft"}
    nodes = {n.get("id") for n in tree.iterfind(".//g:node", space)}
    edges = tree.findall(".//g:edge", space)
    assert {e.get("source") for e in edges} | {e.get("target") for e in edges} <= nodes
    assert len({e.get("id") for e in edges}) == len(edges)
    assert "lastmodifieddate" not in MAKERS["gexf"](pile)["graph.gexf"].decode()


def test_a_spokeswoman_acts_on_behalf_of_her_council():
    whole = json.loads(MAKERS["prov"](report())["provenance.prov.json"])
    (record,) = whole["actedOnBehalfOf"].values()
    label = {key: agent["prov:label"] for key, agent in whole["agent"].items()}
    assert "Runa Tholl" in label[record["prov:delegate"]]
    assert label[record["prov:responsible"]] == "valley council"


def test_provenance_names_only_what_it_holds(pile: Report):
    whole = json.loads(MAKERS["prov"](pile)["provenance.prov.json"])
    held = {key for part in ("entity", "agent", "activity") for key in whole.get(part, {})}
    for part, records in whole.items():
        if part not in ("prefix", "entity", "agent", "activity"):
            for record in records.values():
                ends = [v for k, v in record.items() if k.startswith("prov:") and isinstance(v, str)]
                assert len(ends) == 2 and set(ends) <= held, (part, record)


def test_entities_name_only_what_the_file_holds(pile: Report):
    rows = [json.loads(line) for line in MAKERS["ftm"](pile)["entities.ftm.json"].splitlines()]
    ids = [row["id"] for row in rows]
    assert ids == sorted(set(ids))
    ends = ("subject", "object", "document", "entity", "resolved", "proof")
    for row in rows:
        for end in ends:
            assert set(row["properties"].get(end, [])) <= set(ids), (row["schema"], end)


@pytest.mark.parametrize(
    ("start", "end", "known"),
    [
        ("2031-03-03", "2031-03-04", "2031-03-03"),
        ("2031-03-03T10:15", "2031-03-03T10:16", "2031-03-03"),
        ("2031-03-01", "2031-04-01", "2031-03"),
        ("2031-03-03", "2031-03-10", "2031-03"),
        ("2031-12-31", "2032-01-01", "2031-12-31"),
        ("2031-01-01", "2032-01-01", "2031"),
        ("2031-03-03", "2032-06-01", None),
        ("2031-03-03", None, None),
        (None, "2031-03-03", None),
        ("soon", "later", None),
    ],
)
def test_a_date_is_as_precise_as_it_is_known(start: str | None, end: str | None, known: str | None):
    from sayso.model import Published
    from sayso.show.exports.entities import _date

    assert _date(Published(start, end, "meta")) == known


# --- markdown


def test_notes_link_to_notes_that_are_there(pile: Report):
    made = MAKERS["markdown"](pile)
    names = {name.removesuffix(".md") for name in made}
    for name, data in made.items():
        for target in re.findall(r"(?<!\\)\[\[([^|\]]+)\|", data.decode()):
            assert target in names, (name, target)
    assert len({name.lower() for name in made}) == len(made)


def test_no_markup_of_a_page_acts_in_a_note():
    for name, data in MAKERS["markdown"](piles.hostile()).items():
        body = data.decode().split("\n---\n", 1)[-1]
        assert not re.search(r"(?<!\\)<[a-z!/]", body), name
        assert not re.search(r"(?<!\\)!\[", body.replace("\\[", "")), name
        assert "\x1b" not in body
        for line in body.splitlines():
            assert not line.startswith(("---", "```", "    ")), (name, line)


@pytest.mark.parametrize("word", piles.WORDS)
def test_a_file_name_is_one_that_every_system_takes(word: str):
    name = characters.file_name(word)
    assert not re.search(r'[<>:"/\\|?*\x00-\x1f]', name)
    assert len(f"{name} 0123456789abcdef0123.md".encode()) <= 255
    assert name == name.strip(" .")
    assert f"{name} 12345678".split(".")[0].strip().lower() not in {"con", "aux", "nul", "prn"}
    assert not characters.DEVICES.match(name)


# --- the bundle


def test_the_bundle_is_the_same_in_any_order(pile: Report):
    one = bundle.zipped(bundle.files(pile, {}, ()))
    assert one == bundle.zipped(dict(reversed(bundle.files(piles.turned(pile), {}, ()).items())))


def test_datasette_s_metadata_names_tables_and_views_of_the_book():
    from sayso.store.schema import STEPS

    whole = json.loads(datasette.metadata(report()))
    known = set(re.findall(r"CREATE (?:VIRTUAL )?(?:TABLE|VIEW) (\w+)", "".join(STEPS))) | set(datasette.VIEWS)
    assert set(whole["databases"]["sayso"]["tables"]) <= known


def test_tables_name_outlets_and_origins_beside_ids():
    whole = report()
    made = MAKERS["csv"](whole)
    claims, statements = (list(csv.DictReader(io.StringIO(made[f"{n}.csv"].decode()))) for n in ("claims", "statements"))
    read = {r.document.id: r.document for r in whole.readings}
    for claim, row in zip(sorted(whole.claims, key=lambda c: c.id), claims, strict=True):
        assert row["id"] == claim.id
        assert row["outlets"] == "; ".join(sorted({read[d].outlet or Path(read[d].place).name for d in claim.documents}))
        assert set(row["origins"].split("; ")) - {""} == {r.name for r in claim.origins.roots if r.name}
    assert all(row["outlet"] == (read[row["document"]].outlet or "") for row in statements)
    assert any(row["source"] for row in statements)
