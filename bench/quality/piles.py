"""The invented piles of ``disputes/`` and the stories of ``stories/``, as sayso reads them: for the programs of this folder.

``disputes.py`` says what the lines of an invented pile mean. A story is read as it is traced: its digests with the addresses of
meta.json, and nothing else that is known of them.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, NamedTuple

from sayso import casebook
from sayso.assess.copies import looked_at
from sayso.assess.pile import Pile
from sayso.model import Document, Report, Span

HERE = Path(__file__).parent
DISPUTES, STORIES = HERE / "disputes", HERE / "stories" / "read"
KEPT = ("dF", "dH")
WHY = frozenset("later part other unit rounded bound agree aside".split())
KINDS = ("denies", "figures", "apart", "right", "wrong", "none", "from")
_PASSAGE = re.compile(r"<(?P<name>[a-z]{1,2})\|(?P<told>[^<>]*)>")
_SAYS = re.compile(rf"(?P<kind>{'|'.join(KINDS)}) (?P<a>[a-z]{{1,2}})(?: (?P<b>[a-z]{{1,2}})\b)?:? *(?P<rest>.*)")
Row = dict[str, str]


def stem(path: Path) -> str:
    """The part of a file's name that says who wrote it: "dB" of ``dB_03.txt``."""
    return path.name.partition("_")[0]


def files(folder: Path, kept: Sequence[str], wanted: str) -> tuple[list[Path], bool]:
    """The files of a folder by their stems ("dB,dC"), "kept" or "seen", and whether they may be looked at: none of them is kept."""
    every = {p: stem(p) for p in sorted(folder.glob("*.txt"))}
    groups = {"kept": {*kept}, "seen": {*every.values()} - {*kept}}
    asked = groups.get(wanted, {*wanted.split(",")})
    return [p for p, s in every.items() if s in asked], not asked & {*kept}


def chosen(folder: Path, kept: Sequence[str], wanted: str) -> tuple[list[Path], bool]:
    """The same by whole names: "en_1,en_2", "kept" or "seen"."""
    every = {p.stem: p for p in sorted(folder.glob("*.txt"))}
    asked = {"kept": {*kept}, "seen": {*every} - {*kept}}.get(wanted, {*wanted.split(",")})
    return [p for stem, p in every.items() if stem in asked], not asked & {*kept}


@dataclass
class Page:
    """One page: its head, its text without marks, and where each passage lies in that text."""

    outlet: str
    date: str
    text: str = ""
    passages: dict[str, Span] = field(default_factory=dict)


@dataclass
class Told:
    """Pages and what is said of them: kind, passages, the rest of the line."""

    title: str
    pages: list[Page] = field(default_factory=list)
    says: list[tuple[str, tuple[str, ...], str]] = field(default_factory=list)


def bare(pile: Told, marked: str) -> None:
    """Append a line to the text of the pile's last page, its marks taken out."""
    page, at = pile.pages[-1], 0
    for m in _PASSAGE.finditer(marked):
        if any(m["name"] in p.passages for p in pile.pages):
            raise ValueError("a passage that is there twice")
        page.text += marked[at : m.start()]
        page.passages[m["name"]] = Span(len(page.text), len(page.text) + len(m["told"]))
        page.text, at = page.text + m["told"], m.end()
    if set("<>|") & set(marked[at:]):
        raise ValueError("a mark is open")
    page.text += marked[at:] + "\n"


def piles(text: str) -> list[Told]:
    """The piles of a file; ValueError names the line that says nothing, or of no passage."""
    out: list[Told] = []
    for number, line in enumerate(text.splitlines(), start=1):
        try:
            _line(out, line)
        except (ValueError, IndexError) as error:
            raise ValueError(f"line {number}: {error or line}") from None
    return out


def _line(out: list[Told], line: str) -> None:
    """Add one line of a file to its piles."""
    says = _SAYS.fullmatch(line.strip())
    if line.startswith("@ "):
        out.append(Told(line[2:].strip()))
    elif line.startswith("> "):
        head = [p.strip() for p in line[2:].split("|", 3)]
        if len(head) < 4 or out[-1].says:
            raise ValueError("a page has an id, an outlet, a date and a headline, and stands before what is said of the pile")
        out[-1].pages.append(Page(head[1], head[2], f"{head[3]}\n\n"))
    elif says:
        names = tuple(n for n in (says["a"], says["b"]) if n)
        if not {n for p in out[-1].pages for n in p.passages} >= set(names):
            raise ValueError("a passage that is not there")
        if says["kind"] == "apart" and says["rest"] not in WHY:
            raise ValueError("why are they apart?")
        out[-1].says.append((says["kind"], names, says["rest"]))
    elif line.strip() and (not out or not out[-1].pages or out[-1].says):
        raise ValueError("no line of a pile")
    elif out and out[-1].pages and not out[-1].says:
        bare(out[-1], line)


def invented(wanted: str) -> list[tuple[str, Told]]:
    """The invented piles of some files, each with the stem of its file."""
    return [(stem(p), told) for p in files(DISPUTES, KEPT, wanted)[0] for told in piles(p.read_text(encoding="utf-8"))]


def rows(told: Told) -> list[Row]:
    """The pages of an invented pile."""
    return [
        {"url": f"https://page{n}.example/", "outlet": p.outlet, "date": p.date, "language": "en", "text": p.text}
        for n, p in enumerate(told.pages)
    ]


class Story(NamedTuple):
    """A story: its name, its pages, the address of each by the names that its gold uses, and its gold."""

    name: str
    pages: list[Row]
    url: dict[str, str]
    gold: dict[str, list[dict[str, Any]]]


def stories() -> list[Story]:
    """The stories that may be looked at."""
    out = []
    for folder in sorted(p for p in STORIES.iterdir() if p.is_dir()):
        gold, meta = (json.loads((folder / f"{n}.json").read_text(encoding="utf-8")) for n in ("gold", "meta"))
        listed = meta["documents"]
        pages = [{"url": d["url"], "text": (folder / d["file"]).read_bytes().decode("utf-8"), "id": d["id"]} for d in listed]
        out.append(Story(folder.name, pages, {d["id"]: d["url"] for d in listed}, gold))
    return out


def place(pages: Sequence[Mapping[str, str]], folder: Path, name: str = "pile") -> str:
    """Pages written down, and where."""
    path = folder / f"{name}.jsonl"
    path.write_text("".join(json.dumps(p, ensure_ascii=False) + "\n" for p in pages), encoding="utf-8")
    return str(path)


def report(pages: Sequence[Mapping[str, str]], folder: Path) -> Report:
    """What sayso says of some pages."""
    return casebook.trace([place(pages, folder)])


def indexed(pages: Sequence[Mapping[str, str]], folder: Path, name: str = "pile") -> Pile:
    """Some pages read and linked and not yet assessed: the pile that the rules see."""
    return looked_at(Pile(*casebook.linked(casebook.searched([place(pages, folder, name)]).readings)))


def lying(told: Told, documents: Iterable[Document]) -> dict[str, tuple[str, Span]]:
    """Where each passage of an invented pile lies: document and span; ValueError where a page was read as another text."""
    by_url = {d.url: d for d in documents}
    at: dict[str, tuple[str, Span]] = {}
    for page, row in zip(told.pages, rows(told), strict=True):
        document = by_url[row["url"]]
        if document.text != page.text:
            raise ValueError(f"{told.title}: another text than the page's")
        at |= {name: (document.id, span) for name, span in page.passages.items()}
    return at
