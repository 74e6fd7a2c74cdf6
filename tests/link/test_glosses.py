import pytest

from sayso.link.glosses import gloss, glossed


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("O ministro do Ambiente, Aldo Renn", "environment minister"),
        ("le ministère de la Santé de Tolm", "health ministry"),
        ("министерство обороны Норрина", "defence ministry"),
        ("الجيش النوريني", "army"),
        ("el presidente del sindicato", "union president"),
        ("Aldo Renn", None),
        ("la molinera", None),
    ],
)
def test_a_body_is_said_in_english(name: str, said: str | None):
    assert gloss(name) == said
    assert glossed(name) == (f"{name} ({said})" if said else name)
