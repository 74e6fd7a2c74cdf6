"""What lint cannot say: sizes, names, notices, floors, tables, and that the documents name what there is."""

from __future__ import annotations

import ast
import os
import re
import resource
import subprocess
import sys
from pathlib import Path

import click
import pytest

import sayso
from resources import notice
from sayso import cli

ROOT = Path(__file__).parents[1]
SRC = ROOT / "src" / "sayso"
MODULES = sorted(SRC.rglob("*.py"))
DRAWERS = {"utils", "util", "helpers", "helper", "common", "core", "base", "misc", "manager", "handler", "tools", "stuff"}
LINES = 400
HELP_SECONDS = 1.0  # measured 0.15 s of CPU; 0.3 s is promised, and a busy test machine gets three times that
FOREIGN = re.compile(r"(?<![\w.])/(?:work|farm|root)/")


def test_there_are_modules_to_look_at():
    assert len(MODULES) > 20


@pytest.mark.parametrize("module", MODULES, ids=lambda p: str(p.relative_to(SRC)))
def test_module_is_small_named_by_a_noun_and_says_what_it_is(module: Path):
    text = module.read_text(encoding="utf-8")
    head = ast.get_docstring(ast.parse(text), clean=False) or ""
    lines = text.count("\n") - head.count("\n")
    assert lines <= LINES, f"{module.name} has {lines} lines below its docstring; find the wall inside it"
    assert module.stem not in DRAWERS and module.parent.name not in DRAWERS
    assert head or not text.strip(), f"{module}: no module docstring"


def test_casebook_can_be_read_by_a_newcomer():
    assert (SRC / "casebook.py").read_text(encoding="utf-8").count("\n") <= 200


def test_no_file_names_somebodys_machine():
    listed = subprocess.run(["git", "ls-files", "-co", "--exclude-standard"], cwd=ROOT, capture_output=True, text=True, check=True)
    texts = [
        ROOT / name for name in listed.stdout.splitlines() if Path(name).suffix in {".py", ".md", ".yml", ".json", ".toml", ".txt"}
    ]
    assert len(texts) > 40
    assert [p.name for p in texts if p.is_file() and p != Path(__file__) and FOREIGN.search(p.read_text(encoding="utf-8"))] == []


WORLD = {"time", "random", "secrets", "socket", "urllib.request", "uuid"}
ASKED = {("os", "environ"), ("os", "getenv"), ("datetime", "now"), ("datetime", "today"), ("datetime", "utcnow"), ("date", "today")}


@pytest.mark.parametrize("module", [m for m in MODULES if m.parent != SRC / "cli"], ids=lambda p: str(p.relative_to(SRC)))
def test_only_the_door_looks_at_the_world_and_nobody_uses_hash(module: Path):
    for node in ast.walk(ast.parse(module.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            assert not WORLD & {name.name for name in node.names}
        if isinstance(node, ast.ImportFrom):
            assert node.module not in WORLD
        if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name):
            assert (node.value.id, node.attr) not in ASKED
        assert not (isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "hash")


def test_notice_is_complete_and_right():
    _, wrong = notice.refreshed(ROOT, (ROOT / "NOTICE.md").read_text(encoding="utf-8"))
    assert wrong == []


def test_notice_tells_what_is_wrong(tmp_path: Path):
    (tmp_path / "resources").mkdir()
    (tmp_path / "resources" / "hats.yml").write_text("[]")
    text, wrong = notice.refreshed(tmp_path, "| `resources/caps.yml` | us | CC0 | `00` |\n")
    assert wrong == ["resources/caps.yml: has a row and does not exist", "resources/hats.yml: has no row"]
    _, wrong = notice.refreshed(tmp_path, text)
    assert wrong == ["resources/hats.yml: nobody has written down its origin and licence"]
    text, wrong = notice.refreshed(tmp_path, text.replace("| ? | ? |", "| us | CC0 |"))
    assert wrong == []
    (tmp_path / "resources" / "hats.yml").write_text("[1]")
    assert notice.refreshed(tmp_path, text)[1] == ["resources/hats.yml: its digest is another one"]


def test_tables_are_what_resources_say():
    done = subprocess.run(
        [sys.executable, ROOT / "resources" / "tables.py", "--check"], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout


def test_floors_are_kept():
    done = subprocess.run([Path(sys.executable).with_name("lint-imports")], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout


def test_public_names_are_there_sorted_and_have_a_home():
    assert sayso.__all__ == sorted(sayso.__all__)
    assert all(getattr(sayso, name) is not None for name in sayso.__all__)
    assert set(sayso._HOME) | {"__version__"} == set(sayso.__all__)
    with pytest.raises(AttributeError, match="no attribute 'truth'"):
        _ = sayso.truth


def test_nobody_inside_imports_the_root():
    for module in MODULES:
        for node in ast.walk(ast.parse(module.read_text(encoding="utf-8"))):
            if isinstance(node, ast.ImportFrom) and node.module == "sayso":
                assert not {name.name for name in node.names} & set(sayso.__all__), module


def commands() -> dict[str, click.Command]:
    def under(name: str, command: click.Command) -> dict[str, click.Command]:
        inner = command.commands.items() if isinstance(command, click.Group) else ()
        return {name: command} | {k: v for n, c in inner for k, v in under(f"{name} {n}", c).items()}

    return under("sayso", cli.sayso)


@pytest.mark.parametrize("name", commands())
def test_every_command_and_option_is_documented(name: str):
    text = (ROOT / "docs" / "commands.md").read_text(encoding="utf-8")
    section = text.partition(f"\n## `{name}`")[2].partition("\n## ")[0]
    assert section, f"docs/commands.md has no section for `{name}`"
    for parameter in commands()[name].params:
        if isinstance(parameter, click.Option):
            assert all(f"`{option}" in section for option in parameter.opts if option.startswith("--")), parameter.name


def test_documents_name_no_option_that_is_not_there():
    known = {option for command in commands().values() for parameter in command.params for option in parameter.opts} | {"--help"}
    for name in ("README.md", "docs/commands.md"):
        text = (ROOT / name).read_text(encoding="utf-8")
        assert set(re.findall(r"(?<=[`\s])--[a-z][a-z-]+", text)) <= known, name


def test_help_answers_at_once():
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    done = subprocess.run(
        [sys.executable, "-c", "from sayso.cli import main; main(['--help'])"], capture_output=True, text=True, check=True
    )
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    spent = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    print(f"sayso --help: {spent:.2f} s of CPU")
    assert "trace" in done.stdout
    assert spent < HELP_SECONDS


def test_help_imports_no_room():
    code = "import sys; from sayso.cli import main; main(['--help']); print(*sorted(m for m in sys.modules if m.count('.') < 2))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, env=os.environ)
    loaded = set(done.stdout.splitlines()[-1].split())
    assert not loaded & {"trafilatura", "lxml", "jinja2", "msgspec", "sayso.read", "sayso.link", "sayso.casebook"}
