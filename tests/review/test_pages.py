"""The app's own pages: axe finds nothing on any of them, in light and dark, on a desk and on a telephone; nothing spills."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from sayso import recount
from sayso.contracts import Judgement
from sayso.store import judgements
from sayso.store.book import Book
from sayso.store.judgements import Signature
from tests.review.desk import made
from tests.review.served import Tab, served
from tests.review.test_judging import Look


@pytest.mark.parametrize("width", [1280, 390])
def test_axe_finds_nothing_and_nothing_spills(browser: Any, tmp_path: Path, width: int) -> None:
    book = made(tmp_path)
    look = Look(book)
    claim = look.claim("ferry Calla sank")
    with Book(book) as memory:
        signature = Signature("AB", "2041-06-01T10:00:00Z", "because")
        judgements.judge(memory, Judgement("same", look.statement("Calla sank"), look.statement("flour tax")), signature)
        judgements.undo(memory, None, signature)
        judgements.judge(memory, Judgement("note", claim, "ask the harbour office"), signature)
        judgements.judge(memory, Judgement("source", look.statement("tax rose"), "the mill office"), signature)
        recount.recount(memory)
    page = look.report.claims[0].documents[0]
    with served(book) as lock:
        # The bar above and the keys below are the sheet's, which tests/browser looks at.
        # axe is put into each page by the test; the policy, which would forbid that, is tested elsewhere
        tab = Tab(browser, lock, viewport={"width": width, "height": 900}, bypass_csp=True)
        form = {
            "token": lock.form,
            "version": "0-x",
            "act": "note",
            "a": claim,
            "note": "a long thought",
            "next": f"/claim/{claim}",
        }
        late = tab.page.request.post(
            f"{tab.home}judge", form=form, headers={"origin": tab.home.rstrip("/"), "sec-fetch-site": "same-origin"}
        )
        assert late.status == 409
        tab.page.route("**/late", lambda route: route.fulfill(response=late))
        wrong = []
        addresses = [
            "/", f"/claim/{claim}?done=3", f"/article/{page}", "/queue", "/pages", "/map", "/method", "/find?q=214+passengers",
            "/find", "/find?q=zeppelin", "/claim/zzzz", "/nothing", "/late",
        ]  # fmt: skip
        for address in addresses:
            tab.open(address)
            wrong += [f"{address}: {found}" for found in tab.violations("#main")]
            if tab.page.evaluate("document.documentElement.scrollWidth") > width:
                wrong.append(f"{address}: spills over {width}")
        assert wrong == []
        tab.context.close()
