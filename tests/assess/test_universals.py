"""What a telling that there was none of a kind speaks of. All of it is fiction."""

from __future__ import annotations

import pytest

from sayso.assess.pile import Pile
from sayso.assess.universals import flatly
from tests.assess.piles import Page, pile

GUILD = ("the Tarn Guild", "organization")


def two(no: str, told: str, source: tuple[str, str] = ("a miller", "person"), language: str = "en") -> Pile:
    a = Page("a", f"{no}.", "Harvik Bote", language=language)
    a.tell(no, GUILD, claim="no")
    b = Page("b", f"{told}.", "Paper b")
    b.tell(told, source, claim="told")
    return pile(a, b)


def found(p: Pile) -> list[str]:
    return [p.told(x) for d in sorted(p.by_document) for s, about in flatly(p, d, ()) if p.claim_of[s.id] == "no" for x in about]


@pytest.mark.parametrize(
    ("no", "told", "language"),
    [
        ("None of its barges left the weir on Monday", "A barge of the Tarn Guild rammed the mole", "en"),
        ("No barge of the Tarn Guild left the weir on Monday", "Tarn Guild barges rammed the mole", "en"),
        ("Kein Flugzeug der Tarn Guild war am Montag in Harvik", "Aircraft of the Tarn Guild dropped leaflets on Harvik", "de"),
        ("Nobody was warned by the Tarn Guild in Harvik", "The Tarn Guild warned the millers of Harvik by bell", "en"),
        ("The Tarn Guild did not warn anybody in Harvik", "Millers of Harvik were warned by the Tarn Guild", "en"),
        ("The Tarn Guild did not send any barge to Harvik", "A Tarn Guild barge rammed the mole", "en"),
        ("La Tarn Guild n'a tué personne à Harvik", "Tarn Guild men killed a miller in Harvik", "fr"),
        ("La Tarn Guild no mandó gabarra alguna, ningún barco estuvo en Harvik", "A ship of the Tarn Guild lay at Harvik", "es"),
    ],
)
def test_what_none_nobody_and_any_deny(no: str, told: str, language: str) -> None:
    assert found(two(no, told, language=language)) == [told]


@pytest.mark.parametrize(
    ("no", "told"),
    [
        ("If no barge leaves the weir, the mill will close", "A barge of the Tarn Guild rammed the mole"),
        ("The barge is kept in shed No. 3 of the Tarn Guild", "A shed of the Tarn Guild burned"),
        ("None of its barges left the weir on Monday", "The Tarn Guild had left the weir without a word on Monday"),
        ("None of its barges left the weir on Monday", "No barge of the Tarn Guild was seen at the mole"),
        ("None of its barges left the weir on Monday", "A barge sank in the north"),
        ("The Tarn Guild warned that anybody in Harvik may drown", "The Tarn Guild warned the millers of Harvik by bell"),
        ("Nobody was warned in Harvik", "The keeper of Osk warned the millers by bell"),
        ("Harvik opened a hall for anybody who did not trust the Tarn Guild", "The Tarn Guild opened a mill in Harvik"),
        ("Any barge of the Tarn Guild may sail to Harvik", "A Tarn Guild barge rammed the mole"),
    ],
)
def test_what_denies_nothing_that_is_told(no: str, told: str) -> None:
    assert found(two(no, told)) == []


def test_one_party_denies_nothing_that_it_tells_itself() -> None:
    assert found(two("None of its barges left the weir", "A barge of the Tarn Guild rammed the mole", source=GUILD)) == []


@pytest.mark.parametrize(
    ("told", "denied"),
    [("La barge de la Tarn Guild n'a heurté personne", False), ("La barge de la Tarn Guild a heurté le môle", True)],
)
def test_a_telling_that_says_no_by_a_short_negation_is_not_what_is_denied(told: str, denied: bool) -> None:
    no = Page("a", "Aucune barge de la Tarn Guild n'est sortie.", "Harvik Bote", language="fr")
    no.tell("Aucune barge de la Tarn Guild n'est sortie", GUILD, claim="no")
    other = Page("b", f"{told}.", "Gazette b", language="fr")
    other.tell(told, ("un meunier", "person"), claim="told")
    assert found(pile(no, other)) == ([told] if denied else [])
