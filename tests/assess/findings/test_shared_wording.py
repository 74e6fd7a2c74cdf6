"""Pages in the same wording without a credit, read and linked as a person's pages are. All of it is fiction."""

from __future__ import annotations

import pytest

from sayso.casebook import trace
from sayso.model import Finding
from sayso.settings import Settings

NEWS = (
    "The night ferry from Ostmar ran onto the sandbank off Brund shortly after four on Monday. Its pilot had left the marked "
    "channel to pass a timber raft that lay across it. Nobody on the lower deck was hurt, but nineteen crates of glass slid into "
    "the water and were lost. The tug Semel pulled the ship free at noon, and the guard towed the raft to the quay of Ostmar."
)
OTHER = (
    "Passengers of the Ostmar line waited half a day on Monday after their boat had grounded near Brund. A tug came around "
    "midday. Some crates went overboard, and the guard took a raft of timber in tow."
)
WIRED = f"Pilots are asked to keep off, the Semel News Agency reported. {NEWS}"
SAID = f"“{NEWS}” pilot Ada Grell said."


def remarks(tmp_path_factory: pytest.TempPathFactory, pages: list[tuple[str, str]]) -> list[Finding]:
    """What is said of pages, each given by its outlet and text."""
    folder = tmp_path_factory.mktemp("pile")
    file = folder / "pages.csv"
    rows = [
        f'"{outlet}","https://{outlet.replace(" ", "").lower()}.example/{n}","{text}"' for n, (outlet, text) in enumerate(pages)
    ]
    file.write_text("outlet,url,text\n" + "\n".join(rows) + "\n", encoding="utf-8")
    return [f for f in trace([str(file)], Settings(analyzer="rules")).findings if f.rule == "lost_credit"]


POST, COURIER, WIRE = "Harbour Post", "Lake Courier", "Semel Wire"


@pytest.mark.parametrize(
    ("pages", "documents"),
    [
        ([(POST, f"Ferry aground\n\n{NEWS}"), (COURIER, f"Raft blocks channel\n\n{NEWS}")], 2),
        ([(POST, f"Ferry aground\n\n{NEWS}"), (COURIER, f"Raft\n\n{NEWS}"), (WIRE, f"Crates lost\n\n{NEWS}")], 3),
        ([(POST, f"Ferry aground\n\n{NEWS}"), (COURIER, f"Ferry aground\n\n{NEWS}")], 2),
        ([(POST, f"Ferry aground\n\n{NEWS}"), (COURIER, f"Raft\n\n{NEWS} The line has run for ninety years.")], 2),
    ],
)
def test_one_text_without_a_credit_is_told_once(
    pages: list[tuple[str, str]], documents: int, tmp_path_factory: pytest.TempPathFactory
) -> None:
    (found,) = remarks(tmp_path_factory, pages)
    assert len(found.documents) == documents == len(found.evidence) and POST in found.message and COURIER in found.message


@pytest.mark.parametrize(
    "pages",
    [
        [(POST, f"Ferry aground\n\n{NEWS}"), (POST, f"Raft blocks channel\n\n{NEWS}")],
        [(POST, f"Ferry aground\n\n{NEWS}"), (COURIER, f"Raft blocks channel\n\n{NEWS} So wrote the Harbour Post.")],
        [(POST, f"Ferry aground\n\n{WIRED}"), (COURIER, f"Raft blocks channel\n\n{WIRED}")],
        [(POST, f"Ferry aground\n\n{NEWS}"), (COURIER, f"Raft blocks channel\n\n{OTHER}")],
        [(POST, f"Ferry aground\n\n{SAID}"), (COURIER, f"Raft blocks channel\n\n{SAID}")],
    ],
)
def test_one_house_a_credit_a_common_text_other_words_and_quotations_are_none(
    pages: list[tuple[str, str]], tmp_path_factory: pytest.TempPathFactory
) -> None:
    assert remarks(tmp_path_factory, pages) == []
