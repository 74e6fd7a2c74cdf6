"""``sayso review`` as a process: its link, its cookie, its end."""

from __future__ import annotations

import http.client
import os
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from sayso.cli import main
from tests.review.desk import made


@contextmanager
def ended(running: subprocess.Popen[str]) -> Iterator[None]:
    """No test that fails leaves a server behind."""
    try:
        yield
    finally:
        running.kill()


def test_it_listens_here_alone_opens_by_its_link_and_ends_by_ctrl_c(tmp_path: Path) -> None:
    book = made(tmp_path)
    command = [sys.executable, "-m", "sayso", "review", str(book), "--no-open", "--by", "AB"]
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    with (
        subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env=environment) as running,
        ended(running),
    ):
        assert running.stdout and running.stderr
        link = urlsplit(running.stdout.readline().strip())
        assert (link.scheme, link.hostname, link.path) == ("http", "127.0.0.1", "/")
        assert len(link.query) > 40
        connection = http.client.HTTPConnection("127.0.0.1", link.port or 0, timeout=20)

        def get(path: str, **headers: str) -> http.client.HTTPResponse:
            connection.request("GET", path, headers=headers)
            return connection.getresponse()

        refused = get("/")
        assert (refused.status, b"open the newest link" in refused.read()) == (403, True)
        entered = get(f"/?{link.query}")
        entered.read()
        assert entered.status == 303
        cookie = (entered.getheader("set-cookie") or "").partition(";")[0]
        shown = get("/", Cookie=cookie)
        assert shown.status == 200 and "Calla" in shown.read().decode()
        assert shown.getheader("server") is None
        again = get(f"/?{link.query}")
        assert (again.status, b"has been used" in again.read()) == (403, True)
        connection.close()
        with socket.socket() as outer:
            outer.settimeout(1)
            assert outer.connect_ex(("127.0.0.2", link.port or 0)) != 0, "other addresses of this machine do not lead here"
        running.send_signal(signal.SIGINT)
        said = running.stderr.read()
        assert running.wait(20) == 0
    assert "another browser may use http://127.0.0.1:" in said and "Traceback" not in said


def test_a_port_that_is_taken_is_said(tmp_path: Path, capsysbinary: pytest.CaptureFixture[bytes]) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        assert main(["review", str(made(tmp_path)), "--no-open", "--port", str(taken.getsockname()[1])]) == 3
    assert b"cannot be listened to" in capsysbinary.readouterr().err
