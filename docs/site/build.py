"""Markdown into a static site: one style sheet in each page, no script, nothing loaded from anywhere.

Links between documents become links between pages. An address of the web stays a link, which is followed by whoever clicks it.
"""

from __future__ import annotations

import base64
import hashlib
import posixpath
import re
import shutil
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from urllib.parse import urlsplit

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markdown_it import MarkdownIt
from markdown_it.token import Token
from markupsafe import Markup

from docs.site import findings, generated

HERE = Path(__file__).parent
DOCS = HERE.parent
ROOT = DOCS.parent
WRITTEN = {
    "Use": ("start", "review", "screens", "incidents", "exports", "python", "commands", "settings", "analyzers"),
    "Read": ("nouns", "findings/index", "formats", "limits", "cite"),
    "Behind it": ("model-card", "labels", "decisions/index", "house", "changes", "notice"),
}
"""The pages in the margin, by heading; what is not written is made."""
OURS = ".sayso-docs"
"""Stands in a folder that was written here and may be written anew."""
LABELS = {"start": "Start", "formats": "Records: sayso/1", "notice": "Where data come from"}
"""What a page is called in the margin, where its title does not say it there."""
NAMED = re.compile(r"(?<!\]\()(?<![\w/`\[])docs/([\w/-]+\.md)(?![\w`])")
"""A document that is named in running text, as people read it in the source tree."""
FROM_ROOT = {"house": "HOUSE.md", "changes": "CHANGES.md", "notice": "NOTICE.md"}


@dataclass(frozen=True)
class Page:
    """A page: its place in the site, its title, its HTML and the ids in it."""

    place: str
    title: str
    body: str
    anchors: frozenset[str]


def sources() -> dict[str, str]:
    """Markdown of every page, by its place in the site."""
    out = {path.relative_to(DOCS).as_posix(): path.read_text(encoding="utf-8") for path in sorted(DOCS.rglob("*.md"))}
    out |= {f"{name}.md": (ROOT / file).read_text(encoding="utf-8").replace("](docs/", "](") for name, file in FROM_ROOT.items()}
    out |= findings.pages(findings.rules(ROOT / "src" / "sayso" / "assess" / "findings"), out["formats.md"])
    out["nouns.md"] = generated.nouns()
    out["commands.md"] = generated.with_help(out["commands.md"])
    out["python.md"] += "\n" + generated.python()
    decided = [(place, _title(text)) for place, text in out.items() if place.startswith("decisions/")]
    rows = [f"- [{title}]({posixpath.basename(place)})" for place, title in decided]
    out["decisions/index.md"] = "\n".join(
        ["# Decisions", "", "One page each: what was decided, why, and what was rejected.", "", *rows, ""]
    )
    return out


def pages(texts: dict[str, str]) -> dict[str, Page]:
    """Every page as HTML, by its place in the site."""
    return {place: _page(place, text, frozenset(texts)) for place, text in texts.items()}


def _title(text: str) -> str:
    found = re.search(r"^# (.+)$", text, re.MULTILINE)
    return found[1].replace("`", "") if found else "sayso"


def _page(place: str, text: str, known: frozenset[str]) -> Page:
    md = MarkdownIt("commonmark", {"html": False}).enable("table")
    tokens = md.parse(_linked(text, place, known))
    anchors: list[str] = []
    for before, token in pairwise(tokens):
        if before.type == "heading_open":
            before.attrSet("id", _anchor(token.content, anchors))
        for child in token.children or []:
            _lead(child, place, known)
    body = md.renderer.render(tokens, md.options, {})
    # What scrolls is reached by key; a head without words heads nothing.
    body = body.replace("<pre>", '<pre tabindex="0">').replace("<th></th>", "<td></td>")
    return Page(place, _title(text), body, frozenset(anchors))


def _linked(text: str, place: str, known: frozenset[str]) -> str:
    """The text with documents that it names outside of code as links."""

    def link(name: re.Match[str]) -> str:
        return f"[{name[1].removesuffix('.md')}]({posixpath.relpath(name[1], posixpath.dirname(place) or '.')})"

    parts = re.split(r"(?ms)(^```.*?^```$)", text)
    return "".join(p if p.startswith("```") else NAMED.sub(lambda m: link(m) if m[1] in known else m[0], p) for p in parts)


def _anchor(heading: str, taken: list[str]) -> str:
    """The id of a heading, as the usual hosts of Markdown make it."""
    slug = re.sub(r"[^\w\- ]", "", heading.lower()).strip().replace(" ", "-") or "section"
    made = slug if slug not in taken else f"{slug}-{sum(t == slug or t.startswith(slug + '-') for t in taken)}"
    taken.append(made)
    return made


def _lead(token: Token, place: str, known: frozenset[str]) -> None:
    """Turn a link to a document into one to its page; pictures and addresses of the web stay."""
    target = str(token.attrGet("href") or "")
    parts = urlsplit(target)
    if token.type != "link_open" or parts.scheme or parts.netloc or not parts.path:
        return
    path = posixpath.normpath(posixpath.join(posixpath.dirname(place), parts.path))
    path = {f"../{file}": f"{name}.md" for name, file in FROM_ROOT.items()}.get(path, path)
    path = f"{path}/index.md" if f"{path}/index.md" in known else path
    if path in known:
        away = posixpath.relpath(path, posixpath.dirname(place) or ".")
        token.attrSet("href", away.removesuffix(".md") + ".html" + (f"#{parts.fragment}" if parts.fragment else ""))


def write(out: Path) -> int:
    """Write the site into a folder that is emptied first; the number of its pages."""
    if out.exists() and not (out / OURS).exists():
        raise SystemExit(f"{out}: exists and is no site that was built here; choose another folder")
    made = pages(sources())
    shutil.rmtree(out, ignore_errors=True)
    env = Environment(
        loader=FileSystemLoader(HERE), autoescape=True, trim_blocks=True, lstrip_blocks=True, undefined=StrictUndefined
    )
    style = (HERE / "site.css").read_text(encoding="utf-8")
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode("ascii")
    for page in made.values():
        file = out / page.place.removesuffix(".md")
        file = file.with_name(file.name + ".html")
        file.parent.mkdir(parents=True, exist_ok=True)
        up = "../" * page.place.count("/")
        margin = {
            head: [(f"{up}{name}.html", LABELS.get(name, made[f"{name}.md"].title), f"{name}.md" == page.place) for name in names]
            for head, names in WRITTEN.items()
        }
        values = {
            "page": page,
            "body": Markup(page.body),
            "margin": margin,
            "home": f"{up}index.html",
            "style": Markup(style),
            "digest": digest,
        }
        file.write_text(env.get_template("page.html.j2").render(values), encoding="utf-8")
    shutil.copyfile(out / "start.html", out / "index.html")
    shutil.copytree(DOCS / "pictures", out / "pictures")
    (out / OURS).write_text("", encoding="utf-8")
    return len(made)
