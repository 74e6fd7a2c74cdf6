"""What all tests share: where the shared material is, and that nothing is skipped unseen.

A test whose part is missing (Chromium, an optional package) skips by name. With ``SAYSO_REQUIRE=all`` or ``--require-all`` such a
skip is a failure; excepted are tests marked ``guest`` and those that need the project's shared material where there is none.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

SHARED = Path(os.environ.get("SAYSO_SHARED") or Path(__file__).parents[1].parent / "shared")
NO_SHARED = f"needs the project's shared material at {SHARED} (set SAYSO_SHARED)"


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--require-all", action="store_true", help="a missing part is a failure, not a skip")


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item, call: pytest.CallInfo[None]):
    return _required(item, (yield))


@pytest.hookimpl(wrapper=True)
def pytest_make_collect_report(collector: pytest.Collector):
    return _required(collector, (yield))


def _required(node: pytest.Item | pytest.Collector, report: pytest.TestReport | pytest.CollectReport):
    """The report; a failure where a skip is not allowed."""
    if not (node.config.getoption("--require-all") or os.environ.get("SAYSO_REQUIRE") == "all"):
        return report
    reason = str(report.longrepr[2] if isinstance(report.longrepr, tuple) else report.longrepr)
    allowed = node.get_closest_marker("guest") is not None or NO_SHARED in reason or hasattr(report, "wasxfail")
    if report.skipped and not allowed:
        report.outcome = "failed"
        report.longrepr = f"{node.nodeid}: a part is missing: {reason}"
    return report


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of shared material; the test is skipped where there is none."""
    if not (SHARED / "seeds").is_dir():
        pytest.skip(NO_SHARED)
    return SHARED


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    """Chromium, for a module and no longer: Playwright's loop runs in this thread, where other tests start their own."""
    from tests import chromium  # not above: test_conftest.py tries this file alone

    with chromium.started() as running:
        yield running
