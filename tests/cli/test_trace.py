"""The command as a person types it, on pages written for these tests."""

from __future__ import annotations

import dataclasses
import io
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from sayso import casebook
from sayso.assess.origins import RULES
from sayso.cli import main
from sayso.cli.trace import FIELDS
from sayso.errors import StoreError
from sayso.read.records import KEYS

FERRY = """Ferry sinks off Port Sellow, 12 rescued

Port Sellow, 3 March 2031 – The ferry Calla sank off Port Sellow on Monday, the harbour office said.

"Twelve people were taken off the ship," harbour master Oda Brinkvale said.
"""
RIVAL = """Calla lost: "a dozen saved"

3 March 2031. At least 14 people were rescued when the ferry Calla sank, Sellow Radio reported, citing a harbour official.
"""


@pytest.fixture
def pile(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with two pages, which is also where the command is typed."""
    monkeypatch.chdir(tmp_path)
    for name, text in (("ferry.txt", FERRY), ("rival.txt", RIVAL)):
        (tmp_path / name).write_text(text, encoding="utf-8")
    return tmp_path


def messages(err: str) -> list[str]:
    """What stands on standard error, but how far it is: that is shown where the machine is slow."""
    return [line for line in err.splitlines() if not line.endswith("…")]


def test_summary_goes_to_standard_output_and_nothing_else_does(pile: Path, capfd):
    assert main(["trace", "ferry.txt", "rival.txt"]) == 0
    out, err = capfd.readouterr()
    assert out.strip() and messages(err) == []


def test_json_is_one_sayso_document(pile: Path, capfd):
    assert main(["trace", "--json", "ferry.txt", "rival.txt"]) == 0
    found = json.loads(capfd.readouterr().out)
    assert found["schema"] == "sayso/1" and found["counts"]["documents"] == 2 and found["rejected"] == []
    assert [d["place"] for d in found["documents"]] == ["ferry.txt", "rival.txt"]
    text = {d["id"]: d["text"] for d in found["documents"]}
    assert text[found["documents"][0]["id"]] == FERRY
    assert found["statements"] and all(text[s["document"]][slice(*s["span"])] == s["quote"] for s in found["statements"])


def test_json_lines_are_the_same_records(pile: Path, capfd):
    main(["trace", "--json", "ferry.txt"])
    whole = json.loads(capfd.readouterr().out)
    assert main(["trace", "--jsonl", "ferry.txt"]) == 0
    lines = [json.loads(line) for line in capfd.readouterr().out.splitlines()]
    assert lines[0]["record"] == "run" and lines[0]["schema"] == "sayso/1"
    assert [{k: v for k, v in line.items() if k != "record"} for line in lines if line["record"] == "statement"] == whole[
        "statements"
    ]


def test_the_report_is_written_and_named(pile: Path, capfd):
    assert main(["trace", "ferry.txt", "--report", "r.html"]) == 0
    assert "r.html" in capfd.readouterr().err
    assert b'name="generator" content="sayso' in (pile / "r.html").read_bytes()[:4096]
    assert main(["trace", "ferry.txt", "--report", "r.html"]) == 0, "our own report may be replaced"


def test_a_foreign_file_is_not_overwritten_and_no_work_is_done_first(pile: Path, capfd, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(casebook, "trace", lambda *_: pytest.fail("traced before looking at --report"))
    assert main(["trace", "ferry.txt", "--report", "rival.txt"]) == 3
    assert capfd.readouterr().err == (
        "sayso: rival.txt: exists and was not written by sayso; choose another name, or say --force to replace it\n"
    )
    assert (pile / "rival.txt").read_text(encoding="utf-8") == RIVAL


def test_force_replaces_it(pile: Path):
    assert main(["trace", "ferry.txt", "--report", "rival.txt", "--force"]) == 0
    assert (pile / "rival.txt").read_bytes().lstrip().lower().startswith(b"<!doctype html")


def test_a_book_makes_no_difference_to_the_result(pile: Path, capfd):
    plain = main(["trace", "--json", "ferry.txt", "rival.txt"]), capfd.readouterr().out
    first = main(["trace", "--json", "--book", "pile.sqlite", "ferry.txt", "rival.txt"]), capfd.readouterr().out
    again = main(["trace", "--json", "--book", "pile.sqlite", "rival.txt", "ferry.txt"]), capfd.readouterr().out
    assert plain == first == again


def test_a_file_that_is_no_book_is_left_alone(pile: Path, capfd):
    assert main(["trace", "--book", "rival.txt", "ferry.txt"]) == 3
    assert capfd.readouterr().err.startswith("sayso: rival.txt")
    assert (pile / "rival.txt").read_text(encoding="utf-8") == RIVAL


@pytest.mark.parametrize(
    "arguments",
    [
        ["trace"],
        ["trace", "--ferry", "ferry.txt"],
        ["trace", "--json", "--jsonl", "ferry.txt"],
        ["trace", "--map", "body", "ferry.txt"],
        ["trace", "--map", "ferry=body", "ferry.txt"],
        ["trace", "--independence", "relay,hearsay", "ferry.txt"],
        ["trace", "--settings", "none.toml", "ferry.txt"],
        ["sink"],
    ],
)
def test_wrong_usage_is_2_and_one_message(pile: Path, capfd, arguments: list[str]):
    assert main(arguments) == 2
    out, err = capfd.readouterr()
    assert out == "" and err and "Traceback" not in err


def test_a_folder_where_a_command_stands_is_told_what_reads_it(pile: Path, capfd):
    (pile / "pile").mkdir()
    assert main(["pile"]) == 2
    assert "pile is a file or folder, not a command; write: sayso trace pile" in capfd.readouterr().err


@pytest.mark.parametrize(
    ("book", "says"),
    [("none.sqlite", "sayso trace FOLDER --book none.sqlite makes that book"), ("pile", "sayso trace pile --book pile.sqlite")],
)
def test_a_book_that_is_not_there_is_said_with_how_to_make_one(pile: Path, capfd, book: str, says: str):
    (pile / "pile").mkdir()
    for command in (["find", "ferry", book], ["review", book], ["judge", "list", "--book", book]):
        assert main(command) == 2
        assert says in capfd.readouterr().err


def test_what_the_summary_has_named_is_not_named_again_on_one_screen(pile: Path, capfd):
    from sayso.cli.trace import SOME_REJECTED, name_rejected
    from sayso.model import Analyzer, Rejected, Report, Run

    few = Report(Run("", "", Analyzer("")), (), (), (), (), (), (), (), (Rejected("a.pdf", "a PDF file"),))
    assert name_rejected(few, True) == SOME_REJECTED and capfd.readouterr().err == ""
    assert name_rejected(few) == SOME_REJECTED and capfd.readouterr().err == "sayso: a.pdf: a PDF file\n"
    many = dataclasses.replace(few, rejected=few.rejected * 7)
    assert name_rejected(many, True) == SOME_REJECTED and len(capfd.readouterr().err.splitlines()) == 7


def test_settings_lie_where_the_command_is_typed(pile: Path, capfd):
    (pile / "sayso.toml").write_text("[ferry]\n")
    assert main(["trace", "ferry.txt"]) == 2
    assert "sayso.toml: there is no setting “ferry”" in capfd.readouterr().err


def test_json_lines_on_standard_input(pile: Path, capfd, monkeypatch: pytest.MonkeyPatch):
    rows = [{"url": "https://port.example/calla", "title": "Ferry sinks", "date": "2031-03-03", "text": FERRY}]
    lines = "\n".join([json.dumps(rows[0]), "{malformed", json.dumps({"url": "https://port.example/empty"})]).encode()
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(lines), encoding="utf-8"))
    assert main(["trace", "-", "--json"]) == 1
    out, err = capfd.readouterr()
    found = json.loads(out)
    assert [(d["url"], d["text"]) for d in found["documents"]] == [("https://port.example/calla", FERRY)]
    assert len(found["rejected"]) == 2 == len(err.splitlines())


def test_columns_may_have_other_names(pile: Path, capfd):
    (pile / "rows.jsonl").write_text(json.dumps({"link": "https://port.example/1", "body": FERRY}) + "\n", encoding="utf-8")
    assert main(["trace", "--json", "rows.jsonl", "--map", "text=body", "--map", "url=link"]) == 0
    (document,) = json.loads(capfd.readouterr().out)["documents"]
    assert (document["url"], document["text"]) == ("https://port.example/1", FERRY)


def test_the_fields_are_those_that_records_know():
    assert set(FIELDS) == set(KEYS)


def bad_inputs(pile: Path) -> dict[str, str]:
    """Inputs that cannot be read, by what is wrong with them, as they are typed."""
    (pile / "bare").mkdir()
    (pile / "empty.txt").touch()
    (pile / "binary.bin").write_bytes(bytes(range(256)) * 64)
    (pile / "line.jsonl").write_text('{"text": "The ferry \n', encoding="utf-8")
    return {
        "missing file": "nowhere.txt",
        "folder without pages": "bare",
        "empty file": "empty.txt",
        "binary": "binary.bin",
        "malformed JSON line": "line.jsonl",
    }


def test_each_bad_input_is_one_line_and_the_rest_goes_on(pile: Path, capfd):
    bad = bad_inputs(pile)
    assert main(["trace", "--json", *bad.values(), "ferry.txt"]) == 1
    out, err = capfd.readouterr()
    found = json.loads(out)
    assert [d["place"] for d in found["documents"]] == ["ferry.txt"]
    assert len(found["rejected"]) == len(bad) == len(err.splitlines()) == found["counts"]["rejected"]
    for name, place in bad.items():
        (line,) = [line for line in err.splitlines() if line.startswith(f"sayso: {place}")]
        assert len(line) > len(f"sayso: {place}: ") + 15, f"{name}: says what, where, why and what next"
        assert any(r["place"].startswith(place) and r["reason"] in line for r in found["rejected"]), name


def test_broken_encoding_is_read_and_said(pile: Path, capfd):
    (pile / "broken.txt").write_bytes(FERRY.encode().replace(b"Oda", b"\xff\xfe\x80Oda\xc3"))
    code = main(["trace", "--json", "broken.txt", "ferry.txt"])
    found = json.loads(capfd.readouterr().out)
    read = {d["place"]: d["degraded"] for d in found["documents"]}
    rejected = {r["place"] for r in found["rejected"]}
    assert code == bool(rejected)
    assert "broken.txt" in rejected or read["broken.txt"], "either refused or read with a word about it, never silently"


def test_a_line_of_20_megabytes_ends_in_time(pile: Path):
    (pile / "long.txt").write_text("The ferry sank, the harbour office said. " * 500_000, encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "-m", "sayso", "trace", "--json", "long.txt", "ferry.txt"],
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )
    found = json.loads(done.stdout)
    assert done.returncode == 1 and messages(done.stderr)[0].startswith("sayso: long.txt")
    assert [r["place"] for r in found["rejected"]] == ["long.txt"] and [d["place"] for d in found["documents"]] == ["ferry.txt"]


def test_a_name_that_is_no_utf8_does_not_stop_the_output(pile: Path, capfd):
    name = os.fsdecode(b"f\xffrry.txt")
    try:
        (pile / name).write_text(FERRY, encoding="utf-8")
    except OSError:
        return  # a file system that allows no such name has no such problem
    assert main(["trace", "--json", name, "none\x1b[2J.txt"]) == 1
    out, err = capfd.readouterr()
    assert json.loads(out)["counts"]["documents"] == 1
    assert "\x1b" not in err and len(err.splitlines()) == 1


@pytest.mark.parametrize(
    ("error", "code", "says"),
    [
        (StoreError("pile.sqlite: is locked; wait"), 3, "sayso: pile.sqlite: is locked; wait\n"),
        (
            OSError(28, "No space left on device", "r.html"),
            3,
            "sayso: r.html: No space left on device; check the path, the rights and the space there\n",
        ),
        (
            KeyError("x"),
            3,
            "sayso: a defect of sayso, not of your pages (KeyError: 'x'); run it again with --debug and report what it prints\n",
        ),
        (KeyboardInterrupt(), 130, "\nsayso: interrupted; nothing is half written, the same command can be run again\n"),
    ],
)
def test_what_goes_wrong_is_one_line(pile: Path, capfd, monkeypatch, error: BaseException, code: int, says: str):
    def fail(*_: object) -> None:
        raise error

    monkeypatch.setattr(casebook, "trace", fail)
    assert main(["trace", "ferry.txt"]) == code
    assert capfd.readouterr().err.lstrip("\n") == says.lstrip("\n")


def test_debug_shows_where(pile: Path, monkeypatch):
    monkeypatch.setattr(casebook, "trace", lambda *_: {}["x"])
    with pytest.raises(KeyError):
        main(["trace", "ferry.txt", "--debug"])


def test_a_reader_that_has_gone_is_no_error(pile: Path):
    script = f"{sys.executable} -m sayso trace --jsonl ferry.txt rival.txt | head -n 1"
    done = subprocess.run(["sh", "-c", script], capture_output=True, text=True, check=False, cwd=pile)
    assert messages(done.stderr) == [] and json.loads(done.stdout)["record"] == "run"


def test_rules_of_independence_can_be_chosen(pile: Path, capsysbinary: pytest.CaptureFixture[bytes]) -> None:
    def ranges(*rules: str) -> list[int]:
        assert main(["trace", "--json", "ferry.txt", "rival.txt", *rules]) == 0
        return [c["origins"]["high"] for c in json.loads(capsysbinary.readouterr().out)["claims"]]

    assert ranges() == ranges("--independence=identity,command,body,vague_office,office,reference,relay,occasion,lead,description,"
                              "translation,derivation") == ranges("--independence=-occasion")  # fmt: skip
    assert sum(ranges("--independence=")) > sum(ranges())
    assert ranges("--independence=") == ranges("--independence=-" + ",-".join(RULES))
