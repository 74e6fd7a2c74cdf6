from __future__ import annotations

import pytest

from tests.assess.piles import Page, pile, retold, rules, step, two

TARN = ("harbour master Ivo Tarn", "person")
HAND = ("a dock hand", "anonymous")


def both(one: str, other: str, **more: dict) -> tuple[Page, Page]:
    """Two tellings by one source."""
    return two(one, other, (TARN,), (TARN,), **more)


DAM = "the old harbour wall will hold through the winter storms"


def test_attribution_lost_along_a_step() -> None:
    a, b = two(DAM, "The old harbour wall will hold through the winter", (TARN,))
    (f,) = retold(step(a, b))
    assert f.rule == "attribution_lost" and f.responsible == "outlet"
    assert f.documents == ("doc-a", "doc-b") and "Westmar Post tells as its own" in f.message


def test_pages_without_a_step_between_them_have_lost_nothing() -> None:
    a, b = two(DAM, "The old harbour wall will hold through the winter", (TARN,))
    assert retold(pile(a, b)) == []


def test_attribution_is_not_lost_when_the_page_names_the_source_elsewhere_or_quotes() -> None:
    a, b = two(DAM, "The old harbour wall will hold through the winter", (TARN,))
    b.text += " Ivo Tarn spoke at noon."
    b.tell("Ivo Tarn spoke at noon", TARN, claim="other")
    assert retold(step(a, b)) == []
    a, b = two(DAM, "“The old harbour wall will hold through the winter”", (TARN,))
    assert retold(step(a, b)) == []


def test_a_headline_that_loses_source_and_hedge() -> None:
    text = "Harbour wall will hold\nThe harbour wall may hold, harbour master Ivo Tarn said."
    page = Page("p", text, "Herald", title="Harbour wall will hold")
    page.tell("Harbour wall will hold", claim="c", voice="headline")
    page.tell(
        "The harbour wall may hold, harbour master Ivo Tarn said",
        TARN,
        claim="c",
        hedges=["may"],
        content="The harbour wall may hold",
    )
    assert rules(retold(pile(page))) == ["attribution_lost", "hedge_lost"]
    text = "Old harbour wall holds winter storms\nThe old harbour wall reportedly holds in winter storms."
    page = Page("p", text, "Herald", title="Old harbour wall holds winter storms")
    page.tell("Old harbour wall holds winter storms", claim="c", voice="headline")
    page.tell("The old harbour wall reportedly holds in winter storms", claim="c", hedges=["reportedly"])
    (f,) = retold(pile(page))
    assert (f.rule, f.from_) == ("hedge_lost", "reportedly")


def test_a_distancing_verb_becomes_a_plain_one() -> None:
    a, b = both(
        "Tarn accused the mill of dumping black ash",
        "Tarn added that the mill dumps black ash",
        a={"cue": "accused"},
        b={"cue": "added"},
    )
    (f,) = retold(pile(a, b, siblings=[(a, b)]))
    assert (f.rule, f.from_, f.to) == ("hedge_lost", "accused", "added")
    a, b = both(
        "Tarn said the mill dumps black ash", "Tarn added that the mill dumps black ash", a={"cue": "said"}, b={"cue": "added"}
    )
    assert retold(pile(a, b, siblings=[(a, b)])) == []


def test_rounding_words_are_no_hedges() -> None:
    a, b = both("about ninety old boats left the harbour", "ninety old boats left the harbour", a={"hedges": ["about"]})
    assert retold(pile(a, b, siblings=[(a, b)])) == []


def test_the_outlet_that_was_told_is_lost() -> None:
    a, b = two(
        "A dock hand told the Ostmar Herald that nineteen boats left", "Nineteen boats left, a dock hand said", (HAND,), (HAND,)
    )
    (f,) = retold(step(a, b))
    assert f.rule == "intermediary_lost" and f.to == "Nineteen boats left, a dock hand said"
    b.text += " The Ostmar Herald has the story."
    assert retold(step(a, b)) == []


def test_a_source_is_promoted() -> None:
    words = "nineteen boats left the harbour"
    a, b = two(words, words, (HAND,), (("Nordpress", "agency"),))
    assert rules(retold(pile(a, b, siblings=[(a, b)]))) == ["source_promoted"]
    marked = f"“{words}”"
    minister, body = (("Lendish Harbour Minister Ada Grell", "official"),), (("the Lendish Harbour Ministry", "government"),)
    a, b = two(marked, marked, minister, body)
    (f,) = retold(step(a, b))
    assert (f.rule, f.to) == ("source_promoted", "the Lendish Harbour Ministry")
    a, b = two(words, words, minister, body)  # what the minister says, the ministry says as well
    assert retold(step(a, b)) == []
    a, b = two(words, words, (("Nordpress", "agency"),), (HAND,))
    assert "source_promoted" not in rules(retold(step(a, b)))


def numbered(
    one: tuple[str, float, float | None], two_: tuple[str, float, float | None]
) -> list[tuple[str, str | None, str | None]]:
    a, b = both(
        f"{one[0]} boats left the harbour of Ostmar",
        f"{two_[0]} boats left the harbour of Ostmar",
        a={"figures": [(*one, "boat")]},
        b={"figures": [(*two_, "boat")]},
    )
    return [(f.rule, f.from_, f.to) for f in retold(step(a, b))]


def test_a_number_changes() -> None:
    assert numbered(("12", 12, 12), ("21", 21, 21)) == [("number_changed", "12", "21")]
    assert numbered(("12", 12, 12), ("12", 12, 12)) == []
    assert numbered(("up to 20", 0, 20), ("20", 20, 20)) == [("bound_changed", "up to 20", "20")]
    assert numbered(("more than 270", 270, None), ("276", 276, 276)) == []


def test_a_number_is_dropped() -> None:
    a, b = both(
        "20 boats and five sheds burned",
        "20 boats burned",
        a={"figures": [("20", 20, 20, "boat"), ("five", 5, 5, "shed")]},
        b={"figures": [("20", 20, 20, "boat")]},
    )
    (f,) = retold(pile(a, b, siblings=[(a, b)]))
    assert (f.rule, f.from_, f.to) == ("number_dropped", "five", None)
    b.text += " Of the sheds five are gone."
    assert retold(pile(a, b, siblings=[(a, b)])) == []


def test_words_in_marks_change() -> None:
    one, two_ = "“We shall mend the harbour wall by May”", "“We will have repaired all harbour walls by May”"
    a, b = both(one, two_, a={"voice": "direct"}, b={"voice": "direct"})
    (f,) = retold(step(a, b))
    assert f.rule == "quote_altered"
    a, b = both(one, "“mend the harbour wall”", a={"voice": "direct"}, b={"voice": "direct"})
    assert retold(step(a, b)) == []


def test_a_link_on_the_page_quotes_other_words() -> None:
    line = "READ MORE: Mayor warns guild after Tarn says boats leave ‘this very night'"
    page = Page("p", f"“Somehow the boats will leave”, Ivo Tarn said.\n{line}", "Herald", furniture={line: "related_link"})
    page.tell(
        "“Somehow the boats will leave”, Ivo Tarn said",
        ("Ivo Tarn", "person"),
        claim="c",
        voice="direct",
        content="Somehow the boats will leave",
    )
    (f,) = retold(pile(page))
    assert (f.rule, f.to) == ("quote_altered", "this very night")
    page.text += " They go this very night."
    assert retold(pile(page)) == []


def test_a_denial_stays_behind() -> None:
    a, b = two("The Ostmar mill dumped black ash", "The Ostmar mill dumped black ash", (HAND,), (HAND,))
    a.text += " The Ostmar mill has not provided any comment."
    a.tell("The Ostmar mill has not provided any comment", claim="silence")
    (f,) = retold(pile(a, b, siblings=[(a, b)]))
    assert f.rule == "denial_omitted" and "Westmar Post tells the claim without saying so" in f.message
    assert retold(pile(a, b)) == []


def test_a_voice_of_another_side_stays_behind() -> None:
    a, b = two(
        "The Ostmar harbour wall broke in the winter storm", "The Ostmar harbour wall broke in the winter storm", (HAND,), (HAND,)
    )
    a.text += " “The harbour wall was sound in every winter storm,” Ostmar Engineer Ada Grell said."
    a.tell(
        "“The harbour wall was sound in every winter storm,” Ostmar Engineer Ada Grell said",
        ("Ostmar Engineer Ada Grell", "official"),
        claim="sound",
        voice="direct",
    )
    (f,) = retold(pile(a, b, siblings=[(a, b)]))
    assert f.rule == "counter_evidence_omitted" and "Ada Grell" in f.message
    b.text += " Grell was there."
    assert retold(pile(a, b, siblings=[(a, b)])) == []


FERRY = "The new ferry of the lake costs ninety crowns a seat"


@pytest.mark.parametrize(
    ("one", "other", "words", "common"),
    [
        ((TARN,), (TARN,), "The new ferry will cost ninety crowns", True),
        ((HAND,), (HAND,), "The new ferry will cost ninety crowns", True),
        ((TARN,), (HAND,), FERRY, True),
        ((), (), "The new ferry will cost ninety crowns", False),
        ((("a witness", "anonymous"),), (("another witness", "anonymous"),), "The new ferry costs too much for us all", False),
        ((), (TARN,), "Ninety crowns for a new ferry are too much for millers in winter", False),
        ((TARN,), (TARN,), "Rain fell on the quay", False),
    ],
)
def test_siblings_share_a_text_in_what_both_have_from_it(one: tuple, other: tuple, words: str, common: bool) -> None:
    """Two pages that quote one man somewhere have not the price of the ferry from him."""
    a, b = Page("a", f"{FERRY}.", "Ostmar Herald"), Page("b", f"{words}.", "Westmar Post")
    s, t = a.tell(FERRY, *one, claim="c"), b.tell(words, *other, claim="c")
    p = pile(a, b, siblings=[(a, b)])
    assert p.relation(s, t) is not None and p.common_text(s, t) is common
