"""Which body a noun means; all pages are invented."""

import pytest

from sayso.analyzers import by_name
from sayso.extract import extract
from sayso.extract.institutions import institution
from sayso.model import Document
from sayso.text.tokens import tokens

LATER = "The weir will be shut, the authority said. The mill had asked the Orvik Bridges Authority to mend it."


@pytest.mark.parametrize(
    ("text", "phrase", "name"),
    [
        (LATER, "the authority", "Orvik Bridges Authority"),
        ("Orvik's Ministry of Works has a plan.", "the ministry", "Ministry of Works"),
        ("Orvik's Ministry of Works has a plan.", "the works ministry", "Ministry of Works"),
        ("Orvik's Ministry of Works has a plan.", "the health ministry", ""),
        ("The Ministry of Works met the Ministry of Trade.", "the ministry", ""),
        ("The town council met the Orvik Water Council.", "the council", ""),
        ("The council of the town met.", "the council", ""),
        ("The Orvik Bridges Authority met.", "an authority", ""),
        ("Watchdog fines bank. The Ness Authority looked at the Orvik Bank.", "the bank", "Orvik Bank"),
        ("A rival bank closed. The Orvik Bank did not.", "the bank", ""),
        ("The Orvik News Agency reported it.", "the agency", ""),
        ("ORVIK BRIDGES AUTHORITY\\nThe Orvik Bridges Authority met.", "the authority", "Orvik Bridges Authority"),
    ],
)
def test_the_one_of_that_noun(text: str, phrase: str, name: str) -> None:
    assert institution(text, tokens(phrase)) == name


def test_named_only_later() -> None:
    page = Document("d", "p.txt", None, "0", LATER, "en", "Ness Post")
    found = extract(page, by_name("model")).statements
    assert found[0].chain[-1].name == "Orvik Bridges Authority"


@pytest.mark.parametrize(
    ("sentence", "alias"),
    [
        ("Nine gates were open, a spokesman said.", "Tarn Pumps spokesman"),
        ("Nine gates were open, a fisherman said.", None),
        ("Mayor Ida Volk said that it leaks. Nine gates were open, a clerk said.", None),
    ],
)
def test_whose_spokesman(sentence: str, alias: str | None) -> None:
    text = f"Orle-based Tarn Pumps has confirmed that it saw the weir.\n\n{sentence}"
    reading = extract(Document("d", "p.txt", None, "0", text, "en", "Ness Post"), by_name("model"))
    assert "Tarn Pumps" in {s.name for s in reading.sources}
    assert {a for s in reading.sources for a in s.aliases if "Tarn" in a} == ({alias} if alias else set())


ACCOUNTS = "The Mills Board said the weir was shut.\n\nOrvik's Water Command denied it. "
BESIDE = "The harbour master Ola Rask blamed the guild. He called the count of Tarn Watch “a joke”. "


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (f"{ACCOUNTS}It said the gates were open.", "Orvik's Water Command"),
        (f"{ACCOUNTS}“No gate was shut,” it said in a note.", "Orvik's Water Command"),
        (f"{BESIDE}Nine gates were open, he added.", "The harbour master Ola Rask"),
        ("The Ness Authority said it asked the bank. The Orvik Bank is old.\n\nThe bank rejects the claim.", "Orvik Bank"),
        (
            "Mill guards spoke. The Orle League for Mills (OLM) said C was so.\n\nThe group said it would strike.",
            "The Orle League for Mills",
        ),
        ("The Mills Ministry said C was so.\n\nThe group said it would strike.", "The group"),
    ],
)
def test_who_goes_on(text: str, name: str) -> None:
    found = extract(Document("d", "p.txt", None, "0", text, "en", "Ness Post"), by_name("model")).statements
    assert found[-1].chain[-1].name.startswith(name)
