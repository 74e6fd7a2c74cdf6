"""The site is whole: every link leads somewhere, nothing is loaded from elsewhere, and all there is is documented."""

from __future__ import annotations

import re
from dataclasses import fields, is_dataclass
from html.parser import HTMLParser
from inspect import isclass
from pathlib import Path
from urllib.parse import unquote, urlsplit

import click
import pytest

import sayso
from sayso import cli, model
from sayso.settings import KNOWN
from sayso.show.words import RULES

build = pytest.importorskip("docs.site.build", reason="markdown-it-py is not here", exc_type=ImportError)
findings = pytest.importorskip("docs.site.findings", exc_type=ImportError)

ROOT = Path(__file__).parents[2]
LOADING = {"script", "iframe", "object", "embed", "audio", "video", "source", "base", "form", "input", "button", "svg"}


class Seen(HTMLParser):
    """Ids, links, pictures and tags of a page."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.ids: list[str] = []
        self.links: list[str] = []
        self.pictures: list[str] = []
        self.tags: set[str] = set()
        self.text = text
        self.feed(text)

    def handle_starttag(self, tag, attrs):
        given = dict(attrs)
        self.tags.add(tag)
        self.ids += [given["id"]] if "id" in given else []
        self.links += [given["href"]] if "href" in given else []
        self.pictures += [given["src"]] if "src" in given else []
        assert not [name for name in given if name.startswith("on") or name in ("style", "srcset", "background")]


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Seen]:
    """The site, built once; each page by its place in it."""
    out = tmp_path_factory.mktemp("site") / "docs"
    number = build.write(out)
    pages = {file.relative_to(out).as_posix(): Seen(file.read_text(encoding="utf-8")) for file in sorted(out.rglob("*.html"))}
    assert len(pages) == number + 1  # the start page stands twice
    pages[""] = Seen("")
    pages[""].links = [f.relative_to(out).as_posix() for f in sorted(out.rglob("*")) if f.is_file()]
    return pages


def files(site: dict[str, Seen]) -> set[str]:
    return set(site[""].links)


def led(place: str, target: str) -> tuple[str, str]:
    """The place in the site that a link leads to, and the id there."""
    parts = urlsplit(target)
    path = Path("/", place).parent / unquote(parts.path) if parts.path else Path("/", place)
    return path.resolve().as_posix().removeprefix("/"), parts.fragment


def test_every_link_leads_somewhere(site: dict[str, Seen]):
    wrong = []
    for place, page in site.items():
        for target in page.links if place else ():
            if urlsplit(target).scheme in ("http", "https"):
                continue
            there, anchor = led(place, target)
            if there not in files(site) or (anchor and anchor not in site[there].ids):
                wrong.append(f"{place}: {target}")
        wrong += [f"{place}: {p}" for p in page.pictures if led(place, p)[0] not in files(site)]
        wrong += [f"{place}: two places are called {i}" for i in set(page.ids) if page.ids.count(i) > 1]
    assert wrong == []


def test_every_page_can_be_reached(site: dict[str, Seen]):
    reached, todo = set[str](), ["index.html"]
    while todo:
        place = todo.pop()
        if place not in reached and place in site:
            reached.add(place)
            todo += [led(place, link)[0] for link in site[place].links if not urlsplit(link).scheme]
    assert set(site) - reached == {""}


def test_nothing_is_loaded_and_nothing_runs(site: dict[str, Seen]):
    for place, page in site.items():
        if not place:
            continue
        assert not page.tags & LOADING and "link" not in page.tags, place
        assert all(not urlsplit(p).scheme and not urlsplit(p).netloc for p in page.pictures), place
        assert not re.search(r"@import|url\(", page.text.partition("<style>")[2].partition("</style>")[0])
        assert "default-src 'none'; style-src 'sha256-" in page.text


def test_the_style_sheet_is_the_one_that_the_policy_allows(site: dict[str, Seen]):
    import base64
    import hashlib

    page = site["index.html"].text
    style = page.partition("<style>")[2].partition("</style>")[0]
    assert base64.b64encode(hashlib.sha256(style.encode()).digest()).decode() in page


def test_a_foreign_folder_is_never_emptied(tmp_path: Path):
    (tmp_path / "diary.txt").write_text("mine")
    with pytest.raises(SystemExit, match="choose another folder"):
        build.write(tmp_path)
    assert (tmp_path / "diary.txt").exists()


def commands() -> dict[str, click.Command]:
    return {"sayso": cli.sayso} | {f"sayso {name}": command for name, command in cli.sayso.commands.items()}


@pytest.fixture(scope="module")
def texts() -> dict[str, str]:
    return build.sources()


def test_every_command_has_a_section_and_every_option_a_sentence(texts: dict[str, str]):
    for name, command in commands().items():
        section = texts["commands.md"].partition(f"\n## `{name}`")[2].partition("\n## ")[0]
        assert f"Usage: {name} " in section, f"docs/commands.md has no section for `{name}`"
        for parameter in command.params:
            if isinstance(parameter, click.Option):
                assert parameter.help and parameter.help.endswith((".", ")")), (
                    f"{name} {parameter.opts}: no help, or half a sentence"
                )
                assert all(f"  {option}" in section for option in parameter.opts if option.startswith("--"))
            else:
                shown = (parameter.metavar or parameter.name or "").strip("[].…").lower()
                assert shown.split()[0].lower() in section.lower(), f"{name}: {shown} is not spoken of"
        assert command.help and (name == "sayso" or command.short_help), name


def test_every_setting_is_documented_with_its_default(texts: dict[str, str]):
    defaults = sayso.Settings()
    for room, keys in KNOWN.items():
        section = texts["settings.md"].partition(f"## `[{room}]`")[2].partition("\n## ")[0]
        rows = dict(re.findall(r"^\| `(\w+)` \| ([^|]+) \|", section, re.MULTILINE))
        assert set(rows) == set(keys), f"docs/settings.md, [{room}]"
        for key, said in rows.items():
            value = getattr(getattr(defaults, room), key)
            if isinstance(value, bool | int):
                assert said.strip(" `") == str(value).lower(), f"[{room}] {key}: the default is {value}"
    assert f'analyzer = "{defaults.analyzer}"' in texts["settings.md"]


def test_every_finding_has_its_page_and_every_rule_says_all_four_things(texts: dict[str, str]):
    named = findings.families(texts["formats.md"])
    assert {name for names in named.values() for name in names} == set(RULES)
    assert all(f"findings/{name}.md" in texts for name in RULES)
    found = findings.rules(ROOT / "src" / "sayso" / "assess" / "findings")
    assert len(found) > 50
    for rule in found:
        assert set(rule.parts) == set(findings.PARTS), f"{rule.module}.{rule.name}: its docstring says {', '.join(rule.parts)}"
        assert rule.makes, f"{rule.module}.{rule.name}: which finding does it make?"


def test_what_the_demo_finds_is_made_by_a_rule_that_is_documented(texts: dict[str, str]):
    story = ROOT / "src" / "sayso" / "cli" / "stories" / "dam"
    for rule in {f.rule for f in sayso.trace(story, sayso.Settings(analyzer="rules")).report.findings}:
        assert "\n## " in texts[f"findings/{rule}.md"], rule


def test_every_noun_and_public_name_is_documented(texts: dict[str, str]):
    for name, kind in vars(model).items():
        if isclass(kind) and kind.__module__ == model.__name__:
            section = texts["nouns.md"].partition(f"\n## {name}\n")[2].partition("\n## ")[0]
            assert section.strip(), name
            assert all(f"| `{f.name}` |" in section for f in (fields(kind) if is_dataclass(kind) else ())), name
    assert all(f"`{name}`" in texts["python.md"] or f"### {name}\n" in texts["python.md"] for name in sayso.__all__)


def test_every_document_is_in_the_site(site: dict[str, Seen]):
    assert {p.relative_to(ROOT / "docs").with_suffix(".html").as_posix() for p in (ROOT / "docs").rglob("*.md")} <= set(site)


def test_the_citation_is_of_this_program():
    text = (ROOT / "CITATION.cff").read_text(encoding="utf-8")
    project = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    version, licence = (re.search(rf'^{key} = "([^"]+)"', project, re.MULTILINE)[1] for key in ("version", "license"))
    assert f"\nversion: {version}\n" in text and f"\nlicense: {licence}\n" in text and text.startswith("cff-version: 1.2.0\n")


def test_words_of_a_document_do_no_harm():
    made = build.pages(
        {
            "x.md": "# A\n\n<script>alert(1)</script> [a](javascript:alert(1)) ![p](x.png)\n\n## A\n",
            "y.md": "docs/x.md `docs/x.md`\n",
        }
    )
    assert "<script" not in made["x.md"].body and 'href="javascript' not in made["x.md"].body
    assert made["x.md"].anchors == {"a", "a-1"}
    assert made["y.md"].body == '<p><a href="x.html">x</a> <code>docs/x.md</code></p>\n'
