"""The gate itself, on made-up figures."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from bench.quality import gate
from bench.quality.gate import Measured, breaches, changes, frozen, key, pinned, refusal, scored

FIRST = {
    "hats": Measured("d1", {"found": 0.8, "alarms (0 is right)": 0.1}, {"not found": ["d01/c2 a red hat", "d01/c2 a blue hat"]})
}


def test_figures_come_from_the_scorer_without_stand_ins():
    output = {
        "figures": {"found": {"score": 0.8}, "  naive: all": {"score": 1.0}, "sums": {"score": None}},
        "missed": {"a": [], "b": ["x"]},
    }
    assert scored(output, "d1") == Measured("d1", {"found": 0.8}, {"b": ["x"]})
    assert scored({"overall": {"found": {"score": 0.5}}, "missed": {}}, "d").figures == {"found": 0.5}


def test_what_was_just_pinned_is_open():
    floors = pinned({}, FIRST)
    assert floors == {"hats": {"digest": "d1", "floors": {"alarms (0 is right)": 0.1005, "found": 0.7995}}}
    assert breaches(floors, FIRST) == []


@pytest.mark.parametrize(
    ("now", "says"),
    [
        (Measured("d1", {"found": 0.79, "alarms (0 is right)": 0.1}, {}), "hats: found: 0.7900, floor 0.7995"),
        (Measured("d1", {"found": 0.8, "alarms (0 is right)": 0.2}, {}), "hats: alarms (0 is right): 0.2000, floor 0.1005"),
        (Measured("d1", {"found": 0.8}, {}), "hats: alarms (0 is right): no longer measured (floor 0.1005)"),
        (
            Measured("d2", FIRST["hats"].figures, {}),
            "hats: the corpus is not the one its floors were pinned on; pin them again, with a reason",
        ),
    ],
)
def test_the_gate_is_shut(now: Measured, says: str):
    assert breaches(pinned({}, FIRST), {"hats": now}) == [says]


def test_a_corpus_that_was_not_measured_is_no_pass():
    assert breaches(pinned({}, FIRST), {}) == ["hats: was not measured"]


def test_rounding_is_no_breach():
    assert breaches(pinned({}, FIRST), {"hats": Measured("d1", {"found": 0.7998, "alarms (0 is right)": 0.1}, {})}) == []


def test_floors_rise_and_never_fall_by_themselves():
    floors = pinned({}, FIRST)
    better = {"hats": Measured("d1", {"found": 0.9, "alarms (0 is right)": 0.0}, {})}
    raised = pinned(floors, better)
    assert raised["hats"]["floors"] == {"alarms (0 is right)": 0.0005, "found": 0.8995}
    assert pinned(raised, FIRST) == raised, "worse figures leave the floors"
    assert pinned(raised, FIRST, lower=True) == floors
    assert pinned(raised, {"caps": FIRST["hats"]})["hats"] == raised["hats"], "another corpus leaves them too"


def test_lowering_needs_a_reason_that_stands_in_the_changes():
    changelog = "## 0.2\n- The gold of three hats\n  was wrong; floors follow.\n"
    assert refusal([], None, changelog) is None
    assert "--allow-lower" in (refusal(["hats: found"], None, changelog) or "")
    assert "does not hold" in (refusal(["hats: found"], "it got worse somehow", changelog) or "")
    assert "does not hold" in (refusal(["hats: found"], "hats", changelog) or ""), "a word is no reason"
    assert refusal(["hats: found"], "The gold of three hats was wrong; floors follow.", changelog) is None


def test_a_row_is_known_by_its_numbers_alone():
    assert key("story1 d02/c1 place error 7") == "story1 d02/c1"
    assert key("000-01=000-12") == "000-01=000-12"
    assert key("story1 d12<-d10") == "story1 d12<-d10"
    assert key("M 1-1 for 1-2") == "M"
    assert key("000 '09:12 on a clock'") == "000"


def test_no_word_of_a_corpus_is_frozen():
    assert frozen(FIRST) == {
        "hats": {"figures": {"alarms (0 is right)": 0.1, "found": 0.8}, "missed": {"not found": {"d01/c2": 2}}}
    }
    assert "hat" not in json.dumps(frozen(FIRST)["hats"])


def test_gains_and_losses_are_named_figure_by_figure_and_case_by_case():
    now = {"hats": Measured("d1", {"found": 0.7, "alarms (0 is right)": 0.05}, {"not found": ["d01/c2 a red hat", "d03/c1 a cap"]})}
    assert changes(frozen(FIRST), now) == [
        "LOSS  hats: found: 0.8000 -> 0.7000",
        "gain  hats: alarms (0 is right): 0.1000 -> 0.0500",
        "  gained  hats: not found: d01/c2",
        "  lost    hats: not found: d03/c1 a cap",
    ]
    assert changes(frozen(FIRST), FIRST) == []


def test_a_corpus_is_known_by_names_and_bytes(tmp_path: Path):
    (tmp_path / "a.txt").write_text("red")
    (tmp_path / "b.txt").write_text("blue")
    files = [tmp_path / "b.txt", tmp_path / "a.txt"]
    one = gate.digest(files, tmp_path)
    assert one == gate.digest(files[::-1], tmp_path)
    (tmp_path / "a.txt").write_text("red!")
    assert gate.digest(files, tmp_path) != one


def test_each_set_of_disputes_has_its_own_digest(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    (tmp_path / "disputes").mkdir()
    for name in ("dA_01.txt", "dE_01.txt"):
        (tmp_path / "disputes" / name).write_text(name)
    monkeypatch.setattr(gate, "HERE", tmp_path)
    sets = {"seen": ["dA_01.txt"], "kept": ["dE_01.txt"]}
    monkeypatch.setattr(gate, "run", lambda program, _, files, *more: json.dumps({"files": sets[files], "figures": {"right": 0.5}}))
    seen, kept = (gate.measure_invented("disputes", files)(tmp_path, tmp_path) for files in ("seen", "kept"))
    assert seen.digest == gate.digest([tmp_path / "disputes" / "dA_01.txt"], tmp_path) != kept.digest
    assert seen.figures == kept.figures == {"right": 0.5}


def test_the_pinned_files_fit_each_other():
    floors, results = gate.load(gate.FLOORS), gate.load(gate.RESULTS)
    assert set(floors) == set(results) <= set(gate.CORPORA)
    for corpus, row in floors.items():
        assert set(row["floors"]) <= set(results[corpus]["figures"])


def test_what_was_never_frozen_is_no_loss():
    assert changes({}, FIRST) == []


@pytest.mark.parametrize(("pin_first", "code"), [(False, 1), (True, 0)])
def test_a_gate_without_floors_is_shut(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys, pin_first: bool, code: int):
    (tmp_path / "score").mkdir()
    (tmp_path / "CHANGES.md").write_text("")
    monkeypatch.setattr(gate, "CORPORA", {"hats": lambda shared, folder: FIRST["hats"]})
    for name, file in (("FLOORS", "floors.json"), ("RESULTS", "results.json"), ("CHANGES", "CHANGES.md")):
        monkeypatch.setattr(gate, name, tmp_path / file)
    for options in [["--pin"], []] if pin_first else [[]]:
        monkeypatch.setattr("sys.argv", ["gate.py", "--shared", str(tmp_path), *options])
        last = gate.main()
    assert last == code
    assert ("gate: open, 2 floors hold" if pin_first else "no floors yet: hats") in capsys.readouterr().out
    assert (tmp_path / "floors.json").exists() == pin_first
    monkeypatch.setattr("sys.argv", ["gate.py", "--shared", str(tmp_path / "none")])
    assert gate.main() == 2
