import pytest

from sayso.model import Span
from sayso.text.datelines import after_dateline


@pytest.mark.parametrize(
    ("line", "body"),
    [
        ("VARNGARD (Osk) – Three ships were lost in the strait.", "Three ships were lost in the strait."),
        ("VARNGARD, June 9. /OSK/. Three ships were lost in the strait.", "Three ships were lost in the strait."),
        ("VARNGARD, May 3 (Osk News / Partner) - Three ships were lost.", "Three ships were lost."),
        ("Old Varn/Lissa, Feb 26 : Three ships were lost in the strait.", "Three ships were lost in the strait."),
        ("Varn, 9 de junio de 2031 (Osk).– Tres barcos se hundieron.", "Tres barcos se hundieron."),
        ("VARN, 9 jun (OSK).- Tres barcos se hundieron.", "Tres barcos se hundieron."),
        ("Varn, 9 men (all of Osk) – they drowned in the strait.", "Varn, 9 men (all of Osk) – they drowned in the strait."),
        ("(OSK) Three ships were lost in the strait.", "Three ships were lost in the strait."),
        ("Old Varn, Lissa (OSK) Three ships were lost in the strait.", "Three ships were lost in the strait."),
        ("World Harbour Union (WHU) President Ada Kern said so.", "World Harbour Union (WHU) President Ada Kern said so."),
        ("Lissa, OSKA-Three ships were lost in the strait.", "Three ships were lost in the strait."),
        ("VARN – The ships were lost in the strait.", "The ships were lost in the strait."),
        ("Oskar- The ships were lost in the strait.", "The ships were lost in the strait."),
        ("Three ships were lost – two of them at night.", "Three ships were lost – two of them at night."),
        ("Ada Kern, 43, said the pier (the old one) was lost.", "Ada Kern, 43, said the pier (the old one) was lost."),
    ],
)
def test_datelines(line: str, body: str) -> None:
    assert line[after_dateline(line, Span(0, len(line))) :] == body
