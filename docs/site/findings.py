"""A page for each finding, from the docstrings of the rules that make it."""

from __future__ import annotations

import ast
import re
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


Places = dict[str, dict[str, tuple[str, ast.AST]]]
"""For each module, what its names mean: the module where one is defined, and its definition."""


def rules(folder: Path) -> list[Rule]:
    """Every rule of ``assess/findings/``: a function whose docstring says what it finds."""
    trees = {path.stem: ast.parse(path.read_text(encoding="utf-8")) for path in sorted(folder.glob("*.py"))}
    places = {module: _defined(module, tree) for module, tree in trees.items()}
    out = []
    for module, tree in trees.items():
        for node in tree.body:
            if isinstance(node, ast.FunctionDef) and _is_rule(node):
                summary, *rest = (ast.get_docstring(node) or "").split("\n\n")
                parts = dict(_part(paragraph) for paragraph in rest)
                named = set(re.findall(r"``(\w+)``", parts.get("What", ""))) & set(RULES)
                out.append(Rule(module, node.name, _line(summary), parts, frozenset(named | _makes(node, module, places))))
    return out


def _is_rule(node: ast.AST) -> bool:
    return isinstance(node, ast.FunctionDef) and "What:" in (ast.get_docstring(node) or "")


def _part(paragraph: str) -> tuple[str, str]:
    head, _, text = _line(paragraph).partition(": ")
    return head, text


def _line(text: str) -> str:
    return " ".join(text.split())


def _makes(function: ast.FunctionDef, module: str, places: Places) -> set[str]:
    """The findings that a rule can make: names that it, or what it calls, writes down and does not merely compare with.

    What is called and has such a docstring itself is a rule of its own.
    """
    found, compared, seen = {function.name} & set(RULES), set[str](), {(module, function.name)}
    todo: list[tuple[str, ast.AST]] = [(module, function)]
    while todo:
        where, node = todo.pop()
        asked = {id(part) for c in ast.walk(node) if isinstance(c, ast.Compare) for part in ast.walk(c)}
        for part in ast.walk(node):
            if isinstance(part, ast.Constant) and part.value in RULES:
                (compared if id(part) in asked else found).add(str(part.value))
            if not isinstance(part, ast.Name) or id(part) in asked:
                continue
            home, met = _home(part.id, where, places)
            if met is not None and (home, part.id) not in seen and not _is_rule(met):
                seen.add((home, part.id))
                todo.append((home, met))
    return found or compared


def _home(name: str, module: str, places: Places) -> tuple[str, ast.AST | None]:
    """The module of this room that defines a name, and the definition."""
    home, node = places.get(module, {}).get(name, (module, None))
    return _home(name, home, places) if home != module else (home, node)


def _defined(module: str, tree: ast.Module) -> dict[str, tuple[str, ast.AST]]:
    found: dict[str, tuple[str, ast.AST]] = {}
    for node in tree.body if module != "remark" else ():  # how a remark is made, whatever its name
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("sayso.assess.findings."):
            found.update({alias.name: ((node.module or "").rpartition(".")[2], node) for alias in node.names})
        elif isinstance(node, ast.FunctionDef):
            found[node.name] = (module, node)
        elif isinstance(node, ast.Assign | ast.AnnAssign):
            targets = node.targets if isinstance(node, ast.Assign) else [node.target]
            found.update({target.id: (module, node) for target in targets if isinstance(target, ast.Name)})
    return found


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
