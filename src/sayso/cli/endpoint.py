"""A chat endpoint that the user named: one question in, one answer out. The only place from which sayso sends anything anywhere.

No redirect is followed and no proxy asked: what is sent goes to the address that was typed, or nowhere.
"""

from __future__ import annotations

import http.client
import ipaddress
import socket
import threading
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

import msgspec

from sayso.cli.words import printable, say
from sayso.errors import GuestError, UsageError

ATTEMPTS = 3
PAUSES = (1.0, 4.0)
"""Seconds before the second and third attempt."""
LONGEST_PAUSE = 30.0  # what a server may ask for in Retry-After
LIMIT = 4_000_000  # bytes of one reply; the answers asked for have some 40,000
AGAIN = frozenset({408, 425, 429, 500, 502, 503, 504, 529})
FORM = "write it as llm:http://127.0.0.1:8080/v1 or llm:https://host/v1"


class _Message(msgspec.Struct):
    content: str


class _Choice(msgspec.Struct):
    message: _Message


class _Reply(msgspec.Struct):
    choices: list[_Choice]


class _Passing(Exception):
    """A failure that another attempt may mend; ``pause`` is how long the server asked to wait."""

    def __init__(self, why: str, pause: float = 0.0) -> None:
        super().__init__(why)
        self.pause = pause


@dataclass(frozen=True, slots=True)
class Address:
    """Where an endpoint is."""

    secure: bool
    host: str
    port: int | None
    path: str

    @property
    def loopback(self) -> bool:
        """Whether what is sent stays on this machine."""
        if self.host == "localhost":
            return True
        try:
            return ipaddress.ip_address(self.host).is_loopback
        except ValueError:
            return False


def address(typed: str) -> Address:
    """The address of an endpoint as typed; UsageError says what is wrong with it."""
    try:
        parts = urlsplit(typed)
        port = parts.port
    except ValueError as error:
        raise UsageError(f"endpoint {typed!r}: not an address ({error}); {FORM}") from None
    if parts.scheme not in ("http", "https") or not parts.hostname:
        raise UsageError(f"endpoint {typed!r}: not an http address; {FORM}")
    if parts.username or parts.password or parts.query or parts.fragment:
        raise UsageError(f"endpoint {parts.hostname}: user, password, ? and # have no place in it; a key goes into SAYSO_LLM_KEY")
    path = parts.path.rstrip("/")
    if not (path + parts.hostname).isascii() or not (path + parts.hostname).isprintable() or " " in path:
        raise UsageError(f"endpoint {typed!r}: has characters that no address has; {FORM}")
    return Address(
        parts.scheme == "https", parts.hostname, port, path if path.endswith("/chat/completions") else f"{path}/chat/completions"
    )


class Endpoint:
    """Asks one model at one endpoint; ``wait`` is how the pause between attempts is spent."""

    def __init__(
        self, where: Address, model: str, key: str = "", deadline: float = 120, wait: Callable[[float], None] = time.sleep
    ):
        if key and not (key.isascii() and key.isprintable()):
            raise UsageError("SAYSO_LLM_KEY: has characters that no key has; set it again")
        if key and not where.secure and not where.loopback:
            raise UsageError(f"endpoint {where.host}: the key would travel unencrypted; use https, or unset SAYSO_LLM_KEY")
        self.where, self.model, self.deadline, self.wait = where, model, deadline, wait
        self._key = key
        self._noticed = where.loopback

    def __call__(self, instructions: str, page: str) -> str:
        """The model's answer. GuestError: none came, after ``ATTEMPTS`` attempts."""
        if not self._noticed:
            say(f"the text of these pages is sent to {self.where.host}, as --analyzer asks; it leaves this machine")
            self._noticed = True
        messages = [{"role": "system", "content": instructions}, {"role": "user", "content": page}]
        body = msgspec.json.encode(
            {"model": self.model, "messages": messages, "temperature": 0, "response_format": {"type": "json_object"}}
        )
        why, pause = "", 0.0
        for attempt in range(ATTEMPTS):
            if attempt:
                self.wait(max(pause, PAUSES[attempt - 1]))
            try:
                return self._answer(body)
            except _Passing as error:
                why, pause = str(error), error.pause
        raise self._failed(f"{why} ({ATTEMPTS} attempts)", "see that it runs and can be reached, then run again")

    def _failed(self, why: str, next_: str) -> GuestError:
        return GuestError(f"endpoint {self.where.host}: {printable(why)}; {next_} (with --llm-cache nothing is asked twice)")

    def _answer(self, body: bytes) -> str:
        status, kind, pause, data = self._exchange(body)
        if status in AGAIN:
            raise _Passing(f"answers with status {status}", pause)
        if status != 200:
            told = data[:200].decode("utf-8", "replace")
            raise self._failed(f"answers with status {status}: {told}", "check its address, [llm] model and SAYSO_LLM_KEY")
        if kind not in ("application/json", ""):
            raise self._failed(f"answers with {kind or 'nothing'} instead of JSON", f"check its address; {FORM}")
        try:
            return msgspec.json.decode(data, type=_Reply).choices[0].message.content
        except (msgspec.DecodeError, IndexError, RecursionError):
            raise self._failed("its reply is not one of chat completions", f"check its address; {FORM}") from None

    def _exchange(self, body: bytes) -> tuple[int, str, float, bytes]:
        """Status, content type, pause asked for, and body of one reply, all within the deadline, however it trickles in."""
        kind: Any = http.client.HTTPSConnection if self.where.secure else http.client.HTTPConnection
        connection: http.client.HTTPConnection = kind(self.where.host, self.where.port, timeout=self.deadline)
        late = threading.Event()
        line: list[socket.socket] = []  # kept here: a reply that ends with the connection takes it away from there

        def end() -> None:
            late.set()
            with suppress(OSError):  # the other side was quicker
                if line:
                    line[0].shutdown(socket.SHUT_RDWR)

        alarm = threading.Timer(self.deadline, end)
        alarm.daemon = True
        alarm.start()
        try:
            headers = {"Content-Type": "application/json", "Accept": "application/json", "User-Agent": "sayso"}
            if self._key:
                headers["Authorization"] = f"Bearer {self._key}"
            connection.connect()
            line.append(connection.sock)
            connection.request("POST", self.where.path, body, headers)
            reply = connection.getresponse()
            data = reply.read(LIMIT + 1)
            if len(data) > LIMIT:
                raise self._failed(f"its reply has more than {LIMIT:,} bytes", "this is no answer to the question; check the model")
            if late.is_set():
                raise _Passing(f"no answer within {self.deadline:g} seconds")
            # read(n) does not tell a body that broke off from one that ended.
            if reply.length:
                raise _Passing("its reply broke off")
            return reply.status, reply.headers.get_content_type() if "content-type" in reply.headers else "", _pause(reply), data
        except (OSError, http.client.HTTPException) as error:
            slow = late.is_set() or isinstance(error, TimeoutError)
            raise _Passing(f"no answer within {self.deadline:g} seconds" if slow else f"cannot be asked ({error})") from None
        finally:
            alarm.cancel()
            connection.close()


def _pause(reply: http.client.HTTPResponse) -> float:
    asked = reply.headers.get("Retry-After", "")
    return min(float(asked), LONGEST_PAUSE) if asked.isascii() and asked.isdigit() and len(asked) < 9 else 0.0
