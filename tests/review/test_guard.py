"""Who is let in: every combination of method, host, origin, cookie, form and word that is not our own is refused."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from urllib.parse import urlencode

import pytest

from sayso.review.guard import BODY, HEADERS
from sayso.store import judgements
from sayso.store.book import Book
from tests.review.desk import HOST, PORT, Reader, made

FORM = "application/x-www-form-urlencoded"
OURS = f"http://{HOST}"
Pairs = tuple[tuple[str, str], ...]

# Each dimension: what our own page sends first, then what others may send.
METHODS = ["POST", "GET", "HEAD", "PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "CONNECT", "post", "PROPFIND"]
HOSTS: list[Pairs] = [
    (("host", HOST),),
    (("host", f"localhost:{PORT}"),),
    (("host", "evil.example"),),
    (("host", f"evil.example:{PORT}"),),
    (("host", f"{HOST}.evil.example"),),
    (("host", "127.0.0.1"),),
    (("host", f"127.0.0.1:{PORT + 1}"),),
    (("host", f"[::1]:{PORT}"),),
    (("host", f"127.0.0.1:{PORT}@evil.example"),),
    (("host", f"0x7f000001:{PORT}"),),
    (("host", ""),),
    (),
    (("host", HOST), ("host", "evil.example")),
    (("host", HOST), ("host", HOST)),
]
SITES: list[Pairs] = [
    (("sec-fetch-site", "same-origin"),),
    (),
    (("sec-fetch-site", "same-site"),),
    (("sec-fetch-site", "cross-site"),),
    (("sec-fetch-site", "none"),),
    (("sec-fetch-site", "anything"),),
    (("sec-fetch-site", ""),),
    (("sec-fetch-site", "same-origin"), ("sec-fetch-site", "cross-site")),
]
ORIGINS: list[Pairs] = [
    (("origin", OURS),),
    (("origin", "null"),),
    (),
    (("origin", "https://evil.example"),),
    (("origin", f"https://{HOST}"),),
    (("origin", f"http://127.0.0.1:{PORT + 1}"),),
    (("origin", f"{OURS}.evil.example"),),
    (("origin", ""),),
    (("origin", OURS), ("origin", "https://evil.example")),
]
COOKIES: list[Pairs] = [
    (("cookie", f"sayso-{PORT}=session-secret"),),
    (("cookie", f"other=1; sayso-{PORT}=session-secret"),),
    (),
    (("cookie", f"sayso-{PORT}=session-secre"),),
    (("cookie", f"sayso-{PORT}="),),
    (("cookie", f"sayso-{PORT + 1}=session-secret"),),
    (("cookie", "session-secret"),),
    (("cookie", f"sayso-{PORT}=token-1"),),
]
KINDS: list[Pairs] = [
    (("content-type", FORM),),
    (("content-type", f"{FORM}; charset=utf-8"),),
    (),
    (("content-type", "text/plain"),),
    (("content-type", "application/json"),),
    (("content-type", "multipart/form-data; boundary=x"),),
]
WORDS = ["right", "wrong", "", "session-secret"]
DIMENSIONS = [METHODS, HOSTS, SITES, ORIGINS, COOKIES, KINDS, WORDS]


def deviations() -> Iterator[tuple[int, ...]]:
    """Our own form, and every one that differs from it in one or two dimensions."""
    yield (0,) * len(DIMENSIONS)
    for one, two in itertools.combinations(range(len(DIMENSIONS)), 2):
        for a, b in itertools.product(range(len(DIMENSIONS[one])), range(len(DIMENSIONS[two]))):
            if a or b:
                chosen = [0] * len(DIMENSIONS)
                chosen[one], chosen[two] = a, b
                yield tuple(chosen)


def ours(chosen: tuple[int, ...]) -> bool:
    """Whether a form with these may write: said once more, in other words than the guard's."""
    method, host, site, origin, cookie, kind, word = chosen
    at_home = (site == 0 and origin in (0, 1, 2)) or (site == 1 and origin == 0)
    if host == 1 and origin == 0:
        at_home = False  # sent to localhost from 127.0.0.1: another origin
    return method == 0 and host in (0, 1) and at_home and cookie in (0, 1) and kind in (0, 1) and word == 0


@pytest.fixture(scope="module")
def reader(tmp_path_factory: pytest.TempPathFactory) -> Reader:
    return Reader(made(tmp_path_factory.mktemp("guard")))


def written(reader: Reader) -> int:
    with Book(reader.book) as book:
        return len(judgements.log(book))


def test_only_our_own_form_writes(reader: Reader) -> None:
    with Book(reader.book) as book:
        target = book.rows("SELECT id FROM statements ORDER BY id")[0][0]
    words = {"right": reader.lock.form}
    refused = accepted = 0
    rows = written(reader)
    for chosen in sorted(set(deviations())):
        method, host, site, origin, cookie, kind, word = (dimension[n] for dimension, n in zip(DIMENSIONS, chosen, strict=True))
        with Book(reader.book) as book:
            version = judgements.version(book)
        fields = {"act": "note", "a": target, "note": "seen", "version": version, "token": words.get(str(word), str(word))}
        headers = [*host, *site, *origin, *cookie, *kind]
        answer = reader.send(str(method), "/judge", headers, urlencode(fields).encode())
        if ours(chosen):
            accepted += 1
            assert answer.status == 303, (chosen, answer.text)
            rows += 1
        else:
            refused += 1
            assert answer.status in (400, 403, 404, 405, 415), (chosen, answer.status)
            assert not answer.header("set-cookie")
            assert "Calla" not in answer.text
        assert written(reader) == rows, chosen
        for name, value in HEADERS:
            assert answer.header(name) == value
        assert answer.header("content-security-policy").startswith("default-src 'none'; ")
    print(f"{refused} combinations refused, {accepted} accepted")
    assert refused >= 200
    assert accepted >= 5


READ = [
    "/",
    "/claim/00000000",
    "/article/00000000",
    "/queue",
    "/pages",
    "/map",
    "/method",
    "/find?q=ferry",
    "/judge",
    "/nothing",
    "//",
    "/?t=x",
]


@pytest.mark.parametrize("path", READ)
def test_nothing_is_shown_to_others(reader: Reader, path: str) -> None:
    for host, site, cookie in itertools.product(HOSTS, SITES, COOKIES):
        fine = host in HOSTS[:2] and site in (SITES[0], SITES[1], SITES[4]) and cookie in COOKIES[:2] and path != "/?t=x"
        if not fine:
            answer = reader.send("GET", path, [*host, *site, *cookie])
            assert answer.status in (400, 403), (host, site, cookie)
            assert "Calla" not in answer.text and "<" not in answer.text
            assert not answer.header("set-cookie")


def test_reading_changes_nothing(reader: Reader) -> None:
    before = reader.book.read_bytes()
    for path in ("/", "/queue", "/pages", "/map", "/method", "/find?q=ferry", "/judge?act=undo", "/undo"):
        reader.get(path)
    assert reader.book.read_bytes() == before


def test_a_link_opens_once_and_the_next_is_told(reader: Reader) -> None:
    link = reader.lock.link()
    path = link.removeprefix(f"http://{HOST}")
    entered = reader.send("GET", path, [("host", HOST), ("sec-fetch-site", "none"), ("sec-fetch-dest", "document")])
    assert (entered.status, entered.header("location")) == (303, "/")
    assert entered.header("set-cookie") == f"sayso-{PORT}=session-secret; Path=/; HttpOnly; SameSite=Strict"
    assert reader.send("GET", path, [("host", HOST)]).status == 403
    assert reader.links[-1] != link
    further = reader.links[-1].removeprefix(f"http://{HOST}")
    for kind in ("image", "iframe", "script", "empty"):
        assert reader.send("GET", further, [("host", HOST), ("sec-fetch-dest", kind)]).status == 403
    assert reader.send("HEAD", further, [("host", HOST)]).status == 403
    from_elsewhere = reader.send("GET", further, [("host", HOST), ("sec-fetch-site", "cross-site"), ("sec-fetch-dest", "document")])
    assert from_elsewhere.status == 200 and 'href="/"' in from_elsewhere.text
    assert from_elsewhere.header("set-cookie").startswith(f"sayso-{PORT}=session-secret;")


def test_a_form_has_an_end(reader: Reader) -> None:
    answer = reader.post("/judge", [("note", "x" * BODY)])
    assert (answer.status, "Shorten the text" in answer.text) == (413, True)
    answer = reader.post("/judge", [("statement", "x")] * 4000)
    assert answer.status == 422 and "3000 fields" in answer.text


def test_a_socket_of_another_kind_is_closed(reader: Reader) -> None:
    import asyncio

    sent = []

    async def send(message: object) -> None:
        sent.append(message)

    asyncio.run(reader.app({"type": "websocket", "path": "/", "headers": []}, None, send))  # type: ignore[arg-type]
    assert sent == [{"type": "websocket.close", "code": 1008}]
