"""Guests at the door: the endpoint on a server of our own, kept answers, and the command line around them."""

from __future__ import annotations

from pathlib import Path

import pytest

from sayso.cli import main
from sayso.cli.endpoint import ATTEMPTS, LIMIT, Endpoint, address
from sayso.cli.replies import Replies
from sayso.errors import GuestError, StoreError, UsageError
from tests.suites.analyzers import PAGE
from tests.suites.answers import answer
from tests.suites.endpoint import dripping, endpoint, envelope, redirecting, saying, sending

GOOD = saying(answer)
DOWN = sending(b"busy", status=503)


def asking(typed: str, deadline: float = 5, key: str = "") -> tuple[Endpoint, list[float]]:
    waits: list[float] = []
    return Endpoint(address(typed), "small", key, deadline, waits.append), waits


def test_a_question_and_its_answer() -> None:
    with endpoint(sending(envelope("yes"))) as (typed, server):
        ask, waits = asking(typed, key="secret")
        assert ask("instructions", "page \ufffd „“") == "yes"
    (body,) = server.asked
    assert body["model"] == "small" and body["temperature"] == 0
    assert [m["content"] for m in body["messages"]] == ["instructions", "page \ufffd „“"]
    assert server.headers[0]["authorization"] == "Bearer secret" and waits == []


def test_a_busy_server_is_asked_again_after_a_pause() -> None:
    with endpoint(DOWN, DOWN, sending(envelope("yes"))) as (typed, server):
        ask, waits = asking(typed)
        assert ask("i", "p") == "yes"
    assert len(server.asked) == ATTEMPTS and waits == [1.0, 4.0]


@pytest.mark.parametrize(
    ("behaviour", "attempts", "says"),
    [
        (DOWN, ATTEMPTS, r"status 503 \(3 attempts\); see that it runs"),
        (sending(b"", status=500), ATTEMPTS, "status 500"),
        (sending(b'{"error": "no such model"}', status=404), 1, 'status 404: {"error": "no such model"}; check its address'),
        (sending(b"<html>", kind="text/html"), 1, "answers with text/html instead of JSON"),
        (sending(b"{broken"), 1, "not one of chat completions"),
        (sending(b'{"choices": []}'), 1, "not one of chat completions"),
        (sending(b'{"choices": [{"message": {"content": null}}]}'), 1, "not one of chat completions"),
        (sending(b"[" * 100_000), 1, "not one of chat completions"),
        (sending(envelope("yes")[:20], length=500), ATTEMPTS, "broke off"),
        (sending(b" " * (LIMIT + 10)), 1, "more than 4,000,000 bytes"),
        (redirecting, 1, "status 307"),
    ],
)
def test_what_is_no_answer_is_told(behaviour, attempts: int, says: str) -> None:
    with endpoint(behaviour) as (typed, server):
        ask, _ = asking(typed)
        with pytest.raises(GuestError, match=says):
            ask("i", "p")
    assert len(server.asked) == attempts


def test_a_reply_that_trickles_ends_at_the_deadline() -> None:
    with endpoint(dripping) as (typed, server):
        ask, _ = asking(typed, deadline=0.2)
        with pytest.raises(GuestError, match=r"no answer within 0\.2 seconds"):
            ask("i", "p")
    assert len(server.asked) == ATTEMPTS


def test_nobody_there() -> None:
    with endpoint(GOOD) as (typed, _):
        pass
    ask, _ = asking(typed)
    with pytest.raises(GuestError, match="cannot be asked"):
        ask("i", "p")


@pytest.mark.parametrize(
    ("typed", "says"),
    [
        ("", "not an http address; write it as llm:http"),
        ("ftp://host/v1", "not an http address"),
        ("http://host:port/", "not an address"),
        ("http://ann:word@host/v1", "a key goes into SAYSO_LLM_KEY"),
        ("http://host/v1?key=1", "a key goes into SAYSO_LLM_KEY"),
        ("http://host/a b", "characters that no address has"),
    ],
)
def test_a_wrong_address_is_told(typed: str, says: str) -> None:
    with pytest.raises(UsageError, match=says):
        address(typed)


def test_what_stays_on_this_machine() -> None:
    assert [address(f"http://{host}/v1").loopback for host in ("127.0.0.1", "localhost", "[::1]", "10.0.0.1", "host.example")] == [
        True,
        True,
        True,
        False,
        False,
    ]
    with pytest.raises(UsageError, match="unencrypted"):
        Endpoint(address("http://host.example/v1"), "small", "secret")


def test_it_is_said_once_when_text_leaves_the_machine(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    ask = Endpoint(address("https://host.example/v1"), "small")
    monkeypatch.setattr(ask, "_answer", lambda body: "yes")
    ask("i", "p")
    ask("i", "q")
    err = capsys.readouterr().err
    assert err.count("sent to host.example") == 1 and "leaves this machine" in err


def test_kept_answers_are_not_asked_for_again_and_survive_a_broken_end(tmp_path: Path) -> None:
    file, asked = tmp_path / "answers.jsonl", []

    def ask(instructions: str, page: str) -> str:
        asked.append(page)
        return f"about {page}"

    first = Replies(file, "small", ask)
    assert [first("i", p) for p in "aba"] == ["about a", "about b", "about a"] and asked == ["a", "b"]
    file.write_bytes(file.read_bytes()[:-10])
    again = Replies(file, "small", ask)
    assert [again("i", p) for p in "abc"] == ["about a", "about b", "about c"] and asked == ["a", "b", "b", "c"]
    assert [Replies(file, "small", ask)("i", p) for p in "abc"] == ["about a", "about b", "about c"] and len(asked) == 4
    assert (first.damaged, Replies(file, "small", ask).damaged) == (0, 1)
    assert Replies(file, "large", ask)("i", "a") == "about a" and len(asked) == 5
    assert file.stat().st_mode & 0o077 == 0


@pytest.mark.parametrize("content", [b"a letter\n", b"a letter", b'{"key": 1}\n', b"\xff\xfe\n"])
def test_another_file_is_left_alone(tmp_path: Path, content: bytes) -> None:
    file = tmp_path / "letter.txt"
    file.write_bytes(content)
    with pytest.raises(StoreError, match="choose another file"):
        Replies(file, "small", answer)
    assert file.read_bytes() == content


def run(capfdbinary: pytest.CaptureFixture[bytes], *words: str) -> tuple[int, bytes, str]:
    code = main(list(words))
    out, err = capfdbinary.readouterr()
    return code, out, err.decode()


@pytest.fixture
def page(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    for name in ("SAYSO_ANALYZER", "SAYSO_LLM_MODEL", "SAYSO_LLM_KEY"):
        monkeypatch.delenv(name, raising=False)
    (tmp_path / "page.txt").write_text(PAGE, encoding="utf-8")
    return tmp_path / "page.txt"


def test_trace_with_an_endpoint_then_with_kept_answers_alone(page: Path, capfdbinary, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SAYSO_LLM_MODEL", "small")
    with endpoint(GOOD) as (typed, server):
        words = ["trace", "page.txt", "--json", "--analyzer", f"llm:{typed}", "--llm-cache", "answers.jsonl"]
        first = run(capfdbinary, *words)
        assert len(server.asked) == 1
    assert first[0] == 0 and b'"name":"llm"' in first[1].replace(b" ", b"") and b"Ida Volk" in first[1]
    assert "leaves this machine" not in first[2]
    assert run(capfdbinary, *words) == first
    assert run(capfdbinary, *words, "--book", "book.sqlite")[1] == run(capfdbinary, *words, "--book", "book.sqlite")[1] == first[1]


def test_a_book_remembers_a_page_that_an_answer_was_no_use_for(page: Path, capfdbinary, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SAYSO_LLM_MODEL", "small")
    with endpoint(sending(envelope("no"))) as (typed, server):
        words = ["trace", "page.txt", "--json", "--book", "book.sqlite", "--analyzer", f"llm:{typed}"]
        first, second = run(capfdbinary, *words), run(capfdbinary, *words)
        assert len(server.asked) == 1
    assert first == second and b"answers were not the JSON asked for" in first[1]


@pytest.mark.parametrize(
    ("words", "code", "says"),
    [
        (["--analyzer", "ruls"], 2, "no analyzer is called 'ruls'; there are: rules, model, model:PATH, llm:ENDPOINT"),
        (["--analyzer", "llm:http://127.0.0.1:1/v1"], 2, "Set SAYSO_LLM_MODEL"),
        (["--analyzer", "llm:nowhere"], 2, "not an http address"),
        (["--llm-cache", "x.jsonl"], 2, "--llm-cache: the analyzer is"),
        (["--analyzer", "model:none.onnx"], 2, "none.onnx: cannot be read"),
    ],
)
def test_what_cannot_be_done_is_told(page: Path, capfdbinary, words: list[str], code: int, says: str) -> None:
    got = run(capfdbinary, "trace", "page.txt", *words)
    assert got[0] == code and says in got[2] and not got[1]


def test_the_option_wins_over_the_environment(page: Path, capfdbinary, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SAYSO_ANALYZER", "nobody")
    assert run(capfdbinary, "trace", "page.txt")[0] == 2
    assert run(capfdbinary, "trace", "page.txt", "--analyzer", "rules")[0] == 0


def test_doctor_lists_analyzers(capfdbinary) -> None:
    code, out, _ = run(capfdbinary, "doctor")
    assert code == 0 and b"analyzer     rules: built in" in out and b"llm:ENDPOINT" in out
