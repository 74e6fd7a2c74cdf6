"""Whom a lead means that the next paragraphs name; all pages are invented."""

import pytest

from sayso.analyzers import by_name
from sayso.extract import extract
from sayso.model import Document, Span

TITLE = "Weir at Orvik leaks"


def first(lead: str, rest: str, title: str = TITLE) -> str | None:
    text = f"{title}\n\n{lead}\n\n{rest}\n"
    page = Document("d", "p.txt", None, "0", text, "en", "Ness Post", title=title, title_span=Span(0, len(title)))
    told = [s for s in extract(page, by_name("model")).statements if len(s.chain) > 1]
    return told[0].chain[-1].name


@pytest.mark.parametrize(
    ("lead", "rest", "name"),
    [
        (
            "The weir at Orvik leaks badly, a water official said on Monday.",
            "Deputy river warden Ida Volk told the Post that nine gates were open.",
            "Deputy river warden Ida Volk",
        ),
        (
            "The weir at Orvik leaks badly, a water official said on Monday.",
            "The miller Sefu Kalo said that nine gates were open.",
            "a water official",
        ),
        (
            "The weir at Orvik leaks badly, a water official said on Monday.",
            "Deputy river warden Ida Volk said that nine gates were open.\n\nMayor Sefu Kalo said that he was sorry.",
            "a water official",
        ),
        (
            "The weir at Orvik leaks badly, a water official said on Monday.",
            "He did not want to be named. Deputy river warden Ida Volk said that nine gates were open.",
            "a water official",
        ),
        (
            "An anglers' group has said that the weir at Orvik leaks.",
            "The Orvik Rod Network said that it had counted nine open gates.",
            "The Orvik Rod Network",
        ),
        (
            "An anglers' group has said that the weir at Orvik leaks.",
            "The Orvik Police Department said that it had counted nine open gates.",
            "An anglers' group",
        ),
    ],
)
def test_lead(lead: str, rest: str, name: str) -> None:
    assert first(lead, rest) == name
