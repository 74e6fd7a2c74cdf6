"""The app: addresses, what they show, and the two that write. ``opened`` puts it behind its guard."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any
from urllib.parse import quote, urlsplit

from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import HTMLResponse, PlainTextResponse, RedirectResponse, Response
from starlette.routing import Route
from starlette.types import ASGIApp

from sayso import recount
from sayso.contracts import Judgement
from sayso.errors import SaysoError, StaleError, StoreError, UsageError
from sayso.review import acts, box, pages
from sayso.review.counting import Counting
from sayso.review.desk import Desk, Gone, Shelf
from sayso.review.guard import Guard, Lock, same
from sayso.review.log import entered, pending, told
from sayso.show import press
from sayso.show.ledger import Ledger
from sayso.show.ledger import ledger as indexed
from sayso.show.screens import article, atlas, claim, claims, compare, method, pile, queue, timeline
from sayso.show.screens.frame import Frame
from sayso.store import judgements
from sayso.store.answers import Answers, answers
from sayso.store.book import Book

WAIT_S = 0.5
"""How long the answer to a judgement, which is on the disk by then, waits for the new counts: five pages with 91 statements took
0.2 s on two shared cores, 1,000 pages with 5,017 take 25 s. Beyond it the screens say which judgements are not counted yet."""
EXACT = 400
"""Statements of a pile up to which the effect of a decision is worked out by a run of its own, twice; above it is a bound."""
ROWS = 500
"""Claims on one page of the ledger: 0.3 MB of HTML."""
ASKED = 2_000
"""Code points of a question that is searched for."""


@dataclass(frozen=True)
class Opened:
    """What the door hands in: the book, who may look, the time, and whom to tell what went wrong."""

    path: Path
    lock: Lock
    now: Callable[[], str]
    by: str = ""
    writable: bool = True
    failed: Callable[[str], None] = lambda message: None


class Screens:
    """The answers to all addresses."""

    def __init__(self, opened: Opened) -> None:
        self.opened = opened
        self.shelf = Shelf()
        self.counting = Counting(opened.path, opened.failed)
        self._exact: dict[tuple[str, str, str], queue.Decision] = {}

    @property
    def routes(self) -> list[Route]:
        """Addresses that are read, and the two that are written to."""
        read = {
            "/": self.get_claims,
            "/claim/{id}": self.get_claim,
            "/claim/{id}/box.{form}": self.get_box,
            "/timeline/{id}": self.get_timeline,
            "/article/{id}": self.get_article,
            "/compare": self.get_compare,
            "/queue": self.get_queue,
            "/map": self.get_map,
            "/pages": self.get_pages,
            "/method": self.get_method,
            "/find": self.get_find,
        }
        return [
            *(Route(path, self._reading(answer), methods=["GET"]) for path, answer in read.items()),
            *(Route(path, self._writing(path), methods=["POST"]) for path in ("/judge", "/undo")),
        ]

    # What is read.

    def get_claims(self, request: Request, desk: Desk) -> Response:
        """The ledger, as far as it was asked for."""
        fields = {name: request.query_params.get(name, "")[:200] for name in claims.Filters.__dataclass_fields__}
        whole = desk.whole
        screen = self.shelf.claims(desk.book, desk.run, claims.Filters(**fields))
        start = _number(request.query_params.get("start", ""))
        part = replace(screen, rows=screen.rows[start : start + ROWS])
        frame = self._frame(request, desk)
        body = claims.render(part, frame)
        if len(screen.rows) > ROWS:
            body += pages.turned(frame, start, ROWS, len(screen.rows), dict(request.query_params))
        return self._sheet("Claims", body, whole, frame, request, desk)

    def get_claim(self, request: Request, desk: Desk) -> Response:
        """One claim."""
        try:
            screen = desk.laid(request.path_params["id"], desk.entered())
        except Gone:  # counted anew since its page was left: what was judged leads to the claim that has its tellings now
            number = _number(request.query_params.get("done", ""))
            if not any(e.number == number for e in judgements.log(desk.book)):
                raise
            return RedirectResponse(self._back(desk, {"next": [request.url.path]}, number), 303)
        ledger, entry = screen.book, screen.entry
        frame = self._frame(request, desk)
        body = claim.render(screen, frame) + pages.boxed(frame, ledger, entry, self._held(desk))
        return self._sheet(entry.claim.gist, body, ledger, frame, request, desk)

    def get_box(self, request: Request, desk: Desk) -> Response:
        """A claim's box alone, as text or HTML."""
        ledger, entry = desk.claim(request.path_params["id"])
        made = box.box(ledger, entry, self._held(desk))
        if request.path_params["form"] == "txt":
            return PlainTextResponse(box.text(made))
        if request.path_params["form"] == "html":
            return HTMLResponse(
                f'<!doctype html><html lang="en"><meta charset="utf-8"><title>Claim</title>{pages.as_html(made)}</html>'
            )
        raise Gone("A claim's box is there as box.txt and box.html.")

    def get_timeline(self, request: Request, desk: Desk) -> Response:
        """The timeline of a claim."""
        ledger, entry = desk.claim(request.path_params["id"])
        frame = self._frame(request, desk)
        return self._sheet("Timeline", timeline.render(timeline.timeline(ledger, entry), frame), ledger, frame, request, desk)

    def get_article(self, request: Request, desk: Desk) -> Response:
        """A page in full."""
        ledger, page = desk.article(request.path_params["id"])
        frame = self._frame(request, desk)
        body = article.render(article.article(ledger, page, desk.entered()), frame)
        return self._sheet(page.document.title or page.name, body, ledger, frame, request, desk)

    def get_compare(self, request: Request, desk: Desk) -> Response:
        """Pages side by side."""
        chosen = request.query_params.getlist("w")[: compare.MOST]
        if len(set(chosen)) < 2:
            raise Gone("Two pages or more are laid side by side; mark them on a claim or under Pages.")
        ledger, laid, entry = desk.pages(chosen, request.query_params.get("claim", ""))
        frame = self._frame(request, desk)
        return self._sheet(
            "Side by side", compare.render(compare.compare(ledger, laid, entry), frame), ledger, frame, request, desk
        )

    def get_queue(self, request: Request, desk: Desk) -> Response:
        """The next decision."""
        whole = desk.whole
        judged = [(j.a, j.b) for _, j in judgements.numbered(desk.book)]
        asked = self.shelf.decisions(desk.book, desk.run)
        screen = queue.queue(whole, request.query_params.getlist("skip"), judged, asked)
        if screen.current is not None:
            screen = replace(screen, current=self._foreseen(desk, screen.current))
        frame = self._frame(request, desk)
        return self._sheet("Review", queue.render(screen, frame), whole, frame, request, desk)

    def get_map(self, request: Request, desk: Desk) -> Response:
        """The map, of one claim or of all."""
        start = request.query_params.get("claim", "")
        ledger, entry = desk.claim(start) if start else (desk.whole, None)
        frame = self._frame(request, desk)
        return self._sheet("Map", atlas.render(atlas.atlas(ledger, entry), frame), ledger, frame, request, desk)

    def get_pages(self, request: Request, desk: Desk) -> Response:
        """The pages and what is between them."""
        frame, whole = self._frame(request, desk), desk.whole
        return self._sheet("Pages", pile.render(pile.pile(whole), frame), whole, frame, request, desk)

    def get_method(self, request: Request, desk: Desk) -> Response:
        """Method and integrity: the log of judgements too, and whether its chain is whole."""
        frame, whole = self._frame(request, desk), desk.whole
        settings = [
            ("log of judgements", "; ".join(judgements.broken(desk.book)) or "whole"),
            ("its head", judgements.head(desk.book)),
        ]
        screen = method.method(whole, desk.entered(), [*settings, *desk.settings()])
        return self._sheet("Method", method.render(screen, frame), whole, frame, request, desk)

    def get_find(self, request: Request, desk: Desk) -> Response:
        """Claims and lines that have words of a sentence."""
        asked = request.query_params.get("q", "").strip()[:ASKED]
        frame = self._frame(request, desk)
        found = answers(desk.book, desk.run, asked) if asked else Answers((), ())
        return self._sheet("Found", pages.found(frame, asked, found), pages.NOTHING, frame, request, desk)

    # How a request becomes an answer.

    def _reading(self, answer: Callable[[Request, Desk], Response]) -> Callable[[Request], Response]:
        def endpoint(request: Request) -> Response:
            try:
                with Book(self.opened.path) as book:
                    try:
                        return answer(request, Desk(book, self.shelf))
                    except Gone as gone:
                        return self._refused(request, (404, "Not in this book", str(gone)), book)
            except StoreError as error:
                return self._refused(request, (503, "The book cannot be read", str(error)))

        return endpoint

    def _writing(self, path: str) -> Callable[[Request], Any]:
        async def endpoint(request: Request) -> Response:
            return await run_in_threadpool(self._written, path, request, await request.body())

        return endpoint

    def _written(self, path: str, request: Request, body: bytes) -> Response:
        """Write down what a form says and lead back; whatever hinders it is said with everything that was sent."""
        fields: acts.Form = {}
        try:
            fields = acts.form(body)
            if not same(acts.first(fields, "token"), self.opened.lock.form):
                return self._refused(request, (403, "Not a form of this session", "Load the page again and send its form."))
            if not self.opened.writable:
                return self._refused(request, (403, "Nothing can be decided here", "The book was opened for reading only."))
            with Book(self.opened.path) as book:
                desk = Desk(book, self.shelf)
                signature = acts.signature(fields, self.opened.by, self.opened.now())
                if path == "/judge":
                    number = acts.judged(book, desk.run, fields, signature)
                else:
                    number = acts.undone(book, fields, signature)
                if recount.due(book):
                    self.counting.begin(WAIT_S)
                return RedirectResponse(self._back(Desk(book, self.shelf), fields, number), 303)
        except StaleError as error:
            title = "The book has changed while you looked at it"
            why = "Somebody, or you in another window, decided something after this page was loaded."
            return self._refused(request, (409, title, why), None, (path, fields, error.version))
        except UsageError as error:
            said = str(error)
            return self._refused(
                request, (422, "This could not be written down", said[:1].upper() + said[1:] + "."), None, (path, fields, "")
            )
        except SaysoError as error:
            return self._refused(request, (503, "The book cannot be written", str(error)), None, (path, fields, ""))

    def _back(self, desk: Desk, fields: acts.Form, number: int) -> str:
        """Where to go on: where the form stood; a claim that is no more, at the claim that has its tellings now."""
        goal = local(acts.first(fields, "next"))
        path = urlsplit(goal).path
        if path.startswith("/claim/"):
            held = {e.number: e for e in judgements.log(desk.book)}
            row = held[number] if held[number].undoes is None else held[held[number].undoes or number]
            members = [*row.a.split(), *row.b.split()] if row.verdict in ("same", "not-same") else []
            here = path.removeprefix("/claim/")
            rows = desk.book.rows("SELECT 1 FROM claims WHERE run = ? AND id = ?", desk.run.id, here)
            known = [
                c
                for s in members
                for (c,) in desk.book.rows("SELECT claim FROM claim_statements WHERE run = ? AND statement = ?", desk.run.id, s)
            ]
            if not rows:
                goal = f"/claim/{known[0]}" if known else "/"
        return f"{goal.partition('#')[0]}{'&' if '?' in goal else '?'}done={number}"

    def _frame(self, request: Request, desk: Desk) -> Frame:
        here = request.url.path + (f"?{query}" if (query := _without(request.url.query, "done")) else "")
        opened = self.opened
        return Frame(
            app=True,
            level=1,
            writable=opened.writable,
            version=judgements.version(desk.book),
            token=opened.lock.form,
            here=here,
            book=opened.path.name,
        )

    def _sheet(self, title: str, body: str, ledger: Ledger, frame: Frame, request: Request, desk: Desk) -> Response:
        said = [self._done(request, desk)]
        if recount.due(desk.book):
            self.counting.begin()
            said.append(f"{pending(desk.book)} Load the page again in a moment. {self.counting.problem}".strip())
        return HTMLResponse(press.sheet(" ".join(title.split())[:120], body, ledger, frame, " ".join(s for s in said if s)))

    def _done(self, request: Request, desk: Desk) -> str:
        """What was written down just now, in words."""
        number = _number(request.query_params.get("done", ""))
        row = next((e for e in judgements.log(desk.book) if e.number == number), None) if number else None
        if row is None:
            return ""
        return f"Written down as {number}: {entered(desk.book, row, True, False).words}."

    def _refused(
        self,
        request: Request,
        reason: tuple[int, str, str],
        book: Book | None = None,
        form: tuple[str, acts.Form, str] | None = None,
    ) -> Response:
        """A page that says why, with what was sent and what changed meanwhile."""
        status, title, why = reason
        opened = self.opened
        frame = Frame(True, 1, opened.writable, "", opened.lock.form, "/", opened.path.name)
        values: dict[str, Any] = {}
        if form is not None:
            path, fields, version = form
            with Book(opened.path) as again:
                frame = replace(frame, version=version or acts.first(fields, "version"))
                values = _sent(again, path, fields, bool(version))
                frame = replace(frame, here=values["back"])
        return HTMLResponse(press.sheet(title, pages.refused(frame, title, why, **values), pages.NOTHING, frame), status)

    def _held(self, desk: Desk) -> int:
        return len(judgements.judgements(desk.book))

    def _foreseen(self, desk: Desk, decision: queue.Decision) -> queue.Decision:
        """The decision with what its answers would do, worked out by a run each where the pile is small."""
        key = (desk.run.id, judgements.version(desk.book), decision.key)
        size = desk.book.rows("SELECT count(*) FROM statements WHERE run = ?", desk.run.id)[0][0]
        if size > EXACT or decision.ask == "source" or recount.due(desk.book):
            return decision
        if key not in self._exact:
            verdicts: dict[str, tuple[Any, Any]] = {
                "same": ("same", "not-same"),
                "from": ("from", "not-from"),
                "person": ("person", "not-person"),
            }
            yes, no = (
                indexed(recount.supposed(desk.book, Judgement(verdict, decision.a, decision.b)))
                for verdict in verdicts[decision.ask]
            )
            self._exact = {key: queue.exactly(decision, yes, no)}
        return self._exact[key]


def opened(what: Opened) -> ASGIApp:
    """The app behind its guard."""
    screens = Screens(what)

    def missing(request: Request, error: Exception) -> Response:
        status = error.status_code if isinstance(error, HTTPException) else 404
        why = "There is nothing at this address." if status == 404 else "This address is not asked that way."
        return screens._refused(request, (status, "Nothing here", why))

    def broken(request: Request, error: Exception) -> Response:
        why = f"{type(error).__name__}: {error}. What was written down before stays; start sayso review in a terminal to see more."
        return screens._refused(request, (500, "A defect of sayso, not of your book", why))

    app = Starlette(routes=screens.routes, exception_handlers={404: missing, 405: missing, Exception: broken})
    app.router.redirect_slashes = False
    return Guard(app, what.lock, pages.policy())


def local(goal: str) -> str:
    """A path of ours, whatever a form says."""
    parts = urlsplit(goal) if goal.isprintable() and "\\" not in goal else urlsplit("")
    if parts.scheme or parts.netloc or not parts.path.startswith("/") or parts.path.startswith("//"):
        return "/"
    query = _without(parts.query, "done")
    return quote(parts.path, safe="/%") + (f"?{quote(query, safe='=&%+')}" if query else "")


def _without(query: str, name: str) -> str:
    return "&".join(part for part in query.split("&") if part and part.partition("=")[0] != name)


def _number(text: str) -> int:
    return int(text) if text.isascii() and text.isdecimal() and len(text) < 10 else 0


def _sent(book: Book, path: str, fields: acts.Form, stale: bool) -> dict[str, Any]:
    """What a form held, to be looked at and sent again, and what others wrote into the log since it was loaded."""
    changed: Sequence[Any] = ()
    if stale:
        seen = _number(acts.first(fields, "version").partition("-")[0])
        log = judgements.log(book)
        held = {e.number for e in judgements.holding(log)}
        changed = [entered(book, e, e.number in held or e.undoes is not None, False) for e in log if e.number > seen]
    sent = [(name, value) for name, values in fields.items() for value in values if name not in ("token", "version")]
    in_words = [
        (_FIELDS[name], acts.SAID.get(value, "") if name == "act" else _in_words(book, value))
        for name, value in sent
        if name in _FIELDS and value
    ]
    return {"changed": changed, "sent": sent, "told": in_words, "action": path, "back": local(acts.first(fields, "next"))}


_FIELDS = {"act": "Decision", "a": "On", "b": "And", "claim": "Claim", "statement": "Marked", "number": "Judgement"}


def _in_words(book: Book, value: str) -> str:
    return told(book, value.split()[0]) if value.split() else ""
