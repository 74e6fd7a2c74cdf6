"""A chat endpoint on this machine for tests: behaves as it is told, and counts what it was asked."""

from __future__ import annotations

import json
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

Behaviour = Callable[["Handler", dict[str, Any]], None]


class Server(ThreadingHTTPServer):
    daemon_threads = True
    behaviours: list[Behaviour]
    asked: list[dict[str, Any]]
    headers: list[dict[str, str]]

    def handle_error(self, request: object, client_address: object) -> None:
        """A client that hangs up is what some tests are about."""


class Handler(BaseHTTPRequestHandler):
    server: Server

    def do_POST(self) -> None:
        body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        self.server.asked.append(body)
        self.server.headers.append({k.lower(): v for k, v in self.headers.items()})
        behaviours = self.server.behaviours
        (behaviours.pop(0) if len(behaviours) > 1 else behaviours[0])(self, body)

    def log_message(self, *args: object) -> None:
        """Silent."""

    def send(self, data: bytes, status: int = 200, kind: str | None = "application/json", length: int | None = None) -> None:
        self.send_response(status)
        if kind:
            self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(data) if length is None else length))
        self.end_headers()
        self.wfile.write(data)


def envelope(content: str) -> bytes:
    return json.dumps({"choices": [{"message": {"role": "assistant", "content": content}}]}).encode()


def saying(answer: Callable[[str, str], str]) -> Behaviour:
    def behave(handler: Handler, body: dict[str, Any]) -> None:
        handler.send(envelope(answer(body["messages"][0]["content"], body["messages"][1]["content"])))

    return behave


def sending(data: bytes, **how: Any) -> Behaviour:
    return lambda handler, body: handler.send(data, **how)


def redirecting(handler: Handler, body: dict[str, Any]) -> None:
    handler.send_response(307)
    handler.send_header("Location", "http://127.0.0.1:9/elsewhere")
    handler.send_header("Content-Length", "0")
    handler.end_headers()


def dripping(handler: Handler, body: dict[str, Any]) -> None:
    """A byte at a time, each well within any timeout of a single read."""
    handler.send_response(200)
    handler.send_header("Content-Length", "1000")
    handler.end_headers()
    for _ in range(100):
        handler.wfile.write(b" ")
        handler.wfile.flush()
        time.sleep(0.05)


@contextmanager
def endpoint(*behaviours: Behaviour) -> Iterator[tuple[str, Server]]:
    """Its address, and the server; the last behaviour stays."""
    server = Server(("127.0.0.1", 0), Handler)
    server.behaviours, server.asked, server.headers = list(behaviours), [], []
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/v1", server
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
