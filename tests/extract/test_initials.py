"""A page's own house under another form of its name; all of it is invented."""

import pytest

from sayso.extract.initials import own_house


@pytest.mark.parametrize(
    ("outlet", "name", "language"),
    [
        ("Corriente", "Agencia Corriente", "es"),
        ("Eco del Lago", "El Eco del Lago", "es"),
        ("Lake News Service", "LNS", "en"),
        ("OPS", "Orle Press Service", "en"),
        ("ropeandmast.example", "Rope & Mast", "en"),
        ("Причал-Волна", "«Причал-Волне»", "ru"),
        ("orvik1.example", "ORVIK-1", "en"),
        ("lns-orvik.example", "LNS", "en"),
        ("Kurier Lesny", "Kurierem Leśnym", "pl"),
        ("Varna International", "Varna", "en"),
    ],
)
def test_own(outlet: str, name: str, language: str) -> None:
    assert own_house(outlet, name, language)


@pytest.mark.parametrize(
    ("outlet", "name", "language"),
    [
        ("Corriente", "Agencia Levante", "es"),
        ("Varna International", "Varna Arabic", "en"),
        ("Lake News Service", "LNA", "en"),
        ("OPS", "Orle Press", "en"),
        ("ropeandmast.example", "Sail & Mast", "en"),
        ("Причал-Волна", "Причал-Берег", "ru"),
        ("Orle Post", "agency", "en"),
        ("lns-orvik.example", "LNA", "en"),
        ("Kurier Lesny", "Kurier Polny", "pl"),
    ],
)
def test_anothers(outlet: str, name: str, language: str) -> None:
    assert not own_house(outlet, name, language)
