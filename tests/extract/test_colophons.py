from __future__ import annotations

import pytest

from sayso.extract.colophons import colophon


@pytest.mark.parametrize(
    "words",
    [
        "(Reporting by Ida Volk in Orle; writing by Jon Tarn)",
        "Follow Ida Volk on Instagram: @idavolk.",
        "Ada Grell in Velm contributed to this report.",
        "(Reporte de Ida Volk; editado por Jon Tarn)",
        "This is a breaking news story. Please check back.",
    ],
)
def test_colophon(words: str):
    assert colophon(words)


@pytest.mark.parametrize(
    "words",
    [
        "Reporting by radio was forbidden in Orle.",
        "The mill contributed nine boats to the harbour.",
        "“Follow me,” Ida Volk said on the pier.",
        "Editing the film took nine years.",
        "(The reporting was done by radio.)",
        "Folgen hatte der Sturm keine.",
    ],
)
def test_no_colophon(words: str):
    assert not colophon(words)
