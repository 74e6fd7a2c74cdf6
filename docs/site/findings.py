"""A page for each finding, from the docstrings of the rules that make it."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from sayso.show.words import RULES, STATES

PARTS = ("What", "Why it matters", "Not when", "Example (fiction)")
"""What the docstring of a rule has to say, in this order."""
FAMILIES = {"retelling": "What changed on the way", "sourcing": "Whom a claim rests on", "conflict": "What does not fit together",
            "sums": "Numbers", "dates": "Dates of pages"}  # fmt: skip


@dataclass(frozen=True)
class Rule:
    """A function that makes findings, and the names of those that it makes."""

    module: str
    name: str
    summary: str
    parts: dict[str, str]
    makes: frozenset[str]


def rules(folder: Path) -> list[Rule]:
    """Every rule of ``assess/findings/``: a function whose docstring says what it finds."""
    trees = {path.stem: ast.parse(path.read_text(encoding="utf-8")) for path in sorted(folder.glob("*.py"))}
    out = []
    for module, tree in trees.items():
        for node in tree.body:
            if isinstance(node, ast.FunctionDef) and "What:" in (said := ast.get_docstring(node) or ""):
                summary, *rest = said.split("\n\n")
                parts = dict(_part(paragraph) for paragraph in rest)
                named = set(re.findall(r"``(\w+)``", parts.get("What", ""))) & set(RULES)
                out.append(Rule(module, node.name, _line(summary), parts, frozenset(named | _makes(node, module, trees))))
    return out


def _part(paragraph: str) -> tuple[str, str]:
    head, _, text = _line(paragraph).partition(": ")
    return head, text


def _line(text: str) -> str:
    return " ".join(text.split())


def _makes(function: ast.FunctionDef, module: str, trees: dict[str, ast.Module]) -> set[str]:
    """The findings that a rule can make: names that it, or what it calls, writes down and does not merely compare with."""
    found, compared, seen = {function.name} & set(RULES), set[str](), {function.name}
    todo: list[tuple[str, ast.AST]] = [(module, function)]
    while todo:
        where, node = todo.pop()
        asked = {id(part) for c in ast.walk(node) if isinstance(c, ast.Compare) for part in ast.walk(c)}
        for part in ast.walk(node):
            if isinstance(part, ast.Constant) and part.value in RULES:
                (compared if id(part) in asked else found).add(str(part.value))
            elif (
                isinstance(part, ast.Name)
                and id(part) not in asked
                and part.id not in seen
                and (met := _defined(part.id, where, trees))
            ):
                seen.add(part.id)
                todo.append(met)
    return found or compared


def _defined(name: str, module: str, trees: dict[str, ast.Module]) -> tuple[str, ast.AST] | None:
    """Where a name of a module of this room is defined, if it is no rule with a docstring of its own."""
    if module not in trees or module == "remark":
        return None
    for node in trees[module].body:
        if isinstance(node, ast.ImportFrom) and node.module and name in {a.name for a in node.names}:
            home = node.module.rpartition(".")[2]
            return _defined(name, home, trees) if node.module.startswith("sayso.assess.findings.") else None
        if isinstance(node, ast.FunctionDef) and node.name == name:
            return None if "What:" in (ast.get_docstring(node) or "") else (module, node)
        if isinstance(node, ast.Assign | ast.AnnAssign) and any(isinstance(t, ast.Name) and t.id == name for t in _targets(node)):
            return module, node
    return None


def _targets(node: ast.Assign | ast.AnnAssign) -> Iterator[ast.expr]:
    yield from node.targets if isinstance(node, ast.Assign) else [node.target]


def families(formats: str) -> dict[str, list[str]]:
    """The names of the findings by family, as docs/formats.md has them."""
    rows = re.findall(r"^\| (\w+) \| ([a-z_ ]+) \|$", formats.partition("\n## Findings")[2], re.MULTILINE)
    return {family: names.split() for family, names in rows if family != "family"}


def pages(found: list[Rule], formats: str) -> dict[str, str]:
    """Markdown by place in the site: an overview, and a page a finding."""
    named = families(formats)
    said = (
        "A finding says what two passages say, with the passages as evidence and what would overturn it. It never says which "
        "passage is right. These pages are made from the rules themselves."
    )
    index = ["# Findings", said]
    out = {}
    for family, names in named.items():
        rows = [f"| [`{name}`]({name}.md) | {RULES[name]} |" for name in names]
        index.append("\n".join([f"## {FAMILIES.get(family, family)}", "", "| finding | is called |", "|---|---|", *rows]))
        for name in names:
            out[f"findings/{name}.md"] = _page(name, family, [r for r in found if name in r.makes])
    return {"findings/index.md": "\n\n".join(index) + "\n", **out}


def _page(name: str, family: str, made_by: list[Rule]) -> str:
    out = [f"# {RULES[name]}", f"`{name}`, of the family [{FAMILIES.get(family, family)}](index.md)."]
    if not made_by and name in STATES:
        out.append(f"This is said as a state of the claim: {STATES[name][1]} There is no remark of its own for it.")
    elif not made_by:
        out.append("A name of sayso/1 that this version gives to no remark.")
    for rule in sorted(made_by, key=lambda r: (r.name != name, r.module, r.name)):
        out.append(f"## {_marked(rule.summary.rstrip('.'), name)}")
        out += [f"**{part}.** {_marked(text[:1].upper() + text[1:], name)}" for part, text in rule.parts.items()]
        out.append(f"Rule `{rule.name}` in `src/sayso/assess/findings/{rule.module}.py`.")
    return "\n\n".join(out) + "\n"


def _marked(text: str, name: str) -> str:
    """Words between double backquotes as code, and the names of other findings as links."""
    return re.sub(r"``([^`]+)``", lambda m: f"[`{m[1]}`]({m[1]}.md)" if m[1] in RULES and m[1] != name else f"`{m[1]}`", text)
