"""What the documents tell people to type works: blocks of ``console`` and ``python`` run, offline, on three short pages.

Pipes are taken apart here (``cat FILE | sayso …``, ``sayso … | jq FILTER``): no shell runs, and jq need not be there.
"""

from __future__ import annotations

import glob
import io
import json
import re
import shlex
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

from sayso import cli

ROOT = Path(__file__).parents[2]
DOCUMENTS = ("README.md", "docs/start.md", "docs/python.md")
FERRY = "The ferry carried {} passengers when it ran aground, {}."
PAGES = {
    "clips/1-tern.html": "<title>The ferry</title><p>" + FERRY.format(240, "harbour master Ivo Tarn told Tern Agency on Monday"),
    "clips/2-post.txt": FERRY.format(240, "Tern Agency reported, citing harbour master Ivo Tarn"),
    "clips/3-echo.txt": FERRY.format(420, "Tern Agency reported"),
    "notes.txt": FERRY.format(240, "a deckhand said"),
    "feed.jsonl": json.dumps({"body": FERRY.format(240, "a diver said")}) + "\n",
}
PARSED = {"demo", "review"}
"""Commands of which only the spelling is looked at: one has a test of its own (tests/cli/test_demo.py), one waits for a browser."""


@dataclass(frozen=True)
class Block:
    """A fenced block and where it stands."""

    document: str
    line: int
    kind: str
    text: str

    def __str__(self) -> str:
        return f"{self.document}:{self.line}"


def blocks(document: str) -> list[Block]:
    text = (ROOT / document).read_text(encoding="utf-8")
    found = re.finditer(r"^```(console|python)\n(.*?)^```$", text, re.MULTILINE | re.DOTALL)
    return [Block(document, text.count("\n", 0, m.start()) + 1, m[1], m[2]) for m in found]


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with pages, in which the reader of a document sits; the rules read English ten times as fast as the model."""
    for place, text in PAGES.items():
        (tmp_path / place).parent.mkdir(exist_ok=True)
        (tmp_path / place).write_text(text, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("SAYSO_ANALYZER", "rules")
    return tmp_path


def typed(text: str) -> list[str]:
    """What is typed in a console block, without remarks."""
    return [line[2:].partition("  #")[0].strip() for line in text.splitlines() if line.startswith("$ ")]


def run(line: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    """Run one line as a shell would."""
    given = ""
    for part in line.split(" | "):
        program, *words = shlex.split(part)
        arguments = [place for word in words for place in (sorted(glob.glob(word)) or [word])]
        if program == "cat":
            given = "".join(Path(file).read_text(encoding="utf-8") for file in arguments)
        elif program == "make":
            assert all(
                re.search(rf"^{target}:", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE) for target in arguments
            )
        elif program == "pip":
            assert arguments == ["install", "."]
        elif program == "jq":
            assert picked(json.loads(given), arguments[0])
        else:
            assert program == "sayso", f"{line}: how is {program} to be tested?"
            given = sayso(arguments, given, monkeypatch, capsys)


def picked(record: object, path: str) -> list[object]:
    """What a filter of jq of the form ``.claims[].gist`` picks."""
    found = [record]
    for key in re.findall(r"\.(\w+)|(\[\])", path):
        found = [row for one in found for row in one] if key[1] else [one[key[0]] for one in found]
    return found


def sayso(arguments: list[str], given: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> str:
    if arguments[0] in PARSED:
        cli.sayso.commands[arguments[0]].make_context(arguments[0], arguments[1:])
        return ""
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(given.encode())))
    code = cli.main(arguments)
    out, err = capsys.readouterr()
    assert code == 0, f"sayso {shlex.join(arguments)}: exit code {code}\n{err}"
    return out


@pytest.mark.parametrize("document", DOCUMENTS)
def test_what_is_to_be_typed_works(document: str, desk: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]):
    found = [b for b in blocks(document) if b.kind == "console"]
    assert found or document == "docs/python.md"
    for block in found:
        assert typed(block.text), block
        for line in typed(block.text):
            run(line, monkeypatch, capsys)


@pytest.mark.parametrize("document", DOCUMENTS)
def test_what_is_to_be_run_in_python_runs(document: str, desk: Path):
    names: dict[str, object] = {"__name__": "__main__"}
    found = [b for b in blocks(document) if b.kind == "python"]
    assert found
    for block in found:
        exec(compile("\n" * block.line + block.text, block.document, "exec"), names)


def test_a_wrong_line_is_noticed(desk: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]):
    for line in ("sayso trace nowhere/", "sayso trace clips/ --jsn", "make tea", "sayso trace clips/ --json | jq .claim", "curl x"):
        with pytest.raises((AssertionError, KeyError)):
            run(line, monkeypatch, capsys)
    with pytest.raises(Exception, match="prot"):
        run("sayso review pile.sqlite --prot 1", monkeypatch, capsys)
