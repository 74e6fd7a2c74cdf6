"""Every form read back by the program or library that it is for. The readers are test guests: `pip install sayso[readers]`."""

from __future__ import annotations

import io
import json
import re
import socket
import sqlite3
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest

from sayso.cli import main
from sayso.cli.demo import STORIES
from sayso.model import Report
from sayso.show.exports import MAKERS, characters
from sayso.show.exports.tables import TABLES
from tests.show.exports import piles
from tests.show.fiction import report

PILES = {
    "fiction": report,
    "hostile": piles.hostile,
    "empty": piles.empty,
    "nothing": piles.nothing,
    "rootless": piles.rootless,
}
SHARED_SCHEMATA = {
    "Article", "Documentation", "LegalEntity", "Mention", "Note", "Organization", "Person", "PublicBody", "UnknownLink",
}  # fmt: skip
"""Of the 68 that both models of FollowTheMoney have, those that are written."""


@pytest.fixture(params=PILES)
def pile(request: pytest.FixtureRequest) -> Report:
    return PILES[request.param]()


# --- FollowTheMoney


@pytest.mark.filterwarnings("ignore")
def test_followthemoney_takes_every_entity_and_keeps_every_value(pile: Report):
    model = pytest.importorskip("followthemoney").model
    rows = [json.loads(line) for line in MAKERS["ftm"](pile)["entities.ftm.json"].splitlines()]
    for row in rows:
        assert row["schema"] in SHARED_SCHEMATA
        schema = model.get(row["schema"])
        schema.validate(row)
        kept, cleaned = model.get_proxy(row, cleaned=True), model.get_proxy(row, cleaned=False)
        assert kept.id == row["id"]
        for name, values in row["properties"].items():
            assert sorted(kept.get(name)) == sorted(values), (row["schema"], name)
            for value in cleaned.get(name):
                kind = schema.get(name).type
                if kind.name in ("date", "language", "entity", "mimetype"):
                    assert kind.validate(value), (row["schema"], name, value)
    for schema in schemata_of(rows):
        for required in model.get(schema).required:
            assert all(row["properties"].get(required) for row in rows if row["schema"] == schema), (schema, required)


def schemata_of(rows: list[dict[str, Any]]) -> set[str]:
    return {row["schema"] for row in rows}


# --- networkx


@pytest.mark.filterwarnings("ignore")
def test_networkx_reads_the_graph_and_all_that_is_in_it(pile: Report):
    networkx = pytest.importorskip("networkx")
    graph = networkx.read_gexf(io.BytesIO(MAKERS["gexf"](pile)["graph.gexf"]))
    kinds = [data["kind"] for _, data in graph.nodes(data=True)]
    assert kinds.count("document") == len(pile.readings)
    assert kinds.count("claim") == len(pile.claims)
    assert kinds.count("unseen") == len(pile.unseen)
    gists = {f"c-{c.id}": c.gist for c in pile.claims}
    for key, data in graph.nodes(data=True):
        if key in gists:
            assert data.get("detail", "") == characters.xml(gists[key])
    follows = [data for _, _, data in graph.edges(data=True) if data["relation"] in ("appears_to_follow", "is_tied_to")]
    assert sorted(data["bits"] for data in follows) == sorted(d.weight for d in pile.derivations)


# --- W3C PROV


@pytest.mark.filterwarnings("ignore")
def test_prov_reads_the_provenance_and_writes_prov_n_and_gives_it_back(pile: Report):
    prov = pytest.importorskip("prov.model")
    data = MAKERS["prov"](pile)["provenance.prov.json"].decode()
    document = prov.ProvDocument.deserialize(content=data)
    again = prov.ProvDocument.deserialize(content=document.serialize())
    assert document == again
    types = [type(record).__name__ for record in document.get_records()]
    assert types.count("ProvEntity") == len(pile.readings) + len(pile.unseen) + len(pile.claims) + sum(
        len(r.statements) for r in pile.readings
    )
    assert document.get_provn()


@pytest.mark.filterwarnings("ignore")
def test_prov_finds_whom_the_spokeswoman_speaks_for():
    prov = pytest.importorskip("prov.model")
    document = prov.ProvDocument.deserialize(content=MAKERS["prov"](report())["provenance.prov.json"].decode())
    (delegation,) = document.get_records(prov.ProvDelegation)
    labels = {str(a.identifier): str(next(iter(a.get_attribute("prov:label")))) for a in document.get_records(prov.ProvAgent)}
    delegate, responsible = (labels[str(value)] for _, value in delegation.formal_attributes[:2])
    assert (delegate, responsible) == ("Runa Tholl, the valley council’s spokeswoman", "valley council")


# --- Frictionless


@pytest.mark.filterwarnings("ignore")
def test_frictionless_finds_every_table_valid(pile: Report, tmp_path: Path):
    frictionless = pytest.importorskip("frictionless")
    for name, data in MAKERS["csv"](pile).items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_bytes(data)
    package = frictionless.Package(str(tmp_path / "datapackage.json"))
    found = package.validate()
    assert found.valid, found.flatten(["title", "fieldName", "rowNumber", "message"])
    assert len(package.resources) == len(TABLES)
    rows = package.get_resource("claims").read_rows()
    assert sorted(row["id"] for row in rows) == sorted(c.id for c in pile.claims)
    counts = {row["id"]: (row["origins_low"], row["origins_high"]) for row in rows}
    assert counts == {c.id: (c.origins.low, c.origins.high) for c in pile.claims}


# --- Datasette, started on the book


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, Path]]:
    """Datasette on an exported book of one of the bundled stories."""
    pytest.importorskip("datasette")
    folder = tmp_path_factory.mktemp("book")
    pages = sorted(str(p) for p in (STORIES / "dam").glob("[0-9]*"))
    assert main(["export", *pages, "--to", "sqlite", "--out", str(folder / "out")]) == 0
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [sys.executable, "-m", "datasette", "serve", "sayso.sqlite", "--metadata", "metadata.json", "--port", str(port)]
    server = subprocess.Popen(command, cwd=folder / "out", stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
    try:
        for _ in range(120):
            try:
                fetched(f"http://127.0.0.1:{port}/-/versions.json")
                break
            except OSError:
                assert server.poll() is None, server.stderr and server.stderr.read().decode()
                time.sleep(0.25)
        yield f"http://127.0.0.1:{port}", folder / "out" / "sayso.sqlite"
    finally:
        server.terminate()
        server.wait(20)
        if server.stderr:
            server.stderr.close()


def fetched(address: str) -> str:
    with urllib.request.build_opener(urllib.request.ProxyHandler({})).open(address, timeout=20) as reply:
        return str(reply.read().decode())


VIEWS = ("v_claims", "v_statements", "v_findings", "v_derivations", "v_sources", "v_evidence")


@pytest.mark.parametrize("view", VIEWS)
def test_datasette_shows_every_view_with_its_rows_and_words(site: tuple[str, Path], view: str):
    address, file = site
    with sqlite3.connect(file) as connection:
        count = connection.execute(f"SELECT count(*) FROM {view}").fetchone()[0]
    connection.close()
    rows = json.loads(fetched(f"{address}/sayso/{view}.json?_shape=array&_size=max"))
    assert count == len(rows) > 0
    page = fetched(f"{address}/sayso/{view}")
    described = json.loads((file.parent / "metadata.json").read_text())["databases"]["sayso"]["tables"][view]["description"]
    assert described[:40] in page.replace("&#39;", "'")


def test_datasette_s_first_page_has_our_words_and_hides_what_is_for_sayso_alone(site: tuple[str, Path]):
    address, _ = site
    assert "On whose say-so?" in fetched(f"{address}/").replace("&#39;", "'")
    tables = {t["name"]: t["hidden"] for t in json.loads(fetched(f"{address}/sayso.json"))["tables"]}
    assert not tables["claims"] and not tables["judgements"] and tables["readings"] and tables["records"]


def test_datasette_s_offsets_are_those_of_the_text(site: tuple[str, Path]):
    address, _ = site
    there = 'substr(d.text, e.start + 1, e."end" - e.start) as there'
    query = quote(f"select e.quote, {there} from evidence e join documents d on d.id = e.document")
    rows = json.loads(fetched(f"{address}/sayso.json?_shape=array&sql={query}"))
    assert rows and all(row["quote"] == row["there"] for row in rows)


# --- W3C Web Annotation: no library reads it; its vocabulary and rules, as the Recommendation states them


MOTIVATIONS = set(
    "assessing bookmarking classifying commenting describing editing highlighting identifying linking moderating questioning"
    " replying tagging".split()
)


def test_annotations_keep_the_rules_of_the_recommendation(pile: Report):
    whole = json.loads(MAKERS["wadm"](pile)["annotations.jsonld"])
    context = whole["@context"]
    assert context[0] == "http://www.w3.org/ns/anno.jsonld"
    known = set(
        "id type motivation body target source selector start end exact prefix suffix value format purpose language via".split()
    )
    assert whole["type"] == "AnnotationCollection" and whole["total"] == len(whole["first"]["items"])
    ids = set()
    for item in whole["first"]["items"]:
        assert item["type"] == "Annotation" and item["motivation"] in MOTIVATIONS
        assert re.fullmatch(r"urn:[a-z]+:[a-z]+:[0-9a-f]+", item["id"]) and item["id"] not in ids
        ids.add(item["id"])
        for key, value in walked(item):
            assert key in known or key.startswith("sayso:"), key
            if key == "purpose":
                assert value in MOTIVATIONS
            if key == "start":
                assert isinstance(value, int) and value >= 0


def walked(value: Any) -> Iterator[tuple[str, Any]]:
    """All keys of a JSON value with what they hold."""
    if isinstance(value, dict):
        for key, part in value.items():
            yield key, part
            yield from walked(part)
    elif isinstance(value, list):
        for part in value:
            yield from walked(part)
