from __future__ import annotations

import io
import time

from sayso.cli.words import Progress, printable


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def wait_for(condition, seconds: float = 5.0) -> bool:
    end = time.monotonic() + seconds
    while not condition() and time.monotonic() < end:
        time.sleep(0.005)
    return bool(condition())


def test_quick_work_shows_nothing():
    for stream in (io.StringIO(), Terminal()):
        with Progress(stream, patience=60) as progress:
            progress("extract", 1, 2)
        assert stream.getvalue() == ""


def test_a_log_gets_whole_lines():
    stream = io.StringIO()
    with Progress(stream, patience=0.01, every=60) as progress:
        progress("extract", 1, 2)
        assert wait_for(stream.getvalue)
    assert stream.getvalue() in {"sayso: finding who says what 1/2 …\n", "sayso: reading …\n"}


def test_a_terminal_gets_one_line_that_goes_away():
    stream = Terminal()
    with Progress(stream, patience=0, every=0.01) as progress:
        progress("read", 7, None)
        assert wait_for(lambda: "sayso: reading 7 …" in stream.getvalue())
        progress("link", 0, None)
        assert wait_for(lambda: "sayso: comparing statements …" in stream.getvalue())
    assert "\n" not in stream.getvalue()
    assert stream.getvalue().endswith("\r") and stream.getvalue().split("\r")[-2].strip() == ""


def test_progress_ends_when_the_work_fails():
    progress = Progress(io.StringIO(), patience=60)
    try:
        with progress:
            raise ValueError
    except ValueError:
        pass
    assert not progress.thread.is_alive()


def test_nothing_moves_the_cursor():
    assert printable("page\x1b[2J\r\n\u2028one\ud800.txt") == "page\ufffd[2J\ufffd\ufffd\ufffdone\ufffd.txt"
    assert printable("Ñandú – ‘ok’") == "Ñandú – ‘ok’"


def test_a_log_is_not_told_the_same_again_and_again():
    stream = io.StringIO()
    with Progress(stream, patience=0.01, every=0.01) as progress:
        progress("extract", 1, 2)
        assert wait_for(stream.getvalue)
        time.sleep(0.2)
        progress("extract", 2, 2)
        assert wait_for(lambda: "2/2" in stream.getvalue())
    lines = stream.getvalue().splitlines()
    assert len(lines) == len(set(lines))
