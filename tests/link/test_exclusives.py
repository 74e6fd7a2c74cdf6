"""Words that were said to one house lead every page that has them to that house's page."""

import pytest

from sayso.link.exclusives import exclusives
from sayso.link.order import Order
from sayso.model import Reading
from tests.link.piles import page

SAID = "“We are still counting the sacks,” Ada Grell said."
SPEAKER = ("Ada Grell", "person")


def told(
    name: str, text: str = SAID, speaker: tuple[str, str] = SPEAKER, to: str | None = None, day: str = "2031-03-04"
) -> Reading:
    return page(name, {"text": text, "chain": (speaker,), "voice": "direct", "addressee": to}, outlet=f"{name} Post", day=day)


def edges(*readings: Reading) -> list[tuple[str, str]]:
    order = Order({r.document.id: r.document for r in readings}, {})
    names = {r.document.id: r.document.place for r in readings}
    return sorted((names[e.document], names[e.from_]) for e in exclusives(readings, order, ()))


@pytest.mark.parametrize(
    ("other", "want"),
    [
        (told("Velm"), [("Velm", "Tarn")]),
        (told("Velm", speaker=("a guild leader", "anonymous")), [("Velm", "Tarn")]),
        (told("Velm", day="2031-03-06"), [("Velm", "Tarn")]),
        (told("Velm", day="2031-03-01"), []),  # it came first
        (told("Velm", to="Velm Post"), []),  # she said it to both
        (told("Velm", "“We are still looking for sacks,” Ada Grell said."), []),
        (told("Velm", speaker=("Ivo Rask", "person")), []),
    ],
)
def test_who_has_words_from_whom(other: Reading, want: list[tuple[str, str]]) -> None:
    assert edges(told("Tarn", to="Tarn Post"), other) == want


def test_what_was_said_to_nobody_alone_leads_nowhere() -> None:
    assert edges(told("Tarn"), told("Velm")) == []
    short = "“No comment,” Ada Grell said."
    assert edges(told("Tarn", short, to="Tarn Post"), told("Velm", short)) == []
