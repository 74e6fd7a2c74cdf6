"""Every analyzer, run through the one suite."""

from __future__ import annotations

from importlib import resources
from pathlib import Path

import pytest

from sayso import analyzers
from sayso.analyzers.llm import Llm
from sayso.cli.replies import Replies
from sayso.contracts import Analyzer
from sayso.errors import GuestError, UsageError
from tests.suites.analyzers import SUITE
from tests.suites.answers import answer


def nobody(instructions: str, page: str) -> str:
    raise GuestError("asked although every answer is kept")


@pytest.fixture(scope="module", params=["rules", "model", "llm"])
def analyzer(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Analyzer:
    if request.param == "llm":
        cache: Path = tmp_path_factory.mktemp("llm") / "answers.jsonl"
        recorder = Llm("small", Replies(cache, "small", answer))
        for check in SUITE:
            check(recorder)
        return Llm("small", Replies(cache, "small", nobody))
    if request.param == "model" and not (resources.files("sayso.analyzers") / "reader.onnx").is_file():
        pytest.skip("no shipped model")
    return analyzers.by_name(request.param)


@pytest.mark.parametrize("check", SUITE, ids=lambda f: f.__name__)
def test_every_analyzer(analyzer: Analyzer, check) -> None:
    check(analyzer)


@pytest.mark.parametrize(
    ("name", "says"),
    [
        ("ruls", "there are: rules, model, model:PATH, llm:ENDPOINT"),
        ("model:", "there are: rules"),
        ("model:nowhere.onnx", r"nowhere\.onnx: cannot be read"),
        ("llm:http://127.0.0.1:1/v1", "hand over analyzer="),
    ],
)
def test_a_wrong_name_is_told(name: str, says: str) -> None:
    with pytest.raises(UsageError, match=says):
        analyzers.by_name(name)


def test_available_names_all() -> None:
    assert [name for name, _ in analyzers.available()] == ["rules", "model", "model:PATH", "llm:ENDPOINT"]
