"""The door for programs: what it says is the casebook's, what it shows loads nothing and runs nothing."""

from __future__ import annotations

import re
import subprocess
import sys
from html.parser import HTMLParser
from pathlib import Path

import pytest

import sayso
from sayso import casebook
from sayso.api import notebook
from sayso.errors import StoreError, UsageError
from sayso.show.sentences import Foreign
from sayso.store.book import Book
from sayso.store.judgements import log

RULES = sayso.Settings(analyzer="rules")
FERRY = "The ferry carried {} passengers when it ran aground, {}.\n"
PAGES = {
    "tern.txt": FERRY.format(240, "harbour master Ivo Tarn told Tern Agency on Monday"),
    "post.txt": FERRY.format(240, "Tern Agency reported, citing harbour master Ivo Tarn"),
    "echo.txt": FERRY.format(420, "Tern Agency reported"),
}


@pytest.fixture(scope="module")
def clips(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("clips")
    for name, text in PAGES.items():
        (folder / name).write_text(text, encoding="utf-8")
    return folder


@pytest.fixture(scope="module")
def pile(clips: Path) -> sayso.Pile:
    return sayso.trace(clips, RULES)


@pytest.fixture
def booked(clips: Path, tmp_path: Path) -> sayso.Pile:
    return sayso.open(tmp_path / "pile.sqlite").trace([str(clips / name) for name in PAGES], RULES)


def test_ten_lines_from_a_folder_to_an_answer(booked: sayso.Pile):
    claim = booked.claims()[0]
    assert len(claim.pages) == 3 and "ferry" in claim.gist
    assert booked.explain(claim).grounds
    first, *others = claim.tellings
    assert booked.judge("not-same", first, others, by="Ada Fenn", note="another ferry") == 1
    assert [len(c.pages) for c in booked.claims()][:2] == [2, 1]
    assert booked.undo() == 1
    assert [c.pages for c in booked.claims()] == [claim.pages]


def test_it_is_the_casebook_that_speaks(pile: sayso.Pile, clips: Path):
    assert pile.report == casebook.trace([str(clips)], RULES)
    assert [c.claim for c in pile.claims()] == list({c.id: c.claim for c in pile.claims()}.values())
    assert {c.id for c in pile.claims()} == {c.id for c in pile.report.claims}
    assert {f.rule for f in pile.findings()} >= {"number_changed"}
    assert [f.rule for f in pile.findings("number_changed")] == ["number_changed"]


def test_one_path_may_be_named_alone_and_order_is_nothing(clips: Path, pile: sayso.Pile):
    assert sayso.trace(str(clips), RULES).report == sayso.trace(iter([clips]), RULES).report == pile.report


def test_a_book_opened_again_says_the_same_and_keeps_judgements(booked: sayso.Pile):
    again = sayso.open(booked.book)
    assert again.report == booked.report
    a, b = (again.claims()[0].tellings[n] for n in (0, 1))
    again.judge("not-same", a, b)
    assert sayso.open(booked.book).report == again.report != booked.report
    with Book(booked.book) as memory:
        assert re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ", log(memory)[0].at)


def test_a_judgement_of_the_command_line_holds(booked: sayso.Pile):
    from sayso.cli import main

    first, second, *_ = booked.claims()[0].tellings
    assert main(["judge", "not-same", first.statement.id, second.statement.id, "--book", str(booked.book)]) == 0
    assert len(sayso.open(booked.book).claims()) > len(booked.claims())


def test_claims_are_made_one_and_links_taken_away(booked: sayso.Pile):
    first, *others = booked.claims()[0].tellings
    booked.judge("not-same", first, others)
    booked.judge("same", *booked.claims()[:2])
    assert len(booked.claims()[0].pages) == 3
    step = booked.report.derivations[0]
    booked.judge("not-from", step)
    assert (step.document, step.from_) not in {(d.document, d.from_) for d in booked.report.derivations}
    booked.judge("source", first, "a deckhand")
    assert next(t for c in booked.claims() for t in c.tellings if t.statement.id == first.statement.id).statement.chain[
        -1
    ].name == ("a deckhand")
    assert booked.judge("note", booked.claims()[0], "ask the harbour office") == 5


def test_a_sentence_finds_its_claim(booked: sayso.Pile):
    assert booked.claims("240 passengers")[0] == booked.claims()[0]
    assert booked.claims("zeppelin") == ()


def test_reasons_add_up_and_are_those_of_the_report(pile: sayso.Pile):
    claim = pile.claims()[0]
    for ground in pile.explain(claim).grounds:
        assert sum(w.weight for w in ground.why) == pytest.approx(ground.weight)
    tie = pile.report.ties[0]
    assert pile.explain(tie) == pile.explain(tie.a, tie.b)
    assert pile.explain(tie.b[:8], tie.a).grounds == pile.explain(tie).grounds
    assert pile.explain(tie).grounds[0].why == tie.why
    step = pile.report.derivations[0]
    assert "names" in str(pile.explain(step))
    page = pile.pages[0]
    assert pile.explain(page) == pile.explain(page.document) == pile.explain(page.document.id)
    assert "bits" in str(pile.explain(claim.tellings[0]))
    assert pile.explain(page, claim.tellings[0]).grounds == ()


def test_what_cannot_be_says_why(pile: sayso.Pile, tmp_path: Path):
    with pytest.raises(UsageError, match=r"sayso\.open"):
        pile.judge("same", "aaaa", "bbbb")
    with pytest.raises(UsageError, match=r"sayso\.open"):
        pile.claims("ferry")
    with pytest.raises(UsageError, match="no finding called"):
        pile.findings("fake")
    with pytest.raises(UsageError, match="nothing in this pile"):
        pile.explain("zzzz")
    with pytest.raises(UsageError, match="name both"):
        pile.judge("same", pile.claims()[0])
    with pytest.raises(StoreError, match="no such book"):
        sayso.open(tmp_path / "none.sqlite").claims()
    assert not (tmp_path / "none.sqlite").exists()


def test_plain_forms_are_short(pile: sayso.Pile, booked: sayso.Pile):
    claim = pile.claims()[0]
    texts = [pile, booked, sayso.open("x.sqlite"), claim, pile.claims(), pile.explain(claim), sayso.attributions("No.", RULES)]
    assert all("\n" not in repr(t) and len(repr(t)) < 200 for t in texts)
    assert repr(pile) == "<Pile: 3 pages, 3 statements, 1 claim>"
    assert repr(sayso.open("x.sqlite")) == "<Pile; x.sqlite>"
    assert repr(claim).startswith("<Claim 1: “The ferry carried") and repr(claim).endswith("3 pages, 1 origin>")


class Seen(HTMLParser):
    """Which elements and attributes there are, and that all that is opened is closed."""

    def __init__(self, text: str) -> None:
        super().__init__(convert_charrefs=True)
        self.tags: set[str] = set()
        self.names: set[str] = set()
        self.open: list[str] = []
        self.text = ""
        self.feed(text)
        assert self.open == []

    def handle_starttag(self, tag, attrs):
        self.tags.add(tag)
        self.names |= {name for name, _ in attrs}
        self.open.append(tag)

    def handle_endtag(self, tag):
        assert self.open.pop() == tag

    def handle_data(self, data):
        self.text += data


HARMLESS = {"div", "p", "b", "ul", "li", "bdi", "span", "table", "thead", "tbody", "tr", "th", "td"}
ATTACK = "<img src=//x.example onerror=alert(1)>\u202e<script>alert(1)</script>\"'><b onclick=x>"


def test_notebooks_show_words_of_pages_as_text(tmp_path: Path):
    for n, who in enumerate(("Ivo Tarn", "Ada Fenn")):
        text = f'The barge "{ATTACK}" sank with 12 tonnes of grain on board, {who} said on Monday.\n'
        (tmp_path / f"<i>{n}.txt").write_text(text, encoding="utf-8")
    pile = sayso.trace(tmp_path, RULES)
    claim = pile.claims()[0]
    assert claim.tellings and ATTACK[:20] in pile.pages[0].document.text
    shown = [
        pile,
        claim,
        pile.claims(),
        *(pile.explain(c) for c in pile.claims()),
        sayso.attributions(pile.pages[0].document.text, RULES),
    ]
    for thing in shown:
        seen = Seen(thing._repr_html_())
        assert seen.tags <= HARMLESS and seen.names <= {"style", "dir", "lang", "title"}, thing
        assert "\u202e" not in seen.text
    assert ATTACK[:20] in Seen(claim._repr_html_()).text


def test_html_says_what_the_report_says(pile: sayso.Pile):
    from sayso.show.page import page

    def words(text: str) -> str:
        return re.sub(r"\s+", " ", Seen(text).text)

    class Loose(Seen):
        def handle_endtag(self, tag):
            while self.open and self.open.pop() != tag:
                pass

    report = re.sub(r"\s+", " ", Loose(page(pile.report)).text)
    for line in re.findall(r"<li>(.*?)</li>", pile._repr_html_()):
        _, _, said = words(line).strip().partition(": ")  # a line of the front stands there below its name
        assert said.casefold() in report.casefold()
    assert "1 origin" in words(pile.claims()[0]._repr_html_())


def test_pieces_of_html():
    assert notebook.foreign("a<b\u202e", 'x"y') == (
        '<bdi dir="auto" lang="x&quot;y">a&lt;b<span title="hidden character U+202E right-to-left override">[RLO]</span></bdi>'
    )
    assert notebook.sentence(("a & ", Foreign("b", quoted=True))) == 'a &amp; “<bdi dir="auto">b</bdi>”'
    assert notebook.items([]) == ""


def test_attributions_of_a_text():
    found = sayso.attributions("The lock may reopen in May, warden Ada Fenn said, according to the Merrow Post.", RULES)
    assert isinstance(found, sayso.Reading)
    assert found == type(found)(
        *(getattr(casebook.attributions(found.document.text, RULES), f) for f in ("document", "sources", "statements"))
    )
    text = Seen(found._repr_html_()).text
    assert "warden Ada Fenn" in text and "may" in text and repr(found) == "<Attributions: 1 statement, 2 sources>"


def test_import_costs_next_to_nothing():
    code = (
        "import sys, sayso; print(*sorted(m for m in sys.modules if m.startswith('sayso') or m in ('msgspec', 'click', 'jinja2')))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["sayso"]
