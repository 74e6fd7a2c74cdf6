"""Names and places of the gazetteer; the file that ships, and that it is built the same way twice."""

from __future__ import annotations

import json
import math
import sqlite3
import sys
import threading
from pathlib import Path

import pytest

from sayso.lexicon import gazetteer as door
from sayso.lexicon.gazetteer import Entry, key, named, peoples, ranked, sound, sounding
from sayso.lexicon.tables import rows

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT / "resources"))
import gazetteer as building  # noqa: E402

BOOK = ROOT / "src" / "sayso" / "lexicon" / "gazetteer.sqlite"
POINTS = [(g["kind"], p) for g in rows("landmarks") for p in g["places"] if p.get("precision", g["precision"]) == "point"]


def test_the_file_fits_the_wheel() -> None:
    assert BOOK.stat().st_size <= 10_000_000


def test_the_file_names_no_version_of_the_library_that_wrote_it() -> None:
    head = BOOK.read_bytes()[:100]
    assert int.from_bytes(head[96:100], "big") == 3_040_000
    assert head[24:28] == head[92:96]


def test_the_file_is_whole() -> None:
    with sqlite3.connect(f"{BOOK.as_uri()}?mode=ro&immutable=1", uri=True) as db:
        assert db.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        assert db.execute("SELECT count(*) FROM place WHERE abs(lat) > 900000 OR abs(lon) > 1800000").fetchone() == (0,)
        assert db.execute("SELECT count(*) FROM name WHERE rank NOT IN (SELECT rank FROM place)").fetchone() == (0,)
    db.close()


@pytest.mark.parametrize(
    "spelling", ["Deir ez-Zor", "Deir Ezzor", "Dayr al-Zawr", "Dair az Zaur", "Deir al-Zour", "Der Zor", "دير الزور"]
)
def test_spellings_of_one_town(spelling: str) -> None:
    assert 170794 in {e.id for e in (*named(spelling), *sounding(spelling))}


@pytest.mark.parametrize(
    "spelling,number",
    [
        ("Qandahar", 1138336),
        ("Kandahar", 1138336),
        ("Kharkov", 706483),
        ("Kharkiv", 706483),
        ("Харькове", 706483),
        ("Bukamal", 174448),
        ("Abou Kamal", 174448),
        ("Hassakeh", 173811),
        ("Edlib", 169389),
        ("al-Raqqa", 172955),
        ("Cologne", 2886242),
        ("München", 2867714),
    ],
)
def test_a_town_is_found_by_its_spellings(spelling: str, number: int) -> None:
    assert number in {e.id for e in (*named(spelling), *sounding(spelling))}


def test_a_name_that_has_one_more_spelling_is_found_by_its_sound() -> None:
    assert named("Qamishlo") == ()
    assert any(e.country == "SY" and e.population > 100_000 for e in sounding("Qamishlo"))


def test_a_sound_keeps_what_differs() -> None:
    assert sound("Rostov") != sound("Riga")
    assert sound("Homs") is None  # too short: found by its folded form alone
    assert sound("al-Hasakah") == sound("Hassakeh")
    assert key("Saint-Étienne") == key("SAINT ETIENNE") == "saint etienne"
    assert key("Sana’a") == key("Sanaa")


def test_a_town_knows_its_division() -> None:
    town = next(e for e in named("Rosario") if e.country == "AR")
    division = ranked(town.province)
    assert division is not None and division.kind == "province" and division.country == "AR"
    assert ranked(0) is None


def test_countries_come_first_and_have_their_people() -> None:
    assert named("Jordan")[0].kind == named("U.S.")[0].kind == "country"
    assert named("Bosnia")[0] == named("Bosnia and Herzegovina")[0]
    assert peoples()["ghanaian"] == peoples()["ghana"] == "GH"
    assert peoples()["scotland"] == "GB"


def test_every_country_has_one_row_with_its_number() -> None:
    states = [r["iso"] for r in rows("countries") if "id" in r]
    assert len(states) == len(set(states))
    assert {r["iso"] for r in rows("countries") if "iso" in r} == set(states)


def kilometres(a: tuple[float, float], b: tuple[float, float]) -> float:
    x = math.radians(b[1] - a[1]) * math.cos(math.radians((a[0] + b[0]) / 2))
    return 6371 * math.hypot(x, math.radians(b[0] - a[0]))


def test_landmarks_lie_by_towns_of_their_country() -> None:
    """Only what lies in a desert or an ocean is farther than 160 km from the next town of its country."""
    with sqlite3.connect(f"{BOOK.as_uri()}?mode=ro&immutable=1", uri=True) as db:
        towns: dict[str, list[tuple[float, float]]] = {}
        for country, lat, lon in db.execute("SELECT country, lat, lon FROM place WHERE kind = 2"):
            towns.setdefault(country, []).append((lat / door.SCALE, lon / door.SCALE))
    db.close()
    far = [
        p["name"]
        for _, p in POINTS
        if "in" in p and towns.get(p["in"]) and min(kilometres((p["lat"], p["lon"]), t) for t in towns[p["in"]]) > 160
    ]
    assert set(far) <= {"Bikini Atoll", "Mururoa", "Pituffik"}


def test_landmarks_are_many_and_from_everywhere() -> None:
    places = [p for g in rows("landmarks") for p in g["places"]]
    assert len(places) >= 300
    counted = [p.get("in", "") for p in places]
    assert len(set(counted)) >= 90
    assert all(counted.count(c) <= len(places) // 12 for c in set(counted) - {""})


@pytest.mark.parametrize("kind,row", POINTS, ids=lambda x: x if isinstance(x, str) else x["name"])
def test_a_landmark_is_found_by_each_of_its_names(kind: str, row: dict[str, object]) -> None:
    also = row.get("also", [])
    assert isinstance(also, list)
    for name in (str(row["name"]), *map(str, also)):
        assert any((e.lat, e.lon) == (row["lat"], row["lon"]) for e in named(name)), name


def test_threads_do_not_share_a_connection() -> None:
    found: list[tuple[Entry, ...]] = []

    def look() -> None:
        for name in ("Rosario", "Gdansk", "Osaka", "Kumasi"):
            named.cache_clear()
            found.append(named(name))

    threads = [threading.Thread(target=look) for _ in range(4)]
    for t in threads:
        t.start()
    for t in threads:
        t.join()
    assert len(found) == 16 and all(found)


def invented(folder: Path, backwards: bool = False) -> building.Sources:
    """A country of two towns and a division, in the forms of the real files; ``backwards`` turns the order of everything."""
    towns = {
        str(n): {
            "geonameid": n,
            "name": name,
            "latitude": 10.0 + n / 10,
            "longitude": 20.0,
            "countrycode": "ZZ",
            "population": people,
        }
        | {"admin1code": "01", "alternatenames": other}
        for n, name, people, other in (
            (1, "Ulverholm", 90_000, ["Olverholm", "Ulverhólm", "ulbe", "ULV"]),
            (2, "Qasr Ulver", 4_000, ["Kasr Ulver"]),
            (3, "Hamlet", 300, []),
        )
    }
    flip = (lambda x: list(reversed(x))) if backwards else list
    (folder / "cities").write_text(json.dumps(dict(flip(list(towns.items())))))
    (folder / "admin1").write_text("ZZ.01\tUlver Province\tUlver Province\t9\n")
    (folder / "countries").write_text("\t".join(["ZZ", *[""] * 14, "ar-ZZ,en", "7", "", ""]) + "\n")
    (folder / "labels").write_text(json.dumps({"name": "Ulver", "iso_a2": "ZZ", "lat": 10.5, "lon": 20.5}) + "\n")
    (folder / "places").write_text(json.dumps({"name": "Ulverholm", "geonameid": 1.0, "names": {"en": "Ulver City"}}) + "\n")
    return building.Sources(*(str(folder / n) for n in ("cities", "admin1", "countries", "labels", "places")))


def test_the_same_input_gives_the_same_bytes(tmp_path: Path) -> None:
    for name, backwards in (("a", False), ("b", False), ("c", True)):
        (tmp_path / name).mkdir()
        assert building.build(invented(tmp_path / name, backwards), tmp_path / f"{name}.sqlite") == (2, 1)
    made = {(tmp_path / f"{n}.sqlite").read_bytes() for n in "abc"}
    assert len(made) == 1


def test_what_is_built_has_names_and_leaves_out_codes_and_letters(tmp_path: Path) -> None:
    building.build(invented(tmp_path), tmp_path / "x.sqlite")
    db = sqlite3.connect(tmp_path / "x.sqlite")
    keys = {k for (k,) in db.execute("SELECT key FROM name")}
    assert {"ulverholm", "ulver city", "olverholm", "qasr ulver", "ulver", "~kasralfar"} <= keys
    assert not {"ulbe", "ulv", "hamlet"} & keys
    assert db.execute("SELECT lat, lon FROM place WHERE id = 9").fetchone() == (105_000, 205_000)
    db.close()
