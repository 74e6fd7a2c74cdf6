"""Judgements on forms: they are written down, counted, undone, replayed; a stale form loses nothing."""

from __future__ import annotations

import html
import re
import shutil
import threading
import time
from pathlib import Path

import pytest

from sayso import casebook, recount
from sayso.contracts import Judgement
from sayso.review import app
from sayso.settings import Settings
from sayso.show.records import json_text
from sayso.store import judgements, reports
from sayso.store.book import Book
from tests.review.desk import PAGES, Reader, made, pile


@pytest.fixture
def reader(tmp_path: Path) -> Reader:
    return Reader(made(tmp_path))


class Look:
    """What the book holds."""

    def __init__(self, path: Path) -> None:
        with Book(path) as book:
            run = reports.made(book)
            self.report = reports.last(book)
            self.log = judgements.log(book)
            self.broken = judgements.broken(book)
            self.orphans = judgements.orphans(book, run.id)
            self.due = recount.due(book)

    def claim(self, words: str) -> str:
        """The claim of the first statement with these words."""
        return next(c.id for c in self.report.claims if self.statement(words) in c.statements)

    def statement(self, words: str) -> str:
        return next(
            s.id
            for r in self.report.readings
            for s in r.statements
            if words in s.span.of(r.document.text) and s.voice != "headline"
        )

    def page(self, outlet: str) -> str:
        return next(r.document.id for r in self.report.readings if r.document.outlet == outlet)

    def source(self, name: str, outlet: str) -> str:
        return next(s.id for r in self.report.readings if r.document.outlet == outlet for s in r.sources if name in (s.name or ""))


def shown(text: str) -> str:
    return html.unescape(re.sub(r"<[^>]+>", "", text))


def test_two_claims_are_made_one_split_again_and_all_of_it_undone(reader: Reader) -> None:
    before = Look(reader.book)
    ferry, rye = before.claim("ferry Calla sank"), before.claim("lower flour tax")
    assert ferry != rye
    answer = reader.act("merge", ("claim", ferry), ("claim", rye), goal=f"/claim/{rye}")
    assert answer.status == 303
    once = Look(reader.book)
    assert once.claim("ferry Calla sank") == once.claim("lower flour tax") == once.claim("Calla has sunk")
    assert not once.due
    after = reader.get(answer.header("location"))
    assert after.status == 200 and "Written down as 1: “" in shown(after.text)
    merged = next(c for c in once.report.claims if c.id == once.claim("ferry Calla sank"))
    assert len(merged.documents) == 3
    tellings = [s for c in before.report.claims if c.id == rye for s in c.statements]
    assert (
        reader.act("split", ("claim", merged.id), *(("statement", s) for s in tellings), goal=f"/claim/{merged.id}").status == 303
    )
    split = Look(reader.book)
    assert split.claim("ferry Calla sank") == split.claim("Calla has sunk") != split.claim("lower flour tax")
    for number in (2, 1):
        assert reader.act("undo").status == 303
        assert [e.number for e in judgements.holding(Look(reader.book).log)] == list(range(1, number))
    assert Look(reader.book).report == before.report
    assert reader.act("undo").status == 422
    end = Look(reader.book)
    assert (len(end.log), end.broken) == (4, [])
    assert {(e.by, e.at) for e in end.log} == {("AB", "2041-06-01T10:00:00Z")}


def test_an_undoing_can_be_undone(reader: Reader) -> None:
    look = Look(reader.book)
    reader.act("not-same", ("a", look.statement("ferry Calla sank")), ("b", look.statement("Calla has sunk")))
    apart = Look(reader.book)
    assert apart.claim("ferry Calla sank") != apart.claim("Calla has sunk")
    reader.act("undo", ("number", "1"))
    assert Look(reader.book).claim("ferry Calla sank") == look.claim("Calla has sunk")
    assert reader.act("undo", ("number", "2")).status == 303
    assert Look(reader.book).report.claims == apart.report.claims
    assert reader.act("undo", ("number", "2")).status == 422


def test_a_source_is_fixed_and_a_derivation_is_drawn_and_taken_away(reader: Reader) -> None:
    look = Look(reader.book)
    told = look.statement("tax rose")
    reader.act("source", ("a", told), ("name", "  the mill office "))
    fixed = Look(reader.book)
    chain = next(s.chain for r in fixed.report.readings for s in r.statements if s.id == told)
    assert chain[-1].name == "the mill office"
    page = reader.get(f"/claim/{fixed.claim('tax rose')}")
    assert "the mill office" in shown(page.text)
    rye, post = look.page("Valley Wire"), look.page("Evening Post")
    reader.act("from", ("a", rye), ("b", post))
    assert any((d.document, d.from_) == (rye, post) for d in Look(reader.book).report.derivations)
    reader.act("not-from", ("a", rye), ("b", post))
    assert not any((d.document, d.from_) == (rye, post) for d in Look(reader.book).report.derivations)


def test_two_names_are_one_person_and_one_name_is_two(reader: Reader) -> None:
    look = Look(reader.book)
    a, b = look.source("Tarn", "Port Herald"), look.source("Tarn", "Evening Post")
    other = look.source("Brinkvale", "Valley Wire")

    def identity(source: str) -> str | None:
        return next(s.identity for r in Look(reader.book).report.readings for s in r.sources if s.id == source)

    assert identity(a) == identity(b) != identity(other)
    reader.act("person", ("a", a), ("b", other))
    assert identity(a) == identity(other)
    reader.act("not-person", ("a", a), ("b", b))
    assert identity(a) != identity(b)
    reader.act("not-person", ("a", a), ("b", other))
    assert identity(a) != identity(other)


def test_origins_are_counted_anew(tmp_path: Path) -> None:
    """Two persons tell one thing; said to be one person, they are one origin."""
    pages = {
        "a.html": ("Morning Sheet", "2041-01-01", "Mill", "The mill of Tolm burned down on Monday, fire chief Anke Rull said."),
        "b.html": ("River Note", "2041-01-02", "Mill", "The mill of Tolm burned down on Monday, villager Odo Penn said."),
    }
    path = tmp_path / "mill.book"
    casebook.trace(pile(tmp_path, pages), Settings(analyzer="rules"), path)
    reader, look = Reader(path), Look(path)

    def high() -> int:
        now = Look(path)
        return next(c.origins.high for c in now.report.claims if c.id == now.claim("burned down"))

    assert high() == 2
    reader.act("person", ("a", look.source("Rull", "Morning Sheet")), ("b", look.source("Penn", "River Note")))
    assert high() == 1
    assert ">1</b>" in reader.get("/").text
    reader.act("undo")
    assert high() == 2


def test_a_note_stands_on_the_claim_and_outlives_it(reader: Reader) -> None:
    look = Look(reader.book)
    claim = look.claim("ferry Calla sank")
    reader.act("note", ("a", claim), ("note", "ask the harbour office <b>again</b>\nand the crew"))
    assert "ask the harbour office <b>again</b>" in shown(reader.get(f"/claim/{claim}").text)
    assert "<b>again</b>" not in reader.get(f"/claim/{claim}").text
    assert Look(reader.book).report == look.report
    for wrong in ("", "   ", "x" * 4001):
        assert reader.act("note", ("a", claim), ("note", wrong)).status == 422
    assert len(Look(reader.book).log) == 1


def test_a_stale_form_is_refused_and_nothing_is_lost(reader: Reader) -> None:
    look = Look(reader.book)
    claim, told, seen = look.claim("ferry Calla sank"), look.statement("tax rose"), reader.version
    assert reader.act("source", ("a", told), ("name", "the mill office")).status == 303
    late = reader.act("note", ("a", claim), ("note", "a long thought"), version=seen, goal=f"/claim/{claim}")
    assert late.status == 409
    said = shown(late.text)
    assert "What changed meanwhile" in said and "the mill office" in said and "AB" in said
    assert "a long thought" in said and "Nothing of it was written down" in said
    assert len(Look(reader.book).log) == 1
    form = late.text[late.text.index('action="/judge"') :].partition("</form>")[0]
    fields = re.findall(r'<input type="hidden" name="([^"]+)" value="([^"]*)">', form)
    words = re.findall(r"<textarea[^>]* name=\"([^\"]+)\"[^>]*>\n(.*?)</textarea>", form, re.DOTALL)
    again = reader.post("/judge", [(n, html.unescape(v)) for n, v in (*fields, *words)])
    assert again.status == 303
    assert again.header("location") == f"/claim/{claim}?done=2"
    assert [e.b for e in Look(reader.book).log] == ["the mill office", "a long thought"]
    assert reader.act("undo", version=seen).status == 409


def test_a_new_pile_makes_forms_stale(reader: Reader, tmp_path: Path) -> None:
    seen = reader.version
    more = {"news.html": ("Late Sheet", "2041-05-09", "Bread", "Bread costs more in Tolm, baker Ulf Senn said.")}
    casebook.trace(pile(tmp_path, {**PAGES, **more}), Settings(analyzer="rules"), reader.book)
    look = Look(reader.book)
    assert reader.act("note", ("a", look.claim("Bread costs")), ("note", "n"), version=seen).status == 409
    assert reader.act("note", ("a", look.claim("Bread costs")), ("note", "n")).status == 303


def test_judgements_are_replayed_and_orphans_are_listed(reader: Reader, tmp_path: Path) -> None:
    look = Look(reader.book)
    reader.act("merge", ("claim", look.claim("ferry Calla sank")), ("claim", look.claim("lower flour tax")))
    reader.act("source", ("a", look.statement("tax rose")), ("name", "the mill office"))
    more = {"news.html": ("Late Sheet", "2041-05-09", "Bread", "Bread costs more in Tolm, baker Ulf Senn said.")}
    casebook.trace(pile(tmp_path, {**PAGES, **more}), Settings(analyzer="rules"), reader.book)
    again = Look(reader.book)
    assert again.claim("ferry Calla sank") == again.claim("lower flour tax")
    assert again.orphans == []
    fewer = {name: page for name, page in PAGES.items() if name != "rye.html"}
    other = tmp_path / "other"
    other.mkdir()
    casebook.trace([*pile(other, {**fewer, **more}), str(tmp_path / "news.html")], Settings(analyzer="rules"), reader.book)
    without = Look(reader.book)
    assert [(e.number, len(missing) > 0) for e, missing in without.orphans] == [(1, True), (2, True)]
    assert without.claim("ferry Calla sank") == without.claim("Calla has sunk"), "what is left of a judgement still holds"
    assert shown(reader.get("/method").text).count("speaks of what is no longer in the pile") == 2


@pytest.mark.parametrize(
    "fields",
    [
        [("act", "merge"), ("claim", "CLAIM")],
        [("act", "merge"), ("claim", "CLAIM"), ("claim", "zzzz")],
        [("act", "merge"), ("claim", "CLAIM"), ("claim", "CLAIM")],
        [("act", "split"), ("claim", "CLAIM")],
        [("act", "split"), ("claim", "CLAIM"), ("statement", "00000000000000000000")],
        [("act", "same"), ("a", "00000000"), ("b", "00000000")],
        [("act", "same")],
        [("act", "source"), ("a", "TOLD"), ("name", " ")],
        [("act", "from"), ("a", "TOLD"), ("b", "TOLD")],
        [("act", "person"), ("a", "' OR 1=1 --"), ("b", "x")],
        [("act", "drop")],
        [("act", "")],
        [],
    ],
)
def test_what_is_wrong_with_a_form_is_said(reader: Reader, fields: list[tuple[str, str]]) -> None:
    look = Look(reader.book)
    stand = {"CLAIM": look.claim("lower flour tax"), "TOLD": look.statement("tax rose")}
    sent = [
        ("token", reader.lock.form),
        ("version", reader.version),
        ("next", "/queue"),
        *((n, stand.get(v, v)) for n, v in fields),
    ]
    answer = reader.post("/judge", sent)
    assert answer.status == 422
    said = shown(answer.text)
    assert "This could not be written down" in said and "Nothing of it was written down" in said
    assert 'href="/queue"' in answer.text
    assert Look(reader.book).log == []


def test_a_book_for_reading_only_shows_no_forms_and_takes_none(tmp_path: Path) -> None:
    reader = Reader(made(tmp_path), writable=False)
    look = Look(reader.book)
    for path in ("/", f"/claim/{look.claim('tax rose')}", "/queue", "/method"):
        assert 'method="post"' not in reader.get(path).text
    sent = [("token", reader.lock.form), ("version", "0-x"), ("act", "note"), ("a", look.statement("tax rose")), ("note", "n")]
    assert reader.post("/judge", sent).status == 403
    assert Look(reader.book).log == []


@pytest.mark.parametrize(
    ("goal", "leads"),
    [
        ("/queue?skip=a-b", "/queue?skip=a-b&done=1"),
        ("//evil.example/", "/?done=1"),
        ("https://evil.example/", "/?done=1"),
        ("\\\\evil.example", "/?done=1"),
        ("/\\evil.example", "/?done=1"),
        ("/x\r\nset-cookie: a=b", "/?done=1"),
        ("javascript:hit()", "/?done=1"),
        ("", "/?done=1"),
        ("/?done=7&q=x", "/?q=x&done=1"),
    ],
)
def test_a_form_leads_back_into_the_app_alone(reader: Reader, goal: str, leads: str) -> None:
    told = Look(reader.book).statement("tax rose")
    assert reader.act("note", ("a", told), ("note", "n"), goal=goal).header("location") == leads


def test_a_large_book_acknowledges_at_once_and_counts_behind(
    reader: Reader, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Counting is held up: judgements are on the disk, said to be pending, and taken one after the other; then all are counted."""
    look, may_go, straight = Look(reader.book), threading.Event(), recount.recount
    monkeypatch.setattr(recount, "recount", lambda book: may_go.wait(60) and straight(book))
    monkeypatch.setattr(app, "WAIT_S", 0.01)
    ferry, rye, told = look.claim("ferry Calla sank"), look.claim("lower flour tax"), look.statement("tax rose")
    seen, other = reader.version, shutil.copy(reader.book, tmp_path / "straight.book")
    merged = reader.act("merge", ("claim", ferry), ("claim", rye), goal=f"/claim/{rye}")
    assert merged.status == 303
    waiting = Look(reader.book)
    assert waiting.due and [e.verdict for e in waiting.log] == ["same"] and waiting.report == look.report
    for path in (merged.header("location"), "/", "/queue", "/pages", "/method"):
        assert "1 is written down and not counted yet" in " ".join(re.findall('role="status">(.*?)</p>', reader.get(path).text)), (
            path
        )
    assert reader.act("source", ("a", told), ("name", "the mill office")).status == 303
    assert "1, 2 are written down and not counted yet" in shown(reader.get("/").text)
    assert reader.act("note", ("a", ferry), ("note", "late"), version=seen).status == 409
    may_go.set()
    while Look(reader.book).due:
        time.sleep(0.02)
    after = Look(reader.book)
    assert "not counted yet" not in shown(reader.get("/").text)
    assert after.claim("ferry Calla sank") == after.claim("lower flour tax")
    led = reader.get(merged.header("location"))
    assert led.status == 200 or f"/claim/{after.claim('lower flour tax')}" in led.header("location")
    with Book(other) as book:
        for entry in after.log:
            judgements.judge(book, Judgement(entry.verdict, entry.a, entry.b))  # type: ignore[arg-type]
        once = straight(book)
    assert once is not None and json_text(once) == json_text(after.report), "whoever waits sees the same bytes"


def test_a_note_counts_nothing_anew(reader: Reader, monkeypatch: pytest.MonkeyPatch) -> None:
    def never(*_: object) -> None:
        raise AssertionError("a note does not link")

    monkeypatch.setattr(recount, "recount", never)
    claim = Look(reader.book).claim("ferry Calla sank")
    assert reader.act("note", ("a", claim), ("note", "ask again"), goal=f"/claim/{claim}").status == 303
    assert not Look(reader.book).due
    assert "not counted yet" not in shown(reader.get(f"/claim/{claim}").text)
    assert reader.act("undo").status == 303
    assert not Look(reader.book).due


def test_a_claim_that_is_no_more_leads_on_to_its_tellings(reader: Reader) -> None:
    look = Look(reader.book)
    ferry, rye = look.claim("ferry Calla sank"), look.claim("lower flour tax")
    reader.act("merge", ("claim", ferry), ("claim", rye))
    gone = next(c for c in (ferry, rye) if c != Look(reader.book).claim("ferry Calla sank"))
    led = reader.get(f"/claim/{gone}?done=1")
    assert (led.status, led.header("location")) == (303, f"/claim/{Look(reader.book).claim('ferry Calla sank')}?done=1")
    assert reader.get(f"/claim/{gone}").status == 404
    assert reader.get(f"/claim/{gone}?done=9").status == 404


def test_a_long_merge_holds_together(tmp_path: Path) -> None:
    """Claims that have next to nothing in common stay one, however many tellings they have; later words win."""
    pages = {f"p{n}.html": (f"Sheet {n}", "2041-01-01", f"T{n}", line) for n, line in enumerate(LINES)}
    path = tmp_path / "a.book"
    report = casebook.trace(pile(tmp_path, pages), Settings(analyzer="rules"), path)
    with Book(path) as book:
        run = reports.made(book)
        every = [c.id for c in report.claims]
        assert len(every) >= len(LINES)
        judgements.judge(book, judgements.merged(book, run.id, every))
        one = recount.recount(book)
        assert one is not None and len(one.claims) == 1
        statements = one.claims[0].statements
        judgements.judge(book, Judgement("not-same", statements[0], " ".join(statements[1:])))
        two = recount.recount(book)
        assert two is not None and sorted(len(c.statements) for c in two.claims) == [1, len(statements) - 1]
        judgements.judge(book, Judgement("same", statements[0], statements[1]))
        three = recount.recount(book)
        assert three is not None and len(three.claims) == 1


LINES = [
    "The bridge at Orm is closed, the road office said.",
    "Nine barges left Sellow on Friday, pilot Jan Holt said.",
    "The opera of Quell has no singer, director Mara Linn said.",
    "Rain ruined the hay in Lower Tolm, farmer Piet Ambo said.",
    "A comet will be seen in April, the observatory said.",
    "The council wants 40 new lamps, mayor Rhea Stoll said.",
]
