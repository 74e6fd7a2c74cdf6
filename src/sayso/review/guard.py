"""Who is let in: this machine's own browser, with the cookie that a one-time link was changed for, from our own pages.

Every request passes here before anything else sees it. It is refused when it is not for our own address (a foreign name that was
made to lead here), when it does not come from our own pages (a page elsewhere that posts or loads through the reader's browser),
when it has no cookie (other programs and users of this machine), or when it is larger than any form of ours. Refusals are one line
of plain text and say nothing of the book. docs/review.md has the threats one by one; tests/review/test_guard.py the combinations.
"""

from __future__ import annotations

import hashlib
import hmac
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from http.cookies import CookieError, SimpleCookie
from urllib.parse import parse_qs

from starlette.types import ASGIApp, Message, Receive, Scope, Send

BODY = 256 * 1024
"""Bytes of a form at most: a note of 4,000 letters in percent escapes takes 48 kB, 2,000 ticked tellings 60 kB."""
FORM = "application/x-www-form-urlencoded"
READING = ("GET", "HEAD")
HEADERS = (
    ("x-content-type-options", "nosniff"),
    ("x-frame-options", "DENY"),
    ("referrer-policy", "no-referrer"),
    ("cross-origin-opener-policy", "same-origin"),
    ("cross-origin-resource-policy", "same-origin"),
    ("cache-control", "no-store"),
    ("x-dns-prefetch-control", "off"),
)
Headers = Sequence[tuple[bytes, bytes]]


@dataclass
class Lock:
    """What opens the app. ``fresh`` makes a new secret, ``issued`` is told of each new link; both are the door's.

    ``links`` are the tokens not yet used; a used one is worth nothing more.
    """

    port: int
    session: str
    fresh: Callable[[], str]
    issued: Callable[[str], None] = lambda link: None
    links: set[str] = field(default_factory=set)

    @property
    def hosts(self) -> tuple[str, ...]:
        """The names under which we are asked."""
        return f"127.0.0.1:{self.port}", f"localhost:{self.port}"

    @property
    def cookie(self) -> str:
        """The cookie's name: cookies do not know ports, and two books may be open."""
        return f"sayso-{self.port}"

    @property
    def form(self) -> str:
        """The word that every form of ours carries: follows from the session, and is no key to it."""
        return hmac.new(self.session.encode(), b"form", hashlib.sha256).hexdigest()

    def link(self) -> str:
        """A new link that opens the app once."""
        token = self.fresh()
        self.links.add(token)
        return f"http://127.0.0.1:{self.port}/?t={token}"

    def use(self, token: str) -> bool:
        """Whether a token opens; it does so once, and the next link is told to the door."""
        known = next((t for t in sorted(self.links) if same(t, token)), None)
        if known is None:
            return False
        self.links.discard(known)
        self.issued(self.link())
        return True


class Refused(Exception):
    """A request that is not let in: status, and in one line why and what to do."""

    def __init__(self, status: int, why: str) -> None:
        super().__init__(why)
        self.status = status


class Guard:
    """Stands before an app and lets requests through, or answers them itself."""

    def __init__(self, app: ASGIApp, lock: Lock, policy: str) -> None:
        self.app, self.lock, self.policy = app, lock, policy

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """One request."""
        if scope["type"] == "lifespan":
            await self.app(scope, receive, send)
            return
        if scope["type"] != "http":
            await send({"type": "websocket.close", "code": 1008})
            return
        shielded = self._shielded(send)
        try:
            opened = self._opened(scope)
            if opened is not None:
                await answer(shielded, *opened)
                return
            body = await self._body(scope, receive)
        except Refused as refused:
            headers = [(b"allow", b"GET, HEAD, POST")] if refused.status == 405 else []
            await answer(shielded, refused.status, f"{refused}\n", headers)
            return
        await self.app(scope, _replayed(body, receive), shielded)

    def _opened(self, scope: Scope) -> tuple[int, str, Headers] | None:
        """The answer to a one-time link, None where the request goes on; Refused where it does not."""
        lock, headers = self.lock, scope["headers"]
        host = _only(headers, b"host", "Host")
        if host not in lock.hosts:
            raise Refused(403, "This address is not the one that sayso review listens to; open the link that it printed.")
        if scope["method"] not in (*READING, "POST"):
            raise Refused(405, "sayso review answers GET, HEAD and POST only.")
        site = _only(headers, b"sec-fetch-site", "Sec-Fetch-Site", needed=False)
        if scope["method"] == "POST":
            self._from_our_own_page(headers, site, host)
        token = _token(scope)
        if token is not None and scope["method"] == "GET":
            return self._entered(token, site, _only(headers, b"sec-fetch-dest", "Sec-Fetch-Dest", needed=False))
        if site not in (None, "same-origin", "none"):
            raise Refused(403, "This request comes from another site; open sayso review by the link that it printed.")
        if not same(_cookie(headers, lock.cookie), lock.session):
            raise Refused(
                403, "This browser has not been let in; open the newest link that sayso review printed, or start it again."
            )
        return None

    def _from_our_own_page(self, headers: Headers, site: str | None, host: str) -> None:
        origin = _only(headers, b"origin", "Origin", needed=False)
        ours = origin == f"http://{host}"
        # Pages without referrer send "Origin: null" with their own forms; then Sec-Fetch-Site, which no page can set, must say so.
        if site not in (None, "same-origin") or not (ours or (site == "same-origin" and origin in (None, "null"))):
            raise Refused(403, "This form does not come from a page of sayso review; nothing was changed.")
        kind = (_only(headers, b"content-type", "Content-Type") or "").partition(";")[0].strip().lower()
        if kind != FORM:
            raise Refused(415, f"A form of sayso review is sent as {FORM}; nothing was changed.")

    def _entered(self, token: str, site: str | None, kind: str | None) -> tuple[int, str, Headers]:
        """Change a one-time token for the cookie."""
        if kind not in (None, "document") or not self.lock.use(token):
            raise Refused(403, "This link has been used or is not ours; open the newest link that sayso review printed.")
        jar = f"{self.lock.cookie}={self.lock.session}; Path=/; HttpOnly; SameSite=Strict".encode()
        if site in (None, "none", "same-origin"):
            return 303, "", [(b"set-cookie", jar), (b"location", b"/")]
        # A browser does not send a strict cookie along a way that began on another site (a terminal in a browser): one more step.
        page = '<!doctype html><html lang="en"><title>sayso review</title><p><a href="/">Open the book</a></p></html>'
        return 200, page, [(b"set-cookie", jar), (b"content-type", b"text/html; charset=utf-8")]

    async def _body(self, scope: Scope, receive: Receive) -> bytes:
        """The body, read whole; Refused where it is too large."""
        if scope["method"] != "POST":
            return b""
        parts, size, more = [], 0, True
        while more:
            message = await receive()
            if message["type"] == "http.disconnect":
                raise Refused(400, "The form broke off; nothing was changed.")
            part = message.get("body", b"")
            size += len(part)
            if size > BODY:
                raise Refused(413, f"A form of sayso review has at most {BODY} bytes; nothing was changed. Shorten the text.")
            parts.append(part)
            more = message.get("more_body", False)
        return b"".join(parts)

    def _shielded(self, send: Send) -> Send:
        """Send with the headers that every answer has."""
        fixed = [(name.encode(), value.encode()) for name, value in (*HEADERS, ("content-security-policy", self.policy))]

        async def shielded(message: Message) -> None:
            if message["type"] == "http.response.start":
                names = {name for name, _ in fixed}
                kept = [(n, v) for n, v in message.get("headers", ()) if n.lower() not in names]
                message = {**message, "headers": [*kept, *fixed]}
            await send(message)

        return shielded


async def answer(send: Send, status: int, text: str, headers: Iterable[tuple[bytes, bytes]] = ()) -> None:
    """A short answer, plain text unless a header says otherwise."""
    body, extra = text.encode(), list(headers)
    if not any(name == b"content-type" for name, _ in extra):
        extra.append((b"content-type", b"text/plain; charset=utf-8"))
    await send({"type": "http.response.start", "status": status, "headers": [*extra, (b"content-length", str(len(body)).encode())]})
    await send({"type": "http.response.body", "body": body})


def same(one: str, other: str) -> bool:
    """Whether two secrets are equal, in a time that does not tell how much of them is."""
    return hmac.compare_digest(one.encode("utf-8", "replace"), other.encode("utf-8", "replace"))


def _only(headers: Headers, name: bytes, said: str, needed: bool = True) -> str | None:
    """The one value of a header; Refused where there are two, or none and it is needed."""
    found = [value for key, value in headers if key.lower() == name]
    if len(found) > 1 or (needed and not found):
        raise Refused(400, f"A request to sayso review has one {said} header.")
    return found[0].decode("latin-1").strip().lower() if found else None


def _token(scope: Scope) -> str | None:
    """The token of a one-time link; only the first page has one."""
    if scope["path"] != "/" or not scope["query_string"]:
        return None
    found = (
        parse_qs(scope["query_string"].decode("latin-1"), max_num_fields=100).get("t")
        if scope["query_string"][:2] == b"t="
        else None
    )
    return found[0] if found else None


def _cookie(headers: Headers, name: str) -> str:
    """The value of our cookie, empty where there is none or more than one header of cookies that cannot be read."""
    for key, value in headers:
        if key.lower() == b"cookie":
            try:
                jar = SimpleCookie(value.decode("latin-1"))
            except CookieError:
                continue
            if name in jar:
                return jar[name].value
    return ""


def _replayed(body: bytes, receive: Receive) -> Receive:
    """A receive that gives the body that was read already."""
    given = False

    async def replayed() -> Message:
        nonlocal given
        if given:
            return await receive()
        given = True
        return {"type": "http.request", "body": body, "more_body": False}

    return replayed
